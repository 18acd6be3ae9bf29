/**
 * What a letter, a digit and a blank are: text decided alike in Python and here.
 *
 * Both languages know Unicode, but JavaScript's `\w`, `\b`, `\s`, `trim` and `toLowerCase` mean less or other than Python's. What is
 * looked up, compared or sealed into a match token must not depend on that. Nothing here depends on the reader's language either.
 */

/** Blanks (Python's `str.isspace`), as they stand inside a class of a pattern. */
const BLANKS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const WORD = "\\p{L}\\p{N}_";
/** Digits that are no decimal digits and that NFKC leaves alone (Python's `str.isdigit`). */
const OTHER_DIGITS =
  "\\u1369-\\u1371\\u19da\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792" +
  "\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}";

/** What stands for each escape of Python's, inside a class and outside of one. */
const INSIDE: Readonly<Record<string, string>> = { w: WORD, d: "\\p{Nd}", s: BLANKS };
const OUTSIDE: Readonly<Record<string, string>> = {
  w: `[${WORD}]`,
  d: "\\p{Nd}",
  s: `[${BLANKS}]`,
  S: `[^${BLANKS}]`,
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
};

/**
 * The pattern that Python's `re` reads in `source` (`$` at the very end only).
 *
 * `\w`, `\d`, `\s`, `\b` mean Unicode's. The flag `i` is written out, for ASCII letters, the two Turkish letters being an `i`: the engine's
 * own folding would take some accents for letters.
 */
export function pattern(source: string, flags = ""): RegExp {
  const known = source.replaceAll("[^\\W\\d_]", "[\\p{L}\\p{Nl}\\p{No}]").replaceAll("[^\\W_]", "[\\p{L}\\p{N}]");
  const folds = flags.includes("i");
  let inside = false;
  const out = known.replace(TOKEN, (token, escaped?: string) => {
    if (escaped !== undefined) return (inside ? INSIDE : OUTSIDE)[escaped] ?? token;
    const opens = !inside && token === "[";
    if (opens || (inside && token === "]")) inside = opens;
    return folds && LETTERS.test(token) ? bothCases(token, inside) : token;
  });
  return new RegExp(out, `u${flags.replace("i", "")}`);
}

/** An escape, or a range of letters, or one character. */
const TOKEN = /\\(?:[pu]\{[^}]*\}|(.))|[a-z]-[a-z]|[A-Z]-[A-Z]|./gsu;
const LETTERS = /^[a-zA-Z](?:-[a-zA-Z])?$/;

function bothCases(letters: string, inside: boolean): string {
  const lower = letters.toLowerCase();
  const both = lower + letters.toUpperCase() + (lower === "i" || (lower.charAt(0) <= "i" && lower.slice(-1) >= "i") ? "ıİ" : "");
  return inside ? both : `[${both}]`;
}

const EDGES = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "gu");
const RUNS = new RegExp(`[${BLANKS}]+`, "u");

/** `text` without blanks around it; with `signs`, without any of those signs around it instead. */
export function strip(text: string, signs?: string): string {
  return signs === undefined ? text.replace(EDGES, "") : stripEnd(stripStart(text, signs), signs);
}

export function stripStart(text: string, signs: string): string {
  let at = 0;
  while (at < text.length && signs.includes(text.charAt(at))) at += 1;
  return text.slice(at);
}

export function stripEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The words between blanks. */
export function words(text: string): string[] {
  return text.split(RUNS).filter((word) => word !== "");
}

/** What stands before and after the first `sign`; all of it and nothing if there is none. */
export function partition(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** The first `count` code points. */
export function head(text: string, count: number): string {
  // A text with fewer units has fewer code points; the other way round costs a walk over it.
  return text.length <= count ? text : Array.from(text.slice(0, 2 * count)).slice(0, count).join("");
}

/** `text` with U+FFFD for each lone surrogate. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

const ALNUM = /^[\p{L}\p{N}]$/u;
const DIGITS = new RegExp(`^[\\p{Nd}${OTHER_DIGITS}]+$`, "u");
const DIGIT = new RegExp(`[\\p{Nd}${OTHER_DIGITS}]`, "u");
const DECIMAL = /^\p{Nd}$/u;

export function isAlnum(c: string): boolean {
  return ALNUM.test(c);
}

/** Whether `text` is nothing but digits, and one at least. */
export function isDigits(text: string): boolean {
  return DIGITS.test(text);
}

export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

/** Whether a letter of `text` has a case, and none is small. */
export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

/** The decimal digits of `text`, whatever their script, as 0 to 9. */
export function digitsOf(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.replace(/[^0-9]+/g, "");
  let out = "";
  for (const c of text) if (DECIMAL.test(c)) out += String(digitValue(c));
  return out;
}

function digitValue(c: string): number {
  // Decimal digits stand in runs of ten, zero first (Unicode §4.6); runs may touch.
  const point = c.codePointAt(0) ?? 0;
  let back = 0;
  while (DECIMAL.test(String.fromCodePoint(point - back - 1))) back += 1;
  return back % 10;
}

/** Full case folding (Unicode §3.13), character by character. */
export function casefold(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  let out = "";
  for (const c of text) out += foldOne(c);
  return out;
}

function foldOne(c: string): string {
  if (c === "ı") return c;
  if (c === "ẞ") return "ss";
  const upper = c.toUpperCase();
  // Cherokee folds to its capitals, which are the older letters.
  if (/^[\u13a0-\u13fd\uab70-\uabbf]$/.test(c)) return upper;
  // Letter by letter: a sigma at a word's end would become another.
  let out = "";
  for (const letter of upper) out += letter.toLowerCase();
  return out;
}
