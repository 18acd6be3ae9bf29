/** The crafted signatures of the public vectors, decided in a real browser: as on any other machine, and whatever its own Ed25519 would say. */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { type Given, type Judged, judge } from "./edgePage";
import { CHROMIUM, missing } from "./stage";

const FOLDER = process.env["PARASOL_VECTORS"];
const lacks = FOLDER === undefined ? "PARASOL_VECTORS names no folder with the public vectors" : missing();
if (lacks !== null) process.stderr.write(`crafted signatures are not judged in a browser: ${lacks}\n`);
/** A page with nothing in it that may use the platform's keys, as every page of this machine may. */
const EMPTY = "http://localhost/empty";

/** The page's program, built from the app's own sources. */
async function program(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, "edgePage.ts"), formats: ["iife"], name: "edge" },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === "chunk");
  if (chunk === undefined) throw new Error("the page's program was not built");
  return `${chunk.code}\nglobalThis.edge = edge;`;
}

describe.skipIf(lacks !== null)("a browser", () => {
  it("decides all 914 crafted signatures as Node does, and its platform vouches for none that is refused", async () => {
    const given = JSON.parse(readFileSync(join(FOLDER ?? "", "cctv_ed25519.json"), "utf8")) as Given[];
    expect(given).toHaveLength(914);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const page = await browser.newPage();
      await page.route(EMPTY, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>empty</title>" }));
      await page.goto(EMPTY);
      await page.addScriptTag({ content: await program() });
      const there = await page.evaluate((all) => (globalThis as unknown as { edge: { judge: typeof judge } }).edge.judge(all), given);
      const here: Judged = await judge(given);
      expect(there.taken).toEqual(here.taken);
      expect(there.taken.filter(Boolean)).toHaveLength(1);
      expect(there.vouched.filter((vouched, at) => vouched && there.taken[at] !== true)).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 240_000);
});
