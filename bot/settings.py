"""What one chat chose about its pings, and when a ping is due under that (product: *In the chat with the bot*).

Pure: the clock is an argument. Times are whole seconds since 1970; minutes of the day are as her clock on the wall shows them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from crypto.errors import BadInput, ParasolError, WrongShape

from .languages import LANGUAGES

#: What a ping says. Each is a message ``ping-…`` of the catalogues, and none says what this is about.
WORDINGS: Final = ("item", "update", "dot")
#: The header's ``urgent`` (protocol §5.2). The bot sees nothing finer: 2 is *dangerous and above*, so "only the very worst" can't be promised.
FOR_THE_DIGEST: Final = 1
AT_ONCE: Final = 2

DAY: Final = 24 * 60
_EVENING: Final = 18 * 60


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    """The zone of this IANA name.

    Raises:
        BadInput: there is none. The message doesn't repeat it.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as unknown:  # ZoneInfoNotFoundError is a KeyError; a path or a folder is one of the others
        raise BadInput("no such time zone") from unknown


@dataclass(frozen=True, slots=True)
class Settings:
    """One chat's choices. What is not said here the bot does not know.

    Attributes:
        language: of :data:`LANGUAGES`.
        paused: no pings at all. What comes meanwhile is not made up for.
        at_once_from: the smallest ``urgent`` that doesn't wait for the digest, 1 or 2.
        digest: minute of the day for all the rest, or ``None`` for never.
        quiet: begin and end, minutes of the day, over midnight if the end is smaller; ``None`` for no quiet hours.
        zone: IANA name; what "minute of the day" means.
        break_quiet: ``urgent`` 2 may come in quiet hours. Off unless she asks for it.
        wording: of :data:`WORDINGS`.
        on_shift: wants the desk's pings. Counts only for chats that hold the moderators' subscription.
        rest_since: when she began to want what is not urgent (seconds since 1970). What was before is not made up for.
    """

    language: str = "en"
    paused: bool = False
    at_once_from: int = AT_ONCE
    digest: int | None = _EVENING
    quiet: tuple[int, int] | None = None
    zone: str = "UTC"
    break_quiet: bool = False
    wording: str = "item"
    on_shift: bool = True
    rest_since: int = 0

    def __post_init__(self) -> None:
        """
        Raises:
            BadInput: a value that is none of those above.
        """
        if self.language not in LANGUAGES:
            raise BadInput("no such language")
        if self.wording not in WORDINGS:
            raise BadInput("no such wording")
        if any(type(flag) is not bool for flag in (self.paused, self.break_quiet, self.on_shift)):
            raise BadInput("a switch is on or off")
        if type(self.at_once_from) is not int or self.at_once_from not in (FOR_THE_DIGEST, AT_ONCE):
            raise BadInput("what comes at once begins with 1 or 2")
        if type(self.rest_since) is not int or self.rest_since < 0:
            raise BadInput("a moment is whole seconds since 1970")
        if self.digest is not None and not _is_minute(self.digest):
            raise BadInput("a minute of the day is 0 to 1439")
        if self.quiet is not None:
            if type(self.quiet) is not tuple or len(self.quiet) != 2 or not all(map(_is_minute, self.quiet)):
                raise BadInput("quiet hours are two minutes of the day")
            if self.quiet[0] == self.quiet[1]:
                raise BadInput("quiet hours begin and end at different times")
        zone_of(self.zone)

    @property
    def wants_the_rest(self) -> bool:
        """Whether what is not urgent comes at all."""
        return self.at_once_from == FOR_THE_DIGEST or self.digest is not None

    def to_map(self) -> dict[str, Any]:
        """As it is sealed and kept: plain values by name; ``quiet`` a list of two."""
        return asdict(self) | {"quiet": None if self.quiet is None else list(self.quiet)}

    @classmethod
    def from_map(cls, kept: Any) -> Settings:
        """The same back. Names that an older version did not keep have their defaults.

        Raises:
            WrongShape: not a map that :meth:`to_map` wrote.
        """
        if not isinstance(kept, dict) or not kept.keys() <= cls.__dataclass_fields__.keys():
            raise WrongShape("not the settings of a chat")
        quiet = kept.get("quiet")
        try:
            return cls(**(kept | {"quiet": tuple(quiet) if isinstance(quiet, list) else quiet}))
        except (ParasolError, TypeError) as wrong:
            raise WrongShape("not the settings of a chat") from wrong


