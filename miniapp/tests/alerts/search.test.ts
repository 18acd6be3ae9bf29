/** Check: what it finds, how sure it is, and what it says. The twin of `tests/alerts/test_search.py` and `test_search_words.py`. */

import { expect, test } from "vitest";
import { type Alert, validateAlert } from "../../src/alerts/alert";
import { Identifier } from "../../src/alerts/identifiers";
import { Index, type Listed } from "../../src/alerts/listing";
import { isNoLook, lookWords, readLook, searchedLook } from "../../src/alerts/looks";
import { type Result, Strength, Tokens, check, checkWhole } from "../../src/alerts/search";
import type { ValueMap } from "../../src/crypto/wire";
import { english } from "./catalogue";
import { COLLECTIVE, NOW } from "./examples";

const OPEN = { masked: [] };
const PHONE = [{ type: "phone", value: "07700 900123" }];
/** Tokens are slow, and the same for every test. */
const tokens = new Tokens(COLLECTIVE);
const written = new Map<string, Promise<Alert>>();

/** An alert with these fields; `age` is in seconds, `retracted` and `policy` are no fields. */
async function listed(number: number, fields: ValueMap = {}, how: { age?: number; retracted?: boolean; policy?: ValueMap } = {}): Promise<Listed> {
  const { age = 3600, retracted = false, policy = {} } = how;
  const key = JSON.stringify([fields, age, policy]);
  const writing = { policy, topics: [], now: NOW - age, collective: COLLECTIVE, country: "GB" };
  const content = written.get(key) ?? validateAlert({ kinds: ["threats"], ...fields }, writing);
  written.set(key, content);
  return { id: new Uint8Array(16).fill(number, 15), content: await content, published: NOW - age, retracted };
}

async function ask(query: string | Identifier[], ...alerts: (Listed | Promise<Listed>)[]): Promise<Result> {
  const all = await Promise.all(alerts.map((one) => Promise.resolve(one)));
  return checkWhole(query, Index.of(all), { now: NOW, country: "GB", tokens });
}

function note(result: Result): string {
  return result.note.map(english).join(" ");
}

/** Each match as the last byte of its alert's id, its strength and its reasons. */
function found(result: Result): [number | undefined, Strength, string][] {
  return result.matches.map((match) => [match.alert.id[15], match.strength, match.reasons.map(english).join("; ")]);
}

// ---- numbers, handles, plates ----

test.each(["07700 900123", "+44 7700 900123", "0044 (0)7700-900-123", "hi, this is 07700900123 x"])("an open number matches exactly: %s", async (spelling) => {
  const result = await ask(spelling, listed(1, { identifiers: PHONE }, { policy: OPEN }));
  expect(found(result)).toEqual([[1, Strength.EXACT, "the same number"]]);
  expect(result.matches[0]?.age).toBe(3600);
  expect(note(result)).toContain("Numbers change hands and can be faked");
});

test("a hidden number matches probably and says who can compare", async () => {
  const [[, strength, reason] = []] = found(await ask("07700 900123", listed(1, { identifiers: PHONE })));
  expect([strength, reason]).toEqual([Strength.PROBABLE, "probably the same number. It is hidden; a moderator can compare."]);
  expect((await ask("07700 900124", listed(1, { identifiers: PHONE }))).matches).toEqual([]);
});

test("a hidden number is found whatever country of its calling code it was taken for", async () => {
  const alert = await listed(1, { identifiers: PHONE });
  const [hidden] = alert.content.identifiers;
  const taken = (country: string | null): Listed => {
    if (hidden === undefined || "value" in hidden) throw new Error("it is masked");
    return { ...alert, content: { ...alert.content, identifiers: [{ ...hidden, country }] } };
  };
  const strengths = await Promise.all(["GB", "JE", null, "FR"].map(async (country) => found(await ask("07700 900123", taken(country))).length));
  expect(strengths).toEqual([1, 1, 1, 0]);
});

test("a hidden handle matches whether or not its platform is said", async () => {
  const alert = listed(1, { identifiers: [{ type: "handle", value: "dave_k", platform: "telegram" }] });
  for (const query of ["@dave_k", "dave_k", "telegram: dave_k", "https://t.me/dave_k"]) {
    expect(found(await ask(query, alert)).map(([, strength]) => strength), query).toEqual([Strength.PROBABLE]);
  }
});

