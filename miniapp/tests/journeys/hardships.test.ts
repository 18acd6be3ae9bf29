/**
 * What a cheap phone does to people: it ends the app in the middle of its work, it is full, it throws away what was kept. In a real
 * browser, with a real relay: nothing is lost, nothing is there twice, and she is told in one sentence.
 */

import type { CDPSession } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Mortal } from "./killing";
import { missing, type Person, sampleStage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`hardships are not tried: ${lacks}\n`);
const PIN = "739164";
const OTHER = "402958";
/** What a phone with little room has for the app, in bytes. */
const ROOM = 24 * 1024 * 1024;
/** More moments than any piece of work has; a test that gets here goes round in circles. */
const MANY = 60;

describe.skipIf(lacks !== null)("a phone that ends the app", () => {
  const stage = sampleStage();

  async function comesIn(...more: string[]): Promise<Mortal> {
    const mortal = await Mortal.of(await stage.person());
    await mortal.her.joins(stage.invite("ana", ...more), PIN);
    await mortal.her.page.getByText(/News: /).waitFor();
    return mortal;
  }

  it("while she changes her PIN: exactly one of the two opens", async () => {
    const mortal = await comesIn();
    let [mine, next] = [PIN, OTHER];
    for (let at = 1; ; at++) {
      expect(at).toBeLessThan(MANY);
      await toChangePin(mortal.her, next);
      const died = await mortal.dies(at, async (her) => {
        await her.keys(mine, "Next");
        await her.page.getByText("Changed.").waitFor();
      });
      const { her } = mortal;
      if (!died) await her.presses("Hide");
      const changed = await opensWith(her, next);
      expect(changed || (await opensWith(her, mine))).toBe(true);
      if (changed) {
        await her.presses("Hide");
        expect(await opensWith(her, mine)).toBe(false);
        expect(await opensWith(her, next)).toBe(true);
        [mine, next] = [next, mine];
      }
      if (died) continue;
      expect(changed).toBe(true);
      break;
    }
    expect(mortal.her.wrong).toEqual([]);
    await mortal.her.context.close();
  }, 600_000);

  it("while she erases: what was begun is finished, and nothing is left", async () => {
    for (let at = 1, died = true; died; at++) {
      expect(at).toBeLessThan(MANY);
      const mortal = await comesIn();
      await quiet(mortal.her);
      await mortal.her.presses(/^Safety/);
      await mortal.her.presses("Erase");
      await mortal.her.presses("Go on");
      died = await mortal.dies(at, async (her) => {
        await her.presses("Erase everything now");
        await her.sees("Peers warn each other here.");
      });
      const { her } = mortal;
      await her.sees(/Peers warn each other here|Locked/);
      if ((await her.page.getByRole("heading", { name: "Locked" }).count()) > 0) {
        // It had not begun: then all is there.
        expect(at).toBeLessThan(4);
        expect(await opensWith(her, PIN)).toBe(true);
      } else {
        await expect.poll(() => leftIn(her), { timeout: 10_000 }).toEqual([]);
      }
      expect(her.wrong).toEqual([]);
      await her.context.close();
    }
  }, 600_000);

  it("while she reports: it is at the desk once, or what she wrote waits to be sent", async () => {
    const mortal = await comesIn();
    for (let at = 1, died = true, sent = 0; died; at++) {
      expect(at).toBeLessThan(MANY);
      await quiet(mortal.her);
      died = await mortal.dies(at, async (her) => {
        await her.presses(/^Report/);
        await her.page.getByRole("button", { name: "Robbed" }).first().click();
        await her.presses(/^Send now, tell more later/);
        await her.sees("Sent");
      });
      const { her } = mortal;
      if (died) expect(await opensWith(her, PIN)).toBe(true);
      else await her.presses("Done for now");
      await her.presses(/^My reports/);
      await her.page.getByText("Only this phone knows").waitFor();
      const begun = her.page.getByRole("button", { name: "Go on", exact: true });
      if ((await begun.count()) > 0) {
        await begun.click();
        await her.presses(/^Send now, tell more later/);
        await her.sees(/^(?:Sent|Received)$/);
        await her.presses("Done for now");
        await her.presses(/^My reports/);
        await her.page.getByText("Only this phone knows").waitFor();
      }
      const known = await cards(her);
      // The first moment is before anything of it was written down: then there is nothing to find again.
      expect(known).toBe(at === 1 ? sent : sent + 1);
      sent = known;
      if (sent > 0) {
        await her.presses("Look for answers");
        await her.page.getByRole("button", { name: "Look for answers" }).and(her.page.locator(":enabled")).waitFor();
      }
      stage.parasol("ana", ["sync"]);
      expect(stage.parasol("ana", ["desk", "list"])["reports"]).toHaveLength(sent);
      await her.presses("Back");
    }
    expect(mortal.her.wrong).toEqual([]);
    await mortal.her.context.close();
  }, 600_000);
});

