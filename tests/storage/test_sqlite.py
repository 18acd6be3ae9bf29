"""The embedded store keeps its contract (storage/base.py): durable, in groups, all or nothing, and gone when erased."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import stat
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crypto import wire
from crypto.base32 import check_is_plain, decode_code
from crypto.context import digest
from crypto.errors import BadInput, InviteUsed, NotAllowed, StorageFailed
from storage import sqlite
from storage.base import (
    KEPT,
    AlreadyThere,
    BadFoundingCode,
    Box,
    CannotEraseEntry,
    Conflict,
    Epoch,
    Head,
    NewDeskItem,
    NewEntry,
    NotBurnable,
    NotHealing,
    StorageFull,
    StoreBusy,
)
from storage.folder import CURSOR_JUMP, DATABASE, backup, new_founding_code, restore
from storage.schema import APPLICATION_ID, MIGRATIONS, connect, migrate
from storage.sqlite import SQLiteStore

NOW = 1_750_000_000
CANARY = b"CANARY-white-van-plate-ends-KX"


def entry(seq: int, *, epoch: int | None = None, blob: bytes = b"blob", time: int = NOW) -> NewEntry:
    """A row as the relay's rules would hand it over; the store believes what it says."""
    encoded = wire.encode({"header": os.urandom(80), "signature": bytes(64), "blob": blob})
    head = Head(seq, os.urandom(32), time, epoch or 1)
    if not epoch:
        return NewEntry(head, encoded)
    # None in the first epoch, and one more in each: any number of cosigners comes back as it was.
    cosigners = tuple(os.urandom(32) for _ in range(epoch - 1))
    return NewEntry(head, encoded, Epoch(epoch, seq, time, os.urandom(32), os.urandom(32), 1, cosigners))


def mail(n: int = 1, size: int = 1064) -> list[tuple[bytes, bytes]]:
    return [(os.urandom(32), os.urandom(size)) for _ in range(n)]


async def found(store: SQLiteStore, folder: Path) -> tuple[bytes, list[NewEntry]]:
    collective, entries = os.urandom(32), [entry(0), entry(1, epoch=1)]
    assert await store.found(collective, digest(decode_code(new_founding_code(folder))), entries)
    return collective, entries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def store(folder: Path) -> AsyncIterator[SQLiteStore]:
    store = await SQLiteStore.open(folder)
    yield store
    await store.close()


@pytest.fixture
async def home(store: SQLiteStore, folder: Path) -> bytes:
    """A founded collective's id."""
    return (await found(store, folder))[0]


async def head(store: SQLiteStore, collective: bytes) -> Head:
    state = await store.collective(collective)
    assert state is not None
    return state.board


# ---- founding and chains


async def test_a_founding_uses_up_its_code_in_the_same_step(store: SQLiteStore, folder: Path) -> None:
    code = digest(decode_code(new_founding_code(folder)))
    collective, entries = os.urandom(32), [entry(0), entry(1, epoch=1)]
    with pytest.raises(BadFoundingCode):
        await store.found(collective, os.urandom(32), entries)
    assert await store.collective(collective) is None
    assert await store.found(collective, code, entries) is True
    assert await store.found(collective, code, entries) is False
    with pytest.raises(AlreadyThere):
        await store.found(collective, code, [entry(0), entry(1, epoch=1)])
    with pytest.raises(BadFoundingCode):
        await store.found(os.urandom(32), code, entries)


async def test_only_one_of_many_appends_after_the_same_head_is_kept(store: SQLiteStore, home: bytes) -> None:
    for _ in range(5):
        after = await head(store, home)
        rivals = [entry(after.seq + 1) for _ in range(20)]
        outcomes = await asyncio.gather(*(store.append(home, "board", after, [one]) for one in rivals), return_exceptions=True)
        lost = [one for one in outcomes if isinstance(one, Conflict)]
        [won] = [one for one in outcomes if isinstance(one, Head)]
        assert len(lost) == 19 and {one.head for one in lost} == {won} and await head(store, home) == won


