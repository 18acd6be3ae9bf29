/**
 * The desk: what a report goes through, and its alert afterwards. One table; `docs/desk.md` is drawn from its twin in `alerts/desk.py`.
 *
 * Everything here is a pure function: who signed, what she consented to and what time it is come in as arguments.
 */

import { NotAllowed } from "../crypto/errors";
import { DAY, SO_FAR_SEVERITIES, dateOf } from "./alert";
import * as coded from "./coded";
import { Identifier } from "./identifiers";
import { type Person, type Report, type Vehicle, consentOf, suggestedSeverity } from "./report";
import { type Said, line } from "./wording";

/** Where a report stands, in the order of its life. */
export const REPORT_STATES = [
  "received", "claimed", "needs-info", "answered", "shown", "agreed", "approved", "held", "so-far", "published", "declined", "merged",
  "withdrawn",
] as const;
/** Where its alert stands. */
export const ALERT_STATES = ["live", "amended", "disputed", "retracted", "expired"] as const;
export const STATES = [...REPORT_STATES, ...ALERT_STATES] as const;
export type State = (typeof STATES)[number];

/** What can happen to it. */
export const EVENTS = [
  "claim", "hand-back", "ask", "draft", "show", "approve", "hold", "publish", "publish-so-far", "decline", "merge", "read", "answer",
  "agree", "release", "correct", "withdraw", "amend", "dispute", "settle", "retract", "expire",
] as const;
export type Event = (typeof EVENTS)[number];

/** Whose events they are: the reporter's come as follow-ups (protocol §8.3), *expire* comes with the clock, all others are moderators'. */
export const REPORTER_EVENTS: ReadonlySet<Event> = new Set(["answer", "agree", "release", "correct", "withdraw"]);
export const CLOCK_EVENTS: ReadonlySet<Event> = new Set(["expire"]);

/** It is out, or over for now. What she says then moves nothing, and is new until a moderator has read it. */
export const OVER: readonly State[] = ["so-far", "published", "declined", "merged"];
/** No event leads out of these. */
export const CLOSED: readonly State[] = ["withdrawn", "retracted", "expired"];

/** What guards look at. */
export interface Facts {
  /** "peers", "moderators", or `null` if she did not say. */
  readonly share: string | null;
  readonly showFirst: boolean;
  /** She agreed to a public text, which also is consent if she had not said. */
  readonly agreed: boolean;
  readonly hold: boolean;
  readonly released: boolean;
  /** Different people who approved this very text. */
  readonly approvals: number;
  readonly quorum: number;
  /** The draft's. */
  readonly severity: string;
}

/** The facts of a report of which nothing is known, so that forgetting one stops a step and never lets it through. */
export const NOTHING_KNOWN: Facts = {
  share: null,
  showFirst: true,
  agreed: false,
  hold: false,
  released: false,
  approvals: 0,
  quorum: 2,
  severity: "nuisance",
};

/** The facts of a report's fields; what they do not say comes as `others`. */
export function factsOf(report: Pick<Report, "kinds" | "consent">, others: Partial<Facts> = {}): Facts {
  const consent = consentOf(report);
  const told = { severity: suggestedSeverity(report.kinds), ...others };
  return { ...NOTHING_KNOWN, ...told, share: consent.share, showFirst: consent.show_first, hold: consent.hold };
}

/** A condition on a step, and the sentence of who is told no. The app shows the message `guard-<name>`. */
export interface Guard {
  readonly holds: (facts: Facts) => boolean;
  readonly sentence: string;
}

export const GUARDS = {
  "consented": {
    holds: (f) => f.share === "peers" || (f.share === null && f.agreed),
    sentence: "the reporter did not agree to warn peers, so nothing of this report may be published",
  },
  "not-moderators-only": {
    holds: (f) => f.share !== "moderators",
    sentence: "the reporter said moderators only, so this can never be published",
  },
  "agreed-if-asked": {
    holds: (f) => f.agreed || !f.showFirst,
    sentence: "the reporter wants to see the public text first; show it and wait for her to agree",
  },
  "on-hold": { holds: (f) => f.hold && !f.released, sentence: "the reporter did not ask to hold it" },
  "not-on-hold": { holds: (f) => !f.hold || f.released, sentence: "the reporter asked to hold it until she says so" },
  "quorum": { holds: (f) => f.approvals >= f.quorum, sentence: "not enough people have approved it yet" },
  "one-approval": { holds: (f) => f.approvals >= 1, sentence: "nobody has approved it yet" },
  "dangerous": {
    holds: (f) => SO_FAR_SEVERITIES.includes(f.severity),
    sentence: "only dangerous and very dangerous alerts may go out with one moderator so far",
  },
} as const satisfies Readonly<Record<string, Guard>>;
export type GuardName = keyof typeof GUARDS;

