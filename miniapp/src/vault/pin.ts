/**
 * The vault's door: a PIN or a passphrase, how often one may try, staying unlocked for a while, and the PIN that erases (protocol §11).
 *
 * There are always two locks, with one salt and cost: hers, and another. Whether the other is a duress PIN's, or opens to nobody, cannot be
 * seen.
 */

import { context, derive, Purpose } from "../crypto/context";
import { fromWords, toWords } from "../crypto/device";
import { BadInput, CannotOpen, NotAllowed, StorageFailed, WrongPassphrase } from "../crypto/errors";
import { open, seal } from "../crypto/sealing";
import { AeadKey, DataKey, type DeviceEntropy } from "../crypto/secrets";
import { SHARED_MEMORY, SHARED_PASSES, stretch } from "../crypto/stretch";
import { bindWith, LEAST_COST, lockForNobody, makeLock, newPlatformKey, openEither, openLock, type Bind, type Cost } from "../crypto/vault";
import * as wire from "../crypto/wire";
import { Home } from "./home";
import { askToKeep, type Change, type Store } from "./store";
import { Tries } from "./tries";

/** The fewest digits of a PIN, and the fewest characters of a passphrase. */
export const LEAST_LENGTH = 6;
/** How long one may stay unlocked, in seconds: ask every time, 15 minutes, 8 hours. */
export const STAYS = [0, 15 * 60, 8 * 3600] as const;
export type Stay = (typeof STAYS)[number];
const LONGEST_STAY = Math.max(...STAYS);

/** Two PINs that differ in fewer places are too easily taken for one another by a hurried thumb. */
const PLACES_APART = 3;

/** The names of what lies at the door. */
const LOCK = "lock";
const OTHER = "other";
const WORDS = "words";
const PLATFORM = "platform";
const STAYING = "stay";

interface Staying {
  readonly key: CryptoKey;
  readonly until: number;
  readonly wrapped: Uint8Array;
}

/** What opening came to: the open vault, or the word that it is gone. */
export type Opened = Home | "erased";

/** What else happens with a vault, beside what its door does. */
export interface Beside {
  /** Told when the time to stay unlocked is over, and what was kept for it is deleted: whoever holds the open vault lets go. */
  readonly onDeadline?: () => void;
  /** Erases what is kept beside the vault, when the vault is erased. */
  readonly besides?: () => Promise<void>;
}

/** The door of the vault in a store. Whoever opened it holds the data key in memory until {@link Door.hide}. */
export class Door {
  private readonly store: Store;
  private readonly tries: Tries;
  private readonly clock: () => number;
  private readonly onDeadline: () => void;
  private readonly besides: (() => Promise<void>) | undefined;
  private dataKey: DataKey | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private deadline: number | null = null;

  /**
   * @param clock Unix seconds.
   */
  constructor(store: Store, clock: () => number, { onDeadline = () => undefined, besides }: Beside = {}) {
    this.store = store;
    this.tries = new Tries(store, clock);
    this.clock = clock;
    this.onDeadline = onDeadline;
    this.besides = besides;
  }

  /** Until when it stays unlocked, also if the page is closed; `null` if it does not. Unix seconds. */
  get until(): number | null {
    return this.deadline;
  }

  /** Whether there is a vault in this store. */
  async exists(): Promise<boolean> {
    return (await this.kept(LOCK)) !== undefined;
  }

  /**
   * A new, empty vault.
   *
   * @throws BadInput there is one already, or the PIN is too short or too plain.
   * @throws StorageFailed this browser keeps nothing.
   */
  async create(pin: string, cost: Cost | null = null): Promise<Home> {
    if (await this.exists()) throw new BadInput("there is a vault on this device already");
    checkPin(pin);
    const dataKey = DataKey.random();
    const platform = await this.newPlatform();
    const its = cost ?? (await measuredCost());
    // Without a key of the platform's, a copy of the store can be guessed at elsewhere: each guess costs more then.
    const dearer = platform === null && cost === null ? { ...its, passes: its.passes * 4 } : its;
    const lock = await makeLock(dataKey, pin, dearer, platform && bindWith(platform));
    await this.store.write([lockChange(LOCK, lock), lockChange(OTHER, lockForNobody(lock)), ...Tries.anew()]);
    await askToKeep();
    return this.opened(dataKey);
  }

