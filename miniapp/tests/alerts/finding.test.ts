/** What both implementations find, read and fold alike (`tests/vectors/finding.json`), and that hostile texts come to an end. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Alert } from "../../src/alerts/alert";
import { pattern } from "../../src/alerts/characters";
import * as coded from "../../src/alerts/coded";
import { MAX_TEXT, beside, find } from "../../src/alerts/finding";
import { tidyText } from "../../src/alerts/forms";
import { Identifier, identifier } from "../../src/alerts/identifiers";
import { Index } from "../../src/alerts/listing";
import { pairOf, readLook } from "../../src/alerts/looks";
import { searchedLook } from "../../src/alerts/looks";
import { Strength, Tokens, checkWhole } from "../../src/alerts/search";
import { Spoken, type Words } from "../../src/alerts/spoken";
import { BadInput } from "../../src/crypto/errors";
import type { ValueMap } from "../../src/crypto/wire";

interface Vectors {
  checks: {
    now: number;
    alerts: { content: Alert; published: number }[];
    asked: { query: string; matches: [number, string][]; searched: { vehicle: [string, string][]; person: [string, string][]; make: string } }[];
  };
  codes: Record<string, { values: string[]; also: Record<string, string> }>;
  find: { text: string; country: string | null; found: ValueMap[]; beside: boolean }[];
  fold: { text: string; folded: string }[];
  health_kinds: string[];
  kind_groups: Record<string, string[]>;
  looks: { text: string; vehicle: [string, string][]; person: [string, string][]; make: string }[];
  normal: { type: string; text: string; partial: string | null; platform: string | null; normal: ValueMap | null }[];
  severity_of_kind: Record<string, string>;
  spoken: (Vectors["looks"][number] & { languages: string[]; english: string; parts: string; found: ValueMap[] })[];
  tidy: { text: string; tidy: string }[];
  tonight_kinds: string[];
}
const VECTORS = JSON.parse(readFileSync(new URL("../../../tests/vectors/finding.json", import.meta.url), "utf8")) as Vectors;
const READ_HERE = ["checks", "codes", "find", "fold", "health_kinds", "kind_groups", "looks", "normal", "severity_of_kind", "spoken", "tidy", "tonight_kinds"];

/** As the vectors write it: with how it is shown, and its country. */
function written(one: Identifier): ValueMap {
  return { ...one.toMap(), shown: one.partial === null ? one.shown() : null, country: one.country };
}

function known(one: object, ...fields: string[]): void {
  expect(Object.keys(one).sort()).toEqual(fields);
}

test("the file holds nothing that is not read here", () => {
  known(VECTORS, ...READ_HERE);
});

test.each(VECTORS.find)("found in $text ($country)", (one) => {
  known(one, "beside", "country", "found", "text");
  expect(find(one.text, one.country).map(written)).toEqual(one.found);
  expect(beside(one.text, one.country)).toBe(one.beside);
});

test.each(VECTORS.normal)("the normal form of $type $text", (one) => {
  known(one, "normal", "partial", "platform", "text", "type");
  const make = (): Identifier => identifier(one.type, one.text, { partial: one.partial, platform: one.platform, country: "GB" });
  if (one.normal === null) expect(make).toThrow(BadInput);
  else expect(written(make())).toEqual(one.normal);
});

function pairs(all: [string, string][]): Set<string> {
  return new Set(all.map(([name, code]) => pairOf(name, code)));
}

test.each(VECTORS.looks)("the look of $text", (one) => {
  known(one, "make", "person", "text", "vehicle");
  expect(readLook(one.text)).toEqual({ vehicle: pairs(one.vehicle), person: pairs(one.person), make: one.make });
});

function wordsOf(language: string): Words {
  if (language === "en") return { part: {}, skip: {}, look: {} };
  return JSON.parse(readFileSync(new URL(`../../../locales/${language}/looks.json`, import.meta.url), "utf8")) as Words;
}

test.each(VECTORS.spoken)("in $languages: $text", (one) => {
  known(one, "english", "found", "languages", "make", "parts", "person", "text", "vehicle");
  const spoken = new Spoken(...one.languages.map(wordsOf));
  expect(spoken.look(one.text)).toBe(one.english);
  expect(spoken.parts(one.text)).toBe(one.parts);
  expect(find(one.text, "GB", spoken).map(written)).toEqual(one.found);
  expect(readLook(one.english)).toEqual({ vehicle: pairs(one.vehicle), person: pairs(one.person), make: one.make });
});

