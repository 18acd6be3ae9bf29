/**
 * Judging one entry of the board after the other (protocol §3.5, §5.7, §6, §10): the second half of what is one file in Python.
 *
 * The text follows the specification section by section, so that it can be read beside it.
 */

import { splitAnnouncement, WRAP_SIZE, type Public } from "../crypto/announced";
import type { Bundle } from "../crypto/bundle";
import { ANNOUNCEMENT, type Entry, type Place } from "../crypto/chain";
import * as epochs from "../crypto/epochs";
import {
  AlreadyRetracted,
  ApprovalsExpired,
  BadCharter,
  BadSignature,
  BelowQuorum,
  BrokenChain,
  BrokenLink,
  CannotErase,
  NotAddressed,
  OldEpoch,
  PublishedTwice,
  Refused,
  RemovedReturns,
  SoFarNotAllowed,
  UnknownVersion,
  Withheld,
  WrongCharter,
  WrongCollective,
  WrongCommitment,
  WrongCover,
  WrongDeskKey,
  WrongEpoch,
  WrongGate,
  WrongShape,
  WrongVersion,
} from "../crypto/errors";
import { memberGate } from "../crypto/gates";
import { cover } from "../crypto/keytree";
import type { EpochSecret } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import type { Board } from "./board";
import { announcementQuorum, checkSuccessor, parseCharter, type Charter } from "./charter";
import { ALERT_KINDS, checkContent, ERASURE, KINDS, URGENT } from "./contents";
import { BytesSet, sameBytes } from "./keyed";
import { APPROVAL_LIFE, checkApproval, checkPublication, openStatement, SINGLE, type Body, type Statement } from "./statements";
import { Thing, thingKey, type Epoch, type Version } from "./things";
import { whyClosed, type Opener, type Secrets } from "./walk";

/** How long *one moderator so far* lasts, in seconds (protocol §6.3). */
export const SO_FAR_LIFE = 72 * 3600;
/** Kinds of statements that cannot be erased (protocol §5.7). */
export const LASTING: readonly string[] = ["charter", "retraction", "erase"];
export const URGENT_SEVERITIES: readonly wire.Value[] = ["dangerous", "very-dangerous"];

/** A charter that changes the planting, waiting for the announcement that must follow it at once. */
export interface Replanting {
  readonly seq: number;
  readonly body: Body;
  readonly charter: Charter;
}

/** Judges one entry against a board, and changes the board only when everything holds. */
export class Reader {
  private readonly board: Board;
  private readonly secrets: Secrets;
  private readonly bundles: ReadonlyMap<number, Bundle>;
  private readonly openers: readonly Opener[];
  private readonly verify: boolean;

  constructor(board: Board, secrets: Secrets, bundles: ReadonlyMap<number, Bundle>, openers: readonly Opener[], verify: boolean) {
    this.board = board;
    this.secrets = secrets;
    this.bundles = bundles;
    this.openers = openers;
    this.verify = verify;
  }

  // ---- §5.2: founding ---------------------------------------------------------------------------------------------

  founding(charterEntry: Entry | null, entry: Entry, entryHash: Uint8Array): void {
    const board = this.board;
    if (charterEntry === null || charterEntry.blob === null || entry.blob === null || entry.place.kind !== ANNOUNCEMENT) {
      throw new BrokenChain("a board begins with its charter and the first announcement");
    }
    const [shown, sealed] = splitAnnouncement(entry.blob);
    const secret = this.secrets.get(entryHash);
    if (secret === undefined) throw whyClosed(shown, this.openers);
    if (shown.epoch !== 1 || charterEntry.place.epoch !== 1 || entry.place.epoch !== 1) throw new WrongEpoch("the first epoch is 1");
    for (const one of [charterEntry, entry]) this.gate(one, shown.moderatorGate);
    const statement = openStatement(charterEntry.blob, charterEntry.place, secret, board.collective);
    const body = statement.body;
    if (body.kind !== "charter" || body.collective !== null || body.charter !== 0 || body.version !== 1) {
      throw new BadCharter("not a founding charter");
    }
    if (!sameBytes(body.hash, board.collective)) throw new WrongCollective("the founding charter is another collective's");
    const charter = parseCharter(1, body.content, body.hash);
    if (charter.planting !== 1) throw new BadCharter("the first planting is 1");
    this.inTime(body.until, charterEntry.place);
    // Her approval is the founding: there is no charter before it, and nobody else can have been asked (protocol §2.2).
    this.people(charter, statement, charterEntry.place, 1);
    const epoch = this.announcement(entry, entryHash, shown, sealed, charter);
    board.charters.set(1, charter);
    board._charterBody = body;
    board._bodies.add(body.hash);
    this.begin(epoch);
  }

