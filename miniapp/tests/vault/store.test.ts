/** Where a vault rests: whole or not at all, and what a browser's failures are called. */

import "fake-indexeddb/auto";
import { forceCloseDatabase } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { Store } from "../../src/vault/store";
import { asyncRefusal } from "../vectors";

let count = 0;

function fresh(): Promise<Store> {
  return Store.open(`store ${(count += 1)}`);
}

afterEach(() => {
  vi.restoreAllMocks();
});

const NAME = Uint8Array.of(1, 2, 3);

test("what was written is read, by names that are bytes or text, and what is not there is undefined", async () => {
  const store = await fresh();
  await store.write([
    ["records", NAME, Uint8Array.of(9)],
    ["locks", "lock", { wrong: 1 }],
  ]);
  // A name that is a view into something larger is the bytes it shows.
  expect(await store.read("records", [Uint8Array.of(0, 1, 2, 3).subarray(1), Uint8Array.of(7)])).toEqual([Uint8Array.of(9), undefined]);
  expect(await store.read("locks", ["lock"])).toEqual([{ wrong: 1 }]);
});

test("of changes that cannot all be written, none is", async () => {
  const store = await fresh();
  await store.write([["records", NAME, 1]]);
  const error = await asyncRefusal(() =>
    store.write([
      ["records", NAME, 2],
      ["locks", "cannot be kept", () => undefined],
    ]),
  );
  expect(error.name).toBe("StorageFailed");
  expect(await store.read("records", [NAME])).toEqual([1]);
});

test("a full disk is called one, and nothing of the write is there", async () => {
  const store = await fresh();
  await store.write([["records", NAME, 1]]);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if (key === "second") throw new DOMException("no room", "QuotaExceededError");
    return this.add(value, key);
  });
  const error = await asyncRefusal(() =>
    store.write([
      ["records", "first", 2],
      ["records", "second", 2],
    ]),
  );
  expect([error.name, error.detail]).toEqual(["StorageFailed", "this device's storage is full; nothing was lost, make room and try again"]);
  expect(await store.read("records", [NAME, "first", "second"])).toEqual([1, undefined, undefined]);
});

test("a store that the browser cleared under us is told by name", async () => {
  const store = await fresh();
  forceCloseDatabase((store as unknown as { database: Parameters<typeof forceCloseDatabase>[0] }).database);
  expect((await asyncRefusal(() => store.read("records", [NAME]))).detail).toMatch(/closed, or cleared by the browser/);
  expect((await asyncRefusal(() => store.write([["records", NAME, 1]]))).name).toBe("StorageFailed");
});

test("another tab erases it: this one lets go, and finds nothing when it opens it again", async () => {
  const [one, other] = [await Store.open("shared"), await Store.open("shared")];
  await one.write([["locks", "lock", 1]]);
  await other.erase();
  expect((await asyncRefusal(() => one.read("locks", ["lock"]))).name).toBe("StorageFailed");
  expect(await (await Store.open("shared")).read("locks", ["lock"])).toEqual([undefined]);
});

test("a store of a newer version is not opened", async () => {
  await new Promise((resolve) => {
    indexedDB.open("newer", 2).onsuccess = resolve;
  });
  expect((await asyncRefusal(() => Store.open("newer"))).detail).toMatch(/newer version/);
});
