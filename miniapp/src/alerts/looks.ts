/** A car and a look, read from words: *white van*, *tall man with a neck tattoo*. */

import { casefold, head } from "./characters";
import * as coded from "./coded";
import { clean } from "./identifiers";
import { type Word, languageWord, word } from "./wording";

/** A field and a code, as one text to find them by: `colour=white`. */
export type Pair = string;

/** What a query says of a car and a person, coded. */
export interface Look {
  readonly vehicle: ReadonlySet<Pair>;
  readonly person: ReadonlySet<Pair>;
  /** Lower case; empty if none is named. */
  readonly make: string;
}

export const NO_LOOK: Look = { vehicle: new Set(), person: new Set(), make: "" };

export function isNoLook(look: Look): boolean {
  return look.vehicle.size === 0 && look.person.size === 0 && look.make === "";
}

export function pairOf(name: string, one: string): Pair {
  return `${name}=${one}`;
}

/** Words by field; what comes later replaces what came before. */
function wordsOf(...groups: readonly (readonly [string, Iterable<readonly [string, string]>])[]): ReadonlyMap<string, Pair> {
  return new Map(groups.flatMap(([name, words]) => Array.from(words, ([word, one]): [string, Pair] => [word, pairOf(name, one)])));
}

/** Each code under its own name, but for some. */
function itself(values: Iterable<string>, ...but: string[]): [string, string][] {
  return Array.from(values)
    .filter((one) => !but.includes(one))
    .map((one) => [one, one]);
}

function others(codes: coded.Codes, ...but: string[]): [string, string][] {
  return Array.from(codes.also).filter(([word]) => !but.includes(word));
}

/** Words a query may use, by field. Those of other languages are put into these first (`spoken.ts`). */
export const VEHICLE_WORDS = wordsOf(
  ["type", itself(coded.VEHICLES.values, "other")],
  ["type", others(coded.VEHICLES, "bike", "estate", "large")],
  ["colour", itself(coded.COLOURS.values)],
  ["colour", others(coded.COLOURS)],
  ["marks", others(coded.VEHICLE_MARKS)],
  ["marks", itself(coded.VEHICLE_MARKS.values, "other")],
);
export const MAKES: ReadonlySet<string> = new Set(
  (
    "alfa audi bmw chevrolet citroen cupra dacia ferrari fiat ford honda hyundai iveco jaguar kia lada lexus man maserati mazda mercedes mg mini " +
    "mitsubishi nissan opel peugeot porsche renault rover saab seat skoda smart ssangyong subaru suzuki tesla toyota vauxhall volkswagen volvo vw " +
    "astra berlingo caddy civic clio corsa crafter ducato fiesta focus golf kangoo micra passat polo prius qashqai sprinter trafic transit " +
    "transporter vito vivaro"
  ).split(" "),
);
export const PERSON_WORDS = wordsOf(
  ["gender", others(coded.GENDERS, "m", "f")],
  ["gender", [...itself(["man", "woman"]), ["guy", "man"], ["bloke", "man"]]],
  ["age", itself(coded.AGES.values)],
  ["age", others(coded.AGES)],
  ["height", [...itself(["short", "tall", "very-tall"]), ["average-height", "average"]]],
  ["build", [...itself(["slim", "muscular", "heavy"]), ["average-build", "average"]]],
  ["build", others(coded.BUILDS, "medium", "large")],
  ["hair", [...itself(["bald", "blond"]), ["blonde", "blond"], ["ginger", "red"], ["shaved-head", "shaved"]]],
  ["hair", coded.HAIRS.values.map((one): [string, string] => [`${one}-hair`, one])],
  ["hair", coded.HAIRS.values.map((one): [string, string] => [`${one}-haired`, one])],
  ["eyes", itself(coded.EYES.values, "other").map(([word, one]): [string, string] => [`${word}-eyes`, one])],
  ["marks", itself(coded.PERSON_MARKS.values, "other")],
  ["marks", others(coded.PERSON_MARKS)],
  ["weapon", itself(["knife", "gun", "syringe"])],
  ["accent", [["irish-accent", "en-IE"], ["scottish-accent", "en-scotland"], ["american-accent", "en-US"], ["polish-accent", "pl"]]],
);
const LONGEST_PHRASE = 3;

