/** Reports: friendly reading, strict checking, and what follows from the kinds (protocol §6.6). The twin of `tests/alerts/test_report.py`. */

import { expect, test } from "vitest";
import * as coded from "../../src/alerts/coded";
import { tidyText } from "../../src/alerts/forms";
import {
  FIELDS, MAX_FIELDS_BYTES, type Report, checkReport, consentOf, healthCardApplies, isNuisanceOnly, suggestedSeverity, validateReport,
} from "../../src/alerts/report";
import { BadInput, ParasolError, TooLarge, WrongShape } from "../../src/crypto/errors";
import * as wire from "../../src/crypto/wire";
import type { Value, ValueMap } from "../../src/crypto/wire";
import { EXAMPLE_REPORT } from "./examples";

function read(value: Value, policy: ValueMap = {}): Report {
  return validateReport(value, { policy, country: "GB" });
}

function refusal(value: Value): string {
  try {
    read(value);
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    return (error as BadInput).detail;
  }
  throw new Error("it was not refused");
}

function size(value: Value): number {
  return wire.encode(value).length;
}

// ---- the parse triad ----

test("the example uses every field there is and survives the wire", () => {
  const report = read(EXAMPLE_REPORT);
  expect(Object.keys(report)).toEqual(Object.keys(FIELDS));
  expect(checkReport(wire.decode(wire.encode(report)))).toEqual(report);
  expect(read(report)).toEqual(report);
});

test("a report with kinds alone is a report", () => {
  expect(checkReport(read({ kinds: ["felt-wrong"] }))).toEqual({ kinds: ["felt-wrong"] });
});

test("a report without kinds is none, and the sentence names what is allowed", () => {
  expect(refusal({})).toMatch(/kinds is required.*sexual-assault/);
  expect(() => checkReport({})).toThrow(WrongShape);
});

test("cut anywhere, or with a byte after it, an encoded report is refused", () => {
  const encoded = wire.encode(read({ kinds: ["assault"], happened: "x", phone: "07700 900123" }));
  for (let cut = 0; cut < encoded.length; cut++) expect(() => checkReport(wire.decode(encoded.slice(0, cut)))).toThrow(ParasolError);
  expect(() => checkReport(wire.decode(Uint8Array.of(...encoded, 0)))).toThrow(ParasolError);
});

// ---- friendly reading ----

test("answers that say nothing are left out", () => {
  const silent = Object.fromEntries(Object.keys(FIELDS).map((name): [string, Value] => [name, null]));
  const value = { ...silent, kinds: "assault", persons: [{}, { hair: "don't know" }], area: "  ", vehicles: [] };
  expect(read(value)).toEqual({ kinds: ["assault"] });
});

test("human spellings are understood", () => {
  const report = read({
    Kind: "Rape, stealthing",
    consent: "warn peers",
    hold: "yes",
    "Opening line": "hi",
    person: { Gender: "male", "Age band": "30-39", hair: "Ginger", accent: "Scottish", language: "Polish" },
    vehicle: { color: "Gray", type: "Transit" },
    phone: "07700 900123",
    identifiers: ["plate ends KX", { type: "E-mail", value: "X@Example.org" }],
    when: "2026-11-20 23:30",
  });
  expect(report).toEqual({
    kinds: ["sexual-assault", "condom"],
    consent: { share: "peers", hold: true },
    pattern: "hi",
    persons: [{ gender: "man", age: "30s", hair: "red", accent: "en-scotland", languages: ["pl"] }],
    vehicles: [{ type: "van", colour: "grey" }],
    identifiers: [
      { type: "plate", value: "KX", partial: "ends" },
      { type: "email", value: "x@example.org" },
      { type: "phone", value: "+447700900123" },
    ],
    when: { date: "2026-11-20", precision: "day", band: "18-24" },
  });
});

test("one number in three spellings is listed once", () => {
  const spellings = ["07700 900123", "+44 7700 900123", "0044 (0)7700-900-123"];
  const report = read({ kinds: ["threats"], identifiers: spellings.map((value) => ({ type: "phone", value })) });
  expect(report.identifiers).toEqual([{ type: "phone", value: "+447700900123" }]);
});