  private async newPlatform(): Promise<CryptoKey | null> {
    try {
      const key = await newPlatformKey();
      await this.store.write([lockChange(PLATFORM, key)]);
      return key;
    } catch (error) {
      if (error instanceof StorageFailed) return null; // some private windows keep bytes, and no keys
      throw error;
    }
  }

  /**
   * Opens the vault; with the duress PIN, erases it, and says so even if some of it could not be erased yet.
   *
   * @throws WrongPassphrase it does not open. {@link Door.wait} says when it may be tried again.
   * @throws NotAllowed it is too early to try again.
   * @throws StorageFailed there is no vault, or the browser has thrown part of it away.
   */
  async open(pin: string): Promise<Opened> {
    const dataKey = await this.tried(pin);
    return dataKey === null ? "erased" : this.opened(dataKey);
  }

  /** Opens the vault without a PIN, if it is to stay unlocked and the time is not over; `null` otherwise. */
  async resume(): Promise<Home | null> {
    const staying = (await this.kept(STAYING)) as Staying | undefined;
    if (staying === undefined) return null;
    const left = staying.until - this.clock();
    // A clock that was put back must not make it longer.
    if (left > 0 && left <= LONGEST_STAY) {
      try {
        const key = await stayingKey(staying.key, staying.until);
        const dataKey = new DataKey(open(key, stayingContext(staying.until), staying.wrapped));
        this.stayUntil(staying.until);
        return this.opened(dataKey);
      } catch (error) {
        if (!(error instanceof CannotOpen) && !(error instanceof StorageFailed)) throw error;
      }
    }
    await this.hide();
    return null;
  }

  /** Closes the vault here, and forgets that it was to stay unlocked. */
  async hide(): Promise<void> {
    this.dataKey = null;
    await this.noStay();
  }

  /** Closes the vault here alone: whether it stays unlocked, and until when, is another tab's to say from now on. */
  letGo(): void {
    this.dataKey = null;
    this.stayUntil(null);
  }

  /**
   * From now on the vault stays unlocked for so long, also when the page is closed and opened again; 0 asks for the PIN every time.
   *
   * @throws NotAllowed it is not open.
   */
  async stay(seconds: Stay): Promise<void> {
    const dataKey = this.opener();
    if (seconds === 0) {
      await this.noStay();
      return;
    }
    const until = this.clock() + seconds;
    const key = await newPlatformKey();
    const wrapped = seal(await stayingKey(key, until), stayingContext(until), dataKey.reveal());
    await this.store.write([lockChange(STAYING, { key, until, wrapped })]);
    this.stayUntil(until);
  }

  private stayUntil(until: number | null): void {
    clearTimeout(this.timer);
    this.deadline = until;
    if (until === null) return;
    // A page that sleeps is told when it wakes; one that was closed finds it at its next start.
    this.timer = setTimeout(() => void this.hide().finally(this.onDeadline), Math.max(0, until - this.clock()) * 1000);
  }

  private async noStay(): Promise<void> {
    this.stayUntil(null);
    await this.store.write([lockChange(STAYING, undefined)]);
  }

  /**
   * Another PIN. The salt stays, so that a duress PIN goes on working. Who has a copy from before can open that copy with the old one.
   *
   * @throws WrongPassphrase, NotAllowed as {@link Door.open}: an open vault is no place to guess at its PIN.
   * @throws BadInput the new one is too short, too plain, or the duress PIN.
   */
  async change(pin: string, newPin: string): Promise<"changed" | "erased"> {
    checkPin(newPin);
    const dataKey = await this.tried(pin);
    if (dataKey === null) return "erased";
    const [lock, other, bind] = await this.locks();
    if (await opens(other, newPin, bind)) throw new BadInput("choose another PIN");
    await this.store.write([lockChange(LOCK, await makeLock(dataKey, newPin, LEAST_COST, bind, lock)), lockChange(STAYING, undefined)]);
    this.stayUntil(null);
    return "changed";
  }

