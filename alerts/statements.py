"""Statements: bodies, approvals over them, and the blob they stand in on the board (protocol §6.1, §6.2)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import signing, wire
from crypto.approvals import Approval, is_approval, is_approvals
from crypto.chain import Place
from crypto.context import Purpose, context, derive, digest
from crypto.errors import WrongShape
from crypto.sealing import open_, seal
from crypto.secrets import AeadKey, EpochSecret, SigningSeed

OBJECT_SIZE: Final = 16
#: ``charter``, ``resources`` and ``figures``: there is one of each, so it needs no id of its own.
SINGLE: Final = bytes(OBJECT_SIZE)
SINGLE_KINDS: Final = ("charter", "resources", "figures")

DAY: Final = 86400
#: Approvals are void after this long (protocol §6.2).
APPROVAL_LIFE: Final = 14 * DAY
#: By so much less they are made to last: whoever publishes may have a clock that is behind.
CLOCKS_DIFFER: Final = 3600


@dataclass(frozen=True, slots=True)
class Body:
    """What is approved. ``encoded`` is exactly as received or made; approvals and ids are over it."""

    kind: str
    collective: bytes | None
    charter: int
    object: bytes
    version: int
    previous: bytes | None
    until: int
    content: dict[str, Any] = field(repr=False)
    encoded: bytes = field(repr=False)

    @property
    def hash(self) -> bytes:
        return digest(self.encoded)


@dataclass(frozen=True, slots=True)
class Statement:
    """A body with its approvals, and who publishes it; nothing judged yet."""

    body: Body
    approvals: list[Approval]
    publisher: Approval


_BODY: Final[dict[str, wire.Check]] = {
    "kind": wire.is_text(1, 32),
    "collective": wire.nullable(wire.is_bytes(32)),
    "charter": wire.is_uint,
    "object": wire.is_bytes(OBJECT_SIZE),
    "version": wire.is_uint,
    "previous": wire.nullable(wire.is_bytes(32)),
    "until": wire.is_uint,
    "content": wire.is_map,
}
_STATEMENT: Final[dict[str, wire.Check]] = {"body": wire.is_bytes(), "approvals": is_approvals, "publisher": is_approval}


def new_object() -> bytes:
    """A fresh 16-byte object id."""
    return os.urandom(OBJECT_SIZE)


def make_body(
    kind: str,
    content: dict[str, Any],
    *,
    collective: bytes | None,
    charter: int,
    object_id: bytes,
    until: int,
    previous: Body | None = None,
) -> Body:
    """The body of a statement; ``previous`` is the version it continues."""
    return parse_body(
        wire.encode(
            {
                "kind": kind,
                "collective": collective,
                "charter": charter,
                "object": object_id,
                "version": previous.version + 1 if previous else 1,
                "previous": previous.hash if previous else None,
                "until": until,
                "content": content,
            }
        )
    )


def parse_body(encoded: bytes) -> Body:
    """A body from its encoding; its content is not judged yet.

    Raises:
        WrongShape, NotDeterministic, TooLarge: malformed.
    """
    f = wire.shaped(wire.decode(encoded, limit=wire.STATEMENT_SIZES[-1]), "statement", _BODY)
    if (f["version"] == 1) != (f["previous"] is None) or f["version"] < 1 or (f["kind"] in SINGLE_KINDS) != (f["object"] == SINGLE):
        raise WrongShape("statement: version and object do not go together")
    return Body(**f, encoded=encoded)


def approve(device: SigningSeed, body: Body) -> bytes:
    """A device's 64-byte signature over the body alone: losing the race for the head costs no human anything."""
    return signing.sign(device, Purpose.APPROVE, body.collective, body.hash)


def check_approval(device_key: bytes, signature: bytes, body: Body) -> None:
    """Returns if the device approved.

    Raises:
        BadSignature: it did not.
    """
    signing.verify(device_key, signature, Purpose.APPROVE, body.collective, body.hash)


def sign_publication(device: SigningSeed, place: Place, body: Body, collective: bytes) -> bytes:
    """The publisher's signature over where the body stands."""
    return signing.sign(device, Purpose.PUBLISH, collective, digest(place.encode()), body.hash)


def check_publication(device_key: bytes, signature: bytes, place: Place, body: Body, collective: bytes) -> None:
    """Returns if this device published the body at this place.

    Raises:
        BadSignature: it did not.
    """
    signing.verify(device_key, signature, Purpose.PUBLISH, collective, digest(place.encode()), body.hash)


def _seal_of(secret: EpochSecret, place: Place, collective: bytes) -> tuple[AeadKey, bytes]:
    return derive(AeadKey, secret, Purpose.BOARD, collective, place.epoch), context(Purpose.BOARD, collective, place.encode())


def seal_statement(statement: Statement, place: Place, secret: EpochSecret, collective: bytes) -> bytes:
    """The blob for ``place``, under the E of its epoch.

    Raises:
        TooLarge: the body does not fit into 64 KiB.
    """
    plaintext = wire.encode(
        {
            "body": statement.body.encoded,
            "approvals": [a.value() for a in statement.approvals],
            "publisher": statement.publisher.value(),
        }
    )
    return seal(*_seal_of(secret, place, collective), wire.pad(plaintext, wire.STATEMENT_SIZES))


def open_statement(blob: bytes, place: Place, secret: EpochSecret, collective: bytes) -> Statement:
    """The statement of a blob, not judged yet.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic, TooLarge: it is none, or not of this place.
    """
    plaintext = wire.unpad(open_(*_seal_of(secret, place, collective), blob), wire.STATEMENT_SIZES)
    f = wire.shaped(wire.decode(plaintext), "statement", _STATEMENT)
    return Statement(parse_body(f["body"]), [Approval.parse(a) for a in f["approvals"]], Approval.parse(f["publisher"]))
