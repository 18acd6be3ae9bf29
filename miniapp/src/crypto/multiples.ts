/**
 * Multiples of points that are known beforehand, by tables: [s]B - [k]A, which is what verifying an Ed25519 signature computes (RFC 8032 §5.1.7).
 *
 * A scalar is written in digits of w bits, from -2^(w-1) to 2^(w-1); a table has 1 to 2^(w-1) times [2^(w i)]P for every place i, so a multiple
 * is one addition for each digit, and nothing is doubled. The one formula for adding is complete on this curve (H. Hisil and others, "Twisted
 * Edwards Curves Revisited", §3.1): it holds for any two points, equal and opposite ones and the identity too, so there are no cases to forget.
 *
 * For public points and scalars alone: what it takes depends on them.
 */

import { type ed25519 } from "@noble/curves/ed25519.js";
import { fromParts, invert, multiply, P, PARTS, toParts } from "./field";

type Point = InstanceType<typeof ed25519.Point>;

/** Scalars are below this, as the group order is. */
const SCALAR_BITS = 253;
/** -121665/121666, of the curve -x² + y² = 1 + dxy² (RFC 8032 §5.1). */
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const D2 = toParts((2n * D) % P);
const ONE = toParts(1n);

// A point in a table: y + x, y - x and 2dxy, each of PARTS numbers. A sum: X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z.
const ENTRY = 3 * PARTS;
const [X, Y, Z, T] = [0, PARTS, 2 * PARTS, 3 * PARTS];
const SUM = 4 * PARTS;

const w = new Float64Array(9 * PARTS);
const [A, B, C, E, F, G, H] = [0, 1, 2, 3, 4, 5, 6].map((i) => i * PARTS) as [number, number, number, number, number, number, number];

/** `sum` plus the point that stands in `table` from `at` on; minus it, if `opposite`. What it multiplies are sums of three numbers at most. */
function add(sum: Float64Array, table: Float64Array, at: number, opposite: boolean): void {
  for (let i = 0; i < PARTS; i++) {
    const [x, y] = [sum[X + i] ?? 0, sum[Y + i] ?? 0];
    w[A + i] = y - x;
    w[B + i] = y + x;
  }
  // The opposite of (x, y) is (-x, y): y + x and y - x change places, and 2dxy its sign.
  multiply(w, A, w, A, table, opposite ? at : at + PARTS);
  multiply(w, B, w, B, table, opposite ? at + PARTS : at);
  multiply(w, C, sum, T, table, at + 2 * PARTS);
  const [less, more] = opposite ? [G, F] : [F, G];
  for (let i = 0; i < PARTS; i++) {
    const [a, b, c, twice] = [w[A + i] ?? 0, w[B + i] ?? 0, w[C + i] ?? 0, 2 * (sum[Z + i] ?? 0)];
    w[E + i] = b - a;
    w[H + i] = b + a;
    w[less + i] = twice - c;
    w[more + i] = twice + c;
  }
  multiply(sum, X, w, E, w, F);
  multiply(sum, Y, w, G, w, H);
  multiply(sum, T, w, E, w, H);
  multiply(sum, Z, w, F, w, G);
}

function identity(): Float64Array {
  const sum = new Float64Array(SUM);
  sum.set(ONE, Y);
  sum.set(ONE, Z);
  return sum;
}

/** Writes a point of `x` and `y` into a table. */
function enter(table: Float64Array, at: number, x: Float64Array, xAt: number, y: Float64Array, yAt: number): void {
  for (let i = 0; i < PARTS; i++) {
    table[at + i] = (y[yAt + i] ?? 0) + (x[xAt + i] ?? 0);
    table[at + PARTS + i] = (y[yAt + i] ?? 0) - (x[xAt + i] ?? 0);
  }
  multiply(table, at + 2 * PARTS, x, xAt, y, yAt);
  multiply(table, at + 2 * PARTS, table, at + 2 * PARTS, D2, 0);
  // Once carried, a sum of two is a number like any other.
  for (const of of [at, at + PARTS]) multiply(table, of, table, of, ONE, 0);
}

