"""Following a chain of entries: nothing missing, nothing reordered, nothing changed, time never back (protocol §5.2, §10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from crypto.chain import NO_ENTRY, Entry
from crypto.errors import BrokenChain, Forked, Gap, RolledBack, TimeAhead, TimeWentBack

#: An entry's time may be this far ahead of a reader's clock. Every later entry must have a time that is not before it.
AHEAD: Final = 86400


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: its number and hash."""

    seq: int
    hash: bytes


class Follower:
    """Where a reader stands in a chain. Everything it raises refuses the relay's whole response: what one has is kept."""

    def __init__(self, collective: bytes) -> None:
        self.collective = collective
        self.hashes: list[bytes] = []
        self._time = 0

    @property
    def head(self) -> Head | None:
        return Head(len(self.hashes) - 1, self.hashes[-1]) if self.hashes else None

    @property
    def time(self) -> int:
        """When the last entry says it was written."""
        return self._time

    def check(self, entry: Entry, now: int | None = None) -> bytes:
        """The entry's hash, if it is the next of this chain.

        Args:
            now: this device's clock; ``None`` for what it has taken before.

        Raises:
            Gap, BrokenChain, TimeWentBack: it is not.
            TimeAhead: nothing could follow it for more than a day.
        """
        place = entry.place
        if place.seq != len(self.hashes):
            raise Gap(f"entry {place.seq} where {len(self.hashes)} should stand")
        if place.prev != (self.hashes[-1] if self.hashes else NO_ENTRY):
            raise BrokenChain(f"entry {place.seq} does not follow from the one before")
        if place.time < self._time:
            raise TimeWentBack(f"entry {place.seq} claims to be older than the one before")
        if now is not None and place.time > now + AHEAD:
            raise TimeAhead(f"entry {place.seq} claims to be from the future; check this device's clock")
        return entry.hash(self.collective)

    def advance(self, entry: Entry, entry_hash: bytes) -> None:
        """Stands on ``entry``, which :meth:`check` accepted."""
        self.hashes.append(entry_hash)
        self._time = entry.place.time

    def copy(self) -> Follower:
        """Another that stands at the same place, to try an entry on."""
        other = Follower(self.collective)
        other.hashes, other._time = list(self.hashes), self._time
        return other

    def has(self, seq: int, entry_hash: bytes) -> bool:
        """Whether this entry is part of the chain."""
        return seq < len(self.hashes) and self.hashes[seq] == entry_hash

    def compare(self, theirs: Head | None) -> None:
        """Returns if the relay's head is ours, or beyond it.

        Raises:
            RolledBack: it ends before what we have seen.
            Forked: it has another entry at a place we have seen.
        """
        ours = self.head
        if ours is None:
            return
        if theirs is None or theirs.seq < ours.seq:
            if theirs is not None and not self.has(theirs.seq, theirs.hash):
                raise Forked("the relay tells another history than before")
            raise RolledBack("the relay has lost entries that this device has")
        if theirs.seq == ours.seq and theirs.hash != ours.hash:
            raise Forked("the relay tells another history than before")
