"""Pings, over HTTP to the stand-in: one for each item and chat, when she wants it, and what happens when Telegram does not play along."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import ApplicationBuilder

from bot.broadcast import FIRST_RETRY, LANES, Broadcast
from bot.metrics import Metrics
from bot.news import Item, News
from bot.pace import Pace
from bot.relay import MEMBER, MODERATOR, Channel, Header
from bot.settings import Settings
from bot.store import Store, new_key
from bot.subscriptions import LAPSES, REMINDED, Subscriptions
from bot.texts import Texts
from rehearsal.clock import Clock
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from rehearsal.telegram import Telegram

COLLECTIVE = bytes(31) + b"\x01"
OTHER = bytes(31) + b"\x02"


def button(language: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Open", url="http://127.0.0.1:9/app")]])


@dataclass
class Room:
    """A bot that only pings: everything but relay and chat."""

    telegram: Telegram
    clock: Clock
    store: Store
    news: News
    subscriptions: Subscriptions
    broadcast: Broadcast
    metrics: Metrics
    boards: dict[bytes, list[int]] = field(default_factory=dict)
    desks: dict[bytes, int] = field(default_factory=dict)

    async def learn(self, collective: bytes = COLLECTIVE) -> None:
        async def headers(of: bytes, start: int) -> list[Header]:
            return [Header(seq, urgent) for seq, urgent in enumerate(self.boards[of])][start:]

        channel = Channel(collective, len(self.boards[collective]) - 1, self.desks.get(collective, 0), 1, {MEMBER: (), MODERATOR: ()})
        if await self.news.learn(channel, headers):
            await self.broadcast.plan_all()

    async def appear(self, *urgent: int, collective: bytes = COLLECTIVE) -> None:
        """New entries on the board, noticed together."""
        self.boards.setdefault(collective, [0, 0]).extend(urgent)
        await self.learn(collective)

    async def appear_in_memory(self, *urgent: int) -> None:
        """New entries, though the disk takes nothing: as if it had failed just after they were written."""
        board = self.boards[COLLECTIVE]
        now = int(self.clock())
        self.news._known[COLLECTIVE].items += [Item(MEMBER, len(board) + i, one, now) for i, one in enumerate(urgent)]
        board.extend(urgent)
        self.news._known[COLLECTIVE].board = len(board)
        await self.broadcast.plan_all()

    async def arrive(self, collective: bytes = COLLECTIVE) -> None:
        """Something at the desk."""
        self.desks[collective] = self.desks.get(collective, 0) + 1
        await self.learn(collective)

    async def subscribe(
        self, phones: Sequence[Phone], settings: Settings | None = None, role: str = MEMBER, collective: bytes = COLLECTIVE
    ) -> None:
        for phone in phones:
            await self.subscriptions.subscribe(phone.id, collective, role, int(self.clock()))
            await self.subscriptions.change(phone.id, settings or Settings())

    async def quiet(self) -> None:
        """Wait until nothing is due now, and nothing under way."""
        async with asyncio.timeout(30):
            while any(due <= self.clock() for due in self.broadcast._due.values()) or self.broadcast._under_way:
                await asyncio.sleep(0.01)

    async def forward(self, **time: float) -> None:
        self.clock.forward(**time)
        self.broadcast._wake.set()
        await self.quiet()


@contextlib.asynccontextmanager
async def running(folder: Path, *, limits: Limits | None = None, start: float | None = 1_800_000_000) -> AsyncIterator[Room]:
    clock = Clock(start)
    async with contextlib.AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(Telegram(clock, limits=limits or Limits.none()))
        application: Any = ApplicationBuilder().token(telegram.token).base_url(telegram.base_url).rate_limiter(Pace()).build()
        await stack.enter_async_context(application.bot)
        store = await Store.open(folder, [new_key()])
        stack.push_async_callback(store.close)
        news, metrics = News(store, clock), Metrics()
        subscriptions = Subscriptions(store, news.newest, clock)
        broadcast = Broadcast(subscriptions, news, lambda: application.bot, Texts(), button, metrics, clock)
        room = Room(telegram, clock, store, news, subscriptions, broadcast, metrics)
        for collective in (COLLECTIVE, OTHER):
            await room.appear(collective=collective)
        task = asyncio.create_task(broadcast.run())
        yield room
        await broadcast.finish()
        task.cancel()


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with running(tmp_path) as room:
        yield room


async def test_every_subscribed_chat_gets_exactly_one_ping_and_nobody_else_does(room: Room) -> None:
    crowd = room.telegram.crowd(30)
    await room.subscribe(crowd[:20])
    await room.subscribe(crowd[20:25], collective=OTHER)
    await room.appear(2)
    await room.quiet()
    assert [phone.texts for phone in crowd] == [["1 new item"]] * 20 + [[]] * 10
    assert all(bubble.message["protect_content"] if "protect_content" in bubble.message else True for bubble in crowd[0].from_bot)
    assert [[b.text for b in bubble.buttons] for bubble in crowd[0].from_bot] == [["Open"]]


async def test_what_came_together_is_one_ping_and_is_not_told_again(room: Room) -> None:
    [phone] = room.telegram.crowd(1)
    await room.subscribe([phone])
    await room.appear(2, 0, 2, 1)
    await room.quiet()
    assert phone.texts == ["3 new items"]
    await room.forward(days=2)
    assert phone.texts == ["3 new items"]
    await room.appear(2)
    await room.quiet()
    assert phone.texts == ["3 new items", "1 new item"]


async def test_what_is_not_urgent_waits_for_the_digest_of_her_clock(room: Room) -> None:
    """Six in the evening in Madrid, whatever the season is."""
    madrid, lima = room.telegram.crowd(2)
    await room.subscribe([madrid], Settings(zone="Europe/Madrid"))
    await room.subscribe([lima], Settings(zone="America/Lima"))
    await room.appear(1)
    await room.quiet()
    assert madrid.texts == lima.texts == []
    now = datetime.fromtimestamp(room.clock(), ZoneInfo("Europe/Madrid"))
    evening = now.replace(hour=18, minute=0, second=0, microsecond=0)
    evening += timedelta(days=1) if evening < now else timedelta()
    await room.forward(seconds=(evening - now).total_seconds() - 60)
    assert madrid.texts == []
    await room.appear(1)
    await room.forward(seconds=120)
    assert madrid.texts == ["2 new items"] and lima.texts == []
    await room.forward(hours=6)
    assert madrid.texts == ["2 new items"] and lima.texts == ["2 new items"]


async def test_quiet_hours_put_off_and_changed_settings_count_at_once(room: Room) -> None:
    minute = int(room.clock()) % 86400 // 60
    quiet = ((minute - 30) % 1440, (minute + 60) % 1440)
    one, other, brave = room.telegram.crowd(3)
    await room.subscribe([one, other], Settings(quiet=quiet))
    await room.subscribe([brave], Settings(quiet=quiet, break_quiet=True))
    await room.appear(2)
    await room.quiet()
    assert (one.texts, other.texts, brave.texts) == ([], [], ["1 new item"])
    await room.subscriptions.change(other.id, Settings())
    await room.quiet()
    assert (one.texts, other.texts) == ([], ["1 new item"])
    await room.forward(hours=1.1)
    assert (one.texts, other.texts, brave.texts) == (["1 new item"],) * 3


async def test_the_desk_pings_moderators_on_shift_and_floods_nobody(room: Room) -> None:
    moderator, off, member = room.telegram.crowd(3)
    await room.subscribe([moderator], role=MODERATOR)
    await room.subscribe([off], Settings(on_shift=False), role=MODERATOR)
    await room.subscribe([member])
    await room.arrive()
    await room.quiet()
    assert (len(moderator.texts), off.texts, member.texts) == (1, [], [])
    for _ in range(5):
        await room.arrive()
    await room.quiet()
    assert len(moderator.texts) == 1
    await room.forward(seconds=61)
    assert len(moderator.texts) == 2


async def test_whoever_leaves_or_pauses_in_the_middle_gets_no_ping(room: Room) -> None:
    crowd = room.telegram.crowd(3)
    await room.subscribe(crowd, Settings(digest=None, quiet=((int(room.clock()) // 60 - 5) % 1440, (int(room.clock()) // 60 + 5) % 1440)))
    await room.appear(2)
    await room.subscriptions.forget(crowd[0].id)
    await room.subscriptions.change(crowd[1].id, Settings(paused=True))
    await room.forward(hours=1)
    assert [len(phone.texts) for phone in crowd] == [0, 0, 1]


async def test_a_storm_of_403_marks_its_chats_inactive_and_nobody_elses_and_is_one_line(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    crowd = room.telegram.crowd(12)
    await room.subscribe(crowd)
    for phone in crowd[:6]:
        phone.block()
    await room.appear(2)
    await room.quiet()
    assert [len(phone.texts) for phone in crowd] == [0] * 6 + [1] * 6
    before = room.telegram.counts["sendMessage", 403]
    await room.appear(2)
    await room.quiet()
    assert before == room.telegram.counts["sendMessage", 403] == 6
    assert room.metrics.counts["closed"] == 6 and room.subscriptions.count()["inactive"] == 6
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert said == ["chats: closed to the bot, and left alone"]


async def test_a_storm_of_429_is_waited_out_and_everybody_gets_one_ping(room: Room) -> None:
    crowd = room.telegram.crowd(15)
    await room.subscribe(crowd)
    room.telegram.faults.storm_429(6, retry_after=1)
    await room.appear(2)
    await room.quiet()
    assert [phone.texts for phone in crowd] == [["1 new item"]] * 15


async def test_answers_that_get_lost_cost_a_second_ping_never_a_missing_one(room: Room) -> None:
    crowd = room.telegram.crowd(10)
    await room.subscribe(crowd)
    room.telegram.faults.lose_answers(3)
    await room.appear(2)
    await room.quiet()
    counts = [len(phone.texts) for phone in crowd]
    assert min(counts) == 1 and sum(counts) <= 13


async def test_a_message_that_telegram_does_not_take_closes_no_chat_and_is_tried_again(room: Room) -> None:
    """A wrong address on the button is the operator's mistake: it must not cost everybody her subscription, nor the ping."""
    crowd = room.telegram.crowd(3)
    await room.subscribe(crowd)
    right = room.broadcast._button
    room.broadcast._button = lambda language: InlineKeyboardMarkup([[InlineKeyboardButton("Open", url="no address")]])
    await room.appear(2)
    await room.quiet()
    assert room.metrics.counts["failed"] == 3
    assert room.subscriptions.count() == {"kept": 3, "subscribed": 3, "inactive": 0, "moderators": 0}
    assert "parasol_bot_pings_refused 3" in room.metrics.text()
    await room.forward(seconds=FIRST_RETRY + 1)
    assert room.metrics.counts["failed"] == 6
    room.broadcast._button = right
    await room.forward(seconds=FIRST_RETRY + 1)
    assert [phone.texts for phone in crowd] == [[], [], []], "later each time"
    await room.forward(seconds=FIRST_RETRY + 1)
    assert [phone.texts for phone in crowd] == [["1 new item"]] * 3
    assert "parasol_bot_pings_refused 0" in room.metrics.text()


