"""The Mini App's files, served from the relay's own origin: read once at the start, held in memory, with headers that hold a page.

Beside them one small answer that is not built: ``/app.json`` says which bot there is, ``{"bot": NAME}`` or ``{"bot": null}``.

The page is built beforehand (`miniapp/`), and nothing here looks into it. No other origin is ever named, no code runs that is not one
of these files, and nobody but Telegram's web client may put the page into a frame.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web

from crypto.errors import BadInput

#: Who may show the app in a frame: Telegram in a browser. Its phones and desktops show it in a window of its own.
TELEGRAM: Final = "https://web.telegram.org"
_INDEX: Final = "index.html"
#: What the page asks for to know what is told nowhere else. Whoever serves the page could name any bot, as it could serve any page.
TOLD: Final = "/app.json"
_USERNAME: Final = re.compile(r"[A-Za-z0-9_]{5,32}", re.ASCII)
#: What the build names after its own hash: never changes, so need not be asked for again.
_HASHED: Final = "assets/"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
#: Everything a page is given by the relay must fit here; a folder with more in it is some other folder.
_MOST_BYTES: Final = 16 * 1024 * 1024

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def headers(framed_by: Sequence[str]) -> dict[str, str]:
    """The headers of every file. ``framed_by``: origins beside Telegram's that may put the page into a frame."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
        # For installing it: the list of its icons, and the worker that keeps it when there is no connection.
        "manifest-src 'self'; worker-src 'self'; "
        f"base-uri 'none'; form-action 'none'; frame-ancestors {' '.join((TELEGRAM, *framed_by))}; "
        # One policy, for the addresses of our own three workers.
        "require-trusted-types-for 'script'; trusted-types parasol"
    )
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


@dataclass(frozen=True, slots=True)
class _File:
    kind: str
    tag: str
    cache: str
    plain: bytes
    packed: bytes


class Pages:
    """The files of one build.

    Args:
        folder: what the build made; it has an ``index.html``.
        framed_by: origins beside Telegram's that may show the page in a frame: a rehearsal's.
        bot: the user name of the collective's bot, asked each time, because a bot learns it from Telegram; ``None`` if there is none, or
            not yet. What could not be one counts as none: it becomes part of a link.

    Raises:
        BadInput: the folder cannot be read, has no ``index.html``, or holds something that is no part of a page.
    """

    def __init__(self, folder: Path, framed_by: Sequence[str] = (), bot: Callable[[], str | None] = lambda: None) -> None:
        self._headers = headers(framed_by)
        self._bot = bot
        self._files: dict[str, _File] = {}
        try:
            found = sorted(path for path in folder.rglob("*") if path.is_file())
            if sum(path.stat().st_size for path in found) > _MOST_BYTES:
                raise BadInput("the folder of the Mini App holds more than a page has")
            for path in found:
                name = path.relative_to(folder).as_posix()
                self._files["/" if name == _INDEX else f"/{name}"] = _read(path, name)
        except OSError:
            raise BadInput("the folder of the Mini App cannot be read") from None
        if TOLD in self._files:
            raise BadInput("the folder of the Mini App holds an app.json; the relay says that itself")
        if "/" not in self._files:
            raise BadInput("the folder of the Mini App has no index.html in it; build it with `make miniapp`")

    def add_to(self, app: web.Application) -> None:
        """One route for each file, and one for :data:`TOLD`: nothing that is asked for is ever looked up on the disk."""
        app.router.add_get(TOLD, self._tell)
        for path, file in self._files.items():
            app.router.add_get(path, self._giver(file))

    async def _tell(self, request: web.Request) -> web.StreamResponse:
        name = self._bot()
        told = {"bot": name if name is not None and _USERNAME.fullmatch(name) else None}
        return web.Response(
            body=json.dumps(told).encode(), content_type="application/json", headers=self._headers | {"Cache-Control": "no-store"}
        )

    def _giver(self, file: _File) -> Handler:
        async def give(request: web.Request) -> web.StreamResponse:
            answer = self._headers | {"ETag": file.tag, "Cache-Control": file.cache, "Vary": "Accept-Encoding"}
            if request.headers.get("If-None-Match") == file.tag:
                return web.Response(status=304, headers=answer)
            packs = any(part.strip().partition(";")[0] == "gzip" for part in request.headers.get("Accept-Encoding", "").split(","))
            answer["Content-Type"] = file.kind
            if packs:
                answer["Content-Encoding"] = "gzip"
            return web.Response(body=file.packed if packs else file.plain, headers=answer)

        return give


def _read(path: Path, name: str) -> _File:
    kind = _TYPES.get(path.suffix)
    if kind is None:
        raise BadInput("the folder of the Mini App holds a file that is no part of a page")
    data = path.read_bytes()
    cache = "public, max-age=31536000, immutable" if name.startswith(_HASHED) else "no-cache"
    # The time in a packed file would make each start's bytes differ.
    return _File(kind, f'"{hashlib.sha256(data).hexdigest()[:32]}"', cache, data, gzip.compress(data, 9, mtime=0))
