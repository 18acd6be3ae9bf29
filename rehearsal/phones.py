"""People with phones: what they can do in the chat, and what they see of it."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from crypto.errors import BadInput, NotAllowed
from rehearsal.api import BotApi
from rehearsal.chats import Bubble, Button, Chat, Group, Notice
from rehearsal.writing import entities_of

#: How long ``sees`` and its kin wait (seconds of the wall).
PATIENCE: Final = 5.0
_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}\Z")


class NeverSeen(AssertionError):
    """What a person waited for did not appear on her phone. Says nothing of what did."""


class Press:
    """One press of a button that the bot has to answer."""

    def __init__(self, id: str) -> None:
        self.id = id
        self._answer: asyncio.Future[Notice] = asyncio.get_running_loop().create_future()

    def tell(self, notice: Notice) -> None:
        if not self._answer.done():
            self._answer.set_result(notice)

    async def answer(self, within: float = PATIENCE) -> Notice:
        """What the bot answered; an empty text is an answer too.

        Raises:
            NeverSeen: nothing came; on her screen the button would still be turning.
        """
        try:
            return await asyncio.wait_for(asyncio.shield(self._answer), within)
        except TimeoutError:
            raise NeverSeen("the bot did not answer the pressed button") from None


class Phone:
    """One person's. Actions come at once and return what they made; ``sees`` waits for the bot."""

    def __init__(self, chat: Chat, api: BotApi) -> None:
        self._chat = chat
        self._api = api
        self._world = api.world

    # ---- what she sees

    @property
    def id(self) -> int:
        return self._chat.id

    @property
    def name(self) -> str:
        return self._chat.name

    @property
    def blocked(self) -> bool:
        return self._chat.blocked

    @property
    def chat(self) -> list[Bubble]:
        """Everything that is in the chat now, oldest first."""
        return list(self._chat.bubbles.values())

    @property
    def from_bot(self) -> list[Bubble]:
        return [bubble for bubble in self.chat if not bubble.mine]

    @property
    def mine(self) -> list[Bubble]:
        return [bubble for bubble in self.chat if bubble.mine]

    @property
    def texts(self) -> list[str]:
        """The bot's texts."""
        return [bubble.text for bubble in self.from_bot]

    @property
    def deleted(self) -> list[int]:
        """Ids of messages that the bot deleted, hers and its own."""
        return list(self._chat.deleted)

    @property
    def menu(self) -> list[tuple[str, str]]:
        """The command menu: command and description."""
        return [(c["command"], c["description"]) for c in self._world.profile.commands_for(self.id, self._chat.language)]

    @property
    def menu_button(self) -> dict[str, Any]:
        return self._world.profile.menu_button_for(self.id)

    @property
    def bot_name(self) -> str:
        return self._in_her_language(self._world.profile.names)

    @property
    def description(self) -> str:
        """What an empty chat shows before Start."""
        return self._in_her_language(self._world.profile.descriptions)

    @property
    def short_description(self) -> str:
        return self._in_her_language(self._world.profile.short_descriptions)

    @property
    def open(self) -> str:
        """The Mini App or address that is open on the phone, or nothing."""
        return self._chat.open

    async def until(self, condition: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until something holds; asked after each change of any chat.

        Raises:
            NeverSeen: it did not happen.
        """
        if not await self._world.until(condition, within):
            raise NeverSeen("what was waited for did not happen")

    async def sees(self, part: str, within: float = PATIENCE, *, after: Bubble | None = None) -> Bubble:
        """The newest of the bot's messages with ``part`` in its text or on its buttons; sent after ``after`` if that is given.

        Raises:
            NeverSeen: there is none within the time.
        """

        def found() -> list[Bubble]:
            return [
                bubble
                for bubble in self.from_bot
                if (after is None or bubble.id > after.id)
                and (part in bubble.text or any(part in button.text for button in bubble.buttons))
            ]

        await self.until(lambda: bool(found()), within)
        return found()[-1]

    async def sees_gone(self, bubble: Bubble, within: float = PATIENCE) -> None:
        """Wait until the bot has deleted it. Raises NeverSeen."""
        await self.until(lambda: bubble.id not in self._chat.bubbles, within)

    # ---- what she does

    def start(self, payload: str = "") -> Bubble:
        """Press Start, or tap ``?start=payload`` and then Start. Unblocks the bot if it was blocked, as Telegram does.

        Raises:
            BadInput: Telegram drops what is longer than 64 characters or of other letters than A-Z a-z 0-9 _ -.
        """
        if not _PAYLOAD.match(payload):
            raise BadInput("a start payload has at most 64 characters of A-Z a-z 0-9 _ -")
        self.unblock()
        return self.type(f"/start {payload}".strip())

    def type(self, text: str) -> Bubble:
        entities = entities_of(text)
        return self._say("text", {"text": text} | ({"entities": entities} if entities else {}))

    def send_photo(self, caption: str = "") -> Bubble:
        photo = [_file("photo") | {"width": 90, "height": 60}, _file("photo") | {"width": 1280, "height": 853}]
        return self._say("photo", {"photo": photo} | _caption(caption))

    def send_album(self, count: int = 3, caption: str = "") -> list[Bubble]:
        """Several photos at once: so many messages with one number in common, and the caption at the first."""
        album = {"media_group_id": str(secrets.randbits(60))}
        return [
            self._say("photo", {"photo": [_file("photo") | {"width": 1280, "height": 853}]} | album | _caption(caption if not i else ""))
            for i in range(count)
        ]

    def send_voice(self, caption: str = "") -> Bubble:
        return self._say("voice", {"voice": _file("voice") | {"duration": 7, "mime_type": "audio/ogg"}} | _caption(caption))

    def send_video(self, caption: str = "") -> Bubble:
        return self._say("video", {"video": _file("video") | {"width": 640, "height": 480, "duration": 9}} | _caption(caption))

    def send_video_note(self) -> Bubble:
        return self._say("video_note", {"video_note": _file("note") | {"length": 240, "duration": 5}})

    def send_audio(self, caption: str = "") -> Bubble:
        return self._say("audio", {"audio": _file("audio") | {"duration": 60, "mime_type": "audio/mpeg"}} | _caption(caption))

    def send_animation(self) -> Bubble:
        moving = _file("animation") | {"width": 320, "height": 240, "duration": 3}
        return self._say("animation", {"animation": moving, "document": _file("animation")})

    def send_sticker(self, emoji: str = "🙂") -> Bubble:
        sticker = _file("sticker") | {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
        }
        return self._say("sticker", {"sticker": sticker})

    def send_contact(self, name: str = "Robin", number: str = "+447700900123") -> Bubble:
        return self._say("contact", {"contact": {"phone_number": number, "first_name": name}})

    def send_location(self, latitude: float = 51.5, longitude: float = -0.1) -> Bubble:
        return self._say("location", {"location": {"latitude": latitude, "longitude": longitude}})

    def send_venue(self, title: str = "Somewhere") -> Bubble:
        place = {"latitude": 51.5, "longitude": -0.1}
        return self._say("venue", {"venue": {"location": place, "title": title, "address": "A street"}, "location": place})

    def send_document(self, name: str = "notes.pdf", caption: str = "") -> Bubble:
        return self._say("document", {"document": _file("document") | {"file_name": name}} | _caption(caption))

    def send_poll(self, question: str = "Yes?") -> Bubble:
        options = [
            {"text": text, "voter_count": 0, "persistent_id": str(i), "added_at": int(self._world.now())}
            for i, text in enumerate(("Yes", "No"))
        ]
        poll = {
            "id": secrets.token_hex(8),
            "question": question,
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
        return self._say("poll", {"poll": poll})

    def send_story(self, title: str = "Somewhere") -> Bubble:
        """A story of a channel's, passed on."""
        return self._say("story", {"story": {"id": 7, "chat": {"id": -1_007_700_900, "type": "channel", "title": title}}})

    def send_paid_media(self, caption: str = "") -> Bubble:
        video = {"type": "preview", "width": 640, "height": 480, "duration": 9}
        return self._say("paid_media", {"paid_media": {"star_count": 5, "paid_media": [video]}} | _caption(caption))

    def send_unknown(self, words: str = "?") -> Bubble:
        """Something that Telegram will have invented by then: a message with a field of which nobody has heard."""
        return self._say("unknown", {"hologram": {"text": words}})

    def send_dice(self) -> Bubble:
        return self._say("dice", {"dice": {"emoji": "🎲", "value": 4}})

    def forward(self, text: str, sender: str = "Somebody") -> Bubble:
        """A message of somebody else's, passed on. Only the name of who wrote it is told, as with most accounts."""
        origin = {"type": "hidden_user", "date": int(self._world.now()) - 60, "sender_user_name": sender}
        return self._say("forwarded", {"text": text, "forward_origin": origin})

    def edit(self, bubble: Bubble, text: str) -> Bubble:
        """Change something she wrote. Raises NotAllowed if it is not hers, or gone."""
        if not bubble.mine or bubble.id not in self._chat.bubbles:
            raise NotAllowed("only what is hers and still there can be edited")
        place = "text" if "text" in bubble.message else "caption"
        entities = entities_of(text)
        kept = {name: value for name, value in bubble.message.items() if name not in ("entities", "caption_entities")}
        found = {"entities" if place == "text" else "caption_entities": entities} if entities else {}
        bubble.message = kept | {place: text, "edit_date": int(self._world.now())} | found
        self._world.changed()
        self._api.updates.add("edited_message", bubble.message)
        return bubble

    def press(self, button: str | Button, bubble: Bubble | None = None) -> Press:
        """Press an inline button by its text, the newest one with that text, or the one under ``bubble``.

        A callback button asks the bot; ``web_app`` and ``url`` buttons open (see :attr:`open`), and the Press has its answer at once.

        Raises:
            NotAllowed: there is no such button.
        """
        for at in [bubble] if bubble is not None else reversed(self.from_bot):
            for one in at.buttons:
                if one == button or one.text == button:
                    return self._pressed(at, one)
        raise NotAllowed("there is no such button on her screen")

    def press_menu(self) -> None:
        """The button beside the text field: opens the Mini App if it is one."""
        button = self.menu_button
        if button["type"] == "web_app":
            self._open(button["web_app"]["url"], app=True)

    def tap(self, link: str) -> Bubble | None:
        """Tap a link. One to this bot with ``start`` opens the chat and presses Start; any other opens as an address."""
        parts = urlsplit(link)
        payloads = parse_qs(parts.query).get("start")
        if parts.hostname in ("t.me", "telegram.me") and parts.path.strip("/").lower() == self._world.profile.username and payloads:
            return self.start(payloads[0])
        self._open(link)
        return None

    def close(self) -> None:
        """Close what is open."""
        self._open("")

    def block(self) -> None:
        """Block the bot ("Stop and block"). The bot is told."""
        if not self._chat.blocked:
            self._chat.blocked = True
            self._membership("member", "kicked")

    def unblock(self) -> None:
        if self._chat.blocked:
            self._chat.blocked = False
            self._membership("kicked", "member")

    def add_to_group(self, title: str) -> Group:
        """Add the bot to a new group. The bot is told."""
        group = self._world.add_group(title)
        self._api.updates.add("my_chat_member", self._world.membership(group.chat, self._chat.user, "left", "member"))
        return group

    def type_in(self, group: Group, text: str) -> None:
        """Write in a group. The bot hears of it as long as it is in there."""
        if group.joined:
            date, number = int(self._world.now()), self._world.number()
            self._api.updates.add(
                "message", {"message_id": number, "from": self._chat.user, "chat": group.chat, "date": date, "text": text}
            )

    def delete_account(self) -> None:
        """From now on the bot hears that the user is deactivated."""
        self._chat.gone = True

    # ---- how

    def _say(self, kind: str, content: dict[str, Any]) -> Bubble:
        if self._chat.blocked:
            raise NotAllowed("she blocked the bot; there is no text field")
        self._chat.started = True
        bubble = self._world.put(self._chat, kind, content, mine=True)
        self._api.updates.add("message", bubble.message)
        return bubble

    def _pressed(self, bubble: Bubble, button: Button) -> Press:
        press = Press(str(secrets.randbits(62)))
        if button.kind != "callback_data":
            press.tell(Notice(""))
            if button.kind in ("web_app", "url"):
                self.tap(button.value) if button.kind == "url" else self._open(button.value, app=True)
            return press

        def told(notice: Notice) -> None:
            press.tell(notice)
            if notice.text:
                self._chat.notices.append(notice)
            self._world.changed()

        self._api.queries[press.id] = (self._chat, self._world.now(), told)
        query = {
            "id": press.id,
            "from": self._chat.user,
            "message": bubble.message,
            "chat_instance": str(self.id),
            "data": button.value,
        }
        self._api.updates.add("callback_query", query)
        return press

    def _open(self, address: str, *, app: bool = False) -> None:
        self._chat.open, self._chat.open_app, self._chat.opened = address, app, int(self._world.now())
        self._world.changed()

    def _membership(self, before: str, after: str) -> None:
        self._api.updates.add("my_chat_member", self._world.membership(self._chat.chat, self._chat.user, before, after))
        self._world.changed()

    def _in_her_language(self, texts: dict[str, str]) -> str:
        return texts.get(self._chat.language) or texts.get("", "")


def _file(kind: str) -> dict[str, Any]:
    unique = secrets.token_hex(8)
    return {"file_id": f"{kind}-{unique}", "file_unique_id": unique, "file_size": 12_345}


def _caption(caption: str) -> dict[str, Any]:
    return {"caption": caption} if caption else {}
