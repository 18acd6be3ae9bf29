/** What moderators have proposed to each other beside alerts: what waits for a yes. Pure. */

import { sameBytes } from "../../alerts/keyed";
import type { Moderator } from "../../alerts/moderator";
import type { MemberRecord, Proposal } from "../../alerts/records";

/** Kinds that people decide on here. Alerts are decided at the desk, erasures by devices alone. */
export const DECIDED_HERE: readonly string[] = ["charter", "resources", "figures", "notice", "question"];

/** Every proposal that can still be published, the earliest first. */
export function undecided(moderator: Moderator, now: number): Proposal[] {
  return [...moderator.log.proposals.values()]
    .filter((one) => DECIDED_HERE.includes(one.body.kind) && moderator.isOpen(one, now))
    .sort((a, b) => a.seq - b.seq);
}

/** Whether it takes a moderator off: that has its own way, by which all keys are made anew. */
export function replants(moderator: Moderator, { body }: Proposal): boolean {
  return body.kind === "charter" && body.content["planting"] !== moderator.board.charter.planting;
}

/** How many people must still agree. */
export function missingOf(moderator: Moderator, proposal: Proposal): number {
  return Math.max(0, moderator.neededFor(proposal.body) - moderator.approvalsOf(proposal).length);
}

/** How many proposals wait for this person's yes, members who are to be taken off among them. */
export function waitsForHer(moderator: Moderator, now: number): number {
  const [me] = moderator.me;
  const proposed = undecided(moderator, now).filter((one) => !one.approvals.has(me)).length;
  return proposed + removalsOpen(moderator).filter(({ leaving }) => !leaving.mine && leaving.count < leaving.needed).length;
}

// ---- taking members off ---------------------------------------------------------------------------------------------

/** How many moderators want somebody off the list, how many must, and whether this one is among them. */
export interface Leaving {
  readonly count: number;
  readonly needed: number;
  readonly mine: boolean;
}

/** How far she is on her way off the list. */
export function leavingOf(moderator: Moderator, member: MemberRecord): Leaving {
  const { quorums, people } = moderator.board.charter;
  const approvals = moderator.log.removals.get(member.leaf);
  const count = approvals === undefined ? 0 : people.filter(({ id }) => approvals.has(id)).length;
  return { count, needed: quorums[moderates(moderator, member) ? "charter" : "remove"], mine: approvals?.has(moderator.me[0]) === true };
}

export function moderates(moderator: Moderator, member: MemberRecord): boolean {
  return moderator.board.charter.placeOf(member.sign) !== null;
}

/** The members whom somebody wants off the list and who are on it. A moderator's removal is a proposal of new rules, and stands among those. */
export function removalsOpen(moderator: Moderator): { readonly member: MemberRecord; readonly leaving: Leaving }[] {
  return moderator
    .members()
    .filter((member) => !moderates(moderator, member))
    .map((member) => ({ member, leaving: leavingOf(moderator, member) }))
    .filter(({ leaving }) => leaving.count > 0);
}

/** How many others must agree beside this moderator. */
export function othersNeeded({ count, needed, mine }: Leaving): number {
  return Math.max(0, needed - count - (mine ? 0 : 1));
}

/** A proposal by its hash, if it is still there. */
export function proposalOf(moderator: Moderator, hash: Uint8Array): Proposal | null {
  return [...moderator.log.proposals.values()].find(({ body }) => sameBytes(body.hash, hash)) ?? null;
}
