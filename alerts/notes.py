"""Notes: the entries of the moderators' log, sealed under the notes key and signed by their author (protocol §5.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from crypto import sealing, signing, wire
from crypto.announced import is_leaf
from crypto.approvals import PERSON_SIZE
from crypto.bundle import Bundle
from crypto.chain import Place
from crypto.context import Purpose, context, derive, digest
from crypto.errors import WrongShape
from crypto.secrets import AeadKey, NotesKey, SigningSeed

#: What only the device that joined can have made; all that is known of her follows from it.
_JOIN: Final[dict[str, wire.Check]] = {
    "body": wire.is_bytes(),
    "invite_signature": wire.nullable(wire.is_bytes(64)),
    "device_signature": wire.is_bytes(64),
}


def _is_join(value: Any) -> bool:
    return type(value) is dict and value.keys() == _JOIN.keys() and all(check(value[name]) for name, check in _JOIN.items())


_MEMBER: Final[dict[str, wire.Check]] = {"join": _is_join, "leaf": is_leaf}
_ACCEPTED: Final[dict[str, wire.Check]] = {"body": wire.is_bytes(), "signature": wire.is_bytes(64)}
_INVITE: Final[dict[str, wire.Check]] = {
    "invite": signing.is_public_key,
    "box": wire.is_bytes(32),
    "key": wire.is_bytes(32),
    "expires": wire.is_uint,
    "moderator": wire.is_bool,
}
_DESK_KEY: Final[dict[str, wire.Check]] = {"number": wire.is_uint, "seed": wire.is_bytes(32)}

#: What the data of a step on a report may hold; each event uses some of it.
_DATA: Final[dict[str, wire.Check]] = {
    "counter": wire.is_uint,
    "hash": wire.is_bytes(32),
    "text": wire.is_text(0, 8000),
    "reason": wire.is_text(0, 8000),
    "body": wire.is_bytes(32),
    "same": wire.is_bool,
    "into": wire.is_bytes(16),
    "alert": wire.is_bytes(16),
}


def _is_data(value: Any) -> bool:
    return type(value) is dict and all(name in _DATA and _DATA[name](item) for name, item in value.items())


#: What is carried over at a replant, by kind (protocol §3.8).
_CARRIED: Final[dict[str, dict[str, wire.Check]]] = {
    "gone": {"leaves": wire.is_list_of(is_leaf)},
    "desk-key": _DESK_KEY,
    "invite": _INVITE,
    "member": _MEMBER,
    "accepted": _ACCEPTED,
    "cosigners": {"person": wire.is_bytes(PERSON_SIZE), "keys": wire.is_list_of(signing.is_public_key, 1, 64)},
    "step": {
        "report": wire.is_bytes(16),
        "time": wire.is_uint,
        "person": wire.is_bytes(PERSON_SIZE),
        "event": wire.is_text(1, 32),
        "data": _is_data,
        "epoch": wire.is_uint,
    },
}
MAX_PARTS: Final = 4096


def _is_below(limit: int) -> wire.Check:
    return lambda value: wire.is_uint(value) and value < limit


def _is_carried(value: Any) -> bool:
    shape = _CARRIED.get(value.get("kind", "")) if type(value) is dict and type(value.get("kind")) is str else None
    return shape is not None and set(value) == {"kind", *shape} and all(check(value[name]) for name, check in shape.items())


def _is_cosign(value: Any) -> bool:
    return (
        type(value) is dict
        and set(value) == {"key", "signature"}
        and wire.is_bytes(32)(value["key"])
        and wire.is_bytes(64)(value["signature"])
    )


#: What each type of note says, besides ``type`` and ``charter``. Types that are not here are skipped.
NOTES: Final[dict[str, dict[str, wire.Check]]] = {
    "invite": _INVITE,
    "invite-withdrawn": {"invite": wire.is_bytes(32)},
    "member": _MEMBER,
    "accepted": _ACCEPTED,
    "removal": {"leaf": is_leaf, "signature": wire.is_bytes(64)},
    "proposal": {"body": wire.is_bytes(), "report": wire.nullable(wire.is_bytes(16))},
    "approval": {"body": wire.is_bytes(32), "signature": wire.is_bytes(64)},
    "announcement": {"public": wire.is_bytes(), "inner": wire.is_bytes(), "secret": wire.is_bytes(32)},
    "announcement-approval": {
        "public": wire.is_bytes(32),
        "inner": wire.is_bytes(32),
        "signature": wire.is_bytes(64),
        "cosign": wire.nullable(_is_cosign),
    },
    "cosigners": {"keys": wire.is_list_of(signing.is_public_key, 1, 64)},
    "desk-key": _DESK_KEY,
    "desk": {"report": wire.is_bytes(16), "event": wire.is_text(1, 32), "data": _is_data},
    "carried": {
        "part": _is_below(MAX_PARTS),
        "of": _is_below(MAX_PARTS + 1),
        "state": wire.is_list_of(_is_carried, 0, 1000),
    },
}

_WRAPPER: Final[dict[str, wire.Check]] = {"key": wire.is_bytes(32), "sealed": wire.is_bytes()}
_SIGNED: Final[dict[str, wire.Check]] = {
    "body": wire.is_bytes(),
    "author": wire.is_list_of(lambda _: True, 2, 2),
    "signature": wire.is_bytes(64),
}


@dataclass(frozen=True, slots=True)
class Note:
    """An opened note; its signature is not checked yet. ``fields`` is ``None`` if its type is not known."""

    type: str
    key: bytes
    charter: int
    fields: dict[str, Any] | None = field(repr=False)
    body: bytes = field(repr=False)
    person: bytes
    device: int
    signature: bytes


def notes_commitment(bundle: Bundle, collective: bytes) -> bytes:
    """Names the notes key in the clear, so that nobody tries several."""
    return bundle.commitments(collective)["notes"]


def make_body(note_type: str, charter: int, fields: dict[str, Any]) -> bytes:
    """The encoded body of a note."""
    return wire.encode({"type": note_type, "charter": charter, **wire.shaped(fields, "note", NOTES[note_type])})


def _seal_of(key: NotesKey, planting: int, place: Place, collective: bytes) -> tuple[AeadKey, bytes]:
    return derive(AeadKey, key, Purpose.LOG, collective, planting), context(Purpose.LOG, collective, place.encode())


def seal_note(body: bytes, place: Place, bundle: Bundle, collective: bytes, *, author: tuple[bytes, int], device: SigningSeed) -> bytes:
    """The blob of a note at its place.

    Raises:
        TooLarge: it does not fit into 64 KiB.
    """
    signature = signing.sign(device, Purpose.LOG, collective, digest(place.encode()), digest(body))
    plaintext = wire.pad(wire.encode({"body": body, "author": list(author), "signature": signature}), wire.STATEMENT_SIZES)
    sealed = sealing.seal(*_seal_of(bundle.notes, bundle.planting, place, collective), plaintext)
    return wire.encode({"key": notes_commitment(bundle, collective), "sealed": sealed})


def key_of(blob: bytes) -> bytes:
    """Which notes key a note stands under.

    Raises:
        WrongShape, NotDeterministic, TooLarge: it is no note.
    """
    key: bytes = wire.shaped(wire.decode(blob, limit=2 * wire.STATEMENT_SIZES[-1]), "note", _WRAPPER)["key"]
    return key


def open_note(blob: bytes, place: Place, bundle: Bundle, collective: bytes) -> Note:
    """The note of a blob that :func:`key_of` says is under this bundle's notes key.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic: it is none, or not of this place.
    """
    wrapper = wire.shaped(wire.decode(blob, limit=2 * wire.STATEMENT_SIZES[-1]), "note", _WRAPPER)
    seal = _seal_of(bundle.notes, bundle.planting, place, collective)
    plaintext = wire.unpad(sealing.open_(*seal, wrapper["sealed"]), wire.STATEMENT_SIZES)
    f = wire.shaped(wire.decode(plaintext), "note", _SIGNED)
    person, device = f["author"]
    if not (wire.is_bytes(PERSON_SIZE)(person) and wire.is_uint(device)):
        raise WrongShape("note: its author has the wrong form")
    body = wire.decode(f["body"])
    if type(body) is not dict or not wire.is_text(1, 32)(body.get("type")) or not wire.is_uint(body.get("charter")):
        raise WrongShape("note: no type, or no charter")
    note_type, charter = body.pop("type"), body.pop("charter")
    fields = wire.shaped(body, "note", NOTES[note_type]) if note_type in NOTES else None
    return Note(note_type, wrapper["key"], charter, fields, f["body"], person, device, f["signature"])


def check_author(note: Note, device_key: bytes, place: Place, collective: bytes) -> None:
    """Returns if this device wrote the note at this place.

    Raises:
        BadSignature: it did not.
    """
    signing.verify(device_key, note.signature, Purpose.LOG, collective, digest(place.encode()), digest(note.body))
