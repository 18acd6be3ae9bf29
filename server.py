"""The relay: HTTP over stored ciphertext (protocol §4.2, §5).

It keeps five shelves for each collective and can read none of them. What it accepts is in ``relay/rules.py``, whom it lets in
in ``relay/gatekeeper.py``, where things rest in ``storage/``; here is how all that is spoken over HTTP. It keeps no request log, no
address and no cookie, and says nothing about a failure but its kind.
"""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import re
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any, Final, Self

from aiohttp import HttpVersion11, web

from crypto import wire
from crypto.chain import Shelf, parse_entry
from crypto.context import digest
from crypto.errors import BadInput, ParasolError, WrongShape
from crypto.shelves import parse_desk_item
from relay import rules
from relay.channels import Channels
from relay.forms import base64url, bytes_from_bearer, from_base64url, id_from_path, joined_array, joined_map
from relay.gatekeeper import Gatekeeper, Token
from relay.openapi import CBOR, JSON, PROBLEM, Route, document
from relay.pages import Pages as Pages
from relay.problems import Problem, problem_for
from relay.quiet import quiet_http_log
from relay.routes import PAGE_BYTES, PAGE_COUNT, ROUTES
from storage.base import AlreadyThere, Box, Collective, Conflict, Head, NewDeskItem, NewEntry, Store
from storage.folder import operator_secret
from storage.sqlite import SQLiteStore

Clock = Callable[[], int]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

#: A watcher is answered after this long in any case: proxies close what is silent for a minute.
WATCH_SECONDS: Final = 50
ERASURE_HELD: Final = 72 * 3600
BOX_DAYS: Final = 400
HEALING_RETRY: Final = 30
SWEEP_SECONDS: Final = 3600
BODY_SECONDS: Final = 60
#: Bodies that are being received or worked on, all together. Beyond it the relay asks to come again in a moment.
MAX_BYTES_IN_FLIGHT: Final = 256 * 1024 * 1024

_log: Final = logging.getLogger("parasol.relay")


