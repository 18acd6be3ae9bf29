/** Which alerts a member is shown, in what order, and what is said of each. Pure: the board and the time are arguments. */

import type { Alert, Topic } from "../../alerts/alert";
import { isMasked, render, shownWords } from "../../alerts/alert";
import type { Board } from "../../alerts/board";
import { SEVERITIES, severityRank } from "../../alerts/coded";
import type { Vehicle } from "../../alerts/report";
import type { Thing } from "../../alerts/things";
import { type Word, line, word } from "../../alerts/wording";
import { idOf, keyOf } from "../keys";

const WORST = SEVERITIES.values.at(-1);
/** How long what was taken back stays in the list, in seconds: whoever read the warning is to read that too. */
export const SHOW_TAKEN_BACK = 30 * 86_400;

export type Standing = "stands" | "taken-back" | "ended";

/** One alert, as its newest version and its state say. */
export interface ShownAlert {
  /** How the screens call it. */
  readonly key: string;
  readonly content: Alert;
  readonly standing: Standing;
  /** Unix seconds of the newest version. */
  readonly changed: number;
  /** Unix seconds of the first one. */
  readonly published: number;
  /** How many versions there were; a retraction is not one. */
  readonly versions: number;
  /** Only one moderator stands behind it so far. */
  readonly soFar: boolean;
  /** How many people approved the newest version. */
  readonly people: number;
  /** Why it was taken back; empty if it was not, or nobody said. */
  readonly reason: string;
  /** What the version before said, if there was one. */
  readonly before: Alert | null;
}

/** An alert of the board, as it stands at `now`. */
export function shownAlert(thing: Thing, now: number): ShownAlert {
  // What stands on a board has passed `checkAlert`.
  const content = thing.content as Alert;
  const said = thing.versions.filter((version) => version.body.kind !== "retraction");
  const reason = thing.retracted ? thing.last.body.content["reason"] : "";
  return {
    key: keyOf(thing.id),
    content,
    standing: thing.retracted ? "taken-back" : thing.expired(now) ? "ended" : "stands",
    changed: thing.last.time,
    published: thing.first.time,
    versions: said.length,
    soFar: thing.soFar,
    people: thing.last.people.size,
    reason: typeof reason === "string" ? reason : "",
    before: said.length > 1 ? ((said.at(-2)?.body.content ?? null) as Alert | null) : null,
  };
}

/** What the list is narrowed to. Empty texts narrow nothing. */
export interface Narrowed {
  /** A topic's id. An alert without any area is shown everywhere. */
  readonly area: string;
  /** The least severity. */
  readonly severity: string;
}

export const EVERYTHING: Narrowed = { area: "", severity: "" };

/** The list, newest first: what stands, and what was taken back not long ago. */
export function listOf(board: Board, now: number, { area, severity }: Narrowed = EVERYTHING): ShownAlert[] {
  const least = severity === "" ? 0 : severityRank(severity);
  return board.alerts
    .map((thing) => shownAlert(thing, now))
    .filter((one) => one.standing === "stands" || (one.standing === "taken-back" && now - one.changed < SHOW_TAKEN_BACK))
    .filter(({ content }) => area === "" || content.areas.length === 0 || content.areas.includes(area))
    .filter(({ content }) => severityRank(content.severity) >= least)
    .sort((a, b) => b.changed - a.changed);
}

/**
 * Those for who works in these areas: an alert without any area is for all, and what is very dangerous is too, wherever it was. Without an
 * area of ours, everything. Nothing is left out for its language: its coded fields can be read in any.
 */
export function forAreas(list: readonly ShownAlert[], areas: readonly string[], topics: readonly Topic[]): readonly ShownAlert[] {
  const known = areas.filter((id) => topics.some((topic) => topic.id === id));
  if (known.length === 0) return list;
  return list.filter(
    ({ content }) => content.severity === WORST || content.areas.length === 0 || content.areas.some((area) => known.includes(area)),
  );
}

