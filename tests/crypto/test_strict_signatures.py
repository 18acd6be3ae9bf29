"""The strict Ed25519 rule (protocol §1.5): what a reader takes, every reader takes."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto import signing
from crypto.context import Purpose, context
from crypto.errors import BadSignature
from crypto.secrets import SigningSeed

SEED = SigningSeed(bytes(range(32)))
KEY = signing.public_key(SEED)
COLLECTIVE = bytes(32)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=100))
@settings(max_examples=30)
def test_signatures_are_those_of_rfc_8032(seed: bytes, message: bytes) -> None:
    theirs = Ed25519PrivateKey.from_private_bytes(seed)
    assert signing.sign_message(SigningSeed(seed), message) == theirs.sign(message)
    assert signing.public_key(SigningSeed(seed)) == theirs.public_key().public_bytes_raw()
    signing.verify_message(signing.public_key(SigningSeed(seed)), theirs.sign(message), message)


def test_every_bit_of_a_signature_matters() -> None:
    signature = signing.sign(SEED, Purpose.APPROVE, COLLECTIVE, b"x")
    for bit in range(512):
        changed = bytearray(signature)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(BadSignature):
            signing.verify(KEY, bytes(changed), Purpose.APPROVE, COLLECTIVE, b"x")


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64), st.binary(max_size=20))
def test_whatever_is_accepted_another_library_accepts(key: bytes, signature: bytes, message: bytes) -> None:
    try:
        signing.verify_message(key, signature, message)
    except BadSignature:
        return
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        pytest.fail("accepted what another library refuses")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_signature_holds_for_its_purpose_alone(purpose: Purpose) -> None:
    signature = signing.sign(SEED, purpose, COLLECTIVE, b"x")
    for other in Purpose:
        if other is purpose:
            signing.verify(KEY, signature, other, COLLECTIVE, b"x")
        else:
            with pytest.raises(BadSignature):
                signing.verify(KEY, signature, other, COLLECTIVE, b"x")


def test_a_signature_holds_for_its_collective_and_content_alone() -> None:
    signature = signing.sign(SEED, Purpose.APPROVE, COLLECTIVE, b"x", 1)
    for collective, rest in [
        (None, (b"x", 1)),
        (b"\x01" * 32, (b"x", 1)),
        (COLLECTIVE, (b"x",)),
        (COLLECTIVE, (1, b"x")),
        (COLLECTIVE, ("x", 1)),
    ]:
        with pytest.raises(BadSignature):
            signing.verify(KEY, signature, Purpose.APPROVE, collective, *rest)


@given(st.lists(st.binary(max_size=3), max_size=3), st.lists(st.binary(max_size=3), max_size=3))
def test_different_contexts_never_encode_alike(first: list[bytes], second: list[bytes]) -> None:
    assert (context(Purpose.LOG, None, *first) == context(Purpose.LOG, None, *second)) is (first == second)
