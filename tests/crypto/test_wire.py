"""Deterministic CBOR and padding: round trips for every value, and no second encoding for any (protocol §1.2, §1.8)."""

from __future__ import annotations

import re
import tracemalloc
from datetime import datetime
from decimal import Decimal
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto import wire
from crypto.errors import BadInput, NotDeterministic, ParasolError, TooLarge, WrongPadding, WrongShape

TEXT = st.text(max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(0, wire.MAX_INTEGER) | st.binary(max_size=40) | TEXT
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12)


@given(VALUES)
def test_every_allowed_value_comes_back(value: Any) -> None:
    assert wire.decode(wire.encode(value)) == value


@given(st.binary(max_size=60))
def test_whatever_decodes_is_the_one_encoding_of_its_value(data: bytes) -> None:
    try:
        value = wire.decode(data)
    except NotDeterministic:
        return
    assert wire.encode(value) == data


@given(VALUES, st.data())
def test_a_changed_bit_never_decodes_to_the_same_value(value: Any, data: st.DataObject) -> None:
    encoded = bytearray(wire.encode(value))
    bit = data.draw(st.integers(0, len(encoded) * 8 - 1))
    encoded[bit // 8] ^= 1 << bit % 8
    try:
        changed = wire.decode(bytes(encoded))
    except NotDeterministic:
        return
    assert wire.encode(changed) != wire.encode(value)


@given(VALUES)
def test_no_truncation_and_no_trailing_byte_decodes(value: Any) -> None:
    encoded = wire.encode(value)
    for cut in range(len(encoded)):
        with pytest.raises(NotDeterministic):
            wire.decode(encoded[:cut])
    for more in (b"\x00", b"\xf6", b"\xff"):
        with pytest.raises(NotDeterministic):
            wire.decode(encoded + more)


@given(
    st.recursive(SCALARS | st.floats(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8)
)
def test_loose_cbor_is_refused_unless_it_is_the_strict_one(value: Any) -> None:
    loose = cbor2.dumps(value, indefinite_containers=True)
    try:
        assert wire.encode(wire.decode(loose)) == loose
    except NotDeterministic:
        pass


@pytest.mark.parametrize(
    "value",
    [
        -1, wire.MAX_INTEGER + 1, 1.0, float("nan"), "\ud83c", ("tuple",), {1: 2}, {b"k": 1}, {None: 1}, bytearray(b"x"),
        memoryview(b"x"), {1, 2}, object(), cbor2.undefined, cbor2.CBORTag(0, ""), cbor2.CBORSimpleValue(1), Decimal(1), datetime(2026, 1, 1),
        [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]],
    ],
    ids=lambda value: re.sub(" at 0x[0-9a-f]+", "", repr(value)),
)  # fmt: skip
def test_what_is_not_allowed_is_not_encoded(value: Any) -> None:
    with pytest.raises(BadInput):
        wire.encode(value)


def test_a_value_inside_itself_is_not_encoded() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(BadInput):
        wire.encode(value)


def test_a_hundred_bytes_cannot_stand_for_more_values_than_there_is_time_for() -> None:
    # Fifteen lists of twenty references to the list before: 20^14 values if shared values were followed.
    lists = [b"\xd8\x1c\x81\x00"] + [b"\xd8\x1c\x94" + b"".join(b"\xd8\x1d" + bytes([level]) for _ in range(20)) for level in range(14)]
    with pytest.raises(NotDeterministic):
        wire.decode(b"\x8f" + b"".join(lists))


def test_a_hundred_kilobytes_cannot_stand_for_more_text_than_there_is_memory_for() -> None:
    # One string of 64 KiB, and 10,000 references to it: 640 MiB if shared strings were followed and encoded again.
    data = b"\xd9\x01\x00\x99\x27\x11\x5a\x00\x01\x00\x00" + bytes(1 << 16) + b"\xd8\x19\x00" * 10_000
    tracemalloc.start()
    with pytest.raises(NotDeterministic):
        wire.decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


@pytest.mark.parametrize("tag", [0, 1, 2, 3, 4, 5, 21, 24, 25, 28, 29, 30, 32, 35, 36, 37, 43, 100, 256, 258, 260, 261, 1004, 55799, 99999])
@pytest.mark.parametrize("content", [0, "1", b"\x01", [1, 2], {}])
def test_no_tag_whatever_it_holds(tag: int, content: Any) -> None:
    encoded = cbor2.dumps(cbor2.CBORTag(tag, content))
    for data in (encoded, b"\x81" + encoded, b"\xa1\x61a" + encoded):
        with pytest.raises(NotDeterministic):
            wire.decode(data)


def test_lists_as_map_keys_are_not_even_hashed() -> None:
    # Their hashes are not randomised, so they could be made to collide.
    with pytest.raises(NotDeterministic, match="not CBOR"):
        wire.decode(bytes.fromhex("a1820001f6"))


# ---- shapes -------------------------------------------------------------------------------------------------------

FIELDS = {"a": wire.is_uint, "b": wire.nullable(wire.is_bytes(2))}


@pytest.mark.parametrize(
    "value",
    [[], None, {}, {"a": 1}, {"a": 1, "b": b"x"}, {"a": True, "b": None}, {"a": -1, "b": None}, {"a": 1, "b": None, "c": 1},
     {"a": 1, "b": None, "o": 5}, {"a": "1", "b": None}],
)  # fmt: skip
def test_a_map_of_another_shape_is_refused_without_its_content(value: Any) -> None:
    with pytest.raises(WrongShape):
        wire.shaped(value, "thing", FIELDS, {"o": wire.is_text()})


def test_the_message_names_the_field_and_never_its_content() -> None:
    with pytest.raises(WrongShape, match=r"^thing: b has the wrong form$"):
        wire.shaped({"a": 1, "b": b"SECRET"}, "thing", FIELDS)
    with pytest.raises(WrongShape) as caught:
        wire.shaped({"a": 1, "b": None, "SECRET": 1}, "thing", FIELDS)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("value", [{"a": 1, "b": None}, {"a": 0, "b": b"xy"}, {"a": wire.MAX_INTEGER, "b": None, "o": ""}])
def test_a_map_of_the_shape_passes(value: Any) -> None:
    assert wire.shaped(value, "thing", FIELDS, {"o": wire.is_text()}) is value


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (wire.is_text(1, 2), ["a", "\U0001f302\U0001f302"], ["", "abc", b"a", None, 1]),
        (wire.is_one_of(0, 1), [0, 1], [False, True, 2, "0", None]),
        (wire.is_list_of(wire.is_uint, 1, 2), [[0], [0, 1]], [[], [0, 1, 2], (0,), ["0"], None]),
        (wire.is_bool, [True, False], [0, 1, None]),
        (wire.is_bytes(), [b"", b"x"], [bytearray(b"x"), "x", None]),
        (wire.is_bytes(1, 3), [b"x", b"xyz"], [b"", b"xy"]),
        (wire.is_map, [{}], [[], None]),
    ],
)
def test_checks_are_exact_about_types(check: wire.Check, good: list[Any], bad: list[Any]) -> None:
    assert all(check(value) for value in good)
    assert [value for value in bad if check(value)] == []


# ---- padding ------------------------------------------------------------------------------------------------------


@given(st.binary(max_size=3000))
def test_padding_comes_off_again(plaintext: bytes) -> None:
    padded = wire.pad(plaintext, wire.STATEMENT_SIZES)
    assert len(padded) == next(size for size in wire.STATEMENT_SIZES if size > len(plaintext))
    assert wire.unpad(padded, wire.STATEMENT_SIZES) == plaintext


@given(st.binary(max_size=1100))
def test_whatever_unpads_is_the_one_padding_of_its_text(padded: bytes) -> None:
    sizes = tuple(range(1, 1101))
    try:
        plaintext = wire.unpad(padded, sizes)
    except WrongPadding:
        return
    assert wire.pad(plaintext, (len(padded),)) == padded


def test_an_error_of_the_family_whatever_the_bytes() -> None:
    for byte in range(256):
        for rest in (b"", b"\x00", b"\xff" * 9):
            try:
                wire.decode(bytes([byte]) + rest)
            except ParasolError as error:
                assert type(error) is NotDeterministic
    with pytest.raises(TooLarge):
        wire.decode(bytes(11), limit=10)
