"""Check: is somebody listed? On the device, offline; the query goes nowhere.

An :class:`Index` is built once over the alerts a device holds. A query is text as pasted, or identifiers; numbers, links and plates are
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

from crypto.errors import BadInput

from . import coded
from .finding import find
from .identifiers import Identifier, clean, identifier
from .wording import day, word

#: A masked handle does not show its platform; a handle looked up without one is compared under the usual ones.
COMMON_PLATFORMS: Final = ("telegram", "instagram", "whatsapp", "snapchat", "x", "onlyfans")
#: Each comparison by token costs an Argon2id; a pasted chat must not take minutes.
MOST_TOKENS: Final = 64


class Strength(IntEnum):
    """How sure a match is, weakest first."""

    LOOK = 1  # a car or a person that looks alike
    PART = 2  # a part of a number or plate fits
    PROBABLE = 3  # a match token fits: probable, ask the desk
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


@dataclass(frozen=True, slots=True)
class Look:
    """What a query says of a car and a person, coded: pairs of field and code."""

    vehicle: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    person: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    make: str = field(default="", repr=False)


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
) -> Result:
    """Every current alert that fits the query, strongest first, newest first.

    Args:
        query: text as pasted (numbers, plates, a car, a look), or identifiers.
        now: Unix seconds; expired and retracted alerts never match.
        country: the charter's home country, for numbers written as one dials them at home.
        collective: its 32-byte id, for match tokens.
    """
    index = alerts if isinstance(alerts, Index) else Index.of(alerts)
    looked_for = tuple(find(query, country)) if isinstance(query, str) else tuple(query)
    look = read_look(query) if isinstance(query, str) else Look()
    if isinstance(query, str) and not looked_for and look == Look():
        looked_for = _bare(query)
    hits: dict[int, dict[str, Strength]] = {}

    def hit(at: int, strength: Strength, reason: str) -> None:
        if index.listed[at].is_current(now):
            hits.setdefault(at, {}).setdefault(reason, strength)

    tokens_left, cut = MOST_TOKENS, False
    for one in looked_for:
        _compare_open(one, index, hit)
        if one.partial is not None or one.type not in index._masked_types:
            continue
        if tokens_left <= 0:
            cut = True
            continue
        tokens_left -= _compare_masked(one, index, hit, collective)
    _compare_vehicle(look, looked_for, index, hit)
    _compare_person(look, index, hit)
    # A plate's part and the look of the car together say more than either alone: among equals, more reasons come first.
    ranked = sorted(hits.items(), key=lambda h: (-max(h[1].values()), -len(h[1]), -index.listed[h[0]].published, index.listed[h[0]].id))
    matches = tuple(_match(index.listed[at], reasons, now) for at, reasons in ranked)
    return Result(looked_for, look, matches, _note(matches, looked_for, look, index, now, cut=cut))


def _match(alert: Listed, reasons: Mapping[str, Strength], now: int) -> Match:
    strongest_first = sorted(reasons, key=lambda reason: -reasons[reason])
    return Match(alert, max(reasons.values()), max(0, now - alert.published), "; ".join(strongest_first))


def _bare(query: str) -> tuple[Identifier, ...]:
    """What a query may be in which nothing was found: some digits of a number, a handle without its sign, a plate or a part of one."""
    words = clean(query[:200]).split()
    joined = "".join(words)
    if not words or len(words) > 3:
        return ()
    digits = "".join(c for c in joined if c.isdecimal())
    tries: list[tuple[str, str | None]] = []
    if len(digits) >= 3 and not any(c.isalpha() for c in joined):
        tries = [("phone", "contains")]
    else:
        tries += [("handle", None)] if len(words) == 1 and len(joined) >= 3 else []
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
            hit(at, Strength.PART, f"the alert knows a {_called(one)} that {_part(other)}")


def _compare_masked(one: Identifier, index: Index, hit: _Hit, collective: bytes) -> int:
    """Compares by match token; returns how many tokens were computed."""
    spellings = [one]
    if one.type in ("handle", "payment"):
        spellings = [Identifier(one.type, one.value, p) for p in (("", *COMMON_PLATFORMS) if not one.platform else (one.platform, ""))]
    for spelling in spellings:
        for country, at in index._tokens.get((one.type, spelling.match_token(collective)), ()):
            if country is None or country == one.country:
                hit(at, Strength.PROBABLE, f"probably the same {_called(one)}; it is hidden, ask the desk")
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
        if asked and known and not any(_may_be_same_plate(a, k) for a in asked for k in known):
            continue
        words = _shared_words(vehicle, look.vehicle, _VEHICLE_TABLES)
        hit(
            at,
            Strength.LOOK,
            f"a vehicle that looks alike: {', '.join([*words, *([look.make] if look.make in _make_words(vehicle) else [])])}",
        )


def _compare_person(look: Look, index: Index, hit: _Hit) -> None:
    # Three words at least, all of one person: less describes a crowd.
    for at, i in _shared([index._persons.get(pair, set()) for pair in look.person], 3):
        person = index.listed[at].content["persons"][i]
        if not _contradicts(person, look.person):
            hit(at, Strength.LOOK, f"a person who looks alike: {', '.join(_shared_words(person, look.person, _PERSON_TABLES))}")


_VEHICLE_TABLES: Final = {"type": "vehicles", "colour": "colours", "marks": "vehicle-marks"}
_PERSON_TABLES: Final = {
    "role": "roles", "gender": "genders", "age": "ages", "height": "heights", "build": "builds", "hair": "hairs", "eyes": "eyes",
    "marks": "person-marks", "accent": "languages", "weapon": "weapons",
}  # fmt: skip


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
    return one.matches(other)


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


def _part(one: Identifier) -> str:
    return {"starts": "starts like that", "ends": "ends like that"}.get(one.partial or "", "contains that")


# ---- the note -----------------------------------------------------------------------------------------------------


def _note(matches: tuple[Match, ...], looked_for: tuple[Identifier, ...], look: Look, index: Index, now: int, *, cut: bool) -> str:
    count = index.current(now)
    out = []
    if not looked_for and not look.vehicle and not look.person and not look.make:
        out.append("Nothing to look for was found in this. Try a number, a plate, a link, or a car such as: white van, plate ends KX.")
    elif not matches:
        out.append(f"No record in our {count} {'alert' if count == 1 else 'alerts'}{_since(index, now)}. Not the same as safe.")
    else:
        fits = "fits" if len(matches) == 1 else "fit"
        out.append(f"{len(matches)} of our {count} {'alert' if count == 1 else 'alerts'} {fits}. Numbers change hands and can be faked.")
    parts = {one.type for one in looked_for if one.partial is not None}
    if parts & index._masked_types:
        out.append("Hidden numbers can't be searched in part: try the whole one.")
    if cut:
        out.append("There was more in this than is compared at once: check the rest apart.")
    return " ".join(out)


def _since(index: Index, now: int) -> str:
    oldest = min((alert.published for alert in index.listed if alert.is_current(now)), default=None)
    if oldest is None:
        return ""
    return f" since {day('en', datetime.datetime.fromtimestamp(oldest, datetime.UTC).date().isoformat()[:7])}"


# ---- a car and a look, from words ---------------------------------------------------------------------------------

#: Words a query may use, by field: English first; another language adds its own words for the same codes.
VEHICLE_WORDS: Final[dict[str, tuple[str, str]]] = (
    {w: ("type", w) for w in coded.VEHICLES.values if w != "other"}
    | {w: ("type", c) for w, c in coded.VEHICLES.also.items() if w not in ("bike", "estate", "large")}
    | {w: ("colour", w) for w in coded.COLOURS.values}
    | {w: ("colour", c) for w, c in coded.COLOURS.also.items()}
    | {w: ("marks", c) for w, c in coded.VEHICLE_MARKS.also.items()}
    | {w: ("marks", w) for w in coded.VEHICLE_MARKS.values if w != "other"}
)
MAKES: Final = frozenset(
    "alfa audi bmw chevrolet citroen cupra dacia ferrari fiat ford honda hyundai iveco jaguar kia lada lexus man maserati mazda mercedes mg mini "
    "mitsubishi nissan opel peugeot porsche renault rover saab seat skoda smart ssangyong subaru suzuki tesla toyota vauxhall volkswagen volvo vw "
    "astra berlingo caddy civic clio corsa crafter ducato fiesta focus golf kangoo micra passat polo prius qashqai sprinter trafic transit "
    "transporter vito vivaro".split()
)
PERSON_WORDS: Final[dict[str, tuple[str, str]]] = (
    {
        w: ("gender", c)
        for w, c in {**coded.GENDERS.also, "man": "man", "woman": "woman", "guy": "man", "bloke": "man"}.items()
        if len(w) > 1
    }
    | {w: ("age", w) for w in coded.AGES.values}
    | {w: ("age", c) for w, c in coded.AGES.also.items()}
    | {w: ("height", w) for w in ("short", "tall", "very-tall")}
    | {w: ("build", w) for w in ("slim", "muscular", "heavy")}
    | {w: ("build", c) for w, c in coded.BUILDS.also.items() if w not in ("medium", "large")}
    | {w: ("hair", w) for w in ("bald", "blond")}
    | {"blonde": ("hair", "blond"), "ginger": ("hair", "red"), "shaved-head": ("hair", "shaved")}
    | {f"{w}-hair": ("hair", w) for w in coded.HAIRS.values}
    | {f"{w}-haired": ("hair", w) for w in coded.HAIRS.values}
    | {f"{w}-eyes": ("eyes", w) for w in coded.EYES.values if w != "other"}
    | {w: ("marks", w) for w in coded.PERSON_MARKS.values if w != "other"}
    | {w: ("marks", c) for w, c in coded.PERSON_MARKS.also.items()}
    | {w: ("weapon", w) for w in ("knife", "gun", "syringe")}
    | {
        f"{name}-accent": ("accent", tag)
        for name, tag in (("irish", "en-IE"), ("scottish", "en-scotland"), ("american", "en-US"), ("polish", "pl"))
    }
)
_LONGEST_PHRASE: Final = 3


def read_look(text: str) -> Look:
    """The car and the person that a text describes, as far as its words are known. Never raises.

    A colour counts for a car only if a car is spoken of; *white* alone describes nobody.
    """
    words = re.findall(r"[^\W_]+", clean(text[:4000]).casefold().replace("'", ""))
    vehicle: set[tuple[str, str]] = set()
    person: set[tuple[str, str]] = set()
    make = ""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = "-".join(words[at : at + length])
            if length == 1 and phrase in MAKES and phrase not in PERSON_WORDS and not make:
                make = phrase
                break
            if phrase in PERSON_WORDS:
                person.add(PERSON_WORDS[phrase])
                break
            if phrase in VEHICLE_WORDS:
                vehicle.add(VEHICLE_WORDS[phrase])
                break
        else:
            length = 1
        at += length
    if make or any(name == "type" for name, _ in vehicle):
        return Look(frozenset(vehicle), frozenset(person), make)
    return Look(frozenset(), frozenset(person), "")
