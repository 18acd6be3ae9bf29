"""Attacks that once worked on the board: each found by playing the other side, each refused now (protocol §5, §6, §10)."""

from __future__ import annotations

import pytest

from crypto.approvals import Approval
from crypto.errors import Withheld
from crypto.secrets import SigningSeed
from tests.partners.readers import member, moderator, reopened, stub, view
from tests.partners.scribe import DAY, LEAVES, NOW, Scribe, alert_content, refused


def names(reader: object) -> list[tuple[int, str]]:
    return [(r.seq, r.error) for r in reader.board.refused]  # type: ignore[attr-defined]  # a member or moderator


@pytest.mark.parametrize("read_as", [member, moderator])
def test_what_was_refused_is_not_believed_after_the_vault_is_opened_again(read_as: object) -> None:
    """Signatures that were verified are trusted later; those that did not hold are not."""
    scribe = Scribe()
    body = scribe.body("alert", alert_content())
    forged = [*scribe.approvals(body, ["ana"]), Approval(*scribe.seat("bea"), bytes(64))]
    scribe.add(scribe.statement(body, ["ana"], approvals=forged))
    scribe.alert()
    reader = read_as(scribe)  # type: ignore[operator]  # one of the two functions
    reader.read_board(scribe.entries)
    again = reopened(reader)
    assert names(reader) == names(again) == names(reopened(again)) == [(3, "BadSignature")]
    assert view(again) == view(reader)


def test_a_forged_announcement_is_not_believed_after_the_vault_is_opened_again() -> None:
    scribe = Scribe()
    scribe.pulse(approvals=[Approval(*scribe.seat("ana"), bytes(64)), Approval(*scribe.seat("bea"), bytes(64))])
    reader = member(scribe)
    reader.read_board(scribe.entries)
    assert names(reader) == names(reopened(reader)) == [(3, "BadSignature")]
    assert reopened(reader).board.epoch.number == 1


def test_resources_and_figures_are_two_things() -> None:
    """Both have sixteen zero bytes for an object, and one each."""
    scribe = Scribe()
    scribe.add(scribe.statement(scribe.body("resources", {"items": []})))
    scribe.add(scribe.statement(scribe.body("figures", {"from": 0, "to": 1, "counts": {}, "note": ""})))
    assert scribe.board.refused == []
    assert sorted(t.last.body.kind for t in scribe.board.things.values()) == ["figures", "resources"]


def test_a_question_does_not_continue_a_notice() -> None:
    scribe = Scribe()
    notice = scribe.body("notice", {"text": "closed on Monday", "language": "en"})
    scribe.add(scribe.statement(notice))
    scribe.add(scribe.statement(scribe.body("question", {"text": "Monday?", "language": "en", "choices": []}, after=notice)))
    assert [r.error for r in scribe.board.refused] == ["WrongVersion"]


def test_an_alert_that_was_published_twice_does_not_come_back_when_it_is_erased() -> None:
    """One moderator can repeat what was approved. It is refused; but when the first is a stub, the repetition would count."""
    scribe = Scribe()
    body = scribe.alert()
    scribe.add(scribe.statement(body, publisher="cleo"))
    scribe.add(scribe.statement(scribe.body("erase", scribe.erase(body))))
    reader = member(scribe)
    reader.read_board(scribe.entries)
    assert reader.board.alerts == [] and reopened(reader).board.alerts == []
    newcomer = member(scribe, "eve")
    newcomer.read_board([stub(e) if e.place.seq == 3 else e for e in scribe.entries])
    assert newcomer.board.alerts == [] and newcomer.board.withheld == []


def test_moderators_erase_repetitions_too() -> None:
    scribe = Scribe()
    body = scribe.alert()
    scribe.add(scribe.statement(body, publisher="cleo"))
    ana = moderator(scribe)
    ana.read_board(scribe.entries)
    erasure = ana.erasure_of(ana.board.alerts[0], NOW)
    assert [e["seq"] for e in erasure.content["entries"]] == [3, 4]
    scribe.add(scribe.statement(erasure))
    assert sorted(scribe.board.erased) == [3, 4] and [r.error for r in scribe.board.refused] == ["PublishedTwice"]


def test_an_announcement_is_never_a_stub() -> None:
    """A relay that hides one would blind this device to everything after it, even when it tells the truth again."""
    scribe = Scribe()
    scribe.pulse()
    scribe.alert()
    reader = member(scribe)
    with pytest.raises(Withheld):
        reader.read_board([stub(e) if e.place.seq == 3 else e for e in scribe.entries])
    reader.read_board(scribe.entries[len(reader.entries) :])
    assert len(reader.board.alerts) == 1 and reader.board.withheld == []


def test_an_entry_under_an_epoch_that_nobody_announced_is_the_relays_own() -> None:
    """Anybody could have signed it. Kept at the end of the chain, it would part this device from the others for good."""
    scribe = Scribe()
    made_up = scribe.entry(scribe.place("statement", epoch=99), bytes(1064), SigningSeed(bytes(32)))
    reader = member(scribe)
    with refused("BadSignature"):
        reader.read_board([*scribe.entries, made_up])
    scribe.alert()
    reader.compare(scribe.board.head)  # type: ignore[arg-type]  # the board is not empty
    reader.read_board(scribe.entries[len(reader.entries) :])
    assert len(reader.board.alerts) == 1


def test_an_entry_under_a_refused_announcement_is_skipped_if_its_gate_signed() -> None:
    scribe = Scribe()
    scribe.pulse(by=("cleo",))
    scribe.add(scribe.statement(scribe.body("alert", alert_content()), epoch=2))
    assert [(r.seq, r.error) for r in scribe.board.refused] == [(3, "BelowQuorum"), (4, "WrongEpoch")]
    scribe.alert()
    assert len(scribe.board.alerts) == 1


def test_one_moderators_word_is_not_for_another_to_change_alone() -> None:
    """Otherwise the first would be free to send out the next one."""
    scribe = Scribe()
    word = {"so_far": True, "expires": NOW + 2 * DAY}
    body = scribe.alert(by=["ana"], **word)
    scribe.add(scribe.statement(scribe.body("amendment", alert_content(**word), after=body), ["cleo"]))
    scribe.alert(by=["ana"], **word)
    assert [(r.seq, r.error) for r in scribe.board.refused] == [(4, "SoFarNotAllowed"), (5, "SoFarNotAllowed")]
    assert len(scribe.board.alerts) == 1


def test_everybody_who_reads_it_again_reads_the_same() -> None:
    scribe = Scribe()
    scribe.alert()
    scribe.pulse(removed=[LEAVES["eve"]])
    scribe.alert()
    dina, ana, eve = member(scribe), moderator(scribe), member(scribe, "eve")
    for reader in (dina, ana, eve):
        reader.read_board(scribe.entries)
    assert view(dina) == view(ana) == view(reopened(dina)) == view(reopened(ana))
    assert len(eve.board.alerts) == 1 and names(eve)[0] == (4, "NotAddressed")
