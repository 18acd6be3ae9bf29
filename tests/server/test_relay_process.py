"""The relay as a process: it starts, says where it listens, stops when told, survives kill -9, and leaves no trace of what it carried."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import os
import re
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import server
from crypto import shelves, wire
from crypto.errors import BadInput, NotAllowed
from storage.sqlite import SQLiteStore

ROOT = Path(server.__file__).parent
MAIN = """
import asyncio, functools, pathlib, server, sys
ready = functools.partial(print, flush=True)
asyncio.run(server.serve(pathlib.Path(sys.argv[1]), "127.0.0.1", 0, ready=ready, metrics_port=0))
"""


@contextlib.asynccontextmanager
async def process(folder: Path) -> AsyncIterator[tuple[Any, str, str]]:
    """A relay of its own; gives the process, its address, and its metrics' address."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MAIN, str(folder), cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert running.stdout is not None
    lines = [(await running.stdout.readline()).decode() for _ in range(2)]
    try:
        addresses = [re.search(r" on (http://127\.0\.0\.1:\d+\S*)$", line) for line in lines]
        assert addresses[0] and addresses[1], lines
        yield running, addresses[1][1], addresses[0][1]
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


class Remote:
    """The other end of ``Group`` when the relay is another process."""

    def __init__(self, session: aiohttp.ClientSession, address: str, folder: Path, kind: Any) -> None:
        self.session, self.address, self.folder, self.kind = session, address, folder, kind

    def clock(self) -> int:
        return int(time.time())

    async def call(self, method: str, path: str, body: Any = None, *, token: bytes | None = None, data: bytes | None = None) -> Any:
        headers = {} if token is None else {"Authorization": "Bearer " + base64.urlsafe_b64encode(token).rstrip(b"=").decode()}
        data = data if body is None else wire.encode(body)
        async with self.session.request(method, self.address + path, data=data, headers=headers) as response:
            return self.kind(response.status, response.headers, await response.read())


