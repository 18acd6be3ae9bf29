"""Writes ``finding.json``: what is found, read and folded in pasted text, and the codes there are, alike in both implementations.

Run from the repository's root: ``python tests/vectors/make_finding.py``. Every number is fictional.
"""

from __future__ import annotations

import json
import pathlib
import sys
from typing import Any, Final

ROOT: Final = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from alerts import coded  # noqa: E402  the root must be importable first
from alerts.alert import validate_alert  # noqa: E402  the same
from alerts.finding import beside, find  # noqa: E402  the same
from alerts.forms import tidy_text  # noqa: E402  the same
from alerts.identifiers import Identifier, identifier  # noqa: E402  the same
from alerts.looks import read_look, searched_look  # noqa: E402  the same
from alerts.search import Listed, check  # noqa: E402  the same
from alerts.spoken import Spoken, Words  # noqa: E402  the same
from crypto.errors import BadInput  # noqa: E402  the same

FILE: Final = pathlib.Path(__file__).with_name("finding.json")

_CHAT: Final = (
    "[12/03/2026, 22:14:05] +44 7700 900123: hi babe u free\n"
    "[12/03/2026, 22:15:10] Me: no. other one 07700.900.456 / 07700 900789 (£150), 2026-11-20 23:30\n"
    "insta: @bad.guy99, bad [at] example [dot] org, KX12 ABC; https://t.me/badguy www.example.com/profile/77?x=1.\n"
    "pays with paypal: bad-payer or GB82 WEST 1234 5698 7654 32, it ends up in town"
)

#: text, home country
_TEXTS: Final[list[tuple[str, str | None]]] = [
    (_CHAT, "GB"),
    (_CHAT, None),
    (_CHAT, "US"),
    # numbers: side by side, in brackets, in other scripts, beside dates, times and prices
    ("07700 900123 07700 900456", "GB"),
    ("07700900123/07700900456;(07700) 900789", "GB"),
    ("0044 (0)7700-900-123 or +44 (0) 7700.900.456", "US"),
    ("+39 (0)6 5550 1234, 06 5550 1234", "IT"),
    ("(202) 555-0123 ext. and 202.555.0124, 555-0199", "US"),
    ("٠٧٧٠٠ ٩٠٠١٢٣ ０７７００ ９００４５６ ०७७०० ९००७८९", "GB"),
    ("\u202a+44\u00a07700\u2011900\u2011123\u202c \u200e07700\u200b900456", "GB"),
    ("20.11.26 23:30 £07700 900123 150€ 2026-11-20T23:30:00 07700 900456x", "GB"),
    ("call 12345678, 1234567890, 999, 00 1 202 555 0123", "ES"),
    ("tel:07700900123 number 07700-900-1234567", "GB"),
    # e-mail, links, handles, payment names
    ("Bad.Payer@Example.ORG, mailto:x@example.org; é@münchen.de a@b", "GB"),
    ("bad (at) example {dot} org. bad @ example.org", "GB"),
    ("HTTPS://WWW.Example.org//Profile/7/?utm_source=x&id=3&q=%C3%A9+%E9#top).", "GB"),
    ("example.escort site.co.uk/x a.b.c.d.com fb.com/some.one?x", "GB"),
    ("wa.me/447700900123 https://instagram.com/p/abc t.me/+abc tiktok.com/@Dave_K", "GB"),
    ("https://example.org/ä?q=ä&b=%ff%fe", "GB"),
    ("@dave_k, (@dave.k-) email@dave /@dave_z @x", "GB"),
    ("insta: dave_k IG=@Dave snap is d.k on TikTok name dave", "GB"),
    ("\u0131nsta: dave_k, \u0130G: dave, te\u017fcotel: x, Instagram 1234567", "GB"),
    ("instagram @dave_k; @dave_k on snapchat; @dave(telegram)", "GB"),
    ("paypal: bad-payer, Cash App name BadCash $BadCash $5 US$9 $a", "US"),
    ("GB82 WEST 1234 5698 7654 32 GB83 WEST 1234 5698 7654 32", "GB"),
    # plates and parts
    ("KX12 ABC kx12abc KX12abc AB12CDE-", "GB"),
    ("B-MW 1234, HH-AB 12E, 1234 BCD, AB-123-CD, 12-AB-34, 99-D-12345, B 123 ABC, AA 1234 BB", "DE"),
    ("reg: кх12 авн / ΚΧ12 ΑΒΗ plate is KXI2 OBC", "GB"),
    ("number plate: AB 12 CDE was white; licence plates no AB12", "GB"),
    ("white van, plate ends KX", "GB"),
    ("number plate that starts with AB 12, phone ending in 123, it ends KX", "GB"),
    ("plate contains “x7” and ends up in it, has 123, reg has 12a", "GB"),
    ("Plate KX ends with kx12 now", "GB"),
    # nothing beside what is found, and something
    ("07700 900123, KX12 ABC; @dave_k", "GB"),
    ("insta: dave_k plate ends KX", "GB"),
    ("07700 900123 Dave", "GB"),
    ("07700 900123 20/11/2026", "GB"),
    ("!? … () \u200e", "GB"),
    # what must not be found
    ("it ends up in town at 23:30 on 2026-11-20, 150", "GB"),
    ("hello there you, 4.30pm, 1.5 hours, 100 for 30", "GB"),
    ("", "GB"),
    ("\ud800 \udc00 \x00 \x1c07700 900123\x85KX12 ABC", "GB"),
    # characters that languages fold, count or divide differently
    ("x\u0345@example.org \u0345telegram\u0345: dave\u0345k", "GB"),
    ("Stra\u00dfe@example.org STRASSE@EXAMPLE.ORG \u1e9e@example.org", "GB"),
    ("@\u13a0\u13a1\u13a2 @\uab70\uab71\uab72 @\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2 @I\u0307stanbul", "GB"),
    ("@\U0001d4ed\U0001d4ea\U0001d4ff\U0001d4ee plate \U0001f600 reg \u2460\u2461AB12", "GB"),
]

