/**
 * The newest alerts, kept beside the board so that they can be read before it is there. A board of ten thousand takes seconds to open; who
 * stands in front of a car has none.
 *
 * They are written in the same change as the board's entries, so they are what stood at exactly that head, and whoever opens them checks that
 * it is still the head. They answer nothing but what they say: nobody is told that somebody is *not* listed by them.
 */

import { type Alert, checkAlert, type Topic } from "../alerts/alert";
import type { Board } from "../alerts/board";
import { Refused } from "../crypto/errors";
import * as wire from "../crypto/wire";

/** The vault's record, and the form it has now: one of another form is not read. */
export const NEWEST = "newest";
const FORM = 1;
/** How many are kept, and how large they may be together: the record always has the same size. */
const MOST = 20;
const LARGEST = 60 * 1024;

/** An alert as it stood. */
export interface NewestAlert {
  readonly id: Uint8Array;
  readonly content: Alert;
  /** Unix seconds of the newest version, and of the first. */
  readonly changed: number;
  readonly published: number;
  readonly versions: number;
  readonly soFar: boolean;
  readonly people: number;
}

export interface Newest {
  /** Newest first. */
  readonly alerts: readonly NewestAlert[];
  /** How many there are on the whole board, retracted and expired ones included. */
  readonly of: number;
  readonly topics: readonly Topic[];
  /** Messages that the relay withheld then: one of them may take an alert back. */
  readonly withheld: number;
  /** When the last valid announcement was made, in Unix seconds. */
  readonly announced: number;
}

const RECORD = {
  form: wire.isOneOf(FORM),
  entries: wire.isUint,
  alerts: wire.isListOf(wire.isMap, 0, MOST),
  of: wire.isUint,
  topics: wire.isListOf(wire.isMap),
  withheld: wire.isUint,
  announced: wire.isUint,
};
const ALERT = {
  id: wire.isBytes(16),
  content: wire.isMap,
  changed: wire.isUint,
  published: wire.isUint,
  versions: wire.isUint,
  so_far: wire.isBool,
  people: wire.isUint,
};
const TOPIC = { id: wire.isText(), name: wire.isText() };

/** The record of this board. */
export function newestOf(board: Board): wire.Value {
  if (!board.founded) return null;
  const all = board.alerts;
  const standing = all.filter((thing) => !thing.retracted).sort((a, b) => b.last.time - a.last.time);
  const alerts: wire.ValueMap[] = [];
  let size = 0;
  for (const thing of standing.slice(0, MOST)) {
    const alert = {
      id: thing.id,
      content: thing.content,
      changed: thing.last.time,
      published: thing.first.time,
      versions: thing.versions.length,
      so_far: thing.soFar,
      people: thing.last.people.size,
    };
    size += wire.encode(alert).length;
    if (size > LARGEST) break;
    alerts.push(alert);
  }
  const topics = size > LARGEST ? [] : board.charter.topics.map(({ id, name }) => ({ id, name }));
  const said = { withheld: board.withheld.length, announced: board.epoch.time };
  const record = { form: FORM, entries: board.chain.hashes.length, alerts, of: all.length, topics, ...said };
  // A collective with hundreds of areas: then there is nothing to read beforehand, and everything else as ever.
  return wire.encode(record).length > LARGEST + 1024 ? null : record;
}

/**
 * What a record says; `null` if it is of another form, or not of the board as it was written last.
 *
 * @param entries how many entries the board has that is written beside it.
 */
export function newestFrom(record: wire.Value, entries: wire.Value | undefined): Newest | null {
  if (record === null) return null;
  try {
    const f = wire.shaped(record, "newest", RECORD);
    if (f.entries !== entries) return null;
    const alerts = f.alerts.map((value): NewestAlert => {
      const { id, content, changed, published, versions, so_far: soFar, people } = wire.shaped(value, "newest", ALERT);
      return { id, content: checkAlert(content), changed, published, versions, soFar, people };
    });
    const topics = f.topics.map((value): Topic => wire.shaped(value, "newest", TOPIC));
    return { alerts, of: f.of, topics, withheld: f.withheld, announced: f.announced };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
