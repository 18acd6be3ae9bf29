"""Scenarios of the desk: joins, reports and follow-ups as anybody could post them who reaches the relay (protocol §7.3, §8.1 to §8.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from alerts.contents import content_hash
from alerts.inbox import heard, seen
from alerts.posts import make_accept, make_follow_up, make_report
from alerts.receipt import Receipt
from crypto import wire
from crypto.sealing import kem_public_key
from crypto.secrets import KemSeed, SigningSeed
from tests.partners.desk_scribe import FIELDS, DeskScribe, not_the_secret
from tests.partners.scribe import DAY, LEAVES, NOW, alert_content, device, fixed
from tests.vectors.scenario import desk_scenario, now_of

DINA = LEAVES["dina"]
HOUR = 3600
Answers = list[dict[str, Any]]

# ---- joins ----------------------------------------------------------------------------------------------------------


@desk_scenario("7.3", joins=[("dina", "admit")])
def honest_join(s: DeskScribe) -> None:
    """In the very last second of her invite."""
    s.posts_join("dina", s.invites(hours=1), arrived=s.now + HOUR)


@desk_scenario("7.3", joins=[("dina", "member")])
def honest_join_that_was_admitted(s: DeskScribe) -> Answers:
    """Another moderator's device was quicker: in the next answer the log has her."""
    invite = s.invites()
    s.posts_join("dina", invite)
    first = now_of(s)
    s.member(s.join("dina", invite), DINA, "bea")
    return [first, now_of(s, board=len(s.entries), log=len(s.log) - 1)]


@desk_scenario("7.3", joins=[("mallory", "UnknownInvite")])
def join_by_an_invite_nobody_made(s: DeskScribe) -> None:
    s.posts_join("mallory", s.invite("of nobody"))


@desk_scenario("7.3", joins=[("mallory", "InviteUsed")])
def join_by_a_used_invite(s: DeskScribe) -> None:
    """A code that was photographed while it was used."""
    invite = s.invites()
    s.member(s.join("dina", invite), DINA)
    s.posts_join("mallory", invite)


@desk_scenario("7.3", joins=[("mallory", "InviteExpired")])
def join_after_its_invite_expired(s: DeskScribe) -> None:
    s.posts_join("mallory", s.invites(hours=1), arrived=s.now + HOUR + 1)


@desk_scenario("7.3", joins=[("mallory", "InviteExpired")])
def join_under_an_epoch_later_than_its_invite(s: DeskScribe) -> None:
    """The relay says that it came in time. It is sealed under an epoch that began afterwards."""
    invite = s.invites(hours=1)
    s.now += DAY
    s.pulse()
    s.posts_join("mallory", invite, arrived=NOW)


@desk_scenario("7.3", joins=[("mallory", "InviteWithdrawn")])
def join_by_an_invite_that_was_called_back(s: DeskScribe) -> None:
    invite = s.invites()
    s.note("invite-withdrawn", {"invite": invite.public_key})
    s.posts_join("mallory", invite)


@desk_scenario("7.3", joins=[("dina", "RemovedDevice")])
def join_by_a_removed_device(s: DeskScribe) -> None:
    """She was removed, and somebody gave her a fresh invite."""
    s.member(s.join("dina", s.invites("one")), DINA)
    s.pulse(removed=[DINA])
    s.posts_join("dina", s.invites("two"))


@desk_scenario("7.3", desk=[(1, "BadSignature"), (2, "BadSignature"), (3, "WrongCollective"), (4, "WrongShape")])
def joins_that_are_not_signed_by_both(s: DeskScribe) -> None:
    """Not by the device; not by the invite; for another collective; without an invite's signature."""
    invite = s.invites()
    honest = s.join("mallory", invite)
    s.posts(honest | {"device_signature": s.join("trudy", invite)["device_signature"]})
    s.posts(honest | {"invite_signature": bytes(64)})
    s.posts(DeskScribe(label=" two").join("mallory", invite))
    s.posts({key: value for key, value in honest.items() if key != "invite_signature"})


@desk_scenario("8.1", desk=[(1, "ReportEpoch")])
def join_under_an_epoch_that_was_over(s: DeskScribe) -> None:
    """A removed member kept E. What moderators have seen does not help a join."""
    kept = s.desk_now()
    invite = s.invites()
    s.pulse()
    s.now += HOUR
    s.posts_join("mallory", invite, desk=kept)


