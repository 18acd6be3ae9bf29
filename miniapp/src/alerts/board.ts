/**
 * The board: what members believe, and why (protocol §3.5, §6, §10).
 *
 * Reading is one pass, in order. Each entry either changes what is believed, or is skipped with a named error and changes
 * nothing. Errors of the chain itself refuse the relay's whole response: they are thrown.
 */

import type { Bundle } from "../crypto/bundle";
import type { Entry } from "../crypto/chain";
import { NotAllowed, Refused } from "../crypto/errors";
import { claimsOf, type Claim } from "../crypto/signing";
import type { Charter } from "./charter";
import { Faceless } from "./faces";
import { Follower, type Head } from "./follow";
import { Reader, type Replanting } from "./judging";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import { FRESH_FOR, type Body } from "./statements";
import { Thing, thingKey, type Epoch, type Refusal } from "./things";
import type { Opener, Secrets } from "./walk";

export { LASTING, SO_FAR_LIFE, URGENT_SEVERITIES } from "./judging";

/** How {@link Board.read} reads. */
export interface Reading {
  /**
   * A moderator's bundles; with them, every byte of an announcement of their plantings is recomputed. What differs raises an alarm,
   * and changes nothing of what is believed: boards must not part (protocol §3.6).
   */
  readonly bundles?: Iterable<Bundle>;
  /** Entries with a smaller number were verified by this device before: their signatures are not checked again… */
  readonly trustedBelow?: number;
  /** …but for these, which were not believed then. */
  readonly doubted?: ReadonlySet<number>;
  /** This device's clock; `null` for what it has taken before. */
  readonly now?: number | null;
  /** What the secrets were found with; they say why an announcement without one cannot be opened. */
  readonly openers?: readonly Opener[];
}

/**
 * What stands on the board, verified from the founding charter up.
 *
 * Reading never repairs: after a thrown error the board is as it was before the entry that threw it.
 */
export class Board extends Faceless {
  readonly collective: Uint8Array;
  chain: Follower;
  charters = new Map<number, Charter>();
  epochs = new Map<number, Epoch>();
  deskKeys = new Map<number, Uint8Array>();
  things = new BytesMap<Thing>();
  refused: Refusal[] = [];
  /** Announcements that count, and of which a moderator's device sees what members cannot: something that nobody honest makes. */
  alarms: Refusal[] = [];
  skippedKinds = new Set<string>();
  unopened: number[] = [];
  /** Entries that were refused or passed over: not every signature in them was checked, so later they are not trusted either. */
  unjudged = new Set<number>();
  /** The moderators' gate that each announcement shows, valid or not: nobody else can sign an entry under its epoch. */
  gates = new Map<number, Uint8Array>();

  // What begins with an underscore is for the reader in `judging.ts` alone.
  _announced = 0;
  _bodies = new BytesSet();
  _copies = new BytesMap<Map<number, Uint8Array>>();
  _stubs = new Map<number, Uint8Array>();
  _erased = new Map<number, Uint8Array>();
  _erasedObjects = new BytesSet();
  _charterBody: Body | null = null;
  _founding: Entry | null = null;
  /** Only while a trial judges what people have still to approve. */
  _approvalsToCome = false;
  _replanting: Replanting | null = null;

  constructor(collective: Uint8Array) {
    super();
    this.collective = collective;
    this.chain = new Follower(collective);
  }

  protected override get face(): string {
    return "Board";
  }

  // ---- what is believed -------------------------------------------------------------------------------------------

  get head(): Head | null {
    return this.chain.head;
  }

  /** The charter in force. */
  get charter(): Charter {
    return newest(this.charters);
  }

  /** The body of the charter in force; the next one continues it. */
  get charterBody(): Body {
    return this._charterBody ?? nothingYet();
  }

  /** The last valid announcement. */
  get epoch(): Epoch {
    return newest(this.epochs);
  }

  /** What this device sees to be wrong with the newest announcement. */
  get alarmed(): Refusal[] {
    return this.alarms.filter((alarm) => alarm.seq === this.epoch.seq);
  }

  get founded(): boolean {
    return this.epochs.size > 0;
  }

  /** The number the next announcement must have: announcements are counted, valid or not (protocol §3.5). */
  get nextEpoch(): number {
    return this._announced + 1;
  }

  /** Every leaf that a valid announcement removed, in any planting. Leaves are never given out twice. */
  get removedEver(): Set<number> {
    return new Set([...this.epochs.values()].flatMap((epoch) => epoch.public.removed));
  }

  /** All alerts, oldest first, retracted and expired ones included. */
  get alerts(): Thing[] {
    return [...this.things.values()].filter((thing) => thing.isAlert);
  }

  /** Stubs that no valid erase statement names (protocol §5.7). */
  get withheld(): number[] {
    return [...this._stubs].filter(([seq, hash]) => !sameBytes(this._erased.get(seq) ?? null, hash)).map(([seq]) => seq);
  }

  /** Entries that a valid erase statement names: their blobs are to be forgotten. */
  get erased(): Map<number, Uint8Array> {
    return new Map(this._erased);
  }

