"""What this device has shown: nobody signs a text that she has not read (protocol §6.2).

A moderator names a report; the text that stands there may be another by the time she signs. So every text has an id of its own, and what
was shown last is remembered in the vault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from alerts.home import Home
from alerts.log import Proposal
from crypto.base32 import encode_id, normalise_id
from crypto.errors import BadInput, NotAllowed

from .device import Work

_SHOWN: Final = "shown"
#: 80 bits of a hash: nobody finds a second text with the same.
_SIZE: Final = 10


def text_id(proposal: Proposal) -> str:
    """A short name of exactly this text: 16 letters and digits."""
    return encode_id(proposal.body.hash[:_SIZE])


def remember(home: Home, about: bytes, proposals: Iterable[Proposal]) -> None:
    """Notes what was shown last of a report or an alert."""
    home.put({_SHOWN: dict(home.get(_SHOWN) or {}) | {encode_id(about): [p.body.hash for p in proposals]}})


def read_text(work: Work, about: bytes, waiting: Sequence[Proposal], typed: str | None, lines: Callable[[Proposal], list[str]]) -> bytes:
    """The hash of the body that this person has read and means to sign.

    Args:
        about: the report or alert it is of.
        waiting: what could be signed now, one at least.
        typed: a text's id, if the person gave one. Otherwise she is shown the text and asked; where nobody can be asked, it must be what this
            device showed last.
        lines: a text for people.

    Raises:
        BadInput: there are several, and it is not clear which.
        NotAllowed: the text is another than the one she read, or she said no.
    """
    terminal = work.context.terminal
    if typed is not None:
        found = [p for p in waiting if text_id(p) == normalise_id(typed)]
    elif terminal.watched:
        found = list(waiting)
    else:
        kept = (work.home.get(_SHOWN) or {}).get(encode_id(about), [])
        found = [p for p in waiting if p.body.hash in kept]
    if not found:
        raise NotAllowed(
            f"the text is another than the one you were shown, or was never shown here; look at it: parasol desk show {encode_id(about)[:8]}"
        )
    if len(found) > 1:
        raise BadInput(
            f"several texts are proposed; read them (parasol desk show {encode_id(about)[:8]}), and say which with --text-id: "
            + ", ".join(text_id(p) for p in found)
        )
    if typed is None and terminal.watched:
        for line in lines(found[0]):
            terminal.say(line)
        terminal.say(f"Text id: {text_id(found[0])}")
        if not terminal.confirm("Approve this?"):
            raise NotAllowed("nothing was done")
    return found[0].body.hash
