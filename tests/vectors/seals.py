"""Vectors of signatures and seals, the crafted ones too. `make.py` writes them."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

from nacl import bindings

from crypto import sealing, secrets, signing
from crypto.context import Purpose, context
from tests.vectors.common import (
    COLLECTIVE,
    KEM,
    MODERATOR,
    SIGNER,
    Json,
    Kept,
    fixed,
    fixed_randomness,
    flip,
    refusal,
    to_json,
)

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
