"""Public test vectors, from the folder named by the environment variable PARASOL_VECTORS.

They are not part of this repository: the names of the files are those of their projects, CCTV and Wycheproof.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl import bindings

from crypto import sealing, signing
from crypto.context import Purpose, context, derive_bytes
from crypto.errors import BadSignature, CannotOpen
from crypto.secrets import AeadKey, Secret

FOLDER = os.environ.get("PARASOL_VECTORS")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="PARASOL_VECTORS names no folder with the public vectors")

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def read(name: str) -> Any:
    return json.loads((Path(FOLDER or "") / name).read_text("utf-8"))


def groups(name: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    loaded = read(name)
    found = [(group, test) for group in loaded["testGroups"] for test in group["tests"]]
    assert len(found) == loaded["numberOfTests"]
    return found


def accepts(key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        signing.verify_message(key, signature, message)
    except BadSignature:
        return False
    return True


# ---- an Ed25519 of its own, in plain integers: slow, and independent of any library -------------------------------

Point = tuple[int, int]
IDENTITY: Point = (0, 1)


Projective = tuple[int, int, int, int]


def projective(p: Point) -> Projective:
    return p[0], p[1], 1, p[0] * p[1] % P


def added(p: Projective, q: Projective) -> Projective:
    """RFC 8032 §5.1.4; complete, so it has no special cases."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = p, q
    a, b, c, d = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2), 2 * t1 * t2 * D, 2 * z1 * z2
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def affine(p: Projective) -> Point:
    z = pow(p[2], -1, P)
    return p[0] * z % P, p[1] * z % P


def add(p: Point, q: Point) -> Point:
    return affine(added(projective(p), projective(q)))


def times(n: int, p: Point) -> Point:
    result, power = projective(IDENTITY), projective(p)
    while n:
        if n & 1:
            result = added(result, power)
        power, n = added(power, power), n >> 1
    return affine(result)


def canonical_point(data: bytes) -> Point | None:
    """RFC 8032 §5.1.3; nothing if ``data`` is not the one encoding of a point."""
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return (P - x if x & 1 != sign else x), y


BASE = canonical_point(bytes.fromhex("58" + "66" * 31)) or IDENTITY


def has_prime_order(p: Point | None) -> bool:
    return p is not None and p != IDENTITY and times(L, p) == IDENTITY


