/** Figures: what came in, what went out, how long it took, and how that was counted. Numbers, never content (protocol §6.6). */

import type { State } from "./desk";

/** A kind that was reported fewer times than this could point at somebody; it is counted among *other-kinds*. */
export const FEWEST_SHOWN = 3;

/** Stands in the statement, in English, so that every member reads how it was counted; the app shows the message `figures-how` beside it. */
export const HOW =
  "Counted by arrival, in whole numbers. Reports whose reporter said no to figures are left out. " +
  `Kinds with fewer than ${FEWEST_SHOWN} reports are counted together; one report can have several kinds. ` +
  "Hours are the median from arrival to publication.";

/** What figures need of a report. Times are Unix seconds. */
export interface Counted {
  readonly kinds: readonly string[];
  readonly state: State;
  readonly arrived: number;
  readonly published?: number | null;
  /** `true` if it is not said. */
  readonly inFigures?: boolean;
}

/** The content of a `figures` statement. */
export type Figures = { from: number; to: number; counts: Record<string, number>; note: string };

/** The content of a `figures` statement for reports that arrived from `since` up to, not including, `until`. */
export function figures(reports: Iterable<Counted>, { since, until, note = HOW }: { since: number; until: number; note?: string }): Figures {
  const counted = Array.from(reports).filter((one) => (one.inFigures ?? true) && since <= one.arrived && one.arrived < until);
  const wentOut = counted.filter((one) => one.state === "published" || one.state === "so-far");
  const inState = (state: State): number => counted.filter((one) => one.state === state).length;
  const closed = { published: wentOut.length, declined: inState("declined"), merged: inState("merged"), withdrawn: inState("withdrawn") };
  const counts: Record<string, number> = { received: counted.length, ...closed };
  counts["open"] = counted.length - Object.values(closed).reduce((sum, count) => sum + count, 0);
  const hours = wentOut.flatMap((one) => (typeof one.published === "number" ? [Math.max(0, one.published - one.arrived) / 3600] : []));
  if (hours.length > 0) counts["hours"] = roundHalfToEven(median(hours));
  const kinds = new Map<string, number>();
  for (const kind of counted.flatMap((one) => [...new Set(one.kinds)])) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  let few = 0;
  for (const [kind, count] of kinds) {
    if (count >= FEWEST_SHOWN) counts[`kind-${kind}`] = count;
    else few += count;
  }
  if (few > 0) counts["other-kinds"] = few;
  return { from: since, to: until, counts, note };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** As Python rounds, so that two moderators who count the same reports sign the same bytes. */
function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}
