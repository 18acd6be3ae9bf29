"""The way of a ping, with real processes: a collective at its relay, the bot as `parasol bot` runs it, and phones at the stand-in for Telegram.

All clocks, the relay's, the devices', the bot's and the stand-in's, go together: from the Friday before the clocks change in Madrid to two
months later.
"""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiohttp import ClientSession

from alerts.report import example_report
from bot.store import Store, keys_from_file
from rehearsal.clock import Clock
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from rehearsal.telegram import TOKEN, Telegram
from tests.journeys.conftest import Person, Stage

MADRID: Final = ZoneInfo("Europe/Madrid")
DAY: Final = 86400
TYPED: Final = "canary-typed-white-van-8128"
JPEG: Final = b"\xff\xd8" + b"\xff\xe1\x00\x0fcanary-camera" + b"\xff\xda\x00\x02pixels" + b"\xff\xd9"
BOT_KEY: Final = "bot.key"
MEMBERS_PING: Final = r"(\d+ new items?|\d+ novedad(es)?)"
DESK_PING: Final = r"\d+ waiting"

#: Everything a person can send, but for what is edited and what is a code. Each is sent by somebody of her own.
SENT: Final[dict[str, Callable[[Phone], Any]]] = {
    "text": lambda phone: phone.type(TYPED),
    "photo": lambda phone: phone.send_photo(TYPED),
    "voice": lambda phone: phone.send_voice(TYPED),
    "video": lambda phone: phone.send_video(TYPED),
    "sticker": lambda phone: phone.send_sticker(),
    "contact": lambda phone: phone.send_contact(TYPED),
    "location": lambda phone: phone.send_location(),
    "document": lambda phone: phone.send_document(f"{TYPED}.pdf", TYPED),
    "forwarded": lambda phone: phone.forward(TYPED, TYPED),
    "a command and more": lambda phone: phone.type(f"/start {TYPED}"),
}


def friday_noon() -> datetime:
    """Of the weekend when the clocks change next in Madrid, in spring or in autumn."""
    day = datetime.now(MADRID).replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=3)
    while day.utcoffset() == (day + timedelta(days=2)).utcoffset() or day.weekday() != 4:
        day += timedelta(days=1)
    return day


@dataclass
class Play:
    """The stage, the stand-in beside it, and what was sent: chat, and when by everybody's clock."""

    stage: Stage
    telegram: Telegram
    clock: Clock
    sent: list[tuple[int, float]] = field(default_factory=list)

    def now(self) -> int:
        return int(time.time()) + self.stage.offset

    async def goes_on_to(self, moment: datetime) -> None:
        """All clocks are put forward. While no bot runs."""
        seconds = int(moment.timestamp()) - self.now()
        assert seconds > 0, "the day is later than the play"
        await asyncio.to_thread(self.stage.later, seconds)
        self.clock.forward(seconds)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[str]:
        """The bot as a process beside the relay's; gives the address of its counts. What it prints is kept in files; it must end by itself
        when it is told to."""
        stage, secrets = self.stage, self.stage.folder.parent
        (secrets / "token").write_text(TOKEN + "\n")
        (secrets / "picture.jpg").write_bytes(JPEG)
        out, err = stage.folder / f"bot-{stage.offset}.out", stage.folder / f"bot-{stage.offset}.err"
        options = {
            "--relay": stage.url, "--data": str(stage.data), "--api-base": self.telegram.base_url, "--public-url": "http://127.0.0.1:9/app",
            "--token-file": str(secrets / "token"), "--key-file": str(secrets / BOT_KEY),
            "--bot-metrics-port": "0", "--picture": str(secrets / "picture.jpg"), "--bot-name": "Recipes", "--bot-about": "Cooking.", "--bot-zone": "Europe/Madrid",
        }  # fmt: skip
        with out.open("wb") as lines, err.open("wb") as errors:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "cli", "bot", *(word for pair in options.items() for word in pair),
                stdout=lines, stderr=errors, cwd=stage.folder, env=stage.environment(),
            )  # fmt: skip
        try:
            async with asyncio.timeout(120):
                while "the bot is running" not in out.read_text():
                    assert process.returncode is None, err.read_text()
                    await asyncio.sleep(0.1)
            yield out.read_text().partition("metrics on ")[2].split()[0]
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 60) == 0
            assert err.read_text() == ""
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def device(self, person: Person, *arguments: str, stdin: str = "") -> dict[str, Any]:
        """A command on somebody's device, while the bot goes on."""
        return await asyncio.to_thread(lambda: person.ask(*arguments, stdin=stdin))


