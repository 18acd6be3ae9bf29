/** Whether another phone can be opened with a device's words, and when the next box for that is to be posted (protocol §7.6). */

/** A later period's box is posted at a time from the first so many seconds: boxes that all came at once would show how many have words. */
export const SPREAD = 14 * 86_400;

/** {@link Recoverable} as it is written down. */
export type RecoverableState = [wanted: boolean, period: number | null, due: number | null, again: number | null];

/** What a device remembers of its recovery boxes. */
export class Recoverable {
  /** Whether its owner was shown the words: for nobody else a box is of any use. */
  wanted = false;
  /** The newest period whose box stands at the relay. */
  period: number | null = null;
  /** When that of a later one, or that one again, is to be posted, in Unix seconds. */
  due: number | null = null;
  /** The newest that was posted again, or is to be, because the relay had lost something. */
  again: number | null = null;

  /** Whether the box of the present period is to be posted now. The first at once; a later one at a time that is drawn here. */
  isDue(period: number, now: number, below: (count: number) => number = random): boolean {
    if (!this.wanted || (this.period !== null && this.period > period)) return false;
    if (this.period === null) return true;
    if (this.due === null && this.period === period) return false;
    this.due ??= now + below(SPREAD);
    return now >= this.due;
  }

  /** The box of this period stands at the relay. */
  stands(period: number): void {
    this.period = period;
    this.due = null;
  }

  /**
   * The relay has lost something, or says so: the box is posted again.
   *
   * At a time that is drawn, and once for each box: a relay that lies would have it on demand, and know its device by it.
   */
  mayBeLost(now: number, below: (count: number) => number = random): void {
    if (this.period === null || this.again === this.period) return;
    this.again = this.period;
    this.due ??= now + below(SPREAD);
  }

  /** As a value for `wire.encode`. */
  state(): RecoverableState {
    return [this.wanted, this.period, this.due, this.again];
  }

  static fromState([wanted, period, due, again]: RecoverableState): Recoverable {
    return Object.assign(new Recoverable(), { wanted, period, due, again });
  }
}

function random(count: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % count;
}
