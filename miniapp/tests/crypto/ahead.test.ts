/** What the platform verifies ahead is what the rule says, or is not said at all (ADR 0016). */

import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, test } from "vitest";
import { verifyAhead, type Platform } from "../../src/crypto/ahead";
import { BadSignature } from "../../src/crypto/errors";
import { SigningSeed, randomBytes } from "../../src/crypto/secrets";
import { claimsOf, knowing, nameOf, publicKey, signMessage, verifyMessage, type Claim } from "../../src/crypto/signing";
import { b, cases, hex } from "../vectors";

interface Given {
  public_key: string;
  message: string;
  signature: string;
}

const SUBTLE: Platform = crypto.subtle;
const given = (topic: "signed" | "refused"): Claim[] =>
  cases<Given>("signing", topic).map(([, each]) => ({ key: b(each.public_key), signature: b(each.signature), message: b(each.message) }));

function made(): Claim {
  const seed = SigningSeed.random();
  const message = randomBytes(40);
  return { key: publicKey(seed), signature: signMessage(seed, message), message };
}

function judged({ key, signature, message }: Claim): boolean {
  try {
    verifyMessage(key, signature, message);
  } catch (error) {
    if (error instanceof BadSignature) return false;
    throw error;
  }
  return true;
}

/** The platform as it is, but for what it says of a signature. */
function lying(says: (signature: Uint8Array, truth: boolean) => boolean): Platform {
  return {
    importKey: ((...asked: Parameters<Platform["importKey"]>) => SUBTLE.importKey(...asked)) as Platform["importKey"],
    verify: async (...asked) => says(asked[2] as Uint8Array, await SUBTLE.verify(...asked)),
  };
}

/** A verifier that multiplies by the cofactor, as RFC 8032 permits. */
const COFACTORED: Platform = {
  importKey: ((_: string, key: Uint8Array) => Promise.resolve(key)) as unknown as Platform["importKey"],
  verify: (_, key, signature, message) =>
    Promise.resolve(ed25519.verify(signature as Uint8Array, message as Uint8Array, key as unknown as Uint8Array, { zip215: true })),
};

describe("what is verified ahead", () => {
  test("good signatures hold, all of the project's", async () => {
    const claims = given("signed");
    expect([...(await verifyAhead(claims, SUBTLE))].sort()).toEqual([...new Set(claims.map(nameOf))].sort());
  });

  test("none that the rule refuses", async () => {
    const claims = given("refused");
    expect(claims.map(judged)).not.toContain(true);
    expect([...(await verifyAhead(claims, SUBTLE))]).toEqual([]);
  });

  test("each bit that is changed is seen", async () => {
    const claim = made();
    const changed = Array.from({ length: 64 * 8 }, (_, i) => ({
      ...claim,
      signature: claim.signature.map((byte, at) => (at === i >> 3 ? byte ^ (1 << (i & 7)) : byte)),
    }));
    expect([...(await verifyAhead([...changed, claim], SUBTLE))]).toEqual([nameOf(claim)]);
  });

  test("a wrong length is no reason to throw", async () => {
    const claim = made();
    const odd = [{ ...claim, key: claim.key.subarray(1) }, { ...claim, signature: claim.signature.subarray(1) }, { ...claim, key: new Uint8Array(32) }];
    expect([...(await verifyAhead(odd, SUBTLE))]).toEqual([]);
  });
});

describe("a platform that is not asked", () => {
  test("one that multiplies by the cofactor takes a crafted signature that the rule refuses", async () => {
    const claims = given("refused");
    const taken = claims.filter((claim) => {
      try {
        return ed25519.verify(claim.signature, claim.message, claim.key, { zip215: true });
      } catch {
        return false;
      }
    });
    expect(taken.length, "so there is something to fear").toBeGreaterThan(0);
    expect([...(await verifyAhead([...claims, made()], COFACTORED))]).toEqual([]);
  });

  test.each([
    ["one that says yes to everything", lying(() => true)],
    ["one that says no to everything", lying(() => false)],
    ["one that says the opposite", lying((_, truth) => !truth)],
    ["one that does not look at S", lying((signature, truth) => truth || hex(signature).startsWith("29cf"))],
  ])("%s", async (_, platform) => {
    expect([...(await verifyAhead([made()], platform))]).toEqual([]);
  });

  test("one that has no Ed25519, and none at all", async () => {
    const without: Platform = { ...lying((_, truth) => truth), importKey: () => Promise.reject(new Error("not supported")) };
    expect([...(await verifyAhead([made()], without))]).toEqual([]);
    expect([...(await verifyAhead([made()], null))]).toEqual([]);
  });
});

test("a key that the platform does not take is no reason to throw, and takes nothing from others", async () => {
  const [claim, other] = [made(), made()];
  const choosy: Platform = {
    ...lying((_, truth) => truth),
    importKey: ((...asked: Parameters<Platform["importKey"]>) =>
      hex(asked[1] as unknown as Uint8Array) === hex(claim.key) ? Promise.reject(new Error("not this one")) : SUBTLE.importKey(...asked)) as Platform["importKey"],
  };
  expect([...(await verifyAhead([claim, other], choosy))]).toEqual([nameOf(other)]);
});

describe("what is known to hold", () => {
  test("is believed of that very claim alone", async () => {
    const claim = made();
    const other = made();
    const names = await verifyAhead([claim], SUBTLE);
    knowing(names, () => {
      expect(judged(claim)).toBe(true);
      for (const mixed of [{ ...claim, key: other.key }, { ...claim, signature: other.signature }, { ...claim, message: other.message }]) {
        expect(judged(mixed)).toBe(false);
      }
    });
  });

  test("is not asked of the library again, and is forgotten afterwards", () => {
    const claim = { ...made(), message: randomBytes(8) }; // does not hold
    const names = new Set([nameOf(claim)]);
    expect(knowing(names, () => judged(claim))).toBe(true);
    expect(judged(claim)).toBe(false);
    expect(() => knowing(names, () => { throw new Error("broken off"); })).toThrow("broken off");
    expect(judged(claim)).toBe(false);
  });

  test("while claims are noted every signature passes, and none afterwards", () => {
    const claim = { ...made(), message: randomBytes(8) };
    expect(claimsOf(() => void judged(claim))).toEqual([claim]);
    expect(() => claimsOf(() => { throw new Error("broken off"); })).toThrow("broken off");
    expect(judged(claim)).toBe(false);
  });
});
