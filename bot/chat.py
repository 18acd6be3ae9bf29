"""The chat: one button that opens the app, notifications and when they come, and the ways out. Nothing here says what it is about.

Everything is chosen by pressing; nothing has to be typed but a command. Handlers get orders that :mod:`bot.guard` has let pass (and
deleted) and pressed buttons, whose data is taken as hostile: anybody can send any.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import logging
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, Protocol

from telegram import (
    Bot,
    CallbackQuery,
    ChatMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
    User,
    WebAppInfo,
)
from telegram.error import BadRequest
from telegram.ext import Application, CallbackContext, CallbackQueryHandler, ChatMemberHandler, TypeHandler

from crypto.errors import BadInput, ParasolError

from .face import Face as Face
from .guard import GROUP, LEAVING, Burner, Guard, Order, order_of
from .languages import LANGUAGES
from .pace import Stopping
from .settings import AT_ONCE, FOR_THE_DIGEST, WORDINGS, Settings, zone_of
from .texts import UTC, ZONES, Texts, language_for
from .tidy import TEXT, Messages, Tidy

log: Final = logging.getLogger(__name__)

#: What the bot asks Telegram for. Nothing that people do elsewhere.
ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member")

MEMBER: Final = "member"
MODERATOR: Final = "moderator"

_CODE_BYTES: Final = 16

Buttons = list[list[InlineKeyboardButton]]
Context = CallbackContext[Any, Any, Any, Any]


class Subscription(Protocol):
    """One collective's notifications for one chat."""

    @property
    def role(self) -> str: ...


class Subscriptions(Messages, Protocol):
    """What is kept of chats; :mod:`bot.subscriptions` has it."""

    async def subscribe(self, chat: int, collective: bytes, role: str, now: int) -> None: ...
    async def subscriptions(self, chat: int) -> Collection[Subscription]: ...
    async def settings(self, chat: int) -> Settings | None: ...
    async def change(self, chat: int, settings: Settings) -> None: ...
    async def let_go(self, chat: int) -> None: ...
    async def forget(self, chat: int) -> None: ...


class Channels(Protocol):
    """The ping codes in force; :mod:`bot.relay` has it. ``match`` raises ParasolError while the relay has not been heard."""

    def match(self, code: bytes) -> Collection[tuple[bytes, str]]: ...


