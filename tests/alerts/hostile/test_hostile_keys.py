"""Attacks on keys, the log and the desk that once worked, or would have: each is refused now (protocol §5.4, §7, §8)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import announcing
from alerts.log import Log
from alerts.member import Path
from alerts.posts import seal_item
from crypto import epochs, wire
from crypto.announced import split_announcement
from crypto.boxes import open_path_keys, seal_path_keys
from crypto.bundle import Bundle
from crypto.chain import Place, make_entry
from crypto.errors import Refused, Withheld
from crypto.gates import moderator_gate
from crypto.keytree import path_keys
from crypto.sealing import seal_to
from crypto.secrets import SigningSeed
from crypto.shelves import encode_desk_item
from tests.partners.readers import member, moderator, path_blob, reopened, stub, view
from tests.partners.scribe import DAY, LEAVES, NOW, Scribe, alert_content, bundle, refused
from tests.partners.world import World, run


@pytest.fixture
def world() -> World:
    """Three moderators, ana, bea and cleo, and a member, dina."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    return world


def test_path_keys_by_somebody_who_left_do_not_stay() -> None:
    """They would be tried before the real ones for ever, and nobody would fetch those."""
    scribe = Scribe()
    scribe.replant(("ana", "bea"))
    dina = member(scribe)
    dina.read_board(scribe.entries[:3])
    public = dina.board.epoch.public
    announcement = scribe.entries[-1]
    shown = epochs.announce(
        bundle(2), scribe.secrets[announcement.hash(scribe.collective)], scribe.collective, epoch=2, removed=(), previous=None, desk=2
    )
    dina.take_path_keys(path_blob(scribe, "dina", 2, "mallory"), shown)
    dina.read_board(scribe.entries[3:])
    assert public.planting == 1 and dina.board.charter.planting == 2 and not dina.has_path_keys
    with refused("NotAModerator"):
        dina.take_path_keys(path_blob(scribe, "dina", 2, "mallory"), dina.board.epoch.public)
    dina.take_path_keys(path_blob(scribe, "dina", 2, "bea"), dina.board.epoch.public)
    assert dina.has_path_keys


def test_path_keys_by_the_moderator_who_goes_do_not_stay() -> None:
    """She could give everybody keys of which only the root is right, which each member has: the next removal would shut them all out."""
    scribe = Scribe()
    scribe.replant(("ana", "bea"))
    dina = member(scribe)
    dina.read_board(scribe.entries[:3])
    dina.take_path_keys(path_blob(scribe, "dina", 2, "cleo"), scribe.board.epoch.public)
    dina.read_board(scribe.entries[3:])
    assert dina.board.charter.planting == 2 and not dina.has_path_keys
    dina.take_path_keys(path_blob(scribe, "dina", 2, "bea"), dina.board.epoch.public)
    assert dina.has_path_keys


def test_path_keys_by_a_moderator_of_the_replant_stay() -> None:
    scribe = Scribe()
    scribe.replant(("ana", "bea"))
    dina = member(scribe)
    dina.read_board(scribe.entries[:3])
    dina.take_path_keys(path_blob(scribe, "dina", 2, "ana"), scribe.board.epoch.public)
    dina.read_board(scribe.entries[3:])
    assert dina.has_path_keys and view(dina)["epoch"] == 2


@pytest.mark.parametrize("staged", [False, True])
def test_moderators_recompute_announcements_of_every_planting_they_know(staged: bool) -> None:
    """A wrap that opens for one member and not for the others is found, also while a replant is prepared and after one. It counts."""
    scribe = Scribe()
    honest, _ = split_announcement(scribe.announcement(removed=[LEAVES["eve"]]).blob or b"")
    scribe.pulse(removed=[LEAVES["eve"]], public={"wraps": honest.wraps[:-48] + bytes(48)})
    ana = moderator(scribe)
    if staged:
        ana.stage(bundle(2), None)
    with_them = moderator(scribe, "ana", 1, 2)
    for reader in (ana, with_them):
        reader.read_board(scribe.entries)
        assert [r.error for r in reader.board.alarms] == [r.error for r in reopened(reader).board.alarms] == ["WrongCover"]
        assert reader.board.refused == [] and reader.board.epoch.number == scribe.board.epoch.number


