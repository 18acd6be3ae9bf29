"""Figures: they add up, leave out who said no, and point at nobody."""

from __future__ import annotations

from alerts.contents import check_content
from alerts.desk import State
from alerts.figures import Counted, figures

REPORTS = [
    *(Counted(("threats",), State.PUBLISHED, 100 + n, 100 + n + 3600 * (n + 1)) for n in range(3)),
    Counted(("threats", "weapon"), State.DECLINED, 200),
    Counted(("weapon",), State.CLAIMED, 300),
    Counted(("drugging",), State.WITHDRAWN, 400),
    Counted(("threats",), State.PUBLISHED, 500, 600, in_figures=False),
    Counted(("threats",), State.PUBLISHED, 1000, 1100),
]


def test_every_report_that_arrived_in_time_is_counted_once() -> None:
    counts = figures(REPORTS, since=100, until=1000)["counts"]
    assert counts["received"] == 6 == sum(counts[name] for name in ("published", "declined", "merged", "withdrawn", "open"))
    assert (counts["published"], counts["declined"], counts["withdrawn"], counts["open"], counts["hours"]) == (3, 1, 1, 1, 2)


def test_a_kind_that_could_point_at_somebody_is_not_named() -> None:
    counts = figures(REPORTS, since=100, until=1000)["counts"]
    assert counts["kind-threats"] == 4 and counts["other-kinds"] == 3
    assert "kind-weapon" not in counts and "kind-drugging" not in counts


def test_figures_are_the_content_of_a_statement_and_say_how_they_were_counted() -> None:
    content = figures([], since=0, until=1)
    check_content("figures", content)
    assert content["counts"]["received"] == 0 and "median" in content["note"]