#: type, text, partial, platform: normal forms that another language's text functions would make otherwise
_NORMAL: Final[list[tuple[str, str, str | None, str | None]]] = [
    ("handle", "\u0130\u0131I\u017f", None, "\u0130G"),
    ("handle", "\u13a0\uab71\u0149\u1f88\u0390", None, "Stra\u00dfe.com"),
    ("handle", "@\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3", None, "  Cash\u00a0 App "),
    ("handle", "\ufb01\u00b2\u2460\u2122\u212b\u1e9b\u0323", None, None),
    ("handle", "a\u0301\u200b\u0301\u034f\ufe0fb", None, None),
    ("email", "\uff38@\uff25xample.\uff2frg", None, None),
    ("email", "mailto:<X@example.org>", None, None),
    ("link", "\uff48ttp://u:p@www.m.Ex\u00e4mple.org:443//a//b/?b=1+2&a=%e9%C3%A9&&c&utm_x=1#f", None, None),
    ("link", "example.org/?q=!*'()~-._%21&r=\u00fc%c3\u00fc", None, None),
    ("link", "WWW.Example", "starts", None),
    ("payment", "$\u00a3\u20acBad Cash:", None, "CASH-APP"),
    ("plate", "\u00dfi\u0131\u0149\u0390 12", None, None),
    ("plate", "\u0430\u0432 \u0391\u0392 \uff11\u0662\u00b3", None, None),
    ("phone", "WhatsApp: (0)7700 900 123", None, None),
    ("phone", "00 44 0 7700 900123", None, None),
    ("phone", "+44 (\u0660) 7700 900123", None, None),
    ("phone", "01534 555 0123", None, None),
    ("phone", "+1 555 0123", None, None),
    ("phone", "555 01", "contains", None),
    ("phone", "(+44) 77", "starts", None),
    ("phone", "077", "starts", None),
]

_LOOKS: Final[list[str]] = [
    "white van, plate ends KX",
    "Tall MAN, in his 40s, with a neck tattoo and a scottish accent",
    "dark blue ford transit, dented, ladder",
    "white man in his 40s, black, latin, roma",
    "a man's black 4x4; grey-haired, brown eyes; gun",
    "MAN lorry, two-colour",
    "very tall skinny bloke, shaved head, blonde",
    "light-blue Stra\u00dfe golf\u0345 VW",
    "white",
    "",
]

