/** What is begun and not sent, told from what the device keeps: for Home, which is on screen first and loads nothing of the report. */

import * as wire from "../../crypto/wire";
import type { Value } from "../../crypto/wire";

/** Under this name all drafts of reports are kept. */
export const DRAFTS = "reports";

export interface Begun {
  /** The newest of them, as the screens call it. */
  readonly newest: string;
  readonly count: number;
  /** Whether all of them were sent once, and something was added since. */
  readonly added: boolean;
}

/** Reports that are begun, or else those to which something was added that is not sent; `null` if there are none. */
export function begunOf(kept: Value): Begun | null {
  const drafts = (Array.isArray(kept) ? kept : []).filter((one) => wire.isMap(one)).filter((one) => typeof one["name"] === "string");
  const begun = drafts.filter((one) => one["sentAs"] === null);
  const some = begun.length > 0 ? begun : drafts.filter((one) => one["unsent"] === true);
  const [newest] = some.toSorted((a, b) => Number(b["began"]) - Number(a["began"]));
  const name = newest?.["name"];
  return typeof name !== "string" ? null : { newest: name, count: some.length, added: begun.length === 0 };
}
