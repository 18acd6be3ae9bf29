import { useState } from "preact/hooks";
import { troubleOf } from "../../app/device";
import { unlockWithWords } from "../../app/lock";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { NewPin } from "../NewPin";

interface Props {
  readonly onBack: () => void;
  readonly onErase: () => void;
}

/** The PIN is gone: the recovery words open too, and a new PIN is set. */
export function Forgot({ onBack, onErase }: Props) {
  const [words, setWords] = useState("");
  const [step, setStep] = useState<"words" | "pin" | "opening">("words");
  const [fault, setFault] = useState<string | null>(null);

  async function open(pin: string): Promise<void> {
    setStep("opening");
    try {
      await unlockWithWords(words, pin);
    } catch (error) {
      // Which of the two is wrong with them helps nobody else: they are her words, on her paper.
      const named = error instanceof Error && ["BadInput", "WrongPassphrase"].includes(error.name);
      setFault(named ? t("forgot-wrong") : troubleOf(error));
      setStep("words");
    }
  }

  function next(): void {
    if (words.trim().split(/\s+/).length === 12) setStep("pin");
    else setFault(t("forgot-twelve"));
  }

  if (step === "pin") {
    return (
      <NewPin
        open
        title={t("forgot-new-pin")}
        onBack={() => {
          setStep("words");
        }}
        onDone={(pin) => {
          void open(pin);
        }}
      />
    );
  }
  return (
    <Page
      title={t("forgot-title")}
      open
      onBack={onBack}
      action={
        <Button kind="main" disabled={step === "opening"} onClick={next}>
          {t("pin-next")}
        </Button>
      }
    >
      <p>{t("forgot-how")}</p>
      <Field
        label={t("forgot-words")}
        value={words}
        rows={3}
        kind="plain"
        fault={fault}
        onInput={(value) => {
          setFault(null);
          setWords(value);
        }}
      />
      {step === "opening" ? <Busy what={t("locked-opening")} /> : null}
      <Note>
        <p>{t("forgot-no-words")}</p>
        <button type="button" class="link" onClick={onErase}>
          {t("locked-erase")}
        </button>
      </Note>
    </Page>
  );
}
