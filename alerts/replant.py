"""Replanting: when a moderator goes, everything she knew is made worth nothing (protocol §3.8).

Every step can be repeated. The staged bundle is written down first; then boxes, carried state and the proposal follow, in
any number of sittings, until charter and announcement go out in one append.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from crypto import epochs
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, Entry, Place, make_entry
from crypto.errors import NotAllowed
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret, KemSeed
from crypto.wire import encode

from . import admitting
from .announcing import approval_note as approve_announcement
from .charter import Charter, announcement_quorum, default_quorums, parse_charter
from .log import Announcing, MemberRecord, Proposal
from .moderator import BoxFill, Moderator, NoteDraft
from .statements import APPROVAL_LIFE, CLOCKS_DIFFER

#: One carried note holds at most this many bytes of state, so that it fits into 64 KiB with its wrapping.
_PART: Final = 48 * 1024


@dataclass(frozen=True, slots=True)
class Replant:
    """A proposed replant: the charter without somebody, and the first announcement of the new planting."""

    proposal: Proposal
    charter: Charter
    announcing: Announcing | None


def begin(moderator: Moderator) -> Bundle:
    """The staged bundle, made if there is none. Write the device down before anything else happens."""
    planting = moderator.board.charter.planting + 1
    if moderator.staged is None or moderator.staged.planting != planting:
        moderator.staged = Bundle.random(planting)
    return moderator.staged


def calling_back(moderator: Moderator, now: int) -> list[NoteDraft]:
    """Every open invite is called back: the leaver may know its code."""
    return [("invite-withdrawn", {"invite": i.public_key}) for i in admitting.open_invites(moderator, now)]


def staying(moderator: Moderator, gone: MemberRecord) -> list[MemberRecord]:
    """The members who come along."""
    return [m for m in moderator.members() if m.sign != gone.sign]


def bundle_fills(moderator: Moderator, gone: MemberRecord, now: int) -> list[BoxFill]:
    """The new bundle, for each device of the people who remain."""
    keys = {key for p in moderator.board.charter.people if gone.sign not in p.devices for key in p.devices}
    bundle = begin(moderator)
    return [moderator.bundle_fill(m, bundle, now) for m in staying(moderator, gone) if m.sign in keys]


def carried_notes(moderator: Moderator, gone: MemberRecord) -> list[NoteDraft]:
    """The log's state with the next desk key, in parts, to be written under the staged notes key. Empty if it stands there already."""
    bundle = begin(moderator)
    if moderator.log.carried_under(bundle.commitments(moderator.collective)["notes"]) is not None:
        return []
    next_key = {"kind": "desk-key", "number": moderator.board.epoch.public.desk + 1, "seed": KemSeed.random().reveal()}
    parts: list[list[dict[str, Any]]] = [[]]
    size = 0
    for item in [*_state(moderator, gone), next_key]:
        size += len(encode(item))
        if size > _PART:
            parts.append([])
            size = len(encode(item))
        parts[-1].append(item)
    return [("carried", {"part": i, "of": len(parts), "state": part}) for i, part in enumerate(parts)]


def proposal_notes(moderator: Moderator, gone: MemberRecord, now: int) -> tuple[list[NoteDraft], list[NoteDraft]]:
    """The notes that propose and approve the new charter, and those that propose and approve its announcement.

    The second list is to be written under the staged notes key: it holds the new E.

    Raises:
        NotAllowed: nobody would be left to moderate.
    """
    bundle, old = begin(moderator), moderator.board.charter
    people = [p for p in old.people if gone.sign not in p.devices]
    if not people:
        raise NotAllowed("nobody would be left to moderate")
    content = old.content() | {
        "people": [{"id": p.id, "devices": list(p.devices)} for p in people],
        "quorums": default_quorums(len(people), old.rule("alert_quorum")),
        "planting": bundle.planting,
        "bundle": bundle.commitments(moderator.collective),
    }
    body = moderator.make_statement("charter", content, now, previous=moderator.board.charter_body)
    secret = EpochSecret.random()
    public = _announcement(moderator, bundle, secret)
    head = moderator.board.head
    inner = epochs.make_inner(
        charter=old.number + 1,
        desk_key=kem_public_key(_next_desk_seed(moderator, bundle)),
        head=(head.seq, head.hash) if head else None,
        until=now + APPROVAL_LIFE - CLOCKS_DIFFER,
    )
    announcement: NoteDraft = ("announcement", {"public": public.encoded, "inner": inner.encoded, "secret": secret.reveal()})
    return moderator.proposal_notes(body, approved=True), [announcement, approve_announcement(moderator, public, inner)]


def _announcement(moderator: Moderator, bundle: Bundle, secret: EpochSecret) -> Any:
    epoch = moderator.board.epoch
    return epochs.announce(
        bundle,
        secret,
        moderator.collective,
        epoch=moderator.board.next_epoch,
        removed=(),
        previous=epochs.Previous(epoch.hash, epoch.secret),
        desk=epoch.public.desk + 1,
    )


