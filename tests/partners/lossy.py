"""A line between devices and the relay that breaks once, at some question: before the relay heard it, or before its answer came back."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, cast

from alerts.sync import RelayClient
from crypto.errors import Unreachable

from .world import MemoryRelay, World


@dataclass
class Line:
    """Breaks when ``left`` more questions have passed; ``None`` if it does not. ``heard``: the relay hears the one that breaks it."""

    left: int | None = None
    heard: bool = False
    broken: int = 0

    def mend(self) -> None:
        self.left = None


class LossyRelay:
    """A relay as it is at the other end of the line."""

    def __init__(self, relay: MemoryRelay, line: Line) -> None:
        self._relay = relay
        self._line = line

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._relay, name)
        if not inspect.iscoroutinefunction(asked):
            return asked

        async def over_the_line(*arguments: Any, **rest: Any) -> Any:
            line = self._line
            if line.left is None or line.left > 0:
                line.left = None if line.left is None else line.left - 1
                return await asked(*arguments, **rest)
            line.left, line.broken = None, line.broken + 1
            if line.heard:
                await asked(*arguments, **rest)
            raise Unreachable("the line broke")

        return over_the_line


class LossyWorld(World):
    """A world whose devices all talk over one line."""

    def __init__(self) -> None:
        self.line = Line()
        super().__init__()

    @property
    def client(self) -> RelayClient:
        return cast(RelayClient, LossyRelay(self.relay, self.line))
