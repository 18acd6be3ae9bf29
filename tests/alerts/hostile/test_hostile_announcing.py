"""One rogue moderator has announcements made that nobody needs, to use up the others' one-time keys (protocol §3.7, §4.3)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import announcing, cosigning
from alerts.moderator import Moderator
from crypto import epochs
from crypto.secrets import EpochSecret
from tests.partners.scribe import DAY
from tests.partners.world import World, run

HOUR = 3600


def collective_of(*names: str) -> World:
    """Ana and these moderate; dina is a member. Nothing is due."""
    world = World()
    world.moderators(*names)
    world.join("dina", world.invite())
    world.later(13 * HOUR)
    world.sync()
    world.sync()
    assert announcing.reason(world.mod("ana"), world.relay.now) is None
    return world


@pytest.fixture
def world() -> World:
    """Ana, bea the rogue, and cleo."""
    return collective_of("bea", "cleo")


def number(world: World, name: str = "ana") -> int:
    return world.mod(name).board.epoch.number


def unused(world: World, name: str) -> int:
    ana = world.mod("ana")
    used = {key for epoch in ana.board.epochs.values() for key in epoch.public.cosigners}
    return len(set(ana.log.cosigners[world.mod(name).me[0]]) - used)


def proposal(rogue: Moderator, now: int, **changes: Any) -> list[Any]:
    """The notes of a proposal that is right in all but what ``changes`` says: `removed`, or `cosigners`."""
    epoch, head = rogue.board.epoch, rogue.board.head
    assert head is not None
    fields = {"removed": epoch.public.removed, "cosigners": cosigning.listed(rogue, rogue.board.charter)} | changes
    secret = EpochSecret.random()
    public = epochs.announce(
        rogue.bundle, secret, rogue.collective, epoch=rogue.board.next_epoch, previous=epochs.Previous(epoch.hash, epoch.secret),
        desk=epoch.public.desk, **fields,
    )  # fmt: skip
    inner = epochs.make_inner(charter=rogue.board.charter.number, desk_key=None, head=(head.seq, head.hash), until=now + 13 * DAY)
    note = ("announcement", {"public": public.encoded, "inner": inner.encoded, "secret": secret.reveal()})
    return [note, announcing.approval_note(rogue, public, inner)]


def writes(world: World, name: str, **changes: Any) -> bytes:
    """The device of a rogue proposes an announcement; the commitment to know it by."""
    notes = iter([proposal(world.mod(name), world.relay.now, **changes)])
    run(world[name].write_notes(lambda: next(notes, [])))
    return max(world.mod(name).log.announcing.values(), key=lambda a: a.seq).public.commitment


def signed_by(world: World, commitment: bytes) -> set[bytes]:
    return {p for a in world.mod("ana").log.announcing.values() if a.public.commitment == commitment for p in a.approvals}


def runs_out(world: World, name: str) -> None:
    """Somebody sleeps until no key of hers is unused."""
    while unused(world, name):
        world.later(7 * DAY)
        world.sync("ana", "bea", "ana")


@pytest.fixture
def few_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as are used up soon: with all that devices publish it takes more than a month."""
    monkeypatch.setattr(cosigning, "KEYS", 2)
    monkeypatch.setattr(cosigning, "FEW", 2)


# ---- announcements that are not due -------------------------------------------------------------------------------


def test_invites_that_end_one_after_the_other_are_announced_once(world: World) -> None:
    """Cleo sleeps. Every minute an invite of bea's ends."""
    world.later(13 * HOUR)
    before, keys = number(world), unused(world, "cleo")
    for _ in range(6):
        run(world["bea"].invite(world.relay.now + 60, moderator=False))
        world.later(61)
        world.sync("bea", "ana")
    assert (number(world), unused(world, "cleo")) == (before + 1, keys - 1)


def test_an_ended_invite_is_announced_within_a_day(world: World) -> None:
    run(world["ana"].invite(world.relay.now + 60, moderator=False))
    before = number(world)
    for _ in range(3):
        world.later(8 * HOUR)
        world.sync("ana", "bea")
    assert number(world, "bea") == before + 1


def test_nobody_signs_what_is_not_due(world: World) -> None:
    commitment, before = writes(world, "bea"), number(world)
    world.sync()
    assert signed_by(world, commitment) == {world.mod("bea").me[0]} and number(world) == before


def test_what_waited_for_a_reason_is_signed_once_there_is_one(world: World) -> None:
    """Nothing is wrong with it then: bytes and keys are the right ones."""
    commitment = writes(world, "bea")
    world.sync("ana")
    assert len(signed_by(world, commitment)) == 1
    world.later(6 * DAY)
    world.sync("ana")
    assert len(signed_by(world, commitment)) == 2


