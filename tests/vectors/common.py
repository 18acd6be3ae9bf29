"""What the vectors' scripts share: fixed bytes, hex and JSON, and messages that are kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from crypto import announced, secrets
from crypto.bundle import Bundle
from crypto.errors import ParasolError

Json = dict[str, Any]


def fixed(label: str, size: int = 32) -> bytes:
    """Bytes for a role in the vectors; never a key of anybody."""
    return hashlib.shake_256(f"parasol vectors: {label}".encode()).digest(size)


COLLECTIVE = fixed("collective")
SIGNER = secrets.SigningSeed(fixed("signer"))
MODERATOR = secrets.SigningSeed(fixed("a moderator's device"))
KEM = secrets.KemSeed(fixed("kem"))
BUNDLE = Bundle(1, secrets.TreeSeed(fixed("tree")), secrets.GateSeed(fixed("gate")), secrets.NotesKey(fixed("notes")))
LEAF = announced.FIRST_LEAF + 300_000
REMOVED = announced.FIRST_LEAF + 12_345
TIME = 1_800_000_000


@contextmanager
def fixed_randomness(label: str) -> Iterator[None]:
    """`os.urandom` from a fixed stream. Only here: in the product every nonce and salt is the system's."""
    drawn = 0

    def stream(size: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return fixed(f"{label}, draw {drawn}", size)

    system, os.urandom = os.urandom, stream
    try:
        yield
    finally:
        os.urandom = system


def to_json(value: Any) -> Any:
    """A value of the protocol as JSON."""
    if isinstance(value, bytes):
        return {"$bytes": value.hex()}
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(value: Any) -> Any:
    """Back from :func:`to_json`."""
    if isinstance(value, dict):
        if value.keys() == {"$bytes"}:
            return bytes.fromhex(value["$bytes"])
        return {key: from_json(item) for key, item in value.items()}
    return [from_json(item) for item in value] if isinstance(value, list) else value


def flip(data: bytes, index: int = -1) -> bytes:
    """`data` with one bit changed."""
    changed = bytearray(data)
    changed[index] ^= 1
    return bytes(changed)


def refusal(attempt: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    """The name of the error; a vector of a refusal that is none must not be written."""
    try:
        attempt(*arguments, **named)
    except ParasolError as error:
        return error.name
    raise RuntimeError("this should have been refused")


class Kept:
    """Messages sealed with HPKE, from the file as it stands."""

    def __init__(self, before: Json) -> None:
        self._before: dict[str, str] = before.get("kept", {})
        self.now: dict[str, str] = {}

    def __call__(self, name: str, make: Callable[[], bytes], opens: Callable[[bytes], Any]) -> bytes:
        sealed = bytes.fromhex(self._before.get(name, ""))
        try:
            opens(sealed)
        except ParasolError:
            sealed = make()
        self.now[name] = sealed.hex()
        return sealed
