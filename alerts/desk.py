"""The desk: what a report goes through, and its alert afterwards. One table, which also draws itself (``docs/desk.md``).

Everything here is a pure function: who signed, what she consented to and what time it is come in as arguments.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from crypto.errors import NotAllowed

from . import coded
from .alert import SO_FAR_SEVERITIES
from .identifiers import Identifier
from .report import consent_of, suggested_severity


class State(StrEnum):
    """Where a report stands; the last five are an alert's."""

    RECEIVED = "received"
    CLAIMED = "claimed"
    NEEDS_INFO = "needs-info"
    ANSWERED = "answered"
    SHOWN = "shown"
    AGREED = "agreed"
    APPROVED = "approved"
    HELD = "held"
    SO_FAR = "so-far"
    PUBLISHED = "published"
    DECLINED = "declined"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    LIVE = "live"
    AMENDED = "amended"
    DISPUTED = "disputed"
    RETRACTED = "retracted"
    EXPIRED = "expired"


class Event(StrEnum):
    """What can happen to it."""

    CLAIM = "claim"
    HAND_BACK = "hand-back"
    ASK = "ask"
    DRAFT = "draft"
    SHOW = "show"
    APPROVE = "approve"
    HOLD = "hold"
    PUBLISH = "publish"
    PUBLISH_SO_FAR = "publish-so-far"
    DECLINE = "decline"
    MERGE = "merge"
    READ = "read"
    ANSWER = "answer"
    AGREE = "agree"
    RELEASE = "release"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    AMEND = "amend"
    DISPUTE = "dispute"
    SETTLE = "settle"
    RETRACT = "retract"
    EXPIRE = "expire"


#: Whose events they are: the reporter's come as follow-ups (protocol §8.3), *expire* comes with the clock, all others are moderators'.
REPORTER_EVENTS: Final = frozenset({Event.ANSWER, Event.AGREE, Event.RELEASE, Event.CORRECT, Event.WITHDRAW})
CLOCK_EVENTS: Final = frozenset({Event.EXPIRE})

