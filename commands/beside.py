"""A second device, with the first in hand (protocol §7.7)."""

from __future__ import annotations

import argparse
import asyncio
import io
from typing import Final

import segno

from alerts.session import Session, take_over
from alerts.sync import RelayClient
from crypto.errors import BadInput
from crypto.handover import LASTS, WAITS, handover_seed, new_digits, read_digits
from crypto.invites import new_code, read_code, show_code

from .base import Answer, Command, Context
from .device import note_sync, opened
from .joining import newcomer, relay_of
from .shapes import base64url

#: How often the other device is looked for, in seconds.
_EVERY: Final = 2.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--here", action="store_true", help="on the new device: takes the code that the other one shows")
    parser.add_argument(
        "--code-file", metavar="F", help="with --here: a file with the code; else it is read from standard input or asked for"
    )


async def add_device(context: Context) -> Answer:
    """Hands this device over to a second one, or takes it there."""
    return await (_take(context) if context.options.here else _hand(context))


async def _hand(context: Context) -> Answer:
    terminal = context.terminal
    async with opened(context) as work:
        code = new_code()
        shown = show_code(code)
        if terminal.shows_pictures:
            picture = io.StringIO()
            segno.make(shown, micro=False).terminal(picture, compact=True)
            terminal.picture(picture.getvalue())
        terminal.say(f"Code: {shown}")
        terminal.say("On the other device: `parasol add-device --here`, and type it there.")
        terminal.say("Type only digits of a device that you hold in your hand, never digits that somebody tells you.")
        seed = handover_seed(code, read_digits(terminal.ask("The six digits that the other device shows: ")))
        taken = False
        try:
            await work.session.hand_over(seed)
            until = context.now + LASTS
            while not (taken := await work.session.was_taken(seed)) and context.now < until:
                await asyncio.sleep(_EVERY)
        finally:
            if not taken:
                await work.session.take_back(seed)
    if not taken:
        raise BadInput("the other device did not take it within a minute; begin again with a new code")
    return Answer(
        {"handed_over": True},
        [
            "The other device has it. If that is not yours, tell a moderator at once: she takes this name out.",
            "Reports you wrote here stay here: only this device sees their answers.",
        ],
    )


async def _take(context: Context) -> Answer:
    terminal, url = context.terminal, relay_of(context)
    code = read_code(terminal.secret("The code that the other device shows: ", file=context.options.code_file))
    session: Session | None = None
    with newcomer(context, url) as coming:
        digits = new_digits()
        terminal.say(f"Type these digits on the other device: {digits[:3]} {digits[3:]}")
        seed = handover_seed(code, read_digits(digits))
        until = context.now + WAITS
        async with RelayClient(url, context.settings.clock) as relay:
            while session is None:
                session = coming.session = await take_over(relay, seed, context.settings.clock, coming.home.save)
                if session is None and context.now >= until:
                    raise BadInput("the digits were not typed on the other device within ten minutes; begin again there with a new code")
                if session is None:
                    await asyncio.sleep(_EVERY)
            await session.sync()
            note_sync(coming.home, context.now)
    device = session.device
    return Answer(
        {
            "collective": base64url(device.collective),
            "name": device.board.charter.name,
            "alias": device.alias,
            "moderates": session.moderates,
        },
        [
            f"This device is in: {device.board.charter.name}.",
            "Reports you wrote on the other device stay there: only it sees their answers.",
        ],
    )


COMMANDS: Final = [
    Command("add-device", "member", "use a second device too, with the first in hand", "parasol add-device --here --relay https://relay.example", add_device, _arguments),
]  # fmt: skip
