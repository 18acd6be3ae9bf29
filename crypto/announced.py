"""The part of an announcement that stands in clear: what the relay, too, sees of it (protocol §3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from . import signing, wire
from .chain import MAX_ANNOUNCEMENT
from .context import Purpose, digest
from .errors import BadSignature, BelowQuorum, WrongCover, WrongShape
from .secrets import SigningSeed

TREE_DEPTH: Final = 20
FIRST_LEAF: Final = 1 << TREE_DEPTH
WRAP_SIZE: Final = 48
MAX_COSIGNERS: Final = 64


def is_leaf(value: Any) -> bool:
    """Whether ``value`` is the node number of a leaf (protocol §3.1)."""
    return type(value) is int and FIRST_LEAF <= value < 2 * FIRST_LEAF


@dataclass(frozen=True, slots=True)
class Public:
    """What everybody, the relay included, sees of an announcement (protocol §3.5). ``encoded`` is exactly as received."""

    planting: int
    epoch: int
    removed: tuple[int, ...]
    wraps: bytes
    commitment: bytes
    previous: bytes | None
    link: bytes | None
    member_gate: bytes
    moderator_gate: bytes
    desk: int
    member_ping: bytes
    moderator_ping: bytes
    cosigners: tuple[bytes, ...]
    encoded: bytes


def _is_pair(check: wire.Check) -> wire.Check:
    return lambda value: type(value) is dict and set(value) == {"member", "moderator"} and all(check(v) for v in value.values())


def _is_cosign(value: Any) -> bool:
    return type(value) is list and len(value) == 2 and wire.is_uint(value[0]) and wire.is_bytes(64)(value[1])


_PUBLIC: Final[dict[str, wire.Check]] = {
    "planting": wire.is_uint,
    "epoch": wire.is_uint,
    "removed": wire.is_list_of(is_leaf, 0, FIRST_LEAF - 1),
    "wraps": wire.is_bytes(),
    "commitment": wire.is_bytes(32),
    "previous": wire.nullable(wire.is_bytes(32)),
    "link": wire.nullable(wire.is_bytes(WRAP_SIZE)),
    "gates": _is_pair(signing.is_public_key),
    "desk": wire.is_uint,
    "pings": _is_pair(wire.is_bytes(32)),
    "cosigners": wire.is_list_of(signing.is_public_key, 0, MAX_COSIGNERS),
}
_BLOB: Final[dict[str, wire.Check]] = {
    "public": wire.is_bytes(),
    "sealed": wire.is_bytes(),
    "cosigns": wire.is_list_of(_is_cosign, 0, MAX_COSIGNERS),
}


def encode_public(
    *, planting: int, epoch: int, removed: tuple[int, ...], wraps: bytes, commitment: bytes, previous: bytes | None, link: bytes | None,
    member_gate: bytes, moderator_gate: bytes, desk: int, member_ping: bytes, moderator_ping: bytes, cosigners: tuple[bytes, ...] = (),
) -> Public:  # fmt: skip
    """The public part of an announcement with these fields."""
    return parse_public(
        wire.encode(
            {
                "planting": planting, "epoch": epoch, "removed": list(removed), "wraps": wraps, "commitment": commitment,
                "previous": previous, "link": link, "gates": {"member": member_gate, "moderator": moderator_gate},
                "desk": desk, "pings": {"member": member_ping, "moderator": moderator_ping},
                "cosigners": list(cosigners),
            }
        )
    )  # fmt: skip


def parse_public(encoded: bytes) -> Public:
    """The public part from its encoding.

    Raises:
        WrongShape, NotDeterministic, TooLarge: malformed, removed leaves not ascending, or numbers from below 1.
        WrongCover: wraps that cannot be of any cover.
    """
    f = wire.shaped(wire.decode(encoded, limit=MAX_ANNOUNCEMENT), "announcement", _PUBLIC)
    removed = tuple(f["removed"])
    if any(a >= b for a, b in zip(removed, removed[1:], strict=False)):
        raise WrongShape("announcement: removed leaves are not ascending")
    if min(f["planting"], f["epoch"], f["desk"]) < 1 or (f["previous"] is None) != (f["link"] is None):
        raise WrongShape("announcement: numbers or link have the wrong form")
    if list(f["cosigners"]) != sorted(set(f["cosigners"])):
        raise WrongShape("announcement: cosigners are not in order")
    if not f["wraps"] or len(f["wraps"]) % WRAP_SIZE:
        raise WrongCover("the wraps are not of any cover")
    return Public(
        f["planting"], f["epoch"], removed, f["wraps"], f["commitment"], f["previous"], f["link"],
        f["gates"]["member"], f["gates"]["moderator"], f["desk"], f["pings"]["member"], f["pings"]["moderator"], tuple(f["cosigners"]), encoded,
    )  # fmt: skip


def split_announcement(blob: bytes) -> tuple[Public, bytes]:
    """The public part of an announcement's blob, and its sealed part.

    Raises:
        WrongShape, NotDeterministic, TooLarge, WrongCover: malformed.
    """
    f = wire.shaped(wire.decode(blob, limit=MAX_ANNOUNCEMENT), "announcement", _BLOB)
    return parse_public(f["public"]), f["sealed"]


def join_announcement(public: Public, sealed: bytes, cosigns: list[tuple[int, bytes]]) -> bytes:
    """The blob of an announcement; ``cosigns`` are index and signature, for the relay."""
    return wire.encode({"public": public.encoded, "sealed": sealed, "cosigns": [list(cosign) for cosign in sorted(cosigns)]})


# ---- cosigning: what lets the relay, too, see that more than one person wants the next epoch (protocol §4.3) -------


def cosigners_needed(cosigners: int) -> int:
    """How many of the last epoch's cosigners an announcement needs: two from three people on, as one of two may be lost for good."""
    return min(cosigners, 1) if cosigners <= 2 else 2


def cosign(seed: SigningSeed, public: Public, collective: bytes) -> bytes:
    """A cosigner's 64-byte signature over the public part of the next announcement."""
    return signing.sign(seed, Purpose.COSIGN, collective, digest(public.encoded))


def check_cosign(cosigner: bytes, signature: bytes, public: Public, collective: bytes) -> None:
    """Returns if this cosigner signed.

    Raises:
        BadSignature: it did not.
    """
    signing.verify(cosigner, signature, Purpose.COSIGN, collective, digest(public.encoded))


def check_cosigned(cosigners: tuple[bytes, ...], blob: bytes, collective: bytes) -> None:
    """Returns if enough of the last epoch's cosigners signed this announcement.

    Raises:
        BelowQuorum: too few did.
        BadSignature: a signature does not hold, or is by none of them.
        WrongShape, NotDeterministic, TooLarge, WrongCover: the blob is malformed.
    """
    f = wire.shaped(wire.decode(blob, limit=MAX_ANNOUNCEMENT), "announcement", _BLOB)
    public = parse_public(f["public"])
    signed = set()
    for index, signature in f["cosigns"]:
        if index >= len(cosigners):
            raise BadSignature("signed by none of the last epoch's cosigners")
        check_cosign(cosigners[index], signature, public, collective)
        signed.add(index)
    if len(signed) < cosigners_needed(len(cosigners)):
        raise BelowQuorum("signed by fewer of the last epoch's cosigners than an announcement needs")
