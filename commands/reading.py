"""Reading: alerts, check, sync."""

from __future__ import annotations

import argparse
from typing import Any, Final

from alerts import alert, looks, search
from alerts.board import Board
from alerts.coded import fold
from alerts.search import Listed, Match
from alerts.spoken import Spoken
from alerts.syncing import Synced
from alerts.things import Thing
from crypto.base32 import encode_id
from crypto.errors import BadInput

from . import alarms
from .base import Answer, Command, Context
from .device import Work, note_sync, opened, refused_line
from .meanwhile import reading, told
from .people import removals_waiting
from .shapes import ago, alert_json, base64url, find_id, identifier_line, indented, moment, short, state_of, when
from .spoken import spoken_in
from .terminal import HISTORY, piped

#: A withdrawn warning is shown this long, so that whoever remembers it hears of its end.
_SHOW_RETRACTED: Final = 30 * 86400
_STRENGTHS: Final = {4: "MATCH", 3: "PROBABLE MATCH", 2: "MATCH IN PART", 1: "LOOKS ALIKE", 0: "LOOKS ALIKE, WITH ANOTHER PLATE"}


# ---- alerts ---------------------------------------------------------------------------------------------------------


def _alerts_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=["show"], help="show one whole")
    parser.add_argument("id", nargs="?", metavar="ID", help="the beginning of an alert's id")
    parser.add_argument("--topic", "--area", metavar="T", help="one area only")
    parser.add_argument("--offline", action="store_true", help="do not ask the relay")


async def alerts(context: Context) -> Answer:
    """What stands now, newest first."""
    options = context.options
    if (options.action == "show") != (options.id is not None):
        raise BadInput("which one? parasol alerts show ID")
    now = context.now
    async with reading(context) as work:
        if options.id is not None:
            return await told(work, lambda: _one(work, now))
        return await told(work, lambda: _all(work, now))


def _one(work: Work, now: int) -> Answer:
    board = work.device.board
    thing = board.things[find_id(work.context.options.id, [t.id for t in board.alerts], "alert")]
    return Answer(alert_json(thing, now), _whole(thing, board, now))


def _all(work: Work, now: int) -> Answer:
    board = work.device.board
    chosen = _standing(board, now, work.context.options.topic)
    gone = [t for t in board.alerts if t.retracted and now - t.last.time < _SHOW_RETRACTED]
    gone.sort(key=lambda t: -t.last.time)
    news = _news(board)
    value = {
        "alerts": [alert_json(t, now) for t in chosen],
        "retracted": [{"id": encode_id(t.id), "reason": t.last.body.content["reason"], "when": moment(t.last.time)} for t in gone],
        "notices": news,
        "head": None if board.head is None else {"seq": board.head.seq, "hash": base64url(board.head.hash)},
        "pulse": moment(board.epoch.time),
        "fresh": board.is_fresh(now),
        "synced": _synced(work),
    }
    lines: list[str] = []
    for thing in chosen:
        lines += [*_whole(thing, board, now), ""]
    lines += [f"{short(t.id)}  TAKEN BACK {ago(now - t.last.time)}: {t.last.body.content['reason']}" for t in gone]
    lines += [f"From your moderators, {n['published'][:10]}: {n['text']}" for n in news]
    if not chosen:
        lines.append("No alerts now. Not the same as safe.")
    return Answer(value, lines)


def _standing(board: Board, now: int, topic: str | None) -> list[Thing]:
    standing = [t for t in board.alerts if not t.retracted and not t.expired(now)]
    if topic is not None:
        ids = [t["id"] for t in board.charter.topics if fold(topic) in (fold(t["id"]), fold(t["name"]))]
        if not ids:
            raise BadInput(f"areas here: {', '.join(t['name'] for t in board.charter.topics) or 'none yet'}")
        standing = [t for t in standing if ids[0] in t.content["areas"]]
    return sorted(standing, key=lambda t: -t.last.time)


def _whole(thing: Thing, board: Board, now: int) -> list[str]:
    head = f"{short(thing.id)}  {ago(now - thing.last.time)}"
    state = state_of(thing, now)
    if state == "retracted":
        return [f"{head}  TAKEN BACK: {thing.last.body.content['reason']}"]
    head += {"amended": f"  corrected, version {len(thing.versions)}", "expired": "  EXPIRED"}.get(state, "")
    return [head, *indented(alert.render(thing.content, topics=board.charter.topics))]


def _news(board: Board) -> list[dict[str, Any]]:
    out = []
    for thing in board.things.values():
        for version in thing.versions[-1:]:
            if version.body.kind in ("notice", "question"):
                content = version.body.content
                out.append(
                    {
                        "kind": version.body.kind,
                        "text": content["text"],
                        "choices": content.get("choices", []),
                        "published": moment(version.time),
                    }
                )
    return sorted(out, key=lambda n: n["published"], reverse=True)


# ---- check ----------------------------------------------------------------------------------------------------------


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "value",
        nargs="*",
        metavar="VALUE",
        help=f"a number, plate, link, name or look; {HISTORY}",
    )
    parser.add_argument("--offline", action="store_true", help="do not ask the relay for news first")


