"""Which bot these records belong to, and until when Telegram asked it to wait: sealed beside the chats, one record each.

Chats belong to one bot: another may not write to people who never started it, and would learn nothing but that none of them can be reached.
And a wait that Telegram named does not end because the bot is started again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .store import Name, Store

BOT: Final = "bot"
FLOOD: Final = "flood"


class Identity:
    """What is known of the bot itself.

    Args:
        clock: seconds since 1970.
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._bot: int | None = None
        self._flood_until = 0

    def take(self, name: Name, value: Any) -> None:
        """A record as the store has it, at the start."""
        if name == (BOT,):
            self._bot = value
        elif name == (FLOOD,):
            self._flood_until = value

    async def is_mine(self, bot: int) -> bool:
        """Whether the records are this bot's, by its number in Telegram. They are the first one's that asks.

        Raises:
            StorageFailed: it could not be kept whose they are.
        """
        if self._bot is None:
            await self._store.write({(BOT,): bot})
            self._bot = bot
        return self._bot == bot

    @property
    def held_for(self) -> float:
        """Seconds until the end of a wait that Telegram named, to whichever run of the bot; 0 outside of one."""
        return max(0.0, self._flood_until - self._clock())

    async def hold(self, seconds: float) -> None:
        """Telegram named a wait.

        Raises:
            StorageFailed: it is known in memory only.
        """
        self._flood_until = int(self._clock() + seconds) + 1
        await self._store.write({(FLOOD,): self._flood_until})
