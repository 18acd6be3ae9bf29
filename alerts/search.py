"""Check: is somebody listed? On the device, offline; the query goes nowhere.

What it finds and says is written down in docs/check.md. An :class:`Index` is built once over the alerts a device holds. A query is text as pasted, or identifiers; numbers, links and plates are
found in it, and a car and a look are read from it (*white van, plate ends KX*). Every match says how strong it is, how old, and why.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final, TypeAlias

import phonenumbers

from crypto.errors import BadInput

from . import coded
from .finding import MAX_TEXT, find
from .identifiers import Identifier, clean, digits_of, identifier
from .looks import PERSON_TABLES, VEHICLE_TABLES, VEHICLE_WORDS, Look, read_look, searched_look, things_said
from .spoken import ENGLISH, Spoken
from .wording import day, word

#: A masked handle does not show its platform; a handle looked up without one is compared under the usual ones.
COMMON_PLATFORMS: Final = ("telegram", "instagram", "whatsapp", "snapchat", "x", "onlyfans")
#: Each comparison by token costs an Argon2id; a pasted chat must not take minutes.
MOST_TOKENS: Final = 64


class Strength(IntEnum):
    """How sure a match is, weakest first."""

    OTHER_PLATE = 0  # a car that looks alike and has another plate than was asked for
    LOOK = 1  # a car or a person that looks alike
    PART = 2  # a part of a number or plate fits
    PROBABLE = 3  # a match token fits: probable; a moderator can compare
    EXACT = 4  # the same number, address, handle or plate


@dataclass(frozen=True, slots=True)
class Listed:
    """An alert as the board holds it: the newest version of one object."""

    id: bytes
    content: Mapping[str, Any] = field(repr=False)
    published: int  # Unix seconds of the newest version
    retracted: bool = False

    def is_current(self, now: int) -> bool:
        return not self.retracted and now < self.content["expires"]


@dataclass(frozen=True, slots=True)
class Match:
    """One alert that fits. ``age`` is in seconds since it was published."""

    alert: Listed
    strength: Strength
    age: int
    reason: str = field(repr=False)
    #: What was looked for and fits, as people read it; empty if only a name or a look fits.
    values: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found. ``note`` is one or more sentences for people; it is never empty."""

    looked_for: tuple[Identifier, ...]
    look: Look
    matches: tuple[Match, ...]
    note: str


@dataclass(slots=True, repr=False)
class Index:
    """Alerts, arranged for checking. Built once; :meth:`add` takes what arrives later."""

    listed: list[Listed] = field(default_factory=list)
    _exact: dict[tuple[str, str], list[tuple[Identifier, int]]] = field(default_factory=dict)
    _whole: dict[str, list[tuple[Identifier, int]]] = field(default_factory=dict)
    _parts: dict[str, list[tuple[Identifier, int]]] = field(default_factory=dict)
    _tokens: dict[tuple[str, int], list[tuple[str | None, int]]] = field(default_factory=dict)
    _masked_types: set[str] = field(default_factory=set)
    _vehicles: dict[tuple[str, str], set[tuple[int, int]]] = field(default_factory=dict)
    _persons: dict[tuple[str, str], set[tuple[int, int]]] = field(default_factory=dict)
    _makes: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    _names: dict[tuple[str, ...], set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, alerts: Iterable[Listed]) -> Index:
        """The index of these alerts; retracted ones are left out at once, expired ones when a check is made."""
        index = cls()
        for alert in alerts:
            index.add(alert)
        return index

    def add(self, alert: Listed) -> None:
        """Takes one alert in. An amendment is a new :class:`Listed` of the same id; build the index anew for it."""
        if alert.retracted:
            return
        at = len(self.listed)
        self.listed.append(alert)
        for item in alert.content["identifiers"]:
            if "value" not in item:
                self._masked_types.add(item["type"])
                if item["token"] is not None:
                    self._tokens.setdefault((item["type"], item["token"]), []).append((item["country"], at))
                continue
            # The content was checked when it was received; normal forms are not computed again for 10,000 alerts.
            one = Identifier(item["type"], item["value"], item.get("platform", ""), item.get("partial"))
            if one.partial is None:
                self._exact.setdefault((one.type, _key(one)), []).append((one, at))
                self._whole.setdefault(one.type, []).append((one, at))
            else:
                self._parts.setdefault(one.type, []).append((one, at))
        for i, vehicle in enumerate(alert.content["vehicles"]):
            for pair in _pairs(vehicle, _VEHICLE_FIELDS):
                self._vehicles.setdefault(pair, set()).add((at, i))
            for make in _make_words(vehicle):
                self._makes.setdefault(make, set()).add((at, i))
        for i, person in enumerate(alert.content["persons"]):
            for pair in _pairs(person, _PERSON_FIELDS):
                self._persons.setdefault(pair, set()).add((at, i))
            for name in person.get("names", ()):
                if words := _words(name):
                    self._names.setdefault(words, set()).add(at)

    def current(self, now: int) -> int:
        """How many alerts stand at ``now``."""
        return sum(alert.is_current(now) for alert in self.listed)


