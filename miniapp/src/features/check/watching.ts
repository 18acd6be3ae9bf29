/** *Tell me if something I checked is listed later*: what she marked, kept sealed on this phone, compared with what comes. Pure. */

import type { Board } from "../../alerts/board";
import { Identifier } from "../../alerts/identifiers";
import { type Checking, type Match, Strength, checkWhole } from "../../alerts/search";
import { WrongShape } from "../../crypto/errors";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";
import { keyOf } from "../keys";
import { indexOf } from "./checking";

/** One number, name or plate that she marked. */
export interface Watched {
  /** As {@link Identifier.toMap} gives it. */
  readonly item: ValueMap;
  /** The alerts that she has seen about it, by what the screens call them. */
  readonly seen: readonly string[];
}

/** An alert that has come since. */
export interface Listed {
  readonly watched: Watched;
  /** How people read the number. */
  readonly shown: string;
  readonly alert: string;
}

/** The record, among what is begun and not finished: so the vault does not show whether anybody marks anything. */
export const WATCHED = "watched";
/** Comparing one with hidden numbers takes a phone half a second. */
export const MOST_WATCHED = 20;

export function watchedFrom(kept: Value): readonly Watched[] | null {
  if (!Array.isArray(kept)) return null;
  const isOne = (one: Value): boolean => {
    if (!wire.isMap(one) || !wire.isMap(one["item"] ?? null) || !Array.isArray(one["seen"]) || !one["seen"].every((key) => typeof key === "string")) return false;
    return identifierOf(one["item"] ?? null) !== null;
  };
  return kept.filter(isOne) as unknown as Watched[];
}

function identifierOf(item: Value): Identifier | null {
  try {
    return Identifier.fromMap(item);
  } catch (error) {
    if (error instanceof WrongShape) return null;
    throw error;
  }
}

/** What of a check can be watched: parts of numbers fit too many. */
export function watchable(lookedFor: readonly Identifier[]): readonly Identifier[] {
  return lookedFor.filter((one) => one.partial === null);
}

export function isWatched(all: readonly Watched[], one: Identifier): boolean {
  return all.some(({ item }) => identifierOf(item)?.key === one.key);
}

/** With these marked too; what they match now she sees now. The oldest go when there are too many. */
export function withWatched(all: readonly Watched[], some: readonly Identifier[], matches: readonly Match[]): readonly Watched[] {
  const seen = matches.map(({ alert }) => keyOf(alert.id));
  const fresh = new Map(some.filter((one) => !isWatched(all, one)).map((one) => [one.key, { item: one.toMap(), seen }]));
  return [...all, ...fresh.values()].slice(-MOST_WATCHED);
}

export function withoutWatched(all: readonly Watched[], some: readonly Identifier[]): readonly Watched[] {
  const gone = new Set(some.map((one) => one.key));
  return all.filter(({ item }) => !gone.has(identifierOf(item)?.key ?? ""));
}

/** This alert is known from now on. */
export function withSeen(all: readonly Watched[], { watched, alert }: Listed): readonly Watched[] {
  return all.map((one) => (one.item === watched.item ? { ...one, seen: [...one.seen, alert] } : one));
}

/** What is listed now and was not when she marked it. Numbers that are hidden are compared too, which takes a while. */
export async function listedSince(all: readonly Watched[], board: Board, checking: Checking): Promise<Listed[]> {
  const found: Listed[] = [];
  for (const watched of all) {
    const one = identifierOf(watched.item);
    if (one === null) continue;
    const { matches } = await checkWhole([one], indexOf(board), checking);
    for (const { alert, strength } of matches) {
      const key = keyOf(alert.id);
      const isIt = strength === Strength.EXACT || strength === Strength.PROBABLE;
      if (isIt && !watched.seen.includes(key)) found.push({ watched, shown: one.shown(), alert: key });
    }
  }
  return found;
}
