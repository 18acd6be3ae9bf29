/** All scenarios of `tests/vectors/scenarios/`. The twin of the first half of `tests/alerts/hostile/test_hostile_scenarios.py`. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Moderator } from "../../src/alerts/moderator";
import { answer, outcome, partsOf, readerOf, reopened, Told, unknownTo, type Response, type Scenario } from "./scenarioPlayer";

const FOLDER = new URL("../../../tests/vectors/scenarios/", import.meta.url);
const SCENARIOS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name): [string, Scenario] => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Scenario]);
test.each(SCENARIOS)("%s holds nothing that the player does not know", (name, scenario) => {
  expect(unknownTo(scenario)).toEqual([]);
  expect(scenario.name).toBe(name);
});

const EACH_WAY = SCENARIOS.flatMap(([name, scenario]) => (["atOnce", "inTurns"] as const).map((read) => [name, read, scenario] as const));
test.each(EACH_WAY)("%s, read %s", async (_, read, scenario) => {
  const reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    expect(raises, "only the last answer may be refused").toBeNull();
    raises = await answer(reader, response, told, read);
  }
  expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(scenario.expect);
});

test.each(SCENARIOS)("%s, and the vault closed and opened after each answer", async (_, scenario) => {
  let reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    raises = await answer(reader, response, told);
    reader = await reopened(reader);
  }
  expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(scenario.expect);
});

/** The same answer as a relay might cut it: one entry of the board at a time, but for the first two, then one of the log, the desk, one letter. */
function* pages(response: Response, first: boolean): Generator<Response> {
  if (response.welcome !== undefined) {
    // The announcement that her invite names is looked for when all of the board is there.
    yield response;
    return;
  }
  const { now, head, entries, found, boxes, log, desk, mail } = response;
  const clock = now === undefined ? {} : { now };
  const together = first ? 2 : 0;
  if (entries.length === 0) yield { ...clock, head, entries };
  else yield { ...clock, head, entries: entries.slice(0, together) };
  for (const entry of entries.slice(together)) yield { ...clock, head, entries: [entry] };
  if (found !== undefined) yield { ...clock, head: null, entries: [], found };
  if (boxes !== undefined) yield { ...clock, head: null, entries: [], boxes };
  if (log !== undefined) {
    for (const entry of log.entries) yield { ...clock, head: null, entries: [], log: { head: log.head, entries: [entry] } };
    yield { ...clock, head: null, entries: [], log: { head: log.head, entries: [] } };
  }
  if (desk !== undefined) yield { ...clock, head: null, entries: [], desk };
  for (const letter of mail ?? []) yield { ...clock, head: null, entries: [], mail: [letter] };
}

test.each(SCENARIOS)("%s, entry by entry", async (_, scenario) => {
  const reader = await readerOf(scenario.given);
  const told = new Told();
  let raises: string | null = null;
  for (const response of scenario.responses) {
    raises = null;
    for (const page of pages(response, reader.entries.length === 0)) raises ??= await answer(reader, page, told);
  }
  // An answer that cannot be parsed is refused whole; in pages, what came before it is kept.
  expect(raises).toBe(scenario.expect.raises);
  if (raises === null) expect(outcome(reader, raises, told, partsOf(scenario))).toEqual(scenario.expect);
});

describe("of each part there is a scenario", () => {
  const refusals = ({ expect: said }: Scenario) => JSON.stringify([said.raises, said["refused"], said["withheld"], said["log"]]);
  const honest = SCENARIOS.map(([, scenario]) => scenario).filter(
    ({ expect: said }) => said.raises === null && JSON.stringify(said["refused"]) === "[]",
  );

  test("there is a scenario at all", () => {
    expect(SCENARIOS.length).toBeGreaterThan(0);
  });

  test("that is read by a member, and one by a moderator", async () => {
    const kinds = new Set<boolean>();
    for (const [, scenario] of SCENARIOS) kinds.add((await readerOf(scenario.given)) instanceof Moderator);
    expect(kinds).toEqual(new Set([true, false]));
  });

  test("in which something is believed, so that who refuses everything fails", () => {
    expect(honest.some(({ expect: said }) => JSON.stringify(said["alerts"]) !== "[]")).toBe(true);
    expect(honest.some(({ expect: said }) => JSON.stringify(said["boxes"]) === '["taken"]')).toBe(true);
    expect(honest.some(({ expect: said }) => /"question",\d+,"needs-info"/.test(JSON.stringify(said["mail"] ?? null)))).toBe(true);
    const desks = JSON.stringify(honest.map(({ expect: said }) => said["desk"] ?? null));
    for (const joins of [/"admit"\]/, /"member"\]/, /\[1,"[a-z]+",/]) expect(desks).toMatch(joins);
    expect(honest.some((scenario) => /"members":\[\[/.test(refusals(scenario)) && /"steps":\[\[/.test(refusals(scenario)))).toBe(true);
  });
});
