"""What people read for each code, by language. A language that lacks a word shows the English one.

Nothing here stands on the wire. Where a code reads well as it is, with blanks for hyphens, it has no entry.
"""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final[dict[str, str]] = {
    # kinds: what was reported, never what somebody is
    "kinds.sexual-assault": "sexual assault",
    "kinds.condom": "condom removed or refused",
    "kinds.confinement": "confinement or kidnap",
    "kinds.non-payment": "did not pay",
    "kinds.fake-payment": "fake payment",
    "kinds.blackmail": "blackmail or outing",
    "kinds.filming": "filming without consent",
    "kinds.consent-violated": "consent violated",
    "kinds.authority-abuse": "abuse by police or other authority",
    "kinds.no-show": "did not come",
    "severities.nuisance": "Nuisance",
    "severities.risky": "Risky",
    "severities.dangerous": "Dangerous",
    "severities.very-dangerous": "VERY DANGEROUS",
    "verifications.unconfirmed": "Unconfirmed",
    "verifications.reporter-spoken-to": "Reporter spoken to",
    "verifications.evidence-seen": "Evidence seen",
    "verifications.corroborated": "Corroborated by {by}",
    "ages.under-20": "under 20",
    "ages.20s": "in their 20s",
    "ages.30s": "in their 30s",
    "ages.40s": "in their 40s",
    "ages.50s": "in their 50s",
    "ages.60s": "in their 60s",
    "ages.70-plus": "70 or older",
    "heights.average": "average height",
    "builds.average": "average build",
    "builds.slim": "slim build",
    "builds.heavy": "heavy build",
    "hairs.bald": "bald",
    "hairs.shaved": "shaved head",
    "hairs.covered": "hair covered",
    "hairs.*": "{code} hair",
    "eyes.other": "unusual eyes",
    "eyes.*": "{code} eyes",
    "roles.other": "other role",
    "genders.other": "other gender",
    "person-marks.tattoo-face": "tattoo on the face",
    "person-marks.tattoo-neck": "tattoo on the neck",
    "person-marks.tattoo-hand": "tattoo on the hand",
    "person-marks.tattoo-arm": "tattoo on the arm",
    "person-marks.tattoo-elsewhere": "tattoo",
    "person-marks.scar-face": "scar on the face",
    "person-marks.scar-hand": "scar on the hand",
    "person-marks.scar-elsewhere": "scar",
    "person-marks.other": "another mark",
    "weapons.other": "a weapon",
    "weapons.blunt": "something to hit with",
    "relationships.for-someone": "somebody else, who agreed",
    "relationships.witness": "somebody else; I saw it",
    "relationships.second-hand": "somebody else; I heard of it",
    "vehicles.other": "vehicle",
    "vehicles.suv": "SUV",
    "colours.two-colour": "two-colour",
    "vehicle-marks.other": "another mark",
    "types.phone": "Phone",
    "types.email": "E-mail",
    "types.handle": "Handle",
    "types.link": "Link",
    "types.payment": "Payment name",
    "types.plate": "Plate",
    "partials.starts": "starts {value}",
    "partials.ends": "ends {value}",
    "partials.contains": "contains {value}",
    "precisions.week": "about {date}",
    "line.severity": "{bar} {severity} ({n} of 4): {kinds}",
    "line.verification": "{verification} ({n} of 4)",
    "line.so-far": "One moderator so far",
    "line.disputed": "Disputed",
    "line.areas": "Where: {areas}",
    "line.when": "When: {when}",
    "line.people": "People: {people}",
    "line.person": "Person: {person}",
    "line.names": "calls themselves {names}",
    "line.accent": "accent: {accent}",
    "line.languages": "speaks {languages}",
    "line.weapon": "weapon: {weapon}",
    "line.ethnicity": "perceived as {ethnicity}",
    "line.vehicle": "Vehicle: {vehicle}",
    "line.identifier": "{type}: {value}",
    "line.part": "{type} {value}",
    "line.hidden": "{type} hidden{country}: use Check to compare one you have",
    "line.text": "Reported: {text}",
    "line.text-in": "Reported (in {language}): {text}",
    "line.what-to-do": "What to do: {text}",
    "line.expires": "Shown until {date}",
    "months": "January February March April May June July August September October November December",
    "languages.en": "English",
    "languages.ar": "Arabic",
    "languages.bg": "Bulgarian",
    "languages.bn": "Bengali",
    "languages.cs": "Czech",
    "languages.cy": "Welsh",
    "languages.de": "German",
    "languages.el": "Greek",
    "languages.es": "Spanish",
    "languages.fa": "Persian",
    "languages.fr": "French",
    "languages.hi": "Hindi",
    "languages.hu": "Hungarian",
    "languages.it": "Italian",
    "languages.nl": "Dutch",
    "languages.pl": "Polish",
    "languages.pt": "Portuguese",
    "languages.ro": "Romanian",
    "languages.ru": "Russian",
    "languages.so": "Somali",
    "languages.sq": "Albanian",
    "languages.th": "Thai",
    "languages.tr": "Turkish",
    "languages.uk": "Ukrainian",
    "languages.ur": "Urdu",
    "languages.vi": "Vietnamese",
    "languages.zh": "Chinese",
    "languages.en-IE": "Irish",
    "languages.en-scotland": "Scottish",
    "languages.en-US": "American",
    "languages.en-AU": "Australian",
    "languages.en-JM": "Jamaican",
    "languages.en-NG": "Nigerian",
}

WORDS: Final[dict[str, dict[str, str]]] = {"en": _ENGLISH}


def word(language: str, table: str, code: str) -> str:
    """What ``code`` of ``table`` is called in ``language``."""
    for words in (WORDS.get(language, {}), WORDS.get(language.partition("-")[0], {}), _ENGLISH):
        if (found := words.get(f"{table}.{code}")) is not None:
            return found
        if (found := words.get(f"{table}.*")) is not None:
            return found.replace("{code}", code.replace("-", " "))
    return code.replace("-", " ") if table != "languages" else code


def line(language: str, name: str, /, **values: object) -> str:
    """The sentence ``name`` with its blanks filled, all at once: what is filled in is never itself read as a pattern."""
    return re.sub(r"\{(\w+)\}", lambda m: str(values[m[1]]), word(language, "line", name))


def day(language: str, date: str) -> str:
    """``2026-11-20`` as ``20 November 2026``, ``2026-11`` as ``November 2026``, a year as itself."""
    year, *rest = date.split("-")
    months = WORDS.get(language, _ENGLISH).get("months", _ENGLISH["months"]).split()
    return " ".join([*(str(int(part)) for part in rest[1:]), *(months[int(part) - 1] for part in rest[:1]), year])
