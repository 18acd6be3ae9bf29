/** Deterministic CBOR, padding, contexts: round trips for every value, and no second encoding for any (protocol §1.2, §1.3, §1.8). */

import { expect, test } from "vitest";
import { compare, concat, equal } from "../../src/crypto/bytes";
import { context, deriveBytes, digest, Purpose } from "../../src/crypto/context";
import { BadInput, NotDeterministic, ParasolError, TooLarge, WrongShape } from "../../src/crypto/errors";
import { AeadKey, InviteCode } from "../../src/crypto/secrets";
import * as wire from "../../src/crypto/wire";
import { b, cases, expectNamed, fromJson, hex, opt, refusal, topic, type Json } from "../vectors";

// ---- vectors ------------------------------------------------------------------------------------------------------

test.each(cases<{ value: Json; encoded: string }>("wire", "good"))("%s", (_, each) => {
  const value = fromJson(each.value);
  expect(hex(wire.encode(value))).toBe(each.encoded);
  const decoded = wire.decode(b(each.encoded));
  expect(decoded).toStrictEqual(value);
  expect(hex(wire.encode(decoded))).toBe(each.encoded);
});

test.each(cases<{ encoded: string; error: string }>("wire", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => wire.decode(b(each.encoded))),
    each,
  );
});

test.each(cases<{ encoded: string; limit: number; error: string }>("wire", "too_large"))("%s", (_, each) => {
  expectNamed(
    refusal(() => wire.decode(b(each.encoded), each.limit)),
    each,
  );
});

test.each(cases<{ encoded: string; limit: number }>("wire", "at_the_limit"))("%s", (_, each) => {
  expect(hex(wire.encode(wire.decode(b(each.encoded), each.limit)))).toBe(each.encoded);
});

const SIZES = topic<{ sizes: Record<string, number[]> }>("padding").sizes;

function sizesOf(kind: string): number[] {
  const sizes = SIZES[kind];
  if (!sizes) throw new Error("a kind of padding that is not known");
  return sizes;
}

test("the sizes are those of the vectors", () => {
  expect([wire.STATEMENT_SIZES, wire.DESK_SIZES]).toEqual([sizesOf("statement"), sizesOf("desk")]);
});

interface Padded {
  kind: string;
  plaintext?: string;
  repeat?: { byte: number; length: number };
  size: number;
  sha256: string;
}

test.each(cases<Padded>("padding", "padded"))("%s", (_, each) => {
  const plaintext = each.repeat ? new Uint8Array(each.repeat.length).fill(each.repeat.byte) : b(each.plaintext ?? "?");
  const padded = wire.pad(plaintext, sizesOf(each.kind));
  expect([padded.length, hex(digest(padded))]).toEqual([each.size, each.sha256]);
  expect(equal(wire.unpad(padded, sizesOf(each.kind)), plaintext)).toBe(true);
});

test.each(cases<{ kind: string; length: number; error: string }>("padding", "too_large"))("%s", (_, each) => {
  expectNamed(
    refusal(() => wire.pad(new Uint8Array(each.length), sizesOf(each.kind))),
    each,
  );
});

test.each(cases<{ kind: string; start: string; zeros: number; error: string }>("padding", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => wire.unpad(concat(b(each.start), new Uint8Array(each.zeros)), sizesOf(each.kind))),
    each,
  );
});

test("the purposes are those of the vectors", () => {
  expect(Object.values(Purpose)).toEqual(topic<{ purposes: string[] }>("contexts").purposes);
});

interface Context {
  purpose: Purpose;
  collective: string | null;
  rest: Json;
}

test.each(cases<Context & { encoded: string }>("contexts", "contexts"))("%s", (_, each) => {
  const rest = fromJson(each.rest) as wire.Value[];
  expect(hex(context(each.purpose, opt(each.collective), ...rest))).toBe(each.encoded);
  expect(wire.decode(b(each.encoded))).toStrictEqual(["parasol/1", each.purpose, opt(each.collective), ...rest]);
});

test.each(cases<Context & { key: string; size: number; derived: string }>("derive", "derived"))("%s", (_, each) => {
  const key = b(each.key).length === 16 ? new InviteCode(b(each.key)) : new AeadKey(b(each.key));
  const derived = deriveBytes(key, each.purpose, opt(each.collective), ...(fromJson(each.rest) as wire.Value[]));
  expect(hex(derived.slice(0, each.size))).toBe(each.derived);
});

