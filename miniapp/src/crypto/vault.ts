/**
 * Secrets at rest on a device (protocol §11): a data key under a passphrase and a key of the platform's, and records under the data key.
 *
 * Where the bytes rest, and where the platform's key is kept, is another file's to know.
 */

import { concat, equal } from "./bytes";
import { context, derive, deriveBytes, Purpose, VERSION } from "./context";
import { BadInput, CannotOpen, StorageFailed, UnknownVersion, WrongPassphrase, WrongShape } from "./errors";
import { open, seal, SEAL_OVERHEAD } from "./sealing";
import { AeadKey, DataKey, randomBytes, Secret } from "./secrets";
import { SALT_SIZE, SHARED_MEMORY, SHARED_PASSES, stretch } from "./stretch";
import * as wire from "./wire";

const LOCK = {
  version: wire.isUint,
  salt: wire.isBytes(SALT_SIZE),
  passes: wire.isUint,
  memory: wire.isUint,
  wrapped: wire.isBytes(DataKey.size + SEAL_OVERHEAD),
};
const BOUND = { bound: wire.isOneOf(true) };
/** A hostile lock must not be able to ask for all the memory there is. */
const MOST_MEMORY = 4 * 1024 * 1024;
const MOST_PASSES = 64;

/** Records are padded to powers of two from 1 KiB, so that a seized vault does not show how long a text is. */
const RECORD_SIZES = Array.from({ length: 17 }, (_, i) => 1024 << i);

/** HMAC-SHA256 under a key that the platform keeps and never gives out: 32 bytes of the bytes it is called with. {@link bindWith} makes one. */
export type Bind = (data: Uint8Array) => Promise<Uint8Array>;

/** What Argon2id made of the passphrase. */
class Stretched extends Secret {
  override get kind() {
    return "Stretched" as const;
  }
}

/** The same, and after it what the platform's key made of the lock's context. */
class Bound extends Secret {
  static override readonly size = 64;
  override get kind() {
    return "Bound" as const;
  }
}

/** Argon2id parameters of a lock: passes, and memory in KiB; never below the shared constants. */
export interface Cost {
  readonly passes: number;
  readonly memory: number;
}

export const LEAST_COST: Cost = { passes: SHARED_PASSES, memory: SHARED_MEMORY };

/**
 * A fresh key of the platform's: usable here, and given out to nobody. It can be kept in IndexedDB as it is.
 *
 * @throws {@link StorageFailed} the platform makes none.
 */
export async function newPlatformKey(): Promise<CryptoKey> {
  try {
    return await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
  } catch {
    throw new StorageFailed("this platform makes no key to bind the vault to");
  }
}

/**
 * What {@link makeLock} and {@link openLock} bind a lock with, by an HMAC-SHA256 key of the platform's. It throws {@link StorageFailed} if
 * the key cannot be used.
 */
export function bindWith(platformKey: CryptoKey): Bind {
  return async (data) => {
    try {
      return new Uint8Array(await crypto.subtle.sign("HMAC", platformKey, Uint8Array.from(data)));
    } catch {
      throw new StorageFailed("the platform's key that the vault is bound to cannot be used");
    }
  };
}

async function keyOf(passphrase: string, cost: Cost, salt: Uint8Array, bind: Bind | null): Promise<AeadKey> {
  if (/\p{Surrogate}/u.test(passphrase)) throw new BadInput("the passphrase is not text");
  const password = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const stretched = await stretch(password, salt, { passes: cost.passes, memory: cost.memory });
  const key = bind ? new Bound(concat(stretched, await bind(lockContext(cost, salt)))) : new Stretched(stretched);
  return derive(AeadKey, key, Purpose.VAULT_KEY, null);
}

function lockContext(cost: Cost, salt: Uint8Array): Uint8Array {
  return context(Purpose.VAULT_KEY, null, cost.passes, cost.memory, salt);
}

/**
 * The lock: CBOR with the data key under the passphrase. Making another lock changes the passphrase without touching records.
 *
 * @param bind - where the platform has a key of its own; the lock then opens with both alone.
 * @param beside - another lock of the same vault, whose salt and cost are taken, so that one stretching opens either ({@link openEither}).
 * @throws {@link BadInput} an empty passphrase or one that is not text, or a cost below the shared constants.
 * @throws {@link StorageFailed} this machine does not have the memory.
 */
export async function makeLock(
  dataKey: DataKey,
  passphrase: string,
  cost: Cost,
  bind: Bind | null = null,
  beside: Uint8Array | null = null,
): Promise<Uint8Array> {
  if (!passphrase) throw new BadInput("the passphrase is empty");
  if (cost.passes < SHARED_PASSES || cost.memory < SHARED_MEMORY) throw new BadInput("the vault's cost is below the least allowed");
  const salt = beside === null ? randomBytes(SALT_SIZE) : parseLock(beside).salt;
  const its = beside === null ? cost : parseLock(beside).cost;
  const wrapped = seal(await keyOf(passphrase, its, salt, bind), lockContext(its, salt), dataKey.reveal());
  return encodeLock({ salt, cost: its, wrapped, bound: bind !== null });
}

