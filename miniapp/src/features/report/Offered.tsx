/** What she wrote that would be of less use, or not be sent, as it stands: offered, and never moved by itself. */

import type { ValueMap } from "../../crypto/wire";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { type Draft, type Reading, intoWords, offeredOf, saysMore, withIdentifier } from "./drafts";
import { shownIdentifier } from "./lines";

interface Props {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly keep: (draft: Draft) => void;
}

/** Numbers that stand in her words alone, where only moderators find them: one tap makes them numbers of the report. */
export function OfferedNumbers({ draft, reading, keep }: Props) {
  return (
    <Offered
      found={offeredOf(draft, reading)}
      onAdd={(one) => {
        keep(withIdentifier(draft, one));
      }}
    />
  );
}

/** Some numbers that were found in words, each to be added by one tap. */
export function Offered({ found, onAdd }: { readonly found: readonly ValueMap[]; readonly onAdd: (one: ValueMap) => void }) {
  if (found.length === 0) return null;
  return (
    <section aria-live="polite">
      <h2>{t("identifiers-in-text")}</h2>
      <p class="hint">{t("identifiers-in-text-why")}</p>
      {found.map((one) => (
        <Button
          key={shownIdentifier(one)}
          onClick={() => {
            onAdd(one);
          }}
        >
          {t("identifiers-take-in", { value: shownIdentifier(one) })}
        </Button>
      ))}
    </section>
  );
}

/** From the field for numbers only numbers are sent: the rest of what she put there is shown, and can go among her words. */
export function Unsent({ draft, reading, keep, quoted = false }: Props & { readonly quoted?: boolean }) {
  if (draft.pasted.trim() === "" || !saysMore(draft, reading)) return null;
  const moved = intoWords(draft, reading);
  return (
    <Note kind="care">
      <p>{t("identifiers-rest")}</p>
      {quoted ? (
        <p class="free" dir="auto">
          {draft.pasted}
        </p>
      ) : null}
      {moved === null ? null : (
        <Button
          hint={t("identifiers-rest-keep-hint")}
          onClick={() => {
            keep(moved);
          }}
        >
          {t("identifiers-rest-keep")}
        </Button>
      )}
    </Note>
  );
}