  // ---- §10: any later entry ---------------------------------------------------------------------------------------

  entry(entry: Entry, entryHash: Uint8Array): void {
    const board = this.board;
    const place = entry.place;
    // The relay takes only what is signed by a gate that an announcement of this chain shows, and never erases announcements.
    // Anything else is the relay's own doing and refuses the response: kept, it would part this device from the others for good.
    if (place.kind === ANNOUNCEMENT && entry.blob === null) throw new Withheld("the relay withholds an announcement");
    const gate = board.gates.get(place.epoch);
    if (gate === undefined) throw new BadSignature("under an epoch that no announcement shows");
    this.gate(entry, gate);
    let pending = board._replanting;
    board._replanting = null;
    if (place.kind === ANNOUNCEMENT) {
      board._announced += 1;
      this.showGate(entry);
    }
    try {
      if (!board.epochs.has(place.epoch)) throw new WrongEpoch("under an epoch that no valid announcement began");
      if (place.epoch !== board.epoch.number) throw new OldEpoch("under an epoch that has ended");
      if (pending !== null && place.kind !== ANNOUNCEMENT) {
        board._refuse(pending.seq, new BadCharter("no announcement of the new planting followed it"));
        pending = null;
      }
      if (entry.blob === null) board._stubs.set(place.seq, entryHash);
      else if (place.kind === ANNOUNCEMENT) this.laterAnnouncement(entry, entryHash, entry.blob, pending);
      else this.statement(entry, entryHash, entry.blob);
    } catch (error) {
      // People have agreed to rules that this software does not know: it cannot judge what follows (protocol §2.2).
      if (!(error instanceof Refused) || error instanceof UnknownVersion) throw error;
      board._refuse(place.seq, error);
      // A later link may lead to the E that was committed to.
      if (error instanceof NotAddressed || error instanceof WrongCommitment) board.unopened.push(place.seq);
      if (pending !== null) board._refuse(pending.seq, new BadCharter("no valid announcement of the new planting followed it"));
    }
  }

  private showGate(entry: Entry): void {
    try {
      const [shown] = splitAnnouncement(entry.blob ?? new Uint8Array());
      if (shown.epoch === this.board._announced) this.board.gates.set(shown.epoch, shown.moderatorGate);
    } catch (error) {
      if (!(error instanceof Refused)) throw error; // named when it is judged; nothing can stand under it
    }
  }

  private gate(entry: Entry, gate: Uint8Array): void {
    if (this.verify) entry.checkSignature(gate, this.board.collective);
  }

  // ---- §3.5: announcements ----------------------------------------------------------------------------------------

  private laterAnnouncement(entry: Entry, entryHash: Uint8Array, blob: Uint8Array, pending: Replanting | null): void {
    const [shown, sealed] = splitAnnouncement(blob);
    const epoch = this.announcement(entry, entryHash, shown, sealed, pending?.charter ?? this.board.charter);
    if (pending !== null) this.enact(pending.body, pending.charter);
    this.begin(epoch);
  }

