/**
 * She answers what the moderators ask, and her phone ends the app in the middle of it: at each thing that is written down, and at each that is
 * sent. In a real browser, with a real relay: what she wrote stands in its field again or is on its way, and arrives once.
 */

import { describe, expect, it } from "vitest";
import { Mortal } from "./killing";
import { missing, type Person, sampleStage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`answering is not tried: ${lacks}\n`);
const PIN = "739164";
/** More moments than an answer has; a test that gets here goes round in circles. */
const MANY = 60;

describe.skipIf(lacks !== null)("a phone that ends the app while she answers", () => {
  const stage = sampleStage();

  it("her answer is at the desk once, and what she had typed was never lost", async () => {
    const mortal = await Mortal.of(await stage.person());
    await mortal.her.joins(stage.invite("ana"), PIN);
    stage.parasol("ana", ["sync"]);
    await mortal.her.presses(/^Report/);
    await mortal.her.page.getByRole("button", { name: "Robbed" }).first().click();
    await mortal.her.presses(/^Send now, tell more later/);
    await mortal.her.sees(/^(?:Sent|Received)$/);
    await mortal.her.presses("Done for now");
    const [report] = stage.parasol("ana", ["desk", "list"])["reports"] as { id: string }[];
    const id = report?.id ?? "";
    stage.parasol("ana", ["desk", "claim", id]);

    const given: string[] = [];
    for (let at = 1, died = true; died; at++) {
      expect(at).toBeLessThan(MANY);
      stage.parasol("ana", ["desk", "ask", id, "-"], `Which pier was it? (${at})`);
      const answer = `The long one, ${at}.`;
      await looks(mortal.her);
      await mortal.her.presses(/^They have a question for you/);
      await mortal.her.page.getByText(`Which pier was it? (${at})`).waitFor();
      await mortal.her.types("Your answer", answer);
      await mortal.her.page.getByText("Kept as you write.").waitFor();
      died = await mortal.dies(at, async (her) => {
        await her.presses("Send the answer");
        await isSent(her);
      });
      const { her } = mortal;
      if (died) {
        await her.sees("Locked");
        await her.keys(PIN, "Open");
        await looks(her);
        await her.page.locator("button.card").first().click();
        await her.page.getByText("What was written").or(her.page.getByText("They ask")).first().waitFor();
        const field = her.page.getByLabel("Your answer");
        if ((await field.count()) > 0) {
          // It had not begun to be sent: then every letter of it stands there.
          await expect.poll(() => field.inputValue()).toBe(answer);
          await her.presses("Send the answer");
        }
        await isSent(her);
      }
      given.push(answer);
      expect(stage.parasol("ana", ["desk", "show", id])["answers"]).toEqual(given);
      await her.presses("Back");
      await her.presses("Back");
      await her.sees("What do you need?");
    }
    // It was ended more than once, or nothing was tried.
    expect(given.length).toBeGreaterThan(3);
    expect(stage.parasol("ana", ["desk", "list"])["reports"]).toHaveLength(1);
    expect(mortal.her.wrong).toEqual([]);
    await mortal.her.context.close();
  }, 900_000);
});

/** From home to her reports, with all that has come. */
async function looks(her: Person): Promise<void> {
  await her.sees("What do you need?");
  await her.presses(/^My reports/);
  await her.presses("Look for answers");
  await her.page.getByRole("button", { name: "Look for answers" }).and(her.page.locator(":enabled")).waitFor();
}

/** Waits, before her report, until her answer has left the phone. */
async function isSent(her: Person): Promise<void> {
  await her.page.getByLabel("Your answer").waitFor({ state: "hidden" });
  await her.page.getByText("What you did last has not left this phone yet.").waitFor({ state: "hidden" });
}
