"""A moderator who shows the reporter one text and means another: her yes names what she read, and nothing else (protocol §8.3, §8.4)."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import casework, duties, posts
from alerts.alert import draft_from_report, validate_alert
from alerts.casework import Case
from alerts.contents import content_hash
from alerts.desk import State
from alerts.mail import write_mail
from alerts.receipt import Receipt
from alerts.report import example_report, validate_report
from alerts.statements import Body, approve, new_object
from crypto import signing, wire
from crypto.context import Purpose, digest
from crypto.errors import NotAllowed
from crypto.secrets import SigningSeed
from tests.partners.scribe import refused
from tests.partners.world import World, run


@pytest.fixture
def world() -> World:
    """Three moderators, ana, bea and cleo, of whom cleo is the rogue; and dina, who wants to see the public text first."""
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync()
    return world


def reported(world: World, **consent: Any) -> bytes:
    told = {"share": "peers", "show_first": True, "hold": False} | consent
    fields = validate_report(example_report() | {"consent": told}, policy={}, country="GB")
    report = world["dina"].device.report(fields, world.relay.now).id
    world.sync("dina", "ana", "bea", "cleo")
    run(world["ana"].do(lambda: casework.claim(world.mod("ana"), case(world, report, "ana"))))
    world.sync("bea", "cleo")
    return report


def case(world: World, report: bytes, by: str) -> Case:
    return casework.find_case(world.mod(by), report)


def content_for(world: World, report: bytes, text: str) -> dict[str, Any]:
    ana = world.mod("ana")
    charter = ana.board.charter
    told: dict[str, Any] = {"policy": charter.policy, "topics": charter.topics, "now": world.relay.now, "collective": world.collective}
    return validate_alert(draft_from_report(case(world, report, "ana").report.fields, **told) | {"text": text}, **told)


def drafts(world: World, report: bytes, text: str, by: str = "ana") -> bytes:
    """An honest draft; the hash of its body."""
    world.sync(by)
    content = content_for(world, report, text)
    run(world[by].do(lambda: casework.draft(world.mod(by), case(world, report, by), content, world.relay.now)))
    world.sync()
    draft = case(world, report, by).draft
    assert draft is not None
    return draft.body.hash


def agrees(world: World, report: bytes) -> None:
    """Dina reads the newest text that she was sent, and says yes to it."""
    world.sync("dina")
    dina = world["dina"].device
    dina.follow_up(report, "agree", shown=content_hash(dina.receipts[report].preview or {}))
    world.sync("dina", "ana", "bea", "cleo")


def approves(world: World, report: bytes, shown: bytes, by: str) -> None:
    run(world[by].do(lambda: casework.approve(world.mod(by), case(world, report, by), world.relay.now, shown=shown)))


def writes(world: World, note_type: str, fields: dict[str, Any], by: str = "cleo") -> None:
    """Puts a note into the log, whatever the rules of this software would say."""
    mod = world.mod(by)
    mod.now = world.relay.now
    entries = mod.note_entries([(note_type, fields)], world.relay.now)
    run(world[by].relay.append(world.collective, "log", entries, mod.moderator_gate()))
    mod.read_log(entries)


def step(world: World, report: bytes, event: str, **data: Any) -> None:
    writes(world, "desk", {"report": report, "event": event, "data": data})


def shows(world: World, report: bytes, content: dict[str, Any]) -> None:
    """A letter of cleo's with whatever text she likes."""
    world.relay.mails.append(duties.letter(world.mod("cleo"), report, world.relay.now, "preview", status="shown", preview=content))


def proposes(world: World, report: bytes, text: str) -> Body:
    """Cleo proposes and approves a text for this report, and shows nobody anything."""
    cleo = world.mod("cleo")
    body = cleo.make_statement("alert", content_for(world, report, text), world.relay.now, object_id=new_object())
    writes(world, "proposal", {"body": body.encoded, "report": report})
    writes(world, "approval", {"body": body.hash, "signature": approve(cleo.device.sign, body)})
    return body


# ---- what is asked of her ----


def test_who_has_answered_or_said_yes_is_not_asked_again(world: World) -> None:
    report = reported(world)
    dina = world["dina"].device
    run(world["ana"].do(lambda: casework.ask(world.mod("ana"), case(world, report, "ana"), "Which street?", world.relay.now)))
    world.sync("dina")
    receipt = dina.receipts[report]
    assert receipt.open_question == 1
    dina.follow_up(report, "answer", text="the long one", question=1)
    world.sync("dina", "ana")
    assert not dina.outbox and receipt.open_question is None and receipt.status == case(world, report, "ana").state == State.ANSWERED
    drafts(world, report, "He locks the doors.")
    assert receipt.status == "shown" and receipt.preview is not None
    dina.follow_up(report, "agree", shown=content_hash(receipt.preview))
    world.sync("dina", "ana")
    assert not dina.outbox and receipt.status == case(world, report, "ana").state == State.AGREED


