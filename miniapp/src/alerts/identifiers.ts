/**
 * What a person can be recognised by: numbers, handles, addresses, plates. Their one normal form, and their masks (protocol §9).
 *
 * The twin of `alerts/identifiers.py`, held to it by `tests/vectors/identifiers.json`.
 */

import { Purpose, context, digest } from "../crypto/context";
import { BadInput, WrongShape } from "../crypto/errors";
import { stretch } from "../crypto/stretch";
import * as wire from "../crypto/wire";
import type { Value } from "../crypto/wire";
import { casefold, digitsOf, isAlnum, partition, pattern, strip, stripEnd, wellFormed, words } from "./characters";
import { callingCodeOf, countryOf, e164, international, isPossible, parsePhone, trunkPrefixOf } from "./phones";

export const TYPES = ["phone", "email", "handle", "link", "payment", "plate"] as const;
export const PARTIALS = ["starts", "ends", "contains"] as const;
export type Type = (typeof TYPES)[number];
export type Part = (typeof PARTIALS)[number];

export const MAX_VALUE = 200;
export const TOKEN_BITS = 20;
/** A part shorter than this fits half of everybody. */
export const SHORTEST_PART = 2;

/** `{"type", "value"}`, with `platform` and `partial` where there is one. */
export type IdentifierMap = { type: Type; value: string; platform?: string; partial?: Part };
/** Kind and country only. */
export type Masked = { type: Type; country: string | null; token: number | null };

const SHAPE = { type: wire.isOneOf(...TYPES), value: wire.isText(1, MAX_VALUE) };
const OPTIONAL = { platform: wire.isText(1, 32), partial: wire.isOneOf(...PARTIALS) };

/**
 * One identifier in normal form. Made by {@link identifier} or {@link Identifier.fromMap}, which normalise and check.
 *
 * `value` is: phone: E.164 with `+` · email: lower case · handle: lower case without `@` · link: host and path without scheme ·
 * payment: lower case · plate: upper-case letters and digits. A partial one holds the same characters of a part.
 * `platform` is lower case or empty. `partial` is `null` for a whole one.
 */
export class Identifier {
  readonly type: Type;
  readonly value: string;
  readonly platform: string;
  readonly partial: Part | null;

  constructor(type: Type, value: string, platform = "", partial: Part | null = null) {
    this.type = type;
    this.value = value;
    this.platform = platform;
    this.partial = partial;
  }

