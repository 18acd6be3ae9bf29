"""Whatever a person sends is deleted, answered, seen by no other handler, and kept nowhere."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.ext import TypeHandler

from bot.chat import ALLOWED_UPDATES
from bot.guard import COMMANDS, MOST_CODES, Guard, codes_in, order_of
from bot.settings import Settings
from bot.tidy import LEFT
from crypto.base32 import check_is_plain, encode_code
from crypto.context import Purpose, derive_bytes
from crypto.secrets import InviteCode
from rehearsal.phones import Phone

CANARY = "Zinnwald canary 31337"
SEEN = "Telegram had already seen it"
CODE = b"\x11" * 16
BOX = derive_bytes(InviteCode(CODE), Purpose.INVITE_BOX, None)

#: Every kind of thing that a person can send, each with the canary in it where there is a place for words.
KINDS: dict[str, Callable[[Phone], Any]] = {
    "text": lambda phone: phone.type(CANARY),
    "a telephone number": lambda phone: phone.type("+44 7700 900123"),
    "photo": lambda phone: phone.send_photo(CANARY),
    "photo without words": lambda phone: phone.send_photo(),
    "voice": lambda phone: phone.send_voice(CANARY),
    "video": lambda phone: phone.send_video(CANARY),
    "video note": lambda phone: phone.send_video_note(),
    "audio": lambda phone: phone.send_audio(CANARY),
    "animation": lambda phone: phone.send_animation(),
    "sticker": lambda phone: phone.send_sticker(),
    "contact": lambda phone: phone.send_contact(CANARY),
    "location": lambda phone: phone.send_location(),
    "venue": lambda phone: phone.send_venue(CANARY),
    "document": lambda phone: phone.send_document(f"{CANARY}.pdf", CANARY),
    "poll": lambda phone: phone.send_poll(CANARY),
    "story": lambda phone: phone.send_story(CANARY),
    "paid media": lambda phone: phone.send_paid_media(CANARY),
    "a kind that no library knows yet": lambda phone: phone.send_unknown(CANARY),
    "forwarded": lambda phone: phone.forward(CANARY, CANARY),
    "a command that is none": lambda phone: phone.type("/canary31337"),
    "a command with words behind it": lambda phone: phone.type(f"/help {CANARY}"),
    "start with words behind it": lambda phone: phone.type(f"/start {CANARY}"),
    "a forwarded command": lambda phone: phone.forward("/help", CANARY),
    "a caption that is a command": lambda phone: phone.send_photo("/erase"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_is_sent_is_deleted_and_answered_and_appears_nowhere(
    kind: str, room_with: Callable[..., AbstractAsyncContextManager[Any]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    passed: list[Update] = []

    async def also(application: Any) -> None:
        async def other(update: Update, _: Any) -> None:
            passed.append(update)

        application.add_handler(TypeHandler(Update, other), group=-999)

    async with room_with(handlers=also) as room:
        ana = room.telegram.phone(f"{CANARY} Ana")
        await room.kept.change(ana.id, Settings())
        sent = KINDS[kind](ana)
        await ana.sees_gone(sent)
        warning = await ana.sees(SEEN)
        assert [bubble.id for bubble in ana.chat] == [warning.id]
        assert [button.value for button in warning.buttons] == ["http://127.0.0.1:9/app"]
        await room.remembers(ana)
        kept = await room.knows()
    assert passed == []
    on_disk = room.on_disk().decode(errors="replace")
    assert str(ana.id) in kept and str(ana.id) not in on_disk
    for trace in (kept, caplog.text, warning.text, on_disk):
        assert CANARY not in trace and "31337" not in trace and "900123" not in trace
    assert str(ana.id) not in caplog.text


async def test_what_she_edits_is_deleted_too(room: Any) -> None:
    """An order that was deleted can't be edited; what could not be deleted can."""
    ana = room.telegram.phone("Ana")
    room.telegram.faults.storm_502(20, methods=["deleteMessage"])
    sent = ana.type("/help")
    await ana.sees("/privacy")
    room.telegram.faults.calm()
    ana.edit(sent, CANARY)
    await ana.sees_gone(sent)
    await ana.sees(SEEN)


