"""A time far in the future, made by somebody with the moderators' gate and a relay that helps: it must not end a chain (protocol §6.4)."""

from __future__ import annotations

import pytest

from crypto.chain import Place, make_entry
from crypto.errors import TimeAhead
from tests.partners.readers import member, moderator, reopened
from tests.partners.scribe import DAY, NOW, Scribe
from tests.partners.world import World, run


def from_the_future(scribe: Scribe, time: int) -> Place:
    return scribe.place("statement", time=time)


@pytest.mark.parametrize("time", [NOW + DAY + 1, 2**53 - 1])
def test_an_entry_of_the_board_from_the_future_refuses_the_response(time: int) -> None:
    scribe = Scribe()
    reader = member(scribe)
    reader.now = NOW
    reader.read_board(scribe.entries)
    held = len(reader.entries)
    with pytest.raises(TimeAhead):
        reader.read_board([scribe.entry(from_the_future(scribe, time), bytes(1064))])
    scribe.alert()
    reader.read_board(scribe.entries[held:])
    assert len(reader.board.alerts) == 1 and len(reader.entries) == held + 1


def test_clocks_may_differ_by_a_day_and_what_was_taken_is_read_again_by_any_clock() -> None:
    scribe = Scribe()
    scribe.now += DAY
    scribe.alert()
    for reader in (member(scribe), moderator(scribe)):
        reader.now = NOW
        reader.read_board(scribe.entries)
        again = reopened(reader)
        again.now = NOW - 300 * DAY
        again._read_again()
        assert len(again.board.alerts) == 1


def test_a_note_from_the_future_refuses_the_response_and_honest_notes_go_on() -> None:
    world = World()
    world.moderators("bea")
    world.sync()
    bea = world.mod("bea")
    gate, head = bea.moderator_gate(), bea.log.head
    assert head is not None
    honest = list(world.relay.log)
    place = Place("log", head.seq + 1, head.hash, "note", gate.epoch, 2**53 - 1)
    blob = bea.note_entries([("invite-withdrawn", {"invite": bytes(32)})], world.relay.now)[0].blob or b""
    world.relay.log.append(make_entry(place, blob, gate.seed, world.collective))
    with pytest.raises(TimeAhead):
        run(world["ana"].sync())
    world.relay.log = honest
    world.join("dina", world.invite())
    world.sync()
    assert world.mod("ana").log.chain.time <= world.relay.now
