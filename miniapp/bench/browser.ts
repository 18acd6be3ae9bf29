/**
 * The Mini App in a real browser, measured. `bench/miniapp.py` makes the board and starts this: `browser.js APP FOLDER CHROMIUM RUNS`.
 *
 * The app as `make` built it and a page of measures are served packed, as the relay packs them, and run in Chromium without a window, with its processor as it is
 * and slowed four times. What opens a board gets a page of its own for each run: nothing is compiled yet, as when somebody opens the app.
 * Yardsticks run in the same page. Nothing here waits for the network, and nothing is drawn: times are of the app's own work.
 */

import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { report } from "./_report";
import type { Measures } from "./page/measures";

const [APP = "", FOLDER = "", CHROMIUM = "", TIMES = "5"] = process.argv.slice(2);
const RUNS = Number(TIMES);
const BENCH = "miniapp";
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html"], [".js", "text/javascript"], [".css", "text/css"], [".svg", "image/svg+xml"], [".json", "application/json"],
  [".webmanifest", "application/manifest+json"], [".cbor", "application/cbor"],
]);
/** Nothing takes so long. */
const PATIENCE = 30 * 60_000;
const SPEEDS: readonly (readonly [rate: number, name: string])[] = [[1, ""], [4, ", processor slowed 4 times"]];
/** Chromium slows the page's thread alone: workers run as fast as ever, which on a slow phone they would not. */
const PAGE_ALONE = (rate: number): string => (rate === 1 ? "" : " but for the workers");
/** What people look for, typed letter by letter. */
const QUERIES: readonly (readonly [what: string, query: string])[] = [
  ["a phone number", "07700 900123"],
  ["a number plate", "KX12 ABC"],
  ["a name", "Dave"],
  ["a look", "white van, plate ends 99"],
];
const MEMBERS = 20;

/** Serves folders packed, with the headers for caches that the relay sends. */
class Served {
  /** Bytes of each file as it travels. */
  readonly packed = new Map<string, number>();
  private readonly server: Server;

