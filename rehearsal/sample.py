"""A sample collective with nearly three months behind it, founded and lived through by the real clients at a real relay.

Nothing is written past them: every join, report, signature and announcement is one that a person's device made at its time. For that the relay
and all devices share a clock that begins in the past and is turned on (:class:`rehearsal.clock.Clock`). Vaults are written at the end.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from alerts import casework
from alerts.casework import Case
from alerts.coded import fold
from alerts.desk import State
from alerts.figures import Counted, figures
from alerts.home import Home
from alerts.moderator import Moderator
from alerts.report import consent_of, validate_report
from alerts.session import Session
from alerts.sync import RelayClient
from alerts.things import Thing
from crypto.base32 import decode_code
from crypto.vault import Cost
from rehearsal import history
from rehearsal.clock import Clock
from rehearsal.collective import Collective
from rehearsal.history import AREAS, BEGINS, CHANGED, JOINED, MODERATORS, TOLD, Changed, Told

HOUR: Final = 3600
DAY: Final = 24 * HOUR
#: Beside the relay's data: everybody's vaults.
PEOPLE: Final = "people"
#: Opens every vault of the sample. It protects nothing: whatever is in a rehearsal is invented.
PASSPHRASE: Final = "a rehearsal"
#: A moderator looks at the desk so long after a report came, and a second one so long after her (seconds).
_FIRST: Final = 50 * 60
_SECOND: Final = 35 * 60

Progress = Callable[[str, int, int], None]
Step = Callable[[], Awaitable[object]]


def is_there(folder: Path) -> bool:
    """Whether this data folder has a sample. There is never half of one."""
    return Home.exists(home_of(folder, MODERATORS[0]))


def home_of(folder: Path, name: str) -> Path:
    """Where this person's vault lies."""
    return folder / PEOPLE / name.lower()


def begins(now: float) -> float:
    """What the clock has to show at the beginning, if it is ``now`` (Unix seconds)."""
    return now - BEGINS * DAY


async def make(folder: Path, url: str, founding_code: str, past: Clock, clock: Callable[[], int], progress: Progress) -> None:
    """Lives through the whole history, and leaves everybody's vault in the folder.

    Args:
        folder: the relay's data folder.
        url: the relay's address; the relay goes by ``clock`` too.
        past: turned on through the history; it shows :func:`begins` at first, and the wall's time in the end.
        clock: everybody's, as far behind as ``past`` is.
        progress: as :class:`alerts.syncing.Syncing` has it. What it raises ends the making, and no vault is left.

    Raises:
        ParasolError: the relay said no, or the disk cannot be written.
    """
    async with RelayClient(url, clock) as relay:
        story = _Story(relay, clock, past() + past.behind)
        steps = story.steps(decode_code(founding_code))
        for done, (moment, step) in enumerate(steps):
            progress("inventing a past", done, len(steps))
            past.turn_to(moment)
            await step()
        past.catch_up()
        await story.everybody_looks()
        progress("inventing a past", len(steps), len(steps))
    # All vaults or none: half a sample would be taken for a whole one the next time.
    half = folder / f"{PEOPLE}.half"
    shutil.rmtree(half, ignore_errors=True)
    for name, session in story.people.items():
        with Home.create(half / name.lower(), PASSPHRASE, Cost()) as home:
            home.put({"settings": {"relay": url, "synced": clock()}})
            home.save(session.device)
    half.rename(folder / PEOPLE)


