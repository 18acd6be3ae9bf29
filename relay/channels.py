"""What the operator's bot is told (protocol §12): where shelves stand, which ping codes count, headers. Nothing that is in an entry.

Ids of collectives, numbers, times and hashes: less than whoever holds the data folder sees anyway. Yet it is for the operator's bot alone,
which shows a secret that lies in that folder.
"""

from __future__ import annotations

import hmac
from typing import Any, Final

from crypto import wire
from crypto.announced import split_announcement
from storage.base import Collective, Store

from .problems import Problem
from .routes import PAGE_BYTES, PAGE_COUNT

#: Epochs whose ping hashes are kept in memory: an announcement may be a megabyte, and never changes.
KNOWN_EPOCHS: Final = 8192


class Channels:
    """The channels of one relay. ``operator`` is the secret of 32 bytes; without one nobody is let in."""

    def __init__(self, store: Store, operator: bytes | None) -> None:
        self._store = store
        self._operator = operator
        self._pings: dict[tuple[bytes, int], tuple[bytes, bytes]] = {}

    def admit(self, bearer: bytes) -> None:
        """Returns if this is the operator's secret.

        Raises:
            Problem: 401 bad-token.
        """
        if self._operator is None or not hmac.compare_digest(bearer, self._operator):
            raise Problem(401, "bad-token", "this is for the operator's bot, which shows the operator's secret")

    async def all(self) -> dict[str, Any]:
        """Every channel, and the version of the whole store."""
        # The version first: whatever changes while the channels are read makes a watcher come again.
        version = await self._store.version()
        known = [await self._store.collective(collective) for collective in await self._store.collectives()]
        return {"channels": [await self._channel(c) for c in known if c is not None], "version": version}

    async def _channel(self, c: Collective) -> dict[str, Any]:
        epochs = [c.newest, await self._store.epoch(c.id, c.newest.number - 1)]
        shown = [await self._pings_of(c.id, epoch.number, epoch.seq) for epoch in epochs if epoch is not None]
        return {
            "collective": c.id, "head": c.board.seq, "epoch": c.newest.number, "desk": c.desk_last, "version": c.version,
            "pings": {"member": [member for member, _ in shown], "moderator": [moderator for _, moderator in shown]},
        }  # fmt: skip

    async def _pings_of(self, collective: bytes, epoch: int, seq: int) -> tuple[bytes, bytes]:
        known = self._pings.get((collective, epoch))
        if known is None:
            [encoded] = await self._store.entries(collective, "board", seq, 1, 1)
            public, _ = split_announcement(wire.decode(encoded)["blob"])
            known = self._pings[collective, epoch] = (public.member_ping, public.moderator_ping)
            while len(self._pings) > KNOWN_EPOCHS:
                del self._pings[next(iter(self._pings))]
        return known

    async def headers(self, c: Collective, start: int) -> dict[str, Any]:
        """A page of the board from ``start`` on, every entry as a stub."""
        count = min(PAGE_COUNT, c.board.seq + 1 - start)
        entries = await self._store.entries(c.id, "board", start, count, PAGE_BYTES) if count > 0 else []
        stubs = [{**wire.decode(entry), "blob": None} for entry in entries]
        head = {"seq": c.board.seq, "hash": c.board.hash}
        return {"head": head, "more": 0 < len(entries) < c.board.seq + 1 - start, "entries": stubs}
