/**
 * A moderator: a member who also holds the bundle and reads the log (protocol §3.5 to §3.8, §5.4, §7).
 *
 * This is the half that reads: what the device holds, and what it makes of board and log.
 */

import type { Public } from "../crypto/announced";
import type { Approval } from "../crypto/approvals";
import { bundleBox, openBundle } from "../crypto/boxes";
import { Bundle } from "../crypto/bundle";
import { compare } from "../crypto/bytes";
import { parseEntry, type Entry } from "../crypto/chain";
import { deviceFromEntropy, type Device } from "../crypto/device";
import * as epochs from "../crypto/epochs";
import { CannotOpen, NotAModerator, Refused, WrongCommitment } from "../crypto/errors";
import { moderatorGate } from "../crypto/gates";
import { DeviceEntropy, GateSeed, NotesKey, TreeSeed, type EpochSecret } from "../crypto/secrets";
import type * as wire from "../crypto/wire";
import { sameBundle, type Charter } from "./charter";
import { BytesMap } from "./keyed";
import { Log } from "./log";
import { Member, type Gate, type MemberState } from "./member";
import type { NoteType } from "./notes";
import type { MemberRecord } from "./records";
import type { Refusal } from "./things";
import { findSecrets, type Opener } from "./walk";

/** A note to be written: its type and its fields. */
export type NoteDraft = readonly [type: NoteType, fields: wire.ValueMap];

/** A bundle for a planting that is not in force yet; `without` is the leaving device's key, if this device drew the bundle. */
export interface Staged {
  readonly bundle: Bundle;
  readonly without: Uint8Array | null;
}

type BundleState = { planting: number; tree: Uint8Array; gate: Uint8Array; notes: Uint8Array };

/** What {@link Moderator.state} writes down. */
export interface ModeratorState extends MemberState {
  bundles: BundleState[];
  staged: [bundle: BundleState, without: Uint8Array | null][];
  log_entries: number;
  log_verified: number;
  log_doubted: number[];
}

/** A member's device that moderates. */
export class Moderator extends Member {
  bundles = new Map<number, Bundle>();
  /** Bundles of replants that are proposed and not in force yet, by the commitment of their notes key (protocol §3.8). */
  staged = new BytesMap<Staged>();
  log: Log;
  logEntries: Entry[] = [];
  logVerified = 0;
  /** Entries of the log that were refused: they are verified anew whenever they are read. */
  logDoubted = new Set<number>();

  constructor(entropy: DeviceEntropy, device: Device, collective: Uint8Array, alias: string, joined: number) {
    super(entropy, device, collective, alias, joined);
    this.log = new Log(collective);
  }

  protected override get face(): string {
    return "Moderator";
  }

  // ---- who I am ---------------------------------------------------------------------------------------------------

  protected override openers(): Opener[] {
    return [(shown) => this.openByTree(shown), ...super.openers()];
  }

  private openByTree(shown: Public): EpochSecret {
    // Several may be staged. Trying them is safe: what opens has to match the announcement's commitment.
    let refused: Refused = new CannotOpen("no bundle of this device opens it");
    for (const bundle of this.bundlesHeld()) {
      if (bundle.planting !== shown.planting) continue;
      try {
        return epochs.openWrapAsModerator(shown, this.collective, bundle);
      } catch (error) {
        if (error instanceof WrongCommitment) refused = error;
        else if (!(error instanceof Refused)) throw error;
      }
    }
    throw refused;
  }

  /**
   * The bundle in force.
   *
   * @throws NotAModerator this device does not have it (any more).
   */
  get bundle(): Bundle {
    const bundle = this.bundles.get(this.board.charter.planting);
    if (bundle === undefined || this.board.charter.placeOf(this.device.signingKey) === null) {
      throw new NotAModerator("this device is not a moderator's (any more)");
    }
    return bundle;
  }

