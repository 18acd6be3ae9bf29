"""Entries of the board and the log: what the relay, too, can verify (protocol §5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from . import signing, wire
from .context import Purpose, context, digest
from .errors import TooLarge, WrongBlob, WrongLength, WrongShape
from .secrets import SigningSeed

Shelf: TypeAlias = Literal["board", "log"]

STATEMENT: Final = "statement"
ANNOUNCEMENT: Final = "announcement"
NOTE: Final = "note"
KINDS: Final[dict[str, tuple[str, ...]]] = {"board": (STATEMENT, ANNOUNCEMENT), "log": (NOTE,)}

NO_ENTRY: Final = bytes(32)
MAX_HEADER: Final = 512
MAX_ANNOUNCEMENT: Final = 1024 * 1024
AEAD_OVERHEAD: Final = 40  # nonce 24, tag 16
#: The sizes that padding gives to the blob of a statement (and to a mail item), and to that of a note with its wrapper (§5.4).
STATEMENT_BLOBS: Final = tuple(size + AEAD_OVERHEAD for size in wire.STATEMENT_SIZES)
NOTE_BLOBS: Final = tuple(len(wire.encode({"key": bytes(32), "sealed": bytes(size)})) for size in STATEMENT_BLOBS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when an entry stands: its header without the hash of its blob. Seals bind to it."""

    shelf: Shelf
    seq: int
    prev: bytes
    kind: str
    epoch: int
    time: int
    urgent: int = 0

    def encode(self) -> bytes:
        return wire.encode(self.fields())

    def fields(self) -> dict[str, Any]:
        return {
            "shelf": self.shelf, "seq": self.seq, "prev": self.prev, "kind": self.kind,
            "epoch": self.epoch, "time": self.time, "urgent": self.urgent,
        }  # fmt: skip


_HEADER: Final[dict[str, wire.Check]] = {
    "shelf": wire.is_one_of("board", "log"),
    "seq": wire.is_uint,
    "prev": wire.is_bytes(32),
    "kind": wire.is_one_of(STATEMENT, ANNOUNCEMENT, NOTE),
    "epoch": wire.is_uint,
    "time": wire.is_uint,
    "urgent": wire.is_one_of(0, 1, 2),
    "blob": wire.is_bytes(32),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it travels. ``blob`` is ``None`` in a stub. Build with :func:`make_entry` or :func:`parse_entry`."""

    header: bytes
    signature: bytes
    blob: bytes | None
    place: Place
    blob_hash: bytes

    def hash(self, collective: bytes) -> bytes:
        """The 32-byte hash the next entry names (protocol §5.2)."""
        return digest(context(Purpose.ENTRY, collective, self.header))

    def value(self) -> dict[str, Any]:
        """As it stands in requests and answers: ``{"header", "signature", "blob"}``."""
        return {"header": self.header, "signature": self.signature, "blob": self.blob}

    def check_signature(self, gate_public_key: bytes, collective: bytes) -> None:
        """Returns if the moderators' gate of this entry's epoch signed its header.

        Raises:
            BadSignature: it did not.
        """
        signing.verify(gate_public_key, self.signature, Purpose.GATE_ENTRY, collective, self.header)


def make_entry(place: Place, blob: bytes, gate: SigningSeed, collective: bytes) -> Entry:
    """The entry that puts ``blob`` at ``place``, signed by the moderators' gate of ``place.epoch``."""
    blob_hash = digest(blob)
    header = wire.encode({**place.fields(), "blob": blob_hash})
    signature = signing.sign(gate, Purpose.GATE_ENTRY, collective, header)
    return Entry(header, signature, blob, place, blob_hash)


def parse_entry(value: Any, shelf: Shelf) -> Entry:
    """An entry of this shelf from its decoded form; checks every length, and the blob against the header. Not the signature.

    Raises:
        WrongShape, WrongLength, TooLarge, NotDeterministic: it is malformed.
        WrongBlob: the blob is not the one its header names.
    """
    fields = wire.shaped(
        value, "entry", {"header": wire.is_bytes(), "signature": wire.is_bytes(64), "blob": wire.nullable(wire.is_bytes())}
    )
    header = wire.shaped(wire.decode(fields["header"], limit=MAX_HEADER), "header", _HEADER)
    if header["shelf"] != shelf or header["kind"] not in KINDS[shelf] or (shelf == "log" and header["urgent"]):
        raise WrongShape("header: not of this shelf")
    blob_hash = header.pop("blob")
    place = Place(**header)
    blob = fields["blob"]
    if blob is not None:
        _check_blob_size(place, len(blob))
        if digest(blob) != blob_hash:
            raise WrongBlob("the blob is not the one its header names")
    return Entry(fields["header"], fields["signature"], blob, place, blob_hash)


def _check_blob_size(place: Place, size: int) -> None:
    if place.kind == ANNOUNCEMENT:
        if size > MAX_ANNOUNCEMENT:
            raise TooLarge("announcement: too large")
    elif size not in (STATEMENT_BLOBS if place.kind == STATEMENT else NOTE_BLOBS):
        raise WrongLength("an entry of a size no padding gives")
