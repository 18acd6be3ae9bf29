/**
 * Numbers modulo p = 2^255 - 19, in floating point: what verifying a board's signatures costs most in.
 *
 * Big integers would do the same; a board has tens of thousands of signatures, and they take four times as long. A number is a sum of twelve
 * parts, the i-th a multiple of 2^⌈21.25 i⌉ (D. J. Bernstein, "Curve25519: new Diffie-Hellman speed records", §4). All that is done with
 * parts is adding and multiplying, and every result is exact: as a multiple of the place it stands at it stays below 2^53, which
 * {@link BOUND} counts and a test recounts. ECMAScript prescribes IEEE 754 to the last bit, so every engine computes the same.
 *
 * For public numbers alone: nothing here takes the same time for each. No secret may come here.
 */

/** Parts of a number. */
export const PARTS = 12;
export const P = 2n ** 255n - 19n;
/** Where each part stands, in bits; and where the first would stand again. */
export const PLACES: readonly number[] = Array.from({ length: PARTS + 1 }, (_, i) => Math.ceil(21.25 * i));
/**
 * What is multiplied may be a sum of this many numbers as {@link multiply} gives them, or of fewer: 3 times 3 stays below 2^53, 4 times 4 does
 * not. (In {@link square}, too.)
 */
export const BOUND = 3;

/** 2^255 is 19 modulo p: what overflows comes in again at the bottom. */
const FOLD = 19 * 2 ** -255;
// Adding and taking away 3 · 2^(51 + n) leaves the nearest multiple of 2^n: of 53 bits, these are the ones that still have a place.
const R1 = 3 * 2 ** 73, R2 = 3 * 2 ** 94, R3 = 3 * 2 ** 115, R4 = 3 * 2 ** 136, R5 = 3 * 2 ** 158, R6 = 3 * 2 ** 179;
const R7 = 3 * 2 ** 200, R8 = 3 * 2 ** 221, R9 = 3 * 2 ** 243, R10 = 3 * 2 ** 264, R11 = 3 * 2 ** 285, R12 = 3 * 2 ** 306;

/** A number from 0 to 2^255 - 1, in parts. It counts as two for {@link BOUND}: its parts are not halved yet. */
export function toParts(number: bigint): Float64Array {
  return Float64Array.from({ length: PARTS }, (_, i) => {
    const [from, to] = [PLACES[i] ?? 0, PLACES[i + 1] ?? 0];
    return Number((number >> BigInt(from)) & ((1n << BigInt(to - from)) - 1n)) * 2 ** from;
  });
}

/** The number from 0 to p - 1 whose parts stand in `a` from `at` on. */
export function fromParts(a: Float64Array, at = 0): bigint {
  let number = 0n;
  for (let i = 0; i < PARTS; i++) number += BigInt(a[at + i] ?? 0);
  const rest = number % P;
  return rest < 0n ? rest + P : rest;
}