class _Story:
    """The history, step by step. Everybody's devices are in memory only until it is over."""

    def __init__(self, relay: RelayClient, clock: Callable[[], int], end: float) -> None:
        async def line() -> RelayClient:
            return relay

        self._all = Collective(MODERATORS, line, clock)
        self._clock = clock
        self._end = end
        self._reports: dict[str, bytes] = {}

    @property
    def people(self) -> dict[str, Session]:
        return self._all.people

    def steps(self, founding_code: bytes) -> list[tuple[float, Step]]:
        """Everything that happens, with its moment, in order."""
        areas = [(fold(area), area) for area in AREAS]
        steps: list[tuple[float, Step]] = [(self._at(BEGINS, 0), lambda: self._all.found(founding_code, name=history.NAME, areas=areas))]
        for place, name in enumerate(MODERATORS[1:]):
            steps.append((self._at(BEGINS - 1 - place, 18), lambda name=name: self._all.begins_to_moderate(name)))  # type: ignore[misc]  # bound now
        for name, days in JOINED.items():
            steps.append((self._at(days, 17), lambda name=name: self._all.joins(name)))  # type: ignore[misc]  # bound now
        for told in TOLD:
            steps += self._steps_of(told)
        for changed in CHANGED:
            steps.append((self._at(changed.days, 20), lambda changed=changed: self._change(changed)))  # type: ignore[misc]  # bound now
        name, days = history.REMOVED
        steps.append((self._at(days, 12), lambda: self._all.removes(name)))
        steps.append((self._at(76, 14), lambda: self._all.publishes("resources", {"items": list(history.RESOURCES)})))
        steps.append((self._at(20, 11), lambda: self._all.publishes("notice", {"text": history.NOTICE, "language": "en"}, urgent=1)))
        steps.append((self._at(5, 11), self._figures))
        return sorted(steps, key=lambda step: step[0])

    def _steps_of(self, told: Told) -> list[tuple[float, Step]]:
        sent = self._at(told.days, told.hour)
        steps: list[tuple[float, Step]] = [(sent, lambda: self._report(told))]
        if told.then == "withdrawn":
            steps.append((sent + _FIRST, lambda: self._withdraw(told)))
        elif told.then != "received":
            writer, second = self._all.two()
            steps.append((sent + _FIRST, lambda: self._takes(writer, told)))
            if told.then in ("published", "held"):
                steps.append((sent + _FIRST + _SECOND, lambda: self._seconds(second, told)))
        return steps

    def _at(self, days: int, hour: int) -> float:
        # The last ones are a while ago whatever hour it is now: nothing may happen in the future.
        return min((self._end // DAY - days) * DAY + hour * HOUR, self._end - 20 * 60)

    @property
    def _now(self) -> int:
        return self._clock()

    async def everybody_looks(self) -> None:
        """What came in the last hours is on every device."""
        await self._all.moderators_look()
        for name, session in self.people.items():
            if name not in MODERATORS:
                await session.sync()

    # ---- reports ---------------------------------------------------------------------------------------------------

    async def _report(self, told: Told) -> None:
        session = self.people[told.by]
        await session.sync()
        charter = session.device.board.charter
        date = datetime.datetime.fromtimestamp(self._now - DAY // 2, datetime.UTC).date().isoformat()
        says = told.says | {"when": {"date": date, "precision": "day"}, "language": "en", "relationship": "self"}
        fields = validate_report(says, policy=charter.policy, country=charter.country)
        self._reports[told.name] = session.device.report(fields, self._now).id
        await session.send()

    async def _withdraw(self, told: Told) -> None:
        session = self.people[told.by]
        await session.sync()
        session.device.follow_up(self._reports[told.name], "withdraw")
        await session.send()

    async def _takes(self, name: str, told: Told) -> None:
        """The first moderator: whatever is hers to do with the report."""
        session = self.people[name]
        await session.sync()
        device = session.moderator

        def case() -> Case:
            return casework.find_case(device, self._reports[told.name])

        await session.do(lambda: casework.claim(device, case()))
        if told.then == "asked":
            await session.do(lambda: casework.ask(device, case(), history.QUESTION, self._now))
        elif told.then == "declined":
            await session.do(lambda: casework.decline(device, case(), history.DECLINED, self._now))
        elif told.then == "merged":
            into = self._reports[told.into]
            await session.do(lambda: casework.merge(device, case(), casework.find_case(device, into), self._now))
        elif told.text:
            content = self._all.public(session, case(), {"text": told.text, "language": "en"} | told.adds)
            await session.do(lambda: casework.draft(device, case(), content, self._now))
            if told.then != "shown":
                await self._all.approves(session, self._reports[told.name])
            if told.then == "so-far":
                await session.publish_case(self._reports[told.name], one_so_far=True)

    async def _seconds(self, name: str, told: Told) -> None:
        """The second moderator: reads and approves; what nothing stands against, she publishes."""
        session = self.people[name]
        await session.sync()
        await self._all.approves(session, self._reports[told.name])
        if told.then == "published":
            await session.publish_case(self._reports[told.name])

    # ---- what stands on the board ----------------------------------------------------------------------------------

    async def _change(self, changed: Changed) -> None:
        """An amendment, or a retraction: one asks for it, another agrees."""
        for name in self._all.two():
            session = self.people[name]
            await session.sync()
            await self._agree_to_change(session, changed)

    async def _agree_to_change(self, session: Session, changed: Changed) -> None:
        device = session.moderator
        found = casework.find_case(device, self._reports[changed.name]).alert
        if found is None:
            raise ValueError("the history changes what was never published")
        object_id = found

        def thing() -> Thing:
            return casework.find_alert(device, object_id)

        waiting = casework.open_changes(device, thing(), self._now)
        if waiting:
            read = waiting[0].body.hash
            await session.do(lambda: casework.approve_change(device, thing(), self._now, shown=read))
        elif changed.reason:
            await session.do(lambda: casework.retract(device, thing(), changed.reason, self._now))
        else:
            await session.do(lambda: casework.amend(device, thing(), thing().content | changed.adds, self._now))
        await session.publish_change(object_id)

    async def _figures(self) -> None:
        device = self.people[MODERATORS[0]].moderator
        await self.people[MODERATORS[0]].sync()
        today = self._now // DAY * DAY
        counted = [_counted(device, case) for case in casework.cases(device).values()]
        await self._all.publishes("figures", figures(counted, since=today - 90 * DAY, until=today + DAY))


def _counted(device: Moderator, case: Case) -> Counted:
    out = next((step.time for step in device.log.steps.get(case.report.id, []) if step.event in ("publish", "publish-so-far")), None)
    fields = case.report.fields
    return Counted(tuple(fields["kinds"]), State(case.state), case.report.arrived, out, bool(consent_of(fields)["figures"]))
