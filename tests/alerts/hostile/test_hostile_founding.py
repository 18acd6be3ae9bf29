"""A collective is founded by one of its people, however many its charter names; and by nobody else (protocol §2.2, §3.5)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from alerts.board import Board
from alerts.charter import Charter, Person, default_quorums
from alerts.statements import APPROVAL_LIFE, SINGLE, Statement, approve, make_body, seal_statement, sign_publication
from crypto import epochs
from crypto.approvals import Approval
from crypto.chain import ANNOUNCEMENT, NO_ENTRY, STATEMENT, Entry, Place, make_entry
from crypto.gates import moderator_gate
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret
from tests.partners.scribe import NOW, TOPICS, bundle, desk_seed, device, fixed, person, refused

PEOPLE = ("ana", "bea", "cleo")
SECRET = EpochSecret(fixed("E of the founding"))


def founded(by: Sequence[str] = ("ana",), announced: Sequence[str] = ("ana",), *, head: bool = False) -> tuple[bytes, list[Entry]]:
    """A charter of three people, approved ``by`` some, and its announcement, approved by some: the collective, and both entries."""
    content = Charter(
        number=1, name="Kestrel", people=tuple(Person(person(name), (device(name).signing_key,)) for name in PEOPLE),
        quorums=default_quorums(3), policy={}, topics=tuple(TOPICS), country="GB", planting=1, bundle=bundle(1).commitments(None),
    ).content()  # fmt: skip
    until = NOW + APPROVAL_LIFE
    body = make_body("charter", content, collective=None, charter=0, object_id=SINGLE, until=until)
    collective = body.hash
    gate = moderator_gate(bundle(1).gate, collective, 1)
    place = Place("board", 0, NO_ENTRY, STATEMENT, 1, NOW)
    publisher = Approval(person(by[0]), 0, sign_publication(device(by[0]).sign, place, body, collective))
    approvals = [Approval(person(name), 0, approve(device(name).sign, body)) for name in by]
    first = make_entry(place, seal_statement(Statement(body, approvals, publisher), place, SECRET, collective), gate, collective)
    public = epochs.announce(bundle(1), SECRET, collective, epoch=1, removed=(), previous=None, desk=1)
    before = (0, first.hash(collective)) if head else None
    inner = epochs.make_inner(charter=1, desk_key=kem_public_key(desk_seed(1)), head=before, until=until)
    signed = [Approval(person(name), 0, epochs.approve(device(name).sign, public, inner, collective)) for name in announced]
    place = Place("board", 1, first.hash(collective), ANNOUNCEMENT, 1, NOW)
    return collective, [first, make_entry(place, epochs.seal_announcement(public, inner, signed, SECRET, collective), gate, collective)]


def read(collective: bytes, entries: list[Entry]) -> Board:
    board = Board(collective)
    board.read(entries, {entries[1].hash(collective): SECRET}, bundles=[bundle(1)])
    return board


@pytest.mark.parametrize(("by", "announced"), [(["ana"], ["ana"]), (["bea"], ["cleo"]), (PEOPLE, PEOPLE)])
def test_one_of_its_people_founds_it(by: Sequence[str], announced: Sequence[str]) -> None:
    """Nobody else can have joined yet, and there is no older charter whose quorum could be asked."""
    board = read(*founded(by, announced))
    assert board.founded and len(board.charter.people) == 3 and board.charter.quorums["charter"] == 2 and not board.alarms


@pytest.mark.parametrize(("by", "announced"), [(["mallory"], ["ana"]), (["ana"], ["mallory"]), (["ana", "mallory"], ["ana"])])
def test_who_is_not_of_its_people_founds_nothing(by: Sequence[str], announced: Sequence[str]) -> None:
    with refused("NotAModerator"):
        read(*founded(by, announced))


def test_the_first_announcement_stands_on_nothing() -> None:
    with refused("BrokenLink"):
        read(*founded(head=True))
