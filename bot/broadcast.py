"""Pings: for each item and each subscribed chat exactly one, when that chat wants it.

The outbox of a chat is what :class:`bot.news.News` keeps beyond what the chat's own record says it was told: written before anything is sent,
and again after each message, before the next one. So one ping at a time is under way, and a bot that is killed sends at most that one
again. (The price: no more pings a second than answers of Telegram and syncs of the disk fit into one. At 33 ms for both it is Telegram's limit.)
What has come together by the time a ping goes is one ping ("3 new items"), so that nobody gets two in a row.

When Telegram is away it waits, longer each time; when it says that a chat is closed, that chat is left alone. An answer that gets lost
counts as not sent: better twice than never.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from crypto.errors import ParasolError

from .metrics import Metrics
from .news import Item, News
from .pace import in_background
from .relay import MODERATOR
from .settings import Settings, desk_due_at, due_at
from .subscriptions import Record, Subscriptions, in_slices
from .tidy import PING, TEXT

log: Final = logging.getLogger("parasol.bot")

#: Between desk pings to one moderator: a flood of reports is no flood of pings (seconds).
DESK_GAP: Final = 60
#: Between lines in the log about chats that closed, however many (seconds). /metrics counts them.
CLOSED_GAP: Final = 3600
#: Waits after a failure, doubled up to the last (seconds).
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 60.0
#: A bad request that is about the chat and not about what was sent.
_NO_CHAT: Final = ("chat not found", "peer_id_invalid", "user is deactivated", "user not found")

#: A chat, and whether it is the desk's ping.
Key = tuple[int, bool]


class Wording(Protocol):
    """What is said; :class:`bot.texts.Texts` has it."""

    def ping(self, settings: Settings, count: int = 1, *, desk: bool = False) -> str: ...
    def say(self, language: str, key: str, /, **values: str | int) -> str: ...


class Broadcast:
    """Sends what is due, for ever.

    Args:
        bot: the bot to send with; asked for each message, because a new token makes a new one. ``None`` while there is none.
        button: the one button, in a language.
        clock: seconds since 1970.
    """

    def __init__(
        self,
        subscriptions: Subscriptions,
        news: News,
        bot: Callable[[], Bot | None],
        texts: Wording,
        button: Callable[[str], InlineKeyboardMarkup],
        metrics: Metrics,
        clock: Callable[[], float],
    ) -> None:
        self._subscriptions = subscriptions
        self._news = news
        self._bot = bot
        self._texts = texts
        self._button = button
        self._metrics = metrics
        self._clock = clock
        # When each chat's next ping is due; the heap may hold times that are no longer true.
        self._due: dict[Key, int] = {}
        self._heap: list[tuple[int, int, Key]] = []
        self._number = itertools.count()
        self._under_way: Key | None = None
        # What Telegram would not take for a reason of its own. Tried again at the next start.
        self._failed: set[Key] = set()
        self._desk_pinged: dict[int, int] = {}
        self._wake = asyncio.Event()
        self._wait = 0.0
        self._resume_at = 0.0
        self._finishing = False
        self._closed_again = 0.0
        subscriptions.on_change = self.plan
        metrics.gauges(lambda: {"pings_waiting": self.waiting, "pings_under_way": int(self._under_way is not None)})

    @property
    def waiting(self) -> int:
        """How many chats have a ping that is due now or later."""
        return len(self._due)

    # ---- when

    async def plan_all(self) -> None:
        """Thinks again about every chat: at the start, and when something is new."""
        for some in in_slices(self._subscriptions.reachable()):
            for chat in some:
                self.plan(chat)
            await asyncio.sleep(0)

    def plan(self, chat: int) -> None:
        """Thinks again about when this chat's pings are due."""
        record = self._subscriptions.get(chat)
        for desk in (False, True):
            key = (chat, desk)
            if key == self._under_way or key in self._failed:
                continue  # the first is thought about again when it has been sent
            due = self._due_at(record, desk) if record is not None and record.active else None
            if due is None:
                self._due.pop(key, None)
            elif self._due.get(key) != due:
                self._due[key] = due
                heapq.heappush(self._heap, (due, next(self._number), key))
                self._wake.set()

    def _due_at(self, record: Record, desk: bool) -> int | None:
        moments = [due for _, due in self._pending(record, desk)]
        if not moments:
            return None
        return max(min(moments), self._desk_pinged.get(record.chat, 0) + DESK_GAP) if desk else min(moments)

    def _pending(self, record: Record, desk: bool) -> list[tuple[Item, int]]:
        """What this chat has not heard of and wants to, and when."""
        settings = record.settings or Settings()
        pending = []
        for held in record.held:
            if (held.role == MODERATOR) == desk and not self._subscriptions.lapsed(held):
                for item in self._news.after(held.collective, held.role, held.told):
                    due = desk_due_at(settings, item.noticed) if desk else due_at(settings, item.urgent, item.noticed)
                    if due is not None:
                        pending.append((item, due))
        return pending

    # ---- sending

    async def run(self) -> None:
        """Sends until cancelled, or told to finish."""
        await self.plan_all()
        while not self._finishing:
            self._wake.clear()
            key, wait = self._take_due()
            if key is not None:
                await self._work(key)
                continue
            with suppress(TimeoutError):
                # No longer than this, because the clock on the wall may be set.
                await asyncio.wait_for(self._wake.wait(), min(wait, 30))

    async def finish(self, within: float = 3.0) -> None:
        """Begins no more, and waits (seconds) for what is under way."""
        self._finishing = True
        self._wake.set()
        end = time.monotonic() + within
        while self._under_way is not None and time.monotonic() < end:
            await asyncio.sleep(0.01)

    def _take_due(self) -> tuple[Key | None, float]:
        """The next chat whose ping is due; or ``None`` and for how long nobody's is."""
        paused = self._resume_at - time.monotonic()
        if paused > 0:
            return None, paused
        while self._heap:
            due, _, key = self._heap[0]
            if self._due.get(key) == due:
                wait = due - self._clock()
                if wait > 0:
                    return None, wait
                del self._due[key]
                heapq.heappop(self._heap)
                return key, 0
            heapq.heappop(self._heap)
        return None, LONGEST_WAIT

    async def _work(self, key: Key) -> None:
        self._under_way = key
        try:
            await self._ping(*key)
        except ParasolError:
            # The disk would not keep it. Without its record nothing more goes out, or a kill would mean many pings twice.
            self._metrics.away("disk", "what was sent cannot be recorded")
            self._put_off()
        except Exception as error:  # noqa: BLE001  one chat's ping must not end everybody's
            if not self._failed:
                log.error("a ping failed: %s", type(error).__name__)
            self._failed.add(key)
            self._metrics.count("failed")
        finally:
            self._under_way = None
            self.plan(key[0])

    async def _ping(self, chat: int, desk: bool) -> None:
        record = self._subscriptions.get(chat)
        pending = self._pending(record, desk) if record is not None and record.active else []
        if record is None or not pending:
            return
        settings = record.settings or Settings()
        newest = {
            (held.collective, held.role): self._news.newest(held.collective, held.role)
            for held in record.held
            if (held.role == MODERATOR) == desk
        }
        # Arrivals at the desk are not reports one by one, so the desk's ping does not count them.
        text = self._texts.ping(settings, 1 if desk else len(pending), desk=desk)
        message = await self._send(chat, text, settings.language)
        if message is not None:
            if desk:
                self._desk_pinged[chat] = int(self._clock())
            await self._subscriptions.told(chat, newest, (message, int(self._clock()), PING))
            self._metrics.back("disk")
            self._metrics.count("pings")

    async def _send(self, chat: int, text: str, language: str) -> int | None:
        """The id of the message; ``None`` if it was not sent, or nobody knows whether it was.

        Raises:
            BadRequest: Telegram does not take this message, whoever it is for.
        """
        bot = self._bot()
        if bot is None:
            self._put_off()
            return None
        try:
            with in_background():
                message = await bot.send_message(chat, text, reply_markup=self._button(language), protect_content=True)
        except (Forbidden, BadRequest) as closed:
            if isinstance(closed, BadRequest) and not any(words in closed.message.lower() for words in _NO_CHAT):
                raise
            # She blocked the bot, or her account is gone.
            self._metrics.count("closed")
            if time.monotonic() >= self._closed_again:
                self._closed_again = time.monotonic() + CLOSED_GAP
                log.warning("chats: closed to the bot, and left alone")
            await self._subscriptions.deactivate(chat)
            return None
        except (TelegramError, RuntimeError):  # the library's RuntimeError: this bot was stopped meanwhile
            self._metrics.count("unanswered")
            self._put_off()
            return None
        self._wait = 0.0
        return message.message_id

    def _put_off(self) -> None:
        now = time.monotonic()
        if now >= self._resume_at:
            self._wait = min(max(FIRST_WAIT, 2 * self._wait), LONGEST_WAIT)
            self._resume_at = now + self._wait

    def resume(self) -> None:
        """Telegram answers again: no need to wait longer."""
        self._resume_at = self._wait = 0.0
        self._wake.set()

    # ---- what ends

    async def care(self) -> None:
        """Says what is going to end, and what has ended. To be called about once an hour."""
        for chat, language in (await self._subscriptions.lapse()).items():
            await self._tell(chat, language, self._texts.say(language, "ended"))
        for chat in self._subscriptions.to_remind():
            record = self._subscriptions.get(chat)
            if record is None:
                continue  # she left while others were told
            language = (record.settings or Settings()).language
            if await self._tell(chat, language, self._texts.say(language, "ending", days=self._subscriptions.days_left(chat))):
                await self._subscriptions.reminded(chat)

    async def _tell(self, chat: int, language: str, text: str) -> bool:
        message = await self._send(chat, text, language)
        if message is None:
            return False
        await self._subscriptions.remember_message(chat, message, int(self._clock()), TEXT)
        return True
