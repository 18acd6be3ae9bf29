"""What the collective decides together: its rules (the charter), the list of help, figures, notices and questions."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Final

from alerts import casework
from alerts.charter import DEFAULT_POLICY, default_quorums, parse_charter
from alerts.contents import check_content
from alerts.desk import State
from alerts.figures import Counted, figures
from alerts.forms import tidy_text
from alerts.log import Proposal
from alerts.moderator import Moderator
from alerts.report import consent_of
from alerts.statements import SINGLE, Body, new_object
from alerts.wording import word
from crypto.base32 import encode_id, normalise_id
from crypto.errors import BadInput, NotAllowed, Refused

from .base import Answer, Command, Context
from .device import Work, opened
from .joining import country, topic
from .names import name_of
from .settings import read_file
from .shapes import duration, find_id, moment, newest_of, read_json
from .terminal import piped, text_of

# ---- proposing and approving, alike for all -------------------------------------------------------------------------


#: So much of a proposal's id names its text and no other, for whoever is not shown it again.
_WHOLE: Final = 16


def _id_of(proposal: Proposal) -> bytes:
    return proposal.body.hash[:16]


def _text_id(proposal: Proposal) -> str:
    return encode_id(_id_of(proposal))[:_WHOLE]


def _what(moderator: Moderator, proposal: Proposal) -> list[str]:
    """What a person would sign: the words, or of rules what they change."""
    content = proposal.body.content
    if proposal.body.kind == "charter":
        return _differences(moderator, content)
    if proposal.body.kind == "figures":
        return _figures_lines(content)
    if proposal.body.kind == "resources":
        return [f"  {i['name']} ({i['kind']}): {i['contact']}; {i['text']}" for i in content["items"]]
    return [f"  {content['text']}", *(f"  - {choice}" for choice in content.get("choices", []))]


def _differences(moderator: Moderator, new: dict[str, Any]) -> list[str]:
    """Everything in which a proposed charter differs from the one in force."""
    old, lines = moderator.board.charter.content(), []
    before, after = ({p["id"]: p["devices"] for p in content["people"]} for content in (old, new))
    lines += [f"  {name_of(moderator, one)} moderates from then on" for one in after if one not in before]
    lines += [f"  {name_of(moderator, one)} does not moderate any more" for one in before if one not in after]
    lines += [f"  {name_of(moderator, one)} has other devices" for one in after if one in before and after[one] != before[one]]
    for name in ("quorums", "policy"):
        lines += [
            f"  {name}, {key}: {_plain(old[name].get(key))} becomes {_plain(new[name].get(key))}"
            for key in sorted(old[name].keys() | new[name].keys())
            if old[name].get(key) != new[name].get(key)
        ]
    lines += ["  the areas become: " + ", ".join(t["name"] for t in new["topics"])] if old["topics"] != new["topics"] else []
    lines += [
        f"  {name}: {_plain(old[name])} becomes {_plain(new[name])}" for name in ("name", "country", "minimum") if old[name] != new[name]
    ]
    lines += ["  the moderators' keys are made anew"] if (old["planting"], old["bundle"]) != (new["planting"], new["bundle"]) else []
    return lines or ["  nothing is changed"]


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "none"
    return "not said" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _open(work: Work, kinds: tuple[str, ...]) -> list[Proposal]:
    moderator, now = work.moderator, work.context.now
    return [p for p in moderator.log.proposals.values() if p.body.kind in kinds and moderator.is_open(p, now)]


def _proposal_json(moderator: Moderator, proposal: Proposal) -> dict[str, Any]:
    shown = {name: value for name, value in proposal.body.content.items() if name not in ("people", "bundle")}
    return {
        "id": encode_id(_id_of(proposal)),
        "kind": proposal.body.kind,
        "by": name_of(moderator, proposal.by),
        "approvals": len(moderator.approvals_of(proposal)),
        "needed": moderator.needed_for(proposal.body),
        "content": shown,
        "changes": [line.strip() for line in _what(moderator, proposal)],
    }


def _proposal_line(moderator: Moderator, proposal: Proposal, command: str) -> str:
    count, needed = len(moderator.approvals_of(proposal)), moderator.needed_for(proposal.body)
    what = "new rules" if proposal.body.kind == "charter" else proposal.body.kind
    who = name_of(moderator, proposal.by)
    return f"Proposed by {who}: {what}; {count} of {needed} agree. To read it and agree: parasol {command} approve {_text_id(proposal)}"


async def _propose(work: Work, kind: str, content: dict[str, Any], *, new: bool = False) -> tuple[Body, bool]:
    """Proposes and approves a statement, or approves the open one with the same content; publishes it if that is enough."""
    moderator, now = work.moderator, work.context.now
    try:
        check_content(kind, content)
    except Refused as error:
        raise BadInput(f"this cannot be published: {error.detail}") from None
    me, _ = moderator.me
    for proposal in _open(work, (kind,)):
        if proposal.body.content == content:
            if me not in proposal.approvals:
                await work.session.approve_proposal(proposal.body.hash)
            return proposal.body, await _publish(work, proposal.body.hash)
    object_id = new_object() if new else SINGLE
    thing = None if new else moderator.board.things.get(kind.encode())
    body = moderator.make_statement(kind, content, now, object_id=object_id, previous=thing.last.body if thing is not None else None)
    await work.session.write_notes(lambda: [] if body.hash in moderator.log.proposals else moderator.proposal_notes(body, approved=True))
    return body, await _publish(work, body.hash)


async def _publish(work: Work, body_hash: bytes) -> bool:
    moderator = work.moderator

    def decide() -> list[Any] | None:
        proposal = moderator.log.proposals[body_hash]
        if moderator.board.has(proposal.body) or not moderator.is_open(proposal, work.context.now):
            return None
        approvals = moderator.approvals_of(proposal)
        if len(approvals) < moderator.needed_for(proposal.body):
            return None
        urgent = 1 if proposal.body.kind in ("notice", "question") else 0
        return [moderator.statement_entry(proposal.body, approvals, work.context.now, urgent=urgent)]

    await work.session.publish(decide)
    return moderator.board.has(moderator.log.proposals[body_hash].body)


async def _approve(work: Work, kinds: tuple[str, ...], typed: str | None) -> Answer:
    """This person's approval of what somebody proposed: of the text whose id she gives, and of no other."""
    waiting = {_id_of(p): p for p in _open(work, kinds)}
    if not waiting:
        raise NotAllowed("nothing is proposed")
    terminal = work.context.terminal
    if typed is None and not (terminal.watched and len(waiting) == 1):
        raise BadInput("say which text you have read: " + ", ".join(_text_id(p) for p in waiting.values()))
    # The only one that waits is shown to her, and she is asked.
    proposal = waiting[find_id(typed, waiting, "proposal") if typed is not None else next(iter(waiting))]
    if typed is not None and not terminal.watched and len(normalise_id(typed)) < _WHOLE:
        raise BadInput(f"where nobody can be asked, give {_WHOLE} letters and digits of the id: fewer could be another text's")
    me, _ = work.moderator.me
    if me in proposal.approvals:
        raise NotAllowed("you have agreed to this already; somebody else must be the second")
    if proposal.body.kind == "charter" and proposal.body.content.get("planting") != work.moderator.board.charter.planting:
        raise NotAllowed("this removes a moderator; agree to it with `parasol remove`")
    what = _what(work.moderator, proposal)
    if terminal.watched:
        for line in what:
            terminal.say(line)
        if not terminal.confirm("Approve this?"):
            raise NotAllowed("nothing was done")
    await work.session.approve_proposal(proposal.body.hash)
    out = work.moderator.board.has(proposal.body) if proposal.body.kind == "charter" else await _publish(work, proposal.body.hash)
    await work.finish()
    answer = _said(work, proposal.body, out)
    return Answer(answer.value, [*what, *answer.lines])


