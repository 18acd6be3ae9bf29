/** Figures: they add up, leave out who said no, and point at nobody. The twin of `tests/alerts/test_figures.py`. */

import { expect, test } from "vitest";
import { type Counted, figures } from "../../src/alerts/figures";

const REPORTS: Counted[] = [
  ...[0, 1, 2].map((n): Counted => ({ kinds: ["threats"], state: "published", arrived: 100 + n, published: 100 + n + 3600 * (n + 1) })),
  { kinds: ["threats", "weapon"], state: "declined", arrived: 200 },
  { kinds: ["weapon"], state: "claimed", arrived: 300 },
  { kinds: ["drugging"], state: "withdrawn", arrived: 400 },
  { kinds: ["threats"], state: "published", arrived: 500, published: 600, inFigures: false },
  { kinds: ["threats"], state: "published", arrived: 1000, published: 1100 },
];

test("every report that arrived in time is counted once", () => {
  const { counts } = figures(REPORTS, { since: 100, until: 1000 });
  expect(counts).toMatchObject({ received: 6, published: 3, declined: 1, merged: 0, withdrawn: 1, open: 1, hours: 2 });
});

test("a kind that could point at somebody is not named", () => {
  const { counts } = figures(REPORTS, { since: 100, until: 1000 });
  expect([counts["kind-threats"], counts["other-kinds"]]).toEqual([4, 3]);
  expect(Object.keys(counts).filter((name) => name.startsWith("kind-"))).toEqual(["kind-threats"]);
});

test("half an hour is rounded as the other implementation rounds it", () => {
  const after = (hours: number): Counted => ({ kinds: [], state: "so-far", arrived: 0, published: hours * 3600 });
  const hours = (...all: number[]): number | undefined => figures(all.map(after), { since: 0, until: 1 }).counts["hours"];
  expect([hours(0.5), hours(1.5), hours(2.5), hours(2, 3), hours(1, 2, 9), hours(2.6)]).toEqual([0, 2, 2, 2, 2, 3]);
});

test("figures say how they were counted", () => {
  const content = figures([], { since: 0, until: 1 });
  expect(content).toMatchObject({ from: 0, to: 1, counts: { received: 0, open: 0 } });
  expect(content.note).toContain("median");
});