ALERT_STATES: Final = (State.LIVE, State.AMENDED, State.DISPUTED, State.RETRACTED, State.EXPIRED)
REPORT_STATES: Final = tuple(state for state in State if state not in ALERT_STATES)
#: It is out, or over for now. What she says then moves nothing, and is new until a moderator has read it.
OVER: Final = (State.SO_FAR, State.PUBLISHED, State.DECLINED, State.MERGED)
#: No event leads out of these.
CLOSED: Final = (State.WITHDRAWN, State.RETRACTED, State.EXPIRED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What guards look at.

    The defaults are those of a report of which nothing is known, so forgetting one stops a step and never lets it through.
    """

    share: str | None = None  # "peers", "moderators", or not said
    show_first: bool = True
    agreed: bool = False  # she agreed to a public text, which also is consent if she had not said
    hold: bool = False
    released: bool = False
    approvals: int = 0  # different people who approved this very text
    quorum: int = 2
    severity: str = "nuisance"  # the draft's


def facts_of(report: Mapping[str, Any], **others: Any) -> Facts:
    """The facts of a report's fields; what they do not say comes as ``others`` (``agreed``, ``released``, ``approvals``, ``quorum``, ``severity``)."""
    consent = consent_of(report)
    told = {"severity": suggested_severity(report["kinds"])} | others
    return Facts(share=consent["share"], show_first=consent["show_first"], hold=consent["hold"], **told)


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on a step, and the sentence of who is told no."""

    holds: Callable[[Facts], bool]
    sentence: str


GUARDS: Final[dict[str, Guard]] = {
    "consented": Guard(
        lambda f: f.share == "peers" or (f.share is None and f.agreed),
        "the reporter did not agree to warn peers, so nothing of this report may be published",
    ),
    "not moderators only": Guard(lambda f: f.share != "moderators", "the reporter said moderators only, so this can never be published"),
    "agreed if asked": Guard(
        lambda f: f.agreed or not f.show_first, "the reporter wants to see the public text first; show it and wait for her to agree"
    ),
    "on hold": Guard(lambda f: f.hold and not f.released, "the reporter did not ask to hold it"),
    "not on hold": Guard(lambda f: not f.hold or f.released, "the reporter asked to hold it until she says so"),
    "quorum": Guard(lambda f: f.approvals >= f.quorum, "not enough people have approved it yet"),
    "one approval": Guard(lambda f: f.approvals >= 1, "nobody has approved it yet"),
    "dangerous": Guard(
        lambda f: f.severity in SO_FAR_SEVERITIES, "only dangerous and very dangerous alerts may go out with one moderator so far"
    ),
}


@dataclass(frozen=True, slots=True)
class Move:
    """Where a step leads, and the names of the guards that must hold, in the order in which they are named to people."""

    to: State
    guards: tuple[str, ...] = ()


#: What must hold of her word before anybody approves a text, or publishes it.
CONSENT: Final = ("not moderators only", "consented", "agreed if asked")


def _table() -> dict[tuple[State, Event], Move]:
    s, e = State, Event
    at_work = (s.CLAIMED, s.ANSWERED, s.AGREED)
    drafted = (s.SHOWN, s.APPROVED, s.HELD)
    open_states = (s.RECEIVED, s.CLAIMED, s.NEEDS_INFO, s.ANSWERED, s.SHOWN, s.AGREED, s.APPROVED, s.HELD)
    out = {
        (s.RECEIVED, e.CLAIM): Move(s.CLAIMED),
        (s.CLAIMED, e.CLAIM): Move(s.CLAIMED),  # taken over, when somebody fell asleep
        (s.ANSWERED, e.CLAIM): Move(s.CLAIMED),
        # She may never answer: nothing may wait for her word alone, and a risk goes on meanwhile.
        (s.NEEDS_INFO, e.CLAIM): Move(s.CLAIMED),
        (s.NEEDS_INFO, e.DRAFT): Move(s.CLAIMED),
        (s.NEEDS_INFO, e.SHOW): Move(s.SHOWN),
        (s.NEEDS_INFO, e.HAND_BACK): Move(s.RECEIVED),
        (s.NEEDS_INFO, e.ASK): Move(s.NEEDS_INFO),
        # Whoever takes it over waits for her yes as the other did.
        (s.SHOWN, e.CLAIM): Move(s.SHOWN),
        (s.SHOWN, e.HAND_BACK): Move(s.RECEIVED),
        (s.SHOWN, e.AGREE): Move(s.AGREED),
        # Her yes came after the report was handed back: it counts for that very text, whoever goes on with it.
        (s.RECEIVED, e.AGREE): Move(s.RECEIVED),
        (s.CLAIMED, e.AGREE): Move(s.AGREED),
        # So does one that crossed a question, her own answer, or an approval.
        **{(state, e.AGREE): Move(state) for state in (s.NEEDS_INFO, s.ANSWERED, s.AGREED, s.APPROVED, s.HELD)},
        # A step in the log may be a rogue's: each person's own approval asks again.
        (s.APPROVED, e.APPROVE): Move(s.APPROVED, CONSENT),
        (s.APPROVED, e.HOLD): Move(s.HELD, ("on hold",)),
        (s.HELD, e.RELEASE): Move(s.APPROVED),
        (s.APPROVED, e.PUBLISH): Move(s.PUBLISHED, (*CONSENT, "not on hold", "quorum")),
        (s.APPROVED, e.PUBLISH_SO_FAR): Move(s.SO_FAR, (*CONSENT, "not on hold", "dangerous", "one approval")),
        (s.SO_FAR, e.APPROVE): Move(s.SO_FAR, CONSENT),
        (s.SO_FAR, e.PUBLISH): Move(s.PUBLISHED, (*CONSENT, "quorum")),
        (s.SO_FAR, e.EXPIRE): Move(s.CLAIMED),
        (s.SO_FAR, e.RETRACT): Move(s.CLAIMED),
        (s.SO_FAR, e.CORRECT): Move(s.SO_FAR),
        (s.PUBLISHED, e.CORRECT): Move(s.PUBLISHED),
        (s.DECLINED, e.CORRECT): Move(s.RECEIVED),
        (s.DECLINED, e.CLAIM): Move(s.CLAIMED),
        (s.MERGED, e.CORRECT): Move(s.MERGED),
        (s.LIVE, e.AMEND): Move(s.AMENDED),
        (s.AMENDED, e.AMEND): Move(s.AMENDED),
        (s.DISPUTED, e.AMEND): Move(s.AMENDED),
        (s.DISPUTED, e.SETTLE): Move(s.LIVE),
        (s.LIVE, e.DISPUTE): Move(s.DISPUTED),
        (s.AMENDED, e.DISPUTE): Move(s.DISPUTED),
    }
    for state in (*at_work, *drafted):
        out[state, e.ASK] = Move(s.NEEDS_INFO)
        # Another text is another body: what was agreed to and approved was not this one.
        out[state, e.DRAFT] = Move(s.CLAIMED)
    for state in at_work:
        out[state, e.SHOW] = Move(s.SHOWN)
        out[state, e.APPROVE] = Move(s.APPROVED, CONSENT)
        out[state, e.HAND_BACK] = Move(s.RECEIVED)
    for state in open_states:
        out[state, e.WITHDRAW] = Move(s.WITHDRAWN)
        # What she now says may change everything: it is read again before anything else happens.
        # An answer may come when work has gone on without it, or say that the shown text should be another.
        for said in (e.ANSWER, e.CORRECT):
            out[state, said] = Move(s.RECEIVED if state is s.RECEIVED else s.ANSWERED)
        if state is not s.HELD:
            out[state, e.RELEASE] = Move(state)
        if state is not s.RECEIVED:
            out[state, e.DECLINE] = Move(s.DECLINED)
            out[state, e.MERGE] = Move(s.MERGED)
    for state in OVER:
        out[state, e.WITHDRAW] = Move(s.WITHDRAWN)
        # Her word comes late, and is lost nowhere.
        for said in (e.ANSWER, e.AGREE, e.RELEASE):
            out[state, said] = Move(state)
        out[state, e.READ] = Move(state)
    for state in (s.LIVE, s.AMENDED, s.DISPUTED):
        out[state, e.RETRACT] = Move(s.RETRACTED)
        out[state, e.EXPIRE] = Move(s.EXPIRED)
    return out


def is_late(state: State, event: Event) -> bool:
    """Whether this word of the reporter's comes when the report is out or over and moves nothing: it is new until somebody has read it.

    A correction of what is out is not: the alert has to be changed.
    """
    if event not in REPORTER_EVENTS or state not in OVER or TABLE[state, event].to is not state:
        return False
    return event is not Event.CORRECT or state is State.MERGED


#: The one table. What is not in it is refused.
TABLE: Final[dict[tuple[State, Event], Move]] = _table()

#: What comes late, for people, as it stands in ``docs/desk.md``.
LATE: Final = """A question, a text and a decision can cross her word on the way. What she says when the report is out with one moderator so far, published,
declined or merged (*answer*, *agree*, *release*; when it is merged, *correct* too) leaves it where it is, and is **new** on it: the report is
in the queue, and not finished, until a moderator takes the step *read*, which names the newest of her words that she had read. Going on with
the report does the same. Her yes to the text of the draft and her word that it may go out count then. A correction of what is out is a task
of its own, until the alert is changed."""

_NEVER: Final = Facts()


def step(state: State, event: Event, facts: Facts = _NEVER) -> State:
    """Where ``event`` leads from ``state``.

    Raises:
        NotAllowed: the table has no such step, or a guard does not hold. The message is a plain sentence for people.
    """
    move = TABLE.get((state, event))
    if move is None:
        thing = "an alert" if state in ALERT_STATES else "a report"
        can = ", ".join(sorted(e for s, e in TABLE if s is state))
        raise NotAllowed(f"{thing} that is {state} cannot take the step {event}; {f'possible now: {can}' if can else 'it is closed'}")
    check(move.guards, facts)
    return move.to


def check(guards: Iterable[str], facts: Facts) -> None:
    """Returns if all these guards hold.

    Raises:
        NotAllowed: one does not; the message is its sentence.
    """
    for name in guards:
        if not GUARDS[name].holds(facts):
            raise NotAllowed(GUARDS[name].sentence)


def possible(state: State, facts: Facts = _NEVER) -> tuple[Event, ...]:
    """The events that :func:`step` would take now, in the order of :class:`Event`."""
    return tuple(e for e in Event if (state, e) in TABLE and all(GUARDS[name].holds(facts) for name in TABLE[state, e].guards))


def after(event: Event, facts: Facts) -> Facts:
    """The facts once ``event`` has been taken: what she agreed to, and what people approved, is void for another text.

    ``approvals`` itself is counted by who verifies signatures; here it only ever falls.
    """
    if event in (Event.DRAFT, Event.SHOW, Event.ASK, Event.ANSWER, Event.CORRECT):
        return dataclasses.replace(facts, agreed=False, approvals=0)
    if event is Event.AGREE:
        return dataclasses.replace(facts, agreed=True)
    return dataclasses.replace(facts, released=True) if event is Event.RELEASE else facts


# ---- the diagram --------------------------------------------------------------------------------------------------


def mermaid() -> str:
    """The table as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", "    [*] --> received", "    [*] --> live: published or so far"]
    edges: dict[tuple[State, State], list[str]] = {}
    order = list(State)
    for (state, event), move in sorted(TABLE.items(), key=lambda item: (order.index(item[0][0]), order.index(item[1].to), item[0][1])):
        # Steps that stay where they are, and withdrawing, which is possible from everywhere, would only hide the others.
        if move.to is state or move.to is State.WITHDRAWN:
            continue
        edges.setdefault((state, move.to), []).append(event + (" *" if move.guards else ""))
    lines += [f"    {_name(a)} --> {_name(b)}: {', '.join(names)}" for (a, b), names in edges.items()]
    lines += [f"    {_name(state)}: {state}" for state in State if "-" in state]
    return "\n".join(lines) + "\n"


def _name(state: State) -> str:
    return state.value.replace("-", "_")


def document() -> str:
    """The whole of ``docs/desk.md``."""
    rows = [
        f"| {state} | {event} | {_actor(event)} | {move.to} | {', '.join(move.guards)} |"
        for (state, event), move in sorted(TABLE.items(), key=lambda i: (list(State).index(i[0][0]), list(Event).index(i[0][1])))
    ]
    guards = [f"| {name} | {guard.sentence} |" for name, guard in GUARDS.items()]
    return "\n".join(
        [
            "# What a report goes through",
            "",
            "Drawn by `python tests/vectors/make_desk.py` from the one table in `alerts/desk.py`; a test fails if it is stale.",
            "A step with a star has guards. Withdrawing is possible from everywhere but *withdrawn* and leads there; it is left out of the",
            "picture, and so are steps that stay where they are.",
            "",
            "```mermaid",
            mermaid().rstrip(),
            "```",
            "",
            "## Every step",
            "",
            "| from | step | whose | to | guards |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "## Guards",
            "",
            "| guard | what people are told if it does not hold |",
            "|---|---|",
            *guards,
            "",
            "## What she says when it is out or over",
            "",
            LATE,
            "",
            "## What cannot wait",
            "",
            CANNOT_WAIT,
            "",
        ]
    )


def _actor(event: Event) -> str:
    return "reporter" if event in REPORTER_EVENTS else "clock" if event in CLOCK_EVENTS else "moderator"


# ---- the queue ----------------------------------------------------------------------------------------------------

ESCALATE_AFTER: Final = 30 * 60
SO_FAR_LASTS: Final = 72 * 3600
REMIND_AFTER: Final = (24 * 3600, 48 * 3600)

#: Whose turn it is: these wait for a moderator, the others for the reporter, for the clock, or for nobody.
_WAITING_FOR_US: Final = (State.RECEIVED, State.ANSWERED, State.CLAIMED, State.AGREED, State.APPROVED, State.SO_FAR)


_A_DAY: Final = 24 * 3600
#: Not once it is out or over, and not while she wants it held.
_BEFORE_IT_IS_OUT: Final = (
    State.RECEIVED, State.CLAIMED, State.NEEDS_INFO, State.ANSWERED, State.SHOWN, State.AGREED, State.APPROVED,
)  # fmt: skip
#: The rule for people, as it stands in ``docs/desk.md``.
CANNOT_WAIT: Final = """A report is marked **URGENT** while its warning is neither out nor declined, merged, withdrawn or held, if

- its reporter says that the danger goes on, and what she tells is at least risky; or
- she tells of assault, sexual assault, a weapon, confinement or drugging, and it was in the last day: today or yesterday by the date she
  gave, or, if she gave none, it came less than 24 hours ago.

That is fewer than what the queue puts first and calls out after 30 minutes to everybody, if nobody has claimed it: whatever is dangerous or
worse, or risky with a danger that goes on."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One report in the queue. Times are Unix seconds."""

    id: bytes
    state: State
    severity: str
    arrived: int
    ongoing: bool = False  # she says the risk goes on


def waiting(report_id: bytes, state: State, report: Mapping[str, Any], arrived: int) -> Waiting:
    """The queue's view of a report."""
    ongoing = any(risk != "none" for risk in report.get("ongoing", ()))
    return Waiting(report_id, state, suggested_severity(report["kinds"]), arrived, ongoing)


def is_urgent(item: Waiting) -> bool:
    """Dangerous or worse, or risky with a risk that goes on."""
    return coded.severity_rank(item.severity) + item.ongoing >= coded.severity_rank("dangerous")


def cannot_wait(state: State, report: Mapping[str, Any], arrived: int, now: int) -> bool:
    """Whether a report is called URGENT: its danger goes on, or violence was in the last day (:data:`CANNOT_WAIT`).

    :func:`is_urgent` orders the queue and escalates, and goes on being true for weeks: a word that stands on nearly everything says nothing.
    """
    item = waiting(b"", state, report, arrived)
    if state not in _BEFORE_IT_IS_OUT:
        return False
    if item.ongoing:
        return is_urgent(item)
    if not coded.TONIGHT_KINDS & {*report["kinds"]}:
        return False
    when = report.get("when")
    if when is None:
        return now - arrived < _A_DAY
    # Clocks and time zones differ; who wants to say that it was lately names a day.
    return bool(when["precision"] == "day" and when["date"] >= f"{datetime.fromtimestamp(max(0, now - _A_DAY), UTC):%Y-%m-%d}")


def escalates_at(item: Waiting) -> int | None:
    """When an urgent report that nobody claims is called out to everybody; ``None`` if it never is."""
    return item.arrived + ESCALATE_AFTER if item.state is State.RECEIVED and is_urgent(item) else None


def is_escalated(item: Waiting, now: int) -> bool:
    """Whether that time has come."""
    due = escalates_at(item)
    return due is not None and now >= due


def queue(items: Iterable[Waiting], now: int) -> list[Waiting]:
    """The order of the desk: escalated, urgent that nobody has claimed, then what waits for a moderator, by severity, ongoing risk and age;
    then the rest.
    """
    return sorted(
        items,
        key=lambda i: (
            not is_escalated(i, now),
            escalates_at(i) is None,
            i.state not in _WAITING_FOR_US,
            -coded.severity_rank(i.severity),
            not i.ongoing,
            i.arrived,
            i.id,
        ),
    )


def reminders(published: int, now: int) -> tuple[int, ...]:
    """The times of the reminders of an alert with one moderator so far that are due by ``now``: after 24 and after 48 hours."""
    return tuple(published + after_ for after_ in REMIND_AFTER if published + after_ <= now < published + SO_FAR_LASTS)


def so_far_ends(published: int) -> int:
    """When an alert with one moderator so far expires without a second signature."""
    return published + SO_FAR_LASTS


# ---- related reports ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relation:
    """Two reports that may be about the same: ``by`` is ``number``, ``plate``, ``car`` or ``look``; ids in ascending order."""

    one: bytes
    other: bytes
    by: str


#: A bucket larger than this says nothing: a white van is shared by half the desk.
_TOO_COMMON: Final = 50
_LOOK_FIELDS: Final = ("role", "gender", "age", "height", "build", "hair", "eyes")


def related(reports: Mapping[bytes, Mapping[str, Any]]) -> list[Relation]:
    """Reports that share a number (or address, handle, link, payment name), a plate, a car's look, or a person's look.

    A shared part of a plate counts if nothing else of the cars contradicts it. Perceived ethnicity is never compared.

    Args:
        reports: fields by report id.
    """
    buckets: dict[tuple[str, ...], list[bytes]] = {}
    for report_id, report in reports.items():
        for key in _keys(report):
            bucket = buckets.setdefault(key, [])
            if report_id not in bucket:
                bucket.append(report_id)
    found: dict[Relation, None] = {}
    for key, ids in sorted(buckets.items()):
        by = key[0]
        if by in ("car", "look") and len(ids) > _TOO_COMMON:
            continue
        for one, other in itertools.combinations(sorted(ids), 2):
            if by == "look" and not _look_alike(reports[one].get("persons", ()), reports[other].get("persons", ())):
                continue
            found.setdefault(Relation(one, other, by))
    for one, other in _plates_in_part(reports):
        found.setdefault(Relation(one, other, "plate"))
    return sorted(found, key=lambda r: (r.one, r.other, r.by))


def _keys(report: Mapping[str, Any]) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for item in report.get("identifiers", ()):
        if "partial" not in item:
            keys.add(("plate" if item["type"] == "plate" else "number", item["type"], item["value"]))
    for vehicle in report.get("vehicles", ()):
        # Type and colour alone are half the street; with a make, or a mark, they are a car.
        if "type" in vehicle and "colour" in vehicle:
            if "make" in vehicle:
                keys.add(("car", vehicle["type"], vehicle["colour"], coded.fold(vehicle["make"])))
            keys.update(("car", vehicle["type"], vehicle["colour"], "", mark) for mark in vehicle.get("marks", ()) if mark != "other")
    for person in report.get("persons", ()):
        # Something that sets a person apart puts two reports side by side; whether they look alike is then compared.
        keys.update(("look", "mark", mark) for mark in person.get("marks", ()) if mark not in ("other", "glasses", "beard"))
        keys.update(("look", "name", coded.fold(name)) for name in person.get("names", ()))
        keys.update(("look", "weapon", weapon) for weapon in person.get("weapon", ()))
        if "accent" in person:
            keys.add(("look", "accent", person["accent"]))
    return keys


def _look_alike(ones: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]) -> bool:
    return any(_same_person(a, b) for a in ones for b in others)


