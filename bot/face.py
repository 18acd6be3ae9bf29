"""How the bot looks: its name, its texts, its picture, and its menu with Open and Help alone.

Telegram lets a bot change these a few times a day, and then says to come back in hours. So what stands already is not set again, and
what it puts off waits alone, while everything else goes on.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from telegram import Bot, BotCommand, InputProfilePhotoStatic, MenuButtonCommands
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from crypto.errors import BadInput, ParasolError

from .languages import FIRST, LANGUAGES
from .pace import seconds_named
from .settings import zone_of
from .store import Name, Store
from .texts import Texts

log: Final = logging.getLogger("parasol.bot")

#: A picture has at most so many bytes.
PICTURE_BYTES: Final = 5 * 1024 * 1024
#: Wait after no answer (seconds).
AGAIN: Final = 60.0
#: Name of the record that says which picture was set.
KIND: Final = "picture"

_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_STARTS, _ENDS, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
#: Of the parts of a JPEG that belong to programs, those without which colours are wrong: JFIF and Adobe.
_NEEDED: Final = (0xE0, 0xEE)
_COMMENT: Final = 0xFE
#: The commands on show; the rest is in Help. (`start` is one too, but Telegram sends it by itself.)
_SHOWN: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "en": (("open", "command-open"), ("help", "command-help")),
    "es": (("abrir", "command-open"), ("ayuda", "command-help")),
}


@dataclass(frozen=True, slots=True)
class Face:
    """How the bot looks and where its button leads: the collective's choice, neutral where it chose nothing.

    Attributes:
        address: the app's. One for everybody, with nothing in it, so that opening it tells Telegram nothing more.
        in_telegram: the button opens the app inside Telegram; otherwise in the phone's browser.
        name, about, description, greeting: by language; the catalogues' own where missing.
        zone: the clock that settings begin with.
        picture: a JPEG; Telegram keeps what the bot has where there is none. What a camera wrote into it is left out (:func:`plain_jpeg`).
    """

    address: str
    in_telegram: bool = True
    name: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    greeting: Mapping[str, str] = field(default_factory=dict)
    zone: str = "UTC"
    picture: bytes | None = None

    def __post_init__(self) -> None:
        """
        Raises:
            BadInput: an address that is no https one (http is for this machine), or has something in it; a text too long; no such zone;
                a picture that is no JPEG.
        """
        try:
            parts = urlsplit(self.address)
            hostname = parts.hostname
        except ValueError as wrong:
            raise BadInput("the app's address cannot be read") from wrong
        if not hostname or not (parts.scheme == "https" or (parts.scheme == "http" and hostname in _LOOPBACK)):
            raise BadInput("the app's address begins with https://")
        if parts.query or parts.fragment or parts.username or "?" in self.address or "#" in self.address:
            raise BadInput("the app's address has nothing in it: no name, no question mark, no #")
        for texts, most in ((self.name, 64), (self.about, 120), (self.description, 512), (self.greeting, 1000)):
            if not texts.keys() <= set(LANGUAGES) or not all(0 < len(text.strip()) and len(text) <= most for text in texts.values()):
                raise BadInput(f"a text of the bot's face is in a language it speaks, and has at most {most} characters")
        zone_of(self.zone)
        if self.picture is not None:
            object.__setattr__(self, "picture", plain_jpeg(self.picture))


def plain_jpeg(data: bytes) -> bytes:
    """The picture without what cameras and programs write beside it: place, time, device, previews, comments, and whatever follows the end.

    Raises:
        BadInput: it is no JPEG, or larger than :data:`PICTURE_BYTES`.
    """
    wrong = BadInput(f"the bot's picture is a JPEG file of at most {PICTURE_BYTES // 1024 // 1024} MiB")
    if len(data) > PICTURE_BYTES or not data.startswith(_STARTS):
        raise wrong
    kept, at = bytearray(_STARTS), 2
    try:
        while (marker := data[at + 1]) != _ENDS[1]:
            if data[at] != 0xFF:
                raise wrong
            if marker == 0xFF:  # padding
                at += 1
                continue
            end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
            if marker == _SCAN:
                # After its header come the pixels, up to a marker that is neither a stuffed 0 nor a restart.
                while data[end] != 0xFF or data[end + 1] == 0 or 0xD0 <= data[end + 1] <= 0xD7:
                    end += 1
            if end < at + 4:
                raise wrong
            if not (0xE0 <= marker <= 0xEF or marker == _COMMENT) or marker in _NEEDED:
                kept += data[at:end]
            at = end
    except IndexError:
        raise wrong from None
    return bytes(kept) + _ENDS


class Pictures:
    """Which picture was set last. Telegram can't be asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._mark = b""

    def take(self, name: Name, value: Any) -> None:
        """A record as the store has it, at the start."""
        if name == (KIND,):
            self._mark = value

    async def set(self, bot: Bot, picture: bytes) -> None:
        """Sets it, unless this bot was given the same one before.

        Raises:
            TelegramError: Telegram does not take it.
            StorageFailed: it is set, and will be again.
        """
        mark = hashlib.sha256(str(bot.id).encode() + b":" + picture).digest()
        if mark != self._mark:
            await bot.set_my_profile_photo(InputProfilePhotoStatic(picture))
            await self._store.write({(KIND,): mark})
            self._mark = mark


