"""Somebody who left kept everything she had: bundle, log, board, secrets. Nothing new opens, and nothing she signs is believed (protocol §3.8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from alerts import announcing, posts, replant, session
from alerts.mail import is_for, write_mail
from alerts.member import Member
from alerts.moderator import BoxFill, Moderator, NoteDraft
from alerts.notes import key_of, notes_commitment
from alerts.statements import open_statement
from crypto.announced import split_announcement
from crypto.boxes import bundle_box, open_bundle, open_path_keys, path_box, seal_path_keys
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.errors import BadInput, Refused, RelayRefused
from crypto.gates import moderator_gate
from crypto.invites import invite_from_code, open_box, read_code
from crypto.secrets import NodeKey
from crypto.shelves import parse_desk_item
from tests.partners.readers import reopened, view
from tests.partners.scribe import DAY, alert_content
from tests.partners.world import World, run


class After:
    """A collective that cleo moderated and eve was a member of; both are out, and each kept her device as it was."""

    def __init__(self) -> None:
        world = self.world = World()
        world.moderators("bea", "cleo")
        for name in ("dina", "eve"):
            world.join(name, world.invite())
        self.code = world.invite("cleo", hours=24 * 30)
        self.found = world.relay.boxes[invite_from_code(read_code(self.code)).box]
        world.report("dina")
        world.sync()
        self.cleo: Moderator = reopened(world.mod("cleo"))
        self.eve: Member = reopened(world["eve"].device)
        self.kept = (len(world.relay.board), len(world.relay.log), len(world.relay.desk_items), set(world.relay.boxes.values()))
        for by in ("ana", "bea"):
            run(world[by].remove(world.mod(by).find_member("eve")))
        world.sync("ana", "bea", "ana", "dina")
        self.eves_board = len(world.relay.board)
        for by in ("ana", "bea"):
            world.sync(by)
            run(world[by].replant_without(world.mod(by).find_member("cleo")))
        world.sync("ana", "dina", "ana", "bea")
        self.switch = len(world.relay.board)
        self.report = world.report("dina")
        world.sync("ana", "bea", "dina")
        ana, bea = world.mod("ana"), world.mod("bea")
        assert ana.board.charter.planting == 2 and ana.moderates and bea.moderates
        body = ana.make_statement("alert", alert_content(world.relay.now), world.relay.now, object_id=bytes(15) + b"\x01")
        run(world["ana"].write_notes(lambda: [] if body.hash in ana.log.proposals else ana.proposal_notes(body, approved=True)))
        world.sync("bea")
        run(world["bea"].approve_proposal(body.hash))
        world.sync("ana")
        approvals = ana.approvals_of(ana.log.proposals[body.hash])
        run(world["ana"].publish(lambda: None if ana.board.has(body) else [ana.statement_entry(body, approvals, world.relay.now)]))
        world.sync("bea", "dina")
        assert len(world["dina"].device.board.alerts) == 1


@pytest.fixture(scope="module")
def after() -> After:
    return After()


def opens(work: Any) -> bool:
    try:
        work()
    except Refused:
        return False
    return True


def opens_entry(device: Member, entry: Entry) -> bool:
    """Whether any E or key this device has opens an entry of the board."""
    if entry.place.kind == ANNOUNCEMENT:
        public, _ = split_announcement(entry.blob or b"")
        return any(opens(lambda opener=opener: opener(public)) for opener in device._openers())  # type: ignore[misc]  # a lambda with a default
    return any(opens(lambda e=e: open_statement(entry.blob or b"", entry.place, e, device.collective)) for e in device.secrets.values())  # type: ignore[misc]


def test_the_checks_here_can_fail(after: After) -> None:
    """Those who stayed open what those who left must not."""
    for name in ("ana", "bea", "dina"):
        device = after.world[name].device
        assert all(opens_entry(device, e) for e in after.world.relay.board if e.place.kind != ANNOUNCEMENT)
    assert all(opens_entry(after.cleo, e) for e in after.world.relay.board[: after.kept[0]])


def test_who_left_opens_no_new_entry_of_the_board(after: After) -> None:
    """The replant's own charter still stands under the old epoch: it says that she is out."""
    assert [e.place.seq for e in after.world.relay.board[after.switch - 1 :] if opens_entry(after.cleo, e)] == []
    assert [e.place.seq for e in after.world.relay.board[after.kept[0] + 1 : after.switch] if opens_entry(after.eve, e)] == []
    assert [e.place.seq for e in after.world.relay.board[after.eves_board :] if opens_entry(after.eve, e)] == []


