"""`parasol run` as it is typed, against the stand-in: subscribe, publish, one ping; and what the app is told of the bot."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.store import new_key
from rehearsal.floods import Limits
from rehearsal.telegram import TOKEN, Telegram
from storage.folder import new_founding_code
from tests.bot.whole_bot import ROOT, Collective, World, found, pings, subscribe

CANARY = "Zinnwald canary"
#: The command, with a bot in it that fails once in a way that nobody expected.
STUMBLES = f"""
import sys
import bot.app, cli
real, failures = bot.app._Core.listen, [ZeroDivisionError({CANARY!r})]
async def listen(self):
    if failures:
        raise failures.pop()
    await real(self)
bot.app._Core.listen = listen
sys.exit(cli.main())
"""


@contextlib.asynccontextmanager
async def typed(folder: Path, telegram: Telegram, program: list[str]) -> AsyncIterator[tuple[World, asyncio.subprocess.Process]]:
    """The command on a machine of its own, from a parasol.toml, until it is told to end."""
    (folder / "app").mkdir()
    (folder / "app" / "index.html").write_text("<!doctype html><title>a page</title>")
    (folder / "token").write_text(TOKEN + "\n")
    (folder / "key").touch(0o600)
    (folder / "key").write_bytes(new_key() + b"\n")
    (folder / "parasol.toml").write_text(
        'data = "relay"\npublic_url = "https://app.example"\ntoken_file = "token"\nkey_file = "key"\napp = "app"\n'
        f'listen = "127.0.0.1:0"\napi_base = "{telegram.base_url}"\n'
    )
    code = new_founding_code(folder / "relay")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARASOL", "CREDENTIALS"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *program, "run", cwd=folder, env=kept | {"PYTHONPATH": str(ROOT), "HOME": str(folder)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
        world = World(folder, telegram, Collective(), relay_port=int(line.rpartition(":")[2]))
        await found(world, code)
        yield world, process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@pytest.mark.parametrize("program", [["-m", "cli"], ["-c", STUMBLES]], ids=["as it is", "with a bot that stumbles"])
async def test_relay_and_bot_in_one_process_subscribe_publish_and_ping_once(tmp_path: Path, program: list[str]) -> None:
    async with Telegram(limits=Limits.none()) as telegram, typed(tmp_path, telegram, program) as (world, process):
        ana = await subscribe(world, "Ana")
        await ana.sees("Notifications are on")
        await world.publish(2)
        await world.until(lambda: pings(ana) == 1)
        async with aiohttp.ClientSession() as session, session.get(f"{world.relay_address}/app.json") as answer:
            assert await answer.json() == {"bot": telegram.world.profile.username}
        await asyncio.sleep(1)
        assert pings(ana) == 1
        process.send_signal(signal.SIGTERM)
        telegram.updates.end_poll()
        out, said = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0 and "the bot is running" in out.decode()
    for trace in (TOKEN, CANARY, str(ana.id), "Traceback"):
        assert trace not in out.decode() + said.decode() + json.dumps(str(tmp_path))
    assert ("listen failed: ZeroDivisionError" in said.decode()) == (program[0] == "-c")