_VEHICLE_FIELDS: Final = ("type", "colour", "marks")
#: Perceived ethnicity is not among them: nobody is searched by it.
_PERSON_FIELDS: Final = ("role", "gender", "age", "height", "build", "hair", "eyes", "marks", "accent", "weapon")


def _pairs(item: Mapping[str, Any], names: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(name, one) for name in names if name in item for one in (item[name] if isinstance(item[name], list) else [item[name]])}


def _make_words(vehicle: Mapping[str, Any]) -> set[str]:
    return {piece for name in ("make", "model") for piece in coded.fold(vehicle.get(name, "")).split("-") if len(piece) > 1}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in coded.fold(clean(text)).split("-") if word)


def _key(one: Identifier) -> str:
    # On a dirty plate O and 0, I and 1 are the same; the reason says so when they differ.
    return one.value.replace("O", "0").replace("I", "1") if one.type == "plate" else one.value


_Hit: TypeAlias = Callable[[int, Strength, str], None]

# ---- checking -----------------------------------------------------------------------------------------------------


def check(
    query: str | Iterable[Identifier],
    alerts: Index | Iterable[Listed],
    *,
    now: int,
    country: str | None,
    collective: bytes,
    spoken: Spoken = ENGLISH,
) -> Result:
    """Every current alert that fits the query, strongest first, newest first.

    Args:
        query: text as pasted (numbers, plates, a car, a look), or identifiers.
        now: Unix seconds; expired and retracted alerts never match.
        country: the charter's home country, for numbers written as one dials them at home.
        collective: its 32-byte id, for match tokens.
        spoken: the words for looks and parts that are understood beside the English ones.
    """
    index = alerts if isinstance(alerts, Index) else Index.of(alerts)
    text = _with_digits(query) if isinstance(query, str) else ""
    looked_for = tuple(find(text, country, spoken)) if isinstance(query, str) else tuple(query)
    looked_for += _part_of_plate(spoken.parts(text[:4000]), looked_for)
    english = spoken.look(text[:4000])
    look = read_look(english)
    guessed = bool(text) and not looked_for and look == Look()
    if guessed:
        looked_for = _bare(text)
    hits: dict[int, dict[str, Strength]] = {}
    values: dict[int, dict[str, None]] = {}
    found: set[Identifier] = set()

    def hit(at: int, strength: Strength, reason: str) -> None:
        if index.listed[at].is_current(now):
            hits.setdefault(at, {}).setdefault(reason, strength)

    tokens_left = MOST_TOKENS
    cut: set[Identifier] = set()
    for one in looked_for:
        # Of several values, each reason says which one it is about.
        shown = text.strip() if guessed else one.shown()
        several = len(looked_for) > 1 and not guessed

        def hit_by(at: int, strength: Strength, reason: str, one: Identifier = one, shown: str = shown, several: bool = several) -> None:
            if index.listed[at].is_current(now):
                hit(at, strength, f"{shown}: {reason}" if several else reason)
                values.setdefault(at, {}).setdefault(shown)
                found.add(one)

        _compare_open(one, index, hit_by)
        if one.partial is not None or one.type not in index._masked_types:
            continue
        if tokens_left <= 0:
            cut.add(one)
            continue
        tokens_left -= _compare_masked(one, index, hit_by, collective)
    _compare_vehicle(look, looked_for, index, hit)
    _compare_person(look, index, hit)
    _compare_names(text, index, hit)
    # A plate's part and the look of the car together say more than either alone: among equals, more reasons come first.
    ranked = sorted(hits.items(), key=lambda h: (-max(h[1].values()), -len(h[1]), -index.listed[h[0]].published, index.listed[h[0]].id))
    matches = tuple(_match(index.listed[at], reasons, now, tuple(values.get(at, ()))) for at, reasons in ranked)
    # Of what was not compared with everything, nobody may read that there is no record.
    names_them = not guessed and len(looked_for) + len(matches) > 1
    missed = tuple(one for one in looked_for if names_them and one not in found and one not in cut)
    asked = _AskedFor(text, english, looked_for, look, missed, country, cut=bool(cut))
    return Result(looked_for, look, matches, _note(matches, asked, index, now))


