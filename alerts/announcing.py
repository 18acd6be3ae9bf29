"""Announcing: when an announcement is due, who proposes it, what a device signs by itself, and when it is published (protocol §3.5 to §3.7)."""

from __future__ import annotations

from typing import Final

from crypto import epochs
from crypto.announced import Public
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.context import digest
from crypto.errors import Refused, WrongDeskKey, WrongGate
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret, KemSeed

from . import cosigning
from .charter import announcement_quorum
from .log import Announcing
from .moderator import Moderator, NoteDraft
from .statements import APPROVAL_LIFE, CLOCKS_DIFFER, DAY
from .things import Refusal

#: A pulse is prepared a day before it is due (protocol §3.5: at least every 7 days), so that it arrives in time.
PULSE_AFTER: Final = 6 * DAY
DESK_KEY_LIFE: Final = 30 * DAY
#: How old the last announcement is before an ended invite is a reason for the next. One person can end as many invites as she likes, and
#: each announcement uses up a one-time key of everybody who moderates (protocol §4.3).
INVITES_WAIT: Final = DAY // 2


def reason(moderator: Moderator, now: int) -> str | None:
    """Why an announcement is due; ``None`` if none is."""
    epoch = moderator.board.epoch
    if moderator.board.alarmed or alarms(moderator):
        return "alarm"
    if _newly_removed(moderator):
        return "removal"
    if now - epoch.time >= INVITES_WAIT and any(
        (at := i.ended(now)) is not None and at > epoch.time for i in moderator.log.invites.values()
    ):
        return "invite"
    if not cosigning.is_complete(moderator):
        return "moderators"
    if _desk_key_due(moderator, now):
        return "desk key"
    if now - epoch.time >= PULSE_AFTER:
        return "pulse"
    return None


def _newly_removed(moderator: Moderator) -> set[int]:
    return {
        leaf for leaf in moderator.log.removals if leaf not in moderator.removed and moderator.log.removal_approved(leaf, moderator.board)
    }


def _desk_key_due(moderator: Moderator, now: int) -> bool:
    number = moderator.board.epoch.public.desk
    if not _has_desk_key(moderator):
        return True
    began = min(e.time for e in moderator.board.epochs.values() if e.public.desk == number)
    return now - began >= DESK_KEY_LIFE


def _has_desk_key(moderator: Moderator) -> bool:
    board = moderator.board
    number = board.epoch.public.desk
    return any(kem_public_key(seed) == board.desk_keys[number] for seed in moderator.log.desk_seeds.get(number, []))


def alarms(moderator: Moderator) -> list[Refusal]:
    """What only the log shows to be wrong with the newest announcement (protocol §3.6). The log must have been read up to date.

    An announcement that honest devices approved has none of it, so two people at least meant it.
    """
    found, seq = [], moderator.board.epoch.seq
    if not _has_desk_key(moderator):
        found.append(Refusal(seq, WrongDeskKey.__name__, "two moderators or more announced a desk key that the others do not have"))
    if cosigning.left_out(moderator):
        found.append(Refusal(seq, WrongGate.__name__, "two moderators or more left others out who may cosign the next announcement"))
    return found


def notes_due(moderator: Moderator, now: int) -> list[NoteDraft]:
    person, _ = moderator.me
    current = open_proposal(moderator, now)
    if current is None:
        return [] if reason(moderator, now) is None else _propose(moderator, now)
    if person in current.approvals:
        return []
    return [approval_note(moderator, current.public, current.inner)]


def _propose(moderator: Moderator, now: int) -> list[NoteDraft]:
    cosigners = cosigning.listed(moderator, moderator.board.charter)
    if not cosigning.acceptable(moderator, cosigners, moderator.board.charter):
        return []  # nobody would sign it, this device included; it would be proposed again at every sync
    epoch, notes, desk, desk_key = moderator.board.epoch, [], moderator.board.epoch.public.desk, None
    if _desk_key_due(moderator, now):
        desk += 1
        seed = KemSeed.random()
        desk_key = kem_public_key(seed)
        notes.append(("desk-key", {"number": desk, "seed": seed.reveal()}))
    secret = EpochSecret.random()
    removed = tuple(sorted(set(epoch.public.removed) | _newly_removed(moderator)))
    public = _make(moderator, secret, removed, desk, cosigners)
    head = moderator.board.head
    inner = epochs.make_inner(
        charter=moderator.board.charter.number,
        desk_key=desk_key,
        head=(head.seq, head.hash) if head else None,
        until=now + APPROVAL_LIFE - CLOCKS_DIFFER,
    )
    notes.append(("announcement", {"public": public.encoded, "inner": inner.encoded, "secret": secret.reveal()}))
    notes.append(approval_note(moderator, public, inner))
    return notes


