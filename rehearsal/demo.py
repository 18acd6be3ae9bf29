"""`make demo`: a whole collective on this machine, with invented people and numbers, played in the terminal by real processes.

Each step shows the command as it is typed, then what it answers. Afterwards the relay goes on running until Ctrl-C, and everybody's
device is there to be tried. All of it lies in one fresh folder, which is removed at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from alerts.report import example_report

_ROOT: Final = Path(__file__).resolve().parent.parent
_PASSPHRASE: Final = "demo"
_WIDTH: Final = 110


class Failed(Exception):
    """A command of the play ended otherwise than it should."""


class Play:
    """A stage: a folder, a relay, and commands typed by people.

    Args:
        pause: seconds to look at a step before the next; 0 does not wait.
    """

    def __init__(self, folder: Path, pause: float) -> None:
        self.folder = folder
        self.url = ""
        self._pause = pause
        self._relay: subprocess.Popen[str] | None = None

    # ---- the relay -------------------------------------------------------------------------------------------------

    def start_relay(self) -> None:
        """Starts the relay and waits until it listens."""
        self._typed("operator", ["serve", "--data", str(self.folder / "relay"), "--listen", "127.0.0.1:0"])
        # A session of its own: Ctrl-C ends the play, and the play then ends the relay.
        self._relay = subprocess.Popen(
            self._command("serve", "--data", str(self.folder / "relay"), "--listen", "127.0.0.1:0"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self._environment(), start_new_session=True,
        )  # fmt: skip
        line = self._relay.stdout.readline() if self._relay.stdout is not None else ""
        found = re.search(r"http://\S+", line)
        if found is None:
            raise Failed("the relay did not start")
        self.url = found[0]
        self._answer(line)

    def stop_relay(self) -> None:
        """Ends the relay as an operator does."""
        if self._relay is not None:
            self._relay.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._relay.wait(timeout=15)
            if self._relay.poll() is None:
                self._relay.kill()
                self._relay.wait()
            self._relay = None

    def watch_relay(self) -> None:
        """Returns when the relay has ended by itself."""
        if self._relay is not None:
            self._relay.wait()

    # ---- people ----------------------------------------------------------------------------------------------------

    def says(self, text: str) -> None:
        """A line of the narrator."""
        print()
        print("\n".join(textwrap.wrap(text, _WIDTH)), flush=True)
        self._wait(0.6)

    def types(self, who: str, *arguments: str, stdin: str = "", fails: bool = False, secret: bool = False) -> str:
        """A command as somebody types it, and its answer.

        Args:
            stdin: what she types or pipes in; shown too, unless it is ``secret``.
            fails: whether it is meant to be refused.

        Raises:
            Failed: it ended otherwise.
        """
        self._typed(who, list(arguments), stdin, secret=secret)
        run = self._run(who, *arguments, stdin=stdin)
        self._answer(run.stdout + run.stderr)
        if (run.returncode != 0) != fails:
            raise Failed(f"parasol {arguments[0]} ended with {run.returncode}")
        return run.stdout

    def quietly(self, who: str, *arguments: str, stdin: str = "") -> dict[str, Any]:
        """A command that is not shown; its JSON.

        Raises:
            Failed: it did not end well.
        """
        run = self._run(who, *arguments, "--json", stdin=stdin)
        if run.returncode != 0:
            raise Failed(f"parasol {arguments[0]}: {run.stderr.strip()}")
        found: dict[str, Any] = json.loads(run.stdout)
        return found

    # ---- how it looks ----------------------------------------------------------------------------------------------

    def _typed(self, who: str, arguments: list[str], stdin: str = "", *, secret: bool = False) -> None:
        shown = shlex.join(["parasol", *arguments]).replace(str(self.folder) + os.sep, "")
        print(f"\n  {who} $ ", end="", flush=True)
        for piece in re.findall(r"\S+\s*", shown):
            print(piece, end="", flush=True)
            self._wait(0.06)
        print()
        if stdin:
            print(f"  {' ' * len(who)} > {'(a code, which does not show)' if secret else stdin}")

    def _answer(self, text: str) -> None:
        for line in text.rstrip().split("\n"):
            for piece in textwrap.wrap(line, _WIDTH - 4, subsequent_indent=" " * (4 + len(line) - len(line.lstrip()))) or [""]:
                print(f"    {piece}")
        sys.stdout.flush()
        self._wait(1.0)

    def _wait(self, share: float) -> None:
        if self._pause:
            time.sleep(self._pause * share)

    # ---- processes -------------------------------------------------------------------------------------------------

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "cli", *arguments]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PARASOL_")}
        paths = [str(_ROOT), *([kept["PYTHONPATH"]] if kept.get("PYTHONPATH") else [])]
        # The least cost of a passphrase: there are seven devices on one machine here, and nothing to protect.
        return kept | {"PYTHONPATH": os.pathsep.join(paths), "PARASOL_PASSPHRASE": _PASSPHRASE, "PARASOL_VAULT_COST": "least"}

    def _run(self, who: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        home = [] if who == "operator" else ["--home", str(self.folder / who)]
        return subprocess.run(
            self._command(*home, *arguments), input=stdin, capture_output=True, text=True, encoding="utf-8", env=self._environment(), cwd=self.folder
        )  # fmt: skip


# ---- the play -------------------------------------------------------------------------------------------------------


def _collective(play: Play) -> None:
    play.says(
        "1. Somebody runs a relay. It will keep what it is given and can read none of it. It gives out one code to found a collective."
    )
    play.start_relay()
    code = play.types("operator", "founding-code", "--data", str(play.folder / "relay")).strip()
    play.says("2. Ana founds Kestrel. Her keys are made on her device and stay there.")
    play.types(
        "ana",
        "found",
        "--relay",
        play.url,
        "--name",
        "Kestrel",
        "--alias",
        "Ana",
        "--topic",
        "Harbour",
        "--topic",
        "North side",
        stdin=code,
        secret=True,
    )
    play.says("3. She invites Bea, who agrees to moderate; Bea invites Cleo. With three, nobody can publish alone.")
    _joins(play, "bea", "Bea", "ana", "--moderator", show=True)
    play.quietly("ana", "sync")
    play.types("ana", "promote", "Bea")
    play.quietly("bea", "sync")
    _joins(play, "cleo", "Cleo", "bea", "--moderator")
    play.quietly("bea", "sync")
    play.quietly("ana", "promote", "Cleo")
    play.quietly("cleo", "sync")
    play.types("cleo", "charter")
    play.says("4. Dina and Eve come in. No moderator is awake; they can read, check and report at once, and get their own keys later.")
    _joins(play, "dina", "Dina", "ana", show=True)
    _joins(play, "eve", "Eve", "bea")
    _joins(play, "fay", "Fay", "cleo")
    play.quietly("ana", "sync")
    play.types("dina", "sync")


def _joins(play: Play, who: str, alias: str, inviter: str, *more: str, show: bool = False) -> None:
    if show:
        code = play.types(inviter, "invite", *more).split("\n")[0]
        play.types(who, "join", "--relay", play.url, "--alias", alias, stdin=code, secret=True)
    else:
        code = play.quietly(inviter, "invite", *more)["code"]
        play.quietly(who, "join", "--relay", play.url, "--alias", alias, stdin=code)


def _report(play: Play) -> str:
    play.says(
        "5. Something happened to Dina. `parasol report` would ask her question by question; here she has a file. Only *what kind* is needed."
    )
    file = play.folder / "report.json"
    file.write_text(json.dumps(example_report(), indent=2), encoding="utf-8")
    play.types("dina", "report", "--file", str(file))
    play.says("6. A moderator's device wakes up, and has it. Only moderators can open it.")
    report = str(play.quietly("ana", "desk", "list")["reports"][0]["id"])[:8]
    play.types("ana", "desk", "show", report)
    play.types("ana", "desk", "claim", report)
    play.types("ana", "desk", "ask", report, stdin="Are you safe now? And was it near the bridge?")
    play.types("dina", "reports")
    play.types("dina", "reports", "answer", report, stdin="Yes, I am at home. Under the bridge, yes.")
    return report


def _alert(play: Play, report: str) -> str:
    play.says(
        "7. Ana writes the public text: what was reported, never who somebody *is*. Two people must sign it. One alone cannot publish."
    )
    play.types(
        "ana",
        "desk",
        "draft",
        report,
        "--text",
        "-",
        stdin="Condom taken off against agreement, no pay, a knife was shown. Polite messages first.",
    )
    play.types("ana", "desk", "approve", report)
    play.types("cleo", "desk", "publish", report, fails=True)
    play.says("Bea reads the text first: her device signs only what it has shown her.")
    play.types("bea", "desk", "show", report)
    play.types("bea", "desk", "approve", report)
    play.types("cleo", "desk", "publish", report)
    play.says("8. Eve reads it. Her device has checked every signature. Then she checks a number, and a van, before she gets in.")
    play.types("eve", "alerts")
    play.types("eve", "check", stdin="+44 7700 900 123")
    play.types("eve", "check", stdin="white van, plate ends KX")
    play.types("eve", "check", stdin="07700 900999")
    play.says("9. Dina sees what became of her report.")
    play.types("dina", "reports")
    return str(play.quietly("eve", "alerts")["alerts"][0]["id"])[:8]


def _corrections(play: Play, alert: str) -> None:
    play.says("10. It was another van: the alert is taken back. That needs two people too, and everybody sees that it was.")
    play.types("ana", "desk", "retract", alert, "--reason", "another van; the man is still looked for")
    play.types("bea", "desk", "retract", alert, "--reason", "another van; the man is still looked for")
    play.types("eve", "alerts")
    play.says("11. Fay is removed: from now on her device opens nothing new. What she has, she has.")
    play.types("ana", "remove", "Fay")
    play.types("bea", "remove", "Fay")
    play.quietly("ana", "sync")
    play.types("fay", "sync", fails=True)
    play.says("12. Cleo stops moderating. Everything she knew is made anew, so that what she kept opens and signs nothing new.")
    play.types("ana", "remove", "Cleo")
    play.types("bea", "remove", "Cleo")
    play.types("cleo", "desk", "list", fails=True)


def _relay_sees(play: Play) -> None:
    play.says("13. And the relay? We look for names and numbers of this evening in its files.")
    data = b"".join(path.read_bytes() for path in sorted((play.folder / "relay").iterdir()) if path.is_file())
    looked_for = ("Kestrel", "Dina", "Harbour", "7700900123", "knife", "bridge", "anchor")
    found = [word for word in looked_for if word.encode().lower() in data.lower()]
    print(f"    {len(data) // 1024} KiB looked through for: {', '.join(looked_for)}")
    print(f"    found: {', '.join(found) or 'nothing'}", flush=True)
    if found:
        raise Failed("the relay holds something readable")


def _try_it(play: Play) -> None:
    program = shutil.which("parasol", path=str(Path(sys.executable).parent)) or f"{sys.executable} -m cli"
    print(
        f"""
