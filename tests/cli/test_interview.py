"""The interview behind `parasol report`: every answer is kept as it is given, and she is told whether anything was sent."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from alerts.home import Home
from commands.questions import read_day
from commands.terminal import Terminal, read_yes
from tests.cli.test_bad_input import PASSPHRASE, Machine, closed_port

CTRL_D = "\x04"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A founded collective with a relay that runs."""
    made = Machine(tmp_path_factory.mktemp("interview"))
    made.start()
    code = made.good("founding-code", "--data", str(made.folder / "relay"))
    made.good("--home", "home", "found", "--relay", made.url, "--name", "Kestrel", stdin=code)
    try:
        yield made
    finally:
        made.stop()


def typed(machine: Machine, keys: str, *arguments: str, interrupt_at: str | None = None, **environment: str) -> tuple[int, str]:
    """Runs `parasol` with somebody at a terminal who types this; its status, and all it said."""
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "cli", "--home", "home", *arguments],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=machine.folder, env=machine.environment(**environment), start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    assert run.stdout is not None
    os.write(ours, keys.encode())
    said = b""
    while piece := os.read(run.stdout.fileno(), 65536):
        said += piece
        if interrupt_at is not None and interrupt_at.encode() in said:
            run.send_signal(signal.SIGINT)
            interrupt_at = None
    os.close(ours)
    return run.wait(timeout=60), said.decode()


def drafts(machine: Machine) -> list[dict[str, object]]:
    """What is kept, read from the vault itself."""
    with Home.open(Path(machine.folder / "home"), PASSPHRASE) as home:
        return home.get("draft") or []


def reports(machine: Machine) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(machine.good("--home", "home", "reports", "--json", "--offline"))["reports"]
    return found


def test_what_was_said_before_stop_ctrl_c_and_ctrl_d_is_kept_and_sent_at_last(machine: Machine) -> None:
    """A number, half a look and half a car are there when she comes back; nothing is sent before she says so."""
    status, said = typed(machine, "2\n2\nmaybe\ny\nn\n07700 900123\n", "report", interrupt_at="noted:")
    assert status == 130 and "Please type yes or no" in said
    assert "Kept on this device, NOT sent" in said and "PEP against HIV" in said, said
    (draft,) = drafts(machine)
    answers = draft["answers"]
    assert isinstance(answers, dict)
    assert answers["consent"] == {"share": "peers", "show_first": True, "hold": False}
    assert [one["value"] for one in answers["identifiers"]] == ["+447700900123"]

    # On from the numbers: one more, Enter; then a vehicle of which she says the colour, and the input ends.
    status, said = typed(machine, f"\nwhite van, plate ends KX\n\nsí\n\nwhite\n{CTRL_D}", "report")
    assert status == 0 and "Kept on this device, NOT sent" in said, said
    assert "other words in it are not kept" in said, said
    (draft,) = drafts(machine)
    answers = draft["answers"]
    assert isinstance(answers, dict)
    assert len(answers["identifiers"]) == 2 and answers["vehicles"] == [{"colour": "white"}]
    assert reports(machine) == []

    # A report from a file takes nothing of it away.
    machine.good("--home", "home", "report", "--file", "-", stdin='{"kinds": ["threats"]}')
    assert len(drafts(machine)) == 1 and len(reports(machine)) == 1

    # `send` in the middle of the person: the age goes with it, and nothing more is asked.
    status, said = typed(machine, "\n\n\n\n1\n\n40s\nsend\n", "report")
    assert status == 0 and ": sent." in said and "Send this to your moderators?" not in said, said
    assert drafts(machine) == [] and len(reports(machine)) == 2


