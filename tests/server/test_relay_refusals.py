"""Every no the relay knows, by its code; and that a no changes nothing."""

from __future__ import annotations

import asyncio
import os
from typing import Any

import pytest

import server
from crypto import announced, chain, shelves, signing, wire
from crypto.context import digest
from crypto.gates import TOKEN_PURPOSES
from crypto.secrets import SigningSeed
from relay.routes import ROUTES
from storage import sqlite

# ---- founding


async def test_a_founding_needs_an_unused_code(group: Any, new_group: Any, relay: Any) -> None:
    other = type(group)(relay)
    assert (await relay.call("POST", "/v1/collectives", other.founding(os.urandom(16)))).code == "bad-founding-code"
    code = other.founding()["code"]
    assert (await relay.call("POST", "/v1/collectives", other.founding(code))).status == 201
    third = type(group)(relay)
    answer = await relay.call("POST", "/v1/collectives", third.founding(code))
    assert (answer.status, answer.code) == (403, "bad-founding-code")


async def test_the_same_founding_again_is_answered_and_another_is_refused(relay: Any, group: Any) -> None:
    same = {"collective": group.id, "code": os.urandom(16), "entries": [entry.value() for entry in group.board]}
    relay.clock.now += 86400
    answer = await relay.call("POST", "/v1/collectives", same)
    assert answer.status == 200 and answer.body["head"]["seq"] == 1
    other = type(group)(relay, id=group.id)
    answer = await relay.call("POST", "/v1/collectives", other.founding())
    assert (answer.status, answer.code) == (409, "exists")


async def test_a_refused_founding_leaves_its_code_unused(relay: Any, group: Any) -> None:
    other = type(group)(relay)
    founding = other.founding()
    broken = founding | {"entries": [founding["entries"][0] | {"signature": bytes(64)}, founding["entries"][1]]}
    assert (await relay.call("POST", "/v1/collectives", broken)).code == "bad-signature"
    assert (await relay.call("POST", "/v1/collectives", founding)).status == 201


@pytest.mark.parametrize("which", ["two-statements", "later-epoch", "old", "wrong-number", "cosigned"])
async def test_a_founding_is_a_charter_and_the_first_announcement(relay: Any, group: Any, which: str) -> None:
    other = type(group)(relay)
    founding = other.founding()
    charter = other.board[0]
    if which == "two-statements":
        second, code = other.statement(after=charter, epoch=1), "wrong-shape"
    elif which == "later-epoch":
        other.gate(2)
        second, code = other.announcement(1, signed_in=2, after=charter), "wrong-epoch"
    elif which == "wrong-number":
        second, code = other.announcement(2, signed_in=1, after=charter), "wrong-epoch"
    elif which == "cosigned":
        second, code = other.announcement(1, signed_in=1, after=charter, cosigns=other.cosigned(1, 0, 1)), "bad-signature"
    else:
        second, code = other.announcement(1, signed_in=1, after=charter), "wrong-time"
        relay.clock.now += 601
    answer = await relay.call("POST", "/v1/collectives", founding | {"entries": [charter.value(), second.value()]})
    assert (answer.status, answer.code) == (400, code)


# ---- challenges and tokens


async def test_a_challenge_is_answered_once_within_two_minutes_at_its_collective(relay: Any, group: Any, new_group: Any) -> None:
    challenge = (await relay.call("POST", f"{group.path}/challenge", {})).body["challenge"]
    assert (await group.ask_token("read", "member", challenge=challenge)).status == 200
    assert (await group.ask_token("read", "member", challenge=challenge)).code == "bad-challenge"
    late = (await relay.call("POST", f"{group.path}/challenge", {})).body["challenge"]
    relay.clock.now += 120
    assert (await group.ask_token("read", "member", challenge=late)).code == "bad-challenge"
    assert (await group.ask_token("read", "member", challenge=os.urandom(32))).code == "bad-challenge"
    elsewhere = await new_group()
    foreign = (await relay.call("POST", f"{elsewhere.path}/challenge", {})).body["challenge"]
    answer = await group.ask_token("read", "member", challenge=foreign)
    assert (answer.status, answer.code) == (403, "bad-challenge")


