import { word } from "../../alerts/wording";
import { t } from "../../text";
import { capital, say } from "../said";
import type { Draft } from "./drafts";
import { kindsOf } from "./steps";

/** How a draft is called in a list: by its kinds. */
export function nameOfDraft(draft: Draft): string {
  const kinds = kindsOf(draft.answers);
  return kinds.length === 0 ? t("report-no-kind-yet") : capital(say(kinds.map((kind) => word("kinds", kind))));
}