def test_a_note_is_never_a_stub(world: World) -> None:
    """A relay could hide from one device that an invite was called back."""
    code = world.invite()
    run(world["ana"].call_back(code))
    withdrawal = len(world.relay.log) - 1
    kept, world.relay.log[withdrawal:] = world.relay.log[withdrawal:], [stub(e) for e in world.relay.log[withdrawal:]]
    with pytest.raises(Withheld):
        world.sync("bea")
    world.relay.log[withdrawal:] = kept
    world.sync("bea")
    assert all(i.withdrawn is not None for i in world.mod("bea").log.invites.values() if i.used_by is None)


def test_a_note_by_a_gate_nobody_announced_is_the_relays_own(world: World) -> None:
    head = world.mod("bea").log.head
    assert head is not None
    place = Place("log", head.seq + 1, head.hash, "note", 99, NOW)
    world.relay.log.append(make_entry(place, bytes(world.relay.log[-1].blob or b""), SigningSeed(bytes(32)), world.collective))
    with refused("BadSignature"):
        world.sync("bea")
    world.relay.log.pop()
    world.sync("bea")


def test_a_note_in_anothers_name_is_not_believed_after_the_vault_is_opened_again(world: World) -> None:
    cleo, bea = world.mod("cleo"), world.mod("bea")
    world.sync()
    invited = ("invite", {"invite": bea.device.signing_key, "box": bytes(32), "key": bytes(32), "expires": NOW + DAY, "moderator": True})
    entry = _note_as(cleo, bea.me, invited)
    run(world.relay.append(world.collective, "log", [entry], cleo.moderator_gate()))
    world.sync("ana")
    ana = world.mod("ana")
    again = reopened(ana)
    assert [r.error for r in ana.log.refused] == [r.error for r in again.log.refused] == ["BadSignature"]
    assert bea.device.signing_key not in again.log.invites


def _note_as(writer: Any, author: tuple[bytes, int], draft: tuple[str, dict[str, Any]]) -> Any:
    from alerts.notes import make_body, seal_note

    head, gate = writer.log.head, writer.moderator_gate()
    place = Place("log", head.seq + 1, head.hash, "note", gate.epoch, writer.log.chain.time)
    body = make_body(draft[0], writer.board.charter.number, draft[1])
    blob = seal_note(body, place, writer.bundle, writer.collective, author=author, device=writer.device.sign)
    return make_entry(place, blob, gate.seed, writer.collective)


def test_a_member_cannot_make_moderators_write_for_ever(world: World) -> None:
    """A device that has joined joins again by a second invite: nothing is recorded, now or at any later sync."""
    from alerts import posts
    from crypto.invites import invite_from_code, read_code

    dina = world["dina"].device
    invite = invite_from_code(read_code(world.invite()))
    item, body_hash = posts.make_join(dina.device, invite, world.collective, "dina", moderator=False)
    run(world.relay.post_desk(world.collective, seal_item(item, dina.desk(), invite_box=invite.box, join=body_hash).encoded, dina.gate()))
    world.sync()
    length = len(world.relay.log)
    world.sync()
    assert len(world.relay.log) == length


@pytest.mark.parametrize("kind", [[], {}, None, 7, b"report"])
def test_an_item_of_an_odd_type_is_refused_by_name(world: World, kind: Any) -> None:
    """One member must not be able to stop every moderator's device."""
    dina = world["dina"].device
    desk = dina.desk()
    from alerts.posts import _info

    sealed = seal_to(
        desk.public_key,
        _info(world.collective, desk.number, desk.epoch, desk.secret),
        wire.pad(wire.encode({"type": kind}), wire.DESK_SIZES),
    )
    run(world.relay.post_desk(world.collective, encode_desk_item(desk.number, desk.epoch, sealed).encoded, dina.gate()))
    assert [r.error for r in run(world["ana"].sync()).refused] == ["WrongShape"]