  /** Whether this device is a moderator's by the charter in force, and has the bundle. */
  get moderates(): boolean {
    if (!this.board.founded || !this.bundles.has(this.board.charter.planting)) return false;
    return this.board.charter.placeOf(this.device.signingKey) !== null;
  }

  /** Person and device index in the charter in force. */
  get me(): [person: Uint8Array, device: number] {
    const place = this.board.charter.placeOf(this.device.signingKey);
    if (place === null) throw new NotAModerator("this device is not a moderator's (any more)");
    return place;
  }

  /** The moderators' gate of the newest valid epoch. */
  moderatorGate(): Gate {
    const epoch = this.board.epoch;
    return { epoch: epoch.number, seed: moderatorGate(this.bundle.gate, this.collective, epoch.number) };
  }

  override readBoard(fresh: readonly Entry[]): void {
    super.readBoard(fresh);
    if (!this.board.founded) return;
    const charter = this.board.charter;
    for (const [key, { bundle }] of [...this.staged]) {
      if (bundle.planting === charter.planting && sameBundle(bundle.commitments(this.collective), charter.bundle)) {
        this.bundles.set(charter.planting, bundle);
      }
      if (bundle.planting <= charter.planting) this.staged.delete(key);
    }
  }

  override takeWithheld(entry: Entry): boolean {
    if (!super.takeWithheld(entry)) return false;
    // Notes are judged by charters and epochs: one of those may have come.
    this.readLogAgain();
    return true;
  }

  /** The same device, once it has found a bundle for itself. */
  static fromMember(member: Member): Moderator {
    const moderator = new Moderator(member.entropy, member.device, member.collective, member.alias, member.joined);
    return Object.assign(moderator, member);
  }

  // ---- the bundle -------------------------------------------------------------------------------------------------

  bundleBoxFor(planting: number): Uint8Array {
    return bundleBox(this.device.box, this.collective, planting);
  }

  /**
   * A bundle from this device's box, for a charter in force or proposed.
   *
   * @throws Refused it is not for this device, not by a moderator of now, or not the charter's.
   */
  async takeBundle(blob: Uint8Array, charter: Charter): Promise<void> {
    const by = { kem: this.device.kem, device: this.device.signingKey, collective: this.collective };
    const found = await openBundle(blob, charter.planting, by);
    // For a replant the signer must be among those who stay: the one who goes must not choose the keys that shut her out.
    if (charter.placeOf(found.signer) === null || this.board.charter.placeOf(found.signer) === null) {
      throw new NotAModerator("a bundle by somebody who does not moderate");
    }
    found.bundle.check(charter.bundle, this.collective);
    if (charter.planting === this.board.charter.planting) this.bundles.set(charter.planting, found.bundle);
    else this.stage(found.bundle, null);
    this.readLogAgain();
  }

  /** Keeps the bundle of a proposed replant; `without` is the device it was drawn against, if this device drew it. */
  stage(bundle: Bundle, without: Uint8Array | null): void {
    this.staged.set(bundle.commitments(this.collective).notes, { bundle, without });
  }

  /** The staged bundle that a proposed charter commits to. */
  stagedFor(charter: Charter): Bundle | null {
    const bundle = this.staged.get(charter.bundle.notes)?.bundle ?? null;
    return bundle !== null && sameBundle(bundle.commitments(this.collective), charter.bundle) ? bundle : null;
  }

  // ---- the log ----------------------------------------------------------------------------------------------------

  protected override bundlesHeld(): Bundle[] {
    return [...this.bundles.values(), ...[...this.staged.values()].map((staged) => staged.bundle)];
  }

  /**
   * Reads entries of the log that follow those it has; the board must be up to date.
   *
   * @throws Refused the chain itself is not sound; what was sound before is kept.
   */
  readLog(fresh: Iterable<Entry>): void {
    const reading = { trustedBelow: this.logVerified, doubted: this.logDoubted, now: this.now };
    for (const entry of fresh) {
      this.log.read([entry], this.board, this.bundlesHeld(), reading);
      for (const seq of this.log.unjudged) this.logDoubted.add(seq);
      this.logEntries.push(entry);
    }
    this.log.takeOver(this.board);
    this.logVerified = this.logEntries.length;
  }

