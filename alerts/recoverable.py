"""Whether another phone can be opened with a device's words, and when the next box for that is to be posted (protocol §7.6)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

#: A later period's box is posted at a time from the first so many seconds: boxes that all came at once would show how many have words.
SPREAD: Final = 14 * 86400


@dataclass(slots=True)
class Recoverable:
    """What a device remembers of its recovery boxes.

    ``wanted`` is whether its owner was shown the words: for nobody else a box is of any use. ``period`` is the newest whose box stands at the
    relay, ``due`` when that of a later one, or that one again, is to be posted, in Unix seconds; ``again`` the newest that was posted
    again, or is to be, because the relay had lost something.
    """

    wanted: bool = False
    period: int | None = None
    due: int | None = None
    again: int | None = None

    def is_due(self, period: int, now: int) -> bool:
        """Whether the box of the present period is to be posted now. The first at once; a later one at a time that is drawn here."""
        if not self.wanted or (self.period is not None and self.period > period):
            return False
        if self.period is None:
            return True
        if self.due is None:
            if self.period == period:
                return False
            self.due = now + secrets.randbelow(SPREAD)
        return now >= self.due

    def stands(self, period: int) -> None:
        """The box of this period stands at the relay."""
        self.period, self.due = period, None

    def may_be_lost(self, now: int) -> None:
        """The relay has lost something, or says so: the box is posted again.

        At a time that is drawn, and once for each box: a relay that lies would have it on demand, and know its device by it.
        """
        if self.period is None or self.again == self.period:
            return
        self.again = self.period
        if self.due is None:
            self.due = now + secrets.randbelow(SPREAD)

    def state(self) -> list[bool | int | None]:
        """As a value for :func:`crypto.wire.encode`."""
        return [self.wanted, self.period, self.due, self.again]
