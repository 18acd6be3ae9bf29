"""The desk: what moderators do with reports, and with alerts afterwards."""

from __future__ import annotations

import argparse
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from alerts import alert, casework
from alerts.casework import Case
from alerts.desk import Event, State
from alerts.log import Proposal
from crypto.base32 import encode_id
from crypto.errors import BadInput, NotAllowed, Refused

from . import casefile, queue
from .base import Answer, Command, Context
from .call import Call
from .device import PATIENCE, opened
from .names import name_of
from .queue import of, text
from .shapes import content_json, indented, read_json, short
from .shown import read_text, remember, text_id
from .terminal import HISTORY

_ACTIONS: Final = (
    "list",
    "show",
    "claim",
    "hand-back",
    "read",
    "ask",
    "draft",
    "approve",
    "publish",
    "decline",
    "merge",
    "amend",
    "retract",
    "erase",
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        choices=_ACTIONS,
        nargs="?",
        default="list",
        help="claim: you work on it; hand-back: no more. read: you have read what she said when it was out or over. ask: a question to her. draft: the text for members. approve: your word for that text, "
        "once `show` has shown it to you. publish: enough have approved. decline: no warning, and she sees why. merge: two reports of the same. "
        "amend, retract: a warning that is out. erase: a warning with all its versions, for good; another moderator does the same",
    )
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the beginning of a report's id; of an alert's for amend, retract and erase, and to approve or publish those",
    )
    parser.add_argument("more", nargs="?", metavar="TEXT|INTO", help=f"ask: the question; {HISTORY}. merge: the other report")
    parser.add_argument("--file", metavar="alert.json", help="draft and amend: the public text and its fields; - is standard input")
    parser.add_argument("--example", action="store_true", help="draft: print one made from the report, to be edited; nothing is kept")
    parser.add_argument("--text", metavar="TEXT", help=f"draft: the report's own fields with this public text; {HISTORY}")
    parser.add_argument(
        "--text-id",
        metavar="T",
        help="approve, publish --one-so-far: the id of the text you read, as `desk show` prints it; nothing is asked then",
    )
    parser.add_argument("--one-so-far", action="store_true", help="publish: with your word alone, for 72 hours; dangerous or worse only")
    parser.add_argument("--reason", metavar="R", help=f"decline and retract: why; {HISTORY}")
    parser.add_argument("--all", action="store_true", help="list: what is finished too")
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="claim, hand-back, decline, merge: also if somebody else has claimed it; nothing is asked then",
    )


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
    said = ""
    if action == "ask":
        said = context.terminal.text(options.more, "Your question to her: ")
    elif action in ("decline", "retract"):
        said = context.terminal.text(options.reason, "Why? (those concerned see it): ")
    elif action == "draft" and options.text is not None:
        said = context.terminal.text(options.text, "")
    given = read_json(options.file, "the alert") if options.file is not None else None
    looking = action in ("list", "show")
    async with opened(context, offline=looking, patience=PATIENCE if looking else None, beside=looking) as work:
        if isinstance(work.trouble, Refused):
            # Who was removed, or is shown a false board, does not go on as a moderator.
            raise work.trouble
        for warning in work.warnings if looking else ():
            context.terminal.warn(warning)
        work.moderator  # noqa: B018  says who may
        return await _DO[action](Call(work, options, said, given))


# ---- a report's steps -----------------------------------------------------------------------------------------------


async def _done(call: Call, report_id: bytes, said: str) -> Answer:
    await call.work.finish()
    case = casework.find_case(call.moderator, report_id)
    return Answer(casefile.case_json(call, case, {}), [said])


async def _claim(call: Call) -> Answer:
    case = call.case()
    one, holder = case.report.id, case.claimed_by
    casefile.check_step(call, case, Event.CLAIM)
    if case.state is State.CLAIMED and casefile.is_mine(call, case):
        return await _done(call, one, f"{short(one)} is yours already.")
    if case.state is not State.DECLINED:
        _check_whose(call, case, "Take it over")

    def decide() -> casework.Work:
        now = casework.find_case(call.moderator, one)
        if now.claimed_by not in (holder, None, call.moderator.me[0]):
            raise NotAllowed(f"{casefile.whose(call, now)} has claimed it just now")
        return casework.claim(call.moderator, now)

    await call.work.session.do(decide)
    return await _done(call, one, f"{short(one)} is yours. To read it: parasol desk show {short(one)}")


def _check_whose(call: Call, case: Case, what: str) -> None:
    """Returns if nobody else has claimed it, or if this person means to do it all the same.

    Raises:
        NotAllowed: she does not, or nobody can be asked.
    """
    terminal, holder = call.work.context.terminal, casefile.whose(call, case)
    if case.claimed_by is None or casefile.is_mine(call, case) or call.options.take_over:
        return
    if not terminal.watched:
        raise NotAllowed(f"{holder} has claimed this already; speak with her, or add --take-over")
    if not terminal.confirm(f"{holder} has claimed this already. {what} all the same?"):
        raise NotAllowed("nothing was done")