test("no record is not the same as safe", async () => {
  const result = await ask("07700 900456", listed(1, { identifiers: PHONE }), listed(2));
  expect(result.matches).toEqual([]);
  expect(note(result)).toBe("No record in our 2 alerts since November 2026. Not the same as safe.");
});

test("nothing understood is said, and is not a clean record", async () => {
  const said = note(await ask("hello there you", listed(1)));
  expect(said).toContain("Nothing to look for");
  expect(said).toContain("no warning has such a name");
  expect(said).not.toContain("No record");
});

test("a partial search says that hidden numbers are not in it", async () => {
  const open = listed(2, { identifiers: PHONE }, { policy: OPEN });
  const result = await ask("number ending 123", listed(1, { identifiers: PHONE }), open);
  expect(found(result)).toEqual([[2, Strength.PART, "a number that ends like that"]]);
  expect(note(result)).toContain("Hidden numbers can't be searched in part");
  expect(note(await ask("number ending 123", open))).not.toContain("Hidden");
});

test("a part of a plate matches whole and partial plates", async () => {
  const alerts = [listed(1, { identifiers: ["KX12 ABC"] }), listed(2, { identifiers: ["plate starts KX"] }), listed(3, { identifiers: ["plate ends KX"] })];
  expect(found(await ask("plate starts KX", ...alerts)).map(([id]) => id).sort()).toEqual([1, 2]);
  expect(found(await ask("KX12 ABC", ...alerts)).map(([id, strength]) => [id, strength])).toEqual([[1, Strength.EXACT], [2, Strength.PART]]);
});

test("a plate read wrongly in the dark is still found", async () => {
  expect(found(await ask("KX1O OBC", listed(1, { identifiers: ["KX10 OBC"] })))).toEqual([
    [1, Strength.PART, "a number plate that reads alike (O and 0, I and 1)"],
  ]);
});

test("half a number or plate alone is searched as a part and not as a name", async () => {
  const alert = listed(1, { identifiers: [...PHONE, { type: "plate", value: "KX12 ABC" }] }, { policy: OPEN });
  for (const query of ["900123", "900 123", "KX12", "kx1 "]) {
    expect(found(await ask(query, alert)).map(([, strength]) => strength), query).toEqual([Strength.PART]);
  }
  expect(note(await ask("900123", listed(1, { identifiers: PHONE })))).toContain("Hidden numbers");
});

test.each(["KX", "kx", "plate KX", "reg kx", "reg: KX", "number plate with KX in it"])("two letters are a part of a plate: %s", async (query) => {
  const result = await ask(query, listed(1, { identifiers: ["KX12 ABC"] }), listed(2, { identifiers: ["AB12 CDE"] }));
  expect(found(result).map(([id, strength]) => [id, strength])).toEqual([[1, Strength.PART]]);
});

test("words after plate are no plate", async () => {
  for (const query of ["the plate was dirty", "plate of food", "registration is not known"]) expect((await ask(query, listed(1))).lookedFor, query).toEqual([]);
});

test.each([{}, OPEN])("the same name on another app is said to be on another: %j", async (policy: ValueMap) => {
  const alert = listed(1, { identifiers: [{ type: "handle", value: "dave_k", platform: "instagram" }] }, { policy });
  for (const query of ["https://t.me/dave_k", "snapchat: dave_k"]) {
    const [[, strength, reason] = []] = found(await ask(query, alert));
    expect([query, strength, reason?.includes("same name on another app")]).toEqual([query, Strength.PART, true]);
  }
  expect((await ask("https://t.me/dave_x", alert)).matches).toEqual([]);
});

test.each(["202 555 0123", "07700 900 1", "2025550123"])("a number that cannot be of the home country is no clean record: %s", async (query) => {
  const said = note(await ask(query, listed(1)));
  expect(said).toContain("No number in GB looks like this. If it is from another country, start with +");
  expect(said).not.toContain("No record");
});

test.each(["07700 900456", "+447700900456", "0044 7700 900456", "+1 202 555 0123", "number contains 900456900"])("a number that can be one is searched: %s", async (query) => {
  expect(note(await ask(query, listed(1)))).toMatch(/^No record/);
});

