"""The whole bot beside a real relay and the stand-in: the way of a ping, everything that goes away and comes back, kills, and no traces."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import os
import random
import re
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import bot
from bot.app import Config, run_bot, token_from
from bot.broadcast import WORKERS
from bot.chat import Face
from bot.metrics import Metrics
from bot.news import News
from bot.relay import MEMBER, MODERATOR, Relay, secret_from_file
from bot.store import Store, new_key
from bot.subscriptions import Subscriptions
from crypto import announced, chain, gates, shelves, signing, wire
from crypto.base32 import decode_code
from crypto.context import Purpose, context, digest
from crypto.errors import BadInput, NotARelay, RelayRefused, Unreachable
from crypto.secrets import SigningSeed
from rehearsal.floods import Limits
from rehearsal.telegram import TOKEN, Telegram
from server import serve
from storage.base import Box
from storage.folder import OPERATOR, new_founding_code
from storage.sqlite import SQLiteStore

OLD = "doesn't work any more"
ROOT = Path(bot.__file__).parent.parent
FACE = Face("http://127.0.0.1:9/app")


@dataclass
class Collective:
    """A board that grows, as its moderators' devices make it."""

    id: bytes = field(default_factory=lambda: os.urandom(32))
    gate: SigningSeed = field(default_factory=SigningSeed.random)
    entries: list[chain.Entry] = field(default_factory=list)
    codes: dict[str, bytes] = field(default_factory=dict)

    def add(self, kind: str, blob: bytes, urgent: int = 0) -> chain.Entry:
        last = self.entries[-1] if self.entries else None
        seq, prev = (last.place.seq + 1, last.hash(self.id)) if last else (0, chain.NO_ENTRY)
        place = chain.Place("board", seq, prev, kind, max(1, self.epochs), now(), urgent)
        self.entries.append(chain.make_entry(place, blob, self.gate, self.id))
        return self.entries[-1]

    @property
    def epochs(self) -> int:
        return sum(entry.place.kind == chain.ANNOUNCEMENT for entry in self.entries)

    def announce(self) -> chain.Entry:
        self.codes = {role: os.urandom(16) for role in (MEMBER, MODERATOR)}
        member, moderator = (digest(context(Purpose.PING_CODE, self.id, self.codes[role])) for role in (MEMBER, MODERATOR))
        first = not self.epochs
        public = announced.encode_public(
            planting=1, epoch=self.epochs + 1, removed=(), wraps=os.urandom(48), commitment=os.urandom(32),
            previous=None if first else os.urandom(32), link=None if first else os.urandom(48),
            member_gate=signing.public_key(self.gate), moderator_gate=signing.public_key(self.gate), desk=1,
            member_ping=member, moderator_ping=moderator,
        )  # fmt: skip
        return self.add(chain.ANNOUNCEMENT, announced.join_announcement(public, os.urandom(1600), []))

    def statement(self, urgent: int) -> chain.Entry:
        return self.add(chain.STATEMENT, os.urandom(1024 + chain.AEAD_OVERHEAD), urgent)

    def link(self, role: str = MEMBER) -> str:
        return base64url(self.codes[role])


