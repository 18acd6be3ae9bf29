"""The desk: the transition table, the queue's order, and reports that belong together."""

from __future__ import annotations

import dataclasses
import itertools
import pathlib
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.desk import (
    ALERT_STATES,
    CLOSED,
    GUARDS,
    OVER,
    REPORT_STATES,
    REPORTER_EVENTS,
    TABLE,
    Event,
    Facts,
    Relation,
    State,
    Waiting,
    after,
    cannot_wait,
    document,
    escalates_at,
    facts_of,
    is_escalated,
    is_late,
    mermaid,
    possible,
    queue,
    related,
    reminders,
    so_far_ends,
    step,
    waiting,
)
from alerts.receipt import AFTER_HER_WORD
from alerts.report import example_report, validate_report
from crypto.errors import NotAllowed

READY = Facts(share="peers", show_first=False, approvals=2, quorum=2, severity="dangerous")


def walk(*events: Event, facts: Facts = READY, start: State = State.RECEIVED) -> State:
    state = start
    for event in events:
        state = step(state, event, facts)
        facts = dataclasses.replace(after(event, facts), approvals=facts.approvals)
    return state


# ---- the table ----


@pytest.mark.parametrize(("state", "event"), list(itertools.product(State, Event)))
def test_every_pair_is_listed_or_refused(state: State, event: Event) -> None:
    move = TABLE.get((state, event))
    if move is None:
        with pytest.raises(NotAllowed) as caught:
            step(state, event, READY)
        assert state.value in caught.value.detail and event.value in caught.value.detail
    else:
        facts = Facts(share="peers", show_first=False, hold="on hold" in move.guards, approvals=2, severity="dangerous")
        assert step(state, event, facts) is move.to


@pytest.mark.parametrize(
    ("state", "event", "guard"), [(state, event, guard) for (state, event), move in TABLE.items() for guard in move.guards]
)
def test_every_guard_stops_its_step_with_its_sentence(state: State, event: Event, guard: str) -> None:
    failing = {
        "consented": Facts(share=None, show_first=False, approvals=2, severity="dangerous"),
        "not moderators only": Facts(share="moderators", show_first=False, agreed=True, approvals=2, severity="dangerous"),
        "agreed if asked": Facts(share="peers", show_first=True, approvals=2, severity="dangerous"),
        "on hold": READY,
        "not on hold": Facts(share="peers", show_first=False, hold=True, approvals=2, severity="dangerous"),
        "quorum": Facts(share="peers", show_first=False, approvals=1, severity="dangerous"),
        "one approval": Facts(share="peers", show_first=False, approvals=0, severity="dangerous"),
        "dangerous": Facts(share="peers", show_first=False, approvals=2, severity="risky"),
    }[guard]
    with pytest.raises(NotAllowed) as caught:
        step(state, event, failing)
    assert caught.value.detail == GUARDS[guard].sentence


def test_every_guard_is_used_and_every_state_can_be_reached() -> None:
    assert {guard for move in TABLE.values() for guard in move.guards} == set(GUARDS)
    assert {move.to for move in TABLE.values()} | {State.RECEIVED, State.LIVE} == set(State)


def test_nothing_leads_out_of_what_is_closed() -> None:
    assert {state for state, _ in TABLE}.isdisjoint(CLOSED)
    assert set(State) - {state for state, _ in TABLE} == set(CLOSED)


def test_reports_and_alerts_never_turn_into_each_other() -> None:
    for (state, _), move in TABLE.items():
        assert (state in ALERT_STATES) == (move.to in ALERT_STATES)


def test_nothing_known_lets_nothing_out() -> None:
    published = {State.PUBLISHED, State.SO_FAR, State.APPROVED}
    for state in REPORT_STATES:
        if state not in published | {State.HELD}:
            assert not {TABLE[state, event].to for event in possible(state)} & published


