"""Vectors of what travels: entries of the chain, desk items. `make.py` writes them."""

from __future__ import annotations

from typing import Any

from crypto import announced, chain, gates, shelves, signing, wire
from tests.vectors.common import (
    BUNDLE,
    COLLECTIVE,
    TIME,
    Json,
    Kept,
    fixed,
    from_json,
    refusal,
    to_json,
)
from tests.vectors.epochs import announcements

# ---- the chain, what travels --------------------------------------------------------------------------------------


def entry_json(entry: chain.Entry) -> Json:
    blob = entry.blob
    short = blob is not None and blob == bytes(len(blob))
    return {
        **entry.place.fields(), "prev": entry.place.prev.hex(), "place": entry.place.encode().hex(), "blob_hash": entry.blob_hash.hex(),
        "header": entry.header.hex(), "signature": entry.signature.hex(), "hash": entry.hash(COLLECTIVE).hex(),
        "blob": {"zeros": len(blob)} if short and blob is not None else blob and blob.hex(),
    }  # fmt: skip


def make_chain(kept: Kept) -> Json:
    gate = gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1)
    blob = announced.join_announcement(announcements()[0][0], b"sealed", [])
    first = chain.make_entry(
        chain.Place("board", 0, chain.NO_ENTRY, chain.STATEMENT, 1, TIME), bytes(chain.STATEMENT_BLOBS[0]), gate, COLLECTIVE
    )
    second = chain.make_entry(chain.Place("board", 1, first.hash(COLLECTIVE), chain.ANNOUNCEMENT, 1, TIME + 1), blob, gate, COLLECTIVE)
    third = chain.make_entry(
        chain.Place("board", 2, second.hash(COLLECTIVE), chain.STATEMENT, 1, TIME + 2, 2), bytes(chain.STATEMENT_BLOBS[2]), gate, COLLECTIVE
    )
    note = chain.make_entry(chain.Place("log", 0, chain.NO_ENTRY, chain.NOTE, 1, TIME), bytes(chain.NOTE_BLOBS[0]), gate, COLLECTIVE)

    def changed(entry: chain.Entry, **fields: Any) -> Any:
        header = wire.decode(entry.header) | fields
        return {**entry.value(), "header": wire.encode({k: v for k, v in header.items() if v != "absent"})}

    refused: list[tuple[str, chain.Shelf, Any]] = [
        ("a field is missing", "board", {"header": first.header, "blob": first.blob}),
        ("a field too many", "board", first.value() | {"x": 1}),
        ("not a map", "board", [first.header, first.signature, first.blob]), ("a short signature", "board",
        first.value() | {"signature": bytes(63)}),
        ("another blob of the same size", "board", first.value() | {"blob": b"\x01" + bytes(chain.STATEMENT_BLOBS[0] - 1)}),
        ("a blob of no padded size", "board", first.value() | {"blob": bytes(1000)}),
        ("an announcement of more than 1 MiB", "board", second.value() | {"blob": bytes(2**20 + 1)}),
        ("a note's size on the board", "board", first.value() | {"blob": bytes(chain.NOTE_BLOBS[0])}),
        ("a header with a trailing byte", "board", first.value() | {"header": first.header + b"\x00"}),
        ("a header of 513 bytes", "board", first.value() | {"header": bytes(513)}),
        ("a header without epoch", "board", changed(first, epoch="absent")), ("a header with more", "board", changed(first, more=0)),
        ("seq is text", "board", changed(first, seq="0")),
        ("a short prev", "board", changed(first, prev=bytes(31))), ("urgent 3", "board", changed(first, urgent=3)),
        ("urgent is true", "board", changed(first, urgent=True)),
        ("an unknown kind", "board", changed(first, kind="x")), ("an unknown shelf", "board", changed(first, shelf="desk")),
        ("a note on the board", "board", changed(first, kind="note")),
        ("the log's entry on the board", "board", note.value()), ("the board's entry on the log", "log", first.value()),
        ("a statement on the log", "log", changed(note, kind="statement")),
        ("an urgent note", "log", changed(note, urgent=1)),
    ]  # fmt: skip
    return {
        "collective": COLLECTIVE.hex(), "gate_seed": gate.reveal().hex(), "gate": signing.public_key(gate).hex(),
        "statement_blobs": list(chain.STATEMENT_BLOBS), "note_blobs": list(chain.NOTE_BLOBS),
        "entries": [entry_json(entry) for entry in (first, second, third, note)],
        "stub": {"header": first.header.hex(), "signature": first.signature.hex(), "hash": first.hash(COLLECTIVE).hex()},
        "refused": [
            {"name": n, "shelf": shelf, "entry": squeezed(v), "error": refusal(chain.parse_entry, v, shelf)}
            for n, shelf, v in refused
        ],
        "bad_signatures": [
            {"name": n, "header": h.hex(), "signature": s.hex(), "collective": c.hex(), "error": "BadSignature"}
            for n, h, s, c in [
                ("header changed", wire.encode(wire.decode(first.header) | {"time": TIME + 9}), first.signature, COLLECTIVE),
                ("signature of another entry", first.header, second.signature, COLLECTIVE),
                ("another collective", first.header, first.signature, fixed("another collective")),
            ]
        ],
    }  # fmt: skip


