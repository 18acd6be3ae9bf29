/**
 * Telephone numbers as Google's library reads them: the very steps that Python's `phonenumbers` takes, over the same table.
 *
 * The table is the smallest of `libphonenumber-js`. Its own reader decides otherwise in places (numbers that are possible within an
 * area only, numbers of a right length that begin in a new way). A number that is read in two ways has two match tokens, and a warning
 * is missed; so the table is used and the reader is not.
 */

import table from "libphonenumber-js/metadata.min.json";

/** A number taken apart: digits only, without `+`. */
export interface Phone {
  /** The country's calling code, one to three digits. */
  readonly code: string;
  /** The national significant number, with the zeros that are dialled from abroad too. */
  readonly national: string;
}

interface Plan {
  readonly region: string;
  readonly code: string;
  readonly idd: RegExp | null;
  readonly national: RegExp;
  readonly lengths: readonly number[];
  readonly localLengths: readonly number[];
  /** What is dialled before a number at home; empty if nothing is. */
  readonly prefix: string;
  readonly prefixForParsing: RegExp | null;
  readonly transform: string | null;
  readonly leadingDigits: RegExp | null;
  /** Patterns of each kind of number; empty where the small table has none. */
  readonly kinds: readonly { readonly pattern: RegExp; readonly lengths: readonly number[] }[];
  readonly formats: readonly Format[];
}

interface Format {
  readonly pattern: RegExp;
  readonly leading: RegExp | null;
  readonly shown: string | null;
}

/** The table's rows are lists, `0` for what is not there (METADATA.md of `libphonenumber-js`, version 4). */
type Row = readonly unknown[];
interface Table {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, Row>>;
  readonly nonGeographic: Readonly<Record<string, Row>>;
}
const TABLE = table as unknown as Table;

/** Lengths that are dialled within an area only, which the small table leaves out (Google's `possibleLengths`, `localOnly`). */
const LOCAL_LENGTHS: Readonly<Record<string, string>> = {
  "3": "AT",
  "4": "KM",
  "5": "AL BY MM NF PY",
  "6": "BA BT ER GG HR IM JE LA ME SL SM YE ZM ZW",
  "7": "AF AG AI AS AZ BB BM BO BS DM DO EC ET GD GH GU JM KN KY LC LK LY MG MP MS PR PS RU SA SX TC TT US VC VE VG VI",
  "8": "979 IR",
  "5,6": "AM CN ID IE KG",
  "6,7,8": "AR",
  "4,5": "BG CU RS",
  "4,7": "CO",
  "2,3": "DE",
  "6,7": "EG GE HU IN IQ KH KP MK MY NG NP PE SY",
  "4,5,6,8": "GB",
  "3,4,7": "KR",
  "5,6,7": "KZ PK UA UG",
  "4,5,6": "MN",
  "7,8": "MX",
  "4,5,7": "PH",
  "3,5,6,7": "TJ",
};
const localLengths = new Map(
  Object.entries(LOCAL_LENGTHS).flatMap(([lengths, regions]) => regions.split(" ").map((region) => [region, lengths.split(",").map(Number)])),
);

const LONGEST_INPUT = 250;
const SHORTEST_NATIONAL = 2;
const LONGEST_NATIONAL = 17;

const plans = new Map<string, Plan | null>();

/** The plan of a region (`GB`), or of a calling code that belongs to none (`800`). */
function planOf(region: string): Plan | null {
  let plan = plans.get(region);
  if (plan === undefined) {
    const row = own(TABLE.countries, region) ?? own(TABLE.nonGeographic, region);
    plan = row === undefined ? null : readRow(region, row);
    plans.set(region, plan);
  }
  return plan;
}

/** The plan of a country; a calling code is none. */
function homePlan(country: string | null): Plan | null {
  return country !== null && Object.hasOwn(TABLE.countries, country) ? planOf(country) : null;
}

