"""Brought back by 12 words (protocol §7.6): what the words bring back, and what relay, thief, rogue and somebody removed can make of it."""

from __future__ import annotations

from typing import Any

import pytest

from alerts import casework, session
from alerts.moderator import BoxFill
from alerts.recoverable import SPREAD
from alerts.returning import begin_again, belongings_of, box_due
from alerts.session import Session
from crypto.device import from_words, to_words
from crypto.errors import BadInput, CannotOpen, NotAddressed, RelayRefused, WrongCommitment
from crypto.recovery import BEFORE, KEPT, PERIOD, period_of, recovery_box, seal_recovery
from crypto.secrets import DeviceEntropy
from tests.partners.readers import view
from tests.partners.scribe import DAY
from tests.partners.world import World, run


@pytest.fixture
def world() -> World:
    world = World()
    world.join("dina", world.invite())
    return world


def shows_words(world: World, name: str) -> str:
    """She looks at her words, and the device is online afterwards."""
    world[name].device.recoverable.wanted = True
    world.sync(name)
    return to_words(world[name].device.entropy)


def own_box(world: World, name: str, period: int | None = None) -> bytes:
    return recovery_box(world[name].device.device, period_of(world.relay.now) if period is None else period)


def recovers(world: World, words: str, name: str = "again") -> Session:
    world.sessions[name] = run(session.recover(world.client, words, world.clock, lambda device: None))
    world.sync(name)
    return world[name]


def test_a_lost_phone_comes_back_with_the_words_alone_and_reads_what_is_new(world: World) -> None:
    words = shows_words(world, "dina")
    lost = world.sessions.pop("dina").device
    world.later(9 * DAY)
    world.sync("ana")
    again = recovers(world, words).device
    assert again.device == lost.device and again.alias == lost.alias and again.joined == lost.joined
    assert {planting: path.leaf for planting, path in again.paths.items()} == {planting: path.leaf for planting, path in lost.paths.items()}
    assert view(again)["epoch"] == view(world["ana"].device)["epoch"]
    report = world.report("again")
    world.sync("ana")
    assert casework.find_case(world.mod("ana"), report).report.signed_by is None
    assert len(world.mod("ana").members()) == 2, "she is nobody new, and nobody was told"


def test_she_who_never_looked_at_her_words_leaves_no_box(world: World) -> None:
    before = set(world.relay.boxes)
    for _ in range(5):
        world.later(PERIOD)
        world.sync("ana", "dina")
    assert own_box(world, "dina") not in world.relay.boxes and own_box(world, "ana") not in world.relay.boxes
    assert set(world.relay.boxes) - before == set()


def test_the_box_never_goes_beside_another_post(world: World) -> None:
    """Posts of one sync come from one address at one time: a report and a box that is hers would be linked."""
    dina = world["dina"].device
    dina.recoverable.wanted = True
    world.report("dina")
    assert own_box(world, "dina") not in world.relay.boxes
    world.sync("dina")
    assert own_box(world, "dina") in world.relay.boxes


def test_who_is_not_let_in_yet_has_no_box(world: World) -> None:
    world.join("eve", world.invite(), admit=None)
    shows_words(world, "eve")
    assert own_box(world, "eve") not in world.relay.boxes
    world.sync("ana", "eve", "eve")
    assert own_box(world, "eve") in world.relay.boxes


def test_later_boxes_are_spread_over_days_and_one_of_the_last_year_suffices(world: World) -> None:
    words = shows_words(world, "dina")
    first = period_of(world.relay.now)
    world.later(PERIOD)
    world.sync("dina")
    state = world["dina"].device.recoverable
    assert state.period == first and state.due is not None and 0 <= state.due - world.relay.now < SPREAD
    world.later(SPREAD)
    world.sync("dina")
    assert state.period == period_of(world.relay.now) and own_box(world, "dina") in world.relay.boxes
    world.later((BEFORE - 1) * PERIOD)
    world.sync("ana")
    recovers(world, words)
    world.later(2 * PERIOD)
    world.sync("ana")
    with pytest.raises(BadInput, match="nothing is kept"):
        recovers(world, words)


