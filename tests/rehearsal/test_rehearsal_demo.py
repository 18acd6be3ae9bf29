"""`make demo` as somebody types it: three phones on one address, a collective with a past behind them, and nothing left after Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rehearsal.history import MODERATORS

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine: make demo was not tried")


def test_make_demo_shows_a_worker_a_moderator_and_another_worker_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    folder = tmp_path / "machine"
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "PYTHON", "DISPLAY", "WAYLAND", "MAKE"))}
    # What is set up already is not set up again: this is of the demo, not of the network. A terminal's Ctrl-C reaches everybody in it.
    demo = subprocess.Popen(
        ["make", "-s", "-o", "setup", "demo"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=kept | {"TMPDIR": str(folder), "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    try:
        assert demo.stdout is not None
        address = demo.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), demo.communicate()
        with urllib.request.urlopen(address + "view", timeout=60) as answer:
            phones = json.load(answer)["phones"]
        assert [(phone["name"], phone["paper"]["moderate"]) for phone in phones] == [("Ana", False), ("Bea", True), ("Carmen", False)]
        assert all(phone["paper"]["code"] and not phone["started"] for phone in phones)
        os.killpg(demo.pid, signal.SIGINT)
        rest, said = demo.communicate(timeout=60)
    finally:
        if demo.poll() is None:
            os.killpg(demo.pid, signal.SIGKILL)
        demo.communicate()
    assert rest == "" and "Traceback" not in said
    # The one who reads is told whose past it is, and how to be one of them.
    assert all(name in said for name in MODERATORS) and "parasol --home" in said
    assert list(folder.iterdir()) == []
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=5)
