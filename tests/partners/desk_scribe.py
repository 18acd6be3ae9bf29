"""Writes what stands beside a board: the moderators' log, items on the desk, letters (protocol §5.4, §7.3, §8).

As its parent, a :class:`DeskScribe` holds every key and has no scruples: whoever signs a note may be anybody, and every field of its
place and its seal may be given.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alerts import mail, notes, posts
from alerts.mail import MailItem, write_mail
from alerts.posts import Desk
from alerts.receipt import Receipt
from alerts.report import validate_report
from crypto import sealing, signing, wire
from crypto.bundle import Bundle
from crypto.chain import NO_ENTRY, NOTE, Entry, Place, make_entry
from crypto.context import Purpose, context, digest
from crypto.errors import CannotOpen, Refused
from crypto.gates import moderator_gate
from crypto.invites import Invite, invite_from_code
from crypto.secrets import EpochSecret, InviteCode, KemSeed, SigningSeed
from crypto.shelves import encode_desk_item, parse_desk_item

from .scribe import Scribe, bundle, desk_seed, device, fixed

#: A short report about nobody, with consent to publish at once.
FIELDS = validate_report({"kinds": ["threats"], "consent": {"share": "peers", "show_first": False, "hold": False}}, policy={}, country="GB")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A desk item as the relay hands it out."""

    position: int
    arrived: int
    item: bytes


