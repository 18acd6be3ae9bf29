"""Nothing in this room has a readable face: what people wrote, whom they know and what names their boxes stays out of every `repr`."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
from typing import Any

import pytest

import alerts
from crypto import secrets

ROOMS = [importlib.import_module(f"alerts.{module.name}") for module in pkgutil.iter_modules(alerts.__path__)]
HOLDERS = sorted(
    {
        kind
        for room in ROOMS
        for _, kind in inspect.getmembers(room, inspect.isclass)
        if dataclasses.is_dataclass(kind) and kind.__module__.startswith("alerts.")
    },
    key=lambda kind: (kind.__module__, kind.__qualname__),
)

#: Types that show nothing anybody wrote. Of a dataclass in this room, its own fields are looked at.
HARMLESS = {
    "int", "bool", "None", "State", "Event", "Strength", "Approval", "Board", "Secrets", "Member", "Moderator", "Public", "Inner", "Bundle", "Entry",
    "list", "dict", "tuple", "frozenset", "Callable", "Mapping",
    *(name for name, _ in inspect.getmembers(secrets, inspect.isclass)),
    *(kind.__name__ for kind in HOLDERS),
}  # fmt: skip
#: Bytes that are hashes, public keys, signatures or random ids: by the field's name.
NAMES = {
    "id", "hash", "key", "public_key", "sign", "kem", "invite", "by", "used_by", "report", "person", "people", "signature", "approvals", "cosigns",
    "object", "previous", "collective", "desk_key", "follow", "signed_by", "acknowledged", "read", "tag", "claimed_by", "alert", "merged_into",
    "bundle", "devices", "without", "invite_signature", "device_signature", "cosigners", "rivals",
}  # fmt: skip
#: Text that comes from a table, not from people.
WORDS = {
    ("Note", "type"), ("Step", "event"), ("Body", "kind"), ("Receipt", "status"), ("Refusal", "error"), ("Refusal", "detail"), ("Charter", "country"),
    ("Charter", "quorums"), ("Guard", "sentence"), ("Move", "guards"), ("Facts", "share"), ("Facts", "severity"), ("Waiting", "severity"),
    ("Relation", "by"), ("Relation", "one"), ("Relation", "other"), ("Charter", "bundle"), ("Result", "note"), ("Codes", "values"), ("Codes", "also"),
    ("Field", "check"), ("Field", "read"), ("Field", "expects"), ("Given", "country"), ("Given", "policy"),
}  # fmt: skip


def shown(kind: Any) -> list[dataclasses.Field[Any]]:
    """The fields that stand in a holder's face."""
    return [one for one in dataclasses.fields(kind) if one.repr] if "__repr__" in vars(kind) and kind.__dataclass_params__.repr else []


def is_harmless(kind: Any, one: dataclasses.Field[Any]) -> bool:
    words = set(re.findall(r"[A-Za-z_]+", str(one.type))) - HARMLESS
    return not words or (words == {"bytes"} and one.name in NAMES) or (kind.__name__, one.name) in WORDS


@pytest.mark.parametrize("kind", HOLDERS, ids=lambda kind: f"{kind.__module__}.{kind.__qualname__}")
def test_no_field_shows_what_people_wrote(kind: Any) -> None:
    """A new field that could must say `repr=False`, or be named above with a reason."""
    assert [one.name for one in shown(kind) if not is_harmless(kind, one)] == []


def test_the_check_sees_a_field_that_shows() -> None:
    @dataclasses.dataclass
    class Careless:
        alias: str
        content: dict[str, Any]
        box: bytes
        kept: bytes = dataclasses.field(default=b"", repr=False)

    assert [one.name for one in shown(Careless) if not is_harmless(Careless, one)] == ["alias", "content", "box"]
    assert len(HOLDERS) > 20
