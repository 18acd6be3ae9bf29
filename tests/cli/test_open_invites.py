"""Which codes can still be used, and for how long: a moderator sees it without having any of them."""

from __future__ import annotations

from commands.joining import open_invites
from tests.partners.world import World, run


def test_a_code_that_is_open_says_for_whom_by_whom_since_when_and_until_when() -> None:
    world = World()
    world.moderators("bea")
    world.invite("bea", moderator=True, hours=24)
    made = world.clock()
    world.later(2 * 3600)
    world.sync("ana")
    (row,) = (answer := open_invites(world.mod("ana"), world.clock())).value["invites"]
    (record,) = [one for one in world.mod("ana").log.invites.values() if one.open(world.clock())]
    assert (row["moderator"], row["by"]) == (True, "bea")
    assert record.made is not None and abs(record.made - made) <= 60
    assert answer.lines[0].startswith("For a moderator, by bea, made 2 hours ago; good until ")


def test_a_code_that_was_used_or_called_back_is_not_open_any_more() -> None:
    world = World()
    world.join("dina", world.invite())
    run(world["ana"].call_back(world.invite()))
    assert open_invites(world.mod("ana"), world.clock()).lines == ["No code is open."]
