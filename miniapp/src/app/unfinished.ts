/** What was begun and has come to its end without being sent: nobody needs it any more, and it says something about somebody. */

import { findCase } from "../alerts/casework";
import type { State } from "../alerts/desk";
import type { Member } from "../alerts/member";
import { Moderator } from "../alerts/moderator";
import { idOf } from "../features/keys";

/** A report that got so far is decided. */
const DECIDED: ReadonlySet<State> = new Set<State>(["published", "declined", "merged", "withdrawn"]);
/** Begun at the desk: about a report or an alert, which the rest of the name tells; and about nobody, by whoever moderates. */
const AT_DESK: ReadonlySet<string> = new Set(["ask", "decline", "text", "retract"]);
const BY_MODERATORS: ReadonlySet<string> = new Set(["rules", "notice", "question", "help-list"]);
/** About a report of her own. */
const HERS: ReadonlySet<string> = new Set(["answer", "message"]);

/** Those of these drafts, by their names, that are to be forgotten. */
export function comeToNothing(member: Member, names: readonly string[]): string[] {
  return names.filter((name) => {
    const [, what = "", key = ""] = /^([a-z]+)-([0-9a-f]+)$/.exec(name) ?? [];
    if (HERS.has(what)) return !member.receipts.has(idOf(key));
    if (!AT_DESK.has(what) && !BY_MODERATORS.has(name)) return false;
    if (!member.board.founded) return false;
    if (member.board.charter.placeOf(member.device.signingKey) === null) return true;
    // Between two plantings a moderator's device cannot read everything for a while: then nothing is known to be gone.
    if (!AT_DESK.has(what) || !(member instanceof Moderator) || !member.moderates) return false;
    return isOver(member, idOf(key));
  });
}

/** Whether a report or an alert is decided, or not here any more. */
function isOver(moderator: Moderator, id: Uint8Array): boolean {
  const report = moderator.inbox.reports.get(id);
  if (report !== undefined) return DECIDED.has(findCase(moderator, report.id).state);
  return moderator.board.things.get(id)?.retracted ?? true;
}
