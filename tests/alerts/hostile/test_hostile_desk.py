"""Hostile newcomers and injectors at the desk, and mail by somebody who left: each refused by its name (protocol §7.3, §8, §10)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alerts import posts, session
from alerts.mail import write_mail
from alerts.member import Member
from alerts.posts import Desk, seal_item
from alerts.receipt import Receipt
from alerts.report import example_report, validate_report
from crypto.context import digest
from crypto.errors import BadInput
from crypto.invites import Invite, Welcome, invite_from_code, read_code
from crypto.secrets import AnswerKey, DeviceEntropy, EpochSecret, InviteCode, SigningSeed, TagKey
from crypto.signing import public_key
from tests.partners.scribe import DAY, NOW, device, refused
from tests.partners.world import World, run

FIELDS = validate_report(example_report(), policy={}, country="GB")


@pytest.fixture
def world() -> World:
    """Two moderators, ana and bea, and two members, dina and eve."""
    world = World()
    world.moderators("bea")
    for name in ("dina", "eve"):
        world.join(name, world.invite())
    world.sync()
    return world


def post(world: World, value: dict[str, Any], *, desk: Desk | None = None, by: str = "dina", **invite: Any) -> None:
    """Puts an item on the desk as anybody could who can reach the relay."""
    member = world[by].device
    world.relay.desk_items.append((world.relay.now, seal_item(value, desk or member.desk(), **invite).encoded))


def says(world: World, *expected: str, by: str = "ana") -> None:
    """What ana's device refuses when it fetches."""
    assert [r.error for r in run(world[by].sync()).refused] == list(expected)


def refusals(world: World, by: str = "ana") -> list[str]:
    return [r.error for r in run(world[by].sync()).refused]


def join_item(world: World, name: str, invite: Invite) -> dict[str, Any]:
    return posts.make_join(device(name), invite, world.collective, name, moderator=False)[0]


def judged(world: World, name: str, invite: Invite, arrived: int) -> None:
    """What the log says of this join, as ana's device asks it."""
    join = posts.check_join(join_item(world, name, invite), world.collective)
    ana = world.mod("ana")
    since = ana.board.epoch.time
    ana.log.check_join(join.invite, join.sign, arrived=arrived, sealed_under_since=since, removed=ana.removed)


# ---- joins --------------------------------------------------------------------------------------------------------


def test_a_join_by_an_invite_nobody_made(world: World) -> None:
    invite = invite_from_code(InviteCode(bytes(16)))
    with refused("UnknownInvite"):
        judged(world, "mallory", invite, NOW)
    post(world, join_item(world, "mallory", invite))
    assert refusals(world) == ["UnknownInvite"]
    assert device("mallory").signing_key not in world.mod("ana").log.members


def test_a_second_device_by_one_invite(world: World) -> None:
    code = world.invite()
    world.join("fay", code)
    with refused("InviteUsed"):
        judged(world, "mallory", invite_from_code(read_code(code)), NOW)
    post(world, join_item(world, "mallory", invite_from_code(read_code(code))))
    assert refusals(world) == ["InviteUsed"]


def test_a_join_after_its_invite_expired(world: World) -> None:
    code = world.invite(hours=1)
    invite = invite_from_code(read_code(code))
    judged(world, "mallory", invite, NOW + 3600)
    with refused("InviteExpired"):
        judged(world, "mallory", invite, NOW + 3601)


def test_a_join_under_an_epoch_that_began_after_the_invite_expired(world: World) -> None:
    """A relay may lie about the arrival; it cannot give a late join an earlier epoch."""
    code = world.invite(hours=1)
    world.later(7 * DAY)
    world.sync("ana", "bea", "ana", "dina")
    with refused("InviteExpired"):
        judged(world, "mallory", invite_from_code(read_code(code)), NOW)


def test_a_join_by_an_invite_that_was_called_back(world: World) -> None:
    code = world.invite()
    run(world["ana"].call_back(code))
    with refused("InviteWithdrawn"):
        judged(world, "mallory", invite_from_code(read_code(code)), NOW)
    with pytest.raises(BadInput):
        run(session.join(world.client, code, "mallory", world.clock, lambda device: None))