#: languages, text: looks and parts in other languages than English
_SPOKEN: Final[list[tuple[tuple[str, ...], str]]] = [
    (("es",), "furgoneta blanca, placa termina en KX"),
    (("es",), "blanca la furgoneta; MATRI\u0301CULA de mi coche que acaba en las letras kx"),
    (("es",), "Hombre muy alto, calvo, unos 40 años, tatuaje en el cuello, ojos azules, navaja"),
    (("es",), "white furgoneta, plate termina en KX, número acaba en 123"),
    (("es", "fr"), "furgoneta blanche, plaque termine par KX"),
    (("es",), "@placa insta: negro placa@example.org https://example.org/placa/blanca placa.es 07700 900123, la placa KX12 ABC"),
    (("es",), "termina a las 10, la placa no sé; placa DE, camioneta roja"),
    (("fr",), "camionnette blanche, plaque se termine par KX"),
    (("fr",), "GRANDE voiture noire, plaque d’immatriculation commence par ab; homme chauve, la quarantaine, yeux bleus"),
    (("pt",), "furgão branco, placa termina em KX; matricula comeca por AB"),
    (("pt",), "homem alto, magro, cabelo grisalho, óculos, tatuagem no pescoço"),
    (("ro",), "dubă albă, numărul de mașină se termină în KX"),
    (("ro",), "duba alba, numar de masina incepe cu AB; ba\u0306rbat i\u0302nalt, brunet, ochi căprui, cicatrice pe față"),
    (("ro",), "mașină neagră; plăcuţa conţine 12; roşu"),
    (("th",), "รถตู้สีขาว ทะเบียนลงท้าย KX"),
    (("th",), "รถตู้ขาวทะเบียนลงท้ายด้วยKX"),
    (("th",), "ผู้ชายตัวสูงมากผอมหัวล้าน 40 ปี มีรอยสักที่คอ ข้าว"),
    (("ar",), "فان أبيض، لوحة تنتهي بـ KX"),
    (("ar",), "السيارة البيضاء، اللوحة تنتهي بKX"),
    (("ar",), "سيّارة بَيْضاء لوحتها ٱلسوداء؛ رجل طويل جدا اصلع له لحية، وشم على الرقبة، رقم اللوحة يبدأ بحرف AB"),
    (("ar", "en"), "white فان plate تنتهي بحرفي KX"),
    (("th", "ar", "ro"), "\ud800 \x00 ก\u0e4e ال \u0640 وال@ -'- \u0e33\u0e33 a\u0345 \U0001d4ed KX"),
]

#: what alerts say of cars, people and numbers; the rest of them is alike
_CHECKED: Final[list[dict[str, Any]]] = [
    {"vehicles": [{"type": "van", "colour": "white"}], "identifiers": ["plate ends KX"]},
    {"identifiers": ["plate ends KX"]},
    {"vehicles": [{"type": "van", "colour": "white"}]},
    {"vehicles": [{"type": "van", "colour": "white"}], "identifiers": ["AB12 CDE"]},
    {"vehicles": [{"type": "van", "colour": "white", "make": "Ford"}], "identifiers": ["KX10 OBC", "plate starts AB"]},
    {"vehicles": [{"type": "van", "colour": "red"}], "identifiers": ["KX12 ABC"]},
    {"vehicles": [{"type": "van", "colour": "white"}, {"type": "car", "colour": "black"}], "identifiers": ["plate contains 77"]},
    {"persons": [{"gender": "man", "height": "tall", "marks": ["tattoo-neck"], "names": ["Dave"]}]},
    {"identifiers": [{"type": "phone", "value": "07700 900123"}]},
    {"vehicles": [{"make": "Ford", "model": "Transit"}], "identifiers": ["AB12 CDE", {"type": "phone", "value": "07700 900456"}]},
]

_CHECKS: Final[list[str]] = [
    "white van, plate ends KX",
    "white van",
    "white van, AB12 CDE",
    "white van, plate is KX1O OBC",
    "white ford van, plate AB",
    "black car, white van, plate contains 78",
    "red van, plate ends KX",
    "van, plate ends KX",
    "tall man with a neck tattoo, Dave, plate ends ZZ",
    "07700 900123 in a white ford transit, reg AB12 CDF",
    "AB12 CDE, 07700 900456",
    "white",
    "",
]

_FOLDS: Final[list[str]] = [
    "Don\u2019t know", "don't-know ", "Very  dangerous!", "STRASSE stra\u00dfe \u1e9e", "\u0130stanbul \u0131", "a_b\u00b7c\u0301d", "\u2460\u00b2\u0663", "\u13a0\uab70", "\x1cx\x85y\u200bz",
]  # fmt: skip

