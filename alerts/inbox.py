"""The desk's inbox on a moderator's device: items opened, judged and sorted (protocol §7.3, §8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from crypto import wire
from crypto.context import digest
from crypto.errors import CannotOpen, CounterWentBack, Forked, Refused, ReportChanged, ReportEpoch
from crypto.sealing import kem_public_key
from crypto.secrets import AnswerKey, TagKey
from crypto.shelves import DeskItem, parse_desk_item

from . import posts
from .board import Board
from .log import HEARD, SEEN, Log
from .posts import Join
from .report import check_report
from .statements import DAY
from .things import Refusal

#: Clocks differ by as much (protocol §5.1, §8.1).
CLOCK_TOLERANCE: Final = 15 * 60
#: How long a moderator's device keeps what it fetched, to heal a restored relay (protocol §5.6).
KEEP: Final = 90 * DAY
#: How often the whole desk is fetched again, so that an item that was held back is found (protocol §5.3).
FETCH_AGAIN: Final = 7 * DAY
#: A relay's clock counts as so much behind a device's own at most (protocol §8.1).
BEHIND: Final = DAY


def began_at(ours: int, theirs: int) -> int:
    """When a fetch of the desk counts as having begun, by a device's clock and the relay's (0 if that is not known).

    The earlier of the two: else a device whose clock is ahead would turn real reports away. Within a day: else a relay whose clock stands
    still could say for ever that what somebody sealed who is out by now came while she was in.
    """
    return max(min(ours, theirs or ours), ours - BEHIND)


@dataclass(slots=True)
class Report:
    """A report as the desk has it. ``fields`` are as the reporter last corrected them."""

    id: bytes
    fields: dict[str, Any] = field(repr=False)
    answer: AnswerKey
    tag: TagKey
    follow: bytes
    arrived: int
    content: bytes = field(repr=False)
    signed_by: bytes | None
    counter: int = 0
    #: Counter, arrival and body of each follow-up.
    follow_ups: list[tuple[int, int, dict[str, Any]]] = field(default_factory=list, repr=False)


@dataclass(frozen=True, slots=True)
class WaitingJoin:
    """A join whose signatures hold, until the log has decided: when it arrived, and under which epoch it was sealed.

    ``fresh`` if it came just now, and was not read again from what this device keeps.
    """

    arrived: int
    epoch: int
    join: Join
    fresh: bool


def seen(content: bytes) -> dict[str, Any]:
    """What a *seen* note says of a report: the hash of its content."""
    return {"hash": digest(content)}


def heard(counter: int, body: dict[str, Any]) -> dict[str, Any]:
    """What a *heard* note says of a follow-up: its counter, and the hash of its body."""
    return {"counter": counter, "hash": digest(wire.encode(body))}


class Inbox:
    """What came to the desk. Items are kept sealed; what they say is read again when the device is opened."""

    def __init__(self, collective: bytes) -> None:
        self.collective = collective
        self.items: dict[bytes, tuple[int, bytes]] = {}
        self.after = 0
        #: When the whole desk was fetched again last.
        self.again = 0
        #: When the last complete fetch began: what was not there then cannot have arrived before.
        self.fetched = 0
        #: When the fetch that is under way began.
        self._began = 0
        self.reports: dict[bytes, Report] = {}
        self.joins: dict[bytes, WaitingJoin] = {}
        self.accepts: dict[bytes, tuple[bytes, bytes]] = {}
        #: Reports this person has acknowledged.
        self.acknowledged: set[bytes] = set()
        self.refused: list[Refusal] = []
        #: What was refused, by hash, with its arrival.
        self.told: dict[bytes, int] = {}

    def take(self, position: int, arrived: int, encoded: bytes, board: Board, log: Log, *, judged: bool = False) -> None:
        """Opens a desk item and sorts it: joins and acceptances wait for the log, reports and follow-ups for people.

        What is refused is remembered by name, and changes nothing. The relay says when an item arrived; it cannot make it
        older than this device's last fetch.

        Args:
            judged: this device took it before, so it came in time.
        """
        self.after = max(self.after, position)
        arrived = max(arrived, (self.fetched or self._began) - CLOCK_TOLERANCE)
        try:
            item = parse_desk_item(encoded)
            if item.id in self.items:
                return
            content = self._open(item, board, log)
            if not judged:
                self._check_epoch(content, item, arrived, board, log)
            if content["type"] == "report" and content["head"] not in {e.hash for e in board.epochs.values()}:
                # Read all the same: she needs help. But somebody shows her another board than ours.
                self.refused.append(Refusal(position, Forked.__name__, "a report from somebody who is shown another board"))
            self._sort(content, item, arrived, board.charter.planting, judged)
            self.items[item.id] = (arrived, encoded)
        except Refused as error:
            # Judged again whenever it comes again: what was missing may be here by then. Told of once.
            if (name := digest(encoded)) not in self.told:
                self.refused.append(Refusal(position, error.name, error.detail))
                self.told[name] = arrived

    def begin(self, looked: int) -> None:
        """Before a fetch that counts as begun at ``looked`` (:func:`began_at`). Who begins to moderate has seen nothing come."""
        self._began = looked

    def end(self, looked: int) -> None:
        """Everything was fetched that was there at ``looked``."""
        if self.fetched == 0:
            # What came before this device moderated was the others' to judge: that it is late for this one tells nothing.
            self.refused = [one for one in self.refused if one.error != ReportEpoch.__name__]
        self.fetched = max(self.fetched, looked)

    def start(self, last: int, now: int) -> int:
        """The position to fetch after; ``last`` is what the relay says is its newest. As for mail: see :meth:`Member.mail_from`."""
        if last < self.after or now - self.again >= FETCH_AGAIN:
            self.after, self.again = 0, now
        return self.after

    def forget(self, now: int) -> None:
        """Drops what is older than 90 days."""
        self.items = {key: kept for key, kept in self.items.items() if now - kept[0] < KEEP}
        self.told = {key: arrived for key, arrived in self.told.items() if now - arrived < KEEP}

    def _open(self, item: DeskItem, board: Board, log: Log) -> dict[str, Any]:
        epoch = board.epochs.get(item.epoch)
        if epoch is None:
            raise ReportEpoch("a desk item under an epoch that no valid announcement began")
        public_key = board.desk_keys.get(item.desk)
        for seed in log.desk_seeds.get(item.desk, []):
            if kem_public_key(seed) == public_key:
                return posts.open_item(item, seed, epoch.secret, self.collective)
        raise CannotOpen("a desk item to a key this device does not have")

    def _check_epoch(self, content: dict[str, Any], item: DeskItem, arrived: int, board: Board, log: Log) -> None:
        # Whoever may post knows the newest E, so an item under an epoch that was over when it arrived is by somebody who is out,
        # or was posted again to a restored relay: then some moderator has read it in its time, and the log says so.
        ended = board.epoch_ended(item.epoch)
        if ended is None or arrived <= ended + CLOCK_TOLERANCE:
            return
        if content["type"] == "report":
            report, said = content["id"], (SEEN, seen(wire.encode(content)))
        elif content["type"] == "follow-up":
            report, said = content["report"], (HEARD, heard(content["counter"], wire.decode(content["body"])))
        else:
            raise ReportEpoch("a desk item under an epoch that was over when it arrived")
        # By people who moderate now, in the item's epoch or the next one, of this very item: else somebody who is out could have said
        # so beforehand, of something she means to write one day. Who reads has not said it herself, so two need not be three.
        people = {p.id for p in board.charter.people}
        steps = [s for s in log.steps.get(report, []) if (s.event, s.data) == said and s.epoch <= item.epoch + 1]
        if len({s.person for s in steps} & people) < max(1, min(2, len(people) - 1)):
            raise ReportEpoch("a desk item under an epoch that was over when it arrived")

    def _sort(self, content: dict[str, Any], item: DeskItem, arrived: int, planting: int, judged: bool) -> None:
        if content["type"] == "report":
            self._take_report(content, arrived)
        elif content["type"] == "follow-up":
            self._take_follow_up(content, arrived, kept=judged)
        elif content["type"] == "join":
            join = posts.check_join(content, self.collective)
            self.joins.setdefault(join.sign, WaitingJoin(arrived, item.epoch, join, fresh=not judged))
        else:
            sign = posts.check_accept(content["body"], content["signature"], self.collective, planting)
            self.accepts[sign] = (content["body"], content["signature"])

    def _take_report(self, content: dict[str, Any], arrived: int) -> None:
        known, encoded = self.reports.get(content["id"]), wire.encode(content)
        if known is not None:
            if known.content != encoded:
                raise ReportChanged("another report under an id that is known")
            # She has not heard of the first acknowledgement: it is sent again.
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
        )

    def _take_follow_up(self, content: dict[str, Any], arrived: int, *, kept: bool = False) -> None:
        report = self.reports.get(content["report"])
        if report is None:
            raise ReportChanged("a follow-up of a report that is not here")
        body = posts.check_follow_up(content, report.follow, self.collective, kept=kept)
        if any(counter == content["counter"] and said == body for counter, _, said in report.follow_ups):
            return  # sealed and sent again, because an answer of the relay got lost
        if content["counter"] <= report.counter:
            raise CounterWentBack("a follow-up whose counter is not above the last")
        if body["fields"] is not None:
            check_report(body["fields"])
            report.fields = body["fields"]
        report.counter = content["counter"]
        report.follow_ups.append((content["counter"], arrived, body))

    # ---- writing down and reading back -----------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """As a value for :func:`crypto.wire.encode`."""
        return {
            "items": [[arrived, encoded] for arrived, encoded in self.items.values()],
            "after": self.after,
            "again": self.again,
            "told": sorted([key, arrived] for key, arrived in self.told.items()),
            "fetched": self.fetched,
            "acknowledged": sorted(self.acknowledged),
        }

    def load(self, state: dict[str, Any], board: Board, log: Log) -> None:
        """Reads the items again, with the keys the log holds."""
        for arrived, encoded in state["items"]:
            self.take(0, arrived, encoded, board, log, judged=True)
        self.refused.clear()
        self.told = {key: arrived for key, arrived in state["told"]}
        self.after, self.again, self.fetched = state["after"], state["again"], state["fetched"]
        self.acknowledged = set(state["acknowledged"])