  private announcement(entry: Entry, entryHash: Uint8Array, shown: Public, sealed: Uint8Array, charter: Charter): Epoch {
    const board = this.board;
    const place = entry.place;
    const last = board.founded ? board.epoch : null;
    const number = last === null ? 1 : board._announced;
    // 1: number and planting
    if (shown.epoch !== number) throw new WrongEpoch(`epoch ${shown.epoch} where ${number} should follow`);
    if (shown.planting !== charter.planting) throw new WrongEpoch("of another planting than the charter's");
    // 2: the previous one, and the link to it
    if (!sameBytes(shown.previous, last?.hash ?? null)) throw new BrokenLink("names another announcement than the last valid one");
    // 3: removed leaves
    const before = new Set(last?.planting === shown.planting ? last.public.removed : []);
    const removed = new Set(shown.removed);
    if (last?.planting !== shown.planting && removed.size > 0) throw new RemovedReturns("a new planting begins with nobody removed");
    if ([...before].some((leaf) => !removed.has(leaf))) throw new RemovedReturns("a removed place is missing from it");
    // 4: wraps, and E
    if (cover(shown.removed).length * WRAP_SIZE !== shown.wraps.length) throw new WrongCover("the wraps do not match the removed places");
    const secret = this.secrets.get(entryHash);
    if (secret === undefined) throw whyClosed(shown, this.openers);
    epochs.checkCommitment(shown, secret, board.collective);
    const back = epochs.walkBack(shown, secret, board.collective);
    if (last !== null && !back?.secret.equals(last.secret)) throw new BrokenLink("the link back does not lead to the epoch before");
    // 5: gates; moderators recompute everything, when all the rest holds
    if (!sameBytes(shown.memberGate, signing.publicKey(memberGate(secret, board.collective, shown.epoch)))) {
      throw new WrongGate("the members' gate is not that of the epoch");
    }
    const [inner, approvals] = epochs.openAnnouncement(shown, sealed, secret, board.collective);
    // 6: the desk key
    const deskKey = this.deskKey(shown, inner.deskKey, last);
    // 7: what it stands on, and who approved
    if (inner.charter !== charter.number) throw new WrongCharter("judged by another charter than the one in force");
    this.head(inner, last, place);
    this.inTime(inner.until, place);
    const people = new BytesSet();
    for (const approval of approvals) {
      const key = charter.deviceKey(approval.person, approval.device);
      if (this.verify) epochs.checkApproval(key, approval.signature, shown, inner, board.collective);
      people.add(approval.person);
    }
    if (last !== null && people.size < announcementQuorum(charter, { removes: removed.size > before.size })) {
      throw new BelowQuorum("approved by fewer people than an announcement needs");
    }
    const { seq, time } = place;
    const epoch = { number: shown.epoch, planting: shown.planting, seq, hash: entryHash, time, public: shown, secret, deskKey, people };
    this.raiseAlarms(epoch, last);
    return epoch;
  }

  private raiseAlarms(epoch: Epoch, last: Epoch | null): void {
    const bundle = this.bundles.get(epoch.planting);
    if (bundle === undefined) return;
    try {
      this.recompute(bundle, epoch.public, epoch.secret, last);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Members cannot see it, so it counts all the same: else their board would part from their moderators' for good.
      this.board.alarms.push({ seq: epoch.seq, error: error.name, detail: error.detail });
    }
  }

  private recompute(bundle: Bundle, shown: Public, secret: EpochSecret, last: Epoch | null): void {
    const again = epochs.announce(bundle, secret, this.board.collective, {
      epoch: shown.epoch,
      removed: shown.removed,
      previous: last && { hash: last.hash, secret: last.secret },
      desk: shown.desk,
      cosigners: shown.cosigners,
    });
    if (!sameBytes(again.moderatorGate, shown.moderatorGate) || !sameBytes(again.moderatorPing, shown.moderatorPing)) {
      throw new WrongGate("two moderators or more announced a gate or ping code for moderators that no other moderator can make");
    }
    if (!sameBytes(again.encoded, shown.encoded)) {
      throw new WrongCover("two moderators or more made an announcement that some members cannot open");
    }
  }

  private deskKey(shown: Public, sent: Uint8Array | null, last: Epoch | null): Uint8Array {
    if (last !== null && shown.desk === last.public.desk) {
      if (sent !== null) throw new WrongDeskKey("a desk key under a number that is not new");
      return last.deskKey;
    }
    if (sent === null || shown.desk !== (last === null ? 1 : last.public.desk + 1)) {
      throw new WrongDeskKey("the desk key is missing, or its number does not follow");
    }
    return sent;
  }

  private head(inner: epochs.Inner, last: Epoch | null, place: Place): void {
    if (last === null) {
      if (inner.headSeq !== null) throw new BrokenLink("the first announcement stands on nothing");
      return;
    }
    if (inner.headSeq === null || inner.headHash === null || inner.headSeq < last.seq || inner.headSeq >= place.seq) {
      throw new BrokenLink("stands on an entry it cannot stand on");
    }
    if (!this.board.chain.has(inner.headSeq, inner.headHash)) throw new BrokenLink("stands on an entry that is not of this board");
  }

