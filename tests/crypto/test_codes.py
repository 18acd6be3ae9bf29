"""What people read aloud and type: invite codes, ids, recovery words, safety words (protocol §2.1, §6.7, §7.1)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto import base32, device, invites
from crypto.errors import BadInput
from crypto.secrets import DeviceEntropy, InviteCode

CODES = st.binary(min_size=16, max_size=16)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(CODES)
def test_a_code_comes_back_however_it_is_typed(value: bytes) -> None:
    shown = base32.encode_code(value)
    for typed in (shown, shown.lower(), shown.replace("-", ""), shown.replace("-", " "), shown.replace("0", "o").replace("1", "l")):
        assert base32.decode_code(typed) == value


@given(CODES, st.integers(0, 25), st.sampled_from(DIGITS))
def test_one_wrong_digit_is_always_noticed(value: bytes, at: int, digit: str) -> None:
    symbols = base32.encode_code(value).replace("-", "")
    typed = symbols[:at] + digit + symbols[at + 1 :]
    if typed == symbols:
        return
    with pytest.raises(BadInput):
        base32.decode_code(typed)


@given(CODES, st.integers(0, 24))
def test_two_neighbours_swapped_are_always_noticed(value: bytes, at: int) -> None:
    symbols = base32.encode_code(value).replace("-", "")
    typed = symbols[:at] + symbols[at + 1] + symbols[at] + symbols[at + 2 :]
    if typed == symbols:
        return
    with pytest.raises(BadInput):
        base32.decode_code(typed)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_bad_input_that_does_not_repeat_it(typed: str) -> None:
    try:
        value = base32.decode_code(typed)
    except BadInput as error:
        assert len(typed.strip()) < 4 or typed not in str(error)
        return
    assert base32.decode_code(base32.encode_code(value)) == value


def test_codes_that_are_given_out_end_in_a_letter_or_digit() -> None:
    shown = [invites.show_code(invites.new_code()) for _ in range(200)]
    assert all(text[-1] in DIGITS for text in shown)
    assert len(set(shown)) == 200


def test_what_follows_from_a_code_follows_from_it_alone_and_is_all_different() -> None:
    first, second = invites.invite_from_code(InviteCode(bytes(16))), invites.invite_from_code(InviteCode(b"\x01" * 16))
    parts = [part for i in (first, second) for part in (i.box, i.key.reveal(), i.sign.reveal(), i.public_key)]
    assert len(set(parts)) == 8
    assert first == invites.invite_from_code(InviteCode(bytes(16)))


@given(st.binary(max_size=40))
def test_ids_are_as_long_as_their_bytes_need_and_fold_to_themselves(value: bytes) -> None:
    shown = base32.encode_id(value)
    assert len(shown) == -(-len(value) * 8 // 5)
    if shown:
        assert base32.normalise_id(shown) == base32.normalise_id(shown.upper()) == shown


@given(CODES)
def test_recovery_words_come_back(value: bytes) -> None:
    words = device.to_words(DeviceEntropy(value))
    assert len(words.split()) == 12
    assert device.from_words(words).reveal() == value
    assert device.from_words(words.upper().replace(" ", "\n ")).reveal() == value


@pytest.mark.parametrize(
    "words", ["abandon " * 23 + "art", "abandon " * 14 + "address", "abandon " * 17 + "agent", "abandon " * 20 + "admit"]
)
def test_good_words_of_another_length_are_bad_input_and_no_fault_of_a_peer(words: str) -> None:
    with pytest.raises(BadInput):
        device.from_words(words)


@given(st.text(max_size=60))
def test_whatever_is_typed_as_words_is_bad_input_and_is_not_repeated(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        device.from_words(typed)
    said = (
        r"there are 12 recovery words; these are \d+|word \d+ is not one of the words there are; please compare it again"
        r"|these 12 words do not belong together: one of them is another, or their order is"
    )
    assert re.fullmatch(said, str(caught.value))


def test_a_device_follows_from_its_words_and_its_keys_are_all_different() -> None:
    first, second = (device.device_from_entropy(DeviceEntropy(bytes([n]) * 16)) for n in (1, 2))
    assert first == device.device_from_entropy(DeviceEntropy(b"\x01" * 16))
    keys = [part for d in (first, second) for part in (d.sign.reveal(), d.kem.reveal(), d.box.reveal())]
    assert len(set(keys)) == 6
    assert (len(first.signing_key), len(first.kem_key)) == (32, 1216)


def test_safety_words_differ_with_collective_and_announcement() -> None:
    shown = {device.safety_words(bytes([c]) * 32, bytes([a]) * 32) for c in (1, 2) for a in (1, 2)}
    assert len(shown) == 4
    assert all(len(words.split()) == 6 and len(digits.replace(" ", "")) == 20 for words, digits in shown)
