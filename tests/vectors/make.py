"""Writes the vectors of `crypto/` that every implementation of the protocol has to reproduce: `python tests/vectors/make.py`.

Byte strings are hex. Where a value of the protocol's CBOR stands inside JSON, its byte strings are `{"$bytes": hex}`.

Running it again changes nothing. What the system's randomness decides is drawn from a fixed stream here, but for HPKE, whose
encapsulation draws inside the library: a sealed message that stands in the file already, and still opens, is kept.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))

from nacl import bindings  # noqa: E402  (the path above comes first)

from crypto import (  # noqa: E402
    announced,
    base32,
    boxes,
    chain,
    device,
    epochs,
    gates,
    invites,
    keytree,
    sealing,
    secrets,
    shelves,
    signing,
    vault,
    wire,
)
from crypto.approvals import Approval  # noqa: E402
from crypto.bundle import Bundle  # noqa: E402
from crypto.context import Purpose, context, derive, derive_bytes, digest  # noqa: E402
from crypto.errors import ParasolError  # noqa: E402

Json = dict[str, Any]


def fixed(label: str, size: int = 32) -> bytes:
    """Bytes for a role in the vectors; never a key of anybody."""
    return hashlib.shake_256(f"parasol vectors: {label}".encode()).digest(size)


COLLECTIVE = fixed("collective")
SIGNER = secrets.SigningSeed(fixed("signer"))
MODERATOR = secrets.SigningSeed(fixed("a moderator's device"))
KEM = secrets.KemSeed(fixed("kem"))
BUNDLE = Bundle(1, secrets.TreeSeed(fixed("tree")), secrets.GateSeed(fixed("gate")), secrets.NotesKey(fixed("notes")))
LEAF = announced.FIRST_LEAF + 300_000
REMOVED = announced.FIRST_LEAF + 12_345
TIME = 1_800_000_000


@contextmanager
def fixed_randomness(label: str) -> Iterator[None]:
    """`os.urandom` from a fixed stream. Only here: in the product every nonce and salt is the system's."""
    drawn = 0

    def stream(size: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return fixed(f"{label}, draw {drawn}", size)

    system, os.urandom = os.urandom, stream
    try:
        yield
    finally:
        os.urandom = system


def to_json(value: Any) -> Any:
    """A value of the protocol as JSON."""
    if isinstance(value, bytes):
        return {"$bytes": value.hex()}
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(value: Any) -> Any:
    """Back from :func:`to_json`."""
    if isinstance(value, dict):
        if value.keys() == {"$bytes"}:
            return bytes.fromhex(value["$bytes"])
        return {key: from_json(item) for key, item in value.items()}
    return [from_json(item) for item in value] if isinstance(value, list) else value


def flip(data: bytes, index: int = -1) -> bytes:
    """`data` with one bit changed."""
    changed = bytearray(data)
    changed[index] ^= 1
    return bytes(changed)


def refusal(attempt: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    """The name of the error; a vector of a refusal that is none must not be written."""
    try:
        attempt(*arguments, **named)
    except ParasolError as error:
        return error.name
    raise RuntimeError("this should have been refused")


class Kept:
    """Messages sealed with HPKE, from the file as it stands."""

    def __init__(self, before: Json) -> None:
        self._before: dict[str, str] = before.get("kept", {})
        self.now: dict[str, str] = {}

    def __call__(self, name: str, make: Callable[[], bytes], opens: Callable[[bytes], Any]) -> bytes:
        sealed = bytes.fromhex(self._before.get(name, ""))
        try:
            opens(sealed)
        except ParasolError:
            sealed = make()
        self.now[name] = sealed.hex()
        return sealed


# ---- wire, padding ------------------------------------------------------------------------------------------------

GOOD: list[tuple[str, Any]] = [
    ("zero", 0), ("last integer of one byte", 23), ("first of two bytes", 24), ("last of two bytes", 255), ("first of three bytes", 256),
    ("last of three bytes", 65535), ("first of five bytes", 65536), ("last of five bytes", 2**32 - 1), ("first of nine bytes", 2**32),
    ("the largest integer", 2**53 - 1),
    ("false", False), ("true", True), ("null", None),
    ("no bytes", b""), ("bytes", b"\x00\xff"), ("24 bytes", bytes(24)), ("256 bytes", bytes(range(256))),
    ("no text", ""), ("text", "parasol"), ("text in NFC", "caf\u00e9"), ("text outside the basic plane", "\U0001f302"),
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
    ("text that is not in NFC", "6365cc81"), ("a key that is not in NFC", "a16365cc8100"),
    ("a compatibility composite (K sign)", "63e284aa"),
    ("a Hangul syllable in pieces", "66e18480e185a1"),
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


# ---- signatures ---------------------------------------------------------------------------------------------------

L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
#: A point of order 8 (RFC 8032 §5.1 arithmetic; it is in every published list of small-order points).
ORDER_8 = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
SMALL_ORDER = {
    "order 1 (identity)": "01" + "00" * 31,
    "order 2": "ec" + "ff" * 30 + "7f",
    "order 4": "00" * 32,
    "order 4, other sign": "00" * 31 + "80",
    "order 8": ORDER_8.hex(),
    "order 8, other sign": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "order 8, other": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "order 8, other, other sign": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
}
NOT_CANONICAL = {
    "identity with a sign": "01" + "00" * 30 + "80",
    "order 2 with a sign": "ec" + "ff" * 31,
    "y = p, order 4": "ed" + "ff" * 30 + "7f",
    "y = p, order 4, other sign": "ed" + "ff" * 31,
    "y = p + 1, identity": "ee" + "ff" * 30 + "7f",
    "y = p + 1, identity with a sign": "ee" + "ff" * 31,
    "y = p + 3": (P + 3).to_bytes(32, "little").hex(),
    "y = p + 18": (P + 18).to_bytes(32, "little").hex(),
}


def scalar(number: int) -> bytes:
    return (number % L).to_bytes(32, "little")


def times_base(number: int) -> bytes:
    if number % L == 0:
        return bytes.fromhex(SMALL_ORDER["order 1 (identity)"])
    return bindings.crypto_scalarmult_ed25519_base_noclamp(scalar(number))


def challenge(r: bytes, a: bytes, message: bytes) -> int:
    return int.from_bytes(hashlib.sha512(r + a + message).digest(), "little") % L


def crafted() -> list[tuple[str, bytes, bytes, bytes]]:
    """Name, key, message, signature: each satisfies some published verification equation, and breaks the strict rule."""
    found = []
    a, r = (int.from_bytes(fixed(f"scalar {name}", 64), "little") % L for name in "ar")
    key, nonce = times_base(a), times_base(r)

    def hidden(their_key: bytes, their_r: bytes, nonce_scalar: int, key_scalar: int) -> tuple[bytes, bytes, bytes]:
        # A message whose challenge is a multiple of the cofactor hides the small-order part of the key.
        for i in range(1000):
            message = b"crafted %d" % i
            k = challenge(their_r, their_key, message)
            if k % 8 == 0:
                return their_key, message, their_r + scalar(nonce_scalar + k * key_scalar)
        raise RuntimeError("no message found")

    for name, point in SMALL_ORDER.items():
        small = bytes.fromhex(point)
        found.append((f"key of {name}, honest R", *hidden(small, nonce, r, 0)))
        found.append((f"R of {name}, honest key", key, b"m", small + scalar(challenge(small, key, b"m") * a)))
        found.append((f"key and R of {name}, S is 0", *hidden(small, small, 0, 0)))
        if name != "order 1 (identity)":
            mixed_key = bindings.crypto_core_ed25519_add(key, small)
            mixed_r = bindings.crypto_core_ed25519_add(nonce, small)
            found.append((f"key with a component of {name}", *hidden(mixed_key, nonce, r, a)))
            found.append((f"R with a component of {name}", key, b"m", mixed_r + scalar(r + challenge(mixed_r, key, b"m") * a)))
            found.append(
                (f"key and R with a component of {name}", mixed_key, b"m", mixed_r + scalar(r + challenge(mixed_r, mixed_key, b"m") * a))
            )
    for name, point in NOT_CANONICAL.items():
        bad = bytes.fromhex(point)
        found.append((f"key not canonical: {name}", *hidden(bad, nonce, r, 0)))
        found.append((f"R not canonical: {name}", key, b"m", bad + scalar(challenge(bad, key, b"m") * a)))
    return found


def make_signing(kept: Kept) -> Json:
    key = signing.public_key(SIGNER)
    rest: list[Any] = [fixed("a hash")]
    message = context(Purpose.APPROVE, COLLECTIVE, *rest)
    signature = signing.sign(SIGNER, Purpose.APPROVE, COLLECTIVE, *rest)
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    cases = [
        ("S + L", key, message, r + (s + L).to_bytes(32, "little")),
        ("S is L", key, message, r + L.to_bytes(32, "little")),
        ("S is 2^256 - 1", key, message, r + b"\xff" * 32),
        ("S is 0", key, message, r + bytes(32)),
        ("S negated", key, message, r + scalar(-s)),
        ("R with the other sign", key, message, flip_top(r) + signature[32:]),
        ("key with the other sign", flip_top(key), message, signature),
        ("R is no point", key, message, b"\x02" + bytes(31) + signature[32:]),
        ("key is no point", b"\x02" + bytes(31), message, signature),
        ("all zeros", key, message, bytes(64)),
        ("another message", key, flip(message), signature),
        ("another purpose", key, context(Purpose.PUBLISH, COLLECTIVE, *rest), signature),
        ("another collective", key, context(Purpose.APPROVE, fixed("another collective"), *rest), signature),
        ("no collective", key, context(Purpose.APPROVE, None, *rest), signature),
        ("another key", signing.public_key(MODERATOR), message, signature),
        ("no message", key, b"", signature),
        ("signature one byte short", key, message, signature[:-1]),
        ("signature one byte long", key, message, signature + b"\x00"),
        ("no signature", key, message, b""),
        ("key one byte short", key[:-1], message, signature),
        ("key one byte long", key + b"\x00", message, signature),
        ("R and S swapped", key, message, signature[32:] + signature[:32]),
        *crafted(),
    ]
    return {
        "signed": [
            {"seed": seed.reveal().hex(), "public_key": signing.public_key(seed).hex(), "purpose": str(p), "collective": c and c.hex(),
             "rest": to_json(items), "message": context(p, c, *items).hex(), "signature": signing.sign(seed, p, c, *items).hex()}
            for seed, p, c, items in [
                (SIGNER, Purpose.APPROVE, COLLECTIVE, rest), (SIGNER, Purpose.APPROVE, None, rest),
                (MODERATOR, Purpose.LOG, COLLECTIVE, rest * 2),
                (SIGNER, Purpose.FOLLOW_UP, COLLECTIVE, [fixed("an id", 16), 1, *rest]),
            ]
        ],
        "refused": [
            {"name": name, "public_key": k.hex(), "message": m.hex(), "signature": sig.hex(),
             "error": refusal(signing.verify_message, k, sig, m)}
            for name, k, m, sig in cases
        ],
        "public_keys": {
            "good": [key.hex(), signing.public_key(MODERATOR).hex()],
            "refused": [*SMALL_ORDER.values(), *NOT_CANONICAL.values(), bindings.crypto_core_ed25519_add(key, ORDER_8).hex(),
            "02" + "00" * 31,
                        key[:-1].hex(), key.hex() + "00", ""],
        },
    }  # fmt: skip


def flip_top(point: bytes) -> bytes:
    return point[:-1] + bytes([point[-1] ^ 0x80])


# ---- seals --------------------------------------------------------------------------------------------------------


def make_sealing(kept: Kept) -> Json:
    public_key = sealing.kem_public_key(KEM)
    to_key = []
    for name, info, plaintext in [
        ("desk", context(Purpose.DESK, COLLECTIVE, 1, 1, fixed("membership")), b"a report"),
        ("nothing", context(Purpose.BUNDLE, COLLECTIVE, 1, fixed("device")), b""),
        ("no info", b"", fixed("plaintext", 100)),
    ]:
        sealed = kept(
            name,
            partial(sealing.seal_to, public_key, info, plaintext),
            partial(sealing.open_sealed, KEM, info),
        )
        to_key.append({"name": name, "info": info.hex(), "plaintext": plaintext.hex(), "sealed": sealed.hex()})
    good, info = bytes.fromhex(to_key[0]["sealed"]), bytes.fromhex(to_key[0]["info"])
    hpke_cases = [
        ("another info", KEM, flip(info), good), ("another key", secrets.KemSeed(fixed("another kem")), info, good),
        ("tag changed", KEM, info, flip(good)),
        ("ML-KEM ciphertext changed", KEM, info, flip(good, 0)), ("X25519 share changed", KEM, info, flip(good, 1100)),
        ("text changed", KEM, info, flip(good, 1120)), ("X25519 share of small order", KEM, info, good[:1088] + bytes(32) + good[1120:]),
        ("one byte short", KEM, info, good[:-1]), ("one byte long", KEM, info, good + b"\x00"), ("only enc", KEM, info, good[:1120]),
        ("one byte below the least", KEM, info, good[:1135]), ("nothing", KEM, info, b""),
    ]  # fmt: skip

    key, ctx = secrets.AeadKey(fixed("aead")), context(Purpose.BOARD, COLLECTIVE, b"place")
    shared = []
    for length in (0, 1, 64, 1024):
        plaintext = fixed(f"plaintext {length}", length)
        with fixed_randomness(f"seal {length}"):
            sealed = sealing.seal(key, ctx, plaintext)
        shared.append({"key": key.reveal().hex(), "context": ctx.hex(), "plaintext": plaintext.hex(), "sealed": sealed.hex()})
    good = bytes.fromhex(shared[2]["sealed"])
    shared_cases = [
        ("another context", key, flip(ctx), good), ("no context", key, b"", good),
        ("another key", secrets.AeadKey(fixed("another aead")), ctx, good),
        ("nonce changed", key, ctx, flip(good, 0)), ("text changed", key, ctx, flip(good, 24)), ("tag changed", key, ctx, flip(good)),
        ("one byte short", key, ctx, good[:-1]), ("one byte long", key, ctx, good + b"\x00"), ("without tag", key, ctx, good[:-16]),
        ("only a nonce", key, ctx, good[:24]), ("one byte below the least", key, ctx, good[:39]), ("nothing", key, ctx, b""),
    ]  # fmt: skip
    return {
        "kem": {"seed": KEM.reveal().hex(), "public_key": public_key.hex()},
        "to_key": to_key,
        "to_key_refused": [
            {"name": n, "seed": k.reveal().hex(), "info": i.hex(), "sealed": s.hex(),
             "error": refusal(sealing.open_sealed, k, i, s)}
            for n, k, i, s in hpke_cases
        ],
        "bad_public_keys": [
            {"name": n, "public_key": k.hex(), "error": refusal(sealing.seal_to, k, b"", b"")}
            for n, k in [
                ("one byte short", public_key[:-1]), ("one byte long", public_key + b"\x00"), ("nothing", b""),
                ("a coefficient above the modulus", b"\xff" * 1184 + public_key[1184:]),
                ("X25519 of small order", public_key[:1184] + bytes(32)),
            ]
        ],
        "shared": shared,
        "shared_refused": [
            {"name": n, "key": k.reveal().hex(), "context": c.hex(), "sealed": s.hex(),
             "error": refusal(sealing.open_, k, c, s)}
            for n, k, c, s in shared_cases
        ],
    }  # fmt: skip


def make_seal_once(kept: Kept) -> Json:
    key, ctx = secrets.AeadKey(fixed("once")), context(Purpose.LINK, COLLECTIVE, 2, fixed("previous"))
    good = sealing.seal_once(key, ctx, fixed("an epoch's secret"))
    cases = [
        ("another context", key, flip(ctx), good), ("another key", secrets.AeadKey(fixed("another once")), ctx, good),
        ("text changed", key, ctx, flip(good, 0)),
        ("tag changed", key, ctx, flip(good)), ("one byte short", key, ctx, good[:-1]), ("one byte long", key, ctx, good + b"\x00"),
        ("shorter than a tag", key, ctx, good[:15]), ("nothing", key, ctx, b""),
    ]  # fmt: skip
    return {
        "sealed": [
            {"key": key.reveal().hex(), "context": ctx.hex(), "plaintext": p.hex(), "sealed": sealing.seal_once(key, ctx, p).hex()}
            for p in (fixed("an epoch's secret"), b"")
        ],
        "refused": [
            {"name": n, "key": k.reveal().hex(), "context": c.hex(), "sealed": s.hex(),
             "error": refusal(sealing.open_once, k, c, s)}
            for n, k, c, s in cases
        ],
    }  # fmt: skip


# ---- the tree, epochs, gates --------------------------------------------------------------------------------------

FIRST = announced.FIRST_LEAF


def make_keytree(kept: Kept) -> Json:
    seed = BUNDLE.tree
    many = sorted({FIRST + int.from_bytes(fixed(f"removed {i}", 4)) % FIRST for i in range(1000)})
    sets: list[tuple[str, list[int]]] = [
        ("nobody", []), ("the first leaf", [FIRST]), ("the last leaf", [2 * FIRST - 1]), ("one in the middle", [LEAF]),
        ("two sisters", [FIRST, FIRST + 1]),
        ("two neighbours that are no sisters", [FIRST + 1, FIRST + 2]), ("four under one node",
        [FIRST + 4, FIRST + 5, FIRST + 6, FIRST + 7]),
        ("first and last", [FIRST, 2 * FIRST - 1]), ("seven", sorted(FIRST + n * 149_796 for n in range(7))),
    ]  # fmt: skip
    under_five = range(5 << 18, 6 << 18)
    return {
        "seed": seed.reveal().hex(), "collective": COLLECTIVE.hex(), "planting": 1, "depth": announced.TREE_DEPTH,
        "node_keys": [
            {"planting": planting, "node": node, "key": keytree.node_key(seed, COLLECTIVE, planting, node).reveal().hex()}
            for planting, node in [(1, 1), (1, 2), (1, 3), (2, 1), (1, FIRST), (1, 2 * FIRST - 1)]
        ],
        "paths": [{"leaf": leaf, "nodes": keytree.path(leaf)} for leaf in (FIRST, LEAF, 2 * FIRST - 1)],
        "path_keys": [{"leaf": LEAF, "encoded": keytree.encode_path_keys(keytree.path_keys(seed, COLLECTIVE, 1, LEAF)).hex()}],
        "covers": [{"name": name, "removed": removed, "cover": keytree.cover(removed)} for name, removed in sets],
        "large_covers": [
            {"name": "a thousand", "removed": many, "nodes": len(keytree.cover(many)),
            "sha256": digest(wire.encode(keytree.cover(many))).hex()},
        ],
        "ranges": [
            {"name": "a quarter", "from": under_five.start, "to": under_five.stop, "but": [], "cover": keytree.cover(under_five)},
            {"name": "a quarter but one", "from": under_five.start, "to": under_five.stop, "but": [under_five.start + 1],
             "cover": keytree.cover(set(under_five) - {under_five.start + 1})},
        ],
        "not_leaves": [0, 1, FIRST - 1, 2 * FIRST],
    }  # fmt: skip


def public_json(public: announced.Public) -> Json:
    return {
        "planting": public.planting, "epoch": public.epoch, "removed": list(public.removed), "wraps": public.wraps.hex(),
        "commitment": public.commitment.hex(), "previous": public.previous and public.previous.hex(),
        "link": public.link and public.link.hex(),
        "member_gate": public.member_gate.hex(), "moderator_gate": public.moderator_gate.hex(), "desk": public.desk,
        "member_ping": public.member_ping.hex(), "moderator_ping": public.moderator_ping.hex(), "encoded": public.encoded.hex(),
    }  # fmt: skip


def announcements() -> list[tuple[announced.Public, secrets.EpochSecret, epochs.Previous | None]]:
    """Three epochs: the founding one, one that removes a member, one that removes another."""
    made: list[tuple[announced.Public, secrets.EpochSecret, epochs.Previous | None]] = []
    for epoch, removed in enumerate([(), (REMOVED,), (REMOVED, REMOVED + 500_000)], start=1):
        previous = epochs.Previous(fixed(f"entry hash of announcement {epoch - 1}"), made[-1][1]) if made else None
        secret = secrets.EpochSecret(fixed(f"E of epoch {epoch}"))
        made.append(
            (epochs.announce(BUNDLE, secret, COLLECTIVE, epoch=epoch, removed=removed, previous=previous, desk=1), secret, previous)
        )
    return made


def make_epochs(kept: Kept) -> Json:
    made = announcements()
    public, secret, previous = made[1]
    if previous is None or public.link is None:
        raise RuntimeError("the second announcement has a previous one")
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)

    def opened_by(leaf: int, p: announced.Public) -> secrets.EpochSecret:
        return epochs.open_wrap(p, COLLECTIVE, keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, leaf))

    def changed(**fields: Any) -> bytes:
        value = wire.decode(public.encoded) | fields
        return wire.encode({name: item for name, item in value.items() if item != "absent"})

    mine = next(i for i, node in enumerate(keytree.cover(public.removed)) if node in keys) * announced.WRAP_SIZE
    other_secret = secrets.EpochSecret(fixed("another E"))
    other = epochs.announce(BUNDLE, other_secret, COLLECTIVE, epoch=2, removed=(REMOVED,), previous=previous, desk=1)
    # A moderator who wraps one secret under the commitment of another: the wrap opens, and must not be believed.
    node = keytree.cover(public.removed)[mine // announced.WRAP_SIZE]
    place = (COLLECTIVE, 1, 2, node, public.commitment)
    false_wrap = sealing.seal_once(
        derive(secrets.AeadKey, keys[node], Purpose.WRAP, *place), context(Purpose.WRAP, *place), other_secret.reveal()
    )
    unopened = [
        ("a removed leaf", REMOVED, public.encoded), ("a wrap too few", LEAF, changed(wraps=public.wraps[:-48])),
        ("a wrap too many", LEAF, changed(wraps=public.wraps + bytes(48))),
        ("my wrap changed", LEAF, changed(wraps=flip(public.wraps, mine))), ("wraps of a racing announcement", LEAF,
        changed(wraps=other.wraps)),
        ("commitment of a racing announcement", LEAF, changed(commitment=other.commitment)), ("another epoch", LEAF, changed(epoch=3)),
        ("another planting", LEAF, changed(planting=2)),
        ("a secret that was not committed to", LEAF, changed(wraps=public.wraps[:mine] + false_wrap + public.wraps[mine + 48 :])),
    ]  # fmt: skip
    malformed = [
        ("not CBOR", b"\xff"), ("not a map", wire.encode([])), ("a field is missing", changed(pings="absent")),
        ("a field too many", changed(more=1)),
        ("epoch 0", changed(epoch=0)), ("planting 0", changed(planting=0)), ("desk 0", changed(desk=0)),
        ("epoch is text", changed(epoch="2")), ("a removed node that is no leaf", changed(removed=[5])),
        ("removed twice", changed(removed=[REMOVED, REMOVED])), ("removed not ascending", changed(removed=[REMOVED + 1, REMOVED])),
        ("no wraps", changed(wraps=b"")),
        ("half a wrap", changed(wraps=public.wraps[:-1])), ("previous without link", changed(link=None)),
        ("link without previous", changed(previous=None)),
        ("a short link", changed(link=public.link[:-1])), ("a short commitment", changed(commitment=bytes(31))),
        ("a gate of small order", changed(gates={"member": ORDER_8, "moderator": public.moderator_gate})),
        ("one gate", changed(gates={"member": public.member_gate})), ("three gates",
        changed(gates={"member": public.member_gate, "moderator": public.moderator_gate, "x": public.member_gate})),
        ("a short ping", changed(pings={"member": bytes(31), "moderator": bytes(32)})), ("trailing byte", public.encoded + b"\x00"),
    ]  # fmt: skip
    inner = epochs.make_inner(charter=1, desk_key=None, head=(4, fixed("head")), until=TIME)
    founding = epochs.make_inner(charter=0, desk_key=sealing.kem_public_key(KEM), head=None, until=TIME)
    signature = epochs.approve(MODERATOR, public, inner, COLLECTIVE)
    with fixed_randomness("announcement"):
        blob = epochs.seal_announcement(public, inner, [Approval(fixed("person", 16), 0, signature)], secret, COLLECTIVE)
    sealed = announced.split_announcement(blob)[1]
    pings = [
        (role, epoch, code)
        for epoch, (_, e, _) in enumerate(made, start=1)
        for role, code in [
            ("member", epochs.member_ping(e, COLLECTIVE, epoch)),
            ("moderator", epochs.moderator_ping(BUNDLE.gate, COLLECTIVE, epoch)),
        ]
    ]
    return {
        "collective": COLLECTIVE.hex(), "bundle": bundle_json(BUNDLE),
        "announced": [
            {"secret": e.reveal().hex(), "previous": previous and {"hash": previous.hash.hex(), "secret": previous.secret.reveal().hex()},
            "public": public_json(p),
             "opened_by": [leaf for leaf in (FIRST, LEAF, 2 * FIRST - 1) if opened_by(leaf, p) == e]}
            for p, e, previous in made
        ],
        "unopened": [
            {"name": n, "leaf": leaf, "public": p.hex(), "error": refusal(opened_by, leaf, announced.parse_public(p))}
            for n, leaf, p in unopened
        ],
        "malformed": [{"name": n, "public": p.hex(), "error": refusal(announced.parse_public, p)} for n, p in malformed],
        "broken_links": [
            {"name": n, "public": p.hex(), "secret": e.reveal().hex(),
             "error": refusal(epochs.walk_back, announced.parse_public(p), e, COLLECTIVE)}
            for n, p, e in [
                ("link changed", changed(link=flip(public.link)), secret), ("another previous", changed(previous=fixed("x")), secret),
                ("another secret", public.encoded, other_secret), ("another epoch", changed(epoch=3), secret),
            ]
        ],
        "inner": [
            {"charter": i.charter, "desk_key": i.desk_key and i.desk_key.hex(), "head": i.head_hash and {"seq": i.head_seq,
            "hash": i.head_hash.hex()},
             "until": i.until, "encoded": i.encoded.hex()}
            for i in (inner, founding)
        ],
        "inner_refused": [
            {"name": n, "inner": i.hex(), "error": refusal(epochs.parse_inner, i)}
            for n, i in [
                ("a head that is an empty map", wire.encode({"charter": 1, "desk_key": None, "head": {}, "until": 1})),
                ("a head without hash", wire.encode({"charter": 1, "desk_key": None, "head": {"seq": 1}, "until": 1})),
                ("a short desk key", wire.encode({"charter": 1, "desk_key": bytes(1215), "head": None, "until": 1})),
                ("a field is missing", wire.encode({"charter": 1, "desk_key": None, "head": None})),
                ("a field too many", wire.encode({"charter": 1, "desk_key": None, "head": None, "until": 1, "more": 1})),
                ("until is text", wire.encode({"charter": 1, "desk_key": None, "head": None, "until": "1"})),
                ("trailing byte", inner.encoded + b"\x00"), ("not CBOR", b"\xff"),
            ]
        ],
        "blob": {
            "public": public.encoded.hex(), "secret": secret.reveal().hex(), "inner": inner.encoded.hex(),
            "approvals": [{"person": fixed("person", 16).hex(), "device": 0, "device_key": signing.public_key(MODERATOR).hex(),
            "signature": signature.hex()}],
            "sealed": sealed.hex(), "blob": blob.hex(),
        },
        "blob_refused": [
            {"name": n, "public": p.hex(), "secret": e.reveal().hex(), "sealed": s.hex(),
             "error": refusal(epochs.open_announcement, announced.parse_public(p), s, e, COLLECTIVE)}
            for n, p, e, s in [
                ("public part changed", changed(desk=2), secret, sealed), ("another secret", public.encoded, other_secret, sealed),
                ("changed", public.encoded, secret, flip(sealed)), ("cut", public.encoded, secret, sealed[:-1]),
                ("nothing", public.encoded, secret, b""),
            ]
        ],
        "pings": [
            {"role": role, "epoch": epoch, "code": code.reveal().hex(),
             "text": base64.urlsafe_b64encode(code.reveal()).rstrip(b"=").decode(), "hash": epochs.ping_hash(COLLECTIVE, code).hex()}
            for role, epoch, code in pings
        ],
    }  # fmt: skip


def bundle_json(bundle: Bundle) -> Json:
    return {
        "planting": bundle.planting, "tree": bundle.tree.reveal().hex(), "gate": bundle.gate.reveal().hex(),
        "notes": bundle.notes.reveal().hex(),
        "commitments": {part: value.hex() for part, value in bundle.commitments(COLLECTIVE).items()},
        "founding_commitments": {part: value.hex() for part, value in bundle.commitments(None).items()},
    }  # fmt: skip


def make_gates(kept: Kept) -> Json:
    secret, nonce = secrets.EpochSecret(fixed("E of epoch 1")), fixed("challenge")
    seeds: dict[gates.Role, secrets.SigningSeed] = {
        "member": gates.member_gate(secret, COLLECTIVE, 1), "moderator": gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1),
    }  # fmt: skip
    answers = [
        {"token_purpose": purpose, "role": role, "epoch": 1, "challenge": nonce.hex(),
         "signature": gates.answer_challenge(seeds[role], COLLECTIVE, purpose, role, 1, nonce).hex()}
        for purpose, roles in gates.TOKEN_PURPOSES.items() for role in roles
    ]  # fmt: skip
    read = answers[0]
    return {
        "collective": COLLECTIVE.hex(), "epoch_secret": secret.reveal().hex(), "gate_seed": BUNDLE.gate.reveal().hex(), "epoch": 1,
        "gates": {role: {"seed": seed.reveal().hex(), "public_key": signing.public_key(seed).hex()} for role, seed in seeds.items()},
        "token_purposes": {purpose: list(roles) for purpose, roles in gates.TOKEN_PURPOSES.items()},
        "answers": answers,
        "refused": [
            {**read, "name": "another token purpose", "token_purpose": "desk", "error": "BadSignature"},
            {**read, "name": "another epoch", "epoch": 2, "error": "BadSignature"},
            {**read, "name": "another challenge", "challenge": flip(nonce).hex(), "error": "BadSignature"},
            {**read, "name": "another role's gate", "role": "moderator", "error": "BadSignature"},
        ],
    }  # fmt: skip


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
    blob = announced.join_announcement(announcements()[0][0], b"sealed")
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


# ---- people's things ----------------------------------------------------------------------------------------------


def plain_code(label: str) -> bytes:
    """A code with a check symbol that people are given."""
    return next(code for i in range(100) if base32.check_is_plain(code := fixed(f"{label} {i}", 16)))


def make_invites(kept: Kept) -> Json:
    code = secrets.InviteCode(plain_code("invite"))
    shown, invite = invites.show_code(code), invites.invite_from_code(code)
    welcome = invites.Welcome(COLLECTIVE, 7, secrets.EpochSecret(fixed("E of epoch 7")), fixed("announcement"), False)
    with fixed_randomness("invite"):
        box = invites.fill_box(invite.box, invite.key, welcome)
        to_moderate = invites.fill_box(invite.box, invite.key, replace(welcome, moderator=True))
        short = sealing.seal(invite.key, context(Purpose.INVITE, None, invite.box), wire.pad(b"\xa0", (4056,)))
        other = sealing.seal(invite.key, context(Purpose.INVITE, None, invite.box), wire.pad(b"\xa0", (1024,)))
    # A wrong digit, and a changed order, always change the value mod 37.
    symbols = shown.replace("-", "")
    swapped = next(symbols[:i] + symbols[i + 1] + symbols[i] + symbols[i + 2 :] for i in range(25) if symbols[i] != symbols[i + 1])
    typed = [
        shown, symbols, shown.lower(), shown.replace("-", " "), f"  {shown}\n", shown.replace("0", "O").replace("1", "I"),
        shown.replace("0", "o").replace("1", "l"),
        "-".join(symbols), shown.replace("-", "\u2013"),
    ]  # fmt: skip
    zero = base32.encode_code(bytes(16))
    bad = [
        ("nothing", ""), ("a digit too few", symbols[1:]), ("a digit too many", symbols + "0"), ("without check symbol", symbols[:-1]),
        ("a U", "U" + symbols[1:]),
        ("a symbol that is none", "!" + symbols[1:]), ("a wrong digit", ("1" if symbols[0] == "0" else "0") + symbols[1:]),
        ("two digits swapped", swapped),
        ("a check symbol in front", "*" + symbols[1:]), ("more than 128 bits", "8" + zero.replace("-", "")[1:-1] + "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"[2**128 % 37]),
        ("a wrong check symbol", symbols[:-1] + ("0" if symbols[-1] != "0" else "2")),
        ("a letter of another script", "\u0410" + symbols[1:]),
    ]  # fmt: skip
    return {
        "codes": [
            {"code": value.hex(), "text": base32.encode_code(value), "plain": base32.check_is_plain(value)}
            for value in (code.reveal(), bytes(16), b"\xff" * 16, bytes(15) + b"\x20", bytes(15) + b"\x24", fixed("a code", 16),
            bytes(range(16)))
        ],
        "typed": [{"text": text, "code": code.reveal().hex()} for text in dict.fromkeys(typed)],
        "bad_codes": [{"name": n, "text": text, "error": refusal(invites.read_code, text), "detail": reason(text)} for n, text in bad],
        "invite": {
            "code": code.reveal().hex(), "box": invite.box.hex(), "key": invite.key.reveal().hex(), "sign_seed": invite.sign.reveal().hex(),
            "public_key": invite.public_key.hex(),
        },
        "boxes": [
            {"collective": COLLECTIVE.hex(), "epoch": 7, "secret": welcome.secret.reveal().hex(), "announcement": welcome.announcement.hex(),
             "moderator": moderator, "nonce": sealed[:24].hex(), "sealed": sealed.hex()}
            for moderator, sealed in ((False, box), (True, to_moderate))
        ],
        "refused_boxes": [
            {"name": n, "sealed": b.hex(), "error": refusal(invites.open_box, invite, b)}
            for n, b in [("changed", flip(box)), ("cut", box[:-1]), ("empty map", short), ("another size", other), ("nothing", b"")]
        ],
    }  # fmt: skip


def reason(text: str) -> str:
    try:
        invites.read_code(text)
    except ParasolError as error:
        return error.detail
    raise RuntimeError("this should have been refused")


def make_boxes(kept: Kept) -> Json:
    box_secret = secrets.BoxSecret(fixed("box secret"))
    our_key, public = signing.public_key(SIGNER), sealing.kem_public_key(KEM)
    keys = keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF)
    paths = kept(
        "path-keys",
        lambda: boxes.seal_path_keys(keys, LEAF, 1, kem_key=public, device=our_key, collective=COLLECTIVE, signer=MODERATOR),
        lambda found: boxes.open_path_keys(found, 1, kem=KEM, device=our_key, collective=COLLECTIVE),
    )
    bundle = kept(
        "bundle",
        lambda: boxes.seal_bundle(BUNDLE, kem_key=public, device=our_key, collective=COLLECTIVE, signer=MODERATOR),
        lambda found: boxes.open_bundle(found, 1, kem=KEM, device=our_key, collective=COLLECTIVE),
    )
    body = wire.encode({"planting": 1, "leaf": LEAF, "keys": keytree.encode_path_keys(keys), "device": our_key})

    def sealed(name: str, purpose: Purpose, fields: Any, padded: int = 2960) -> bytes:
        info = context(purpose, COLLECTIVE, 1, our_key)
        plaintext = wire.pad(wire.encode(fields), (padded,))
        return kept(name, lambda: sealing.seal_to(public, info, plaintext), lambda found: sealing.open_sealed(KEM, info, found))

    signer, purpose = signing.public_key(MODERATOR), Purpose.PATH_KEYS
    good = {"body": body, "signer": signer, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(body))}
    for_another = wire.encode(wire.decode(body) | {"device": fixed("another device")})
    not_a_leaf = wire.encode(wire.decode(body) | {"leaf": 5})
    refused = [
        ("the bundle's box", bundle), ("changed", flip(paths)), ("cut", paths[:-1]), ("nothing", b""),
        ("signature of another purpose", sealed("another purpose", purpose,
        good | {"signature": signing.sign(MODERATOR, Purpose.BUNDLE, COLLECTIVE, digest(body))})),
        ("body changed", sealed("body changed", purpose, good | {"body": for_another})),
        ("for another device", sealed("for another device", purpose,
        good | {"body": for_another, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(for_another))})),
        ("not a leaf", sealed("not a leaf", purpose,
        good | {"body": not_a_leaf, "signature": signing.sign(MODERATOR, purpose, COLLECTIVE, digest(not_a_leaf))})),
        ("a field too many", sealed("a field too many", purpose, good | {"more": 1})),
        ("another padded size", sealed("another padded size", purpose, good, 2048)),
    ]  # fmt: skip
    return {
        "collective": COLLECTIVE.hex(), "box_secret": box_secret.reveal().hex(), "kem_seed": KEM.reveal().hex(), "device": our_key.hex(),
        "signer": signer.hex(),
        "boxes": [
            {"planting": n, "path_keys": boxes.path_box(box_secret, COLLECTIVE, n).hex(),
            "bundle": boxes.bundle_box(box_secret, COLLECTIVE, n).hex()} for n in (1, 2)
        ],
        "path_keys": {"planting": 1, "leaf": LEAF, "keys": keytree.encode_path_keys(keys).hex(), "body": body.hex(), "sealed": paths.hex()},
        "bundle": {**bundle_json(BUNDLE), "sealed": bundle.hex()},
        "refused": [
            {"name": n, "sealed": b.hex(), "error": refusal(boxes.open_path_keys, b, 1, kem=KEM, device=our_key, collective=COLLECTIVE)}
            for n, b in refused
        ],
    }  # fmt: skip


