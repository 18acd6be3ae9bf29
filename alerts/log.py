"""The moderators' log, read: who was admitted, what is proposed and approved, what happens to each report (protocol §5.4).

The log orders what moderators' devices decide apart: the first note wins, the same on every device that reads it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import epochs, signing, wire
from crypto.announced import Public, check_cosign, parse_public
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.chain import Entry, Place
from crypto.context import Purpose, digest
from crypto.epochs import Inner
from crypto.errors import (
    ApprovalsExpired,
    BadSignature,
    InviteExpired,
    InviteUsed,
    InviteWithdrawn,
    NotAModerator,
    OldEpoch,
    Refused,
    RemovedDevice,
    UnknownInvite,
    Withheld,
    WrongCollective,
    WrongEpoch,
    WrongShape,
)  # fmt: skip
from crypto.secrets import AeadKey, BoxSecret, EpochSecret, KemSeed

from .board import Board
from .charter import parse_charter
from .contents import check_content
from .follow import Follower, Head
from .notes import Note, check_author, key_of, notes_commitment, open_note
from .posts import Join, check_accept, check_join, still_accepts
from .statements import APPROVAL_LIFE, Body, check_approval, parse_body
from .things import Refusal


@dataclass(slots=True)
class InviteRecord:
    """An invite that was made, and what became of it."""

    public_key: bytes
    box: bytes = field(repr=False)
    key: AeadKey
    expires: int
    moderator: bool
    by: bytes
    made: int | None  # when, as the log's entry says; not known of one that was carried over
    withdrawn: int | None = None  # when
    used_by: bytes | None = None

    def fields(self) -> dict[str, Any]:
        """As a note."""
        key = self.key.reveal()
        return {"invite": self.public_key, "box": self.box, "key": key, "expires": self.expires, "moderator": self.moderator}

    def ended(self, now: int) -> int | None:
        """When it stopped being good without having been used; ``None`` if it still is, or was used."""
        if self.used_by is not None or self.open(now):
            return None
        return self.withdrawn if self.withdrawn is not None else self.expires

    def open(self, now: int) -> bool:
        return self.withdrawn is None and self.used_by is None and now < self.expires


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """A device that was admitted. All but the leaf is what she signed when she joined."""

    sign: bytes
    kem: bytes
    box: BoxSecret
    alias: str = field(repr=False)
    leaf: int
    invite: bytes | None
    join: Join


@dataclass(slots=True)
class Proposal:
    """A statement that awaits approvals; approvals by person."""

    body: Body
    report: bytes | None
    by: bytes
    seq: int
    approvals: dict[bytes, Approval] = field(default_factory=dict)


@dataclass(slots=True)
class Announcing:
    """A proposed announcement; approvals by person."""

    public: Public
    inner: Inner
    secret: EpochSecret
    by: bytes
    seq: int
    approvals: dict[bytes, Approval] = field(default_factory=dict)
    #: Cosignatures for the relay, by the one-time key they are by (protocol §4.3).
    cosigns: dict[bytes, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a report's life, as the log has it. ``epoch`` is the one whose moderators' gate signed the note."""

    time: int
    person: bytes
    event: str
    data: dict[str, Any] = field(repr=False)
    epoch: int


#: A code that lies about for longer is a door left open.
LONGEST_INVITE: Final = 30 * 86400
#: Types that stand under the next planting's key before a replant; all but ``carried`` also stand under the present one.
_ALSO_NOW: Final = ("announcement", "announcement-approval", "desk-key")
AHEAD: Final = ("carried", *_ALSO_NOW)


#: Notes about a report that are no steps of the desk's table: a person has it; its follow-ups up to a counter were read.
SEEN: Final = "seen"
HEARD: Final = "heard"


def removal_hash(leaf: int) -> bytes:
    """What a person signs to approve the removal of a leaf (protocol §5.4)."""
    return digest(wire.encode(["removal", leaf]))