def test_an_announcement_that_readers_would_refuse_is_not_signed_by_itself(world: World) -> None:
    """A rogue who proposes first, with a last date a little too far away, could otherwise hold up every removal."""
    world.later(7 * DAY)
    cleo = world.mod("cleo")
    world.relay.reached = True
    proposed = announcing._propose(cleo, world.relay.now)
    note = dict(proposed[0][1])
    inner = epochs.parse_inner(note["inner"])
    head = (inner.head_seq or 0, inner.head_hash or b"")
    note["inner"] = epochs.make_inner(charter=inner.charter, desk_key=None, head=head, until=world.relay.now + 14 * DAY + 600).encoded
    run(world.relay.append(world.collective, "log", cleo.note_entries([("announcement", note)], world.relay.now), cleo.moderator_gate()))
    world.sync("ana", "bea", "ana")
    assert world.mod("ana").board.epoch.time == world.relay.now and world.mod("ana").board.refused == []


def test_what_is_carried_over_is_not_changed_once_it_is_whole(world: World) -> None:
    """Others sign a replant because of what stands there."""
    ana = world.mod("ana")
    log = Log(world.collective)
    key = Bundle.random(2).commitments(world.collective)["notes"]

    class _Note:
        def __init__(self) -> None:
            self.key = key

    for state in ([{"kind": "gone", "leaves": []}], [{"kind": "gone", "leaves": [LEAVES["dina"]]}]):
        log._carried(_Note(), {"part": 0, "of": 1, "state": state}, None, b"")  # type: ignore[arg-type]  # of a note and its place only the key counts
    assert log.carried_under(key) == [{"kind": "gone", "leaves": []}] and ana.moderates


def test_a_replayed_letter_changes_nothing(world: World) -> None:
    report = world.report("dina")
    world.sync("ana", "bea", "dina")
    receipt = world["dina"].device.receipts[report]
    before = receipt.state()
    world.relay.mails += world.relay.mails
    world.sync("dina")
    assert receipt.state() == before


def test_what_stands_in_one_box_is_of_no_use_to_another_device(world: World) -> None:
    dina, bea = world["dina"].device, world.mod("bea")
    blob = world.relay.boxes[dina.path_box]
    with refused("CannotOpen"):
        open_path_keys(blob, 1, kem=bea.device.kem, device=dina.device.signing_key, collective=world.collective)
    with pytest.raises(Refused):
        open_path_keys(blob, 2, kem=dina.device.kem, device=dina.device.signing_key, collective=world.collective)


def test_gates_of_two_plantings_have_nothing_in_common() -> None:
    scribe = Scribe()
    assert moderator_gate(bundle(1).gate, scribe.collective, 3) != moderator_gate(bundle(2).gate, scribe.collective, 3)
    mine, other = (path_keys(bundle(p).tree, scribe.collective, p, LEAVES["dina"]) for p in (1, 2))
    assert all(mine[node] != other[node] for node in mine)
    assert isinstance(member(scribe).paths[1], Path) and alert_content()["so_far"] is False


def test_keys_of_a_replant_that_came_to_nothing_do_not_stay_in_the_boxes(world: World) -> None:
    """Two prepare a replant at once, and the boxes are the same: what lies there last need not be what counts."""
    for by in ("ana", "bea"):
        world.sync(by)
        if by == "bea":
            dina, other = world["dina"].device, Bundle.random(2)
            keys = path_keys(other.tree, world.collective, 2, world.mod("bea").log.members[dina.device.signing_key].leaf)
            leaf = next(iter(keys))
            told: dict[str, Any] = {"kem_key": dina.device.kem_key, "device": dina.device.signing_key, "collective": world.collective}
            world.relay.boxes[dina.path_box_for(2)] = seal_path_keys(keys, leaf, 2, signer=world.mod("bea").device.sign, **told)
        run(world[by].replant_without(world.mod(by).find_member("cleo")))
    world.sync("ana", "bea", "dina")
    assert world["dina"].device.board.charter.planting == 2 and view(world["dina"].device) == view(world.mod("ana"))