def members_pings(phone: Phone) -> int:
    return sum(re.fullmatch(MEMBERS_PING, text) is not None for text in phone.texts)


def desk_pings(phone: Phone) -> int:
    return sum(re.fullmatch(DESK_PING, text) is not None for text in phone.texts)


async def test_the_journey_of_pings(stage: Stage) -> None:
    """Founding, subscribing, the desk's ping, alerts at once and by digest, a quiet night on which the clocks change, removal and lapse."""
    stage.parasol("bot", "--new-key", str(stage.folder.parent / BOT_KEY))
    friday, clock = friday_noon(), Clock()
    async with Telegram(clock, limits=Limits.none()) as telegram:
        play = Play(stage, telegram, clock)
        telegram.on_sent = lambda chat, at: play.sent.append((chat, at))
        await play.goes_on_to(friday)
        ana, bea, cleo = await asyncio.to_thread(three_moderators, stage)
        dina, eve, fay = await asyncio.to_thread(members, ana, "Dina", "Eve", "Fay")
        for moderator in (bea, cleo):
            await play.device(moderator, "sync")
        links = {name: payload(stage.person(name)) for name in ("Ana", "Dina", "Fay")}
        assert len(set(links.values())) == 1, "one code for all members of an epoch"
        desk = {payload(one, "--desk") for one in (ana, cleo)}
        assert len(desk) == 1 and desk.isdisjoint(links.values())
        assert dina.run("pings", "--desk", expect=2).out == "", "only a moderator's device makes the moderators' code"

        # Names are canaries. Moderators' telephones are not told from members' by anything but the link they show.
        p_dina, p_fay, p_cleo, p_bea = (
            telegram.phone(f"CanaryPerson{name}") for name in ("Wilhelmina", "Xiomara", "Yevgenia", "Zephyrine")
        )
        p_eve, stranger = telegram.phone("CanaryPersonEulalia", "es"), telegram.phone("CanaryPersonStranger")
        subscribed = (p_dina, p_eve, p_fay)

        # ---- Friday noon: who may subscribe, and who may not; what is typed
        async with play.bot():
            await subscribe(subscribed, links["Dina"], p_cleo, p_bea, desk.pop(), stranger)
            assert (p_dina.bot_name, p_dina.short_description, p_eve.bot_name) == ("Recipes", "Cooking.", "Recipes")
            await p_dina.until(lambda: telegram.world.profile.photo != b"", 30)
            assert b"canary-camera" not in telegram.world.profile.photo
            codes = await whatever_is_sent_is_deleted(play, stranger, ana)

            # ---- a report comes in: the moderator on shift hears of it, and she alone
            before = counted(play)
            report = await reports(play, dina, ["condom", "threats"])
            await p_cleo.until(lambda: desk_pings(p_cleo) == 1, 60)
            assert counted(play) - before == Counter({p_cleo.id: 1})

            # ---- two approve, a third publishes: one ping for every subscribed chat, none for anybody else
            before = counted(play)
            await publishes(play, ana, bea, cleo, report)
            for phone in subscribed:
                await phone.until(lambda phone=phone: members_pings(phone) == 1, 60)  # type: ignore[misc]  # bound now
            for person in (ana, dina):  # whatever would ping twice, or somebody else, has its chance
                await play.device(person, "sync")
            assert counted(play) - before == Counter({phone.id: 1 for phone in subscribed})
            assert p_dina.texts[-1] == "1 new item" and p_eve.texts[-1] == "1 novedad"

            # ---- an alert that can wait
            before = counted(play)
            await publishes(play, bea, cleo, ana, await reports(play, dina, ["non-payment"]))
            await play.device(dina, "sync")
            assert [counted(play)[phone.id] - before[phone.id] for phone in subscribed] == [0, 0, 0]

        # ---- six in the evening, on her clock: the digest
        six = friday.replace(hour=18)
        await play.goes_on_to(six - timedelta(seconds=20))
        async with play.bot():
            assert {first_after(play, phone, six - timedelta(hours=1)) for phone in subscribed} == {None}
            for phone in subscribed:
                await phone.until(lambda phone=phone: first_after(play, phone, six - timedelta(hours=1)) is not None, 90)  # type: ignore[misc]  # bound now
            assert all(0 <= (first_after(play, phone, six - timedelta(hours=1)) or 0) - six.timestamp() < 80 for phone in subscribed)

        # ---- Saturday, shortly before midnight: Eve sleeps, the others hear of it at once
        night = friday.replace(hour=23, minute=30) + timedelta(days=1)
        await play.goes_on_to(night)
        async with play.bot():
            await publishes(play, ana, cleo, bea, await reports(play, eve, ["assault"]))
            for phone in (p_dina, p_fay):
                await phone.until(lambda phone=phone: first_after(play, phone, night) is not None, 60)  # type: ignore[misc]  # bound now
            await play.device(dina, "sync")
            assert first_after(play, p_eve, night) is None

        # ---- Sunday at eight, after a night that was an hour shorter or longer; and Friday's pings are gone
        eight = friday.replace(hour=8) + timedelta(days=2)
        assert eight.utcoffset() != night.utcoffset()
        await play.goes_on_to(eight - timedelta(seconds=20))
        async with play.bot():
            await p_eve.until(lambda: first_after(play, p_eve, night) is not None, 90)
            assert 0 <= (first_after(play, p_eve, night) or 0) - eight.timestamp() < 80
            for phone in subscribed:
                await phone.until(lambda phone=phone: members_pings(phone) == 1, 60)  # type: ignore[misc]  # bound now
            await p_cleo.until(lambda: desk_pings(p_cleo) <= 1, 60)

            # ---- a member is removed, and then a moderator: the codes that they know count no more
            for person in (fay, cleo):
                for moderator in (ana, bea):
                    await play.device(moderator, "remove", person.name)
                await play.device(ana, "sync")
            await play.device(dina, "sync")
            assert await asyncio.to_thread(payload, dina) != links["Fay"]
            await says(p_fay, links["Fay"], "doesn't work any more")

        # ---- fifty days later everybody is told that it is going to end; the members' devices have the link that keeps it
        await play.goes_on_to(friday + timedelta(days=50))
        async with play.bot():
            for phone in (p_dina, p_fay):
                await phone.sees("Notifications stop in 10 days", 60)
            for person, phone, words in ((dina, p_dina, "Notifications are on"), (eve, p_eve, "Avisos activados")):
                await play.device(person, "sync")
                await says(phone, await asyncio.to_thread(payload, person), words)
            await says(p_fay, links["Fay"], "doesn't work any more")

        # ---- the subscription of the removed member has lapsed, and so have the moderators'
        await play.goes_on_to(friday + timedelta(days=61))
        async with play.bot():
            for phone in (p_fay, p_cleo, p_bea):
                await phone.sees("Notifications have stopped", 60)
            before = counted(play)
            await publishes(play, ana, bea, ana, await reports(play, dina, ["assault"]))
            for phone in (p_dina, p_eve):
                await phone.until(lambda phone=phone: counted(play)[phone.id] > before[phone.id], 60)  # type: ignore[misc]  # bound now
            await play.device(eve, "sync")
            assert counted(play) - before == Counter({p_dina.id: 1, p_eve.id: 1})

        # ---- a day after that, nothing is left of whoever is subscribed to nothing
        await play.goes_on_to(friday + timedelta(days=62))
        async with play.bot() as counts:
            await keeps_only(2, counts)
            # What was too old to be deleted when the bot came back is a dot.
            assert all(set(phone.texts) <= {"·"} for phone in (p_fay, p_cleo, p_bea))
        chats = {phone.id: phone.name for phone in telegram.phones}
        people = [*chats.values(), *(telegram.world.chats[chat].username for chat in chats)]
    stage.stop()
    looked_for = [*people, TYPED, TOKEN, *links.values(), *codes]
    no_traces(stage, list(chats), looked_for)
    kept = await opened_with_the_key(stage)
    assert [word for word in looked_for if word in kept] == []
    assert {chat for chat in chats if str(chat) in kept} == {p_dina.id, p_eve.id}