async def check(context: Context) -> Answer:
    """Looks something up among the alerts on this device. What is looked up goes nowhere."""
    given = " ".join(context.options.value) or None
    if given is None and context.terminal.watched:
        given = context.terminal.ask("Number, plate, link or look: ")
    query = (piped() if given is None or given == "-" else given).strip()
    if not query:
        raise BadInput("there is nothing to look up; type a number, a plate, a link or a look")
    now = context.now
    async with reading(context) as work:
        return await told(work, lambda: _checked(work, query, now, spoken_in(context.settings.language)))


def _checked(work: Work, query: str, now: int, spoken: Spoken) -> Answer:
    board = work.device.board
    result = search.check(query, listed(board), now=now, country=board.charter.country, collective=work.device.collective, spoken=spoken)
    value = {
        "value": query,
        "normalised": ", ".join(_normal(one.to_map()) for one in result.looked_for) or None,
        "matches": [encode_id(m.alert.id) for m in result.matches],
        "note": result.note,
        "details": [_match_json(m) for m in result.matches],
        "pulse": moment(board.epoch.time),
        "fresh": board.is_fresh(now),
        "synced": _synced(work),
    }
    looked_for = [identifier_line(one.to_map()) for one in result.looked_for] + looks.look_words(looks.searched_look(result.look))
    lines = [f"Looked for: {', '.join(looked_for)}"] if looked_for else []
    for m in result.matches:
        lines += ["", f"{_STRENGTHS[int(m.strength)]}: {m.reason}. Listed {ago(m.age)}.", *_whole(board.things[m.alert.id], board, now)]
    return Answer(value, lines + (["", result.note] if result.matches else [result.note]))


def _synced(work: Work) -> str | None:
    return None if work.synced_at is None else moment(work.synced_at)


def listed(board: Board) -> list[Listed]:
    """The board's alerts, for checking."""
    return [Listed(t.id, t.content, t.last.time, t.retracted) for t in board.alerts if t.content]


def _normal(item: dict[str, Any]) -> str:
    return f"{item['partial']} {item['value']}" if item.get("partial") else str(item["value"])


def _match_json(m: Match) -> dict[str, Any]:
    return {
        "alert": encode_id(m.alert.id),
        "strength": m.strength.name.lower(),
        "reason": m.reason,
        "published": moment(m.alert.published),
        "value": ", ".join(m.values) or None,
    }


# ---- sync -----------------------------------------------------------------------------------------------------------


def _sync_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--whole", action="store_true", help="moderators: say that a restored relay has everything again")


async def sync(context: Context) -> Answer:
    """Fetches and verifies everything; prints what was refused, by name."""
    async with opened(context, later=True) as work:
        synced = await work.session.sync()
        healing = synced.healing
        if context.options.whole:
            work.moderator  # noqa: B018  says who may
            if healing:
                await work.session.declare_whole()
            again = await work.session.sync()
            healing, synced.refused = again.healing, again.refused
            synced.board, synced.desk, synced.mail = synced.board + again.board, synced.desk + again.desk, synced.mail + again.mail
        work.synced, synced.healing = synced, healing
        work.warn_if_stale()
        note_sync(work.home, context.now)
        found, refused = alarms.split(work.device, synced.refused)
        waiting = _waiting(work)
        removals = removals_waiting(work.moderator) if work.session.moderates else []
        board = work.device.board
    value = {
        "board": synced.board,
        "desk": synced.desk,
        "mail": synced.mail,
        "refused": [{"error": r.error, "detail": r.detail} for r in refused],
        "alarms": [alarm.value() for alarm in found],
        "healing": healing,
        "waiting": waiting,
        "removals": [removal.value() for removal in removals],
        "ready": work.device.has_path_keys or work.session.moderates,
        "moderates": work.session.moderates,
        "head": None if board.head is None else {"seq": board.head.seq, "hash": base64url(board.head.hash)},
        "pulse": moment(board.epoch.time),
    }
    lines = [_brought(work)]
    lines += [refused_line(r) for r in refused]
    lines += ["When everybody has synced, a moderator runs `parasol sync --whole`."] if healing and work.session.moderates else []
    lines += [f"{waiting} of your reports wait to be sent or to be received."] if waiting else []
    lines += [removal.line for removal in removals]
    lines += [] if value["ready"] else ["Your own keys are not here yet; they come when a moderator's device is next awake."]
    lines.append(f"Last word from your moderators: {when(board.epoch.time)}.")
    return Answer(value, [*lines, *alarms.lines(found)], 3 if any(not alarm.mended for alarm in found) else 0)


def _brought(work: Work) -> str:
    """What a sync brought. The board's entries are counted; not all of them are warnings, so these are called news."""
    synced = work.synced or Synced()
    parts = [_count(synced.board, "new entry on the board", "new entries on the board")] if synced.board else []
    parts += [_count(synced.mail, "message for you", "messages for you")] if synced.mail else []
    parts += [f"{synced.desk} at the desk"] if synced.desk and work.session.moderates else []
    return f"Up to date. {', '.join(parts)}." if parts else "Up to date. Nothing new."


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _waiting(work: Work) -> int:
    return sum(receipt.waits for receipt in work.device.receipts.values()) + len(work.device.outbox)


COMMANDS: Final = [
    Command("check", "member", "is somebody listed? On this device; what you type goes nowhere", "parasol check   (then type, for example: white van, plate ends KX)", check, _check_arguments),
    Command("alerts", "member", "the warnings that stand now", "parasol alerts --topic Harbour", alerts, _alerts_arguments),
    Command("sync", "member", "fetch what is new, verify it, send what waits", "parasol sync", sync, _sync_arguments),
]  # fmt: skip
