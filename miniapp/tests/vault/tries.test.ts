/** How often somebody may try a PIN, on a phone with room and on a full one (protocol §11). */

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { Store, StorageFull } from "../../src/vault/store";
import { Tries } from "../../src/vault/tries";
import { fill } from "./full";

let count = 0;
let store: Store;
let now: number;

/** The count as it is after the page was loaded again. */
function tries(): Tries {
  return new Tries(store, () => now);
}

async function wrongly(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await tries().count();
}

async function rightly(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await (await tries().count()).right();
}

beforeEach(async () => {
  store = await Store.open(`tries ${(count += 1)}`);
  now = 1_800_000_000;
  await store.write(Tries.anew());
});

test("with room as many may be wrong, one after the other, as cost no wait; one that was right ends that", async () => {
  await wrongly(4);
  expect(await tries().wait()).toBe(0);
  await rightly(1);
  await wrongly(4);
  expect(await tries().wait()).toBe(0);
  await wrongly(1);
  expect(await tries().wait()).toBe(60);
});

describe("a full phone", () => {
  test("takes no more wrong ones than cost no wait, those before it was full with them; with room again the next one costs its wait", async () => {
    await wrongly(1);
    const makeRoom = fill(store);
    await wrongly(3);
    for (let i = 0; i < 3; i++) await expect(tries().count()).rejects.toThrow(StorageFull);
    expect(await tries().wait()).toBe(0);
    makeRoom();
    await wrongly(1);
    expect(await tries().wait()).toBe(60);
  });

  test("gives nobody more tries who fills it and makes room, again and again", async () => {
    await wrongly(1);
    for (let i = 0; i < 2; i++) {
      const makeRoom = fill(store);
      await wrongly(1);
      makeRoom();
      if (i === 0) await wrongly(1);
    }
    expect(await tries().wait()).toBe(0);
    await wrongly(1);
    expect(await tries().wait()).toBe(60);
  });

  test("was right: what was wrong before does not count any more, and does not once there is room", async () => {
    await wrongly(2);
    const makeRoom = fill(store);
    await wrongly(1);
    await rightly(1);
    await wrongly(3);
    await rightly(1);
    makeRoom();
    await wrongly(4);
    expect(await tries().wait()).toBe(0);
  });

  test("opens 32 times until it has had room once", async () => {
    const makeRoom = fill(store);
    await rightly(32);
    await expect(tries().count()).rejects.toThrow(StorageFull);
    makeRoom();
    await rightly(1);
    fill(store);
    await rightly(32);
  });

  test("counts no try that was not made", async () => {
    fill(store);
    for (let i = 0; i < 6; i++) await (await tries().count()).undone();
    await wrongly(4);
    await expect(tries().count()).rejects.toThrow(StorageFull);
  });

  test("whose clock was put back keeps whoever waits waiting", async () => {
    await wrongly(5);
    now -= 1_000_000;
    const makeRoom = fill(store);
    await expect(tries().wait()).rejects.toThrow(StorageFull);
    makeRoom();
    expect(await tries().wait()).toBe(60);
  });

  test("with a vault of older software counts nothing, and does once there was room", async () => {
    store = await Store.open(`tries ${(count += 1)}`);
    const makeRoom = fill(store);
    await expect(tries().count()).rejects.toThrow(StorageFull);
    makeRoom();
    await rightly(1);
    fill(store);
    await rightly(1);
  });
});
