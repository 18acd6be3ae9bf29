"""Secret byte strings that have no readable face, and a different type for each kind (house style 3 and 7).

A secret never appears in a ``repr``, a traceback's locals, a log line or a pickle. Whoever needs the bytes says so with
:meth:`Secret.reveal`, which is easy to search for.
"""

from __future__ import annotations

import hmac
import os
from typing import ClassVar, NoReturn, Self

from .errors import WrongLength


class Secret:
    """``size`` secret bytes; 32 unless a subclass says otherwise."""

    __slots__ = ("_bytes",)
    size: ClassVar[int] = 32

    def __init__(self, value: bytes) -> None:
        if type(value) is not bytes or len(value) != self.size:
            raise WrongLength(f"a {type(self).__name__} has {self.size} bytes")
        self._bytes = value

    @classmethod
    def random(cls) -> Self:
        """Fresh, from the operating system."""
        return cls(os.urandom(cls.size))

    def reveal(self) -> bytes:
        """The bytes themselves. The caller is now responsible for them."""
        return self._bytes

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and hmac.compare_digest(self._bytes, other._bytes)

    def __hash__(self) -> NoReturn:
        raise TypeError("secrets are not dictionary keys")

    def __reduce__(self) -> NoReturn:
        raise TypeError("secrets are not pickled")


class DeviceEntropy(Secret):
    """The 128 bits behind the 12 recovery words (protocol §2.1)."""

    size = 16


class DeviceSeed(Secret):
    """What a device's keys are derived from (protocol §2.1)."""


class HandoverSeed(Secret):
    """What a handover's box is named and sealed with, from its code and digits (protocol §7.7)."""


class SigningSeed(Secret):
    """An Ed25519 seed: a device's, a gate's, an invite's or a receipt's."""


class KemSeed(Secret):
    """An X-Wing private key: its 32-byte seed."""


class BoxSecret(Secret):
    """Names a device's boxes (protocol §7.4)."""


class TreeSeed(Secret):
    """The seed of one planting's tree (protocol §3.1)."""


class GateSeed(Secret):
    """Moderators' gates are derived from it (protocol §4.1)."""


class NotesKey(Secret):
    """The moderators' log stands under it (protocol §5.4)."""


class NodeKey(Secret):
    """The key of one node of the tree (protocol §3.1)."""


class EpochSecret(Secret):
    """E of one epoch (protocol §3.3)."""


class AeadKey(Secret):
    """A key for XChaCha20-Poly1305, derived for one purpose."""


class InviteCode(Secret):
    """The 128 bits of an invite (protocol §7.1)."""

    size = 16


class AnswerKey(Secret):
    """Mail to one report's receipt is sealed under it (protocol §8.4)."""


class TagKey(Secret):
    """Recognises the mail of one report (protocol §8.4)."""


class DataKey(Secret):
    """Everything in a vault stands under it (protocol §11)."""


class PingCode(Secret):
    """What a chat shows the bot to get pings (protocol §12)."""

    size = 16