@dataclass(frozen=True, slots=True)
class _AskedFor:
    """What was looked for, as the note must speak of it."""

    text: str = field(repr=False)
    #: The same with the words for looks and parts in English.
    english: str = field(repr=False)
    looked_for: tuple[Identifier, ...]
    look: Look
    missed: tuple[Identifier, ...]
    country: str | None = field(repr=False)
    cut: bool


def _match(alert: Listed, reasons: Mapping[str, Strength], now: int, values: tuple[str, ...]) -> Match:
    strongest_first = sorted(reasons, key=lambda reason: -reasons[reason])
    return Match(alert, max(reasons.values()), max(0, now - alert.published), "; ".join(strongest_first), values)


#: Digits in groups, as a number is typed; some of them typed as the letters that look alike.
_TYPED_NUMBER: Final = re.compile(r"(?<![^\W_])\+?\(?[0-9oOlI]{1,15}\)?(?:[ \-().]{1,2}[0-9oOlI]{1,15}\)?){0,8}(?![^\W_])")
_TYPED_GROUP: Final = re.compile(r"[0-9oOlI]*[0-9][0-9oOlI]*")


def _with_digits(text: str) -> str:
    """The text with o and l among the digits of a number read as 0 and 1."""

    def read(m: re.Match[str]) -> str:
        run = m.group()
        if sum(c.isdigit() for c in run) < 6 or run.isdigit():
            return run
        # A group without any digit is a word of the sentence.
        return _TYPED_GROUP.sub(lambda g: g.group().translate(_AS_DIGITS), run)

    return _TYPED_NUMBER.sub(read, text[:MAX_TEXT])


_AS_DIGITS: Final = str.maketrans("oOlI", "0011")
_AFTER_PLATE: Final = re.compile(
    r"(?i)\b(?:number\s?plates?|plates?|registration|reg|vrm)\b[\s:=#-]*((?:is|was|no|has|with|like|a|an)\b[\s:]*)*([^\W_]{2,8})(?![^\W_])"
)


