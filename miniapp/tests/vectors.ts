/** How the tests read `tests/vectors/` of the project, the files that pytest reads too. */

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { concat } from "../src/crypto/bytes";
import * as errors from "../src/crypto/errors";
import type { Value } from "../src/crypto/wire";

const VECTORS = new URL("../../tests/vectors/", import.meta.url);

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The whole file `NAME.json`. The test that reads it says what it holds; a field that is not there then fails the test that uses it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file holds is known to its reader alone
export function topic<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, VECTORS), "utf-8")) as T;
}

/** The cases of a section as `[name, case]`, for `test.each`. A section without vectors proves nothing, so it fails. */
export function cases<T>(name: string, ...sections: string[]): [string, T][] {
  let found: Json | undefined = topic<Json>(name);
  for (const section of sections) found = isObject(found) ? found[section] : undefined;
  if (!Array.isArray(found) || found.length === 0) throw new Error("a section without vectors proves nothing");
  return found.map((each, index) => [titleOf(each, `${name} ${sections.join(" ")} ${index}`), each as T]);
}

function titleOf(each: Json, place: string): string {
  const named = isObject(each) ? each["name"] : undefined;
  return typeof named === "string" ? `${place}: ${named}` : place;
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Bytes from hex. */
export function b(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(hex)) throw new Error("not hex");
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Bytes from hex, or `null`. */
export function opt(hex: string | null): Uint8Array | null {
  return hex === null ? null : b(hex);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A value of the protocol from its JSON: bytes are `{"$bytes"}`, a long blob of one byte and zeros `{"$start", "$zeros"}`. */
export function fromJson(json: Json): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (!isObject(json)) return json;
  const { $bytes, $start, $zeros, ...rest } = json;
  if (Object.keys(rest).length === 0) {
    if (typeof $bytes === "string") return b($bytes);
    if (typeof $start === "string" && typeof $zeros === "number") return concat(b($start), new Uint8Array($zeros));
  }
  // `fromEntries` defines its fields, so `__proto__` is one like any other.
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fromJson(item)]));
}

/** Bytes from runs: hex, with long runs of zeros as their number. */
export function fromRuns(parts: (string | number)[]): Uint8Array {
  return concat(...parts.map((part) => (typeof part === "number" ? new Uint8Array(part) : b(part))));
}

/** The error that `attempt` is refused with: of the family, and by its own name. */
export function refusal(attempt: () => unknown): errors.ParasolError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof errors.ParasolError) return error;
    throw error; // not of the family: a foreign exception came through the room's door
  }
  throw new Error("this should have been refused");
}

/** As {@link refusal}, for what is asynchronous. */
export async function asyncRefusal(attempt: () => Promise<unknown>): Promise<errors.ParasolError> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof errors.ParasolError) return error;
    throw error;
  }
  throw new Error("this should have been refused");
}

/** Expects that the error is the one that the case names, and not another of the family. */
export function expectNamed(error: errors.ParasolError, each: { error: string }): void {
  const named = (errors as Record<string, unknown>)[each.error];
  if (typeof named !== "function") throw new Error(`${each.error} is not one of the family`);
  expect(error.constructor).toBe(named);
  expect(error.name).toBe(each.error);
}
