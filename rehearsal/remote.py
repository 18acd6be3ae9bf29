"""The phones of a rehearsal that runs in another process, used as a person uses them: through the page's own addresses."""

from __future__ import annotations

import http.client
import json
import re
import time
from typing import Any, Final
from urllib.parse import urlsplit

from crypto.errors import BadInput, NotAllowed

#: The page answers a watcher after 25 seconds in any case.
_SECONDS: Final = 40.0


class RemotePhones:
    """What stands on each phone, and what its owner taps.

    Args:
        address: of the page.
    """

    def __init__(self, address: str) -> None:
        self._host = urlsplit(address).netloc

    def tap(self, name: str, link: str) -> None:
        """Tap a link. One to the bot opens the chat and presses Start."""
        self._act(name, {"do": "tap", "link": link})

    def press(self, name: str, text: str) -> None:
        """Press the newest button with this text.

        Raises:
            NotAllowed: there is none.
        """
        for message in reversed(self._phone(name)["messages"]):
            for row, buttons in enumerate(message.get("rows", [])):
                for column, button in enumerate(buttons):
                    if button["text"] == text:
                        return self._act(name, {"do": "press", "id": message["id"], "row": row, "column": column})
        raise NotAllowed("there is no such button on her screen")

    def texts(self, name: str) -> list[str]:
        """What the bot says in her chat now."""
        return _texts(self._phone(name))

    def sees(self, name: str, pattern: str, within: float, count: int = 1) -> str:
        """Waits until so many of the bot's texts match ``pattern``; the newest of them.

        Raises:
            NotAllowed: there are fewer after ``within`` seconds.
        """
        end, version = time.monotonic() + within, ""
        while True:
            view = self._view(version)
            version = str(view["version"])
            found = [text for text in _texts(_of(view, name)) if re.search(pattern, text)]
            if len(found) >= count:
                return found[-1]
            if time.monotonic() > end:
                raise NotAllowed(f"what was to come did not come to {name}'s phone")

    # ---- how

    def _phone(self, name: str) -> dict[str, Any]:
        return _of(self._view(""), name)

    def _view(self, after: str) -> dict[str, Any]:
        return self._asked("GET", f"/view?after={after}", None)

    def _act(self, name: str, what: dict[str, Any]) -> None:
        self._asked("POST", f"/phones/{self._phone(name)['id']}", what)

    def _asked(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        # No proxy is asked, whatever the environment says: it is this machine.
        connection = http.client.HTTPConnection(self._host, timeout=_SECONDS)
        try:
            sent = None if body is None else json.dumps(body)
            connection.request(method, path, sent, {"Content-Type": "application/json"} if body is not None else {})
            answer = connection.getresponse()
            found: dict[str, Any] = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            raise BadInput("the rehearsal cannot be reached") from None
        finally:
            connection.close()
        if answer.status != 200:
            raise NotAllowed(str(found.get("error", "that was not possible")))
        return found


def _of(view: dict[str, Any], name: str) -> dict[str, Any]:
    for phone in view["phones"]:
        if phone["name"] == name:
            found: dict[str, Any] = phone
            return found
    raise BadInput("nobody of this name has a phone there")


def _texts(phone: dict[str, Any]) -> list[str]:
    return [message["text"] for message in phone["messages"] if not message.get("gone") and not message["mine"]]
