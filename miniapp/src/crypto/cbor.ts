/**
 * The one encoding of a value (RFC 8949 §4.2.1, restricted by protocol §1.2), written and read.
 *
 * The reader refuses what the writer would not have written, as it goes: lengths and integers that could be shorter, keys out of order or
 * twice, text that is not UTF-8, kinds that are not allowed, bytes behind the end. So nothing need be encoded again to compare, and a board has
 * tens of thousands of values. That it takes exactly what encoding again would let pass is tested against a library that does.
 */

import { BadInput, NotDeterministic } from "./errors";
import type { Value, ValueMap } from "./wire";

/** Lists and maps within each other, at most. */
export const MAX_DEPTH = 16;

const [UINT, BYTES, TEXT, LIST, MAP] = [0x00, 0x40, 0x60, 0x80, 0xa0];
const [FALSE, TRUE, NULL] = [0xf4, 0xf5, 0xf6];
const TWO_32 = 2 ** 32;

const TOO_DEEP = "nested too deeply";
const NO_INTEGER = "an integer outside 0…2^53-1";
const NO_KIND = "a kind of value that is not allowed";

// ---- writing ------------------------------------------------------------------------------------------------------

const UTF8 = new TextEncoder();

class Writer {
  private bytes = new Uint8Array(4096);
  private at = 0;

