"""How things look in JSON and in lines: ids, times, alerts, reports."""

from __future__ import annotations

import base64
import datetime
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from alerts.board import Board
from alerts.report import FIELDS, PERSON, VEHICLE
from alerts.things import Thing
from alerts.wording import day, word
from crypto.base32 import encode_id, normalise_id
from crypto.errors import BadInput

from .settings import read_file
from .terminal import piped, text_of

#: People read and type this much of an id; the whole stands in JSON.
SHORT: Final = 8
#: The largest report or alert that fits is 64 KiB; a file may have blanks and comments' worth more.
MOST_JSON: Final = 512 * 1024
_LAST: Final = 253_402_300_799


# ---- ids and times --------------------------------------------------------------------------------------------------


def short(value: bytes) -> str:
    """The beginning of an id, as people type it."""
    return encode_id(value)[:SHORT]


def find_id(typed: str, known: Iterable[bytes], what: str) -> bytes:
    """The one id that begins with what was typed.

    Raises:
        BadInput: none does, or several do.
    """
    begin = normalise_id(typed)
    found = [one for one in known if encode_id(one).startswith(begin)]
    if len(found) != 1:
        raise BadInput(f"no {what} has this id" if not found else f"several ids of {what}s begin like this; type more of it")
    return found[0]


