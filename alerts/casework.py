"""Casework: what moderators do with reports and alerts, as notes for the log, mail for reporters and entries for the board.

A case is read from the log and the reporter's follow-ups through the one table of :mod:`alerts.desk`. Clocks differ, so
the order is the log's: a *heard* note says up to which follow-up somebody had read. Nothing here writes; whoever syncs does, and asks again if somebody else was quicker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crypto.approvals import Approval
from crypto.chain import Entry
from crypto.errors import BadInput, NotAllowed

from . import alert as alerts
from . import desk
from .board import SO_FAR_LIFE
from .contents import content_hash
from .desk import TABLE, Event, Facts, State, facts_of
from .duties import letter
from .inbox import Report, heard
from .log import HEARD, Proposal
from .mail import MailItem
from .moderator import Moderator, NoteDraft
from .statements import Body, new_object
from .statements import approve as approve_body
from .things import Thing


@dataclass(slots=True)
class Case:
    """A report and where it stands. ``draft`` is the text that approvals are for."""

    report: Report
    state: State = State.RECEIVED
    claimed_by: bytes | None = None
    #: The text that the reporter agreed to, by its hash; and whether she agreed to one that was never this report's draft.
    agreed_to: bytes | None = field(default=None, repr=False)
    agreed_elsewhere: bool = False
    released: bool = False
    draft: Proposal | None = None
    alert: bytes | None = None
    questions: list[str] = field(default_factory=list, repr=False)
    answers: list[str] = field(default_factory=list, repr=False)
    reason: str = field(default="", repr=False)
    merged_into: bytes | None = None
    #: She corrected her report after its alert was out.
    corrected: bool = False
    #: What she said when it was out or over: counter and event. And up to which follow-up somebody has read.
    late: list[tuple[int, Event]] = field(default_factory=list)
    read: int = 0

    @property
    def agreed(self) -> bool:
        """Whether the reporter agreed to the very text of the draft."""
        return self.draft is not None and self.agreed_to in _texts(self.draft)

    @property
    def unread(self) -> list[Event]:
        """What she said when it was out or over and nobody has read yet, oldest first."""
        return [event for counter, event in self.late if counter > self.read]


@dataclass(slots=True)
class Work:
    """What follows from a decision: notes first, then mail."""

    notes: list[NoteDraft] = field(default_factory=list, repr=False)
    letters: list[MailItem] = field(default_factory=list)


# ---- reading cases ------------------------------------------------------------------------------------------------


def cases(moderator: Moderator) -> dict[bytes, Case]:
    """Every report on this device, by id."""
    return {report_id: _case(moderator, report) for report_id, report in moderator.inbox.reports.items()}


def find_case(moderator: Moderator, report_id: bytes) -> Case:
    """One case.

    Raises:
        BadInput: there is no such report.
    """
    report = moderator.inbox.reports.get(report_id)
    if report is None:
        raise BadInput("no report has this id")
    return _case(moderator, report)


def _case(moderator: Moderator, report: Report) -> Case:
    case = Case(report)
    waiting = list(report.follow_ups)
    for step in moderator.log.steps.get(report.id, []):
        if step.event == HEARD:
            # Only what it names by hash was heard: a counter alone would also put in order what nobody had written yet.
            named = next((i for i, (counter, _, body) in enumerate(waiting, 1) if step.data == heard(counter, body)), 0)
            for counter, _, body in waiting[:named]:
                _apply(moderator, case, body["kind"], None, body, counter)
            waiting = waiting[named:]
        else:
            _apply(moderator, case, step.event, step.person, step.data)
    for counter, _, body in waiting:
        _apply(moderator, case, body["kind"], None, body, counter)
    return case


def _apply(moderator: Moderator, case: Case, name: str, person: bytes | None, data: dict[str, Any], counter: int = 0) -> None:
    if name not in list(Event):
        return  # *seen*, or an event of a newer version
    event = Event(name)
    move = TABLE.get((case.state, event))
    if move is None or (event in desk.REPORTER_EVENTS) != (person is None):
        return
    shown = data.get("shown")
    if event is Event.AGREE and (case.draft is None or shown not in _texts(case.draft)):
        # A yes to another text is none to this one. Had she read an earlier draft, it is in the log.
        drafts = [p for p in moderator.log.proposals.values() if p.report == case.report.id]
        case.agreed_elsewhere |= shown is not None and case.draft is not None and all(shown not in _texts(p) for p in drafts)
        return
    if event is Event.READ:
        case.read = max([case.read, *(n for n, _, body in case.report.follow_ups if data == heard(n, body))])
        return
    if desk.is_late(case.state, event):
        case.late.append((counter, event))
    elif move.to not in desk.OVER:
        # It is worked on again, with all she said before eyes.
        case.late.clear()
    case.corrected |= event is Event.CORRECT and case.state in (State.SO_FAR, State.PUBLISHED)
    # The guards were asked by the device that wrote the note; what reached readers is judged by the board, not here.
    case.state = move.to
    named = _named_draft(moderator, case, event, data)
    # Only the very text she agreed to is the same: the note's word alone is not enough.
    again = data.get("same") is True and named is not None and case.draft is not None and named.body.content == case.draft.body.content
    # What is out already stays what she agreed to; the second person reads what she has said since.
    out = move.to is State.SO_FAR or (move.to is State.PUBLISHED and event is Event.ANSWER)
    if event in (Event.DRAFT, Event.ASK, Event.ANSWER, Event.CORRECT) and not again and not out:
        case.agreed_to = None
    if event is Event.CLAIM:
        case.claimed_by = person
    elif event is Event.HAND_BACK:
        case.claimed_by = None
    elif event is Event.ASK:
        case.questions.append(data.get("text", ""))
    elif event in (Event.ANSWER, Event.CORRECT):
        case.answers.append(data["text"])
    elif event is Event.AGREE:
        case.agreed_to = shown
    elif event is Event.RELEASE:
        case.released = True
    elif event is Event.DECLINE:
        case.reason = data.get("reason", "")
    elif event is Event.MERGE:
        case.merged_into = data.get("into")
    case.draft = named or case.draft
    if "alert" in data:
        case.alert = data["alert"]


def _texts(proposal: Proposal) -> tuple[bytes, bytes]:
    # That one moderator stands behind it so far is no part of what a reporter agrees to.
    content = proposal.body.content
    return content_hash(content | {"so_far": False}), content_hash(content | {"so_far": True})


def _named_draft(moderator: Moderator, case: Case, event: Event, data: dict[str, Any]) -> Proposal | None:
    # A step makes nothing its report's draft but an alert that was proposed for this report: people sign what stands here.
    proposal = moderator.log.proposals.get(data.get("body", b""))
    if event not in (Event.DRAFT, Event.PUBLISH_SO_FAR) or proposal is None:
        return None
    return proposal if proposal.body.kind in ("alert", "amendment") and proposal.report == case.report.id else None


def facts(moderator: Moderator, case: Case) -> Facts:
    """What the table's guards look at."""
    return _facts(moderator, case, case.draft)


