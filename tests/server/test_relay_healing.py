"""A relay restored from a copy takes back what it lost, from whoever still has it, and then is whole (protocol §5.6)."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from typing import Any

import pytest

from crypto import shelves
from crypto.errors import BadInput, NotAllowed
from crypto.secrets import SigningSeed
from storage.folder import backup, restore


@pytest.fixture
async def restored(relay: Any, group: Any, tmp_path: Any) -> AsyncIterator[Any]:
    """A group whose relay was restored from a copy made before its last three entries, two notes, one report and one mail."""
    await group.post("board", group.statement())
    await group.post("log", group.note())
    backup(relay.folder, tmp_path / "copy")
    await group.announce(2)
    await group.post("board", group.statement())
    await group.announce(3)
    await group.post("log", group.note())
    await group.post("log", group.note())
    group.lost_item, group.lost_mail = group.desk_item(), {"tag": os.urandom(32), "blob": os.urandom(shelves.MAIL_BLOBS[0])}
    await group.post_desk(group.lost_item)
    await relay.call("POST", f"{group.path}/mail", {"items": [group.lost_mail]}, token=await group.token("mail", "moderator"))
    group.version = (await group.state())["version"]
    relay.clock.now += 86400
    await relay.stop()
    restore(relay.folder, tmp_path / "copy")
    await relay.start()
    yield group


async def heal(group: Any, *, token: bytes | None = None, **shelves_: Any) -> Any:
    return await group.relay.call("POST", f"{group.path}/heal", shelves_, token=token)


async def test_a_restored_relay_says_so_reads_on_and_takes_no_new_writes(restored: Any) -> None:
    group, call = restored, restored.relay.call
    state = await group.state()
    assert state["healing"] is True and state["head"]["seq"] == 2 and state["version"] > group.version
    assert (await call("GET", "/health")).raw == b'{"status": "ok"}', "that is for those who can name a collective"
    read = await group.token("read", "member", 1)
    assert len((await call("GET", f"{group.path}/board", token=read)).body["entries"]) == 3
    group.epoch = 1
    for answer in [
        await group.post("board", group.statement(after=group.board[2])),
        await group.post("log", group.note(after=group.log[0])),
        await group.post_desk(group.desk_item()),
        await call("POST", f"{group.path}/mail", {"items": [group.lost_mail]}, token=await group.token("mail", "moderator")),
        await call("POST", f"{group.path}/erasures", {"seqs": [2]}, token=await group.token("erase", "moderator")),
        await call("POST", f"{group.path}/boxes", {"boxes": [], "replace": False}, token=await group.token("box", "member")),
    ]:
        assert (answer.status, answer.code, answer.headers["Retry-After"]) == (503, "healing", "30")


async def test_what_was_lost_is_posted_again_and_a_moderator_declares_the_relay_whole(restored: Any) -> None:
    group, call = restored, restored.relay.call
    # The whole board, by anybody, without a token, a day late: what stands already is compared, the rest is appended.
    answer = await heal(group, board=[entry.value() for entry in group.board])
    assert answer.body["board"] == {"seq": 5, "hash": group.board[5].hash(group.id)}
    answer = await heal(group, log=[entry.value() for entry in group.log[1:]])
    assert answer.body["log"] == {"seq": 2, "hash": group.log[2].hash(group.id)}
    member, moderator = await group.token("heal", "member"), await group.token("heal", "moderator")
    assert (await heal(group, desk=[group.lost_item.encoded], token=member)).status == 200
    assert (await heal(group, mail=[group.lost_mail], token=moderator)).status == 200
    assert (await call("POST", f"{group.path}/whole", {}, token=member)).code == "wrong-role"
    assert (await call("POST", f"{group.path}/whole", {}, token=moderator)).body == {}
    assert (await group.state())["healing"] is False
    assert (await call("POST", f"{group.path}/whole", {}, token=moderator)).code == "not-healing"
    assert (await heal(group, board=[])).code == "not-healing"
    inbox, read = await group.token("inbox", "moderator"), await group.token("read", "member")
    assert [one["item"] for one in (await call("GET", f"{group.path}/desk", token=inbox)).body["items"]] == [group.lost_item.encoded]
    [mail] = (await call("GET", f"{group.path}/mail", token=read)).body["items"]
    assert mail["tag"] == group.lost_mail["tag"] and mail["position"] > 1, "above every cursor from before"
    assert (await group.post("board", group.statement())).status == 200


async def test_healing_refuses_what_does_not_extend_the_chain_under_its_gates(restored: Any) -> None:
    group, relay = restored, restored.relay
    token = await group.token("heal", "member", 1)
    entries = [entry.value() for entry in group.board]
    stranger = group.statement(epoch=1, after=group.board[2], gate=SigningSeed.random())
    cases = [
        ({"board": [stranger.value()]}, 400, "bad-signature"),
        ({"board": entries[4:]}, 409, "conflict"),
        ({"board": [entries[3], entries[5]]}, 400, "gap"),
        ({"board": [group.statement(epoch=1, after=group.board[1]).value()]}, 409, "conflict"),
        ({"board": [group.statement(epoch=3, after=group.board[2]).value()]}, 400, "old-epoch"),
        ({"board": [group.statement(epoch=1, after=group.board[2], time=relay.clock.now + 601).value()]}, 400, "wrong-time"),
        ({"board": [group.statement(epoch=1, after=group.board[2], time=1).value()]}, 400, "time-went-back"),
        ({"board": [entries[3] | {"blob": None}]}, 400, "wrong-shape"),
        ({"desk": [b"\xa0"], "token": token}, 400, "wrong-shape"),
    ]
    for body, status, code in cases:
        answer = await heal(group, **body)
        assert (answer.status, answer.code) == (status, code), (list(body), answer.raw)
    assert (await heal(group, desk=[group.lost_item.encoded])).code == "bad-token"
    assert (await heal(group, mail=[group.lost_mail], token=token)).code == "wrong-role"
    assert (await group.state())["head"]["seq"] == 2


async def test_healing_takes_a_board_entry_only_under_the_newest_epoch_at_its_place(restored: Any) -> None:
    """What came later in the chain does not make an earlier gate good again, nor a later one good before its time."""
    group, entries = restored, [entry.value() for entry in restored.board]
    later = group.statement(epoch=2, after=group.board[2])
    assert (await heal(group, board=[later.value()])).code == "old-epoch"
    # Entry 3 announces epoch 2: whoever kept the gate of epoch 1 signs nothing after it, in the same request or in the next.
    kept = group.moderator[1]
    for stale, code in [
        (group.statement(epoch=1, after=group.board[3]), "old-epoch"),
        (group.statement(epoch=2, after=group.board[3], gate=kept), "bad-signature"),
        (group.announcement(3, signed_in=1, after=group.board[3]), "old-epoch"),
    ]:
        assert (await heal(group, board=[entries[3], stale.value()])).code == code
        assert (await group.state())["head"]["seq"] == 2, "all or none"
    assert (await heal(group, board=[entries[3]])).body["board"]["seq"] == 3
    for stale, code in [
        (group.statement(epoch=1, after=group.board[3]), "old-epoch"),
        (group.statement(epoch=2, after=group.board[3], gate=kept), "bad-signature"),
        (group.statement(epoch=3, after=group.board[3]), "old-epoch"),
    ]:
        assert (await heal(group, board=[stale.value()])).code == code
    assert (await heal(group, board=entries)).body["board"]["seq"] == 5


async def test_healing_takes_an_announcement_only_with_the_cosignatures_it_needs(restored: Any) -> None:
    """A restored relay is no way around them: neither for the epoch it stands in, nor for those it is given on the way."""
    group, entries = restored, [entry.value() for entry in restored.board]
    rogue = group.announcement(2, signed_in=1, after=group.board[2], cosigns=group.cosigned(1, 0))
    assert (await heal(group, board=[rogue.value()])).code == "below-quorum"
    rogue = group.announcement(3, signed_in=2, after=group.board[4], cosigns=group.cosigned(1, 0, 1))
    assert (await heal(group, board=[entries[3], entries[4], rogue.value()])).code == "bad-signature"
    rogue = group.announcement(3, signed_in=2, after=group.board[4], cosigns=group.cosigned(2, 0))
    assert (await heal(group, board=[entries[3], entries[4], rogue.value()])).code == "below-quorum"
    rogue = group.announcement(4, signed_in=2, after=group.board[4])
    assert (await heal(group, board=[entries[3], entries[4], rogue.value()])).code == "wrong-epoch"
    assert (await group.state())["head"]["seq"] == 2
    assert (await heal(group, board=entries)).body["board"]["seq"] == 5


async def test_healing_takes_notes_of_their_time_and_never_lets_the_logs_epochs_go_back(restored: Any) -> None:
    group = restored
    await heal(group, board=[entry.value() for entry in group.board])
    old = group.note(epoch=1, after=group.log[2])
    assert (await heal(group, log=[*(entry.value() for entry in group.log[1:]), old.value()])).code == "old-epoch"
    standing = group.log[0]
    group.gate(4)
    assert (await heal(group, log=[group.note(epoch=4, after=standing).value()])).code == "old-epoch"
    forged = group.note(epoch=3, after=standing, gate=group.moderator[1])
    assert (await heal(group, log=[forged.value()])).code == "bad-signature"
    # Who kept the first epoch's gate writes nothing of today with it.
    assert (await heal(group, log=[group.note(epoch=1, after=standing).value()])).code == "old-epoch"
    early = group.note(epoch=3, after=standing, time=standing.place.time)
    assert (await heal(group, log=[early.value()])).status == 200, "announced within the same twenty minutes"


async def test_healing_takes_a_note_of_an_epoch_that_is_over_if_it_is_of_its_time(restored: Any) -> None:
    """Healing comes late by nature."""
    group = restored
    await heal(group, board=[entry.value() for entry in group.board])
    standing = group.log[0]
    lost = group.note(epoch=1, after=standing, time=standing.place.time + 60)
    assert (await heal(group, log=[lost.value()])).body["log"] == {"seq": 1, "hash": lost.hash(group.id)}


async def test_stubs_are_posted_again_and_never_filled(restored: Any) -> None:
    group = restored
    entries = [entry.value() for entry in group.board]
    stub = entries[4] | {"blob": None}
    assert (await heal(group, board=[entries[3], stub, entries[5]])).body["board"]["seq"] == 5
    assert (await heal(group, board=entries)).status == 200
    read = await group.token("read", "member", 3)
    assert (await group.relay.call("GET", f"{group.path}/board?from=4", token=read)).body["entries"] == [stub, entries[5]]


async def test_a_copy_is_never_restored_under_a_running_relay(relay: Any, group: Any, tmp_path: Any) -> None:
    backup(relay.folder, tmp_path / "copy")
    with pytest.raises(NotAllowed):
        restore(relay.folder, tmp_path / "copy")
    with pytest.raises(BadInput):
        backup(relay.folder, tmp_path / "copy")
    assert (await group.state())["healing"] is False


async def test_restore_is_the_way_back_from_whoever_was_quicker_while_healing(restored: Any, tmp_path: Any) -> None:
    """Somebody's own entry stands where an honest one should; the same copy is restored again, and cursors are above all before."""
    group, relay = restored, restored.relay
    rogue = group.statement(epoch=1, after=group.board[2])
    assert (await heal(group, board=[rogue.value()])).status == 200
    assert (await heal(group, board=[entry.value() for entry in group.board])).code == "conflict"
    member = await group.token("heal", "member", 1)
    assert (await heal(group, desk=[group.lost_item.encoded], token=member)).status == 200
    inbox = await group.token("inbox", "moderator", 1)
    first = (await relay.call("GET", f"{group.path}/desk", token=inbox)).body
    await relay.stop()
    restore(relay.folder, tmp_path / "copy")
    await relay.start()
    assert (await group.state())["healing"] is True
    assert (await heal(group, board=[entry.value() for entry in group.board])).body["board"]["seq"] == 5
    member = await group.token("heal", "member")
    assert (await heal(group, desk=[group.lost_item.encoded], token=member)).status == 200
    again = (await relay.call("GET", f"{group.path}/desk", token=await group.token("inbox", "moderator"))).body
    assert again["items"][0]["position"] > first["items"][0]["position"] and again["last"] == again["items"][0]["position"]
