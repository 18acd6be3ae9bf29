"""How the tests of the vectors read them: only what stands in the files is used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from crypto import (
    errors,
)

VECTORS = Path(__file__).parents[1] / "vectors"


def topic(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))
    return loaded


def cases(name: str, *sections: str) -> list[ParameterSet]:
    found: Any = topic(name)
    for section in sections:
        found = found[section]
    if not found:
        raise RuntimeError("a section without vectors proves nothing")
    return [pytest.param(case, id=str(case.get("name", index) if isinstance(case, dict) else index)) for index, case in enumerate(found)]


def b(text: str) -> bytes:
    return bytes.fromhex(text)


def opt(text: str | None) -> bytes | None:
    return None if text is None else b(text)


def named(case: dict[str, Any]) -> type[errors.ParasolError]:
    error = getattr(errors, case["error"])
    if not issubclass(error, errors.ParasolError):
        raise RuntimeError("not one of the family")
    return error  # type: ignore[no-any-return]  # getattr by name is untyped; checked just above


def exactly(case: dict[str, Any]) -> Any:
    """The named error itself: every error of the family has its own meaning."""
    error = named(case)
    return pytest.raises(error, check=lambda raised: type(raised) is error)
