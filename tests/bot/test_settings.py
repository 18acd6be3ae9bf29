"""When a ping is due: urgency, digest, quiet hours, and the days on which the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import AT_ONCE, DAY, FOR_THE_DIGEST, WORDINGS, Settings, desk_due_at, due_at
from crypto.errors import BadInput, WrongShape

LONDON = "Europe/London"
NEW_YORK = "America/New_York"
MADRID = "Europe/Madrid"


def at(text: str, zone: str = LONDON, fold: int = 0) -> int:
    """A moment as a clock on a wall there shows it."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp())


def wall(moment: int | None, zone: str = LONDON) -> str:
    assert moment is not None
    return datetime.fromtimestamp(moment, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def hours(begin: str, end: str) -> tuple[int, int]:
    one, two = (int(text[:2]) * 60 + int(text[3:]) for text in (begin, end))
    return one, two


NIGHT = Settings(zone=LONDON, quiet=hours("22:00", "08:00"))


# ---- what comes at once, what waits -------------------------------------------------------------------------------


def test_by_default_what_is_urgent_comes_at_once_and_the_rest_once_a_day() -> None:
    now = at("2026-02-03 12:00")
    assert due_at(Settings(zone=LONDON), AT_ONCE, now) == now
    assert wall(due_at(Settings(zone=LONDON), FOR_THE_DIGEST, now)) == "2026-02-03 18:00"


def test_an_entry_with_nothing_to_ping_pings_nobody() -> None:
    assert due_at(Settings(at_once_from=1, break_quiet=True), 0, 0) is None


def test_whoever_wants_everything_at_once_gets_it_at_once() -> None:
    assert due_at(Settings(at_once_from=1, digest=None), FOR_THE_DIGEST, 77) == 77


def test_without_a_digest_what_is_not_urgent_never_comes() -> None:
    assert due_at(Settings(digest=None), FOR_THE_DIGEST, 77) is None


def test_nothing_comes_while_paused_however_urgent() -> None:
    paused = Settings(paused=True, at_once_from=1, break_quiet=True)
    assert [due_at(paused, urgent, 77) for urgent in (0, 1, 2)] == [None, None, None]
    assert desk_due_at(paused, 77) is None


def test_the_digest_goes_out_at_its_minute_and_not_a_second_later() -> None:
    settings = Settings(zone=LONDON, digest=18 * 60)
    six = at("2026-02-03 18:00")
    assert due_at(settings, FOR_THE_DIGEST, six) == six
    assert wall(due_at(settings, FOR_THE_DIGEST, six + 1)) == "2026-02-04 18:00"


def test_the_digest_follows_her_clock_not_the_servers() -> None:
    now = at("2026-02-03 12:00", "UTC")
    assert due_at(Settings(zone=NEW_YORK, digest=9 * 60), FOR_THE_DIGEST, now) == at("2026-02-03 14:00", "UTC")


# ---- quiet hours --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-02-03 21:59", "2026-02-03 21:59"),
        ("2026-02-03 22:00", "2026-02-04 08:00"),
        ("2026-02-03 23:59", "2026-02-04 08:00"),
        ("2026-02-04 00:00", "2026-02-04 08:00"),
        ("2026-02-04 07:59", "2026-02-04 08:00"),
        ("2026-02-04 08:00", "2026-02-04 08:00"),
    ],
)
def test_quiet_hours_over_midnight_put_off_to_their_end(now: str, due: str) -> None:
    assert wall(due_at(NIGHT, AT_ONCE, at(now))) == due


@pytest.mark.parametrize(
    ("now", "due"), [("08:59", "08:59"), ("09:00", "17:00"), ("16:59", "17:00"), ("17:00", "17:00"), ("23:00", "23:00")]
)
def test_quiet_hours_within_a_day(now: str, due: str) -> None:
    settings = Settings(zone=LONDON, quiet=hours("09:00", "17:00"))
    assert wall(due_at(settings, AT_ONCE, at(f"2026-02-03 {now}"))) == f"2026-02-03 {due}"


def test_urgent_breaks_quiet_hours_only_for_whom_asked_for_it() -> None:
    night = at("2026-02-04 03:00")
    assert due_at(NIGHT, AT_ONCE, night) == at("2026-02-04 08:00")
    assert due_at(replace(NIGHT, break_quiet=True), AT_ONCE, night) == night


def test_what_is_not_urgent_never_breaks_quiet_hours() -> None:
    eager = replace(NIGHT, break_quiet=True, at_once_from=1)
    assert wall(due_at(eager, FOR_THE_DIGEST, at("2026-02-04 03:00"))) == "2026-02-04 08:00"


def test_a_digest_within_quiet_hours_waits_for_their_end() -> None:
    assert wall(due_at(replace(NIGHT, digest=6 * 60), FOR_THE_DIGEST, at("2026-02-04 03:00"))) == "2026-02-04 08:00"


