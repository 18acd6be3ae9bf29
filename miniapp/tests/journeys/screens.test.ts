/**
 * Every screen of the app's frame, looked at by axe-core; and pictures of each for people to look at, if PARASOL_PICTURES names a folder.
 *
 * Here alone the page's policy is switched off: axe-core has to be put into it.
 */

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`screens of the app are not looked at: ${lacks}\n`);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = process.env["PARASOL_PICTURES"];
const PIN = "739164";

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

describe.skipIf(lacks !== null)("every screen", () => {
  const stage = new Stage();
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour", "Station", "Old town"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  it.each([
    { colorScheme: "light", width: 360 },
    { colorScheme: "dark", width: 320 },
  ] as const)("can be used by everybody ($colorScheme, $width wide)", async ({ colorScheme, width }) => {
    const her = await stage.person({ colorScheme, viewport: { width, height: 740 }, bypassCSP: true });
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      await her.page.waitForTimeout(250);
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        await her.page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}-${width}.png`) });
      }
      const wide = await her.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      if (wide) faults.push(`${name}: wider than the screen`);
      faults.push(...(await judged(her, name)));
    };
    await tour(stage, her, look);
    expect(faults).toEqual([]);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 240_000);
});

async function judged(her: Person, name: string): Promise<string[]> {
  await her.page.evaluate(AXE);
  const found = await her.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<unknown> } };
    return axe.run();
  });
  return (found as Found).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id}: ${node.html} ${node.failureSummary ?? ""}`));
}

async function tour(stage: Stage, her: Person, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = her;
  const back = async (): Promise<void> => {
    await her.presses("Back");
  };
  await her.opens();
  await her.sees("Peers warn each other here.");
  await look("01-welcome");
  await her.presses("Help near me");
  await her.sees(/Help/);
  await look("02-help");
  await back();
  await her.presses("I have a code");
  await her.sees("Your code");
  await look("03-code");
  await her.types("Code", "ABCD-EFGH");
  await her.presses("Next");
  await look("04-code-short");
  await her.types("Code", stage.invite("ana", "--moderator"));
  await her.presses("Next");
  await her.sees("You are asked to moderate");
  await look("04-asked");
  await her.presses(/^Yes, I will moderate/);
  await her.sees("A name in here");
  await look("05-name");
  await her.presses("Next");
  await her.sees("When to ask for the PIN");
  await look("06-stay");
  await her.presses("Next");
  await her.sees("Choose a PIN");
  await her.keys("123456", "Next");
  await look("07-pin-fault");
  for (let i = 0; i < 6; i++) await her.presses("Delete");
  await her.keys(PIN, "Next");
  await her.sees("The same PIN again");
  await look("08-pin-again");
  await her.keys(PIN, "Next");
  await her.sees("Recovery words");
  await look("09-words");
  await her.presses("Show the words");
  await page.locator("ol.words").waitFor();
  await look("10-words-shown");
  const words = await page.locator("ol.words li").allInnerTexts();
  await her.presses("I have written them down");
  await her.sees("Three of them, to be sure");
  for (const [at, word] of words.entries()) {
    const field = page.getByLabel(`Word ${at + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(word);
  }
  await look("11-words-asked");
  await her.presses("Check");
  await her.sees("Areas and languages");
  await look("12-prefer");
  await her.presses("Done");
  await her.sees("What do you need?");
  await page.getByText(/News: /).waitFor();
  await look("13-home");
  await her.presses(/^Safety/);
  await her.sees("Safety");
  await look("20-safety");
  for (const [button, title, name] of [
    [/^Change the PIN/, "Change the PIN", "21-change"],
    [/^A PIN that erases/, "A PIN that erases", "22-duress"],
    [/^When to ask/, "When to ask for the PIN", "23-stay"],
    [/^Recovery words/, "Recovery words", "24-words-pin"],
    [/^Compare/, "Compare with a friend", "25-compare"],
    [/^Be told/, "Be told in Telegram", "26-pings"],
    [/^Areas/, "Areas and languages", "27-prefer"],
    [/^Without a connection/, "Without a connection", "27-offline"],
    [/^Language of/, "Language of the app", "28-language"],
    ["Erase", "Erase", "29-erase"],
  ] as const) {
    // There is nothing to choose while the app speaks one language.
    if (name === "28-language" && (await page.getByRole("button", { name: button }).count()) === 0) continue;
    await her.presses(button);
    await her.sees(title);
    if (name === "25-compare") await page.locator(".compare").waitFor();
    await look(name);
    if (name === "29-erase") {
      await her.presses("Go on");
      await look("30-erase-sure");
    }
    await back();
  }
  await her.presses("Hide");
  await her.sees("Locked");
  await look("40-locked");
  await her.keys("000000", "Open");
  await page.getByText("That was not the PIN.").waitFor();
  await look("41-wrong");
  await her.presses("Forgot the PIN");
  await look("42-forgot");
  await back();
  for (let i = 0; i < 4; i++) {
    await her.keys(`00000${i}`, "Open");
    await page.getByText(i < 3 ? "That was not the PIN." : /Too many wrong tries/).waitFor();
  }
  await look("43-wait");
  // The words open it at once, and set a new PIN.
  await her.presses("Forgot the PIN");
  await her.types(/12 words/, words.join(" "));
  await her.presses("Next");
  await her.keys("402958", "Next");
  await her.keys("402958", "Next");
  await her.sees("What do you need?");
}
