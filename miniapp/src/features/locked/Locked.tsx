import { useEffect, useState } from "preact/hooks";
import { troubleOf } from "../../app/device";
import { unlock, waiting } from "../../app/lock";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Pin } from "../../ui/Pin";
import { StorageFull } from "../../vault/store";
import { Erase } from "./Erase";
import { Forgot } from "./Forgot";

/** The lock. It says nothing of what is behind it. */
export function Locked() {
  const [view, setView] = useState<"pin" | "forgot" | "erase">("pin");
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [wait, setWait] = useState(0);

  useEffect(() => {
    void waiting().then(setWait, () => undefined);
  }, []);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => {
      void waiting().then(setWait, () => undefined);
    }, Math.min(wait, 15) * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [wait]);

  async function open(): Promise<void> {
    if (busy || pin === "") return;
    setBusy(true);
    setFault(null);
    try {
      await unlock(pin);
    } catch (error) {
      const left = await waiting().catch(() => 0);
      setWait(left);
      setFault(left > 0 ? null : error instanceof StorageFull ? t("locked-full") : troubleOf(error));
      setPin("");
    } finally {
      setBusy(false);
    }
  }

  function back(): void {
    setView("pin");
  }

  if (view === "forgot") return <Forgot onBack={back} onErase={() => { setView("erase"); }} />;
  if (view === "erase") return <Erase onBack={back} />;
  return (
    <Page title={t("locked-title")} open>
      {wait > 0 ? (
        <Note kind="care" live>
          <p>{t("locked-wait", { count: Math.ceil(wait / 60) })}</p>
        </Note>
      ) : null}
      <Pin
        label={t("locked-pin")}
        value={pin}
        fault={fault}
        disabled={busy || wait > 0}
        done={t("locked-open")}
        onInput={(value) => {
          setFault(null);
          setPin(value);
        }}
        onDone={() => {
          void open();
        }}
      />
      <div class="busy-room">{busy ? <Busy what={t("locked-opening")} /> : null}</div>
      <div class="links">
        <button type="button" class="link" disabled={busy} onClick={() => { setView("forgot"); }}>
          {t("locked-forgot")}
        </button>
        <button type="button" class="link" disabled={busy} onClick={() => { setView("erase"); }}>
          {t("locked-erase")}
        </button>
      </div>
    </Page>
  );
}
