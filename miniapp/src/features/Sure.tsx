/** A step that cannot be taken back, or concerns others: it says what it does, and asks once. */

import type { ComponentChildren } from "preact";
import { t } from "../text";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";

interface Props {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly label: string;
  /** Said under the label, smaller. */
  readonly hint?: string;
  /** What it does. */
  readonly what: string;
  /** More that is asked, such as a reason. */
  readonly children?: ComponentChildren;
  readonly sure: string;
  readonly onSure: () => void;
  /** Whether it can be taken back: then it is no grave matter. */
  readonly mild?: boolean;
  readonly busy?: boolean;
}

export function Sure({ open, onToggle, label, hint, what, children, sure, onSure, mild = false, busy = false }: Props) {
  return (
    <>
      <Button onClick={onToggle} {...(hint === undefined ? {} : { hint })}>
        {label}
      </Button>
      {open ? (
        <Note kind="care" live>
          <p>{what}</p>
          {children}
          <Button kind={mild ? "main" : "grave"} disabled={busy} onClick={onSure}>
            {sure}
          </Button>
          <Button onClick={onToggle}>{t("collective-cancel")}</Button>
        </Note>
      ) : null}
    </>
  );
}