test.each<[Value, unknown]>([
  ["2026", { date: "2026", precision: "year" }],
  ["2026-3", { date: "2026-03", precision: "month" }],
  [{ date: "2026-11-20", precision: "month" }, { date: "2026-11", precision: "month" }],
  [{ date: "2026-11-20", precision: "about" }, { date: "2026-11-20", precision: "week" }],
  [{ date: "2024-02-29", time: "05:59" }, { date: "2024-02-29", precision: "day", band: "00-06" }],
  [{ date: null }, undefined],
])("a date is as precise as it was said: %j", (when, expected) => {
  expect(read({ kinds: ["assault"], when }).when).toEqual(expected);
});

test("a time beside a date is its band", () => {
  expect(read({ kinds: ["assault"], date: "2026-11-20", time: "07:10" }).when).toEqual({ date: "2026-11-20", precision: "day", band: "06-12" });
});

// ---- refusals ----

test.each<[ValueMap, string]>([
  [{ kinds: ["zq9q"] }, "kinds must be"],
  [{ whem: "x" }, "there is no field 'whem'; there are: kinds"],
  [{ persons: [{ hare: "red" }] }, "there is no field 'hare' in persons"],
  [{ persons: "zq9q" }, "persons must be a map"],
  [{ persons: [{ age: "zq9q" }] }, "persons.age must be one of: under-20"],
  [{ when: "2026-02-30" }, "when.date is not a day"],
  [{ when: "zq9q" }, "when.date must look like"],
  [{ when: { date: "2026-01-01", time: "29:00" } }, "when.time must look like"],
  [{ people: 0 }, "people must be a whole number"],
  [{ people: true }, "people must be a whole number"],
  [{ consent: { hold: "zq9q" } }, "consent.hold must be true or false"],
  [{ happened: ["zq9q"] }, "happened must be text"],
  [{ language: "zq9q!" }, "language must be a language"],
  [{ identifiers: [{ type: "phone", value: "12zq9q" }] }, "identifiers: a phone number"],
  [{ identifiers: ["zq9q zq9q"] }, "no single number"],
  [{ identifiers: [{ type: "zq9q", value: "x" }] }, "identifiers.type must be one of: phone"],
  [{ identifiers: [{ type: "phone", value: "07700 900123", x: 1 }] }, "there is no field 'x'"],
  [{ area: "zq9q".repeat(30) }, "area is too long by 40 characters"],
  [{ KINDS: "assault" }, "kinds is given twice"],
  [{ constructor: "x" }, "there is no field 'constructor'"],
])("a refusal names the field and never the answer: %j", (answer, names) => {
  const detail = refusal({ kinds: ["assault"], ...answer });
  expect(detail).toContain(names);
  expect(detail).not.toMatch(/zq9q|\n/);
});

test("a field called __proto__ is refused like any other that is not known", () => {
  const value = JSON.parse('{"kinds": ["assault"], "__proto__": {"ethnicity": true}}') as Value;
  expect(refusal(value)).toContain("there is no field '__proto__'");
  expect(() => checkReport(value)).toThrow(WrongShape);
});

test("perceived ethnicity exists only where the charter says so", () => {
  const value = { kinds: ["assault"], persons: [{ "perceived ethnicity": "white" }] };
  expect(refusal(value)).toContain("does not exist");
  expect(read(value, { ethnicity: true }).persons).toEqual([{ ethnicity: "white" }]);
});

test("a report that fits no desk item says by how much", () => {
  const happened = "é".repeat(40_000);
  const over = size({ kinds: ["assault"], happened }) - MAX_FIELDS_BYTES;
  expect(refusal({ kinds: ["assault"], happened })).toContain(`too long by ${over} bytes`);
  expect(() => checkReport({ kinds: ["assault"], happened })).toThrow(TooLarge);
});

