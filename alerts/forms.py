"""Tables of fields: each says what stands on the wire, and how what a person or a file hands in becomes that.

Reading (:func:`read_form`) is friendly and normalises; its errors are one plain sentence that names the field and what is allowed,
never what was answered. Checking (:func:`check_form`) is strict. What reading returns always passes checking, and an answer
that is not there means *don't know*: there is no second way to say nothing.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import wire
from crypto.errors import BadInput, WrongShape

from .coded import BANDS, PRECISIONS, Codes, band_of_hour, fold
from .finding import find
from .identifiers import TYPES, Identifier, identifier


@dataclass(frozen=True, slots=True)
class Given:
    """What reading depends on: the charter's home country and policy."""

    country: str | None = None
    policy: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``read(value, where, given)`` returns ``None`` for an empty answer and raises BadInput naming ``where``."""

    check: wire.Check
    read: Callable[[Any, str, Given], Any]
    expects: str


Form = Mapping[str, Field]


def read_form(value: Any, where: str, form: Form, given: Given, *, also: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The map of what ``value`` answers.

    Args:
        where: what people call the map; empty for the whole.
        also: other names of fields.

    Raises:
        BadInput: not a map, a field that does not exist, or an answer that cannot be.
    """
    if not isinstance(value, Mapping):
        raise BadInput(f"{where or 'this'} must be a map of fields: {', '.join(form)}")
    out: dict[str, Any] = {}
    for key, answer in value.items():
        name = fold(key).replace("-", "_") if isinstance(key, str) else ""
        name = (also or {}).get(name, name)
        if name not in form:
            raise BadInput(_unknown(key, where, form))
        if name in out:
            raise BadInput(f"{_join(where, name)} is given twice")
        read = None if answer is None else form[name].read(answer, _join(where, name), given)
        if read is not None:
            out[name] = read
    return out


def _unknown(key: object, where: str, form: Form) -> str:
    # The one thing a message repeats is a field's name, which is the file's and not the person's; shortened all the same.
    shown = repr(key)[:42]
    near = difflib.get_close_matches(fold(str(key)[:80]).replace("-", "_"), form, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(form)}"
    return f"there is no field {shown}{f' in {where}' if where else ''}; {hint}"


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def check_form(value: Any, what: str, form: Form, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """``value``, if it is a map of these fields, each in its form on the wire.

    Raises:
        WrongShape: it is not.
    """
    return wire.shaped(
        value, what, {name: form[name].check for name in required}, {name: f.check for name, f in form.items() if name not in required}
    )


# ---- kinds of fields ----------------------------------------------------------------------------------------------


def code(codes: Codes) -> Field:
    """One code of a list."""
    expects = f"one of: {', '.join(codes.values)}"

    def read(value: Any, where: str, given: Given) -> str | None:
        if is_empty(value):
            return None
        found = codes.read(value) if isinstance(value, str) else None
        if found is None:
            raise BadInput(f"{where} must be {expects}")
        return found

    return Field(wire.is_one_of(*codes.values), read, expects)


def several(codes: Codes) -> Field:
    """Different codes of a list, in the list's order. One alone, and a text with commas, are understood."""
    expects = f"a list of: {', '.join(codes.values)}"

    def check(value: Any) -> bool:
        return type(value) is list and len(value) > 0 and [c for c in codes.values if c in value] == value

    def read(value: Any, where: str, given: Given) -> list[str] | None:
        if is_empty(value):
            return None
        answers = re.split("[,;]", value) if isinstance(value, str) else value
        if not isinstance(answers, list | tuple):
            raise BadInput(f"{where} must be {expects}")
        found = {codes.read(answer) if isinstance(answer, str) else None for answer in answers if not is_empty(answer)}
        if None in found:
            raise BadInput(f"{where} must be {expects}")
        return [c for c in codes.values if c in found] or None

    return Field(check, read, expects)


def flag() -> Field:
    """Yes or no."""

    def read(value: Any, where: str, given: Given) -> bool | None:
        if is_empty(value):
            return None
        answer = (
            {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}.get(value.strip().lower())
            if isinstance(value, str)
            else value
        )
        if not isinstance(answer, bool):
            raise BadInput(f"{where} must be true or false")
        return answer

    return Field(wire.is_bool, read, "true or false")


def number(low: int, high: int) -> Field:
    """A whole number."""

    def read(value: Any, where: str, given: Given) -> int | None:
        if is_empty(value):
            return None
        if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,15}\s*", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise BadInput(f"{where} must be a whole number from {low} to {high}")
        return value

    return Field(lambda v: wire.is_uint(v) and low <= v <= high, read, f"a whole number from {low} to {high}")


def text(high: int) -> Field:
    """Free text of 1 to ``high`` characters, without blanks around it and without control characters."""

    def read(value: Any, where: str, given: Given) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            raise BadInput(f"{where} must be text")
        tidy = tidy_text(value)
        if len(tidy) > high:
            raise BadInput(f"{where} is too long by {len(tidy) - high} characters; at most {high} fit")
        return tidy or None

    return Field(lambda v: wire.is_text(1, high)(v) and is_plain(v), read, f"text of at most {high} characters")


