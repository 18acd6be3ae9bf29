"""Writes ``docs/contents.md``, the form of everything people write, from the tables that read it; and ``contents.json``, values that are
taken and values that are refused, alike in both implementations.

Run from the repository's root: ``python tests/vectors/make_contents.py``. Everybody and every number in it is invented.
"""

from __future__ import annotations

import json
import pathlib
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

ROOT: Final = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from alerts import alert, coded, identifiers, report  # noqa: E402  the root must be importable first
from alerts.contents import CONTENTS, check_content  # noqa: E402  the same
from alerts.forms import Form  # noqa: E402  the same
from crypto.errors import Refused  # noqa: E402  the same

DOCUMENT: Final = ROOT / "docs" / "contents.md"
FILE: Final = pathlib.Path(__file__).with_name("contents.json")
NOW: Final = 1_800_000_000
TOPICS: Final = [{"id": "north", "name": "Harbour"}]

# ---- the document ---------------------------------------------------------------------------------------------------

_HEAD: Final = """\
# What stands in reports and statements

This is §6.6 of [the protocol](protocol.md), exactly: what a reader takes, and what it refuses as `WrongShape`. The tables are made from those that the code reads
(`python tests/vectors/make_contents.py`); `tests/vectors/contents.json` has values of both kinds.

A map has the fields of its table and no other. **Text** is counted in Unicode code points, and has none of U+0000 to U+0008, U+000B to U+001F, U+007F to U+009F, U+202A to U+202E
and U+2066 to U+2069 (a direction override can make a warning read as its opposite). A **language** is ASCII: two or three letters a…z, then up to three times a hyphen and 2 to 8
letters or digits. **One of** is one code of the list, as it stands here. **A list of** codes has at least one, each once, in the order of the list. In a report every list and every map has at least one item. Codes are never renamed and
never used again; new ones come at the end.
"""

_WHEN: Final = """\
`date`, `precision` and, in reports alone, maybe `band`. `precision` is one of: {precisions}. The date is a day of the calendar, `2026-11-20`, with `day` and `week`; `2026-11` with
`month`; `2026` with `year`. `band` is one of: {bands}; hours of the local clock.
"""

_IDENTIFIER: Final = """\
`type` and `value`, and maybe `platform` and `partial`. `type` is one of: {types}. `partial` is one of: {partials}; without it the value is the whole. A value has 1 to {most}
characters (a part at least {least}), and all of it has the form of this regular expression, over code points. It is in its normal form, and who reads normalises nothing again. `platform`
stands with handles and payment handles alone: 1 to 32 characters, none of them A…Z or a control character.

A **masked** identifier, in alerts alone, is exactly `type`, `country` (two letters A…Z, or `null`) and `token` (a number below 2^{bits}, or `null` of a part; protocol §9).
"""

#: Every field of an alert, in words. All of them are there, always.
_ALERT: Final[dict[str, str]] = {
    "kinds": report.FIELDS["kinds"].expects,
    "severity": f"one of: {', '.join(coded.SEVERITIES.values)}",
    "verification": f"one of: {', '.join(coded.VERIFICATIONS.values)}",
    "by": "with `corroborated` a whole number from 1 to 999, else `null`",
    "areas": "a list of at most 64 different ids of areas, each text of 1 to 32 characters; they are not looked up",
    "when": "a [when](#when) without band, or `null`",
    "people": "a whole number from 1 to 99, or `null`",
    "persons": "a list of at most 8 [persons](#a-person); empty if nothing is known",
    "vehicles": "a list of at most 4 [vehicles](#a-vehicle); empty if nothing is known",
    "identifiers": "a list of at most 32, each an [identifier](#an-identifier), open or masked",
    "text": "text of at most 4000 characters, maybe empty",
    "language": "a language, or `null`",
    "what_to_do": "text of at most 1000 characters, maybe empty",
    "so_far": "`true` or `false`; `true` only with `dangerous` and `very-dangerous`",
    "disputed": "`true` or `false`",
    "expires": "a time",
}

#: The other statements, field by field.
_OTHERS: Final[dict[str, dict[str, str]]] = {
    "retraction": {"reason": "at most 500"},
    "erase": {"object": "16 bytes", "entries": "1 to 500 maps of exactly `seq`, a number, and `hash`, 32 bytes"},
    "resources": {"items": "at most 200 maps of exactly `name` (1 to 120), `kind` (1 to 32), `text` (at most 1000), `contact` (at most 300), `language` (2 to 16)"},
    "figures": {"from": "a time", "to": "a time", "counts": "a map of text to numbers", "note": "at most 1000"},
    "question": {"text": "1 to 1000", "language": "2 to 16", "choices": "at most 12 of 1 to 200"},
    "notice": {"text": "1 to 4000", "language": "2 to 16"},
}  # fmt: skip


