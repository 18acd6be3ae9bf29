/** Crockford's base32: codes with a check symbol, and short names of things, for people who type them (protocol §7.1). */

import { BadInput } from "./errors";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKS = DIGITS + "*~$=U";
const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(CHECKS, (symbol, value): [string, number] => [symbol, value]),
  ["O", 0],
  ["I", 1],
  ["L", 1],
]);

export const CODE_BYTES = 16;
export const CODE_LENGTH = 27; // 26 digits and the check symbol

/** Whether the check symbol of this 16-byte code is a letter or digit other than `U`; other codes are not given out. */
export function checkIsPlain(value: Uint8Array): boolean {
  return bigEndian(value) % 37n < 32n;
}

/** 16 bytes as 26 digits and a check symbol, in groups of four: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXX`. */
export function encodeCode(value: Uint8Array): string {
  const number = bigEndian(value);
  const symbols = digits(number, CODE_LENGTH - 1) + CHECKS.charAt(Number(number % 37n));
  return (symbols.match(/.{1,4}/g) ?? []).join("-");
}

/**
 * The 16 bytes of a code as a person typed it: any case, spaces and hyphens anywhere, `O` for 0, `I` and `L` for 1.
 *
 * @throws {@link BadInput} not 27 symbols, a symbol that is none, or a wrong check symbol. The message says which, without the code.
 */
export function decodeCode(text: string): Uint8Array {
  const symbols = Array.from(text.toUpperCase()).filter((symbol) => !/[\s\-–—]/.test(symbol));
  if (symbols.length !== CODE_LENGTH) {
    throw new BadInput(`a code has ${CODE_LENGTH} letters and digits; this one has ${symbols.length}`);
  }
  const values = symbols.map((symbol) => VALUES.get(symbol) ?? 37);
  const check = values.pop() ?? 37;
  if (check > 36 || values.some((value) => value > 31)) throw new BadInput("a code has only letters and digits, and no U");
  const number = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  if (number >> 128n !== 0n || number % 37n !== BigInt(check)) {
    throw new BadInput("one of the letters or digits of the code is wrong; please compare it again");
  }
  return Uint8Array.from({ length: CODE_BYTES }, (_, index) => Number((number >> BigInt(8 * (CODE_BYTES - 1 - index))) & 255n));
}

/** Bytes as lower-case Crockford base32 without check symbol: 16 bytes give 26 digits. How ids are shown and typed. */
export function encodeId(value: Uint8Array): string {
  return digits(bigEndian(value), Math.ceil((value.length * 8) / 5)).toLowerCase();
}

/**
 * What a person typed of an id, or of its beginning, as {@link encodeId} writes it: case, hyphens and look-alikes folded.
 *
 * @throws {@link BadInput} nothing, or a symbol that is no digit.
 */
export function normaliseId(text: string): string {
  const folded = text.trim().toUpperCase().replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (folded === "" || Array.from(folded).some((symbol) => !DIGITS.includes(symbol))) {
    throw new BadInput("an id has only letters and digits");
  }
  return folded.toLowerCase();
}

function digits(number: bigint, length: number): string {
  return Array.from({ length }, (_, index) => DIGITS.charAt(Number((number >> BigInt(5 * (length - 1 - index))) & 31n))).join("");
}

function bigEndian(value: Uint8Array): bigint {
  return value.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
