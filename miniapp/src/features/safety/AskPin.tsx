import { useState } from "preact/hooks";
import { BadInput, NotAllowed } from "../../crypto/errors";
import { troubleOf } from "../../app/device";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Page } from "../../ui/Page";
import { Pin } from "../../ui/Pin";

interface Props {
  readonly title: string;
  readonly why: string;
  readonly onBack: () => void;
  /** What the PIN is for; what it throws is shown. */
  readonly onPin: (pin: string) => Promise<unknown>;
}

/** The PIN once more, before something that matters. */
export function AskPin({ title, why, onBack, onPin }: Props) {
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function done(): Promise<void> {
    if (busy || pin === "") return;
    setBusy(true);
    setFault(null);
    try {
      await onPin(pin);
    } catch (error) {
      if (error instanceof NotAllowed) setFault(t("safety-wait"));
      else setFault(error instanceof BadInput ? t("safety-other-pin") : troubleOf(error));
      setPin("");
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title={title} onBack={onBack}>
      <p>{why}</p>
      <Pin
        label={t("safety-pin-now")}
        value={pin}
        fault={fault}
        disabled={busy}
        done={t("pin-next")}
        onInput={(value) => {
          setFault(null);
          setPin(value);
        }}
        onDone={() => {
          void done();
        }}
      />
      <div class="busy-room">{busy ? <Busy what={t("locked-opening")} /> : null}</div>
    </Page>
  );
}
