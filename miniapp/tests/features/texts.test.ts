/** What is asked for by a name that is put together: the catalogue must have all of it. */

import { resolve } from "node:path";
import { expect, it } from "vitest";
import { FIRST, messagesOf } from "../../build/catalogues";
import { PERSON, VEHICLE } from "../../src/alerts/report";
import { STATUSES } from "../../src/features/mine/standing";
import { NEAR } from "../../src/features/report/dates";
import { stepsFor } from "../../src/features/report/steps";

it("every name that is put together is in the catalogue", () => {
  const known = messagesOf(resolve(import.meta.dirname, "../../../locales"), FIRST);
  const steps = stepsFor({ kinds: ["condom"] }, false);
  const asked = [
    ...steps.map((step) => `report-${step.name}`),
    ...steps.filter((step) => step.kind === "write").map((step) => `report-${step.name}-field`),
    "report-people",
    "report-review",
    ...STATUSES.map((status) => `status-${status}`),
    ...["other", "here", "withdrawing"].map((status) => `status-${status}`),
    ...[0, 1, 2].map((have) => `mine-have-${have}`),
    ...["here", "taken", "received"].flatMap((state) => [`sent-${state}`, `sent-title-${state}`]),
    "sent-title-added",
    ...NEAR.map((near) => `when-${near}`),
    ...Object.keys(PERSON).map((name) => `person-q-${name}`),
    ...Object.keys(VEHICLE).map((name) => `vehicle-q-${name}`),
    ...["exact", "probable", "part", "look", "other-plate"].map((strength) => `check-${strength}`),
    ...["show-first", "hold", "no-figures", "not-said"].map((wish) => `consent-${wish}`),
    "check-no-record",
    "check-no-record-since",
  ];
  expect(asked.filter((id) => !known.has(id))).toEqual([]);
});
