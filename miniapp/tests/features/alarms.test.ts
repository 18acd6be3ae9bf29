/** What moderators are told of wrong keys: what, whose word, and whether it is mended. The twin of `tests/cli/test_alarms_in_words.py`. */

import { resolve } from "node:path";
import { expect, it } from "vitest";
import { messagesOf } from "../../build/catalogues";
import { BytesMap, BytesSet } from "../../src/alerts/keyed";
import type { Moderator } from "../../src/alerts/moderator";
import type { Epoch } from "../../src/alerts/things";
import { ALARMS, alarmsOf } from "../../src/features/desk/alarms";
import { hoursLeft } from "../../src/features/desk/cases";

const KNOWN = messagesOf(resolve(import.meta.dirname, "../../../locales"), "en");
const [ME, OTHER] = [1, 2].map((byte) => new Uint8Array(16).fill(byte)) as [Uint8Array, Uint8Array];
const epoch = (number: number, seq: number, people: Uint8Array[]): Epoch => ({ number, seq, people: new BytesSet(people), public: { desk: 1, cosigners: [] } }) as unknown as Epoch;

function moderator(epochs: Epoch[], alarmed: { seq: number; error: string }[]): Moderator {
  const newest = epochs.at(-1);
  const board = {
    epochs: new Map(epochs.map((one) => [one.number, one])), epoch: newest, alarmed, deskKeys: new Map([[1, new Uint8Array(0)]]),
    charter: { people: [] },
  }; // prettier-ignore
  const log = { members: new BytesMap(), deskSeeds: new Map([[1, []]]), cosigners: new BytesMap() };
  return { board, log, me: [ME, 0] } as unknown as Moderator;
}

it("an alarm says what is wrong, who signed, whether that was oneself, and whether it is mended; each once", () => {
  const wrong = [{ seq: 7, error: "WrongGate", detail: "" }, { seq: 5, error: "WrongCover", detail: "" }];
  const device = moderator([epoch(1, 5, [OTHER]), epoch(2, 7, [ME, OTHER])], [{ seq: 7, error: "WrongGate" }]);
  const found = alarmsOf(device, wrong).filter(({ what }) => what !== "desk");
  expect(found.map(({ what, mine, mended, signedBy }) => [what, mine, mended, signedBy.length])).toEqual([["gate", true, false, 2], ["cover", false, true, 1]]);
});

it("what was refused is no alarm: it began no keys", () => {
  const device = moderator([epoch(1, 5, [OTHER])], []);
  const told = [{ seq: 9, error: "WrongCover", detail: "" }, { seq: 5, error: "BelowQuorum", detail: "" }];
  expect(alarmsOf(device, told).filter(({ what }) => what !== "desk")).toEqual([]);
});

it("every alarm has its words", () => {
  for (const what of Object.values(ALARMS)) expect(KNOWN.has(`alarm-${what}`)).toBe(true);
});

it("people are reminded of an alert with one moderator so far from 24 hours on, with the time it has left", () => {
  const hours = (after: number): number | null => hoursLeft(1_000_000, 1_000_000 + after * 3600);
  expect([0, 23, 24, 48, 71, 72, 100].map(hours)).toEqual([null, null, 48, 24, 1, null, null]);
});
