"""A report, question by question. Only the first must be answered; every answer is kept as it is given, and *send* is always there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from alerts import coded
from alerts.coded import Codes
from alerts.finding import find
from alerts.report import validate_report
from alerts.wording import word
from crypto.errors import BadInput

from .shapes import identifier_line
from .terminal import Terminal

HINT: Final = "Enter: skip, or don't know.   send: send now, tell more later.   stop: keep this and go on another time."


class Stopped(Exception):
    """She stops here; what she said is kept."""


class SendNow(Exception):
    """She has said enough for now."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the interview stands. ``keep`` writes the answers down."""

    terminal: Terminal
    country: str | None
    policy: Mapping[str, Any]
    answers: dict[str, Any]
    keep: Callable[[dict[str, Any]], None]

    def line(self, question: str) -> str:
        """One answer, once it is not one of the words that end the interview."""
        found = self.terminal.ask(question)
        if found.casefold() in ("stop", "quit"):
            raise Stopped
        if found.casefold() == "send":
            raise SendNow
        return found

    def take(self, name: str, value: Any) -> bool:
        """Keeps an answer if it can be one; says what is wrong otherwise."""
        try:
            tried = validate_report({"kinds": ["felt-wrong"], **self.answers, name: value}, policy=self.policy, country=self.country)
        except BadInput as error:
            self.terminal.say(f"  {error}")
            return False
        if name in tried:
            self.answers[name] = tried[name]
            self.keep(self.answers)
        return True

    def choose(self, question: str, codes: Codes, table: str, *, several: bool = False) -> Any:
        """Numbers of a list; ``None`` if it is skipped."""
        values = codes.values
        self.terminal.say(question)
        shown = [word("en", table, v) if table else v for v in values]
        width = max(len(one) for one in shown) + 6
        row = ""
        for i, one in enumerate(shown, 1):
            row += f"{i:3} {one}".ljust(width)
            if len(row) > 70 or i == len(values):
                self.terminal.say(row.rstrip())
                row = ""
        while True:
            typed = self.line("  numbers, with blanks between: " if several else "  number: ")
            if not typed:
                return None
            found = [_picked(part, values, codes) for part in typed.replace(",", " ").split()]
            if None not in found and (several or len(found) == 1):
                return found if several else found[0]
            self.terminal.say("  Please type the number in front of it." if not several else "  Please type the numbers in front of them.")


def _picked(part: str, values: tuple[str, ...], codes: Codes) -> str | None:
    if part.isascii() and part.isdigit():
        return values[int(part) - 1] if 1 <= int(part) <= len(values) else None
    return codes.read(part)


def interview(asked: Asked) -> None:
    """Asks for everything that ``asked.answers`` does not say yet.

    Raises:
        Stopped: she goes on another time.
    """
    asked.terminal.say("Nobody asks for proof. " + HINT)
    if "kinds" not in asked.answers:
        _kinds(asked)
    try:
        for name, ask in _QUESTIONS:
            if name not in asked.answers:
                ask(asked)
    except SendNow:
        return


def _kinds(asked: Asked) -> None:
    while "kinds" not in asked.answers:
        try:
            found = asked.choose("What was it? (the only question that needs an answer)", coded.KINDS, "kinds", several=True)
        except SendNow:
            found = None
        if found is None:
            asked.terminal.say("  One answer is needed here. If unsure: the number of *felt wrong*.")
        else:
            asked.take("kinds", found)


def _consent(asked: Asked) -> None:
    terminal = asked.terminal
    terminal.say("Who may know of it? Your own words never leave the moderators.")
    terminal.say("  1 moderators only    2 moderators may write a warning for the others")
    share = {"1": "moderators", "2": "peers"}.get(asked.line("  number: "))
    if share is None:
        terminal.say("  Nothing is published, then, before you have seen it and agreed.")
        return
    consent: dict[str, Any] = {"share": share}
    if share == "peers":
        consent["show_first"] = asked.line("Do you want to see the warning before it goes out? [y/N] ").casefold() in ("y", "yes")
        consent["hold"] = asked.line("Shall they hold it until you say so, until you are safe? [y/N] ").casefold() in ("y", "yes")
    asked.take("consent", consent)


