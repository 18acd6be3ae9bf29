"""What this device knows is told at once; the news comes after it. Somebody may stand before a car door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from crypto.errors import BadInput

from .base import Answer, Context
from .device import PATIENCE, Work, opened


@asynccontextmanager
async def reading(context: Context) -> AsyncIterator[Work]:
    """The vault, open for reading; nothing was asked of the relay yet."""
    async with opened(context, offline=True, beside=True, later=True) as work:
        yield work


async def told(work: Work, answer: Callable[[], Answer]) -> Answer:
    """The answer with the news in it. Whoever watches has seen the one without before, and is told whether anything changed.

    Args:
        answer: what to say now. It says the same if nothing changed, so it asks no clock.
    """
    terminal, offline = work.context.terminal, work.context.options.offline
    first = _now_or_later(answer) if terminal.read and not offline else None
    if first is None:
        if not offline:
            await work.ask_relay(PATIENCE, offline=True)
        work.warn_if_stale()
        return _whole(work, answer())
    terminal.show({}, [*first.lines, f"As of {work.as_of}. Asking for news…"])
    await work.ask_relay(PATIENCE, offline=True)
    work.warn_if_stale()
    now = answer()
    if now.lines != first.lines:
        now.lines = ["", "NEWS. This takes the place of what stands above:", "", *now.lines]
        return _whole(work, now)
    now.lines = [] if work.trouble is not None else ["Nothing new: what stands above is all there is."]
    return _whole(work, now)


def _now_or_later(answer: Callable[[], Answer]) -> Answer | None:
    try:
        return answer()
    except BadInput:
        # What she asks for may be in the news.
        return None


def _whole(work: Work, answer: Answer) -> Answer:
    # Beside the answer: whoever reads *no record* must read in the same glance how old that is.
    answer.lines += [f"! {warning}" for warning in work.warnings] + [f"As of {work.as_of}."]
    answer.value["warnings"] = work.warnings
    answer.status = work.status
    return answer
