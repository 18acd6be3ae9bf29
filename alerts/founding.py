"""Founding a collective: one atomic append of its charter and its first announcement (protocol §2.2, §5.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crypto import epochs
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, NO_ENTRY, STATEMENT, Entry, Place, make_entry
from crypto.device import cosigner
from crypto.gates import moderator_gate
from crypto.keytree import unused_leaf
from crypto.sealing import kem_public_key
from crypto.secrets import DeviceEntropy, EpochSecret, KemSeed

from .admitting import member_note
from .charter import Charter, Person, default_quorums, person_id
from .cosigning import first_keys
from .moderator import Moderator, NoteDraft
from .posts import founder_join
from .statements import APPROVAL_LIFE, SINGLE, Statement, approve, make_body, seal_statement, sign_publication


@dataclass(frozen=True, slots=True)
class Founding:
    """A new collective: its founder's device, the two entries of its board, and what its log begins with."""

    founder: Moderator
    entries: list[Entry]
    notes: list[NoteDraft] = field(repr=False)


def found(
    entropy: DeviceEntropy, alias: str, *, name: str, country: str, topics: list[dict[str, str]], policy: dict[str, Any], now: int
) -> Founding:
    """A collective with one moderator. Its id is the SHA-256 of the charter's body, which nobody can swap.

    Args:
        country: ISO 3166-1 alpha-2, upper case: where numbers without a country code are from.
        topics: ``{"id", "name"}`` each; usually areas.
    """
    device = Moderator(entropy, bytes(32), alias, now).device
    key, me = device.signing_key, person_id(device.signing_key)
    bundle, secret, desk_seed = Bundle.random(1), EpochSecret.random(), KemSeed.random()
    charter = Charter(
        number=1,
        name=name,
        people=(Person(me, (key,)),),
        quorums=default_quorums(1),
        policy=policy,
        topics=tuple(topics),
        country=country,
        planting=1,
        bundle=bundle.commitments(None),
    )
    until = now + APPROVAL_LIFE
    body = make_body("charter", charter.content(), collective=None, charter=0, object_id=SINGLE, until=until)
    collective = body.hash
    gate = moderator_gate(bundle.gate, collective, 1)

    first = Place("board", 0, NO_ENTRY, STATEMENT, 1, now)
    publisher = Approval(me, 0, sign_publication(device.sign, first, body, collective))
    statement = Statement(body, [Approval(me, 0, approve(device.sign, body))], publisher)
    charter_entry = make_entry(first, seal_statement(statement, first, secret, collective), gate, collective)

    keys = first_keys(lambda index: cosigner(device, collective, index))
    public = epochs.announce(bundle, secret, collective, epoch=1, removed=(), previous=None, desk=1, cosigners=(keys[0],))
    inner = epochs.make_inner(charter=1, desk_key=kem_public_key(desk_seed), head=None, until=until)
    approvals = [Approval(me, 0, epochs.approve(device.sign, public, inner, collective))]
    second = Place("board", 1, charter_entry.hash(collective), ANNOUNCEMENT, 1, now)
    announcement = make_entry(second, epochs.seal_announcement(public, inner, approvals, secret, collective), gate, collective)

    founder = Moderator(entropy, collective, alias, now)
    founder.bundles[1] = bundle
    founder.read_board([charter_entry, announcement])
    member = member_note(founder_join(device, collective, alias), unused_leaf(()))
    desk_key = {"number": 1, "seed": desk_seed.reveal()}
    return Founding(founder, [charter_entry, announcement], [("desk-key", desk_key), ("member", member), ("cosigners", {"keys": keys})])
