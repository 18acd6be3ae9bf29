"""Invite codes, what is derived from them, and the box they open (protocol §7.1, §7.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from . import signing, wire
from .base32 import check_is_plain, decode_code, encode_code
from .context import Purpose, context, derive, derive_bytes
from .sealing import SEAL_OVERHEAD, open_, seal
from .secrets import AeadKey, EpochSecret, InviteCode, SigningSeed

_PADDED: Final = (wire.SMALL_BOX - SEAL_OVERHEAD,)


@dataclass(frozen=True, slots=True)
class Invite:
    """What follows from a code. ``public_key`` names the invite in the log; ``box`` and ``key`` let moderators refill its box."""

    box: bytes
    key: AeadKey
    sign: SigningSeed
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a newcomer finds in the box: where she is going, the present E, and whether she is asked to moderate. No path keys: a code found later must open little."""

    collective: bytes
    epoch: int
    secret: EpochSecret
    announcement: bytes
    moderator: bool


def new_code() -> InviteCode:
    """Fresh, drawn again until its check symbol is a letter or a digit (32 of 37 are: 127.8 bits remain)."""
    while not check_is_plain((code := InviteCode.random()).reveal()):
        pass
    return code


def show_code(code: InviteCode) -> str:
    """As a person reads it: ``XXXX-XXXX-…``."""
    return encode_code(code.reveal())


def read_code(text: str) -> InviteCode:
    """From what a person typed.

    Raises:
        BadInput: it is no code; the message says why.
    """
    return InviteCode(decode_code(text))


def invite_from_code(code: InviteCode) -> Invite:
    """Everything that follows from the code."""
    sign = derive(SigningSeed, code, Purpose.INVITE_SIGN, None)
    return Invite(
        derive_bytes(code, Purpose.INVITE_BOX, None), derive(AeadKey, code, Purpose.INVITE_KEY, None), sign, signing.public_key(sign)
    )


def fill_box(box: bytes, key: AeadKey, welcome: Welcome) -> bytes:
    """The 4,096 bytes of an invite's box."""
    plaintext = wire.encode(
        {
            "collective": welcome.collective,
            "epoch": welcome.epoch,
            "secret": welcome.secret.reveal(),
            "announcement": welcome.announcement,
            "moderator": welcome.moderator,
        }
    )
    return seal(key, context(Purpose.INVITE, None, box), wire.pad(plaintext, _PADDED))


_WELCOME: Final[dict[str, wire.Check]] = {
    "collective": wire.is_bytes(32),
    "epoch": wire.is_uint,
    "secret": wire.is_bytes(32),
    "announcement": wire.is_bytes(32),
    "moderator": wire.is_bool,
}


def open_box(invite: Invite, blob: bytes) -> Welcome:
    """What stands in an invite's box.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic: it is not a box of this invite.
    """
    plaintext = wire.unpad(open_(invite.key, context(Purpose.INVITE, None, invite.box), blob), _PADDED)
    f: dict[str, Any] = wire.shaped(wire.decode(plaintext), "invite's box", _WELCOME)
    return Welcome(f["collective"], f["epoch"], EpochSecret(f["secret"]), f["announcement"], f["moderator"])
