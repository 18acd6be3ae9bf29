"""Replanting: when a moderator goes, everything she knew is made worth nothing (protocol §3.8).

Every step can be repeated. The staged bundle is written down first; then boxes, carried state and the proposal follow, in
any number of sittings, until charter and announcement go out in one append.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from crypto import epochs
from crypto.announced import Public
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, Entry, Place, make_entry
from crypto.errors import NotAllowed
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret, KemSeed
from crypto.wire import encode

from . import admitting, cosigning
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


def begin(moderator: Moderator, gone: MemberRecord) -> Bundle:
    """The bundle this device drew for a replant without this person, drawn if there is none. Write the device down before anything else.

    Never one that somebody else drew: the person who is to go must not choose the keys that shut her out. Nor one of which somebody
    may have keys who was removed since.
    """
    planting = moderator.board.charter.planting + 1
    for key, staged in moderator.staged.items():
        if staged.without == gone.sign and staged.bundle.planting == planting and not _overtaken(moderator, key):
            return staged.bundle
    bundle = Bundle.random(planting)
    # What lies in the boxes is of another bundle.
    moderator.filled = {pair for pair in moderator.filled if pair[0] != planting}
    moderator.stage(bundle, gone.sign)
    return bundle


def calling_back(moderator: Moderator, now: int) -> list[NoteDraft]:
    """Every open invite is called back: the leaver may know its code."""
    return [("invite-withdrawn", {"invite": i.public_key}) for i in admitting.open_invites(moderator, now)]


def staying(moderator: Moderator, gone: MemberRecord) -> list[MemberRecord]:
    """The members who come along."""
    return [m for m in moderator.members() if m.sign != gone.sign]


def bundle_fills(moderator: Moderator, gone: MemberRecord, now: int) -> list[BoxFill]:
    """The new bundle, for each device of the people who remain."""
    keys = {key for p in moderator.board.charter.people if gone.sign not in p.devices for key in p.devices}
    bundle = begin(moderator, gone)
    return [moderator.bundle_fill(m, bundle, now) for m in staying(moderator, gone) if m.sign in keys]


def carried_notes(moderator: Moderator, gone: MemberRecord) -> list[NoteDraft]:
    """The log's state, in parts, to be written under the staged notes key. Empty if it stands there already."""
    bundle = begin(moderator, gone)
    if moderator.log.carried_under(_key(moderator, bundle)) is not None:
        return []
    parts: list[list[dict[str, Any]]] = [[]]
    size = 0
    for item in _state(moderator, gone):
        size += len(encode(item))
        if size > _PART:
            parts.append([])
            size = len(encode(item))
        parts[-1].append(item)
    return [("carried", {"part": i, "of": len(parts), "state": part}) for i, part in enumerate(parts)]


def proposal_notes(moderator: Moderator, gone: MemberRecord, now: int) -> list[NoteDraft]:
    """The notes that propose and approve the new charter.

    Raises:
        NotAllowed: nobody would be left to moderate.
    """
    bundle, old = begin(moderator, gone), moderator.board.charter
    people = [p for p in old.people if gone.sign not in p.devices]
    if not people:
        raise NotAllowed("nobody would be left to moderate")
    content = _content_without(old, gone) | {"planting": bundle.planting, "bundle": bundle.commitments(moderator.collective)}
    body = moderator.make_statement("charter", content, now, previous=moderator.board.charter_body)
    return moderator.proposal_notes(body, approved=True)


def _content_without(old: Charter, gone: MemberRecord) -> dict[str, Any]:
    people = [p for p in old.people if gone.sign not in p.devices]
    return old.content() | {
        "people": [{"id": p.id, "devices": list(p.devices)} for p in people],
        "quorums": default_quorums(len(people), old.rule("alert_quorum")),
    }


def announcement_notes(moderator: Moderator, replant: Replant, now: int) -> list[NoteDraft]:
    """What this device owes the announcement of a replant whose charter this person has approved, under the staged notes key.

    Another announcement may come in between: then the one that was proposed does not follow any more, and this proposes the next.
    """
    me, _ = moderator.me
    bundle = moderator.staged_for(replant.charter)
    if bundle is None or me not in replant.proposal.approvals:
        return []
    if replant.announcing is not None:
        done = me in replant.announcing.approvals
        return [] if done else [approve_announcement(moderator, replant.announcing.public, replant.announcing.inner)]
    cosigners = cosigning.listed(moderator, replant.charter)
    if not cosigning.acceptable(moderator, cosigners, replant.charter):
        return []
    number, notes = moderator.board.epoch.public.desk + 1, []
    seed = _next_desk_seed(moderator, bundle)
    if seed is None:
        seed = KemSeed.random()
        notes.append(("desk-key", {"number": number, "seed": seed.reveal()}))
    secret = EpochSecret.random()
    public = _announcement(moderator, bundle, secret, cosigners)
    head = moderator.board.head
    inner = epochs.make_inner(
        charter=replant.charter.number,
        desk_key=kem_public_key(seed),
        head=(head.seq, head.hash) if head else None,
        until=now + APPROVAL_LIFE - CLOCKS_DIFFER,
    )
    notes.append(("announcement", {"public": public.encoded, "inner": inner.encoded, "secret": secret.reveal()}))
    notes.append(approve_announcement(moderator, public, inner))
    return notes