async def test_a_bot_that_nobody_started_closes_no_chat(room: Room) -> None:
    """Telegram's words when another bot's token was put in the file."""
    phones = [room.telegram.phone(name) for name in ("Ana", "Bea")]
    await room.subscribe(phones)
    await room.appear(2)
    await room.quiet()
    assert room.telegram.counts["sendMessage", 403] == 2
    assert room.subscriptions.count()["inactive"] == 0
    for phone in phones:
        room.telegram.world.chats[phone.id].started = True
    await room.forward(seconds=FIRST_RETRY + 1)
    assert [phone.texts for phone in phones] == [["1 new item"]] * 2


# ---- what is held up ---------------------------------------------------------------------------------------------------


def from_now(room: Room, begin: int, end: int) -> tuple[int, int]:
    """Quiet hours, in minutes from now on a clock in UTC."""
    minute = int(room.clock()) % 86400 // 60
    return (minute + begin) % 1440, (minute + end) % 1440


async def told_to_wait(room: Room) -> None:
    async with asyncio.timeout(5):
        while not room.telegram.counts["sendMessage", 429]:
            await asyncio.sleep(0.001)


async def test_what_a_refused_token_held_up_until_her_night_comes_in_the_morning(room: Room) -> None:
    """Noticed at noon, Telegram back at two in the morning."""
    member, moderator, brave = room.telegram.crowd(3)
    night = from_now(room, 10 * 60, 20 * 60)
    await room.subscribe([member], Settings(quiet=night))
    await room.subscribe([moderator], Settings(quiet=night), role=MODERATOR)
    await room.subscribe([brave], Settings(quiet=night, break_quiet=True))
    bot = room.broadcast._bot
    room.broadcast._bot = lambda: None
    await room.appear(2)
    await room.arrive()
    room.clock.forward(hours=14)
    room.broadcast._bot = bot
    room.broadcast.resume()
    await room.quiet()
    assert (member.texts, moderator.texts, brave.texts) == ([], [], ["1 new item"])
    await room.forward(hours=6.1)
    assert (len(member.texts), len(moderator.texts), len(brave.texts)) == (1, 1, 1)


