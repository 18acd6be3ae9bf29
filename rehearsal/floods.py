"""How much is too much: one message a second to a chat, thirty a second in all, and waits that last until their end.

Telegram publishes these two figures and no more. Its answer to too much is 429 with ``retry_after``; whoever asks again earlier is refused again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

#: Nobody's clock and network are exact: a message may come this much (seconds) before its second is over.
SLACK = 0.05


@dataclass(frozen=True)
class Limits:
    """``per_chat`` and ``in_all`` are messages a second, ``wait`` is the flood wait in seconds that follows more than ``in_all``."""

    per_chat: int = 1
    in_all: int = 30
    wait: float = 5

    @classmethod
    def none(cls) -> Limits:
        """For tests about something else."""
        return cls(per_chat=10**9, in_all=10**9)


@dataclass
class Floods:
    """Counts what was let through, and remembers who has to wait until when (seconds of the clock that ``ask`` is given)."""

    limits: Limits
    #: How often somebody asked again in the middle of a wait.
    impatient: int = 0
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)
    _wait_all: float = 0
    _waits: dict[int, float] = field(default_factory=dict)

    def hold_all(self, until: float) -> None:
        """A flood wait for everything, whatever has been sent."""
        self._wait_all = max(self._wait_all, until)

    def waiting(self, now: float) -> float:
        """Seconds that everybody has to wait, 0 if nobody has to."""
        return max(0.0, self._wait_all - now)

    def ask(self, chat: int, now: float, *, a_message: bool) -> float:
        """May something go to ``chat`` now? 0 if so, otherwise the seconds to wait. Only ``a_message`` counts for the chat's own limit."""
        held = max(self._wait_all, self._waits.get(chat, 0.0) if a_message else 0.0) - now
        if held > 0:
            self.impatient += 1
            return held
        self._waits.pop(chat, None)
        sent = self._chats.setdefault(chat, deque())
        _forget(sent, now)
        _forget(self._all, now)
        if a_message and len(sent) >= self.limits.per_chat:
            self._waits[chat] = sent[0] + 1
            return max(self._waits[chat] - now, SLACK)
        if len(self._all) >= self.limits.in_all:
            self._wait_all = now + self.limits.wait
            return self.limits.wait
        self._all.append(now)
        if a_message:
            sent.append(now)
        return 0


def _forget(times: deque[float], now: float) -> None:
    while times and times[0] <= now - 1 + SLACK:
        times.popleft()
