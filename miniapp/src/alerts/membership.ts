/**
 * The half of a member that reads: takes what the relay gives, and keeps what can be believed (protocol §3, §7). What she writes is in
 * `member.ts`; in Python both are one file, `alerts/member.py`.
 *
 * Pure: clock and network are somebody else's.
 */

import { Ahead } from "../crypto/ahead";
import { splitAnnouncement, type Public } from "../crypto/announced";
import { openPathKeys, pathBox, type PathKeys } from "../crypto/boxes";
import type { Bundle } from "../crypto/bundle";
import { ANNOUNCEMENT, Entry } from "../crypto/chain";
import { safetyWords, type Device } from "../crypto/device";
import * as epochs from "../crypto/epochs";
import { Forked, NotAddressed, NotAModerator, Refused, UnknownVersion, WrongCommitment } from "../crypto/errors";
import { memberGate } from "../crypto/gates";
import type { Welcome } from "../crypto/invites";
import { decodePathKeys, encodePathKeys, type NodeKeys } from "../crypto/keytree";
import { EpochSecret, type DeviceEntropy, type SigningSeed } from "../crypto/secrets";
import { knowing } from "../crypto/signing";
import type * as wire from "../crypto/wire";
import { Board, type Reading } from "./board";
import { Faceless } from "./faces";
import type { Head } from "./follow";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import type { Desk } from "./posts";
import type { Refusal } from "./things";
import { AT_ONCE, PART, Trial } from "./trials";
import { findSecrets, type Disputed, type Opener, type Secrets } from "./walk";

/** What earns a token: the epoch, and the seed of its gate. */
export interface Gate {
  readonly epoch: number;
  readonly seed: SigningSeed;
}

/** Path keys of one planting. */
export interface Path {
  readonly leaf: number;
  readonly keys: NodeKeys;
}

/** An announcement this device cannot open. It never wipes anything (protocol §3.6). */
export function maybeRemoved(): NotAddressed {
  return new NotAddressed("you may have been removed; your moderators can tell. What this device has stays readable");
}

/** What {@link Membership.readingState} writes down. */
export interface ReadingState extends wire.ValueMap {
  entropy: Uint8Array;
  collective: Uint8Array;
  alias: string;
  joined: number;
  paths: { planting: number; leaf: number; keys: Uint8Array }[];
  secrets: [entryHash: Uint8Array, secret: Uint8Array][];
  entries: number;
  verified: number;
  doubted: number[];
}

/** Called in the middle of long reading: what is being done, and how far it is. It goes on when what it returns is done, or breaks off. */
export type Breathe = (what: "reading" | "opening", done: number, of: number) => Promise<void>;
const NOTHING: ReadonlySet<string> = new Set();

/** One device's membership in one collective: the half that reads. */
export abstract class Membership extends Faceless {
  readonly entropy: DeviceEntropy;
  readonly device: Device;
  readonly collective: Uint8Array;
  readonly alias: string;
  readonly joined: number;
  paths = new Map<number, Path>();
  secrets: Secrets = new BytesMap();
  entries: Entry[] = [];
  verified = 0;
  /** Entries that were not believed: they are verified anew whenever they are read. */
  doubted = new Set<number>();
  board: Board;
  /** The clock, as whoever talks to the relay set it last: no fresh entry may be from far ahead of it. */
  now: number | null = null;
  refusals: Refusal[] = [];
  /** Path keys of a planting that the board has not shown yet, and who signed them: tried, and kept only if a moderator did. */
  protected tried = new Map<number, { readonly path: Path; readonly signer: Uint8Array }>();

  /** @param device what follows from `entropy`; making it takes a moment (`deviceFromEntropy`). */
  constructor(entropy: DeviceEntropy, device: Device, collective: Uint8Array, alias: string, joined: number) {
    super();
    this.entropy = entropy;
    this.device = device;
    this.collective = collective;
    this.alias = alias;
    this.joined = joined;
    this.board = new Board(collective);
  }

