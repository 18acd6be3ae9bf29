"""This device's own: words to compare, recovery words, passphrase, erase."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from alerts.home import Home
from crypto.device import to_words
from crypto.errors import BadInput, NotAllowed

from .base import Answer, Command, Context
from .device import PATIENCE, open_home, opened
from .settings import read_file
from .terminal import text_of


async def words(context: Context) -> Answer:
    """Safety words: two devices that show the same were told the same."""
    async with opened(context, offline=True) as work:
        epoch, said, digits = work.device.safety_words()
    return Answer(
        {"epoch": epoch, "words": said.split(), "digits": digits},
        [said, digits, f"Number {epoch}. Compare with a friend, face to face or by voice. If the number is the same, the words must be."],
        work.status,
    )


async def recovery_words(context: Context) -> Answer:
    """The 12 words behind this device; from now on they bring it back on another one too."""
    async with opened(context, later=True) as work:
        said, recoverable = to_words(work.device.entropy), work.device.recoverable
        recoverable.wanted = True
        work.session.save()
        if recoverable.period is None:
            await work.sync_if_possible(PATIENCE)
        elsewhere = work.device.recoverable.period is not None
    then = (
        "On another device: `parasol recover`."
        if elsewhere
        else "They open another device (`parasol recover`) once this one has been online again and a moderator's phone has let you in: run `parasol sync`."
    )
    return Answer(
        {"words": said.split(), "elsewhere": elsewhere},
        [said, "Whoever has these words is you. On paper, not in a phone. Never type them into a chat.", then],
    )


def _passphrase_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-file", metavar="F", help="a file with the new passphrase; else it is asked for twice")


async def passphrase(context: Context) -> Answer:
    """Another passphrase for the same vault."""
    with open_home(context) as home:
        if context.options.new_file is not None:
            new = text_of(read_file(context.options.new_file, most=4096, what="the file")).partition("\n")[0].rstrip("\r")
        else:
            new = context.terminal.new_passphrase()
        if not new:
            raise BadInput("the passphrase is empty")
        home.change_passphrase(new, context.settings.vault_cost())
    return Answer({"changed": True}, ["Changed. The old passphrase opens nothing any more, except copies of the vault made before."])


def _erase_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def erase(context: Context) -> Answer:
    """Wipes this vault."""
    path = context.settings.home
    if not Home.exists(path):
        raise BadInput("there is no vault on this device")
    if not context.options.yes:
        if not context.terminal.watched:
            raise NotAllowed("nothing was erased; say --yes to erase without being asked")
        if context.terminal.ask("This wipes everything of Parasol on this device. Type ERASE to do it: ").upper() != "ERASE":
            raise NotAllowed("nothing was erased")
    Home.erase(path)
    _drop_if_empty(path)
    return Answer({"erased": True}, ["Erased. What you sent stays with your moderators; your membership stays until they remove you."])


def _drop_if_empty(path: Path) -> None:
    try:
        path.rmdir()
    except OSError:
        return  # a settings file of the person's own lies there


COMMANDS: Final = [
    Command("words", "member", "safety words, to compare with a friend", "parasol words", words),
    Command("recovery-words", "member", "the 12 words that bring this device back", "parasol recovery-words", recovery_words),
    Command("passphrase", "member", "change the passphrase of this device", "parasol passphrase", passphrase, _passphrase_arguments),
    Command("erase", "member", "wipe everything of Parasol on this device", "parasol erase", erase, _erase_arguments),
]