def test_the_desks_ping_keeps_quiet_hours_and_asks_for_a_shift() -> None:
    night, noon = at("2026-02-04 03:00"), at("2026-02-04 12:00")
    assert wall(desk_due_at(replace(NIGHT, break_quiet=True), night)) == "2026-02-04 08:00"
    assert desk_due_at(NIGHT, noon) == noon
    assert desk_due_at(replace(NIGHT, on_shift=False), noon) is None


@pytest.mark.parametrize(("urgent", "held_until", "due"), [
    (AT_ONCE, "2026-02-04 02:00", "2026-02-04 08:00"), (AT_ONCE, "2026-02-03 21:59", "2026-02-03 21:59"),
    (FOR_THE_DIGEST, "2026-02-03 23:00", "2026-02-04 08:00"), (FOR_THE_DIGEST, "2026-02-03 19:00", "2026-02-03 19:00"),
    (FOR_THE_DIGEST, "2026-02-03 13:00", "2026-02-03 18:00"),
])  # fmt: skip
def test_what_was_held_up_until_her_quiet_hours_waits_for_their_end(urgent: int, held_until: str, due: str) -> None:
    """Telegram was away, or asked to wait: it was noticed at noon, and she sleeps when it could go."""
    assert wall(due_at(NIGHT, urgent, at("2026-02-03 12:00"), at(held_until))) == due


def test_the_desks_ping_that_was_held_up_keeps_quiet_hours_and_urgent_ones_break_them_for_whom_asked() -> None:
    noon, night = at("2026-02-03 12:00"), at("2026-02-04 02:00")
    assert wall(desk_due_at(NIGHT, noon, night)) == "2026-02-04 08:00"
    assert due_at(replace(NIGHT, break_quiet=True), AT_ONCE, noon, night) == night


def test_what_is_not_urgent_and_was_there_before_she_wanted_it_never_comes() -> None:
    settings = Settings(zone=LONDON, rest_since=at("2026-02-03 12:00"))
    assert due_at(settings, FOR_THE_DIGEST, at("2026-02-03 11:59")) is None
    assert due_at(settings, FOR_THE_DIGEST, at("2026-02-03 12:00")) == at("2026-02-03 18:00")
    assert due_at(settings, AT_ONCE, at("2026-02-03 11:59")) == at("2026-02-03 11:59")


# ---- summer time --------------------------------------------------------------------------------------------------


def test_quiet_hours_end_by_the_clock_on_the_wall_when_it_was_put_forward() -> None:
    """London, 29 March 2026: 01:00 becomes 02:00, the night is an hour short."""
    begin = at("2026-03-28 22:00")
    end = due_at(NIGHT, AT_ONCE, begin)
    assert wall(end) == "2026-03-29 08:00"
    assert end is not None and end - begin == 9 * 3600


def test_quiet_hours_end_by_the_clock_on_the_wall_when_it_was_put_back() -> None:
    """London, 25 October 2026: 02:00 becomes 01:00, the night is an hour longer."""
    begin = at("2026-10-24 22:00")
    end = due_at(NIGHT, AT_ONCE, begin)
    assert wall(end) == "2026-10-25 08:00"
    assert end is not None and end - begin == 11 * 3600


def test_a_digest_at_a_time_that_is_skipped_comes_when_the_clock_skips_it() -> None:
    """Madrid, 29 March 2026: 02:00 becomes 03:00; there is no 02:30."""
    settings = Settings(zone=MADRID, digest=2 * 60 + 30)
    due = due_at(settings, FOR_THE_DIGEST, at("2026-03-29 01:00", MADRID))
    assert due == at("2026-03-29 03:00", MADRID)
    assert wall(due_at(settings, FOR_THE_DIGEST, due + 1), MADRID) == "2026-03-30 02:30"


def test_a_digest_at_a_time_that_comes_twice_comes_once() -> None:
    """Madrid, 25 October 2026: 03:00 becomes 02:00; 02:30 comes twice, and the digest with the first."""
    settings = Settings(zone=MADRID, digest=2 * 60 + 30)
    first = due_at(settings, FOR_THE_DIGEST, at("2026-10-25 01:00", MADRID))
    assert first == at("2026-10-25 02:30", MADRID, fold=0)
    assert due_at(settings, FOR_THE_DIGEST, first + 1) == at("2026-10-26 02:30", MADRID)


def test_quiet_hours_that_end_at_a_time_that_comes_twice_end_with_the_second() -> None:
    """New York, 1 November 2026: 02:00 becomes 01:00."""
    settings = Settings(zone=NEW_YORK, quiet=hours("23:00", "01:30"))
    for moment in (at("2026-11-01 00:30", NEW_YORK), at("2026-11-01 01:45", NEW_YORK, fold=0), at("2026-11-01 01:15", NEW_YORK, fold=1)):
        assert due_at(settings, AT_ONCE, moment) == at("2026-11-01 01:30", NEW_YORK, fold=1)
    open_again = at("2026-11-01 01:45", NEW_YORK, fold=1)
    assert due_at(settings, AT_ONCE, open_again) == open_again


