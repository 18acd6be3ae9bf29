"""The whole bot beside a real relay and the stand-in: the way of a ping, everything that goes away and comes back, and no traces."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.app import token_from
from bot.broadcast import Broadcast
from bot.metrics import Metrics
from bot.relay import Relay
from bot.store import Store
from crypto import shelves
from crypto.errors import BadInput, NotARelay, RelayRefused, Unreachable
from rehearsal.telegram import TOKEN
from storage.base import Box
from storage.sqlite import SQLiteStore
from tests.bot.whole_bot import World, answer_to, base64url, now, pings, running, subscribe

OLD = "doesn't work any more"
CANARY = "Zinnwald canary"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(tmp_path) as world:
        yield world


# ---- the way of a ping -------------------------------------------------------------------------------------------------


async def test_members_by_the_epochs_link_get_the_ping_of_an_alert_and_nobody_else_does(world: World) -> None:
    await world.start_bot()
    ana, bea = await subscribe(world, "Ana"), await subscribe(world, "Bea")
    stranger = world.telegram.phone("Stranger")
    stranger.start(base64url(os.urandom(16)))
    await world.until(lambda: bool(stranger.from_bot))
    assert OLD in stranger.texts[0]
    await world.publish(0, 2)
    await world.until(lambda: bool(pings(ana) and pings(bea)))
    await world.publish(2)
    await world.until(lambda: pings(ana) + pings(bea) == 4)
    assert pings(stranger) == 0
    await world.until(lambda: world.metrics.counts["pings"] == 4)
    assert 'parasol_bot_events_total{event="pings"} 4' in await world.figures()
    assert "parasol_bot_chats_subscribed 2" in await world.figures()


async def test_the_previous_epochs_code_counts_and_the_one_before_does_not(world: World) -> None:
    await world.start_bot()
    phone, codes = world.telegram.phone("Ana"), [world.collective.link()]
    for _ in range(2):
        await world.post(world.collective.announce)
        codes.append(world.collective.link())
        # The bot hears of it within a moment.
        async with asyncio.timeout(20):
            while OLD in await answer_to(world, phone, codes[-1]):
                await asyncio.sleep(0.1)
    assert [OLD in await answer_to(world, phone, code) for code in codes] == [True, False, False]


# ---- what goes away, and comes back --------------------------------------------------------------------------------------


async def test_a_relay_that_is_away_is_waited_for(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    await world.stop_relay()
    await world.until(lambda: world.metrics.is_away("relay"))
    assert 'parasol_bot_up{part="relay"} 0' in await world.figures()
    assert 'parasol_bot_up{part="telegram"} 1' in await world.figures()
    await world.start_relay()
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)
    assert 'parasol_bot_up{part="relay"} 1' in await world.figures()
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert len(said) == 2 and said[0].startswith("relay: ") and said[1].startswith("relay: back after"), said


async def test_a_telegram_that_is_away_is_waited_for_and_nothing_gets_lost(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    phones = [await subscribe(world, name) for name in ("Ana", "Bea", "Cho")]
    world.telegram.go_away()
    await world.publish(2)
    await world.until(lambda: world.metrics.is_away("telegram"))
    assert 'parasol_bot_up{part="telegram"} 0' in await world.figures()
    world.telegram.come_back()
    await world.until(lambda: all(pings(phone) == 1 for phone in phones))
    await world.until(lambda: not world.metrics.is_away("telegram"))
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert len(said) == 2 and said[0] == "telegram: it does not answer; waiting" and said[1].startswith("telegram: back"), said


async def test_a_storm_of_429_is_waited_out_and_said_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    phones = [await subscribe(world, name) for name in ("Ana", "Bea", "Cho")]
    world.telegram.faults.storm_429(3, retry_after=2)
    await world.publish(2)
    await world.until(lambda: world.metrics.is_away("sending"))
    figures = await world.figures()
    assert 'parasol_bot_up{part="sending"} 0' in figures and 'parasol_bot_up{part="telegram"} 1' in figures
    assert "parasol_bot_flood_seconds_left " in figures
    await world.until(lambda: all(pings(phone) == 1 for phone in phones))
    await world.until(lambda: not world.metrics.is_away("sending"))
    assert "parasol_bot_floods 3" in await world.figures()
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert said[0] == "sending: Telegram asks to wait 2 s; waiting" and said[1].startswith("sending: back after") and len(said) == 2, said


async def test_a_bot_started_while_both_are_away_comes_up_when_they_do(world: World) -> None:
    secret = world.secret
    await world.stop_relay()
    world.telegram.go_away()
    starting = asyncio.create_task(world.start_bot())
    await world.until(lambda: world.metrics.is_away("relay") and world.metrics.is_away("telegram"))
    assert secret == world.secret
    world.telegram.come_back()
    await world.start_relay()
    await starting
    await world.until(lambda: not world.metrics.is_away("relay"))
    ana = await subscribe(world, "Ana")
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)


async def test_a_revoked_token_is_said_and_a_new_one_taken_without_a_restart(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    world.telegram.token = "7700900000:another-token-of-no-real-bot-0000"
    world.telegram.updates.end_poll()
    await world.until(lambda: world.metrics.is_away("token"))
    await world.publish(2)
    assert 'parasol_bot_up{part="token"} 0' in await world.figures()
    world.token = world.telegram.token
    await world.until(lambda: pings(ana) == 1)
    assert 'parasol_bot_up{part="token"} 1' in await world.figures()
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert said[0] == "token: Telegram refuses it; waiting" and said[1].startswith("token: back after") and len(said) == 2, said
    assert not any(token in caplog.text for token in (TOKEN, world.token))


async def test_another_bots_token_is_said_and_reaches_nobody_and_costs_nobody_her_pings(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    await world.stop_bot()
    mine, world.telegram.world.profile.id = world.telegram.world.profile.id, 7_700_900_999
    caplog.clear()
    starting = asyncio.create_task(world.start_bot())
    await world.until(lambda: world.metrics.is_away("token"))
    await world.publish(2)
    await asyncio.sleep(1.5)
    assert pings(ana) == 0 and world.telegram.counts["sendMessage", 403] == 0
    said = [record.getMessage() for record in caplog.records if record.name == "parasol.bot"]
    assert len(said) == 1 and said[0].startswith("token: it is another bot's") and str(mine) not in caplog.text
    world.telegram.world.profile.id = mine
    await starting
    await world.until(lambda: pings(ana) == 1)
    assert world.named == ["rehearsal_bot", "rehearsal_bot"], "and the app was never told of the other"


async def test_a_second_bot_under_the_same_token_is_said_and_waited_out(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram answers 409 to whoever asked first."""
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    async with aiohttp.ClientSession() as session, session.get(f"{world.telegram.base_url}{TOKEN}/getUpdates?timeout=0") as answer:
        assert answer.status == 200
    await world.until(lambda: "telegram: another bot uses its token; waiting" in caplog.text)
    await world.until(lambda: not world.metrics.is_away("telegram"))
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)


