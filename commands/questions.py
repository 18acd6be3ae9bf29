"""A report, question by question. Only the first must be answered; every answer is kept as it is given, and *send* is always there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from alerts import coded
from alerts.coded import Codes
from alerts.finding import beside, find
from alerts.report import validate_report
from alerts.spoken import Spoken
from alerts.wording import word
from crypto.errors import BadInput

from .shapes import identifier_line
from .terminal import EndOfInput, Terminal

HINT: Final = "Enter = skip · send = send it now · stop = keep, not sent · back = the question before"


class Stopped(Exception):
    """She stops here; what she said is kept."""


class SendNow(Exception):
    """She has said enough for now."""


class Back(Exception):
    """She wants the question before once more."""


@dataclass(slots=True)
class Asked:
    """Where the interview stands. ``keep`` writes everything down, after every single answer.

    ``done`` holds the questions that were asked to their end, answered or skipped: going on another time begins after them.
    """

    terminal: Terminal
    country: str | None
    policy: Mapping[str, Any]
    today: datetime.date
    answers: dict[str, Any]
    done: list[str]
    keep: Callable[[], None]
    #: A question she came back to is asked whole; one she stopped in goes on where she was.
    again: bool = False
    #: What is understood of numbers beside English.
    spoken: Spoken = field(default_factory=Spoken)

    def line(self, question: str) -> str:
        """One answer, once it is not one of the words that end the interview."""
        try:
            found = self.terminal.ask(question)
        except EndOfInput:
            raise Stopped from None
        word = found.casefold()
        if word in ("stop", "quit", "exit"):
            raise Stopped
        if word == "send":
            raise SendNow
        if word == "back":
            raise Back
        return found

    def yes(self, question: str) -> bool:
        """Yes or no; Enter is no."""
        return self.terminal.confirm(question, ask=self.line)

    def take(self, name: str, value: Any) -> bool:
        """Keeps an answer if it can be one; says what is wrong otherwise."""
        try:
            tried = validate_report({"kinds": ["felt-wrong"], **self.answers, name: value}, policy=self.policy, country=self.country)
        except BadInput as error:
            self.terminal.say(f"  {error}")
            return False
        if name in tried:
            self.answers[name] = tried[name]
            self.keep()
        return True

    def finished(self, name: str) -> None:
        """This question is not asked again when she goes on another time."""
        if name not in self.done:
            self.done.append(name)
            self.keep()

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
            typed = self.line("  numbers, with spaces between: " if several else "  number: ")
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


def interview(asked: Asked) -> bool:
    """Asks for everything that was not asked yet; says whether she typed *send*.

    Raises:
        Stopped: she goes on another time.
    """
    asked.terminal.say("Nobody asks for proof. " + HINT)
    names = [name for name, _ in _QUESTIONS]
    at = next((i for i, name in enumerate(names) if name not in asked.done), len(names))
    while at < len(_QUESTIONS):
        name, ask = _QUESTIONS[at]
        try:
            ask(asked)
        except SendNow:
            if "kinds" in asked.answers:
                return True
            asked.terminal.say("  One answer is needed here. If unsure: the number of *felt wrong*.")
            continue
        except Back:
            at, asked.again = max(0, at - 1), True
            continue
        asked.finished(name)
        at, asked.again = at + 1, False
    return False


def _kinds(asked: Asked) -> None:
    while True:
        found = asked.choose("What was it? (the only question that needs an answer)", coded.KINDS, "kinds", several=True)
        if found is None and "kinds" not in asked.answers:
            asked.terminal.say("  One answer is needed here. If unsure: the number of *felt wrong*.")
        elif found is None or asked.take("kinds", found):
            return


def _consent(asked: Asked) -> None:
    terminal = asked.terminal
    terminal.say("Who may know of it? Your own words never leave the moderators.")
    terminal.say("  1 moderators only    2 moderators may write a warning for the others")
    while (typed := asked.line("  number: ")) and typed not in ("1", "2"):
        terminal.say("  Please type 1 or 2, or only Enter if you do not want to say.")
    if not typed:
        terminal.say("  Then nothing goes out before you have seen it and said yes.")
        return
    if typed == "1":
        asked.take("consent", {"share": "moderators"})
        return
    # Until she has answered the next two, what keeps her safer stands: *send* may come at any time.
    asked.take("consent", {"share": "peers", "show_first": True})
    show_first = asked.yes("Do you want to see the warning before it goes out?")
    asked.take("consent", {"share": "peers", "show_first": show_first})
    hold = asked.yes("Shall they hold it until you say so, until you are safe?")
    asked.take("consent", {"share": "peers", "show_first": show_first, "hold": hold})


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
    while typed := asked.line("Which day? (today, yesterday, 20/11, or only 2026-11): "):
        value = read_day(typed, asked.today)
        if value is None:
            asked.terminal.say("  This is no day. Write for example: today, yesterday, 3 days ago, 20/11 or 2026-11-20.")
            continue
        if not asked.take("when", value):
            continue
        if value["precision"] == "day" and (band := asked.choose("At what time of the day?", coded.BANDS, "")):
            asked.take("when", value | {"band": band})
        return


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_day(typed: str, today: datetime.date) -> dict[str, str] | None:
    """A day, month or year as people type it, as ``{"date", "precision"}``; ``None`` if it is none, or lies ahead.

    Day comes before month: 3/11 is the third of November. Without a year it is the last such day.
    """
    text = " ".join(typed.casefold().replace(",", " ").split())
    back = {"today": 0, "tonight": 0, "now": 0, "last night": 1, "yesterday": 1, "the day before yesterday": 2}.get(text)
    if found := re.fullmatch(r"(an?|\d{1,3}) (day|week)s? ago", text):
        back = (1 if found[1].startswith("a") else int(found[1])) * (7 if found[2] == "week" else 1)
    if back is not None:
        return {"date": (today - datetime.timedelta(days=back)).isoformat(), "precision": "day"}
    if re.fullmatch(r"(19|20)\d\d", text):
        return {"date": text, "precision": "year"} if int(text) <= today.year else None
    if found := re.fullmatch(r"((?:19|20)\d\d)[-/.](\d{1,2})|(\d{1,2})[-/.]((?:19|20)\d\d)", text):
        year, month = (int(found[1]), int(found[2])) if found[1] else (int(found[4]), int(found[3]))
        if not 1 <= month <= 12 or (year, month) > (today.year, today.month):
            return None
        return {"date": f"{year:04}-{month:02}", "precision": "month"}
    day = _a_day(text, today)
    return None if day is None or day > today else {"date": day.isoformat(), "precision": "day"}


def _a_day(text: str, today: datetime.date) -> datetime.date | None:
    if found := re.fullmatch(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})", text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ]((?:19|20)?\d\d))?\.?", text):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif (found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: ((?:19|20)\d\d))?", text)) and found[2][:3] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2][:3]) + 1, found[3]
    else:
        return None
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this = _date(today.year, month, day)
    # 29 February is not in every year.
    return this if this is not None and this <= today else _date(today.year - 1, month, day)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _identifiers(asked: Asked) -> None:
    while typed := asked.line("Number, app name, link or plate (Enter = no more): "):
        some = find(typed, asked.country, asked.spoken)
        if not some:
            asked.terminal.say("  Nothing was found in this. Write for example: 07700 900123, @name on telegram, plate ends KX.")
        for one in some:
            known = asked.answers.get("identifiers", [])
            if one.to_map() not in known and asked.take("identifiers", [*known, one.to_map()]):
                asked.terminal.say(f"  noted: {identifier_line(one.to_map())}")
        if some and beside(typed, asked.country, asked.spoken):
            asked.terminal.say("  The other words in it are not kept. You are asked what happened further on: write them there.")


def _inside(asked: Asked, field: str, name: str, value: Any) -> None:
    """One answer of the person's or the vehicle's, taken at once."""
    kept = dict((asked.answers.get(field) or [{}])[0])
    asked.take(field, [kept | {name: value}])


def _wanted(asked: Asked, field: str, name: str) -> bool:
    return asked.again or name not in (asked.answers.get(field) or [{}])[0]


def _person(asked: Asked) -> None:
    if "persons" not in asked.answers and not asked.yes("Can you say what he or she looked like?"):
        return
    for name, question, codes, table in (
        ("gender", "Gender", coded.GENDERS, "genders"), ("age", "Age", coded.AGES, "ages"), ("height", "Height", coded.HEIGHTS, "heights"),
        ("build", "Build", coded.BUILDS, "builds"), ("hair", "Hair", coded.HAIRS, "hairs"),
    ):  # fmt: skip
        if _wanted(asked, "persons", name) and (found := asked.choose(question, codes, table)) is not None:
            _inside(asked, "persons", name, found)
    if _wanted(asked, "persons", "marks"):
        marks = asked.choose("Anything else to see?", coded.PERSON_MARKS, "person-marks", several=True)
        if marks is not None:
            _inside(asked, "persons", "marks", marks)
    if _wanted(asked, "persons", "names") and (names := asked.line("Names he or she used: ")):
        _inside(asked, "persons", "names", [part.strip() for part in names.split(",") if part.strip()])


def _vehicle(asked: Asked) -> None:
    if "vehicles" not in asked.answers and not asked.yes("Was there a car or another vehicle?"):
        return
    for name, question, codes, table in (
        ("type", "What was it?", coded.VEHICLES, "vehicles"),
        ("colour", "Colour", coded.COLOURS, "colours"),
    ):
        if _wanted(asked, "vehicles", name) and (found := asked.choose(question, codes, table)) is not None:
            _inside(asked, "vehicles", name, found)
    for name, question in (("make", "Make, such as Ford: "), ("detail", "Anything that sets it apart: ")):
        if _wanted(asked, "vehicles", name) and (typed := asked.line(question)):
            _inside(asked, "vehicles", name, typed)


def _happened(asked: Asked) -> None:
    asked.terminal.say("What happened? In your own words, any language; for the moderators alone. End with an empty line.")
    said = "" if asked.again else asked.answers.get("happened", "")
    while typed := asked.line("  "):
        if asked.take("happened", f"{said}\n{typed}" if said else typed):
            said = asked.answers["happened"]


#: In the order of the form. A name that is answered already is not asked for again.
_QUESTIONS: Final[tuple[tuple[str, Callable[[Asked], None]], ...]] = (
    ("kinds", _kinds),
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