def _make(moderator: Moderator, secret: EpochSecret, removed: tuple[int, ...], desk: int, cosigners: tuple[bytes, ...]) -> Public:
    epoch = moderator.board.epoch
    previous = epochs.Previous(epoch.hash, epoch.secret)
    return epochs.announce(
        moderator.bundle, secret, moderator.collective, epoch=moderator.board.next_epoch, removed=removed, previous=previous, desk=desk,
        cosigners=cosigners,
    )  # fmt: skip


def approval_note(moderator: Moderator, public: Public, inner: epochs.Inner) -> NoteDraft:
    """This person's approval of an announcement, and her cosignature for the relay if she is among the present cosigners."""
    signature = epochs.approve(moderator.device.sign, public, inner, moderator.collective)
    return (
        "announcement-approval",
        {
            "public": digest(public.encoded),
            "inner": digest(inner.encoded),
            "signature": signature,
            "cosign": cosigning.mine(moderator, public),
        },
    )


def open_proposal(moderator: Moderator, now: int) -> Announcing | None:
    """The one proposal for the next epoch that this device would sign: the earliest in the log that holds, if one is due (protocol §3.7)."""
    if reason(moderator, now) is None:
        return None
    for announcing in sorted(moderator.log.announcing.values(), key=lambda a: a.seq):
        if _acceptable(moderator, announcing, now):
            return announcing
    return None


def _acceptable(moderator: Moderator, a: Announcing, now: int) -> bool:
    public, inner, epoch = a.public, a.inner, moderator.board.epoch
    if public.epoch != moderator.board.next_epoch or public.planting != moderator.board.charter.planting:
        return False
    if inner.charter != moderator.board.charter.number or not now <= inner.until <= now + APPROVAL_LIFE:
        return False
    if inner.head_seq is None or inner.head_hash is None or inner.head_seq < epoch.seq:
        return False
    if not moderator.board.chain.has(inner.head_seq, inner.head_hash):
        return False
    removed, before = set(public.removed), set(epoch.public.removed)
    if not before <= removed or not all(moderator.log.removal_approved(leaf, moderator.board) for leaf in removed - before):
        return False
    # All that is due: what leaves a reason standing could be repeated without end.
    if not _newly_removed(moderator) <= removed or (_desk_key_due(moderator, now) and inner.desk_key is None):
        return False
    try:
        _check_next_desk_key(moderator, public, inner)
        if not cosigning.acceptable(moderator, public.cosigners, moderator.board.charter):
            return False
        return _make(moderator, a.secret, public.removed, public.desk, public.cosigners).encoded == public.encoded
    except Refused:
        return False


def _check_next_desk_key(moderator: Moderator, public: Public, inner: epochs.Inner) -> None:
    # A device approves a new desk key only if it can open it: otherwise reports would go where nobody can read them.
    last = moderator.board.epoch.public.desk
    if public.desk == last and inner.desk_key is None:
        return
    if public.desk != last + 1 or all(kem_public_key(seed) != inner.desk_key for seed in moderator.log.desk_seeds.get(public.desk, [])):
        raise WrongDeskKey("a desk key whose private half is not in the log")


def entry_due(moderator: Moderator, now: int) -> Entry | None:
    """The announcement to publish now, if enough people have approved one."""
    a = open_proposal(moderator, now)
    if a is None:
        return None
    approvals = moderator.counted(a.approvals)
    removes = bool(set(a.public.removed) - set(moderator.board.epoch.public.removed))
    if len(approvals) < announcement_quorum(moderator.board.charter, removes=removes):
        return None
    cosigns = cosigning.counted(moderator, a)
    if cosigns is None:
        return None
    blob = epochs.seal_announcement(a.public, a.inner, approvals, a.secret, moderator.collective, cosigns)
    return moderator.board_entry(ANNOUNCEMENT, 0, now, lambda place: blob)