  private begin(epoch: Epoch): void {
    const board = this.board;
    if (!board.founded) {
      board._announced = 1;
      board.gates.set(1, epoch.public.moderatorGate);
    }
    board.epochs.set(epoch.number, epoch);
    board.deskKeys.set(epoch.public.desk, epoch.deskKey);
  }

  // ---- §6.2: statements -------------------------------------------------------------------------------------------

  private statement(entry: Entry, entryHash: Uint8Array, blob: Uint8Array): void {
    const board = this.board;
    const place = entry.place;
    const statement = openStatement(blob, place, board.epoch.secret, board.collective);
    const body = statement.body;
    if (!KINDS.includes(body.kind)) {
      board.skippedKinds.add(body.kind);
      board.unjudged.add(place.seq);
      return;
    }
    if (!LASTING.includes(body.kind)) board._copies.setDefault(body.object, () => new Map()).set(place.seq, entryHash);
    const charter = board.charter;
    if (!sameBytes(body.collective, board.collective)) throw new WrongCollective("a statement of another collective");
    if (body.charter !== charter.number) throw new WrongCharter("judged by another charter than the one in force");
    this.inTime(body.until, place);
    // Before the next question: who finds a stub there cannot know which body it was.
    if (board._erasedObjects.has(body.object)) throw new WrongVersion("of something that was erased");
    if (board._bodies.has(body.hash)) throw new PublishedTwice("the same statement stands on the board already");
    if (!URGENT.get(body.kind)?.includes(place.urgent)) throw new WrongShape("statement: not as urgent as that");
    if (body.kind === "charter") {
      this.charter(statement, place, charter);
      return;
    }
    checkContent(body.kind, body.content);
    if (body.kind === "erase") this.erase(statement, place, charter);
    else if (ALERT_KINDS.includes(body.kind)) this.alert(statement, entryHash, place, charter);
    else {
      const people = this.people(charter, statement, place, charter.quorums.alert);
      this.successor(body);
      this.publish(body, entryHash, place, people, charter.quorums.alert);
    }
    board._bodies.add(body.hash);
  }

  private inTime(until: number, place: Place): void {
    if (until < place.time || until > place.time + APPROVAL_LIFE) {
      throw new ApprovalsExpired("published outside the time its approvals hold for");
    }
  }

  /** The people who approved. Any signature that does not hold refuses the whole statement. */
  private people(charter: Charter, { body, approvals, publisher }: Statement, place: Place, needed: number): BytesSet {
    const people = new BytesSet();
    for (const approval of approvals) {
      const key = charter.deviceKey(approval.person, approval.device);
      if (this.verify) checkApproval(key, approval.signature, body);
      people.add(approval.person);
    }
    const key = charter.deviceKey(publisher.person, publisher.device);
    if (this.verify) checkPublication(key, publisher.signature, place, body, this.board.collective);
    if (people.size < needed && !this.board._approvalsToCome) {
      throw new BelowQuorum(`approved by ${people.size} of the ${needed} people it needs`);
    }
    return people;
  }

  private successor(body: Body): void {
    const thing = this.board.thingOf(body);
    if (thing?.retracted === true) throw new AlreadyRetracted("of something that was retracted");
    const last = thing?.last.body;
    if (body.version !== (last === undefined ? 1 : last.version + 1) || !sameBytes(body.previous, last?.hash ?? null)) {
      throw new WrongVersion("does not continue the last version");
    }
    if (thing !== null && body.kind !== thing.first.body.kind && !(thing.isAlert && ALERT_KINDS.includes(body.kind))) {
      throw new WrongVersion("continues something of another kind");
    }
  }

  private publish(body: Body, entryHash: Uint8Array, place: Place, people: BytesSet, needed: number): void {
    const version: Version = { seq: place.seq, hash: entryHash, time: place.time, body, people, needed };
    const thing = this.board.thingOf(body);
    if (thing === null) this.board.things.set(thingKey(body), new Thing(body.object, [version]));
    else thing.versions.push(version);
  }

  // ---- §2.2: charters ---------------------------------------------------------------------------------------------

