"""Two of five moderators go rogue together, and announce an epoch that members take and that moderators see through (protocol §3.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from alerts import cosigning
from crypto import epochs, wire
from crypto.announced import WRAP_SIZE, Public, parse_public
from crypto.approvals import Approval
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.errors import NotAddressed, Refused, RelayRefused
from crypto.keytree import cover
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret, KemSeed, SigningSeed
from crypto.signing import public_key
from tests.partners.readers import reopened, view
from tests.partners.world import World, run

HONEST, ROGUES = ("ana", "bea", "cleo"), ("rita", "sue")
Change = Callable[[Public], dict[str, Any]]


@pytest.fixture
def world() -> World:
    """Five moderators, of whom rita and sue are rogues; dina and eve; and somebody who was removed, so that there are many wraps."""
    world = World()
    world.moderators("bea", "cleo", *ROGUES)
    for name in ("dina", "eve", "gone"):
        world.join(name, world.invite())
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].remove(world.mod(by).find_member("gone")))
    del world.sessions["gone"]
    world.sync()
    world.sync()
    return world


def announces(world: World, change: Change = lambda made: {}, *, desk: KemSeed | None = None, only_theirs: bool = False) -> Entry:
    """The rogues' announcement: right but for the fields of its public part that ``change`` gives. The relay cannot tell.

    Args:
        desk: a new desk key, which they put into no log.
        only_theirs: its cosigners are the rogues alone.
    """
    rita, sue = (world.mod(name) for name in ROGUES)
    epoch, secret, head = rita.board.epoch, EpochSecret.random(), rita.board.head
    assert head is not None
    cosigners = cosigning.listed(rita, rita.board.charter)
    if only_theirs:
        theirs = {key for mod in (rita, sue) for key in rita.log.cosigners[mod.me[0]]}
        cosigners = tuple(key for key in cosigners if key in theirs)
    made = epochs.announce(
        rita.bundle, secret, world.collective, epoch=rita.board.next_epoch, removed=epoch.public.removed,
        previous=epochs.Previous(epoch.hash, epoch.secret), desk=epoch.public.desk + (desk is not None), cosigners=cosigners,
    )  # fmt: skip
    public = parse_public(wire.encode(wire.decode(made.encoded) | change(made)))
    inner = epochs.make_inner(
        charter=rita.board.charter.number,
        desk_key=None if desk is None else kem_public_key(desk),
        head=(head.seq, head.hash),
        until=world.relay.now + 3600,
    )
    approvals = [Approval(*mod.me, epochs.approve(mod.device.sign, public, inner, world.collective)) for mod in (rita, sue)]
    blob = epochs.seal_announcement(public, inner, approvals, secret, world.collective)
    entry = rita.board_entry(ANNOUNCEMENT, 0, world.relay.now, lambda place: blob)
    run(world.client.append(world.collective, "board", [entry], rita.moderator_gate()))
    return entry


def wrong_ping(made: Public) -> dict[str, Any]:
    return {"pings": {"member": made.member_ping, "moderator": bytes(32)}}


def gate_of_their_own(made: Public) -> dict[str, Any]:
    return {"gates": {"member": made.member_gate, "moderator": public_key(SigningSeed.random())}}


def only_for(world: World, name: str) -> Change:
    """All wraps are worthless but the one that is for this member."""

    def change(made: Public) -> dict[str, Any]:
        hers = wrap_of(world, name, made.removed)
        wraps = [
            made.wraps[i * WRAP_SIZE : (i + 1) * WRAP_SIZE] if node == hers else bytes(WRAP_SIZE)
            for i, node in enumerate(cover(made.removed))
        ]
        return {"wraps": b"".join(wraps)}

    return change


def wrap_of(world: World, name: str, removed: tuple[int, ...]) -> int:
    """The node of the cover that stands over this member's leaf."""
    leaf = world.mod("ana").find_member(name).leaf
    return next(node for node in cover(removed) if leaf >> (leaf.bit_length() - node.bit_length()) == node)


def apart(world: World, name: str) -> str:
    """A member whose wrap is not this one's. Leaves are drawn at random, so now and then some have to join before there is one."""
    removed = world.mod("ana").board.epoch.public.removed
    for other in ("dina", "fay", "gwen", "hana", "ines", "jude", "kim", "lola", "mara", "nina"):
        if other not in world.sessions:
            world.join(other, world.invite())
            world.sync()
        if wrap_of(world, other, removed) != wrap_of(world, name, removed):
            return other
    raise AssertionError("ten leaves at random all came to stand under one node")


def says(world: World, name: str) -> list[str]:
    return [r.error for r in run(world[name].sync()).refused]


def all_alike(world: World) -> bool:
    return all(view(world[name].device) == view(world.mod("ana")) for name in ("dina", "eve", *HONEST))


# ---- everybody believes the same, and honest devices mend it ------------------------------------------------------