async def _hand_back(call: Call) -> Answer:
    one = _taking(call, Event.HAND_BACK, "Hand it back").report.id
    await call.work.session.do(lambda: casework.hand_back(call.moderator, casework.find_case(call.moderator, one)))
    return await _done(call, one, f"{short(one)} is nobody's now. Somebody else can claim it.")


async def _read(call: Call) -> Answer:
    case = _taking(call, Event.READ)
    one, newest = case.report.id, case.report.counter
    await call.work.session.do(lambda: casework.read(call.moderator, casework.find_case(call.moderator, one), newest))
    return await _done(call, one, f"{short(one)}: noted that it was read.")


def _taking(call: Call, event: Event, what: str = "") -> Case:
    """The case that was named, if it can take this step.

    Args:
        what: a step that would end somebody else's work: she is asked. Otherwise she is told whose it is.

    Raises:
        BadInput: there is none.
        NotAllowed: it cannot; or somebody else has claimed it, and this person does not mean to take it from her.
    """
    case = call.case()
    casefile.check_step(call, case, event)
    if what:
        _check_whose(call, case, what)
    elif case.claimed_by is not None and not casefile.is_mine(call, case):
        call.work.context.terminal.warn(f"{casefile.whose(call, case)} has claimed this report. Tell her what you do.")
    return case


async def _ask(call: Call) -> Answer:
    one = _taking(call, Event.ASK).report.id
    await call.work.session.do(lambda: casework.ask(call.moderator, casework.find_case(call.moderator, one), call.text, call.now))
    return await _done(call, one, f"Asked. She sees it when her device is on. Look for her answer later: parasol desk show {short(one)}")


async def _draft(call: Call) -> Answer:
    case = call.case()
    one = case.report.id
    if call.options.example:
        example = content_json(call.example(case))
        return Answer(example, json.dumps(example, ensure_ascii=False, indent=2).split("\n"))
    _taking(call, Event.DRAFT)
    if call.given is None and not call.text and call.work.context.terminal.watched:
        call = replace(call, text=call.work.context.terminal.text(None, "What was reported, for members (never who somebody is): "))
    if call.given is None and not call.text:
        raise BadInput(
            f"no text came; pipe it in with --text -, or write a whole one: parasol desk draft {short(one)} --example > alert.json, then --file alert.json"
        )
    content = call.content(call.given if call.given is not None else call.example(case) | {"text": call.text})
    await call.work.session.do(lambda: casework.draft(call.moderator, casework.find_case(call.moderator, one), content, call.now))
    written = casework.find_case(call.moderator, one).draft
    if written is not None and written.body.content == content:
        remember(call.work.home, one, [written])
    shown = casework.find_case(call.moderator, one).state is State.SHOWN
    lines = [
        "Noted. It is shown to her first; wait until she agrees. Members would read:"
        if shown
        else f"Noted. To approve it: parasol desk approve {short(one)}. Members would read:"
    ]
    done = await _done(call, one, "")
    return Answer(done.value | {"draft": content_json(content)}, [*lines, *indented(alert.render(content, topics=call.moderator.board.charter.topics))])  # fmt: skip


async def _approve(call: Call) -> Answer:
    if call.names_an_alert():
        thing = call.thing()
        waiting = casework.open_changes(call.moderator, thing, call.now)
        if not waiting:
            raise NotAllowed("nothing is proposed for this warning")
        # What she signed already is not what she means.
        waiting = [p for p in waiting if call.moderator.me[0] not in p.approvals] or waiting
        change = read_text(call.work, thing.id, waiting, call.options.text_id, lambda p: text(call, p))
        return await _agree(call, thing.id, change)
    case = call.case()
    one = case.report.id
    if case.draft is not None:
        casefile.check_step(call, case, Event.APPROVE)
    shown = _read_draft(call, case)
    await call.work.session.do(lambda: casework.approve(call.moderator, casework.find_case(call.moderator, one), call.now, shown=shown))
    done = await _done(call, one, "")
    missing = done.value["needed"] - done.value["approvals"]
    line = (
        f"Approved. To publish: parasol desk publish {short(one)}"
        if missing <= 0
        else f"Approved. {missing} more must approve: another moderator runs parasol desk show {short(one)}, then desk approve {short(one)}"
    )
    return Answer(done.value, [line])


async def _agree(call: Call, object_id: bytes, change: bytes) -> Answer:
    await call.work.session.do(
        lambda: casework.approve_change(call.moderator, casework.find_alert(call.moderator, object_id), call.now, shown=change)
    )
    return await _change(call, object_id, about=change)


def _read_draft(call: Call, case: Case) -> bytes:
    if case.draft is None:
        raise NotAllowed(f"no text was written yet; write it with: parasol desk draft {short(case.report.id)}")
    return read_text(call.work, case.report.id, [case.draft], call.options.text_id, lambda p: text(call, p))


async def _publish(call: Call) -> Answer:
    if call.names_an_alert():
        return await _change(call, call.thing().id, asked=True)
    case, one_so_far = call.case(), call.options.one_so_far
    one, session = case.report.id, call.work.session
    _check_publishing(call, case)
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


