"""What a scenario is, and what its writers share. `make_scenarios.py` writes them down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crypto import wire
from crypto.chain import Entry
from tests.partners.scribe import Scribe

Values = list[dict[str, Any]]
Response = tuple[Any, Values]


@dataclass(frozen=True, slots=True)
class Scenario:
    section: str
    write: Callable[[], tuple[Scribe, list[Response]]]
    refused: list[tuple[int, str]]
    raises: str | None
    moderates: bool
    name: str
    what: str
    plantings: tuple[int, ...]
    withheld: list[int]


SCENARIOS: list[Scenario] = []


def values(entries: list[Entry]) -> Values:
    return [entry.value() for entry in entries]


def scenario(
    section: str, *refused: tuple[int, str], raises: str | None = None, moderates: bool = False, plantings: tuple[int, ...] = (1,),
    withheld: list[int] | None = None, **scribe: Any,
) -> Callable[[Callable[[Scribe], Any]], None]:  # fmt: skip
    """A function that bends a board, and what must come of it. It may return the relay's answers; else all entries come in one."""

    def keep(function: Callable[[Scribe], Any]) -> None:
        def write() -> tuple[Scribe, list[Response]]:
            own = Scribe(**scribe)
            answers = function(own)
            return own, answers if isinstance(answers, list) else [(None, values(own.entries))]

        name = function.__name__.replace("_", "-")
        what = (function.__doc__ or "").strip()
        SCENARIOS.append(Scenario(section, write, list(refused), raises, moderates, name, what, plantings, withheld or []))

    return keep


def alerted(s: Scribe) -> Entry:
    """The entry of an honest alert."""
    s.alert()
    return s.entries[-1]


def with_header(entry: Entry, **changes: Any) -> dict[str, Any]:
    return entry.value() | {"header": wire.encode(wire.decode(entry.header) | changes)}
