"""Whatever is parsed: whole it passes, cut anywhere or with more behind it is refused, and so is a changed bit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crypto import announced, boxes, chain, epochs, handover, invites, keytree, recovery, sealing, shelves, signing, vault, wire
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.context import digest
from crypto.device import Device
from crypto.errors import Refused
from crypto.secrets import (
    AeadKey,
    BoxSecret,
    DataKey,
    DeviceEntropy,
    EpochSecret,
    GateSeed,
    HandoverSeed,
    InviteCode,
    KemSeed,
    NotesKey,
    SigningSeed,
    TreeSeed,
)

COLLECTIVE = b"\x07" * 32
LEAF = announced.FIRST_LEAF + 4711
BUNDLE = Bundle(1, TreeSeed(b"\x01" * 32), GateSeed(b"\x02" * 32), NotesKey(b"\x03" * 32))
DEVICE, KEM, KEY = SigningSeed(b"\x04" * 32), KemSeed(b"\x05" * 32), AeadKey(b"\x06" * 32)
SECRET = EpochSecret(b"\x08" * 32)
INVITE = invites.invite_from_code(InviteCode(b"\x09" * 16))
RECORDS = vault.Records(DataKey(b"\x0a" * 32))
HERS = Device(DEVICE, KEM, BoxSecret(b"\x10" * 32))
BELONGINGS = recovery.Belongings(
    COLLECTIVE, "fern", 1, bytes(32), 1, LEAF, keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF), BUNDLE
)  # fmt: skip

COSIGNERS = tuple(sorted(signing.public_key(SigningSeed(bytes([n]) * 32)) for n in (0x0C, 0x0D)))
PUBLIC = epochs.announce(BUNDLE, SECRET, COLLECTIVE, epoch=1, removed=(LEAF,), previous=None, desk=1, cosigners=COSIGNERS)
INNER = epochs.make_inner(charter=1, desk_key=None, head=(1, bytes(32)), until=1_800_000_000)
SEALED = announced.split_announcement(epochs.seal_announcement(PUBLIC, INNER, [Approval(bytes(16), 0, bytes(64))], SECRET, COLLECTIVE))[1]
DESK_ITEM = shelves.encode_desk_item(1, 1, bytes(shelves.DESK_SEALED[0]), invite_box=bytes(32), join=bytes(32))
GATE = SigningSeed(b"\x0b" * 32)
ENTRY = chain.make_entry(
    chain.Place("board", 0, chain.NO_ENTRY, chain.STATEMENT, 1, 1_800_000_000), bytes(chain.STATEMENT_BLOBS[0]), GATE, COLLECTIVE
)


#: The cosigners of the epoch before.
BEFORE = [SigningSeed(bytes([n]) * 32) for n in (0x0E, 0x0F)]
COSIGNS = [(index, announced.cosign(seed, PUBLIC, COLLECTIVE)) for index, seed in enumerate(BEFORE)]


def split_blob(blob: bytes) -> Any:
    return announced.split_announcement(blob), wire.decode(blob)["cosigns"]


def check_cosign(signature: bytes) -> None:
    announced.check_cosign(signing.public_key(BEFORE[0]), signature, PUBLIC, COLLECTIVE)


def check_cosigned_public(encoded: bytes) -> None:
    announced.check_cosign(signing.public_key(BEFORE[0]), COSIGNS[0][1], announced.parse_public(encoded), COLLECTIVE)


def open_path_keys(blob: bytes) -> Any:
    return boxes.open_path_keys(blob, 1, kem=KEM, device=signing.public_key(DEVICE), collective=COLLECTIVE)


def open_bundle(blob: bytes) -> Any:
    return boxes.open_bundle(blob, 1, kem=KEM, device=signing.public_key(DEVICE), collective=COLLECTIVE)


def parse_header(header: bytes) -> Any:
    return chain.parse_entry({"header": header, "signature": ENTRY.signature, "blob": None}, "board").header


def check_entry(header: bytes) -> None:
    chain.parse_entry({"header": header, "signature": ENTRY.signature, "blob": None}, "board").check_signature(
        signing.public_key(GATE), COLLECTIVE
    )


TO_DEVICE: dict[str, Any] = {
    "kem_key": sealing.kem_public_key(KEM),
    "device": signing.public_key(DEVICE),
    "collective": COLLECTIVE,
    "signer": DEVICE,
}

#: Encodings: a changed bit may give another good value, but never the same one again.
PLAIN: dict[str, tuple[bytes, Callable[[bytes], Any]]] = {
    "value": (wire.encode({"a": [1, "b", None], "c": b"d"}), wire.decode),
    "public part of an announcement": (PUBLIC.encoded, announced.parse_public),
    "inner part of an announcement": (INNER.encoded, epochs.parse_inner),
    "blob of an announcement": (announced.join_announcement(PUBLIC, SEALED, COSIGNS), split_blob),
    "desk item": (DESK_ITEM.encoded, shelves.parse_desk_item),
    "header": (ENTRY.header, parse_header),
}

#: Under a key or a signature: any changed bit is refused.
BOUND: dict[str, tuple[bytes, Callable[[bytes], Any]]] = {
    "signed header": (ENTRY.header, check_entry),
    "signature": (signing.sign_message(DEVICE, b"m"), lambda s: signing.verify_message(signing.public_key(DEVICE), s, b"m")),
    "cosignature": (COSIGNS[0][1], check_cosign),
    "cosigned public part of an announcement": (PUBLIC.encoded, check_cosigned_public),
    "sealed part of an announcement": (SEALED, lambda s: epochs.open_announcement(PUBLIC, s, SECRET, COLLECTIVE)),
    "seal": (sealing.seal(KEY, b"ctx", b"text"), lambda s: sealing.open_(KEY, b"ctx", s)),
    "seal once": (sealing.seal_once(KEY, b"ctx", b"text"), lambda s: sealing.open_once(KEY, b"ctx", s)),
    "seal to a key": (sealing.seal_to(sealing.kem_public_key(KEM), b"info", b"text"), lambda s: sealing.open_sealed(KEM, b"info", s)),
    "box of an invite": (
        invites.fill_box(INVITE.box, INVITE.key, invites.Welcome(COLLECTIVE, 1, SECRET, bytes(32), False)),
        lambda s: invites.open_box(INVITE, s),
    ),
    "path keys": (boxes.seal_path_keys(keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, LEAF), LEAF, 1, **TO_DEVICE), open_path_keys),
    "bundle": (boxes.seal_bundle(BUNDLE, **TO_DEVICE), open_bundle),
    "recovery box": (recovery.seal_recovery(HERS, 3, BELONGINGS), lambda s: recovery.open_recovery(HERS, 3, s)),
    "handover": (
        handover.seal_handover(HandoverSeed(b"\x09" * 32), handover.Handover(DeviceEntropy(b"\x11" * 16), BELONGINGS, True, 3)),
        lambda s: handover.open_handover(HandoverSeed(b"\x09" * 32), s),
    ),
    "record of a vault": (RECORDS.seal("state", b"text"), lambda s: RECORDS.open("state", s)),
}

ALL = PLAIN | BOUND


@pytest.mark.parametrize("what", ALL)
def test_whole_it_passes(what: str) -> None:
    whole, parse = ALL[what]
    parse(whole)


@pytest.mark.parametrize("what", ALL)
def test_cut_anywhere_it_is_refused(what: str) -> None:
    whole, parse = ALL[what]
    for cut in range(len(whole)):
        with pytest.raises(Refused):
            parse(whole[:cut])


@pytest.mark.parametrize("what", ALL)
def test_with_more_behind_it_is_refused(what: str) -> None:
    whole, parse = ALL[what]
    for more in (b"\x00", b"\x80", b"\xff", b"\xf6", whole):
        with pytest.raises(Refused):
            parse(whole + more)


@pytest.mark.parametrize("what", BOUND)
def test_with_a_bit_changed_what_is_bound_is_refused(what: str) -> None:
    whole, parse = BOUND[what]
    # Every byte of what is short; of the boxes every seventh, which meets each of their parts.
    for index in range(0, len(whole), 1 if len(whole) < 1200 else 7):
        changed = bytearray(whole)
        changed[index] ^= 1 << index % 8
        with pytest.raises(Refused):
            parse(bytes(changed))


@pytest.mark.parametrize("what", PLAIN)
def test_with_a_bit_changed_an_encoding_is_never_the_same_value(what: str) -> None:
    whole, parse = PLAIN[what]
    value = parse(whole)
    for index in range(0, len(whole), 1 if len(whole) < 2000 else 7):
        changed = bytearray(whole)
        changed[index] ^= 1 << index % 8
        try:
            other = parse(bytes(changed))
        except Refused:
            continue
        assert other != value


@pytest.mark.parametrize("what", [what for what in ALL if what != "value"])
def test_other_bytes_are_refused(what: str) -> None:
    whole, parse = ALL[what]
    for other in (b"", bytes(len(whole)), b"\xff" * len(whole), whole[::-1], b"\xa0", b"\x80", wire.encode({"header": b""})):
        with pytest.raises(Refused):
            parse(other)


# ---- what an entry binds ------------------------------------------------------------------------------------------


def test_an_entrys_hash_is_of_its_collective_and_header() -> None:
    assert ENTRY.hash(COLLECTIVE) != ENTRY.hash(bytes(32))
    other = chain.make_entry(
        chain.Place("board", 0, chain.NO_ENTRY, chain.STATEMENT, 1, 1_800_000_001), ENTRY.blob or b"", GATE, COLLECTIVE
    )
    assert ENTRY.hash(COLLECTIVE) != other.hash(COLLECTIVE)


def test_a_place_is_the_header_without_the_blobs_hash() -> None:
    header = wire.decode(ENTRY.header)
    assert header.pop("blob") == digest(ENTRY.blob or b"") == ENTRY.blob_hash
    assert ENTRY.place.encode() == wire.encode(header)


def test_a_bundle_is_checked_against_the_charters_commitments() -> None:
    BUNDLE.check(BUNDLE.commitments(COLLECTIVE), COLLECTIVE)
    BUNDLE.check(BUNDLE.commitments(None), COLLECTIVE)
    wrong = [{}, BUNDLE.commitments(b"\x01" * 32), BUNDLE.commitments(COLLECTIVE) | {"notes": bytes(32)}]
    for commitments in wrong:
        with pytest.raises(Refused, match="not those of the charter"):
            BUNDLE.check(commitments, COLLECTIVE)
    for other in (
        Bundle(2, BUNDLE.tree, BUNDLE.gate, BUNDLE.notes),
        Bundle(1, TreeSeed(bytes(32)), BUNDLE.gate, BUNDLE.notes),
        Bundle(1, BUNDLE.tree, GateSeed(bytes(32)), BUNDLE.notes),
        Bundle(1, BUNDLE.tree, BUNDLE.gate, NotesKey(bytes(32))),
    ):
        with pytest.raises(Refused):
            other.check(BUNDLE.commitments(COLLECTIVE), COLLECTIVE)


def test_the_names_of_a_devices_boxes_tell_nothing_of_each_other() -> None:
    secrets_ = [BoxSecret(b"\x01" * 32), BoxSecret(b"\x02" * 32)]
    names = [
        name(secret, collective, planting)
        for name in (boxes.path_box, boxes.bundle_box)
        for secret in secrets_
        for collective in (COLLECTIVE, bytes(32))
        for planting in (1, 2)
    ]
    assert len(set(names)) == 16


def test_boxes_are_of_one_size() -> None:
    assert {len(BOUND[what][0]) for what in ("box of an invite", "path keys", "bundle")} == {4096}


def test_a_box_for_another_device_collective_planting_or_use_does_not_open() -> None:
    blob, ours = BOUND["path keys"][0], signing.public_key(DEVICE)
    for planting, device, collective in [(2, ours, COLLECTIVE), (1, bytes(32), COLLECTIVE), (1, ours, bytes(32))]:
        with pytest.raises(Refused):
            boxes.open_path_keys(blob, planting, kem=KEM, device=device, collective=collective)
    with pytest.raises(Refused):
        open_bundle(blob)