async def test_kill_9_in_the_middle_of_posts_loses_nothing_that_was_acknowledged(relay: Any, group: Any, tmp_path: Path) -> None:
    folder, acknowledged = tmp_path / "killed", []
    async with process(folder) as (running, address, _), aiohttp.ClientSession() as session:
        answer_kind = sys.modules[type(relay).__module__].Answer
        remote = type(group)(Remote(session, address, folder, answer_kind))
        await remote.found()
        token = await remote.token("mail", "moderator")

        async def post_until_it_dies() -> None:
            with contextlib.suppress(aiohttp.ClientError):
                while True:
                    tag = os.urandom(32)
                    item = {"tag": tag, "blob": os.urandom(shelves.MAIL_BLOBS[0])}
                    if (await remote.relay.call("POST", f"{remote.path}/mail", {"items": [item]}, token=token)).status == 200:
                        acknowledged.append(tag)
                        if len(acknowledged) == 300:
                            running.send_signal(signal.SIGKILL)

        await asyncio.gather(*(post_until_it_dies() for _ in range(16)))
    assert len(acknowledged) >= 300
    store = await SQLiteStore.open(folder)
    kept: set[bytes] = set()
    after, more = 0, True
    while more:
        rows, more = await store.mail(remote.id, after, 1000, 1 << 22)
        kept |= {row.tag for row in rows}
        after = rows[-1].position
    await store.close()
    assert kept >= set(acknowledged)
    with contextlib.closing(sqlite3.connect(folder / "relay.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_a_relay_stops_cleanly_when_told_even_with_watchers_and_leaves_no_journal(relay: Any, group: Any, tmp_path: Path) -> None:
    folder = tmp_path / "stopped"
    async with process(folder) as (running, address, metrics), aiohttp.ClientSession() as session:
        remote = type(group)(Remote(session, address, folder, sys.modules[type(relay).__module__].Answer))
        await remote.found()
        read = await remote.token("read", "member")
        version = (await remote.state())["version"]
        watching = asyncio.create_task(remote.relay.call("GET", f"{remote.path}/watch?version={version}", token=read))
        text = ""
        while "parasol_watchers 1\n" not in text:
            async with session.get(metrics) as response:
                text = await response.text()
        assert 'parasol_requests_total{route="found",status="201"} 1' in text and "parasol_commits_total 1" in text
        assert remote.path[6:] not in text and "127.0.0.1" not in text
        async with session.get(address + "/metrics") as response:
            assert response.status == 404, "not on the public listener"
        running.terminate()
        assert (await watching).status == 204
        assert await running.wait() == 0
    assert sorted(path.name for path in folder.iterdir()) == ["operator.secret", "relay.lock", "relay.sqlite3"]
    assert [oct(path.stat().st_mode & 0o777) for path in (folder, *folder.iterdir())] == ["0o700", *["0o600"] * 3]


async def test_a_port_in_use_and_a_folder_in_use_are_said_plainly(relay: Any, tmp_path: Path) -> None:
    port = relay.client.server.port
    with pytest.raises(BadInput, match=f"port {port} is in use"):
        await server.serve(tmp_path / "other", "127.0.0.1", port, ready=print, stop=asyncio.Event())
    with pytest.raises(NotAllowed, match="a relay is running"):
        await server.serve(relay.folder, "127.0.0.1", 0, ready=print, stop=asyncio.Event())


async def test_serving_ends_when_its_event_is_set(tmp_path: Path) -> None:
    stop, lines = asyncio.Event(), []

    def ready(line: str) -> None:
        lines.append(line)
        stop.set()

    await server.serve(tmp_path / "data", "127.0.0.1", 0, stop=stop, ready=ready)
    assert re.fullmatch(r"listening on http://127\.0\.0\.1:\d+", lines[0])


async def test_nothing_a_person_sent_and_no_address_reaches_logs_or_files(
    relay: Any, group: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Canaries in paths, headers, bodies and broken requests; a store that breaks in the middle. Logs hold kinds of events only."""
    canary = "CANARY-white-van-447700900123"
    caplog.set_level(logging.DEBUG)
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    folder, stop = tmp_path / "quiet", asyncio.Event()
    addresses: list[str] = []
    serving = asyncio.create_task(server.serve(folder, "127.0.0.1", 0, stop=stop, ready=addresses.append))
    while not addresses:
        await asyncio.sleep(0.01)
    address = addresses[0].removeprefix("listening on ")
    port = address.rpartition(":")[2]

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError(canary)

    monkeypatch.setattr(SQLiteStore, "box", broken)
    async with aiohttp.ClientSession() as session:
        for method, path, data in [
            ("GET", f"/v1/boxes/{'A' * 43}", None), ("POST", f"/v1/c/{canary}/mail", canary.encode()), ("GET", f"/{canary}", None),
            ("POST", "/v1/collectives", canary.encode()), ("POST", "/v1/collectives", wire.encode({canary: canary})),
        ]:  # fmt: skip
            headers = {"Authorization": f"Bearer {canary}", "User-Agent": canary, "Cookie": f"a={canary}", "X-Forwarded-For": "203.0.113.7"}
            async with session.request(method, address + path, data=data, headers=headers) as response:
                assert response.status >= 400 and canary not in await response.text()
                assert "Set-Cookie" not in response.headers
    for raw in (
        f"{canary}\r\n\r\n",
        f"GET /{canary} HTTP/1.1\r\nContent-Length: {canary}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: a\r\n{canary}\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        writer.write(raw.encode())
        await reader.read(1)
        writer.close()
    stop.set()
    await serving
    logged = [record for record in caplog.records if record.name.startswith(("parasol", "aiohttp"))]
    assert "internal-error RuntimeError" in [record.getMessage() for record in logged]
    text = caplog.text + "".join(json.dumps(record.__dict__, default=repr) for record in logged)
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    for trace in (canary, "127.0.0.1", "203.0.113.7"):
        assert trace not in text and trace.encode() not in kept
