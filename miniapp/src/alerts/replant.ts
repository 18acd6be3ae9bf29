/**
 * Replanting: when a moderator goes, everything she knew is made worth nothing (protocol §3.8).
 *
 * Every step can be repeated. The staged bundle is written down first; then boxes, carried state and the proposal follow, in
 * any number of sittings, until charter and announcement go out in one append.
 */

import type { Public } from "../crypto/announced";
import { Bundle } from "../crypto/bundle";
import { ANNOUNCEMENT, makeEntry, Place, type Entry } from "../crypto/chain";
import * as epochs from "../crypto/epochs";
import { NotAllowed } from "../crypto/errors";
import { kemPublicKey } from "../crypto/sealing";
import { EpochSecret, KemSeed } from "../crypto/secrets";
import * as wire from "../crypto/wire";
import * as admitting from "./admitting";
import { approvalNote as approveAnnouncement, inOrder, makeInner, standsHere } from "./announcing";
import { announcementQuorum, defaultQuorums, parseCharter, type Charter, type Person } from "./charter";
import * as cosigning from "./cosigning";
import { BytesSet, sameBytes } from "./keyed";
import type { Moderator, NoteDraft } from "./moderator";
import type { Carried } from "./notes";
import type { Announcing, MemberRecord, Proposal } from "./records";
import type { BoxFill } from "./sync";

/** One carried note holds at most this many bytes of state, so that it fits into 64 KiB with its wrapping. */
const PART = 48 * 1024;

/** A proposed replant: the charter without somebody, and the first announcement of the new planting. */
export interface Replant {
  readonly proposal: Proposal;
  readonly charter: Charter;
  readonly announcing: Announcing | null;
}

function isHers(person: Person, member: MemberRecord): boolean {
  return person.devices.some((key) => sameBytes(key, member.sign));
}

/**
 * The bundle this device drew for a replant without this person, drawn if there is none. Write the device down before anything else.
 *
 * Never one that somebody else drew: the person who is to go must not choose the keys that shut her out. Nor one of which somebody may
 * have keys who was removed since.
 */
export function begin(moderator: Moderator, gone: MemberRecord): Bundle {
  const planting = moderator.board.charter.planting + 1;
  for (const [notes, { bundle, without }] of moderator.staged) {
    const hers = without !== null && sameBytes(without, gone.sign) && bundle.planting === planting;
    if (hers && !overtaken(moderator, notes)) return bundle;
  }
  const bundle = Bundle.random(planting);
  // What lies in the boxes is of another bundle.
  moderator.filled.forget(planting);
  moderator.stage(bundle, gone.sign);
  return bundle;
}

/** Every open invite is called back: the leaver may know its code. */
export function callingBack(moderator: Moderator, now: number): NoteDraft[] {
  return admitting.openInvites(moderator, now).map(({ publicKey }) => ["invite-withdrawn", { invite: publicKey }]);
}

/** The members who come along. */
export function staying(moderator: Moderator, gone: MemberRecord): MemberRecord[] {
  return moderator.members().filter((member) => !sameBytes(member.sign, gone.sign));
}

/** The new bundle, for each device of the people who remain. */
export async function bundleFills(moderator: Moderator, gone: MemberRecord, now: number): Promise<BoxFill[]> {
  const people = moderator.board.charter.people.filter((person) => !isHers(person, gone));
  const keys = new BytesSet(people.flatMap((person) => person.devices));
  const bundle = begin(moderator, gone);
  const fills: BoxFill[] = [];
  for (const member of staying(moderator, gone)) if (keys.has(member.sign)) fills.push(await moderator.bundleFill(member, bundle, now));
  return fills;
}

/** The log's state, in parts, to be written under the staged notes key. Empty if it stands there already. */
export function carriedNotes(moderator: Moderator, gone: MemberRecord): NoteDraft[] {
  const bundle = begin(moderator, gone);
  if (moderator.log.carriedUnder(notesKey(moderator, bundle)) !== null) return [];
  let part: Carried[] = [];
  const parts = [part];
  let size = 0;
  for (const item of stateOf(moderator, gone)) {
    const itsSize = wire.encode(item).length;
    size += itsSize;
    if (size > PART) {
      part = [];
      parts.push(part);
      size = itsSize;
    }
    part.push(item);
  }
  return parts.map((state, index) => ["carried", { part: index, of: parts.length, state }]);
}

/**
 * The notes that propose and approve the new charter.
 *
 * @throws NotAllowed nobody would be left to moderate.
 */