  // Whom people look up is nobody's business in an error report.
  toString(): string {
    return `Identifier(${this.type})`;
  }
  toJSON(): string {
    return this.toString();
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /** One text for each identifier, to find it by in a map. */
  get key(): string {
    return [this.type, this.partial ?? "", this.platform, this.value].join("\0");
  }

  equals(other: Identifier): boolean {
    return this.key === other.key;
  }

  /**
   * From the map that stands in reports and alerts.
   *
   * What is received is judged by plain rules of characters (`FORMS`), not by normalising again: tables of phone numbers and of Unicode
   * differ between versions, and two devices must never differ about what stands on the board.
   *
   * @throws {@link WrongShape} another shape, or characters that no normal form has.
   */
  static fromMap(value: Value): Identifier {
    const f = wire.shaped(value, "identifier", SHAPE, OPTIONAL);
    const found = new Identifier(f.type, f.value, f.platform ?? "", f.partial ?? null);
    if (!hasForm(found)) throw new WrongShape("identifier: not in its normal form");
    return found;
  }

  /** `{"type", "value"}`, with `platform` and `partial` where there is one. */
  toMap(): IdentifierMap {
    return {
      type: this.type,
      value: this.value,
      ...(this.platform && { platform: this.platform }),
      ...(this.partial && { partial: this.partial }),
    };
  }

  /** ISO 3166-1 alpha-2 of a whole phone number, `null` of anything else. */
  get country(): string | null {
    const phone = this.type === "phone" && this.partial === null ? parsePhone(this.value, null) : null;
    return phone && countryOf(phone);
  }

  /**
   * The match token: 20 bits as a number (protocol §9). Takes about half a second in a browser: compute it once.
   *
   * @throws {@link BadInput} this is a partial identifier, which has no token.
   */
  async matchToken(collective: Uint8Array): Promise<number> {
    if (this.partial !== null) throw new BadInput("a part of a number or plate has no match token");
    const normalised = wire.encode([this.type, this.platform, this.value]);
    const salt = digest(context(Purpose.MATCH_SALT, collective)).slice(0, 16);
    const out = await stretch(context(Purpose.MATCH_TOKEN, collective, normalised), salt, { size: 16 });
    const [first = 0, second = 0, third = 0] = out;
    return ((first << 16) | (second << 8) | third) >>> (24 - TOKEN_BITS);
  }

  /** Kind and country only: `{"type", "country", "token"}`. The token of a partial one is `null`. */
  async masked(collective: Uint8Array): Promise<Masked> {
    return { type: this.type, country: this.country, token: this.partial === null ? await this.matchToken(collective) : null };
  }

  /** Whether both can be of the same. A part fits a whole; two parts fit if they are equal; an unsaid platform fits any. */
  matches(other: Identifier): boolean {
    if (this.type !== other.type || (this.platform && other.platform && this.platform !== other.platform)) return false;
    if (this.partial === null && other.partial === null) return this.value === other.value;
    if (this.partial !== null && other.partial !== null) return this.partial === other.partial && this.value === other.value;
    return this.partial !== null ? this.fits(other.value) : other.fits(this.value);
  }

  /** Whether the whole `value` of the same type starts with, ends with or contains this part. */
  fits(value: string): boolean {
    if (this.partial === "starts") return value.startsWith(this.value);
    return this.partial === "ends" ? value.endsWith(this.value) : value.includes(this.value);
  }

  /** The value as people write it: `+44 7700 900123`, `@name (instagram)`. Of a part, the part itself. */
  shown(): string {
    if (this.partial !== null) return this.value;
    const phone = this.type === "phone" ? parsePhone(this.value, null) : null;
    const value = phone ? international(phone) : this.type === "handle" ? `@${this.value}` : this.value;
    return this.platform ? `${value} (${this.platform})` : value;
  }
}

const isCountry = (c: Value): c is string => typeof c === "string" && /^[A-Z]{2}$/.test(c);
const isToken = (t: Value): t is number => wire.isUint(t) && t < 1 << TOKEN_BITS;

/**
 * `value`, if it is a masked identifier.
 *
 * @throws {@link WrongShape} it is not.
 */
export function checkMasked(value: Value): Masked {
  return wire.shaped(value, "masked identifier", {
    type: wire.isOneOf(...TYPES),
    country: wire.nullable(isCountry),
    token: wire.nullable(isToken),
  });
}

// ---- normal forms -------------------------------------------------------------------------------------------------

/** What copies and chats put between characters and nobody sees: zero-width, soft hyphen, direction marks, variation selectors. */
const UNSEEN = pattern(
  "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f" +
    "\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb]",
  "g",
);

/** `text` in NFKC, without what nobody sees, and without lone surrogates. */
export function clean(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  let out = wellFormed(text);
  // Twice: taking an unseen character out can let two others combine.
  for (let turn = 0; turn < 2; turn++) out = out.normalize("NFKC").replace(UNSEEN, "");
  return out.normalize("NFKC");
}

function lower(text: string): string {
  let out = text;
  // Until it stands still: folding and NFKC undo each other for a few characters (NFKC_Casefold, Unicode §3.13, does the same).
  for (let turn = 0; turn < 4; turn++) {
    const folded = clean(casefold(out));
    if (folded === out) break;
    out = folded;
  }
  return out;
}

/** Every hyphen and dash but the one on the keyboard. */
export const DASHES = /[\u2010-\u2015\u2212\u2043\u30fc]/gu;

const SAYS_PHONE = pattern("^(?:tel|phone|mobile|mob|whatsapp|sms)\\s*[:.]?\\s*", "i");
const LETTER = pattern("[^\\W\\d_]");
const ABROAD = pattern("^[\\s(]*\\+");
const TRUNK_ZERO = pattern("\\(\\s*0\\s*\\)", "g");

function readPhone(typed: string, country: string | null, partial: Part | null): string {
  const text = strip(clean(typed).replace(DASHES, "-")).replace(SAYS_PHONE, "");
  if (partial !== null) return partOfPhone(text, country, partial);
  if (!digitsOf(text) || LETTER.test(text)) throw new BadInput("a phone number has only digits, spaces and + ( ) - / .");
  const written = (ABROAD.test(text) ? "+" : "") + digitsOf(text.replace(TRUNK_ZERO, trunkZero(text)));
  // 00 is how most of the world dials abroad, also where the home country's own prefix is another.
  for (const spelling of written.startsWith("00") ? [written, `+${written.slice(2)}`] : [written]) {
    const phone = parsePhone(spelling, country);
    // Possible and not valid: numbers set aside for fiction, and new ranges, must work (E.164 lengths are what counts).
    if (phone && isPossible(phone)) return e164(phone);
  }
  if (country === null && !/^(?:\+|00)/.test(written)) {
    throw new BadInput("a phone number without a home country must begin with + and the country's code");
  }
  throw new BadInput("this cannot be a phone number; its length is wrong");
}

/** What "(0)" stands for: nothing after a country code, except in Italy and San Marino, where the zero is dialled. */
function trunkZero(text: string): string {
  const digits = digitsOf(text);
  if (!ABROAD.test(text) && !digits.startsWith("00")) return "0";
  return /^(?:00)?(?:39|378)/.test(digits) ? "0" : "";
}

function partOfPhone(text: string, country: string | null, partial: Part): string {
  const digits = digitsOf(text);
  if (digits.length < 3 || digits.length > 15) throw new BadInput("a part of a phone number needs 3 to 15 digits");
  if (partial === "contains") {
    // A leading zero is dialled at home only; E.164 does not have it.
    const national = digits.replace(/^0+/, "");
    return national.length >= 3 ? national : digits;
  }
  if (partial === "ends") return digits;
  if (/^[ (]*\+/.test(text)) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  const code = callingCodeOf(country);
  if (!code) throw new BadInput("the beginning of a phone number must have + and the country's code");
  return `+${code}${trunkPrefixOf(country) === "0" ? digits.replace(/^0/, "") : digits}`;
}

const WHOLE_EMAIL = pattern(String.raw`^[^\s@<>"(),:;\\\[\]]+@[^\s@<>"(),:;\\\[\]/]+\.[^\s@<>"(),:;\\\[\]/.]{2,}$`);

function readEmail(typed: string, partial: Part | null): string {
  const text = strip(lower(strip(clean(typed))).replace(/^mailto:/, ""), " <>");
  if (partial === null && !WHOLE_EMAIL.test(text)) throw new BadInput("an e-mail address looks like name@example.org");
  return text;
}

function readHandle(typed: string): string {
  return strip(words(lower(clean(typed))).join(""), "@/:,;");
}

function readPayment(typed: string): string {
  return strip(words(lower(clean(typed))).join(""), "@$£€/:,;");
}

function readPlate(typed: string): string {
  let text = clean(typed);
  for (let turn = 0; turn < 4; turn++) text = Array.from(clean(text.toUpperCase()), (c) => LOOKALIKES.get(c) ?? c).join("");
  return Array.from(text).filter(isAlnum).join("");
}

/** Plates of countries that write Cyrillic or Greek use only letters that look Latin, so that the two can be read for each other. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from("АВЕКМНОРСТУХІЅЈԚԜ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", (c, at): [string, string] => [c, ("ABEKMHOPCTYXISJQW" + "ABEZHIKMNOPTYX").charAt(at)]),
);

/** Parameters that say who sent a link, never whom it shows. */
const TRACKING = pattern("^(?:utm_\\w+|fbclid|gclid|igsh|igshid|si|ref|ref_src|mibextid|_[rt])$");
const SCHEME = pattern("^[a-z][a-z0-9+.-]*://", "i");
const HOST = pattern("^[^\\s./?#@:]+(?:\\.[^\\s./?#@:]+)+(?::\\d{1,5})?$");

function readLink(typed: string, partial: Part | null): string {
  const text = strip(strip(clean(typed)), "<>\"'").replace(SCHEME, "");
  if (partial !== null) return strip(words(lower(text)).join(""), "/");
  const [address] = partition(beforeBlank(text), "#");
  const [place, query] = partition(address, "?");
  const [site, rest] = partition(place, "/");
  let host = strip(lower(site.slice(site.lastIndexOf("@") + 1)), ".");
  host = host.replace(/:(?:80|443)$/, "").replace(/^(?:(?:www|m|mobile|l)\.)+(?=[^.]+\.)/u, "");
  if (!HOST.test(host)) throw new BadInput("a link looks like https://example.org/name");
  const path = stripEnd(strip(rest.replace(/\/{2,}/g, "/"), "/"), ".,;:!)");
  const kept = readQuery(query).filter(([name]) => !TRACKING.test(name.toLowerCase()));
  return host + (path && `/${path}`) + (kept.length > 0 ? `?${writeQuery(kept)}` : "");
}

const BLANK = pattern("\\s");

function beforeBlank(text: string): string {
  const at = text.search(BLANK);
  return at < 0 ? text : text.slice(0, at);
}

/** Parameters as the URL standard's forms have them: percent-encoded UTF-8, what is no UTF-8 becoming U+FFFD. */
function readQuery(query: string): [string, string][] {
  return query
    .split("&")
    .filter((one) => one !== "")
    .map((one) => partition(one, "="))
    .map(([name, value]) => [unquote(name), unquote(value)]);
}

/** `ignoreBOM` keeps a byte order mark, which is a character like any other here. */
const REPLACING = new TextDecoder("utf-8", { ignoreBOM: true });

function unquote(text: string): string {
  // Each run of ASCII stands for its own bytes, as in Python: a character in the open between two escapes is not joined to them.
  return text.replaceAll("+", " ").replace(/\p{ASCII}+/gu, (run) => {
    if (!run.includes("%")) return run;
    const bytes: number[] = [];
    for (let at = 0; at < run.length; at++) {
      const escaped = /^%([0-9A-Fa-f]{2})/.exec(run.slice(at, at + 3));
      bytes.push(escaped ? Number.parseInt(escaped[1] ?? "", 16) : run.charCodeAt(at));
      if (escaped) at += 2;
    }
    return REPLACING.decode(Uint8Array.from(bytes));
  });
}

function writeQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${quote(name)}=${quote(value)}`).join("&");
}

function quote(text: string): string {
  // encodeURIComponent leaves these alone, and a form does not.
  const out = encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return out.replaceAll("%20", "+");
}

const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ["ig", "instagram"], ["insta", "instagram"], ["tg", "telegram"], ["telegramm", "telegram"], ["snap", "snapchat"], ["sc", "snapchat"],
  ["fb", "facebook"], ["of", "onlyfans"], ["twitter", "x"], ["tiktok", "tiktok"], ["tt", "tiktok"], ["wapp", "whatsapp"],
  ["wa", "whatsapp"], ["whats app", "whatsapp"], ["aw", "adultwork"], ["cash app", "cashapp"], ["cash-app", "cashapp"],
  ["pay pal", "paypal"], ["sig", "signal"], ["dc", "discord"],
]);

function readPlatform(text: string): string {
  const folded = lower(clean(text)).replace(BLANK_RUNS, " ");
  const name = strip(folded, " .:@").replace(/^(?:www\.)?([a-z]+)\.com$/, "$1");
  const known = PLATFORMS.get(name) ?? name;
  if (wire.codePoints(known) > 32) throw new BadInput("the name of a platform has at most 32 characters");
  return known;
}

const BLANK_RUNS = pattern("\\s+", "g");

/** Addresses that are a handle, a number or a payment name in disguise: host, how the path begins, type, platform. */
const PROFILE_HOSTS: readonly (readonly [string, string, Type, string])[] = [
  ["instagram.com", "", "handle", "instagram"],
  ["t.me", "", "handle", "telegram"],
  ["telegram.me", "", "handle", "telegram"],
  ["x.com", "", "handle", "x"],
  ["twitter.com", "", "handle", "x"],
  ["tiktok.com", "@", "handle", "tiktok"],
  ["snapchat.com", "add/", "handle", "snapchat"],
  ["onlyfans.com", "", "handle", "onlyfans"],
  ["facebook.com", "", "handle", "facebook"],
  ["wa.me", "", "phone", ""],
  ["cash.app", "$", "payment", "cashapp"],
  ["paypal.me", "", "payment", "paypal"],
  ["paypal.com", "paypalme/", "payment", "paypal"],
  ["revolut.me", "", "payment", "revolut"],
  ["monzo.me", "", "payment", "monzo"],
];
/** First parts of a path on those hosts that name no person. */
const NO_PROFILE: ReadonlySet<string> = new Set(
  "p reel reels stories explore share joinchat c s i home search profile.php groups watch".split(" "),
);
const PROFILE_NAME = pattern("^@?[\\w.]{2,64}$");

function profile(link: string): Identifier | null {
  const [host, path] = partition(partition(link, "?")[0], "/");
  for (const [name, begin, type, platform] of PROFILE_HOSTS) {
    if (host !== name || !path.toLowerCase().startsWith(begin)) continue;
    const [who] = partition(path.slice(begin.length), "/");
    const ofSomebody = who !== "" && !who.startsWith("+") && !NO_PROFILE.has(who.toLowerCase());
    const named = ofSomebody && (type !== "handle" || PROFILE_NAME.test(who));
    try {
      return named ? identifier(type, type === "phone" ? `+${who}` : who, { platform }) : null;
    } catch (error) {
      if (error instanceof BadInput) return null;
      throw error;
    }
  }
  return null;
}

export interface Particulars {
  /** Of handles and payment names. */
  readonly platform?: string | null;
  /** One of {@link PARTIALS}, or `null` if the value is the whole. */
  readonly partial?: string | null;
  /** Home country (ISO 3166-1 alpha-2), for phone numbers written as one dials them at home. */
  readonly country?: string | null;
}

/**
 * An identifier from what a person typed.
 *
 * A link that is somebody's profile on a known platform becomes the handle (or number, or payment name) it shows, so that both spellings
 * match.
 *
 * @param kind - one of {@link TYPES}.
 * @throws {@link BadInput} it cannot be one. The message says why, without the value.
 */
export function identifier(kind: string, value: string, { platform = null, partial = null, country = null }: Particulars = {}): Identifier {
  if (!isType(kind)) throw new BadInput(`type must be one of: ${TYPES.join(", ")}`);
  if (partial !== null && !isPartial(partial)) throw new BadInput(`partial must be one of: ${PARTIALS.join(", ")}`);
  if (wire.codePoints(value) > 2000) throw new BadInput(`${kind}: too long, at most ${MAX_VALUE} characters`);
  const normal = settled(normalOf(kind, value, country, partial), (again) => normalOf(kind, again, null, partial));
  const length = wire.codePoints(normal);
  if (length === 0) throw new BadInput(`${kind}: nothing is left once spaces and signs are taken away`);
  if (partial !== null && length < SHORTEST_PART) throw new BadInput(`${kind}: a part needs at least ${SHORTEST_PART} characters`);
  if (length > MAX_VALUE) throw new BadInput(`${kind}: too long, at most ${MAX_VALUE} characters`);
  const shows = kind === "link" && partial === null ? profile(normal) : null;
  if (shows) return shows;
  const named = kind === "handle" || kind === "payment" ? settled(readPlatform(platform ?? ""), readPlatform) : "";
  const one = new Identifier(kind, normal, named, partial);
  if (!hasForm(one)) throw new BadInput(`${kind}: it has characters that cannot be in one`);
  return one;
}

export function isType(value: string): value is Type {
  return (TYPES as readonly string[]).includes(value);
}

export function isPartial(value: string): value is Part {
  return (PARTIALS as readonly string[]).includes(value);
}

function normalOf(kind: Type, value: string, country: string | null, partial: Part | null): string {
  switch (kind) {
    case "phone":
      return readPhone(value, country, partial);
    case "email":
      return readEmail(value, partial);
    case "handle":
      return readHandle(value);
    case "link":
      return readLink(value, partial);
    case "payment":
      return readPayment(value);
    case "plate":
      return readPlate(value);
  }
}

/**
 * `text` read again until it stands still: a normal form is its own, or receivers would refuse what senders made.
 *
 * Taking one thing away can bring another to light (a combining mark that stood alone, a sign behind a sign); few texts need a second turn.
 */
function settled(text: string, read: (again: string) => string): string {
  let out = text;
  for (let turn = 0; turn < 8; turn++) {
    const again = read(out);
    if (again === out) return out;
    out = again;
  }
  throw new BadInput("this has no normal form");
}

/** What any normal form looks like, by type: whole, and partial. ASCII rules only; other characters are let through. */
const FORMS: Readonly<Record<Type, readonly [RegExp, RegExp]>> = {
  phone: [/^\+[1-9][0-9]{4,14}$/u, /^(?:\+[1-9][0-9]{0,14}|[0-9]{3,15})$/u],
  email: [/^[!-?[-~\u{80}-\u{10ffff}]+@[!-?[-~\u{80}-\u{10ffff}]+$/u, /^[!-@[-~\u{80}-\u{10ffff}]{2,}$/u],
  handle: [/^[!-@[-~\u{80}-\u{10ffff}]+$/u, /^[!-@[-~\u{80}-\u{10ffff}]{2,}$/u],
  link: [/^[!-~\u{80}-\u{10ffff}]+$/u, /^[!-@[-~\u{80}-\u{10ffff}]{2,}$/u],
  payment: [/^[!-@[-~\u{80}-\u{10ffff}]+$/u, /^[!-@[-~\u{80}-\u{10ffff}]{2,}$/u],
  plate: [/^[0-9A-Z\u{80}-\u{10ffff}]+$/u, /^[0-9A-Z\u{80}-\u{10ffff}]{2,}$/u],
};

const PLATFORM_FORM = /^[ -@[-~\u{80}-\u{10ffff}]+$/u;

function hasForm(one: Identifier): boolean {
  if (one.platform && ((one.type !== "handle" && one.type !== "payment") || !PLATFORM_FORM.test(one.platform))) return false;
  return FORMS[one.type][one.partial === null ? 0 : 1].test(one.value);
}
