"""Looking at the desk: what waits, and one report or alert whole."""

from __future__ import annotations

from typing import Any, Final

from alerts import alert, casework
from alerts import desk as table
from alerts.desk import State
from alerts.log import Proposal
from alerts.moderator import Moderator
from alerts.things import Thing
from crypto.base32 import encode_id
from crypto.errors import BadInput

from . import casefile
from .base import Answer
from .call import Call
from .names import name_of
from .people import removals_waiting
from .shapes import alert_json, content_json, indented, moment, report_lines, short, state_of, when
from .shown import remember, text_id

_PROPOSED: Final = {"amendment": "a correction", "retraction": "to take it back", "alert": "the same text again"}
_ALERT_WORDS: Final = {"live": "the warning is out", "amended": "out, corrected", "retracted": "taken back", "expired": "expired"}


async def list_(call: Call) -> Answer:
    """What waits, the most urgent first; finished reports only if they are asked for."""
    moderator, now = call.moderator, call.now
    if call.options.id is not None:
        raise BadInput(f"to see one report: parasol desk show {call.options.id[:16]}")
    cases = casework.cases(moderator)
    related = casefile.matches(call, cases)
    order = table.queue((table.waiting(c.report.id, c.state, c.report.fields, c.report.arrived) for c in cases.values()), now)
    # What members read although its reporter took her word back comes right after what is urgent and nobody's.
    order.sort(key=lambda one: (table.escalates_at(one) is None, casefile.task(call, cases[one.id]) is None))
    rows, lines, finished = [], [], 0
    for item in order:
        case = cases[item.id]
        if casefile.is_finished(call, case) and not call.options.all:
            finished += 1
            continue
        row = casefile.case_json(call, case, related)
        report = case.report
        row |= {"urgent": table.cannot_wait(case.state, report.fields, report.arrived, now), "escalated": table.is_escalated(item, now)}
        rows.append(row)
        lines += casefile.case_lines(call, case, row)
    waiting = changes(call)
    for thing, proposal in waiting:
        lines.append(
            f"{short(thing.id)}  warning: {name_of(moderator, proposal.by)} proposes {_PROPOSED.get(proposal.body.kind, proposal.body.kind)}; "
            f"{of(moderator, proposal)}. To read it and agree: parasol desk approve {short(thing.id)}"
        )
    erasing = [(thing, p) for thing, p in moderator.erasures_open(now) if moderator.me[0] not in p.approvals]
    lines += [
        f"{short(thing.id)}  warning: {name_of(moderator, p.by)} proposes to erase it for good; {of(moderator, p)}. "
        f"To read it: parasol desk show {short(thing.id)}. To agree: parasol desk erase {short(thing.id)}"
        for thing, p in erasing
    ]
    alone = [thing for thing in moderator.board.alerts if thing.so_far and not thing.retracted and table.reminders(thing.first.time, now)]
    lines += [
        f"{short(thing.id)}  warning: out for {(now - thing.first.time) // 3600} hours with one moderator so far. A second must approve it before "
        f"{when(table.so_far_ends(thing.first.time))}, or it expires: parasol desk show {short(thing.id)}"
        for thing in alone
    ]
    removals = removals_waiting(moderator)
    lines += [removal.line for removal in removals]
    value = {
        "reports": rows,
        "changes": [change_json(moderator, thing, proposal) for thing, proposal in waiting],
        "erasures": [
            {"alert": encode_id(thing.id), "approvals": len(moderator.approvals_of(p)), "needed": moderator.needed_for(p.body)}
            for thing, p in erasing
        ],
        "removals": [removal.value() for removal in removals],
        "reminders": [{"alert": encode_id(thing.id), "expires": moment(table.so_far_ends(thing.first.time))} for thing in alone],
        "finished": finished,
    }
    lines = lines or ["Nothing waits for you."]
    lines += [f"{finished} finished {'is' if finished == 1 else 'are'} not shown: parasol desk list --all"] if finished else []
    return Answer(value, lines)


async def show(call: Call) -> Answer:
    """One report, or one alert, with what is proposed for it."""
    if call.names_an_alert():
        return _alert(call)
    case = call.case()
    row = casefile.case_json(call, case, casefile.matches(call, casework.cases(call.moderator)))
    row |= {"fields": case.report.fields, "questions": case.questions, "answers": case.answers, "reason": case.reason}
    row |= {"draft": content_json(case.draft.body.content) if case.draft is not None else None}
    lines = [*casefile.case_lines(call, case, row), *indented(report_lines(case.report.fields))]
    lines += [f"  We asked: {q}" for q in case.questions] + [f"  She says: {a}" for a in case.answers if a]
    lines += [f"  We declined, and told her: {case.reason}"] if case.reason and case.state is State.DECLINED else []
    if case.agreed_elsewhere and not case.agreed:
        lines.append("  She agreed to a text that was never drafted here: somebody showed her another. Write it anew with `desk draft`; she is then shown that.")  # fmt: skip
    if case.draft is not None:
        lines.append(f"  The text for members; {of(call.moderator, case.draft)}. Text id: {text_id(case.draft)}")
        lines += text(call, case.draft)
    remember(call.work.home, case.report.id, [case.draft] if case.draft is not None else [])
    possible = [str(e) for e in table.possible(case.state, casework.facts(call.moderator, case)) if e not in table.REPORTER_EVENTS]
    lines.append(f"  You can: {', '.join(casefile.commands(call, case)) or 'nothing more; it is finished'}")
    return Answer(row | {"possible": possible}, lines)


def _alert(call: Call) -> Answer:
    thing, topics = call.thing(), call.moderator.board.charter.topics
    proposals = casework.open_changes(call.moderator, thing, call.now)
    found = [change_json(call.moderator, thing, proposal) for proposal in proposals]
    value = alert_json(thing, call.now) | {"change": found[0] if found else None, "changes": found}
    lines = [f"{short(thing.id)}  {_ALERT_WORDS[state_of(thing, call.now)]}", *indented(alert.render(thing.content, topics=topics))]
    for proposal in proposals:
        kind = _PROPOSED.get(proposal.body.kind, proposal.body.kind)
        lines.append(f"Proposed: {kind}; {of(call.moderator, proposal)}. Text id: {text_id(proposal)}")
        lines += text(call, proposal)
    remember(call.work.home, thing.id, proposals)
    return Answer(value, lines)


def text(call: Call, proposal: Proposal) -> list[str]:
    """What members would read."""
    content = proposal.body.content
    lines = [content["reason"]] if proposal.body.kind == "retraction" else alert.render(content, topics=call.moderator.board.charter.topics)
    return indented(lines)


def changes(call: Call) -> list[tuple[Thing, Proposal]]:
    """What is proposed for alerts that are out. The second signature of *one so far* is waited for in its report's own row."""
    found = [
        (thing, proposal) for thing in call.moderator.board.alerts for proposal in casework.open_changes(call.moderator, thing, call.now)
    ]
    return [(thing, proposal) for thing, proposal in found if proposal.report is None]


def of(moderator: Moderator, proposal: Proposal) -> str:
    """How many of how many approve."""
    return f"{len(moderator.approvals_of(proposal))} of {moderator.needed_for(proposal.body)} approve"


def change_json(moderator: Moderator, thing: Thing, proposal: Proposal) -> dict[str, Any]:
    """A proposed change of an alert for programs."""
    return {
        "alert": encode_id(thing.id),
        "kind": proposal.body.kind,
        "approvals": len(moderator.approvals_of(proposal)),
        "needed": moderator.needed_for(proposal.body),
        "text_id": text_id(proposal),
        "content": content_json(proposal.body.content),
    }
