"""How many durable posts of 1 KiB the relay acknowledges in a second, beside a bare aiohttp handler that keeps nothing.

    python bench/posts.py [--runs 5] [--seconds 3]

32 connections post mail, one item of 1 KiB each, every one with a tag of its own. The relay is `server.serve` in a process of its own, over a
fresh folder: the token is checked, the body validated, and each post synced to the disk before its answer. The yardstick is another process,
with the same loop and library, that reads the body and answers. Load comes from a third process over raw sockets with requests built
beforehand. Runs alternate, so that noise of the machine meets both.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import json
import os
import re
import select
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import aiohttp  # noqa: E402  the path above must be there first, so that the program runs from anywhere
from aiohttp import web  # noqa: E402

from bench._report import report  # noqa: E402
from crypto import announced, chain, gates, shelves, signing, wire  # noqa: E402
from crypto.base32 import decode_code  # noqa: E402
from crypto.secrets import SigningSeed  # noqa: E402
from server import serve  # noqa: E402
from storage.folder import new_founding_code  # noqa: E402

CONNECTIONS: Final = 32
WARM_UP: Final = 0.5
ANSWER: Final = b"\r\n\r\n\xa0"


# ---- the three processes ------------------------------------------------------------------------------------------


async def run_relay(folder: str) -> None:
    await serve(Path(folder), "127.0.0.1", 0, ready=partial(print, flush=True), metrics_port=0)


async def run_yardstick() -> None:
    async def handle(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(body=b"\xa0", content_type="application/cbor")

    app = web.Application()
    app.router.add_post("/v1/c/{c}/mail", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"listening on http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


def run_load(port: int, collective: str, token: str, seconds: float) -> None:
    """Prints how many posts were answered in all, and the rate and p99 after the warm-up.

    One post, its answer, the next post on each connection; no loop and no library, so that the load is not what is measured.
    """
    blob = os.urandom(shelves.MAIL_BLOBS[0])
    tag = b"\x11" * 32
    body = wire.encode({"items": [{"tag": tag, "blob": blob}]})
    before, _, tail = body.partition(tag)
    head = (
        f"POST /v1/c/{collective}/mail HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/cbor\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + before
    ready = select.epoll()
    connections = {}
    begun = {}
    for _ in range(CONNECTIONS):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connections[connection.fileno()] = connection
        ready.register(connection.fileno(), select.EPOLLIN)
    clock, random = time.perf_counter, os.urandom
    for number, connection in connections.items():
        begun[number] = clock()
        connection.sendall(head + random(32) + tail)
    start = clock() + WARM_UP
    end = start + seconds
    waiting, answered, latencies = CONNECTIONS, 0, []
    partial: dict[int, bytes] = {}
    while waiting:
        for number, _ in ready.poll():
            connection = connections[number]
            got = partial.pop(number, b"") + connection.recv(65536)
            if not got.endswith(ANSWER):
                partial[number] = got
                continue
            if not got.startswith(b"HTTP/1.1 200 "):
                raise SystemExit(f"a post was refused: {got[:80]!r}")
            now = clock()
            answered += 1
            if start <= now <= end:
                latencies.append(now - begun[number])
            if now > end:
                waiting -= 1
                continue
            begun[number] = now
            connection.sendall(head + random(32) + tail)
    latencies.sort()
    print(json.dumps({"all": answered, "rate": len(latencies) / seconds, "p99": latencies[int(len(latencies) * 0.99)] * 1000}), flush=True)


# ---- putting them together ----------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def running(*arguments: str, lines: int) -> AsyncIterator[list[str]]:
    """A process of this program, and the addresses in its first lines."""
    process = await asyncio.create_subprocess_exec(sys.executable, __file__, *arguments, stdout=asyncio.subprocess.PIPE)
    try:
        if process.stdout is None:
            raise SystemExit("a process without its output")
        found = [re.search(rb"http://\S+", await process.stdout.readline()) for _ in range(lines)]
        yield [match[0].decode() for match in found if match]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def load(address: str, collective: bytes, token: bytes, seconds: float) -> Any:
    port = address.rpartition(":")[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "load", port, wire_name(collective), wire_name(token), str(seconds), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return json.loads(output)


def wire_name(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


async def commits(session: aiohttp.ClientSession, metrics: str) -> int:
    async with session.get(metrics) as response:
        found = re.search(r"^parasol_commits_total (\d+)$", await response.text(), re.MULTILINE)
    return int(found[1]) if found else 0


async def call(session: aiohttp.ClientSession, url: str, body: Any) -> Any:
    async with session.post(url, data=wire.encode(body)) as response:
        return wire.decode(await response.read())


async def found(session: aiohttp.ClientSession, address: str, folder: str) -> tuple[bytes, SigningSeed]:
    """A collective whose sealed parts are random, as the relay cannot tell; its id and its moderators' gate."""
    collective, gate, member = os.urandom(32), SigningSeed.random(), SigningSeed.random()
    now = int(time.time())
    charter = chain.make_entry(
        chain.Place("board", 0, chain.NO_ENTRY, "statement", 1, now), os.urandom(chain.STATEMENT_BLOBS[0]), gate, collective
    )
    public = announced.encode_public(
        planting=1, epoch=1, removed=(), wraps=os.urandom(48), commitment=os.urandom(32), previous=None, link=None,
        member_gate=signing.public_key(member), moderator_gate=signing.public_key(gate), desk=1,
        member_ping=os.urandom(32), moderator_ping=os.urandom(32),
    )  # fmt: skip
    place = chain.Place("board", 1, charter.hash(collective), "announcement", 1, now)
    first = chain.make_entry(place, announced.join_announcement(public, os.urandom(1600), []), gate, collective)
    code = decode_code(new_founding_code(Path(folder)))
    await call(session, f"{address}/v1/collectives", {"collective": collective, "code": code, "entries": [charter.value(), first.value()]})
    return collective, gate


