"""The scenarios of `tests/vectors/scenarios/`, and that every line of protocol §10 has one, or a test of its own."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from alerts.moderator import Moderator
from tests.partners import run_scenario
from tests.partners.readers import reopened

ROOT = Path(__file__).parents[3]
SCENARIOS = sorted((ROOT / "tests" / "vectors" / "scenarios").glob("*.json"))


def load(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    """A reader who is given these answers believes exactly this; and the same when her vault is closed and opened after each."""
    scenario = load(path)
    assert run_scenario.play(scenario) == scenario["expect"]
    reader, raises = run_scenario.reader_of(scenario["given"]), None
    for response in scenario["responses"]:
        raises = run_scenario.answer(reader, response)
        reader = reopened(reader)
    assert run_scenario.outcome(reader, raises) == scenario["expect"]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario_entry_by_entry(path: Path) -> None:
    """How the relay cuts its answers into pages changes nothing, but for the first two entries, which come together."""
    scenario = load(path)
    reader, raises = run_scenario.reader_of(scenario["given"]), None
    for response in scenario["responses"]:
        raises, entries, first = None, response["entries"], 0 if reader.entries else 2
        parts = [entries[:first], *([one] for one in entries[first:])] if entries else [[]]
        for part in parts:
            raises = raises or run_scenario.answer(reader, {"head": response["head"], "entries": part})
    found = run_scenario.outcome(reader, raises)
    # An answer that cannot be parsed is refused whole; in pages, what came before it is kept.
    assert found["raises"] == scenario["expect"]["raises"]
    if found["raises"] is None:
        assert found == scenario["expect"]


def test_scenarios_are_of_members_and_of_moderators() -> None:
    kinds = {type(run_scenario.reader_of(load(path)["given"])) for path in SCENARIOS}
    assert Moderator in kinds and len(kinds) == 2


# ---- protocol §10 -------------------------------------------------------------------------------------------------


def named_in_the_specification() -> set[str]:
    text = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8").split("\n## 10 ")[1].split("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| |")]
    return {name for row in rows for name in re.findall(r"`([A-Za-z]+)`", row.rsplit("|", 2)[1])}


def shown_by_scenarios() -> set[str]:
    expected = [load(path)["expect"] for path in SCENARIOS]
    names = {e["raises"] for e in expected if e["raises"]} | {name for e in expected for _, name in e["refused"]}
    return names | ({"Withheld"} if any(e["withheld"] for e in expected) else set())


def shown_by_tests() -> set[str]:
    """What tests in this folder say with ``refused("Name")`` or ``pytest.raises(Name)``."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refused":
                found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "raises":
                found |= {arg.id for arg in node.args if isinstance(arg, ast.Name)}
    return found


def test_every_refusal_of_the_specification_is_shown() -> None:
    assert len(named_in_the_specification()) > 40
    assert sorted(named_in_the_specification() - shown_by_scenarios() - shown_by_tests()) == []


def test_scenarios_expect_only_what_the_specification_names() -> None:
    assert sorted(shown_by_scenarios() - named_in_the_specification()) == []
