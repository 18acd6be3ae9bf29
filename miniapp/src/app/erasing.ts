/**
 * Erasing what is kept beside the vault (protocol §11). It may be watched: nothing here fails aloud, and what did not work is done again at the
 * next start, before anything is shown.
 */

import type { ClientStorage } from "../bridge/storage";

/** The note that an erasure was ordered and may not be whole. Its name says nothing, and it is gone when the erasure is done. */
const NOTE = "again";

/** Where the note lies: the browser's `localStorage`, which may refuse everything. */
export type Notes = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What an erasure reaches beside the vault. */
export interface Elsewhere {
  /** What Telegram's client keeps; `null` if it keeps nothing for us. */
  readonly storage: ClientStorage | null;
  /** Ends the work of an open device, so that nothing is written after it was erased. */
  readonly stop: () => void;
  /** All else that is forgotten, in this order. */
  readonly forget: readonly (() => unknown)[];
}

/** An erasure from the order to its end, over several starts of the app if need be. */
export class Erasing {
  private readonly notes: () => Notes;
  private cleared = false;

  /** @param notes asked anew each time: a browser may throw at the mere name of its storage. */
  constructor(notes: () => Notes) {
    this.notes = notes;
  }

  /** Whether one was ordered and is not known to be whole: until then nothing that is found may be announced. */
  get isOrdered(): boolean {
    return quietly(() => this.notes().getItem(NOTE) !== null) ?? false;
  }

  /**
   * Orders it, and erases what is beside the vault. The device is stopped and the client told before this returns; the promise is kept when
   * the client has answered, or did not in time. It never rejects.
   */
  async order({ storage, stop, forget }: Elsewhere): Promise<void> {
    quietly(stop);
    quietly(() => {
      this.notes().setItem(NOTE, "1");
    });
    this.cleared = false;
    const clearing = clear(storage);
    for (const one of forget) await Promise.resolve(quietly(one)).catch(() => undefined);
    this.cleared = await clearing;
  }

  /** The vault is gone: with the client's answer it is all of it, and the note goes too. */
  vaultIsGone(): void {
    if (this.cleared) this.drop();
  }

  /**
   * Asks a client that has not answered yet once more, where no vault is any more; says whether nothing is left. It never rejects.
   */
  async again(storage: ClientStorage | null): Promise<boolean> {
    if (!this.isOrdered) return true;
    const cleared = await clear(storage);
    if (cleared) this.drop();
    return cleared;
  }

  /** Somebody begins anew: from here on what lies there is hers, and what an older erasure left is asked to go a last time. */
  async beginAnew(storage: ClientStorage | null): Promise<void> {
    await this.again(storage);
    this.drop();
  }

  private drop(): void {
    quietly(() => {
      this.notes().removeItem(NOTE);
    });
  }
}

/** Says whether the client has nothing of ours any more. */
async function clear(storage: ClientStorage | null): Promise<boolean> {
  try {
    await storage?.clear();
    return true;
  } catch {
    return false;
  }
}

/** Whatever it throws stops here: somebody may be watching her erase. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