def _carried(moderator: Moderator, bundle: Bundle) -> list[dict[str, Any]]:
    return moderator.log.carried_under(bundle.commitments(moderator.collective)["notes"]) or []


def _next_desk_seed(moderator: Moderator, bundle: Bundle) -> KemSeed:
    number = moderator.board.epoch.public.desk + 1
    seeds = [KemSeed(i["seed"]) for i in _carried(moderator, bundle) if i["kind"] == "desk-key" and i["number"] == number]
    if not seeds:
        raise NotAllowed("the next desk key is not prepared")
    return seeds[-1]


# ---- the others ---------------------------------------------------------------------------------------------------


def proposed(moderator: Moderator, now: int) -> list[Replant]:
    """Open proposals of a charter with the next planting."""
    found = []
    for proposal in moderator.log.proposals.values():
        body = proposal.body
        if (
            body.kind == "charter"
            and moderator.is_open(proposal, now)
            and body.content.get("planting") == moderator.board.charter.planting + 1
        ):
            charter = parse_charter(body.version, body.content, body.hash)
            found.append(Replant(proposal, charter, _its_announcement(moderator, charter)))
    return found


def _its_announcement(moderator: Moderator, charter: Charter) -> Announcing | None:
    # The earliest that follows from the staged bundle, byte for byte.
    bundle = moderator.staged
    if bundle is None or bundle.commitments(moderator.collective) != charter.bundle:
        return None
    for announcing in sorted(moderator.log.announcing.values(), key=lambda a: a.seq):
        if announcing.inner.charter == charter.number and announcing.public.planting == charter.planting:
            if _announcement(moderator, bundle, announcing.secret).encoded == announcing.public.encoded:
                return announcing
    return None


def check(moderator: Moderator, replant: Replant, gone: MemberRecord) -> None:
    """Returns if a device may sign this replant: it removes exactly this person, and carries what this device knows too.

    Raises:
        NotAllowed: it does not; the message says what differs.
    """
    old, new = moderator.board.charter, replant.charter
    expected = old.content() | {
        "people": [{"id": p.id, "devices": list(p.devices)} for p in old.people if gone.sign not in p.devices],
        "quorums": default_quorums(len(old.people) - 1, old.rule("alert_quorum")),
        "planting": new.planting,
        "bundle": new.bundle,
    }
    if new.content() != expected:
        raise NotAllowed("the proposed charter changes more than who moderates; look at it before you sign")
    if moderator.staged is None or moderator.staged.commitments(moderator.collective) != new.bundle or replant.announcing is None:
        raise NotAllowed("the new keys are not here yet; sync again in a moment")
    if replant.announcing.inner.desk_key != kem_public_key(_next_desk_seed(moderator, moderator.staged)):
        raise NotAllowed("the new desk key is not the one that was carried over")
    next_desk = moderator.board.epoch.public.desk + 1
    carried = [i for i in _carried(moderator, moderator.staged) if not (i["kind"] == "desk-key" and i["number"] == next_desk)]
    own = {encode(i) for i in _state(moderator, gone)}
    if any(encode(i) not in own for i in carried):
        raise NotAllowed("what it carries over is not what this device knows; somebody has to look at it before you sign")


def _state(moderator: Moderator, gone: MemberRecord) -> list[dict[str, Any]]:
    return moderator.log.carry(moderator.removed | {gone.leaf})


def approval_notes(moderator: Moderator, replant: Replant) -> tuple[list[NoteDraft], list[NoteDraft]]:
    """This person's approvals: of the charter, and (under the staged notes key) of the announcement."""
    me, _ = moderator.me
    first = [] if me in replant.proposal.approvals else [moderator.approval_note(replant.proposal.body)]
    announcing = replant.announcing
    if announcing is None or me in announcing.approvals:
        return first, []
    return first, [approve_announcement(moderator, announcing.public, announcing.inner)]


def entries(moderator: Moderator, replant: Replant, now: int) -> list[Entry] | None:
    """Charter and announcement, to be appended together; ``None`` until enough people have approved both."""
    announcing = replant.announcing
    if announcing is None:
        return None
    approvals = moderator.approvals_of(replant.proposal)
    stay = {p.id for p in replant.charter.people}
    of_announcement = [
        a for person, a in sorted(announcing.approvals.items()) if person in stay and replant.charter.device_key(person, a.device)
    ]
    if len(approvals) < moderator.needed_for(replant.proposal.body):
        return None
    if len(of_announcement) < announcement_quorum(replant.charter, removes=False):
        return None
    charter = moderator.statement_entry(replant.proposal.body, approvals, now)
    blob = epochs.seal_announcement(announcing.public, announcing.inner, of_announcement, announcing.secret, moderator.collective)
    place = Place("board", charter.place.seq + 1, charter.hash(moderator.collective), ANNOUNCEMENT, charter.place.epoch, charter.place.time)
    return [charter, make_entry(place, blob, moderator.moderator_gate().seed, moderator.collective)]
