/** How grave and how sure, at a glance and without colour: a word, a count, and a shape for each. */

import * as coded from "../../alerts/coded";
import type { Alert } from "../../alerts/alert";
import { line, word } from "../../alerts/wording";
import { t } from "../../text";
import { say } from "../said";

interface MeterProps {
  readonly shape: "squares" | "rounds";
  readonly filled: number;
}

/** Four shapes, some of them filled. Listeners hear the words beside it. */
function Meter({ shape, filled }: MeterProps) {
  return (
    <span class={`meter ${shape}`} aria-hidden="true">
      {[1, 2, 3, 4].map((one) => (
        <span key={one} class={one <= filled ? "full" : ""} />
      ))}
    </span>
  );
}

export function Severity({ content }: { readonly content: Pick<Alert, "severity"> }) {
  const filled = coded.severityRank(content.severity) + 1;
  return (
    <p class={`severity ${filled > 2 ? "grave" : ""}`}>
      <Meter shape="squares" filled={filled} />
      <strong>{say(word("severities", content.severity))}</strong>
      <span class="heard">{t("alerts-of-four", { n: filled })}</span>
    </p>
  );
}

export function Verification({ content }: { readonly content: Pick<Alert, "verification" | "by"> }) {
  const filled = coded.VERIFICATIONS.values.indexOf(content.verification) + 1;
  return (
    <p class="verification">
      <Meter shape="rounds" filled={filled} />
      <span>{say(line(`verifications-${content.verification}`, content.by === null ? {} : { by: content.by }))}</span>
      <span class="heard">{t("alerts-of-four", { n: filled })}</span>
    </p>
  );
}
