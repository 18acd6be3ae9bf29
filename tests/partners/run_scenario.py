"""Plays a scenario of `tests/vectors/scenarios/` with the real reader, and says what came of it (`tests/vectors/README.md`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from alerts import admitting, casework
from alerts.follow import Head
from alerts.log import InviteRecord
from alerts.mail import parse_mail
from alerts.member import Member, Path
from alerts.moderator import Moderator
from alerts.receipt import Receipt
from crypto.bundle import Bundle
from crypto.chain import parse_entry
from crypto.errors import Refused
from crypto.invites import Welcome, invite_from_code, open_box
from crypto.keytree import decode_path_keys
from crypto.secrets import AnswerKey, DeviceEntropy, GateSeed, InviteCode, NotesKey, SigningSeed, TagKey, TreeSeed

#: What a response may hold beside entries of the board; `expect` has a part of the same name.
PARTS = ("boxes", "log", "desk", "mail")


def _bytes(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: bytes.fromhex(item) if key in names and item is not None else item for key, item in value.items()}


def _entry(value: dict[str, Any]) -> dict[str, Any]:
    return _bytes(value, "header", "signature", "blob")


def _head(value: dict[str, Any]) -> Head:
    return Head(value["seq"], bytes.fromhex(value["hash"]))


def _receipt(given: dict[str, Any]) -> Receipt:
    value = _bytes(given, "id", "answer", "tag", "follow", "item")
    secrets = AnswerKey(value["answer"]), TagKey(value["tag"]), SigningSeed(value["follow"])
    return Receipt(value["id"], *secrets, kinds=value["kinds"], sent=value["sent"], unsent=value["item"])


def reader_of(given: dict[str, Any]) -> Member:
    """Who reads: a member with path keys, or a moderator if bundles are given."""
    collective, entropy = bytes.fromhex(given["collective"]), DeviceEntropy(bytes.fromhex(given.get("device", "00" * 16)))
    kind = Moderator if given["bundles"] or given.get("moderates") else Member
    reader = kind(entropy, collective, "reader", 0)
    for path in given["paths"]:
        reader.paths[path["planting"]] = Path(path["leaf"], decode_path_keys(path["leaf"], bytes.fromhex(path["keys"])))
    if isinstance(reader, Moderator):
        for value in given["bundles"]:
            tree, gate, notes = (bytes.fromhex(value[part]) for part in ("tree", "gate", "notes"))
            reader.bundles[value["planting"]] = Bundle(value["planting"], TreeSeed(tree), GateSeed(gate), NotesKey(notes))
    for one in given.get("receipts", []):
        receipt = _receipt(one)
        reader.receipts[receipt.id] = receipt
    return reader


@dataclass(slots=True)
class Told:
    """What was said of boxes, desk and mail so far: a device says it once, and does not keep it."""

    boxes: list[str] = field(default_factory=list)
    desk: list[list[Any]] = field(default_factory=list)
    mail: list[list[Any]] = field(default_factory=list)


def answer(reader: Member, response: dict[str, Any], told: Told | None = None) -> str | None:
    """Gives the reader one answer of the relay; the name of the error that refuses it."""
    told = told or Told()
    try:
        reader.now = response.get("now", reader.now)
        if response["head"] is not None:
            reader.compare(_head(response["head"]))
        welcome = _welcome(reader, response.get("welcome"))
        reader.read_board([parse_entry(_entry(value), "board") for value in response["entries"]])
        if welcome is not None:
            reader.check_welcome(welcome)
        for value in response.get("found", []):
            reader.take_withheld(parse_entry(_entry(value), "board"))
        told.boxes += [_box(reader, value) for value in response.get("boxes", [])]
        if isinstance(reader, Moderator):
            _read_log(reader, response.get("log"))
            _read_desk(reader, response.get("desk"), told)
        _read_mail(reader, response.get("mail", []), told)
    except Refused as error:
        return error.name
    return None


def _welcome(reader: Member, given: dict[str, Any] | None) -> Welcome | None:
    if given is None:
        return None
    welcome = open_box(invite_from_code(InviteCode(bytes.fromhex(given["code"]))), bytes.fromhex(given["box"]))
    reader.welcome(welcome, parse_entry(_entry(given["newest"]), "board"))
    return welcome


def _box(reader: Member, given: dict[str, str]) -> str:
    """`taken`, or the name of the error."""
    blob = bytes.fromhex(given["blob"])
    try:
        if given["purpose"] == "bundle" and isinstance(reader, Moderator):
            reader.take_bundle(blob, reader.board.charter)
        else:
            reader.take_path_keys(blob, reader.board.epoch.public)
    except Refused as error:
        return error.name
    return "taken"


def _read_log(reader: Moderator, given: dict[str, Any] | None) -> None:
    if given is None:
        return
    if given["head"] is not None:
        reader.log.chain.compare(_head(given["head"]))
    reader.read_log([parse_entry(_entry(value), "log") for value in given["entries"]])


def _read_desk(reader: Moderator, given: dict[str, Any] | None, told: Told) -> None:
    if given is None:
        return
    inbox = reader.inbox
    inbox.begin(given["began"])
    for value in given["items"]:
        inbox.take(value["position"], value["arrived"], bytes.fromhex(value["item"]), reader.board, reader.log)
    told.desk += [[r.seq, r.error] for r in inbox.refused]
    inbox.end(given["began"])
    inbox.refused.clear()


def _read_mail(reader: Member, given: list[dict[str, Any]], told: Told) -> None:
    for value in given:
        item = parse_mail({"tag": bytes.fromhex(value["tag"]), "blob": bytes.fromhex(value["blob"])})
        reader.take_mail(value["position"], item, reader.now or 0)
    told.mail += [[r.seq, r.error] for r in reader.refusals]
    reader.refusals.clear()


# ---- what came of it ------------------------------------------------------------------------------------------------


def outcome(reader: Member, raises: str | None, told: Told | None = None, parts: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the reader believes, as a scenario's `expect`. Ask once: joins are judged by it."""
    board, told = reader.board, told or Told()
    found: dict[str, Any] = {
        "raises": raises,
        "refused": [[r.seq, r.error] for r in board.refused],
        "alerts": [[t.id.hex(), len(t.versions), t.retracted, t.so_far] for t in board.alerts],
        "charter": board.charter.number if board.founded else 0,
        "epoch": board.epoch.number if board.founded else 0,
        "withheld": board.withheld,
    }
    if board.alarms:
        found["alarms"] = [[r.seq, r.error] for r in board.alarms]
    views: dict[str, Callable[[], Any]] = {
        "boxes": lambda: told.boxes,
        "log": lambda: _log(reader),
        "desk": lambda: _desk(reader, told),
        "mail": lambda: _mail(reader, told),
    }
    return found | {part: views[part]() for part in parts}


