"""A collective at a real relay: everybody's devices, in memory, and the steps that take more than one of them.

Histories and benches are made of these. Nothing is written past the devices: each step is what its owner's command would do.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from alerts import alert, casework, founding
from alerts.casework import Case
from alerts.session import Session, join
from alerts.statements import SINGLE, new_object
from alerts.sync import RelayClient
from crypto.chain import Entry
from crypto.secrets import DeviceEntropy

#: An invite is good for so long (seconds).
_INVITE_LASTS: Final = 3 * 24 * 3600


class Collective:
    """Everybody in it, by name.

    Args:
        moderators: who moderates, or will; the first of them founds it, lets the others in, and is there all the time.
        line: gives a client of the relay for one more device.
        clock: everybody's: whole seconds since 1970.
    """

    def __init__(self, moderators: Sequence[str], line: Callable[[], Awaitable[RelayClient]], clock: Callable[[], int]) -> None:
        self.people: dict[str, Session] = {}
        self._moderators = moderators
        self._line = line
        self._clock = clock
        self._turn = 0

    @property
    def now(self) -> int:
        return self._clock()

    def two(self) -> tuple[str, str]:
        """The two moderators whose turn it is: others each time."""
        self._turn += 1
        count = len(self._moderators)
        return self._moderators[self._turn % count], self._moderators[(self._turn + 1) % count]

    # ---- people ----------------------------------------------------------------------------------------------------

    async def found(self, code: bytes, *, name: str, areas: Sequence[tuple[str, str]]) -> None:
        """Founds it with this founding code (16 bytes). ``areas``: ids and names."""
        relay, first = await self._line(), self._moderators[0]
        topics = [{"id": area, "name": called} for area, called in areas]
        new = founding.found(DeviceEntropy.random(), first, name=name, country="GB", topics=topics, policy={}, now=self.now)
        await relay.found(new.founder.collective, code, new.founder.entries)
        session = self.people[first] = Session(new.founder, relay, self._clock, _in_memory)
        await session.write_notes(lambda: [] if session.moderator.log.members else new.notes)
        await session.sync()

    async def joins(self, name: str, *, to_moderate: bool = False) -> Session:
        """Comes in by an invite of the founder's, and is let in for good."""
        inviter = self.people[self._moderators[0]]
        await inviter.sync()
        code = await inviter.invite(self.now + _INVITE_LASTS, moderator=to_moderate)
        session = self.people[name] = await join(await self._line(), code, name, self._clock, _in_memory)
        await session.sync()
        await inviter.sync()
        await session.sync()
        return session

    async def begins_to_moderate(self, name: str) -> None:
        """Comes in, and is a moderator then."""
        await self.joins(name, to_moderate=True)
        inviter = self.people[self._moderators[0]]
        await inviter.promote(inviter.moderator.find_member(name))
        await self.moderators_look()
        await self.moderators_look()

    async def moderators_look(self) -> None:
        """Each syncs once: what the first proposes the second approves and publishes."""
        for name in self._moderators:
            if name in self.people:
                await self.people[name].sync()

    async def removes(self, name: str) -> None:
        """Two moderators agree that somebody is out."""
        for moderator in self._moderators[:2]:
            session = self.people[moderator]
            await session.sync()
            await session.remove(session.moderator.find_member(name))
        await self.moderators_look()
        del self.people[name]

    # ---- what is published -----------------------------------------------------------------------------------------

    async def approves(self, session: Session, report: bytes) -> None:
        """This moderator reads the draft that stands, and approves it."""
        device = session.moderator
        draft = casework.find_case(device, report).draft
        if draft is None:
            raise ValueError("what nobody wrote cannot be approved")
        read = draft.body.hash
        await session.do(lambda: casework.approve(device, casework.find_case(device, report), self.now, shown=read))

    def public(self, session: Session, case: Case, says: dict[str, Any]) -> dict[str, Any]:
        """A draft for members: the report's coded fields, and what a moderator says otherwise."""
        device = session.moderator
        charter, collective = device.board.charter, device.collective
        content = alert.draft_from_report(
            case.report.fields, policy=charter.policy, topics=charter.topics, now=self.now, collective=collective
        )
        return alert.validate_alert(
            content | says, policy=charter.policy, topics=charter.topics, now=self.now, collective=collective, country=charter.country
        )

    async def publishes(self, kind: str, content: dict[str, Any], *, urgent: int = 0) -> None:
        """Any statement but an alert: one proposes it, another approves and publishes."""
        first, second = (self.people[name] for name in self.two())
        await first.sync()
        object_id = new_object() if kind == "notice" else SINGLE
        body = first.moderator.make_statement(kind, content, self.now, object_id=object_id)
        await first.write_notes(
            lambda: [] if body.hash in first.moderator.log.proposals else first.moderator.proposal_notes(body, approved=True)
        )
        await second.sync()
        await second.approve_proposal(body.hash)

        def decide() -> list[Entry] | None:
            device = second.moderator
            if device.board.has(body):
                return None
            approvals = device.approvals_of(device.log.proposals[body.hash])
            return [device.statement_entry(body, approvals, self.now, urgent=urgent)]

        await second.publish(decide)


def _in_memory(member: object) -> None:
    """Nothing is written down while it goes on: whoever wants it kept does so in the end."""