  /**
   * Sets a PIN that erases the vault when it is typed, or takes it away (`null`).
   *
   * @throws WrongPassphrase, NotAllowed as {@link Door.open}.
   * @throws BadInput it is too short, too plain, or too much like the PIN.
   */
  async setDuress(pin: string, duressPin: string | null): Promise<"changed" | "erased"> {
    if (duressPin !== null) {
      checkPin(duressPin);
      if (areAlike(pin, duressPin)) throw new BadInput("it is too much like your PIN: a slip would erase everything");
    }
    if ((await this.tried(pin)) === null) return "erased";
    const [lock, , bind] = await this.locks();
    const other = duressPin === null ? lockForNobody(lock) : await makeLock(DataKey.random(), duressPin, LEAST_COST, bind, lock);
    await this.store.write([lockChange(OTHER, other)]);
    return "changed";
  }

  /**
   * Lets the recovery words open this vault. They are 128 random bits, so nobody need wait between tries.
   *
   * @throws NotAllowed it is not open.
   */
  async rememberWords(entropy: DeviceEntropy): Promise<void> {
    // Not bound to the platform's key: should the browser lose that one, the words are what is left.
    await this.store.write([lockChange(WORDS, await makeLock(this.opener(), toWords(entropy), LEAST_COST))]);
  }

  /**
   * Opens the vault with the recovery words, and sets a new PIN.
   *
   * @throws BadInput they are no recovery words, or the PIN is too short or too plain.
   * @throws WrongPassphrase they are not this vault's.
   */
  async openWithWords(words: string, newPin: string): Promise<Home> {
    checkPin(newPin);
    const typed = toWords(fromWords(words));
    const kept = await this.kept(WORDS);
    if (!(kept instanceof Uint8Array)) throw new WrongPassphrase("the recovery words do not open this vault");
    const dataKey = await openLock(kept, typed);
    const platform = (await this.platform()) ?? (await this.newPlatform());
    const lock = await makeLock(dataKey, newPin, await measuredCost(), platform && bindWith(platform));
    // The duress PIN goes with the old salt: it is set again by who knows it.
    await this.store.write([
      lockChange(LOCK, lock),
      lockChange(OTHER, lockForNobody(lock)),
      ...Tries.anew(),
      lockChange(STAYING, undefined),
    ]);
    return this.opened(dataKey);
  }

  /** Wipes the vault, its locks first. Nothing can bring it back. */
  async erase(): Promise<void> {
    this.dataKey = null;
    this.stayUntil(null);
    await this.store.erase(this.besides);
  }

  /** Seconds until the PIN may be tried again; 0 if it may be now. */
  wait(): Promise<number> {
    return this.tries.wait();
  }

  // ---- trying -----------------------------------------------------------------------------------------------------

  /** The data key; `null` if it was the duress PIN, and the vault is gone. One try at a time, in whatever tab. */
  private tried(pin: string): Promise<DataKey | null> {
    const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
    return locks === undefined ? this.try(pin) : locks.request("vault-door", () => this.try(pin));
  }

