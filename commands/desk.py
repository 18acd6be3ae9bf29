"""The desk: what moderators do with reports, and with alerts afterwards."""

from __future__ import annotations

import argparse
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from alerts import alert, casework, search
from alerts import desk as table
from alerts.casework import Case
from alerts.desk import State
from alerts.identifiers import Identifier
from alerts.log import Proposal
from alerts.moderator import Moderator
from alerts.report import suggested_severity
from alerts.things import Thing
from alerts.wording import word
from crypto.base32 import encode_id, normalise_id
from crypto.errors import BadInput, NotAllowed

from .base import Answer, Command, Context
from .device import Work, opened
from .people import name_of
from .reading import listed
from .shapes import ago, alert_json, content_json, find_id, indented, moment, read_json, report_lines, short
from .shown import read_text, remember, text_id

_ACTIONS: Final = ("list", "show", "claim", "ask", "draft", "approve", "publish", "decline", "merge", "amend", "retract")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of ``desk``: the device at work, and what was asked of it."""

    work: Work
    options: argparse.Namespace
    text: str
    given: Any

    @property
    def moderator(self) -> Moderator:
        return self.work.moderator

    @property
    def now(self) -> int:
        return self.work.context.now

    def case(self, typed: str | None = None) -> Case:
        """The case of the report that was named.

        Raises:
            BadInput: there is none.
        """
        moderator = self.moderator
        return casework.find_case(moderator, find_id(typed or self.options.id, moderator.inbox.reports, "report"))

    def thing(self) -> Thing:
        """The alert that was named.

        Raises:
            BadInput: there is none.
        """
        board = self.moderator.board
        return board.things[find_id(self.options.id, [t.id for t in board.alerts], "alert")]

    def names_an_alert(self) -> bool:
        """Whether the id is an alert's and no report's."""
        moderator = self.moderator
        normalise_id(self.options.id)
        try:
            find_id(self.options.id, moderator.inbox.reports, "report")
        except BadInput as error:
            try:
                self.thing()
            except BadInput:
                raise BadInput(error.detail if "several" in error.detail else "no report and no alert has this id") from None
            return True
        return False

    def content(self, given: Any) -> dict[str, Any]:
        """An alert's content from what a file says."""
        charter = self.moderator.board.charter
        if isinstance(given, dict):
            # What `--example` and `alerts --json` show beside the content says nothing here.
            given = {name: value for name, value in given.items() if name not in _NOT_CONTENT}
        return alert.validate_alert(
            given,
            policy=charter.policy,
            topics=charter.topics,
            now=self.now,
            collective=self.work.device.collective,
            country=charter.country,
        )

    def example(self, case: Case) -> dict[str, Any]:
        """An alert to start from, out of the report's coded fields."""
        charter = self.moderator.board.charter
        return alert.draft_from_report(
            case.report.fields, policy=charter.policy, topics=charter.topics, now=self.now, collective=self.work.device.collective
        )


_NOT_CONTENT: Final = ("id", "status", "published", "changed", "version", "approvals", "reason", "change", "lines")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=_ACTIONS, nargs="?", default="list")
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the beginning of a report's id; of an alert's for amend and retract, and to approve or publish those",
    )
    parser.add_argument(
        "more", nargs="?", metavar="TEXT|INTO", help="ask: the question (without it, or for -, standard input). merge: the other report"
    )
    parser.add_argument("--file", metavar="alert.json", help="draft and amend: the public text and its fields; - is standard input")
    parser.add_argument("--example", action="store_true", help="draft: print one made from the report, to be edited; nothing is kept")
    parser.add_argument("--text", metavar="TEXT", help="draft: the report's own fields with this public text; - is standard input")
    parser.add_argument(
        "--text-id", metavar="T", help="approve: the id of the text you read, as `desk show` prints it; nothing is asked then"
    )
    parser.add_argument("--one-so-far", action="store_true", help="publish: with your word alone, for 72 hours; dangerous or worse only")
    parser.add_argument("--reason", metavar="R", help="decline and retract: why; - is standard input")


