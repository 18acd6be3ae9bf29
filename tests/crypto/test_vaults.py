"""Secrets at rest: what opens a vault, and what a seized one shows (protocol §11)."""

from __future__ import annotations

import hmac
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto import wire
from crypto.errors import BadInput, CannotOpen, ParasolError, StorageFailed, TooLarge, UnknownVersion, WrongPassphrase, WrongShape
from crypto.secrets import DataKey
from crypto.stretch import SHARED_MEMORY, SHARED_PASSES, stretch
from crypto.vault import Cost, Records, make_lock, open_lock

DATA_KEY = DataKey(bytes(range(32)))
LEAST = Cost()
LOCK = make_lock(DATA_KEY, "correct horse", LEAST)


def changed(**fields: Any) -> bytes:
    return wire.encode(wire.decode(LOCK) | fields)


def test_the_least_cost_is_the_shared_constants() -> None:
    assert (LEAST.passes, LEAST.memory) == (SHARED_PASSES, SHARED_MEMORY) == (2, 19456)


def test_the_passphrase_opens_the_lock() -> None:
    assert open_lock(LOCK, "correct horse") == DATA_KEY


@pytest.mark.parametrize("other", ["", "correct horse ", "Correct horse", "correct hors", "correct\u00a0horse\u200b"])
def test_no_other_passphrase_does(other: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_lock(LOCK, other)


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it() -> None:
    lock = make_lock(DATA_KEY, "caf\u00e9 \u2460", LEAST)
    assert open_lock(lock, "cafe\u0301 1") == DATA_KEY


def test_another_lock_changes_the_passphrase_and_keeps_the_records() -> None:
    sealed = Records(DATA_KEY).seal("state", b"x")
    again = open_lock(make_lock(DATA_KEY, "another", LEAST), "another")
    assert Records(again).open("state", sealed) == b"x"


def test_two_locks_with_one_passphrase_have_nothing_in_common() -> None:
    first, second = wire.decode(LOCK), wire.decode(make_lock(DATA_KEY, "correct horse", LEAST))
    assert first["salt"] != second["salt"]
    assert first["wrapped"][:24] != second["wrapped"][:24] and first["wrapped"][24:] != second["wrapped"][24:]


@pytest.mark.parametrize("passphrase", ["\udc80", "ok\ud83c"])
def test_a_passphrase_that_is_not_text_is_bad_input(passphrase: str) -> None:
    with pytest.raises(BadInput):
        make_lock(DATA_KEY, passphrase, LEAST)
    with pytest.raises(BadInput):
        open_lock(LOCK, passphrase)


@pytest.mark.parametrize("cost", [Cost(1, SHARED_MEMORY), Cost(SHARED_PASSES, SHARED_MEMORY - 1), Cost(0, 0)])
def test_no_lock_is_made_below_the_least_cost(cost: Cost) -> None:
    with pytest.raises(BadInput):
        make_lock(DATA_KEY, "x", cost)


def test_no_lock_is_made_without_a_passphrase() -> None:
    with pytest.raises(BadInput):
        make_lock(DATA_KEY, "", LEAST)


@pytest.mark.parametrize(
    "fields",
    [{"passes": 1}, {"passes": 0}, {"memory": 8}, {"memory": SHARED_MEMORY - 1}, {"passes": 65}, {"memory": 4 * 1024 * 1024 + 1}, {"version": 0}, {"version": 2}],
)  # fmt: skip
def test_a_lock_with_a_cost_or_version_that_is_not_ours_is_not_even_tried(fields: dict[str, int]) -> None:
    with pytest.raises(UnknownVersion):
        open_lock(changed(**fields), "correct horse")


@pytest.mark.parametrize("field", ["salt", "wrapped"])
def test_a_changed_lock_does_not_open(field: str) -> None:
    value = wire.decode(LOCK)[field]
    for index in (0, len(value) // 2, -1):
        damaged = bytearray(value)
        damaged[index] ^= 1
        with pytest.raises(WrongPassphrase):
            open_lock(changed(**{field: bytes(damaged)}), "correct horse")


def test_a_changed_cost_does_not_open() -> None:
    for fields in ({"passes": 3}, {"memory": SHARED_MEMORY + 8}):
        with pytest.raises(WrongPassphrase):
            open_lock(changed(**fields), "correct horse")


def test_a_machine_without_the_memory_says_so() -> None:
    with pytest.raises(StorageFailed):
        stretch(b"", bytes(16), memory=2**32 - 1)  # 4 TiB


def bind(data: bytes) -> bytes:
    return hmac.digest(b"a platform's key", data, "sha256")


def test_a_bound_lock_opens_with_what_it_is_bound_to_alone() -> None:
    lock = make_lock(DATA_KEY, "correct horse", LEAST, bind=bind)
    assert wire.decode(lock)["bound"] is True
    assert open_lock(lock, "correct horse", bind=bind) == DATA_KEY
    with pytest.raises(WrongPassphrase):
        open_lock(lock, "correct horse", bind=lambda data: bind(data + b"x"))
    with pytest.raises(StorageFailed):
        open_lock(lock, "correct horse")


def test_a_lock_that_is_not_bound_opens_without_asking_the_platform() -> None:
    def nobody(data: bytes) -> bytes:
        raise RuntimeError("asked for what no key was needed for")

    assert open_lock(LOCK, "correct horse", bind=nobody) == DATA_KEY


@pytest.mark.parametrize("value", [False, None, 1, "true"])
def test_bound_is_true_or_not_there(value: Any) -> None:
    with pytest.raises(WrongShape):
        open_lock(changed(bound=value), "correct horse", bind=bind)


@given(
    st.text(max_size=10).map(lambda text: text.encode("utf-8", "replace").decode()).filter(lambda t: wire_text(t)), st.binary(max_size=3000)
)
def test_records_come_back_and_show_neither_name_nor_length(record: str, plaintext: bytes) -> None:
    records = Records(DATA_KEY)
    sealed = records.seal(record, plaintext)
    assert records.open(record, sealed) == plaintext
    assert len(sealed) - 40 in (1024, 2048, 4096)
    assert len(records.name(record)) == 16


def wire_text(text: str) -> bool:
    try:
        wire.encode(text)
    except BadInput:
        return False
    return True


def test_records_of_all_small_sizes_look_alike() -> None:
    records = Records(DATA_KEY)
    assert {len(records.seal("x", bytes(length))) for length in range(0, 1024, 31)} == {1064}
    assert len(records.seal("x", bytes(1024))) == 2088


def test_a_record_moved_to_another_name_does_not_open() -> None:
    records = Records(DATA_KEY)
    first, second = records.seal("receipts/1", b"one"), records.seal("receipts/2", b"two")
    for name, sealed in (("receipts/1", second), ("receipts/2", first), ("receipts/3", first), ("", first)):
        with pytest.raises(CannotOpen):
            records.open(name, sealed)


def test_a_record_of_another_vault_does_not_open() -> None:
    sealed = Records(DATA_KEY).seal("state", b"x")
    with pytest.raises(CannotOpen):
        Records(DataKey(bytes(32))).open("state", sealed)


def test_a_changed_record_does_not_open() -> None:
    records = Records(DATA_KEY)
    sealed = records.seal("state", b"x")
    for index in range(0, len(sealed), 13):
        damaged = bytearray(sealed)
        damaged[index] ^= 0x40
        with pytest.raises(CannotOpen):
            records.open("state", bytes(damaged))


def test_names_at_rest_differ_between_records_and_between_vaults() -> None:
    names = [Records(key).name(record) for key in (DATA_KEY, DataKey(bytes(32))) for record in ("state", "receipts/1", "receipts/2")]
    assert len(set(names)) == 6
    assert not any(b"state" in name or b"receipts" in name for name in names)


def test_a_record_that_is_too_large_is_not_sealed() -> None:
    with pytest.raises(TooLarge):
        Records(DATA_KEY).seal("x", bytes(64 << 20))


def test_whatever_is_no_lock_is_an_error_of_the_family() -> None:
    for cut in range(len(LOCK)):
        with pytest.raises(ParasolError):
            open_lock(LOCK[:cut], "correct horse")
