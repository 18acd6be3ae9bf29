"""Reporting, and what becomes of one's reports: report, reports."""

from __future__ import annotations

import argparse
import datetime
import json
from typing import Any, Final

from alerts import alert
from alerts.contents import content_hash
from alerts.member import Member
from alerts.receipt import Receipt
from alerts.report import example_report, health_card_applies, validate_report
from alerts.wording import word
from crypto import wire
from crypto.base32 import encode_id
from crypto.errors import BadInput, NotAddressed, NotAllowed, Refused

from .base import Answer, Command, Context
from .device import PATIENCE, Work, opened
from .questions import Asked, Back, SendNow, Stopped, interview
from .shapes import content_json, find_id, indented, moment, newest_of, read_json, report_lines, short, when
from .spoken import spoken_in
from .terminal import HISTORY, EndOfInput

#: Reports that were begun and not sent: a list of ``{"begun", "answers", "done"}``, oldest first.
_DRAFTS: Final = "draft"
#: What a shell says of a program that Ctrl-C has ended.
_INTERRUPTED: Final = 130
_MINIMUM: Final = (
    "Hours count: PEP against HIV works within 72 hours, emergency contraception within 5 days. A clinic or emergency room has both."
)

#: What the status of a report means to whoever sent it.
_STATUS: Final = {
    "sent": "sent, waiting for a moderator's device",
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
    async with opened(context, sync=False) as work:
        charter = work.device.board.charter
        draft: dict[str, Any] | None = None
        if given is None:
            draft, status = _ask(work)
            if status is not None:
                return _kept(work, draft, status)
            given = draft["answers"]
        fields = validate_report(given, policy=charter.policy, country=charter.country)
        receipt = work.device.report(fields, context.now, signed=options.signed)
        work.session.save()
        if draft is not None:
            _keep(work, draft, gone=True)
        if terminal.watched:
            terminal.say("Sending…")
        await work.finish(whatever=True)
        return _reported(work, receipt, fields)


def _reported(work: Work, receipt: Receipt, fields: dict[str, Any]) -> Answer:
    """What became of it: the relay has it, or it is safe here, or nobody will get it from this device."""
    sent, trouble = receipt.sent_at is not None, work.trouble
    value: dict[str, Any] = {"report": encode_id(receipt.id), "receipt": _receipt_json(receipt), "sent": sent}
    status = 0
    if sent:
        usual = (newest_of(work.device.board, "figures") or {}).get("counts", {}).get("hours")
        lines = [f"Report {short(receipt.id)}: sent. Moderators' devices pick it up when they are next on. Maybe nobody is awake."]
        lines.append("`parasol reports` says Received once a moderator's device has it." + (f" Warnings usually go out within {usual} hours." if usual else ""))  # fmt: skip
        if fields.get("consent", {}).get("hold"):
            lines.append(f"They hold the warning until you say so: parasol reports release {short(receipt.id)}")
    elif isinstance(trouble, Refused):
        status = 3
        why = "This device may have been removed; nobody will get this." if isinstance(trouble, NotAddressed) else f"What the relay gave was refused ({trouble.name}); nobody will get this now."  # fmt: skip
        lines = [f"NOT SENT. {why} Tell a moderator some other way.", f"Report {short(receipt.id)} is kept on this device."]
        value |= {"error": trouble.name, "detail": str(trouble)}
    else:
        status = 4
        healing = work.synced is not None and work.synced.healing
        later = "The server lost some data and takes nothing now; `parasol sync` sends it later." if healing else "Run `parasol sync` when you have a connection."  # fmt: skip
        lines = [f"NOT SENT YET. Report {short(receipt.id)} is safe on this device. {later}"]
    return Answer(value, lines + _help(work.device, fields), status)


def _kept(work: Work, draft: dict[str, Any], status: int) -> Answer:
    """She stopped before it was sent: what is kept, and where to get help all the same."""
    answers = draft["answers"]
    if not answers:
        return Answer({"report": None, "draft": False}, ["Nothing was said yet, so nothing is kept and nothing was sent."], status)
    lines = ["Kept on this device, NOT sent. `parasol report` goes on with it."]
    return Answer({"report": None, "draft": True}, lines + (_help(work.device, answers) if "kinds" in answers else []), status)


def _keep(work: Work, draft: dict[str, Any], *, gone: bool = False) -> None:
    """Writes one draft down among the others, or takes it away."""
    others = [one for one in work.home.get(_DRAFTS) or [] if one["begun"] != draft["begun"]]
    drafts = others if gone or not draft["answers"] else [*others, draft]
    work.home.put({_DRAFTS: drafts or None})


def _draft_to_go_on_with(work: Work) -> dict[str, Any]:
    """A report that was begun, if she wants to go on with one; otherwise a new one. None is lost unless she says so."""
    terminal = work.context.terminal
    drafts: list[dict[str, Any]] = sorted(work.home.get(_DRAFTS) or [], key=lambda one: -one["begun"])
    for draft in drafts:
        kinds = ", ".join(word("en", "kinds", kind) for kind in draft["answers"].get("kinds", []))
        if terminal.confirm(f"You began a report on {when(draft['begun'])}{f' ({kinds})' if kinds else ''}. Go on with it?", usual=True):
            return draft
        if not terminal.confirm("Keep that one for later?", usual=True):
            _keep(work, draft, gone=True)
    begun = max([work.context.now, *(one["begun"] + 1 for one in drafts)])
    return {"begun": begun, "answers": {}, "done": []}


def _ask(work: Work) -> tuple[dict[str, Any], int | None]:
    """The draft as she has told it; and the exit status if it is not to be sent."""
    context = work.context
    terminal, charter = context.terminal, work.device.board.charter
    draft: dict[str, Any] = {"begun": context.now, "answers": {}, "done": []}
    try:
        draft = _draft_to_go_on_with(work)
        answers = draft["answers"]
        today = datetime.datetime.fromtimestamp(context.now).date()
        spoken = spoken_in(context.settings.language)
        asked = Asked(terminal, charter.country, charter.policy, today, answers, draft["done"], lambda: _keep(work, draft), spoken=spoken)
        told_to_send = interview(asked)
        terminal.say()
        for line in report_lines(answers, own=True):
            terminal.say(f"  {line}")
        if told_to_send or _really(asked):
            return draft, None
    except (Stopped, EndOfInput):
        terminal.say()
    except KeyboardInterrupt:
        terminal.say()
        return draft, _INTERRUPTED
    return draft, 0


def _really(asked: Asked) -> bool:
    try:
        return asked.yes("Send this to your moderators?")
    except SendNow:
        return True
    except Back:
        return False


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
        "action",
        nargs="?",
        default="list",
        choices=["list", "show", "answer", "withdraw", "correct", "agree", "release", "forget"],
        help="answer: a question of theirs. agree: to the text that others would read. release: they may go ahead now. correct: the report anew. "
        "withdraw: take it back. forget: on this device alone",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="the beginning of the report's id")
    parser.add_argument(
        "text",
        nargs="?",
        metavar="TEXT",
        help=f"the answer; {HISTORY}",
    )
    parser.add_argument("--file", metavar="F", help="with correct: the whole report anew, as JSON")
    parser.add_argument("--yes", action="store_true", help="with forget: do not ask")
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
    async with opened(context, offline=True, sync=not options.offline, patience=PATIENCE) as work:
        device = work.device
        if action == "list":
            receipts = sorted(device.receipts.values(), key=lambda r: -r.sent)
            lines = [line for r in receipts for line in _receipt_lines(r, device)] or ["You have sent no reports from this device."]
            lines += _drafts_line(work) + [f"As of {work.as_of}."]
            _looked(work, [r for r in receipts if r.messages and r.messages[-1]["kind"] == "preview"])
            return Answer(
                {"reports": [_receipt_json(r) for r in receipts], "drafts": len(work.home.get(_DRAFTS) or [])}, lines, work.status
            )
        receipt = device.receipts[find_id(options.id, device.receipts, "report of yours")]
        if action == "show":
            _looked(work, [receipt])
            return Answer(_receipt_json(receipt), _receipt_lines(receipt, device, whole=True), work.status)
        if action == "forget":
            _sure(context, "Forget this report here? You can then neither answer, nor withdraw it, nor hear of it.")
            device.forget(receipt.id)
            work.session.save()
            return Answer({"report": encode_id(receipt.id), "forgotten": True}, ["Forgotten here: nobody can answer you on it any more. Moderators keep what they have."])  # fmt: skip
        _follow_up(work, receipt, action, text, given)
        await work.finish(whatever=True)
        sent = not _waiting(device, receipt.id)
        said = {"answer": "Your answer", "withdraw": "Your withdrawal", "correct": "Your correction", "agree": "Your yes", "release": "Your word to go ahead"}  # fmt: skip
        status, line = 0, f"{said[action]} is on its way to the moderators."
        if not sent and isinstance(work.trouble, Refused):
            status, line = 3, "NOT SENT. This device may have been removed; nobody will get this. Tell a moderator some other way."
        elif not sent:
            status, line = 4, f"NOT SENT YET. {said[action]} is safe on this device. Run `parasol sync` when you have a connection."
        return Answer({"report": encode_id(receipt.id), "status": receipt.status, "sent": sent}, [line], status)