/** Where a step leads, and the guards that must hold, in the order in which they are named to people. */
export interface Move {
  readonly to: State;
  readonly guards: readonly GuardName[];
}

/** What must hold of her word before anybody approves a text, or publishes it. */
export const CONSENT = ["not-moderators-only", "consented", "agreed-if-asked"] as const satisfies readonly GuardName[];

function stepKey(state: State, event: Event): `${State} ${Event}` {
  return `${state} ${event}`;
}

function makeTable(): ReadonlyMap<`${State} ${Event}`, Move> {
  const table = new Map<`${State} ${Event}`, Move>();
  const add = (state: State, event: Event, to: State, ...guards: GuardName[]): void => {
    table.set(stepKey(state, event), { to, guards });
  };
  const atWork = ["claimed", "answered", "agreed"] as const;
  const drafted = ["shown", "approved", "held"] as const;
  const open = ["received", "claimed", "needs-info", "answered", "shown", "agreed", "approved", "held"] as const;
  add("received", "claim", "claimed");
  add("claimed", "claim", "claimed"); // taken over, when somebody fell asleep
  add("answered", "claim", "claimed");
  // She may never answer: nothing may wait for her word alone, and a risk goes on meanwhile.
  add("needs-info", "claim", "claimed");
  add("needs-info", "draft", "claimed");
  add("needs-info", "show", "shown");
  add("needs-info", "hand-back", "received");
  add("needs-info", "ask", "needs-info");
  // Whoever takes it over waits for her yes as the other did.
  add("shown", "claim", "shown");
  add("shown", "hand-back", "received");
  add("shown", "agree", "agreed");
  // Her yes came after the report was handed back: it counts for that very text, whoever goes on with it.
  add("received", "agree", "received");
  add("claimed", "agree", "agreed");
  // So does one that crossed a question, her own answer, or an approval.
  for (const state of ["needs-info", "answered", "agreed", "approved", "held"] as const) add(state, "agree", state);
  // A step in the log may be a rogue's: each person's own approval asks again.
  add("approved", "approve", "approved", ...CONSENT);
  add("approved", "hold", "held", "on-hold");
  add("held", "release", "approved");
  add("approved", "publish", "published", ...CONSENT, "not-on-hold", "quorum");
  add("approved", "publish-so-far", "so-far", ...CONSENT, "not-on-hold", "dangerous", "one-approval");
  add("so-far", "approve", "so-far", ...CONSENT);
  add("so-far", "publish", "published", ...CONSENT, "quorum");
  add("so-far", "expire", "claimed");
  add("so-far", "retract", "claimed");
  add("so-far", "correct", "so-far");
  add("published", "correct", "published");
  add("declined", "correct", "received");
  add("declined", "claim", "claimed");
  add("merged", "correct", "merged");
  add("live", "amend", "amended");
  add("amended", "amend", "amended");
  add("disputed", "amend", "amended");
  add("disputed", "settle", "live");
  add("live", "dispute", "disputed");
  add("amended", "dispute", "disputed");
  for (const state of [...atWork, ...drafted]) {
    add(state, "ask", "needs-info");
    // Another text is another body: what was agreed to and approved was not this one.
    add(state, "draft", "claimed");
  }
  for (const state of atWork) {
    add(state, "show", "shown");
    add(state, "approve", "approved", ...CONSENT);
    add(state, "hand-back", "received");
  }
  for (const state of open) {
    add(state, "withdraw", "withdrawn");
    // What she now says may change everything: it is read again before anything else happens.
    // An answer may come when work has gone on without it, or say that the shown text should be another.
    for (const said of ["answer", "correct"] as const) add(state, said, state === "received" ? "received" : "answered");
    if (state !== "held") add(state, "release", state);
    if (state !== "received") {
      add(state, "decline", "declined");
      add(state, "merge", "merged");
    }
  }
  for (const state of OVER) {
    add(state, "withdraw", "withdrawn");
    // Her word comes late, and is lost nowhere.
    for (const said of ["answer", "agree", "release"] as const) add(state, said, state);
    add(state, "read", state);
  }
  for (const state of ["live", "amended", "disputed"] as const) {
    add(state, "retract", "retracted");
    add(state, "expire", "expired");
  }
  return table;
}

