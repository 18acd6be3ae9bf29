"""A member: takes what the relay gives, keeps what can be believed, and gives out what is to be posted (protocol §3, §7, §8).

Pure: clock and network are somebody else's. What it holds can be written down (:meth:`Member.state`) and read back.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from crypto import epochs
from crypto.announced import Public, split_announcement
from crypto.boxes import PathKeys, open_path_keys, path_box
from crypto.bundle import Bundle
from crypto.chain import ANNOUNCEMENT, Entry, parse_entry
from crypto.context import digest
from crypto.device import Device, device_from_entropy, safety_words
from crypto.errors import (
    BadInput,
    Forked,
    NotAddressed,
    NotAllowed,
    NotAModerator,
    Refused,
    UnknownVersion,
    WrongCommitment,
)  # fmt: skip
from crypto.gates import member_gate
from crypto.invites import Invite, Welcome
from crypto.keytree import decode_path_keys, encode_path_keys
from crypto.secrets import DeviceEntropy, EpochSecret, NodeKey, SigningSeed
from crypto.shelves import parse_desk_item

from . import posts
from .alert import check_alert
from .board import Board
from .contents import content_hash
from .follow import Head
from .mail import MailItem, is_for, read_mail
from .outgoing import KEEP_POSTED, Outgoing, Posted, is_due_again, one_of
from .posts import Desk, make_follow_up, make_report, seal_item
from .receipt import Receipt
from .recoverable import Recoverable
from .things import Refusal
from .walk import Disputed, find_secrets

DAY: Final = 86400
#: How often all mail is fetched again (protocol §5.3): rarely, since everybody fetches and pays for all of it.
FETCH_AGAIN: Final = 28 * DAY


@dataclass(frozen=True, slots=True)
class Gate:
    """What earns a token: the epoch, and the seed of its gate."""

    epoch: int
    seed: SigningSeed


@dataclass(slots=True)
class Path:
    """Path keys of one planting. Until the board has shown the signer to be a moderator they are only tried, not kept."""

    leaf: int
    keys: dict[int, NodeKey]


def maybe_removed() -> NotAddressed:
    """An announcement this device cannot open. It never wipes anything (protocol §3.6)."""
    return NotAddressed("you may have been removed; your moderators can tell. What this device has stays readable")


@dataclass(slots=True)
class Joining:
    """A join that waits for its path keys: its item, the invite's box, H(body), and the item as it was last sealed."""

    content: dict[str, Any] = field(repr=False)
    box: bytes = field(repr=False)
    hash: bytes
    sealed: bytes | None = field(default=None, repr=False)
    posts: int = 0
    taken: int = 0