test.each(["o77oo 9oo123", "O7700 900123", "07700 900l23", "hi it is 077OO 9OOI23 ok", "07700 900123 I think"])("letters that look like digits are digits in a number: %s", async (query) => {
  expect((await ask(query, listed(1, { identifiers: ["07700 900123"] }, { policy: OPEN }))).matches).toHaveLength(1);
});

test("of several values each is answered", async () => {
  const result = await ask("07700 900123, 07700 900456, KX12 ABC", listed(1, { identifiers: PHONE }), listed(2, { identifiers: ["KX12 ABC"] }));
  const byAlert = new Map(result.matches.map((match) => [match.alert.id[15], match]));
  expect(byAlert.get(1)?.values).toEqual(["+44 7700 900123"]);
  expect(byAlert.get(1)?.reasons.map(english)[0]).toMatch(/^\+44 7700 900123: probably/);
  expect(byAlert.get(2)?.values).toEqual(["KX12ABC"]);
  expect(note(result)).toContain("No record of +44 7700 900456. Not the same as safe.");
  const none = note(await ask("07700 900123, 07700 900456", listed(1)));
  expect(none).toContain("No record of +44 7700 900123. No record of +44 7700 900456. We have 1 alert");
});

test("one value needs no label", async () => {
  const result = await ask("KX12AB", listed(1, { identifiers: ["plate starts KX"] }));
  expect(found(result)).toEqual([[1, Strength.PART, "the warning has a number plate that starts KX"]]);
});

// ---- cars, persons, names ----

test("white van, plate ends KX: finds the van, and ranks both reasons first", async () => {
  const van = [{ type: "van", colour: "white" }];
  const result = await ask(
    "white van, plate ends KX",
    listed(5, { vehicles: [{ type: "van", colour: "red" }] }),
    listed(4, { vehicles: van, identifiers: ["AB12 CDE"] }),
    listed(3, { vehicles: van }),
    listed(2, { identifiers: ["plate ends KX"] }),
    listed(1, { identifiers: ["plate ends KX"], vehicles: van }, { age: 9000 }),
  );
  expect(found(result).map(([id, strength]) => [id, strength])).toEqual([[1, Strength.PART], [2, Strength.PART], [3, Strength.LOOK], [4, Strength.OTHER_PLATE]]);
  expect(found(result)[0]?.[2]).toBe("the warning has a number plate that ends KX; a vehicle that looks alike: white, van");
  expect(found(result)[3]?.[2]).toBe("a vehicle that looks alike: white, van. Its plate is another one. Plates can be changed.");
});

test("a plate that reads alike is not said to be another", async () => {
  const result = await ask("white van, plate is KX1O OBC", listed(1, { vehicles: [{ type: "van", colour: "white" }], identifiers: ["KX10 OBC"] }));
  expect(found(result)).toEqual([[1, Strength.PART, "a number plate that reads alike (O and 0, I and 1); a vehicle that looks alike: white, van"]]);
});

test("a number that nothing fits is named beside a look that fits", async () => {
  const result = await ask("white van, plate ends KX", listed(1, { vehicles: [{ type: "van", colour: "white" }] }));
  expect(note(result)).toMatch(/1 warning fits.*No record of Number plate ends KX\. Not the same as safe\./);
});

test.each([
  ["white van, tall man", ["white", "van"]],
  ["van, tall man in his 40s", ["in their 40s", "man", "tall"]],
  ["a ford, man", []],
  ["white ford", ["white", "ford"]],
])("the look that was searched is named, and what was too little is not: %s", (query, words) => {
  expect(lookWords(searchedLook(readLook(query))).map(english)).toEqual(words);
});

test("a car is found by make and colour", async () => {
  const alert = listed(1, { vehicles: [{ type: "van", make: "Ford", model: "Transit Custom", colour: "white" }] });
  const matches = await Promise.all(["a white ford", "a white fiat", "a ford"].map(async (query) => (await ask(query, alert)).matches.length));
  expect(matches).toEqual([1, 0, 0]);
});

