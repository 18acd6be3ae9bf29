"""The queue of updates, and the one long poll that may wait at it."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

from rehearsal.clock import Now
from rehearsal.refusals import other_poller, strict

#: Updates that nobody fetched are forgotten after this (seconds of the clock).
KEPT: Final = 24 * 3600
LONGEST_POLL: Final = 50
#: A second conflict within this time is told late, so that two bots don't fight at full speed (seconds of the wall).
CONFLICT_PAUSE: Final = 3.0

KINDS: Final = frozenset(
    "message edited_message channel_post edited_channel_post business_connection business_message edited_business_message "
    "deleted_business_messages message_reaction message_reaction_count inline_query chosen_inline_result callback_query shipping_query "
    "pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost "
    "guest_message managed_bot".split()
)
#: Without ``allowed_updates``, or with an empty list: everything but these.
ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """Updates in the order they came; ``offset`` confirms what is before it."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._pending: list[tuple[float, dict[str, Any]]] = []
        self._next = 500_001
        self._allowed = KINDS - ON_REQUEST
        self._poll: asyncio.Future[bool] | None = None
        self._conflict_told = -CONFLICT_PAUSE

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """Queue it if the bot asked for its kind. What is already queued stays, whatever the bot asks for later."""
        if kind in self._allowed:
            self._pending.append((self._now(), {"update_id": self._next, kind: content}))
            self._next += 1
            self._wake(True)

    @property
    def pending(self) -> int:
        self._drop_old()
        return len(self._pending)

    @property
    def polled(self) -> bool:
        """Is somebody waiting right now?"""
        return self._poll is not None

    def drop(self) -> None:
        self._pending.clear()

    def end_poll(self) -> None:
        """Whoever waits gets an empty answer now."""
        self._wake(True)

    def allow(self, kinds: list[str]) -> None:
        """Raises Refusal for a kind that Telegram does not have."""
        if set(kinds) - KINDS:
            raise strict("allowed_updates names a kind of update that Telegram does not have")
        self._allowed = frozenset(kinds) if kinds else KINDS - ON_REQUEST

    async def get(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """Up to ``limit`` updates from ``offset`` on, waiting ``timeout`` seconds if there are none.

        Raises:
            Refusal: 409, somebody else began to poll.
        """
        self._wake(False)
        self._confirm(offset)
        if not self._pending and timeout > 0:
            mine: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
            self._poll = mine
            try:
                async with asyncio.timeout(min(timeout, LONGEST_POLL)):
                    undisturbed = await mine
            except TimeoutError:
                undisturbed = True
            finally:
                if self._poll is mine:
                    self._poll = None
            if not undisturbed:
                await self._tell_conflict()
        self._drop_old()
        return [update for _, update in self._pending[:limit]]

    async def _tell_conflict(self) -> None:
        soon = time.monotonic() - self._conflict_told < CONFLICT_PAUSE
        if soon:
            await asyncio.sleep(CONFLICT_PAUSE)
        else:
            self._conflict_told = time.monotonic()
        raise other_poller()

    def _confirm(self, offset: int) -> None:
        self._drop_old()
        if offset > 0:
            self._pending = [(at, update) for at, update in self._pending if update["update_id"] >= offset]
        elif offset < 0:
            self._pending = self._pending[offset:]

    def _drop_old(self) -> None:
        oldest = self._now() - KEPT
        if self._pending and self._pending[0][0] < oldest:
            self._pending = [(at, update) for at, update in self._pending if at >= oldest]

    def _wake(self, undisturbed: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(undisturbed)