def _facts(moderator: Moderator, case: Case, text: Proposal | None) -> Facts:
    charter = moderator.board.charter
    told: dict[str, Any] = {
        "agreed": text is not None and case.agreed_to in _texts(text),
        "released": case.released,
        "approvals": len(moderator.approvals_of(text)) if text is not None else 0,
        "quorum": charter.quorums["alert"],
    }
    if text is not None and "severity" in text.body.content:
        told["severity"] = text.body.content["severity"]
    return facts_of(case.report.fields, **told)


def standing(moderator: Moderator, case: Case, now: int) -> Thing | None:
    """The alert of a report, while members still read it."""
    thing = None if case.alert is None else moderator.board.things.get(case.alert)
    return None if thing is None or thing.retracted or thing.expired(now) else thing


def written_since(moderator: Moderator, case: Case, now: int) -> bool:
    """Whether the reporter corrected her report once its alert was out, and nobody has changed the alert since."""
    thing = standing(moderator, case, now)
    if thing is None or not case.corrected:
        return False
    amended = thing.last.time if len(thing.versions) > 1 else 0
    return any(arrived > amended for _, arrived, body in case.report.follow_ups if body["kind"] == Event.CORRECT)


def check_consent(moderator: Moderator, proposal: Proposal) -> None:
    """Returns if a proposed text came from no report, or if its reporter's word allows that somebody approves it.

    Raises:
        NotAllowed: it does not, or nobody can tell because the report is not on this device.
    """
    if proposal.report is None:
        return
    report = moderator.inbox.reports.get(proposal.report)
    if report is None:
        raise NotAllowed("the report this text is from is not on this device, so it cannot tell what she agreed to")
    desk.check(desk.CONSENT, _facts(moderator, _case(moderator, report), proposal))


