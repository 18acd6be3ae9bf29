"""The contents of statements other than charters and alerts (protocol §6.6), as one table."""

from __future__ import annotations

from typing import Any, Final

from crypto import wire
from crypto.context import digest
from crypto.errors import WrongShape

from .alert import check_alert

_LANGUAGE: Final = wire.is_text(2, 16)


def _is_entry_name(value: Any) -> bool:
    return type(value) is dict and set(value) == {"seq", "hash"} and wire.is_uint(value["seq"]) and wire.is_bytes(32)(value["hash"])


_RESOURCE: Final[dict[str, wire.Check]] = {
    "name": wire.is_text(1, 120),
    "kind": wire.is_text(1, 32),
    "text": wire.is_text(0, 1000),
    "contact": wire.is_text(0, 300),
    "language": _LANGUAGE,
}


def _is_resource(value: Any) -> bool:
    return type(value) is dict and set(value) == set(_RESOURCE) and all(check(value[name]) for name, check in _RESOURCE.items())


def _is_counts(value: Any) -> bool:
    return type(value) is dict and all(wire.is_uint(count) for count in value.values())


CONTENTS: Final[dict[str, dict[str, wire.Check]]] = {
    "retraction": {"reason": wire.is_text(0, 500)},
    "erase": {"object": wire.is_bytes(16), "entries": wire.is_list_of(_is_entry_name, 1, 500)},
    "resources": {"items": wire.is_list_of(_is_resource, 0, 200)},
    "figures": {"from": wire.is_uint, "to": wire.is_uint, "counts": _is_counts, "note": wire.is_text(0, 1000)},
    "question": {"text": wire.is_text(1, 1000), "language": _LANGUAGE, "choices": wire.is_list_of(wire.is_text(1, 200), 0, 12)},
    "notice": {"text": wire.is_text(1, 4000), "language": _LANGUAGE},
}
ALERT_KINDS: Final = ("alert", "amendment", "retraction")
KINDS: Final = ("charter", "alert", "amendment", *CONTENTS)

#: What the ``urgent`` of a header may be for each kind (protocol §6.2).
URGENT: Final[dict[str, tuple[int, ...]]] = {
    "charter": (0,),
    "erase": (0,),
    "alert": (0, 1, 2),
    "amendment": (0, 1, 2),
    "retraction": (0, 1, 2),
    "resources": (0, 1),
    "figures": (0, 1),
    "question": (0, 1),
    "notice": (0, 1),
}


def content_hash(content: dict[str, Any]) -> bytes:
    """32 bytes that name a text as people read it: H of its encoding. A reporter agrees to this (protocol §8.3)."""
    return digest(wire.encode(content))


def check_content(kind: str, content: dict[str, Any]) -> None:
    """Returns if ``content`` has the form of its kind; a charter's is checked by :func:`alerts.charter.parse_charter`.

    Raises:
        WrongShape: it has not.
    """
    if kind in ("alert", "amendment"):
        check_alert(content)
    elif kind in CONTENTS:
        wire.shaped(content, kind, CONTENTS[kind])
    elif kind != "charter":
        raise WrongShape("statement: a kind that is not known")
