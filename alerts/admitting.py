"""Admitting: invites, joins, path keys, and what of them this device owes the others (protocol §7)."""

from __future__ import annotations

from typing import Any

from crypto.boxes import path_box, seal_path_keys
from crypto.bundle import Bundle
from crypto.context import digest
from crypto.errors import Refused
from crypto.invites import Welcome, fill_box, invite_from_code, new_code
from crypto.keytree import path_keys, unused_leaf
from crypto.secrets import InviteCode

from .log import InviteRecord, MemberRecord
from .moderator import BoxFill, Moderator, NoteDraft
from .statements import DAY
from .things import Refusal


def new_invite(expires: int, *, for_moderator: bool) -> tuple[InviteCode, NoteDraft]:
    """A code, and the note that records it. Write the note first; the box is then filled like any other (:func:`invite_refills`)."""
    code = new_code()
    invite = invite_from_code(code)
    fields = {
        "invite": invite.public_key,
        "box": invite.box,
        "key": invite.key.reveal(),
        "expires": expires,
        "moderator": for_moderator,
    }
    return code, ("invite", fields)


def _welcome(moderator: Moderator, for_moderator: bool) -> Welcome:
    epoch = moderator.board.epoch
    return Welcome(moderator.collective, epoch.number, epoch.secret, epoch.hash, for_moderator)


def invite_refills(moderator: Moderator, now: int) -> list[BoxFill]:
    """Open invites whose box holds an older E than the present one (protocol §7.2)."""
    fills = []
    for record in moderator.log.invites.values():
        if record.open(now) and moderator.refilled.get(record.public_key) != moderator.board.epoch.number:
            fills.append(
                BoxFill(record.box, fill_box(record.box, record.key, _welcome(moderator, record.moderator)), record.expires, burnable=True)
            )
    return fills


def open_invites(moderator: Moderator, now: int) -> list[InviteRecord]:
    return [record for record in moderator.log.invites.values() if record.open(now)]


def admissions(moderator: Moderator) -> list[NoteDraft]:
    notes: list[NoteDraft] = []
    taken = set(moderator.log.leaves)
    for sign, waiting in list(moderator.inbox.joins.items()):
        join, since = waiting.join, moderator.board.epochs[waiting.epoch].time
        try:
            record = moderator.log.check_join(
                join.invite or b"", sign, arrived=waiting.arrived, sealed_under_since=since, removed=moderator.removed
            )
        except Refused as error:
            # Joins are read again whenever the vault is opened: each is told of once.
            if (name := digest(sign + (join.invite or b""))) not in moderator.inbox.told:
                moderator.refusals.append(Refusal(waiting.arrived, error.name, error.detail))
                moderator.inbox.told[name] = waiting.arrived
            del moderator.inbox.joins[sign]
            continue
        if record is None:
            # In already. If it came just now, she asks again because she cannot open what lies in her box.
            if waiting.fresh:
                moderator.rewrite.add(sign)
            del moderator.inbox.joins[sign]
            continue
        leaf = unused_leaf(taken)
        taken.add(leaf)
        notes.append(("member", member_note(join.value(), leaf)))
    return notes


def acceptances(moderator: Moderator) -> list[NoteDraft]:
    return [
        ("accepted", {"body": body, "signature": signature})
        for sign, (body, signature) in moderator.inbox.accepts.items()
        if sign in moderator.log.members and sign not in moderator.log.accepted
    ]


def unrecorded(moderator: Moderator) -> list[NoteDraft]:
    # Admitted under an earlier notes key while a replant was being prepared: who comes later could not know them.
    planting = moderator.board.charter.planting
    if planting == 1:
        return []
    log = moderator.log
    members = [m for m in moderator.members() if m.sign not in log.recorded.get(planting, set())]
    notes: list[NoteDraft] = [("invite", log.invites[m.invite].fields()) for m in members if m.invite is not None]
    notes += [("member", member_note(m.join.value(), m.leaf)) for m in members]
    return notes + [("accepted", {"body": body, "signature": signature}) for body, signature in log.acceptances(members, planting)]


def path_fills(moderator: Moderator, now: int, bundle: Bundle | None = None) -> list[tuple[MemberRecord, BoxFill]]:
    """The boxes with path keys that this device has not seen filled in the planting of ``bundle``."""
    bundle = bundle or moderator.bundle
    return [
        (member, path_fill(moderator, member, bundle, now))
        for member in moderator.members()
        if (bundle.planting, member.sign) not in moderator.filled
    ]


def path_fill(moderator: Moderator, member: MemberRecord, bundle: Bundle, now: int) -> BoxFill:
    keys = path_keys(bundle.tree, moderator.collective, bundle.planting, member.leaf)
    blob = seal_path_keys(
        keys, member.leaf, bundle.planting, kem_key=member.kem, device=member.sign, collective=moderator.collective, signer=moderator.device.sign
    )  # fmt: skip
    return BoxFill(path_box(member.box, moderator.collective, bundle.planting), blob, now + 360 * DAY)


def member_note(join: dict[str, Any], leaf: int) -> dict[str, Any]:
    """The fields of a ``member`` note: the join as she signed it, and her leaf."""
    return {"join": join, "leaf": leaf}