// ---- values -------------------------------------------------------------------------------------------------------

const deep: wire.Value = Array.from({ length: 17 }).reduce<wire.Value[]>((inner) => [inner], []);
const inItself: unknown[] = [];
inItself.push(inItself);

test.each([
  ["a negative integer", -1], ["minus zero", -0], ["2^53", 2 ** 53], ["a fraction", 0.5], ["not a number", NaN], ["infinity", Infinity],
  ["a bigint", 1n], ["a lone surrogate", "\ud83c"],
  ["a key with a lone surrogate", { "\udf02": 1 }], ["undefined", undefined], ["undefined as field", { a: undefined }], ["a hole", Array(1)],
  ["a function", () => 1], ["a symbol", Symbol("x")], ["a Map", new Map([["a", 1]])], ["a Set", new Set([1])], ["a Date", new Date(0)],
  ["an ArrayBuffer", new ArrayBuffer(1)], ["other numbers", new Uint16Array(1)], ["an object of a class", new (class { a = 1; })()],
  ["too deep", deep], ["a value inside itself", inItself],
])("%s is not encoded", (_, value) => {
  expect(refusal(() => wire.encode(value as wire.Value))).toBeInstanceOf(BadInput);
});

test("a field named __proto__ is a field like any other, and changes no object", () => {
  const encoded = b("a1695f5f70726f746f5f5fa1616101"); // {"__proto__": {"a": 1}}
  const value = wire.decode(encoded) as wire.ValueMap;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(value["a"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  expect(hex(wire.encode(value))).toBe(hex(encoded));
  expect(refusal(() => wire.shaped(value, "thing", {}))).toBeInstanceOf(WrongShape);
});

test("what is decoded or encoded is plain bytes, and shares no memory with what it came from", () => {
  for (const encoded of [b("430102ff"), Buffer.from("430102ff", "hex")]) {
    const value = wire.decode(encoded);
    encoded.fill(0);
    expect(value).toStrictEqual(Uint8Array.of(1, 2, 255));
  }
  const bytes = Uint8Array.of(1, 2);
  const encoded = wire.encode({ a: bytes });
  bytes.fill(0);
  expect(encoded).toStrictEqual(b("a16161420102"));
  expect(encoded.buffer.byteLength).toBe(encoded.length);
});

const SOME: wire.Value[] = [
  { a: [1, "b", null], c: b("64") }, [true, false, [[]], {}], "caf\u00e9", 2 ** 32, b("00".repeat(30)), { "\u{1f302}": "\ufeff" },
];

test.each(SOME)("cut anywhere, with more behind or with a bit changed, %j is not the same value", (value) => {
  const whole = wire.encode(value);
  expect(wire.decode(whole)).toStrictEqual(value);
  for (let cut = 0; cut < whole.length; cut++) {
    expect(refusal(() => wire.decode(whole.slice(0, cut)))).toBeInstanceOf(NotDeterministic);
  }
  for (const more of ["00", "f6", "ff", hex(whole)]) {
    expect(refusal(() => wire.decode(concat(whole, b(more))))).toBeInstanceOf(NotDeterministic);
  }
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const changed = whole.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(reencoded(changed)).not.toBe(hex(whole));
  }
});

/** What `data` decodes to, encoded again; nothing if it is refused, and then by the one name. */
function reencoded(data: Uint8Array): string | null {
  try {
    return hex(wire.encode(wire.decode(data)));
  } catch (error) {
    if (!(error instanceof NotDeterministic)) throw error;
    return null;
  }
}

test("whatever decodes is the one encoding of its value", () => {
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647) & 255; // a fixed stream, so that a failure comes again
  const heads = [0x18, 0x19, 0x40, 0x43, 0x60, 0x63, 0x80, 0x82, 0xa1, 0xa2, 0xc1, 0xd8, 0xe0, 0xf4, 0xf6, 0xf9];
  const short = Array.from({ length: 65536 / 13 }, (_, i) => Uint8Array.of((i * 13) >> 8, (i * 13) & 255));
  const long = Array.from({ length: 5000 }, () =>
    Uint8Array.from({ length: 3 + (next() % 9) }, () => (next() % 2 ? (heads[next() % 16] ?? 0) : next())),
  );
  const decoded = [...short, ...long].map((data) => [hex(data), reencoded(data)]).filter(([, again]) => again !== null);
  expect(decoded.length).toBeGreaterThan(50);
  expect(decoded.filter(([data, again]) => data !== again)).toEqual([]);
});

