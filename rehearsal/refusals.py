"""What the stand-in says when it refuses, in the words of the real one.

The words are those of the public Bot API server and of TDLib under it. Where the real one would shrug (an unknown parameter, a
type that it quietly turns into something else), the stand-in refuses too, and its words begin with ``rehearsal:`` after the prefix.
"""

from __future__ import annotations

import math
from typing import Any


class Refusal(Exception):
    """An answer with ``ok`` false. ``code`` is Telegram's error code and the HTTP status."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad_request(words: str) -> Refusal:
    return Refusal(400, f"Bad Request: {words}")


def strict(words: str) -> Refusal:
    """What Telegram would let pass and nobody should rely on."""
    return bad_request(f"rehearsal: {words}")


def too_many(seconds: float) -> Refusal:
    wait = max(1, math.ceil(seconds))
    return Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def blocked() -> Refusal:
    return Refusal(403, "Forbidden: bot was blocked by the user")


def never_started() -> Refusal:
    return Refusal(403, "Forbidden: bot can't initiate conversation with a user")


def deactivated() -> Refusal:
    return Refusal(403, "Forbidden: user is deactivated")


def not_in_group() -> Refusal:
    return Refusal(403, "Forbidden: bot is not a member of the supergroup chat")


def unauthorised() -> Refusal:
    return Refusal(401, "Unauthorized")


def unknown_method() -> Refusal:
    return Refusal(404, "Not Found: method not found")


def other_poller() -> Refusal:
    return Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")


NOT_MODIFIED = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
