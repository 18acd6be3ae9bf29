"""The languages the bot speaks: whoever adds ``locales/<language>/bot.ftl`` adds one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

LOCALES: Final = Path(__file__).resolve().parent.parent / "locales"
#: The language that is written first, and that is spoken to whoever wants one that is not there.
FIRST: Final = "en"


def languages_in(folder: Path) -> tuple[str, ...]:
    """The codes of the folders that hold a ``bot.ftl``, :data:`FIRST` before all others."""
    found = sorted(path.parent.name for path in folder.glob("*/bot.ftl"))
    return (FIRST, *(code for code in found if code != FIRST))


LANGUAGES: Final = languages_in(LOCALES)
