/** Help that the collective knows of. Read from what the device has: it is there without a network. */

import type { Board } from "../../alerts/board";
import * as wire from "../../crypto/wire";

export interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly contact: string;
  readonly language: string;
}

/** Kinds with a heading of their own, in the order in which they are shown: what cannot wait first. */
export const KNOWN_KINDS: readonly string[] = ["health", "talk", "legal", "housing", "money", "company", "translation"];

/** The newest content of a kind of which there is one: the resources, the figures. */
export function newestOf(board: Board, kind: string): wire.ValueMap | null {
  for (const thing of board.things.values()) if (thing.first.body.kind === kind) return thing.content;
  return null;
}

/** The collective's list, as it was published last. */
export function resourcesOf(board: Board): Resource[] {
  const items = newestOf(board, "resources")?.["items"];
  // What stands on a board has passed `checkContent`.
  return Array.isArray(items) ? (items as unknown as Resource[]) : [];
}

/** A list that was kept while it was being written; `null` if it cannot be read. */
export function resourcesAgain(kept: wire.Value): Resource[] | null {
  const isOne = (one: wire.Value): boolean =>
    wire.isMap(one) && ["name", "kind", "text", "contact", "language"].every((name) => typeof one[name] === "string");
  return Array.isArray(kept) && kept.every(isOne) ? (kept as unknown as Resource[]) : null;
}

/** One heading and what stands under it. `kind` is lower case; `known` says whether the catalogues have a word for it. */
export interface Group {
  readonly kind: string;
  readonly known: boolean;
  readonly items: readonly Resource[];
}

export function grouped(resources: readonly Resource[]): Group[] {
  const kinds = new Map<string, Resource[]>();
  for (const one of resources) {
    const kind = one.kind.trim().toLowerCase();
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const order = [...KNOWN_KINDS.filter((kind) => kinds.has(kind)), ...[...kinds.keys()].filter((kind) => !KNOWN_KINDS.includes(kind))];
  return order.map((kind) => ({ kind, known: KNOWN_KINDS.includes(kind), items: kinds.get(kind) ?? [] }));
}

/** Those of some kinds. */
export function ofKinds(resources: readonly Resource[], kinds: readonly string[]): Resource[] {
  return resources.filter((one) => kinds.includes(one.kind.trim().toLowerCase()));
}

/** Within how many hours warnings usually go out, by the collective's own count; `null` if nobody has counted. */
export function usualHours(board: Board): number | null {
  const counts = newestOf(board, "figures")?.["counts"];
  const hours = counts !== undefined && wire.isMap(counts) ? counts["hours"] : undefined;
  // Zero would promise what nobody can: at once.
  return typeof hours === "number" ? Math.max(1, hours) : null;
}
