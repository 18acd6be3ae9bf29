/**
 * What an alert says: the content of `alert` and `amendment` statements (protocol §6.6).
 *
 * Coded fields carry the warning, so that it reads in every language; `text` is the moderators' and adds to it.
 */

import { BadInput, TooLarge, WrongShape } from "../crypto/errors";
import * as wire from "../crypto/wire";
import type { Value, ValueMap } from "../crypto/wire";
import { strip } from "./characters";
import { DEFAULT_POLICY, type Policy } from "./charter";
import * as coded from "./coded";
import {
  type Field, type Form, type Given, type When, code, flag, isEmpty, isPlain, isSame, number, readForm, readIdentifier, several, tag, text, when,
} from "./forms";
import { Identifier, type IdentifierMap, type Masked, checkMasked } from "./identifiers";
import { CARS, OWN_WORDS, PERSONS, type Person, type Report, type Vehicle, encodedSize, isNuisanceOnly, suggestedSeverity } from "./report";
import { type Said, type Word, day, languageWord, line, word } from "./wording";

/** With the body's other fields and the approvals of 64 people, the statement still fits its largest padded size (protocol §1.8). */
export const MAX_CONTENT_BYTES = Math.max(...wire.STATEMENT_SIZES) - 1 - 12 * 1024;

export const DAY = 86_400;
/** How long an alert stands by default, in seconds: 30 days, 6 months, 12 months, 12 months. */
export const DEFAULT_EXPIRY: Readonly<Record<string, number>> = {
  nuisance: 30 * DAY,
  risky: 183 * DAY,
  dangerous: 365 * DAY,
  "very-dangerous": 365 * DAY,
};
export const SO_FAR_EXPIRY = 72 * 3600;
export const SO_FAR_SEVERITIES: readonly string[] = ["dangerous", "very-dangerous"];

/** An identifier as an alert shows it. */
export type ShownIdentifier = IdentifierMap | Masked;

/** An alert as it stands on the wire; every field is there. `null` and an empty list mean *not known*. */
export type Alert = {
  kinds: string[];
  severity: string;
  verification: string;
  /** How many corroborate; with `corroborated` alone. */
  by: number | null;
  /** Ids of topics. */
  areas: string[];
  when: When | null;
  people: number | null;
  persons: Person[];
  vehicles: Vehicle[];
  identifiers: ShownIdentifier[];
  text: string;
  language: string | null;
  what_to_do: string;
  so_far: boolean;
  disputed: boolean;
  /** Unix seconds. */
  expires: number;
};

/** One of the charter's topics. */
export interface Topic {
  readonly id: string;
  readonly name: string;
}

export function isMasked(item: ShownIdentifier): item is Masked {
  return !("value" in item);
}

function isShownIdentifier(value: Value): boolean {
  try {
    if (wire.isMap(value) && Object.hasOwn(value, "value")) Identifier.fromMap(value);
    else checkMasked(value);
    return true;
  } catch (error) {
    if (error instanceof WrongShape) return false;
    throw error;
  }
}

function isEmptyOr(check: wire.Check): wire.Check {
  return (value) => (Array.isArray(value) && value.length === 0) || check(value);
}

function isTidy(high: number): wire.Check {
  const fits = wire.isText(0, high);
  return (value) => fits(value) && isPlain(value);
}

const TEXT = text(4_000);
const WHAT_TO_DO = text(1_000);
const LANGUAGE = tag();
const WHEN = when({ band: false });
const BY = number(1, 999);
const PEOPLE = number(1, 99);