def three_moderators(stage: Stage) -> tuple[Person, Person, Person]:
    ana, bea, cleo = stage.founded("Kestrel", "Ana"), stage.person("Bea"), stage.person("Cleo")
    for newcomer, inviter in ((bea, ana), (cleo, bea)):
        newcomer.joins(inviter.invites("--moderator"))
        inviter.sync()
        assert ana.ask("promote", newcomer.name)["promoted"]
        assert newcomer.sync()["moderates"]
    return ana, bea, cleo


def members(inviter: Person, *names: str) -> list[Person]:
    people = [inviter.stage.person(name) for name in names]
    for person in people:
        person.joins(inviter.invites())
    inviter.sync()
    assert all(person.sync()["ready"] for person in people)
    return people


def payload(person: Person, *more: str) -> str:
    """What this person's device says she should show the bot."""
    found: str = person.ask("pings", *more)["payload"]
    return found


async def says(phone: Phone, code: str, words: str) -> None:
    """What the bot says to this code."""
    before = phone.start(code)
    await phone.sees(words, 30, after=before)


async def subscribe(phones: tuple[Phone, ...], link: str, cleo: Phone, bea: Phone, desk: str, stranger: Phone) -> None:
    """Members by the epoch's link, moderators by theirs and one of them off shift, nobody by a wrong one. The second member sleeps at night."""
    for phone in phones:
        await says(phone, link, "Avisos activados" if phone is phones[1] else "Notifications are on")
    await says(stranger, "A" * 22, "doesn't work any more")
    for phone in (cleo, bea):
        await says(phone, desk, "Yes, notify me")
        phone.press("Yes, notify me")
        await phone.sees("When something comes in, I", 30)
    bea.type("/quiet")
    await bea.sees("On shift", 30)
    bea.press("Shift")
    await bea.sees("Not on shift", 30)
    sleeper = phones[1]
    sleeper.type("/horas")
    for shown, label in (("Tus avisos", "Silencio"), ("¿Silencio desde qué hora?", "22:00"), ("Inicio: 22:00", "08:00")):
        await sleeper.sees(shown, 30)
        sleeper.press(label)
    await sleeper.sees("Silencio de 22:00 a 08:00", 30)


