/**
 * Tables of fields: each says what stands on the wire, and how what a person or a file hands in becomes that.
 *
 * Reading ({@link readForm}) is friendly and normalises; its errors are one plain sentence that names the field and what is allowed, never
 * what was answered. Checking ({@link checkForm}) is strict. What reading returns always passes checking, and an answer that is not there
 * means *don't know*: there is no second way to say nothing.
 */

import { BadInput, WrongShape } from "../crypto/errors";
import * as wire from "../crypto/wire";
import type { Value, ValueMap } from "../crypto/wire";
import { pattern, strip, wellFormed } from "./characters";
import type { Policy } from "./charter";
import { BANDS, type Codes, PRECISIONS, bandOfHour, fold } from "./coded";
import { find } from "./finding";
import { Identifier, type IdentifierMap, PARTIALS, type Type, identifier, isType, TYPES } from "./identifiers";

/** What reading depends on: the charter's home country and policy. */
export interface Given {
  readonly country: string | null;
  readonly policy: Policy;
}

/** One field. `read` returns `null` for an empty answer and throws BadInput naming `where`. */
export interface Field<T extends Value = Value> {
  readonly check: wire.Guard<T>;
  readonly read: (value: Value, where: string, given: Given) => T | null;
  readonly expects: string;
}

export type Form = Readonly<Record<string, Field>>;
type OtherNames = Readonly<Record<string, string>>;

/**
 * The map of what `value` answers.
 *
 * @param where - what people call the map; empty for the whole.
 * @param also - other names of fields.
 * @throws {@link BadInput} not a map, a field that does not exist, or an answer that cannot be.
 */
export function readForm(value: Value, where: string, form: Form, given: Given, also: OtherNames = {}): ValueMap {
  if (!wire.isMap(value)) throw new BadInput(`${where || "this"} must be a map of fields: ${Object.keys(form).join(", ")}`);
  const out: ValueMap = {};
  for (const [key, answer] of Object.entries(value)) {
    const spelt = fold(key).replaceAll("-", "_");
    const name = own(also, spelt) ?? spelt;
    const field = own(form, name);
    if (field === undefined) throw unknownField(key, where, Object.keys(form));
    if (Object.hasOwn(out, name)) throw new BadInput(`${join(where, name)} is given twice`);
    const read = field.read(answer, join(where, name), given);
    if (read !== null) out[name] = read;
  }
  return out;
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function unknownField(key: string, where: string, known: readonly string[]): BadInput {
  // The one thing a message repeats is a field's name, which is the file's and not the person's; shortened all the same.
  return new BadInput(`there is no field '${key.slice(0, 40)}'${where && ` in ${where}`}; there are: ${known.join(", ")}`);
}

function join(where: string, name: string): string {
  return where ? `${where}.${name}` : name;
}

/**
 * `value`, if it is a map of these fields, each in its form on the wire.
 *
 * @throws {@link WrongShape} it is not.
 */
export function checkForm(value: Value, what: string, form: Form, required: readonly string[] = []): ValueMap {
  const checks = (wanted: boolean): Record<string, wire.Check> =>
    Object.fromEntries(
      Object.entries(form)
        .filter(([name]) => required.includes(name) === wanted)
        .map(([name, field]) => [name, field.check]),
    );
  return wire.shaped(value, what, checks(true), checks(false));
}

// ---- kinds of fields ----------------------------------------------------------------------------------------------

/** One code of a list. */
export function code(codes: Codes): Field<string> {
  const expects = `one of: ${codes.values.join(", ")}`;
  return {
    check: wire.isOneOf(...codes.values),
    expects,
    read(value, where) {
      if (isEmpty(value)) return null;
      const found = typeof value === "string" ? codes.read(value) : null;
      if (found === null) throw new BadInput(`${where} must be ${expects}`);
      return found;
    },
  };
}

/** Different codes of a list, in the list's order. One alone, and a text with commas, are understood. */
export function several(codes: Codes): Field<string[]> {
  const expects = `a list of: ${codes.values.join(", ")}`;
  const check = (value: Value): value is string[] => {
    if (!Array.isArray(value) || value.length === 0) return false;
    const inOrder = codes.values.filter((one) => value.includes(one));
    return inOrder.length === value.length && inOrder.every((one, at) => one === value[at]);
  };
  return {
    check,
    expects,
    read(value, where) {
      if (isEmpty(value)) return null;
      const answers: Value = typeof value === "string" ? value.split(/[,;]/) : value;
      if (!Array.isArray(answers)) throw new BadInput(`${where} must be ${expects}`);
      const found = new Set<string>();
      for (const answer of answers) {
        if (isEmpty(answer)) continue;
        const one = typeof answer === "string" ? codes.read(answer) : null;
        if (one === null) throw new BadInput(`${where} must be ${expects}`);
        found.add(one);
      }
      return found.size === 0 ? null : codes.values.filter((one) => found.has(one));
    },
  };
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true], ["true", true], ["y", true], ["no", false], ["false", false], ["n", false],
]);

