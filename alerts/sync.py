"""Talking to the relay: the only network of this room. What comes back is bytes to be judged, never to be believed (protocol §4, §5)."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

import aiohttp

from crypto import wire
from crypto.chain import Entry, Shelf, parse_entry
from crypto.errors import BadInput, NotARelay, Refused, RelayRefused, Unreachable, WrongShape
from crypto.gates import Role, answer_challenge

from .follow import Head
from .mail import MailItem, parse_mail
from .member import Gate
from .moderator import BoxFill
from .relay_words import is_code, words_for

CBOR: Final = "application/cbor"
_PROBLEM: Final = "application/problem+json"
_PATIENCE: Final = aiohttp.ClientTimeout(total=60, sock_connect=10)
_LARGEST_ANSWER: Final = 16 * 1024 * 1024
#: A busy relay says when to come back; waiting longer than this is the caller's business.
_LONGEST_WAIT: Final = 20
_TRIES: Final = 4
#: What a request costs beside its bodies: a browser's headers and the relay's, about (bytes).
_ENVELOPE: Final = 1000

_HEAD: Final[dict[str, wire.Check]] = {"seq": wire.is_uint, "hash": wire.is_bytes(32)}


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _head(value: Any) -> Head:
    f = wire.shaped(value, "head", _HEAD)
    return Head(f["seq"], f["hash"])


class Newest:
    """What the relay says of a collective to whoever can name it. Provisional until verified."""

    def __init__(self, value: Any) -> None:
        f = wire.shaped(
            value,
            "collective",
            {"announcement": wire.is_map, "head": wire.is_map, "healing": wire.is_bool, "time": wire.is_uint, "version": wire.is_uint},
        )
        self.announcement = parse_entry(f["announcement"], "board")
        self.head = _head(f["head"])
        self.healing: bool = f["healing"]
        self.time: int = f["time"]
        self.version: int = f["version"]


class Conflict(RelayRefused):
    """Somebody else's entry stands where ours should: fetch, and decide again."""


