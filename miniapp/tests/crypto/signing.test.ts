/** The strict Ed25519 rule (protocol §1.5): what a reader takes, every reader takes. */

import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, test } from "vitest";
import { Purpose, context } from "../../src/crypto/context";
import { SigningSeed, randomBytes } from "../../src/crypto/secrets";
import { isPublicKey, publicKey, sign, signMessage, verify, verifyMessage } from "../../src/crypto/signing";
import { b, cases, expectNamed, fromJson, hex, opt, refusal, topic, type Json } from "../vectors";
import type { Value } from "../../src/crypto/wire";

const SEED = new SigningSeed(Uint8Array.from({ length: 32 }, (_, i) => i));
const KEY = publicKey(SEED);
const COLLECTIVE = new Uint8Array(32);
const X = Uint8Array.of(0x78);

interface Signed {
  seed: string;
  public_key: string;
  purpose: Purpose;
  collective: string | null;
  rest: Json;
  message: string;
  signature: string;
}

test.each(cases<Signed>("signing", "signed"))("%s", (_, each) => {
  const seed = new SigningSeed(b(each.seed));
  const place = [each.purpose, opt(each.collective), ...(fromJson(each.rest) as Value[])] as const;
  expect(hex(publicKey(seed))).toBe(each.public_key);
  expect(hex(context(...place))).toBe(each.message);
  expect(hex(sign(seed, ...place))).toBe(each.signature);
  verify(b(each.public_key), b(each.signature), ...place);
});

interface RefusedSignature {
  public_key: string;
  message: string;
  signature: string;
  error: string;
}

test.each(cases<RefusedSignature>("signing", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => {
      verifyMessage(b(each.public_key), b(each.signature), b(each.message));
    }),
    each,
  );
});

test("a key that is used often decides as it did the first time", () => {
  // It gets a table of its multiples then, which must change nothing.
  const used = (key: Uint8Array) => Array.from({ length: 40 }, () => isPublicKey(key));
  for (const [, each] of cases<Signed>("signing", "signed")) {
    used(b(each.public_key));
    verifyMessage(b(each.public_key), b(each.signature), b(each.message));
    const wrong = b(each.signature);
    wrong[40] = (wrong[40] ?? 0) ^ 1;
    expectNamed(refusal(() => {
      verifyMessage(b(each.public_key), wrong, b(each.message));
    }), { error: "BadSignature" });
  }
  for (const [, each] of cases<RefusedSignature>("signing", "refused")) {
    used(b(each.public_key));
    expectNamed(refusal(() => {
      verifyMessage(b(each.public_key), b(each.signature), b(each.message));
    }), each);
  }
});

test("public keys are points of prime order", () => {
  const keys = topic<{ public_keys: { good: string[]; refused: string[] } }>("signing").public_keys;
  expect(keys.good.length).toBeGreaterThan(0);
  expect(keys.good.filter((key) => !isPublicKey(b(key)))).toEqual([]);
  expect(keys.refused.filter((key) => isPublicKey(b(key)))).toEqual([]);
  expect([null, "", 1, [...KEY], hex(KEY)].filter(isPublicKey)).toEqual([]);
});

test("a key that was good once is judged by its own bytes, changed or not", () => {
  const key = publicKey(SEED);
  expect(isPublicKey(key)).toBe(true);
  key.set(new Uint8Array(32));
  expect(isPublicKey(key)).toBe(false);
  expect(isPublicKey(publicKey(SEED))).toBe(true);
});

test("every bit of a signature matters", () => {
  const signature = sign(SEED, Purpose.APPROVE, COLLECTIVE, X);
  for (let bit = 0; bit < 512; bit++) {
    const changed = signature.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(
      refusal(() => {
        verify(KEY, changed, Purpose.APPROVE, COLLECTIVE, X);
      }).name,
    ).toBe("BadSignature");
  }
});

test("the platform's own Ed25519 makes the same signatures", async () => {
  for (const size of [0, 1, 100]) {
    const seed = SigningSeed.random();
    const message = Uint8Array.from(randomBytes(size));
    // PKCS #8 of an Ed25519 seed (RFC 8410 §7).
    const pkcs8 = Uint8Array.from([...b("302e020100300506032b657004220420"), ...seed.reveal()]);
    const theirs = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
    expect(hex(new Uint8Array(await crypto.subtle.sign("Ed25519", theirs, message)))).toBe(hex(signMessage(seed, message)));
    verifyMessage(publicKey(seed), signMessage(seed, message), message);
  }
});

describe("a signature holds for", () => {
  const good = sign(SEED, Purpose.APPROVE, COLLECTIVE, X, 1);
  const refused = (purpose: Purpose, collective: Uint8Array | null, ...rest: Value[]) =>
    refusal(() => {
      verify(KEY, good, purpose, collective, ...rest);
    }).name;

  test("its purpose alone", () => {
    for (const purpose of Object.values(Purpose)) {
      if (purpose === Purpose.APPROVE) verify(KEY, good, purpose, COLLECTIVE, X, 1);
      else expect(refused(purpose, COLLECTIVE, X, 1)).toBe("BadSignature");
    }
  });

  test("its collective and content alone", () => {
    expect(refused(Purpose.APPROVE, null, X, 1)).toBe("BadSignature");
    expect(refused(Purpose.APPROVE, new Uint8Array(32).fill(1), X, 1)).toBe("BadSignature");
    expect(refused(Purpose.APPROVE, COLLECTIVE, X)).toBe("BadSignature");
    expect(refused(Purpose.APPROVE, COLLECTIVE, 1, X)).toBe("BadSignature");
    expect(refused(Purpose.APPROVE, COLLECTIVE, "x", 1)).toBe("BadSignature");
  });
});

test("a derived key is of prime order, so that it is taken for one without being asked", () => {
  for (let i = 0; i < 20; i++) {
    const key = publicKey(SigningSeed.random());
    const point = ed25519.Point.fromBytes(key, false);
    expect([point.is0(), point.isTorsionFree(), isPublicKey(key)]).toEqual([false, true, true]);
  }
});
