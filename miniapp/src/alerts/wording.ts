/**
 * What people read for each code: keys of the catalogues and their arguments, never sentences.
 *
 * The words are in `locales/<language>/alerts.ftl`. A key is `<table>-<code>` for what a code is called, `<table>` being the plural that
 * `alerts/wording.py` uses, or the name of a sentence. Nothing here stands on the wire.
 */

/** A message: its key, and what fills its blanks. */
export interface Said {
  readonly key: string;
  readonly args: Readonly<Record<string, Word>>;
}

/** What may fill a blank: what people wrote, a number, another message, or several that are read one after the other. */
export type Word = string | number | Said | readonly Word[];

/** The sentence `key` with its blanks. */
export function line(key: string, args: Readonly<Record<string, Word>> = {}): Said {
  return { key, args };
}

/** What `code` of `table` is called. */
export function word(table: string, code: string): Said {
  return { key: `${table}-${code}`, args: {} };
}

/** Languages that the catalogues have a name for; any other is shown by its tag. */
export const NAMED_LANGUAGES: readonly string[] = [
  "en", "ar", "bg", "bn", "cs", "cy", "de", "el", "es", "fa", "fr", "hi", "hu", "it", "ku", "lt", "nl", "pa", "pl", "pt", "ro", "ru",
  "so", "sq", "sw", "th", "tr", "uk", "ur", "vi", "zh", "en-IE", "en-scotland", "en-US", "en-AU", "en-JM", "en-NG",
];

/** What the language `tag` is called. */
export function languageWord(tag: string): Word {
  return NAMED_LANGUAGES.includes(tag) ? word("languages", tag) : tag;
}

/** `2026-11-20` as day, month and year, `2026-11` as month and year, a year as itself; each language orders them its own way. */
export function day(date: string): Said {
  // Years and days go as text: a catalogue would write the number 2026 as 2,026.
  const [year = "", month, ofMonth] = date.split("-");
  if (month === undefined) return line("date-year", { year });
  const named = word("months", month);
  return ofMonth === undefined ? line("date-month", { month: named, year }) : line("date-day", { day: String(Number(ofMonth)), month: named, year });
}

/**
 * The text of a message: `format` fills one key, whose arguments are then plain.
 *
 * What is filled in is never itself read as a pattern: people's words reach the catalogue as an argument only.
 *
 * @param format - a language's catalogue.
 */
export function speak(said: Word, format: (key: string, args: Readonly<Record<string, string | number>>) => string): string {
  if (typeof said === "string") return said;
  if (typeof said === "number") return String(said);
  // Several are joined by the catalogue's own sign: not every script has this comma.
  if (isSeveral(said)) return said.map((one) => speak(one, format)).join(format("list-comma", {}));
  const plain = Object.entries(said.args).map(([name, one]) => [name, typeof one === "number" ? one : speak(one, format)] as const);
  return format(said.key, Object.fromEntries(plain));
}

function isSeveral(said: Word): said is readonly Word[] {
  return Array.isArray(said);
}
