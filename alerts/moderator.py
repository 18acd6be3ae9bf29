"""A moderator: a member who also holds the bundle, reads the log and the desk, and signs (protocol §3.5 to §3.7, §5.4, §7).

Deciding is pure. :meth:`Moderator.notes_due` says what this device owes the log now; whoever syncs writes it, and asks
again when somebody else was quicker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from crypto import epochs, signing
from crypto.announced import Public
from crypto.approvals import Approval
from crypto.boxes import bundle_box, open_bundle, path_box, seal_bundle, seal_path_keys
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, NO_ENTRY, NOTE, STATEMENT, Entry, Place, make_entry, parse_entry
from crypto.context import Purpose
from crypto.errors import (
    BadInput,
    CannotOpen,
    CounterWentBack,
    NotAllowed,
    NotAModerator,
    Refused,
    ReportChanged,
    ReportEpoch,
    WrongDeskKey,
)  # fmt: skip
from crypto.gates import moderator_gate
from crypto.invites import Welcome, fill_box, invite_from_code, new_code
from crypto.keytree import path_keys, unused_leaf
from crypto.sealing import kem_public_key
from crypto.secrets import AnswerKey, DeviceEntropy, EpochSecret, GateSeed, InviteCode, KemSeed, NotesKey, TagKey, TreeSeed
from crypto.shelves import DeskItem, parse_desk_item

from . import posts
from .board import Refusal
from .charter import Charter, Person, announcement_quorum, default_quorums, person_id
from .log import Announcing, InviteRecord, Log, MemberRecord, Proposal, removal_hash
from .member import Gate, Member
from .notes import make_body as make_note
from .notes import seal_note
from .posts import Join
from .statements import APPROVAL_LIFE, SINGLE, Body, Statement, approve, make_body, seal_statement, sign_publication

DAY: Final = 86400
#: A pulse is prepared a day before it is due (protocol §3.5: at least every 7 days), so that it arrives in time.
PULSE_AFTER: Final = 6 * DAY
DESK_KEY_LIFE: Final = 30 * DAY
#: A report's epoch may have ended this long before the report arrived (protocol §8.1).
REPORT_GRACE: Final = 14 * DAY
KEEP_INBOX: Final = 90 * DAY

NoteDraft = tuple[str, dict[str, Any]]


@dataclass(slots=True)
class Report:
    """A report as the desk has it. ``fields`` are as the reporter last corrected them."""

    id: bytes
    fields: dict[str, Any]
    answer: AnswerKey
    tag: TagKey
    follow: bytes
    arrived: int
    content: bytes
    signed_by: bytes | None
    counter: int = 0
    follow_ups: list[tuple[int, dict[str, Any]]] | None = None


@dataclass(frozen=True, slots=True)
class BoxFill:
    """A box to write: id, blob, expiry; ``burnable`` if whoever can name it may erase it."""

    id: bytes
    blob: bytes
    expires: int
    burnable: bool = False


class Moderator(Member):
    """A member's device that moderates."""

    def __init__(self, entropy: DeviceEntropy, collective: bytes, alias: str, joined: int) -> None:
        super().__init__(entropy, collective, alias, joined)
        self.bundles: dict[int, Bundle] = {}
        #: The bundle of a replant that is proposed and not in force yet (protocol §3.8).
        self.staged: Bundle | None = None
        self.log = Log(collective)
        self.log_entries: list[Entry] = []
        self.log_verified = 0
        self.inbox: dict[bytes, tuple[int, bytes]] = {}
        self.inbox_after = 0
        self.reports: dict[bytes, Report] = {}
        self.joins: dict[bytes, tuple[int, int, Join]] = {}
        self.accepts: dict[bytes, tuple[bytes, bytes]] = {}
        self.acknowledged: set[bytes] = set()
        #: Boxes this device has filled or seen filled: path keys by planting and device, invites by epoch.
        self.filled: set[tuple[int, bytes]] = set()
        self.refilled: dict[bytes, int] = {}

    # ---- who I am --------------------------------------------------------------------------------------------------

    def _openers(self) -> list[Any]:
        return [self._open_by_tree, *super()._openers()]

    def _open_by_tree(self, public: Public) -> EpochSecret:
        bundle = self.bundles.get(public.planting) or self.staged
        if bundle is None:
            raise CannotOpen("no bundle")
        return epochs.open_wrap_as_moderator(public, self.collective, bundle)

    def _bundle(self) -> Bundle | None:
        return self.staged or (self.bundles[max(self.bundles)] if self.bundles else None)

    @property
    def bundle(self) -> Bundle:
        """The bundle in force.

        Raises:
            NotAModerator: this device does not have it (any more).
        """
        planting = self.board.charter.planting
        if planting not in self.bundles or self.board.charter.place_of(self.device.signing_key) is None:
            raise NotAModerator("this device is not a moderator's (any more)")
        return self.bundles[planting]

    @property
    def moderates(self) -> bool:
        """Whether this device is a moderator's by the charter in force, and has the bundle."""
        return (
            self.board.founded
            and self.board.charter.planting in self.bundles
            and self.board.charter.place_of(self.device.signing_key) is not None
        )

    @property
    def me(self) -> tuple[bytes, int]:
        """Person and device index in the charter in force."""
        place = self.board.charter.place_of(self.device.signing_key)
        if place is None:
            raise NotAModerator("this device is not a moderator's (any more)")
        return place

    def moderator_gate(self) -> Gate:
        """The moderators' gate of the newest valid epoch."""
        epoch = self.board.epoch
        return Gate(epoch.number, moderator_gate(self.bundle.gate, self.collective, epoch.number))

    def read_board(self, fresh: Iterable[Entry]) -> None:
        super().read_board(fresh)
        charter = self.board.charter if self.board.founded else None
        if charter and self.staged is not None and charter.planting == self.staged.planting:
            if charter.bundle == self.staged.commitments(self.collective):
                self.bundles[self.staged.planting] = self.staged
            self.staged = None

    @classmethod
    def from_member(cls, member: Member) -> Moderator:
        """The same device, once it has found a bundle for itself."""
        moderator = cls(member.entropy, member.collective, member.alias, member.joined)
        moderator.__dict__.update(member.__dict__)
        return moderator

    # ---- the bundle ------------------------------------------------------------------------------------------------

    def bundle_box_for(self, planting: int) -> bytes:
        return bundle_box(self.device.box, self.collective, planting)

    def take_bundle(self, blob: bytes, charter: Charter) -> None:
        """A bundle from this device's box, for a charter in force or proposed.

        Raises:
            Refused: it is not for this device, not by a moderator of now, or not the charter's.
        """
        found = open_bundle(blob, charter.planting, kem=self.device.kem, device=self.device.signing_key, collective=self.collective)
        if self.board.charter.place_of(found.signer) is None and charter.place_of(found.signer) is None:
            raise NotAModerator("a bundle by somebody who is no moderator")
        found.bundle.check(charter.bundle, self.collective)
        if charter.planting == self.board.charter.planting:
            self.bundles[charter.planting] = found.bundle
        else:
            self.staged = found.bundle
        self.read_log_again()

    def bundle_fill(self, member: MemberRecord, bundle: Bundle, now: int) -> BoxFill:
        """The box that hands a bundle to a moderator's device."""
        blob = seal_bundle(bundle, kem_key=member.kem, device=member.sign, collective=self.collective, signer=self.device.sign)
        return BoxFill(bundle_box(member.box, self.collective, bundle.planting), blob, now + 180 * DAY)

    # ---- the log ---------------------------------------------------------------------------------------------------

    def _all_bundles(self) -> list[Bundle]:
        return [*self.bundles.values(), *([self.staged] if self.staged else [])]

    def read_log(self, fresh: Iterable[Entry]) -> None:
        """Reads entries of the log that follow those it has; the board must be up to date."""
        for entry in fresh:
            self.log.read([entry], self.board, self._all_bundles(), trusted_below=self.log_verified)
            self.log_entries.append(entry)
        self.log_verified = len(self.log_entries)

    def read_log_again(self) -> None:
        """Reads the log from its beginning, after a new key can open more of it."""
        entries, self.log_entries, self.log, self.log_verified = self.log_entries, [], Log(self.collective), 0
        self.read_log(entries)

    def note_entries(self, notes: list[NoteDraft], now: int, *, ahead: bool = False) -> list[Entry]:
        """The entries that put these notes at the end of the log as this device knows it.

        Args:
            ahead: under the staged bundle, for what a leaving moderator must not read.
        """
        bundle = self.staged if ahead else self.bundle
        if bundle is None:
            raise NotAllowed("there is no replant to prepare")
        gate, head, entries = self.moderator_gate(), self.log.head, []
        seq, prev, time = (head.seq + 1, head.hash, max(now, self.log.chain.time)) if head else (0, NO_ENTRY, now)
        for note_type, fields in notes:
            place = Place("log", seq, prev, NOTE, gate.epoch, time)
            body = make_note(note_type, self.board.charter.number, fields)
            blob = seal_note(body, place, bundle, self.collective, author=self.me, device=self.device.sign)
            entry = make_entry(place, blob, gate.seed, self.collective)
            entries.append(entry)
            seq, prev = seq + 1, entry.hash(self.collective)
        return entries

    def notes_due(self, now: int) -> list[NoteDraft]:
        """What this device owes the log now: admissions, acceptances, announcements to propose or approve."""
        return [*self._admissions(), *self._acceptances(), *self._unrecorded(), *self._announcements(now)]

    # ---- members and invites ---------------------------------------------------------------------------------------

    @property
    def removed(self) -> set[int]:
        """Leaves that are out: removed in this planting, or gone before it."""
        return set(self.board.epoch.public.removed) | self.log.gone

    def members(self) -> list[MemberRecord]:
        """Everybody who is in, by leaf."""
        return sorted((m for m in self.log.members.values() if m.leaf not in self.removed), key=lambda m: m.leaf)

    def find_member(self, name: str) -> MemberRecord:
        """A member by alias, or by the beginning of her id.

        Raises:
            BadInput: nobody, or more than one.
        """
        from crypto.base32 import encode_id

        found = [m for m in self.members() if m.alias.casefold() == name.strip().casefold()]
        found = found or [m for m in self.members() if encode_id(person_id(m.sign)).startswith(name.strip().lower() or "-")]
        if len(found) != 1:
            raise BadInput("nobody here has this name" if not found else "several people have this name; use the id")
        return found[0]

    def new_invite(self, now: int, expires: int, *, moderator: bool) -> tuple[InviteCode, NoteDraft, BoxFill]:
        """A code, the note that records it (write it first), and its box."""
        code = new_code()
        invite = invite_from_code(code)
        fields = {
            "invite": invite.public_key,
            "box": invite.box,
            "key": invite.key.reveal(),
            "expires": expires,
            "moderator": moderator,
        }
        fill = BoxFill(invite.box, fill_box(invite.box, invite.key, self._welcome()), expires, burnable=True)
        self.refilled[invite.public_key] = self.board.epoch.number
        return code, ("invite", fields), fill

    def _welcome(self) -> Welcome:
        epoch = self.board.epoch
        return Welcome(self.collective, epoch.number, epoch.secret, epoch.hash)

    def invite_refills(self, now: int) -> list[BoxFill]:
        """Open invites whose box holds an older E than the present one (protocol §7.2)."""
        fills = []
        for record in self.log.invites.values():
            if record.open(now) and self.refilled.get(record.public_key) != self.board.epoch.number:
                fills.append(BoxFill(record.box, fill_box(record.box, record.key, self._welcome()), record.expires, burnable=True))
        return fills

    def open_invites(self, now: int) -> list[InviteRecord]:
        return [record for record in self.log.invites.values() if record.open(now)]

    def _admissions(self) -> list[NoteDraft]:
        notes: list[NoteDraft] = []
        taken = set(self.log.leaves)
        for sign, (arrived, epoch, join) in list(self.joins.items()):
            try:
                record = self.log.check_join(
                    join.invite, sign, arrived=arrived, sealed_under_since=self.board.epochs[epoch].time, removed=self.removed
                )
            except Refused as error:
                self.refusals.append(Refusal(arrived, error.name, error.detail))
                del self.joins[sign]
                continue
            if record is None:
                del self.joins[sign]
                continue
            leaf = unused_leaf(taken)
            taken.add(leaf)
            notes.append(("member", _member_note(join.sign, join.kem, join.box, join.alias, leaf, join.invite, join.moderator)))
        return notes

    def _acceptances(self) -> list[NoteDraft]:
        return [
            ("accepted", {"body": body, "signature": signature})
            for sign, (body, signature) in self.accepts.items()
            if sign in self.log.members and sign not in self.log.accepted
        ]

    def _unrecorded(self) -> list[NoteDraft]:
        # Admitted under an earlier notes key while a replant was being prepared: who comes later could not know them.
        planting = self.board.charter.planting
        if planting == 1:
            return []
        recorded = self.log.recorded.get(planting, set())
        return [
            ("member", _member_note(m.sign, m.kem, m.box.reveal(), m.alias, m.leaf, m.invite, m.sign in self.log.accepted))
            for m in self.members()
            if m.sign not in recorded
        ]

    def path_fills(self, now: int, bundle: Bundle | None = None) -> list[tuple[MemberRecord, BoxFill]]:
        """The boxes with path keys that this device has not seen filled in the planting of ``bundle``."""
        bundle = bundle or self.bundle
        return [
            (member, self.path_fill(member, bundle, now)) for member in self.members() if (bundle.planting, member.sign) not in self.filled
        ]

    def path_fill(self, member: MemberRecord, bundle: Bundle, now: int) -> BoxFill:
        keys = path_keys(bundle.tree, self.collective, bundle.planting, member.leaf)
        blob = seal_path_keys(
            keys, member.leaf, bundle.planting, kem_key=member.kem, device=member.sign, collective=self.collective, signer=self.device.sign
        )  # fmt: skip
        return BoxFill(path_box(member.box, self.collective, bundle.planting), blob, now + 360 * DAY)

    def removal_note(self, member: MemberRecord) -> NoteDraft:
        """This person's approval of a removal.

        Raises:
            NotAllowed: the member moderates; then the tree has to be replanted.
        """
        if self.board.charter.place_of(member.sign) is not None:
            raise NotAllowed("a moderator leaves by a new charter, and the keys are made anew")
        signature = signing.sign(self.device.sign, Purpose.APPROVE, self.collective, removal_hash(member.leaf))
        return ("removal", {"leaf": member.leaf, "signature": signature})

    # ---- announcements ---------------------------------------------------------------------------------------------

    def announcement_reason(self, now: int) -> str | None:
        """Why an announcement is due; ``None`` if none is."""
        epoch = self.board.epoch
        if self._newly_removed():
            return "removal"
        if any((ended := i.ended(now)) is not None and ended > epoch.time for i in self.log.invites.values()):
            return "invite"
        if self._desk_key_due(now):
            return "desk key"
        if now - epoch.time >= PULSE_AFTER:
            return "pulse"
        return None

    def _newly_removed(self) -> set[int]:
        return {leaf for leaf in self.log.removals if leaf not in self.removed and self.log.removal_approved(leaf, self.board)}

    def _desk_key_due(self, now: int) -> bool:
        number = self.board.epoch.public.desk
        began = min(e.time for e in self.board.epochs.values() if e.public.desk == number)
        return now - began >= DESK_KEY_LIFE

    def _announcements(self, now: int) -> list[NoteDraft]:
        person, index = self.me
        current = self.open_announcement(now)
        if current is None:
            if self.announcement_reason(now) is None:
                return []
            return self._propose_announcement(now)
        if person in current.approvals:
            return []
        return [self._announcement_approval(current.public, current.inner)]

    def _propose_announcement(self, now: int) -> list[NoteDraft]:
        epoch, notes, desk, desk_key = self.board.epoch, [], self.board.epoch.public.desk, None
        if self._desk_key_due(now):
            desk += 1
            seed = KemSeed.random()
            desk_key = kem_public_key(seed)
            notes.append(("desk-key", {"number": desk, "seed": seed.reveal()}))
        secret = EpochSecret.random()
        removed = tuple(sorted(set(epoch.public.removed) | self._newly_removed()))
        public = self._make_announcement(secret, removed, desk)
        head = self.board.head
        inner = epochs.make_inner(
            charter=self.board.charter.number,
            desk_key=desk_key,
            head=(head.seq, head.hash) if head else None,
            until=now + APPROVAL_LIFE,
        )
        notes.append(("announcement", {"public": public.encoded, "inner": inner.encoded, "secret": secret.reveal()}))
        notes.append(self._announcement_approval(public, inner))
        return notes

    def _make_announcement(self, secret: EpochSecret, removed: tuple[int, ...], desk: int) -> Public:
        epoch = self.board.epoch
        previous = epochs.Previous(epoch.hash, epoch.secret)
        return epochs.announce(
            self.bundle, secret, self.collective, epoch=self.board.next_epoch, removed=removed, previous=previous, desk=desk
        )

    def _announcement_approval(self, public: Public, inner: epochs.Inner) -> NoteDraft:
        from crypto.context import digest

        signature = epochs.approve(self.device.sign, public, inner, self.collective)
        return (
            "announcement-approval",
            {"public": digest(public.encoded), "inner": digest(inner.encoded), "signature": signature},
        )

    def open_announcement(self, now: int) -> Announcing | None:
        """The one proposal for the next epoch that this device would sign: the earliest in the log that holds (protocol §3.7)."""
        for announcing in sorted(self.log.announcing.values(), key=lambda a: a.seq):
            if self._acceptable(announcing, now):
                return announcing
        return None

    def _acceptable(self, a: Announcing, now: int) -> bool:
        public, inner, epoch = a.public, a.inner, self.board.epoch
        if public.epoch != self.board.next_epoch or public.planting != self.board.charter.planting:
            return False
        if inner.charter != self.board.charter.number or not now <= inner.until <= now + APPROVAL_LIFE + DAY:
            return False
        if inner.head_seq is None or inner.head_hash is None or inner.head_seq < epoch.seq:
            return False
        if not self.board.chain.has(inner.head_seq, inner.head_hash):
            return False
        removed, before = set(public.removed), set(epoch.public.removed)
        if not before <= removed or not all(self.log.removal_approved(leaf, self.board) for leaf in removed - before):
            return False
        try:
            self._check_next_desk_key(public, inner)
            return self._make_announcement(a.secret, public.removed, public.desk).encoded == public.encoded
        except Refused:
            return False

    def _check_next_desk_key(self, public: Public, inner: epochs.Inner) -> None:
        # A device approves a new desk key only if it can open it: otherwise reports would go where nobody can read them.
        last = self.board.epoch.public.desk
        if public.desk == last and inner.desk_key is None:
            return
        if public.desk != last + 1 or all(kem_public_key(seed) != inner.desk_key for seed in self.log.desk_seeds.get(public.desk, [])):
            raise WrongDeskKey("a desk key whose private half is not in the log")

    def announcement_entry(self, now: int) -> Entry | None:
        """The announcement to publish now, if enough people have approved one."""
        a = self.open_announcement(now)
        if a is None:
            return None
        approvals = self._counted(a.approvals)
        removes = bool(set(a.public.removed) - set(self.board.epoch.public.removed))
        if len(approvals) < announcement_quorum(self.board.charter, removes=removes):
            return None
        blob = epochs.seal_announcement(a.public, a.inner, approvals, a.secret, self.collective)
        return self._board_entry(ANNOUNCEMENT, 0, now, lambda place: blob)

    def _counted(self, approvals: dict[bytes, Approval]) -> list[Approval]:
        charter = self.board.charter
        return [a for person, a in sorted(approvals.items()) if charter.person(person) is not None]

    def _board_entry(self, kind: str, urgent: int, now: int, fill: Any) -> Entry:
        gate, head = self.moderator_gate(), self.board.head
        if head is None:
            raise NotAllowed("the board is empty")
        place = Place("board", head.seq + 1, head.hash, kind, gate.epoch, max(now, self.board.chain.time), urgent)
        return make_entry(place, fill(place), gate.seed, self.collective)

    # ---- statements ------------------------------------------------------------------------------------------------

    def make_statement(
        self, kind: str, content: dict[str, Any], now: int, *, object_id: bytes = SINGLE, previous: Body | None = None
    ) -> Body:
        """A body to propose under the charter in force."""
        return make_body(
            kind,
            content,
            collective=self.collective,
            charter=self.board.charter.number,
            object_id=object_id,
            until=now + APPROVAL_LIFE - 3600,
            previous=previous,
        )

    def proposal_notes(self, body: Body, *, report: bytes | None = None, approved: bool = False) -> list[NoteDraft]:
        """The notes that propose a statement, and approve it at once if wanted."""
        notes: list[NoteDraft] = [("proposal", {"body": body.encoded, "report": report})]
        return notes + ([self.approval_note(body)] if approved else [])

    def approval_note(self, body: Body) -> NoteDraft:
        """This person's approval of a proposed statement."""
        return ("approval", {"body": body.hash, "signature": approve(self.device.sign, body)})

    def approvals_of(self, proposal: Proposal) -> list[Approval]:
        """Approvals by people who are moderators now."""
        return self._counted(proposal.approvals)

    def is_open(self, proposal: Proposal, now: int) -> bool:
        """Whether a proposal can still be published: same charter, in time, the next version, not published yet."""
        body = proposal.body
        if body.charter != self.board.charter.number or now > body.until:
            return False
        if body.kind == "charter":
            return body.version == self.board.charter.number + 1
        thing = self.board.things.get(body.object)
        last = thing.last.body if thing else None
        return body.version == (last.version + 1 if last else 1) and body.previous == (last.hash if last else None)

    def needed_for(self, body: Body) -> int:
        """How many people a statement needs."""
        quorums = self.board.charter.quorums
        if body.kind == "retraction":
            thing = self.board.things.get(body.object)
            return 1 if thing is not None and thing.so_far else quorums["alert"]
        return quorums[body.kind] if body.kind in ("charter", "erase") else quorums["alert"]

    def statement_entry(self, body: Body, approvals: list[Approval], now: int, *, urgent: int = 0) -> Entry:
        """The entry that publishes a statement now. Whether it has approvals enough is for readers to judge, so the caller asks first."""
        person, index = self.me

        def fill(place: Place) -> bytes:
            publisher = Approval(person, index, sign_publication(self.device.sign, place, body, self.collective))
            return seal_statement(Statement(body, approvals, publisher), place, self.board.epoch.secret, self.collective)

        return self._board_entry(STATEMENT, urgent, now, fill)

    def charter_with(self, member: MemberRecord) -> dict[str, Any]:
        """The charter's next content, with one more person; quorums follow their defaults."""
        charter = self.board.charter
        people = [*charter.people, Person(person_id(member.sign), (member.sign,))]
        return charter.content() | {
            "people": [{"id": p.id, "devices": list(p.devices)} for p in people],
            "quorums": default_quorums(len(people), charter.rule("alert_quorum")),
        }

    def promotion(self, member: MemberRecord, now: int) -> Body:
        """The charter that makes a member a moderator.

        Raises:
            NotAllowed: she is one already, or has not agreed to become one.
        """
        if self.board.charter.place_of(member.sign) is not None:
            raise NotAllowed("she is a moderator already")
        if member.sign not in self.log.accepted:
            raise NotAllowed("she has not agreed yet: ask her to run `parasol volunteer`, or invite with --moderator")
        return self.make_statement("charter", self.charter_with(member), now, previous=self.board.charter_body)

    def charter_entry(self, now: int) -> Entry | None:
        """A charter that enough people approved and that nobody has published yet; not one that replants (see :mod:`alerts.replant`)."""
        for proposal in self.log.proposals.values():
            body = proposal.body
            if body.kind != "charter" or not self.is_open(proposal, now) or body.content.get("planting") != self.board.charter.planting:
                continue
            approvals = self.approvals_of(proposal)
            if len(approvals) >= self.needed_for(body):
                return self.statement_entry(body, approvals, now)
        return None

    # ---- the desk --------------------------------------------------------------------------------------------------

    def take_desk(self, position: int, arrived: int, encoded: bytes) -> None:
        """Opens a desk item and sorts it: joins and acceptances wait for the log, reports and follow-ups for the moderators.

        What is refused is remembered by name, and changes nothing.
        """
        self.inbox_after = max(self.inbox_after, position)
        try:
            item = parse_desk_item(encoded)
            if item.id in self.inbox:
                return
            self._sort(item, arrived)
            self.inbox[item.id] = (arrived, encoded)
        except Refused as error:
            self.refusals.append(Refusal(position, error.name, error.detail))

    def _sort(self, item: DeskItem, arrived: int) -> None:
        content = self._open_item(item, arrived)
        if content["type"] == "report":
            self._take_report(content, arrived)
        elif content["type"] == "follow-up":
            self._take_follow_up(content, arrived)
        elif content["type"] == "join":
            join = posts.check_join(content, self.collective)
            self.joins.setdefault(join.sign, (arrived, item.epoch, join))
        elif content["type"] == "accept":
            sign = posts.check_accept(content["body"], content["signature"], self.collective)
            self.accepts[sign] = (content["body"], content["signature"])

    def _open_item(self, item: DeskItem, arrived: int) -> dict[str, Any]:
        epoch = self.board.epochs.get(item.epoch)
        ended = self.board.epoch_ended(item.epoch)
        if epoch is None or (ended is not None and arrived - ended > REPORT_GRACE):
            raise ReportEpoch("a desk item under an epoch it cannot have")
        public_key = self.board.desk_keys.get(item.desk)
        for seed in self.log.desk_seeds.get(item.desk, []):
            if kem_public_key(seed) == public_key:
                return posts.open_item(item, seed, epoch.secret, self.collective)
        raise CannotOpen("a desk item to a key this device does not have")

    def _take_report(self, content: dict[str, Any], arrived: int) -> None:
        from crypto.wire import encode

        from .report import check_report

        known = self.reports.get(content["id"])
        encoded = encode(content)
        if known is not None:
            if known.content != encoded:
                raise ReportChanged("another report under an id that is known")
            self.acknowledged.discard(content["id"])
            return
        check_report(content["fields"])
        self.reports[content["id"]] = Report(
            id=content["id"],
            fields=content["fields"],
            answer=AnswerKey(content["answer"]),
            tag=TagKey(content["tag"]),
            follow=content["follow"],
            arrived=arrived,
            content=encoded,
            signed_by=posts.check_alias(content, self.collective),
            follow_ups=[],
        )

    def _take_follow_up(self, content: dict[str, Any], arrived: int) -> None:
        from .report import check_report

        report = self.reports.get(content["report"])
        if report is None or report.follow_ups is None:
            raise ReportChanged("a follow-up of a report that is not here")
        body = posts.check_follow_up(content, report.follow, self.collective)
        if content["counter"] <= report.counter:
            raise CounterWentBack("a follow-up whose counter is not above the last")
        if body["fields"] is not None:
            check_report(body["fields"])
            report.fields = body["fields"]
        report.counter = content["counter"]
        report.follow_ups.append((arrived, body))

    # ---- founding --------------------------------------------------------------------------------------------------

    @classmethod
    def found(
        cls, entropy: DeviceEntropy, alias: str, *, name: str, country: str, topics: list[dict[str, str]], policy: dict[str, Any], now: int
    ) -> tuple[Moderator, list[Entry], list[NoteDraft]]:
        """A new collective: its founder, the two entries of its board, and the first notes of its log (protocol §5.2)."""
        from .charter import Charter

        bundle, secret, desk_seed = Bundle.random(1), EpochSecret.random(), KemSeed.random()
        founder = cls(entropy, bytes(32), alias, now)
        key = founder.device.signing_key
        charter = Charter(
            1, name, (Person(person_id(key), (key,)),), default_quorums(1), policy, tuple(topics), country, 1, bundle.commitments(None)
        )
        body = make_body("charter", charter.content(), collective=None, charter=0, object_id=SINGLE, until=now + APPROVAL_LIFE - 3600)
        collective = body.hash
        founder = cls(entropy, collective, alias, now)
        founder.bundles[1] = bundle
        gate = moderator_gate(bundle.gate, collective, 1)
        me = person_id(key)
        first = Place("board", 0, NO_ENTRY, STATEMENT, 1, now)
        statement = Statement(
            body,
            [Approval(me, 0, approve(founder.device.sign, body))],
            Approval(me, 0, sign_publication(founder.device.sign, first, body, collective)),
        )
        charter_entry = make_entry(first, seal_statement(statement, first, secret, collective), gate, collective)
        public = epochs.announce(bundle, secret, collective, epoch=1, removed=(), previous=None, desk=1)
        inner = epochs.make_inner(charter=1, desk_key=kem_public_key(desk_seed), head=None, until=now + APPROVAL_LIFE - 3600)
        approvals = [Approval(me, 0, epochs.approve(founder.device.sign, public, inner, collective))]
        second = Place("board", 1, charter_entry.hash(collective), ANNOUNCEMENT, 1, now)
        blob = epochs.seal_announcement(public, inner, approvals, secret, collective)
        entries = [charter_entry, make_entry(second, blob, gate, collective)]
        founder.read_board(entries)
        device = founder.device
        notes: list[NoteDraft] = [
            ("desk-key", {"number": 1, "seed": desk_seed.reveal()}),
            ("member", _member_note(key, device.kem_key, device.box.reveal(), alias, unused_leaf(()), None, True)),
        ]
        return founder, entries, notes

    # ---- writing down and reading back -----------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        return super().state() | {
            "bundles": [_bundle_state(b) for b in self.bundles.values()],
            "staged": _bundle_state(self.staged) if self.staged else None,
            "log_entries": len(self.log_entries),
            "log_verified": self.log_verified,
            "inbox": [[arrived, encoded] for arrived, encoded in self.inbox.values()],
            "inbox_after": self.inbox_after,
            "acknowledged": sorted(self.acknowledged),
            "filled": [[planting, sign] for planting, sign in sorted(self.filled)],
            "refilled": [[key, epoch] for key, epoch in sorted(self.refilled.items())],
        }

    @classmethod
    def from_state(cls, state: dict[str, Any], entries: list[dict[str, Any]], log_entries: list[dict[str, Any]] | None = None) -> Moderator:
        moderator = cls(DeviceEntropy(state["entropy"]), state["collective"], state["alias"], state["joined"])
        moderator.bundles = {b["planting"]: _bundle_from(b) for b in state["bundles"]}
        moderator.staged = _bundle_from(state["staged"]) if state["staged"] else None
        moderator._load(state, entries)
        moderator.log_verified = state["log_verified"]
        moderator.read_log([parse_entry(value, "log") for value in log_entries or []])
        for arrived, encoded in state["inbox"]:
            moderator.take_desk(0, arrived, encoded)
        moderator.inbox_after = state["inbox_after"]
        moderator.acknowledged = set(state["acknowledged"])
        moderator.filled = {(planting, sign) for planting, sign in state["filled"]}
        moderator.refilled = dict(state["refilled"])
        moderator.refusals.clear()
        return moderator


def _member_note(sign: bytes, kem: bytes, box: bytes, alias: str, leaf: int, invite: bytes | None, moderator: bool) -> dict[str, Any]:
    return {"sign": sign, "kem": kem, "box": box, "alias": alias, "leaf": leaf, "invite": invite, "moderator": moderator}


def _bundle_state(bundle: Bundle) -> dict[str, Any]:
    return {
        "planting": bundle.planting,
        "tree": bundle.tree.reveal(),
        "gate": bundle.gate.reveal(),
        "notes": bundle.notes.reveal(),
    }


def _bundle_from(state: dict[str, Any]) -> Bundle:
    return Bundle(state["planting"], TreeSeed(state["tree"]), GateSeed(state["gate"]), NotesKey(state["notes"]))