async def test_a_token_needs_the_right_role_epoch_and_gate(group: Any) -> None:
    assert (await group.ask_token("log", "member")).code == "wrong-role"
    assert (await group.ask_token("read", "moderator")).code == "wrong-role"
    assert (await group.ask_token("read", "member", seed=SigningSeed.random())).code == "bad-signature"
    assert (await group.ask_token("read", "member", purpose="inbox")).code == "wrong-role"
    assert (await group.ask_token("read", "member", purpose="all")).code == "wrong-shape"
    group.gate(2)
    assert (await group.ask_token("read", "member", 2)).code == "old-epoch"
    await group.announce(2)
    answer = await group.ask_token("read", "member", 1)
    assert (answer.status, answer.code) == (403, "old-epoch")


async def test_a_token_is_good_for_its_purpose_its_collective_and_fifteen_minutes(relay: Any, group: Any, new_group: Any) -> None:
    read = await group.token("read", "member")
    other = await new_group()
    for path, token in [("log", read), ("desk?after=0", read), ("board", None), ("board", os.urandom(32)), ("board", b"short")]:
        answer = await relay.call("GET", f"{group.path}/{path}", token=token)
        assert (answer.status, answer.code) == (401, "bad-token")
    assert (await relay.call("GET", f"{other.path}/board", token=read)).code == "bad-token"
    relay.clock.now += 899
    assert (await relay.call("GET", f"{group.path}/board", token=read)).status == 200
    relay.clock.now += 1
    assert (await relay.call("GET", f"{group.path}/board", token=read)).code == "bad-token"


async def test_tokens_die_with_their_epoch(group: Any) -> None:
    tokens = {purpose: await group.token(purpose, "moderator") for purpose in ("inbox", "mail", "erase", "board", "log")}
    read = await group.token("read", "member")
    await group.announce(2)
    assert (await group.relay.call("POST", f"{group.path}/mail", {}, token=tokens["mail"])).code == "bad-token"
    assert (await group.relay.call("GET", f"{group.path}/desk", token=tokens["inbox"])).code == "bad-token"
    assert (await group.relay.call("GET", f"{group.path}/erasures", token=tokens["erase"])).code == "bad-token"
    assert (await group.relay.call("GET", f"{group.path}/board", token=read)).code == "bad-token"
    assert (await group.relay.call("GET", f"{group.path}/log", token=tokens["log"])).code == "bad-token"
    assert (await group.post("log", group.note(), token=tokens["log"])).code == "bad-token"
    assert (await group.post("board", group.statement(), token=tokens["board"])).code == "bad-token"
    assert (await group.post("board", group.announcement(3, signed_in=2), token=tokens["board"])).code == "bad-token"


async def test_a_desk_token_serves_one_successful_post(group: Any) -> None:
    token = await group.token("desk", "member")
    assert (await group.post_desk(group.desk_item(desk=7), token)).code == "retired-desk-key"
    assert (await group.post_desk(group.desk_item(), token)).status == 200
    assert (await group.post_desk(group.desk_item(), token)).code == "bad-token"


async def test_two_posts_at_once_cannot_share_a_desk_token(group: Any) -> None:
    token = await group.token("desk", "member")
    answers = await asyncio.gather(*(group.post_desk(group.desk_item(), token) for _ in range(8)))
    assert sorted(answer.status for answer in answers) == [200] + [401] * 7


async def test_an_ex_moderator_with_the_last_gates_but_one_gets_no_token_of_any_purpose(relay: Any, group: Any) -> None:
    """From the first second on: there is no grace in which what she kept opens anything (protocol §4.2)."""
    assert (await group.announce(2)).status == 200
    for purpose, roles in TOKEN_PURPOSES.items():
        for role in roles:
            answer = await group.ask_token(purpose, role, 1)
            assert (answer.status, answer.code) == (403, "old-epoch"), (purpose, role)
            kept = (group.member if role == "member" else group.moderator)[1]
            answer = await group.ask_token(purpose, role, 2, seed=kept)
            assert (answer.status, answer.code) == (403, "bad-signature"), (purpose, role)


