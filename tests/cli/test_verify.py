"""`parasol verify`: says when a served Mini App is the one built here, and when it is another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from relay.pages import headers

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PARASOL")}
    return kept | {"PYTHONPATH": str(ROOT)}


def parasol(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments], input="", capture_output=True, text=True, cwd=folder, env=environment()
    )


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>a page</title>")
    (folder / "assets" / "app.js").write_text("export {};\n" * 5000)
    return folder


@pytest.fixture
def relay(tmp_path: Path, built: Path) -> Iterator[str]:
    """The real relay in a process of its own; its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve", "--data", str(tmp_path / "data"), "--listen", "127.0.0.1:0", "--app", str(built)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=tmp_path, env=environment(),
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_the_same_build_is_the_same(tmp_path: Path, built: Path, relay: str) -> None:
    run = parasol(tmp_path, "verify", relay, "--app", str(built), "--json")
    value = json.loads(run.stdout)
    assert run.returncode == 0 and value["same"] and value["files"] == {"index.html": "same", "assets/app.js": "same"}
    alone = json.loads(parasol(tmp_path, "verify", "--app", str(built), "--json").stdout)
    assert alone["build"] == value["build"]


def test_one_changed_byte_is_seen_and_named(tmp_path: Path, built: Path, relay: str) -> None:
    (built / "assets" / "app.js").write_text("export {};\n" * 4999 + "export  {}\n")
    (built / "more.js").write_text("")
    run = parasol(tmp_path, "verify", relay, "--app", str(built), "--json")
    assert run.returncode == 3
    assert json.loads(run.stdout)["files"] == {"index.html": "same", "assets/app.js": "different", "more.js": "missing"}
    people = parasol(tmp_path, "verify", relay, "--app", str(built))
    assert people.returncode == 3 and "different  assets/app.js" in people.stdout and "NOT the app" in people.stdout


def test_nothing_there_is_one_sentence(tmp_path: Path, built: Path) -> None:
    assert parasol(tmp_path, "verify", "http://127.0.0.1:9", "--app", str(built)).returncode == 4
    for arguments in (["verify", "ftp://somewhere", "--app", str(built)], ["verify", "--app", str(tmp_path / "none")]):
        run = parasol(tmp_path, *arguments)
        assert run.returncode == 2 and "Traceback" not in run.stderr and len(run.stderr.strip().splitlines()) == 1


@contextmanager
def liar(built: Path, extra: list[tuple[str, str]], asked: list[str]) -> Iterator[str]:
    """A server of its own with the very files of the build, and what it likes beside them; ``asked`` gets who asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers.get("User-Agent", ""))
            data = (built / (self.path.lstrip("/") or "index.html")).read_bytes()
            self.send_response(200)
            for name, value in [*extra, ("Content-Length", str(len(data)))]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


OURS = headers(())["Content-Security-Policy"]


@pytest.mark.parametrize(
    "extra",
    [
        [("Content-Security-Policy", OURS.replace("connect-src 'self'", "connect-src 'self' https://elsewhere.example"))],
        [("Content-Security-Policy", OURS.replace("script-src 'self'", "script-src 'self' 'unsafe-eval' *"))],
        [("Content-Security-Policy", OURS + "; script-src-elem *")],
        [("Content-Security-Policy", "script-src *; " + OURS)],
        [("Content-Security-Policy", OURS), ("Refresh", "0;url=https://elsewhere.example")],
        [],
    ],
    ids=["sends elsewhere", "runs anything", "one more directive", "the first counts", "leads elsewhere", "none"],
)
def test_the_same_files_with_another_policy_are_not_the_same(tmp_path: Path, built: Path, extra: list[tuple[str, str]]) -> None:
    asked: list[str] = []
    with liar(built, extra, asked) as url:
        run = parasol(tmp_path, "verify", url, "--app", str(built), "--json")
    value = json.loads(run.stdout)
    assert run.returncode == 3 and not value["same"] and value["policy_lacks"] and set(value["files"].values()) == {"same"}


def test_it_asks_as_a_phone_does_and_frames_are_the_operators_to_choose(tmp_path: Path, built: Path) -> None:
    """A server that reads names must not learn from this one whom to tell the truth."""
    asked: list[str] = []
    framed = headers(("https://rehearsal.example",))["Content-Security-Policy"]
    with liar(built, [("Content-Security-Policy", framed)], asked) as url:
        run = parasol(tmp_path, "verify", url, "--app", str(built), "--json")
    assert run.returncode == 0 and json.loads(run.stdout)["same"]
    assert len(asked) == 2 and all("Mobile" in name and "aiohttp" not in name.lower() for name in asked)