/** Whether telephone numbers know this country: two letters, as ISO 3166-1 has them. The United Kingdom is `GB`, not `UK`. */
export function hasNumbers(country: string): boolean {
  return Object.hasOwn(TABLE.countries, country);
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function readRow(region: string, row: Row): Plan {
  const text = (at: number): string => (typeof row[at] === "string" ? row[at] : "");
  const list = (at: number): readonly unknown[] => (Array.isArray(row[at]) ? row[at] : []);
  const prefixForParsing = text(7) || text(5);
  return {
    region,
    code: text(0),
    idd: text(1) ? starts(text(1)) : null,
    national: whole(text(2)),
    lengths: list(3) as number[],
    localLengths: localLengths.get(region) ?? [],
    prefix: text(5).replaceAll("~", ""),
    prefixForParsing: prefixForParsing ? starts(prefixForParsing) : null,
    transform: text(8) || null,
    leadingDigits: text(10) ? starts(text(10)) : null,
    kinds: list(11).flatMap((kind) => {
      if (!Array.isArray(kind) || typeof kind[0] !== "string" || kind[0] === "") return [];
      return [{ pattern: whole(kind[0]), lengths: (kind[1] ?? []) as number[] }];
    }),
    formats: list(4).map((format) => readFormat(format as Row)),
  };
}

function readFormat(row: Row): Format {
  const leading = Array.isArray(row[2]) ? (row[2].at(-1) as string | undefined) : undefined;
  const shown = typeof row[5] === "string" ? row[5] : (row[1] as string);
  return { pattern: whole(row[0] as string), leading: leading === undefined ? null : starts(leading), shown: shown === "NA" ? null : shown };
}

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`);
}

function starts(source: string): RegExp {
  return new RegExp(`^(?:${source})`);
}

/** The first region of a calling code, whose plan stands for all of them; the code itself if it belongs to no region. */
function mainRegion(code: string): string | null {
  return own(TABLE.country_calling_codes, code)?.[0] ?? (own(TABLE.nonGeographic, code) ? code : null);
}

// ---- reading ------------------------------------------------------------------------------------------------------

/**
 * The number that `written` is when it is dialled in `country`, or `null` if it is none.
 *
 * @param written - the digits 0 to 9, with or without one `+` before them.
 * @param country - ISO 3166-1 alpha-2; without one, only numbers with `+` are read.
 */
export function parsePhone(written: string, country: string | null): Phone | null {
  const digits = written.replace("+", "");
  const abroad = written.startsWith("+");
  const home = homePlan(country);
  if (written.length > LONGEST_INPUT || digits.length < (abroad ? 3 : 2) || (!abroad && home === null)) return null;
  let found = abroad ? ofAbroad(digits) : extracted(digits, home);
  if (found === "unknown") {
    if (!abroad) return null;
    // Some write a plus before a number of their own country.
    found = extracted(digits, home);
    if (found === "unknown" || found === null) return null;
  }
  const region = found === null ? null : mainRegion(found.code);
  const plan = region === null ? home : planOf(region);
  const rest = found === null ? digits : found.national;
  if (plan === null || rest.length < SHORTEST_NATIONAL) return null;
  const stripped = withoutPrefix(rest, plan);
  // What is left must be long enough; otherwise the whole could be a short number.
  const national = ["too short", "local", "wrong"].includes(judgeLength(stripped, plan)) ? rest : stripped;
  return national.length < SHORTEST_NATIONAL || national.length > LONGEST_NATIONAL ? null : { code: plan.code, national };
}

/** `null`: there is no calling code in it. `"unknown"`: there must be one, and none is known. */
type Extracted = Phone | "unknown" | null;

function ofAbroad(digits: string): Extracted {
  if (digits.length <= SHORTEST_NATIONAL) return "unknown";
  for (let size = 1; size <= 3 && !digits.startsWith("0"); size++) {
    const code = digits.slice(0, size);
    if (mainRegion(code) !== null) return { code, national: digits.slice(size) };
  }
  return "unknown";
}

function extracted(digits: string, home: Plan | null): Extracted {
  if (home === null) return null;
  const idd = home.idd?.exec(digits);
  // Calling codes cannot begin with 0.
  if (idd && digits.charAt(idd[0].length) !== "0") return ofAbroad(digits.slice(idd[0].length));
  if (!digits.startsWith(home.code)) return null;
  const national = withoutPrefix(digits.slice(home.code.length), home);
  const better = !home.national.test(digits) && home.national.test(national);
  return better || judgeLength(digits, home) === "too long" ? { code: home.code, national } : null;
}

function withoutPrefix(digits: string, plan: Plan): string {
  const found = digits === "" ? null : plan.prefixForParsing?.exec(digits);
  if (!found) return digits;
  const last = found.length > 1 ? found.at(-1) : undefined;
  const rest =
    plan.transform === null || last === undefined
      ? digits.slice(found[0].length)
      : plan.transform.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? "") + digits.slice(found[0].length);
  return plan.national.test(digits) && !plan.national.test(rest) ? digits : rest;
}

function judgeLength(national: string, plan: Plan): "right" | "local" | "too short" | "too long" | "wrong" {
  const length = national.length;
  if (plan.localLengths.includes(length)) return "local";
  if (plan.lengths.includes(length)) return "right";
  if (length < Math.min(...plan.lengths)) return "too short";
  return length > Math.max(...plan.lengths) ? "too long" : "wrong";
}

/** Whether the number has a length that numbers of its calling code can have; its area's own included. */
export function isPossible(phone: Phone): boolean {
  const plan = planOf(mainRegion(phone.code) ?? "");
  return plan !== null && ["right", "local"].includes(judgeLength(phone.national, plan));
}

/** E.164: `+`, the calling code, the national number. */
export function e164(phone: Phone): string {
  return `+${phone.code}${phone.national}`;
}

// ---- what follows from a number -----------------------------------------------------------------------------------

/** Whether such a number is given out, as far as the small table tells: by kind where it has them, else by the plan as a whole. */
export function isValid(phone: Phone): boolean {
  const region = regionByPlan(phone);
  const plan = region === null ? null : planOf(region);
  return plan !== null && isOfPlan(phone.national, plan);
}

function isOfPlan(national: string, plan: Plan): boolean {
  if (!plan.national.test(national)) return false;
  return (
    plan.kinds.length === 0 ||
    plan.kinds.some((kind) => (kind.lengths.length === 0 || kind.lengths.includes(national.length)) && kind.pattern.test(national))
  );
}

function regionByPlan(phone: Phone): string | null {
  const regions = own(TABLE.country_calling_codes, phone.code);
  if (regions === undefined) return own(TABLE.nonGeographic, phone.code) ? phone.code : null;
  if (regions.length === 1) return regions[0] ?? null;
  for (const region of regions) {
    const plan = planOf(region);
    // Where the table has no kinds of a main region, the others tell themselves apart by their first digits.
    if (plan === null) continue;
    const isOfIt = plan.leadingDigits ? plan.leadingDigits.test(phone.national) : plan.kinds.length > 0 && isOfPlan(phone.national, plan);
    if (isOfIt) return region;
  }
  const main = planOf(regions[0] ?? "");
  return main && main.kinds.length === 0 && main.national.test(phone.national) ? main.region : null;
}

/** ISO 3166-1 alpha-2 of the number's country, the main one of its calling code if it is not known better; `null` if it has none. */
export function countryOf(phone: Phone): string | null {
  const region = regionByPlan(phone) ?? mainRegion(phone.code);
  return region !== null && /^[A-Z]{2}$/.test(region) ? region : null;
}

/** The calling code of a country, without `+`; empty if it is not known. */
export function callingCodeOf(country: string | null): string {
  return homePlan(country)?.code ?? "";
}

/** What is dialled before a number within `country`; empty if nothing is, or it is not known. */
export function trunkPrefixOf(country: string | null): string {
  return homePlan(country)?.prefix ?? "";
}

/** As people read it abroad: `+44 7700 900123`. */
export function international(phone: Phone): string {
  const plan = planOf(mainRegion(phone.code) ?? "");
  for (const format of plan?.formats ?? []) {
    if (format.shown !== null && (format.leading?.test(phone.national) ?? true) && format.pattern.test(phone.national)) {
      return `+${phone.code} ${phone.national.replace(format.pattern, format.shown)}`;
    }
  }
  return `+${phone.code} ${phone.national}`;
}
