"""The sample collective: founded by the real clients at the real relay, whole on every device, made once, and somebody there for whoever joins."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from alerts import casework
from alerts.home import Home
from alerts.moderator import Moderator
from alerts.report import example_report, validate_report
from alerts.session import Session, join
from alerts.sync import RelayClient
from rehearsal import sample
from rehearsal.history import ENDS, JOINED, MODERATORS, REMOVED, TOLD

ROOT = Path(__file__).resolve().parents[2]
DAY = 86_400


@dataclass
class Running:
    """A rehearsal as somebody started it, and the document that it said it is ready with."""

    process: subprocess.Popen[str]
    said: dict[str, str]

    def phones(self) -> list[dict[str, Any]]:
        with urllib.request.urlopen(self.said["ready"] + "view", timeout=60) as answer:
            found: list[dict[str, Any]] = json.load(answer)["phones"]
        return found

    def papers(self) -> dict[str, dict[str, Any]]:
        return {phone["name"]: phone["paper"] for phone in self.phones()}


def start(folder: Path, *more: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "PYTHON"))}
    folder.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "cli", "rehearse", "--headless", "--port", "0", *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder.parent / "pycache")},
    )  # fmt: skip


@contextmanager
def running(folder: Path, *more: str) -> Iterator[Running]:
    """One with --json, that has to end by itself when it is told to."""
    process = start(folder, "--json", *more)
    try:
        lines: list[str] = []
        for line in process.stdout or ():
            lines.append(line)
            if line.rstrip() == "}":
                break
        assert lines, process.communicate()[1]
        yield Running(process, json.loads("".join(lines)))
        process.send_signal(signal.SIGINT)
        _, wrong = process.communicate(timeout=60)
        assert process.returncode == 0 and "Traceback" not in wrong, wrong
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a sample, made by a rehearsal that has ended."""
    folder = tmp_path_factory.mktemp("sample") / "machine"
    with running(folder, "--data", "data", "--phone", "Ana", "--phone", "Bea"):
        assert {path.name for path in folder.iterdir()} == {"data"}
    return folder / "data"


def device(data: Path, name: str) -> Any:
    with Home.open(sample.home_of(data, name), sample.PASSPHRASE) as home:
        return home.load()


def test_every_device_has_the_same_board_and_nothing_of_it_was_refused(data: Path) -> None:
    people = {path.name for path in (data / sample.PEOPLE).iterdir()}
    assert people == {name.lower() for name in (*MODERATORS, *JOINED)} - {REMOVED[0].lower()}
    everybody = {name: device(data, name) for name in people}
    # The keeper's device may have announced something since the others looked.
    last = min(len(one.entries) for one in everybody.values()) - 1
    heads = {one.entries[last].hash(one.collective) for one in everybody.values()}
    assert len(heads) == 1
    now = int(time.time())
    for one in everybody.values():
        assert one.has_path_keys and one.board.refused == [] and one.board.is_fresh(now)
    moderator = everybody[MODERATORS[0].lower()]
    times = [entry.place.time for entry in moderator.entries]
    assert times == sorted(times) and times[-1] <= now and now - times[0] > 80 * DAY
    assert moderator.log.refused == []
    assert sum(one.moderates for one in everybody.values() if isinstance(one, Moderator)) == 3


def test_the_alerts_are_many_and_varied(data: Path) -> None:
    board = device(data, "Tess").board
    contents = [thing.content for thing in board.alerts if not thing.retracted]
    assert 12 <= len(board.alerts) <= 24
    assert {content["severity"] for content in contents} == {"risky", "dangerous", "very-dangerous"}
    assert {content["verification"] for content in contents} == {"unconfirmed", "reporter-spoken-to", "evidence-seen", "corroborated"}
    assert len({kind for content in contents for kind in content["kinds"]}) >= 12
    assert len({area for content in contents for area in content["areas"]}) == 5
    assert sum(thing.retracted for thing in board.alerts) == 1 and sum(thing.so_far for thing in board.alerts) == 1
    assert sum(len(thing.versions) > 1 and not thing.retracted for thing in board.alerts) == 2
    assert any(content["disputed"] for content in contents)
    kinds = Counter(version.body.kind for thing in board.things.values() for version in thing.versions)
    assert kinds["resources"] == kinds["figures"] == kinds["notice"] == 1