class Relay:
    """Handlers by the names of :data:`ROUTES`. Each reads: who may, what is asked, what the rules say, what the store keeps."""

    def __init__(self, store: Store, clock: Clock, operator: bytes | None = None) -> None:
        self.store = store
        self.clock = clock
        self._channels = Channels(store, operator)
        self.gatekeeper = Gatekeeper()
        self.counts: Counter[tuple[str, int]] = Counter()
        self.refusals: Counter[str] = Counter()
        self._in_flight = 0
        self._stopping = False
        self._done = _Done()
        self._watchers: set[asyncio.Timeout] = set()
        self._document = json.dumps(document(ROUTES)).encode()

    # ---- collectives, challenges, tokens

    async def found(self, request: web.Request, route: Route) -> web.StreamResponse:
        body = await self._body(request, route)
        collective = body["collective"]
        known = await self.store.collective(collective)
        if known is None:
            entries = rules.check_founding(collective, body["entries"], self.clock())
            fresh = await self.store.found(collective, digest(body["code"]), entries)
            return _cbor({"head": _head(entries[-1].head)}, 201 if fresh else 200)
        again = parse_entry(body["entries"][-1], "board").hash(collective)
        if again != await self.store.hash(collective, "board", 1):
            raise AlreadyThere("another collective has this name")
        return _cbor({"head": {"seq": 1, "hash": again}})

    async def get_collective(self, request: web.Request, route: Route) -> web.StreamResponse:
        c = await self._collective(request)
        [announcement] = await self.store.entries(c.id, "board", c.newest.seq, 1, 1)
        plain = {"head": _head(c.board), "healing": c.healing, "time": self.clock(), "version": c.version}
        return _cbor_bytes(joined_map({name: wire.encode(value) for name, value in plain.items()} | {"announcement": announcement}))

    async def challenge(self, request: web.Request, route: Route) -> web.StreamResponse:
        await self._body(request, route)
        c = await self._collective(request)
        return _cbor({"challenge": self.gatekeeper.challenge(c.id, self.clock())})

    async def token(self, request: web.Request, route: Route) -> web.StreamResponse:
        b = await self._body(request, route)
        c = await self._collective(request)
        token, expires = self.gatekeeper.admit(c, b["challenge"], b["purpose"], b["role"], b["epoch"], b["signature"], self.clock())
        return _cbor({"token": token, "expires": expires})

    # ---- board and log

    async def get_board(self, request: web.Request, route: Route) -> web.StreamResponse:
        return await self._entries(request, route, "board")

    async def get_log(self, request: web.Request, route: Route) -> web.StreamResponse:
        return await self._entries(request, route, "log")

    async def post_board(self, request: web.Request, route: Route) -> web.StreamResponse:
        return await self._append(request, route, "board")

    async def post_log(self, request: web.Request, route: Route) -> web.StreamResponse:
        return await self._append(request, route, "log")

    async def _entries(self, request: web.Request, route: Route, shelf: Shelf) -> web.StreamResponse:
        c, _ = await self._admitted(request, route)
        start = _asked(request, "from")
        head = c.head(shelf)
        # No further than the head that the same answer names, even if more has been appended meanwhile.
        count = min(PAGE_COUNT, head.seq + 1 - start) if head else 0
        entries = await self.store.entries(c.id, shelf, start, count, PAGE_BYTES) if count > 0 else []
        more = head is not None and 0 < len(entries) < head.seq + 1 - start
        return _cbor_bytes(
            joined_map({"head": wire.encode(head and _head(head)), "more": wire.encode(more), "entries": joined_array(entries)})
        )

    async def _append(self, request: web.Request, route: Route, shelf: Shelf) -> web.StreamResponse:
        c, token = await self._admitted(request, route, writes=True)
        body = await self._body(request, route)
        # Judged against the state after the body has come in: a slow sender must not be told of a conflict that is over.
        c = await self._collective(request)
        after, entries = rules.check_append(c, shelf, body["entries"], self.clock())
        head = await self.store.append(c.id, shelf, after, entries) if entries else after
        return _cbor({"head": head and _head(head)})

    # ---- desk and mail

    async def post_desk(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, token = await self._admitted(request, route, writes=True)
        item = parse_desk_item(await self._bytes(request, route.limit))
        now = self.clock()
        rules.check_desk_item(c, item, now)
        with self.gatekeeper.one_post(_bearer(request), token):
            await self.store.post_desk(c.id, [NewDeskItem(item.id, item.encoded, item.invite_box, item.join)], now)
        return _cbor({"id": item.id})

    async def get_desk(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route)
        rows, more = await self.store.desk(c.id, _asked(request, "after"), PAGE_COUNT, PAGE_BYTES)
        items = [{"position": row.position, "arrived": row.arrived, "item": row.item} for row in rows]
        return _cbor({"items": items, "more": more, "last": max([c.desk_last, *(row.position for row in rows[-1:])])})

    async def post_mail(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route, writes=True)
        body = await self._body(request, route)
        now = self.clock()
        await self.store.post_mail(c.id, [(item["tag"], item["blob"]) for item in body["items"]], now)
        return self._done.at(now) if _is_plain(request) else _cbor_bytes(_NOTHING)

    async def get_mail(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route)
        rows, more = await self.store.mail(c.id, _asked(request, "after"), PAGE_COUNT, PAGE_BYTES)
        items = [{"position": row.position, "tag": row.tag, "blob": row.blob} for row in rows]
        # What arrived since this request was let in is newer than what was known then.
        return _cbor({"items": items, "more": more, "last": max([c.mail_last, *(row.position for row in rows[-1:])])})

    # ---- boxes

    async def post_boxes(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, token = await self._admitted(request, route, writes=True)
        body = await self._body(request, route)
        now = self.clock()
        if body["replace"] and token.role != "moderator":
            raise Problem(403, "wrong-role", "only moderators replace boxes")
        if any(not now < box["expires"] <= now + BOX_DAYS * 86400 for box in body["boxes"]):
            raise Problem(400, "wrong-time", "a box expires in the future, and within 400 days", extra={"time": now})
        boxes = [Box(box["id"], box["blob"], box["expires"], box["burnable"]) for box in body["boxes"]]
        with self.gatekeeper.one_post(_bearer(request), token):
            try:
                await self.store.put_boxes(c.id, boxes, replace=body["replace"], now=now)
            except AlreadyThere:
                raise Problem(409, "box-exists", "a box with this id exists and has other contents") from None
        return _cbor_bytes(_NOTHING)

    async def get_box(self, request: web.Request, route: Route) -> web.StreamResponse:
        collective = (await self._collective(request)).id if "c" in request.match_info else None
        box = await self.store.box(_box_id(request), self.clock(), collective)
        if box is None:
            raise Problem(404, "no-such-box", "there is no such box, or not any more")
        return _cbor({"blob": box.blob, "expires": box.expires})

    get_box_of = get_box

    async def burn_box(self, request: web.Request, route: Route) -> web.StreamResponse:
        if not await self.store.burn_box(_box_id(request), self.clock()):
            raise Problem(404, "no-such-box", "there is no such box, or not any more")
        return _cbor_bytes(_NOTHING)

    # ---- erasing

    async def post_erasures(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route, writes=True)
        body = await self._body(request, route)
        return _cbor({"due": await self.store.request_erasure(c.id, body["seqs"], self.clock() + ERASURE_HELD)})

    async def get_erasures(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route)
        return _cbor({"erasures": [{"seq": one.seq, "due": one.due} for one in await self.store.erasures(c.id)]})

    async def stop_erasures(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route, writes=True)
        body = await self._body(request, route)
        await self.store.stop_erasures(c.id, body["seqs"])
        return _cbor_bytes(_NOTHING)

    # ---- healing

    async def heal(self, request: web.Request, route: Route) -> web.StreamResponse:
        c = await self._collective(request)
        if not c.healing:
            raise Problem(409, "not-healing", "the relay is not being healed")
        body = await self._body(request, route)
        now = self.clock()
        # Board and log verify themselves; what does not is taken from those alone who belong (protocol §5.6).
        if "desk" in body or "mail" in body:
            token = self.gatekeeper.judge(_bearer(request), c, ("heal",), now)
            if "mail" in body and token.role != "moderator":
                raise Problem(403, "wrong-role", "only moderators post mail again")
        desk = [parse_desk_item(item) for item in body.get("desk", ())]
        for shelf in ("board", "log"):
            if body.get(shelf):
                await self._heal_chain(c.id, shelf, body[shelf], now)
        if desk:
            await self.store.post_desk(c.id, [NewDeskItem(item.id, item.encoded, item.invite_box, item.join) for item in desk], now)
        if body.get("mail"):
            await self.store.post_mail(c.id, [(item["tag"], item["blob"]) for item in body["mail"]], now)
        c = await self._collective(request)
        return _cbor({"board": _head(c.board), "log": c.log and _head(c.log)})

    async def _heal_chain(self, collective: bytes, shelf: Shelf, values: list[Any], now: int) -> None:
        c = await self.store.collective(collective)
        if c is None:
            raise Problem(404, "unknown-collective", "there is no such collective here")
        entries = [parse_entry(value, shelf) for value in values]
        head = c.head(shelf)
        standing = [entry for entry in entries if head is not None and entry.place.seq <= head.seq]
        for entry in standing:
            if entry.hash(c.id) != await self.store.hash(c.id, shelf, entry.place.seq):
                raise Conflict(head)
        new = entries[len(standing) :]
        shown = {}
        for number_of_epoch in {number for entry in new for number in (entry.place.epoch, entry.place.epoch + 1)}:
            epoch = await self.store.epoch(c.id, number_of_epoch)
            if epoch is not None:
                shown[number_of_epoch] = epoch
        rows: list[NewEntry] = rules.check_heal(c, shelf, new, shown, now)
        if rows:
            await self.store.append(c.id, shelf, head, rows)

    async def whole(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, token = await self._admitted(request, route)
        await self._body(request, route)
        if token.role != "moderator":
            raise Problem(403, "wrong-role", "only moderators declare the relay whole")
        await self.store.whole(c.id)
        return _cbor_bytes(_NOTHING)

    async def list_channels(self, request: web.Request, route: Route) -> web.StreamResponse:
        self._channels.admit(_bearer(request))
        return _cbor(await self._channels.all())

    async def watch_channels(self, request: web.Request, route: Route) -> web.StreamResponse:
        self._channels.admit(_bearer(request))
        return await self._watching(self.store.watch_all(_asked(request, "version")))

    async def get_headers(self, request: web.Request, route: Route) -> web.StreamResponse:
        self._channels.admit(_bearer(request))
        return _cbor(await self._channels.headers(await self._collective(request), _asked(request, "from")))

    # ---- watching, and what is not about a collective

    async def watch(self, request: web.Request, route: Route) -> web.StreamResponse:
        c, _ = await self._admitted(request, route)
        return await self._watching(self.store.watch(c.id, _asked(request, "version")))

    async def _watching(self, version: Awaitable[int]) -> web.StreamResponse:
        try:
            async with asyncio.timeout(0 if self._stopping else WATCH_SECONDS) as timeout:
                self._watchers.add(timeout)
                try:
                    return _cbor({"version": await version})
                finally:
                    self._watchers.discard(timeout)
        except TimeoutError:
            return web.Response(status=204, headers=_HEADERS)

    @property
    def watching(self) -> int:
        """How many watchers are waiting now."""
        return len(self._watchers)

    async def send_watchers_home(self, app: web.Application) -> None:
        """Answers every watcher now, so that a relay that stops need not wait for them."""
        self._stopping = True
        for timeout in list(self._watchers):
            timeout.reschedule(asyncio.get_running_loop().time())

    async def openapi(self, request: web.Request, route: Route) -> web.StreamResponse:
        return web.Response(body=self._document, content_type=JSON, headers=_HEADERS)

    async def health(self, request: web.Request, route: Route) -> web.StreamResponse:
        # Not whether anything is being healed: that is for those who can name a collective.
        return web.json_response({"status": "ok"}, headers=_HEADERS)

    async def unknown(self, request: web.Request, route: Route) -> web.StreamResponse:
        if any(re.fullmatch(re.sub("{[a-z]+}", "[^/]+", known.path), request.path) for known in ROUTES):
            raise Problem(405, "no-such-method", "the relay does not know this method here")
        raise Problem(404, "no-such-route", "the relay does not know this path")

    # ---- what handlers share

    async def _collective(self, request: web.Request) -> Collective:
        text = request.match_info["c"]
        name = id_from_path(text) if len(text) == 43 else b""
        c = await self.store.collective(name) if name else None
        if c is None:
            raise Problem(404, "unknown-collective", "there is no such collective here")
        return c

    async def _admitted(self, request: web.Request, route: Route, *, writes: bool = False) -> tuple[Collective, Token]:
        c = await self._collective(request)
        token = self.gatekeeper.judge(_bearer(request), c, route.tokens, self.clock())
        if writes and c.healing:
            raise Problem(503, "healing", "the relay was restored from a copy and only takes what it has lost", retry_after=HEALING_RETRY)
        return c, token

    async def _body(self, request: web.Request, route: Route) -> dict[str, Any]:
        if route.body is None:
            raise WrongShape("no body is known here")
        return route.body.read(await self._bytes(request, route.limit))

    async def _bytes(self, request: web.Request, limit: int) -> bytes:
        """The body: at most ``limit`` bytes, within a minute, while there is room for it among all that is coming in."""
        expected = request.content_length
        if expected is not None and expected > limit:
            raise Problem(413, "too-large", "the body is larger than this allows")
        room = limit if expected is None else expected
        if self._in_flight + room > MAX_BYTES_IN_FLIGHT:
            raise Problem(503, "busy", "too much is coming in at once", retry_after=1)
        if request.content.is_eof():
            # All of it came with the headers and waits in memory. Small posts do, and need no watch over slow senders.
            data = request.content.read_nowait()
            if len(data) > limit:
                raise Problem(413, "too-large", "the body is larger than this allows")
            return data
        return await self._slow_bytes(request, limit, room)

    async def _slow_bytes(self, request: web.Request, limit: int, room: int) -> bytes:
        self._in_flight += room
        try:
            async with asyncio.timeout(BODY_SECONDS):
                data = bytearray()
                async for chunk in request.content.iter_any():
                    data += chunk
                    if len(data) > limit:
                        raise Problem(413, "too-large", "the body is larger than this allows")
                return bytes(data)
        except TimeoutError:
            raise Problem(408, "too-slow", "the body did not arrive within a minute") from None
        finally:
            self._in_flight -= room


# ---- forms ----------------------------------------------------------------------------------------------------------

_HEADERS: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_NOTHING: Final = wire.encode({})


def _cbor(value: Any, status: int = 200) -> web.Response:
    return _cbor_bytes(wire.encode(value), status)


def _cbor_bytes(data: bytes, status: int = 200) -> web.Response:
    return web.Response(body=data, status=status, content_type=CBOR, headers=_HEADERS)


class _Done(web.Response):
    """The answer ``{}`` with its headers, kept as bytes: it answers most posts, and is always the same.

    One object serves every request; nothing about a request is kept in it. Only for requests that are plain HTTP/1.1.
    """

    def __init__(self) -> None:
        super().__init__(body=_NOTHING, content_type=CBOR)
        self._second = -1
        self._bytes = b""

    def at(self, now: int) -> Self:
        if now != self._second:
            date = formatdate(now, usegmt=True)
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {CBOR}\r\nContent-Length: {len(_NOTHING)}\r\nDate: {date}\r\n\r\n"
            self._second, self._bytes = now, head.encode() + _NOTHING
        return self

    @property
    def keep_alive(self) -> bool:
        return True

    async def prepare(self, request: web.BaseRequest) -> None:
        if request.transport is not None:
            request.transport.write(self._bytes)

    async def write_eof(self, data: bytes = b"") -> None:
        return None


def _is_plain(request: web.Request) -> bool:
    return request.keep_alive and request.version == HttpVersion11


def _head(head: Head) -> dict[str, Any]:
    return {"seq": head.seq, "hash": head.hash}


def _bearer(request: web.Request) -> bytes:
    return bytes_from_bearer(request.headers.get("Authorization", ""))


def _box_id(request: web.Request) -> bytes:
    return from_base64url(request.match_info["id"])


def _asked(request: web.Request, name: str) -> int:
    text = request.query.get(name, "0")
    if not (text.isascii() and text.isdigit() and len(text) <= 16 and int(text) <= wire.MAX_INTEGER):
        raise WrongShape(f"{name} is not a number")
    return int(text)


def _no(problem: Problem) -> web.Response:
    headers = dict(_HEADERS)
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return web.Response(body=json.dumps(problem.document()).encode(), status=problem.status, content_type=PROBLEM, headers=headers)


# ---- the applications -------------------------------------------------------------------------------------------------

_UNKNOWN: Final = Route("*", "/{path}", "unknown", "Whatever is not in the interface", {})
RELAY: Final = web.AppKey("relay", Relay)


def create_app(store: Store, *, clock: Clock, operator: bytes | None = None, pages: Pages | None = None) -> web.Application:
    """The relay over this store. ``clock`` gives whole seconds since 1970; ``operator`` is the secret of the operator's bot, 32 bytes;
    ``pages`` are the Mini App's files, if they are served from here."""
    relay = Relay(store, clock, operator)
    # Nothing larger than the largest limit is ever read; each route's own bound is checked while its body comes in.
    app = web.Application(client_max_size=max(route.limit for route in ROUTES))
    app[RELAY] = relay
    for route in ROUTES:
        app.router.add_route(route.method, route.path, _guarded(relay, route))
    if pages is not None:
        pages.add_to(app)
    app.router.add_route("*", "/{path:.*}", _guarded(relay, _UNKNOWN))
    app.on_shutdown.append(relay.send_watchers_home)
    return app


def _guarded(relay: Relay, route: Route) -> Handler:
    """The route's handler; whatever it raises becomes a problem document, is counted, and never logged with what was sent."""
    handler: Callable[[web.Request, Route], Awaitable[web.StreamResponse]] = getattr(relay, route.name)

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            response = await handler(request, route)
        except Conflict as conflict:
            head = conflict.head and {"seq": conflict.head.seq, "hash": base64url(conflict.head.hash)}
            response = _refused(relay, Problem(409, "conflict", conflict.detail, extra={"head": head}))
        except ParasolError as error:
            response = _refused(relay, problem_for(error))
        except (web.HTTPException, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001  the last door: a bug costs one answer, and its trace could quote what was sent
            _log.error("internal-error %s", type(error).__name__)
            response = _refused(relay, Problem(500, "internal", "something went wrong inside the relay"))
        relay.counts[route.name, response.status] += 1
        return response

    return handle


def _refused(relay: Relay, problem: Problem) -> web.Response:
    relay.refusals[problem.code] += 1
    return _no(problem)


def create_metrics_app(relay: Relay) -> web.Application:
    """Counts of events for Prometheus, of nothing and nobody in particular. For a loopback listener of its own: behind a reverse
    proxy every peer looks like loopback, so the public listener cannot tell who asks."""

    async def metrics(request: web.Request) -> web.Response:
        lines = ["# TYPE parasol_requests_total counter"]
        lines += [f'parasol_requests_total{{route="{name}",status="{status}"}} {n}' for (name, status), n in sorted(relay.counts.items())]
        lines += ["# TYPE parasol_refusals_total counter"]
        lines += [f'parasol_refusals_total{{code="{code}"}} {n}' for code, n in sorted(relay.refusals.items())]
        lines += ["# TYPE parasol_commits_total counter", f"parasol_commits_total {relay.store.commits}"]
        lines += ["# TYPE parasol_watchers gauge", f"parasol_watchers {relay.watching}"]
        return web.Response(text="\n".join(lines) + "\n")

    app = web.Application()
    app.router.add_get("/metrics", metrics)
    return app


# ---- running it -------------------------------------------------------------------------------------------------------


def system_clock() -> int:
    return int(time.time())


async def serve(
    data_dir: Path,
    host: str,
    port: int,
    *,
    ready: Callable[[str], None],
    metrics_port: int | None = None,
    clock: Clock = system_clock,
    stop: asyncio.Event | None = None,
    pages: Pages | None = None,
) -> None:
    """Runs the relay on ``data_dir`` until SIGTERM or SIGINT, or until ``stop`` is set if one is given, and closes it cleanly.

    Args:
        port: 0 takes a free one; ``ready`` is told, in one line, which.
        ready: gets ``listening on http://HOST:PORT`` once requests are answered, for standard output.
        pages: the Mini App's files, if they are served from here.
        metrics_port: where to serve ``/metrics`` on 127.0.0.1; 0 takes a free one; nowhere if not given.

    Raises:
        BadInput: the port is in use, or the address is none of this machine's.
        NotAllowed: another relay runs on this data folder.
        StorageFailed: the data folder cannot be used.
    """
    store = await SQLiteStore.open(data_dir)
    runners: list[web.AppRunner] = []
    sweeper: asyncio.Task[None] | None = None
    try:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: _log.error("loop-error %s", type(context.get("exception")).__name__))
        if stop is None:
            stop = asyncio.Event()
            for number_of_signal in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number_of_signal, stop.set)
        app = create_app(store, clock=clock, operator=operator_secret(data_dir), pages=pages)
        bound = await _listen(app, host, port, runners)
        if metrics_port is not None:
            ready(f"metrics on {await _listen(create_metrics_app(app[RELAY]), '127.0.0.1', metrics_port, runners)}/metrics")
        ready(f"listening on {bound}")
        sweeper = asyncio.create_task(_sweep(store, clock))
        await stop.wait()
    finally:
        if sweeper is not None:
            sweeper.cancel()
        for runner in runners:
            await runner.cleanup()
        await store.close()


async def _listen(app: web.Application, host: str, port: int, runners: list[web.AppRunner]) -> str:
    runner = web.AppRunner(app, access_log=None, logger=quiet_http_log(), handler_cancellation=True, shutdown_timeout=5)
    await runner.setup()
    runners.append(runner)
    try:
        await web.TCPSite(runner, host, port, backlog=1024).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BadInput(f"port {port} is in use by another program") from None
        raise BadInput("this address and port cannot be listened on") from None
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{runner.addresses[0][1]}"


async def _sweep(store: Store, clock: Clock) -> None:
    while True:
        try:
            await store.sweep(clock())
        except ParasolError as error:
            _log.error("sweep-failed %s", error.name)
        await asyncio.sleep(SWEEP_SECONDS)