def tag() -> Field:
    """A language: a tag such as ``en`` or ``pt-BR``, or its English name."""
    pattern = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

    def read(value: Any, where: str, given: Given) -> str | None:
        if is_empty(value):
            return None
        found = _read_tag(value) if isinstance(value, str) else None
        if found is None:
            raise BadInput(f"{where} must be a language, such as en, pl or pt-BR")
        return found

    return Field(lambda v: type(v) is str and pattern.fullmatch(v) is not None and v.isascii(), read, "a language tag such as en or pt-BR")


#: Names of languages for people who write them out; any other stands as its tag (BCP 47).
LANGUAGES: Final[dict[str, str]] = {
    "english": "en", "arabic": "ar", "bengali": "bn", "bulgarian": "bg", "chinese": "zh", "czech": "cs", "dutch": "nl", "french": "fr",
    "german": "de", "greek": "el", "hindi": "hi", "hungarian": "hu", "italian": "it", "kurdish": "ku", "lithuanian": "lt", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "punjabi": "pa", "romanian": "ro", "russian": "ru", "somali": "so", "spanish": "es", "swahili": "sw",
    "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "welsh": "cy", "albanian": "sq", "irish": "en-IE",
    "scottish": "en-scotland", "american": "en-US", "australian": "en-AU", "jamaican": "en-JM", "nigerian": "en-NG",
}  # fmt: skip


def _read_tag(value: str) -> str | None:
    value = value.strip()
    if (named := LANGUAGES.get(value.lower())) is not None:
        return named
    head, *rest = value.replace("_", "-").split("-")
    found = "-".join([head.lower(), *(r.upper() if len(r) == 2 else r.lower() for r in rest)])
    return found if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", found) and found.isascii() else None


def list_of(one: Field, high: int) -> Field:
    """1 to ``high`` of a kind of field; one alone is understood. Answers that say nothing are left out."""

    def read(value: Any, where: str, given: Given) -> list[Any] | None:
        if is_empty(value):
            return None
        items = list(value) if isinstance(value, list | tuple) else [value]
        if len(items) > high:
            raise BadInput(f"{where} has {len(items)} where at most {high} fit")
        read_items = [one.read(item, f"{where}[{i}]" if len(items) > 1 else where, given) for i, item in enumerate(items)]
        kept: list[Any] = []
        for item in read_items:
            if item is not None and item not in kept:
                kept.append(item)
        return kept or None

    return Field(wire.is_list_of(one.check, 1, high), read, f"a list of at most {high}: {one.expects}")


def map_of(form: Form, *, also: Mapping[str, str] | None = None) -> Field:
    """A map with at least one of these fields."""

    def check(value: Any) -> bool:
        try:
            return len(check_form(value, "map", form)) > 0
        except WrongShape:
            return False

    return Field(check, lambda v, where, given: read_form(v, where, form, given, also=also) or None, f"a map of: {', '.join(form)}")


# ---- when ---------------------------------------------------------------------------------------------------------

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def _is_date(value: Any, precision: str) -> bool:
    """``2026-11-20`` for a day or a week, ``2026-11`` for a month, ``2026`` for a year."""
    if type(value) is not str or not value.isascii() or (m := _DATE.fullmatch(value)) is None:
        return False
    year, month, day = (int(part) if part else None for part in m.groups())
    if (month is None, day is None) != {"year": (True, True), "month": (False, True)}.get(precision, (False, False)):
        return False
    lengths = (
        31,
        29 if (year or 0) % 4 == 0 and ((year or 0) % 100 or (year or 0) % 400 == 0) else 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    )
    return 1900 <= (year or 0) and (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= lengths[(month or 1) - 1])


def when(*, band: bool) -> Field:
    """``{"date", "precision"}``, and the six-hour ``band`` where it is wanted. A date alone, with or without a time, is understood."""

    def check(value: Any) -> bool:
        try:
            f = wire.shaped(
                value,
                "when",
                {"date": wire.is_text(4, 10), "precision": wire.is_one_of(*PRECISIONS.values)},
                {"band": wire.is_one_of(*BANDS.values)} if band else None,
            )
        except WrongShape:
            return False
        return _is_date(f["date"], f["precision"])

    def read(value: Any, where: str, given: Given) -> dict[str, str] | None:
        if is_empty(value):
            return None
        given_map = dict(value) if isinstance(value, Mapping) else {"date": value}
        unknown = next((k for k in given_map if k not in ("date", "precision", "band", "time")), None)
        if unknown is not None:
            raise BadInput(f"there is no field {unknown!r:.42} in {where}; there are: date, precision, band")
        date = given_map.get("date")
        if is_empty(date):
            return None
        m = (
            re.fullmatch(r"(\d{4}(?:-\d{1,2}){0,2})(?:[T ](\d{1,2}):(\d{2})\S*)?", date.strip(), re.ASCII)
            if isinstance(date, str)
            else None
        )
        if m is None:
            raise BadInput(f"{where}.date must look like 2026-11-20, 2026-11 or 2026")
        parts = m.group(1).split("-")
        short = "-".join([parts[0], *(p.zfill(2) for p in parts[1:])])
        precision = given_map.get("precision")
        natural = ("year", "month", "day")[len(parts) - 1]
        chosen = natural if is_empty(precision) else code(PRECISIONS).read(precision, f"{where}.precision", given)
        if natural != "day":
            chosen = natural
        elif chosen in ("month", "year"):
            short = short[: 7 if chosen == "month" else 4]
        if not _is_date(short, chosen):
            raise BadInput(f"{where}.date is not a day of the calendar")
        out = {"date": short, "precision": chosen}
        if band:
            found = _read_band(given_map, m.group(2), where, given)
            if found is not None:
                out["band"] = found
        return out

    return Field(check, read, "a date such as 2026-11-20, 2026-11 or 2026")