def test_a_removed_device_does_not_come_back(world: World) -> None:
    """Not by her old invite, and not by a fresh one."""
    eve = world["eve"].device
    remove(world, "eve")
    fresh = invite_from_code(read_code(world.invite()))
    item, body_hash = posts.make_join(eve.device, fresh, world.collective, "eve", moderator=False)
    join = posts.check_join(item, world.collective)
    ana = world.mod("ana")
    with refused("RemovedDevice"):
        ana.log.check_join(join.invite, join.sign, arrived=NOW, sealed_under_since=NOW, removed=ana.removed)
    post(world, item, invite_box=fresh.box, join=body_hash)
    assert refusals(world) == ["RemovedDevice"]


def remove(world: World, name: str) -> None:
    for moderator in ("ana", "bea", "ana"):
        world.sync(moderator)
        if name in [m.alias for m in world.mod(moderator).members()]:
            run(world[moderator].remove(world.mod(moderator).find_member(name)))
    world.sync("ana", "bea", "dina")


def test_joins_that_are_not_signed_by_both(world: World) -> None:
    """By the invite and not by the device; by the device and not by the invite; for another collective."""
    invite = invite_from_code(read_code(world.invite()))
    good, other = join_item(world, "mallory", invite), join_item(world, "trudy", invite)
    post(world, good | {"device_signature": other["device_signature"]})
    post(world, good | {"invite_signature": bytes(64)})
    post(world, posts.make_join(device("mallory"), invite, bytes(32), "mallory", moderator=False)[0])
    assert refusals(world) == ["BadSignature", "BadSignature", "WrongCollective"]


def test_an_invites_box_that_is_of_another_history(world: World) -> None:
    """Whoever wrote the box named another announcement, or another E, than the relay shows."""
    newest = world.relay.announced()[-1][0]
    epoch = world.mod("ana").board.epoch
    joiner = Member(DeviceEntropy(bytes(16)), world.collective, "fay", NOW)
    with refused("WrongCommitment"):
        joiner.welcome(Welcome(world.collective, epoch.number, EpochSecret(bytes(32)), epoch.hash, False), newest)
    honest = Welcome(world.collective, epoch.number, epoch.secret, epoch.hash, False)
    joiner.welcome(honest, newest)
    joiner.read_board(world.relay.board)
    joiner.check_welcome(honest)
    with refused("WrongCommitment"):
        joiner.check_welcome(replace(honest, announcement=bytes(32)))


# ---- reports ------------------------------------------------------------------------------------------------------


def make_report(world: World, by: str = "dina") -> tuple[dict[str, Any], Receipt]:
    return posts.make_report(FIELDS, head=world[by].device.board.epoch.hash, now=world.relay.now, collective=world.collective)


def test_a_report_under_an_epoch_it_cannot_have(world: World) -> None:
    """One that never was; and one that was over, from somebody who was removed and kept it."""
    kept = world["eve"].device.desk()
    remove(world, "eve")
    world.later(3600)
    item, _ = make_report(world)
    post(world, item, desk=replace(kept, epoch=99))
    post(world, item, desk=kept)
    says(world, "ReportEpoch", "ReportEpoch")
    assert world.mod("ana").inbox.reports == {}
    with refused("ReportEpoch"):
        raise_last(world)


def raise_last(world: World) -> None:
    """The refusal itself, asked of the device once more."""
    from crypto.shelves import parse_desk_item

    ana = world.mod("ana")
    arrived, encoded = world.relay.desk_items[-1]
    item = parse_desk_item(encoded)
    ana.inbox._check_epoch(ana.inbox._open(item, ana.board, ana.log), item, arrived, ana.board, ana.log)


def test_a_relay_cannot_make_an_old_item_young(world: World) -> None:
    """It says that an item of an old epoch arrived while that epoch lasted. It was not there when this device last looked."""
    kept = world["eve"].device.desk()
    remove(world, "eve")
    world.later(7 * DAY)
    world.sync("ana", "bea", "ana", "dina")
    item, _ = make_report(world)
    world.relay.desk_items.append((NOW, seal_item(item, kept).encoded))
    says(world, "ReportEpoch")


def test_nobody_without_the_epochs_secret_makes_an_item(world: World) -> None:
    """The relay knows the desk's number and the epoch; a member of before also its key."""
    desk = world["dina"].device.desk()
    post(world, make_report(world)[0], desk=replace(desk, secret=EpochSecret(bytes(32))))
    says(world, "CannotOpen")


def test_another_report_under_a_known_id(world: World) -> None:
    item, _ = make_report(world)
    post(world, item)
    says(world)
    post(world, item)
    says(world)
    post(world, item | {"fields": FIELDS | {"happened": "something else"}})
    says(world, "ReportChanged")
    with refused("ReportChanged"):
        world.mod("ana").inbox._take_report(item | {"head": bytes(32)}, NOW)


