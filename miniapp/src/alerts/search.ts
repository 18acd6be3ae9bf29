/**
 * Check: is somebody listed? On the device, offline; the query goes nowhere.
 *
 * What it finds and says is written down in `docs/check.md`. An {@link Index} is built once over the alerts a device holds. A query is text as pasted, or identifiers; numbers, links and plates are
 * found in it, and a car and a look are read from it (*white van, plate ends KX*). Every match says how strong it is, how old, and why.
 *
 * Unlike its twin, {@link check} computes no match token: it answers at each key stroke, and names in `uncompared` what it could not
 * compare with hidden identifiers yet. {@link checkWhole} computes those tokens first.
 */

import { compare } from "../crypto/bytes";
import { BadInput } from "../crypto/errors";
import { casefold, digitsOf, hasDigit, head, pattern, strip, words } from "./characters";
import { fold } from "./coded";
import { MAX_TEXT, find } from "./finding";
import { Identifier, type Part, type Type, clean, identifier } from "./identifiers";
import {
  type Index, type Listed, type Looks, PERSON_FIELDS, type Place, VEHICLE_FIELDS, exactKey, isCurrent, nameWords, pairsOf,
} from "./listing";
import {
  type Look, NO_LOOK, PERSON_TABLES, VEHICLE_TABLES, VEHICLE_WORDS, isNoLook, readLook, searchedLook, sharedWords, thingsSaid,
} from "./looks";
import { callingCodeOf, isValid, parsePhone, trunkPrefixOf } from "./phones";
import { ENGLISH, type Spoken } from "./spoken";
import { type Said, type Word, day, line, word } from "./wording";

/** A masked handle does not show its platform; a handle looked up without one is compared under the usual ones. */
export const COMMON_PLATFORMS: readonly string[] = ["telegram", "instagram", "whatsapp", "snapchat", "x", "onlyfans"];
/** Each comparison by token costs an Argon2id; a pasted chat must not take minutes. */
export const MOST_TOKENS = 64;
/** Who gets more matches than this asked for half of everybody; what is left out is the weakest and oldest. */
export const MOST_MATCHES = 200;

/** How sure a match is, weakest first. */
export const Strength = {
  /** A car that looks alike and has another plate than was asked for. */
  OTHER_PLATE: 0,
  /** A car or a person that looks alike. */
  LOOK: 1,
  /** A part of a number or plate fits. */
  PART: 2,
  /** A match token fits: probable, ask the desk. */
  PROBABLE: 3,
  /** The same number, address, handle or plate. */
  EXACT: 4,
} as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

/** One alert that fits. */
export interface Match {
  readonly alert: Listed;
  readonly strength: Strength;
  /** Seconds since it was published. */
  readonly age: number;
  /** Strongest first. */
  readonly reasons: readonly Said[];
  /** What was looked for and fits, as people read it; empty if only a name or a look fits. */
  readonly values: readonly Word[];
}

/** What a check found. */
export interface Result {
  readonly lookedFor: readonly Identifier[];
  readonly look: Look;
  /** The first {@link MOST_MATCHES}. */
  readonly matches: readonly Match[];
  /** How many fit. */
  readonly fitting: number;
  /** One or more sentences for people; never none. */
  readonly note: readonly Said[];
  /** Their tokens are not known yet, so they were not compared with hidden identifiers. {@link checkWhole} leaves none. */
  readonly uncompared: readonly Identifier[];
}

/** What a check is made under. */
export interface Checking {
  /** Unix seconds; expired and retracted alerts never match. */
  readonly now: number;
  /** The charter's home country, for numbers written as one dials them at home. */
  readonly country: string | null;
  readonly tokens: Tokens;
  /** The words for looks and parts that are understood beside the English ones. */
  readonly spoken?: Spoken;
}

/** The match tokens of one collective that this device has computed; each takes about half a second. */
export class Tokens {
  readonly #collective: Uint8Array;
  readonly #known = new Map<string, number>();

