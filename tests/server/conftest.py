"""A relay on a real socket over a real file, with a clock that tests can turn, and a collective that talks to it.

The relay cannot read what is sealed, so sealed parts here are random bytes of the right size. Gates and headers are real.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from crypto import announced, chain, gates, shelves, signing, wire
from crypto.base32 import decode_code
from crypto.secrets import GateSeed, SigningSeed
from server import create_app
from storage.folder import new_founding_code, operator_secret
from storage.sqlite import SQLiteStore

Cosigns: TypeAlias = list[tuple[int, bytes]]
START = 1_750_000_000
CANARY = b"CANARY-white-van-+447700900123"


@dataclass
class Clock:
    now: int = START

    def __call__(self) -> int:
        return self.now


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def statement_blob(size: int = 1024) -> bytes:
    return os.urandom(size + chain.AEAD_OVERHEAD)


def note_blob() -> bytes:
    return wire.encode({"key": os.urandom(32), "sealed": statement_blob()})


@dataclass
class Answer:
    """What came back: the decoded body, and the problem's code if it was a no."""

    status: int
    headers: Any
    raw: bytes

    @property
    def body(self) -> Any:
        return wire.decode(self.raw)

    @property
    def problem(self) -> dict[str, Any]:
        problem: dict[str, Any] = json.loads(self.raw)
        assert self.headers["Content-Type"].startswith("application/problem+json"), self.raw
        assert {"type", "title", "status", "code", "detail"} <= problem.keys() and problem["status"] == self.status
        return problem

    @property
    def code(self) -> str:
        code: str = self.problem["code"]
        return code


class Relay:
    """One running relay: its folder, its store, its clock and a plain HTTP client."""

    b64 = staticmethod(b64)

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.client: TestClient[Any, Any]
        self.store: SQLiteStore

    async def start(self, *, quota: int | None = None) -> Relay:
        self.store = await SQLiteStore.open(self.folder, quota=quota)
        self.client = TestClient(
            TestServer(create_app(self.store, clock=self.clock, operator=operator_secret(self.folder))), cookie_jar=aiohttp.DummyCookieJar()
        )
        await self.client.start_server()
        return self

    async def stop(self) -> None:
        await self.client.close()
        await self.store.close()

    async def call(self, method: str, path: str, body: Any = None, *, token: bytes | None = None, data: bytes | None = None) -> Answer:
        headers = {"Authorization": f"Bearer {b64(token)}"} if token is not None else {}
        if body is not None:
            data = wire.encode(body)
        async with self.client.request(method, path, data=data, headers=headers) as response:
            return Answer(response.status, response.headers, await response.read())


