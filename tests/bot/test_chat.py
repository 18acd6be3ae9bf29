"""The chat as people use it: links, pauses, settings by pressing, and the ways out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.chat import MEMBER, MODERATOR
from bot.settings import AT_ONCE, FOR_THE_DIGEST, Settings, due_at
from rehearsal.chats import Button
from rehearsal.phones import Phone

ADDRESS = "http://127.0.0.1:9/app"
Rooms = Callable[..., AbstractAsyncContextManager[Any]]


async def subscribed(room: Any, name: str = "Ana", language: str = "en") -> Phone:
    phone: Phone = room.telegram.phone(name, language)
    phone.start(room.codes.member())
    await phone.sees("Avisos activados" if language == "es" else "Notifications are on")
    await room.remembers(phone)
    return phone


async def press(phone: Phone, *labels: str) -> str:
    """Press one button after the other, each when it is there; the notice after the last."""
    text = ""
    for label in labels:
        await phone.sees(label)
        text = (await phone.press(label).answer()).text
    return text


async def settles(room: Any, phone: Phone, **choice: Any) -> None:
    """Wait until the chat's settings are those."""
    async with asyncio.timeout(5):
        while (kept := await room.kept.settings(phone.id)) is None or any(getattr(kept, name) != value for name, value in choice.items()):
            await asyncio.sleep(0.01)