def strict_rule(key: bytes, signature: bytes, message: bytes) -> bool:
    """Protocol §1.5, word by word."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = canonical_point(key), canonical_point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or not has_prime_order(a) or not has_prime_order(r) or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return times(s, BASE) == add(r, times(k, a))


# ---- signatures ---------------------------------------------------------------------------------------------------


def test_cctv_decides_all_914_crafted_signatures_and_takes_exactly_one() -> None:
    cases = read("cctv_ed25519.json")
    assert len(cases) == 914
    accepted = {case["number"] for case in cases if accepts(bytes.fromhex(case["key"]), bytes.fromhex(case["sig"]), case["msg"].encode())}
    # Every flag names something the strict rule forbids: small order, a component of small order, an encoding that is not canonical.
    assert accepted == {case["number"] for case in cases if not case["flags"]}
    assert len(accepted) == 1


def test_cctv_is_decided_as_the_rule_in_plain_integers_decides_it() -> None:
    # Many cases share their points, and a point is what costs time here: each is judged once.
    cases = read("cctv_ed25519.json")
    encodings = {bytes.fromhex(half) for case in cases for half in (case["key"], case["sig"][:64])}
    good = {data for data in encodings if has_prime_order(canonical_point(data))}
    assert {data for data in encodings if signing.is_public_key(data)} == good
    for case in cases:
        key, signature, message = bytes.fromhex(case["key"]), bytes.fromhex(case["sig"]), case["msg"].encode()
        expected = key in good and signature[:32] in good and strict_rule(key, signature, message)
        assert accepts(key, signature, message) is expected, case["number"]


def test_wycheproof_signatures_are_decided_as_published() -> None:
    cases = groups("wycheproof_ed25519.json")
    assert len(cases) == 151
    decided = {
        test["tcId"]: accepts(bytes.fromhex(group["publicKey"]["pk"]), bytes.fromhex(test["sig"]), bytes.fromhex(test["msg"]))
        for group, test in cases
    }
    # No exception: whatever Wycheproof calls valid is also good under the strict rule, and there is no "acceptable" here.
    assert decided == {test["tcId"]: test["result"] == "valid" for _, test in cases}


def test_wycheproof_signatures_are_decided_as_the_rule_in_plain_integers_decides_them() -> None:
    for group, test in groups("wycheproof_ed25519.json"):
        key, signature, message = (bytes.fromhex(text) for text in (group["publicKey"]["pk"], test["sig"], test["msg"]))
        assert accepts(key, signature, message) is strict_rule(key, signature, message), test["tcId"]


# ---- XChaCha20-Poly1305 -------------------------------------------------------------------------------------------


def test_wycheproof_xchacha20_poly1305_is_decided_as_published() -> None:
    cases = groups("wycheproof_xchacha20_poly1305.json")
    assert len(cases) == 315
    opened: dict[int, bytes | None] = {}
    for _, test in cases:
        sealed = bytes.fromhex(test["iv"] + test["ct"] + test["tag"])
        if len(bytes.fromhex(test["iv"])) != sealing.NONCE_SIZE:
            # A seal's nonce is its first 24 bytes: another size cannot be said. That such a one is invalid is all there is to check.
            assert test["result"] == "invalid"
            continue
        try:
            opened[test["tcId"]] = sealing.open_(AeadKey(bytes.fromhex(test["key"])), bytes.fromhex(test["aad"]), sealed)
        except CannotOpen:
            opened[test["tcId"]] = None
    assert len(opened) == 306
    for _, test in cases:
        if test["tcId"] in opened:
            assert opened[test["tcId"]] == (bytes.fromhex(test["msg"]) if test["result"] == "valid" else None), test["tcId"]


def test_wycheproof_xchacha20_poly1305_seals_to_the_published_bytes() -> None:
    # `seal` draws its nonce; beneath it, and in `seal_once`, stands this one function.
    for _, test in groups("wycheproof_xchacha20_poly1305.json"):
        if test["result"] == "valid":
            key, nonce, aad, message = (bytes.fromhex(test[name]) for name in ("key", "iv", "aad", "msg"))
            sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(message, aad, nonce, key)
            assert sealed == bytes.fromhex(test["ct"] + test["tag"]), test["tcId"]
            if not any(nonce):
                assert sealing.seal_once(AeadKey(key), aad, message) == sealed


# ---- HKDF ---------------------------------------------------------------------------------------------------------


def plain_hkdf(ikm: bytes, salt: bytes, info: bytes, size: int) -> bytes | None:
    """RFC 5869 in four lines."""
    if size > 255 * 32:
        return None
    prk, block, okm = hmac.digest(salt or bytes(32), ikm, "sha256"), b"", b""
    for counter in range(1, -(-size // 32) + 1):
        block = hmac.digest(prk, block + info + bytes([counter]), "sha256")
        okm += block
    return okm[:size]


def library_hkdf(ikm: bytes, salt: bytes, info: bytes, size: int) -> bytes | None:
    try:
        return HKDF(SHA256(), size, salt=salt, info=info).derive(ikm)
    except ValueError:
        return None


def test_wycheproof_hkdf_all_groups() -> None:
    cases = groups("wycheproof_hkdf_sha256.json")
    assert len(cases) == 86
    for _, test in cases:
        ikm, salt, info = (bytes.fromhex(test[name]) for name in ("ikm", "salt", "info"))
        expected = bytes.fromhex(test["okm"]) if test["result"] == "valid" else None
        assert library_hkdf(ikm, salt, info, test["size"]) == expected, test["tcId"]
        assert plain_hkdf(ikm, salt, info, test["size"]) == expected, test["tcId"]


class Ikm(Secret):
    def __init__(self, value: bytes) -> None:
        self._bytes = value


def test_derivations_are_the_hkdf_that_wycheproof_checks() -> None:
    # The vectors' info is free, ours is always a context: so they check the function, and this that derivations are it.
    for _, test in groups("wycheproof_hkdf_sha256.json"):
        ikm = bytes.fromhex(test["ikm"])
        derived = derive_bytes(Ikm(ikm), Purpose.NODE, bytes(32), 1, 1)
        assert derived == plain_hkdf(ikm, b"", context(Purpose.NODE, bytes(32), 1, 1), 32)