def make_device(kept: Kept) -> Json:
    made = []
    for value in (bytes(16), b"\xff" * 16, fixed("device", 16)):
        entropy = secrets.DeviceEntropy(value)
        d = device.device_from_entropy(entropy)
        made.append(
            {"entropy": value.hex(), "words": device.to_words(entropy), "sign_seed": d.sign.reveal().hex(),
            "signing_key": d.signing_key.hex(),
             "kem_seed": d.kem.reveal().hex(), "kem_key_sha256": digest(d.kem_key).hex(), "box_secret": d.box.reveal().hex()}
        )  # fmt: skip
    words: list[str] = made[2]["words"].split()
    bad = [
        ("nothing", ""), ("eleven words", " ".join(words[:-1])), ("thirteen words", " ".join([*words, "zoo"])),
        ("wrong checksum", " ".join(["abandon"] * 12)),
        ("a word that is none", " ".join(["parasol", *words[1:]])), ("two words swapped", " ".join([words[1], words[0], *words[2:]])),
        ("twenty-four good words", " ".join(["abandon"] * 23 + ["art"])), ("fifteen good words", " ".join(["abandon"] * 14 + ["address"])),
    ]  # fmt: skip
    return {
        "salt": digest(context(Purpose.DEVICE_SEED, None))[:16].hex(),
        "devices": made,
        "typed": [
            {"words": typed, "entropy": made[2]["entropy"]} for typed in ("  ".join(words), "\n".join(words), " ".join(words).upper())
        ],
        "bad_words": [{"name": n, "words": w, "error": refusal(device.from_words, w)} for n, w in bad],
    }


