/**
 * A moderator: a member who also holds the bundle, reads the log and the desk, and signs (protocol §3.5 to §3.8, §5.4, §7).
 *
 * This is what the device holds and can sign. When it does so is decided next door: `duties.ts` (by itself), `admitting.ts`,
 * `announcing.ts`, `replant.ts`, `casework.ts` (because somebody asked).
 */

import type { Board } from "./board";
import type { Public } from "../crypto/announced";
import { Approval } from "../crypto/approvals";
import { bundleBox, openBundle, sealBundle } from "../crypto/boxes";
import { Bundle } from "../crypto/bundle";
import { compare } from "../crypto/bytes";
import { makeEntry, NO_ENTRY, NOTE, Place, STATEMENT, type Entry, type EntryKind } from "../crypto/chain";
import { Purpose } from "../crypto/context";
import { deviceFromEntropy, type Device } from "../crypto/device";
import * as epochs from "../crypto/epochs";
import { CannotOpen, NotAllowed, NotAModerator, Refused, WrongCommitment } from "../crypto/errors";
import { moderatorGate } from "../crypto/gates";
import { DeviceEntropy, GateSeed, NotesKey, TreeSeed, type EpochSecret } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import { defaultQuorums, personId, sameBundle, type Charter } from "./charter";
import { Filled, type FilledState } from "./filled";
import { Inbox, type InboxState } from "./inbox";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import { Log, removalHash } from "./log";
import { Member, type Breathe, type Gate, type MemberState } from "./member";
import { makeBody as makeNote, sealNote, type NoteType } from "./notes";
import type { MemberRecord, Proposal } from "./records";
import * as statements from "./statements";
import { APPROVAL_LIFE, CLOCKS_DIFFER, DAY, SINGLE, type Body, type Statement } from "./statements";
import type { BoxFill } from "./sync";
import type { Refusal, Thing } from "./things";
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
  rewrite: Uint8Array[];
  restored: [then: number, again: boolean];
  inbox: InboxState;
  filled: FilledState;
  written: Written[];
  erased_at_relay: number[];
  refilled: [invite: Uint8Array, epoch: number][];
}

/** A relay that says it was restored, and lacks nothing that this device knows of, is believed once in so many seconds. */
const RESTORED_AGAIN = 3 * DAY;

/** A letter this device wrote, as it travels, and when. */
export type Written = [then: number, letter: { tag: Uint8Array; blob: Uint8Array }];

/** What {@link Moderator.makeStatement} continues: an object's id, and its last version. */
export interface Continues {
  readonly objectId?: Uint8Array;
  readonly previous?: Body | null;
}

/** What {@link Moderator.proposalNotes} says beside the body: the report it came from, and whether it is approved at once. */
export interface Proposing {
  readonly report?: Uint8Array | null;
  readonly approved?: boolean;
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
  readonly inbox: Inbox;
  /** Path keys in boxes that this device has filled or seen filled. */
  filled = new Filled();
  /** Mail this device wrote: it heals a restored relay. */
  written: Written[] = [];
  /** Entries whose blobs the relay was seen to have erased, as a statement wants it. */
  erasedAtRelay = new Set<number>();
  /** The epoch whose E this device put into the box of each invite. */
  refilled = new BytesMap<number>();
  /** Members whose boxes are to be written again, whatever lies in them: after a replant or a restore, or because they asked. */
  rewrite = new BytesSet();
  /** When this device last took its boxes for lost. */
  restored = 0;
  /** Whether the relay has said since that it was restored. */
  restoredAgain = false;
  /** Which proposed bodies readers would accept, as judged at one head of the board. */
  private judged = new BytesMap<boolean>();
  private judgedAt = NO_ENTRY;

