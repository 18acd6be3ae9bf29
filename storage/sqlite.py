"""The embedded store: one SQLite file, one process, one writer.

Writes are committed in groups. Every writing call leaves its work in a queue; the writer's thread takes all that waits, does it in one
transaction with one sync, and answers each caller after the commit and not before. While a group syncs, the next one gathers.
Reads go over a connection of their own and never wait for a sync.

What relays ask for at every request, the state of a collective, is kept in memory. That is sound because the data folder is
locked: nobody else writes.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, Self, TypeVar, cast

import aiosqlite

from crypto import wire
from crypto.chain import Shelf
from crypto.errors import InviteUsed, ParasolError, StorageFailed

from .base import (
    KEPT,
    AlreadyThere,
    BadFoundingCode,
    Box,
    CannotEraseEntry,
    Collective,
    Conflict,
    DeskRow,
    Epoch,
    Erasure,
    Head,
    MailRow,
    NewDeskItem,
    NewEntry,
    NotBurnable,
    NotHealing,
    NotYourBox,
    StorageFull,
    StoreBusy,
    Swept,
)
from .folder import locked, prepare
from .schema import connect, migrate

T = TypeVar("T")
#: What a job gives, or why it failed.
_Outcome = tuple[Any, BaseException | None]

#: More than this waiting is answered with StoreBusy: memory stays bounded, and nobody waits for long.
MAX_WAITING: Final = 4096
MAX_WAITING_BYTES: Final = 128 * 1024 * 1024
#: One group holds no more, so that a sync is never far away.
MAX_GROUP: Final = 512
#: States of collectives kept in memory.
MAX_CACHED: Final = 4096
#: A sweep deletes in steps of this many rows: posts get in between.
SWEEP_STEP: Final = 200
_ROWS_AT_ONCE: Final = 64
_SHELVES: Final[dict[Shelf, int]] = {"board": 0, "log": 1}
#: Epochs in memory: those that were the newest in the 14 days before the newest one (protocol §4.2), and a day to spare.
_RECENT: Final = 15 * 86400


@dataclass(eq=False, slots=True)
class _Job:
    """Work for the writer's thread, and who waits for it. ``mail`` jobs in a row share their statements."""

    answer: asyncio.Future[Any]
    work: Callable[[_Transaction], Any] | None
    alone: Callable[[sqlite3.Connection], None] | None = None
    collective: bytes = b""
    mail: Sequence[tuple[bytes, bytes]] = ()
    day: int = 0
    size: int = 0


@dataclass(eq=False, slots=True)
class _Transaction:
    """What work sees: the database inside a transaction, and the states of collectives as this transaction leaves them."""

    database: sqlite3.Connection
    known: dict[bytes, Collective]
    changed: dict[bytes, Collective] = field(default_factory=dict)

    def find(self, collective: bytes) -> Collective | None:
        return self.changed.get(collective) or self.known.get(collective) or _load(self.database, collective)

    def get(self, collective: bytes) -> Collective:
        found = self.find(collective)
        if found is None:
            raise KeyError("no such collective")
        return found

    def put(self, collective: Collective) -> None:
        self.changed[collective.id] = collective

    def one(self, sql: str, *values: Any) -> Any:
        row = self.database.execute(sql, values).fetchone()
        return row and row[0]