class RelayClient:
    """One relay, one collective. Connections for posts to desk and boxes are never shared with anything else."""

    def __init__(self, url: str, clock: Callable[[], int]) -> None:
        if not url.startswith(("http://", "https://")):
            raise BadInput("the relay's address begins with https:// (or http:// on this machine)")
        self.url = url.rstrip("/")
        self._clock = clock
        self._tokens: dict[tuple[bytes, str, Role, int], tuple[bytes, int]] = {}
        self._session: aiohttp.ClientSession | None = None
        #: Bytes that went over the line so far, both ways: bodies as they are, and a thousand for each request.
        self.carried = 0

    async def __aenter__(self) -> RelayClient:
        self._session = self._new_session()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def _new_session() -> aiohttp.ClientSession:
        # No cookies, no compression, one constant name: nothing that tells one device from another.
        return aiohttp.ClientSession(
            timeout=_PATIENCE,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": "parasol", "Accept-Encoding": "identity"},
            trust_env=True,
        )

    # ---- requests --------------------------------------------------------------------------------------------------

    async def _request(
        self, method: str, path: str, *, body: bytes | None = None, token: bytes | None = None, session: aiohttp.ClientSession | None = None
    ) -> Any:
        session = session or self._session
        if session is None:
            raise BadInput("the client is not open")
        headers = {"Content-Type": CBOR} if body is not None else {}
        if token is not None:
            headers["Authorization"] = f"Bearer {_base64(token)}"
        for attempt in range(_TRIES):
            try:
                self.carried += _ENVELOPE + len(body or b"")
                async with session.request(method, self.url + path, data=body, headers=headers, allow_redirects=False) as response:
                    payload = await response.content.read(_LARGEST_ANSWER + 1)
                    while len(payload) <= _LARGEST_ANSWER and (more := await response.content.read(_LARGEST_ANSWER + 1)):
                        payload += more
                    self.carried += len(payload)
                    return self._answer(response, payload)
            except RelayRefused as error:
                wait = error.retry_after
                if wait is None or wait > _LONGEST_WAIT or attempt == _TRIES - 1 or error.code == "healing":
                    raise
                await asyncio.sleep(wait)
            except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
                raise Unreachable("the relay cannot be reached; check the address and the connection, and try again") from None
        raise Unreachable("the relay is too busy")

    @staticmethod
    def _answer(response: aiohttp.ClientResponse, payload: bytes) -> Any:
        kind = response.content_type
        if kind == CBOR and 200 <= response.status < 300:
            try:
                return wire.decode(payload, limit=_LARGEST_ANSWER)
            except Refused:
                raise NotARelay("the relay's answer makes no sense") from None
        if response.status == 204:
            return None
        if kind == _PROBLEM:
            import json

            try:
                code = json.loads(payload)["code"]
            except (ValueError, KeyError, TypeError, RecursionError):
                code = None
            if not is_code(code):
                raise NotARelay("the relay's answer makes no sense")
            wait = response.headers.get("Retry-After", "")
            error = Conflict if code == "conflict" else RelayRefused
            seconds = int(wait) if wait.isascii() and wait.isdigit() and len(wait) < 10 else None
            raise error(code, words_for(code), status=response.status, retry_after=seconds)
        raise NotARelay("there is no Parasol relay at this address")

    @staticmethod
    def _path(collective: bytes, rest: str = "") -> str:
        return f"/v1/c/{_base64(collective)}{rest}"

    async def _fields(self, method: str, path: str, shape: dict[str, wire.Check], **rest: Any) -> dict[str, Any]:
        try:
            return wire.shaped(await self._request(method, path, **rest), "answer", shape)
        except WrongShape:
            raise NotARelay("the relay's answer makes no sense") from None

    # ---- gates (protocol §4.2) -------------------------------------------------------------------------------------

    async def token(
        self, collective: bytes, purpose: str, role: Role, gate: Gate, *, session: aiohttp.ClientSession | None = None
    ) -> bytes:
        """A token for one purpose; reused while it lasts, unless a session of its own is given."""
        key = (collective, purpose, role, gate.epoch)
        if session is None and key in self._tokens and self._tokens[key][1] > self._clock() + 30:
            return self._tokens[key][0]
        path = self._path(collective)
        asked = await self._fields("POST", f"{path}/challenge", {"challenge": wire.is_bytes(32)}, body=wire.encode({}), session=session)
        signature = answer_challenge(gate.seed, collective, purpose, role, gate.epoch, asked["challenge"])
        answer = {"challenge": asked["challenge"], "purpose": purpose, "role": role, "epoch": gate.epoch, "signature": signature}
        given = await self._fields(
            "POST", f"{path}/token", {"token": wire.is_bytes(32), "expires": wire.is_uint}, body=wire.encode(answer), session=session
        )
        if session is None:
            self._tokens[key] = (given["token"], given["expires"])
        token: bytes = given["token"]
        return token

    async def _with_token(
        self, collective: bytes, purpose: str, role: Role, gate: Gate, method: str, path: str, body: bytes | None = None
    ) -> Any:
        for last in (False, True):
            token = await self.token(collective, purpose, role, gate)
            try:
                return await self._request(method, self._path(collective, path), body=body, token=token)
            except RelayRefused as error:
                if error.code != "bad-token" or last:
                    raise
                self._tokens.pop((collective, purpose, role, gate.epoch), None)
        return None

    # ---- the collective, board and log -----------------------------------------------------------------------------

    async def newest(self, collective: bytes) -> Newest:
        """The newest announcement and the head, as the relay says."""
        return Newest(await self._request("GET", self._path(collective)))

    async def found(self, collective: bytes, code: bytes, entries: list[Entry]) -> None:
        """The founding append."""
        body = wire.encode({"collective": collective, "code": code, "entries": [e.value() for e in entries]})
        await self._request("POST", "/v1/collectives", body=body)

    async def entries(
        self, collective: bytes, shelf: Shelf, after: int, gate: Gate, *, role: Role, purpose: str
    ) -> tuple[list[Entry], Head | None]:
        """All entries from number ``after`` on, and the head the relay claims."""
        found: list[Entry] = []
        while True:
            entries, head, more = await self._page(collective, shelf, after + len(found), gate, role, purpose)
            found += entries
            if not more or not entries:
                return found, head

    async def page(self, collective: bytes, shelf: Shelf, start: int, gate: Gate, *, role: Role, purpose: str) -> list[Entry]:
        """As many entries from number ``start`` on as the relay gives in one answer."""
        return (await self._page(collective, shelf, start, gate, role, purpose))[0]

    async def _page(
        self, collective: bytes, shelf: Shelf, start: int, gate: Gate, role: Role, purpose: str
    ) -> tuple[list[Entry], Head | None, bool]:
        shape = {"entries": wire.is_list_of(wire.is_map), "head": wire.nullable(wire.is_map), "more": wire.is_bool}
        page = await self._with_token(collective, purpose, role, gate, "GET", f"/{shelf}?from={start}")
        f = wire.shaped(page, "answer", shape)
        return [parse_entry(value, shelf) for value in f["entries"]], _head(f["head"]) if f["head"] is not None else None, f["more"]

    async def append(self, collective: bytes, shelf: Shelf, entries: list[Entry], gate: Gate) -> None:
        """Appends entries, all or none.

        Raises:
            Conflict: somebody else was quicker.
        """
        body = wire.encode({"entries": [e.value() for e in entries]})
        await self._with_token(collective, shelf, "moderator", gate, "POST", f"/{shelf}", body)

    async def watch(self, collective: bytes, gate: Gate, version: int) -> int | None:
        """Waits until something is new; ``None`` if nothing came for a while."""
        answer = await self._with_token(collective, "read", "member", gate, "GET", f"/watch?version={version}")
        return None if answer is None else int(wire.shaped(answer, "answer", {"version": wire.is_uint})["version"])

    # ---- desk and mail ---------------------------------------------------------------------------------------------

    async def post_desk(self, collective: bytes, item: bytes, gate: Gate) -> None:
        """Posts a desk item: a fresh token on connections of its own, because a token is a pseudonym."""
        async with self._new_session() as session:
            token = await self.token(collective, "desk", "member", gate, session=session)
            await self._request("POST", self._path(collective, "/desk"), body=item, token=token, session=session)

    async def desk(self, collective: bytes, after: int, gate: Gate) -> list[tuple[int, int, bytes]]:
        """Desk items after a position: position, arrival, item. Positions rise, and none is above what the relay says is its last."""
        item = {"position": wire.is_uint, "arrived": wire.is_uint, "item": wire.is_bytes()}
        found: list[tuple[int, int, bytes]] = []
        while True:
            f = await self._desk_page(collective, after, gate)
            page = [wire.shaped(value, "desk item", item) for value in f["items"]]
            found += [(i["position"], i["arrived"], i["item"]) for i in page]
            after = _risen(after, [i["position"] for i in page], f["last"])
            if not f["more"] or not page:
                return found

    async def last_desk(self, collective: bytes, gate: Gate) -> int:
        """The position of the newest desk item, as the relay says."""
        return int((await self._desk_page(collective, wire.MAX_INTEGER, gate))["last"])

    async def _desk_page(self, collective: bytes, after: int, gate: Gate) -> dict[str, Any]:
        answer = await self._with_token(collective, "inbox", "moderator", gate, "GET", f"/desk?after={after}")
        return wire.shaped(answer, "answer", _PAGE)

    async def post_mail(self, collective: bytes, items: list[MailItem], gate: Gate) -> None:
        """Posts mail, up to 100 items at a time."""
        for start in range(0, len(items), 100):
            body = wire.encode({"items": [item.value() for item in items[start : start + 100]]})
            await self._with_token(collective, "mail", "moderator", gate, "POST", "/mail", body)

    async def mail(self, collective: bytes, after: int, gate: Gate) -> list[tuple[int, MailItem]]:
        """Mail after a position. Everybody fetches all of it: asking for less would show who waits for an answer."""
        found: list[tuple[int, MailItem]] = []
        while True:
            f = await self._mail_page(collective, after, gate)
            page = [(value.pop("position", None), parse_mail(value)) for value in f["items"]]
            if any(not wire.is_uint(position) for position, _ in page):
                raise NotARelay("the relay's answer makes no sense")
            found += page
            after = _risen(after, [position for position, _ in page], f["last"])
            if not f["more"] or not page:
                return found

    async def last_mail(self, collective: bytes, gate: Gate) -> int:
        """The position of the newest mail: a newcomer fetches what comes after it, since nothing older can be for her."""
        return int((await self._mail_page(collective, wire.MAX_INTEGER, gate))["last"])

    async def _mail_page(self, collective: bytes, after: int, gate: Gate) -> dict[str, Any]:
        answer = await self._with_token(collective, "read", "member", gate, "GET", f"/mail?after={after}")
        return wire.shaped(answer, "answer", _PAGE)

    # ---- boxes -----------------------------------------------------------------------------------------------------

    async def box(self, box: bytes, collective: bytes | None = None) -> bytes | None:
        """What lies in a box; ``None`` if there is none. On a connection of its own.

        Args:
            collective: whose it is, where that is known: another collective's may have the same name, and somebody may see to that.
        """
        path = f"/v1/boxes/{_base64(box)}" if collective is None else self._path(collective, f"/boxes/{_base64(box)}")
        async with self._new_session() as session:
            try:
                f = await self._fields("GET", path, {"blob": wire.is_bytes(), "expires": wire.is_uint}, session=session)
            except RelayRefused as error:
                if error.status == 404:
                    return None
                raise
        blob: bytes = f["blob"]
        return blob

    async def post_box(self, collective: bytes, fill: BoxFill, gate: Gate) -> None:
        """Writes a box that is not there yet, as a member: a fresh token on connections of its own, as in :meth:`post_desk`.

        Raises:
            RelayRefused: ``box-exists``: there is one with this id, and other contents.
        """
        box = {"id": fill.id, "blob": fill.blob, "expires": fill.expires, "burnable": fill.burnable}
        async with self._new_session() as session:
            token = await self.token(collective, "box", "member", gate, session=session)
            body = wire.encode({"boxes": [box], "replace": False})
            await self._request("POST", self._path(collective, "/boxes"), body=body, token=token, session=session)

    async def fill_boxes(self, collective: bytes, fills: list[BoxFill], gate: Gate) -> None:
        """Writes boxes as a moderator, over what stands in them."""
        for start in range(0, len(fills), 100):
            boxes = [{"id": f.id, "blob": f.blob, "expires": f.expires, "burnable": f.burnable} for f in fills[start : start + 100]]
            body = wire.encode({"boxes": boxes, "replace": True})
            await self._with_token(collective, "box", "moderator", gate, "POST", "/boxes", body)

    async def burn(self, box: bytes) -> None:
        """Erases an invite's box. Nothing happens if it is gone already."""
        try:
            await self._request("DELETE", f"/v1/boxes/{_base64(box)}")
        except RelayRefused as error:
            if error.status != 404:
                raise

    # ---- erasing and healing ---------------------------------------------------------------------------------------

    async def erasures(self, collective: bytes, gate: Gate) -> list[int]:
        """Numbers of the entries that are about to be erased."""
        answer = await self._with_token(collective, "erase", "moderator", gate, "GET", "/erasures")
        f = wire.shaped(answer, "answer", {"erasures": wire.is_list_of(wire.is_map)})
        return [int(wire.shaped(e, "erasure", {"seq": wire.is_uint, "due": wire.is_uint})["seq"]) for e in f["erasures"]]

    async def erase(self, collective: bytes, seqs: list[int], gate: Gate, *, stop: bool = False) -> None:
        """Asks for erasures, or stops them."""
        path = "/erasures/stop" if stop else "/erasures"
        await self._with_token(collective, "erase", "moderator", gate, "POST", path, wire.encode({"seqs": seqs}))

    async def heal(self, collective: bytes, values: dict[str, Any], gate: Gate | None, role: Role) -> None:
        """Re-posts what a restored relay may have lost; desk and mail need a gate, board and log verify themselves."""
        token = await self.token(collective, "heal", role, gate) if gate is not None else None
        await self._request("POST", self._path(collective, "/heal"), body=wire.encode(values), token=token)

    async def heal_desk(self, collective: bytes, item: bytes, gate: Gate) -> None:
        """Re-posts a member's own desk item: a fresh token on connections of its own, as in :meth:`post_desk`."""
        async with self._new_session() as session:
            token = await self.token(collective, "heal", "member", gate, session=session)
            await self._request("POST", self._path(collective, "/heal"), body=wire.encode({"desk": [item]}), token=token, session=session)

    async def whole(self, collective: bytes, gate: Gate) -> None:
        """Declares a restored relay whole."""
        await self._with_token(collective, "heal", "moderator", gate, "POST", "/whole", wire.encode({}))


_PAGE: Final[dict[str, wire.Check]] = {"items": wire.is_list_of(wire.is_map), "more": wire.is_bool, "last": wire.is_uint}


def _risen(after: int, positions: list[int], last: int) -> int:
    # A position that nothing real can follow would otherwise end all fetching.
    for position in positions:
        if not after < position <= last:
            raise NotARelay("the relay's answer makes no sense")
        after = position
    return after
