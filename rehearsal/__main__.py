"""``python -m rehearsal``: the stand-in alone, with three phones, until Ctrl-C. A bot is connected by the two lines it prints."""

from __future__ import annotations

import argparse
import asyncio

from rehearsal.telegram import Telegram

PEOPLE = ("Ana", "Bea", "Carmen")


async def _run(port: int, names: list[str], language: str) -> None:
    telegram = Telegram()
    for name in names:
        telegram.phone(name, language)
    await telegram.start(port)
    try:
        print(f"The phones:        {telegram.address}/")
        print(f"The bot's API:     {telegram.base_url}")
        print(f"The bot's token:   {telegram.token}   (of no real bot)")
        print("Ctrl-C ends it; nothing is kept.", flush=True)
        await asyncio.Event().wait()
    finally:
        await telegram.stop()


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m rehearsal", description="A stand-in for Telegram's servers, with phones in the browser."
    )
    parser.add_argument("--port", type=int, default=8090, help="on loopback; 0 for any free one (default 8090)")
    parser.add_argument("--phone", action="append", metavar="NAME", help="a person with a fictional name; may be repeated")
    parser.add_argument("--language", default="en", metavar="CODE", help="the language their Telegram is set to (default en)")
    asked = parser.parse_args()
    try:
        asyncio.run(_run(asked.port, asked.phone or list(PEOPLE), asked.language))
    except KeyboardInterrupt:
        print()
    except OSError as error:
        parser.exit(2, f"Cannot listen on port {asked.port}: {error.strerror}. Choose another with --port, or 0 for any free one.\n")


if __name__ == "__main__":
    main()
