/** Whose boxes this device has filled, or seen filled, in each planting. In Python a set of pairs. */

import { BytesSet } from "./keyed";

/** {@link Filled} as it is written down. */
export type FilledState = [planting: number, sign: Uint8Array][];

/** Pairs of a planting and a device's signing key. */
export class Filled {
  private readonly byPlanting = new Map<number, BytesSet>();

  constructor(pairs: Iterable<readonly [planting: number, sign: Uint8Array]> = []) {
    for (const [planting, sign] of pairs) this.add(planting, sign);
  }

  add(planting: number, sign: Uint8Array): void {
    const known = this.byPlanting.get(planting) ?? new BytesSet();
    this.byPlanting.set(planting, known.add(sign));
  }

  has(planting: number, sign: Uint8Array): boolean {
    return this.byPlanting.get(planting)?.has(sign) ?? false;
  }

  /** What was filled of a planting is to be filled anew. */
  forget(planting: number): void {
    this.byPlanting.delete(planting);
  }

  /** Nobody fills boxes of a planting that is over. */
  forgetBefore(planting: number): void {
    for (const known of [...this.byPlanting.keys()]) if (known < planting) this.byPlanting.delete(known);
  }

  /** As a value for `wire.encode`. */
  state(): FilledState {
    return [...this.byPlanting].flatMap(([planting, signs]) => [...signs].map((sign): [number, Uint8Array] => [planting, sign]));
  }
}
