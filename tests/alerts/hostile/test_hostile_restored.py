"""A relay that was put back from a copy has lost boxes, and has what was erased again; and what moderators do about both (protocol §5.6, §5.7)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import duties
from crypto.errors import NotAddressed
from tests.partners.casebook import published
from tests.partners.readers import reopened
from tests.partners.scribe import DAY
from tests.partners.world import HELD_BACK, World, run


@pytest.fixture
def world() -> World:
    """Three moderators, ana, bea and cleo; and dina and gwen."""
    world = World()
    world.moderators("bea", "cleo")
    for name in ("dina", "gwen"):
        world.join(name, world.invite())
    world.sync()
    return world


def restored(world: World, boxes: dict[bytes, bytes], *healers: str) -> None:
    """The relay has only these boxes; the healers sync while it is being healed, and then it is whole."""
    world.relay.boxes = dict(boxes)
    world.relay.healing = True
    world.sync(*healers)
    world.relay.healing = False


def replanted(world: World, without: str, by: list[str]) -> None:
    for name in by:
        world.sync(name)
        run(world[name].replant_without(world.mod(name).find_member(without)))
    world.sync(*by)


def test_path_keys_that_the_relay_lost_are_written_again(world: World) -> None:
    """Gwen slept through a replant, and its boxes are in no copy: she still comes in."""
    copy = dict(world.relay.boxes)
    replanted(world, "cleo", ["ana", "bea"])
    restored(world, copy, "ana")
    with pytest.raises(NotAddressed):
        world.sync("gwen")
    world.sync("ana", "gwen")
    assert world["gwen"].device.has_path_keys and world["gwen"].device.board.epoch.planting == 2


def test_boxes_that_the_copy_holds_are_not_believed(world: World) -> None:
    """Whoever went could write them until the switch, and a copy may be of just then."""
    replanted(world, "cleo", ["ana", "bea"])
    restored(world, {box: bytes(4096) for box in world.relay.boxes}, "bea")
    world.sync("bea", "gwen")
    assert world["gwen"].device.has_path_keys and world["gwen"].device.board.epoch.planting == 2


def test_a_bundle_that_the_relay_lost_is_written_again(world: World) -> None:
    """Dina was made a moderator, and had not fetched her bundle yet."""
    copy = dict(world.relay.boxes)
    world["dina"].device.accept_moderation()
    world.sync("dina")
    world.sync("ana", "bea")
    for name in ("ana", "bea"):
        world.sync(name)
        run(world[name].promote(world.mod(name).find_member("dina")))
    restored(world, copy, "ana")
    world.sync("ana", "dina")
    assert world["dina"].moderates


def test_an_invite_made_after_the_copy_still_lets_somebody_in(world: World) -> None:
    copy = dict(world.relay.boxes)
    code = world.invite()
    world.sync()
    restored(world, copy, "ana")
    world.sync("ana")
    assert world.join("hana", code).device.has_path_keys


def expired(world: World) -> int:
    """An alert that is due to be erased, and its number on the board."""
    _, alert = published(world)
    thing = world.mod("ana").board.things[alert]
    world.relay.now = thing.content["expires"] + duties.ERASE_AFTER + DAY
    world.sync("ana", "bea", "cleo")
    world.sync("ana", "bea", "cleo")
    return int(thing.first.seq)


def gone(world: World, seq: int) -> bool:
    return world.relay.board[seq].blob is None


def test_what_was_erased_and_comes_back_with_the_copy_is_asked_away_again(world: World) -> None:
    seq = expired(world)
    whole = world.relay.board[seq]
    world.later(HELD_BACK)
    world.sync("ana", "bea", "cleo")
    assert gone(world, seq) and not world.relay.pending
    world.relay.board[seq] = whole
    restored(world, world.relay.boxes, "ana")
    world.sync("ana")
    assert list(world.relay.pending) == [seq]
    world.later(HELD_BACK)
    world.sync("ana")
    assert gone(world, seq)


def test_one_who_stops_an_erasure_has_it_asked_for_again(world: World) -> None:
    """The relay lets any moderator stop any erasure; what a quorum wants is then asked for anew, by whoever syncs next."""
    seq = expired(world)
    for _ in range(3):
        for name in ("ana", "bea"):
            world.relay.pending.clear()
            world.sync(name)
            assert list(world.relay.pending) == [seq]
    world.later(HELD_BACK)
    world.sync("ana")
    assert gone(world, seq)


def test_what_is_seen_to_be_erased_is_asked_for_no_more(world: World) -> None:
    seq = expired(world)
    world.later(HELD_BACK)
    world.sync()
    assert gone(world, seq)
    asked: list[Any] = []

    async def counted(*arguments: Any, **rest: Any) -> Any:
        asked.append(arguments)

    world.sync("ana")
    world.relay.erase = counted  # type: ignore[method-assign]
    world.relay.page = counted  # type: ignore[method-assign]
    world.sync("ana")
    assert asked == []


def written_by(world: World, name: str) -> list[bytes]:
    """Ids of the boxes that a sync writes, in their order."""
    ids: list[bytes] = []
    fill = world.relay.fill_boxes

    async def counted(collective: bytes, fills: list[Any], gate: Any) -> None:
        ids.extend(one.id for one in fills)
        await fill(collective, fills, gate)

    world.relay.fill_boxes = counted  # type: ignore[method-assign]
    world.sync(name)
    world.relay.fill_boxes = fill  # type: ignore[method-assign]
    return ids


def test_a_relay_that_only_says_it_was_restored_has_the_boxes_once_for_days(world: World) -> None:
    """All boxes written anew show how many there are, and cost as much each time."""
    counts = []
    for _ in range(9):
        restored(world, world.relay.boxes, "ana")
        counts.append(len(written_by(world, "ana")))
        world.later(DAY)
    assert counts == [8, 0, 0] * 3


def test_what_a_relay_said_too_soon_is_believed_later(world: World) -> None:
    restored(world, world.relay.boxes, "ana")
    world.sync("ana")
    world.later(DAY)
    restored(world, {}, "ana")
    assert written_by(world, "ana") == []
    world["ana"].device = reopened(world["ana"].device)
    world.later(2 * DAY)
    assert len(written_by(world, "ana")) == 8


def test_a_relay_that_has_less_than_was_known_is_believed_at_once(world: World) -> None:
    restored(world, world.relay.boxes, "ana")
    world.sync("ana")
    for shelf in ("board", "log"):
        kept = getattr(world.relay, shelf)
        setattr(world.relay, shelf, kept[:-1])
        restored(world, world.relay.boxes, "ana")
        setattr(world.relay, shelf, kept)
        assert len(written_by(world, "ana")) == 8


def test_the_order_of_boxes_says_nothing_of_whose_they_are(world: World) -> None:
    """In the order of leaves, with each bundle behind its owner's path keys, it would say which devices moderate."""
    orders = set()
    for _ in range(4):
        restored(world, world.relay.boxes, "ana")
        orders.add(tuple(written_by(world, "ana")))
        world.later(3 * DAY)
    assert len(orders) > 1 and len({frozenset(order) for order in orders}) == 1


def test_a_sync_with_nothing_to_do_writes_nothing(world: World) -> None:
    """Also on a device that was opened anew, as the command line does each time: the joins it kept are not asked again."""
    world.sync()
    written: list[str] = []
    fill = world.relay.fill_boxes

    async def counted(collective: bytes, fills: list[Any], gate: Any) -> None:
        written.extend("box" for _ in fills)
        await fill(collective, fills, gate)

    world.relay.fill_boxes = counted  # type: ignore[method-assign]
    before = run(world.relay.newest(world.collective)).version
    for _ in range(2):
        for name in ("ana", "bea", "cleo"):
            world[name].device = reopened(world[name].device)
            world.sync(name)
    assert written == [] and run(world.relay.newest(world.collective)).version == before


def test_who_asks_again_has_her_box_written_again(world: World) -> None:
    """Somebody wrote something else into it: nobody but she can tell, so she posts her join again."""
    code = world.invite()
    world.join("hana", code, admit=None)
    world.sync("ana")
    hana = world["hana"].device
    world.relay.boxes[hana.path_box] = bytes(4096)
    world.sync("hana")
    assert not hana.has_path_keys
    world.later(DAY)
    world.sync("hana", "ana", "hana")
    assert hana.has_path_keys