export function proposalNotes(moderator: Moderator, gone: MemberRecord, now: number): NoteDraft[] {
  const bundle = begin(moderator, gone);
  const { charter, charterBody } = moderator.board;
  if (charter.people.every((person) => isHers(person, gone))) throw new NotAllowed("nobody would be left to moderate");
  const content = contentWithout(charter, gone, { planting: bundle.planting, bundle: { ...bundle.commitments(moderator.collective) } });
  const body = moderator.makeStatement("charter", content, now, { previous: charterBody });
  return moderator.proposalNotes(body, { approved: true });
}

function contentWithout(old: Charter, gone: MemberRecord, keys: wire.ValueMap): wire.ValueMap {
  const people = old.people.filter((person) => !isHers(person, gone));
  const wanted = old.rule("alert_quorum");
  return {
    ...old.content(),
    people: people.map((person) => ({ id: person.id, devices: [...person.devices] })),
    quorums: { ...defaultQuorums(people.length, wire.isUint(wanted) ? wanted : undefined) },
    ...keys,
  };
}

/**
 * What this device owes the announcement of a replant whose charter this person has approved, under the staged notes key.
 *
 * Another announcement may come in between: then the one that was proposed does not follow any more, and this proposes the next.
 */
export function announcementNotes(moderator: Moderator, { proposal, charter, announcing }: Replant, now: number): NoteDraft[] {
  const [me] = moderator.me;
  const bundle = moderator.stagedFor(charter);
  if (bundle === null || !proposal.approvals.has(me)) return [];
  if (announcing !== null) {
    return announcing.approvals.has(me) ? [] : [approveAnnouncement(moderator, announcing.public, announcing.inner)];
  }
  const cosigners = cosigning.listed(moderator, charter);
  if (!cosigning.acceptable(moderator, cosigners, charter)) return [];
  const notes: NoteDraft[] = [];
  let seed = nextDeskSeed(moderator, bundle);
  if (seed === null) {
    seed = KemSeed.random();
    notes.push(["desk-key", { number: moderator.board.epoch.public.desk + 1, seed: seed.reveal() }]);
  }
  const secret = EpochSecret.random();
  const shown = announcementOf(moderator, bundle, secret, cosigners);
  const inner = makeInner(moderator, charter.number, kemPublicKey(seed), now);
  notes.push(["announcement", { public: shown.encoded, inner: inner.encoded, secret: secret.reveal() }]);
  notes.push(approveAnnouncement(moderator, shown, inner));
  return notes;
}

function announcementOf(moderator: Moderator, bundle: Bundle, secret: EpochSecret, cosigners: readonly Uint8Array[]): Public {
  const { epoch, nextEpoch } = moderator.board;
  const previous = { hash: epoch.hash, secret: epoch.secret };
  const desk = epoch.public.desk + 1;
  return epochs.announce(bundle, secret, moderator.collective, { epoch: nextEpoch, removed: [], previous, desk, cosigners });
}

function notesKey(moderator: Moderator, bundle: Bundle): Uint8Array {
  return bundle.commitments(moderator.collective).notes;
}

/** The next desk key as it stands under the staged notes key, where the one who goes cannot read it. */
function nextDeskSeed(moderator: Moderator, bundle: Bundle): KemSeed | null {
  return moderator.log.deskSeedsUnder.get(notesKey(moderator, bundle))?.get(moderator.board.epoch.public.desk + 1) ?? null;
}

// ---- the others -----------------------------------------------------------------------------------------------------

/**
 * Whether somebody was removed after the state under this notes key was carried over.
 *
 * She may have found the new path keys in her box, and a planting begins with nobody removed: she would come in again with it.
 */
function overtaken(moderator: Moderator, notes: Uint8Array): boolean {
  const out = moderator.removed;
  return (moderator.log.carriedUnder(notes) ?? []).some((item) => item.kind === "member" && out.has(item.leaf));
}

/** Open proposals of a charter with the next planting. */
export function proposed(moderator: Moderator, now: number): Replant[] {
  const next = moderator.board.charter.planting + 1;
  return [...moderator.log.proposals.values()].flatMap((proposal) => {
    const { kind, version, content, hash } = proposal.body;
    if (kind !== "charter" || !moderator.isOpen(proposal, now) || content["planting"] !== next) return [];
    const charter = parseCharter(version, content, hash);
    if (overtaken(moderator, charter.bundle.notes)) return [];
    return [{ proposal, charter, announcing: itsAnnouncement(moderator, charter, now) }];
  });
}

