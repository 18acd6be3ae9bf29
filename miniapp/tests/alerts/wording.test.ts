/** The catalogue has a word for every code and a sentence for every reason, and nothing that nobody says. */

import { parse } from "@fluent/syntax";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as coded from "../../src/alerts/coded";
import { EVENTS, GUARDS, STATES } from "../../src/alerts/desk";
import { LANGUAGES } from "../../src/alerts/forms";
import { PARTIALS, TYPES } from "../../src/alerts/identifiers";
import { NAMED_LANGUAGES, day, languageWord, line, speak, word } from "../../src/alerts/wording";
import { FTL, english } from "./catalogue";

const TABLES: Readonly<Record<string, readonly string[]>> = {
  "kinds": coded.KINDS.values,
  "kind-groups": Object.keys(coded.KIND_GROUPS),
  "severities": coded.SEVERITIES.values,
  "verifications": [...coded.VERIFICATIONS.values, "corroborated-pick"],
  "sharing": coded.SHARING.values,
  "relationships": coded.RELATIONSHIPS.values,
  "precisions": coded.PRECISIONS.values,
  "bands": coded.BANDS.values,
  "places": coded.PLACES.values,
  "contacts": coded.CONTACTS.values,
  "roles": coded.ROLES.values,
  "genders": coded.GENDERS.values,
  "ages": coded.AGES.values,
  "heights": coded.HEIGHTS.values,
  "builds": coded.BUILDS.values,
  "hairs": coded.HAIRS.values,
  "eyes": coded.EYES.values,
  "person-marks": coded.PERSON_MARKS.values,
  "weapons": coded.WEAPONS.values,
  "ethnicities": coded.ETHNICITIES.values,
  "vehicles": coded.VEHICLES.values,
  "colours": coded.COLOURS.values,
  "vehicle-marks": coded.VEHICLE_MARKS.values,
  "risks": coded.RISKS.values,
  "supports": coded.SUPPORTS.values,
  "types": TYPES,
  "called": TYPES,
  "partials": PARTIALS,
  "reason": PARTIALS,
  "reason-warning": PARTIALS,
  "languages": NAMED_LANGUAGES,
  "months": Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0")),
  "states": STATES,
  "events": EVENTS,
  "guard": Object.keys(GUARDS),
  "shared": ["number", "plate", "car", "look"],
};
const OF_CODES = Object.entries(TABLES).flatMap(([table, codes]) => codes.map((code) => `${table}-${code}`));

const ENTRIES = parse(FTL, {}).body;
const KEYS = ENTRIES.flatMap((entry) => (entry.type === "Message" ? [entry.id.name] : []));

/** The keys that this room's files write out. */
const SOURCES = new URL("../../src/alerts/", import.meta.url);
const SAID = new Set(
  readdirSync(SOURCES).flatMap((name) =>
    Array.from(readFileSync(new URL(name, SOURCES), "utf8").matchAll(/"((?:alert|date|figures|guard|hint|list|note|person|reason|step|vehicle)-[a-z-]+)"/g), (found) => found[1] ?? ""),
  ),
);

test("the catalogue can be read, and says each thing once", () => {
  expect(ENTRIES.filter((entry) => entry.type === "Junk")).toEqual([]);
  expect(new Set(KEYS).size).toBe(KEYS.length);
});

test("every code has a word, and the word is not the code's own name unsaid", () => {
  expect(OF_CODES.filter((key) => !KEYS.includes(key))).toEqual([]);
});

test("the catalogue says nothing that neither a code nor a file asks for", () => {
  // Some keys are put together: with "-since", and where figures are shown.
  const known = new Set([...OF_CODES, ...SAID, "note-no-record-since", "note-we-have-since", "figures-how"]);
  expect(KEYS.filter((key) => !known.has(key))).toEqual([]);
});

test("every sentence that a file says is there", () => {
  const fieldsOfForms = ["person-marks", "vehicle-marks"];
  expect([...SAID].filter((key) => !KEYS.includes(key) && !fieldsOfForms.includes(key))).toEqual([]);
});

test("every language that people may write out has a name", () => {
  expect([...LANGUAGES.values()].filter((tag) => !NAMED_LANGUAGES.includes(tag))).toEqual([]);
  expect([english(languageWord("pl")), languageWord("yo")]).toEqual(["Polish", "yo"]);
});

test("days, months and years read in the catalogue's order", () => {
  expect(["2026-11-20", "2026-11", "2026"].map((date) => english(day(date)))).toEqual(["20 November 2026", "November 2026", "2026"]);
});

test("what fills a blank is never itself a pattern", () => {
  const heard: [string, unknown][] = [];
  const said = speak(line("outer", { inner: [word("kinds", "hate"), "{ $x } $1 $&"], n: 2 }), (key, args) => {
    heard.push([key, args]);
    return key === "list-comma" ? "; " : `<${key}>`;
  });
  expect(said).toBe("<outer>");
  expect(heard.at(-1)).toEqual(["outer", { inner: "<kinds-hate>; { $x } $1 $&", n: 2 }]);
});