  constructor(folders: readonly (readonly [prefix: string, folder: string])[]) {
    const files = new Map<string, { kind: string; packed: Buffer }>();
    for (const [prefix, folder] of folders) {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        const kind = TYPES.get(extname(name));
        if (kind === undefined) continue;
        const path = prefix + (name === "index.html" ? "" : name);
        const packed = gzipSync(readFileSync(join(folder, name)), { level: 9 });
        files.set(path, { kind, packed });
        this.packed.set(path, packed.length);
      }
    }
    this.server = createServer((request, response) => {
      const path = pathOf(request.url ?? "/");
      const file = files.get(path);
      if (file === undefined) return void response.writeHead(404).end();
      const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      response.writeHead(200, { "Content-Type": file.kind, "Content-Encoding": "gzip", "Cache-Control": cache }).end(file.packed);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    return `http://localhost:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Kilobytes of these files together, each once. */
  size(paths: Iterable<string>): number {
    return [...new Set(paths)].reduce((sum, path) => sum + (this.packed.get(path) ?? 0), 0) / 1000;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

function pathOf(url: string): string {
  return new URL(url, "http://localhost").pathname;
}

/** What a first visit fetches: all that had come, or was asked for, when the first heading stood in the page; and everything. */
async function firstVisit(browser: Browser): Promise<void> {
  const served = new Served([["/", join(APP, "dist")]]); // `make` has built it from these sources
  const url = await served.listen();
  const first: number[] = [];
  const asking: number[] = [];
  const all: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    await context.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector("h1") === null) return;
        observer.disconnect();
        performance.mark("first screen");
      }).observe(document, { childList: true, subtree: true });
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(pathOf(request.url())));
    await page.goto(url);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    const before = await page.evaluate(() => {
      const shown = performance.getEntriesByName("first screen")[0]?.startTime ?? Infinity;
      const all = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const until = (moment: (one: PerformanceResourceTiming) => number) => all.filter((one) => moment(one) <= shown).map((one) => one.name);
      return { come: until((one) => one.responseEnd), asked: until((one) => one.startTime) };
    });
    first.push(served.size(["/", ...before.come.map(pathOf)]));
    asking.push(served.size(["/", ...before.asked.map(pathOf)]));
    all.push(served.size(asked));
    await context.close();
  }
  const everything = served.size(served.packed.keys());
  served.close();
  report(BENCH, "first visit, packed: what had come when the first screen stood", first, "kB", { what: "target: 100", values: [100] });
  report(BENCH, "first visit, packed: what had come or been asked for by then", asking, "kB", { what: "target: 100", values: [100] });
  report(BENCH, "first visit, packed: in all, nobody touched anything", all, "kB", { what: "target: 180", values: [180] });
  report(BENCH, "every file of the app, packed", [everything], "kB", { what: "target: 180", values: [180] });
}

/** A page with the measures in it. */
async function opened(context: BrowserContext, url: string, rate: number): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.waitForFunction(() => "measures" in globalThis);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return page;
}

/** Runs one of the measures in the page. */
async function measured<N extends keyof Measures>(page: Page, name: N, ...given: Parameters<Measures[N]>): Promise<Awaited<ReturnType<Measures[N]>>> {
  const answer: unknown = await page.evaluate(
    ([which, args]) => {
      const all = (globalThis as unknown as { measures: Record<string, (...args: unknown[]) => unknown> }).measures;
      return all[which]?.(...args);
    },
    [name, given] as const,
  );
  return answer as Awaited<ReturnType<Measures[N]>>;
}

async function alone<N extends keyof Measures>(context: BrowserContext, url: string, rate: number, name: N, ...given: Parameters<Measures[N]>): Promise<Awaited<ReturnType<Measures[N]>>> {
  const page = await opened(context, url, rate);
  try {
    return await measured(page, name, ...given);
  } finally {
    await page.close();
  }
}

async function board(context: BrowserContext, url: string, alerts: number): Promise<void> {
  const json = `JSON-parsing the same ${alerts} alerts in plaintext`;
  for (const [rate, slowed] of SPEEDS) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await alone(context, url, rate, "cold", true));
    const values = runs.map((one) => one.json);
    report(BENCH, `opening cold, ${alerts} alerts: verified, decrypted, searchable${slowed}${PAGE_ALONE(rate)}`, runs.map((one) => one.whole), "ms", { what: json, values });
    report(BENCH, `opening cold, ${alerts} alerts: the index alone${slowed}`, runs.map((one) => one.indexed), "ms", { what: json, values });
    report(BENCH, `opening cold, ${alerts} alerts: longest the page was held${slowed}`, runs.map((one) => one.longest), "ms");
    const without = [];
    for (let run = 0; run < RUNS; run++) without.push((await alone(context, url, rate, "cold", false)).whole);
    report(BENCH, `opening cold, ${alerts} alerts: the same without workers${slowed}`, without, "ms", { what: json, values });
    const floor = [];
    for (let run = 0; run < RUNS; run++) floor.push(await alone(context, url, rate, "floor"));
    report(BENCH, `the platform alone, ${4 * alerts} signatures, one after the other${slowed}`, floor, "ms");
  }
  const key = await alone(context, url, 1, "keep");
  for (const [rate, slowed] of SPEEDS) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await alone(context, url, rate, "warm", key));
    const values = runs.map((one) => one.json);
    report(BENCH, `opening warm, ${alerts} alerts: first alert readable${slowed}`, runs.map((one) => one.readable), "ms", { what: json, values });
    report(BENCH, `opening warm, ${alerts} alerts: the whole board, behind it${slowed}`, runs.map((one) => one.whole), "ms", { what: json, values });
    report(BENCH, `opening warm, ${alerts} alerts: longest the page was held${slowed}`, runs.map((one) => one.longest), "ms");
  }
  for (const [rate, slowed] of SPEEDS) {
    const page = await opened(context, url, rate);
    await measured(page, "prepare", key);
    for (const [what, query] of QUERIES) {
      const slowest: number[] = [];
      const middle: number[] = [];
      let fitting = 0;
      for (let run = 0; run < RUNS; run++) {
        const typed = await measured(page, "type", query);
        slowest.push(Math.max(...typed.strokes));
        middle.push(typed.strokes.toSorted((a, b) => a - b)[Math.floor(typed.strokes.length / 2)] ?? NaN);
        fitting = typed.fitting;
      }
      const target = rate === 1 ? 16 : 60;
      const name = `check as you type, ${alerts} alerts: ${what} (${fitting} fit at the end)`;
      report(BENCH, `${name}, slowest key stroke${slowed}`, slowest, "ms", { what: `target: ${target}`, values: [target] });
      report(BENCH, `${name}, key stroke in the middle${slowed}`, middle, "ms", { what: `target: ${target}`, values: [target] });
    }
    await page.close();
  }
}

async function removal(context: BrowserContext, url: string): Promise<void> {
  for (const [rate, slowed] of SPEEDS) {
    const page = await opened(context, url, rate);
    await measured(page, "removal", 1); // once beforehand, for what is compiled at first use
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measured(page, "removal", MEMBERS));
    const values = runs.map((one) => one.each);
    const against = { what: `one X-Wing seal for each of ${MEMBERS} members`, values };
    report(BENCH, `one of 2^20 removed: public part made${slowed}`, runs.map((one) => one.made), "ms", against);
    report(BENCH, `one of 2^20 removed: approved twice, cosigned twice and sealed${slowed}`, runs.map((one) => one.sealed), "ms", against);
    report(BENCH, `one of 2^20 removed: opened by a member${slowed}`, runs.map((one) => one.opened), "ms", against);
    await page.close();
  }
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  await firstVisit(browser);
  const page = join(FOLDER, "page");
  await build({
    root: join(APP, "bench/page"), configFile: false, logLevel: "error", define: { VERSION: '"bench"' },
    build: { outDir: page, emptyOutDir: true, target: "es2022" },
  });
  const served = new Served([["/", page], ["/board/", join(FOLDER, "board")]]);
  const url = await served.listen();
  const context = await browser.newContext();
  const plain = JSON.parse(readFileSync(join(FOLDER, "board/plain.json"), "utf8")) as unknown[];
  await removal(context, url);
  await board(context, url, plain.length);
  await context.close();
  served.close();
} finally {
  await browser.close();
}