def make_vault(kept: Kept) -> Json:
    data_key, cost = secrets.DataKey(fixed("data key")), vault.Cost()
    records = vault.Records(data_key)
    with fixed_randomness("vault"):
        locks = [(text, vault.make_lock(data_key, text, cost)) for text in ("six plain words for an example", "\u212bngstr\u00f6m \u2460")]
        plaintext = wire.encode({"alias": "fern"})
        at_rest = [(name, p, records.seal(name, p)) for name, p in [("receipts/1", plaintext), ("receipts/2", b""), ("state", bytes(1024))]]
    lock = wire.decode(locks[0][1])

    def changed(**fields: Any) -> bytes:
        return wire.encode({name: item for name, item in (lock | fields).items() if item != "absent"})

    passphrase = locks[0][0]
    bad = [
        ("another passphrase", "six plain words for an exampl", locks[0][1]), ("no passphrase", "", locks[0][1]),
        ("wrapped key changed", passphrase, changed(wrapped=flip(lock["wrapped"]))),
        ("salt changed", passphrase, changed(salt=flip(lock["salt"]))), ("more passes", passphrase, changed(passes=3)),
        ("too few passes", passphrase, changed(passes=1)),
        ("too little memory", passphrase, changed(memory=19455)), ("a newer version", passphrase, changed(version=2)),
        ("too much memory", passphrase, changed(memory=2**32)),
        ("too many passes", passphrase, changed(passes=2**32)), ("a field is missing", passphrase, changed(salt="absent")),
        ("a field too many", passphrase, changed(more=1)),
        ("not CBOR", passphrase, b"\xff"), ("trailing byte", passphrase, locks[0][1] + b"\x00"), ("too large", passphrase, bytes(4097)),
    ]  # fmt: skip
    sealed = at_rest[0][2]
    with fixed_randomness("vault, no padding"):
        ctx = context(Purpose.VAULT_RECORD, None, "receipts/1")
        unpadded = sealing.seal(derive(secrets.AeadKey, data_key, Purpose.VAULT_RECORD, None), ctx, b"x")
    return {
        "data_key": data_key.reveal().hex(),
        "locks": [{"passphrase": text, "lock": made.hex()} for text, made in locks],
        "also_opens": [{"passphrase": "\u00c5ngstro\u0308m 1", "lock": locks[1][1].hex()}],
        "locks_refused": [{"name": n, "passphrase": t, "lock": b.hex(), "error": refusal(vault.open_lock, b, t)} for n, t, b in bad],
        "records": [
            {"record": name, "name": records.name(name).hex(), "plaintext": p.hex() if any(p) else {"zeros": len(p)},
            "sealed": s.hex()} for name, p, s in at_rest
        ],
        "records_refused": [
            {"name": n, "record": r, "sealed": s.hex(), "error": refusal(records.open, r, s)}
            for n, r, s in [
                ("under another name", "receipts/2", sealed), ("changed", "receipts/1", flip(sealed)), ("cut", "receipts/1", sealed[:-1]),
                ("nothing", "receipts/1", b""), ("not padded", "receipts/1", unpadded),
            ]
        ],
    }  # fmt: skip