def _table(rows: Mapping[str, str]) -> str:
    return "| field | form |\n|---|---|\n" + "".join(f"| `{name}` | {form} |\n" for name, form in rows.items())


def _form(form: Form, **links: str) -> str:
    return _table({name: links.get(name, field.expects) for name, field in form.items()})


def document() -> str:
    """The whole of ``docs/contents.md``."""
    if list(_ALERT) != list(alert._SHAPE) or {k: list(v) for k, v in _OTHERS.items()} != {k: list(v) for k, v in CONTENTS.items()}:
        raise LookupError("a field has no words here")
    fields = _form(
        report.FIELDS,
        consent="a map with one or more of [these](#consent)",
        when="a [when](#when)",
        persons="a list of 1 to 8 [persons](#a-person)",
        vehicles="a list of 1 to 4 [vehicles](#a-vehicle)",
        identifiers="a list of 1 to 32 [identifiers](#an-identifier), none masked",
    )
    forms = "```\n" + "".join(
        f"{kind:8} {what:5} {pattern}\n" for kind, both in identifiers._FORMS.items() for what, pattern in zip(("whole", "part"), both, strict=True)
    ) + "```\n"  # fmt: skip
    return "\n".join([
        _HEAD,
        "## A report\n\nThe `fields` of a report, and of a follow-up that corrects one. Only `kinds` must be there; a field that is not there means *don't know*. "
        f"Text here is never empty. All together have at most {report.MAX_FIELDS_BYTES} bytes when encoded, else `TooLarge`.\n",
        fields,
        "### Consent\n", _form(report.CONSENT),
        "### A person\n\nAt least one of these. `ethnicity` is as perceived by who reports; forms have it only where the policy says so, and who reads takes it in any case.\n",
        _form(report.PERSON),
        "### A vehicle\n\nAt least one of these.\n", _form(report.VEHICLE),
        "### When\n", _WHEN.format(precisions=", ".join(coded.PRECISIONS.values), bands=", ".join(coded.BANDS.values)),
        "### An identifier\n",
        _IDENTIFIER.format(
            types=", ".join(identifiers.TYPES), partials=", ".join(identifiers.PARTIALS), most=identifiers.MAX_VALUE,
            least=identifiers.SHORTEST_PART, bits=identifiers.TOKEN_BITS,
        ),
        forms,
        "## An alert\n\nThe content of `alert` and `amendment`. Every field is there. "
        f"All together have at most {alert.MAX_CONTENT_BYTES} bytes when encoded, else `TooLarge`.\n",
        _table(_ALERT),
        "## Other statements\n\nEvery field is there. Numbers are lengths of text in code points. Charters: [protocol §2.2](protocol.md#22-the-collective-and-its-charter).\n",
        *[f"### `{kind}`\n\n{_table(rows)}" for kind, rows in _OTHERS.items()],
    ])  # fmt: skip


# ---- the vectors ----------------------------------------------------------------------------------------------------

REPORT: Final = report.validate_report(report.example_report(), policy={}, country="GB")
ALERT: Final = alert.validate_alert(
    alert.example_alert() | {"areas": ["north"]}, policy={}, topics=TOPICS, now=NOW, collective=bytes(32), country="GB"
)
Case = tuple[str, Any, str | None]


