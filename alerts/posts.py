"""What members post to the desk: reports, follow-ups, joins, acceptances; and how moderators open them (protocol §7.3, §8)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import sealing, signing, wire
from crypto.context import Purpose, context, derive_bytes, digest
from crypto.device import Device
from crypto.errors import BadSignature, NotTheReceipt, WrongCollective, WrongEpoch, WrongShape
from crypto.invites import Invite
from crypto.secrets import AnswerKey, EpochSecret, KemSeed, SigningSeed, TagKey
from crypto.shelves import DeskItem, encode_desk_item

from .receipt import Receipt

REPORT_ID_SIZE: Final = 16
FOLLOW_UPS: Final = ("correct", "withdraw", "answer", "agree", "release")

_ITEMS: Final[dict[str, dict[str, wire.Check]]] = {
    "report": {
        "id": wire.is_bytes(REPORT_ID_SIZE),
        "fields": wire.is_map,
        "answer": wire.is_bytes(32),
        "tag": wire.is_bytes(32),
        "follow": signing.is_public_key,
        "head": wire.is_bytes(32),
        "signed": wire.nullable(wire.is_map),
    },
    "follow-up": {
        "report": wire.is_bytes(REPORT_ID_SIZE),
        "counter": wire.is_uint,
        "body": wire.is_bytes(),
        "signature": wire.is_bytes(64),
    },
    "join": {"body": wire.is_bytes(), "invite_signature": wire.is_bytes(64), "device_signature": wire.is_bytes(64)},
    "accept": {"body": wire.is_bytes(), "signature": wire.is_bytes(64)},
}
_JOIN: Final[dict[str, wire.Check]] = {
    "collective": wire.is_bytes(32),
    "invite": wire.nullable(wire.is_bytes(32)),
    "sign": signing.is_public_key,
    "kem": wire.is_bytes(sealing.KEM_PUBLIC_KEY_SIZE),
    "box": wire.is_bytes(32),
    "alias": wire.is_text(1, 40),
    "moderator": wire.is_bool,
}
_ACCEPT: Final[dict[str, wire.Check]] = {"collective": wire.is_bytes(32), "sign": signing.is_public_key, "planting": wire.is_uint}
_FOLLOW_UP: Final[dict[str, wire.Check]] = {
    "kind": wire.is_one_of(*FOLLOW_UPS),
    "text": wire.is_text(0, 8000),
    "fields": wire.nullable(wire.is_map),
    "question": wire.nullable(wire.is_uint),
    "shown": wire.nullable(wire.is_bytes(32)),
}
_SIGNED: Final[dict[str, wire.Check]] = {"device": wire.is_bytes(32), "signature": wire.is_bytes(64)}


@dataclass(frozen=True, slots=True)
class Desk:
    """What one needs to post: the collective, the desk key and its number, the epoch and its E."""

    collective: bytes
    number: int
    public_key: bytes
    epoch: int
    secret: EpochSecret


def _info(collective: bytes, desk: int, epoch: int, secret: EpochSecret) -> bytes:
    # Whoever does not know E cannot make this: neither the relay nor a former moderator can inject.
    membership = derive_bytes(secret, Purpose.DESK_MEMBERSHIP, collective, epoch)
    return context(Purpose.DESK, collective, desk, epoch, membership)


def seal_item(value: dict[str, Any], desk: Desk, *, invite_box: bytes | None = None, join: bytes | None = None) -> DeskItem:
    """A desk item, sealed and padded.

    Raises:
        TooLarge: it does not fit into 64 KiB.
    """
    padded = wire.pad(wire.encode(value), wire.DESK_SIZES)
    sealed = sealing.seal_to(desk.public_key, _info(desk.collective, desk.number, desk.epoch, desk.secret), padded)
    return encode_desk_item(desk.number, desk.epoch, sealed, invite_box=invite_box, join=join)


def open_item(item: DeskItem, desk_seed: KemSeed, secret: EpochSecret, collective: bytes) -> dict[str, Any]:
    """The item's content, of one of the known types and in its form; signatures and epochs are not judged yet.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic: it is none.
    """
    padded = sealing.open_sealed(desk_seed, _info(collective, item.desk, item.epoch, secret), item.sealed)
    value = wire.decode(wire.unpad(padded, wire.DESK_SIZES), limit=wire.DESK_SIZES[-1])
    kind = value.get("type") if type(value) is dict else None
    if type(kind) is not str or kind not in _ITEMS:
        raise WrongShape("desk item: of a type that is not known")
    return wire.shaped(value, "desk item", {"type": wire.is_text(), **_ITEMS[kind]})


# ---- reports ------------------------------------------------------------------------------------------------------


def make_report(
    fields: dict[str, Any], *, head: bytes, now: int, collective: bytes, signed_by: Device | None = None
) -> tuple[dict[str, Any], Receipt]:
    """A report's item and its receipt, with fresh keys.

    Args:
        fields: as :func:`alerts.report.validate_report` gives them.
        head: the hash of the last valid announcement, not of the head: a precise one would fingerprint the reporter.
        signed_by: show moderators this device's alias.
    """
    report_id = os.urandom(REPORT_ID_SIZE)
    receipt = Receipt(report_id, AnswerKey.random(), TagKey.random(), SigningSeed.random(), list(fields["kinds"]), now)
    follow = signing.public_key(receipt.follow)
    signed = signed_by and {
        "device": signed_by.signing_key,
        "signature": signing.sign(signed_by.sign, Purpose.ALIAS, collective, report_id, follow),
    }
    item = {
        "type": "report",
        "id": report_id,
        "fields": fields,
        "answer": receipt.answer.reveal(),
        "tag": receipt.tag.reveal(),
        "follow": follow,
        "head": head,
        "signed": signed,
    }
    receipt.unsent = wire.encode(item)
    return item, receipt


def check_alias(item: dict[str, Any], collective: bytes) -> bytes | None:
    """The device key that signed a report, if one did.

    Raises:
        WrongShape, BadSignature: it claims one that did not.
    """
    if item["signed"] is None:
        return None
    signed = wire.shaped(item["signed"], "report's signature", _SIGNED)
    signing.verify(signed["device"], signed["signature"], Purpose.ALIAS, collective, item["id"], item["follow"])
    device: bytes = signed["device"]
    return device


def make_follow_up(
    receipt: Receipt, collective: bytes, kind: str, *, text: str = "", fields: dict[str, Any] | None = None, question: int | None = None,
    shown: bytes | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The next follow-up of a report; counts the receipt's counter up.

    Args:
        shown: with ``agree``, and only then: the hash of the public text that she agrees to.
    """
    receipt.counter += 1
    body = wire.encode({"kind": kind, "text": text, "fields": fields, "question": question, "shown": shown})
    signature = signing.sign(receipt.follow, Purpose.FOLLOW_UP, collective, receipt.id, receipt.counter, digest(body))
    return {"type": "follow-up", "report": receipt.id, "counter": receipt.counter, "body": body, "signature": signature}


