/** A phone is lost; its 12 words bring her back on another, in a real Chromium; and what the screens say when they do not. */

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stdout.write(`coming back by the words was not tried: ${lacks}\n`);
const PIN = "739164";
const OTHER_PIN = "402958";
/** Nobody else may ever see these. */
const CANARIES = { name: "CanaryKestrel", text: "canary what was reported", alias: "CanaryDina" };

describe.skipIf(lacks !== null)("recovery", () => {
  const stage = new Stage();
  let her: Person;
  let words = "";
  beforeAll(async () => {
    await stage.start();
    stage.found(CANARIES.name, "ana", ["Harbour"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  it("she writes her words down, and the phone says from when on they work elsewhere", async () => {
    her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    words = await keepsWords(her);
    await her.page.getByText(/once a moderator’s phone has let you in/).waitFor();
    await her.presses("Done");
    stage.parasol("ana", ["sync"]);
    await fetches(her);
    await fetches(her);
    await her.presses(/^Safety/);
    await her.presses(/^Recovery words/);
    await her.keys(PIN, "Next");
    await keepsShown(her);
    await her.page.getByText(/They bring you back on another phone too/).waitFor();
    expect(her.wrong).toEqual([]);
  }, 240_000);

  it("the phone is lost; with the words alone she is back, and reads what came since", async () => {
    await her.context.close();
    publishes(stage, CANARIES.text);
    const again = await stage.person();
    await opensWords(again);
    await again.types(/12 words/, words.toUpperCase());
    await again.presses("Next");
    await again.sees("When to ask for the PIN");
    await again.presses("Next");
    await again.keys(OTHER_PIN, "Next");
    await again.keys(OTHER_PIN, "Next");
    await again.sees("You are back");
    await again.page.getByText(/Call a moderator/).waitFor();
    await picture(again, "recover-back");
    await again.presses("Go on");
    await again.sees("What do you need?");
    await again.presses(/^Alerts/);
    await again.page.locator("button.alert").first().click();
    await again.page.getByText(CANARIES.text).first().waitFor();
    expect((stage.parasol("ana", ["members"])["members"] as unknown[]).length).toBe(2);
    // The words open this phone too, and can bring her back a third time.
    await again.presses("Hide");
    await again.sees("Locked");
    await again.keys(OTHER_PIN, "Open");
    await again.sees("What do you need?");
    expect(again.wrong).toEqual([]);
    await again.context.close();
  }, 240_000);

  it("words that lead nowhere say why in one sentence, and leave nothing on the phone", async () => {
    const other = await stage.person();
    await opensWords(other);
    await picture(other, "recover-words");
    const abandon = "abandon ".repeat(11);
    for (const [typed, said] of [
      [abandon, "These are 11 words. There are 12."],
      [`${abandon}parasol`, "Word 12 is not one that there is. Compare it with your paper."],
      [`${abandon}abandon`, /don’t belong together/],
      [`${abandon}about`, /Nothing is kept under these words/],
    ] as const) {
      await other.types(/12 words/, typed);
      await other.presses("Next");
      await other.page.getByText(said).waitFor();
    }
    await picture(other, "recover-nothing");
    expect(await other.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(other.wrong).toEqual([]);
    await other.context.close();
  }, 240_000);

  it("somebody who was taken off the list is told so", async () => {
    const { members } = stage.parasol("ana", ["members"]) as { members: { alias: string }[] };
    const alias = members.find((member) => member.alias !== "ana")?.alias ?? "";
    expect(stage.parasol("ana", ["remove", alias, "--yes"])["removed"]).toBe(true);
    const other = await stage.person();
    await opensWords(other);
    await other.types(/12 words/, words);
    await other.presses("Next");
    await other.presses("Next");
    await other.keys(OTHER_PIN, "Next");
    await other.keys(OTHER_PIN, "Next");
    await other.page.getByText(/Perhaps you were taken off the list/).waitFor();
    expect(other.wrong).toEqual([]);
    await other.context.close();
  }, 240_000);

  it("the relay holds nothing of it that could be read", () => {
    const relay = join(stage.folder, "relay");
    const bytes = Buffer.concat(files(relay).map((path) => readFileSync(path)));
    expect(bytes.length).toBeGreaterThan(100_000);
    for (const secret of [...Object.values(CANARIES), words, ...words.split(" ").slice(0, 2).map((word, at, two) => two.join(" "))]) {
      expect(bytes.includes(secret), secret.length.toString()).toBe(false);
    }
  });
});

/** The first screen, up to where the words are typed. */
async function opensWords(person: Person): Promise<void> {
  await person.opens();
  await person.presses("I have my 12 words");
  await person.sees("Come back with your 12 words");
}

/** From home: looks at her words, and gives three of them back. */
async function keepsWords(person: Person): Promise<string> {
  await person.presses(/^Safety/);
  await person.presses(/^Recovery words/);
  await person.keys(PIN, "Next");
  return keepsShown(person);
}

async function keepsShown(person: Person): Promise<string> {
  const { page } = person;
  await person.presses("Show the words");
  await page.locator("ol.words").waitFor();
  const words = await page.locator("ol.words li").allInnerTexts();
  await person.presses("I have written them down");
  await person.sees("Three of them, to be sure");
  for (const [at, word] of words.entries()) {
    const field = page.getByLabel(`Word ${at + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(word);
  }
  await person.presses("Check");
  await person.sees("Recovery words");
  return words.join(" ");
}

/** From wherever she is: home, and all the news. */
async function fetches(person: Person): Promise<void> {
  const back = person.page.getByRole("button", { name: "Back", exact: true });
  while ((await back.count()) > 0) await back.click();
  await person.sees("What do you need?");
  const fetch = person.page.getByRole("button", { name: "Look for news now" });
  await fetch.click();
  await fetch.and(person.page.locator(":enabled")).waitFor();
}

/** Somebody reports, and the only moderator publishes it. */
function publishes(stage: Stage, text: string): void {
  const example = stage.parasol("ana", ["report", "--example"]);
  const file = join(stage.folder, "report.json");
  writeFileSync(file, JSON.stringify({ ...example, consent: { share: "peers", show_first: false, hold: false } }));
  const report = String(stage.parasol("ana", ["report", "--file", file])["report"]);
  stage.parasol("ana", ["desk", "claim", report]);
  stage.parasol("ana", ["desk", "draft", report, "--text", "-"], text);
  stage.parasol("ana", ["desk", "show", report]);
  stage.parasol("ana", ["desk", "approve", report]);
  stage.parasol("ana", ["desk", "publish", report]);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

async function picture(person: Person, name: string): Promise<void> {
  const folder = process.env["PARASOL_PICTURES"];
  if (folder !== undefined) await person.page.screenshot({ path: join(folder, `${name}.png`) });
}
