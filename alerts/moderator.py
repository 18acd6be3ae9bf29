"""A moderator: a member who also holds the bundle, reads the log and the desk, and signs (protocol §3.5 to §3.7, §5.4, §7).

This is what the device holds and can sign. When it does so is decided next door: :mod:`alerts.duties` (by itself),
:mod:`alerts.admitting`, :mod:`alerts.announcing`, :mod:`alerts.replant`, :mod:`alerts.casework` (because somebody asked).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import epochs, signing
from crypto.announced import Public
from crypto.approvals import Approval
from crypto.base32 import encode_id
from crypto.boxes import bundle_box, open_bundle, seal_bundle
from crypto.bundle import Bundle
from crypto.chain import NO_ENTRY, NOTE, STATEMENT, Entry, Place, make_entry, parse_entry
from crypto.context import Purpose
from crypto.errors import (
    BadInput,
    CannotOpen,
    NotAllowed,
    NotAModerator,
    Refused,
    WrongCommitment,
)  # fmt: skip
from crypto.gates import moderator_gate
from crypto.secrets import DeviceEntropy, EpochSecret, GateSeed, NotesKey, TreeSeed

from .charter import Charter, Person, default_quorums, person_id
from .inbox import Inbox
from .log import Log, MemberRecord, Proposal, removal_hash
from .member import Gate, Member
from .notes import make_body as make_note
from .notes import seal_note
from .statements import (
    APPROVAL_LIFE,
    CLOCKS_DIFFER,
    SINGLE,
    Body,
    Statement,
    approve,
    make_body,
    new_object,
    seal_statement,
    sign_publication,
)
from .things import Refusal, Thing
from .walk import find_secrets

DAY: Final = 86400
#: A relay that says it was restored, and lacks nothing that this device knows of, is believed once in so many seconds.
RESTORED_AGAIN: Final = 3 * DAY
NoteDraft = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class BoxFill:
    """A box to write: id, blob, expiry; ``burnable`` if whoever can name it may erase it."""

    id: bytes = field(repr=False)
    blob: bytes = field(repr=False)
    expires: int
    burnable: bool = False


@dataclass(frozen=True, slots=True)
class Staged:
    """A bundle for a planting that is not in force yet; ``without`` is the leaving device's key, if this device drew the bundle."""

    bundle: Bundle
    without: bytes | None


