"""What the relay accepts (protocol §5.1, §5.2, §5.3, §5.6). Pure: the state, the clock and the request come in, verified rows go out.

It can check that a chain follows, that its size is right and that some gate of the collective signed. It can read nothing, so it
believes nothing: whether an announcement is *valid* only clients can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from crypto import wire
from crypto.announced import check_cosigned, split_announcement
from crypto.chain import ANNOUNCEMENT, NO_ENTRY, STATEMENT, Entry, Shelf, parse_entry
from crypto.errors import BrokenChain, Gap, OldEpoch, TimeWentBack, WrongEpoch, WrongShape
from crypto.shelves import DeskItem
from storage.base import Collective, Conflict, Epoch, Head, NewEntry

from .problems import Problem

#: How far a new entry's time may be from the relay's clock (protocol §5.1).
CLOCK_TOLERANCE: Final = 600
#: How long the desk key of an epoch that is not the newest any more still counts (§5.3).
GRACE: Final = 14 * 86400


def is_live(collective: Collective, epoch: Epoch, now: int) -> bool:
    """Whether the epoch is the newest, or was less than 14 days ago: it ended when the next one was announced."""
    if epoch.number == collective.newest.number:
        return True
    return any(after.number == epoch.number + 1 and now - after.time < GRACE for after in collective.epochs)


def check_founding(collective: bytes, values: Sequence[Any], now: int) -> list[NewEntry]:
    """The charter and the first announcement that begin a board, both signed by the gate that the announcement shows.

    Raises:
        Refused: they do not follow; which one says how.
        Problem: their time is not the relay's.
    """
    charter, announcement = (parse_entry(value, "board") for value in values)
    if (charter.place.kind, announcement.place.kind) != (STATEMENT, ANNOUNCEMENT):
        raise WrongShape("a founding is a statement and an announcement")
    if (charter.place.epoch, announcement.place.epoch) != (1, 1):
        raise WrongEpoch("a founding stands in epoch 1")
    shown = _shown(announcement, 1)
    # Nobody cosigns the first announcement: there is no epoch before it that could name who may.
    nobody = replace(shown, number=0, cosigners=())
    chain = _Chain(collective, "board", None, {1: shown.moderator_gate}, nobody, now=now, may_be_old=False)
    return [chain.follow(charter), chain.follow(announcement)]


def check_append(collective: Collective, shelf: Shelf, values: Sequence[Any], now: int) -> tuple[Head | None, list[NewEntry]]:
    """The head to append after, and the entries, if they follow it; no entries if exactly these stand at the head: an answer got lost.

    Raises:
        Conflict: the chain stands elsewhere.
        Refused: they do not follow; which one says how.
        Problem: their time is not the relay's.
    """
    entries = [parse_entry(value, shelf) for value in values]
    if shelf == "board" and len(entries) == 2:
        charter, announcement = entries
        if (charter.place.kind, announcement.place.kind) != (STATEMENT, ANNOUNCEMENT) or charter.place.epoch != announcement.place.epoch:
            raise WrongShape("two entries in one append are a charter and its announcement, under one epoch")
    head = collective.head(shelf)
    if head is not None and _end_with(entries, collective.id, head):
        return head, []
    first = entries[0].place
    if (first.seq, first.prev) != ((head.seq + 1, head.hash) if head else (0, NO_ENTRY)):
        raise Conflict(head)
    newest = collective.newest
    chain = _Chain(collective.id, shelf, head, {newest.number: newest.moderator_gate}, newest, now, may_be_old=False)
    return head, [chain.follow(entry) for entry in entries]


def _end_with(entries: Sequence[Entry], collective: bytes, head: Head) -> bool:
    hashes = [entry.hash(collective) for entry in entries]
    return hashes[-1] == head.hash and all(entry.place.prev == hash for entry, hash in zip(entries[1:], hashes, strict=False))


def check_heal(collective: Collective, shelf: Shelf, entries: Sequence[Entry], shown: dict[int, Epoch], now: int) -> list[NewEntry]:
    """Entries that extend the chain of a relay that is being healed (protocol §5.6), of any time that is past: on the board under the
    epoch that is the newest at their place, in the log under the one that was the newest at their time.

    Args:
        shown: the epochs these entries name, and the ones after them, as far as the board shows them; by number.

    Raises:
        Conflict: the chain stands elsewhere.
        Refused: they do not follow; which one says how.
        Problem: they are from the future.
    """
    head = collective.head(shelf)
    if entries and (entries[0].place.seq, entries[0].place.prev) != ((head.seq + 1, head.hash) if head else (0, NO_ENTRY)):
        raise Conflict(head)
    newest = collective.newest
    gates = {newest.number: newest.moderator_gate} if shelf == "board" else {e.number: e.moderator_gate for e in shown.values()}
    chain = _Chain(collective.id, shelf, head, gates, newest, now, may_be_old=True)
    if shelf == "log" and not all(_was_newest(entry, shown) for entry in entries):
        raise OldEpoch("a note under an epoch that was not the newest at its time")
    return [chain.follow(entry) for entry in entries]


def _was_newest(entry: Entry, shown: dict[int, Epoch]) -> bool:
    # An announcement's writer and a note's each had a clock that was within ten minutes of the relay's.
    place, slack = entry.place, 2 * CLOCK_TOLERANCE
    epoch, after = shown.get(place.epoch), shown.get(place.epoch + 1)
    return epoch is not None and epoch.time - slack <= place.time and (after is None or place.time <= after.time + slack)


def check_desk_item(collective: Collective, item: DeskItem, now: int) -> None:
    """Returns if the item is sealed to a desk key that an epoch of the last 14 days names.

    The newest epoch always counts: a collective whose moderators have been silent for long must still hear reports.

    Raises:
        Problem: 409 retired-desk-key.
    """
    if not any(e.desk == item.desk and is_live(collective, e, now) for e in collective.epochs):
        raise Problem(409, "retired-desk-key", "fetch the newest announcement, verify it, and seal again")


@dataclass(slots=True)
class _Chain:
    """The end of a chain, and what may follow it."""

    collective: bytes
    shelf: Shelf
    head: Head | None
    gates: dict[int, bytes]
    newest: Epoch
    now: int
    may_be_old: bool

    def follow(self, entry: Entry) -> NewEntry:
        """The entry as a row, after every check of protocol §5.1; it is the chain's end afterwards."""
        place, head = entry.place, self.head
        if place.seq != (head.seq + 1 if head else 0):
            raise Gap("an entry does not have the next number")
        if place.prev != (head.hash if head else NO_ENTRY):
            raise BrokenChain("an entry does not name the one before it")
        if head is not None and place.time < head.time:
            raise TimeWentBack("an entry is older than the one before it")
        # Nobody could append after an entry from the future, so these are refused even when old ones are not.
        if place.time > self.now + CLOCK_TOLERANCE or (place.time < self.now - CLOCK_TOLERANCE and not self.may_be_old):
            raise Problem(400, "wrong-time", "the entry's time is more than ten minutes from the relay's", extra={"time": self.now})
        if entry.blob is None and (not self.may_be_old or place.kind == ANNOUNCEMENT):
            raise WrongShape("an entry without its blob")
        gate = self.gates.get(place.epoch)
        if gate is None or (head is not None and place.epoch < head.epoch and self.shelf == "log"):
            raise OldEpoch("an entry under an epoch that is over, or was never announced")
        entry.check_signature(gate, self.collective)
        self.head = Head(place.seq, entry.hash(self.collective), place.time, place.epoch)
        epoch = None
        if place.kind == ANNOUNCEMENT:
            epoch = _shown(entry, self.newest.number + 1)
            check_cosigned(self.newest.cosigners, entry.blob or b"", self.collective)
            self.newest, self.gates = epoch, {epoch.number: epoch.moderator_gate}
        return NewEntry(self.head, wire.encode(entry.value()), epoch)


def _shown(announcement: Entry, number: int) -> Epoch:
    public, _ = split_announcement(announcement.blob or b"")
    if public.epoch != number:
        raise WrongEpoch("an announcement does not have the next epoch's number")
    place = announcement.place
    return Epoch(number, place.seq, place.time, public.member_gate, public.moderator_gate, public.desk, public.cosigners)