  // ---- the board --------------------------------------------------------------------------------------------------

  protected openers(): Opener[] {
    return [(shown) => this.openByPath(shown)];
  }

  private openByPath(shown: Public): EpochSecret {
    const path = this.paths.get(shown.planting) ?? this.tried.get(shown.planting)?.path;
    if (path === undefined) throw new NotAddressed("this device has no keys for this planting");
    return epochs.openWrap(shown, this.collective, path.keys);
  }

  /**
   * Reads entries that follow those it has. What was sound before an error is kept.
   *
   * @throws Refused the chain itself is not sound, or nothing can be opened; the relay's response is refused.
   */
  readBoard(fresh: readonly Entry[]): void {
    const steps = this.reading(fresh);
    while (steps.next().done !== true);
  }

  /**
   * The same, with a breath now and then, and with signatures verified ahead by the platform. In between, what was read so far and holds stands:
   * the board as it was at an entry.
   *
   * @param part entries that are believed together, or not at all.
   */
  async readBoardSlowly(fresh: readonly Entry[], breathe: Breathe, part: number = PART): Promise<void> {
    const breath = (at: number) => breathe("reading", at, fresh.length);
    const steps = this.reading(fresh);
    const claims = (trial: Board, entries: readonly Entry[]) => {
      try {
        return trial.claims(entries, this.secrets, this.howToRead(true));
      } catch (error) {
        steps.throw(error);
        throw error;
      }
    };
    let ahead: Ahead | null = null;
    let trial: Trial | null = null;
    try {
      let step = steps.next();
      if (step.done !== true) ahead = await Ahead.begin(fresh.length);
      while (step.done !== true) {
        if (ahead !== null) trial ??= new Trial(this.board, step.value, fresh, ahead, claims, breath, part);
        const { board, end, names } = (await trial?.next()) ?? { board: null, end: fresh.length, names: NOTHING };
        if (board !== null) {
          step = steps.next(board);
          continue;
        }
        trial = null;
        while (step.done !== true && step.value < end) {
          await breath(step.value);
          step = knowing(names, () => steps.next());
        }
      }
    } finally {
      ahead?.end();
      // She went away, and nothing of this is written down any more: to unlearn would read all of it again while she hides.
      steps.return();
    }
  }

  /**
   * Reads, and stops now and then before it goes on with the entry of that number. Whoever breaks it off there has what was read so far. It goes on from the
   * board it is given there, which is what reading some entries more has made of this one.
   */
  protected *reading(fresh: readonly Entry[]): Generator<number, void, Board | undefined> {
    const known = this.secrets;
    const disputed = this.findSecrets(fresh);
    const gained = (entry: Entry | undefined) => {
      const hash = entry?.hash(this.collective);
      return hash !== undefined && this.secrets.has(hash) && !known.has(hash);
    };
    if (this.board.unopened.some((seq) => gained(this.entries[seq]))) this.readAgain();
    try {
      const start = this.entries.length > 0 ? 0 : 2;
      if (start > 0) this.read(fresh.slice(0, start), { fresh: true });
      for (let at = start; at < fresh.length; ) {
        const further = yield at;
        const end = further === undefined ? at + AT_ONCE : at + further.chain.hashes.length - this.entries.length;
        if (further !== undefined) this.goOn(further, fresh.slice(at, end));
        else for (const entry of fresh.slice(at, end)) this.read([entry], { fresh: true });
        at = end;
      }
      this.settleDisputes(disputed, known);
    } catch (error) {
      this.unlearn(known);
      throw error;
    } finally {
      if (!this.board.founded) {
        this.entries = [];
        this.board = new Board(this.collective);
      }
      this.verified = this.verifiedBelow();
      this.forgetErased();
      this.keepTried();
    }
  }

