"""How heavy and how quick the Mini App is, in a real browser: `python -m bench.miniapp [--alerts 500] [--full] [--runs 5]`.

A real board is written by the real classes of this project: a founder, three moderators, and one alert after the other, each approved twice,
published and signed by the gate. Chromium reads it with the Mini App's own code, with its processor as it is and slowed four times.
`--full` is the board the targets are about, of 10,000 alerts; by default it has fewer, and each line says how many.

What is measured, and beside what, is in `miniapp/bench/browser.ts`. It needs Node, the Mini App's tools and Chromium (PARASOL_CHROMIUM
says where it is, if it is nowhere usual); without them this says so and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from crypto import wire
from crypto.chain import Entry
from tests.partners.scribe import NOW, Scribe, alert_content

ROOT: Final = Path(__file__).resolve().parent.parent
APP: Final = ROOT / "miniapp"
BROWSERS: Final = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
#: Entries in one answer; a relay gives fewer.
PAGE: Final = 1_000
COLOURS: Final = ("white", "black", "silver", "grey", "blue", "red", "green")
CARS: Final = (("van", "Ford", "Transit"), ("car", "Vauxhall", "Astra"), ("van", "Mercedes", "Sprinter"), ("suv", "Nissan", "Qashqai"))
NAMES: Final = ("Dave", "Mick", "Tony", "Steve", "Paul", "Kev", "Gary", "Lee", "Mark", "Andy", "Big Ron", "Mr K")
LETTERS: Final = "ABCDEFGHJKLMNOPRSTUVWXYZ"


def alert(number: int, content: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """The content of one alert; nobody and nothing in it is real. Every other number is hidden, as a charter's policy has it."""
    kind, make, model = draw.choice(CARS)
    plate = f"{draw.choice(LETTERS)}{draw.choice(LETTERS)}{draw.randrange(100):02}{''.join(draw.choices(LETTERS, k=3))}"
    phone: dict[str, Any] = {"type": "phone", "country": "GB", "token": draw.randrange(1 << 20)}
    if number % 2:
        # Ofcom's numbers for drama are a thousand; a board has more, so some stand on it more than once.
        phone = {"type": "phone", "value": f"+447700900{draw.randrange(1000):03}"}
    [person] = content["persons"]
    return content | {
        "identifiers": [phone, {"type": "plate", "value": plate}],
        "persons": [person | {"names": [draw.choice(NAMES)], "height": draw.choice(("short", "tall", "very-tall"))}],
        "vehicles": [{"type": kind, "make": make, "model": model, "colour": draw.choice(COLOURS), "marks": ["dent"]}],
        "text": f"{content['text']} ({number})",
    }


def write(folder: Path, alerts: int) -> None:
    """The board as pages of entries, what a member needs to open it, and the same alerts as plain JSON."""
    draw = random.Random(alerts)
    scribe = Scribe()
    scribe.pulse()
    content = alert_content()
    plain = []
    for number in range(alerts):
        fields = alert(number, content, draw)
        scribe.add(scribe.statement(scribe.body("alert", fields)))
        plain.append(fields)
    if scribe.board.refused or len(scribe.board.alerts) != alerts:
        raise SystemExit(f"the board is not what it should be: {scribe.board.refused[:1]}")
    pages = [scribe.entries[start : start + PAGE] for start in range(0, len(scribe.entries), PAGE)]
    for number, page in enumerate(pages):
        (folder / f"page-{number}.cbor").write_bytes(wire.encode({"entries": [_value(entry) for entry in page]}))
    reader = {"collective": scribe.collective, "paths": scribe.paths("dina"), "pages": len(pages), "alerts": alerts, "now": NOW}
    (folder / "reader.cbor").write_bytes(wire.encode(reader))
    (folder / "plain.json").write_text(json.dumps(plain))


def _value(entry: Entry) -> wire.Value:
    return entry.value()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--alerts", type=int, default=500)
    parser.add_argument("--full", action="store_true", help="10,000 alerts; making the board alone takes a minute")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    chromium = os.environ.get("PARASOL_CHROMIUM") or next((one for one in BROWSERS if Path(one).exists()), "")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    node = shutil.which("node", path=path)
    if not chromium or node is None or not (APP / "node_modules").is_dir():
        print("bench.miniapp: not measured. It needs Chromium, and Node with the Mini App's tools (make setup).", file=sys.stderr)
        return
    vite = APP / "node_modules" / "vite" / "bin" / "vite.js"
    subprocess.run([node, vite, "build", "--config", "bench/vite.config.ts"], cwd=APP, check=True)
    with tempfile.TemporaryDirectory(prefix="parasol-bench-") as name:
        folder = Path(name)
        board = folder / "board"
        board.mkdir()
        write(board, 10_000 if given.full else given.alerts)
        program = APP / "node_modules" / ".bench" / "browser.js"
        subprocess.run([node, program, str(APP), str(folder), chromium, str(given.runs)], cwd=APP, check=True)


if __name__ == "__main__":
    main()
