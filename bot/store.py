"""What the bot keeps, sealed: one SQLite file in which nothing can be read, counted by kind or found by name without the key.

Every record is one row: the name under a keyed hash, and the record under MultiFernet (AES-128-CBC and HMAC-SHA256), padded, with its
name inside so that rows cannot be exchanged. Fernet would write the time of every change in clear; here it always says 0. The file shows
how many records there are and, in steps, how large; nothing else. Freed pages are zeroed; the journal, in which old versions lie, is emptied
at once when a record is removed, with every sweep, and at the start.

A bot works on records in memory; the file is for the next start. A write is answered once it survives the loss of power.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import fcntl
import hashlib
import hmac
import os
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

import aiosqlite
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from crypto import wire
from crypto.errors import BadInput, NotAllowed, ParasolError, StorageFailed, WrongPassphrase

DATABASE: Final = "bot.sqlite3"
LOCK: Final = "bot.lock"
#: "PBOT": tells a bot's database from any other SQLite file.
APPLICATION_ID: Final = 0x50424F54
#: Records are padded to the first of these that is large enough, so that their size does not tell one chat from another.
SIZES: Final = tuple(1024 << i for i in range(13))

_SALT_BYTES: Final = 16
_SECRET: Final = ("names",)
#: The row that holds the key of the names. It cannot stand under that key itself.
_FIRST_ROW: Final = bytes(16)

#: What a record is called: its kind, and what tells it from others of the kind.
Name = tuple[str, ...]


def keys_from_file(path: Path) -> list[bytes]:
    """The Fernet keys in a file, one a line, the newest first: it seals, the others only open. ``new_key`` makes one.

    Raises:
        BadInput: the file cannot be read, is open to others, or holds something else.
    """
    try:
        if path.stat().st_mode & 0o077:
            raise BadInput("the bot's key file can be read by others; chmod 600 it")
        lines = path.read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        raise BadInput("the bot's key file cannot be read") from None
    keys = [line.encode() for line in lines]
    _sealer(keys)
    return keys


def new_key() -> bytes:
    """A line for a key file."""
    return Fernet.generate_key()


def keys_from_passphrase(passphrase: str, data_dir: Path) -> list[bytes]:
    """The key that a passphrase gives, with the salt of this folder, which is made at first use. Slow on purpose, about a second.

    Raises:
        BadInput: it is empty.
        StorageFailed: the folder cannot be read or written.
    """
    if not passphrase:
        raise BadInput("the passphrase is empty")
    path = data_dir / "bot.salt"
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError), os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(os.urandom(_SALT_BYTES))
            file.flush()
            os.fsync(file.fileno())
        salt = path.read_bytes()
    except OSError:
        raise StorageFailed("the bot's data folder cannot be used") from None
    if len(salt) != _SALT_BYTES:
        raise StorageFailed("the salt beside the bot's database is damaged")
    # RFC 9106 §4's choice for machines without much memory, but for the lanes: once at a start, on the operator's server.
    stretched = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=65_536).derive(passphrase.encode())
    return [base64.urlsafe_b64encode(stretched)]


def _sealer(keys: Iterable[bytes]) -> MultiFernet:
    """
    Raises:
        BadInput: one of them is no key, or there is none.
    """
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError:
        raise BadInput("a key of the bot is 32 bytes in base64url, 44 characters, one a line") from None


class _Batch:
    """Rows that are committed together, and whoever waits for them."""

    def __init__(self) -> None:
        self.rows: dict[bytes, bytes | None] = {}
        self.task: asyncio.Task[None] | None = None


class Store:
    """The records of one bot. Made by :meth:`open`."""

    def __init__(self, database: aiosqlite.Connection, sealer: MultiFernet, names: bytes, release: contextlib.ExitStack) -> None:
        self._database = database
        self._sealer = sealer
        self._names = names
        self._release = release
        self._closed = False
        self._next = _Batch()
        self._last: asyncio.Task[None] | None = None
        #: Rows of a commit that failed: they go with the next one, so that what is in memory reaches the file.
        self._owed: dict[bytes, bytes | None] = {}
        # A record was removed and its old versions may still lie in the journal.
        self._journal_tells = False
        #: How many transactions were made durable.
        self.commits = 0

    @classmethod
    async def open(cls, data_dir: Path, keys: list[bytes]) -> Self:
        """Opens, or makes, the database in a folder that only its owner can read, and holds the folder until :meth:`close`.

        With more than one key, everything is sealed anew under the first, so that the others can be thrown away.

        Raises:
            BadInput: a key is none.
            WrongPassphrase: the database was sealed under another key.
            NotAllowed: another bot runs on this folder.
            StorageFailed: it cannot be opened.
        """
        sealer = _sealer(keys)
        path = data_dir / DATABASE
        with contextlib.ExitStack() as release:
            try:
                data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
                data_dir.chmod(0o700)
                release.enter_context(_locked(data_dir / LOCK))
                if not path.exists():
                    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
                path.chmod(0o600)
                database = await aiosqlite.connect(path, isolation_level=None)
            except (OSError, sqlite3.Error):
                raise StorageFailed("the bot's data folder cannot be used") from None
            try:
                names = await _prepare(database, sealer)
                store = cls(database, sealer, names, release.pop_all())
            except BaseException as error:
                await database.close()
                if isinstance(error, sqlite3.Error):
                    raise StorageFailed("the bot's database cannot be opened, or is none") from None
                raise
        if len(keys) > 1:
            await store._reseal()
        await store.sweep()
        return store

    async def close(self) -> None:
        """Waits for what is being written, and leaves nothing in journals."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(ParasolError):
            await self.write({})
        await self.sweep()
        await self._database.close()
        self._release.close()

    async def records(self) -> AsyncIterator[tuple[Name, Any]]:
        """Every record, in no order.

        Raises:
            StorageFailed: one of them was damaged or put in another's place.
        """
        try:
            async with self._database.execute("SELECT name, sealed FROM records WHERE name != ?", (_FIRST_ROW,)) as rows:
                async for hashed, sealed in rows:
                    name, value = _opened(self._sealer, sealed)
                    if self._hashed(name) != hashed:
                        raise StorageFailed("a record of the bot stands in another's place")
                    yield name, value
        except (sqlite3.Error, InvalidToken, ParasolError):
            raise StorageFailed("a record of the bot's database cannot be read") from None

    async def write(self, changes: Mapping[Name, Any]) -> None:
        """Keeps these records, all or none; ``None`` removes one. Returns when that is durable. What is written at the same time
        shares a sync.

        Raises:
            BadInput: a value that CBOR of protocol §1.2 does not have.
        TooLarge: a record of 4 MiB or more.
            StorageFailed: it could not be kept now. It goes with the next write that can.
        """
        batch = self._next
        for name, value in changes.items():
            batch.rows[self._hashed(name)] = None if value is None else _sealed(self._sealer, name, value)
        if batch.task is None:
            batch.task = asyncio.create_task(self._commit_in_turn(batch))
        # Whoever is cancelled leaves the others' transaction alone.
        await asyncio.shield(batch.task)

    async def _commit_in_turn(self, batch: _Batch) -> None:
        if self._last is not None:
            await asyncio.wait([self._last])
        self._last, self._next = batch.task, _Batch()
        rows = self._owed | batch.rows
        try:
            await self._commit(rows)
        except sqlite3.Error:
            # SQLite's own words are dropped: they may quote values.
            self._owed = rows
            raise StorageFailed("the bot's records could not be kept") from None
        self._owed = {}
        self._journal_tells |= None in rows.values()
        if self._journal_tells:
            # What is removed is gone before anybody is told so. A broadcast removes nothing, and is not slowed by this.
            await self.sweep()

    async def _commit(self, rows: dict[bytes, bytes | None]) -> None:
        if not rows:
            return
        database = self._database
        kept = [(name, sealed) for name, sealed in rows.items() if sealed is not None]
        gone = [(name,) for name, sealed in rows.items() if sealed is None]
        try:
            await database.execute("BEGIN IMMEDIATE")
            await database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", kept)
            await database.executemany("DELETE FROM records WHERE name = ?", gone)
            await database.execute("COMMIT")
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                await database.execute("ROLLBACK")
            raise
        self.commits += 1

    async def sweep(self) -> None:
        """Empties the journal: what was replaced would otherwise lie there until it is written over. For every few minutes."""
        with contextlib.suppress(sqlite3.Error):
            async with self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)") as rows:
                # 1 in the first place: somebody was reading. The next commit, or the next sweep, tries again.
                if (answer := await rows.fetchone()) is not None and answer[0] == 0:
                    self._journal_tells = False

    async def _reseal(self) -> None:
        async with self._database.execute("SELECT name, sealed FROM records") as rows:
            fresh = {bytes(name): _sealed(self._sealer, *_opened(self._sealer, sealed)) async for name, sealed in rows}
        try:
            await self._commit(dict(fresh))
        except sqlite3.Error:
            raise StorageFailed("the bot's records could not be sealed anew") from None

    def _hashed(self, name: Name) -> bytes:
        return hmac.digest(self._names, wire.encode(list(name)), hashlib.sha256)[:16]