/** The one table, by state and event. What is not in it is refused. */
const TABLE = makeTable();

/** Where the table leads, whatever the guards say; `undefined` if it has no such step. */
export function moveOf(state: State, event: Event): Move | undefined {
  return TABLE.get(stepKey(state, event));
}

/**
 * Whether this word of the reporter's comes when the report is out or over and moves nothing: it is new until somebody has read it.
 *
 * A correction of what is out is not: the alert has to be changed.
 */
export function isLate(state: State, event: Event): boolean {
  if (!REPORTER_EVENTS.has(event) || !OVER.includes(state) || moveOf(state, event)?.to !== state) return false;
  return event !== "correct" || state === "merged";
}

function failing(guards: readonly GuardName[], facts: Facts): GuardName | undefined {
  return guards.find((name) => !GUARDS[name].holds(facts));
}

/**
 * Where `event` leads from `state`.
 *
 * @throws {@link NotAllowed} the table has no such step, or a guard does not hold. The message is a plain sentence for people.
 */
export function step(state: State, event: Event, facts: Facts = NOTHING_KNOWN): State {
  const move = moveOf(state, event);
  if (move === undefined) {
    const thing = ALERT_STATES.some((one) => one === state) ? "an alert" : "a report";
    const can = EVENTS.filter((one) => moveOf(state, one)).toSorted().join(", ");
    throw new NotAllowed(`${thing} that is ${state} cannot take the step ${event}; ${can ? `possible now: ${can}` : "it is closed"}`);
  }
  check(move.guards, facts);
  return move.to;
}

/**
 * Returns if all these guards hold.
 *
 * @throws {@link NotAllowed} one does not; the message is its sentence.
 */
export function check(guards: readonly GuardName[], facts: Facts): void {
  const guard = failing(guards, facts);
  if (guard !== undefined) throw new NotAllowed(GUARDS[guard].sentence);
}

/** Why {@link step} would refuse, in the reader's language; `null` if it would not. */
export function whyNot(state: State, event: Event, facts: Facts = NOTHING_KNOWN): Said | null {
  const move = moveOf(state, event);
  if (move === undefined) return line("step-not-possible");
  const guard = failing(move.guards, facts);
  return guard === undefined ? null : line(`guard-${guard}`);
}

/** The events that {@link step} would take now, in the order of {@link EVENTS}. */
export function possible(state: State, facts: Facts = NOTHING_KNOWN): Event[] {
  return EVENTS.filter((event) => whyNot(state, event, facts) === null);
}

/**
 * The facts once `event` has been taken: what she agreed to, and what people approved, is void for another text.
 *
 * `approvals` itself is counted by who verifies signatures; here it only ever falls.
 */
export function after(event: Event, facts: Facts): Facts {
  if (["draft", "show", "ask", "answer", "correct"].includes(event)) return { ...facts, agreed: false, approvals: 0 };
  if (event === "agree") return { ...facts, agreed: true };
  return event === "release" ? { ...facts, released: true } : facts;
}

// ---- the queue ----------------------------------------------------------------------------------------------------

/** In seconds, as all times here. */
export const ESCALATE_AFTER = 30 * 60;
export const SO_FAR_LASTS = 72 * 3600;
export const REMIND_AFTER: readonly number[] = [24 * 3600, 48 * 3600];

/** Whose turn it is: these wait for a moderator, the others for the reporter, for the clock, or for nobody. */
const WAITING_FOR_US: ReadonlySet<State> = new Set(["received", "answered", "claimed", "agreed", "approved", "so-far"]);

/** One report in the queue. Times are Unix seconds. */
export interface Waiting {
  readonly id: Uint8Array;
  readonly state: State;
  readonly severity: string;
  readonly arrived: number;
  /** She says the risk goes on. */
  readonly ongoing: boolean;
}

/** The queue's view of a report. */
export function waiting(id: Uint8Array, state: State, report: Pick<Report, "kinds" | "ongoing">, arrived: number): Waiting {
  const ongoing = (report.ongoing ?? []).some((risk) => risk !== "none");
  return { id, state, severity: suggestedSeverity(report.kinds), arrived, ongoing };
}

/** Dangerous or worse, or risky with a risk that goes on. */
export function isUrgent(item: Waiting): boolean {
  return coded.severityRank(item.severity) + Number(item.ongoing) >= coded.severityRank("dangerous");
}

