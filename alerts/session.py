"""A device at work with its relay: what people do on purpose, on top of the one routine of :mod:`alerts.syncing`; and joining."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from crypto.chain import Entry
from crypto.device import from_words
from crypto.errors import BadInput, NotAllowed, RelayRefused, RolledBack
from crypto.handover import LASTS, Handover, handover_box, open_handover, seal_handover
from crypto.invites import invite_from_code, open_box, read_code, show_code
from crypto.recovery import Belongings
from crypto.secrets import DeviceEntropy, HandoverSeed

from . import admitting, casework, replant, returning
from .casework import Work
from .log import MemberRecord
from .member import Member
from .moderator import BoxFill, NoteDraft
from .statements import Body
from .sync import RelayClient
from .syncing import Syncing, listed


class Session(Syncing):
    """One device, its relay and its vault, and what its owner can do. Sync first: decisions are made on what is here."""

    # ---- a second device (protocol §7.7) ----------------------------------------------------------------------------

    async def hand_over(self, seed: HandoverSeed) -> None:
        """Writes the box from which whoever has this code and showed these digits takes this device over, for a minute.

        Raises:
            NotAllowed: this device does not have all that makes it one yet.
        """
        device = self.device
        # Something may have been announced while she typed; and what is handed over is to be the newest.
        newest = await self.relay.newest(self.collective)
        await self._fetch_board(newest)
        words, period = device.recoverable.wanted, device.recoverable.period
        handed = Handover(device.entropy, returning.belongings_of(device), words, period)
        # By the relay's clock, which ends it: a minute is less than clocks differ.
        fill = BoxFill(handover_box(seed), seal_handover(seed, handed), newest.time + LASTS, burnable=True)
        try:
            await self.naming.post_box(self.collective, fill, device.gate())
        except RelayRefused as error:
            if error.code != "box-exists":  # typed twice
                raise

    async def was_taken(self, seed: HandoverSeed) -> bool:
        """Whether the box that :meth:`hand_over` wrote is gone."""
        return await self.naming.box(handover_box(seed)) is None

    async def take_back(self, seed: HandoverSeed) -> None:
        """Erases that box, since nobody came for it, or nobody is to."""
        await self.naming.burn(handover_box(seed))

    # ---- people --------------------------------------------------------------------------------------------------

    async def invite(self, expires: int, *, moderator: bool) -> str:
        """A new invite's code, as people read it. It is recorded before it is shown."""
        device = await self._caught_up()
        code, note = admitting.new_invite(expires, for_moderator=moderator)
        await self.write_notes(lambda: [note] if note[1]["invite"] not in device.log.invites else [])
        await self.fill_invites()
        self.save()
        return show_code(code)

    async def call_back(self, code_text: str) -> None:
        """Calls an invite back; the next announcement makes what stood in its box worthless."""
        public_key = invite_from_code(read_code(code_text)).public_key
        device = await self._caught_up()
        record = device.log.invites.get(public_key)
        if record is None:
            raise BadInput("no invite has this code")
        if record.used_by is not None:
            raise NotAllowed("this invite was used already; remove the member instead")
        await self.write_notes(
            lambda: [("invite-withdrawn", {"invite": public_key})] if device.log.invites[public_key].withdrawn is None else []
        )
        await self.naming.burn(record.box)
        await self._moderate()

    async def remove(self, member: MemberRecord) -> bool:
        """This person's approval of a member's removal; says whether she is out now."""
        device = await self._caught_up()
        me, _ = device.me
        note = device.removal_note(member)
        await self.write_notes(lambda: [] if me in device.log.removals.get(member.leaf, {}) else [note])
        await self._moderate()
        return member.leaf in device.removed

    async def promote(self, member: MemberRecord) -> bool:
        """This person's approval of a new moderator; says whether she is one now."""
        device, now = await self._caught_up(), self._clock()
        me, _ = device.me
        body = device.promotion(member, now)
        await self.naming.fill_boxes(self.collective, [device.bundle_fill(member, device.bundle, now)], device.moderator_gate())

        def decide() -> list[NoteDraft]:
            return self._proposal(body, me)

        await self.write_notes(decide)
        await self._moderate()
        return device.board.charter.place_of(member.sign) is not None

    def _proposal(self, body: Body, me: bytes) -> list[NoteDraft]:
        """Approves the open proposal with the same content, or makes it."""
        device, now = self.moderator, self._clock()
        if body.charter != device.board.charter.number:
            return []
        for proposal in device.log.proposals.values():
            if proposal.body.kind == body.kind and proposal.body.content == body.content and device.is_open(proposal, now):
                return [] if me in proposal.approvals else [device.approval_note(proposal.body)]
        return device.proposal_notes(body, approved=True)

    async def approve_proposal(self, body_hash: bytes) -> None:
        """This person's approval of a proposed statement: of the body with this hash, which she was shown, and of no other.

        Raises:
            NotAllowed: it cannot be published any more; or it is of a report whose reporter has not agreed to it.
        """
        device = await self._caught_up()
        me, _ = device.me

        def decide() -> list[NoteDraft]:
            proposal = device.log.proposals.get(body_hash)
            if proposal is None or not device.is_open(proposal, self._clock()):
                raise NotAllowed("this cannot be published any more; look at what is proposed now")
            casework.check_consent(device, proposal)
            return [] if me in proposal.approvals else [device.approval_note(proposal.body)]

        await self.write_notes(decide)
        await self._moderate()

    async def propose_charter(self, content: dict[str, Any]) -> bool:
        """Proposes and approves a new charter with the same people and keys; says whether it is in force now."""
        device = await self._caught_up()
        me, _ = device.me
        body = device.make_statement("charter", content, self._clock(), previous=device.board.charter_body)
        await self.write_notes(lambda: self._proposal(body, me))
        await self._moderate()
        return device.board.charter.content() == content

    async def replant_without(self, gone: MemberRecord) -> bool:
        """This person's part in making everything anew without a moderator; says whether it is done (protocol §3.8)."""
        device, now = await self._caught_up(), self._clock()
        await self._fetch_staged()

        def open_one() -> replant.Replant | None:
            return next((r for r in replant.proposed(device, self._clock()) if replant.without(r, gone)), None)

        proposed = open_one()
        if proposed is None:
            await self._prepare_replant(gone, now)
            await self.write_notes(lambda: [] if open_one() else replant.proposal_notes(device, gone, self._clock()))
        else:
            replant.check(device, proposed, gone)
            await self.write_notes(lambda: replant.approval_notes(device, proposed))
        await self._moderate()
        return device.board.charter.place_of(gone.sign) is None

    async def _prepare_replant(self, gone: MemberRecord, now: int) -> None:
        device = self.moderator
        bundle = replant.begin(device, gone)
        self.save()
        open_boxes = [record.box for record in admitting.open_invites(device, now)]
        await self.write_notes(lambda: replant.calling_back(device, self._clock()))
        for box in open_boxes:
            await self.naming.burn(box)
        await self.naming.fill_boxes(self.collective, replant.bundle_fills(device, gone, now), device.moderator_gate())
        await self.write_notes(lambda: replant.carried_notes(device, gone), ahead=bundle)
        stay = [m for m in replant.staying(device, gone) if (bundle.planting, m.sign) not in device.filled]
        secrets.SystemRandom().shuffle(stay)
        for done in range(0, len(stay), 100):
            self._progress("keys", done, len(stay))
            part = stay[done : done + 100]
            fills = [admitting.path_fill(device, m, bundle, now) for m in part]
            await self.naming.fill_boxes(self.collective, fills, device.moderator_gate())
            device.filled |= {(bundle.planting, m.sign) for m in part}
            self.save()

    async def publish_case(self, report: bytes, *, one_so_far: bool = False, shown: bytes | None = None) -> Body:
        """Publishes a report's draft; returns what was published.

        Args:
            shown: the hash of the body that this person was shown; without it, what the draft is now, before anything is fetched again.

        Raises:
            NotAllowed: consent, hold, quorum or the rules stand against it, or the draft is another by now.
        """
        device = self.moderator
        draft = casework.find_case(device, report).draft
        read = shown or (draft.body.hash if draft is not None else b"")
        done: list[Body] = []
        if one_so_far:
            pair: list[Body] = []

            def prepare() -> Work:
                work, first, second = casework.so_far(device, casework.find_case(device, report), self._clock(), shown=read)
                pair[:] = [first, second]
                return work

            await self.do(prepare)
            first, second = pair
            approvals = device.approvals_of(device.log.proposals[first.hash])
            await self.publish(
                lambda: None if device.board.has(first) else [device.statement_entry(first, approvals, self._clock(), urgent=2)]
            )
            if not device.board.has(first):
                raise NotAllowed("readers would not accept this as it stands by now; look at the board and try again")
            await self.do(lambda: casework.told_now(device, report, self._clock()))
            return first

        def decide() -> list[Entry]:
            case = casework.find_case(device, report)
            entry = casework.publication(device, case, self._clock(), shown=read)
            if case.draft is not None:
                done[:] = [case.draft.body]
            return [entry]

        await self.publish(decide)
        await self.do(lambda: casework.told_now(device, report, self._clock()))
        return done[0]

    async def erase(self, object_id: bytes) -> bool:
        """This person's approval of erasing an alert with all its versions; says whether it is erased now (protocol §5.7)."""
        device = await self._caught_up()
        me, _ = device.me

        def due() -> list[NoteDraft]:
            thing = device.board.things.get(object_id)
            if thing is None:
                return []
            erasure = device.erasure_of(thing, self._clock())
            proposal = device.open_erasure(erasure, self._clock())
            if proposal is None:
                return device.proposal_notes(erasure, approved=True)
            return [] if me in proposal.approvals else [device.approval_note(proposal.body)]

        await self.write_notes(due)
        await self._moderate()
        return object_id not in device.board.things

    async def publish_change(self, object_id: bytes) -> bool:
        """Publishes the amendment or retraction of an alert if enough people have approved it."""
        device = self.moderator
        thing = casework.find_alert(device, object_id)
        if not await self.publish(lambda: listed(casework.change_entry(device, casework.find_alert(device, object_id), self._clock()))):
            return False
        thing = casework.find_alert(device, object_id)
        if thing.retracted:
            await self.do(lambda: casework.retracted(device, thing, thing.last.body.content["reason"], self._clock()))
        return True


