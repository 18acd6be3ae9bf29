/** The reader takes exactly what another library, told to be strict, reads and would write again byte for byte (protocol §1.2). */

import { decode as decodeWith, encode as encodeWith, Tokenizer, type DecodeOptions, type Token } from "cborg";
import { expect, test } from "vitest";
import { decode, encode } from "../../src/crypto/cbor";
import { equal } from "../../src/crypto/bytes";
import { NotDeterministic } from "../../src/crypto/errors";
import type { Value } from "../../src/crypto/wire";
import { hex } from "../vectors";

const STRICT: DecodeOptions = {
  strict: true, allowIndefinite: false, allowUndefined: false, allowInfinity: false, allowNaN: false, allowBigInt: false,
  rejectDuplicateMapKeys: true, retainStringBytes: true,
};

/** The library's own reading of text replaces what is not UTF-8, and drops a byte order mark. */
class StrictTokenizer extends Tokenizer {
  override next(): Token {
    const token = super.next();
    if (token.byteValue !== undefined) token.value = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(token.byteValue);
    return token;
  }
}

/** What the library makes of it; `undefined` if it refuses, or would write something else. */
function judged(data: Uint8Array): unknown {
  try {
    const value: unknown = decodeWith(data, { ...STRICT, tokenizer: new StrictTokenizer(data, STRICT) });
    return allowed(value) && equal(new Uint8Array(encodeWith(value)), data) ? value : undefined;
  } catch {
    return undefined;
  }
}

function allowed(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(allowed);
  if (value instanceof Uint8Array || value === null) return true;
  return typeof value === "object" ? Object.values(value).every(allowed) : typeof value !== "bigint";
}

function ours(data: Uint8Array): unknown {
  try {
    return decode(data);
  } catch (error) {
    if (error instanceof NotDeterministic) return undefined;
    throw error;
  }
}

/** Numbers that are the same in every run: a seed gives the next (Numerical Recipes' generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = ["", "a", "b", "aa", "kind", "é", "\u{1f302}", "\uffff", "\ufeffx", "__proto__", "10", "9", "a".repeat(23), "b".repeat(24), "z".repeat(300)];
const EDGES = [0, 23, 24, 255, 256, 65535, 65536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER];

function madeUp(draw: (below: number) => number, depth: number): Value {
  const kind = draw(depth > 0 ? 8 : 6);
  if (kind === 0) return EDGES[draw(EDGES.length)] ?? 0;
  if (kind === 1) return WORDS[draw(WORDS.length)] ?? "";
  if (kind === 2) return new Uint8Array(draw(40)).fill(draw(256));
  if (kind === 3) return [true, false, null][draw(3)] ?? null;
  if (kind === 4) return draw(100);
  if (kind === 5) return new Uint8Array(draw(3) * 128);
  const inner = Array.from({ length: draw(6) }, () => madeUp(draw, depth - 1));
  if (kind === 6) return inner;
  const map = {};
  for (const value of inner) {
    Object.defineProperty(map, WORDS[draw(WORDS.length)] ?? "", { value, enumerable: true, writable: true, configurable: true });
  }
  return map;
}

test("values are written as the library writes them, and read back", () => {
  const draw = numbers(1);
  for (let round = 0; round < 2000; round++) {
    const value = madeUp(draw, 4);
    const encoded = encode(value);
    expect(hex(encoded)).toBe(hex(new Uint8Array(encodeWith(value))));
    expect(decode(encoded)).toStrictEqual(value);
  }
});

test("bytes that were changed, cut or put together by chance are taken by both or by neither", () => {
  const draw = numbers(2);
  let taken = 0;
  for (let round = 0; round < 20_000; round++) {
    const data = encode(madeUp(draw, 3)).slice();
    for (let changes = 1 + draw(3); changes > 0 && data.length > 0; changes--) data[draw(data.length)] = draw(256);
    const cut = draw(4) === 0 ? data.subarray(0, draw(data.length + 1)) : data;
    const theirs = judged(Uint8Array.from(cut));
    expect(ours(cut), hex(cut)).toStrictEqual(theirs);
    if (theirs !== undefined) taken += 1;
  }
  expect(taken).toBeGreaterThan(1000);
  expect(taken).toBeLessThan(19_000);
});

test("every value of one and two bytes, and every first byte with all that may follow it", () => {
  const tails = ["", "00", "17", "18", "ff", "0000", "00ff", "0100", "ffff", "00010000", "0000ffff", "ffffffff", "0000000100000000", "001fffffffffffff", "0020000000000000", "ffffffffffffffff"];
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      const two = Uint8Array.of(first, second);
      expect(ours(two), hex(two)).toStrictEqual(judged(two));
    }
    for (const tail of tails) {
      const data = Uint8Array.of(first, ...Uint8Array.from(Buffer.from(tail, "hex")));
      expect(ours(data), hex(data)).toStrictEqual(judged(data));
    }
  }
});

test("a length that nothing follows asks for no memory", () => {
  for (const claim of ["9affffffff", "baffffffff", "5b001fffffffffffff", "7b001fffffffffffff", "9b001fffffffffffff"]) {
    expect(ours(Uint8Array.from(Buffer.from(claim, "hex")))).toBeUndefined();
  }
});

test("a value that cannot be written leaves nothing in what is written next", () => {
  expect(() => encode(["secret", -1])).toThrow();
  expect(hex(encode([1]))).toBe("8101");
});