def _log(reader: Member) -> dict[str, Any]:
    if not isinstance(reader, Moderator):
        raise LookupError("only moderators read the log")
    log = reader.log
    return {
        "refused": [[r.seq, r.error] for r in log.refused],
        "passed_over": log.passed_over,
        "invites": sorted([i.public_key.hex(), _invite(i)] for i in log.invites.values()),
        "members": [[m.leaf, m.sign.hex(), m.alias] for m in reader.members()],
        "agreed": sorted(sign.hex() for sign in log.accepted),
        "removals": sorted([leaf, len(people)] for leaf, people in log.removals.items()),
        "proposals": sorted([key.hex(), len(p.approvals)] for key, p in log.proposals.items()),
        "steps": sorted([report.hex(), [s.event for s in steps]] for report, steps in log.steps.items()),
        "desk_keys": sorted(log.desk_seeds),
    }


def _invite(record: InviteRecord) -> str:
    if record.used_by is not None:
        return "used"
    return "called back" if record.withdrawn is not None else "open"


def _desk(reader: Member, told: Told) -> dict[str, Any]:
    if not isinstance(reader, Moderator):
        raise LookupError("only moderators read the desk")
    return {
        "refused": told.desk,
        "joins": _joins(reader),
        "agreed": sorted(sign.hex() for sign in reader.inbox.accepts),
        "reports": [
            [
                r.id.hex(),
                r.signed_by and r.signed_by.hex(),
                r.fields["kinds"],
                [[n, body["kind"], body["text"]] for n, _, body in r.follow_ups],
            ]
            for r in reader.inbox.reports.values()
        ],
        "cases": [
            [str(case.state), [[n, str(event)] for n, event in case.late if n > case.read], case.agreed, case.released]
            for case in casework.cases(reader).values()
        ],
    }


def _joins(reader: Moderator) -> list[list[str]]:
    """What the log makes of each join: `admit`, `member` if she is in already, or the name of the error that refuses it."""
    found = []
    for sign, waiting in list(reader.inbox.joins.items()):
        reader.inbox.joins = {sign: waiting}
        before = len(reader.refusals)
        notes = admitting.admissions(reader)
        refused = [r.error for r in reader.refusals[before:]]
        found.append([sign.hex(), *(refused or ["admit" if notes else "member"])])
    return found


def _mail(reader: Member, told: Told) -> dict[str, Any]:
    return {
        "refused": told.mail,
        "receipts": [
            [
                r.id.hex(),
                r.status,
                len(r.acknowledged),
                r.unsent is not None,
                [[m["kind"], m["time"], m["status"], m["text"]] for m in r.messages],
            ]
            for r in reader.receipts.values()
        ],
    }


def parts_of(scenario: dict[str, Any]) -> tuple[str, ...]:
    return tuple(part for part in PARTS if any(part in response for response in scenario["responses"]))


def play(scenario: dict[str, Any]) -> dict[str, Any]:
    """All answers, one after the other; only the last may be refused."""
    reader, raises, told = reader_of(scenario["given"]), None, Told()
    for response in scenario["responses"]:
        if raises is not None:
            raise LookupError("an earlier answer was refused")
        raises = answer(reader, response, told)
    return outcome(reader, raises, told, parts_of(scenario))