async def test_what_a_flood_held_up_until_her_night_comes_in_the_morning(room: Room) -> None:
    """It is under way when Telegram asks to wait; when its turn comes, she sleeps."""
    [phone] = room.telegram.crowd(1)
    await room.subscribe([phone], Settings(quiet=from_now(room, 10 * 60, 20 * 60)))
    room.telegram.faults.storm_429(1, retry_after=1)
    await room.appear(2)
    await told_to_wait(room)
    await room.forward(hours=14)
    assert phone.texts == []
    await room.forward(hours=6.1)
    assert phone.texts == ["1 new item"]


async def test_a_broadcast_that_runs_into_her_night_stops_for_her(room: Room) -> None:
    crowd = room.telegram.crowd(12)
    await room.subscribe(crowd, Settings(quiet=from_now(room, 60, 120)))
    room.telegram.faults.slow = 0.05
    await room.appear(2)
    await room.telegram.until(lambda: any(phone.texts for phone in crowd))
    await room.forward(seconds=61 * 60)
    asleep = [phone for phone in crowd if not phone.texts]
    assert asleep
    await room.forward(seconds=61 * 60)
    assert [phone.texts for phone in crowd] == [["1 new item"]] * 12


async def test_whoever_pauses_while_her_ping_waits_for_its_turn_gets_none(room: Room) -> None:
    [phone] = room.telegram.crowd(1)
    await room.subscribe([phone])
    room.telegram.faults.storm_429(1, retry_after=1)
    await room.appear(2)
    await told_to_wait(room)
    await room.subscriptions.change(phone.id, Settings(paused=True))
    await room.quiet()
    assert phone.texts == []


