/**
 * Announcing: when an announcement is due, who proposes it, what a device signs by itself, and when it is published (protocol §3.5 to
 * §3.7).
 */

import type { Public } from "../crypto/announced";
import { ANNOUNCEMENT, type Entry } from "../crypto/chain";
import { digest } from "../crypto/context";
import * as epochs from "../crypto/epochs";
import { Refused, WrongDeskKey, WrongGate } from "../crypto/errors";
import { kemPublicKey } from "../crypto/sealing";
import { EpochSecret, KemSeed } from "../crypto/secrets";
import { announcementQuorum } from "./charter";
import * as cosigning from "./cosigning";
import { sameBytes } from "./keyed";
import type { Moderator, NoteDraft } from "./moderator";
import type { Announcing } from "./records";
import { APPROVAL_LIFE, CLOCKS_DIFFER, DAY } from "./statements";
import type { Refusal } from "./things";

/** A pulse is prepared a day before it is due (protocol §3.5: at least every 7 days), so that it arrives in time. Seconds. */
export const PULSE_AFTER = 6 * DAY;
export const DESK_KEY_LIFE = 30 * DAY;
/**
 * How old the last announcement is before an ended invite is a reason for the next. One person can end as many invites as she likes, and each
 * announcement uses up a one-time key of everybody who moderates (protocol §4.3).
 */
export const INVITES_WAIT = DAY / 2;

export type Reason = "alarm" | "removal" | "invite" | "moderators" | "desk key" | "pulse";

/** Why an announcement is due; `null` if none is. `now` in Unix seconds, as everywhere here. */
export function reason(moderator: Moderator, now: number): Reason | null {
  const { board, log } = moderator;
  const epoch = board.epoch;
  const ended = (at: number | null) => at !== null && at > epoch.time;
  if (board.alarmed.length > 0 || alarms(moderator).length > 0) return "alarm";
  if (newlyRemoved(moderator).length > 0) return "removal";
  if (now - epoch.time >= INVITES_WAIT && [...log.invites.values()].some((invite) => ended(invite.ended(now)))) return "invite";
  if (!cosigning.isComplete(moderator)) return "moderators";
  if (deskKeyDue(moderator, now)) return "desk key";
  return now - epoch.time >= PULSE_AFTER ? "pulse" : null;
}

function newlyRemoved(moderator: Moderator): number[] {
  const { log, board } = moderator;
  const removed = moderator.removed;
  return [...log.removals.keys()].filter((leaf) => !removed.has(leaf) && log.removalApproved(leaf, board));
}

function deskKeyDue(moderator: Moderator, now: number): boolean {
  const { epoch, epochs: all } = moderator.board;
  if (!hasDeskKey(moderator)) return true;
  const began = Math.min(...[...all.values()].filter((one) => one.public.desk === epoch.public.desk).map((one) => one.time));
  return now - began >= DESK_KEY_LIFE;
}

function hasDeskKey(moderator: Moderator): boolean {
  const { board, log } = moderator;
  const number = board.epoch.public.desk;
  const publicKey = board.deskKeys.get(number) ?? null;
  return (log.deskSeeds.get(number) ?? []).some((seed) => sameBytes(kemPublicKey(seed), publicKey));
}

/**
 * What only the log shows to be wrong with the newest announcement (protocol §3.6). The log must have been read up to date.
 *
 * An announcement that honest devices approved has none of it, so two people at least meant it.
 */
export function alarms(moderator: Moderator): Refusal[] {
  const seq = moderator.board.epoch.seq;
  const found: Refusal[] = [];
  const raise = (error: Refused) => found.push({ seq, error: error.name, detail: error.detail });
  if (!hasDeskKey(moderator)) raise(new WrongDeskKey("two moderators or more announced a desk key that the others do not have"));
  if (cosigning.leftOut(moderator)) {
    raise(new WrongGate("two moderators or more left others out who may cosign the next announcement"));
  }
  return found;
}

/** The notes that propose an announcement, if one is due; or that approve the one that stands. */
export function notesDue(moderator: Moderator, now: number): NoteDraft[] {
  const [person] = moderator.me;
  const current = openProposal(moderator, now);
  if (current === null) return reason(moderator, now) === null ? [] : propose(moderator, now);
  return current.approvals.has(person) ? [] : [approvalNote(moderator, current.public, current.inner)];
}

function propose(moderator: Moderator, now: number): NoteDraft[] {
  const { epoch, charter } = moderator.board;
  const cosigners = cosigning.listed(moderator, charter);
  // Nobody would sign it, this device included; it would be proposed again at every sync.
  if (!cosigning.acceptable(moderator, cosigners, charter)) return [];
  const notes: NoteDraft[] = [];
  let desk = epoch.public.desk;
  let deskKey: Uint8Array | null = null;
  if (deskKeyDue(moderator, now)) {
    desk += 1;
    const seed = KemSeed.random();
    deskKey = kemPublicKey(seed);
    notes.push(["desk-key", { number: desk, seed: seed.reveal() }]);
  }
  const secret = EpochSecret.random();
  const removed = [...new Set([...epoch.public.removed, ...newlyRemoved(moderator)])].sort((a, b) => a - b);
  const shown = make(moderator, secret, removed, desk, cosigners);
  const inner = makeInner(moderator, charter.number, deskKey, now);
  notes.push(["announcement", { public: shown.encoded, inner: inner.encoded, secret: secret.reveal() }]);
  notes.push(approvalNote(moderator, shown, inner));
  return notes;
}