test("a text of a thousand levels is refused, and so is one that no stack holds", () => {
  for (const levels of [17, 1000, 3_000_000]) {
    expect(refusal(() => wire.decode(new Uint8Array(levels).fill(0x81)))).toBeInstanceOf(NotDeterministic);
  }
});

// ---- shapes -------------------------------------------------------------------------------------------------------

const FIELDS = { a: wire.isUint, b: wire.nullable(wire.isBytes(2)) };
const OPTIONAL = { o: wire.isText() };

test.each<[wire.Value]>([
  [[]], [null], [{}], [{ a: 1 }], [{ a: 1, b: b("78") }], [{ a: true, b: null }], [{ a: -1, b: null }], [{ a: 1, b: null, c: 1 }],
  [{ a: 1, b: null, o: 5 }], [{ a: "1", b: null }], [{ a: 1, b: null, toString: "" }], [{ a: 1, b: null, constructor: "" }],
])("a map of another shape is refused: %j", (value) => {
  expect(refusal(() => wire.shaped(value, "thing", FIELDS, OPTIONAL))).toBeInstanceOf(WrongShape);
});

test("what every object inherits is no field", () => {
  expect(refusal(() => wire.shaped({}, "thing", { toString: () => true })).detail).toBe("thing: toString is missing");
});

test("the message names the field and never its content", () => {
  expect(refusal(() => wire.shaped({ a: 1, b: b("534543524554") }, "thing", FIELDS)).detail).toBe("thing: b has the wrong form");
  expect(refusal(() => wire.shaped({ a: 1, b: null, SECRET: 1 }, "thing", FIELDS)).detail).toBe("thing: a field that is not known");
});

test.each<[wire.ValueMap]>([[{ a: 1, b: null }], [{ a: 0, b: b("7879") }], [{ a: wire.MAX_INTEGER, b: null, o: "" }]])(
  "a map of the shape passes: %j",
  (value) => {
    expect(wire.shaped(value, "thing", FIELDS, OPTIONAL)).toBe(value);
  },
);

test.each<[string, wire.Check, wire.Value[], wire.Value[]]>([
  ["isText", wire.isText(1, 2), ["a", "\u{1f302}\u{1f302}"], ["", "abc", b("61"), null, 1]],
  ["isOneOf", wire.isOneOf(0, 1), [0, 1], [false, true, 2, "0", null]],
  ["isListOf", wire.isListOf(wire.isUint, 1, 2), [[0], [0, 1]], [[], [0, 1, 2], ["0"], null, { 0: 0, length: 1 }]],
  ["isBool", wire.isBool, [true, false], [0, 1, null]],
  ["isBytes of any size", wire.isBytes(), [b(""), b("78")], ["x", [1], null]],
  ["isBytes of two sizes", wire.isBytes(1, 3), [b("78"), b("787979")], [b(""), b("7878")]],
  ["isMap", wire.isMap, [{}], [[], null, b("")]],
  ["isUint", wire.isUint, [0, wire.MAX_INTEGER], [-1, 0.5, 2 ** 53, NaN, "0", true, null]],
])("%s is exact about types", (_, check, good, bad) => {
  expect(good.filter((value) => !check(value))).toEqual([]);
  expect(bad.filter((value) => check(value))).toEqual([]);
});

test("an error of the family whatever the bytes", () => {
  for (let byte = 0; byte < 256; byte++) {
    for (const rest of ["", "00", "ff".repeat(9)]) {
      try {
        wire.decode(concat(Uint8Array.of(byte), b(rest)));
      } catch (error) {
        expect(error).toBeInstanceOf(ParasolError);
        expect(error).toBeInstanceOf(NotDeterministic);
      }
    }
  }
  expect(refusal(() => wire.decode(new Uint8Array(11), 10))).toBeInstanceOf(TooLarge);
});

// ---- bytes --------------------------------------------------------------------------------------------------------

test("bytes are compared by what they hold: the first that differs, then the shorter first", () => {
  const ordered = ["", "00", "0000", "0001", "01", "7f", "80", "ff", "ff00"].map(b);
  expect([...ordered].reverse().sort(compare).map(hex)).toEqual(ordered.map(hex));
  for (const [i, one] of ordered.entries()) {
    expect(ordered.map((other) => equal(one, other)).indexOf(true)).toBe(i);
    expect(compare(one, one.slice())).toBe(0);
  }
});