@given(st.lists(st.sampled_from(list(Event)), max_size=14), st.booleans(), st.booleans())
def test_moderators_only_is_never_published_whatever_happens(events: list[Event], first: bool, hold: bool) -> None:
    facts = Facts(share="moderators", show_first=first, hold=hold, approvals=9, severity="very-dangerous")
    state = State.RECEIVED
    for event in events:
        try:
            state = step(state, event, facts)
        except NotAllowed:
            continue
        facts = dataclasses.replace(after(event, facts), approvals=9)
        assert state not in (State.APPROVED, State.HELD, State.SO_FAR, State.PUBLISHED)


@given(st.lists(st.sampled_from(list(Event)), max_size=20), st.sampled_from([None, "peers"]), st.booleans())
def test_what_she_wants_to_see_or_hold_is_not_published_before(events: list[Event], share: str | None, hold: bool) -> None:
    facts = Facts(share=share, show_first=True, hold=hold, approvals=9, severity="very-dangerous")
    state, agreed, released = State.RECEIVED, False, False
    for event in events:
        try:
            state = step(state, event, facts)
        except NotAllowed:
            continue
        agreed = event is Event.AGREE or (agreed and event not in (Event.DRAFT, Event.SHOW, Event.ASK, Event.ANSWER, Event.CORRECT))
        released = released or event is Event.RELEASE
        facts = dataclasses.replace(after(event, facts), approvals=9)
        if event in (Event.PUBLISH, Event.PUBLISH_SO_FAR):
            assert agreed and (released or not hold)


# ---- ways through it ----


def test_the_plain_way_from_received_to_published() -> None:
    assert walk(Event.CLAIM, Event.DRAFT, Event.APPROVE, Event.APPROVE, Event.PUBLISH) is State.PUBLISHED


def test_questions_and_answers_come_back_to_work() -> None:
    assert walk(Event.CLAIM, Event.ASK, Event.ANSWER) is State.ANSWERED
    assert Event.APPROVE in possible(State.ANSWERED, READY)


def test_a_question_she_never_answers_freezes_nothing() -> None:
    steps = {Event.CLAIM, Event.DRAFT, Event.SHOW, Event.HAND_BACK, Event.ASK, Event.DECLINE, Event.MERGE}
    assert set(possible(State.NEEDS_INFO)) - REPORTER_EVENTS == steps
    assert walk(Event.CLAIM, Event.ASK, Event.DRAFT, Event.APPROVE, Event.PUBLISH) is State.PUBLISHED
    assert walk(Event.CLAIM, Event.ASK, Event.ASK) is State.NEEDS_INFO
    assert walk(Event.CLAIM, Event.ASK, Event.HAND_BACK) is State.RECEIVED


def test_a_late_answer_is_read_wherever_the_work_has_gone_on_to() -> None:
    assert walk(Event.CLAIM, Event.ASK, Event.CLAIM, Event.ANSWER) is State.ANSWERED
    assert walk(Event.CLAIM, Event.ASK, Event.DRAFT, Event.APPROVE, Event.ANSWER) is State.ANSWERED
    assert walk(Event.CLAIM, Event.ASK, Event.HAND_BACK, Event.ANSWER) is State.RECEIVED


@pytest.mark.parametrize("state", [state for state in REPORT_STATES if state is not State.WITHDRAWN])
def test_nothing_she_says_is_dropped_wherever_the_work_has_gone_on_to(state: State) -> None:
    assert {event for event in REPORTER_EVENTS if (state, event) in TABLE} == REPORTER_EVENTS


def test_what_she_says_when_it_is_out_or_over_moves_nothing_and_is_new_until_it_is_read() -> None:
    for state in OVER:
        for event in (Event.ANSWER, Event.AGREE, Event.RELEASE):
            assert step(state, event) is state and is_late(state, event)
        assert step(state, Event.READ) is state and not is_late(state, Event.READ)
        assert is_late(state, Event.CORRECT) == (state is State.MERGED)
    assert not any(is_late(state, event) for state in set(REPORT_STATES) - {*OVER} for event in Event)


