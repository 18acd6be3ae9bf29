"""Two rogue moderators announce what nobody can open, are removed, and come back with a link to it: nothing is undone (protocol §3.6)."""

from __future__ import annotations

from typing import Any, cast

import pytest

from alerts import cosigning
from crypto import epochs, wire
from crypto.announced import parse_public
from crypto.approvals import Approval
from crypto.chain import ANNOUNCEMENT, Entry, Place, make_entry
from crypto.errors import Refused
from crypto.gates import moderator_gate
from crypto.secrets import EpochSecret
from tests.partners.readers import reopened, view
from tests.partners.scribe import DAY
from tests.partners.world import MemoryRelay, World, run

HONEST, ROGUES = ("ana", "bea", "cleo"), ("rita", "sue")


class Accomplice(MemoryRelay):
    """A relay that takes whatever its friends give it, and tells the others nothing of their announcements but in the chain."""

    theirs: set[bytes]

    def announced(self) -> list[tuple[Entry, Any]]:
        return [(entry, public) for entry, public in super().announced() if entry.hash(self.collective) not in self.theirs]

    def _admit(self, gate: Any, role: str, purpose: str) -> None:
        """Everybody may do everything."""

    def _check(self, entry: Entry, chain: list[Entry], gates: dict[int, bytes]) -> None:
        """Everything may stand everywhere."""


class Rogues:
    """What the two keep of the time when they moderated: their devices, the bundle, and E of the epoch that only they can open."""

    def __init__(self, world: World) -> None:
        self.world, rita = world, world.mod("rita")
        self.bundle, self.epoch, self.charter = rita.bundle, rita.board.epoch, rita.board.charter
        self.cosigners = cosigning.listed(rita, self.charter)
        self.signers = [(world.mod(name).me, world.mod(name).device.sign) for name in ROGUES]
        self.kept, self.gate = epochs.Previous(self.epoch.hash, self.epoch.secret), self.epoch.number
        for name in ROGUES:
            del world.sessions[name]

    def lay(self, times: int = 1) -> None:
        """Announces what nobody can open, each on the one before, and keeps what opens the last."""
        for _ in range(times):
            secret = EpochSecret.random()
            entry = self.announce(secret, closed=True)
            self.kept, self.gate = epochs.Previous(entry.hash(self.world.collective), secret), self.gate + 1

    def come_back(self) -> Entry:
        """An announcement that everybody with keys of the old tree can open, with a link to what was laid."""
        return self.announce(EpochSecret.random())

    def announce(self, secret: EpochSecret, *, closed: bool = False) -> Entry:
        """Appends an announcement on what they kept, under that epoch's gate; its wraps are worthless if it is ``closed``."""
        relay, collective = cast(Accomplice, self.world.relay), self.world.collective
        last, number = relay.board[-1], sum(entry.place.kind == ANNOUNCEMENT for entry in relay.board) + 1
        made = epochs.announce(
            self.bundle, secret, collective, epoch=number, removed=self.epoch.public.removed, previous=self.kept,
            desk=self.epoch.public.desk, cosigners=self.cosigners,
        )  # fmt: skip
        worthless = {"wraps": bytes(len(made.wraps))} if closed else {}
        public = parse_public(wire.encode(wire.decode(made.encoded) | worthless))
        time = max(relay.now, last.place.time)
        inner = epochs.make_inner(
            charter=self.charter.number, desk_key=None, head=(last.place.seq, last.hash(collective)), until=time + 3600
        )
        approvals = [Approval(*me, epochs.approve(sign, public, inner, collective)) for me, sign in self.signers]
        blob = epochs.seal_announcement(public, inner, approvals, secret, collective)
        place = Place("board", last.place.seq + 1, last.hash(collective), ANNOUNCEMENT, self.gate, time, 0)
        entry = make_entry(place, blob, moderator_gate(self.bundle.gate, collective, self.gate), collective)
        relay.theirs.add(entry.hash(collective))
        relay.board.append(entry)
        return entry


@pytest.fixture
def world() -> World:
    world = World()
    world.relay.__class__ = Accomplice
    world.relay.__dict__["theirs"] = set()
    world.moderators("bea", "cleo", *ROGUES)
    for name in ("dina", "eve"):
        world.join(name, world.invite())
    world.sync()
    world.sync()
    return world


def goes_on(world: World) -> None:
    """A week passes, and another; the pulse comes."""
    for _ in range(2):
        world.later(7 * DAY)
        world.sync(*HONEST, "dina", *HONEST, "dina")


def without_them(world: World) -> None:
    for rogue in ROGUES:
        for by in HONEST:
            world.sync(by)
            if run(world[by].replant_without(world.mod(by).find_member(rogue))):
                break
        world.sync(*HONEST, "dina")


@pytest.mark.parametrize("times", [1, 2])
def test_two_who_were_removed_bring_nothing_back(world: World, times: int) -> None:
    rogues = Rogues(world)
    rogues.lay(times)
    goes_on(world)
    without_them(world)
    before = {name: view(world[name].device) for name in (*HONEST, "dina")}
    assert before["dina"]["charter"] == world.mod("ana").board.charter.number and world.mod("ana").board.charter.planting == 3
    rogues.come_back()
    for name in before:
        assert "Forked" in [refusal.error for refusal in run(world[name].sync()).refused], "she is told"
        assert view(world[name].device) == before[name] == view(reopened(world[name].device))
    goes_on(world)
    assert view(world["dina"].device) == view(world.mod("ana")) and world.mod("ana").board.charter.planting == 3


def test_who_was_away_meanwhile_believes_the_same(world: World) -> None:
    """All of it comes to eve at once. What she believes must not depend on that."""
    rogues = Rogues(world)
    rogues.lay()
    goes_on(world)
    rogues.come_back()
    world.sync("dina", "ana", "eve")
    assert view(world["eve"].device) == view(world["dina"].device) == view(world.mod("ana"))
    assert world["eve"].device.board.epoch.hash == world["dina"].device.board.epoch.hash
    without_them(world)
    world.sync("eve")
    assert view(world["eve"].device) == view(world.mod("ana"))


def test_who_comes_in_later_believes_the_same(world: World) -> None:
    """She has links alone until her path keys come, and may then find E of both."""
    rogues = Rogues(world)
    rogues.lay()
    goes_on(world)
    rogues.come_back()
    world.sync(*HONEST)
    world.join("faye", world.invite(), admit=None)
    for by in (*HONEST, "faye", "faye"):
        world.sync(by)
    assert world["faye"].device.has_path_keys
    assert view(world["faye"].device) == view(world.mod("ana"))


def test_a_link_in_a_response_that_is_refused_teaches_nothing(world: World) -> None:
    """Before anything passed over it, the relay shows dina alone an entry that is signed by nobody. She must not part from the others."""
    rogues = Rogues(world)
    rogues.lay()
    world.sync(*HONEST, "dina")
    entry = rogues.come_back()
    world.relay.board[-1] = Entry(entry.header, bytes(64), entry.blob, entry.place, entry.blob_hash)
    with pytest.raises(Refused):
        world.sync("dina")
    world.relay.board.pop()
    goes_on(world)
    assert view(world["dina"].device) == view(world.mod("ana"))
