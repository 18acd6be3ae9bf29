/**
 * Maps and sets whose keys are byte strings. JavaScript compares those by identity, Python by what they hold; here they are
 * compared by what they hold, and stand in the order in which they came.
 */

import { bytesToHex } from "@noble/hashes/utils.js";
import { equal } from "../crypto/bytes";

/** Whether both hold the same bytes, or neither is there. For what is public: it stops at the first difference. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : equal(a, b);
}

/** A map from byte strings. */
export class BytesMap<V> {
  private readonly items = new Map<string, [Uint8Array, V]>();

  constructor(items: Iterable<readonly [Uint8Array, V]> = []) {
    for (const [key, value] of items) this.set(key, value);
  }

  get size(): number {
    return this.items.size;
  }

  get(key: Uint8Array): V | undefined {
    return this.items.get(bytesToHex(key))?.[1];
  }

  has(key: Uint8Array): boolean {
    return this.items.has(bytesToHex(key));
  }

  set(key: Uint8Array, value: V): this {
    this.items.set(bytesToHex(key), [key, value]);
    return this;
  }

  /** What stands under this key; what `make` gives, and stands there from now on, if nothing did. */
  setDefault(key: Uint8Array, make: () => V): V {
    const found = this.items.get(bytesToHex(key));
    if (found !== undefined) return found[1];
    const value = make();
    this.set(key, value);
    return value;
  }

  delete(key: Uint8Array): boolean {
    return this.items.delete(bytesToHex(key));
  }

  clear(): void {
    this.items.clear();
  }

  *keys(): IterableIterator<Uint8Array> {
    for (const [key] of this.items.values()) yield key;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.items.values()) yield value;
  }

  *[Symbol.iterator](): IterableIterator<[Uint8Array, V]> {
    yield* this.items.values();
  }

  /** @param each what stands in the copy; by default the same. */
  copy(each: (value: V) => V = (value) => value): BytesMap<V> {
    const copy = new BytesMap<V>();
    for (const [name, [key, value]] of this.items) copy.items.set(name, [key, each(value)]);
    return copy;
  }
}

/** A set of byte strings. */
export class BytesSet {
  private items = new Map<string, Uint8Array>();

  constructor(items: Iterable<Uint8Array> = []) {
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.items.size;
  }

  has(item: Uint8Array): boolean {
    return this.items.has(bytesToHex(item));
  }

  add(item: Uint8Array): this {
    this.items.set(bytesToHex(item), item);
    return this;
  }

  delete(item: Uint8Array): boolean {
    return this.items.delete(bytesToHex(item));
  }

  /** Whether everything in this set is in `other` too. */
  isWithin(other: BytesSet): boolean {
    return [...this.items.keys()].every((key) => other.items.has(key));
  }

  /** Whether something in this set is in `other` too. */
  meets(other: BytesSet): boolean {
    return [...this.items.keys()].some((key) => other.items.has(key));
  }

  *[Symbol.iterator](): IterableIterator<Uint8Array> {
    yield* this.items.values();
  }

  copy(): BytesSet {
    const copy = new BytesSet();
    copy.items = new Map(this.items);
    return copy;
  }
}