def _said(work: Work, body: Body, out: bool) -> Answer:
    moderator = work.moderator
    count = len(moderator.approvals_of(moderator.log.proposals[body.hash]))
    needed = moderator.needed_for(body)
    value = {"id": encode_id(body.hash[:16]), "kind": body.kind, "published": out, "approvals": count, "needed": needed}
    return Answer(value, ["Done; members see it at their next sync." if out else f"Proposed; {count} of {needed} agree so far. Another moderator must agree too."])  # fmt: skip


def _actions(*actions: str) -> Callable[[argparse.ArgumentParser], None]:
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("action", nargs="?", default="show", choices=["show", *actions])
        parser.add_argument("id", nargs="?", metavar="ID", help="with approve: the id of the text you have read")

    return add


# ---- the rules ------------------------------------------------------------------------------------------------------


def _charter_arguments(parser: argparse.ArgumentParser) -> None:
    _actions("set", "approve")(parser)
    parser.add_argument("--name", metavar="N", help="set: another name")
    parser.add_argument("--country", metavar="CC", help="set: home country of phone numbers")
    parser.add_argument("--alert-quorum", metavar="K", type=int, help="set: how many people must sign an alert")
    parser.add_argument("--topic", "--area", metavar="T", action="append", help="set: an area; all of them, each with its own --topic")
    parser.add_argument("--policy", metavar="KEY=VALUE", action="append", default=[], help=f"set: one of {', '.join(DEFAULT_POLICY)}")


