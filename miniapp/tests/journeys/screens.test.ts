/**
 * Every screen of a member and of a moderator, looked at by axe-core, and for whether it fits a narrow phone; in light and dark, and from right to left.
 * Pictures of each go to the folder that is printed, for people to look at: PARASOL_PICTURES, or a fresh one.
 *
 * Here alone the page's policy is switched off: axe-core has to be put into it.
 */

import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing, type Person, Stage } from "./stage";
import { tour } from "./tour";
import { tourOfPhones } from "./tourOfPhones";
import { Words } from "./words";

const lacks = missing();
if (lacks !== null) process.stderr.write(`screens of the app are not looked at: ${lacks}\n`);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

describe.skipIf(lacks !== null)("every screen", () => {
  const stage = new Stage();
  const pictures = process.env["PARASOL_PICTURES"] ?? mkdtempSync(join(tmpdir(), "parasol-pictures-"));
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    process.stdout.write(`pictures of every screen: ${pictures}\n`);
    await stage.start();
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  const variants = [
    { language: "en", colorScheme: "light", width: 360 },
    { language: "en", colorScheme: "dark", width: 320 },
    { language: "ar", colorScheme: "light", width: 320 },
  ] as const;

  /** Somebody with a phone like this, and what looks at each of her stops. */
  function looking({ language, colorScheme, width }: (typeof variants)[number]) {
    const variant = `${language}-${colorScheme}-${width}`;
    const options = { colorScheme, viewport: { width, height: 740 }, bypassCSP: true, locale: language === "en" ? "en-GB" : language };
    const faults: string[] = [];
    const seen: string[] = [];
    const look = async ({ page }: Person, name: string): Promise<void> => {
      seen.push(name);
      await page.waitForTimeout(200);
      // The whole page, with what stands at the foot of the screen at its end.
      const whole = { fullPage: true, animations: "disabled", style: ".action { position: static }" } as const;
      await page.screenshot({ path: join(pictures, `${name}-${variant}.png`), ...whole });
      const [wide, direction] = await page.evaluate(() => {
        const { scrollWidth, clientWidth, dir } = document.documentElement;
        return [scrollWidth > clientWidth, dir] as const;
      });
      if (wide) faults.push(`${name}: wider than the screen`);
      if (direction !== (language === "ar" ? "rtl" : "ltr")) faults.push(`${name}: written in the wrong direction`);
      faults.push(...(await judged(page, name)));
    };
    return { variant, person: () => stage.person(options), words: new Words(language), look, faults, seen };
  }

  it.each(variants)("can be used by everybody ($language, $colorScheme, $width wide)", async (given) => {
    const { variant, person, words, look, faults, seen } = looking(given);
    const founder = `ana-${variant}`;
    stage.found("Sample", founder, ["Harbour", "Station", "Old town"]);
    const people = { member: await person(), moderator: await person() };
    await tour(stage, founder, people, words, look);
    expect(faults).toEqual([]);
    expect(new Set(seen).size).toBeGreaterThan(80);
    for (const one of Object.values(people)) {
      expect(one.wrong).toEqual([]);
      await one.context.close();
    }
  }, 480_000);

  it.each(variants)("of two phones, of words that bring her back, and while it opens ($language, $colorScheme, $width wide)", async (given) => {
    const { variant, person, words, look, faults, seen } = looking(given);
    const founder = `bea-${variant}`;
    stage.found("Sample", founder, ["Harbour", "Station", "Old town"]);
    const phones = { first: await person(), second: await person(), found: await person() };
    await tourOfPhones(stage, founder, phones, words, look);
    expect(faults).toEqual([]);
    expect(new Set(seen).size).toBeGreaterThan(15);
    for (const one of Object.values(phones)) {
      expect(one.wrong).toEqual([]);
      await one.context.close();
    }
  }, 240_000);
});

async function judged(page: Person["page"], name: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<unknown> } };
    return axe.run();
  });
  return (found as Found).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id}: ${node.html} ${node.failureSummary ?? ""}`));
}