async def test_nothing_that_an_ex_moderator_signs_is_taken_even_with_somebodys_token(group: Any) -> None:
    assert (await group.announce(2)).status == 200
    kept = group.moderator[1]
    for entry, code in [
        (group.statement(epoch=1), "old-epoch"), (group.statement(epoch=2, gate=kept), "bad-signature"),
        (group.announcement(3, signed_in=1), "old-epoch"), (group.announcement(3, signed_in=2, gate=kept), "bad-signature"),
    ]:  # fmt: skip
        assert await refused_entry(group, "board", entry.value()) == (400, code)
    charter = group.statement(epoch=1)
    pair = [charter.value(), group.announcement(3, signed_in=1, after=charter).value()]
    assert await refused_entry(group, "board", *pair) == (400, "old-epoch")
    assert await refused_entry(group, "log", group.note(epoch=1).value()) == (400, "old-epoch")
    assert await refused_entry(group, "log", group.note(epoch=2, gate=kept).value()) == (400, "bad-signature")


# ---- cosigning (protocol §4.3)


async def test_one_rogue_moderator_cannot_announce_gates_of_her_own(group: Any) -> None:
    """She has the newest gate, a token, and one cosigner's key. The others go on as if nothing had been."""
    rogue = group.announcement(2, signed_in=1, cosigns=group.cosigned(1, 1))
    assert await refused_entry(group, "board", rogue.value()) == (400, "below-quorum")
    charter = group.statement()
    rogue = group.announcement(2, signed_in=1, after=charter, cosigns=group.cosigned(1, 1))
    assert await refused_entry(group, "board", charter.value(), rogue.value()) == (400, "below-quorum")
    assert (await group.state())["head"]["seq"] == 1
    assert (await group.announce(2, cosigns=group.cosigned(1, 2, 0))).status == 200
    assert (await group.ask_token("board", "moderator", 2)).status == 200


@pytest.mark.parametrize("moderators", [1, 2, 3, 7])
async def test_an_announcement_without_cosignatures_is_refused(relay: Any, group: Any, moderators: int) -> None:
    other = await type(group)(relay, moderators=moderators).found()
    alone = other.announcement(2, signed_in=1, cosigns=lambda public: [])
    assert await refused_entry(other, "board", alone.value()) == (400, "below-quorum")


async def test_wrong_and_repeated_cosignatures_are_refused(group: Any, new_group: Any) -> None:
    elsewhere = await new_group()
    stranger = SigningSeed.random()

    def twice(public: announced.Public) -> list[tuple[int, bytes]]:
        return [*group.cosigned(1, 0)(public), *group.cosigned(1, 0)(public)]

    wrong: list[tuple[Any, str]] = [
        (twice, "below-quorum"),
        (lambda public: [(0, bytes(64)), (1, bytes(64))], "bad-signature"),
        (lambda public: [(index, announced.cosign(stranger, public, group.id)) for index in (0, 1)], "bad-signature"),
        (lambda public: [(index, announced.cosign(group.moderator[1], public, group.id)) for index in (0, 1)], "bad-signature"),
        (lambda public: [(index, announced.cosign(group.cosigners[1][index], public, elsewhere.id)) for index in (0, 1)], "bad-signature"),
        (lambda public: [(1 - index, signature) for index, signature in group.cosigned(1, 0, 1)(public)], "bad-signature"),
        (lambda public: [*group.cosigned(1, 0)(public), (3, group.cosigned(1, 1)(public)[0][1])], "bad-signature"),
        (lambda public: [*group.cosigned(1, 0, 1)(public), (2, bytes(64))], "bad-signature"),
        (group.cosigned(2, 0, 1), "bad-signature"),
        (lambda public: [(0, bytes(63)), (1, bytes(64))], "wrong-shape"),
    ]
    for cosigns, code in wrong:
        assert await refused_entry(group, "board", group.announcement(2, signed_in=1, cosigns=cosigns).value()) == (400, code)
    # Cosignatures are over all that the relay sees: on another announcement of the same epoch they are nothing.
    seen = group.announcement(2, signed_in=1)
    other = announced.split_announcement(group.announcement(2, signed_in=1).blob)[0]
    blob = wire.encode(wire.decode(seen.blob) | {"public": other.encoded})
    swapped = group.entry("announcement", blob, epoch=1, after=group.last())
    assert await refused_entry(group, "board", swapped.value()) == (400, "bad-signature")
    assert (await group.announce(2)).status == 200


async def test_one_time_keys_of_an_earlier_epoch_cosign_nothing(group: Any) -> None:
    """An ex-moderator who kept hers, and even two who did, have not the next epoch's."""
    assert (await group.announce(2)).status == 200
    late = group.announcement(3, signed_in=2, cosigns=group.cosigned(1, 0, 1, 2))
    assert await refused_entry(group, "board", late.value()) == (400, "bad-signature")
    assert (await group.announce(3)).status == 200


