/** Secrets at rest: what opens a vault, and what a seized one shows (protocol §11). */

import { describe, expect, test } from "vitest";
import { DataKey } from "../../src/crypto/secrets";
import { SHARED_MEMORY, SHARED_PASSES } from "../../src/crypto/stretch";
import { type Bind, bindWith, LEAST_COST, makeLock, newPlatformKey, openLock, Records } from "../../src/crypto/vault";
import * as wire from "../../src/crypto/wire";
import { trials } from "./trials";
import { b, each, hex, rejected, thrown, topic } from "./vectorsAtHand";

type Hex = string;
type Lock = { passphrase: string; lock: Hex };

const VAULT = topic("vault") as {
  data_key: Hex;
  locks: Lock[];
  also_opens: Lock[];
  bound: Lock & { platform_key: Hex; refused: (Lock & { name: string; platform_key: Hex; error: string })[] };
  locks_refused: (Lock & { name: string; error: string })[];
  records: { record: string; name: Hex; plaintext: Hex | { zeros: number }; sealed: Hex }[];
  records_refused: { name: string; record: string; sealed: Hex; error: string }[];
};

const DATA_KEY = new DataKey(Uint8Array.from({ length: 32 }, (_, i) => i));
const PASSPHRASE = "correct horse";
const LOCK = await makeLock(DATA_KEY, PASSPHRASE, LEAST_COST);

function platformKey(key: Hex): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", b(key) as Uint8Array<ArrayBuffer>, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

function changed(fields: wire.ValueMap): Uint8Array {
  return wire.encode({ ...(wire.decode(LOCK) as wire.ValueMap), ...fields });
}

function flipped(data: Uint8Array, index: number, bit = 1): Uint8Array {
  return data.map((byte, i) => (i === index ? byte ^ bit : byte));
}

describe("vectors", () => {
  each("locks open", [...VAULT.locks, ...VAULT.also_opens], async (one) => {
    expect(hex((await openLock(b(one.lock), one.passphrase)).reveal())).toBe(VAULT.data_key);
  });

  each("locks do not open", VAULT.locks_refused, async (one) => {
    expect((await rejected(() => openLock(b(one.lock), one.passphrase))).name).toBe(one.error);
  });

  test("a bound lock opens with both the passphrase and the platform's key", async () => {
    const bind = bindWith(await platformKey(VAULT.bound.platform_key));
    expect(hex((await openLock(b(VAULT.bound.lock), VAULT.bound.passphrase, bind)).reveal())).toBe(VAULT.data_key);
  });

  each("bound locks do not open", VAULT.bound.refused, async (one) => {
    const bind = bindWith(await platformKey(one.platform_key));
    expect((await rejected(() => openLock(b(one.lock), one.passphrase, bind))).name).toBe(one.error);
  });

  const records = new Records(new DataKey(b(VAULT.data_key)));

  each("records", VAULT.records, (one) => {
    const plaintext = typeof one.plaintext === "string" ? b(one.plaintext) : new Uint8Array(one.plaintext.zeros);
    expect(hex(records.name(one.record))).toBe(one.name);
    expect(records.open(one.record, b(one.sealed))).toEqual(plaintext);
  });

  each("records do not open", VAULT.records_refused, (one) => {
    expect(thrown(() => records.open(one.record, b(one.sealed))).name).toBe(one.error);
  });
});

describe("a lock", () => {
  test("costs at least the shared constants", () => {
    expect([LEAST_COST.passes, LEAST_COST.memory, SHARED_PASSES, SHARED_MEMORY]).toEqual([2, 19456, 2, 19456]);
  });

  test("opens with its passphrase, and with no other", async () => {
    expect((await openLock(LOCK, PASSPHRASE)).equals(DATA_KEY)).toBe(true);
    for (const other of ["correct horse ", "Correct horse", "correct\u00a0horse\u200b"]) {
      expect((await rejected(() => openLock(LOCK, other))).name).toBe("WrongPassphrase");
    }
  });

  test("has the same passphrase however the keyboard composes it", async () => {
    const lock = await makeLock(DATA_KEY, "caf\u00e9 \u2460", LEAST_COST);
    expect((await openLock(lock, "cafe\u0301 1")).equals(DATA_KEY)).toBe(true);
  });

  test("has nothing in common with another of the same passphrase", async () => {
    const fields = (lock: Uint8Array) => wire.decode(lock) as { salt: Uint8Array; wrapped: Uint8Array };
    const [first, second] = [fields(LOCK), fields(await makeLock(DATA_KEY, PASSPHRASE, LEAST_COST))];
    expect(first.salt).not.toEqual(second.salt);
    expect(first.wrapped.slice(0, 24)).not.toEqual(second.wrapped.slice(0, 24));
    expect(first.wrapped.slice(24)).not.toEqual(second.wrapped.slice(24));
  });

  test("is not made without a passphrase, of what is not text, or below the least cost", async () => {
    for (const passphrase of ["", "\udc80", "ok\ud83c"]) {
      expect((await rejected(() => makeLock(DATA_KEY, passphrase, LEAST_COST))).name).toBe("BadInput");
    }
    for (const cost of [{ passes: 1, memory: SHARED_MEMORY }, { passes: SHARED_PASSES, memory: SHARED_MEMORY - 1 }, { passes: 0, memory: 0 }]) {
      expect((await rejected(() => makeLock(DATA_KEY, PASSPHRASE, cost))).name).toBe("BadInput");
    }
    expect((await rejected(() => openLock(LOCK, "ok\ud83c"))).name).toBe("BadInput");
  });

  test("with a cost or version that is not ours is not even tried", async () => {
    for (const fields of [
      { passes: 1 }, { passes: 65 }, { memory: 8 }, { memory: SHARED_MEMORY - 1 }, { memory: 4 * 1024 * 1024 + 1 }, { version: 0 }, { version: 2 },
    ]) {
      expect((await rejected(() => openLock(changed(fields), PASSPHRASE))).name).toBe("UnknownVersion");
    }
  });

  test("that was changed does not open", async () => {
    const { wrapped } = wire.decode(LOCK) as { wrapped: Uint8Array };
    // The salt, the passes and the last byte of what is wrapped are among the vectors.
    for (const fields of [{ wrapped: flipped(wrapped, 0) }, { wrapped: flipped(wrapped, 36) }, { memory: SHARED_MEMORY + 8 }]) {
      expect((await rejected(() => openLock(changed(fields), PASSPHRASE))).name).toBe("WrongPassphrase");
    }
  });

  test("that was cut is an error of the family", async () => {
    for (let length = 0; length < LOCK.length; length++) {
      expect((await rejected(() => openLock(LOCK.slice(0, length), PASSPHRASE))).name).toBe("NotDeterministic");
    }
  });
});

