/** One family of errors: each says whose fault it is, and its name is the one protocol §10 lists. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as errors from "../../src/crypto/errors";
import { Fault, ParasolError, Refused, RelayRefused } from "../../src/crypto/errors";

type Make = new (detail?: string) => ParasolError;
const FAMILY = Object.entries(errors as Record<string, unknown>).filter((pair): pair is [string, Make] => typeof pair[1] === "function");
const ROOT = new URL("../../../", import.meta.url);

describe.each(FAMILY)("%s", (name, kind) => {
  const error = kind === (RelayRefused as unknown as Make) ? new RelayRefused("some-code", "what was wrong") : new kind("what was wrong");

  test("has a fault, and its class's name even where classes are renamed", () => {
    expect(error).toBeInstanceOf(ParasolError);
    expect(error).toBeInstanceOf(Error);
    expect(Object.values(Fault)).toContain(error.fault);
    expect([error.name, kind.name, Object.hasOwn(error, "name")]).toEqual([name, name, true]);
    expect([error.detail, error.message, String(error)]).toEqual(Array(3).fill("what was wrong"));
    expect(String(new kind())).not.toBe("");
  });

  test("is the peer's fault if it is a refusal, and only then", () => {
    expect(error.fault === Fault.PEER).toBe(error instanceof Refused);
  });
});

test("each fault has an error", () => {
  expect(new Set(FAMILY.map(([, kind]) => new kind().fault))).toEqual(new Set(Object.values(Fault)));
});

test("the specification lists every refusal and no other", () => {
  const section = readFileSync(new URL("docs/protocol.md", ROOT), "utf-8").split("\n## 10 ")[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| |"));
  const named = rows.map((row) => row.split("|").at(-2) ?? "").join(" ");
  const listed = new Set(Array.from(named.matchAll(/`([A-Za-z]+)`/g), (found) => found[1]));
  expect(listed.size).toBeGreaterThan(40);
  const refusals = FAMILY.filter(([name, kind]) => name !== "Refused" && new kind() instanceof Refused);
  expect(listed).toEqual(new Set(refusals.map(([name]) => name)));
});

test("both implementations have the same family with the same faults", () => {
  const python = readFileSync(new URL("crypto/errors.py", ROOT), "utf-8");
  const names = Array.from(python.matchAll(/^class (\w+)\((\w+)\):$/gm), (found) => found[1] ?? "").filter((name) => name !== "Fault");
  expect(FAMILY.map(([name]) => name).sort()).toEqual(names.sort());
});

test("a relay's refusal keeps its code, status and waiting time", () => {
  const error = new RelayRefused("too-many", "", { status: 429, retryAfter: 3 });
  expect([error.code, error.status, error.retryAfter, String(error), error.name]).toEqual(["too-many", 429, 3, "too-many", "RelayRefused"]);
});
