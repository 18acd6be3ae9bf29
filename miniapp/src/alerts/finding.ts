/**
 * Finding identifiers in whatever people paste: chats, adverts, half sentences.
 *
 * The twin of `alerts/finding.py`, held to it by `tests/vectors/finding.json`. The patterns are Python's, read by {@link pattern}.
 */

import { BadInput } from "../crypto/errors";
import { digitsOf, hasDigit, head, isDigits, isUpper, pattern, strip, stripEnd } from "./characters";
import { DASHES, Identifier, type Particulars, SHORTEST_PART, clean, identifier } from "./identifiers";
import { trunkPrefixOf } from "./phones";
import { ENGLISH, type Spoken } from "./spoken";

/** Nobody pastes more than this to look somebody up; what comes after is not read. In code points. */
export const MAX_TEXT = 65_536;
const MOST_FOUND = 200;

const r = String.raw;
const AT = pattern(r`\s*[\[({]\s*(?:at|@)\s*[\])}]\s*`, "gi");
const DOT = pattern(r`\s*[\[({]\s*(?:dot|\.)\s*[\])}]\s*`, "gi");
const FIND_EMAIL = pattern(r`[^\s@<>"'(),:;\\\[\]/?=&]{1,64}@[^\s@<>"'(),:;\\\[\]/?&]{1,190}\.[^\W\d_]{2,24}`, "g");
const FIND_LINK = pattern(
  r`\b(?:https?://[^\s<>"']{3,500}|www\.[^\s<>"']{3,500}|(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}/[^\s<>"']{1,500}` +
    r`|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|co\.uk|escort|xxx|me|app|info|eu|de|fr|nl|es|it|pl|ro|ie)\b(?!@))`,
  "gi",
);
const FIND_DATE = pattern(
  r`(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))` +
    r`(?![./-]?\d)(?:T(?=\d))?`,
  "g",
);
const FIND_TIME = pattern(r`(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,6})?(?:\s?[ap]\.?m\b\.?)?(?![\d:])`, "gi");
const FIND_NUMBER = pattern(r`(?<![\w$£€])(?:\(?\+|\()?\d(?:[\d \t\xa0()./_*~-]{0,40}\d)(?!\w)`, "g");
const FIND_HANDLE = pattern(r`(?:(?<=\s)|^|(?<=[(:,;/]))@([\w.][\w.\-]{1,63})`, "g");
const NAMED =
  "instagram|insta|ig|telegram|tg|snapchat|snap|twitter|tiktok|facebook|fb|onlyfans|discord|kik|signal|adultwork|vivastreet|tinder|grindr";
const FIND_NAMED = pattern(r`\b(${NAMED})\b\s*(?:[:=-]|is|handle|name|user(?:name)?)[\s:=]*@?([\w.][\w.\-]{1,63})`, "gi");
const FIND_AT_NAMED = pattern(r`\b(${NAMED})\s+@([\w.][\w.\-]{1,63})|@([\w.][\w.\-]{1,63})\s*(?:\(|on\s+)(${NAMED})\b`, "gi");
const FIND_PAY = pattern(r`\b(paypal|revolut|monzo|venmo|zelle|cash\s?app)\b\s*(?:[:=-]|is|name|tag)[\s:=]*[@$]?([\w.][\w.\-]{1,63})`, "gi");
const FIND_CASHTAG = pattern(r`(?<![\w$])\$([A-Za-z][A-Za-z0-9]{1,19})\b`, "g");
const FIND_IBAN = pattern(r`\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b`, "g");
const PLATE_WORD = r`(?:number\s?plates?|licen[cs]e\s?plates?|plates?|registration|reg|vrm)`;
const PART_WORD = r`(starts?|starting|begins?|beginning|ends?|ending|contains?|containing|includes?|has)`;
const FIND_PART = pattern(
  r`\b(?:(${PLATE_WORD})|(number|phone|mobile|tel|handle))?\s*(?:that\s+|which\s+)?\b${PART_WORD}\b` +
    r`\s*(?:with|in|on)?[\s:]*["'“‘]?((?:[A-Z0-9]{1,8}[ -]?){1,3})(?!\w)`,
  "gi",
);
const FIND_PLATE_WORD = pattern(
  r`\b${PLATE_WORD}\b\s*(?:is|was|no\.?|number|[:=#-])*[\s:]*["'“‘]?([^\W_]{1,8}(?:[ .·-][^\W_]{1,8}){0,3})`,
  "gi",
);
const PLATE_SHAPES = pattern(
  "(?<![\\w-])(?:" +
    [
      r`[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3}`, // GB since 2001
      r`[A-Z]\d{1,3}[ -]?[A-Z]{3}`, // GB before
      r`\d{2,3}-[A-Z]{1,2}-\d{1,6}`, // IE
      r`[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}`, // FR, IT
      r`[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?`, // DE
      r`\d{4}[ -]?[BCDFGHJ-NPR-TV-Z]{3}`, // ES
      r`(?:[A-Z]{2}|\d{2,3}|[A-Z]|[A-Z]{3}|\d)-(?:\d{2,3}|[A-Z]{2,3})-(?:[A-Z]{1,2}|\d{1,2})`, // NL
      r`[A-Z]{1,2} ?\d{2,3} ?[A-Z]{3}`, // RO
      r`[A-Z]{2} ?\d{4} ?[A-Z]{2}`, // UA, BG
    ].join("|") +
    ")(?![\\w-])",
  "g",
);
const BLANK_RUN = pattern(r`\s+`, "g");
const BLANK = pattern(r`\s`, "g");
const SAYS_SOMETHING = pattern(r`[^\W_]`);
const PIECE = pattern(r`\(?\+?\(?\d+\)?`, "g");

