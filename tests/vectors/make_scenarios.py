"""Writes `scenarios/*.json`: what a hostile relay or moderator sends, byte for byte, and what every reader must make of it (protocol §10).

`python -m tests.vectors.make_scenarios`; running it again changes nothing. Each file is

    name, section, what   for people
    given                 `collective`; `paths`: path keys by planting (`keys`: 672 bytes, leaf first); `bundles`, if she moderates
    responses             what the relay answers, one after the other: the `head` it claims (or null), and entries that follow those had
    expect                `raises`: the name of the error that refuses the last response, or null; then what the board holds afterwards:
                          `refused` ([entry, name]…), `alerts` ([object, versions, retracted, so far]…), `charter`, `epoch`, `withheld`

Byte strings are hex. What a scenario expects is written here by hand, and compared with what the reader does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crypto.bundle import Bundle
from tests.partners.run_scenario import play
from tests.partners.scribe import bundle
from tests.vectors import scenarios_of_chains, scenarios_of_statements
from tests.vectors.common import fixed_randomness
from tests.vectors.scenario import SCENARIOS, Scenario

FOLDER = Path(__file__).parent / "scenarios"
#: Importing these is what fills the list.
WRITERS = (scenarios_of_chains, scenarios_of_statements)


# ---- writing --------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """As JSON: byte strings are hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def bundle_value(one: Bundle) -> dict[str, Any]:
    return {"planting": one.planting, "tree": one.tree.reveal(), "gate": one.gate.reveal(), "notes": one.notes.reveal()}


def make(one: Scenario) -> dict[str, Any]:
    """The scenario as it stands in its file.

    Raises:
        LookupError: the reader makes something else of it than is written here.
    """
    with fixed_randomness(one.name):
        scribe, responses = one.write()
    written: dict[str, Any] = plain(
        {
            "name": one.name,
            "section": one.section,
            "what": one.what,
            "given": {
                "collective": scribe.collective,
                "paths": scribe.paths("dina", *one.plantings),
                "bundles": [bundle_value(bundle(p)) for p in one.plantings] if one.moderates else [],
            },
            "responses": [{"head": head, "entries": entries} for head, entries in responses],
        }
    )
    outcome = play(written)
    if (outcome["raises"], outcome["refused"], outcome["withheld"]) != (one.raises, [list(r) for r in one.refused], one.withheld):
        raise LookupError(f"{one.name}: {outcome}")
    return written | {"expect": outcome}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for one in SCENARIOS:
        text = json.dumps(make(one), indent=1, ensure_ascii=False)
        (FOLDER / f"{one.name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