/** Every field of an alert on the wire. */
const SHAPE: Readonly<Record<keyof Alert, wire.Check>> = {
  kinds: several(coded.KINDS).check,
  severity: code(coded.SEVERITIES).check,
  verification: code(coded.VERIFICATIONS).check,
  by: wire.nullable(BY.check),
  areas: wire.isListOf(wire.isText(1, 32), 0, 64),
  when: wire.nullable(WHEN.check),
  people: wire.nullable(PEOPLE.check),
  persons: isEmptyOr(PERSONS.check),
  vehicles: isEmptyOr(CARS.check),
  identifiers: wire.isListOf(isShownIdentifier, 0, 32),
  text: isTidy(4_000),
  language: wire.nullable(LANGUAGE.check),
  what_to_do: isTidy(1_000),
  so_far: wire.isBool,
  disputed: wire.isBool,
  expires: wire.isUint,
};

/**
 * `content`, if it is exactly an alert's as it stands on the wire.
 *
 * @throws {@link WrongShape} a field is missing, unknown or of the wrong form.
 * @throws {@link TooLarge} it can fit no statement.
 */
export function checkAlert(content: Value): Alert {
  const f = wire.shaped(content, "alert", SHAPE) as ValueMap & Alert; // every field has just passed its check
  if ((f.by !== null) !== (f.verification === "corroborated")) throw new WrongShape("alert: by has the wrong form");
  if (new Set(f.areas).size !== f.areas.length) throw new WrongShape("alert: areas has the wrong form");
  if (f.so_far && !SO_FAR_SEVERITIES.includes(f.severity)) throw new WrongShape("alert: so_far has the wrong form");
  const size = encodedSize(f, "alert");
  if (size > MAX_CONTENT_BYTES) throw new TooLarge(`${size} bytes where at most ${MAX_CONTENT_BYTES} are allowed`);
  return f;
}

/** The `urgent` of the header (protocol §5.2): 0 nothing to ping, 1 for the digest, 2 at once. */
export function urgent(content: Pick<Alert, "severity">): number {
  return Math.min(coded.severityRank(content.severity), 2);
}

/** When an alert published at `now` ends unless people say otherwise. Unix seconds. */
export function defaultExpiry(severity: string, now: number, { soFar = false }: { soFar?: boolean } = {}): number {
  return now + (soFar ? SO_FAR_EXPIRY : (DEFAULT_EXPIRY[severity] ?? 0));
}

/** Whether the charter lets an alert of this severity carry identifiers (protocol §6.5, `identifiers_from`). */
export function carriesIdentifiers(severity: string, policy: Policy): boolean {
  return coded.severityRank(severity) >= coded.severityRank(identifiersFrom(policy));
}

function identifiersFrom(policy: Policy): string {
  const severity = setting(policy, "identifiers_from");
  return typeof severity === "string" ? severity : "";
}

function setting(policy: Policy, name: string): Value {
  return (Object.hasOwn(policy, name) ? policy[name] : DEFAULT_POLICY[name]) ?? null;
}

// ---- from what moderators write -----------------------------------------------------------------------------------

function readAreas(topics: readonly Topic[]): Field<string[]> {
  const byName = new Map((["name", "id"] as const).flatMap((spelling) => topics.map((one) => [coded.fold(one[spelling]), one.id] as const)));
  const expects = `areas of the charter: ${topics.map((one) => one.name).join(", ") || "it has none yet"}`;
  return {
    check: wire.isListOf(wire.isText(1, 32), 0, 64),
    expects,
    read(value, where) {
      if (isEmpty(value)) return null;
      const answers: Value = typeof value === "string" ? value.split(/[,;]/) : value;
      if (!Array.isArray(answers)) throw new BadInput(`${where} must be a list of ${expects}`);
      const found = new Set<string>();
      for (const answer of answers) {
        const topic = typeof answer === "string" ? byName.get(coded.fold(answer)) : undefined;
        if (topic === undefined) throw new BadInput(`${where} must be ${expects}`);
        found.add(topic);
      }
      return [...found];
    },
  };
}

const SECONDS = number(0, wire.MAX_INTEGER);
const MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$/;

