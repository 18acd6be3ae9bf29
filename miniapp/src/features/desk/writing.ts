/** A public text while it is being written: from a report or an alert, and back into what stands on the board. Pure. */

import { type Alert, type ShownIdentifier, type Topic, DAY, DEFAULT_EXPIRY, carriesIdentifiers, draftFromReport, isMasked, validateAlert } from "../../alerts/alert";
import type { Charter } from "../../alerts/charter";
import { find } from "../../alerts/finding";
import { isSame } from "../../alerts/forms";
import { Identifier, type IdentifierMap } from "../../alerts/identifiers";
import type { Report } from "../../alerts/report";
import type { Spoken } from "../../alerts/spoken";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";

/** What becomes of one number, name or plate. */
export type Show = "open" | "hidden" | "out";

/** What becomes of each number, and of each person and vehicle she described. */
export interface Kept<T> {
  readonly item: T;
  readonly show: Show;
}

export interface Writing {
  readonly kinds: readonly string[];
  readonly severity: string;
  readonly verification: string;
  /** How many corroborate, as typed. */
  readonly by: string;
  readonly areas: readonly string[];
  /** Whether the alert says when; the date is the report's. */
  readonly sayWhen: boolean;
  readonly persons: readonly Kept<ValueMap>[];
  readonly vehicles: readonly Kept<ValueMap>[];
  readonly identifiers: readonly Kept<ShownIdentifier>[];
  readonly text: string;
  readonly language: string;
  readonly whatToDo: string;
  readonly disputed: boolean;
  /** Days from now; `null`: as it is, or as usual for the severity. */
  readonly days: number | null;
  /** The content it began from, for what is not asked here. */
  readonly from: ValueMap;
}

/** How long an alert can be made to stand, in days. */
export const DAYS: readonly number[] = [7, 30, 90, 183, 365];

type Rules = Pick<Charter, "policy" | "topics" | "country" | "rule">;

/** From a report: its coded fields, none of her words, every number as our rules show it. */
export async function fromReport(report: Report, rules: Rules, given: { now: number; collective: Uint8Array; language: string }): Promise<Writing> {
  // Without its identifiers, which are kept as they are here: computing what is hidden takes long, and is done once, at the end.
  const { identifiers = [], ...rest } = report;
  const content = await draftFromReport(rest, { policy: rules.policy, topics: rules.topics, now: given.now, collective: given.collective });
  const writing = fromAlert(content, given.language);
  return {
    ...writing,
    identifiers: identifiers.map((item) => asRulesShow(item, rules)),
    from: { ...content, expires: 0 },
  };
}

function asRulesShow(item: IdentifierMap, rules: Rules): Kept<ShownIdentifier> {
  const masked = rules.rule("masked");
  return { item, show: Array.isArray(masked) && masked.includes(item.type) ? "hidden" : "open" };
}

/** As many fit into an alert. */
const MOST_IDENTIFIERS = 32;

/** Numbers, names and plates in some texts that the alert does not have: none once it has as many as fit. What is hidden in it cannot be compared. */
export function numbersIn(texts: readonly string[], writing: Writing, { country, spoken }: { country: string | null; spoken: Spoken }): IdentifierMap[] {
  const found = texts.flatMap((text) => find(text, country, spoken)).map((one) => one.toMap());
  const known: readonly ValueMap[] = writing.identifiers.map(({ item }) => item);
  const fresh = found.filter((one, at) => ![...known, ...found.slice(0, at)].some((other) => isSame(one, other)));
  return fresh.slice(0, Math.max(0, MOST_IDENTIFIERS - known.length));
}

/** The text with one more number, name or plate, shown or hidden as our rules say. */
export function withNumber(writing: Writing, item: IdentifierMap, rules: Rules): Writing {
  return { ...writing, identifiers: [...writing.identifiers, asRulesShow(item, rules)] };
}

/** A report's own words, for what stands in them. */
export function wordsOf(report: Report): string[] {
  const details = [...(report.persons ?? []), ...(report.vehicles ?? [])].map(({ detail }) => detail);
  return [report.happened, report.pattern, report.injuries, ...details].filter((one) => one !== undefined);
}

