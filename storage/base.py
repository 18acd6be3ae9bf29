"""The contract of a store: what the relay asks of whatever keeps its five shelves (protocol §5).

A store is trusted to keep and to order, and decides nothing about cryptography: entries arrive verified. Four promises make
the relay's promises true, whichever store stands behind it:

*Durable before answered.* A method that writes returns only once what it wrote survives the loss of power.

*Compare and set.* ``append`` and ``found`` compare the head and write in one step; of any number of callers that name the same
head, exactly one wins. The comparison is the store's because several relays may share one store.

*All or nothing.* A call's writes, its consumed founding code and its erased invite box included, are kept together or not at all.
One caller's failure is never another's, even where they share a transaction.

*Nothing acknowledged on a full disk.* Room that runs out is :class:`StorageFull`, for the caller whose write did not fit; reads go on.

All times are whole seconds since 1970-01-01 UTC, and are arguments: a store has no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from crypto.chain import Shelf
from crypto.errors import ParasolError, Refused, StorageFailed

#: Desk items and mail are kept this long (protocol §5).
KEPT: Final = 90 * 86400

# ---- what a store refuses -----------------------------------------------------------------------------------------


class Conflict(Refused):
    """Somebody else appended first. ``head`` is where the chain stands now."""

    def __init__(self, head: Head | None) -> None:
        super().__init__("the chain does not stand where the request says")
        self.head = head


class BadFoundingCode(Refused):
    """No such code was given out, or it has been used."""


class AlreadyThere(Refused):
    """Another collective, or box, has this name."""


class NotHealing(Refused):
    """The collective is not being healed."""


class CannotEraseEntry(Refused):
    """There is no such entry, or it is one that stays: the charter at the beginning, an announcement."""


class NotBurnable(Refused):
    """The box belongs to its owner until it expires."""


class StorageFull(StorageFailed):
    """No room is left on the disk. Nothing of this call was kept."""


class StoreBusy(ParasolError):
    """More is waiting to be written than the store takes on; the caller should come again in a moment."""


# ---- rows ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain. ``time`` and ``epoch`` are its header's."""

    seq: int
    hash: bytes
    time: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Epoch:
    """What an announcement shows in clear: its number, where and when it stands, its gates, the number of its desk key, and the
    one-time keys of which enough must cosign the next one (protocol §4.3).
    """

    number: int
    seq: int
    time: int
    member_gate: bytes
    moderator_gate: bytes
    desk: int
    cosigners: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Collective:
    """Everything the relay needs to judge a request, in one look.

    Attributes:
        version: rises with every change on any shelf, never falls, survives a restart.
        epochs: the newest :class:`Epoch` last; before it, every one that was the newest at some time in the last 14 days or
            more. Never empty.
    """

    id: bytes
    version: int
    healing: bool
    board: Head
    log: Head | None
    epochs: tuple[Epoch, ...]
    desk_last: int
    mail_last: int

    @property
    def newest(self) -> Epoch:
        return self.epochs[-1]

    def head(self, shelf: Shelf) -> Head | None:
        return self.board if shelf == "board" else self.log


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A verified entry to keep. ``encoded`` is its deterministic CBOR as it travels; ``epoch`` is there if it is an announcement."""

    head: Head
    encoded: bytes
    epoch: Epoch | None = None


@dataclass(frozen=True, slots=True)
class NewDeskItem:
    """A desk item to keep; ``id`` is H(encoded). A join names the box of its invite, and itself."""

    id: bytes
    encoded: bytes
    invite_box: bytes | None = None
    join: bytes | None = None


@dataclass(frozen=True, slots=True)
class DeskRow:
    position: int
    arrived: int
    item: bytes


@dataclass(frozen=True, slots=True)
class MailRow:
    position: int
    tag: bytes
    blob: bytes


@dataclass(frozen=True, slots=True)
class Box:
    id: bytes
    blob: bytes
    expires: int
    burnable: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    seq: int
    due: int


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed: numbers only."""

    desk: int = 0
    mail: int = 0
    boxes: int = 0
    erased: int = 0


