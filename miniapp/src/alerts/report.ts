/**
 * What a report says: the table of its fields (protocol §6.6, §8.2).
 *
 * Only `kinds` is required. A field that is not there means *don't know*.
 */

import { BadInput, TooLarge, WrongShape } from "../crypto/errors";
import * as wire from "../crypto/wire";
import type { Value, ValueMap } from "../crypto/wire";
import * as coded from "./coded";
import type { Policy } from "./charter";
import { type Form, IDENTIFIER, type When, checkForm, code, flag, isEmpty, listOf, mapOf, number, readForm, several, tag, text, when } from "./forms";
import type { IdentifierMap } from "./identifiers";

/** The whole desk item fits the largest padded size (protocol §1.8) beside its ids, receipt and signature. In bytes. */
export const MAX_FIELDS_BYTES = Math.max(...wire.DESK_SIZES) - 1 - 1024;

export const CONSENT = {
  share: code(coded.SHARING), // moderators only, or warn peers
  show_first: flag(), // show me the public text first
  hold: flag(), // hold until I say
  figures: flag(), // count in figures
} satisfies Form;

export const PERSON = {
  role: code(coded.ROLES),
  names: listOf(text(60), 8),
  gender: code(coded.GENDERS),
  age: code(coded.AGES),
  height: code(coded.HEIGHTS),
  build: code(coded.BUILDS),
  hair: code(coded.HAIRS),
  eyes: code(coded.EYES),
  marks: several(coded.PERSON_MARKS),
  accent: tag(),
  languages: listOf(tag(), 8),
  weapon: several(coded.WEAPONS),
  ethnicity: code(coded.ETHNICITIES), // perceived; only where the charter says so
  detail: text(300),
} satisfies Form;

export const VEHICLE = {
  type: code(coded.VEHICLES),
  make: text(40),
  model: text(40),
  colour: code(coded.COLOURS),
  marks: several(coded.VEHICLE_MARKS),
  detail: text(300),
} satisfies Form;

/** What the answers of a form are once they are read. */
export type Answers<F extends Form> = { [K in keyof F]?: NonNullable<ReturnType<F[K]["read"]>> };
export type Consent = Answers<typeof CONSENT>;
export type Person = Answers<typeof PERSON>;
export type Vehicle = Answers<typeof VEHICLE>;

const PERSON_NAMES = { name: "names", age_band: "age", language: "languages", weapons: "weapon", perceived_ethnicity: "ethnicity" };
const VEHICLE_NAMES = { color: "colour", kind: "type" };

export const PERSONS = listOf(mapOf(PERSON, PERSON_NAMES), 8);
export const CARS = listOf(mapOf(VEHICLE, VEHICLE_NAMES), 4);

/** Every field of a report, in the order in which it is asked. */
export const FIELDS = {
  kinds: several(coded.KINDS),
  consent: mapOf(CONSENT),
  relationship: code(coded.RELATIONSHIPS),
  when: when({ band: true }),
  area: text(80),
  place: code(coded.PLACES),
  contact: several(coded.CONTACTS),
  people: number(1, 99),
  persons: PERSONS,
  identifiers: listOf(IDENTIFIER, 32),
  vehicles: CARS,
  happened: text(60_000),
  pattern: text(4_000),
  injuries: text(4_000),
  ongoing: several(coded.RISKS),
  support: several(coded.SUPPORTS),
  language: tag(),
} satisfies Form;

/** The fields of a report as they stand on the wire. */
export type Report = Omit<Answers<typeof FIELDS>, "kinds" | "consent" | "when" | "persons" | "identifiers" | "vehicles"> & {
  kinds: string[];
  consent?: Consent;
  when?: When;
  persons?: Person[];
  identifiers?: IdentifierMap[];
  vehicles?: Vehicle[];
};

/** The reporter's own words. They never leave the desk. */
export const OWN_WORDS: ReadonlySet<string> = new Set(["happened", "pattern", "injuries"]);

const NAMES = {
  kind: "kinds", relation: "relationship", where: "area", place_type: "place", how_contacted: "contact", person: "persons",
  number_of_people: "people", identifier: "identifiers", vehicle: "vehicles", car: "vehicles", what_happened: "happened",
  text: "happened", opening_line: "pattern", pattern_or_opening_line: "pattern", ongoing_risk: "ongoing", risk: "ongoing",
  support_wanted: "support", date: "when",
};
const LOOSE_IDENTIFIERS = ["phone", "email", "handle", "link", "payment", "plate"];

/**
 * The fields of a report, from what a person or a JSON file says: keys and codes in friendly spellings, identifiers as typed.
 *
 * @param policy - the charter's (protocol §6.5).
 * @param country - the charter's home country, for phone numbers written as one dials them at home.
 * @throws {@link BadInput} one sentence that names the field and says what is allowed, or by how much the whole is too long.
 */