async def test_what_was_appended_reads_the_same_after_a_restart(store: SQLiteStore, folder: Path, home: bytes) -> None:
    entries = [entry(2, time=NOW + 5), entry(3, epoch=2, time=NOW + 9), entry(4, epoch=3, time=NOW + 9)]
    await store.append(home, "board", await head(store, home), entries)
    await store.append(home, "log", None, [entry(0)])
    await store.post_mail(home, mail(3), NOW)
    before = await store.collective(home)
    await store.close()
    again = await SQLiteStore.open(folder)
    assert await again.collective(home) == before
    assert await again.entries(home, "board", 2, 10, 1 << 20) == [one.encoded for one in entries]
    assert [await again.epoch(home, number) for number in (2, 3, 4)] == [entries[1].epoch, entries[2].epoch, None]
    assert before is not None and [len(epoch.cosigners) for epoch in before.epochs] == [0, 1, 2]
    assert await again.hash(home, "board", 3) == entries[1].head.hash and await again.hash(home, "log", 1) is None
    await again.close()


async def test_pages_end_at_the_count_or_when_the_size_is_reached(store: SQLiteStore, home: bytes) -> None:
    entries = [entry(seq, blob=os.urandom(1000)) for seq in range(2, 12)]
    await store.append(home, "board", await head(store, home), entries)
    each = len(entries[0].encoded)
    assert len(await store.entries(home, "board", 2, 4, 1 << 20)) == 4
    assert len(await store.entries(home, "board", 2, 100, 3 * each)) == 3
    assert len(await store.entries(home, "board", 2, 100, 3 * each + 1)) == 4
    assert len(await store.entries(home, "board", 2, 100, 1)) == 1, "an answer always gets further"
    assert await store.entries(home, "board", 12, 100, 1) == []
    await store.post_mail(home, mail(10, 1000), NOW)
    rows, more = await store.mail(home, 0, 4, 1 << 20)
    assert (len(rows), more) == (4, True)
    rows, more = await store.mail(home, rows[-1].position, 100, 2500)
    assert (len(rows), more) == (3, True)
    rows, more = await store.mail(home, rows[-1].position, 100, 1 << 20)
    assert (len(rows), more) == (3, False)


async def test_the_epochs_of_the_last_14_days_are_at_hand_and_older_ones_are_not_kept_in_memory(
    store: SQLiteStore, folder: Path, home: bytes
) -> None:
    for week in range(1, 8):
        after = await head(store, home)
        await store.append(home, "board", after, [entry(after.seq + 1, epoch=week + 1, time=NOW + week * 7 * 86400)])
    state = await store.collective(home)
    assert state is not None and [one.number for one in state.epochs] == [5, 6, 7, 8]
    await store.close()
    again = await SQLiteStore.open(folder)
    state = await again.collective(home)
    assert state is not None and [one.number for one in state.epochs] == [5, 6, 7, 8]
    await again.close()


# ---- the group commit


