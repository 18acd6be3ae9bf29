/** Random trials that can be had again: the seed is printed, and PARASOL_SEED sets it. */

const seed = Number(process.env["PARASOL_SEED"] ?? Math.floor(Math.random() * 2 ** 32));
process.stdout.write(`random trials with PARASOL_SEED=${seed}\n`);

/** Numbers from a seed (mulberry32). For tests alone. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to `end` - 1. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  bytes(size: number): Uint8Array {
    return Uint8Array.from({ length: size }, () => this.below(256));
  }

  one<T>(...of: readonly [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }
}

/** Runs `body` so often, each time with other numbers; an error says with which. */
export function trials(count: number, body: (random: Random) => void): void {
  for (let trial = 0; trial < count; trial++) {
    try {
      body(new Random(seed + trial));
    } catch (error) {
      process.stdout.write(`trial ${trial} failed; PARASOL_SEED=${seed + trial} begins with it\n`);
      throw error;
    }
  }
}