  /** @param collective - its 32-byte id. */
  constructor(collective: Uint8Array) {
    this.#collective = collective;
  }

  /** The token of a whole identifier, if it has been computed. */
  known(one: Identifier): number | undefined {
    return this.#known.get(one.key);
  }

  async compute(one: Identifier): Promise<void> {
    if (!this.#known.has(one.key)) this.#known.set(one.key, await one.matchToken(this.#collective));
  }
}

// ---- checking -----------------------------------------------------------------------------------------------------

/**
 * Every current alert that fits the query, strongest first, newest first; with all the tokens it needs, which may take seconds.
 *
 * @param query - text as pasted (numbers, plates, a car, a look), or identifiers.
 */
export async function checkWhole(query: string | readonly Identifier[], index: Index, checking: Checking): Promise<Result> {
  const asked = readQuery(query, checking);
  for (const one of tokenPlan(asked.lookedFor, index).flatMap((plan) => plan.spellings)) await checking.tokens.compute(one.as);
  return answer(asked, index, checking);
}

/**
 * As {@link checkWhole}, at once, with the tokens that are known already. Fast enough for each key stroke.
 *
 * If something is `uncompared`, its note says that it is still being compared, and never *no record*.
 */
export function check(query: string | readonly Identifier[], index: Index, checking: Checking): Result {
  return answer(readQuery(query, checking), index, checking);
}

/** What was looked for, as the note must speak of it. */
interface Asked {
  readonly text: string;
  /** The same with the words for looks and parts in English. */
  readonly english: string;
  readonly lookedFor: readonly Identifier[];
  readonly look: Look;
  /** Nothing was found in the text, so it is taken for a part or a name as a whole. */
  readonly guessed: boolean;
  readonly country: string | null;
}

function readQuery(query: string | readonly Identifier[], { country, spoken = ENGLISH }: Checking): Asked {
  if (typeof query !== "string") return { text: "", english: "", lookedFor: query, look: NO_LOOK, guessed: false, country };
  const text = withDigits(query);
  const found = find(text, country, spoken);
  found.push(...partOfPlate(spoken.parts(head(text, 4000)), found));
  const english = spoken.look(head(text, 4000));
  const look = readLook(english);
  const guessed = text !== "" && found.length === 0 && isNoLook(look);
  return { text, english, lookedFor: guessed ? bare(text) : found, look, guessed, country };
}

/** Why, put into words when it is shown: thousands of alerts can fit at a key stroke. */
interface Reason {
  readonly strength: Strength;
  /** The key of what it says. */
  readonly key: string;
  readonly say: () => Said;
}
type Hit = (at: number, reason: Reason) => void;

/** All that was found out about one alert. */
interface Hits {
  readonly alert: Listed;
  strength: Strength;
  reasons: Reason[];
  /** Places in `lookedFor`. */
  readonly values: number[];
  /** By what it is ranked. */
  score: number;
}

function answer(asked: Asked, index: Index, { now, tokens }: Checking): Result {
  const { text, lookedFor, look, guessed } = asked;
  const several = lookedFor.length > 1 && !guessed;
  const hits = new Map<number, Hits>();
  const found = new Set<Identifier>();
  const hit = (at: number, reason: Reason): Hits | null => {
    const hitsHere = hits.get(at);
    if (hitsHere === undefined) {
      const alert = index.listed[at];
      if (alert === undefined || !isCurrent(alert, now)) return null;
      const first: Hits = { alert, strength: reason.strength, reasons: [reason], values: [], score: 0 };
      hits.set(at, first);
      return first;
    }
    hitsHere.reasons.push(reason);
    if (reason.strength > hitsHere.strength) hitsHere.strength = reason.strength;
    return hitsHere;
  };
  const shown = lookedFor.map((one) => (guessed ? strip(text) : shownValue(one)));
  const hitBy = (one: Identifier): Hit => {
    const place = lookedFor.indexOf(one);
    return (at, reason) => {
      // Of several values, each reason says which one it is about.
      const say = (): Said => line("reason-of-value", { value: shown[place] ?? "", reason: reason.say() });
      const of = { strength: reason.strength, key: "reason-of-value", say };
      const hitsHere = hit(at, several ? of : reason);
      if (hitsHere === null) return;
      if (hitsHere.values.at(-1) !== place) hitsHere.values.push(place);
      found.add(one);
    };
  };
  for (const one of lookedFor) compareOpen(one, index, hitBy(one));
  const plans = tokenPlan(lookedFor, index);
  const compared = plans.map((plan) => compareMasked(plan, index, hitBy(plan.one), tokens));
  compareVehicle(look, lookedFor, index, hit);
  comparePerson(look, index, hit);
  compareNames(text, index, hit);
  const matches = best(hits).map((one) => new Fitting(one, now, shown));
  const uncompared = plans.filter((_, at) => !compared[at]).map((plan) => plan.one);
  const cut = lookedFor.filter((one) => isHidden(one, index) && !plans.some((plan) => plan.one === one));
  const namesThem = !guessed && lookedFor.length + hits.size > 1;
  const missed = lookedFor.filter((one) => namesThem && !found.has(one));
  const note = noteOf({ ...asked, fitting: hits.size, missed, uncompared, cut }, index, now);
  return { lookedFor, look, matches, fitting: hits.size, note, uncompared };
}

/** The first of all, strongest first, newest first. */
function best(hits: ReadonlyMap<number, Hits>): Hits[] {
  const all = Array.from(hits.values());
  for (const one of all) {
    // Two cars of one alert that look alike are one reason. Only where there are several is it worth comparing their words.
    if (one.reasons.length > 1) one.reasons = distinct(one.reasons);
    // A plate's part and the look of the car together say more than either alone: among equals, more reasons come first. Then the newest.
    one.score = (one.strength * 64 + Math.min(one.reasons.length, 63)) * 2 ** 40 + Math.min(one.alert.published, 2 ** 40 - 1);
  }
  // Numbers are sorted much faster than alerts; only those that can be among the first are then put in order.
  const least = Float64Array.from(all, (one) => one.score).sort().at(-MOST_MATCHES) ?? 0;
  const ahead = all.filter((one) => one.score >= least);
  return ahead.sort((a, b) => b.score - a.score || compare(a.alert.id, b.alert.id)).slice(0, MOST_MATCHES);
}

function distinct(reasons: Reason[]): Reason[] {
  // What has another key says something else: then nothing need be put into words to compare it.
  if (reasons.every((one, at) => reasons.findIndex((other) => other.key === one.key) === at)) return reasons;
  const seen = new Set<string>();
  return reasons.filter((one) => seen.size < seen.add(JSON.stringify(one.say())).size);
}

/** A match that is put into words when it is looked at: of hundreds that fit, a screen shows the first few. */
class Fitting implements Match {
  readonly alert: Listed;
  readonly strength: Strength;
  readonly age: number;
  readonly #hits: Hits;
  readonly #shown: readonly Word[];