async def desk(context: Context) -> Answer:
    """The queue, and every step a report or an alert can take."""
    options = context.options
    action = options.action
    if action != "list" and options.id is None:
        raise BadInput(f"which one? parasol desk {action} ID")
    if action == "amend" and options.file is None:
        raise BadInput("an amendment is the whole alert anew: parasol desk amend ALERT --file alert.json")
    if action == "merge" and options.more is None:
        raise BadInput("into which? parasol desk merge ID INTO")
    text = ""
    if action == "ask":
        text = context.terminal.text(options.more, "Your question to her: ")
    elif action in ("decline", "retract"):
        text = context.terminal.text(options.reason, "Why? (those concerned see it): ")
    elif action == "draft" and options.text is not None:
        text = context.terminal.text(options.text, "")
    given = read_json(options.file, "the alert") if options.file is not None else None
    async with opened(context) as work:
        work.moderator  # noqa: B018  says who may
        return await _DO[action](Call(work, options, text, given))


# ---- looking --------------------------------------------------------------------------------------------------------


async def _list(call: Call) -> Answer:
    moderator, now = call.moderator, call.now
    cases = casework.cases(moderator)
    matches = _matches(call, cases)
    order = table.queue((table.waiting(c.report.id, c.state, c.report.fields, c.report.arrived) for c in cases.values()), now)
    rows, lines = [], []
    for item in order:
        case = cases[item.id]
        row = _case_json(call, case, matches) | {"urgent": table.is_urgent(item), "escalated": table.is_escalated(item, now)}
        rows.append(row)
        lines += _case_lines(call, case, row)
    changes = _changes(call)
    for thing, proposal in changes:
        lines.append(
            f"{short(thing.id)}  alert: {proposal.body.kind} proposed by {name_of(moderator, proposal.by)}; "
            f"{_of(moderator, proposal)}. To read it and agree: parasol desk approve {short(thing.id)}"
        )
    value = {"reports": rows, "changes": [_change_json(moderator, thing, proposal) for thing, proposal in changes]}
    return Answer(value, lines or ["The desk is empty."])


async def _show(call: Call) -> Answer:
    if call.names_an_alert():
        thing, topics = call.thing(), call.moderator.board.charter.topics
        proposals = casework.open_changes(call.moderator, thing, call.now)
        changes = [_change_json(call.moderator, thing, proposal) for proposal in proposals]
        value = alert_json(thing, call.now) | {"change": changes[0] if changes else None, "changes": changes}
        lines = [f"{short(thing.id)}  {value['status']}", *indented(alert.render(thing.content, topics=topics))]
        for proposal in proposals:
            lines.append(f"Proposed: {proposal.body.kind}; {_of(call.moderator, proposal)}. Text id: {text_id(proposal)}")
            lines += _text(call, proposal)
        remember(call.work.home, thing.id, proposals)
        return Answer(value, lines)
    case = call.case()
    row = _case_json(call, case, _matches(call, casework.cases(call.moderator)))
    row |= {"fields": case.report.fields, "questions": case.questions, "answers": case.answers, "reason": case.reason}
    row |= {"draft": content_json(case.draft.body.content) if case.draft is not None else None}
    lines = [*_case_lines(call, case, row), *indented(report_lines(case.report.fields))]
    lines += [f"  We asked: {q}" for q in case.questions] + [f"  She says: {a}" for a in case.answers if a]
    if case.agreed_elsewhere and not case.agreed:
        lines.append("  She agreed to a text that was never drafted here: somebody showed her another. Write it anew with `desk draft`; she is then shown that.")  # fmt: skip
    if case.draft is not None:
        lines.append(f"  Draft; {_of(call.moderator, case.draft)}. Text id: {text_id(case.draft)}")
        lines += _text(call, case.draft)
    remember(call.work.home, case.report.id, [case.draft] if case.draft is not None else [])
    possible = [str(e) for e in table.possible(case.state, casework.facts(call.moderator, case)) if e not in table.REPORTER_EVENTS]
    lines.append(f"  Possible now: {', '.join(possible) or 'nothing'}")
    return Answer(row | {"possible": possible}, lines)


