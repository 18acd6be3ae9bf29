/** Alerts, arranged for checking: the index that {@link Index} builds once and `search` asks at each key stroke. */

import type { Alert, ShownIdentifier } from "./alert";
import { fold } from "./coded";
import { Identifier, type Type, clean } from "./identifiers";
import { type Pair, pairOf } from "./looks";
import type { Vehicle } from "./report";

/** An alert as the board holds it: the newest version of one object. */
export interface Listed {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly content: Alert;
  /** Unix seconds of the newest version. */
  readonly published: number;
  readonly retracted?: boolean;
}

export function isCurrent(alert: Listed, now: number): boolean {
  return alert.retracted !== true && now < alert.content.expires;
}

export interface Held {
  readonly one: Identifier;
  readonly at: number;
}
/** A vehicle or a person of an alert, as one number. */
export type Place = number;
/** More than an alert has of either. */
const PER_ALERT = 16;

function placeOf(at: number, i: number): Place {
  return at * PER_ALERT + i;
}

/** The alert, and which of its vehicles or persons. */
export function placed(place: Place): [at: number, i: number] {
  return [Math.floor(place / PER_ALERT), place % PER_ALERT];
}

/** Alerts, arranged for checking. Built once; {@link Index.add} takes what arrives later. */
export class Index {
  readonly listed: Listed[] = [];
  readonly maskedTypes = new Set<Type>();
  readonly exact = new Map<string, Held[]>();
  readonly whole = new Map<Type, Held[]>();
  readonly parts = new Map<Type, Held[]>();
  readonly tokens = new Map<string, { country: string | null; at: number }[]>();
  readonly vehicles = new Map<Pair, Place[]>();
  readonly persons = new Map<Pair, Place[]>();
  readonly makes = new Map<string, Place[]>();
  readonly names = new Map<string, { words: readonly string[]; places: Set<number> }>();

  /** The index of these alerts; retracted ones are left out at once, expired ones when a check is made. */
  static of(alerts: Iterable<Listed>): Index {
    const index = new Index();
    for (const alert of alerts) index.add(alert);
    return index;
  }

  /** Takes one alert in. An amendment is a new {@link Listed} of the same id; build the index anew for it. */
  add(alert: Listed): void {
    if (alert.retracted === true) return;
    const at = this.listed.push(alert) - 1;
    for (const item of alert.content.identifiers) this.#addIdentifier(item, at);
    alert.content.vehicles.forEach((vehicle, i) => {
      for (const pair of pairsOf(vehicle, VEHICLE_FIELDS)) append(this.vehicles, pair, placeOf(at, i));
      for (const make of new Set(makeWords(vehicle))) append(this.makes, make, placeOf(at, i));
    });
    alert.content.persons.forEach((person, i) => {
      for (const pair of pairsOf(person, PERSON_FIELDS)) append(this.persons, pair, placeOf(at, i));
      for (const name of person.names ?? []) {
        const pieces = nameWords(name);
        const key = pieces.join("-");
        if (key === "") continue;
        if (!this.names.has(key)) this.names.set(key, { words: pieces, places: new Set() });
        this.names.get(key)?.places.add(at);
      }
    });
  }

  #addIdentifier(item: ShownIdentifier, at: number): void {
    if (!("value" in item)) {
      this.maskedTypes.add(item.type);
      if (item.token !== null) append(this.tokens, `${item.type} ${item.token}`, { country: item.country, at });
      return;
    }
    // The content was checked when it was received; normal forms are not computed again for 10,000 alerts.
    const one = new Identifier(item.type, item.value, item.platform, item.partial);
    if (one.partial === null) {
      append(this.exact, exactKey(one), { one, at });
      append(this.whole, one.type, { one, at });
    } else append(this.parts, one.type, { one, at });
  }

  /** More than every {@link Place} there is. */
  get places(): number {
    return this.listed.length * PER_ALERT;
  }

  /** How many alerts stand at `now`. */
  current(now: number): number {
    return this.listed.reduce((count, alert) => count + Number(isCurrent(alert, now)), 0);
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export const VEHICLE_FIELDS = ["type", "colour", "marks"] as const;
/** Perceived ethnicity is not among them: nobody is searched by it. */
export const PERSON_FIELDS = ["role", "gender", "age", "height", "build", "hair", "eyes", "marks", "accent", "weapon"] as const;

export function pairsOf<K extends string>(item: Readonly<{ [N in K]?: string | string[] }>, names: readonly K[]): Pair[] {
  return names.flatMap((name) => {
    const answer: string | string[] = item[name] ?? [];
    return (typeof answer === "string" ? [answer] : answer).map((one) => pairOf(name, one));
  });
}

export function makeWords(vehicle: Vehicle): string[] {
  return [vehicle.make, vehicle.model].flatMap((name) => fold(name ?? "").split("-")).filter((piece) => Array.from(piece).length > 1);
}

export function nameWords(text: string): string[] {
  return fold(clean(text)).split("-").filter((piece) => piece !== "");
}

export function exactKey(one: Identifier): string {
  // On a dirty plate O and 0, I and 1 are the same; the reason says so when they differ.
  return `${one.type} ${one.type === "plate" ? one.value.replaceAll("O", "0").replaceAll("I", "1") : one.value}`;
}