def test_a_look_and_a_part_are_understood_in_the_terminals_language(machine: Machine) -> None:
    def looked_for(query: str, **environment: str) -> list[str]:
        run = machine.run("--home", "home", "check", "--offline", query, **({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""} | environment))
        return [line for line in run.stdout.split("\n") if line.startswith("Looked for:")]

    query = "furgoneta blanca, placa termina en KX"
    (spanish,) = looked_for(query, LANG="es_ES.UTF-8")
    assert spanish == looked_for("white van, plate ends KX")[0]
    assert looked_for(query) == looked_for(query, LANG="C.UTF-8") == looked_for(query, LANG="xx_XX") != [spanish]
    assert looked_for(query, LANG="en_GB.UTF-8", LC_ALL="es_MX.UTF-8") == [spanish], "LC_ALL counts first"


def test_a_draft_is_never_replaced_by_another(machine: Machine) -> None:
    """She begins a second one and keeps the first; what was sent is the only one that goes."""
    typed(machine, "assault\nstop\n", "report")
    status, said = typed(machine, "no\n\nthreats\nstop\n", "report")
    assert status == 0 and "Go on with it? [Y/n]" in said and "Keep that one for later? [Y/n]" in said
    assert [one["answers"] for one in drafts(machine)] == [{"kinds": ["assault"]}, {"kinds": ["threats"]}]
    status, said = typed(machine, "\nsend\n", "report")
    assert status == 0 and [one["answers"] for one in drafts(machine)] == [{"kinds": ["assault"]}], said
    typed(machine, "n\nn\nstop\n", "report")
    assert drafts(machine) == []


def test_consent_is_asked_again_until_it_is_understood_and_back_goes_back(machine: Machine) -> None:
    status, said = typed(machine, "assault\n3\nback\nthreats\n1\nstop\n", "report")
    assert status == 0 and "Please type 1 or 2" in said
    (draft,) = drafts(machine)
    assert draft["answers"] == {"kinds": ["threats"], "consent": {"share": "moderators"}}
    typed(machine, "n\nn\nstop\n", "report")


def test_send_before_the_last_word_of_consent_leaves_the_safer_one(machine: Machine) -> None:
    status, _ = typed(machine, "assault\n2\nstop\n", "report")
    (draft,) = drafts(machine)
    assert status == 0 and draft["answers"] == {"kinds": ["assault"], "consent": {"share": "peers", "show_first": True}}
    typed(machine, "n\nn\nstop\n", "report")


def test_what_could_not_be_sent_says_so_everywhere(machine: Machine) -> None:
    """Without the relay: status 4, not sent in JSON, not sent in the list; a withdrawal too."""
    away = closed_port()
    told = machine.run("--home", "home", "--relay", away, "report", "--file", "-", stdin='{"kinds": ["threats"]}')
    assert told.returncode == 4 and "NOT SENT YET" in told.stdout and "is safe on this device" in told.stdout
    listed = machine.good("--home", "home", "--relay", away, "reports")
    assert "NOT SENT YET: only on this device" in listed and "As of " in listed
    one = next(str(r["id"]) for r in reports(machine) if r["taken"] is None)
    machine.good("--home", "home", "sync")
    assert all(r["taken"] for r in reports(machine))
    gone = machine.run("--home", "home", "--relay", away, "reports", "withdraw", one, "--json")
    assert gone.returncode == 4 and json.loads(gone.stdout)["sent"] is False
    assert "withdrawal not sent yet" in machine.good("--home", "home", "reports", "--offline")
    machine.good("--home", "home", "sync")
    assert "withdrawal not sent yet" not in machine.good("--home", "home", "reports", "--offline")


def test_forgetting_a_report_is_confirmed(machine: Machine) -> None:
    one = str(reports(machine)[0]["id"])
    run = machine.run("--home", "home", "reports", "forget", one)
    assert run.returncode == 2 and "--yes" in run.stderr
    machine.good("--home", "home", "reports", "forget", one, "--yes", "--offline")
    assert one not in [r["id"] for r in reports(machine)]


