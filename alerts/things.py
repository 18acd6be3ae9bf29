"""What stands on a board: epochs, objects with their versions, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crypto.announced import Public
from crypto.secrets import EpochSecret

from .contents import ALERT_KINDS
from .statements import SINGLE, Body


@dataclass(frozen=True, slots=True)
class Epoch:
    """A valid announcement."""

    number: int
    planting: int
    seq: int
    hash: bytes
    time: int
    public: Public
    secret: EpochSecret
    desk_key: bytes
    #: The people who approved it.
    people: frozenset[bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Version:
    """One published version of an object."""

    seq: int
    hash: bytes
    time: int
    body: Body
    people: frozenset[bytes]
    needed: int


@dataclass(slots=True)
class Thing:
    """An object on the board: an alert with its amendments and its retraction, or a notice, a question, the resources…"""

    id: bytes
    versions: list[Version] = field(default_factory=list)

    @property
    def first(self) -> Version:
        return self.versions[0]

    @property
    def last(self) -> Version:
        return self.versions[-1]

    @property
    def is_alert(self) -> bool:
        return self.first.body.kind in ALERT_KINDS

    @property
    def retracted(self) -> bool:
        return self.last.body.kind == "retraction"

    @property
    def content(self) -> dict[str, Any]:
        """The newest content; of a retracted alert, the one before the retraction."""
        standing = [v for v in self.versions if v.body.kind != "retraction"]
        return standing[-1].body.content if standing else {}

    @property
    def so_far(self) -> bool:
        """Whether only *one moderator so far* stands behind it."""
        return not self.retracted and self.is_alert and len(self.last.people) < self.last.needed

    def expired(self, now: int) -> bool:
        expires = self.content.get("expires")
        return expires is not None and now >= expires


def thing_key(body: Body) -> bytes:
    """What names the object of a body on a board: its id; of what there is one of each, the kind (protocol §6.2)."""
    return body.kind.encode() if body.object == SINGLE else body.object


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that was skipped, and why."""

    seq: int
    error: str
    detail: str
