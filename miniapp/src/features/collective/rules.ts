/** Our rules: in words, what a proposal would change of them, and how they are changed. Pure. */

import * as casework from "../../alerts/casework";
import { type Charter, DEFAULT_POLICY, defaultQuorums, parseCharter } from "../../alerts/charter";
import { fold } from "../../alerts/coded";
import { hasNumbers } from "../../alerts/phones";
import { type Said, type Word, line, word } from "../../alerts/wording";
import { BadInput, Refused } from "../../crypto/errors";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";

/** Every rule as one sentence. */
export function rulesOf(charter: Charter): Said[] {
  const { quorums } = charter;
  const masked = charter.rule("masked");
  const from = charter.rule("identifiers_from");
  return [
    line("rules-alert", { count: quorums.alert }),
    ...(quorums.alert > 1 ? [line("rules-so-far")] : []),
    line("rules-charter", { count: quorums.charter }),
    line("rules-remove", { count: quorums.remove }),
    ...(typeof from === "string" ? [line("rules-identifiers", { severity: word("severities", from) })] : []),
    Array.isArray(masked) && masked.length > 0 ? line("rules-masked", { types: typesOf(masked) }) : line("rules-masked-none"),
    line(charter.rule("nuisance_alerts") === true ? "rules-nuisance-yes" : "rules-nuisance-no"),
    line(charter.rule("ethnicity") === true ? "rules-ethnicity-yes" : "rules-ethnicity-no"),
    charter.topics.length > 0 ? line("rules-areas", { areas: charter.topics.map(({ name }) => name) }) : line("rules-areas-none"),
    line("rules-country", { country: charter.country }),
    line("rules-never"),
  ];
}

/** Types that may be hidden, in the order in which they are offered. */
export const TYPES: readonly string[] = ["phone", "email", "handle", "link", "payment", "plate"];

function typesOf(masked: readonly Value[]): Word[] {
  return masked.filter((one) => typeof one === "string").map((one) => (TYPES.includes(one) ? word("called", one) : one));
}

// ---- what a proposal changes ----------------------------------------------------------------------------------------

/** Everything in which a proposed charter differs from the one in force. `name` gives the alias of a person. */
export function differences(charter: Charter, next: ValueMap, name: (person: Uint8Array) => string): Said[] {
  const old = charter.content();
  const [before, after] = [peopleOf(old), peopleOf(next)];
  const said: Said[] = [];
  for (const [key, one] of after) {
    const was = before.get(key);
    if (was === undefined) said.push(line("rules-changed-people-in", { name: name(one.id) }));
    else if (was.devices !== one.devices) said.push(line("rules-changed-devices", { name: name(one.id) }));
  }
  for (const [key, one] of before) if (!after.has(key)) said.push(line("rules-changed-people-out", { name: name(one.id) }));
  const change = (what: string, from: Value | undefined, to: Value | undefined): void => {
    if (!isEqual(from, to)) said.push(line("rules-changed", { what: line(`rules-what-${what}`), before: plain(what, from), after: plain(what, to) }));
  };
  change("name", old["name"], next["name"]);
  change("country", old["country"], next["country"]);
  change("minimum", old["minimum"], next["minimum"]);
  for (const which of ["alert", "charter", "erase", "remove"]) change(`quorum-${which}`, mapOf(old["quorums"])[which], mapOf(next["quorums"])[which]);
  const [policy, wanted] = [mapOf(old["policy"]), mapOf(next["policy"])];
  for (const rule of new Set([...Object.keys(policy), ...Object.keys(wanted)])) {
    if (Object.hasOwn(DEFAULT_POLICY, rule)) change(rule, own(policy, rule) ?? DEFAULT_POLICY[rule], own(wanted, rule) ?? DEFAULT_POLICY[rule]);
    else change("other", own(policy, rule), own(wanted, rule));
  }
  if (!isEqual(old["topics"], next["topics"])) {
    const topics = Array.isArray(next["topics"]) ? next["topics"] : [];
    said.push(line("rules-changed-areas", { areas: topics.map((one) => textOf(mapOf(one)["name"])) }));
  }
  if (next["planting"] !== old["planting"]) said.push(line("rules-changed-keys"));
  return said.length > 0 ? said : [line("rules-changed-nothing")];
}

function own(map: ValueMap, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function mapOf(value: Value | undefined): ValueMap {
  return value !== undefined && wire.isMap(value) ? value : {};
}

function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return casework.isSame({ it: one }, { it: other });
}

function peopleOf(content: ValueMap): Map<string, { id: Uint8Array; devices: string }> {
  const people = Array.isArray(content["people"]) ? content["people"] : [];
  return new Map(
    people.flatMap((one) => {
      const { id, devices } = mapOf(one);
      if (!(id instanceof Uint8Array) || devices === undefined) return [];
      return [[id.join(), { id, devices: wire.encode(devices).join() }] as const];
    }),
  );
}