def base64url(value: bytes) -> str:
    """Bytes that are no id."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def moment(seconds: int) -> str:
    """RFC 3339, UTC."""
    return datetime.datetime.fromtimestamp(min(seconds, _LAST), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def when(seconds: int) -> str:
    """For people, in their own time zone."""
    return datetime.datetime.fromtimestamp(min(seconds, _LAST)).astimezone().strftime("%d %b %Y %H:%M")


def ago(seconds: int) -> str:
    """How long something is past, in the largest unit that fits."""
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            count = seconds // size
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def duration(text: str) -> int:
    """``90m``, ``72h``, ``7d`` in seconds.

    Raises:
        BadInput: it is none.
    """
    found = re.fullmatch(r"\s*(\d{1,6})\s*([mhd])[a-z]*\s*", text.lower())
    if found is None or not int(found[1]):
        raise BadInput("a length of time looks like 90m, 72h or 7d")
    return int(found[1]) * {"m": 60, "h": 3600, "d": 86400}[found[2]]


# ---- files ----------------------------------------------------------------------------------------------------------


def read_json(name: str, what: str) -> Any:
    """A JSON file (``-`` is standard input).

    Raises:
        BadInput: it cannot be read, is too large, or is no JSON. The message never repeats what it says.
    """
    text = piped() if name == "-" else text_of(read_file(name, most=MOST_JSON, what=what))
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{what} is not JSON: look at line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError):
        raise BadInput(f"{what} is not JSON that can be read") from None


# ---- alerts ---------------------------------------------------------------------------------------------------------


def state_of(thing: Thing, now: int) -> str:
    """Where an alert stands."""
    if thing.retracted:
        return "retracted"
    if thing.expired(now):
        return "expired"
    return "live" if len(thing.versions) == 1 else "amended"


def alert_json(thing: Thing, now: int) -> dict[str, Any]:
    """An alert for programs. Of a retracted one, what stood before."""
    content = thing.content
    return content_json(content) | {
        "id": encode_id(thing.id),
        "status": state_of(thing, now),
        "published": moment(thing.first.time),
        "changed": moment(thing.last.time),
        "version": len(thing.versions),
        "approvals": len(thing.last.people),
        "so_far": thing.so_far,
        "reason": thing.last.body.content["reason"] if thing.retracted else None,
    }


def content_json(content: Mapping[str, Any]) -> dict[str, Any]:
    """What an alert says, as ``desk draft --file`` and ``desk amend --file`` take it."""
    out = {("topics" if name == "areas" else name): value for name, value in content.items()}
    return out | ({"expires": moment(content["expires"])} if "expires" in content else {})


def newest_of(board: Board, kind: str) -> dict[str, Any] | None:
    """The newest content of a kind of which there is one: the resources, the figures."""
    versions = [v for thing in board.things.values() for v in thing.versions if v.body.kind == kind]
    return max(versions, key=lambda v: v.seq).body.content if versions else None


# ---- reports --------------------------------------------------------------------------------------------------------

#: Labels of a report's fields, and the tables their words are in.
_LABELS: Final[dict[str, tuple[str, str]]] = {
    "kinds": ("What kind", "kinds"),
    "consent": ("She agrees to", ""),
    "relationship": ("Happened to", "relationships"),
    "when": ("When", ""),
    "area": ("Area", ""),
    "place": ("Place", "places"),
    "contact": ("Contact by", "contacts"),
    "people": ("How many people", ""),
    "persons": ("Person", ""),
    "identifiers": ("Number or plate", ""),
    "vehicles": ("Vehicle", ""),
    "happened": ("What happened", ""),
    "pattern": ("Pattern", ""),
    "injuries": ("Injuries", ""),
    "ongoing": ("Still a risk", "risks"),
    "support": ("Wants help with", "supports"),
    "language": ("Language", "languages"),
}
_INNER: Final = {
    "role": "roles", "gender": "genders", "age": "ages", "height": "heights", "build": "builds", "hair": "hairs", "eyes": "eyes",
    "accent": "languages", "languages": "languages", "weapon": "weapons", "ethnicity": "ethnicities", "type": "vehicles", "colour": "colours",
}  # fmt: skip


def report_lines(fields: Mapping[str, Any], *, own: bool = False) -> list[str]:
    """A report in the order of its form: for moderators, or for whoever wrote it."""
    out = []
    for name in FIELDS:
        if name not in fields:
            continue
        label, table = _LABELS[name]
        value = fields[name]
        if name in ("persons", "vehicles"):
            marks, form = ("person-marks", PERSON) if name == "persons" else ("vehicle-marks", VEHICLE)
            # In the form's order; on the wire they stand in the encoding's.
            out += [f"{label}: {_inner({n: one[n] for n in form if n in one}, marks)}" for one in value]
        elif name == "identifiers":
            out += [f"{label}: {identifier_line(one)}" for one in value]
        elif name == "consent":
            out.append(f"{'You agree to' if own else label}: {_consent(value)}")
        elif name == "when":
            out.append(f"{label}: {_date(value)}")
        else:
            out.append(f"{label}: {_words(value, table)}")
    return out


def _words(value: Any, table: str) -> str:
    return ", ".join(word("en", table, one) if table else str(one) for one in (value if isinstance(value, list) else [value]))


def _inner(one: Mapping[str, Any], marks: str) -> str:
    return " · ".join(_words(value, marks if name == "marks" else _INNER.get(name, "")) for name, value in one.items())


def _date(value: Mapping[str, Any]) -> str:
    about = "about " if value.get("precision") == "week" else ""
    return about + day("en", value["date"]) + (f", {value['band']} o'clock" if "band" in value else "")


def _consent(value: Mapping[str, Any]) -> str:
    words = [{"peers": "warn others", "moderators": "moderators only"}.get(value.get("share", ""), "did not say: show her the text first")]
    words += ["show me the text first"] if value.get("show_first") else []
    words += ["hold it until I say"] if value.get("hold") else []
    words += ["do not count me in figures"] if value.get("figures") is False else []
    return ", ".join(words)


def identifier_line(item: Mapping[str, Any]) -> str:
    """A number, address or plate, open or hidden."""
    kind = word("en", "types", item["type"])
    if "value" not in item:
        return f"{kind} (hidden)"
    part = f"{item['partial']} " if item.get("partial") else ""
    return f"{kind} {part}{item['value']}" + (f" ({item['platform']})" if item.get("platform") else "")


def indented(lines: Sequence[str], by: int = 4) -> list[str]:
    """Lines under a heading; a text's own lines too."""
    return [" " * by + part for line in lines for part in line.split("\n")]
