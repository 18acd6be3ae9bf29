"""A stage for journeys: the relay as a process over a real file, everybody as processes with a vault of her own, and between them a
proxy that keeps every byte."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "a passphrase for the stage"


class Recorder:
    """A TCP proxy that keeps what passes, both ways, as it stood on the wire."""

    def __init__(self) -> None:
        self.backend: int | None = None
        self.seen: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self.backend or 0))
        except OSError:
            near.close()
            return
        back = threading.Thread(target=self._pass, args=(far, near), daemon=True)
        back.start()
        self._pass(near, far)
        back.join()
        near.close()
        far.close()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        # A canary may be cut in two by packets: one connection's bytes are kept together.
        kept = bytearray()
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                kept += data
                other.sendall(data)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)
        self.seen.append(bytes(kept))

    def close(self) -> None:
        self._socket.close()


@dataclass
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one document on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found


@dataclass
class Stage:
    """One relay, and everybody around it. ``offset`` is how far all clocks are ahead."""

    folder: Path
    recorder: Recorder
    offset: int = 0
    relay: subprocess.Popen[bytes] | None = None
    relay_outputs: list[Path] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.folder / "relay"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.recorder.port}"

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PARASOL") and not name.startswith("PYTHON")}
        return kept | {
            "PARASOL_PASSPHRASE": PASSPHRASE,
            "PARASOL_VAULT_COST": "least",
            "PARASOL_CLOCK_OFFSET": str(self.offset),
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(self.folder.parent / "pycache"),
            "HOME": str(self.folder),
        }

    def parasol(self, *arguments: str, stdin: str | bytes = b"", expect: int = 0, **environment: str) -> Done:
        """Runs a command in a process of its own."""
        run = subprocess.run(
            [sys.executable, "-m", "cli", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True, cwd=self.folder, env=self.environment() | environment, timeout=120,
        )  # fmt: skip
        done = Done(run.returncode, run.stdout.decode(), run.stderr.decode())
        assert done.status == expect, f"parasol {arguments[0]} ended with {done.status}\n{done.out}\n{done.err}"
        assert "Traceback" not in done.err + done.out
        return done

    def start(self) -> None:
        """Starts the relay, and waits for its one line."""
        number = len(self.relay_outputs) // 2
        out, err = self.folder / f"relay-{number}.out", self.folder / f"relay-{number}.err"
        self.relay_outputs += [out, err]
        with out.open("wb"), err.open("wb") as errors:
            self.relay = subprocess.Popen(
                [sys.executable, "-m", "cli", "serve", "--data", str(self.data), "--listen", "127.0.0.1:0"],
                stdout=subprocess.PIPE, stderr=errors, cwd=self.folder, env=self.environment(),
            )  # fmt: skip
        assert self.relay.stdout is not None
        line = self.relay.stdout.readline().decode()
        out.write_text(line)
        found = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", line)
        assert found, f"the relay did not start: {line}{err.read_text()}"
        self.recorder.backend = int(found[1])

    def stop(self) -> None:
        """Stops the relay as an operator does; it must end by itself, and quietly."""
        if self.relay is None:
            return
        self.relay.send_signal(signal.SIGTERM)
        rest, _ = self.relay.communicate(timeout=30)
        with self.relay_outputs[-2].open("ab") as out:
            out.write(rest)
        assert self.relay.returncode == 0
        self.relay = None

    def later(self, seconds: int) -> None:
        """All clocks go forward, the relay's too."""
        self.stop()
        self.offset += seconds
        self.start()

    def person(self, name: str) -> Person:
        return Person(self, name)

    def founded(self, name: str, alias: str, *more: str) -> Person:
        """A collective and its founder."""
        code = self.parasol("founding-code", "--data", str(self.data), "--json").json["code"]
        founder = self.person(alias)
        founder.run("found", "--relay", self.url, "--name", name, "--alias", alias, *more, stdin=code)
        return founder


@dataclass
class Talk:
    """A command under way, and what it says on standard error."""

    process: subprocess.Popen[str]

    def says(self, begins: str) -> str:
        """The rest of the next line that begins so."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if line.startswith(begins):
                return line.removeprefix(begins).strip()
        raise AssertionError(f"it ended without saying {begins!r}")

    def types(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def ends(self) -> dict[str, Any]:
        """Its answer."""
        out, err = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, err
        found: dict[str, Any] = json.loads(out)
        return found


@dataclass
class Person:
    """Somebody with a device: a vault, and the commands she types."""

    stage: Stage
    name: str

    @property
    def home(self) -> Path:
        return self.stage.folder / "homes" / self.name

    def run(self, *arguments: str, stdin: str | bytes = b"", expect: int = 0, **environment: str) -> Done:
        """A command, answered for people."""
        return self.stage.parasol("--home", str(self.home), *arguments, stdin=stdin, expect=expect, **environment)

    def ask(self, *arguments: str, stdin: str | bytes = b"", expect: int = 0) -> dict[str, Any]:
        """A command, answered as JSON."""
        return self.run(*arguments, "--json", stdin=stdin, expect=expect).json

    def begins(self, *arguments: str) -> Talk:
        """A command that goes on while others run."""
        return Talk(
            subprocess.Popen(
                [sys.executable, "-m", "cli", "--home", str(self.home), *arguments, "--json"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=self.stage.folder,
                env=self.stage.environment(),
            )  # fmt: skip
        )

    def sync(self) -> dict[str, Any]:
        return self.ask("sync")

    def invites(self, *more: str) -> str:
        code: str = self.ask("invite", *more)["code"]
        return code

    def joins(self, code: str) -> dict[str, Any]:
        return self.ask("join", "--relay", self.stage.url, "--alias", self.name, stdin=code)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A stage with its relay running."""
    folder = tmp_path / "stage"
    (folder / "homes").mkdir(parents=True)
    made = Stage(folder, Recorder())
    try:
        made.start()
        yield made
    finally:
        made.recorder.close()
        if made.relay is not None:
            made.relay.kill()
            made.relay.communicate()


def forms_of(text: str) -> list[bytes]:
    """How a text could stand in bytes: as it is, as UTF-16, in hex, and in base64 at any of the three alignments."""
    out = []
    for raw in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
        out += [raw, raw.hex().encode(), raw.hex().upper().encode()]
        for lead in range(3):
            # A digit holds six bits; only those that hold nothing of what stands before and after.
            encoded = base64.b64encode(bytes(lead) + raw)
            inner = encoded[-(-lead * 8 // 6) : (lead + len(raw)) * 8 // 6]
            out += [inner, inner.replace(b"+", b"-").replace(b"/", b"_")]
    return [form for form in out if len(form) >= 7]
