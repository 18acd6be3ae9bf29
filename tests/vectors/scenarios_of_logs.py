"""Scenarios of the moderators' log: relays that bend it, and moderators who forge notes (protocol §5.4)."""

from __future__ import annotations

from typing import Any

from alerts.log import removal_hash
from alerts.posts import founder_join, make_accept
from alerts.statements import approve
from crypto import signing, wire
from crypto.announced import FIRST_LEAF
from crypto.context import Purpose
from crypto.secrets import SigningSeed
from tests.partners.desk_scribe import DeskScribe, moderators_gate
from tests.partners.readers import stub
from tests.partners.scribe import DAY, LEAVES, alert_content, bundle, desk_seed, device, fixed
from tests.vectors.scenario import log_scenario, now_of, values

DINA = LEAVES["dina"]
Answers = list[dict[str, Any]]


def log_of(entries: list[Any], head: Any = None) -> dict[str, Any]:
    return {"head": head, "entries": entries}


def step(report: bytes = bytes(16), event: str = "claim", **data: Any) -> dict[str, Any]:
    return {"report": report, "event": event, "data": data}


# ---- an honest log --------------------------------------------------------------------------------------------------


@log_scenario("5.4")
def honest_log(s: DeskScribe) -> None:
    """Invites, a member, removals, a proposal with two approvals, steps, a desk key; a type of a later version is skipped without a name."""
    s.member(s.join("dina", s.invites("one")), DINA)
    s.note("invite-withdrawn", {"invite": s.invites("two").public_key}, "bea")
    s.invites("three")
    body = s.body("alert", alert_content())
    s.note("proposal", {"body": body.encoded, "report": bytes(16)})
    for name in ("ana", "bea"):
        s.note("approval", {"body": body.hash, "signature": approve(device(name).sign, body)}, name)
        signature = signing.sign(device(name).sign, Purpose.APPROVE, s.collective, removal_hash(DINA))
        s.note("removal", {"leaf": DINA, "signature": signature}, name)
        s.note("desk", step(), name)
    s.note("desk-key", {"number": 2, "seed": desk_seed(2).reveal()})
    s.note("weather", {}, body=wire.encode({"type": "weather", "charter": 2, "sky": "grey"}))


@log_scenario("5.4", plantings=(1, 2))
def honest_log_over_a_replant(s: DeskScribe) -> None:
    """What the next planting must know stands under its key beforehand, and counts once its charter is in force."""
    s.member(s.join("dina", s.invites()), DINA)
    joined = s.join("dina", s.invite())
    joined.pop("type")
    invite = {"invite": s.invite().public_key, "box": s.invite().box, "key": s.invite().key.reveal(), "expires": s.now + 3 * DAY}
    state = [
        {"kind": "gone", "leaves": [LEAVES["eve"]]},
        {"kind": "desk-key", "number": 1, "seed": desk_seed(1).reveal()},
        {"kind": "invite", **invite, "moderator": False},
        {"kind": "member", "join": joined, "leaf": DINA},
    ]
    s.note("carried", {"part": 0, "of": 1, "state": state}, keys=bundle(2))
    s.note("desk-key", {"number": 2, "seed": desk_seed(2).reveal()}, keys=bundle(2))
    s.replant(("ana", "bea"))
    s.note("desk", step())


# ---- the relay ------------------------------------------------------------------------------------------------------


def noted(s: DeskScribe, count: int = 2) -> None:
    for number in range(count):
        s.note("desk", step(event=f"step {number}"))


@log_scenario("5.6", raises="RolledBack")
def log_rolled_back(s: DeskScribe) -> Answers:
    """The relay claims an older head of the log than was read: it hides what moderators wrote since."""
    noted(s)
    old = s.log[1]
    head = {"seq": 1, "hash": old.hash(s.collective)}
    return [now_of(s), now_of(s, board=len(s.entries), desk=0, log=len(s.log)) | {"log": log_of([], head)}]


@log_scenario("5.6", raises="Forked")
def log_forked(s: DeskScribe) -> Answers:
    """Another note at the place of one that was read."""
    other = s.note_entry("desk", step(event="another"))
    noted(s, 1)
    head = {"seq": other.place.seq, "hash": other.hash(s.collective)}
    return [now_of(s), now_of(s, board=len(s.entries)) | {"log": log_of([], head)}]


@log_scenario("5.2", raises="Gap")
def note_left_out(s: DeskScribe) -> Answers:
    noted(s)
    return [now_of(s, log=0) | {"log": log_of(values([s.log[0], s.log[2]]))}]


@log_scenario("5.2", raises="BrokenChain")
def note_that_follows_another(s: DeskScribe) -> Answers:
    noted(s, 1)
    odd = s.note_entry("desk", step(), prev=fixed("no note"))
    return [now_of(s) | {"log": log_of(values([*s.log, odd]))}]


@log_scenario("5.2", raises="WrongBlob")
def swapped_note(s: DeskScribe) -> Answers:
    noted(s)
    return [now_of(s) | {"log": log_of([*values(s.log[:2]), s.log[2].value() | {"blob": s.log[1].blob}])}]


