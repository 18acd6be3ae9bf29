"""One call of ``desk``: the device at work, and what was asked of it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any, Final

from alerts import alert, casework
from alerts.casework import Case
from alerts.moderator import Moderator
from alerts.things import Thing
from crypto.base32 import normalise_id
from crypto.errors import BadInput

from .device import Work
from .shapes import find_id

_NOT_CONTENT: Final = ("id", "status", "published", "changed", "version", "approvals", "reason", "change", "changes", "lines", "warnings")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of ``desk``: the device at work, and what was asked of it."""

    work: Work
    options: argparse.Namespace
    text: str
    given: Any

    @property
    def moderator(self) -> Moderator:
        return self.work.moderator

    @property
    def now(self) -> int:
        return self.work.context.now

    def case(self, typed: str | None = None) -> Case:
        """The case of the report that was named.

        Raises:
            BadInput: there is none.
        """
        moderator = self.moderator
        return casework.find_case(moderator, find_id(typed or self.options.id, moderator.inbox.reports, "report"))

    def thing(self) -> Thing:
        """The alert that was named.

        Raises:
            BadInput: there is none.
        """
        board = self.moderator.board
        return board.things[find_id(self.options.id, [t.id for t in board.alerts], "alert")]

    def names_an_alert(self) -> bool:
        """Whether the id is an alert's and no report's."""
        moderator = self.moderator
        normalise_id(self.options.id)
        try:
            find_id(self.options.id, moderator.inbox.reports, "report")
        except BadInput as error:
            try:
                self.thing()
            except BadInput:
                raise BadInput(error.detail if "several" in error.detail else "no report and no alert has this id") from None
            return True
        return False

    def content(self, given: Any) -> dict[str, Any]:
        """An alert's content from what a file says."""
        charter = self.moderator.board.charter
        if isinstance(given, dict):
            # What `--example` and `alerts --json` show beside the content says nothing here.
            given = {name: value for name, value in given.items() if name not in _NOT_CONTENT}
        return alert.validate_alert(
            given,
            policy=charter.policy,
            topics=charter.topics,
            now=self.now,
            collective=self.work.device.collective,
            country=charter.country,
        )

    def example(self, case: Case) -> dict[str, Any]:
        """An alert to start from, out of the report's coded fields."""
        charter = self.moderator.board.charter
        return alert.draft_from_report(
            case.report.fields, policy=charter.policy, topics=charter.topics, now=self.now, collective=self.work.device.collective
        )
