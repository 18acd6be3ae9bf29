/** A second browser is let in with the first in hand, in a real Chromium; both are the same, and read the next alert. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stdout.write(`a second phone was not tried: ${lacks}\n`);
const PIN = "739164";
const OTHER_PIN = "402958";
const TEXT = "Says he is from the council. Is not.";

describe.skipIf(lacks !== null)("a second phone", () => {
  const stage = new Stage();
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  it("gets in only when its digits were typed on the first; then both read what comes", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.presses(/^Safety/);
    await her.presses(/^Add or move a phone/);
    await her.page.getByText(/has to let you in first/).waitFor();
    await her.presses("Back");
    await her.presses("Back");
    stage.parasol("ana", ["sync"]);
    await fetches(her);

    // ---- the code, and somebody who saw it
    await her.presses(/^Safety/);
    await her.presses(/^Add or move a phone/);
    await her.presses("Show the code");
    await her.keys(PIN, "Next");
    await her.sees("A code for your other phone");
    const code = await her.page.locator("p.code").innerText();
    await picture(her, "device-code");
    const thief = await shownDigits(stage, code);
    const second = await shownDigits(stage, code);
    const digits = await second.page.locator("p.code").innerText();
    await picture(second, "device-digits");
    await her.types(/six digits/, "12345");
    await her.presses("Let it in");
    await her.page.getByText(/There are six digits/).waitFor();
    await her.types(/six digits/, digits);
    await her.presses("Let it in");

    // ---- the second phone is in; the other one that has the code is not
    await second.sees("This phone is in");
    await picture(second, "device-in");
    await her.page.getByText("Your other phone has it.").waitFor();
    await picture(her, "device-taken");
    await second.presses("Go on");
    await second.sees("What do you need?");
    expect(await thief.page.getByRole("heading", { level: 1 }).innerText()).toBe("Type these digits on the other phone");
    await thief.context.close();

    // ---- both read the next alert, and the moderators know one person
    publishes(stage, TEXT);
    for (const phone of [her, second]) {
      await fetches(phone);
      await phone.presses(/^Alerts/);
      await phone.page.locator("button.alert").first().click();
      await phone.page.getByText(TEXT).waitFor();
    }
    expect((stage.parasol("ana", ["members"])["members"] as unknown[]).length).toBe(2);
    // Each is a vault of its own, under its own PIN.
    await second.presses("Hide");
    await second.sees("Locked");
    await second.keys(OTHER_PIN, "Open");
    await second.sees("What do you need?");
    expect([...her.wrong, ...second.wrong]).toEqual([]);
    await her.context.close();
    await second.context.close();
  }, 400_000);
});

/** A phone on which the code was typed, and that shows digits. */
async function shownDigits(stage: Stage, code: string): Promise<Person> {
  const phone = await stage.person();
  await phone.opens();
  await phone.presses("I have a code");
  await phone.presses("My other phone is with me");
  await phone.types("Code", code);
  await phone.presses("Next");
  await phone.sees("When to ask for the PIN");
  await phone.presses("Next");
  await phone.keys(OTHER_PIN, "Next");
  await phone.keys(OTHER_PIN, "Next");
  await phone.sees("Type these digits on the other phone");
  return phone;
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

async function picture(person: Person, name: string): Promise<void> {
  const folder = process.env["PARASOL_PICTURES"];
  if (folder !== undefined) await person.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
