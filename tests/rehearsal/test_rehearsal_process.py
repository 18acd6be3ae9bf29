"""``python -m rehearsal`` by itself, as somebody starts it."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import aiohttp
from telegram import Bot

ROOT = Path(__file__).resolve().parent.parent.parent


async def test_it_starts_alone_says_where_it_is_and_ends_quietly() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rehearsal", "--port", "0", "--phone", "Ana",
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = ""
        async with asyncio.timeout(30):
            while "Ctrl-C" not in said:
                line = (await process.stdout.readline()).decode()
                assert line, "it ended before it began"
                said += line
        page, api, token = (re.search(pattern, said) for pattern in (r"phones: +(\S+)", r"API: +(\S+)", r"token: +(\S+)"))
        assert page and api and token
        async with aiohttp.ClientSession() as session, session.get(page[1] + "view") as answer:
            assert [phone["name"] for phone in (await answer.json())["phones"]] == ["Ana"]
        async with Bot(token[1], base_url=api[1]) as bot:
            assert (await bot.get_me()).is_bot
    finally:
        process.send_signal(signal.SIGINT)
        _, wrong = await asyncio.wait_for(process.communicate(), 30)
    assert (process.returncode, wrong) == (0, b"")


async def test_a_port_in_use_is_said_plainly() -> None:
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rehearsal", "--port", str(port),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, wrong = await asyncio.wait_for(process.communicate(), 30)
    taken.close()
    assert process.returncode == 2 and f"Cannot listen on port {port}".encode() in wrong and b"Traceback" not in wrong