  private charter(statement: Statement, place: Place, old: Charter): void {
    const body = statement.body;
    if (body.version !== old.number + 1 || !sameBytes(body.previous, old.hash)) {
      throw new WrongVersion("does not continue the charter in force");
    }
    this.people(old, statement, place, old.quorums.charter);
    const next = parseCharter(body.version, body.content, body.hash);
    checkSuccessor(old, next);
    if (next.planting === old.planting) this.enact(body, next);
    else this.board._replanting = { seq: place.seq, body, charter: next };
  }

  private enact(body: Body, charter: Charter): void {
    this.board.charters.set(charter.number, charter);
    this.board._charterBody = body;
    this.board._bodies.add(body.hash);
  }

  // ---- §6.3: alerts -----------------------------------------------------------------------------------------------

  private alert(statement: Statement, entryHash: Uint8Array, place: Place, charter: Charter): void {
    const board = this.board;
    const body = statement.body;
    const needed = charter.quorums.alert;
    const people = this.people(charter, statement, place, 1);
    // The versions it retracts were erased: nothing to retract, and nothing to refuse (protocol §5.7).
    if (body.kind === "retraction" && !board.things.has(body.object) && board._stubs.size > 0) return;
    this.successor(body);
    if ((body.kind === "alert") !== (body.version === 1)) {
      throw new WrongVersion("an alert is the first version, an amendment or retraction a later one");
    }
    if (people.size < needed && !board._approvalsToCome) this.soFar(body, place, people);
    this.publish(body, entryHash, place, people, needed);
  }

  private soFar(body: Body, place: Place, people: BytesSet): void {
    const thing = this.board.things.get(body.object);
    if (thing !== undefined && !thing.soFar) throw new BelowQuorum("approved by fewer people than it needs");
    if (body.kind === "retraction") return;
    const { so_far: saysSo, severity = null, expires } = body.content;
    if (saysSo !== true) throw new BelowQuorum("approved by fewer people than it needs, and does not say so");
    if (thing !== undefined && !thing.last.people.isWithin(people)) {
      throw new SoFarNotAllowed("one moderator's word is not for another to change alone");
    }
    if (!URGENT_SEVERITIES.includes(severity)) throw new SoFarNotAllowed("only a dangerous man is worth one signature");
    if (!wire.isUint(expires) || expires > (thing?.first.time ?? place.time) + SO_FAR_LIFE) {
      throw new SoFarNotAllowed("one moderator's word lasts 72 hours");
    }
    for (const other of this.board.alerts) {
      if (!sameBytes(other.id, body.object) && other.soFar && !other.expired(place.time) && other.last.people.meets(people)) {
        throw new SoFarNotAllowed("this moderator has another alert out that nobody has confirmed yet");
      }
    }
  }

  // ---- §5.7: erasing ----------------------------------------------------------------------------------------------

  private erase(statement: Statement, place: Place, charter: Charter): void {
    const board = this.board;
    const content = wire.shaped(statement.body.content, "erase", ERASURE);
    this.people(charter, statement, place, charter.quorums.erase);
    if (sameBytes(content.object, SINGLE)) throw new CannotErase("of what there is one each, the next version takes the place of the last");
    const named = new Map(content.entries.map(({ seq, hash }) => [seq, hash]));
    if ([...named].some(([seq, hash]) => seq >= place.seq || !board.chain.has(seq, hash))) {
      throw new CannotErase("names an entry that is not of this board");
    }
    const own = (board.things.get(content.object)?.versions ?? []).filter((version) => version.body.kind !== "retraction");
    // What is a stub already cannot be looked into: it was judged when it was whole, and this statement is the quorum's.
    // A version that counts only because the one it repeats is gone is no reason to bring the object back.
    const whole = ![...named.keys()].some((seq) => board._stubs.has(seq));
    if (whole && own.some((version) => !sameBytes(named.get(version.seq) ?? null, version.hash))) {
      throw new CannotErase("does not name every version");
    }
    const copies = board.copiesOf(content.object);
    if ([...named.keys()].some((seq) => !copies.has(seq) && !board._stubs.has(seq))) {
      throw new CannotErase("names something that cannot be erased, or of another object");
    }
    for (const [seq, hash] of named) board._erased.set(seq, hash);
    board._erasedObjects.add(content.object);
    board.things.delete(content.object);
  }
}