async def test_an_edited_message_is_no_order(room: Any) -> None:
    """Nobody erases by editing: the guard takes it like any other text."""
    ana = room.telegram.phone("Ana")
    room.telegram.faults.storm_502(20, methods=["deleteMessage"])
    sent = ana.type(CANARY)
    await ana.sees("Telegram won't let me delete that")
    room.telegram.faults.calm()
    ana.edit(sent, "/privacy")
    await ana.sees_gone(sent)
    assert not any("IP address" in text for text in ana.texts)


async def test_the_warning_is_in_her_language(room: Any) -> None:
    lucia = room.telegram.phone("Lucía", "es")
    lucia.type(CANARY)
    await lucia.sees("Telegram ya lo había visto")


async def test_the_newest_warning_takes_the_place_of_the_one_before(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    for _ in range(3):
        await ana.sees_gone(ana.type(CANARY))
        await room.telegram.until(lambda: len(ana.chat) == 1)
    last = ana.send_photo()
    await ana.sees("If it showed a code")
    await ana.sees_gone(last)
    await room.telegram.until(lambda: len(ana.chat) == 1)


async def test_many_at_once_are_all_deleted_and_not_answered_one_by_one(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.faults.slow = 0.05
    for _ in range(12):
        ana.type(CANARY)
    await room.telegram.until(lambda: not ana.mine, 10)
    await ana.sees(SEEN)
    await asyncio.sleep(0.3)
    assert room.telegram.counts["sendMessage", 200] < 12


async def test_what_telegram_refuses_to_delete_is_said_and_tried_again(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.faults.storm_502(1, methods=["deleteMessage"])
    sent = ana.type(CANARY)
    warning = await ana.sees("Telegram won't let me delete that")
    assert (sent.id, LEFT) in [(number, kind) for number, _, kind in await room.kept.messages(ana.id)]
    await room.chat.tidy.sweep()
    assert [bubble.id for bubble in ana.chat] == [warning.id] and sent.id in ana.deleted


async def test_what_came_while_the_bot_was_away_is_deleted_when_it_is_back(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    room.telegram.go_away()
    sent = ana.type(CANARY)
    room.clock.forward(hours=2)
    room.telegram.come_back()
    await ana.sees_gone(sent, 15)
    await ana.sees(SEEN, 15)


async def test_an_album_is_deleted_whole_and_answered_once(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    sent = ana.send_album(5, CANARY)
    await room.telegram.until(lambda: not ana.mine)
    await ana.sees(SEEN)
    await asyncio.sleep(0.2)
    assert {bubble.id for bubble in sent} <= set(ana.deleted) and room.telegram.counts["sendMessage", 200] == 1
    ana.send_album(2)
    await room.telegram.until(lambda: not ana.mine and len(ana.chat) == 1)
    await asyncio.sleep(0.2)
    assert room.telegram.counts["sendMessage", 200] == 2


async def test_a_dice_is_deleted_as_soon_as_telegram_lets_anybody(room: Any) -> None:
    """After a day. She is told that it is still there."""
    ana = room.telegram.phone("Ana")
    dice = ana.send_dice()
    await ana.sees("Telegram won't let me delete that")
    await room.remembers(ana)
    room.clock.forward(hours=23)
    await room.chat.tidy.sweep()
    assert dice.id not in ana.deleted and room.telegram.counts["deleteMessages", 400] == 0, "nor is Telegram asked in vain"
    room.clock.forward(hours=2)
    await room.chat.tidy.sweep()
    assert dice.id in ana.deleted and ana.chat == []


async def test_telegrams_own_notes_are_deleted_without_a_warning(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    note = ana._say("note", {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}})
    await ana.sees_gone(note)
    await asyncio.sleep(0.2)
    assert ana.chat == []


async def test_in_a_group_the_bot_says_nothing_sees_nothing_and_leaves(
    room_with: Callable[..., AbstractAsyncContextManager[Any]], caplog: pytest.LogCaptureFixture
) -> None:
    passed: list[Update] = []

    async def also(application: Any) -> None:
        async def other(update: Update, _: Any) -> None:
            passed.append(update)

        application.add_handler(TypeHandler(Update, other), group=-999)

    async with room_with(handlers=also) as room:
        ana = room.telegram.phone("Ana")
        group = ana.add_to_group(CANARY)
        ana.type_in(group, CANARY)
        await room.telegram.until(lambda: not group.joined)
        ana.type("so that something comes after it")
        await ana.sees(SEEN)
        await room.telegram.until(lambda: room.telegram.updates.pending == 0)
        assert room.telegram.counts["sendMessage", 200] == 1 and room.telegram.counts["leaveChat", 200] == 1
    assert passed == [] and CANARY not in caplog.text


@pytest.mark.parametrize(
    "kind", ["message_reaction", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result", "chat_join_request"]
)
async def test_what_the_bot_did_not_ask_for_is_stopped_and_kept_nowhere(
    kind: str, room_with: Callable[..., AbstractAsyncContextManager[Any]], caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram is told not to send it; a proxy, or a setting of another program's with the same token, may all the same."""
    passed: list[Update] = []

    async def also(application: Any) -> None:
        async def other(update: Update, _: Any) -> None:
            passed.append(update)

        application.add_handler(TypeHandler(Update, other), group=-999)

    async with room_with(handlers=also) as room:
        ana = room.telegram.phone(f"{CANARY} Ana")
        user, date = ana._chat.user, int(room.clock())
        channel = {"id": -1_007_700_900, "type": "channel", "title": CANARY}
        post = {"message_id": 5, "date": date, "chat": channel, "text": CANARY}
        reacted = {"chat": ana._chat.chat, "message_id": 5, "user": user, "date": date, "old_reaction": []}
        content: dict[str, Any] = {
            "message_reaction": reacted | {"new_reaction": [{"type": "emoji", "emoji": "❤"}]},
            "channel_post": post,
            "edited_channel_post": post | {"edit_date": date},
            "inline_query": {"id": "5", "from": user, "query": CANARY, "offset": ""},
            "chosen_inline_result": {"result_id": "5", "from": user, "query": CANARY},
            "chat_join_request": {"chat": channel, "from": user, "user_chat_id": ana.id, "date": date, "bio": CANARY},
        }
        await room.application.update_queue.put(Update.de_json({"update_id": 900_000_000, kind: content[kind]}, room.application.bot))
        ana.type("so that something comes after it")
        await ana.sees(SEEN)
        await room.remembers(ana)
        kept = await room.knows()
    assert passed == []
    for trace in (kept, caplog.text, room.on_disk().decode(errors="replace")):
        assert CANARY not in trace
    assert room.telegram.counts["sendMessage", 200] == 1


def test_telegram_is_asked_for_nothing_that_people_do_elsewhere() -> None:
    assert set(ALLOWED_UPDATES) == {"message", "edited_message", "callback_query", "my_chat_member"}


# ---- codes --------------------------------------------------------------------------------------------------------


async def test_a_pasted_code_is_burnt_and_she_is_told_to_ask_for_another(room: Any) -> None:
    room.codes.boxes.add(BOX)
    ana = room.telegram.phone("Ana")
    sent = ana.type(f"hi, my code is {encode_code(CODE).lower()} thanks")
    await ana.sees("can't be used any more")
    await ana.sees_gone(sent)
    assert room.codes.burnt == [BOX]


async def test_a_code_the_relay_does_not_know_is_not_said_to_be_burnt(room: Any) -> None:
    ana = room.telegram.phone("Ana")
    ana.type(encode_code(CODE))
    await ana.sees("That looked like a code. Please don't use it")


async def test_a_code_that_could_not_be_burnt_is_said_so(room: Any) -> None:
    room.codes.away = True
    ana = room.telegram.phone("Ana")
    sent = ana.type(encode_code(CODE))
    await ana.sees("I couldn't cancel it just now")
    await ana.sees_gone(sent)


@pytest.mark.parametrize(
    "send",
    [
        lambda phone, code: phone.send_photo(code),
        lambda phone, code: phone.send_contact(code),
        lambda phone, code: phone.send_document(f"{code}.png"),
        lambda phone, code: phone.forward(code),
        lambda phone, code: phone.send_poll(code),
        lambda phone, code: phone.type(f"/start {code}"),
        lambda phone, code: phone.type(f"https://example.org/join#code={code}"),
    ],
)
async def test_a_code_is_burnt_wherever_in_a_message_it_stands(room: Any, send: Callable[[Phone, str], Any]) -> None:
    room.codes.boxes.add(BOX)
    ana = room.telegram.phone("Ana")
    send(ana, encode_code(CODE))
    await ana.sees("That was a code")
    assert room.codes.burnt == [BOX]


async def test_a_code_is_burnt_even_if_telegram_refuses_to_delete_it(room: Any) -> None:
    room.codes.boxes.add(BOX)
    ana = room.telegram.phone("Ana")
    room.telegram.faults.storm_502(1, methods=["deleteMessage"])
    ana.type(encode_code(CODE))
    warning = await ana.sees("That was a code")
    assert "Telegram won't let me delete that" in warning.text


PLAIN_CODES = st.binary(min_size=16, max_size=16).filter(check_is_plain)
#: Words that a code can't run on into: a person puts them before and after it.
AROUND = st.sampled_from(["", "code: ", "(", "Mi código → ", "https://x.example/#", "«", "quux. "])


@given(
    PLAIN_CODES,
    AROUND,
    st.sampled_from(["", ".", ")", ", ok?", "\n"]),
    st.sampled_from(["-", " ", "", "–", " - ", "\n", "\u00a0"]),
    st.booleans(),
)
def test_a_code_is_found_however_it_is_typed(value: bytes, before: str, after: str, between: str, lower: bool) -> None:
    code = encode_code(value).replace("-", between)
    text = before + (code.lower() if lower else code) + after
    assert codes_in({"text": text}) == [InviteCode(value)]


def test_a_code_is_found_through_invisible_marks_and_full_width_letters() -> None:
    code = encode_code(CODE)
    wide = "".join(chr(ord(c) + 0xFEE0) if c != "-" else c for c in code)
    assert codes_in({"text": "\u200b".join(code)}) == codes_in({"text": wide}) == [InviteCode(CODE)]


def test_a_code_among_words_that_are_written_like_one_is_found() -> None:
    assert codes_in({"text": f"HERE IT IS {encode_code(CODE)} THANKS"}) == [InviteCode(CODE)]


def test_a_message_full_of_codes_does_not_make_the_bot_flood_the_relay() -> None:
    many = [value for i in range(200) if check_is_plain(value := i.to_bytes(16))]
    assert len(codes_in({"text": " / ".join(map(encode_code, many))})) == MOST_CODES


def test_the_same_code_twice_is_burnt_once() -> None:
    assert codes_in({"text": encode_code(CODE), "quote": {"text": encode_code(CODE)}}) == [InviteCode(CODE)]


@pytest.mark.parametrize("text", ["", "hello there", "1234567890 " * 30, encode_code(CODE)[:-1], "0" * 28, "a" * 4096])
def test_what_is_no_code_is_none(text: str) -> None:
    assert codes_in({"text": text}) == []


@given(st.text(max_size=300))
def test_looking_for_codes_survives_any_text(text: str) -> None:
    codes_in({"text": text, "poll": {"options": [{"text": text}]}})


# ---- what is an order ---------------------------------------------------------------------------------------------


def update(text: str, **more: Any) -> Update:
    person = {"id": 1, "is_bot": False, "first_name": "Ana"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "from": person, "text": text} | more
    read = Update.de_json({"update_id": 1, "message": message})
    assert read is not None
    return read


@pytest.mark.parametrize("typed", COMMANDS)
def test_each_command_is_an_order_in_either_language(typed: str) -> None:
    for text in (f"/{typed}", f"/{typed}@rehearsal_bot", f"/{typed.upper()}", f" /{typed}\n"):
        order = order_of(update(text))
        assert order is not None and order.name == COMMANDS[typed] and order.code is None


def test_start_with_the_22_characters_of_a_link_is_an_order() -> None:
    order = order_of(update("/start " + "aB3-_" * 4 + "xy"))
    assert order is not None and order.code == "aB3-_" * 4 + "xy"


@pytest.mark.parametrize(
    "text",
    [
        "start",
        "/",
        "/nonsense",
        "/help me",
        "/help\nhe",
        "/start he hurt me",
        "/start " + "a" * 21,
        "/start " + "a" * 23,
        "/help " + "a" * 22,
        "/stárt",
    ],
)
def test_anything_else_is_no_order(text: str) -> None:
    assert order_of(update(text)) is None


def test_an_order_that_somebody_else_wrote_is_none() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
    assert order_of(update("/erase", forward_origin=origin)) is None
    assert order_of(update("/erase", via_bot={"id": 2, "is_bot": True, "first_name": "b"})) is None


def test_the_guard_comes_before_every_other_handler(room: Any) -> None:
    first = min(room.application.handlers)
    (handler,) = room.application.handlers[first]
    assert handler.callback.__func__ is Guard.watch
