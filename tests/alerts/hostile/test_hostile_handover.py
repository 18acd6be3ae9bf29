"""A second device beside the first (protocol §7.7): who gets in by a code, and what two devices of one person can and cannot spoil."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import session
from alerts.moderator import BoxFill
from alerts.session import Session
from crypto.errors import CannotOpen, NotAddressed, NotAllowed, WrongCommitment
from crypto.handover import LASTS, handover_box, handover_seed, read_digits
from crypto.invites import new_code
from crypto.recovery import period_of, recovery_box
from crypto.secrets import InviteCode
from tests.partners.readers import view
from tests.partners.scribe import DAY
from tests.partners.world import World, run

DIGITS = read_digits("004 711")


@pytest.fixture
def world() -> World:
    world = World()
    world.join("dina", world.invite())
    return world


def takes(world: World, code: InviteCode, digits: int = DIGITS, name: str = "dina too") -> Session | None:
    found = run(session.take_over(world.client, handover_seed(code, digits), world.clock, lambda device: None))
    if found is not None:
        world.sessions[name] = found
        world.sync(name)
    return found


def added(world: World, by: str, name: str) -> Session:
    code = new_code()
    run(world[by].hand_over(handover_seed(code, DIGITS)))
    found = takes(world, code, name=name)
    assert found is not None
    return found


def test_both_devices_are_the_same_and_read_what_comes(world: World) -> None:
    second = added(world, "dina", "dina too")
    first = world["dina"].device
    assert second.device.device == first.device and second.device.alias == first.alias
    world.later(9 * DAY)
    world.sync("ana", "dina", "dina too")
    assert view(second.device) == view(first)
    assert len(world.mod("ana").members()) == 2


def test_nothing_lies_there_before_the_digits_were_typed_and_nothing_afterwards(world: World) -> None:
    code, before = new_code(), set(world.relay.boxes)
    assert takes(world, code) is None
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    assert set(world.relay.boxes) - before == {handover_box(handover_seed(code, DIGITS))}
    assert not run(world["dina"].was_taken(handover_seed(code, DIGITS)))
    assert takes(world, code) is not None
    assert set(world.relay.boxes) == before and run(world["dina"].was_taken(handover_seed(code, DIGITS)))
    assert takes(world, code) is None, "it is taken once"


def test_who_saw_the_code_alone_has_nothing(world: World) -> None:
    code = new_code()
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    assert takes(world, code, DIGITS + 1) is None
    assert takes(world, new_code()) is None


def test_what_nobody_came_for_is_taken_back_and_lies_there_for_a_minute_at_most(world: World) -> None:
    """Whoever has photographed the code can ask for one name after the other, as long as there is something to be found."""
    seed = handover_seed(new_code(), DIGITS)
    posted: list[BoxFill] = []
    post = world.relay.post_box

    async def noted(collective: bytes, fill: BoxFill, gate: Any) -> None:
        posted.append(fill)
        await post(collective, fill, gate)

    world.relay.post_box = noted  # type: ignore[method-assign]
    run(world["dina"].hand_over(seed))
    assert [fill.expires for fill in posted] == [world.relay.now + LASTS] and LASTS <= 60 and posted[0].burnable
    run(world["dina"].take_back(seed))
    assert handover_box(seed) not in world.relay.boxes


def test_a_relay_that_hands_out_another_box_is_refused(world: World) -> None:
    code, other = new_code(), new_code()
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    world.relay.boxes[handover_box(handover_seed(other, DIGITS))] = world.relay.boxes[handover_box(handover_seed(code, DIGITS))]
    with pytest.raises(CannotOpen):
        takes(world, other)


def test_typed_twice_it_is_written_once(world: World) -> None:
    code = new_code()
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    assert takes(world, code) is not None


def test_who_is_not_let_in_yet_hands_nothing_over(world: World) -> None:
    world.join("eve", world.invite(), admit=None)
    with pytest.raises(NotAllowed, match="let this device in yet"):
        run(world["eve"].hand_over(handover_seed(new_code(), DIGITS)))


def test_somebody_removed_lets_nobody_in(world: World) -> None:
    code = new_code()
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    run(world["ana"].remove(world.mod("ana").find_member("dina")))
    with pytest.raises(NotAddressed):
        takes(world, code)


def test_a_relay_cannot_show_the_second_device_an_older_board_than_the_firsts(world: World) -> None:
    world.later(9 * DAY)
    world.sync("ana", "dina")
    code = new_code()
    run(world["dina"].hand_over(handover_seed(code, DIGITS)))
    world.relay.board = world.relay.board[:2]
    with pytest.raises(WrongCommitment):
        takes(world, code)


def test_receipts_stay_where_the_report_was_written(world: World) -> None:
    """Two devices that count the same report's follow-ups would lose one of them."""
    report = world.report("dina")
    second = added(world, "dina", "dina too")
    assert second.device.receipts == {} and second.device.outbox == [] and second.device.posted == []
    assert report in world["dina"].device.receipts


def test_the_second_device_does_not_write_the_firsts_recovery_box_again(world: World) -> None:
    """One id written from two places would link them."""
    world["dina"].device.recoverable.wanted = True
    world.sync("dina")
    box = recovery_box(world["dina"].device.device, period_of(world.relay.now))
    del world.relay.boxes[box]
    second = added(world, "dina", "dina too")
    assert second.device.recoverable.wanted and box not in world.relay.boxes


def test_a_second_device_of_a_moderator_moderates_and_no_key_is_used_twice() -> None:
    world = World()
    world.moderators("bea", "cleo")
    second = added(world, "ana", "ana too")
    assert second.moderates
    for _ in range(4):
        world.later(7 * DAY)
        world.sync("ana", "ana too", "bea", "cleo", "ana too", "ana", "bea")
    board = world["bea"].device.board
    assert board.epoch.number >= 5
    listed = [key for epoch in board.epochs.values() for key in epoch.public.cosigners]
    assert len(listed) == len(set(listed))
    assert [world[name].result.refused for name in world.sessions] == [[]] * 4
    assert {world[name].device.board.epoch.number for name in world.sessions} == {board.epoch.number}
