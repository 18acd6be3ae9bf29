"""Writes ``identifiers.json``: normal forms and match tokens that a second implementation must give (protocol §9).

Run from the repository's root: ``python tests/vectors/make_identifiers.py``. Every number is fictional.
"""

from __future__ import annotations

import json
import pathlib
import sys
from typing import Any, Final

ROOT: Final = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from alerts.finding import find  # noqa: E402  the root must be importable first
from alerts.identifiers import identifier  # noqa: E402  the same
from crypto.errors import BadInput  # noqa: E402  the same

FILE: Final = pathlib.Path(__file__).with_name("identifiers.json")
COLLECTIVE: Final = bytes(range(32))

#: type, text, country, platform, partial
_WHOLE: Final[list[tuple[str, str, str | None, str | None, str | None]]] = [
    ("phone", "07700 900123", "GB", None, None),
    ("phone", "+44 7700 900123", "GB", None, None),
    ("phone", "0044 (0)7700-900-123", "GB", None, None),
    ("phone", "+44 (0) 7700.900.123", "US", None, None),
    ("phone", "447700900123", "GB", None, None),
    ("phone", "07700\u00a0900\u2011123", "GB", None, None),
    ("phone", "\u202a+44 7700 900123\u202c", None, None, None),
    ("phone", "\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13", "GB", None, None),
    ("phone", "(202) 555-0123", "US", None, None),
    ("phone", "+1 202 555 0123", "GB", None, None),
    ("phone", "+39 (0)6 5550 1234", "GB", None, None),
    ("phone", "0770", "GB", None, "starts"),
    ("phone", "+44770", None, None, "starts"),
    ("phone", "123", "GB", None, "ends"),
    ("phone", "07700 9", "GB", None, "contains"),
    ("email", " Bad.Payer@Example.ORG ", "GB", None, None),
    ("email", "mailto:x@example.org", None, None, None),
    ("handle", "@Dave_K", "GB", "Telegram", None),
    ("handle", "dave_k", "GB", "tg", None),
    ("handle", "\uff20\uff24ave", "GB", None, None),
    ("link", "HTTPS://www.Example.org/Profile/7/?utm_source=x&id=3#top", "GB", None, None),
    ("link", "https://www.instagram.com/Some.One/?igsh=abc", "GB", None, None),
    ("link", "https://t.me/dave_k", "GB", None, None),
    ("link", "https://wa.me/447700900123", "US", None, None),
    ("payment", "$BadCash", "US", "Cash App", None),
    ("payment", "GB82 WEST 1234 5698 7654 32", "GB", "iban", None),
    ("plate", "kx12 abc", "GB", None, None),
    ("plate", "\uff2b\uff38\uff11\uff12-ABC", "GB", None, None),
    ("plate", "\u041a\u0425 12 \u0410\u0412\u0421", "UA", None, None),
    ("plate", "kx", "GB", None, "ends"),
]
_REFUSED: Final[list[tuple[str, str, str | None, str | None]]] = [
    ("phone", "07700 900123", None, None),
    ("phone", "12", "GB", None),
    ("phone", "call me", "GB", None),
    ("phone", "12", "GB", "ends"),
    ("email", "nobody", "GB", None),
    ("link", "example", "GB", None),
    ("plate", "--", "GB", None),
    ("plate", "K", "GB", "ends"),
    ("car", "white", "GB", None),
]
_FOUND: Final[list[tuple[str, str | None]]] = [
    ("[12/03/2026, 22:14:05] +44 7700 900123: hi, 150 for an hour?", "GB"),
    ("07700 900123 07700 900456", "GB"),
    ("he is 0044 (0)7700-900-123 / bad [at] example [dot] org", "GB"),
    ("insta: @bad.guy99 and https://t.me/badguy", "GB"),
    ("white van KX12 ABC", "GB"),
    ("white van, plate ends KX", "GB"),
    ("number ending 123", "GB"),
    ("it ends up in town at 23:30 on 2026-11-20, 150", "GB"),
]


def vectors() -> dict[str, Any]:
    """What the file holds."""
    whole = []
    for kind, text, country, platform, partial in _WHOLE:
        one = identifier(kind, text, country=country, platform=platform, partial=partial)
        whole.append(
            {
                "type": kind, "text": text, "country": country, "platform": platform, "partial": partial,
                "normal": one.to_map(), "of": one.country, "token": None if one.partial else one.match_token(COLLECTIVE),
            }
        )  # fmt: skip
    refused = []
    for kind, text, country, partial in _REFUSED:
        try:
            identifier(kind, text, country=country, partial=partial)
        except BadInput:
            refused.append({"type": kind, "text": text, "country": country, "partial": partial})
    found = [{"text": text, "country": country, "found": [one.to_map() for one in find(text, country)]} for text, country in _FOUND]
    return {"collective": COLLECTIVE.hex(), "normal": whole, "refused": refused, "find": found}


def rendered() -> str:
    """The file's text."""
    return json.dumps(vectors(), indent=1, ensure_ascii=True, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(rendered(), encoding="utf-8")