const EXPIRES: Field<number> = {
  check: wire.isUint,
  expects: "a time",
  read(value, where, given) {
    if (typeof value !== "string" || isEmpty(value) || /^[0-9]+$/.test(strip(value))) return SECONDS.read(value, where, given);
    const found = MOMENT.exec(strip(value));
    // Without a zone it is UTC; a date alone is its beginning.
    const [date = "", clock = "00:00"] = strip(value).split(/[T ]/);
    const moment = found === null ? Number.NaN : Date.parse(`${date}T${clock}${found[1] === undefined ? "Z" : ""}`);
    if (Number.isNaN(moment)) throw new BadInput(`${where} must be a time such as 2027-05-20 or 2027-05-20T12:00:00Z`);
    return Math.max(0, Math.trunc(moment / 1000));
  },
};

/** What one identifier of an alert is to be: shown as it is, or masked once there is time to compute its token. */
type ToShow = { readonly shown: ShownIdentifier } | { readonly mask: Identifier };

/** Open ones are masked where the policy says so, unless they say `"open": true`; masked ones stay as they are. */
function readShown(item: Value, where: string, given: Given): ToShow | null {
  if (wire.isMap(item) && Object.hasOwn(item, "token")) {
    try {
      return { shown: checkMasked({ ...item }) };
    } catch (error) {
      throw error instanceof WrongShape ? new BadInput(`${where} is masked and must be exactly: type, country, token`) : error;
    }
  }
  const keepOpen = wire.isMap(item) && item["open"] === true;
  const plain = wire.isMap(item) ? Object.fromEntries(Object.entries(item).filter(([name]) => name !== "open")) : item;
  const read = readIdentifier(plain, where, given);
  if (read === null) return null;
  return keepOpen || !isMaskedBy(given.policy, read.type) ? { shown: read } : { mask: Identifier.fromMap(read) };
}

function isMaskedBy(policy: Policy, type: string): boolean {
  const masked = setting(policy, "masked");
  return Array.isArray(masked) && masked.includes(type);
}

async function readIdentifiers(value: Value, given: Given, collective: Uint8Array): Promise<ShownIdentifier[]> {
  if (isEmpty(value)) return [];
  const items: Value[] = Array.isArray(value) ? value : [value];
  if (items.length > 32) throw new BadInput(`identifiers has ${items.length} where at most 32 fit`);
  // All are read before the first token is computed: a mistake in the last one need not wait for them.
  const read = items.map((item, at) => readShown(item, items.length > 1 ? `identifiers[${at}]` : "identifiers", given));
  const out: ShownIdentifier[] = [];
  for (const one of read) {
    if (one === null) continue;
    const shown = "mask" in one ? await one.mask.masked(collective) : one.shown;
    if (!out.some((other) => isSame(other, shown))) out.push(shown);
  }
  return out;
}

/**
 * An identifier's map as the policy lets an alert show it: open, or kind and country with a match token (protocol §9).
 * A token takes about half a second.
 */
export async function mask(value: IdentifierMap, { policy, collective }: { policy: Policy; collective: Uint8Array }): Promise<ShownIdentifier> {
  return isMaskedBy(policy, value.type) ? Identifier.fromMap(value).masked(collective) : { ...value };
}

const NAMES = {
  kind: "kinds", topics: "areas", area: "areas", date: "when", person: "persons", vehicle: "vehicles", identifier: "identifiers",
  corroborated_by: "by", advice: "what_to_do", number_of_people: "people",
};

/** Keeps an answer as it is, for a second reading. */
const UNREAD: Field = { check: wire.isListOf(isShownIdentifier, 0, 32), read: (value) => value, expects: "identifiers" };

/** What an alert is written under. */
export interface Writing {
  /** The charter's (protocol §6.5). */
  readonly policy: Policy;
  /** The charter's. */
  readonly topics: readonly Topic[];
  /** Unix seconds. */
  readonly now: number;
  /** Its 32-byte id, for match tokens. */
  readonly collective: Uint8Array;
  /** The charter's home country. */
  readonly country?: string | null;
}

