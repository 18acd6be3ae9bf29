"""The sample's moderator who is always there: her device syncs when something is new, and she has written an invite on paper for each phone.

On some papers is a moderator's invite. Whoever comes in with it becomes a moderator: she and a second one, on whose device she may act here, agree
to it, as the rules want.

It opens her vault anew each time and closes it again, as a command does, so that between two looks others can use it from the command line. It
works in a thread with an event loop of its own: the vault's files may be waited for, and what runs beside must not wait with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Final

from alerts.home import Home
from alerts.log import InviteRecord, MemberRecord
from alerts.session import Session
from alerts.sync import RelayClient
from crypto.errors import ParasolError, StorageFailed
from crypto.invites import invite_from_code, read_code
from rehearsal.history import MODERATORS
from rehearsal.papers import Paper
from rehearsal.sample import DAY, PASSPHRASE, PEOPLE, home_of

#: How often the relay is asked whether anything is new, and how long she looks at the latest even if not (seconds).
_ASK: Final = 2.0
_LOOK: Final = 300.0
#: An invite on paper is good for so long, and another is written when so little of it is left (seconds).
_GOOD: Final = 30 * DAY
_LEFT: Final = DAY
#: The record in her vault: phone's name to the code that was written for it.
_RECORD: Final = "papers"


class Keeper:
    """Keeps a sample going.

    Args:
        folder: the relay's data folder, which has a sample.
        url: the relay's address of today.
        phones: whom she writes invites for.
        moderators: which of them come in to moderate.
        told: gets the papers by phone whenever they may have changed; in the caller's thread.
    """

    def __init__(
        self, folder: Path, url: str, phones: Sequence[str], clock: Callable[[], int], told: Callable[[dict[str, Paper]], None], *,
        moderators: Collection[str] = (),
    ) -> None:  # fmt: skip
        self._folder, self._url, self._phones, self._clock, self._told = folder, url, phones, clock, told
        self._moderators = frozenset(moderators)
        self._collective = b""
        self._version = -1

    async def begin(self) -> None:
        """Her first look: invites for phones that have none. Everybody's device learns where the relay is today.

        Raises:
            ParasolError: a vault cannot be opened, or the relay says no.
        """
        await asyncio.to_thread(self._lead_everybody)
        await self._look(write=True)

    async def run(self, stop: asyncio.Event) -> None:
        """Looks whenever the relay has something new, until told to stop. What goes wrong is tried again: she is no service."""
        looked = time.monotonic()
        async with RelayClient(self._url, self._clock) as relay:
            while not stop.is_set():
                with contextlib.suppress(ParasolError):
                    version = (await relay.newest(self._collective)).version
                    if version != self._version or time.monotonic() - looked > _LOOK:
                        # Remembered before the look: what comes during it is looked at the next time.
                        await self._look()
                        self._version, looked = version, time.monotonic()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), _ASK)

    # ---- in a thread -----------------------------------------------------------------------------------------------

    def _lead_everybody(self) -> None:
        for path in sorted((self._folder / PEOPLE).iterdir()):
            with Home.open(path, PASSPHRASE) as home:
                kept: dict[str, Any] = home.get("settings") or {}
                if kept.get("relay") != self._url:
                    home.put({"settings": kept | {"relay": self._url}})

    async def _look(self, *, write: bool = False) -> None:
        papers = await asyncio.to_thread(lambda: asyncio.run(self._looks(write)))
        self._told(papers)

    async def _looks(self, write: bool) -> dict[str, Paper]:
        async with self._at(MODERATORS[0]) as (home, session):
            codes: dict[str, str] = dict(home.get(_RECORD) or {})
            willing = self._willing(session, codes)
            for member in willing:
                await session.promote(member)
            for phone in self._phones if write else ():
                moderates = phone in self._moderators
                if phone not in codes or self._paper(session, codes[phone]) != Paper(codes[phone], moderate=moderates):
                    codes[phone] = await session.invite(self._clock() + _GOOD, moderator=moderates)
                    home.put({_RECORD: codes})
            home.put({"settings": (home.get("settings") or {}) | {"synced": self._clock()}})
            papers = {phone: self._paper(session, codes[phone]) for phone in self._phones if phone in codes}
        if willing:
            async with self._at(MODERATORS[1]) as (_, second):
                for member in willing:
                    if second.moderator.board.charter.place_of(member.sign) is None:
                        await second.promote(member)
        return papers

    @contextlib.asynccontextmanager
    async def _at(self, name: str) -> AsyncIterator[tuple[Home, Session]]:
        """A moderator's device that has seen everything, and its vault."""
        with Home.open(home_of(self._folder, name), PASSPHRASE) as home:
            device = home.load()
            if device is None:
                raise StorageFailed("the sample's vault is damaged")
            self._collective = device.collective
            async with RelayClient(self._url, self._clock) as relay:
                session = Session(device, relay, self._clock, home.save)
                await session.sync()
                yield home, session

    def _willing(self, session: Session, codes: dict[str, str]) -> list[MemberRecord]:
        """Who has come in by a moderator's paper and does not moderate yet."""
        device = session.moderator
        records = [self._record(session, code) for code in codes.values()]
        signs = {record.used_by for record in records if record is not None and record.moderator}
        return [one for one in device.members() if one.sign in signs and device.board.charter.place_of(one.sign) is None]

    def _record(self, session: Session, code: str) -> InviteRecord | None:
        return session.moderator.log.invites.get(invite_from_code(read_code(code)).public_key)

    def _paper(self, session: Session, code: str) -> Paper:
        record = self._record(session, code)
        used = record is None or not record.open(self._clock() + _LEFT)
        return Paper(code, used, record is not None and record.moderator)
