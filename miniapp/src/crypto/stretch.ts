/** Argon2id (protocol §1.6, RFC 9106): the only slow function, for what people choose or what has few bits. */

import { argon2idAsync } from "@noble/hashes/argon2.js";
import { BadInput, StorageFailed } from "./errors";

/** What two devices must compute alike: t = 2 passes, m = 19,456 KiB, p = 1. */
export const SHARED_PASSES = 2;
export const SHARED_MEMORY = 19456;
export const SALT_SIZE = 16;

/** libsodium's bounds, so that both implementations take the same. */
const MIN_SIZE = 16;
const MAX_SIZE = 64;

/** How much: as {@link stretch} takes it, with nothing left out. */
interface Measure {
  readonly size: number;
  readonly passes: number;
  readonly memory: number;
}
/** Another place to compute it in; `here` computes it where we are. Throws {@link StorageFailed} as {@link stretch}. */
export type Aside = (password: Uint8Array, salt: Uint8Array, measure: Measure, here: () => Promise<Uint8Array>) => Promise<Uint8Array>;

let aside: Aside = (_password, _salt, _measure, here) => here();

/** Says where it is computed from now on: a page has a worker for it, since a phone needs seconds. */
export function stretchIn(other: Aside): void {
  aside = other;
}

/**
 * Argon2id version 1.3 with one lane. It gives way to the page now and then, so that the page can still be used.
 *
 * @param salt - 16 bytes.
 * @param size - bytes wanted, 16 to 64.
 * @param passes - t.
 * @param memory - m in KiB.
 * @throws {@link StorageFailed} this machine does not have the memory.
 * @throws {@link BadInput} the salt or `size` has another length.
 */
export async function stretch(
  password: Uint8Array,
  salt: Uint8Array,
  { size = 32, passes = SHARED_PASSES, memory = SHARED_MEMORY }: { size?: number; passes?: number; memory?: number } = {},
): Promise<Uint8Array> {
  if (salt.length !== SALT_SIZE || size < MIN_SIZE || size > MAX_SIZE) throw new BadInput("a salt or a size that cannot be");
  return aside(password, salt, { size, passes, memory }, async () => {
    try {
      return await argon2idAsync(password, salt, { t: passes, m: memory, p: 1, dkLen: size });
    } catch {
      throw new StorageFailed("this machine does not have the memory");
    }
  });
}
