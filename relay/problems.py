"""What the relay says when it says no: a stable code, and plain words for people (RFC 9457, protocol §5.8)."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any, Final

from crypto.errors import InviteUsed, NotAllowed, ParasolError, Refused, StorageFailed
from storage.base import (
    AlreadyThere,
    BadFoundingCode,
    CannotEraseEntry,
    NotBurnable,
    NotHealing,
    StorageFull,
    StoreBusy,
)


class Problem(ParasolError):
    """An answer that is no. ``extra`` are further members of the problem document."""

    def __init__(self, status: int, code: str, detail: str, *, retry_after: int | None = None, extra: dict[str, Any] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.extra = extra or {}

    def document(self) -> dict[str, Any]:
        """The problem document of RFC 9457, with its stable code."""
        title = HTTPStatus(self.status).phrase
        return {"type": "about:blank", "title": title, "status": self.status, "code": self.code, "detail": self.detail, **self.extra}


#: Refusals that are not simply a malformed request: status, code, and when to come again. Anything else of the family `Refused`
#: is 400 with its own name; `conflict` and `exists` are made where the head, or the kind of thing, is known.
_ANSWERS: Final[tuple[tuple[type[ParasolError], int, str, int | None], ...]] = (
    (BadFoundingCode, 403, "bad-founding-code", None),
    (AlreadyThere, 409, "exists", None),
    (NotHealing, 409, "not-healing", None),
    (CannotEraseEntry, 409, "cannot-erase", None),
    (NotBurnable, 403, "not-burnable", None),
    (InviteUsed, 409, "invite-used", None),
    (StoreBusy, 503, "busy", 1),
    (StorageFull, 507, "storage-full", 60),
    (StorageFailed, 503, "storage-failed", 10),
    (NotAllowed, 403, "not-allowed", None),
)


def kebab(name: str) -> str:
    """``WrongShape`` as ``wrong-shape``: how the names of protocol §10 read as codes."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def problem_for(error: ParasolError) -> Problem:
    """The answer that says what ``error`` says."""
    if isinstance(error, Problem):
        return error
    for kind, status, code, retry_after in _ANSWERS:
        if isinstance(error, kind):
            return Problem(status, code, error.detail, retry_after=retry_after)
    if isinstance(error, Refused):
        status = 413 if error.name == "TooLarge" else 400
        return Problem(status, kebab(error.name), error.detail)
    return Problem(500, "internal", "something went wrong inside the relay")
