"""What a report says: the table of its fields (protocol §6.6, §8.2).

Only ``kinds`` is required. A field that is not there means *don't know*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from crypto import wire
from crypto.errors import BadInput, TooLarge, WrongShape

from . import coded
from .forms import IDENTIFIER, Form, Given, check_form, code, flag, is_empty, list_of, map_of, number, read_form, several, tag, text, when

#: The whole desk item fits the largest padded size (protocol §1.8) beside its ids, receipt and signature.
MAX_FIELDS_BYTES: Final = wire.DESK_SIZES[-1] - 1 - 1024

CONSENT: Final[Form] = {
    "share": code(coded.SHARING),  # moderators only, or warn peers
    "show_first": flag(),  # show me the public text first
    "hold": flag(),  # hold until I say
    "figures": flag(),  # count in figures
}

PERSON: Final[Form] = {
    "role": code(coded.ROLES),
    "names": list_of(text(60), 8),
    "gender": code(coded.GENDERS),
    "age": code(coded.AGES),
    "height": code(coded.HEIGHTS),
    "build": code(coded.BUILDS),
    "hair": code(coded.HAIRS),
    "eyes": code(coded.EYES),
    "marks": several(coded.PERSON_MARKS),
    "accent": tag(),
    "languages": list_of(tag(), 8),
    "weapon": several(coded.WEAPONS),
    "ethnicity": code(coded.ETHNICITIES),  # perceived; only where the charter says so
    "detail": text(300),
}

VEHICLE: Final[Form] = {
    "type": code(coded.VEHICLES),
    "make": text(40),
    "model": text(40),
    "colour": code(coded.COLOURS),
    "marks": several(coded.VEHICLE_MARKS),
    "detail": text(300),
}

_PERSON_NAMES: Final = {
    "name": "names",
    "age_band": "age",
    "language": "languages",
    "weapons": "weapon",
    "perceived_ethnicity": "ethnicity",
}
_VEHICLE_NAMES: Final = {"color": "colour", "kind": "type"}

PERSONS: Final = list_of(map_of(PERSON, also=_PERSON_NAMES), 8)
CARS: Final = list_of(map_of(VEHICLE, also=_VEHICLE_NAMES), 4)

#: Every field of a report, in the order in which it is asked.
FIELDS: Final[Form] = {
    "kinds": several(coded.KINDS),
    "consent": map_of(CONSENT),
    "relationship": code(coded.RELATIONSHIPS),
    "when": when(band=True),
    "area": text(80),
    "place": code(coded.PLACES),
    "contact": several(coded.CONTACTS),
    "people": number(1, 99),
    "persons": PERSONS,
    "identifiers": list_of(IDENTIFIER, 32),
    "vehicles": CARS,
    "happened": text(60_000),
    "pattern": text(4_000),
    "injuries": text(4_000),
    "ongoing": several(coded.RISKS),
    "support": several(coded.SUPPORTS),
    "language": tag(),
}

#: The reporter's own words. They never leave the desk.
OWN_WORDS: Final = frozenset({"happened", "pattern", "injuries"})

_NAMES: Final = {
    "kind": "kinds", "relation": "relationship", "where": "area", "place_type": "place", "how_contacted": "contact", "person": "persons",
    "number_of_people": "people", "identifier": "identifiers", "vehicle": "vehicles", "car": "vehicles", "what_happened": "happened",
    "text": "happened", "opening_line": "pattern", "pattern_or_opening_line": "pattern", "ongoing_risk": "ongoing", "risk": "ongoing",
    "support_wanted": "support", "date": "when",
}  # fmt: skip
_LOOSE_IDENTIFIERS: Final = ("phone", "email", "handle", "link", "payment", "plate")


def validate_report(value: Any, *, policy: Mapping[str, Any], country: str | None = None) -> dict[str, Any]:
    """The fields of a report, from what a person or a JSON file says: keys and codes in friendly spellings, identifiers as typed.

    Args:
        policy: the charter's (protocol §6.5).
        country: the charter's home country, for phone numbers written as one dials them at home.

    Raises:
        BadInput: one sentence that names the field and says what is allowed, or by how much the whole is too long.
    """
    if not isinstance(value, Mapping):
        raise BadInput("a report must be a map of fields; only kinds is required")
    out = read_form(_gathered(value), "", FIELDS, Given(country, policy), also=_NAMES)
    if "kinds" not in out:
        raise BadInput(f"kinds is required: a list of one or more of: {', '.join(coded.KINDS.values)}")
    if policy.get("ethnicity") is not True and any("ethnicity" in person for person in out.get("persons", ())):
        raise BadInput("persons.ethnicity does not exist in this collective's forms")
    # In the table's order, whatever order the file had: the same answers give the same bytes anyway, and people read them in one order.
    out = {name: out[name] for name in FIELDS if name in out}
    size = len(wire.encode(out))
    if size > MAX_FIELDS_BYTES:
        raise BadInput(f"the report is too long by {size - MAX_FIELDS_BYTES} bytes; please shorten what happened")
    return out


def _gathered(value: Mapping[Any, Any]) -> dict[Any, Any]:
    """Answers that files like to put at the top, moved to where they belong."""
    out = dict(value)
    if isinstance(out.get("consent"), str):
        out["consent"] = {"share": out["consent"]}
    loose = {name: out.pop(name) for name in CONSENT if name in out}
    if loose:
        inner = out.get("consent") or {}
        if not isinstance(inner, Mapping) or set(inner) & set(loose):
            raise BadInput(f"consent must be one map of: {', '.join(CONSENT)}")
        out["consent"] = {**inner, **loose}
    typed = [{"type": name, "value": out.pop(name)} for name in _LOOSE_IDENTIFIERS if isinstance(out.get(name), str)]
    if typed:
        listed = out.get("identifiers")
        out["identifiers"] = [*(listed if isinstance(listed, list) else [] if is_empty(listed) else [listed]), *typed]
    if "time" in out and not isinstance(out.get("when"), Mapping):
        date = out.pop("when", None) or out.pop("date", None)
        out["when"] = {"date": date, "time": out.pop("time")}
    return out


def check_report(value: Any) -> dict[str, Any]:
    """``value``, if it is exactly the fields of a report as they stand on the wire.

    Whether perceived ethnicity may be there is the sender's policy at the time, so it is not judged here.

    Raises:
        WrongShape: a field is missing, unknown or of the wrong form.
        TooLarge: it can fit no desk item.
    """
    check_form(value, "report", FIELDS, ("kinds",))
    try:
        size = len(wire.encode(value))
    except BadInput:
        raise WrongShape("report: a value that cannot be encoded") from None
    if size > MAX_FIELDS_BYTES:
        raise TooLarge(f"{size} bytes where at most {MAX_FIELDS_BYTES} are allowed")
    return dict(value)


# ---- what follows from a report -----------------------------------------------------------------------------------


def suggested_severity(kinds: Iterable[str]) -> str:
    """The severity that the gravest of these kinds suggests. People decide."""
    return max((coded.SEVERITY_OF_KIND[kind] for kind in kinds), key=coded.severity_rank, default="nuisance")


def is_nuisance_only(kinds: Iterable[str]) -> bool:
    """Whether nothing but nuisance is reported; by default that counts in figures and makes no alert."""
    return set(kinds) <= coded.NUISANCE_KINDS


def health_card_applies(kinds: Iterable[str]) -> bool:
    """Whether hours count for her health: PEP within 72 hours, emergency contraception within 5 days."""
    return not coded.HEALTH_KINDS.isdisjoint(kinds)


def consent_of(report: Mapping[str, Any]) -> dict[str, Any]:
    """What she consented to: ``{"share", "show_first", "hold", "figures"}``, all filled in.

    ``share`` is ``None`` if she did not say. That is no consent: she is then shown the public text first, and her *agree* is.
    Figures hold numbers and no content, so they count her unless she said no.
    """
    said = report.get("consent", {})
    share = said.get("share")
    return {
        "share": share,
        "show_first": said.get("show_first", False) or share is None,
        "hold": said.get("hold", False),
        "figures": said.get("figures", True),
    }


def example_report() -> dict[str, Any]:
    """A full report as a JSON file would say it. Everybody and everything in it is invented."""
    return {
        "kinds": ["non-payment", "condom", "threats"],
        "consent": {"share": "peers", "show_first": False, "hold": False, "figures": True},
        "relationship": "self",
        "when": {"date": "2026-11-20", "precision": "day", "band": "18-24"},
        "area": "Harbour",
        "place": "car",
        "contact": ["app", "text"],
        "people": 1,
        "persons": [
            {
                "role": "client",
                "names": ["Dave", "Mr K"],
                "gender": "man",
                "age": "40s",
                "height": "tall",
                "build": "heavy",
                "hair": "shaved",
                "eyes": "blue",
                "marks": ["glasses", "tattoo-neck"],
                "accent": "en-IE",
                "languages": ["en"],
                "weapon": ["knife"],
                "detail": "small anchor on the left side of the neck",
            }
        ],
        "identifiers": [
            {"type": "phone", "value": "07700 900123"},
            {"type": "handle", "value": "@dave_k_example", "platform": "telegram"},
            {"type": "plate", "value": "KX", "partial": "ends"},
        ],
        "vehicles": [
            {
                "type": "van",
                "make": "Ford",
                "model": "Transit",
                "colour": "white",
                "marks": ["dent", "roof-rack"],
                "detail": "dent in the sliding door",
            }
        ],
        "happened": "We agreed a price and a condom in messages. In the van he took the condom off, would not pay, "
        "showed a knife from the door and said he knew where I work.",
        "pattern": "Writes very politely first and asks whether you drive yourself.",
        "injuries": "Bruise on the wrist.",
        "ongoing": ["knows-my-work", "keeps-contacting"],
        "support": ["health", "talk"],
        "language": "en",
    }
