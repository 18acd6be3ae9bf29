"""The chat as it runs: the unmodified library over HTTP against the stand-in for Telegram's servers."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram.ext import Application

from bot.chat import ALLOWED_UPDATES, MEMBER, MODERATOR, Chat, Face
from bot.settings import Settings
from crypto.errors import ParasolError
from rehearsal.clock import Clock
from rehearsal.floods import Limits
from rehearsal.phones import Phone
from rehearsal.telegram import Telegram

ADDRESS = "http://127.0.0.1:9/app"
COLLECTIVE = bytes(range(32))


class Away(ParasolError):
    """The relay cannot be asked."""


@dataclass
class Codes:
    """Stands for the relay's channel: the codes in force, and what was burnt."""

    codes: dict[bytes, list[tuple[bytes, str]]] = field(default_factory=dict)
    boxes: set[bytes] = field(default_factory=set)
    burnt: list[bytes] = field(default_factory=list)
    away: bool = False

    def match(self, code: bytes) -> Collection[tuple[bytes, str]]:
        if self.away:
            raise Away
        return self.codes.get(code, [])

    async def burn(self, box: bytes, /) -> bool:
        if self.away:
            raise Away
        self.burnt.append(box)
        return box in self.boxes

    def new(self, *roles: str) -> str:
        """A fresh code for these roles, as it stands in a link."""
        code = bytes([len(self.codes) + 1]) * 16
        self.codes[code] = [(COLLECTIVE, role) for role in roles]
        return base64.urlsafe_b64encode(code).decode().rstrip("=")

    def member(self) -> str:
        return self.new(MEMBER)

    def moderator(self) -> str:
        return self.new(MODERATOR)


@dataclass(frozen=True)
class Held:
    collective: bytes
    role: str


@dataclass
class Kept:
    """What :class:`bot.chat.Subscriptions` asks for, in memory."""

    held: dict[int, dict[Held, int]] = field(default_factory=dict)
    chosen: dict[int, Settings] = field(default_factory=dict)
    said: dict[int, dict[int, tuple[int, str]]] = field(default_factory=dict)

    async def subscribe(self, chat: int, collective: bytes, role: str, now: int) -> None:
        self.held.setdefault(chat, {})[Held(collective, role)] = now

    async def subscriptions(self, chat: int) -> Collection[Held]:
        return list(self.held.get(chat, {}))

    async def settings(self, chat: int) -> Settings | None:
        return self.chosen.get(chat)

    async def change(self, chat: int, settings: Settings) -> None:
        self.chosen[chat] = settings

    async def forget(self, chat: int) -> None:
        for kept in (self.held, self.chosen, self.said):
            kept.pop(chat, None)

    async def remember_message(self, chat: int, message_id: int, now: int, kind: str) -> None:
        self.said.setdefault(chat, {})[message_id] = (now, kind)

    async def messages(self, chat: int) -> list[tuple[int, int, str]]:
        return [(number, sent, kind) for number, (sent, kind) in self.said.get(chat, {}).items()]

    async def forget_messages(self, chat: int, ids: Collection[int]) -> None:
        for number in ids:
            self.said.get(chat, {}).pop(number, None)
        if not self.said.get(chat, True):
            del self.said[chat]

    async def chats_with_messages(self) -> list[int]:
        return list(self.said)


@dataclass
class Room:
    """Everything of one running chat bot."""

    telegram: Telegram
    clock: Clock
    chat: Chat
    kept: Kept
    codes: Codes
    application: Application[Any, Any, Any, Any, Any, Any]

    async def remembers(self, phone: Phone) -> None:
        """Wait until the bot has noted all that it has said to this phone: it does so just after Telegram has taken it."""
        async with asyncio.timeout(5):
            while {bubble.id for bubble in phone.from_bot} - {number for number, _, _ in await self.kept.messages(phone.id)}:
                await asyncio.sleep(0.01)


async def run_room(face: Face | None = None, handlers: Callable[[Any], Awaitable[None]] | None = None) -> AsyncIterator[Room]:
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
        kept, codes = Kept(), Codes()
        chat = Chat(application.bot, kept, codes, codes.burn, face or Face(ADDRESS), clock)
        chat.attach(application)
        if handlers is not None:
            await handlers(application)
        async with application:
            await application.start()
            await application.updater.start_polling(allowed_updates=ALLOWED_UPDATES, poll_interval=0, timeout=5)  # type: ignore[union-attr]  # it has one
            try:
                yield Room(telegram, clock, chat, kept, codes, application)
            finally:
                telegram.updates.end_poll()
                await application.updater.stop()  # type: ignore[union-attr]  # it has one
                await application.stop()


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async for one in run_room():
        yield one


@pytest.fixture
def room_with() -> Callable[..., AbstractAsyncContextManager[Room]]:
    """A room with another face, or with further handlers, as ``async with room_with(face=…) as room``."""
    return asynccontextmanager(run_room)
