"""What this software says when the relay says no: its own words for each code (protocol §5.8).

The relay's own words are never shown. A hostile one could put a lie into this software's mouth, or ask for a passphrase in its name.
"""

from __future__ import annotations

import re
from typing import Final

_NOT_ANY_MORE: Final = "something was announced in this very moment; nothing is lost, please try again"
_AGAIN: Final = "the relay and this device have not understood each other; nothing is lost, please try again"

_WORDS: Final = {
    "bad-challenge": _AGAIN,
    "bad-founding-code": "this relay does not know this founding code, or it was used already; ask whoever runs it for a new one",
    "bad-signature": "the relay does not let this device in; sync, and ask a moderator if it stays like this",
    "bad-token": _AGAIN,
    "box-exists": "this was written before, and differently; sync, and try again",
    "busy": "the relay has much to do; nothing is lost, try again in a minute",
    "cannot-erase": "the relay cannot erase this",
    "conflict": "somebody else was quicker; nothing is lost, please try again",
    "exists": "another collective has this name",
    "healing": "the relay was restored from a copy and only takes what it has lost; what you send waits",
    "internal": "something went wrong inside the relay; nothing is lost. Tell whoever runs it",
    "invite-used": "this invite was used by somebody else",
    "not-healing": "the relay has everything already",
    "old-epoch": _NOT_ANY_MORE,
    "retired-desk-key": _NOT_ANY_MORE,
    "storage-failed": "the relay cannot write to its disk; nothing is lost. Tell whoever runs it",
    "storage-full": "no room is left on the relay's disk; nothing is lost. Tell whoever runs it",
    "too-large": "the relay says that this is too large",
    "too-slow": "the connection is too slow for this; nothing is lost, please try again",
    "unknown-collective": "this relay does not know your collective (any more); ask a moderator whether its address has changed",
    "wrong-role": "the relay lets only moderators do this",
    "wrong-time": "the clock of this device differs from the relay's by more than ten minutes; set it by the network",
}
_CODE: Final = re.compile(r"[a-z-]{1,40}")


def is_code(code: object) -> bool:
    """Whether this can be a code of the relay's: 1 to 40 of a…z and hyphens, so that no sentence fits in."""
    return type(code) is str and _CODE.fullmatch(code) is not None


def words_for(code: str) -> str:
    """The sentence for a code. One that is not known is shown in brackets, for whoever is asked about it."""
    return _WORDS.get(code, f"the relay said no ({code})")
