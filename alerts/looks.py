"""A car and a look, read from words: *white van*, *tall man with a neck tattoo*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from . import coded
from .identifiers import clean
from .wording import word


@dataclass(frozen=True, slots=True)
class Look:
    """What a query says of a car and a person, coded: pairs of field and code."""

    vehicle: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    person: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    make: str = field(default="", repr=False)


#: Words a query may use, by field. Those of other languages are put into these first (:mod:`alerts.spoken`).
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
    | {"average-height": ("height", "average"), "average-build": ("build", "average")}
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


# ---- what a look says ----------------------------------------------------------------------------------------------

#: Which table of words each field has.
VEHICLE_TABLES: Final = {"type": "vehicles", "colour": "colours", "marks": "vehicle-marks"}
PERSON_TABLES: Final = {
    "role": "roles", "gender": "genders", "age": "ages", "height": "heights", "build": "builds", "hair": "hairs", "eyes": "eyes",
    "marks": "person-marks", "accent": "languages", "weapon": "weapons",
}  # fmt: skip
#: Least words of a car's look, and of a person's, that are searched by.
_LEAST_OF_CAR: Final = 2
_LEAST_OF_PERSON: Final = 3


def searched_look(look: Look) -> Look:
    """What of a look is said enough of to be searched by: the car, the person, both or neither."""
    car = things_said(look.vehicle) + bool(look.make) >= _LEAST_OF_CAR
    person = things_said(look.person) >= _LEAST_OF_PERSON
    return Look(look.vehicle if car else frozenset(), look.person if person else frozenset(), look.make if car else "")


def look_words(look: Look) -> list[str]:
    """A look in English words, the car's first."""
    car = [word("en", VEHICLE_TABLES[name], one) for name, one in sorted(look.vehicle)] + ([look.make] if look.make else [])
    return car + [word("en", PERSON_TABLES[name], one) for name, one in sorted(look.person)]


def things_said(pairs: frozenset[tuple[str, str]]) -> int:
    """How many of these one alert can have at once: it has several marks, but one colour. A word such as *camioneta* is several types."""
    return len({pair if pair[0] == "marks" else pair[0] for pair in pairs})