def test_check_takes_several_words_and_says_how_old_its_answer_is(machine: Machine) -> None:
    found = json.loads(machine.good("--home", "home", "check", "white", "van", "--json"))
    assert found["value"] == "white van" and found["fresh"] is True and found["synced"] and found["warnings"] == []
    late = machine.run("--home", "home", "--relay", closed_port(), "check", "white van", PARASOL_CLOCK_OFFSET=str(30 * 3600))
    assert "! This device has had no news for 30 hours" in late.stdout and "As of " in late.stdout and late.stderr == ""


def test_a_relay_that_is_silent_keeps_nobody_waiting(machine: Machine) -> None:
    """Something that takes the question and never answers: what the device has is shown, with a warning beside it."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        run = machine.run("--home", "home", "--relay", f"http://127.0.0.1:{silent.getsockname()[1]}", "check", "07700 900999")
    assert run.returncode == 0 and "No record" in run.stdout
    assert "! The connection is slow. Could not ask for news. This is from " in run.stdout


TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("today", "2026-11-22", "day"),
        ("Yesterday", "2026-11-21", "day"),
        ("3 days ago", "2026-11-19", "day"),
        ("a week ago", "2026-11-15", "day"),
        ("22/11", "2026-11-22", "day"),
        ("23/11", "2025-11-23", "day"),
        ("22/11/2026", "2026-11-22", "day"),
        ("3.11.", "2026-11-03", "day"),
        ("20 Nov", "2026-11-20", "day"),
        ("2026-11-20", "2026-11-20", "day"),
        ("2026-11", "2026-11", "month"),
        ("11/2026", "2026-11", "month"),
        ("2025", "2025", "year"),
    ],
)
def test_days_as_people_say_them(text: str, date: str, precision: str) -> None:
    assert read_day(text, TODAY) == {"date": date, "precision": precision}


@pytest.mark.parametrize("text", ["31/02", "2026-02-30", "32/1/2026", "2026-13", "23/11/2026", "2027", "2026-12", "soon", "11", "¼/5"])
def test_impossible_days_and_days_ahead_are_refused(text: str) -> None:
    assert read_day(text, TODAY) is None


def test_yes_and_no_in_many_languages() -> None:
    for text in ("1", "y", "YES", "sí", "si", "oui", "da", "sim", "نعم", "Ja.", "да"):
        assert read_yes(text) is True, text
    for text in ("2", "n", "No", "não", "nein", "nu", "لا", "нет"):
        assert read_yes(text) is False, text
    for text in ("", "maybe", "07700 900123", "3"):
        assert read_yes(text) is None, text


def test_a_question_that_enter_answers_says_which_answer_that_is() -> None:
    asked: list[str] = []
    terminal = Terminal(as_json=False)

    def enter(question: str) -> str:
        asked.append(question)
        return ""

    assert terminal.confirm("Go on?", usual=True, ask=enter) is True and terminal.confirm("Send?", ask=enter) is False
    assert asked == ["Go on? [Y/n] ", "Send? [y/N] "]


def test_a_device_that_was_removed_is_told_that_nobody_gets_its_report(machine: Machine) -> None:
    """Status 3, the warning beside what check says, and no word of a later try that could not come."""
    code = machine.good("--home", "home", "invite").split("\n")[0]
    machine.good("--home", "gone", "join", "--relay", machine.url, "--alias", "Dina", stdin=code)
    machine.good("--home", "home", "sync")
    machine.good("--home", "gone", "sync")
    machine.good("--home", "home", "remove", "Dina", "--yes")
    told = machine.run("--home", "gone", "report", "--file", "-", stdin='{"kinds": ["threats"]}')
    assert told.returncode == 3, told.stdout + told.stderr
    assert "NOT SENT. This device may have been removed; nobody will get this. Tell a moderator some other way." in told.stdout
    looked = machine.run("--home", "gone", "check", "07700 900999")
    assert looked.returncode == 3 and "No record" in looked.stdout and "! This device may have been removed" in looked.stdout
