import { expect, it } from "vitest";
import { together } from "../../src/app/news";
import { monthOf, NO_SETTINGS, settingsFrom, settingsValue, used } from "../../src/app/settings";

it("settings come back as they were written", () => {
  const one = { stay: 900, synced: 1_790_000_000, words: true, areas: ["harbour"], languages: ["en", "ro"], data: { month: 24_323, bytes: 7, before: 9 }, willing: true, told: true } as const;
  expect(settingsFrom(settingsValue(one))).toEqual(one);
});

it.each([[null], [7], [[]], [{}], [{ stay: 10_000, areas: "harbour", words: 1, synced: "now", languages: [3], data: { month: 1, bytes: -1, before: 0 }, willing: 1, told: "yes" }]])(
  "what is no settings record is as at the beginning: %j",
  (value) => {
    expect(settingsFrom(value)).toEqual(NO_SETTINGS);
  },
);

it("counts what is used in each month, and keeps the month before", () => {
  const [november, december, june] = [new Date(2026, 10, 30), new Date(2026, 11, 1), new Date(2027, 5, 1)];
  const then = used(used(NO_SETTINGS.data, 100, november), 20, november);
  expect(then).toEqual({ month: monthOf(november), bytes: 120, before: 0 });
  expect(used(then, 5, december)).toEqual({ month: monthOf(november) + 1, bytes: 5, before: 120 });
  expect(used(then, 5, june)).toEqual({ month: monthOf(june), bytes: 5, before: 0 });
  expect(monthOf(new Date(2027, 0, 1))).toBe(monthOf(december) + 1);
});

it("a refusal that comes again is told once", () => {
  const [one, other] = [{ seq: 3, error: "WrongGate", detail: "a" }, { seq: 4, error: "WrongGate", detail: "b" }];
  expect(together([one], [{ ...one, detail: "again" }, other, other])).toEqual([one, other]);
});