  constructor(hits: Hits, now: number, shown: readonly Word[]) {
    this.alert = hits.alert;
    this.strength = hits.strength;
    this.age = Math.max(0, now - hits.alert.published);
    this.#hits = hits;
    this.#shown = shown;
  }

  get reasons(): readonly Said[] {
    return this.#hits.reasons.toSorted((a, b) => b.strength - a.strength).map((one) => one.say());
  }

  get values(): readonly Word[] {
    const said = new Map(this.#hits.values.map((place) => [JSON.stringify(this.#shown[place]), this.#shown[place] ?? ""]));
    return [...said.values()];
  }
}

/** A value that was looked for, as people read it: of a part, what part it is. */
export function shownValue(one: Identifier): Word {
  if (one.partial === null) return one.shown();
  return line("alert-part", { type: word("types", one.type), value: line(`partials-${one.partial}`, { value: one.value }) });
}

/** Digits in groups, as a number is typed; some of them typed as the letters that look alike. */
const TYPED_NUMBER = pattern("(?<![^\\W_])\\+?\\(?[0-9oOlI]{1,15}\\)?(?:[ \\-().]{1,2}[0-9oOlI]{1,15}\\)?){0,8}(?![^\\W_])", "g");
const TYPED_GROUP = /[0-9oOlI]*[0-9][0-9oOlI]*/g;

/** The text with o and l among the digits of a number read as 0 and 1. */
function withDigits(text: string): string {
  return head(text, MAX_TEXT).replace(TYPED_NUMBER, (run) => {
    if (run.replace(/[^0-9]/g, "").length < 6 || /^[0-9]+$/.test(run)) return run;
    // A group without any digit is a word of the sentence.
    return run.replace(TYPED_GROUP, (group) => group.replace(/[oO]/g, "0").replace(/[lI]/g, "1"));
  });
}

const AFTER_PLATE = pattern(
  "\\b(?:number\\s?plates?|plates?|registration|reg|vrm)\\b[\\s:=#-]*((?:is|was|no|has|with|like|a|an)\\b[\\s:]*)*([^\\W_]{2,8})(?![^\\W_])",
  "i",
);
const NO_PIECE: ReadonlySet<string> = new Set("the and but for not of on in at to it its he she his her i we my or so end ends".split(" "));

/** Two or three letters or digits after *plate* or *reg*, where nothing whole was found: a part of one. */
function partOfPlate(text: string, lookedFor: readonly Identifier[]): Identifier[] {
  if (lookedFor.some((one) => one.type === "plate")) return [];
  const piece = AFTER_PLATE.exec(clean(head(text, 4000)))?.[2];
  // A longer piece without a digit is a word of the sentence.
  if (piece === undefined || NO_PIECE.has(casefold(piece)) || !(Array.from(piece).length <= 3 || hasDigit(piece))) return [];
  return madeOf([["plate", "contains"]], piece);
}

const ONLY_LETTERS = /^\p{L}+$/u;

/** What a query may be in which nothing was found: some digits of a number, a handle without its sign, a plate or a part of one. */
function bare(query: string): Identifier[] {
  const pieces = words(clean(head(query, 200)));
  const joined = pieces.join("");
  const length = Array.from(joined).length;
  if (pieces.length === 0 || pieces.length > 3) return [];
  const digits = digitsOf(joined);
  const tries: (readonly [Type, Part | null])[] = [];
  if (pieces.length === 1 && length === 2) tries.push(["plate", "contains"]);
  else if (digits.length >= 3 && !/\p{L}/u.test(joined)) tries.push(["phone", "contains"]);
  else {
    if (pieces.length === 1 && length >= 3) tries.push(["handle", null]);
    if (pieces.length === 1 && ONLY_LETTERS.test(joined) && length <= 3) tries.push(["plate", "contains"]);
    // Whole plates have six characters or more almost everywhere; what is shorter was perhaps only half seen.
    if (digits !== "" && length >= 3 && length <= 10) tries.push(["plate", length >= 6 ? null : "contains"]);
  }
  return madeOf(tries, pieces.join(" "));
}

/** Those of these that `text` can be. */
function madeOf(tries: readonly (readonly [Type, Part | null])[], text: string): Identifier[] {
  return tries.flatMap(([type, partial]) => {
    try {
      return [identifier(type, text, { partial })];
    } catch (error) {
      if (error instanceof BadInput) return [];
      throw error;
    }
  });
}

function because(strength: Strength, key: string, args: () => Said["args"] = () => ({})): Reason {
  return { strength, key, say: () => line(key, args()) };
}

function compareOpen(one: Identifier, index: Index, hit: Hit): void {
  if (one.partial === null) {
    const same = because(Strength.EXACT, "reason-same", () => ({ called: called(one) }));
    const alike = because(Strength.PART, "reason-plate-reads-alike");
    for (const { one: other, at } of index.exact.get(exactKey(one)) ?? []) {
      if (one.value === other.value && one.matches(other)) hit(at, same);
      else if (one.type === "plate" && one.value !== other.value) hit(at, alike);
    }
  } else {
    const { partial } = one;
    const fits = because(Strength.PART, `reason-${partial}`, () => ({ called: called(one) }));
    for (const { one: other, at } of index.whole.get(one.type) ?? []) if (one.matches(other)) hit(at, fits);
  }
  for (const { one: other, at } of index.parts.get(one.type) ?? []) {
    if (!one.matches(other)) continue;
    hit(at, because(Strength.PART, `reason-warning-${other.partial ?? ""}`, () => ({ called: called(one), value: other.value })));
  }
  if (one.type === "handle" && one.partial === null && one.platform !== "") {
    for (const { one: other, at } of index.whole.get("handle") ?? []) {
      const elsewhere = other.platform !== "" && other.platform !== one.platform;
      if (other.value === one.value && elsewhere) hit(at, because(Strength.PART, "reason-other-app"));
    }
  }
}

// ---- hidden identifiers -------------------------------------------------------------------------------------------

/** Under which spellings one identifier is compared by token, and what each then says. */
interface TokenPlan {
  readonly one: Identifier;
  readonly spellings: readonly { readonly as: Identifier; readonly reason: Said; readonly strength: Strength }[];
}

function isHidden(one: Identifier, index: Index): boolean {
  return one.partial === null && index.maskedTypes.has(one.type);
}

/** What is to be compared by token: whole identifiers of a type that some alert hides, as far as there is time for. */
function tokenPlan(lookedFor: readonly Identifier[], index: Index): TokenPlan[] {
  const plans: TokenPlan[] = [];
  let left = MOST_TOKENS;
  for (const one of lookedFor) {
    if (!isHidden(one, index) || left <= 0) continue;
    const plan = { one, spellings: spellingsOf(one) };
    left -= plan.spellings.length;
    plans.push(plan);
  }
  return plans;
}

function spellingsOf(one: Identifier): TokenPlan["spellings"] {
  const probable = { reason: line("reason-hidden", { called: called(one) }), strength: Strength.PROBABLE };
  const out = [{ as: one, ...probable }] as { as: Identifier; reason: Said; strength: Strength }[];
  const under = (platform: string): Identifier => new Identifier(one.type, one.value, platform);
  if (one.type === "handle" || one.type === "payment") {
    const near = one.platform === "" ? COMMON_PLATFORMS : [""];
    out.push(...near.map((platform) => ({ as: under(platform), ...probable })));
  }
  if (one.type === "handle" && one.platform !== "") {
    // Many use one name everywhere; and many names are used by more than one.
    const elsewhere = COMMON_PLATFORMS.filter((platform) => platform !== one.platform);
    out.push(...elsewhere.map((platform) => ({ as: under(platform), reason: line("reason-hidden-other-app"), strength: Strength.PART })));
  }
  return out;
}

/** Compares by match token; whether all of its tokens were known. */
function compareMasked({ one, spellings }: TokenPlan, index: Index, hit: Hit, tokens: Tokens): boolean {
  let all = true;
  for (const { as, reason, strength } of spellings) {
    const token = tokens.known(as);
    if (token === undefined) all = false;
    for (const { country, at } of index.tokens.get(`${one.type} ${token ?? ""}`) ?? []) {
      if (mayBeOf(country, one)) hit(at, { strength, key: reason.key, say: () => reason });
    }
  }
  return all;
}

/** Whether a hidden identifier of this country can be this one: tables differ about Jersey and Britain, and never about their code. */
function mayBeOf(country: string | null, one: Identifier): boolean {
  return country === null || country === one.country || one.value.startsWith(`+${callingCodeOf(country)}`);
}

// ---- cars, persons, names -----------------------------------------------------------------------------------------

function compareVehicle(look: Look, lookedFor: readonly Identifier[], index: Index, hit: Hit): void {
  const asked = lookedFor.filter((one) => one.type === "plate");
  const { vehicles } = index;
  const places = Array.from(look.vehicle, (pair) => vehicles.places.get(pair));
  if (look.make !== "") places.push(index.makes.get(look.make));
  const contradicts = vehicles.contradicting(look.vehicle);
  // One word fits half of all cars; two make a look.
  for (const place of shared(places, 2, vehicles)) {
    const at = vehicles.at[place];
    const vehicle = vehicles.items[place];
    if (at === undefined || vehicle === undefined || contradicts(place)) continue;
    const makes = index.makeWords[place] ?? [];
    if (look.make !== "" && makes.length > 0 && !makes.includes(look.make)) continue;
    const known = asked.length > 0 ? index.plates.get(at) : undefined;
    // Plates are changed, and read wrongly: whoever says more of a car must not be shown less.
    const isOther = known !== undefined && !asked.some((a) => known.some((k) => mayBeSamePlate(a, k)));
    const words = (): Word[] => {
      const said = sharedWords(pairsOf(vehicle, VEHICLE_FIELDS), look.vehicle, VEHICLE_TABLES);
      return makes.includes(look.make) ? [...said, look.make] : said;
    };
    const [strength, key] = isOther ? ([Strength.OTHER_PLATE, "reason-vehicle-other-plate"] as const) : ([Strength.LOOK, "reason-vehicle"] as const);
    hit(at, because(strength, key, () => ({ words: words() })));
  }
}

function comparePerson(look: Look, index: Index, hit: Hit): void {
  const { persons } = index;
  // Three words at least, all of one person: less describes a crowd.
  const places = Array.from(look.person, (pair) => persons.places.get(pair));
  const contradicts = persons.contradicting(look.person);
  for (const place of shared(places, 3, persons)) {
    const at = persons.at[place];
    const person = persons.items[place];
    if (at === undefined || person === undefined || contradicts(place)) continue;
    const words = (): Word[] => sharedWords(pairsOf(person, PERSON_FIELDS), look.person, PERSON_TABLES);
    hit(at, because(Strength.LOOK, "reason-person", () => ({ words: words() })));
  }
}

/** Words before a name that are none. */
const TITLES: ReadonlySet<string> = new Set("mr mrs ms miss dr sir big the".split(" "));
/** A name of two words is found by one of them only in so short a text. */
const FEW_WORDS = 6;

function compareNames(text: string, index: Index, hit: Hit): void {
  const said = nameWords(head(text, 4000));
  const together = `-${said.join("-")}-`;
  const few = said.length <= FEW_WORDS ? new Set(said.filter((one) => Array.from(one).length > 2 && !TITLES.has(one))) : new Set<string>();
  for (const [key, name] of index.names) {
    const whole = key.length > 1 && together.includes(key) && together.includes(`-${key}-`);
    if (!whole && !name.words.some((one) => few.has(one))) continue;
    const reason = because(Strength.LOOK, "reason-name", () => ({ name: name.words.join(" ") }));
    for (const at of name.places) hit(at, reason);
  }
}

/** What stands in at least `least` of these. */
function shared(places: readonly (readonly Place[] | undefined)[], least: number, looks: Looks<unknown>): Place[] {
  if (places.length < least) return [];
  const counts = new Uint8Array(looks.items.length);
  const out: Place[] = [];
  for (const some of places) {
    for (const place of some ?? []) {
      const count = (counts[place] ?? 0) + 1;
      counts[place] = count;
      if (count === least) out.push(place);
    }
  }
  return out;
}

function mayBeSamePlate(one: Identifier, other: Identifier): boolean {
  const twoParts = one.partial !== null && other.partial !== null;
  const readsAlike = one.partial === null && other.partial === null && exactKey(one) === exactKey(other);
  return (twoParts && (one.partial !== other.partial || one.partial === "contains")) || one.matches(other) || readsAlike;
}

function called(one: Identifier): Said {
  return word("called", one.type);
}

// ---- the note -----------------------------------------------------------------------------------------------------

interface Noted extends Asked {
  readonly fitting: number;
  readonly missed: readonly Identifier[];
  readonly uncompared: readonly Identifier[];
  /** More than is compared with hidden identifiers at once. */
  readonly cut: readonly Identifier[];
}

function noteOf(asked: Noted, index: Index, now: number): Said[] {
  const { look, lookedFor } = asked;
  const { count } = index.standing(now);
  const foreign = lookedFor.filter((one) => isForeign(one, asked));
  const car = thingsSaid(look.vehicle) + Number(look.make !== "");
  // A colour alone is looked for as a name; whoever types it means a car.
  const oneWord = VEHICLE_WORDS.has(fold(asked.english));
  const searched = !isNoLook(searchedLook(look));
  // Of what was not compared with everything, nobody may read that there is no record.
  const missed = asked.missed.filter((one) => ![...foreign, ...asked.uncompared, ...asked.cut].includes(one));
  const out: Said[] = [];
  if (asked.fitting > 0) {
    out.push(line("note-matches", { matches: asked.fitting, count }));
    out.push(...missed.map((one) => line("note-no-record-of-not-safe", { value: shownValue(one) })));
  } else if (lookedFor.length === 0 && isNoLook(look)) {
    out.push(line(asked.text === "" ? "note-nothing-to-look-for" : "note-nothing-to-look-for-nor-name"));
  } else if (!searched && (lookedFor.length === 0 || oneWord)) {
    out.push(line("note-too-little"));
    if (car > 0 || oneWord) out.push(line("note-too-little-car"));
    if (look.person.size > 0) out.push(line("note-too-little-person"));
    out.push(line("note-too-little-or"));
  } else if (asked.uncompared.length === 0 && (foreign.length < lookedFor.length || searched)) {
    out.push(...missed.map((one) => line("note-no-record-of", { value: shownValue(one) })));
    out.push(since(asked.missed.length > 0 ? "note-we-have" : "note-no-record", count, index, now));
  }
  // Whoever reads "no record" while hidden numbers are still being compared may have put the phone away by the time one fits.
  if (asked.uncompared.length > 0) out.push(line("note-still-comparing"));
  if (foreign.length > 0) out.push(asked.country === null ? line("note-foreign-unknown") : line("note-foreign", { country: asked.country }));
  if (lookedFor.some((one) => one.partial !== null && index.maskedTypes.has(one.type))) out.push(line("note-hidden-not-in-part"));
  if (asked.cut.length > 0) out.push(line("note-more-than-compared"));
  return out;
}

/** As many digits, and it was meant as a whole number. */
const WHOLE_NUMBER = 9;

/** Whether this was typed as a number of the home country and cannot be one: what was looked for is then not what she means. */
function isForeign(one: Identifier, asked: Asked): boolean {
  if (one.type !== "phone" || asked.text === "") return false;
  if (one.partial !== null) {
    // Taken for a part, because as a whole it has the wrong length.
    return one.partial === "contains" && one.value.length >= WHOLE_NUMBER && !casefold(asked.english).includes("contain");
  }
  const code = callingCodeOf(asked.country);
  if (code === "" || !one.value.startsWith(`+${code}`)) return false;
  const national = one.value.slice(1 + code.length);
  const typed = digitsOf(clean(asked.text));
  const trunk = trunkPrefixOf(asked.country);
  const asAtHome = trunk !== "" && typed.includes(trunk + national);
  if (asAtHome || typed.includes(code + national) || typed.includes(`${code}0${national}`) || !typed.includes(national)) return false;
  const phone = parsePhone(one.value, null);
  return phone === null || !isValid(phone);
}

function since(key: string, count: number, index: Index, now: number): Said {
  const { oldest } = index.standing(now);
  if (oldest === Infinity) return line(key, { count });
  return line(`${key}-since`, { count, since: day(new Date(oldest * 1000).toISOString().slice(0, 7)) });
}
