/** The desk as moderators see it: what waits, in what order, and where each report stands, in words. Pure: the time is an argument. */

import * as casework from "../../alerts/casework";
import type { Case } from "../../alerts/casework";
import * as desk from "../../alerts/desk";
import type { Event } from "../../alerts/desk";
import { Identifier } from "../../alerts/identifiers";
import { sameBytes } from "../../alerts/keyed";
import type { Moderator } from "../../alerts/moderator";
import type { Proposal } from "../../alerts/records";
import { suggestedSeverity } from "../../alerts/report";
import { Tokens, check, checkWhole } from "../../alerts/search";
import type { Thing } from "../../alerts/things";
import { type Said, line, word } from "../../alerts/wording";
import { indexOf } from "../check/checking";
import { idOf, keyOf } from "../keys";
import { aliasOf } from "../people";

/** What somebody must still do about a report that would be finished otherwise. */
export type Task = "withdrawn" | "corrected" | Late;
/** What she said when it was out or over, and nobody has read yet: that it may go out, yes to the text, or words. */
export type Late = "released" | "agreed" | "wrote";

/** Another report, or an alert that is out, that may be about the same. */
export interface Alike {
  readonly key: string;
  /** What a report shares; nothing of an alert, which fits by its numbers. */
  readonly by: readonly desk.Shared[];
  readonly isAlert: boolean;
}

/** One report as the list shows it. */
export interface Row {
  readonly key: string;
  readonly found: Case;
  readonly severity: string;
  /** It cannot wait: marked as urgent. Fewer than those that come first. */
  readonly urgent: boolean;
  /** Urgent, and nobody has taken it for half an hour. */
  readonly late: boolean;
  readonly state: Said;
  readonly mine: boolean;
  /** The alias of somebody else who has it; `null` if nobody else has. */
  readonly holder: string | null;
  readonly task: Task | null;
  /** Hours until an alert with one moderator so far disappears, once people are to be reminded of it; `null`: not yet, or it has two. */
  readonly reminder: number | null;
  readonly finished: boolean;
  readonly alike: readonly Alike[];
}

/** Nothing is left to do for these, unless there is a task. */
const FINISHED: ReadonlySet<string> = new Set(["published", "declined", "merged", "withdrawn"]);

/** A person whose alias is not known. */
function named(moderator: Moderator, person: Uint8Array | null): Said | string {
  return aliasOf(moderator, person) ?? line("desk-somebody");
}

/** Whether this person has taken it. */
export function isMine(moderator: Moderator, found: Case): boolean {
  return sameBytes(found.claimedBy, moderator.me[0]);
}

/** Where a report stands. */
export function stateOf(moderator: Moderator, found: Case, now: number): Said {
  switch (found.state) {
    case "claimed":
      return isMine(moderator, found) ? line("desk-state-mine") : line("desk-state-theirs", { name: named(moderator, found.claimedBy) });
    case "approved": {
      const facts = casework.facts(moderator, found);
      const missing = facts.quorum - facts.approvals;
      if (missing > 0) return line("desk-state-waits", { count: missing });
      return line(facts.hold && !facts.released ? "desk-state-held" : "desk-state-enough");
    }
    case "so-far":
    case "published":
      return outState(moderator, found, now);
    default:
      return line(`desk-state-${found.state}`);
  }
}

function outState(moderator: Moderator, found: Case, now: number): Said {
  const thing = casework.standing(moderator, found, now);
  if (thing === null) {
    const gone = found.alert === null ? undefined : moderator.board.things.get(found.alert);
    if (gone?.retracted === true) return line("desk-state-taken-back");
    return line(found.state === "so-far" ? "desk-state-no-second" : "desk-state-ended");
  }
  if (found.state === "published") return line("desk-state-out");
  return line("desk-state-out-so-far", { hours: Math.max(0, Math.floor((desk.soFarEnds(thing.first.time) - now) / 3600)) });
}