def _read_band(given_map: Mapping[str, Any], hour: str | None, where: str, given: Given) -> str | None:
    if not is_empty(given_map.get("band")):
        return code(BANDS).read(given_map["band"], f"{where}.band", given)  # type: ignore[no-any-return]  # Field.read is Any by nature
    clock = given_map.get("time")
    if not is_empty(clock):
        m = re.fullmatch(r"\s*(\d{1,2})(?::\d{2}){0,2}\s*", clock, re.ASCII) if isinstance(clock, str) else None
        if m is None:
            raise BadInput(f"{where}.time must look like 23:30")
        hour = m.group(1)
    if hour is None:
        return None
    if int(hour) > 23:
        raise BadInput(f"{where}.time must look like 23:30")
    return band_of_hour(int(hour))


# ---- identifiers --------------------------------------------------------------------------------------------------


def _is_identifier(value: Any) -> bool:
    try:
        Identifier.from_map(value)
    except WrongShape:
        return False
    return True


def read_identifier(value: Any, where: str, given: Given) -> dict[str, Any] | None:
    """``{"type", "value"}`` with maybe ``platform`` and ``partial``; or plain text in which exactly one is found."""
    if is_empty(value):
        return None
    if isinstance(value, str):
        found = find(value, given.country)
        if len(found) != 1:
            raise BadInput(f"{where}: no single number, address, link or plate is found in this text; give it as type and value")
        return found[0].to_map()
    if not isinstance(value, Mapping):
        raise BadInput(f"{where} must be a map of: type, value, platform, partial")
    unknown = next((k for k in value if k not in ("type", "value", "platform", "partial")), None)
    if unknown is not None:
        raise BadInput(f"there is no field {unknown!r:.42} in {where}; there are: type, value, platform, partial")
    if is_empty(value.get("value")):
        return None
    spelt, partial, platform = value.get("type"), value.get("partial"), value.get("platform")
    kind = _TYPE_NAMES.get(fold(spelt), fold(spelt)) if isinstance(spelt, str) else ""
    if kind not in TYPES:
        raise BadInput(f"{where}.type must be one of: {', '.join(TYPES)}")
    shown = value["value"]
    if isinstance(shown, int) and not isinstance(shown, bool) and 0 <= shown < 10**18:
        shown = str(shown)
    if not isinstance(shown, str) or not isinstance(platform, str | None):
        raise BadInput(f"{where}: value and platform must be text")
    part = None if is_empty(partial) or partial is False else partial
    if part is not None:
        part = next((p for p in ("starts", "ends", "contains") if isinstance(part, str) and fold(part).startswith(p[:3])), "?")
    try:
        return identifier(kind, shown, platform=platform, partial=part, country=given.country).to_map()
    except BadInput as error:
        raise BadInput(f"{where}: {error.detail}") from None


_TYPE_NAMES: Final[dict[str, str]] = {
    "phone-number": "phone", "number": "phone", "mobile": "phone", "telephone": "phone", "tel": "phone", "e-mail": "email", "mail": "email",
    "username": "handle", "user": "handle", "profile": "link", "profile-link": "link", "url": "link", "website": "link",
    "payment-handle": "payment", "bank": "payment", "iban": "payment", "number-plate": "plate", "licence-plate": "plate",
    "license-plate": "plate", "registration": "plate", "reg": "plate",
}  # fmt: skip

IDENTIFIER: Final = Field(_is_identifier, read_identifier, "a map of: type, value, platform, partial")


# ---- small ones ---------------------------------------------------------------------------------------------------


def is_empty(value: Any) -> bool:
    """Whether an answer says nothing: ``null``, blanks, an empty list or map, *don't know*."""
    if isinstance(value, str):
        return fold(value) in ("", "dont-know", "unknown", "do-not-know")
    return value is None or (isinstance(value, list | tuple | dict) and not value)


_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def is_plain(value: str) -> bool:
    """Whether text has none of the characters that :func:`tidy_text` takes out: the whole rule for what is received, alike on every device."""
    return _CONTROL.search(value) is None


def tidy_text(value: str) -> str:
    """Text as it may stand on the wire: NFC, ``\\n`` as the line's end, no lone surrogates, no control or direction-override characters."""
    value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    # A direction override can make a warning read as its opposite.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", _CONTROL.sub("", value)).strip())
