/** The vault's door: who gets in, who waits, and who erases (protocol §11). */

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toWords } from "../../src/crypto/device";
import { DeviceEntropy } from "../../src/crypto/secrets";
import { StorageFailed } from "../../src/crypto/errors";
import { LEAST_COST } from "../../src/crypto/vault";
import * as wire from "../../src/crypto/wire";
import { Home } from "../../src/vault/home";
import { checkPin, Door } from "../../src/vault/pin";
import { Store } from "../../src/vault/store";
import { asyncRefusal, refusal } from "../vectors";
import { fill } from "./full";

const PIN = "274951";
const WRONG = "274952";
const DURESS = "860318";
const WORD = { word: "kept" };

let count = 0;
let store: Store;
let now: number;

/** The door as it is after the page was loaded again. */
function door(): Door {
  return new Door(store, () => now);
}

beforeEach(async () => {
  store = await Store.open(`door ${(count += 1)}`);
  now = 1_800_000_000;
  await (await door().create(PIN, LEAST_COST)).put(WORD);
});

async function word(home: Home | "erased" | null): Promise<wire.Value> {
  return home instanceof Home ? home.get("word") : home;
}

async function wrongly(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    now += await door().wait();
    expect((await asyncRefusal(() => door().open(WRONG))).name).toBe("WrongPassphrase");
  }
}

test("the PIN opens, another does not, and a second vault is not made over the first", async () => {
  expect(await word(await door().open(PIN))).toBe("kept");
  expect((await asyncRefusal(() => door().open(WRONG))).name).toBe("WrongPassphrase");
  expect((await asyncRefusal(() => door().create(PIN, LEAST_COST))).name).toBe("BadInput");
});

test("PINs that everybody tries first are refused, and passphrases are not", () => {
  for (const pin of ["", "12345", "000000", "123456", "987654", "aaaaaaaa", "1２３456"]) expect(refusal(() => { checkPin(pin); }).name).toBe("BadInput"); // prettier-ignore
  for (const pin of ["112233", "135790", "correct horse", "٣٢٥٠١٩"]) {
    expect(() => {
      checkPin(pin);
    }).not.toThrow();
  }
});

test("without the platform's key nothing opens, and nobody is said to have been wrong", async () => {
  await store.write([["locks", "platform", undefined]]);
  expect((await asyncRefusal(() => door().open(PIN))).name).toBe("StorageFailed");
  expect(await store.read("locks", ["tries"])).toEqual([{ wrong: 0, since: 0, until: 0 }]);
});

test("a store that the browser emptied is told by name", async () => {
  const empty = await Store.open("empty");
  expect(await new Door(empty, () => now).exists()).toBe(false);
  expect((await asyncRefusal(() => new Door(empty, () => now).open(PIN))).detail).toMatch(/no vault on this device/);
});

describe("wrong ones", () => {
  test("from the fifth on cost a wait, which a new page does not end, and which grows to a day and not to an erasure", async () => {
    await wrongly(4);
    expect(await door().wait()).toBe(0);
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      await wrongly(1);
      waits.push(await door().wait());
    }
    expect(waits).toEqual([60, 300, 900, 3600, 14_400, 86_400, 86_400]);
    now += 86_399;
    expect((await asyncRefusal(() => door().open(PIN))).name).toBe("NotAllowed");
    now += 1;
    expect(await word(await door().open(PIN))).toBe("kept");
    expect(await store.read("locks", ["tries"])).toEqual([undefined]);
  });

  test("are counted before they are tried", async () => {
    const trying = door().open(WRONG);
    await vi.waitFor(async () => {
      expect(await store.read("locks", ["tries"])).toEqual([{ wrong: 1, since: now, until: now }]);
    });
    expect((await asyncRefusal(() => trying)).name).toBe("WrongPassphrase");
  });

  test("that are too short to be a PIN are not counted", async () => {
    expect((await asyncRefusal(() => door().open("1234"))).name).toBe("WrongPassphrase");
    expect(await store.read("locks", ["tries"])).toEqual([undefined]);
  });

  test("a clock that is put back makes the wait neither shorter nor endless", async () => {
    await wrongly(5);
    now -= 1_000_000;
    expect(await door().wait()).toBe(60);
    now += 59;
    expect(await door().wait()).toBe(1);
    now += 1;
    expect(await word(await door().open(PIN))).toBe("kept");
  });
});

