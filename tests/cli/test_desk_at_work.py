"""The desk as moderators read it at 3 a.m.: whose a report is, what is left to do, and no list that never empties."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from alerts import casework
from alerts.home import Home
from alerts.report import example_report, validate_report
from commands.base import Answer, Context
from commands.call import Call
from commands.desk import _DO
from commands.device import Work
from commands.terminal import Terminal
from crypto.base32 import encode_id
from crypto.errors import NotAllowed
from crypto.vault import Cost
from tests.partners.world import World, run

OPTIONS = {"id": None, "more": None, "example": False, "text_id": None, "one_so_far": False, "all": False, "take_over": False}


async def _do(call: Call, action: str) -> Answer:
    return await _DO[action](call)


class Person:
    """Whoever sits at the terminal; without answers nobody does."""

    def __init__(self, *answers: bool) -> None:
        self.answers, self.watched, self.said = list(answers), bool(answers), list[str]()

    def say(self, text: str) -> None:
        self.said.append(text)

    warn = say

    def confirm(self, question: str) -> bool:
        self.said.append(question)
        return self.answers.pop(0)


class Desk:
    """A collective of three moderators and Dina, who reports; every moderator has a vault and types commands."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.world.moderators("bea", "cleo")
        self.world.join("dina", self.world.invite())
        self.homes = {name: Home.create(folder / name, "a passphrase", Cost()) for name in ("ana", "bea", "cleo")}

    def types(
        self, name: str, action: str, one: bytes | None = None, *, person: Person | None = None, text: str = "", **more: Any
    ) -> Answer:
        self.world.sync(name)
        options = Namespace(**OPTIONS | {"id": None if one is None else encode_id(one)} | more)
        context = SimpleNamespace(terminal=person or Person(), now=self.world.clock(), options=options)
        work = Work(cast(Context, context), self.homes[name], self.world[name])
        return run(_do(Call(work, options, text, None), action))

    def reports(self, **fields: Any) -> bytes:
        said = example_report() | {"consent": {"share": "peers"}} | fields
        receipt = self.world["dina"].device.report(validate_report(said, policy={}, country="GB"), self.world.clock())
        self.world.sync("dina")
        return receipt.id

    def follows_up(self, report: bytes, action: str, **more: Any) -> None:
        self.world.sync("dina")
        self.world["dina"].device.follow_up(report, action, **more)
        self.world.sync("dina")

    def publishes(self, report: bytes) -> bytes:
        """A report's alert, out with two people's word; returns the alert's id."""
        self.types("ana", "claim", report)
        self.types("ana", "draft", report, text="What was reported.")
        self.types("ana", "approve", report)
        self.types("bea", "show", report)
        self.types("bea", "approve", report)
        self.types("bea", "publish", report)
        alert = casework.find_case(self.world.mod("bea"), report).alert
        assert alert is not None
        return alert

    def listed(self, name: str, **more: Any) -> list[str]:
        return [row["id"] for row in self.types(name, "list", **more).value["reports"]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    for home in made.homes.values():
        home.close()


def test_a_removal_that_waits_for_a_second_is_told_to_whoever_has_not_agreed(desk: Desk) -> None:
    """Nobody would look into the list of members for it."""
    ana, dina = desk.world["ana"], next(m for m in desk.world.mod("ana").members() if m.alias == "dina")
    assert not run(ana.remove(dina))
    assert desk.types("ana", "list").lines == ["Nothing waits for you."] and desk.types("ana", "list").value["removals"] == []
    seen = desk.types("bea", "list")
    assert seen.lines == ["dina: 1 of 2 agree to take her off the list. To agree: parasol remove dina"]
    assert [(r["alias"], r["approvals"], r["needed"]) for r in seen.value["removals"]] == [("dina", 1, 2)]
    run(desk.world["bea"].remove(dina))
    desk.world.sync("cleo", "ana", "bea")
    assert desk.types("cleo", "list").lines == ["Nothing waits for you."]


def test_a_moderators_removal_stands_among_the_rules_that_are_proposed_and_not_twice(desk: Desk) -> None:
    gone = next(m for m in desk.world.mod("ana").members() if m.alias == "cleo")
    assert not run(desk.world["ana"].replant_without(gone))
    assert desk.types("bea", "list").value["removals"] == []


def test_the_list_says_where_a_report_stands_in_words_and_never_in_codes(desk: Desk) -> None:
    report = desk.reports()
    assert "new; nobody has claimed it" in desk.types("ana", "list").lines[0] and "URGENT" in desk.types("ana", "list").lines[0]
    desk.types("ana", "claim", report)
    assert "you are working on it" in desk.types("ana", "list").lines[0] and "ana is working on it" in desk.types("bea", "list").lines[0]
    desk.types("ana", "ask", report, text="Are you safe?")
    desk.types("ana", "list")
    line = desk.types("ana", "list").lines[0]
    assert "we asked her" in line and "needs-info" not in line
    desk.follows_up(report, "answer", text="Yes.", question=1)
    assert "she has written back" in desk.types("ana", "list").lines[0]


def test_what_somebody_has_claimed_is_not_taken_silently(desk: Desk) -> None:
    """A script must say so, a person is asked; and so with what ends somebody else's work."""
    report = desk.reports()
    desk.types("ana", "claim", report)
    for action in ("claim", "decline", "hand-back"):
        with pytest.raises(NotAllowed, match="ana has claimed this already"):
            desk.types("bea", action, report, text="no")
    no, yes = Person(False), Person(True)
    with pytest.raises(NotAllowed, match="nothing was done"):
        desk.types("bea", "claim", report, person=no)
    assert no.said == ["ana has claimed this already. Take it over all the same?"]
    assert desk.types("cleo", "show", report).value["claimed_by"] == "ana"
    desk.types("bea", "claim", report, person=yes)
    assert desk.types("cleo", "show", report).value["claimed_by"] == "bea"
    assert desk.types("cleo", "claim", report, take_over=True).value["claimed_by"] == "cleo"
    assert desk.types("cleo", "claim", report).lines[0].endswith("is yours already.")
    helper = Person()
    desk.types("ana", "ask", report, person=helper, text="Are you safe?")
    assert helper.said == ["cleo has claimed this report. Tell her what you do."]


def test_a_report_that_is_handed_back_is_anybodys(desk: Desk) -> None:
    report = desk.reports()
    desk.types("ana", "claim", report)
    desk.types("ana", "hand-back", report)
    assert desk.types("bea", "claim", report).value["claimed_by"] == "bea"


def test_what_is_finished_is_not_listed_unless_it_is_asked_for(desk: Desk) -> None:
    declined, published = desk.reports(), desk.reports()
    desk.types("ana", "claim", declined)
    desk.types("ana", "decline", declined, text="twice the same")
    desk.publishes(published)
    answer = desk.types("cleo", "list")
    assert answer.value["reports"] == [] and answer.value["finished"] == 2
    assert answer.lines == ["Nothing waits for you.", "2 finished are not shown: parasol desk list --all"]
    assert len(desk.listed("cleo", all=True)) == 2


def test_a_withdrawn_report_whose_alert_stands_is_a_task_until_it_is_taken_back(desk: Desk) -> None:
    report = desk.reports()
    alert = desk.publishes(report)
    assert desk.listed("cleo") == []
    desk.follows_up(report, "withdraw")
    answer = desk.types("cleo", "list")
    assert answer.value["reports"][0]["task"] == "withdrawn"
    assert any("TO DO: she withdrew it" in line and "desk retract" in line for line in answer.lines)
    desk.types("ana", "retract", alert, text="withdrawn")
    assert any("It is proposed to take it back" in line for line in desk.types("cleo", "list").lines)
    desk.types("cleo", "show", alert)
    desk.types("cleo", "approve", alert)
    assert desk.listed("cleo") == []


def test_a_correction_after_the_alert_went_out_is_read_by_somebody(desk: Desk) -> None:
    report = desk.reports()
    alert = desk.publishes(report)
    fields = validate_report(example_report() | {"happened": "It was a blue van."}, policy={}, country="GB")
    desk.world.later(60)
    desk.follows_up(report, "correct", fields=fields)
    row = desk.types("cleo", "list").value["reports"][0]
    assert (row["status"], row["task"]) == ("published", "corrected")
    desk.types("ana", "retract", alert, text="another car")
    desk.types("bea", "retract", alert, text="another car")
    assert desk.listed("cleo") == []


def test_what_she_says_when_it_is_over_is_read_by_somebody(desk: Desk) -> None:
    """Her answer crossed the decision. It is new for everybody until one has read it, and nothing else comes of it."""
    report = desk.reports()
    desk.types("ana", "claim", report)
    desk.types("ana", "ask", report, text="Which street?")
    desk.types("ana", "decline", report, text="We could not reach you.")
    assert desk.listed("bea") == []
    desk.follows_up(report, "answer", text="The long one.", question=1)
    answer = desk.types("bea", "list")
    assert [(row["status"], row["task"]) for row in answer.value["reports"]] == [("declined", "read")]
    assert any("TO DO: she has written since" in line and "desk read" in line for line in answer.lines)
    assert any("The long one." in line for line in desk.types("bea", "show", report).lines)
    desk.types("bea", "read", report)
    assert desk.listed("ana") == desk.listed("bea") == []
    with pytest.raises(NotAllowed, match="nothing new to read"):
        desk.types("ana", "read", report)


def test_what_she_says_of_a_warning_that_is_out_is_read_by_somebody(desk: Desk) -> None:
    report = desk.reports()
    desk.publishes(report)
    desk.follows_up(report, "answer", text="I am safe now.")
    assert [row["task"] for row in desk.types("cleo", "list").value["reports"]] == ["read"]
    desk.types("cleo", "read", report)
    desk.follows_up(report, "answer", text="He has come again.")
    assert [row["task"] for row in desk.types("cleo", "list").value["reports"]] == ["read"]


def test_urgent_reports_that_nobody_has_come_first(desk: Desk) -> None:
    claimed = desk.reports()
    desk.types("ana", "claim", claimed)
    minor, urgent = desk.reports(kinds=["haggling"], ongoing=["none"]), desk.reports()
    assert desk.listed("bea") == [encode_id(one) for one in (urgent, claimed, minor)]


def test_what_cannot_be_done_is_said_in_words_with_what_can(desk: Desk) -> None:
    report = desk.reports()
    with pytest.raises(NotAllowed, match="claim it first: parasol desk claim"):
        desk.types("ana", "draft", report, text="x")
    desk.types("ana", "claim", report)
    with pytest.raises(NotAllowed, match="no text was written yet"):
        desk.types("ana", "publish", report)
    desk.types("ana", "draft", report, text="What was reported.")
    desk.types("ana", "approve", report)
    with pytest.raises(NotAllowed, match="not enough people have approved it yet: 1 of 2. Another moderator runs"):
        desk.types("bea", "publish", report)
    shown = desk.types("bea", "show", report).lines[-1]
    assert shown.startswith("  You can: desk ask") and "hold" not in shown and "expire" not in shown


def test_one_moderators_word_is_brought_to_mind_until_a_second_confirms_it(desk: Desk) -> None:
    """After 24 hours and after 48; at 72 it has expired."""
    report = desk.reports()
    desk.types("ana", "claim", report)
    desk.types("ana", "draft", report, text="What was reported.")
    desk.types("ana", "show", report)
    desk.types("ana", "publish", report, one_so_far=True)
    for hours, reminded in ((1, False), (22, False), (2, True), (24, True), (22, True), (2, False)):
        desk.world.later(hours * 3600)
        answer = desk.types("bea", "list")
        assert bool(answer.value["reminders"]) is reminded
        assert any("with one moderator so far. A second must approve it" in line for line in answer.lines) is reminded


def test_a_warning_is_erased_by_as_many_as_the_rules_say(desk: Desk) -> None:
    alert = desk.publishes(desk.reports())
    with pytest.raises(NotAllowed, match="nothing was done"):
        desk.types("ana", "erase", alert, person=Person(False))
    proposed = desk.types("ana", "erase", alert, person=Person(True))
    assert proposed.value["erased"] is False and "1 of 2 approve" in proposed.lines[0]
    assert desk.types("ana", "erase", alert).value["erased"] is False, "her word counts once"
    assert desk.types("ana", "list").value["erasures"] == []
    [waiting] = desk.types("bea", "list").value["erasures"]
    assert waiting == {"alert": encode_id(alert), "approvals": 1, "needed": 2}
    assert any("ana proposes to erase it for good" in line for line in desk.types("bea", "list").lines)
    done = desk.types("bea", "erase", alert)
    assert done.value["erased"] is True and "is erased" in done.lines[0]
    desk.world.sync("dina")
    assert desk.world["dina"].device.board.alerts == [] and desk.world.relay.pending
    assert desk.types("cleo", "list").value["erasures"] == []


def test_who_asked_to_hold_it_hears_that_only_her_word_is_missing(desk: Desk) -> None:
    report = desk.reports(consent={"share": "peers", "show_first": False, "hold": True})
    receipt = desk.world["dina"].device.receipts[report]
    desk.types("ana", "claim", report)
    desk.types("ana", "draft", report, text="What was reported.")
    desk.types("ana", "approve", report)
    desk.world.sync("dina")
    assert receipt.status != "held", "one approval is not enough to go out"
    desk.types("bea", "show", report)
    desk.types("bea", "approve", report)
    with pytest.raises(NotAllowed, match="hold it until she says so"):
        desk.types("bea", "publish", report)
    desk.world.sync("dina")
    assert receipt.status == "held"
    desk.follows_up(report, "release")
    assert receipt.status == "approved"
    assert desk.types("cleo", "publish", report).value["approvals"] == 2


def test_two_reasons_for_one_retraction_do_not_wait_for_each_other(desk: Desk) -> None:
    """The second person is told of the first one's words, and may agree to them."""
    alert = desk.publishes(desk.reports())
    desk.types("ana", "retract", alert, text="withdrawn")
    script = desk.types("cleo", "retract", alert, text="it was withdrawn")
    assert script.value["published"] is False and "ana proposes it too, with another reason" in script.lines[-1]
    asked = Person(True)
    done = desk.types("bea", "retract", alert, person=asked, text="no longer true")
    assert done.value["published"] is True and asked.said[0].endswith("because: withdrawn")


def test_a_text_that_was_typed_is_shown_again_if_the_command_fails(capsys: pytest.CaptureFixture[str]) -> None:
    import cli

    terminal = Terminal(as_json=False)
    terminal.typed = "Are you safe now?"
    assert cli._fail(terminal, "Unreachable", "the relay cannot be reached", 4) == 4
    assert "What you typed, to copy it: Are you safe now?" in capsys.readouterr().err
