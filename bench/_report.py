"""What all benches print: JSON lines, one for each figure, measured beside its yardstick in the same run."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence


def report(
    bench: str, name: str, values: Sequence[float], unit: str, *, against: str | None = None, yardstick: Sequence[float] | None = None
) -> None:
    """Prints one figure: the median of its runs with the least and the most, and its ratio to the yardstick's median.

    Args:
        values: one for each run, at least one.
        against: what the yardstick is, in words.
        yardstick: its figure in each run; interleaved with ``values``, so that noise of the machine meets both.
    """
    middle = statistics.median(values)
    line = {
        "bench": bench, "name": name, "n": len(values), "value": _short(middle), "unit": unit, "against": against,
        "ratio": _ratio(middle, statistics.median(yardstick)) if yardstick else None,
        "min": _short(min(values)), "max": _short(max(values)),
    }  # fmt: skip
    if yardstick:
        line["yardstick"] = _short(statistics.median(yardstick))
    print(json.dumps(line), flush=True)


def _short(value: float) -> float:
    """Three significant digits below 100, so that small figures stay figures; whole numbers above."""
    return float(f"{value:.3g}") if abs(value) < 100 else round(value)


def _ratio(value: float, yardstick: float) -> float | None:
    """``None`` beside a yardstick of 0: there is no such ratio."""
    return float(f"{value / yardstick:.3g}") if yardstick else None