def _text(call: Call, proposal: Proposal) -> list[str]:
    """What members would read."""
    content = proposal.body.content
    lines = [content["reason"]] if proposal.body.kind == "retraction" else alert.render(content, topics=call.moderator.board.charter.topics)
    return indented(lines)


def _matches(call: Call, cases: dict[bytes, Case]) -> dict[bytes, list[tuple[bytes, str]]]:
    """Related reports and alerts of each report, with what relates them."""
    found: dict[bytes, list[tuple[bytes, str]]] = {report_id: [] for report_id in cases}
    for relation in table.related({c.report.id: c.report.fields for c in cases.values() if c.state is not State.WITHDRAWN}):
        found[relation.one].append((relation.other, relation.by))
        found[relation.other].append((relation.one, relation.by))
    board = call.moderator.board
    index = search.Index.of(listed(board))
    for case in cases.values():
        asked = [Identifier.from_map(dict(item)) for item in case.report.fields.get("identifiers", ())]
        if asked:
            result = search.check(asked, index, now=call.now, country=board.charter.country, collective=call.work.device.collective)
            found[case.report.id] += [(m.alert.id, "alert") for m in result.matches if m.alert.id != case.alert]
    return found


def _case_json(call: Call, case: Case, matches: dict[bytes, list[tuple[bytes, str]]]) -> dict[str, Any]:
    moderator = call.moderator
    return {
        "id": encode_id(case.report.id),
        "status": str(case.state),
        "kinds": case.report.fields["kinds"],
        "matches": list(dict.fromkeys(encode_id(other) for other, _ in matches.get(case.report.id, []))),
        "related": [{"id": encode_id(other), "by": by} for other, by in matches.get(case.report.id, [])],
        "severity": suggested_severity(case.report.fields["kinds"]),
        "arrived": moment(case.report.arrived),
        "claimed_by": None if case.claimed_by is None else name_of(moderator, case.claimed_by),
        "signed_by": None if case.report.signed_by is None else _signer(moderator, case.report.signed_by),
        "agreed": case.agreed,
        "approvals": len(moderator.approvals_of(case.draft)) if case.draft is not None else 0,
        "needed": moderator.board.charter.quorums["alert"],
        "text_id": text_id(case.draft) if case.draft is not None else None,
        "alert": None if case.alert is None else encode_id(case.alert),
    }


def _signer(moderator: Moderator, sign: bytes) -> str:
    found = moderator.log.members.get(sign)
    return found.alias if found is not None else "somebody"


def _case_lines(call: Call, case: Case, row: dict[str, Any]) -> list[str]:
    kinds = ", ".join(word("en", "kinds", kind) for kind in row["kinds"])
    words = [case.state.value, kinds, ago(call.now - case.report.arrived)]
    words += [f"with {row['claimed_by']}"] if row["claimed_by"] else []
    words += [f"{row['approvals']} of {row['needed']} approve"] if case.draft is not None else []
    mark = "!! " if row.get("escalated") else "!  " if row.get("urgent") else "   "
    lines = [f"{mark}{short(case.report.id)}  {'; '.join(words)}"]
    return lines + [f"       shares {r['by']} with {r['id'][:8]}" for r in row["related"]]


def _changes(call: Call) -> list[tuple[Thing, Proposal]]:
    # The second signature of *one so far* is waited for in its report's own row.
    found = [
        (thing, proposal) for thing in call.moderator.board.alerts for proposal in casework.open_changes(call.moderator, thing, call.now)
    ]
    return [(thing, proposal) for thing, proposal in found if proposal.report is None]


def _of(moderator: Moderator, proposal: Proposal) -> str:
    return f"{len(moderator.approvals_of(proposal))} of {moderator.needed_for(proposal.body)} approve"


def _change_json(moderator: Moderator, thing: Thing, proposal: Proposal) -> dict[str, Any]:
    return {
        "alert": encode_id(thing.id),
        "kind": proposal.body.kind,
        "approvals": len(moderator.approvals_of(proposal)),
        "needed": moderator.needed_for(proposal.body),
        "text_id": text_id(proposal),
        "content": content_json(proposal.body.content),
    }


# ---- a report's steps -----------------------------------------------------------------------------------------------


