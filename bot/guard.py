"""What people type or send in the chat is deleted before anything else of the bot sees it, and they are told so.

Telegram has seen it by then; this keeps it off the phone's screen and away from whoever opens the chat later. Nothing of it is logged
or kept. An invite code among it has been shown to Telegram, so it is burnt: the box it names is erased at the relay (protocol §7.1).
"""

from __future__ import annotations

import asyncio
import logging
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from telegram import Chat, ChatMember, InlineKeyboardMarkup, Message, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop, CallbackContext

from crypto.base32 import CODE_LENGTH, decode_code
from crypto.context import Purpose, derive_bytes
from crypto.errors import BadInput, ParasolError
from crypto.secrets import InviteCode

from .settings import Settings
from .texts import Texts, language_for
from .tidy import DICE, LEFT, WARNING, Tidy

log: Final = logging.getLogger(__name__)

#: Before every other handler.
GROUP: Final = -1000

#: What may be typed, in either language, and which order it is.
COMMANDS: Final[Mapping[str, str]] = {
    "start": "start",
    "open": "open", "abrir": "open",
    "help": "help", "ayuda": "help",
    "pause": "pause", "pausa": "pause",
    "resume": "resume", "seguir": "resume",
    "quiet": "quiet", "horas": "quiet",
    "language": "language", "idioma": "language",
    "privacy": "privacy", "privacidad": "privacy",
    "leave": "leave", "salir": "leave",
    "erase": "erase", "borrar": "erase",
}  # fmt: skip
#: What must not get lost once Telegram has forgotten it.
LEAVING: Final = ("leave", "erase")
#: An order and nothing else; only /start has something behind it, the 22 characters of a ping code (protocol §12).
_ORDER: Final = re.compile(r"/([a-z]{1,12})(?:@\w{1,40})?(?: ([A-Za-z0-9_-]{22}))?", re.IGNORECASE | re.ASCII)

#: More than this many codes in one message is nobody's mistake; each costs the relay a request.
MOST_CODES: Final = 8
_RUN: Final = re.compile(r"[0-9A-Z]+(?:[\s\-–—]+[0-9A-Z]+)*")
_NAMES_OF_FILES: Final = frozenset({"file_id", "file_unique_id", "thumbnail", "media_group_id"})

#: Telegram's own notes in a chat: deleted, but nobody wrote them, so nobody is warned.
_NOTES: Final = frozenset(
    {"pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set", "connected_website"}
)
_ALBUMS: Final = 100


class Burner(Protocol):
    """Erases an invite's box at the relay; :mod:`bot.relay` has it.

    True if it is gone now, False if there was none that may be burnt. Raises ParasolError: the relay could not be asked.
    """

    def __call__(self, box: bytes, /) -> Awaitable[bool]: ...


class Choices(Protocol):
    """What a chat chose; :mod:`bot.subscriptions` has it."""

    async def settings(self, chat: int) -> Settings | None: ...


@dataclass(frozen=True, slots=True)
class Order:
    """A command of :data:`COMMANDS`, and a ping code if it was ``start`` with one."""

    name: str
    code: str | None = None


def order_of(update: Update) -> Order | None:
    """The order that this is, and nothing but that order; ``None`` for everything else that people send.

    Not an order: one that was edited, forwarded, sent through another bot, or has a word too many.
    """
    message = update.message
    if message is None or message.text is None or message.forward_origin or message.via_bot or message.external_reply or message.quote:
        return None
    match = _ORDER.fullmatch(message.text.strip())
    name = COMMANDS.get(match[1].lower()) if match else None
    if match is None or name is None or (match[2] and name != "start"):
        return None
    return Order(name, match[2])


def codes_in(message: Mapping[str, Any]) -> list[InviteCode]:
    """The invite codes anywhere in a message: its text, captions, file names, contacts, polls, what it quotes and what its links hide.

    At most :data:`MOST_CODES`. A code is found with any spaces, dashes and case, as :func:`crypto.base32.decode_code` reads it, among
    other words, and in an address.
    """
    found: list[InviteCode] = []
    for text in _strings(message):
        for value in _codes_in_text(text):
            code = InviteCode(value)
            if code not in found:
                found.append(code)
            if len(found) == MOST_CODES:
                return found
    return found


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name, inner in value.items():
                if name not in _NAMES_OF_FILES:
                    yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)


def _codes_in_text(text: str) -> Iterator[bytes]:
    # Phones put invisible marks and full-width letters into what is pasted; neither makes it another code.
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf").upper()
    for run in _RUN.finditer(plain):
        words = re.findall(r"[0-9A-Z]+", run[0])
        for first in range(len(words)):
            length = 0
            for last in range(first, len(words)):
                length += len(words[last])
                if length >= CODE_LENGTH:
                    break
            if length == CODE_LENGTH:
                try:
                    yield decode_code("".join(words[first : last + 1]))
                except BadInput:
                    continue