def test_who_left_opens_no_note_of_the_new_planting(after: After) -> None:
    hers = {notes_commitment(b, after.cleo.collective) for b in after.cleo._bundles()}
    new = [e for e in after.world.relay.log if e.place.epoch >= after.world.mod("ana").board.epoch.number]
    assert new and all(key_of(e.blob or b"") not in hers for e in new)


def test_who_left_opens_no_new_box(after: After) -> None:
    new = [blob for blob in after.world.relay.boxes.values() if blob not in after.kept[3]]
    assert new
    for device in (after.cleo, after.eve):
        told: dict[str, Any] = {"kem": device.device.kem, "device": device.device.signing_key, "collective": device.collective}
        for blob in new:
            for planting in (1, 2, 3):
                assert not opens(lambda: open_path_keys(blob, planting, **told)) and not opens(lambda: open_bundle(blob, planting, **told))  # noqa: B023  (called at once)


def test_who_left_opens_no_new_item_of_the_desk(after: After) -> None:
    new = after.world.relay.desk_items[after.kept[2] :]
    assert new
    seeds = [seed for seeds in after.cleo.log.desk_seeds.values() for seed in seeds]
    for _, encoded in new:
        item = parse_desk_item(encoded)
        for seed in seeds:
            for secret in after.cleo.secrets.values():
                assert not opens(lambda: posts.open_item(item, seed, secret, after.cleo.collective))  # noqa: B023  (called at once)


def test_who_left_recognises_no_mail_to_a_new_report(after: After) -> None:
    receipt = after.world["dina"].device.receipts[after.report]
    letters = [item for item in after.world.relay.mails if is_for(receipt.tag, after.cleo.collective, item)]
    assert len(letters) == 2
    assert not any(is_for(r.tag, after.cleo.collective, item) for r in after.cleo.inbox.reports.values() for item in letters)


def with_entry(after: After, shelf: str, entry: Entry) -> tuple[str | None, list[str]]:
    """A reader is given one entry more: what refuses the answer, or the names of what was skipped."""
    reader: Any = reopened(after.world.mod("ana"))
    before = view(reader)
    try:
        (reader.read_board if shelf == "board" else reader.read_log)([entry])
    except Refused as error:
        assert view(reader) == before
        return error.name, []
    assert view(reader) == before
    kept = reader.board if shelf == "board" else reader.log
    return None, [r.error for r in kept.refused if r.seq == entry.place.seq]


@pytest.mark.parametrize("pretends", [False, True])
def test_nothing_she_signs_stands_on_the_board(after: After, pretends: bool) -> None:
    """Under the epoch whose gate she has it is too late; under the new one her gate is not the gate."""
    ana, cleo = after.world.mod("ana"), after.cleo
    seed = cleo.moderator_gate().seed
    number = ana.board.epoch.number if pretends else cleo.board.epoch.number
    head = ana.board.head
    assert head is not None
    body = cleo.make_statement("alert", alert_content(after.world.relay.now), after.world.relay.now, object_id=bytes(16)[:-1] + b"\x02")
    from alerts.statements import Statement, seal_statement, sign_publication
    from crypto.approvals import Approval
    from crypto.chain import Place, make_entry

    place = Place("board", head.seq + 1, head.hash, "statement", number, ana.board.chain.time)
    mine = Approval(*cleo.me, sign_publication(cleo.device.sign, place, body, cleo.collective))
    blob = seal_statement(Statement(body, [mine], mine), place, cleo.board.epoch.secret, cleo.collective)
    entry = make_entry(place, blob, seed, cleo.collective)
    assert with_entry(after, "board", entry) == (("BadSignature", []) if pretends else (None, ["OldEpoch"]))
    assert seed != moderator_gate(ana.bundle.gate, cleo.collective, number) or not pretends


