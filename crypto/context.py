"""Purposes, and the context that binds every derivation, seal and signature to one (protocol §1.3, §1.7)."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any, Final, TypeVar

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .secrets import Secret
from .wire import encode

PROTOCOL: Final = "parasol/1"
VERSION: Final = 1


class Purpose(StrEnum):
    """Every purpose there is. No two uses share one (protocol §1.7)."""

    DEVICE_SEED = "device-seed"
    DEVICE_SIGN = "device-sign"
    DEVICE_KEM = "device-kem"
    DEVICE_BOX = "device-box"
    NODE = "node"
    COMMIT = "commit"
    WRAP = "wrap"
    LINK = "link"
    ANNOUNCEMENT = "announcement"
    APPROVE_ANNOUNCEMENT = "approve-announcement"
    COSIGNER = "cosigner"
    COSIGN = "cosign"
    GATE = "gate"
    GATE_ENTRY = "gate-entry"
    GATE_CHALLENGE = "gate-challenge"
    ENTRY = "entry"
    BOARD = "board"
    APPROVE = "approve"
    PUBLISH = "publish"
    SAFETY_WORDS = "safety-words"
    LOG = "log"
    BUNDLE_COMMIT = "bundle-commit"
    INVITE_BOX = "invite-box"
    INVITE_KEY = "invite-key"
    INVITE_SIGN = "invite-sign"
    INVITE = "invite"
    JOIN_INVITE = "join-invite"
    JOIN_DEVICE = "join-device"
    ACCEPT = "accept"
    BOX_PATH = "box-path"
    BOX_BUNDLE = "box-bundle"
    PATH_KEYS = "path-keys"
    BUNDLE = "bundle"
    RECOVERY_BOX = "recovery-box"
    RECOVERY_KEY = "recovery-key"
    RECOVERY = "recovery"
    HANDOVER_SEED = "handover-seed"
    HANDOVER_BOX = "handover-box"
    HANDOVER_KEY = "handover-key"
    HANDOVER = "handover"
    DESK_MEMBERSHIP = "desk-membership"
    DESK = "desk"
    FOLLOW_UP = "follow-up"
    ALIAS = "alias"
    MAIL_TAG = "mail-tag"
    MAIL = "mail"
    MATCH_SALT = "match-salt"
    MATCH_TOKEN = "match-token"
    PING = "ping"
    PING_CODE = "ping-code"
    VAULT_KEY = "vault-key"
    VAULT_NAME = "vault-name"
    VAULT_RECORD = "vault-record"
    SECOND_HOME = "second-home"


def context(purpose: Purpose, collective: bytes | None, *rest: Any) -> bytes:
    """The deterministic CBOR of ``["parasol/1", purpose, collective, …rest]`` (protocol §1.3).

    Args:
        collective: the 32-byte collective id, or ``None`` where none is known yet.
        rest: further values that :func:`crypto.wire.encode` takes.
    """
    return encode([PROTOCOL, str(purpose), collective, *rest])


def derive_bytes(key: Secret, purpose: Purpose, collective: bytes | None, *rest: Any, size: int = 32) -> bytes:
    """HKDF-SHA256 without salt, with the context as ``info`` (RFC 5869). For what is not secret: names of boxes, commitments."""
    return HKDF(SHA256(), size, salt=None, info=context(purpose, collective, *rest)).derive(key.reveal())


_S = TypeVar("_S", bound=Secret)


def derive(kind: type[_S], key: Secret, purpose: Purpose, collective: bytes | None, *rest: Any) -> _S:
    """As :func:`derive_bytes`, cut to the size of ``kind`` and wrapped in it. Kinds of 16 bytes take the first 16 of 32."""
    return kind(derive_bytes(key, purpose, collective, *rest)[: kind.size])


def digest(data: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(data).digest()