def _sealed(sealer: MultiFernet, name: Name, value: Any) -> bytes:
    return sealer.encrypt_at_time(wire.pad(wire.encode([list(name), value]), SIZES), 0)


def _opened(sealer: MultiFernet, sealed: bytes) -> tuple[Name, Any]:
    padded = sealer.decrypt(sealed)
    name, value = wire.decode(wire.unpad(padded, SIZES))
    return tuple(name), value


async def _prepare(database: aiosqlite.Connection, sealer: MultiFernet) -> bytes:
    """Makes the table if it is not there; gives the key of the names, which is drawn once and lies sealed in the first row."""
    await database.execute("PRAGMA busy_timeout = 10000")
    await database.execute("PRAGMA journal_mode = WAL")
    await database.execute("PRAGMA synchronous = FULL")
    await database.execute("PRAGMA secure_delete = ON")
    [application] = await _one(database, "PRAGMA application_id")
    [tables] = await _one(database, "SELECT count(*) FROM sqlite_schema")
    if tables and application != APPLICATION_ID:
        raise StorageFailed("the database in the bot's folder is not a bot's")
    if not tables:
        await database.execute("BEGIN IMMEDIATE")
        # In the order of the keyed hashes: neither which chat came first nor which came with which can be seen.
        await database.execute("CREATE TABLE records (name BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID")
        names = os.urandom(32)
        await database.execute("INSERT INTO records VALUES (?, ?)", (_FIRST_ROW, _sealed(sealer, _SECRET, names)))
        await database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        await database.execute("COMMIT")
        return names
    [sealed] = await _one(database, "SELECT sealed FROM records WHERE name = ?", _FIRST_ROW)
    try:
        name, names = _opened(sealer, sealed)
    except InvalidToken:
        raise WrongPassphrase("the bot's database was sealed under another key") from None
    if name != _SECRET or type(names) is not bytes or len(names) != 32:
        raise StorageFailed("the bot's database is damaged")
    return names


async def _one(database: aiosqlite.Connection, sql: str, *values: Any) -> Any:
    async with database.execute(sql, values) as rows:
        row = await rows.fetchone()
    if row is None:
        raise StorageFailed("the bot's database is damaged")
    return row


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NotAllowed("a bot is running on this data folder; stop it first") from None
        yield
    finally:
        os.close(descriptor)