@dataclass
class Group:
    """A collective as its moderators' devices see it: gates and cosigners of each epoch, and where its two chains stand.

    Epochs that begin from now on list a one-time key for each of ``moderators``.
    """

    relay: Relay
    id: bytes = field(default_factory=lambda: os.urandom(32))
    member: dict[int, SigningSeed] = field(default_factory=dict)
    moderator: dict[int, SigningSeed] = field(default_factory=dict)
    board: list[chain.Entry] = field(default_factory=list)
    log: list[chain.Entry] = field(default_factory=list)
    cosigners: dict[int, list[SigningSeed]] = field(default_factory=dict)
    moderators: int = 3
    epoch: int = 0

    @property
    def path(self) -> str:
        return f"/v1/c/{b64(self.id)}"

    def gate(self, epoch: int) -> None:
        seed = GateSeed.random()
        self.member[epoch] = SigningSeed.random()
        self.moderator[epoch] = gates.moderator_gate(seed, self.id, epoch)
        self.cosigners[epoch] = sorted((SigningSeed.random() for _ in range(self.moderators)), key=signing.public_key)

    def entry(self, kind: str, blob: bytes, *, epoch: int, after: chain.Entry | None, time: int | None = None, gate: SigningSeed | None = None,
              shelf: chain.Shelf = "board", **changes: Any) -> chain.Entry:  # fmt: skip
        place = {
            "shelf": shelf, "seq": after.place.seq + 1 if after else 0, "prev": after.hash(self.id) if after else chain.NO_ENTRY,
            "kind": kind, "epoch": epoch, "time": self.relay.clock() if time is None else time, **changes,
        }  # fmt: skip
        return chain.make_entry(chain.Place(**place), blob, gate or self.moderator[epoch], self.id)

    def last(self, shelf: chain.Shelf = "board") -> chain.Entry | None:
        entries = self.board if shelf == "board" else self.log
        return entries[-1] if entries else None

    def statement(self, *, epoch: int | None = None, after: chain.Entry | None = None, **more: Any) -> chain.Entry:
        return self.entry("statement", statement_blob(), epoch=epoch or self.epoch, after=after or self.last(), **more)

    def note(self, *, epoch: int | None = None, after: chain.Entry | None = None, **more: Any) -> chain.Entry:
        return self.entry("note", note_blob(), epoch=epoch or self.epoch, after=after or self.last("log"), shelf="log", **more)

    def announcement(self, number: int, *, signed_in: int, desk: int = 1, after: chain.Entry | None = None,
                     cosigns: Callable[[announced.Public], Cosigns] | None = None, **more: Any) -> chain.Entry:  # fmt: skip
        """An announcement under the gate of ``signed_in``, cosigned by as many of that epoch's cosigners as it needs, or by ``cosigns``."""
        if number not in self.member:
            self.gate(number)
        public = announced.encode_public(
            planting=1, epoch=number, removed=(), wraps=os.urandom(48), commitment=os.urandom(32),
            previous=None if number == 1 else os.urandom(32), link=None if number == 1 else os.urandom(48),
            member_gate=signing.public_key(self.member[number]), moderator_gate=signing.public_key(self.moderator[number]),
            desk=desk, member_ping=os.urandom(32), moderator_ping=os.urandom(32),
            cosigners=tuple(map(signing.public_key, self.cosigners[number])),
        )  # fmt: skip
        if cosigns is None:
            # The founding is cosigned by nobody: no epoch before it names who may.
            needed = 0 if number == 1 else announced.cosigners_needed(len(self.cosigners[signed_in]))
            cosigns = self.cosigned(signed_in, *range(needed))
        blob = announced.join_announcement(public, os.urandom(1600), cosigns(public))
        return self.entry("announcement", blob, epoch=signed_in, after=after or self.last(), **more)

    def cosigned(self, epoch: int, *by: int) -> Callable[[announced.Public], Cosigns]:
        """What makes the signatures of these of an epoch's cosigners."""
        return lambda public: [(index, announced.cosign(self.cosigners[epoch][index], public, self.id)) for index in by]

    def founding(self, code: bytes | None = None) -> dict[str, Any]:
        self.gate(1)
        self.board = [self.entry("statement", statement_blob(), epoch=1, after=None)]
        self.board.append(self.announcement(1, signed_in=1))
        self.epoch = 1
        code = code or decode_code(new_founding_code(self.relay.folder))
        return {"collective": self.id, "code": code, "entries": [entry.value() for entry in self.board]}

    async def found(self) -> Group:
        answer = await self.relay.call("POST", "/v1/collectives", self.founding())
        assert answer.status == 201, answer.raw
        return self

    async def token(self, purpose: str, role: gates.Role, epoch: int | None = None) -> bytes:
        answer = await self.ask_token(purpose, role, epoch)
        assert answer.status == 200, answer.raw
        token: bytes = answer.body["token"]
        return token

    async def ask_token(self, purpose: str, role: gates.Role, epoch: int | None = None, /, *, seed: SigningSeed | None = None,
                        challenge: bytes | None = None, **changes: Any) -> Answer:  # fmt: skip
        epoch = epoch or self.epoch
        challenge = challenge or (await self.relay.call("POST", f"{self.path}/challenge", {})).body["challenge"]
        seed = seed or (self.member if role == "member" else self.moderator)[epoch]
        signature = gates.answer_challenge(seed, self.id, purpose, role, epoch, challenge)
        body = {"challenge": challenge, "purpose": purpose, "role": role, "epoch": epoch, "signature": signature, **changes}
        return await self.relay.call("POST", f"{self.path}/token", body)

    async def post(self, shelf: chain.Shelf, *entries: chain.Entry, token: bytes | None = None, epoch: int | None = None) -> Answer:
        token = token or await self.token(shelf, "moderator", epoch)
        answer = await self.relay.call("POST", f"{self.path}/{shelf}", {"entries": [e.value() for e in entries]}, token=token)
        if answer.status == 200:
            (self.board if shelf == "board" else self.log).extend(entries)
        return answer

    async def announce(self, number: int, *, signed_in: int | None = None, desk: int = 1, **more: Any) -> Answer:
        signed_in = signed_in or self.epoch
        answer = await self.post("board", self.announcement(number, signed_in=signed_in, desk=desk, **more), epoch=signed_in)
        if answer.status == 200:
            self.epoch = number
        return answer

    def desk_item(self, *, desk: int = 1, **join: bytes) -> shelves.DeskItem:
        return shelves.encode_desk_item(desk, self.epoch, os.urandom(shelves.DESK_SEALED[0]), **join)

    async def post_desk(self, item: shelves.DeskItem, token: bytes | None = None) -> Answer:
        token = token or await self.token("desk", "member")
        return await self.relay.call("POST", f"{self.path}/desk", data=item.encoded, token=token)

    async def state(self) -> Any:
        return (await self.relay.call("GET", self.path)).body


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def relay(tmp_path: Path, clock: Clock) -> AsyncIterator[Relay]:
    relay = await Relay(tmp_path / "data", clock).start()
    yield relay
    await relay.stop()


@pytest.fixture
async def group(relay: Relay) -> Group:
    return await Group(relay).found()


@pytest.fixture
def new_group(relay: Relay) -> Callable[[], Awaitable[Group]]:
    async def make() -> Group:
        return await Group(relay).found()

    return make