  /** Finds what E can be found with these entries too; says which of it is disputed. */
  private findSecrets(fresh: readonly Entry[]): readonly Disputed[] {
    const entries = [...this.entries, ...fresh];
    let found = findSecrets(entries, this.collective, this.secrets, this.openers());
    const founding = entries[1]?.hash(this.collective);
    while (!this.board.founded && founding !== undefined && !found.secrets.has(founding)) {
      // Nothing counts yet that could stand against it: who comes in later has links alone.
      const [first] = found.disputed;
      if (first === undefined) break;
      found = findSecrets(entries, this.collective, found.secrets.copy().set(first.hash, first.secret), this.openers());
    }
    this.secrets = found.secrets;
    return found.disputed;
  }

  /** Uses a disputed E only if nothing that counts passed over its announcement: what stands is not undone (protocol §3.6). */
  private settleDisputes(found: readonly Disputed[], known: Secrets): void {
    let disputed = found;
    while (disputed.length > 0) {
      const counts = new BytesSet([...this.board.epochs.values()].map((epoch) => epoch.hash));
      const use = disputed.find(({ rivals }) => !rivals.some((rival) => counts.has(rival)));
      if (use === undefined) {
        // What the same link opens on the way there is forgotten: kept, it would look next time as if this device had always had it.
        this.secrets = new BytesMap([...this.secrets].filter(([name]) => known.has(name) || counts.has(name)));
        const error = new Forked("an announcement that would undo what stands here");
        this.refusals.push({ seq: this.board.epoch.seq, error: error.name, detail: error.detail });
        return;
      }
      this.secrets = this.secrets.copy().set(use.hash, use.secret);
      disputed = this.findSecrets([]);
      this.readAgain();
    }
  }

  /** A link in what is refused as a whole must not decide what this device believes: no other device has seen it. */
  private unlearn(known: Secrets): void {
    const learned = this.secrets;
    this.secrets = known;
    if (!this.board.founded) return;
    this.findSecrets([]);
    const founding = this.entries[1]?.hash(this.collective);
    if (founding === undefined || !this.secrets.has(founding)) {
      this.secrets = learned; // who has just come in can read what she keeps only by the links of what she does not
    } else if (!sameSecrets(this.secrets, learned)) {
      this.readAgain();
    }
  }

  private verifiedBelow(): number {
    // What could not be opened was not verified either.
    return Math.min(this.entries.length, ...this.board.unopened);
  }

  private keepTried(): void {
    if (!this.board.founded) return;
    const charters = [...this.board.charters.values()];
    for (const [planting, { path, signer }] of [...this.tried]) {
      if (planting > this.board.charter.planting) continue;
      this.tried.delete(planting);
      // For a replant: by who stays. The one who goes must not choose the keys that shut their owner out one day (protocol §7.4).
      const its = charters.filter((charter) => charter.planting === planting);
      if (its.some((charter) => charter.placeOf(signer) !== null)) this.paths.set(planting, path);
    }
  }

  /** Says whether all of them were read: those that rest here may go on beyond where the board stops. */
  private read(entries: readonly Entry[], { fresh = false } = {}): boolean {
    let read = entries;
    try {
      this.board.read(entries, this.secrets, this.howToRead(fresh));
    } catch (error) {
      if (!(error instanceof UnknownVersion) || fresh) throw error;
      // It was passed over, or could not be opened. What stands before it is read; it is named when it is fetched again.
      read = entries.slice(0, this.board.chain.hashes.length - this.entries.length);
      // What comes in place of the rest may be anything: nothing there was verified.
      this.verified = Math.min(this.verified, this.board.chain.hashes.length);
    }
    this.goOn(this.board, read);
    return read.length === entries.length;
  }

  /** Stands on a board that has read these entries beside those it has. */
  private goOn(board: Board, read: readonly Entry[]): void {
    this.board = board;
    for (const seq of board.unjudged) this.doubted.add(seq);
    this.entries.push(...read);
  }

  private howToRead(fresh: boolean): Reading {
    return {
      bundles: this.bundlesHeld(),
      trustedBelow: this.verified,
      doubted: this.doubted,
      now: fresh ? this.now : null,
      openers: this.openers(),
    };
  }

