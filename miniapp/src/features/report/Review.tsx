import { BadInput } from "../../crypto/errors";
import type { OpenDevice } from "../../app/device";
import { t } from "../../text";
import { Note } from "../../ui/Note";
import { say } from "../said";
import { type Draft, fieldsOf } from "./drafts";
import { readingOf } from "./kept";
import { type Said, linesOf } from "./lines";
import { OfferedNumbers, Unsent } from "./Offered";

interface Props {
  readonly open: OpenDevice;
  readonly draft: Draft;
  readonly keep: (draft: Draft) => void;
  readonly onStep: (step: string) => void;
}

/** All she said, once more, before it is sent. Each answer leads back to its question. */
export function Review({ open, draft, keep, onStep }: Props) {
  const lines = linesOrNull(open, draft);
  if (lines === null) {
    return (
      <Note kind="trouble" live>
        <p>{t("report-too-much")}</p>
      </Note>
    );
  }
  return (
    <>
      <p>{t("report-review-hint")}</p>
      <SaidLines
        lines={lines}
        onPress={(line) => {
          const step = line.label.slice("report-".length);
          onStep(step === "people" ? "persons" : step);
        }}
      />
      <Unsent quoted draft={draft} reading={readingOf(open)} keep={keep} />
      <OfferedNumbers draft={draft} reading={readingOf(open)} keep={keep} />
    </>
  );
}

function linesOrNull(open: OpenDevice, draft: Draft): Said[] | null {
  try {
    return linesOf(fieldsOf(draft, readingOf(open)));
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** A report in words. */
export function SaidLines({ lines, onPress }: { readonly lines: readonly Said[]; readonly onPress?: (line: Said) => void }) {
  return (
    <dl class="said">
      {lines.map((line, at) => (
        <div key={at}>
          <dt>
            {t(line.label)}
            {onPress === undefined ? null : (
              <button
                type="button"
                class="bar-button"
                onClick={() => {
                  onPress(line);
                }}
              >
                {t("report-change")}
                <span class="heard"> {t(line.label)}</span>
              </button>
            )}
          </dt>
          <dd dir="auto" class={line.own === undefined ? "" : "free"}>
            {line.own ?? say(line.answer)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

