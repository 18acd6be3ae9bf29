"""The scenarios of `tests/vectors/scenarios/`, and that every line of protocol §10 has one, or a vector."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from alerts.moderator import Moderator
from crypto import errors
from tests.partners import run_scenario
from tests.partners.readers import reopened
from tests.vectors import make_scenarios
from tests.vectors.scenario import SCENARIOS as WRITTEN
from tests.vectors.scenario import Scenario

ROOT = Path(__file__).parents[3]
VECTORS = ROOT / "tests" / "vectors"
SCENARIOS = sorted((VECTORS / "scenarios").glob("*.json"))


def load(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    """A reader who is given these answers believes exactly this; and the same when her vault is closed and opened after each."""
    scenario = load(path)
    assert run_scenario.play(scenario) == scenario["expect"]
    reader, raises, told = run_scenario.reader_of(scenario["given"]), None, run_scenario.Told()
    for response in scenario["responses"]:
        raises = run_scenario.answer(reader, response, told)
        reader = reopened(reader)
    assert run_scenario.outcome(reader, raises, told, run_scenario.parts_of(scenario)) == scenario["expect"]


def pages(response: dict[str, Any], *, first: bool) -> Iterator[dict[str, Any]]:
    """The same answer as a relay might cut it: one entry of the board at a time, one of the log, then desk and mail."""
    bare = {key: value for key, value in response.items() if key not in run_scenario.PARTS} | {"entries": []}
    if "welcome" in response:
        # The announcement that her invite names is looked for when all of the board is there.
        yield response
        return
    together = 2 if first else 0
    board = response["entries"]
    yield from (bare | {"entries": part} for part in ([board[:together], *([one] for one in board[together:])] if board else [[]]))
    bare |= {"head": None}
    yield bare | {part: response[part] for part in ("boxes",) if part in response}
    log = response.get("log")
    if log is not None:
        yield from (bare | {"log": {"head": log["head"], "entries": [one]}} for one in log["entries"])
        yield bare | {"log": log | {"entries": []}}
    yield bare | {part: response[part] for part in ("desk", "mail") if part in response}


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario_entry_by_entry(path: Path) -> None:
    """How the relay cuts its answers into pages changes nothing, but for the first two entries, which come together."""
    scenario = load(path)
    reader, raises, told = run_scenario.reader_of(scenario["given"]), None, run_scenario.Told()
    for response in scenario["responses"]:
        raises = None
        for page in pages(response, first=not reader.entries):
            raises = raises or run_scenario.answer(reader, page, told)
    found = run_scenario.outcome(reader, raises, told, run_scenario.parts_of(scenario))
    # An answer that cannot be parsed is refused whole; in pages, what came before it is kept.
    assert found["raises"] == scenario["expect"]["raises"]
    if found["raises"] is None:
        assert found == scenario["expect"]


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_making_a_scenario_again_gives_the_same_bytes(one: Scenario) -> None:
    assert make_scenarios.text_of(one) == make_scenarios.path_of(one.name).read_text(encoding="utf-8")


def test_each_scenario_has_a_writer_and_is_what_its_name_says() -> None:
    assert sorted(path.stem for path in SCENARIOS) == sorted(one.name for one in WRITTEN)
    assert all(load(path)["name"] == path.stem for path in SCENARIOS)


def test_scenarios_are_of_members_and_of_moderators() -> None:
    kinds = {type(run_scenario.reader_of(load(path)["given"])) for path in SCENARIOS}
    assert Moderator in kinds and len(kinds) == 2


def test_who_refuses_everything_fails() -> None:
    """Of each part there is a scenario in which nothing is refused and something is believed."""
    honest = [load(path)["expect"] for path in SCENARIOS if not set(refusals(load(path)["expect"]))]
    assert any(e["alerts"] for e in honest)
    assert any(e["log"]["members"] and e["log"]["steps"] for e in honest if "log" in e)
    assert {said for e in honest if "desk" in e for _, said in e["desk"]["joins"]} == {"admit", "member"}
    assert any(follow_ups for e in honest if "desk" in e for *_, follow_ups in e["desk"]["reports"])
    assert any(e["boxes"] == ["taken"] for e in honest if "boxes" in e)
    assert any(messages for e in honest if "mail" in e for *_, messages in e["mail"]["receipts"])


# ---- protocol §10 -------------------------------------------------------------------------------------------------

#: The names of a row of which no scenario of log, desk or mail can do without.
ROWS = {
    "joins": {"UnknownInvite", "InviteUsed", "InviteExpired", "InviteWithdrawn", "RemovedDevice"},
    "desk": {"ReportEpoch", "NotTheReceipt", "CounterWentBack", "ReportChanged"},
    "mail": {"NotAModerator"},
}


def named_in_the_specification() -> set[str]:
    text = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8").split("\n## 10 ")[1].split("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| |")]
    return {name for row in rows for name in re.findall(r"`([A-Za-z]+)`", row.rsplit("|", 2)[1])}


def refusals(expect: dict[str, Any]) -> Iterator[str]:
    """Every name that a scenario expects, wherever it stands."""
    if expect["raises"]:
        yield expect["raises"]
    yield from (name for _, name in expect["refused"])
    yield from ("Withheld" for _ in expect["withheld"][:1])
    for part in ("log", "desk", "mail"):
        yield from (name for _, name in expect.get(part, {"refused": []})["refused"])
    yield from (said for said in expect.get("boxes", []) if said != "taken")
    yield from (said for _, said in expect.get("desk", {"joins": []})["joins"] if said not in ("admit", "member"))


def shown_by_scenarios() -> set[str]:
    return {name for path in SCENARIOS for name in refusals(load(path)["expect"])}


def shown_by_vectors() -> set[str]:
    """The names in the ``error`` fields of the vectors that are made of bytes."""

    def names(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("error"), str):
                yield value["error"]
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                yield from names(item)

    return {name for path in VECTORS.glob("*.json") for name in names(load(path))}


def test_every_refusal_of_the_specification_is_data() -> None:
    """None has to be left out: each name can be shown by a scenario that a second implementation plays, or by a vector."""
    assert len(named_in_the_specification()) > 40
    assert sorted(named_in_the_specification() - shown_by_scenarios() - shown_by_vectors()) == []


def test_every_refusal_of_the_code_is_in_the_specification() -> None:
    refused = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.Refused)}
    assert refused - {"Refused"} == named_in_the_specification()


@pytest.mark.parametrize("row", ROWS)
def test_the_rows_of_joins_desk_and_mail_are_shown_where_they_happen(row: str) -> None:
    expected = [load(path)["expect"] for path in SCENARIOS]
    part, field = ("desk", "joins") if row == "joins" else (row, "refused")
    assert sorted(ROWS[row] - {name for e in expected for _, name in e.get(part, {field: []})[field]}) == []


def test_scenarios_expect_only_what_the_specification_names() -> None:
    assert sorted(shown_by_scenarios() - named_in_the_specification()) == []