async def charter(context: Context) -> Answer:
    """The rules: shown to everybody, changed by more than half of the moderators."""
    options = context.options
    async with opened(context, offline=options.action == "show") as work:
        if options.action == "approve":
            return await _approve(work, ("charter",), options.id)
        if options.action == "set":
            content = _changed(work, options)
            await work.session.propose_charter(content)
            await work.finish()
            body = next(p.body for p in work.moderator.log.proposals.values() if p.body.kind == "charter" and p.body.content == content)
            return _said(work, body, work.moderator.board.has(body) or work.moderator.board.charter.content() == content)
        return _show_charter(work)


_POLICIES: Final = {
    "identifiers_from": "numbers and plates are shown from", "masked": "hidden", "nuisance_alerts": "warnings of mere nuisance",
}  # fmt: skip


def _policy_line(name: str, value: Any) -> str:
    if name == "ethnicity":
        return f"perceived ethnicity: {'asked' if value is True else 'not asked'}"
    if name == "alert_quorum":
        return f"people who must sign an alert, from three moderators on: {value}"
    return f"{_POLICIES.get(name, name)}: {_plain(value)}"


def _show_charter(work: Work) -> Answer:
    rules = work.device.board.charter
    policy = DEFAULT_POLICY | rules.policy
    proposals = _open(work, ("charter",)) if work.session.moderates else []
    value = {
        "name": rules.name,
        "number": rules.number,
        "country": rules.country,
        "moderators": len(rules.people),
        "quorums": rules.quorums,
        "topics": list(rules.topics),
        "policy": policy,
        "proposals": [_proposal_json(work.moderator, p) for p in proposals],
    }
    lines = [
        f"{rules.name}: our rules, version {rules.number}",
        f"  moderators: {len(rules.people)}",
        f"  people who must agree: {rules.quorums['alert']} to an alert, {rules.quorums['charter']} to new rules or a new moderator, {rules.quorums['remove']} to a removal",
        f"  areas: {', '.join(t['name'] for t in rules.topics) or 'none yet'}",
        f"  home country of numbers: {rules.country}",
        *(f"  {_policy_line(name, value)}" for name, value in policy.items()),
    ]  # fmt: skip
    for p in proposals:
        lines += [_proposal_line(work.moderator, p, "charter"), *_differences(work.moderator, p.body.content)]
    return Answer(value, lines, work.status)


