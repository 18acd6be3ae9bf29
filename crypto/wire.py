"""Deterministic CBOR, padding and size checks (protocol §1.2, §1.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NoReturn, TypeAlias

import cbor2

from .errors import BadInput, NotDeterministic, TooLarge, WrongPadding, WrongShape

Value: TypeAlias = "int | bytes | str | bool | None | list[Value] | dict[str, Value]"

MAX_INTEGER: Final = 2**53 - 1
MAX_DEPTH: Final = 16
#: Nothing decoded is larger than this: one page of the relay's answers. Every caller passes its own, lower bound.
MAX_DECODE: Final = 64 * 1024 * 1024

STATEMENT_SIZES: Final = tuple(1024 << i for i in range(7))  # 1 KiB … 64 KiB: board, log, mail
DESK_SIZES: Final = tuple(8192 << i for i in range(4))  # 8 KiB … 64 KiB
SMALL_BOX: Final = 4096
LARGE_BOX: Final = 65536


def encode(value: Any) -> bytes:
    """The one deterministic encoding of ``value`` (RFC 8949 §4.2.1, restricted by protocol §1.2).

    Raises:
        BadInput: ``value`` is not of the allowed kinds.
    """
    try:
        _check(value, MAX_DEPTH)
    except NotDeterministic as error:
        raise BadInput(error.detail) from None
    # All keys are text, for which cbor2's "canonical" order (shorter first, RFC 7049 §3.9) and the bytewise order of
    # RFC 8949 §4.2.1 are the same: the length stands in front of the encoded key.
    return cbor2.dumps(value, canonical=True)


def decode(data: bytes, *, limit: int = MAX_DECODE) -> Any:
    """The value that ``data`` is the deterministic encoding of.

    Args:
        limit: the most bytes accepted; checked before anything is parsed.

    Raises:
        TooLarge: more than ``limit`` bytes.
        NotDeterministic: anything that :func:`encode` would not have written, trailing bytes included.
    """
    if len(data) > limit:
        raise TooLarge(f"{len(data)} bytes where at most {limit} are allowed")
    try:
        value = cbor2.loads(data, tag_hook=_refuse_tag, semantic_decoders=_NO_TAGS, strict_hashable_types=True)
    except Exception:  # noqa: BLE001  cbor2 raises its own family, but also what lies below it (recursion, memory, text)
        raise NotDeterministic("not CBOR") from None
    # The keys' order is checked here, so encoding again may keep the order it finds, which costs a third.
    _check(value, MAX_DEPTH, in_order=True)
    if cbor2.dumps(value) != data:
        raise NotDeterministic("not the deterministic encoding of its value")
    return value


def _refuse_tag(*_: Any) -> NoReturn:
    raise NotDeterministic("a tag")


class _NoTags(Mapping[int, Callable[..., NoReturn]]):
    """Says of every tag that it is refused.

    Refusing them after decoding would be too late. The tags for shared values (28, 29) and shared strings (25, 256) let a
    hundred bytes stand for more values than there is time to check, or more text than there is memory to encode again.
    """

    def __getitem__(self, tag: int) -> Callable[..., NoReturn]:
        return _refuse_tag

    def __iter__(self) -> Iterator[int]:
        return iter(())

    def __len__(self) -> int:
        return 1  # not falsy, or it would be taken for absent


_NO_TAGS: Final = _NoTags()


def _check(value: Any, depth: int, *, in_order: bool = False) -> None:
    # Exact types: bool is an int in Python, cbor2 subclasses for tags and simple values must not slip through.
    kind = type(value)
    if kind is bytes or kind is bool or value is None:
        return
    if kind is int:
        if not 0 <= value <= MAX_INTEGER:
            raise NotDeterministic("an integer outside 0…2^53-1")
    elif kind is str:
        _check_text(value)
    elif kind is list or kind is dict:
        if depth == 0:
            raise NotDeterministic("nested too deeply")
        if kind is dict:
            _check_keys(value, in_order)
            value = value.values()
        for item in value:
            _check(item, depth - 1, in_order=in_order)
    else:
        raise NotDeterministic("a kind of value that is not allowed")


def _check_text(value: str) -> None:
    if value.isascii():
        return
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotDeterministic("text with lone surrogates") from None


def _check_keys(value: dict[Any, Any], in_order: bool) -> None:
    last = (-1, b"")
    for key in value:
        if type(key) is not str:
            raise NotDeterministic("a map key that is not text")
        _check_text(key)
        if in_order:
            # Encoded text begins with its length, so shorter keys come first.
            encoded = key.encode()
            this = (len(encoded), encoded)
            if this <= last:
                raise NotDeterministic("map keys out of order")
            last = this


# ---- shapes -------------------------------------------------------------------------------------------------------

Check: TypeAlias = Callable[[Any], bool]


def is_uint(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MAX_INTEGER


def is_bytes(*sizes: int) -> Check:
    """Bytes of one of these lengths; of any length if none is given."""
    return lambda value: type(value) is bytes and (not sizes or len(value) in sizes)


def is_text(low: int = 0, high: int = MAX_INTEGER) -> Check:
    """Text of ``low`` to ``high`` code points."""
    return lambda value: type(value) is str and low <= len(value) <= high


def is_bool(value: Any) -> bool:
    return type(value) is bool


def is_map(value: Any) -> bool:
    return type(value) is dict


def is_list_of(check: Check, low: int = 0, high: int = MAX_INTEGER) -> Check:
    return lambda value: type(value) is list and low <= len(value) <= high and all(check(item) for item in value)


def is_one_of(*allowed: Any) -> Check:
    return lambda value: any(type(value) is type(one) and value == one for one in allowed)


def nullable(check: Check) -> Check:
    return lambda value: value is None or check(value)


def shaped(value: Any, what: str, fields: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> dict[str, Any]:
    """``value``, if it is a map with exactly these fields (and maybe the optional ones), each passing its check.

    The one helper that validates at the border (house style 9).

    Raises:
        WrongShape: it is not. The message names ``what`` and the field, never its content.
    """
    if type(value) is not dict:
        raise WrongShape(f"{what}: not a map")
    optional = optional or {}
    for name, check in fields.items():
        if name not in value:
            raise WrongShape(f"{what}: {name} is missing")
        if not check(value[name]):
            raise WrongShape(f"{what}: {name} has the wrong form")
    for name in value:
        if name in fields:
            continue
        if name not in optional:
            raise WrongShape(f"{what}: a field that is not known")
        if not optional[name](value[name]):
            raise WrongShape(f"{what}: {name} has the wrong form")
    return value


# ---- padding ------------------------------------------------------------------------------------------------------


def pad(plaintext: bytes, sizes: tuple[int, ...]) -> bytes:
    """``plaintext`` ‖ 0x80 ‖ zeros, up to the smallest of ``sizes`` (ascending) that holds it.

    Raises:
        TooLarge: it does not fit into the largest.
    """
    for size in sizes:
        if len(plaintext) < size:
            return plaintext + b"\x80" + bytes(size - len(plaintext) - 1)
    raise TooLarge(f"{len(plaintext)} bytes where at most {sizes[-1] - 1} fit")


def unpad(padded: bytes, sizes: tuple[int, ...]) -> bytes:
    """What :func:`pad` was given.

    Raises:
        WrongPadding: ``padded`` has none of the sizes, or does not end in 0x80 and zeros.
    """
    if len(padded) not in sizes:
        raise WrongPadding("a padded size that is not allowed")
    stripped = padded.rstrip(b"\x00")
    if not stripped.endswith(b"\x80"):
        raise WrongPadding("padding that is not 0x80 and zeros")
    return stripped[:-1]
