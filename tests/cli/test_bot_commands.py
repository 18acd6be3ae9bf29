"""The commands that run the bot: what is missing is said in one sentence before anything runs; what runs says so, and ends when told to."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rehearsal.telegram import TOKEN

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "PYTHON", "CREDENTIALS"))}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "pycache"),
    }


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        input="",
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(folder),
        timeout=120,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A machine with a token and a key."""
    made = tmp_path / "machine"
    made.mkdir()
    (made / "token").write_text(TOKEN + "\n")
    done = run(made, "bot", "--new-key", "key")
    assert done.returncode == 0, done.stderr
    return made


def test_a_new_key_is_for_its_owner_alone_and_replaces_nothing(folder: Path) -> None:
    key = (folder / "key").read_bytes()
    assert stat.S_IMODE((folder / "key").stat().st_mode) == 0o600
    again = run(folder, "bot", "--new-key", "key")
    assert again.returncode == 2 and "there is a file of this name already" in again.stderr
    assert (folder / "key").read_bytes() == key and key.decode().strip() not in again.stdout + again.stderr


#: Options that are taken away or changed, and what is said then.
WRONG = [
    ({"--relay": None}, "say which relay"),
    ({"--data": None}, "--data DIR"),
    ({"--public-url": None}, "--public-url URL"),
    ({"--public-url": "http://elsewhere.example"}, "begins with https://"),
    ({"--token-file": None}, "the bot needs Telegram's token"),
    ({"--token-file": "key"}, "holds something else"),
    ({"--key-file": "token"}, "can be read by others"),
    ({"--key-file": None}, "nothing was given"),
    ({}, "operator.secret cannot be read"),
]


@pytest.mark.parametrize(("change", "said"), WRONG)
def test_what_is_missing_is_said_in_one_sentence(folder: Path, change: dict[str, str | None], said: str) -> None:
    good = {
        "--relay": "http://127.0.0.1:9",
        "--data": "data",
        "--public-url": "https://app.example",
        "--token-file": "token",
        "--key-file": "key",
    }
    os.chmod(folder / "token", 0o644)
    if change:
        (folder / "data").mkdir()
        (folder / "data" / "operator.secret").write_text("A" * 43)
    done = run(folder, "bot", *(word for option, value in (good | change).items() if value is not None for word in (option, value)))
    assert done.returncode == 2 and said in done.stderr and len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stdout == "" and TOKEN not in done.stderr


def test_run_names_all_that_is_missing_in_one_sentence(folder: Path) -> None:
    done = run(folder, "run")
    assert done.returncode == 2 and done.stdout == "" and len(done.stderr.splitlines()) == 1
    assert all(word in done.stderr for word in ("data", "public_url", "token_file", "parasol.toml", "PARASOL_DATA"))
    (folder / "parasol.toml").write_text('data = "data"\npublic_url = "https://app.example"\n')
    done = run(folder, "run")
    assert done.returncode == 2 and "token_file" in done.stderr and "public_url" not in done.stderr


def test_the_relay_tells_the_app_the_name_of_a_bot_that_runs_elsewhere(folder: Path) -> None:
    (folder / "app").mkdir()
    (folder / "app" / "index.html").write_text("<!doctype html><title>a page</title>")
    options = ["serve", "--data", "data", "--app", "app", "--listen", "127.0.0.1:0", "--bot-username"]
    wrong = run(folder, *options, "@notes_for_us_bot")
    assert wrong.returncode == 2 and "without @" in wrong.stderr
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", *options, "notes_for_us_bot"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, env=environment(folder),
    )  # fmt: skip
    try:
        assert running.stdout is not None
        address = running.stdout.readline().split()[-1]
        with urllib.request.urlopen(address + "/app.json", timeout=30) as answer:
            assert json.load(answer) == {"bot": "notes_for_us_bot"}
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()


def test_a_rehearsal_prints_one_address_and_leaves_nothing_when_it_ends(folder: Path) -> None:
    before = sorted(folder.iterdir())
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "rehearse", "--headless", "--bare", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, env=environment(folder),
    )  # fmt: skip
    try:
        assert running.stdout is not None
        line = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", line), line
        with urllib.request.urlopen(line + "view", timeout=30) as answer:
            assert [phone["name"] for phone in json.load(answer)["phones"]] == ["Ana", "Bea", "Carmen"]
        running.send_signal(signal.SIGINT)
        rest, said = running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()
    assert running.returncode == 0 and rest == "" and "Traceback" not in said
    assert sorted(folder.iterdir()) == before
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(line, timeout=5)


def test_run_is_relay_and_bot_in_one_process_and_keeps_to_its_folder_while_telegram_is_away(folder: Path) -> None:
    options = [
        "--data",
        "data",
        "--public-url",
        "https://app.example",
        "--token-file",
        "token",
        "--key-file",
        "key",
        "--listen",
        "127.0.0.1:0",
    ]
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "run", *options, "--api-base", "http://127.0.0.1:9/bot", "--bot-metrics-port", "0", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, env=environment(folder),
    )  # fmt: skip
    try:
        assert running.stderr is not None
        metrics = running.stderr.readline().split()[-1]
        with urllib.request.urlopen(metrics, timeout=30) as answer:
            assert b'parasol_bot_up{part="relay"}' in answer.read()
        running.send_signal(signal.SIGTERM)
        out, said = running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()
    assert running.returncode == 0 and "Traceback" not in said and TOKEN not in said + out
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(json.loads(out)["ready"] + "/health", timeout=5)
    assert {path.name for path in (folder / "data").iterdir()} == {"bot", "operator.secret", "relay.lock", "relay.sqlite3"}