class Log:
    """What the log says, entry by entry."""

    def __init__(self, collective: bytes) -> None:
        self.collective = collective
        self.chain = Follower(collective)
        self.invites: dict[bytes, InviteRecord] = {}
        self.members: dict[bytes, MemberRecord] = {}
        self.leaves: set[int] = set()
        #: Who agreed to moderate: with the join (``None``), or by an acceptance and its signature.
        self.accepted: dict[bytes, tuple[bytes, bytes] | None] = {}
        self.removals: dict[int, dict[bytes, bytes]] = {}
        #: Leaves removed in earlier plantings, or of moderators who left: nobody there may come back.
        self.gone: set[int] = set()
        self.proposals: dict[bytes, Proposal] = {}
        self.announcing: dict[bytes, Announcing] = {}
        #: Several devices may prepare the next desk key at once; the announcement decides which one counts.
        self.desk_seeds: dict[int, list[KemSeed]] = {}
        self.steps: dict[bytes, list[Step]] = {}
        #: The first desk key of each number under each notes key, by its commitment: a replant uses only one that the leaver cannot read.
        self.desk_seeds_under: dict[bytes, dict[int, KemSeed]] = {}
        #: One-time keys to cosign with, by person, in the order in which they are to be used (protocol §4.3).
        self.cosigners: dict[bytes, list[bytes]] = {}
        #: Carried state by the commitment of the notes key it stands under; it counts once a charter with this key is in force.
        self._staged: dict[bytes, dict[int, list[dict[str, Any]]]] = {}
        self._parts: dict[bytes, int] = {}
        #: Devices recorded under the notes key of each planting: who joins it later can read only that.
        self.recorded: dict[int, set[bytes]] = {}
        self.refused: list[Refusal] = []
        #: Entries that were refused: not every signature in them was checked, so later they are not trusted either.
        self.unjudged: set[int] = set()
        self.passed_over = 0
        self._epoch = 0
        #: The devices of the founding charter: they alone came without an invite.
        self._founders: set[bytes] = set()
        #: Of the note that is being read: the planting of its key, and whether this device has yet to verify it.
        self._planting = 0
        self._verify = True

    @property
    def head(self) -> Head | None:
        return self.chain.head

    # ---- questions -------------------------------------------------------------------------------------------------

    def member_at(self, leaf: int) -> MemberRecord | None:
        return next((m for m in self.members.values() if m.leaf == leaf), None)

    def removal_approved(self, leaf: int, board: Board) -> bool:
        """Whether enough people who are moderators now have approved the removal of this leaf."""
        people = self.removals.get(leaf, {}).keys() & {p.id for p in board.charter.people}
        return len(people) >= board.charter.quorums["remove"]

    def check_join(self, invite: bytes, device: bytes, *, arrived: int, sealed_under_since: int, removed: set[int]) -> InviteRecord | None:
        """The invite a join may use; ``None`` if the device has joined already (protocol §7.3).

        Args:
            removed: leaves removed in this planting.
            arrived: when the join arrived at the relay.
            sealed_under_since: when the epoch the join is sealed under began.

        Raises:
            UnknownInvite, InviteUsed, InviteExpired, InviteWithdrawn, RemovedDevice: it may not.
        """
        record = self.invites.get(invite)
        if record is None:
            raise UnknownInvite("a join by an invite nobody made")
        known = self.members.get(device)
        if known is not None and known.leaf in self.gone | removed:
            raise RemovedDevice("a join by a device that was removed")
        if known is not None:
            return None
        if record.used_by is not None:
            raise InviteUsed("a second join by the same invite")
        if record.withdrawn is not None:
            raise InviteWithdrawn("a join by an invite that was called back")
        if max(arrived, sealed_under_since) > record.expires:
            raise InviteExpired("a join after its invite expired")
        return record

    # ---- reading ---------------------------------------------------------------------------------------------------

    def read(
        self, entries: Iterable[Entry], board: Board, bundles: Iterable[Bundle], *, trusted_below: int = 0, doubted: Container[int] = (),
        now: int | None = None,
    ) -> None:  # fmt: skip
        """Reads entries that follow those read before; the board must have been read up to date first.

        Args:
            bundles: every bundle this device holds. Notes under other keys are passed over.
            trusted_below: entries with a smaller number were verified by this device before.
            doubted: but for these, which were not believed then.
            now: this device's clock; ``None`` for what it has taken before.

        Raises:
            Gap, BrokenChain, TimeWentBack, TimeAhead, BadSignature, Withheld: the chain itself is not sound.
        """
        keys = {notes_commitment(bundle, self.collective): bundle for bundle in bundles}
        self._know_founders(board)
        for entry in entries:
            entry_hash = self.chain.check(entry, now)
            verify = entry.place.seq >= trusted_below or entry.place.seq in doubted
            epoch = board.epochs.get(entry.place.epoch)
            # As on the board: what no shown gate signed, or has lost its text, is the relay's own doing. Notes are never erased.
            if entry.blob is None:
                raise Withheld("the relay withholds a note")
            if entry.place.epoch not in board.gates:
                raise BadSignature("a note under an epoch that no announcement shows")
            if verify:
                entry.check_signature(board.gates[entry.place.epoch], self.collective)
            try:
                if epoch is None:
                    raise WrongEpoch("a note under an epoch that no valid announcement began")
                if entry.place.epoch < self._epoch:
                    raise OldEpoch("a note under an epoch that has ended")
                self._epoch = entry.place.epoch
                self._note(entry, board, keys, epoch.planting, verify)
            except Refused as error:
                self.refused.append(Refusal(entry.place.seq, error.name, error.detail))
                self.unjudged.add(entry.place.seq)
            self.chain.advance(entry, entry_hash)

    def _note(self, entry: Entry, board: Board, keys: dict[bytes, Bundle], planting: int, verify: bool) -> None:
        bundle = keys.get(key_of(entry.blob)) if entry.blob is not None else None
        if entry.blob is None or bundle is None:
            self.passed_over += 1
            return
        note = open_note(entry.blob, entry.place, bundle, self.collective)
        # Before a replant's switch, what the leaving moderator must not read stands under the next planting's key already.
        if bundle.planting != planting + (note.type in AHEAD) and not (note.type in _ALSO_NOW and bundle.planting == planting):
            raise WrongEpoch("a note under another planting's key than its epoch's")
        charter = board.charters.get(note.charter)
        if charter is None:
            raise NotAModerator("a note under a charter there never was")
        device_key = charter.device_key(note.person, note.device)
        if verify:
            check_author(note, device_key, entry.place, self.collective)
        if note.fields is not None:
            self._planting, self._verify = bundle.planting, verify
            handler = _HANDLERS[note.type]
            handler(self, note, note.fields, entry.place, device_key)

    # ---- what each type of note does -------------------------------------------------------------------------------

    def _invite(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        if f["expires"] > place.time + LONGEST_INVITE:
            raise WrongShape("note: an invite that lasts too long")
        self._make_invite(f, note.person, place.time)

    def _make_invite(self, f: dict[str, Any], by: bytes, made: int | None) -> None:
        if f["invite"] not in self.invites:
            self.invites[f["invite"]] = InviteRecord(f["invite"], f["box"], AeadKey(f["key"]), f["expires"], f["moderator"], by, made)

    def _invite_withdrawn(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        if f["invite"] not in self.invites:
            raise UnknownInvite("calls back an invite nobody made")
        self.invites[f["invite"]].withdrawn = place.time

    def _member(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        # Her keys are those she signed: who writes the note cannot put her own in their place.
        join = check_join(f["join"], self.collective, verified=not self._verify)
        known = join.sign in self.members
        if not known:  # else another device was quicker; the same device keeps its leaf
            if f["leaf"] in self.leaves:
                raise WrongShape("note: a leaf that has been used")
            invite = self._invite_of(join)
            if invite is not None and invite.used_by is not None:
                raise InviteUsed("admits a second device by one invite")
            if invite is not None and invite.withdrawn is not None:
                raise InviteWithdrawn("admits somebody by an invite that was called back")
            self._admit(join, f["leaf"])
        self.recorded.setdefault(self._planting, set()).add(join.sign)

    def _invite_of(self, join: Join) -> InviteRecord | None:
        invite = self.invites.get(join.invite) if join.invite is not None else None
        if invite is None and (join.invite is not None or join.sign not in self._founders):
            raise UnknownInvite("admits somebody by an invite nobody made")
        return invite

    def _admit(self, join: Join, leaf: int) -> None:
        self.members[join.sign] = MemberRecord(join.sign, join.kem, BoxSecret(join.box), join.alias, leaf, join.invite, join)
        self.leaves.add(leaf)
        if join.invite is not None:
            self.invites[join.invite].used_by = join.sign
        if join.moderator:
            self.accepted[join.sign] = None

    def _know_founders(self, board: Board) -> None:
        self._founders = {key for person in board.charters[1].people for key in person.devices} if board.founded else set()

    def _accepted(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        sign = check_accept(f["body"], f["signature"], self.collective, self._planting)
        if sign in self.members:
            self.accepted.setdefault(sign, (f["body"], f["signature"]))

    def _removal(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        signing.verify(device_key, f["signature"], Purpose.APPROVE, self.collective, removal_hash(f["leaf"]))
        self.removals.setdefault(f["leaf"], {})[note.person] = f["signature"]

    def _proposal(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        body = parse_body(f["body"])
        if body.collective != self.collective:
            raise WrongCollective("a proposal of another collective")
        if body.until > place.time + APPROVAL_LIFE:
            raise ApprovalsExpired("a proposal whose approvals would hold for too long")
        if body.kind == "charter":
            parse_charter(body.version, body.content, body.hash)
        else:
            check_content(body.kind, body.content)
        self.proposals.setdefault(body.hash, Proposal(body, f["report"], note.person, place.seq))

    def _approval(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        proposal = self.proposals.get(f["body"])
        if proposal is None:
            raise WrongShape("note: approves what nobody proposed")
        check_approval(device_key, f["signature"], proposal.body)
        proposal.approvals.setdefault(note.person, Approval(note.person, note.device, f["signature"]))

    def _announcement(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        public, inner = parse_public(f["public"]), epochs.parse_inner(f["inner"])
        key = _announcing_key(f["public"], f["inner"])
        self.announcing.setdefault(key, Announcing(public, inner, EpochSecret(f["secret"]), note.person, place.seq))

    def _announcement_approval(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        announcing = self.announcing.get(f["public"] + f["inner"])
        if announcing is None:
            raise WrongShape("note: approves an announcement nobody proposed")
        epochs.check_approval(device_key, f["signature"], announcing.public, announcing.inner, self.collective)
        announcing.approvals.setdefault(note.person, Approval(note.person, note.device, f["signature"]))
        if f["cosign"] is not None:
            key, signature = f["cosign"]["key"], f["cosign"]["signature"]
            if key in self.cosigners.get(note.person, []):
                check_cosign(key, signature, announcing.public, self.collective)
                announcing.cosigns.setdefault(key, signature)

    def _cosigners(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        known = self.cosigners.setdefault(note.person, [])
        others = {key for person, keys in self.cosigners.items() if person != note.person for key in keys}
        known += [key for key in f["keys"] if key not in known and key not in others]

    def _desk_key(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        self._add_desk_seed(f["number"], f["seed"])
        self.desk_seeds_under.setdefault(note.key, {}).setdefault(f["number"], KemSeed(f["seed"]))

    def _desk(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        self.steps.setdefault(f["report"], []).append(Step(place.time, note.person, f["event"], f["data"], place.epoch))

    def _carried(self, note: Note, f: dict[str, Any], place: Place, device_key: bytes) -> None:
        if self.carried_under(note.key) is not None:
            return  # somebody may have signed because of what stands there
        for item in f["state"]:
            if item["kind"] == "member":
                check_join(item["join"], self.collective, verified=not self._verify)
            elif item["kind"] == "accepted" and self._verify:
                check_accept(item["body"], item["signature"], self.collective, self._planting)
        parts = self._staged.setdefault(note.key, {})
        if f["part"] == 0:
            parts.clear()
        parts[f["part"]] = f["state"]
        self._parts[note.key] = f["of"]

    def _add_desk_seed(self, number: int, seed: bytes) -> None:
        seeds = self.desk_seeds.setdefault(number, [])
        if KemSeed(seed) not in seeds:
            seeds.append(KemSeed(seed))

    # ---- carrying over at a replant (protocol §3.8) ----------------------------------------------------------------

    def carried_under(self, notes: bytes) -> list[dict[str, Any]] | None:
        """The state carried under the notes key with this commitment; ``None`` until all of it is there."""
        parts = self._staged.get(notes, {})
        if not parts or sorted(parts) != list(range(self._parts[notes])):
            return None
        return [item for part in sorted(parts) for item in parts[part]]

    def take_over(self, board: Board) -> None:
        """Lets the state that was carried over count, once the charter with its notes key is in force."""
        if not board.founded:
            return
        charter = board.charter
        state = self.carried_under(charter.bundle["notes"])
        if state is not None:
            self._know_founders(board)
            for item in state:
                try:
                    self._restore(item, charter.planting)
                except Refused as error:
                    self.refused.append(Refusal(len(self.chain.hashes), error.name, error.detail))
            # Of this key alone: read again from the beginning, the log holds what the next replant carries over too.
            del self._staged[charter.bundle["notes"]], self._parts[charter.bundle["notes"]]

    def carry(self, without: set[int]) -> list[dict[str, Any]]:
        """What somebody needs who can read only what comes after a replant; ``without`` are leaves that do not come along."""
        state: list[dict[str, Any]] = []
        gone = sorted(self.gone | without)
        state.append({"kind": "gone", "leaves": gone})
        state += [
            {"kind": "desk-key", "number": number, "seed": seed.reveal()}
            for number, seeds in sorted(self.desk_seeds.items()) for seed in seeds
        ]  # fmt: skip
        coming = [m for m in sorted(self.members.values(), key=lambda m: m.leaf) if m.leaf not in gone]
        state += [{"kind": "invite", **self.invites[m.invite].fields()} for m in coming if m.invite is not None]
        state += [{"kind": "member", "join": m.join.value(), "leaf": m.leaf} for m in coming]
        state += [
            {"kind": "accepted", "body": body, "signature": signature}
            for body, signature in self.acceptances(coming, max(self.recorded) + 1)
        ]
        state += [
            {"kind": "cosigners", "person": person, "keys": part}
            for person, keys in sorted(self.cosigners.items()) for part in (keys[-128:-64], keys[-64:]) if part
        ]  # fmt: skip
        state += [
            {"kind": "step", "report": report, "time": s.time, "person": s.person, "event": s.event, "data": s.data, "epoch": s.epoch}
            for report, steps in sorted(self.steps.items()) for s in steps
        ]  # fmt: skip
        return state

    def acceptances(self, members: Iterable[MemberRecord], planting: int) -> list[tuple[bytes, bytes]]:
        """What those of them signed who agreed to moderate after they had joined, if it still counts in this planting."""
        signed = [said for m in members if (said := self.accepted.get(m.sign)) is not None]
        return [(body, signature) for body, signature in signed if still_accepts(body, planting)]

    def _restore(self, item: dict[str, Any], planting: int) -> None:
        kind = item.get("kind")
        if kind == "gone":
            self.gone |= set(item["leaves"])
            self.leaves |= set(item["leaves"])
        elif kind == "desk-key":
            self._add_desk_seed(item["number"], item["seed"])
        elif kind == "invite":
            self._make_invite(item, b"", None)
        elif kind == "member":
            join = check_join(item["join"], self.collective, verified=True)
            if join.sign not in self.members:
                self._invite_of(join)
                self._admit(join, item["leaf"])
            self.recorded.setdefault(planting, set()).add(join.sign)
        elif kind == "accepted":
            sign = check_accept(item["body"], item["signature"], self.collective, planting)
            if sign in self.members:
                self.accepted.setdefault(sign, (item["body"], item["signature"]))
        elif kind == "cosigners":
            known = self.cosigners.setdefault(item["person"], [])
            known += [key for key in item["keys"] if key not in known]
        elif kind == "step":
            step = Step(item["time"], item["person"], item["event"], item["data"], item["epoch"])
            steps = self.steps.setdefault(item["report"], [])
            if step not in steps:
                steps.append(step)


def _announcing_key(public: bytes, inner: bytes) -> bytes:
    return digest(public) + digest(inner)


_HANDLERS: Final[dict[str, Any]] = {
    "invite": Log._invite,
    "invite-withdrawn": Log._invite_withdrawn,
    "member": Log._member,
    "accepted": Log._accepted,
    "removal": Log._removal,
    "proposal": Log._proposal,
    "approval": Log._approval,
    "announcement": Log._announcement,
    "announcement-approval": Log._announcement_approval,
    "cosigners": Log._cosigners,
    "desk-key": Log._desk_key,
    "desk": Log._desk,
    "carried": Log._carried,
}
