/** What a reporter may be told of the way of her report, as soon as it is sent. Pure. */

import { NUISANCE_KINDS } from "../../alerts/coded";
import { checkReport, consentOf } from "../../alerts/report";
import { BadInput, Refused } from "../../crypto/errors";
import type { ValueMap } from "../../crypto/wire";
import type { Standing } from "../mine/standing";

/** `hours`: how soon such a report is read. `asked`: nothing goes out without her yes to the text, and where she gives it. */
export type Promised = "hours" | "asked";

/** A text that she has not said yes to can only stand before these. */
const UNDECIDED: ReadonlySet<string> = new Set(["sent", "received", "claimed", "needs-info", "answered", "shown"]);

/**
 * What holds for this report; `null`: nothing does.
 *
 * The hours are those of reports that became a warning without waiting for anybody but moderators. They would mislead whoever did not
 * want that, has her report here still, or told of a mere nuisance.
 *
 * @param said What she answered, if it is kept here still.
 */
export function promised({ arrival, status }: Pick<Standing, "arrival" | "status">, kinds: readonly string[], said: ValueMap | null): Promised | null {
  if (kinds.every((kind) => NUISANCE_KINDS.has(kind))) return null;
  const consent = said === null ? undefined : consentIn(said);
  if (consent === null || consent?.share === "moderators") return null;
  if (consent?.show_first === true) return UNDECIDED.has(status) ? "asked" : null;
  return arrival === "here" || consent?.hold === true ? null : "hours";
}

/** Her consent alone: the other answers of a draft may be unfinished. */
function consentIn(said: ValueMap): ReturnType<typeof consentOf> | null {
  const { consent } = said;
  try {
    return consentOf(checkReport({ kinds: ["assault"], ...(consent === undefined ? {} : { consent }) }));
  } catch (error) {
    // Answers of a later version of this app.
    if (error instanceof BadInput || error instanceof Refused) return null;
    throw error;
  }
}
