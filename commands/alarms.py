"""Alarms in plain words: what moderators' devices see to be wrong with an announcement, whose word it was, and what to do (protocol §3.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from alerts import announcing
from alerts.moderator import Moderator
from alerts.things import Refusal

from .names import name_of

_WHAT: Final = {
    "WrongGate": "They can shut some of you out: your devices may not be let in at the desk any more, or have no say in the next keys.",
    "WrongCover": "They shut members out whom nobody removed: those members may get no more news.",
    "WrongDeskKey": "They let only those who signed them read new reports.",
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm: its name, who signed (aliases, for moderators' eyes), whether this person did, and whether newer keys stand by now."""

    error: str
    detail: str
    signed_by: tuple[str, ...]
    mine: bool
    mended: bool

    def value(self) -> dict[str, Any]:
        """For programs."""
        return {"error": self.error, "detail": self.detail, "signed_by": list(self.signed_by), "mended": self.mended}


def split(device: object, refused: Iterable[Refusal]) -> tuple[list[Alarm], list[Refusal]]:
    """What a sync told, as alarms, and as what was really refused. Members have no alarms."""
    told = list(dict.fromkeys(refused))
    if not isinstance(device, Moderator) or not device.moderates:
        return [], told
    board = device.board
    epochs = {epoch.seq: epoch for epoch in board.epochs.values()}
    # As long as it is the newest, at every sync; what was found on the way there too.
    now = [one for one in (*board.alarmed, *announcing.alarms(device)) if one not in told]
    alarms, rest = [], []
    for one in [*told, *now]:
        # What is refused began no epoch: only what is valid and wrong all the same has both an alarm's name and an epoch's place.
        if one.error in _WHAT and one.seq in epochs:
            people = epochs[one.seq].people
            names = tuple(sorted(name_of(device, person) for person in people))
            alarms.append(Alarm(one.error, one.detail, names, device.me[0] in people, one.seq != board.epoch.seq))
        else:
            rest.append(one)
    return alarms, rest


def short_line(alarm: Alarm) -> str:
    """One line, beside whatever else a moderator is doing."""
    if alarm.mended:
        return f"ALARM, mended by now: {_signers(alarm)} signed wrong keys [{alarm.error}]. Talk with the other moderators, by voice."
    return f"ALARM: {_signers(alarm)} signed wrong keys for your collective [{alarm.error}]. Run `parasol sync`: it says what to do."


def lines(alarms: list[Alarm]) -> list[str]:
    """All of it: what is wrong, who signed, what to do."""
    out: list[str] = []
    for alarm in alarms:
        out.append("ALARM: the newest keys of your collective are wrong." if not alarm.mended else "ALARM: keys of your collective were wrong. Right ones stand by now.")  # fmt: skip
        out.append(f"  What is wrong: {_WHAT[alarm.error]} [{alarm.error}: {alarm.detail}]")
        out.append(f"  Who signed: {_signers(alarm)}. No device does this by itself: they meant it, or somebody else has their devices.")
        if alarm.mine:
            out.append(
                "  YOUR OWN device is among them. If this was not you, somebody else uses your keys: tell another moderator by voice."
            )
    if alarms:
        out += _to_do(alarms)
    return out


def _to_do(alarms: list[Alarm]) -> list[str]:
    names = sorted({name for alarm in alarms for name in alarm.signed_by})
    out = ["  What to do:"]
    out.append(
        "  1. Talk with the other moderators, by voice or face to face. Not at the desk and not in a chat: those who signed may read it."
    )
    if not all(alarm.mended for alarm in alarms):
        out.append(
            "  2. Each of you runs `parasol sync`. As soon as enough of your devices agree, right keys are made, and reports come again."
        )
    out.append(f"  {len(out)}. Do you not trust them any more? Each of you runs `parasol remove {names[0]}`" + (", and the same for the others who signed." if len(names) > 1 else "."))  # fmt: skip
    out.append(f"  {len(out)}. If `parasol sync` is refused from now on, you are shut out of this relay: found a new collective, and tell members by voice.")  # fmt: skip
    return out


def _signers(alarm: Alarm) -> str:
    *some, last = alarm.signed_by
    return f"{', '.join(some)} and {last}" if some else last
