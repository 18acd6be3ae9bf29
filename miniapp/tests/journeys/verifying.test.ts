/** Workers that verify signatures, in a real browser and under the policy that the relay sends: nothing else has them. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { asked, askedForFew } from "./verifyingPage";
import { CHROMIUM, missing } from "./stage";

const lacks = missing();
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
/** As `relay/pages.py` has it, but for what a page without styles and pictures does not need. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types parasol";

interface Verifying {
  asked: typeof asked;
  askedForFew: typeof askedForFew;
}

/** What is sent in place of the worker's file; `null`: there is none. */
type Instead = string | null | undefined;

/** Serves a folder. */
async function served(folder: string, worker: Instead): Promise<[Server, string]> {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    const instead = path.includes("/verify-") ? worker : undefined;
    if (!files.has(path) || instead === null) return void response.writeHead(404).end();
    const headers = { "Content-Type": TYPES[extname(path)] ?? "", "Content-Security-Policy": POLICY };
    response.writeHead(200, headers).end(instead ?? readFileSync(join(folder, path)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return [server, `http://localhost:${(server.address() as AddressInfo).port}/`];
}

describe.skipIf(lacks !== null)("a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "parasol-verifying-"));
  let browser: Browser;

  beforeAll(async () => {
    const root = join(folder, "source");
    const page = join(root, "index.html");
    mkdirSync(root);
    writeFileSync(page, `<!doctype html><title>verifying</title><script type="module" src="${resolve(import.meta.dirname, "verifyingPage.ts")}"></script>`);
    await build({ root, configFile: false, logLevel: "error", build: { outDir: join(folder, "built"), assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Does it in a page of its own; how many workers it had, and had in the end. */
  async function inPage<T>(work: (page: Page) => Promise<T>, worker?: Instead): Promise<{ value: T; begun: number; left: number }> {
    const [server, url] = await served(join(folder, "built"), worker);
    const page = await browser.newPage();
    try {
      let begun = 0;
      page.on("worker", () => { begun += 1; });
      await page.goto(url);
      await page.waitForFunction(() => "verifying" in globalThis);
      const value = await work(page);
      await expect.poll(() => page.workers().length).toBe(0);
      return { value, begun, left: page.workers().length };
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  }

  const expected = Array.from({ length: 60 }, (_, i) => i % 3 !== 0);
  const everything = (page: Page) => page.evaluate(() => (globalThis as unknown as { verifying: Verifying }).verifying.asked());

  it("has them verify a long board's signatures, and ends them", async () => {
    const { value, begun, left } = await inPage(everything);
    expect(value.said).toEqual(expected);
    expect(value.ended).toHaveLength(10);
    expect(value.ended.filter((one, i) => one && expected[i] !== true)).toEqual([]);
    expect(begun).toBeGreaterThan(0);
    expect(left).toBe(0);
  }, 60_000);

  it("verifies by itself if they cannot be fetched", async () => {
    const { value } = await inPage(everything, null);
    expect(value.said).toEqual(expected);
  }, 60_000);

  it.each([
    ["never answer", "onmessage = () => undefined;"],
    ["break", 'onmessage = () => { throw new Error("broken"); };'],
  ])("verifies by itself if they %s", async (_, script) => {
    const { value, begun } = await inPage(everything, script);
    expect(begun).toBeGreaterThan(0);
    expect(value.said).toEqual(expected);
  }, 60_000);

  it("needs none for a few", async () => {
    const { value, begun } = await inPage((page) => page.evaluate(() => (globalThis as unknown as { verifying: Verifying }).verifying.askedForFew()));
    expect(value).toEqual(expected.slice(0, 6));
    expect(begun).toBe(0);
  }, 60_000);
});