def _sure(context: Context, question: str) -> None:
    if context.options.yes:
        return
    if not context.terminal.watched:
        raise NotAllowed("nothing was done; say --yes to do it without being asked")
    if not context.terminal.confirm(question):
        raise NotAllowed("nothing was done")


def _drafts_line(work: Work) -> list[str]:
    count = len(work.home.get(_DRAFTS) or [])
    return [f"{count} report{' was' if count == 1 else 's were'} begun and not sent: `parasol report` goes on."] if count else []


def _waiting(device: Member, report: bytes) -> list[str]:
    """The kinds of follow-ups of this report that the relay has not taken yet."""
    return [wire.decode(item["body"])["kind"] for item in device.outbox if item.get("report") == report]


def _follow_up(work: Work, receipt: Receipt, action: str, text: str, given: Any) -> None:
    charter = work.device.board.charter
    fields = validate_report(given, policy=charter.policy, country=charter.country) if given is not None else None
    question = receipt.open_question if action == "answer" else None
    shown = _text_read(work, receipt) if action == "agree" else None
    work.device.follow_up(receipt.id, action, text=text, fields=fields, question=question, shown=shown, now=work.context.now)
    work.session.save()


def _looked(work: Work, receipts: list[Receipt]) -> None:
    """Remembers which texts she is being shown, in the record that every vault has: what waits for her yes is nobody's to see."""
    for receipt in receipts:
        receipt.looked = None if receipt.preview is None else content_hash(receipt.preview)
    work.session.save()


