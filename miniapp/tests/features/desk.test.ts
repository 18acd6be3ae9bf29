/** Writing a public text, our rules in words, figures and news: what needs no browser. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { draftFromReport } from "../../src/alerts/alert";
import { Charter, DEFAULT_POLICY, defaultQuorums, personId } from "../../src/alerts/charter";
import { REPORT_STATES } from "../../src/alerts/desk";
import { validateReport } from "../../src/alerts/report";
import { ENGLISH } from "../../src/alerts/spoken";
import { deviceFromEntropy } from "../../src/crypto/device";
import { BadInput } from "../../src/crypto/errors";
import { DeviceEntropy } from "../../src/crypto/secrets";
import { choicesFrom, figuresOf } from "../../src/features/collective/counting";
import { contentFrom, differences, rulesOf, wantedFrom } from "../../src/features/collective/rules";
import { nextOf } from "../../src/features/desk/CasePage";
import { lateOf } from "../../src/features/desk/cases";
import { byOf, contentOf, fromAlert, fromReport, isCountedOnly, numbersIn, valueOf, withNumber, wordsOf, writingFrom } from "../../src/features/desk/writing";

const NOW = 1_790_000_000;
const COLLECTIVE = new Uint8Array(32).fill(7);
const keys = await Promise.all(
  [1, 2, 3].map(async (one) => (await deviceFromEntropy(new DeviceEntropy(new Uint8Array(16).fill(one)))).signingKey),
);

function charter(people = 3, changes: Record<string, unknown> = {}): Charter {
  const fields = {
    name: "Kestrel",
    people: keys.slice(0, people).map((key) => ({ id: personId(key), devices: [key] })),
    quorums: defaultQuorums(people),
    policy: {},
    topics: [{ id: "harbour", name: "Harbour" }],
    country: "GB",
    planting: 1,
    bundle: { tree: new Uint8Array(32), gate: new Uint8Array(32), notes: new Uint8Array(32) },
    minimum: 1,
    ...changes,
  };
  return new Charter(1, fields, new Uint8Array(32));
}

const REPORT = validateReport(
  {
    kinds: ["assault"],
    area: "Harbour",
    persons: [{ gender: "man", detail: "he limped" }],
    identifiers: [{ type: "phone", value: "07700 900123" }, { type: "plate", value: "AB12 CDE" }, { type: "plate", value: "KX", partial: "ends" }],
    happened: "My own words.",
  },
  { policy: DEFAULT_POLICY, country: "GB" },
);
const GIVEN = { now: NOW, collective: COLLECTIVE, language: "en" };

describe("writing what members will read", () => {
  it("begins with the report's coded fields, its numbers as the rules show them, and none of her words", async () => {
    const writing = await fromReport(REPORT, charter(), GIVEN);
    expect(writing.identifiers.map(({ show }) => show)).toEqual(["hidden", "open", "open"]);
    expect(JSON.stringify(valueOf({ ...writing, identifiers: [] }))).not.toMatch(/own words|limped|900123/);
    const content = await contentOf({ ...writing, text: "A man was reported to hit." }, charter(), GIVEN);
    const suggested = await draftFromReport(REPORT, { policy: {}, topics: charter().topics, now: NOW, collective: COLLECTIVE });
    expect(content).toEqual({ ...suggested, text: "A man was reported to hit.", language: "en" });
  });

  it("shows, hides and leaves out what a moderator chooses", async () => {
    const writing = await fromReport(REPORT, charter(), GIVEN);
    const shows = ["open", "hidden", "out"] as const;
    const identifiers = writing.identifiers.map((kept, at) => ({ ...kept, show: shows[at] ?? ("out" as const) }));
    const content = await contentOf({ ...writing, identifiers }, charter(), GIVEN);
    expect(content.identifiers.map((one) => ("value" in one ? one.value : one.type))).toEqual(["+447700900123", "plate"]);
    const persons = writing.persons.map((kept) => ({ ...kept, show: "out" as const }));
    expect((await contentOf({ ...writing, persons }, charter(), GIVEN)).persons).toEqual([]);
  });

  it("a number in her words can be added to the text, shown or hidden as the rules say", async () => {
    const told = { ...REPORT, happened: "He writes from 07700 900456, or 07700 900123", persons: [{ gender: "man", detail: "drives KX12 ABC" }] };
    const writing = await fromReport(told, charter(), GIVEN);
    const given = { country: "GB", spoken: ENGLISH };
    const [phone, plate, ...others] = numbersIn(wordsOf(told), writing, given);
    expect([phone, plate, others]).toEqual([{ type: "phone", value: "+447700900456" }, { type: "plate", value: "KX12ABC" }, []]);
    if (phone === undefined || plate === undefined) throw new Error("unreachable");
    const more = withNumber(withNumber(writing, phone, charter()), plate, charter());
    expect(more.identifiers.slice(3).map(({ show }) => show)).toEqual(["hidden", "open"]);
    expect(numbersIn(wordsOf(told), more, given)).toEqual([]);
    const { identifiers } = await contentOf({ ...more, text: "Reported." }, charter(), GIVEN);
    expect(identifiers).toHaveLength(5);
    expect(JSON.stringify(identifiers)).not.toContain("900456");
    const full = { ...writing, identifiers: Array.from({ length: 32 }, (_, n) => ({ item: { type: "handle" as const, value: `name_${n}` }, show: "open" as const })) };
    expect(numbersIn(wordsOf(told), full, given)).toEqual([]);
  });

  it("amends to the very same if nothing is changed, hidden numbers too", async () => {
    const first = await contentOf({ ...(await fromReport(REPORT, charter(), GIVEN)), text: "Reported." }, charter(), GIVEN);
    expect(await contentOf(fromAlert(first, "en"), charter(), { ...GIVEN, now: NOW + 500 })).toEqual(first);
  });

  it("lets no number out below what the rules say, and no mere nuisance at all", async () => {
    const writing = { ...(await fromReport(REPORT, charter(), GIVEN)), severity: "risky" };
    const strict = charter(3, { policy: { identifiers_from: "dangerous" } });
    expect((await contentOf(writing, strict, GIVEN)).identifiers).toEqual([]);
    expect(isCountedOnly({ severity: "nuisance" }, charter())).toBe(true);
    await expect(contentOf({ ...writing, severity: "nuisance" }, charter(), GIVEN)).rejects.toThrow(BadInput);
  });

  it("is kept while it is not finished; what cannot be read is begun again", async () => {
    const writing = await fromReport(REPORT, charter(), GIVEN);
    expect(writingFrom(valueOf(writing))).toEqual(writing);
    for (const bad of [null, "text", [], {}, { ...writing, text: 1 }]) expect(writingFrom(bad as never)).toBeNull();
  });

  it.each([["3", 3], [" 12 ", 12], ["0", null], ["1000", null], ["many", null], ["", null]])("%j people corroborate: %j", (typed, count) => {
    expect(byOf(typed)).toBe(count);
  });
});

describe("the next thing to do with a report", () => {
  const can = (...events: string[]) => (event: string): boolean => events.includes(event);
  it("is to take it, to write, to approve, to publish", () => {
    expect(nextOf({ state: "received", draft: null }, can("claim"), false)).toBe("claim");
    expect(nextOf({ state: "claimed", draft: null }, can("draft", "claim"), false)).toBe("draft");
    expect(nextOf({ state: "withdrawn", draft: null }, can(), false)).toBeNull();
    expect(nextOf({ state: "claimed", draft: {} as never }, can("approve", "draft"), false)).toBe("approve");
    expect(nextOf({ state: "approved", draft: {} as never }, can("approve", "publish"), false)).toBe("publish");
  });
  it("is to read what she said late before anything is signed, and to wait while a question is open", () => {
    expect(nextOf({ state: "so-far", draft: {} as never }, can("read", "approve", "publish"), false)).toBe("read");
    expect(nextOf({ state: "declined", draft: null }, can("read", "claim"), false)).toBe("read");
    expect(nextOf({ state: "needs-info", draft: null }, can("claim", "draft"), false)).toBeNull();
    expect(nextOf({ state: "answered", draft: null }, can("claim", "draft"), false)).toBe("draft");
  });
  it("what she only pressed is said before what she wrote", () => {
    expect([lateOf([]), lateOf(["answer"]), lateOf(["correct"]), lateOf(["answer", "agree"]), lateOf(["agree", "release"])]).toEqual([
      null, "wrote", "wrote", "agreed", "released",
    ]);
  });
  it("is never to sign a text that changed under her eyes", () => {
    expect(nextOf({ state: "approved", draft: {} as never }, can("approve", "publish", "draft"), true)).toBeNull();
  });
});

describe("our rules", () => {
  const name = (): string => "Bea";
  const said = (one: Charter, next: Parameters<typeof differences>[1]): string[] => differences(one, next, name).map(({ key }) => key);

  it("are said whole, with one moderator or with three", () => {
    expect(rulesOf(charter(1)).map(({ key }) => key)).not.toContain("rules-so-far");
    expect(rulesOf(charter(3)).map(({ key }) => key)).toContain("rules-so-far");
  });

  it("change only where somebody changed them", () => {
    const old = charter();
    expect(contentFrom(old, wantedFrom(old))).toBeNull();
    const next = contentFrom(old, { ...wantedFrom(old), areas: "Harbour\n\nOld town ", nuisance: true });
    expect(next).toMatchObject({ topics: [{ id: "harbour", name: "Harbour" }, { id: "old-town", name: "Old town" }], policy: { nuisance_alerts: true } });
    expect(next === null ? [] : said(old, next)).toEqual(["rules-changed", "rules-changed-areas"]);
    const stricter = contentFrom(old, { ...wantedFrom(old), quorum: "3" });
    expect(stricter).toMatchObject({ quorums: { alert: 3 }, policy: { alert_quorum: 3 } });
  });

  it.each([{ country: "Britain" }, { country: "UK" }, { country: "XX" }, { country: "44" }, { name: " " }, { quorum: "0" }, { quorum: "two" }, { areas: "Harbour\nharbour" }])("cannot be %j", (bad) => {
    expect(() => contentFrom(charter(), { ...wantedFrom(charter()), ...bad })).toThrow(BadInput);
  });

  it("keep a country that telephones do not know, if nobody gives another: it was signed", () => {
    const old = charter(3, { country: "UK" });
    expect(contentFrom(old, { ...wantedFrom(old), areas: "Harbour\nNorth" })).toMatchObject({ country: "UK" });
    expect(contentFrom(old, { ...wantedFrom(old), country: "gb" })).toMatchObject({ country: "GB" });
    expect(() => contentFrom(old, { ...wantedFrom(old), country: "XX" })).toThrow(BadInput);
  });

  it("say who comes and goes, and that all keys are made anew", () => {
    const [one, two] = [charter(2), charter(3)];
    expect(said(one, two.content())).toContain("rules-changed-people-in");
    expect(said(two, { ...one.content(), planting: 2 })).toEqual(expect.arrayContaining(["rules-changed-people-out", "rules-changed-keys"]));
    expect(said(one, one.content())).toEqual(["rules-changed-nothing"]);
    expect(said(one, { ...one.content(), policy: { unheard_of: true } })).toEqual(["rules-changed"]);
  });
});

describe("figures and answers", () => {
  it("are shown in one order, hours that round to none as less than one", () => {
    const { main, kinds } = figuresOf({ counts: { "kind-assault": 4, "open": 1, "received": 7, "hours": 0, "other-kinds": 2 } });
    expect(main.map(({ count }) => count)).toEqual([7, 1, { key: "figures-less-than-one", args: {} }]);
    expect(kinds.map(({ count }) => count)).toEqual([4, 2]);
  });
  it("are at most twelve", () => {
    expect(choicesFrom("yes\n\n no \nyes")).toEqual(["yes", "no"]);
    expect(choicesFrom(Array.from({ length: 13 }, (_, at) => `${at}`).join("\n"))).toBeNull();
    expect(choicesFrom("x".repeat(201))).toBeNull();
  });
});

it("every state of a report, and all that is said by a made-up name, is in the catalogue", () => {
  const catalogue = readFileSync(resolve(import.meta.dirname, "../../../locales/en/app.ftl"), "utf8");
  const known = new Set(Array.from(catalogue.matchAll(/^([a-z][A-Za-z0-9_-]*) =/gm), ([, id]) => id));
  const states = REPORT_STATES.filter((one) => !["claimed", "approved", "so-far", "published"].includes(one)).map((one) => `desk-state-${one}`);
  const rules = ["name", "country", "minimum", "other", ...Object.keys(DEFAULT_POLICY), ...["alert", "charter", "erase", "remove"].map((one) => `quorum-${one}`)];
  const kinds = ["charter", "resources", "figures", "notice", "question", "other"].map((one) => `waiting-${one}`);
  const others = ["desk-task-withdrawn", "desk-task-corrected", "desk-task-wrote", "desk-task-agreed", "desk-task-released", "write-only-she-know", "write-only-she-is", "invite-member", "invite-moderator"];
  const asked = [...states, ...rules.map((one) => `rules-what-${one}`), ...kinds, ...others, ...rulesOf(charter(3)).map(({ key }) => key)];
  expect(asked.filter((id) => !known.has(id))).toEqual([]);
});