async def whatever_is_sent_is_deleted(play: Play, stranger: Phone, ana: Person) -> list[str]:
    """And answered, each kind of it; a pasted code is burnt. Gives the code, as it was typed."""
    telegram = play.telegram
    telegram.faults.storm_403(1, methods=["deleteMessage"])
    edited = stranger.type("at first")
    await stranger.sees("Telegram won't let me delete that", 30)
    stranger.edit(edited, TYPED)
    await stranger.sees_gone(edited, 30)
    sent = []
    for kind, send in SENT.items():
        phone = telegram.phone(f"CanaryPersonSender{kind}")
        sent.append((phone, send(phone)))
    for phone, bubble in sent:
        await phone.sees_gone(bubble, 30)
        await phone.sees("Telegram had already seen it", 30)
    code = (await play.device(ana, "invite"))["code"]
    pasted = stranger.type(f"my code is {code}")
    await stranger.sees("That was a code", 30)
    await stranger.sees_gone(pasted, 30)
    late = play.stage.person("Late")
    done = await asyncio.to_thread(lambda: late.run("join", "--relay", play.stage.url, "--alias", "Late", stdin=code, expect=2))
    assert "not good any more" in done.err
    return [code]


async def reports(play: Play, person: Person, kinds: list[str]) -> str:
    """A report of these kinds; its id."""
    file = play.stage.folder / "report.json"
    file.write_text(json.dumps(example_report() | {"kinds": kinds}))
    found: str = (await play.device(person, "report", "--file", str(file)))["report"]
    file.unlink()
    return found


