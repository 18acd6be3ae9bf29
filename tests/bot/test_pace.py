"""How fast the bot speaks: never more than Telegram allows, whatever the network does; replies first; floods waited out."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter
from telegram.ext import ApplicationBuilder, ExtBot

from bot.pace import LOST, PATIENCE, NotWanted, Pace, _Sent, _Waiter, in_background
from rehearsal.floods import Limits
from rehearsal.telegram import Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """With Telegram's limits, by the clock on the wall."""
    async with Telegram(limits=Limits(wait=2)) as stand_in:
        yield stand_in


@pytest.fixture
async def pace() -> Pace:
    return Pace()


@pytest.fixture
async def bot(telegram: Telegram, pace: Pace) -> AsyncIterator[Any]:
    bot: ExtBot[Any] = ApplicationBuilder().token(telegram.token).base_url(telegram.base_url).rate_limiter(pace).build().bot
    async with bot:
        yield bot


async def in_the_background(bot: Bot, chat: int) -> None:
    with in_background():
        await bot.send_message(chat, "ping")


async def test_three_seconds_of_messages_meet_no_429(telegram: Telegram, bot: Bot) -> None:
    """Ninety chats at once; the stand-in refuses the 31st in any second and holds everybody for it."""
    crowd = telegram.crowd(90)
    await asyncio.gather(*(in_the_background(bot, phone.id) for phone in crowd))
    assert [len(phone.from_bot) for phone in crowd] == [1] * 90
    assert telegram.counts["sendMessage", 429] == 0


async def test_messages_to_one_chat_keep_a_second_between_them_and_others_go_ahead(telegram: Telegram, bot: Bot) -> None:
    one, *others = telegram.crowd(4)
    order: list[int] = []
    telegram.on_sent = lambda chat, _: order.append(chat)
    await asyncio.gather(*(bot.send_message(one.id, "again") for _ in range(3)), *(bot.send_message(other.id, "once") for other in others))
    assert telegram.counts["sendMessage", 429] == 0
    assert order[0] == one.id and set(order[1:4]) == {other.id for other in others} and order[4:] == [one.id] * 2


async def test_a_reply_goes_before_a_broadcast_that_was_there_first(telegram: Telegram, bot: Bot) -> None:
    *crowd, asking = telegram.crowd(41)
    order: list[int] = []
    telegram.on_sent = lambda chat, _: order.append(chat)
    broadcast = [asyncio.create_task(in_the_background(bot, phone.id)) for phone in crowd]
    while len(order) < 10:
        await asyncio.sleep(0.001)
    await bot.send_message(asking.id, "reply")
    assert order.index(asking.id) <= 12, "it waited for more than what was under way"
    await asyncio.gather(*broadcast)
    assert telegram.counts["sendMessage", 429] == 0


async def test_a_429_stops_everything_until_its_deadline(telegram: Telegram, bot: Bot, pace: Pace) -> None:
    """Of three waits that are named at once the longest counts, and nobody asks before it is over."""
    crowd = telegram.crowd(12)
    telegram.hold(2)
    await asyncio.gather(*(in_the_background(bot, phone.id) for phone in crowd))
    assert [len(phone.from_bot) for phone in crowd] == [1] * 12
    # Those under way when the first answer came have asked too; nobody asked again.
    assert 1 <= telegram.floods.impatient == pace.floods <= 12
    assert pace.held_for == 0


async def test_what_is_taken_away_costs_no_message_its_turn(telegram: Telegram, bot: Bot) -> None:
    [phone, *crowd] = telegram.crowd(21)
    telegram.floods.limits = Limits.none()
    sent = phone.type("something typed")
    broadcast = [asyncio.create_task(in_the_background(bot, other.id)) for other in crowd]
    await asyncio.sleep(0)
    await bot.delete_message(phone.id, sent.id)
    assert sum(len(other.from_bot) for other in crowd) < 20, "the deletion waited for the whole broadcast"
    await asyncio.gather(*broadcast)


async def test_a_reply_is_given_up_when_the_flood_is_long_and_deletions_are_not(telegram: Telegram, bot: Bot, pace: Pace) -> None:
    [phone] = telegram.crowd(1)
    pace._clear = pace._now() + 2 * PATIENCE
    with pytest.raises(RetryAfter):
        await bot.send_message(phone.id, "too late")
    sent = phone.type("typed")
    deleting = asyncio.create_task(bot.delete_message(phone.id, sent.id))
    await asyncio.sleep(0.05)
    assert not deleting.done()
    deleting.cancel()


async def test_replies_that_wait_when_a_long_flood_begins_are_given_up_and_pings_wait_on(telegram: Telegram, bot: Bot, pace: Pace) -> None:
    """Nobody reads an answer hours later."""
    asking, told = telegram.crowd(2)
    telegram.faults.storm_429(1, retry_after=int(2 * PATIENCE))
    replies = [asyncio.create_task(bot.send_message(asking.id, "reply")) for _ in range(3)]
    ping = asyncio.create_task(in_the_background(bot, told.id))
    done, _ = await asyncio.wait(replies, timeout=5)
    assert len(done) == 3 and all(isinstance(reply.exception(), RetryAfter) for reply in replies)
    assert not ping.done() and asking.texts == []
    ping.cancel()


async def test_a_busy_chat_holds_nobodys_ping_up(telegram: Telegram, bot: Bot) -> None:
    """Of any five messages at least one is from the background, however many replies wait."""
    *asking, a, b, c = telegram.crowd(33)
    order: list[int] = []
    telegram.on_sent = lambda chat, _: order.append(chat)
    replies = [asyncio.create_task(bot.send_message(phone.id, "reply")) for phone in asking]
    pings = [asyncio.create_task(in_the_background(bot, phone.id)) for phone in (a, b, c)]
    await asyncio.gather(*replies, *pings)
    places = sorted(order.index(phone.id) for phone in (a, b, c))
    assert places[0] <= 6 and places[1] <= 12 and places[2] <= 18
    assert telegram.counts["sendMessage", 429] == 0


