"""A device's vault in a directory (protocol §11). The only files of this room.

One SQLite file holds sealed records under keyed names; a change is written whole or not at all. The directory is for its
owner alone (0700), and one command at a time uses it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from crypto import wire
from crypto.chain import Entry
from crypto.context import digest
from crypto.errors import BadInput, StorageFailed
from crypto.secrets import DataKey
from crypto.vault import Cost, Records, make_lock, open_lock

from .member import Member
from .migrations import FORM, bring_forward, check_form
from .moderator import Moderator

_THERE: Final = "there is a vault in this directory already; choose another with --home"
_FILE: Final = "vault.sqlite"
_BUSY: Final = "busy"
#: What a member writes herself, and what comes of it: one record, so that nothing shows how much of it there is.
_OWN: Final = ("receipts", "posted", "rolled_back", "reposted", "outbox", "joining")
#: These records are there in every vault, and have at least these sizes: the vault of somebody who reports looks like any other.
_LEAST: Final = {"state": 64 * 1024, "own": 256 * 1024, "draft": 64 * 1024}
_SCHEMA: Final = """
PRAGMA journal_mode = DELETE;
PRAGMA secure_delete = ON;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS lock (one INTEGER PRIMARY KEY CHECK (one = 1), value BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS records (name BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""


@contextlib.contextmanager
def _storage() -> Iterator[None]:
    """Turns what the machine could not do into one clear sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        full = isinstance(error, sqlite3.Error) and "full" in str(error) or getattr(error, "errno", None) == 28
        raise StorageFailed(
            "this device's disk is full; nothing was lost, make room and try again"
            if full
            else "this device's vault cannot be read or written"
        ) from None


class Home:
    """An open vault. Use :meth:`create` or :meth:`open`, and close it."""

    def __init__(self, path: Path, database: sqlite3.Connection, busy: int, data_key: DataKey) -> None:
        self.path = path
        self._database = database
        self._busy = busy
        self._data_key = data_key
        self._records = Records(data_key)
        self._saved: dict[str, int] = {}
        self._stubs: set[tuple[str, int]] = set()
        self._pieces: set[bytes] = set()
        self._has_draft = False

    # ---- opening and closing ---------------------------------------------------------------------------------------

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether there is a vault in this directory."""
        return (path / _FILE).exists()

    @classmethod
    def create(cls, path: Path, passphrase: str, cost: Cost | None = None) -> Home:
        """A new, empty vault.

        Raises:
            BadInput: there is one already, or the passphrase is empty.
            StorageFailed: the directory cannot be made or written.
        """
        if cls.exists(path):
            raise BadInput(_THERE)
        data_key = DataKey.random()
        lock = make_lock(data_key, passphrase, cost or measured_cost())
        with _storage(), contextlib.ExitStack() as undo:
            if not path.exists():
                path.mkdir(mode=0o700, parents=True)
                undo.callback(path.rmdir)
            path.chmod(0o700)
            busy = _take(path)
            undo.callback(os.close, busy)
            if cls.exists(path):  # made by another command since
                raise BadInput(_THERE)
            undo.callback(cls._remove, path)
            database = _connect(path, undo)
            with database:
                database.execute("INSERT INTO lock VALUES (1, ?)", (lock,))
            # Half a vault would be taken for a damaged one: from here on it is whole, and stays.
            undo.pop_all()
        return cls(path, database, busy, data_key)

    @staticmethod
    def _remove(path: Path) -> None:
        for name in (_FILE, f"{_FILE}-journal", _BUSY):
            (path / name).unlink(missing_ok=True)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Home:
        """The vault in this directory.

        Raises:
            BadInput: there is none.
            WrongPassphrase: it does not open.
            StorageFailed: it cannot be read, or another command is using it.
        """
        if not cls.exists(path):
            raise BadInput("there is no vault in this directory yet; found a collective or join one first")
        with contextlib.ExitStack() as undo:
            with _storage():
                busy = _take(path)
                undo.callback(os.close, busy)
                database = _connect(path, undo)
                row = database.execute("SELECT value FROM lock").fetchone()
            if row is None:
                raise StorageFailed("this device's vault cannot be read or written")
            data_key = open_lock(row[0], passphrase)
            undo.pop_all()
        return cls(path, database, busy, data_key)

    def close(self) -> None:
        """Lets the next command in."""
        self._database.close()
        os.close(self._busy)

    def __enter__(self) -> Home:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def change_passphrase(self, passphrase: str, cost: Cost | None = None) -> None:
        """Another lock on the same records."""
        lock = make_lock(self._data_key, passphrase, cost or measured_cost())
        with _storage(), self._database:
            self._database.execute("UPDATE lock SET value = ?", (lock,))

    @staticmethod
    def erase(path: Path) -> None:
        """Wipes the vault. Nothing can bring it back but the recovery words."""
        with _storage():
            for name in (_FILE, f"{_FILE}-journal", _BUSY):
                file = path / name
                if file.exists():
                    if name == _FILE:
                        # The lock is what makes all the rest readable; it is overwritten before the file goes.
                        with file.open("r+b") as handle:
                            size = file.stat().st_size
                            handle.write(os.urandom(size))
                            handle.flush()
                            os.fsync(handle.fileno())
                    file.unlink()

    # ---- records ---------------------------------------------------------------------------------------------------

    def get(self, record: str) -> Any:
        """A record's value; ``None`` if there is none."""
        with _storage():
            row = self._database.execute("SELECT value FROM records WHERE name = ?", (self._records.name(record),)).fetchone()
        return None if row is None else wire.decode(self._records.open(record, row[0]))

    def put(self, values: dict[str, Any]) -> None:
        """Writes records, all or none. A value of ``None`` deletes."""
        rows, gone = [], []
        for record, value in values.items():
            name = self._records.name(record)
            if value is None and record not in _LEAST:
                gone.append((name,))
            else:
                rows.append((name, self._records.seal(record, wire.encode(value), least=_LEAST.get(record, 0))))
        with _storage(), self._database:
            self._database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", rows)
            self._database.executemany("DELETE FROM records WHERE name = ?", gone)

    # ---- the device in it ------------------------------------------------------------------------------------------

    def load(self) -> Member | None:
        """The member or moderator whose vault this is; ``None`` in a new one. An older form is brought forward, and written at the next save.

        Raises:
            UnknownVersion: a newer version of this software wrote it.
            StorageFailed: it is damaged.
        """
        state = self.get("state")
        if state is None:
            return None
        check_form(state)
        state = bring_forward(state | self.get("own"))
        for holder, name in _bulky(state):
            holder[name] = [self._piece(key) for key in holder[name]]
        board = self._load_entries("board", state["entries"])
        if "bundles" not in state:
            return Member.from_state(state, board)
        return Moderator.from_state(state, board, self._load_entries("log", state["log_entries"]))

    def save(self, member: Member) -> None:
        """Writes down what changed since it was loaded or saved last."""
        state = member.state() | {"form": FORM}
        pieces: dict[bytes, Any] = {}
        for holder, name in _bulky(state):
            keyed = {digest(wire.encode(item)): item for item in holder[name]}
            holder[name] = list(keyed)
            pieces |= keyed
        own = {name: state.pop(name) for name in _OWN}
        values: dict[str, Any] = {"state": state, "own": own}
        if not self._has_draft:
            values["draft"] = self.get("draft")
        values |= {_piece_name(key): item for key, item in pieces.items() if key not in self._pieces}
        values |= {_piece_name(key): None for key in self._pieces - pieces.keys()}
        values |= self._changed("board", member.entries)
        if isinstance(member, Moderator):
            values |= self._changed("log", member.log_entries)
        self.put(values)
        self._has_draft = True
        self._pieces = set(pieces)
        self._mark("board", member.entries)
        if isinstance(member, Moderator):
            self._mark("log", member.log_entries)

    def _piece(self, key: bytes) -> Any:
        value = self.get(_piece_name(key))
        if value is None:
            raise StorageFailed("this device's vault is damaged")
        self._pieces.add(key)
        return value

    def _load_entries(self, shelf: str, count: int) -> list[Any]:
        values = [self.get(f"{shelf}/{seq}") for seq in range(count)]
        if any(value is None for value in values):
            raise StorageFailed("this device's vault is damaged")
        self._saved[shelf] = count
        self._stubs |= {(shelf, seq) for seq, value in enumerate(values) if value["blob"] is None}
        return values

    def _changed(self, shelf: str, entries: list[Entry]) -> dict[str, Any]:
        saved = self._saved.get(shelf, 0)
        gone = {f"{shelf}/{seq}": None for seq in range(len(entries), saved)}
        return gone | {
            f"{shelf}/{seq}": entry.value()
            for seq, entry in enumerate(entries)
            if seq >= saved or (entry.blob is None) != ((shelf, seq) in self._stubs)
        }

    def _mark(self, shelf: str, entries: list[Entry]) -> None:
        self._saved[shelf] = len(entries)
        self._stubs = {key for key in self._stubs if key[0] != shelf} | {
            (shelf, q) for q, entry in enumerate(entries) if entry.blob is None
        }


def _bulky(state: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Lists of a device's state whose items are large and never change: each item is a record of its own, written once."""
    found: list[tuple[dict[str, Any], str]] = [(state, "written")] if "written" in state else []
    return [*found, (state["inbox"], "items")] if "inbox" in state else found


def _piece_name(key: bytes) -> str:
    return f"piece/{key.hex()}"


def measured_cost() -> Cost:
    """Argon2id parameters that take this machine about a third of a second, never below the least allowed (protocol §11)."""
    from crypto.stretch import SHARED_MEMORY, SHARED_PASSES, stretch

    began = time.perf_counter()
    stretch(b"", bytes(16))
    once = max(time.perf_counter() - began, 0.001)
    factor = max(1, min(int(0.35 / once), 16))
    # Memory first, which is what a graphics card has least of; then passes.
    memory = SHARED_MEMORY * min(factor, 7)
    return Cost(SHARED_PASSES * max(1, factor // 7), memory)


def _connect(path: Path, undo: contextlib.ExitStack) -> sqlite3.Connection:
    """The file, open; ``undo`` closes it if what follows fails."""
    file = path / _FILE
    file.touch(mode=0o600)
    database = sqlite3.connect(file)
    undo.callback(database.close)
    database.executescript(_SCHEMA)
    return database


def _take(path: Path) -> int:
    handle = os.open(path / _BUSY, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + 30
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                os.close(handle)
                raise StorageFailed("another command is using this vault; wait for it, or close it") from None
            time.sleep(0.05)
        else:
            return handle