def test_nothing_she_signs_stands_in_the_log(after: After) -> None:
    ana, cleo = after.world.mod("ana"), after.cleo
    cleo.log.chain.hashes[:] = ana.log.chain.hashes
    cleo.log.chain._time = ana.log.chain.time
    entry = cleo.note_entries([("desk", {"report": after.report, "event": "claim", "data": {}})], after.world.relay.now)[0]
    assert with_entry(after, "log", entry) == (None, ["OldEpoch"])


def test_no_mail_of_hers_is_believed(after: After) -> None:
    """To a report she read when she moderated: she has its keys."""
    dina = after.world["dina"].device
    report = next(iter(after.cleo.inbox.reports.values()))
    item = write_mail(
        report=report.id, answer=report.answer, tag=report.tag, device=after.cleo.device.sign, collective=after.cleo.collective, charter=1,
        now=after.world.relay.now, kind="status", status="declined",
    )  # fmt: skip
    assert not dina.take_mail(999, item, after.world.relay.now) and dina.refusals.pop().error == "NotAModerator"


@pytest.mark.parametrize("who", ["cleo", "eve"])
def test_the_relay_gives_her_nothing_and_takes_nothing(after: After, who: str) -> None:
    device: Member = getattr(after, who)
    with pytest.raises(RelayRefused):
        run(after.world.relay.mail(device.collective, 0, device.gate()))
    with pytest.raises(RelayRefused):
        run(after.world.relay.post_desk(device.collective, after.world.relay.desk_items[0][1], device.gate()))


@pytest.mark.parametrize("who", ["cleo", "eve"])
def test_an_item_by_who_left_is_refused_even_if_the_relay_helps(after: After, who: str) -> None:
    device: Any = getattr(after, who)
    item, _ = posts.make_report(
        next(iter(after.cleo.inbox.reports.values())).fields, head=device.board.epoch.hash, now=0, collective=device.collective
    )
    ana = reopened(after.world.mod("ana"))
    ana.inbox.fetched = after.world.relay.now
    ana.inbox.take(999, after.world.relay.now + DAY, posts.seal_item(item, device.desk()).encoded, ana.board, ana.log)
    assert [r.error for r in ana.inbox.refused] == ["ReportEpoch"]


def test_a_code_found_later_opens_little(after: After) -> None:
    """The box as it was then holds E of then: history, and no key to what came after. The code itself is called back."""
    welcome = open_box(invite_from_code(read_code(after.code)), after.found)
    new = [e for e in after.world.relay.board[after.switch - 1 :] if e.place.kind != ANNOUNCEMENT]
    assert new and not any(opens(lambda e=e: open_statement(e.blob or b"", e.place, welcome.secret, welcome.collective)) for e in new)  # type: ignore[misc]  # a lambda with a default
    with pytest.raises((BadInput, Refused)):
        run(session.join(after.world.client, after.code, "mallory", after.world.clock, lambda device: None))


def notes_of(world: World, by: str, decide: Callable[[Moderator], list[NoteDraft]]) -> None:
    """These notes alone, of all that this device would do at a sync."""
    run(world[by]._caught_up())
    asked = iter([decide(world.mod(by))])
    run(world[by].write_notes(lambda: next(asked, [])))


