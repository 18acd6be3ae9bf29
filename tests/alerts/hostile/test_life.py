"""The life of a collective, as chance has it: whatever happens in whatever order, all who remain read the same in the end."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alerts import casework
from alerts.alert import draft_from_report, validate_alert
from crypto import epochs, signing
from crypto.announced import split_announcement
from crypto.errors import ParasolError, Refused
from crypto.keytree import cover
from crypto.secrets import EpochSecret
from tests.partners.lossy import LossyWorld
from tests.partners.readers import reopened, view
from tests.partners.scribe import DAY, LEAVES, Scribe, bundle
from tests.partners.world import run

STEADY = settings(derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


def attempt(work: Callable[[], Any]) -> None:
    """What people try may be refused, or come too late; then nothing has happened."""
    try:
        work()
    except ParasolError:
        pass


class Life:
    """What may happen, by anybody, on whatever view her device has of the others."""

    def __init__(self) -> None:
        self.world = LossyWorld()
        self.world.moderators("bea", "cleo")
        for name in ("dina", "eve"):
            self.world.join(name, self.world.invite())
        self.reports: list[bytes] = []
        self.names = iter(["fay", "gwen", "hana", "iris", "jo", "kim", "lou", "mara", "nell", "olga"])

    def moderating(self) -> list[str]:
        """Who moderates by the board as it stands at the relay, whatever an old device still believes."""
        newest = max((s.device.board for s in self.world.sessions.values()), key=lambda board: len(board.chain.hashes))
        return [n for n, s in self.world.sessions.items() if s.moderates and newest.charter.place_of(s.device.device.signing_key)]

    def happen(self, what: str, who: int, which: int, breaks: int | None = None, *, heard: bool = False) -> None:
        """Something happens; ``breaks`` questions later the line does, with or without the relay having heard the last of them."""
        moderators = self.moderating()
        by = moderators[who % len(moderators)]
        self.world.line.left, self.world.line.heard = breaks, heard
        attempt(lambda: getattr(self, what)(by, which))
        self.world.line.mend()

    # ---- events ----------------------------------------------------------------------------------------------------

    def sync(self, by: str, which: int) -> None:
        names = list(self.world.sessions)
        self.world.sync(names[which % len(names)])

    def time(self, by: str, which: int) -> None:
        self.world.later((3600, DAY, 3 * DAY, 7 * DAY)[which % 4])

    def join(self, by: str, which: int) -> None:
        self.world.join(next(self.names), self.world.invite(by, moderator=which % 3 == 0), admit=by if which % 2 else None)

    def report(self, by: str, which: int) -> None:
        inside = {m.sign for m in self.world.mod(by).members()}
        members = [n for n, s in self.world.sessions.items() if s.device.device.signing_key in inside]
        self.reports.append(self.world.report(members[which % len(members)]))

    def _case(self, by: str, which: int) -> Any:
        return casework.find_case(self.world.mod(by), self.reports[which % len(self.reports)])

    def draft(self, by: str, which: int) -> None:
        if not self.reports:
            return
        device, now = self.world.mod(by), self.world.relay.now
        run(self.world[by].do(lambda: casework.claim(device, self._case(by, which))))
        charter = device.board.charter
        told: dict[str, Any] = {"policy": charter.policy, "topics": charter.topics, "now": now, "collective": self.world.collective}
        content = validate_alert(draft_from_report(self._case(by, which).report.fields, **told), **told)
        run(self.world[by].do(lambda: casework.draft(device, self._case(by, which), content, now)))
        self.approve(by, which)

    def approve(self, by: str, which: int) -> None:
        if self.reports and (draft := self._case(by, which).draft) is not None:
            shown = draft.body.hash
            run(self.world[by].do(lambda: casework.approve(self.world.mod(by), self._case(by, which), self.world.relay.now, shown=shown)))

    def publish(self, by: str, which: int) -> None:
        if self.reports:
            run(self.world[by].publish_case(self.reports[which % len(self.reports)], one_so_far=which % 4 == 3))

    def amend(self, by: str, which: int) -> None:
        self._change(by, which, lambda device, thing, now: casework.amend(device, thing, thing.content | {"text": f"text {which}"}, now))

    def retract(self, by: str, which: int) -> None:
        self._change(by, which, lambda device, thing, now: casework.retract(device, thing, "a mistake", now))

    def agree(self, by: str, which: int) -> None:
        def agreed(device: Any, thing: Any, now: int) -> Any:
            waiting = casework.open_changes(device, thing, now)
            return casework.approve_change(device, thing, now, shown=waiting[0].body.hash if waiting else b"")

        self._change(by, which, agreed)

    def _change(self, by: str, which: int, work: Callable[..., Any]) -> None:
        device = self.world.mod(by)
        alerts = device.board.alerts
        if alerts:
            thing = alerts[which % len(alerts)]
            attempt(lambda: run(self.world[by].do(lambda: work(device, thing, self.world.relay.now))))
            run(self.world[by].publish_change(thing.id))

    def _others(self, by: str, *, moderating: bool) -> list[Any]:
        charter = self.world.mod(by).board.charter
        return [m for m in self.world.mod(by).members() if (charter.place_of(m.sign) is not None) == moderating and m.alias != by]

    def remove(self, by: str, which: int) -> None:
        members = self._others(by, moderating=False)
        if members:
            run(self.world[by].remove(members[which % len(members)]))

    def promote(self, by: str, which: int) -> None:
        members = self._others(by, moderating=False)
        if members:
            run(self.world[by].promote(members[which % len(members)]))

    def replant(self, by: str, which: int) -> None:
        others = self._others(by, moderating=True)
        if len(others) > 1:
            run(self.world[by].replant_without(others[which % len(others)]))

    # ---- what takes several people, from the first to the last ----------------------------------------------------

    def whole_alert(self, by: str, which: int) -> None:
        self.report(by, which)
        report, others = self.reports[-1], [n for n in self.moderating() if n != by]
        self.world.sync(by)
        self.reports = [report, *self.reports[:-1]]
        self.draft(by, 0)
        for other in others[:2]:
            attempt(lambda other=other: self.world.sync(other))  # type: ignore[misc]
            attempt(lambda other=other: self.approve(other, 0))  # type: ignore[misc]  # a lambda with a default
        self.publish(others[-1] if others else by, 0)

    def _whole_change(self, by: str, change: Callable[[str, int], None], which: int) -> None:
        change(by, which)
        for other in [n for n in self.moderating() if n != by][:2]:
            attempt(lambda other=other: self.world.sync(other))  # type: ignore[misc]
            self.agree(other, which)

    def whole_amendment(self, by: str, which: int) -> None:
        self.world.sync(by)
        self._whole_change(by, self.amend, which)

    def whole_retraction(self, by: str, which: int) -> None:
        self.world.sync(by)
        self._whole_change(by, self.retract, which)

    def whole_removal(self, by: str, which: int) -> None:
        members = self._others(by, moderating=False)
        gone = members[which % len(members)].alias if members else ""
        for moderator in [n for n in self.moderating() if gone]:
            attempt(lambda m=moderator: self.world.sync(m))  # type: ignore[misc]
            attempt(lambda m=moderator: run(self.world[m].remove(self.world.mod(m).find_member(gone))))  # type: ignore[misc]

    def whole_replant(self, by: str, which: int) -> None:
        others = self._others(by, moderating=True)
        gone = others[which % len(others)].alias if len(others) > 1 else ""
        for moderator in [n for n in self.moderating() if gone and n != gone]:
            attempt(lambda m=moderator: self.world.sync(m))  # type: ignore[misc]
            attempt(lambda m=moderator: run(self.world[m].replant_without(self.world.mod(m).find_member(gone))))  # type: ignore[misc]

    # ---- the end ---------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Everybody syncs until nothing changes any more."""
        for _ in range(5):
            before = (len(self.world.relay.board), len(self.world.relay.log))
            for name in list(self.world.sessions):
                attempt(lambda name=name: self.world.sync(name))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            if before == (len(self.world.relay.board), len(self.world.relay.log)):
                break