@pytest.mark.parametrize("reachable", [True, False])
async def test_a_ping_that_arrives_after_she_left_is_taken_away(room: Room, reachable: bool) -> None:
    [phone] = room.telegram.crowd(1)
    await room.subscribe([phone])
    arrived = asyncio.Event()

    def leave(chat: int, _: float) -> None:
        # Telegram has it, the bot has no answer yet.
        asyncio.ensure_future(room.subscriptions.forget(chat)).add_done_callback(lambda _: arrived.set())
        if not reachable:
            room.telegram.faults.storm_502(1, methods=["deleteMessage"])

    room.telegram.on_sent = leave
    await room.appear(2)
    await arrived.wait()
    await room.quiet()
    if reachable:
        assert phone.chat == [] and len(room.subscriptions) == 0
    else:
        assert [kind for _, _, kind in await room.subscriptions.messages(phone.id)] == ["gone"]


async def test_while_the_disk_takes_no_record_nothing_more_is_sent(room: Room) -> None:
    """One for each lane has gone out before the disk was known to be full: only those could come twice."""
    crowd = room.telegram.crowd(20)
    await room.subscribe(crowd)
    await room.store._database.execute("PRAGMA query_only = ON")
    await room.appear_in_memory(2)
    await asyncio.sleep(4)
    assert 1 <= sum(len(phone.texts) for phone in crowd) <= LANES
    assert room.metrics.is_away("disk")
    await room.store._database.execute("PRAGMA query_only = OFF")
    await room.quiet()
    assert [phone.texts for phone in crowd] == [["1 new item"]] * 20
    assert not room.metrics.is_away("disk")


async def test_nothing_in_memory_remembers_whoever_was_forgotten(room: Room) -> None:
    refused, moderator = room.telegram.phone("Ana"), room.telegram.crowd(1)[0]
    await room.subscribe([refused])
    await room.subscribe([moderator], role=MODERATOR)
    await room.appear(2)
    await room.arrive()
    await room.quiet()
    remembered = repr((room.broadcast._failed, room.broadcast._desk_pinged))
    assert str(refused.id) in remembered and str(moderator.id) in remembered
    for phone in (refused, moderator):
        await room.subscriptions.forget(phone.id)
    remembered = repr((room.broadcast._failed, room.broadcast._desk_pinged, room.broadcast._due))
    assert str(refused.id) not in remembered and str(moderator.id) not in remembered


