"""The box by which one device hands everything that makes it one to another, beside it (protocol §7.7)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from . import wire
from .context import Purpose, context, derive, derive_bytes, digest
from .errors import BadInput
from .recovery import Belongings, belongings_value, parse_belongings
from .sealing import SEAL_OVERHEAD, open_, seal
from .secrets import AeadKey, DeviceEntropy, HandoverSeed, InviteCode
from .stretch import SALT_SIZE, stretch

#: How long the box lies there at most, in seconds: whoever has seen the code can ask for one name after the other meanwhile.
LASTS: Final = 60
#: How long the second device waits for its digits to be typed, in seconds. Nothing lies anywhere meanwhile.
WAITS: Final = 600
#: How many digits the second device shows.
DIGITS: Final = 6

_PADDED: Final = (wire.SMALL_BOX - SEAL_OVERHEAD,)


@dataclass(frozen=True, slots=True)
class Handover:
    """A device, whole but for its receipts. ``words``: its owner was shown the words; ``period``: the newest whose recovery box stands."""

    entropy: DeviceEntropy
    belongings: Belongings
    words: bool
    period: int | None


_HANDOVER: Final[dict[str, wire.Check]] = {
    "entropy": wire.is_bytes(16),
    "belongings": wire.is_map,
    "words": wire.is_bool,
    "period": wire.nullable(wire.is_uint),
}


def new_digits() -> str:
    """What the second device shows: six digits, drawn at random."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def read_digits(text: str) -> int:
    """What was typed of them, with spaces and hyphens anywhere.

    Raises:
        BadInput: not six digits.
    """
    typed = "".join(text.replace("-", "").split())
    if len(typed) != DIGITS or not typed.isascii() or not typed.isdigit():
        raise BadInput(f"the other device shows {DIGITS} digits; type them as they stand there")
    return int(typed)


def handover_seed(code: InviteCode, digits: int) -> HandoverSeed:
    """What the box's name and key come from. Stretched, so that each guess at the digits costs whoever has seen the code.

    Raises:
        StorageFailed: this machine does not have the memory.
    """
    salt = digest(context(Purpose.HANDOVER_SEED, None))[:SALT_SIZE]
    return HandoverSeed(stretch(code.reveal() + f"{digits:0{DIGITS}d}".encode(), salt))


def handover_box(seed: HandoverSeed) -> bytes:
    """The 32-byte id of the box."""
    return derive_bytes(seed, Purpose.HANDOVER_BOX, None)


def seal_handover(seed: HandoverSeed, handover: Handover) -> bytes:
    """The 4,096 bytes of the box."""
    value = {
        "entropy": handover.entropy.reveal(),
        "belongings": belongings_value(handover.belongings),
        "words": handover.words,
        "period": handover.period,
    }
    return seal(_key(seed), context(Purpose.HANDOVER, None, handover_box(seed)), wire.pad(wire.encode(value), _PADDED))


def open_handover(seed: HandoverSeed, blob: bytes) -> Handover:
    """What stands in the box.

    Raises:
        CannotOpen, WrongPadding, WrongShape, WrongLength, NotDeterministic: it is not a box of this code and these digits.
    """
    padded = open_(_key(seed), context(Purpose.HANDOVER, None, handover_box(seed)), blob)
    f: dict[str, Any] = wire.shaped(wire.decode(wire.unpad(padded, _PADDED)), "handover", _HANDOVER)
    return Handover(DeviceEntropy(f["entropy"]), parse_belongings(f["belongings"]), f["words"], f["period"])


def _key(seed: HandoverSeed) -> AeadKey:
    return derive(AeadKey, seed, Purpose.HANDOVER_KEY, None)