async def test_posts_that_come_together_share_a_commit(store: SQLiteStore, home: bytes) -> None:
    before, gate = store.commits, threading.Event()

    def hold(_: sqlite3.Connection) -> None:
        gate.wait()

    holding = asyncio.create_task(store._do_alone(hold))
    posting = [asyncio.create_task(store.post_mail(home, mail(), NOW)) for _ in range(200)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(holding, *posting)
    assert store.commits - before == 1
    assert len((await store.mail(home, 0, 1000, 1 << 22))[0]) == 200


async def test_a_post_is_answered_after_its_commit_and_not_before(store: SQLiteStore, folder: Path, home: bytes) -> None:
    """Whatever is answered is seen by another connection at that moment."""
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as other:

        async def post() -> None:
            [item] = mail()
            await store.post_mail(home, [item], NOW)
            assert other.execute("SELECT 1 FROM mail WHERE tag = ?", (item[0],)).fetchone() == (1,)

        await asyncio.gather(*(post() for _ in range(50)))


async def test_one_that_fails_in_a_group_fails_alone(store: SQLiteStore, home: bytes) -> None:
    box = os.urandom(32)
    await store.post_desk(home, [NewDeskItem(os.urandom(32), b"first", box, bytes(32))], NOW)
    fine, late = mail(2), os.urandom(32)
    outcomes = await asyncio.gather(
        store.post_mail(home, fine[:1], NOW),
        store.post_desk(home, [NewDeskItem(os.urandom(32), b"kept?"), NewDeskItem(os.urandom(32), b"second", box, os.urandom(32))], NOW),
        store.append(home, "board", Head(9, os.urandom(32), NOW, 1), [entry(10)]),
        store.post_mail(os.urandom(32), mail(), NOW),
        store.append(home, "board", await head(store, home), [NewEntry(Head(1, late, NOW, 1), b"a place that is taken")]),
        store.post_mail(home, fine[1:], NOW),
        return_exceptions=True,
    )
    assert [type(one) for one in outcomes] == [type(None), InviteUsed, Conflict, KeyError, StorageFailed, type(None)]
    assert [(row.tag, row.blob) for row in (await store.mail(home, 0, 10, 1 << 20))[0]] == fine
    assert [row.item for row in (await store.desk(home, 0, 10, 1 << 20))[0]] == [b"first"], "her first item went with her second"
    assert (await head(store, home)).seq == 1


async def test_whoever_hangs_up_has_posted_all_the_same(store: SQLiteStore, home: bytes) -> None:
    [item] = mail()
    posting = asyncio.create_task(store.post_mail(home, [item], NOW))
    await asyncio.sleep(0)
    posting.cancel()
    await store.post_mail(home, mail(), NOW)
    assert (await store.mail(home, 0, 10, 1 << 20))[0][0].tag == item[0]


async def test_too_much_waiting_is_refused_and_what_waits_is_kept(store: SQLiteStore, home: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "MAX_WAITING", 10)
    outcomes = await asyncio.gather(*(store.post_mail(home, mail(), NOW) for _ in range(30)), return_exceptions=True)
    refused = [one for one in outcomes if isinstance(one, StoreBusy)]
    assert refused and len((await store.mail(home, 0, 100, 1 << 20))[0]) == 30 - len(refused)
    await store.post_mail(home, mail(), NOW)


async def test_a_full_disk_refuses_what_does_not_fit_and_goes_on(folder: Path) -> None:
    store = await SQLiteStore.open(folder, quota=400_000)
    home, _ = await found(store, folder)
    outcomes: list[Any] = []
    posted = [mail(1, 65576) for _ in range(12)]
    for _ in range(2):
        outcomes = await asyncio.gather(*(store.post_mail(home, one, NOW) for one in posted), return_exceptions=True)
        assert {type(one) for one in outcomes} == {type(None), StorageFull}
    kept = (await store.mail(home, 0, 100, 1 << 24))[0]
    fitted = [one[0] for one, outcome in zip(posted, outcomes, strict=True) if outcome is None]
    assert [(row.tag, row.blob) for row in kept] == fitted
    with pytest.raises(StorageFull):
        await store.append(home, "board", await head(store, home), [entry(2, blob=os.urandom(200_000))])
    assert (await head(store, home)).seq == 1
    await store.sweep(NOW + KEPT + 2 * 86400)
    await store.post_mail(home, posted[0], NOW)
    await store.close()


# ---- desk, mail, boxes


async def test_the_same_item_and_the_same_tag_are_kept_once(store: SQLiteStore, home: bytes) -> None:
    item, letters = NewDeskItem(os.urandom(32), b"item"), mail(3)
    for _ in range(2):
        await store.post_desk(home, [item, item], NOW)
        await store.post_mail(home, letters, NOW)
    assert [row.item for row in (await store.desk(home, 0, 10, 1 << 20))[0]] == [b"item"]
    assert [(row.tag, row.blob) for row in (await store.mail(home, 0, 10, 1 << 20))[0]] == letters


async def test_collectives_do_not_see_each_other(store: SQLiteStore, folder: Path, home: bytes) -> None:
    other, _ = await found(store, folder)
    await store.post_mail(home, mail(), NOW)
    await store.post_desk(home, [NewDeskItem(os.urandom(32), b"item")], NOW)
    await store.append(home, "log", None, [entry(0)])
    assert await store.mail(other, 0, 10, 1 << 20) == ([], False) == await store.desk(other, 0, 10, 1 << 20)
    assert await store.entries(other, "log", 0, 10, 1 << 20) == []


async def test_boxes_keep_their_contract(store: SQLiteStore, home: bytes) -> None:
    box = Box(os.urandom(32), os.urandom(4096), NOW + 10, False)
    changed = Box(box.id, os.urandom(4096), NOW + 20, True)
    await store.put_boxes(home, [box, box], replace=False, now=NOW)
    with pytest.raises(AlreadyThere):
        await store.put_boxes(home, [changed], replace=False, now=NOW)
    with pytest.raises(NotBurnable):
        await store.burn_box(box.id, NOW)
    assert await store.box(box.id, NOW) == box and await store.box(box.id, NOW + 10) is None
    await store.put_boxes(home, [changed], replace=True, now=NOW)
    assert await store.box(box.id, NOW + 10) == changed
    assert await store.burn_box(box.id, NOW) is True and await store.burn_box(box.id, NOW) is False


async def test_a_boxs_name_is_each_collectives_own(store: SQLiteStore, folder: Path, home: bytes) -> None:
    """Somebody who left knows names of boxes that will be: written first for another collective, they keep nobody from writing them."""
    other, _ = await found(store, folder)
    theirs, ours = (Box(bytes(32), os.urandom(4096), NOW + expires, burnable) for expires, burnable in ((50, False), (10, True)))
    await store.put_boxes(other, [theirs], replace=False, now=NOW)
    await store.put_boxes(home, [ours], replace=False, now=NOW)
    assert [await store.box(bytes(32), NOW, whose) for whose in (home, other)] == [ours, theirs]
    assert await store.burn_box(bytes(32), NOW) is True
    assert [await store.box(bytes(32), NOW, whose) for whose in (home, other)] == [None, theirs]
    await store.put_boxes(home, [ours], replace=True, now=NOW)
    await store.sweep(NOW + 20)
    assert [await store.box(bytes(32), NOW, whose) for whose in (home, other)] == [None, theirs]


async def test_boxes_of_a_database_from_before_are_still_there(tmp_path: Path) -> None:
    database = connect(tmp_path / "old.sqlite3")
    for statement in filter(str.strip, MIGRATIONS[0].split(";")):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 1")
    box = (b"id", b"collective", NOW, 1, b"blob")
    database.execute("INSERT INTO boxes VALUES (?, ?, ?, ?, ?)", box)
    migrate(database)
    assert database.execute("SELECT id, collective, expires, burnable, blob FROM boxes").fetchall() == [box]
    database.close()


# ---- time


async def test_a_sweep_removes_what_is_past_its_time_and_nothing_else(store: SQLiteStore, home: bytes) -> None:
    await store.post_mail(home, mail(450), NOW)
    await store.post_desk(home, [NewDeskItem(os.urandom(32), b"old")], NOW)
    await store.put_boxes(home, [Box(os.urandom(32), bytes(4096), NOW + 60, False)], replace=False, now=NOW)
    later = NOW + KEPT
    await store.post_mail(home, mail(2), later)
    await store.post_desk(home, [NewDeskItem(os.urandom(32), b"new")], later)
    swept = await store.sweep(later)
    assert (swept.desk, swept.mail, swept.boxes) == (0, 0, 1), "ninety days are not over"
    swept = await store.sweep(later + 86400)
    assert (swept.desk, swept.mail, swept.boxes) == (1, 450, 0)
    assert [row.item for row in (await store.desk(home, 0, 10, 1 << 20))[0]] == [b"new"]
    rows, _ = await store.mail(home, 0, 10, 1 << 20)
    assert [row.position for row in rows] == [451, 452], "positions are never used again"


async def test_what_is_erased_burnt_or_expired_is_in_no_file_afterwards(store: SQLiteStore, folder: Path, home: bytes) -> None:
    long = CANARY * 2000
    await store.append(home, "board", await head(store, home), [entry(2, blob=long), entry(3, blob=b"stays")])
    box = Box(os.urandom(32), CANARY * 100, NOW + 60, True)
    await store.put_boxes(home, [box], replace=False, now=NOW)
    await store.post_desk(home, [NewDeskItem(os.urandom(32), long)], NOW)
    await store.post_mail(home, [(os.urandom(32), long)], NOW)
    assert any(CANARY in path.read_bytes() for path in folder.iterdir())
    await store.burn_box(box.id, NOW)
    await store.request_erasure(home, [2], NOW + 60)
    swept = await store.sweep(NOW + KEPT + 2 * 86400)
    assert (swept.desk, swept.mail, swept.erased) == (1, 1, 1)
    assert [path.name for path in folder.iterdir() if CANARY in path.read_bytes()] == []
    stub, stays = await store.entries(home, "board", 2, 10, 1 << 20)
    assert wire.decode(stub)["blob"] is None and wire.decode(stays)["blob"] == b"stays"


async def test_erasures_are_noted_all_or_none_and_can_be_stopped(store: SQLiteStore, home: bytes) -> None:
    await store.append(home, "board", await head(store, home), [entry(2), entry(3, epoch=2)])
    for seqs in ([2, 0], [2, 3], [2, 4]):
        with pytest.raises(CannotEraseEntry):
            await store.request_erasure(home, seqs, NOW)
    assert await store.erasures(home) == []
    assert await store.request_erasure(home, [2], NOW) == NOW
    assert await store.request_erasure(home, [2], NOW + 50) == NOW
    await store.stop_erasures(home, [2])
    assert await store.erasures(home) == [] and (await store.sweep(NOW)).erased == 0


async def test_watchers_are_told_once_and_cost_nothing_afterwards(store: SQLiteStore, folder: Path, home: bytes) -> None:
    other, _ = await found(store, folder)
    state = await store.collective(home)
    assert state is not None
    watching = [asyncio.create_task(store.watch(home, state.version)) for _ in range(100)]
    elsewhere = asyncio.create_task(store.watch(other, 1))
    gone = asyncio.create_task(store.watch(home, state.version))
    await asyncio.sleep(0)
    gone.cancel()
    await store.post_mail(home, mail(), NOW)
    assert set(await asyncio.gather(*watching)) == {state.version + 1}
    assert await store.watch(home, state.version) == state.version + 1
    assert not elsewhere.done()
    elsewhere.cancel()
    await asyncio.gather(elsewhere, return_exceptions=True)
    assert store._watchers == {}
    with pytest.raises(KeyError):
        await store.watch(os.urandom(32), 0)


# ---- the folder


async def test_a_folder_is_for_one_relay_and_its_owner(store: SQLiteStore, folder: Path, home: bytes) -> None:
    await store.post_mail(home, mail(), NOW)
    with pytest.raises(NotAllowed):
        await SQLiteStore.open(folder)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    assert modes.pop(folder.name) == 0o700 and set(modes.values()) == {0o600} and len(modes) == 4


def test_founding_codes_are_plain_and_only_their_hashes_are_kept(folder: Path) -> None:
    codes = [decode_code(new_founding_code(folder)) for _ in range(20)]
    assert all(check_is_plain(code) for code in codes) and len(set(codes)) == 20
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as database:
        assert {hash for (hash,) in database.execute("SELECT hash FROM founding_codes")} == {digest(code) for code in codes}


async def test_a_restored_copy_heals_and_its_cursors_lie_above_all_earlier_ones(store: SQLiteStore, folder: Path, home: bytes) -> None:
    letters = mail(5)
    await store.post_mail(home, letters[:3], NOW)
    await asyncio.to_thread(backup, folder, folder.parent / "copy")
    assert stat.S_IMODE((folder.parent / "copy").stat().st_mode) == 0o600
    await store.post_mail(home, letters[3:], NOW)
    await store.close()
    restore(folder, folder.parent / "copy")
    again = await SQLiteStore.open(folder)
    state = await again.collective(home)
    assert state is not None and state.healing and await again.healing()
    await again.post_mail(home, letters[3:], NOW)
    assert [row.position for row in (await again.mail(home, 3, 10, 1 << 20))[0]] == [CURSOR_JUMP + 6, CURSOR_JUMP + 7]
    await again.whole(home)
    with pytest.raises(NotHealing):
        await again.whole(home)
    assert not await again.healing()
    await again.close()
    assert sorted(path.name for path in folder.iterdir()) == ["relay.lock", DATABASE]


async def test_a_restore_that_cannot_be_changes_nothing(store: SQLiteStore, folder: Path, home: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        backup(tmp_path / "nowhere", tmp_path / "copy")
    backup(folder, tmp_path / "copy")
    with pytest.raises(NotAllowed):
        restore(folder, tmp_path / "copy")
    await store.close()
    before = (folder / DATABASE).read_bytes()
    (tmp_path / "text").write_text("not a database")
    with contextlib.closing(sqlite3.connect(tmp_path / "foreign")) as database:
        database.execute("CREATE TABLE t (a)")
    newer = tmp_path / "newer"
    newer.write_bytes((tmp_path / "copy").read_bytes())
    with contextlib.closing(sqlite3.connect(newer)) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    damaged = bytearray((tmp_path / "copy").read_bytes())
    damaged[8192:] = os.urandom(len(damaged) - 8192)
    (tmp_path / "damaged").write_bytes(damaged)
    for name in ("missing", "text", "foreign", "newer", "damaged"):
        with pytest.raises(BadInput):
            restore(folder, tmp_path / name)
    assert (folder / DATABASE).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["relay.lock", DATABASE]


def test_a_database_of_newer_software_is_not_touched(tmp_path: Path) -> None:
    with contextlib.closing(connect(tmp_path / "db")) as database:
        migrate(database)
        migrate(database)
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        with pytest.raises(StorageFailed):
            migrate(database)
        assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)


def test_the_database_syncs_every_commit_and_zeroes_what_it_deletes(tmp_path: Path) -> None:
    with contextlib.closing(connect(tmp_path / "db")) as database:
        settings = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete")]
        assert settings == ["wal", 2, 1]