class SQLiteStore:
    """A :class:`storage.base.Store` in one file. Made by :meth:`open`."""

    def __init__(self, database: sqlite3.Connection, reader: aiosqlite.Connection, release: contextlib.ExitStack) -> None:
        self._database = database
        self._reader = reader
        self._release = release
        self._known: dict[bytes, Collective] = {}
        self._watchers: dict[bytes, set[asyncio.Future[int]]] = {}
        self._watchers_of_all: set[asyncio.Future[int]] = set()
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._waiting_jobs = self._waiting_bytes = 0
        self._closing = False
        self._commits = 0
        self._loop = asyncio.get_running_loop()
        self._writer = Thread(target=self._write_in_groups, name="parasol-writer", daemon=True)
        self._writer.start()

    @classmethod
    async def open(cls, data_dir: Path, *, quota: int | None = None) -> Self:
        """Opens, and makes or migrates if need be, the database in ``data_dir``, and holds the folder's lock until ``close``.

        Args:
            quota: the most bytes the database may grow to; more is a full disk. No bound but the disk's if not given.

        Raises:
            NotAllowed: another process runs on this folder.
            StorageFailed: it cannot be opened.
        """
        path = prepare(data_dir)
        with contextlib.ExitStack() as release:
            release.enter_context(locked(data_dir))
            try:
                database = connect(path)
                release.callback(database.close)
                migrate(database)
                if quota is not None:
                    (page,) = database.execute("PRAGMA page_size").fetchone()
                    database.execute(f"PRAGMA max_page_count = {max(1, quota // page)}")
                reader = await aiosqlite.connect(path, isolation_level=None)
                await reader.execute("PRAGMA busy_timeout = 10000")
                await reader.execute("PRAGMA query_only = ON")
            except sqlite3.Error as error:
                raise _translated(error) from None
            return cls(database, reader, release.pop_all())

    async def close(self) -> None:
        if self._closing:
            return
        # The reader goes first, so that nothing keeps the journal from being emptied.
        await self._reader.close()
        with contextlib.suppress(ParasolError):
            await self._do_alone(_empty_journal)
        self._closing = True
        self._waiting.put(None)
        await asyncio.to_thread(self._writer.join)
        for watcher in [*self._watchers_of_all, *(one for group in self._watchers.values() for one in group)]:
            watcher.cancel()
        self._release.close()

    @property
    def commits(self) -> int:
        return self._commits

    # ---- the group commit -----------------------------------------------------------------------------------------

    async def _do(self, work: Callable[[_Transaction], T], size: int = 0) -> T:
        return cast(T, await self._enqueue(_Job(self._loop.create_future(), work, size=size)))

    async def _do_alone(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """In the writer's thread, outside any transaction."""
        await self._enqueue(_Job(self._loop.create_future(), None, alone=work))

    def _enqueue(self, job: _Job) -> asyncio.Future[Any]:
        if self._closing or self._waiting_jobs >= MAX_WAITING or self._waiting_bytes + job.size > MAX_WAITING_BYTES:
            raise StoreBusy("too much is waiting to be written")
        self._waiting_jobs += 1
        self._waiting_bytes += job.size
        self._waiting.put(job)
        return job.answer

    def _write_in_groups(self) -> None:
        """The writer's thread. It takes the next group by itself: the event loop may be busy, and the disk should not wait for it."""
        going_on = True
        while going_on:
            group: list[_Job] = []
            job = self._waiting.get()
            while job is not None and job.alone is None:
                group.append(job)
                if len(group) == MAX_GROUP or self._waiting.empty():
                    break
                job = self._waiting.get()
            if group:
                self._hand_over(group, *self._commit(group))
            if job is None:
                going_on = False
            elif job.alone is not None:
                self._hand_over([job], [_outcome_alone(self._database, job.alone)], set())

    def _hand_over(self, group: list[_Job], outcomes: list[_Outcome], changed: set[bytes]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop was closed before the store; nobody is left to be told
            self._loop.call_soon_threadsafe(self._answer, group, outcomes, changed)

    def _answer(self, group: list[_Job], outcomes: list[_Outcome], changed: set[bytes]) -> None:
        for job, (value, error) in zip(group, outcomes, strict=True):
            self._waiting_jobs -= 1
            self._waiting_bytes -= job.size
            # Whoever hung up meanwhile is not told; what she posted is kept all the same.
            if not job.answer.done():
                job.answer.set_exception(error) if error is not None else job.answer.set_result(value)
        self._tell(changed)

    def _tell(self, changed: set[bytes]) -> None:
        for collective in changed:
            for watcher in self._watchers.pop(collective, ()):
                if not watcher.done():
                    watcher.set_result(self._known[collective].version)
        for watcher in self._watchers_of_all if changed else ():
            if not watcher.done():
                watcher.set_result(0)

    def _commit(self, group: Sequence[_Job]) -> tuple[list[_Outcome], set[bytes]]:
        """In the writer's thread: the outcome of each job in order, and whose state changed. Never raises what a job raised."""
        try:
            return self._transact(group)
        except Exception as error:  # noqa: BLE001  the writer outlives whatever went wrong with one group; nothing of it was kept
            if len(group) == 1:
                return [(None, _translated(error))], set()
        # The database refused the whole transaction. Each job once more by itself: what fits is kept, what does not is refused.
        outcomes: list[_Outcome] = []
        changed: set[bytes] = set()
        for job in group:
            [outcome], touched = self._commit([job])
            outcomes.append(outcome)
            changed |= touched
        return outcomes, changed

    def _transact(self, group: Sequence[_Job]) -> tuple[list[_Outcome], set[bytes]]:
        database = self._database
        transaction = _Transaction(database, self._known)
        outcomes: list[_Outcome] = []
        changes = database.total_changes
        database.execute("BEGIN IMMEDIATE")
        try:
            for is_mail, jobs in groupby(group, lambda job: job.work is None):
                if is_mail:
                    outcomes += _keep_mail(transaction, jobs)
                else:
                    outcomes += [_in_savepoint(transaction, cast(Callable[[_Transaction], Any], job.work)) for job in jobs]
            for c in transaction.changed.values():
                database.execute(
                    "UPDATE collectives SET healing = ?, version = ?, desk_last = ?, mail_last = ? WHERE id = ?",
                    (c.healing, c.version, c.desk_last, c.mail_last, c.id),
                )
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
        self._commits += database.total_changes != changes
        self._known.update(transaction.changed)
        while len(self._known) > MAX_CACHED:
            del self._known[next(iter(self._known.keys() - transaction.changed.keys()))]
        return outcomes, set(transaction.changed)

    async def _read(self, sql: str, *values: Any) -> list[Any]:
        try:
            return list(await self._reader.execute_fetchall(sql, values))
        except (sqlite3.Error, ValueError) as error:  # aiosqlite raises ValueError once it is closed
            raise _translated(error) from None

    # ---- collectives ----------------------------------------------------------------------------------------------

    async def collective(self, collective: bytes) -> Collective | None:
        known = self._known.get(collective)
        if known is not None:
            return known

        # Loaded by the writer, not the reader: what enters the memory can then never be older than what a commit put there.
        def load(t: _Transaction) -> Collective | None:
            found = t.find(collective)
            if found is not None and len(self._known) < MAX_CACHED:
                self._known.setdefault(collective, found)
            return found

        return await self._do(load)

    async def epoch(self, collective: bytes, number: int) -> Epoch | None:
        rows = await self._read(f"SELECT {_EPOCH} FROM epochs WHERE collective = ? AND number = ?", collective, number)
        return Epoch(*rows[0]) if rows else None

    async def watch(self, collective: bytes, version: int) -> int:
        state = await self.collective(collective)
        if state is None:
            raise KeyError("no such collective")
        if state.version != version:
            return state.version
        watcher: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._watchers.setdefault(collective, set()).add(watcher)
        try:
            return await watcher
        finally:
            group = self._watchers.get(collective)
            if group is not None:
                group.discard(watcher)
                if not group:
                    del self._watchers[collective]

    async def collectives(self) -> list[bytes]:
        return [id for (id,) in await self._read("SELECT id FROM collectives")]

    async def version(self) -> int:
        [(total,)] = await self._read("SELECT coalesce(sum(version), 0) FROM collectives")
        return int(total)

    async def watch_all(self, version: int) -> int:
        while True:
            # It waits from before it looks, so that no change falls in between.
            watcher: asyncio.Future[int] = asyncio.get_running_loop().create_future()
            self._watchers_of_all.add(watcher)
            try:
                now = await self.version()
                if now != version:
                    return now
                await watcher
            finally:
                self._watchers_of_all.discard(watcher)

    async def healing(self) -> bool:
        return bool(await self._read("SELECT 1 FROM collectives WHERE healing LIMIT 1"))

    async def whole(self, collective: bytes) -> None:
        def work(t: _Transaction) -> None:
            state = t.get(collective)
            if not state.healing:
                raise NotHealing("the collective is not being healed")
            t.put(replace(state, healing=False, version=state.version + 1))

        await self._do(work)

    async def found(self, collective: bytes, code_hash: bytes, entries: Sequence[NewEntry]) -> bool:
        def work(t: _Transaction) -> bool:
            if t.find(collective) is not None:
                known = t.database.execute(
                    "SELECT hash FROM entries WHERE collective = ? AND shelf = 0 AND seq < ? ORDER BY seq", (collective, len(entries))
                )
                if [hash for (hash,) in known] == [entry.head.hash for entry in entries]:
                    return False
                raise AlreadyThere("another collective has this name")
            if not t.database.execute("DELETE FROM founding_codes WHERE hash = ?", (code_hash,)).rowcount:
                raise BadFoundingCode("no unused founding code")
            t.database.execute("INSERT INTO collectives VALUES (?, 0, 1, 0, 0)", (collective,))
            _insert_entries(t, collective, "board", entries, 0)
            epochs = tuple(entry.epoch for entry in entries if entry.epoch is not None)
            t.put(Collective(collective, 1, False, entries[-1].head, None, epochs, 0, 0))
            return True

        return await self._do(work, sum(len(entry.encoded) for entry in entries))

    # ---- board and log --------------------------------------------------------------------------------------------

    async def append(self, collective: bytes, shelf: Shelf, after: Head | None, entries: Sequence[NewEntry]) -> Head:
        def work(t: _Transaction) -> Head:
            state = t.get(collective)
            head = state.head(shelf)
            last = entries[-1].head
            if head is not None and head.hash == last.hash:
                return head
            if (head and head.hash) != (after and after.hash):
                raise Conflict(head)
            before = 0
            if head is not None:
                sql = "SELECT before + length(value) FROM entries WHERE collective = ? AND shelf = ? AND seq = ?"
                before = t.one(sql, collective, _SHELVES[shelf], head.seq)
            _insert_entries(t, collective, shelf, entries, before)
            epochs = _recent([*state.epochs, *(entry.epoch for entry in entries if entry.epoch is not None)])
            state = replace(state, version=state.version + 1, epochs=epochs)
            t.put(replace(state, board=last) if shelf == "board" else replace(state, log=last))
            return last

        return await self._do(work, sum(len(entry.encoded) for entry in entries))

    async def entries(self, collective: bytes, shelf: Shelf, start: int, count: int, size: int) -> list[bytes]:
        rows = await self._read(
            "SELECT value FROM entries WHERE collective = ?1 AND shelf = ?2 AND seq >= ?3 AND seq < ?3 + ?4 AND before <"
            " ?5 + (SELECT before FROM entries WHERE collective = ?1 AND shelf = ?2 AND seq = ?3) ORDER BY seq",
            collective, _SHELVES[shelf], start, count, size,
        )  # fmt: skip
        return [value for (value,) in rows]

    async def hash(self, collective: bytes, shelf: Shelf, seq: int) -> bytes | None:
        sql = "SELECT hash FROM entries WHERE collective = ? AND shelf = ? AND seq = ?"
        rows = await self._read(sql, collective, _SHELVES[shelf], seq)
        return rows[0][0] if rows else None

    async def request_erasure(self, collective: bytes, seqs: Sequence[int], due: int) -> int:
        def work(t: _Transaction) -> int:
            state = t.get(collective)
            latest = due if not seqs else 0
            for seq in seqs:
                if not 0 < seq <= state.board.seq or t.one("SELECT 1 FROM epochs WHERE collective = ? AND seq = ?", collective, seq):
                    raise CannotEraseEntry("an entry that cannot be erased, or is not there")
                t.database.execute("INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)", (collective, seq, due))
                latest = max(latest, t.one("SELECT due FROM erasures WHERE collective = ? AND seq = ?", collective, seq))
            return latest

        return await self._do(work)

    async def erasures(self, collective: bytes) -> list[Erasure]:
        return [Erasure(*row) for row in await self._read("SELECT seq, due FROM erasures WHERE collective = ? ORDER BY seq", collective)]

    async def stop_erasures(self, collective: bytes, seqs: Sequence[int]) -> None:
        def work(t: _Transaction) -> None:
            rows = [(collective, seq) for seq in seqs]
            t.database.executemany("DELETE FROM erasures WHERE collective = ? AND seq = ?", rows)

        await self._do(work)

    # ---- desk and mail --------------------------------------------------------------------------------------------

    async def post_desk(self, collective: bytes, items: Sequence[NewDeskItem], now: int) -> None:
        def work(t: _Transaction) -> None:
            state = t.get(collective)
            last = state.desk_last
            for item in items:
                if t.one("SELECT 1 FROM desk WHERE collective = ? AND id = ?", collective, item.id):
                    continue
                if item.invite_box is not None:
                    sql = "SELECT joined FROM desk WHERE collective = ? AND invite_box = ?"
                    if t.one(sql, collective, item.invite_box) not in (None, item.join):
                        raise InviteUsed("another device has joined by this invite")
                    t.database.execute("DELETE FROM boxes WHERE id = ? AND collective = ? AND burnable", (item.invite_box, collective))
                last += 1
                row = (collective, last, item.id, now, item.invite_box, item.join, item.encoded)
                t.database.execute("INSERT INTO desk VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            if last != state.desk_last:
                t.put(replace(state, version=state.version + 1, desk_last=last))

        await self._do(work, sum(len(item.encoded) for item in items))

    async def desk(self, collective: bytes, after: int, count: int, size: int) -> tuple[list[DeskRow], bool]:
        rows, more = await self._after("desk", "item", "position, arrived, item", collective, after, count, size)
        return [DeskRow(*row) for row in rows], more

    async def post_mail(self, collective: bytes, items: Sequence[tuple[bytes, bytes]], now: int) -> None:
        answer = self._loop.create_future()
        await self._enqueue(_Job(answer, None, None, collective, items, now // 86400, sum(len(blob) for _, blob in items)))

    async def mail(self, collective: bytes, after: int, count: int, size: int) -> tuple[list[MailRow], bool]:
        rows, more = await self._after("mail", "blob", "position, tag, blob", collective, after, count, size)
        return [MailRow(*row) for row in rows], more

    async def _after(
        self, table: str, heavy: str, columns: str, collective: bytes, after: int, count: int, size: int
    ) -> tuple[list[Any], bool]:
        where = f"FROM {table} WHERE collective = ? AND position > ? ORDER BY position LIMIT ?"
        # Lengths first: SQLite reads them without the bytes, and the answer never holds more than was asked for.
        lengths = await self._read(f"SELECT length({heavy}) {where}", collective, after, count + 1)
        fitting = total = 0
        while fitting < min(count, len(lengths)) and total < size:
            total += lengths[fitting][0]
            fitting += 1
        return await self._read(f"SELECT {columns} {where}", collective, after, fitting) if fitting else [], fitting < len(lengths)

    # ---- boxes ----------------------------------------------------------------------------------------------------

    async def put_boxes(self, collective: bytes, boxes: Sequence[Box], *, replace: bool, now: int) -> None:
        def work(t: _Transaction) -> None:
            state = t.get(collective)
            for box in boxes:
                row = t.database.execute("SELECT collective, blob FROM boxes WHERE id = ? AND expires > ?", (box.id, now)).fetchone()
                if row is not None and row[1] == box.blob and not replace:
                    continue
                if row is not None and not replace:
                    raise AlreadyThere("a box has this id")
                if row is not None and row[0] != collective:
                    raise NotYourBox("the box is another collective's")
                new = (box.id, collective, box.expires, box.burnable, box.blob)
                t.database.execute("INSERT OR REPLACE INTO boxes VALUES (?, ?, ?, ?, ?)", new)
            t.put(_bumped(state))

        await self._do(work, sum(len(box.blob) for box in boxes))

    async def box(self, box: bytes, now: int) -> Box | None:
        rows = await self._read("SELECT id, blob, expires, burnable FROM boxes WHERE id = ? AND expires > ?", box, now)
        return Box(rows[0][0], rows[0][1], rows[0][2], bool(rows[0][3])) if rows else None

    async def burn_box(self, box: bytes, now: int) -> bool:
        def work(t: _Transaction) -> bool:
            burnable = t.one("SELECT burnable FROM boxes WHERE id = ? AND expires > ?", box, now)
            if burnable is None:
                return False
            if not burnable:
                raise NotBurnable("the box stays until it expires")
            t.database.execute("DELETE FROM boxes WHERE id = ?", (box,))
            return True

        return await self._do(work)

    # ---- time -----------------------------------------------------------------------------------------------------

    async def sweep(self, now: int) -> Swept:
        desk = mail = 0
        for (collective,) in await self._read("SELECT id FROM collectives"):
            desk += await self._sweep_shelf(collective, "desk", "arrived", now - KEPT)
            mail += await self._sweep_shelf(collective, "mail", "day", (now - KEPT) // 86400)
        boxes = await self._in_steps(lambda t: _expire_boxes(t, now))
        erased = await self._in_steps(lambda t: _erase_due(t, now))
        await self._do_alone(_empty_journal)
        return Swept(desk, mail, boxes, erased)

    async def _sweep_shelf(self, collective: bytes, table: str, column: str, limit: int) -> int:
        return await self._in_steps(lambda t: _drop_oldest(t, collective, table, column, limit))

    async def _in_steps(self, step: Callable[[_Transaction], int]) -> int:
        total = 0
        while True:
            done = await self._do(step)
            total += done
            if done < SWEEP_STEP:
                return total


# ---- in the writer's thread ---------------------------------------------------------------------------------------


def _empty_journal(database: sqlite3.Connection) -> None:
    # Deleted content would otherwise lie in the journal until it happened to be written over.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _outcome_alone(database: sqlite3.Connection, work: Callable[[sqlite3.Connection], None]) -> _Outcome:
    try:
        work(database)
        return None, None
    except Exception as error:  # noqa: BLE001  it is this caller's alone; the writer goes on
        return None, _translated(error)


def _in_savepoint(transaction: _Transaction, work: Callable[[_Transaction], Any]) -> _Outcome:
    """What one job gives. What it refuses, or fails at, is undone for itself alone; only the database's own errors go on."""
    database, changed = transaction.database, dict(transaction.changed)
    database.execute("SAVEPOINT job")
    try:
        value = work(transaction)
    except sqlite3.Error:
        raise
    except Exception as error:  # noqa: BLE001  whatever it is, it is this caller's alone: neighbours in the group must not fail with her
        database.execute("ROLLBACK TO job")
        database.execute("RELEASE job")
        transaction.changed = changed
        return None, error
    database.execute("RELEASE job")
    return value, None


def _keep_mail(transaction: _Transaction, jobs: Iterable[_Job]) -> list[_Outcome]:
    """All mail of a group in as few statements as possible: threads change hands at each, which costs more than the rows."""
    outcomes: list[_Outcome] = []
    values: list[Any] = []
    for job in jobs:
        state = transaction.find(job.collective)
        if state is None:
            outcomes.append((None, KeyError("no such collective")))
            continue
        for position, (tag, blob) in enumerate(job.mail, state.mail_last + 1):
            values += (job.collective, position, job.day, tag, blob)
        transaction.put(replace(state, version=state.version + 1, mail_last=state.mail_last + len(job.mail)))
        outcomes.append((None, None))
    step = 5 * _ROWS_AT_ONCE
    for start in range(0, len(values), step):
        part = values[start : start + step]
        rows = ", ".join(["(?, ?, ?, ?, ?)"] * (len(part) // 5))
        transaction.database.execute(f"INSERT OR IGNORE INTO mail VALUES {rows}", part)
    return outcomes


def _insert_entries(t: _Transaction, collective: bytes, shelf: Shelf, entries: Sequence[NewEntry], before: int) -> None:
    for entry in entries:
        h = entry.head
        row = (collective, _SHELVES[shelf], h.seq, h.hash, h.time, h.epoch, before, entry.encoded)
        t.database.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        before += len(entry.encoded)
        e = entry.epoch
        if e is not None:
            row_of_epoch = (collective, e.number, e.seq, e.time, e.member_gate, e.moderator_gate, e.desk)
            t.database.execute("INSERT INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?)", row_of_epoch)


def _drop_oldest(t: _Transaction, collective: bytes, table: str, column: str, limit: int) -> int:
    # Positions rise with arrival, so what is old stands in front: no scan of what stays, and no index on times.
    oldest = t.database.execute(
        f"SELECT position, {column} FROM {table} WHERE collective = ? ORDER BY position LIMIT ?", (collective, SWEEP_STEP)
    ).fetchall()
    old = [(collective, position) for position, when in oldest if when < limit]
    t.database.executemany(f"DELETE FROM {table} WHERE collective = ? AND position = ?", old)
    return len(old)


def _expire_boxes(t: _Transaction, now: int) -> int:
    old = t.database.execute("SELECT id FROM boxes WHERE expires <= ? LIMIT ?", (now, SWEEP_STEP)).fetchall()
    t.database.executemany("DELETE FROM boxes WHERE id = ?", old)
    return len(old)


def _erase_due(t: _Transaction, now: int) -> int:
    due = t.database.execute("SELECT collective, seq FROM erasures WHERE due <= ? LIMIT ?", (now, SWEEP_STEP)).fetchall()
    for collective, seq in due:
        value = wire.decode(t.one("SELECT value FROM entries WHERE collective = ? AND shelf = 0 AND seq = ?", collective, seq))
        stub = wire.encode({**value, "blob": None})
        t.database.execute("UPDATE entries SET value = ? WHERE collective = ? AND shelf = 0 AND seq = ?", (stub, collective, seq))
        t.database.execute("DELETE FROM erasures WHERE collective = ? AND seq = ?", (collective, seq))
        t.put(_bumped(t.get(collective)))
    return len(due)


_EPOCH: Final = "number, seq, time, member_gate, moderator_gate, desk"


def _load(database: sqlite3.Connection, collective: bytes) -> Collective | None:
    row = database.execute("SELECT healing, version, desk_last, mail_last FROM collectives WHERE id = ?", (collective,)).fetchone()
    if row is None:
        return None
    heads = []
    for shelf in (0, 1):
        sql = "SELECT seq, hash, time, epoch FROM entries WHERE collective = ? AND shelf = ? ORDER BY seq DESC LIMIT 1"
        last = database.execute(sql, (collective, shelf)).fetchone()
        heads.append(Head(*last) if last else None)
    epochs: list[Epoch] = []
    for values in database.execute(f"SELECT {_EPOCH} FROM epochs WHERE collective = ? ORDER BY number DESC", (collective,)):
        epochs.insert(0, Epoch(*values))
        if epochs[0].time < epochs[-1].time - _RECENT:
            break
    board, log = heads
    if board is None or not epochs:
        raise StorageFailed("a collective without a board")
    return Collective(collective, row[1], bool(row[0]), board, log, tuple(epochs), row[2], row[3])


def _recent(epochs: list[Epoch]) -> tuple[Epoch, ...]:
    limit = epochs[-1].time - _RECENT
    # An epoch was the newest until the next one's time; so the last one from before the limit belongs to them.
    return tuple(epoch for epoch, after in zip(epochs, [*epochs[1:], epochs[-1]], strict=True) if after.time >= limit)


def _bumped(state: Collective) -> Collective:
    return replace(state, version=state.version + 1)


def _translated(error: Exception) -> ParasolError:
    # SQLite's own words are dropped: they may quote values.
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return StorageFull("no room is left on the disk")
    return StorageFailed("the database could not be read or written")