@log_scenario("5.2", raises="TimeWentBack")
def note_from_before(s: DeskScribe) -> None:
    s.note("desk", step(), time=s.now - 1)


@log_scenario("6.4", raises="TimeAhead")
def note_from_the_future(s: DeskScribe) -> None:
    """Nothing could follow it."""
    s.note("desk", step(), time=s.now + DAY + 1)


@log_scenario("5.2", raises="WrongLength")
def note_of_a_size_no_padding_gives(s: DeskScribe) -> None:
    s.note("desk", {}, body=b"", blob=bytes(1065))


@log_scenario("5.4", raises="Withheld")
def note_as_a_stub(s: DeskScribe) -> Answers:
    """Notes are never erased: the relay hides that an invite was called back."""
    s.note("invite-withdrawn", {"invite": s.invites().public_key})
    return [now_of(s) | {"log": log_of(values([*s.log[:-1], stub(s.log[-1])]))}]


@log_scenario("5.2", raises="BadSignature")
def note_by_a_gate_nobody_announced(s: DeskScribe) -> None:
    s.note("desk", step(), epoch=99, gate=SigningSeed(fixed("no gate")))


@log_scenario("5.2", raises="BadSignature")
def note_by_another_gate(s: DeskScribe) -> None:
    """Somebody without the gate seed: a member, or the relay."""
    s.note("desk", step(), gate=SigningSeed(fixed("no gate")))


@log_scenario("5.4", log=[(2, "OldEpoch")])
def note_under_an_epoch_that_has_ended(s: DeskScribe) -> None:
    """Along the log epochs never go back."""
    s.pulse()
    noted(s, 1)
    s.note("desk", step(event="late"), epoch=1)
    noted(s, 1)


@log_scenario("5.4", log=[(1, "WrongEpoch")], refused=[(3, "BelowQuorum")])
def note_under_a_refused_announcement(s: DeskScribe) -> None:
    """Its gate was shown, so the entry stands; its epoch never began."""
    s.pulse(by=("bea",))
    s.note("desk", step(), epoch=2)
    s.note("desk", step(), epoch=1)


# ---- who writes -----------------------------------------------------------------------------------------------------


@log_scenario("5.4", log=[(1, "NotAModerator")])
def note_by_an_outsider(s: DeskScribe) -> None:
    """A member who got hold of notes key and gate."""
    s.note("desk", step(), "mallory")
    noted(s, 1)


@log_scenario("5.4", log=[(1, "NotAModerator"), (2, "NotAModerator")], people=("ana", "bea", "cleo"))
def note_by_one_who_left(s: DeskScribe) -> None:
    """Under a charter that she is not in, and under one that never was."""
    s.charter(["ana", "bea"])
    s.note("desk", step(), "cleo")
    s.note("desk", step(), "ana", charter=9)
    noted(s, 1)


@log_scenario("3.8", raises="BadSignature", people=("ana", "bea", "cleo"), plantings=(1, 2))
def note_after_a_replant_by_one_who_left(s: DeskScribe) -> None:
    """She makes the gate of the next epoch from the gate seed she kept. It is not the gate any more."""
    s.replant(("ana", "bea"))
    s.note("desk", step(), "cleo", keys=bundle(1), charter=2, gate=moderators_gate(s, 1, 2))


@log_scenario("5.4", log=[(1, "BadSignature")])
def note_in_anothers_name(s: DeskScribe) -> None:
    """Bea writes as ana."""
    s.note("desk", step(), "ana", signer="bea")
    noted(s, 1)


@log_scenario("5.4", log=[(1, "CannotOpen"), (2, "CannotOpen")])
def note_sealed_otherwise(s: DeskScribe) -> None:
    """Sealed for another place; and under another key than it names."""
    s.note("desk", step(), sealed_for=s.log_place(seq=9))
    other = wire.decode(s.note_entry("desk", step(), keys=bundle(2)).blob or b"")
    named = wire.decode(s.log[0].blob or b"")["key"]
    s.note("desk", step(), blob=wire.encode(other | {"key": named}))
    noted(s, 1)


@log_scenario("5.4", log=[(1, "WrongEpoch"), (3, "WrongEpoch")], plantings=(1, 2))
def note_under_another_plantings_key(s: DeskScribe) -> None:
    """Before the switch under the next key, though of a type that has no place there; after it under the old one."""
    s.note("desk", step(), keys=bundle(2))
    s.replant(("ana", "bea"))
    s.note("desk", step())
    s.note("desk", step(), keys=bundle(1))


@log_scenario("5.4")
def note_under_a_key_this_device_does_not_have(s: DeskScribe) -> None:
    """Passed over without a name."""
    s.note("desk", step(), keys=bundle(7))
    noted(s, 1)


# ---- what it says ---------------------------------------------------------------------------------------------------


