"""`make play`: a whole collective on this machine, with invented people and numbers, played by real processes.

In the terminal each step shows the command as it is typed, then what it answers. In the browser are phones of three of its people, in whose
chats the bot's pings appear at the step that causes them. Afterwards all of it goes on running until Ctrl-C, and everybody's device is there
to be tried. Everything lies in one fresh folder, which is removed at the end.
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
from crypto.errors import ParasolError
from rehearsal.browser import show
from rehearsal.chats import Profile
from rehearsal.remote import RemotePhones

_ROOT: Final = Path(__file__).resolve().parent.parent
_PASSPHRASE: Final = "play"
_WIDTH: Final = 110
#: The relay's and the bot's records, in the play's folder.
_DATA: Final = "relay"
#: Whose phones the page shows: two who work, and one of those who moderate.
PHONES: Final = ("Dina", "Eve", "Ana")
#: What a ping looks like, to members and to the desk.
PING: Final = r"\d+ new items?|\d+ waiting"
#: How long a phone may wait for what is to come (seconds). It comes within two on an idle machine.
_PATIENCE: Final = 90.0


class Failed(Exception):
    """A command of the play ended otherwise than it should."""


@contextlib.contextmanager
def _plainly() -> Iterator[None]:
    """A phone that would not is a play that went wrong."""
    try:
        yield
    except ParasolError as error:
        raise Failed(str(error)) from None


class Play:
    """A stage: a folder, relay and bot, phones, and commands typed by people.

    Args:
        pause: seconds to look at a step before the next; 0 does not wait.
        watched: whether somebody looks, for whom a browser may be opened.
    """

    def __init__(self, folder: Path, pause: float, *, watched: bool) -> None:
        self.folder = folder
        self.url = ""
        self.page = ""
        self._pause = pause
        self._watched = watched
        self._rehearsal: subprocess.Popen[str] | None = None
        self._phones = RemotePhones("")

    # ---- relay, bot and phones -------------------------------------------------------------------------------------

    def start(self) -> None:
        """Starts relay, bot, phones and their page in one process, and waits until the bot is connected.

        Raises:
            Failed: it did not start.
        """
        typed = ["rehearse", "--data", str(self.folder / _DATA), "--bare", "--headless", "--port", "0"]
        typed += [word for name in PHONES for word in ("--phone", name)]
        self._typed("operator", typed)
        # A session of its own: Ctrl-C ends the play, and the play then ends the rehearsal.
        self._rehearsal = subprocess.Popen(
            self._command(*typed, "--json"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self._environment(), start_new_session=True,
        )  # fmt: skip
        said: dict[str, str] = {}
        lines: list[str] = []
        for line in self._rehearsal.stdout or ():
            lines.append(line)
            with contextlib.suppress(ValueError):
                said = json.loads("".join(lines))
                break
        if "ready" not in said:
            raise Failed("relay and bot did not start")
        self.page, self.url = said["ready"], said["relay"]
        self._phones = RemotePhones(self.page)
        shown = show(self.page) if self._watched else False
        self._answer(f"The phones: {self.page}" + ("   (your browser opens it)" if shown else "   (open it in a browser)"))
        self._answer(f"The relay:  {self.url}")

    def stop(self) -> None:
        """Ends relay, bot and phones as an operator does."""
        if self._rehearsal is not None:
            self._rehearsal.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._rehearsal.wait(timeout=15)
            if self._rehearsal.poll() is None:
                self._rehearsal.kill()
                self._rehearsal.wait()
            self._rehearsal = None

    def watch(self) -> None:
        """Returns when relay, bot and phones have ended by themselves."""
        if self._rehearsal is not None:
            self._rehearsal.wait()

    # ---- phones ----------------------------------------------------------------------------------------------------

    def taps(self, name: str, link: str) -> None:
        """Somebody taps the link that her device shows, on her phone.

        Raises:
            Failed: the phone would not.
        """
        self._on(name, "she taps the link, and Start")
        with _plainly():
            self._phones.tap(name, link)

    def presses(self, name: str, button: str) -> None:
        """Somebody presses a button in her chat. Raises Failed."""
        self._on(name, f"she presses [{button}]")
        with _plainly():
            self._phones.press(name, button)

    def look_at(self, name: str, pattern: str, count: int = 1) -> None:
        """Waits for what the bot says in somebody's chat, and shows it. Raises Failed if it does not come."""
        with _plainly():
            text = self._phones.sees(name, pattern, _PATIENCE, count)
        self._on(name, "the bot: " + text.replace("\n", " "))
        self._wait(1.5)

    def check_pings(self, expected: dict[str, tuple[int, int, str]]) -> None:
        """Every phone got so many pings of these words, from the least to the most, and no other. Raises Failed."""
        with _plainly():
            got = {name: [text for text in self._phones.texts(name) if re.fullmatch(PING, text)] for name in PHONES}
        for name, pings in got.items():
            print(f"    {name}: {', '.join(pings) or 'nothing'}")
        if any(not least <= len(got[name]) <= most or {*got[name]} != {words} for name, (least, most, words) in expected.items()):
            raise Failed("somebody got other pings than she should")

    def _on(self, name: str, what: str) -> None:
        lines = textwrap.wrap(f"{name}'s phone: {what}", _WIDTH - 6)
        print("\n".join(["", *(f"    | {line}" for line in lines)]), flush=True)

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
        "1. Somebody runs a relay, which keeps what it is given and can read none of it, and a bot. Telegram is a stand-in on this machine: "
        "on its page are the phones of Dina and Eve, who work, and of Ana, who will moderate."
    )
    play.start()
    play.says("The relay gives out one code, with which a collective can be founded.")
    code = play.types("operator", "founding-code", "--data", str(play.folder / _DATA)).strip()
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