async def join(
    relay: RelayClient, code_text: str, alias: str, clock: Callable[[], int], save: Callable[[Member], None], *,
    willing: Callable[[], bool] = lambda: True,
) -> Session:  # fmt: skip
    """Joins by an invite's code: verified from the founding charter up, then one post. Nobody else need be awake.

    Args:
        willing: asked if the code is for a moderator: whether she agrees to become one. If not she comes in as a member (protocol §7.5).

    Raises:
        BadInput: the code is none, or no invite (any more): used, called back or late.
        Refused: the board does not hold.
    """
    invite = invite_from_code(read_code(code_text))
    blob = await relay.box(invite.box)
    if blob is None:
        raise BadInput("this code is not good any more: it was used, called back or is too old. Ask for another")
    welcome = open_box(invite, blob)
    member = Member(DeviceEntropy.random(), welcome.collective, alias, clock())
    member.now = clock()
    newest = await relay.newest(welcome.collective)
    gate = member.welcome(welcome, newest.announcement)
    entries, head = await relay.entries(welcome.collective, "board", 0, gate, role="member", purpose="read")
    member.read_board(entries)
    if not member.board.founded:
        raise RolledBack("the relay shows an empty board")
    member.check_welcome(welcome)
    if head is not None:
        member.compare(head)
    member.mail_after = await relay.last_mail(welcome.collective, gate)
    member.prepare_join(invite, moderator=welcome.moderator and willing())
    save(member)
    return Session(member, relay, clock, save)


