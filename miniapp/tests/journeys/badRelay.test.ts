/**
 * A relay that lies, or was put back to yesterday: what she sees is in words, what she has stays readable, nothing of hers is lost, and once the
 * relay tells the truth again everything goes on (protocol §5.2, §5.6).
 */

import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as wire from "../../src/crypto/wire";
import { missing, type Person, Stage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`no relay is made to lie to the app: ${lacks}\n`);
const PIN = "739164";
const NEWEST = /\/v1\/c\/[\w-]+$/;
const BOARD = /\/v1\/c\/[\w-]+\/board\?/;
const ANY = /\/v1\//;
const FIRST = "Drove off without paying.";

type Entry = Record<"header" | "signature", Uint8Array> & { blob: Uint8Array | null };
type Answer = Record<string, wire.Value> & { entries: Entry[] };

/** Lets a page of the board through changed. */
function changing(change: (answer: Answer) => void) {
  return async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const answer = wire.decode(new Uint8Array(await response.body())) as unknown as Answer;
    change(answer);
    await route.fulfill({ response, body: Buffer.from(wire.encode(answer as unknown as wire.Value)) });
  };
}

function flip(bytes: Uint8Array | null | undefined): void {
  const last = (bytes?.length ?? 0) - 1;
  if (bytes !== null && bytes !== undefined) bytes[last] = (bytes[last] ?? 0) ^ 1;
}