@pytest.mark.parametrize("moderators", [1, 2])
async def test_from_an_epoch_with_one_or_two_cosigners_one_is_enough(relay: Any, group: Any, moderators: int) -> None:
    other = await type(group)(relay, moderators=moderators).found()
    assert (await other.announce(2, cosigns=other.cosigned(1, moderators - 1))).status == 200
    # It counts who is listed now, not who will be: one of two may make it three, and then one is not enough any more.
    other.moderators = 3
    assert (await other.announce(3, cosigns=other.cosigned(2, 0))).status == 200
    alone = other.announcement(4, signed_in=3, cosigns=other.cosigned(3, 0))
    assert await refused_entry(other, "board", alone.value()) == (400, "below-quorum")
    other.moderators = 2
    other.gate(4)
    assert (await other.announce(4, cosigns=other.cosigned(3, 0, 2))).status == 200
    assert (await other.announce(5, cosigns=other.cosigned(4, 1))).status == 200


async def test_cosigners_are_remembered_when_the_relay_starts_again(relay: Any, group: Any) -> None:
    assert (await group.announce(2)).status == 200
    await relay.stop()
    await relay.start()
    alone = group.announcement(3, signed_in=2, cosigns=group.cosigned(2, 0))
    assert await refused_entry(group, "board", alone.value()) == (400, "below-quorum")
    assert (await group.announce(3, cosigns=group.cosigned(2, 1, 2))).status == 200


# ---- appending


async def test_an_append_after_another_head_is_a_conflict_that_names_the_head(group: Any) -> None:
    late = group.statement()
    assert (await group.post("board", group.statement())).status == 200
    answer = await group.post("board", late)
    head = {"seq": 2, "hash": group.relay.b64(group.board[2].hash(group.id))}
    assert (answer.status, answer.code, answer.problem["head"]) == (409, "conflict", head)
    note = group.note(after=group.board[2])
    answer = await group.post("log", note)
    assert (answer.code, answer.problem["head"]) == ("conflict", None)


async def test_an_append_whose_answer_got_lost_is_answered_again(group: Any) -> None:
    token = await group.token("board", "moderator")
    assert (await group.post("board", group.statement(), token=token)).status == 200
    again = await group.relay.call("POST", f"{group.path}/board", {"entries": [group.board[2].value()]}, token=token)
    assert again.status == 200 and again.body["head"]["seq"] == 2
    charter = group.statement()
    pair = [charter, group.announcement(2, signed_in=1, after=charter)]
    assert (await group.post("board", *pair, token=token)).status == 200
    body = {"entries": [entry.value() for entry in pair]}
    # The announcement ended the token with its epoch; its writer has the gates of the next one.
    assert (await group.relay.call("POST", f"{group.path}/board", body, token=token)).code == "bad-token"
    group.epoch, token = 2, await group.token("board", "moderator", 2)
    again = await group.relay.call("POST", f"{group.path}/board", body, token=token)
    assert again.status == 200 and again.body["head"]["seq"] == 4
    # Not "exactly these": the second stands at the head, the first is another.
    other = group.statement(after=group.board[2], epoch=1)
    mixed = {"entries": [other.value(), pair[1].value()]}
    assert (await group.relay.call("POST", f"{group.path}/board", mixed, token=token)).code == "conflict"


async def test_exactly_one_of_many_racing_appenders_wins_each_place(group: Any) -> None:
    token = await group.token("board", "moderator")
    for _ in range(4):
        rivals = [group.statement() for _ in range(24)]
        calls = [group.relay.call("POST", f"{group.path}/board", {"entries": [one.value()]}, token=token) for one in rivals]
        answers = await asyncio.gather(*calls)
        assert sorted(answer.status for answer in answers) == [200] + [409] * 23
        group.board.append(rivals[[answer.status for answer in answers].index(200)])
    read = await group.token("read", "member")
    entries = (await group.relay.call("GET", f"{group.path}/board", token=read)).body["entries"]
    assert entries == [entry.value() for entry in group.board]