def test_moderators_believe_what_members_believe_and_say_what_is_wrong(world: World) -> None:
    """A ping code that moderators cannot make: right in all that members can see. Nobody's boards part over it."""
    entry = announces(world, wrong_ping)
    world.sync("dina")
    assert world["dina"].device.board.epoch.hash == entry.hash(world.collective)
    assert says(world, "ana") == ["WrongGate"]
    ana = world.mod("ana")
    assert ana.board.epoch.hash == entry.hash(world.collective) and ana.board.refused == []
    assert ana.board.epoch.people == {world.mod(name).me[0] for name in ROGUES}, "who signed it is known"
    assert [a.error for a in reopened(ana).board.alarms] == ["WrongGate"], "also after the vault was closed"


def test_the_next_announcement_comes_at_once_and_is_right(world: World) -> None:
    number = world.mod("ana").board.epoch.number
    announces(world, wrong_ping)
    assert [says(world, name) for name in ("ana", "bea")] == [["WrongGate"], ["WrongGate"]]
    world.sync("ana", "cleo", "dina", "eve")
    assert world.mod("ana").board.epoch.number == number + 2 and all_alike(world)
    assert says(world, "ana") == [], "said for as long as it is the newest"


def test_members_who_were_left_out_are_back_with_the_next_announcement(world: World) -> None:
    """Eve reads on, the others cannot; the next link leads them to the epoch that they were kept from."""
    other = apart(world, "eve")
    entry = announces(world, only_for(world, "eve"))
    world.sync("eve")
    assert world["eve"].device.board.epoch.hash == entry.hash(world.collective)
    with pytest.raises(NotAddressed):
        world.sync(other)
    assert [says(world, name) for name in ("ana", "bea")] == [["WrongCover"], ["WrongCover"]]
    world.sync("ana", "cleo", "dina", "eve", other)
    assert all_alike(world) and world[other].device.board.refused == []


def test_what_nobody_can_open_is_no_epoch_for_anybody(world: World) -> None:
    """All wraps are worthless. Then it counts for nobody, and the next announcement stands on the one before it."""
    number = world.mod("ana").board.epoch.number
    announces(world, lambda made: {"wraps": bytes(len(made.wraps))})
    for name in (*HONEST, "dina"):
        with pytest.raises(Refused):
            world.sync(name)
        assert world[name].device.board.epoch.number == number


def test_a_desk_key_that_is_in_no_log_is_replaced_and_no_report_is_lost(world: World) -> None:
    """Reports go to where only the rogues read them, until the next announcement; then devices seal them anew."""
    announces(world, desk=KemSeed.random())
    report = world.report("dina")
    assert "WrongDeskKey" in says(world, "ana")
    assert report not in world.mod("ana").inbox.reports
    world.sync("bea", "ana")
    assert "WrongDeskKey" not in says(world, "ana")
    world.later(7 * 3600)
    world.sync("dina", "ana", "bea", "dina")
    assert report in world.mod("ana").inbox.reports and len(world["dina"].device.receipts[report].acknowledged) == 2


def test_the_collective_goes_on_without_them(world: World) -> None:
    """Three of five replant without the one and then without the other."""
    announces(world, wrong_ping)
    world.sync(*HONEST)
    world.sync(*HONEST)
    for rogue in ROGUES:
        for by in HONEST:
            world.sync(by)
            if run(world[by].replant_without(world.mod(by).find_member(rogue))):
                break
        del world.sessions[rogue]
        world.sync(*HONEST)
    world.sync()
    ana = world.mod("ana")
    assert ana.board.charter.planting == 3 and len(ana.board.charter.people) == 3 and all_alike(world)
    report = world.report("eve")
    world.sync("bea")
    assert report in world.mod("bea").inbox.reports


# ---- what two of them can take ------------------------------------------------------------------------------------


def test_a_gate_that_only_they_hold_shuts_the_others_out_and_they_are_told(world: World) -> None:
    """The relay lets in who holds the gate it was shown. The others are told at every sync; they read, and lose nothing."""
    announces(world, gate_of_their_own)
    report = world.report("dina")
    for _ in range(2):
        with pytest.raises(RelayRefused):
            run(world["ana"].sync())
        assert [r.error for r in world["ana"].result.refused] == ["WrongGate"]
    ana = world.mod("ana")
    assert view(ana) == view(world["dina"].device) and ana.log.members and ana.moderates
    assert world["dina"].device.receipts[report].unsent is not None, "what nobody acknowledged stays on her device"


def test_cosigners_that_leave_the_others_out_are_named(world: World) -> None:
    """The next announcement needs a key that only the rogues have. The others still write everything but announcements."""
    announces(world, only_theirs=True)
    assert [says(world, "ana") for _ in range(2)] == [["WrongGate"], ["WrongGate"]]
    report = world.report("dina")
    world.sync("bea")
    assert report in world.mod("bea").inbox.reports


def test_who_announces_twice_hides_nothing(world: World) -> None:
    """The others were asleep for both: the second leaves out nobody whom the first still listed."""
    for _ in range(2):
        entry = announces(world, only_theirs=True)
        for name in ROGUES:
            world.mod(name).read_board([entry])
    assert says(world, "ana") == ["WrongGate"]