def now() -> int:
    return int(time.time())


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class World:
    """A relay in a process of this test's own loop, the stand-in, and a bot between them."""

    folder: Path
    telegram: Telegram
    collective: Collective
    metrics: Metrics = field(default_factory=Metrics)
    token: str = TOKEN
    key: bytes = field(default_factory=new_key)
    relay_port: int = 0
    _relay: tuple[asyncio.Task[None], asyncio.Event] | None = None
    _bot: tuple[asyncio.Task[None], asyncio.Event] | None = None

    @property
    def relay_address(self) -> str:
        return f"http://127.0.0.1:{self.relay_port}"

    @property
    def secret(self) -> str:
        return secret_from_file(self.folder / "relay" / OPERATOR)

    async def start_relay(self) -> None:
        stop, ready = asyncio.Event(), asyncio.get_running_loop().create_future()
        task = asyncio.create_task(serve(self.folder / "relay", "127.0.0.1", self.relay_port, stop=stop, ready=ready.set_result))
        self.relay_port = int((await ready).rpartition(":")[2])
        self._relay = task, stop

    async def stop_relay(self) -> None:
        assert self._relay is not None
        task, stop = self._relay
        stop.set()
        await task
        self._relay = None

    def config(self) -> Config:
        return Config(
            lambda: self.token, self.relay_address, self.secret, self.folder / "bot", [self.key], FACE, self.telegram.base_url, 0
        )  # fmt: skip

    async def start_bot(self) -> None:
        stop, running, lines = asyncio.Event(), asyncio.Event(), list[str]()

        def ready(line: str) -> None:
            lines.append(line)
            if line == "the bot is running":
                running.set()

        task = asyncio.create_task(run_bot(self.config(), stop=stop, ready=ready, metrics=self.metrics))
        self._bot = task, stop
        waiting = asyncio.create_task(running.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        self.metrics_address = lines[0].removeprefix("metrics on ")

    async def stop_bot(self) -> None:
        if self._bot is not None:
            task, stop = self._bot
            stop.set()
            self.telegram.updates.end_poll()
            await task
            self._bot = None

    async def publish(self, *urgent: int) -> None:
        """New statements."""
        for one in urgent:
            await self.post(lambda one=one: self.collective.statement(one))  # type: ignore[misc]  # bound now

    async def post(self, make: Callable[[], chain.Entry]) -> None:
        """A new entry, over HTTP, as a moderator's device would."""
        c, epoch = base64url(self.collective.id), self.collective.epochs
        async with aiohttp.ClientSession() as session:

            async def ask(path: str, body: Any, headers: dict[str, str] | None = None) -> Any:
                address = f"{self.relay_address}/v1/c/{c}/{path}"
                async with session.post(address, data=wire.encode(body), headers=headers) as answer:
                    assert answer.status == 200, await answer.read()
                    return wire.decode(await answer.read())

            challenge = (await ask("challenge", {}))["challenge"]
            signature = gates.answer_challenge(self.collective.gate, self.collective.id, "board", "moderator", epoch, challenge)
            asked = {"challenge": challenge, "purpose": "board", "role": "moderator", "epoch": epoch, "signature": signature}
            token = base64url((await ask("token", asked))["token"])
            await ask("board", {"entries": [make().value()]}, {"Authorization": f"Bearer {token}"})

    async def until(self, condition: Callable[[], bool], seconds: float = 40) -> None:
        async with asyncio.timeout(seconds):
            while not condition():
                await asyncio.sleep(0.02)

    async def figures(self) -> str:
        async with aiohttp.ClientSession() as session, session.get(self.metrics_address) as answer:
            return await answer.text()


@contextlib.asynccontextmanager
async def running(folder: Path, *, limits: Limits | None = None) -> AsyncIterator[World]:
    async with Telegram(limits=limits or Limits.none()) as telegram:
        world = World(folder, telegram, Collective())
        code = decode_code(new_founding_code(folder / "relay"))
        world.collective.add(chain.STATEMENT, os.urandom(1024 + chain.AEAD_OVERHEAD))
        world.collective.announce()
        await world.start_relay()
        founding = {"collective": world.collective.id, "code": code, "entries": [entry.value() for entry in world.collective.entries]}
        async with aiohttp.ClientSession() as session:
            async with session.post(f"{world.relay_address}/v1/collectives", data=wire.encode(founding)) as answer:
                assert answer.status == 201, await answer.read()
        yield world
        await world.stop_bot()
        if world._relay is not None:
            await world.stop_relay()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(tmp_path) as world:
        yield world


def pings(phone: Any) -> int:
    """How many pings are in her chat; what is said about pings is none."""
    return sum(re.fullmatch(r"\d+ new items?", text) is not None for text in phone.texts)


async def answer_to(world: World, phone: Any, code: str) -> str:
    """What the bot says to this code."""
    before = max((bubble.id for bubble in phone.from_bot), default=0)
    phone.start(code)
    await world.until(lambda: any(bubble.id > before for bubble in phone.from_bot))
    return str(phone.texts[-1])


async def subscribe(world: World, name: str, role: str = MEMBER) -> Any:
    """Taps the link; again for as long as the bot says that it has not heard the relay yet."""
    phone = world.telegram.phone(name)
    async with asyncio.timeout(20):
        while "can't check" in await answer_to(world, phone, world.collective.link(role)):
            await asyncio.sleep(0.1)
    return phone


# ---- the way of a ping -------------------------------------------------------------------------------------------------


async def test_members_by_the_epochs_link_get_the_ping_of_an_alert_and_nobody_else_does(world: World) -> None:
    await world.start_bot()
    ana, bea = await subscribe(world, "Ana"), await subscribe(world, "Bea")
    stranger = world.telegram.phone("Stranger")
    stranger.start(base64url(os.urandom(16)))
    await world.until(lambda: bool(stranger.from_bot))
    assert OLD in stranger.texts[0]
    await world.publish(0, 2)
    await world.until(lambda: bool(pings(ana) and pings(bea)))
    await world.publish(2)
    await world.until(lambda: pings(ana) + pings(bea) == 4)
    assert pings(stranger) == 0
    await world.until(lambda: world.metrics.counts["pings"] == 4)
    assert 'parasol_bot_events_total{event="pings"} 4' in await world.figures()
    assert "parasol_bot_chats_subscribed 2" in await world.figures()


async def test_the_previous_epochs_code_counts_and_the_one_before_does_not(world: World) -> None:
    await world.start_bot()
    phone, codes = world.telegram.phone("Ana"), [world.collective.link()]
    for _ in range(2):
        await world.post(world.collective.announce)
        codes.append(world.collective.link())
        # The bot hears of it within a moment.
        async with asyncio.timeout(20):
            while OLD in await answer_to(world, phone, codes[-1]):
                await asyncio.sleep(0.1)
    assert [OLD in await answer_to(world, phone, code) for code in codes] == [True, False, False]


# ---- what goes away, and comes back --------------------------------------------------------------------------------------


async def test_a_relay_that_is_away_is_waited_for(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    await world.stop_relay()
    await world.until(lambda: world.metrics.is_away("relay"))
    assert 'parasol_bot_up{part="relay"} 0' in await world.figures()
    assert 'parasol_bot_up{part="telegram"} 1' in await world.figures()
    await world.start_relay()
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)
    assert 'parasol_bot_up{part="relay"} 1' in await world.figures()
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert len(said) == 2 and said[0].startswith("relay: ") and said[1].startswith("relay: back after"), said


async def test_a_telegram_that_is_away_is_waited_for_and_nothing_gets_lost(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    phones = [await subscribe(world, name) for name in ("Ana", "Bea", "Cho")]
    world.telegram.go_away()
    await world.publish(2)
    await world.until(lambda: world.metrics.is_away("telegram"))
    assert 'parasol_bot_up{part="telegram"} 0' in await world.figures()
    world.telegram.come_back()
    await world.until(lambda: all(pings(phone) == 1 for phone in phones))
    await world.until(lambda: not world.metrics.is_away("telegram"))
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert len(said) == 2 and said[0] == "telegram: it does not answer; waiting" and said[1].startswith("telegram: back"), said


async def test_a_bot_started_while_both_are_away_comes_up_when_they_do(world: World) -> None:
    secret = world.secret
    await world.stop_relay()
    world.telegram.go_away()
    starting = asyncio.create_task(world.start_bot())
    await world.until(lambda: world.metrics.is_away("relay") and world.metrics.is_away("telegram"))
    assert secret == world.secret
    world.telegram.come_back()
    await world.start_relay()
    await starting
    await world.until(lambda: not world.metrics.is_away("relay"))
    ana = await subscribe(world, "Ana")
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)


async def test_a_revoked_token_is_said_and_a_new_one_taken_without_a_restart(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    world.telegram.token = "7700900000:another-token-of-no-real-bot-0000"
    world.telegram.updates.end_poll()
    await world.until(lambda: world.metrics.is_away("token"))
    await world.publish(2)
    assert 'parasol_bot_up{part="token"} 0' in await world.figures()
    world.token = world.telegram.token
    await world.until(lambda: pings(ana) == 1)
    assert 'parasol_bot_up{part="token"} 1' in await world.figures()
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert said[0] == "token: Telegram refuses it; waiting" and said[1].startswith("token: back after") and len(said) == 2, said
    assert not any(token in caplog.text for token in (TOKEN, world.token))


# ---- killed ----------------------------------------------------------------------------------------------------------

MAIN = """
import asyncio, json, pathlib, sys
from bot.app import Config, run_bot
from bot.chat import Face
a = json.loads(sys.argv[1])
config = Config(lambda: a["token"], a["relay"], a["secret"], pathlib.Path(a["data"]), [a["key"].encode()], Face("http://127.0.0.1:9/app"), a["api"])
asyncio.run(run_bot(config, stop=asyncio.Event()))
"""


async def test_killed_anywhere_in_a_broadcast_and_started_again_it_finishes(tmp_path: Path) -> None:
    """Real processes, SIGKILL at random points. Everybody gets her ping, and at most one for each worker and kill gets it twice."""
    async with running(tmp_path, limits=Limits()) as world:
        crowd = world.telegram.crowd(100)
        await populate(world, [phone.id for phone in crowd])
        given = {"token": TOKEN, "relay": world.relay_address, "secret": world.secret, "data": str(tmp_path / "bot"),
                 "key": world.key.decode(), "api": world.telegram.base_url}  # fmt: skip
        await world.publish(2)
        kills, dice = 0, random.Random()
        stops = sorted(dice.sample(range(1, 100), 4))
        sent = 0

        def count(chat: int, _: float) -> None:
            nonlocal sent
            sent += 1

        world.telegram.on_sent = count
        while any(not phone.from_bot for phone in crowd):
            process = await asyncio.create_subprocess_exec(sys.executable, "-c", MAIN, json.dumps(given), cwd=ROOT)
            try:
                goal = stops[kills] if kills < len(stops) else 1000
                await world.until(lambda goal=goal: sent >= goal or all(phone.from_bot for phone in crowd), 60)  # type: ignore[misc]  # bound now
                await asyncio.sleep(dice.random() * 0.05)
                # At the end it is left alone for a moment, so that a second ping for somebody would show.
                if all(phone.from_bot for phone in crowd):
                    await asyncio.sleep(2)
            finally:
                process.send_signal(signal.SIGKILL)
                await process.wait()
                kills += 1
        twice = [len(phone.from_bot) - 1 for phone in crowd]
        assert min(twice) == 0 and kills >= 2
        assert sum(twice) <= WORKERS * kills, (sum(twice), kills)


async def populate(world: World, chats: list[int]) -> None:
    """A bot's folder as it is when these chats are subscribed and nothing has been published since."""
    store = await Store.open(world.folder / "bot", [world.key])
    news = News(store, lambda: now())
    subscriptions = Subscriptions(store, news.newest, lambda: now())
    async with Relay(world.relay_address, world.secret) as relay:
        for channel in (await relay.channels())[0]:
            await news.learn(channel, relay.headers)
    await asyncio.gather(*(subscriptions.subscribe(chat, world.collective.id, MEMBER, now()) for chat in chats))
    await store.close()


# ---- no traces ---------------------------------------------------------------------------------------------------------


async def test_no_chat_name_user_name_text_or_token_is_in_any_file_or_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """With the key, the chat's number is there and nothing else of her."""
    caplog.set_level(logging.DEBUG)
    await world.start_bot()
    ana = await subscribe(world, "Canaria Xylophone")
    ana.type("CANARY typed text about a white van")
    ana.send_document("CANARY-document.pdf", "CANARY caption")
    ana.forward("CANARY forwarded", "Canaria Sender")
    await world.until(lambda: len(ana.deleted) >= 3)
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)
    world.telegram.go_away()
    await world.until(lambda: world.metrics.is_away("telegram"))
    world.telegram.come_back()
    await world.stop_bot()
    # The test's own side speaks with the same libraries; what the bot may log is what bears the names of its libraries and its own.
    names = ("bot", "parasol.bot", "telegram", "httpx", "httpcore", "aiosqlite", "asyncio")
    logged = [record for record in caplog.records if record.name.startswith(names)]
    text = "".join(json.dumps(record.__dict__, default=repr) for record in logged)
    kept = b"".join(path.read_bytes() for path in (world.folder / "bot").iterdir())
    username = world.telegram.world.chats[ana.id].username
    clear = ["CANARY", "Canaria", "Xylophone", username, TOKEN, world.key.decode(), world.collective.link()]
    assert [trace for trace in [*clear, str(ana.id)] if trace in text] == []
    assert [trace for trace in [*clear, str(ana.id)] if trace.encode() in kept] == []
    assert int(ana.id).to_bytes(8) not in kept and int(ana.id).to_bytes(8, "little") not in kept
    store = await Store.open(world.folder / "bot", [world.key])
    opened = repr([record async for record in store.records()])
    await store.close()
    assert str(ana.id) in opened
    assert [trace for trace in clear if trace in opened] == []


# ---- the relay's client, and settings -----------------------------------------------------------------------------------


async def test_the_relays_client_names_what_is_wrong(world: World) -> None:
    async with Relay(world.relay_address, "A" * 43) as relay:
        with pytest.raises(RelayRefused, match="bad-token"):
            await relay.channels()
        assert await relay.burn(os.urandom(32)) is False
    async with Relay(world.telegram.address, world.secret) as relay:
        with pytest.raises(NotARelay):
            await relay.channels()
    await world.stop_relay()
    async with Relay(world.relay_address, "A" * 43) as relay:
        with pytest.raises(Unreachable):
            await relay.channels()
        with pytest.raises(Unreachable):
            await relay.burn(os.urandom(32))
    with pytest.raises(Unreachable):
        await relay.channels()


async def test_a_burnt_box_is_gone_and_one_that_may_not_be_burnt_stays(world: World) -> None:
    boxes = [new_box(burnable) for burnable in (True, False)]
    await world.stop_relay()
    store = await SQLiteStore.open(world.folder / "relay")
    await store.put_boxes(world.collective.id, boxes, replace=False, now=now())
    await store.close()
    await world.start_relay()
    async with Relay(world.relay_address, world.secret) as relay:
        assert [await relay.burn(box.id) for box in boxes] == [True, False]
        assert await relay.burn(boxes[0].id) is False


def new_box(burnable: bool) -> Box:
    return Box(os.urandom(32), os.urandom(shelves.BOX_BLOBS[0]), now() + 3600, burnable)


def test_the_token_comes_from_a_file_or_a_systemd_credential(tmp_path: Path) -> None:
    path = tmp_path / "telegram-token"
    path.write_text(TOKEN + "\n")
    assert token_from(path, {})() == TOKEN
    assert token_from(None, {"CREDENTIALS_DIRECTORY": str(tmp_path)})() == TOKEN
    for file, environ in ((None, {}), (tmp_path / "missing", {})):
        with pytest.raises(BadInput):
            token_from(file, environ)()
    for wrong in ("", "no token", "123:short", f"{TOKEN}\n{TOKEN}"):
        path.write_text(wrong)
        with pytest.raises(BadInput) as said:
            token_from(path, {})()
        assert not wrong or not re.search(re.escape(wrong), str(said.value))