async def refused_entry(group: Any, shelf: str, *values: Any) -> tuple[int, str]:
    token = await group.token(shelf, "moderator")
    version = (await group.state())["version"]
    answer = await group.relay.call("POST", f"{group.path}/{shelf}", {"entries": list(values)}, token=token)
    assert (await group.state())["version"] == version
    return answer.status, answer.code


async def test_entries_that_do_not_follow_are_refused_by_name(relay: Any, group: Any) -> None:
    good = group.statement()
    value = good.value()
    assert await refused_entry(group, "board", value | {"signature": os.urandom(64)}) == (400, "bad-signature")
    assert await refused_entry(group, "board", value | {"blob": os.urandom(1064)}) == (400, "wrong-blob")
    assert await refused_entry(group, "board", value | {"blob": os.urandom(1000)}) == (400, "wrong-length")
    assert await refused_entry(group, "board", value | {"blob": None}) == (400, "wrong-shape")
    assert await refused_entry(group, "board", value | {"more": 1}) == (400, "wrong-shape")
    assert await refused_entry(group, "board", value | {"header": value["header"] + b"\x00"}) == (400, "not-deterministic")
    assert await refused_entry(group, "board", value | {"header": bytes(513)}) == (413, "too-large")
    assert await refused_entry(group, "board", group.note(after=None).value()) == (400, "wrong-shape")
    assert await refused_entry(group, "log", value) == (400, "wrong-shape")
    relay.clock.now += 1200
    now = relay.clock.now
    for time, code in [(now + 601, "wrong-time"), (now - 601, "wrong-time"), (now - 1201, "time-went-back")]:
        assert await refused_entry(group, "board", group.statement(time=time).value()) == (400, code)
    good = group.statement()
    group.gate(2)
    assert await refused_entry(group, "board", group.statement(epoch=2).value()) == (400, "old-epoch")
    gap = group.statement(after=good)
    assert await refused_entry(group, "board", gap.value()) == (409, "conflict")
    notes = [group.note(), group.note()]
    assert await refused_entry(group, "log", notes[0].value(), notes[1].value()) == (400, "gap")
    unlinked = group.note(after=notes[0], prev=bytes(32))
    assert await refused_entry(group, "log", notes[0].value(), unlinked.value()) == (400, "broken-chain")


async def test_announcements_must_have_the_next_number_and_their_shape(group: Any) -> None:
    assert await refused_entry(group, "board", group.announcement(3, signed_in=1).value()) == (400, "wrong-epoch")
    shapeless = group.entry("announcement", wire.encode({"public": b"", "sealed": b"", "cosigns": []}), epoch=1, after=group.last())
    assert await refused_entry(group, "board", shapeless.value()) == (400, "not-deterministic")
    public = wire.decode(announced.split_announcement(group.announcement(2, signed_in=1).blob)[0].encoded)
    weak = public | {"gates": {"member": bytes(32), "moderator": signing.public_key(group.moderator[1])}}
    blob = wire.encode({"public": wire.encode(weak), "sealed": b"", "cosigns": []})
    assert await refused_entry(group, "board", group.entry("announcement", blob, epoch=1, after=group.last()).value()) == (
        400,
        "wrong-shape",
    )


async def test_two_entries_are_appended_both_or_none(group: Any) -> None:
    first, second = group.statement(), group.statement()
    assert await refused_entry(group, "board", first.value(), second.value()) == (400, "wrong-shape")
    charter = group.statement()
    announcement = group.announcement(2, signed_in=1, after=charter).value() | {"signature": bytes(64)}
    assert await refused_entry(group, "board", charter.value(), announcement) == (400, "bad-signature")
    assert (await group.state())["head"]["seq"] == 1


# ---- desk, mail, boxes


async def test_a_desk_key_retires_14_days_after_an_announcement_names_another(relay: Any, group: Any) -> None:
    assert (await group.post_desk(group.desk_item(desk=2))).code == "retired-desk-key"
    await group.announce(2, desk=2)
    relay.clock.now += 14 * 86400 - 1
    assert (await group.post_desk(group.desk_item(desk=1))).status == 200
    relay.clock.now += 1
    answer = await group.post_desk(group.desk_item(desk=1))
    assert (answer.status, answer.code) == (409, "retired-desk-key")
    relay.clock.now += 365 * 86400
    assert (await group.post_desk(group.desk_item(desk=2))).status == 200, "reports are heard however long moderators are silent"


