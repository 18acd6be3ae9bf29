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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, Self, TypeVar, cast

import aiosqlite

from crypto.chain import Shelf
from crypto.errors import InviteUsed, ParasolError

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
    StoreBusy,
    Swept,
)
from .folder import locked, prepare
from .schema import connect, migrate
from .work import (
    EPOCH_COLUMNS,
    SHELVES,
    SWEEP_STEP,
    Outcome,
    Transaction,
    bumped,
    drop_oldest,
    empty_journal,
    epoch_of,
    erase_due,
    expire_boxes,
    in_savepoint,
    insert_entries,
    keep_mail,
    outcome_alone,
    recent,
    translated,
)

T = TypeVar("T")

#: More than this waiting is answered with StoreBusy: memory stays bounded, and nobody waits for long.
MAX_WAITING: Final = 4096
MAX_WAITING_BYTES: Final = 128 * 1024 * 1024
#: One group holds no more, so that a sync is never far away.
MAX_GROUP: Final = 512
#: States of collectives kept in memory.
MAX_CACHED: Final = 4096


@dataclass(eq=False, slots=True)
class _Job:
    """Work for the writer's thread, and who waits for it. ``mail`` jobs in a row share their statements."""

    answer: asyncio.Future[Any]
    work: Callable[[Transaction], Any] | None
    alone: Callable[[sqlite3.Connection], None] | None = None
    collective: bytes = b""
    mail: Sequence[tuple[bytes, bytes]] = ()
    day: int = 0
    size: int = 0


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
                raise translated(error) from None
            return cls(database, reader, release.pop_all())

    async def close(self) -> None:
        if self._closing:
            return
        # The reader goes first, so that nothing keeps the journal from being emptied.
        await self._reader.close()
        with contextlib.suppress(ParasolError):
            await self._do_alone(empty_journal)
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

    async def _do(self, work: Callable[[Transaction], T], size: int = 0) -> T:
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
                self._hand_over([job], [outcome_alone(self._database, job.alone)], set())

    def _hand_over(self, group: list[_Job], outcomes: list[Outcome], changed: set[bytes]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop was closed before the store; nobody is left to be told
            self._loop.call_soon_threadsafe(self._answer, group, outcomes, changed)

    def _answer(self, group: list[_Job], outcomes: list[Outcome], changed: set[bytes]) -> None:
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

    def _commit(self, group: Sequence[_Job]) -> tuple[list[Outcome], set[bytes]]:
        """In the writer's thread: the outcome of each job in order, and whose state changed. Never raises what a job raised."""
        try:
            return self._transact(group)
        except Exception as error:  # noqa: BLE001  the writer outlives whatever went wrong with one group; nothing of it was kept
            if len(group) == 1:
                return [(None, translated(error))], set()
        # The database refused the whole transaction. Each job once more by itself: what fits is kept, what does not is refused.
        outcomes: list[Outcome] = []
        changed: set[bytes] = set()
        for job in group:
            [outcome], touched = self._commit([job])
            outcomes.append(outcome)
            changed |= touched
        return outcomes, changed

    def _transact(self, group: Sequence[_Job]) -> tuple[list[Outcome], set[bytes]]:
        database = self._database
        transaction = Transaction(database, self._known)
        outcomes: list[Outcome] = []
        changes = database.total_changes
        database.execute("BEGIN IMMEDIATE")
        try:
            for is_mail, jobs in groupby(group, lambda job: job.work is None):
                if is_mail:
                    outcomes += keep_mail(transaction, ((job.collective, job.mail, job.day) for job in jobs))
                else:
                    outcomes += [in_savepoint(transaction, cast(Callable[[Transaction], Any], job.work)) for job in jobs]
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
            raise translated(error) from None

    # ---- collectives ----------------------------------------------------------------------------------------------

    async def collective(self, collective: bytes) -> Collective | None:
        known = self._known.get(collective)
        if known is not None:
            return known

        # Loaded by the writer, not the reader: what enters the memory can then never be older than what a commit put there.
        def load(t: Transaction) -> Collective | None:
            found = t.find(collective)
            if found is not None and len(self._known) < MAX_CACHED:
                self._known.setdefault(collective, found)
            return found

        return await self._do(load)

    async def epoch(self, collective: bytes, number: int) -> Epoch | None:
        rows = await self._read(f"SELECT {EPOCH_COLUMNS} FROM epochs WHERE collective = ? AND number = ?", collective, number)
        return epoch_of(rows[0]) if rows else None

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
        def work(t: Transaction) -> None:
            state = t.get(collective)
            if not state.healing:
                raise NotHealing("the collective is not being healed")
            t.put(replace(state, healing=False, version=state.version + 1))

        await self._do(work)

    async def found(self, collective: bytes, code_hash: bytes, entries: Sequence[NewEntry]) -> bool:
        def work(t: Transaction) -> bool:
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
            insert_entries(t, collective, "board", entries, 0)
            epochs = tuple(entry.epoch for entry in entries if entry.epoch is not None)
            t.put(Collective(collective, 1, False, entries[-1].head, None, epochs, 0, 0))
            return True

        return await self._do(work, sum(len(entry.encoded) for entry in entries))

    # ---- board and log --------------------------------------------------------------------------------------------

    async def append(self, collective: bytes, shelf: Shelf, after: Head | None, entries: Sequence[NewEntry]) -> Head:
        def work(t: Transaction) -> Head:
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
                before = t.one(sql, collective, SHELVES[shelf], head.seq)
            insert_entries(t, collective, shelf, entries, before)
            epochs = recent([*state.epochs, *(entry.epoch for entry in entries if entry.epoch is not None)])
            state = replace(state, version=state.version + 1, epochs=epochs)
            t.put(replace(state, board=last) if shelf == "board" else replace(state, log=last))
            return last

        return await self._do(work, sum(len(entry.encoded) for entry in entries))

    async def entries(self, collective: bytes, shelf: Shelf, start: int, count: int, size: int) -> list[bytes]:
        rows = await self._read(
            "SELECT value FROM entries WHERE collective = ?1 AND shelf = ?2 AND seq >= ?3 AND seq < ?3 + ?4 AND before <"
            " ?5 + (SELECT before FROM entries WHERE collective = ?1 AND shelf = ?2 AND seq = ?3) ORDER BY seq",
            collective, SHELVES[shelf], start, count, size,
        )  # fmt: skip
        return [value for (value,) in rows]

    async def hash(self, collective: bytes, shelf: Shelf, seq: int) -> bytes | None:
        sql = "SELECT hash FROM entries WHERE collective = ? AND shelf = ? AND seq = ?"
        rows = await self._read(sql, collective, SHELVES[shelf], seq)
        return rows[0][0] if rows else None

    async def request_erasure(self, collective: bytes, seqs: Sequence[int], due: int) -> int:
        def work(t: Transaction) -> int:
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
        def work(t: Transaction) -> None:
            rows = [(collective, seq) for seq in seqs]
            t.database.executemany("DELETE FROM erasures WHERE collective = ? AND seq = ?", rows)

        await self._do(work)

    # ---- desk and mail --------------------------------------------------------------------------------------------

    async def post_desk(self, collective: bytes, items: Sequence[NewDeskItem], now: int) -> None:
        def work(t: Transaction) -> None:
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
        def work(t: Transaction) -> None:
            state = t.get(collective)
            for box in boxes:
                blob = t.one("SELECT blob FROM boxes WHERE id = ? AND collective = ? AND expires > ?", box.id, collective, now)
                if blob == box.blob and not replace:
                    continue
                if blob is not None and not replace:
                    raise AlreadyThere("a box has this id")
                new = (box.id, collective, box.expires, box.burnable, box.blob)
                t.database.execute("INSERT OR REPLACE INTO boxes VALUES (?, ?, ?, ?, ?)", new)
            t.put(bumped(state))

        await self._do(work, sum(len(box.blob) for box in boxes))

    async def box(self, box: bytes, now: int, collective: bytes | None = None) -> Box | None:
        found = "SELECT id, blob, expires, burnable FROM boxes WHERE id = ? AND expires > ?"
        rows = await (
            self._read(found, box, now) if collective is None else self._read(f"{found} AND collective = ?", box, now, collective)
        )
        return Box(rows[0][0], rows[0][1], rows[0][2], bool(rows[0][3])) if rows else None

    async def burn_box(self, box: bytes, now: int) -> bool:
        def work(t: Transaction) -> bool:
            burnable = t.one("SELECT max(burnable) FROM boxes WHERE id = ? AND expires > ?", box, now)
            if burnable is None:
                return False
            if not burnable:
                raise NotBurnable("the box stays until it expires")
            t.database.execute("DELETE FROM boxes WHERE id = ? AND burnable", (box,))
            return True

        return await self._do(work)

    # ---- time -----------------------------------------------------------------------------------------------------

    async def sweep(self, now: int) -> Swept:
        desk = mail = 0
        for (collective,) in await self._read("SELECT id FROM collectives"):
            desk += await self._sweep_shelf(collective, "desk", "arrived", now - KEPT)
            mail += await self._sweep_shelf(collective, "mail", "day", (now - KEPT) // 86400)
        boxes = await self._in_steps(lambda t: expire_boxes(t, now))
        erased = await self._in_steps(lambda t: erase_due(t, now))
        await self._do_alone(empty_journal)
        return Swept(desk, mail, boxes, erased)

    async def _sweep_shelf(self, collective: bytes, table: str, column: str, limit: int) -> int:
        return await self._in_steps(lambda t: drop_oldest(t, collective, table, column, limit))

    async def _in_steps(self, step: Callable[[Transaction], int]) -> int:
        total = 0
        while True:
            done = await self._do(step)
            total += done
            if done < SWEEP_STEP:
                return total