def check_follow_up(item: dict[str, Any], follow_key: bytes, collective: bytes, *, kept: bool = False) -> dict[str, Any]:
    """The body of a follow-up that the report's receipt signed: ``{"kind", "text", "fields", "question", "shown"}``.

    Args:
        kept: this device took it before, maybe when a yes named no text: what she said then must not be lost. Such a yes is to no text.

    Raises:
        NotTheReceipt: it did not.
        WrongShape, NotDeterministic: malformed, or a yes that names no text.
    """
    try:
        signing.verify(follow_key, item["signature"], Purpose.FOLLOW_UP, collective, item["report"], item["counter"], digest(item["body"]))
    except BadSignature:
        raise NotTheReceipt("a follow-up that the report's receipt did not sign") from None
    decoded = wire.decode(item["body"])
    if kept and type(decoded) is dict and "shown" not in decoded:
        wire.shaped(decoded | {"shown": None}, "follow-up", _FOLLOW_UP)
        return decoded  # as it came: notes name it by its hash
    body = wire.shaped(decoded, "follow-up", _FOLLOW_UP)
    if (body["kind"] == "agree") != (body["shown"] is not None):
        raise WrongShape("follow-up: a yes that names no text, or a text without a yes")
    return body


# ---- joining and accepting ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Join:
    """A join and its signatures; only a founder's has no invite."""

    invite: bytes | None
    sign: bytes
    kem: bytes
    box: bytes = field(repr=False)
    alias: str = field(repr=False)
    moderator: bool
    body: bytes = field(repr=False)
    invite_signature: bytes | None
    device_signature: bytes

    def value(self) -> dict[str, Any]:
        """As it stands in the log: whoever reads it there can verify it again."""
        return {"body": self.body, "invite_signature": self.invite_signature, "device_signature": self.device_signature}


