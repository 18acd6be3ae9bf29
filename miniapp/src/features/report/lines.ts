/** A report in words: what she said, line by line, for herself. */

import { dateWords, shownWords } from "../../alerts/alert";
import { Identifier } from "../../alerts/identifiers";
import { consentOf, type Person, type Report, type Vehicle } from "../../alerts/report";
import { type Word, languageWord, line, word } from "../../alerts/wording";
import { WrongShape } from "../../crypto/errors";
import type { Value } from "../../crypto/wire";
import { say } from "../said";

/** What was asked, as the key of a message, and what she said. */
export interface Said {
  readonly label: string;
  /** Read one after the other, with commas. */
  readonly answer: readonly Word[];
  /** In her own words: shown as she wrote it. */
  readonly own?: string;
}

/** All that a report says, in the order in which it is asked. */
export function linesOf(report: Report): Said[] {
  const out: Said[] = [{ label: "report-kinds", answer: report.kinds.map((one) => word("kinds", one)) }];
  const add = (label: string, answer: readonly Word[]): void => {
    if (answer.length > 0) out.push({ label, answer });
  };
  const own = (label: string, said: string | undefined): void => {
    if (said !== undefined) out.push({ label, answer: [], own: said });
  };
  if (report.consent !== undefined) add("report-consent", consentWords(report));
  if (report.relationship !== undefined) add("report-relationship", [word("relationships", report.relationship)]);
  if (report.when !== undefined) {
    add("report-when", [dateWords(report.when), ...(report.when.band === undefined ? [] : [word("bands", report.when.band)])]);
  }
  if (report.area !== undefined) add("report-area", [report.area]);
  if (report.place !== undefined) add("report-place", [word("places", report.place)]);
  add("report-contact", (report.contact ?? []).map((one) => word("contacts", one)));
  if (report.people !== undefined) add("report-people", [report.people]);
  for (const person of report.persons ?? []) add("report-persons", personWords(person));
  add("report-identifiers", (report.identifiers ?? []).map(shownWords));
  for (const vehicle of report.vehicles ?? []) add("report-vehicles", vehicleWords(vehicle));
  own("report-happened", report.happened);
  own("report-pattern", report.pattern);
  own("report-injuries", report.injuries);
  add("report-ongoing", (report.ongoing ?? []).map((one) => word("risks", one)));
  add("report-support", (report.support ?? []).map((one) => word("supports", one)));
  return out;
}

function consentWords(report: Report): Word[] {
  const consent = consentOf(report);
  return [
    consent.share === null ? line("consent-not-said") : word("sharing", consent.share),
    ...(consent.show_first && consent.share !== "moderators" ? [line("consent-show-first")] : []),
    ...(consent.hold ? [line("consent-hold")] : []),
    ...(consent.figures ? [] : [line("consent-no-figures")]),
  ];
}

const PERSON_TABLES = [
  ["role", "roles"], ["gender", "genders"], ["age", "ages"], ["height", "heights"], ["build", "builds"], ["hair", "hairs"], ["eyes", "eyes"],
] as const;

/** A person she described. */
export function personWords(person: Person): Word[] {
  return [
    ...PERSON_TABLES.flatMap(([name, table]) => (person[name] === undefined ? [] : [word(table, person[name])])),
    ...(person.marks ?? []).map((one) => word("person-marks", one)),
    ...(person.names === undefined ? [] : [line("person-names", { names: person.names })]),
    ...(person.accent === undefined ? [] : [line("person-accent", { accent: languageWord(person.accent) })]),
    ...(person.languages === undefined ? [] : [line("person-languages", { languages: person.languages.map(languageWord) })]),
    ...(person.weapon === undefined ? [] : [line("person-weapon", { weapon: person.weapon.map((one) => word("weapons", one)) })]),
    ...(person.ethnicity === undefined ? [] : [line("person-ethnicity", { ethnicity: word("ethnicities", person.ethnicity) })]),
    ...(person.detail === undefined ? [] : [person.detail]),
  ];
}

/** A vehicle she described. */
export function vehicleWords(vehicle: Vehicle): Word[] {
  const kind = word("vehicles", vehicle.type ?? "other");
  return [
    vehicle.colour === undefined ? kind : line("vehicle-of-colour", { colour: word("colours", vehicle.colour), vehicle: kind }),
    ...[vehicle.make, vehicle.model].filter((one) => one !== undefined),
    ...(vehicle.marks ?? []).map((one) => word("vehicle-marks", one)),
    ...(vehicle.detail === undefined ? [] : [vehicle.detail]),
  ];
}

/** How a number, name, link or plate reads; empty for what this app cannot read. */
export function shownIdentifier(value: Value): string {
  try {
    return say(shownWords(Identifier.fromMap(value).toMap()));
  } catch (error) {
    if (error instanceof WrongShape) return "";
    throw error;
  }
}
