"""The box that brings a device back on another phone: its 12 words name it and open it (protocol §7.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from . import keytree, wire
from .announced import is_leaf
from .bundle import Bundle
from .context import Purpose, context, derive, derive_bytes
from .device import Device
from .sealing import SEAL_OVERHEAD, open_, seal
from .secrets import AeadKey, GateSeed, NodeKey, NotesKey, TreeSeed

#: One box in each period of so many seconds. It lies there for several, so that months without a connection lose nothing.
PERIOD: Final = 90 * 86400
#: When a box expires, in seconds after its period began: a clock that is wrong does not show. The relay takes none for longer than 400 days.
KEPT: Final = 390 * 86400
#: How many periods before the present one can still have a box.
BEFORE: Final = 4

_PADDED: Final = (wire.SMALL_BOX - SEAL_OVERHEAD,)


@dataclass(frozen=True, slots=True)
class Belongings:
    """What a device needs beside its own keys to begin again: where it belongs, and the keys it was given there.

    Args:
        joined: Unix seconds.
        announcement: entry hash of the newest valid announcement when this was written, 32 bytes.
        keys: path keys of ``planting``, by node.
        bundle: the moderators' bundle of the same planting, if the device moderates.
    """

    collective: bytes
    alias: str = field(repr=False)
    joined: int
    announcement: bytes
    planting: int
    leaf: int
    keys: dict[int, NodeKey] = field(repr=False)
    bundle: Bundle | None


_BELONGINGS: Final[dict[str, wire.Check]] = {
    "collective": wire.is_bytes(32),
    "alias": wire.is_text(1, 40),
    "joined": wire.is_uint,
    "announcement": wire.is_bytes(32),
    "planting": wire.is_uint,
    "leaf": is_leaf,
    "keys": wire.is_bytes(keytree.PATH_KEYS_SIZE),
    "bundle": wire.nullable(wire.is_map),
}
_BUNDLE: Final[dict[str, wire.Check]] = dict.fromkeys(("tree", "gate", "notes"), wire.is_bytes(32))


def belongings_value(belongings: Belongings) -> dict[str, Any]:
    """As a value for :func:`crypto.wire.encode`."""
    bundle = belongings.bundle
    return {
        "collective": belongings.collective,
        "alias": belongings.alias,
        "joined": belongings.joined,
        "announcement": belongings.announcement,
        "planting": belongings.planting,
        "leaf": belongings.leaf,
        "keys": keytree.encode_path_keys(belongings.keys),
        "bundle": bundle and {"tree": bundle.tree.reveal(), "gate": bundle.gate.reveal(), "notes": bundle.notes.reveal()},
    }


def parse_belongings(value: Any) -> Belongings:
    """Back from :func:`belongings_value`.

    Raises:
        WrongShape, WrongLength: it is none.
    """
    f: dict[str, Any] = wire.shaped(value, "belongings", _BELONGINGS)
    bundle = None
    if f["bundle"] is not None:
        b = wire.shaped(f["bundle"], "belongings", _BUNDLE)
        bundle = Bundle(f["planting"], TreeSeed(b["tree"]), GateSeed(b["gate"]), NotesKey(b["notes"]))
    keys = keytree.decode_path_keys(f["leaf"], f["keys"])
    return Belongings(f["collective"], f["alias"], f["joined"], f["announcement"], f["planting"], f["leaf"], keys, bundle)


def period_of(now: int) -> int:
    """The number of the period that a time, in Unix seconds, lies in."""
    return now // PERIOD


def recovery_box(device: Device, period: int) -> bytes:
    """The 32-byte id of a device's recovery box in a period. From the sign seed, which nobody else has: moderators know the box secret."""
    return derive_bytes(device.sign, Purpose.RECOVERY_BOX, None, period)


def _key(device: Device, period: int) -> AeadKey:
    return derive(AeadKey, device.sign, Purpose.RECOVERY_KEY, None, period)


def seal_recovery(device: Device, period: int, belongings: Belongings) -> bytes:
    """The 4,096 bytes of a recovery box."""
    plaintext = wire.pad(wire.encode(belongings_value(belongings)), _PADDED)
    return seal(_key(device, period), context(Purpose.RECOVERY, None, recovery_box(device, period)), plaintext)


def open_recovery(device: Device, period: int, blob: bytes) -> Belongings:
    """What stands in a device's recovery box of this period.

    Raises:
        CannotOpen, WrongPadding, WrongShape, WrongLength, NotDeterministic: it is not this device's.
    """
    padded = open_(_key(device, period), context(Purpose.RECOVERY, None, recovery_box(device, period)), blob)
    return parse_belongings(wire.decode(wire.unpad(padded, _PADDED)))
