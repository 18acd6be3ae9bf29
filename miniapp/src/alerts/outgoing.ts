/**
 * What leaves a member's device for the desk, and when (protocol §8.2).
 *
 * The relay sees when each item comes, and from which address. So nothing is posted again sooner than it must be, never two such items in
 * one sync, and never with the same bytes once the relay has taken them: those would tell it that both are hers.
 */

import { randomBytes } from "../crypto/secrets";
import type * as wire from "../crypto/wire";
import { Faceless } from "./faces";

/** What the relay has taken and nobody has acknowledged is posted again after this long, then after twice as long, up to sixteen times. Seconds. */
export const AGAIN_AFTER = 6 * 3600;
const LONGEST = 4;
/** How long a device keeps follow-ups it posted, to heal a restored relay (protocol §5.6). Seconds. */
export const KEEP_POSTED = 30 * 86_400;

/** A report or join that waits to be acknowledged: how often the relay has taken it, and when it did last. */
export interface Waits {
  posts: number;
  taken: number;
  sealed: Uint8Array | null;
}

/** A sealed item, and what it is made of. */
export class Outgoing<Of> extends Faceless {
  readonly item: Uint8Array;
  readonly of: Of;

  constructor(item: Uint8Array, of: Of) {
    super();
    this.item = item;
    this.of = of;
  }

  protected override get face(): string {
    return "Outgoing";
  }
}

/** {@link Posted} as it is written down. */
export type PostedState = [then: number, report: Uint8Array | null, item: Uint8Array];

/** A follow-up that the relay has taken, sealed: this device cannot read it any more. `report` is what it belongs to. */
export class Posted extends Faceless {
  readonly then: number;
  readonly report: Uint8Array | null;
  readonly item: Uint8Array;

  constructor(then: number, report: Uint8Array | null, item: Uint8Array) {
    super();
    this.then = then;
    this.report = report;
    this.item = item;
  }

  protected override get face(): string {
    return "Posted";
  }

  /** As a value for `wire.encode`. */
  state(): PostedState {
    return [this.then, this.report, this.item];
  }
}

/** A join that waits for its path keys: its item, the invite's box, H(body), and the item as it was last sealed. */
export class Joining extends Faceless implements Waits {
  readonly content: wire.ValueMap;
  readonly box: Uint8Array;
  readonly hash: Uint8Array;
  sealed: Uint8Array | null = null;
  posts = 0;
  taken = 0;

  constructor(content: wire.ValueMap, box: Uint8Array, hash: Uint8Array) {
    super();
    this.content = content;
    this.box = box;
    this.hash = hash;
  }

  protected override get face(): string {
    return "Joining";
  }

  /** As a value for `wire.encode`. */
  state(): JoiningState {
    const { content, box, hash, sealed, posts, taken } = this;
    return { content, box, hash, sealed, posts, taken };
  }

  /** A join as {@link Joining.state} wrote it down. */
  static fromState({ content, box, hash, sealed, posts, taken }: JoiningState): Joining {
    return Object.assign(new Joining(content, box, hash), { sealed, posts, taken });
  }
}

/** {@link Joining} as it is written down. */
export type JoiningState = {
  content: wire.ValueMap;
  box: Uint8Array;
  hash: Uint8Array;
  sealed: Uint8Array | null;
  posts: number;
  taken: number;
};

/** Whether the relay has taken it, so long ago that it is to be posted again. `now` in Unix seconds. */
export function isDueAgain(one: Waits, now: number): boolean {
  return one.posts > 0 && now >= one.taken + AGAIN_AFTER * 2 ** Math.min(one.posts - 1, LONGEST);
}

/** One of them by chance, or none if there is none. */
export function oneOf<W>(items: readonly W[]): W[] {
  const most = Math.floor(2 ** 32 / Math.max(items.length, 1)) * items.length;
  for (;;) {
    if (items.length === 0) return [];
    const drawn = new DataView(randomBytes(4).buffer).getUint32(0);
    // What lies above the largest multiple would come up more often than the rest.
    if (drawn < most) return items.slice(drawn % items.length, (drawn % items.length) + 1);
  }
}

/** All of them, in an order by chance. */
export function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items.keys()];
  const drawn: T[] = [];
  while (left.length > 0) {
    for (const at of oneOf(left)) {
      left.splice(left.indexOf(at), 1);
      drawn.push(...items.slice(at, at + 1));
    }
  }
  return drawn;
}
