"""What leaves a member's device for the desk, and when (protocol §8.2).

The relay sees when each item comes, and from which address. So nothing is posted again sooner than it must be, never two such
items in one sync, and never with the same bytes once the relay has taken them: those would tell it that both are hers.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar

#: What the relay has taken and nobody has acknowledged is posted again after this long, then after twice as long, up to sixteen times.
AGAIN_AFTER: Final = 6 * 3600
_LONGEST: Final = 4
#: How long a device keeps follow-ups it posted, to heal a restored relay (protocol §5.6).
KEEP_POSTED: Final = 30 * 86400


class Waits(Protocol):
    """A report or join that waits to be acknowledged: how often the relay has taken it, and when it did last."""

    posts: int
    taken: int
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A sealed item, and what it is made of."""

    item: bytes = field(repr=False)
    of: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Posted:
    """A follow-up that the relay has taken, sealed: this device cannot read it any more. ``report`` is what it belongs to."""

    then: int
    report: bytes | None
    item: bytes = field(repr=False)

    def state(self) -> list[Any]:
        """As a value for :func:`crypto.wire.encode`."""
        return [self.then, self.report, self.item]


W = TypeVar("W", bound=Waits)


def is_due_again(one: Waits, now: int) -> bool:
    """Whether the relay has taken it, so long ago that it is to be posted again."""
    return one.posts > 0 and now >= one.taken + (AGAIN_AFTER << min(one.posts - 1, _LONGEST))


def one_of(items: Sequence[W]) -> list[W]:
    """One of them by chance, or none if there is none."""
    return [secrets.choice(items)] if items else []
