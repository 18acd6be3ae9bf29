/**
 * Signatures that the platform verifies ahead, many at once and beside the page's own thread (ADR 0016). It decides nothing: whatever it does not
 * vouch for is judged by `signing.ts` as always, and only a platform that has refused crafted signatures is asked.
 */

import { hexToBytes } from "@noble/hashes/utils.js";
import { isWellFormed, nameOf, type Claim } from "./signing";

const ED25519 = "Ed25519";
const KEY = hexToBytes("79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664");
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

/** The part of WebCrypto that is asked. */
export type Platform = Pick<SubtleCrypto, "importKey" | "verify">;

/**
 * Names of those claims that hold for certain. Of the others nothing is said: the platform may have no Ed25519 at all.
 *
 * @param platform `null` where there is none: an insecure page, an old webview.
 */
export async function verifyAhead(claims: readonly Claim[], platform: Platform | null = here()): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (platform === null || claims.length === 0 || !(await isBelievable(platform))) return found;
  const keys = new Map<string, Promise<CryptoKey>>();
  await Promise.all(
    claims.map(async (claim) => {
      if (!isWellFormed(claim)) return;
      const name = claim.key.join();
      const key = keys.get(name) ?? imported(platform, claim.key);
      keys.set(name, key);
      // Named before anything is waited for: what is vouched for is what was asked, whatever becomes of these bytes meanwhile.
      const named = nameOf(claim);
      if (await says(platform, key, claim)) found.add(named);
    }),
  );
  return found;
}

function here(): Platform | null {
  // Not there in a page that is not secure, whatever its type says.
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle ?? null;
}

const tried = new WeakMap<Platform, Promise<boolean>>();

function isBelievable(platform: Platform): Promise<boolean> {
  const known = tried.get(platform) ?? passes(platform);
  tried.set(platform, known);
  return known;
}

async function passes(platform: Platform): Promise<boolean> {
  try {
    const key = imported(platform, KEY);
    const said = await Promise.all(TRIALS.map(([signature]) => says(platform, key, { key: KEY, signature: hexToBytes(signature), message: MESSAGE })));
    return TRIALS.every(([, good], i) => said[i] === good);
  } catch {
    return false; // it has no Ed25519
  }
}

async function imported(platform: Platform, key: Uint8Array): Promise<CryptoKey> {
  return platform.importKey("raw", Uint8Array.from(key), ED25519, false, ["verify"]);
}

/** What it says of a claim; no, if it cannot say, or does not take the key. */
async function says(platform: Platform, key: Promise<CryptoKey>, { signature, message }: Claim): Promise<boolean> {
  const asked = [Uint8Array.from(signature), Uint8Array.from(message)] as const;
  try {
    return await platform.verify(ED25519, await key, ...asked);
  } catch {
    return false;
  }
}