@pytest.mark.parametrize("agreed", [False, True], ids=["proposed", "agreed to"])
def test_a_member_who_is_removed_while_a_replant_waits_does_not_come_in_again_with_it(agreed: bool) -> None:
    """The boxes with the next planting's keys were written while she was in, and the next planting begins with nobody removed."""
    world = World()
    world.moderators("bea", "cleo")
    for name in ("dina", "eve"):
        world.join(name, world.invite())
    world.sync()
    run(world["ana"].replant_without(world.mod("ana").find_member("cleo")))
    if agreed:
        # And then bea's line breaks, before her device has signed the announcement.
        world.sync("bea")
        bea = world.mod("bea")
        [waiting] = replant.proposed(bea, world.relay.now)
        run(world["bea"].write_notes(lambda: replant.approval_notes(bea, waiting)))
    # The removal is announced before either device has signed what the replant needs beside its charter.
    for by in ("ana", "bea"):
        notes_of(world, by, lambda mod: [mod.removal_note(mod.find_member("eve"))])
    for by in ("ana", "bea"):
        notes_of(world, by, lambda mod: announcing.notes_due(mod, world.relay.now))
    due = announcing.entry_due(world.mod("bea"), world.relay.now)
    assert due is not None and run(world["bea"].publish(lambda: None if world.mod("bea").board.removed_ever else [due]))
    world.sync("ana", "bea")
    ana, eve = world.mod("ana"), world["eve"].device
    assert eve.device.signing_key not in {m.sign for m in ana.members()} and ana.board.charter.planting == 1
    # Whoever asks now prepares everything anew, with other keys: what was prepared is not signed any more.
    for by in ("bea", "ana", "bea", "ana"):
        world.sync(by)
        if ana.board.charter.planting == 1:
            run(world[by].replant_without(world.mod(by).find_member("cleo")))
    world.sync("ana", "bea", "dina")
    assert ana.board.charter.planting == 2 and world["dina"].device.has_path_keys
    for _ in range(2):
        with pytest.raises(Refused):
            world.sync("eve")
    assert eve.board.epoch.number < ana.board.epoch.number
    assert ana.board.epoch.secret not in eve.secrets.values()


def test_names_of_boxes_that_she_took_beforehand_within_another_collective_keep_nobody_out() -> None:
    """Whoever moderates knows what each device's boxes will be called in every planting to come."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    for member in world.mod("cleo").members():
        for planting in (1, 2, 3):
            world.relay.others |= {
                name(member.box, world.collective, planting): bytes(4096) for name in (path_box, bundle_box)
            }  # fmt: skip
    world.join("eve", world.invite())
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].replant_without(world.mod(by).find_member("cleo")))
    world.sync("ana", "bea", "dina", "eve")
    assert [world[name].device.board.charter.planting for name in ("ana", "bea", "dina", "eve")] == [2] * 4
    assert all(world[name].device.has_path_keys for name in ("ana", "bea", "dina", "eve")) and world.mod("bea").moderates


def test_who_goes_cannot_put_keys_into_boxes_that_the_next_removal_makes_worthless() -> None:
    """Until the switch she may write boxes; the root of the new tree she has from a member who keeps to her. The relay keeps what she wrote."""
    world = World()
    world.moderators("bea", "cleo")
    for name in ("dina", "eve", "faye"):
        world.join(name, world.invite())
    world.sync()
    run(world["ana"].replant_without(world.mod("ana").find_member("cleo")))
    cleo, dina, eve = world.mod("cleo"), world["dina"].device, world["eve"].device
    told = world.relay.boxes[path_box(eve.device.box, world.collective, 2)]
    root = open_path_keys(told, 2, kem=eve.device.kem, device=eve.device.signing_key, collective=world.collective).keys[1]
    hers = cleo.find_member("dina")
    box = path_box(hers.box, world.collective, 2)
    keys = dict.fromkeys(dina.paths[1].keys, NodeKey(bytes(32))) | {1: root}
    bad = seal_path_keys(
        keys, hers.leaf, 2, kem_key=hers.kem, device=hers.sign, collective=world.collective, signer=cleo.device.sign
    )  # fmt: skip
    run(world.relay.fill_boxes(world.collective, [BoxFill(box, bad, world.relay.now + DAY)], cleo.moderator_gate()))
    world.sync("bea")
    run(world["bea"].replant_without(world.mod("bea").find_member("cleo")))
    world.sync("ana", "bea", "ana")
    assert world.mod("ana").board.charter.planting == 2
    honest, world.relay.boxes[box] = world.relay.boxes[box], bad
    world.sync("dina")
    world.relay.boxes[box] = honest
    world.sync("dina")
    run(world["ana"].remove(world.mod("ana").find_member("faye")))
    world.sync("ana", "bea", "ana")
    world.sync("dina")
    assert world.mod("ana").removed and dina.board.epoch.number == world.mod("ana").board.epoch.number