/** Yes or no. */
export function flag(): Field<boolean> {
  return {
    check: wire.isBool,
    expects: "true or false",
    read(value, where) {
      if (isEmpty(value)) return null;
      const answer = typeof value === "string" ? YES_OR_NO.get(strip(value).toLowerCase()) : value;
      if (typeof answer !== "boolean") throw new BadInput(`${where} must be true or false`);
      return answer;
    },
  };
}

/** A whole number. */
export function number(low: number, high: number): Field<number> {
  const expects = `a whole number from ${low} to ${high}`;
  const check = (value: Value): value is number => wire.isUint(value) && low <= value && value <= high;
  return {
    check,
    expects,
    read(value, where) {
      if (isEmpty(value)) return null;
      const answer = typeof value === "string" && /^[0-9]{1,15}$/.test(strip(value)) ? Number(strip(value)) : value;
      if (!check(answer)) throw new BadInput(`${where} must be ${expects}`);
      return answer;
    },
  };
}

/** Free text of 1 to `high` characters, without blanks around it and without control characters. */
export function text(high: number): Field<string> {
  const fits = wire.isText(1, high);
  return {
    check: (value): value is string => fits(value) && isPlain(value),
    expects: `text of at most ${high} characters`,
    read(value, where) {
      if (value === null) return null;
      if (typeof value !== "string") throw new BadInput(`${where} must be text`);
      const tidy = tidyText(value);
      const over = wire.codePoints(tidy) - high;
      if (over > 0) throw new BadInput(`${where} is too long by ${over} characters; at most ${high} fit`);
      return tidy === "" ? null : tidy;
    },
  };
}

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** A language: a tag such as `en` or `pt-BR`, or its English name. */
export function tag(): Field<string> {
  return {
    check: (value): value is string => typeof value === "string" && TAG.test(value),
    expects: "a language tag such as en or pt-BR",
    read(value, where) {
      if (isEmpty(value)) return null;
      const found = typeof value === "string" ? readTag(strip(value)) : null;
      if (found === null) throw new BadInput(`${where} must be a language, such as en, pl or pt-BR`);
      return found;
    },
  };
}

/** Names of languages for people who write them out; any other stands as its tag (BCP 47). */
export const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: "en", arabic: "ar", bengali: "bn", bulgarian: "bg", chinese: "zh", czech: "cs", dutch: "nl", french: "fr", german: "de",
    greek: "el", hindi: "hi", hungarian: "hu", italian: "it", kurdish: "ku", lithuanian: "lt", persian: "fa", polish: "pl",
    portuguese: "pt", punjabi: "pa", romanian: "ro", russian: "ru", somali: "so", spanish: "es", swahili: "sw", thai: "th", turkish: "tr",
    ukrainian: "uk", urdu: "ur", vietnamese: "vi", welsh: "cy", albanian: "sq", irish: "en-IE", scottish: "en-scotland",
    american: "en-US", australian: "en-AU", jamaican: "en-JM", nigerian: "en-NG",
  }),
);

function readTag(value: string): string | null {
  const named = LANGUAGES.get(value.toLowerCase());
  if (named !== undefined) return named;
  const [head = "", ...rest] = value.replaceAll("_", "-").split("-");
  const found = [head.toLowerCase(), ...rest.map((r) => (r.length === 2 ? r.toUpperCase() : r.toLowerCase()))].join("-");
  return TAG.test(found) ? found : null;
}

/** 1 to `high` of a kind of field; one alone is understood. Answers that say nothing are left out. */
export function listOf<T extends Value>(one: Field<T>, high: number): Field<T[]> {
  return {
    check: wire.isListOf(one.check, 1, high),
    expects: `a list of at most ${high}: ${one.expects}`,
    read(value, where, given) {
      if (isEmpty(value)) return null;
      const items: Value[] = Array.isArray(value) ? value : [value];
      if (items.length > high) throw new BadInput(`${where} has ${items.length} where at most ${high} fit`);
      const kept: T[] = [];
      items.forEach((item, at) => {
        const read = one.read(item, items.length > 1 ? `${where}[${at}]` : where, given);
        if (read !== null && !kept.some((other) => isSame(read, other))) kept.push(read);
      });
      return kept.length === 0 ? null : kept;
    },
  };
}