EVENTS = [
    "sync", "sync", "sync", "time", "join", "report", "draft", "approve", "publish", "amend", "retract", "agree", "remove", "promote",
    "replant", "whole_alert", "whole_alert", "whole_alert", "whole_alert", "whole_amendment", "whole_amendment", "whole_retraction",
    "whole_removal", "whole_removal", "whole_replant", "whole_replant",
]  # fmt: skip
#: How many lives are lived. What happens in each is drawn from its own number, so one that fails can be lived again, but for its keys.
LIVES = 30
#: Happens in every fourth life for certain, and with a whole line, beside what chance has: else it might never happen.
CERTAIN = ("whole_amendment", "whole_retraction", "whole_removal", "whole_replant")
Event = tuple[str, int, int, int | None, bool]


def events_of(number: int) -> list[Event]:
    """What happens in this life. In half of the events the line breaks, at any of the first questions."""
    chance = random.Random(number)
    events: list[Event] = [
        (chance.choice(EVENTS), chance.randrange(10), chance.randrange(10), chance.choice((None, chance.randrange(25))), chance.random() < 0.5)
        for _ in range(chance.randrange(6, 12))
    ]  # fmt: skip
    events.insert(chance.randrange(len(events)), (CERTAIN[number % len(CERTAIN)], chance.randrange(10), chance.randrange(10), None, False))
    return [("whole_alert", chance.randrange(10), chance.randrange(10), None, False), *events]