def _note(case: Case, event: Event, **data: Any) -> NoteDraft:
    return ("desk", {"report": case.report.id, "event": str(event), "data": data})


def _allowed(moderator: Moderator, case: Case, event: Event) -> State:
    return desk.step(case.state, event, facts(moderator, case))


# ---- deciding -----------------------------------------------------------------------------------------------------


def claim(moderator: Moderator, case: Case) -> Work:
    """This person works on the report now."""
    _allowed(moderator, case, Event.CLAIM)
    return Work([_note(case, Event.CLAIM)])


def hand_back(moderator: Moderator, case: Case) -> Work:
    """Nobody works on the report any more: it waits for somebody else."""
    _allowed(moderator, case, Event.HAND_BACK)
    return Work([_note(case, Event.HAND_BACK)])


def read(moderator: Moderator, case: Case, counter: int) -> Work:
    """This person has read what she said when the report was out or over.

    Args:
        counter: of the newest follow-up that this person was shown.

    Raises:
        NotAllowed: there is nothing new up to there.
    """
    _allowed(moderator, case, Event.READ)
    if not any(case.read < late <= counter for late, _ in case.late):
        raise NotAllowed("there is nothing new to read in this report")
    shown = next(heard(n, body) for n, _, body in reversed(case.report.follow_ups) if n <= counter)
    return Work([_note(case, Event.READ, **shown)])


def ask(moderator: Moderator, case: Case, text: str, now: int) -> Work:
    """A question to the reporter, by mail."""
    state = _allowed(moderator, case, Event.ASK)
    number = len(case.questions) + 1
    mail = letter(moderator, case.report.id, now, "question", text=text, status=str(state), question=number)
    return Work([_note(case, Event.ASK, text=text)], [mail])


def draft(moderator: Moderator, case: Case, content: dict[str, Any], now: int) -> Work:
    """A public text to approve. If the reporter wants to see it first, it goes to her by mail.

    Args:
        content: as :func:`alerts.alert.validate_alert` gives it.
    """
    _allowed(moderator, case, Event.DRAFT)
    body = moderator.make_statement("alert", content, now, object_id=new_object())
    work = Work([*moderator.proposal_notes(body, report=case.report.id), _note(case, Event.DRAFT, body=body.hash)])
    if facts(moderator, case).show_first:
        work.notes.append(_note(case, Event.SHOW, body=body.hash))
        work.letters.append(letter(moderator, case.report.id, now, "preview", status=str(State.SHOWN), preview=content))
    return work


def _read(proposal: Proposal, shown: bytes) -> None:
    """What is signed is what was read: a person is never asked to sign what stands there by now.

    Raises:
        NotAllowed: something else stands there.
    """
    if proposal.body.hash != shown:
        raise NotAllowed("the text is another than the one you were shown; look at it again with `desk show`")


