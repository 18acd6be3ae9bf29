/** HPKE against a second implementation, and what a seal binds (protocol §1.1, §1.4). */

import { Chacha20Poly1305 } from "@hpke/chacha20poly1305";
import { CipherSuite, HkdfSha256 } from "@hpke/core";
import { XWing } from "@hpke/hybridkem-x-wing";
import { expect, test } from "vitest";
import {
  HPKE_OVERHEAD,
  KEM_PUBLIC_KEY_SIZE,
  SEAL_OVERHEAD,
  checkKemKey,
  kemPublicKey,
  open,
  openOnce,
  openSealed,
  seal,
  sealOnce,
  sealTo,
} from "../../src/crypto/sealing";
import { AeadKey, KemSeed, randomBytes } from "../../src/crypto/secrets";
import { asyncRefusal, b, cases, expectNamed, hex, refusal, topic } from "../vectors";

const KEM = topic<{ kem: { seed: string; public_key: string } }>("sealing").kem;
const SEED = new KemSeed(b(KEM.seed));
const KEY = new AeadKey(Uint8Array.from({ length: 32 }, (_, i) => i));
const TEXT = Uint8Array.of(1, 2, 3);

// ---- vectors ------------------------------------------------------------------------------------------------------

interface ToKey {
  info: string;
  sealed: string;
}
interface Shared {
  key: string;
  context: string;
  sealed: string;
}

test("the public key of a seed", () => {
  expect(hex(kemPublicKey(SEED))).toBe(KEM.public_key);
  expect(KEM.public_key).toHaveLength(2 * KEM_PUBLIC_KEY_SIZE);
});

test.each(cases<ToKey & { plaintext: string }>("sealing", "to_key"))("%s", async (_, each) => {
  expect(hex(await openSealed(SEED, b(each.info), b(each.sealed)))).toBe(each.plaintext);
});

test.each(cases<ToKey & { seed: string; error: string }>("sealing", "to_key_refused"))("%s", async (_, each) => {
  expectNamed(await asyncRefusal(() => openSealed(new KemSeed(b(each.seed)), b(each.info), b(each.sealed))), each);
});

test.each(cases<{ public_key: string; error: string }>("sealing", "bad_public_keys"))("%s", async (_, each) => {
  expectNamed(await asyncRefusal(() => sealTo(b(each.public_key), new Uint8Array(0), new Uint8Array(0))), each);
  expect(refusal(() => { checkKemKey(b(each.public_key)); }).name).toBe("WrongShape");
});

test.each(cases<Shared & { plaintext: string }>("sealing", "shared"))("%s", (_, each) => {
  expect(hex(open(new AeadKey(b(each.key)), b(each.context), b(each.sealed)))).toBe(each.plaintext);
});

test.each(cases<Shared & { error: string }>("sealing", "shared_refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => open(new AeadKey(b(each.key)), b(each.context), b(each.sealed))),
    each,
  );
});

test.each(cases<Shared & { plaintext: string }>("seal_once", "sealed"))("%s", (_, each) => {
  const key = new AeadKey(b(each.key));
  expect(hex(sealOnce(key, b(each.context), b(each.plaintext)))).toBe(each.sealed);
  expect(hex(openOnce(key, b(each.context), b(each.sealed)))).toBe(each.plaintext);
});

test.each(cases<Shared & { error: string }>("seal_once", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => openOnce(new AeadKey(b(each.key)), b(each.context), b(each.sealed))),
    each,
  );
});

// ---- another library's HPKE ---------------------------------------------------------------------------------------

const THEIRS = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Chacha20Poly1305() });

test("what is sealed here another library opens, and the other way round", async () => {
  for (const [infoSize, size] of [[0, 0], [1, 1], [90, 300], [300, 8192]] as const) {
    const seed = KemSeed.random();
    const [info, plaintext] = [randomBytes(infoSize), randomBytes(size)];
    const { privateKey, publicKey } = await new XWing().generateKeyPairDerand(seed.reveal());
    expect(hex(new Uint8Array(await THEIRS.kem.serializePublicKey(publicKey)))).toBe(hex(kemPublicKey(seed)));

    const sealed = await sealTo(kemPublicKey(seed), info, plaintext);
    expect(sealed).toHaveLength(size + HPKE_OVERHEAD);
    const enc = Uint8Array.from(sealed.subarray(0, 1120));
    const ct = Uint8Array.from(sealed.subarray(1120));
    const opened = await THEIRS.open({ recipientKey: privateKey, enc, info: Uint8Array.from(info) }, ct);
    expect(new Uint8Array(opened)).toEqual(plaintext);
    expect(await openSealed(seed, info, sealed)).toEqual(plaintext);

    const made = await THEIRS.seal({ recipientPublicKey: publicKey, info: Uint8Array.from(info) }, Uint8Array.from(plaintext));
    const theirs = Uint8Array.from([...new Uint8Array(made.enc), ...new Uint8Array(made.ct)]);
    expect(await openSealed(seed, info, theirs)).toEqual(plaintext);
  }
});

// ---- what a seal binds --------------------------------------------------------------------------------------------

test("what is sealed opens under its own context alone", () => {
  const ctx = Uint8Array.of(1);
  const sealed = seal(KEY, ctx, TEXT);
  expect(sealed).toHaveLength(TEXT.length + SEAL_OVERHEAD);
  expect(open(KEY, ctx, sealed)).toEqual(TEXT);
  expect(openOnce(KEY, ctx, sealOnce(KEY, ctx, TEXT))).toEqual(TEXT);
  for (const other of [Uint8Array.of(), Uint8Array.of(2), Uint8Array.of(1, 0)]) {
    expect(refusal(() => open(KEY, other, sealed)).name).toBe("CannotOpen");
    expect(refusal(() => openOnce(KEY, other, sealOnce(KEY, ctx, TEXT))).name).toBe("CannotOpen");
  }
});

test("a text is never sealed twice alike", async () => {
  const none = new Uint8Array(0);
  expect(new Set(Array.from({ length: 50 }, () => hex(seal(KEY, none, TEXT)))).size).toBe(50);
  const sealed = await Promise.all(Array.from({ length: 5 }, () => sealTo(kemPublicKey(SEED), none, TEXT)));
  expect(new Set(sealed.map(hex)).size).toBe(5);
});

test("seal once is the same every time", () => {
  expect(sealOnce(KEY, TEXT, TEXT)).toEqual(sealOnce(KEY, TEXT, TEXT));
});

test("sealing changes nothing that it was given", async () => {
  const [info, plaintext] = [Uint8Array.of(9, 9), Uint8Array.of(7, 7, 7)];
  const key = kemPublicKey(SEED);
  const sealed = await sealTo(key, info, plaintext);
  const before = hex(sealed);
  await openSealed(SEED, info, sealed);
  open(KEY, info, seal(KEY, info, plaintext));
  expect([info, plaintext, key, sealed, SEED.reveal()].map(hex)).toEqual(["0909", "070707", KEM.public_key, before, KEM.seed]);
});
