"""Approvals: who signed, as place in the charter, and the signature (protocol §3.5, §6.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from . import wire

PERSON_SIZE: Final = 16


@dataclass(frozen=True, slots=True)
class Approval:
    """``person``: 16-byte id in the charter; ``device``: index in her list; ``signature``: 64 bytes."""

    person: bytes
    device: int
    signature: bytes

    def value(self) -> list[Any]:
        return [self.person, self.device, self.signature]

    @classmethod
    def parse(cls, value: list[Any]) -> Approval:
        """From a value that passed :func:`is_approval`."""
        return cls(*value)


def is_approval(value: Any) -> bool:
    return (
        type(value) is list
        and len(value) == 3
        and wire.is_bytes(PERSON_SIZE)(value[0])
        and wire.is_uint(value[1])
        and wire.is_bytes(64)(value[2])
    )


is_approvals: Final = wire.is_list_of(is_approval, 1, 64)
