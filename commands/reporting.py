"""Reporting, and what becomes of one's reports: report, reports."""

from __future__ import annotations

import argparse
import json
from typing import Any, Final

from alerts import alert
from alerts.member import Member
from alerts.receipt import Receipt
from alerts.report import example_report, health_card_applies, validate_report
from alerts.wording import word
from crypto.base32 import encode_id
from crypto.errors import BadInput, NotAllowed, Refused

from .base import Answer, Command, Context
from .device import Work, opened
from .questions import Asked, Stopped, interview
from .shapes import content_json, find_id, indented, moment, newest_of, read_json, report_lines, short, when

_DRAFT: Final = "draft"
_MINIMUM: Final = (
    "Hours count: PEP against HIV works within 72 hours, emergency contraception within 5 days. A clinic or emergency room has both."
)

#: What the status of a report means to whoever sent it.
_STATUS: Final = {
    "sent": "sent; no moderator's device has it yet",
    "received": "received",
    "claimed": "a moderator is working on it",
    "needs-info": "they have a question for you",
    "answered": "your answer is with them",
    "shown": "they show you the public text; say if you agree",
    "agreed": "you agreed to the public text",
    "approved": "approved, not out yet",
    "held": "held until you say so",
    "so-far": "the warning is out, with one moderator so far",
    "published": "the warning is out",
    "declined": "no warning comes of it",
    "merged": "it was put together with another report about the same",
    "withdrawn": "you withdrew it",
    "retracted": "the warning was taken back",
}


# ---- report ---------------------------------------------------------------------------------------------------------


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--file", metavar="report.json", help="a report as JSON; - is standard input")
    parser.add_argument("--example", action="store_true", help="print a full one, invented, and send nothing")
    parser.add_argument("--signed", action="store_true", help="show moderators your alias (they see none otherwise)")


async def report(context: Context) -> Answer:
    """A report: asked question by question, or from a file. If the relay is away it waits in the vault."""
    options, terminal = context.options, context.terminal
    if options.example:
        example = example_report()
        return Answer(example, json.dumps(example, ensure_ascii=False, indent=2).split("\n"))
    given = read_json(options.file, "the report") if options.file is not None else None
    if given is None and not terminal.watched:
        raise BadInput("there is nobody to ask; give a report with --file (see `parasol report --example`)")
    async with opened(context, offline=True) as work:
        charter = work.device.board.charter
        if given is None:
            given = _ask(work)
        if given is None:
            return Answer({"report": None, "draft": True}, ["Kept on this device, not sent. `parasol report` goes on with it."])
        fields = validate_report(given, policy=charter.policy, country=charter.country)
        receipt = work.device.report(fields, context.now, signed=options.signed)
        sent = await work.finish()
        work.home.put({_DRAFT: None})
        usual = newest_of(work.device.board, "figures")
        lines = [f"Report {short(receipt.id)}: {'sent' if sent else 'kept on this device; it is sent at the next `parasol sync` that reaches the relay. Nothing is lost'}."]  # fmt: skip
        if sent:
            hours = (usual or {}).get("counts", {}).get("hours")
            lines.append("`parasol reports` says Received once a moderator's device has it." + (f" Warnings usually go out within {hours} hours." if hours else ""))  # fmt: skip
        lines += _help(work.device, fields)
        return Answer({"report": encode_id(receipt.id), "receipt": _receipt_json(receipt), "sent": sent}, lines)


def _ask(work: Work) -> dict[str, Any] | None:
    context = work.context
    terminal, charter = context.terminal, work.device.board.charter
    kept = work.home.get(_DRAFT)
    answers: dict[str, Any] = {}
    if kept and terminal.confirm("You began a report. Go on with it?"):
        answers = dict(kept)
    asked = Asked(terminal, charter.country, charter.policy, answers, lambda so_far: work.home.put({_DRAFT: so_far}))
    try:
        interview(asked)
        terminal.say()
        for line in report_lines(answers, own=True):
            terminal.say(f"  {line}")
        if not terminal.confirm("Send this to your moderators?"):
            return None
    except Stopped:
        return None
    return answers


def _help(device: Member, fields: dict[str, Any]) -> list[str]:
    """Where to get help, from the collective's own list; health first where hours count."""
    items = (newest_of(device.board, "resources") or {}).get("items", [])
    lines = []
    if health_card_applies(fields["kinds"]):
        lines = [_MINIMUM] + [f"  {i['name']}: {i['contact']}" for i in items if i["kind"].casefold() == "health"]
    wanted = set(fields.get("support", ())) - {"none"}
    others = [i for i in items if i["kind"].casefold() in wanted and i["kind"].casefold() != "health"]
    return lines + [f"  {i['name']}: {i['contact']}" for i in others]


# ---- reports --------------------------------------------------------------------------------------------------------