def _same_person(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """At least three answers agree, at most one differs, and something that sets a person apart is shared."""
    same = sum(1 for name in _LOOK_FIELDS if name in a and name in b and a[name] == b[name])
    other = sum(1 for name in _LOOK_FIELDS if name in a and name in b and a[name] != b[name])
    shared = set(a.get("marks", ())) & set(b.get("marks", ())) or {coded.fold(n) for n in a.get("names", ())} & {
        coded.fold(n) for n in b.get("names", ())
    }
    apart = (
        bool(shared) or ("accent" in a and a.get("accent") == b.get("accent")) or bool(set(a.get("weapon", ())) & set(b.get("weapon", ())))
    )
    return apart and same >= 3 and other <= 1


def _plates_in_part(reports: Mapping[bytes, Mapping[str, Any]]) -> Iterable[tuple[bytes, bytes]]:
    plates: list[tuple[bytes, Identifier]] = []
    for report_id, report in reports.items():
        plates += [
            (report_id, Identifier("plate", item["value"], "", item.get("partial")))
            for item in report.get("identifiers", ())
            if item["type"] == "plate"
        ]
    parts = [(report_id, plate) for report_id, plate in plates if plate.partial is not None]
    for report_id, part in parts:
        for other_id, plate in plates:
            if report_id != other_id and part.matches(plate) and _cars_agree(reports[report_id], reports[other_id]):
                yield min(report_id, other_id), max(report_id, other_id)


def _cars_agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    pairs = [(a, b) for a in one.get("vehicles", ()) for b in other.get("vehicles", ())]
    return not pairs or any(all(a[n] == b[n] for n in ("type", "colour") if n in a and n in b) for a, b in pairs)