def test_a_shown_text_can_be_taken_over_or_handed_back_and_her_yes_still_counts() -> None:
    assert walk(Event.CLAIM, Event.SHOW, Event.CLAIM, Event.AGREE) is State.AGREED
    assert walk(Event.CLAIM, Event.SHOW, Event.HAND_BACK) is State.RECEIVED
    assert walk(Event.CLAIM, Event.SHOW, Event.HAND_BACK, Event.CLAIM, Event.AGREE) is State.AGREED
    wants_to_see = Facts(share="peers", show_first=True, approvals=2)
    handed_back = (Event.CLAIM, Event.SHOW, Event.HAND_BACK, Event.AGREE, Event.CLAIM, Event.APPROVE)
    assert walk(*handed_back, facts=wants_to_see) is State.APPROVED


def test_a_text_she_wants_to_see_goes_through_shown_and_agreed() -> None:
    facts = Facts(share="peers", show_first=True, approvals=2)
    with pytest.raises(NotAllowed, match="see the public text first"):
        step(State.CLAIMED, Event.APPROVE, facts)
    agreed = after(Event.AGREE, facts)
    assert step(State.SHOWN, Event.AGREE, facts) is State.AGREED
    assert step(State.AGREED, Event.APPROVE, agreed) is State.APPROVED
    assert after(Event.DRAFT, agreed) == Facts(share="peers", show_first=True, approvals=0)


def test_a_report_on_hold_waits_for_her_word() -> None:
    facts = Facts(share="peers", show_first=False, hold=True, approvals=2)
    with pytest.raises(NotAllowed, match="hold it until she says so"):
        step(State.APPROVED, Event.PUBLISH, facts)
    assert step(State.APPROVED, Event.HOLD, facts) is State.HELD
    assert step(State.HELD, Event.RELEASE, facts) is State.APPROVED
    assert step(State.APPROVED, Event.PUBLISH, after(Event.RELEASE, facts)) is State.PUBLISHED


def test_one_moderator_so_far_is_kept_by_a_second_or_expires() -> None:
    one = Facts(share="peers", show_first=False, approvals=1, severity="dangerous")
    assert step(State.APPROVED, Event.PUBLISH_SO_FAR, one) is State.SO_FAR
    with pytest.raises(NotAllowed, match="not enough people"):
        step(State.SO_FAR, Event.PUBLISH, one)
    assert step(State.SO_FAR, Event.PUBLISH, READY) is State.PUBLISHED
    assert step(State.SO_FAR, Event.EXPIRE, one) is State.CLAIMED


def test_she_can_withdraw_at_any_time() -> None:
    for state in REPORT_STATES:
        if state is not State.WITHDRAWN:
            assert step(state, Event.WITHDRAW) is State.WITHDRAWN


def test_correcting_sends_an_approved_report_back_to_be_read_and_voids_approvals() -> None:
    assert step(State.APPROVED, Event.CORRECT, READY) is State.ANSWERED
    assert after(Event.CORRECT, READY).approvals == 0


def test_a_declined_report_can_come_back_by_a_correction() -> None:
    assert walk(Event.CLAIM, Event.DECLINE, Event.CORRECT) is State.RECEIVED


def test_an_alert_is_amended_disputed_settled_and_ended() -> None:
    assert walk(Event.AMEND, Event.DISPUTE, Event.SETTLE, Event.RETRACT, start=State.LIVE) is State.RETRACTED
    assert walk(Event.EXPIRE, start=State.DISPUTED) is State.EXPIRED


def test_facts_come_from_her_consent_and_what_is_not_said_stops_things() -> None:
    facts = facts_of(validate_report(example_report(), policy={}, country="GB"), approvals=2, quorum=2)
    assert facts == Facts(share="peers", show_first=False, approvals=2, quorum=2, severity="dangerous")
    silent = facts_of({"kinds": ["assault"]}, approvals=2)
    assert silent.show_first and Event.APPROVE not in possible(State.CLAIMED, silent)
    assert Event.APPROVE in possible(State.AGREED, facts_of({"kinds": ["assault"]}, agreed=True))


def test_the_reporters_events_are_the_follow_ups_of_the_protocol() -> None:
    assert {event.value for event in REPORTER_EVENTS} == {"correct", "withdraw", "answer", "agree", "release"}


