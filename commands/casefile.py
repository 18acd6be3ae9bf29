"""How a report's case looks to moderators: in words, in lines, in JSON; and what somebody still has to do about it."""

from __future__ import annotations

from typing import Any, Final

from alerts import casework, search
from alerts import desk as table
from alerts.casework import Case
from alerts.desk import Event, State
from alerts.identifiers import Identifier
from alerts.log import Proposal
from alerts.moderator import Moderator
from alerts.report import suggested_severity
from alerts.wording import word
from crypto.base32 import encode_id
from crypto.errors import NotAllowed

from .call import Call
from .names import name_of
from .reading import listed
from .shapes import SHORT, ago, moment, short
from .shown import text_id

#: What she said when it was out or over.
_LATE: Final = {
    Event.ANSWER: "has written", Event.CORRECT: "has corrected it", Event.AGREE: "has said yes to the text", Event.RELEASE: "has said that it may go out",
}  # fmt: skip
#: Nothing is left to do for these, unless :func:`task` says so.
_FINISHED: Final = (State.PUBLISHED, State.DECLINED, State.MERGED, State.WITHDRAWN)
_WORDS: Final = {
    State.RECEIVED: "new; nobody has claimed it",
    State.NEEDS_INFO: "we asked her; she has not answered yet",
    State.ANSWERED: "she has written back; read it",
    State.SHOWN: "she is shown the text; she has not agreed yet",
    State.AGREED: "she agreed to the text",
    State.HELD: "held until she says go ahead",
    State.DECLINED: "declined",
    State.WITHDRAWN: "she withdrew it",
}
#: What a moderator types for each step. What she has no word for happens by itself.
_COMMANDS: Final = {
    Event.CLAIM: "claim",
    Event.HAND_BACK: "hand-back",
    Event.READ: "read",
    Event.ASK: "ask",
    Event.DRAFT: "draft",
    Event.APPROVE: "approve",
    Event.PUBLISH: "publish",
    Event.PUBLISH_SO_FAR: "publish --one-so-far",
    Event.DECLINE: "decline",
    Event.MERGE: "merge",
}


# ---- words ----------------------------------------------------------------------------------------------------------


def in_words(call: Call, case: Case) -> str:
    """Where a report stands, for people."""
    if case.state is State.CLAIMED:
        return f"{'you are' if is_mine(call, case) else f'{whose(call, case)} is'} working on it"
    if case.state is State.APPROVED:
        return _approved(call, case)
    if case.state is State.MERGED:
        return f"put together with {short(case.merged_into)}" if case.merged_into is not None else "put together with another"
    if case.state in (State.SO_FAR, State.PUBLISHED):
        return _out(call, case)
    return _WORDS[case.state]


def _approved(call: Call, case: Case) -> str:
    facts = casework.facts(call.moderator, case)
    missing = facts.quorum - facts.approvals
    if missing > 0:
        return f"{facts.approvals} of {facts.quorum} approve the text; {missing} more must"
    held = facts.hold and not facts.released
    return "enough approve the text; she wants it held until she says go ahead" if held else "enough approve the text; publish it"


def _out(call: Call, case: Case) -> str:
    thing = casework.standing(call.moderator, case, call.now)
    if thing is None:
        found = None if case.alert is None else call.moderator.board.things.get(case.alert)
        if found is not None and found.retracted:
            return "the warning was taken back"
        if case.state is State.SO_FAR:
            return "no second moderator approved it within 72 hours, so members do not see it any more; a second still can"
        return "the warning has expired"
    if case.state is State.SO_FAR:
        hours = max(0, table.so_far_ends(thing.first.time) - call.now) // 3600
        return f"out with one moderator so far; a second must approve within {hours} hours"
    return "the warning is out"


def is_mine(call: Call, case: Case) -> bool:
    """Whether this person claimed it."""
    return case.claimed_by == call.moderator.me[0]


def whose(call: Call, case: Case) -> str:
    """The alias of whoever claimed it."""
    return name_of(call.moderator, case.claimed_by)


def commands(call: Call, case: Case) -> list[str]:
    """What can be typed now: the steps that the table and its guards let through."""
    possible = table.possible(case.state, casework.facts(call.moderator, case))
    found = [f"desk {name}" for event, name in _COMMANDS.items() if event in possible and _makes_sense(call, case, event)]
    if (thing := casework.standing(call.moderator, case, call.now)) is not None:
        found += [] if case.state is State.WITHDRAWN else [f"desk amend {short(thing.id)}"]
        found.append(f"desk retract {short(thing.id)}")
    return found


def _makes_sense(call: Call, case: Case, event: Event) -> bool:
    if event in (Event.PUBLISH, Event.PUBLISH_SO_FAR, Event.APPROVE) and case.draft is None:
        return False
    if event is Event.APPROVE and case.draft is not None:
        return call.moderator.me[0] not in case.draft.approvals
    if event is Event.PUBLISH_SO_FAR:
        return casework.facts(call.moderator, case).approvals < call.moderator.board.charter.quorums["alert"]
    if event is Event.READ:
        return bool(case.unread)
    return event is not Event.CLAIM or not (case.state in (State.CLAIMED, State.SHOWN) and is_mine(call, case))


def check_step(call: Call, case: Case, event: Event) -> None:
    """Returns if the table has this step; guards are asked later.

    Raises:
        NotAllowed: it has none. The sentence says where the report stands, and what can be typed.
    """
    if (case.state, event) in table.TABLE:
        return
    if case.state is State.RECEIVED:
        raise NotAllowed(f"claim it first: parasol desk claim {short(case.report.id)}")
    can = ", ".join(commands(call, case)) or "nothing"
    raise NotAllowed(f"this cannot be done now: {in_words(call, case)}. Possible now: {can}")


