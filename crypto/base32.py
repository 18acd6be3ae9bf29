"""Crockford's base32: codes with a check symbol, and short names of things, for people who type them (protocol §7.1)."""

from __future__ import annotations

from typing import Final

from .errors import BadInput

_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS: Final = _DIGITS + "*~$=U"
_VALUES: Final = {d: i for i, d in enumerate(_CHECKS)} | {"O": 0, "I": 1, "L": 1}

CODE_BYTES: Final = 16
CODE_LENGTH: Final = 27  # 26 digits and the check symbol


def check_is_plain(value: bytes) -> bool:
    """Whether the check symbol of this 16-byte code is a letter or digit other than ``U``; other codes are not given out."""
    return int.from_bytes(value) % 37 < 32


def encode_code(value: bytes) -> str:
    """16 bytes as 26 digits and a check symbol, in groups of four: ``XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXX``."""
    number = int.from_bytes(value)
    text = "".join(_DIGITS[number >> shift & 31] for shift in range(125, -1, -5)) + _CHECKS[number % 37]
    return "-".join(text[i : i + 4] for i in range(0, CODE_LENGTH, 4))


def decode_code(text: str) -> bytes:
    """The 16 bytes of a code as a person typed it: any case, spaces and hyphens anywhere, ``O`` for 0, ``I`` and ``L`` for 1.

    Raises:
        BadInput: not 27 symbols, a symbol that is none, or a wrong check symbol. The message says which, without the code.
    """
    symbols = [c for c in text.upper() if not c.isspace() and c not in "-–—"]
    if len(symbols) != CODE_LENGTH:
        raise BadInput(f"a code has {CODE_LENGTH} letters and digits; this one has {len(symbols)}")
    if any(c not in _VALUES for c in symbols) or any(_VALUES[c] > 31 for c in symbols[:-1]):
        raise BadInput("a code has only letters and digits, and no U")
    number = 0
    for c in symbols[:-1]:
        number = number << 5 | _VALUES[c]
    if number >> 128 or number % 37 != _VALUES[symbols[-1]]:
        raise BadInput("one of the letters or digits of the code is wrong; please compare it again")
    return number.to_bytes(CODE_BYTES)


def encode_id(value: bytes) -> str:
    """Bytes as lower-case Crockford base32 without check symbol: 16 bytes give 26 digits. How ids are shown and typed."""
    bits = len(value) * 8
    digits = -(-bits // 5)
    number = int.from_bytes(value)
    return "".join(_DIGITS[number >> 5 * i & 31] for i in range(digits - 1, -1, -1)).lower()


def normalise_id(text: str) -> str:
    """What a person typed of an id, or of its beginning, as :func:`encode_id` writes it: case, hyphens and look-alikes folded."""
    folded = text.strip().upper().replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")
    if not folded or any(c not in _DIGITS for c in folded):
        raise BadInput("an id has only letters and digits")
    return folded.lower()