def test_what_her_own_word_brings_about_is_what_the_desk_makes_of_it() -> None:
    for (status, kind), then in AFTER_HER_WORD.items():
        assert TABLE[State(status), Event(kind)].to == then
    # Nothing that asks her something is left asking once she has said it.
    assert {status for status, kind in AFTER_HER_WORD if kind == "answer"} == {State.NEEDS_INFO, State.SHOWN}
    assert {status for status, kind in AFTER_HER_WORD if kind == "agree"} == {State.SHOWN}


# ---- the document ----


def test_the_drawn_table_is_not_stale() -> None:
    file = pathlib.Path(__file__).parent.parent.parent / "docs" / "desk.md"
    assert file.read_text(encoding="utf-8") == document(), "run: python tests/vectors/make_desk.py"


def test_the_diagram_shows_every_state() -> None:
    drawn = mermaid()
    for state in State:
        if state is not State.WITHDRAWN:
            assert f" {state.value.replace('-', '_')}" in drawn


# ---- the queue ----

DAY = 86_400
#: Noon of 20 November 2026, UTC.
NOON = 1_795_176_000
BEFORE = ("received", "claimed", "needs-info", "answered", "shown", "agreed", "approved")


def item(number: int, severity: str = "risky", arrived: int = 0, state: State = State.RECEIVED, ongoing: bool = False) -> Waiting:
    return Waiting(bytes([number]), state, severity, arrived, ongoing)


def test_unclaimed_urgent_reports_escalate_after_30_minutes_and_not_before() -> None:
    urgent = item(1, "dangerous", arrived=100)
    assert escalates_at(urgent) == 100 + 1800
    assert not is_escalated(urgent, 1899) and is_escalated(urgent, 1900)
    assert escalates_at(item(1, "dangerous", state=State.CLAIMED)) is None
    assert escalates_at(item(1, "risky")) is None and escalates_at(item(1, "risky", ongoing=True)) == 1800


@pytest.mark.parametrize(
    ("report", "state", "arrived", "urgent"),
    [
        ({"kinds": ["threats"], "ongoing": ["is-nearby"]}, "received", -9 * DAY, True),
        ({"kinds": ["harassment"], "ongoing": ["keeps-contacting"]}, "claimed", -9 * DAY, True),
        ({"kinds": ["no-show"], "ongoing": ["knows-my-name"]}, "received", 0, False),
        ({"kinds": ["threats"], "ongoing": ["none"]}, "received", 0, False),
        ({"kinds": ["assault"]}, "received", -DAY + 1, True),
        ({"kinds": ["assault"]}, "received", -DAY, False),
        ({"kinds": ["weapon"], "when": {"date": "2026-11-19", "precision": "day"}}, "answered", 0, True),
        ({"kinds": ["weapon"], "when": {"date": "2026-11-18", "precision": "day"}}, "received", 0, False),
        ({"kinds": ["confinement"], "when": {"date": "2026-11-20", "precision": "week"}}, "received", 0, False),
        ({"kinds": ["condom", "robbery", "threats"]}, "received", 0, False),
        ({"kinds": ["drugging"]}, "needs-info", 0, True),
        *[({"kinds": ["sexual-assault"]}, state, 0, state in BEFORE) for state in map(str, REPORT_STATES)],
    ],
)
def test_urgent_is_what_goes_on_or_was_violent_in_the_last_day_and_is_not_out(
    report: dict[str, Any], state: str, arrived: int, urgent: bool
) -> None:
    assert cannot_wait(State(state), report, NOON + arrived, NOON) is urgent


def test_the_queue_puts_escalated_first_then_urgent_unclaimed_then_severity_then_age_and_what_is_not_ours_last() -> None:
    items = [
        item(1, "risky", 10),
        item(2, "very-dangerous", 5000),
        item(3, "dangerous", 0),
        item(4, "very-dangerous", 0, State.NEEDS_INFO),
        item(5, "risky", 5),
        item(6, "very-dangerous", 10, State.CLAIMED),
        item(7, "risky", 5010, State.ANSWERED, True),
    ]
    assert [i.id[0] for i in queue(items, 5010)] == [3, 2, 6, 7, 5, 1, 4]