def squeezed(value: Any) -> Any:
    """As :func:`to_json`; a long blob that is one byte and zeros is `{"$start", "$zeros"}`."""
    if isinstance(value, dict):
        return {key: squeezed(item) for key, item in value.items()}
    if isinstance(value, bytes) and len(value) > 600 and not any(value[1:]):
        return {"$start": value[:1].hex(), "$zeros": len(value) - 1}
    return to_json(value)


def unsqueezed(value: Any) -> Any:
    """Back from :func:`squeezed`."""
    if isinstance(value, dict):
        if value.keys() == {"$start", "$zeros"}:
            return bytes.fromhex(value["$start"]) + bytes(value["$zeros"])
        if value.keys() != {"$bytes"}:
            return {key: unsqueezed(item) for key, item in value.items()}
    return from_json(value)


def make_shelves(kept: Kept) -> Json:
    size = shelves.DESK_SEALED[0]
    plain = shelves.encode_desk_item(1, 2, bytes(size))
    join = shelves.encode_desk_item(1, 2, bytes(size), invite_box=fixed("box"), join=fixed("join"))
    base = wire.decode(plain.encoded)
    bad: list[tuple[str, bytes]] = [
        ("no padded size", wire.encode(base | {"sealed": bytes(size - 1)})), ("a field too many", wire.encode(base | {"who": 1})),
        ("invite without join", wire.encode(base | {"invite": {"box": bytes(32)}})),
        ("invite with a short box", wire.encode(base | {"invite": {"box": bytes(31), "join": bytes(32)}})),
        ("desk is text", wire.encode(base | {"desk": "1"})), ("too large", bytes(shelves.MAX_DESK_ITEM + 1)),
    ]  # fmt: skip
    return {
        "desk_sealed": list(shelves.DESK_SEALED), "mail_blobs": list(shelves.MAIL_BLOBS), "box_blobs": list(shelves.BOX_BLOBS),
        "desk_items": [
            {"desk": i.desk, "epoch": i.epoch, "sealed_zeros": len(i.sealed), "invite": i.invite_box and {"box": i.invite_box.hex(),
            "join": i.join and i.join.hex()},
             "length": len(i.encoded), "id": i.id.hex()}
            for i in (plain, join)
        ],
        "refused": [{"name": n, "runs": runs(d), "error": refusal(shelves.parse_desk_item, d)} for n, d in bad],
    }  # fmt: skip


def runs(data: bytes) -> list[Any]:
    """Hex, with long runs of zeros as their number."""
    parts: list[Any] = []
    while data:
        at = data.find(bytes(200))
        if at < 0:
            return [*parts, data.hex()]
        rest = data[at:].lstrip(b"\x00")
        parts += ([data[:at].hex()] if at else []) + [len(data) - at - len(rest)]
        data = rest
    return parts


def from_runs(parts: list[Any]) -> bytes:
    """Back from :func:`runs`."""
    return b"".join(bytes(part) if isinstance(part, int) else bytes.fromhex(part) for part in parts)