describe.skipIf(lacks !== null)("a relay", () => {
  const stage = new Stage();
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour", "Station"]);
    stage.parasol("dina", ["join", "--relay", stage.url, "--alias", "Dina"], stage.invite("ana"));
    stage.parasol("ana", ["sync"]);
    stage.parasol("dina", ["sync"]);
    publishes(FIRST);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });

  /** Somebody reports at the command line, and the one moderator there is puts this text out. */
  function publishes(text: string): void {
    const report = { kinds: ["non-payment"], consent: { share: "peers" }, identifiers: [{ type: "phone", value: "07700 900140" }] };
    const { report: sent } = stage.parasol("dina", ["report", "--file", "-"], JSON.stringify(report));
    stage.parasol("ana", ["sync"]);
    stage.parasol("ana", ["desk", "claim", String(sent)]);
    stage.parasol("ana", ["desk", "draft", String(sent), "--text", "-"], text);
    stage.parasol("ana", ["desk", "approve", String(sent)]);
    stage.parasol("ana", ["desk", "publish", String(sent)]);
  }

  async function fetches({ page }: Person): Promise<void> {
    await page.getByRole("button", { name: "Look for news now" }).click();
    await page.getByRole("button", { name: "Look for news now" }).and(page.locator(":enabled")).waitFor();
  }

  /** The texts of the alerts she can read, newest first. */
  async function reads(her: Person): Promise<string[]> {
    const { page } = her;
    await her.presses(/^Alerts/);
    await her.sees("Alerts");
    const texts: string[] = [];
    const cards = page.locator("button.alert");
    for (let at = 0; at < (await cards.count()); at++) {
      await cards.nth(at).click();
      await page.locator("h1").filter({ hasNotText: /^Alerts$/ }).waitFor();
      const read = await page.locator("main .free").allInnerTexts();
      texts.push(...read.map((text) => text.replace(/^Reported: /, "")));
      await her.presses("Back");
      await her.sees("Alerts");
    }
    await her.presses("Back");
    await her.sees("What do you need?");
    return texts;
  }

  it("that cannot be reached is not missed: installed, the app opens, and check answers what she types", async () => {
    const her = await stage.person();
    const { page } = her;
    await her.joins(stage.invite("ana"), PIN);
    stage.parasol("ana", ["sync"]);
    await fetches(her);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await her.context.setOffline(true);
    await page.reload();
    await her.sees("Locked");
    await her.keys(PIN, "Open");
    await her.sees("What do you need?");
    await page.getByText(/offline/).waitFor();
    await her.presses(/^Check/);
    await her.sees("Check");
    await page.keyboard.type("07700 900140");
    await page.locator("button.alert").first().waitFor();
    await page.getByLabel(/^A number/).fill("07700 900999");
    await page.getByText("Not the same as safe.").waitFor();
    expect(await page.locator("button.alert").count()).toBe(0);
    // The alert opens too, with all that is in it.
    await page.getByLabel(/^A number/).fill("07700 900140");
    await page.locator("button.alert").first().click();
    await page.getByText(FIRST).waitFor();
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 480_000);

  it("that lies is not believed, and what she has and writes is safe", async () => {
    // A worker in between would keep some requests from the liar.
    const her = await stage.person({ serviceWorkers: "block" });
    const { page } = her;
    await her.joins(stage.invite("ana"), PIN);
    stage.parasol("ana", ["sync"]);
    await fetches(her);
    expect(await reads(her)).toEqual([FIRST]);
    const old = await told(page, NEWEST, () => fetches(her));
    const known = [FIRST];
    const [earlier, later] = ["Told first.", "Told after it."];
    publishes(earlier);
    publishes(later);

    const distrust = /can’t be trusted/;
    const strange = /Something else answered/;
    const answers = (contentType: string, body: string) => (route: Route) => route.fulfill({ status: 200, contentType, body });
    // By turns, so that what she reads is of this lie and not of the one before.
    const lies: readonly (readonly [what: string, where: RegExp, lie: (route: Route) => Promise<void>, said: RegExp])[] = [
      ["a changed letter", BOARD, changing(({ entries }) => { flip(entries.at(-1)?.blob); }), distrust],
      ["a login page", ANY, answers("text/html", "<h1>Welcome to our hotel</h1>"), strange],
      ["the last message kept back", BOARD, changing(({ entries }) => { entries.pop(); }), distrust],
      ["nothing at all", ANY, answers("application/cbor", ""), strange],
      ["two messages in the wrong order", BOARD, changing(({ entries }) => { entries.reverse(); }), distrust],
      ["another language", ANY, answers("application/json", "{}"), strange],
      ["another signature", BOARD, changing(({ entries }) => { flip(entries.at(-1)?.signature); }), distrust],
    ];
    for (const [what, where, lie, said] of lies) {
      await page.route(where, lie);
      await fetches(her);
      await page.getByText(said).first().waitFor();
      expect(await page.getByText(said === distrust ? strange : distrust).count(), what).toBe(0);
      // What came before a lie may have been taken: each message stands for itself.
      const read = await reads(her);
      expect(read.filter((one) => known.includes(one)), what).toEqual(known);
      expect(read, what).not.toContain(later);
      await page.unroute(where);
    }
    await fetches(her);
    for (const said of [distrust, strange]) await expect.poll(() => page.getByText(said).count()).toBe(0);
    known.unshift(later, earlier);
    expect(await reads(her)).toEqual(known);

    // An older board than she has seen. What she reports meanwhile waits, and goes out when it is over.
    await page.route(NEWEST, (route) => route.fulfill({ status: 200, contentType: "application/cbor", body: old }));
    await fetches(her);
    await page.getByText(/can’t be trusted/).first().waitFor();
    expect(await reads(her)).toEqual(known);
    await her.presses(/^Report/);
    await her.presses("Robbed");
    await her.presses(/^Send now, tell more later/);
    await her.sees("Kept, goes out soon");
    await page.unroute(NEWEST);
    await her.presses("Done for now");
    await fetches(her);
    await her.presses(/^My reports/);
    await page.getByText(/Waiting for a moderator’s phone|Received/).first().waitFor();
    const { reports } = synced("ana");
    expect(reports.filter(({ kinds }) => kinds.join() === "robbery")).toHaveLength(1);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 480_000);

  /** What waits at a moderator's desk. */
  function synced(who: string): { reports: { kinds: string[] }[] } {
    stage.parasol(who, ["sync"]);
    return stage.parasol(who, ["desk", "list"]) as { reports: { kinds: string[] }[] };
  }

  it("that keeps what is in a message is found out, and believed again when it gives it", async () => {
    const her = await stage.person({ serviceWorkers: "block" });
    const { page } = her;
    await her.joins(stage.invite("ana"), PIN);
    stage.parasol("ana", ["sync"]);
    await fetches(her);
    const known = await reads(her);
    publishes("Kept back at first.");
    await page.route(BOARD, changing(({ entries }) => { for (const entry of entries) entry.blob = null; }));
    await fetches(her);
    await page.getByText("kept from this phone").first().waitFor();
    expect(await reads(her)).toEqual(known);
    await page.unroute(BOARD);
    await expect.poll(async () => {
      await fetches(her);
      return page.getByText("kept from this phone").count();
    }, { timeout: 60_000 }).toBe(0);
    expect(await reads(her)).toEqual(["Kept back at first.", ...known]);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 480_000);

  it("that was restored from yesterday is given back what it lost, and is whole again when a moderator says so", async () => {
    const her = await stage.person();
    const { page } = her;
    await her.joins(stage.invite("ana"), PIN);
    stage.parasol("ana", ["sync"]);
    await fetches(her);
    const copy = stage.backsUp();

    // What happens after the copy is what the relay loses.
    publishes("After the copy was made.");
    await her.presses(/^Report/);
    await her.presses("Threats");
    await her.presses(/^Send now, tell more later/);
    await her.sees(/^(?:Sent|Received)$/);
    await her.presses("Done for now");
    await fetches(her);
    const before = await reads(her);
    expect(before[0]).toBe("After the copy was made.");

    await stage.restores(copy);
    await fetches(her);
    await page.getByText("Our server lost some data").waitFor();
    expect(await reads(her)).toEqual(before);
    expect(stage.parasol("ana", ["sync", "--whole"])["healing"]).toBe(false);
    await fetches(her);
    await expect.poll(() => page.getByText("Our server lost some data").count()).toBe(0);
    expect(await reads(her)).toEqual(before);
    // Her report is back at the desk, once; and somebody who comes now reads everything.
    expect(synced("ana").reports.filter(({ kinds }) => kinds.join() === "threats")).toHaveLength(1);
    const other = await stage.person();
    await other.joins(stage.invite("ana"), PIN);
    await fetches(other);
    expect(await reads(other)).toEqual(before);
    for (const one of [her, other]) {
      expect(one.wrong).toEqual([]);
      await one.context.close();
    }
  }, 480_000);
});

/** What the relay answers there, while something is done. */
async function told(page: Page, where: RegExp, during: () => Promise<void>): Promise<Buffer> {
  const bodies: Buffer[] = [];
  await page.route(where, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    bodies.push(body);
    await route.fulfill({ response, body });
  });
  await during();
  await page.unroute(where);
  const last = bodies.at(-1);
  if (last === undefined) throw new Error("nothing was asked there");
  return last;
}