test("the longest report fits a padded desk item beside its receipt", () => {
  const room = MAX_FIELDS_BYTES - size({ kinds: ["assault"], happened: "é".repeat(30_000) });
  const fields: ValueMap = { ...read({ kinds: ["assault"], happened: "é".repeat(30_000 + Math.floor(room / 2)) }) };
  const bytes = (length: number): Uint8Array => new Uint8Array(length);
  const signed = { device: bytes(32), signature: bytes(64) };
  const item = { type: "report", id: bytes(16), fields, answer: bytes(32), tag: bytes(32), follow: bytes(32), head: bytes(32), signed };
  expect(wire.pad(wire.encode(item), wire.DESK_SIZES)).toHaveLength(65536);
});

test.each<[ValueMap]>([
  [{ kinds: [] }],
  [{ kinds: ["threats", "assault"] }],
  [{ kinds: ["assault", "assault"] }],
  [{ kinds: "assault" }],
  [{ more: 1 }],
  [{ area: null }],
  [{ area: "" }],
  [{ area: "a\rb" }],
  [{ area: "a\u202eb" }],
  [{ people: 100 }],
  [{ persons: [] }],
  [{ persons: [{}] }],
  [{ persons: [{ names: [] }] }],
  [{ when: { date: "2026-02-30", precision: "day" } }],
  [{ when: { date: "2026-02", precision: "day" } }],
  [{ when: { date: "2026-02-01", precision: "month" } }],
  [{ when: { date: "٢٠٢٦", precision: "year" } }],
  [{ identifiers: [{ type: "phone", value: "07700900123" }] }],
  [{ consent: {} }],
  [{ consent: { share: "everybody" } }],
  [{ language: "EN" }],
])("what is received must be in the one form: %j", (change) => {
  expect(() => checkReport({ kinds: ["assault"], ...change })).toThrow(WrongShape);
});

test.each(["", "a\u0301\r\nb\t", "\u202ea\ud800", " \u0085\u001fx\u3000", "e\u200b\u0301", "\u0000\u0301a\u0000\u0301"])("tidying text twice is tidying it once: %j", (text) => {
  const once = tidyText(text);
  expect(tidyText(once)).toBe(once);
  expect(wire.encode(once).length).toBeGreaterThan(0);
});

// ---- what follows ----

test("every kind has a severity", () => {
  expect(Object.keys(coded.SEVERITY_OF_KIND)).toEqual(coded.KINDS.values);
  for (const severity of Object.values(coded.SEVERITY_OF_KIND)) expect(coded.SEVERITIES.values).toContain(severity);
});

test("the gravest kind suggests the severity", () => {
  expect(suggestedSeverity(["no-show"])).toBe("nuisance");
  expect(suggestedSeverity(["no-show", "non-payment"])).toBe("risky");
  expect(suggestedSeverity(["weapon", "no-show"])).toBe("very-dangerous");
});

test("a severity that there is not has no rank", () => {
  expect(() => coded.severityRank("grave")).toThrow(BadInput);
});

test("nuisance alone is told apart", () => {
  expect([isNuisanceOnly(["no-show", "haggling"]), isNuisanceOnly(["no-show", "threats"])]).toEqual([true, false]);
});

test("the health card comes with the kinds for which hours count", () => {
  expect(coded.KINDS.values.filter((kind) => healthCardApplies([kind]))).toEqual(["sexual-assault", "condom", "drugging"]);
});

test("who says nothing about consent is shown the text first and has not consented", () => {
  expect(consentOf({})).toEqual({ share: null, show_first: true, hold: false, figures: true });
  expect(consentOf({ consent: { share: "peers" } })).toEqual({ share: "peers", show_first: false, hold: false, figures: true });
});

test("other spellings of codes lead to codes and hide none", () => {
  const lists = Object.entries(coded).flatMap(([name, one]) => (one instanceof coded.Codes ? [[name, one] as const] : []));
  expect(lists.length).toBeGreaterThan(20);
  for (const [name, codes] of lists) {
    for (const [spelling, code] of codes.also) {
      expect([name, coded.fold(spelling), codes.values.includes(code), codes.values.includes(spelling)]).toEqual([name, spelling, true, false]);
    }
  }
});