# ---- her yes names a text -----------------------------------------------------------------------------------------


def test_shown_one_text_while_another_is_drafted(world: World) -> None:
    """The attack itself: cleo drafts B in the log and shows dina A by mail. Dina's yes to A is no yes to B."""
    report = reported(world)
    body = proposes(world, report, "her ex is violent")
    step(world, report, "draft", body=body.hash)
    step(world, report, "show", body=body.hash)
    shows(world, report, content_for(world, report, "a white van"))
    agrees(world, report)
    world.sync()
    for by in ("ana", "bea", "cleo"):
        found = case(world, report, by)
        assert not found.agreed and found.state is State.SHOWN and found.agreed_elsewhere
    # Steps in the log by a rogue move the case on every device. They do not make anybody sign.
    writes(world, "desk", {"report": report, "event": "approve", "data": {"body": body.hash}})
    world.sync()
    with pytest.raises(NotAllowed):
        approves(world, report, body.hash, "bea")
    assert world.mod("bea").me[0] not in world.mod("bea").log.proposals[body.hash].approvals


def test_an_approval_in_the_log_does_not_stand_for_her_yes(world: World) -> None:
    """Cleo's *approve* moves the case to where another approval needed nothing more."""
    report = reported(world)
    body = proposes(world, report, "her ex is violent")
    step(world, report, "draft", body=body.hash)
    step(world, report, "approve", body=body.hash)
    world.sync()
    assert case(world, report, "bea").state is State.APPROVED
    before = len(world.relay.board)
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        approves(world, report, body.hash, "bea")
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        run(world["bea"].approve_proposal(body.hash))
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        run(world["bea"].publish_case(report, one_so_far=True, shown=body.hash))
    assert world.mod("bea").me[0] not in world.mod("bea").log.proposals[body.hash].approvals
    assert len(world.relay.board) == before


def test_a_changed_draft_is_shown_to_her_again(world: World) -> None:
    report = reported(world)
    drafts(world, report, "a white van")
    agrees(world, report)
    assert case(world, report, "bea").agreed
    shown = drafts(world, report, "a blue van", by="bea")
    assert not case(world, report, "ana").agreed
    with pytest.raises(NotAllowed):
        approves(world, report, shown, "ana")
    world.sync("dina")
    receipt = world["dina"].device.receipts[report]
    assert receipt.status == "shown" and (receipt.preview or {})["text"] == "a blue van"
    agrees(world, report)
    assert not case(world, report, "ana").agreed_elsewhere
    for by in ("ana", "bea"):
        world.sync(by)
        approves(world, report, shown, by)
    world.sync()
    run(world["ana"].publish_case(report, shown=shown))
    world.sync("dina")
    assert [t.content["text"] for t in world["dina"].device.board.alerts] == ["a blue van"]


def test_a_yes_that_comes_late_is_to_the_text_of_before(world: World) -> None:
    """She says yes to the first draft while the second is being written: it counts for the first alone."""
    report = reported(world)
    drafts(world, report, "a white van")
    world.sync("dina")
    dina = world["dina"].device
    dina.follow_up(report, "agree", shown=content_hash(dina.receipts[report].preview or {}))
    content = content_for(world, report, "a blue van")
    run(world["bea"].do(lambda: casework.draft(world.mod("bea"), case(world, report, "bea"), content, world.relay.now)))
    world.sync("dina", "ana", "bea", "cleo")
    for by in ("ana", "bea", "cleo"):
        found = case(world, report, by)
        assert found.state is State.SHOWN and not found.agreed and not found.agreed_elsewhere, "an earlier draft is no stranger's text"


def test_her_yes_outlasts_a_new_charter_but_not_another_text(world: World) -> None:
    """The same content under a new number is what she agreed to."""
    report = reported(world)
    shown = drafts(world, report, "a white van")
    agrees(world, report)
    charter = world.mod("ana").board.charter
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].propose_charter(charter.content() | {"name": "Heron"}))
    world.sync()
    assert world.mod("ana").board.charter.number > charter.number
    approves(world, report, shown, "ana")
    world.sync()
    again = case(world, report, "bea").draft
    assert again is not None and again.body.hash != shown and case(world, report, "bea").agreed
    approves(world, report, again.body.hash, "bea")
    world.sync()
    assert run(world["bea"].publish_case(report)).hash == again.body.hash


def test_what_is_proposed_anew_needs_her_yes_too(world: World) -> None:
    """After a new charter somebody's approval proposes the same text again: not a text she was never shown."""
    report = reported(world)
    body = proposes(world, report, "her ex is violent")
    step(world, report, "draft", body=body.hash)
    charter = world.mod("ana").board.charter
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].propose_charter(charter.content() | {"name": "Heron"}))
    world.sync()
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        approves(world, report, body.hash, "bea")