def _pings(play: Play) -> None:
    play.says(
        "5. Dina and Eve want to hear of warnings. Their devices show a link, the same for all members. The bot sees that the link "
        "counts, and can read nothing. It will say *1 new item* and no more. Look at their phones."
    )
    bot = Profile().username
    for name in ("Eve", "Dina"):
        shown = play.types(name.lower(), "pings", "--bot", bot) if name == "Eve" else play.quietly("dina", "pings", "--bot", bot)["link"]
        play.taps(name, shown.split("\n")[0])
        play.look_at(name, "Notifications are on")
    play.says("Ana is on shift: she wants to hear when something comes to the desk.")
    play.taps("Ana", play.types("ana", "pings", "--bot", bot, "--desk").split("\n")[0])
    play.look_at("Ana", "This link is for people who help")
    play.presses("Ana", "Yes, notify me")
    play.look_at("Ana", "When something comes in")


def _report(play: Play) -> str:
    play.says(
        "6. Something happened to Dina. `parasol report` would ask her question by question; here she has a file. Only *what kind* is needed."
    )
    file = play.folder / "report.json"
    file.write_text(json.dumps(example_report(), indent=2), encoding="utf-8")
    play.types("dina", "report", "--file", str(file))
    play.says("7. Look at Ana's phone: something came to the desk. What it is, neither bot nor Telegram knows.")
    play.look_at("Ana", r"\d+ waiting")
    play.says("Her device has it. Only moderators can open it.")
    report = str(play.quietly("ana", "desk", "list")["reports"][0]["id"])[:8]
    play.types("ana", "desk", "show", report)
    play.types("ana", "desk", "claim", report)
    play.types("ana", "desk", "ask", report, stdin="Are you safe now? And was it near the bridge?")
    play.types("dina", "reports")
    play.types("dina", "reports", "answer", report, stdin="Yes, I am at home. Under the bridge, yes.")
    return report


