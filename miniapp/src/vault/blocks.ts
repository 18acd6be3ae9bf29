/** How the entries of a shelf rest: so many to a record, in their order. To open ten thousand records takes longer than all that is in them. */

import type { Entry, Shelf } from "../crypto/chain";
import type * as wire from "../crypto/wire";

/** Entries in one record. A new one writes its record again: at most some 128 KiB. */
export const BLOCK = 32;

/** The names of the records that hold so many entries. */
export function blocksOf(shelf: Shelf, count: number): string[] {
  return Array.from({ length: Math.ceil(count / BLOCK) }, (_, number) => nameOf(shelf, number));
}

function nameOf(shelf: Shelf, number: number): string {
  return `${shelf}/block/${number}`;
}

/** What a record was called when each entry had its own. */
export function oldName(shelf: Shelf, seq: number): string {
  return `${shelf}/${seq}`;
}

/** What is known of a shelf as it rests: how many entries, which of them are stubs, and how many records are still of the old kind. */
export class Kept {
  private readonly shelf: Shelf;
  private count = 0;
  private stubs = new Set<number>();
  private old = 0;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  /** What has to be written so that these entries rest: records by their names, `null` for what goes. */
  changes(entries: readonly Entry[]): Record<string, wire.Value> {
    const changed = new Set<number>();
    for (const [seq, entry] of entries.entries()) {
      if (seq >= this.count || (entry.blob === null) !== this.stubs.has(seq)) changed.add(Math.floor(seq / BLOCK));
    }
    const blocks = Math.ceil(entries.length / BLOCK);
    // There are fewer where the board has stopped at rules for later software: of a block that was fuller, the rest goes too.
    if (entries.length < this.count && entries.length % BLOCK > 0) changed.add(blocks - 1);
    const values: Record<string, wire.Value> = {};
    for (let number = blocks; number * BLOCK < this.count; number++) values[nameOf(this.shelf, number)] = null;
    for (const number of changed) {
      values[nameOf(this.shelf, number)] = entries.slice(number * BLOCK, (number + 1) * BLOCK).map((entry) => entry.value());
    }
    for (let seq = 0; seq < this.old; seq++) values[oldName(this.shelf, seq)] = null;
    return values;
  }

  /** They rest now. */
  mark(entries: readonly Entry[]): void {
    this.count = entries.length;
    this.old = 0;
    this.stubs = new Set([...entries.entries()].filter(([, entry]) => entry.blob === null).map(([seq]) => seq));
  }

  /** So many rest in records of the old kind, and none in blocks. */
  areOld(count: number): void {
    this.old = count;
  }
}
