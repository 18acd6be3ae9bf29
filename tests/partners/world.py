"""A whole collective in one process: real devices and sessions around a relay in memory, with a clock that stands until it is moved.

The relay keeps lists and checks what the real one checks (protocol §5.1). It is honest; a test that wants another one reaches into
its lists, which is all that an operator could do.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar, cast

from alerts import session
from alerts.follow import Head
from alerts.founding import found
from alerts.mail import MailItem
from alerts.member import Gate, Member
from alerts.moderator import BoxFill, Moderator
from alerts.report import example_report, validate_report
from alerts.session import Session
from alerts.sync import Conflict, Newest, RelayClient
from crypto import signing
from crypto.announced import split_announcement
from crypto.chain import ANNOUNCEMENT, Entry, parse_entry
from crypto.errors import RelayRefused
from crypto.secrets import DeviceEntropy
from crypto.shelves import parse_desk_item

from .scribe import DAY, NOW, TOPICS

T = TypeVar("T")
#: The relay holds an erasure back for so long (protocol §5.7).
HELD_BACK = 72 * 3600
GRACE = 14 * DAY


def run(work: Coroutine[Any, Any, T]) -> T:
    """What the coroutine returns. Nothing in this world waits for anything, so no loop is needed."""
    try:
        work.send(None)
    except StopIteration as done:
        return cast(T, done.value)
    raise RuntimeError("something here waits")


class MemoryRelay:
    """The relay's five shelves, and the questions a :class:`RelayClient` asks."""

    def __init__(self, collective: bytes) -> None:
        self.collective = collective
        self.now = NOW
        self.board: list[Entry] = []
        self.log: list[Entry] = []
        self.desk_items: list[tuple[int, bytes]] = []
        self.mails: list[MailItem] = []
        self.boxes: dict[bytes, bytes] = {}
        #: What another collective has at this relay, under whatever names.
        self.others: dict[bytes, bytes] = {}
        self.pending: dict[int, int] = {}
        self.reached = True
        #: The time it says it is, if that is a lie.
        self.says: int | None = None
        #: Restored from a copy; and the desk items that came back, as members posted them.
        self.healing = False
        self.healed: list[bytes] = []

    # ---- what it checks --------------------------------------------------------------------------------------------

    def announced(self) -> list[tuple[Entry, Any]]:
        return [(e, split_announcement(e.blob or b"")[0]) for e in self.board if e.place.kind == ANNOUNCEMENT]

    def _admit(self, gate: Gate, role: str, purpose: str) -> None:
        if not self.reached:
            raise RelayRefused("busy", status=503)
        announced = self.announced()
        for number, (_, public) in enumerate(announced, 1):
            newest = number == len(announced)
            if number == gate.epoch and (newest or (purpose in ("board", "log") and self.now - announced[number][0].place.time < GRACE)):
                key = public.member_gate if role == "member" else public.moderator_gate
                if signing.public_key(gate.seed) != key:
                    raise RelayRefused("bad-signature", status=403)
                return
        raise RelayRefused("old-epoch", status=403)

    def _check(self, entry: Entry, chain: list[Entry], gates: dict[int, bytes]) -> None:
        place = entry.place
        if (place.seq, place.prev) != ((len(chain), chain[-1].hash(self.collective)) if chain else (0, bytes(32))):
            raise Conflict("conflict", status=409)
        entry.check_signature(gates[place.epoch], self.collective)
        if place.kind == ANNOUNCEMENT and split_announcement(entry.blob or b"")[0].epoch != max(gates) + 1:
            raise RelayRefused("wrong-epoch", status=400)

    # ---- the client's questions ------------------------------------------------------------------------------------

    async def newest(self, collective: bytes) -> Newest:
        if not self.reached:
            raise RelayRefused("busy", status=503)
        entry, head = self.announced()[-1][0], self.board[-1]
        value = {
            "announcement": entry.value(), "head": {"seq": head.place.seq, "hash": head.hash(collective)},
            "healing": self.healing, "time": self.now if self.says is None else self.says, "version": len(self.board) + len(self.log) + len(self.desk_items),
        }  # fmt: skip
        return Newest(value)

    async def entries(
        self, collective: bytes, shelf: str, after: int, gate: Gate, *, role: str, purpose: str
    ) -> tuple[list[Entry], Head | None]:
        self._admit(gate, role, purpose)
        chain = self.board if shelf == "board" else self.log
        fresh = [parse_entry(entry.value(), "board" if shelf == "board" else "log") for entry in chain[after:]]
        return fresh, Head(len(chain) - 1, chain[-1].hash(collective)) if chain else None

    async def page(self, collective: bytes, shelf: str, start: int, gate: Gate, *, role: str, purpose: str) -> list[Entry]:
        return (await self.entries(collective, shelf, start, gate, role=role, purpose=purpose))[0]

    async def append(self, collective: bytes, shelf: str, entries: list[Entry], gate: Gate) -> None:
        self._admit(gate, "moderator", shelf)
        gates = {public.epoch: public.moderator_gate for _, public in self.announced()}
        chain = list(self.board if shelf == "board" else self.log)
        for entry in entries:
            self._check(entry, chain, gates)
            chain.append(entry)
        if shelf == "board":
            self.board = chain
        else:
            self.log = chain

    async def post_desk(self, collective: bytes, item: bytes, gate: Gate) -> None:
        self._admit(gate, "member", "desk")
        parsed = parse_desk_item(item)
        live = [
            public.desk
            for (_, public), after in zip(self.announced(), [*self.announced()[1:], None], strict=True)
            if after is None or self.now - after[0].place.time < GRACE
        ]
        if parsed.desk not in live:
            raise RelayRefused("retired-desk-key", status=409)
        if all(item != known for _, known in self.desk_items):
            self.desk_items.append((self.now, item))

    async def desk(self, collective: bytes, after: int, gate: Gate) -> list[tuple[int, int, bytes]]:
        self._admit(gate, "moderator", "inbox")
        return [(i, arrived, item) for i, (arrived, item) in enumerate(self.desk_items, 1) if i > after]

    async def last_desk(self, collective: bytes, gate: Gate) -> int:
        self._admit(gate, "moderator", "inbox")
        return len(self.desk_items)

    async def heal_desk(self, collective: bytes, item: bytes, gate: Gate) -> None:
        self._admit(gate, "member", "heal")
        self.healed.append(item)
        self.desk_items.append((self.now, item))

    async def heal(self, collective: bytes, values: dict[str, Any], gate: Gate | None, role: str) -> None:
        self.board += [parse_entry(value, "board") for value in values.get("board", ())]
        self.log += [parse_entry(value, "log") for value in values.get("log", ())]
        self.desk_items += [(self.now, item) for item in values.get("desk", ())]

    async def post_mail(self, collective: bytes, items: list[MailItem], gate: Gate) -> None:
        self._admit(gate, "moderator", "mail")
        self.mails += items

    async def mail(self, collective: bytes, after: int, gate: Gate) -> list[tuple[int, MailItem]]:
        self._admit(gate, "member", "read")
        return [(i, item) for i, item in enumerate(self.mails, 1) if i > after]

    async def last_mail(self, collective: bytes, gate: Gate) -> int:
        self._admit(gate, "member", "read")
        return len(self.mails)

    async def box(self, box: bytes, collective: bytes | None = None) -> bytes | None:
        return self.boxes.get(box) if collective is not None else self.others.get(box) or self.boxes.get(box)

    async def fill_boxes(self, collective: bytes, fills: list[BoxFill], gate: Gate) -> None:
        if fills:
            self._admit(gate, "moderator", "box")
        self.boxes |= {fill.id: fill.blob for fill in fills}

    async def post_box(self, collective: bytes, fill: BoxFill, gate: Gate) -> None:
        self._admit(gate, "member", "box")
        if self.boxes.get(fill.id, fill.blob) != fill.blob:
            raise RelayRefused("box-exists", status=409)
        self.boxes[fill.id] = fill.blob

    async def burn(self, box: bytes) -> None:
        self.boxes.pop(box, None)

    async def erasures(self, collective: bytes, gate: Gate) -> list[int]:
        self._admit(gate, "moderator", "erase")
        for seq in [seq for seq, due in self.pending.items() if self.now >= due]:
            entry = self.board[seq]
            self.board[seq] = Entry(entry.header, entry.signature, None, entry.place, entry.blob_hash)
            del self.pending[seq]
        return sorted(self.pending)

    async def erase(self, collective: bytes, seqs: list[int], gate: Gate, *, stop: bool = False) -> None:
        self._admit(gate, "moderator", "erase")
        for seq in seqs:
            if stop:
                self.pending.pop(seq, None)
            elif self.board[seq].blob is not None:
                self.pending.setdefault(seq, self.now + HELD_BACK)


