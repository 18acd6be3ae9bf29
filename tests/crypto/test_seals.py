"""HPKE against a second implementation written from the RFC, and what a seal binds (protocol §1.1, §1.4)."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto.errors import CannotOpen
from crypto.sealing import (
    HPKE_OVERHEAD,
    KEM_PUBLIC_KEY_SIZE,
    SEAL_OVERHEAD,
    kem_public_key,
    open_,
    open_once,
    open_sealed,
    seal,
    seal_once,
    seal_to,
)
from crypto.secrets import AeadKey, KemSeed

SEED = KemSeed(bytes(range(32)))
KEY = AeadKey(bytes(range(32)))


def extract(salt: bytes, ikm: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), ikm, "sha256")


def expand(prk: bytes, info: bytes, size: int) -> bytes:
    """One block is enough for what HPKE wants here (RFC 5869 §2.3)."""
    return hmac.digest(prk, info + b"\x01", "sha256")[:size]


def xwing_shared_secret(seed: bytes, enc: bytes) -> bytes:
    """draft-connolly-cfrg-xwing-kem §5.3, §5.5."""
    expanded = hashlib.shake_256(seed).digest(96)
    x25519 = X25519PrivateKey.from_private_bytes(expanded[64:])
    theirs = enc[1088:]
    return hashlib.sha3_256(
        MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).decapsulate(enc[:1088])
        + x25519.exchange(X25519PublicKey.from_public_bytes(theirs))
        + theirs
        + x25519.public_key().public_bytes_raw()
        + bytes.fromhex("5c2e2f2f5e5c")
    ).digest()


def open_by_the_rfc(seed: bytes, info: bytes, sealed: bytes) -> bytes:
    """RFC 9180 §5.1, base mode, with KEM 0x647a, HKDF-SHA256 (1), ChaCha20-Poly1305 (3)."""
    suite = b"HPKE" + bytes.fromhex("647a00010003")

    def labeled_extract(salt: bytes, label: bytes, ikm: bytes) -> bytes:
        return extract(salt, b"HPKE-v1" + suite + label + ikm)

    def labeled_expand(prk: bytes, label: bytes, what: bytes, size: int) -> bytes:
        return expand(prk, size.to_bytes(2) + b"HPKE-v1" + suite + label + what, size)

    schedule = b"\x00" + labeled_extract(b"", b"psk_id_hash", b"") + labeled_extract(b"", b"info_hash", info)
    secret = labeled_extract(xwing_shared_secret(seed, sealed[:1120]), b"secret", b"")
    key, nonce = labeled_expand(secret, b"key", schedule, 32), labeled_expand(secret, b"base_nonce", schedule, 12)
    return ChaCha20Poly1305(key).decrypt(nonce, sealed[1120:], b"")


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.binary(max_size=200))
@settings(max_examples=20, deadline=None)
def test_sealed_messages_are_those_of_rfc_9180(seed: bytes, info: bytes, plaintext: bytes) -> None:
    sealed = seal_to(kem_public_key(KemSeed(seed)), info, plaintext)
    assert len(sealed) == len(plaintext) + HPKE_OVERHEAD
    assert open_by_the_rfc(seed, info, sealed) == plaintext
    assert open_sealed(KemSeed(seed), info, sealed) == plaintext


def test_the_public_key_is_both_halves_of_the_expanded_seed() -> None:
    expanded = hashlib.shake_256(SEED.reveal()).digest(96)
    halves = (
        MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).public_key().public_bytes_raw(),
        X25519PrivateKey.from_private_bytes(expanded[64:]).public_key().public_bytes_raw(),
    )
    assert (kem_public_key(SEED), len(kem_public_key(SEED))) == (b"".join(halves), KEM_PUBLIC_KEY_SIZE)


@given(st.binary(max_size=100), st.binary(max_size=200))
def test_what_is_sealed_opens(ctx: bytes, plaintext: bytes) -> None:
    sealed = seal(KEY, ctx, plaintext)
    assert len(sealed) == len(plaintext) + SEAL_OVERHEAD
    assert open_(KEY, ctx, sealed) == plaintext
    assert open_once(KEY, ctx, seal_once(KEY, ctx, plaintext)) == plaintext


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_a_seal_opens_under_its_own_context_alone(first: bytes, second: bytes) -> None:
    sealed = seal(KEY, first, b"x")
    if first == second:
        assert open_(KEY, second, sealed) == b"x"
    else:
        with pytest.raises(CannotOpen):
            open_(KEY, second, sealed)


def test_a_text_is_never_sealed_twice_alike() -> None:
    assert len({seal(KEY, b"", b"x") for _ in range(50)}) == 50
    assert len({seal_to(kem_public_key(SEED), b"", b"x") for _ in range(5)}) == 5


def test_seal_once_is_the_same_every_time() -> None:
    assert seal_once(KEY, b"ctx", b"x") == seal_once(KEY, b"ctx", b"x")