/** Not once it is out or over, and not while she wants it held. */
const BEFORE_IT_IS_OUT: ReadonlySet<State> = new Set<State>(["received", "claimed", "needs-info", "answered", "shown", "agreed", "approved"]);

/**
 * Whether a report is called URGENT: its danger goes on, or violence was in the last day (`docs/desk.md`, *What cannot wait*).
 *
 * {@link isUrgent} orders the queue and escalates, and goes on being true for weeks: a word that stands on nearly everything says nothing.
 */
export function cannotWait(state: State, report: Pick<Report, "kinds" | "ongoing" | "when">, arrived: number, now: number): boolean {
  const item = waiting(new Uint8Array(), state, report, arrived);
  if (!BEFORE_IT_IS_OUT.has(state)) return false;
  if (item.ongoing) return isUrgent(item);
  if (!report.kinds.some((kind) => coded.TONIGHT_KINDS.has(kind))) return false;
  if (report.when === undefined) return now - arrived < DAY;
  // Clocks and time zones differ; who wants to say that it was lately names a day.
  return report.when.precision === "day" && report.when.date >= dateOf(Math.max(0, now - DAY));
}

/** When an urgent report that nobody claims is called out to everybody; `null` if it never is. */
export function escalatesAt(item: Waiting): number | null {
  return item.state === "received" && isUrgent(item) ? item.arrived + ESCALATE_AFTER : null;
}

/** Whether that time has come. */
export function isEscalated(item: Waiting, now: number): boolean {
  const due = escalatesAt(item);
  return due !== null && now >= due;
}

/** The order of the desk: escalated, urgent that nobody has claimed, then what waits for a moderator, by severity, ongoing risk and age; then the rest. */
export function queue(items: Iterable<Waiting>, now: number): Waiting[] {
  const rank = (item: Waiting): number[] => [
    Number(!isEscalated(item, now)),
    Number(escalatesAt(item) === null),
    Number(!WAITING_FOR_US.has(item.state)),
    -coded.severityRank(item.severity),
    Number(!item.ongoing),
    item.arrived,
  ];
  const ranked = Array.from(items, (item) => ({ item, rank: rank(item) }));
  ranked.sort((a, b) => compareLists(a.rank, b.rank) || compareLists(a.item.id, b.item.id));
  return ranked.map(({ item }) => item);
}

function compareLists(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The times of the reminders of an alert with one moderator so far that are due by `now`: after 24 and after 48 hours. */
export function reminders(published: number, now: number): number[] {
  if (now >= published + SO_FAR_LASTS) return [];
  return REMIND_AFTER.map((after_) => published + after_).filter((due) => due <= now);
}

/** When an alert with one moderator so far expires without a second signature. */
export function soFarEnds(published: number): number {
  return published + SO_FAR_LASTS;
}

// ---- related reports ----------------------------------------------------------------------------------------------

/** Two reports that may be about the same: `by` what they share; ids in ascending order. */
export interface Relation {
  readonly one: Uint8Array;
  readonly other: Uint8Array;
  readonly by: Shared;
}
export type Shared = "car" | "look" | "number" | "plate";

/** What is compared of a report. */
export type Compared = Pick<Report, "identifiers" | "vehicles" | "persons">;

interface Filed {
  readonly id: Uint8Array;
  readonly report: Compared;
}

/** A bucket larger than this says nothing: a white van is shared by half the desk. */
const TOO_COMMON = 50;
const LOOK_FIELDS = ["role", "gender", "age", "height", "build", "hair", "eyes"] as const;
/** Marks that half of everybody has. */
const COMMON_MARKS: readonly string[] = ["other", "glasses", "beard"];

/**
 * Reports that share a number (or address, handle, link, payment name), a plate, a car's look, or a person's look.
 *
 * A shared part of a plate counts if nothing else of the cars contradicts it. Perceived ethnicity is never compared.
 *
 * @param reports - fields by report id.
 */
export function related(reports: Iterable<readonly [Uint8Array, Compared]>): Relation[] {
  // In ascending order of ids from here on, so that a pair stands in one order only.
  const filed = Array.from(reports, ([id, report]): Filed => ({ id, report })).sort((a, b) => compareLists(a.id, b.id));
  const buckets = new Map<string, { by: Shared; inside: Filed[] }>();
  for (const one of filed) {
    for (const [key, by] of keysOf(one.report)) {
      const bucket = buckets.get(key) ?? { by, inside: [] };
      bucket.inside.push(one);
      buckets.set(key, bucket);
    }
  }
  const found = new Map<Filed, Map<Filed, Set<Shared>>>();
  const add = (one: Filed, other: Filed, by: Shared): void => {
    const others = found.get(one) ?? new Map<Filed, Set<Shared>>();
    found.set(one, others.set(other, (others.get(other) ?? new Set()).add(by)));
  };
  for (const { by, inside } of buckets.values()) {
    if ((by === "car" || by === "look") && inside.length > TOO_COMMON) continue;
    for (const [one, other] of pairs(inside)) {
      if (by !== "look" || looksAlike(one.report.persons ?? [], other.report.persons ?? [])) add(one, other, by);
    }
  }
  for (const [one, other] of platesInPart(filed)) add(one, other, "plate");
  return Array.from(pairs(filed)).flatMap(([one, other]) => {
    const shared = Array.from(found.get(one)?.get(other) ?? []).sort();
    return shared.map((by) => ({ one: one.id, other: other.id, by }));
  });
}

function* pairs<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, one] of items.entries()) {
    for (let next = at + 1; next < items.length; next++) yield [one, items[next] as T];
  }
}