# ---- what is left to do ----------------------------------------------------------------------------------------------


def task(call: Call, case: Case) -> str | None:
    """What somebody must still do about a report that would be finished otherwise: ``withdrawn``, ``corrected``, ``read``, or ``None``."""
    if case.state is State.WITHDRAWN and casework.standing(call.moderator, case, call.now) is not None:
        return "withdrawn"
    if casework.written_since(call.moderator, case, call.now):
        return "corrected"
    return "read" if case.unread and case.state in table.OVER else None


def is_finished(call: Call, case: Case) -> bool:
    """Whether nobody has to do anything."""
    return case.state in _FINISHED and task(call, case) is None


def _task_lines(call: Call, case: Case) -> list[str]:
    found = task(call, case)
    if found == "read":
        said = "; ".join(dict.fromkeys(_LATE[event] for event in case.unread))
        return [
            f"       TO DO: she {said} since. To read it: parasol desk show {short(case.report.id)}. Then: parasol desk read {short(case.report.id)}"
        ]
    if found is None or case.alert is None:
        return []
    alert = short(case.alert)
    if found == "withdrawn" and any(p.body.kind == "retraction" for p in _open_changes(call, case)):
        return [
            f"       TO DO: she withdrew it, and the warning {alert} is still shown. It is proposed to take it back: parasol desk approve {alert}"
        ]
    if found == "withdrawn":
        return [f"       TO DO: she withdrew it, and the warning {alert} is still shown. Take it back: parasol desk retract {alert}"]
    return [f"       TO DO: she corrected her report after the warning {alert} went out. Read it, then `desk amend {alert}` or `desk retract {alert}`."]  # fmt: skip


def _open_changes(call: Call, case: Case) -> list[Proposal]:
    thing = casework.standing(call.moderator, case, call.now)
    return [] if thing is None else casework.open_changes(call.moderator, thing, call.now)


# ---- rows -----------------------------------------------------------------------------------------------------------


def matches(call: Call, cases: dict[bytes, Case]) -> dict[bytes, list[tuple[bytes, str]]]:
    """Related reports and alerts of each report, with what relates them."""
    found: dict[bytes, list[tuple[bytes, str]]] = {report_id: [] for report_id in cases}
    for relation in table.related({c.report.id: c.report.fields for c in cases.values() if c.state is not State.WITHDRAWN}):
        found[relation.one].append((relation.other, relation.by))
        found[relation.other].append((relation.one, relation.by))
    board = call.moderator.board
    index = search.Index.of(listed(board))
    for case in cases.values():
        asked = [Identifier.from_map(dict(item)) for item in case.report.fields.get("identifiers", ())]
        if asked:
            result = search.check(asked, index, now=call.now, country=board.charter.country, collective=call.work.device.collective)
            found[case.report.id] += [(m.alert.id, "alert") for m in result.matches if m.alert.id != case.alert]
    return found


def case_json(call: Call, case: Case, related: dict[bytes, list[tuple[bytes, str]]]) -> dict[str, Any]:
    """A case for programs."""
    moderator = call.moderator
    return {
        "id": encode_id(case.report.id),
        "status": str(case.state),
        "kinds": case.report.fields["kinds"],
        "matches": list(dict.fromkeys(encode_id(other) for other, _ in related.get(case.report.id, []))),
        "related": [{"id": encode_id(other), "by": by} for other, by in related.get(case.report.id, [])],
        "severity": suggested_severity(case.report.fields["kinds"]),
        "arrived": moment(case.report.arrived),
        "claimed_by": None if case.claimed_by is None else name_of(moderator, case.claimed_by),
        "signed_by": None if case.report.signed_by is None else _signer(moderator, case.report.signed_by),
        "agreed": case.agreed,
        "approvals": len(moderator.approvals_of(case.draft)) if case.draft is not None else 0,
        "needed": moderator.board.charter.quorums["alert"],
        "text_id": text_id(case.draft) if case.draft is not None else None,
        "alert": None if case.alert is None else encode_id(case.alert),
        "task": task(call, case),
    }


def _signer(moderator: Moderator, sign: bytes) -> str:
    found = moderator.log.members.get(sign)
    return found.alias if found is not None else "somebody"


def case_lines(call: Call, case: Case, row: dict[str, Any]) -> list[str]:
    """A case in the list: what it is, how long ago, where it stands, and what it shares with others."""
    kinds = ", ".join(word("en", "kinds", kind) for kind in row["kinds"])
    mark = "URGENT, " if row.get("urgent") else ""
    late = " Nobody has taken it for half an hour." if row.get("escalated") else ""
    words = [f"{mark}{kinds}", f"came {ago(call.now - case.report.arrived)}", in_words(call, case) + (f".{late}" if late else "")]
    if case.claimed_by is not None and case.state is not State.CLAIMED and not is_finished(call, case):
        words.append(f"claimed by {'you' if is_mine(call, case) else whose(call, case)}")
    words += [f"signed by {row['signed_by']}"] if row["signed_by"] else []
    lines = [f"{short(case.report.id)}  {'; '.join(words)}", *_task_lines(call, case)]
    return lines + [_related(r) for r in row["related"]]


def _related(one: dict[str, str]) -> str:
    other = one["id"][:SHORT]
    if one["by"] == "alert":
        return f"       fits the warning {other}, which is out: parasol alerts show {other}"
    shared = {"number": "a number or name", "plate": "a plate", "car": "a car", "look": "a look"}[one["by"]]
    return f"       shares {shared} with the report {other}"
