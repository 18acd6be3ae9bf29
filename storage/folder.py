"""The data folder of the embedded store: who may open it, founding codes, copies and their return."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crypto import base32
from crypto.context import digest
from crypto.errors import BadInput, NotAllowed, StorageFailed

from .base import StorageFull
from .schema import APPLICATION_ID, MIGRATIONS, connect, migrate

DATABASE: Final = "relay.sqlite3"
LOCK: Final = "relay.lock"
OPERATOR: Final = "operator.secret"

#: Added to every counter by a restore: what is posted again afterwards then lies above every cursor that anybody has kept.
CURSOR_JUMP: Final = 1 << 32


def prepare(data_dir: Path) -> Path:
    """The database file's path in a folder that only its owner can open; both are made if they are missing.

    Raises:
        StorageFailed: the folder cannot be made or written.
    """
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        data_dir.chmod(0o700)
        path = data_dir / DATABASE
        # Made here and not by SQLite, which would ask the umask; its journals take over the mode of this file. Never opened once it
        # is there: closing it would drop the locks that SQLite holds on it in this process, and with them what it has not synced.
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
        path.chmod(0o600)
    except OSError:
        raise StorageFailed("the data folder cannot be made or written") from None
    return path


@contextlib.contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Holds the folder for one process: a second relay would not see what the first keeps in memory.

    Raises:
        NotAllowed: another process holds it.
    """
    descriptor = os.open(data_dir / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NotAllowed("a relay is running on this data folder; stop it first") from None
        yield
    finally:
        os.close(descriptor)


def new_founding_code(data_dir: Path) -> str:
    """A code that lets one collective be founded, as people type it (protocol §7.1's form). May be called while a relay runs.

    Only the SHA-256 of its 16 bytes is kept.

    Raises:
        StorageFailed: it could not be kept.
    """
    code = os.urandom(base32.CODE_BYTES)
    while not base32.check_is_plain(code):
        code = os.urandom(base32.CODE_BYTES)
    with _opened(prepare(data_dir)) as database:
        migrate(database)
        database.execute("INSERT INTO founding_codes VALUES (?)", (digest(code),))
    return base32.encode_code(code)


def operator_secret(data_dir: Path) -> bytes:
    """The 32 bytes by which the operator's bot is let in; made at first call, in a file that only its owner can read.

    The file holds them as base64url without padding, as they stand after ``Authorization: Bearer``. Backups leave it out.

    Raises:
        StorageFailed: it cannot be read or made, or holds something else.
    """
    prepare(data_dir)
    path = data_dir / OPERATOR
    try:
        if not path.exists():
            _make_secret(data_dir, path)
        path.chmod(0o600)
        text = path.read_text(encoding="ascii").strip()
        secret = base64.b64decode(text + "=", altchars=b"-_", validate=True)
    except (OSError, ValueError):
        raise StorageFailed("the operator's secret cannot be read or made") from None
    if len(secret) != 32:
        raise StorageFailed("the operator's secret is not 32 bytes in base64url")
    return secret


def _make_secret(data_dir: Path, path: Path) -> None:
    # Written whole under another name first: a bot that starts at the same moment never reads half of it. Linked and not
    # renamed: of two processes that make one at once, the second keeps the first one's.
    fresh = path.with_name(f"{OPERATOR}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.urlsafe_b64encode(os.urandom(32)).rstrip(b"=") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        _sync(data_dir)
    finally:
        fresh.unlink()


def backup(data_dir: Path, target: Path) -> None:
    """Writes a consistent copy to ``target``, whole or not at all. May be called while a relay runs.

    The copy holds what the relay holds, ciphertext; it has no journals and none of what was deleted.

    Raises:
        BadInput: there is no relay's database in the folder, or ``target`` exists.
        StorageFailed: the copy could not be written.
    """
    source = data_dir / DATABASE
    if not source.is_file():
        raise BadInput("there is no relay's database in this data folder")
    if target.exists():
        raise BadInput("the target of the backup exists already")
    with _opened(source) as database:
        _copy(database, target)


def restore(data_dir: Path, source: Path) -> None:
    """Replaces the folder's database by a copy that :func:`backup` wrote, in one step, and sets every collective to healing.

    Cursors jump ahead, also of those in the database that is replaced, so that what devices post again is new to everyone (protocol §5.6).
    May be done again, with the same copy: what was posted to the relay since is lost, and is posted again.

    Raises:
        NotAllowed: a relay is running on the folder.
        BadInput: the copy is none, is damaged, or is from newer software.
        StorageFailed: it could not be written.
    """
    if not source.is_file():
        raise BadInput("the backup does not exist")
    target = prepare(data_dir)
    fresh = data_dir / (DATABASE + ".restoring")
    with locked(data_dir):
        fresh.unlink(missing_ok=True)
        try:
            with _opened(source, read_only=True) as copy:
                _check(copy)
                _copy(copy, fresh)
            reached = _cursors(target)
            with _opened(fresh) as database:
                migrate(database)
                database.execute("BEGIN IMMEDIATE")
                database.executemany(
                    "UPDATE collectives SET version = max(version, ?), desk_last = max(desk_last, ?), mail_last = max(mail_last, ?) WHERE id = ?",
                    reached,
                )
                database.execute(
                    "UPDATE collectives SET healing = 1, version = version + :jump, desk_last = desk_last + :jump,"
                    " mail_last = mail_last + :jump",
                    {"jump": CURSOR_JUMP},
                )
                database.execute("COMMIT")
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _leave_no_journal(target)
            os.replace(fresh, target)
            _sync(data_dir)
        finally:
            for leftover in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
                leftover.unlink(missing_ok=True)


def _cursors(target: Path) -> list[tuple[int, int, int, bytes]]:
    # Of a database that cannot be read nothing is known: then a device whose cursor is too high begins again by itself.
    with contextlib.suppress(StorageFailed), _opened(target) as old:
        if old.execute("SELECT 1 FROM sqlite_master WHERE name = 'collectives'").fetchone():
            return list(old.execute("SELECT version, desk_last, mail_last, id FROM collectives"))
    return []


def _check(copy: sqlite3.Connection) -> None:
    try:
        (application,) = copy.execute("PRAGMA application_id").fetchone()
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        (health,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error:
        raise BadInput("the backup is not a relay's") from None
    if application != APPLICATION_ID:
        raise BadInput("the backup is not a relay's")
    if version > len(MIGRATIONS):
        raise BadInput("the backup was made by a newer version of this software")
    if health != "ok":
        raise BadInput("the backup is damaged")


def _copy(database: sqlite3.Connection, target: Path) -> None:
    # Written beside the target and moved there when it is whole and synced: an interrupted copy is never mistaken for one.
    partial = target.with_name(target.name + ".partial")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_RDWR | os.O_CLOEXEC, 0o600))
        partial.chmod(0o600)
        database.execute("VACUUM INTO ?", (str(partial),))
        _sync(partial)
        os.replace(partial, target)
        _sync(target.parent)
    except OSError:
        raise StorageFailed("the copy could not be written") from None
    finally:
        partial.unlink(missing_ok=True)


def _leave_no_journal(target: Path) -> None:
    # A journal that outlived its database would be replayed onto the one that takes its place. What it holds is brought into
    # the old database first: a crash before the exchange then loses nothing. A database too broken for that is being replaced.
    with contextlib.suppress(StorageFailed), _opened(target) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    _sync(target.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None) if read_only else connect(path)
        with contextlib.closing(database):
            yield database
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise StorageFull("no room is left on the disk") from None
        raise StorageFailed("the database cannot be opened or written") from None