test("a person is found by three words that all fit one person", async () => {
  const one = listed(1, { persons: [{ gender: "man", height: "tall", marks: ["tattoo-neck"] }] });
  const split = listed(2, { persons: [{ gender: "man", height: "tall" }, { marks: ["tattoo-neck"] }] });
  expect(found(await ask("tall man with a neck tattoo", one, split))).toEqual([[1, Strength.LOOK, "a person who looks alike: man, tall, tattoo on the neck"]]);
  expect((await ask("tall man", one)).matches).toEqual([]);
});

test("what an alert does not know hides no warning, and what it knows differently does", async () => {
  const unknown = listed(1, { vehicles: [{ type: "van", make: "Ford" }] });
  const red = listed(2, { vehicles: [{ type: "van", make: "Ford", colour: "red" }] });
  expect(found(await ask("white ford van", unknown, red))).toEqual([[1, Strength.LOOK, "a vehicle that looks alike: van, ford"]]);
  const person = { gender: "man", height: "tall", age: "40s" };
  expect((await ask("tall man in his 40s, slim", listed(1, { persons: [person] }))).matches).toHaveLength(1);
  expect((await ask("tall man in his 40s, slim", listed(1, { persons: [{ ...person, build: "heavy" }] }))).matches).toEqual([]);
});

test("nobody is searched by perceived ethnicity", async () => {
  const alert = listed(1, { persons: [{ ethnicity: "white", gender: "man", age: "40s" }] }, { policy: { ethnicity: true } });
  expect((await ask("white man in his 40s", alert)).matches).toEqual([]);
  expect(readLook("white man in his 40s, black, latin, roma").person).toEqual(new Set(["gender=man", "age=40s"]));
});

test("a colour without a car describes nothing", () => {
  expect(isNoLook(readLook("white"))).toBe(true);
  expect(readLook("white van").vehicle).toEqual(new Set(["colour=white", "type=van"]));
});

test.each([["van", "colour or make"], ["tall man", "three things"], ["white", "colour or make"]])("too little to go on is said with what to add: %s", async (query, add) => {
  const result = await ask(query, listed(1, { vehicles: [{ type: "van", colour: "white" }] }));
  expect([result.matches, note(result).includes(add), note(result).includes("No record")]).toEqual([[], true, false]);
});

test("enough of a car is a search", async () => {
  expect(note(await ask("red van", listed(1, { vehicles: [{ type: "van", colour: "white" }] })))).toContain("No record");
});

test.each(["Dave", "dave", "he says he is Dave", "Dave, tall man"])("a name is a weak match and says so: %s", async (query) => {
  const result = await ask(query, listed(1, { persons: [{ names: ["Dave", "Mr K"] }] }), listed(2, { persons: [{ names: ["David"] }] }));
  expect(found(result)).toEqual([[1, Strength.LOOK, "a name they use: dave. Names are shared by many."]]);
});

test("a name of two words is found by one of them, but never by its title", async () => {
  const alert = listed(1, { persons: [{ names: ["Mr Kestrelson"] }] });
  const matches = await Promise.all(["Kestrelson", "mr kestrelson", "Mr Smith"].map(async (query) => (await ask(query, alert)).matches.length));
  expect(matches).toEqual([1, 1, 0]);
});

// ---- the index, and time ----

test("expired and retracted alerts never match and are not counted", async () => {
  const alert = await listed(1, { identifiers: PHONE, expires: NOW + 10 }, { policy: OPEN });
  const at = (now: number): number => check("07700 900123", Index.of([alert]), { now, country: "GB", tokens }).matches.length;
  expect([at(NOW + 9), at(NOW + 10)]).toEqual([1, 0]);
  const gone = await ask("07700 900123", listed(1, { identifiers: PHONE }, { policy: OPEN, retracted: true }));
  expect([gone.matches, note(gone).includes("our 0 alerts")]).toEqual([[], true]);
});

test("one index answers many checks and takes new alerts", async () => {
  const index = Index.of(await Promise.all([listed(1), listed(2), listed(3)]));
  index.add(await listed(9, { identifiers: PHONE }));
  const result = await checkWhole("07700 900123", index, { now: NOW, country: "GB", tokens });
  expect(found(result).map(([id]) => id)).toEqual([9]);
  expect(note(result)).toContain("(we have 4)");
});

