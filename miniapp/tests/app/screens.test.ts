/** What is fetched says nothing of who fetches it. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { loadAll } from "../../src/app/screens";

it("nothing is fetched for somebody who has locked", async () => {
  const wanted = vi.fn(() => false);
  await loadAll(wanted);
  expect(wanted).toHaveBeenCalledOnce();
});

it("whatever a screen loads by itself is among what everybody fetches", () => {
  const features = new URL("../../src/features/", import.meta.url);
  const listed = readFileSync(new URL("../../src/app/screens.ts", import.meta.url), "utf8");
  const sources = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const loaded = sources.flatMap((name) => [...readFileSync(new URL(name, features), "utf8").matchAll(/\bimport\("[./]*([^"]+)"\)/g)]);
  expect(loaded.length).toBeGreaterThan(0);
  for (const [, path = ""] of loaded) expect(listed).toMatch(new RegExp(`import\\("\\.\\./features/(?:[a-z]+/)?${path}"\\)`));
});
