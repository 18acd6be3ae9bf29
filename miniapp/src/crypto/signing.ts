/**
 * Ed25519 under one strict rule, over contexts only (protocol §1.5).
 *
 * Libraries disagree about crafted signatures; a signature that one reader takes and another refuses would split a board. The rule is
 * the intersection of what they accept: canonical public key and R of prime order, and S below the group order.
 */

import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { concat, equal } from "./bytes";
import { context, type Purpose } from "./context";
import { BadSignature } from "./errors";
import { difference, Multiples } from "./multiples";
import { randomBytes, type SigningSeed } from "./secrets";
import type { Value } from "./wire";

export const PUBLIC_KEY_SIZE = 32;
export const SIGNATURE_SIZE = 64;

/** The order of the prime-order subgroup (RFC 8032 §5.1). */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

type Point = InstanceType<typeof ed25519.Point>;

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
  return value instanceof Uint8Array && goodPoint(value) !== null;
}

/** A point that was found to be good, and how often it was asked for. */
interface Good {
  readonly point: Point;
  uses: number;
  multiples: Multiples | null;
}

/**
 * Points that were found to be good, by the hex of their encoding. To find that out is as slow as to verify a signature, and the same few
 * gates and devices sign everything.
 */
const good = new Map<string, Good>();
const MOST_GOOD = 256;
/**
 * A key that has been asked for so often gets a table of its multiples: with it a signature is verified in a fifth of the time, and a board
 * has thousands by a few keys. A table costs what a few verifications cost, and some hundred kilobytes: so there are only so many, and they go
 * with the points.
 */
const WORTH_A_TABLE = 16;
const MOST_TABLES = 16;
const KEY_BITS = 6;
const BASE_BITS = 8;
let tables = 0;
/** The base point's table; `null` until some key is worth one, `"off"` if this engine does not compute as it should. */
let base: Multiples | "off" | null = null;

function goodPoint(encoded: Uint8Array): Good | null {
  if (encoded.length !== PUBLIC_KEY_SIZE) return null;
  const name = bytesToHex(encoded);
  const known = good.get(name);
  if (known) {
    known.uses += 1;
    if (known.uses === WORTH_A_TABLE && tables < MOST_TABLES) known.multiples = tableOf(known.point);
    return known;
  }
  const point = canonicalPoint(encoded);
  if (!point || point.is0() || !point.isTorsionFree()) return null;
  if (good.size >= MOST_GOOD) {
    good.clear();
    tables = 0;
  }
  const found: Good = { point, uses: 0, multiples: null };
  good.set(name, found);
  return found;
}

/** A table of this point, if what comes of it is what the library computes; it is tried on every table before anything is believed of it. */
function tableOf(point: Point): Multiples | null {
  if (base === "off") return null;
  base ??= new Multiples(ed25519.Point.BASE, BASE_BITS);
  const table = new Multiples(point, KEY_BITS);
  const [s, k] = [randomScalar(), randomScalar()];
  const expected = ed25519.Point.BASE.multiplyUnsafe(littleEndian(s)).subtract(point.multiplyUnsafe(littleEndian(k)));
  const found = difference(base, s, table, k);
  if (found === null || !equal(found, expected.toBytes())) {
    base = "off";
    return null;
  }
  tables += 1;
  return table;
}

/** 32 bytes, little-endian, of a number that is not 0 and below the group order. */
function randomScalar(): Uint8Array {
  return encoded((littleEndian(randomBytes(32)) % (GROUP_ORDER - 1n)) + 1n);
}

function canonicalPoint(encoded: Uint8Array): Point | null {
  try {
    return ed25519.Point.fromBytes(encoded, false); // RFC 8032 §5.1.3; `true` would take what is not canonical
  } catch {
    return null;
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
  if (!holds(theirPublicKey, signature, message)) throw new BadSignature("not a signature by this key");
}

function holds(theirPublicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_SIZE) return false;
  const a = goodPoint(theirPublicKey);
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
  if (!a || littleEndian(s) >= GROUP_ORDER) return false;
  const k = littleEndian(sha512(concat(r, theirPublicKey, message))) % GROUP_ORDER;
  // The library's own `verify` multiplies by the cofactor, which the rule does not. Here R is computed, not read: A and the base point
  // have prime order, so [S]B - [k]A has it too, or is the identity; and its encoding is the canonical one. Whatever equals it, byte for
  // byte, is a good R, unless it is the identity. (Nothing here is secret, so nothing need take the same time.)
  if (a.multiples !== null && base instanceof Multiples) {
    const found = difference(base, s, a.multiples, encoded(k));
    if (found !== null && equal(found, r)) return true;
    // What the tables say no to is asked again, of the library: a mistake of ours could never part this board from the others.
  }
  const expected = ed25519.Point.BASE.multiplyUnsafe(littleEndian(s)).subtract(a.point.multiplyUnsafe(k));
  return !expected.is0() && equal(expected.toBytes(), r);
}

/** By words: bytes one by one take longer than all the rest of a hash. */
function littleEndian(bytes: Uint8Array): bigint {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let number = 0n;
  for (let at = bytes.length - 8; at >= 0; at -= 8) number = (number << 64n) | words.getBigUint64(at, true);
  return number;
}

/** 32 bytes, little-endian. */
function encoded(number: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  const words = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) words.setBigUint64(8 * i, number >> BigInt(64 * i), true); // takes the lowest 64 bits
  return bytes;
}
