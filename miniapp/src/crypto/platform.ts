/**
 * What the platform says of Ed25519 signatures, if it may be believed (ADR 0016): only one that has refused crafted signatures is asked. It knows
 * nothing else of the app, so that a worker can be made of it.
 */

import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Claim } from "./signing";

const ED25519 = "Ed25519";
const KEY = Uint8Array.from(hexToBytes("79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"));
const MESSAGE = new TextEncoder().encode("parasol");

/**
 * What a platform must say of these 64 bytes, by KEY over MESSAGE. Of prime order is KEY itself: with such a key, canonical R and S below the
 * order, one R alone satisfies the equation, and only who multiplies it by the cofactor takes others.
 */
const TRIALS: readonly (readonly [signature: string, good: boolean])[] = [
  ["29cf00aac868a16d18259525d3dba76eafd9c12fc19c4b7799acd2843b0ae0e7174e2b3e2ffbba753a32d2e6cbf07d7d1f285d363a7705234d109e445793bf0c", true],
  // S plus the group order.
  ["29cf00aac868a16d18259525d3dba76eafd9c12fc19c4b7799acd2843b0ae0e70422219b495ecdcd10cfc989aaea5c921f285d363a7705234d109e445793bf1c", false],
  // R plus a point of order 8: the equation holds times 8, and not otherwise.
  ["c071b7719870acebe8257c09074a37feef0f7eac8adbc2d2d2b6ee9d0bbb8abdaaf12096d3649ae25c3ac860f34d93e9a50d93c75abdcb02dab5a7c52b4d3f09", false],
  // Another R.
  ["c071b7719870acebe8257c09074a37feef0f7eac8adbc2d2d2b6ee9d0bbb8abd174e2b3e2ffbba753a32d2e6cbf07d7d1f285d363a7705234d109e445793bf0c", false],
];

type Bytes = Uint8Array<ArrayBuffer>;

/** The part of WebCrypto that is asked. */
export type Platform = Pick<SubtleCrypto, "importKey" | "verify">;

/** This page's or worker's; `null` where there is none: an insecure page, an old webview. */
export function here(): Platform | null {
  // Not there in a page that is not secure, whatever its type says.
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle ?? null;
}

const tried = new WeakMap<Platform, Promise<boolean>>();

/** Whether the platform has Ed25519, and refuses what the rule refuses of claims that are well-formed. */
export function isBelievable(platform: Platform): Promise<boolean> {
  const known = tried.get(platform) ?? passes(platform);
  tried.set(platform, known);
  return known;
}

async function passes(platform: Platform): Promise<boolean> {
  try {
    const key = imported(platform, KEY);
    const said = await Promise.all(TRIALS.map(([signature]) => says(platform, key, Uint8Array.from(hexToBytes(signature)), MESSAGE)));
    return TRIALS.every(([, good], i) => said[i] === good);
  } catch {
    return false; // it has no Ed25519
  }
}

/** Keys that were imported, by their hex; a few gates and devices sign everything. */
const keys = new WeakMap<Platform, Map<string, Promise<CryptoKey>>>();
const MOST_KEYS = 256;

/**
 * Of each claim, whether it holds for certain. Of the others nothing is said: the platform may have no Ed25519 at all.
 *
 * @param claims well-formed ones (`isWellFormed`): of others it may say anything.
 */
export async function platformSays(claims: readonly Claim[], platform: Platform | null = here()): Promise<boolean[]> {
  // Before anything is waited for: what is vouched for is what was asked, whatever becomes of these bytes meanwhile.
  const asked = claims.map(({ key, signature, message }) => ({ key: key.slice(), signature: signature.slice(), message: message.slice() }));
  if (platform === null || !(await isBelievable(platform))) return asked.map(() => false);
  const known = keys.get(platform) ?? new Map<string, Promise<CryptoKey>>();
  keys.set(platform, known);
  if (known.size > MOST_KEYS) known.clear();
  return Promise.all(
    asked.map(({ key, signature, message }) => {
      const name = bytesToHex(key);
      const its = known.get(name) ?? imported(platform, key);
      known.set(name, its);
      return says(platform, its, signature, message);
    }),
  );
}

async function imported(platform: Platform, key: Bytes): Promise<CryptoKey> {
  return platform.importKey("raw", key, ED25519, false, ["verify"]);
}

/** What it says of a claim; no, if it cannot say, or does not take the key. */
async function says(platform: Platform, key: Promise<CryptoKey>, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    return await platform.verify(ED25519, await key, signature, message);
  } catch {
    return false;
  }
}

/** Whoever says of well-formed claims which of them hold, until it is ended. */
export interface Verifier {
  /** As {@link platformSays}. Never rejects. */
  says(claims: readonly Claim[]): Promise<readonly boolean[]>;
  end(): void;
}

const THREAD: Verifier = { says: (claims) => platformSays(claims), end: () => undefined };
let make: (entries: number) => Verifier | null = () => null;

/** Says who verifies from now on: a page has workers for it. Where it gives `null`, the platform is asked on the thread that wants to know. */
export function verifyIn(other: (entries: number) => Verifier | null): void {
  make = other;
}

/** @param entries about how many are to be read. */
export function verifier(entries: number): Verifier {
  return make(entries) ?? THREAD;
}
