"""What an alert says: the content of ``alert`` and ``amendment`` statements (protocol §6.6).

Coded fields carry the warning, so that it reads in every language; ``text`` is the moderators' and adds to it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from crypto import wire
from crypto.errors import BadInput, TooLarge, WrongShape

from . import coded
from .charter import DEFAULT_POLICY
from .forms import (
    Field,
    Form,
    Given,
    code,
    flag,
    is_empty,
    is_plain,
    number,
    read_form,
    read_identifier,
    several,
    tag,
    text,
    when,
)
from .identifiers import Identifier, check_masked
from .report import CARS, OWN_WORDS, PERSONS, is_nuisance_only, suggested_severity
from .wording import day, line, word

#: With the body's other fields and the approvals of 64 people, the statement still fits its largest padded size (protocol §1.8).
MAX_CONTENT_BYTES: Final = wire.STATEMENT_SIZES[-1] - 1 - 12 * 1024

DAY: Final = 86_400
#: How long an alert stands by default, in seconds: 30 days, 6 months, 12 months, 12 months.
DEFAULT_EXPIRY: Final[dict[str, int]] = {"nuisance": 30 * DAY, "risky": 183 * DAY, "dangerous": 365 * DAY, "very-dangerous": 365 * DAY}
SO_FAR_EXPIRY: Final = 72 * 3600
SO_FAR_SEVERITIES: Final = ("dangerous", "very-dangerous")


def _is_shown_identifier(value: Any) -> bool:
    try:
        if type(value) is dict and "value" in value:
            Identifier.from_map(value)
        else:
            check_masked(value)
    except WrongShape:
        return False
    return True


def _is_list(one: Field, high: int) -> wire.Check:
    return wire.is_list_of(one.check, 0, high)


def _is_tidy(high: int) -> wire.Check:
    return lambda v: wire.is_text(0, high)(v) and is_plain(v)


_TEXT: Final = text(4_000)
_WHAT_TO_DO: Final = text(1_000)
_LANGUAGE: Final = tag()
_WHEN: Final = when(band=False)
_BY: Final = number(1, 999)
_PEOPLE: Final = number(1, 99)

#: Every field of an alert on the wire; each is there. ``None`` and an empty list mean *not known*.
_SHAPE: Final[dict[str, wire.Check]] = {
    "kinds": several(coded.KINDS).check,
    "severity": code(coded.SEVERITIES).check,
    "verification": code(coded.VERIFICATIONS).check,
    "by": wire.nullable(_BY.check),  # how many corroborate; with ``corroborated`` alone
    "areas": wire.is_list_of(wire.is_text(1, 32), 0, 64),  # ids of topics
    "when": wire.nullable(_WHEN.check),
    "people": wire.nullable(_PEOPLE.check),
    "persons": lambda v: v == [] or PERSONS.check(v),
    "vehicles": lambda v: v == [] or CARS.check(v),
    "identifiers": wire.is_list_of(_is_shown_identifier, 0, 32),
    "text": _is_tidy(4_000),
    "language": wire.nullable(_LANGUAGE.check),
    "what_to_do": _is_tidy(1_000),
    "so_far": wire.is_bool,
    "disputed": wire.is_bool,
    "expires": wire.is_uint,
}


def check_alert(content: Any) -> dict[str, Any]:
    """``content``, if it is exactly an alert's as it stands on the wire.

    Raises:
        WrongShape: a field is missing, unknown or of the wrong form.
        TooLarge: it can fit no statement.
    """
    f = wire.shaped(content, "alert", _SHAPE)
    if (f["by"] is not None) != (f["verification"] == "corroborated"):
        raise WrongShape("alert: by has the wrong form")
    if len(set(f["areas"])) != len(f["areas"]):
        raise WrongShape("alert: areas has the wrong form")
    if f["so_far"] and f["severity"] not in SO_FAR_SEVERITIES:
        raise WrongShape("alert: so_far has the wrong form")
    try:
        size = len(wire.encode(f))
    except BadInput:
        raise WrongShape("alert: a value that cannot be encoded") from None
    if size > MAX_CONTENT_BYTES:
        raise TooLarge(f"{size} bytes where at most {MAX_CONTENT_BYTES} are allowed")
    return f


def urgent(content: Mapping[str, Any]) -> int:
    """The ``urgent`` of the header (protocol §5.2): 0 nothing to ping, 1 for the digest, 2 at once."""
    return (0, 1, 2, 2)[coded.severity_rank(content["severity"])]


def default_expiry(severity: str, now: int, *, so_far: bool = False) -> int:
    """When an alert published at ``now`` ends unless people say otherwise. Unix seconds."""
    return now + (SO_FAR_EXPIRY if so_far else DEFAULT_EXPIRY[severity])


def carries_identifiers(severity: str, policy: Mapping[str, Any]) -> bool:
    """Whether the charter lets an alert of this severity carry identifiers (protocol §6.5, ``identifiers_from``)."""
    return coded.severity_rank(severity) >= coded.severity_rank(_setting(policy, "identifiers_from"))


def _setting(policy: Mapping[str, Any], name: str) -> Any:
    return policy.get(name, DEFAULT_POLICY[name])


# ---- from what moderators write -----------------------------------------------------------------------------------


def _read_areas(topics: Sequence[Mapping[str, Any]]) -> Field:
    by_name = {coded.fold(topic["name"]): topic["id"] for topic in topics} | {coded.fold(topic["id"]): topic["id"] for topic in topics}
    expects = f"areas of the charter: {', '.join(topic['name'] for topic in topics) or 'it has none yet'}"

    def read(value: Any, where: str, given: Given) -> list[str] | None:
        if is_empty(value):
            return None
        answers = re.split("[,;]", value) if isinstance(value, str) else value
        if not isinstance(answers, list | tuple):
            raise BadInput(f"{where} must be a list of {expects}")
        found: list[str] = []
        for answer in answers:
            topic = by_name.get(coded.fold(answer)) if isinstance(answer, str) else None
            if topic is None:
                raise BadInput(f"{where} must be {expects}")
            if topic not in found:
                found.append(topic)
        return found

    return Field(_SHAPE["areas"], read, expects)


def _read_expires(value: Any, where: str, given: Given) -> int | None:
    if is_empty(value):
        return None
    if isinstance(value, str) and not value.strip().isdigit():
        try:
            moment = datetime.datetime.fromisoformat(value.strip())
        except ValueError:
            raise BadInput(f"{where} must be a time such as 2027-05-20 or 2027-05-20T12:00:00Z") from None
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)
        return max(0, int((moment - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)).total_seconds()))
    read = number(0, wire.MAX_INTEGER).read(value, where, given)
    return read if isinstance(read, int) else None


def _identifiers(collective: bytes) -> Field:
    """Open ones are masked where the policy says so, unless they say ``"open": true``; masked ones stay as they are."""

    def read(value: Any, where: str, given: Given) -> list[dict[str, Any]] | None:
        if is_empty(value):
            return None
        items = list(value) if isinstance(value, list | tuple) else [value]
        if len(items) > 32:
            raise BadInput(f"{where} has {len(items)} where at most 32 fit")
        out: list[dict[str, Any]] = []
        for i, item in enumerate(items):
            here = f"{where}[{i}]" if len(items) > 1 else where
            shown = _read_shown(item, here, given, collective)
            if shown is not None and shown not in out:
                out.append(shown)
        return out

    return Field(_SHAPE["identifiers"], read, "identifiers")


def _read_shown(item: Any, where: str, given: Given, collective: bytes) -> dict[str, Any] | None:
    if isinstance(item, Mapping) and "token" in item:
        try:
            return dict(check_masked(dict(item)))
        except WrongShape:
            raise BadInput(f"{where} is masked and must be exactly: type, country, token") from None
    keep_open = isinstance(item, Mapping) and item.get("open") is True
    if isinstance(item, Mapping):
        item = {k: v for k, v in item.items() if k != "open"}
    read = read_identifier(item, where, given)
    if read is None or keep_open:
        return read
    return mask(read, policy=given.policy, collective=collective)


def mask(value: Mapping[str, Any], *, policy: Mapping[str, Any], collective: bytes) -> dict[str, Any]:
    """An identifier's map as the policy lets an alert show it: open, or kind and country with a match token (protocol §9)."""
    if value["type"] not in _setting(policy, "masked"):
        return dict(value)
    return Identifier.from_map(dict(value)).masked(collective)


