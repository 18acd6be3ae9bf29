"""`parasol sync` says in plain words what two rogue moderators did to the keys, who signed, and what to do (protocol §3.6)."""

from __future__ import annotations

from alerts.moderator import Moderator
from alerts.things import Refusal
from commands import alarms
from crypto.secrets import KemSeed
from tests.alerts.hostile.test_hostile_quorum import announces, wrong_ping
from tests.alerts.hostile.test_hostile_quorum import world as _world
from tests.partners.world import World, run

world = _world


def told(world: World, name: str) -> tuple[list[alarms.Alarm], list[Refusal]]:
    return alarms.split(world[name].device, run(world[name].sync()).refused)


def test_who_signed_is_named_to_moderators_and_nobody_else_is_alarmed(world: World) -> None:
    announces(world, wrong_ping)
    found, refused = told(world, "ana")
    assert [(a.error, a.signed_by, a.mine) for a in found] == [("WrongGate", ("rita", "sue"), False)] and refused == []
    assert told(world, "dina") == ([], [])
    said = alarms.lines(found)
    assert any("Who signed: rita and sue." in line for line in said) and any("parasol remove rita" in line for line in said)
    assert "rita and sue signed wrong keys" in alarms.short_line(found[0])


def test_it_is_told_until_right_keys_stand(world: World) -> None:
    announces(world, desk=KemSeed.random())
    first, _ = told(world, "ana")
    assert [a.error for a in first] == ["WrongDeskKey"] and not first[0].mended
    assert "What to do:" in alarms.lines(first)[-5]
    again, _ = told(world, "ana")
    assert [a.error for a in again] == ["WrongDeskKey"]
    # A second honest device agrees, and what stands then is right.
    world.sync("bea", "ana")
    assert told(world, "ana") == ([], [])
    assert isinstance(world["ana"].device, Moderator) and world.mod("ana").board.alarmed == []


def test_whoever_signed_is_told_that_her_own_device_did(world: World) -> None:
    announces(world, wrong_ping)
    found, _ = told(world, "rita")
    assert found[0].mine and any("YOUR OWN device is among them" in line for line in alarms.lines(found))


def test_what_was_refused_is_no_alarm(world: World) -> None:
    """An alarm's name alone makes none: something refused began no epoch."""
    refused = [Refusal(10_000, "WrongGate", "a refused announcement"), Refusal(1, "BelowQuorum", "too few")]
    assert alarms.split(world["ana"].device, refused) == ([], refused)
    assert alarms.lines([]) == []
