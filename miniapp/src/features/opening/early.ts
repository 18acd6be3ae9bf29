/** Which of the newest alerts that were kept may still be shown: what has ended since is left out, by this device's clock. Pure. */

import type { NewestAlert } from "../../vault/newest";
import type { ShownAlert } from "../alerts/shown";
import { keyOf } from "../keys";

/** One that stands, as far as is known. */
export type EarlyAlert = ShownAlert & { readonly standing: "stands" };

/** Newest first. Taken back ones were never kept. */
export function earlyList(kept: readonly NewestAlert[], now: number): EarlyAlert[] {
  return kept
    .filter(({ content }) => now < content.expires)
    .map(({ id, content, changed, published, versions, soFar, people }) => {
      return { key: keyOf(id), content, standing: "stands", changed, published, versions, soFar, people, reason: "", before: null };
    });
}
