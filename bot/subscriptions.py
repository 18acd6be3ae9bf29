"""Which chats get pings, for what, and how (protocol §12): kept sealed, in memory while the bot runs, lapsing unless shown to be wanted.

A chat is one record: its settings, what it is subscribed to and up to where it has been told, and the ids of messages that have to be cleaned
up. Nothing says who she is in Telegram but the chat's number, without which she cannot be reached.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from .relay import MODERATOR
from .settings import Settings
from .store import Name, Store
from .tidy import GONE, THEIRS

DAY: Final = 86400
#: A subscription ends so long after its last proof, and its chat is told so long after it (seconds).
LAPSES: Final = 60 * DAY
REMINDED: Final = 45 * DAY
#: Telegram lets nobody delete older messages; without subscriptions, nothing else is to be remembered of them.
MOST_MESSAGES: Final = 200

KIND: Final = "chat"

Message = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Held:
    """One collective's pings, of one role, for one chat.

    Attributes:
        proved: the day on which a code was last shown, as its first second. Nobody needs to know the hour.
        reminded: it was said that it is going to end.
        told: the last item that this chat need not hear of any more: ``seq`` of the board, or for moderators a position of the desk.
    """

    collective: bytes
    role: str
    proved: int
    reminded: bool
    told: int


@dataclass(slots=True)
class Record:
    """What is kept of one chat."""

    chat: int
    active: bool = True
    settings: Settings | None = None
    held: list[Held] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def to_map(self) -> dict[str, Any]:
        return {
            "chat": str(self.chat), "active": self.active,
            "settings": self.settings and self.settings.to_map(),
            "held": [[held.collective, held.role, held.proved, held.reminded, held.told] for held in self.held],
            "messages": [list(message) for message in self.messages],
        }  # fmt: skip

    @classmethod
    def from_map(cls, kept: dict[str, Any]) -> Record:
        settings = None if kept["settings"] is None else Settings.from_map(kept["settings"])
        messages = [(number, sent, kind) for number, sent, kind in kept["messages"]]
        return cls(int(kept["chat"]), kept["active"], settings, [Held(*held) for held in kept["held"]], messages)


class Subscriptions:
    """All chats. Every method that changes something returns once that is durable.

    Args:
        newest: the last item of a collective for a role, so that nobody is told of what was before she came.
        clock: whole seconds since 1970.
    """

    def __init__(self, store: Store, newest: Callable[[bytes, str], int], clock: Callable[[], float]) -> None:
        self._store = store
        self._newest = newest
        self._clock = clock
        self._chats: dict[int, Record] = {}
        #: Told of every chat whose pings may now be due at another time.
        self.on_change: Callable[[int], None] = lambda chat: None

    def take(self, name: Name, value: Any) -> None:
        """A record as the store has it, at the start."""
        if name[0] == KIND:
            record = Record.from_map(value)
            self._chats[record.chat] = record

    # ---- what the chat asks for

    async def subscribe(self, chat: int, collective: bytes, role: str, now: int) -> None:
        """Begins a subscription, or renews it: a code that counts was shown. Whoever had blocked the bot is reached again."""
        record = self._chats.setdefault(chat, Record(chat))
        known = next((held for held in record.held if (held.collective, held.role) == (collective, role)), None)
        told = known.told if known is not None and record.active else self._newest(collective, role)
        record.held = [held for held in record.held if held is not known]
        record.held.append(Held(collective, role, _day(now), False, told))
        if not record.active:
            self._forget_the_past(record)
            record.active = True
        await self._keep(record)
        self.on_change(chat)

    async def settings(self, chat: int) -> Settings | None:
        record = self._chats.get(chat)
        return record.settings if record is not None else None

    async def change(self, chat: int, settings: Settings) -> None:
        record = self._chats.setdefault(chat, Record(chat))
        before = record.settings or Settings()
        if settings.wants_the_rest and not before.wants_the_rest:
            # Not by what she was told of: something urgent may be waiting for the end of her quiet hours.
            settings = replace(settings, rest_since=int(self._clock()))
        # What came in a pause, or while she was off shift, is not made up for.
        if before.paused and not settings.paused:
            self._forget_the_past(record)
        elif settings.on_shift and not before.on_shift:
            self._forget_the_past(record, MODERATOR)
        record.settings = settings
        await self._keep(record)
        self.on_change(chat)

    async def let_go(self, chat: int) -> None:
        """She leaves: from now on only the messages are known that have to be taken away, at once or at the next start. Then forget."""
        record = self._chats.get(chat)
        if record is None:
            return
        record.settings, record.held, record.active = None, [], True
        record.messages = [(number, sent, kind if kind in THEIRS else GONE) for number, sent, kind in record.messages]
        await self._keep_or_forget(record)
        self.on_change(chat)

    async def forget(self, chat: int) -> None:
        if self._chats.pop(chat, None) is not None:
            await self._store.write({_name(chat): None})
        self.on_change(chat)

    async def subscriptions(self, chat: int) -> list[Held]:
        record = self._chats.get(chat)
        return list(record.held) if record is not None else []

    async def remember_message(self, chat: int, message_id: int, now: int, kind: str) -> None:
        record = self._chats.setdefault(chat, Record(chat))
        record.messages = [*record.messages, (message_id, now, kind)][-MOST_MESSAGES:]
        await self._keep(record)

    async def messages(self, chat: int) -> list[Message]:
        record = self._chats.get(chat)
        return list(record.messages) if record is not None else []

    async def forget_messages(self, chat: int, ids: Collection[int]) -> None:
        record = self._chats.get(chat)
        if record is None:
            return
        left = [message for message in record.messages if message[0] not in ids]
        if left != record.messages:
            record.messages = left
            await self._keep_or_forget(record)

    async def chats_with_messages(self) -> list[int]:
        return [record.chat for record in self._chats.values() if record.messages]

    async def flush(self) -> None:
        """What could not be written when it should have been is written now.

        Raises:
            StorageFailed: it still can't.
        """
        await self._store.write({})

    # ---- what the broadcast asks for

    def __len__(self) -> int:
        return len(self._chats)

    def get(self, chat: int) -> Record | None:
        return self._chats.get(chat)

    def reachable(self) -> list[int]:
        """The chats that are subscribed to something and have not blocked the bot."""
        return [record.chat for record in self._chats.values() if record.held and record.active]

    def count(self) -> dict[str, int]:
        """Chats of which anything is kept; those with a subscription, those of them that blocked the bot, and those that get the desk's
        pings. For /metrics."""
        held = [record for record in self._chats.values() if record.held]
        return {
            "kept": len(self._chats),
            "subscribed": len(held),
            "inactive": sum(not record.active for record in held),
            "moderators": sum(any(one.role == MODERATOR for one in record.held) for record in held),
        }

    async def told(self, chat: int, newest: dict[tuple[bytes, str], int], message: Message) -> bool:
        """A ping was sent: what it was about, and the message to be cleaned up, are kept in one write.

        Returns:
            False if she left while it was on its way. Nothing was kept then.
        """
        record = self._chats.get(chat)
        if record is None or not record.held:
            return False
        record.held = [replace(held, told=max(held.told, newest.get((held.collective, held.role), 0))) for held in record.held]
        record.messages = [*record.messages, message][-MOST_MESSAGES:]
        await self._keep(record)
        return True

    async def deactivate(self, chat: int) -> None:
        """She blocked the bot, or deleted her account: nothing more is sent until she shows a code again."""
        record = self._chats.get(chat)
        if record is not None and record.active:
            record.active, record.messages = False, []
            await self._keep_or_forget(record)
            self.on_change(chat)

    async def reminded(self, chat: int) -> None:
        record = self._chats.get(chat)
        if record is not None:
            record.held = [replace(held, reminded=held.reminded or self._age(held) >= REMINDED) for held in record.held]
            await self._keep(record)

    def to_remind(self) -> list[int]:
        """Chats of which a subscription ends within fifteen days, and which have not been told."""
        return [r.chat for r in self._chats.values() if r.active and any(self._age(h) >= REMINDED and not h.reminded for h in r.held)]

    def days_left(self, chat: int) -> int:
        """Until the first of its subscriptions ends; a day that has begun counts."""
        record = self._chats.get(chat)
        ages = [self._age(held) for held in record.held] if record is not None else []
        return max(1, -((max(ages, default=0) - LAPSES) // DAY))

    async def lapse(self) -> dict[int, str]:
        """Ends what was not proved for sixty days, and gives the chats that lost something, with their language: they may be forgotten
        as soon as their last message is cleaned up. Forgets the others that hold nothing."""
        lost = {}
        for record in list(self._chats.values()):
            if self._chats.get(record.chat) is not record:
                continue  # forgotten while others were written; she may have come back since, with another record
            left = [held for held in record.held if self._age(held) < LAPSES]
            if len(left) != len(record.held):
                record.held = left
                await self._keep(record)
                self.on_change(record.chat)
                if record.active:
                    lost[record.chat] = (record.settings or Settings()).language
                    continue
            await self._keep_or_forget(record, changed=False)
            await asyncio.sleep(0)
        return lost

    def lapsed(self, held: Held) -> bool:
        """Whether it is over, said so or not."""
        return self._age(held) >= LAPSES

    # ---- inside

    def _age(self, held: Held) -> int:
        return int(self._clock()) - held.proved

    def _forget_the_past(self, record: Record, role: str | None = None) -> None:
        def now_told(held: Held) -> Held:
            return replace(held, told=max(held.told, self._newest(held.collective, held.role))) if role in (None, held.role) else held

        record.held = [now_told(held) for held in record.held]

    async def _keep_or_forget(self, record: Record, *, changed: bool = True) -> None:
        """A chat with no subscription, and with no message left to be cleaned up, is nobody's business: its choices go as well."""
        if not record.held and not record.messages:
            await self.forget(record.chat)
        elif changed:
            await self._keep(record)

    async def _keep(self, record: Record) -> None:
        await self._store.write({_name(record.chat): record.to_map()})


def _day(moment: float) -> int:
    return int(moment) // DAY * DAY


def _name(chat: int) -> Name:
    return (KIND, str(chat))


def in_slices(chats: Iterable[int], size: int = 200) -> Iterator[list[int]]:
    """Many chats, some at a time, so that replies come between."""
    some: list[int] = []
    for chat in chats:
        some.append(chat)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
