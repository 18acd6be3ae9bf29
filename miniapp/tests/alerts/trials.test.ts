/** Reading on trial: part by part it gives what reading at once gives, whoever verifies, and nothing is believed before it is verified (ADR 0016). */

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import type { Member } from "../../src/alerts/member";
import { parseEntry, type Entry } from "../../src/crypto/chain";
import { Refused } from "../../src/crypto/errors";
import { platformSays, verifyIn, type Verifier } from "../../src/crypto/platform";
import { b, hex, opt } from "../vectors";
import { readerOf, type Scenario } from "./scenarioPlayer";

const FOLDER = new URL("../../../tests/vectors/scenarios/", import.meta.url);
const SCENARIOS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name): [string, Scenario] => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Scenario]);

const breath = () => Promise.resolve();

function answersOf(scenario: Scenario): Entry[][] {
  return scenario.responses.map(({ entries }) =>
    entries.flatMap(({ header, signature, blob }) => {
      try {
        return [parseEntry({ header: b(header), signature: b(signature), blob: opt(blob) }, "board")];
      } catch (error) {
        if (error instanceof Refused) return []; // refused before anybody reads it
        throw error;
      }
    }),
  );
}

/** All that a board says, and what its device would write down of it. */
function believed(reader: Member): unknown {
  const { board } = reader;
  return {
    chain: board.chain.hashes.map(hex),
    refused: [...board.refused],
    alarms: [...board.alarms],
    things: [...board.things].map(([key, { versions }]) => [hex(key), versions.map(({ seq, people }) => [seq, [...people].map(hex)])]),
    charters: [...board.charters.keys()],
    epochs: [...board.epochs].map(([number, { seq }]) => [number, seq]),
    rest: [board.withheld, [...board.unopened], [...board.unjudged], [...board.skippedKinds], [...board.erased.keys()], board.nextEpoch],
    kept: [reader.entries.length, reader.verified, [...reader.doubted].sort((a, c) => a - c), [...reader.secrets.keys()].map(hex).sort()],
  };
}

type Reads = (reader: Member, entries: readonly Entry[]) => Promise<void> | void;

/** What a reader believes after each answer, and what refused it. */
async function played(scenario: Scenario, read: Reads): Promise<unknown[]> {
  const reader = await readerOf(scenario.given);
  const said: unknown[] = [];
  for (const [i, entries] of answersOf(scenario).entries()) {
    reader.now = scenario.responses[i]?.now ?? reader.now;
    let raised: string | null = null;
    try {
      await read(reader, entries);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      raised = `${error.name}: ${error.detail}`;
    }
    said.push([raised, believed(reader)]);
  }
  return said;
}

const atOnce: Reads = (reader, entries) => { reader.readBoard(entries); };
const inParts = (part: number): Reads => (reader, entries) => reader.readBoardSlowly(entries, breath, part);

afterEach(() => { verifyIn(() => null); });

test.each(SCENARIOS)("%s, in parts of any size", async (_, scenario) => {
  const whole = await played(scenario, atOnce);
  for (const part of [1, 3]) expect(await played(scenario, inParts(part))).toEqual(whole);
});

function by(says: Verifier["says"]): void {
  verifyIn(() => ({ says, end: () => undefined }));
}

describe("whoever verifies", () => {
  // Forged approvals, gates, publications; a chain that breaks; an honest one.
  const few = SCENARIOS.filter(([name]) => /signature|forged|honest-|published-twice/.test(name));

  test("there is something to be refused in these", () => {
    const refused = few.filter(([, { expect: said }]) => said.raises === "BadSignature" || JSON.stringify(said["refused"]).includes("BadSignature"));
    expect(refused.length).toBeGreaterThan(1);
  });

  test.each([
    ["vouches for nothing", (async (claims) => Promise.resolve(claims.map(() => false)))],
    ["vouches for every other one that holds", (async (claims) => (await platformSays(claims)).map((one, i) => one && i % 2 === 0))],
    ["answers too little", (async (claims) => (await platformSays(claims)).slice(1))],
  ] satisfies [string, Verifier["says"]][])("and %s, the board is the same", async (_, says) => {
    for (const [, scenario] of few) {
      by(says);
      expect(await played(scenario, inParts(2))).toEqual(await played(scenario, atOnce));
    }
  });
});

/** A board with alerts, in one answer. */
async function alerted(): Promise<{ reader: Member; entries: Entry[]; whole: unknown }> {
  const [, scenario] = SCENARIOS.find(([name]) => name === "published-twice") ?? [];
  if (scenario === undefined) throw new Error("there is no such scenario");
  const entries = answersOf(scenario).flat();
  const other = await readerOf(scenario.given);
  other.readBoard(entries);
  return { reader: await readerOf(scenario.given), entries, whole: believed(other) };
}

test("nothing is believed before it is verified", async () => {
  const { reader, entries, whole } = await alerted();
  const waiting: (() => void)[] = [];
  by(async (claims) => {
    await new Promise<void>((resolve) => { waiting.push(resolve); });
    return platformSays(claims);
  });
  const reading = reader.readBoardSlowly(entries, breath, 1);
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => { setTimeout(resolve); });
  expect(waiting.length).toBeGreaterThan(1); // it reads ahead
  expect(reader.entries.length).toBe(2); // the founding, which is judged signature by signature
  expect(reader.board.alerts).toEqual([]);
  const answering = setInterval(() => { for (const go of waiting.splice(0)) go(); });
  await reading;
  clearInterval(answering);
  expect(believed(reader)).toEqual(whole);
});

test("who goes away in between has what was read and holds, and can go on from there", async () => {
  const { entries, whole } = await alerted();
  for (let breaths = 1; breaths <= entries.length; breaths++) {
    const { reader } = await alerted();
    let left = breaths;
    const hide = () => (--left === 0 ? Promise.reject(new Error("she hides")) : Promise.resolve());
    await expect(reader.readBoardSlowly(entries, hide, 1)).rejects.toThrow("she hides");
    const read = reader.entries.length;
    const { reader: other } = await alerted();
    other.readBoard(entries.slice(0, read));
    expect(reader.board.chain.hashes).toEqual(other.board.chain.hashes);
    expect(reader.board.alerts.map(({ id }) => id)).toEqual(other.board.alerts.map(({ id }) => id));
    await reader.readBoardSlowly(entries.slice(read), breath);
    expect(believed(reader)).toEqual(whole);
  }
});
