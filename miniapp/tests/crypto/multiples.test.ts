/** Arithmetic in floating point is the same as in big integers, and multiples by tables the same as the library's (protocol §1.5). */

import { ed25519 } from "@noble/curves/ed25519.js";
import { expect, test } from "vitest";
import { BOUND, fromParts, invert, multiply, P, PARTS, PLACES, square, toParts } from "../../src/crypto/field";
import { difference, Multiples } from "../../src/crypto/multiples";
import { hex } from "../vectors";

const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const BASE = ed25519.Point.BASE;

function random(below: bigint): bigint {
  return crypto.getRandomValues(new Uint8Array(40)).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) % below;
}

function scalar(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 255n));
}

const EDGES = [0n, 1n, 2n, 19n, P - 1n, P - 2n, P, 2n ** 255n - 1n, 2n ** 254n, (P - 1n) / 2n, (P + 1n) / 2n];
const NUMBERS = [...EDGES, ...Array.from({ length: 60 }, () => random(P))];

test("numbers go into parts and come back", () => {
  for (const number of NUMBERS) expect(fromParts(toParts(number))).toBe(number % P);
});

test("products, squares and inverses are those of big integers", () => {
  const [a, b, o] = [new Float64Array(PARTS), new Float64Array(PARTS), new Float64Array(3 * PARTS)];
  for (const one of NUMBERS) {
    for (const other of NUMBERS) {
      a.set(toParts(one));
      b.set(toParts(other));
      multiply(o, PARTS, a, 0, b, 0);
      expect(fromParts(o, PARTS)).toBe((one * other) % P);
    }
    square(o, 0, toParts(one), 0);
    expect(fromParts(o)).toBe((one * one) % P);
    invert(o, 0, toParts(one), 0);
    expect((fromParts(o) * one) % P).toBe(one % P === 0n ? 0n : 1n);
  }
});

test("what comes of a product is within bounds, whatever went in within bounds", () => {
  // Parts of BOUND times the largest that a product leaves, with every sign that makes one sum as large as it can be, and some by chance.
  const largest = Array.from({ length: PARTS }, (_, i) => 2 ** ((PLACES[i + 1] ?? 0) - 1) * SLACK);
  const whole = (i: number) => BOUND * Math.floor((largest[i] ?? 0) / 2 ** (PLACES[i] ?? 0)) * 2 ** (PLACES[i] ?? 0);
  for (let round = 0; round < 2000; round++) {
    const signs = (): Float64Array => Float64Array.from({ length: PARTS }, (_, i) => (round === 0 || Math.random() < 0.5 ? 1 : -1) * whole(i));
    const [a, b, o] = [signs(), signs(), new Float64Array(PARTS)];
    for (const work of [() => (multiply(o, 0, a, 0, b, 0), fromParts(b)), () => (square(o, 0, a, 0), fromParts(a))]) {
      const other = work();
      expect(fromParts(o)).toBe((fromParts(a) * other) % P);
      o.forEach((part, i) => {
        expect(Math.abs(part)).toBeLessThanOrEqual(largest[i] ?? 0);
        expect(Math.abs(part % 2 ** (PLACES[i] ?? 0))).toBe(0);
      });
    }
  }
});

/** A part is carried to half of what the next stands for, and gets a little of the last carry: in the counts below, 4 % more than half. */
const SLACK = 1.04;

test("no sum of products reaches 2^53 of what it is a multiple of", () => {
  // All products counted as if all signs were the same; then every partial sum is smaller.
  const half = (i: number) => BigInt(Math.ceil(2 ** ((PLACES[i + 1] ?? 0) - (PLACES[i] ?? 0) - 1) * SLACK));
  const most = (bound: number) => {
    let most = 0n;
    for (let k = 0; k < PARTS; k++) {
      let sum = 0n;
      for (let i = 0; i < PARTS; i++) {
        const j = (k - i + PARTS) % PARTS;
        const place = (PLACES[i] ?? 0) + (PLACES[j] ?? 0) - (i > k ? 255 : 0) - (PLACES[k] ?? 0);
        expect(place).toBeGreaterThanOrEqual(0); // so it is a multiple of what stands at k
        sum += half(i) * half(j) * BigInt(bound * bound) * BigInt(2 ** place) * (i > k ? 19n : 1n);
      }
      if (sum > most) most = sum;
    }
    return most;
  };
  const carried = 2n ** 33n;
  expect(most(BOUND) + carried < 2n ** 53n).toBe(true);
  expect(most(BOUND + 1) < 2n ** 53n).toBe(false); // the bound is no larger than it says
});

const SCALARS = [
  0n, 1n, 2n, 31n, 32n, 33n, 127n, 128n, 129n, 255n, 256n, L - 1n, L - 2n, (L - 1n) / 2n, 2n ** 252n, 2n ** 252n - 1n,
  BigInt(`0x${"0f".repeat(31)}`), BigInt(`0x0${"80".repeat(31)}`), BigInt(`0x0${"7f".repeat(31)}`), BigInt(`0x0${"20".repeat(31)}`),
  ...Array.from({ length: 12 }, () => random(L)),
];

test.each([2, 5, 6, 8])("multiples by digits of %i bits are the library's", (bits) => {
  const point = BASE.multiply(random(L - 1n) + 1n);
  const [b, a] = [new Multiples(BASE, 8), new Multiples(point, bits)];
  for (const s of SCALARS) {
    for (const k of SCALARS) {
      const expected = BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k));
      const found = difference(b, scalar(s), a, scalar(k));
      expect(found && hex(found)).toBe(expected.is0() ? null : hex(expected.toBytes()));
    }
  }
}, 120_000);

test("where points meet, are equal, opposite or the identity, it is the same", () => {
  const b = new Multiples(BASE, 8);
  for (const factor of [1n, 2n, L - 1n, L - 2n, 7n]) {
    const point = BASE.multiply(factor);
    const a = new Multiples(point, 6);
    for (const s of [0n, 1n, 2n, 6n, factor, L - 1n, random(L)]) {
      for (const k of [0n, 1n, 2n, s, L - 1n]) {
        const expected = BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k));
        const found = difference(b, scalar(s), a, scalar(k));
        expect(found && hex(found)).toBe(expected.is0() ? null : hex(expected.toBytes()));
      }
    }
    expect(difference(b, scalar(factor), a, scalar(1n))).toBeNull();
  }
});
