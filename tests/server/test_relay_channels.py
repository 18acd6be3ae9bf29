"""What the operator's bot is told: where shelves stand, which ping codes count, headers. For nobody else, and nothing that is in an entry."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from crypto.announced import split_announcement
from crypto.chain import parse_entry
from crypto.errors import StorageFailed
from storage.folder import OPERATOR, backup, new_founding_code, operator_secret


def pings(entry: Any) -> tuple[bytes, bytes]:
    public, _ = split_announcement(entry.blob)
    return public.member_ping, public.moderator_ping


async def test_without_the_operators_secret_nothing_is_told(relay: Any, group: Any) -> None:
    member = await group.token("read", "member")
    for token in (None, os.urandom(32), member):
        for path in ("/v1/channels", "/v1/channels/watch?version=0", f"/v1/channels/{relay.b64(group.id)}/headers"):
            answer = await relay.call("GET", path, token=token)
            assert (answer.status, answer.code) == (401, "bad-token")


async def test_the_operators_secret_opens_nothing_else(relay: Any, group: Any) -> None:
    secret = operator_secret(relay.folder)
    for shelf in ("board", "log", "desk", "mail"):
        assert (await relay.call("GET", f"{group.path}/{shelf}", token=secret)).code == "bad-token"


async def test_channels_say_where_every_collective_stands(relay: Any, new_group: Callable[[], Awaitable[Any]]) -> None:
    """The newest two epochs' ping hashes, newest first; one if there was one epoch only."""
    secret = operator_secret(relay.folder)
    one, other = await new_group(), await new_group()
    await other.announce(2)
    await other.announce(3)
    await one.post_desk(one.desk_item())
    answer = await relay.call("GET", "/v1/channels", token=secret)
    channels = {channel["collective"]: channel for channel in answer.body["channels"]}
    assert channels.keys() == {one.id, other.id}
    assert (channels[one.id]["head"], channels[one.id]["epoch"], channels[one.id]["desk"]) == (1, 1, 1)
    assert (channels[other.id]["head"], channels[other.id]["epoch"], channels[other.id]["desk"]) == (3, 3, 0)
    shown = [pings(entry) for entry in (other.board[3], other.board[2])]
    assert channels[other.id]["pings"] == {"member": [a for a, _ in shown], "moderator": [b for _, b in shown]}
    assert channels[one.id]["pings"]["member"] == [pings(one.board[1])[0]]
    assert answer.body["version"] == sum(channel["version"] for channel in channels.values())


async def test_headers_come_as_stubs_and_verify(relay: Any, group: Any) -> None:
    secret = operator_secret(relay.folder)
    await group.post("board", group.statement(urgent=2))
    path = f"/v1/channels/{relay.b64(group.id)}/headers"
    answer = await relay.call("GET", f"{path}?from=1", token=secret)
    entries = [parse_entry(value, "board") for value in answer.body["entries"]]
    assert [(entry.place.seq, entry.place.urgent, entry.blob) for entry in entries] == [(1, 0, None), (2, 2, None)]
    assert [entry.hash(group.id) for entry in entries] == [entry.hash(group.id) for entry in group.board[1:]]
    assert all(entry.blob not in answer.raw for entry in group.board)
    assert answer.body["more"] is False and answer.body["head"]["seq"] == 2
    assert (await relay.call("GET", f"{path}?from=3", token=secret)).body["entries"] == []
    unknown = f"/v1/channels/{relay.b64(os.urandom(32))}/headers"
    assert (await relay.call("GET", unknown, token=secret)).code == "unknown-collective"


async def test_a_watcher_of_all_channels_hears_of_any(relay: Any, new_group: Callable[[], Awaitable[Any]]) -> None:
    secret = operator_secret(relay.folder)
    one, other = await new_group(), await new_group()
    version = (await relay.call("GET", "/v1/channels", token=secret)).body["version"]
    for group in (one, other):
        watching = asyncio.create_task(relay.call("GET", f"/v1/channels/watch?version={version}", token=secret))
        while not relay.store._watchers_of_all:
            await asyncio.sleep(0.001)
        assert not watching.done()
        await group.post("board", group.statement(urgent=1))
        version_after = (await watching).body["version"]
        assert version_after > version
        version = version_after
    # Who comes with an old version is answered at once.
    assert (await relay.call("GET", f"/v1/channels/watch?version={version - 1}", token=secret)).body["version"] == version


def test_the_operators_secret_is_made_once_private_and_in_no_backup(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    secret = operator_secret(folder)
    assert len(secret) == 32 and operator_secret(folder) == secret
    assert (folder / OPERATOR).stat().st_mode & 0o777 == 0o600
    new_founding_code(folder)
    backup(folder, tmp_path / "copy")
    text = (folder / OPERATOR).read_text().strip()
    assert secret not in (tmp_path / "copy").read_bytes() and text.encode() not in (tmp_path / "copy").read_bytes()
    (folder / OPERATOR).write_text("not a secret")
    with pytest.raises(StorageFailed):
        operator_secret(folder)