async def test_an_invite_lets_one_join_in(group: Any) -> None:
    box = os.urandom(32)
    mine = {"invite_box": box, "join": digest(b"mine")}
    assert (await group.post_desk(group.desk_item(**mine))).status == 200
    assert (await group.post_desk(group.desk_item(**mine))).status == 200, "the same join, sealed again"
    answer = await group.post_desk(group.desk_item(invite_box=box, join=digest(b"theirs")))
    assert (answer.status, answer.code) == (409, "invite-used")


async def test_of_many_racing_joins_by_one_invite_one_wins(group: Any) -> None:
    box = os.urandom(32)
    items = [group.desk_item(invite_box=box, join=os.urandom(32)) for _ in range(12)]
    answers = await asyncio.gather(*(group.post_desk(item) for item in items))
    assert sorted(answer.status for answer in answers) == [200] + [409] * 11


async def test_a_desk_item_has_the_size_that_padding_gives_it(group: Any) -> None:
    token = await group.token("desk", "member")
    post = [group.desk_item().encoded + b"\x00", wire.encode({"desk": 1, "epoch": 1, "sealed": bytes(100), "invite": None})]
    codes = [(await group.relay.call("POST", f"{group.path}/desk", data=data, token=token)).code for data in post]
    assert codes == ["not-deterministic", "wrong-shape"]
    answer = await group.relay.call("POST", f"{group.path}/desk", data=bytes(shelves.MAX_DESK_ITEM + 1), token=token)
    assert (answer.status, answer.code) == (413, "too-large")


async def test_mail_has_tags_and_padded_blobs(group: Any) -> None:
    token = await group.token("mail", "moderator")
    for items in ([], [{"tag": bytes(31), "blob": bytes(1064)}], [{"tag": bytes(32), "blob": bytes(1000)}], [{"tag": bytes(32)}]):
        assert (await group.relay.call("POST", f"{group.path}/mail", {"items": items}, token=token)).code == "wrong-shape"


async def test_boxes_are_not_overwritten_by_members(relay: Any, group: Any, new_group: Any) -> None:
    def box(**changes: Any) -> dict[str, Any]:
        return {"id": bytes(32), "blob": bytes(4096), "expires": relay.clock.now + 60, "burnable": False} | changes

    async def write(who: Any, role: str, replace: bool, *boxes: dict[str, Any]) -> Any:
        return await relay.call("POST", f"{who.path}/boxes", {"boxes": list(boxes), "replace": replace}, token=await who.token("box", role))

    assert (await write(group, "member", False, box())).status == 200
    assert (await write(group, "member", False, box())).status == 200, "the same again: the answer got lost"
    fresh = box(id=os.urandom(32))
    answer = await write(group, "member", False, fresh, box(blob=os.urandom(4096)))
    assert (answer.status, answer.code) == (409, "box-exists")
    assert await relay.store.box(fresh["id"], relay.clock.now) is None, "all or none"
    answer = await write(group, "member", True, box())
    assert (answer.status, answer.code) == (403, "wrong-role")
    other, theirs = await new_group(), box(blob=os.urandom(4096))
    assert (await write(other, "moderator", True, theirs)).status == 200, "names are each collective's own"
    name = relay.b64(bytes(32))
    assert (await relay.call("GET", f"{group.path}/boxes/{name}")).body["blob"] == bytes(4096)
    assert (await relay.call("GET", f"{other.path}/boxes/{name}")).body["blob"] == theirs["blob"]
    assert (await write(group, "moderator", True, box(blob=os.urandom(4096)))).status == 200, "nor is one taken for good by another"
    for bad in ({"expires": relay.clock.now}, {"expires": relay.clock.now + 400 * 86400 + 1}):
        answer = await write(group, "member", False, box(id=os.urandom(32), **bad))
        assert (answer.status, answer.code) == (400, "wrong-time")
    for bad in ({"blob": bytes(4095)}, {"id": bytes(31)}, {"burnable": 1}):
        assert (await write(group, "member", False, box(**bad))).code == "wrong-shape"
    token = await group.token("box", "member")
    body = {"boxes": [box(id=os.urandom(32))], "replace": False}
    assert (await relay.call("POST", f"{group.path}/boxes", body, token=token)).status == 200
    assert (await relay.call("POST", f"{group.path}/boxes", body, token=token)).code == "bad-token", "a member's token serves one post"


