"""Writes `scenarios/*.json`: what a hostile relay or moderator sends, byte for byte, and what every reader must make of it (protocol §10).

`python -m tests.vectors.make_scenarios`; `README.md` says what stands in each file. What a scenario expects is written beside its writer
by hand, and compared with what the reader does.

Running it again changes nothing. What the system's randomness decides is drawn from a fixed stream here, but for HPKE, whose
encapsulation draws inside the library: a desk item or box that stands in the file already, and opens to the very same text, is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.partners.run_scenario import play
from tests.vectors import (
    scenarios_of_chains,
    scenarios_of_desks,
    scenarios_of_logs,
    scenarios_of_mail,
    scenarios_of_newcomers,
    scenarios_of_statements,
)
from tests.vectors.common import fixed_randomness
from tests.vectors.scenario import SCENARIOS, Scenario

FOLDER = Path(__file__).parent / "scenarios"
#: Importing these is what fills the list.
WRITERS = (scenarios_of_chains, scenarios_of_statements, scenarios_of_newcomers, scenarios_of_logs, scenarios_of_desks, scenarios_of_mail)


# ---- writing --------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """As JSON: byte strings are hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def agrees(outcome: Any, meant: Any) -> bool:
    """Whether an outcome has what was meant; of a map, what was meant to stand in it."""
    if isinstance(meant, dict):
        return all(agrees(outcome.get(key), value) for key, value in meant.items())
    return bool(outcome == meant)


def items_of(written: dict[str, Any]) -> list[bytes]:
    """The desk items and boxes of a scenario as it stands in its file."""
    items = [item["item"] for r in written["responses"] for item in r.get("desk", {}).get("items", [])]
    return [bytes.fromhex(one) for one in items + [box["blob"] for r in written["responses"] for box in r.get("boxes", [])]]


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.json"


def make(one: Scenario) -> dict[str, Any]:
    """The scenario as it stands in its file.

    Raises:
        LookupError: the reader makes something else of it than is written here.
    """
    path = path_of(one.name)
    kept = items_of(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else []
    with fixed_randomness(one.name):
        given, responses = one.write(kept)
    written: dict[str, Any] = plain({"name": one.name, "section": one.section, "what": one.what, "given": given, "responses": responses})
    outcome = play(written)
    if not agrees(outcome, one.expect):
        raise LookupError(f"{one.name}: {outcome}")
    return written | {"expect": outcome}


def text_of(one: Scenario) -> str:
    return json.dumps(make(one), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for one in SCENARIOS:
        path_of(one.name).write_text(text_of(one), encoding="utf-8")


if __name__ == "__main__":
    main()
