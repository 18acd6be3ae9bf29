"""What people do on their phones reaches the unmodified library, and what the library does is seen on their phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputProfilePhotoStatic,
    MenuButtonCommands,
    MenuButtonWebApp,
    Message,
    Update,
    WebAppInfo,
)
from telegram.constants import ChatMemberStatus, ParseMode

from crypto.errors import BadInput, NotAllowed
from rehearsal.phones import NeverSeen, Phone
from rehearsal.telegram import Telegram

Running = Callable[..., Any]

EVERYTHING: dict[str, tuple[Callable[[Phone], object], Callable[[Message], object]]] = {
    "text": (lambda phone: phone.type("good evening"), lambda m: m.text),
    "photo": (lambda phone: phone.send_photo("a caption"), lambda m: m.photo and m.caption),
    "voice": (Phone.send_voice, lambda m: m.voice),
    "video": (Phone.send_video, lambda m: m.video),
    "video note": (Phone.send_video_note, lambda m: m.video_note),
    "audio": (Phone.send_audio, lambda m: m.audio),
    "animation": (Phone.send_animation, lambda m: m.animation),
    "sticker": (Phone.send_sticker, lambda m: m.sticker),
    "contact": (Phone.send_contact, lambda m: m.contact and m.contact.phone_number),
    "location": (Phone.send_location, lambda m: m.location),
    "venue": (Phone.send_venue, lambda m: m.venue),
    "document": (Phone.send_document, lambda m: m.document and m.document.file_name),
    "poll": (Phone.send_poll, lambda m: m.poll),
    "dice": (Phone.send_dice, lambda m: m.dice),
    "forwarded": (lambda phone: phone.forward("what she said"), lambda m: m.forward_origin and m.text),
}


async def ignore(update: Update, context: Any) -> None:
    """A bot that does nothing."""


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button] for button in buttons])


@pytest.mark.parametrize("kind", EVERYTHING)
async def test_everything_a_person_can_send_is_understood_by_the_library_and_can_be_deleted(
    telegram: Telegram, running: Running, kind: str
) -> None:
    send, understood = EVERYTHING[kind]
    seen: list[Message] = []

    async def handler(update: Update, context: Any) -> None:
        assert update.message is not None
        seen.append(update.message)
        if kind == "dice":
            telegram.clock.forward(hours=25)  # type: ignore[attr-defined]  # a Clock
        await update.message.delete()

    ana = telegram.phone("Ana", "es")
    async with running(handler):
        send(ana)
        await ana.until(lambda: not ana.chat and len(ana.deleted) == 1)
    [message] = seen
    assert understood(message)
    assert message.chat_id == ana.id and message.from_user is not None and message.from_user.language_code == "es"


async def test_an_edited_message_arrives_as_such(telegram: Telegram, running: Running) -> None:
    seen: list[tuple[bool, str | None]] = []

    async def handler(update: Update, context: Any) -> None:
        assert update.effective_message is not None
        seen.append((update.edited_message is not None, update.effective_message.text))
        await context.bot.send_message(update.effective_message.chat_id, f"{len(seen)} so far")

    ana = telegram.phone("Ana")
    async with running(handler):
        first = ana.type("one thing")
        await ana.sees("1 so far")
        ana.edit(first, "another thing")
        await ana.sees("2 so far")
    assert seen == [(False, "one thing"), (True, "another thing")] and first.edited


async def test_a_deep_link_brings_its_payload_with_start(telegram: Telegram, running: Running) -> None:
    async def handler(update: Update, context: Any) -> None:
        assert update.message is not None and update.message.entities[0].type == "bot_command"
        await update.message.reply_text(f"came with {(update.message.text or '').removeprefix('/start ')}")

    ana = telegram.phone("Ana")
    async with running(handler):
        ana.tap(telegram.start_link + "n5Xk_-r1")
        await ana.sees("came with n5Xk_-r1")
    with pytest.raises(BadInput):
        ana.start("a b")
    with pytest.raises(BadInput):
        ana.start("x" * 65)


async def test_a_pressed_button_is_answered_and_its_message_changes(telegram: Telegram, running: Running) -> None:
    async def handler(update: Update, context: Any) -> None:
        if update.callback_query is None:
            assert update.effective_chat is not None
            await context.bot.send_message(
                update.effective_chat.id, "Choose", reply_markup=keyboard(InlineKeyboardButton("Yes", callback_data="y"))
            )
        else:
            await update.callback_query.answer(f"You chose {update.callback_query.data}", show_alert=True)
            await update.callback_query.edit_message_text("Done")

    ana = telegram.phone("Ana")
    async with running(handler):
        ana.start()
        choose = await ana.sees("Choose")
        answer = await ana.press("Yes").answer()
        done = await ana.sees("Done")
    assert (answer.text, answer.alert) == ("You chose y", True)
    assert done.id == choose.id and done.edited and not done.buttons
    with pytest.raises(NotAllowed):
        ana.press("Yes")


async def test_buttons_that_open_something_open_it(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    inside = InlineKeyboardButton("Open", web_app=WebAppInfo("http://127.0.0.1:8000/"))
    await bot.send_message(ana.id, "Here", reply_markup=keyboard(inside, InlineKeyboardButton("Site", url="https://example.org/")))
    ana.press("Open")
    assert ana.open == "http://127.0.0.1:8000/"
    ana.close()
    assert ana.open == ""
    ana.press("Site")
    assert ana.open == "https://example.org/"


async def test_a_url_button_with_a_deep_link_starts_the_bot(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    await bot.send_message(ana.id, "Renew", reply_markup=keyboard(InlineKeyboardButton("Renew", url=telegram.start_link + "abc")))
    ana.press("Renew")
    assert ana.mine[-1].text == "/start abc" and ana.open == ""


async def test_blocking_and_unblocking_are_told(telegram: Telegram, running: Running) -> None:
    seen: list[tuple[str, str]] = []

    async def handler(update: Update, context: Any) -> None:
        if update.my_chat_member is not None:
            seen.append((update.my_chat_member.old_chat_member.status, update.my_chat_member.new_chat_member.status))
            telegram.world.changed()

    ana = telegram.phone("Ana")
    async with running(handler):
        ana.start()
        ana.block()
        ana.block()
        with pytest.raises(NotAllowed):
            ana.type("still here")
        ana.start()
        await ana.until(lambda: len(seen) == 2)
    assert seen == [(ChatMemberStatus.MEMBER, ChatMemberStatus.BANNED), (ChatMemberStatus.BANNED, ChatMemberStatus.MEMBER)]


async def test_the_menu_is_the_narrowest_that_fits(telegram: Telegram, bot: Bot) -> None:
    ana, bea = telegram.phone("Ana", "es"), telegram.phone("Bea")
    await bot.set_my_commands([BotCommand("open", "Open"), BotCommand("help", "Help")])
    assert ana.menu == bea.menu == [("open", "Open"), ("help", "Help")]
    await bot.set_my_commands([BotCommand("open", "Abrir")], scope=BotCommandScopeAllPrivateChats(), language_code="es")
    assert ana.menu == [("open", "Abrir")] and len(bea.menu) == 2
    await bot.set_my_commands([BotCommand("erase", "Erase")], scope=BotCommandScopeChat(ana.id))
    assert ana.menu == [("erase", "Erase")]
    await bot.delete_my_commands(scope=BotCommandScopeChat(ana.id))
    assert ana.menu == [("open", "Abrir")]
    assert [c.command for c in await bot.get_my_commands()] == ["open", "help"]


async def test_the_menu_button_is_hers_or_everybodys(telegram: Telegram, bot: Bot) -> None:
    ana, bea = telegram.phone("Ana"), telegram.phone("Bea")
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)
    await bot.set_chat_menu_button(ana.id, MenuButtonWebApp("Open", WebAppInfo("https://example.org/")))
    assert isinstance(await bot.get_chat_menu_button(ana.id), MenuButtonWebApp)
    assert ana.menu_button["text"] == "Open" and bea.menu_button == {"type": "commands"}
    ana.press_menu()
    assert ana.open == "https://example.org/"


async def test_the_profile_is_read_in_her_language(telegram: Telegram, bot: Bot) -> None:
    ana, bea = telegram.phone("Ana", "es"), telegram.phone("Bea")
    await bot.set_my_name("Notes")
    await bot.set_my_description("Short notes.")
    await bot.set_my_description("Notas cortas.", language_code="es")
    await bot.set_my_short_description("Notes")
    assert (ana.bot_name, ana.description, bea.description, bea.short_description) == ("Notes", "Notas cortas.", "Short notes.", "Notes")
    assert (await bot.get_my_name()).name == "Notes"
    assert (await bot.get_my_description("es")).description == "Notas cortas."
    assert (await bot.get_my_short_description("es")).short_description == "Notes"
    await bot.set_my_profile_photo(InputProfilePhotoStatic(b"\xff\xd8\xff\xe0 a small picture"))
    assert telegram.world.profile.photo.startswith(b"\xff\xd8")
    assert await bot.remove_my_profile_photo() and not telegram.world.profile.photo


async def test_formatting_arrives_as_entities(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    sent = await bot.send_message(ana.id, '  🙂 <b>one</b> &amp; <a href="https://example.org/">two</a>', parse_mode=ParseMode.HTML)
    assert sent.text == "🙂 one & two" == ana.texts[-1]
    assert {entity.type: text for entity, text in sent.parse_entities().items()} == {"bold": "one", "text_link": "two"}


async def test_small_things_work_too(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    said = ana.start()
    assert await bot.send_chat_action(ana.id, "typing")
    assert (await bot.get_chat(ana.id)).first_name == "Ana"
    assert (await bot.get_webhook_info()).url == ""
    reply = await bot.send_message(ana.id, "as an answer", reply_to_message_id=said.id)
    assert reply.reply_to_message is not None and reply.reply_to_message.message_id == said.id
    assert (await bot.get_me()).username == telegram.world.profile.username


async def test_markup_alone_can_be_changed_and_taken_away(telegram: Telegram, bot: Bot) -> None:
    ana = telegram.phone("Ana")
    ana.start()
    sent = await bot.send_message(ana.id, "Choose", reply_markup=keyboard(InlineKeyboardButton("A", callback_data="a")))
    await bot.edit_message_reply_markup(ana.id, sent.message_id, reply_markup=keyboard(InlineKeyboardButton("B", callback_data="b")))
    assert [button.text for button in ana.from_bot[-1].buttons] == ["B"]
    await bot.edit_message_reply_markup(ana.id, sent.message_id)
    assert ana.from_bot[-1].buttons == []


async def test_waiting_for_what_never_comes_ends_and_repeats_nothing(telegram: Telegram) -> None:
    ana = telegram.phone("Ana")
    ana.type("a secret")
    with pytest.raises(NeverSeen) as never:
        await ana.sees("hello", within=0.05)
    assert "secret" not in str(never.value) and "hello" not in str(never.value)


async def test_a_crowd_is_in_the_chat_already_and_not_on_the_page(telegram: Telegram, bot: Bot) -> None:
    crowd = telegram.crowd(50)
    await bot.send_message(crowd[-1].id, "hello")
    assert crowd[-1].texts == ["hello"] and telegram.phones == [] and telegram.updates.pending == 0
