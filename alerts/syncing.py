"""Syncing: fetch, judge, do what is due, send what waits. One routine for every occasion (protocol §5.5).

It does no deciding of its own: it brings entries to the member or moderator, and writes what they say is due. When somebody
else was quicker it fetches and asks them again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from crypto.announced import split_announcement
from crypto.bundle import Bundle
from crypto.chain import Entry
from crypto.errors import (
    Forked,
    NotAddressed,
    NotAllowed,
    NotAModerator,
    ParasolError,
    Refused,
    RelayRefused,
    RolledBack,
)

from . import admitting, announcing, casework, duties, replant, returning
from .casework import Work
from .inbox import CLOCK_TOLERANCE, KEEP, began_at
from .mail import MailItem
from .member import Gate, Member, maybe_removed
from .moderator import BoxFill, Moderator, NoteDraft
from .sync import Conflict, Newest, RelayClient
from .things import Refusal

#: Somebody else may be quicker this many times before we say that the relay is busy.
_TRIES: Final = 25
#: The relay takes at most this many notes in one append.
_NOTES: Final = 50


@dataclass(slots=True)
class Synced:
    """What a sync brought: new entries and items, and what was refused, by name."""

    board: int = 0
    desk: int = 0
    mail: int = 0
    refused: list[Refusal] = field(default_factory=list)
    healing: bool = False
    #: Seconds between the relay's clock and this device's, if too many: then one of them is wrong.
    clock_differs: int = 0


class Syncing:
    """One device, its relay and its vault.

    Args:
        save: writes the device down; called before anything is sent that must not be forgotten, and after every change.
        progress: told what long work is doing and how far it is, as ``(what, done, of)``.
    """

    def __init__(
        self, device: Member, relay: RelayClient, clock: Callable[[], int], save: Callable[[Member], None],
        progress: Callable[[str, int, int], None] = lambda what, done, of: None,
    ) -> None:  # fmt: skip
        self.device = device
        self.relay = relay
        self._clock = clock
        self._save = save
        self._progress = progress
        self.result = Synced()
        self._relay_says = 0
        #: Whether something went out since the last sync that shows whose device this is, or what it does.
        self._named = False

    # ---- shorthands ------------------------------------------------------------------------------------------------

    @property
    def collective(self) -> bytes:
        return self.device.collective

    @property
    def moderator(self) -> Moderator:
        """This device as a moderator's.

        Raises:
            NotAModerator: it is not one.
        """
        if not isinstance(self.device, Moderator) or not self.device.moderates:
            raise NotAModerator("only moderators can do this")
        return self.device

    @property
    def moderates(self) -> bool:
        return isinstance(self.device, Moderator) and self.device.moderates

    @property
    def naming(self) -> RelayClient:
        """The relay, for whatever names a box or leaves something there: a recovery box beside it would be linked to it (protocol §7.6)."""
        self._named = True
        return self.relay

    def save(self) -> None:
        self._save(self.device)

    # ---- the one routine -------------------------------------------------------------------------------------------

    async def sync(self) -> Synced:
        """Fetches everything, verifies it, does what is due, sends what waits.

        Raises:
            Refused: the relay's answer is refused as a whole (rolled back, forked, changed); what the device has is kept.
            Unreachable, NotARelay, RelayRefused: the relay does not answer, or says no.
        """
        self.result = Synced()
        try:
            await self._sync()
        finally:
            self._named = False
            self.result.refused += self.device.refusals
            self.device.refusals = []
            if isinstance(self.device, Moderator):
                self.result.refused += self.device.inbox.refused
                self.device.inbox.refused = []
            self.save()
        return self.result

    async def _sync(self) -> None:
        self.device.now = self._clock()
        newest = await self.relay.newest(self.collective)
        self.result.healing = newest.healing
        self._relay_says = newest.time
        differs = abs(newest.time - self._clock())
        self.result.clock_differs = differs if differs > CLOCK_TOLERANCE else 0
        if newest.healing:
            if isinstance(self.device, Moderator):
                self.device.relay_was_restored(self._clock(), behind=newest.head.seq + 1 < len(self.device.entries))
            newest = await self._heal(newest)
        else:
            self.device.relay_is_whole()
        self.device.compare(newest.head)
        await self._fetch_board(newest)
        await self._fetch_withheld()
        await self._fetch_path_keys()
        await self._fetch_bundle()
        trouble: ParasolError | None = None
        if self.moderates:
            try:
                await self._moderate()
            except ParasolError as error:
                # What stands in a moderator's way must not keep her own mail and reports.
                trouble = error
        await self._fetch_mail()
        if not self.result.healing and not await self.send() and not self._named:
            await self._stay_recoverable()
        if trouble is not None:
            raise trouble

    def _tell(self, alarms: list[Refusal]) -> None:
        self.result.refused += [alarm for alarm in alarms if alarm not in self.result.refused]

    # ---- the board -------------------------------------------------------------------------------------------------

    async def _fetch_board(self, newest: Newest | None = None) -> None:
        self.device.now = self._clock()
        newest = newest or await self.relay.newest(self.collective)
        known, refused, alarms = len(self.device.entries), len(self.device.board.refused), len(self.device.board.alarms)
        if newest.head.seq < known:
            return
        gate = await self._provisional(newest)
        entries, head = await self.relay.entries(self.collective, "board", known, gate, role="member", purpose="read")
        if head is not None and head.seq > known + len(entries) - 1:
            raise RolledBack("the relay holds back entries it says it has")
        self._progress("reading", 0, len(entries))
        self.device.read_board(entries)
        self._progress("reading", len(entries), len(entries))
        self.result.board += len(entries)
        self.result.refused += self.device.board.refused[refused:]
        self._tell(self.device.board.alarms[alarms:])
        self.save()

    async def read_all(self) -> None:
        """Reads the board from its beginning, on a device that knows where it belongs and has read nothing yet.

        Raises:
            RolledBack: there is none.
            NotAddressed: its keys open nothing new: the device was removed, as far as it can tell.
        """
        device = self.device
        newest = await self.relay.newest(self.collective)
        gate = await self._provisional(newest)
        entries, head = await self.relay.entries(self.collective, "board", 0, gate, role="member", purpose="read")
        self._progress("reading", 0, len(entries))
        device.read_board(entries)
        self._progress("reading", len(entries), len(entries))
        if not device.board.founded:
            raise RolledBack("the relay shows an empty board")
        if head is not None:
            device.compare(head)
        device.mail_after = await self.relay.last_mail(self.collective, device.gate())

    async def _fetch_withheld(self) -> None:
        """Asks for one stub again that no statement names, by chance, with what comes in the same answer: a relay may have changed its mind."""
        device = self.device
        if not device.board.withheld:
            return
        gate = await self._provisional(await self.relay.newest(self.collective))
        seq = secrets.choice(device.board.withheld)
        for entry in await self.relay.page(self.collective, "board", seq, gate, role="member", purpose="read"):
            self.result.board += device.take_withheld(entry)
        self.save()

    async def _provisional(self, newest: Newest) -> Gate:
        device, entry = self.device, newest.announcement
        if entry.hash(self.collective) in [e.hash for e in device.board.epochs.values()]:
            return device.gate()
        try:
            return device.provisional_gate(entry)
        except NotAddressed:
            if entry.blob is None:
                raise
            # A replant while this device was away: new keys lie in a box that only it can open.
            public, _ = split_announcement(entry.blob)
            if public.planting in device.paths:
                raise
            blob = await self.naming.box(device.path_box_for(public.planting), self.collective)
            if blob is None:
                raise
            try:
                device.take_path_keys(blob, public)
            except Refused:
                raise maybe_removed() from None
            return device.provisional_gate(entry)

    async def _fetch_path_keys(self) -> None:
        device = self.device
        if device.has_path_keys:
            return
        blob = await self.naming.box(device.path_box, self.collective)
        if blob is not None:
            try:
                device.take_path_keys(blob, device.board.epoch.public)
            except Refused as error:
                device.refusals.append(Refusal(0, error.name, error.detail))
            self.save()

    async def _fetch_bundle(self) -> None:
        device, charter = self.device, self.device.board.charter
        if charter.place_of(device.device.signing_key) is None:
            return
        if not isinstance(device, Moderator):
            device = Moderator.from_member(device)
        if charter.planting in device.bundles:
            return
        blob = await self.naming.box(device.bundle_box_for(charter.planting), self.collective)
        if blob is not None:
            try:
                device.take_bundle(blob, charter)
            except Refused as error:
                # Somebody wrote something else there: a moderator who promotes her again writes it anew.
                self.device.refusals.append(Refusal(0, error.name, error.detail))
                return
            self.device = device
            self.save()

    # ---- healing (protocol §5.6) -----------------------------------------------------------------------------------

    async def _heal(self, newest: Newest) -> Newest:
        """Re-posts what this device has and a restored relay may have lost."""
        device = self.device
        if device.board.founded:
            try:
                device.compare(newest.head)
            except Forked:
                raise
            except RolledBack:
                device.rolled_back = True
                device.recoverable.may_be_lost(self._clock())
                await self._repost("board", device.entries, newest.head.seq + 1)
                newest = await self.relay.newest(self.collective)
        gate = device.gate() if device.board.founded and newest.announcement.hash(self.collective) == device.board.epoch.hash else None
        # One for each sync, with a token and connections of its own: a relay may also only say that it was restored.
        if gate is not None and (outgoing := device.to_heal()) is not None:
            await self.naming.heal_desk(self.collective, outgoing.item, gate)
            device.healed(outgoing, self._clock())
        if gate is not None and self.moderates:
            moderator = self.moderator
            _, head = await self.relay.entries(self.collective, "log", 0, moderator.moderator_gate(), role="moderator", purpose="log")
            first = head.seq + 1 if head else 0
            if first < len(moderator.log_entries):
                moderator.relay_was_restored(self._clock(), behind=True)
            await self._repost("log", moderator.log_entries, first)
            for _, item in moderator.inbox.items.values():
                await self.naming.heal(self.collective, {"desk": [item]}, moderator.moderator_gate(), "moderator")
            now = self._clock()
            letters = [item for then, item in moderator.written if now - then < KEEP]
            for start in range(0, len(letters), 100):
                await self.naming.heal(self.collective, {"mail": letters[start : start + 100]}, moderator.moderator_gate(), "moderator")
        return newest

    async def _repost(self, shelf: Any, entries: list[Entry], first: int) -> None:
        missing = entries[first:]
        for start in range(0, len(missing), _NOTES):
            self._progress("healing", start, len(missing))
            values = [entry.value() for entry in missing[start : start + _NOTES]]
            await self.naming.heal(self.collective, {shelf: values}, None, "member")

    async def declare_whole(self) -> None:
        """A moderator says that a restored relay has everything again."""
        await self.naming.whole(self.collective, self.moderator.moderator_gate())

    # ---- moderating ------------------------------------------------------------------------------------------------

    async def _moderate(self) -> None:
        moderator = self.moderator
        # At every sync, as long as it is the newest: no people should be shut out without being told (protocol §3.6).
        self._tell(moderator.board.alarmed)
        await self._fetch_log()
        self._tell(announcing.alarms(moderator))
        await self._fetch_staged()
        began = self._clock()
        # It never goes back, so a relay that begins to say it is late gains nothing for what ended before.
        looked = began_at(began, self._relay_says)
        moderator.inbox.begin(looked)
        last = await self.relay.last_desk(self.collective, moderator.moderator_gate())
        after = moderator.inbox.start(last, began)
        for position, arrived, item in await self.relay.desk(self.collective, after, moderator.moderator_gate()):
            moderator.inbox.take(position, arrived, item, moderator.board, moderator.log)
            self.result.desk += 1
        moderator.inbox.end(looked)
        moderator.inbox.forget(began)
        self.save()
        if self.result.healing:
            return
        await self.write_notes(lambda: duties.notes_due(moderator, self._clock()))
        for _ in range(_TRIES):
            if not await self.publish(lambda: listed(duties.board_entry_due(moderator, self._clock()))):
                break
            await self.write_notes(lambda: duties.notes_due(moderator, self._clock()))
        for report in casework.untold(moderator):
            await self.do(partial(casework.told_now, moderator, report, self._clock()))
        await self._sign_replants()
        await self.publish_replant()
        if not self.moderates:
            return
        await self._fill_boxes()
        await self._watch_erasures()
        letters = duties.acknowledgements(moderator, self._clock())
        await self.mail([item for _, item in letters])
        moderator.inbox.acknowledged |= {report for report, _ in letters}
        self.save()

    async def _fetch_log(self) -> None:
        moderator = self.moderator
        known, refused = len(moderator.log_entries), len(moderator.log.refused)
        entries, head = await self.relay.entries(self.collective, "log", known, moderator.moderator_gate(), role="moderator", purpose="log")
        if not self.result.healing:
            moderator.log.chain.compare(head)
        if entries:
            # Somebody may have announced, or changed the charter, since the board was fetched: notes are judged by what they could know.
            await self._fetch_board()
        moderator.read_log(entries)
        self.result.refused += moderator.log.refused[refused:]
        self.save()

    async def _fetch_staged(self) -> None:
        """Bundles of replants that somebody proposes, to compare and to sign."""
        moderator, now = self.moderator, self._clock()
        for proposed in replant.proposed(moderator, now):
            if moderator.staged_for(proposed.charter) is not None or proposed.charter.place_of(moderator.device.signing_key) is None:
                continue
            blob = await self.naming.box(moderator.bundle_box_for(proposed.charter.planting), self.collective)
            if blob is not None:
                try:
                    moderator.take_bundle(blob, proposed.charter)
                except Refused:
                    continue  # another proposal's, or somebody's who must not choose it

    async def _sign_replants(self) -> None:
        """What this device owes the announcements of replants whose charter its owner has approved."""
        moderator = self.moderator
        for proposed in replant.proposed(moderator, self._clock()):
            bundle = moderator.staged_for(proposed.charter)
            key = proposed.proposal.body.hash

            def due(key: bytes = key) -> list[NoteDraft]:
                now = self._clock()
                return [
                    n
                    for r in replant.proposed(moderator, now)
                    if r.proposal.body.hash == key
                    for n in replant.announcement_notes(moderator, r, now)
                ]

            if bundle is not None:
                await self.write_notes(due, ahead=bundle)

    async def _fill_boxes(self) -> None:
        moderator, now = self.moderator, self._clock()
        fills: list[BoxFill] = []
        moderator.forget_boxes_if_due(now)
        waiting = [m for m in moderator.members() if m.sign in moderator.rewrite]
        for done, member in enumerate(waiting):
            self._progress("keys", done, len(waiting))
            fills.append(admitting.path_fill(moderator, member, moderator.bundle, now))
            if moderator.board.charter.place_of(member.sign) is not None:
                fills.append(moderator.bundle_fill(member, moderator.bundle, now))
            moderator.filled.add((moderator.bundle.planting, member.sign))
        for member, fill in admitting.path_fills(moderator, now):
            if await self.naming.box(fill.id, self.collective) is None:
                fills.append(fill)
            moderator.filled.add((moderator.bundle.planting, member.sign))
        # In the order of leaves, each bundle after its owner's path keys, the relay would see which devices moderate.
        secrets.SystemRandom().shuffle(fills)
        if fills:
            await self.naming.fill_boxes(self.collective, fills, moderator.moderator_gate())
        await self.fill_invites()
        moderator.filled = {(planting, sign) for planting, sign in moderator.filled if planting >= moderator.bundle.planting}
        moderator.rewrite.clear()
        self.save()

    async def fill_invites(self) -> None:
        """Puts the present E into the boxes of open invites that hold an older one, or none yet."""
        moderator, now = self.moderator, self._clock()
        if refills := admitting.invite_refills(moderator, now):
            await self.naming.fill_boxes(self.collective, refills, moderator.moderator_gate())
        moderator.refilled |= {i.public_key: moderator.board.epoch.number for i in admitting.open_invites(moderator, now)}

    async def _watch_erasures(self) -> None:
        moderator, gate = self.moderator, self.moderator.moderator_gate()
        pending = await self.relay.erasures(self.collective, gate)
        if strays := duties.strays(moderator, pending):
            await self.naming.erase(self.collective, strays, gate, stop=True)
        wanted = duties.to_erase(moderator, pending)
        moderator.erased_at_relay |= await self._erased_there(wanted)
        if still_there := duties.to_erase(moderator, pending):
            await self.naming.erase(self.collective, still_there, gate)

    async def _erased_there(self, seqs: list[int]) -> set[int]:
        """Those of these board entries of which the relay gives the stub."""
        asked, stubs = set(seqs), set()
        while asked:
            page = await self.relay.page(self.collective, "board", min(asked), self.device.gate(), role="member", purpose="read")
            stubs |= {e.place.seq for e in page if e.blob is None and e.place.seq in asked}
            asked -= {min(asked)} | {e.place.seq for e in page}
        return stubs

    async def write_notes(self, decide: Callable[[], list[NoteDraft]], *, ahead: Bundle | None = None) -> None:
        """Writes what ``decide`` says into the log; when somebody else was quicker, fetches and asks again."""
        for _ in range(_TRIES):
            moderator = self.moderator
            drafts = decide()
            if not drafts:
                return
            entries = moderator.note_entries(drafts, self._clock(), ahead=ahead)
            try:
                for start in range(0, len(entries), _NOTES):
                    part = entries[start : start + _NOTES]
                    await self.naming.append(self.collective, "log", part, moderator.moderator_gate())
                    moderator.read_log(part)
            except RelayRefused as error:
                await self._behind(error)
                await self._fetch_log()
                continue
            self.save()
            return
        raise NotAllowed("others are writing at the same time; try again in a moment")

    async def _caught_up(self) -> Moderator:
        """This device as a moderator's, with what others have written since the last sync."""
        await self._fetch_board()
        await self._fetch_log()
        return self.moderator

    async def _behind(self, error: RelayRefused) -> None:
        """Fetches the board if somebody else was quicker, with an entry or with the next epoch; raises ``error`` if it says anything else."""
        if not isinstance(error, Conflict) and error.code != "old-epoch":
            raise error
        await self._fetch_board()

    async def publish(self, decide: Callable[[], list[Entry] | None]) -> bool:
        """Appends what ``decide`` says to the board; says whether there was anything. Asks again when somebody else was quicker.

        What readers would refuse is never appended: it would stand in the chain for good, and change nothing.
        """
        for _ in range(_TRIES):
            entries = decide()
            if not entries or self.moderator.would_refuse(entries) is not None:
                return False
            try:
                await self.naming.append(self.collective, "board", entries, self.moderator.moderator_gate())
            except RelayRefused as error:
                await self._behind(error)
                continue
            self.device.read_board(entries)
            self.save()
            return True
        raise NotAllowed("others are publishing at the same time; try again in a moment")

    async def mail(self, letters: list[MailItem]) -> None:
        """Posts mail, and keeps it to heal a restored relay."""
        if letters:
            moderator, now = self.moderator, self._clock()
            moderator.written = [(then, item) for then, item in moderator.written if now - then < KEEP]
            moderator.written += [(now, letter.value()) for letter in letters]
            self.save()
            await self.naming.post_mail(self.collective, letters, moderator.moderator_gate())

    async def publish_replant(self) -> bool:
        """Appends a replant's charter and announcement, if enough people have approved both."""
        device = self.moderator

        def decide() -> list[Entry] | None:
            if not self.moderates:
                return None
            for proposed in replant.proposed(device, self._clock()):
                if (entries := replant.entries(device, proposed, self._clock())) is not None:
                    return entries
            return None

        if decide() is None:
            return False
        # The one who goes could write boxes until now. Under the new gate she cannot: everybody's are written again.
        device.rewrite |= {m.sign for m in device.members()}
        self.save()
        if not await self.publish(decide):
            return False
        if self.moderates:
            await self._fetch_log()
            await self._moderate()
        return True

    async def do(self, decide: Callable[[], Work]) -> None:
        """Casework: notes first, then mail. ``decide`` is asked again when somebody else was quicker, and may then refuse."""
        last: list[Work] = []

        def notes() -> list[NoteDraft]:
            last[:] = [decide()]
            return last[0].notes

        await self.write_notes(notes)
        await self.mail(last[0].letters if last else [])

    # ---- mail and sending ------------------------------------------------------------------------------------------

    async def _fetch_mail(self) -> None:
        device = self.device
        if not device.board.founded:
            return
        try:
            last = await self.relay.last_mail(self.collective, device.gate())
            items = await self.relay.mail(self.collective, device.mail_from(last, self._clock()), device.gate())
        except RelayRefused as error:
            if error.code != "old-epoch":
                raise
            return
        for position, item in items:
            self.result.mail += device.take_mail(position, item, self._clock())
        self.save()

    async def send(self) -> bool:
        """Posts reports, follow-ups and the join that nobody has acknowledged; says whether there was any. Provisional epochs never get anything."""
        device, now = self.device, self._clock()
        for last in (False, True):
            try:
                sent = device.to_send(now)
                for outgoing in sent:
                    await self.naming.post_desk(self.collective, outgoing.item, device.gate())
                    device.sent(outgoing, now)
                self.save()
                return bool(sent)
            except RelayRefused as error:
                if error.code != "retired-desk-key" or last:
                    raise
                device.reseal()
                await self._fetch_board()
        return True

    async def _stay_recoverable(self) -> None:
        """Posts the recovery box that is due (protocol §7.6). Never beside anything else: it would show whose box it is."""
        found = returning.box_due(self.device, self._clock())
        if found is None:
            return
        period, fill = found
        try:
            await self.relay.post_box(self.collective, fill, self.device.gate())
        except RelayRefused as error:
            # Nobody else can name it. So what lies there already is hers: an answer that got lost, or another phone with the same words.
            if error.code != "box-exists":
                return  # something was announced in this moment, or the relay is busy: the next sync tries again
        self.device.recoverable.stands(period)
        self.save()


def listed(entry: Entry | None) -> list[Entry] | None:
    return None if entry is None else [entry]
