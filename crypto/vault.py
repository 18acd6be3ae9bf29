"""Secrets at rest on a device (protocol §11): a data key under a passphrase, and records under the data key."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from . import wire
from .context import VERSION, Purpose, context, derive, derive_bytes
from .errors import BadInput, CannotOpen, StorageFailed, UnknownVersion, WrongPassphrase
from .sealing import open_, seal
from .secrets import AeadKey, DataKey, Secret
from .stretch import SALT_SIZE, SHARED_MEMORY, SHARED_PASSES, stretch

_LOCK: Final[dict[str, wire.Check]] = {
    "version": wire.is_uint,
    "salt": wire.is_bytes(SALT_SIZE),
    "passes": wire.is_uint,
    "memory": wire.is_uint,
    "wrapped": wire.is_bytes(DataKey.size + 40),
}
_BOUND: Final[dict[str, wire.Check]] = {"bound": wire.is_one_of(True)}
#: A hostile lock file must not be able to ask for all the memory there is.
_MOST_MEMORY: Final = 4 * 1024 * 1024
_MOST_PASSES: Final = 64

#: Records are padded to powers of two from 1 KiB, so that a seized vault does not show how long a text is.
_RECORD_SIZES: Final = tuple(1024 << i for i in range(17))


#: HMAC-SHA256 under a key that the platform keeps and never gives out: 32 bytes of the bytes it is called with.
Bind: TypeAlias = Callable[[bytes], bytes]


class _Stretched(Secret):
    """What Argon2id made of the passphrase."""


class _Bound(Secret):
    """The same, and after it what the platform's key made of the lock's context."""

    size = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id parameters of a lock: passes, and memory in KiB; never below the shared constants."""

    passes: int = SHARED_PASSES
    memory: int = SHARED_MEMORY


def _key_of(passphrase: str, cost: Cost, salt: bytes, bind: Bind | None) -> AeadKey:
    try:
        password = unicodedata.normalize("NFKC", passphrase).encode()
    except UnicodeEncodeError:  # from an environment or a file that was not UTF-8
        raise BadInput("the passphrase is not text") from None
    stretched = stretch(password, salt, passes=cost.passes, memory=cost.memory)
    key = _Bound(stretched + bind(_lock_context(cost, salt))) if bind else _Stretched(stretched)
    return derive(AeadKey, key, Purpose.VAULT_KEY, None)


def _lock_context(cost: Cost, salt: bytes) -> bytes:
    return context(Purpose.VAULT_KEY, None, cost.passes, cost.memory, salt)


def make_lock(data_key: DataKey, passphrase: str, cost: Cost, *, bind: Bind | None = None) -> bytes:
    """The lock: CBOR with the data key under the passphrase. Making another lock changes the passphrase without touching records.

    Args:
        bind: where the platform has a key of its own; the lock then opens with both alone.

    Raises:
        BadInput: an empty passphrase or one that is not text, or a cost below the shared constants.
        StorageFailed: this machine does not have the memory.
    """
    if not passphrase:
        raise BadInput("the passphrase is empty")
    if cost.passes < SHARED_PASSES or cost.memory < SHARED_MEMORY:
        raise BadInput("the vault's cost is below the least allowed")
    salt = os.urandom(SALT_SIZE)
    wrapped = seal(_key_of(passphrase, cost, salt, bind), _lock_context(cost, salt), data_key.reveal())
    lock = {"version": VERSION, "salt": salt, "passes": cost.passes, "memory": cost.memory, "wrapped": wrapped}
    return wire.encode(lock | {"bound": True} if bind else lock)


def open_lock(lock: bytes, passphrase: str, *, bind: Bind | None = None) -> DataKey:
    """The data key.

    Args:
        bind: as :func:`make_lock` was given; not used for a lock that is not bound.

    Raises:
        WrongPassphrase: it does not open.
        BadInput: the passphrase is not text.
        StorageFailed: this machine does not have the memory, or not the key that the lock is bound to.
        UnknownVersion, WrongShape, NotDeterministic, TooLarge: it is no lock this software can read.
    """
    f = wire.shaped(wire.decode(lock, limit=4096), "vault", _LOCK, _BOUND)
    if f["version"] != VERSION:
        raise UnknownVersion("the vault was written by a newer version")
    cost = Cost(f["passes"], f["memory"])
    if not (SHARED_PASSES <= cost.passes <= _MOST_PASSES and SHARED_MEMORY <= cost.memory <= _MOST_MEMORY):
        raise UnknownVersion("the vault asks for a cost this software does not accept")
    # Whoever takes `bound` out of a lock, or puts it in, gains nothing: the key it then asks for is another one.
    if "bound" in f and bind is None:
        raise StorageFailed("this vault is bound to a key of the device it was made on, and that key is not here")
    try:
        key = _key_of(passphrase, cost, f["salt"], bind if "bound" in f else None)
        return DataKey(open_(key, _lock_context(cost, f["salt"]), f["wrapped"]))
    except CannotOpen:
        raise WrongPassphrase("wrong passphrase; try again") from None


class Records:
    """Seals and opens the records of an open vault. Names are secret too: a name on disk is a keyed hash of it."""

    def __init__(self, data_key: DataKey) -> None:
        self._data_key = data_key
        self._record_key = derive(AeadKey, data_key, Purpose.VAULT_RECORD, None)

    def name(self, record: str) -> bytes:
        """The 16 bytes a record is stored under."""
        return derive_bytes(self._data_key, Purpose.VAULT_NAME, None, record)[:16]

    def seal(self, record: str, plaintext: bytes, *, least: int = 0) -> bytes:
        """The record as it rests, padded to the next of the sizes that is not below ``least`` bytes."""
        sizes = tuple(size for size in _RECORD_SIZES if size >= least)
        return seal(self._record_key, context(Purpose.VAULT_RECORD, None, record), wire.pad(plaintext, sizes))

    def open(self, record: str, sealed: bytes) -> bytes:
        """What :meth:`seal` was given.

        Raises:
            CannotOpen, WrongPadding: it is not this record of this vault.
        """
        return wire.unpad(open_(self._record_key, context(Purpose.VAULT_RECORD, None, record), sealed), _RECORD_SIZES)