/** Takes one in if it can be one, and says whether it could. */
type Take = (kind: string, value: string, particulars?: Omit<Particulars, "country">) => boolean;

/**
 * Every identifier in a text, in normal form, without repeats: paste anything.
 *
 * Takes whole chats: dates, times and prices are left out, unseen characters ignored. Finds `plate ends KX` as a partial one. Never
 * throws, whatever the text.
 *
 * @param country - home country (ISO 3166-1 alpha-2).
 * @param spoken - the words for *plate ends* and the like that are understood beside the English ones.
 */
export function find(pasted: string, country: string | null = null, spoken: Spoken = ENGLISH): Identifier[] {
  return read(pasted, country, spoken).found;
}

/**
 * Whether a text says more than {@link find} takes from it: a name, a date, a whole story.
 *
 * Whoever keeps only what was found has to tell that the rest is not kept. Never throws. For the arguments see {@link find}.
 */
export function beside(pasted: string, country: string | null = null, spoken: Spoken = ENGLISH): boolean {
  return read(pasted, country, spoken).more;
}

function read(pasted: string, country: string | null, spoken: Spoken): { readonly found: Identifier[]; readonly more: boolean } {
  let text = clean(spoken.parts(head(pasted, MAX_TEXT))).replace(DASHES, "-");
  // One blank for each run of them: the patterns below may then allow blanks anywhere without becoming slow.
  text = text.replace(BLANK_RUN, (run) => (run.includes("\n") ? "\n" : " "));
  text = text.replace(AT, "@").replace(DOT, ".");
  const found = new Map<string, Identifier>();

  const take: Take = (kind, value, particulars = {}) => {
    try {
      const one = identifier(kind, value, { ...particulars, country });
      if (found.size < MOST_FOUND && !found.has(one.key)) found.set(one.key, one);
      return true;
    } catch (error) {
      if (error instanceof BadInput) return false;
      throw error;
    }
  };
  // What was understood is taken out, so that nothing is read as two things.
  const each = (one: RegExp, use: (match: string, ...groups: string[]) => boolean): void => {
    text = text.replace(one, (match: string, ...rest: unknown[]) => {
      const groups = rest.slice(0, rest.findIndex((part) => typeof part === "number")).map((group) => (group ?? "") as string);
      return use(match, ...groups) ? " \n " : match;
    });
  };

  each(FIND_EMAIL, (match) => take("email", strip(match, ".")));
  each(FIND_LINK, (match) => take("link", stripEnd(match, ".,;:!?)]}'")));
  each(FIND_IBAN, (match) => isIban(match) && take("payment", match, { platform: "iban" }));
  each(FIND_PAY, (_, platform = "", name = "") => take("payment", stripEnd(name, "."), { platform: platform.replace(BLANK, "") }));
  each(FIND_CASHTAG, (_, name = "") => take("payment", name, { platform: "cashapp" }));
  each(FIND_AT_NAMED, (_, before = "", first = "", second = "", after = "") =>
    take("handle", stripEnd(first || second, ".-"), { platform: before || after }),
  );
  each(FIND_NAMED, (_, platform = "", name = "") => !isDigits(name) && take("handle", stripEnd(name, ".-"), { platform }));
  each(FIND_HANDLE, (_, name = "") => take("handle", stripEnd(name, ".-")));
  each(FIND_PART, (_, plate = "", other = "", word = "", value = "") => takePart(plate, other, word, value, take));
  each(FIND_PLATE_WORD, (_, words = "") => takePlate(words, take));
  each(PLATE_SHAPES, (match) => take("plate", match));
  // Taken out too, so that no number is read into a date; nobody keeps it, so it stands beside.
  const rest = text;
  each(FIND_DATE, () => true);
  each(FIND_TIME, () => true);
  const dated = text !== rest;
  each(FIND_NUMBER, (match) => takePhones(match, country, take));
  return { found: [...found.values()], more: dated || SAYS_SOMETHING.test(text) };
}