def approve(moderator: Moderator, case: Case, now: int, *, shown: bytes) -> Work:
    """This person's approval of the draft; of the same text anew if a new charter has voided it.

    Args:
        shown: the hash of the body that this person was shown.

    Raises:
        NotAllowed: the draft is another by now, or cannot be approved.
    """
    if case.draft is None:
        raise NotAllowed("there is no draft to approve yet; write one with `desk draft`")
    notes: list[NoteDraft] = []
    proposal = case.draft
    _read(proposal, shown)
    if not moderator.is_open(proposal, now):
        if moderator.board.has(proposal.body):
            raise NotAllowed("this is published already")
        desk.check(desk.CONSENT, facts(moderator, case))
        body = moderator.make_statement(
            proposal.body.kind, proposal.body.content, now, object_id=proposal.body.object, previous=_last(moderator, proposal.body.object)
        )
        notes = [*moderator.proposal_notes(body, report=case.report.id), _note(case, Event.DRAFT, body=body.hash, same=True)]
        if case.state not in (State.CLAIMED, State.SO_FAR):
            desk.step(case.state, Event.DRAFT)
        return Work([*notes, moderator.approval_note(body), _note(case, Event.APPROVE, body=body.hash)])
    _allowed(moderator, case, Event.APPROVE)
    me, _ = moderator.me
    if me in proposal.approvals:
        raise NotAllowed("you have approved this already; somebody else must be the second")
    letters = []
    if _is_held(moderator, case) and len(moderator.approvals_of(proposal)) + 1 >= moderator.needed_for(proposal.body):
        # Only her word is missing now. She has to hear of it, or it waits for good.
        letters = [letter(moderator, case.report.id, now, "status", status=str(State.HELD))]
    return Work([moderator.approval_note(proposal.body), _note(case, Event.APPROVE, body=proposal.body.hash)], letters)


def _is_held(moderator: Moderator, case: Case) -> bool:
    """Whether she asked to hold it, and has not said yet that it may go out."""
    known = facts(moderator, case)
    return known.hold and not known.released


def _last(moderator: Moderator, object_id: bytes) -> Body | None:
    thing = moderator.board.things.get(object_id)
    return thing.last.body if thing else None


def decline(moderator: Moderator, case: Case, reason: str, now: int) -> Work:
    """No alert comes of it; the reporter sees why."""
    state = _allowed(moderator, case, Event.DECLINE)
    mail = letter(moderator, case.report.id, now, "status", text=reason, status=str(state))
    return Work([_note(case, Event.DECLINE, reason=reason)], [mail])


def merge(moderator: Moderator, case: Case, into: Case, now: int) -> Work:
    """Both reports are about the same; work goes on with the other."""
    if into.report.id == case.report.id:
        raise BadInput("a report cannot be merged into itself")
    state = _allowed(moderator, case, Event.MERGE)
    mail = letter(moderator, case.report.id, now, "status", status=str(state))
    return Work([_note(case, Event.MERGE, into=into.report.id)], [mail])


# ---- publishing ---------------------------------------------------------------------------------------------------


def publication(moderator: Moderator, case: Case, now: int, *, shown: bytes) -> Entry:
    """The entry that publishes the draft.

    Args:
        shown: the hash of the body that is to be published.

    Raises:
        NotAllowed: consent, hold or quorum stand against it, or the draft is another by now.
    """
    if case.draft is None:
        raise NotAllowed("there is no draft yet; write one with `desk draft`")
    _read(case.draft, shown)
    if moderator.board.has(case.draft.body):
        raise NotAllowed("this is published already")
    _allowed(moderator, case, Event.PUBLISH)
    if not moderator.is_open(case.draft, now):
        raise NotAllowed("the charter changed since this was approved; approve it again")
    body = case.draft.body
    entry = moderator.statement_entry(body, moderator.approvals_of(case.draft), now, urgent=alerts.urgent(body.content))
    if (refusal := moderator.would_refuse([entry])) is not None:
        raise NotAllowed(f"readers would not accept this as it stands ({refusal.detail}); write it anew with `desk draft`")
    return entry