/**
 * An alert's content, from what a moderator or a JSON file says.
 *
 * Severity is suggested from the kinds, verification is `unconfirmed` and expiry follows the severity, unless given.
 * Identifiers may be open (then masked here where the policy says so, unless marked `"open": true`) or masked already.
 *
 * @throws {@link BadInput} one sentence that names the field and says what is allowed.
 */
export async function validateAlert(value: Value, { policy, topics, now, collective, country = null }: Writing): Promise<Alert> {
  const form = {
    kinds: several(coded.KINDS),
    severity: code(coded.SEVERITIES),
    verification: code(coded.VERIFICATIONS),
    by: BY,
    areas: readAreas(topics),
    when: WHEN,
    people: PEOPLE,
    persons: PERSONS,
    vehicles: CARS,
    identifiers: UNREAD,
    text: TEXT,
    language: LANGUAGE,
    what_to_do: WHAT_TO_DO,
    so_far: flag(),
    disputed: flag(),
    expires: EXPIRES,
  } satisfies Form;
  const given = { country, policy };
  const f = readForm(value, "", form, given, NAMES) as { [K in keyof Alert]?: Alert[K] };
  if (f.kinds === undefined) throw new BadInput(`kinds is required: a list of one or more of: ${coded.KINDS.values.join(", ")}`);
  const severity = f.severity ?? suggestedSeverity(f.kinds);
  const soFar = f.so_far ?? false;
  const content: Alert = {
    kinds: f.kinds,
    severity,
    verification: f.verification ?? "unconfirmed",
    by: f.by ?? null,
    areas: f.areas ?? [],
    when: f.when ?? null,
    people: f.people ?? null,
    persons: f.persons ?? [],
    vehicles: f.vehicles ?? [],
    identifiers: await readIdentifiers(f.identifiers ?? null, given, collective),
    text: f.text ?? "",
    language: f.language ?? null,
    what_to_do: f.what_to_do ?? "",
    so_far: soFar,
    disputed: f.disputed ?? false,
    expires: f.expires ?? defaultExpiry(severity, now, { soFar }),
  };
  judge(content, policy, now);
  try {
    return checkAlert(content);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new BadInput(`the alert is too long by ${wire.encode(content).length - MAX_CONTENT_BYTES} bytes; please shorten its text`);
  }
}

function judge(content: Alert, policy: Policy, now: number): void {
  const { severity } = content;
  if (severity === "nuisance" && setting(policy, "nuisance_alerts") !== true) {
    throw new BadInput("severity: nuisance counts in figures only, unless the charter turns nuisance_alerts on");
  }
  if ((content.by !== null) !== (content.verification === "corroborated")) {
    throw new BadInput("by says how many corroborate: give it with verification corroborated, and only then");
  }
  if (content.identifiers.length > 0 && !carriesIdentifiers(severity, policy)) {
    throw new BadInput(`identifiers: the charter allows them from severity ${identifiersFrom(policy)} up`);
  }
  if (setting(policy, "ethnicity") !== true && content.persons.some((person) => Object.hasOwn(person, "ethnicity"))) {
    throw new BadInput("persons.ethnicity does not exist in this collective's forms");
  }
  if (content.so_far && !SO_FAR_SEVERITIES.includes(severity)) throw new BadInput("so_far is for severity dangerous and very-dangerous only");
  if (content.expires <= now) throw new BadInput("expires must be in the future");
  if (content.so_far && content.expires > now + SO_FAR_EXPIRY) {
    throw new BadInput("expires: an alert with one moderator so far stands for 72 hours at most");
  }
}

/**
 * An alert's content to start from: the coded fields of a report, and none of the reporter's own words.
 *
 * `happened`, `pattern`, `injuries`, the free `detail` of persons and vehicles, and the six-hour band stay at the desk; `text` is empty, for
 * a moderator to write what was reported. Identifiers are there from the policy's severity up, masked where it says so.
 * A report of nuisance alone gives a draft that {@link validateAlert} refuses unless the charter allows nuisance alerts.
 *
 * @param said - fields as `checkReport` returns them.
 */
