"""Items that come late: a former moderator cannot have vouched beforehand for what she means to write one day (protocol §8.1)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import posts
from alerts.inbox import heard, seen
from alerts.report import example_report, validate_report
from crypto import wire
from crypto.errors import Unreachable
from crypto.shelves import parse_desk_item
from tests.partners.readers import reopened
from tests.partners.scribe import DAY
from tests.partners.world import World, run

FIELDS = validate_report(example_report(), policy={}, country="GB")


@pytest.fixture
def world() -> World:
    """Three moderators, and dina."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    return world


def vouches(world: World, name: str, report: bytes, data: dict[str, Any], event: str = "seen") -> None:
    device = world.mod(name)
    entries = device.note_entries([("desk", {"report": report, "event": event, "data": data})], world.relay.now)
    run(world.relay.append(world.collective, "log", entries, device.moderator_gate()))


async def _gone(*_: object) -> None:
    raise Unreachable("the connection is gone")


def prepared(world: World, name: str) -> tuple[bytes, bytes, bytes]:
    """A report sealed now and kept for later: its id, its content, and the item."""
    device = world[name].device
    value, receipt = posts.make_report(FIELDS, head=device.board.epoch.hash, now=0, collective=world.collective)
    return receipt.id, wire.encode(value), posts.seal_item(value, device.desk()).encoded


def pulse(world: World) -> None:
    before = world.mod("ana").board.epoch.number
    world.later(7 * DAY)
    world.sync("ana", "bea", "ana", "bea", "dina")
    world.later(3600)
    world.sync("ana", "bea")
    assert world.mod("bea").board.epoch.number > before


def injected(world: World, item: bytes, *by: str) -> list[list[str]]:
    world.relay.desk_items.append((0, item))
    return [[r.error for r in run(world[name].sync()).refused] for name in by]


def test_who_is_out_cannot_have_vouched_for_herself(world: World) -> None:
    report, content, item = prepared(world, "cleo")
    vouches(world, "cleo", report, seen(content))
    world.sync("ana", "bea")
    run(world["ana"].replant_without(world.mod("ana").find_member("cleo")))
    world.sync("bea")
    run(world["bea"].replant_without(world.mod("bea").find_member("cleo")))
    world.later(DAY)
    world.sync("ana", "bea", "ana", "dina")
    assert world.mod("ana").board.charter.planting == 2
    assert injected(world, item, "ana", "bea") == [["ReportEpoch"], ["ReportEpoch"]]


@pytest.mark.parametrize("voucher", ["nothing", "another", "alone", "too late", "a counter"])
def test_what_is_no_proof_that_an_item_came_in_its_time(world: World, voucher: str) -> None:
    report, content, item = prepared(world, "dina")
    said = {"nothing": {}, "another": seen(b"another report"), "a counter": {"counter": 2**53 - 1}}.get(voucher, seen(content))
    if voucher == "too late":
        pulse(world)
        pulse(world)
        world.sync("cleo")
    for name in ["cleo"] if voucher == "alone" else ["ana", "bea"]:
        world.sync(name)
        vouches(world, name, report, said, "heard" if voucher == "a counter" else "seen")
    world.sync("ana", "bea")
    pulse(world)
    assert injected(world, item, "ana", "bea") == [["ReportEpoch"], ["ReportEpoch"]]
    assert report not in world.mod("ana").inbox.reports


def test_what_two_who_moderate_now_have_seen_is_read_by_who_comes_later(world: World) -> None:
    report = world.report("dina")
    world.sync("ana", "bea", "dina")
    world["dina"].device.follow_up(report, "correct", text="it was the other street")
    world.sync("dina", "ana", "bea", "cleo")
    pulse(world)
    world.join("eve", world.invite(moderator=True))
    world.promote("eve", ["ana", "bea", "cleo"])
    world.sync("eve")
    eve = world.mod("eve")
    assert eve.moderates and eve.inbox.reports[report].counter == 1 and eve.inbox.refused == []
    # Those who vouched may leave: what was taken stays taken.
    opened = reopened(eve)
    for step in opened.log.steps[report]:
        assert step.data.get("hash") or step.event not in ("seen", "heard")
    opened.log.steps.clear()
    again = reopened(opened)
    assert again.inbox.reports.keys() == eve.inbox.reports.keys()


def test_a_follow_up_is_heard_by_its_hash(world: World) -> None:
    """A rogue who says that she heard everything there will ever be puts nothing in order."""
    report = world.report("dina")
    world.sync("ana", "bea")
    world.sync("cleo")
    vouches(world, "cleo", report, {"counter": 2**53 - 1, "hash": bytes(32)}, "heard")
    world["dina"].device.follow_up(report, "correct", text="one")
    world.sync("dina", "ana", "bea", "cleo", "ana")
    steps = [s for s in world.mod("ana").log.steps[report] if s.event == "heard"]
    [(counter, _, body)] = world.mod("ana").inbox.reports[report].follow_ups
    assert [s.data == heard(counter, body) for s in steps] == [False, True, True] and len({s.person for s in steps[1:]}) == 2


@pytest.mark.parametrize("says", ["stands still", "the beginning of time"])
def test_a_relay_whose_clock_is_behind_lets_nobody_in_who_is_out(world: World, says: str) -> None:
    """It would say that what somebody sealed who is out by now arrived while she was in; and when a device looked last, it says too."""
    world.join("eve", world.invite())
    world.sync()
    _, _, item = prepared(world, "eve")
    arrived = world.relay.now
    world.relay.says = arrived if says == "stands still" else 1
    world.sync()
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].remove(world.mod(by).find_member("eve")))
    world.sync("ana", "bea", "cleo", "dina")
    assert world.mod("ana").board.epoch_ended(parse_desk_item(item).epoch) == arrived
    world.later(2 * DAY)
    world.sync("ana", "bea", "cleo", "dina")
    world.join("faye", world.invite(moderator=True))
    world.promote("faye", ["ana", "bea", "cleo"])
    assert world["faye"].moderates
    world.relay.desk_items.append((arrived, item))
    assert [[r.error for r in run(world[name].sync()).refused] for name in ("ana", "faye")] == [["ReportEpoch"], ["ReportEpoch"]]
    assert world.mod("faye").inbox.reports == world.mod("ana").inbox.reports == {}


@pytest.mark.parametrize("broken_off", [False, True])
def test_who_begins_to_moderate_is_not_told_of_what_was_late_before_she_did(
    world: World, monkeypatch: pytest.MonkeyPatch, broken_off: bool
) -> None:
    """Joins of the members who came under earlier epochs lie at the desk, and were others' to judge. What comes late afterwards she is told of."""
    world.join("eve", world.invite())
    world.sync()
    pulse(world)
    _, _, item = prepared(world, "eve")
    pulse(world)
    world.join("faye", world.invite(moderator=True))
    world.sync("bea")
    assert [run(world[by].promote(world.mod(by).find_member("faye"))) for by in ("ana", "bea")] == [False, True]
    if broken_off:
        with monkeypatch.context() as line, pytest.raises(Unreachable):
            line.setattr(world["faye"].relay, "desk", _gone)
            run(world["faye"].sync())
    assert run(world["faye"].sync()).refused == []
    assert world["faye"].moderates and len(world.mod("faye").inbox.told) > 0
    assert injected(world, item, "faye") == [["ReportEpoch"]]