The relay goes on running at {play.url}

Try it yourself, in another terminal:

    cd {shlex.quote(str(_ROOT))}
    export PARASOL_PASSPHRASE={_PASSPHRASE}
    {program} --home {play.folder}/eve check
    {program} --home {play.folder}/dina report
    {program} --home {play.folder}/ana desk
    {program} --help

Devices: ana and bea moderate; dina and eve are members; fay and cleo are out. Ctrl-C ends it all and removes {play.folder}.""",
        flush=True,
    )


@contextlib.contextmanager
def _stage(pause: float) -> Iterator[Play]:
    folder = Path(tempfile.mkdtemp(prefix="parasol-demo-"))
    play = Play(folder, pause)
    try:
        yield play
    finally:
        # A second Ctrl-C, of somebody impatient, must not leave a relay behind.
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        play.stop_relay()
        shutil.rmtree(folder, ignore_errors=True)


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Plays; returns 0 when all went as it should, also after Ctrl-C."""
    parser = argparse.ArgumentParser(prog="make demo", description="A whole collective on this machine, with invented people and numbers.")
    parser.add_argument("--fast", action="store_true", help="do not wait between steps")
    parser.add_argument("--stay", action="store_true", help="keep the relay running at the end, also when nobody is watching")
    options = parser.parse_args(arguments)
    watched = sys.stdin.isatty() and sys.stdout.isatty()
    # A process started in the background of a script has Ctrl-C switched off; the demo is ended by it, and by SIGTERM, everywhere.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        with _stage(0 if options.fast or not watched else 2.0) as play:
            print("Parasol: peers warn each other. Everybody and every number here is invented. Ctrl-C ends it.")
            _collective(play)
            report = _report(play)
            alert = _alert(play, report)
            _corrections(play, alert)
            _relay_sees(play)
            if watched or options.stay:
                _try_it(play)
                play.watch_relay()
    except KeyboardInterrupt:
        print("\nEnded; nothing is left behind.")
        return 0
    except BrokenPipeError:
        # Whoever read along has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Failed as failed:
        print(f"\nThe demo went wrong: {failed}", file=sys.stderr)
        return 1
    print("\nThat was all; nothing is left behind.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
