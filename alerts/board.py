"""The board: what members believe, and why (protocol §3.5, §6, §10).

Reading is one pass, in order. Each entry either changes what is believed, or is skipped with a named error and changes
nothing. Errors of the chain itself refuse the relay's whole response: they are raised. The text follows the specification
section by section, so that it can be read beside it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crypto import epochs, signing
from crypto.announced import Public, split_announcement
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, Entry, Place
from crypto.errors import (
    AlreadyRetracted,
    ApprovalsExpired,
    BadCharter,
    BadSignature,
    BelowQuorum,
    BrokenChain,
    BrokenLink,
    CannotErase,
    NotAddressed,
    OldEpoch,
    PublishedTwice,
    Refused,
    RemovedReturns,
    SoFarNotAllowed,
    UnknownVersion,
    Withheld,
    WrongCharter,
    WrongCollective,
    WrongCommitment,
    WrongCover,
    WrongDeskKey,
    WrongEpoch,
    WrongGate,
    WrongShape,
    WrongVersion,
)  # fmt: skip
from crypto.gates import member_gate
from crypto.keytree import cover
from crypto.secrets import EpochSecret

from .charter import Charter, announcement_quorum, check_successor, parse_charter
from .contents import ALERT_KINDS, KINDS, URGENT, check_content
from .follow import Follower, Head
from .statements import APPROVAL_LIFE, DAY, SINGLE, Body, Statement, check_approval, check_publication, open_statement
from .things import Epoch, Refusal, Thing, Version, thing_key
from .walk import Opener, Secrets, why_closed

#: The board is fresh while its last valid announcement is younger (protocol §6.4).
FRESH_FOR: Final = 14 * DAY
SO_FAR_LIFE: Final = 72 * 3600
#: Kinds of statements that cannot be erased (protocol §5.7).
LASTING: Final = ("charter", "retraction", "erase")
URGENT_SEVERITIES: Final = ("dangerous", "very-dangerous")


class Board:
    """What stands on the board, verified from the founding charter up.

    Reading never repairs: after a raised error the board is as it was before the entry that raised it.
    """

    def __init__(self, collective: bytes) -> None:
        self.collective = collective
        self.chain = Follower(collective)
        self.charters: dict[int, Charter] = {}
        self.epochs: dict[int, Epoch] = {}
        self.desk_keys: dict[int, bytes] = {}
        self.things: dict[bytes, Thing] = {}
        self.refused: list[Refusal] = []
        #: Announcements that count, and of which a moderator's device sees what members cannot: something that nobody honest makes.
        self.alarms: list[Refusal] = []
        self.skipped_kinds: set[str] = set()
        self.unopened: list[int] = []
        #: Entries that were refused or passed over: not every signature in them was checked, so later they are not trusted either.
        self.unjudged: set[int] = set()
        #: The moderators' gate that each announcement shows, valid or not: nobody else can sign an entry under its epoch.
        self.gates: dict[int, bytes] = {}
        self._announced = 0
        self._bodies: set[bytes] = set()
        self._copies: dict[bytes, dict[int, bytes]] = {}
        self._stubs: dict[int, bytes] = {}
        self._erased: dict[int, bytes] = {}
        self._erased_objects: set[bytes] = set()
        self._charter_body: Body | None = None
        self._founding: Entry | None = None
        self._approvals_to_come = False  # only while a trial judges what people have still to approve
        #: A charter that changes the planting, waiting for the announcement that must follow it at once.
        self._replanting: tuple[Entry, Statement, Charter] | None = None

    # ---- what is believed ------------------------------------------------------------------------------------------

    @property
    def head(self) -> Head | None:
        return self.chain.head

    @property
    def charter(self) -> Charter:
        """The charter in force."""
        return self.charters[max(self.charters)]

    @property
    def charter_body(self) -> Body:
        """The body of the charter in force; the next one continues it."""
        if self._charter_body is None:
            raise LookupError("the board is empty")
        return self._charter_body

    @property
    def epoch(self) -> Epoch:
        """The last valid announcement."""
        return self.epochs[max(self.epochs)]

    @property
    def alarmed(self) -> list[Refusal]:
        """What this device sees to be wrong with the newest announcement."""
        return [alarm for alarm in self.alarms if alarm.seq == self.epoch.seq]

    @property
    def founded(self) -> bool:
        return bool(self.epochs)

    @property
    def next_epoch(self) -> int:
        """The number the next announcement must have: announcements are counted, valid or not (protocol §3.5)."""
        return self._announced + 1

    @property
    def removed_ever(self) -> set[int]:
        """Every leaf that a valid announcement removed, in any planting. Leaves are never given out twice."""
        return {leaf for epoch in self.epochs.values() for leaf in epoch.public.removed}

    @property
    def alerts(self) -> list[Thing]:
        """All alerts, oldest first, retracted and expired ones included."""
        return [thing for thing in self.things.values() if thing.is_alert]

    @property
    def withheld(self) -> list[int]:
        """Stubs that no valid erase statement names (protocol §5.7)."""
        return [seq for seq, entry_hash in self._stubs.items() if self._erased.get(seq) != entry_hash]

    @property
    def erased(self) -> dict[int, bytes]:
        """Entries that a valid erase statement names: their blobs are to be forgotten."""
        return dict(self._erased)

    def thing_of(self, body: Body) -> Thing | None:
        """What this body is a version of, if that stands on the board."""
        return self.things.get(thing_key(body))

    def copies_of(self, object_id: bytes) -> dict[int, bytes]:
        """Every entry that holds a version of this object, refused ones and repetitions included: all of them are to be erased."""
        return dict(self._copies.get(object_id, {}))

    def has(self, body: Body) -> bool:
        """Whether this very body stands on the board."""
        return body.hash in self._bodies

    def is_fresh(self, now: int) -> bool:
        return self.founded and now - self.epoch.time < FRESH_FOR

    def epoch_ended(self, number: int) -> int | None:
        """When a valid epoch was followed by the next valid one; ``None`` while it is the newest."""
        return min((e.time for n, e in self.epochs.items() if n > number), default=None)

    # ---- reading ---------------------------------------------------------------------------------------------------

    def read(
        self, entries: Iterable[Entry], secrets: Secrets, *, bundles: Iterable[Bundle] = (), trusted_below: int = 0,
        doubted: Container[int] = (), now: int | None = None, openers: Sequence[Opener] = (),
    ) -> None:  # fmt: skip
        """Reads entries that follow those read before.

        Args:
            secrets: E by announcement, from :func:`find_secrets`.
            openers: what it was found with; they say why an announcement without one cannot be opened.
            bundles: a moderator's bundles; with them, every byte of an announcement of their plantings is recomputed. What differs raises
                an alarm, and changes nothing of what is believed: boards must not part (protocol §3.6).
            trusted_below: entries with a smaller number were verified by this device before: their signatures are not checked again.
            doubted: but for these, which were not believed then.
            now: this device's clock; ``None`` for what it has taken before.

        Raises:
            Gap, BrokenChain, TimeWentBack, TimeAhead, BadSignature: the chain itself is not sound; nothing of this entry is believed.
            Withheld: an announcement is missing; those are never erased.
            NotAddressed, WrongCommitment: the founding announcement cannot be opened, so there is nothing to start from.
            UnknownVersion: a charter in force asks for later software. What stands before it is believed.
        """
        by_planting = {bundle.planting: bundle for bundle in bundles}
        for entry in entries:
            entry_hash = self.chain.check(entry, now)
            verify = entry.place.seq >= trusted_below or entry.place.seq in doubted
            reader = _Reader(self, secrets, by_planting, openers, verify=verify)
            if entry.place.seq == 0:
                # The founding charter can only be read together with the announcement after it.
                self._founding = entry
            elif entry.place.seq == 1:
                reader.founding(self._founding, entry, entry_hash)
            else:
                reader.entry(entry, entry_hash)
            self.chain.advance(entry, entry_hash)

    def would_accept(
        self, entries: Iterable[Entry], secrets: Secrets, *, bundles: Iterable[Bundle] = (), approvals_to_come: bool = False
    ) -> Refusal | None:
        """Why readers would not accept these entries after what was read; ``None`` if they would. Nothing is changed by asking.

        Args:
            approvals_to_come: judge all but the signatures, and how many people have approved.
        """
        trial, judged = self._copy(), list(entries)
        trial._approvals_to_come = approvals_to_come
        try:
            trial.read(judged, secrets, bundles=bundles, trusted_below=judged[-1].place.seq + 1 if approvals_to_come else 0)
        except Refused as error:
            return Refusal(judged[0].place.seq, error.name, error.detail)
        if trial.refused:
            return trial.refused[0]
        if len(trial.alarms) > len(self.alarms):
            return trial.alarms[-1]
        unknown = trial.skipped_kinds - self.skipped_kinds
        return Refusal(judged[0].place.seq, "WrongShape", "a kind that is not known") if unknown else None

    def _copy(self) -> Board:
        """A board to try entries on. What is never changed in place is shared."""
        trial = Board(self.collective)
        trial.__dict__.update(self.__dict__)
        for name, value in self.__dict__.items():
            if isinstance(value, dict | set | list):
                trial.__dict__[name] = value.copy()
        trial.chain, trial.refused = self.chain.copy(), []
        trial.things = {key: Thing(thing.id, list(thing.versions)) for key, thing in self.things.items()}
        trial._copies = {key: dict(copies) for key, copies in self._copies.items()}
        return trial

    def _refuse(self, seq: int, error: Refused) -> None:
        self.refused.append(Refusal(seq, error.name, error.detail))
        self.unjudged.add(seq)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Judges one entry against a board, and changes the board only when everything holds."""

    board: Board
    secrets: Secrets
    bundles: Mapping[int, Bundle]
    openers: Sequence[Opener] = field(repr=False)
    verify: bool

    # ---- §5.2: founding --------------------------------------------------------------------------------------------

    def founding(self, charter_entry: Entry | None, entry: Entry, entry_hash: bytes) -> None:
        board = self.board
        if charter_entry is None or charter_entry.blob is None or entry.blob is None or entry.place.kind != ANNOUNCEMENT:
            raise BrokenChain("a board begins with its charter and the first announcement")
        public, sealed = split_announcement(entry.blob)
        secret = self.secrets.get(entry_hash)
        if secret is None:
            raise why_closed(public, self.openers)
        if public.epoch != 1 or charter_entry.place.epoch != 1 or entry.place.epoch != 1:
            raise WrongEpoch("the first epoch is 1")
        for one in (charter_entry, entry):
            self._gate(one, public.moderator_gate)
        statement = open_statement(charter_entry.blob, charter_entry.place, secret, board.collective)
        body = statement.body
        if body.kind != "charter" or body.collective is not None or body.charter != 0 or body.version != 1:
            raise BadCharter("not a founding charter")
        if body.hash != board.collective:
            raise WrongCollective("the founding charter is another collective's")
        charter = parse_charter(1, body.content, body.hash)
        if charter.planting != 1:
            raise BadCharter("the first planting is 1")
        self._in_time(body.until, charter_entry.place)
        # Her approval is the founding: there is no charter before it, and nobody else can have been asked (protocol §2.2).
        self._people(charter, statement, charter_entry.place, 1)
        epoch = self._announcement(entry, entry_hash, public, sealed, charter)
        board.charters[1] = charter
        board._charter_body = body
        board._bodies.add(body.hash)
        self._begin(epoch)

    # ---- §10: any later entry --------------------------------------------------------------------------------------

    def entry(self, entry: Entry, entry_hash: bytes) -> None:
        board = self.board
        place = entry.place
        # The relay takes only what is signed by a gate that an announcement of this chain shows, and never erases announcements.
        # Anything else is the relay's own doing and refuses the response: kept, it would part this device from the others for good.
        if place.kind == ANNOUNCEMENT and entry.blob is None:
            raise Withheld("the relay withholds an announcement")
        if place.epoch not in board.gates:
            raise BadSignature("under an epoch that no announcement shows")
        self._gate(entry, board.gates[place.epoch])
        pending = board._replanting
        board._replanting = None
        if place.kind == ANNOUNCEMENT:
            board._announced += 1
            self._show_gate(entry)
        try:
            if place.epoch not in board.epochs:
                raise WrongEpoch("under an epoch that no valid announcement began")
            if place.epoch != board.epoch.number:
                raise OldEpoch("under an epoch that has ended")
            if pending is not None and place.kind != ANNOUNCEMENT:
                board._refuse(pending[0].place.seq, BadCharter("no announcement of the new planting followed it"))
                pending = None
            if entry.blob is None:
                board._stubs[place.seq] = entry_hash
            elif place.kind == ANNOUNCEMENT:
                self._later_announcement(entry, entry_hash, entry.blob, pending)
            else:
                self._statement(entry, entry_hash, entry.blob)
        except UnknownVersion:
            raise  # people have agreed to rules that this software does not know: it cannot judge what follows (protocol §2.2)
        except Refused as error:
            board._refuse(place.seq, error)
            if isinstance(error, NotAddressed | WrongCommitment):
                # A later link may lead to the E that was committed to.
                board.unopened.append(place.seq)
            if pending is not None:
                board._refuse(pending[0].place.seq, BadCharter("no valid announcement of the new planting followed it"))

    def _show_gate(self, entry: Entry) -> None:
        try:
            public, _ = split_announcement(entry.blob or b"")
        except Refused:
            return  # named when it is judged; nothing can stand under it
        if public.epoch == self.board._announced:
            self.board.gates[public.epoch] = public.moderator_gate

    def _gate(self, entry: Entry, gate: bytes) -> None:
        if self.verify:
            entry.check_signature(gate, self.board.collective)

    # ---- §3.5: announcements ---------------------------------------------------------------------------------------

    def _later_announcement(self, entry: Entry, entry_hash: bytes, blob: bytes, pending: tuple[Entry, Statement, Charter] | None) -> None:
        public, sealed = split_announcement(blob)
        charter = pending[2] if pending else self.board.charter
        epoch = self._announcement(entry, entry_hash, public, sealed, charter)
        if pending is not None:
            self._enact(pending[1].body, pending[2])
        self._begin(epoch)

    def _announcement(self, entry: Entry, entry_hash: bytes, public: Public, sealed: bytes, charter: Charter) -> Epoch:
        board, place = self.board, entry.place
        last = board.epoch if board.founded else None
        number = board._announced if last else 1
        # 1: number and planting
        if public.epoch != number:
            raise WrongEpoch(f"epoch {public.epoch} where {number} should follow")
        if public.planting != charter.planting:
            raise WrongEpoch("of another planting than the charter's")
        # 2: the previous one, and the link to it
        if public.previous != (last.hash if last else None):
            raise BrokenLink("names another announcement than the last valid one")
        # 3: removed leaves
        new_planting = last is None or last.planting != public.planting
        before = frozenset() if new_planting or last is None else frozenset(last.public.removed)
        removed = frozenset(public.removed)
        if new_planting and removed:
            raise RemovedReturns("a new planting begins with nobody removed")
        if not before <= removed:
            raise RemovedReturns("a removed place is missing from it")
        # 4: wraps, and E
        if len(cover(public.removed)) * 48 != len(public.wraps):
            raise WrongCover("the wraps do not match the removed places")
        secret = self.secrets.get(entry_hash)
        if secret is None:
            raise why_closed(public, self.openers)
        epochs.check_commitment(public, secret, board.collective)
        back = epochs.walk_back(public, secret, board.collective)
        if last is not None and (back is None or back.secret != last.secret):
            raise BrokenLink("the link back does not lead to the epoch before")
        # 5: gates; moderators recompute everything
        if public.member_gate != signing.public_key(member_gate(secret, board.collective, public.epoch)):
            raise WrongGate("the members' gate is not that of the epoch")
        inner, approvals = epochs.open_announcement(public, sealed, secret, board.collective)
        # 6: the desk key
        desk_key = self._desk_key(public, inner.desk_key, last)
        # 7: what it stands on, and who approved
        if inner.charter != charter.number:
            raise WrongCharter("judged by another charter than the one in force")
        self._head(inner, last, place)
        self._in_time(inner.until, place)
        people = set()
        for approval in approvals:
            key = charter.device_key(approval.person, approval.device)
            if self.verify:
                epochs.check_approval(key, approval.signature, public, inner, board.collective)
            people.add(approval.person)
        if last is not None and len(people) < announcement_quorum(charter, removes=bool(removed - before)):
            raise BelowQuorum("approved by fewer people than an announcement needs")
        if public.planting in self.bundles:
            try:
                self._recompute(self.bundles[public.planting], public, secret, last)
            except Refused as error:
                # Members cannot see it, so it counts all the same: else their board would part from their moderators' for good.
                board.alarms.append(Refusal(place.seq, error.name, error.detail))
        return Epoch(public.epoch, public.planting, place.seq, entry_hash, place.time, public, secret, desk_key, frozenset(people))

    def _recompute(self, bundle: Bundle, public: Public, secret: EpochSecret, last: Epoch | None) -> None:
        again = epochs.announce(
            bundle, secret, self.board.collective, epoch=public.epoch, removed=public.removed,
            previous=epochs.Previous(last.hash, last.secret) if last else None, desk=public.desk, cosigners=public.cosigners,
        )  # fmt: skip
        if again.moderator_gate != public.moderator_gate or again.moderator_ping != public.moderator_ping:
            raise WrongGate("two moderators or more announced a gate or ping code for moderators that no other moderator can make")
        if again.encoded != public.encoded:
            raise WrongCover("two moderators or more made an announcement that some members cannot open")

    def _desk_key(self, public: Public, sent: bytes | None, last: Epoch | None) -> bytes:
        if last is not None and public.desk == last.public.desk:
            if sent is not None:
                raise WrongDeskKey("a desk key under a number that is not new")
            return last.desk_key
        if sent is None or public.desk != (last.public.desk + 1 if last else 1):
            raise WrongDeskKey("the desk key is missing, or its number does not follow")
        return sent

    def _head(self, inner: epochs.Inner, last: Epoch | None, place: Place) -> None:
        if last is None:
            if inner.head_seq is not None:
                raise BrokenLink("the first announcement stands on nothing")
            return
        if inner.head_seq is None or inner.head_hash is None or not last.seq <= inner.head_seq < place.seq:
            raise BrokenLink("stands on an entry it cannot stand on")
        if not self.board.chain.has(inner.head_seq, inner.head_hash):
            raise BrokenLink("stands on an entry that is not of this board")

    def _begin(self, epoch: Epoch) -> None:
        board = self.board
        if not board.founded:
            board._announced = 1
            board.gates[1] = epoch.public.moderator_gate
        board.epochs[epoch.number] = epoch
        board.desk_keys[epoch.public.desk] = epoch.desk_key

    # ---- §6.2: statements ------------------------------------------------------------------------------------------

    def _statement(self, entry: Entry, entry_hash: bytes, blob: bytes) -> None:
        board, place = self.board, entry.place
        statement = open_statement(blob, place, board.epochs[place.epoch].secret, board.collective)
        body = statement.body
        if body.kind not in KINDS:
            board.skipped_kinds.add(body.kind)
            board.unjudged.add(place.seq)
            return
        if body.kind not in LASTING:
            board._copies.setdefault(body.object, {})[place.seq] = entry_hash
        charter = board.charter
        if body.collective != board.collective:
            raise WrongCollective("a statement of another collective")
        if body.charter != charter.number:
            raise WrongCharter("judged by another charter than the one in force")
        self._in_time(body.until, place)
        if body.object in board._erased_objects:
            # Before the next question: who finds a stub there cannot know which body it was.
            raise WrongVersion("of something that was erased")
        if body.hash in board._bodies:
            raise PublishedTwice("the same statement stands on the board already")
        if place.urgent not in URGENT[body.kind]:
            raise WrongShape("statement: not as urgent as that")
        if body.kind == "charter":
            self._charter(entry, statement, charter)
            return
        check_content(body.kind, body.content)
        if body.kind == "erase":
            self._erase(statement, place, charter)
        elif body.kind in ("alert", "amendment", "retraction"):
            self._alert(statement, entry_hash, place, charter)
        else:
            people = self._people(charter, statement, place, charter.quorums["alert"])
            self._successor(body)
            self._publish(statement, entry_hash, place, people, charter.quorums["alert"])
        board._bodies.add(body.hash)

    def _in_time(self, until: int, place: Place) -> None:
        if not place.time <= until <= place.time + APPROVAL_LIFE:
            raise ApprovalsExpired("published outside the time its approvals hold for")

    def _people(self, charter: Charter, statement: Statement, place: Place, needed: int) -> frozenset[bytes]:
        """The people who approved. Any signature that does not hold refuses the whole statement."""
        body, publisher = statement.body, statement.publisher
        people = set()
        for approval in statement.approvals:
            key = charter.device_key(approval.person, approval.device)
            if self.verify:
                check_approval(key, approval.signature, body)
            people.add(approval.person)
        key = charter.device_key(publisher.person, publisher.device)
        if self.verify:
            check_publication(key, publisher.signature, place, body, self.board.collective)
        if len(people) < needed and not self.board._approvals_to_come:
            raise BelowQuorum(f"approved by {len(people)} of the {needed} people it needs")
        return frozenset(people)

    def _successor(self, body: Body) -> None:
        thing = self.board.thing_of(body)
        if thing is not None and thing.retracted:
            raise AlreadyRetracted("of something that was retracted")
        last = thing.last.body if thing else None
        if body.version != (last.version + 1 if last else 1) or body.previous != (last.hash if last else None):
            raise WrongVersion("does not continue the last version")
        if thing is not None and body.kind != thing.first.body.kind and not (thing.is_alert and body.kind in ALERT_KINDS):
            raise WrongVersion("continues something of another kind")

    def _publish(self, statement: Statement, entry_hash: bytes, place: Place, people: frozenset[bytes], needed: int) -> None:
        body = statement.body
        thing = self.board.things.setdefault(thing_key(body), Thing(body.object))
        thing.versions.append(Version(place.seq, entry_hash, place.time, body, people, needed))

    # ---- §2.2: charters --------------------------------------------------------------------------------------------

    def _charter(self, entry: Entry, statement: Statement, old: Charter) -> None:
        body = statement.body
        if body.version != old.number + 1 or body.previous != old.hash:
            raise WrongVersion("does not continue the charter in force")
        self._people(old, statement, entry.place, old.quorums["charter"])
        new = parse_charter(body.version, body.content, body.hash)
        check_successor(old, new)
        if new.planting != old.planting:
            self.board._replanting = (entry, statement, new)
            return
        self._enact(body, new)

    def _enact(self, body: Body, charter: Charter) -> None:
        self.board.charters[charter.number] = charter
        self.board._charter_body = body
        self.board._bodies.add(body.hash)

    # ---- §6.3: alerts ----------------------------------------------------------------------------------------------

    def _alert(self, statement: Statement, entry_hash: bytes, place: Place, charter: Charter) -> None:
        body = statement.body
        needed = charter.quorums["alert"]
        people = self._people(charter, statement, place, 1)
        if body.kind == "retraction" and body.object not in self.board.things and self.board._stubs:
            # The versions it retracts were erased: nothing to retract, and nothing to refuse (protocol §5.7).
            return
        self._successor(body)
        if (body.kind == "alert") != (body.version == 1):
            raise WrongVersion("an alert is the first version, an amendment or retraction a later one")
        if len(people) < needed and not self.board._approvals_to_come:
            self._so_far(body, place, people)
        self._publish(statement, entry_hash, place, people, needed)

    def _so_far(self, body: Body, place: Place, people: frozenset[bytes]) -> None:
        thing = self.board.things.get(body.object)
        if thing is not None and not thing.so_far:
            raise BelowQuorum("approved by fewer people than it needs")
        if body.kind == "retraction":
            return
        if body.content["so_far"] is not True:
            raise BelowQuorum("approved by fewer people than it needs, and does not say so")
        if thing is not None and not thing.last.people <= people:
            raise SoFarNotAllowed("one moderator's word is not for another to change alone")
        if body.content["severity"] not in URGENT_SEVERITIES:
            raise SoFarNotAllowed("only a dangerous man is worth one signature")
        if body.content["expires"] > (thing.first.time if thing else place.time) + SO_FAR_LIFE:
            raise SoFarNotAllowed("one moderator's word lasts 72 hours")
        for other in self.board.alerts:
            if other.id != body.object and other.so_far and not other.expired(place.time) and other.last.people & people:
                raise SoFarNotAllowed("this moderator has another alert out that nobody has confirmed yet")

    # ---- §5.7: erasing ---------------------------------------------------------------------------------------------

    def _erase(self, statement: Statement, place: Place, charter: Charter) -> None:
        board, content = self.board, statement.body.content
        self._people(charter, statement, place, charter.quorums["erase"])
        if content["object"] == SINGLE:
            raise CannotErase("of what there is one each, the next version takes the place of the last")
        named = {item["seq"]: item["hash"] for item in content["entries"]}
        if any(seq >= place.seq or not board.chain.has(seq, entry_hash) for seq, entry_hash in named.items()):
            raise CannotErase("names an entry that is not of this board")
        thing = board.things.get(content["object"])
        own = {v.seq: v.hash for v in thing.versions if v.body.kind != "retraction"} if thing else {}
        # What is a stub already cannot be looked into: it was judged when it was whole, and this statement is the quorum's.
        # A version that counts only because the one it repeats is gone is no reason to bring the object back.
        if not board._stubs.keys() & named.keys() and any(named.get(seq) != entry_hash for seq, entry_hash in own.items()):
            raise CannotErase("does not name every version")
        copies = board.copies_of(content["object"])
        if any(seq not in copies and seq not in board._stubs for seq in named):
            raise CannotErase("names something that cannot be erased, or of another object")
        board._erased.update(named)
        board._erased_objects.add(content["object"])
        board.things.pop(content["object"], None)
