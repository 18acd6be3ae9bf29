/** When a recovery box is posted (protocol §7.6). The twin of what `tests/alerts/hostile/test_hostile_recovery.py` says of it. */

import { expect, test } from "vitest";
import { Recoverable, SPREAD } from "../../src/alerts/recoverable";

const NOW = 1_800_000_000;

test("nobody who never looked at her words leaves a box", () => {
  expect(new Recoverable().isDue(231, NOW)).toBe(false);
});

test("the first goes at once; later ones at a time that is drawn from two weeks, and kept", () => {
  const one = new Recoverable();
  one.wanted = true;
  expect(one.isDue(231, NOW)).toBe(true);
  one.stands(231);
  expect(one.isDue(231, NOW)).toBe(false);
  expect(one.isDue(232, NOW, (count) => count - 1)).toBe(false);
  const again = Recoverable.fromState(one.state());
  expect(again.state()).toEqual([true, 231, NOW + SPREAD - 1, null]);
  expect(again.isDue(232, NOW + SPREAD - 2)).toBe(false);
  expect(again.isDue(232, NOW + SPREAD - 1)).toBe(true);
  again.stands(232);
  expect(again.state()).toEqual([true, 232, null, null]);
});

test("the times that are drawn differ, and lie within two weeks", () => {
  const drawn = Array.from({ length: 50 }, () => {
    const one = Recoverable.fromState([true, 1, null, null]);
    one.isDue(2, 0);
    return one.due ?? -1;
  });
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(SPREAD);
  expect(new Set(drawn).size).toBeGreaterThan(40);
});

test("a clock that was put back posts nothing", () => {
  expect(Recoverable.fromState([true, 231, null, null]).isDue(230, 0)).toBe(false);
});

test("a relay that lost something gets it again, at a time that is drawn, and once", () => {
  const one = Recoverable.fromState([true, 231, null, null]);
  one.mayBeLost(NOW, (count) => count - 1);
  one.mayBeLost(NOW, () => 0);
  expect(one.state()).toEqual([true, 231, NOW + SPREAD - 1, 231]);
  expect(one.isDue(231, NOW + SPREAD - 2)).toBe(false);
  expect(one.isDue(230, NOW + SPREAD)).toBe(false);
  expect(one.isDue(231, NOW + SPREAD - 1)).toBe(true);
  one.stands(231);
  one.mayBeLost(NOW, () => 0);
  expect(one.isDue(231, NOW + 2 * SPREAD)).toBe(false);
});

test("a box that never stood is not lost", () => {
  const one = Recoverable.fromState([true, null, null, null]);
  one.mayBeLost(NOW, () => 5);
  expect(one.state()).toEqual([true, null, null, null]);
});
