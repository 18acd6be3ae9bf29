/**
 * Ed25519 under one strict rule, over contexts only (protocol §1.5).
 *
 * Libraries disagree about crafted signatures; a signature that one reader takes and another refuses would split a board. The rule is
 * the intersection of what they accept: canonical public key and R of prime order, and S below the group order.
 */

import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { concat, equal } from "./bytes";
import { context, type Purpose } from "./context";
import { BadSignature } from "./errors";
import type { SigningSeed } from "./secrets";
import type { Value } from "./wire";

export const PUBLIC_KEY_SIZE = 32;
export const SIGNATURE_SIZE = 64;

/** The order of the prime-order subgroup (RFC 8032 §5.1). */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The field's size, 2^255 - 19: y of a canonical point is below it (RFC 8032 §5.1.3). */
const FIELD = 2n ** 255n - 19n;

/** The same numbers as 32 bytes, little-endian, and the y of the identity: boards have tens of thousands of signatures to be compared with them. */
const [ORDER_BYTES, FIELD_BYTES, ONE_BYTES] = [GROUP_ORDER, FIELD, 1n].map(bytesOf) as [Uint8Array, Uint8Array, Uint8Array];

function bytesOf(number: bigint): Uint8Array {
  return hexToBytes(number.toString(16).padStart(64, "0")).toReversed();
}

type Point = InstanceType<typeof ed25519.Point>;

/** The 32-byte Ed25519 public key of `seed` (RFC 8032 §5.1.5). */
export function publicKey(seed: SigningSeed): Uint8Array {
  const key = ed25519.getPublicKey(seed.reveal());
  if (derived.size >= MOST_GOOD) derived.clear();
  derived.add(bytesToHex(key));
  return key;
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
  return value instanceof Uint8Array && primeOrderPoint(value) !== null;
}

/**
 * Points that were found to be good, by the hex of their encoding. To find that out is as slow as to verify a signature, and the same few
 * gates and devices sign everything.
 */
const good = new Map<string, { readonly point: Point; uses: number }>();
const MOST_GOOD = 256;
/**
 * Keys that this device derived from a seed, by their hex: multiples of the base point by a number below 8 times the group order and divisible by 8, which is
 * never one of its multiples. So they are of prime order, and it need not be found out, which takes a millisecond.
 */
const derived = new Set<string>();
/**
 * A key that has been asked for so often gets a table of its multiples: with it a signature is verified in less than half the time, and a board
 * has thousands by a few keys. A table costs what a few verifications cost, and some hundred kilobytes: so there are only so many, and they go
 * with the points. It changes how [k]A is computed and not what it is; A and k are public, so it need not take the same time for each.
 */
const WORTH_A_TABLE = 16;
const MOST_TABLES = 16;
const TABLE_BITS = 6;
let tables = 0;

function primeOrderPoint(encoded: Uint8Array): Point | null {
  if (encoded.length !== PUBLIC_KEY_SIZE) return null;
  const name = bytesToHex(encoded);
  const known = good.get(name);
  if (known) {
    known.uses += 1;
    if (known.uses === WORTH_A_TABLE && tables < MOST_TABLES) {
      tables += 1;
      known.point.precompute(TABLE_BITS); // made when it is used first
    }
    return known.point;
  }
  const point = canonicalPoint(encoded);
  if (!point || point.is0() || !(derived.has(name) || point.isTorsionFree())) return null;
  if (good.size >= MOST_GOOD) {
    good.clear();
    tables = 0;
  }
  good.set(name, { point, uses: 0 });
  return point;
}

function canonicalPoint(encoded: Uint8Array): Point | null {
  try {
    return ed25519.Point.fromBytes(encoded, false); // RFC 8032 §5.1.3; `true` would take what is not canonical
  } catch {
    return null;
  }
}

/** That this key signed this message: what somebody says, and nobody has judged yet. */
export interface Claim {
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
}

/** 32 bytes in hex that stand for a claim and for no other. */
export function nameOf({ key, signature, message }: Claim): string {
  // Whoever has another length is refused before anybody asks for a name, so no two claims are the same bytes.
  return bytesToHex(sha256.create().update(key).update(signature).update(message).digest());
}

let noted: Claim[] | null = null;
let held: ReadonlySet<string> | null = null;

/**
 * The claims that `work` would have judged, if each of them held.
 *
 * While it runs, **every signature is taken for good**: it must not take time, and what it made must be thrown away and never believed.
 */
export function claimsOf(work: () => void): Claim[] {
  const before = noted;
  const claims: Claim[] = [];
  noted = claims;
  try {
    work();
  } finally {
    noted = before;
  }
  return claims;
}

/** Does `work`, which must not take time; claims of these names were judged by the rule before, and hold. */
export function knowing<T>(names: ReadonlySet<string>, work: () => T): T {
  const before = held;
  held = names;
  try {
    return work();
  } finally {
    held = before;
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
  const claim = { key: theirPublicKey, signature, message };
  if (noted !== null) {
    noted.push(claim);
    return;
  }
  if (!holds(claim)) throw new BadSignature("not a signature by this key");
}

/**
 * What the rule asks beyond the equation: lengths, A canonical and of prime order, S below the group order, R canonical and not the identity.
 * Whatever says that the equation holds, without the cofactor, of a claim that is well-formed, says what the rule says.
 */
export function isWellFormed({ key, signature }: Claim): boolean {
  if (signature.length !== SIGNATURE_SIZE || primeOrderPoint(key) === null) return false;
  const y = signature.slice(0, 32);
  y[31] = (y[31] ?? 0) & 0x7f; // its top bit is the sign of x
  return isBelow(signature.subarray(32), ORDER_BYTES) && isBelow(y, FIELD_BYTES) && !equal(y, ONE_BYTES);
}

/** Whether a number is smaller; both are 32 bytes, little-endian, and public: it stops at the first difference. */
function isBelow(number: Uint8Array, bound: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = (number[i] ?? 0) - (bound[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function holds(claim: Claim): boolean {
  const { key: theirPublicKey, signature, message } = claim;
  if (signature.length !== SIGNATURE_SIZE) return false;
  const a = primeOrderPoint(theirPublicKey);
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (!a || s >= GROUP_ORDER) return false;
  if (held?.has(nameOf(claim)) === true) return true;
  const k = littleEndian(sha512(concat(r, theirPublicKey, message))) % GROUP_ORDER;
  // The library's own `verify` multiplies by the cofactor, which the rule does not. Here R is computed, not read: A and the base point
  // have prime order, so [S]B - [k]A has it too, or is the identity; and its encoding is the canonical one. Whatever equals it, byte for
  // byte, is a good R, unless it is the identity. (Nothing here is secret, so nothing need take the same time.)
  const expected = ed25519.Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
  return !expected.is0() && equal(expected.toBytes(), r);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(bytes.toReversed())}`);
}
