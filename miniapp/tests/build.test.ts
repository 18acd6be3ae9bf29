import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built } from "./journeys/stage";

/** What the first screen may weigh, packed. Whoever stands in the street pays for each byte. */
const FIRST_SCREEN = 100 * 1024;

describe("a build", () => {
  const folder = mkdtempSync(join(tmpdir(), "parasol-build-"));
  const [one, other] = [join(folder, "one"), join(folder, "other")];
  beforeAll(async () => {
    await built(one);
    await built(other);
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("has the same bytes each time", () => {
    expect(bytesIn(other)).toEqual(bytesIn(one));
  });

  it("needs no more than 100 KB, packed, before the first screen is there", () => {
    const files = new Map(Object.entries(bytesIn(one)));
    const needed = closure(files, "index.html", /(?:src|href)="\/([^"]+\.(?:js|css))"/g);
    const packedSize = (name: string): number => gzipSync(files.get(name) ?? Buffer.alloc(0), { level: 9 }).length;
    // One language is loaded next: the largest stands for all.
    const catalogues = ["app", "alerts"].map((name) => [...files.keys()].filter((file) => file.startsWith(`assets/${name}-`)).map(packedSize));
    const language = catalogues.reduce((sum, sizes) => sum + Math.max(...sizes), 0);
    const packed = [...needed].reduce((sum, name) => sum + packedSize(name), language);
    expect(needed.size).toBeGreaterThan(3);
    expect(packed).toBeLessThan(FIRST_SCREEN);
  });

  it("keeps offline every file that there is, and has no map of its sources", () => {
    const files = Object.keys(bytesIn(one));
    const [, listed = ""] = /^const FILES = (.*);$/m.exec(readFileSync(join(one, "sw.js"), "utf8")) ?? [];
    const kept = (JSON.parse(listed) as string[]).map((name) => (name === "/" ? "index.html" : name.slice(1)));
    expect(kept.sort()).toEqual(files.filter((name) => name !== "sw.js").sort());
    expect(files.filter((name) => name.endsWith(".map"))).toEqual([]);
  });

  it("has no script and no style in its page", () => {
    const page = readFileSync(join(one, "index.html"), "utf8");
    expect(page.match(/<script(?![^>]*\bsrc="\/assets\/)|<style|\bstyle=|\bon[a-z]+=/g)).toBeNull();
  });
});

function bytesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** The page, what it names, and what that imports before it runs. */
function closure(files: ReadonlyMap<string, Buffer>, page: string, named: RegExp): Set<string> {
  const needed = new Set([page]);
  const waiting = [...String(files.get(page)).matchAll(named)].map((found) => found[1] ?? "");
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    for (const [, path = ""] of String(files.get(name)).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) waiting.push(`assets/${path}`);
  }
  return needed;
}