class Moderator(Member):
    """A member's device that moderates."""

    def __init__(self, entropy: DeviceEntropy, collective: bytes, alias: str, joined: int) -> None:
        super().__init__(entropy, collective, alias, joined)
        self.bundles: dict[int, Bundle] = {}
        #: Bundles of replants that are proposed and not in force yet, by the commitment of their notes key (protocol §3.8).
        self.staged: dict[bytes, Staged] = {}
        self.log = Log(collective)
        self.log_entries: list[Entry] = []
        self.log_verified = 0
        #: Entries of the log that were refused: they are verified anew whenever they are read.
        self.log_doubted: set[int] = set()
        self.inbox = Inbox(collective)
        #: Boxes this device has filled or seen filled: path keys by planting and device, invites by epoch.
        self.filled: set[tuple[int, bytes]] = set()
        #: Mail this device wrote, with the time: it heals a restored relay.
        self.written: list[tuple[int, dict[str, bytes]]] = []
        #: Entries whose blobs the relay was seen to have erased, as a statement wants it.
        self.erased_at_relay: set[int] = set()
        #: The epoch whose E this device put into the box of each invite.
        self.refilled: dict[bytes, int] = {}
        #: Which proposed bodies readers would accept, as judged at one head of the board.
        self._judged: dict[bytes, bool] = {}
        self._judged_at = b""
        #: Members whose boxes are to be written again, whatever lies in them: after a replant or a restore, or because they asked.
        self.rewrite: set[bytes] = set()
        #: When this device last took its boxes for lost, and whether the relay has said since that it was restored.
        self.restored, self.restored_again = 0, False

    # ---- who I am --------------------------------------------------------------------------------------------------

    def _openers(self) -> list[Any]:
        return [self._open_by_tree, *super()._openers()]

    def _open_by_tree(self, public: Public) -> EpochSecret:
        # Several may be staged. Trying them is safe: what opens has to match the announcement's commitment.
        refused: Refused = CannotOpen("no bundle of this device opens it")
        for bundle in self._bundles():
            if bundle.planting == public.planting:
                try:
                    return epochs.open_wrap_as_moderator(public, self.collective, bundle)
                except WrongCommitment as error:
                    refused = error
                except Refused:
                    continue
        raise refused

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
        if not self.board.founded:
            return
        charter = self.board.charter
        for key, staged in list(self.staged.items()):
            if staged.bundle.planting == charter.planting and staged.bundle.commitments(self.collective) == charter.bundle:
                self.bundles[charter.planting] = staged.bundle
            if staged.bundle.planting <= charter.planting:
                del self.staged[key]

    def take_withheld(self, entry: Entry) -> bool:
        if not super().take_withheld(entry):
            return False
        # Notes are judged by charters and epochs: one of those may have come.
        self.read_log_again()
        return True

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
        # For a replant the signer must be among those who stay: the one who goes must not choose the keys that shut her out.
        if charter.place_of(found.signer) is None or self.board.charter.place_of(found.signer) is None:
            raise NotAModerator("a bundle by somebody who does not moderate")
        found.bundle.check(charter.bundle, self.collective)
        if charter.planting == self.board.charter.planting:
            self.bundles[charter.planting] = found.bundle
        else:
            self.stage(found.bundle, None)
        self.read_log_again()

    def stage(self, bundle: Bundle, without: bytes | None) -> None:
        """Keeps the bundle of a proposed replant; ``without`` is the device it was drawn against, if this device drew it."""
        self.staged[bundle.commitments(self.collective)["notes"]] = Staged(bundle, without)

    def staged_for(self, charter: Charter) -> Bundle | None:
        """The staged bundle that a proposed charter commits to."""
        staged = self.staged.get(charter.bundle["notes"])
        return staged.bundle if staged is not None and staged.bundle.commitments(self.collective) == charter.bundle else None

    def bundle_fill(self, member: MemberRecord, bundle: Bundle, now: int) -> BoxFill:
        """The box that hands a bundle to a moderator's device."""
        blob = seal_bundle(bundle, kem_key=member.kem, device=member.sign, collective=self.collective, signer=self.device.sign)
        return BoxFill(bundle_box(member.box, self.collective, bundle.planting), blob, now + 180 * DAY)

    def relay_was_restored(self, now: int, *, behind: bool) -> None:
        """The relay says that it was restored: what this device knows of its boxes and erasures may not be so any more (protocol §5.6).

        Args:
            behind: it has less than this device knows. Else it may only say so: that is believed once in :data:`RESTORED_AGAIN` seconds, and
                comes to act later if it is said more often, since all boxes written anew show how many there are.
        """
        self.restored_again = True
        if behind:
            self._forget_boxes(now)
        else:
            self.forget_boxes_if_due(now)

    def forget_boxes_if_due(self, now: int) -> None:
        """Believes a relay that said again that it was restored, once enough time has passed."""
        if self.restored_again and not 0 <= now - self.restored < RESTORED_AGAIN:
            self._forget_boxes(now)

    def _forget_boxes(self, now: int) -> None:
        # Boxes are written again whatever lies in them: the copy may have those that somebody wrote who is out by now.
        self.restored, self.restored_again = now, False
        self.rewrite |= {member.sign for member in self.members()}
        self.filled.clear()
        self.refilled.clear()
        self.erased_at_relay.clear()

    # ---- the log ---------------------------------------------------------------------------------------------------

    def _bundles(self) -> list[Bundle]:
        return [*self.bundles.values(), *(staged.bundle for staged in self.staged.values())]

    def read_log(self, fresh: Iterable[Entry], *, kept: bool = False) -> None:
        """Reads entries of the log that follow those it has; the board must be up to date.

        Args:
            kept: this device has read them before. It ends at the first under an epoch that the board does not show: the board has stopped
                at a charter for later software (protocol §2.2), and what follows is fetched again when it goes on.
        """
        for entry in fresh:
            if kept and entry.place.epoch not in self.board.gates:
                break
            self.log.read(
                [entry], self.board, self._bundles(), trusted_below=self.log_verified, doubted=self.log_doubted, now=self.now
            )  # fmt: skip
            self.log_doubted |= self.log.unjudged
            self.log_entries.append(entry)
        self.log.take_over(self.board)
        self.log_verified = len(self.log_entries)

    def read_log_again(self) -> None:
        """Reads the log from its beginning, after a new key can open more of it."""
        entries, self.log_entries, self.log, self.log_verified = self.log_entries, [], Log(self.collective), 0
        now, self.now = self.now, None
        self.read_log(entries, kept=True)
        self.now = now

    def note_entries(self, notes: list[NoteDraft], now: int, *, ahead: Bundle | None = None) -> list[Entry]:
        """The entries that put these notes at the end of the log as this device knows it.

        Args:
            ahead: a staged bundle, for what a leaving moderator must not read.
        """
        bundle = ahead or self.bundle
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

    # ---- members and invites ---------------------------------------------------------------------------------------

    @property
    def removed(self) -> set[int]:
        """Leaves that are out for good: removed in any planting, carried over as gone, or of somebody who moderated and left.

        All but the second follow from the board alone, so a note that is late or missing lets nobody back in.
        """
        board = self.board
        moderators = {key for charter in board.charters.values() for person in charter.people for key in person.devices}
        left = {m.leaf for key in moderators if board.charter.place_of(key) is None and (m := self.log.members.get(key)) is not None}
        return board.removed_ever | self.log.gone | left

    def members(self) -> list[MemberRecord]:
        """Everybody who is in, by leaf."""
        return sorted((m for m in self.log.members.values() if m.leaf not in self.removed), key=lambda m: m.leaf)

    def find_member(self, name: str) -> MemberRecord:
        """A member by alias, or by the beginning of her id.

        Raises:
            BadInput: nobody, or more than one.
        """
        found = [m for m in self.members() if m.alias.casefold() == name.strip().casefold()]
        found = found or [m for m in self.members() if encode_id(person_id(m.sign)).startswith(name.strip().lower() or "-")]
        if len(found) != 1:
            raise BadInput("nobody here has this name" if not found else "several people have this name; use the id")
        return found[0]

    def removal_note(self, member: MemberRecord) -> NoteDraft:
        """This person's approval of a removal.

        Raises:
            NotAllowed: the member moderates; then the tree has to be replanted.
        """
        if self.board.charter.place_of(member.sign) is not None:
            raise NotAllowed("a moderator leaves by a new charter, and the keys are made anew")
        signature = signing.sign(self.device.sign, Purpose.APPROVE, self.collective, removal_hash(member.leaf))
        return ("removal", {"leaf": member.leaf, "signature": signature})

    def counted(self, approvals: dict[bytes, Approval]) -> list[Approval]:
        """Approvals by people who are moderators now, in a fixed order."""
        charter = self.board.charter
        return [a for person, a in sorted(approvals.items()) if charter.person(person) is not None]

    def board_entry(self, kind: str, urgent: int, now: int, fill: Any) -> Entry:
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
            until=now + APPROVAL_LIFE - CLOCKS_DIFFER,
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
        return self.counted(proposal.approvals)

    def is_open(self, proposal: Proposal, now: int) -> bool:
        """Whether a proposal can still be published: same charter, in time, the next version, not published yet, and of a kind and
        content that readers accept once enough people have approved it."""
        body, charter = proposal.body, self.board.charter
        if body.charter != charter.number or not now <= body.until <= now + APPROVAL_LIFE or self.board.has(body):
            return False
        if body.kind == "charter":
            return body.version == charter.number + 1 and body.previous == charter.hash and self._holds(body, now)
        thing = self.board.thing_of(body)
        last = thing.last.body if thing else None
        follows = body.version == (last.version + 1 if last else 1) and body.previous == (last.hash if last else None)
        return follows and self._holds(body, now)

    def _holds(self, body: Body, now: int) -> bool:
        """Whether readers would accept a body once enough people have approved it. Asked once for each head of the board."""
        head = self.board.head
        if not self.moderates or head is None:
            return True
        if self._judged_at != head.hash:
            self._judged_at, self._judged = head.hash, {}
        if body.hash not in self._judged:
            # Nothing is approved for a trial: the signature that would stand here is left blank, and not looked at.
            entry = self.statement_entry(body, [Approval(*self.me, bytes(64))], now)
            self._judged[body.hash] = self.would_refuse([entry], approvals_to_come=True) is None
        return self._judged[body.hash]

    def would_refuse(self, entries: list[Entry], *, approvals_to_come: bool = False) -> Refusal | None:
        """Why readers would refuse these entries if they came next; ``None`` if they would not. What they would refuse is never sent."""
        secrets = find_secrets(entries, self.collective, self.secrets, self._openers()).secrets
        return self.board.would_accept(entries, secrets, bundles=self._bundles(), approvals_to_come=approvals_to_come)

    def needed_for(self, body: Body) -> int:
        """How many people a statement needs."""
        quorums = self.board.charter.quorums
        if body.kind == "retraction":
            thing = self.board.thing_of(body)
            return 1 if thing is not None and thing.so_far else quorums["alert"]
        return quorums[body.kind] if body.kind in ("charter", "erase") else quorums["alert"]

    def statement_entry(self, body: Body, approvals: list[Approval], now: int, *, urgent: int = 0) -> Entry:
        """The entry that publishes a statement now. Whether it has approvals enough is for readers to judge, so the caller asks first."""
        person, index = self.me

        def fill(place: Place) -> bytes:
            publisher = Approval(person, index, sign_publication(self.device.sign, place, body, self.collective))
            return seal_statement(Statement(body, approvals, publisher), place, self.board.epoch.secret, self.collective)

        return self.board_entry(STATEMENT, urgent, now, fill)

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
            if (entry := self._acceptable_entry(proposal, now)) is not None:
                return entry
        return None

    def _acceptable_entry(self, proposal: Proposal, now: int) -> Entry | None:
        """The entry of a proposal that enough people have approved, if readers will accept it."""
        approvals = self.approvals_of(proposal)
        if len(approvals) < self.needed_for(proposal.body):
            return None
        entry = self.statement_entry(proposal.body, approvals, now)
        return entry if self.would_refuse([entry]) is None else None

    # ---- erasing (protocol §5.7) -----------------------------------------------------------------------------------

    def erasure_of(self, thing: Thing, now: int) -> Body:
        """The statement that erases every version of an object."""
        entries = [{"seq": seq, "hash": entry_hash} for seq, entry_hash in sorted(self.board.copies_of(thing.id).items())]
        return self.make_statement("erase", {"object": thing.id, "entries": entries}, now, object_id=new_object())

    def open_erasure(self, erasure: Body, now: int) -> Proposal | None:
        """A proposal to erase exactly what ``erasure`` does that can still be published."""
        for proposal in self.log.proposals.values():
            if proposal.body.kind == "erase" and proposal.body.content == erasure.content and self.is_open(proposal, now):
                return proposal
        return None

    def erasures_open(self, now: int) -> list[tuple[Thing, Proposal]]:
        """What is proposed to be erased and stands there still."""
        erasing = [p for p in self.log.proposals.values() if p.body.kind == "erase" and self.is_open(p, now)]
        return [(self.board.things[p.body.content["object"]], p) for p in erasing if p.body.content["object"] in self.board.things]

    def erase_entry(self, now: int) -> Entry | None:
        """An erasure that enough people approved and nobody has published."""
        for proposal in self.log.proposals.values():
            if proposal.body.kind == "erase" and self.is_open(proposal, now) and proposal.body.content["object"] in self.board.things:
                if (entry := self._acceptable_entry(proposal, now)) is not None:
                    return entry
        return None

    # ---- writing down and reading back -----------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        return super().state() | {
            "bundles": [_bundle_state(b) for b in self.bundles.values()],
            "staged": [[_bundle_state(staged.bundle), staged.without] for staged in self.staged.values()],
            "rewrite": sorted(self.rewrite),
            "restored": [self.restored, self.restored_again],
            "log_entries": len(self.log_entries),
            "log_verified": self.log_verified,
            "log_doubted": sorted(self.log_doubted),
            "inbox": self.inbox.state(),
            "filled": [[planting, sign] for planting, sign in sorted(self.filled)],
            "written": [[then, item] for then, item in self.written],
            "erased_at_relay": sorted(self.erased_at_relay),
            "refilled": [[key, epoch] for key, epoch in sorted(self.refilled.items())],
        }

    @classmethod
    def from_state(cls, state: dict[str, Any], entries: list[dict[str, Any]], log_entries: list[dict[str, Any]] | None = None) -> Moderator:
        moderator = cls(DeviceEntropy(state["entropy"]), state["collective"], state["alias"], state["joined"])
        moderator.bundles = {b["planting"]: _bundle_from(b) for b in state["bundles"]}
        for bundle, without in state["staged"]:
            moderator.stage(_bundle_from(bundle), without)
        moderator.rewrite = set(state["rewrite"])
        moderator.restored, moderator.restored_again = state["restored"]
        moderator._load(state, entries)
        moderator.log_verified, moderator.log_doubted = state["log_verified"], set(state["log_doubted"])
        moderator.read_log([parse_entry(value, "log") for value in log_entries or []], kept=True)
        moderator.inbox.load(state["inbox"], moderator.board, moderator.log)
        moderator.filled = {(planting, sign) for planting, sign in state["filled"]}
        moderator.refilled = dict(state["refilled"])
        moderator.written = [(then, item) for then, item in state["written"]]
        moderator.erased_at_relay = set(state["erased_at_relay"])
        return moderator


def _bundle_state(bundle: Bundle) -> dict[str, Any]:
    return {
        "planting": bundle.planting,
        "tree": bundle.tree.reveal(),
        "gate": bundle.gate.reveal(),
        "notes": bundle.notes.reveal(),
    }


def _bundle_from(state: dict[str, Any]) -> Bundle:
    return Bundle(state["planting"], TreeSeed(state["tree"]), GateSeed(state["gate"]), NotesKey(state["notes"]))