def _reports_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", default="list", choices=["list", "show", "answer", "withdraw", "correct", "agree", "release", "forget"]
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="the beginning of the report's id")
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the answer; without it, or for -, standard input is read")
    parser.add_argument("--file", metavar="F", help="with correct: the whole report anew, as JSON")
    parser.add_argument("--offline", action="store_true", help="do not ask the relay")


async def reports(context: Context) -> Answer:
    """One's own reports: where they stand, and what one can still do."""
    options = context.options
    action = options.action
    if action != "list" and options.id is None:
        raise BadInput(f"which one? parasol reports {action} ID")
    if action == "correct" and options.file is None:
        raise BadInput("a correction is the whole report anew: parasol reports correct ID --file report.json")
    given = read_json(options.file, "the report") if action == "correct" else None
    text = context.terminal.text(options.text, "Your answer: ") if action == "answer" else ""
    async with opened(context, offline=True, sync=not options.offline) as work:
        device = work.device
        if action == "list":
            receipts = sorted(device.receipts.values(), key=lambda r: -r.sent)
            lines = [line for r in receipts for line in _receipt_lines(r, device)] or ["You have sent no reports from this device."]
            return Answer({"reports": [_receipt_json(r) for r in receipts]}, lines, work.status)
        receipt = device.receipts[find_id(options.id, device.receipts, "report of yours")]
        if action == "show":
            return Answer(_receipt_json(receipt), _receipt_lines(receipt, device, whole=True), work.status)
        if action == "forget":
            device.forget(receipt.id)
            work.session.save()
            return Answer({"report": encode_id(receipt.id), "forgotten": True}, ["Forgotten here: nobody can answer you on it any more. Moderators keep what they have."])  # fmt: skip
        _follow_up(work, receipt, action, text, given)
        sent = await work.finish()
        said = {"answer": "Your answer", "withdraw": "Your withdrawal", "correct": "Your correction", "agree": "Your yes", "release": "Your word to go ahead"}  # fmt: skip
        tail = (
            "is on its way to the moderators."
            if sent
            else "is kept on this device, and sent at the next `parasol sync` that reaches the relay."
        )
        return Answer({"report": encode_id(receipt.id), "status": receipt.status, "sent": sent}, [f"{said[action]} {tail}"])


def _follow_up(work: Work, receipt: Receipt, action: str, text: str, given: Any) -> None:
    charter = work.device.board.charter
    fields = validate_report(given, policy=charter.policy, country=charter.country) if given is not None else None
    if action == "agree" and not any(m["kind"] == "preview" for m in receipt.messages):
        raise NotAllowed("they have not shown you a text yet")
    work.device.follow_up(receipt.id, action, text=text, fields=fields, question=receipt.open_question if action == "answer" else None)
    work.session.save()


def _receipt_json(receipt: Receipt) -> dict[str, Any]:
    return {
        "id": encode_id(receipt.id),
        "status": receipt.status,
        "kinds": receipt.kinds,
        "sent": moment(receipt.sent),
        "acknowledged": len(receipt.acknowledged),
        "waiting": receipt.waits,
        "question": receipt.open_question,
        "messages": [
            {
                "kind": m["kind"],
                "time": moment(m["time"]),
                "text": m["text"],
                "status": m["status"],
                "question": m["question"],
                "preview": None if m["preview"] is None else content_json(m["preview"]),
            }
            for m in receipt.messages
        ],
    }


def _receipt_lines(receipt: Receipt, device: Member, *, whole: bool = False) -> list[str]:
    kinds = ", ".join(word("en", "kinds", kind) for kind in receipt.kinds)
    have = ("", "; one moderator has it", "; two have it")[min(len(receipt.acknowledged), 2)]
    lines = [f"{short(receipt.id)}  {when(receipt.sent)}  {kinds}: {_STATUS.get(receipt.status, receipt.status)}{have}"]
    messages = receipt.messages if whole else receipt.messages[-1:]
    for m in messages:
        if m["kind"] == "question":
            lines.append(f"    They ask: {m['text']}")
        elif m["kind"] == "preview" and m["preview"] is not None:
            lines.append("    This is what others would read:")
            lines += indented(_preview_lines(m["preview"], device), 6)
        elif m["text"]:
            lines.append(f"    They say: {m['text']}")
    if receipt.open_question is not None:
        lines.append(f"    To answer: parasol reports answer {short(receipt.id)}")
    if receipt.status == "shown":
        lines.append(f"    If that is right: parasol reports agree {short(receipt.id)}. If not: parasol reports answer {short(receipt.id)}")
    return lines


def _preview_lines(preview: dict[str, Any], device: Member) -> list[str]:
    try:
        return alert.render(alert.check_alert(preview), topics=device.board.charter.topics)
    except Refused:
        return ["(a text this software cannot show; ask them to send it again)"]


COMMANDS: Final = [
    Command("report", "member", "tell your moderators; asks question by question, only the first needs an answer", "parasol report", report, _report_arguments),
    Command("reports", "member", "your own reports: status, questions, answers", "parasol reports answer 3f9k2m01", reports, _reports_arguments),
]  # fmt: skip
