"""Whoever watches reads what her device knows before the relay is asked, and is told whether the news changes it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from commands.base import Answer
from commands.device import Work
from commands.meanwhile import told
from crypto.errors import BadInput
from tests.partners.world import run


class Screen:
    """A terminal; ``read`` says whether somebody looks at it."""

    def __init__(self, *, read: bool) -> None:
        self.read, self.shown = read, list[str]()

    def show(self, value: dict[str, Any], lines: list[str]) -> None:
        self.shown += lines


class Device:
    """A device, and what the relay will tell it."""

    def __init__(self, screen: Screen, knows: list[str], news: list[str], *, offline: bool = False, trouble: str = "") -> None:
        self.context = SimpleNamespace(terminal=screen, options=SimpleNamespace(offline=offline))
        self.knows, self._news, self._trouble = knows, news, trouble
        self.as_of, self.status, self.trouble, self.asked = "Monday", 0, None, 0
        self.warnings: list[str] = []
        self.before: list[str] = []

    async def ask_relay(self, patience: float, *, offline: bool) -> None:
        self.before = list(self.context.terminal.shown)
        self.asked += 1
        if self._trouble:
            self.trouble = cast(Any, self._trouble)
            self.warnings.append(self._trouble)
        else:
            self.knows, self.as_of = self._news, "Tuesday"

    def warn_if_stale(self) -> None:
        pass

    def answer(self) -> Answer:
        if not self.knows:
            raise BadInput("no alert has this id")
        return Answer({}, list(self.knows))


def lines(device: Device) -> list[str]:
    return run(told(cast(Work, device), device.answer)).lines


def test_the_answer_stands_there_before_the_relay_is_asked() -> None:
    device = Device(Screen(read=True), ["No record."], ["No record."])
    said = lines(device)
    assert device.before == ["No record.", "As of Monday. Asking for news…"]
    assert said == ["Nothing new: what stands above is all there is.", "As of Tuesday."]


def test_news_that_changes_the_answer_cannot_be_missed() -> None:
    device = Device(Screen(read=True), ["No record."], ["MATCH"])
    assert lines(device) == ["", "NEWS. This takes the place of what stands above:", "", "MATCH", "As of Tuesday."]


def test_without_the_relay_it_says_so_and_claims_nothing_new() -> None:
    device = Device(Screen(read=True), ["No record."], [], trouble="No connection.")
    assert lines(device) == ["! No connection.", "As of Monday."]


@pytest.mark.parametrize("offline", [False, True])
def test_a_program_gets_one_answer(offline: bool) -> None:
    device = Device(Screen(read=False), ["No record."], ["MATCH"], offline=offline)
    assert lines(device) == (["No record.", "As of Monday."] if offline else ["MATCH", "As of Tuesday."])
    assert device.context.terminal.shown == [] and device.asked == (not offline)


def test_what_is_not_here_yet_may_be_in_the_news() -> None:
    device = Device(Screen(read=True), [], ["the alert"])
    assert lines(device) == ["the alert", "As of Tuesday."] and device.context.terminal.shown == []
    with pytest.raises(BadInput):
        lines(Device(Screen(read=True), [], []))
