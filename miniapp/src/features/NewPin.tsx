import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../text";
import { Page } from "../ui/Page";
import { Pin } from "../ui/Pin";
import { pinFault } from "./pins";

interface Props {
  readonly title: string;
  readonly onDone: (pin: string) => void;
  readonly onBack: () => void;
  /** Said above the field, the first time. */
  readonly children?: ComponentChildren;
  /** Before there is anything to hide. */
  readonly open?: boolean;
}

/** A new PIN, twice. */
export function NewPin({ title, onDone, onBack, children, open = false }: Props) {
  const [first, setFirst] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);

  function done(): void {
    if (first === null) {
      const found = pinFault(typed);
      if (found === null) setFirst(typed);
      setFault(found === null ? null : t(`pin-fault-${found}`));
      if (found === null) setTyped("");
    } else if (typed === first) {
      onDone(typed);
    } else {
      setFirst(null);
      setTyped("");
      setFault(t("pin-not-alike"));
    }
  }

  function back(): void {
    if (first === null) {
      onBack();
      return;
    }
    setFirst(null);
    setTyped("");
  }

  return (
    <Page title={first === null ? title : t("pin-again")} open={open} onBack={back}>
      {first === null ? children : null}
      <Pin
        // Another field, not the same one anew: whoever hears the screen is told that it is.
        key={first === null ? "new" : "same"}
        label={t(first === null ? "pin-new" : "pin-same")}
        hint={t(first === null ? "pin-rule" : "pin-again-why")}
        value={typed}
        fault={fault}
        done={t("pin-next")}
        onInput={(value) => {
          setFault(null);
          setTyped(value);
        }}
        onDone={done}
      />
    </Page>
  );
}