test("identifiers can be asked for as they are", async () => {
  expect(found(await ask([new Identifier("phone", "+447700900123")], listed(1, { identifiers: PHONE })))[0]?.[1]).toBe(Strength.PROBABLE);
});

test("of very many that fit, the newest are shown and all are counted", async () => {
  const one = await listed(1, { vehicles: [{ type: "van", colour: "white" }] });
  const alerts = Array.from({ length: 300 }, (_, i): Listed => ({ ...one, id: new Uint8Array(16).fill(i, 15), published: NOW - ((i * 7) % 300) }));
  const result = check("white van", Index.of(alerts), { now: NOW, country: "GB", tokens });
  expect([result.fitting, result.matches.map((match) => match.age)]).toEqual([300, Array.from({ length: 200 }, (_, i) => i)]);
  expect(note(result)).toContain("300 warnings fit (we have 300)");
});

// ---- tokens ----

/** Tokens that count what is computed, and give numbers at once. */
class Counting extends Tokens {
  readonly computed: string[] = [];
  readonly #made = new Map<string, number>();

  override known(one: Identifier): number | undefined {
    return this.#made.get(one.key);
  }

  override compute(one: Identifier): Promise<void> {
    this.computed.push(one.type);
    this.#made.set(one.key, 0);
    return Promise.resolve();
  }
}

test("tokens are computed only if an alert hides that type", async () => {
  const counting = new Counting(COLLECTIVE);
  const index = Index.of(await Promise.all([listed(1, { identifiers: PHONE }), listed(3, { identifiers: ["x@example.org"] }, { policy: OPEN })]));
  await checkWhole("07700 900123, again 07700900123, x@example.org, KX12 ABC", index, { now: NOW, country: "GB", tokens: counting });
  expect(counting.computed).toEqual(["phone"]);
});

test("at a key stroke no token is computed, and what waits for one is never said to have no record", async () => {
  const counting = new Counting(COLLECTIVE);
  const index = Index.of([await listed(1, { identifiers: PHONE })]);
  const checking = { now: NOW, country: "GB", tokens: counting };
  const first = check("07700 900123", index, checking);
  expect(counting.computed).toEqual([]);
  expect(first.uncompared.map((one) => one.value)).toEqual(["+447700900123"]);
  expect(note(first)).toBe("Still comparing with hidden numbers. Please wait.");
  await checkWhole("07700 900123", index, checking);
  const second = check("07700 900123", index, checking);
  expect([second.uncompared, note(second).includes("No record")]).toEqual([[], true]);
});

test("of several values, one that waits is not said to have no record beside one that fits", async () => {
  const index = Index.of([await listed(1, { identifiers: PHONE }), await listed(2, { identifiers: ["KX12 ABC"] })]);
  const result = check("KX12 ABC, 07700 900789", index, { now: NOW, country: "GB", tokens: new Counting(COLLECTIVE) });
  expect(note(result)).toMatch(/1 warning fits.*Still comparing/);
  expect(note(result)).not.toContain("No record");
});

test("more than is compared at once is said", async () => {
  const counting = new Counting(COLLECTIVE);
  const index = Index.of([await listed(1, { identifiers: [{ type: "handle", value: "dave_k" }] })]);
  const many = (count: number): string => Array.from({ length: count }, (_, i) => `@person${i}`).join(" ");
  const checking = { now: NOW, country: "GB", tokens: counting };
  // A handle without a platform is compared in seven spellings; 64 tokens are enough for ten.
  expect(note(await checkWhole(many(10), index, checking))).not.toContain("apart");
  const result = await checkWhole(many(11), index, checking);
  expect(note(result)).toContain("Check the rest apart");
  expect(note(result)).not.toContain("No record of @person10.");
  expect(result.uncompared).toEqual([]);
});

test("a check never throws and always says something", async () => {
  const index = Index.of([await listed(1, { vehicles: [{ type: "van", colour: "white" }], identifiers: ["KX12 ABC"] })]);
  for (const query of ["", " ", "\ud800", "((", "+", "plate", "@", "ß".repeat(3000), "1 ".repeat(5000), "plate ends", "\u0661\u0662\u0663", "a\0b", "__proto__"]) {
    expect(check(query, index, { now: NOW, country: "GB", tokens }).note.map(english).join(" ")).not.toBe("");
  }
});