class Chat:
    """Everything the bot does in a chat.

    Args:
        burn: erases an invite's box at the relay (:class:`bot.guard.Burner`).
        clock: seconds since 1970.
        settle: told of each update that may be confirmed (:class:`bot.guard.Guard`).
    """

    def __init__(
        self,
        bot: Bot,
        subscriptions: Subscriptions,
        channels: Channels,
        burn: Burner,
        face: Face,
        clock: Callable[[], float],
        texts: Texts | None = None,
        settle: Callable[[int], None] = lambda update_id: None,
    ) -> None:
        self._bot = bot
        self._kept = subscriptions
        self._channels = channels
        self._face = face
        self.texts = texts or Texts()
        self.tidy = Tidy(bot, subscriptions, clock)
        self._settle = settle
        self._guard = Guard(self.texts, subscriptions, self.tidy, burn, self.open_button, settle)
        # Settings are read, changed and written: two presses at one time must not lose one.
        self._changing = asyncio.Lock()

    def attach(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Put the handlers in their places, the guard before all."""
        application.add_handler(TypeHandler(Update, self._guard.watch), group=GROUP)
        application.add_handler(CallbackQueryHandler(self._on_press))
        application.add_handler(ChatMemberHandler(self._on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_handler(TypeHandler(Update, self._on_order))
        application.add_error_handler(on_error)

    def open_button(self, language: str, key: str = "button-open") -> InlineKeyboardMarkup:
        """The one button with the one address. Pings have it too."""
        label = self.texts.say(language, key)
        if self._face.in_telegram:
            return InlineKeyboardMarkup([[InlineKeyboardButton(label, web_app=WebAppInfo(self._face.address))]])
        return InlineKeyboardMarkup([[InlineKeyboardButton(label, url=self._face.address)]])

    # ---- orders

    async def _on_order(self, update: Update, _: Context) -> None:
        try:
            order, user = order_of(update), update.effective_user
            if order is not None and user is not None:
                await self._carry_out(order, user, update.update_id)
        finally:
            self._settle(update.update_id)

    async def _carry_out(self, order: Order, user: User, update_id: int) -> None:
        chat = user.id  # in a private chat it is the chat's too
        chosen = await self._settings(chat, user)
        if order.name == "start" or order.name in LEAVING:
            await self.tidy.take_back(chat)
        match order.name:
            case "start" if order.code is not None:
                await self._subscribe(chat, user, order.code)
            case "start":
                await self._say(chat, chosen, self._face.greeting.get(chosen.language) or self.texts.say(chosen.language, "start"))
            case "open":
                await self._say_key(chat, chosen, "start-again")
            case "help" | "privacy":
                await self._say_key(chat, chosen, order.name)
            case "pause" | "resume":
                await self._pause(chat, user, order.name == "pause")
            case "quiet":
                await self._open_panel(chat, chosen)
            case "language":
                rows = _rows([self._press(self.texts.say(code, "language-name"), f"l:{code}") for code in LANGUAGES], 2)
                await self._say(chat, chosen, self.texts.say(chosen.language, "ask-language"), rows)
            case "leave":
                await self._leave(chat, update_id)
                await self.tidy.say_goodbye(chat, self.texts.say(chosen.language, "left"), None)
            case "erase":
                everything = await self._leave(chat, update_id)
                keys = ("erased" if everything else "erased-partly", "erase-next")
                text = "\n\n".join(self.texts.say(chosen.language, key) for key in keys)
                await self.tidy.say_goodbye(chat, text, self.open_button(chosen.language, "button-erase"))

    async def _subscribe(self, chat: int, user: User, text: str) -> None:
        chosen = await self._settings(chat, user)
        try:
            found = self._channels.match(_ping_code(text))
        except BadInput:
            found = ()
        except ParasolError:
            return await self._say_key(chat, chosen, "link-later")
        if not found:
            return await self._say_key(chat, chosen, "link-old")
        for collective, role in found:
            if role == MEMBER:
                chosen = await self._take_subscription(user, collective, MEMBER)
        if any(role == MODERATOR for _, role in found):
            # She is told what it shows before it is kept. The code waits in the button, not with the bot.
            yes, no = (self.texts.say(chosen.language, key) for key in ("shift-yes", "shift-no"))
            rows = [[self._press(yes, f"m:{text}")], [self._press(no, "m-")]]
            return await self._say(chat, chosen, self.texts.say(chosen.language, "shift-ask"), rows)
        await self._say_key(chat, chosen, "subscribed", sample=self.texts.ping(chosen))

    async def _take_subscription(self, user: User, collective: bytes, role: str) -> Settings:
        """Keep it, or renew it. Whoever taps the link wants to hear: a pause ends, and for a moderator her shift begins."""
        async with self._changing:
            await self._kept.subscribe(user.id, collective, role, self.tidy.now())
            before = await self._settings(user.id, user)
            chosen = replace(before, paused=False, on_shift=before.on_shift or role == MODERATOR)
            await self._kept.change(user.id, chosen)
        return chosen

    async def _pause(self, chat: int, user: User, paused: bool) -> None:
        async with self._changing:
            chosen = await self._settings(chat, user)
            if not await self._kept.subscriptions(chat):
                return await self._say_key(chat, chosen, "none-yet")
            await self._kept.change(chat, replace(chosen, paused=paused))
        await self._say_key(chat, chosen, "paused" if paused else "resumed")

    async def _leave(self, chat: int, update_id: int) -> bool:
        """Forget the chat, whatever becomes of its messages. True if all of them are deleted.

        That she leaves is kept before Telegram may forget the order: a bot that is killed then takes her messages away when it starts.
        """
        with contextlib.suppress(ParasolError):  # the disk is away; forgetting will say so
            await self._kept.let_go(chat)
        self._settle(update_id)
        try:
            return await self.tidy.wipe(chat)
        finally:
            # That can take long. She may have come back meanwhile.
            if not await self._kept.subscriptions(chat):
                await self._kept.forget(chat)

    async def _on_membership(self, update: Update, _: Context) -> None:
        """She blocked the bot: that is goodbye, and nothing of her is kept."""
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status == ChatMember.BANNED:
            self.tidy.forget(change.chat.id)
            await self._kept.forget(change.chat.id)

    # ---- pressed buttons

    async def _on_press(self, update: Update, _: Context) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        chat, data = query.from_user.id, query.data or ""
        head, _sep, rest = data.partition(":")
        match head:
            case "m" | "m-":
                return await self._pressed_shift_link(query, rest if head == "m" else None)
            case "l" if rest in LANGUAGES:
                async with self._changing:
                    chosen = replace(await self._settings(chat, query.from_user), language=rest)
                    await self._kept.change(chat, chosen)
                return await self._show(query, chosen, self.texts.say(rest, "language-done"))
            case "done":
                await self._answer(query)
                if await self.tidy.delete_theirs(chat, query.message.message_id):
                    await self._kept.forget_messages(chat, [query.message.message_id])
                return
        async with self._changing:
            chosen = await self._settings(chat, query.from_user)
            held = await self._kept.subscriptions(chat)
            if not held:
                return await self._show(query, chosen, self.texts.say(chosen.language, "none-yet"))
            changed = _changed(chosen, data)
            if changed is not None:
                await self._kept.change(chat, changed)
        if changed is None:
            text, rows = self._page(chosen, data, _moderates(held))
            return await self._show(query, chosen, text, rows)
        notice = "saved"
        if changed.break_quiet != chosen.break_quiet:
            notice = "break-on" if changed.break_quiet else "break-off"
        # Hours mean nothing under a clock that was never chosen: asked once, right after the first hour.
        unsure = changed.zone == chosen.zone == UTC and (changed.quiet != chosen.quiet or changed.digest != chosen.digest)
        text, rows = self._page(changed, "z" if unsure else "p", _moderates(held))
        await self._show(query, changed, text, rows, self.texts.say(changed.language, notice), alert=notice == "break-on")

    async def _pressed_shift_link(self, query: CallbackQuery, code: str | None) -> None:
        chat = query.from_user.id
        chosen = await self._settings(chat, query.from_user)
        if code is None:
            return await self._show(query, chosen, self.texts.say(chosen.language, "shift-declined"))
        try:
            found = [collective for collective, role in self._channels.match(_ping_code(code)) if role == MODERATOR]
        except BadInput:
            found = []
        except ParasolError:
            return await self._show(query, chosen, self.texts.say(chosen.language, "link-later"))
        if not found:
            return await self._show(query, chosen, self.texts.say(chosen.language, "link-old"))
        for collective in found:
            chosen = await self._take_subscription(query.from_user, collective, MODERATOR)
        await self._show(query, chosen, self.texts.say(chosen.language, "shift-on", sample=self.texts.ping(chosen, desk=True)))

    # ---- the panel of /quiet

    async def _open_panel(self, chat: int, chosen: Settings) -> None:
        held = await self._kept.subscriptions(chat)
        if not held:
            return await self._say_key(chat, chosen, "none-yet")
        text, rows = self._page(chosen, "p", _moderates(held))
        await self._say(chat, chosen, text, rows)

    def _page(self, chosen: Settings, data: str, moderates: bool) -> tuple[str, Buttons]:
        """What a page of the panel shows, named as its button names it; the panel itself for any other name."""
        language = chosen.language
        back = [self._press(self.texts.say(language, "button-back"), "p")]
        head, _, rest = data.partition(":")
        match head:
            case "q" if (begin := _hour(rest)) is not None:
                hours = [hour for hour in range(24) if hour != begin]
                text = self.texts.say(language, "ask-quiet-until", **{"from": f"{begin:02}:00"})
                return text, [*self._hours(hours, f"q:{begin}:"), back]
            case "q":
                none = [self._press(self.texts.say(language, "quiet-none"), "q-")]
                return self.texts.say(language, "ask-quiet-from"), [*self._hours(range(24), "q:"), none, back]
            case "d":
                none = [self._press(self.texts.say(language, "digest-none"), "d-")]
                return self.texts.say(language, "ask-digest"), [*self._hours(range(24), "d:"), none, back]
            case "a":
                pairs = (("first-urgent", f"a:{AT_ONCE}"), ("first-all", f"a:{FOR_THE_DIGEST}"))
                return self.texts.say(language, "ask-first"), [
                    *([self._press(self.texts.say(language, key), to)] for key, to in pairs),
                    back,
                ]
            case "w":
                rows = [[self._press(self.texts.ping(replace(chosen, wording=wording)), f"w:{wording}")] for wording in WORDINGS]
                return self.texts.say(language, "ask-wording"), [*rows, back]
            case "z" if rest in ZONES:
                cities = [self._press(self.texts.zone(language, name), f"z:{name}") for name in ZONES[rest]]
                return self.texts.say(language, "ask-zone"), [*_rows(cities, 2), back]
            case "z":
                regions = [self._press(self.texts.say(language, f"region-{region}"), f"z:{region}") for region in ZONES]
                utc = [self._press(self.texts.zone(language, UTC), f"z:{UTC}")]
                return self.texts.say(language, "ask-zone"), [*_rows(regions, 2), utc, back]
            case _:
                return self._panel(chosen, moderates)

    def _panel(self, chosen: Settings, moderates: bool) -> tuple[str, Buttons]:
        def say(key: str, **values: str | int) -> str:
            return self.texts.say(chosen.language, key, **values)

        lines = [say("panel-title"), ""]
        if chosen.paused:
            lines += [say("panel-paused")]
        if chosen.at_once_from == FOR_THE_DIGEST:
            lines += [say("panel-all")]
        else:
            lines += [say("panel-urgent")]
            lines += [say("panel-no-digest") if chosen.digest is None else say("panel-digest", time=_clock(chosen.digest))]
        if chosen.quiet is None:
            lines += [say("panel-no-quiet")]
        else:
            lines += [say("panel-quiet", **{"from": _clock(chosen.quiet[0]), "until": _clock(chosen.quiet[1])})]
            lines += [say("panel-break")] if chosen.break_quiet else []
        here = datetime.fromtimestamp(self.tidy.now(), zone_of(chosen.zone))
        lines += [say("panel-zone", zone=self.texts.zone(chosen.language, chosen.zone), time=here.strftime("%H:%M"))]
        lines += [say("panel-wording", sample=self.texts.ping(chosen))]
        keys = [("button-first", "a"), ("button-quiet", "q"), ("button-zone", "z"), ("button-wording", "w")]
        if chosen.at_once_from == AT_ONCE:
            keys.insert(1, ("button-digest", "d"))
        if chosen.quiet is not None:
            keys.append(("button-break-off" if chosen.break_quiet else "button-break", "b"))
        if moderates:
            lines += [say("panel-shift" if chosen.on_shift else "panel-no-shift")]
            keys.append(("button-shift", "s"))
        keys.append(("button-done", "done"))
        return "\n".join(lines), _rows([self._press(say(key), to) for key, to in keys], 2)

    def _hours(self, hours: Collection[int] | range, to: str) -> Buttons:
        return _rows([self._press(f"{hour:02}:00", f"{to}{hour}") for hour in hours], 4)

    # ---- saying

    def _press(self, label: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(label, callback_data=data)

    async def _settings(self, chat: int, user: User) -> Settings:
        """What she chose, or what her Telegram's language suggests."""
        return await self._kept.settings(chat) or Settings(language=language_for(user.language_code), zone=self._face.zone)

    async def _say_key(self, chat: int, chosen: Settings, key: str, **values: str | int) -> None:
        await self._say(chat, chosen, self.texts.say(chosen.language, key, **values))

    async def _say(self, chat: int, chosen: Settings, text: str, rows: Buttons | None = None) -> None:
        markup = InlineKeyboardMarkup(rows) if rows is not None else self.open_button(chosen.language)
        await self.tidy.send(chat, text, TEXT, markup)

    async def _answer(self, query: CallbackQuery, notice: str | None = None, *, alert: bool = False) -> None:
        try:
            await query.answer(notice, show_alert=alert)
        except BadRequest:
            pass  # pressed more than a minute ago, while the bot was away

    async def _show(
        self,
        query: CallbackQuery,
        chosen: Settings,
        text: str,
        rows: Buttons | None = None,
        notice: str | None = None,
        *,
        alert: bool = False,
    ) -> None:
        """Answer the press, and turn the message it was under into this."""
        await self._answer(query, notice, alert=alert)
        if query.message is None:
            return
        markup = InlineKeyboardMarkup(rows) if rows is not None else self.open_button(chosen.language)
        try:
            await self._bot.edit_message_text(text, query.from_user.id, query.message.message_id, reply_markup=markup)
        except BadRequest as refused:
            if "not modified" not in refused.message.lower():  # it is gone
                await self.tidy.send(query.from_user.id, text, TEXT, markup)


async def on_error(_: object, context: Context) -> None:
    """What went wrong in a handler: the kind of error alone. An update, or an error's words, may hold what somebody wrote."""
    if not isinstance(context.error, Stopping):
        log.error("a handler failed: %s", type(context.error).__name__)


def _moderates(held: Collection[Subscription]) -> bool:
    return any(subscription.role == MODERATOR for subscription in held)


def _changed(chosen: Settings, data: str) -> Settings | None:
    """The settings after a press of ``data``; ``None`` if it only turns a page, or is nonsense."""
    head, _, rest = data.partition(":")
    begin, _, end = rest.partition(":")
    try:
        match head:
            case "q-":
                return replace(chosen, quiet=None, break_quiet=False)
            case "q" if (first := _hour(begin)) is not None and (last := _hour(end)) is not None:
                return replace(chosen, quiet=(first * 60, last * 60))
            case "d-":
                return replace(chosen, digest=None)
            case "d" if (hour := _hour(rest)) is not None:
                return replace(chosen, digest=hour * 60)
            case "a" if rest in ("1", "2"):
                return replace(chosen, at_once_from=int(rest))
            case "w" if rest:
                return replace(chosen, wording=rest)
            case "z" if rest == UTC or any(rest in names for names in ZONES.values()):
                return replace(chosen, zone=rest)
            case "b":
                return replace(chosen, break_quiet=not chosen.break_quiet)
            case "s":
                return replace(chosen, on_shift=not chosen.on_shift)
    except BadInput:
        pass
    return None


def _ping_code(text: str) -> bytes:
    """The 16 bytes of a ping code in base64url without padding (protocol §12).

    Raises:
        BadInput: it is none, or not the one way to write it.
    """
    try:
        code = base64.b64decode(text + "==", altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as wrong:
        raise BadInput("not a ping code") from wrong
    if len(code) != _CODE_BYTES or base64.urlsafe_b64encode(code).decode().rstrip("=") != text:
        raise BadInput("not a ping code")
    return code


def _hour(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 and int(text) < 24 else None


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _rows(buttons: list[InlineKeyboardButton], wide: int) -> Buttons:
    return [buttons[i : i + wide] for i in range(0, len(buttons), wide)]
