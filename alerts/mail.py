"""Mail: what moderators send back to a report's receipt, recognised by tags only that device knows (protocol §8.4)."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import signing, wire
from crypto.context import Purpose, context, derive, digest
from crypto.errors import NotAModerator, WrongShape
from crypto.sealing import open_, seal
from crypto.secrets import AeadKey, AnswerKey, SigningSeed, TagKey
from crypto.shelves import MAIL_BLOBS, MAIL_TAG_SIZE

from .charter import Charter
from .desk import State

KINDS: Final = ("received", "question", "status", "preview")
#: What a letter may say of a report: what moderators can bring about. That she withdrew it, or has not sent it, only she can.
STATUSES: Final = tuple(
    str(state)
    for state in (
        State.RECEIVED, State.CLAIMED, State.NEEDS_INFO, State.SHOWN, State.APPROVED, State.HELD, State.SO_FAR, State.PUBLISHED,
        State.DECLINED, State.MERGED, State.RETRACTED,
    )
)  # fmt: skip
_NONCE: Final = 16

_MAIL: Final[dict[str, wire.Check]] = {"body": wire.is_bytes(), "signer": wire.is_bytes(32), "signature": wire.is_bytes(64)}
_BODY: Final[dict[str, wire.Check]] = {
    "report": wire.is_bytes(16),
    "kind": wire.is_one_of(*KINDS),
    "charter": wire.is_uint,
    "time": wire.is_uint,
    "text": wire.is_text(0, 8000),
    "status": wire.nullable(wire.is_one_of(*STATUSES)),
    "question": wire.nullable(wire.is_uint),
    "preview": wire.nullable(wire.is_map),
}


@dataclass(frozen=True, slots=True)
class MailItem:
    """As it travels: a 32-byte tag and a sealed blob."""

    tag: bytes
    blob: bytes = field(repr=False)

    def value(self) -> dict[str, bytes]:
        return {"tag": self.tag, "blob": self.blob}


@dataclass(frozen=True, slots=True)
class Letter:
    """A piece of mail whose signature holds, by the person of the charter who sent it."""

    person: bytes
    body: dict[str, Any] = field(repr=False)


def parse_mail(value: Any) -> MailItem:
    """A mail item from its decoded form.

    Raises:
        WrongShape: malformed, or of a size no padding gives.
    """
    f = wire.shaped(value, "mail", {"tag": wire.is_bytes(MAIL_TAG_SIZE), "blob": wire.is_bytes(*MAIL_BLOBS)})
    return MailItem(f["tag"], f["blob"])


def _tag(key: TagKey, collective: bytes, nonce: bytes) -> bytes:
    mac = hmac.new(key.reveal(), context(Purpose.MAIL_TAG, collective, nonce), hashlib.sha256).digest()
    return nonce + mac[: MAIL_TAG_SIZE - _NONCE]


def is_for(key: TagKey, collective: bytes, item: MailItem) -> bool:
    """Whether this mail is for the report with this tag key."""
    return hmac.compare_digest(_tag(key, collective, item.tag[:_NONCE]), item.tag)


def _seal_of(answer: AnswerKey, collective: bytes, tag: bytes) -> tuple[AeadKey, bytes]:
    return derive(AeadKey, answer, Purpose.MAIL, collective), context(Purpose.MAIL, collective, tag)


def write_mail(
    *, report: bytes, answer: AnswerKey, tag: TagKey, device: SigningSeed, collective: bytes, charter: int, now: int, kind: str,
    text: str = "", status: str | None = None, question: int | None = None, preview: dict[str, Any] | None = None,
) -> MailItem:  # fmt: skip
    """A piece of mail to one report, signed by a moderator's device."""
    body = wire.encode(
        {
            "report": report,
            "kind": kind,
            "charter": charter,
            "time": now,
            "text": text,
            "status": status,
            "question": question,
            "preview": preview,
        }
    )
    signed = {
        "body": body,
        "signer": signing.public_key(device),
        "signature": signing.sign(device, Purpose.MAIL, collective, digest(body)),
    }
    its_tag = _tag(tag, collective, os.urandom(_NONCE))
    return MailItem(its_tag, seal(*_seal_of(answer, collective, its_tag), wire.pad(wire.encode(signed), wire.STATEMENT_SIZES)))


def read_mail(item: MailItem, *, report: bytes, answer: AnswerKey, collective: bytes, charter: Charter) -> Letter:
    """The letter, if a moderator of the newest charter wrote it to this report.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic, BadSignature: it is no letter to this report.
        NotAModerator: whoever wrote it is no moderator, or not any more.
    """
    plaintext = wire.unpad(open_(*_seal_of(answer, collective, item.tag), item.blob), wire.STATEMENT_SIZES)
    f = wire.shaped(wire.decode(plaintext), "mail", _MAIL)
    signing.verify(f["signer"], f["signature"], Purpose.MAIL, collective, digest(f["body"]))
    body = wire.shaped(wire.decode(f["body"]), "mail", _BODY)
    if body["report"] != report:
        raise WrongShape("mail: to another report")
    if (body["kind"] == "preview") != (body["preview"] is not None):
        raise WrongShape("mail: a preview without its text, or a text that is no preview")
    place = charter.place_of(f["signer"])
    if place is None:
        raise NotAModerator("mail by somebody who is no moderator, or not any more")
    return Letter(place[0], body)