def _check_publishing(call: Call, case: Case) -> None:
    """Returns if the text may go out by all that this device knows.

    Raises:
        NotAllowed: something is missing. The sentence says what, and what to type.
    """
    one = short(case.report.id)
    if case.draft is None:
        raise NotAllowed(f"no text was written yet; write it with: parasol desk draft {one}")
    if call.options.one_so_far:
        return
    if case.state not in (State.APPROVED, State.SO_FAR):
        raise NotAllowed(
            f"this cannot go out now: {casefile.in_words(call, case)}. Possible now: {', '.join(casefile.commands(call, case)) or 'nothing'}"
        )
    count, needed = len(call.moderator.approvals_of(case.draft)), call.moderator.board.charter.quorums["alert"]
    if count < needed:
        raise NotAllowed(
            f"not enough people have approved it yet: {count} of {needed}. Another moderator runs: parasol desk show {one}, then desk approve {one}"
        )


async def _decline(call: Call) -> Answer:
    one = _taking(call, Event.DECLINE, "Decline it").report.id
    await call.work.session.do(lambda: casework.decline(call.moderator, casework.find_case(call.moderator, one), call.text, call.now))
    return await _done(call, one, "Declined; she sees why.")


async def _merge(call: Call) -> Answer:
    one, into = _taking(call, Event.MERGE, "Merge it").report.id, call.case(call.options.more).report.id
    await call.work.session.do(
        lambda: casework.merge(call.moderator, casework.find_case(call.moderator, one), casework.find_case(call.moderator, into), call.now)
    )
    return await _done(call, one, f"{short(one)} is put together with {short(into)}. Go on with that one: parasol desk show {short(into)}")


# ---- an alert's steps -----------------------------------------------------------------------------------------------


async def _amend(call: Call) -> Answer:
    thing, content = call.thing(), call.content(call.given)
    await call.work.session.do(lambda: casework.amend(call.moderator, casework.find_alert(call.moderator, thing.id), content, call.now))
    return await _change(call, thing.id, about=_proposed(call, thing.id, content))


async def _retract(call: Call) -> Answer:
    thing = call.thing()
    others = [p for p in casework.open_changes(call.moderator, thing, call.now) if _is_anothers(call, p)]
    terminal = call.work.context.terminal
    for other in others if terminal.watched else ():
        terminal.say(f"{name_of(call.moderator, other.by)} has proposed to take it back already, because: {other.body.content['reason']}")
        if terminal.confirm("Agree to that, with that reason? Only then your two words count together."):
            return await _agree(call, thing.id, other.body.hash)
    await call.work.session.do(lambda: casework.retract(call.moderator, casework.find_alert(call.moderator, thing.id), call.text, call.now))
    answer = await _change(call, thing.id, about=_proposed(call, thing.id, {"reason": call.text}))
    if not answer.value["published"]:
        answer.lines += [
            f"{name_of(call.moderator, p.by)} proposes it too, with another reason, so your words do not count together. To agree to that one: "
            f"parasol desk show {short(thing.id)}, then desk approve {short(thing.id)} --text-id {text_id(p)}"
            for p in others
        ]
    return answer


async def _erase(call: Call) -> Answer:
    thing, terminal = call.thing(), call.work.context.terminal
    if terminal.watched and not terminal.confirm(f"Erase the warning {short(thing.id)} with all its versions? Nobody can bring it back."):
        raise NotAllowed("nothing was done")
    out = await call.work.session.erase(thing.id)
    await call.work.finish()
    waiting = [p for other, p in call.moderator.erasures_open(call.now) if other.id == thing.id]
    value = {"alert": encode_id(thing.id), "erased": out}
    if out:
        return Answer(
            value,
            [
                f"{short(thing.id)} is erased: devices forget it at their next sync, and the relay in 72 hours. Any moderator can stop the relay till then."
            ],
        )
    return Answer(
        value,
        [
            f"Proposed; {of(call.moderator, waiting[0]) if waiting else 'it waits'}. Another moderator runs: parasol desk erase {short(thing.id)}"
        ],
    )


def _is_anothers(call: Call, proposal: Proposal) -> bool:
    """A retraction that somebody else proposed, with another reason, and that this person has not agreed to."""
    other = proposal.body.kind == "retraction" and proposal.body.content != {"reason": call.text}
    return other and call.moderator.me[0] not in proposal.approvals


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
        raise NotAllowed(f"not enough people have approved it yet: {of(call.moderator, before)}")
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
        [f"Proposed; {count} of {needed} approve. Another moderator runs: parasol desk approve {short(thing.id)}"],
    )


_DO: Final[dict[str, Callable[[Call], Awaitable[Answer]]]] = {
    "list": queue.list_, "show": queue.show, "claim": _claim, "hand-back": _hand_back, "read": _read, "ask": _ask, "draft": _draft, "approve": _approve, "publish": _publish,
    "decline": _decline, "merge": _merge, "amend": _amend, "retract": _retract, "erase": _erase,
}  # fmt: skip

COMMANDS: Final = [
    Command("desk", "moderator", "the reports that wait, and every step they take", "parasol desk show 3f9k2m01", desk, _arguments),
]
