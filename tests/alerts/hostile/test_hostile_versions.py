"""People agree to rules for later software: older software stops there, keeps what it has, and says so (protocol §2.2)."""

from __future__ import annotations

import pytest

from alerts import charter
from tests.partners.readers import member, reopened, view
from tests.partners.scribe import Scribe, refused


def later(s: Scribe, minimum: int, *people: str, by: tuple[str, ...] = ("ana", "bea")) -> None:
    content = s.charter_content(people or ("ana", "bea", "cleo")) | {"minimum": minimum}
    s.add(s.statement(s.body("charter", content, after=s.board.charter_body), by=by))


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Scribe:
    """By people whose software speaks version 2: a charter for it, which dismisses cleo, and an alert under it."""
    s = Scribe()
    s.alert()
    monkeypatch.setattr(charter, "VERSION", 2)
    later(s, 2, "ana", "bea")
    s.alert()
    monkeypatch.undo()
    return s


def test_an_older_reader_stops_there_and_keeps_what_stands_before_it(written: Scribe) -> None:
    dina = member(written)
    for _ in range(2):
        with refused("UnknownVersion"):
            dina.read_board(written.entries[len(dina.entries) :])
        assert len(dina.board.alerts) == 1 and dina.board.charter.number == 2
    assert view(reopened(dina)) == view(dina)


def test_when_her_software_is_new_she_reads_on(written: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    dina = member(written)
    with refused("UnknownVersion"):
        dina.read_board(written.entries)
    monkeypatch.setattr(charter, "VERSION", 2)
    dina.read_board(written.entries[len(dina.entries) :])
    assert len(dina.board.alerts) == 2 and dina.board.charter.number == 3


def test_a_vault_that_went_past_it_opens_and_stops_there(written: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Newer software read on, and then older software opens the same vault; or software that had passed over such a charter."""
    dina = member(written)
    monkeypatch.setattr(charter, "VERSION", 2)
    dina.read_board(written.entries)
    monkeypatch.undo()
    again = reopened(dina)
    assert len(again.board.alerts) == 1 and again.board.charter.number == 2
    with refused("UnknownVersion"):
        again.read_board(written.entries[len(again.entries) :])


def test_the_least_version_never_falls(written: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charter, "VERSION", 2)
    later(written, 1, "ana", "bea")
    assert [r.error for r in written.board.refused] == ["BadCharter"]
    assert written.board.charter.minimum == 2