/** Whether a proposed replant is one without this person, proposed by somebody who stays. */
export function without({ charter, proposal }: Replant, gone: MemberRecord): boolean {
  return !charter.people.some((person) => isHers(person, gone)) && charter.person(proposal.by) !== null;
}

/** The earliest that follows from the staged bundle, byte for byte. */
function itsAnnouncement(moderator: Moderator, charter: Charter, now: number): Announcing | null {
  const bundle = moderator.stagedFor(charter);
  if (bundle === null) return null;
  const itsOwn = inOrder(moderator).filter(({ inner, public: shown }) => {
    return inner.charter === charter.number && shown.planting === charter.planting;
  });
  return itsOwn.find((announcing) => follows(moderator, announcing, bundle, charter, now)) ?? null;
}

function follows(moderator: Moderator, announcing: Announcing, bundle: Bundle, charter: Charter, now: number): boolean {
  const { inner, public: shown, secret } = announcing;
  const seed = nextDeskSeed(moderator, bundle);
  if (seed === null || !sameBytes(inner.deskKey, kemPublicKey(seed)) || !standsHere(moderator, inner, now)) return false;
  if (!cosigning.acceptable(moderator, shown.cosigners, charter)) return false;
  return sameBytes(announcementOf(moderator, bundle, secret, shown.cosigners).encoded, shown.encoded);
}

/**
 * Returns if a device may sign this replant: it removes exactly this person, and carries what this device knows too.
 *
 * @throws NotAllowed it does not; the message says what differs.
 */
export function check(moderator: Moderator, { charter: next }: Replant, gone: MemberRecord): void {
  const expected = contentWithout(moderator.board.charter, gone, { planting: next.planting, bundle: { ...next.bundle } });
  if (!sameBytes(wire.encode(next.content()), wire.encode(expected))) {
    throw new NotAllowed("the proposed charter changes more than who moderates; look at it before you sign");
  }
  const carried = moderator.log.carriedUnder(next.bundle.notes);
  if (moderator.stagedFor(next) === null || carried === null) {
    throw new NotAllowed("the new keys are not here yet; sync again in a moment");
  }
  const own = new BytesSet(stateOf(moderator, gone).map((item) => wire.encode(item)));
  if (carried.some((item) => !own.has(wire.encode(item)) && !knowsKeys(moderator, item))) {
    throw new NotAllowed("what it carries over is not what this device knows; somebody has to look at it before you sign");
  }
}

/** Who has published more keys since stands there with fewer. */
function knowsKeys(moderator: Moderator, item: Carried): boolean {
  if (item.kind !== "cosigners") return false;
  return new BytesSet(item.keys).isWithin(new BytesSet(moderator.log.cosigners.get(item.person) ?? []));
}

function stateOf(moderator: Moderator, gone: MemberRecord): Carried[] {
  return moderator.log.carry([...moderator.removed, gone.leaf]);
}

/** This person's approval of the charter; her device then owes the announcement its own. */
export function approvalNotes(moderator: Moderator, { proposal }: Replant): NoteDraft[] {
  const [me] = moderator.me;
  return proposal.approvals.has(me) ? [] : [moderator.approvalNote(proposal.body)];
}

/** Charter and announcement, to be appended together; `null` until enough people have approved both. */
export function entries(moderator: Moderator, { proposal, charter, announcing }: Replant, now: number): [Entry, Entry] | null {
  if (announcing === null) return null;
  const approvals = moderator.approvalsOf(proposal);
  // By those who stay, and with the devices they will have.
  const ofAnnouncement = moderator.counted(announcing.approvals).filter(({ person, device }) => {
    return charter.person(person)?.devices[device] !== undefined;
  });
  if (approvals.length < moderator.neededFor(proposal.body)) return null;
  if (ofAnnouncement.length < announcementQuorum(charter, { removes: false })) return null;
  const cosigns = cosigning.counted(moderator, announcing);
  if (cosigns === null) return null;
  const { collective } = moderator;
  const first = moderator.statementEntry(proposal.body, approvals, now);
  const blob = epochs.sealAnnouncement(announcing.public, announcing.inner, ofAnnouncement, announcing.secret, collective, cosigns);
  const { seq, epoch, time } = first.place;
  const place = new Place({ shelf: "board", seq: seq + 1, prev: first.hash(collective), kind: ANNOUNCEMENT, epoch, time });
  return [first, makeEntry(place, blob, moderator.moderatorGate().seed, collective)];
}
