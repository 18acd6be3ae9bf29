"""The terminal: what is shown and what is asked. Secrets come from standard input, a file or a prompt, never from arguments."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable
from typing import Any, Final, TextIO

from alerts.forms import tidy_text
from crypto.errors import BadInput

from .settings import Settings, read_file

#: Nothing that is typed or piped in is longer than this.
MOST_INPUT: Final = 1024 * 1024
#: For the help of every option that may hold what people wrote.
HISTORY: Final = (
    "what is typed here stays in the shell's history and in lists of processes: leave it out to be asked, or use - for standard input"
)

#: What people type for yes and for no, whatever language they think in. 1 and 2 are the numbers of a list of the two.
_YES: Final = frozenset("1 y ye yes yeah yep ok ja j sí si s oui o da sim tak ano evet igen nai ναι да так نعم اي हाँ ใช่ 是 はい".split())
_NO: Final = frozenset("2 n no nope nah non nu não nao nein nee nie ne hayır hayir nem όχι нет не ні لا नहीं ไม่ 不 否 いいえ".split())


def read_yes(typed: str) -> bool | None:
    """Whether this says yes or no; ``None`` if it says neither."""
    word = typed.strip(" .!").casefold()
    return True if word in _YES else False if word in _NO else None


class EndOfInput(BadInput):
    """Nobody types any more: the input is closed, or Ctrl-D was pressed."""

    @property
    def name(self) -> str:
        return BadInput.__name__


class Terminal:
    """Standard output for what was asked, standard error for everything else."""

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._bar = 0
        #: The last text that a person typed at a prompt: if the command fails it is shown to her again, and not lost.
        self.typed: str | None = None

    # ---- showing ---------------------------------------------------------------------------------------------------

    @property
    def shows_pictures(self) -> bool:
        """Whether a person looks at standard output."""
        return not self.as_json and self._out.isatty()

    @property
    def read(self) -> bool:
        """Whether a person reads the answer as it comes."""
        return not self.as_json and self._out.isatty()

    @property
    def watched(self) -> bool:
        """Whether there is a person who can be asked."""
        return sys.stdin is not None and sys.stdin.isatty()

    def show(self, value: dict[str, Any], lines: list[str]) -> None:
        """The answer: one JSON document, or lines."""
        self.clear()
        if self.as_json:
            text = json.dumps(value, ensure_ascii=False, indent=2)
        else:
            # What others wrote reaches a terminal here: no control characters, no overridden direction.
            text = "\n".join(tidy_line(line) for line in lines)
        if text:
            print(text, file=self._out, flush=True)

    def picture(self, text: str) -> None:
        """A QR, which is drawn with control characters of our own."""
        print(text, file=self._out, flush=True)

    def say(self, text: str = "") -> None:
        """A line for the person, apart from the answer."""
        self.clear()
        print(tidy_line(text), file=self._err, flush=True)

    def warn(self, text: str) -> None:
        """A line that must not be missed; readable without colour."""
        self.say(f"! {text}")

    def progress(self, what: str, done: int, of: int) -> None:
        """A bar, if a person is watching and there is something to wait for."""
        if self.as_json or of < 20 or not self._err.isatty():
            return
        full = 20 * done // of
        line = f"{what} [{'#' * full}{'.' * (20 - full)}] {done} of {of}"
        self._err.write("\r" + line.ljust(self._bar))
        self._err.flush()
        self._bar = len(line)

    def clear(self) -> None:
        """Takes an unfinished bar away."""
        if self._bar:
            self._err.write("\r" + " " * self._bar + "\r")
            self._bar = 0

    # ---- asking ----------------------------------------------------------------------------------------------------

    def ask(self, question: str) -> str:
        """One line from the person. Prompts go to standard error, so that standard output stays the answer's.

        Raises:
            EndOfInput: there is no more input.
            BadInput: it is not text.
        """
        self.clear()
        self._err.write(question)
        self._err.flush()
        line = _line()
        if line is None:
            raise EndOfInput("nothing was typed")
        return line.strip()

    def confirm(self, question: str, *, usual: bool = False, ask: Callable[[str], str] | None = None) -> bool:
        """Whether the person says yes. What says neither yes nor no is asked again.

        Args:
            usual: what Enter alone means.
            ask: how to ask, if not as :meth:`ask` does.
        """
        while True:
            typed = (ask or self.ask)(f"{question} [{'Y/n' if usual else 'y/N'}] ")
            if not typed:
                return usual
            if (said := read_yes(typed)) is not None:
                return said
            self.say("  Please type yes or no (y or n, or 1 for yes and 2 for no).")

    def secret(self, question: str, *, file: str | None = None) -> str:
        """A code or the like: from a file (``-`` is standard input), from standard input if it is piped in, or hidden from a prompt.

        Raises:
            BadInput: there is none.
        """
        if file is not None and file != "-":
            found = text_of(read_file(file, most=4096, what="the file")).strip()
        elif self.watched:
            found = _hidden(question).strip()
        else:
            found = (_line() or "").strip()
        if not found:
            raise BadInput("nothing was given; it is read from standard input, a file or a prompt")
        return found

    def text(self, given: str | None, question: str) -> str:
        """A text: as given; from standard input for ``-`` or if it is piped in; or asked for.

        Raises:
            BadInput: it is empty or too long.
        """
        if given is None and self.watched:
            given = self.typed = self.ask(question)
        found = (piped() if given is None or given == "-" else given).strip()
        if not found:
            raise BadInput("there is no text; write it after the command, or pipe it in")
        return found

    def passphrase(self, settings: Settings, *, new: bool = False) -> str:
        """The passphrase of the vault; asked for twice if it is new.

        Raises:
            BadInput: there is none, or the two differ.
        """
        found = settings.passphrase()
        if found is not None:
            return found
        return self.new_passphrase() if new else _hidden("Passphrase: ")

    def new_passphrase(self) -> str:
        """A passphrase that the person chooses, typed twice.

        Raises:
            BadInput: it is empty, or the two differ.
        """
        found = _hidden("Choose a passphrase for this device: ")
        if found != _hidden("Once more: "):
            raise BadInput("the two passphrases differ; nothing was changed")
        if not found:
            raise BadInput("the passphrase is empty")
        return found


def tidy_line(text: str) -> str:
    """Text that a terminal shows and does not obey."""
    start = len(text) - len(text.lstrip(" "))
    return " " * start + tidy_text(text)


def text_of(data: bytes) -> str:
    """Text from a file or a pipe.

    Raises:
        BadInput: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("this is not text in UTF-8") from None


def piped() -> str:
    """All of standard input.

    Raises:
        BadInput: it is too long, or not text.
    """
    data = sys.stdin.buffer.read(MOST_INPUT + 1)
    if len(data) > MOST_INPUT:
        raise BadInput(f"this is too long; at most {MOST_INPUT // 1024} KiB are read")
    return text_of(data)


def _line() -> str | None:
    # The buffer is read, not the text layer: a line that is not UTF-8 is then bad input and not a broken stream.
    data = sys.stdin.buffer.readline(MOST_INPUT)
    return text_of(data).rstrip("\r\n") if data else None


def can_type_hidden() -> bool:
    """Whether somebody can type what does not show: at the terminal itself, also if standard input is a pipe."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True


def _hidden(question: str) -> str:
    """Something typed that does not show. From the terminal itself, so that standard input may be a pipe."""
    if not can_type_hidden():
        raise BadInput("the passphrase is missing: set PARASOL_PASSPHRASE_FILE, or run this in a terminal")
    try:
        return getpass.getpass(question)
    except EOFError:
        raise BadInput("nothing was typed") from None