def _text_read(work: Work, receipt: Receipt) -> bytes:
    """The hash of the public text that she has read and agrees to. A newer one may have come since she read it.

    Raises:
        NotAllowed: there is none, it is another than the one she read, or she said no.
    """
    terminal = work.context.terminal
    if receipt.preview is None:
        raise NotAllowed("they have not shown you a text yet")
    name = content_hash(receipt.preview)
    if terminal.watched:
        for line in indented(_preview_lines(receipt.preview, work.device)):
            terminal.say(line)
        if not terminal.confirm("This is what others would read. Do you agree to it?"):
            raise NotAllowed("nothing was done")
    elif receipt.looked != name:
        raise NotAllowed(
            f"the text is another than the one you were shown, or was never shown here; read it: parasol reports show {short(receipt.id)}"
        )
    return name


def _receipt_json(receipt: Receipt) -> dict[str, Any]:
    return {
        "id": encode_id(receipt.id),
        "status": receipt.status,
        "kinds": receipt.kinds,
        "sent": moment(receipt.sent),
        "taken": None if receipt.sent_at is None else moment(receipt.sent_at),
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
        "told": [told | {"time": moment(told["time"])} for told in receipt.told],
    }


def _receipt_lines(receipt: Receipt, device: Member, *, whole: bool = False) -> list[str]:
    kinds = ", ".join(word("en", "kinds", kind) for kind in receipt.kinds)
    have = ("", "; one moderator has it", "; two have it")[min(len(receipt.acknowledged), 2)]
    waiting = _waiting(device, receipt.id)
    state = _STATUS.get(receipt.status, receipt.status) + have
    said = {m["status"] for m in receipt.messages}
    if receipt.status == "withdrawn" and said & {"published", "so-far"}:
        state += ". The warning was taken back" if "retracted" in said else ". The warning is still shown until moderators take it back"
    if "withdraw" in waiting:
        state = "withdrawn here; withdrawal not sent yet. Run `parasol sync` when you have a connection"
    elif receipt.waits and receipt.sent_at is None:
        state = "NOT SENT YET: only on this device. Run `parasol sync` when you have a connection"
    elif waiting:
        state += "; what you wrote last is not sent yet. Run `parasol sync` when you have a connection"
    lines = [f"{short(receipt.id)}  {when(receipt.sent)}  {kinds}: {state}"]
    told: list[dict[str, Any]] = [{"kind": "told", **one} for one in receipt.told]
    # Of two of one time hers stands later: it came after what she had read.
    messages = sorted([*receipt.messages, *told], key=lambda one: int(one["time"]))
    for m in messages if whole else receipt.messages[-1:]:
        if m["kind"] == "told":
            lines.append(f"    You wrote: {m['text']}")
        elif m["kind"] == "question":
            lines.append(f"    They ask: {m['text']}")
        elif m["kind"] == "preview" and m["preview"] is not None:
            lines.append("    This is what others would read:")
            lines += indented(_preview_lines(m["preview"], device), 6)
        elif m["text"]:
            lines.append(f"    They say: {m['text']}")
    if receipt.open_question is not None:
        lines.append(f"    To answer: parasol reports answer {short(receipt.id)}")
    if receipt.status == "held":
        lines.append(f"    When they may go ahead: parasol reports release {short(receipt.id)}")
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
