"""A relay that watches what comes to the desk, says that it was restored, or lies about positions (protocol §5.3, §5.6, §8.2)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts.home import Home
from alerts.mail import MailItem
from alerts.member import FETCH_AGAIN, Member
from alerts.outgoing import AGAIN_AFTER
from alerts.report import example_report, validate_report
from alerts.sync import RelayClient
from crypto.errors import NotARelay
from crypto.shelves import parse_desk_item
from crypto.vault import Cost
from tests.partners.scribe import DAY, NOW
from tests.partners.world import World, run

FIELDS = validate_report(example_report(), policy={}, country="GB")


@pytest.fixture
def world() -> World:
    """Two moderators, and the members dina and eve."""
    world = World()
    world.moderators("bea")
    for name in ("dina", "eve"):
        world.join(name, world.invite())
    world.sync()
    return world


def came(world: World, since: int) -> list[bytes]:
    return [item for _, item in world.relay.desk_items[since:]]


# ---- posting ------------------------------------------------------------------------------------------------------


def test_what_is_not_acknowledged_comes_again_rarely_alone_and_in_other_bytes(world: World) -> None:
    """A relay that keeps it from the moderators gets no pseudonym."""
    fay = world.join("fay", world.invite(), admit=None)
    start = len(world.relay.desk_items) - 1
    for _ in range(2):
        fay.device.report(FIELDS, world.relay.now)
    world.sync("fay")
    first = came(world, start)
    assert [parse_desk_item(item).invite_box is None for item in first] == [False, True, True]
    for _ in range(5):
        world.sync("fay")
    assert came(world, start) == first
    world.later(AGAIN_AFTER)
    for more in (1, 2, 3, 3, 3):
        before = len(world.relay.desk_items)
        world.sync("fay")
        assert len(came(world, start)) == 3 + more and len(world.relay.desk_items) - before <= 1
    assert len(set(came(world, start))) == 6
    world.later(AGAIN_AFTER)
    world.sync("fay")
    assert len(came(world, start)) == 6, "twice as long now"
    world.later(AGAIN_AFTER)
    world.sync("fay")
    assert len(came(world, start)) == 7


def test_the_same_bytes_come_again_only_if_the_relay_did_not_take_them(world: World) -> None:
    device = world["dina"].device
    receipt = device.report(FIELDS, world.relay.now)
    [once], [twice] = device.to_send(world.relay.now), device.to_send(world.relay.now)
    assert once.item == twice.item
    device.sent(once, world.relay.now)
    [late] = device.to_send(world.relay.now + AGAIN_AFTER)
    assert late.item != once.item and receipt.posts == 1


def test_who_reported_is_acknowledged_and_posts_no_more(world: World) -> None:
    world.report("dina")
    world.sync("ana", "bea", "dina")
    before = len(world.relay.desk_items)
    world.later(30 * DAY)
    world.sync("ana", "bea", "ana", "dina")
    assert len(world.relay.desk_items) == before


# ---- healing ------------------------------------------------------------------------------------------------------


def restored(world: World, board: int) -> None:
    world.relay.healing = True
    world.relay.board = world.relay.board[:board]


def test_a_relay_that_only_says_it_was_restored_gets_one_report_in_new_bytes(world: World) -> None:
    """No join, no follow-up, nothing that was acknowledged."""
    told = world.report("dina")
    world.sync("ana", "bea", "dina")
    world["dina"].device.follow_up(told, "correct", text="the other street")
    world.sync("dina", "ana", "bea")
    for _ in range(2):
        world["dina"].device.report(FIELDS, world.relay.now)
    world.sync("dina")
    before = {item for _, item in world.relay.desk_items}
    world.relay.healing = True
    for count in (1, 2, 2, 2):
        world.sync("dina")
        assert len(world.relay.healed) == count
    assert not before & set(world.relay.healed)
    assert all(parse_desk_item(item).invite_box is None for item in world.relay.healed)


def test_a_relay_that_lost_something_gets_follow_ups_back_one_at_a_time(world: World) -> None:
    told = world.report("dina")
    world.sync("ana", "bea", "dina")
    for text in ("one", "two"):
        world["dina"].device.follow_up(told, "correct", text=text)
    world.sync("dina")
    world.later(7 * DAY)
    world.sync("ana", "bea", "ana", "dina")
    items = {posted.item for posted in world["dina"].device.posted}
    restored(world, len(world.relay.board) - 1)
    for count in (1, 2, 2):
        world.sync("dina")
        assert len(world.relay.healed) == count
    assert set(world.relay.healed) == items
    world.relay.healing = False
    world.sync("dina")
    assert not world["dina"].device.rolled_back and not world["dina"].device.reposted


# ---- positions ----------------------------------------------------------------------------------------------------


class _Pages(RelayClient):
    def __init__(self, pages: list[dict[str, Any]]) -> None:
        super().__init__("http://127.0.0.1:1", lambda: NOW)
        self.pages = pages

    async def _with_token(self, *_: Any, **__: Any) -> Any:
        return self.pages.pop(0)


@pytest.mark.parametrize("positions", [[2**53 - 1], [5, 5], [5, 4], [0], [11]])
def test_positions_that_do_not_rise_or_lie_beyond_the_last_refuse_the_answer(positions: list[int]) -> None:
    desk = {"items": [{"position": p, "arrived": 0, "item": b""} for p in positions], "more": False, "last": 10}
    with pytest.raises(NotARelay):
        run(_Pages([desk]).desk(bytes(32), 0, None))  # type: ignore[arg-type]  # the gate is not asked for here
    mail = {"items": [{"position": p, "tag": bytes(32), "blob": bytes(1064)} for p in positions], "more": False, "last": 10}
    with pytest.raises(NotARelay):
        run(_Pages([mail]).mail(bytes(32), 0, None))  # type: ignore[arg-type]  # the gate is not asked for here


def test_a_cursor_that_was_led_astray_begins_again(world: World) -> None:
    report = world.report("dina")
    for name in ("ana", "bea"):
        world.mod(name).inbox.after = 2**53 - 1
    world.sync("ana", "bea")
    assert report in world.mod("bea").inbox.reports
    dina = world["dina"].device
    dina.mail_after = 2**53 - 1
    world.sync("dina")
    assert len(dina.receipts[report].acknowledged) == 2


def test_what_was_held_back_once_is_found_within_a_week_and_nothing_is_read_twice(world: World) -> None:
    report = world.report("dina")
    held, world.relay.desk_items[-1] = world.relay.desk_items[-1], (0, b"\xa0")
    world.sync("ana", "bea")
    world.relay.desk_items[-1] = held
    world.sync("ana", "bea")
    assert report not in world.mod("ana").inbox.reports
    letters: list[MailItem] = world.relay.mails
    world.later(7 * DAY)
    refused = [r.error for name in ("ana", "bea", "ana") for r in run(world[name].sync()).refused]
    assert refused == []
    assert report in world.mod("ana").inbox.reports and len(letters) == 2
    world.sync("dina")
    before = world["dina"].device.receipts[report].state()
    world.later(FETCH_AGAIN)
    assert run(world["dina"].sync()).mail == 0
    assert world["dina"].device.receipts[report].state() == before


def test_a_letter_that_was_held_back_once_is_found_within_four_weeks(world: World) -> None:
    report = world.report("dina")
    world.sync("ana", "bea")
    letters: list[MailItem] = world.relay.mails
    held, letters[-1] = letters[-1], MailItem(bytes(32), bytes(1064))
    world.sync("dina")
    letters[-1] = held
    receipt = world["dina"].device.receipts[report]
    world.sync("dina")
    assert len(receipt.acknowledged) == 1
    world.later(FETCH_AGAIN)
    assert run(world["dina"].sync()).mail == 1
    assert len(receipt.acknowledged) == 2


# ---- the vault ----------------------------------------------------------------------------------------------------


def sizes(home: Home) -> list[int]:
    return sorted(len(value) for (value,) in home._database.execute("SELECT value FROM records"))


def test_a_locked_vault_does_not_show_whether_its_owner_reports(world: World, tmp_path: Any) -> None:
    homes = {name: Home.create(tmp_path / name, "pass", Cost()) for name in ("dina", "eve")}

    def alike() -> list[int]:
        for name, home in homes.items():
            home.save(world[name].device)
        first, second = (sizes(home) for home in homes.values())
        assert first == second
        return first

    before = alike()
    told = world["dina"].device.report(FIELDS, world.relay.now).id
    homes["dina"].put({"draft": {"kinds": ["violence"]}})
    assert alike() == before, "written, not sent"
    world.sync("dina")
    assert alike() == before, "sent"
    homes["dina"].put({"draft": None})
    world.sync("ana", "bea", "dina")
    world["dina"].device.follow_up(told, "correct", text="the other street")
    assert alike() == before, "acknowledged, and corrected"
    for home in homes.values():
        home.close()
    opened = Home.open(tmp_path / "dina", "pass")
    again = opened.load()
    assert isinstance(again, Member) and again.receipts.keys() == {told} and len(again.outbox) == 1 and opened.get("draft") is None
    opened.close()


def test_forgetting_a_report_leaves_nothing_of_it(world: World, tmp_path: Any) -> None:
    told = world.report("dina")
    world.sync("ana", "bea", "dina")
    dina = world["dina"].device
    dina.follow_up(told, "correct", text="sent")
    world.sync("dina")
    dina.follow_up(told, "correct", text="queued")
    dina.forget(told)
    assert dina.receipts == {} and dina.outbox == [] and dina.posted == []
    home = Home.create(tmp_path / "dina", "pass", Cost())
    home.save(dina)
    assert home.get("own")["receipts"] == [] and home.get("own")["outbox"] == []
    home.close()
