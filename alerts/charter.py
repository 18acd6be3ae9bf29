"""The charter: who moderates, how many must agree, and the rules (protocol §2.2, §6.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from crypto import wire
from crypto.approvals import PERSON_SIZE
from crypto.context import VERSION, digest
from crypto.errors import BadCharter, NotAModerator, UnknownVersion
from crypto.signing import is_public_key

from .coded import SEVERITIES

QUORUMS: Final = ("alert", "charter", "erase", "remove")
MAX_PEOPLE: Final = 64

DEFAULT_POLICY: Final[dict[str, Any]] = {
    "identifiers_from": "risky",
    "masked": ["phone", "email", "handle"],
    "nuisance_alerts": False,
    "ethnicity": False,
    "alert_quorum": 2,
}


@dataclass(frozen=True, slots=True)
class Person:
    """A moderator: a 16-byte id and the Ed25519 keys of her devices."""

    id: bytes
    devices: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Charter:
    """One version of the charter. ``number`` counts from 1; ``hash`` is the SHA-256 of its body."""

    number: int
    name: str = field(repr=False)
    people: tuple[Person, ...]
    quorums: dict[str, int]
    policy: dict[str, Any] = field(repr=False)
    topics: tuple[dict[str, str], ...] = field(repr=False)
    country: str
    planting: int
    bundle: dict[str, bytes]
    minimum: int = VERSION
    hash: bytes = field(default=b"", compare=False)

    def content(self) -> dict[str, Any]:
        """As it stands in a statement."""
        return {
            "name": self.name,
            "people": [{"id": p.id, "devices": list(p.devices)} for p in self.people],
            "quorums": self.quorums,
            "policy": self.policy,
            "topics": list(self.topics),
            "country": self.country,
            "planting": self.planting,
            "bundle": self.bundle,
            "minimum": self.minimum,
        }

    def rule(self, name: str) -> Any:
        """A policy setting, or its default."""
        return self.policy.get(name, DEFAULT_POLICY.get(name))

    def device_key(self, person: bytes, device: int) -> bytes:
        """The public key that this place in the charter stands for.

        Raises:
            NotAModerator: there is no such place.
        """
        for candidate in self.people:
            if candidate.id == person and device < len(candidate.devices):
                return candidate.devices[device]
        raise NotAModerator("signed by someone who is no moderator here")

    def place_of(self, device_key: bytes) -> tuple[bytes, int] | None:
        """Person and index of a device; ``None`` if it is no moderator's."""
        for person in self.people:
            if device_key in person.devices:
                return person.id, person.devices.index(device_key)
        return None

    def person(self, person_id: bytes) -> Person | None:
        return next((p for p in self.people if p.id == person_id), None)


def person_id(first_device_key: bytes) -> bytes:
    """The id of a person: the first 16 bytes of the SHA-256 of her first device's key."""
    return digest(first_device_key)[:PERSON_SIZE]


def default_quorums(people: int, wanted_alert: int = 2) -> dict[str, int]:
    """Protocol §2.2: with one or two people all are 1; from three on ``charter`` is more than half, the others 2, ``alert`` as wanted."""
    if people <= 2:
        return dict.fromkeys(QUORUMS, 1)
    return {"alert": min(max(wanted_alert, 1), people), "charter": people // 2 + 1, "erase": 2, "remove": 2}


def announcement_quorum(charter: Charter, *, removes: bool) -> int:
    """How many people must approve an announcement (protocol §3.5)."""
    usual = min(2, len(charter.people))
    return max(usual, charter.quorums["remove"]) if removes else usual


#: The form of each rule that this software knows; others are kept and ignored.
_RULES: Final[dict[str, wire.Check]] = {
    "identifiers_from": wire.is_one_of(*SEVERITIES.values),
    "masked": wire.is_list_of(wire.is_text(1, 32), 0, 16),
    "nuisance_alerts": wire.is_bool,
    "ethnicity": wire.is_bool,
    "alert_quorum": wire.is_uint,
}


def _is_policy(value: Any) -> bool:
    return type(value) is dict and all(_RULES[name](item) for name, item in value.items() if name in _RULES)


def _is_person(value: Any) -> bool:
    return (
        type(value) is dict
        and set(value) == {"id", "devices"}
        and wire.is_bytes(PERSON_SIZE)(value["id"])
        and wire.is_list_of(is_public_key, 1, 8)(value["devices"])
    )


def _is_topic(value: Any) -> bool:
    return type(value) is dict and set(value) == {"id", "name"} and wire.is_text(1, 32)(value["id"]) and wire.is_text(1, 80)(value["name"])


def _is_numbers(value: Any) -> bool:
    return type(value) is dict and set(value) == set(QUORUMS) and all(wire.is_uint(v) for v in value.values())


def _is_bundle(value: Any) -> bool:
    return type(value) is dict and set(value) == {"tree", "gate", "notes"} and all(wire.is_bytes(32)(v) for v in value.values())


def _is_country(value: Any) -> bool:
    return type(value) is str and len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()


_CONTENT: Final[dict[str, wire.Check]] = {
    "name": wire.is_text(1, 80),
    "people": wire.is_list_of(_is_person, 1, MAX_PEOPLE),
    "quorums": _is_numbers,
    "policy": _is_policy,
    "topics": wire.is_list_of(_is_topic, 0, 64),
    "country": _is_country,
    "planting": wire.is_uint,
    "bundle": _is_bundle,
    "minimum": wire.is_uint,
}


def parse_charter(number: int, content: Any, body_hash: bytes) -> Charter:
    """A charter that keeps the rules of protocol §2.2.

    Raises:
        WrongShape: a field is missing, unknown or malformed.
        BadCharter: people or quorums break the rules.
        UnknownVersion: it asks for a version this software does not speak.
    """
    # First of all: in a later version the rest may have another form.
    if type(content) is dict and wire.is_uint(content.get("minimum")) and content["minimum"] > VERSION:
        raise UnknownVersion("your collective needs a newer version of this software; update it, and nothing is lost")
    f = wire.shaped(content, "charter", _CONTENT)
    people = tuple(Person(p["id"], tuple(p["devices"])) for p in f["people"])
    keys = [key for person in people for key in person.devices]
    if len({p.id for p in people}) != len(people) or len(set(keys)) != len(keys):
        raise BadCharter("a person or a device stands in it twice")
    if len({t["id"] for t in f["topics"]}) != len(f["topics"]):
        raise BadCharter("an area stands in it twice")
    most = 1 if len(people) <= 2 else len(people)
    if any(not 1 <= n <= most for n in f["quorums"].values()):
        raise BadCharter("a quorum nobody can have, or more than 1 with one or two people")
    if f["planting"] < 1:
        raise BadCharter("plantings count from 1")
    return Charter(
        number=number,
        name=f["name"],
        people=people,
        quorums=f["quorums"],
        policy=f["policy"],
        topics=tuple(f["topics"]),
        country=f["country"],
        planting=f["planting"],
        bundle=f["bundle"],
        minimum=f["minimum"],
        hash=body_hash,
    )


def check_successor(old: Charter, new: Charter) -> None:
    """Returns if ``new`` may follow ``old``, apart from its approvals.

    Raises:
        BadCharter: the minimum version falls, or planting and bundle do not go together.
    """
    if new.minimum < old.minimum:
        raise BadCharter("the least version may never fall")
    if new.planting not in (old.planting, old.planting + 1) or (new.planting == old.planting) != (new.bundle == old.bundle):
        raise BadCharter("the moderators' keys change with the planting, and only with it")
