"""For whoever wants the bot to say that something is new: the code of this epoch, to show it in the chat (protocol §12)."""

from __future__ import annotations

import argparse
import base64
import re
from typing import Final

from crypto.epochs import member_ping, moderator_ping
from crypto.errors import BadInput

from .base import Answer, Command, Context
from .device import opened
from .operate import BOT_USERNAME


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bot", metavar="NAME", help="the bot's user name, as your moderators told you; gives a link to tap")
    parser.add_argument(
        "--desk",
        action="store_true",
        help="moderators: be told when something waits at the desk. Telegram and the bot's operator then learn that this account moderates",
    )


async def pings(context: Context) -> Answer:
    """The code that any member, or any moderator, of this epoch shows the bot. It opens nothing and is the same for all of them."""
    bot = context.settings.get("bot")
    if bot is not None and re.fullmatch(BOT_USERNAME, bot, re.ASCII) is None:
        raise BadInput("a bot's user name has letters, digits and _ only, without @")
    async with opened(context, offline=True) as work:
        device = work.device
        epoch = device.board.epoch
        if context.options.desk:
            code = moderator_ping(work.moderator.bundle.gate, device.collective, epoch.number)
            context.terminal.warn("With this, Telegram and the bot's operator learn that the account that shows it moderates.")
        else:
            code = member_ping(epoch.secret, device.collective, epoch.number)
        status = work.status
    shown = base64.urlsafe_b64encode(code.reveal()).rstrip(b"=").decode()
    where = f"https://t.me/{bot}?start={shown}" if bot else f"/start {shown}"
    lines = [
        where,
        "Open it in Telegram." if bot else "Send exactly this in the chat with the bot.",
        "Telegram then knows that your account uses this bot. The bot says *1 new item* and no more; /leave ends it.",
    ]
    return Answer({"payload": shown, "link": where if bot else None}, lines, status)


COMMANDS: Final = [
    Command("pings", "member", "be told in Telegram that something is new; optional", "parasol pings --bot our_neutral_bot", pings, _arguments),
]  # fmt: skip