  protected bundlesHeld(): Bundle[] {
    return [];
  }

  private readAgain(): void {
    const { entries, board, verified } = this;
    this.entries = [];
    this.board = new Board(this.collective);
    try {
      this.read(entries);
    } catch (error) {
      // All or nothing: half a board, and a number that says how much of a whole one was verified, would let in what nobody signed.
      this.entries = entries;
      this.board = board;
      this.verified = verified;
      throw error;
    }
  }

  private forgetErased(): void {
    for (const seq of this.board.erased.keys()) {
      const entry = this.entries[seq];
      if (entry !== undefined && entry.blob !== null) {
        this.entries[seq] = new Entry(entry.header, entry.signature, null, entry.place, entry.blobHash);
      }
    }
  }

  /**
   * Takes in the text of a stub that no statement names, if it has come after all; says whether it has (protocol §5.7).
   *
   * @param entry as `parseEntry` gives it, so its blob is the one its header names.
   */
  takeWithheld(entry: Entry): boolean {
    const seq = entry.place.seq;
    const { entries, verified } = this;
    const stub = entries[seq];
    if (stub === undefined || !this.board.withheld.includes(seq) || entry.blob === null || !sameBytes(entry.header, stub.header)) return false;
    this.entries = entries.with(seq, new Entry(stub.header, stub.signature, entry.blob, stub.place, stub.blobHash));
    // It was never judged, and what follows was judged without it: if it is a charter, by other people's keys. Nothing of that is trusted.
    this.verified = Math.min(verified, seq);
    try {
      this.readAgain();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.entries = entries;
      this.verified = verified;
      return false;
    }
    this.verified = this.verifiedBelow();
    this.forgetErased();
    return true;
  }

  /**
   * Returns if the relay's head is ours or beyond it.
   *
   * @throws RolledBack, Forked it is not.
   */
  compare(head: Head): void {
    this.board.chain.compare(head);
  }

  /** The member gate of the newest epoch this device has verified. */
  gate(): Gate {
    const epoch = this.board.epoch;
    return { epoch: epoch.number, seed: memberGate(epoch.secret, this.collective, epoch.number) };
  }

  /**
   * The member gate of an announcement that is not verified yet: good for reading, and for nothing else (protocol §4.2).
   *
   * @throws NotAddressed this device cannot open it.
   */
  provisionalGate(entry: Entry): Gate {
    if (entry.place.kind !== ANNOUNCEMENT || entry.blob === null) throw new NotAddressed("not an announcement");
    const [shown] = splitAnnouncement(entry.blob);
    const secret = this.secrets.get(entry.hash(this.collective)) ?? this.openNow(shown);
    epochs.checkCommitment(shown, secret, this.collective);
    return { epoch: shown.epoch, seed: memberGate(secret, this.collective, shown.epoch) };
  }