/** Whether two answers say the same; the order of a map's fields says nothing. */
export function isSame(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at] as Value));
  if (!wire.isMap(a) || !wire.isMap(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name] as Value, b[name] as Value));
}

/** A map with at least one of these fields. */
export function mapOf(form: Form, also: OtherNames = {}): Field<ValueMap> {
  const check = (value: Value): value is ValueMap => {
    try {
      return Object.keys(checkForm(value, "map", form)).length > 0;
    } catch (error) {
      if (error instanceof WrongShape) return false;
      throw error;
    }
  };
  return {
    check,
    expects: `a map of: ${Object.keys(form).join(", ")}`,
    read(value, where, given) {
      if (value === null) return null;
      const read = readForm(value, where, form, given, also);
      return Object.keys(read).length === 0 ? null : read;
    },
  };
}

// ---- when ---------------------------------------------------------------------------------------------------------

/** `2026-11-20` for a day or a week, `2026-11` for a month, `2026` for a year; the six-hour band of reports. */
export type When = { date: string; precision: string; band?: string };

const DATE = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$/;
/** How many parts a date of each precision has. */
const PARTS: ReadonlyMap<string, number> = new Map([["year", 1], ["month", 2], ["week", 3], ["day", 3]]);

function isDate(value: string, precision: string): boolean {
  const found = DATE.exec(value);
  if (found === null) return false;
  const parts = found.slice(1).filter((part) => (part as string | undefined) !== undefined).map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  if (parts.length !== PARTS.get(precision)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1900 && day >= 1 && day <= length;
}

type Answers = Readonly<Record<string, Value>>;

/** {@link When}, with the six-hour `band` where it is wanted. A date alone, with or without a time, is understood. */
export function when({ band }: { band: boolean }): Field<When> {
  const shape = { date: wire.isText(4, 10), precision: wire.isOneOf(...PRECISIONS.values) };
  const optional = { band: wire.isOneOf(...BANDS.values) };
  const check = (value: Value): value is When => {
    try {
      const f = wire.shaped(value, "when", shape, band ? optional : {});
      return isDate(f.date, f.precision);
    } catch (error) {
      if (error instanceof WrongShape) return false;
      throw error;
    }
  };
  return {
    check,
    expects: "a date such as 2026-11-20, 2026-11 or 2026",
    read: (value, where, given) => readWhen(value, where, given, band),
  };
}

function readWhen(value: Value, where: string, given: Given, band: boolean): When | null {
  if (isEmpty(value)) return null;
  const answers: Answers = wire.isMap(value) ? value : { date: value };
  const other = Object.keys(answers).find((key) => !["date", "precision", "band", "time"].includes(key));
  if (other !== undefined) throw unknownField(other, where, ["date", "precision", "band"]);
  const date = answers["date"] ?? null;
  if (isEmpty(date)) return null;
  const found = typeof date === "string" ? /^([0-9]{4}(?:-[0-9]{1,2}){0,2})(?:[T ]([0-9]{1,2}):([0-9]{2})\S*)?$/.exec(strip(date)) : null;
  if (found === null) throw new BadInput(`${where}.date must look like 2026-11-20, 2026-11 or 2026`);
  const [year = "", ...rest] = (found[1] ?? "").split("-");
  let short = [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
  const natural = ["year", "month", "day"][rest.length] ?? "";
  let precision = code(PRECISIONS).read(answers["precision"] ?? null, `${where}.precision`, given) ?? natural;
  if (natural !== "day") precision = natural;
  else if (precision === "month" || precision === "year") short = short.slice(0, precision === "month" ? 7 : 4);
  if (!isDate(short, precision)) throw new BadInput(`${where}.date is not a day of the calendar`);
  const hours = band ? readBand(answers, found[2], where, given) : null;
  return { date: short, precision, ...(hours !== null && { band: hours }) };
}

function readBand(answers: Answers, hourOfDate: string | undefined, where: string, given: Given): string | null {
  const said = code(BANDS).read(answers["band"] ?? null, `${where}.band`, given);
  if (said !== null) return said;
  const clock = answers["time"] ?? null;
  let hour = hourOfDate;
  if (!isEmpty(clock)) {
    hour = typeof clock === "string" ? /^([0-9]{1,2})(?::[0-9]{2}){0,2}$/.exec(strip(clock))?.[1] : undefined;
    if (hour === undefined) throw new BadInput(`${where}.time must look like 23:30`);
  }
  if (hour === undefined) return null;
  if (Number(hour) > 23) throw new BadInput(`${where}.time must look like 23:30`);
  return bandOfHour(Number(hour));
}

// ---- identifiers --------------------------------------------------------------------------------------------------

function isIdentifier(value: Value): value is IdentifierMap {
  try {
    Identifier.fromMap(value);
    return true;
  } catch (error) {
    if (error instanceof WrongShape) return false;
    throw error;
  }
}

/** `{"type", "value"}` with maybe `platform` and `partial`; or plain text in which exactly one is found. */
export function readIdentifier(value: Value, where: string, given: Given): IdentifierMap | null {
  if (isEmpty(value)) return null;
  if (typeof value === "string") {
    const [found, ...others] = find(value, given.country);
    if (found === undefined || others.length > 0) {
      throw new BadInput(`${where}: no single number, address, link or plate is found in this text; give it as type and value`);
    }
    return found.toMap();
  }
  if (!wire.isMap(value)) throw new BadInput(`${where} must be a map of: type, value, platform, partial`);
  const other = Object.keys(value).find((key) => !["type", "value", "platform", "partial"].includes(key));
  if (other !== undefined) throw unknownField(other, where, ["type", "value", "platform", "partial"]);
  const typed = value["value"] ?? null;
  if (isEmpty(typed)) return null;
  const kind = typeof value["type"] === "string" ? readType(fold(value["type"])) : null;
  if (kind === null) throw new BadInput(`${where}.type must be one of: ${TYPES.join(", ")}`);
  const shown = wire.isUint(typed) ? String(typed) : typed;
  const platform = value["platform"] ?? null;
  if (typeof shown !== "string" || (platform !== null && typeof platform !== "string")) {
    throw new BadInput(`${where}: value and platform must be text`);
  }
  try {
    return identifier(kind, shown, { platform, partial: readPartial(value["partial"] ?? null), country: given.country }).toMap();
  } catch (error) {
    throw error instanceof BadInput ? new BadInput(`${where}: ${error.detail}`) : error;
  }
}

function readPartial(answer: Value): string | null {
  if (isEmpty(answer) || answer === false) return null;
  return (typeof answer === "string" && PARTIALS.find((one) => fold(answer).startsWith(one.slice(0, 3)))) || "?";
}

function readType(spelt: string): Type | null {
  const kind = TYPE_NAMES.get(spelt) ?? spelt;
  return isType(kind) ? kind : null;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "phone-number": "phone", number: "phone", mobile: "phone", telephone: "phone", tel: "phone", "e-mail": "email", mail: "email",
    username: "handle", user: "handle", profile: "link", "profile-link": "link", url: "link", website: "link",
    "payment-handle": "payment", bank: "payment", iban: "payment", "number-plate": "plate", "licence-plate": "plate",
    "license-plate": "plate", registration: "plate", reg: "plate",
  }),
);

