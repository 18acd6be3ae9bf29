"""Gates: the relay knows that somebody belongs, not who she is (protocol §4)."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from . import signing
from .context import Purpose, derive
from .secrets import EpochSecret, GateSeed, SigningSeed

Role: TypeAlias = Literal["member", "moderator"]

CHALLENGE_SIZE: Final = 32

#: What a token of each purpose may do, and which roles can have it (protocol §4.2).
TOKEN_PURPOSES: Final[dict[str, tuple[Role, ...]]] = {
    "read": ("member",),
    "desk": ("member",),
    "box": ("member", "moderator"),
    "board": ("moderator",),
    "log": ("moderator",),
    "inbox": ("moderator",),
    "mail": ("moderator",),
    "erase": ("moderator",),
    "heal": ("member", "moderator"),
}


def member_gate(secret: EpochSecret, collective: bytes, epoch: int) -> SigningSeed:
    """The gate that all members of an epoch share."""
    return derive(SigningSeed, secret, Purpose.GATE, collective, "member", epoch)


def moderator_gate(seed: GateSeed, collective: bytes, epoch: int) -> SigningSeed:
    """The gate that all moderators share in an epoch."""
    return derive(SigningSeed, seed, Purpose.GATE, collective, "moderator", epoch)


def answer_challenge(gate: SigningSeed, collective: bytes, token_purpose: str, role: Role, epoch: int, challenge: bytes) -> bytes:
    """The 64-byte signature that earns a token of ``token_purpose``."""
    return signing.sign(gate, Purpose.GATE_CHALLENGE, collective, token_purpose, role, epoch, challenge)


def check_answer(
    gate_public_key: bytes, signature: bytes, collective: bytes, token_purpose: str, role: Role, epoch: int, challenge: bytes
) -> None:
    """Returns if the answer holds.

    Raises:
        BadSignature: it does not.
    """
    signing.verify(gate_public_key, signature, Purpose.GATE_CHALLENGE, collective, token_purpose, role, epoch, challenge)
