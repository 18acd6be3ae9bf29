"""The one table of methods, their parameters and their types; and the check that nothing else passes.

A type is ``integer``, ``boolean``, ``string``, ``chat`` (an integer or ``@name``), ``file``, the name of an object in
:data:`OBJECTS`, or one of these in brackets for a list. A ``!`` after an object's field makes it required. Which *parameters* are required is
said by the method itself, in Telegram's words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from rehearsal.refusals import bad_request, strict, unknown_method

Fields = Mapping[str, str]

_SENT: Final[Fields] = {
    "chat_id": "chat",
    "text": "string",
    "parse_mode": "string",
    "entities": "[MessageEntity]",
    "link_preview_options": "LinkPreviewOptions",
    "reply_markup": "ReplyMarkup",
}
_LANGUAGE: Final[Fields] = {"language_code": "string"}
_SCOPED: Final[Fields] = {"scope": "BotCommandScope", **_LANGUAGE}

METHODS: Final[Mapping[str, Fields]] = {
    "getMe": {},
    "getUpdates": {"offset": "integer", "limit": "integer", "timeout": "integer", "allowed_updates": "[string]"},
    "deleteWebhook": {"drop_pending_updates": "boolean"},
    "getWebhookInfo": {},
    "sendMessage": {**_SENT, "disable_notification": "boolean", "protect_content": "boolean", "reply_parameters": "ReplyParameters"},
    "editMessageText": {**_SENT, "message_id": "integer"},
    "editMessageReplyMarkup": {"chat_id": "chat", "message_id": "integer", "reply_markup": "ReplyMarkup"},
    "deleteMessage": {"chat_id": "chat", "message_id": "integer"},
    "deleteMessages": {"chat_id": "chat", "message_ids": "[integer]"},
    "answerCallbackQuery": {
        "callback_query_id": "string",
        "text": "string",
        "show_alert": "boolean",
        "url": "string",
        "cache_time": "integer",
    },
    "sendChatAction": {"chat_id": "chat", "action": "string"},
    "getChat": {"chat_id": "chat"},
    "leaveChat": {"chat_id": "chat"},
    "setMyCommands": {"commands": "[BotCommand]", **_SCOPED},
    "getMyCommands": _SCOPED,
    "deleteMyCommands": _SCOPED,
    "setChatMenuButton": {"chat_id": "integer", "menu_button": "MenuButton"},
    "getChatMenuButton": {"chat_id": "integer"},
    "setMyName": {"name": "string", **_LANGUAGE},
    "getMyName": _LANGUAGE,
    "setMyDescription": {"description": "string", **_LANGUAGE},
    "getMyDescription": _LANGUAGE,
    "setMyShortDescription": {"short_description": "string", **_LANGUAGE},
    "getMyShortDescription": _LANGUAGE,
    "setMyProfilePhoto": {"photo": "InputProfilePhoto"},
    "removeMyProfilePhoto": {},
}

OBJECTS: Final[Mapping[str, Fields]] = {
    "ReplyMarkup": {"inline_keyboard!": "[[InlineKeyboardButton]]"},
    "InlineKeyboardButton": {
        "text!": "string",
        "url": "string",
        "callback_data": "string",
        "web_app": "WebAppInfo",
        "copy_text": "CopyTextButton",
        "style": "string",
    },
    "WebAppInfo": {"url!": "string"},
    "CopyTextButton": {"text!": "string"},
    "MessageEntity": {
        "type!": "string",
        "offset!": "integer",
        "length!": "integer",
        "url": "string",
        "language": "string",
    },
    "LinkPreviewOptions": {
        "is_disabled": "boolean",
        "url": "string",
        "prefer_small_media": "boolean",
        "prefer_large_media": "boolean",
        "show_above_text": "boolean",
    },
    "ReplyParameters": {"message_id!": "integer", "chat_id": "chat", "allow_sending_without_reply": "boolean"},
    "BotCommand": {"command!": "string", "description!": "string"},
    "BotCommandScope": {"type!": "string", "chat_id": "chat"},
    "MenuButton": {"type!": "string", "text": "string", "web_app": "WebAppInfo"},
    "InputProfilePhoto": {"type!": "string", "photo!": "string"},
}

#: Telegram compares names of methods without regard to case.
_BY_LOWER: Final = {name.lower(): name for name in METHODS}
_INTEGER: Final = re.compile(r"-?[0-9]{1,19}\Z")
_NAME: Final = re.compile(r"@[A-Za-z][A-Za-z0-9_]{3,31}\Z")


def method_named(name: str) -> str:
    """The method's name as the table writes it.

    Raises:
        Refusal: 404, there is none.
    """
    if name.lower() not in _BY_LOWER:
        raise unknown_method()
    return _BY_LOWER[name.lower()]


def read_parameters(method: str, sent: Mapping[str, str]) -> dict[str, Any]:
    """Parameters as they come over HTTP, all of them text, to values of the table's types. Empty ones count as not sent, as with Telegram.

    Raises:
        Refusal: 400, for a parameter that the method does not have, or a value that is not of its type.
    """
    table = METHODS[method]
    values = {}
    for name, text in sent.items():
        if name not in table:
            raise strict(f"{method} has no parameter {_shown(name)}")
        if text != "":
            values[name] = _read(name, table[name], text)
    return values


def _read(name: str, kind: str, text: str) -> Any:
    if kind == "string":
        return text
    if kind == "chat" and _NAME.match(text):
        return text
    if kind in ("integer", "chat"):
        if not _INTEGER.match(text):
            raise strict(f"parameter {name} must be an integer")
        return int(text)
    if kind == "boolean":
        if text.lower() not in ("true", "false"):
            raise strict(f"parameter {name} must be true or false")
        return text.lower() == "true"
    try:
        value = json.loads(text)
    except ValueError:
        raise bad_request(f"can't parse {_spoken(name)} JSON object") from None
    check(name, kind, value)
    return value


def check(name: str, kind: str, value: Any) -> None:
    """That a decoded JSON value is of ``kind``, all the way down.

    Raises:
        Refusal: 400, naming the field.
    """
    if kind.startswith("["):
        if not isinstance(value, list):
            raise bad_request(f'field "{name}" must be of type Array')
        for one in value:
            check(name, kind[1:-1], one)
    elif kind in OBJECTS:
        _check_object(name, kind, value)
    elif kind == "chat":
        if not (type(value) is int or (isinstance(value, str) and (_NAME.match(value) or _INTEGER.match(value)))):
            raise strict(f'field "{name}" must be a chat')
    elif type(value) is not {"string": str, "integer": int, "boolean": bool}[kind]:
        shown = {"string": "String", "integer": "Number", "boolean": "Boolean"}[kind]
        raise bad_request(f'field "{name}" must be of type {shown}')


def _check_object(name: str, kind: str, value: Any) -> None:
    if not isinstance(value, dict):
        raise bad_request(f"object expected as {_spoken(name)}")
    fields = {field.rstrip("!"): of for field, of in OBJECTS[kind].items()}
    for field in OBJECTS[kind]:
        if field.endswith("!") and field[:-1] not in value:
            raise bad_request(f"can't parse {kind}: Can't find field \"{field[:-1]}\"")
    for field, inner in value.items():
        if field not in fields:
            raise strict(f"{kind} has no field {_shown(field)}")
        check(field, fields[field], inner)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _shown(name: str) -> str:
    """A name in an error, if it is one. What is no name may be anything, and is not repeated."""
    return name if re.fullmatch(r"[a-zA-Z_]{1,40}", name) else "of that name"
