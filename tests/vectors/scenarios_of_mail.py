"""Scenarios of mail: letters to a receipt, and what is none (protocol §8.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from alerts import mail
from crypto import wire
from crypto.sealing import open_
from crypto.secrets import AnswerKey
from tests.partners.desk_scribe import DeskScribe
from tests.partners.scribe import DAY, fixed
from tests.vectors.scenario import mail_of, mail_scenario

Answers = list[dict[str, Any]]


@mail_scenario("8.4")
def honest_mail(s: DeskScribe) -> None:
    """Two have it, so the device forgets the text; a question; how it stands. Letters to others pass by."""
    receipt, (_, stranger) = s.reported(), s.report()
    s.writes(receipt, "ana")
    s.writes(stranger, "ana")
    s.writes(receipt, "bea")
    s.now += 60
    s.writes(receipt, "bea", kind="question", status="needs-info", text="Which street?", question=1)
    s.now += 60
    s.writes(receipt, "ana", kind="status", status="published", text="It is out.")


@mail_scenario("8.4")
def mail_by_one_of_two(s: DeskScribe) -> None:
    """Many letters of one moderator are one person's word: the device keeps the report."""
    receipt = s.reported()
    for status in ("claimed", "held"):
        s.writes(receipt, kind="status", status=status)
        s.now += 60


@mail_scenario("8.4")
def mail_out_of_order(s: DeskScribe) -> None:
    """The newest letter says how things stand, whichever came last."""
    receipt = s.reported()
    s.writes(receipt, now=s.now + 60, kind="status", status="published")
    s.writes(receipt, kind="status", status="claimed")
    s.now += 60


@mail_scenario("8.4")
def mail_from_the_future(s: DeskScribe) -> Answers:
    """One that claims a later time counts as of now: it does not outlast those after it."""
    receipt = s.reported()
    s.writes(receipt, now=2**53 - 1, kind="status", status="declined")
    first = mail_of(s)
    s.now += 60
    s.writes(receipt, "bea", kind="status", status="published")
    return [first, mail_of(s, board=len(s.entries), first=1)]


@mail_scenario("8.4")
def mail_replayed(s: DeskScribe) -> Answers:
    """A letter with a tag that was read before changes nothing."""
    receipt = s.reported()
    s.writes(receipt, kind="status", status="held")
    s.now += 60
    s.writes(receipt, kind="status", status="claimed")
    s.mail.append(s.mail[0])
    first = mail_of(s)
    s.now += 60
    s.mail.append(s.mail[0])
    return [first, mail_of(s, board=len(s.entries), first=3)]


@mail_scenario("8.4", (1, "NotAModerator"), (2, "NotAModerator"), people=("ana", "bea", "cleo"))
def mail_by_no_moderator(s: DeskScribe) -> None:
    """By somebody who moderated when the report came, and has its keys; and by somebody who never did."""
    receipt = s.reported()
    s.charter(["ana", "bea"])
    for name in ("cleo", "mallory"):
        s.writes(receipt, name, kind="status", status="published", text="all is well")


@mail_scenario("8.4", (1, "CannotOpen"), (2, "CannotOpen"), (3, "WrongShape"))
def mail_sealed_otherwise(s: DeskScribe) -> None:
    """The tag of one report with the blob of another; another answer key; a letter to one report in another's envelope."""
    one, two = s.reported(), s.reported()
    s.mail.append(replace(s.letter(one), blob=s.letter(two).blob))
    s.writes(one, answer=AnswerKey(fixed("a guess")))
    s.writes(one, report=two.id)


@mail_scenario("8.4", (1, "BadSignature"), (2, "BadSignature"), (3, "WrongPadding"), (4, "NotDeterministic"), (5, "WrongShape"))
def mail_of_the_wrong_form(s: DeskScribe) -> None:
    """Signed by another than it says; not signed; zeros only; bytes behind it; a field missing."""
    receipt = s.reported()
    body = _body_of(s, receipt)
    s.signed_letter(receipt, body, "bea", signer=s.board.charter.people[0].devices[0])
    s.signed_letter(receipt, body, signature=bytes(64))
    s.sealed_letter(receipt, bytes(1024))
    s.sealed_letter(receipt, wire.pad(wire.encode({"body": b""}) + b"\x00\x01", wire.STATEMENT_SIZES))
    s.signed_letter(receipt, {key: value for key, value in body.items() if key != "charter"})


@mail_scenario("8.4", (1, "WrongShape"), (2, "WrongShape"), (3, "WrongShape"), (4, "WrongShape"))
def mail_that_says_what_only_she_can(s: DeskScribe) -> None:
    """Of moderators' doing are neither *withdrawn*, *sent*, *answered* nor anything nobody knows."""
    receipt = s.reported()
    for status in ("withdrawn", "sent", "answered", "anything"):
        s.writes(receipt, kind="status", status=status)
    s.writes(receipt, kind="status", status="held")


@mail_scenario("5.3", raises="WrongShape")
def mail_of_a_size_no_padding_gives(s: DeskScribe) -> None:
    receipt = s.reported()
    s.mail.append(replace(s.letter(receipt), blob=bytes(1065)))


def _body_of(s: DeskScribe, receipt: Any) -> dict[str, Any]:
    """The body of an honest letter."""
    item = s.letter(receipt, kind="status", status="held", now=s.now - DAY)
    opened = wire.decode(wire.unpad(open_(*mail._seal_of(receipt.answer, s.collective, item.tag), item.blob), wire.STATEMENT_SIZES))
    body: dict[str, Any] = wire.decode(opened["body"])
    return body
