"""Argon2id (protocol §1.6, RFC 9106): the only slow function, for what people choose or what has few bits."""

from __future__ import annotations

from typing import Final

from nacl import bindings
from nacl.exceptions import RuntimeError as NaclRuntimeError

from .errors import StorageFailed

#: What two devices must compute alike: t = 2 passes, m = 19,456 KiB, p = 1.
SHARED_PASSES: Final = 2
SHARED_MEMORY: Final = 19456
SALT_SIZE: Final = 16


def stretch(password: bytes, salt: bytes, *, size: int = 32, passes: int = SHARED_PASSES, memory: int = SHARED_MEMORY) -> bytes:
    """Argon2id version 1.3 with one lane.

    Args:
        salt: 16 bytes.
        size: bytes wanted, 16 to 64.
        passes: t.
        memory: m in KiB.

    Raises:
        StorageFailed: this machine does not have the memory.
    """
    try:
        return bindings.crypto_pwhash_alg(
            size, password, salt, opslimit=passes, memlimit=memory * 1024, alg=bindings.crypto_pwhash_ALG_ARGON2ID13
        )
    except NaclRuntimeError:
        raise StorageFailed("this machine does not have the memory") from None