async def test_only_burnable_boxes_are_burnt_and_expired_ones_are_gone(relay: Any, group: Any) -> None:
    box = {"id": os.urandom(32), "blob": bytes(4096), "expires": relay.clock.now + 60, "burnable": False}
    token = await group.token("box", "member")
    await relay.call("POST", f"{group.path}/boxes", {"boxes": [box], "replace": False}, token=token)
    path = "/v1/boxes/" + relay.b64(box["id"])
    answer = await relay.call("DELETE", path)
    assert (answer.status, answer.code) == (403, "not-burnable")
    relay.clock.now += 60
    assert (await relay.call("GET", path)).code == "no-such-box"
    answer = await relay.call("DELETE", path)
    assert (answer.status, answer.code) == (404, "no-such-box")
    assert (await relay.call("GET", "/v1/boxes/not-an-id")).code == "no-such-box"


# ---- erasing


async def test_an_erasure_is_held_for_72_hours_and_can_be_stopped(relay: Any, group: Any) -> None:
    for _ in range(2):
        await group.post("board", group.statement())
    token = await group.token("erase", "moderator")
    due = (await relay.call("POST", f"{group.path}/erasures", {"seqs": [2, 3]}, token=token)).body["due"]
    assert due == relay.clock.now + 72 * 3600
    relay.clock.now += 60
    assert (await relay.call("POST", f"{group.path}/erasures", {"seqs": [2]}, token=token)).body["due"] == due, (
        "asking again defers nothing"
    )
    listed = (await relay.call("GET", f"{group.path}/erasures", token=token)).body["erasures"]
    assert listed == [{"seq": 2, "due": due}, {"seq": 3, "due": due}]
    assert (await relay.call("POST", f"{group.path}/erasures/stop", {"seqs": [3]}, token=token)).body == {}
    relay.clock.now = due - 1
    assert (await relay.store.sweep(relay.clock.now)).erased == 0
    relay.clock.now = due
    assert (await relay.store.sweep(relay.clock.now)).erased == 1
    read = await group.token("read", "member")
    entries = (await relay.call("GET", f"{group.path}/board?from=2", token=read)).body["entries"]
    assert entries == [group.board[2].value() | {"blob": None}, group.board[3].value()]
    assert chain.parse_entry(entries[0], "board").hash(group.id) == group.board[2].hash(group.id)
    assert (await group.post("board", group.statement())).status == 200


async def test_the_charter_announcements_and_what_is_not_there_cannot_be_erased(group: Any) -> None:
    await group.post("board", group.statement())
    token = await group.token("erase", "moderator")
    for seqs in ([0], [1], [3], [2, 1]):
        answer = await group.relay.call("POST", f"{group.path}/erasures", {"seqs": seqs}, token=token)
        assert (answer.status, answer.code) == (409, "cannot-erase")
    assert (await group.relay.call("GET", f"{group.path}/erasures", token=token)).body == {"erasures": []}


# ---- hostile requests


async def test_unknown_collectives_routes_and_methods_are_problems_too(relay: Any, group: Any) -> None:
    nowhere = "/v1/c/" + "A" * 43
    assert (await relay.call("GET", nowhere)).code == "unknown-collective"
    assert (await relay.call("GET", nowhere[:-1])).code == "unknown-collective"
    assert (await relay.call("GET", group.path[:-1] + "_")).code == "unknown-collective", "one id has one spelling"
    assert (await relay.call("POST", f"{nowhere}/challenge", {})).code == "unknown-collective"
    answer = await relay.call("GET", "/v2/anything")
    assert (answer.status, answer.code) == (404, "no-such-route")
    answer = await relay.call("DELETE", f"{group.path}/board")
    assert (answer.status, answer.code) == (405, "no-such-method")
    for query in ("from=-1", "from=x", "from=1e3", "from=9999999999999999999", "from=%C2%B2"):
        token = await group.token("read", "member")
        assert (await relay.call("GET", f"{group.path}/board?{query}", token=token)).code == "wrong-shape"


async def token_for(group: Any, tokens: tuple[str, ...]) -> bytes | None:
    if not tokens:
        return None
    token: bytes = await group.token(tokens[0], "moderator" if tokens[0] not in ("read", "desk") else "member")
    return token


