"""What a scenario is, and what its writers share. `make_scenarios.py` writes them down; `README.md` says what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crypto import wire
from crypto.bundle import Bundle
from crypto.chain import Entry
from tests.partners.desk_scribe import DeskScribe
from tests.partners.scribe import LEAVES, Scribe, bundle, device, fixed

Values = list[dict[str, Any]]
#: The relay's head, entries, and whole entries of what it withheld before.
Response = tuple[Any, Values] | tuple[Any, Values, Values]


@dataclass(frozen=True, slots=True)
class Scenario:
    """``write`` takes the desk items of the file as it stands, and gives `given` and `responses`; ``expect`` is what was meant."""

    name: str
    section: str
    what: str
    write: Callable[[Sequence[bytes]], tuple[dict[str, Any], list[dict[str, Any]]]]
    expect: dict[str, Any]


SCENARIOS: list[Scenario] = []


def values(entries: list[Entry]) -> Values:
    return [entry.value() for entry in entries]


def _given(scribe: Scribe, paths: tuple[int, ...], bundles: tuple[int, ...]) -> dict[str, Any]:
    return {
        "collective": scribe.collective,
        "paths": scribe.paths("dina", *paths) if paths else [],
        "bundles": [_bundle_value(bundle(planting)) for planting in bundles],
    }


def _bundle_value(one: Bundle) -> dict[str, Any]:
    return {"planting": one.planting, "tree": one.tree.reveal(), "gate": one.gate.reveal(), "notes": one.notes.reveal()}


def _name_and_what(function: Callable[..., Any]) -> tuple[str, str]:
    return function.__name__.replace("_", "-"), (function.__doc__ or "").strip()


def scenario(
    section: str, *refused: tuple[int, str], raises: str | None = None, moderates: bool = False, plantings: tuple[int, ...] = (1,),
    withheld: list[int] | None = None, now: int | None = None, alarms: tuple[tuple[int, str], ...] = (), **scribe: Any,
) -> Callable[[Callable[[Scribe], Any]], None]:  # fmt: skip
    """A function that bends a board, and what must come of it. It may return the relay's answers; else all entries come in one.

    Args:
        now: the reader's clock, if she has one.
        alarms: what only a moderator sees to be wrong.
    """
    expect: dict[str, Any] = {"raises": raises, "refused": [list(one) for one in refused], "withheld": withheld or []}
    expect["alarms"] = [list(one) for one in alarms] or None

    def keep(function: Callable[[Scribe], Any]) -> None:
        def write(_: Sequence[bytes]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
            own = Scribe(**scribe)
            answers = function(own)
            answers = answers if isinstance(answers, list) else [(None, values(own.entries))]
            clock = {} if now is None else {"now": now}
            responses = [
                clock | {"head": head, "entries": entries} | ({"found": found[0]} if found else {}) for head, entries, *found in answers
            ]
            return _given(own, plantings, plantings if moderates else ()), responses

        name, what = _name_and_what(function)
        SCENARIOS.append(Scenario(name, section, what, write, expect))

    return keep


# ---- log, desk and mail ---------------------------------------------------------------------------------------------


def now_of(s: DeskScribe, *, board: int = 0, log: int = 0, desk: int = 0) -> dict[str, Any]:
    """One answer with all that stands there now, from the numbers given on."""
    answer = {"now": s.now, "head": None, "entries": values(s.entries[board:]), "log": {"head": None, "entries": values(s.log[log:])}}
    items = [{"position": a.position, "arrived": a.arrived, "item": a.item} for a in s.desk[desk:]]
    return answer | ({"desk": {"began": s.now, "items": items}} if items else {})


def _register(
    section: str, expect: dict[str, Any], answers: Callable[[DeskScribe, Any], list[dict[str, Any]]],
    given: Callable[[DeskScribe], dict[str, Any]], scribe: dict[str, Any],
) -> Callable[[Callable[[DeskScribe], Any]], None]:  # fmt: skip
    def keep(function: Callable[[DeskScribe], Any]) -> None:
        def write(kept: Sequence[bytes]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
            own = DeskScribe(kept=kept, **scribe)
            responses = answers(own, function(own))
            return given(own), responses

        name, what = _name_and_what(function)
        SCENARIOS.append(Scenario(name, section, what, write, {"raises": None, "refused": [], "withheld": []} | expect))

    return keep


def log_scenario(
    section: str, *, log: Sequence[tuple[int, str]] = (), raises: str | None = None, refused: Sequence[tuple[int, str]] = (),
    plantings: tuple[int, ...] = (1,), **scribe: Any,
) -> Callable[[Callable[[DeskScribe], Any]], None]:  # fmt: skip
    """What ana's device makes of the log: number and name of each note refused. The function may return the relay's answers."""
    expect = {"raises": raises, "refused": [list(one) for one in refused], "log": {"refused": [list(one) for one in log]}}
    return _register(section, expect, lambda s, said: said or [now_of(s)], lambda s: _anas(s, plantings), scribe)


def desk_scenario(
    section: str, *, desk: Sequence[tuple[int, str]] = (), joins: Sequence[tuple[str, str]] = (), cases: Sequence[Any] | None = None,
    **scribe: Any,
) -> Callable[[Callable[[DeskScribe], Any]], None]:  # fmt: skip
    """What ana's device makes of the desk: position and name of what is refused; whose join, and what the log makes of it.

    Args:
        cases: of each report its state, what is new on it, whether she agreed to its draft, and whether it may go out.
    """
    judged = [[device(name).signing_key.hex(), said] for name, said in joins]
    told = {} if cases is None else {"cases": [list(one) for one in cases]}
    expect = {"log": {"refused": []}, "desk": {"refused": [list(one) for one in desk], "joins": judged} | told}
    return _register(section, expect, lambda s, said: said or [now_of(s)], lambda s: _anas(s, (1,)), scribe)


def _anas(s: DeskScribe, plantings: tuple[int, ...]) -> dict[str, Any]:
    return _given(s, (), plantings) | {"device": fixed("device ana", 16)}


def mail_scenario(
    section: str, *refused: tuple[int, str], raises: str | None = None, **scribe: Any
) -> Callable[[Callable[[DeskScribe], Any]], None]:
    """What dina's device, which has reported, makes of letters."""

    def answers(s: DeskScribe, said: Any) -> list[dict[str, Any]]:
        return said or [mail_of(s)]

    def given(s: DeskScribe) -> dict[str, Any]:
        receipts = [
            {"id": r.id, "answer": r.answer.reveal(), "tag": r.tag.reveal(), "follow": r.follow.reveal(), "kinds": r.kinds, "sent": r.sent,
             "item": r.unsent} for r in s.receipts
        ]  # fmt: skip
        return _given(s, (1,), ()) | {"device": fixed("device dina", 16), "receipts": receipts}

    return _register(section, {"raises": raises, "mail": {"refused": [list(one) for one in refused]}}, answers, given, scribe)


