/** Alerts: what they carry, what they never carry, and how they read (protocol §6.6). The twin of `tests/alerts/test_alert.py`. */

import { expect, test } from "vitest";
import {
  type Alert, DAY, MAX_CONTENT_BYTES, checkAlert, defaultExpiry, draftFromReport, makesNoAlert, render, textHints, urgent, validateAlert,
} from "../../src/alerts/alert";
import * as coded from "../../src/alerts/coded";
import { identifier } from "../../src/alerts/identifiers";
import { validateReport } from "../../src/alerts/report";
import { BadInput, ParasolError, WrongShape } from "../../src/crypto/errors";
import * as wire from "../../src/crypto/wire";
import type { Value, ValueMap } from "../../src/crypto/wire";
import { english } from "./catalogue";
import { COLLECTIVE, EXAMPLE_ALERT, EXAMPLE_REPORT, NOW } from "./examples";

const TOPICS = [{ id: "harbour", name: "Harbour & docks" }, { id: "north", name: "North" }];
/** Nothing masked: for what is not about masks, so that no token is computed. */
const OPEN = { masked: [] };

function write(value: Value, policy: ValueMap = {}): Promise<Alert> {
  return validateAlert(value, { policy, topics: TOPICS, now: NOW, collective: COLLECTIVE, country: "GB" });
}

function draft(value: Value, policy: ValueMap = {}): Promise<Alert> {
  const report = validateReport(value, { policy: { ethnicity: true }, country: "GB" });
  return draftFromReport(report, { policy, topics: TOPICS, now: NOW, collective: COLLECTIVE });
}

async function refusal(value: Value, policy: ValueMap = {}): Promise<string> {
  const error: unknown = await write(value, policy).then(() => null, (refused: unknown) => refused);
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).detail;
}

function bytesOf(content: Alert): string {
  return Buffer.from(wire.encode(content)).toString("latin1");
}

/** What people read, a line each. */
function read(content: Alert, topics = TOPICS): string[] {
  return render(content, { topics }).map((parts) => parts.map(english).join(" · "));
}

// ---- the parse triad ----

test("the example survives the wire, and reading it again", async () => {
  const content = await write(EXAMPLE_ALERT);
  expect(checkAlert(wire.decode(wire.encode(content)))).toEqual(content);
  expect(await write(content)).toEqual(content);
});

test("cut anywhere, or with a byte after it, an encoded alert is refused", async () => {
  const encoded = wire.encode(await write({ kinds: ["threats"] }));
  for (let cut = 0; cut < encoded.length; cut++) expect(() => checkAlert(wire.decode(encoded.slice(0, cut)))).toThrow(ParasolError);
  expect(() => checkAlert(wire.decode(Uint8Array.of(...encoded, 0)))).toThrow(ParasolError);
});

test("kinds alone make an alert with sensible answers for the rest", async () => {
  expect(await write({ kinds: ["threats"] })).toEqual({
    kinds: ["threats"], severity: "dangerous", verification: "unconfirmed", by: null, areas: [], when: null, people: null, persons: [],
    vehicles: [], identifiers: [], text: "", language: null, what_to_do: "", so_far: false, disputed: false, expires: NOW + 365 * DAY,
  });
});

// ---- from a report ----

test("a draft never holds the reporter's own words", async () => {
  const words = { happened: "zq9q happened", pattern: "zq9q pattern", injuries: "zq9q injuries" };
  const details = { persons: [{ hair: "red", detail: "zq9q" }, { detail: "zq9q" }], vehicles: [{ type: "van", detail: "zq9q" }] };
  const content = await draft({ ...EXAMPLE_REPORT, ...words, ...details }, OPEN);
  expect(bytesOf(content)).not.toContain("zq9q");
  expect([content.persons, content.text]).toEqual([[{ hair: "red" }], ""]);
});

test("a draft takes the coded fields and drops the hour", async () => {
  const content = await draft({ ...EXAMPLE_REPORT, area: "zq by the old harbour" }, OPEN);
  expect([content.areas, content.when]).toEqual([[], { date: "2026-11-20", precision: "day" }]);
  expect([content.severity, content.vehicles[0]?.model]).toEqual(["dangerous", "Transit"]);
  expect((await draft({ ...EXAMPLE_REPORT, area: "HARBOUR & docks" }, OPEN)).areas).toEqual(["harbour"]);
});

test("identifiers are masked as the policy says, and plates stay open", async () => {
  const content = await draft(EXAMPLE_REPORT);
  const phone = identifier("phone", "07700 900123", { country: "GB" });
  expect(content.identifiers[0]).toEqual({ type: "phone", country: "GB", token: await phone.matchToken(COLLECTIVE) });
  expect(content.identifiers[2]).toEqual({ type: "plate", value: "KX", partial: "ends" });
  expect(bytesOf(content)).not.toMatch(/7700900123|dave_k/);
  expect((await draft(EXAMPLE_REPORT, OPEN)).identifiers[0]).toEqual(phone.toMap());
});