def _but(base: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {name: value for name, value in (base | changes).items() if value is not _GONE}


_GONE: Final = object()


def _reports() -> Iterator[Case]:
    """Name, value, and the error; lengths on both sides of every limit."""
    bad = "WrongShape"
    yield "everything", REPORT, None
    yield "a kind alone", {"kinds": ["assault"]}, None
    yield "nothing", {}, bad
    yield "no map", [], bad
    yield "a field more", REPORT | {"colour": "red"}, bad
    yield "no kind", _but(REPORT, kinds=_GONE), bad
    for name, value in [("kinds empty", []), ("kinds unknown", ["sneezing"]), ("kinds twice", ["assault", "assault"]),
                        ("kinds in another order", ["weapon", "assault"]), ("kinds is text", "assault")]:  # fmt: skip
        yield name, REPORT | {"kinds": value}, bad
    for field, most in (("area", 80), ("happened", 60_000), ("pattern", 4_000), ("injuries", 4_000)):
        yield f"{field} as long as it may be", {"kinds": ["assault"], field: "x" * most}, None
        yield f"{field} too long", {"kinds": ["assault"], field: "x" * (most + 1)}, bad
        yield f"{field} empty", {"kinds": ["assault"], field: ""}, bad
    yield "counted in code points", {"kinds": ["assault"], "area": "\U0001f6a8" * 80}, None
    yield (
        "all together too large",
        {"kinds": ["assault"], "happened": "x" * 60_000, "pattern": "x" * 4_000, "injuries": "x" * 4_000},
        "TooLarge",
    )
    for name, text, error in [("a line's end", "one\ntwo", None), ("a tab", "one\ttwo", None), ("a bell", "one\x07two", bad),
                              ("a carriage return", "one\rtwo", bad), ("a direction override", "\u202eone", bad),
                              ("an isolate", "\u2066one", bad), ("not in NFC", "e\u0301", None)]:  # fmt: skip
        yield f"text with {name}", {"kinds": ["assault"], "happened": text}, error
    for field, value, error in [
        ("consent", {}, bad), ("consent", {"share": "peers"}, None), ("consent", {"share": "police"}, bad), ("consent", {"hold": 1}, bad),
        ("people", 0, bad), ("people", 1, None), ("people", 99, None), ("people", 100, bad), ("people", True, bad),
        ("persons", [], bad), ("persons", [{}], bad), ("persons", [{"role": "client"}] * 8, None), ("persons", [{"role": "client"}] * 9, bad),
        ("persons", [{"names": ["x" * 60] * 8}], None), ("persons", [{"names": ["x" * 61]}], bad), ("persons", [{"names": ["x"] * 9}], bad),
        ("persons", [{"ethnicity": "mixed"}], None), ("persons", [{"age": "young"}], bad), ("persons", [{"shoe": "large"}], bad),
        ("persons", [{"detail": "x" * 300}], None), ("persons", [{"detail": "x" * 301}], bad),
        ("vehicles", [{"type": "van"}] * 4, None), ("vehicles", [{"type": "van"}] * 5, bad), ("vehicles", [{"make": "x" * 41}], bad),
        ("language", "en", None), ("language", "pt-BR", None), ("language", "EN", bad), ("language", "english", bad), ("language", "en-", bad),
        ("when", {"date": "2026-11-20", "precision": "day", "band": "18-24"}, None), ("when", {"date": "2026-02-29", "precision": "day"}, bad),
        ("when", {"date": "2028-02-29", "precision": "week"}, None), ("when", {"date": "2026-11", "precision": "month"}, None),
        ("when", {"date": "2026-11", "precision": "day"}, bad), ("when", {"date": "2026", "precision": "year"}, None),
        ("when", {"date": "2026-13", "precision": "month"}, bad), ("when", {"date": "2026"}, bad),
        ("when", {"date": "2026-11-20", "precision": "day", "band": "9-15"}, bad), ("when", {"date": "\u0662\u0660\u0662\u0666", "precision": "year"}, bad),
        ("identifiers", [{"type": "phone", "value": "+447700900123"}], None), ("identifiers", [{"type": "phone", "value": "07700900123"}], bad),
        ("identifiers", [{"type": "phone", "value": "900123", "partial": "ends"}], None), ("identifiers", [{"type": "plate", "value": "KX12ABC"}], None),
        ("identifiers", [{"type": "plate", "value": "kx12abc"}], bad), ("identifiers", [{"type": "plate", "value": "K", "partial": "ends"}], bad),
        ("identifiers", [{"type": "plate", "value": "KX", "partial": "maybe"}], bad), ("identifiers", [{"type": "shoe", "value": "42"}], bad),
        ("identifiers", [{"type": "handle", "value": "dave", "platform": "telegram"}], None), ("identifiers", [{"type": "handle", "value": "Dave"}], bad),
        ("identifiers", [{"type": "phone", "country": "GB", "token": 1}], bad), ("identifiers", [], bad),
        ("identifiers", [{"type": "plate", "value": "KX12ABC"}] * 33, bad),
    ]:  # fmt: skip
        yield f"{field}: {json.dumps(value)[:60]}", {"kinds": ["assault"], field: value}, error


def _alerts() -> Iterator[Case]:
    bad = "WrongShape"
    yield "everything", ALERT, None
    for field in ALERT:
        yield f"without {field}", _but(ALERT, **{field: _GONE}), bad
    yield "a field more", ALERT | {"happened": "her own words"}, bad
    for field, value, error in [
        ("severity", "deadly", bad), ("verification", "sure", bad), ("by", 2, bad), ("areas", ["north", "north"], bad), ("areas", [], None),
        ("areas", ["x" * 33], bad), ("areas", [f"a{i}" for i in range(64)], None), ("areas", [f"a{i}" for i in range(65)], bad),
        ("when", None, None), ("when", {"date": "2026-11-20", "precision": "day", "band": "18-24"}, bad), ("people", None, None), ("people", 0, bad),
        ("persons", [], None), ("vehicles", [], None), ("persons", [{}], bad), ("text", "", None), ("text", "x" * 4000, None), ("text", "x" * 4001, bad),
        ("text", "\u202dx", bad), ("what_to_do", "x" * 1001, bad), ("language", None, None), ("language", "", bad), ("so_far", None, bad),
        ("disputed", 1, bad), ("expires", "2027", bad), ("expires", 2**53 - 1, None),
        ("identifiers", [{"type": "phone", "country": "GB", "token": 1_048_575}], None),
        ("identifiers", [{"type": "phone", "country": "GB", "token": 1_048_576}], bad), ("identifiers", [{"type": "phone", "country": None, "token": None}], None),
        ("identifiers", [{"type": "phone", "country": "gb", "token": 1}], bad), ("identifiers", [{"type": "phone", "country": "GB"}], bad),
        ("identifiers", [{"type": "phone", "value": "+447700900123", "country": "GB", "token": 1}], bad),
    ]:  # fmt: skip
        yield f"{field}: {json.dumps(value)[:60]}", ALERT | {field: value}, error
    yield "corroborated by two", ALERT | {"verification": "corroborated", "by": 2}, None
    yield "corroborated by nobody", ALERT | {"verification": "corroborated", "by": None}, bad
    yield "one moderator so far, of a risky man", ALERT | {"severity": "risky", "so_far": True}, bad
    yield "one moderator so far, of a dangerous man", ALERT | {"severity": "dangerous", "so_far": True}, None
    persons = [{"names": ["\U0001f6a8" * 60] * 8, "detail": "\U0001f6a8" * 300}] * 8
    handles = [{"type": "handle", "value": "\U0001f6a8" * 200}] * 32
    yield (
        "all together too large",
        ALERT | {"persons": persons, "identifiers": handles, "text": "\U0001f6a8" * 4000, "what_to_do": "\U0001f6a8" * 1000},
        "TooLarge",
    )


def _others() -> Iterator[tuple[str, str, Any, str | None]]:
    bad = "WrongShape"
    item = {"name": "A clinic", "kind": "health", "text": "", "contact": "", "language": "en"}
    for kind, value, error in [
        ("retraction", {"reason": ""}, None), ("retraction", {"reason": "x" * 500}, None), ("retraction", {"reason": "x" * 501}, bad), ("retraction", {}, bad),
        ("notice", {"text": "x" * 4000, "language": "en"}, None), ("notice", {"text": "x" * 4001, "language": "en"}, bad), ("notice", {"text": "", "language": "en"}, bad),
        ("notice", {"text": "x", "language": "e"}, bad), ("question", {"text": "x" * 1000, "language": "en", "choices": []}, None),
        ("question", {"text": "x" * 1001, "language": "en", "choices": []}, bad), ("question", {"text": "x", "language": "en", "choices": ["x" * 200] * 12}, None),
        ("question", {"text": "x", "language": "en", "choices": ["x"] * 13}, bad), ("question", {"text": "x", "language": "en", "choices": [""]}, bad),
        ("resources", {"items": []}, None), ("resources", {"items": [item] * 200}, None), ("resources", {"items": [item] * 201}, bad),
        ("resources", {"items": [item | {"name": "x" * 121}]}, bad), ("resources", {"items": [item | {"contact": "x" * 301}]}, bad),
        ("figures", {"from": 0, "to": 1, "counts": {"reports": 3}, "note": "x" * 1000}, None), ("figures", {"from": 0, "to": 1, "counts": {"reports": "3"}, "note": ""}, bad),
    ]:  # fmt: skip
        yield f"{kind}: {json.dumps(value)[:60]}", kind, value, error


def _case(name: str, value: Any, error: str | None, check: Callable[[Any], Any]) -> dict[str, Any]:
    """Values are JSON; text and lists that repeat themselves are written short, so that the file can be read."""
    try:
        check(value)
        found = None
    except Refused as refused:
        found = refused.name
    if found != error:
        raise LookupError(f"{name}: {found}, where {error} was expected")
    return {"name": name, "value": _short(value), "error": error}


def _short(value: Any) -> Any:
    if isinstance(value, str) and len(value) > 50 and len(set(value)) == 1:
        return {"repeat": value[0], "times": len(value)}
    if isinstance(value, list) and len(value) > 4 and all(item == value[0] for item in value):
        return {"repeat": [_short(value[0])], "times": len(value)}
    if isinstance(value, list):
        return [_short(item) for item in value]
    return {name: _short(item) for name, item in value.items()} if isinstance(value, dict) else value


def rendered() -> str:
    """The whole of ``contents.json``."""
    found = {
        "reports": [_case(*case, report.check_report) for case in _reports()],
        "alerts": [_case(*case, alert.check_alert) for case in _alerts()],
        "others": [
            {"kind": kind, **_case(name, value, error, lambda v, kind=kind: check_content(kind, v))}
            for name, kind, value, error in _others()
        ],
    }
    return json.dumps(found, indent=1, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
    FILE.write_text(rendered(), encoding="utf-8")
