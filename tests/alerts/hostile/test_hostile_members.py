"""A rogue moderator who is the first to see a join: she cannot admit the newcomer with keys of her own (protocol §5.4, §7.3)."""

from __future__ import annotations

from typing import Any, cast

import pytest

from alerts import posts
from alerts.admitting import member_note
from alerts.log import Log
from alerts.notes import make_body
from alerts.posts import Join
from crypto import wire
from crypto.device import Device
from crypto.errors import NotAllowed, Refused
from crypto.invites import invite_from_code, read_code
from tests.partners.readers import reopened
from tests.partners.scribe import DAY, device
from tests.partners.world import World, run

LEAF = 1_200_000


@pytest.fixture
def world() -> World:
    """Three moderators, and dina."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    return world


def writes(world: World, name: str, note: str, fields: dict[str, Any]) -> None:
    """A note as a rogue puts it there, whatever her own device would say to it."""
    rogue = world.mod(name)
    entries = rogue.note_entries([(note, fields)], world.relay.now)
    run(world.relay.append(world.collective, "log", entries, rogue.moderator_gate()))


def newcomer(world: World, name: str = "fay") -> tuple[Device, dict[str, Any], str]:
    code = world.invite()
    item, _ = posts.make_join(device(name), invite_from_code(read_code(code)), world.collective, name, moderator=False)
    return device(name), {part: item[part] for part in ("body", "invite_signature", "device_signature")}, code


def changed(join: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return join | {"body": wire.encode(wire.decode(join["body"]) | fields)}


@pytest.mark.parametrize("field", ["kem", "box", "alias", "moderator"])
def test_nothing_of_a_join_is_another_moderators_to_change(world: World, field: str) -> None:
    mallory = device("mallory")
    evil = {"kem": mallory.kem_key, "box": mallory.box.reveal(), "alias": "ann", "moderator": True}[field]
    fay, join, _ = newcomer(world)
    world.sync("cleo")
    writes(world, "cleo", "member", member_note(changed(join, **{field: evil}), LEAF))
    for name in ("ana", "bea"):
        assert [r.error for r in run(world[name].sync()).refused] == ["BadSignature"]
        assert fay.signing_key not in world.mod(name).log.members
    writes(world, "ana", "member", member_note(join, LEAF))
    world.sync("bea", "cleo")
    record = world.mod("bea").log.members[fay.signing_key]
    assert (record.kem, record.box, record.alias) == (fay.kem_key, fay.box, "fay") and fay.signing_key not in world.mod("bea").log.accepted


def test_a_member_by_an_invite_that_nobody_made(world: World) -> None:
    invite = invite_from_code(read_code("710S-MJPQ-4NGF-CXEV-8S44-DAAH-KMG"))
    item, _ = posts.make_join(device("fay"), invite, world.collective, "fay", moderator=False)
    writes(world, "cleo", "member", member_note({k: v for k, v in item.items() if k != "type"}, LEAF))
    assert [r.error for r in run(world["ana"].sync()).refused] == ["UnknownInvite"]


def test_only_a_founder_comes_without_an_invite(world: World) -> None:
    writes(world, "cleo", "member", member_note(posts.founder_join(device("mallory"), world.collective, "mallory"), LEAF))
    assert [r.error for r in run(world["ana"].sync()).refused] == ["UnknownInvite"]
    with pytest.raises(Refused):
        item = posts.founder_join(device("mallory"), world.collective, "mallory")
        posts.check_join(item | {"invite_signature": bytes(64)}, world.collective)


def test_what_is_carried_over_is_verified_too(world: World) -> None:
    ana = world.mod("ana")
    log = Log(world.collective)
    state = ana.log.carry(set())
    for item in state:
        if item["kind"] == "member":
            item["join"] = changed(item["join"], kem=device("mallory").kem_key)

    class _Note:
        key = bytes(32)

    with pytest.raises(Refused) as caught:
        log._carried(cast(Any, _Note()), {"part": 0, "of": 1, "state": state}, cast(Any, None), b"")
    assert caught.value.name == "BadSignature" and log.carried_under(bytes(32)) is None
    assert make_body("carried", 1, {"part": 0, "of": 1, "state": ana.log.carry(set())})


def test_who_moderates_after_a_replant_knows_everybody_by_the_keys_they_signed(world: World) -> None:
    """Also a member who agreed to moderate long after she had joined, and one who was admitted while the replant was under way."""
    world["dina"].device.accept_moderation()
    world.sync("dina", "ana", "bea")
    code = world.invite()
    run(world["ana"].replant_without(world.mod("ana").find_member("cleo")))
    world.sync("bea")
    run(world["bea"].replant_without(world.mod("bea").find_member("cleo")))
    world.later(60)
    world.sync("ana", "bea", "ana", "dina")
    assert world.mod("ana").board.charter.planting == 2 and code
    world.join("fay", world.invite(moderator=True))
    world.promote("fay", ["ana", "bea"])
    world.later(DAY)
    world.sync("ana", "bea", "fay")
    fay = world.mod("fay")
    assert fay.moderates and fay.log.refused == []
    for name in ("ana", "bea", "dina", "fay"):
        record = fay.log.members[world[name].device.device.signing_key]
        assert isinstance(record.join, Join) and record.kem == world[name].device.device.kem_key
    assert world["dina"].device.device.signing_key in fay.log.accepted
    again = reopened(fay)
    assert again.log.members.keys() == fay.log.members.keys() and again.log.refused == []


def test_a_join_that_came_before_its_invite_was_called_back_is_refused_if_it_is_seen_after(world: World) -> None:
    """When it came only the relay says; the log says that the code lets nobody in, and every device reads it so."""
    code = world.invite()
    world.join("fay", code, admit=None)
    posted = world.relay.desk_items[-1]
    world.relay.desk_items.pop()
    world.later(60)
    run(world["ana"].call_back(code))
    world.relay.desk_items.append(posted)
    for name in ("ana", "bea"):
        assert [r.error for r in run(world[name].sync()).refused] == ["InviteWithdrawn"]
    fay = world["fay"].device
    assert not fay.has_path_keys and fay.device.signing_key not in world.mod("bea").log.members
    # A rogue's note does not let her in either: in the log it stands after the calling back.
    world.sync("cleo")
    join = world.mod("bea").inbox.joins.get(fay.device.signing_key)
    assert join is None
    item = {part: fay.joining.content[part] for part in ("body", "invite_signature", "device_signature")} if fay.joining else {}
    writes(world, "cleo", "member", member_note(item, LEAF))
    world.sync("bea")
    assert world.mod("bea").log.refused[-1].error == "InviteWithdrawn" and fay.device.signing_key not in world.mod("bea").log.members


def test_who_says_not_now_to_a_moderators_code_is_in_as_a_member_and_can_agree_later(world: World) -> None:
    nora = world.join("nora", world.invite(moderator=True), willing=False)
    ana = world.mod("ana")
    record = ana.find_member("nora")
    assert record.sign not in ana.log.accepted
    with pytest.raises(NotAllowed):
        run(world["ana"].promote(record))
    nora.device.accept_moderation()
    world.sync("nora", "ana")
    assert record.sign in ana.log.accepted