class Member:
    """One device's membership in one collective."""

    def __init__(self, entropy: DeviceEntropy, collective: bytes, alias: str, joined: int) -> None:
        self.entropy = entropy
        self.device: Device = device_from_entropy(entropy)
        self.collective = collective
        self.alias = alias
        self.joined = joined
        self.paths: dict[int, Path] = {}
        #: Path keys of a planting that the board has not shown yet, and who signed them: tried, and kept only if a moderator did.
        self._tried: dict[int, tuple[Path, bytes]] = {}
        self.secrets: dict[bytes, EpochSecret] = {}
        self.entries: list[Entry] = []
        self.verified = 0
        #: Entries that were not believed: they are verified anew whenever they are read.
        self.doubted: set[int] = set()
        self.board = Board(collective)
        #: The clock, as whoever talks to the relay set it last: no fresh entry may be from far ahead of it.
        self.now: int | None = None
        self.receipts: dict[bytes, Receipt] = {}
        self.mail_after = 0
        #: When all mail was fetched again last: a letter that was held back, or passed over, is found then.
        self.mail_again = joined
        self.refusals: list[Refusal] = []
        #: The join, posted again until path keys are there.
        self.joining: Joining | None = None
        #: Follow-ups that the relay has taken: they heal a restored relay. Never joins; reports wait in their receipts.
        self.posted: list[Posted] = []
        #: Whether the relay was seen to have lost what this device has, and what was posted again since it is being healed.
        self.rolled_back = False
        self.reposted: set[bytes] = set()
        #: Follow-ups the relay has not taken yet: contents, sealed when they are sent.
        self.outbox: list[dict[str, Any]] = []
        self.recoverable = Recoverable()

    # ---- the board -------------------------------------------------------------------------------------------------

    def _openers(self) -> list[Any]:
        return [self._open_by_path]

    def _open_by_path(self, public: Public) -> EpochSecret:
        path = self.paths.get(public.planting) or self._tried.get(public.planting, (None, b""))[0]
        if path is None:
            raise NotAddressed("this device has no keys for this planting")
        return epochs.open_wrap(public, self.collective, path.keys)

    def read_board(self, fresh: Iterable[Entry]) -> None:
        """Reads entries that follow those it has. What was sound before an error is kept.

        Raises:
            Refused: the chain itself is not sound, or nothing can be opened; the relay's response is refused.
        """
        fresh, before = list(fresh), self.secrets
        disputed = self._find_secrets(fresh)
        if any(self.entries[seq].hash(self.collective) in self.secrets.keys() - before.keys() for seq in self.board.unopened):
            self._read_again()
        try:
            start = 2 if not self.entries else 0
            self._read([*fresh[:start]] if start else [], fresh=True)
            for entry in fresh[start:]:
                self._read([entry], fresh=True)
            self._settle_disputes(disputed, before)
        except Refused:
            self._unlearn(before)
            raise
        finally:
            if not self.board.founded:
                self.entries, self.board = [], Board(self.collective)
            # What could not be opened was not verified either.
            self.verified = min([len(self.entries), *self.board.unopened])
            self._forget_erased()
            self._keep_tried()

    def _find_secrets(self, fresh: list[Entry]) -> list[Disputed]:
        """Finds what E can be found with these entries too; says which of it is disputed."""
        entries = [*self.entries, *fresh]
        found = find_secrets(entries, self.collective, self.secrets, self._openers())
        while not self.board.founded and found.disputed and len(entries) > 1 and entries[1].hash(self.collective) not in found.secrets:
            # Nothing counts yet that could stand against it: who comes in later has links alone.
            first = found.disputed[0]
            found = find_secrets(entries, self.collective, found.secrets | {first.hash: first.secret}, self._openers())
        self.secrets = found.secrets
        return found.disputed

    def _settle_disputes(self, disputed: list[Disputed], before: dict[bytes, EpochSecret]) -> None:
        """Uses a disputed E only if nothing that counts passed over its announcement: what stands is not undone (protocol §3.6)."""
        while disputed:
            counts = {epoch.hash for epoch in self.board.epochs.values()}
            use = next((one for one in disputed if not counts.intersection(one.rivals)), None)
            if use is None:
                # What the same link opens on the way there is forgotten: kept, it would look next time as if this device had always had it.
                self.secrets = {name: secret for name, secret in self.secrets.items() if name in before or name in counts}
                self.refusals.append(Refusal(self.board.epoch.seq, Forked.__name__, "an announcement that would undo what stands here"))
                return
            self.secrets = self.secrets | {use.hash: use.secret}
            disputed = self._find_secrets([])
            self._read_again()

    def _unlearn(self, before: dict[bytes, EpochSecret]) -> None:
        # A link in what is refused as a whole must not decide what this device believes: no other device has seen it.
        learned, self.secrets = self.secrets, before
        if not self.board.founded:
            return
        self._find_secrets([])
        if self.entries[1].hash(self.collective) not in self.secrets:
            self.secrets = learned  # who has just come in can read what she keeps only by the links of what she does not
        elif self.secrets != learned:
            self._read_again()

    def _keep_tried(self) -> None:
        if not self.board.founded:
            return
        charters = self.board.charters.values()
        for planting, (path, signer) in list(self._tried.items()):
            if planting <= self.board.charter.planting:
                del self._tried[planting]
                # For a replant: by who stays. The one who goes must not choose the keys that shut their owner out one day (protocol §7.4).
                if any(c.planting == planting and c.place_of(signer) is not None for c in charters):
                    self.paths[planting] = path

    def _read(self, entries: list[Entry], *, fresh: bool = False) -> None:
        try:
            self.board.read(
                entries, self.secrets, bundles=self._bundles(), trusted_below=self.verified, doubted=self.doubted,
                now=self.now if fresh else None, openers=self._openers(),
            )  # fmt: skip
        except UnknownVersion:
            if fresh:
                raise
            # It was passed over, or could not be opened. What stands before it is read; it is named when it is fetched again.
            entries = entries[: len(self.board.chain.hashes) - len(self.entries)]
            # What comes in place of the rest may be anything: nothing there was verified.
            self.verified = min(self.verified, len(self.board.chain.hashes))
        self.doubted |= self.board.unjudged
        self.entries += entries

    def _bundles(self) -> list[Bundle]:
        return []

    def _read_again(self) -> None:
        before = self.entries, self.board, self.verified
        entries, self.entries, self.board = self.entries, [], Board(self.collective)
        try:
            self._read(entries)
        except Refused:
            # All or nothing: half a board, and a number that says how much of a whole one was verified, would let in what nobody signed.
            self.entries, self.board, self.verified = before
            raise

    def _forget_erased(self) -> None:
        for seq in self.board.erased:
            entry = self.entries[seq]
            if entry.blob is not None:
                self.entries[seq] = Entry(entry.header, entry.signature, None, entry.place, entry.blob_hash)

    def take_withheld(self, entry: Entry) -> bool:
        """Takes in the text of a stub that no statement names, if it has come after all; says whether it has (protocol §5.7).

        ``entry`` is as :func:`crypto.chain.parse_entry` gives it, so its blob is the one its header names.
        """
        seq = entry.place.seq
        if seq not in self.board.withheld or entry.blob is None or entry.header != self.entries[seq].header:
            return False
        before = self.entries, self.verified
        self.entries = list(self.entries)
        self.entries[seq] = replace(self.entries[seq], blob=entry.blob)
        # It was never judged, and what follows was judged without it: if it is a charter, by other people's keys. Nothing of that is trusted.
        self.verified = min(self.verified, seq)
        try:
            self._read_again()
        except Refused:
            self.entries, self.verified = before
            return False
        self.verified = min([len(self.entries), *self.board.unopened])
        self._forget_erased()
        return True

    def compare(self, head: Head) -> None:
        """Returns if the relay's head is ours or beyond it. Raises :class:`RolledBack` or :class:`Forked` otherwise."""
        self.board.chain.compare(head)

    def gate(self) -> Gate:
        """The member gate of the newest epoch this device has verified."""
        epoch = self.board.epoch
        return Gate(epoch.number, member_gate(epoch.secret, self.collective, epoch.number))

    def provisional_gate(self, entry: Entry) -> Gate:
        """The member gate of an announcement that is not verified yet: good for reading, and for nothing else (protocol §4.2).

        Raises:
            NotAddressed: this device cannot open it.
        """
        if entry.place.kind != ANNOUNCEMENT or entry.blob is None:
            raise NotAddressed("not an announcement")
        public, _ = split_announcement(entry.blob)
        secret = self.secrets.get(entry.hash(self.collective))
        if secret is None:
            for opener in self._openers():
                try:
                    secret = opener(public)
                except Refused:
                    continue
                break
        if secret is None:
            raise maybe_removed()
        epochs.check_commitment(public, secret, self.collective)
        return Gate(public.epoch, member_gate(secret, self.collective, public.epoch))

    def safety_words(self) -> tuple[int, str, str]:
        """Epoch, words and digits to compare with a friend (protocol §6.7)."""
        epoch = self.board.epoch
        return epoch.number, *safety_words(self.collective, epoch.hash)

    # ---- joining ---------------------------------------------------------------------------------------------------

    def welcome(self, welcome: Welcome, newest: Entry) -> Gate:
        """What an invite's box holds, checked against the newest announcement; the gate to read the board with.

        Raises:
            NotAddressed: the box is of an older epoch: it is being refilled, try again later.
            WrongCommitment: the box does not belong to this announcement.
        """
        if newest.blob is None:
            raise NotAddressed("the relay withholds its newest announcement")
        public, _ = split_announcement(newest.blob)
        if public.epoch != welcome.epoch:
            raise NotAddressed("the invite is waiting to be renewed by a moderator's phone; nothing is lost, try again later")
        epochs.check_commitment(public, welcome.secret, self.collective)
        self.secrets[newest.hash(self.collective)] = welcome.secret
        return Gate(public.epoch, member_gate(welcome.secret, self.collective, public.epoch))

    def check_welcome(self, welcome: Welcome) -> None:
        """Returns if the announcement the invite's box names is a valid one of the board that was read.

        Raises:
            WrongCommitment: it is not.
        """
        if not any(epoch.hash == welcome.announcement for epoch in self.board.epochs.values()):
            raise WrongCommitment("the invite belongs to another history than the relay's")

    def prepare_join(self, invite: Invite, *, moderator: bool) -> None:
        """Makes the join, to be sent until path keys are there."""
        content, body_hash = posts.make_join(self.device, invite, self.collective, self.alias, moderator=moderator)
        self.joining = Joining(content, invite.box, body_hash)

    @property
    def path_box(self) -> bytes:
        """The box where this planting's path keys are put for this device."""
        return path_box(self.device.box, self.collective, self.board.charter.planting)

    def path_box_for(self, planting: int) -> bytes:
        return path_box(self.device.box, self.collective, planting)

    @property
    def has_path_keys(self) -> bool:
        return self.board.charter.planting in self.paths

    def take_path_keys(self, blob: bytes, public: Public) -> PathKeys:
        """Path keys from the device's box, kept if they open this announcement. What it says is verified apart.

        Raises:
            Refused: they are not for this device, not by a moderator, or open nothing: then what was there stays.
        """
        found = open_path_keys(blob, public.planting, kem=self.device.kem, device=self.device.signing_key, collective=self.collective)
        epochs.open_wrap(public, self.collective, found.keys)
        if not self.board.founded or public.planting != self.board.charter.planting:
            self._tried[public.planting] = (Path(found.leaf, found.keys), found.signer)
            return found
        if self.board.charter.place_of(found.signer) is None:
            raise NotAModerator("path keys by somebody who is no moderator")
        self.paths[public.planting] = Path(found.leaf, found.keys)
        self.joining = None
        return found

    # ---- reports ---------------------------------------------------------------------------------------------------

    def desk(self) -> Desk:
        """Where reports go now."""
        epoch = self.board.epoch
        return Desk(self.collective, epoch.public.desk, epoch.desk_key, epoch.number, epoch.secret)

    def report(self, fields: dict[str, Any], now: int, *, signed: bool = False) -> Receipt:
        """A new report, ready to be sent. The device keeps it until two people have it, or one where there is one (protocol §8.4)."""
        _, receipt = make_report(
            fields, head=self.board.epoch.hash, now=now, collective=self.collective, signed_by=self.device if signed else None
        )
        self.receipts[receipt.id] = receipt
        return receipt

    def to_send(self, now: int) -> list[Outgoing]:
        """What the relay has not taken yet: the join, reports, follow-ups. If there is nothing, then one at most of what it has taken
        long ago and not enough people have acknowledged, sealed anew (protocol §8.2).
        """
        self._settle()
        waiting: list[Receipt | Joining] = [receipt for receipt in self.receipts.values() if receipt.unsent is not None]
        if self.joining is not None:
            waiting.insert(0, self.joining)
        first = [one for one in waiting if not one.posts]
        if not first and not self.outbox:
            first = one_of([one for one in waiting if is_due_again(one, now)])
            for one in first:
                one.sealed = None
        items = [Outgoing(self._sealed(one), one) for one in first]
        return items + [Outgoing(seal_item(value, self.desk()).encoded, value) for value in self.outbox]

    def to_heal(self) -> Outgoing | None:
        """One item to post again to a relay that is being healed: a report that not enough people have, sealed anew; or, if the relay
        was seen to have lost something, a follow-up as it was. Each once, in an order that tells nothing.
        """
        self._settle()
        waiting: list[Receipt | Posted] = [r for r in self.receipts.values() if r.unsent is not None and r.id not in self.reposted]
        if self.rolled_back:
            waiting += [posted for posted in self.posted if digest(posted.item) not in self.reposted]
        if not waiting:
            return None
        one = secrets.choice(waiting)
        if isinstance(one, Posted):
            return Outgoing(one.item, one)
        one.sealed = None
        return Outgoing(self._sealed(one), one)

    def healed(self, outgoing: Outgoing, now: int) -> None:
        """A relay that is being healed has taken this item."""
        if isinstance(outgoing.of, Receipt):
            self.sent(outgoing, now)
            self.reposted.add(outgoing.of.id)
        else:
            self.reposted.add(digest(outgoing.item))

    def relay_is_whole(self) -> None:
        """The relay does not say that it is being healed (any more)."""
        self.rolled_back = False
        self.reposted.clear()

    def _settle(self) -> None:
        people = [person.id for person in self.board.charter.people]
        for receipt in self.receipts.values():
            receipt.settle(people)

    def _sealed(self, one: Receipt | Joining) -> bytes:
        if isinstance(one, Joining):
            one.sealed = self._seal_again(one.content, one.sealed, invite_box=one.box, join=one.hash)
        else:
            one.sealed = self._seal_again(one.content(), one.sealed)
        return one.sealed

    def _seal_again(self, content: dict[str, Any], sealed: bytes | None, **invite: bytes) -> bytes:
        # Under the newest epoch and desk key always: an item under an epoch that is over is refused (protocol §8.1).
        desk = self.desk()
        if sealed is not None:
            item = parse_desk_item(sealed)
            if (item.epoch, item.desk) == (desk.epoch, desk.number):
                return sealed
        return seal_item(content, desk, **invite).encoded

    def reseal(self) -> None:
        """The relay says that the desk key is retired: what waits is sealed anew."""
        for receipt in self.receipts.values():
            receipt.sealed = None
        if self.joining is not None:
            self.joining.sealed = None

    def sent(self, outgoing: Outgoing, now: int) -> None:
        """The relay has taken this item."""
        self.posted = [posted for posted in self.posted if now - posted.then < KEEP_POSTED]
        one = outgoing.of
        if isinstance(one, Receipt) and one.sent_at is None:
            one.sent_at = now
        if isinstance(one, Receipt | Joining):
            one.posts, one.taken = one.posts + 1, now
            return
        self.outbox = [value for value in self.outbox if value is not one]
        self.posted.append(Posted(now, one.get("report"), outgoing.item))

    def find_receipt(self, report: bytes) -> Receipt:
        if report not in self.receipts:
            raise BadInput("no report of yours has this id")
        return self.receipts[report]

    def follow_up(
        self, report: bytes, kind: str, *, text: str = "", fields: dict[str, Any] | None = None, question: int | None = None,
        shown: bytes | None = None, now: int = 0,
    ) -> None:  # fmt: skip
        """Queues a follow-up of one's own report. What she writes in it stays in the receipt.

        Args:
            shown: with ``agree``: the hash of the public text that she read (:func:`alerts.contents.content_hash`).
            now: this device's clock; 0 counts as just after what she read last.

        Raises:
            BadInput: no report has this id.
            NotAllowed: it was withdrawn, or is closed; or the text is not the newest she was shown.
        """
        receipt = self.find_receipt(report)
        if receipt.status == "withdrawn":
            raise NotAllowed("this report was withdrawn")
        if kind == "agree":
            self._check_agreed(receipt, shown)
        follow_up = make_follow_up(
            receipt, self.collective, kind, text=text, fields=fields, question=question, shown=shown if kind == "agree" else None
        )
        self.outbox.append(follow_up)
        receipt.tell(kind, text, question, now)

    @staticmethod
    def _check_agreed(receipt: Receipt, shown: bytes | None) -> None:
        # What she says yes to is hashed here, from what came: no letter says what its text is called.
        if receipt.preview is None:
            raise NotAllowed("they have not shown you a text yet")
        try:
            check_alert(receipt.preview)
        except Refused:
            raise NotAllowed("the text they sent cannot be shown, so nobody can agree to it; ask them to send it again") from None
        if shown != content_hash(receipt.preview):
            raise NotAllowed("the text is another than the one you were shown; look at it again with `reports show`")

    def accept_moderation(self) -> None:
        """Queues the agreement to become a moderator (protocol §7.5)."""
        self.outbox.append(posts.make_accept(self.device, self.collective, self.board.charter.planting))

    def forget(self, report: bytes) -> None:
        """Erases the receipt, and all that belongs to it: nobody can follow this report up any more, this device included."""
        self.find_receipt(report)
        del self.receipts[report]
        self.outbox = [value for value in self.outbox if value.get("report") != report]
        self.posted = [posted for posted in self.posted if posted.report != report]
        self.reposted.discard(report)

    # ---- mail ------------------------------------------------------------------------------------------------------

    def mail_from(self, last: int, now: int) -> int:
        """The position to fetch mail after; ``last`` is what the relay says is its newest.

        From the beginning about once a week, and when the relay has less than this device has seen: a cursor may have been led astray.
        """
        if last < self.mail_after or now - self.mail_again >= FETCH_AGAIN:
            self.mail_after, self.mail_again = 0, now
        return self.mail_after

    def take_mail(self, position: int, item: MailItem, now: int) -> bool:
        """Reads a mail item if it is for one of this device's reports; says whether it was."""
        self.mail_after = max(self.mail_after, position)
        for receipt in self.receipts.values():
            if is_for(receipt.tag, self.collective, item):
                if item.tag in receipt.read:
                    return False
                try:
                    letter = read_mail(
                        item, report=receipt.id, answer=receipt.answer, collective=self.collective, charter=self.board.charter
                    )
                except Refused as error:
                    self.refusals.append(Refusal(position, error.name, error.detail))
                    return False
                receipt.take(letter.person, letter.body, item.tag, now)
                self._settle()
                return True
        return False

    # ---- writing down and reading back -----------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Everything but the board's entries, as a value for :func:`crypto.wire.encode`."""
        return {
            "entropy": self.entropy.reveal(),
            "collective": self.collective,
            "alias": self.alias,
            "joined": self.joined,
            "paths": [
                {"planting": planting, "leaf": path.leaf, "keys": encode_path_keys(path.keys)} for planting, path in self.paths.items()
            ],
            "secrets": [[entry_hash, secret.reveal()] for entry_hash, secret in self.secrets.items()],
            "entries": len(self.entries),
            "verified": self.verified,
            "doubted": sorted(self.doubted),
            "receipts": [receipt.state() for receipt in self.receipts.values()],
            "mail_after": self.mail_after,
            "mail_again": self.mail_again,
            "joining": self.joining
            and {
                "content": self.joining.content, "box": self.joining.box, "hash": self.joining.hash, "sealed": self.joining.sealed,
                "posts": self.joining.posts, "taken": self.joining.taken,
            },
            "posted": [posted.state() for posted in self.posted],
            "rolled_back": self.rolled_back,
            "reposted": sorted(self.reposted),
            "outbox": self.outbox,
            "recoverable": self.recoverable.state(),
        }  # fmt: skip

    def _load(self, state: dict[str, Any], entries: list[dict[str, Any]]) -> None:
        self.paths = {p["planting"]: Path(p["leaf"], decode_path_keys(p["leaf"], p["keys"])) for p in state["paths"]}
        self.secrets = {entry_hash: EpochSecret(secret) for entry_hash, secret in state["secrets"]}
        self.verified, self.doubted = state["verified"], set(state["doubted"])
        self.receipts = {r["id"]: Receipt.from_state(r) for r in state["receipts"]}
        self.mail_after, self.mail_again = state["mail_after"], state["mail_again"]
        self.joining = Joining(**state["joining"]) if state["joining"] else None
        self.posted = [Posted(*posted) for posted in state["posted"]]
        self.rolled_back, self.reposted = state["rolled_back"], set(state["reposted"])
        self.outbox = state["outbox"]
        self.recoverable = Recoverable(*state["recoverable"])
        self._read([parse_entry(value, "board") for value in entries])

    @classmethod
    def from_state(cls, state: dict[str, Any], entries: list[dict[str, Any]]) -> Member:
        """A member as it was written down, with its board's entries read again (signatures it verified before are trusted)."""
        member = cls(DeviceEntropy(state["entropy"]), state["collective"], state["alias"], state["joined"])
        member._load(state, entries)
        return member