export function validateReport(value: Value, { policy, country = null }: { policy: Policy; country?: string | null }): Report {
  if (!wire.isMap(value)) throw new BadInput("a report must be a map of fields; only kinds is required");
  const read = readForm(gathered(value), "", FIELDS, { country, policy }, NAMES);
  if (!Object.hasOwn(read, "kinds")) throw new BadInput(`kinds is required: a list of one or more of: ${coded.KINDS.values.join(", ")}`);
  // In the table's order, whatever order the file had: the same answers give the same bytes anyway, and people read them in one order.
  const names = Object.keys(FIELDS).filter((name) => Object.hasOwn(read, name));
  const out = Object.fromEntries(names.map((name) => [name, read[name] as Value])) as ValueMap & Report;
  if (policy["ethnicity"] !== true && out.persons?.some((person) => Object.hasOwn(person, "ethnicity"))) {
    throw new BadInput("persons.ethnicity does not exist in this collective's forms");
  }
  const over = wire.encode(out).length - MAX_FIELDS_BYTES;
  if (over > 0) throw new BadInput(`the report is too long by ${over} bytes; please shorten what happened`);
  return out;
}

/** Answers that files like to put at the top, moved to where they belong. */
function gathered(value: ValueMap): ValueMap {
  const out = { ...value };
  if (typeof out["consent"] === "string") out["consent"] = { share: out["consent"] };
  const loose = Object.keys(CONSENT).filter((name) => Object.hasOwn(out, name));
  if (loose.length > 0) {
    const inner = isEmpty(out["consent"] ?? null) ? {} : (out["consent"] ?? null);
    if (!wire.isMap(inner) || loose.some((name) => Object.hasOwn(inner, name))) {
      throw new BadInput(`consent must be one map of: ${Object.keys(CONSENT).join(", ")}`);
    }
    out["consent"] = { ...inner, ...taken(out, loose) };
  }
  const typed = LOOSE_IDENTIFIERS.filter((name) => typeof out[name] === "string");
  if (typed.length > 0) {
    const listed = out["identifiers"] ?? null;
    const moved = Object.entries(taken(out, typed)).map(([type, one]) => ({ type, value: one }));
    out["identifiers"] = [...(Array.isArray(listed) ? listed : isEmpty(listed) ? [] : [listed]), ...moved];
  }
  if (Object.hasOwn(out, "time") && !wire.isMap(out["when"])) {
    const { when: said, date, time = null } = taken(out, ["when", "date", "time"]);
    out["when"] = { date: (isEmpty(said ?? null) ? date : said) ?? null, time };
  }
  return out;
}

/** These fields of `map`, which it loses. */
function taken(map: ValueMap, names: readonly string[]): ValueMap {
  const out: ValueMap = {};
  for (const name of names) {
    if (Object.hasOwn(map, name)) out[name] = map[name] as Value;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the names are this file's own
    delete map[name];
  }
  return out;
}

/**
 * `value`, if it is exactly the fields of a report as they stand on the wire.
 *
 * Whether perceived ethnicity may be there is the sender's policy at the time, so it is not judged here.
 *
 * @throws {@link WrongShape} a field is missing, unknown or of the wrong form.
 * @throws {@link TooLarge} it can fit no desk item.
 */
export function checkReport(value: Value): Report {
  const f = checkForm(value, "report", FIELDS, ["kinds"]);
  const size = encodedSize(f, "report");
  if (size > MAX_FIELDS_BYTES) throw new TooLarge(`${size} bytes where at most ${MAX_FIELDS_BYTES} are allowed`);
  return { ...f } as ValueMap & Report;
}

/** @throws {@link WrongShape} `value` cannot be encoded. */
export function encodedSize(value: ValueMap, what: string): number {
  try {
    return wire.encode(value).length;
  } catch (error) {
    throw error instanceof BadInput ? new WrongShape(`${what}: a value that cannot be encoded`) : error;
  }
}

// ---- what follows from a report -----------------------------------------------------------------------------------

/** The severity that the gravest of these kinds suggests. People decide. */
export function suggestedSeverity(kinds: Iterable<string>): string {
  let gravest = "nuisance";
  for (const kind of kinds) {
    const one = coded.SEVERITY_OF_KIND[kind] ?? gravest;
    if (coded.severityRank(one) > coded.severityRank(gravest)) gravest = one;
  }
  return gravest;
}

/** Whether nothing but nuisance is reported; by default that counts in figures and makes no alert. */
export function isNuisanceOnly(kinds: readonly string[]): boolean {
  return kinds.every((kind) => coded.NUISANCE_KINDS.has(kind));
}

/** Whether hours count for her health: PEP within 72 hours, emergency contraception within 5 days. */
export function healthCardApplies(kinds: readonly string[]): boolean {
  return kinds.some((kind) => coded.HEALTH_KINDS.has(kind));
}

/**
 * What she consented to, all filled in.
 *
 * `share` is `null` if she did not say. That is no consent: she is then shown the public text first, and her *agree* is.
 * Figures hold numbers and no content, so they count her unless she said no.
 */
export function consentOf(report: Pick<Report, "consent">): { share: string | null; show_first: boolean; hold: boolean; figures: boolean } {
  const said = report.consent ?? {};
  const share = said.share ?? null;
  return { share, show_first: (said.show_first ?? false) || share === null, hold: said.hold ?? false, figures: said.figures ?? true };
}