_NAMES: Final = {
    "kind": "kinds", "topics": "areas", "area": "areas", "date": "when", "person": "persons", "vehicle": "vehicles", "identifier": "identifiers",
    "corroborated_by": "by", "advice": "what_to_do", "number_of_people": "people",
}  # fmt: skip


def validate_alert(
    value: Any,
    *,
    policy: Mapping[str, Any],
    topics: Sequence[Mapping[str, Any]],
    now: int,
    collective: bytes,
    country: str | None = None,
) -> dict[str, Any]:
    """An alert's content, from what a moderator or a JSON file says.

    Severity is suggested from the kinds, verification is ``unconfirmed`` and expiry follows the severity, unless given.
    Identifiers may be open (then masked here where the policy says so, unless marked ``"open": true``) or masked already.

    Args:
        policy: the charter's (protocol §6.5).
        topics: the charter's, ``{"id", "name"}`` each.
        now: Unix seconds.
        collective: its 32-byte id, for match tokens.
        country: the charter's home country.

    Raises:
        BadInput: one sentence that names the field and says what is allowed.
    """
    form: Form = {
        "kinds": several(coded.KINDS),
        "severity": code(coded.SEVERITIES),
        "verification": code(coded.VERIFICATIONS),
        "by": _BY,
        "areas": _read_areas(topics),
        "when": _WHEN,
        "people": _PEOPLE,
        "persons": PERSONS,
        "vehicles": CARS,
        "identifiers": _identifiers(collective),
        "text": _TEXT,
        "language": _LANGUAGE,
        "what_to_do": _WHAT_TO_DO,
        "so_far": flag(),
        "disputed": flag(),
        "expires": Field(wire.is_uint, _read_expires, "a time"),
    }
    f = read_form(value, "", form, Given(country, policy), also=_NAMES)
    if "kinds" not in f:
        raise BadInput(f"kinds is required: a list of one or more of: {', '.join(coded.KINDS.values)}")
    severity = f.get("severity") or suggested_severity(f["kinds"])
    so_far = f.get("so_far", False)
    content = {
        "kinds": f["kinds"],
        "severity": severity,
        "verification": f.get("verification", "unconfirmed"),
        "by": f.get("by"),
        "areas": f.get("areas", []),
        "when": f.get("when"),
        "people": f.get("people"),
        "persons": f.get("persons", []),
        "vehicles": f.get("vehicles", []),
        "identifiers": f.get("identifiers", []),
        "text": f.get("text", ""),
        "language": f.get("language"),
        "what_to_do": f.get("what_to_do", ""),
        "so_far": so_far,
        "disputed": f.get("disputed", False),
        "expires": f.get("expires", default_expiry(severity, now, so_far=so_far)),
    }
    _judge(content, policy=policy, now=now)
    try:
        return check_alert(content)
    except TooLarge:
        raise BadInput(f"the alert is too long by {len(wire.encode(content)) - MAX_CONTENT_BYTES} bytes; please shorten its text") from None


