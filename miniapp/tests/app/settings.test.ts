import { expect, it } from "vitest";
import { together } from "../../src/app/news";
import { NO_SETTINGS, settingsFrom, settingsValue } from "../../src/app/settings";

it("settings come back as they were written", () => {
  const one = { stay: 900, synced: 1_790_000_000, words: true, areas: ["harbour"], languages: ["en", "ro"] } as const;
  expect(settingsFrom(settingsValue(one))).toEqual(one);
});

it.each([[null], [7], [[]], [{}], [{ stay: 10_000, areas: "harbour", words: 1, synced: "now", languages: [3] }]])(
  "what is no settings record is as at the beginning: %j",
  (value) => {
    expect(settingsFrom(value)).toEqual(NO_SETTINGS);
  },
);

it("a refusal that comes again is told once", () => {
  const [one, other] = [{ seq: 3, error: "WrongGate", detail: "a" }, { seq: 4, error: "WrongGate", detail: "b" }];
  expect(together([one], [{ ...one, detail: "again" }, other, other])).toEqual([one, other]);
});
