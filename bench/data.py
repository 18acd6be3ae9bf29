"""What a member's phone has to fetch: `python -m bench.data [--full] [--members N] [--weeks N] [--reports N]`.

A collective is founded at a real relay and lives through its weeks with the real clients, every join, report, answer, signature and announcement made by a device at its time, by a clock that
is turned on. Of each ten reports seven are published, by two moderators, and three declined; one in ten is asked about first, and answered. Every fourth week
somebody is removed, somebody else comes, and a notice goes out. One member syncs every evening from the first day on: what the last four weeks cost her is her month.
At the end somebody joins who fetches all of it: that is the first sync.

Counted are bodies both ways and a thousand bytes for each request, as the app shows them under Safety; not the app's own files, nor what TLS and the line add.
`--full` is what the target is about, a year of 300 members with 40 reports a week, and takes a quarter of an hour or more. The default is smaller, and each line says how much it is.
Nothing is random that matters to a size, so one run says it all.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from alerts import casework
from alerts.casework import Case
from alerts.report import validate_report
from alerts.session import Session
from alerts.sync import RelayClient
from bench._report import report
from crypto.base32 import decode_code
from rehearsal.clock import Clock
from rehearsal.collective import Collective
from server import serve
from storage.folder import new_founding_code

HOUR: Final = 3600
DAY: Final = 24 * HOUR
WEEK: Final = 7 * DAY
BEGINNING: Final = 1_800_000_000
MODERATORS: Final = ("one", "two", "three")
#: Of ten reports, what becomes of each.
FATES: Final = ("published", "published", "declined", "published", "asked", "published", "declined", "published", "published", "declined")
MONTH: Final = 4
#: As long as what people write when they write something (characters), and a public text.
WORDS: Final = "He was late and had been drinking. He would not pay what we had agreed on, then he held the door shut and shouted. " * 5
PUBLIC: Final = "A man was reported to refuse payment, to hold the door shut and to threaten. He came by car. " * 3
TARGETS: Final = {"first": 4e6, "month": 2e6}


class Life:
    """The weeks of a collective at one relay."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.url = url
        self.clock = clock
        self.all = Collective(MODERATORS, self._line, self.now)
        self._open = contextlib.AsyncExitStack()
        self._reports = 0

    def now(self) -> int:
        return int(self.clock())

    @property
    def people(self) -> dict[str, Session]:
        return self.all.people

    async def __aenter__(self) -> Life:
        return self

    async def __aexit__(self, *trace: object) -> None:
        await self._open.aclose()

    async def _line(self) -> RelayClient:
        """Of somebody's own: it counts what goes over it."""
        return await self._open.enter_async_context(RelayClient(self.url, self.now))

    async def week(self, reports: int) -> None:
        """One of seven days; who syncs every evening does so at the end of each."""
        begins = self.clock()
        for day in range(7):
            for place in range(reports * day // 7, reports * (day + 1) // 7):
                self.clock.turn_to(begins + day * DAY + (place % 12 + 1) * HOUR)
                await self.reported(FATES[self._reports % len(FATES)])
            self.clock.turn_to(begins + day * DAY + 20 * HOUR)
            await self.all.moderators_look()
            await self.people["evening"].sync()
        self.clock.turn_to(begins + WEEK)

    async def month_ends(self, number: int) -> None:
        await self.all.joins(f"guest {number}")
        if number > 0:
            await self.all.removes(f"guest {number - 1}")
        await self.all.publishes("notice", {"text": PUBLIC, "language": "en"})

    async def reported(self, fate: str) -> None:
        """A report from one of five who report, and what the moderators on shift make of it."""
        self._reports += 1
        reporter = self.people[f"member {self._reports % 5}"]
        first, second = (self.people[name] for name in self.all.two())
        await reporter.sync()
        charter = reporter.device.board.charter
        says = {
            "kinds": ["assault", "non-payment"], "area": "North", "language": "en", "relationship": "self", "happened": WORDS,
            "identifiers": [{"type": "phone", "value": f"+447700900{self._reports % 1000:03}"}, {"type": "plate", "value": f"AB{self._reports % 100:02} CDE"}],
            "vehicles": [{"type": "van", "make": "Ford", "colour": "white"}], "consent": {"share": "peers", "show_first": False},
        }  # fmt: skip
        sent = reporter.device.report(validate_report(says, policy=charter.policy, country=charter.country), self.now()).id
        await reporter.send()
        await first.sync()

        def case(session: Session) -> Case:
            return casework.find_case(session.moderator, sent)

        await first.do(lambda: casework.claim(first.moderator, case(first)))
        if fate == "declined":
            await first.do(lambda: casework.decline(first.moderator, case(first), "This is not for an alert.", self.now()))
        else:
            if fate == "asked":
                await first.do(lambda: casework.ask(first.moderator, case(first), "Which way did he drive off?", self.now()))
                await reporter.sync()
                reporter.device.follow_up(sent, "answer", text="Towards the harbour.")
                await reporter.send()
                await first.sync()
            await first.do(
                lambda: casework.draft(
                    first.moderator, case(first), self.all.public(first, case(first), {"text": PUBLIC, "language": "en"}), self.now()
                )
            )
            for moderator in (first, second):
                await moderator.sync()
                await self.all.approves(moderator, sent)
            await second.publish_case(sent)
        await reporter.sync()


@contextlib.asynccontextmanager
async def running(folder: Path, clock: Clock) -> AsyncIterator[str]:
    """A relay that goes by this clock; its address."""
    stop, said = asyncio.Event(), asyncio.get_running_loop().create_future()
    relay = asyncio.create_task(serve(folder, "127.0.0.1", 0, ready=said.set_result, clock=lambda: int(clock()), stop=stop))
    try:
        yield str(await said).removeprefix("listening on ")
    finally:
        stop.set()
        await relay


async def live(folder: Path, members: int, weeks: int, reports: int) -> tuple[float, float, int]:
    """Bytes of the first sync, bytes of the last four weeks of who synced every evening, and how many alerts there are in the end."""
    clock = Clock(BEGINNING)
    clock.stand()
    async with running(folder, clock) as url, Life(url, clock) as life:
        code = decode_code(new_founding_code(folder))
        await life.all.found(code, name="Bench", areas=(("north", "North"), ("harbour", "Harbour")))
        for name in MODERATORS[1:]:
            await life.all.begins_to_moderate(name)
        for number in range(max(members - len(MODERATORS) - 1, 5)):
            await life.all.joins(f"member {number}")
        evening = await life.all.joins("evening")
        month = 0
        for week in range(weeks):
            if week == max(weeks - MONTH, 0):
                month = -evening.relay.carried
            await life.week(reports)
            if week % MONTH == MONTH - 1:
                await life.month_ends(week // MONTH)
            print(f"week {week + 1} of {weeks}", file=sys.stderr)
        await evening.sync()
        last = await life.all.joins("last")
        return last.relay.carried, month + evening.relay.carried, len(last.device.board.things)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="a year of 300 members, 40 reports a week")
    parser.add_argument("--members", type=int, default=12)
    parser.add_argument("--weeks", type=int, default=MONTH)
    parser.add_argument("--reports", type=int, default=10, help="in a week")
    asked = parser.parse_args()
    members, weeks, reports = (300, 52, 40) if asked.full else (asked.members, asked.weeks, asked.reports)
    with tempfile.TemporaryDirectory() as folder:
        first, month, things = asyncio.run(live(Path(folder), members, weeks, reports))
    of = f"{members} members, {weeks} weeks of {reports} reports, {things} things on the board"
    for name, carried, target in (("first sync", first, TARGETS["first"]), ("a month, synced every evening", month, TARGETS["month"])):
        report(
            "data", f"{name}: {of}", [carried / 1e6], "MB", against="target" if asked.full else "target of --full", yardstick=[target / 1e6]
        )


if __name__ == "__main__":
    main()
