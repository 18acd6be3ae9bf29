"""Writes ``docs/desk.md`` from the desk's table. Run from the repository's root: ``python tests/vectors/make_desk.py``."""

from __future__ import annotations

import pathlib
import sys
from typing import Final

ROOT: Final = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from alerts.desk import document  # noqa: E402  the root must be importable first

FILE: Final = ROOT / "docs" / "desk.md"

if __name__ == "__main__":
    FILE.write_text(document(), encoding="utf-8")