@pytest.mark.parametrize("route", [route for route in ROUTES if route.limit and route.name != "heal"], ids=lambda route: route.name)
async def test_hostile_bodies_are_refused_everywhere(group: Any, route: Any) -> None:
    """Nothing, garbage, other encodings, trailing bytes, a bomb of depth, another type: 400. Too much: 413, with or without a length."""
    path = route.path.replace("/v1/c/{c}", group.path)
    version = (await group.state())["version"]
    bodies = [
        b"", b"\xff", b"{}", b"\xbf\xff", b"\x80", b"\xf6", b"\xa1\x61a\xfb" + bytes(8), b"\xa0\x00", b"\x81" * 5000, b"\xd8\x1c\x80",
        wire.encode({"unknown": 1}), wire.encode({name: None for name in (route.body.fields if route.body else ["x"])} | {"y": 0}),
    ]  # fmt: skip
    for data in bodies:
        if len(data) <= route.limit:
            answer = await group.relay.call(route.method, path, data=data, token=await token_for(group, route.tokens))
            assert (answer.status, answer.code) in ((400, "not-deterministic"), (400, "wrong-shape")), (data[:20], answer.raw)
    token = await token_for(group, route.tokens)
    answer = await group.relay.call(route.method, path, data=bytes(route.limit + 1), token=token)
    assert (answer.status, answer.code) == (413, "too-large")

    async def endless() -> Any:
        for _ in range(route.limit // 65536 + 2):
            yield bytes(65536)

    headers = {"Authorization": "Bearer " + group.relay.b64(token or b"")}
    async with group.relay.client.request(route.method, path, data=endless(), headers=headers) as response:
        assert response.status == 413
    assert (await group.state())["version"] == version


async def raw_post(group: Any, length: int, sent: bytes) -> tuple[Any, Any]:
    """A post whose headers promise a body, of which this much is sent; the connection."""
    host = group.relay.client.server
    reader, writer = await asyncio.open_connection(host.host, host.port)
    head = f"POST {group.path}/challenge HTTP/1.1\r\nHost: relay\r\nContent-Type: application/cbor\r\nContent-Length: {length}\r\n\r\n"
    writer.write(head.encode() + sent)
    await writer.drain()
    return reader, writer


async def test_a_body_that_does_not_come_is_not_waited_for(group: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "BODY_SECONDS", 0.05)
    reader, writer = await raw_post(group, 2, b"")
    answer = await reader.readuntil(b'"}')
    assert answer.startswith(b"HTTP/1.1 408 ") and b'"code": "too-slow"' in answer
    writer.close()
    assert (await group.relay.call("POST", f"{group.path}/challenge", {})).status == 200


async def test_when_too_much_comes_in_at_once_it_is_asked_to_come_again(group: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what was first goes on: nobody is turned away for good, and nobody is counted."""
    monkeypatch.setattr(server, "MAX_BYTES_IN_FLIGHT", 64)
    reader, writer = await raw_post(group, 64, b"\xa0")
    while not group.relay.client.server.app[server.RELAY]._in_flight:
        await asyncio.sleep(0)
    answer = await group.relay.call("POST", f"{group.path}/challenge", {})
    assert (answer.status, answer.code, answer.headers["Retry-After"]) == (503, "busy", "1")
    writer.close()
    await writer.wait_closed()
    while group.relay.client.server.app[server.RELAY]._in_flight:
        await asyncio.sleep(0)
    assert (await group.relay.call("POST", f"{group.path}/challenge", {})).status == 200


async def test_when_too_much_waits_for_the_disk_it_is_asked_to_come_again(group: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "MAX_WAITING", 0)
    answer = await group.post_desk(group.desk_item())
    assert (answer.status, answer.code, answer.headers["Retry-After"]) == (503, "busy", "1")
    monkeypatch.undo()
    assert (await group.post_desk(group.desk_item())).status == 200


async def test_bytes_that_are_not_http_do_not_stop_the_relay(group: Any) -> None:
    host = group.relay.client.server
    for data in (b"\x16\x03\x01" + os.urandom(64), b"GET / HTTP/9\r\n\r\n", b"POST /v1/collectives HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
        reader, writer = await asyncio.open_connection(host.host, host.port)
        writer.write(data)
        writer.write_eof()
        await reader.read()
        writer.close()
    assert (await group.relay.call("GET", "/health")).status == 200
