/** The app's frame in a real browser, served by a real relay: coming in, locking, unlocking, erasing; and what must never happen. */

import { describe, expect, it } from "vitest";
import { missing, sampleStage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`journeys of the app are not run: ${lacks}\n`);
const PIN = "739164";

describe.skipIf(lacks !== null)("the app", () => {
  const stage = sampleStage();

  it("lets somebody in with a code, locks, unlocks and erases", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    for (const name of [/^Check/, /^Report/, /^Alerts/]) expect(await her.page.getByRole("button", { name }).count()).toBe(1);
    await her.page.getByText(/News: /).waitFor();
    // The join has arrived: a moderator's device admits her by itself.
    expect(stage.parasol("ana", ["sync"])["desk"]).toBe(1);

    await her.presses("Hide");
    await her.sees("Locked");
    expect(await her.page.locator("body").innerText()).not.toMatch(/Check|Alerts|Report/);
    await her.keys("000000", "Open");
    await her.page.getByText("That was not the PIN.").waitFor();
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");

    // Closed and opened again, it asks: she chose every time.
    await her.page.reload();
    await her.sees("Locked");
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");

    await her.presses(/^Safety/);
    await her.sees("Safety");
    await her.presses("Erase");
    await her.presses("Go on");
    await her.presses("Erase everything now");
    await her.sees("Peers warn each other here.");
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    expect(await her.page.evaluate(async () => [(await caches.keys()).length, localStorage.length])).toEqual([0, 0]);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("asks who comes by a moderator’s code before she is in; who agrees does not get past her recovery words", async () => {
    for (const yes of [false, true]) {
      const her = await stage.person();
      await her.opens();
      await her.presses("I have a code");
      await her.types("Code", stage.invite("ana", "--moderator"));
      await her.presses("Next");
      await her.sees("You are asked to moderate");
      await her.presses(yes ? /^Yes, I will moderate/ : /^Not now/);
      await her.sees("A name in here");
      await her.types("What moderators call you", yes ? "Willing" : "Not now");
      await her.presses("Next");
      await her.presses("Next");
      await her.keys(PIN, "Next");
      await her.keys(PIN, "Next");
      await her.sees("Recovery words");
      const offered = (name: string): Promise<number> => her.page.getByRole("button", { name, exact: true }).count();
      expect([await offered("Later"), await offered("Back")]).toEqual(yes ? [0, 0] : [1, 1]);
      if (yes) {
        await her.page.goBack();
        await her.sees("Recovery words");
      }
      await her.page.reload();
      await her.sees("Locked");
      await her.keys(PIN, "Open");
      await her.sees("What do you need?");
      await her.page.getByText(/News: /).waitFor();
      expect(her.wrong).toEqual([]);
      await her.context.close();
    }
    stage.parasol("ana", ["sync"]);
    const members = stage.parasol("ana", ["members"])["members"] as { alias: string; willing: boolean }[];
    expect(members.filter(({ alias }) => alias === "Willing" || alias === "Not now").map(({ alias, willing }) => [alias, willing])).toEqual(
      expect.arrayContaining([["Not now", false], ["Willing", true]]),
    );
  }, 120_000);

  it("fetches no more than 100 kB while nobody touches anything", async () => {
    const her = await stage.person();
    const sizes: number[] = [];
    her.page.on("response", (response) => sizes.push(Number(response.headers()["content-length"])));
    await her.opens();
    await her.sees("Peers warn each other here.");
    await her.page.waitForLoadState("networkidle");
    expect(sizes.every((size) => Number.isSafeInteger(size))).toBe(true);
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    expect(whole).toBeGreaterThan(10_000);
    expect(whole).toBeLessThan(100_000);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("says in one sentence why a code lets nobody in, and keeps nothing", async () => {
    const code = stage.invite("ana");
    stage.parasol("bea", ["join", "--relay", stage.url, "--alias", "bea"], code);
    const her = await stage.person();
    await her.opens();
    await her.presses("I have a code");
    await her.types("Code", code);
    await her.presses("Next");
    await her.page.getByText("This code does not work any more").waitFor();
    await her.types("Code", code.slice(0, -1) + (code.endsWith("7") ? "8" : "7"));
    await her.presses("Next");
    await her.page.getByText("One letter or digit is wrong").waitFor();
    await her.context.setOffline(true);
    // Look-alikes and what surrounds a code do no harm.
    await her.types("Code", `your code: ${stage.invite("ana").toLowerCase().replaceAll("0", "o").replaceAll("1", "l")}`);
    await her.presses("Next");
    await her.page.getByText("You are offline").waitFor();
    await her.context.setOffline(false);
    await her.presses("Next");
    await her.sees("A name in here");
    await her.presses("Back");
    await her.presses("Back");
    await her.sees("Peers warn each other here.");
    expect(await her.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("opens without a connection once somebody has joined, and says so", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await her.context.setOffline(true);
    await her.page.reload();
    await her.sees("Locked");
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");
    await her.page.getByText(/offline/).waitFor();
    await her.presses(/^Check/);
    await her.sees(/./);
    await her.page.getByRole("button", { name: "Back" }).waitFor();
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("stays open as long as she uses it, and then for the time she chose; then it is shut, on screen too", async () => {
    const her = await stage.person();
    await her.page.clock.install();
    await her.joins(stage.invite("ana"), PIN);
    await her.presses(/^Safety/);
    await her.presses(/^When to ask/);
    await her.presses(/^After 15 minutes/);
    await her.page.getByRole("button", { name: /^After 15 minutes/, pressed: true }).waitFor();
    await her.presses("Back");
    // Half an hour of use: it is neither shut under her hands nor forgotten when the page is loaded again.
    for (let minute = 0; minute < 30; minute += 5) {
      await her.page.clock.runFor(5 * 60_000);
      await her.page.locator("h1").click();
    }
    await her.sees("Safety");
    await her.page.reload();
    await her.sees("What do you need?");
    await her.page.clock.runFor(15 * 60_000);
    await her.sees("Locked");
    await her.page.reload();
    await her.sees("Locked");
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("says at home what is listed since she checked it and marked it, until she has seen it", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.page.getByText(/News: /).waitFor();
    await her.presses(/^Check/);
    await her.page.locator("textarea").fill("AB12 CDE");
    const box = her.page.getByRole("button", { name: "Tell me if this is listed later" });
    await box.click();
    expect(await box.getAttribute("aria-pressed")).toBe("true");
    await her.presses("Back");
    const plate = { type: "plate", value: "AB12 CDE" };
    const consent = { share: "peers", show_first: false };
    const report = String(stage.parasol("ana", ["report", "--file", "-"], JSON.stringify({ kinds: ["assault"], identifiers: [plate], consent }))["report"]);
    stage.parasol("ana", ["sync"]);
    stage.parasol("ana", ["desk", "claim", report]);
    stage.parasol("ana", ["desk", "draft", report, "--text", "-"], "A man was reported to hit.");
    stage.parasol("ana", ["desk", "approve", report]);
    stage.parasol("ana", ["desk", "publish", report]);
    await her.presses("Look for news now");
    await her.page.getByText("Listed since you checked it:").waitFor();
    await her.presses("Read the alert");
    await her.sees("Hit or attacked");
    await her.presses("Back");
    await her.presses("Don’t show this again");
    await her.page.getByText("Listed since you checked it:").waitFor({ state: "detached" });
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("is open in one tab at a time", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    const other = her.besides(await her.tab());
    await other.sees("Locked");
    await other.keys(PIN, "Open");
    await other.sees("Open in another tab");
    await other.presses("Use it here");
    await other.sees("Locked");
    await her.sees("Open in another tab");
    await other.keys(PIN, "Open");
    await other.sees("What do you need?");
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("leaves nothing or a working vault when it is ended while somebody comes in", async () => {
    for (const moment of [0, 120, 300, 600, 1000, 1600]) {
      const her = await stage.person();
      await her.opens();
      await her.presses("I have a code");
      await her.types("Code", stage.invite("ana"));
      await her.presses("Next");
      await her.sees("A name in here");
      await her.presses("Next");
      await her.presses("Next");
      await her.keys(PIN, "Next");
      await her.keys(PIN, "Next");
      await her.page.waitForTimeout(moment);
      await her.page.close();
      const again = her.besides(await her.tab());
      await again.sees(/Peers warn each other here|Locked/);
      if ((await again.page.getByText("Locked").count()) > 0) {
        await again.keys(PIN, "Open");
        await again.sees("What do you need?");
      }
      expect(her.wrong).toEqual([]);
      await her.context.close();
    }
  }, 240_000);

  it("erases with the PIN that erases, and looks as on the first day", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.presses(/^Safety/);
    await her.presses(/^A PIN that erases/);
    await her.presses("Set this PIN");
    await her.keys("582047", "Next");
    await her.sees("The same PIN again");
    await her.keys("582047", "Next");
    await her.sees("Now your present PIN");
    await her.keys(PIN, "Next");
    await her.page.getByText("It is set.").waitFor();
    await her.presses("Hide");
    await her.sees("Locked");
    await her.keys("582047", "Open");
    await her.sees("Peers warn each other here.");
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    expect(await her.page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0]);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("forgets whose account Telegram says it is, covers itself when left, and keeps no files inside Telegram", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN, "/#tgWebAppData=user%3Dcanary&tgWebAppVersion=8.0&tgWebAppPlatform=android");
    expect(her.page.url()).toBe(`${stage.url}/`);
    expect(her.requests.filter((url) => url.includes("canary") || url.includes("#"))).toEqual([]);
    await her.page.evaluate(() => window.dispatchEvent(new Event("blur")));
    expect(await her.page.locator(".page").evaluate((page) => getComputedStyle(page).filter)).toMatch(/blur/);
    await her.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    expect(await her.page.locator(".page").evaluate((page) => getComputedStyle(page).filter)).toBe("none");
    expect(await her.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);
});