/** A value as people read it. */
function plain(what: string, value: Value | undefined): Word {
  if (value === undefined || value === null) return line("rules-not-said");
  if (typeof value === "boolean") return line(value ? "rules-yes" : "rules-no");
  if (what === "identifiers_from" && typeof value === "string") return word("severities", value);
  if (what === "masked" && Array.isArray(value)) return value.length > 0 ? typesOf(value) : line("rules-none");
  if (Array.isArray(value)) return value.length > 0 ? value.map(textOf) : line("rules-none");
  return textOf(value);
}

/** What this app has no words for is shown as little as it can be. */
function textOf(value: Value | undefined): string {
  return typeof value === "string" || typeof value === "number" ? `${value}` : "…";
}

// ---- changing them --------------------------------------------------------------------------------------------------

/** What a moderator would have instead. */
export interface Wanted {
  readonly name: string;
  readonly country: string;
  /** One area in each line. */
  readonly areas: string;
  readonly quorum: string;
  readonly severity: string;
  readonly masked: readonly string[];
  readonly nuisance: boolean;
  readonly ethnicity: boolean;
}

/** What was kept of it, with the number of the rules it was to change; `null` if it cannot be read. */
export function wantedAgain(kept: Value): (Wanted & { readonly number: number }) | null {
  if (!wire.isMap(kept)) return null;
  const texts = ["name", "country", "areas", "quorum", "severity"].every((name) => typeof kept[name] === "string");
  const choices = ["nuisance", "ethnicity"].every((name) => typeof kept[name] === "boolean");
  const { masked } = kept;
  if (typeof kept["number"] !== "number") return null;
  return texts && choices && Array.isArray(masked) && masked.every((one) => typeof one === "string") ? (kept as unknown as Wanted & { number: number }) : null;
}

export function wantedFrom(charter: Charter): Wanted {
  const masked = charter.rule("masked");
  const from = charter.rule("identifiers_from");
  return {
    name: charter.name,
    country: charter.country,
    areas: charter.topics.map(({ name }) => name).join("\n"),
    quorum: textOf(charter.rule("alert_quorum")),
    severity: typeof from === "string" ? from : "",
    masked: Array.isArray(masked) ? masked.filter((one) => typeof one === "string") : [],
    nuisance: charter.rule("nuisance_alerts") === true,
    ethnicity: charter.rule("ethnicity") === true,
  };
}

/**
 * The content of the next rules; `null` if nothing would change.
 *
 * @throws BadInput rules like these cannot be.
 */
export function contentFrom(charter: Charter, wanted: Wanted): ValueMap | null {
  const quorum = Number(wanted.quorum);
  if (!/^[0-9]{1,2}$/.test(wanted.quorum.trim()) || quorum < 1 || quorum > 64) throw new BadInput("the quorum is a number from 1 to 64");
  const country = wanted.country.trim().toUpperCase();
  if (!canBeHome(charter, country)) throw new BadInput("no telephone numbers of this country are known");
  const old = charter.content();
  const policy: ValueMap = { ...charter.policy };
  const asked: ValueMap = {
    alert_quorum: quorum,
    identifiers_from: wanted.severity,
    masked: TYPES.filter((one) => wanted.masked.includes(one)),
    nuisance_alerts: wanted.nuisance,
    ethnicity: wanted.ethnicity,
  };
  for (const [name, value] of Object.entries(asked)) if (!isAlike(charter.rule(name), value)) policy[name] = value;
  const content: ValueMap = {
    ...old,
    name: wanted.name.trim(),
    country,
    topics: topicsFrom(charter, wanted.areas),
    policy,
    quorums: { ...defaultQuorums(charter.people.length, quorum) },
  };
  if (casework.isSame(content, old)) return null;
  try {
    parseCharter(charter.number + 1, content, new Uint8Array(0));
  } catch (error) {
    if (error instanceof Refused) throw new BadInput("these rules cannot be");
    throw error;
  }
  return content;
}

/** Whether this can be the home country of numbers: one that has some, or the one that was signed already. */
export function canBeHome(charter: Charter, typed: string): boolean {
  const country = typed.trim().toUpperCase();
  return country === charter.country || hasNumbers(country);
}

/** Lists of types are the same in any order. */
function isAlike(one: Value, other: Value): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item) => other.includes(item));
  return one === other;
}

/** Areas keep their ids, by which alerts know them; a new one gets its own. */
function topicsFrom(charter: Charter, typed: string): ValueMap[] {
  const names = typed.split("\n").map((one) => one.trim()).filter((one) => one !== "");
  return names.map((name) => {
    const known = charter.topics.find((topic) => topic.name === name) ?? charter.topics.find((topic) => fold(topic.name) === fold(name));
    return { id: known?.id ?? fold(name).slice(0, 32).replace(/^-+|-+$/g, ""), name };
  });
}