async def test_what_is_not_wanted_any_more_when_its_turn_comes_is_not_sent_and_costs_nobody_a_turn(
    telegram: Telegram, bot: Bot, pace: Pace
) -> None:
    [phone] = telegram.crowd(1)
    with in_background(lambda: False), pytest.raises(NotWanted):
        await bot.send_message(phone.id, "ping")
    assert phone.chat == [] and len(pace._window) == 0


# ---- how a flood ends ----------------------------------------------------------------------------------------------------


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_flood_that_only_a_deletion_met_is_said_to_be_over(telegram: Telegram) -> None:
    said: list[float | None] = []
    bot: ExtBot[Any] = (
        ApplicationBuilder().token(telegram.token).base_url(telegram.base_url).rate_limiter(Pace(flood=said.append)).build().bot
    )
    [phone] = telegram.crowd(1)
    async with bot:
        typed = phone.type("typed")
        telegram.faults.storm_429(1, retry_after=1, methods=["deleteMessage"])
        await bot.delete_message(phone.id, typed.id)
        await until(lambda: said[-1:] == [None])
    assert len(said) == 2


async def test_a_flood_that_nobody_waited_out_is_said_to_be_over_when_its_time_is(telegram: Telegram) -> None:
    said: list[float | None] = []
    Pace(flood=said.append, held_for=0.5)
    assert len(said) == 1
    await until(lambda: said[-1:] == [None])


async def test_a_wait_that_telegram_named_holds_for_the_next_bot_too(telegram: Telegram) -> None:
    """The token was changed, or the bot started again: Telegram's deadline is the same."""
    telegram.hold(1.3)
    pace = Pace(held_for=1.5)
    bot: ExtBot[Any] = ApplicationBuilder().token(telegram.token).base_url(telegram.base_url).rate_limiter(pace).build().bot
    [phone] = telegram.crowd(1)
    async with bot:
        await in_the_background(bot, phone.id)
    assert telegram.floods.impatient == 0 and len(phone.from_bot) == 1


async def test_of_whom_was_written_to_nothing_is_remembered_when_her_second_is_over(telegram: Telegram, bot: Bot, pace: Pace) -> None:
    [phone] = telegram.crowd(1)
    await in_the_background(bot, phone.id)
    assert phone.id in pace._chats
    await until(lambda: not pace._chats)


async def test_whoever_waits_when_the_bot_stops_is_told(telegram: Telegram, bot: Bot, pace: Pace) -> None:
    [phone] = telegram.crowd(1)
    pace._clear = pace._now() + 30
    waiting = asyncio.create_task(in_the_background(bot, phone.id))
    await asyncio.sleep(0.05)
    assert pace.waiting["background"] == 1
    await pace.shutdown()
    with pytest.raises(NetworkError):
        await waiting


@pytest.mark.parametrize("seed", range(20))
async def test_telegram_never_counts_31_in_a_second_whatever_the_network_does(seed: int) -> None:
    """Simulated: each way takes its own random time, there and back; some answers take very long. Judged where Telegram counts."""
    dice = random.Random(seed)
    pace = Pace()
    least, spread = dice.uniform(0.001, 0.1), dice.uniform(0, 0.3)
    now, arrivals = 100.0, list[float]()
    loop = asyncio.get_running_loop()
    under_way: list[tuple[float, _Sent]] = []
    while len(arrivals) < 200:
        for back, sent in [pair for pair in under_way if pair[0] <= now]:
            sent.answered = back
            took = back - sent.begun
            pace._shortest = took if not pace._shortest else min(took, pace._shortest)
            under_way.remove((back, sent))
        if not pace._background and len(under_way) < 8:
            pace._background.append(_Waiter(None, True, loop.create_future()))
        waiter, wait = pace._next(now)
        if waiter is None:
            now += min(wait, 0.01)
            continue
        sent = _Sent(now)
        pace._window.append(sent)
        there, back = (least / 2 + dice.random() ** 3 * spread for _ in range(2))
        arrivals.append(now + there)
        under_way.append((now + there + back, sent))
    arrivals.sort()
    assert min(later - earlier for earlier, later in zip(arrivals, arrivals[30:], strict=False)) >= 1


async def test_an_answer_that_never_comes_holds_the_others_up_for_a_moment_only() -> None:
    pace = Pace()
    for _ in range(30):
        pace._window.append(_Sent(100.0))
    pace._background.append(_Waiter(None, True, asyncio.get_running_loop().create_future()))
    assert pace._next(101.5)[0] is None
    assert pace._next(100.0 + LOST)[0] is not None


async def test_after_a_slow_answer_three_beats_are_caught_up_on_and_no_more() -> None:
    """Simulated: answers take a hundredth of a second, one at a time, and the tenth of them takes half a second."""
    pace, now, begun = Pace(), 100.0, list[float]()
    while len(begun) < 20:
        pace._background.append(_Waiter(None, True, asyncio.get_running_loop().create_future()))
        while (turn := pace._next(now))[0] is None:
            now += turn[1]
        begun.append(now)
        sent = _Sent(now)
        pace._window.append(sent)
        now += 0.5 if len(begun) == 10 else 0.01
        sent.answered = now
    late = begun[10]
    assert begun[11:14] == pytest.approx([late + 0.01, late + 0.02, late + 0.03], abs=0.002)
    assert all(moment >= late + (place - 3) / 30 - 1e-6 for place, moment in enumerate(begun[10:]))
