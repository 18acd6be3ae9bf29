"""Trouble to order: what the library hears of it, and what is in the chats afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import Forbidden, InvalidToken, NetworkError, RetryAfter

from rehearsal.telegram import Telegram

Running = Callable[..., Any]


async def hello(update: Update, context: Any) -> None:
    if update.message is not None:
        await update.message.reply_text(f"hello {update.message.text}")


async def test_a_storm_of_429_passes_after_its_calls(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    telegram.faults.storm_429(2, retry_after=9)
    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(ana.id, "hello")
        assert "9" in str(refused.value)
    await bot.get_me()
    await bot.send_message(ana.id, "hello")
    assert ana.texts == ["hello"]


async def test_a_storm_of_403_can_be_aimed_at_chats(telegram: Telegram, bot: Bot) -> None:
    ana, bea = telegram.phone("Ana"), telegram.phone("Bea")
    ana.start(), bea.start()
    telegram.faults.storm_403(5, chats=[ana.id])
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "hello")
    await bot.send_message(bea.id, "hello")
    telegram.faults.calm()
    await bot.send_message(ana.id, "hello")
    assert ana.texts == bea.texts == ["hello"]


async def test_a_bad_gateway_is_a_network_error(telegram: Telegram, bot: Bot) -> None:
    telegram.faults.storm_502(1)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.get_me()
    await bot.get_me()


async def test_a_lost_answer_leaves_the_message_in_the_chat(telegram: Telegram, bot: Bot) -> None:
    """The case that makes duplicates: accepted, and nobody was told."""
    ana = telegram.phone("Ana")
    ana.start()
    telegram.faults.lose_answers(1)
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "1 new item")
    assert ana.texts == ["1 new item"]
    await bot.send_message(ana.id, "1 new item")
    assert len(ana.texts) == 2


async def test_a_telegram_that_is_away_comes_back_with_what_was_typed_meanwhile(telegram: Telegram, running: Running) -> None:
    ana = telegram.phone("Ana")
    async with running(hello) as application:
        ana.type("one")
        await ana.sees("hello one")
        telegram.go_away()
        ana.type("two")
        with pytest.raises(NetworkError):
            await application.bot.send_message(ana.id, "not now")
        assert ana.texts == ["hello one"]
        telegram.come_back()
        await ana.sees("hello two", within=20)


async def test_an_accepted_long_poll_breaks_when_telegram_goes_away(telegram: Telegram, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    while not telegram.updates.polled:
        await asyncio.sleep(0.01)
    telegram.go_away()
    with pytest.raises(NetworkError):
        await poll


async def test_a_slow_telegram_answers_in_the_end(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    telegram.faults.slow = 0.2
    waiting = asyncio.create_task(bot.send_message(ana.id, "hello"))
    telegram.phone("Bea").type("getUpdates is not slowed down")
    assert len(await bot.get_updates()) == 2 and not waiting.done()
    await waiting
    assert ana.texts == ["hello"]


async def test_a_withdrawn_token_can_be_given_back(telegram: Telegram, bot: Bot) -> None:
    telegram.faults.revoked = True
    with pytest.raises(InvalidToken):
        await bot.get_updates()
    telegram.faults.calm()
    assert await bot.get_updates() == ()


async def test_figures_of_what_was_called_and_sent(telegram: Telegram, bot: Bot) -> None:
    sent: list[tuple[int, float]] = []
    telegram.on_sent = lambda chat, at: sent.append((chat, at))
    ana = telegram.phone("Ana")
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "hello")
    ana.start()
    await bot.send_message(ana.id, "hello")
    assert telegram.counts["sendMessage", 403] == telegram.counts["sendMessage", 200] == 1
    assert [chat for chat, _ in sent] == [ana.id]