async def mail_token(session: aiohttp.ClientSession, address: str, collective: bytes, gate: SigningSeed) -> bytes:
    path = f"{address}/v1/c/{wire_name(collective)}"
    challenge = (await call(session, f"{path}/challenge", {}))["challenge"]
    signature = gates.answer_challenge(gate, collective, "mail", "moderator", 1, challenge)
    answer = {"challenge": challenge, "purpose": "mail", "role": "moderator", "epoch": 1, "signature": signature}
    token: bytes = (await call(session, f"{path}/token", answer))["token"]
    return token


async def main(runs: int, seconds: float) -> None:
    with tempfile.TemporaryDirectory(prefix="parasol-bench-") as folder:
        async with (
            running("relay", folder, lines=2) as (metrics, relay),
            running("yardstick", lines=1) as (yardstick,),
            aiohttp.ClientSession() as session,
        ):
            collective, gate = await found(session, relay, folder)
            rates: list[float] = []
            p99s: list[float] = []
            shared: list[float] = []
            bare_rates: list[float] = []
            bare_p99s: list[float] = []
            for _ in range(runs):
                bare = await load(yardstick, collective, bytes(32), seconds)
                token = await mail_token(session, relay, collective, gate)
                before = await commits(session, metrics)
                posted = await load(relay, collective, token, seconds)
                shared.append(posted["all"] / (await commits(session, metrics) - before))
                rates.append(posted["rate"])
                p99s.append(posted["p99"])
                bare_rates.append(bare["rate"])
                bare_p99s.append(bare["p99"])
    against = "bare aiohttp handler that reads the body and answers"
    report("posts", "acknowledged durable posts of 1 KiB, 32 connections", rates, "1/s", against=against, yardstick=bare_rates)
    report("posts", "99th percentile of their latency", p99s, "ms", against=against, yardstick=bare_p99s)
    report("posts", "posts acknowledged for each commit, each commit synced", shared, "posts")


if __name__ == "__main__":
    role, *rest = sys.argv[1:] or [""]
    if role == "relay":
        asyncio.run(run_relay(rest[0]))
    elif role == "yardstick":
        asyncio.run(run_yardstick())
    elif role == "load":
        run_load(int(rest[0]), rest[1], rest[2], float(rest[3]))
    else:
        parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
        parser.add_argument("--runs", type=int, default=5)
        parser.add_argument("--seconds", type=float, default=3.0)
        options = parser.parse_args()
        asyncio.run(main(options.runs, options.seconds))
