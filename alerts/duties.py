"""What a moderator's device owes the others whenever it is awake. The edge asks, does it, and asks again (protocol §3.5, §5.7, §7, §8.4)."""

from __future__ import annotations

from typing import Final

from crypto.chain import Entry

from . import admitting, announcing, cosigning
from .inbox import heard, seen
from .log import HEARD, SEEN
from .mail import MailItem, write_mail
from .moderator import Moderator, NoteDraft
from .receipt import ENOUGH_HAVE_IT
from .statements import DAY

#: An alert that expired this long ago is erased (protocol §5.7).
ERASE_AFTER: Final = 30 * DAY


def notes_due(moderator: Moderator, now: int) -> list[NoteDraft]:
    """What this device owes the log now. Ask again after every change: an answer is only good for the log it was given for."""
    return [
        *admitting.admissions(moderator),
        *admitting.acceptances(moderator),
        *admitting.unrecorded(moderator),
        *cosigning.notes_due(moderator),
        *announcing.notes_due(moderator, now),
        *_seen(moderator),
        *_heard(moderator),
        *_expired(moderator, now),
    ]


def board_entry_due(moderator: Moderator, now: int) -> Entry | None:
    """An entry that enough people have approved and nobody has published: announcements, charters, erasures.

    Announcements come first: a removal waits for nothing. What readers would refuse is passed over, so that it starves nothing else.
    """
    announcement = announcing.entry_due(moderator, now)
    if announcement is not None and moderator.would_refuse([announcement]) is None:
        return announcement
    return moderator.charter_entry(now) or moderator.erase_entry(now)


def _people_who_have(moderator: Moderator, report: bytes) -> set[bytes]:
    return {step.person for step in moderator.log.steps.get(report, []) if step.event == SEEN}


def _seen(moderator: Moderator) -> list[NoteDraft]:
    me, _ = moderator.me
    notes: list[NoteDraft] = []
    for report in moderator.inbox.reports:
        people = _people_who_have(moderator, report)
        if me not in people and len(people) < ENOUGH_HAVE_IT:
            notes.append(("desk", {"report": report, "event": SEEN, "data": seen(moderator.inbox.reports[report].content)}))
    return notes


def _heard(moderator: Moderator) -> list[NoteDraft]:
    """Puts the reporter's follow-ups in order with what moderators do, the same on every device; and two people say what they heard."""
    me, _ = moderator.me
    notes: list[NoteDraft] = []
    for report in moderator.inbox.reports.values():
        steps = [s for s in moderator.log.steps.get(report.id, []) if s.event == HEARD]
        for counter, _, body in report.follow_ups:
            said = heard(counter, body)
            people = {s.person for s in steps if s.data == said}
            if me not in people and len(people) < ENOUGH_HAVE_IT:
                notes.append(("desk", {"report": report.id, "event": HEARD, "data": said}))
    return notes


def acknowledgements(moderator: Moderator, now: int) -> list[tuple[bytes, MailItem]]:
    """Mail that says *one of us has it*, for reports this person is among the first to have, and has not said so yet."""
    me, _ = moderator.me
    return [
        (report.id, letter(moderator, report.id, now, "received"))
        for report in moderator.inbox.reports.values()
        if report.id not in moderator.inbox.acknowledged and me in _people_who_have(moderator, report.id)
    ]


def letter(
    moderator: Moderator, report_id: bytes, now: int, kind: str, *, text: str = "", status: str | None = None, question: int | None = None,
    preview: dict[str, object] | None = None,
) -> MailItem:  # fmt: skip
    """A piece of mail to the receipt of a report."""
    report = moderator.inbox.reports[report_id]
    return write_mail(
        report=report_id,
        answer=report.answer,
        tag=report.tag,
        device=moderator.device.sign,
        collective=moderator.collective,
        charter=moderator.board.charter.number,
        now=now,
        kind=kind,
        text=text,
        status=status,
        question=question,
        preview=preview,
    )


def _expired(moderator: Moderator, now: int) -> list[NoteDraft]:
    """Proposals and approvals to erase what has passed its own expiry: nobody need be asked for that."""
    notes: list[NoteDraft] = []
    me, _ = moderator.me
    for thing in moderator.board.alerts:
        expires = thing.content.get("expires")
        if expires is None or now < expires + ERASE_AFTER:
            continue
        # Nobody is asked, so nothing is signed but what this device would have proposed itself.
        erasure = moderator.erasure_of(thing, now)
        proposal = moderator.open_erasure(erasure, now)
        if proposal is None:
            notes += moderator.proposal_notes(erasure, approved=True)
        elif me not in proposal.approvals:
            notes.append(moderator.approval_note(proposal.body))
    return notes


def strays(moderator: Moderator, pending: list[int]) -> list[int]:
    """Erasures the relay holds that no valid statement names: this device stops them (protocol §5.7)."""
    named = moderator.board.erased
    return [seq for seq in pending if seq not in named]


def to_erase(moderator: Moderator, pending: list[int]) -> list[int]:
    """Entries that a statement names, that the relay is not about to erase, and that this device has not seen erased there.

    Whoever stops an erasure that a quorum wants has it asked for again, and so has who puts back a copy that still holds the blob.
    """
    return [seq for seq in moderator.board.erased if seq not in pending and seq not in moderator.erased_at_relay]
