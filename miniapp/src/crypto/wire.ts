/** Deterministic CBOR, padding and size checks (protocol §1.2, §1.8). */

import { Tokenizer, decode as decodeCbor, encode as encodeCbor, type DecodeOptions, type Token } from "cborg";
import { equal } from "./bytes";
import { BadInput, NotDeterministic, TooLarge, WrongPadding, WrongShape } from "./errors";

/** A map of the protocol. Its fields are its own properties, `__proto__` too: look for them with `Object.hasOwn`, never with `in`. */
export interface ValueMap {
  [key: string]: Value;
}
export type Value = number | string | boolean | null | Uint8Array | Value[] | ValueMap;

export const MAX_INTEGER = Number.MAX_SAFE_INTEGER; // 2^53 - 1
export const MAX_DEPTH = 16;
/** Nothing decoded is larger than this: one page of the relay's answers. Every caller passes its own, lower bound. */
export const MAX_DECODE = 64 * 1024 * 1024;

export const STATEMENT_SIZES: readonly number[] = [1024, 2048, 4096, 8192, 16384, 32768, 65536]; // board, log, mail
export const DESK_SIZES: readonly number[] = [8192, 16384, 32768, 65536];
export const SMALL_BOX = 4096;
export const LARGE_BOX = 65536;

/**
 * The one deterministic encoding of `value` (RFC 8949 §4.2.1, restricted by protocol §1.2).
 *
 * @throws {@link BadInput} `value` is not of the allowed kinds.
 */
export function encode(value: Value): Uint8Array {
  try {
    check(value, MAX_DEPTH);
  } catch (error) {
    throw error instanceof NotDeterministic ? new BadInput(error.detail) : error;
  }
  return encodeChecked(value);
}

function encodeChecked(value: unknown): Uint8Array {
  // All keys are text, for which the library's order (shorter first, RFC 7049 §3.9) and the bytewise order of RFC 8949 §4.2.1 are the
  // same: the length stands in front of the encoded key.
  // Under Node the library gives a `Buffer`, whose slices share their memory: a copy is what every other byte string here is.
  return new Uint8Array(encodeCbor(value));
}

/**
 * The value that `data` is the deterministic encoding of.
 *
 * @param limit - the most bytes accepted; checked before anything is parsed.
 * @throws {@link TooLarge} more than `limit` bytes.
 * @throws {@link NotDeterministic} anything that {@link encode} would not have written, trailing bytes included.
 */
export function decode(data: Uint8Array, limit: number = MAX_DECODE): Value {
  if (data.length > limit) throw new TooLarge(`${data.length} bytes where at most ${limit} are allowed`);
  const plain = new Uint8Array(data.buffer, data.byteOffset, data.length); // so that what is cut out of a `Buffer` is a copy, too
  let value: unknown;
  try {
    value = decodeCbor(plain, { ...STRICT, tokenizer: new StrictTokenizer(plain, STRICT) });
  } catch (error) {
    // The library raises plain errors, and below it the stack may run out.
    throw error instanceof NotDeterministic ? error : new NotDeterministic("not CBOR");
  }
  check(value, MAX_DEPTH);
  if (!equal(encodeChecked(value), data)) throw new NotDeterministic("not the deterministic encoding of its value");
  return value as Value; // `check` let nothing else pass
}

const STRICT: DecodeOptions = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
  retainStringBytes: true,
};

/** `ignoreBOM` keeps a byte order mark, which is a character like any other here; `fatal` refuses what is not UTF-8. */
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

class StrictTokenizer extends Tokenizer {
  /** The library's own reading of text replaces what is not UTF-8, and drops a byte order mark; two encodings would give one value. */
  override next(): Token {
    const token = super.next();
    if (token.byteValue !== undefined) token.value = UTF8.decode(token.byteValue);
    return token;
  }
}

function check(value: unknown, depth: number): void {
  if (value === null || typeof value === "boolean" || value instanceof Uint8Array) return;
  if (typeof value === "number") {
    // -0 is written like 0, but is none.
    if (!isUint(value) || Object.is(value, -0)) throw new NotDeterministic("an integer outside 0…2^53-1");
  } else if (typeof value === "string") {
    checkText(value);
  } else if (Array.isArray(value)) {
    if (depth === 0) throw new NotDeterministic("nested too deeply");
    // By index: what is missing from a sparse array is `undefined`, and refused.
    for (let i = 0; i < value.length; i++) check(value[i], depth - 1);
  } else if (isMap(value)) {
    if (depth === 0) throw new NotDeterministic("nested too deeply");
    for (const [key, item] of Object.entries(value)) {
      checkText(key);
      check(item, depth - 1);
    }
  } else {
    throw new NotDeterministic("a kind of value that is not allowed");
  }
}

