"""The code against the vectors of what people hold: codes, boxes, devices, vaults, words."""

from __future__ import annotations

import hmac
from typing import Any

import pytest

from crypto import (
    base32,
    boxes,
    device,
    handover,
    invites,
    keytree,
    recovery,
    secrets,
    wire,
)
from crypto import vault as vaults
from crypto.bundle import Bundle
from crypto.context import digest
from tests.crypto.vectors_at_hand import b, cases, exactly, topic


def bundle_of(case: dict[str, Any]) -> Bundle:
    return Bundle(
        case["planting"], secrets.TreeSeed(b(case["tree"])), secrets.GateSeed(b(case["gate"])), secrets.NotesKey(b(case["notes"]))
    )


# ---- invites, boxes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("invites", "codes"))
def test_codes(case: dict[str, Any]) -> None:
    assert base32.encode_code(b(case["code"])) == case["text"]
    assert base32.decode_code(case["text"]) == b(case["code"])
    assert base32.check_is_plain(b(case["code"])) is case["plain"]


@pytest.mark.parametrize("case", cases("invites", "typed"))
def test_codes_as_people_type_them(case: dict[str, Any]) -> None:
    assert invites.read_code(case["text"]).reveal() == b(case["code"])


@pytest.mark.parametrize("case", cases("invites", "bad_codes"))
def test_bad_codes_say_what_is_wrong_without_the_code(case: dict[str, Any]) -> None:
    with exactly(case) as caught:
        invites.read_code(case["text"])
    assert str(caught.value) == case["detail"]
    assert not case["text"] or case["text"] not in case["detail"]


def the_invite() -> invites.Invite:
    return invites.invite_from_code(secrets.InviteCode(b(topic("invites")["invite"]["code"])))


def test_what_follows_from_a_code() -> None:
    case, invite = topic("invites")["invite"], the_invite()
    assert (invite.box, invite.public_key) == (b(case["box"]), b(case["public_key"]))
    assert (invite.key.reveal(), invite.sign.reveal()) == (b(case["key"]), b(case["sign_seed"]))


@pytest.mark.parametrize("case", cases("invites", "boxes"))
def test_an_invites_box_opens(case: dict[str, Any]) -> None:
    sealed = b(case["sealed"])
    welcome = invites.open_box(the_invite(), sealed)
    assert (welcome.collective, welcome.epoch) == (b(case["collective"]), case["epoch"])
    assert welcome.moderator is case["moderator"]
    assert (welcome.secret.reveal(), welcome.announcement) == (b(case["secret"]), b(case["announcement"]))
    assert (len(sealed), sealed[:24]) == (wire.SMALL_BOX, b(case["nonce"]))


@pytest.mark.parametrize("case", cases("invites", "refused_boxes"))
def test_boxes_that_are_not_this_invites(case: dict[str, Any]) -> None:
    with exactly(case):
        invites.open_box(the_invite(), b(case["sealed"]))


BOXES = topic("boxes")


@pytest.mark.parametrize("case", cases("boxes", "boxes"))
def test_names_of_a_devices_boxes(case: dict[str, Any]) -> None:
    secret, collective = secrets.BoxSecret(b(BOXES["box_secret"])), b(BOXES["collective"])
    assert boxes.path_box(secret, collective, case["planting"]) == b(case["path_keys"])
    assert boxes.bundle_box(secret, collective, case["planting"]) == b(case["bundle"])


def open_path_keys(sealed: bytes) -> boxes.PathKeys:
    return boxes.open_path_keys(
        sealed, 1, kem=secrets.KemSeed(b(BOXES["kem_seed"])), device=b(BOXES["device"]), collective=b(BOXES["collective"])
    )


def test_path_keys_open() -> None:
    case = BOXES["path_keys"]
    found = open_path_keys(b(case["sealed"]))
    assert (found.planting, found.leaf, found.signer) == (case["planting"], case["leaf"], b(BOXES["signer"]))
    assert keytree.encode_path_keys(found.keys) == b(case["keys"])
    assert len(b(case["sealed"])) == wire.SMALL_BOX


def test_a_bundle_opens_and_is_what_was_committed_to() -> None:
    case, collective = BOXES["bundle"], b(BOXES["collective"])
    found = boxes.open_bundle(
        b(case["sealed"]), 1, kem=secrets.KemSeed(b(BOXES["kem_seed"])), device=b(BOXES["device"]), collective=collective
    )
    assert (found.bundle, found.signer) == (bundle_of(case), b(BOXES["signer"]))
    assert {part: value.hex() for part, value in found.bundle.commitments(collective).items()} == case["commitments"]
    assert {part: value.hex() for part, value in found.bundle.commitments(None).items()} == case["founding_commitments"]


