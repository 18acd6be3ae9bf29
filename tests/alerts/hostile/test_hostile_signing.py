"""A moderator who wants others to sign, or to publish, what they did not mean to; and letters that say too much (protocol §6.2, §8.4)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import casework, duties, posts
from alerts.contents import content_hash
from alerts.log import Proposal
from alerts.mail import write_mail
from alerts.statements import APPROVAL_LIFE, CLOCKS_DIFFER, Body, approve, make_body, new_object
from crypto.approvals import Approval
from crypto.errors import NotAllowed
from tests.partners.casebook import approves, case, content_for, drafted, published
from tests.partners.scribe import DAY, device, refused
from tests.partners.world import World, run


@pytest.fixture
def world() -> World:
    """Three moderators, ana, bea and cleo, of whom cleo is the rogue; and dina."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    return world


def writes(world: World, note_type: str, fields: dict[str, Any], by: str = "cleo") -> None:
    """Puts a note into the log, whatever the rules of this software would say."""
    mod = world.mod(by)
    mod.now = world.relay.now
    entries = mod.note_entries([(note_type, fields)], world.relay.now)
    run(world[by].relay.append(world.collective, "log", entries, mod.moderator_gate()))
    mod.read_log(entries)


def proposes(world: World, body: Body, *, report: bytes | None = None) -> None:
    writes(world, "proposal", {"body": body.encoded, "report": report})
    writes(world, "approval", {"body": body.hash, "signature": approve(world.mod("cleo").device.sign, body)})


def changes(world: World, alert: bytes, by: str) -> list[Proposal]:
    return casework.open_changes(world.mod(by), casework.find_alert(world.mod(by), alert), world.relay.now)


# ---- what is signed is what was read ------------------------------------------------------------------------------


def test_another_text_in_its_place_is_not_signed(world: World) -> None:
    """Between bea's reading and her signing, with no sync but the one that a conflict asks for."""
    report, shown = drafted(world)
    cleo = world.mod("cleo")
    body = cleo.make_statement("alert", content_for(world, report, "her ex is violent"), world.relay.now, object_id=new_object())
    proposes(world, body, report=report)
    writes(world, "desk", {"report": report, "event": "draft", "data": {"body": body.hash}})
    with pytest.raises(NotAllowed, match="another than the one you were shown"):
        approves(world, report, shown, "bea")
    assert world.mod("bea").log.proposals[body.hash].approvals.keys() == {cleo.me[0]}


@pytest.mark.parametrize("what", ["a charter", "another report's text"])
def test_a_step_makes_only_an_alert_for_this_report_its_draft(world: World, what: str) -> None:
    report, shown = drafted(world)
    cleo = world.mod("cleo")
    if what == "a charter":
        quorums = dict.fromkeys(cleo.board.charter.quorums, 1)
        content = cleo.board.charter.content() | {"quorums": quorums}
        body = cleo.make_statement("charter", content, world.relay.now, previous=cleo.board.charter_body)
        proposes(world, body, report=report)
    else:
        body = cleo.make_statement("alert", content_for(world, report, "other"), world.relay.now, object_id=new_object())
        proposes(world, body, report=bytes(16))
    writes(world, "desk", {"report": report, "event": "draft", "data": {"body": body.hash}})
    writes(world, "desk", {"report": report, "event": "approve", "data": {"body": body.hash}})
    world.sync("bea")
    draft = case(world, report, "bea").draft
    assert draft is not None and draft.body.hash == shown
    approves(world, report, shown, "bea")
    assert world.mod("bea").me[0] not in world.mod("bea").log.proposals[body.hash].approvals


def test_what_she_agreed_to_is_not_carried_over_to_another_text(world: World) -> None:
    """A note that calls another text the same does not keep the reporter's yes."""
    report, _ = drafted(world)
    cleo, found = world.mod("cleo"), case(world, report, "cleo")
    writes(world, "desk", {"report": report, "event": "show", "data": {}})
    content = found.draft.body.content if found.draft else {}
    world.relay.mails.append(duties.letter(cleo, report, world.relay.now, "preview", status="shown", preview=content))
    world.sync("dina")
    world["dina"].device.follow_up(report, "agree", shown=content_hash(content))
    world.sync("dina", "ana", "bea", "cleo")
    assert case(world, report, "cleo").agreed
    same = cleo.make_statement("alert", content, world.relay.now, object_id=new_object())
    proposes(world, same, report=report)
    writes(world, "desk", {"report": report, "event": "draft", "data": {"body": same.hash, "same": True}})
    assert case(world, report, "cleo").agreed
    other = cleo.make_statement("alert", content_for(world, report, "other"), world.relay.now, object_id=new_object())
    proposes(world, other, report=report)
    writes(world, "desk", {"report": report, "event": "draft", "data": {"body": other.hash, "same": True}})
    assert not case(world, report, "cleo").agreed