test("a full phone opens for her, and erases for the PIN that does", async () => {
  await door().setDuress(PIN, DURESS);
  fill(store);
  expect((await asyncRefusal(() => door().open(WRONG))).name).toBe("WrongPassphrase");
  expect(await word(await door().open(PIN))).toBe("kept");
  expect(await door().open(DURESS)).toBe("erased");
});

test("on a full phone no try counts that its machine could not make", async () => {
  await store.write([["locks", "platform", undefined]]);
  fill(store);
  for (let i = 0; i < 6; i++) expect((await asyncRefusal(() => door().open(PIN))).detail).toMatch(/that key is not here/);
});

describe("the duress PIN", () => {
  test("erases, and says so; before it is set there is a lock in its place that nobody can tell from it", async () => {
    const sizes = async () => (await store.read("locks", ["lock", "other"])).map((lock) => (lock as Uint8Array).length);
    const fields = async (name: string) => {
      const { wrapped, ...rest } = wire.decode((await store.read("locks", [name]))[0] as Uint8Array) as wire.ValueMap;
      expect((wrapped as Uint8Array).length).toBe(72);
      return rest;
    };
    const before = await sizes();
    expect(await fields("other")).toEqual(await fields("lock"));
    expect(await door().setDuress(PIN, DURESS)).toBe("changed");
    expect(await sizes()).toEqual(before);
    expect(await fields("other")).toEqual(await fields("lock"));
    expect(await word(await door().open(PIN))).toBe("kept");
    expect(await door().open(DURESS)).toBe("erased");
    expect(await new Door(await Store.open(`door ${count}`), () => now).exists()).toBe(false);
  });

  test("shows no trouble to who watches, whatever the store does", async () => {
    await door().setDuress(PIN, DURESS);
    const broken = new Door(store, () => now, { besides: () => Promise.reject(new Error("no worker answers")) });
    expect(await broken.open(DURESS)).toBe("erased");
    store = await Store.open(`door ${(count += 1)}`);
    await door().create(PIN, LEAST_COST);
    await door().setDuress(PIN, DURESS);
    store.erase = () => Promise.reject(new StorageFailed("the disk is gone"));
    expect(await door().open(DURESS)).toBe("erased");
  });

  test("is another than the PIN, and not like it", async () => {
    for (const like of [PIN, "274915", "274950", "374951"]) {
      expect((await asyncRefusal(() => door().setDuress(PIN, like))).name).toBe("BadInput");
    }
    await door().setDuress(PIN, DURESS);
    expect((await asyncRefusal(() => door().change(PIN, DURESS))).name).toBe("BadInput");
  });

  test("goes on working when the PIN changes, and stops when it is taken away", async () => {
    await door().setDuress(PIN, DURESS);
    expect(await door().change(PIN, "correct horse")).toBe("changed");
    expect((await asyncRefusal(() => door().open(PIN))).name).toBe("WrongPassphrase");
    expect(await word(await door().open("correct horse"))).toBe("kept");
    await door().setDuress("correct horse", null);
    expect((await asyncRefusal(() => door().open(DURESS))).name).toBe("WrongPassphrase");
    await door().setDuress("correct horse", DURESS);
    expect(await door().change(DURESS, "another one")).toBe("erased");
  });

  test("an open vault is no place to guess at its PIN", async () => {
    const open = door();
    await open.open(PIN);
    for (let i = 0; i < 5; i++) expect((await asyncRefusal(() => open.change(WRONG, "correct horse"))).name).toBe("WrongPassphrase");
    expect((await asyncRefusal(() => open.setDuress(WRONG, DURESS))).name).toBe("NotAllowed");
  });
});