async def _done(call: Call, report_id: bytes, said: str) -> Answer:
    await call.work.finish()
    case = casework.find_case(call.moderator, report_id)
    return Answer(_case_json(call, case, {}), [said])


async def _claim(call: Call) -> Answer:
    one = call.case().report.id
    await call.work.session.do(lambda: casework.claim(call.moderator, casework.find_case(call.moderator, one)))
    return await _done(call, one, f"{short(one)} is yours.")


async def _ask(call: Call) -> Answer:
    one = call.case().report.id
    await call.work.session.do(lambda: casework.ask(call.moderator, casework.find_case(call.moderator, one), call.text, call.now))
    return await _done(call, one, f"Asked. Her answer comes with a later sync: parasol desk show {short(one)}")


async def _draft(call: Call) -> Answer:
    case = call.case()
    one = case.report.id
    if call.options.example:
        example = content_json(call.example(case))
        return Answer(example, json.dumps(example, ensure_ascii=False, indent=2).split("\n"))
    if call.given is None and not call.text:
        raise BadInput(
            f"write the alert into a file: parasol desk draft {short(one)} --example > alert.json, then --file alert.json; or --text"
        )
    content = call.content(call.given if call.given is not None else call.example(case) | {"text": call.text})
    await call.work.session.do(lambda: casework.draft(call.moderator, casework.find_case(call.moderator, one), content, call.now))
    written = casework.find_case(call.moderator, one).draft
    if written is not None and written.body.content == content:
        remember(call.work.home, one, [written])
    shown = casework.find_case(call.moderator, one).state is State.SHOWN
    lines = [
        "Noted. It is shown to her first; wait until she agrees." if shown else f"Noted. To approve: parasol desk approve {short(one)}"
    ]
    done = await _done(call, one, "")
    return Answer(done.value | {"draft": content_json(content)}, [*lines, *indented(alert.render(content, topics=call.moderator.board.charter.topics))])  # fmt: skip


async def _approve(call: Call) -> Answer:
    if call.names_an_alert():
        thing = call.thing()
        waiting = casework.open_changes(call.moderator, thing, call.now)
        if not waiting:
            raise NotAllowed("nothing is proposed for this alert")
        change = read_text(call.work, thing.id, waiting, call.options.text_id, lambda p: _text(call, p))
        await call.work.session.do(
            lambda: casework.approve_change(call.moderator, casework.find_alert(call.moderator, thing.id), call.now, shown=change)
        )
        return await _change(call, thing.id, about=change)
    case = call.case()
    one = case.report.id
    shown = _read_draft(call, case)
    await call.work.session.do(lambda: casework.approve(call.moderator, casework.find_case(call.moderator, one), call.now, shown=shown))
    done = await _done(call, one, "")
    missing = done.value["needed"] - done.value["approvals"]
    line = f"Approved. To publish: parasol desk publish {short(one)}" if missing <= 0 else f"Approved. {missing} more must approve."
    return Answer(done.value, [line])


def _read_draft(call: Call, case: Case) -> bytes:
    if case.draft is None:
        raise NotAllowed("there is no draft yet; write one with `desk draft`")
    return read_text(call.work, case.report.id, [case.draft], call.options.text_id, lambda p: _text(call, p))


async def _publish(call: Call) -> Answer:
    if call.names_an_alert():
        return await _change(call, call.thing().id, asked=True)
    case, one_so_far = call.case(), call.options.one_so_far
    one, session = case.report.id, call.work.session
    me, _ = call.moderator.me
    # With her word alone she signs here; otherwise those who approved have signed, and what goes out is what they signed.
    shown = _read_draft(call, case) if one_so_far else None
    if shown is not None and case.draft is not None and case.state is not State.APPROVED and me not in case.draft.approvals:
        read = shown
        await session.do(lambda: casework.approve(call.moderator, casework.find_case(call.moderator, one), call.now, shown=read))
        # A new charter had voided it: the same text was proposed anew.
        again = call.case().draft
        shown = again.body.hash if again is not None and again.body.content == case.draft.body.content else shown
    body = await session.publish_case(one, one_so_far=one_so_far, shown=shown)
    await call.work.finish()
    thing = casework.find_alert(call.moderator, body.object)
    last = thing.last
    said = "out, with one moderator so far; a second must approve within 72 hours" if one_so_far else "out"
    return Answer(
        {"alert": encode_id(thing.id), "seq": last.seq, "approvals": len(last.people)}, [f"The alert {short(thing.id)} is {said}."]
    )


