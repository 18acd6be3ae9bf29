/** How the tests of the vectors read them: only what stands in the files is used, and to the last of it. */

import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { ParasolError } from "../../src/crypto/errors";

/**
 * The vectors of a topic. A test file that has not looked at every value of it by its end fails: a case it does not understand proves nothing.
 *
 * @param but - sections that are for the script which makes the file.
 */
export function topic(name: string, but: readonly string[] = []): unknown {
  const file = new URL(`../../../tests/vectors/${name}.json`, import.meta.url);
  const loaded = JSON.parse(readFileSync(file, "utf8")) as object;
  const unread = new Set<string>();
  for (const path of leaves(loaded, name)) if (!but.some((section) => path.startsWith(`${name}.${section}.`))) unread.add(path);
  afterAll(() => {
    expect([...unread].slice(0, 10), "values that no test looked at").toEqual([]);
  });
  return watched(loaded, name, unread);
}

function* leaves(value: unknown, path: string): Generator<string> {
  if (typeof value !== "object" || value === null) yield path;
  else for (const [key, item] of Object.entries(value)) yield* leaves(item, `${path}.${key}`);
}

function watched<T extends object>(value: T, path: string, unread: Set<string>): T {
  return new Proxy(value, {
    get(target, key): unknown {
      const item: unknown = Reflect.get(target, key);
      if (typeof item === "object" && item !== null) return watched(item, `${path}.${String(key)}`, unread);
      unread.delete(`${path}.${String(key)}`);
      return item;
    },
  });
}

/** One test for each case, named after it; a section without cases is an error. */
export function each<C>(title: string, cases: readonly C[], body: (one: C) => void | Promise<void>): void {
  if (cases.length === 0) throw new Error("a section without vectors proves nothing");
  for (const [index, one] of cases.entries()) {
    const name: unknown = typeof one === "object" && one !== null && "name" in one ? one.name : index;
    test(`${title}: ${String(name)}`, () => body(one));
  }
}

/** The bytes of hex. */
export function b(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/u.test(hex)) throw new Error("not hex");
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
}

export function opt(hex: string | null): Uint8Array | null {
  return hex === null ? null : b(hex);
}

/** Bytes as hex, as they stand in the vectors. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The error of the family that this throws. Anything else it throws, or nothing, fails. */
export function thrown(attempt: () => unknown): ParasolError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ParasolError) return error;
    throw error;
  }
  throw new Error("this should have been refused");
}

/** As {@link thrown}, for what answers later. */
export async function rejected(attempt: () => Promise<unknown>): Promise<ParasolError> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof ParasolError) return error;
    throw error;
  }
  throw new Error("this should have been refused");
}