class Guard:
    """The first handler of every update. What it lets pass: orders, pressed buttons, and that somebody blocked the bot.

    Args:
        burn: erases an invite's box at the relay.
        button: the one button, in a language.
        settle: told of each update whose message is deleted, or noted for it, and whose codes are burnt (:mod:`bot.arrivals`). Not of
            orders to leave: those are settled by whoever carries them out.
    """

    def __init__(
        self,
        texts: Texts,
        choices: Choices,
        tidy: Tidy,
        burn: Burner,
        button: Callable[[str], InlineKeyboardMarkup],
        settle: Callable[[int], None] = lambda update_id: None,
    ) -> None:
        self._texts = texts
        self._choices = choices
        self._tidy = tidy
        self._burn = burn
        self._button = button
        self._settle = settle
        # Answers under way: the same to the same chat is not said twice at once. In memory, for that moment.
        self._answering: set[tuple[int, str]] = set()
        # The pictures of one album come as so many messages. Telegram's random numbers of the last ones; they say nothing of anybody.
        self._albums: OrderedDict[str, None] = OrderedDict()

    async def watch(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """
        Raises:
            ApplicationHandlerStop: nobody else may see this update.
        """
        try:
            await self._look(update, context)
        finally:
            order = order_of(update)
            if order is None or order.name not in LEAVING:
                self._settle(update.update_id)

    async def _look(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        chat = update.effective_chat
        if chat is not None and chat.type != Chat.PRIVATE:
            # A group would show to all of it who uses this. The bot goes at once.
            if update.my_chat_member is None or update.my_chat_member.new_chat_member.status not in (ChatMember.LEFT, ChatMember.BANNED):
                try:
                    await context.bot.leave_chat(chat.id)
                except TelegramError:
                    pass  # it is out already
            raise ApplicationHandlerStop
        if chat is None:
            raise ApplicationHandlerStop
        if update.callback_query is not None or update.my_chat_member is not None:
            return
        message = update.message or update.edited_message
        if message is None:
            raise ApplicationHandlerStop
        if order_of(update) is not None:
            await self._tidy.delete_theirs(chat.id, message.message_id)
            return
        try:
            await self._take(chat.id, message, update.update_id)
        except Exception as failed:  # noqa: BLE001 - whatever fails here, no other handler may see what was sent, and no log may show it
            log.warning("somebody was not answered: %s", type(failed).__name__)
        raise ApplicationHandlerStop

    async def _take(self, chat: int, message: Message, update_id: int) -> None:
        content = message.to_dict()
        # Telegram lets nobody take a dice back on its first day.
        kind = LEFT if message.dice is None else DICE
        deleted, fates = await asyncio.gather(
            self._tidy.delete_theirs(chat, message.message_id, kind), asyncio.gather(*map(self._burn_code, codes_in(content)))
        )
        # The answer may have to wait for its turn; what others sent meanwhile must not wait for it.
        self._settle(update_id)
        new = self._is_new_album(message)
        if _NOTES & content.keys() or not (new or fates):
            return
        chosen = await self._choices.settings(chat)
        language = chosen.language if chosen else language_for(message.from_user.language_code if message.from_user else None)
        lines = ["seen-deleted" if deleted else "seen-left"]
        # What went worst is said: a code that could not be burnt before one that was.
        lines += [line for line in ("code-away", "code-perhaps", "code-burnt") if line in fates][:1]
        if not fates:
            lines += ["picture-code"] if message.text is None and message.effective_attachment is not None else []
            lines += ["write-inside"]
        text = "\n\n".join(self._texts.say(language, line) for line in lines)
        if (chat, text) in self._answering:
            return
        self._answering.add((chat, text))
        try:
            await self._tidy.send(chat, text, WARNING, self._button(language))
        except Forbidden:
            pass  # she blocked the bot meanwhile
        finally:
            self._answering.discard((chat, text))

    async def _burn_code(self, code: InviteCode) -> str:
        """The line that says what became of it."""
        try:
            burnt = await self._burn(derive_bytes(code, Purpose.INVITE_BOX, None))
        except ParasolError:
            return "code-away"
        return "code-burnt" if burnt else "code-perhaps"

    def _is_new_album(self, message: Message) -> bool:
        """False for the second and later messages of one album."""
        album = message.media_group_id
        if album is None:
            return True
        new = album not in self._albums
        self._albums[album] = None
        while len(self._albums) > _ALBUMS:
            self._albums.popitem(last=False)
        return new
