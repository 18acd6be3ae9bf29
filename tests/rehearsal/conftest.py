"""The stand-in on a real socket, and the unmodified library talking to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.ext import Application, TypeHandler

from rehearsal.clock import Clock
from rehearsal.floods import Limits
from rehearsal.telegram import Telegram

Handler = Callable[[Update, Any], Coroutine[Any, Any, None]]
Running = Callable[[Handler], AbstractAsyncContextManager[Any]]


@pytest.fixture
def clock() -> Clock:
    return Clock(1_800_000_000)


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[Telegram]:
    """Nobody is too fast here; ``strict_telegram`` is for that."""
    async with Telegram(clock, limits=Limits.none()) as stand_in:
        yield stand_in


@pytest.fixture
async def strict_telegram(clock: Clock) -> AsyncIterator[Telegram]:
    """With Telegram's limits, and no exceptions for this machine."""
    async with Telegram(clock, loopback_apps=False) as stand_in:
        yield stand_in


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url) as library:
        yield library


@pytest.fixture
async def strict_bot(strict_telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(strict_telegram.token, base_url=strict_telegram.base_url) as library:
        yield library


@pytest.fixture
def running(telegram: Telegram) -> Running:
    """``async with running(handler)``: the library's Application, polling, with one handler for every update."""

    @asynccontextmanager
    async def run(handler: Handler) -> AsyncIterator[Any]:
        application = Application.builder().token(telegram.token).base_url(telegram.base_url).build()
        application.add_handler(TypeHandler(Update, handler))
        await application.initialize()
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES, poll_interval=0)
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()
            await application.shutdown()

    return run