def _judge(content: Mapping[str, Any], *, policy: Mapping[str, Any], now: int) -> None:
    severity = content["severity"]
    if severity == "nuisance" and not _setting(policy, "nuisance_alerts"):
        raise BadInput("severity: nuisance counts in figures only, unless the charter turns nuisance_alerts on")
    if (content["by"] is not None) != (content["verification"] == "corroborated"):
        raise BadInput("by says how many corroborate: give it with verification corroborated, and only then")
    if content["identifiers"] and not carries_identifiers(severity, policy):
        raise BadInput(f"identifiers: the charter allows them from severity {_setting(policy, 'identifiers_from')} up")
    if _setting(policy, "ethnicity") is not True and any("ethnicity" in person for person in content["persons"]):
        raise BadInput("persons.ethnicity does not exist in this collective's forms")
    if content["so_far"] and severity not in SO_FAR_SEVERITIES:
        raise BadInput("so_far is for severity dangerous and very-dangerous only")
    if content["expires"] <= now:
        raise BadInput("expires must be in the future")
    if content["so_far"] and content["expires"] > now + SO_FAR_EXPIRY:
        raise BadInput("expires: an alert with one moderator so far stands for 72 hours at most")


def draft_from_report(
    report: Mapping[str, Any],
    *,
    policy: Mapping[str, Any],
    topics: Sequence[Mapping[str, Any]],
    now: int,
    collective: bytes,
) -> dict[str, Any]:
    """An alert's content to start from: the coded fields of a report, and none of the reporter's own words.

    ``happened``, ``pattern``, ``injuries``, the free ``detail`` of persons and vehicles, and the six-hour band stay at the desk;
    ``text`` is empty, for a moderator to write what was reported. Identifiers are there from the policy's severity up, masked where it says so.
    A report of nuisance alone gives a draft that :func:`validate_alert` refuses unless the charter allows nuisance alerts.

    Args:
        report: fields as :func:`alerts.report.check_report` returns them.
    """
    report = {name: answer for name, answer in report.items() if name not in OWN_WORDS}
    severity = suggested_severity(report["kinds"])
    allow_ethnicity = _setting(policy, "ethnicity") is True
    area = coded.fold(report.get("area", ""))
    identifiers: list[dict[str, Any]] = []
    if carries_identifiers(severity, policy):
        for item in report.get("identifiers", ()):
            shown = mask(item, policy=policy, collective=collective)
            if shown not in identifiers:
                identifiers.append(shown)
    kept_when = {k: v for k, v in report["when"].items() if k != "band"} if "when" in report else None
    content = {
        "kinds": list(report["kinds"]),
        "severity": severity,
        "verification": "unconfirmed",
        "by": None,
        "areas": [t["id"] for t in topics if area and area in (coded.fold(t["id"]), coded.fold(t["name"]))][:1],
        "when": kept_when,
        "people": report.get("people"),
        "persons": _without(report.get("persons", ()), {"detail"} | (set() if allow_ethnicity else {"ethnicity"})),
        "vehicles": _without(report.get("vehicles", ()), {"detail"}),
        "identifiers": identifiers,
        "text": "",
        "language": None,
        "what_to_do": "",
        "so_far": False,
        "disputed": False,
        "expires": default_expiry(severity, now),
    }
    return check_alert(content)


