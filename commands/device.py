"""A device at work: its vault open, its relay asked, and everything written down again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from alerts.home import Home
from alerts.member import Member
from alerts.moderator import Moderator
from alerts.session import Session
from alerts.sync import RelayClient
from alerts.syncing import Synced
from alerts.things import Refusal
from crypto.errors import (
    BadInput,
    Fault,
    NotAddressed,
    NotAllowed,
    ParasolError,
    Refused,
    RemovedDevice,
    StorageFailed,
    UnknownVersion,
    Unreachable,
)

from . import alarms
from .base import Context
from .shapes import when

FOUNDING: Final = "founding"
#: Seconds that reading waits for news. Somebody may stand before a door.
PATIENCE: Final = 4.0
_DAY: Final = 86400


class Work:
    """An open vault, and a session with its relay. ``synced`` is ``None`` if the relay could not be asked; ``trouble`` says why.

    Args:
        beside: warnings are kept in ``warnings``, for the answer to show beside what it says, and not said at once.
    """

    def __init__(self, context: Context, home: Home, session: Session, *, beside: bool = False, url: str = "") -> None:
        self.warnings: list[str] = []
        self._beside = beside
        self._slow = False
        self.url = url
        self.context = context
        self.home = home
        self.session = session
        self.synced: Synced | None = None
        self.trouble: ParasolError | None = None

    @property
    def device(self) -> Member:
        return self.session.device

    @property
    def moderator(self) -> Moderator:
        """This device as a moderator's.

        Raises:
            NotAllowed: it is not one.
        """
        if not self.session.moderates:
            raise NotAllowed("only moderators can do this, and this device is not a moderator's")
        return self.session.moderator

    @property
    def status(self) -> int:
        """0, or 3 if what the relay gave was refused as a whole: what is shown is then what this device had before."""
        return 3 if isinstance(self.trouble, Refused) else 0

    @property
    def synced_at(self) -> int | None:
        """When this device last had news, in Unix seconds."""
        found = kept_settings(self.home).get("synced")
        return found if isinstance(found, int) else None

    @property
    def as_of(self) -> str:
        """The same for people."""
        return "before its first news" if self.synced_at is None else when(self.synced_at)

    def warn(self, text: str) -> None:
        """A warning: said at once, or kept for the answer."""
        self.warnings.append(text)
        if not self._beside:
            self.context.terminal.warn(text)

    async def sync(self) -> None:
        """Fetches and verifies, does what is due, sends what waits; and says what was refused."""
        self.synced = await self.session.sync()
        note_sync(self.home, self.context.now)
        found, refused = alarms.split(self.device, self.synced.refused)
        for alarm in found:
            self.context.terminal.warn(alarms.short_line(alarm))
        for refusal in refused:
            self.context.terminal.warn(refused_line(refusal))
        self.session.result = Synced()

    async def sync_if_possible(self, patience: float | None = None) -> None:
        """The same; if the relay is away or cannot be believed, what the vault holds must do, and a warning says so.

        Args:
            patience: seconds after which it goes on without news.
        """
        try:
            async with asyncio.timeout(patience):
                await self.sync()
        except TimeoutError:
            self._slow = True
            self.trouble = Unreachable("the relay is slow to answer")
            self.session.result = Synced()
            self.warn(f"The connection is slow. Could not ask for news. This is from {self.as_of}.")
        except ParasolError as error:
            if error.fault not in (Fault.TRANSPORT, Fault.PEER) and not isinstance(error, StorageFailed):
                raise
            self.trouble = error
            self.warn(self._why_old(error))

    def _why_old(self, error: ParasolError) -> str:
        if isinstance(error, NotAddressed):
            return (
                f"This device may have been removed: it gets no news any more. This is from {self.as_of}. Ask a moderator some other way."
            )
        if isinstance(error, UnknownVersion):
            return f"This software is too old: {error}. It reads no news until then; this is from {self.as_of}."
        if isinstance(error, Refused):
            return f"The news was refused: {error.name}: {error}. This is from {self.as_of}. Tell a moderator."
        if isinstance(error, StorageFailed):
            return f"What is new cannot be kept: {error}. This is from {self.as_of}."
        why = "No connection to your collective" if isinstance(error, Unreachable) else str(error).rstrip(".")
        return f"{why}. Could not ask for news. This is from {self.as_of}."

    async def ask_relay(self, patience: float | None, *, offline: bool) -> None:
        """Syncs as :meth:`sync` does, or as :meth:`sync_if_possible`; an address that was given and has answered is remembered."""
        await (self.sync_if_possible(patience) if offline else self.sync())
        if self.synced is not None and self.context.settings.option("relay") and kept_settings(self.home).get("relay") != self.url:
            self.home.put({"settings": kept_settings(self.home) | {"relay": self.url}})

    def warn_if_stale(self) -> None:
        """Says so when moderators have been silent for too long; what there is keeps being shown."""
        board, now = self.device.board, self.context.now
        if self.synced is None and self.synced_at is not None and now - self.synced_at > _DAY:
            hours = (now - self.synced_at) // 3600
            self.warn(f"This device has had no news for {_long(hours)}. Run `parasol sync` when you have a connection.")
        if not board.is_fresh(now):
            days = max(0, now - board.epoch.time) // _DAY
            self.warn(f"No word from your moderators for {days} days: this may be out of date. Ask one of them.")
        if self.synced is not None and self.synced.healing:
            self.warn(
                "The relay was restored from an old copy; every device is giving back what it lost. Nothing is sent yet."
                if self.session.moderates
                else "The server lost some data; devices are giving it back. Your report waits; nothing for you to do."
            )
        if self.synced is not None and self.synced.clock_differs:
            self.warn(
                f"This device's clock is wrong by {_long(abs(self.synced.clock_differs) // 3600, self.synced.clock_differs)}, or the server's "
                "is. Set this one by the network."
            )
        if board.withheld:
            count = len(board.withheld)
            self.warn(f"{count} message{' was' if count == 1 else 's were'} kept from this device. Tell your moderators.")

    async def finish(self, *, whatever: bool = False) -> bool:
        """Sends what waits now, and lets a moderator's duties run; says whether it reached the relay.

        Args:
            whatever: a refusal raises nothing either; ``trouble`` has it.
        """
        self.session.save()
        if self._slow:
            # For news she did not wait; for what she sends she does.
            self._slow, self.trouble = False, None
        if self.trouble is not None:
            return False
        try:
            await self.sync()
        except ParasolError as error:
            if error.fault is not Fault.TRANSPORT and not (whatever and error.fault is Fault.PEER):
                raise
            self.trouble = error
        return self.trouble is None and not (self.synced is not None and self.synced.healing)


def refused_line(refusal: Refusal) -> str:
    """What was refused, for people; the name stands behind it, for whoever they tell."""
    # What somebody who is out sent once comes again when keys are made anew: it frightens, and means nothing.
    harmless = "; nothing for you to do" if refusal.error == RemovedDevice.__name__ else ""
    return f"Something that came was refused and is not shown: {refusal.detail} [{refusal.error}]{harmless}"


def open_home(context: Context) -> Home:
    """The vault of this device.

    Raises:
        BadInput: there is none.
        WrongPassphrase: it does not open.
    """
    if not Home.exists(context.settings.home):
        raise BadInput("there is no vault on this device yet; use `parasol join`, or `parasol found` for a new collective")
    return Home.open(context.settings.home, context.terminal.passphrase(context.settings))


def load(home: Home) -> Member:
    """The member or moderator in it.

    Raises:
        BadInput: there is none yet.
    """
    device = home.load()
    if device is None or not device.board.founded:
        raise BadInput("nobody has joined on this device yet; use `parasol join`, or `parasol found` for a new collective")
    return device


def kept_settings(home: Home) -> dict[str, Any]:
    """What the vault remembers beside keys: the relay's address, a founding that is not finished."""
    return dict(home.get("settings") or {})