describe.skipIf(lacks !== null)("a phone that is slow", () => {
  const stage = sampleStage();

  it("does not say that there is nothing of hers before it has looked", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await quiet(her);
    await her.presses(/^Report/);
    await her.page.getByRole("button", { name: "Robbed" }).first().click();
    await her.presses("Back");
    await her.context.addInitScript(readSlowly, 300);
    await her.page.reload();
    expect(await opensWith(her, PIN)).toBe(true);
    await her.presses(/^My reports/);
    await her.page.getByText("Only this phone knows").waitFor();
    expect(await her.page.getByRole("button", { name: "Go on", exact: true }).count()).toBe(1);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);
});

describe.skipIf(lacks !== null)("a phone that keeps nothing", () => {
  const stage = sampleStage();

  /** Somebody whose phone has little room, which is soon full. */
  async function withLittleRoom(): Promise<Person> {
    const her = await stage.person();
    await allows(her, ROOM);
    return her;
  }

  /** What is said of somebody's storage holds in the session in which it was said. */
  const sessions = new WeakMap<Person, CDPSession>();

  async function allows(her: Person, quotaSize: number): Promise<void> {
    const session = sessions.get(her) ?? (await her.context.newCDPSession(her.page));
    sessions.set(her, session);
    await session.send("Storage.overrideQuotaForOrigin", { origin: stage.url, quotaSize });
  }

  /** Fills the phone to the last byte, or makes room again. */
  async function fills(her: Person, full: boolean): Promise<void> {
    // What its browser believes to be left it looks up every half minute; so that is used up first.
    if (full) await her.page.evaluate(hoard);
    await allows(her, full ? 1 : ROOM + (await her.page.evaluate(used)));
    expect(await her.page.evaluate(fits)).toBe(!full);
  }

  /** Throws away all that it kept. */
  async function clears(her: Person): Promise<void> {
    const devtools = await her.context.newCDPSession(her.page);
    await devtools.send("Storage.clearDataForOrigin", { origin: stage.url, storageTypes: "all" });
  }

  it("because it is full says so; it opens, what she has stays, and with room again it goes on, once", async () => {
    const her = await withLittleRoom();
    await her.joins(stage.invite("ana"), PIN);
    await quiet(her);
    await fills(her, true);
    await her.presses(/^Report/);
    await her.page.getByRole("button", { name: "Robbed" }).first().click();
    await her.page.getByText("This phone has no space left").waitFor();
    await her.presses(/^Send now, tell more later/);
    await expect.poll(() => her.page.getByText("This phone has no space left").count()).toBe(2);
    await fills(her, false);
    // News is fetched meanwhile; what she was told is not kept must not go out behind her back.
    await her.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await her.presses(/^Send now, tell more later/);
    await her.sees(/^(?:Sent|Received)$/);
    stage.parasol("ana", ["sync"]);
    expect(stage.parasol("ana", ["desk", "list"])["reports"]).toHaveLength(1);

    // It opens as ever and what is in it can be read; who guesses has no more guesses than elsewhere, and is told what to do then.
    await fills(her, true);
    await her.page.reload();
    expect(await opensWith(her, OTHER)).toBe(false);
    expect(await opensWith(her, PIN)).toBe(true);
    await her.page.getByText("This phone has no space left").waitFor();
    await her.presses(/^My reports/);
    await her.page.getByText("Only this phone knows").waitFor();
    expect(await cards(her)).toBe(1);
    await her.page.reload();
    for (let i = 0; i < 4; i++) expect(await opensWith(her, OTHER)).toBe(false);
    for (const pin of [OTHER, PIN]) {
      await her.keys(pin, "Open");
      await her.page.getByText("This phone is full. Delete a few photos").waitFor();
    }
    await fills(her, false);
    expect(await opensWith(her, PIN)).toBe(true);
    await her.presses(/^My reports/);
    await her.page.getByText("Only this phone knows").waitFor();
    expect(await cards(her)).toBe(1);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 240_000);

  it("lets nobody in while it is full, and her code stays good", async () => {
    const her = await withLittleRoom();
    const code = stage.invite("ana");
    await her.opens();
    await fills(her, true);
    await her.presses("I have a code");
    await her.types("Code", code);
    await her.presses("Next");
    await her.sees("A name in here");
    await her.presses("Next");
    await her.presses("Next");
    await her.keys(PIN, "Next");
    await her.keys(PIN, "Next");
    await her.page.getByText("This browser keeps nothing").waitFor();
    await fills(her, false);
    await her.joins(code, PIN);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("says that it was emptied while the app was open, and what to do", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await quiet(her);
    await clears(her);
    await her.sees("Peers warn each other here.");
    await her.page.getByText("What this app kept here is gone").waitFor();
    await her.joins(stage.invite("ana"), PIN);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("opens as on the first day if it was emptied while the app was closed", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    const other = await her.context.newPage();
    await her.page.close();
    await (await her.context.newCDPSession(other)).send("Storage.clearDataForOrigin", { origin: stage.url, storageTypes: "all" });
    const again = her.besides(await her.tab());
    await again.joins(stage.invite("ana"), PIN);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);

  it("makes who guesses wait, also after the app was closed", async () => {
    const her = await stage.person();
    await her.joins(stage.invite("ana"), PIN);
    await her.presses("Hide");
    for (const guess of ["000001", "000002", "000003", "000004"]) expect(await opensWith(her, guess)).toBe(false);
    await her.keys("000005", "Open");
    await her.page.getByText(/Too many wrong tries/).waitFor();
    const again = her.besides(await her.tab());
    await again.page.getByText(/Too many wrong tries/).waitFor();
    expect(await again.page.getByRole("button", { name: "Open", exact: true }).isDisabled()).toBe(true);
    expect(her.wrong).toEqual([]);
    await her.context.close();
  }, 120_000);
});

/** Makes the browser's store answer so many milliseconds late. Runs in the page, before anything of the app's does. */
function readSlowly(late: number): void {
  const its = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "onsuccess");
  Object.defineProperty(IDBRequest.prototype, "onsuccess", {
    ...its,
    set(this: IDBRequest, told: (event: Event) => void) {
      its?.set?.call(this, (event: Event) => setTimeout(told, late, event));
    },
  });
}

/** Keeps noise in this browser until there is no room for another byte of it. Runs in the page. */
async function hoard(): Promise<void> {
  const database = await new Promise<IDBDatabase>((found, failed) => {
    const request = indexedDB.open("hoard", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("hoard", { autoIncrement: true });
    request.onsuccess = () => {
      found(request.result);
    };
    request.onerror = () => {
      failed(request.error ?? new Error("there is no hoard"));
    };
  });
  const keeps = (size: number): Promise<boolean> => {
    const noise = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    const transaction = database.transaction("hoard", "readwrite");
    transaction.objectStore("hoard").put(noise);
    return new Promise((told) => {
      transaction.oncomplete = () => {
        told(true);
      };
      transaction.onabort = () => {
        told(false);
      };
    });
  };
  for (let size = 1 << 20; size >= 1; ) if (!(await keeps(size))) size >>= 2;
  database.close();
}

/** How much this browser keeps already, in bytes. Runs in the page. */
async function used(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}

/** Whether this browser keeps one more thing. Runs in the page. */
async function fits(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((found, failed) => {
    const request = indexedDB.open("hoard", 1);
    request.onsuccess = () => {
      found(request.result);
    };
    request.onerror = () => {
      failed(request.error ?? new Error("there is no hoard"));
    };
  });
  const transaction = database.transaction("hoard", "readwrite");
  transaction.objectStore("hoard").put("one more");
  const kept = await new Promise<boolean>((told) => {
    transaction.oncomplete = () => {
      told(true);
    };
    transaction.onabort = () => {
      told(false);
    };
  });
  database.close();
  return kept;
}

/** Waits at home until nothing is fetched: what is done next is then all that is done. */
async function quiet(her: Person): Promise<void> {
  await her.sees("What do you need?");
  await her.page.getByRole("button", { name: "Look for news now" }).and(her.page.locator(":enabled")).waitFor();
}

/** Reports of hers on screen, by *My reports*. */
function cards(her: Person): Promise<number> {
  return her.page.locator("button.card").count();
}

/** Everything that this browser keeps for the app. */
function leftIn(her: Person): Promise<string[]> {
  return her.page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => `store ${name ?? ""}`),
    ...(await caches.keys()),
    ...Object.keys(localStorage),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
}

async function toChangePin(her: Person, next: string): Promise<void> {
  await her.presses(/^Safety/);
  await her.presses(/^Change the PIN/);
  await her.keys(next, "Next");
  await her.sees("The same PIN again");
  await her.keys(next, "Next");
  await her.sees("Now your present PIN");
}

/** Whether a PIN opens the app, which is locked. */
async function opensWith(her: Person, pin: string): Promise<boolean> {
  await her.sees("Locked");
  await her.keys(pin, "Open");
  const home = her.page.getByRole("heading", { level: 1, name: "What do you need?" });
  await home.or(her.page.getByText("That was not the PIN.")).waitFor();
  return home.isVisible();
}