/** `o` = `a` · `b`, each from its place on; they may be the same. */
export function multiply(o: Float64Array, oAt: number, a: Float64Array, aAt: number, b: Float64Array, bAt: number): void {
  const a0 = a[aAt] ?? 0, a1 = a[aAt + 1] ?? 0, a2 = a[aAt + 2] ?? 0, a3 = a[aAt + 3] ?? 0, a4 = a[aAt + 4] ?? 0, a5 = a[aAt + 5] ?? 0;
  const a6 = a[aAt + 6] ?? 0, a7 = a[aAt + 7] ?? 0, a8 = a[aAt + 8] ?? 0, a9 = a[aAt + 9] ?? 0, a10 = a[aAt + 10] ?? 0, a11 = a[aAt + 11] ?? 0;
  const b0 = b[bAt] ?? 0, b1 = b[bAt + 1] ?? 0, b2 = b[bAt + 2] ?? 0, b3 = b[bAt + 3] ?? 0, b4 = b[bAt + 4] ?? 0, b5 = b[bAt + 5] ?? 0;
  const b6 = b[bAt + 6] ?? 0, b7 = b[bAt + 7] ?? 0, b8 = b[bAt + 8] ?? 0, b9 = b[bAt + 9] ?? 0, b10 = b[bAt + 10] ?? 0, b11 = b[bAt + 11] ?? 0;
  const f1 = b1 * FOLD, f2 = b2 * FOLD, f3 = b3 * FOLD, f4 = b4 * FOLD, f5 = b5 * FOLD, f6 = b6 * FOLD;
  const f7 = b7 * FOLD, f8 = b8 * FOLD, f9 = b9 * FOLD, f10 = b10 * FOLD, f11 = b11 * FOLD;
  let h0 = a0 * b0 + a1 * f11 + a2 * f10 + a3 * f9 + a4 * f8 + a5 * f7 + a6 * f6 + a7 * f5 + a8 * f4 + a9 * f3 + a10 * f2 + a11 * f1;
  let h1 = a0 * b1 + a1 * b0 + a2 * f11 + a3 * f10 + a4 * f9 + a5 * f8 + a6 * f7 + a7 * f6 + a8 * f5 + a9 * f4 + a10 * f3 + a11 * f2;
  let h2 = a0 * b2 + a1 * b1 + a2 * b0 + a3 * f11 + a4 * f10 + a5 * f9 + a6 * f8 + a7 * f7 + a8 * f6 + a9 * f5 + a10 * f4 + a11 * f3;
  let h3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * f11 + a5 * f10 + a6 * f9 + a7 * f8 + a8 * f7 + a9 * f6 + a10 * f5 + a11 * f4;
  let h4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + a5 * f11 + a6 * f10 + a7 * f9 + a8 * f8 + a9 * f7 + a10 * f6 + a11 * f5;
  let h5 = a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + a6 * f11 + a7 * f10 + a8 * f9 + a9 * f8 + a10 * f7 + a11 * f6;
  let h6 = a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0 + a7 * f11 + a8 * f10 + a9 * f9 + a10 * f8 + a11 * f7;
  let h7 = a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + a8 * f11 + a9 * f10 + a10 * f9 + a11 * f8;
  let h8 = a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0 + a9 * f11 + a10 * f10 + a11 * f9;
  let h9 = a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + a9 * b0 + a10 * f11 + a11 * f10;
  let h10 = a0 * b10 + a1 * b9 + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + a9 * b1 + a10 * b0 + a11 * f11;
  let h11 = a0 * b11 + a1 * b10 + a2 * b9 + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + a9 * b2 + a10 * b1 + a11 * b0;
  // Two rows of carries at once: neither waits for the other.
  let c: number;
  c = h0 + R1 - R1; h0 -= c; h1 += c; c = h6 + R7 - R7; h6 -= c; h7 += c;
  c = h1 + R2 - R2; h1 -= c; h2 += c; c = h7 + R8 - R8; h7 -= c; h8 += c;
  c = h2 + R3 - R3; h2 -= c; h3 += c; c = h8 + R9 - R9; h8 -= c; h9 += c;
  c = h3 + R4 - R4; h3 -= c; h4 += c; c = h9 + R10 - R10; h9 -= c; h10 += c;
  c = h4 + R5 - R5; h4 -= c; h5 += c; c = h10 + R11 - R11; h10 -= c; h11 += c;
  c = h5 + R6 - R6; h5 -= c; h6 += c; c = h11 + R12 - R12; h11 -= c; h0 += c * FOLD;
  c = h6 + R7 - R7; h6 -= c; h7 += c; c = h0 + R1 - R1; h0 -= c; h1 += c;
  o[oAt] = h0; o[oAt + 1] = h1; o[oAt + 2] = h2; o[oAt + 3] = h3; o[oAt + 4] = h4; o[oAt + 5] = h5;
  o[oAt + 6] = h6; o[oAt + 7] = h7; o[oAt + 8] = h8; o[oAt + 9] = h9; o[oAt + 10] = h10; o[oAt + 11] = h11;
}

