/** What home counts beside a moderator's desk. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as casework from "../../src/alerts/casework";
import { Moderator } from "../../src/alerts/moderator";
import { waitsAtDesk } from "../../src/features/home/waiting";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";

it("a report that nobody has taken waits, and no more once it is taken", async () => {
  const file = new URL("../../../tests/vectors/scenarios/honest-report-and-follow-ups.json", import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  const ana = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(ana, response, new Told());
  if (!(ana instanceof Moderator)) throw new Error("the scenario's reader does not moderate");
  const [found] = casework.cases(ana);
  if (found === undefined) throw new Error("the scenario has a report");
  expect([found.state, waitsAtDesk(ana, 0)]).toEqual(["received", 1]);
  const [person] = ana.me;
  ana.log.steps.set(found.report.id, [{ time: 1, person, event: "claim", data: {}, epoch: 1 }]);
  expect(waitsAtDesk(ana, 0)).toBe(0);
});
