"""The relay as the bot sees it: which codes count, where shelves stand, and headers (protocol §12). It shows the operator's secret.

Whatever comes back is checked for its form. Whether an announcement is valid only members can tell; the bot pings for what the relay
says, and its pings say nothing.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiohttp

from crypto import wire
from crypto.chain import parse_entry
from crypto.context import Purpose, context, digest
from crypto.errors import BadInput, NotARelay, ParasolError, RelayRefused, Unreachable

#: What the relay answers at most: a page of headers, or many thousand collectives.
MOST_BYTES: Final = 8 * 1024 * 1024
MEMBER: Final = "member"
MODERATOR: Final = "moderator"

_SECONDS: Final = aiohttp.ClientTimeout(total=30, connect=10)
#: The relay holds a watcher for 50 seconds.
_WATCH_SECONDS: Final = aiohttp.ClientTimeout(total=70, connect=10)


@dataclass(frozen=True, slots=True)
class Channel:
    """What there is to ping for in one collective.

    Attributes:
        head: ``seq`` of the last entry of its board.
        desk: position of the last arrival at its desk.
        pings: hashes of the ping codes that count, by role.
    """

    collective: bytes
    head: int
    desk: int
    epoch: int
    pings: dict[str, tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class Header:
    """What the bot reads of an entry of the board: its number, and whether it is for the digest (1), for now (2) or for nobody (0)."""

    seq: int
    urgent: int


_IS_HASHES: Final = wire.is_list_of(wire.is_bytes(32), 0, 2)
_CHANNEL: Final[dict[str, wire.Check]] = {
    "collective": wire.is_bytes(32),
    "head": wire.is_uint,
    "desk": wire.is_uint,
    "epoch": wire.is_uint,
    "version": wire.is_uint,
    "pings": lambda value: type(value) is dict and value.keys() == {MEMBER, MODERATOR} and all(map(_IS_HASHES, value.values())),
}
_ALL: Final[dict[str, wire.Check]] = {"channels": wire.is_list_of(wire.is_map, 0, 100_000), "version": wire.is_uint}
_PAGE: Final[dict[str, wire.Check]] = {"entries": wire.is_list_of(wire.is_map, 0, 1000), "head": wire.is_map, "more": wire.is_bool}


def secret_from_file(path: Path) -> str:
    """The operator's secret, as the relay wrote it into its data folder.

    Raises:
        BadInput: it cannot be read, or is none.
    """
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise BadInput("the relay's operator.secret cannot be read") from None
    if len(text) != 43:
        raise BadInput("the relay's operator.secret has 43 characters")
    return text


class Channels:
    """The channels as last heard. What the chat asks whether a code counts."""

    def __init__(self) -> None:
        self._known: dict[bytes, Channel] | None = None

    def learn(self, channels: Iterable[Channel]) -> None:
        self._known = {channel.collective: channel for channel in channels}

    def all(self) -> list[Channel]:
        return list((self._known or {}).values())

    def of(self, collective: bytes) -> Channel | None:
        return (self._known or {}).get(collective)

    def match(self, code: bytes) -> list[tuple[bytes, str]]:
        """The collectives, with the role, for whose pings this 16-byte code is good.

        Raises:
            Unreachable: the relay has not been heard since the bot began.
        """
        if self._known is None:
            raise Unreachable("the relay has not been heard yet")
        found = []
        for channel in self._known.values():
            hashed = digest(context(Purpose.PING_CODE, channel.collective, code))
            found += [(channel.collective, role) for role, hashes in channel.pings.items() if hashed in hashes]
        return found


class Relay:
    """The relay's client. Use as a context manager.

    Args:
        address: such as ``https://relay.example``, without a path.
        secret: the operator's, as in its file.
    """

    def __init__(self, address: str, secret: str) -> None:
        self._address = address.rstrip("/")
        self._headers = {"Authorization": f"Bearer {secret}"}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Relay:
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), timeout=_SECONDS)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def channels(self) -> tuple[list[Channel], int]:
        """Every channel, and the version to watch from.

        Raises:
            Unreachable, NotARelay, RelayRefused: as said by their names.
        """
        body = _shaped(await self._get("/v1/channels"), _ALL)
        channels = []
        for one in body["channels"]:
            f = _shaped(one, _CHANNEL)
            pings = {role: tuple(hashes) for role, hashes in f["pings"].items()}
            channels.append(Channel(f["collective"], f["head"], f["desk"], f["epoch"], pings))
        return channels, body["version"]

    async def watch(self, version: int) -> None:
        """Returns when something may be new since ``version``, or after a minute.

        Raises:
            Unreachable, NotARelay, RelayRefused: as said by their names.
        """
        await self._get(f"/v1/channels/watch?version={version}", _WATCH_SECONDS)

    async def headers(self, collective: bytes, start: int) -> list[Header]:
        """What the board's entries are from ``start`` on: a page of them, or none.

        Raises:
            Unreachable, NotARelay, RelayRefused: as said by their names.
        """
        body = _shaped(await self._get(f"/v1/channels/{_base64(collective)}/headers?from={start}"), _PAGE)
        try:
            places = [parse_entry(value, "board").place for value in body["entries"]]
        except ParasolError:
            raise NotARelay("the relay's headers are malformed") from None
        if [place.seq for place in places] != list(range(start, start + len(places))):
            raise NotARelay("the relay's headers are not those that were asked for")
        return [Header(place.seq, place.urgent) for place in places]

    async def burn(self, box: bytes) -> bool:
        """Erases an invite's box (protocol §7.1). ``False`` if there is none that may be burnt.

        Raises:
            Unreachable, NotARelay, RelayRefused: it may still be there.
        """
        try:
            # Not the operator's request: whoever knows the name may do it, so the secret is not shown.
            await self._ask("DELETE", f"/v1/boxes/{_base64(box)}", {})
        except RelayRefused as no:
            if no.code in ("no-such-box", "not-burnable"):
                return False
            raise
        return True

    async def _get(self, path: str, timeout: aiohttp.ClientTimeout = _SECONDS) -> Any:
        return await self._ask("GET", path, self._headers, timeout)

    async def _ask(self, method: str, path: str, headers: dict[str, str], timeout: aiohttp.ClientTimeout = _SECONDS) -> Any:
        if self._session is None or self._session.closed:
            raise Unreachable("the relay's client is closed")
        try:
            async with self._session.request(
                method, self._address + path, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:  # fmt: skip
                data = await _limited(answer)
                if answer.status == 204:
                    return None
                if answer.status >= 400:
                    raise _refusal(answer, data)
                if answer.status != 200 or answer.content_type != "application/cbor":
                    raise NotARelay("something answers, but not a relay")
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise Unreachable("the relay cannot be reached") from None
        try:
            return wire.decode(data, limit=MOST_BYTES)
        except ParasolError:
            raise NotARelay("the relay's answer is malformed") from None


async def _limited(answer: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for chunk in answer.content.iter_any():
        data += chunk
        if len(data) > MOST_BYTES:
            raise NotARelay("the relay's answer is too large")
    return bytes(data)


def _refusal(answer: aiohttp.ClientResponse, data: bytes) -> ParasolError:
    if answer.content_type != "application/problem+json":
        # A proxy before a relay that is away answers in its own words.
        return Unreachable("the relay cannot be reached") if answer.status >= 500 else NotARelay("something answers, but not a relay")
    try:
        code = json.loads(data)["code"]
    except (ValueError, TypeError, KeyError):
        return NotARelay("the relay's answer is malformed")
    if type(code) is not str or re.fullmatch("[a-z-]{1,40}", code) is None:
        return NotARelay("the relay's answer is malformed")
    return RelayRefused(code, status=answer.status)


def _shaped(value: Any, checks: dict[str, wire.Check]) -> dict[str, Any]:
    try:
        return wire.shaped(value, "answer", checks)
    except ParasolError:
        raise NotARelay("the relay's answer is malformed") from None


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