def test_a_follow_up_that_is_not_by_the_receipt(world: World) -> None:
    """A moderator knows the report, its id and its keys to answer; she cannot speak for the reporter."""
    item, receipt = make_report(world)
    post(world, item)
    says(world)
    forged = Receipt(receipt.id, receipt.answer, receipt.tag, SigningSeed(bytes(32)), receipt.kinds, receipt.sent)
    value = posts.make_follow_up(forged, world.collective, "withdraw")
    post(world, value)
    says(world, "NotTheReceipt")
    with refused("NotTheReceipt"):
        posts.check_follow_up(value, public_key(receipt.follow), world.collective)


def test_a_follow_up_is_bound_to_report_counter_and_collective(world: World) -> None:
    item, receipt = make_report(world)
    value = posts.make_follow_up(receipt, world.collective, "answer", text="yes")
    follow = public_key(receipt.follow)
    assert posts.check_follow_up(value, follow, world.collective)["text"] == "yes"
    for bent in ({"report": bytes(16)}, {"counter": 2}, {"body": value["body"] + b""[:0] + b"\x00"}):
        with refused("NotTheReceipt"):
            posts.check_follow_up(value | bent, follow, world.collective)
    with refused("NotTheReceipt"):
        posts.check_follow_up(value, follow, bytes(32))


def test_a_counter_that_goes_back(world: World) -> None:
    """A second phone with the same receipt, or a relay that kept an item back."""
    item, receipt = make_report(world)
    twin = Receipt.from_state(receipt.state())
    post(world, item)
    post(world, posts.make_follow_up(receipt, world.collective, "answer", text="first"))
    post(world, second := posts.make_follow_up(receipt, world.collective, "answer", text="second"))
    says(world)
    post(world, posts.make_follow_up(twin, world.collective, "answer", text="other"))
    says(world, "CounterWentBack")
    post(world, second)
    says(world)
    report = world.mod("ana").inbox.reports[receipt.id]
    assert [body["text"] for _, _, body in report.follow_ups] == ["first", "second"]
    with refused("CounterWentBack"):
        world.mod("ana").inbox._take_follow_up(
            posts.make_follow_up(Receipt.from_state(twin.state() | {"counter": 0}), world.collective, "answer"), NOW
        )


def test_a_report_that_claims_anothers_name(world: World) -> None:
    item, _ = make_report(world)
    eve = world["eve"].device.device
    post(world, item | {"signed": {"device": eve.signing_key, "signature": bytes(64)}})
    says(world, "BadSignature")


# ---- mail ---------------------------------------------------------------------------------------------------------


def test_mail_by_somebody_who_never_moderated_or_not_any_more(world: World) -> None:
    """She may know the keys of the answer, from when she moderated; her name is not in the charter."""
    report = world.report("dina")
    receipt = world["dina"].device.receipts[report]
    for name in ("mallory", "eve"):
        sign = device(name).sign
        world.relay.mails.append(
            write_mail(
                report=report,
                answer=receipt.answer,
                tag=receipt.tag,
                device=sign,
                collective=world.collective,
                charter=1,
                now=NOW,
                kind="status",
                text="all is well",
                status="published",
            )  # fmt: skip
        )
    assert [r.error for r in run(world["dina"].sync()).refused] == ["NotAModerator", "NotAModerator"]
    assert receipt.status == "sent" and receipt.messages == []


def test_mail_to_another_report_or_under_another_key(world: World) -> None:
    """The relay swaps tags; somebody guesses at a key; a letter to one report is put under another's tag."""
    first, second = world.report("dina"), world.report("dina")
    one, two = (world["dina"].device.receipts[r] for r in (first, second))
    bea = world.mod("bea")

    def letter(report: bytes, answer: AnswerKey, tag: TagKey) -> Any:
        return write_mail(
            report=report, answer=answer, tag=tag, device=bea.device.sign, collective=world.collective, charter=1, now=NOW, kind="status",
            status="declined",
        )  # fmt: skip

    mine, other = letter(first, one.answer, one.tag), letter(second, two.answer, two.tag)
    world.relay.mails += [
        replace(mine, blob=other.blob),
        letter(first, AnswerKey(bytes(32)), one.tag),
        letter(second, one.answer, one.tag),
    ]
    assert [r.error for r in run(world["dina"].sync()).refused] == ["CannotOpen", "CannotOpen", "WrongShape"]
    assert (one.status, two.status) == ("sent", "sent") and digest(mine.blob) != digest(other.blob)
