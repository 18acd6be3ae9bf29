"""What is done in the writer's thread, inside a transaction: rows of the tables of ``schema`` from the rows of ``base``, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from crypto import wire
from crypto.chain import Shelf
from crypto.errors import ParasolError, StorageFailed

from .base import Collective, Epoch, Head, NewEntry, StorageFull

#: What work gives, or why it failed.
Outcome = tuple[Any, BaseException | None]

#: A sweep deletes in steps of this many rows: posts get in between.
SWEEP_STEP: Final = 200
_ROWS_AT_ONCE: Final = 64
SHELVES: Final[dict[Shelf, int]] = {"board": 0, "log": 1}
#: Epochs in memory: those that were the newest in the 14 days before the newest one (protocol §4.2), and a day to spare.
_RECENT: Final = 15 * 86400


@dataclass(eq=False, slots=True)
class Transaction:
    """What work sees: the database inside a transaction, and the states of collectives as this transaction leaves them."""

    database: sqlite3.Connection
    known: dict[bytes, Collective]
    changed: dict[bytes, Collective] = field(default_factory=dict)

    def find(self, collective: bytes) -> Collective | None:
        return self.changed.get(collective) or self.known.get(collective) or load(self.database, collective)

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


def empty_journal(database: sqlite3.Connection) -> None:
    # Deleted content would otherwise lie in the journal until it happened to be written over.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def outcome_alone(database: sqlite3.Connection, work: Callable[[sqlite3.Connection], None]) -> Outcome:
    try:
        work(database)
        return None, None
    except Exception as error:  # noqa: BLE001  it is this caller's alone; the writer goes on
        return None, translated(error)


def in_savepoint(transaction: Transaction, work: Callable[[Transaction], Any]) -> Outcome:
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


def keep_mail(transaction: Transaction, posts: Iterable[tuple[bytes, Sequence[tuple[bytes, bytes]], int]]) -> list[Outcome]:
    """All mail of a group in as few statements as possible: threads change hands at each, which costs more than the rows."""
    outcomes: list[Outcome] = []
    values: list[Any] = []
    for collective, mail, day in posts:
        state = transaction.find(collective)
        if state is None:
            outcomes.append((None, KeyError("no such collective")))
            continue
        for position, (tag, blob) in enumerate(mail, state.mail_last + 1):
            values += (collective, position, day, tag, blob)
        transaction.put(replace(state, version=state.version + 1, mail_last=state.mail_last + len(mail)))
        outcomes.append((None, None))
    step = 5 * _ROWS_AT_ONCE
    for start in range(0, len(values), step):
        part = values[start : start + step]
        rows = ", ".join(["(?, ?, ?, ?, ?)"] * (len(part) // 5))
        transaction.database.execute(f"INSERT OR IGNORE INTO mail VALUES {rows}", part)
    return outcomes


def insert_entries(t: Transaction, collective: bytes, shelf: Shelf, entries: Sequence[NewEntry], before: int) -> None:
    for entry in entries:
        h = entry.head
        row = (collective, SHELVES[shelf], h.seq, h.hash, h.time, h.epoch, before, entry.encoded)
        t.database.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        before += len(entry.encoded)
        e = entry.epoch
        if e is not None:
            row_of_epoch = (collective, e.number, e.seq, e.time, e.member_gate, e.moderator_gate, e.desk, b"".join(e.cosigners))
            t.database.execute("INSERT INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row_of_epoch)


def drop_oldest(t: Transaction, collective: bytes, table: str, column: str, limit: int) -> int:
    # Positions rise with arrival, so what is old stands in front: no scan of what stays, and no index on times.
    oldest = t.database.execute(
        f"SELECT position, {column} FROM {table} WHERE collective = ? ORDER BY position LIMIT ?", (collective, SWEEP_STEP)
    ).fetchall()
    old = [(collective, position) for position, when in oldest if when < limit]
    t.database.executemany(f"DELETE FROM {table} WHERE collective = ? AND position = ?", old)
    return len(old)


def expire_boxes(t: Transaction, now: int) -> int:
    old = t.database.execute("SELECT id, collective FROM boxes WHERE expires <= ? LIMIT ?", (now, SWEEP_STEP)).fetchall()
    t.database.executemany("DELETE FROM boxes WHERE id = ? AND collective = ?", old)
    return len(old)


def erase_due(t: Transaction, now: int) -> int:
    due = t.database.execute("SELECT collective, seq FROM erasures WHERE due <= ? LIMIT ?", (now, SWEEP_STEP)).fetchall()
    for collective, seq in due:
        value = wire.decode(t.one("SELECT value FROM entries WHERE collective = ? AND shelf = 0 AND seq = ?", collective, seq))
        stub = wire.encode({**value, "blob": None})
        t.database.execute("UPDATE entries SET value = ? WHERE collective = ? AND shelf = 0 AND seq = ?", (stub, collective, seq))
        t.database.execute("DELETE FROM erasures WHERE collective = ? AND seq = ?", (collective, seq))
        t.put(bumped(t.get(collective)))
    return len(due)


EPOCH_COLUMNS: Final = "number, seq, time, member_gate, moderator_gate, desk, cosigners"


def epoch_of(row: tuple[Any, ...]) -> Epoch:
    """An epoch from its row: keys of 32 bytes each stand in the last column."""
    number, seq, time, member_gate, moderator_gate, desk, cosigners = row
    return Epoch(number, seq, time, member_gate, moderator_gate, desk, tuple(cosigners[i : i + 32] for i in range(0, len(cosigners), 32)))


def load(database: sqlite3.Connection, collective: bytes) -> Collective | None:
    row = database.execute("SELECT healing, version, desk_last, mail_last FROM collectives WHERE id = ?", (collective,)).fetchone()
    if row is None:
        return None
    heads = []
    for shelf in (0, 1):
        sql = "SELECT seq, hash, time, epoch FROM entries WHERE collective = ? AND shelf = ? ORDER BY seq DESC LIMIT 1"
        last = database.execute(sql, (collective, shelf)).fetchone()
        heads.append(Head(*last) if last else None)
    epochs: list[Epoch] = []
    for values in database.execute(f"SELECT {EPOCH_COLUMNS} FROM epochs WHERE collective = ? ORDER BY number DESC", (collective,)):
        epochs.insert(0, epoch_of(values))
        if epochs[0].time < epochs[-1].time - _RECENT:
            break
    board, log = heads
    if board is None or not epochs:
        raise StorageFailed("a collective without a board")
    return Collective(collective, row[1], bool(row[0]), board, log, tuple(epochs), row[2], row[3])


def recent(epochs: list[Epoch]) -> tuple[Epoch, ...]:
    limit = epochs[-1].time - _RECENT
    # An epoch was the newest until the next one's time; so the last one from before the limit belongs to them.
    return tuple(epoch for epoch, after in zip(epochs, [*epochs[1:], epochs[-1]], strict=True) if after.time >= limit)


def bumped(state: Collective) -> Collective:
    return replace(state, version=state.version + 1)


def translated(error: Exception) -> ParasolError:
    # SQLite's own words are dropped: they may quote values.
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return StorageFull("no room is left on the disk")
    return StorageFailed("the database could not be read or written")