/**
 * The car and the person that a text describes, as far as its words are known. Never throws.
 *
 * A colour counts for a car only if a car is spoken of; *white* alone describes nobody.
 */
export function readLook(text: string): Look {
  const words = casefold(clean(head(text, 4000))).replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const vehicle = new Set<Pair>();
  const person = new Set<Pair>();
  let make = "";
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    for (; length > 0; length--) {
      const phrase = words.slice(at, at + length).join("-");
      const ofPerson = PERSON_WORDS.get(phrase);
      const ofVehicle = VEHICLE_WORDS.get(phrase);
      if (length === 1 && MAKES.has(phrase) && ofPerson === undefined && make === "") make = phrase;
      else if (ofPerson !== undefined) person.add(ofPerson);
      else if (ofVehicle !== undefined) vehicle.add(ofVehicle);
      else continue;
      break;
    }
    at += Math.max(length, 1);
  }
  const ofCar = make !== "" || Array.from(vehicle).some((pair) => pair.startsWith("type="));
  return ofCar ? { vehicle, person, make } : { vehicle: new Set(), person, make: "" };
}

// ---- what a look says ----------------------------------------------------------------------------------------------

/** Which table of words each field has. */
export const VEHICLE_TABLES: ReadonlyMap<string, string> = new Map([["type", "vehicles"], ["colour", "colours"], ["marks", "vehicle-marks"]]);
export const PERSON_TABLES: ReadonlyMap<string, string> = new Map([
  ["role", "roles"], ["gender", "genders"], ["age", "ages"], ["height", "heights"], ["build", "builds"], ["hair", "hairs"],
  ["eyes", "eyes"], ["marks", "person-marks"], ["accent", "languages"], ["weapon", "weapons"],
]);

/** Least words of a car's look, and of a person's, that are searched by. */
const LEAST_OF_CAR = 2;
const LEAST_OF_PERSON = 3;

/** Those of these pairs that are wanted, in words. */
export function sharedWords(pairs: readonly Pair[], wanted: ReadonlySet<Pair>, tables: ReadonlyMap<string, string>): Word[] {
  const both = pairs.filter((pair) => wanted.has(pair)).sort();
  return both.map((pair) => {
    const [name = "", one = ""] = pair.split("=");
    return name === "accent" ? languageWord(one) : word(tables.get(name) ?? name, one);
  });
}

/** How many of these one alert can have at once: it has several marks, but one colour. A word such as *camioneta* is several types. */
export function thingsSaid(pairs: ReadonlySet<Pair>): number {
  return new Set(Array.from(pairs, (pair) => (pair.startsWith("marks=") ? pair : pair.slice(0, pair.indexOf("="))))).size;
}

/** What of a look is said enough of to be searched by: the car, the person, both or neither. */
export function searchedLook({ vehicle, person, make }: Look): Look {
  const ofCar = thingsSaid(vehicle) + Number(make !== "") >= LEAST_OF_CAR;
  const ofPerson = thingsSaid(person) >= LEAST_OF_PERSON;
  return { vehicle: ofCar ? vehicle : new Set(), person: ofPerson ? person : new Set(), make: ofCar ? make : "" };
}

/** A look in words, the car's first. */
export function lookWords({ vehicle, person, make }: Look): Word[] {
  const inWords = (pairs: ReadonlySet<Pair>, tables: ReadonlyMap<string, string>): Word[] => sharedWords([...pairs], pairs, tables);
  return [...inWords(vehicle, VEHICLE_TABLES), ...(make === "" ? [] : [make]), ...inWords(person, PERSON_TABLES)];
}
