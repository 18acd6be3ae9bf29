"""How fast the bot speaks: smoothly up to Telegram's limits and never beyond, and to whoever waits for a reply first.

Telegram publishes two figures: about 30 messages a second in all, and one a second to one chat. It answers what is too much with 429 and a
time to wait; whoever asks earlier waits longer. The library's AIORateLimiter lets twice the limit through in the first second, lets replies
wait behind a whole broadcast, and ends a wait for all as soon as one request has waited it out; so this is another.

*The window.* Before a message goes, the 30th before it must have been answered for a second, less the shortest time that an answer ever took.
That is the longest it can have been on its way after Telegram counted it: so whatever the network does, Telegram counts no 31 in a second.
*The turn.* Replies go before what is sent in the background, but for every fifth message: a busy chat must not hold up everybody's pings.
*The beat.* Between two messages lies a thirtieth of a second; whoever is late may catch up on a tenth of a second, three beats, not on more.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
import warnings
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Iterator
from contextvars import ContextVar
from typing import Any, Final

from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

#: Messages a second, in all and to one chat.
IN_ALL: Final = 30
PER_CHAT: Final = 1
#: Added to waits that Telegram names, for clocks that differ.
SPARE: Final = 0.1
#: Seconds that may be caught up on: when an answer or the disk was slow, the next messages follow each other more closely. With more, the window is
#: used up in a burst, and replies wait for it: measured, 0.2 costs them 0.2 s.
CATCH_UP: Final = 0.1
#: What a window must have beyond a second: how far the shortest answer may overstate the shortest way.
MARGIN: Final = 0.003
#: A message that nobody has answered for so long does not hold up the others any more.
LOST: Final = 5.0
#: A reply that would come later than this is not sent: whoever waited for it has gone.
PATIENCE: Final = 60.0
#: So many replies go before something that waits in the background.
REPLIES_IN_A_ROW: Final = 4
#: What a bot asks before anything else. It says nothing to anybody, and a wait for messages must not keep the bot from hearing.
_FIRST: Final = ("getMe", "deleteWebhook")
#: Changes of the bot's own profile. Telegram counts them apart and puts them off by hours; messages need not wait for that.
_PROFILE: Final = ("setMy", "getMy", "deleteMy", "removeMy", "setChatMenuButton", "getChatMenuButton")

_BACKGROUND: ContextVar[bool] = ContextVar("background", default=False)
_WANTED: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)

Reply = bool | dict[str, Any] | list[dict[str, Any]]
_Callback = Callable[..., Coroutine[Any, Any, Reply]]


class Stopping(NetworkError):
    """Nothing more goes out: the bot was told to stop. Nobody need be told of it, the next start goes on."""

    def __init__(self) -> None:
        super().__init__("the bot stops")


class NotWanted(TelegramError):
    """When its turn came, it was not to be sent any more. Nothing was sent."""

    def __init__(self) -> None:
        super().__init__("not to be sent any more")


@contextlib.contextmanager
def in_background(wanted: Callable[[], bool] | None = None) -> Iterator[None]:
    """What is sent inside waits for what is sent outside: broadcasts, reminders, cleaning up.

    Args:
        wanted: asked when its turn has come, which may be hours later; if not, :class:`NotWanted` is raised.
    """
    background, asked = _BACKGROUND.set(True), _WANTED.set(wanted)
    try:
        yield
    finally:
        _BACKGROUND.reset(background)
        _WANTED.reset(asked)


class _Sent:
    """One message on its way, or answered."""

    __slots__ = ("answered", "begun")

    def __init__(self, begun: float) -> None:
        self.begun = begun
        self.answered: float | None = None


class _Waiter:
    __slots__ = ("chat", "counts", "turn")

    def __init__(self, chat: int | None, counts: bool, turn: asyncio.Future[None]) -> None:
        self.chat = chat
        self.counts = counts
        self.turn = turn


class Pace(BaseRateLimiter[None]):
    """The library's rate limiter for one bot.

    Args:
        in_all: messages a second.
        now: seconds that only rise.
        flood: told for how many seconds everything has to wait, again if it becomes longer, and ``None`` when messages go again.
        held_for: seconds of a wait that Telegram named to the one before, which nobody may cut short by starting anew.
    """

    __slots__ = (
        "_asking", "_background", "_beat", "_chats", "_clear", "_closed", "_flood", "_flooded", "_in_a_row", "_in_all", "_next_beat", "_now", "_over", "_pump", "_replies",
        "_shortest", "_tidying", "_wake", "_window", "floods",
    )  # fmt: skip

    def __init__(
        self,
        in_all: int = IN_ALL,
        now: Callable[[], float] = time.monotonic,
        flood: Callable[[float | None], None] = lambda wait: None,
        held_for: float = 0.0,
    ) -> None:
        self._now = now
        self._flood = flood
        self._flooded = False
        self._in_all = in_all
        self._beat = 1 / in_all
        self._next_beat = 0.0
        self._window: deque[_Sent] = deque(maxlen=in_all)
        self._shortest = 0.0
        self._chats: dict[int, float] = {}
        self._clear = 0.0
        self._replies: deque[_Waiter] = deque()
        self._background: deque[_Waiter] = deque()
        self._tidying = 0.0
        self._wake = asyncio.Event()
        self._pump: asyncio.Task[None] | None = None
        self._closed = False
        self._in_a_row = 0
        # Requests that have not been answered for good; and what says that a flood is over though none of them is left to find out.
        self._asking = 0
        self._over: asyncio.TimerHandle | None = None
        #: How often Telegram said 429.
        self.floods = 0
        if held_for > 0:
            self._hold(held_for)

    async def initialize(self) -> None:
        """Nothing to begin."""

    async def shutdown(self) -> None:
        """Whoever still waits is told that nothing more goes out: :class:`Stopping`."""
        for task in (self._pump, self._over):
            if task is not None:
                task.cancel()
        self._closed = True
        for waiter in (*self._replies, *self._background):
            if not waiter.turn.done():
                waiter.turn.set_exception(Stopping())
        self._replies.clear()
        self._background.clear()

    @property
    def held_for(self) -> float:
        """Seconds until the end of a wait that Telegram named; 0 outside of one."""
        return max(0.0, self._clear - self._now())

    @property
    def waiting(self) -> Counter[str]:
        """How many requests wait for their turn."""
        return Counter(replies=len(self._replies), background=len(self._background))

    async def process_request(
        self, callback: _Callback, args: Any, kwargs: dict[str, Any], endpoint: str, data: dict[str, Any], rate_limit_args: None
    ) -> Reply:
        """Waits for the turn, calls, and after a 429 waits it out and calls again.

        Raises:
            RetryAfter: a reply would come, or comes, more than :data:`PATIENCE` late; or the bot's own profile is to be left alone for so long.
            NotWanted: see :func:`in_background`.
            Stopping: the bot stops.
        """
        if endpoint in _FIRST:
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        background, wanted = _BACKGROUND.get(), _WANTED.get()
        counts = endpoint.startswith(("send", "copy", "forward", "edit")) and endpoint != "sendChatAction"
        # Only what appears as new in a chat counts for the chat's own limit; what is taken away counts nowhere.
        to_chat = chat if counts and not endpoint.startswith("edit") and isinstance(chat, int) else None
        stale_at = self._now() + PATIENCE
        self._asking += 1
        try:
            while True:
                if self._closed:
                    raise Stopping
                if not background and counts and self._now() + self.held_for > stale_at:
                    raise RetryAfter(int(self.held_for) + 1)
                sent = await self._turn(to_chat, counts, background)
                if wanted is not None and not wanted():
                    self._take_back(sent)
                    raise NotWanted
                if not background and counts and self._now() > stale_at:
                    self._take_back(sent)
                    raise RetryAfter(1)
                try:
                    answer = await callback(*args, **kwargs)
                    self._look_whether_over(counts)
                    return answer
                except RetryAfter as too_much:
                    self.floods += 1
                    if endpoint.startswith(_PROFILE):
                        raise
                    self._hold(seconds_named(too_much) + SPARE)
                finally:
                    if sent is not None:
                        sent.answered = self._now()
                        took = sent.answered - sent.begun
                        self._shortest = took if not self._shortest else min(took, self._shortest * 1.001)
        finally:
            self._asking -= 1
            self._look_whether_over()

    def _hold(self, seconds: float) -> None:
        """Nothing goes for so long. Never shorter than any wait that was ever named."""
        until = self._now() + seconds
        if until <= self._clear:
            return
        self._clear = until
        self._flooded = True
        self._flood(self.held_for)
        if self.held_for > PATIENCE:
            # Nobody waits that long for an answer in a chat; they are not kept until it is stale.
            for waiter in [waiter for waiter in self._replies if waiter.counts]:
                self._replies.remove(waiter)
                if not waiter.turn.done():
                    waiter.turn.set_exception(RetryAfter(int(self.held_for) + 1))
        if self._over is not None:
            self._over.cancel()
        self._over = asyncio.get_running_loop().call_later(self.held_for + SPARE, self._look_whether_over)

    def _look_whether_over(self, message_went: bool = False) -> None:
        """A flood is over when a message goes again; or when its time is over and nothing waits to find out."""
        if self._flooded and not self.held_for and (message_went or not self._asking):
            self._flooded = False
            self._flood(None)

    def _take_back(self, sent: _Sent | None) -> None:
        """Its turn has come, and it did not go: as if it had never asked."""
        if sent is not None:
            with contextlib.suppress(ValueError):
                self._window.remove(sent)

    async def _turn(self, chat: int | None, counts: bool, background: bool) -> _Sent | None:
        if not counts and not background:
            # What is taken away and what answers a press waits for nobody, but for the end of a flood.
            while self.held_for:
                await asyncio.sleep(self.held_for)
            return None
        waiter = _Waiter(chat, counts, asyncio.get_running_loop().create_future())
        queue = self._background if background else self._replies
        queue.append(waiter)
        self._wake.set()
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._give_turns())
        try:
            await waiter.turn
        except asyncio.CancelledError:
            with contextlib.suppress(ValueError):
                queue.remove(waiter)
            raise
        if not counts:
            return None
        sent = _Sent(self._now())
        self._window.append(sent)
        return sent

    async def _give_turns(self) -> None:
        while self._replies or self._background:
            self._wake.clear()
            waiter, wait = self._next(self._now())
            if waiter is None:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), wait)
                continue
            if not waiter.turn.done():
                waiter.turn.set_result(None)
                # Its request notes the beginning before the next turn is thought about.
                await asyncio.sleep(0)

    def _next(self, now: float) -> tuple[_Waiter | None, float]:
        """Whose turn it is, taken out of its queue; or ``None`` and how long nobody's turn comes."""
        if now < self._clear:
            return None, self._clear - now
        soonest = 1.0
        free_at = self._free_at(now)
        queues = [self._replies, self._background]
        if self._in_a_row >= REPLIES_IN_A_ROW:
            queues.reverse()
        for queue in queues:
            for place, waiter in enumerate(queue):
                ready_at = max(free_at, self._chats.get(waiter.chat, 0.0) if waiter.chat is not None else 0.0)
                if not waiter.counts:
                    ready_at = self._tidying
                if ready_at > now:
                    soonest = min(soonest, ready_at - now)
                    if waiter.counts and free_at > now:
                        break  # nobody behind can be earlier
                    continue
                del queue[place]
                if waiter.counts:
                    self._next_beat = max(self._next_beat, now - CATCH_UP) + self._beat
                    self._note(waiter.chat, now)
                    self._in_a_row = self._in_a_row + 1 if queue is self._replies and self._background else 0
                else:
                    self._tidying = max(self._tidying, now - self._beat) + self._beat
                return waiter, 0.0
        return None, max(soonest, 0.0005)

    def _free_at(self, now: float) -> float:
        """When the next message may go, whoever it is for."""
        if len(self._window) < self._in_all:
            return self._next_beat
        oldest = self._window[0]
        if oldest.answered is None:
            # It may arrive at any moment; but one that got lost must not stop everything.
            return max(self._next_beat, now + 0.005 if now - oldest.begun < LOST else 0.0)
        return max(self._next_beat, oldest.answered - self._shortest + 1 + MARGIN)

    def _note(self, chat: int | None, now: float) -> None:
        if chat is None:
            return
        second = 1 / PER_CHAT + 0.02
        self._chats[chat] = now + second
        # Not for longer than it counts: nothing else may remember of a chat that the bot forgot.
        asyncio.get_running_loop().call_later(second + 0.01, self._second_over, chat)

    def _second_over(self, chat: int) -> None:
        if self._chats.get(chat, 0.0) <= self._now():
            self._chats.pop(chat, None)


def seconds_named(too_much: RetryAfter) -> float:
    """The wait that Telegram names, in seconds."""
    with warnings.catch_warnings():
        # The library is changing the type of this from seconds to a timedelta; both are understood.
        warnings.simplefilter("ignore")
        named = too_much.retry_after
    return named if isinstance(named, (int, float)) else named.total_seconds()
