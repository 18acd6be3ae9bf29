"""What a command is, and what it is given: a name, a sentence, an example, and a function from options to an answer."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from .settings import Settings
from .terminal import Terminal


@dataclass(slots=True)
class Answer:
    """What a command has to say: one JSON-able map for programs, lines for people, and the exit status."""

    value: dict[str, Any]
    lines: list[str] = field(default_factory=list)
    status: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given."""

    options: argparse.Namespace
    settings: Settings
    terminal: Terminal

    @property
    def now(self) -> int:
        """The time, in Unix seconds."""
        return self.settings.clock()


@dataclass(frozen=True, slots=True)
class Command:
    """One command of ``parasol``.

    ``who`` is the group of the help it stands in: ``member``, ``moderator`` or ``operator``.
    """

    name: str
    who: str
    summary: str
    example: str
    run: Callable[[Context], Coroutine[Any, Any, Answer]]
    arguments: Callable[[argparse.ArgumentParser], None] = lambda parser: None
