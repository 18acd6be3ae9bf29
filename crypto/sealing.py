"""Seals with bound context: to a public key (HPKE with X-Wing), and under a shared key (XChaCha20-Poly1305) (protocol §1.1, §1.4)."""

from __future__ import annotations

import hashlib
import os
from typing import Final

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from nacl import bindings
from nacl.exceptions import CryptoError

from .errors import BadInput, CannotOpen, WrongLength, WrongShape
from .secrets import KemSeed, Secret

KEM_PUBLIC_KEY_SIZE: Final = 1216
HPKE_OVERHEAD: Final = 1136  # enc 1,120 and tag 16
NONCE_SIZE: Final = 24
TAG_SIZE: Final = 16
SEAL_OVERHEAD: Final = NONCE_SIZE + TAG_SIZE

_MLKEM_PUBLIC: Final = 1184
_SUITE: Final = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_ONCE: Final = bytes(NONCE_SIZE)


# ---- to a public key ----------------------------------------------------------------------------------------------


def _private_parts(seed: KemSeed) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    expanded = hashlib.shake_256(seed.reveal()).digest(96)
    return MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), X25519PrivateKey.from_private_bytes(expanded[64:])


def kem_public_key(seed: KemSeed) -> bytes:
    """The 1,216-byte X-Wing public key of ``seed`` (draft-connolly-cfrg-xwing-kem §5.2)."""
    mlkem, x25519 = _private_parts(seed)
    return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


def seal_to(their_public_key: bytes, info: bytes, plaintext: bytes) -> bytes:
    """HPKE base mode, single shot (RFC 9180 §6.1), ``enc`` ‖ ciphertext: 1,136 bytes more than ``plaintext``.

    It authenticates nobody: what must be believed is signed inside ``plaintext``.

    Args:
        their_public_key: X-Wing, 1,216 bytes.
        info: the context (protocol §1.3).

    Raises:
        WrongLength: the key does not have 1,216 bytes.
        BadInput: it has, but is no X-Wing public key.
    """
    if len(their_public_key) != KEM_PUBLIC_KEY_SIZE:
        raise WrongLength(f"an X-Wing public key has {KEM_PUBLIC_KEY_SIZE} bytes")
    try:
        key = hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(their_public_key[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(their_public_key[_MLKEM_PUBLIC:]),
        )
        return _SUITE.encrypt(plaintext, key, info)
    except (ValueError, UnsupportedAlgorithm):
        raise BadInput("not an X-Wing public key") from None


def check_kem_key(their_public_key: bytes) -> None:
    """Returns if something can be sealed to this key: better refused when it comes in than when something has to go out.

    Raises:
        WrongShape: it is no X-Wing public key.
    """
    try:
        seal_to(their_public_key, b"", b"")
    except (BadInput, WrongLength):
        raise WrongShape("not an X-Wing public key") from None


def open_sealed(our_seed: KemSeed, info: bytes, sealed: bytes) -> bytes:
    """What :func:`seal_to` was given.

    Raises:
        CannotOpen: not sealed to this key with this ``info``, or changed.
    """
    if len(sealed) < HPKE_OVERHEAD:
        raise CannotOpen("too short to be sealed")
    try:
        return _SUITE.decrypt(sealed, hpke.MLKEM768X25519PrivateKey(*_private_parts(our_seed)), info)
    except (InvalidTag, ValueError):
        raise CannotOpen("does not open with this key and context") from None


# ---- under a shared key -------------------------------------------------------------------------------------------


def seal(key: Secret, ctx: bytes, plaintext: bytes) -> bytes:
    """Random nonce ‖ ciphertext ‖ tag: 40 bytes more than ``plaintext`` (draft-irtf-cfrg-xchacha-03 §2).

    192 random bits of nonce: 2^64 seals under one key collide with a probability under 2^-64.
    """
    nonce = os.urandom(NONCE_SIZE)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, ctx, nonce, key.reveal())


def open_(key: Secret, ctx: bytes, sealed: bytes) -> bytes:
    """What :func:`seal` was given. Never try several keys: the seal does not commit to its key (protocol §1.4).

    Raises:
        CannotOpen: not sealed under this key with this context, or changed.
    """
    if len(sealed) < SEAL_OVERHEAD:
        raise CannotOpen("too short to be sealed")
    return _decrypt(key, ctx, sealed[:NONCE_SIZE], sealed[NONCE_SIZE:])


def seal_once(key: Secret, ctx: bytes, plaintext: bytes) -> bytes:
    """Ciphertext ‖ tag, 16 bytes more than ``plaintext``, with a nonce of zeros.

    Safe only because ``key`` is derived for exactly this one plaintext; the same bytes may be computed again.
    """
    return bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, ctx, _ONCE, key.reveal())


def open_once(key: Secret, ctx: bytes, sealed: bytes) -> bytes:
    """What :func:`seal_once` was given.

    Raises:
        CannotOpen: not sealed under this key with this context, or changed.
    """
    return _decrypt(key, ctx, _ONCE, sealed)


def _decrypt(key: Secret, ctx: bytes, nonce: bytes, ciphertext: bytes) -> bytes:
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(ciphertext, ctx, nonce, key.reveal())
    except (CryptoError, ValueError):
        raise CannotOpen("does not open with this key and context") from None
