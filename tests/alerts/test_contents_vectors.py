"""``contents.json`` and ``docs/contents.md``: what reports and statements may say, alike in both implementations (protocol §6.6)."""

from __future__ import annotations

import importlib.util
import json
import pathlib
from types import ModuleType
from typing import Any

import pytest

from alerts.alert import check_alert
from alerts.contents import check_content
from alerts.report import check_report
from crypto import errors

ROOT = pathlib.Path(__file__).parent.parent.parent
VECTORS: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests" / "vectors" / "contents.json").read_text(encoding="utf-8"))
CASES = [(section, case) for section in ("reports", "alerts", "others") for case in VECTORS[section]]


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_contents", ROOT / "tests" / "vectors" / "make_contents.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_neither_is_stale() -> None:
    made = maker()
    assert made.FILE.read_text(encoding="utf-8") == made.rendered(), "run: python tests/vectors/make_contents.py"
    assert made.DOCUMENT.read_text(encoding="utf-8") == made.document(), "run: python tests/vectors/make_contents.py"


def whole(short: Any) -> Any:
    """The value that stands there in short."""
    if isinstance(short, dict) and set(short) == {"repeat", "times"}:
        return (short["repeat"] if isinstance(short["repeat"], str) else [whole(short["repeat"][0])]) * short["times"]
    if isinstance(short, list):
        return [whole(item) for item in short]
    return {name: whole(item) for name, item in short.items()} if isinstance(short, dict) else short


@pytest.mark.parametrize(("section", "case"), CASES, ids=[f"{section}-{i}" for i, (section, _) in enumerate(CASES)])
def test_a_value_is_taken_or_refused(section: str, case: dict[str, Any]) -> None:
    value = whole(case["value"])

    def judge() -> None:
        if section == "others":
            check_content(case["kind"], value)
        else:
            (check_report if section == "reports" else check_alert)(value)

    if case["error"] is None:
        judge()
        return
    with pytest.raises(getattr(errors, case["error"])):
        judge()
