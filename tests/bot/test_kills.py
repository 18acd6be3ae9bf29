"""Real processes and SIGKILL: a broadcast is finished with at most one ping too many for each lane, and what was sent to the bot is deleted
all the same, and what was ordered done."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.broadcast import LANES
from bot.store import Store
from crypto.base32 import encode_code
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from tests.bot.whole_bot import World, populate, running, start_process, subscribe

TYPED = "something typed"


@contextlib.asynccontextmanager
async def process(world: World) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as a process; killed at the end if it is not dead already."""
    started = await start_process(world)
    try:
        yield started
    finally:
        if started.returncode is None:
            started.send_signal(signal.SIGKILL)
        await started.wait()


def kill(started: asyncio.subprocess.Process) -> None:
    if started.returncode is None:
        started.send_signal(signal.SIGKILL)


def too_many(crowd: Sequence[Phone]) -> int:
    """Pings beyond the first of each. Nobody may be without one."""
    twice = [len(phone.from_bot) - 1 for phone in crowd]
    assert min(twice) == 0, "somebody was not told"
    return sum(twice)


async def finishes(world: World, crowd: Sequence[Phone]) -> None:
    """Runs the bot until everybody has her ping, and a moment longer, so that a second one for somebody would show."""
    async with process(world):
        await world.until(lambda: all(phone.from_bot for phone in crowd), 60)
        await asyncio.sleep(1.5)


@pytest.mark.parametrize("later", [None, 0.0, 0.002, 0.01], ids=["before the answer", "with it", "while it is noted", "after it"])
async def test_killed_once_it_finishes_with_at_most_one_ping_too_many_for_each_lane_and_one_for_anybody(
    tmp_path: Path, later: float | None
) -> None:
    """At the message of a random chat: as soon as Telegram has it, and at moments just after."""
    async with running(tmp_path, limits=Limits()) as world:
        crowd = world.telegram.crowd(12)
        await populate(world, [phone.id for phone in crowd])
        await world.publish(2)
        last, sent = random.randrange(1, 12), 0
        async with process(world) as doomed:

            def count(chat: int, _: float) -> None:
                nonlocal sent
                sent += 1
                if sent == last:
                    if later is None:
                        kill(doomed)
                    else:
                        asyncio.get_running_loop().call_later(later, kill, doomed)

            world.telegram.on_sent = count
            await asyncio.wait_for(doomed.wait(), 60)
        world.telegram.on_sent = None
        await finishes(world, crowd)
        assert too_many(crowd) <= LANES and max(len(phone.from_bot) for phone in crowd) <= 2
        if later is None:
            assert too_many(crowd) >= 1, "nobody could know that this one had arrived, so it comes again"


@pytest.mark.parametrize("slow", [0, 0.06])
async def test_killed_again_and_again_it_finishes_with_at_most_one_ping_too_many_for_each_kill_and_lane(
    tmp_path: Path, slow: float
) -> None:
    async with running(tmp_path, limits=Limits()) as world:
        world.telegram.faults.slow = slow
        crowd = world.telegram.crowd(60)
        await populate(world, [phone.id for phone in crowd])
        await world.publish(2)
        sent, stops = 0, sorted(random.sample(range(1, 55), 3))

        def count(chat: int, _: float) -> None:
            nonlocal sent
            sent += 1

        world.telegram.on_sent = count
        for goal in stops:
            async with process(world):
                await world.until(lambda goal=goal: sent >= goal, 60)  # type: ignore[misc]  # bound now
                await asyncio.sleep(random.random() * 0.05)
        await finishes(world, crowd)
        assert too_many(crowd) <= len(stops) * LANES


async def test_what_was_fetched_and_not_yet_deleted_when_it_was_killed_is_deleted_at_the_next_start(tmp_path: Path) -> None:
    """Telegram keeps an update until it is confirmed; it is confirmed when the message is gone and its code is burnt, not when it was fetched."""
    async with running(tmp_path) as world:
        ana = world.telegram.phone("Ana")
        async with process(world) as doomed:
            ana.start()
            await ana.sees("Tap Open", 30)
            await world.until(lambda: not ana.mine)
            world.telegram.faults.slow = 60
            sent: list[Any] = [ana.type(TYPED), ana.send_photo(TYPED), ana.type(encode_code(b"\x11" * 16))]
            # The bot has them, and waits for its three deletions. A second question for updates would have come by now.
            await world.until(lambda: deletions_under_way(world) >= 3)
            await asyncio.sleep(0.5)
            kill(doomed)
            await doomed.wait()
        assert [bubble.id for bubble in ana.mine] == [bubble.id for bubble in sent]
        world.telegram.faults.calm()
        async with process(world):
            for bubble in sent:
                await ana.sees_gone(bubble, 30)
            await ana.sees("That looked like a code", 30)
            await world.until(lambda: world.telegram.updates.pending == 0)


@pytest.mark.parametrize("order", ["/leave", "/erase"])
async def test_whoever_ordered_the_bot_to_forget_her_is_forgotten_though_it_was_killed_on_the_way(tmp_path: Path, order: str) -> None:
    """Telegram has forgotten the order by then; the bot has written down that she leaves."""
    async with running(tmp_path) as world:
        async with process(world) as doomed:
            ana = await subscribe(world, "Ana")
            await ana.sees("Notifications are on")
            await world.until(lambda: world.telegram.updates.pending == 0 and not ana.mine)
            await asyncio.sleep(0.5)
            # Her messages are being taken away, and Telegram does not answer.
            hang_in(world, "deleteMessages")
            ana.type(order)
            await world.until(lambda: deletions_under_way(world, "deletemessages") == 1)
            await world.until(lambda: world.telegram.updates.pending == 0)
            kill(doomed)
            await doomed.wait()
        store = await Store.open(world.folder / "bot", [world.key])
        [kept] = [value async for name, value in store.records() if name[0] == "chat"]
        await store.close()
        assert (kept["held"], kept["settings"]) == ([], None) and kept["messages"]
        world.telegram.faults.before = type(world.telegram.faults).before.__get__(world.telegram.faults)  # type: ignore[method-assign]  # it answers again
        async with process(world):
            await world.until(lambda: ana.chat == [])
            await world.publish(2)
            await asyncio.sleep(1.5)
        assert ana.chat == []
        store = await Store.open(world.folder / "bot", [world.key])
        assert [name async for name, _ in store.records() if name[0] == "chat"] == []
        await store.close()


def hang_in(world: World, method: str) -> None:
    before = world.telegram.faults.before

    async def hanging(asked: str, chat: object) -> None:
        if asked == method:
            await asyncio.sleep(60)
        await before(asked, chat)

    world.telegram.faults.before = hanging  # type: ignore[method-assign]  # one method that does not answer


def deletions_under_way(world: World, method: str = "deletemessage") -> int:
    return sum(request.match_info["method"].lower() == method for request in world.telegram._under_way.values())
