/**
 * What a moderator's device owes the others whenever it is awake. The edge asks, does it, and asks again (protocol §3.5, §5.7, §7,
 * §8.4).
 */

import type { Entry } from "../crypto/chain";
import * as wire from "../crypto/wire";
import * as admitting from "./admitting";
import * as announcing from "./announcing";
import * as cosigning from "./cosigning";
import { heard, saysSo, seen } from "./inbox";
import { BytesSet } from "./keyed";
import { HEARD, SEEN } from "./log";
import { writeMail, type LetterPlan, type MailItem } from "./mail";
import type { Moderator, NoteDraft } from "./moderator";
import { ENOUGH_HAVE_IT } from "./receipt";
import type { Step } from "./records";
import { DAY } from "./statements";

/** An alert that expired this long ago is erased (protocol §5.7). Seconds. */
export const ERASE_AFTER = 30 * DAY;

/** What this device owes the log now. Ask again after every change: an answer is only good for the log it was given for. */
export function notesDue(moderator: Moderator, now: number): NoteDraft[] {
  return [
    ...admitting.admissions(moderator),
    ...admitting.acceptances(moderator),
    ...admitting.unrecorded(moderator),
    ...cosigning.notesDue(moderator),
    ...announcing.notesDue(moderator, now),
    ...seenDue(moderator),
    ...heardDue(moderator),
    ...expired(moderator, now),
  ];
}

/**
 * An entry that enough people have approved and nobody has published: announcements, charters, erasures.
 *
 * Announcements come first: a removal waits for nothing. What readers would refuse is passed over, so that it starves nothing else.
 */
export function boardEntryDue(moderator: Moderator, now: number): Entry | null {
  const announcement = announcing.entryDue(moderator, now);
  if (announcement !== null && moderator.wouldRefuse([announcement]) === null) return announcement;
  return moderator.charterEntry(now) ?? moderator.eraseEntry(now);
}

function stepsOf(moderator: Moderator, report: Uint8Array, event: string): Step[] {
  return (moderator.log.steps.get(report) ?? []).filter((step) => step.event === event);
}

function peopleIn(steps: readonly Step[]): BytesSet {
  return new BytesSet(steps.map((step) => step.person));
}

function seenDue(moderator: Moderator): NoteDraft[] {
  const [me] = moderator.me;
  const notes: NoteDraft[] = [];
  for (const [report, { content }] of moderator.inbox.reports) {
    const people = peopleIn(stepsOf(moderator, report, SEEN));
    if (!people.has(me) && people.size < ENOUGH_HAVE_IT) notes.push(["desk", { report, event: SEEN, data: seen(content) }]);
  }
  return notes;
}

/** Puts the reporter's follow-ups in order with what moderators do, the same on every device; and two people say what they heard. */
function heardDue(moderator: Moderator): NoteDraft[] {
  const [me] = moderator.me;
  const notes: NoteDraft[] = [];
  for (const [report, { followUps }] of moderator.inbox.reports) {
    const steps = stepsOf(moderator, report, HEARD);
    for (const { counter, body } of followUps) {
      const data = heard(counter, body);
      const people = peopleIn(steps.filter((step) => saysSo(step.data, data)));
      if (!people.has(me) && people.size < ENOUGH_HAVE_IT) notes.push(["desk", { report, event: HEARD, data }]);
    }
  }
  return notes;
}

/** Mail that says *one of us has it*, for reports this person is among the first to have, and has not said so yet. */
export function acknowledgements(moderator: Moderator, now: number): [report: Uint8Array, letter: MailItem][] {
  const [me] = moderator.me;
  return [...moderator.inbox.reports.keys()]
    .filter((report) => !moderator.inbox.acknowledged.has(report) && peopleIn(stepsOf(moderator, report, SEEN)).has(me))
    .map((report) => [report, letter(moderator, report, now, "received")]);
}

/** What a letter says beside its kind. */
export type LetterSays = Pick<LetterPlan, "text" | "status" | "question" | "preview">;

/** A piece of mail to the receipt of a report that is on this device. */
export function letter(
  moderator: Moderator,
  reportId: Uint8Array,
  now: number,
  kind: LetterPlan["kind"],
  says: LetterSays = {},
): MailItem {
  const { answer, tag } = moderator.inbox.find(reportId);
  const { collective } = moderator;
  const charter = moderator.board.charter.number;
  return writeMail({ report: reportId, answer, tag, device: moderator.device.sign, collective, charter, now, kind, ...says });
}

/** Proposals and approvals to erase what has passed its own expiry: nobody need be asked for that. */
function expired(moderator: Moderator, now: number): NoteDraft[] {
  const [me] = moderator.me;
  return moderator.board.alerts.flatMap((thing) => {
    const expires = thing.content["expires"];
    if (!wire.isUint(expires) || now < expires + ERASE_AFTER) return [];
    // Nobody is asked, so nothing is signed but what this device would have proposed itself.
    const erasure = moderator.erasureOf(thing, now);
    const proposal = moderator.openErasure(erasure, now);
    if (proposal === null) return moderator.proposalNotes(erasure, { approved: true });
    return proposal.approvals.has(me) ? [] : [moderator.approvalNote(proposal.body)];
  });
}

/** Erasures the relay holds that no valid statement names: this device stops them (protocol §5.7). */
export function strays(moderator: Moderator, pending: readonly number[]): number[] {
  const named = moderator.board.erased;
  return pending.filter((seq) => !named.has(seq));
}

/**
 * Entries that a statement names, that the relay is not about to erase, and that this device has not seen erased there.
 *
 * Whoever stops an erasure that a quorum wants has it asked for again, and so has who puts back a copy that still holds the blob.
 */
export function toErase(moderator: Moderator, pending: readonly number[]): number[] {
  return [...moderator.board.erased.keys()].filter((seq) => !pending.includes(seq) && !moderator.erasedAtRelay.has(seq));
}
