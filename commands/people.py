"""Who is in: members, remove, promote."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any, Final

from alerts.log import MemberRecord
from alerts.moderator import Moderator
from crypto.base32 import encode_id
from crypto.errors import NotAllowed

from .base import Answer, Command, Context
from .device import Work, opened
from .names import id_of
from .shapes import short


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("member", metavar="MEMBER", help="alias, or the beginning of the id")


def _remove_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def members(context: Context) -> Answer:
    """Who is in, in the order of their aliases; for moderators only."""
    async with opened(context) as work:
        moderator = work.moderator
        charter = moderator.board.charter
        rows = []
        people = sorted(moderator.members(), key=lambda one: (one.alias.casefold(), one.leaf))
        for one in people:
            rows.append(
                {
                    "id": encode_id(id_of(one)),
                    "alias": one.alias,
                    "moderator": charter.place_of(one.sign) is not None,
                    "willing": one.sign in moderator.log.accepted,
                    "you": one.sign == moderator.device.signing_key,
                    "removal_approvals": removal_of(moderator, one).approvals,
                }
            )
    lines = []
    for row, one in zip(rows, people, strict=True):
        words = ["moderator" if row["moderator"] else "willing to moderate" if row["willing"] else "member"]
        words += ["you"] if row["you"] else []
        if row["removal_approvals"]:
            words.append(f"{row['removal_approvals']} of {removal_of(moderator, one).needed} agree to her removal")
        lines.append(f"{short(id_of(one))}  {one.alias}  ({', '.join(words)})")
    return Answer({"members": rows}, lines)


async def remove(context: Context) -> Answer:
    """One person's part in a removal; a moderator's removal makes all keys anew."""
    async with opened(context) as work:
        one = work.moderator.find_member(context.options.member)
        charter = work.moderator.board.charter
        moderates = charter.place_of(one.sign) is not None
        if one.sign == work.device.device.signing_key and len(charter.people) == 1:
            raise NotAllowed("you are the only moderator; promote somebody first")
        if context.terminal.watched and not context.options.yes:
            what = "a moderator; all keys are made anew" if moderates else "a member; she reads nothing that comes later"
            if not context.terminal.confirm(f"Remove {one.alias}, {what}?"):
                raise NotAllowed("nothing was done")
        gone = await (work.session.replant_without(one) if moderates else work.session.remove(one))
        if work.session.moderates:
            await work.finish()
            gone = gone or (not moderates and one.leaf in work.moderator.removed)
        # Who has just taken herself off does not read the log any more.
        how_far = removal_of(work.moderator, one) if work.session.moderates else None
    lines = [f"{one.alias} is out. What comes from now on she cannot read; what she has, she has."]
    if not gone and not moderates and how_far is not None and how_far.approvals >= how_far.needed:
        lines = [f"Agreed. {one.alias} is out as soon as the device of another moderator is awake: one of them runs `parasol sync`."]
    elif not gone:
        lines = [f"Noted. Another moderator must agree: `parasol remove {one.alias}`."]
    value = {"member": encode_id(id_of(one)), "removed": gone, "moderator": moderates}
    if how_far is not None and not moderates:
        value |= {"approvals": how_far.approvals, "needed": how_far.needed}
    return Answer(value, lines)


@dataclass(frozen=True, slots=True)
class Removal:
    """How far somebody is on her way off the list."""

    member: MemberRecord
    #: How many of those who moderate now want it, and how many must.
    approvals: int
    needed: int
    #: Whether this person is among them.
    mine: bool

    @property
    def line(self) -> str:
        """For whoever has not agreed."""
        alias = self.member.alias
        return f"{alias}: {self.approvals} of {self.needed} agree to take her off the list. To agree: parasol remove {alias}"

    def value(self) -> dict[str, Any]:
        """For programs."""
        return {"member": encode_id(id_of(self.member)), "alias": self.member.alias, "approvals": self.approvals, "needed": self.needed}


def removal_of(moderator: Moderator, one: MemberRecord) -> Removal:
    """How far this one is."""
    charter = moderator.board.charter
    approvals = moderator.log.removals.get(one.leaf, {}).keys() & {p.id for p in charter.people}
    needed = charter.quorums["charter" if charter.place_of(one.sign) is not None else "remove"]
    return Removal(one, len(approvals), needed, moderator.me[0] in approvals)


def removals_waiting(moderator: Moderator) -> list[Removal]:
    """Removals of members that somebody wants and that wait for this person's word.

    A moderator's removal is a proposal of new rules, and stands among those.
    """
    place_of = moderator.board.charter.place_of
    found = [removal_of(moderator, one) for one in moderator.members() if place_of(one.sign) is None]
    return [one for one in found if 0 < one.approvals < one.needed and not one.mine]


async def promote(context: Context) -> Answer:
    """One person's part in making somebody a moderator."""
    async with opened(context) as work:
        one = work.moderator.find_member(context.options.member)
        now_is = await work.session.promote(one)
        await work.finish()
    needed = _needed(work)
    lines = [f"{one.alias} is a moderator now. From her next `parasol sync` on, her device reads the desk."]
    if not now_is:
        lines = [f"Noted. {needed} people must agree; another moderator runs `parasol promote {one.alias}`."]
    return Answer({"member": encode_id(id_of(one)), "promoted": now_is}, lines)


def _needed(work: Work) -> int:
    return work.device.board.charter.quorums["charter"]


COMMANDS: Final = [
    Command("members", "moderator", "who is in", "parasol members", members),
    Command("remove", "moderator", "put somebody out (from three moderators on, two must agree)", "parasol remove Nora", remove, _remove_arguments),
    Command("promote", "moderator", "make a willing member a moderator", "parasol promote Bea", promote, _one),
]  # fmt: skip