/** What a report is filed under, and what two of them then share. */
function keysOf(report: Compared): Map<string, Shared> {
  const keys = new Map<string, Shared>();
  const add = (by: Shared, ...rest: string[]): void => void keys.set([by, ...rest].join("\0"), by);
  for (const item of report.identifiers ?? []) {
    if (item.partial === undefined) add(item.type === "plate" ? "plate" : "number", item.type, item.value);
  }
  for (const { type, colour, make, marks = [] } of report.vehicles ?? []) {
    // Type and colour alone are half the street; with a make, or a mark, they are a car.
    if (type === undefined || colour === undefined) continue;
    if (make !== undefined) add("car", type, colour, "make", coded.fold(make));
    for (const mark of marks) if (mark !== "other") add("car", type, colour, "mark", mark);
  }
  for (const { marks = [], names = [], weapon = [], accent } of report.persons ?? []) {
    // Something that sets a person apart puts two reports side by side; whether they look alike is then compared.
    for (const mark of marks) if (!COMMON_MARKS.includes(mark)) add("look", "mark", mark);
    for (const name of names) add("look", "name", coded.fold(name));
    for (const one of weapon) add("look", "weapon", one);
    if (accent !== undefined) add("look", "accent", accent);
  }
  return keys;
}

function looksAlike(ones: readonly Person[], others: readonly Person[]): boolean {
  return ones.some((a) => others.some((b) => isSamePerson(a, b)));
}

/** At least three answers agree, at most one differs, and something that sets a person apart is shared. */
function isSamePerson(a: Person, b: Person): boolean {
  const known = LOOK_FIELDS.filter((name) => a[name] !== undefined && b[name] !== undefined);
  const same = known.filter((name) => a[name] === b[name]).length;
  const apart =
    shares(a.marks, b.marks) ||
    shares(a.names?.map(coded.fold), b.names?.map(coded.fold)) ||
    (a.accent !== undefined && a.accent === b.accent) ||
    shares(a.weapon, b.weapon);
  return apart && same >= 3 && known.length - same <= 1;
}

function shares(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.some((one) => b.includes(one));
}

function* platesInPart(filed: readonly Filed[]): Generator<readonly [Filed, Filed]> {
  const plates = filed.flatMap((of, at) =>
    (of.report.identifiers ?? []).filter((item) => item.type === "plate").map((item) => ({ of, at, plate: Identifier.fromMap(item) })),
  );
  for (const part of plates) {
    if (part.plate.partial === null) continue;
    for (const other of plates) {
      if (part.at === other.at || !part.plate.matches(other.plate) || !carsAgree(part.of.report, other.of.report)) continue;
      yield part.at < other.at ? [part.of, other.of] : [other.of, part.of];
    }
  }
}

function carsAgree(one: Compared, other: Compared): boolean {
  const both = (one.vehicles ?? []).flatMap((a) => (other.vehicles ?? []).map((b) => [a, b] as const));
  const agree = ([a, b]: readonly [Vehicle, Vehicle]): boolean =>
    (["type", "colour"] as const).every((name) => a[name] === undefined || b[name] === undefined || a[name] === b[name]);
  return both.length === 0 || both.some(agree);
}