test("below the policy's severity no identifier is taken or accepted", async () => {
  const policy = { ...OPEN, identifiers_from: "dangerous" };
  const report = { kinds: ["non-payment"], phone: "07700 900123" };
  expect((await draft(report, policy)).identifiers).toEqual([]);
  expect((await draft(report, OPEN)).identifiers).toHaveLength(1);
  expect(await refusal({ kinds: ["non-payment"], identifiers: ["07700 900123"] }, policy)).toContain("identifiers: the charter allows them");
});

test("perceived ethnicity stays at the desk unless the charter turns it on", async () => {
  const report = { kinds: ["assault"], persons: [{ gender: "man", ethnicity: "white" }] };
  expect((await draft(report)).persons).toEqual([{ gender: "man" }]);
  expect((await draft(report, { ethnicity: true })).persons).toEqual([{ gender: "man", ethnicity: "white" }]);
  expect(await refusal(report)).toContain("ethnicity does not exist");
});

test("nuisance counts in figures only unless the charter says otherwise", async () => {
  const report = { kinds: ["no-show"] };
  expect([makesNoAlert(report, {}), makesNoAlert(report, { nuisance_alerts: true })]).toEqual([true, false]);
  expect(await refusal(report)).toContain("figures only");
  expect((await write(report, { nuisance_alerts: true })).expires).toBe(NOW + 30 * DAY);
  expect((await draft(report)).severity).toBe("nuisance");
});

// ---- what moderators write ----

test("a moderator can leave one identifier open by saying so", async () => {
  const identifiers = [{ type: "phone", value: "07700 900123", open: true }, { type: "phone", value: "07700 900456" }];
  const shown = (await write({ kinds: ["threats"], identifiers })).identifiers;
  expect(shown[0]).toEqual({ type: "phone", value: "+447700900123" });
  expect(Object.keys(shown[1] ?? {}).sort()).toEqual(["country", "token", "type"]);
});

test("areas are named by id or name", async () => {
  expect((await write({ kinds: ["threats"], areas: "north, Harbour & Docks" })).areas).toEqual(["north", "harbour"]);
});

test.each<[Value]>([["2027-01-15T08:00:00Z"], ["2027-01-15T09:00:00+01:00"], ["2027-01-15T08:00:00"], [1_800_000_000], ["1800000000"]])(
  "expiry is understood as a time or a number: %j",
  async (expires) => {
    expect((await write({ kinds: ["threats"], expires })).expires).toBe(1_800_000_000);
  },
);

test.each<[ValueMap, string]>([
  [{ areas: ["zq9q"] }, "areas must be areas of the charter: Harbour & docks, North"],
  [{ severity: "zq9q" }, "severity must be one of"],
  [{ verification: "corroborated" }, "by says how many"],
  [{ by: 2 }, "by says how many"],
  [{ kinds: ["non-payment"], so_far: true }, "so_far is for"],
  [{ so_far: true, expires: NOW + 73 * 3600 }, "72 hours"],
  [{ expires: NOW }, "expires must be in the future"],
  [{ expires: "zq9q" }, "expires must be a time"],
  [{ expires: "2027-13-01" }, "expires must be a time"],
  [{ identifiers: [{ type: "phone", country: "GB", token: 1 << 20 }] }, "identifiers is masked"],
  [{ happened: "zq9q" }, "there is no field 'happened'"],
  [{ text: "zq9q".repeat(1001) }, "text is too long by 4 characters"],
])("a refusal names the field and never the answer: %j", async (answer, names) => {
  const detail = await refusal({ kinds: ["threats"], ...answer });
  expect(detail).toContain(names);
  expect(detail).not.toContain("zq9q");
});

test("the default expiry follows the severity", async () => {
  expect(coded.SEVERITIES.values.map((severity) => (defaultExpiry(severity, NOW) - NOW) / DAY)).toEqual([30, 183, 365, 365]);
  expect(defaultExpiry("dangerous", NOW, { soFar: true })).toBe(NOW + 72 * 3600);
  expect((await write({ kinds: ["threats"], so_far: true })).expires).toBe(NOW + 72 * 3600);
});

test("dangerous alerts ping at once and risky ones wait for the digest", () => {
  expect(coded.SEVERITIES.values.map((severity) => urgent({ severity }))).toEqual([0, 1, 2, 2]);
});

