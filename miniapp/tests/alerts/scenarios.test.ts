/** All scenarios of `tests/vectors/scenarios/`. The twin of the first half of `tests/alerts/hostile/test_hostile_scenarios.py`. */

import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { Moderator } from "../../src/alerts/moderator";
import { answer, NOT_YET, outcome, partsOf, readerOf, reopened, Told, unknownTo, type Response, type Scenario } from "./scenarioPlayer";

const FOLDER = new URL("../../../tests/vectors/scenarios/", import.meta.url);
const SCENARIOS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name): [string, Scenario] => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Scenario]);
const PARTLY = SCENARIOS.filter(([, scenario]) => partsOf(scenario).some((part) => NOT_YET.includes(part)));

afterAll(() => {
  const missing = (scenario: Scenario) => partsOf(scenario).filter((part) => NOT_YET.includes(part));
  const lines = PARTLY.map(([name, scenario]) => `  ${name}: ${missing(scenario).join(", ")}`);
  if (lines.length === 0) return;
  process.stdout.write([`${lines.length} scenarios of which ${NOT_YET.join(" and ")} are not played yet:`, ...lines, ""].join("\n"));
});

/** What is expected, and was played. */
function expected(scenario: Scenario): Record<string, unknown> {
  return Object.fromEntries(Object.entries(scenario.expect).filter(([name]) => !(NOT_YET as readonly string[]).includes(name)));
}

/** Whether the error that refuses the last response can only come of a part that is not played yet. */
function refusedByWhatIsNotPlayed(scenario: Scenario): boolean {
  return scenario.expect.raises !== null && NOT_YET.some((part) => scenario.responses.at(-1)?.[part] !== undefined);
}

const PLAYED = SCENARIOS.filter(([, scenario]) => !refusedByWhatIsNotPlayed(scenario));

test.each(SCENARIOS)("%s holds nothing that the player does not know", (name, scenario) => {
  expect(unknownTo(scenario)).toEqual([]);
  expect(scenario.name).toBe(name);
});

test.each(PLAYED)("%s", async (_, scenario) => {
  const reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    expect(raises, "only the last answer may be refused").toBeNull();
    raises = await answer(reader, response, told);
  }
  expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(expected(scenario));
});

test.each(PLAYED)("%s, and the vault closed and opened after each answer", async (_, scenario) => {
  let reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    raises = await answer(reader, response, told);
    reader = await reopened(reader);
  }
  expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(expected(scenario));
});

/** The same answer as a relay might cut it: one entry of the board at a time, but for the first two, then one of the log, then one letter. */
function* pages(response: Response, first: boolean): Generator<Response> {
  if (response.welcome !== undefined) {
    // The announcement that her invite names is looked for when all of the board is there.
    yield response;
    return;
  }
  const { now, head, entries, boxes, log, mail } = response;
  const clock = now === undefined ? {} : { now };
  const together = first ? 2 : 0;
  if (entries.length === 0) yield { ...clock, head, entries };
  else yield { ...clock, head, entries: entries.slice(0, together) };
  for (const entry of entries.slice(together)) yield { ...clock, head, entries: [entry] };
  if (boxes !== undefined) yield { ...clock, head: null, entries: [], boxes };
  if (log !== undefined) {
    for (const entry of log.entries) yield { ...clock, head: null, entries: [], log: { head: log.head, entries: [entry] } };
    yield { ...clock, head: null, entries: [], log: { head: log.head, entries: [] } };
  }
  for (const letter of mail ?? []) yield { ...clock, head: null, entries: [], mail: [letter] };
}

test.each(PLAYED)("%s, entry by entry", async (_, scenario) => {
  const reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    raises = null;
    for (const page of pages(response, reader.entries.length === 0)) raises ??= await answer(reader, page, told);
  }
  // An answer that cannot be parsed is refused whole; in pages, what came before it is kept.
  expect(raises).toBe(scenario.expect.raises);
  if (raises === null) expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(expected(scenario));
});

describe("of each part there is a scenario", () => {
  const refusals = ({ expect: said }: Scenario) => JSON.stringify([said.raises, said["refused"], said["withheld"], said["log"]]);
  const honest = PLAYED.map(([, scenario]) => scenario).filter(
    ({ expect: said }) => said.raises === null && JSON.stringify(said["refused"]) === "[]",
  );

  test("that is read by a member, and one by a moderator", async () => {
    const kinds = new Set<boolean>();
    for (const [, scenario] of PLAYED) kinds.add((await readerOf(scenario.given)) instanceof Moderator);
    expect(kinds).toEqual(new Set([true, false]));
  });

  test("in which something is believed, so that who refuses everything fails", () => {
    expect(honest.some(({ expect: said }) => JSON.stringify(said["alerts"]) !== "[]")).toBe(true);
    expect(honest.some(({ expect: said }) => JSON.stringify(said["boxes"]) === '["taken"]')).toBe(true);
    expect(honest.some(({ expect: said }) => /"question",\d+,"needs-info"/.test(JSON.stringify(said["mail"] ?? null)))).toBe(true);
    expect(honest.some((scenario) => /"members":\[\[/.test(refusals(scenario)) && /"steps":\[\[/.test(refusals(scenario)))).toBe(true);
  });
});
