"""The way of a ping, with real processes: a collective at its relay, the bot as `parasol bot` runs it, and phones at the stand-in for Telegram."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from alerts.report import example_report
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from rehearsal.telegram import TOKEN, Telegram
from tests.journeys.conftest import Stage

NAMES = ("CanaryWilhelmina", "CanaryXiomara", "CanaryYevgenia", "CanaryZephyrine")
TYPED = "canary-typed-white-van-8128"
BOT_KEY = "bot.key"


@asynccontextmanager
async def bot_running(stage: Stage, telegram: Telegram) -> AsyncIterator[None]:
    """The bot as a process beside the relay's. What it prints is kept in files; it must end by itself when it is told to."""
    token = stage.folder.parent / "token"
    token.write_text(TOKEN + "\n")
    out, err = stage.folder / "bot.out", stage.folder / "bot.err"
    command = [
        "bot",
        "--relay",
        stage.url,
        "--data",
        str(stage.data),
        "--api-base",
        telegram.base_url,
        "--public-url",
        "http://127.0.0.1:9/app",
    ]
    files = ["--token-file", str(token), "--key-file", str(stage.folder.parent / BOT_KEY)]
    with out.open("wb") as lines, err.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "cli", *command, *files, stdout=lines, stderr=errors, cwd=stage.folder, env=stage.environment()
        )
    try:
        async with asyncio.timeout(120):
            while "the bot is running" not in out.read_text():
                assert process.returncode is None, err.read_text()
                await asyncio.sleep(0.1)
        yield
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 60) == 0
        assert err.read_text() == ""
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def payload(stage: Stage, alias: str, *more: str) -> str:
    """What this person's device says she should show the bot."""
    found: str = stage.person(alias).ask("pings", *more)["payload"]
    return found


def pings(phone: Phone, words: str) -> int:
    return sum(re.fullmatch(words, text) is not None for text in phone.texts)


MEMBERS_PING, DESK_PING = r"\d+ new items?", r"\d+ to look at"


async def test_a_published_alert_pings_every_subscribed_chat_once_and_nobody_else(stage: Stage) -> None:
    """Members by the epoch's link, a moderator by hers, nobody by a wrong one; and who they are is in no file and no log."""
    stage.parasol("bot", "--new-key", str(stage.folder.parent / BOT_KEY))
    ana, dina = stage.founded("Kestrel", "Ana"), stage.person("Dina")
    dina.joins(ana.invites())
    ana.sync()
    assert dina.sync()["ready"]
    links = payload(stage, "Dina"), payload(stage, "Ana"), payload(stage, "Ana", "--desk")
    assert links[0] == links[1] != links[2], "one code for all members of an epoch"
    assert dina.run("pings", "--desk", expect=2).out == "", "only a moderator's device makes the moderators' code"

    sent: Counter[int] = Counter()
    async with Telegram(limits=Limits.none()) as telegram:
        telegram.on_sent = lambda chat, _: sent.update([chat])
        member, another, moderator, stranger = (telegram.phone(name) for name in NAMES)
        async with bot_running(stage, telegram):
            # ---- who may, and who may not
            member.start(links[0])
            another.start(links[0])
            for phone in (member, another):
                await phone.sees("Notifications are on", 30)
            stranger.start("A" * 22)
            await stranger.sees("doesn't work any more", 30)
            moderator.start(links[2])
            question = await moderator.sees("Yes, notify me", 30)
            moderator.press("Yes, notify me", question)
            await moderator.sees("You will hear when something comes in", 30)
            for phone in (member, stranger):
                await phone.sees_gone(phone.type(TYPED), 30)

            # ---- a report comes in: the moderator hears of it, and she alone
            report = await asyncio.to_thread(reported, stage)
            await moderator.until(lambda: pings(moderator, DESK_PING) == 1, 60)
            assert [pings(phone, DESK_PING) for phone in (member, another, stranger)] == [0, 0, 0]

            # ---- an alert goes out
            before = Counter(sent)
            await asyncio.to_thread(published, stage, report)
            for phone in (member, another):
                await phone.until(lambda phone=phone: pings(phone, MEMBERS_PING) == 1, 60)  # type: ignore[misc]  # bound now
            # Another look of every device; whatever would ping twice, or somebody else, has had its chance.
            for person in (ana, dina):
                await asyncio.to_thread(person.sync)
            assert sent - before == Counter({member.id: 1, another.id: 1})
            assert [pings(phone, "1 new item") for phone in (member, another, moderator, stranger)] == [1, 1, 0, 0]

        chats = [phone.id for phone in telegram.phones]
        people = [*NAMES, *(telegram.world.chats[chat].username for chat in chats)]
    stage.stop()
    no_traces(stage, chats, [*people, TYPED, TOKEN, *links])


def reported(stage: Stage) -> str:
    file = stage.folder / "report.json"
    file.write_text(json.dumps(example_report()))
    found: str = stage.person("Dina").ask("report", "--file", str(file))["report"]
    file.unlink()
    return found


def published(stage: Stage, report: str) -> None:
    ana = stage.person("Ana")
    ana.ask("desk", "claim", report)
    ana.ask("desk", "draft", report, "--text", "-", stdin="A knife was shown.")
    ana.ask("desk", "show", report)
    ana.ask("desk", "approve", report)
    assert ana.ask("desk", "publish", report)["seq"] > 0


def places(stage: Stage) -> dict[str, bytes]:
    """Everything that relay and bot wrote or printed, and what passed between the relay and everybody."""
    files = [path for path in [*stage.data.rglob("*"), *stage.folder.glob("*.out"), *stage.folder.glob("*.err")] if path.is_file()]
    found: dict[str, bytes] = {str(path.relative_to(stage.folder)): path.read_bytes() for path in files}
    return found | {f"connection {i}": seen for i, seen in enumerate(stage.recorder.seen)}


def no_traces(stage: Stage, chats: list[int], words: list[str]) -> None:
    looked_for = {f"word {i}": word.encode() for i, word in enumerate([*words, *map(str, chats)])}
    looked_for |= {f"chat {i} {order}": chat.to_bytes(8, order) for i, chat in enumerate(chats) for order in ("big", "little")}
    where = places(stage)
    assert {"relay/bot/bot.sqlite3", "bot.out", "bot.err", "relay/relay.sqlite3"} <= where.keys()
    assert [f"{name} in {place}" for place, data in where.items() for name, one in looked_for.items() if one in data] == []