async def recover(relay: RelayClient, words: str, clock: Callable[[], int], save: Callable[[Member], None]) -> Session:
    """The device behind 12 words, on another phone: the same keys, the same place. Nobody else need be awake.

    Raises:
        BadInput: they are no recovery words, or nothing is kept under them.
        NotAddressed: the device was removed, as far as it can tell.
        Refused: what is kept, or the board, does not hold.
    """
    entropy = from_words(words)
    found = await returning.find_recovery(relay, entropy, clock())
    if found is None:
        raise BadInput(
            "nothing is kept under these words: one of them may be another, or their phone was never online after it showed them, or not for a "
            "year. Compare them again; else ask for a new invite"
        )
    period, belongings = found
    session = await _begin_again(relay, entropy, belongings, clock, save)
    session.device.recoverable.wanted = True
    session.device.recoverable.stands(period)
    session.save()
    return session


async def take_over(relay: RelayClient, seed: HandoverSeed, clock: Callable[[], int], save: Callable[[Member], None]) -> Session | None:
    """The device that another one hands over by this code to whoever showed these digits; ``None`` if its box is not there yet.

    Raises:
        NotAddressed: the device was removed, as far as it can tell.
        Refused: what lies there, or the board, does not hold.
    """
    box = handover_box(seed)
    blob = await relay.box(box)
    if blob is None:
        return None
    handed = open_handover(seed, blob)
    # First of all: whoever saw both screens comes too late from now on.
    await relay.burn(box)
    session = await _begin_again(relay, handed.entropy, handed.belongings, clock, save)
    session.device.recoverable.wanted = handed.words
    if handed.period is not None:
        session.device.recoverable.stands(handed.period)
    session.save()
    return session


async def _begin_again(
    relay: RelayClient, entropy: DeviceEntropy, belongings: Belongings, clock: Callable[[], int], save: Callable[[Member], None]
) -> Session:
    session = Session(returning.begin_again(entropy, belongings, clock()), relay, clock, save)
    await session.read_all()
    returning.check_history(session.device, belongings)
    return session
