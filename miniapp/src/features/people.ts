/** Who is who, for moderators' eyes: the twin of `commands/names.py`. */

import { personId } from "../alerts/charter";
import { sameBytes } from "../alerts/keyed";
import { Moderator } from "../alerts/moderator";
import type { OpenDevice } from "../app/device";
import { language, t } from "../text";

/** The open device as a moderator's; `null` if it is not one (any more). */
export function moderatorOf(open: OpenDevice | null): Moderator | null {
  const member = open?.member;
  return member instanceof Moderator && member.moderates ? member : null;
}

/** The alias of a person; `null` if nobody here knows one. */
export function aliasOf(moderator: Pick<Moderator, "log">, person: Uint8Array | null): string | null {
  if (person === null) return null;
  return [...moderator.log.members.values()].find((one) => sameBytes(personId(one.sign), person))?.alias ?? null;
}

/** People by their names, in the order of the language on screen. */
export function byAlias<T extends { readonly alias: string }>(people: readonly T[]): T[] {
  return people.toSorted((one, other) => one.alias.localeCompare(other.alias, language.peek(), { sensitivity: "base" }));
}

/** {@link aliasOf}, or the word for somebody whom nobody here knows. */
export function nameOf(moderator: Pick<Moderator, "log">, person: Uint8Array | null): string {
  return aliasOf(moderator, person) ?? t("desk-somebody");
}