/** `o` = `a` · `a`; they may be the same. */
export function square(o: Float64Array, oAt: number, a: Float64Array, aAt: number): void {
  const a0 = a[aAt] ?? 0, a1 = a[aAt + 1] ?? 0, a2 = a[aAt + 2] ?? 0, a3 = a[aAt + 3] ?? 0, a4 = a[aAt + 4] ?? 0, a5 = a[aAt + 5] ?? 0;
  const a6 = a[aAt + 6] ?? 0, a7 = a[aAt + 7] ?? 0, a8 = a[aAt + 8] ?? 0, a9 = a[aAt + 9] ?? 0, a10 = a[aAt + 10] ?? 0, a11 = a[aAt + 11] ?? 0;
  const d0 = 2 * a0, d1 = 2 * a1, d2 = 2 * a2, d3 = 2 * a3, d4 = 2 * a4, d5 = 2 * a5, d6 = 2 * a6, d7 = 2 * a7, d8 = 2 * a8, d9 = 2 * a9, d10 = 2 * a10;
  const f6 = a6 * FOLD, f7 = a7 * FOLD, f8 = a8 * FOLD, f9 = a9 * FOLD, f10 = a10 * FOLD, f11 = a11 * FOLD;
  let h0 = a0 * a0 + d1 * f11 + d2 * f10 + d3 * f9 + d4 * f8 + d5 * f7 + a6 * f6;
  let h1 = d0 * a1 + d2 * f11 + d3 * f10 + d4 * f9 + d5 * f8 + d6 * f7;
  let h2 = d0 * a2 + a1 * a1 + d3 * f11 + d4 * f10 + d5 * f9 + d6 * f8 + a7 * f7;
  let h3 = d0 * a3 + d1 * a2 + d4 * f11 + d5 * f10 + d6 * f9 + d7 * f8;
  let h4 = d0 * a4 + d1 * a3 + a2 * a2 + d5 * f11 + d6 * f10 + d7 * f9 + a8 * f8;
  let h5 = d0 * a5 + d1 * a4 + d2 * a3 + d6 * f11 + d7 * f10 + d8 * f9;
  let h6 = d0 * a6 + d1 * a5 + d2 * a4 + a3 * a3 + d7 * f11 + d8 * f10 + a9 * f9;
  let h7 = d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 + d8 * f11 + d9 * f10;
  let h8 = d0 * a8 + d1 * a7 + d2 * a6 + d3 * a5 + a4 * a4 + d9 * f11 + a10 * f10;
  let h9 = d0 * a9 + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5 + d10 * f11;
  let h10 = d0 * a10 + d1 * a9 + d2 * a8 + d3 * a7 + d4 * a6 + a5 * a5 + a11 * f11;
  let h11 = d0 * a11 + d1 * a10 + d2 * a9 + d3 * a8 + d4 * a7 + d5 * a6;
  let c: number;
  c = h0 + R1 - R1; h0 -= c; h1 += c; c = h6 + R7 - R7; h6 -= c; h7 += c;
  c = h1 + R2 - R2; h1 -= c; h2 += c; c = h7 + R8 - R8; h7 -= c; h8 += c;
  c = h2 + R3 - R3; h2 -= c; h3 += c; c = h8 + R9 - R9; h8 -= c; h9 += c;
  c = h3 + R4 - R4; h3 -= c; h4 += c; c = h9 + R10 - R10; h9 -= c; h10 += c;
  c = h4 + R5 - R5; h4 -= c; h5 += c; c = h10 + R11 - R11; h10 -= c; h11 += c;
  c = h5 + R6 - R6; h5 -= c; h6 += c; c = h11 + R12 - R12; h11 -= c; h0 += c * FOLD;
  c = h6 + R7 - R7; h6 -= c; h7 += c; c = h0 + R1 - R1; h0 -= c; h1 += c;
  o[oAt] = h0; o[oAt + 1] = h1; o[oAt + 2] = h2; o[oAt + 3] = h3; o[oAt + 4] = h4; o[oAt + 5] = h5;
  o[oAt + 6] = h6; o[oAt + 7] = h7; o[oAt + 8] = h8; o[oAt + 9] = h9; o[oAt + 10] = h10; o[oAt + 11] = h11;
}

const [T0, T1, T2] = [0, PARTS, 2 * PARTS];
const scratch = new Float64Array(3 * PARTS);

/** `o` = 1 / `a`, by Fermat: a^(p - 2); of 0 it gives 0. */
export function invert(o: Float64Array, oAt: number, a: Float64Array, aAt: number): void {
  const t = scratch;
  const squares = (at: number, times: number): void => {
    for (let i = 0; i < times; i++) square(t, at, t, at);
  };
  /** From a^(2^times - 1) to a^(2^(2 times) - 1). */
  const step = (times: number): void => {
    t.copyWithin(T1, T2, T2 + PARTS);
    squares(T1, times);
    multiply(t, T2, t, T1, t, T2);
  };
  square(t, T0, a, aAt); // a^2
  t.copyWithin(T1, T0, T0 + PARTS);
  squares(T1, 2); // a^8
  multiply(t, T1, t, T1, a, aAt); // a^9
  multiply(t, T0, t, T0, t, T1); // a^11
  square(t, T2, t, T0); // a^22
  multiply(t, T2, t, T2, t, T1); // a^31 = a^(2^5 - 1)
  step(5); // a^(2^10 - 1)
  const ten = t.slice(T2, T2 + PARTS);
  step(10); // a^(2^20 - 1)
  step(20); // a^(2^40 - 1)
  squares(T2, 10);
  multiply(t, T2, t, T2, ten, 0); // a^(2^50 - 1)
  const fifty = t.slice(T2, T2 + PARTS);
  step(50); // a^(2^100 - 1)
  step(100); // a^(2^200 - 1)
  squares(T2, 50);
  multiply(t, T2, t, T2, fifty, 0); // a^(2^250 - 1)
  squares(T2, 5);
  multiply(o, oAt, t, T2, t, T0); // a^(2^255 - 21)
}
