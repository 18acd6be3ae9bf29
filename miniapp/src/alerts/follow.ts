/** Following a chain of entries: nothing missing, nothing reordered, nothing changed, time never back (protocol §5.2, §10). */

import { NO_ENTRY, type Entry } from "../crypto/chain";
import { BrokenChain, Forked, Gap, RolledBack, TimeAhead, TimeWentBack } from "../crypto/errors";
import { sameBytes } from "./keyed";

/** An entry's time may be this far ahead of a reader's clock, in seconds. Every later entry must have a time that is not before it. */
export const AHEAD = 86_400;

/** The last entry of a chain: its number and hash. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Where a reader stands in a chain. Everything it throws refuses the relay's whole response: what one has is kept. */
export class Follower {
  readonly collective: Uint8Array;
  readonly hashes: Uint8Array[] = [];
  private lastTime = 0;

  constructor(collective: Uint8Array) {
    this.collective = collective;
  }

  get head(): Head | null {
    const last = this.hashes.at(-1);
    return last === undefined ? null : { seq: this.hashes.length - 1, hash: last };
  }

  /** When the last entry says it was written. */
  get time(): number {
    return this.lastTime;
  }

  /**
   * The entry's hash, if it is the next of this chain.
   *
   * @param now this device's clock; `null` for what it has taken before.
   * @throws Gap, BrokenChain, TimeWentBack it is not.
   * @throws TimeAhead nothing could follow it for more than a day.
   */
  check(entry: Entry, now: number | null = null): Uint8Array {
    const place = entry.place;
    if (place.seq !== this.hashes.length) throw new Gap(`entry ${place.seq} where ${this.hashes.length} should stand`);
    if (!sameBytes(place.prev, this.hashes.at(-1) ?? NO_ENTRY)) {
      throw new BrokenChain(`entry ${place.seq} does not follow from the one before`);
    }
    if (place.time < this.lastTime) throw new TimeWentBack(`entry ${place.seq} claims to be older than the one before`);
    if (now !== null && place.time > now + AHEAD) {
      throw new TimeAhead(`entry ${place.seq} claims to be from the future; check this device's clock`);
    }
    return entry.hash(this.collective);
  }

  /** Stands on `entry`, which {@link Follower.check} accepted. */
  advance(entry: Entry, entryHash: Uint8Array): void {
    this.hashes.push(entryHash);
    this.lastTime = entry.place.time;
  }

  /** Another that stands at the same place, to try an entry on. */
  copy(): Follower {
    const other = new Follower(this.collective);
    for (const hash of this.hashes) other.hashes.push(hash);
    other.lastTime = this.lastTime;
    return other;
  }

  /** Whether this entry is part of the chain. */
  has(seq: number, entryHash: Uint8Array): boolean {
    const own = this.hashes[seq];
    return own !== undefined && sameBytes(own, entryHash);
  }

  /**
   * Returns if the relay's head is ours, or beyond it.
   *
   * @throws RolledBack it ends before what we have seen.
   * @throws Forked it has another entry at a place we have seen.
   */
  compare(theirs: Head | null): void {
    const ours = this.head;
    if (ours === null) return;
    if (theirs === null || theirs.seq < ours.seq) {
      if (theirs !== null && !this.has(theirs.seq, theirs.hash)) throw new Forked("the relay tells another history than before");
      throw new RolledBack("the relay has lost entries that this device has");
    }
    if (theirs.seq === ours.seq && !sameBytes(theirs.hash, ours.hash)) throw new Forked("the relay tells another history than before");
  }
}
