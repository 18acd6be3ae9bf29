/** What the open device writes by itself: settings, and the copy that Telegram's client keeps, by the clock alone and never after it was shut. */

import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Member } from "../../src/alerts/member";
import { validateReport } from "../../src/alerts/report";
import { COPY_AFTER, COPY_EVERY, Opened } from "../../src/app/opened";
import { NO_SETTINGS, settings, SETTINGS, settingsFrom } from "../../src/app/settings";
import type { ClientStorage } from "../../src/bridge/storage";
import { StorageFailed } from "../../src/crypto/errors";
import { DataKey } from "../../src/crypto/secrets";
import { keyOf } from "../../src/features/keys";
import { Home } from "../../src/vault/home";
import { Store } from "../../src/vault/store";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";

class Client implements ClientStorage {
  readonly texts: string[] = [];
  get(): Promise<string | null> {
    return Promise.resolve(this.texts.at(-1) ?? null);
  }
  set(_: string, text: string): Promise<void> {
    this.texts.push(text);
    return Promise.resolve();
  }
  clear(): Promise<void> {
    this.texts.length = 0;
    return Promise.resolve();
  }
}

let count = 0;
let member: Member;
let client: Client;
let opened: Opened;

/** So much later it has been written so often. */
async function written(times: number, later: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(later);
  await vi.waitFor(() => {
    expect(client.texts).toHaveLength(times);
  });
}

beforeEach(async () => {
  const file = new URL("../../../tests/vectors/scenarios/honest-mail.json", import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  member = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(member, response, new Told());
  vi.stubGlobal("location", { origin: "https://example.org" });
  settings.value = { ...NO_SETTINGS, words: true };
  client = new Client();
  const home = new Home(await Store.open(`opened ${(count += 1)}`), DataKey.random());
  await home.save(member);
  opened = new Opened(home, member);
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval", "clearTimeout"] });
});

afterEach(() => {
  opened.shut();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  settings.value = NO_SETTINGS;
});

test("it is written at the opening and then by the clock, whether anything changed or not", async () => {
  opened.copyTo(client);
  await written(1, COPY_AFTER);
  member.outbox = [];
  await opened.do((session) => {
    session.device.mailAgain = 0;
    return Promise.resolve();
  });
  expect(client.texts).toHaveLength(1);
  await written(2, COPY_EVERY);
  await written(3, COPY_EVERY);
  // Sealed anew each time: that nothing changed cannot be seen either.
  expect(new Set(client.texts).size).toBe(3);
  expect(new Set(client.texts.map(({ length }) => length)).size).toBe(1);
});

test("the vault has no record of it that would change with it", async () => {
  await opened.home.put({ copied: new Uint8Array(32) });
  opened.copyTo(client);
  await written(1, COPY_AFTER);
  expect(await opened.home.get("copied")).toBeNull();
});

test("nothing is written after it was shut, also where that happens while a copy is being made", async () => {
  const get = opened.home.get.bind(opened.home);
  let asked = 0;
  opened.home.get = async (record) => {
    const value = await get(record);
    asked += 1;
    opened.shut();
    return value;
  };
  opened.copyTo(client);
  await vi.advanceTimersByTimeAsync(COPY_AFTER);
  await vi.waitFor(() => {
    expect(asked).toBe(1);
  });
  opened.copySoon();
  await vi.advanceTimersByTimeAsync(3 * COPY_EVERY);
  expect(client.texts).toHaveLength(0);
});

test("work that ends when it has been shut meanwhile brings no copy back", async () => {
  opened.copyTo(client);
  await written(1, COPY_AFTER);
  let end = (): void => undefined;
  const work = opened.do(() => new Promise<void>((resolve) => { end = resolve; })); // prettier-ignore
  await vi.advanceTimersByTimeAsync(0);
  opened.shut();
  await client.clear();
  end();
  await work.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(3 * COPY_EVERY);
  expect(client.texts).toHaveLength(0);
});

test("what she chooses while something else is being noted is not undone by it", async () => {
  await Promise.all([opened.set({ stay: 900 }), opened.set({ synced: 1_790_000_000 }), opened.set({ languages: ["es"] })]);
  const all = { ...NO_SETTINGS, words: true, stay: 900, synced: 1_790_000_000, languages: ["es"] };
  expect(settings.value).toEqual(all);
  expect(settingsFrom(await opened.home.get(SETTINGS))).toEqual(all);
});

test("a setting that could not be written down is not taken, and the next one is", async () => {
  const put = opened.home.put.bind(opened.home);
  opened.home.put = () => Promise.reject(new StorageFailed("full"));
  const refused = opened.set({ stay: 900 });
  await expect(refused).rejects.toThrow(StorageFailed);
  opened.home.put = put;
  await opened.set({ languages: ["es"] });
  expect(settings.value).toEqual({ ...NO_SETTINGS, words: true, languages: ["es"] });
});

test("what is begun is read as it was put last, also while it is being written", async () => {
  const put = opened.home.put.bind(opened.home);
  let go = (): void => undefined;
  const gate = new Promise<void>((done) => { go = done; }); // prettier-ignore
  opened.home.put = (values) => gate.then(() => put(values));
  const written = opened.draft.put("reports", ["one"]);
  const read = opened.draft.get("reports");
  // Long enough for a read that waits for nothing.
  await opened.home.draft("reports");
  go();
  await written;
  expect(await read).toEqual(["one"]);
});

test("what was begun for a desk goes from the vault of who does not moderate, with the next piece of work; what is hers stays", async () => {
  const names = ["ask-0a", "decline-0a", "text-0b", "retract-0b", "rules", "notice", "question", "help-list", "answer-0c", "message-0c"];
  for (const name of [...names, "reports", "watched"]) await opened.draft.put(name, "about somebody");
  await opened.do(() => Promise.resolve());
  await vi.waitFor(async () => {
    expect((await opened.home.draftNames()).sort()).toEqual(["reports", "watched"]);
  });
});

test("what was begun about a report of her own stays as long as that", async () => {
  const { policy, country } = member.board.charter;
  const { id } = await opened.do((session) => Promise.resolve(session.device.report(validateReport({ kinds: ["robbery"] }, { policy, country }), 1_790_000_000)));
  await opened.draft.put(`message-${keyOf(id)}`, "One more thing.");
  await opened.do(() => Promise.resolve());
  await opened.draft.put("reports", "later than what is dropped");
  expect((await opened.home.draftNames()).sort()).toEqual([`message-${keyOf(id)}`, "reports"]);
  await opened.do((session) => session.forget(id));
  await vi.waitFor(async () => {
    expect(await opened.home.draftNames()).toEqual(["reports"]);
  });
});
