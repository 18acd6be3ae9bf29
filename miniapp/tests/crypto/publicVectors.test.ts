/**
 * Public test vectors, from the folder named by the environment variable PARASOL_VECTORS.
 *
 * They are not part of this repository: the names of the files are those of their projects, CCTV and Wycheproof.
 */

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyAhead } from "../../src/crypto/ahead";
import { concat } from "../../src/crypto/bytes";
import { context, deriveBytes, Purpose } from "../../src/crypto/context";
import { BadSignature, CannotOpen } from "../../src/crypto/errors";
import { NONCE_SIZE, open, sealOnce } from "../../src/crypto/sealing";
import { AeadKey, Secret } from "../../src/crypto/secrets";
import { isPublicKey, nameOf, verifyMessage } from "../../src/crypto/signing";
import { b, hex } from "../vectors";

const FOLDER = process.env["PARASOL_VECTORS"];
const REASON = "PARASOL_VECTORS names no folder with the public vectors";

type Decided<T> = T & { tcId: number; result: string };
interface Wycheproof<G, T> {
  numberOfTests: number;
  testGroups: (G & { tests: Decided<T>[] })[];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER ?? "", name), "utf-8"));
}

/** Every test of a Wycheproof file, with its group. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file holds is known to its reader alone
function groups<G, T>(name: string): { group: G; each: Decided<T> }[] {
  const loaded = read(name) as Wycheproof<G, T>;
  const found = loaded.testGroups.flatMap((group) => group.tests.map((each) => ({ group, each })));
  expect(found).toHaveLength(loaded.numberOfTests);
  return found;
}

function accepts(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    verifyMessage(key, signature, message);
  } catch (error) {
    if (error instanceof BadSignature) return false;
    throw error;
  }
  return true;
}

// ---- an Ed25519 of its own, in plain integers: slow, and independent of any library -------------------------------

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

function mod(n: bigint): bigint {
  return ((n % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

const D = mod(-121665n * power(121666n, P - 2n));

interface Point {
  x: bigint;
  y: bigint;
  z: bigint;
  t: bigint;
}
const IDENTITY: Point = { x: 0n, y: 1n, z: 1n, t: 0n };

/** RFC 8032 §5.1.4; complete, so it has no special cases. */
function add(p: Point, q: Point): Point {
  const [a, bb] = [mod((p.y - p.x) * (q.y - q.x)), mod((p.y + p.x) * (q.y + q.x))];
  const [c, d] = [mod(2n * p.t * q.t * D), mod(2n * p.z * q.z)];
  const [e, f, g, h] = [bb - a, d - c, d + c, bb + a];
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

function times(n: bigint, p: Point): Point {
  let [result, double] = [IDENTITY, p];
  for (let rest = n; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = add(result, double);
    double = add(double, double);
  }
  return result;
}

function same(p: Point, q: Point): boolean {
  return mod(p.x * q.z - q.x * p.z) === 0n && mod(p.y * q.z - q.y * p.z) === 0n;
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x0${hex(bytes.slice().reverse())}`);
}

/** RFC 8032 §5.1.3; nothing if `data` is not the one encoding of a point. */
function canonicalPoint(data: Uint8Array): Point | null {
  const sign = BigInt((data[31] ?? 0) >> 7);
  const y = littleEndian(data) & ((1n << 255n) - 1n);
  if (y >= P) return null;
  const x2 = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n));
  let x = power(x2, (P + 3n) / 8n);
  if (mod(x * x - x2) !== 0n) x = mod(x * power(2n, (P - 1n) / 4n));
  if (mod(x * x - x2) !== 0n || (x === 0n && sign === 1n)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return { x, y, z: 1n, t: mod(x * y) };
}

const BASE = canonicalPoint(b("58" + "66".repeat(31))) ?? IDENTITY;

function hasPrimeOrder(p: Point | null): p is Point {
  return p !== null && !same(p, IDENTITY) && same(times(L, p), IDENTITY);
}

/** Many cases share their points, and a point is what costs time here: each is judged once. */
const judged = new Map<string, Point | null>();
function primeOrderPoint(data: Uint8Array): Point | null {
  const name = hex(data);
  const known = judged.get(name);
  if (known !== undefined) return known;
  const point = data.length === 32 ? canonicalPoint(data) : null;
  const found = hasPrimeOrder(point) ? point : null;
  judged.set(name, found);
  return found;
}

/** Protocol §1.5, word by word. */
function strictRule(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64) return false;
  const [a, r, s] = [primeOrderPoint(key), primeOrderPoint(signature.slice(0, 32)), littleEndian(signature.slice(32))];
  if (!a || !r || s >= L) return false;
  const k = littleEndian(sha512(concat(signature.slice(0, 32), key, message))) % L;
  return same(times(s, BASE), add(r, times(k, a)));
}

// ---- the vectors --------------------------------------------------------------------------------------------------

interface Cctv {
  number: number;
  key: string;
  sig: string;
  msg: string;
  flags: string[] | null;
}

class AnyBytes extends Secret {
  readonly #any: Uint8Array;
  constructor(value: Uint8Array) {
    super(new Uint8Array(32));
    this.#any = value;
  }
  override reveal(): Uint8Array {
    return this.#any;
  }
}

/** RFC 5869 in four lines. */
function plainHkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, size: number): Uint8Array {
  const prk = hmac(sha256, salt.length > 0 ? salt : new Uint8Array(32), ikm);
  let [block, okm] = [new Uint8Array(0) as Uint8Array, new Uint8Array(0) as Uint8Array];
  for (let counter = 1; okm.length < size; counter++) {
    block = hmac(sha256, prk, concat(block, info, Uint8Array.of(counter)));
    okm = concat(okm, block);
  }
  return okm.slice(0, size);
}

if (FOLDER === undefined) {
  // eslint-disable-next-line no-console -- a skip says why
  console.log(`skipped: ${REASON}`);
  test.skip(REASON, () => undefined);
} else {
  describe("CCTV Ed25519", () => {
    const all = () => {
      const found = read("cctv_ed25519.json") as Cctv[];
      expect(found).toHaveLength(914);
      return found.map((each) => ({ ...each, bytes: [b(each.key), b(each.sig), new TextEncoder().encode(each.msg)] as const }));
    };

    test("decides all 914 crafted signatures and takes exactly one", () => {
      const accepted = all().filter((each) => accepts(...each.bytes));
      // Every flag names something the strict rule forbids: small order, a component of small order, an encoding that is not canonical.
      expect(accepted.map((each) => each.number)).toEqual(all().filter((each) => !each.flags?.length).map((each) => each.number));
      expect(accepted).toHaveLength(1);
    });

    test("the platform, asked ahead, vouches for the same one", async () => {
      const claims = all().map(({ bytes: [key, signature, message] }) => ({ key, signature, message }));
      const taken = claims.filter(({ key, signature, message }) => accepts(key, signature, message));
      expect([...(await verifyAhead(claims))]).toEqual(taken.map(nameOf));
    });

    test("is decided as the rule in plain integers decides it", () => {
      const cases = all();
      const encodings = new Set(cases.flatMap((each) => [each.key, each.sig.slice(0, 64)]));
      for (const encoding of encodings) expect(isPublicKey(b(encoding)), encoding).toBe(primeOrderPoint(b(encoding)) !== null);
      for (const each of cases) expect(accepts(...each.bytes), String(each.number)).toBe(strictRule(...each.bytes));
    });
  });

  describe("Wycheproof Ed25519", () => {
    const all = () => {
      const found = groups<{ publicKey: { pk: string } }, { sig: string; msg: string }>("wycheproof_ed25519.json");
      expect(found).toHaveLength(151);
      return found.map(({ group, each }) => ({ ...each, bytes: [b(group.publicKey.pk), b(each.sig), b(each.msg)] as const }));
    };

    test("is decided as published", () => {
      // No exception: whatever Wycheproof calls valid is also good under the strict rule, and there is no "acceptable" here.
      for (const each of all()) expect(accepts(...each.bytes), String(each.tcId)).toBe(each.result === "valid");
    });

    test("is decided as the rule in plain integers decides it", () => {
      for (const each of all()) expect(accepts(...each.bytes), String(each.tcId)).toBe(strictRule(...each.bytes));
    });
  });

  describe("Wycheproof XChaCha20-Poly1305", () => {
    type Seal = Record<"key" | "iv" | "aad" | "msg" | "ct" | "tag", string>;
    const all = () => {
      const found = groups<unknown, Seal>("wycheproof_xchacha20_poly1305.json");
      expect(found).toHaveLength(315);
      return found.map(({ each }) => each);
    };

    test("is decided as published", () => {
      let decided = 0;
      for (const each of all()) {
        if (b(each.iv).length !== NONCE_SIZE) {
          // A seal's nonce is its first 24 bytes: another size cannot be said. That such a one is invalid is all there is to check.
          expect(each.result).toBe("invalid");
          continue;
        }
        let opened: string | null = null;
        try {
          opened = hex(open(new AeadKey(b(each.key)), b(each.aad), b(each.iv + each.ct + each.tag)));
        } catch (error) {
          if (!(error instanceof CannotOpen)) throw error;
        }
        expect(opened, String(each.tcId)).toBe(each.result === "valid" ? each.msg : null);
        decided++;
      }
      expect(decided).toBe(306);
    });

    test("seals to the published bytes", () => {
      // `seal` draws its nonce; beneath it, and in `sealOnce`, stands this one function.
      for (const each of all().filter((one) => one.result === "valid")) {
        const sealed = xchacha20poly1305(b(each.key), b(each.iv), b(each.aad)).encrypt(b(each.msg));
        expect(hex(sealed), String(each.tcId)).toBe(each.ct + each.tag);
        if (/^0*$/.test(each.iv)) expect(hex(sealOnce(new AeadKey(b(each.key)), b(each.aad), b(each.msg)))).toBe(hex(sealed));
      }
    });
  });

  describe("Wycheproof HKDF-SHA256", () => {
    type Derivation = Record<"ikm" | "salt" | "info" | "okm", string> & { size: number };
    const all = () => {
      const found = groups<unknown, Derivation>("wycheproof_hkdf_sha256.json");
      expect(found).toHaveLength(86);
      return found.map(({ each }) => each);
    };

    test("is what the library and four lines of our own make", () => {
      for (const each of all()) {
        const [ikm, salt, info] = [b(each.ikm), b(each.salt), b(each.info)];
        if (each.result === "valid") {
          expect(hex(hkdf(sha256, ikm, salt, info, each.size)), String(each.tcId)).toBe(each.okm);
          expect(hex(plainHkdf(ikm, salt, info, each.size)), String(each.tcId)).toBe(each.okm);
        } else {
          expect(() => hkdf(sha256, ikm, salt, info, each.size), String(each.tcId)).toThrow();
        }
      }
    });

    test("is what derivations are", () => {
      // The vectors' info is free, ours is always a context: so they check the function, and this that derivations are it.
      const place = [Purpose.NODE, new Uint8Array(32), 1, 1] as const;
      for (const each of all()) {
        const derived = deriveBytes(new AnyBytes(b(each.ikm)), ...place);
        expect(hex(derived), String(each.tcId)).toBe(hex(plainHkdf(b(each.ikm), new Uint8Array(0), context(...place), 32)));
      }
    });
  });
}
