"""Ed25519 under one strict rule, over contexts only (protocol §1.5).

Libraries disagree about crafted signatures; a signature that one reader takes and another refuses would split a board.
The rule is the intersection of what they accept: canonical public key and R of prime order, and S below the group order.
"""

from __future__ import annotations

from typing import Any, Final

from nacl import bindings
from nacl.exceptions import BadSignatureError

from .context import Purpose, context
from .errors import BadSignature
from .secrets import SigningSeed

PUBLIC_KEY_SIZE: Final = 32
SIGNATURE_SIZE: Final = 64

#: The order of the prime-order subgroup (RFC 8032 §5.1).
_GROUP_ORDER: Final = 2**252 + 27742317777372353535851937790883648493


def public_key(seed: SigningSeed) -> bytes:
    """The 32-byte Ed25519 public key of ``seed`` (RFC 8032 §5.1.5)."""
    return bindings.crypto_sign_seed_keypair(seed.reveal())[0]


def sign(seed: SigningSeed, purpose: Purpose, collective: bytes | None, *rest: Any) -> bytes:
    """A 64-byte signature over the context (protocol §1.5)."""
    return sign_message(seed, context(purpose, collective, *rest))


def verify(their_public_key: bytes, signature: bytes, purpose: Purpose, collective: bytes | None, *rest: Any) -> None:
    """Returns if the signature over the context holds under the strict rule.

    Raises:
        BadSignature: it does not, or key or signature have the wrong length.
    """
    verify_message(their_public_key, signature, context(purpose, collective, *rest))


def is_public_key(value: Any) -> bool:
    """Whether ``value`` is 32 bytes that canonically encode a point of prime order."""
    return type(value) is bytes and len(value) == PUBLIC_KEY_SIZE and bool(bindings.crypto_core_ed25519_is_valid_point(value))


def sign_message(seed: SigningSeed, message: bytes) -> bytes:
    """Plain Ed25519 (RFC 8032 §5.1.6). Use :func:`sign`: messages of the protocol are contexts."""
    _, secret_key = bindings.crypto_sign_seed_keypair(seed.reveal())
    return bindings.crypto_sign(message, secret_key)[:SIGNATURE_SIZE]


def verify_message(their_public_key: bytes, signature: bytes, message: bytes) -> None:
    """The strict rule on any message. Use :func:`verify`; this is what the public vectors run against."""
    if len(signature) != SIGNATURE_SIZE or not is_public_key(their_public_key):
        raise BadSignature("not a signature by this key")
    r, s = signature[:32], signature[32:]
    # The order matters only for speed; libsodium's own check accepts points of mixed order, so R is checked here too.
    if int.from_bytes(s, "little") >= _GROUP_ORDER or not bindings.crypto_core_ed25519_is_valid_point(r):
        raise BadSignature("not a signature by this key")
    try:
        bindings.crypto_sign_open(signature + message, their_public_key)
    except (BadSignatureError, ValueError):
        raise BadSignature("not a signature by this key") from None