def test_the_queue_sees_severity_and_a_risk_that_goes_on() -> None:
    report = validate_report(example_report(), policy={}, country="GB")
    assert waiting(b"1", State.RECEIVED, report, 7) == Waiting(b"1", State.RECEIVED, "dangerous", 7, True)
    assert waiting(b"1", State.RECEIVED, {"kinds": ["no-show"], "ongoing": ["none"]}, 7).ongoing is False


def test_reminders_come_after_24_and_48_hours_and_end_at_72() -> None:
    hour = 3600
    assert reminders(0, 24 * hour - 1) == ()
    assert reminders(0, 24 * hour) == (24 * hour,)
    assert reminders(0, 48 * hour) == (24 * hour, 48 * hour)
    assert reminders(0, 72 * hour) == () and so_far_ends(0) == 72 * hour


# ---- related ----


def pairs(**reports: Mapping[str, object]) -> list[Relation]:
    read = {
        name.encode(): validate_report({"kinds": ["threats"], **value}, policy={"ethnicity": True}, country="GB")
        for name, value in reports.items()
    }
    return related(read)


def test_reports_that_share_a_number_in_two_spellings_are_related() -> None:
    found = pairs(a={"phone": "07700 900123"}, b={"phone": "0044 (0)7700-900-123"}, c={"phone": "07700 900456"})
    assert found == [Relation(b"a", b"b", "number")]


def test_a_part_of_a_plate_relates_reports_unless_the_cars_differ() -> None:
    van, red = {"type": "van", "colour": "white"}, {"type": "van", "colour": "red"}
    part = {"identifiers": ["plate ends BC"]}
    assert pairs(a={"plate": "KX12 ABC"}, b=part) == [Relation(b"a", b"b", "plate")]
    assert pairs(a={"plate": "KX12 ABC", "vehicles": [van]}, b=part | {"vehicles": [van]}) == [Relation(b"a", b"b", "plate")]
    assert pairs(a={"plate": "KX12 ABC", "vehicles": [van]}, b=part | {"vehicles": [red]}) == []
    assert pairs(a={"plate": "KX12 ABC"}, b={"plate": "kx12abc"}) == [Relation(b"a", b"b", "plate")]


def test_a_car_needs_more_than_type_and_colour() -> None:
    van = {"type": "van", "colour": "white"}
    assert pairs(a={"vehicles": [van]}, b={"vehicles": [van]}) == []
    assert pairs(a={"vehicles": [van | {"make": "Ford"}]}, b={"vehicles": [van | {"make": "FORD"}]}) == [Relation(b"a", b"b", "car")]
    assert pairs(a={"vehicles": [van | {"marks": ["dent"]}]}, b={"vehicles": [van | {"marks": ["dent", "rust"]}]}) == [
        Relation(b"a", b"b", "car")
    ]


def test_a_look_needs_three_answers_that_agree_and_something_that_sets_apart() -> None:
    look = {"gender": "man", "age": "40s", "build": "heavy"}
    assert pairs(a={"persons": [look]}, b={"persons": [look]}) == []
    marked = look | {"marks": ["tattoo-neck"]}
    assert pairs(a={"persons": [marked]}, b={"persons": [marked | {"hair": "red"}]}) == [Relation(b"a", b"b", "look")]
    other = marked | {"age": "20s", "build": "slim"}
    assert pairs(a={"persons": [marked]}, b={"persons": [other]}) == []


def test_perceived_ethnicity_never_relates_reports() -> None:
    look = {"gender": "man", "age": "40s", "ethnicity": "white", "names": ["Dave"]}
    assert pairs(a={"persons": [look]}, b={"persons": [look]}) == []


def test_every_pair_among_many_that_share_a_number_is_found_once() -> None:
    found = pairs(**{name: {"phone": "07700 900123", "plate": "KX12 ABC"} for name in "abcd"})
    assert len(found) == len(set(found)) == 12
