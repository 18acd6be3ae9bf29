import { describe, expect, it } from "vitest";
import { isDue, left, patienceOf } from "../../src/app/leaving";

describe("when the app locks by itself", () => {
  const always = patienceOf(0);
  const quarter = patienceOf(900);

  it("gives who wants the PIN every time half a minute away, and five minutes in front of it", () => {
    expect(left(always, 1000, null, 1000)).toBe(300);
    expect(left(always, 1000, 1010, 1010)).toBe(30);
    expect(left(always, 1000, 1010, 1040)).toBe(0);
    expect(left(always, 1000, null, 1300)).toBe(0);
  });

  it("gives who chose 15 minutes those, away or in front of it", () => {
    expect(left(quarter, 1000, null, 1600)).toBe(300);
    expect(left(quarter, 1000, 1100, 1900)).toBe(0);
    expect(left(quarter, 1000, 1000, 1899)).toBe(1);
  });

  it("is not kept open by a clock that was set back", () => {
    expect(left(patienceOf(28_800), 1000, null, 900)).toBe(0);
  });

  it("begins the time she chose anew while she uses it, at most once a minute, also when the clock was set back", () => {
    expect(isDue(1000, 1059)).toBe(false);
    expect(isDue(1000, 1060)).toBe(true);
    expect(isDue(1000, 900)).toBe(true);
  });
});
