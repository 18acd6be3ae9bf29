import { useEffect, useState } from "preact/hooks";
import type { OpenDevice } from "../../app/device";
import { go } from "../../app/places";
import { t } from "../../text";
import { type Begun, DRAFTS, begunOf } from "../report/begun";

/** One quiet row for what she has begun and not sent: it would be found under My reports only, and she believes it sent. Nothing of it is said. */
export function BegunReport({ open }: { readonly open: OpenDevice }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    let wanted = true;
    open.draft.get(DRAFTS).then(
      (kept) => {
        if (wanted) setBegun(begunOf(kept));
      },
      // My reports says what is wrong with it.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [open]);
  if (begun === null) return null;
  const { newest, count, added } = begun;
  return (
    <button
      type="button"
      class="row"
      onClick={() => {
        if (count === 1) go("report", newest);
        else go("mine");
      }}
    >
      <span>{added ? t("mine-added-not-sent") : t("home-begun", { count })}</span>
    </button>
  );
}