def _announcement(moderator: Moderator, bundle: Bundle, secret: EpochSecret, cosigners: tuple[bytes, ...]) -> Public:
    epoch = moderator.board.epoch
    return epochs.announce(
        bundle,
        secret,
        moderator.collective,
        epoch=moderator.board.next_epoch,
        removed=(),
        previous=epochs.Previous(epoch.hash, epoch.secret),
        desk=epoch.public.desk + 1,
        cosigners=cosigners,
    )


def _key(moderator: Moderator, bundle: Bundle) -> bytes:
    return bundle.commitments(moderator.collective)["notes"]


def _next_desk_seed(moderator: Moderator, bundle: Bundle) -> KemSeed | None:
    """The next desk key as it stands under the staged notes key, where the one who goes cannot read it."""
    return moderator.log.desk_seeds_under.get(_key(moderator, bundle), {}).get(moderator.board.epoch.public.desk + 1)


# ---- the others ---------------------------------------------------------------------------------------------------


def _overtaken(moderator: Moderator, notes: bytes) -> bool:
    """Whether somebody was removed after the state under this notes key was carried over.

    She may have found the new path keys in her box, and a planting begins with nobody removed: she would come in again with it.
    """
    carried, out = moderator.log.carried_under(notes) or [], moderator.removed
    return any(item.get("kind") == "member" and item["leaf"] in out for item in carried)


def proposed(moderator: Moderator, now: int) -> list[Replant]:
    """Open proposals of a charter with the next planting, for which nobody was removed since they were prepared."""
    found = []
    for proposal in moderator.log.proposals.values():
        body = proposal.body
        if (
            body.kind == "charter"
            and moderator.is_open(proposal, now)
            and body.content.get("planting") == moderator.board.charter.planting + 1
        ):
            charter = parse_charter(body.version, body.content, body.hash)
            if _overtaken(moderator, charter.bundle["notes"]):
                continue
            found.append(Replant(proposal, charter, _its_announcement(moderator, charter, now)))
    return found


def without(replant: Replant, gone: MemberRecord) -> bool:
    """Whether a proposed replant is one without this person, proposed by somebody who stays."""
    return all(gone.sign not in p.devices for p in replant.charter.people) and replant.charter.person(replant.proposal.by) is not None


def _its_announcement(moderator: Moderator, charter: Charter, now: int) -> Announcing | None:
    # The earliest that follows from the staged bundle, byte for byte.
    bundle = moderator.staged_for(charter)
    if bundle is None:
        return None
    for a in sorted(moderator.log.announcing.values(), key=lambda a: a.seq):
        if a.inner.charter == charter.number and a.public.planting == charter.planting and _follows(moderator, a, bundle, charter, now):
            return a
    return None


def _follows(moderator: Moderator, a: Announcing, bundle: Bundle, charter: Charter, now: int) -> bool:
    seed, inner = _next_desk_seed(moderator, bundle), a.inner
    if seed is None or inner.desk_key != kem_public_key(seed) or not now <= inner.until <= now + APPROVAL_LIFE:
        return False
    if inner.head_seq is None or inner.head_hash is None or inner.head_seq < moderator.board.epoch.seq:
        return False
    if not moderator.board.chain.has(inner.head_seq, inner.head_hash) or not cosigning.acceptable(moderator, a.public.cosigners, charter):
        return False
    return _announcement(moderator, bundle, a.secret, a.public.cosigners).encoded == a.public.encoded


def check(moderator: Moderator, replant: Replant, gone: MemberRecord) -> None:
    """Returns if a device may sign this replant: it removes exactly this person, and carries what this device knows too.

    Raises:
        NotAllowed: it does not; the message says what differs.
    """
    old, new = moderator.board.charter, replant.charter
    if new.content() != _content_without(old, gone) | {"planting": new.planting, "bundle": new.bundle}:
        raise NotAllowed("the proposed charter changes more than who moderates; look at it before you sign")
    bundle = moderator.staged_for(new)
    carried = moderator.log.carried_under(new.bundle["notes"])
    if bundle is None or carried is None:
        raise NotAllowed("the new keys are not here yet; sync again in a moment")
    own = {encode(i) for i in _state(moderator, gone)}
    if any(encode(i) not in own and not _knows_keys(moderator, i) for i in carried):
        raise NotAllowed("what it carries over is not what this device knows; somebody has to look at it before you sign")


def _knows_keys(moderator: Moderator, item: dict[str, Any]) -> bool:
    # Who has published more keys since stands there with fewer.
    return item.get("kind") == "cosigners" and set(item["keys"]) <= set(moderator.log.cosigners.get(item["person"], []))


def _state(moderator: Moderator, gone: MemberRecord) -> list[dict[str, Any]]:
    return moderator.log.carry(moderator.removed | {gone.leaf})


def approval_notes(moderator: Moderator, replant: Replant) -> list[NoteDraft]:
    """This person's approval of the charter; her device then owes the announcement its own."""
    me, _ = moderator.me
    return [] if me in replant.proposal.approvals else [moderator.approval_note(replant.proposal.body)]


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
    cosigns = cosigning.counted(moderator, announcing)
    if cosigns is None:
        return None
    charter = moderator.statement_entry(replant.proposal.body, approvals, now)
    blob = epochs.seal_announcement(announcing.public, announcing.inner, of_announcement, announcing.secret, moderator.collective, cosigns)
    place = Place("board", charter.place.seq + 1, charter.hash(moderator.collective), ANNOUNCEMENT, charter.place.epoch, charter.place.time)
    return [charter, make_entry(place, blob, moderator.moderator_gate().seed, moderator.collective)]
