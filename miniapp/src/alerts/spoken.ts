/**
 * What is typed into Check in another language than English, put into the English words that `finding.ts` and `looks.ts` read.
 *
 * The twin of `alerts/spoken.py`. The words stand in `locales/<language>/looks.json` and are passed in, so this file knows no language.
 */

import { casefold, isUpper, pattern } from "./characters";
import { clean } from "./identifiers";

/** An English word, and how this language says it. */
type Phrases = Readonly<Record<string, readonly string[]>>;

/** One language's file. `skip` has one list, under `""`. */
export interface Words {
  readonly part: Phrases;
  readonly skip: Phrases;
  readonly look: Phrases;
}

const LONGEST_PHRASE = 5;
const LONGEST_THAI = 24;
const r = String.raw;
/** Runs of one script, because nobody types a blank between it and a plate: `ทะเบียนลงท้ายKX`. */
const RUN = pattern(r`[\u0e01-\u0e4e]+|[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef]+|(?:(?![\u0e01-\u0e4e\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef])[^\W_])+`, "g");
const GAP = pattern(r`^[\s'’‘\u2010-\u2015\-]*$`);
const SKIPPED_GAP = pattern(r`^[\s'’‘:"“\-]*$`);
/** Inside of names, addresses and links nothing is put into English. */
const INSIDE_BEFORE = pattern(r`(?:[@._/=&]|[^\W_]-)$`);
const INSIDE_AFTER = pattern(r`^(?:[@_/=&]|\.[^\W_])`);
const ACCENTS = pattern(r`[\u0300-\u036f\u0640\u064b-\u0655\u0670]`, "g");
const ARTICLE = /^[\u0648\u0628\u0644]?\u0627\u0644(?=..)/u;

/**
 * One word as it is compared: without case, accents and marks; in Arabic also without the article, and with one form of h and y.
 *
 * Thai signs above and below letters stay: without them other words come out.
 */
export function folded(word: string): string {
  const plain = casefold(word).normalize("NFD").replace(ACCENTS, "");
  return plain.replaceAll("\u0671", "\u0627").replaceAll("\u0629", "\u0647").replaceAll("\u0649", "\u064a").replace(ARTICLE, "");
}

function phraseOf(text: string): string {
  return (clean(text).match(RUN) ?? []).map(folded).join(" ");
}

function isThai(run: string): boolean {
  return run >= "\u0e00" && run < "\u0e80";
}

/** The words of some languages beside English, arranged for reading. Of one phrase in two languages the first one's meaning counts. */
export class Spoken {
  readonly #part = new Map<string, string>();
  readonly #look = new Map<string, string>();
  readonly #skip = new Set<string>();

  constructor(...languages: readonly Words[]) {
    for (const words of languages) {
      for (const one of words.skip[""] ?? []) this.#skip.add(phraseOf(one));
      add(this.#part, words.part);
      add(this.#look, words.part);
      add(this.#look, words.look);
    }
  }

  /** The text with *plate ends* and the like in English, and all else as it was: names and links stay what they are. Never throws. */
  parts(text: string): string {
    return this.#part.size > 0 ? inEnglish(text, this.#part, this.#skip) : text;
  }

  /** The text with every word for a car and a person in English. Never throws. */
  look(text: string): string {
    return this.#look.size > 0 ? inEnglish(text, this.#look, new Set()) : text;
  }
}

function inEnglish(typed: string, table: ReadonlyMap<string, string>, skip: ReadonlySet<string>): string {
  const text = clean(typed);
  const runs = Array.from(text.matchAll(RUN), ({ 0: run, index }) => ({ run, word: folded(run), start: index, end: index + run.length }));
  const gap = (at: number, end: number): string => text.slice(end, runs[at]?.start);
  let out = "";
  let end = 0;
  for (let at = 0; at < runs.length; ) {
    const { word, start, end: own } = runs[at] ?? { word: "", start: end, end };
    const length = longestAt(text, runs, at, table);
    if (length > 0) {
      const phrase = runs.slice(at, at + length);
      out += `${text.slice(end, start)} ${table.get(phrase.map((one) => one.word).join(" ")) ?? ""} `;
      at += length;
      end = phrase.at(-1)?.end ?? end;
      // "placa de mi coche": what stands between these words and the plate is no part of one, unless written as one.
      for (let next = runs[at]; next !== undefined && skip.has(next.word) && !isUpper(next.run); next = runs[at]) {
        if (!SKIPPED_GAP.test(gap(at, end))) break;
        at += 1;
        end = next.end;
      }
      continue;
    }
    if (isThai(word)) {
      out += text.slice(end, start) + inThai(word, table, skip);
      end = own;
    }
    at += 1;
  }
  return out + text.slice(end);
}

/** A run without blanks: at each place the longest word that is known. */
function inThai(run: string, table: ReadonlyMap<string, string>, skip: ReadonlySet<string>): string {
  let out = "";
  let taken = false;
  for (let at = 0; at < run.length; ) {
    let end = Math.min(run.length, at + LONGEST_THAI);
    for (; end > at; end--) {
      const piece = run.slice(at, end);
      const english = table.get(piece);
      if (english !== undefined) {
        out += ` ${english} `;
        taken = true;
      } else if (!taken || !skip.has(piece)) continue;
      break;
    }
    if (end === at) {
      out += run.charAt(at);
      taken = false;
    }
    at = Math.max(end, at + 1);
  }
  return out;
}

interface Run {
  readonly run: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function add(table: Map<string, string>, phrases: Phrases): void {
  for (const [english, several] of Object.entries(phrases)) {
    for (const one of several.map(phraseOf)) if (!table.has(one)) table.set(one, english);
  }
}

/** How many runs the longest phrase has that begins here; 0 if none does. */
function longestAt(text: string, runs: readonly Run[], at: number, table: ReadonlyMap<string, string>): number {
  for (let length = Math.min(LONGEST_PHRASE, runs.length - at); length > 0; length--) {
    const phrase = runs.slice(at, at + length);
    if (!table.has(phrase.map((one) => one.word).join(" "))) continue;
    const [start, end] = [phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0];
    const isInside = INSIDE_BEFORE.test(text.slice(0, start).slice(-3)) || INSIDE_AFTER.test(text.slice(end, end + 3));
    if (isInside) continue;
    if (phrase.every((one, i) => i === 0 || GAP.test(text.slice(phrase[i - 1]?.end, one.start)))) return length;
  }
  return 0;
}

/** English alone, which needs no data. */
export const ENGLISH = new Spoken();