@desk_scenario("7.5", desk=[(1, "BadSignature"), (2, "WrongCollective"), (3, "WrongEpoch")])
def acceptances_at_the_desk(s: DeskScribe) -> None:
    """Signed by another, for another collective, for another planting; the last is her own."""
    honest = make_accept(device("dina"), s.collective, 1)
    s.posts(honest | {"signature": bytes(64)})
    s.posts(make_accept(device("dina"), fixed("another"), 1))
    s.posts(make_accept(device("dina"), s.collective, 5))
    s.posts(honest)


# ---- honest reports -------------------------------------------------------------------------------------------------


@desk_scenario("8.2")
def honest_report_and_follow_ups(s: DeskScribe) -> None:
    """What came again is ignored: the report and a follow-up sealed anew, and an item as it was."""
    item, receipt = s.report()
    s.posts(item)
    first = s.follow_up(receipt, text="a white van")
    s.posts(first)
    s.posts(s.follow_up(receipt, text="and a dent"))
    s.posts(item)
    s.posts(first)
    s.arrives(s.desk[0].item)


@desk_scenario("8.2")
def honest_report_with_an_alias(s: DeskScribe) -> None:
    """She wants moderators to know who says so."""
    item, _ = make_report(FIELDS, head=s.board.epoch.hash, now=s.now, collective=s.collective, signed_by=device("dina"))
    s.posts(item)


@desk_scenario("8.1")
def honest_report_while_clocks_differ(s: DeskScribe) -> None:
    """Sealed under an epoch that ended a quarter of an hour ago by the relay's clock."""
    kept = s.desk_now()
    s.pulse()
    s.posts(s.report()[0], desk=kept, arrived=s.now + 15 * 60)


def _late(s: DeskScribe, *people: str, event: str = "seen", of: bytes | None = None, after: int = 0) -> None:
    """A report, and what these people wrote of it, ``after`` so many announcements; it comes when its epoch has long been over."""
    item, _ = s.report()
    kept = s.desk_now()
    for _ in range(after):
        s.pulse()
    for name in people:
        s.note("desk", {"report": item["id"], "event": event, "data": seen(of if of is not None else wire.encode(item))}, name)
    s.pulse()
    s.now += DAY
    s.posts(item, desk=kept)


@desk_scenario("8.1", people=("ana", "bea", "cleo"))
def honest_report_that_two_have_seen(s: DeskScribe) -> None:
    """It comes again after a restore, or to a new moderator; two who moderate now wrote in its time that they have it. So does its follow-up."""
    item, receipt = s.report()
    said = s.follow_up(receipt, text="a white van")
    kept = s.desk_now()
    for name in ("bea", "cleo"):
        s.note("desk", {"report": item["id"], "event": "seen", "data": seen(wire.encode(item))}, name)
        s.note("desk", {"report": item["id"], "event": "heard", "data": heard(1, wire.decode(said["body"]))}, name)
    s.pulse()
    s.now += DAY
    s.posts(item, desk=kept)
    s.posts(said, desk=kept)


# ---- what she says when it is out or over ---------------------------------------------------------------------------


def _steps(s: DeskScribe, receipt: Receipt, *steps: tuple[str, dict[str, Any]], by: str = "ana") -> None:
    for event, data in steps:
        s.note("desk", {"report": receipt.id, "event": event, "data": data}, by)


def _shown(s: DeskScribe, receipt: Receipt) -> bytes:
    """Somebody works on it and has shown her a text: the hash of what she reads."""
    body = s.body("alert", alert_content(s.now), object=receipt.id)
    s.note("proposal", {"body": body.encoded, "report": receipt.id})
    _steps(s, receipt, ("claim", {}), ("draft", {"body": body.hash}), ("show", {"body": body.hash}))
    return content_hash(body.content)


def _agrees(s: DeskScribe, receipt: Receipt, shown: bytes) -> None:
    s.posts(make_follow_up(receipt, s.collective, "agree", shown=shown))


_BOTH = [[1, "answer"], [2, "release"]]


@desk_scenario("8.3", cases=[(state, _BOTH, False, True) for state in ("so-far", "published", "declined", "merged")])
def answers_that_come_when_it_is_out_or_over(s: DeskScribe) -> None:
    """Out with one moderator so far, published, declined, merged: each stays where it is, and what she said is new on it."""
    ends: tuple[tuple[str, dict[str, Any]], ...] = (
        ("publish-so-far", {}),
        ("publish", {}),
        ("decline", {"reason": "no"}),
        ("merge", {"into": fixed("another", 16)}),
    )
    for event, data in ends:
        receipt = s.reports()
        before: tuple[tuple[str, dict[str, Any]], ...] = (("approve", {}),) if event.startswith("publish") else ()
        _steps(s, receipt, ("claim", {}), ("ask", {"text": "Which street?"}), ("claim", {}), *before, (event, data))
        s.posts(s.follow_up(receipt, text="the long one"))
        s.posts(s.follow_up(receipt, "release"))