async def publishes(play: Play, first: Person, second: Person, third: Person, report: str) -> None:
    """Two approve, and one publishes."""
    await play.device(first, "desk", "claim", report)
    await play.device(first, "desk", "draft", report, "--text", "-", stdin="What was reported.")
    await play.device(first, "desk", "approve", report)
    await play.device(second, "desk", "show", report)
    await play.device(second, "desk", "approve", report)
    assert (await play.device(third, "desk", "publish", report))["seq"] > 0


def counted(play: Play) -> Counter[int]:
    """How many messages each chat has been sent."""
    return Counter(chat for chat, _ in play.sent)


def first_after(play: Play, phone: Phone, moment: datetime) -> float | None:
    """When this phone was first sent something after a moment, by everybody's clock."""
    return next((at for chat, at in play.sent if chat == phone.id and at > moment.timestamp()), None)


def places(stage: Stage) -> dict[str, bytes]:
    """Everything that relay and bot wrote or printed, and what passed between the relay and everybody."""
    files = [path for path in [*stage.data.rglob("*"), *stage.folder.glob("*.out"), *stage.folder.glob("*.err")] if path.is_file()]
    found: dict[str, bytes] = {str(path.relative_to(stage.folder)): path.read_bytes() for path in files}
    return found | {f"connection {i}": seen for i, seen in enumerate(stage.recorder.seen)}


def no_traces(stage: Stage, chats: list[int], words: list[str]) -> None:
    looked_for = {f"word {i}": word.encode() for i, word in enumerate([*words, *map(str, chats)])}
    looked_for |= {f"chat {i} {order}": chat.to_bytes(8, order) for i, chat in enumerate(chats) for order in ("big", "little")}
    where = places(stage)
    assert {"relay/bot/bot.sqlite3", "relay/relay.sqlite3"} <= where.keys() and sum(place.startswith("bot-") for place in where) == 14
    assert [f"{name} in {place}" for place, data in where.items() for name, one in looked_for.items() if one in data] == []


async def keeps_only(chats: int, counts: str) -> None:
    """Wait until the bot says that it keeps something of so many chats and no more."""
    async with asyncio.timeout(60), ClientSession() as session:
        while True:
            async with session.get(counts) as answer:
                if f"parasol_bot_chats_kept {chats}\n" in await answer.text():
                    return
            await asyncio.sleep(0.1)


async def opened_with_the_key(stage: Stage) -> str:
    store = await Store.open(stage.data / "bot", keys_from_file(stage.folder.parent / BOT_KEY))
    found = repr([record async for record in store.records()])
    await store.close()
    return found


def test_it_is_played_on_the_weekend_when_the_clocks_change() -> None:
    friday = friday_noon()
    assert friday.weekday() == 4 and friday > datetime.now(MADRID)
    assert friday.utcoffset() != (friday + timedelta(days=2)).utcoffset()