export async function draftFromReport(said: Report, { policy, topics, now, collective }: Omit<Writing, "country">): Promise<Alert> {
  const report = without([said], OWN_WORDS)[0] as Omit<Report, "happened" | "pattern" | "injuries">;
  const severity = suggestedSeverity(report.kinds);
  const area = coded.fold(report.area ?? "");
  const topic = area === "" ? undefined : topics.find((one) => [coded.fold(one.id), coded.fold(one.name)].includes(area));
  const identifiers: ShownIdentifier[] = [];
  if (carriesIdentifiers(severity, policy)) {
    for (const item of report.identifiers ?? []) {
      const shown = await mask(item, { policy, collective });
      if (!identifiers.some((other) => isSame(other, shown))) identifiers.push(shown);
    }
  }
  const hidden = setting(policy, "ethnicity") === true ? ["detail"] : ["detail", "ethnicity"];
  return checkAlert({
    kinds: [...report.kinds],
    severity,
    verification: "unconfirmed",
    by: null,
    areas: topic ? [topic.id] : [],
    when: report.when ? { date: report.when.date, precision: report.when.precision } : null,
    people: report.people ?? null,
    persons: without(report.persons ?? [], new Set(hidden)),
    vehicles: without(report.vehicles ?? [], new Set(["detail"])),
    identifiers,
    text: "",
    language: null,
    what_to_do: "",
    so_far: false,
    disputed: false,
    expires: defaultExpiry(severity, now),
  });
}

/** These maps without some of their fields; those of which nothing is left are left out. */
function without(items: readonly Readonly<ValueMap>[], names: ReadonlySet<string>): ValueMap[] {
  const kept = items.map((item) => Object.fromEntries(Object.entries<Value>({ ...item }).filter(([name]) => !names.has(name))));
  return kept.filter((item) => Object.keys(item).length > 0);
}

/** Whether the charter lets this report count in figures only. */
export function makesNoAlert(report: Pick<Report, "kinds">, policy: Policy): boolean {
  return isNuisanceOnly(report.kinds) && setting(policy, "nuisance_alerts") !== true;
}

// ---- for people ---------------------------------------------------------------------------------------------------

