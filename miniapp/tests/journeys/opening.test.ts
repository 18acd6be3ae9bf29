/** While a long board is being opened, in a real browser: what is shown is what was kept, nothing answers that cannot, and Hide works. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldBreath } from "./holding";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`the journey of opening is not run: ${lacks}\n`);
const PIN = "739164";
const REPORT = { kinds: ["assault"], consent: { share: "peers", show_first: false, hold: false, figures: true } };

describe.skipIf(lacks !== null)("opening", () => {
  const stage = new Stage();
  let alert = "";
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour", "Station"]);
    const report = String(stage.parasol("ana", ["report", "--file", "-"], JSON.stringify(REPORT))["report"]);
    stage.parasol("ana", ["sync"]);
    stage.parasol("ana", ["desk", "claim", report]);
    stage.parasol("ana", ["desk", "draft", report, "--text", "-"], "The text that was kept.");
    stage.parasol("ana", ["desk", "approve", report]);
    alert = String(stage.parasol("ana", ["desk", "publish", report])["alert"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  const go = (her: Person): Promise<void> =>
    her.page.evaluate(() => {
      (globalThis as unknown as { go: () => void }).go();
    });
  const text = (her: Person): Promise<string> => her.page.locator("body").innerText();

  async function member(): Promise<Person> {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.presses(/^Alerts/);
    await her.page.locator("button.alert").waitFor();
    await her.page.addInitScript(heldBreath);
    await her.page.reload();
    await her.keys(PIN, "Open");
    await her.page.getByText("Newest alerts").waitFor();
    return her;
  }

  it("shows the newest alerts at once; what needs all of them says so, and comes by itself", async () => {
    const her = await member();
    await her.page.locator("button.alert").click();
    await her.page.getByText("The text that was kept.").waitFor();
    await her.presses("Back");
    await her.presses(/^Report/);
    await her.page.getByText("This opens as soon as everything is ready.").waitFor();
    await her.presses("Back");
    await her.presses(/^Check/);
    await her.page.getByText("Check answers as soon as all alerts are open.", { exact: false }).waitFor();
    expect(await her.page.locator("textarea, input").count()).toBe(0);
    expect(await text(her)).not.toMatch(/record/i);
    await go(her);
    // She is where she wanted to be, and it answers over all of them.
    await her.page.locator("textarea").fill("07700 900999");
    await her.page.getByText("Not the same as safe.", { exact: false }).first().waitFor();
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 180_000);

  it("is hidden at once, and what is read behind it opens nothing any more", async () => {
    const her = await member();
    await her.presses("Hide");
    await her.sees("Locked");
    expect(await text(her)).not.toMatch(/Newest|kept|Check/);
    await go(her);
    await her.page.waitForTimeout(1000);
    await her.sees("Locked");
    expect(await text(her)).not.toMatch(/Newest|kept|Check/);
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");
    await her.presses(/^Alerts/);
    await her.page.locator("button.alert").waitFor();
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 180_000);

  it("shows nothing that was taken back since, once this phone knows it", async () => {
    const her = await member();
    await go(her);
    await her.sees("What do you need?");
    stage.parasol("ana", ["desk", "retract", alert, "--reason", "a mistake"]);
    await her.presses("Look for news now");
    await her.presses(/^Alerts/);
    await her.page.getByText("taken back", { exact: false }).first().waitFor();
    await her.page.reload();
    await her.keys(PIN, "Open");
    // Still being opened, with nothing to show meanwhile.
    await her.page.getByText("Opening…").waitFor();
    expect(await text(her)).not.toMatch(/Newest|The text that was kept/);
    await go(her);
    await her.sees("What do you need?");
    expect(await text(her)).not.toMatch(/The text that was kept/);
    expect(await her.page.locator("button.alert").count()).toBe(0);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 180_000);
});