  /** Reads the log from its beginning, after a new key can open more of it. */
  readLogAgain(): void {
    const entries = this.logEntries;
    const now = this.now;
    this.logEntries = [];
    this.log = new Log(this.collective);
    this.logVerified = 0;
    this.now = null;
    this.readLog(entries);
    this.now = now;
  }

  // ---- members ----------------------------------------------------------------------------------------------------

  /**
   * Leaves that are out for good: removed in any planting, carried over as gone, or of somebody who moderated and left.
   *
   * All but the second follow from the board alone, so a note that is late or missing lets nobody back in.
   */
  get removed(): Set<number> {
    const board = this.board;
    const moderators = [...board.charters.values()].flatMap((charter) => charter.people.flatMap((person) => person.devices));
    const left = moderators.filter((key) => board.charter.placeOf(key) === null).map((key) => this.log.members.get(key)?.leaf);
    return new Set([...board.removedEver, ...this.log.gone, ...left.filter((leaf) => leaf !== undefined)]);
  }

  /** Everybody who is in, by leaf. */
  members(): MemberRecord[] {
    const removed = this.removed;
    return [...this.log.members.values()].filter((member) => !removed.has(member.leaf)).sort((a, b) => a.leaf - b.leaf);
  }

  /** Approvals by people who are moderators now, in a fixed order. */
  counted(approvals: BytesMap<Approval>): Approval[] {
    const standing = [...approvals].filter(([person]) => this.board.charter.person(person) !== null);
    return standing.sort(([a], [b]) => compare(a, b)).map(([, approval]) => approval);
  }

  /** Why readers would refuse these entries if they came next; `null` if they would not. What they would refuse is never sent. */
  wouldRefuse(entries: readonly [Entry, ...Entry[]], { approvalsToCome = false } = {}): Refusal | null {
    const secrets = findSecrets(entries, this.collective, this.secrets, this.openers());
    return this.board.wouldAccept(entries, secrets, { bundles: this.bundlesHeld(), approvalsToCome });
  }

  // ---- writing down and reading back ------------------------------------------------------------------------------

  override state(): ModeratorState {
    return {
      ...super.state(),
      bundles: [...this.bundles.values()].map(bundleState),
      staged: [...this.staged.values()].map((staged) => [bundleState(staged.bundle), staged.without]),
      log_entries: this.logEntries.length,
      log_verified: this.logVerified,
      log_doubted: [...this.logDoubted].sort((a, b) => a - b),
    };
  }

  /** A moderator as it was written down, with the entries of board and log read again. See {@link Member.fromState}. */
  static override async fromState(
    state: ModeratorState,
    entries: readonly wire.Value[],
    device: Device | null = null,
    logEntries: readonly wire.Value[] = [],
  ): Promise<Moderator> {
    const entropy = new DeviceEntropy(state.entropy);
    const its = device ?? (await deviceFromEntropy(entropy));
    const moderator = new Moderator(entropy, its, state.collective, state.alias, state.joined);
    moderator.bundles = new Map(state.bundles.map((bundle) => [bundle.planting, bundleFrom(bundle)]));
    for (const [bundle, without] of state.staged) moderator.stage(bundleFrom(bundle), without);
    moderator.load(state, entries);
    moderator.logVerified = state.log_verified;
    moderator.logDoubted = new Set(state.log_doubted);
    moderator.readLog(logEntries.map((value) => parseEntry(value, "log")));
    return moderator;
  }
}

function bundleState(bundle: Bundle): BundleState {
  return { planting: bundle.planting, tree: bundle.tree.reveal(), gate: bundle.gate.reveal(), notes: bundle.notes.reveal() };
}

function bundleFrom(state: BundleState): Bundle {
  return new Bundle(state.planting, new TreeSeed(state.tree), new GateSeed(state.gate), new NotesKey(state.notes));
}
