/** The questions of a report, one a screen, in order. Only the first needs an answer. */

import type { ValueMap } from "../../crypto/wire";
import * as coded from "../../alerts/coded";

/** A question that is picked from a list. */
export interface Picked {
  readonly kind: "pick";
  readonly name: string;
  readonly codes: coded.Codes;
  /** What its answers are called in the catalogues. */
  readonly table: string;
  readonly many: boolean;
}

/** A question that is answered in her own words. */
export interface Written {
  readonly kind: "write";
  readonly name: string;
  /** In UTF-16 units, so that the three of them fit beside all else. */
  readonly limit: number;
}

/** A question with a screen of its own. */
export interface Own {
  readonly kind: "own";
  readonly name: "kinds" | "health" | "consent" | "when" | "area" | "persons" | "identifiers" | "vehicles";
}

export type Step = Picked | Written | Own;

const pick = (name: string, codes: coded.Codes, table: string, many = false): Picked => ({ kind: "pick", name, codes, table, many });
const write = (name: string, limit: number): Written => ({ kind: "write", name, limit });
const own = (name: Own["name"]): Own => ({ kind: "own", name });

/** Letters of what happened, in UTF-16 units. */
export const MOST_HAPPENED = 14_000;

const ALL: readonly Step[] = [
  own("kinds"),
  own("health"),
  own("consent"),
  pick("relationship", coded.RELATIONSHIPS, "relationships"),
  own("when"),
  own("area"),
  pick("place", coded.PLACES, "places"),
  pick("contact", coded.CONTACTS, "contacts", true),
  own("persons"),
  own("identifiers"),
  own("vehicles"),
  write("happened", MOST_HAPPENED),
  write("pattern", 2_000),
  write("injuries", 2_000),
  pick("ongoing", coded.RISKS, "risks", true),
  pick("support", coded.SUPPORTS, "supports", true),
];

/** Comes after the last question: everything she said, once more. */
export const REVIEW = "review";

/** Kinds that she picked so far. */
export function kindsOf(answers: ValueMap): string[] {
  const kinds = answers["kinds"];
  return Array.isArray(kinds) ? kinds.filter((kind) => typeof kind === "string") : [];
}

/** The questions for these answers: what cannot wait is shown where it applies, and once. */
export function stepsFor(answers: ValueMap, cared: boolean): readonly Step[] {
  const applies = kindsOf(answers).some((kind) => coded.HEALTH_KINDS.has(kind));
  return applies && !cared ? ALL : ALL.filter((step) => step.name !== "health");
}

/** The question with this name; `null` after the last. One that is not asked any more gives the one after it. */
export function stepCalled(name: string, steps: readonly Step[]): Step | null {
  const wanted = ALL.findIndex((step) => step.name === name);
  if (wanted < 0) return null;
  return steps.find((step) => ALL.indexOf(step) >= wanted) ?? null;
}

/** The name of the question after this one. */
export function after(name: string, steps: readonly Step[]): string {
  const order = ALL.findIndex((step) => step.name === name);
  return steps.find((step) => ALL.indexOf(step) > order)?.name ?? REVIEW;
}

/** The name of the question before; `null` before the first. */
export function before(name: string, steps: readonly Step[]): string | null {
  if (name === REVIEW) return steps.at(-1)?.name ?? null;
  const order = ALL.findIndex((step) => step.name === name);
  return steps.findLast((step) => ALL.indexOf(step) < order)?.name ?? null;
}

/** Which of how many, for her to see how far it is. Not counting what is no question. */
export function progress(name: string, steps: readonly Step[]): { at: number; of: number } {
  const asked = steps.filter((step) => step.name !== "health");
  const found = asked.findIndex((step) => step.name === name);
  return { at: found < 0 ? asked.length : found + 1, of: asked.length };
}

/** *No* and *nothing* stand alone among the answers of a list: picking one lets the others go, and the other way round. */
export function alone(before: readonly string[], chosen: readonly string[]): string[] {
  if (!chosen.includes("none") || chosen.length < 2) return [...chosen];
  return before.includes("none") ? chosen.filter((one) => one !== "none") : ["none"];
}
