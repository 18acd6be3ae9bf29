"""Epochs: announce, open, walk back (protocol §3.3 to §3.5).

Given E and the moderators' bundle, every byte of an announcement's public part follows. So approvers do not trust the
proposer: they make it again and compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from . import keytree, signing, wire
from .announced import WRAP_SIZE, Public, encode_public, join_announcement
from .approvals import Approval, is_approvals
from .bundle import Bundle
from .context import Purpose, context, derive, derive_bytes, digest
from .errors import BrokenLink, CannotOpen, NotAddressed, NotAllowed, Refused, WrongCommitment, WrongCover
from .gates import member_gate, moderator_gate
from .sealing import KEM_PUBLIC_KEY_SIZE, open_, open_once, seal, seal_once
from .secrets import AeadKey, EpochSecret, GateSeed, NodeKey, PingCode, SigningSeed


@dataclass(frozen=True, slots=True)
class Previous:
    """The last valid announcement: the hash of its entry, and its E."""

    hash: bytes
    secret: EpochSecret


@dataclass(frozen=True, slots=True)
class Inner:
    """What of an announcement only members see. ``encoded`` is exactly as received; approvals are over it and the public part."""

    charter: int
    desk_key: bytes | None
    head_seq: int | None
    head_hash: bytes | None
    until: int
    encoded: bytes


_HEAD: Final[dict[str, wire.Check]] = {"seq": wire.is_uint, "hash": wire.is_bytes(32)}
_INNER: Final[dict[str, wire.Check]] = {
    "charter": wire.is_uint,
    "desk_key": wire.nullable(wire.is_bytes(KEM_PUBLIC_KEY_SIZE)),
    "head": wire.nullable(wire.is_map),
    "until": wire.is_uint,
}
_SEALED: Final[dict[str, wire.Check]] = {"inner": wire.is_bytes(), "approvals": is_approvals}


def commitment(secret: EpochSecret, collective: bytes, planting: int, epoch: int) -> bytes:
    """32 bytes that bind E: derived under a purpose of its own, so it shows nothing of E."""
    return derive_bytes(secret, Purpose.COMMIT, collective, planting, epoch)


def announce(
    bundle: Bundle, secret: EpochSecret, collective: bytes, *, epoch: int, removed: tuple[int, ...], previous: Previous | None, desk: int,
    cosigners: tuple[bytes, ...] = (),
) -> Public:  # fmt: skip
    """The public part of the announcement of epoch ``epoch`` with this E. The same arguments give the same bytes.

    Args:
        removed: removed leaves, ascending.
        previous: the last valid announcement; ``None`` in the founding one.
        desk: the desk key's number.
        cosigners: one-time public keys of the moderators, ascending (protocol §4.3).

    Raises:
        NotAllowed: nobody would be left.
    """
    nodes = keytree.cover(removed)
    if not nodes:
        raise NotAllowed("an announcement must leave somebody in")
    bound = commitment(secret, collective, bundle.planting, epoch)
    wraps = b"".join(
        _wrap(keytree.node_key(bundle.tree, collective, bundle.planting, node), secret, (collective, bundle.planting, epoch, node, bound))
        for node in nodes
    )
    return encode_public(
        planting=bundle.planting,
        epoch=epoch,
        removed=removed,
        wraps=wraps,
        commitment=bound,
        previous=previous.hash if previous else None,
        link=_link(secret, collective, epoch, previous) if previous else None,
        member_gate=signing.public_key(member_gate(secret, collective, epoch)),
        moderator_gate=signing.public_key(moderator_gate(bundle.gate, collective, epoch)),
        desk=desk,
        member_ping=ping_hash(collective, member_ping(secret, collective, epoch)),
        moderator_ping=ping_hash(collective, moderator_ping(bundle.gate, collective, epoch)),
        cosigners=cosigners,
    )


def _wrap(node_key: NodeKey, secret: EpochSecret, place: tuple[Any, ...]) -> bytes:
    # The key depends on the commitment, so racing announcements of one epoch never wrap two secrets under one key.
    return seal_once(derive(AeadKey, node_key, Purpose.WRAP, *place), context(Purpose.WRAP, *place), secret.reveal())


def _link(secret: EpochSecret, collective: bytes, epoch: int, previous: Previous) -> bytes:
    place = (collective, epoch, previous.hash)
    return seal_once(derive(AeadKey, secret, Purpose.LINK, *place), context(Purpose.LINK, *place), previous.secret.reveal())


def open_wrap(public: Public, collective: bytes, keys: dict[int, NodeKey]) -> EpochSecret:
    """E of this announcement, by a member's path keys (leaf to root) or by any set of node keys.

    Raises:
        WrongCover: there are not as many wraps as the computed cover has nodes.
        NotAddressed: no key is for a node of the cover.
        CannotOpen: the wrap is not one of this announcement.
        WrongCommitment: it opens to something else than was committed to.
    """
    nodes = keytree.cover(public.removed)
    if len(nodes) * WRAP_SIZE != len(public.wraps):
        raise WrongCover("the wraps do not match the removed places")
    index = next((i for i, node in enumerate(nodes) if node in keys), None)
    if index is None:
        raise NotAddressed("this device is not among those the announcement is for")
    node = nodes[index]
    place = (collective, public.planting, public.epoch, node, public.commitment)
    wrap = public.wraps[index * WRAP_SIZE : (index + 1) * WRAP_SIZE]
    secret = EpochSecret(open_once(derive(AeadKey, keys[node], Purpose.WRAP, *place), context(Purpose.WRAP, *place), wrap))
    check_commitment(public, secret, collective)
    return secret


def open_wrap_as_moderator(public: Public, collective: bytes, bundle: Bundle) -> EpochSecret:
    """E of this announcement by the tree seed: any wrap that opens will do, so that what one member can read moderators can too.

    Raises as :func:`open_wrap`; :class:`WrongCommitment` rather than :class:`CannotOpen` if one opens to another E and none to the right one.
    """
    nodes = keytree.cover(public.removed)
    if public.planting != bundle.planting or not nodes:
        raise NotAddressed("not an announcement of the moderators' present keys")
    refused: Refused = CannotOpen("none of the wraps opens")
    for node in nodes:
        try:
            return open_wrap(public, collective, {node: keytree.node_key(bundle.tree, collective, bundle.planting, node)})
        except WrongCover:
            raise
        except WrongCommitment as error:
            refused = error
        except CannotOpen:
            continue
    raise refused


def check_commitment(public: Public, secret: EpochSecret, collective: bytes) -> None:
    """Returns if E is the one committed to.

    Raises:
        WrongCommitment: it is not.
    """
    if commitment(secret, collective, public.planting, public.epoch) != public.commitment:
        raise WrongCommitment("the epoch's secret is not the one committed to")


def walk_back(public: Public, secret: EpochSecret, collective: bytes) -> Previous | None:
    """The announcement before, by the link in this one; ``None`` from the first.

    Raises:
        BrokenLink: the link does not open.
    """
    if public.previous is None or public.link is None:
        return None
    place = (collective, public.epoch, public.previous)
    try:
        found = open_once(derive(AeadKey, secret, Purpose.LINK, *place), context(Purpose.LINK, *place), public.link)
    except CannotOpen:
        raise BrokenLink("the link back does not open") from None
    return Previous(public.previous, EpochSecret(found))


def make_inner(*, charter: int, desk_key: bytes | None, head: tuple[int, bytes] | None, until: int) -> Inner:
    """What members see, ready to be approved. ``desk_key`` (1,216 bytes) only when its number is new: it is as large as all the rest."""
    return parse_inner(
        wire.encode({"charter": charter, "desk_key": desk_key, "head": {"seq": head[0], "hash": head[1]} if head else None, "until": until})
    )


def parse_inner(encoded: bytes) -> Inner:
    """From its encoding.

    Raises:
        WrongShape, NotDeterministic, TooLarge: malformed.
    """
    f = wire.shaped(wire.decode(encoded, limit=4096), "announcement", _INNER)
    head = None if f["head"] is None else wire.shaped(f["head"], "announcement's head", _HEAD)
    return Inner(f["charter"], f["desk_key"], head["seq"] if head else None, head["hash"] if head else None, f["until"], encoded)


def approve(device: SigningSeed, public: Public, inner: Inner, collective: bytes) -> bytes:
    """A device's 64-byte signature over all of the announcement."""
    return signing.sign(device, Purpose.APPROVE_ANNOUNCEMENT, collective, digest(public.encoded), digest(inner.encoded))