def make_join(device: Device, invite: Invite, collective: bytes, alias: str, *, moderator: bool) -> tuple[dict[str, Any], bytes]:
    """A join's item, and H(body), which the relay uses to take one join per invite."""
    body = _join_body(device, invite.public_key, collective, alias, moderator)
    item = {
        "type": "join",
        "body": body,
        "invite_signature": signing.sign(invite.sign, Purpose.JOIN_INVITE, collective, digest(body)),
        "device_signature": signing.sign(device.sign, Purpose.JOIN_DEVICE, collective, digest(body)),
    }
    return item, digest(body)


def founder_join(device: Device, collective: bytes, alias: str) -> dict[str, Any]:
    """How a founder stands in the log: as if she had joined, without an invite."""
    body = _join_body(device, None, collective, alias, moderator=True)
    signature = signing.sign(device.sign, Purpose.JOIN_DEVICE, collective, digest(body))
    return {"body": body, "invite_signature": None, "device_signature": signature}


def _join_body(device: Device, invite: bytes | None, collective: bytes, alias: str, moderator: bool) -> bytes:
    return wire.encode(
        {
            "collective": collective,
            "invite": invite,
            "sign": device.signing_key,
            "kem": device.kem_key,
            "box": device.box.reveal(),
            "alias": alias,
            "moderator": moderator,
        }
    )


def check_join(item: dict[str, Any], collective: bytes, *, verified: bool = False) -> Join:
    """The join, if invite and device both signed it. Whether the invite is any good is for the log to say.

    Args:
        verified: this device has verified this very item before.

    Raises:
        BadSignature, WrongCollective, WrongShape, NotDeterministic: it is not to be believed.
    """
    f = wire.shaped(wire.decode(item["body"]), "join", _JOIN)
    if f["collective"] != collective:
        raise WrongCollective("a join of another collective")
    if (f["invite"] is None) != (item["invite_signature"] is None):
        raise WrongShape("join: an invite without its signature, or a signature without an invite")
    if not verified:
        if f["invite"] is not None:
            signing.verify(f["invite"], item["invite_signature"], Purpose.JOIN_INVITE, collective, digest(item["body"]))
        signing.verify(f["sign"], item["device_signature"], Purpose.JOIN_DEVICE, collective, digest(item["body"]))
        sealing.check_kem_key(f["kem"])
    return Join(
        f["invite"], f["sign"], f["kem"], f["box"], f["alias"], f["moderator"],
        item["body"], item["invite_signature"], item["device_signature"],
    )  # fmt: skip


def make_accept(device: Device, collective: bytes, planting: int) -> dict[str, Any]:
    """A member agrees to become a moderator, if the collective wants her."""
    body = wire.encode({"collective": collective, "sign": device.signing_key, "planting": planting})
    return {"type": "accept", "body": body, "signature": signing.sign(device.sign, Purpose.ACCEPT, collective, digest(body))}


def check_accept(body: bytes, signature: bytes, collective: bytes, planting: int) -> bytes:
    """The signing key of the device that accepted.

    Args:
        planting: the present one. An acceptance given in the one just before still counts; an older one is not what she said now.

    Raises:
        BadSignature, WrongCollective, WrongEpoch, WrongShape, NotDeterministic: it is not to be believed.
    """
    f = wire.shaped(wire.decode(body), "acceptance", _ACCEPT)
    if f["collective"] != collective:
        raise WrongCollective("an acceptance of another collective")
    if not still_accepts(body, planting):
        raise WrongEpoch("an acceptance of another planting")
    signing.verify(f["sign"], signature, Purpose.ACCEPT, collective, digest(body))
    key: bytes = f["sign"]
    return key


def still_accepts(body: bytes, planting: int) -> bool:
    """Whether an acceptance was given in this planting, or the one just before."""
    given: int = wire.shaped(wire.decode(body), "acceptance", _ACCEPT)["planting"]
    return planting - 1 <= given <= planting
