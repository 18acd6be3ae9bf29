"""What goes wrong between a bot and Telegram, to order: storms of 429 and 403, a token withdrawn, servers away or slow, answers lost."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

from rehearsal.refusals import Refusal, blocked, too_many


class Lost(Exception):
    """The connection breaks; nobody gets an answer."""


@dataclass
class Storm:
    """The next ``left`` calls that fit are refused. Without ``methods`` or ``chats`` all of them fit."""

    left: int
    refusal: Refusal | None
    methods: Collection[str] = ()
    chats: Collection[int] = ()

    def meets(self, method: str, chat: object) -> bool:
        fits = self.left > 0 and (not self.methods or method in self.methods) and (not self.chats or chat in self.chats)
        self.left -= fits
        return fits


@dataclass
class Faults:
    """Everything off at first. Times are seconds of the wall."""

    #: Every connection of the bot's is broken, those under way too.
    away: bool = False
    #: Each call but getUpdates is answered this much later.
    slow: float = 0
    #: 401 for everything.
    revoked: bool = False
    _storms: list[Storm] = field(default_factory=list)
    _lost_answers: Storm = field(default_factory=lambda: Storm(0, None))

    def storm_429(
        self, calls: int = 1, *, retry_after: int = 1, methods: Collection[str] = ("sendMessage",), chats: Collection[int] = ()
    ) -> None:
        """The next ``calls`` are told to come again after ``retry_after`` seconds, whatever they sent before."""
        self._storms.append(Storm(calls, too_many(retry_after), methods, chats))

    def storm_403(self, calls: int = 1, *, methods: Collection[str] = ("sendMessage",), chats: Collection[int] = ()) -> None:
        self._storms.append(Storm(calls, blocked(), methods, chats))

    def storm_502(self, calls: int = 1, *, methods: Collection[str] = ()) -> None:
        self._storms.append(Storm(calls, Refusal(502, "Bad Gateway"), methods))

    def lose_answers(self, calls: int = 1, *, methods: Collection[str] = ("sendMessage",)) -> None:
        """The next ``calls`` are done, the message is in the chat, and then the connection breaks."""
        self._lost_answers = Storm(calls, None, methods)

    def calm(self) -> None:
        """Everything off again."""
        self.away, self.slow, self.revoked = False, 0, False
        self._storms.clear()
        self._lost_answers = Storm(0, None)

    async def before(self, method: str, chat: object) -> None:
        """Raises Lost, or the Refusal that this call meets."""
        if self.slow and method != "getUpdates":
            await asyncio.sleep(self.slow)
        if self.away:
            raise Lost
        for storm in self._storms:
            if storm.meets(method, chat) and storm.refusal is not None:
                raise storm.refusal
        self._storms = [storm for storm in self._storms if storm.left > 0]

    def after(self, method: str, chat: object) -> None:
        """Raises Lost if this answer is to be lost."""
        if self.away or self._lost_answers.meets(method, chat):
            raise Lost