def newcomer_scenario(
    section: str, *, boxes: Sequence[str] | None = None, raises: str | None = None, reads: str = "fay", moderates: bool = False,
    **scribe: Any,
) -> Callable[[Callable[[DeskScribe], Any]], None]:  # fmt: skip
    """What somebody makes of her invite's box and of her own boxes; the function returns the relay's answers.

    Args:
        boxes: what is said of each of her own, `taken` or a name.
        reads: somebody with a leaf, who has her path keys already; or ``fay``, who has nothing.
    """

    def given(s: DeskScribe) -> dict[str, Any]:
        paths = s.paths(reads) if reads in LEAVES else []
        return _given(s, (), ()) | {"paths": paths, "device": fixed(f"device {reads}", 16)} | ({"moderates": True} if moderates else {})

    expect: dict[str, Any] = {"raises": raises} | ({} if boxes is None else {"boxes": list(boxes)})
    return _register(section, expect, lambda _, said: said, given, scribe)


def mail_of(s: DeskScribe, *, board: int = 0, first: int = 0, **changes: Any) -> dict[str, Any]:
    """One answer with the board and all letters."""
    letters = [{"position": first + n + 1, "tag": item.tag, "blob": item.blob} for n, item in enumerate(s.mail[first:])]
    return {"now": s.now, "head": None, "entries": values(s.entries[board:]), "mail": letters} | changes


def alerted(s: Scribe) -> Entry:
    """The entry of an honest alert."""
    s.alert()
    return s.entries[-1]


def with_header(entry: Entry, **changes: Any) -> dict[str, Any]:
    return entry.value() | {"header": wire.encode(wire.decode(entry.header) | changes)}
