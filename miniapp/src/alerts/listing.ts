/** Alerts, arranged for checking: the index that {@link Index} builds once and `search` asks at each key stroke. */

import type { Alert, ShownIdentifier } from "./alert";
import { fold } from "./coded";
import { Identifier, type Type, clean } from "./identifiers";
import { type Pair, pairOf } from "./looks";
import type { Person, Vehicle } from "./report";

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
/** A vehicle or a person, by its place in a {@link Looks}. */
export type Place = number;

/** All vehicles, or all persons, of the alerts in an index: what is asked of thousands at a key stroke stands in columns of numbers. */
export class Looks<T> {
  readonly items: T[] = [];
  /** Of each place, the alert it is of. */
  readonly at: number[] = [];
  readonly places = new Map<Pair, Place[]>();
  /** Each pair's number, from 1. */
  readonly #numbers = new Map<Pair, number>();
  /** By field that has one answer: at each place the number of its pair, 0 if it is not known. */
  readonly #answers = new Map<string, number[]>();

  /** @param single - names of fields with one answer. */
  constructor(single: readonly string[]) {
    for (const name of single) this.#answers.set(name, []);
  }

  add(item: T, at: number, pairs: readonly Pair[]): Place {
    const place = this.items.push(item) - 1;
    this.at.push(at);
    for (const column of this.#answers.values()) column.push(0);
    for (const pair of pairs) {
      append(this.places, pair, place);
      const column = this.#answers.get(nameOf(pair));
      if (column !== undefined) column[place] = this.#number(pair);
    }
    return place;
  }

  #number(pair: Pair): number {
    const number = this.#numbers.get(pair) ?? this.#numbers.size + 1;
    this.#numbers.set(pair, number);
    return number;
  }

  /**
   * Whether a place answers one of these fields, and otherwise than wanted. What the alert does not know contradicts nothing: a warning must
   * not be missed for it.
   */
  contradicting(wanted: ReadonlySet<Pair>): (place: Place) => boolean {
    const columns = new Map<readonly number[], Set<number>>();
    for (const pair of wanted) {
      const column = this.#answers.get(nameOf(pair));
      if (column === undefined) continue;
      const fine = columns.get(column) ?? new Set([0]);
      // A pair that no alert has fits none.
      columns.set(column, fine.add(this.#numbers.get(pair) ?? -1));
    }
    const asked = [...columns];
    return (place) => asked.some(([column, fine]) => !fine.has(column[place] ?? 0));
  }
}

function nameOf(pair: Pair): string {
  return pair.slice(0, pair.indexOf("="));
}

/** Alerts, arranged for checking. Built once; {@link Index.add} takes what arrives later. */
export class Index {
  readonly listed: Listed[] = [];
  readonly maskedTypes = new Set<Type>();
  readonly exact = new Map<string, Held[]>();
  readonly whole = new Map<Type, Held[]>();
  readonly parts = new Map<Type, Held[]>();
  readonly tokens = new Map<string, { country: string | null; at: number }[]>();
  /** Whole plates and parts, by alert. */
  readonly plates = new Map<number, Identifier[]>();
  readonly vehicles = new Looks<Vehicle>(["type", "colour"]);
  readonly persons = new Looks<Person>(SINGLE_PERSON_FIELDS);
  readonly makes = new Map<string, Place[]>();
  /** Of each vehicle, the words of its make and model. */
  readonly makeWords: (readonly string[])[] = [];
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
    this.#standing = null;
    for (const vehicle of alert.content.vehicles) {
      const place = this.vehicles.add(vehicle, at, pairsOf(vehicle, VEHICLE_FIELDS));
      const makes = makeWords(vehicle);
      this.makeWords.push(makes);
      for (const make of new Set(makes)) append(this.makes, make, place);
    }
    for (const person of alert.content.persons) {
      this.persons.add(person, at, pairsOf(person, PERSON_FIELDS));
      for (const name of person.names ?? []) {
        const pieces = nameWords(name);
        const key = pieces.join("-");
        if (key === "") continue;
        if (!this.names.has(key)) this.names.set(key, { words: pieces, places: new Set() });
        this.names.get(key)?.places.add(at);
      }
    }
  }

  #addIdentifier(item: ShownIdentifier, at: number): void {
    if (!("value" in item)) {
      this.maskedTypes.add(item.type);
      if (item.token !== null) append(this.tokens, `${item.type} ${item.token}`, { country: item.country, at });
      return;
    }
    // The content was checked when it was received; normal forms are not computed again for 10,000 alerts.
    const one = new Identifier(item.type, item.value, item.platform, item.partial);
    if (one.type === "plate") append(this.plates, at, one);
    if (one.partial === null) {
      append(this.exact, exactKey(one), { one, at });
      append(this.whole, one.type, { one, at });
    } else append(this.parts, one.type, { one, at });
  }

  /** How many alerts stand at `now`, and since when the oldest of them does: Unix seconds, `Infinity` if none does. */
  standing(now: number): Readonly<{ now: number; count: number; oldest: number }> {
    if (this.#standing?.now === now) return this.#standing;
    let count = 0;
    let oldest = Infinity;
    for (const alert of this.listed) {
      if (!isCurrent(alert, now)) continue;
      count += 1;
      oldest = Math.min(oldest, alert.published);
    }
    return (this.#standing = { now, count, oldest });
  }

  #standing: Readonly<{ now: number; count: number; oldest: number }> | null = null;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export const VEHICLE_FIELDS = ["type", "colour", "marks"] as const;
/** Perceived ethnicity is not among them: nobody is searched by it. */
export const PERSON_FIELDS = ["role", "gender", "age", "height", "build", "hair", "eyes", "marks", "accent", "weapon"] as const;
/** Of those, what has one answer. */
const SINGLE_PERSON_FIELDS = PERSON_FIELDS.filter((name) => name !== "marks" && name !== "weapon");

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