function checkText(value: string): void {
  if (/\p{Surrogate}/u.test(value)) throw new NotDeterministic("text with lone surrogates");
}

// ---- shapes -------------------------------------------------------------------------------------------------------

/** Whether a value may stand in a field. */
export type Check = (value: Value) => boolean;
/** A check that also tells the compiler what has passed it. */
export type Guard<T extends Value> = (value: Value) => value is T;

type Checks = Readonly<Record<string, Check>>;
type Passed<C> = C extends Guard<infer T> ? T : Value;
/** What {@link shaped} returns: every field with the type that its check lets pass. */
export type Shaped<F extends Checks> = { [K in keyof F]: Passed<F[K]> };

export function isUint(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Bytes of one of these lengths; of any length if none is given. */
export function isBytes(...sizes: number[]): Guard<Uint8Array> {
  return (value): value is Uint8Array => value instanceof Uint8Array && (sizes.length === 0 || sizes.includes(value.length));
}

/** Text of `low` to `high` code points. */
export function isText(low = 0, high: number = MAX_INTEGER): Guard<string> {
  return (value): value is string => {
    if (typeof value !== "string") return false;
    const length = codePoints(value);
    return low <= length && length <= high;
  };
}

/** The length of a text as the protocol counts it: in code points, not in UTF-16 units. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}

export function isBool(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function isMap(value: unknown): value is ValueMap {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isListOf<T extends Value>(item: Guard<T>, low?: number, high?: number): Guard<T[]>;
export function isListOf(item: Check, low?: number, high?: number): Guard<Value[]>;
export function isListOf(item: Check, low = 0, high: number = MAX_INTEGER): Guard<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && low <= value.length && value.length <= high && value.every(item);
}

export function isOneOf<const T extends string | number | boolean | null>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => (allowed as readonly Value[]).includes(value);
}

export function nullable<T extends Value>(item: Guard<T>): Guard<T | null>;
export function nullable(item: Check): Check;
export function nullable(item: Check): Check {
  return (value) => value === null || item(value);
}

/**
 * `value`, if it is a map with exactly these fields (and maybe the optional ones), each passing its check.
 *
 * The one helper that validates at the border (house style 9).
 *
 * @throws {@link WrongShape} it is not. The message names `what` and the field, never its content.
 */
export function shaped<F extends Checks>(value: Value, what: string, fields: F): Shaped<F>;
export function shaped<F extends Checks, O extends Checks>(
  value: Value,
  what: string,
  fields: F,
  optional: O,
): Shaped<F> & Partial<Shaped<O>>;
export function shaped(value: Value, what: string, fields: Checks, optional: Checks = {}): ValueMap {
  if (!isMap(value)) throw new WrongShape(`${what}: not a map`);
  for (const [name, passes] of Object.entries(fields)) {
    const field = ownField(value, name);
    if (field === undefined) throw new WrongShape(`${what}: ${name} is missing`);
    if (!passes(field)) throw new WrongShape(`${what}: ${name} has the wrong form`);
  }
  for (const [name, field] of Object.entries(value)) {
    if (Object.hasOwn(fields, name)) continue;
    const passes = Object.hasOwn(optional, name) ? optional[name] : undefined;
    if (passes === undefined) throw new WrongShape(`${what}: a field that is not known`);
    if (!passes(field)) throw new WrongShape(`${what}: ${name} has the wrong form`);
  }
  return value;
}

function ownField(map: ValueMap, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

// ---- padding ------------------------------------------------------------------------------------------------------

/**
 * `plaintext` ‖ 0x80 ‖ zeros, up to the smallest of `sizes` (ascending) that holds it.
 *
 * @throws {@link TooLarge} it does not fit into the largest.
 */
export function pad(plaintext: Uint8Array, sizes: readonly number[]): Uint8Array {
  const size = sizes.find((each) => plaintext.length < each);
  if (size === undefined) throw new TooLarge(`${plaintext.length} bytes where at most ${Math.max(...sizes) - 1} fit`);
  const padded = new Uint8Array(size);
  padded.set(plaintext);
  padded[plaintext.length] = 0x80;
  return padded;
}

/**
 * What {@link pad} was given.
 *
 * @throws {@link WrongPadding} `padded` has none of the sizes, or does not end in 0x80 and zeros.
 */
export function unpad(padded: Uint8Array, sizes: readonly number[]): Uint8Array {
  if (!sizes.includes(padded.length)) throw new WrongPadding("a padded size that is not allowed");
  // A plain loop: this runs over every statement of a board, and most of each is padding.
  let mark = padded.length - 1;
  while (mark > 0 && padded[mark] === 0) mark -= 1;
  if (padded[mark] !== 0x80) throw new WrongPadding("padding that is not 0x80 and zeros");
  return padded.slice(0, mark);
}
