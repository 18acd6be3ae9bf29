/** Alarms: what moderators' devices see to be wrong with an announcement, and whose word it was (protocol §3.6). The twin of `commands/alarms.py`. */

import * as announcing from "../../alerts/announcing";
import type { Moderator } from "../../alerts/moderator";
import type { Refusal } from "../../alerts/things";
import { nameOf } from "../people";

/** The names of alarms, and the end of the message that says what is wrong. */
export const ALARMS: Readonly<Record<string, string>> = { WrongGate: "gate", WrongCover: "cover", WrongDeskKey: "desk" };

export interface Alarm {
  /** The end of its messages' ids. */
  readonly what: string;
  /** Aliases of those who signed, for moderators' eyes. */
  readonly signedBy: readonly string[];
  /** Whether this person's own device is among them. */
  readonly mine: boolean;
  /** Whether right keys stand by now. */
  readonly mended: boolean;
}

/**
 * What stands now, and what was told since the app was opened.
 *
 * What is refused began no epoch: only what is valid and wrong all the same has both an alarm's name and an epoch's place.
 */
export function alarmsOf(moderator: Moderator, told: readonly Refusal[]): Alarm[] {
  const { board } = moderator;
  const epochs = new Map([...board.epochs.values()].map((epoch) => [epoch.seq, epoch]));
  const seen = new Set<string>();
  return [...told, ...board.alarmed, ...announcing.alarms(moderator)].flatMap(({ seq, error }): Alarm[] => {
    const [what, epoch] = [Object.hasOwn(ALARMS, error) ? ALARMS[error] : undefined, epochs.get(seq)];
    if (what === undefined || epoch === undefined || seen.has(`${seq} ${error}`)) return [];
    seen.add(`${seq} ${error}`);
    const signedBy = [...epoch.people].map((person) => nameOf(moderator, person)).sort();
    return [{ what, signedBy, mine: epoch.people.has(moderator.me[0]), mended: seq !== board.epoch.seq }];
  });
}
