"""Writes boards, honest ones and others: somebody who holds every key of a collective and no scruples (protocol §10).

A :class:`Scribe` founds a small collective and writes one entry after the other. Whatever it writes can be bent: every field
of a place, a body or an announcement may be given, and whoever signs may be anybody. It keeps a moderator's board beside it,
so that the next entry follows from what honest readers believe.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from alerts.alert import example_alert, validate_alert
from alerts.board import Board
from alerts.charter import Charter, Person, default_quorums, person_id
from alerts.statements import (
    APPROVAL_LIFE,
    SINGLE,
    SINGLE_KINDS,
    Body,
    Statement,
    _seal_of,
    approve,
    parse_body,
    seal_statement,
    sign_publication,
)
from crypto import epochs, errors, wire
from crypto.announced import FIRST_LEAF, Public, parse_public
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, NO_ENTRY, STATEMENT, Entry, Place, make_entry
from crypto.device import Device, device_from_entropy
from crypto.gates import moderator_gate
from crypto.keytree import PATH_KEYS_SIZE, encode_path_keys, path_keys
from crypto.sealing import kem_public_key, seal
from crypto.secrets import DeviceEntropy, EpochSecret, GateSeed, KemSeed, NotesKey, SigningSeed, TreeSeed

NOW = 1_800_000_000
DAY = 86400
TOPICS = [{"id": "north", "name": "North"}]
#: Where the members of these collectives sit in the tree.
LEAVES = {"dina": FIRST_LEAF + 1000, "eve": FIRST_LEAF + 2000, "ana": FIRST_LEAF + 3000}


def fixed(label: str, size: int = 32) -> bytes:
    """Bytes for a role; never a key of anybody."""
    return hashlib.shake_256(f"parasol scenarios: {label}".encode()).digest(size)


@cache
def device(name: str) -> Device:
    """The device of somebody with this name; always the same."""
    return device_from_entropy(DeviceEntropy(fixed(f"device {name}", 16)))


def person(name: str) -> bytes:
    return person_id(device(name).signing_key)


def bundle(planting: int) -> Bundle:
    tree, gate, notes = (fixed(f"{part} {planting}") for part in ("tree", "gate", "notes"))
    return Bundle(planting, TreeSeed(tree), GateSeed(gate), NotesKey(notes))


def desk_seed(number: int) -> KemSeed:
    return KemSeed(fixed(f"desk {number}"))


@contextmanager
def refused(name: str) -> Iterator[None]:
    """What happens inside must be refused with exactly this error of protocol §10."""
    with pytest.raises(errors.Refused) as caught:
        yield
    assert caught.value.name == name


def alert_content(now: int = NOW, **changes: Any) -> dict[str, Any]:
    """An alert about nobody."""
    content = validate_alert(example_alert() | {"areas": ["north"]}, policy={}, topics=TOPICS, now=now, collective=bytes(32), country="GB")
    return content | {"identifiers": [], "severity": "dangerous", "expires": now + 300 * DAY} | changes


class Scribe:
    """One collective's board as it is written.

    Args:
        people: who moderates, from the second charter on. The first is the founder.
        quorums: other than the defaults.
        second_device: ``(name, of)``: a further device of one of the people.
        label: makes another collective.
    """

    def __init__(
        self, people: Sequence[str] = ("ana", "bea", "cleo"), *, quorums: dict[str, int] | None = None,
        second_device: tuple[str, str] | None = None, label: str = "",
    ) -> None:  # fmt: skip
        self.now = NOW
        self.label = label
        self.entries: list[Entry] = []
        self.secrets: dict[bytes, EpochSecret] = {}
        self.gates: dict[int, SigningSeed] = {}
        self.removed: tuple[int, ...] = ()
        self._found(people[0])
        if len(people) > 1 or quorums or second_device:
            self.charter(people, quorums=quorums, second_device=second_device, by=(people[0],))

    # ---- founding --------------------------------------------------------------------------------------------------

    def _found(self, founder: str) -> None:
        content = Charter(
            number=1, name=f"Kestrel{self.label}", people=(Person(person(founder), (device(founder).signing_key,)),),
            quorums=default_quorums(1), policy={}, topics=tuple(TOPICS), country="GB", planting=1,
            bundle=bundle(1).commitments(None),
        ).content()  # fmt: skip
        body = parse_body(wire.encode(self._body_fields("charter", content, charter=0, collective=None)))
        self.collective = body.hash
        self.board = Board(self.collective)
        secret = self.new_secret(1)
        self.gates[1] = moderator_gate(bundle(1).gate, self.collective, 1)
        place = Place("board", 0, NO_ENTRY, STATEMENT, 1, self.now)
        publisher = Approval(person(founder), 0, sign_publication(device(founder).sign, place, body, self.collective))
        statement = Statement(body, [Approval(person(founder), 0, approve(device(founder).sign, body))], publisher)
        first = make_entry(place, seal_statement(statement, place, secret, self.collective), self.gates[1], self.collective)
        public = epochs.announce(bundle(1), secret, self.collective, epoch=1, removed=(), previous=None, desk=1)
        inner = epochs.make_inner(charter=1, desk_key=kem_public_key(desk_seed(1)), head=None, until=self.now + APPROVAL_LIFE)
        approvals = [Approval(person(founder), 0, epochs.approve(device(founder).sign, public, inner, self.collective))]
        blob = epochs.seal_announcement(public, inner, approvals, secret, self.collective)
        place = Place("board", 1, first.hash(self.collective), ANNOUNCEMENT, 1, self.now)
        second = make_entry(place, blob, self.gates[1], self.collective)
        self.secrets[second.hash(self.collective)] = secret
        self.add(first, second)

    def new_secret(self, epoch: int, salt: str = "") -> EpochSecret:
        return EpochSecret(fixed(f"E {epoch} {salt} {len(self.entries)} {self.label}"))

    # ---- writing ---------------------------------------------------------------------------------------------------

    def add(self, *entries: Entry) -> Entry:
        """Puts entries at the end; honest readers follow."""
        for entry in entries:
            self.entries.append(entry)
            self.board.read([entry], self.secrets)
        return entries[-1]

    def place(self, kind: str, **changes: Any) -> Place:
        """The next place, changed as given."""
        last = self.entries[-1]
        fields: dict[str, Any] = {
            "shelf": "board", "seq": len(self.entries), "prev": last.hash(self.collective), "kind": kind,
            "epoch": self.board.epoch.number, "time": self.now, "urgent": 0,
        }  # fmt: skip
        return Place(**(fields | changes))

    def entry(self, place: Place, blob: bytes, gate: SigningSeed | None = None) -> Entry:
        return make_entry(place, blob, gate or self.gates[place.epoch], self.collective)

    # ---- statements ------------------------------------------------------------------------------------------------

    def _body_fields(self, kind: str, content: Any, **changes: Any) -> dict[str, Any]:
        previous: Body | None = changes.pop("after", None)
        fields = {
            "kind": kind, "collective": getattr(self, "collective", None),
            "charter": self.board.charter.number if hasattr(self, "board") else 0,
            "object": SINGLE if kind in SINGLE_KINDS else fixed(f"object {kind} {len(self.entries)}", 16),
            "version": previous.version + 1 if previous else 1, "previous": previous.hash if previous else None,
            "until": self.now + DAY, "content": content,
        }  # fmt: skip
        if previous is not None:
            fields["object"] = previous.object
        return fields | changes

    def body(self, kind: str, content: Any, **changes: Any) -> Body:
        """A body under the charter in force, changed as given; ``after`` is the version it continues."""
        return parse_body(wire.encode(self._body_fields(kind, content, **changes)))

    def seat(self, name: str) -> tuple[bytes, int]:
        """Person and index of somebody's device; of one who has none, those she would have."""
        return self.board.charter.place_of(device(name).signing_key) or (person(name), 0)

    def approvals(self, body: Body, by: Sequence[str]) -> list[Approval]:
        return [Approval(*self.seat(name), approve(device(name).sign, body)) for name in by]

    def statement(
        self, body: Body, by: Sequence[str] = ("ana", "bea"), *, publisher: str | None = None, approvals: list[Approval] | None = None,
        secret: EpochSecret | None = None, gate: SigningSeed | None = None, **place: Any,
    ) -> Entry:  # fmt: skip
        """The entry that publishes a body here, not added yet."""
        where = self.place(STATEMENT, **place)
        who = publisher or by[0]
        signed = Approval(*self.seat(who), sign_publication(device(who).sign, where, body, self.collective))
        statement = Statement(body, approvals if approvals is not None else self.approvals(body, by), signed)
        key = secret or self.board.epochs.get(where.epoch, self.board.epoch).secret
        return self.entry(where, seal_statement(statement, where, key, self.collective), gate)

    def sealed(self, padded: bytes, **place: Any) -> Entry:
        """An entry with any padded text in it, not added yet."""
        where = self.place(STATEMENT, **place)
        return self.entry(where, seal(*_seal_of(self.board.epoch.secret, where, self.collective), padded))

    def alert(self, by: Sequence[str] = ("ana", "bea"), **changes: Any) -> Body:
        """An honest alert, added."""
        body = self.body("alert", alert_content(self.now, **changes))
        self.add(self.statement(body, by))
        return body

    def charter_content(
        self, people: Sequence[str], *, quorums: dict[str, int] | None = None, second_device: tuple[str, str] | None = None,
        planting: int | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        old = self.board.charter
        devices = {name: [device(name).signing_key] for name in people}
        if second_device:
            devices[second_device[1]].append(device(second_device[0]).signing_key)
        content = old.content() | {
            "people": [{"id": person(name), "devices": devices[name]} for name in people],
            "quorums": default_quorums(len(people)) | (quorums or {}),
        }
        if planting is not None:
            content |= {"planting": planting, "bundle": bundle(planting).commitments(self.collective)}
        return content

    def charter(self, people: Sequence[str], *, by: Sequence[str] = ("ana", "bea"), **changes: Any) -> Body:
        """An honest new charter, added."""
        body = self.body("charter", self.charter_content(people, **changes), after=self.board.charter_body)
        self.add(self.statement(body, by))
        return body

    def erase(self, body: Body) -> dict[str, Any]:
        """The content of the statement that erases every version of an object."""
        versions = self.board.things[body.object].versions
        return {"object": body.object, "entries": [{"seq": v.seq, "hash": v.hash} for v in versions if v.body.kind != "retraction"]}

    # ---- announcements ---------------------------------------------------------------------------------------------

    def announcement(
        self, by: Sequence[str] = ("ana", "bea"), *, removed: Sequence[int] | None = None, planting: int | None = None,
        epoch: int | None = None, previous: epochs.Previous | None = None, desk: int | None = None, public: dict[str, Any] | None = None,
        inner: dict[str, Any] | None = None, secret: EpochSecret | None = None, approvals: list[Approval] | None = None,
        charter: Charter | None = None, gate: SigningSeed | None = None, **place: Any,
    ) -> Entry:  # fmt: skip
        """The next announcement, bent as given, not added yet: ``public`` and ``inner`` are fields to replace."""
        last = self.board.epoch
        number = epoch or self.board.next_epoch
        judge = charter or self.board.charter
        secret = secret or self.new_secret(number)
        keys = bundle(planting or judge.planting)
        leaves = tuple(sorted(last.public.removed if removed is None else removed))
        desk_number = desk or last.public.desk
        made = epochs.announce(
            keys, secret, self.collective, epoch=number, removed=leaves, desk=desk_number,
            previous=previous or epochs.Previous(last.hash, last.secret),
        )  # fmt: skip
        shown: Public = parse_public(wire.encode(wire.decode(made.encoded) | public)) if public else made
        head = self.board.head
        fields: dict[str, Any] = {
            "charter": judge.number, "head": (head.seq, head.hash) if head else None, "until": self.now + DAY,
            "desk_key": kem_public_key(desk_seed(desk_number)) if desk_number != last.public.desk else None,
        }  # fmt: skip
        within = epochs.make_inner(**(fields | (inner or {})))
        if approvals is None:
            seats = [(judge.place_of(device(name).signing_key) or (person(name), 0), name) for name in by]
            approvals = [Approval(*seat, epochs.approve(device(name).sign, shown, within, self.collective)) for seat, name in seats]
        blob = epochs.seal_announcement(shown, within, approvals, secret, self.collective)
        made_entry = self.entry(self.place(ANNOUNCEMENT, **place), blob, gate)
        self.gates.setdefault(number, moderator_gate(keys.gate, self.collective, number))
        self.secrets[made_entry.hash(self.collective)] = secret
        return made_entry

    def pulse(self, **changes: Any) -> Entry:
        """An honest announcement, or a bent one, added."""
        return self.add(self.announcement(**changes))

    def replant(self, people: Sequence[str] = ("ana", "bea"), *, by: Sequence[str] = ("ana", "bea")) -> tuple[Entry, Entry]:
        """Charter and announcement of a new planting, added."""
        planting = self.board.charter.planting + 1
        body = self.body("charter", self.charter_content(people, planting=planting), after=self.board.charter_body)
        first = self.add(self.statement(body, by))
        pending = self.board._replanting
        if pending is None:
            raise LookupError("the charter was refused")
        # Its announcement names the next desk key and is judged by the new charter.
        head = {"head": (self.board.epoch.seq, self.board.epoch.hash)}
        second = self.announcement(by, planting=planting, charter=pending[2], removed=(), desk=self.board.epoch.public.desk + 1, inner=head)
        self.gates[self.board.next_epoch] = moderator_gate(bundle(planting).gate, self.collective, self.board.next_epoch)
        return first, self.add(second)

    # ---- for readers -----------------------------------------------------------------------------------------------

    def paths(self, name: str, *plantings: int) -> list[dict[str, Any]]:
        """The path keys of a member, for the plantings given (of the first alone by default)."""
        found = []
        for planting in plantings or (1,):
            keys = encode_path_keys(path_keys(bundle(planting).tree, self.collective, planting, LEAVES[name]))
            if len(keys) != PATH_KEYS_SIZE:
                raise LookupError("no path keys")
            found.append({"planting": planting, "leaf": LEAVES[name], "keys": keys})
        return found
