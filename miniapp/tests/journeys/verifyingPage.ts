/** What the page of `verifying.test.ts` can do: have its workers verify claims, as a long board does. */

import { verifier } from "../../src/crypto/platform";
import type { Claim } from "../../src/crypto/signing";
import { ed25519 } from "@noble/curves/ed25519.js";
import { verifyAside } from "../../src/worker/ours";

// Long enough for a worker that is there: what it does not answer in time the page answers, and the answer is the same.
verifyAside(3_000);

const many = 1_000;

/** So many claims, of which every third is false. */
function claims(count: number): Claim[] {
  const seeds = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  return Array.from({ length: count }, (_, i) => {
    const message = new Uint8Array(i).fill(7);
    const seed = seeds[i % 2] ?? new Uint8Array(32);
    return { key: ed25519.getPublicKey(seed), signature: ed25519.sign(message, seed), message: i % 3 === 0 ? Uint8Array.of(...message, 1) : message };
  });
}

/** What the workers say of 60 claims, asked in several pieces; and what they say once they have been ended. */
export async function asked(): Promise<{ said: boolean[]; ended: boolean[] }> {
  const all = claims(60);
  const aside = verifier(many);
  const pieces = await Promise.all([0, 10, 20, 30, 40, 50].map((at) => aside.says(all.slice(at, at + 10))));
  const late = aside.says(all.slice(0, 10));
  aside.end();
  return { said: pieces.flat(), ended: [...(await late)] };
}

/** As {@link asked}, for a board that is not long. */
export async function askedForFew(): Promise<boolean[]> {
  return [...(await verifier(1).says(claims(6)))];
}

(globalThis as unknown as { verifying: object }).verifying = { asked, askedForFew };
