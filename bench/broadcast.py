"""How close to Telegram's limits a broadcast runs, and how long a reply takes in the middle of it, beside python-telegram-bot's AIORateLimiter.

    python bench/broadcast.py [--full] [--chats N] [--yardstick-chats N] [--runs 5]

The stand-in for Telegram's servers runs in a process of its own and enforces what Telegram does: 30 messages in any second, or 429 and a wait of
five seconds for everything. Ours is the bot's own broadcast with everything it does for each ping: one at a time, and the sealed record is
written and synced before the next. What is tried in the first second counts, not only what is taken: a burst is refused, and a real Telegram
minds it. All of it once more with answers that take 60 ms, as from a far server, for 300 chats. Nothing is sped up, so a run is as long as its chats: ten seconds for 300, which shows the same as
many more, and five and a half minutes for the 10,000 of ``--full``, which is half an hour in all for five runs. The yardstick is the library's limiter under one task
for each chat, for fewer chats, because its waits make it long; the number is in the line. Meanwhile somebody who is in no broadcast is sent a
reply every second. Runs alternate.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from telegram import InlineKeyboardButton, InlineKeyboardMarkup  # noqa: E402  the path above must be there first, so that it runs from anywhere
from telegram.error import TelegramError  # noqa: E402
from telegram.ext import AIORateLimiter, ApplicationBuilder, BaseRateLimiter  # noqa: E402

from bench._report import report  # noqa: E402
from bot.broadcast import Broadcast  # noqa: E402
from bot.metrics import Metrics  # noqa: E402
from bot.news import News  # noqa: E402
from bot.pace import IN_ALL, Pace  # noqa: E402
from bot.relay import MEMBER, MODERATOR, Channel, Header  # noqa: E402
from bot.settings import Settings  # noqa: E402
from bot.store import Store, new_key  # noqa: E402
from bot.subscriptions import Subscriptions  # noqa: E402
from bot.texts import Texts  # noqa: E402
from rehearsal.telegram import TOKEN, Telegram  # noqa: E402

COLLECTIVE: Final = bytes(32)
FIRST_REPLY: Final = 1.0
#: Answers of a server that is far away, or busy (seconds); and for how many chats.
SLOW: Final = 0.06
SLOW_CHATS: Final = 300
YARDSTICK: Final = "AIORateLimiter"


@dataclass
class Run:
    """One broadcast. ``sent`` are the seconds at which Telegram took a ping, ``tried`` those at which it was asked to, ``replies`` how long
    each reply took."""

    sent: list[float]
    tried: list[float]
    replies: list[float]
    refused: int

    @property
    def rate(self) -> float:
        return (len(self.sent) - 1) / (self.sent[-1] - self.sent[0])

    @property
    def first_second(self) -> int:
        return sum(moment < self.tried[0] + 1 for moment in self.tried)


# ---- the stand-in, in its own process ------------------------------------------------------------------------------


def run_stand_in(pipe: Connection, chats: int, slow: float) -> None:
    asyncio.run(_stand_in(pipe, chats, slow))


async def _stand_in(pipe: Connection, chats: int, slow: float) -> None:
    async with Telegram() as telegram:
        telegram.faults.slow = slow
        tried: list[tuple[int, float]] = []
        before = telegram.faults.before

        async def count(method: str, chat: object) -> None:
            if method == "sendMessage" and isinstance(chat, int):
                tried.append((chat, time.monotonic()))
            await before(method, chat)

        telegram.faults.before = count  # type: ignore[method-assign]  # each try, taken or not
        crowd = telegram.crowd(chats + 20)
        sent: list[tuple[int, float]] = []
        telegram.on_sent = lambda chat, _: sent.append((chat, time.monotonic()))
        pipe.send((telegram.base_url, [phone.id for phone in crowd]))
        await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
        pipe.send((sent, tried, sum(n for (_, code), n in telegram.counts.items() if code == 429)))


# ---- the two broadcasts --------------------------------------------------------------------------------------------

Sender = Callable[[Any, list[int]], Awaitable[None]]


async def ours(bot: Any, chats: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(Path(folder), [new_key()])
        news = News(store, time.time)
        subscriptions = Subscriptions(store, news.newest, time.time)
        button = InlineKeyboardMarkup([[InlineKeyboardButton("Open", url="http://127.0.0.1:9/app")]])
        metrics = Metrics()
        broadcast = Broadcast(subscriptions, news, lambda: bot, Texts(), lambda language: button, metrics, time.time)

        async def headers(collective: bytes, start: int) -> list[Header]:
            return [Header(seq, 2) for seq in range(start, 2)]

        def channel(head: int) -> Channel:
            return Channel(COLLECTIVE, head, 0, 1, {MEMBER: (), MODERATOR: ()})

        await news.learn(channel(0), headers)
        await asyncio.gather(*(subscriptions.subscribe(chat, COLLECTIVE, MEMBER, int(time.time())) for chat in chats))
        await asyncio.gather(*(subscriptions.change(chat, Settings()) for chat in chats))
        running = asyncio.create_task(broadcast.run())
        await news.learn(channel(1), headers)
        await broadcast.plan_all()
        while metrics.counts["pings"] < len(chats):
            await asyncio.sleep(0.05)
        running.cancel()
        await store.close()


async def theirs(bot: Any, chats: list[int]) -> None:
    await asyncio.gather(*(bot.send_message(chat, "1 new item") for chat in chats))


async def measure(send: Sender, limiter: BaseRateLimiter[Any], chats: int, slow: float = 0) -> Run:
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=run_stand_in, args=(there, chats, slow), daemon=True)
    process.start()
    loop = asyncio.get_running_loop()
    base_url, ids = await loop.run_in_executor(None, here.recv)
    crowd, asking = ids[:chats], ids[chats:]
    application: Any = ApplicationBuilder().token(TOKEN).base_url(base_url).rate_limiter(limiter).pool_timeout(600).build()
    replies: list[float] = []
    async with application.bot as bot:
        await bot.send_message(asking[0], "warm")
        broadcast = asyncio.ensure_future(send(bot, crowd))
        answering = asyncio.create_task(_reply(bot, asking, replies))
        await broadcast
        answering.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await answering
    here.send("how was it")
    sent, tried, refused = await loop.run_in_executor(None, here.recv)
    process.join()
    told = set(crowd)
    moments, tries = ([moment for chat, moment in of if chat in told] for of in (sent, tried))
    return Run(moments, tries, replies, refused)


async def _reply(bot: Any, asking: list[int], replies: list[float]) -> None:
    await asyncio.sleep(FIRST_REPLY)
    while True:
        # A crowd of people, so that none of them has to wait for her own chat's second.
        begun = time.perf_counter()
        try:
            await bot.send_message(asking[len(replies) % len(asking)], "reply")
        except TelegramError:
            continue
        finally:
            # One that still waits when the broadcast is over counts with what it had waited.
            replies.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.9 + random.random() / 5)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="10,000 chats, about half an hour")
    parser.add_argument("--chats", type=int, help="how many (default 300)")
    parser.add_argument("--yardstick-chats", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    chats = asked.chats or (10_000 if asked.full else 300)
    for slow, crowd in ((0.0, chats), (SLOW, min(chats, SLOW_CHATS))):
        mine, yardstick = list[Run](), list[Run]()
        for _ in range(asked.runs):
            yardstick.append(await measure(theirs, AIORateLimiter(max_retries=100), asked.yardstick_chats, slow))
            mine.append(await measure(ours, Pace(), crowd, slow))
        _report(mine, yardstick, f"{crowd:,} chats" + (f", answers after {slow * 1000:.0f} ms" if slow else ""), asked)


def _report(mine: list[Run], yardstick: list[Run], conditions: str, asked: argparse.Namespace) -> None:
    against = f"{YARDSTICK}, {asked.yardstick_chats} chats"
    figures: list[tuple[str, str, Callable[[Run], float]]] = [
        ("tried in the first second", "messages", lambda run: run.first_second),
        ("429 answers", "answers", lambda run: run.refused),
        ("slowest reply meanwhile", "ms", lambda run: max(run.replies)),
        ("median reply meanwhile", "ms", lambda run: sorted(run.replies)[len(run.replies) // 2]),
        ("share of the permitted rate", "of 30/s", _share),
    ]
    for name, unit, read in figures:
        values, beside = ([float(read(run)) for run in runs] for runs in (mine, yardstick))
        report("broadcast", f"{name}, {conditions}", values, unit, against=against, yardstick=beside)


def _share(run: Run) -> float:
    # Replies take their part of the permitted rate; they are part of what was sent.
    return (run.rate + len(run.replies) / (run.sent[-1] - run.sent[0])) / IN_ALL


if __name__ == "__main__":
    asyncio.run(main())