@pytest.mark.parametrize("case", cases("boxes", "refused"))
def test_boxes_that_are_not_path_keys_for_this_device(case: dict[str, Any]) -> None:
    with exactly(case):
        open_path_keys(b(case["sealed"]))


# ---- devices, vaults, words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("device", "devices"))
def test_devices(case: dict[str, Any]) -> None:
    entropy = secrets.DeviceEntropy(b(case["entropy"]))
    made = device.device_from_entropy(entropy)
    assert device.to_words(entropy) == case["words"]
    assert device.from_words(case["words"]) == entropy
    assert [made.sign.reveal(), made.kem.reveal(), made.box.reveal()] == [b(case[n]) for n in ("sign_seed", "kem_seed", "box_secret")]
    assert (made.signing_key, digest(made.kem_key)) == (b(case["signing_key"]), b(case["kem_key_sha256"]))


@pytest.mark.parametrize("case", cases("device", "typed"))
def test_recovery_words_as_people_type_them(case: dict[str, Any]) -> None:
    assert device.from_words(case["words"]).reveal() == b(case["entropy"])


@pytest.mark.parametrize("case", cases("device", "bad_words"))
def test_bad_recovery_words_say_what_is_wrong_without_a_word(case: dict[str, Any]) -> None:
    with exactly(case) as caught:
        device.from_words(case["words"])
    assert str(caught.value) == case["detail"]
    assert "parasol" not in case["detail"]


RECOVERY = topic("recovery")


def her() -> device.Device:
    return device.device_from_entropy(secrets.DeviceEntropy(b(RECOVERY["entropy"])))


@pytest.mark.parametrize("case", cases("recovery", "periods"))
def test_names_of_recovery_boxes(case: dict[str, Any]) -> None:
    assert recovery.period_of(case["time"]) == case["period"]
    assert recovery.recovery_box(her(), case["period"]) == b(case["box"])


@pytest.mark.parametrize("case", cases("recovery", "boxes"))
def test_recovery_boxes_open(case: dict[str, Any]) -> None:
    sealed = b(case["sealed"])
    found = recovery.open_recovery(her(), RECOVERY["period"], sealed)
    assert (found.collective, found.alias, found.joined) == (b(case["collective"]), case["alias"], case["joined"])
    assert (found.announcement, found.planting, found.leaf) == (b(case["announcement"]), case["planting"], case["leaf"])
    assert keytree.encode_path_keys(found.keys) == b(case["keys"])
    assert found.bundle == (case["bundle"] and bundle_of(case["bundle"]))
    assert wire.encode(recovery.belongings_value(found)) == b(case["plaintext"])
    assert (len(sealed), sealed[:24]) == (wire.SMALL_BOX, b(case["nonce"]))


@pytest.mark.parametrize("case", cases("recovery", "refused"))
def test_recovery_boxes_that_are_not_this_devices(case: dict[str, Any]) -> None:
    with exactly(case):
        recovery.open_recovery(her(), RECOVERY["period"], b(case["sealed"]))


HANDOVER = topic("handover")


def its_code() -> secrets.InviteCode:
    return secrets.InviteCode(b(HANDOVER["code"]))


def its_seed() -> secrets.HandoverSeed:
    return secrets.HandoverSeed(b(HANDOVER["seed"]))


def test_the_name_of_a_handovers_box() -> None:
    assert handover.handover_seed(its_code(), HANDOVER["digits"]) == its_seed()
    assert handover.handover_seed(its_code(), HANDOVER["digits"] + 1) != its_seed()
    assert handover.handover_box(its_seed()) == b(HANDOVER["box"])


@pytest.mark.parametrize("case", cases("handover", "typed"))
def test_digits_as_people_type_them(case: dict[str, Any]) -> None:
    assert handover.read_digits(case["text"]) == case["digits"]


@pytest.mark.parametrize("case", cases("handover", "bad_digits"))
def test_what_are_no_six_digits(case: dict[str, Any]) -> None:
    with exactly(case):
        handover.read_digits(case["text"])


def test_digits_that_are_shown_are_six_and_differ() -> None:
    shown = {handover.new_digits() for _ in range(100)}
    assert len(shown) > 90 and all(len(digits) == 6 and handover.read_digits(digits) == int(digits) for digits in shown)


