/** What waits for a moderator, as home counts it beside the desk. Pure: the time is an argument. */

import * as casework from "../../alerts/casework";
import type { Moderator } from "../../alerts/moderator";
import { waitsForHer } from "../collective/proposals";

/** Reports that nobody has taken, and what others have proposed and she has not agreed to. */
export function waitsAtDesk(moderator: Moderator, now: number): number {
  return casework.cases(moderator).filter(({ state }) => state === "received").length + waitsForHer(moderator, now);
}