/** A lock that nothing opens, with the salt and cost of `beside`: nobody can tell it from one that something opens. */
export function lockForNobody(beside: Uint8Array): Uint8Array {
  return encodeLock({ ...parseLock(beside), wrapped: randomBytes(DataKey.size + SEAL_OVERHEAD) });
}

/**
 * The data key.
 *
 * @param bind - as {@link makeLock} was given; not used for a lock that is not bound.
 * @throws {@link WrongPassphrase} it does not open.
 * @throws {@link BadInput} the passphrase is not text.
 * @throws {@link StorageFailed} this machine does not have the memory, or not the key that the lock is bound to.
 * @throws {@link UnknownVersion}, {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge} it is no lock this software can read.
 */
export async function openLock(lock: Uint8Array, passphrase: string, bind: Bind | null = null): Promise<DataKey> {
  return (await openEither([lock], passphrase, bind))[1];
}

/**
 * Which of some locks with one salt and cost the passphrase opens, and its data key. One key is tried on several ciphertexts, each made for a
 * key of its own; never several keys on one (protocol §1.4).
 *
 * @throws {@link WrongPassphrase} it opens none; and what {@link openLock} throws.
 */
export async function openEither(
  locks: readonly [Uint8Array, ...Uint8Array[]],
  passphrase: string,
  bind: Bind | null = null,
): Promise<[which: number, dataKey: DataKey]> {
  const [first, ...others] = locks.map(parseLock);
  if (first === undefined || others.some((one) => !equal(lockContext(one.cost, one.salt), lockContext(first.cost, first.salt)))) {
    throw new WrongShape("vault: locks that do not belong together");
  }
  // Whoever takes `bound` out of a lock, or puts it in, gains nothing: the key it then asks for is another one.
  if (first.bound && bind === null) {
    throw new StorageFailed("this vault is bound to a key of the device it was made on, and that key is not here");
  }
  const key = await keyOf(passphrase, first.cost, first.salt, first.bound ? bind : null);
  for (const [which, { cost, salt, wrapped }] of [first, ...others].entries()) {
    try {
      return [which, new DataKey(open(key, lockContext(cost, salt), wrapped))];
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
    }
  }
  throw new WrongPassphrase("wrong passphrase; try again");
}

interface Lock {
  readonly salt: Uint8Array;
  readonly cost: Cost;
  readonly wrapped: Uint8Array;
  readonly bound: boolean;
}

function encodeLock({ salt, cost, wrapped, bound }: Lock): Uint8Array {
  const lock = { version: VERSION, salt, passes: cost.passes, memory: cost.memory, wrapped };
  return wire.encode(bound ? { ...lock, bound: true } : lock);
}

function parseLock(lock: Uint8Array): Lock {
  const f = wire.shaped(wire.decode(lock, 4096), "vault", LOCK, BOUND);
  if (f.version !== VERSION) throw new UnknownVersion("the vault was written by a newer version");
  const cost: Cost = { passes: f.passes, memory: f.memory };
  if (cost.passes < SHARED_PASSES || cost.passes > MOST_PASSES || cost.memory < SHARED_MEMORY || cost.memory > MOST_MEMORY) {
    throw new UnknownVersion("the vault asks for a cost this software does not accept");
  }
  return { salt: f.salt, cost, wrapped: f.wrapped, bound: f.bound === true };
}

/** Seals and opens the records of an open vault. Names are secret too: a name at rest is a keyed hash of it. */
export class Records {
  readonly #dataKey: DataKey;
  readonly #recordKey: AeadKey;

  constructor(dataKey: DataKey) {
    this.#dataKey = dataKey;
    this.#recordKey = derive(AeadKey, dataKey, Purpose.VAULT_RECORD, null);
  }

  /** The 16 bytes a record is stored under. */
  name(record: string): Uint8Array {
    return deriveBytes(this.#dataKey, Purpose.VAULT_NAME, null, record).slice(0, 16);
  }

  /** The record as it rests, padded to the next of the sizes that is not below `least` bytes. */
  seal(record: string, plaintext: Uint8Array, least = 0): Uint8Array {
    const sizes = RECORD_SIZES.filter((size) => size >= least);
    return seal(this.#recordKey, context(Purpose.VAULT_RECORD, null, record), wire.pad(plaintext, sizes));
  }

  /**
   * What {@link seal} was given.
   *
   * @throws {@link CannotOpen}, {@link WrongPadding} it is not this record of this vault.
   */
  open(record: string, sealed: Uint8Array): Uint8Array {
    return wire.unpad(open(this.#recordKey, context(Purpose.VAULT_RECORD, null, record), sealed), RECORD_SIZES);
  }
}
