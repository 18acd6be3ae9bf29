"""What the bot says of itself: counts for Prometheus, and one log line when something it needs goes away or comes back.

Of nobody in particular: no chat, no collective, no text, no token.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from typing import Final

from aiohttp import web

log: Final = logging.getLogger("parasol.bot")

#: What the bot needs. Each is up, or away for a reason.
PARTS: Final = ("telegram", "token", "sending", "relay", "disk")


class Metrics:
    """Counts, and the state of each of :data:`PARTS`."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        # Since when, and why.
        self._away: dict[str, tuple[float, str]] = {}
        self.counts: Counter[str] = Counter()
        self._gauges: list[Callable[[], dict[str, float]]] = []

    def count(self, event: str, times: int = 1) -> None:
        """``event`` is a lower-case name of this program's own, never anything that came from outside."""
        self.counts[event] += times

    def gauges(self, read: Callable[[], dict[str, float]]) -> None:
        """Figures that are read when they are asked for."""
        self._gauges.append(read)

    def away(self, part: str, why: str) -> None:
        """``part`` cannot be used now. Logged once for each reason, however often it is tried."""
        since, before = self._away.get(part, (self._now(), None))
        if before is None:
            self.count(f"{part}_away")
        if before != why:
            self._away[part] = since, why
            log.warning("%s: %s; waiting", part, why)

    def back(self, part: str) -> None:
        """``part`` works."""
        away = self._away.pop(part, None)
        if away is not None:
            log.warning("%s: back after %d s", part, round(self._now() - away[0]))

    def is_away(self, part: str) -> bool:
        return part in self._away

    def text(self) -> str:
        """All of it, in Prometheus' form."""
        lines = ["# TYPE parasol_bot_up gauge"]
        lines += [f'parasol_bot_up{{part="{part}"}} {int(part not in self._away)}' for part in PARTS]
        lines += ["# TYPE parasol_bot_events_total counter"]
        lines += [f'parasol_bot_events_total{{event="{event}"}} {n}' for event, n in sorted(self.counts.items())]
        for read in self._gauges:
            for name, value in sorted(read().items()):
                lines += [f"# TYPE parasol_bot_{name} gauge", f"parasol_bot_{name} {value:g}"]
        return "\n".join(lines) + "\n"

    def app(self) -> web.Application:
        """For a listener on loopback."""

        async def answer(_: web.Request) -> web.Response:
            return web.Response(text=self.text())

        app = web.Application()
        app.router.add_get("/metrics", answer)
        return app