def test_quiet_hours_that_end_at_a_time_that_is_skipped_end_at_the_skip() -> None:
    """New York, 8 March 2026: 02:00 becomes 03:00."""
    settings = Settings(zone=NEW_YORK, quiet=hours("23:00", "02:30"))
    assert due_at(settings, AT_ONCE, at("2026-03-08 01:59", NEW_YORK)) == at("2026-03-08 03:00", NEW_YORK)


def test_a_zone_that_shifts_by_half_an_hour() -> None:
    """Lord Howe, 4 October 2026: 02:00 becomes 02:30."""
    zone = "Australia/Lord_Howe"
    settings = Settings(zone=zone, digest=2 * 60 + 15)
    assert due_at(settings, FOR_THE_DIGEST, at("2026-10-04 01:00", zone)) == at("2026-10-04 02:30", zone)


def test_at_the_change_of_clocks_quiet_hours_that_leave_one_minute_still_end() -> None:
    settings = Settings(zone=NEW_YORK, quiet=(2 * 60 + 1, 2 * 60))
    due = due_at(settings, AT_ONCE, at("2026-03-07 12:00", NEW_YORK))
    assert due is not None and due < at("2026-03-10 12:00", NEW_YORK)


ZONES = st.sampled_from([LONDON, MADRID, NEW_YORK, "UTC", "Asia/Kathmandu", "America/Bogota", "Australia/Lord_Howe", "Africa/Casablanca"])
MINUTES = st.integers(0, DAY - 1)
CHOICES = st.builds(
    Settings,
    language=st.sampled_from(["en", "es"]),
    paused=st.booleans(),
    at_once_from=st.sampled_from([1, 2]),
    digest=st.none() | MINUTES,
    quiet=st.none() | st.tuples(MINUTES, MINUTES).filter(lambda pair: pair[0] != pair[1]),
    zone=ZONES,
    break_quiet=st.booleans(),
    wording=st.sampled_from(WORDINGS),
    on_shift=st.booleans(),
)
#: 2024 to 2030: every change of clocks these zones have announced.
MOMENTS = st.integers(1_704_067_200, 1_893_456_000)


@given(CHOICES, st.sampled_from([1, 2]), MOMENTS, st.integers(0, 4 * 86_400))
def test_a_ping_is_never_early_never_in_quiet_hours_and_never_lost(settings: Settings, urgent: int, noticed: int, late: int) -> None:
    now = noticed + late
    due = due_at(settings, urgent, noticed, now)
    if settings.paused or (urgent < settings.at_once_from and settings.digest is None):
        assert due is None
        return
    assert due is not None and due >= now
    assert due - now < 4 * 86_400
    if settings.quiet and not (urgent == 2 and settings.break_quiet):
        local = datetime.fromtimestamp(due, ZoneInfo(settings.zone))
        begin, end = settings.quiet
        minute = local.hour * 60 + local.minute
        within = begin <= minute < end if begin < end else minute >= begin or minute < end
        # In the hours around a change of clocks the wall shows times of the night twice, or skips the end.
        changing = local.utcoffset() != (local - timedelta(days=1)).utcoffset()
        assert changing or not within


@given(CHOICES, st.sampled_from([1, 2]), MOMENTS)
def test_asked_again_when_due_it_is_due_at_once(settings: Settings, urgent: int, now: int) -> None:
    """The outbox may ask once more before it sends: that puts nothing off."""
    due = due_at(settings, urgent, now)
    if due is not None:
        again = due_at(replace(settings, at_once_from=1), urgent, due)
        assert again == due


# ---- kept and found again -----------------------------------------------------------------------------------------


@given(CHOICES)
def test_settings_survive_being_kept(settings: Settings) -> None:
    assert Settings.from_map(cbor2.loads(cbor2.dumps(settings.to_map()))) == settings


def test_what_an_older_version_did_not_keep_has_its_default() -> None:
    assert Settings.from_map({"language": "es"}) == Settings(language="es")


@pytest.mark.parametrize(
    "kept",
    [None, [], {"languages": "es"}, {"language": "xx"}, {"quiet": [1]}, {"quiet": 5}, {"zone": 5}, {"digest": "18:00"}, {"zone": "Europe"}],
)
def test_what_is_no_settings_is_refused(kept: object) -> None:
    with pytest.raises(WrongShape):
        Settings.from_map(kept)


@pytest.mark.parametrize(
    "choice",
    [
        {"language": "fr"}, {"digest": DAY}, {"digest": -1}, {"digest": True}, {"quiet": (60, 60)}, {"quiet": (0, DAY)}, {"quiet": [1, 2]},
        {"at_once_from": 0}, {"at_once_from": 3}, {"at_once_from": True}, {"zone": "Mars/Base"}, {"zone": "../zone"}, {"zone": ""}, {"rest_since": -1}, {"rest_since": True},
        {"paused": 1}, {"wording": "alert"},
    ],
)  # fmt: skip
def test_a_choice_that_is_none_is_refused(choice: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        Settings(**choice)  # type: ignore[arg-type]  # what this test is about