def live(number: int) -> Counter[str]:
    """Lives one life, and looks at who reads what when it is over; what was in it."""
    life = Life()
    for what, who, which, breaks, heard in events_of(number):
        life.happen(what, who, which, breaks, heard=heard)
    life.settle()
    ana = next(life.world.mod(name) for name in life.moderating())
    inside = {m.sign for m in ana.members()}
    devices = [session.device for session in life.world.sessions.values()]
    remain = [device for device in devices if device.device.signing_key in inside]
    assert len(remain) == len(inside)
    for device in remain:
        assert view(device) == view(ana), f"{device.alias} reads another board"
        assert view(reopened(device)) == view(ana), f"{device.alias} reads another board when she opens it again"
    for device in devices:
        if device.device.signing_key not in inside:
            check_who_is_out(ana, device)
    board = ana.board
    return Counter({
        "alerts": len(board.alerts),
        "amendments": sum(len(thing.versions) - 1 for thing in board.alerts if not thing.retracted),
        "retractions": sum(thing.retracted for thing in board.alerts),
        "removals": len(board.removed_ever),
        "replants": board.epoch.planting - 1,
        "joins": len(ana.log.members) - 5,
        "broken lines": life.world.line.broken,
    })  # fmt: skip


def test_all_who_remain_read_the_same_and_who_is_out_reads_nothing_new() -> None:
    happened: Counter[str] = Counter()
    for number in range(LIVES):
        try:
            happened += live(number)
        except Exception as error:
            error.add_note(f"in life {number}: {events_of(number)}")
            raise
    # If nothing ever happened, nothing was shown.
    for what in ("alerts", "amendments", "retractions", "removals", "replants", "joins", "broken lines"):
        assert happened[what] > 0, (what, dict(happened))


def out_from(ana: Any, device: Any) -> int | None:
    """The first epoch that was made without this device; ``None`` if there is none yet.

    Either its leaf is removed, or it moderated and a later charter, which replants, has its person no more.
    """
    board, record = ana.board, ana.log.members.get(device.device.signing_key)
    out = [n for n, epoch in board.epochs.items() if record is not None and record.leaf in epoch.public.removed]
    moderated = [n for n, charter in board.charters.items() if charter.place_of(device.device.signing_key) is not None]
    if moderated and max(moderated) + 1 in board.charters:
        planting = board.charters[max(moderated) + 1].planting
        out += [n for n, epoch in board.epochs.items() if epoch.planting >= planting]
    return min(out, default=None)


def check_who_is_out(ana: Any, device: Any) -> None:
    """No key of somebody who is out opens an announcement that was made without her."""
    first = out_from(ana, device)
    for number, epoch in ana.board.epochs.items():
        if first is None or number < first:
            continue
        assert epoch.secret not in device.secrets.values(), f"{device.alias} knows the secret of epoch {number}, and is out from {first}"
        for opener in device._openers():
            with pytest.raises(Refused):
                opener(epoch.public)


# ---- announcements ------------------------------------------------------------------------------------------------


@settings(STEADY, max_examples=12)
@given(st.lists(st.sets(st.sampled_from(sorted(LEAVES.values())), max_size=2), min_size=1, max_size=4), st.data())
def test_each_who_is_not_removed_opens_each_announcement_and_nobody_else(removals: list[set[int]], data: st.DataObject) -> None:
    scribe = Scribe()
    removed: set[int] = set()
    for more in removals:
        removed |= more
        scribe.pulse(removed=sorted(removed))
    assert scribe.board.refused == [] and scribe.board.epoch.number == len(removals) + 1
    name = data.draw(st.sampled_from(sorted(LEAVES)))
    from tests.partners.readers import member

    reader = member(scribe, name)
    reader.read_board(scribe.entries)
    readable = next((i for i, more in enumerate(removals) if LEAVES[name] in set().union(*removals[: i + 1])), len(removals))
    assert reader.board.epoch.number == readable + 1


@settings(STEADY, max_examples=20)
@given(st.sets(st.integers(1 << 20, (1 << 21) - 1), max_size=4))
def test_racing_announcements_share_no_wrap(leaves: set[int]) -> None:
    """Two moderators announce the same epoch to the same people: no key ever seals two secrets (protocol §3.3)."""
    collective, removed = bytes(32), tuple(sorted(leaves))
    one, two = (
        epochs.announce(bundle(1), EpochSecret(bytes([n]) * 32), collective, epoch=2, removed=removed, previous=None, desk=1)
        for n in (1, 2)
    )
    wraps = [{p.wraps[i : i + 48] for i in range(0, len(p.wraps), 48)} for p in (one, two)]
    assert one.commitment != two.commitment and not wraps[0] & wraps[1]
    keystreams = [[bytes(x ^ n for x in p.wraps[i : i + 32]) for i in range(0, len(p.wraps), 48)] for p, n in ((one, 1), (two, 2))]
    assert not set(keystreams[0]) & set(keystreams[1]) and len(keystreams[0]) == len(cover(removed))
    assert signing.is_public_key(one.member_gate) and split_announcement is not None
