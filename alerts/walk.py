"""Walking back: from what a device can open to E of every epoch before (protocol §3.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from crypto import epochs
from crypto.announced import Public, split_announcement
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.errors import NotAddressed, Refused, WrongCommitment
from crypto.secrets import EpochSecret

#: E by the hash of the announcement's entry, as far as this device can know.
Secrets = Mapping[bytes, EpochSecret]
#: Opens an announcement's public part, or raises :class:`Refused`.
Opener = Callable[[Public], EpochSecret]


def find_secrets(entries: Iterable[Entry], collective: bytes, known: Secrets, openers: Iterable[Opener]) -> dict[bytes, EpochSecret]:
    """E of every announcement among ``entries`` that this device can open, directly or by walking back (protocol §3.4).

    Judges nothing: an E found here is only *an* E with the right commitment; whether its announcement counts is for the
    board to say.

    Args:
        known: what was found before; part of the result.
        openers: callables that take an announcement's public part and return E or raise :class:`Refused`.
    """
    found = dict(known)
    announcements = list(_announcements(entries, collective))
    by_hash = dict(announcements)
    openers = list(openers)
    for entry_hash, public in reversed(announcements):
        secret = found.get(entry_hash) or _open_first(public, openers)
        while secret is not None and entry_hash in by_hash:
            found[entry_hash] = secret
            try:
                previous = epochs.walk_back(by_hash[entry_hash], secret, collective)
                if previous is None or previous.hash in found or previous.hash not in by_hash:
                    break
                epochs.check_commitment(by_hash[previous.hash], previous.secret, collective)
            except Refused:
                break
            entry_hash, secret = previous.hash, previous.secret
    return found


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