test.each<[ValueMap]>([
  [{ kinds: [] }],
  [{ severity: "grave" }],
  [{ by: 2 }],
  [{ verification: "corroborated" }],
  [{ areas: ["a", "a"] }],
  [{ when: { date: "2026-11-20", precision: "day", band: "18-24" } }],
  [{ persons: [{}] }],
  [{ identifiers: [{ type: "phone", value: "07700" }] }],
  [{ identifiers: [{ type: "phone", country: "GB", token: 1 << 20 }] }],
  [{ identifiers: [{ type: "phone", value: "+447700900123", open: true }] }],
  [{ text: null }],
  [{ text: "a\0b" }],
  [{ text: "a\u202eb" }],
  [{ text: "a\ud800" }],
  [{ severity: "risky", so_far: true }],
  [{ expires: -1 }],
  [{ happened: "x" }],
])("what is received must be in the one form: %j", async (change) => {
  const content = await write({ kinds: ["threats"] });
  expect(() => checkAlert({ ...content, ...change })).toThrow(WrongShape);
});

test("what is received is not judged by this machine's table of Unicode", async () => {
  // Writers write NFC; two versions of Unicode must not make two devices differ about an alert.
  const content = await write({ kinds: ["threats"] });
  expect(checkAlert({ ...content, text: "e\u0301" }).text).toBe("e\u0301");
});

test("every field must be there when received", async () => {
  const content = await write({ kinds: ["threats"] });
  for (const name of Object.keys(content)) {
    const less = Object.fromEntries(Object.entries<Value>(content).filter(([other]) => other !== name));
    expect(() => checkAlert(less), name).toThrow(WrongShape);
  }
});

test("the largest alert fits its statement with the approvals of 64 people", () => {
  const approvals = Array.from({ length: 64 }, () => [new Uint8Array(16), 7, new Uint8Array(64)]);
  const statement = { body: new Uint8Array(MAX_CONTENT_BYTES + 1024), approvals, publisher: [new Uint8Array(16), 7], signature: new Uint8Array(64) };
  expect(wire.pad(wire.encode(statement), wire.STATEMENT_SIZES)).toHaveLength(65536);
});

// ---- reading it ----

test("an alert reads from its coded fields alone, and without colour", async () => {
  const lines = read(await write({ ...EXAMPLE_ALERT, text: "", what_to_do: "", areas: ["harbour"] }));
  expect(lines.slice(0, 3)).toEqual([
    "■■■□ Dangerous (3 of 4): condom removed or refused, did not pay, threats",
    "Reporter spoken to (2 of 4)",
    "Where: Harbour & docks · When: 20 November 2026 · People: 1",
  ]);
  expect(lines).toContain("Vehicle: white van, Ford Transit, dent, roof rack");
  expect(lines).toContain("Number plate ends KX");
  expect(lines).toContain("Phone number hidden (GB). Use Check to compare one you have.");
});

test("every severity and verification has its own first lines", async () => {
  const seen = new Set<string>();
  for (const severity of coded.SEVERITIES.values) {
    for (const verification of coded.VERIFICATIONS.values) {
      const by = verification === "corroborated" ? 3 : null;
      const content = await write({ kinds: ["threats"], severity, verification, by }, { nuisance_alerts: true });
      seen.add(read(content).slice(0, 2).join("\n"));
    }
  }
  expect(seen.size).toBe(16);
});

test("one moderator so far, and disputed, are said", async () => {
  expect(read(await write({ kinds: ["threats"], so_far: true, disputed: true }))[1]).toMatch(/One moderator so far · Disputed/);
});

test("text in another language names it, and what people wrote is no pattern", async () => {
  const lines = read(await write({ kinds: ["threats"], text: "{ $text } {language}", language: "pl" }));
  expect(lines).toContain("Reported (in Polish): { $text } {language}");
  const unnamed = read(await write({ kinds: ["threats"], text: "zq", language: "yo" }));
  expect(unnamed).toContain("Reported (in yo): zq");
});

test("whatever is accepted survives the wire and can be read", async () => {
  for (const text of ["", "a\u0301", "\ud83d", "\u202e x \u200f"]) {
    for (const expires of [NOW + 1, 253_402_300_800, wire.MAX_INTEGER]) {
      const content = await write({ kinds: "hate, filming", text, vehicles: [{ make: text || "x" }, { detail: "y" }], expires });
      expect(checkAlert(wire.decode(wire.encode(content)))).toEqual(content);
      expect(await write(content)).toEqual(content);
      expect(read(content).length).toBeGreaterThanOrEqual(3);
    }
  }
});

// ---- hints ----

test("a public text that names people things gets a hint", () => {
  expect(["He is a thief.", "I said no to him", "call 07700 900123"].map((text) => textHints(text).map((hint) => hint.key))).toEqual([
    ["hint-says-what-somebody-is"],
    ["hint-own-words"],
    ["hint-number-in-text"],
  ]);
  expect(textHints(EXAMPLE_ALERT["text"] as string)).toEqual([]);
});
