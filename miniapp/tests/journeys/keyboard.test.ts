/** A whole report, from the lock to *Sent*, with a keyboard alone: everything is found by its role and its name, as a screen reader says them. */

import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { missing, type Person, sampleStage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`no report is written with a keyboard: ${lacks}\n`);
const PIN = "739164";
/** More than any screen has of what can be reached. */
const MOST = 90;

type Role = "button" | "textbox" | "combobox";

/** Somebody who has no pointer. What she reaches without seeing where she is, she writes down. */
class Keyboard {
  readonly unseen: string[] = [];
  private readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }

  /** Where she is after a screen has changed: at its name, or in the field that is there to be typed into. */
  async arrivesAt(title: string | RegExp): Promise<void> {
    await this.person.sees(title);
    const { page } = this.person;
    const there = (): Promise<boolean> => page.evaluate(() => document.activeElement?.matches("h1, main input, main textarea") === true);
    await expect.poll(there, { message: `a new screen, ${String(title)}, begins at its beginning` }).toBe(true);
  }

  async tabsTo(role: Role, name: string | RegExp): Promise<void> {
    const { page } = this.person;
    const wanted = page.getByRole(role, { name }).first();
    await wanted.waitFor();
    for (let pressed = 0; pressed < MOST; pressed++) {
      if (await this.isAt(wanted)) return;
      await page.keyboard.press("Tab");
      await this.looks();
    }
    throw new Error(`Tab leads nowhere near ${String(name)}`);
  }

  /** Every so many Tabs forward, as many back: the way is the same. */
  async goesBackTo(role: Role, name: string | RegExp): Promise<void> {
    const { page } = this.person;
    const wanted = page.getByRole(role, { name }).first();
    for (let pressed = 0; pressed < MOST; pressed++) {
      if (await this.isAt(wanted)) return;
      await page.keyboard.press("Shift+Tab");
      await this.looks();
    }
    throw new Error(`Shift and Tab lead nowhere near ${String(name)}`);
  }

  async presses(name: string | RegExp, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.tabsTo("button", name);
    await this.person.page.keyboard.press(key);
  }

  /** Picks one of several: it says afterwards that it is picked. */
  async picks(name: string | RegExp): Promise<void> {
    await this.presses(name, "Space");
    await this.person.page.getByRole("button", { name, pressed: true }).waitFor();
  }

  async types(name: string | RegExp, text: string): Promise<void> {
    await this.tabsTo("textbox", name);
    await this.person.page.keyboard.type(text);
  }

  private isAt(what: Locator): Promise<boolean> {
    return what.evaluate((element) => element === document.activeElement);
  }

  /** Whether what has the focus can be seen, has a mark, and nothing lies over it. */
  private async looks(): Promise<void> {
    const found = await this.person.page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return "";
      const name = `${document.querySelector("h1")?.textContent ?? ""}: ${at.textContent.trim().slice(0, 40) || at.tagName}`;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      if ((outlineStyle === "none" || parseFloat(outlineWidth) < 2) && boxShadow === "none") return `${name} has no mark`;
      const { left, right, top, bottom } = at.getBoundingClientRect();
      const height = document.documentElement.clientHeight;
      // Its upper edge and its lower one, as far as they are on the screen.
      const points = [Math.max(top, 0) + 3, Math.min(bottom, height) - 3];
      const over = points.map((y) => document.elementFromPoint((left + right) / 2, y));
      return over.some((one) => one !== null && (at.contains(one) || one.contains(at))) ? "" : `${name} is covered`;
    });
    if (found !== "") this.unseen.push(found);
  }
}

describe.skipIf(lacks !== null)("who has no pointer", () => {
  const stage = sampleStage();

  it.each([360, 1280])("writes a whole report and sends it (%d wide)", async (width) => {
    const her = await stage.person({ viewport: { width, height: 740 } });
    await her.joins(stage.invite("ana"), PIN);
    await her.presses("Hide");
    await her.sees("Locked");
    const { page } = her;
    const keys = new Keyboard(her);
    await keys.arrivesAt("Locked");
    await page.keyboard.type(PIN);
    await page.keyboard.press("Enter");
    await keys.arrivesAt("What do you need?");
    await keys.presses(/^Report/);
    await keys.arrivesAt("What happened?");
    await keys.picks("Robbed");
    await keys.picks("Threats");
    await keys.goesBackTo("button", "Robbed");
    await keys.presses(/^Tell more first/);

    await keys.arrivesAt("Who may know?");
    await keys.picks(/^Warn others/);
    await keys.picks(/^Show me the warning/);
    await keys.presses("Next");
    await keys.arrivesAt("Whom did it happen to?");
    await keys.presses("Skip", "Space");
    await keys.arrivesAt("When was it?");
    await keys.picks("Today");
    await keys.presses("Next");
    await keys.arrivesAt("Where was it?");
    await keys.picks("Harbour");
    await keys.presses("Next");
    for (const title of ["What kind of place?", "How did they find you?", "What did they look like?"]) {
      await keys.arrivesAt(title);
      await keys.presses("Skip");
    }
    await keys.arrivesAt("Numbers, names, links, plates");
    await keys.types(/^Paste or type/, "07700 900466, plate ends KX");
    await page.getByText("Noted").waitFor();
    await keys.presses("Next");
    await keys.arrivesAt("Was there a car or another vehicle?");
    await keys.presses("Skip");
    await keys.arrivesAt("What happened, in your words");
    await keys.types(/^Write as much/, "He took the phone.");
    // A list opens and closes without a pointer too: the arrows change it.
    await keys.tabsTo("combobox", /^Language you write in/);
    const before = await page.getByRole("combobox").first().inputValue();
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("combobox").first().inputValue()).not.toBe(before);
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("combobox").first().inputValue()).toBe(before);
    await keys.presses("Next");
    for (const title of ["How did it start?", "Were you hurt?", "Is there still a danger?", "Would you like help with something?"]) {
      await keys.arrivesAt(title);
      await keys.presses("Skip");
    }
    await keys.arrivesAt("What you said");
    await keys.presses(/^Send$/);
    await keys.arrivesAt(/^(?:Sent|Received)$/);
    expect(keys.unseen).toEqual([]);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 240_000);
});