@desk_scenario("8.3", cases=[("declined", [[1, "agree"]], True, False), ("needs-info", [], True, False), ("declined", [], False, False)])
def a_yes_that_comes_late(s: DeskScribe) -> None:
    """To a declined report's text, and to one about which she was asked something meanwhile; it counts. One to another text does not."""
    for event, data in (("decline", {"reason": "no"}), ("ask", {"text": "Which street?"})):
        receipt = s.reports()
        text = _shown(s, receipt)
        _steps(s, receipt, (event, data))
        _agrees(s, receipt, text)
    receipt = s.reports()
    _shown(s, receipt)
    _steps(s, receipt, ("decline", {"reason": "no"}))
    _agrees(s, receipt, fixed("another text"))


@desk_scenario(
    "8.3",
    cases=[("declined", [[2, "answer"]], False, False), ("declined", [[1, "answer"]], False, False), ("declined", [], False, False)],
)
def what_comes_late_and_was_read(s: DeskScribe) -> None:
    """*Read* counts up to the follow-up that it names by counter and hash, and not beyond; work that goes on counts too."""
    named, other, taken = s.reports(), s.reports(), s.reports()
    for receipt in (named, other, taken):
        _steps(s, receipt, ("claim", {}), ("decline", {"reason": "no"}))
    said = [s.follow_up(named, text="one"), s.follow_up(named, text="two")]
    for item in said:
        s.posts(item)
    _steps(s, named, ("read", heard(1, wire.decode(said[0]["body"]))), by="bea")
    s.posts(s.follow_up(other, text="three"))
    _steps(s, other, ("read", heard(1, wire.decode(said[0]["body"]))), by="bea")
    late = s.follow_up(taken, text="four")
    s.posts(late)
    _steps(s, taken, ("heard", heard(1, wire.decode(late["body"]))), ("claim", {}), ("decline", {"reason": "still no"}))


# ---- epochs ---------------------------------------------------------------------------------------------------------


@desk_scenario("8.1", desk=[(1, "ReportEpoch"), (2, "ReportEpoch")])
def reports_under_epochs_they_cannot_have(s: DeskScribe) -> None:
    """One that never was; and one that was over for more than a quarter of an hour, from somebody who was removed and kept it."""
    kept = s.desk_now()
    s.pulse(removed=[LEAVES["eve"]])
    item, _ = s.report()
    s.posts(item, desk=replace(kept, epoch=99))
    s.posts(item, desk=kept, arrived=s.now + 15 * 60 + 1)


@desk_scenario("8.1", desk=[(1, "ReportEpoch")])
def report_that_the_relay_makes_older(s: DeskScribe) -> Answers:
    """It says that the item came while its epoch lasted. It was not there when this device last looked."""
    kept = s.desk_now()
    s.pulse(removed=[LEAVES["eve"]])
    s.now += DAY
    first = now_of(s) | {"desk": {"began": s.now, "items": []}}
    s.posts(s.report()[0], desk=kept, arrived=NOW)
    return [first, now_of(s, board=len(s.entries), log=len(s.log))]


@desk_scenario("8.1", desk=[(1, "ReportEpoch")], people=("ana", "bea", "cleo"))
def late_report_that_one_has_seen(s: DeskScribe) -> None:
    """One moderator alone vouches for it."""
    _late(s, "cleo")


@desk_scenario("8.1", desk=[(1, "ReportEpoch")], people=("ana", "bea", "cleo"))
def late_report_that_was_another_when_it_was_seen(s: DeskScribe) -> None:
    """Two have seen a report with its id, and another content."""
    _late(s, "bea", "cleo", of=b"another report")


@desk_scenario("8.1", desk=[(1, "ReportEpoch")], people=("ana", "bea", "cleo"))
def late_report_that_was_seen_too_late(s: DeskScribe) -> None:
    """In notes of the second epoch after its own."""
    _late(s, "bea", "cleo", after=2)


@desk_scenario("8.1", desk=[(1, "ReportEpoch")], people=("ana", "bea", "cleo", "fay"))
def late_report_seen_by_one_who_left(s: DeskScribe) -> None:
    """Two vouched; one of them does not moderate any more."""
    item, _ = s.report()
    kept = s.desk_now()
    for name in ("cleo", "fay"):
        s.note("desk", {"report": item["id"], "event": "seen", "data": seen(wire.encode(item))}, name)
    s.charter(["ana", "bea", "cleo"], by=("ana", "bea", "cleo"))
    s.pulse()
    s.now += DAY
    s.posts(item, desk=kept)