def make_safety(kept: Kept) -> Json:
    cases = [
        (COLLECTIVE, fixed("announcement")),
        (COLLECTIVE, fixed("another announcement")),
        (fixed("another collective"), fixed("announcement")),
    ]
    shown = [(c, h, *device.safety_words(c, h)) for c, h in cases]
    return {"shown": [{"collective": c.hex(), "announcement": h.hex(), "words": words, "digits": digits} for c, h, words, digits in shown]}


def make_base32(kept: Kept) -> Json:
    values = [b"", b"\x00", b"\xff", b"\x01\x02", fixed("an id", 16), bytes(16), b"\xff" * 16, fixed("long id")]
    typed = ["0123", "OIL", "oil", "A-B-C", "  abc ", "ZZ"]
    bad = [("nothing", ""), ("only hyphens", "--"), ("a U", "abu"), ("a space inside", "a b"), ("a sign", "ab!")]
    return {
        "ids": [{"bytes": value.hex(), "id": base32.encode_id(value)} for value in values],
        "typed": [{"text": text, "id": base32.normalise_id(text)} for text in typed],
        "refused": [{"name": n, "text": text, "error": refusal(base32.normalise_id, text)} for n, text in bad],
    }


TOPICS: dict[str, Callable[[Kept], Json]] = {
    "wire": make_wire, "padding": make_padding, "contexts": make_contexts, "derive": make_derive, "signing": make_signing,
    "sealing": make_sealing,
    "seal_once": make_seal_once, "keytree": make_keytree, "epochs": make_epochs, "gates": make_gates, "chain": make_chain,
    "shelves": make_shelves,
    "invites": make_invites, "boxes": make_boxes, "device": make_device, "vault": make_vault, "safety": make_safety, "base32": make_base32,
}  # fmt: skip


