"""`make play` where nobody watches: it plays, people's phones get the pings they should and no other, it ends by itself, and leaves nothing."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rehearsal.play import PHONES, PING

ROOT = Path(__file__).resolve().parents[2]


def start(folder: Path) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "PYTHON", "DISPLAY"))}
    folder.mkdir()
    return subprocess.Popen(
        [sys.executable, "-m", "rehearsal.play"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
        env=kept | {"TMPDIR": str(folder), "HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder.parent / "pycache")},
    )  # fmt: skip


def address_in(process: subprocess.Popen[str], lines: list[str]) -> str:
    """Reads on to the line with the phones' address; it comes before the first command of anybody's."""
    for line in process.stdout or ():
        lines.append(line)
        if found := re.search(r"The phones: (http://127\.0\.0\.1:\d+/)", line):
            assert not any(" $ parasol found" in line for line in lines)
            return found[1]
    raise AssertionError("".join(lines))


class Onlooker:
    """Looks at the page from beginning to end, as a browser does, and remembers all that ever stood in the bot's name."""

    def __init__(self, address: str) -> None:
        self.seen: dict[tuple[str, int], str] = {}
        self.page = urllib.request.urlopen(address, timeout=30).read().decode()
        self._address = address
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        version = ""
        while True:
            try:
                with urllib.request.urlopen(f"{self._address}view?after={version}", timeout=60) as answer:
                    view = json.load(answer)
            except (OSError, http.client.HTTPException, ValueError):
                return
            version = view["version"]
            for phone in view["phones"]:
                for message in phone["messages"]:
                    if not message.get("gone") and not message["mine"]:
                        self.seen[phone["name"], message["id"]] = message["text"]

    def pings(self) -> dict[str, list[str]]:
        self._thread.join(60)
        texts = {name: [text for (whose, _), text in sorted(self.seen.items()) if whose == name] for name in PHONES}
        return {name: [text for text in those if re.fullmatch(PING, text)] for name, those in texts.items()}


def test_it_plays_to_the_end_and_every_phone_gets_what_it_should(tmp_path: Path) -> None:
    folder, lines = tmp_path / "machine", list[str]()
    process = start(folder)
    try:
        address = address_in(process, lines)
        onlooker = Onlooker(address)
        lines += process.stdout or ()
        process.wait(60)
    finally:
        process.kill()
        process.wait()
    said = "".join(lines)
    assert process.returncode == 0, said
    assert "Rehearsal" in onlooker.page
    pings = onlooker.pings()
    desk = pings.pop("Ana")
    assert pings == {"Dina": ["1 new item"] * 2, "Eve": ["1 new item"] * 2}, "the alert, and that it was taken back"
    # Two things came to the desk; whether the second has a ping of its own depends on how fast this machine is: one a minute.
    assert desk in (["1 waiting"], ["1 waiting"] * 2)
    for step in (
        "Eve's phone: she taps the link",
        "Look at Ana's phone",
        "Eve's phone: the bot: 1 new item",
        "found: nothing",
    ):
        assert step in said
    assert said.index("report --file") < said.index("Look at Ana's phone") < said.index("is out.") < said.index("the bot: 1 new item")
    assert list(folder.iterdir()) == []


def test_ctrl_c_ends_all_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "machine"
    process = start(folder)
    try:
        address = address_in(process, [])
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0 and "nothing is left behind" in out and "Traceback" not in out
    assert list(folder.iterdir()) == []
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=5)
