"""The bot's messages do not stay: whatever it says in a chat it takes away again.

Telegram lets a bot delete what is younger than 48 hours, its own and the person's in a private chat (dice only after 24 hours). What
the bot wrote it may edit at any age: so what is too old to delete, because the bot was away, becomes a dot without buttons.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable
from typing import Final, Protocol

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from crypto.errors import ParasolError

from .pace import Stopping, in_background

log: Final = logging.getLogger(__name__)

HOUR: Final = 3600
#: Telegram's limit less a minute, for clocks that differ.
DELETABLE: Final = 48 * HOUR - 60
#: What an old message becomes.
BLANK: Final = "·"
_AT_ONE_TIME: Final = 100  # message ids in one deleteMessages

PING: Final = "ping"
TEXT: Final = "text"
WARNING: Final = "warning"
#: Somebody's own message that could not be deleted when it came. Tried again with every sweep.
LEFT: Final = "left"

#: Somebody's own dice. Nobody can take one back earlier than this.
DICE: Final = "dice"
THEIRS: Final = (LEFT, DICE)
#: The bot's, in a chat that was left. Should have gone already.
GONE: Final = "gone"

#: How long each kind stays, in seconds, unless a newer one of its kind comes first.
AGES: Final = {PING: 24 * HOUR, TEXT: 12 * HOUR, WARNING: 12 * HOUR, LEFT: 0, DICE: 24 * HOUR + 60, GONE: 0}
#: What somebody sent is noted for later if it is not gone after this (seconds): Telegram may make everything wait for hours.
SOON: Final = 15.0


class Messages(Protocol):
    """Where it is kept which messages have to be cleaned up: ids and times, never what they said. :mod:`bot.subscriptions` has it."""

    async def remember_message(self, chat: int, message_id: int, now: int, kind: str) -> None: ...
    async def messages(self, chat: int) -> list[tuple[int, int, str]]: ...
    async def forget_messages(self, chat: int, ids: Collection[int]) -> None: ...
    async def chats_with_messages(self) -> list[int]: ...


class Tidy:
    """Sends what it can take away again, and takes it away.

    Args:
        clock: seconds since 1970.
    """

    def __init__(self, bot: Bot, messages: Messages, clock: Callable[[], float]) -> None:
        self._bot = bot
        self._messages = messages
        self._clock = clock
        # The last words in chats that were left: nothing of these is kept, so this is in memory, and for twelve hours.
        self._last_words: dict[int, tuple[int, int]] = {}

    def now(self) -> int:
        return int(self._clock())

    async def send(self, chat: int, text: str, kind: str, markup: InlineKeyboardMarkup | None) -> None:
        """Send, and take away what was sent of the same kind before: only the newest stays.

        Nothing can be forwarded or saved from it, and links in it get no preview.

        Raises:
            TelegramError: it was not sent.
        """
        message = await self._bot.send_message(chat, text, reply_markup=markup, protect_content=True)
        await self._messages.remember_message(chat, message.message_id, self.now(), kind)
        # Looked for now, not before: two that are sent to one chat at a time wait a second for each other.
        alike = {number for number, _, of in await self._messages.messages(chat) if of == kind}
        if len(alike) > 1:
            await self._take_away(chat, alike - {max(alike)})

    async def say_goodbye(self, chat: int, text: str, markup: InlineKeyboardMarkup | None) -> None:
        """Send the last words in a chat of which nothing is kept. They are taken away by the sweep when a text's time is over, or by
        :meth:`take_back`; after a restart nobody knows of them any more.

        Raises:
            TelegramError: they were not sent.
        """
        message = await self._bot.send_message(chat, text, reply_markup=markup, protect_content=True)
        self._last_words[chat] = (message.message_id, self.now())

    async def take_back(self, chat: int) -> None:
        """Take the last words away, if there are any: she is back, or leaves once more."""
        number, sent = self._last_words.get(chat, (0, 0))
        if not number:
            return
        try:
            if self.now() - sent < DELETABLE:
                await self._delete_one(chat, number)
            else:
                await self._make_blank(chat, number)
        except Forbidden:
            pass  # she blocked the bot: nothing can be done in that chat any more
        except TelegramError as away:
            log.warning("clean-up put off: %s", type(away).__name__)
            return
        if self._last_words.get(chat) == (number, sent):
            del self._last_words[chat]

    def forget(self, chat: int) -> None:
        """She blocked the bot: there is nothing to take back."""
        self._last_words.pop(chat, None)

    async def delete_theirs(self, chat: int, message_id: int, kind: str = LEFT) -> bool:
        """Delete what somebody sent. If Telegram refuses, is away or makes everything wait, it is noted, and tried again with the sweeps.

        Args:
            kind: ``LEFT``, or ``DICE``.

        Returns:
            Whether it is gone now.
        """
        try:
            await asyncio.wait_for(self._bot.delete_message(chat, message_id), SOON)
        except (TelegramError, TimeoutError) as refused:
            if _is_gone(refused):
                return True
            await self._messages.remember_message(chat, message_id, self.now(), kind)
            return False
        return True

    async def sweep(self) -> int:
        """Take away what has been there long enough, in all chats; of each kind only the newest stays even that long.

        Returns:
            How many messages went.
        """
        went = 0
        for chat, (_, sent) in list(self._last_words.items()):
            if self.now() - sent >= AGES[TEXT]:
                with in_background():
                    await self.take_back(chat)
        for chat in await self._messages.chats_with_messages():
            with in_background():  # whoever waits for a reply comes first
                went += await self._sweep_chat(chat)
        return went

    async def _sweep_chat(self, chat: int) -> int:
        kept = await self._messages.messages(chat)
        newest = {kind: number for number, _, kind in sorted(kept)}
        due = {
            number
            for number, sent, kind in kept
            if self.now() - sent >= AGES.get(kind, AGES[TEXT]) or (kind not in THEIRS and number != newest[kind])
        }
        return await self._take_away(chat, due) if due else 0

    async def run(self, every: float = 10 * 60) -> None:
        """Sweep for ever, ``every`` so many seconds. What goes wrong is tried again at the next."""
        while True:
            try:
                went = await self.sweep()
            except (TelegramError, ParasolError) as away:
                log.warning("clean-up put off: %s", type(away).__name__)
            else:
                if went:
                    log.info("cleaned up %d messages", went)
            await asyncio.sleep(every)

    async def wipe(self, chat: int) -> bool:
        """Take away everything the bot said to this chat that it still knows of.

        Returns:
            Whether all of it could be deleted; otherwise some is blank now, or Telegram could not be reached.
        """
        kept = await self._messages.messages(chat)
        deletable = {number for number, sent, _ in kept if self.now() - sent < DELETABLE}
        await self._take_away(chat, {number for number, _, _ in kept})
        return len(deletable) == len(kept) and not await self._messages.messages(chat)

    async def _take_away(self, chat: int, numbers: set[int]) -> int:
        """Delete, or make blank; forget what is done. What Telegram can't do just now stays remembered."""
        kept = {number: (sent, kind) for number, sent, kind in await self._messages.messages(chat) if number in numbers}
        young = sorted(number for number, (sent, _) in kept.items() if self.now() - sent < DELETABLE)
        done: list[int] = []
        try:
            for some in _batches(young):
                done += await self._delete(chat, some)
            for number, (_, kind) in kept.items():
                if number not in young and (kind in THEIRS or await self._make_blank(chat, number)):
                    done.append(number)
        except Forbidden:
            done = list(kept)  # she blocked the bot: nothing can be done in that chat any more
        except Stopping:
            pass  # all of it is remembered
        except TelegramError as away:
            log.warning("clean-up put off: %s", type(away).__name__)
        if done:
            await self._messages.forget_messages(chat, done)
        return len(done)

    async def _delete(self, chat: int, numbers: list[int]) -> list[int]:
        """Those of ``numbers`` that are gone. One that can't be deleted makes Telegram refuse all: then one by one."""
        try:
            await self._bot.delete_messages(chat, numbers)
            return numbers
        except BadRequest:
            return [number for number in numbers if await self._delete_one(chat, number)]

    async def _delete_one(self, chat: int, number: int) -> bool:
        try:
            await self._bot.delete_message(chat, number)
        except BadRequest as refused:
            return _is_gone(refused)
        return True

    async def _make_blank(self, chat: int, number: int) -> bool:
        try:
            await self._bot.edit_message_text(BLANK, chat, number)
        except BadRequest:
            pass  # deleted by her, or blank already
        return True


def _is_gone(refused: Exception) -> bool:
    return isinstance(refused, BadRequest) and "not found" in refused.message.lower()


def _batches(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[i : i + _AT_ONE_TIME] for i in range(0, len(numbers), _AT_ONE_TIME))
