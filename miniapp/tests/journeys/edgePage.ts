/** What the page of `edgeCases.test.ts` can do: judge signatures as the app does, and say what its platform would vouch for ahead. */

import { verifyAhead } from "../../src/crypto/ahead";
import { BadSignature } from "../../src/crypto/errors";
import { type Claim, nameOf, verifyMessage } from "../../src/crypto/signing";

/** A signature to be judged: key and signature in hex, the message as text. */
export interface Given {
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
}

export interface Judged {
  /** Whether it is taken, each in its place. */
  readonly taken: boolean[];
  /** Whether the platform vouches for it ahead; nowhere if this browser has no such platform. */
  readonly vouched: boolean[];
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function isTaken({ key, signature, message }: Claim): boolean {
  try {
    verifyMessage(key, signature, message);
  } catch (error) {
    if (error instanceof BadSignature) return false;
    throw error;
  }
  return true;
}

export async function judge(given: readonly Given[]): Promise<Judged> {
  const claims = given.map(({ key, sig, msg }) => ({ key: bytes(key), signature: bytes(sig), message: new TextEncoder().encode(msg) }));
  const names = await verifyAhead(claims);
  return { taken: claims.map(isTaken), vouched: claims.map((claim) => names.has(nameOf(claim))) };
}
