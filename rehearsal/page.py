"""The page that shows the phones, and what it may do. Same server as the Bot API, loopback only.

Whoever opens the page plays everybody on it. Other sites in the same browser cannot: names other than loopback's are refused (so no
rebinding), and every action is JSON from the page's own origin (so no forged form).
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from crypto.errors import BadInput, NotAllowed
from rehearsal.chats import Button, Chat, World
from rehearsal.clock import Clock
from rehearsal.faults import Faults
from rehearsal.launch import launch_address
from rehearsal.papers import Paper
from rehearsal.phones import Phone
from rehearsal.writing import LOOPBACK, is_loopback

FILES: Final = {
    "/": ("index.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
    "/bridge.js": ("bridge.js", "text/javascript"),
}
FOLDER: Final = Path(__file__).parent / "page"
WATCH_SECONDS: Final = 25
SHOWN: Final = 200
SLOW_SECONDS: Final = 3.0
#: Beside itself the page may load frames, and those only under the phones' own hosts, where apps are opened; or from this machine by its usual names.
OWN_HOSTS: Final = "http://*.localhost:*"
LOOPBACK_HOSTS: Final = "http://127.0.0.1:* http://localhost:*"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src {}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Page:
    """Shows a world, and plays its people."""

    def __init__(self, world: World, phones: dict[str, Phone], faults: Faults, token: str, *, own_hosts: bool) -> None:
        #: What lies on paper beside each phone, by its name. It is in no chat: the bot never sees it.
        self.papers: dict[str, Paper] = {}
        self._world = world
        self._phones = phones
        self._faults = faults
        self._token = token
        self._own_hosts = own_hosts
        #: Calls that the trouble buttons make; the server fills in what only it can do.
        self.go_away: Callable[[], None] = lambda: None
        self.come_back: Callable[[], None] = lambda: None

    def add_to(self, app: web.Application) -> None:
        for path in FILES:
            app.router.add_get(path, _guarded(self._file))
        app.router.add_get("/favicon.ico", _guarded(self._no_icon))
        app.router.add_get("/view", _guarded(self._view))
        app.router.add_get("/photo", _guarded(self._photo))
        app.router.add_post("/phones/{id:[0-9]+}", _guarded(self._act))
        app.router.add_post("/trouble", _guarded(self._trouble))

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name, kind = FILES[request.path]
        policy = POLICY.format(OWN_HOSTS if self._own_hosts else LOOPBACK_HOSTS)
        headers = {"Content-Security-Policy": policy}
        return web.Response(body=(FOLDER / name).read_bytes(), content_type=kind, charset="utf-8", headers=headers)

    async def _no_icon(self, _: web.Request) -> web.StreamResponse:
        return web.Response(status=204)

    async def _photo(self, _: web.Request) -> web.StreamResponse:
        photo = self._world.profile.photo
        return web.Response(body=photo, content_type="image/jpeg") if photo else web.Response(status=404)

    async def _view(self, request: web.Request) -> web.StreamResponse:
        after = request.query.get("after", "")
        seen = int(after) if after.isdecimal() else -1
        await self._world.until(lambda: self._world.version != seen, WATCH_SECONDS)
        trouble = {"away": self._faults.away, "slow": self._faults.slow > 0, "clock": isinstance(self._world.now, Clock)}
        phones = [self._shown(phone, self._world.chats[phone.id]) for phone in self._phones.values()]
        return web.json_response({"version": self._world.version, "trouble": trouble, "time": int(self._world.now()), "phones": phones})

    def _shown(self, phone: Phone, chat: Chat) -> dict[str, Any]:
        messages: list[dict[str, Any]] = [
            {
                "id": bubble.id,
                "mine": bubble.mine,
                "kind": bubble.kind,
                "text": bubble.text,
                "entities": bubble.message.get("entities", []),
                "at": bubble.at,
                "edited": bubble.edited,
                "rows": [[{"text": button.text, "kind": button.kind} for button in row] for row in bubble.rows],
            }
            for bubble in list(chat.bubbles.values())[-SHOWN:]
        ]
        gone = [{"id": number, "gone": True} for number in chat.deleted[-SHOWN:]]
        return {
            "id": chat.id,
            "name": chat.name,
            "paper": self._paper(chat.name),
            "started": chat.started,
            "blocked": chat.blocked,
            "action": chat.action,
            "bot": {"name": phone.bot_name, "description": phone.description, "photo": len(self._world.profile.photo)},
            "menu": [{"command": command, "description": description} for command, description in phone.menu],
            "button": phone.menu_button.get("text", ""),
            "messages": sorted(messages + gone, key=lambda message: message["id"])[-SHOWN:],
            "notice": {"count": len(chat.notices)}
            | ({"text": chat.notices[-1].text, "alert": chat.notices[-1].alert} if chat.notices else {}),
            "open": self._opened(chat),
        }

    def _paper(self, name: str) -> dict[str, Any] | None:
        paper = self.papers.get(name)
        return None if paper is None else {"code": "" if paper.used else paper.code, "used": paper.used, "moderate": paper.moderate}

    def _opened(self, chat: Chat) -> dict[str, Any] | None:
        if not chat.open:
            return None
        if not (chat.open_app and is_loopback(chat.open)):
            return {"address": chat.open, "frame": ""}
        host = chat.username.replace("_", "-") if self._own_hosts else ""
        return {"address": chat.open, "frame": launch_address(chat.open, chat.user, self._token, chat.opened, own_host=host)}

    async def _act(self, request: web.Request) -> web.StreamResponse:
        phone = next((phone for phone in self._phones.values() if phone.id == int(request.match_info["id"])), None)
        body = await _json(request)
        if phone is None:
            return web.json_response({"error": "there is no such phone"}, status=404)
        try:
            _play(phone, body)
        except (BadInput, NotAllowed) as refused:
            return web.json_response({"error": refused.detail}, status=409)
        except (KeyError, IndexError, TypeError):
            return web.json_response({"error": "the page asked for something that is not there any more"}, status=409)
        return web.json_response({})

    async def _trouble(self, request: web.Request) -> web.StreamResponse:
        body = await _json(request)
        match body.get("do"):
            case "away":
                self.come_back() if self._faults.away else self.go_away()
            case "slow":
                self._faults.slow = 0 if self._faults.slow else SLOW_SECONDS
            case "forward" if isinstance(self._world.now, Clock) and type(body.get("hours")) is int:
                self._world.now.forward(hours=body["hours"])
        self._world.changed()
        return web.json_response({})


def _play(phone: Phone, body: dict[str, Any]) -> None:
    """One action of a person's, as the page names it. Raises what the phone raises, and KeyError and its kin for nonsense."""

    def bubble() -> Any:
        return {one.id: one for one in phone.chat}[body["id"]]

    match body.get("do"):
        case "start":
            phone.start()
        case "type":
            phone.type(_text(body["text"]))
        case "edit":
            phone.edit(bubble(), _text(body["text"]))
        case "send":
            _SENDS[body["kind"]](phone)
        case "press":
            pressed: Button = bubble().rows[body["row"]][body["column"]]
            phone.press(pressed, bubble())
        case "menu":
            phone.press_menu()
        case "tap":
            phone.tap(_text(body["link"]))
        case "close":
            phone.close()
        case "block":
            phone.block()
        case "unblock":
            phone.unblock()
        case _:
            raise KeyError


_SENDS: Final[dict[str, Callable[[Phone], object]]] = {
    "photo": Phone.send_photo,
    "voice": Phone.send_voice,
    "video": Phone.send_video,
    "sticker": Phone.send_sticker,
    "contact": Phone.send_contact,
    "location": Phone.send_location,
    "document": Phone.send_document,
    "forwarded": lambda phone: phone.forward("Something that somebody else wrote"),
}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 4096:
        raise BadInput("a text has 1 to 4096 characters")
    return value.strip()


async def _json(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json":
        return {}
    try:
        body = json.loads(await request.read())
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def refused_door(request: web.Request) -> web.Response | None:
    """Whoever comes by another name than loopback's (rebinding) or from another site's page is turned away; None for everybody else."""
    host = request.host if request.host.endswith("]") else request.host.rsplit(":", 1)[0]
    if host.strip("[]") not in LOOPBACK:
        return web.Response(status=421, text="This is served to this machine only.")
    if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        return web.Response(status=403, text="Not from another site.")
    return None


def _guarded(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        refused = refused_door(request)
        if refused is not None:
            return refused
        if request.method == "POST" and request.content_type != "application/json":
            return web.Response(status=415)
        response = await handler(request)
        response.headers.update(HEADERS)
        return response

    return guarded
