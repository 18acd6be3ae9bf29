"""Who gets pings: from a proof on, for sixty days, and nothing of what was before or in a pause."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.news import KEPT, News
from bot.relay import MEMBER, MODERATOR, Channel, Channels, Header
from bot.settings import Settings, due_at
from bot.store import Store, new_key
from bot.subscriptions import DAY, LAPSES, MOST_MESSAGES, REMINDED, Subscriptions
from crypto.context import Purpose, context, digest
from crypto.errors import Unreachable

HERS = bytes(31) + b"\x01"
THEIRS = bytes(31) + b"\x02"
CHAT = 7_700_900_001


@dataclass
class Clock:
    now: int = 1_800_000_000 // DAY * DAY

    def __call__(self) -> float:
        return float(self.now)


@dataclass
class Kept:
    folder: Path
    key: bytes
    clock: Clock
    store: Store
    news: News
    subscriptions: Subscriptions

    async def again(self) -> Kept:
        await self.store.close()
        return await opened(self.folder, self.key, self.clock)


async def opened(folder: Path, key: bytes, clock: Clock) -> Kept:
    store = await Store.open(folder, [key])
    news = News(store, clock)
    subscriptions = Subscriptions(store, news.newest, clock)
    async for name, value in store.records():
        news.take(name, value)
        subscriptions.take(name, value)
    return Kept(folder, key, clock, store, news, subscriptions)


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    kept = await opened(tmp_path, new_key(), Clock())
    yield kept
    await kept.store.close()


def channel(head: int, desk: int = 0) -> Channel:
    return Channel(HERS, head, desk, 1, {MEMBER: (), MODERATOR: ()})


def board(*urgent: int) -> object:
    async def headers(collective: bytes, start: int) -> list[Header]:
        return [Header(seq, one) for seq, one in enumerate(urgent)][start : start + 3]

    return headers


async def learn(kept: Kept, *urgent: int, desk: int = 0) -> bool:
    return await kept.news.learn(channel(len(urgent) - 1, desk), board(*urgent))  # type: ignore[arg-type]  # a coroutine function


async def test_a_subscription_and_settings_survive_a_restart(kept: Kept) -> None:
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.change(CHAT, Settings(language="es", quiet=(60, 120)))
    await kept.subscriptions.remember_message(CHAT, 5, kept.clock.now, "ping")
    again = await kept.again()
    assert await again.subscriptions.settings(CHAT) == Settings(language="es", quiet=(60, 120))
    assert [(held.collective, held.role) for held in await again.subscriptions.subscriptions(CHAT)] == [(HERS, MEMBER)]
    assert await again.subscriptions.messages(CHAT) == [(5, kept.clock.now, "ping")]
    await again.store.close()


async def test_forgetting_a_chat_leaves_no_record(kept: Kept) -> None:
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.forget(CHAT)
    assert [name async for name, _ in kept.store.records()] == []
    assert await kept.subscriptions.settings(CHAT) is None and len(kept.subscriptions) == 0


async def test_she_hears_nothing_of_what_was_before_she_came(kept: Kept) -> None:
    await learn(kept, 0, 0)
    assert await learn(kept, 0, 0, 2, 1)
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    [held] = await kept.subscriptions.subscriptions(CHAT)
    assert kept.news.after(HERS, MEMBER, held.told) == []
    assert await learn(kept, 0, 0, 2, 1, 0, 2)
    assert [item.number for item in kept.news.after(HERS, MEMBER, held.told)] == [5]


async def test_items_are_learned_once_page_by_page_and_survive_a_restart(kept: Kept) -> None:
    await learn(kept, 0)
    urgent = (0, 1, 0, 2, 0, 0, 1, 2)
    assert await learn(kept, *urgent)
    assert not await learn(kept, *urgent)
    again = await kept.again()
    assert [(item.number, item.urgent) for item in again.news.after(HERS, MEMBER, 0)] == [(1, 1), (3, 2), (6, 1), (7, 2)]
    again.clock.now += KEPT
    await learn(again, *urgent, 2)
    assert [item.number for item in again.news.after(HERS, MEMBER, 0)] == [8], "what is older than two weeks is told to nobody"
    await again.store.close()


async def test_a_relay_that_fails_in_the_middle_is_asked_again_for_all_of_it(kept: Kept) -> None:
    await learn(kept, 0)

    async def failing(collective: bytes, start: int) -> list[Header]:
        if start > 2:
            raise Unreachable("away")
        return [Header(1, 2), Header(2, 2)]

    with pytest.raises(Unreachable):
        await kept.news.learn(channel(4), failing)
    assert kept.news.after(HERS, MEMBER, 0) == []
    assert await learn(kept, 0, 2, 2, 2, 2)
    assert len(kept.news.after(HERS, MEMBER, 0)) == 4


async def test_arrivals_at_the_desk_are_the_moderators(kept: Kept) -> None:
    await learn(kept, 0, desk=3)
    assert await learn(kept, 0, desk=7)
    assert [item.number for item in kept.news.after(HERS, MODERATOR, 3)] == [7]
    assert kept.news.after(HERS, MEMBER, 0) == []


async def test_what_came_in_a_pause_is_not_made_up_for(kept: Kept) -> None:
    await learn(kept, 0)
    for role in (MEMBER, MODERATOR):
        await kept.subscriptions.subscribe(CHAT, HERS, role, kept.clock.now)
    await kept.subscriptions.change(CHAT, Settings(paused=True))
    await learn(kept, 0, 2, desk=1)
    await kept.subscriptions.change(CHAT, Settings())
    assert [held.told for held in await kept.subscriptions.subscriptions(CHAT)] == [1, 1]
    await kept.subscriptions.change(CHAT, Settings(on_shift=False))
    await learn(kept, 0, 2, 2, desk=2)
    await kept.subscriptions.change(CHAT, Settings(on_shift=True))
    assert {held.role: held.told for held in await kept.subscriptions.subscriptions(CHAT)} == {MEMBER: 1, MODERATOR: 2}


@pytest.mark.parametrize("wants", [Settings(digest=18 * 60), Settings(digest=None, at_once_from=1)])
async def test_what_was_not_urgent_before_she_wanted_that_at_all_is_not_made_up_for_and_what_is_urgent_still_comes(
    kept: Kept, wants: Settings
) -> None:
    await learn(kept, 0)
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.change(CHAT, Settings(digest=None))
    await learn(kept, 0, 1, 2)
    kept.clock.now += 3600
    await kept.subscriptions.change(CHAT, wants)
    await learn(kept, 0, 1, 2, 1)
    chosen, [held] = await kept.subscriptions.settings(CHAT), await kept.subscriptions.subscriptions(CHAT)
    assert chosen is not None
    items = kept.news.after(HERS, MEMBER, held.told)
    assert [item.number for item in items if due_at(chosen, item.urgent, item.noticed) is not None] == [2, 3]
    await kept.subscriptions.change(CHAT, replace(chosen, language="es"))
    assert await kept.subscriptions.settings(CHAT) == replace(chosen, language="es")


async def test_whoever_leaves_is_at_once_known_by_the_messages_alone_that_have_to_go(kept: Kept) -> None:
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.change(CHAT, Settings(language="es"))
    for number, kind in ((5, "ping"), (6, "left")):
        await kept.subscriptions.remember_message(CHAT, number, kept.clock.now, kind)
    await kept.subscriptions.let_go(CHAT)
    again = await kept.again()
    assert again.subscriptions.reachable() == [] and await again.subscriptions.subscriptions(CHAT) == []
    assert await again.subscriptions.settings(CHAT) is None
    assert [(number, kind) for number, _, kind in await again.subscriptions.messages(CHAT)] == [(5, "gone"), (6, "left")]
    await again.store.close()


async def test_a_subscription_lapses_sixty_days_after_its_last_proof(kept: Kept) -> None:
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.subscribe(CHAT, THEIRS, MEMBER, kept.clock.now)
    kept.clock.now += REMINDED - 1
    assert kept.subscriptions.to_remind() == []
    kept.clock.now += 1
    assert kept.subscriptions.to_remind() == [CHAT]
    await kept.subscriptions.reminded(CHAT)
    assert kept.subscriptions.to_remind() == []
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    kept.clock.now += LAPSES - REMINDED
    assert list(await kept.subscriptions.lapse()) == [CHAT]
    assert [held.collective for held in await kept.subscriptions.subscriptions(CHAT)] == [HERS]
    kept.clock.now += REMINDED - (LAPSES - REMINDED)
    assert kept.subscriptions.to_remind() == [CHAT], "renewed, so she is reminded anew"
    kept.clock.now += LAPSES - REMINDED
    assert list(await kept.subscriptions.lapse()) == [CHAT]
    assert kept.subscriptions.reachable() == []


async def test_a_chat_is_forgotten_with_the_last_of_its_subscriptions_and_messages(kept: Kept) -> None:
    async def remembered() -> int:
        assert len([name async for name, _ in kept.store.records()]) == len(kept.subscriptions)
        return len(kept.subscriptions)

    await kept.subscriptions.remember_message(CHAT, 5, kept.clock.now, "text")
    await kept.subscriptions.change(CHAT, Settings(language="es"))
    await kept.subscriptions.lapse()
    assert await remembered() == 1, "her language holds as long as there is something of the bot's in the chat"
    await kept.subscriptions.forget_messages(CHAT, [5])
    assert await remembered() == 0
    await kept.subscriptions.change(CHAT, Settings(language="es"))
    await kept.subscriptions.lapse()
    assert await remembered() == 0, "a choice alone is nothing to keep a chat for"
    await kept.subscriptions.remember_message(CHAT, 6, kept.clock.now, "text")
    await kept.subscriptions.deactivate(CHAT)
    assert await remembered() == 0, "she blocked the bot, and was subscribed to nothing"


@pytest.mark.parametrize("comes_back", [False, True])
async def test_who_is_forgotten_while_others_lapse_is_not_written_again(kept: Kept, comes_back: bool) -> None:
    """She blocks the bot in the middle of it: nothing of her is kept, or what she has begun since."""
    for chat, collective in ((CHAT, HERS), (CHAT + 1, HERS)):
        await kept.subscriptions.subscribe(chat, collective, MEMBER, kept.clock.now)
    kept.clock.now += 30 * DAY
    await kept.subscriptions.subscribe(CHAT + 1, THEIRS, MEMBER, kept.clock.now)
    kept.clock.now += LAPSES - 30 * DAY
    lapsing = asyncio.create_task(kept.subscriptions.lapse())
    await asyncio.sleep(0)  # the first chat is being written
    await kept.subscriptions.forget(CHAT + 1)
    if comes_back:
        await kept.subscriptions.subscribe(CHAT + 1, THEIRS, MODERATOR, kept.clock.now)
    assert list(await lapsing) == [CHAT]
    again = await kept.again()
    assert [(held.collective, held.role) for held in await again.subscriptions.subscriptions(CHAT + 1)] == [
        (THEIRS, MODERATOR)
    ] * comes_back
    assert (again.subscriptions.get(CHAT + 1) is not None) == comes_back
    await again.store.close()


async def test_whose_subscription_lapsed_is_told_once_and_then_forgotten(kept: Kept) -> None:
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    kept.clock.now += LAPSES
    assert list(await kept.subscriptions.lapse()) == [CHAT]
    await kept.subscriptions.remember_message(CHAT, 7, kept.clock.now, "text")
    assert await kept.subscriptions.lapse() == {}
    await kept.subscriptions.forget_messages(CHAT, [7])
    assert len(kept.subscriptions) == 0 and [name async for name, _ in kept.store.records()] == []


async def test_whoever_blocked_the_bot_is_left_alone_until_she_shows_a_code_again(kept: Kept) -> None:
    await learn(kept, 0)
    await kept.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    await kept.subscriptions.deactivate(CHAT)
    await learn(kept, 0, 2)
    assert kept.subscriptions.reachable() == []
    again = await kept.again()
    assert again.subscriptions.reachable() == []
    await again.subscriptions.subscribe(CHAT, HERS, MEMBER, kept.clock.now)
    [held] = await again.subscriptions.subscriptions(CHAT)
    assert again.subscriptions.reachable() == [CHAT] and held.told == 1
    await again.store.close()


async def test_messages_to_clean_up_have_a_bound(kept: Kept) -> None:
    for number in range(MOST_MESSAGES + 10):
        await kept.subscriptions.remember_message(CHAT, number, kept.clock.now, "text")
    messages = await kept.subscriptions.messages(CHAT)
    assert len(messages) == MOST_MESSAGES and messages[-1][0] == MOST_MESSAGES + 9
    await kept.subscriptions.forget_messages(CHAT, {messages[0][0]})
    assert len(await kept.subscriptions.messages(CHAT)) == MOST_MESSAGES - 1
    assert await kept.subscriptions.chats_with_messages() == [CHAT]


def test_a_code_counts_for_the_collective_and_role_whose_hash_is_shown() -> None:
    def hashed(collective: bytes, code: bytes) -> bytes:
        return digest(context(Purpose.PING_CODE, collective, code))

    channels = Channels()
    with pytest.raises(Unreachable):
        channels.match(bytes(16))
    new, old, desk = (bytes([n]) * 16 for n in (1, 2, 3))
    pings = {MEMBER: (hashed(HERS, new), hashed(HERS, old)), MODERATOR: (hashed(HERS, desk),)}
    other = {MEMBER: (hashed(THEIRS, old),), MODERATOR: ()}
    channels.learn([Channel(HERS, 0, 0, 2, pings), Channel(THEIRS, 0, 0, 1, other)])
    assert channels.match(new) == [(HERS, MEMBER)]
    assert channels.match(old) == [(HERS, MEMBER), (THEIRS, MEMBER)]
    assert channels.match(desk) == [(HERS, MODERATOR)]
    assert channels.match(bytes(16)) == []
    assert replace(channels.all()[0], head=0) == channels.of(HERS)
