"""What each method of the Bot API does here, and what it refuses. Parameters arrive checked by :mod:`rehearsal.methods`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from rehearsal.chats import Bubble, Chat, Notice, World
from rehearsal.floods import Floods
from rehearsal.refusals import NOT_MODIFIED, bad_request, blocked, deactivated, never_started, not_in_group, strict, too_many
from rehearsal.updates import Updates
from rehearsal.writing import check_app_address, checked_markup, written

#: A bot may delete what is younger than this, its own and the person's.
DELETABLE_SECONDS: Final = 48 * 3600
#: Nobody takes a dice back before this, so that nobody throws until it falls well.
DICE_SECONDS: Final = 24 * 3600
#: After this a pressed button can no longer be answered.
QUERY_SECONDS: Final = 60
ACTIONS: Final = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location "
    "record_video_note upload_video_note".split()
)
_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE: Final = re.compile(r"[a-z]{2}\Z")

Values = dict[str, Any]


class BotApi:
    """One bot's methods over one world. Handlers are found by the method's name; each returns the answer's ``result``.

    Every handler raises Refusal with Telegram's words.
    """

    def __init__(self, world: World, updates: Updates, floods: Floods, *, loopback_apps: bool) -> None:
        self.world = world
        self.updates = updates
        self.floods = floods
        self.loopback_apps = loopback_apps
        #: Open callback queries: to whom, since when, and who is told of the answer.
        self.queries: dict[str, tuple[Chat, float, Callable[[Notice], None]]] = {}

    async def call(self, method: str, values: Values) -> Any:
        if method == "getUpdates":
            return await self._get_updates(values)
        handler: Callable[[Values], Any] = getattr(self, "_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", method).lower())
        return handler(values)

    # ---- itself

    def _get_me(self, _: Values) -> Any:
        return self.world.profile.user | {
            "can_join_groups": False,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def _get_updates(self, values: Values) -> Any:
        limit, timeout = values.get("limit", 100), values.get("timeout", 0)
        if not 1 <= limit <= 100 or not 0 <= timeout:
            raise strict("limit goes from 1 to 100, timeout from 0")
        if "allowed_updates" in values:
            self.updates.allow(values["allowed_updates"])
        return await self.updates.get(values.get("offset", 0), limit, timeout)

    def _delete_webhook(self, values: Values) -> Any:
        if values.get("drop_pending_updates"):
            self.updates.drop()
        return True

    def _get_webhook_info(self, _: Values) -> Any:
        return {"url": "", "has_custom_certificate": False, "pending_update_count": self.updates.pending}

    # ---- messages

    def _send_message(self, values: Values) -> Any:
        fields = written(values)
        markup = self._markup(values)
        chat = self._writable(values)
        if "reply_parameters" in values:
            fields |= self._replied(chat, values["reply_parameters"])
        self._not_too_fast(chat, a_message=True)
        if markup:
            fields["reply_markup"] = markup
        for name in ("protect_content", "link_preview_options"):
            if values.get(name):
                fields["has_protected_content" if name == "protect_content" else name] = values[name]
        return self.world.put(chat, "text", fields, mine=False).message

    def _edit_message_text(self, values: Values) -> Any:
        fields = written(values)
        markup = self._markup(values)
        bubble = self._to_edit(values)
        kept = {name: value for name, value in bubble.message.items() if name not in ("text", "entities", "reply_markup")}
        return self._edited(bubble, kept | fields | ({"reply_markup": markup} if markup else {}))

    def _edit_message_reply_markup(self, values: Values) -> Any:
        markup = self._markup(values)
        bubble = self._to_edit(values)
        kept = {name: value for name, value in bubble.message.items() if name != "reply_markup"}
        return self._edited(bubble, kept | ({"reply_markup": markup} if markup else {}))

    def _delete_message(self, values: Values) -> Any:
        if "chat_id" not in values:
            raise bad_request("chat identifier is not specified")
        if "message_id" not in values:
            raise bad_request("message identifier is not specified")
        chat = self._known(values)
        if values["message_id"] not in chat.bubbles:
            raise bad_request("message to delete not found")
        self._young_enough(chat.bubbles[values["message_id"]])
        self.world.delete(chat, values["message_id"])
        return True

    def _delete_messages(self, values: Values) -> Any:
        numbers = values.get("message_ids", [])
        if not numbers:
            raise bad_request("message identifiers are not specified")
        if len(numbers) > 100:
            raise bad_request("too many message identifiers specified")
        if min(numbers) <= 0:
            raise bad_request("invalid message identifier specified")
        chat = self._known(values)
        found = [chat.bubbles[number] for number in dict.fromkeys(numbers) if number in chat.bubbles]
        for bubble in found:
            self._young_enough(bubble)
        for bubble in found:
            self.world.delete(chat, bubble.id)
        return True

    def _answer_callback_query(self, values: Values) -> Any:
        chat, since, told = self.queries.pop(values.get("callback_query_id", ""), (None, 0.0, None))
        if chat is None or told is None or self.world.now() - since > QUERY_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        text = values.get("text", "")
        if len(text) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        if "url" in values:
            if not values["url"].startswith(f"https://t.me/{self.world.profile.username}?start="):
                raise bad_request("URL_INVALID")
            chat.open, chat.open_app = values["url"], False
        told(Notice(text, values.get("show_alert", False)))
        return True

    def _send_chat_action(self, values: Values) -> Any:
        if values.get("action") not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        chat = self._writable(values)
        chat.action = values["action"]
        self.world.changed()
        return True

    def _get_chat(self, values: Values) -> Any:
        chat = self._known(values)
        return chat.chat | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(
                ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
            ),
        }

    def _leave_chat(self, values: Values) -> Any:
        if values.get("chat_id") in self.world.chats:
            raise bad_request("chat member status can't be changed in private chats")
        group = self.world.groups.get(values.get("chat_id", 0))
        if group is None:
            raise bad_request("chat not found" if "chat_id" in values else "chat_id is empty")
        if not group.joined:
            raise not_in_group()
        group.joined = False
        self.updates.add("my_chat_member", self.world.membership(group.chat, self.world.profile.user, "member", "left"))
        return self._changed()

    # ---- the profile

    def _set_my_commands(self, values: Values) -> Any:
        commands = values.get("commands", [])
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            command["command"] = command["command"].removeprefix("/")
            if not _COMMAND.match(command["command"]):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.world.profile.commands[self._scope(values), self._language(values)] = commands
        return self._changed()

    def _get_my_commands(self, values: Values) -> Any:
        return self.world.profile.commands.get((self._scope(values), self._language(values)), [])

    def _delete_my_commands(self, values: Values) -> Any:
        self.world.profile.commands.pop((self._scope(values), self._language(values)), None)
        return self._changed()

    def _set_chat_menu_button(self, values: Values) -> Any:
        button = values.get("menu_button", {"type": "default"})
        if button["type"] not in ("default", "commands", "web_app"):
            raise bad_request("MenuButton has unsupported type")
        if button["type"] == "web_app":
            if not button.get("text") or "web_app" not in button:
                raise bad_request('can\'t parse menu button: Can\'t find field "text" or "web_app"')
            check_app_address("menu button Web App", button["web_app"]["url"], self.loopback_apps)
        elif len(button) > 1:
            raise strict(f"a menu button of type {button['type']} has no other field")
        self.world.profile.menu_buttons[self._known(values).id if "chat_id" in values else 0] = button
        return self._changed()

    def _get_chat_menu_button(self, values: Values) -> Any:
        if "chat_id" in values:
            return self.world.profile.menu_buttons.get(self._known(values).id, {"type": "default"})
        return self.world.profile.menu_buttons.get(0, {"type": "commands"})

    def _set_my_name(self, values: Values) -> Any:
        return self._set_text(self.world.profile.names, values, "name", 64)

    def _get_my_name(self, values: Values) -> Any:
        return {"name": self._spoken(self.world.profile.names, values)}

    def _set_my_description(self, values: Values) -> Any:
        return self._set_text(self.world.profile.descriptions, values, "description", 512)

    def _get_my_description(self, values: Values) -> Any:
        return {"description": self._spoken(self.world.profile.descriptions, values)}

    def _set_my_short_description(self, values: Values) -> Any:
        return self._set_text(self.world.profile.short_descriptions, values, "short_description", 120)

    def _get_my_short_description(self, values: Values) -> Any:
        return {"short_description": self._spoken(self.world.profile.short_descriptions, values)}

    def _set_my_profile_photo(self, values: Values) -> Any:
        photo = values.get("photo")
        if photo is None:
            raise bad_request("photo isn't specified")
        if photo["type"] != "static":
            raise strict("only a static profile photo is understood here")
        content = values.get("files", {}).get(photo["photo"].removeprefix("attach://"))
        if not content or not photo["photo"].startswith("attach://"):
            raise bad_request("photo must be uploaded as a file")
        if not content.startswith(b"\xff\xd8\xff"):
            raise bad_request("IMAGE_PROCESS_FAILED")
        self.world.profile.photo = content
        return self._changed()

    def _remove_my_profile_photo(self, _: Values) -> Any:
        self.world.profile.photo = b""
        return self._changed()

    # ---- what several of them ask

    def _known(self, values: Values) -> Chat:
        if "chat_id" not in values:
            raise bad_request("chat_id is empty")
        chat = self.world.chats.get(values["chat_id"]) if isinstance(values["chat_id"], int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def _writable(self, values: Values) -> Chat:
        chat = self._known(values)
        if chat.gone:
            raise deactivated()
        if chat.blocked:
            raise blocked()
        if not chat.started:
            raise never_started()
        return chat

    def _to_edit(self, values: Values) -> Bubble:
        if "chat_id" not in values and "message_id" not in values:
            raise bad_request("message identifier is not specified")
        chat = self._known(values)
        bubble = chat.bubbles.get(values.get("message_id", 0))
        if bubble is None:
            raise bad_request("message to edit not found")
        if bubble.mine:
            raise bad_request("message can't be edited")
        self._writable(values)
        return bubble

    def _edited(self, bubble: Bubble, message: dict[str, Any]) -> Any:
        shown = ("text", "entities", "reply_markup")
        if [message.get(name) for name in shown] == [bubble.message.get(name) for name in shown]:
            raise bad_request(NOT_MODIFIED)
        self._not_too_fast(self.world.chats[bubble.message["chat"]["id"]], a_message=False)
        bubble.message = message | {"edit_date": int(self.world.now())}
        self.world.changed()
        return bubble.message

    def _replied(self, chat: Chat, reply: dict[str, Any]) -> dict[str, Any]:
        bubble = chat.bubbles.get(reply["message_id"])
        if bubble is None:
            if reply.get("allow_sending_without_reply"):
                return {}
            raise bad_request("message to be replied not found")
        return {"reply_to_message": {name: value for name, value in bubble.message.items() if name != "reply_to_message"}}

    def _markup(self, values: Values) -> dict[str, Any] | None:
        return checked_markup(values.get("reply_markup"), loopback_apps=self.loopback_apps)

    def _not_too_fast(self, chat: Chat, *, a_message: bool) -> None:
        wait = self.floods.ask(chat.id, self.world.now(), a_message=a_message)
        if wait:
            raise too_many(wait)

    def _young_enough(self, bubble: Bubble) -> None:
        age = self.world.now() - bubble.at
        if age > DELETABLE_SECONDS or (bubble.kind == "dice" and age < DICE_SECONDS):
            raise bad_request("message can't be deleted for everyone")

    def _scope(self, values: Values) -> str:
        scope = values.get("scope", {"type": "default"})
        if scope["type"] == "chat":
            return str(self._known({"chat_id": int(scope["chat_id"])} if "chat_id" in scope else {}).id)
        if scope["type"] not in ("default", "all_private_chats"):
            raise strict("only the scopes default, all_private_chats and chat are understood here")
        return str(scope["type"])

    def _language(self, values: Values) -> str:
        language = str(values.get("language_code", ""))
        if language and not _LANGUAGE.match(language):
            raise bad_request("invalid language code specified")
        return language

    def _set_text(self, texts: dict[str, str], values: Values, name: str, most: int) -> Any:
        text = values.get(name, "")
        if len(text) > most:
            raise strict(f"{name} has at most {most} characters")
        texts[self._language(values)] = text
        return self._changed()

    def _spoken(self, texts: dict[str, str], values: Values) -> str:
        return texts.get(self._language(values)) or texts.get("", "")

    def _changed(self) -> bool:
        self.world.changed()
        return True