async def _decline(call: Call) -> Answer:
    one = call.case().report.id
    await call.work.session.do(lambda: casework.decline(call.moderator, casework.find_case(call.moderator, one), call.text, call.now))
    return await _done(call, one, "Declined; she sees why.")


async def _merge(call: Call) -> Answer:
    one, into = call.case().report.id, call.case(call.options.more).report.id
    await call.work.session.do(
        lambda: casework.merge(call.moderator, casework.find_case(call.moderator, one), casework.find_case(call.moderator, into), call.now)
    )
    return await _done(call, one, f"{short(one)} now belongs to {short(into)}.")


# ---- an alert's steps -----------------------------------------------------------------------------------------------


async def _amend(call: Call) -> Answer:
    thing, content = call.thing(), call.content(call.given)
    await call.work.session.do(lambda: casework.amend(call.moderator, casework.find_alert(call.moderator, thing.id), content, call.now))
    return await _change(call, thing.id, about=_proposed(call, thing.id, content))


async def _retract(call: Call) -> Answer:
    thing = call.thing()
    await call.work.session.do(lambda: casework.retract(call.moderator, casework.find_alert(call.moderator, thing.id), call.text, call.now))
    return await _change(call, thing.id, about=_proposed(call, thing.id, {"reason": call.text}))


def _proposed(call: Call, object_id: bytes, content: dict[str, Any]) -> bytes | None:
    """The newest open proposal with what this person wrote."""
    waiting = casework.open_changes(call.moderator, casework.find_alert(call.moderator, object_id), call.now)
    return next((p.body.hash for p in reversed(waiting) if p.body.content == content), None)


def _waiting_change(call: Call, object_id: bytes, about: bytes | None) -> Proposal | None:
    waiting = casework.open_changes(call.moderator, casework.find_alert(call.moderator, object_id), call.now)
    return next((p for p in waiting if p.body.hash == about), waiting[0] if waiting else None)


async def _change(call: Call, object_id: bytes, *, asked: bool = False, about: bytes | None = None) -> Answer:
    """Publishes an amendment or a retraction if enough people have approved it; says how many are missing otherwise.

    Args:
        about: the proposal to speak of, if several are open.
    """
    before = _waiting_change(call, object_id, about)
    if before is None and asked:
        raise NotAllowed("nothing is proposed for this alert")
    out = await call.work.session.publish_change(object_id)
    if asked and not out and before is not None:
        raise NotAllowed(f"not enough people have approved it yet: {_of(call.moderator, before)}")
    await call.work.finish()
    thing = casework.find_alert(call.moderator, object_id)
    value: dict[str, Any] = {"alert": encode_id(thing.id), "published": out, "seq": thing.last.seq if out else None}
    if out:
        return Answer(value | {"approvals": len(thing.last.people)}, [f"{short(thing.id)} is {'taken back' if thing.retracted else 'corrected'}; readers see it at their next sync."])  # fmt: skip
    proposal = _waiting_change(call, object_id, about)
    count = len(call.moderator.approvals_of(proposal)) if proposal is not None else 0
    needed = call.moderator.needed_for(proposal.body) if proposal is not None else 0
    return Answer(
        value | {"approvals": count, "needed": needed},
        [f"Proposed; {count} of {needed} approve. Another runs: parasol desk approve {short(thing.id)}"],
    )


_DO: Final[dict[str, Callable[[Call], Awaitable[Answer]]]] = {
    "list": _list, "show": _show, "claim": _claim, "ask": _ask, "draft": _draft, "approve": _approve, "publish": _publish,
    "decline": _decline, "merge": _merge, "amend": _amend, "retract": _retract,
}  # fmt: skip

COMMANDS: Final = [
    Command("desk", "moderator", "the reports that wait, and every step they take", "parasol desk show 3f9k2m01", desk, _arguments),
]