  /** What was written since the last time; nothing of it stays here. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.at);
    this.bytes.fill(0, 0, this.at);
    this.at = 0;
    return taken;
  }

  value(value: unknown, depth: number): void {
    if (typeof value === "string") this.text(value);
    else if (typeof value === "number") {
      // -0 is written like 0, but is none.
      if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) throw new BadInput(NO_INTEGER);
      this.head(UINT, value);
    } else if (value === null) this.byte(NULL);
    else if (value instanceof Uint8Array) {
      this.head(BYTES, value.length);
      this.room(value.length);
      this.bytes.set(value, this.at);
      this.at += value.length;
    } else if (typeof value === "boolean") this.byte(value ? TRUE : FALSE);
    else if (Array.isArray(value)) {
      if (depth === 0) throw new BadInput(TOO_DEEP);
      this.head(LIST, value.length);
      // By index: what is missing from a sparse array is `undefined`, and refused.
      for (let i = 0; i < value.length; i++) this.value(value[i], depth - 1);
    } else if (isMap(value)) {
      if (depth === 0) throw new BadInput(TOO_DEEP);
      const keys = Object.keys(value).sort(compareKeys);
      this.head(MAP, keys.length);
      for (const key of keys) {
        this.text(key);
        this.value(value[key], depth - 1);
      }
    } else throw new BadInput(NO_KIND);
  }

  private text(text: string): void {
    const length = text.length;
    this.room(length + 9);
    // Almost all text is short and ASCII: then its length is known beforehand.
    const start = this.at;
    this.head(TEXT, length);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        this.at = start;
        this.otherText(text);
        return;
      }
      this.bytes[this.at + i] = code;
    }
    this.at += length;
  }

  private otherText(text: string): void {
    if (/\p{Surrogate}/u.test(text)) throw new BadInput("text with lone surrogates");
    const encoded = UTF8.encode(text);
    this.head(TEXT, encoded.length);
    this.room(encoded.length);
    this.bytes.set(encoded, this.at);
    this.at += encoded.length;
  }

  private head(major: number, value: number): void {
    if (value < 24) this.byte(major | value);
    else if (value < 0x100) this.number(major | 24, value, 1);
    else if (value < 0x10000) this.number(major | 25, value, 2);
    else if (value < TWO_32) this.number(major | 26, value, 4);
    else {
      this.number(major | 27, Math.floor(value / TWO_32), 4);
      this.digits(value, 4);
    }
  }

  private number(first: number, value: number, size: number): void {
    this.byte(first);
    this.digits(value, size);
  }

  private digits(value: number, size: number): void {
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.byte((value >>> shift) & 0xff);
  }

  private byte(byte: number): void {
    this.room(1);
    this.bytes[this.at++] = byte;
  }

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.at + size));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes.fill(0);
    this.bytes = larger;
  }
}

/** Keys stand by their encoding: the shorter first, then byte by byte. Bytes of UTF-8 stand as code points do, which UTF-16 does not. */
function compareKeys(a: string, b: string): number {
  const [size, other] = [sizeOf(a), sizeOf(b)];
  if (size !== other) return size - other;
  if (size === a.length && size === b.length) return a < b ? -1 : 1;
  const [one, two] = [UTF8.encode(a), UTF8.encode(b)];
  const at = one.findIndex((byte, i) => byte !== two[i]);
  return (one[at] ?? 0) - (two[at] ?? 0);
}

/** Bytes of a text as UTF-8; a lone surrogate is refused when it is written. */
function sizeOf(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return UTF8.encode(text).length;
  return text.length;
}

export function isMap(value: unknown): value is ValueMap {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A writer that is not in use, so that not every value makes its own. */
let spare: Writer | null = null;
/** One that has grown larger than this is not kept. */
const MOST_SPARE = 256 * 1024;

/**
 * @throws {@link BadInput} `value` is not of the allowed kinds.
 */
export function encode(value: Value): Uint8Array {
  const writer = spare ?? new Writer();
  spare = null;
  writer.value(value, MAX_DEPTH); // one that has thrown is not used again
  const encoded = writer.take();
  if (encoded.length <= MOST_SPARE) spare = writer;
  return encoded;
}

// ---- reading ------------------------------------------------------------------------------------------------------

/** `ignoreBOM` keeps a byte order mark, which is a character like any other here; `fatal` refuses what is not UTF-8. */
const FROM_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Shorter ASCII is put together faster than a decoder is asked. */
const SHORT = 64;

class ByteReader {
  private readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  value(depth: number): Value {
    const first = this.byte();
    switch (first & 0xe0) {
      case UINT:
        return this.argument(first);
      case BYTES:
        return this.taken(this.argument(first)).slice();
      case TEXT:
        return this.text(this.argument(first));
      case LIST: {
        if (depth === 0) throw new NotDeterministic(TOO_DEEP);
        const length = this.argument(first);
        const list: Value[] = [];
        for (let i = 0; i < length; i++) list.push(this.value(depth - 1));
        return list;
      }
      case MAP:
        if (depth === 0) throw new NotDeterministic(TOO_DEEP);
        return this.map(this.argument(first), depth - 1);
    }
    if (first === NULL) return null;
    if (first === TRUE) return true;
    if (first === FALSE) return false;
    throw new NotDeterministic(NO_KIND);
  }

  private map(length: number, depth: number): ValueMap {
    const map: ValueMap = {};
    let [lastAt, lastSize] = [0, -1];
    for (let i = 0; i < length; i++) {
      const first = this.byte();
      if ((first & 0xe0) !== TEXT) throw new NotDeterministic("a key that is no text");
      const size = this.argument(first);
      const at = this.at;
      const key = this.text(size);
      if (size < lastSize || (size === lastSize && !this.stands(lastAt, at, size))) {
        throw new NotDeterministic("keys out of order, or one of them twice");
      }
      [lastAt, lastSize] = [at, size];
      const value = this.value(depth);
      // As its own property: to assign to this one name would change what the map is.
      if (key === "__proto__") Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
      else map[key] = value;
    }
    return map;
  }

  /** Whether the bytes at `a` stand before those at `b`. */
  private stands(a: number, b: number, size: number): boolean {
    for (let i = 0; i < size; i++) {
      const difference = (this.bytes[a + i] ?? 0) - (this.bytes[b + i] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  private text(size: number): string {
    const bytes = this.taken(size);
    if (size <= SHORT && isAscii(bytes)) return String.fromCharCode.apply(null, bytes as unknown as number[]);
    try {
      return FROM_UTF8.decode(bytes);
    } catch {
      throw new NotDeterministic("text that is not UTF-8");
    }
  }

  /** The number in or behind a first byte, in the shortest form alone. */
  private argument(first: number): number {
    const info = first & 0x1f;
    if (info < 24) return info;
    let number: number;
    if (info === 24) number = this.digits(1, 24);
    else if (info === 25) number = this.digits(2, 0x100);
    else if (info === 26) number = this.digits(4, 0x10000);
    else if (info === 27) number = this.digits(4, 1) * TWO_32 + this.digits(4, 0);
    else throw new NotDeterministic("a length that is not said beforehand, or a number of no known form");
    if (!Number.isSafeInteger(number)) throw new NotDeterministic(NO_INTEGER);
    return number;
  }

  private digits(size: number, least: number): number {
    let number = 0;
    for (let i = 0; i < size; i++) number = number * 256 + this.byte();
    if (number < least) throw new NotDeterministic("a number that could be shorter");
    return number;
  }

  private taken(size: number): Uint8Array {
    const end = this.at + size;
    if (end > this.bytes.length) throw new NotDeterministic("it ends too early");
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new NotDeterministic("it ends too early");
    return byte;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

/**
 * @throws {@link NotDeterministic} anything that {@link encode} would not have written, trailing bytes included.
 */
export function decode(data: Uint8Array): Value {
  // Under Node `data` may be a `Buffer`, whose slices share their memory: what is cut out of a plain one is a copy.
  const reader = new ByteReader(new Uint8Array(data.buffer, data.byteOffset, data.length));
  const value = reader.value(MAX_DEPTH);
  if (reader.at !== data.length) throw new NotDeterministic("bytes behind its end");
  return value;
}
