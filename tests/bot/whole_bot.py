"""The whole bot beside a real relay and the stand-in, for tests: in this process, or in one that can be killed."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

import bot
from bot.app import Config, run_bot
from bot.chat import Face
from bot.metrics import Metrics
from bot.news import News
from bot.relay import MEMBER, MODERATOR, Relay, secret_from_file
from bot.store import Store, new_key
from bot.subscriptions import Subscriptions
from crypto import announced, chain, gates, signing, wire
from crypto.base32 import decode_code
from crypto.context import Purpose, context, digest
from crypto.secrets import SigningSeed
from rehearsal.floods import Limits
from rehearsal.telegram import TOKEN, Telegram
from server import serve
from storage.folder import OPERATOR, new_founding_code

ROOT = Path(bot.__file__).parent.parent
FACE = Face("http://127.0.0.1:9/app")

MAIN = """
import asyncio, json, pathlib, sys
from bot.app import Config, run_bot
from bot.chat import Face
a = json.loads(sys.argv[1])
config = Config(lambda: a["token"], a["relay"], a["secret"], pathlib.Path(a["data"]), [a["key"].encode()], Face("http://127.0.0.1:9/app"), a["api"])
asyncio.run(run_bot(config, stop=asyncio.Event()))
"""


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
    named: list[str] = field(default_factory=list)
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

        task = asyncio.create_task(run_bot(self.config(), stop=stop, ready=ready, metrics=self.metrics, named=self.named.append))
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
        code = new_founding_code(folder / "relay")
        await world.start_relay()
        await found(world, code)
        yield world
        await world.stop_bot()
        if world._relay is not None:
            await world.stop_relay()


async def found(world: World, code: str) -> None:
    """The collective's first two entries, at a relay that runs."""
    world.collective.add(chain.STATEMENT, os.urandom(1024 + chain.AEAD_OVERHEAD))
    world.collective.announce()
    founding = {
        "collective": world.collective.id,
        "code": decode_code(code),
        "entries": [entry.value() for entry in world.collective.entries],
    }
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{world.relay_address}/v1/collectives", data=wire.encode(founding)) as answer:
            assert answer.status == 201, await answer.read()


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
    async with asyncio.timeout(60):
        while "can't check" in await answer_to(world, phone, world.collective.link(role)):
            await asyncio.sleep(0.1)
    return phone


async def start_process(world: World) -> asyncio.subprocess.Process:
    """The bot as a process of its own, to be killed."""
    given = {
        "token": TOKEN, "relay": world.relay_address, "secret": world.secret, "data": str(world.folder / "bot"), "key": world.key.decode(),
        "api": world.telegram.base_url,
    }  # fmt: skip
    return await asyncio.create_subprocess_exec(sys.executable, "-c", MAIN, json.dumps(given), cwd=ROOT)


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