/** The inner part of an announcement that stands on the newest entry of the board. */
export function makeInner(moderator: Moderator, charter: number, deskKey: Uint8Array | null, now: number): epochs.Inner {
  return epochs.makeInner({ charter, deskKey, head: moderator.board.head, until: now + APPROVAL_LIFE - CLOCKS_DIFFER });
}

function make(
  moderator: Moderator,
  secret: EpochSecret,
  removed: readonly number[],
  desk: number,
  cosigners: readonly Uint8Array[],
): Public {
  const { epoch, nextEpoch } = moderator.board;
  const previous = { hash: epoch.hash, secret: epoch.secret };
  return epochs.announce(moderator.bundle, secret, moderator.collective, { epoch: nextEpoch, removed, previous, desk, cosigners });
}

/** This person's approval of an announcement, and her cosignature for the relay if she is among the present cosigners. */
export function approvalNote(moderator: Moderator, shown: Public, inner: epochs.Inner): NoteDraft {
  const signature = epochs.approve(moderator.device.sign, shown, inner, moderator.collective);
  const cosign = cosigning.mine(moderator, shown);
  return ["announcement-approval", { public: digest(shown.encoded), inner: digest(inner.encoded), signature, cosign }];
}

/** The one proposal for the next epoch that this device would sign: the earliest in the log that holds, if one is due (protocol §3.7). */
export function openProposal(moderator: Moderator, now: number): Announcing | null {
  if (reason(moderator, now) === null) return null;
  return inOrder(moderator).find((announcing) => acceptable(moderator, announcing, now)) ?? null;
}

/** All proposed announcements, the earliest first. */
export function inOrder(moderator: Moderator): Announcing[] {
  return [...moderator.log.announcing.values()].sort((a, b) => a.seq - b.seq);
}

function acceptable(moderator: Moderator, announcing: Announcing, now: number): boolean {
  const { public: shown, inner } = announcing;
  const { epoch, charter, nextEpoch } = moderator.board;
  if (shown.epoch !== nextEpoch || shown.planting !== charter.planting || inner.charter !== charter.number) return false;
  if (!standsHere(moderator, inner, now)) return false;
  const before = new Set(epoch.public.removed);
  const removed = new Set(shown.removed);
  if ([...before].some((leaf) => !removed.has(leaf))) return false;
  if (shown.removed.some((leaf) => !before.has(leaf) && !moderator.log.removalApproved(leaf, moderator.board))) return false;
  // All that is due: what leaves a reason standing could be repeated without end.
  if (newlyRemoved(moderator).some((leaf) => !removed.has(leaf))) return false;
  if (deskKeyDue(moderator, now) && inner.deskKey === null) return false;
  try {
    checkNextDeskKey(moderator, shown, inner);
    if (!cosigning.acceptable(moderator, shown.cosigners, charter)) return false;
    return sameBytes(make(moderator, announcing.secret, shown.removed, shown.desk, shown.cosigners).encoded, shown.encoded);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Whether approvals of an announcement hold now, and it stands on an entry of this board that is not before the last announcement. */
export function standsHere(moderator: Moderator, { until, headSeq, headHash }: epochs.Inner, now: number): boolean {
  const { epoch, chain } = moderator.board;
  if (until < now || until > now + APPROVAL_LIFE) return false;
  return headSeq !== null && headHash !== null && headSeq >= epoch.seq && chain.has(headSeq, headHash);
}

function checkNextDeskKey(moderator: Moderator, shown: Public, { deskKey }: epochs.Inner): void {
  // A device approves a new desk key only if it can open it: otherwise reports would go where nobody can read them.
  const last = moderator.board.epoch.public.desk;
  if (shown.desk === last && deskKey === null) return;
  const seeds = moderator.log.deskSeeds.get(shown.desk) ?? [];
  if (shown.desk !== last + 1 || !seeds.some((seed) => sameBytes(kemPublicKey(seed), deskKey))) {
    throw new WrongDeskKey("a desk key whose private half is not in the log");
  }
}

/** The announcement to publish now, if enough people have approved one. */
export function entryDue(moderator: Moderator, now: number): Entry | null {
  const announcing = openProposal(moderator, now);
  if (announcing === null) return null;
  const { public: shown, inner, secret } = announcing;
  const { charter, epoch } = moderator.board;
  const approvals = moderator.counted(announcing.approvals);
  const before = new Set(epoch.public.removed);
  const removes = shown.removed.some((leaf) => !before.has(leaf));
  if (approvals.length < announcementQuorum(charter, { removes })) return null;
  const cosigns = cosigning.counted(moderator, announcing);
  if (cosigns === null) return null;
  const blob = epochs.sealAnnouncement(shown, inner, approvals, secret, moderator.collective, cosigns);
  return moderator.boardEntry(ANNOUNCEMENT, 0, now, () => blob);
}