# ---- seals and forms ------------------------------------------------------------------------------------------------


@desk_scenario("8.1", desk=[(1, "CannotOpen"), (2, "CannotOpen"), (3, "CannotOpen")])
def items_that_are_sealed_wrongly(s: DeskScribe) -> None:
    """By somebody who does not know E; to another key; to a desk key that there never was."""
    desk, other = s.desk_now(), KemSeed(fixed("another desk"))
    item, _ = s.report()
    s.posts(item, desk=not_the_secret(desk))
    s.posts(item, desk=replace(desk, public_key=kem_public_key(other)), seed=other)
    s.posts(item, desk=replace(desk, number=9), seed=KemSeed(fixed("desk 1")))


@desk_scenario("8.1", desk=[(1, "WrongShape"), (2, "WrongPadding"), (3, "NotDeterministic"), (4, "WrongShape"), (5, "WrongShape")])
def items_of_the_wrong_form(s: DeskScribe) -> None:
    """Of a type nobody knows; zeros only; a length in a longer form; a report without an answer key; fields that no form gives."""
    item, _ = s.report()
    s.posts({"type": ["report"]})
    s.posts(bytes(8192))
    s.posts(wire.pad(wire.encode(item).replace(b"\x64head\x58\x20", b"\x64head\x59\x00\x20"), wire.DESK_SIZES))
    s.posts({key: value for key, value in item.items() if key != "answer"})
    s.posts(item | {"fields": {"kinds": ["weather"]}})


@desk_scenario("5.3", desk=[(1, "WrongShape"), (2, "NotDeterministic")])
def items_that_are_none(s: DeskScribe) -> None:
    """Of a size no padding gives; not deterministic."""
    s.arrives(wire.encode({"desk": 1, "epoch": 1, "sealed": bytes(100), "invite": None}))
    s.arrives(b"\xbf\xff")


# ---- reports and follow-ups -----------------------------------------------------------------------------------------


@desk_scenario("8.2", desk=[(2, "ReportChanged"), (3, "ReportChanged")])
def report_that_changes_under_its_id(s: DeskScribe) -> None:
    """The id of a known report with another content; and a follow-up of a report that nobody has."""
    item, _ = s.report()
    s.posts(item)
    s.posts(item | {"fields": item["fields"] | {"happened": "something else"}})
    s.posts(s.follow_up(s.report()[1]))


@desk_scenario("8.2", desk=[(1, "Forked")])
def report_from_a_forked_board(s: DeskScribe) -> None:
    """Its writer is shown another board. She needs help all the same: it is read, and shown so."""
    s.posts(s.report(head=fixed("another history"))[0])


@desk_scenario("8.2", desk=[(1, "BadSignature")])
def report_in_anothers_name(s: DeskScribe) -> None:
    s.posts(s.report(signed={"device": device("eve").signing_key, "signature": bytes(64)})[0])


@desk_scenario("8.3", desk=[(2, "NotTheReceipt"), (3, "NotTheReceipt"), (4, "NotTheReceipt"), (5, "NotTheReceipt")])
def follow_ups_not_by_the_receipt(s: DeskScribe) -> None:
    """By a moderator, who knows all of a report but its follow key; with another counter; of another report; with another text."""
    receipt = s.reports()
    forged = Receipt.from_state(receipt.state() | {"follow": SigningSeed(fixed("not hers")).reveal()})
    s.posts(s.follow_up(forged, "withdraw"))
    honest = s.follow_up(receipt, text="yes")
    s.posts(honest | {"counter": 2})
    other = s.follow_up(receipt, text="no")
    s.posts(other | {"body": honest["body"]})
    s.posts(honest | {"signature": bytes(64)})
    s.posts(honest)


@desk_scenario("8.3", desk=[(3, "CounterWentBack"), (4, "CounterWentBack"), (5, "CounterWentBack")])
def counter_that_goes_back(s: DeskScribe) -> None:
    """The relay held one back; a second phone has the same receipt; and a counter of nothing."""
    receipt = s.reports()
    twin = Receipt.from_state(receipt.state())
    none = Receipt.from_state(receipt.state() | {"counter": -1})
    first = s.follow_up(receipt, text="first")
    s.posts(s.follow_up(receipt, text="second"))
    s.posts(first)
    s.posts(s.follow_up(twin, text="of the second phone"))
    s.posts(s.follow_up(none, text="of nothing"))
