"""Desk items, mail and boxes as they travel: their fields and fixed sizes (protocol §5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from . import wire
from .chain import STATEMENT_BLOBS
from .context import digest

HPKE_OVERHEAD: Final = 1136
DESK_SEALED: Final = tuple(size + HPKE_OVERHEAD for size in wire.DESK_SIZES)
MAX_DESK_ITEM: Final = DESK_SEALED[-1] + 512


@dataclass(frozen=True, slots=True)
class DeskItem:
    """A desk item as it travels (protocol §5.3). ``encoded`` is exactly as received; its SHA-256 is the item's id."""

    desk: int
    epoch: int
    sealed: bytes
    invite_box: bytes | None
    join: bytes | None
    encoded: bytes

    @property
    def id(self) -> bytes:
        return digest(self.encoded)


def encode_desk_item(desk: int, epoch: int, sealed: bytes, *, invite_box: bytes | None = None, join: bytes | None = None) -> DeskItem:
    """A desk item with these fields; a join also names its invite's box and H(body)."""
    invite = None if invite_box is None else {"box": invite_box, "join": join}
    return parse_desk_item(wire.encode({"desk": desk, "epoch": epoch, "sealed": sealed, "invite": invite}))


def parse_desk_item(encoded: bytes) -> DeskItem:
    """A desk item from its encoding.

    Raises:
        WrongShape, NotDeterministic, TooLarge: malformed, or of a size no padding gives.
    """
    f = wire.shaped(
        wire.decode(encoded, limit=MAX_DESK_ITEM),
        "desk item",
        {
            "desk": wire.is_uint,
            "epoch": wire.is_uint,
            "sealed": wire.is_bytes(*DESK_SEALED),
            "invite": wire.nullable(wire.is_map),
        },
    )
    invite = f["invite"]
    if invite is not None:
        wire.shaped(invite, "desk item's invite", {"box": wire.is_bytes(32), "join": wire.is_bytes(32)})
    return DeskItem(f["desk"], f["epoch"], f["sealed"], invite and invite["box"], invite and invite["join"], encoded)


# ---- mail and boxes -----------------------------------------------------------------------------------------------

MAIL_TAG_SIZE: Final = 32
MAIL_BLOBS: Final = STATEMENT_BLOBS
BOX_ID_SIZE: Final = 32
BOX_BLOBS: Final = (wire.SMALL_BOX, wire.LARGE_BOX)