@log_scenario("5.4", log=[(1, "NotDeterministic"), (2, "WrongPadding"), (3, "WrongShape"), (4, "WrongShape"), (5, "WrongShape")])
def notes_of_the_wrong_form(s: DeskScribe) -> None:
    """A length in a longer form; zeros only; a field missing; a field more; no note at all."""
    honest = wire.encode({"type": "desk", "charter": 2} | step())
    s.note("desk", {}, body=honest.replace(b"\x67charter\x02", b"\x67charter\x18\x02"))
    s.padded_note(bytes(1024))
    s.note("desk", {}, body=wire.encode({"type": "desk", "charter": 2, "report": bytes(16), "event": "claim"}))
    s.note("desk", {}, body=wire.encode({"type": "desk", "charter": 2, "colour": "red"} | step()))
    s.padded_note(wire.pad(wire.encode({"body": b""}), wire.STATEMENT_SIZES))
    noted(s, 1)


@log_scenario("5.4", log=[(2, "BadSignature"), (3, "BadSignature"), (4, "BadSignature"), (5, "BadSignature")])
def member_with_other_keys_than_she_signed(s: DeskScribe) -> None:
    """A moderator who is the first to see a join puts keys, box, name or office of her own choice in their place."""
    join = s.join("dina", s.invites())
    evil = device("mallory")
    for change in ({"kem": evil.kem_key}, {"box": evil.box.reveal()}, {"alias": "ann"}, {"moderator": True}):
        s.member(join | {"body": wire.encode(wire.decode(join["body"]) | change)}, DINA)
    s.member(join, DINA)


@log_scenario("5.4", log=[(1, "UnknownInvite"), (2, "UnknownInvite"), (3, "UnknownInvite")])
def member_without_an_invite(s: DeskScribe) -> None:
    """By an invite nobody made; by none, as only founders come; and an invite is called back that nobody made."""
    s.member(s.join("dina", s.invite("of nobody")), DINA)
    s.member(founder_join(device("dina"), s.collective, "dina"), DINA)
    s.note("invite-withdrawn", {"invite": s.invite("of nobody").public_key})
    s.member(founder_join(device("ana"), s.collective, "ana"), FIRST_LEAF)


@log_scenario("5.4", log=[(3, "InviteUsed"), (6, "InviteWithdrawn"), (8, "WrongShape"), (9, "WrongCollective")])
def members_who_may_not_come(s: DeskScribe) -> None:
    """A second device by one invite; one called back; a leaf that was used; a join of another collective."""
    first = s.invites("one")
    s.member(s.join("dina", first), DINA)
    s.member(s.join("mallory", first), DINA + 1)
    second = s.invites("two")
    s.note("invite-withdrawn", {"invite": second.public_key})
    s.member(s.join("mallory", second), DINA + 1)
    third = s.invites("three")
    s.member(s.join("mallory", third), DINA)
    other = DeskScribe(label=" two")
    s.member(other.join("mallory", third), DINA + 1)


@log_scenario("5.4", log=[(1, "WrongShape"), (2, "ApprovalsExpired"), (3, "WrongShape"), (5, "BadSignature"), (6, "BadSignature")])
def notes_that_ask_too_much(s: DeskScribe) -> None:
    """An invite for more than thirty days, a proposal to approve for too long, an approval of nothing, forged approvals."""
    s.note("invite", {"invite": s.invite().public_key, "box": bytes(32), "key": bytes(32), "expires": s.now + 31 * DAY, "moderator": False})
    late = s.body("alert", alert_content(), until=s.now + 14 * DAY + 1)
    s.note("proposal", {"body": late.encoded, "report": None})
    s.note("approval", {"body": late.hash, "signature": approve(device("ana").sign, late)})
    body = s.body("alert", alert_content())
    s.note("proposal", {"body": body.encoded, "report": None})
    s.note("approval", {"body": body.hash, "signature": approve(device("bea").sign, body)}, "ana")
    s.note("removal", {"leaf": DINA, "signature": bytes(64)})


@log_scenario("7.5", log=[(3, "BadSignature"), (4, "WrongCollective"), (5, "WrongEpoch")])
def acceptances_she_did_not_give(s: DeskScribe) -> None:
    """Signed by another, for another collective, for another planting; then her own."""
    s.member(s.join("dina", s.invites()), DINA)

    def accepts(item: dict[str, Any]) -> None:
        s.note("accepted", {"body": item["body"], "signature": item["signature"]})

    honest = make_accept(device("dina"), s.collective, 1)
    accepts(honest | {"signature": make_accept(device("mallory"), s.collective, 1)["signature"]})
    accepts(make_accept(device("dina"), fixed("another"), 1))
    accepts(make_accept(device("dina"), s.collective, 5))
    accepts(honest)


@log_scenario("3.8", log=[(1, "BadSignature")], plantings=(1, 2))
def carried_state_that_was_changed(s: DeskScribe) -> None:
    """Whoever prepares a replant carries a member over with keys of her own choice."""
    join = s.join("dina", s.invite())
    join.pop("type")
    bent = join | {"body": wire.encode(wire.decode(join["body"]) | {"kem": device("mallory").kem_key})}
    s.note("carried", {"part": 0, "of": 1, "state": [{"kind": "member", "join": bent, "leaf": DINA}]}, keys=bundle(2))
