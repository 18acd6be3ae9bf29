import { useState } from "preact/hooks";
import { troubleOf } from "../../app/device";
import { eraseAll, phase } from "../../app/lock";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";

/** Wiping everything here, in two steps; what it does and what it does not. */
export function Erase({ onBack }: { readonly onBack: () => void }) {
  const [step, setStep] = useState<"told" | "sure" | "erasing">("told");
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = phase.value !== "open";

  async function erase(): Promise<void> {
    setStep("erasing");
    try {
      await eraseAll();
    } catch (error) {
      setTrouble(troubleOf(error));
      setStep("told");
    }
  }

  if (step === "told") {
    return (
      <Page
        title={t("erase-title")}
        open={open}
        onBack={onBack}
        action={
          <Button
            kind="grave"
            onClick={() => {
              setStep("sure");
            }}
          >
            {t("erase-next")}
          </Button>
        }
      >
        {trouble === null ? null : (
          <Note kind="trouble" live>
            <p>{trouble}</p>
          </Note>
        )}
        <h2>{t("erase-does-title")}</h2>
        <p>{t("erase-does")}</p>
        <h2>{t("erase-does-not-title")}</h2>
        <ul>
          <li>{t("erase-not-sent")}</li>
          <li>{t("erase-not-membership")}</li>
          <li>{t("erase-not-telegram")}</li>
          <li>{t("erase-not-copies")}</li>
        </ul>
      </Page>
    );
  }
  return (
    <Page
      title={t("erase-sure")}
      open={open}
      onBack={onBack}
      action={
        <>
          <Button
            kind="grave"
            disabled={step === "erasing"}
            onClick={() => {
              void erase();
            }}
          >
            {t("erase-now")}
          </Button>
          <Button disabled={step === "erasing"} onClick={onBack}>
            {t("erase-keep")}
          </Button>
        </>
      }
    >
      <p>{t("erase-for-good")}</p>
      {step === "erasing" ? <Busy what={t("erase-erasing")} /> : null}
    </Page>
  );
}