async def test_a_wait_that_telegram_named_outlives_a_restart_and_ends_by_itself(world: World) -> None:
    """Whoever asks earlier waits longer."""
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    world.telegram.hold(6)
    await world.publish(2)
    await world.until(lambda: world.metrics.is_away("sending"))
    await asyncio.sleep(0.2)
    asked = world.telegram.floods.impatient
    await world.stop_bot()
    world.metrics = Metrics()
    await world.start_bot()
    assert world.metrics.counts["sending_away"] == 1, "it was known before anything was sent"
    await world.until(lambda: pings(ana) == 1)
    await world.until(lambda: not world.metrics.is_away("sending"))
    assert world.telegram.floods.impatient == asked


async def test_an_error_that_nobody_expected_costs_a_pause_and_not_the_bot(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, failures = Broadcast.plan_all, [ZeroDivisionError(CANARY), ZeroDivisionError(CANARY)]

    async def failing(self: Broadcast) -> None:
        if failures:
            raise failures.pop()
        await plan(self)

    monkeypatch.setattr(Broadcast, "plan_all", failing)
    await world.start_bot()
    await world.until(lambda: not failures)
    ana = await subscribe(world, "Ana")
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert said == ["run failed: ZeroDivisionError; starting it again"] * 2 and CANARY not in caplog.text


async def test_the_journal_is_emptied_when_she_erases_herself(world: World) -> None:
    """With the key and the disk, taken a moment later, nothing of her is found: not even in what was written before."""
    await world.start_bot()
    ana = await subscribe(world, "Ana")
    ana.type("/quiet")
    await ana.sees("Your notifications")
    ana.type("/erase")
    await ana.sees("I deleted my messages here")
    path = world.folder / "bot" / "bot.sqlite3-wal"
    await world.until(lambda: path.stat().st_size == 0)


# ---- no traces ---------------------------------------------------------------------------------------------------------


async def test_no_chat_name_user_name_text_or_token_is_in_any_file_or_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """With the key, the chat's number is there and nothing else of her."""
    caplog.set_level(logging.DEBUG)
    await world.start_bot()
    ana = await subscribe(world, "Canaria Xylophone")
    ana.type("CANARY typed text about a white van")
    ana.send_document("CANARY-document.pdf", "CANARY caption")
    ana.forward("CANARY forwarded", "Canaria Sender")
    await world.until(lambda: len(ana.deleted) >= 3)
    await world.publish(2)
    await world.until(lambda: pings(ana) == 1)
    world.telegram.go_away()
    await world.until(lambda: world.metrics.is_away("telegram"))
    world.telegram.come_back()
    await world.stop_bot()
    # The test's own side speaks with the same libraries; what the bot may log is what bears the names of its libraries and its own.
    names = ("bot", "parasol.bot", "telegram", "httpx", "httpcore", "aiosqlite", "asyncio")
    logged = [record for record in caplog.records if record.name.startswith(names)]
    text = "".join(json.dumps(record.__dict__, default=repr) for record in logged)
    kept = b"".join(path.read_bytes() for path in (world.folder / "bot").iterdir())
    username = world.telegram.world.chats[ana.id].username
    clear = ["CANARY", "Canaria", "Xylophone", username, TOKEN, world.key.decode(), world.collective.link()]
    assert [trace for trace in [*clear, str(ana.id)] if trace in text] == []
    assert [trace for trace in [*clear, str(ana.id)] if trace.encode() in kept] == []
    assert int(ana.id).to_bytes(8) not in kept and int(ana.id).to_bytes(8, "little") not in kept
    store = await Store.open(world.folder / "bot", [world.key])
    opened = repr([record async for record in store.records()])
    await store.close()
    assert str(ana.id) in opened
    assert [trace for trace in clear if trace in opened] == []


# ---- the relay's client, and settings -----------------------------------------------------------------------------------


async def test_the_relays_client_names_what_is_wrong(world: World) -> None:
    async with Relay(world.relay_address, "A" * 43) as relay:
        with pytest.raises(RelayRefused, match="bad-token"):
            await relay.channels()
        assert await relay.burn(os.urandom(32)) is False
    async with Relay(world.telegram.address, world.secret) as relay:
        with pytest.raises(NotARelay):
            await relay.channels()
    await world.stop_relay()
    async with Relay(world.relay_address, "A" * 43) as relay:
        with pytest.raises(Unreachable):
            await relay.channels()
        with pytest.raises(Unreachable):
            await relay.burn(os.urandom(32))
    with pytest.raises(Unreachable):
        await relay.channels()


async def test_a_burnt_box_is_gone_and_one_that_may_not_be_burnt_stays(world: World) -> None:
    boxes = [new_box(burnable) for burnable in (True, False)]
    await world.stop_relay()
    store = await SQLiteStore.open(world.folder / "relay")
    await store.put_boxes(world.collective.id, boxes, replace=False, now=now())
    await store.close()
    await world.start_relay()
    async with Relay(world.relay_address, world.secret) as relay:
        assert [await relay.burn(box.id) for box in boxes] == [True, False]
        assert await relay.burn(boxes[0].id) is False


def new_box(burnable: bool) -> Box:
    return Box(os.urandom(32), os.urandom(shelves.BOX_BLOBS[0]), now() + 3600, burnable)


def test_the_token_comes_from_a_file_or_a_systemd_credential(tmp_path: Path) -> None:
    path = tmp_path / "telegram-token"
    path.write_text(TOKEN + "\n")
    assert token_from(path, {})() == TOKEN
    assert token_from(None, {"CREDENTIALS_DIRECTORY": str(tmp_path)})() == TOKEN
    for file, environ in ((None, {}), (tmp_path / "missing", {})):
        with pytest.raises(BadInput):
            token_from(file, environ)()
    for wrong in ("", "no token", "123:short", f"{TOKEN}\n{TOKEN}"):
        path.write_text(wrong)
        with pytest.raises(BadInput) as said:
            token_from(path, {})()
        assert not wrong or not re.search(re.escape(wrong), str(said.value))