describe("staying unlocked", () => {
  test("ends at its time, when it is hidden, and when the clock is put back", async () => {
    const first = door();
    await first.open(PIN);
    await first.stay(900);
    now += 899;
    const second = door();
    expect(await word(await second.resume())).toBe("kept");
    expect(second.until).toBe(now + 1);
    now += 1;
    expect(await door().resume()).toBeNull();
    expect(await store.read("locks", ["stay"])).toEqual([undefined]);
    await second.stay(900);
    await second.hide();
    expect(await door().resume()).toBeNull();
    expect((await asyncRefusal(() => second.stay(900))).name).toBe("NotAllowed");
    await first.stay(28_800);
    now -= 1;
    expect(await door().resume()).toBeNull();
  });

  test("is no more a door's business that has let go: another tab may have put it off", async () => {
    const told = vi.fn();
    const [first, second] = [new Door(store, () => now, { onDeadline: told }), door()];
    await first.open(PIN);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await first.stay(900);
      first.letGo();
      await second.resume();
      now += 600;
      vi.advanceTimersByTime(600_000);
      await second.stay(900);
      vi.advanceTimersByTime(300_000);
      vi.useRealTimers();
      expect(await word(await door().resume())).toBe("kept");
      expect(told).not.toHaveBeenCalled();
      expect((await asyncRefusal(() => first.stay(900))).name).toBe("NotAllowed");
    } finally {
      vi.useRealTimers();
      await second.hide();
    }
  });

  test("ends while the page is open too, and who holds the open vault is told", async () => {
    const told = vi.fn();
    const open = new Door(store, () => now, { onDeadline: told });
    await open.open(PIN);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await open.stay(28_800);
      await open.stay(900);
      vi.advanceTimersByTime(899_999);
      expect(told).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      await vi.waitFor(() => {
        expect(told).toHaveBeenCalledOnce();
      });
      expect([await store.read("locks", ["stay"]), open.until]).toEqual([[undefined], null]);
      expect((await asyncRefusal(() => open.stay(900))).name).toBe("NotAllowed");
    } finally {
      vi.useRealTimers();
    }
  });

  test("cannot be made longer, and another key does not open it", async () => {
    const open = door();
    await open.open(PIN);
    for (const change of [{ until: now + 1000 }, { wrapped: new Uint8Array(72) }]) {
      await open.stay(900);
      const [kept] = (await store.read("locks", ["stay"])) as [object];
      await store.write([["locks", "stay", { ...kept, ...change }]]);
      expect(await door().resume()).toBeNull();
      expect(await store.read("locks", ["stay"])).toEqual([undefined]);
    }
  });

  test("ends with another PIN, and is off when it is not wanted", async () => {
    const open = door();
    await open.open(PIN);
    await open.stay(900);
    await open.change(PIN, "correct horse");
    expect(await door().resume()).toBeNull();
    await open.stay(0);
    expect(await door().resume()).toBeNull();
  });

  test("its key cannot be taken out", async () => {
    const open = door();
    await open.open(PIN);
    await open.stay(900);
    const [kept] = (await store.read("locks", ["stay"])) as [{ key: CryptoKey }];
    await expect(crypto.subtle.exportKey("raw", kept.key)).rejects.toThrow();
  });
});

describe("the recovery words", () => {
  const entropy = DeviceEntropy.random();

  test("open when the PIN is forgotten or waits, without the platform's key too, and set a new one", async () => {
    const open = door();
    await open.open(PIN);
    await open.rememberWords(entropy);
    await wrongly(5);
    await store.write([["locks", "platform", undefined]]);
    expect(await word(await door().openWithWords(toWords(entropy).toUpperCase(), "correct horse"))).toBe("kept");
    expect((await asyncRefusal(() => door().open(PIN))).name).toBe("WrongPassphrase");
    expect(await word(await door().open("correct horse"))).toBe("kept");
  });

  test("of another device do not open, nor do words when none were kept", async () => {
    expect((await asyncRefusal(() => door().openWithWords(toWords(entropy), "correct horse"))).name).toBe("WrongPassphrase");
    const open = door();
    await open.open(PIN);
    await open.rememberWords(entropy);
    const others = toWords(DeviceEntropy.random());
    expect((await asyncRefusal(() => door().openWithWords(others, "correct horse"))).name).toBe("WrongPassphrase");
    expect((await asyncRefusal(() => door().openWithWords("not the words", "correct horse"))).name).toBe("BadInput");
  });
});