  /** What this body is a version of, if that stands on the board. */
  thingOf(body: Body): Thing | null {
    return this.things.get(thingKey(body)) ?? null;
  }

  /** Every entry that holds a version of this object, refused ones and repetitions included: all of them are to be erased. */
  copiesOf(objectId: Uint8Array): Map<number, Uint8Array> {
    return new Map(this._copies.get(objectId));
  }

  /** Whether this very body stands on the board. */
  has(body: Body): boolean {
    return this._bodies.has(body.hash);
  }

  isFresh(now: number): boolean {
    return this.founded && now - this.epoch.time < FRESH_FOR;
  }

  /** When a valid epoch was followed by the next valid one; `null` while it is the newest. */
  epochEnded(number: number): number | null {
    const later = [...this.epochs].filter(([n]) => n > number).map(([, epoch]) => epoch.time);
    return later.length > 0 ? Math.min(...later) : null;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  /**
   * Reads entries that follow those read before.
   *
   * @param secrets E by announcement, from `findSecrets`.
   * @throws Gap, BrokenChain, TimeWentBack, TimeAhead, BadSignature the chain itself is not sound; nothing of this entry is believed.
   * @throws Withheld an announcement is missing; those are never erased.
   * @throws NotAddressed, WrongCommitment the founding announcement cannot be opened, so there is nothing to start from.
   */
  read(entries: Iterable<Entry>, secrets: Secrets, reading: Reading = {}): void {
    const { bundles = [], trustedBelow = 0, doubted = new Set(), now = null, openers = [] } = reading;
    const byPlanting = new Map([...bundles].map((bundle) => [bundle.planting, bundle]));
    for (const entry of entries) {
      const entryHash = this.chain.check(entry, now);
      const verify = entry.place.seq >= trustedBelow || doubted.has(entry.place.seq);
      const reader = new Reader(this, secrets, byPlanting, openers, verify);
      // The founding charter can only be read together with the announcement after it.
      if (entry.place.seq === 0) this._founding = entry;
      else if (entry.place.seq === 1) reader.founding(this._founding, entry, entryHash);
      else reader.entry(entry, entryHash);
      this.chain.advance(entry, entryHash);
    }
  }

  /**
   * Why readers would not accept these entries after what was read; `null` if they would. Nothing is changed by asking.
   *
   * @param approvalsToCome judge all but the signatures, and how many people have approved.
   */
  wouldAccept(
    entries: readonly [Entry, ...Entry[]],
    secrets: Secrets,
    { bundles = [], approvalsToCome = false }: { bundles?: Iterable<Bundle>; approvalsToCome?: boolean } = {},
  ): Refusal | null {
    const trial = this.trial();
    trial.refused = [];
    trial._approvalsToCome = approvalsToCome;
    const seq = entries[0].place.seq;
    try {
      trial.read(entries, secrets, { bundles, trustedBelow: approvalsToCome ? Infinity : 0 });
    } catch (error) {
      if (error instanceof Refused) return { seq, error: error.name, detail: error.detail };
      throw error;
    }
    const told = trial.refused[0] ?? trial.alarms[this.alarms.length];
    if (told !== undefined) return told;
    const unknown = [...trial.skippedKinds].some((kind) => !this.skippedKinds.has(kind));
    return unknown ? { seq, error: "WrongShape", detail: "a kind that is not known" } : null;
  }

  /**
   * Reads entries as if each of their signatures held, and says which those are. Only a {@link trial} may be asked: **nothing of it is believed before all its claims
   * hold**, and then it is what {@link read} makes of these entries. It stops before an entry that would be thrown for.
   */
  claims(entries: Iterable<Entry>, secrets: Secrets, reading: Reading = {}): Claim[] {
    return claimsOf(() => {
      try {
        this.read(entries, secrets, reading);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    });
  }

  /** A board to try entries on: this one does not change with it. What is never changed in place is shared. */
  trial(): Board {
    const trial = new Board(this.collective);
    const fields = Object.entries(this) as [string, unknown][];
    Object.assign(trial, Object.fromEntries(fields.map(([name, value]) => [name, copyOf(value)])));
    trial.chain = this.chain.copy();
    trial.things = this.things.copy((thing) => new Thing(thing.id, thing.versions));
    trial._copies = this._copies.copy((copies) => new Map(copies));
    return trial;
  }

  _refuse(seq: number, error: Refused): void {
    this.refused.push({ seq, error: error.name, detail: error.detail });
    this.unjudged.add(seq);
  }
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])];
  if (value instanceof Map) return new Map(value);
  if (value instanceof Set) return new Set(value);
  return value instanceof BytesMap || value instanceof BytesSet ? value.copy() : value;
}

function newest<T>(byNumber: ReadonlyMap<number, T>): T {
  let last = -Infinity;
  for (const number of byNumber.keys()) last = Math.max(last, number);
  return byNumber.get(last) ?? nothingYet();
}

function nothingYet(): never {
  throw new NotAllowed("the board is empty");
}
