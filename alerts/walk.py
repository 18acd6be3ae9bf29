"""Walking back: from what a device can open to E of every epoch before (protocol §3.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crypto import epochs
from crypto.announced import Public, split_announcement
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.errors import NotAddressed, Refused, WrongCommitment
from crypto.secrets import EpochSecret

#: E by the hash of the announcement's entry, as far as this device can know.
Secrets = Mapping[bytes, EpochSecret]
#: Opens an announcement's public part, or raises :class:`Refused`.
Opener = Callable[[Public], EpochSecret]


@dataclass(frozen=True, slots=True)
class Disputed:
    """An E that only the link of a later announcement gives, of an announcement that others between the two pass over: they name the same
    one as their previous. It is to be used only if none of these ``rivals``, entry hashes, counts (protocol §3.6).

    ``number`` is its place among the announcements, from 0."""

    number: int
    hash: bytes
    secret: EpochSecret
    rivals: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What :func:`find_secrets` found: E by the announcement's entry hash; and what is disputed, the latest first."""

    secrets: dict[bytes, EpochSecret] = field(repr=False)
    disputed: list[Disputed]


def find_secrets(entries: Iterable[Entry], collective: bytes, known: Secrets, openers: Iterable[Opener]) -> Found:
    """E of every announcement among ``entries`` that this device can open, directly or by walking back (protocol §3.4).

    Judges nothing: an E found here is only *an* E with the right commitment; whether its announcement counts is for the
    board to say.

    Args:
        entries: in the order of the chain.
        known: what was found before; part of the result.
        openers: callables that take an announcement's public part and return E or raise :class:`Refused`.
    """
    found, disputed = dict(known), dict[bytes, Disputed]()
    announcements = list(_announcements(entries, collective))
    place = {entry_hash: (number, public) for number, (entry_hash, public) in enumerate(announcements)}
    after: dict[bytes | None, list[bytes]] = {}
    for entry_hash, public in announcements:
        after.setdefault(public.previous, []).append(entry_hash)
    openers = list(openers)
    # The earliest first: the sooner an E could be known, the fewer can have passed over its announcement.
    for root, (entry_hash, public) in enumerate(announcements):
        secret = found.get(entry_hash) or _open_first(public, openers)
        while secret is not None:
            found[entry_hash] = secret
            try:
                previous = epochs.walk_back(place[entry_hash][1], secret, collective)
                if previous is None or previous.hash in found or previous.hash not in place:
                    break
                number, public = place[previous.hash]
                epochs.check_commitment(public, previous.secret, collective)
            except Refused:
                break
            entry_hash, secret = previous.hash, previous.secret
            if rivals := tuple(rival for rival in after[public.previous] if number < place[rival][0] < root):
                disputed.setdefault(entry_hash, Disputed(number, entry_hash, secret, rivals))
                break
    return Found(found, sorted((d for d in disputed.values() if d.hash not in found), key=lambda d: -d.number))


def _announcements(entries: Iterable[Entry], collective: bytes) -> Iterator[tuple[bytes, Public]]:
    for entry in entries:
        if entry.place.kind == ANNOUNCEMENT and entry.blob is not None:
            try:
                yield entry.hash(collective), split_announcement(entry.blob)[0]
            except Refused:
                continue


def _open_first(public: Public, openers: list[Opener]) -> EpochSecret | None:
    for opener in openers:
        try:
            return opener(public)
        except Refused:
            continue
    return None


def why_closed(public: Public, openers: Iterable[Opener]) -> Refused:
    """Why none of the openers gives E of this announcement.

    :class:`WrongCommitment` if the device's own wrap opens, to another E than was committed to: then it is not that this device was
    removed, but that somebody made a wrap for it which nobody honest makes (protocol §3.3). :class:`NotAddressed` otherwise.
    """
    for opener in openers:
        try:
            opener(public)
        except WrongCommitment as error:
            return error
        except Refused:
            continue
    return NotAddressed("this device cannot open it; it may have been removed, and its moderators can tell")
