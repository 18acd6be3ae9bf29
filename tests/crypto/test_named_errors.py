"""One family of errors: each says whose fault it is, and its name is the one protocol §10 lists."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from crypto import errors
from crypto.errors import Fault, ParasolError, Refused, RelayRefused

FAMILY = [member for _, member in inspect.getmembers(errors, inspect.isclass) if issubclass(member, ParasolError)]
PROTOCOL = Path(__file__).parents[2] / "docs" / "protocol.md"


def make(kind: type[ParasolError], detail: str = "") -> ParasolError:
    return RelayRefused("some-code", detail) if issubclass(kind, RelayRefused) else kind(detail)


@pytest.mark.parametrize("kind", FAMILY)
def test_an_error_has_a_fault_and_its_class_name(kind: type[ParasolError]) -> None:
    error = make(kind)
    assert isinstance(error.fault, Fault)
    assert error.name == kind.__name__
    assert kind.__doc__
    assert str(error)
    assert str(make(kind, "what was wrong")) == "what was wrong" == make(kind, "what was wrong").detail


@pytest.mark.parametrize("kind", FAMILY)
def test_what_is_refused_is_the_peers_fault_and_nothing_else_is(kind: type[ParasolError]) -> None:
    assert (kind.fault is Fault.PEER) is issubclass(kind, Refused)


def test_each_fault_has_an_error() -> None:
    assert {kind.fault for kind in FAMILY} == set(Fault)


def section_10() -> set[str]:
    text = PROTOCOL.read_text("utf-8").split("\n## 10 ")[1].split("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| |")]
    return {name for row in rows for name in re.findall(r"`([A-Za-z]+)`", row.rsplit("|", 2)[1])}


def test_the_specification_lists_every_refusal_and_no_other() -> None:
    assert section_10() == {kind.__name__ for kind in FAMILY if issubclass(kind, Refused) and kind is not Refused}


def test_the_refusals_of_the_specification_are_all_there() -> None:
    assert len(section_10()) > 40


def test_a_relays_refusal_keeps_its_code_status_and_waiting_time() -> None:
    error = RelayRefused("too-many", status=429, retry_after=3)
    assert (error.code, error.status, error.retry_after, str(error)) == ("too-many", 429, 3, "too-many")