describe("a bound lock", () => {
  test("opens with what it is bound to alone", async () => {
    const bind = bindWith(await newPlatformKey());
    const lock = await makeLock(DATA_KEY, PASSPHRASE, LEAST_COST, bind);
    expect((wire.decode(lock) as wire.ValueMap)["bound"]).toBe(true);
    expect((await openLock(lock, PASSPHRASE, bind)).equals(DATA_KEY)).toBe(true);
    const other = bindWith(await newPlatformKey());
    expect((await rejected(() => openLock(lock, PASSPHRASE, other))).name).toBe("WrongPassphrase");
    expect((await rejected(() => openLock(lock, PASSPHRASE))).name).toBe("StorageFailed");
  });

  test("has a platform's key that is given out to nobody", async () => {
    const key = await newPlatformKey();
    expect([key.extractable, key.usages]).toEqual([false, ["sign"]]);
    for (const format of ["raw", "jwk"] as const) await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow();
  });

  test("says so when the platform's key cannot be used", async () => {
    const aes = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    expect((await rejected(() => makeLock(DATA_KEY, PASSPHRASE, LEAST_COST, bindWith(aes)))).name).toBe("StorageFailed");
  });

  test("is alone in asking the platform", async () => {
    const nobody: Bind = () => Promise.reject(new Error("asked for what no key was needed for"));
    expect((await openLock(LOCK, PASSPHRASE, nobody)).equals(DATA_KEY)).toBe(true);
  });

  test("says `bound: true`, or nothing", async () => {
    const bind = bindWith(await newPlatformKey());
    for (const bound of [false, null, 1, "true"]) {
      expect((await rejected(() => openLock(changed({ bound }), PASSPHRASE, bind))).name).toBe("WrongShape");
    }
  });
});

describe("records", () => {
  const records = new Records(DATA_KEY);

  test("come back and show neither name nor length", () => {
    trials(200, (random) => {
      const record = String.fromCodePoint(...Array.from({ length: random.below(10) }, () => random.between(0x20, 0x2ff)));
      const plaintext = random.bytes(random.below(3000));
      const sealed = records.seal(record, plaintext);
      expect(records.open(record, sealed)).toEqual(plaintext);
      expect([1024, 2048, 4096]).toContain(sealed.length - 40);
      expect(records.name(record).length).toBe(16);
    });
  });

  test("of all small sizes look alike, and may be asked to be larger", () => {
    for (let length = 0; length < 1024; length += 31) expect(records.seal("x", new Uint8Array(length)).length).toBe(1064);
    expect(records.seal("x", new Uint8Array(1024)).length).toBe(2088);
    const large = records.seal("x", Uint8Array.of(1), 256 * 1024);
    expect(large.length).toBe(256 * 1024 + 40);
    expect(records.open("x", large)).toEqual(Uint8Array.of(1));
  });

  test("moved to another name, or of another vault, do not open", () => {
    const [first, second] = [records.seal("receipts/1", Uint8Array.of(1)), records.seal("receipts/2", Uint8Array.of(2))];
    for (const [name, sealed] of [["receipts/1", second], ["receipts/2", first], ["receipts/3", first], ["", first]] as const) {
      expect(thrown(() => records.open(name, sealed)).name).toBe("CannotOpen");
    }
    expect(thrown(() => new Records(new DataKey(new Uint8Array(32))).open("receipts/1", first)).name).toBe("CannotOpen");
  });

  test("that were changed do not open", () => {
    const sealed = records.seal("state", Uint8Array.of(1));
    for (let index = 0; index < sealed.length; index += 13) {
      expect(thrown(() => records.open("state", flipped(sealed, index, 0x40))).name).toBe("CannotOpen");
    }
  });

  test("have other names at rest in every vault", () => {
    const vaults = [records, new Records(new DataKey(new Uint8Array(32)))];
    const names = vaults.flatMap((vault) => ["state", "receipts/1", "receipts/2"].map((record) => hex(vault.name(record))));
    expect(new Set(names).size).toBe(6);
  });

  test("that are too large are not sealed", () => {
    expect(thrown(() => records.seal("x", new Uint8Array(64 << 20))).name).toBe("TooLarge");
  });

  test("are opened by another lock of the same data key: a new passphrase touches none", async () => {
    const sealed = records.seal("state", Uint8Array.of(1));
    const again = await openLock(await makeLock(DATA_KEY, "another", LEAST_COST), "another");
    expect(new Records(again).open("state", sealed)).toEqual(Uint8Array.of(1));
  });
});
