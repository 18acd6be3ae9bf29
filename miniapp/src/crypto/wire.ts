/** Deterministic CBOR, padding and size checks (protocol §1.2, §1.8). */

import * as cbor from "./cbor";
import { TooLarge, WrongPadding, WrongShape } from "./errors";

export { isMap, MAX_DEPTH } from "./cbor";

/** A map of the protocol. Its fields are its own properties, `__proto__` too: look for them with `Object.hasOwn`, never with `in`. */
export interface ValueMap {
  [key: string]: Value;
}
export type Value = number | string | boolean | null | Uint8Array | Value[] | ValueMap;

export const MAX_INTEGER = Number.MAX_SAFE_INTEGER; // 2^53 - 1
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
  return cbor.encode(value);
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
  return cbor.decode(data);
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
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

export function isBool(value: unknown): value is boolean {
  return typeof value === "boolean";
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
  if (!cbor.isMap(value)) throw new WrongShape(`${what}: not a map`);
  const required = Object.keys(fields);
  for (const name of required) {
    const field = ownField(value, name);
    if (field === undefined) throw new WrongShape(`${what}: ${name} is missing`);
    if (fields[name]?.(field) !== true) throw new WrongShape(`${what}: ${name} has the wrong form`);
  }
  // All of them are there: if there are no more than so many, there is nothing else.
  const names = Object.keys(value);
  if (names.length === required.length) return value;
  for (const name of names) {
    if (Object.hasOwn(fields, name)) continue;
    const field = value[name] ?? null;
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
