"""What Telegram keeps of each chat, and what a phone shows of it. In memory only; what is deleted is dropped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from rehearsal.clock import Now

#: People get numbers in a row that no one has; they are told from message ids and times at a glance.
FIRST_PERSON: Final = 7_700_900_001
#: Groups' numbers are negative.
FIRST_GROUP: Final = -1_007_700_900_001


@dataclass(frozen=True)
class Button:
    """One inline button. ``kind`` is ``callback_data``, ``url``, ``web_app`` or ``copy_text``; ``value`` its data, address or text."""

    text: str
    kind: str
    value: str

    @classmethod
    def read(cls, sent: dict[str, Any]) -> Button:
        for kind, inner in (("url", None), ("callback_data", None), ("web_app", "url"), ("copy_text", "text")):
            if sent.get(kind):
                return cls(sent["text"], kind, sent[kind][inner] if inner else sent[kind])
        return cls(sent["text"], "none", "")


@dataclass
class Bubble:
    """One message in one chat. ``message`` is the Bot API's form of it, which the bot gets to see; ``mine`` is true for the person's own."""

    id: int
    at: int
    mine: bool
    kind: str
    message: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def edited(self) -> bool:
        return "edit_date" in self.message

    @property
    def rows(self) -> list[list[Button]]:
        keyboard = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button.read(button) for button in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]


@dataclass
class Notice:
    """A toast or an alert over the chat: what the bot answered to a pressed button, or what the phone has to say itself."""

    text: str
    alert: bool = False


@dataclass
class Chat:
    """One person's chat with the bot. Its id is hers, as in every private chat."""

    id: int
    name: str
    language: str
    visible: bool = True
    started: bool = False
    blocked: bool = False
    gone: bool = False
    bubbles: dict[int, Bubble] = field(default_factory=dict)
    #: Where something was deleted: the ids alone, nothing of what it said.
    deleted: list[int] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    action: str = ""
    #: The Mini App or address that is open on her phone.
    open: str = ""
    #: Whether what is open is a Mini App, and since when.
    open_app: bool = False
    opened: int = 0

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "username": self.username, "language_code": self.language}

    @property
    def username(self) -> str:
        return "".join(letter for letter in self.name.lower() if letter.isascii() and letter.isalnum()) + f"_{self.id % 1000:03}"

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": self.name, "username": self.username}


@dataclass
class Group:
    """A group that somebody added the bot to. Nobody's phone shows it: it is there to see whether the bot goes."""

    id: int
    title: str
    #: Whether the bot is in it.
    joined: bool = True

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "supergroup", "title": self.title}


@dataclass
class Profile:
    """How the bot presents itself; each text by language, ``""`` for the one that everybody else sees."""

    id: int = 7_700_900_000
    username: str = "rehearsal_bot"
    names: dict[str, str] = field(default_factory=lambda: {"": "Rehearsal"})
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    #: By scope (``default``, ``all_private_chats``, a chat's id) and language.
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    #: By chat; 0 is everybody's.
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
    photo: bytes = b""

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": True, "first_name": self.names.get("") or "Rehearsal", "username": self.username}

    def commands_for(self, chat: int, language: str) -> list[dict[str, str]]:
        """The narrowest scope first; within it her language, then the one for everybody."""
        for scope in (str(chat), "all_private_chats", "default"):
            for spoken in (language, ""):
                if (scope, spoken) in self.commands:
                    return self.commands[scope, spoken]
        return []

    def menu_button_for(self, chat: int) -> dict[str, Any]:
        own = self.menu_buttons.get(chat, {"type": "default"})
        return own if own["type"] != "default" else self.menu_buttons.get(0, {"type": "commands"})


class World:
    """All chats, the bot's profile, and a version that grows with every change, for whoever watches."""

    def __init__(self, now: Now) -> None:
        self.now = now
        self.profile = Profile()
        self.chats: dict[int, Chat] = {}
        self.groups: dict[int, Group] = {}
        self.version = 0
        self._next_message = 1
        self._watchers: set[asyncio.Future[None]] = set()

    def add(self, name: str, language: str, *, visible: bool = True) -> Chat:
        chat = Chat(FIRST_PERSON + len(self.chats), name, language, visible)
        self.chats[chat.id] = chat
        self.changed()
        return chat

    def add_group(self, title: str) -> Group:
        group = Group(FIRST_GROUP - len(self.groups), title)
        self.groups[group.id] = group
        return group

    def membership(self, chat: dict[str, Any], by: dict[str, Any], before: str, after: str) -> dict[str, Any]:
        """The content of ``my_chat_member``: what became of the bot in a chat, and whose doing it is."""

        def member(status: str) -> dict[str, Any]:
            return {"user": self.profile.user, "status": status} | ({"until_date": 0} if status == "kicked" else {})

        return {"chat": chat, "from": by, "date": int(self.now()), "old_chat_member": member(before), "new_chat_member": member(after)}

    def number(self) -> int:
        """The next message's."""
        number, self._next_message = self._next_message, self._next_message + 1
        return number

    def put(self, chat: Chat, kind: str, content: dict[str, Any], *, mine: bool) -> Bubble:
        """Append a message. ``content`` are the Bot API's fields beside id, date, sender and chat."""
        number = self.number()
        at = int(self.now())
        message = {
            "message_id": number,
            "from": chat.user if mine else self.profile.user,
            "chat": chat.chat,
            "date": at,
            **content,
        }
        bubble = chat.bubbles[number] = Bubble(number, at, mine, kind, message)
        chat.action = ""
        self.changed()
        return bubble

    def delete(self, chat: Chat, number: int) -> None:
        if chat.bubbles.pop(number, None) is not None:
            chat.deleted.append(number)
            self.changed()

    def visible(self) -> Iterator[Chat]:
        return (chat for chat in self.chats.values() if chat.visible)

    def changed(self) -> None:
        self.version += 1
        for watcher in self._watchers:
            if not watcher.done():
                watcher.set_result(None)
        self._watchers.clear()

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait until ``condition`` holds; asked again after each change. False if it does not within ``seconds`` of the wall."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    self._watchers.add(watcher)
                    try:
                        await watcher
                    finally:
                        self._watchers.discard(watcher)
        except TimeoutError:
            return condition()
        return True
