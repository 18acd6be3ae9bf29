"""A device's boxes: path keys for a member, the bundle for a moderator (protocol §7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from . import keytree, signing, wire
from .announced import is_leaf
from .bundle import Bundle
from .context import Purpose, context, derive_bytes, digest
from .errors import WrongShape
from .sealing import HPKE_OVERHEAD, open_sealed, seal_to
from .secrets import BoxSecret, GateSeed, KemSeed, NodeKey, NotesKey, SigningSeed, TreeSeed

_PADDED: Final = (wire.SMALL_BOX - HPKE_OVERHEAD,)


@dataclass(frozen=True, slots=True)
class PathKeys:
    """A member's keys in one planting, and the moderator's device that signed them; the reader judges whether it may."""

    planting: int
    leaf: int
    keys: dict[int, NodeKey]
    signer: bytes


@dataclass(frozen=True, slots=True)
class SignedBundle:
    """A bundle, and the moderator's device that signed it."""

    bundle: Bundle
    signer: bytes


def path_box(secret: BoxSecret, collective: bytes, planting: int) -> bytes:
    """The 32-byte id of the box with a device's path keys."""
    return derive_bytes(secret, Purpose.BOX_PATH, collective, planting)


def bundle_box(secret: BoxSecret, collective: bytes, planting: int) -> bytes:
    """The 32-byte id of the box with the bundle for a moderator's device."""
    return derive_bytes(secret, Purpose.BOX_BUNDLE, collective, planting)


def seal_path_keys(
    keys: dict[int, NodeKey], leaf: int, planting: int, *, kem_key: bytes, device: bytes, collective: bytes, signer: SigningSeed
) -> bytes:
    """4,096 bytes for the box of the device with this X-Wing key and signing key."""
    body = {"planting": planting, "leaf": leaf, "keys": keytree.encode_path_keys(keys), "device": device}
    return _seal(Purpose.PATH_KEYS, body, planting, kem_key, device, collective, signer)


def open_path_keys(blob: bytes, planting: int, *, kem: KemSeed, device: bytes, collective: bytes) -> PathKeys:
    """Path keys from a device's box.

    Raises:
        CannotOpen, WrongPadding, WrongShape, NotDeterministic, BadSignature: not path keys for this device and planting.
    """
    shape = {"planting": wire.is_uint, "leaf": is_leaf, "keys": wire.is_bytes(keytree.PATH_KEYS_SIZE), "device": wire.is_bytes(32)}
    f, signer = _open(Purpose.PATH_KEYS, shape, blob, planting, kem, device, collective)
    return PathKeys(planting, f["leaf"], keytree.decode_path_keys(f["leaf"], f["keys"]), signer)


def seal_bundle(bundle: Bundle, *, kem_key: bytes, device: bytes, collective: bytes, signer: SigningSeed) -> bytes:
    """4,096 bytes for the box of a moderator's device."""
    body = {
        "planting": bundle.planting,
        "tree": bundle.tree.reveal(),
        "gate": bundle.gate.reveal(),
        "notes": bundle.notes.reveal(),
        "device": device,
    }
    return _seal(Purpose.BUNDLE, body, bundle.planting, kem_key, device, collective, signer)


def open_bundle(blob: bytes, planting: int, *, kem: KemSeed, device: bytes, collective: bytes) -> SignedBundle:
    """The bundle from a device's box; the reader compares it with the charter's commitments. Raises as :func:`open_path_keys`."""
    shape = {"planting": wire.is_uint, "device": wire.is_bytes(32)} | dict.fromkeys(("tree", "gate", "notes"), wire.is_bytes(32))
    f, signer = _open(Purpose.BUNDLE, shape, blob, planting, kem, device, collective)
    return SignedBundle(Bundle(planting, TreeSeed(f["tree"]), GateSeed(f["gate"]), NotesKey(f["notes"])), signer)


def _seal(
    purpose: Purpose, fields: dict[str, Any], planting: int, kem_key: bytes, device: bytes, collective: bytes, signer: SigningSeed
) -> bytes:
    body = wire.encode(fields)
    signed = {
        "body": body,
        "signer": signing.public_key(signer),
        "signature": signing.sign(signer, purpose, collective, digest(body)),
    }
    return seal_to(kem_key, context(purpose, collective, planting, device), wire.pad(wire.encode(signed), _PADDED))


def _open(
    purpose: Purpose, shape: dict[str, wire.Check], blob: bytes, planting: int, kem: KemSeed, device: bytes, collective: bytes
) -> tuple[dict[str, Any], bytes]:
    plaintext = wire.unpad(open_sealed(kem, context(purpose, collective, planting, device), blob), _PADDED)
    outer = {"body": wire.is_bytes(), "signer": wire.is_bytes(32), "signature": wire.is_bytes(64)}
    signed = wire.shaped(wire.decode(plaintext), "box", outer)
    signing.verify(signed["signer"], signed["signature"], purpose, collective, digest(signed["body"]))
    f = wire.shaped(wire.decode(signed["body"]), "box", shape)
    if f["planting"] != planting or f["device"] != device:
        raise WrongShape("box: for another device or planting")
    return f, signed["signer"]