class Store(Protocol):
    """See the module's docstring for what every method promises. Any method may raise ``StorageFailed``; any that writes also
    :class:`StorageFull` and :class:`StoreBusy`. A method that names a collective the store does not know raises ``KeyError``
    if it writes, and returns nothing if it reads."""

    @property
    def commits(self) -> int:
        """How many transactions have been made durable since the store was opened."""

    async def close(self) -> None:
        """Finishes what waits, leaves nothing behind in journals, and lets go of the data folder."""

    # -- collectives

    async def collective(self, collective: bytes) -> Collective | None:
        """The collective as it stands after the last write that was answered. Cheap: relays call it for every request."""

    async def epoch(self, collective: bytes, number: int) -> Epoch | None:
        """Any announcement of the chain, by its number."""

    async def collectives(self) -> list[bytes]:
        """The id of every collective there is."""

    async def watch(self, collective: bytes, version: int) -> int:
        """Returns the collective's version as soon as it is another than ``version``. May wait for ever; may be cancelled."""

    async def version(self) -> int:
        """Of the store as a whole: the sum of all collectives' versions, so it rises with each of them and survives a restart."""

    async def watch_all(self, version: int) -> int:
        """As :meth:`watch`, for the version of the whole store."""

    async def healing(self) -> bool:
        """Whether any collective is being healed."""

    async def whole(self, collective: bytes) -> None:
        """Ends the healing.

        Raises:
            NotHealing: it is not being healed.
        """

    async def found(self, collective: bytes, code_hash: bytes, entries: Sequence[NewEntry]) -> bool:
        """Uses up the founding code and begins a board with these entries. ``False`` if exactly these stand there already.

        Raises:
            BadFoundingCode: no unused code has this SHA-256.
            AlreadyThere: the collective exists with other entries.
        """

    # -- board and log

    async def append(self, collective: bytes, shelf: Shelf, after: Head | None, entries: Sequence[NewEntry]) -> Head:
        """Appends all entries or none, if the chain's head is ``after``. Exactly the entries that already stand at the head are
        answered as if they had just been appended: the first answer got lost.

        Raises:
            Conflict: the head is another.
        """

    async def entries(self, collective: bytes, shelf: Shelf, start: int, count: int, size: int) -> list[bytes]:
        """Encoded entries from ``start`` on, without a gap: at most ``count``, and no more than needed to reach ``size`` bytes."""

    async def hash(self, collective: bytes, shelf: Shelf, seq: int) -> bytes | None:
        """The hash of the entry at ``seq``."""

    async def request_erasure(self, collective: bytes, seqs: Sequence[int], due: int) -> int:
        """Notes that the blobs of these board entries go at ``due``, or when they were due already; returns the latest of these.

        Raises:
            CannotEraseEntry: one of them is the first entry, an announcement, or not there. None was noted.
        """

    async def erasures(self, collective: bytes) -> list[Erasure]:
        """What is noted and not yet done, by ``seq``."""

    async def stop_erasures(self, collective: bytes, seqs: Sequence[int]) -> None:
        """Forgets what was noted for these."""

    # -- desk and mail

    async def post_desk(self, collective: bytes, items: Sequence[NewDeskItem], now: int) -> None:
        """Keeps the items, in order; one that is there already is left as it is. A join erases its invite's box if it may be burnt.

        Raises:
            InviteUsed: another ``join`` has come for the same invite box. None was kept.
        """

    async def desk(self, collective: bytes, after: int, count: int, size: int) -> tuple[list[DeskRow], bool]:
        """What arrived after position ``after``, and whether there is more; limits as in :meth:`entries`. Positions rise, with gaps."""

    async def post_mail(self, collective: bytes, items: Sequence[tuple[bytes, bytes]], now: int) -> None:
        """Keeps (tag, blob) pairs, in order; a tag that is there already is left as it is."""

    async def mail(self, collective: bytes, after: int, count: int, size: int) -> tuple[list[MailRow], bool]:
        """As :meth:`desk`."""

    # -- boxes

    async def put_boxes(self, collective: bytes, boxes: Sequence[Box], *, replace: bool, now: int) -> None:
        """Keeps the boxes. One that stands there with the same blob is left as it is; one that has expired is not there. Ids are each
        collective's own: one that another collective uses too takes nothing from this one.

        Raises:
            AlreadyThere: a box of this collective has the id of one of these, with another blob, and ``replace`` is false. None was kept.
        """

    async def box(self, box: bytes, now: int, collective: bytes | None = None) -> Box | None:
        """The box, unless it has expired: this collective's, or any one with this id where whoever asks cannot know whose it is."""

    async def burn_box(self, box: bytes, now: int) -> bool:
        """Erases every box with this id that may be erased. Whether there was one.

        Raises:
            NotBurnable: it may not be erased before it expires.
        """

    # -- time

    async def sweep(self, now: int) -> Swept:
        """Removes what is past its time (desk and mail after 90 days, boxes at their expiry), erases the blobs that are due, and
        leaves no trace of either in journals. To be called about once an hour."""
