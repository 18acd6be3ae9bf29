"""A clock that runs like the wall's and can be turned forward, so that 48 hours take no time."""

from __future__ import annotations

import time
from collections.abc import Callable

#: Unix time in seconds, with fractions.
Now = Callable[[], float]


class Clock:
    """Runs from ``start`` (Unix seconds; the wall's time if not given) and stands where it is told to."""

    def __init__(self, start: float | None = None) -> None:
        self._ahead = 0.0 if start is None else start - time.time()
        self._wall: Now = time.time

    def __call__(self) -> float:
        return self._wall() + self._ahead

    def stand(self) -> None:
        """Stop here: from now on only :meth:`forward` turns it, however slow the machine is."""
        stopped = self._wall()
        self._wall = lambda: stopped

    @property
    def behind(self) -> float:
        """Seconds by which it is behind the wall's time; 0 if it is not."""
        return max(0.0, -self._ahead)

    def turn_to(self, moment: float) -> None:
        """Turn the clock on to ``moment`` (Unix seconds). Never back: what is over stays over."""
        self._ahead += max(0.0, moment - self())

    def catch_up(self) -> None:
        """Turn a clock that began in the past on to the wall's time."""
        self._ahead = max(self._ahead, 0.0)

    def forward(self, seconds: float = 0, *, hours: float = 0, days: float = 0) -> None:
        """Turn the clock on. Long polls and waits of the machine are not shortened by it; ages and flood waits are."""
        self._ahead += seconds + hours * 3600 + days * 86400
