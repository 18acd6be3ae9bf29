/**
 * Ed25519 under one strict rule, over contexts only (protocol §1.5).
 *
 * Libraries disagree about crafted signatures; a signature that one reader takes and another refuses would split a board. The rule is
 * the intersection of what they accept: canonical public key and R of prime order, and S below the group order.
 */

import { ed25519 } from "@noble/curves/ed25519.js";
import { context, type Purpose } from "./context";
import { BadSignature } from "./errors";
import type { SigningSeed } from "./secrets";
import type { Value } from "./wire";

export const PUBLIC_KEY_SIZE = 32;
export const SIGNATURE_SIZE = 64;

/** The order of the prime-order subgroup (RFC 8032 §5.1). */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The 32-byte Ed25519 public key of `seed` (RFC 8032 §5.1.5). */
export function publicKey(seed: SigningSeed): Uint8Array {
  return ed25519.getPublicKey(seed.reveal());
}

/** A 64-byte signature over the context (protocol §1.5). */
export function sign(seed: SigningSeed, purpose: Purpose, collective: Uint8Array | null, ...rest: Value[]): Uint8Array {
  return signMessage(seed, context(purpose, collective, ...rest));
}

/**
 * Returns if the signature over the context holds under the strict rule.
 *
 * @throws {@link BadSignature} it does not, or key or signature have the wrong length.
 */
export function verify(
  theirPublicKey: Uint8Array,
  signature: Uint8Array,
  purpose: Purpose,
  collective: Uint8Array | null,
  ...rest: Value[]
): void {
  verifyMessage(theirPublicKey, signature, context(purpose, collective, ...rest));
}

/** Whether `value` is 32 bytes that canonically encode a point of prime order. */
export function isPublicKey(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === PUBLIC_KEY_SIZE && hasPrimeOrder(value);
}

function hasPrimeOrder(encoded: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(encoded, false); // canonical encodings only (RFC 8032 §5.1.3)
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** Plain Ed25519 (RFC 8032 §5.1.6). Use {@link sign}: messages of the protocol are contexts. */
export function signMessage(seed: SigningSeed, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed.reveal());
}

/**
 * The strict rule on any message. Use {@link verify}; this is what the public vectors run against.
 *
 * @throws {@link BadSignature} as there.
 */
export function verifyMessage(theirPublicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): void {
  // The library checks [8][S]B = [8]R + [8][k]A. With A and R of prime order, that is the equation without the eights.
  if (
    signature.length !== SIGNATURE_SIZE ||
    littleEndian(signature.subarray(32)) >= GROUP_ORDER ||
    !isPublicKey(theirPublicKey) ||
    !hasPrimeOrder(signature.subarray(0, 32)) ||
    !ed25519.verify(signature, message, theirPublicKey, { zip215: false })
  ) {
    throw new BadSignature("not a signature by this key");
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