class World:
    """A founded collective. Sessions by name; the founder is ``ana``."""

    def __init__(self, policy: dict[str, Any] | None = None) -> None:
        founding = found(DeviceEntropy.random(), "ana", name="Kestrel", country="GB", topics=TOPICS, policy=policy or {}, now=NOW)
        self.collective = founding.founder.collective
        self.relay = MemoryRelay(self.collective)
        self.relay.board = list(founding.entries)
        self.sessions: dict[str, Session] = {}
        ana = self._session("ana", founding.founder)
        run(ana.write_notes(lambda: founding.notes if not cast(Moderator, ana.device).log.members else []))
        run(ana.sync())

    def _session(self, name: str, device: Member) -> Session:
        self.sessions[name] = Session(device, self.client, self.clock, lambda device: None)
        return self.sessions[name]

    @property
    def client(self) -> RelayClient:
        return cast(RelayClient, self.relay)

    def clock(self) -> int:
        return self.relay.now

    def later(self, seconds: int) -> None:
        self.relay.now += seconds

    def __getitem__(self, name: str) -> Session:
        return self.sessions[name]

    def mod(self, name: str) -> Moderator:
        """The device of somebody who moderates, or did."""
        return cast(Moderator, self.sessions[name].device)

    def sync(self, *names: str) -> None:
        for name in names or list(self.sessions):
            run(self[name].sync())

    def invite(self, by: str = "ana", *, moderator: bool = False, hours: int = 72) -> str:
        return run(self[by].invite(self.relay.now + hours * 3600, moderator=moderator))

    def join(self, name: str, code: str, *, admit: str | None = "ana", willing: bool = True) -> Session:
        """Somebody comes in by a code, and is admitted by a moderator's device if one is awake."""
        self.sessions[name] = run(session.join(self.client, code, name, self.clock, lambda device: None, willing=lambda: willing))
        self.sync(name)
        if admit:
            self.sync(admit, name)
        return self.sessions[name]

    def promote(self, name: str, by: list[str]) -> None:
        for moderator in by:
            self.sync(moderator)
            if run(self[moderator].promote(self.mod(moderator).find_member(name))):
                break
        self.sync(name)

    def moderators(self, *names: str) -> None:
        """Further moderators beside the founder, each agreed to by those before."""
        there = ["ana"]
        for name in names:
            self.join(name, self.invite(moderator=True))
            self.promote(name, there)
            there.append(name)
        self.sync(*there)

    def report(self, name: str) -> bytes:
        fields = validate_report(
            example_report() | {"consent": {"share": "peers", "show_first": False, "hold": False}}, policy={}, country="GB"
        )
        receipt = self[name].device.report(fields, self.relay.now)
        self.sync(name)
        return receipt.id