@pytest.mark.parametrize("case", cases("handover", "boxes"))
def test_handovers_open(case: dict[str, Any]) -> None:
    found = handover.open_handover(its_seed(), b(case["sealed"]))
    assert (found.entropy.reveal(), found.words, found.period) == (b(case["entropy"]), case["words"], case["period"])
    assert wire.encode(recovery.belongings_value(found.belongings)) == b(case["belongings"])
    assert (len(b(case["sealed"])), b(case["sealed"])[:24]) == (wire.SMALL_BOX, b(case["nonce"]))


@pytest.mark.parametrize("case", cases("handover", "refused"))
def test_boxes_that_are_not_this_handovers(case: dict[str, Any]) -> None:
    with exactly(case):
        handover.open_handover(its_seed(), b(case["sealed"]))


def test_no_other_device_and_no_moderator_can_name_a_recovery_box() -> None:
    """Moderators know her public keys and her box secret."""
    hers, other = her(), device.device_from_entropy(secrets.DeviceEntropy(bytes(16)))
    half = device.Device(other.sign, hers.kem, hers.box)
    named = {recovery.recovery_box(one, RECOVERY["period"]) for one in (hers, other, half)}
    assert len(named) == 2 and recovery.recovery_box(half, RECOVERY["period"]) != recovery.recovery_box(hers, RECOVERY["period"])


@pytest.mark.parametrize("section", ["locks", "also_opens"])
def test_locks_open(section: str) -> None:
    vault = topic("vault")
    for case in vault[section]:
        assert vaults.open_lock(b(case["lock"]), case["passphrase"]).reveal() == b(vault["data_key"])


@pytest.mark.parametrize("case", cases("vault", "locks_refused"))
def test_locks_that_do_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        vaults.open_lock(b(case["lock"]), case["passphrase"])


def bind_with(platform_key: str) -> vaults.Bind:
    return lambda data: hmac.digest(b(platform_key), data, "sha256")


def test_a_bound_lock_opens_with_both_the_passphrase_and_the_platforms_key() -> None:
    vault = topic("vault")
    case = vault["bound"]
    assert vaults.open_lock(b(case["lock"]), case["passphrase"], bind=bind_with(case["platform_key"])).reveal() == b(vault["data_key"])


@pytest.mark.parametrize("case", cases("vault", "bound", "refused"))
def test_bound_locks_that_do_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        vaults.open_lock(b(case["lock"]), case["passphrase"], bind=bind_with(case["platform_key"]))


def the_records() -> vaults.Records:
    return vaults.Records(secrets.DataKey(b(topic("vault")["data_key"])))


@pytest.mark.parametrize("case", cases("vault", "records"))
def test_records(case: dict[str, Any]) -> None:
    plaintext = case["plaintext"]
    expected = bytes(plaintext["zeros"]) if isinstance(plaintext, dict) else b(plaintext)
    assert the_records().name(case["record"]) == b(case["name"])
    assert the_records().open(case["record"], b(case["sealed"])) == expected


@pytest.mark.parametrize("case", cases("vault", "records_refused"))
def test_records_that_do_not_open(case: dict[str, Any]) -> None:
    with exactly(case):
        the_records().open(case["record"], b(case["sealed"]))


@pytest.mark.parametrize("case", cases("safety", "shown"))
def test_safety_words(case: dict[str, Any]) -> None:
    words, digits = device.safety_words(b(case["collective"]), b(case["announcement"]))
    assert (words, digits) == (case["words"], case["digits"])


def test_safety_words_and_digits_are_the_same_66_bits() -> None:
    case = topic("safety")["shown"][0]
    wordlist = device._WORDS.wordlist
    number = 0
    for word in case["words"].split():
        number = number << 11 | wordlist.index(word)
    assert f"{number:020d}" == case["digits"].replace(" ", "")


@pytest.mark.parametrize("case", cases("base32", "ids"))
def test_ids(case: dict[str, Any]) -> None:
    assert base32.encode_id(b(case["bytes"])) == case["id"]


@pytest.mark.parametrize("case", cases("base32", "typed"))
def test_ids_as_people_type_them(case: dict[str, Any]) -> None:
    assert base32.normalise_id(case["text"]) == case["id"]


@pytest.mark.parametrize("case", cases("base32", "refused"))
def test_what_is_no_id(case: dict[str, Any]) -> None:
    with exactly(case):
        base32.normalise_id(case["text"])
