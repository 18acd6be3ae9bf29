"""Everything the bot says, in every language it speaks, from Fluent catalogues in ``locales/<language>/bot.ftl``.

Nothing said in the chat tells what it is about: Telegram reads it, and so does whoever looks over a shoulder.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from crypto.errors import ParasolError

from .languages import FIRST, LANGUAGES, LOCALES, languages_in
from .settings import Settings

UTC: Final = "UTC"

#: Clocks offered by name, so that nobody has to type one. By region, roughly from west to east or by who is likely to look.
#: :data:`UTC` is beside the regions, for whoever reckons in it.
ZONES: Final[Mapping[str, tuple[str, ...]]] = {
    "europe": (
        "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Atlantic/Canary", "Europe/Madrid", "Europe/Paris", "Europe/Brussels",
        "Europe/Amsterdam", "Europe/Berlin", "Europe/Zurich", "Europe/Rome", "Europe/Vienna", "Europe/Prague", "Europe/Warsaw",
        "Europe/Stockholm", "Europe/Budapest", "Europe/Athens", "Europe/Bucharest", "Europe/Kyiv", "Europe/Istanbul",
    ),
    "north": (
        "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu", "America/Halifax", "America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver",
    ),
    "latin": (
        "America/Mexico_City", "America/Tijuana", "America/Guatemala", "America/Costa_Rica", "America/Panama", "America/Havana",
        "America/Santo_Domingo", "America/Puerto_Rico", "America/Bogota", "America/Guayaquil", "America/Lima", "America/Caracas",
        "America/La_Paz", "America/Santiago", "America/Asuncion", "America/Montevideo", "America/Argentina/Buenos_Aires", "America/Sao_Paulo",
    ),
    "africa": (
        "Africa/Dakar", "Africa/Accra", "Africa/Casablanca", "Africa/Malabo", "Africa/Lagos", "Africa/Cairo", "Africa/Nairobi", "Africa/Johannesburg",
    ),
    "asia": (
        "Asia/Tehran", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Singapore", "Asia/Hong_Kong", "Asia/Manila", "Asia/Seoul", "Asia/Tokyo",
    ),
    "pacific": ("Australia/Perth", "Australia/Darwin", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland"),
}  # fmt: skip


class NoSuchText(ParasolError):
    """The catalogues lack a text, or it lacks a value. Ours: a test would have found it."""


def language_for(code: str | None) -> str:
    """The language to begin with, for an IETF tag as Telegram gives it (``es-AR``): its own if the bot speaks it, else English."""
    wanted = (code or "").lower().replace("_", "-").partition("-")[0]
    return wanted if wanted in LANGUAGES else FIRST


class Texts:
    """The catalogues, read once."""

    def __init__(self, folder: Path = LOCALES) -> None:
        """
        Args:
            folder: holds ``<language>/bot.ftl`` for each language.
        """
        self._bundles: dict[str, FluentBundle] = {}
        for language in languages_in(folder):
            # Without isolating marks: they are for mixing writing directions, and some phones show them as boxes.
            bundle = FluentBundle([language], use_isolating=False)
            bundle.add_resource(FluentResource((folder / language / "bot.ftl").read_text(encoding="utf-8")))
            self._bundles[language] = bundle

    def say(self, language: str, key: str, /, **values: str | int) -> str:
        """One text.

        Raises:
            NoSuchText: no such language or key, or a value is missing. The message names the key only.
        """
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(key):
            raise NoSuchText(f"no text {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise NoSuchText(f"no text {key}")
        said, wrong = bundle.format_pattern(pattern, dict(values))
        if wrong or not isinstance(said, str):
            raise NoSuchText(f"text {key} lacks a value")
        return said

    def ping(self, settings: Settings, count: int = 1, *, desk: bool = False) -> str:
        """What a notification of ``count`` new things says to this chat, in the words it chose."""
        kind = "ping-desk" if desk else "ping"
        return self.say(settings.language, f"{kind}-{settings.wording}", count=count)

    def zone(self, language: str, name: str) -> str:
        """How a clock is called: the city in this language, or the plain IANA name of one that is not on offer."""
        key = f"zone-{name.replace('/', '-')}"
        return self.say(language, key) if self._bundles[language].has_message(key) else name