/** The language of an alert's text, if it has one that she does not read; `null` otherwise. */
export function otherLanguage(content: Pick<Alert, "language">, reads: readonly string[]): string | null {
  return content.language !== null && reads.length > 0 && !reads.includes(content.language) ? content.language : null;
}

/** One alert by what the screens call it. */
export function alertCalled(board: Board, key: string, now: number): ShownAlert | null {
  const thing = board.things.get(idOf(key));
  return thing?.isAlert === true ? shownAlert(thing, now) : null;
}

/** All that an alert says beside how grave and how sure, which have their own marks. */
export interface Whole {
  /** What happened. */
  readonly kinds: Word;
  /** What makes it less sure than its mark says. */
  readonly stamps: readonly Word[];
  readonly body: readonly Word[][];
}

/**
 * What a screen shows of a text before anybody says yes to it: nothing that goes out may be left out here, or somebody agrees to what she
 * has not seen.
 */
export function wholeOf(content: Alert, language: string, topics: readonly Topic[]): Whole {
  return {
    kinds: content.kinds.map((kind) => word("kinds", kind)),
    stamps: [...(content.so_far ? [line("alert-so-far")] : []), ...(content.disputed ? [line("alert-disputed")] : [])],
    // Its first two lines are how grave with the kinds, and how sure with the stamps.
    body: render(content, { language, topics }).slice(2),
  };
}

/** What of a person one sees first. */
const AT_A_GLANCE = [["height", "heights"], ["age", "ages"], ["build", "builds"], ["hair", "hairs"]] as const;

/**
 * By what one would know them, for a list: the first vehicle, a plate (or else what is shown of another number), the first person's looks,
 * in short. Each part is a few words; none if nothing of it is known.
 */
export function glanceOf({ vehicles, identifiers, persons }: Pick<Alert, "vehicles" | "identifiers" | "persons">): Word[] {
  const open = identifiers.filter((one) => !isMasked(one));
  const number = open.find(({ type }) => type === "plate") ?? open[0];
  const [vehicle] = vehicles;
  const [person] = persons;
  const looks = person === undefined ? [] : AT_A_GLANCE.flatMap(([name, table]) => (person[name] === undefined ? [] : [word(table, person[name])]));
  const marks = person?.marks?.slice(0, 1).map((one) => word("person-marks", one)) ?? [];
  const seen = [...looks, ...marks].slice(0, 3);
  const gender = seen.length === 0 && person?.gender !== undefined ? [word("genders", person.gender)] : [];
  return [
    ...(vehicle === undefined ? [] : [inShort(vehicle)]),
    ...(number === undefined ? [] : [shownWords(number)]),
    ...(seen.length + gender.length === 0 ? [] : [[...seen, ...gender]]),
  ];
}

function inShort({ type, colour, make }: Vehicle): Word {
  // A make says more than that it was a vehicle of some kind.
  const what = type === undefined || type === "other" ? (make ?? word("vehicles", "other")) : word("vehicles", type);
  return colour === undefined ? what : line("vehicle-of-colour", { colour: word("colours", colour), vehicle: what });
}

/** What the version before said and this one does not, as lines to be struck out. `spoken` puts a line into words. */
export function corrected(shown: ShownAlert, language: string, topics: readonly Topic[], spoken: (line: Word) => string): string[] {
  if (shown.before === null || shown.standing === "taken-back") return [];
  const lines = (content: Alert): string[] => render(content, { language, topics }).map((parts) => parts.map(spoken).join(" · "));
  const stands = new Set(lines(shown.content));
  return lines(shown.before).filter((one) => !stands.has(one));
}

/** Why what is on screen may be less than there is: worst first. */
export type Doubt = "withheld" | "stale";

export function doubtsOf(board: Board, now: number): Doubt[] {
  return [...(board.withheld.length > 0 ? (["withheld"] as const) : []), ...(board.isFresh(now) ? [] : (["stale"] as const))];
}