def _published(moderator: Moderator, case: Case, body: Body, now: int) -> Work:
    """What the log and the reporter learn once the entry stands on the board."""
    mail = letter(moderator, case.report.id, now, "status", status=str(State.PUBLISHED))
    return Work([_note(case, Event.PUBLISH, alert=body.object)], [mail])


def so_far(moderator: Moderator, case: Case, now: int, *, shown: bytes) -> tuple[Work, Body, Body]:
    """One moderator's word, for 72 hours: notes that propose and approve it, and the amendment that a second person makes final.

    The first person signs the amendment at once, so that the second needs nobody awake.

    Args:
        shown: the hash of the body that this person was shown.

    Returns:
        the work, the alert's body, and the amendment's.

    Raises:
        NotAllowed: consent, hold, severity or the rules stand against it, or the draft is another by now.
    """
    if case.draft is None:
        raise NotAllowed("there is no draft yet; write one with `desk draft`")
    _read(case.draft, shown)
    if moderator.board.charter.quorums["alert"] < 2:
        raise NotAllowed("here one person is enough; use `desk publish`")
    _allowed(moderator, case, Event.PUBLISH_SO_FAR)
    content = case.draft.body.content
    first = moderator.make_statement(
        "alert", content | {"so_far": True, "expires": min(content["expires"], now + SO_FAR_LIFE)}, now, object_id=new_object()
    )
    second = moderator.make_statement("amendment", content | {"so_far": False}, now, object_id=first.object, previous=first)
    me, device = moderator.me
    entry = moderator.statement_entry(first, [Approval(me, device, approve_body(moderator.device.sign, first))], now, urgent=2)
    if (refusal := moderator.would_refuse([entry])) is not None:
        raise NotAllowed(f"readers would not accept this: {refusal.detail}")
    notes = [
        *moderator.proposal_notes(first, report=case.report.id, approved=True),
        *moderator.proposal_notes(second, report=case.report.id, approved=True),
    ]
    return Work(notes), first, second


def _so_far_published(moderator: Moderator, case: Case, first: Body, second: Body, now: int) -> Work:
    """What the log and the reporter learn once it stands on the board: what awaits approval now is the amendment."""
    mail = letter(moderator, case.report.id, now, "status", status=str(State.SO_FAR))
    return Work([_note(case, Event.PUBLISH_SO_FAR, alert=first.object, body=second.hash)], [mail])


def untold(moderator: Moderator) -> list[bytes]:
    """The reports whose alert stands on the board, and of which log and reporter were not told: who published it was ended in the middle of it."""
    return [report_id for report_id, case in cases(moderator).items() if _stands_untold(moderator, case) is not None]


def told_now(moderator: Moderator, report: bytes, now: int) -> Work:
    """What they are still to learn of it; nothing, if somebody else has told them since."""
    case = find_case(moderator, report)
    out = _stands_untold(moderator, case)
    if out is None:
        return Work()
    first, second = out
    return _published(moderator, case, first, now) if second is None else _so_far_published(moderator, case, first, second, now)


def _stands_untold(moderator: Moderator, case: Case) -> tuple[Body, Body | None] | None:
    """What is out of it without a note that says so: its alert; and the amendment that waits, if it is out with one moderator so far."""
    board = moderator.board
    if case.draft is not None and case.state in (State.APPROVED, State.SO_FAR) and board.has(case.draft.body):
        return case.draft.body, None
    if case.state is not State.APPROVED:
        return None
    own = [proposal.body for proposal in moderator.log.proposals.values() if proposal.report == case.report.id]
    first = next(
        (b for b in own if b.kind == "alert" and b.content.get("so_far") is True and b.object != case.alert and board.has(b)), None
    )
    second = next((b for b in own if first is not None and b.kind == "amendment" and b.object == first.object), None)
    return None if first is None or second is None else (first, second)


# ---- alerts afterwards --------------------------------------------------------------------------------------------


def find_alert(moderator: Moderator, object_id: bytes) -> Thing:
    """An alert on the board.

    Raises:
        BadInput: there is none with this id.
    """
    thing = moderator.board.things.get(object_id)
    if thing is None or not thing.is_alert:
        raise BadInput("no alert has this id")
    return thing


