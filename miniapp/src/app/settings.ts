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
  /** What news and messages have cost. */
  readonly data: DataUsed;
  /** Whether she has said on this device that she would moderate. */
  readonly willing: boolean;
  /** Whether she has been told that she moderates. */
  readonly told: boolean;
}

/** Bytes over the line in one month, and in the one before it; `month` counts from January of the year 0. The app's own files are not in it. */
export interface DataUsed {
  readonly month: number;
  readonly bytes: number;
  readonly before: number;
}

export const NO_SETTINGS: Settings = { stay: 0, synced: null, words: false, areas: [], languages: [], data: { month: 0, bytes: 0, before: 0 }, willing: false, told: false };
/** The vault's record. */
export const SETTINGS = "settings";

/** Those of the open vault. */
export const settings = signal<Settings>(NO_SETTINGS);

/** What a record says; what is missing in it, or cannot be understood, is as at the beginning. */
export function settingsFrom(value: Value): Settings {
  const own = ownOf(value);
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
    data: dataFrom(own("data")),
    willing: own("willing") === true,
    told: own("told") === true,
  };
}

/** The record that says this. */
export function settingsValue(given: Settings): ValueMap {
  return { ...given, areas: [...given.areas], languages: [...given.languages], data: { ...given.data } };
}

function dataFrom(value: Value): DataUsed {
  const own = ownOf(value);
  const [month, bytes, before] = [own("month"), own("bytes"), own("before")];
  return isCount(month) && isCount(bytes) && isCount(before) ? { month, bytes, before } : NO_SETTINGS.data;
}

function isCount(value: Value): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** What a record has under a name; `null` if nothing, or if this is no record. */
function ownOf(value: Value): (name: string) => Value {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) return () => null;
  return (name) => (Object.hasOwn(value, name) ? (value[name] ?? null) : null);
}

/** The month of a moment where the phone is. */
export function monthOf(moment: Date): number {
  return moment.getFullYear() * 12 + moment.getMonth();
}

/** What has been used by then, with so many bytes more. */
export function used(data: DataUsed, bytes: number, moment: Date): DataUsed {
  const month = monthOf(moment);
  if (month === data.month) return { ...data, bytes: data.bytes + bytes };
  return { month, bytes, before: month === data.month + 1 ? data.bytes : 0 };
}