export function taskOf(moderator: Moderator, found: Case, now: number): Task | null {
  if (found.state === "withdrawn" && casework.standing(moderator, found, now) !== null) return "withdrawn";
  if (casework.writtenSince(moderator, found, now)) return "corrected";
  return desk.OVER.includes(found.state) ? lateOf(found.unread) : null;
}

/** Her words stand among the questions and answers; what she only pressed stands nowhere else, so it is said first. */
export function lateOf(unread: readonly Event[]): Late | null {
  if (unread.includes("release")) return "released";
  if (unread.includes("agree")) return "agreed";
  return unread.length > 0 ? "wrote" : null;
}

/** What is said 24 and 48 hours after it went out with one moderator so far. */
function reminderOf(moderator: Moderator, found: Case, now: number): number | null {
  const thing = found.state === "so-far" ? casework.standing(moderator, found, now) : null;
  return thing === null ? null : hoursLeft(thing.first.time, now);
}

/** Whole hours until an alert that went out then disappears, once a reminder is due; `null` before that, and when it is gone. */
export function hoursLeft(published: number, now: number): number | null {
  if (desk.reminders(published, now).length === 0) return null;
  return Math.max(0, Math.floor((desk.soFarEnds(published) - now) / 3600));
}

function isFinished(moderator: Moderator, found: Case, now: number): boolean {
  const ended = found.state === "so-far" && casework.standing(moderator, found, now) === null;
  return (FINISHED.has(found.state) || ended) && taskOf(moderator, found, now) === null;
}

/** Every report, the most urgent first. What members read although its reporter took her word back comes right after what is nobody's. */
export function queueOf(moderator: Moderator, now: number): Row[] {
  const cases = casework.cases(moderator);
  const byKey = new Map(cases.map((found) => [keyOf(found.report.id), found]));
  const alike = alikeIn(moderator, cases, now);
  const items = cases.map(({ report, state }) => desk.waiting(report.id, state, report.fields, report.arrived));
  const rows = desk.queue(items, now).flatMap((item): Row[] => {
    const key = keyOf(item.id);
    const found = byKey.get(key);
    if (found === undefined) return [];
    const finished = isFinished(moderator, found, now);
    const mine = isMine(moderator, found);
    return [
      {
        key,
        found,
        severity: suggestedSeverity(found.report.fields.kinds),
        urgent: desk.cannotWait(found.state, found.report.fields, found.report.arrived, now),
        late: desk.isEscalated(item, now),
        state: stateOf(moderator, found, now),
        mine,
        holder: found.claimedBy === null || mine ? null : aliasOf(moderator, found.claimedBy) ?? "",
        task: taskOf(moderator, found, now),
        reminder: reminderOf(moderator, found, now),
        finished,
        alike: alike.get(key) ?? [],
      },
    ];
  });
  const first = new Set(items.filter((item) => desk.escalatesAt(item) !== null).map(({ id }) => keyOf(id)));
  const rank = ({ key, task, reminder }: Row): number => (first.has(key) ? 0 : task === null && reminder === null ? 2 : 1);
  return rows.map((row, at) => ({ row, at })).sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at).map(({ row }) => row);
}

/** What each report shares with others, and which alerts fit it. */
function alikeIn(moderator: Moderator, cases: readonly Case[], now: number): Map<string, Alike[]> {
  const found = new Map<string, Alike[]>();
  const add = (one: Uint8Array, other: Uint8Array, by: desk.Shared | null): void => {
    const list = found.get(keyOf(one)) ?? [];
    const key = keyOf(other);
    const known = list.find((alike) => alike.key === key);
    const shared = [...(known?.by ?? []), ...(by === null ? [] : [by])];
    found.set(keyOf(one), [...list.filter((alike) => alike !== known), { key, by: shared, isAlert: by === null }]);
  };
  const live = cases.filter(({ state }) => state !== "withdrawn");
  for (const { one, other, by } of desk.related(live.map(({ report }) => [report.id, report.fields]))) {
    add(one, other, by);
    add(other, one, by);
  }
  const { board } = moderator;
  const index = indexOf(board);
  for (const { report, alert } of cases) {
    const asked = (report.fields.identifiers ?? []).map((item) => Identifier.fromMap(item));
    if (asked.length === 0) continue;
    for (const match of check(asked, index, { now, country: board.charter.country, tokens: tokensOf(moderator) }).matches) {
      if (!sameBytes(match.alert.id, alert)) add(report.id, match.alert.id, null);
    }
  }
  return found;
}

