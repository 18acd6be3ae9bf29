import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../src/alerts/charter";
import { validateReport, FIELDS } from "../../src/alerts/report";
import { dayBefore, nearDay, nearOf, NEAR, pickedDay } from "../../src/features/report/dates";
import { linesOf } from "../../src/features/report/lines";
import { REVIEW, after, alone, before, progress, stepCalled, stepsFor } from "../../src/features/report/steps";

describe("the questions of a report", () => {
  it("ask for every field there is", () => {
    const asked = new Set<string>(stepsFor({}, true).map((step) => step.name));
    // People are asked with persons, the language with what is written.
    expect(Object.keys(FIELDS).filter((name) => !asked.has(name))).toEqual(["people", "language"]);
  });

  it("lead from the first to the review, and back the same way", () => {
    for (const answers of [{}, { kinds: ["condom"] }]) {
      const steps = stepsFor(answers, false);
      const names = ["kinds"];
      while (names.at(-1) !== REVIEW) names.push(after(names.at(-1) ?? "", steps));
      expect(names).toHaveLength(steps.length + 1);
      const back = [REVIEW];
      for (let at = before(REVIEW, steps); at !== null; at = before(at, steps)) back.push(at);
      expect(back.reverse()).toEqual(names);
    }
  });

  it("show what cannot wait where it applies, once, right after the first", () => {
    expect(after("kinds", stepsFor({ kinds: ["non-payment"] }, false))).toBe("consent");
    for (const kind of ["sexual-assault", "condom", "drugging"]) expect(after("kinds", stepsFor({ kinds: [kind] }, false))).toBe("health");
    expect(after("kinds", stepsFor({ kinds: ["condom"] }, true))).toBe("consent");
  });

  it("go on after one that is not asked any more", () => {
    expect(stepCalled("health", stepsFor({}, false))?.name).toBe("consent");
    expect(stepCalled("from a later version", stepsFor({}, false))).toBeNull();
  });

  it("count what is asked, and nothing else", () => {
    const steps = stepsFor({ kinds: ["condom"] }, false);
    expect(progress("kinds", steps)).toEqual({ at: 1, of: 15 });
    expect(progress("consent", steps)).toEqual({ at: 2, of: 15 });
    expect(progress("support", steps)).toEqual({ at: 15, of: 15 });
  });

  it("no and nothing stand alone", () => {
    expect(alone(["talk"], ["talk", "none"])).toEqual(["none"]);
    expect(alone(["none"], ["none", "talk"])).toEqual(["talk"]);
    expect(alone([], ["none"])).toEqual(["none"]);
    expect(alone(["talk"], ["talk", "legal"])).toEqual(["talk", "legal"]);
  });
});

describe("days", () => {
  const today = new Date(2026, 2, 1, 1, 30);

  it("are those of the phone's own calendar, over the ends of months and years", () => {
    expect(dayBefore(today, 0)).toBe("2026-03-01");
    expect(dayBefore(today, 1)).toBe("2026-02-28");
    expect(dayBefore(new Date(2026, 0, 1), 1)).toBe("2025-12-31");
  });

  it("that are near are found again, and can all be sent", () => {
    for (const near of NEAR) {
      const when = nearDay(near, today);
      expect(nearOf(when, today)).toBe(near);
      expect(validateReport({ kinds: ["condom"], when }, { policy: DEFAULT_POLICY }).when).toEqual(when);
    }
    expect(nearOf(null, today)).toBeNull();
  });

  it("that are picked lie behind us", () => {
    expect(pickedDay("2026-03-01", today)).toEqual({ date: "2026-03-01", precision: "day" });
    for (const no of ["2026-03-02", "", "1899-12-31", "tomorrow"]) expect(pickedDay(no, today)).toBeNull();
  });
});

it("a report in words leaves nothing out that she said", () => {
  const said = {
    kinds: ["condom"], consent: { share: "peers", show_first: true, hold: true, figures: false }, relationship: "self",
    when: { date: "2026-03-01", precision: "day", band: "18-24" }, area: "North", place: "car", contact: ["app"], people: 2,
    persons: [{ role: "client", names: ["Dave"], marks: ["beard"], weapon: ["knife"], accent: "pl", languages: ["en"], detail: "limps" }],
    identifiers: [{ type: "plate", value: "KX", partial: "ends" }], vehicles: [{ type: "van", colour: "white", make: "Ford", detail: "dog inside" }],
    happened: "a", pattern: "b", injuries: "c", ongoing: ["is-nearby"], support: ["talk"], language: "en",
  };
  const lines = linesOf(validateReport(said, { policy: DEFAULT_POLICY }));
  const labels = new Set(lines.map((line) => line.label));
  expect(Object.keys(FIELDS).filter((name) => name !== "language" && !labels.has(`report-${name}`))).toEqual([]);
  const text = JSON.stringify(lines);
  for (const word of ["Dave", "beard", "knife", "limps", "dog inside", "Ford", "bands-18-24", "consent-hold", "consent-no-figures"]) expect(text).toContain(word);
});