def open_changes(moderator: Moderator, thing: Thing, now: int) -> list[Proposal]:
    """The proposed amendments and retractions of an alert that can still be published, the earliest first.

    There may be several: what somebody proposed first stands in nobody's way.
    """
    found = [p for p in moderator.log.proposals.values() if p.body.object == thing.id and moderator.is_open(p, now)]
    return sorted(found, key=lambda p: p.seq)


def amend(moderator: Moderator, thing: Thing, content: dict[str, Any], now: int) -> Work:
    """Proposes and approves a new version of an alert.

    Raises:
        NotAllowed: it was retracted.
    """
    if thing.retracted:
        raise NotAllowed("this alert was retracted")
    body = moderator.make_statement("amendment", content, now, object_id=thing.id, previous=thing.last.body)
    return Work(moderator.proposal_notes(body, approved=True))


def retract(moderator: Moderator, thing: Thing, reason: str, now: int) -> Work:
    """Proposes and approves a retraction; or approves the one that somebody proposed with this very reason.

    Raises:
        NotAllowed: it was retracted already, or this person has approved it already.
    """
    if thing.retracted:
        raise NotAllowed("this alert was retracted already")
    me, _ = moderator.me
    # Members read the reason: nobody's signature goes under another than the one she gave.
    found = [p for p in open_changes(moderator, thing, now) if p.body.kind == "retraction" and p.body.content == {"reason": reason}]
    if not found:
        body = moderator.make_statement("retraction", {"reason": reason}, now, object_id=thing.id, previous=thing.last.body)
        return Work(moderator.proposal_notes(body, approved=True))
    if me in found[0].approvals:
        raise NotAllowed("you have asked for this already; somebody else must agree")
    return Work([moderator.approval_note(found[0].body)])


def approve_change(moderator: Moderator, thing: Thing, now: int, *, shown: bytes) -> Work:
    """This person's approval of a proposed amendment or retraction.

    Args:
        shown: the hash of the body that this person was shown.

    Raises:
        NotAllowed: nothing is proposed, or not this; or this person has approved it already.
    """
    waiting = open_changes(moderator, thing, now)
    if not waiting:
        raise NotAllowed("nothing is proposed for this alert")
    proposal = next((p for p in waiting if p.body.hash == shown), waiting[0])
    _read(proposal, shown)
    check_consent(moderator, proposal)
    me, _ = moderator.me
    if me in proposal.approvals:
        raise NotAllowed("you have approved this already; somebody else must be the second")
    return Work([moderator.approval_note(proposal.body)])


def change_entry(moderator: Moderator, thing: Thing, now: int) -> Entry | None:
    """The amendment or retraction of an alert that enough people have approved, and that readers will accept.

    Raises:
        NotAllowed: of what is ready, nothing is what its reporter agreed to.
    """
    refusal: NotAllowed | None = None
    for proposal in open_changes(moderator, thing, now):
        approvals = moderator.approvals_of(proposal)
        if len(approvals) >= moderator.needed_for(proposal.body):
            try:
                check_consent(moderator, proposal)
            except NotAllowed as error:
                refusal = error
                continue
            content = thing.content if proposal.body.kind == "retraction" else proposal.body.content
            entry = moderator.statement_entry(proposal.body, approvals, now, urgent=alerts.urgent(content))
            if moderator.would_refuse([entry]) is None:
                return entry
    if refusal is not None:
        raise refusal
    return None


def about(moderator: Moderator, thing: Thing) -> list[Case]:
    """The cases an alert came from."""
    return [case for case in cases(moderator).values() if case.alert == thing.id]


def retracted(moderator: Moderator, thing: Thing, reason: str, now: int) -> Work:
    """What the reporters of a retracted alert learn."""
    return Work(
        letters=[letter(moderator, c.report.id, now, "status", text=reason, status=str(State.RETRACTED)) for c in about(moderator, thing)]
    )