  private async try(pin: string): Promise<DataKey | null> {
    if (wire.codePoints(pin) < LEAST_LENGTH) throw new WrongPassphrase("that is too short to be your PIN");
    const wait = await this.wait();
    if (wait > 0) throw new NotAllowed(`too many wrong ones; wait ${Math.ceil(wait / 60)} minutes, or use your recovery words`);
    const [lock, other, bind] = await this.locks();
    const counted = await this.tries.count();
    let which: number;
    let dataKey: DataKey;
    try {
      [which, dataKey] = await openEither([lock, other], pin, bind);
    } catch (error) {
      // No memory, or no platform key: nobody was wrong.
      if (!(error instanceof WrongPassphrase)) await counted.undone();
      throw error;
    }
    if (which === 1) {
      // Whoever watches must see no trouble. Its owner has noted beside the vault that this was ordered, and ends at the next start what was not done.
      await this.erase().catch(() => undefined);
      return null;
    }
    await counted.right();
    return dataKey;
  }

  private async locks(): Promise<[lock: Uint8Array, other: Uint8Array, bind: Bind | null]> {
    const [lock, other] = await this.store.read("locks", [LOCK, OTHER]);
    if (lock === undefined) throw new StorageFailed("there is no vault on this device, or the browser has thrown it away");
    if (!(lock instanceof Uint8Array) || !(other instanceof Uint8Array)) throw new StorageFailed("this device's vault is damaged");
    const platform = await this.platform();
    return [lock, other, platform && bindWith(platform)];
  }

  private async platform(): Promise<CryptoKey | null> {
    return ((await this.kept(PLATFORM)) as CryptoKey | undefined) ?? null;
  }

  private async kept(name: string): Promise<unknown> {
    return (await this.store.read("locks", [name]))[0];
  }

  private opened(dataKey: DataKey): Home {
    this.dataKey = dataKey;
    return new Home(this.store, dataKey);
  }

  private opener(): DataKey {
    if (this.dataKey === null) throw new NotAllowed("the vault is not open");
    return this.dataKey;
  }
}

function lockChange(name: string, value: unknown): Change {
  return ["locks", name, value];
}

/**
 * Returns if this may be a PIN or a passphrase.
 *
 * @throws BadInput it is too short, or digits that everybody tries first.
 */
export function checkPin(pin: string): void {
  const plain = pin.normalize("NFKC");
  if (wire.codePoints(plain) < LEAST_LENGTH) throw new BadInput(`a PIN has at least ${LEAST_LENGTH} digits`);
  const steps = new Set(Array.from(plain.slice(1), (sign, i) => sign.charCodeAt(0) - plain.charCodeAt(i)));
  const [step = 2] = steps;
  if (steps.size === 1 && Math.abs(step) <= 1) throw new BadInput("that PIN is tried first by everybody; choose another");
}

function areAlike(pin: string, other: string): boolean {
  const [one, two] = [Array.from(pin.normalize("NFKC")), Array.from(other.normalize("NFKC"))];
  return one.length === two.length && one.filter((sign, i) => sign !== two[i]).length < PLACES_APART;
}

async function opens(lock: Uint8Array, pin: string, bind: Bind | null): Promise<boolean> {
  try {
    await openLock(lock, pin, bind);
    return true;
  } catch (error) {
    if (error instanceof WrongPassphrase) return false;
    throw error;
  }
}

function stayingContext(until: number): Uint8Array {
  return context(Purpose.VAULT_KEY, null, "stay", until);
}

/** Under the platform's key, and for this deadline alone. */
async function stayingKey(key: CryptoKey, until: number): Promise<AeadKey> {
  return derive(AeadKey, new AeadKey(await bindWith(key)(stayingContext(until))), Purpose.VAULT_KEY, null);
}

/** Argon2id parameters that take this device about a second at most, never below the least allowed (protocol §11). */
export async function measuredCost(): Promise<Cost> {
  const began = performance.now();
  await stretch(new Uint8Array(), new Uint8Array(16));
  const once = Math.max(performance.now() - began, 1);
  // Memory first, which is what a graphics card has least of. Not much of it: a cheap phone closes pages that take more.
  const factor = Math.max(1, Math.min(Math.floor(1000 / once), 12));
  return { passes: SHARED_PASSES * Math.max(1, Math.floor(factor / 3)), memory: SHARED_MEMORY * Math.min(factor, 3) };
}
