"""The tables of the embedded store, and how an older database becomes a newer one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from crypto.errors import StorageFailed

#: "PRSL": tells a relay's database from any other SQLite file.
APPLICATION_ID: Final = 0x5052534C

#: Room for an entry or a mail item of 1 KiB, and more than one, in a page of a clustered table without an overflow page.
PAGE_SIZE: Final = 8192

# Tables are WITHOUT ROWID: a row id is a number of arrival across all collectives, which nobody needs and a seized disk would
# show. Boxes and codes then lie in the order of their random names. `value` of an entry is its CBOR as it travels, so that a page
# of the board is joined from rows without being encoded again; `before` is how many bytes of the shelf lie before it.
# Mail keeps the day of its arrival only; the desk needs the second (protocol §7.3).
MIGRATIONS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE collectives (
        id BLOB PRIMARY KEY, healing INTEGER NOT NULL, version INTEGER NOT NULL, desk_last INTEGER NOT NULL, mail_last INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE entries (
        collective BLOB NOT NULL, shelf INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, time INTEGER NOT NULL,
        epoch INTEGER NOT NULL, before INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (collective, shelf, seq)
    ) WITHOUT ROWID;
    CREATE TABLE epochs (
        collective BLOB NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, member_gate BLOB NOT NULL,
        moderator_gate BLOB NOT NULL, desk INTEGER NOT NULL, cosigners BLOB NOT NULL, PRIMARY KEY (collective, number)
    ) WITHOUT ROWID;
    CREATE TABLE desk (
        collective BLOB NOT NULL, position INTEGER NOT NULL, id BLOB NOT NULL, arrived INTEGER NOT NULL, invite_box BLOB,
        joined BLOB, item BLOB NOT NULL, PRIMARY KEY (collective, position)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX desk_ids ON desk (collective, id);
    CREATE INDEX desk_invites ON desk (collective, invite_box) WHERE invite_box IS NOT NULL;
    CREATE TABLE mail (
        collective BLOB NOT NULL, position INTEGER NOT NULL, day INTEGER NOT NULL, tag BLOB NOT NULL, blob BLOB NOT NULL,
        PRIMARY KEY (collective, position)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX mail_tags ON mail (collective, tag);
    CREATE TABLE boxes (
        id BLOB PRIMARY KEY, collective BLOB NOT NULL, expires INTEGER NOT NULL, burnable INTEGER NOT NULL, blob BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX boxes_expiry ON boxes (expires);
    CREATE TABLE erasures (
        collective BLOB NOT NULL, seq INTEGER NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (collective, seq)
    ) WITHOUT ROWID;
    CREATE TABLE founding_codes (hash BLOB PRIMARY KEY) WITHOUT ROWID;
    """,
    # Names of boxes are each collective's own: whoever knows one must not take it from another collective's moderators.
    """
    CREATE TABLE boxes_of_each (
        id BLOB NOT NULL, collective BLOB NOT NULL, expires INTEGER NOT NULL, burnable INTEGER NOT NULL, blob BLOB NOT NULL,
        PRIMARY KEY (id, collective)
    ) WITHOUT ROWID;
    INSERT INTO boxes_of_each SELECT id, collective, expires, burnable, blob FROM boxes;
    DROP TABLE boxes;
    ALTER TABLE boxes_of_each RENAME TO boxes;
    CREATE INDEX boxes_expiry ON boxes (expires);
    """,
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that keeps what it acknowledges, and zeroes what it deletes. May be used from any one thread at a time."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
    database.execute("PRAGMA busy_timeout = 10000")
    database.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")
    return database


def migrate(database: sqlite3.Connection) -> None:
    """Brings the tables up to date, all steps or none.

    Raises:
        StorageFailed: the database is of newer software, or not a relay's.
    """
    database.execute("BEGIN IMMEDIATE")
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if version > len(MIGRATIONS) or (tables and application != APPLICATION_ID):
            raise StorageFailed("the database is of a newer version of this software, or not a relay's")
        for script in MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                database.execute(statement)
        # Written only when they change: opening an up-to-date database writes nothing.
        if version != len(MIGRATIONS):
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
