"""Vectors of encodings: wire, padding, contexts, derivations. `make.py` writes them."""

from __future__ import annotations

from typing import Any

from crypto import sealing, secrets, wire
from crypto.context import Purpose, context, derive_bytes, digest
from tests.vectors.common import (
    COLLECTIVE,
    Json,
    Kept,
    fixed,
    refusal,
    to_json,
)

# ---- wire, padding ------------------------------------------------------------------------------------------------

GOOD: list[tuple[str, Any]] = [
    ("zero", 0), ("last integer of one byte", 23), ("first of two bytes", 24), ("last of two bytes", 255), ("first of three bytes", 256),
    ("last of three bytes", 65535), ("first of five bytes", 65536), ("last of five bytes", 2**32 - 1), ("first of nine bytes", 2**32),
    ("the largest integer", 2**53 - 1),
    ("false", False), ("true", True), ("null", None),
    ("no bytes", b""), ("bytes", b"\x00\xff"), ("24 bytes", bytes(24)), ("256 bytes", bytes(range(256))),
    ("no text", ""), ("text", "parasol"), ("text in NFC", "caf\u00e9"), ("text that is not in NFC", "e\u0301"), ("a Hangul syllable in pieces", "\u1100\u1161"),
    ("text whose form newer tables would change", "x\u0301\U00010efd"), ("a key that is not in NFC", {"e\u0301": 0}),
    ("text outside the basic plane", "\U0001f302"),
    ("a zero character and a line end in text", "a\x00\n"), ("24 characters", "a" * 24), ("a byte order mark is kept", "\ufeffa"),
    ("an empty list", []), ("a list", [1, [2, b"\x03"], "4", None]), ("24 items", list(range(24))),
    ("an empty map", {}), ("a map", {"a": 1, "b": [True]}), ("shorter keys first", {"b": 1, "aa": 2}),
    ("keys by their bytes", {"Z": 1, "a": 2, "\u00e9": 3, "\U0001f302": 4, "\uffef": 5}),
    ("the empty key", {"": 0}), ("keys that are special in some languages", {"__proto__": 1, "constructor": 2, "0": 3, "10": 4, "9": 5}),
    ("sixteen levels", [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]),
    ("sixteen levels of maps with a leaf",
    {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": 0}}}}}}}}}}}}}}}}),
]  # fmt: skip

REFUSED: list[tuple[str, str]] = [
    ("nothing", ""),
    ("trailing byte", "0000"), ("two values", "f6f6"), ("trailing break", "80ff"),
    ("0 in two bytes", "1800"), ("23 in two bytes", "1817"), ("24 in three bytes", "190018"), ("255 in three bytes", "1900ff"),
    ("256 in five bytes", "1a00000100"), ("65536 in nine bytes", "1b0000000000010000"),
    ("2^53", "1b0020000000000000"), ("2^64 - 1", "1bffffffffffffffff"), ("-1", "20"), ("-2^64", "3bffffffffffffffff"),
    ("length of bytes not shortest", "580100"), ("length of bytes in nine bytes", "5b000000000000000100"),
    ("length of text not shortest", "780161"), ("length of list not shortest", "980100"), ("length of map not shortest", "b801616100"),
    ("reserved length 28", "1c"), ("reserved length 30", "5e"), ("indefinite integer", "1f"),
    ("indefinite bytes", "5f4100ff"), ("indefinite text", "7f6161ff"), ("indefinite list", "9fff"),
    ("indefinite list with items", "9f00ff"),
    ("indefinite map", "bfff"), ("indefinite map with items", "bf616100ff"), ("a break alone", "ff"), ("a break in a list", "81ff"),
    ("keys not sorted", "a2616200616100"), ("longer key first", "a262616100616200"), ("duplicate keys", "a2616100616100"),
    ("duplicate keys, another value", "a2616100616101"),
    ("an integer key", "a10000"), ("a key of bytes", "a1416100"), ("null as key", "a1f600"), ("true as key", "a1f500"),
    ("a list as key", "a18000"), ("a map as key", "a1a000"), ("a float as key", "a1f93c0000"), ("a tag as key", "a1c0616100"),
    ("half float 1.0", "f93c00"), ("half float 0.0", "f90000"), ("half float -0.0", "f98000"), ("infinity", "f97c00"),
    ("not a number", "f97e00"),
    ("single float", "fa3f800000"), ("double float", "fb3ff0000000000000"), ("double float 1.1", "fb3ff199999999999a"),
    ("undefined", "f7"), ("undefined in a list", "81f7"), ("undefined as value", "a16161f7"),
    ("simple value 0", "e0"), ("simple value 19", "f3"), ("simple value 32", "f820"), ("simple value 255", "f8ff"),
    ("false in two bytes", "f814"), ("null in two bytes", "f816"), ("reserved simple value", "fc"),
    ("date as text (tag 0)", "c074323032362d30312d30315430303a30303a30305a"), ("time (tag 1)", "c100"), ("bignum (tag 2)", "c24101"),
    ("a large bignum", "c249010000000000000000"), ("negative bignum (tag 3)", "c34100"), ("decimal fraction (tag 4)", "c4820001"),
    ("bigfloat (tag 5)", "c5820001"), ("bigfloat with a huge exponent", "c5821a0098968001"), ("a fraction (tag 30)", "d81e820102"),
    ("embedded CBOR (tag 24)", "d8184100"), ("regular expression (tag 35)", "d8236161"), ("UUID (tag 37)", "d82550" + "00" * 16),
    ("a set (tag 258)", "d90102820001"), ("self-described (tag 55799)", "d9d9f700"), ("an unknown tag", "da0001869f00"),
    ("a tag with nothing", "c0"),
    ("a shared value (tag 28)", "d81c80"), ("a value shared twice (tags 28, 29)", "82d81c8100d81d00"),
    ("a value inside itself", "d81c81d81d00"),
    ("a shared string (tags 256, 25)", "d90100824461626364d81900"),
    ("a lone high surrogate", "63eda080"), ("a lone low surrogate", "63edb080"), ("a surrogate pair", "66eda0bcedbc82"),
    ("an overlong zero", "62c080"), ("text beyond U+10FFFF", "64f4908080"), ("text cut inside a character", "61c3"),
    ("a continuation byte alone", "6180"),
    ("seventeen levels", "81" * 16 + "80"), ("seventeen levels of maps", "a16161" * 16 + "a0"), ("a thousand levels", "81" * 1000 + "00"),
    ("bytes cut short", "4200"), ("text cut short", "6261"), ("a list cut short", "8200"), ("a map cut short", "a1"),
    ("a map without its value", "a16161"),
    ("an integer cut short", "19ff"), ("a list of 2^32 - 1 items", "9affffffff"), ("bytes of 2^63 - 1", "5b7fffffffffffffff"),
    ("text of 2^64 - 1", "7bffffffffffffffff"), ("a map of 2^60 pairs", "bb1000000000000000"),
]  # fmt: skip


def shared_bomb(levels: int = 15, width: int = 20) -> bytes:
    """Some hundred bytes that stand for `width` to the power of `levels` values, by tags for shared values."""
    parts = [b"\xd8\x1c\x81\x00"] + [
        b"\xd8\x1c" + bytes([0x80 + width]) + b"".join(b"\xd8\x1d" + wire.encode(level) for _ in range(width))
        for level in range(levels - 1)
    ]
    return bytes([0x80 + levels]) + b"".join(parts)


def make_wire(kept: Kept) -> Json:
    refused = [(name, bytes.fromhex(data)) for name, data in REFUSED] + [("values shared beyond any number", shared_bomb(width=23))]
    return {
        "good": [{"name": name, "value": to_json(value), "encoded": wire.encode(value).hex()} for name, value in GOOD],
        "refused": [{"name": name, "encoded": data.hex(), "error": refusal(wire.decode, data)} for name, data in refused],
        "too_large": [{"encoded": "420000", "limit": 2, "error": "TooLarge"}, {"encoded": "ffffff", "limit": 2, "error": "TooLarge"}],
        "at_the_limit": [{"encoded": "420000", "limit": 3}],
    }


def make_padding(kept: Kept) -> Json:
    kinds = {
        "statement": wire.STATEMENT_SIZES, "desk": wire.DESK_SIZES, "invite": (wire.SMALL_BOX - sealing.SEAL_OVERHEAD,),
        "device box": (wire.SMALL_BOX - sealing.HPKE_OVERHEAD,), "large box": (wire.LARGE_BOX - sealing.SEAL_OVERHEAD,),
    }  # fmt: skip
    padded = []
    for kind, sizes in kinds.items():
        for plaintext in (b"", b"\x00", b"\x80", b"\x80\x00", fixed("plaintext", 100)):
            result = wire.pad(plaintext, sizes)
            padded.append({"kind": kind, "plaintext": plaintext.hex(), "size": len(result), "sha256": digest(result).hex()})
    for kind, sizes in kinds.items():
        for length in (sizes[0] - 1, sizes[0], sizes[-1] - 1):
            for byte in (0, 0x80, 0x61):
                if length < sizes[-1]:
                    result = wire.pad(bytes([byte]) * length, sizes)
                    padded.append(
                        {"kind": kind, "repeat": {"byte": byte, "length": length}, "size": len(result), "sha256": digest(result).hex()}
                    )
    cases = [
        ("only zeros", "", 1024), ("no mark", "61", 1023), ("a byte after the mark", "8001", 1022),
        ("the mark has another bit", "6181", 1022),
        ("the mark is 0x40", "6140", 1022), ("size 0", "", 0), ("size 1023", "6180", 1021), ("size 1025", "6180", 1023),
        ("size 3072", "6180", 3070), ("size 128 KiB", "6180", 131070), ("no room for the mark", "61" * 1024, 0),
    ]  # fmt: skip
    return {
        "sizes": {kind: list(sizes) for kind, sizes in kinds.items()},
        "padded": padded,
        "too_large": [{"kind": kind, "length": sizes[-1], "error": "TooLarge"} for kind, sizes in kinds.items()],
        "refused": [
            {"name": name, "kind": "statement", "start": start, "zeros": zeros,
             "error": refusal(wire.unpad, bytes.fromhex(start) + bytes(zeros), wire.STATEMENT_SIZES)}
            for name, start, zeros in cases
        ],
    }  # fmt: skip


# ---- contexts, derivations ----------------------------------------------------------------------------------------


def make_contexts(kept: Kept) -> Json:
    hash_, id_ = fixed("a hash"), fixed("an id", 16)
    rests: list[tuple[Purpose, bytes | None, list[Any]]] = [
        (Purpose.DEVICE_SEED, None, []), (Purpose.DEVICE_SIGN, None, []), (Purpose.NODE, COLLECTIVE, [1, 1]),
        (Purpose.NODE, COLLECTIVE, [1, 2**21 - 1]),
        (Purpose.COMMIT, COLLECTIVE, [1, 7]), (Purpose.WRAP, COLLECTIVE, [1, 7, 3, hash_]), (Purpose.LINK, COLLECTIVE, [7, hash_]),
        (Purpose.ANNOUNCEMENT, COLLECTIVE, [7, hash_]), (Purpose.APPROVE_ANNOUNCEMENT, COLLECTIVE, [hash_, hash_]),
        (Purpose.GATE, COLLECTIVE, ["member", 7]),
        (Purpose.GATE_ENTRY, COLLECTIVE, [b"header"]), (Purpose.GATE_CHALLENGE, COLLECTIVE, ["read", "member", 7, hash_]),
        (Purpose.ENTRY, COLLECTIVE, [b"header"]),
        (Purpose.BOARD, COLLECTIVE, [7]), (Purpose.BOARD, COLLECTIVE, [b"place"]), (Purpose.APPROVE, None, [hash_]),
        (Purpose.APPROVE, COLLECTIVE, [hash_]),
        (Purpose.PUBLISH, COLLECTIVE, [hash_, hash_]), (Purpose.SAFETY_WORDS, COLLECTIVE, [hash_]), (Purpose.LOG, COLLECTIVE, [1]),
        (Purpose.BUNDLE_COMMIT, None, ["tree", 1]), (Purpose.INVITE, None, [hash_]), (Purpose.JOIN_INVITE, COLLECTIVE, [hash_]),
        (Purpose.DESK, COLLECTIVE, [2, 7, hash_]), (Purpose.FOLLOW_UP, COLLECTIVE, [id_, 1, hash_]),
        (Purpose.ALIAS, COLLECTIVE, [id_, hash_]),
        (Purpose.MAIL_TAG, COLLECTIVE, [id_]), (Purpose.MAIL, COLLECTIVE, []), (Purpose.MATCH_SALT, COLLECTIVE, []),
        (Purpose.MATCH_TOKEN, COLLECTIVE, [wire.encode(["phone", "", "+447700900123"])]), (Purpose.PING_CODE, COLLECTIVE, [id_]),
        (Purpose.VAULT_KEY, None, [2, 19456, id_]), (Purpose.VAULT_NAME, None, ["receipts/\u00e9"]),
    ]  # fmt: skip
    return {
        "purposes": [str(purpose) for purpose in Purpose],
        "contexts": [
            {"purpose": str(p), "collective": c and c.hex(), "rest": to_json(rest), "encoded": context(p, c, *rest).hex()}
            for p, c, rest in rests
        ],
    }


def make_derive(kept: Kept) -> Json:
    key = secrets.AeadKey(fixed("a key to derive from"))
    cases: list[tuple[Purpose, bytes | None, list[Any], int]] = [
        (Purpose.DEVICE_SIGN, None, [], 32), (Purpose.DEVICE_KEM, None, [], 32), (Purpose.DEVICE_BOX, None, [], 32),
        (Purpose.NODE, COLLECTIVE, [1, 1], 32),
        (Purpose.NODE, COLLECTIVE, [2, 1], 32), (Purpose.GATE, COLLECTIVE, ["member", 1], 32),
        (Purpose.GATE, COLLECTIVE, ["moderator", 1], 32),
        (Purpose.PING, COLLECTIVE, ["member", 1], 16), (Purpose.VAULT_NAME, None, ["lock"], 16),
        (Purpose.DESK_MEMBERSHIP, COLLECTIVE, [3], 32),
        (Purpose.MAIL, COLLECTIVE, [], 32), (Purpose.BOX_PATH, COLLECTIVE, [1], 32), (Purpose.BOX_BUNDLE, COLLECTIVE, [1], 32),
    ]  # fmt: skip
    short = secrets.InviteCode(fixed("a short key", 16))
    return {
        "derived": [
            {"key": k.reveal().hex(), "purpose": str(p), "collective": c and c.hex(), "rest": to_json(rest), "size": size,
             "derived": derive_bytes(k, p, c, *rest)[:size].hex()}
            for k, (p, c, rest, size) in [(key, case) for case in cases] + [(short, (Purpose.INVITE_BOX, None, [], 32))]
        ],
    }  # fmt: skip