function isIban(typed: string): boolean {
  const text = typed.replaceAll(" ", "");
  if (!/^[A-Z0-9]{15,34}$/.test(text)) return false;
  // The remainder of the whole number, letters counting as 10 to 35, digit by digit (ISO 7064, mod 97-10).
  const digits = Array.from(text.slice(4) + text.slice(0, 4), (c) => String(Number.parseInt(c, 36))).join("");
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

function takePart(plate: string, other: string, word: string, typed: string, take: Take): boolean {
  let value = typed.replace(/[ -]+$/, "");
  if (!plate && !other && ["has", "include", "includes"].includes(word.toLowerCase())) return false;
  if (!hasDigit(value)) {
    // Letters alone are a plate's only if they are written as one: "ends KX", not "ends up".
    const [first = ""] = value.split(" ");
    value = isUpper(first) ? first : "";
    if (!value && plate) {
      const [piece = ""] = typed.split(/[ -]/);
      value = piece.length <= 3 ? piece : "";
    }
  } else {
    const tokens = value.split(/[ -]+/);
    const end = tokens.findIndex((token) => !(isUpper(token) || hasDigit(token) || (plate && token.length <= 3)));
    value = tokens.slice(0, end < 0 ? tokens.length : end).join("");
  }
  if (value.length < SHORTEST_PART) return false;
  const kind = isDigits(value) && value.length >= 3 && !plate ? "phone" : "plate";
  return take(kind, value, { partial: partOf(word) });
}

function partOf(word: string): string {
  const first = word.charAt(0).toLowerCase();
  return first === "e" ? "ends" : "sb".includes(first) ? "starts" : "contains";
}

function takePlate(text: string, take: Take): boolean {
  const kept: string[] = [];
  for (const token of text.split(/[ .·-]/)) {
    // A plate goes on as long as its pieces have digits or are in capitals; the sentence around it does not.
    const goesOn = hasDigit(token) || isUpper(token) || (kept.length === 1 && lengthOf(token) === 3);
    if (lengthOf(kept.join("") + token) > 10 || !goesOn) break;
    kept.push(token);
  }
  const whole = kept.join("");
  return lengthOf(whole) >= 4 && hasDigit(whole) && take("plate", whole);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Takes the numbers out of a run of digits and separators. Several can stand side by side: the longest that can be one, then on. */
function takePhones(run: string, country: string | null, take: Take): boolean {
  const pieces = run.match(PIECE) ?? [];
  let taken = false;
  for (let at = 0; at < pieces.length; ) {
    let end = Math.min(pieces.length, at + 12);
    while (end > at) {
      const candidate = pieces.slice(at, end).join(" ");
      if (isLikeAPhone(candidate, country) && take("phone", candidate)) break;
      end -= 1;
    }
    taken ||= end > at;
    at = Math.max(end, at + 1);
  }
  return taken;
}

function isLikeAPhone(text: string, country: string | null): boolean {
  const digits = digitsOf(text);
  if (digits.length < 7 || digits.length > 17 || text.slice(2).includes("+")) return false;
  if (/^\(*\+/.test(text) || digits.startsWith("00")) return true;
  if (country === null) return false;
  // Prices and counts have no trunk prefix and are short.
  const prefix = trunkPrefixOf(country);
  return digits.length >= 10 || (prefix === "0" && digits.startsWith("0")) || (prefix !== "0" && digits.length >= (prefix ? 7 : 8));
}