# ---- one moderator so far -----------------------------------------------------------------------------------------


def so_far(world: World) -> tuple[bytes, bytes]:
    """An alert with ana's word alone that dina agreed to: report and alert."""
    report = reported(world)
    shown = drafts(world, report, "a white van")
    agrees(world, report)
    approves(world, report, shown, "ana")
    body = run(world["ana"].publish_case(report, one_so_far=True, shown=shown))
    world.sync()
    return report, body.object


def test_the_second_signature_goes_under_the_text_she_agreed_to(world: World) -> None:
    report, alert = so_far(world)
    found = case(world, report, "bea")
    assert found.agreed and found.draft is not None
    approves(world, report, found.draft.body.hash, "bea")
    world.sync()
    run(world["bea"].publish_case(report))
    assert casework.find_alert(world.mod("bea"), alert).content["text"] == "a white van"


def test_no_other_text_takes_its_place(world: World) -> None:
    """Cleo's step says that another amendment awaits the second signature."""
    report, alert = so_far(world)
    cleo = world.mod("cleo")
    thing = casework.find_alert(cleo, alert)
    other = cleo.make_statement("amendment", thing.content | {"text": "her ex is violent", "so_far": False}, world.relay.now, object_id=alert, previous=thing.last.body)  # fmt: skip
    writes(world, "proposal", {"body": other.encoded, "report": report})
    writes(world, "approval", {"body": other.hash, "signature": approve(cleo.device.sign, other)})
    step(world, report, "publish-so-far", alert=alert, body=other.hash)
    world.sync()
    bea = world.mod("bea")
    with pytest.raises(NotAllowed):
        approves(world, report, other.hash, "bea")
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        casework.approve_change(bea, casework.find_alert(bea, alert), world.relay.now, shown=other.hash)
    with pytest.raises(NotAllowed, match="wants to see the public text first"):
        run(world["bea"].approve_proposal(other.hash))
    assert world.mod("bea").log.proposals[other.hash].approvals.keys() == {cleo.me[0]}


# ---- her own device -----------------------------------------------------------------------------------------------


def test_she_agrees_only_to_the_newest_text_and_only_to_one_she_was_shown(world: World) -> None:
    report = reported(world)
    dina = world["dina"].device
    with pytest.raises(NotAllowed, match="have not shown you a text"):
        dina.follow_up(report, "agree", shown=bytes(32))
    drafts(world, report, "a white van")
    first = content_hash(dina.receipts[report].preview or {})
    world.later(60)
    drafts(world, report, "a blue van", by="bea")
    world.sync("dina")
    for shown in (first, None, bytes(32)):
        with pytest.raises(NotAllowed, match="another than the one you were shown"):
            dina.follow_up(report, "agree", shown=shown)
    assert not dina.outbox


def test_a_text_that_cannot_be_shown_cannot_be_agreed_to(world: World) -> None:
    """Her device would say only that there is something."""
    report = reported(world)
    content = content_for(world, report, "a white van") | {"kinds": "everything"}
    shows(world, report, content)
    world.sync("dina")
    with pytest.raises(NotAllowed, match="cannot be shown"):
        world["dina"].device.follow_up(report, "agree", shown=content_hash(content))


def test_a_yes_without_a_text_and_a_text_without_a_yes_are_refused() -> None:
    def forged(**changes: Any) -> dict[str, Any]:
        body = wire.encode({"kind": "agree", "text": "", "fields": None, "question": None, "shown": bytes(32)} | changes)
        signature = signing.sign(seed, Purpose.FOLLOW_UP, bytes(32), bytes(16), 1, digest(body))
        return {"type": "follow-up", "report": bytes(16), "counter": 1, "body": body, "signature": signature}

    seed = SigningSeed.random()
    assert posts.check_follow_up(forged(), signing.public_key(seed), bytes(32))["shown"] == bytes(32)
    for changes in ({"shown": None}, {"kind": "answer"}, {"kind": "release"}, {"shown": bytes(31)}):
        with refused("WrongShape"):
            posts.check_follow_up(forged(**changes), signing.public_key(seed), bytes(32))


def test_only_a_preview_has_a_text_to_agree_to(world: World) -> None:
    report = reported(world)
    receipt: Receipt = world["dina"].device.receipts[report]
    ana = world.mod("ana")
    for kind, preview in (("status", {"text": "x"}), ("preview", None)):
        world.relay.mails.append(
            write_mail(
                report=report, answer=receipt.answer, tag=receipt.tag, device=ana.device.sign, collective=world.collective,
                charter=ana.board.charter.number, now=world.relay.now, kind=kind, preview=preview,
            )
        )  # fmt: skip
    assert [r.error for r in run(world["dina"].sync()).refused] == ["WrongShape", "WrongShape"]