def test_nobody_signs_what_leaves_a_removal_out(world: World) -> None:
    """It would be due again, and again."""
    commitment = writes(world, "bea")
    for by in ("ana", "cleo"):
        world.sync(by)
        run(world[by].remove(world.mod(by).find_member("dina")))
    world.sync("cleo", "ana", "cleo")
    assert len(signed_by(world, commitment)) == 1
    assert world.mod("cleo").board.epoch.public.removed, "the removal waits for nothing"


def test_nobody_signs_what_leaves_a_new_moderator_out(world: World) -> None:
    """Bea proposes before eve has keys. When eve has some, an announcement is due, and is not that one."""
    world.join("eve", world.invite(moderator=True))
    for by in ("ana", "cleo"):
        world.sync(by)
        run(world[by].promote(world.mod(by).find_member("eve")))
    run(world["bea"]._caught_up())
    commitment = writes(world, "bea")
    world.sync("eve", "eve", "ana", "cleo", "ana")
    assert len(signed_by(world, commitment)) == 1
    assert len(world.mod("ana").board.epoch.public.cosigners) == 4 and cosigning.is_complete(world.mod("ana"))


def test_nobody_signs_what_leaves_a_desk_key_out_that_is_due(world: World) -> None:
    world.later(31 * DAY)
    world.mod("bea").now = world.relay.now
    before = world.mod("ana").board.epoch.public.desk
    commitment = writes(world, "bea")
    world.sync("ana", "cleo", "ana")
    assert len(signed_by(world, commitment)) == 1 and world.mod("ana").board.epoch.public.desk == before + 1


# ---- somebody is out of keys --------------------------------------------------------------------------------------


def test_who_is_out_of_keys_is_not_left_out_and_nothing_is_written_for_nothing(few_keys: None, world: World) -> None:
    """With two of three listed the relay would ask for one signature. The others wait for her device; then all goes on."""
    runs_out(world, "cleo")
    world.later(7 * DAY)
    world.sync("ana", "bea")
    before, written = number(world), len(world.relay.log)
    assert announcing.reason(world.mod("ana"), world.relay.now) == "pulse"
    for _ in range(3):
        world.sync("ana", "bea")
    assert (number(world), len(world.relay.log)) == (before, written)
    world.sync("cleo", "ana", "bea", "cleo")
    assert number(world, "cleo") == before + 1 and len(world.mod("cleo").board.epoch.public.cosigners) == 3


def test_a_replant_without_the_rogue_is_possible_while_somebody_is_out_of_keys(few_keys: None) -> None:
    """Five moderate; sue sleeps. With three of four listed the relay asks for two signatures, as with four."""
    world = collective_of("bea", "cleo", "sue", "rita")
    runs_out(world, "sue")
    world.sync("cleo")
    for by in ("ana", "bea", "cleo"):
        world.sync(by)
        if run(world[by].replant_without(world.mod(by).find_member("rita"))):
            break
    world.sync("ana", "bea", "cleo", "ana")
    ana = world.mod("ana")
    assert ana.board.charter.planting == 2 and len(ana.board.charter.people) == 4 and len(ana.board.epoch.public.cosigners) >= 3
    for name in ("sue", "ana", "bea", "cleo", "sue"):
        world.sync(name)
    assert len(world.mod("sue").board.epoch.public.cosigners) == 4 and world.mod("sue").moderates


def test_a_replant_waits_for_who_is_out_of_keys_if_one_alone_could_announce_without_her(few_keys: None) -> None:
    """Four moderate; sue sleeps. It can be had when her device is awake."""
    world = collective_of("bea", "sue", "rita")
    runs_out(world, "sue")
    for by in ("ana", "bea"):
        world.sync(by)
        assert not run(world[by].replant_without(world.mod(by).find_member("rita")))
    world.sync("ana", "bea")
    written = len(world.relay.log)
    world.sync("ana", "bea")
    assert world.mod("ana").board.charter.planting == 1 and len(world.relay.log) == written
    for by in ("sue", "ana", "bea", "sue"):
        world.sync(by)
        if world.mod(by).board.charter.planting == 1:
            run(world[by].replant_without(world.mod(by).find_member("rita")))
    world.sync("ana")
    assert world.mod("ana").board.charter.planting == 2 and len(world.mod("ana").board.epoch.public.cosigners) == 3


def test_keys_that_are_carried_over_are_all_that_are_unused(world: World) -> None:
    """Who can read only what comes after a replant knows whose each listed key is."""
    ana = world.mod("ana")
    carried = [key for item in ana.log.carry(set()) if item["kind"] == "cosigners" for key in item["keys"]]
    used = {key for epoch in ana.board.epochs.values() for key in epoch.public.cosigners}
    assert {key for keys in ana.log.cosigners.values() for key in keys} - used <= set(carried)
    assert set(ana.board.epoch.public.cosigners) <= set(carried)