def _alert(play: Play, report: str) -> str:
    play.says(
        "8. Ana writes the public text: what was reported, never who somebody *is*. Two people must sign it. One alone cannot publish."
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
    play.says("9. Look at Eve's phone, and at Dina's.")
    for name in ("Eve", "Dina"):
        play.look_at(name, r"\d+ new items?")
    play.says("Eve reads it on her device. It has checked every signature. Then she checks a number, and a van, before she gets in.")
    play.types("eve", "alerts")
    play.types("eve", "check", stdin="+44 7700 900 123")
    play.types("eve", "check", stdin="white van, plate ends KX")
    play.types("eve", "check", stdin="07700 900999")
    play.says("10. Dina sees what became of her report.")
    play.types("dina", "reports")
    return str(play.quietly("eve", "alerts")["alerts"][0]["id"])[:8]


def _corrections(play: Play, alert: str) -> None:
    play.says("11. It was another van: the alert is taken back. That needs two people too, and everybody hears of it.")
    play.types("ana", "desk", "retract", alert, "--reason", "another van; the man is still looked for")
    play.types("bea", "desk", "retract", alert, "--reason", "another van; the man is still looked for")
    for name in ("Eve", "Dina"):
        play.look_at(name, r"\d+ new items?", 2)
    play.types("eve", "alerts")
    play.says("12. Fay is removed: from now on her device opens nothing new. What she has, she has.")
    play.types("ana", "remove", "Fay")
    play.types("bea", "remove", "Fay")
    play.quietly("ana", "sync")
    play.types("fay", "sync", fails=True)
    play.says("13. Cleo stops moderating. Everything she knew is made anew, so that what she kept opens and signs nothing new.")
    play.types("ana", "remove", "Cleo")
    play.types("bea", "remove", "Cleo")
    play.types("cleo", "desk", "list", fails=True)


def _relay_sees(play: Play) -> None:
    play.says("14. So much came to the phones, and no more:")
    # Two things came to the desk. Its pings come once a minute at most, so whether the second has its own depends on who is quick.
    play.check_pings({"Dina": (2, 2, "1 new item"), "Eve": (2, 2, "1 new item"), "Ana": (1, 2, "1 waiting")})
    play.says("15. And relay and bot? We look for names and numbers of this evening in their files.")
    data = b"".join(path.read_bytes() for path in sorted((play.folder / _DATA).rglob("*")) if path.is_file())
    looked_for = ("Kestrel", "Dina", "Harbour", "7700900123", "knife", "bridge", "anchor")
    found = [word for word in looked_for if word.encode().lower() in data.lower()]
    print(f"    {len(data) // 1024} KiB looked through for: {', '.join(looked_for)}")
    print(f"    found: {', '.join(found) or 'nothing'}", flush=True)
    if found:
        raise Failed("relay or bot hold something readable")


def _try_it(play: Play) -> None:
    program = shutil.which("parasol", path=str(Path(sys.executable).parent)) or f"{sys.executable} -m cli"
    print(
        f"""
The phones go on at {play.page}, relay and bot with them.

Try it yourself. Each phone has the app: press Open in its chat, then "I have a code"; the first command below prints one. It goes into the
app, never into the chat. Type anything into a chat and see it deleted, press the buttons, block the bot. And in another terminal:

    cd {shlex.quote(str(_ROOT))}
    export PARASOL_PASSPHRASE={_PASSPHRASE}
    {program} --home {play.folder}/ana invite
    {program} --home {play.folder}/eve check
    {program} --home {play.folder}/dina report
    {program} --home {play.folder}/ana desk
    {program} --help

Devices: ana and bea moderate; dina and eve are members; fay and cleo are out. A phone's app is a device of its own: who comes in with it is
somebody new. `{program} --home {play.folder}/ana sync` gives her her keys. Ctrl-C ends it all and removes {play.folder}.""",
        flush=True,
    )


@contextlib.contextmanager
def _stage(pause: float, *, watched: bool) -> Iterator[Play]:
    folder = Path(tempfile.mkdtemp(prefix="parasol-play-"))
    play = Play(folder, pause, watched=watched)
    try:
        yield play
    finally:
        # A second Ctrl-C, of somebody impatient, must not leave anything behind.
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        play.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Plays; returns 0 when all went as it should, also after Ctrl-C."""
    parser = argparse.ArgumentParser(prog="make play", description="A whole collective on this machine, with invented people and numbers.")
    parser.add_argument("--fast", action="store_true", help="do not wait between steps")
    parser.add_argument("--stay", action="store_true", help="keep everything running at the end, also when nobody is watching")
    options = parser.parse_args(arguments)
    watched = sys.stdin.isatty() and sys.stdout.isatty()
    # A process started in the background of a script has Ctrl-C switched off; the play is ended by it, and by SIGTERM, everywhere.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        with _stage(0 if options.fast or not watched else 2.0, watched=watched) as play:
            print("Parasol: peers warn each other. Everybody and every number here is invented. Ctrl-C ends it.")
            _collective(play)
            _pings(play)
            report = _report(play)
            alert = _alert(play, report)
            _corrections(play, alert)
            _relay_sees(play)
            if watched or options.stay:
                _try_it(play)
                play.watch()
    except KeyboardInterrupt:
        print("\nEnded; nothing is left behind.")
        return 0
    except BrokenPipeError:
        # Whoever read along has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Failed as failed:
        print(f"\nThe play went wrong: {failed}", file=sys.stderr)
        return 1
    print("\nThat was all; nothing is left behind.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
