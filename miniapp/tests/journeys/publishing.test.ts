/**
 * A moderator writes a warning, approves it and publishes it, and her phone ends the app in the middle of each: at each thing that is written
 * down, and at each that is sent. In a real browser, with a real relay and another moderator at the command line: her text is there, her word is
 * given whole or not at all, the warning is out once, and both desks say the same.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Mortal } from "./killing";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`publishing is not tried: ${lacks}\n`);
const PIN = "739164";
/** More moments than any of these steps has; a test that gets here goes round in circles. */
const MANY = 60;
const STEPS = ["write", "approve", "publish"] as const;
type Step = (typeof STEPS)[number];

/** A report as the desk at the command line has it. */
interface AtDesk {
  readonly status: string;
  readonly approvals: number;
  readonly draft: { readonly text: string } | null;
}

describe.skipIf(lacks !== null)("a phone that ends the app while its owner moderates", () => {
  const stage = new Stage();
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour", "Station"]);
    stage.parasol("dina", ["join", "--relay", stage.url, "--alias", "dina"], stage.invite("ana"));
    stage.parasol("ana", ["sync"]);
    stage.parasol("dina", ["sync"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  function theOthersDesk(id: string): AtDesk {
    return stage.parasol("ana", ["desk", "show", id]) as unknown as AtDesk;
  }

  /** Comes in, and is made a moderator by the one there is. */
  async function moderator(): Promise<Mortal> {
    const mortal = await Mortal.of(await stage.person());
    const { her } = mortal;
    await her.opens();
    await her.presses("I have a code");
    await her.types("Code", stage.invite("ana", "--moderator"));
    await her.presses("Next");
    await her.presses(/^Yes, I will moderate/);
    await her.types("What moderators call you", "Mona");
    await her.presses("Next");
    await her.presses("Next");
    await her.keys(PIN, "Next");
    await her.keys(PIN, "Next");
    await her.sees("Recovery words");
    await her.page.reload();
    await unlocks(her);
    await her.page.getByText(/News: /).waitFor();
    stage.parasol("ana", ["sync"]);
    stage.parasol("ana", ["promote", "Mona"]);
    return mortal;
  }

  it("her text is there, her word is given whole or not at all, and the warning is out once", async () => {
    const mortal = await moderator();
    /** The steps that some moment still ends before they come to their end. */
    const ended = new Map<Step, number>(STEPS.map((step) => [step, 0]));
    const left = new Set<Step>(STEPS);
    let out = 0;
    for (let at = 1; left.size > 0; at++) {
      expect(at).toBeLessThan(MANY);
      const { report } = stage.parasol("dina", ["report", "--file", "-"], JSON.stringify({ kinds: ["robbery"], consent: { share: "peers" } }));
      const id = String(report);
      const text = `Somebody was reported to have robbed a worker (${at}).`;
      await toTheDesk(mortal.her);
      await opensTheCase(mortal.her);
      await mortal.her.presses("Take it");
      await mortal.her.page.getByText("It is yours now.").waitFor();

      /** Takes a step, which is ended at this moment if it has so many; whether it was. */
      const takes = async (step: Step, work: (her: Person) => Promise<void>): Promise<boolean> => {
        if (!left.has(step)) {
          await work(mortal.her);
          return false;
        }
        const died = await mortal.dies(at, work);
        if (died) {
          ended.set(step, at);
          await unlocks(mortal.her);
          await toTheDesk(mortal.her);
          // What is out already waits for nobody.
          if (step !== "publish" || (await mortal.her.page.locator("button.card.alert").count()) > 0) await opensTheCase(mortal.her);
        } else left.delete(step);
        return died;
      };

      await writes(mortal.her, text);
      if (await takes("write", keepsText)) {
        const { her } = mortal;
        if ((await her.page.getByRole("button", { name: "Write the text", exact: true }).count()) > 0) {
          // It is not at the desk: then every letter of it stands where she wrote it.
          expect(theOthersDesk(id).draft).toBeNull();
          await her.presses("Write the text");
          await expect.poll(() => her.page.getByLabel("What was reported").first().inputValue()).toBe(text);
          await readsAndTicks(her);
          await keepsText(her);
        }
      }
      await mortal.her.page.locator("main .card").getByText(text).waitFor();
      expect(theOthersDesk(id)).toMatchObject({ draft: { text }, approvals: 0 });

      await ticks(mortal.her);
      if (await takes("approve", approves)) {
        const { her } = mortal;
        const given = (await her.page.getByRole("button", { name: /^Approve exactly/ }).count()) === 0;
        expect(theOthersDesk(id)).toMatchObject({ draft: { text }, approvals: given ? 1 : 0 });
        if (!given) {
          await ticks(her);
          await approves(her);
        }
      }
      expect(theOthersDesk(id)).toMatchObject({ status: "approved", approvals: 1 });

      if (await takes("publish", publishes)) {
        const { her } = mortal;
        if ((await her.page.getByRole("button", { name: /^Publish now/ }).count()) > 0) await publishes(her);
      }
      out += 1;
      expect(theOthersDesk(id)).toMatchObject({ status: "published" });
      const read = (stage.parasol("dina", ["alerts"])["alerts"] as { text: string }[]).map((one) => one.text);
      expect(read).toHaveLength(out);
      expect(read.filter((one) => one === text)).toHaveLength(1);
      await home(mortal.her);
      await toTheDesk(mortal.her);
      await mortal.her.page.getByText("Nothing waits for you.").waitFor();
      await mortal.her.page.getByRole("button", { name: `Show ${out} finished report` }).waitFor();
      await home(mortal.her);
    }
    // Each was ended more than once, or nothing was tried.
    for (const step of STEPS) expect([step, ended.get(step) ?? 0]).toEqual([step, expect.toSatisfy((times: number) => times > 2)]);
    expect(mortal.her.wrong).toEqual([]);
    await mortal.her.context.close();
  }, 900_000);
});

async function unlocks(her: Person): Promise<void> {
  await her.sees("Locked");
  await her.keys(PIN, "Open");
  await her.sees("What do you need?");
}

async function home(her: Person): Promise<void> {
  const title = her.page.getByRole("heading", { level: 1, name: "What do you need?" });
  while (!(await title.isVisible())) await her.presses("Back");
}

/** From home, with all that has come. */
async function toTheDesk(her: Person): Promise<void> {
  await her.presses("Look for news now");
  await her.page.getByRole("button", { name: "Look for news now" }).and(her.page.locator(":enabled")).waitFor();
  await her.presses(/^Desk/);
  await her.sees("Desk");
}

/** The one report that waits. */
async function opensTheCase(her: Person): Promise<void> {
  await her.page.locator("button.card.alert").click();
  await her.page.getByText("What she told").waitFor();
}

async function writes(her: Person, text: string): Promise<void> {
  await her.presses("Write the text");
  await her.types("What was reported", text);
  await readsAndTicks(her);
}

async function readsAndTicks(her: Person): Promise<void> {
  await her.presses("Read it as members will");
  await her.sees("As members will read it");
  await ticks(her);
}

async function ticks(her: Person): Promise<void> {
  for (const one of [/^I looked at every line/, /^It says what was reported/]) {
    await her.presses(one);
    await her.page.getByRole("button", { name: one, pressed: true }).waitFor();
  }
}

async function keepsText(her: Person): Promise<void> {
  await her.presses("Keep this text");
  await her.page.getByText("What she told").waitFor();
}

async function approves(her: Person): Promise<void> {
  await her.presses(/^Approve exactly/);
  await her.page.getByText("Approved.").waitFor();
}

async function publishes(her: Person): Promise<void> {
  await her.presses(/^Publish now/);
  await her.page.getByText("It is out.").waitFor();
}