def due_at(settings: Settings, urgent: int, noticed: int, earliest: int = 0) -> int | None:
    """When the ping for an entry of this ``urgent`` goes to this chat: at once, later, or never (``None``).

    At once if it is urgent enough for her, otherwise with the next digest. Quiet hours put it off to their end, unless it is
    urgent 2 and she lets those through.

    Args:
        noticed: when the bot saw the entry.
        earliest: before this it cannot go: the present, or later. What was held up until her quiet hours waits for their end like any other.
    """
    if settings.paused or urgent < FOR_THE_DIGEST or (urgent < AT_ONCE and noticed < settings.rest_since):
        return None
    moment = noticed
    if urgent < settings.at_once_from:
        if settings.digest is None:
            return None
        moment = _next(settings.digest, zone_of(settings.zone), noticed)
    moment = max(moment, earliest)
    return moment if urgent >= AT_ONCE and settings.break_quiet else _after_quiet(settings, moment)


def desk_due_at(settings: Settings, noticed: int, earliest: int = 0) -> int | None:
    """When the desk's ping goes to this moderator: at once if she is on shift, after her quiet hours; otherwise never. The moments as above."""
    return None if settings.paused or not settings.on_shift else _after_quiet(settings, max(noticed, earliest))


def _is_minute(value: object) -> bool:
    return type(value) is int and 0 <= value < DAY


def _after_quiet(settings: Settings, moment: int) -> int:
    """``moment``, or the end of the quiet hours it falls into."""
    # On the day the clocks change, one night's end can be the next night's beginning; a week of that is more than any zone has.
    for _ in range(7 if settings.quiet else 0):
        end = _quiet_until(settings, moment)
        if end is None:
            break
        moment = end
    return moment


def _quiet_until(settings: Settings, moment: int) -> int | None:
    """When the quiet hours around ``moment`` end; ``None`` outside them."""
    if settings.quiet is None:
        return None
    zone = zone_of(settings.zone)
    begin, end = settings.quiet
    today = datetime.fromtimestamp(moment, zone).date()
    for day in (today - timedelta(days=1), today, today + timedelta(days=1)):
        last_day = day if begin < end else day + timedelta(days=1)
        # An hour that comes twice is quiet both times: waking her early is worse than a ping an hour late.
        until = _instant(last_day, end, zone, second_time=True)
        if _instant(day, begin, zone) <= moment < until:
            return until
    return None


def _next(minute: int, zone: ZoneInfo, now: int) -> int:
    """The first moment from ``now`` on at which the clock on the wall comes to ``minute``; once a day, whatever the clocks do."""
    today = datetime.fromtimestamp(now, zone).date()
    coming = (_instant(today + timedelta(days=days), minute, zone) for days in (-1, 0, 1, 2))
    return min(moment for moment in coming if moment >= now)


def _instant(day: date, minute: int, zone: ZoneInfo, *, second_time: bool = False) -> int:
    """When the clock on the wall shows ``minute`` of ``day``.

    A time that comes twice is the first of the two, or the second if asked. A time that is skipped is the moment of the skip.
    """
    wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)
    first, second = (int(wall.replace(fold=fold).timestamp()) for fold in (0, 1))
    if second >= first:
        return second if second_time else first
    # Skipped (PEP 495: fold 0 reckons with the offset before the change, so it is the later of the two). Between them the offset
    # changes once; that moment is looked for.
    before, after = second, first
    old = datetime.fromtimestamp(before, zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