def read(topic: str) -> Json:
    """The vectors of a topic as they stand; empty before they were ever made."""
    path = HERE / f"{topic}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def build(topic: str) -> str:
    """The text of a topic's file."""
    kept = Kept(read(topic))
    made = TOPICS[topic](kept)
    return json.dumps(made | ({"kept": kept.now} if kept.now else {}), indent=1) + "\n"


def worked_example() -> str:
    """Section 13 of docs/protocol.md, from the vectors; `python tests/vectors/make.py example` prints it."""
    first = chain.make_entry(
        chain.Place("board", 0, chain.NO_ENTRY, chain.STATEMENT, 1, TIME),
        bytes(chain.STATEMENT_BLOBS[0]),
        gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1),
        COLLECTIVE,
    )
    code = secrets.InviteCode(plain_code("invite"))
    invite = invites.invite_from_code(code)
    root = context(Purpose.NODE, COLLECTIVE, 1, 1)
    plaintext = wire.encode({"alias": "fern"})
    padded = wire.pad(plaintext, wire.STATEMENT_SIZES)
    return f"""## 13 A worked example

Bytes in hex, made by `tests/vectors/make.py`; the files beside it have many more, the refused ones too. Long lines are broken.

**A context and a derivation** (§1.3): the key of the root of the tree.

    collective                           {COLLECTIVE.hex()}
    tree seed                            {BUNDLE.tree.reveal().hex()}
    context("node", collective, 1, 1)    {broken(root, 37)}
    node key(1)                          {keytree.node_key(BUNDLE.tree, COLLECTIVE, 1, 1).reveal().hex()}

`85` is a list of five: `69` text of nine bytes (`parasol/1`), `64` text of four (`node`), `5820` 32 bytes, `01`, `01`.

**An entry** (§5.2): the first of a board, a statement with a blob of {len(first.blob or b"")} zero bytes, written at {TIME}.

    header        {broken(first.header, 14)}
    entry hash    {first.hash(COLLECTIVE).hex()}
    signature     {broken(first.signature, 14)}
    by the gate   {signing.public_key(gates.moderator_gate(BUNDLE.gate, COLLECTIVE, 1)).hex()}

Its keys stand in the order of their encoded bytes, so shorter ones first: `seq`, `blob`, `kind`, `prev`, `time`, `epoch`, `shelf`, `urgent`.

**An invite** (§7.1).

    code          {code.reveal().hex()}
    shown as      {invites.show_code(code)}
    box id        {invite.box.hex()}
    box key       {invite.key.reveal().hex()}
    sign seed     {invite.sign.reveal().hex()}
    public key    {invite.public_key.hex()}

**A cover** (§3.2). Without removed leaves it is 1. With leaf {REMOVED} removed it has twenty nodes, the sister of each node on the way up:

    {broken_list(keytree.cover([REMOVED]))}

With leaves {FIRST} and {FIRST + 1}, sisters, removed it has nineteen, and ends with {keytree.cover([FIRST, FIRST + 1])[-1]}.

**Padding** (§1.8). CBOR `{{"alias": "fern"}}` has {len(plaintext)} bytes; as a note it is padded to {len(padded)}:

    {padded[: len(plaintext) + 1].hex()} and {len(padded) - len(plaintext) - 1} zero bytes
"""


def broken(data: bytes, indent: int) -> str:
    """Hex in lines of 32 bytes, the later ones indented to stand under the first."""
    return ("\n    " + " " * indent).join(data[at : at + 32].hex() for at in range(0, len(data), 32))


def broken_list(numbers: list[int]) -> str:
    """Numbers in lines of ten."""
    return "\n    ".join(" ".join(map(str, numbers[at : at + 10])) for at in range(0, len(numbers), 10))


def main() -> None:
    if sys.argv[1:] == ["example"]:
        sys.stdout.write(worked_example())
        return
    for topic in TOPICS:
        (HERE / f"{topic}.json").write_text(build(topic), "utf-8")


if __name__ == "__main__":
    main()
