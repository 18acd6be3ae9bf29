"""`parasol verify` with what is really served: two clean checkouts in two folders build the same bytes, and the relay gives them unchanged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "miniapp" / "node_modules"
#: Node as `make miniapp` finds it: the environment's own first.
PATH = os.pathsep.join([str(ROOT / ".venv" / "bin"), os.environ.get("PATH", "")])
NODE = shutil.which("node", path=PATH)

pytestmark = pytest.mark.skipif(
    NODE is None or not (MODULES / "vite").is_dir(), reason="no Node, or no miniapp/node_modules (make setup): no second build was compared"
)


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "VITE", "GIT_"))}
    return kept | {"PATH": PATH}


def checked_out(folder: Path) -> Path:
    """A clean clone of what is committed here, with the packages of this one."""
    subprocess.run(
        ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True, capture_output=True, env=environment()
    )
    (folder / "miniapp" / "node_modules").symlink_to(MODULES)
    return folder


def build(clone: Path) -> Path:
    """What `make miniapp` builds there."""
    run = subprocess.run(
        [str(NODE), "node_modules/vite/bin/vite.js", "build", "--logLevel", "error"],
        cwd=clone / "miniapp", env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return clone / "miniapp" / "dist"


@contextmanager
def served(clone: Path, data: Path) -> Iterator[str]:
    """This clone's relay in a process of its own, with the app that was built in it; its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve", "--data", str(data), "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=data.parent, env=environment() | {"PYTHONPATH": str(clone)},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait(timeout=30)


def verify(clone: Path, folder: Path, url: str) -> tuple[int, dict[str, object]]:
    """What somebody types in her own clone, who trusts nobody's word for what is served."""
    run = subprocess.run(
        [sys.executable, "-m", "cli", "verify", url, "--json"],
        input="", capture_output=True, text=True, cwd=folder, env=environment() | {"PYTHONPATH": str(clone)},
    )  # fmt: skip
    assert run.stdout, run.stderr
    value: dict[str, object] = json.loads(run.stdout)
    return run.returncode, value


def test_two_checkouts_build_the_same_bytes_and_verify_says_so(tmp_path: Path) -> None:
    # Folders of unlike names and depths: a path that got into a file would show.
    operators = checked_out(tmp_path / "operator")
    hers = checked_out(tmp_path / "somebody else's" / "own" / "clone")
    theirs, own = build(operators), build(hers)
    files = {path.relative_to(own).as_posix(): path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert {path.relative_to(theirs).as_posix(): path.read_bytes() for path in theirs.rglob("*") if path.is_file()} == files
    assert {"index.html", "sw.js"} <= files.keys() and len(files) > 10
    for name, data in files.items():
        assert str(tmp_path).encode() not in data, name

    with served(operators, tmp_path / "data") as url:
        status, value = verify(hers, tmp_path, url)
        assert (status, value["same"], value["policy_lacks"]) == (0, True, [])
        assert value["files"] == dict.fromkeys(files, "same")

        # One byte of the code that runs, changed where it is served: named, and nothing else is.
        script = max((path for path in theirs.rglob("*.js")), key=lambda path: path.stat().st_size)
        script.write_bytes(script.read_bytes()[:-1] + b" ")
    with served(operators, tmp_path / "data") as url:
        status, value = verify(hers, tmp_path, url)
        assert (status, value["same"]) == (3, False)
        wrong = script.relative_to(theirs).as_posix()
        assert value["files"] == dict.fromkeys(files, "same") | {wrong: "different"}