async def test_slow_answers_slow_nobody_down_and_nobody_has_two_pings_under_way(room: Room) -> None:
    crowd = room.telegram.crowd(12)
    await room.subscribe(crowd)
    await room.subscribe(crowd[:4], collective=OTHER)
    most, under_way = 0, list[int]()
    ask = room.telegram.faults.before

    async def watch(method: str, chat: Any) -> None:
        nonlocal most
        assert chat not in under_way
        under_way.append(chat)
        most = max(most, len(under_way))
        await ask(method, chat)
        under_way.remove(chat)

    room.telegram.faults.slow = 0.1
    room.telegram.faults.before = watch  # type: ignore[method-assign]  # to see how many there are at one time
    await room.appear(2)
    await room.appear(2, collective=OTHER)
    await room.quiet()
    assert most == LANES and all(phone.texts for phone in crowd)


async def test_what_ends_is_said_before_and_after(room: Room) -> None:
    [phone] = room.telegram.crowd(1)
    await room.subscribe([phone])
    await room.broadcast.care()
    assert phone.texts == []
    room.clock.forward(seconds=REMINDED)
    await room.broadcast.care()
    await room.broadcast.care()
    assert len(phone.texts) == 1 and "15 days" in phone.texts[0]
    other = room.telegram.crowd(1)[0]
    await room.subscribe([other])
    room.clock.forward(seconds=LAPSES - REMINDED)
    await room.broadcast.care()
    assert len(phone.texts) == 2 and await room.subscriptions.subscriptions(phone.id) == []
    await room.appear(2)
    await room.quiet()
    assert len(phone.texts) == 2
    # The bot was away when it was time to say so: it says how long it really is.
    room.clock.forward(days=44)
    await room.broadcast.care()
    assert "tomorrow" in other.texts[-1]


async def test_one_chat_that_telegram_refuses_keeps_nobody_from_being_told_what_ends(room: Room) -> None:
    crowd = room.telegram.crowd(3)
    await room.subscribe(crowd)
    room.clock.forward(seconds=REMINDED)
    right, asked = room.broadcast._button, list[str]()

    def first_is_wrong(language: str) -> InlineKeyboardMarkup:
        asked.append(language)
        return right(language) if len(asked) > 1 else InlineKeyboardMarkup([[InlineKeyboardButton("Open", url="no address")]])

    room.broadcast._button = first_is_wrong
    await room.broadcast.care()
    assert [len(phone.texts) for phone in crowd] == [0, 1, 1]
    await room.broadcast.care()
    assert [len(phone.texts) for phone in crowd] == [1, 1, 1]


async def test_a_whole_broadcast_at_telegrams_limits_meets_no_429(tmp_path: Path) -> None:
    async with running(tmp_path, limits=Limits(), start=None) as room:
        crowd = room.telegram.crowd(75)
        await room.subscribe(crowd)
        await room.appear(2)
        await room.quiet()
        assert [len(phone.texts) for phone in crowd] == [1] * 75
        assert room.telegram.counts["sendMessage", 429] == 0


async def test_a_subscription_that_is_over_gets_no_ping_though_nobody_has_ended_it_yet(room: Room) -> None:
    over, renewed = room.telegram.crowd(2)
    await room.subscribe([over, renewed])
    room.clock.forward(seconds=LAPSES)
    await room.subscribe([renewed])
    await room.appear(2)
    await room.quiet()
    assert (over.texts, renewed.texts) == ([], ["1 new item"])


async def test_whose_last_message_is_cleaned_up_meanwhile_is_told_all_the_same_that_it_ended(room: Room) -> None:
    """The sweep at a start goes beside: it may forget the chat between the end of its subscription and the word about it."""
    crowd = room.telegram.crowd(3)
    await room.subscribe(crowd, Settings(language="es"))
    for phone in crowd:
        await room.subscriptions.remember_message(phone.id, 99, int(room.clock()), "text")
    room.clock.forward(seconds=LAPSES)
    lapse = room.subscriptions.lapse

    async def lapse_and_sweep() -> dict[int, str]:
        lost = await lapse()
        for phone in crowd:
            await room.subscriptions.forget_messages(phone.id, [99])
        return lost

    room.subscriptions.lapse = lapse_and_sweep  # type: ignore[method-assign]  # the sweep, at the worst moment
    await room.broadcast.care()
    assert [len(phone.texts) for phone in crowd] == [1, 1, 1] and "Los avisos terminaron" in crowd[0].texts[0]
