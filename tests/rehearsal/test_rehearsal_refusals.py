"""Each rule that Telegram enforces, in its words, heard through the unmodified library."""

from __future__ import annotations

import asyncio
import datetime
import inspect
import json
from typing import Any

import aiohttp
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MenuButtonWebApp, ReplyKeyboardMarkup, Update, WebAppInfo
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from rehearsal.api import BotApi
from rehearsal.clock import Clock
from rehearsal.methods import METHODS, OBJECTS
from rehearsal.telegram import Telegram
from rehearsal.updates import KINDS


def button(**what: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Press", **what)]])


def seconds(refused: RetryAfter) -> float:
    wait = refused.retry_after
    return wait.total_seconds() if isinstance(wait, datetime.timedelta) else wait


async def raw(telegram: Telegram, method: str, how: str = "POST", **request: Any) -> tuple[int, dict[str, Any]]:
    async with (
        aiohttp.ClientSession() as session,
        session.request(how, f"{telegram.base_url}{telegram.token}/{method}", **request) as answer,
    ):
        return answer.status, json.loads(await answer.text())


# ---- who may be written to


async def test_whoever_blocked_the_bot_is_not_written_to(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    sent = await strict_bot.send_message(ana.id, "hello")
    ana.block()
    with pytest.raises(Forbidden, match="^Forbidden: bot was blocked by the user$"):
        await strict_bot.send_message(ana.id, "hello?")
    with pytest.raises(Forbidden, match="blocked"):
        await strict_bot.send_chat_action(ana.id, "typing")
    with pytest.raises(Forbidden, match="blocked"):
        await strict_bot.edit_message_text("hello?", ana.id, sent.message_id)


async def test_whoever_never_started_or_is_gone_is_not_written_to(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana, bea = strict_telegram.phone("Ana"), strict_telegram.phone("Bea")
    with pytest.raises(Forbidden, match="^Forbidden: bot can't initiate conversation with a user$"):
        await strict_bot.send_message(ana.id, "hello")
    bea.start()
    bea.delete_account()
    with pytest.raises(Forbidden, match="^Forbidden: user is deactivated$"):
        await strict_bot.send_message(bea.id, "hello")
    for nobody in (12345, "@nobody_at_all"):
        with pytest.raises(BadRequest, match="^Chat not found$"):
            await strict_bot.send_message(nobody, "hello")


# ---- how much is too much


async def test_one_message_a_second_to_a_chat(strict_telegram: Telegram, strict_bot: Bot, clock: Clock) -> None:
    ana, bea = strict_telegram.phone("Ana"), strict_telegram.phone("Bea")
    ana.start(), bea.start()
    sent = await strict_bot.send_message(ana.id, "one")
    with pytest.raises(RetryAfter) as refused:
        await strict_bot.send_message(ana.id, "two")
    assert seconds(refused.value) == 1
    await strict_bot.send_message(bea.id, "another chat is free")
    await strict_bot.edit_message_text("edits are no messages", ana.id, sent.message_id)
    clock.forward(1)
    await strict_bot.send_message(ana.id, "two")
    assert ana.texts == ["edits are no messages", "two"]


async def test_thirty_a_second_in_all_then_a_flood_wait_that_lasts_to_its_end(
    strict_telegram: Telegram, strict_bot: Bot, clock: Clock
) -> None:
    clock.stand()
    crowd = strict_telegram.crowd(40)
    strict_telegram.floods.limits = type(strict_telegram.floods.limits)(wait=7)
    outcomes = await asyncio.gather(*(strict_bot.send_message(p.id, "hello") for p in crowd), return_exceptions=True)
    refused = [one for one in outcomes if isinstance(one, RetryAfter)]
    assert len(refused) == 10 and len([p for p in crowd if p.texts]) == 30
    assert max(map(seconds, refused)) == 7
    clock.forward(4)
    with pytest.raises(RetryAfter) as again:
        await strict_bot.send_message(crowd[-1].id, "too early")
    assert 0 < seconds(again.value) <= 3
    assert strict_telegram.floods.impatient >= 1
    clock.forward(3)
    quiet = next(p for p in crowd if not p.texts)
    await strict_bot.send_message(quiet.id, "now")
    assert quiet.texts == ["now"]


async def test_too_many_is_said_as_telegram_says_it(strict_telegram: Telegram) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    strict_telegram.hold(30)
    status, body = await raw(strict_telegram, "sendMessage", json={"chat_id": ana.id, "text": "hello"})
    words = "Too Many Requests: retry after 30"
    assert (status, body) == (429, {"ok": False, "error_code": 429, "description": words, "parameters": {"retry_after": 30}})


# ---- deleting


async def test_what_is_older_than_48_hours_stays(strict_telegram: Telegram, strict_bot: Bot, clock: Clock) -> None:
    ana = strict_telegram.phone("Ana")
    hers = ana.start()
    old = await strict_bot.send_message(ana.id, "old")
    clock.forward(hours=47)
    young = await strict_bot.send_message(ana.id, "young")
    clock.forward(hours=1, seconds=2)
    for message in (hers.id, old.message_id):
        with pytest.raises(BadRequest, match="^Message can't be deleted for everyone$"):
            await strict_bot.delete_message(ana.id, message)
    with pytest.raises(BadRequest, match="for everyone"):
        await strict_bot.delete_messages(ana.id, [young.message_id, old.message_id])
    assert ana.texts == ["old", "young"], "one that is too old keeps all"
    assert await strict_bot.delete_message(ana.id, young.message_id)
    assert ana.texts == ["old"]


async def test_a_dice_stays_for_a_day(strict_telegram: Telegram, strict_bot: Bot, clock: Clock) -> None:
    ana = strict_telegram.phone("Ana")
    dice, words = ana.send_dice(), ana.type("words")
    clock.forward(hours=23)
    with pytest.raises(BadRequest, match="^Message can't be deleted for everyone$"):
        await strict_bot.delete_message(ana.id, dice.id)
    with pytest.raises(BadRequest, match="for everyone"):
        await strict_bot.delete_messages(ana.id, [words.id, dice.id])
    clock.forward(hours=2)
    assert await strict_bot.delete_messages(ana.id, [words.id, dice.id]) and ana.chat == []


async def test_a_group_can_be_left_once_and_a_private_chat_never(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    group = ana.add_to_group("Gardeners")
    with pytest.raises(BadRequest, match="^Chat member status can't be changed in private chats$"):
        await strict_bot.leave_chat(ana.id)
    with pytest.raises(BadRequest, match="^Chat not found$"):
        await strict_bot.leave_chat(-5)
    ana.type_in(group, "hello")
    assert await strict_bot.leave_chat(group.id) and not group.joined
    with pytest.raises(Forbidden, match="^Forbidden: bot is not a member of the supergroup chat$"):
        await strict_bot.leave_chat(group.id)
    ana.type_in(group, "unheard")
    updates = [update.to_dict() for update in await strict_bot.get_updates(timeout=0)]
    assert [next(iter(update.keys() - {"update_id"})) for update in updates] == ["message", "my_chat_member", "message", "my_chat_member"]
    assert [updates[i]["my_chat_member"]["new_chat_member"]["status"] for i in (1, 3)] == ["member", "left"]


async def test_the_messages_of_an_album_have_one_number_in_common(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    bubbles = [*ana.send_album(3, "a caption"), *ana.send_album(2)]
    messages = [update.message for update in await strict_bot.get_updates(timeout=0)]
    albums = [message.media_group_id for message in messages if message is not None]
    assert len(set(albums[:3])) == len(set(albums[3:])) == 1 and len(set(albums)) == 2
    assert [message.caption for message in messages if message is not None] == ["a caption", None, None, None, None]
    assert [bubble.id for bubble in bubbles] == [message.message_id for message in messages if message is not None]


async def test_many_are_deleted_at_once_and_those_not_there_are_skipped(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    said = [ana.type(str(i)).id for i in range(3)]
    assert await strict_bot.delete_messages(ana.id, [*said, 999])
    assert ana.chat == [] and ana.deleted == said
    with pytest.raises(BadRequest, match="^Message to delete not found$"):
        await strict_bot.delete_message(ana.id, said[0])
    with pytest.raises(BadRequest, match="^Too many message identifiers specified$"):
        await strict_bot.delete_messages(ana.id, range(1, 102))
    with pytest.raises(BadRequest, match="^Message identifiers are not specified$"):
        await strict_bot.delete_messages(ana.id, [])


async def test_a_blocked_chat_can_still_be_cleaned(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    sent = await strict_bot.send_message(ana.id, "hello")
    ana.block()
    assert await strict_bot.delete_message(ana.id, sent.message_id)


# ---- what may be written


async def test_texts_are_neither_empty_nor_too_long(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    for text, words in (("", "Message text is empty"), (" \n", "Text must be non-empty"), ("x" * 4097, "Message is too long")):
        with pytest.raises(BadRequest, match=f"^{words}$"):
            await strict_bot.send_message(ana.id, text)
    assert len((await strict_bot.send_message(ana.id, "x" * 4096)).text or "") == 4096


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (button(callback_data="é" * 33), "Button_data_invalid"),
        (button(), "Can't parse inline keyboard button: text buttons are unallowed in the inline keyboard"),
        (button(web_app=WebAppInfo("http://example.org/")), "Only HTTPS links are allowed"),
        (button(web_app=WebAppInfo("http://127.0.0.1:8000/")), "Only HTTPS links are allowed"),
        (button(url="nowhere"), "Wrong HTTP URL"),
        (button(url="http://127.0.0.1:8000/"), "Wrong HTTP URL"),
        (button(url="ftp://example.org/"), "Unsupported URL protocol"),
        (button(url="https://example.org/", callback_data="x"), "a button is one thing"),
        (ReplyKeyboardMarkup([["Yes"]]), "find field"),
    ],
)
async def test_buttons_that_telegram_does_not_take(strict_telegram: Telegram, strict_bot: Bot, markup: Any, words: str) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    with pytest.raises(BadRequest) as refused:
        await strict_bot.send_message(ana.id, "hello", reply_markup=markup)
    assert words.lower() in refused.value.message.lower() and ana.texts == []


async def test_an_address_on_this_machine_passes_in_a_rehearsal_only(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    await bot.send_message(ana.id, "Here", reply_markup=button(web_app=WebAppInfo("http://localhost:8000/")))
    with pytest.raises(BadRequest, match="only https links are allowed"):
        await bot.send_message(ana.id, "Here", reply_markup=button(web_app=WebAppInfo("http://example.org/")))
    with pytest.raises(BadRequest, match="only https links are allowed"):
        await bot.set_chat_menu_button(ana.id, MenuButtonWebApp("Open", WebAppInfo("http://example.org/")))


async def test_sixty_four_bytes_of_data_fit(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    await strict_bot.send_message(ana.id, "hello", reply_markup=button(callback_data="é" * 32))
    assert ana.from_bot[0].buttons[0].value == "é" * 32


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>open", "find end tag"),
        ("<b>x</i>", "unmatched end tag"),
        ("<script>", "unsupported start tag"),
        ("x</b>", "unexpected end tag"),
    ],
)
async def test_formatting_that_cannot_be_read(strict_telegram: Telegram, strict_bot: Bot, text: str, words: str) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    with pytest.raises(BadRequest, match=f"(?i)parse entities: .*{words}"):
        await strict_bot.send_message(ana.id, text, parse_mode="HTML")
    with pytest.raises(BadRequest, match="^Unsupported parse_mode$"):
        await strict_bot.send_message(ana.id, text, parse_mode="BBCode")


# ---- editing


async def test_what_is_gone_unchanged_or_not_the_bots_cannot_be_edited(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    hers = ana.start()
    sent = await strict_bot.send_message(ana.id, "hello", reply_markup=button(callback_data="x"))
    with pytest.raises(BadRequest, match="^Message is not modified: specified new message content and reply markup are exactly the same"):
        await strict_bot.edit_message_text("hello", ana.id, sent.message_id, reply_markup=button(callback_data="x"))
    with pytest.raises(BadRequest, match="^Message to edit not found$"):
        await strict_bot.edit_message_text("hello", ana.id, 999)
    with pytest.raises(BadRequest, match="^Message can't be edited$"):
        await strict_bot.edit_message_text("hello", ana.id, hers.id)
    edited = await strict_bot.edit_message_text("hello", ana.id, sent.message_id)
    assert not isinstance(edited, bool) and edited.reply_markup is None, "an edit without a keyboard takes the keyboard away"


async def test_a_press_is_answered_once_and_soon(strict_telegram: Telegram, strict_bot: Bot, clock: Clock) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    await strict_bot.send_message(ana.id, "hello", reply_markup=button(callback_data="x"))
    press = ana.press("Press")
    with pytest.raises(BadRequest, match="^Message_too_long$"):
        await strict_bot.answer_callback_query(ana.press("Press").id, "x" * 201)
    assert await strict_bot.answer_callback_query(press.id, "once")
    late = ana.press("Press")
    clock.forward(61)
    for query in (press.id, late.id, "123"):
        with pytest.raises(BadRequest, match="^Query is too old and response timeout expired or query id is invalid$"):
            await strict_bot.answer_callback_query(query)


# ---- the profile


async def test_commands_have_their_form(strict_bot: Bot) -> None:
    for command in (BotCommand("Open", "Open"), BotCommand("x" * 33, "x"), BotCommand("two words", "x")):
        with pytest.raises(BadRequest, match="^Bot_command_invalid$"):
            await strict_bot.set_my_commands([command])
    with pytest.raises(BadRequest, match="^Bot_command_description_invalid$"):
        await strict_bot.set_my_commands([BotCommand("open", "")])


async def test_profile_texts_have_their_lengths(strict_bot: Bot) -> None:
    with pytest.raises(BadRequest, match="name has at most 64"):
        await strict_bot.set_my_name("x" * 65)
    with pytest.raises(BadRequest, match="description has at most 512"):
        await strict_bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest, match="short_description has at most 120"):
        await strict_bot.set_my_short_description("x" * 121)
    with pytest.raises(BadRequest, match="(?i)invalid language code"):
        await strict_bot.set_my_name("Notes", language_code="english")


# ---- tokens and polling


async def test_a_withdrawn_or_wrong_token_is_401(strict_telegram: Telegram, strict_bot: Bot) -> None:
    strict_telegram.faults.revoked = True
    with pytest.raises(InvalidToken, match="^Unauthorized$"):
        await strict_bot.get_me()
    strict_telegram.faults.calm()
    other = Bot("7700900000:another-token-of-no-real-bot-000000", base_url=strict_telegram.base_url)
    with pytest.raises(InvalidToken, match="rejected by the server"):
        await other.initialize()
    await other.shutdown()


async def test_of_two_who_poll_the_first_is_told_of_a_conflict(strict_telegram: Telegram, strict_bot: Bot) -> None:
    async with Bot(strict_telegram.token, base_url=strict_telegram.base_url) as other:
        first = asyncio.create_task(strict_bot.get_updates(timeout=20))
        while not strict_telegram.updates.polled:
            await asyncio.sleep(0.01)
        second = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(
            Conflict, match="^Conflict: terminated by other getUpdates request; make sure that only one bot instance is running$"
        ):
            await first
        strict_telegram.phone("Ana").start()
        assert len(await second) == 1


async def test_an_offset_confirms_and_a_limit_limits(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    for i in range(5):
        ana.type(str(i))
    first, second = await strict_bot.get_updates(limit=2)
    assert [u.update_id for u in await strict_bot.get_updates(limit=2)] == [first.update_id, second.update_id], (
        "not confirmed, so sent again"
    )
    rest = await strict_bot.get_updates(offset=second.update_id + 1)
    assert [u.message and u.message.text for u in rest] == ["2", "3", "4"]
    assert [u.message and u.message.text for u in await strict_bot.get_updates(offset=-1)] == ["4"], "negative: counted from the end"
    assert strict_telegram.updates.pending == 1
    assert await strict_bot.delete_webhook(drop_pending_updates=True) and await strict_bot.get_updates() == ()


async def test_only_what_the_bot_asked_for_is_queued(strict_telegram: Telegram, strict_bot: Bot) -> None:
    ana = strict_telegram.phone("Ana")
    assert await strict_bot.get_updates(allowed_updates=["my_chat_member"]) == ()
    ana.start()
    ana.block()
    [update] = await strict_bot.get_updates()
    assert update.my_chat_member is not None, "the setting holds until another one is sent"
    await strict_bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    ana.start()
    assert len(await strict_bot.get_updates()) == 2, "an empty list stands for nearly everything"


async def test_what_nobody_fetches_is_forgotten_after_a_day(strict_telegram: Telegram, strict_bot: Bot, clock: Clock) -> None:
    strict_telegram.phone("Ana").type("yesterday")
    clock.forward(hours=24, seconds=1)
    assert await strict_bot.get_updates() == ()


# ---- strict where Telegram shrugs


async def test_an_unknown_method_is_404(strict_telegram: Telegram) -> None:
    for method in ("sendPhoto", "setWebhook", "sendmessages", "__init__"):
        status, body = await raw(strict_telegram, method)
        assert (status, body["description"]) == (404, "Not Found: method not found")
    assert (await raw(strict_telegram, "GETME", "GET"))[0] == 200, "letters' case does not matter, as with Telegram"


async def test_an_unknown_parameter_is_refused_by_every_method(strict_telegram: Telegram) -> None:
    for method in METHODS:
        status, body = await raw(strict_telegram, method, json={"surprise": 1})
        assert (status, body["description"]) == (400, f"Bad Request: rehearsal: {method} has no parameter surprise")
    status, body = await raw(strict_telegram, "getMe", json={"what <she> typed": 1})
    assert "typed" not in body["description"]


@pytest.mark.parametrize("method", METHODS)
async def test_a_value_of_another_type_is_refused_by_every_parameter(strict_telegram: Telegram, method: str) -> None:
    for name, kind in METHODS[method].items():
        if kind != "string":
            status, body = await raw(strict_telegram, method, json={name: "neither this nor that"})
            assert (status, body["error_code"]) == (400, 400), name
            assert "rehearsal: " in body["description"] or "can't parse" in body["description"]
        for wrong in (5, {"a": 1}):
            if kind.startswith("[") or kind in OBJECTS:
                status, body = await raw(strict_telegram, method, json={name: wrong})
                assert status == 400 and "internal" not in body["description"].lower(), name


async def test_fields_inside_are_checked_too(strict_telegram: Telegram) -> None:
    ana = strict_telegram.phone("Ana")
    ana.start()
    for pressed, words in (
        ({"text": 5, "callback_data": "x"}, 'field "text" must be of type String'),
        ({"callback_data": "x"}, "can't parse InlineKeyboardButton: Can't find field \"text\""),
        ({"text": "x", "callback_data": "x", "surprise": 1}, "rehearsal: InlineKeyboardButton has no field surprise"),
        ("x", "object expected as inline keyboard"),
    ):
        markup = {"inline_keyboard": [[pressed]]}
        status, body = await raw(strict_telegram, "sendMessage", json={"chat_id": ana.id, "text": "x", "reply_markup": markup})
        assert (status, body["description"]) == (400, f"Bad Request: {words}")
    for broken in ("{", "[1]"):
        assert (await raw(strict_telegram, "sendMessage", data={"chat_id": ana.id, "text": "x", "reply_markup": broken}))[0] == 400
    assert ana.from_bot == []


async def test_parameters_come_in_any_of_telegrams_ways(telegram: Telegram) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    form = aiohttp.FormData({"chat_id": str(ana.id), "text": "three"})
    for way in ({"params": {"chat_id": ana.id, "text": "one"}}, {"data": {"chat_id": ana.id, "text": "two"}}, {"data": form}):
        assert (await raw(telegram, "sendMessage", **way))[0] == 200
    assert (await raw(telegram, "sendMessage", json={"chat_id": ana.id, "text": "four"}))[1]["result"]["text"] == "four"
    assert ana.texts == ["one", "two", "three", "four"]
    assert (await raw(telegram, "getMe", "PUT"))[0] == 400


def test_the_table_invents_nothing_and_every_method_of_it_is_there() -> None:
    """Its parameters are among those of the library's method of that name, and its updates among the library's."""
    for method, fields in METHODS.items():
        assert hasattr(BotApi, "_" + "".join("_" + c.lower() if c.isupper() else c for c in method)), method
        known = set(inspect.signature(getattr(Bot, method)).parameters)
        assert set(fields) <= known, method
    assert set(Update.ALL_TYPES) == KINDS


async def test_a_fault_of_the_stand_in_is_a_plain_500(strict_telegram: Telegram, strict_bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("what she typed")

    monkeypatch.setattr(strict_telegram.api, "_get_me", broken)
    status, body = await raw(strict_telegram, "getMe")
    assert (status, body["description"]) == (500, "Internal Server Error: the rehearsal failed with RuntimeError")
    with pytest.raises(NetworkError):
        await strict_bot.get_me()
