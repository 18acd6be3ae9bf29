"""Each endpoint once, as clients use it."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from crypto import shelves
from crypto.context import digest
from server import RELAY


async def test_a_collective_is_founded_and_shows_its_newest_announcement(group: Any) -> None:
    state = await group.state()
    assert state["announcement"] == group.board[1].value()
    assert state["head"] == {"seq": 1, "hash": group.board[1].hash(group.id)}
    assert state["healing"] is False and state["time"] == group.relay.clock() and state["version"] >= 1


async def test_statements_and_announcements_are_appended_and_read_back_in_order(group: Any) -> None:
    first = await group.post("board", group.statement())
    assert first.status == 200 and first.body["head"] == {"seq": 2, "hash": group.board[2].hash(group.id)}
    assert (await group.announce(2, desk=2)).status == 200
    read = await group.token("read", "member")
    answer = (await group.relay.call("GET", f"{group.path}/board?from=0", token=read)).body
    assert answer["entries"] == [entry.value() for entry in group.board]
    assert answer["head"] == {"seq": 3, "hash": group.board[3].hash(group.id)} and answer["more"] is False
    rest = (await group.relay.call("GET", f"{group.path}/board?from=4", token=read)).body
    assert rest["entries"] == [] and rest["more"] is False


async def test_a_replant_is_one_append_of_two_entries(group: Any) -> None:
    charter = group.statement()
    announcement = group.announcement(2, signed_in=1, after=charter)
    assert (await group.post("board", charter, announcement)).body["head"]["seq"] == 3


async def test_the_log_begins_empty_and_takes_many_notes_at_once(group: Any) -> None:
    token = await group.token("log", "moderator")
    assert (await group.relay.call("GET", f"{group.path}/log", token=token)).body == {"entries": [], "head": None, "more": False}
    notes = [group.note()]
    for _ in range(49):
        notes.append(group.note(after=notes[-1]))
    assert (await group.post("log", *notes, token=token)).body["head"]["seq"] == 49
    answer = (await group.relay.call("GET", f"{group.path}/log?from=10", token=token)).body
    assert answer["entries"] == [note.value() for note in notes[10:]]


async def test_a_desk_item_reaches_the_moderators_with_its_arrival(group: Any) -> None:
    item = group.desk_item()
    assert (await group.post_desk(item)).body == {"id": item.id}
    assert (await group.post_desk(item)).body == {"id": item.id}
    inbox = await group.token("inbox", "moderator")
    answer = (await group.relay.call("GET", f"{group.path}/desk?after=0", token=inbox)).body
    assert [(one["item"], one["arrived"]) for one in answer["items"]] == [(item.encoded, group.relay.clock())]
    after = answer["items"][0]["position"]
    assert (await group.relay.call("GET", f"{group.path}/desk?after={after}", token=inbox)).body == {
        "items": [],
        "more": False,
        "last": after,
    }


async def test_mail_is_posted_once_for_each_tag_and_read_by_members(group: Any) -> None:
    token = await group.token("mail", "moderator")
    items = [{"tag": os.urandom(32), "blob": os.urandom(shelves.MAIL_BLOBS[0])} for _ in range(3)]
    assert (await group.relay.call("POST", f"{group.path}/mail", {"items": items}, token=token)).body == {}
    assert (await group.relay.call("POST", f"{group.path}/mail", {"items": items[:1]}, token=token)).body == {}
    read = await group.token("read", "member")
    answer = (await group.relay.call("GET", f"{group.path}/mail?after=0", token=read)).body
    assert [{"tag": one["tag"], "blob": one["blob"]} for one in answer["items"]] == items and answer["more"] is False


async def test_boxes_are_written_read_replaced_and_burnt(group: Any) -> None:
    box = {"id": os.urandom(32), "blob": os.urandom(4096), "expires": group.relay.clock() + 3600, "burnable": True}
    path = f"/v1/boxes/{group.relay.b64(box['id'])}"
    token = await group.token("box", "member")
    assert (await group.relay.call("POST", f"{group.path}/boxes", {"boxes": [box], "replace": False}, token=token)).body == {}
    assert (await group.relay.call("GET", path)).body == {"blob": box["blob"], "expires": box["expires"]}
    assert (await group.relay.call("GET", f"{group.path}/boxes/{group.relay.b64(box['id'])}")).body["blob"] == box["blob"]
    new = box | {"blob": os.urandom(65536)}
    moderator = await group.token("box", "moderator")
    assert (await group.relay.call("POST", f"{group.path}/boxes", {"boxes": [new], "replace": True}, token=moderator)).body == {}
    assert (await group.relay.call("GET", path)).body["blob"] == new["blob"]
    assert (await group.relay.call("DELETE", path)).body == {}
    assert (await group.relay.call("GET", path)).code == "no-such-box"


async def test_a_watcher_is_told_as_soon_as_something_is_new(group: Any) -> None:
    read = await group.token("read", "member")
    version = (await group.state())["version"]
    watching = asyncio.create_task(group.relay.call("GET", f"{group.path}/watch?version={version}", token=read))
    while not group.relay.client.app[RELAY].watching:
        await asyncio.sleep(0)
    await group.post_desk(group.desk_item())
    assert (await watching).body["version"] > version
    assert (await group.relay.call("GET", f"{group.path}/watch?version={version}", token=read)).status == 200


async def test_a_join_burns_the_box_of_its_invite(group: Any) -> None:
    box = {"id": os.urandom(32), "blob": os.urandom(4096), "expires": group.relay.clock() + 3600, "burnable": True}
    token = await group.token("box", "moderator")
    await group.relay.call("POST", f"{group.path}/boxes", {"boxes": [box], "replace": False}, token=token)
    assert (await group.post_desk(group.desk_item(invite_box=box["id"], join=digest(b"join")))).status == 200
    assert await group.relay.store.box(box["id"], group.relay.clock()) is None


async def test_health_is_for_everyone(group: Any) -> None:
    answer = await group.relay.call("GET", "/health")
    assert answer.status == 200 and answer.raw == b'{"status": "ok"}'
