"""What a bot may write: texts, their formatting, and the buttons under them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urlsplit

from rehearsal.refusals import bad_request, strict

TEXT_CHARACTERS: Final = 4096
CALLBACK_BYTES: Final = 64
#: Telegram takes 100 buttons and refuses more.
BUTTONS: Final = 100
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})

_TAGS: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline", "s": "strikethrough",
    "del": "strikethrough", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-spoiler": "spoiler", "a": "text_link",
}  # fmt: skip
_LINK: Final = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_COMMAND: Final = re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")


def utf16(text: str) -> int:
    """Length as Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2


def entities_of(text: str) -> list[dict[str, Any]]:
    """The commands and links that Telegram finds by itself."""
    found = [(match, "bot_command") for match in _COMMAND.finditer(text)] + [(match, "url") for match in _LINK.finditer(text)]
    spans = [
        {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
        for match, kind in found
        if kind == "url" or not any(link.start() <= match.start() < link.end() for link, other in found if other == "url")
    ]
    return sorted(spans, key=lambda span: span["offset"])


def written(values: dict[str, Any]) -> dict[str, Any]:
    """The fields ``text`` and ``entities`` of a message from a call's parameters.

    Raises:
        Refusal: 400, empty, too long, or formatting that cannot be read.
    """
    text = values.get("text", "")
    if not text:
        raise bad_request("message text is empty")
    mode = values.get("parse_mode", "")
    entities = values.get("entities", [])
    if mode and mode.lower() != "html":
        raise (
            strict(f"only HTML is understood here, not {mode}")
            if mode.lower() in ("markdown", "markdownv2")
            else bad_request("unsupported parse_mode")
        )
    if mode:
        text, entities = _read_html(text)
    text = text.rstrip()
    stripped = text.lstrip()
    cut = utf16(text) - utf16(stripped)
    if not stripped:
        raise bad_request("text must be non-empty")
    if len(stripped) > TEXT_CHARACTERS:
        raise bad_request("message is too long")
    end = utf16(stripped)
    for entity in entities:
        start, stop = entity["offset"] - cut, entity["offset"] - cut + entity["length"]
        if entity["offset"] < 0 or entity["length"] < 0:
            raise strict("an entity lies outside the text")
        entity["offset"], entity["length"] = max(0, start), min(stop, end) - max(0, start)
    entities = [entity for entity in entities if entity["length"] > 0] + entities_of(stripped)
    fields: dict[str, Any] = {"text": stripped}
    if entities:
        fields["entities"] = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return fields


class _Html(HTMLParser):
    """Telegram's few tags. Anything else is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self.open: list[tuple[str, dict[str, Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.getpos()[1]}')
        entity: dict[str, Any] = {"type": _TAGS[tag], "offset": utf16(self.text), "length": 0}
        if tag == "a":
            entity["url"] = dict(attrs).get("href") or ""
        self.open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {self.getpos()[1]}")
        opened, entity = self.open.pop()
        if opened != tag:
            raise bad_request(
                f'can\'t parse entities: Unmatched end tag at byte offset {self.getpos()[1]}, expected "</{opened}>", found "</{tag}>"'
            )
        entity["length"] = utf16(self.text) - entity["offset"]
        self.entities.append(entity)

    def handle_data(self, data: str) -> None:
        self.text += data


def _read_html(text: str) -> tuple[str, list[dict[str, Any]]]:
    parser = _Html()
    parser.feed(text)
    parser.close()
    if parser.open:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{parser.open[-1][0]}\"")
    return parser.text, parser.entities


def checked_markup(markup: dict[str, Any] | None, *, loopback_apps: bool) -> dict[str, Any] | None:
    """The keyboard if there is one and it may be sent; None for an empty one.

    Raises:
        Refusal: 400, for buttons that Telegram does not take.
    """
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    if sum(map(len, rows)) > BUTTONS:
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check_button(button, loopback_apps)
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: dict[str, Any], loopback_apps: bool) -> None:
    kinds = [kind for kind in ("url", "callback_data", "web_app", "copy_text") if button.get(kind)]
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if not kinds:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise strict(f"a button is one thing, not {' and '.join(kinds)}")
    if kinds == ["callback_data"] and len(button["callback_data"].encode()) > CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if kinds == ["web_app"]:
        check_app_address("inline keyboard button Web App", button["web_app"]["url"], loopback_apps)
    if kinds == ["url"]:
        parts = _parts(button["url"])
        if parts is None or not parts.hostname or not ("." in parts.hostname or parts.hostname in LOOPBACK):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
        if parts.scheme not in ("http", "https", "tg"):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Unsupported URL protocol")
        if parts.hostname in LOOPBACK and not loopback_apps:
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def check_app_address(what: str, url: str, loopback_apps: bool) -> None:
    """https only; in a rehearsal also http on this machine, if it was started so.

    Raises:
        Refusal: 400.
    """
    parts = _parts(url)
    if parts is None or not parts.hostname:
        raise bad_request(f"{what} URL '{url}' is invalid: Wrong HTTP URL")
    if parts.scheme == "http" and loopback_apps and parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request(f"{what} URL '{url}' is invalid: Only HTTPS links are allowed")


def is_loopback(url: str) -> bool:
    parts = _parts(url)
    return parts is not None and parts.scheme in ("http", "https") and parts.hostname in LOOPBACK


def _parts(url: str) -> Any:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