test.each(VECTORS.checks.asked)("checked: $query", async (one) => {
  known(one, "matches", "query", "searched");
  const { now, alerts } = VECTORS.checks;
  const listed = alerts.map((alert, at) => ({ ...alert, id: new Uint8Array(16).fill(at + 1, 15) }));
  const tokens = new Tokens(Uint8Array.from({ length: 32 }, (_, at) => at));
  const result = await checkWhole(one.query, Index.of(listed), { now, country: "GB", tokens });
  const strengthOf = new Map(Object.entries(Strength).map(([name, strength]) => [strength, name]));
  expect(result.matches.map(({ alert, strength }) => [alert.id[15], strengthOf.get(strength)])).toEqual(one.matches);
  const { vehicle, person, make } = one.searched;
  expect(searchedLook(result.look)).toEqual({ vehicle: pairs(vehicle), person: pairs(person), make });
});

test.each(VECTORS.fold)("$text folds to $folded", (one) => {
  known(one, "folded", "text");
  expect(coded.fold(one.text)).toBe(one.folded);
});

test.each(VECTORS.tidy)("$text is tidied", (one) => {
  known(one, "text", "tidy");
  expect(tidyText(one.text)).toBe(one.tidy);
});

test("the codes are the other implementation's, in its order", () => {
  const here = Object.entries(coded).flatMap(([name, one]) => (one instanceof coded.Codes ? [[name, { values: one.values, also: Object.fromEntries(one.also) }] as const] : []));
  expect(Object.fromEntries(here)).toEqual(VECTORS.codes);
  expect(coded.SEVERITY_OF_KIND).toEqual(VECTORS.severity_of_kind);
  expect(coded.KIND_GROUPS).toEqual(VECTORS.kind_groups);
  expect([...coded.HEALTH_KINDS].sort()).toEqual(VECTORS.health_kinds);
  expect([...coded.TONIGHT_KINDS].sort()).toEqual(VECTORS.tonight_kinds);
});

// ---- hostile texts ----

test.each(["1 ", "a.", "a-", "@", "AB12 ", "+441234567890 ", "a@b.", "(", " ", "\n ", "plate ", "ends a ", "\ud83d", "[ at ", "ı", "\u0345"])(
  "finding ends on a long text of %j",
  (piece) => {
    // A pattern that backtracks without end would hang here; the suite's own limit then names it.
    expect(find(piece.repeat(Math.floor((2 * MAX_TEXT) / piece.length)), "GB").length).toBeLessThanOrEqual(200);
  },
);

test("what is found is in normal form, whatever the text", () => {
  const pieces = ["07700 900123", "x@y.org", "ß", "\u0345", "ı", "\ud800", "@a.b", "www.", "plate", "ends KX", "\u202e", "(", "٣", "\n", ":", "tg"];
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  let found = 0;
  for (let turn = 0; turn < 400; turn++) {
    const text = Array.from({ length: 1 + next(12) }, () => `${pieces[next(pieces.length)] ?? ""}${" ".repeat(next(2))}`).join("");
    for (const one of find(text, [null, "GB", "US", "XX", ""][next(5)])) {
      expect(Identifier.fromMap(one.toMap()).equals(one)).toBe(true);
      found += 1;
    }
  }
  expect(found).toBeGreaterThan(100);
});

test("a number is found behind what is not seen", () => {
  for (const filler of ["", "x ", "\u200e", "tel:", "(", "\u202a"]) {
    expect(find(`${filler}07700 900123`, "GB").map((one) => one.value), JSON.stringify(filler)).toContain("+447700900123");
  }
});

// ---- patterns ----

test.each<[string, string, string, boolean]>([
  ["\\w", "", "é", true],
  ["\\w", "", "\u0301", false],
  ["\\d", "", "٣", true],
  ["\\s", "", "\x1c", true],
  ["\\s", "", "\ufeff", false],
  ["^\\bé\\b$", "", "é", true],
  ["[^\\W\\d_]", "", "_3", false],
  ["^[a-c]+$", "i", "AbC", true],
  ["^[^a-c]$", "i", "B", false],
  ["^insta$", "i", "ıNSTA", true],
  ["^[h-j]$", "i", "İ", true],
  ["^[\\w.]$", "i", "\u0345", false],
  ["^s$", "i", "S", true],
])("%s with %j on %j: %s", (source, flags, text, fits) => {
  expect(pattern(source, flags).test(text)).toBe(fits);
});
