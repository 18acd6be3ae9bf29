"""The command ``parasol``: parses, chooses, and turns errors into one sentence and an exit status. What commands do is in ``commands/``.

Exit status: 0 done · 1 a fault of this software · 2 wrong use or bad input · 3 refused by a check (protocol §10) · 4 the relay
cannot be reached, is none, or says no · 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import difflib
import logging
import os
import re
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Final, NoReturn

from commands import beside, desk, joining, operate, people, pings, reading, reporting, rules, telegram, vault, verify
from commands.base import Command, Context
from commands.settings import Settings, keep_to_oneself
from commands.terminal import Terminal
from crypto.errors import BadInput, Fault, ParasolError

_COMMANDS: Final = {
    command.name: command
    for room in (reading, reporting, joining, beside, pings, vault, rules, desk, people, operate, verify, telegram)
    for command in room.COMMANDS
}  # fmt: skip
#: Other names that people try.
_ALSO: Final = {"rules": "charter"}
_GROUPS: Final = {
    "member": "For everybody who is in, or comes in",
    "moderator": "For moderators",
    "operator": "For whoever runs the relay",
}
_STATUS: Final = {Fault.OURS: 2, Fault.DEVICE: 2, Fault.PEER: 3, Fault.TRANSPORT: 4}
_INTERRUPTED: Final = 130

_END: Final = """\
Each command says more, with an example:  parasol COMMAND --help
Codes, passphrases and texts are read from a prompt, a file or standard input, so that they do not stay in your shell's history.
Settings come from options, then PARASOL_... variables, then parasol.toml."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong by raising, so that ``--json`` can say it too."""

    def error(self, message: str) -> NoReturn:
        if found := re.match(r"argument COMMAND: invalid choice: '([^']{1,40})'", message):
            near = difflib.get_close_matches(found[1].casefold(), _COMMANDS, 1)
            meant = f"did you mean `parasol {near[0]}`?" if near else "`parasol --help` lists all commands"
            raise BadInput(f"there is no command {found[1]!r}; {meant}")
        raise BadInput(f"{message[:200]}; see {self.prog} --help")


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--home", metavar="DIR", help="this device's vault (default ~/.parasol)")
    parser.add_argument("--relay", "--server", metavar="URL", help="the relay; remembered after founding or joining")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _parser() -> argparse.ArgumentParser:
    groups = []
    for who, title in _GROUPS.items():
        rows = [f"  {c.name:<15} {c.summary}" for c in _COMMANDS.values() if c.who == who]
        groups.append("\n".join([f"{title}:", *rows]))
    parser = _Parser(
        prog="parasol",
        usage="parasol COMMAND [options]",
        description="Peers warn each other of violent clients. No police, no company, and a relay that can read nothing.\n\n"
        + "\n\n".join(groups),
        epilog=_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _common(parser)
    inner = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, help=argparse.SUPPRESS)
    for command in _COMMANDS.values():
        one = inner.add_parser(
            command.name,
            aliases=[other for other, name in _ALSO.items() if name == command.name],
            prog=f"parasol {command.name}",
            description=command.summary[0].upper() + command.summary[1:] + ".",
            epilog=f"example:\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.arguments(one)
        _common(one)
    return parser


def _read(parser: argparse.ArgumentParser, given: list[str]) -> argparse.Namespace:
    # What is common to all commands may stand anywhere, also between the words of one: it is taken out first.
    common = _Parser(prog="parasol", add_help=False, allow_abbrev=False)
    _common(common)
    everywhere, rest = common.parse_known_args(given)
    options = parser.parse_args(rest)
    for name, value in vars(everywhere).items():
        setattr(options, name, value)
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows a question mark; it does not end the command.
            stream.reconfigure(errors="replace")
    terminal = Terminal(as_json="--json" in given)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # asyncio would take the first Ctrl-C for itself and wait for the next pause of its own: at a prompt, for ever.
        signal.signal(signal.SIGINT, _interrupt)
    try:
        return _run(given, terminal)
    except KeyboardInterrupt:
        terminal.clear()
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it closes the stream.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _run(given: list[str], terminal: Terminal) -> int:
    debug = os.environ.get("PARASOL_DEBUG") == "1"
    if not debug:
        # Foreign libraries' traces could quote what was sent; what people must know is said by us.
        logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
    try:
        keep_to_oneself()
        parser = _parser()
        options = _read(parser, given)
        if options.command is None:
            if terminal.as_json:
                raise BadInput("say what to do; see parasol --help")
            parser.print_help()
            return 0
        return _answer(_COMMANDS[_ALSO.get(options.command, options.command)], Context(options, Settings(options, os.environ), terminal))
    except ParasolError as error:
        if debug:
            traceback.print_exc()
        return _fail(terminal, error.name, str(error), _STATUS[error.fault])
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001  the last door: no trace, which could quote what she wrote
        if debug:
            traceback.print_exc()
        return _fail(terminal, "Internal", f"something went wrong inside parasol ({type(error).__name__}); nothing was sent", 1)


def _answer(command: Command, context: Context) -> int:
    answer = asyncio.run(command.run(context))
    if answer.status == operate.SILENT:
        return 0
    context.terminal.show(answer.value, answer.lines)
    return answer.status


def _fail(terminal: Terminal, name: str, detail: str, status: int) -> int:
    if terminal.as_json:
        terminal.show({"error": name, "detail": detail}, [])
    terminal.say(f"parasol: {detail}" + (f" [{name}]" if status == 3 else ""))
    if terminal.typed:
        terminal.say(f"What you typed, to copy it: {terminal.typed}")
    return status


if __name__ == "__main__":
    sys.exit(main())
