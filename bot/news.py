"""What there is to ping for: items of boards and desks, as the relay's headers show them, kept until everybody was told.

An item is a number: an entry's ``seq`` on the board, for members; a position of an arrival at the desk, for moderators. Kept before the first
ping goes out, so that a bot that is killed goes on where it was, the relay away or not. Each chat's own record says up to where it was told
(:class:`bot.subscriptions.Held`): both together are the outbox of that chat.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from .relay import MEMBER, MODERATOR, Channel, Header
from .settings import AT_ONCE
from .store import Name, Store

#: Longer than any quiet night, digest or absence of Telegram; what is older nobody is told of any more (seconds).
KEPT: Final = 14 * 86400
KIND: Final = "channel"

Headers = Callable[[bytes, int], Awaitable[list[Header]]]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to ping for. ``noticed`` is when the bot saw it; from that, when each chat is to hear of it is reckoned."""

    role: str
    number: int
    urgent: int
    noticed: int


@dataclass(slots=True)
class _Known:
    board: int  # the next entry to be read
    desk: int  # the last arrival
    items: list[Item] = field(default_factory=list)


class News:
    """All collectives' items.

    Args:
        clock: seconds since 1970.
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._known: dict[bytes, _Known] = {}

    def take(self, name: Name, value: Any) -> None:
        """A record as the store has it, at the start."""
        if name[0] == KIND:
            items = [Item(*item) for item in value["items"]]
            self._known[value["collective"]] = _Known(value["board"], value["desk"], items)

    def newest(self, collective: bytes, role: str) -> int:
        """The last item's number, or one beyond which every new item will lie."""
        known = self._known.get(collective)
        if known is None:
            return 0
        return known.board - 1 if role == MEMBER else known.desk

    def after(self, collective: bytes, role: str, told: int) -> list[Item]:
        """The items that somebody who was told up to ``told`` has not heard of."""
        known = self._known.get(collective)
        return [item for item in known.items if item.role == role and item.number > told] if known is not None else []

    async def learn(self, channel: Channel, headers: Headers) -> bool:
        """Takes over what is new in a channel, durably. Whether anybody has to be told of something.

        Raises:
            ParasolError: the relay could not be asked, or the disk not be written. Nothing was taken over, and all of it comes again.
        """
        known = self._known.get(channel.collective)
        now = int(self._clock())
        if known is None:
            # Nobody can be subscribed yet, so nobody waits for what was before.
            await self._keep(channel.collective, _Known(channel.head + 1, channel.desk))
            return False
        board, fresh = known.board, list[Item]()
        while board <= channel.head:
            page = await headers(channel.collective, board)
            if not page:
                break
            fresh += [Item(MEMBER, header.seq, header.urgent, now) for header in page if header.urgent]
            board = page[-1].seq + 1
        if channel.desk > known.desk:
            fresh.append(Item(MODERATOR, channel.desk, AT_ONCE, now))
        desk = max(channel.desk, known.desk)
        if (board, desk) != (known.board, known.desk):
            old = [item for item in known.items if now - item.noticed < KEPT]
            await self._keep(channel.collective, _Known(board, desk, old + fresh))
        return bool(fresh)

    async def _keep(self, collective: bytes, known: _Known) -> None:
        items = [[item.role, item.number, item.urgent, item.noticed] for item in known.items]
        value = {"collective": collective, "board": known.board, "desk": known.desk, "items": items}
        await self._store.write({(KIND, collective.hex()): value})
        self._known[collective] = known
