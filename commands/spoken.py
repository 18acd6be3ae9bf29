"""The words for looks and parts of plates in the terminal's language, beside the English ones (:mod:`alerts.spoken`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from alerts.spoken import ENGLISH, Spoken

_LOCALES: Final = Path(__file__).resolve().parent.parent / "locales"


def spoken_in(language: str) -> Spoken:
    """The words of a language; English alone where there are none."""
    try:
        return Spoken.of(json.loads((_LOCALES / language / "looks.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ENGLISH