def note_sync(home: Home, now: int) -> None:
    """Writes down that this device has had all the news there is."""
    home.put({"settings": kept_settings(home) | {"synced": now}})


def _long(hours: int, seconds: int | None = None) -> str:
    if seconds is not None and hours < 1:
        return f"{abs(seconds) // 60} minutes"
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} hour{'' if hours == 1 else 's'}"


@asynccontextmanager
async def opened(
    context: Context, *, offline: bool = False, sync: bool = True, patience: float | None = None, beside: bool = False, later: bool = False
) -> AsyncIterator[Work]:
    """The vault open and synced.

    Args:
        offline: go on with what the vault holds if the relay is away.
        sync: ask the relay at all.
        patience: with ``offline``: go on without news after so many seconds.
        beside: warnings are for the answer to show, see :class:`Work`.
        later: nothing is asked and nothing is warned of yet; the command does it when it has shown what is here.
    """
    with open_home(context) as home:
        device, kept = load(home), kept_settings(home)
        if FOUNDING in kept:
            raise BadInput("the collective is not quite founded yet; run `parasol found` again with the same --home")
        url = context.settings.get("relay") or kept.get("relay")
        if url is None:
            raise BadInput("which address? Whoever gave you the code knows it: --relay https://…")
        async with RelayClient(url, context.settings.clock) as relay:
            session = Session(device, relay, context.settings.clock, home.save, context.terminal.progress)
            work = Work(context, home, session, beside=beside, url=url)
            if not later:
                if sync:
                    await work.ask_relay(patience, offline=offline)
                work.warn_if_stale()
            yield work
