"""Cosigning: one-time keys by which the relay sees that more than one moderator wants the next epoch, and not who (protocol §4.3)."""

from __future__ import annotations

from typing import Any, Final

from crypto import signing
from crypto.announced import Public, cosign, cosigners_needed
from crypto.device import cosigner
from crypto.secrets import SigningSeed

from .charter import Charter
from .log import Announcing
from .moderator import Moderator, NoteDraft

#: Keys published at a time, and how few may be left before the next ones are: who then sleeps is out of them after a month at the soonest.
KEYS: Final = 64
FEW: Final = 64
#: More keys than a moderator uses in a lifetime of weekly announcements.
_MOST: Final = 4096


def first_keys(seed_of: Any) -> list[bytes]:
    """The public keys a founder begins with; ``seed_of`` gives the seed of an index."""
    return [signing.public_key(seed_of(index)) for index in range(KEYS)]


def _used(moderator: Moderator) -> set[bytes]:
    return {key for epoch in moderator.board.epochs.values() for key in epoch.public.cosigners}


def _unused(moderator: Moderator, charter: Charter) -> dict[bytes, list[bytes]]:
    """The keys of each person of this charter that no announcement has named; only of those who have some."""
    used = _used(moderator)
    left = {p.id: [key for key in moderator.log.cosigners.get(p.id, []) if key not in used] for p in charter.people}
    return {person: keys for person, keys in left.items() if keys}


def notes_due(moderator: Moderator) -> list[NoteDraft]:
    """More one-time keys of this person, when few are left."""
    me, _ = moderator.me
    known, used = set(moderator.log.cosigners.get(me, [])), _used(moderator)
    if len(known - used) >= FEW:
        return []
    fresh: list[bytes] = []
    for index in range(_MOST):
        key = signing.public_key(cosigner(moderator.device, moderator.collective, index))
        # After a replant the log knows the last of them alone; what the board shows to be used is not published again.
        if key not in known | used:
            fresh.append(key)
        if len(fresh) == KEYS:
            break
    return [("cosigners", {"keys": fresh})] if fresh else []


def listed(moderator: Moderator, charter: Charter) -> tuple[bytes, ...]:
    """The keys for the next announcement: the first unused one of each person of this charter who has one, ascending."""
    return tuple(sorted(keys[0] for keys in _unused(moderator, charter).values()))


def _owner(moderator: Moderator, key: bytes) -> bytes | None:
    return next((person for person, keys in moderator.log.cosigners.items() if key in keys), None)


def is_complete(moderator: Moderator) -> bool:
    """Whether everybody who moderates and could be listed is among the present cosigners. Who is out of keys could not be."""
    present = {_owner(moderator, key) for key in moderator.board.epoch.public.cosigners}
    return set(_unused(moderator, moderator.board.charter)) <= present


def left_out(moderator: Moderator) -> bool:
    """Whether the newest announcement leaves out a person who was among the cosigners of this planting, or of the epoch before, and still
    moderates and could be listed. Who announces twice hides nothing: nobody who was listed is ever left out by honest devices."""
    board = moderator.board
    before = [epoch for number, epoch in sorted(board.epochs.items()) if number < board.epoch.number]
    stay = set(_unused(moderator, board.charter))
    listed_once = {key for epoch in before[-1:] for key in epoch.public.cosigners}
    listed_once |= {key for epoch in before if epoch.planting == board.epoch.planting for key in epoch.public.cosigners}
    owner = {key: person for person, keys in moderator.log.cosigners.items() for key in keys}
    return not stay & {owner.get(key) for key in listed_once} <= {owner.get(key) for key in board.epoch.public.cosigners}


def acceptable(moderator: Moderator, cosigners: tuple[bytes, ...], charter: Charter) -> bool:
    """Whether these may be the next cosigners: one unused key each of different moderators, everybody who has one, and all present ones who stay.

    So nobody is announced while a present one is out of keys: the fewer are listed, the fewer signatures the relay asks for. A replant,
    which may shut out who used them up, passes her over if the relay asks for as many without her (protocol §4.3).
    """
    owners = [_owner(moderator, key) for key in cosigners]
    stay = {p.id for p in charter.people}
    if len(set(owners)) != len(owners) or not set(_unused(moderator, charter)) <= set(owners) <= stay or set(cosigners) & _used(moderator):
        return False
    present = {_owner(moderator, key) for key in moderator.board.epoch.public.cosigners} & stay
    replants = charter.planting != moderator.board.charter.planting
    return present <= set(owners) or (replants and cosigners_needed(len(owners)) == cosigners_needed(len(stay)))


def mine(moderator: Moderator, public: Public) -> dict[str, bytes] | None:
    """This device's cosignature on the next announcement, as it stands in a note; ``None`` if it is not among the present cosigners."""
    me, _ = moderator.me
    keys = set(moderator.log.cosigners.get(me, [])) & set(moderator.board.epoch.public.cosigners)
    seed = _seed_of(moderator, keys)
    return None if seed is None else {"key": signing.public_key(seed), "signature": cosign(seed, public, moderator.collective)}


def _seed_of(moderator: Moderator, keys: set[bytes]) -> SigningSeed | None:
    if keys:
        for index in range(_MOST):
            seed = cosigner(moderator.device, moderator.collective, index)
            if signing.public_key(seed) in keys:
                return seed
    return None


def counted(moderator: Moderator, announcing: Announcing) -> list[tuple[int, bytes]] | None:
    """Index and signature of each cosigner who signed; ``None`` if they are too few for the relay."""
    present = moderator.board.epoch.public.cosigners
    signed = [(index, announcing.cosigns[key]) for index, key in enumerate(present) if key in announcing.cosigns]
    return signed if len(signed) >= cosigners_needed(len(present)) else None