def _part_of_plate(text: str, looked_for: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    """Two or three letters or digits after *plate* or *reg*, where nothing whole was found: a part of one."""
    if any(one.type == "plate" for one in looked_for):
        return ()
    found = _AFTER_PLATE.search(clean(text[:4000]))
    if found is None:
        return ()
    piece = found[2]
    # A longer piece without a digit is a word of the sentence.
    if not (len(piece) <= 3 or any(c.isdigit() for c in piece)) or piece.casefold() in _NO_PIECE:
        return ()
    try:
        return (identifier("plate", piece, partial="contains"),)
    except BadInput:
        return ()


_NO_PIECE: Final = frozenset("the and but for not of on in at to it its he she his her i we my or so end ends".split())


def _bare(query: str) -> tuple[Identifier, ...]:
    """What a query may be in which nothing was found: some digits of a number, a handle without its sign, a plate or a part of one."""
    words = clean(query[:200]).split()
    joined = "".join(words)
    if not words or len(words) > 3:
        return ()
    digits = "".join(c for c in joined if c.isdecimal())
    tries: list[tuple[str, str | None]] = []
    if len(words) == 1 and len(joined) == 2:
        tries = [("plate", "contains")]
    elif len(digits) >= 3 and not any(c.isalpha() for c in joined):
        tries = [("phone", "contains")]
    else:
        tries += [("handle", None)] if len(words) == 1 and len(joined) >= 3 else []
        tries += [("plate", "contains")] if len(words) == 1 and joined.isalpha() and len(joined) <= 3 else []
        # Whole plates have six characters or more almost everywhere; what is shorter was perhaps only half seen.
        tries += [("plate", None if len(joined) >= 6 else "contains")] if digits and 3 <= len(joined) <= 10 else []
    out = []
    for kind, partial in tries:
        try:
            out.append(identifier(kind, " ".join(words), partial=partial))
        except BadInput:
            continue
    return tuple(out)


def _compare_open(one: Identifier, index: Index, hit: _Hit) -> None:
    if one.partial is None:
        for other, at in index._exact.get((one.type, _key(one)), ()):
            if one.value == other.value and one.matches(other):
                hit(at, Strength.EXACT, f"the same {_called(one)}")
            elif one.type == "plate" and one.value != other.value:
                hit(at, Strength.PART, "a plate that reads alike (O and 0, I and 1)")
    else:
        for other, at in index._whole.get(one.type, ()):
            if one.matches(other):
                hit(at, Strength.PART, f"a {_called(one)} that {_part(one)}")
    for other, at in index._parts.get(one.type, ()):
        if one.matches(other):
            hit(at, Strength.PART, f"the warning has a {_called(one)} {_ing(other)} {other.value}")
    if one.type == "handle" and one.partial is None and one.platform:
        for other, at in index._whole.get("handle", ()):
            if other.value == one.value and other.platform and other.platform != one.platform:
                hit(at, Strength.PART, "the same name on another app")


def _compare_masked(one: Identifier, index: Index, hit: _Hit, collective: bytes) -> int:
    """Compares by match token; returns how many tokens were computed."""
    spellings = [(one, f"probably the same {_called(one)}; it is hidden; a moderator can compare", Strength.PROBABLE)]
    if one.type in ("handle", "payment"):
        near = ("", *COMMON_PLATFORMS) if not one.platform else ("",)
        spellings += [(Identifier(one.type, one.value, p), spellings[0][1], Strength.PROBABLE) for p in near if p != one.platform]
    if one.type == "handle" and one.platform:
        # Many use one name everywhere; and many names are used by more than one.
        reason = "probably the same name on another app; it is hidden; a moderator can compare"
        spellings += [(Identifier(one.type, one.value, p), reason, Strength.PART) for p in COMMON_PLATFORMS if p != one.platform]
    for spelling, reason, strength in spellings:
        for country, at in index._tokens.get((one.type, spelling.match_token(collective)), ()):
            if country is None or country == one.country:
                hit(at, strength, reason)
    return len(spellings)


def _compare_vehicle(look: Look, looked_for: tuple[Identifier, ...], index: Index, hit: _Hit) -> None:
    asked = [one for one in looked_for if one.type == "plate"]
    places = [index._vehicles.get(pair, set()) for pair in look.vehicle] + ([index._makes.get(look.make, set())] if look.make else [])
    # One word fits half of all cars; two make a look.
    for at, i in _shared(places, 2):
        content = index.listed[at].content
        vehicle = content["vehicles"][i]
        if _contradicts(vehicle, look.vehicle) or (look.make and _make_words(vehicle) and look.make not in _make_words(vehicle)):
            continue
        known = [
            Identifier("plate", p["value"], "", p.get("partial")) for p in content["identifiers"] if p["type"] == "plate" and "value" in p
        ]
        words = _shared_words(vehicle, look.vehicle, VEHICLE_TABLES)
        reason = f"a vehicle that looks alike: {', '.join([*words, *([look.make] if look.make in _make_words(vehicle) else [])])}"
        # Plates are changed, and read wrongly: whoever says more of a car must not be shown less.
        if asked and known and not any(_may_be_same_plate(a, k) for a in asked for k in known):
            hit(at, Strength.OTHER_PLATE, f"{reason}; its plate is another one: plates can be changed")
        else:
            hit(at, Strength.LOOK, reason)


def _compare_person(look: Look, index: Index, hit: _Hit) -> None:
    # Three words at least, all of one person: less describes a crowd.
    for at, i in _shared([index._persons.get(pair, set()) for pair in look.person], 3):
        person = index.listed[at].content["persons"][i]
        if not _contradicts(person, look.person):
            hit(at, Strength.LOOK, f"a person who looks alike: {', '.join(_shared_words(person, look.person, PERSON_TABLES))}")


#: Words before a name that are none.
_TITLES: Final = frozenset("mr mrs ms miss dr sir big the".split())
#: A name of two words is found by one of them only in so short a text.
_FEW_WORDS: Final = 6


def _compare_names(text: str, index: Index, hit: _Hit) -> None:
    words = _words(text[:4000])
    together = f"-{'-'.join(words)}-"
    for name, places in index._names.items():
        whole = f"-{'-'.join(name)}-" in together and (len(name) > 1 or len(name[0]) > 1)
        piece = len(words) <= _FEW_WORDS and any(len(one) > 2 and one not in _TITLES and one in words for one in name)
        if whole or piece:
            for at in places:
                hit(at, Strength.LOOK, f"a name they use: {' '.join(name)}; names are shared by many")


def _shared(places: list[set[tuple[int, int]]], least: int) -> list[tuple[int, int]]:
    """What stands in at least ``least`` of these."""
    if len(places) < least:
        return []
    return [place for place, count in Counter(place for some in places for place in some).items() if count >= least]


def _contradicts(item: Mapping[str, Any], wanted: frozenset[tuple[str, str]]) -> bool:
    """Whether the alert knows an answer and it is another one. What the alert does not know contradicts nothing: a warning must not be missed for it."""
    for name in {name for name, _ in wanted}:
        answer = item.get(name)
        if isinstance(answer, str) and (name, answer) not in wanted:
            return True
    return False


def _shared_words(item: Mapping[str, Any], wanted: frozenset[tuple[str, str]], tables: Mapping[str, str]) -> list[str]:
    return [word("en", tables[name], one) for name, one in sorted(_pairs(item, tuple(tables)) & wanted)]


def _may_be_same_plate(one: Identifier, other: Identifier) -> bool:
    if one.partial is not None and other.partial is not None and (one.partial != other.partial or one.partial == "contains"):
        return True
    return one.matches(other) or (one.partial is None and other.partial is None and _key(one) == _key(other))


_CALLED: Final = {
    "phone": "number",
    "email": "e-mail address",
    "handle": "handle",
    "link": "link",
    "payment": "payment name",
    "plate": "plate",
}


def _called(one: Identifier) -> str:
    return _CALLED[one.type]


def _ing(one: Identifier) -> str:
    return {"starts": "beginning", "ends": "ending"}.get(one.partial or "", "with")


def _part(one: Identifier) -> str:
    return {"starts": "starts like that", "ends": "ends like that"}.get(one.partial or "", "contains that")


# ---- the note -----------------------------------------------------------------------------------------------------


def _note(matches: tuple[Match, ...], asked: _AskedFor, index: Index, now: int) -> str:
    count, look = index.current(now), asked.look
    foreign = [one for one in asked.looked_for if _is_foreign(one, asked)]
    car = things_said(look.vehicle) + bool(look.make)
    searched = searched_look(look) != Look()
    # A colour alone is looked for as a name; whoever types it means a car.
    one_word = coded.fold(asked.english) in VEHICLE_WORDS
    out = []
    if matches:
        fits = "1 warning fits" if len(matches) == 1 else f"{len(matches)} warnings fit"
        out.append(f"{fits} (we have {count}). Numbers change hands and can be faked.")
        out += [f"No record of {one.shown()}. Not the same as safe." for one in asked.missed if one not in foreign]
    elif not asked.looked_for and look == Look():
        named = "" if not asked.text else ", and no warning has such a name"
        out.append(
            f"Nothing to look for was found in this{named}. Try a number, a plate, a link, or a car such as: white van, plate ends KX."
        )
    elif not searched and (not asked.looked_for or one_word):
        out.append("This is too little to search by, so nothing was searched but names.")
        out += ["Of a car, add its colour or make: white van."] if car or one_word else []
        out += ["Of a person, say three things or more: tall man, 40s."] if look.person else []
        out.append("Or a number, a plate, a link.")
    elif len(foreign) < len(asked.looked_for) or searched:
        if asked.missed:
            out += [f"No record of {one.shown()}." for one in asked.missed if one not in foreign]
            out.append(f"We have {count} {'alert' if count == 1 else 'alerts'}{_since(index, now)}. Not the same as safe.")
        else:
            out.append(f"No record in our {count} {'alert' if count == 1 else 'alerts'}{_since(index, now)}. Not the same as safe.")
    if foreign:
        out.append(f"{_no_number(asked.country)} If it is foreign, start with + and its country.")
    parts = {one.type for one in asked.looked_for if one.partial is not None}
    if parts & index._masked_types:
        out.append("Hidden numbers can't be searched in part: try the whole one.")
    if asked.cut:
        out.append("There was more in this than is compared at once: check the rest apart.")
    return " ".join(out)


#: Said of numbers; a country without a word of its own is named by its two letters.
_OF_COUNTRY: Final = {
    "GB": "British", "IE": "Irish", "FR": "French", "DE": "German", "ES": "Spanish", "IT": "Italian", "NL": "Dutch", "BE": "Belgian",
    "AT": "Austrian", "CH": "Swiss", "PT": "Portuguese", "PL": "Polish", "RO": "Romanian", "SE": "Swedish", "DK": "Danish",
    "NO": "Norwegian", "FI": "Finnish", "GR": "Greek", "CA": "Canadian", "AU": "Australian",
}  # fmt: skip
#: As many digits, and it was meant as a whole number.
_WHOLE_NUMBER: Final = 9


def _no_number(country: str | None) -> str:
    known = _OF_COUNTRY.get(country or "")
    return f"No {known} number looks like this." if known else f"No number of {country or 'a country we know'} looks like this."


def _is_foreign(one: Identifier, asked: _AskedFor) -> bool:
    """Whether this was typed as a number of the home country and cannot be one: what was looked for is then not what she means."""
    if one.type != "phone" or not asked.text:
        return False
    if one.partial is not None:
        # Taken for a part, because as a whole it has the wrong length.
        return one.partial == "contains" and len(one.value) >= _WHOLE_NUMBER and "contain" not in asked.english.casefold()
    code = phonenumbers.country_code_for_region(asked.country) if asked.country else 0
    if not code or not one.value.startswith(f"+{code}"):
        return False
    national, typed = one.value.removeprefix(f"+{code}"), digits_of(clean(asked.text))
    trunk = phonenumbers.ndd_prefix_for_region(str(asked.country), True) or ""
    as_at_home = f"{trunk}{national}" in typed if trunk else False
    if as_at_home or f"{code}{national}" in typed or f"{code}0{national}" in typed or national not in typed:
        return False
    return not phonenumbers.is_valid_number(phonenumbers.parse(one.value, None))


def _since(index: Index, now: int) -> str:
    oldest = min((alert.published for alert in index.listed if alert.is_current(now)), default=None)
    if oldest is None:
        return ""
    return f" since {day('en', datetime.datetime.fromtimestamp(oldest, datetime.UTC).date().isoformat()[:7])}"