def _changed(work: Work, options: argparse.Namespace) -> dict[str, Any]:
    rules = work.moderator.board.charter
    content = rules.content()
    policy = dict(rules.policy) | dict(_policy(one) for one in options.policy)
    if options.alert_quorum is not None:
        policy["alert_quorum"] = options.alert_quorum
    if type(policy.get("alert_quorum", 2)) is not int or not 1 <= policy.get("alert_quorum", 2) <= 64:
        raise BadInput("alert_quorum is a number from 1 to 64")
    content |= {"policy": policy, "quorums": default_quorums(len(rules.people), policy.get("alert_quorum", 2))}
    content |= {"name": options.name.strip()} if options.name is not None else {}
    content |= {"country": country(options.country)} if options.country is not None else {}
    content |= {"topics": [topic(t) for t in options.topic]} if options.topic is not None else {}
    if content == rules.content():
        raise BadInput("nothing is changed by this; say what: --name, --country, --alert-quorum, --topic, --policy")
    try:
        parse_charter(rules.number + 1, content, b"")
    except Refused as error:
        raise BadInput(f"these rules cannot be: {error.detail}") from None
    return content


def _policy(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    name, value = name.strip().replace("-", "_"), value.strip()
    if not equals or name not in DEFAULT_POLICY:
        raise BadInput(f"--policy looks like nuisance_alerts=yes; there are: {', '.join(DEFAULT_POLICY)}")
    default = DEFAULT_POLICY[name]
    if isinstance(default, bool):
        if value.casefold() not in ("yes", "no", "true", "false"):
            raise BadInput(f"{name} is yes or no")
        return name, value.casefold() in ("yes", "true")
    if isinstance(default, int):
        if not value.isascii() or not value.isdigit():
            raise BadInput(f"{name} is a number")
        return name, int(value)
    if isinstance(default, list):
        kinds = ("phone", "email", "handle", "link", "payment", "plate")
        found = [part.strip() for part in value.split(",") if part.strip()]
        if any(part not in kinds for part in found):
            raise BadInput(f"{name} is a list of: {', '.join(kinds)}")
        return name, found
    severities = ("nuisance", "risky", "dangerous", "very-dangerous")
    if value not in severities:
        raise BadInput(f"{name} is one of: {', '.join(severities)}")
    return name, value


# ---- help near me ---------------------------------------------------------------------------------------------------

_RESOURCE: Final = ("name", "kind", "text", "contact", "language")


def _resources_arguments(parser: argparse.ArgumentParser) -> None:
    _actions("set", "approve")(parser)
    parser.add_argument("--file", metavar="F", help=f"set: a JSON list of {', '.join(_RESOURCE)}; - is standard input")


async def resources(context: Context) -> Answer:
    """Help that the collective knows of."""
    options = context.options
    given = read_json(options.file, "the list") if options.action == "set" and options.file is not None else None
    if options.action == "set" and given is None:
        raise BadInput("which? parasol resources set --file list.json")
    async with opened(context, offline=options.action == "show") as work:
        if options.action == "approve":
            return await _approve(work, ("resources",), options.id)
        if options.action == "set":
            body, out = await _propose(work, "resources", {"items": _items(given)})
            await work.finish()
            return _said(work, body, out)
        items = (newest_of(work.device.board, "resources") or {"items": []})["items"]
        proposals = _open(work, ("resources",)) if work.session.moderates else []
        lines = [f"{i['name']} ({i['kind']}): {i['contact']}" + (f"\n    {i['text']}" if i["text"] else "") for i in items]
        lines += [_proposal_line(work.moderator, p, "resources") for p in proposals]
        value = {"items": items, "proposals": [_proposal_json(work.moderator, p) for p in proposals]}
        return Answer(value, "\n".join(lines or ["Nothing is listed yet."]).split("\n"), work.status)


def _items(given: Any) -> list[dict[str, str]]:
    items = given.get("items") if isinstance(given, dict) else given
    if not isinstance(items, list):
        raise BadInput(f"the list is a JSON list; each item has: {', '.join(_RESOURCE)}")
    out = []
    for item in items:
        if not isinstance(item, dict) or not set(item) <= set(_RESOURCE) or not all(isinstance(v, str) for v in item.values()):
            raise BadInput(f"each item of the list has only, and as text: {', '.join(_RESOURCE)}")
        out.append({name: tidy_text(item.get(name, {"language": "en", "kind": "other"}.get(name, ""))) for name in _RESOURCE})
    return out


# ---- figures --------------------------------------------------------------------------------------------------------


def _figures_arguments(parser: argparse.ArgumentParser) -> None:
    _actions("publish", "approve")(parser)
    parser.add_argument("--since", metavar="90d", default="90d", help="how far back to count (default 90d)")


async def figures_(context: Context) -> Answer:
    """What came in, what went out, how long it took."""
    options = context.options
    back = duration(options.since)
    async with opened(context, offline=options.action == "show") as work:
        if options.action == "approve":
            return await _approve(work, ("figures",), options.id)
        board, now = work.device.board, context.now
        if options.action == "publish":
            body, out = await _propose(work, "figures", _count(work.moderator, now - back, now))
            await work.finish()
            answer = _said(work, body, out)
            return Answer(answer.value | {"figures": _figures_json(body.content)}, [*_figures_lines(body.content), *answer.lines])
        said = newest_of(board, "figures")
        counted = _count(work.moderator, now - back, now) if work.session.moderates else None
        proposals = _open(work, ("figures",)) if work.session.moderates else []
        value = {
            "published": None if said is None else _figures_json(said),
            "now": None if counted is None else _figures_json(counted),
            "proposals": [_proposal_json(work.moderator, p) for p in proposals],
        }
        lines = ["Published:", *_figures_lines(said)] if said is not None else ["No figures are published yet."]
        lines += ["Counted now, for moderators:", *_figures_lines(counted)] if counted is not None else []
        return Answer(value, lines + [_proposal_line(work.moderator, p, "figures") for p in proposals], work.status)


def _count(moderator: Moderator, since: int, until: int) -> dict[str, Any]:
    counted = []
    for case in casework.cases(moderator).values():
        steps = moderator.log.steps.get(case.report.id, [])
        out = next((s.time for s in steps if s.event in ("publish", "publish-so-far")), None)
        state = case.state if isinstance(case.state, State) else State.RECEIVED
        counted.append(
            Counted(tuple(case.report.fields["kinds"]), state, case.report.arrived, out, bool(consent_of(case.report.fields)["figures"]))
        )
    # To the day: a figure that says to the second when it was counted says when somebody was awake.
    day = 86400
    return figures(counted, since=since // day * day, until=(until // day + 1) * day)


_FIGURES: Final = {
    "received": "reports received", "published": "warnings that went out", "declined": "declined", "merged": "put together with another",
    "withdrawn": "withdrawn", "open": "still open", "hours": "hours until a warning was out",
}  # fmt: skip


def _figures_json(content: dict[str, Any]) -> dict[str, Any]:
    return content | {"from": moment(content["from"]), "to": moment(content["to"])}


def _figure(name: str) -> str:
    kind = name.removeprefix("kind-")
    return _FIGURES.get(name) or (word("en", "kinds", kind) if kind != name else name.replace("-", " "))


def _figures_lines(content: dict[str, Any]) -> list[str]:
    lines = [f"  {moment(content['from'])[:10]} to {moment(content['to'])[:10]}"]
    counts = content["counts"]
    order = [name for name in _FIGURES if name in counts] + sorted(counts.keys() - set(_FIGURES))
    lines += [f"  {_figure(name)}: {'less than 1' if name == 'hours' and not counts[name] else counts[name]}" for name in order]
    return [*lines, f"  {content['note']}"]


# ---- notices and questions ------------------------------------------------------------------------------------------


def _news_arguments(parser: argparse.ArgumentParser) -> None:
    _actions("send", "approve")(parser)
    parser.add_argument("--file", metavar="F", help="send: a file with the text; else standard input or a prompt")
    parser.add_argument("--language", metavar="en", default="en", help="send: the language it is in (default en)")


def _question_arguments(parser: argparse.ArgumentParser) -> None:
    _news_arguments(parser)
    parser.add_argument(
        "--choice",
        metavar="C",
        action="append",
        default=[],
        help="send: an answer to choose from; may be given several times. What is typed here stays in the shell's history and in lists of processes",
    )
    parser.add_argument(
        "--choices-file", metavar="F", help="send: a file with the answers to choose from, one in each line; - is standard input"
    )


async def notice(context: Context) -> Answer:
    """A word from the moderators to everybody."""
    return await _news(context, "notice", {})


async def ask_members(context: Context) -> Answer:
    """A question from the moderators to everybody."""
    options = context.options
    if options.action != "send":
        return await _news(context, "question", {})
    if options.choices_file == "-" and options.file in (None, "-"):
        raise BadInput("only one of the two can come from standard input: the question from --file, or the answers from --choices-file")
    lines = _lines_of(options.choices_file) if options.choices_file is not None else []
    return await _news(context, "question", {"choices": [*options.choice, *(tidy_text(line) for line in lines if line.strip())]})


def _lines_of(file: str) -> list[str]:
    # Twelve answers of 200 characters fit in it several times.
    return (piped() if file == "-" else text_of(read_file(file, most=32 * 1024, what="the file"))).splitlines()


async def _news(context: Context, kind: str, more: dict[str, Any]) -> Answer:
    options = context.options
    text = ""
    if options.action == "send":
        if options.file is not None:
            text = tidy_text(context.terminal.secret("", file=options.file))
        else:
            text = tidy_text(context.terminal.text(None, "Your text: "))
    async with opened(context, offline=options.action == "show") as work:
        if options.action == "approve":
            return await _approve(work, (kind,), options.id)
        if options.action == "send":
            body, out = await _propose(work, kind, {"text": text, "language": options.language, **more}, new=True)
            await work.finish()
            return _said(work, body, out)
        shown = [v for thing in work.device.board.things.values() for v in thing.versions if v.body.kind == kind]
        proposals = _open(work, (kind,)) if work.session.moderates else []
        command = "notice" if kind == "notice" else "ask-members"
        lines = [f"{moment(v.time)[:10]}  {v.body.content['text']}" for v in shown] or ["There is none yet."]
        lines += [_proposal_line(work.moderator, p, command) for p in proposals]
        value = {
            "items": [
                {"text": v.body.content["text"], "choices": v.body.content.get("choices", []), "published": moment(v.time)} for v in shown
            ],
            "proposals": [_proposal_json(work.moderator, p) for p in proposals],
        }
        return Answer(value, lines, work.status)


COMMANDS: Final = [
    Command("charter", "moderator", "our rules: show, set, approve", "parasol charter set --topic Harbour --topic North", charter, _charter_arguments),
    Command("resources", "member", "help that we know of: health, legal, housing", "parasol resources", resources, _resources_arguments),
    Command("figures", "moderator", "what came in, what went out, how long it took", "parasol figures publish", figures_, _figures_arguments),
    Command("notice", "moderator", "a word to all members", "parasol notice send < words.txt", notice, _news_arguments),
    Command("ask-members", "moderator", "a question to all members", "parasol ask-members send --choice yes --choice no < question.txt", ask_members, _question_arguments),
]  # fmt: skip
