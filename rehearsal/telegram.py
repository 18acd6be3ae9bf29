"""The stand-in for Telegram's servers: the Bot API over HTTP on loopback, to an unmodified library, and the phones' page beside it.

    async with Telegram() as telegram:
        ana = telegram.phone("Ana")
        application = Application.builder().token(telegram.token).base_url(telegram.base_url).build()

It keeps nothing and logs nothing of what people type. It listens on loopback only: whoever reaches it can play everybody.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Final, Self

from aiohttp import web

from rehearsal.api import BotApi
from rehearsal.chats import World
from rehearsal.clock import Clock
from rehearsal.faults import Faults, Lost
from rehearsal.floods import Floods, Limits
from rehearsal.methods import method_named, read_parameters
from rehearsal.page import Page, refused_door
from rehearsal.papers import Paper
from rehearsal.phones import PATIENCE, NeverSeen, Phone
from rehearsal.refusals import Refusal, strict, unauthorised
from rehearsal.updates import Updates

#: Of the form that real tokens have, and of no real bot.
TOKEN: Final = "7700900000:rehearsal-token-of-no-real-bot-0000"
MOST_BYTES: Final = 12 * 1024 * 1024


class Telegram:
    """One bot and its people.

    Args:
        clock: Unix seconds; give a :class:`Clock` and turn it forward.
        limits: how much is too much; ``Limits.none()`` for tests about something else.
        loopback_apps: allow ``web_app`` and ``url`` buttons to http addresses on this machine, which Telegram refuses.
        token: the bot's; any other is 401.
        own_hosts: the page opens Mini Apps of this machine under a name of ``.localhost`` for each phone, so that they share no storage.
    """

    def __init__(
        self,
        clock: Callable[[], float] | None = None,
        *,
        limits: Limits | None = None,
        loopback_apps: bool = True,
        token: str = TOKEN,
        own_hosts: bool = True,
    ) -> None:
        self.clock = clock or Clock()
        self.token = token
        self.faults = Faults()
        self.world = World(self.clock)
        self.updates = Updates(self.clock)
        self.floods = Floods(limits or Limits())
        self.api = BotApi(self.world, self.updates, self.floods, loopback_apps=loopback_apps)
        #: Calls by method and error code, 200 if accepted. Figures, for tests and benches.
        self.counts: Counter[tuple[str, int]] = Counter()
        #: Called with chat and time of the clock for each message accepted.
        self.on_sent: Callable[[int, float], None] | None = None
        self._phones: dict[str, Phone] = {}
        self._under_way: dict[int, web.Request] = {}
        self._runner: web.AppRunner | None = None
        self.port = 0
        self._page = Page(self.world, self._phones, self.faults, token, own_hosts=own_hosts)
        self._page.go_away, self._page.come_back = self.go_away, self.come_back

    # ---- people

    def phone(self, name: str, language: str = "en") -> Phone:
        """The phone of the person with this (fictional) name; a new one the first time."""
        if name not in self._phones:
            self._phones[name] = Phone(self.world.add(name, language), self.api)
        return self._phones[name]

    def crowd(self, count: int) -> list[Phone]:
        """``count`` people who have started the bot long ago; the page does not show them."""
        crowd = [Phone(self.world.add(f"Person {i + 1}", "en", visible=False), self.api) for i in range(count)]
        for phone in crowd:
            self.world.chats[phone.id].started = True
        return crowd

    def lay_papers(self, papers: dict[str, Paper]) -> None:
        """What lies beside these phones, on the page: by name. The bot sees nothing of it."""
        self._page.papers |= papers
        self.world.changed()

    @property
    def phones(self) -> list[Phone]:
        return list(self._phones.values())

    @property
    def start_link(self) -> str:
        """Deep links are this and a payload."""
        return f"https://t.me/{self.world.profile.username}?start="

    async def until(self, condition: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until something holds; asked after each change of any chat.

        Raises:
            NeverSeen: it did not happen within the time (seconds of the wall).
        """
        if not await self.world.until(condition, within):
            raise NeverSeen("what was waited for did not happen")

    def hold(self, seconds: float) -> None:
        """A flood wait: nothing may be sent or edited for so long (seconds of the clock), and every try is told how long it still is."""
        self.floods.hold_all(self.clock() + seconds)

    # ---- going away and coming back

    def go_away(self) -> None:
        """Break every connection of the bot's, now and until :meth:`come_back`."""
        self.faults.away = True
        for request in list(self._under_way.values()):
            _break(request)

    def come_back(self) -> None:
        self.faults.away = False

    # ---- the server

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot's ``base_url`` wants."""
        return f"{self.address}/bot"

    async def start(self, port: int = 0) -> Self:
        """Listen on loopback, on any free port if ``port`` is 0."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self._answer)
        self._page.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        self.updates.end_poll()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        # Libraries are no browsers. The token is known to everybody, so a page of another site must not speak for the bot.
        refused = web.Response(status=403) if "Origin" in request.headers else refused_door(request)
        if refused is not None:
            return refused
        self._under_way[id(request)] = request
        method = "?"
        try:
            method = method_named(request.match_info["method"])
            result = await self._call(method, request)
        except Lost:
            _break(request)
            return web.Response(status=500)
        except Refusal as refusal:
            self.counts[method, refusal.code] += 1
            headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after else {}
            return web.json_response(refusal.body(), status=refusal.code, headers=headers)
        except Exception as error:  # noqa: BLE001 - a traceback in a log may hold what somebody typed; its kind cannot
            self.counts[method, 500] += 1
            ours = Refusal(500, f"Internal Server Error: the rehearsal failed with {type(error).__name__}")
            return web.json_response(ours.body(), status=500)
        finally:
            self._under_way.pop(id(request), None)
        self.counts[method, 200] += 1
        return web.json_response({"ok": True, "result": result})

    async def _call(self, method: str, request: web.Request) -> Any:
        if request.method not in ("GET", "POST"):
            raise strict("methods are called with GET or POST")
        sent, files = await _sent(request)
        if self.faults.away:
            raise Lost
        if self.faults.revoked or request.match_info["token"] != self.token:
            raise unauthorised()
        values = read_parameters(method, sent)
        chat = values.get("chat_id")
        await self.faults.before(method, chat)
        result = await self.api.call(method, values | ({"files": files} if files else {}))
        if method == "sendMessage" and self.on_sent is not None:
            self.on_sent(result["chat"]["id"], self.clock())
        self.faults.after(method, chat)
        return result


async def _sent(request: web.Request) -> tuple[dict[str, str], dict[str, bytes]]:
    """Parameters as text, and uploaded files, from the query and from a body of any of the three kinds that Telegram takes."""
    values, files = dict(request.query), {}
    if request.content_type == "application/json" and request.body_exists:
        try:
            body = json.loads(await request.read())
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise Refusal(400, "Bad Request: can't parse JSON object")
        values |= {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items() if value is not None}
    elif request.body_exists:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = value.file.read()
            elif isinstance(value, str):
                values[name] = value
    return values, files


def _break(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