async def waits_for(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


# ---- first words --------------------------------------------------------------------------------------------------


async def test_start_greets_and_leaves_one_button_with_one_address(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    typed = ana.start()
    hello = await ana.sees("Tap Open to begin")
    await ana.sees_gone(typed)
    assert [(button.text, button.kind, button.value) for button in hello.buttons] == [("Open", "web_app", ADDRESS)]
    ana.press("Open")
    assert ana.open == ADDRESS
    assert await room.kept.subscriptions(ana.id) == [] and await room.kept.settings(ana.id) is None


async def test_start_speaks_the_language_of_her_telegram(room: Any) -> None:
    lucia = room.telegram.phone("Lucía", "es")
    lucia.start()
    hello = await lucia.sees("Toca Abrir para empezar")
    assert [button.text for button in hello.buttons] == ["Abrir"]


@pytest.mark.parametrize(("typed", "says"), [
    ("/open", "Tap Open."), ("/help", "not an emergency line"), ("/privacy", "Telegram sees that you use this chat"),
    ("/ayuda", "not an emergency line"), ("/pause", "don't get notifications here"), ("/quiet", "don't get notifications here"),
])  # fmt: skip
async def test_each_order_is_answered_and_deleted(room: Any, typed: str, says: str) -> None:
    ana = room.telegram.phone("Ana")
    sent = ana.type(typed)
    await ana.sees(says)
    await ana.sees_gone(sent)


async def test_messages_cannot_be_passed_on(room: Any) -> None:
    ana = await subscribed(room)
    assert all(bubble.message["has_protected_content"] for bubble in ana.from_bot)


# ---- links --------------------------------------------------------------------------------------------------------


async def test_a_members_link_turns_notifications_on(room: Any) -> None:
    ana = await subscribed(room)
    assert [held.role for held in await room.kept.subscriptions(ana.id)] == [MEMBER]
    await ana.sees("All they say is “1 new item”")
    await settles(room, ana, language="en", zone="UTC", paused=False)


async def test_a_link_that_is_no_longer_in_force_turns_nothing_on(room: Any) -> None:
    room.codes.member()
    ana = room.telegram.phone("Ana")
    ana.start("A" * 21 + "Q")
    await ana.sees("doesn't work any more")
    assert await room.kept.subscriptions(ana.id) == [] and await room.kept.settings(ana.id) is None


async def test_a_code_that_is_not_written_the_one_way_is_none(room: Any) -> None:
    """The 22nd character holds four bits too many: they must be 0."""
    code = room.codes.member()
    ana = room.telegram.phone("Ana")
    ana.start(code[:-1] + chr(ord(code[-1]) + 1))
    await ana.sees("doesn't work any more")


async def test_while_the_relay_was_not_heard_a_link_is_neither_taken_nor_refused(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    ana.start("A" * 21 + "Q")
    await ana.sees("can't check this link right now")
    assert await room.kept.subscriptions(ana.id) == []


async def test_tapping_the_link_again_renews_and_ends_a_pause_and_keeps_her_choices(room: Any) -> None:
    ana = await subscribed(room)
    await room.kept.change(ana.id, Settings(paused=True, quiet=(60, 120), zone="Europe/London"))
    room.clock.forward(days=45)
    ana.start(room.codes.member())
    await settles(room, ana, paused=False, quiet=(60, 120), zone="Europe/London")
    (held,) = await room.kept.subscriptions(ana.id)
    assert held.proved > int(room.clock()) - 86400, "the day of the proof is kept, and no finer time"


async def test_a_moderators_link_says_what_it_shows_before_it_is_kept(room: Any) -> None:
    mo = room.telegram.phone("Mo")
    mo.start(room.codes.moderator())
    asked = await mo.sees("Say yes and they know you are one of them")
    assert await room.kept.subscriptions(mo.id) == []
    assert all(len(button.value.encode()) <= 64 for button in asked.buttons)
    await press(mo, "Yes, notify me")
    await mo.sees("1 waiting")
    assert [held.role for held in await room.kept.subscriptions(mo.id)] == [MODERATOR]


async def test_a_moderator_may_say_no(room: Any) -> None:
    mo = room.telegram.phone("Mo")
    mo.start(room.codes.moderator())
    await press(mo, "No, thanks")
    await mo.sees("Nothing has changed")
    assert await room.kept.subscriptions(mo.id) == []


async def test_a_shift_can_be_ended_and_begun_and_only_moderators_see_it(room: Any) -> None:
    ana, mo = await subscribed(room), room.telegram.phone("Mo")
    ana.type("/quiet")
    panel = await ana.sees("Your notifications")
    assert "Shift" not in [button.text for button in panel.buttons] and "shift" not in panel.text
    mo.start(room.codes.moderator())
    await press(mo, "Yes, notify me")
    mo.type("/quiet")
    await mo.sees("On shift")
    await press(mo, "Shift")
    await mo.sees("Not on shift")
    await settles(room, mo, on_shift=False)


async def test_a_button_with_a_code_that_expired_meanwhile_is_refused(room: Any) -> None:
    mo = room.telegram.phone("Mo")
    mo.start(room.codes.moderator())
    await mo.sees("Yes, notify me")
    room.codes.channels.learn([])
    await press(mo, "Yes, notify me")
    await mo.sees("doesn't work any more")
    assert await room.kept.subscriptions(mo.id) == []


# ---- pause, language ----------------------------------------------------------------------------------------------


async def test_pause_and_resume(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/pause")
    await ana.sees("paused")
    await settles(room, ana, paused=True)
    ana.type("/resume")
    await ana.sees("on again")
    await settles(room, ana, paused=False)


async def test_the_language_is_chosen_by_pressing_and_holds(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/language")
    await press(ana, "Español")
    await ana.sees("A partir de ahora, en español")
    ana.type("/pausa")
    await ana.sees("Avisos en pausa")


# ---- the panel ----------------------------------------------------------------------------------------------------


async def test_quiet_hours_are_chosen_by_pressing_and_the_clock_is_asked_for(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/quiet")
    await press(ana, "Quiet hours", "22:00")
    await ana.sees("Quiet from 22:00. Until when?")
    assert await press(ana, "08:00") == "Saved"
    await press(ana, "Europe", "Madrid")
    panel = await ana.sees("Quiet from 22:00 to 08:00")
    await settles(room, ana, quiet=(22 * 60, 8 * 60), zone="Europe/Madrid")
    now = datetime.fromtimestamp(room.clock(), ZoneInfo("Europe/Madrid"))
    assert f"Madrid, now {now:%H}:" in panel.text
    kept = await room.kept.settings(ana.id)
    night = int(datetime(2026, 3, 29, 1, 0, tzinfo=ZoneInfo("Europe/Madrid")).timestamp())
    assert due_at(kept, AT_ONCE, night) == int(datetime(2026, 3, 29, 8, 0, tzinfo=ZoneInfo("Europe/Madrid")).timestamp())


async def test_letting_urgent_ones_through_says_that_the_bot_cannot_tell_how_urgent(room: Any) -> None:
    ana = await subscribed(room)
    await room.kept.change(ana.id, Settings(quiet=(1320, 480), zone="Europe/London"))
    ana.type("/quiet")
    assert "can't tell how urgent" in await press(ana, "Let urgent through")
    await settles(room, ana, break_quiet=True)
    await ana.sees("Urgent ones come even during quiet hours")
    assert await press(ana, "Keep urgent quiet") == "Quiet hours are quiet again."
    await press(ana, "Quiet hours", "No quiet hours")
    await settles(room, ana, quiet=None, break_quiet=False)


async def test_the_digest_what_comes_at_once_and_the_words_are_chosen_by_pressing(room: Any) -> None:
    ana = await subscribed(room)
    await room.kept.change(ana.id, Settings(zone="Europe/London"))
    ana.type("/quiet")
    await press(ana, "Once a day", "09:00")
    await ana.sees("once a day, at 09:00")
    await press(ana, "Once a day", "Never")
    await ana.sees("The rest: never")
    await press(ana, "What they say", "•")
    await ana.sees("They say: “•”")
    await press(ana, "Right away", "Everything")
    await ana.sees("Everything: right away")
    await settles(room, ana, digest=None, wording="dot", at_once_from=FOR_THE_DIGEST)


async def test_whoever_reckons_in_utc_can_say_so(room: Any) -> None:
    ana = await subscribed(room)
    await room.kept.change(ana.id, Settings(zone="Europe/London"))
    ana.type("/quiet")
    await press(ana, "Time zone", "UTC")
    await ana.sees("Time zone: UTC")
    await settles(room, ana, zone="UTC")


async def test_the_panel_is_one_message_and_done_takes_it_away(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/quiet")
    panel = await ana.sees("Your notifications")
    await press(ana, "Time zone", "Latin America", "Back", "Done")
    await ana.sees_gone(panel)
    async with asyncio.timeout(5):
        while panel.id in [number for number, _, _ in await room.kept.messages(ana.id)]:
            await asyncio.sleep(0.01)


async def test_a_panel_that_could_not_be_deleted_is_tried_again(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/quiet")
    panel = await ana.sees("Your notifications")
    await room.remembers(ana)
    room.telegram.faults.storm_502(1, methods=["deleteMessage"])
    await press(ana, "Done")
    await waits_for(lambda: room.telegram.counts["deleteMessage", 502] == 1)
    await asyncio.sleep(0.1)
    await room.chat.tidy.sweep()
    assert panel.id in ana.deleted
    assert panel.id not in [number for number, _, _ in await room.kept.messages(ana.id)]


async def test_a_choice_that_is_made_while_a_link_is_looked_at_is_not_undone(room: Any) -> None:
    """Renewing writes down her choices as they are then, not as they were when she tapped."""
    ana = await subscribed(room)
    read, pressed = room.kept.settings, list[str]()

    async def and_then_she_presses(chat: int) -> Settings | None:
        chosen: Settings | None = await read(chat)
        if not pressed and chosen is not None:
            pressed.append("w:dot")
            await room.kept.change(chat, replace(chosen, wording="dot"))
        return chosen

    room.kept.settings = and_then_she_presses
    before = ana.from_bot[-1]
    ana.start(room.codes.member())
    await ana.sees("Notifications are on", after=before)
    assert pressed and (await read(ana.id)).wording == "dot"


HOSTILE = [
    "",
    "x",
    "q:24",
    "q:-1",
    "q:8:8",
    "q:8:99",
    "d:٣",
    "d:",
    "a:0",
    "a:3",
    "w:alert",
    "w:",
    "z:Europe",
    "z:../..",
    "z:UTC",
    "l:xx",
    "l:",
    "m:",
    "m:x",
    "m:" + "A" * 22,
    "s:1:2:3",
    "b:x",
    "p:p:p",
    "\u0000",
    "9" * 64,
]


async def test_made_up_presses_change_nothing_they_should_not_and_are_answered(room: Any) -> None:
    """Anybody can send a press with any data: only what the buttons offer is understood."""
    ana = await subscribed(room)
    before = await room.kept.settings(ana.id)
    bubble = ana.from_bot[-1]
    for data in HOSTILE:
        bubble.message["reply_markup"] = {"inline_keyboard": [[{"text": "x", "callback_data": data or "?"}]]}
        await ana.press(Button("x", "callback_data", data or "?"), bubble).answer()
    after = await room.kept.settings(ana.id)
    assert (after.language, after.quiet, after.digest, after.at_once_from, after.wording, after.zone) == (
        before.language, before.quiet, before.digest, before.at_once_from, before.wording, before.zone,
    )  # fmt: skip
    assert [held.role for held in await room.kept.subscriptions(ana.id)] == [MEMBER]


async def test_presses_without_a_subscription_keep_nothing(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/quiet")
    await ana.sees("Your notifications")
    await room.kept.forget(ana.id)
    await press(ana, "Right away")
    await ana.sees("You don't get notifications here")
    assert await room.kept.settings(ana.id) is None


async def test_two_presses_at_one_time_lose_neither(room: Any) -> None:
    ana = await subscribed(room)
    await room.kept.change(ana.id, Settings(zone="Europe/London", quiet=(1320, 480)))
    ana.type("/quiet")
    panel = await ana.sees("Your notifications")
    datas = ["a:1", "d:7", "w:dot", "b", "z:Europe/Madrid"]
    panel.message["reply_markup"] = {"inline_keyboard": [[{"text": data, "callback_data": data} for data in datas]]}
    presses = [ana.press(Button(data, "callback_data", data), panel) for data in datas]
    for one in presses:
        await one.answer()
    await settles(room, ana, at_once_from=1, digest=420, wording="dot", break_quiet=True, zone="Europe/Madrid")


# ---- going --------------------------------------------------------------------------------------------------------


async def test_leave_forgets_the_chat_and_its_messages(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/leave")
    last = await ana.sees("this chat is forgotten")
    await room.telegram.until(lambda: [bubble.id for bubble in ana.chat] == [last.id])
    await room.forgets(ana)


async def test_erase_deletes_all_that_can_be_deleted_and_shows_what_is_left_to_do(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/privacy")
    await ana.sees("Telegram sees")
    await room.remembers(ana)
    ana.type("/erase")
    last = await ana.sees("I deleted my messages here and forgot this chat")
    await room.telegram.until(lambda: [bubble.id for bubble in ana.chat] == [last.id])
    assert "Devices" in last.text and "hold it in your list of chats" in last.text
    assert [(button.text, button.value) for button in last.buttons] == [("Open and erase", ADDRESS)]
    await room.forgets(ana)


async def test_erase_says_so_if_telegram_lets_it_delete_only_a_part(room: Any) -> None:
    ana = await subscribed(room)
    old = ana.from_bot[-1]
    room.clock.forward(hours=49)
    ana.type("/erase")
    await ana.sees("only you can delete")
    assert old.text == "·" and old.buttons == []


async def test_erase_forgets_the_chat_even_if_telegram_lets_nothing_be_deleted(room: Any) -> None:
    ana = await subscribed(room)
    room.telegram.faults.storm_502(50, methods=["deleteMessages", "deleteMessage"])
    ana.type("/erase")
    await ana.sees("Whatever is left here, only you can delete")
    await room.forgets(ana)


@pytest.mark.parametrize("order", ["/leave", "/erase"])
@pytest.mark.parametrize("then", ["/start", "/leave", "/erase", "twelve hours"])
async def test_the_last_words_go_too_and_their_number_is_kept_in_memory_only(room: Any, order: str, then: str) -> None:
    ana = await subscribed(room)
    ana.type(order)
    last = await ana.sees("forgot this chat" if order == "/erase" else "this chat is forgotten")
    await room.forgets(ana)
    await waits_for(lambda: ana.id in room.chat.tidy._last_words)
    if then == "twelve hours":
        room.clock.forward(hours=11.9)
        await room.chat.tidy.sweep()
        assert last.id not in ana.deleted
        room.clock.forward(hours=0.2)
        await room.chat.tidy.sweep()
        assert ana.chat == [] and room.chat.tidy._last_words == {}
    else:
        ana.type(then)
        await ana.sees_gone(last)
    assert str(last.id) not in await room.knows()


async def test_whoever_comes_back_while_her_messages_are_being_deleted_is_not_forgotten(room: Any) -> None:
    """Telegram may make deletions wait for hours."""
    ana = await subscribed(room)
    wipe = room.chat.tidy.wipe

    async def slowly(chat: int) -> bool:
        await room.kept.subscribe(chat, bytes(32), MEMBER, int(room.clock()))
        return bool(await wipe(chat))

    room.chat.tidy.wipe = slowly
    ana.type("/leave")
    await ana.sees("No more notifications")
    assert len(await room.kept.subscriptions(ana.id)) == 1


async def test_last_words_that_could_not_be_taken_back_are_tried_again(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/leave")
    await waits_for(lambda: ana.id in room.chat.tidy._last_words)
    room.clock.forward(hours=13)
    room.telegram.faults.storm_502(1, methods=["deleteMessage"])
    await room.chat.tidy.sweep()
    await room.chat.tidy.sweep()
    assert ana.chat == []


async def test_whoever_blocks_the_bot_is_forgotten(room: Any) -> None:
    ana = await subscribed(room)
    ana.type("/leave")
    await waits_for(lambda: ana.id in room.chat.tidy._last_words)
    ana.start(room.codes.member())
    await ana.sees("Notifications are on")
    ana.block()
    await room.forgets(ana)
    assert room.chat.tidy._last_words == {}
