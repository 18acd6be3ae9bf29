/** Hide and a full disk while the app is being opened: it is not open when she has hidden it, and no second tab is let in beside one that is. */

import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Member } from "../../src/alerts/member";
import { beginWith, eraseAll, lockNow, look, opened, phase, unlock } from "../../src/app/lock";
import { clock } from "../../src/app/opened";
import { NO_SETTINGS, settings } from "../../src/app/settings";
import { StorageFailed } from "../../src/crypto/errors";
import { Home } from "../../src/vault/home";
import { Door, type Stay } from "../../src/vault/pin";
import { Store } from "../../src/vault/store";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";

const PIN = "270491";

/** The browser's locks, as far as the app asks for them. */
class Locks {
  readonly held = new Set<string>();
  async request(name: string, ...rest: unknown[]): Promise<unknown> {
    const work = rest.at(-1) as (lock: object | null) => unknown;
    if (this.held.has(name)) return work(null);
    this.held.add(name);
    try {
      return await work({ name });
    } finally {
      this.held.delete(name);
    }
  }
}

let member: Member;
let locks: Locks;

async function joined(stay: Stay): Promise<void> {
  await beginWith(PIN, stay, (save) => save(member));
}

beforeEach(async () => {
  locks = new Locks();
  vi.stubGlobal("location", { origin: "https://relay.example" });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { hidden: true }));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { locks });
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  const file = new URL("../../../tests/vectors/scenarios/honest-life.json", import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  member = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(member, response, new Told());
});

afterEach(async () => {
  vi.restoreAllMocks();
  await eraseAll();
  vi.unstubAllGlobals();
});

test("it opens with the PIN, and locks", async () => {
  await joined(900);
  expect([phase.value, settings.value.stay, locks.held.has("vault-open")]).toEqual(["open", 900, true]);
  await lockNow();
  expect([phase.value, opened.value, locks.held.has("vault-open")]).toEqual(["locked", null, false]);
  await unlock(PIN);
  expect([phase.value, settings.value.stay, locks.held.has("vault-open")]).toEqual(["open", 900, true]);
});

test("whoever hides when the board is read, in the last moment before it is open, finds it locked", async () => {
  await joined(0);
  await lockNow();
  let hidden = 0;
  // What she has chosen is read before the board and after it.
  vi.spyOn(Home.prototype, "get").mockImplementation(async () => {
    if (phase.peek() === "opening") {
      await lockNow();
      hidden += 1;
    }
    return null;
  });
  await unlock(PIN);
  expect(hidden).toBe(1);
  expect([phase.value, opened.value, settings.value]).toEqual(["locked", null, NO_SETTINGS]);
  expect(locks.held.has("vault-open")).toBe(false);
});

test("a disk that is full when it is to stay unlocked leaves it open, and no other tab is let in beside it", async () => {
  await joined(0);
  await lockNow();
  vi.spyOn(Door.prototype, "stay").mockRejectedValue(new StorageFailed("full"));
  await unlock(PIN);
  expect([phase.value, locks.held.has("vault-open")]).toEqual(["open", true]);
});

test("a tab that begins while another one is joining leaves alone what that one has made", async () => {
  const cost = { passes: 2, memory: 19_456 };
  const store = await Store.open();
  await new Door(store, clock).create(PIN, cost);
  locks.held.add("vault-open");
  await look();
  expect(phase.value).toBe("elsewhere");
  expect(await new Door(store, clock).exists()).toBe(true);
  // That one was closed before it had joined: then it is nobody's.
  store.close();
  locks.held.clear();
  await look();
  expect([phase.value, locks.held.has("vault-open"), await Store.exists()]).toEqual(["fresh", false, false]);
});
