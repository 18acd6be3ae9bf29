"""A device at work: its vault open, its relay asked, and everything written down again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from alerts.home import Home
from alerts.member import Member
from alerts.moderator import Moderator
from alerts.session import Session
from alerts.sync import RelayClient
from alerts.syncing import Synced
from crypto.errors import BadInput, Fault, NotAllowed, ParasolError, Refused

from .base import Context

FOUNDING = "founding"


class Work:
    """An open vault, and a session with its relay. ``synced`` is ``None`` if the relay could not be asked; ``trouble`` says why."""

    def __init__(self, context: Context, home: Home, session: Session) -> None:
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

    async def sync(self) -> None:
        """Fetches and verifies, does what is due, sends what waits; and says what was refused."""
        self.synced = await self.session.sync()
        for refusal in self.synced.refused:
            self.context.terminal.warn(f"refused: {refusal.error}: {refusal.detail}")
        self.session.result = Synced()

    async def sync_if_possible(self) -> None:
        """The same; if the relay is away or cannot be believed, what the vault holds must do, and a warning says so."""
        try:
            await self.sync()
        except ParasolError as error:
            if error.fault not in (Fault.TRANSPORT, Fault.PEER):
                raise
            self.trouble = error
            refused = isinstance(error, Refused)
            self.context.terminal.warn(f"{'refused: ' + error.name + ': ' if refused else ''}{error}. You see what this device had before.")

    def warn_if_stale(self) -> None:
        """Says so when moderators have been silent for too long; what there is keeps being shown."""
        board, now = self.device.board, self.context.now
        if not board.is_fresh(now):
            days = max(0, now - board.epoch.time) // 86400
            self.context.terminal.warn(f"No word from your moderators for {days} days: this may be out of date. Ask one of them.")
        if self.synced is not None and self.synced.healing:
            self.context.terminal.warn(
                "The relay was restored from an old copy; every device is giving back what it lost. Nothing is sent yet."
            )
        if self.synced is not None and self.synced.clock_differs:
            minutes = abs(self.synced.clock_differs) // 60
            self.context.terminal.warn(
                f"The clock of this device and the relay's are {minutes} minutes apart. Set this one by the network."
            )
        if board.withheld:
            self.context.terminal.warn(f"The relay withholds {len(board.withheld)} of the entries. Tell your moderators.")

    async def finish(self) -> bool:
        """Sends what waits now, and lets a moderator's duties run; says whether it reached the relay."""
        self.session.save()
        if self.trouble is not None:
            return False
        try:
            await self.sync()
        except ParasolError as error:
            if error.fault is not Fault.TRANSPORT:
                raise
            self.trouble = error
        return self.trouble is None and not (self.synced is not None and self.synced.healing)


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


@asynccontextmanager
async def opened(context: Context, *, offline: bool = False, sync: bool = True) -> AsyncIterator[Work]:
    """The vault open and synced.

    Args:
        offline: go on with what the vault holds if the relay is away.
        sync: ask the relay at all.
    """
    with open_home(context) as home:
        device, kept = load(home), kept_settings(home)
        if FOUNDING in kept:
            raise BadInput("the collective is not quite founded yet; run `parasol found` again with the same --home")
        url = context.settings.get("relay") or kept.get("relay")
        if url is None:
            raise BadInput("say which relay: --relay URL")
        async with RelayClient(url, context.settings.clock) as relay:
            session = Session(device, relay, context.settings.clock, home.save, context.terminal.progress)
            work = Work(context, home, session)
            if sync:
                await (work.sync_if_possible() if offline else work.sync())
                if work.synced is not None and context.settings.option("relay") and kept.get("relay") != url:
                    home.put({"settings": kept | {"relay": url}})
            work.warn_if_stale()
            yield work
