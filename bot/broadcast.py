"""Pings: for each item and each subscribed chat exactly one, when that chat wants it.

The outbox of a chat is what :class:`bot.news.News` keeps beyond what the chat's own record says it was told: written before anything is sent,
and again after each message, before the same lane takes the next one. So a bot that is killed sends at most one for each lane again, and nobody
two of them: a chat is in one lane at a time. There is one lane (``LANES``).
What has come together by the time a ping goes is one ping ("3 new items"), so that nobody gets two in a row.

Whether a ping is still to go is asked again when its turn has come: whatever held it up, quiet hours, a pause and a goodbye count then.
When Telegram is away it waits, longer each time; when it says that a chat is closed, that chat is left alone. An answer that gets lost
counts as not sent: better twice than never. While the disk takes no records nothing is sent.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from crypto.errors import ParasolError

from .metrics import Metrics
from .news import Item, News
from .pace import NotWanted, in_background
from .relay import MODERATOR
from .settings import Settings, desk_due_at, due_at
from .subscriptions import Record, Subscriptions, in_slices
from .tidy import GONE, PING, TEXT

log: Final = logging.getLogger("parasol.bot")

#: Between desk pings to one moderator: a flood of reports is no flood of pings (seconds).
DESK_GAP: Final = 60
#: Between lines in the log about chats that closed, however many (seconds). /metrics counts them.
CLOSED_GAP: Final = 3600
#: Waits after a failure, doubled up to the last (seconds).
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 60.0
#: After a refusal that nobody understands, for one chat (seconds).
FIRST_RETRY: Final = 60
LONGEST_RETRY: Final = 3600
#: Pings under way at one time. With one, a kill costs one ping too many at most; each more would cost one more, and would only be quicker where
#: answer and sync take longer than a thirtieth of a second.
LANES: Final = 1
#: What Telegram says of a chat that is closed for good, with 403 or 400. Any other refusal may be about the bot, or about what was sent.
_CLOSED: Final = ("bot was blocked by the user", "user is deactivated", "chat not found", "peer_id_invalid", "user not found")

#: A chat, and whether it is the desk's ping.
Key = tuple[int, bool]


@dataclass(frozen=True, slots=True)
class _Retry:
    """What Telegram would not take for a reason of its own, so many times; the next try is not before ``at``."""

    times: int
    at: int


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
        self._under_way: set[Key] = set()
        self._failed: dict[Key, _Retry] = {}
        # Something was sent, and the disk would not take its record.
        self._unrecorded = False
        self._desk_pinged: dict[int, int] = {}
        self._wake = asyncio.Event()
        self._wait = 0.0
        self._resume_at = 0.0
        self._finishing = False
        self._closed_again = 0.0
        subscriptions.on_change = self.plan
        metrics.gauges(lambda: {"pings_waiting": self.waiting, "pings_under_way": len(self._under_way), "pings_refused": len(self._failed)})

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
        record, now = self._subscriptions.get(chat), int(self._clock())
        if record is None:
            self._forget(chat)
        for desk in (False, True):
            key = (chat, desk)
            if key in self._under_way:
                continue  # thought about again when it has been sent
            due, before = self._due_at(record, desk), self._due.get(key)
            if due is None:
                self._due.pop(key, None)
            elif before is None or (before != due and max(before, due) > now):  # what is overdue keeps its place
                self._due[key] = due
                heapq.heappush(self._heap, (due, next(self._number), key))
                self._wake.set()

    def _forget(self, chat: int) -> None:
        self._desk_pinged.pop(chat, None)
        for desk in (False, True):
            self._failed.pop((chat, desk), None)

    def _due_at(self, record: Record | None, desk: bool) -> int | None:
        """When this chat's next ping goes, reckoned now; ``None`` if none does."""
        return min((due for _, due in self._pending(record, desk)), default=None)

    def _is_due(self, chat: int, desk: bool) -> bool:
        due = self._due_at(self._subscriptions.get(chat), desk)
        return due is not None and due <= self._clock()

    def _pending(self, record: Record | None, desk: bool) -> list[tuple[Item, int]]:
        """What this chat has not heard of and wants to, and when."""
        if record is None or not record.active:
            return []
        settings, key = record.settings or Settings(), (record.chat, desk)
        earliest = max(int(self._clock()), self._failed[key].at if key in self._failed else 0)
        if desk:
            earliest = max(earliest, self._desk_pinged.get(record.chat, 0) + DESK_GAP)
        pending = []
        for held in record.held:
            if (held.role == MODERATOR) == desk and not self._subscriptions.lapsed(held):
                for item in self._news.after(held.collective, held.role, held.told):
                    due = desk_due_at(settings, item.noticed, earliest) if desk else due_at(settings, item.urgent, item.noticed, earliest)
                    if due is not None:
                        pending.append((item, due))
        return pending

    # ---- sending

    async def run(self) -> None:
        """Sends until cancelled, or told to finish."""
        await self.plan_all()
        async with asyncio.TaskGroup() as lanes:
            for _ in range(LANES):
                lanes.create_task(self._lane())

    async def _lane(self) -> None:
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
        while self._under_way and time.monotonic() < end:
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
        self._under_way.add(key)
        try:
            if self._unrecorded:
                # What was sent is recorded before anything else is: whoever kills the bot now must not make everybody be told twice.
                await self._subscriptions.flush()
                self._unrecorded = False
                self._metrics.back("disk")
            await self._ping(*key)
        except ParasolError:
            self._unrecorded = True
            self._metrics.away("disk", "what was sent cannot be recorded")
            self._put_off()
        except Exception as error:  # noqa: BLE001  one chat's ping must not end everybody's
            self._refused(key, error)
        finally:
            self._under_way.discard(key)
            self.plan(key[0])

    def _refused(self, key: Key, error: Exception) -> None:
        """Tried again, later each time. One line in the log as long as there is any; /metrics has how many."""
        if not self._failed:
            log.error("a ping failed: %s; it is tried again", type(error).__name__)
        times = self._failed[key].times if key in self._failed else 0
        self._failed[key] = _Retry(times + 1, int(self._clock()) + min(FIRST_RETRY << min(times, 6), LONGEST_RETRY))
        self._metrics.count("failed")

    async def _ping(self, chat: int, desk: bool) -> None:
        record, now = self._subscriptions.get(chat), self._clock()
        pending = self._pending(record, desk)
        if record is None or not pending or min(due for _, due in pending) > now:
            return
        settings = record.settings or Settings()
        newest = {
            (held.collective, held.role): self._news.newest(held.collective, held.role)
            for held in record.held
            if (held.role == MODERATOR) == desk
        }
        # Arrivals at the desk are not reports one by one, so the desk's ping does not count them.
        text = self._texts.ping(settings, 1 if desk else len(pending), desk=desk)
        message = await self._send(chat, text, settings.language, lambda: self._is_due(chat, desk))
        if message is None:
            return
        self._failed.pop((chat, desk), None)
        if not await self._subscriptions.told(chat, newest, (message, int(self._clock()), PING)):
            return await self._take_back(chat, message)
        if desk:
            self._desk_pinged[chat] = int(self._clock())
        self._wait = 0.0
        self._metrics.back("disk")
        self._metrics.count("pings")

    async def _take_back(self, chat: int, message: int) -> None:
        """She left while it was on its way."""
        bot = self._bot()
        try:
            if bot is not None:
                await bot.delete_message(chat, message)
                return
        except (Forbidden, BadRequest):
            return
        except (TelegramError, RuntimeError):
            pass
        # Telegram is away: the number alone is kept until it can be deleted.
        await self._subscriptions.remember_message(chat, message, int(self._clock()), GONE)

    async def _send(self, chat: int, text: str, language: str, wanted: Callable[[], bool] | None = None) -> int | None:
        """The id of the message; ``None`` if it was not sent, or nobody knows whether it was.

        Args:
            wanted: asked when its turn has come.

        Raises:
            Forbidden, BadRequest: Telegram does not take this message, and does not say that it is because of the chat.
        """
        bot = self._bot()
        if bot is None:
            self._put_off()
            return None
        try:
            with in_background(wanted):
                message = await bot.send_message(chat, text, reply_markup=self._button(language), protect_content=True)
        except NotWanted:
            return None
        except (Forbidden, BadRequest) as closed:
            if not any(words in closed.message.lower() for words in _CLOSED):
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
        try:
            message = await self._send(chat, text, language)
        except TelegramError as refused:
            # One chat's: the others are told all the same.
            log.warning("a reminder failed: %s", type(refused).__name__)
            return False
        if message is None:
            return False
        await self._subscriptions.remember_message(chat, message, int(self._clock()), TEXT)
        return True