  constructor(entropy: DeviceEntropy, device: Device, collective: Uint8Array, alias: string, joined: number) {
    super(entropy, device, collective, alias, joined);
    this.log = new Log(collective);
    this.inbox = new Inbox(collective);
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

  protected override *reading(fresh: readonly Entry[]): Generator<number, void, Board | undefined> {
    yield* super.reading(fresh);
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

  /** The box that hands a bundle to a moderator's device. */
  async bundleFill(member: MemberRecord, bundle: Bundle, now: number): Promise<BoxFill> {
    const { collective, device } = this;
    const blob = await sealBundle(bundle, { kemKey: member.kem, device: member.sign, collective, signer: device.sign });
    return { id: bundleBox(member.box, collective, bundle.planting), blob, expires: now + 180 * DAY, burnable: false };
  }

  /**
   * The relay says that it was restored: what this device knows of its boxes and erasures may not be so any more (protocol §5.6).
   *
   * @param behind it has less than this device knows. Else it may only say so: that is believed once in {@link RESTORED_AGAIN} seconds, and
   * comes to act later if it is said more often, since all boxes written anew show how many there are.
   */
  relayWasRestored(now: number, { behind }: { behind: boolean }): void {
    this.restoredAgain = true;
    if (behind) this.forgetBoxes(now);
    else this.forgetBoxesIfDue(now);
  }

  /** Believes a relay that said again that it was restored, once enough time has passed. */
  forgetBoxesIfDue(now: number): void {
    const since = now - this.restored;
    if (this.restoredAgain && (since < 0 || since >= RESTORED_AGAIN)) this.forgetBoxes(now);
  }

  private forgetBoxes(now: number): void {
    // Boxes are written again whatever lies in them: the copy may have those that somebody wrote who is out by now.
    this.restored = now;
    this.restoredAgain = false;
    for (const member of this.members()) this.rewrite.add(member.sign);
    this.filled = new Filled();
    this.refilled.clear();
    this.erasedAtRelay.clear();
  }

  // ---- the log ----------------------------------------------------------------------------------------------------

  protected override bundlesHeld(): Bundle[] {
    return [...this.bundles.values(), ...[...this.staged.values()].map((staged) => staged.bundle)];
  }

  /**
   * Reads entries of the log that follow those it has; the board must be up to date.
   *
   * @param kept this device has read them before. It ends at the first under an epoch that the board does not show: the board has stopped at a
   *   charter for later software (protocol §2.2), and what follows is fetched again when it goes on.
   * @throws Refused the chain itself is not sound; what was sound before is kept.
   */
  readLog(fresh: Iterable<Entry>, { kept = false } = {}): void {
    const reading = { trustedBelow: this.logVerified, doubted: this.logDoubted, now: this.now };
    for (const entry of fresh) {
      if (kept && !this.board.gates.has(entry.place.epoch)) break;
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
    this.readLog(entries, { kept: true });
    this.now = now;
  }

  /**
   * The entries that put these notes at the end of the log as this device knows it.
   *
   * @param ahead a staged bundle, for what a leaving moderator must not read.
   */
  noteEntries(notes: readonly NoteDraft[], now: number, { ahead = null }: { ahead?: Bundle | null } = {}): Entry[] {
    const { collective, log } = this;
    const bundle = ahead ?? this.bundle;
    const by = { author: this.me, device: this.device.sign };
    const { epoch, seed } = this.moderatorGate();
    const time = Math.max(now, log.chain.time);
    let seq = log.head === null ? 0 : log.head.seq + 1;
    let prev = log.head?.hash ?? NO_ENTRY;
    return notes.map(([type, fields]) => {
      const place = new Place({ shelf: "log", seq, prev, kind: NOTE, epoch, time });
      const blob = sealNote(makeNote(type, this.board.charter.number, fields), place, bundle, collective, by);
      const entry = makeEntry(place, blob, seed, collective);
      seq += 1;
      prev = entry.hash(collective);
      return entry;
    });
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

  /**
   * This person's approval of a removal.
   *
   * @throws NotAllowed the member moderates; then the tree has to be replanted.
   */
  removalNote(member: MemberRecord): NoteDraft {
    if (this.board.charter.placeOf(member.sign) !== null) {
      throw new NotAllowed("a moderator leaves by a new charter, and the keys are made anew");
    }
    const signature = signing.sign(this.device.sign, Purpose.APPROVE, this.collective, removalHash(member.leaf));
    return ["removal", { leaf: member.leaf, signature }];
  }

  /** Approvals by people who are moderators now, in a fixed order. */
  counted(approvals: BytesMap<Approval>): Approval[] {
    const standing = [...approvals].filter(([person]) => this.board.charter.person(person) !== null);
    return standing.sort(([a], [b]) => compare(a, b)).map(([, approval]) => approval);
  }

  /** The entry that puts at the end of the board what `fill` makes for its place. */
  boardEntry(kind: EntryKind, urgent: number, now: number, fill: (place: Place) => Uint8Array): Entry {
    const { head, chain } = this.board;
    const { epoch, seed } = this.moderatorGate();
    if (head === null) throw new NotAllowed("the board is empty");
    const time = Math.max(now, chain.time);
    const place = new Place({ shelf: "board", seq: head.seq + 1, prev: head.hash, kind, epoch, time, urgent });
    return makeEntry(place, fill(place), seed, this.collective);
  }

  // ---- statements -------------------------------------------------------------------------------------------------

  /** A body to propose under the charter in force. */
  makeStatement(kind: string, content: wire.ValueMap, now: number, { objectId = SINGLE, previous = null }: Continues = {}): Body {
    const charter = this.board.charter.number;
    const until = now + APPROVAL_LIFE - CLOCKS_DIFFER;
    return statements.makeBody(kind, content, { collective: this.collective, charter, objectId, until, previous });
  }

  /** The notes that propose a statement, and approve it at once if wanted. */
  proposalNotes(body: Body, { report = null, approved = false }: Proposing = {}): NoteDraft[] {
    const proposal: NoteDraft = ["proposal", { body: body.encoded, report }];
    return approved ? [proposal, this.approvalNote(body)] : [proposal];
  }

  /** This person's approval of a proposed statement. */
  approvalNote(body: Body): NoteDraft {
    return ["approval", { body: body.hash, signature: statements.approve(this.device.sign, body) }];
  }

  /** Approvals by people who are moderators now. */
  approvalsOf(proposal: Proposal): Approval[] {
    return this.counted(proposal.approvals);
  }

  /**
   * Whether a proposal can still be published: same charter, in time, the next version, not published yet, and of a kind and content that
   * readers accept once enough people have approved it.
   */
  isOpen({ body }: Proposal, now: number): boolean {
    const { charter } = this.board;
    if (body.charter !== charter.number || body.until < now || body.until > now + APPROVAL_LIFE || this.board.has(body)) return false;
    const last = this.board.thingOf(body)?.last.body ?? null;
    const [version, previous] = body.kind === "charter" ? [charter.number, charter.hash] : [last?.version ?? 0, last?.hash ?? null];
    return body.version === version + 1 && sameBytes(body.previous, previous) && this.holds(body, now);
  }

  /** Whether readers would accept a body once enough people have approved it. Asked once for each head of the board. */
  private holds(body: Body, now: number): boolean {
    const { head } = this.board;
    if (!this.moderates || head === null) return true;
    if (!sameBytes(this.judgedAt, head.hash)) {
      this.judgedAt = head.hash;
      this.judged = new BytesMap();
    }
    return this.judged.setDefault(body.hash, () => {
      // Nothing is approved for a trial: the signature that would stand here is left blank, and not looked at.
      const entry = this.statementEntry(body, [new Approval(...this.me, new Uint8Array(64))], now);
      return this.wouldRefuse([entry], { approvalsToCome: true }) === null;
    });
  }

  /** Why readers would refuse these entries if they came next; `null` if they would not. What they would refuse is never sent. */
  wouldRefuse(entries: readonly [Entry, ...Entry[]], { approvalsToCome = false } = {}): Refusal | null {
    const { secrets } = findSecrets(entries, this.collective, this.secrets, this.openers());
    return this.board.wouldAccept(entries, secrets, { bundles: this.bundlesHeld(), approvalsToCome });
  }

  /** How many people a statement needs. */
  neededFor(body: Body): number {
    const { quorums } = this.board.charter;
    if (body.kind === "charter" || body.kind === "erase") return quorums[body.kind];
    return body.kind === "retraction" && this.board.thingOf(body)?.soFar === true ? 1 : quorums.alert;
  }

  /** The entry that publishes a statement now. Whether it has approvals enough is for readers to judge, so the caller asks first. */
  statementEntry(body: Body, approvals: readonly Approval[], now: number, { urgent = 0 } = {}): Entry {
    const [person, index] = this.me;
    return this.boardEntry(STATEMENT, urgent, now, (place) => {
      const publisher = new Approval(person, index, statements.signPublication(this.device.sign, place, body, this.collective));
      const statement: Statement = { body, approvals, publisher };
      return statements.sealStatement(statement, place, this.board.epoch.secret, this.collective);
    });
  }

  /** The charter's next content, with one more person; quorums follow their defaults. */
  charterWith(member: MemberRecord): wire.ValueMap {
    const { charter } = this.board;
    const people = [...charter.people, { id: personId(member.sign), devices: [member.sign] }];
    const wanted = charter.rule("alert_quorum");
    return {
      ...charter.content(),
      people: people.map(({ id, devices }) => ({ id, devices: [...devices] })),
      quorums: { ...defaultQuorums(people.length, wire.isUint(wanted) ? wanted : undefined) },
    };
  }

  /**
   * The charter that makes a member a moderator.
   *
   * @throws NotAllowed she is one already, or has not agreed to become one.
   */
  promotion(member: MemberRecord, now: number): Body {
    if (this.board.charter.placeOf(member.sign) !== null) throw new NotAllowed("she is a moderator already");
    if (!this.log.accepted.has(member.sign)) {
      throw new NotAllowed("she has not agreed yet: she has to volunteer, or to come by an invite for moderators");
    }
    return this.makeStatement("charter", this.charterWith(member), now, { previous: this.board.charterBody });
  }

  /** A charter that enough people approved and that nobody has published yet; not one that replants (see `replant.ts`). */
  charterEntry(now: number): Entry | null {
    const { planting } = this.board.charter;
    return this.firstDue(now, ({ body }) => body.kind === "charter" && body.content["planting"] === planting);
  }

  /** The entry of the first such proposal that enough people have approved, if readers will accept it. */
  private firstDue(now: number, such: (proposal: Proposal) => boolean): Entry | null {
    for (const proposal of this.log.proposals.values()) {
      if (!such(proposal) || !this.isOpen(proposal, now)) continue;
      const approvals = this.approvalsOf(proposal);
      if (approvals.length < this.neededFor(proposal.body)) continue;
      const entry = this.statementEntry(proposal.body, approvals, now);
      if (this.wouldRefuse([entry]) === null) return entry;
    }
    return null;
  }

  // ---- erasing (protocol §5.7) ------------------------------------------------------------------------------------

  /** The statement that erases every version of an object. */
  erasureOf(thing: Thing, now: number): Body {
    const copies = [...this.board.copiesOf(thing.id)].sort(([a], [b]) => a - b);
    const entries = copies.map(([seq, hash]) => ({ seq, hash }));
    return this.makeStatement("erase", { object: thing.id, entries }, now, { objectId: statements.newObject() });
  }

  /** A proposal to erase exactly what `erasure` does that can still be published. */
  openErasure(erasure: Body, now: number): Proposal | null {
    const wanted = wire.encode(erasure.content);
    const such = ({ body }: Proposal) => body.kind === "erase" && sameBytes(wire.encode(body.content), wanted);
    return [...this.log.proposals.values()].find((proposal) => such(proposal) && this.isOpen(proposal, now)) ?? null;
  }

  /** An erasure that enough people approved and nobody has published. */
  eraseEntry(now: number): Entry | null {
    return this.firstDue(now, ({ body }) => {
      const object = body.content["object"];
      return body.kind === "erase" && object instanceof Uint8Array && this.board.things.has(object);
    });
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
      rewrite: [...this.rewrite],
      restored: [this.restored, this.restoredAgain],
      inbox: this.inbox.state(),
      filled: this.filled.state(),
      written: this.written.map(([then, letter]) => [then, { ...letter }]),
      erased_at_relay: [...this.erasedAtRelay].sort((a, b) => a - b),
      refilled: [...this.refilled],
    };
  }

  /** A moderator as it was written down, with the entries of board and log read again. See {@link Member.fromState}. */
  static override async fromState(
    state: ModeratorState,
    entries: readonly Entry[],
    device: Device | null = null,
    breathe?: Breathe,
    logEntries: readonly Entry[] = [],
  ): Promise<Moderator> {
    const entropy = new DeviceEntropy(state.entropy);
    const its = device ?? (await deviceFromEntropy(entropy));
    const moderator = new Moderator(entropy, its, state.collective, state.alias, state.joined);
    moderator.bundles = new Map(state.bundles.map((bundle) => [bundle.planting, bundleFrom(bundle)]));
    for (const [bundle, without] of state.staged) moderator.stage(bundleFrom(bundle), without);
    await moderator.load(state, entries, breathe);
    moderator.logVerified = state.log_verified;
    moderator.logDoubted = new Set(state.log_doubted);
    moderator.readLog(logEntries, { kept: true });
    await moderator.inbox.load(state.inbox, moderator.board, moderator.log);
    moderator.rewrite = new BytesSet(state.rewrite);
    [moderator.restored, moderator.restoredAgain] = state.restored;
    moderator.filled = new Filled(state.filled);
    moderator.written = [...state.written];
    moderator.erasedAtRelay = new Set(state.erased_at_relay);
    moderator.refilled = new BytesMap(state.refilled);
    return moderator;
  }
}

function bundleState(bundle: Bundle): BundleState {
  return { planting: bundle.planting, tree: bundle.tree.reveal(), gate: bundle.gate.reveal(), notes: bundle.notes.reveal() };
}

function bundleFrom(state: BundleState): Bundle {
  return new Bundle(state.planting, new TreeSeed(state.tree), new GateSeed(state.gate), new NotesKey(state.notes));
}