const IS_A =
  /\b(?:is|was|he'?s|she'?s|they'?re|are)\s+(?:an?|the)\s+\w+|\b(?:rapist|thief|robber|abuser|psycho\w*|criminal|predator|scammer)\b/i;

/** What a moderator is asked to look at again in a public text: names for people, first person, numbers in the open. Reads English only. */
export function textHints(written: string): Said[] {
  const hints = [];
  if (IS_A.test(written)) hints.push(line("hint-says-what-somebody-is"));
  if (/\b(?:I|me|my|mine|we|our)\b/.test(written)) hints.push(line("hint-own-words"));
  if (/(?:\d[\s().-]?){7,}|@\w{2,}/.test(written)) hints.push(line("hint-number-in-text"));
  return hints;
}

const PERSON_WORDS = [
  ["role", "roles"], ["gender", "genders"], ["age", "ages"], ["height", "heights"], ["build", "builds"], ["hair", "hairs"], ["eyes", "eyes"],
] as const;

/**
 * Short lines for people, most important first; understandable from the coded fields alone, and without colour.
 *
 * The parts of a line are read one after the other.
 *
 * @param content - as {@link checkAlert} returns it.
 * @param language - the reader's, whose own texts need not be named.
 * @param topics - the charter's, for the names of areas; an unknown area shows its id.
 */
export function render(content: Alert, { language = "en", topics = [] }: { language?: string; topics?: readonly Topic[] } = {}): Word[][] {
  const rank = coded.severityRank(content.severity);
  const verified = line(`verifications-${content.verification}`, content.by === null ? {} : { by: content.by });
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  const out: Word[][] = [
    [
      line("alert-severity", {
        bar: "■".repeat(rank + 1) + "□".repeat(3 - rank),
        severity: word("severities", content.severity),
        n: rank + 1,
        kinds: content.kinds.map((kind) => word("kinds", kind)),
      }),
    ],
    [
      line("alert-verification", { verification: verified, n: coded.VERIFICATIONS.values.indexOf(content.verification) + 1 }),
      ...(content.so_far ? [line("alert-so-far")] : []),
      ...(content.disputed ? [line("alert-disputed")] : []),
    ],
    [
      ...(content.areas.length > 0 ? [line("alert-areas", { areas: content.areas.map((one) => names.get(one) ?? one) })] : []),
      ...(content.when === null ? [] : [line("alert-when", { when: dateWords(content.when) })]),
      ...(content.people === null ? [] : [line("alert-people", { people: content.people })]),
    ],
    ...content.persons.map((person) => [line("alert-person", { person: personWords(person) })]),
    ...content.vehicles.map((vehicle) => [line("alert-vehicle", { vehicle: vehicleWords(vehicle) })]),
    ...content.identifiers.map((item) => [shownWords(item)]),
  ];
  if (content.text !== "") {
    const named = content.language !== null && content.language !== language;
    const args = { text: content.text };
    out.push([named ? line("alert-text-in", { ...args, language: languageWord(content.language ?? "") }) : line("alert-text", args)]);
  }
  if (content.what_to_do !== "") out.push([line("alert-what-to-do", { text: content.what_to_do })]);
  out.push([line("alert-expires", { date: day(dateOf(content.expires)) })]);
  return out.filter((parts) => parts.length > 0);
}

/** How a date of an alert or a report reads. */
export function dateWords(value: When): Said {
  return value.precision === "week" ? line("date-about", { date: day(value.date) }) : day(value.date);
}

/** The UTC date of a moment, `2026-11-20`. Times up to 2^53 are allowed on the wire; a calendar ends sooner. */
export function dateOf(moment: number): string {
  return new Date(Math.min(moment, 253_402_300_799) * 1000).toISOString().slice(0, 10);
}

function personWords(person: Person): Word[] {
  return [
    ...PERSON_WORDS.flatMap(([name, table]) => (person[name] === undefined ? [] : [word(table, person[name])])),
    ...(person.marks ?? []).map((one) => word("person-marks", one)),
    ...(person.ethnicity === undefined ? [] : [line("person-ethnicity", { ethnicity: word("ethnicities", person.ethnicity) })]),
    ...(person.names === undefined ? [] : [line("person-names", { names: person.names })]),
    ...(person.accent === undefined ? [] : [line("person-accent", { accent: languageWord(person.accent) })]),
    ...(person.languages === undefined ? [] : [line("person-languages", { languages: person.languages.map(languageWord) })]),
    ...(person.weapon === undefined ? [] : [line("person-weapon", { weapon: person.weapon.map((one) => word("weapons", one)) })]),
    ...(person.detail === undefined ? [] : [person.detail]),
  ];
}

function vehicleWords(vehicle: Vehicle): Word[] {
  const kind = word("vehicles", vehicle.type ?? "other");
  const make = [vehicle.make, vehicle.model].filter((one) => one !== undefined).join(" ");
  return [
    vehicle.colour === undefined ? kind : line("vehicle-of-colour", { colour: word("colours", vehicle.colour), vehicle: kind }),
    ...(make === "" ? [] : [make]),
    ...(vehicle.marks ?? []).map((one) => word("vehicle-marks", one)),
    ...(vehicle.detail === undefined ? [] : [vehicle.detail]),
  ];
}

/** How an identifier of an alert reads. */
export function shownWords(item: ShownIdentifier): Said {
  const type = word("types", item.type);
  if (isMasked(item)) return item.country === null ? line("alert-hidden", { type }) : line("alert-hidden-country", { type, country: item.country });
  if (item.partial !== undefined) return line("alert-part", { type, value: line(`partials-${item.partial}`, { value: item.value }) });
  return line("alert-identifier", { type, value: Identifier.fromMap(item).shown() });
}
