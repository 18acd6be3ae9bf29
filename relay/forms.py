"""How bytes are written in answers and paths: pages joined from what is encoded already, base64url without padding."""

from __future__ import annotations

import base64
import binascii
from functools import lru_cache
from typing import Final

from crypto import wire

_URL_SAFE: Final = str.maketrans("-_", "+/")


def joined_map(fields: dict[str, bytes]) -> bytes:
    """The deterministic CBOR of a map of at most 23 fields whose values are encoded already: pages are joined, not encoded again."""
    keys = sorted((wire.encode(name), value) for name, value in fields.items())
    return bytes([0xA0 + len(keys)]) + b"".join(key + value for key, value in keys)


def joined_array(items: list[bytes]) -> bytes:
    count = len(items)
    start = bytes([0x80 + count]) if count < 24 else bytes([0x98, count]) if count < 256 else b"\x99" + count.to_bytes(2)
    return start + b"".join(items)


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """The bytes; none if ``text`` is not the one way to write 32 of them."""
    try:
        data = base64.b64decode(text + "=", altchars=b"-_", validate=True) if len(text) == 43 else b""
    except (binascii.Error, ValueError):
        return b""
    return data if base64url(data) == text else b""


#: Few ids come often.
id_from_path = lru_cache(4096)(from_base64url)


def bytes_from_bearer(header: str) -> bytes:
    """What an ``Authorization`` header shows as a bearer; none if that is not 43 letters of base64url."""
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or len(token) != 43:
        return b""
    try:
        return binascii.a2b_base64(token.translate(_URL_SAFE) + "=")
    except ValueError:
        return b""
