"""What the bot said does not stay."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram.ext import ApplicationBuilder

from bot.pace import Pace
from bot.tidy import AGES, BLANK, DELETABLE, LEFT, PING, TEXT, WARNING, Tidy


async def say(room: Any, name: str, text: str, kind: str) -> Any:
    """Something the bot says of itself, as the outbox does."""
    phone = room.telegram.phone(name)
    room.telegram.world.chats[phone.id].started = True
    await room.chat.tidy.send(phone.id, text, kind, None)
    return phone


async def test_old_messages_are_deleted_when_their_time_has_come(room: Any) -> None:
    for kind in (PING, TEXT, WARNING):
        ana = await say(room, f"Ana {kind}", "1 new item", kind)
        room.clock.forward(AGES[kind] - 60)
        assert await room.chat.tidy.sweep() == 0 and len(ana.chat) == 1
        room.clock.forward(120)
        assert await room.chat.tidy.sweep() == 1 and ana.chat == []
    assert await room.kept.chats_with_messages() == []


async def test_the_clean_up_leaves_time_before_telegram_forbids_it() -> None:
    """The longest a message stays, and a day of the bot being away, are within 48 hours."""
    assert max(AGES.values()) + 23 * 3600 < DELETABLE < 48 * 3600


async def test_of_each_kind_only_the_newest_stays(room: Any) -> None:
    """Pings are sent by the outbox, which only remembers them: the sweep takes the older ones."""
    ana = room.telegram.phone("Ana")
    room.telegram.world.chats[ana.id].started = True
    for count in (1, 2, 3):
        message = await room.application.bot.send_message(ana.id, f"{count} new items")
        await room.kept.remember_message(ana.id, message.message_id, int(room.clock()), PING)
    await room.chat.tidy.sweep()
    assert ana.texts == ["3 new items"]


async def test_a_new_text_takes_the_place_of_the_old_and_leaves_other_kinds(room: Any) -> None:
    await say(room, "Ana", "1 new item", PING)
    await say(room, "Ana", "help", TEXT)
    ana = await say(room, "Ana", "privacy", TEXT)
    assert ana.texts == ["1 new item", "privacy"]


async def test_of_two_that_are_sent_at_one_time_the_newest_stays(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.world.chats[ana.id].started = True
    room.telegram.faults.slow = 0.1
    await asyncio.gather(*(room.chat.tidy.send(ana.id, f"help {i}", TEXT, None) for i in range(5)))
    assert len(ana.chat) == 1 and ana.chat[0].id == max([*ana.deleted, ana.chat[0].id])


async def test_what_is_too_old_to_delete_becomes_a_dot_without_buttons(room: Any) -> None:
    """The bot was away for three days."""
    ana = room.telegram.phone("Ana")
    ana.start()
    hello = await ana.sees("Tap Open")
    await room.remembers(ana)
    room.clock.forward(days=3)
    await room.chat.tidy.sweep()
    assert (hello.text, hello.buttons) == (BLANK, [])
    assert await room.kept.chats_with_messages() == []


async def test_one_that_is_gone_already_does_not_keep_the_others(room: Any) -> None:
    ana = await say(room, "Ana", "1 new item", PING)
    await room.kept.remember_message(ana.id, 99_999, int(room.clock()), TEXT)
    room.clock.forward(hours=25)
    await room.chat.tidy.sweep()
    assert ana.chat == [] and await room.kept.chats_with_messages() == []


async def test_one_that_telegram_refuses_does_not_keep_the_others(room: Any) -> None:
    """deleteMessages is all or nothing: one message that is older than the bot thinks, and all have to be asked for one by one."""
    ana = await say(room, "Ana", "1 new item", PING)
    stubborn = ana.from_bot[0]
    stubborn.at -= 60 * 3600
    await say(room, "Ana", "help", TEXT)
    room.clock.forward(hours=25)
    assert await room.chat.tidy.sweep() == 1
    assert [bubble.id for bubble in ana.chat] == [stubborn.id]
    room.clock.forward(hours=24)
    assert await room.chat.tidy.sweep() == 1
    assert stubborn.text == BLANK


async def test_a_storm_at_the_first_sweep_is_made_good_by_the_next(room: Any) -> None:
    ana = await say(room, "Ana", "1 new item", PING)
    theirs = ana.send_dice()
    await ana.sees("already seen")
    await room.remembers(ana)
    room.clock.forward(hours=25)
    room.telegram.faults.storm_502(1, methods=["deleteMessages"])
    assert await room.chat.tidy.sweep() == 0
    await room.chat.tidy.sweep()
    assert ana.chat == [] and theirs.id in ana.deleted


async def test_while_telegram_is_away_everything_stays_remembered(room: Any) -> None:
    ana = await say(room, "Ana", "1 new item", PING)
    room.clock.forward(hours=25)
    room.telegram.go_away()
    assert await room.chat.tidy.sweep() == 0
    room.telegram.come_back()
    assert await room.chat.tidy.sweep() == 1
    assert ana.chat == []


async def test_what_a_stop_interrupts_is_no_line_in_the_log_and_stays_remembered(room: Any, caplog: pytest.LogCaptureFixture) -> None:
    ana, pace = await say(room, "Ana", "1 new item", PING), Pace()
    room.clock.forward(hours=25)
    stopped = ApplicationBuilder().token(room.telegram.token).base_url(room.telegram.base_url).rate_limiter(pace).build().bot
    async with stopped:
        await pace.shutdown()
        assert await Tidy(stopped, room.kept, room.clock).sweep() == 0
    assert len(ana.chat) == 1 and await room.kept.chats_with_messages() == [ana.id]
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == []


async def test_a_chat_that_blocked_the_bot_holds_up_nobody(room: Any) -> None:
    blocked, ana = await say(room, "Zoe", "1 new item", PING), await say(room, "Ana", "1 new item", PING)
    blocked.block()
    room.telegram.faults.storm_403(1, methods=["deleteMessages"], chats=[blocked.id])
    room.clock.forward(hours=25)
    await room.chat.tidy.sweep()
    assert ana.chat == [] and await room.kept.chats_with_messages() == []


async def test_more_than_telegram_deletes_at_one_time(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.world.chats[ana.id].started = True
    for _ in range(150):
        bubble = room.telegram.world.put(room.telegram.world.chats[ana.id], "text", {"text": "x"}, mine=False)
        await room.kept.remember_message(ana.id, bubble.id, int(room.clock()), PING)
    assert await room.chat.tidy.wipe(ana.id)
    assert ana.chat == [] and room.telegram.counts["deleteMessages", 200] == 2


async def test_what_a_person_sent_and_could_not_be_deleted_is_never_edited_only_forgotten(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.faults.storm_502(1, methods=["deleteMessage"])
    ana.type("hello")
    await ana.sees("won't let me")
    await room.remembers(ana)
    room.clock.forward(days=3)
    await room.chat.tidy.sweep()
    assert [kind for _, _, kind in await room.kept.messages(ana.id) if kind == LEFT] == []
    assert room.telegram.counts["editMessageText", 400] == 0


async def test_the_sweep_goes_on_whatever_fails(room: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A disk that is full for a while ends nothing; what went wrong is one line without an id."""
    ana = await say(room, "Ana", "1 new item", PING)
    room.clock.forward(hours=25)
    await room.store._database.execute("PRAGMA query_only = ON")
    sweeping = asyncio.create_task(room.chat.tidy.run(every=0.05))
    async with asyncio.timeout(5):
        while "clean-up put off: StorageFailed" not in caplog.text:
            await asyncio.sleep(0.01)
    await room.store._database.execute("PRAGMA query_only = OFF")
    async with asyncio.timeout(5):
        while await room.kept.chats_with_messages():
            await asyncio.sleep(0.01)
    sweeping.cancel()
    assert ana.chat == [] and str(ana.id) not in caplog.text