class DeskScribe(Scribe):
    """A collective whose moderators' log begins with the desk key and the founder.

    Args:
        kept: desk items and boxes of an earlier run. One that opens to the very same text is used again, once, for HPKE draws its own randomness.
    """

    def __init__(self, people: Sequence[str] = ("ana", "bea"), *, kept: Sequence[bytes] = (), **scribe: Any) -> None:
        super().__init__(people, **scribe)
        self.kept = list(kept)
        self.log: list[Entry] = []
        self.desk: list[Arrived] = []
        self.mail: list[MailItem] = []
        self.receipts: list[Receipt] = []
        self.boxes: list[tuple[str, bytes]] = []
        self.note("desk-key", {"number": 1, "seed": desk_seed(1).reveal()}, by=people[0])

    # ---- the log ---------------------------------------------------------------------------------------------------

    def log_place(self, **changes: Any) -> Place:
        fields: dict[str, Any] = {
            "shelf": "log", "seq": len(self.log), "prev": self.log[-1].hash(self.collective) if self.log else NO_ENTRY, "kind": NOTE,
            "epoch": self.board.epoch.number, "time": self.now,
        }  # fmt: skip
        return Place(**(fields | changes))

    def note_entry(
        self, note_type: str, fields: dict[str, Any], by: str = "ana", *, signer: str | None = None, charter: int | None = None,
        keys: Bundle | None = None, sealed_for: Place | None = None, body: bytes | None = None, gate: SigningSeed | None = None,
        blob: bytes | None = None, **place: Any,
    ) -> Entry:  # fmt: skip
        """A note by somebody, not added yet.

        Args:
            signer: whose device signs it, if not the author's.
            charter: the charter's number it names, if not the newest.
            keys: the bundle whose notes key it stands under, if not that in force.
            sealed_for: the place it was sealed and signed for, if not its own.
            body: its encoded body, whatever that is.
            gate: which gate signs its header.
            blob: what stands there in place of a note.
        """
        where = self.log_place(**place)
        held = keys or bundle(self.board.charter.planting)
        said = body if body is not None else notes.make_body(note_type, charter or self.board.charter.number, fields)
        its = sealed_for or where
        sealed = notes.seal_note(said, its, held, self.collective, author=self.seat(by), device=device(signer or by).sign)
        return make_entry(where, sealed if blob is None else blob, gate or self.gates[where.epoch], self.collective)

    def note(self, note_type: str, fields: dict[str, Any], by: str = "ana", **bent: Any) -> Entry:
        """A note, added: an honest one, or a bent one."""
        entry = self.note_entry(note_type, fields, by, **bent)
        self.log.append(entry)
        return entry

    def padded_note(self, padded: bytes) -> Entry:
        """An entry of the log with any padded text in it, added."""
        where, held = self.log_place(), bundle(self.board.charter.planting)
        sealed = sealing.seal(*notes._seal_of(held.notes, held.planting, where, self.collective), padded)
        blob = wire.encode({"key": notes.notes_commitment(held, self.collective), "sealed": sealed})
        self.log.append(make_entry(where, blob, self.gates[where.epoch], self.collective))
        return self.log[-1]

    # ---- invites and joins -----------------------------------------------------------------------------------------

    def invite(self, label: str = "one") -> Invite:
        """An invite; always the same for a label."""
        return invite_from_code(InviteCode(fixed(f"invite {label}", 16)))

    def invites(self, label: str = "one", *, hours: int = 72, by: str = "ana") -> Invite:
        """An invite that stands in the log."""
        invite = self.invite(label)
        fields = {"invite": invite.public_key, "box": invite.box, "key": invite.key.reveal(), "expires": self.now + hours * 3600}
        self.note("invite", fields | {"moderator": False}, by)
        return invite

    def join(self, name: str, invite: Invite, **changes: Any) -> dict[str, Any]:
        """The item by which somebody joins, changed as given."""
        return posts.make_join(device(name), invite, self.collective, name, moderator=False)[0] | changes

    def member(self, join: dict[str, Any], leaf: int, by: str = "ana") -> Entry:
        """The note that admits somebody, added."""
        parts = {part: join[part] for part in ("body", "invite_signature", "device_signature")}
        return self.note("member", {"join": parts, "leaf": leaf}, by)

    def posts_join(self, name: str, invite: Invite, **more: Any) -> None:
        value = self.join(name, invite)
        self.posts(value, invite_box=invite.box, join=digest(value["body"]), **more)

    # ---- the desk --------------------------------------------------------------------------------------------------

    def desk_now(self) -> Desk:
        """What a member knows of the desk."""
        epoch = self.board.epoch
        return Desk(self.collective, epoch.public.desk, epoch.desk_key, epoch.number, epoch.secret)

    def posts(
        self, value: dict[str, Any] | bytes, *, desk: Desk | None = None, arrived: int | None = None, seed: KemSeed | None = None,
        **invite: Any,
    ) -> bytes:  # fmt: skip
        """Puts an item on the desk.

        Args:
            value: what it says, or any padded text.
            desk: what it is sealed with, if not as honest members would.
            seed: the private half of that desk's key, if it is not the announced one's.
        """
        desk = desk or self.desk_now()
        padded = value if isinstance(value, bytes) else wire.pad(wire.encode(value), wire.DESK_SIZES)
        item = self._kept(padded, desk, seed or desk_seed(desk.number), invite)
        self.arrives(item, arrived)
        return item

    def arrives(self, item: bytes, arrived: int | None = None) -> None:
        self.desk.append(Arrived(len(self.desk) + 1, self.now if arrived is None else arrived, item))

    def _kept(self, padded: bytes, desk: Desk, seed: KemSeed, invite: dict[str, Any]) -> bytes:
        info = posts._info(desk.collective, desk.number, desk.epoch, desk.secret)
        for encoded in self.kept:
            sealed = _sealed_of(encoded)
            if _opens(seed, info, sealed) == padded and encode_desk_item(desk.number, desk.epoch, sealed, **invite).encoded == encoded:
                self.kept.remove(encoded)
                return encoded
        return encode_desk_item(desk.number, desk.epoch, sealing.seal_to(desk.public_key, info, padded), **invite).encoded

    # ---- boxes -----------------------------------------------------------------------------------------------------

    def fills(
        self, name: str, purpose: Purpose, *, planting: int = 1, signer: str = "ana", signed_as: str | None = None,
        of: str | None = None, **changes: Any,
    ) -> None:  # fmt: skip
        """Puts path keys or a bundle into somebody's box.

        Args:
            signer: who signs what lies in it.
            signed_as: who is said to have signed it, if not she.
            of: whose box it is sealed to, if not that person's.
            changes: fields of the body to replace.
        """
        her = device(name)
        keys = bundle(planting)
        if purpose is Purpose.BUNDLE:
            body: dict[str, Any] = {"tree": keys.tree.reveal(), "gate": keys.gate.reveal(), "notes": keys.notes.reveal()}
        else:
            [path] = self.paths(name, planting)
            body = {"leaf": path["leaf"], "keys": path["keys"]}
        encoded = wire.encode({"planting": planting, "device": her.signing_key} | body | changes)
        sign = device(signer).sign
        signed = {
            "body": encoded, "signer": device(signed_as or signer).signing_key,
            "signature": signing.sign(sign, purpose, self.collective, digest(encoded)),
        }  # fmt: skip
        info = context(purpose, self.collective, planting, her.signing_key)
        kem, padded = device(of or name).kem, wire.pad(wire.encode(signed), (wire.SMALL_BOX - sealing.HPKE_OVERHEAD,))
        blob = next((kept for kept in self.kept if _opens(kem, info, kept) == padded), None)
        self.boxes.append((str(purpose), blob or sealing.seal_to(sealing.kem_public_key(kem), info, padded)))

    # ---- reports ---------------------------------------------------------------------------------------------------

    def report(self, **changes: Any) -> tuple[dict[str, Any], Receipt]:
        """A report's item, changed as given, and its receipt; not posted yet."""
        item, receipt = posts.make_report(FIELDS, head=self.board.epoch.hash, now=self.now, collective=self.collective)
        return item | changes, receipt

    def reports(self) -> Receipt:
        """An honest report, posted."""
        item, receipt = self.report()
        self.posts(item)
        return receipt

    def follow_up(self, receipt: Receipt, kind: str = "answer", text: str = "", **changes: Any) -> dict[str, Any]:
        """The next follow-up of a report, changed as given."""
        return posts.make_follow_up(receipt, self.collective, kind, text=text) | changes

    # ---- mail ------------------------------------------------------------------------------------------------------

    def reported(self) -> Receipt:
        """The receipt of a report that the reader wrote, and still has."""
        self.receipts.append(self.report()[1])
        return self.receipts[-1]

    def letter(self, receipt: Receipt, by: str = "ana", **said: Any) -> MailItem:
        """A letter to a report, not sent yet."""
        told: dict[str, Any] = {
            "report": receipt.id, "answer": receipt.answer, "tag": receipt.tag, "now": self.now, "kind": "received",
            "charter": self.board.charter.number,
        } | said  # fmt: skip
        return write_mail(device=device(by).sign, collective=self.collective, **told)

    def writes(self, receipt: Receipt, by: str = "ana", **said: Any) -> MailItem:
        """A letter, sent."""
        self.mail.append(self.letter(receipt, by, **said))
        return self.mail[-1]

    def sealed_letter(self, receipt: Receipt, padded: bytes) -> MailItem:
        """A letter with any padded text in it, sent."""
        tag = mail._tag(receipt.tag, self.collective, os.urandom(16))
        self.mail.append(MailItem(tag, sealing.seal(*mail._seal_of(receipt.answer, self.collective, tag), padded)))
        return self.mail[-1]

    def signed_letter(self, receipt: Receipt, body: dict[str, Any], by: str = "ana", **changes: Any) -> MailItem:
        """A letter with any body, signed by somebody, sent."""
        encoded = wire.encode(body)
        sign = device(by).sign
        signed = {
            "body": encoded, "signer": signing.public_key(sign),
            "signature": signing.sign(sign, Purpose.MAIL, self.collective, digest(encoded)),
        }  # fmt: skip
        return self.sealed_letter(receipt, wire.pad(wire.encode(signed | changes), wire.STATEMENT_SIZES))


def _sealed_of(encoded: bytes) -> bytes:
    try:
        return parse_desk_item(encoded).sealed
    except Refused:
        return b""


def _opens(seed: KemSeed, info: bytes, sealed: bytes) -> bytes | None:
    try:
        return sealing.open_sealed(seed, info, sealed)
    except CannotOpen:
        return None


def moderators_gate(scribe: Scribe, planting: int, epoch: int) -> SigningSeed:
    """The moderators' gate that somebody with this planting's bundle can make for an epoch."""
    return moderator_gate(bundle(planting).gate, scribe.collective, epoch)


def not_the_secret(desk: Desk) -> Desk:
    """The desk as somebody knows it who does not know E."""
    return Desk(desk.collective, desk.number, desk.public_key, desk.epoch, EpochSecret(fixed("not E")))