def test_reports_stand_where_the_history_leaves_them(data: Path) -> None:
    states = Counter(str(case.state) for case in casework.cases(device(data, MODERATORS[1])).values())
    wanted = Counter({"asked": "needs-info", "held": "approved"}.get(told.then, told.then) for told in TOLD)
    assert {told.then for told in TOLD} == set(ENDS)
    assert states == wanted


def test_nobody_in_it_can_exist(data: Path) -> None:
    numbers = [item for told in TOLD for item in told.says.get("identifiers", ())]
    assert {item["type"] for item in numbers} == {"phone", "payment", "plate", "handle", "email", "link"}
    for item in numbers:
        form = {
            "phone": r"07700 900\d{3}",
            # No plate of this form begins with I, and Q never stands in the last three.
            "plate": r"I[A-Z]00 [A-Z]{2}Q|0QI",
            "email": r"[a-z.]+@example\.org",
            "link": r"https://example\.org/.*",
        }.get(item["type"], r"@?[a-z_]+_example")
        assert re.fullmatch(form, item["value"]), item["type"]


async def test_whoever_joins_by_the_paper_gets_keys_and_receipts_from_somebody_who_is_there(data: Path) -> None:
    before = device(data, MODERATORS[1])
    with running(data.parent, "--data", "data", "--phone", "Ana", "--phone", "Bea") as rehearsal:
        papers = rehearsal.papers()
        assert not any(paper["used"] for paper in papers.values()) and papers["Ana"]["code"] != papers["Bea"]["code"]
        async with RelayClient(rehearsal.said["relay"], lambda: int(time.time())) as relay:
            session = await join(relay, papers["Ana"]["code"], "Ana", lambda: int(time.time()), lambda member: None)
            assert session.collective == before.collective, "it was not made twice"
            assert session.device.board.epoch.number >= before.board.epoch.number
            await session.sync()
            await until(session, lambda: session.device.has_path_keys)
            charter = session.device.board.charter
            fields = validate_report(example_report(), policy=charter.policy, country=charter.country)
            receipt = session.device.report(fields, int(time.time()))
            await session.send()
            await until(session, lambda: receipt.status == "received")
        async with asyncio.timeout(60):
            while not rehearsal.papers()["Ana"]["used"]:
                await asyncio.sleep(0.2)
        phones = json.dumps([phone["messages"] for phone in rehearsal.phones()])
        assert not any(paper["code"] in phones for paper in papers.values())
        with Home.open(sample.home_of(data, MODERATORS[1]), sample.PASSPHRASE) as home:
            assert home.get("settings")["relay"] == rehearsal.said["relay"], "everybody's device knows where the relay is today"
    with running(data.parent, "--data", "data", "--phone", "Ana", "--phone", "Bea") as again:
        # Bea's is still good; who has used hers gets another, for a browser that has forgotten.
        assert again.papers()["Bea"] == papers["Bea"]
        assert again.papers()["Ana"]["code"] not in ("", papers["Ana"]["code"])


async def test_whoever_joins_by_the_second_phone_s_paper_becomes_a_moderator_by_the_quorum(data: Path) -> None:
    with running(data.parent, "--data", "data", "--phone", "Ana", "--phone", "Bea") as rehearsal:
        papers = rehearsal.papers()
        assert [papers[name]["moderate"] for name in ("Ana", "Bea")] == [False, True]
        async with RelayClient(rehearsal.said["relay"], lambda: int(time.time())) as relay:
            session = await join(relay, papers["Bea"]["code"], "Bea", lambda: int(time.time()), lambda member: None)
            await session.sync()
            await until(session, lambda: isinstance(session.device, Moderator) and session.device.moderates)
            charter = session.device.board.charter
            assert len(charter.people) == len(MODERATORS) + 1
            # She reads the desk, also what is older than she is there.
            assert len(casework.cases(session.moderator)) >= len(TOLD) and session.moderator.log.refused == []


async def until(session: Session, holds: Any) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.2)
            await session.sync()


def test_who_stops_it_while_it_is_made_finds_nothing_left(tmp_path: Path) -> None:
    folder = tmp_path / "machine"
    process = start(folder)
    try:
        assert process.stderr is not None
        assert "Inventing" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, wrong = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, out, wrong) == (0, "", "")
    assert list(folder.iterdir()) == []
