"""People agree to rules for later software: older software stops there, keeps what it has, and says so (protocol §2.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from alerts import charter
from alerts.board import Board
from alerts.home import Home
from alerts.member import Member
from alerts.moderator import Moderator
from alerts.statements import Body, Statement, seal_statement
from crypto.approvals import Approval
from crypto.chain import STATEMENT, Entry
from crypto.secrets import SigningSeed
from crypto.vault import Cost
from tests.partners.readers import member, reopened, view
from tests.partners.scribe import DAY, Scribe, alert_content, person, refused
from tests.partners.world import World, run


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


def put_back(written: Scribe, monkeypatch: pytest.MonkeyPatch) -> tuple[Scribe, Member]:
    """Somebody whose device went past such a charter and was opened by older software then; and the board as far as she has it."""
    dina = member(written)
    monkeypatch.setattr(charter, "VERSION", 2)
    written.alert()
    dina.read_board(written.entries)
    monkeypatch.undo()
    again: Member = reopened(dina)
    assert again.board.charter.number == 2 and len(again.entries) < len(written.entries) - 2
    written.entries, written.board = again.entries.copy(), Board(written.collective)
    written.board.read(written.entries, written.secrets)
    return written, again


def by_nobody(s: Scribe, body: Body, gate: SigningSeed | None = None) -> Entry:
    """An entry in which every signature is zeros, but for the gate's if that is given: whoever is a member can write it, with the relay."""
    where = s.place(STATEMENT)
    approvals = [Approval(person(name), 0, bytes(64)) for name in ("ana", "bea")]
    blob = seal_statement(Statement(body, approvals, approvals[0]), where, s.board.epoch.secret, s.collective)
    entry = s.entry(where, blob, gate)
    return entry if gate else Entry(entry.header, bytes(64), entry.blob, entry.place, entry.blob_hash)


@pytest.mark.parametrize("kind", ["alert", "charter"])
def test_stopped_there_she_believes_no_signature_that_she_has_not_verified(
    written: Scribe, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    s, dina = put_back(written, monkeypatch)
    body = (
        s.body("alert", alert_content(s.now, text="nobody wrote this"))
        if kind == "alert"
        else s.body("charter", s.charter_content(["ana", "bea", "mallory"]), after=s.board.charter_body)
    )
    before = view(dina)
    with refused("BadSignature"):
        dina.read_board([by_nobody(s, body)])
    assert view(dina) == before

    dina.read_board([by_nobody(s, body, gate=s.gates[1])])
    assert view(dina) == before
    assert [r.error for r in dina.board.refused] == ["BadSignature"]


COST = Cost()


def test_a_moderators_vault_that_went_past_it_opens_and_reads_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Her log has notes under epochs that began after such a charter: there it ends, until the board goes on."""
    world = World()
    monkeypatch.setattr(charter, "VERSION", 2)
    ana = world.mod("ana")
    run(world["ana"].propose_charter(ana.board.charter.content() | {"minimum": 2}))
    for _ in range(2):
        world.later(8 * DAY)
        world.sync("ana", "ana")
        world.invite()
    assert ana.board.epoch.number > 1
    with Home.create(tmp_path / "home", "words", COST) as home:
        home.save(ana)
    monkeypatch.undo()
    with Home.open(tmp_path / "home", "words") as home:
        older = home.load()
        assert isinstance(older, Moderator) and older.board.charter.number == 1 and older.board.epoch.number == 1
        assert 0 < len(older.log_entries) < len(ana.log_entries) and older.log_verified == len(older.log_entries)
        older.read_log_again()
        home.save(older)
        kept = len(older.entries), len(older.log_entries)
        assert home.get(f"board/{kept[0]}") is None and home.get(f"log/{kept[1]}") is None
    monkeypatch.setattr(charter, "VERSION", 2)
    with Home.open(tmp_path / "home", "words") as home:
        newer = home.load()
        assert isinstance(newer, Moderator) and (len(newer.entries), len(newer.log_entries)) == kept
        newer.read_board(ana.entries[len(newer.entries) :])
        newer.read_log(ana.log_entries[len(newer.log_entries) :])
        assert view(newer) == view(ana) and newer.log.invites.keys() == ana.log.invites.keys()


def test_the_least_version_never_falls(written: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charter, "VERSION", 2)
    later(written, 1, "ana", "bea")
    assert [r.error for r in written.board.refused] == ["BadCharter"]
    assert written.board.charter.minimum == 2