async def put_up(bot: Bot, face: Face, texts: Texts, pictures: Pictures) -> float | None:
    """Makes the bot look so. Asked first and set only if different.

    What Telegram refuses for good is left, with a line in the log, until the next start; the bot works without.

    Returns:
        ``None``, or the seconds after which to call this again because Telegram put something off or did not answer.
    """
    waits = []
    for part in (_put_up_menu, _put_up_about, _put_up_description, _put_up_name):
        for code in ("", *LANGUAGES[1:]):
            waits.append(await _tried(part(bot, face, texts, code)))
            if waits[-1] is not None:
                break  # the same again, in another language, would be put off as well
    waits.append(await _tried(_put_up_button(bot)))
    if face.picture is not None:
        waits.append(await _tried(pictures.set(bot, face.picture)))
    return max((wait for wait in waits if wait is not None), default=None)


async def _tried(part: Awaitable[None]) -> float | None:
    try:
        await part
    except RetryAfter as later:
        log.info("face: Telegram puts a part of it off by %d s", seconds_named(later))
        return seconds_named(later) + 1
    except (NetworkError, ParasolError) as away:
        # The library's bad request is a network error too.
        if not isinstance(away, BadRequest):
            return AGAIN
        log.warning("face: Telegram does not take a part of it: %s", type(away).__name__)
    except InvalidToken:
        return AGAIN  # it was revoked meanwhile: whoever holds the token says so, once
    except TelegramError as refused:
        log.warning("face: Telegram does not take a part of it: %s", type(refused).__name__)
    return None


async def _put_up_menu(bot: Bot, face: Face, texts: Texts, code: str) -> None:
    language = code or FIRST
    menu = tuple(BotCommand(typed, texts.say(language, key)) for typed, key in _SHOWN.get(language, _SHOWN[FIRST]))
    if await bot.get_my_commands(language_code=code) != menu:
        await bot.set_my_commands(menu, language_code=code)


async def _put_up_about(bot: Bot, face: Face, texts: Texts, code: str) -> None:
    about = _chosen(face.about, texts, code, "face-about")
    if (await bot.get_my_short_description(language_code=code)).short_description != about:
        await bot.set_my_short_description(about, language_code=code)


async def _put_up_description(bot: Bot, face: Face, texts: Texts, code: str) -> None:
    description = _chosen(face.description, texts, code, "face-description")
    if (await bot.get_my_description(language_code=code)).description != description:
        await bot.set_my_description(description, language_code=code)


async def _put_up_name(bot: Bot, face: Face, texts: Texts, code: str) -> None:
    name = _chosen(face.name, texts, code, "face-name")
    if (await bot.get_my_name(language_code=code)).name != name:
        await bot.set_my_name(name, language_code=code)


async def _put_up_button(bot: Bot) -> None:
    if not isinstance(await bot.get_chat_menu_button(), MenuButtonCommands):
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


def _chosen(choice: Mapping[str, str], texts: Texts, code: str, key: str) -> str:
    """``code`` is empty for everybody whose language the bot does not speak: they get the first."""
    language = code or FIRST
    return (choice.get(language) or texts.say(language, key)).strip()