def _without(items: Sequence[Mapping[str, Any]], names: set[str]) -> list[dict[str, Any]]:
    kept = [{name: answer for name, answer in item.items() if name not in names} for item in items]
    return [item for item in kept if item]


def makes_no_alert(report: Mapping[str, Any], policy: Mapping[str, Any]) -> bool:
    """Whether the charter lets this report count in figures only."""
    return is_nuisance_only(report["kinds"]) and not _setting(policy, "nuisance_alerts")


_IS_A: Final = re.compile(
    r"(?i)\b(?:is|was|he'?s|she'?s|they'?re|are)\s+(?:an?|the)\s+\w+|\b(?:rapist|thief|robber|abuser|psycho\w*|criminal|predator|scammer)\b"
)


def text_hints(text: str) -> list[str]:
    """What a moderator is asked to look at again in a public text: names for people, first person, numbers in the open. English only."""
    hints = []
    if _IS_A.search(text):
        hints.append("Say what was reported, never what somebody is: it reads fairer and is easier to defend.")
    if re.search(r"\b(?:I|me|my|mine|we|our)\b", text):
        hints.append("It sounds like the reporter's own words. Could only she know this?")
    if re.search(r"(?:\d[\s().-]?){7,}|@\w{2,}", text):
        hints.append("A number or handle stands in the text, in the open. Put it among the identifiers, where it is masked.")
    return hints


def example_alert() -> dict[str, Any]:
    """An alert as a moderator's JSON file would say it. Everybody and everything in it is invented."""
    return {
        "kinds": ["condom", "non-payment", "threats"],
        "severity": "dangerous",
        "verification": "reporter-spoken-to",
        "when": {"date": "2026-11-20", "precision": "day"},
        "people": 1,
        "persons": [
            {
                "role": "client",
                "names": ["Dave"],
                "gender": "man",
                "age": "40s",
                "height": "tall",
                "build": "heavy",
                "hair": "shaved",
                "marks": ["glasses", "tattoo-neck"],
                "accent": "en-IE",
                "weapon": ["knife"],
            }
        ],
        "vehicles": [{"type": "van", "make": "Ford", "model": "Transit", "colour": "white", "marks": ["dent", "roof-rack"]}],
        "identifiers": [
            {"type": "phone", "value": "+44 7700 900123"},
            {"type": "handle", "value": "@dave_k_example", "platform": "telegram"},
            {"type": "plate", "value": "KX", "partial": "ends"},
        ],
        "text": "A client was reported to have taken off the condom without agreement, refused to pay and threatened with a knife, in a van.",
        "language": "en",
        "what_to_do": "Better not get in. If you met this person too, tell the desk.",
    }


# ---- for people ---------------------------------------------------------------------------------------------------

_PERSON_WORDS: Final = (
    ("role", "roles"), ("gender", "genders"), ("age", "ages"), ("height", "heights"), ("build", "builds"), ("hair", "hairs"), ("eyes", "eyes"),
)  # fmt: skip