/** From an alert, or a draft that stands already. Whether anything was hidden is known; what, is not. */
export function fromAlert(content: Alert, language: string): Writing {
  return {
    kinds: content.kinds,
    severity: content.severity,
    verification: content.verification,
    by: content.by === null ? "" : String(content.by),
    areas: content.areas,
    sayWhen: content.when !== null,
    persons: content.persons.map((item) => ({ item: { ...item }, show: "open" })),
    vehicles: content.vehicles.map((item) => ({ item: { ...item }, show: "open" })),
    identifiers: content.identifiers.map((item) => ({ item, show: isMasked(item) ? "hidden" : "open" })),
    text: content.text,
    language: content.language ?? language,
    whatToDo: content.what_to_do,
    disputed: content.disputed,
    days: null,
    from: { ...content },
  };
}

/** Whether it began from an alert that has an end of its own. */
export function hasEnd({ from }: Writing): boolean {
  return typeof from["expires"] === "number" && from["expires"] > 0;
}

/** How many days an alert of this severity usually stands. */
export function usualDays(severity: string): number {
  return Math.round((DEFAULT_EXPIRY[severity] ?? 0) / DAY);
}

/** Whether our rules let numbers stand in an alert as grave as this. */
export function mayCarry(writing: Writing, rules: Rules): boolean {
  return carriesIdentifiers(writing.severity, rules.policy);
}

/** Whether our rules let nothing go out as it stands: mere nuisance is counted alone. */
export function isCountedOnly(writing: Pick<Writing, "severity">, rules: Rules): boolean {
  return writing.severity === "nuisance" && rules.rule("nuisance_alerts") !== true;
}

/** How many corroborate; `null` if that is no number from 1 to 999. */
export function byOf(typed: string): number | null {
  const count = /^[0-9]{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return count > 0 ? count : null;
}

/**
 * What would stand on the board.
 *
 * @throws BadInput it cannot stand as it is.
 */
export async function contentOf(writing: Writing, rules: Rules, given: { now: number; collective: Uint8Array }): Promise<Alert> {
  const shown: Value[] = [];
  for (const { item, show } of mayCarry(writing, rules) ? writing.identifiers : []) {
    if (show === "open") shown.push({ ...item, open: true });
    else if (show === "hidden") shown.push(isMasked(item) ? { ...item } : { ...(await Identifier.fromMap(item).masked(given.collective)) });
  }
  const { from } = writing;
  const when = from["when"];
  const kept = <T>(items: readonly Kept<T>[]): T[] => items.flatMap(({ item, show }) => (show === "out" ? [] : [item]));
  const expires = writing.days !== null ? given.now + writing.days * DAY : hasEnd(writing) ? (from["expires"] ?? null) : null;
  return validateAlert(
    {
      kinds: [...writing.kinds],
      severity: writing.severity,
      verification: writing.verification,
      by: writing.verification === "corroborated" ? byOf(writing.by) : null,
      areas: [...writing.areas],
      when: writing.sayWhen && when !== undefined ? when : null,
      people: from["people"] ?? null,
      persons: kept(writing.persons),
      vehicles: kept(writing.vehicles),
      // A map with `open` is not an identifier's on the wire, but what people hand in.
      identifiers: shown.map(asOpen),
      text: writing.text,
      language: writing.text.trim() === "" && writing.whatToDo.trim() === "" ? null : writing.language,
      what_to_do: writing.whatToDo,
      disputed: writing.disputed,
      expires,
    },
    { policy: rules.policy, topics: rules.topics, country: rules.country, now: given.now, collective: given.collective },
  );
}

/** What is masked already has exactly three fields. */
function asOpen(item: Value): Value {
  if (!wire.isMap(item) || !("token" in item)) return item;
  return { type: item["type"] ?? null, country: item["country"] ?? null, token: item["token"] ?? null };
}

/** The names of areas that an alert may have: those of our rules, and what it has already. */
export function areasOf(writing: Writing, topics: readonly Topic[]): readonly Topic[] {
  return [...topics, ...writing.areas.filter((id) => !topics.some((topic) => topic.id === id)).map((id) => ({ id, name: id }))];
}

// ---- kept while it is not finished ----------------------------------------------------------------------------------

export function valueOf(writing: Writing): Value {
  return JSON.parse(JSON.stringify(writing)) as Value;
}

/** What was kept; `null` if it cannot be read, or is of another text than this. */
export function writingFrom(value: Value | null): Writing | null {
  if (value === null || !wire.isMap(value)) return null;
  const texts = ["severity", "verification", "by", "text", "language", "whatToDo"].every((name) => typeof value[name] === "string");
  const lists = ["kinds", "areas", "persons", "vehicles", "identifiers"].every((name) => Array.isArray(value[name]));
  return texts && lists && wire.isMap(value["from"] ?? null) ? (value as unknown as Writing) : null;
}
