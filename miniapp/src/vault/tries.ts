/**
 * How often a PIN was tried, counted before it is tried (protocol §11); also on a phone that is full.
 *
 * A full phone writes nothing, not even in the place of something else, but it lets things be deleted. So records lie there beforehand, two for
 * each opening of a full phone: to delete the first counts the try, to delete the second says that it was nobody's guess. Whoever fills the
 * phone's storage gains nothing: no more wrong ones pass there than cost no wait anywhere, since until when to wait cannot be written.
 */

import { type Change, type Store, StorageFull } from "./store";

/** So many wrong ones cost nothing but the time to try them: people mistype. */
const FREE_TRIES = 4;
/** Seconds to wait after the fifth wrong one, the sixth…; the last holds from the tenth on. Nothing is ever erased by guessing. */
const WAITS: readonly number[] = [60, 5 * 60, 15 * 60, 3600, 4 * 3600, 24 * 3600];
/** How often a phone can be opened between being full and having room once. */
const OPENINGS = 32;

const TRIES = "tries";
/** How many pairs were laid out; not there in a vault of older software. */
const LAID = "laid";

interface Counted {
  readonly wrong: number;
  /** When the last one was, and until when there is to be none. Unix seconds. */
  readonly since: number;
  readonly until: number;
}

const NONE: Counted = { wrong: 0, since: 0, until: 0 };

/** A try that was counted. */
export interface Try {
  /** It was right: nothing that was wrong before it counts any more. */
  readonly right: () => Promise<void>;
  /** It was not made: nobody was wrong. */
  readonly undone: () => Promise<void>;
}

/** The count beside the locks of one store. */
export class Tries {
  private readonly store: Store;
  private readonly clock: () => number;

  /**
   * @param clock Unix seconds.
   */
  constructor(store: Store, clock: () => number) {
    this.store = store;
    this.clock = clock;
  }

  /** What makes a vault's count begin anew. */
  static anew(): Change[] {
    const pairs = Array.from({ length: OPENINGS }, (_, at) => [change(tried(at), true), change(cleared(at), true)]);
    return [change(TRIES, undefined), change(LAID, OPENINGS), ...pairs.flat()];
  }

  /**
   * Seconds until the PIN may be tried again; 0 if it may be now.
   *
   * @throws StorageFull a clock was put back, and that cannot be noted.
   */
  async wait(): Promise<number> {
    const counted = await this.counted();
    const now = this.clock();
    if (counted.until === counted.since) return 0;
    if (now >= counted.since) return Math.max(0, counted.until - now);
    // The clock was put back. The wait begins again: it must neither end early nor last until the clock has caught up.
    const again = { ...counted, since: now, until: now + counted.until - counted.since };
    await this.store.write([change(TRIES, again)]);
    return again.until - now;
  }

  /**
   * Counts a try, before it is made: who ends the app meanwhile gains nothing.
   *
   * @throws StorageFull it cannot be counted, or the next wrong one would cost a wait, which cannot be written.
   */
  async count(): Promise<Try> {
    const before = await this.counted();
    const pairs = await this.pairs();
    const wrong = before.wrong + pairs.open.length + 1;
    const now = this.clock();
    const pause = wrong > FREE_TRIES ? (WAITS[Math.min(wrong - FREE_TRIES, WAITS.length) - 1] ?? 0) : 0;
    const note = (...changes: Change[]) => () => this.store.write(changes);
    try {
      await this.store.write([...(pairs.whole ? [] : Tries.anew()), change(TRIES, { wrong, since: now, until: now + pause })]);
      return { right: note(change(TRIES, undefined)), undone: note(change(TRIES, { ...before, wrong: wrong - 1 })) };
    } catch (error) {
      if (!(error instanceof StorageFull) || pairs.next === null || wrong > FREE_TRIES) throw error;
    }
    const at = pairs.next;
    await this.store.write([change(tried(at), undefined)]);
    const forgiven = [...pairs.open, at].map((one) => change(cleared(one), undefined));
    return { right: note(change(TRIES, undefined), ...forgiven), undone: note(change(cleared(at), undefined)) };
  }

  private async counted(): Promise<Counted> {
    return ((await this.store.read("locks", [TRIES]))[0] as Counted | undefined) ?? NONE;
  }

  private async pairs(): Promise<Pairs> {
    const all = Array.from({ length: OPENINGS }, (_, at) => at);
    const [laid, ...kept] = await this.store.read("locks", [LAID, ...all.flatMap((at) => [tried(at), cleared(at)])]);
    if (laid === undefined) return { whole: false, next: null, open: [] };
    const [first, second] = [0, 1].map((which) => all.map((at) => kept[2 * at + which] !== undefined)) as [boolean[], boolean[]];
    const open = all.filter((at) => first[at] === false && second[at] === true);
    return { whole: first.every(Boolean), next: all.find((at) => first[at] === true) ?? null, open };
  }
}

interface Pairs {
  /** Whether all are there. */
  readonly whole: boolean;
  /** The next that may be used; `null` if none is left. */
  readonly next: number | null;
  /** Those that count as wrong. */
  readonly open: readonly number[];
}

function tried(at: number): string {
  return `try ${at}`;
}

function cleared(at: number): string {
  return `no guess ${at}`;
}

function change(name: string, value: unknown): Change {
  return ["locks", name, value];
}