def test_a_clock_that_was_put_back_posts_nothing_and_loses_nothing(world: World) -> None:
    shows_words(world, "dina")
    state = world["dina"].device.recoverable
    posted, boxes = state.period, dict(world.relay.boxes)
    assert posted is not None and not state.is_due(posted - 1, 0)
    assert world.relay.boxes == boxes


def test_another_box_under_the_same_id_is_her_own(world: World) -> None:
    """Nobody else can name it: the answer got lost, or another phone of hers has written one."""
    dina = world["dina"].device
    words = shows_words(world, "dina")
    first = dict(world.relay.boxes)
    dina.recoverable.period = None
    world.sync("dina")
    assert world.relay.boxes == first and dina.recoverable.period is not None
    recovers(world, words)


def test_a_relay_that_refuses_the_box_keeps_nothing_else_from_her(world: World) -> None:
    async def refuse(collective: bytes, fill: BoxFill, gate: Any) -> None:
        raise RelayRefused("busy", status=503)

    world.relay.post_box = refuse  # type: ignore[method-assign]
    world["dina"].device.recoverable.wanted = True
    world.sync("dina")
    assert world["dina"].device.recoverable.period is None


def test_a_restored_relay_gets_the_box_again(world: World) -> None:
    words = shows_words(world, "dina")
    world.later(9 * DAY)
    world.sync("ana", "dina")
    del world.relay.boxes[own_box(world, "dina")]
    board, world.relay.board = world.relay.board, world.relay.board[:2]
    world.relay.healing = True
    world.sync("dina")
    assert own_box(world, "dina") not in world.relay.boxes, "nothing is posted while it is healed"
    world.relay.board, world.relay.healing = board, False
    world.sync("dina")
    assert own_box(world, "dina") not in world.relay.boxes, "not on demand, either"
    world.later(SPREAD)
    world.sync("dina")
    recovers(world, words)


def traced(world: World) -> list[str]:
    """What devices ask of the relay from now on that names a box or leaves something there; boxes by their id."""
    seen: list[str] = []

    def noted(name: str) -> None:
        method = getattr(world.relay, name)

        async def and_done(*arguments: Any, **rest: Any) -> Any:
            of = arguments[0] if name == "box" else arguments[1].id if name == "post_box" else None
            seen.append(of.hex() if of is not None else name)
            return await method(*arguments, **rest)

        setattr(world.relay, name, and_done)

    for name in ("box", "post_box", "append", "post_mail", "post_desk", "fill_boxes", "erase"):
        noted(name)
    return seen


def test_the_first_box_never_goes_beside_the_fetch_of_a_box_that_moderators_can_name(world: World) -> None:
    """Relay and one moderator would know whose it is. She looked at her words before anybody let her in."""
    world.join("eve", world.invite(), admit=None)
    shows_words(world, "eve")
    world.sync("ana")
    seen, box = traced(world), own_box(world, "eve").hex()
    world.sync("eve")
    assert seen == [world["eve"].device.path_box.hex()]
    seen.clear()
    world.sync("eve")
    assert seen == [box]


def test_a_moderators_box_never_goes_beside_what_she_writes(world: World) -> None:
    world.report("dina")
    world["ana"].device.recoverable.wanted = True
    seen, box = traced(world), own_box(world, "ana").hex()
    world.sync("ana")
    assert "append" in seen and box not in seen
    seen.clear()
    world.sync("ana")
    assert seen == [box]


def test_what_she_did_just_before_a_sync_is_beside_it_too(world: World) -> None:
    world["ana"].device.recoverable.wanted = True
    run(world["ana"].invite(world.relay.now + DAY, moderator=False))
    world.sync("ana")
    assert own_box(world, "ana") not in world.relay.boxes
    world.sync("ana")
    assert own_box(world, "ana") in world.relay.boxes


