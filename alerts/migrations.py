"""What a vault of an older form becomes: one step for each form, in order (protocol §11).

A vault has one form number, beside its device's state; the first vaults had none, and are form 1. Whoever changes what is written
down there counts :data:`FORM` up and adds a step. Steps work on decoded records, before anything is made of them, and change nothing
but the form: what a device believes is read again from entries in any case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from crypto import signing, wire
from crypto.context import Purpose, digest
from crypto.errors import UnknownVersion, WrongShape
from crypto.secrets import SigningSeed

State = dict[str, Any]


def _texts_have_names(state: State) -> None:
    """To form 2: a yes names the text it is for (protocol §8.3). What waits to be sent is written, and signed, in the new form.

    A yes that was not sent yet names none, so it is dropped: she is asked again.
    """
    receipts = {receipt["id"]: receipt for receipt in state["receipts"]}
    for receipt in receipts.values():
        receipt["looked"] = None
    waiting = []
    for item in state["outbox"]:
        if item["type"] == "follow-up":
            body, receipt = wire.decode(item["body"]), receipts.get(item["report"])
            if body["kind"] == "agree" or receipt is None:
                continue
            item |= {"body": wire.encode(body | {"shown": None})}
            place = state["collective"], item["report"], item["counter"], digest(item["body"])
            item |= {"signature": signing.sign(SigningSeed(receipt["follow"]), Purpose.FOLLOW_UP, *place)}
        waiting.append(item)
    state["outbox"] = waiting


def _erased_is_seen(state: State) -> None:
    """To form 3: what counts as erased at the relay was seen to be so, and not only asked for (protocol §5.7)."""
    if "erased_at_relay" in state:
        state["erased_at_relay"] = []


def _words_are_remembered(state: State) -> None:
    """To form 4: whether the owner was shown her recovery words (protocol §7.6). Nobody can tell any more, so she is to look at them again."""
    state["recoverable"] = [False, None, None]


def _claims_are_counted(state: State) -> None:
    """To form 5: what a relay only says of itself makes a device act once for a while (protocol §5.6, §7.6)."""
    state["recoverable"] = [*state["recoverable"], None]
    if "rewrite" in state:
        state["restored"] = [0, False]


def _what_she_wrote_is_kept(state: State) -> None:
    """To form 6: a receipt keeps what she wrote in follow-ups (protocol §8.2). What she wrote before is nowhere any more."""
    for receipt in state["receipts"]:
        receipt["told"] = []


#: The step that leaves each form for the next, from the first on.
_STEPS: Final[tuple[Callable[[State], None], ...]] = (
    _texts_have_names, _erased_is_seen, _words_are_remembered, _claims_are_counted, _what_she_wrote_is_kept,
)  # fmt: skip
#: The form that this software writes.
FORM: Final = 1 + len(_STEPS)


def check_form(state: State) -> int:
    """The form of a vault, by its record ``state``.

    Raises:
        UnknownVersion: newer software wrote it. Reading it as if it were older could lose what that software keeps.
        WrongShape: it is no number that counts forms.
    """
    form = state.get("form", 1)
    if not wire.is_uint(form) or form < 1:
        raise WrongShape("vault: a form that is none")
    if form > FORM:
        raise UnknownVersion("this vault was written by a newer version of this software; install that version to open it")
    return int(form)


def bring_forward(state: State) -> State:
    """The state of a vault of any known form, as the present software writes it. The argument is changed.

    Args:
        state: the records ``state`` and ``own`` in one map, decoded.

    Raises:
        UnknownVersion, WrongShape: as :func:`check_form`.
    """
    for step in _STEPS[check_form(state) - 1 :]:
        step(state)
    return state | {"form": FORM}