def test_a_draft_that_was_swapped_does_not_go_out_with_one_persons_word(world: World) -> None:
    report, shown = drafted(world)
    approves(world, report, shown, "bea")
    cleo = world.mod("cleo")
    world.sync("cleo")
    body = cleo.make_statement("alert", content_for(world, report, "her ex is violent"), world.relay.now, object_id=new_object())
    proposes(world, body, report=report)
    writes(world, "desk", {"report": report, "event": "draft", "data": {"body": body.hash}})
    writes(world, "desk", {"report": report, "event": "approve", "data": {"body": body.hash}})
    before = len(world.relay.board)
    with pytest.raises(NotAllowed, match="another than the one you were shown"):
        run(world["bea"].publish_case(report, one_so_far=True, shown=shown))
    assert len(world.relay.board) == before


def test_a_retraction_is_signed_only_with_the_reason_one_gave(world: World) -> None:
    _, alert = published(world)
    now = world.relay.now

    def retracts(by: str, reason: str) -> None:
        run(world[by].do(lambda: casework.retract(world.mod(by), casework.find_alert(world.mod(by), alert), reason, now)))

    retracts("cleo", "dina made it up")
    world.sync("bea")
    retracts("bea", "a mistake")
    assert run(world["bea"].publish_change(alert)) is False
    assert [(p.body.content["reason"], len(p.approvals)) for p in changes(world, alert, "bea")] == [
        ("dina made it up", 1),
        ("a mistake", 1),
    ]
    world.sync("ana")
    retracts("ana", "a mistake")
    assert run(world["ana"].publish_change(alert)) is True
    world.sync("dina")
    assert world["dina"].device.board.things[alert].last.body.content == {"reason": "a mistake"}


def test_of_several_changes_the_one_that_was_read_is_signed(world: World) -> None:
    """What a rogue proposed first stands in nobody's way, and is signed by nobody who read another."""
    _, alert = published(world)
    content = casework.find_alert(world.mod("ana"), alert).content
    for by, text in (("cleo", "her ex is violent"), ("ana", "a blue van")):
        world.sync(by)
        changed = content | {"text": text}
        run(world[by].do(lambda by=by, changed=changed: casework.amend(world.mod(by), casework.find_alert(world.mod(by), alert), changed, world.relay.now)))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults  # fmt: skip
    world.sync("bea")
    rogue, honest = changes(world, alert, "bea")

    def agrees(shown: bytes) -> None:
        bea = world.mod("bea")
        run(world["bea"].do(lambda: casework.approve_change(bea, casework.find_alert(bea, alert), world.relay.now, shown=shown)))

    with pytest.raises(NotAllowed, match="another than the one you were shown"):
        agrees(bytes(32))
    agrees(honest.body.hash)
    assert (len(rogue.approvals), len(honest.approvals)) == (1, 2)
    assert run(world["bea"].publish_change(alert)) is True
    assert casework.find_alert(world.mod("bea"), alert).content["text"] == "a blue van"


# ---- nothing is published that readers refuse ---------------------------------------------------------------------


def test_a_proposal_whose_approvals_would_hold_for_too_long_is_refused(world: World) -> None:
    cleo = world.mod("cleo")
    later = world.relay.now + APPROVAL_LIFE + 1
    content = {"text": "closed on Monday", "language": "en"}
    body = make_body("notice", content, collective=cleo.collective, charter=cleo.board.charter.number, object_id=new_object(), until=later)
    writes(world, "proposal", {"body": body.encoded, "report": None})
    assert cleo.log.refused[-1].error == "ApprovalsExpired" and body.hash not in cleo.log.proposals


