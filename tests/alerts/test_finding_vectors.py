"""``finding.json``: what both implementations find, read and fold alike."""

from __future__ import annotations

import importlib.util
import json
import pathlib
from types import ModuleType

from alerts.identifiers import Identifier

VECTORS = pathlib.Path(__file__).parent.parent / "vectors"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_finding", VECTORS / "make_finding.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_vectors_are_what_their_script_makes() -> None:
    assert (VECTORS / "finding.json").read_text(encoding="utf-8") == maker().rendered(), "run: python tests/vectors/make_finding.py"


def test_what_the_vectors_find_is_in_normal_form_and_every_type_is_among_it() -> None:
    found = [
        Identifier.from_map({name: value for name, value in one.items() if name not in ("shown", "country")})
        for case in json.loads((VECTORS / "finding.json").read_text(encoding="utf-8"))["find"]
        for one in case["found"]
    ]
    assert {one.type for one in found} == {"phone", "email", "handle", "link", "payment", "plate"}
    assert {one.partial for one in found} == {None, "starts", "ends", "contains"}
