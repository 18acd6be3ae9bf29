/** Figures and news: counted from what is at the desk, read from what was published. Pure. */

import type { Board } from "../../alerts/board";
import * as casework from "../../alerts/casework";
import { KINDS } from "../../alerts/coded";
import { type Counted, type Figures, figures } from "../../alerts/figures";
import type { Moderator } from "../../alerts/moderator";
import { consentOf } from "../../alerts/report";
import { type Word, line, word } from "../../alerts/wording";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";
import { newestOf } from "../help/resources";

const DAY = 86_400;
/** How far back is counted, in seconds. */
export const COUNTED = 90 * DAY;

/** What this device would publish. To the day: a figure that says to the second when it was counted says when somebody was awake. */
export function counted(moderator: Moderator, now: number): Figures {
  const cases = casework.cases(moderator).map(({ report, state }): Counted => {
    const steps = moderator.log.steps.get(report.id) ?? [];
    const out = steps.find(({ event }) => event === "publish" || event === "publish-so-far");
    return { kinds: report.fields.kinds, state, arrived: report.arrived, published: out?.time ?? null, inFigures: consentOf(report.fields).figures };
  });
  return figures(cases, { since: Math.floor((now - COUNTED) / DAY) * DAY, until: (Math.floor(now / DAY) + 1) * DAY });
}

/** One figure: what it counts, and how many. */
export interface Figure {
  readonly what: Word;
  readonly count: Word;
}

const FIRST = ["received", "published", "declined", "merged", "withdrawn", "open", "hours"] as const;

/** The published figures, if there are any. */
export function publishedFigures(board: Board): ValueMap | null {
  return newestOf(board, "figures");
}

/** Figures in the order in which they are read: what came in first, kinds after. */
export function figuresOf(content: ValueMap): { main: Figure[]; kinds: Figure[] } {
  const counts = content["counts"];
  const map = counts !== undefined && wire.isMap(counts) ? counts : {};
  const number = (name: string): number | null => (Object.hasOwn(map, name) && typeof map[name] === "number" ? map[name] : null);
  const main = FIRST.flatMap((name): Figure[] => {
    const count = number(name);
    if (count === null) return [];
    return [{ what: line(`figures-${name}`), count: name === "hours" && count === 0 ? line("figures-less-than-one") : count }];
  });
  const kinds = KINDS.values.flatMap((kind): Figure[] => {
    const count = number(`kind-${kind}`);
    return count === null ? [] : [{ what: word("kinds", kind), count }];
  });
  const others = number("other-kinds");
  return { main, kinds: others === null ? kinds : [...kinds, { what: line("figures-other-kinds"), count: others }] };
}

/** A notice or a question to all members. */
export interface News {
  readonly kind: "notice" | "question";
  readonly text: string;
  readonly language: string;
  readonly choices: readonly string[];
  /** Unix seconds. */
  readonly time: number;
}

export function newsFrom(kind: string, content: ValueMap, time: number): News {
  const { text, language, choices } = content;
  return {
    kind: kind === "question" ? "question" : "notice",
    text: typeof text === "string" ? text : "",
    language: typeof language === "string" ? language : "en",
    choices: Array.isArray(choices) ? choices.filter((one) => typeof one === "string") : [],
    time,
  };
}

/** Everything that was said to all, newest first. */
export function newsOf(board: Board): News[] {
  return [...board.things.values()]
    .filter(({ first }) => first.body.kind === "notice" || first.body.kind === "question")
    .map(({ first, last }) => newsFrom(first.body.kind, last.body.content, last.time))
    .sort((a, b) => b.time - a.time);
}

/** Answers to choose from, one in each line; `null` if they are too many, or one is too long. */
export function choicesFrom(typed: string): string[] | null {
  const found = [...new Set(typed.split("\n").map((one) => one.trim()).filter((one) => one !== ""))];
  return found.length > 12 || found.some((one) => Array.from(one).length > 200) ? null : found;
}

/** A word or a question while it is being written: its answers one in each line. */
export interface WrittenNews {
  readonly text: string;
  readonly choices: string;
  readonly language: string;
}

export function writtenNewsFrom(kept: Value): WrittenNews | null {
  if (!wire.isMap(kept)) return null;
  const { text, choices, language } = kept;
  return typeof text === "string" && typeof choices === "string" && typeof language === "string" ? { text, choices, language } : null;
}