def test_a_poisoned_promotion_takes_nobodys_signature_and_starves_nothing(world: World) -> None:
    """Cleo proposes it first, with a predecessor that is none; the others' own goes through, and so does a removal."""
    world.join("fay", world.invite(moderator=True))
    world.sync()
    cleo = world.mod("cleo")
    fake = make_body(
        "charter", {"of": "another history"}, collective=cleo.collective, charter=1, object_id=bytes(16), until=1, previous=cleo.board.charter_body
    )  # fmt: skip
    wrong = make_body(
        "charter", cleo.charter_with(cleo.find_member("fay")), collective=cleo.collective, charter=cleo.board.charter.number,
        object_id=bytes(16), until=world.relay.now + APPROVAL_LIFE - CLOCKS_DIFFER,
        previous=Body("charter", None, 0, bytes(16), cleo.board.charter.number, None, 0, {}, fake.encoded),
    )  # fmt: skip
    proposes(world, wrong)
    before = len(world.relay.board)
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].promote(world.mod(by).find_member("fay")))
    world.sync()
    ana = world.mod("ana")
    assert not ana.is_open(ana.log.proposals[wrong.hash], world.relay.now)
    assert ana.log.proposals[wrong.hash].approvals.keys() == {cleo.me[0]}
    assert len(ana.board.charter.people) == 4 and ana.board.refused == []
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].remove(world.mod(by).find_member("dina")))
    world.sync("ana", "bea")
    assert world.mod("ana").board.epoch.public.removed and world.mod("ana").board.refused == []
    assert len(world.relay.board) > before


def test_what_readers_would_refuse_is_judged_before_and_not_appended(world: World) -> None:
    ana = world.mod("ana")
    body = ana.make_statement("notice", {"text": "closed", "language": "en"}, world.relay.now, object_id=new_object())
    alone = Approval(*ana.me, approve(ana.device.sign, body))
    entry = ana.statement_entry(body, [alone], world.relay.now)
    before, things = len(world.relay.board), dict(ana.board.things)
    refusal = ana.would_refuse([entry])
    assert refusal is not None and refusal.error == "BelowQuorum"
    assert ana.would_refuse([entry], approvals_to_come=True) is None
    assert run(world["ana"].publish(lambda: [entry])) is False
    assert len(world.relay.board) == before and ana.board.things == things and ana.board.refused == []
    assert not ana.board.has(body), "a trial changes nothing"


def test_judging_changes_nothing_on_the_board(world: World) -> None:
    _, alert = published(world)
    ana = world.mod("ana")
    thing = casework.find_alert(ana, alert)
    body = ana.make_statement("amendment", thing.content | {"text": "other"}, world.relay.now, object_id=alert, previous=thing.last.body)
    both = [Approval(*mod.me, approve(mod.device.sign, body)) for mod in (ana, world.mod("bea"))]
    head, versions, copies = ana.board.head, len(thing.versions), ana.board.copies_of(alert)
    entry = ana.statement_entry(body, both, world.relay.now)
    assert ana.would_refuse([entry]) is None and ana.would_refuse([entry]) is None
    assert (ana.board.head, len(thing.versions), ana.board.copies_of(alert)) == (head, versions, copies)


def test_one_moderators_second_unconfirmed_alert_is_refused_before_anything_is_written(world: World) -> None:
    first, shown = drafted(world)
    approves(world, first, shown, "ana")
    run(world["ana"].publish_case(first, one_so_far=True, shown=shown))
    world.sync()
    second, shown = drafted(world)
    approves(world, second, shown, "ana")
    log = len(world.relay.log)
    with pytest.raises(NotAllowed, match="nobody has confirmed"):
        run(world["ana"].publish_case(second, one_so_far=True, shown=shown))
    assert len(world.relay.log) == log


# ---- erasing what has expired -------------------------------------------------------------------------------------


def test_only_the_erasure_one_would_propose_oneself_is_signed_unasked(world: World) -> None:
    _, alert = published(world)
    cleo = world.mod("cleo")
    thing = casework.find_alert(cleo, alert)
    world.relay.now = thing.content["expires"] + duties.ERASE_AFTER + DAY
    more = {"seq": 1, "hash": cleo.entries[1].hash(cleo.collective)}
    own = cleo.erasure_of(thing, world.relay.now)
    wrong = [
        cleo.make_statement("erase", {"object": alert, "entries": entries}, world.relay.now, object_id=new_object())
        for entries in ([more, *own.content["entries"]], [more])
    ]
    for body in wrong:
        proposes(world, body)
    for _ in range(3):
        world.sync("ana", "bea")
    ana = world.mod("ana")
    assert [ana.log.proposals[body.hash].approvals.keys() for body in wrong] == [{cleo.me[0]}] * 2
    assert ana.board.alerts == [] and thing.first.seq in ana.board.erased and 1 not in ana.board.erased
    assert ana.board.refused == []