def render(content: Mapping[str, Any], language: str = "en", *, topics: Sequence[Mapping[str, Any]] = ()) -> list[str]:
    """Short lines for people, most important first; understandable from the coded fields alone, and without colour.

    Args:
        content: as :func:`check_alert` returns it.
        topics: the charter's, for the names of areas; an unknown area shows its id.
    """

    def say(name: str, /, **values: object) -> str:
        return line(language, name, **values)

    rank = coded.severity_rank(content["severity"])
    kinds = ", ".join(word(language, "kinds", kind) for kind in content["kinds"])
    bar = "■" * (rank + 1) + "□" * (3 - rank)
    out = [say("severity", bar=bar, severity=word(language, "severities", content["severity"]), n=rank + 1, kinds=kinds)]
    verification = word(language, "verifications", content["verification"]).replace("{by}", str(content["by"]))
    second = [say("verification", verification=verification, n=coded.VERIFICATIONS.values.index(content["verification"]) + 1)]
    second += [say("so-far")] if content["so_far"] else []
    second += [say("disputed")] if content["disputed"] else []
    out.append(" · ".join(second))
    names = {topic["id"]: topic["name"] for topic in topics}
    third = [say("areas", areas=", ".join(names.get(a, a) for a in content["areas"]))] if content["areas"] else []
    if content["when"] is not None:
        shown = day(language, content["when"]["date"])
        if content["when"]["precision"] == "week":
            shown = word(language, "precisions", "week").replace("{date}", shown)
        third.append(say("when", when=shown))
    third += [say("people", people=content["people"])] if content["people"] is not None else []
    out += [" · ".join(third)] if third else []
    out += [say("person", person=_person(person, language)) for person in content["persons"]]
    out += [say("vehicle", vehicle=_vehicle(vehicle, language)) for vehicle in content["vehicles"]]
    out += [_shown_identifier(item, language) for item in content["identifiers"]]
    if content["text"]:
        tag_ = content["language"]
        out.append(
            say("text", text=content["text"])
            if tag_ is None or tag_ == language
            else say("text-in", language=word(language, "languages", tag_), text=content["text"])
        )
    if content["what_to_do"]:
        out.append(say("what-to-do", text=content["what_to_do"]))
    out.append(say("expires", date=day(language, _date_of(content["expires"]))))
    return out


def _date_of(moment: int) -> str:
    # Times up to 2^53 are allowed on the wire; a calendar ends sooner.
    return datetime.datetime.fromtimestamp(min(moment, 253_402_300_799), datetime.UTC).date().isoformat()


def _person(person: Mapping[str, Any], language: str) -> str:
    words = [word(language, table, person[name]) for name, table in _PERSON_WORDS if name in person]
    words += [word(language, "person-marks", mark_) for mark_ in person.get("marks", ())]
    if "ethnicity" in person:
        words.append(line(language, "ethnicity", ethnicity=word(language, "ethnicities", person["ethnicity"])))
    if "names" in person:
        words.append(line(language, "names", names=", ".join(person["names"])))
    if "accent" in person:
        words.append(line(language, "accent", accent=word(language, "languages", person["accent"])))
    if "languages" in person:
        words.append(line(language, "languages", languages=", ".join(word(language, "languages", one) for one in person["languages"])))
    if "weapon" in person:
        words.append(line(language, "weapon", weapon=", ".join(word(language, "weapons", one) for one in person["weapon"])))
    return " · ".join([*words, *([person["detail"]] if "detail" in person else [])])


def _vehicle(vehicle: Mapping[str, Any], language: str) -> str:
    kind = word(language, "vehicles", vehicle.get("type", "other"))
    head = " ".join([*([word(language, "colours", vehicle["colour"])] if "colour" in vehicle else []), kind])
    make = " ".join(vehicle[name] for name in ("make", "model") if name in vehicle)
    marks = [word(language, "vehicle-marks", one) for one in vehicle.get("marks", ())]
    return " · ".join([head, *([make] if make else []), *marks, *([vehicle["detail"]] if "detail" in vehicle else [])])


def _shown_identifier(item: Mapping[str, Any], language: str) -> str:
    kind = word(language, "types", item["type"])
    if "value" not in item:
        return line(language, "hidden", type=kind, country=f" ({item['country']})" if item["country"] else "")
    if "partial" in item:
        return line(language, "part", type=kind, value=word(language, "partials", item["partial"]).replace("{value}", item["value"]))
    return line(language, "identifier", type=kind, value=Identifier.from_map(dict(item)).shown())