def _one(name: str, question: str, codes: Codes, table: str, *, several: bool = False) -> Callable[[Asked], None]:
    def ask(asked: Asked) -> None:
        found = asked.choose(question, codes, table, several=several)
        if found is not None:
            asked.take(name, found)

    return ask


def _free(name: str, question: str) -> Callable[[Asked], None]:
    def ask(asked: Asked) -> None:
        while (typed := asked.line(question)) and not asked.take(name, typed):
            pass

    return ask


def _when(asked: Asked) -> None:
    while date := asked.line("Which day? (2026-11-20; 2026-11 if only the month): "):
        precision = {2: "month", 1: "year"}.get(len(date.split("-")), "day")
        band = asked.choose("At what time of the day?", coded.BANDS, "") if precision == "day" else None
        value = {"date": date, "precision": precision} | ({"band": band} if band else {})
        if asked.take("when", value):
            return


def _identifiers(asked: Asked) -> None:
    found: list[dict[str, Any]] = []
    while typed := asked.line("A number, name on an app, link or plate (paste anything; Enter when there is no more): "):
        some = find(typed, asked.country)
        if not some:
            asked.terminal.say("  Nothing was found in this. Write for example: 07700 900123, @name on telegram, plate ends KX.")
        for one in some:
            if one.to_map() not in found:
                found.append(one.to_map())
                asked.terminal.say(f"  noted: {identifier_line(one.to_map())}")
    if found:
        asked.take("identifiers", found)


def _person(asked: Asked) -> None:
    if asked.line("Can you say what he or she looked like? [y/N] ").casefold() not in ("y", "yes"):
        return
    person: dict[str, Any] = {}
    for name, question, codes, table in (
        ("gender", "Gender", coded.GENDERS, "genders"), ("age", "Age", coded.AGES, "ages"), ("height", "Height", coded.HEIGHTS, "heights"),
        ("build", "Build", coded.BUILDS, "builds"), ("hair", "Hair", coded.HAIRS, "hairs"),
    ):  # fmt: skip
        if (found := asked.choose(question, codes, table)) is not None:
            person[name] = found
    if (marks := asked.choose("Anything else to see?", coded.PERSON_MARKS, "person-marks", several=True)) is not None:
        person["marks"] = marks
    if names := asked.line("Names he or she used: "):
        person["names"] = [part.strip() for part in names.split(",")]
    if person:
        asked.take("persons", [person])


def _vehicle(asked: Asked) -> None:
    if asked.line("Was there a car or another vehicle? [y/N] ").casefold() not in ("y", "yes"):
        return
    vehicle: dict[str, Any] = {}
    for name, question, codes, table in (
        ("type", "What was it?", coded.VEHICLES, "vehicles"),
        ("colour", "Colour", coded.COLOURS, "colours"),
    ):
        if (found := asked.choose(question, codes, table)) is not None:
            vehicle[name] = found
    for name, question in (("make", "Make, such as Ford: "), ("detail", "Anything that sets it apart: ")):
        if typed := asked.line(question):
            vehicle[name] = typed
    if vehicle:
        asked.take("vehicles", [vehicle])


def _happened(asked: Asked) -> None:
    asked.terminal.say("What happened? In your own words, any language; for the moderators alone. End with an empty line.")
    lines: list[str] = []
    try:
        while typed := asked.line("  "):
            lines.append(typed)
    finally:
        # What she wrote before *send* or *stop* counts.
        if lines:
            asked.take("happened", "\n".join(lines))


#: In the order of the form. A name that is answered already is not asked for again.
_QUESTIONS: Final[tuple[tuple[str, Callable[[Asked], None]], ...]] = (
    ("consent", _consent),
    ("identifiers", _identifiers),
    ("vehicles", _vehicle),
    ("persons", _person),
    ("when", _when),
    ("area", _free("area", "Which area? (a street or a part of town is enough): ")),
    ("place", _one("place", "What kind of place?", coded.PLACES, "places")),
    ("happened", _happened),
    ("ongoing", _one("ongoing", "Is there still a risk?", coded.RISKS, "risks", several=True)),
    ("support", _one("support", "Would you like help with something?", coded.SUPPORTS, "supports", several=True)),
    ("relationship", _one("relationship", "Whom did it happen to?", coded.RELATIONSHIPS, "relationships")),
)