def test_a_relay_has_no_box_again_on_demand(world: World) -> None:
    """Shown less, then whole again, a device would post the same name: on any connection, one of hers."""
    shows_words(world, "dina")
    world.later(9 * DAY)
    world.sync("ana", "dina")
    seen, box = traced(world), own_box(world, "dina").hex()
    for _ in range(20):
        board, world.relay.board = world.relay.board, world.relay.board[:2]
        world.relay.healing = True
        world.sync("dina")
        world.relay.board, world.relay.healing = board, False
        world.sync("dina")
        world.later(DAY)
        world.sync("ana", "dina")
    assert seen.count(box) == 1


def test_a_box_does_not_show_the_clock_of_the_device_that_wrote_it(world: World) -> None:
    """Else boxes of one device, in different periods, were linked by how wrong its clock is."""
    dina = world["dina"].device
    dina.recoverable.wanted = True
    now = period_of(world.relay.now) * PERIOD
    one, other = (box_due(dina, now + seconds) for seconds in (7 * DAY, 9 * DAY + 77))
    assert one is not None and other is not None and one[1].expires == other[1].expires == now + KEPT


def replants(world: World, gone: str) -> None:
    """Ana and Bea make everything anew without somebody."""
    for by in ("ana", "bea"):
        world.sync(by)
        run(world[by].replant_without(world.mod(by).find_member(gone)))
    world.sync("ana", "bea", "ana")


# ---- moderators -----------------------------------------------------------------------------------------------------


def test_a_moderator_is_whole_again_by_her_words_and_reads_what_came_before(world: World) -> None:
    report = world.report("dina")
    world.sync("ana")
    words = shows_words(world, "ana")
    lost = world.mod("ana")
    world.sessions["ana"] = recovers(world, words)
    ana = world.mod("ana")
    assert ana.moderates and ana.members() == lost.members()
    assert casework.find_case(ana, report).report.fields == casework.find_case(lost, report).report.fields
    world.join("eve", world.invite())
    assert {member.alias for member in ana.members()} == {"ana", "dina", "eve"}


def test_of_three_moderators_one_comes_back_with_what_two_have_read_and_no_key_is_used_twice() -> None:
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    world.sync("ana", "bea", "cleo")
    old = world.report("dina")
    world.sync("ana", "bea", "cleo")
    words = shows_words(world, "bea")
    for _ in range(3):
        world.later(7 * DAY)
        world.sync("ana", "bea", "cleo", "ana", "bea", "dina")
    del world.sessions["bea"]
    world.sessions["bea"] = recovers(world, words)
    bea = world.mod("bea")
    assert bea.moderates and old in bea.inbox.reports, "under an epoch that is over: two who moderate had seen it in its time"
    world.later(7 * DAY)
    epoch = world["ana"].device.board.epoch.number
    world.sync("ana", "bea", "cleo", "ana", "bea", "cleo", "ana")
    assert world["bea"].device.board.epoch.number > epoch
    listed = [key for one in bea.board.epochs.values() for key in one.public.cosigners]
    assert len(listed) == len(set(listed))
    assert world["ana"].result.refused == world["bea"].result.refused == []
    assert view(world["ana"].device)["epoch"] == view(bea)["epoch"]


def test_two_phones_of_one_moderator_count_as_one_person() -> None:
    """With the old phone still at work beside the new one, nothing is approved twice and nobody's quorum shrinks."""
    world = World()
    world.moderators("bea", "cleo")
    words = shows_words(world, "ana")
    recovers(world, words, "ana too")
    world.join("dina", world.invite())
    world.sync("bea", "cleo", "ana too")
    gone = world.mod("bea").find_member("dina")
    assert not run(world["ana"].remove(world.mod("ana").find_member("dina")))
    assert not run(world["ana too"].remove(world.mod("ana too").find_member("dina")))
    assert len(world.mod("ana too").log.removals[gone.leaf]) == 1
    world.sync("bea")
    run(world["bea"].remove(gone))
    world.sync("ana", "ana too", "bea", "cleo", "ana")
    assert gone.leaf in world.mod("ana too").removed
    assert world["ana"].result.refused == world["ana too"].result.refused == []


def test_who_became_a_moderator_after_the_box_was_written_finds_the_bundle_in_its_own_box(world: World) -> None:
    words = shows_words(world, "dina")
    world["dina"].device.accept_moderation()
    world.sync("dina", "ana")
    world.promote("dina", ["ana"])
    assert world["dina"].moderates
    again = recovers(world, words)
    assert again.moderates


