/**
 * The moderators' log, read: who was admitted, what is proposed and approved, what happens to each report (protocol §5.4).
 *
 * The log orders what moderators' devices decide apart: the first note wins, the same on every device that reads it.
 */

import { checkCosign, parsePublic, type Public } from "../crypto/announced";
import { Approval } from "../crypto/approvals";
import type { Bundle } from "../crypto/bundle";
import { concat } from "../crypto/bytes";
import type { Entry, Place } from "../crypto/chain";
import { digest, Purpose } from "../crypto/context";
import * as epochs from "../crypto/epochs";
import {
  ApprovalsExpired,
  BadSignature,
  InviteExpired,
  InviteUsed,
  InviteWithdrawn,
  NotAModerator,
  OldEpoch,
  Refused,
  RemovedDevice,
  UnknownInvite,
  Withheld,
  WrongCollective,
  WrongEpoch,
  WrongShape,
} from "../crypto/errors";
import { AeadKey, EpochSecret, KemSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import type { Board } from "./board";
import { parseCharter } from "./charter";
import { checkContent } from "./contents";
import { faceless, Faceless } from "./faces";
import { Follower, type Head } from "./follow";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import { checkAuthor, isNoteType, keyOf, notesCommitment, openNote, type Carried, type Fields, type Note, type NoteType } from "./notes";
import { checkAccept, checkJoin, type Join } from "./posts";
import {
  InviteRecord,
  memberRecord,
  sameStep,
  stateToCarry,
  type Announcing,
  type MemberRecord,
  type Proposal,
  type Step,
} from "./records";
import { APPROVAL_LIFE, checkApproval, parseBody } from "./statements";
import type { Refusal } from "./things";

/** A code that lies about for longer, in seconds, is a door left open. */
export const LONGEST_INVITE = 30 * 86_400;
/** Types that stand under the next planting's key before a replant; all but `carried` also stand under the present one. */
const ALSO_NOW: readonly string[] = ["announcement", "announcement-approval", "desk-key"];
export const AHEAD: readonly string[] = ["carried", ...ALSO_NOW];

/** Notes about a report that are no steps of the desk's table: a person has it; its follow-ups up to a counter were read. */
export const SEEN = "seen";
export const HEARD = "heard";

/** What a person signs to approve the removal of a leaf (protocol §5.4). */
export function removalHash(leaf: number): Uint8Array {
  return digest(wire.encode(["removal", leaf]));
}

/** How {@link Log.read} reads. */
export interface LogReading {
  /** Entries with a smaller number were verified by this device before… */
  readonly trustedBelow?: number;
  /** …but for these, which were not believed then. */
  readonly doubted?: ReadonlySet<number>;
  /** This device's clock; `null` for what it has taken before. */
  readonly now?: number | null;
}

/** When a join came, and what was removed by then. */
export interface Arrival {
  /** When the join arrived at the relay. */
  readonly arrived: number;
  /** When the epoch the join is sealed under began. */
  readonly sealedUnderSince: number;
  /** Leaves removed in this planting. */
  readonly removed: ReadonlySet<number>;
}

/** The note that is being read: where it stands, by whose device, under which planting's key, and whether it is yet to be verified. */
interface Reading {
  readonly note: Note;
  readonly place: Place;
  readonly deviceKey: Uint8Array;
  readonly planting: number;
  readonly verify: boolean;
}

type Handlers = { [T in NoteType]: (fields: Fields<T>, reading: Reading) => void };

/** What the log says, entry by entry. */
export class Log extends Faceless {
  readonly collective: Uint8Array;
  readonly chain: Follower;
  readonly invites = new BytesMap<InviteRecord>();
  readonly members = new BytesMap<MemberRecord>();
  readonly leaves = new Set<number>();
  /** Who agreed to moderate: with the join (`null`), or by an acceptance and its signature. */
  readonly accepted = new BytesMap<readonly [body: Uint8Array, signature: Uint8Array] | null>();
  /** Signatures by person, for each leaf whose removal somebody approved. */
  readonly removals = new Map<number, BytesMap<Uint8Array>>();
  /** Leaves removed in earlier plantings, or of moderators who left: nobody there may come back. */
  readonly gone = new Set<number>();
  readonly proposals = new BytesMap<Proposal>();
  readonly announcing = new BytesMap<Announcing>();
  /** Several devices may prepare the next desk key at once; the announcement decides which one counts. */
  readonly deskSeeds = new Map<number, KemSeed[]>();
  readonly steps = new BytesMap<Step[]>();
  /** The first desk key of each number under each notes key, by its commitment: a replant uses only one that the leaver cannot read. */
  readonly deskSeedsUnder = new BytesMap<Map<number, KemSeed>>();
  /** One-time keys to cosign with, by person, in the order in which they are to be used (protocol §4.3). */
  readonly cosigners = new BytesMap<Uint8Array[]>();
  /** Devices recorded under the notes key of each planting: who joins it later can read only that. */
  readonly recorded = new Map<number, BytesSet>();
  readonly refused: Refusal[] = [];
  /** Entries that were refused: not every signature in them was checked, so later they are not trusted either. */
  readonly unjudged = new Set<number>();
  passedOver = 0;
  /** Carried state by the commitment of the notes key it stands under; it counts once a charter with this key is in force. */
  private readonly staged = new BytesMap<Map<number, readonly Carried[]>>();
  private readonly parts = new BytesMap<number>();
  private epoch = 0;
  /** The devices of the founding charter: they alone came without an invite. */
  private founders = new BytesSet();

  constructor(collective: Uint8Array) {
    super();
    this.collective = collective;
    this.chain = new Follower(collective);
  }

  protected override get face(): string {
    return "Log";
  }

  get head(): Head | null {
    return this.chain.head;
  }

  // ---- questions --------------------------------------------------------------------------------------------------

  memberAt(leaf: number): MemberRecord | null {
    return [...this.members.values()].find((member) => member.leaf === leaf) ?? null;
  }

  /** Whether enough people who are moderators now have approved the removal of this leaf. */
  removalApproved(leaf: number, board: Board): boolean {
    const approved = this.removals.get(leaf);
    const people = board.charter.people.filter((person) => approved?.has(person.id) ?? false);
    return people.length >= board.charter.quorums.remove;
  }

  /**
   * The invite a join may use; `null` if the device has joined already (protocol §7.3).
   *
   * @throws UnknownInvite, InviteUsed, InviteExpired, InviteWithdrawn, RemovedDevice it may not.
   */
  checkJoin(invite: Uint8Array, device: Uint8Array, { arrived, sealedUnderSince, removed }: Arrival): InviteRecord | null {
    const record = this.invites.get(invite);
    if (record === undefined) throw new UnknownInvite("a join by an invite nobody made");
    const known = this.members.get(device);
    if (known !== undefined) {
      if (this.gone.has(known.leaf) || removed.has(known.leaf)) throw new RemovedDevice("a join by a device that was removed");
      return null;
    }
    if (record.usedBy !== null) throw new InviteUsed("a second join by the same invite");
    if (record.withdrawn !== null) throw new InviteWithdrawn("a join by an invite that was called back");
    if (Math.max(arrived, sealedUnderSince) > record.expires) throw new InviteExpired("a join after its invite expired");
    return record;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  /**
   * Reads entries that follow those read before; the board must have been read up to date first.
   *
   * @param bundles every bundle this device holds. Notes under other keys are passed over.
   * @throws Gap, BrokenChain, TimeWentBack, TimeAhead, BadSignature, Withheld the chain itself is not sound.
   */
  read(entries: Iterable<Entry>, board: Board, bundles: Iterable<Bundle>, reading: LogReading = {}): void {
    const { trustedBelow = 0, doubted = new Set(), now = null } = reading;
    const keys = new BytesMap([...bundles].map((bundle) => [notesCommitment(bundle, this.collective), bundle]));
    this.knowFounders(board);
    for (const entry of entries) {
      const { seq, epoch } = entry.place;
      const entryHash = this.chain.check(entry, now);
      const verify = seq >= trustedBelow || doubted.has(seq);
      // As on the board: what no shown gate signed, or has lost its text, is the relay's own doing. Notes are never erased.
      if (entry.blob === null) throw new Withheld("the relay withholds a note");
      const gate = board.gates.get(epoch);
      if (gate === undefined) throw new BadSignature("a note under an epoch that no announcement shows");
      if (verify) entry.checkSignature(gate, this.collective);
      try {
        const began = board.epochs.get(epoch);
        if (began === undefined) throw new WrongEpoch("a note under an epoch that no valid announcement began");
        if (epoch < this.epoch) throw new OldEpoch("a note under an epoch that has ended");
        this.epoch = epoch;
        this.note(entry.blob, entry.place, board, keys, began.planting, verify);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.refused.push({ seq, error: error.name, detail: error.detail });
        this.unjudged.add(seq);
      }
      this.chain.advance(entry, entryHash);
    }
  }

  private note(blob: Uint8Array, place: Place, board: Board, keys: BytesMap<Bundle>, planting: number, verify: boolean): void {
    const bundle = keys.get(keyOf(blob));
    if (bundle === undefined) {
      this.passedOver += 1;
      return;
    }
    const note = openNote(blob, place, bundle, this.collective);
    // Before a replant's switch, what the leaving moderator must not read stands under the next planting's key already.
    const expected = AHEAD.includes(note.type) ? planting + 1 : planting;
    if (bundle.planting !== expected && !(ALSO_NOW.includes(note.type) && bundle.planting === planting)) {
      throw new WrongEpoch("a note under another planting's key than its epoch's");
    }
    const charter = board.charters.get(note.charter);
    if (charter === undefined) throw new NotAModerator("a note under a charter there never was");
    const deviceKey = charter.deviceKey(note.person, note.device);
    if (verify) checkAuthor(note, deviceKey, place, this.collective);
    if (note.fields !== null && isNoteType(note.type)) {
      this.handle(note.type, note.fields, { note, place, deviceKey, planting: bundle.planting, verify });
    }
  }

  private handle(type: NoteType, fields: wire.ValueMap, reading: Reading): void {
    // `openNote` has checked the fields of this very type, which the compiler cannot follow.
    const handler: (fields: never, reading: Reading) => void = this.handlers[type];
    handler(fields as never, reading);
  }

  // ---- what each type of note does --------------------------------------------------------------------------------

  private readonly handlers: Handlers = {
    invite: (f, { note, place }) => {
      if (f.expires > place.time + LONGEST_INVITE) throw new WrongShape("note: an invite that lasts too long");
      this.makeInvite(f, note.person, place.time);
    },

    "invite-withdrawn": (f, { place }) => {
      const invite = this.invites.get(f.invite);
      if (invite === undefined) throw new UnknownInvite("calls back an invite nobody made");
      invite.withdrawn = place.time;
    },

    member: (f, { planting, verify }) => {
      // Her keys are those she signed: who writes the note cannot put her own in their place.
      const join = checkJoin(f.join, this.collective, { verified: !verify });
      // Else another device was quicker; the same device keeps its leaf.
      if (!this.members.has(join.sign)) {
        if (this.leaves.has(f.leaf)) throw new WrongShape("note: a leaf that has been used");
        const invite = this.inviteOf(join);
        if (invite !== null && invite.usedBy !== null) throw new InviteUsed("admits a second device by one invite");
        if (invite !== null && invite.withdrawn !== null) {
          throw new InviteWithdrawn("admits somebody by an invite that was called back");
        }
        this.admit(join, f.leaf);
      }
      this.record(planting, join.sign);
    },

    accepted: (f, { planting }) => {
      const sign = checkAccept(f.body, f.signature, this.collective, planting);
      if (this.members.has(sign)) this.accepted.setDefault(sign, () => [f.body, f.signature]);
    },

    removal: (f, { note, deviceKey }) => {
      signing.verify(deviceKey, f.signature, Purpose.APPROVE, this.collective, removalHash(f.leaf));
      setDefault(this.removals, f.leaf, () => new BytesMap<Uint8Array>()).set(note.person, f.signature);
    },

    proposal: (f, { note, place }) => {
      const body = parseBody(f.body);
      if (!sameBytes(body.collective, this.collective)) throw new WrongCollective("a proposal of another collective");
      if (body.until > place.time + APPROVAL_LIFE) throw new ApprovalsExpired("a proposal whose approvals would hold for too long");
      if (body.kind === "charter") parseCharter(body.version, body.content, body.hash);
      else checkContent(body.kind, body.content);
      const proposal = { body, report: f.report, by: note.person, seq: place.seq, approvals: new BytesMap<Approval>() };
      this.proposals.setDefault(body.hash, () => proposal);
    },

    approval: (f, { note, deviceKey }) => {
      const proposal = this.proposals.get(f.body);
      if (proposal === undefined) throw new WrongShape("note: approves what nobody proposed");
      checkApproval(deviceKey, f.signature, proposal.body);
      proposal.approvals.setDefault(note.person, () => new Approval(note.person, note.device, f.signature));
    },

    announcement: (f, { note, place }) => {
      const announcing = {
        public: parsePublic(f.public),
        inner: epochs.parseInner(f.inner),
        secret: new EpochSecret(f.secret),
        by: note.person,
        seq: place.seq,
        approvals: new BytesMap<Approval>(),
        cosigns: new BytesMap<Uint8Array>(),
      };
      this.announcing.setDefault(announcingKey(announcing.public, announcing.inner), () => announcing);
    },

    "announcement-approval": (f, { note, deviceKey }) => {
      const announcing = this.announcing.get(concat(f.public, f.inner));
      if (announcing === undefined) throw new WrongShape("note: approves an announcement nobody proposed");
      epochs.checkApproval(deviceKey, f.signature, announcing.public, announcing.inner, this.collective);
      announcing.approvals.setDefault(note.person, () => new Approval(note.person, note.device, f.signature));
      if (f.cosign === null) return;
      const { key, signature } = f.cosign;
      if (this.cosigners.get(note.person)?.some((known) => sameBytes(known, key)) ?? false) {
        checkCosign(key, signature, announcing.public, this.collective);
        announcing.cosigns.setDefault(key, () => signature);
      }
    },

    cosigners: (f, { note }) => {
      const taken = new BytesSet([...this.cosigners.values()].flat());
      const known = this.cosigners.setDefault(note.person, () => []);
      known.push(...f.keys.filter((key) => !taken.has(key)));
    },

    "desk-key": (f, { note }) => {
      this.addDeskSeed(f.number, f.seed);
      const under = this.deskSeedsUnder.setDefault(note.key, () => new Map());
      setDefault(under, f.number, () => new KemSeed(f.seed));
    },

    desk: (f, { note, place }) => {
      const step = faceless("Step", { time: place.time, person: note.person, event: f.event, data: f.data, epoch: place.epoch });
      this.steps.setDefault(f.report, () => []).push(step);
    },

    carried: (f, { note, planting, verify }) => {
      if (this.carriedUnder(note.key) !== null) return; // somebody may have signed because of what stands there
      for (const item of f.state) {
        if (item.kind === "member") checkJoin(item.join, this.collective, { verified: !verify });
        else if (item.kind === "accepted" && verify) checkAccept(item.body, item.signature, this.collective, planting);
      }
      const parts = this.staged.setDefault(note.key, () => new Map());
      if (f.part === 0) parts.clear();
      parts.set(f.part, f.state);
      this.parts.set(note.key, f.of);
    },
  };

  private makeInvite(f: Fields<"invite">, by: Uint8Array, made: number | null): void {
    this.invites.setDefault(f.invite, () => new InviteRecord(f.invite, f.box, new AeadKey(f.key), f.expires, f.moderator, by, made));
  }

  private inviteOf(join: Join): InviteRecord | null {
    const invite = join.invite === null ? undefined : this.invites.get(join.invite);
    if (invite === undefined && (join.invite !== null || !this.founders.has(join.sign))) {
      throw new UnknownInvite("admits somebody by an invite nobody made");
    }
    return invite ?? null;
  }

  private admit(join: Join, leaf: number): void {
    this.members.set(join.sign, memberRecord(join, leaf));
    this.leaves.add(leaf);
    const invite = join.invite === null ? undefined : this.invites.get(join.invite);
    if (invite !== undefined) invite.usedBy = join.sign;
    if (join.moderator) this.accepted.set(join.sign, null);
  }

  private record(planting: number, sign: Uint8Array): void {
    setDefault(this.recorded, planting, () => new BytesSet()).add(sign);
  }

  private knowFounders(board: Board): void {
    const people = board.founded ? (board.charters.get(1)?.people ?? []) : [];
    this.founders = new BytesSet(people.flatMap((person) => person.devices));
  }

  private addDeskSeed(number: number, bytes: Uint8Array): void {
    const seed = new KemSeed(bytes);
    const seeds = setDefault(this.deskSeeds, number, () => []);
    if (!seeds.some((known) => known.equals(seed))) seeds.push(seed);
  }

  // ---- carrying over at a replant (protocol §3.8) -----------------------------------------------------------------

  /** The state carried under the notes key with this commitment; `null` until all of it is there. */
  carriedUnder(notes: Uint8Array): Carried[] | null {
    const parts = this.staged.get(notes);
    if (parts === undefined || parts.size === 0) return null;
    const numbers = [...parts.keys()].sort((a, b) => a - b);
    if (numbers.length !== this.parts.get(notes) || numbers.some((number, i) => number !== i)) return null;
    return numbers.flatMap((number) => parts.get(number) ?? []);
  }

  /** Lets the state that was carried over count, once the charter with its notes key is in force. */
  takeOver(board: Board): void {
    if (!board.founded) return;
    const charter = board.charter;
    const state = this.carriedUnder(charter.bundle.notes);
    if (state === null) return;
    this.knowFounders(board);
    for (const item of state) {
      try {
        this.restore(item, charter.planting);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.refused.push({ seq: this.chain.hashes.length, error: error.name, detail: error.detail });
      }
    }
    // Of this key alone: read again from the beginning, the log holds what the next replant carries over too.
    this.staged.delete(charter.bundle.notes);
    this.parts.delete(charter.bundle.notes);
  }

  /** What somebody needs who can read only what comes after a replant; `without` are leaves that do not come along. */
  carry(without: Iterable<number>): Carried[] {
    return stateToCarry(this, without);
  }

  private restore(item: Carried, planting: number): void {
    if (item.kind === "gone") {
      for (const leaf of item.leaves) {
        this.gone.add(leaf);
        this.leaves.add(leaf);
      }
    } else if (item.kind === "desk-key") {
      this.addDeskSeed(item.number, item.seed);
    } else if (item.kind === "invite") {
      this.makeInvite(item, new Uint8Array(), null);
    } else if (item.kind === "member") {
      const join = checkJoin(item.join, this.collective, { verified: true });
      if (!this.members.has(join.sign)) {
        this.inviteOf(join);
        this.admit(join, item.leaf);
      }
      this.record(planting, join.sign);
    } else if (item.kind === "accepted") {
      const sign = checkAccept(item.body, item.signature, this.collective, planting);
      if (this.members.has(sign)) this.accepted.setDefault(sign, () => [item.body, item.signature]);
    } else if (item.kind === "cosigners") {
      const known = this.cosigners.setDefault(item.person, () => []);
      const had = new BytesSet(known);
      known.push(...item.keys.filter((key) => !had.has(key)));
    } else {
      const { time, person, event, data, epoch } = item;
      const step = faceless("Step", { time, person, event, data, epoch });
      const steps = this.steps.setDefault(item.report, () => []);
      if (!steps.some((known) => sameStep(known, step))) steps.push(step);
    }
  }
}

function announcingKey(shown: Public, inner: epochs.Inner): Uint8Array {
  return concat(digest(shown.encoded), digest(inner.encoded));
}

function setDefault<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = make();
  map.set(key, value);
  return value;
}
