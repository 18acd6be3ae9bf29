"""The bot's records: nothing readable in the file, nothing lost, nothing exchanged, one bot at a time."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.store import DATABASE, SIZES, Store, keys_from_file, keys_from_passphrase, new_key
from crypto.errors import BadInput, NotAllowed, StorageFailed, WrongPassphrase

KEY = new_key()
CHAT = "7700900123"
CANARY = "CANARY-white-van"


async def records(store: Store) -> dict[Any, Any]:
    return {name: value async for name, value in store.records()}


async def test_what_is_written_is_there_after_a_restart(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", "1"): {"a": 1}, ("chat", "2"): [True, None, b"x"]})
    await store.write({("chat", "1"): {"a": 2}, ("chat", "2"): None, ("channel", "1"): "ü"})
    await store.close()
    store = await Store.open(tmp_path, [KEY])
    assert await records(store) == {("chat", "1"): {"a": 2}, ("channel", "1"): "ü"}
    await store.close()


async def test_no_file_holds_a_chat_a_text_or_a_time_in_clear(tmp_path: Path) -> None:
    """Neither as text nor as a number in any width or order; with the journal and after it was emptied."""
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", CHAT): {"text": CANARY, "chat": CHAT, "number": int(CHAT)}})
    for _ in range(2):
        kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        traces = [
            CHAT.encode(),
            CANARY.encode(),
            base64.b64encode(CANARY.encode())[:20],
            int(CHAT).to_bytes(8),
            int(CHAT).to_bytes(8, "little"),
        ]
        assert [trace for trace in traces if trace in kept] == [] and KEY not in kept
        await store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bot.lock", DATABASE], "no journal is left behind"
    assert [oct(path.stat().st_mode & 0o777) for path in (tmp_path, *tmp_path.iterdir())] == ["0o700", "0o600", "0o600"]
    with contextlib.closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        for name, sealed in database.execute("SELECT name, sealed FROM records"):
            assert len(name) == 16
            assert Fernet(KEY).extract_timestamp(sealed) == 0, "Fernet tells when a record was written"


async def test_two_bots_call_the_same_chat_differently_and_sizes_come_in_steps(tmp_path: Path) -> None:
    names, sizes = [], set()
    for folder in ("a", "b"):
        store = await Store.open(tmp_path / folder, [KEY])
        await store.write({("chat", CHAT): "", ("chat", "1"): "x" * 500})
        await store.close()
        with sqlite3.connect(tmp_path / folder / DATABASE) as database:
            rows = database.execute("SELECT name, sealed FROM records").fetchall()
        names.append({name for name, _ in rows})
        sizes |= {len(sealed) for _, sealed in rows}
    assert names[0] & names[1] == {bytes(16)}
    assert sizes == {len(Fernet(KEY).encrypt(bytes(SIZES[0])))}


async def test_another_key_opens_nothing(tmp_path: Path) -> None:
    await (await Store.open(tmp_path, [KEY])).close()
    with pytest.raises(WrongPassphrase):
        await Store.open(tmp_path, [new_key()])
    with pytest.raises(BadInput):
        await Store.open(tmp_path, [b"not a key"])
    await (await Store.open(tmp_path, [KEY])).close()


async def test_a_new_key_in_front_seals_everything_anew(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", str(n)): n for n in range(20)})
    await store.close()
    fresh = new_key()
    await (await Store.open(tmp_path, [fresh, KEY])).close()
    with pytest.raises(WrongPassphrase):
        await Store.open(tmp_path, [KEY])
    store = await Store.open(tmp_path, [fresh])
    assert await records(store) == {("chat", str(n)): n for n in range(20)}
    await store.close()


async def test_rows_that_were_exchanged_or_altered_are_refused(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", "1"): 1, ("chat", "2"): 2})
    await store.close()
    with sqlite3.connect(tmp_path / DATABASE) as database:
        (one, sealed), (other, _) = database.execute("SELECT name, sealed FROM records WHERE name != zeroblob(16)").fetchall()
        database.execute("UPDATE records SET sealed = ? WHERE name = ?", (sealed, other))
    store = await Store.open(tmp_path, [KEY])
    with pytest.raises(StorageFailed):
        await records(store)
    await store.close()
    with sqlite3.connect(tmp_path / DATABASE) as database:
        database.execute("UPDATE records SET sealed = ? WHERE name = ?", (sealed[:-9] + b"A" * 9, one))
    store = await Store.open(tmp_path, [KEY])
    with pytest.raises(StorageFailed):
        await records(store)
    await store.close()


async def test_one_bot_at_a_time(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    with pytest.raises(NotAllowed):
        await Store.open(tmp_path, [KEY])
    await store.close()


async def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as database:
        database.execute("CREATE TABLE theirs (a)")
    with pytest.raises(StorageFailed):
        await Store.open(tmp_path, [KEY])
    (tmp_path / DATABASE).write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageFailed):
        await Store.open(tmp_path, [KEY])


def traces(folder: Path, *sealed: bytes) -> list[bytes]:
    """Which of these sealed records still lie in any file, whole or in part."""
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    return [one for one in sealed if any(one[at : at + 64] in kept for at in range(0, len(one) - 64, 200))]


async def sealed_records(store: Store) -> list[bytes]:
    """As whoever copied the folder a moment ago has them."""
    async with store._database.execute("SELECT sealed FROM records WHERE name != zeroblob(16)") as rows:
        return [bytes(sealed) async for (sealed,) in rows]


async def test_what_is_removed_lies_in_no_file_any_more_as_soon_as_it_is_removed(tmp_path: Path) -> None:
    """Not in the journal either, in any of its versions: whoever has the key could open it there."""
    store = await Store.open(tmp_path, [KEY])
    versions: list[bytes] = []
    for n in range(3):
        await store.write({("chat", CHAT): n, ("chat", "1"): "stays"})
        versions += await sealed_records(store)
    assert traces(tmp_path, *versions)
    await store.write({("chat", CHAT): None})
    [stays] = await sealed_records(store)
    assert [one for one in traces(tmp_path, *versions) if one != stays] == []
    await store.close()


async def test_what_is_removed_while_somebody_reads_is_gone_with_the_next_write(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", CHAT): 1})
    old = await sealed_records(store)
    with contextlib.closing(sqlite3.connect(tmp_path / DATABASE)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM records").fetchall()
        await store._database.execute("PRAGMA busy_timeout = 10")
        await store.write({("chat", CHAT): None})
    await store.write({("chat", "1"): 1})
    assert traces(tmp_path, *old) == []
    await store.close()


async def test_what_was_replaced_is_gone_with_the_sweep_and_after_a_kill_with_the_next_start(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await store.write({("chat", CHAT): 1})
    old = await sealed_records(store)
    await store.write({("chat", CHAT): 2})
    killed = tmp_path.parent / f"{tmp_path.name}-killed"
    killed.mkdir()
    for path in tmp_path.glob(f"{DATABASE}*"):
        (killed / path.name).write_bytes(path.read_bytes())
    assert traces(killed, *old)
    await store.sweep()
    assert traces(tmp_path, *old) == []
    await store.close()
    again = await Store.open(killed, [KEY])
    assert traces(killed, *old) == [] and await records(again) == {("chat", CHAT): 2}
    await again.close()


async def test_writes_at_the_same_time_share_a_sync(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    await asyncio.gather(*(store.write({("chat", str(n)): n}) for n in range(100)))
    assert store.commits <= 2
    assert len(await records(store)) == 100
    await store.close()


async def test_a_write_whose_caller_went_away_is_kept(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    writing = asyncio.create_task(store.write({("chat", "1"): 1}))
    await asyncio.sleep(0)
    writing.cancel()
    await store.write({("chat", "2"): 2})
    assert len(await records(store)) == 2
    await store.close()


async def test_what_did_not_fit_goes_with_the_next_write_that_does(tmp_path: Path) -> None:
    store = await Store.open(tmp_path, [KEY])
    pages = (await (await store._database.execute("PRAGMA page_count")).fetchone())[0]  # type: ignore[index]  # there is one row
    await store._database.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageFailed):
        await store.write({("chat", str(n)): "x" * 900 for n in range(50)})
    await store._database.execute("PRAGMA max_page_count = 1000000")
    await store.write({("chat", "0"): "newer"})
    kept = await records(store)
    assert len(kept) == 50 and kept["chat", "0"] == "newer"
    await store.close()


def test_a_key_file_is_private_and_has_keys_only(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(KEY + b"\n" + new_key() + b"\n")
    with pytest.raises(BadInput, match="chmod 600"):
        keys_from_file(path)
    path.chmod(0o600)
    assert keys_from_file(path)[0] == KEY and len(keys_from_file(path)) == 2
    for wrong in (b"", b"short", b"\xff"):
        path.write_bytes(wrong)
        with pytest.raises(BadInput):
            keys_from_file(path)
    with pytest.raises(BadInput):
        keys_from_file(tmp_path / "missing")


def test_a_passphrase_gives_one_key_for_each_folder(tmp_path: Path) -> None:
    one = keys_from_passphrase("correct horse", tmp_path / "a")
    assert keys_from_passphrase("correct horse", tmp_path / "a") == one
    assert keys_from_passphrase("correct horse", tmp_path / "b") != one
    assert keys_from_passphrase("another", tmp_path / "a") != one
    assert b"correct" not in b"".join(path.read_bytes() for path in (tmp_path / "a").iterdir())
    with pytest.raises(BadInput):
        keys_from_passphrase("", tmp_path / "a")