export const IDENTIFIER: Field<IdentifierMap> = {
  check: isIdentifier,
  read: readIdentifier,
  expects: "a map of: type, value, platform, partial",
};

// ---- small ones ---------------------------------------------------------------------------------------------------

/** Whether an answer says nothing: `null`, blanks, an empty list or map, *don't know*. */
export function isEmpty(value: Value): boolean {
  if (typeof value === "string") return ["", "dont-know", "unknown", "do-not-know"].includes(fold(value));
  if (value === null) return true;
  return Array.isArray(value) ? value.length === 0 : wire.isMap(value) && Object.keys(value).length === 0;
}

const NOT_PLAIN = "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}]";
const CONTROL = pattern(NOT_PLAIN);
const CONTROLS = pattern(NOT_PLAIN, "g");

/** Whether text has none of the characters that {@link tidyText} takes out: the whole rule for what is received, alike on every device. */
export function isPlain(value: string): boolean {
  return !CONTROL.test(value);
}

/** Text as it may stand on the wire: NFC, `\n` as the line's end, no lone surrogates, no control or direction-override characters. */
export function tidyText(value: string): string {
  const lines = wellFormed(value).replace(/\r\n?/g, "\n").replaceAll("\t", " ");
  // A direction override can make a warning read as its opposite.
  return strip(lines.replace(CONTROLS, "").normalize("NFC")).normalize("NFC");
}
