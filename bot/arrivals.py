"""The library's queue of updates, which knows what of it is still to be deleted.

Telegram forgets an update once the next question for updates says so, and the library asks that question as soon as it has the last answer.
A bot that is killed then would leave in the chat what somebody sent. So the question waits until the guard has settled everything:
each message is gone, or noted to be deleted later, and the codes in it are burnt. That takes as long as one request, not as long as a reply.
"""

from __future__ import annotations

import asyncio

from telegram import Update


class Arrivals(asyncio.Queue[object]):
    """For ``ApplicationBuilder.update_queue``."""

    def __init__(self) -> None:
        super().__init__()
        self._open: set[int] = set()
        self._none_open = asyncio.Event()
        self._none_open.set()

    async def put(self, item: object) -> None:
        """From the library: an update, or its own sign to stop."""
        if isinstance(item, Update):
            self._open.add(item.update_id)
            self._none_open.clear()
        await super().put(item)

    def settle(self, update_id: int) -> None:
        """From the guard: this one may be confirmed."""
        self._open.discard(update_id)
        if not self._open:
            self._none_open.set()

    async def settled(self) -> None:
        """Returns when nothing is open."""
        await self._none_open.wait()