def test_who_lost_her_place_as_a_moderator_comes_back_as_what_she_is() -> None:
    world = World()
    world.moderators("bea", "cleo")
    words = shows_words(world, "cleo")
    replants(world, "cleo")
    with pytest.raises(NotAddressed, match="you may have been removed"):
        recovers(world, words)


# ---- the relay, a thief, a rogue, somebody removed ------------------------------------------------------------------


def test_somebody_removed_reads_nothing_new_with_her_words(world: World) -> None:
    words = shows_words(world, "dina")
    run(world["ana"].remove(world.mod("ana").find_member("dina")))
    with pytest.raises(NotAddressed, match="you may have been removed"):
        recovers(world, words)


def test_a_replant_since_then_is_no_obstacle() -> None:
    world = World()
    world.moderators("bea", "cleo")
    world.join("dina", world.invite())
    words = shows_words(world, "dina")
    replants(world, "cleo")
    assert world["ana"].device.board.charter.planting == 2
    again = recovers(world, words)
    assert again.device.has_path_keys and 2 in again.device.paths


def test_a_relay_cannot_put_her_back_before_the_box_was_written(world: World) -> None:
    world.later(9 * DAY)
    world.sync("ana", "dina")
    words = shows_words(world, "dina")
    world.relay.board = world.relay.board[:2]
    with pytest.raises(WrongCommitment, match="another history"):
        recovers(world, words)


def test_a_relay_cannot_hand_out_somebody_elses_box(world: World) -> None:
    world.join("eve", world.invite())
    words = shows_words(world, "dina")
    shows_words(world, "eve")
    world.relay.boxes[own_box(world, "dina")] = world.relay.boxes[own_box(world, "eve")]
    with pytest.raises(CannotOpen):
        recovers(world, words)


def test_what_the_relay_spoiled_in_one_period_is_found_in_the_one_before(world: World) -> None:
    words = shows_words(world, "dina")
    world.later(PERIOD)
    world.sync("dina")
    world.later(SPREAD)
    world.sync("dina")
    world.relay.boxes[own_box(world, "dina")] = bytes(4096)
    recovers(world, words)


def test_a_relay_that_answers_with_another_collectives_board_is_refused(world: World) -> None:
    words = shows_words(world, "dina")
    other = World()
    other.relay.boxes = world.relay.boxes
    with pytest.raises(NotAddressed):
        recovers(other, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("abandon " * 11 + "about", "nothing is kept under these words"),
        ("about " + "abandon " * 11, "do not belong together"),
        ("abandon " * 11 + "abandon", "do not belong together"),
        ("abandon " * 10 + "parasol about", "word 11 is not one of the words"),
        ("abandon " * 10 + "about", "these are 11"),
        ("", "these are 0"),
    ],
)
def test_words_that_bring_nobody_back_say_why(world: World, words: str, said: str) -> None:
    asked: list[bytes] = []

    async def box(name: bytes, collective: bytes | None = None) -> bytes | None:
        asked.append(name)
        return None

    world.relay.box = box  # type: ignore[method-assign]
    with pytest.raises(BadInput, match=said) as caught:
        recovers(world, words)
    assert not set(words.split()) & set(str(caught.value).split()) - {"about"}
    assert len(asked) == (BEFORE + 1 if said.startswith("nothing") else 0), "nobody is asked about words that are none"


def test_a_box_sealed_by_a_thief_of_the_words_can_only_lead_where_her_keys_open_something(world: World) -> None:
    """Who has the words is she; but even so a box of theirs opens no collective that did not let her in."""
    entropy = DeviceEntropy.random()
    words, device = to_words(entropy), world["dina"].device
    stolen = begin_again(entropy, belongings_of(device), world.relay.now)
    period = period_of(world.relay.now)
    world.relay.boxes[recovery_box(stolen.device, period)] = seal_recovery(stolen.device, period, belongings_of(device))
    again = recovers(world, words)
    assert again.device.device.signing_key not in world.mod("ana").log.members
    assert from_words(words) == entropy