# ---- letters ------------------------------------------------------------------------------------------------------


def letter(world: World, report: bytes, by: str = "cleo", **more: Any) -> Any:
    mod = world.mod(by)
    kept = mod.inbox.reports[report]
    told: dict[str, Any] = {"now": world.relay.now, "kind": "status", "status": "declined"} | more
    return write_mail(
        report=report, answer=kept.answer, tag=kept.tag, device=mod.device.sign, collective=world.collective,
        charter=mod.board.charter.number, **told,
    )  # fmt: skip


@pytest.mark.parametrize("status", ["withdrawn", "sent", "answered", "agreed", "anything"])
def test_no_letter_says_what_only_she_can_bring_about(world: World, status: str) -> None:
    report = world.report("dina")
    world.sync()
    dina = world["dina"].device
    before = dina.receipts[report].status
    assert not dina.take_mail(99, letter(world, report, status=status), world.relay.now)
    assert dina.refusals.pop().error == "WrongShape" and dina.receipts[report].status == before
    dina.follow_up(report, "answer", text="still mine")


def test_a_letter_from_the_future_outlasts_nothing(world: World) -> None:
    report = world.report("dina")
    world.sync()
    dina = world["dina"].device
    assert dina.take_mail(98, letter(world, report, now=2**53 - 1), world.relay.now)
    assert dina.take_mail(99, letter(world, report, by="ana", now=world.relay.now + 60, status="published"), world.relay.now + 60)
    receipt = dina.receipts[report]
    assert receipt.status == "published"
    assert [m["time"] for m in receipt.messages] == [world.relay.now, world.relay.now + 60]


# ---- two people have it -------------------------------------------------------------------------------------------


def test_the_reports_text_is_kept_until_two_people_have_it(world: World) -> None:
    """One alone could say that she has it, and lose it."""
    report = world.report("dina")
    receipt = world["dina"].device.receipts[report]
    world.sync("cleo", "dina")
    assert (receipt.status, len(receipt.acknowledged), receipt.waits) == ("received", 1, False)
    assert receipt.unsent is not None and receipt.sealed is not None
    for item in range(3):
        world.relay.mails.append(letter(world, report, status="claimed", now=world.relay.now + item))
    world.sync("dina")
    assert receipt.unsent is not None, "many letters of one person are one person's word"
    world.sync("ana", "dina")
    assert len(receipt.acknowledged) == 2 and receipt.unsent is receipt.sealed is None


def test_where_one_person_moderates_her_word_is_enough() -> None:
    world = World()
    world.join("dina", world.invite())
    report = world.report("dina")
    receipt = world["dina"].device.receipts[report]
    assert receipt.unsent is not None
    world.sync("ana", "dina")
    assert len(receipt.acknowledged) == 1 and receipt.unsent is None


# ---- words that lapse ---------------------------------------------------------------------------------------------


def test_a_removal_approved_by_somebody_who_left_is_not_approved(world: World) -> None:
    leaf = world.mod("cleo").find_member("dina").leaf
    run(world["cleo"].remove(world.mod("cleo").find_member("dina")))
    for by in ("ana", "bea", "ana", "bea"):
        world.sync(by)
        if world.mod(by).board.charter.place_of(world.mod("cleo").device.signing_key) is not None:
            run(world[by].replant_without(world.mod(by).find_member("cleo")))
    world.sync("ana", "bea")
    ana = world.mod("ana")
    assert len(ana.board.charter.people) == 2
    assert not ana.log.removal_approved(leaf, ana.board)


@pytest.mark.parametrize(("given", "now", "holds"), [(1, 1, True), (1, 2, True), (1, 3, False), (2, 1, False)])
def test_an_acceptance_holds_for_its_planting_and_the_next(given: int, now: int, holds: bool) -> None:
    item = posts.make_accept(device("dina"), bytes(32), given)
    if holds:
        assert posts.check_accept(item["body"], item["signature"], bytes(32), now) == device("dina").signing_key
    else:
        with refused("WrongEpoch"):
            posts.check_accept(item["body"], item["signature"], bytes(32), now)
