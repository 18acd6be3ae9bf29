import { useState } from "preact/hooks";
import { useHere } from "../../app/lock";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";

/** Another tab of this browser has the app open: two at once would write over each other. */
export function Elsewhere() {
  const [state, setState] = useState<"asked" | "waiting" | "failed">("asked");

  async function take(): Promise<void> {
    setState("waiting");
    if (!(await useHere())) setState("failed");
  }

  return (
    <Page
      title={t("elsewhere-title")}
      open
      action={
        <Button
          kind="main"
          disabled={state === "waiting"}
          onClick={() => {
            void take();
          }}
        >
          {t("elsewhere-here")}
        </Button>
      }
    >
      <p>{t("elsewhere-why")}</p>
      {state === "waiting" ? <Busy what={t("elsewhere-waiting")} /> : null}
      {state === "failed" ? (
        <Note kind="trouble" live>
          <p>{t("elsewhere-failed")}</p>
        </Note>
      ) : null}
    </Page>
  );
}
