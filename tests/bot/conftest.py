"""The chat as it runs: the unmodified library over HTTP against the stand-in for Telegram's servers."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from telegram.ext import Application

from bot.chat import ALLOWED_UPDATES, MEMBER, MODERATOR, Chat, Face
from bot.relay import Channel, Channels
from bot.store import Store, new_key
from bot.subscriptions import Subscriptions
from crypto.context import Purpose, context, digest
from crypto.errors import Unreachable
from rehearsal.clock import Clock
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from rehearsal.telegram import Telegram

ADDRESS = "http://127.0.0.1:9/app"
COLLECTIVE = bytes(range(32))


@dataclass
class Codes:
    """The relay's channel of one collective as the bot last heard it; and what was burnt, with what there was to burn."""

    channels: Channels = field(default_factory=Channels)
    boxes: set[bytes] = field(default_factory=set)
    burnt: list[bytes] = field(default_factory=list)
    away: bool = False
    _made: int = 0

    async def burn(self, box: bytes) -> bool:
        if self.away:
            raise Unreachable
        self.burnt.append(box)
        return box in self.boxes

    def new(self, *roles: str) -> str:
        """A fresh code for these roles, as it stands in a link. The channel has no other."""
        self._made += 1
        code = bytes([self._made]) * 16
        hashed = digest(context(Purpose.PING_CODE, COLLECTIVE, code))
        pings = {role: (hashed,) if role in roles else () for role in (MEMBER, MODERATOR)}
        self.channels.learn([Channel(COLLECTIVE, 0, 0, 1, pings)])
        return base64.urlsafe_b64encode(code).decode().rstrip("=")

    def member(self) -> str:
        return self.new(MEMBER)

    def moderator(self) -> str:
        return self.new(MODERATOR)


@dataclass
class Room:
    """Everything of one running chat bot."""

    telegram: Telegram
    clock: Clock
    chat: Chat
    kept: Subscriptions
    codes: Codes
    store: Store
    folder: Path
    application: Application[Any, Any, Any, Any, Any, Any]

    async def remembers(self, phone: Phone) -> None:
        """Wait until the bot has noted all that it has said to this phone: it does so just after Telegram has taken it."""
        async with asyncio.timeout(5):
            while {bubble.id for bubble in phone.from_bot} - {number for number, _, _ in await self.kept.messages(phone.id)}:
                await asyncio.sleep(0.01)

    async def knows(self) -> str:
        """Everything the bot keeps, opened with its key."""
        return repr([record async for record in self.store.records()])

    def on_disk(self) -> bytes:
        """Everything in its folder, as whoever takes the disk finds it."""
        return b"".join(path.read_bytes() for path in self.folder.iterdir())

    async def forgets(self, phone: Phone) -> None:
        """Wait until nothing is kept of this phone's chat."""
        async with asyncio.timeout(5):
            while str(phone.id) in await self.knows():
                await asyncio.sleep(0.01)


async def run_room(folder: Path, face: Face | None = None, handlers: Callable[[Any], Awaitable[None]] | None = None) -> AsyncIterator[Room]:
    clock = Clock()
    async with Telegram(clock, limits=Limits.none()) as telegram:
        application = (
            Application.builder()
            .token(telegram.token)
            .base_url(telegram.base_url)
            .base_file_url(f"{telegram.address}/file/bot")
            .concurrent_updates(16)
            .build()
        )
        store, codes = await Store.open(folder, [new_key()]), Codes()
        kept = Subscriptions(store, lambda collective, role: 0, clock)
        chat = Chat(application.bot, kept, codes.channels, codes.burn, face or Face(ADDRESS), clock)
        chat.attach(application)
        if handlers is not None:
            await handlers(application)
        async with application:
            await application.start()
            await application.updater.start_polling(allowed_updates=ALLOWED_UPDATES, poll_interval=0, timeout=5)  # type: ignore[union-attr]  # it has one
            try:
                yield Room(telegram, clock, chat, kept, codes, store, folder, application)
            finally:
                telegram.updates.end_poll()
                await application.updater.stop()  # type: ignore[union-attr]  # it has one
                await application.stop()
                await store.close()


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async for one in run_room(tmp_path):
        yield one


@pytest.fixture
def room_with(tmp_path: Path) -> Callable[..., AbstractAsyncContextManager[Room]]:
    """A room with another face, or with further handlers, as ``async with room_with(face=…) as room``."""
    return asynccontextmanager(partial(run_room, tmp_path))
