/** What moderators have proposed to each other beside alerts: what waits for a yes. Pure. */

import { sameBytes } from "../../alerts/keyed";
import type { Moderator } from "../../alerts/moderator";
import type { Proposal } from "../../alerts/records";

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

/** How many moderators want somebody off the list, how many must, and whether this one is among them. */
export interface Leaving {
  readonly count: number;
  readonly needed: number;
  readonly mine: boolean;
}

/** How many others must agree beside this moderator. */
export function othersNeeded({ count, needed, mine }: Leaving): number {
  return Math.max(0, needed - count - (mine ? 0 : 1));
}

/** A proposal by its hash, if it is still there. */
export function proposalOf(moderator: Moderator, hash: Uint8Array): Proposal | null {
  return [...moderator.log.proposals.values()].find(({ body }) => sameBytes(body.hash, hash)) ?? null;
}