/** The affine x and y of `count` sums, for one inversion (P. Montgomery's trick): x and y of each, one after the other. */
function affine(sums: Float64Array, count: number): Float64Array {
  const before = new Float64Array(count * PARTS);
  const product = ONE.slice();
  for (let n = 0; n < count; n++) {
    before.set(product, n * PARTS);
    multiply(product, 0, product, 0, sums, n * SUM + Z);
  }
  const inverse = new Float64Array(PARTS);
  invert(inverse, 0, product, 0);
  const found = new Float64Array(count * 2 * PARTS);
  const one = new Float64Array(PARTS);
  for (let n = count - 1; n >= 0; n--) {
    multiply(one, 0, inverse, 0, before, n * PARTS);
    multiply(inverse, 0, inverse, 0, sums, n * SUM + Z);
    multiply(found, 2 * n * PARTS, sums, n * SUM + X, one, 0);
    multiply(found, (2 * n + 1) * PARTS, sums, n * SUM + Y, one, 0);
  }
  return found;
}

/** The multiples of one point. */
export class Multiples {
  private readonly bits: number;
  private readonly table: Float64Array;

  /**
   * @param point - of prime order.
   * @param bits - of a digit, 2 to 8: wider tables are larger, take longer to make, and are quicker to use.
   */
  constructor(point: Point, bits: number) {
    this.bits = bits;
    const places = this.places;
    const half = this.half;
    this.table = new Float64Array(places * half * ENTRY);
    const { x, y } = point.toAffine();
    let [xs, ys] = [toParts(x), toParts(y)];
    const base = new Float64Array(ENTRY);
    for (let place = 0; place < places; place++) {
      enter(base, 0, xs, 0, ys, 0);
      const sums = new Float64Array(half * SUM);
      const sum = identity();
      for (let n = 0; n < half; n++) {
        add(sum, base, 0, false);
        sums.set(sum, n * SUM);
      }
      const found = affine(sums, half);
      for (let n = 0; n < half; n++) enter(this.table, (place * half + n) * ENTRY, found, 2 * n * PARTS, found, (2 * n + 1) * PARTS);
      // Twice the last is the next place's base.
      add(sum, this.table, ((place + 1) * half - 1) * ENTRY, false);
      const next = affine(sum, 1);
      [xs, ys] = [next.slice(0, PARTS), next.slice(PARTS)];
    }
  }

  private get places(): number {
    return Math.ceil((SCALAR_BITS + 1) / this.bits);
  }

  private get half(): number {
    return 1 << (this.bits - 1);
  }

  /** Adds the multiple by `scalar` to a sum; takes it away, if `opposite`. */
  addTo(sum: Float64Array, scalar: Uint8Array, opposite: boolean): void {
    const { bits, places, half, table } = this;
    let carry = 0;
    for (let place = 0; place < places; place++) {
      const from = place * bits;
      const byte = from >> 3;
      const two = (scalar[byte] ?? 0) | ((scalar[byte + 1] ?? 0) << 8);
      let digit = ((two >> (from & 7)) & (2 * half - 1)) + carry;
      carry = digit > half ? 1 : 0;
      digit -= carry * 2 * half;
      if (digit !== 0) add(sum, table, (place * half + Math.abs(digit) - 1) * ENTRY, digit < 0 !== opposite);
    }
  }
}

/**
 * The canonical encoding of [s]B - [k]A, 32 bytes (RFC 8032 §5.1.2); `null` if that is the identity.
 *
 * @param s - 32 bytes, little-endian, below 2^253; as `k`.
 */
export function difference(b: Multiples, s: Uint8Array, a: Multiples, k: Uint8Array): Uint8Array | null {
  const sum = identity();
  b.addTo(sum, s, false);
  a.addTo(sum, k, true);
  const inverse = new Float64Array(PARTS);
  invert(inverse, 0, sum, Z);
  multiply(sum, X, sum, X, inverse, 0);
  multiply(sum, Y, sum, Y, inverse, 0);
  const [x, y] = [fromParts(sum, X), fromParts(sum, Y)];
  if (x === 0n && y === 1n) return null;
  const encoded = new Uint8Array(32);
  const words = new DataView(encoded.buffer);
  for (let i = 0; i < 4; i++) words.setBigUint64(8 * i, y >> BigInt(64 * i), true); // takes the lowest 64 bits
  encoded[31] = (encoded[31] ?? 0) | (Number(x & 1n) << 7);
  return encoded;
}