_TIDY: Final[list[str]] = ["a\r\nb\rc\td", " \u202ex\u2066y\ud800z\u3000", "e\x00\u0301", "\x1c\x85a\u200b\u00a0", "\U0001f600\n\n "]


def _map(one: Identifier | None) -> dict[str, Any] | None:
    return None if one is None else one.to_map() | {"shown": None if one.partial else one.shown(), "country": one.country}


def _identifier(kind: str, text: str, partial: str | None, platform: str | None) -> Identifier | None:
    try:
        return identifier(kind, text, partial=partial, platform=platform, country="GB")
    except BadInput:
        return None


def _look(text: str) -> dict[str, Any]:
    look = read_look(text)
    return {"vehicle": sorted(map(list, look.vehicle)), "person": sorted(map(list, look.person)), "make": look.make}


def words_of(language: str) -> Words:
    """The file of one language; English needs none."""
    file = ROOT / "locales" / language / "looks.json"
    words: Words = json.loads(file.read_text(encoding="utf-8")) if language != "en" else {"part": {}, "skip": {"": []}, "look": {}}
    return words


def _everything(language: str) -> str:
    words = words_of(language)
    return "; ".join(phrase for name in ("part", "look") for phrases in words[name].values() for phrase in phrases)


def _spoken(languages: tuple[str, ...], text: str) -> dict[str, Any]:
    spoken = Spoken.of(*map(words_of, languages))
    english, parts, found = spoken.look(text), spoken.parts(text), find(text, "GB", spoken)
    return {"languages": languages, "text": text, "english": english, "parts": parts, "found": [_map(one) for one in found]} | _look(
        english
    )


_NOW: Final = 1_795_000_000
_COLLECTIVE: Final = bytes(range(32))


def _checked() -> list[Listed]:
    """Each a little older than the one before."""
    policy: dict[str, Any] = {"masked": []}
    return [
        Listed(
            number.to_bytes(16),
            validate_alert({"kinds": ["threats"]} | says, policy=policy, topics=[], now=_NOW - 3600 * number, collective=_COLLECTIVE, country="GB"),
            _NOW - 3600 * number,
        )
        for number, says in enumerate(_CHECKED, 1)
    ]  # fmt: skip


def _check(query: str, alerts: list[Listed]) -> dict[str, Any]:
    result = check(query, alerts, now=_NOW, country="GB", collective=_COLLECTIVE)
    searched = searched_look(result.look)
    return {
        "query": query,
        "matches": [[m.alert.id[-1], m.strength.name] for m in result.matches],
        "searched": {"vehicle": sorted(map(list, searched.vehicle)), "person": sorted(map(list, searched.person)), "make": searched.make},
    }


def vectors() -> dict[str, Any]:
    """What the file holds."""
    lists = {name: codes for name, codes in vars(coded).items() if isinstance(codes, coded.Codes)}
    return {
        "find": [
            {"text": text, "country": country, "found": [_map(one) for one in find(text, country)], "beside": beside(text, country)}
            for text, country in _TEXTS
        ],
        "normal": [
            {
                "type": kind,
                "text": text,
                "partial": partial,
                "platform": platform,
                "normal": _map(_identifier(kind, text, partial, platform)),
            }
            for kind, text, partial, platform in _NORMAL
        ],
        "looks": [{"text": text} | _look(text) for text in _LOOKS],
        "spoken": [
            _spoken(languages, text)
            for languages, text in [*_SPOKEN, *(((language,), _everything(language)) for language in ("ar", "es", "fr", "pt", "ro", "th"))]
        ],
        "checks": {
            "now": _NOW,
            "alerts": [{"content": alert.content, "published": alert.published} for alert in _checked()],
            "asked": [_check(query, _checked()) for query in _CHECKS],
        },
        "fold": [{"text": text, "folded": coded.fold(text)} for text in _FOLDS],
        "tidy": [{"text": text, "tidy": tidy_text(text)} for text in _TIDY],
        "codes": {name: {"values": codes.values, "also": dict(codes.also)} for name, codes in lists.items()},
        "severity_of_kind": coded.SEVERITY_OF_KIND,
        "kind_groups": coded.KIND_GROUPS,
        "health_kinds": sorted(coded.HEALTH_KINDS),
        "tonight_kinds": sorted(coded.TONIGHT_KINDS),
    }


def rendered() -> str:
    """The file's text."""
    return json.dumps(vectors(), indent=1, ensure_ascii=True, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(rendered(), encoding="utf-8")
