"""Figures: what came in, what went out, how long it took, and how that was counted. Numbers, never content (protocol §6.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

from .desk import State

#: A kind that was reported fewer times than this could point at somebody; it is counted among *other-kinds*.
FEWEST_SHOWN: Final = 3

HOW: Final = (
    "Counted by arrival, in whole numbers. Reports whose reporter said no to figures are left out. "
    f"Kinds with fewer than {FEWEST_SHOWN} reports are counted together; one report can have several kinds. "
    "Hours are the median from arrival to publication."
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What figures need of a report. Times are Unix seconds."""

    kinds: tuple[str, ...] = field(repr=False)
    state: State
    arrived: int
    published: int | None = None
    in_figures: bool = True


def figures(reports: Iterable[Counted], *, since: int, until: int, note: str = HOW) -> dict[str, Any]:
    """The content of a ``figures`` statement for reports that arrived from ``since`` up to, not including, ``until``."""
    counted = [report for report in reports if report.in_figures and since <= report.arrived < until]
    went_out = [report for report in counted if report.state in (State.PUBLISHED, State.SO_FAR)]
    counts = {
        "received": len(counted),
        "published": len(went_out),
        "declined": sum(report.state is State.DECLINED for report in counted),
        "merged": sum(report.state is State.MERGED for report in counted),
        "withdrawn": sum(report.state is State.WITHDRAWN for report in counted),
    }
    counts["open"] = len(counted) - sum(counts[name] for name in ("published", "declined", "merged", "withdrawn"))
    hours = [max(0, report.published - report.arrived) / 3600 for report in went_out if report.published is not None]
    if hours:
        counts["hours"] = round(median(hours))
    kinds = Counter(kind for report in counted for kind in set(report.kinds))
    shown = {f"kind-{kind}": count for kind, count in kinds.items() if count >= FEWEST_SHOWN}
    few = sum(count for count in kinds.values() if count < FEWEST_SHOWN)
    return {"from": since, "to": until, "counts": counts | shown | ({"other-kinds": few} if few else {}), "note": note}
