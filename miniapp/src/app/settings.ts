/** What the vault remembers beside keys and alerts: what she prefers, and when there was news last. Never sent anywhere. */

import { signal } from "@preact/signals";
import type { Value, ValueMap } from "../crypto/wire";
import type { Stay } from "../vault/pin";

export interface Settings {
  /** How long it stays unlocked, in seconds; 0: the PIN every time. */
  readonly stay: Stay;
  /** When everything was fetched last, in Unix seconds; `null`: never. */
  readonly synced: number | null;
  /** Whether she has written her recovery words down, as far as we know. */
  readonly words: boolean;
  /** Areas that she works in, by their ids; none: all. */
  readonly areas: readonly string[];
  /** Languages she reads, by their codes. */
  readonly languages: readonly string[];
}

export const NO_SETTINGS: Settings = { stay: 0, synced: null, words: false, areas: [], languages: [] };
/** The vault's record. */
export const SETTINGS = "settings";

/** Those of the open vault. */
export const settings = signal<Settings>(NO_SETTINGS);

/** What a record says; what is missing in it, or cannot be understood, is as at the beginning. */
export function settingsFrom(value: Value): Settings {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) return NO_SETTINGS;
  const own = (name: string): Value => (Object.hasOwn(value, name) ? (value[name] ?? null) : null);
  const texts = (name: string): string[] => {
    const list = own(name);
    return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  };
  const [synced, stay] = [own("synced"), own("stay")];
  return {
    stay: stay === 15 * 60 || stay === 8 * 3600 ? stay : 0,
    synced: typeof synced === "number" ? synced : null,
    words: own("words") === true,
    areas: texts("areas"),
    languages: texts("languages"),
  };
}

/** The record that says this. */
export function settingsValue(given: Settings): ValueMap {
  return { ...given, areas: [...given.areas], languages: [...given.languages] };
}