  private openNow(shown: Public): EpochSecret {
    for (const opener of this.openers()) {
      try {
        return opener(shown);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    throw maybeRemoved();
  }

  /** Epoch, words and digits to compare with a friend (protocol §6.7). */
  async safetyWords(): Promise<[epoch: number, words: string, digits: string]> {
    const epoch = this.board.epoch;
    return [epoch.number, ...(await safetyWords(this.collective, epoch.hash))];
  }

  // ---- joining ----------------------------------------------------------------------------------------------------

  /**
   * What an invite's box holds, checked against the newest announcement; the gate to read the board with.
   *
   * @throws NotAddressed the box is of an older epoch: it is being refilled, try again later.
   * @throws WrongCommitment the box does not belong to this announcement.
   */
  welcome(welcome: Welcome, newest: Entry): Gate {
    if (newest.blob === null) throw new NotAddressed("the relay withholds its newest announcement");
    const [shown] = splitAnnouncement(newest.blob);
    if (shown.epoch !== welcome.epoch) {
      throw new NotAddressed("the invite is waiting to be renewed by a moderator's phone; nothing is lost, try again later");
    }
    epochs.checkCommitment(shown, welcome.secret, this.collective);
    this.secrets.set(newest.hash(this.collective), welcome.secret);
    return { epoch: shown.epoch, seed: memberGate(welcome.secret, this.collective, shown.epoch) };
  }

  /**
   * Returns if the announcement the invite's box names is a valid one of the board that was read.
   *
   * @throws WrongCommitment it is not.
   */
  checkWelcome(welcome: Welcome): void {
    if (![...this.board.epochs.values()].some((epoch) => sameBytes(epoch.hash, welcome.announcement))) {
      throw new WrongCommitment("the invite belongs to another history than the relay's");
    }
  }

  /** The box where a planting's path keys are put for this device; this planting's unless said otherwise. */
  pathBox(planting: number = this.board.charter.planting): Uint8Array {
    return pathBox(this.device.box, this.collective, planting);
  }

  get hasPathKeys(): boolean {
    return this.paths.has(this.board.charter.planting);
  }

  /**
   * Path keys from the device's box, kept if they open this announcement. What it says is verified apart.
   *
   * @throws Refused they are not for this device, not by a moderator, or open nothing: then what was there stays.
   */
  async takePathKeys(blob: Uint8Array, shown: Public): Promise<PathKeys> {
    const by = { kem: this.device.kem, device: this.device.signingKey, collective: this.collective };
    const found = await openPathKeys(blob, shown.planting, by);
    epochs.openWrap(shown, this.collective, found.keys);
    const path = { leaf: found.leaf, keys: found.keys };
    if (!this.board.founded || shown.planting !== this.board.charter.planting) {
      this.tried.set(shown.planting, { path, signer: found.signer });
      return found;
    }
    if (this.board.charter.placeOf(found.signer) === null) throw new NotAModerator("path keys by somebody who is no moderator");
    this.paths.set(shown.planting, path);
    return found;
  }

  // ---- reports ----------------------------------------------------------------------------------------------------

  /** Where reports go now. */
  desk(): Desk {
    const epoch = this.board.epoch;
    return {
      collective: this.collective,
      number: epoch.public.desk,
      publicKey: epoch.deskKey,
      epoch: epoch.number,
      secret: epoch.secret,
    };
  }

  // ---- writing down and reading back ------------------------------------------------------------------------------

  /** What this half knows but for the board's entries, as a value for `wire.encode`. */
  protected readingState(): ReadingState {
    return {
      entropy: this.entropy.reveal(),
      collective: this.collective,
      alias: this.alias,
      joined: this.joined,
      paths: [...this.paths].map(([planting, path]) => ({ planting, leaf: path.leaf, keys: encodePathKeys(path.keys) })),
      secrets: [...this.secrets].map(([entryHash, secret]) => [entryHash, secret.reveal()]),
      entries: this.entries.length,
      verified: this.verified,
      doubted: [...this.doubted].sort((a, b) => a - b),
    };
  }

  /** Takes back what {@link Membership.readingState} wrote down, and reads the entries again: signatures it verified before are trusted. */
  protected async loadReading(state: ReadingState, entries: readonly Entry[], breathe?: Breathe): Promise<void> {
    this.paths = new Map(state.paths.map(({ planting, leaf, keys }) => [planting, { leaf, keys: decodePathKeys(leaf, keys) }]));
    this.secrets = new BytesMap(state.secrets.map(([entryHash, secret]) => [entryHash, new EpochSecret(secret)]));
    this.verified = state.verified;
    this.doubted = new Set(state.doubted);
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      if (!this.read(entries.slice(at, at + AT_ONCE))) return;
      await breathe?.("opening", at, entries.length);
    }
  }
}

function sameSecrets(one: Secrets, other: Secrets): boolean {
  return one.size === other.size && [...one].every(([hash, secret]) => sameBytes(secret.reveal(), other.get(hash)?.reveal() ?? null));
}
