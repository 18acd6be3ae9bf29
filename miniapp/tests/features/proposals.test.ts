import { expect, it } from "vitest";
import { othersNeeded } from "../../src/features/collective/proposals";

it("nobody is said to be waited for whose word is not needed", () => {
  expect(othersNeeded({ count: 0, needed: 1, mine: false })).toBe(0);
  expect(othersNeeded({ count: 1, needed: 1, mine: true })).toBe(0);
  expect(othersNeeded({ count: 1, needed: 1, mine: false })).toBe(0);
  expect(othersNeeded({ count: 0, needed: 2, mine: false })).toBe(1);
  expect(othersNeeded({ count: 1, needed: 2, mine: true })).toBe(1);
  expect(othersNeeded({ count: 1, needed: 3, mine: false })).toBe(1);
});