def check_approval(device_public_key: bytes, signature: bytes, public: Public, inner: Inner, collective: bytes) -> None:
    """Returns if the device approved.

    Raises:
        BadSignature: it did not.
    """
    signing.verify(device_public_key, signature, Purpose.APPROVE_ANNOUNCEMENT, collective, digest(public.encoded), digest(inner.encoded))


def _inner_seal(public: Public, secret: EpochSecret, collective: bytes) -> tuple[AeadKey, bytes]:
    return (
        derive(AeadKey, secret, Purpose.ANNOUNCEMENT, collective, public.epoch),
        context(Purpose.ANNOUNCEMENT, collective, public.epoch, digest(public.encoded)),
    )


def seal_announcement(
    public: Public, inner: Inner, approvals: list[Approval], secret: EpochSecret, collective: bytes, cosigns: list[tuple[int, bytes]] | None = None
) -> bytes:  # fmt: skip
    """The blob of the announcement's entry.

    Args:
        cosigns: for the relay: index among the last epoch's cosigners, and signature (protocol §4.3).
    """
    plaintext = wire.encode({"inner": inner.encoded, "approvals": [a.value() for a in approvals]})
    return join_announcement(public, seal(*_inner_seal(public, secret, collective), plaintext), cosigns or [])


def open_announcement(public: Public, sealed: bytes, secret: EpochSecret, collective: bytes) -> tuple[Inner, list[Approval]]:
    """What members see of an announcement, and its approvals, not yet judged.

    Raises:
        CannotOpen, WrongShape, NotDeterministic, TooLarge: it is not what it should be.
    """
    f = wire.shaped(wire.decode(open_(*_inner_seal(public, secret, collective), sealed), limit=32768), "announcement", _SEALED)
    return parse_inner(f["inner"]), [Approval.parse(a) for a in f["approvals"]]


# ---- ping codes (protocol §12) ------------------------------------------------------------------------------------


def member_ping(secret: EpochSecret, collective: bytes, epoch: int) -> PingCode:
    """The code any member shows the bot."""
    return derive(PingCode, secret, Purpose.PING, collective, "member", epoch)


def moderator_ping(seed: GateSeed, collective: bytes, epoch: int) -> PingCode:
    """The code a moderator shows the bot to get desk pings too."""
    return derive(PingCode, seed, Purpose.PING, collective, "moderator", epoch)


def ping_hash(collective: bytes, code: PingCode) -> bytes:
    """What stands in the announcement, so that the bot can check a code without being able to make one."""
    return digest(context(Purpose.PING_CODE, collective, code.reveal()))