/** What an {@link Alike} is, in words. */
export function alikeWords({ by, isAlert }: Alike): Said {
  return isAlert ? line("desk-alike-alert") : line("desk-alike-report", { by: by.map((one) => word("shared", one)) });
}

const tokens = new WeakMap<Moderator, Tokens>();

/** What was computed of hidden numbers since the app was opened. */
function tokensOf(moderator: Moderator): Tokens {
  const known = tokens.get(moderator) ?? new Tokens(moderator.collective);
  tokens.set(moderator, known);
  return known;
}

/** Compares a report's numbers with hidden ones too, which takes some seconds; the next {@link queueOf} knows what came of it. */
export async function compareHidden(moderator: Moderator, { report }: Case, now: number): Promise<void> {
  const asked = (report.fields.identifiers ?? []).map((item) => Identifier.fromMap(item));
  const { board } = moderator;
  if (asked.length > 0) await checkWhole(asked, indexOf(board), { now, country: board.charter.country, tokens: tokensOf(moderator) });
}

/** One report by what the screens call it; `null` if it is not here. */
export function caseCalled(moderator: Moderator, key: string): Case | null {
  const report = moderator.inbox.reports.get(idOf(key));
  return report === undefined ? null : casework.findCase(moderator, report.id);
}

/** What is proposed for alerts that are out. The second signature of *one so far* is waited for in its report's own row. */
export function changesOf(moderator: Moderator, now: number): { thing: Thing; proposal: Proposal }[] {
  return moderator.board.alerts.flatMap((thing) =>
    casework.openChanges(moderator, thing, now).flatMap((proposal) => (proposal.report === null ? [{ thing, proposal }] : [])),
  );
}

// ---- what can be done -----------------------------------------------------------------------------------------------

/** A step that is offered. `why` says what stands in its way, if something does. */
export interface Offer {
  readonly event: Event;
  readonly why: Said | null;
}

/** The steps that moderators take by hand, in the order in which they are offered. */
const BY_HAND: readonly Event[] = ["read", "claim", "draft", "approve", "publish", "ask", "hand-back", "merge", "decline"];

/**
 * What this person can do with a report now. A step that the table does not have is not offered at all; one that a guard stops is
 * offered with the guard's sentence.
 */
export function offersOf(moderator: Moderator, found: Case): Offer[] {
  const facts = casework.facts(moderator, found);
  return BY_HAND.filter((event) => desk.moveOf(found.state, event) !== undefined && makesSense(moderator, found, event)).map((event) => ({
    event,
    why: desk.whyNot(found.state, event, facts),
  }));
}

function makesSense(moderator: Moderator, found: Case, event: Event): boolean {
  const { draft, state } = found;
  if (event === "read") return found.unread.length > 0;
  if (event === "claim") return !((state === "claimed" || state === "shown") && isMine(moderator, found));
  if (event === "publish") return draft !== null;
  if (event === "approve") return draft !== null && !hasApproved(moderator, draft);
  return true;
}

export function hasApproved(moderator: Moderator, proposal: Proposal): boolean {
  return proposal.approvals.has(moderator.me[0]);
}

/** Whether *one moderator so far* may be asked for: its own step approves, so it is offered before anybody has. */
export function canGoAlone(moderator: Moderator, found: Case): boolean {
  const { draft, state } = found;
  if (draft === null || moderator.board.charter.quorums.alert < 2) return false;
  const facts = { ...casework.facts(moderator, found), approvals: 1 };
  if (desk.whyNot("approved", "publish-so-far", facts) !== null) return false;
  return state === "approved" || (state !== "so-far" && desk.whyNot(state, "approve", facts) === null);
}
