/** Changing the PIN, and the PIN that erases. Each is asked for new first, then the present one says that it is her. */

import { useState } from "preact/hooks";
import { changePin, setDuress } from "../../app/lock";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { NewPin } from "../NewPin";
import { AskPin } from "./AskPin";
import { Done } from "./Done";

export function ChangePin({ onBack }: { readonly onBack: () => void }) {
  const [next, setNext] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  if (done) return <Done title={t("safety-change")} said={t("safety-changed")} onBack={onBack} />;
  if (next === null) return <NewPin title={t("safety-change")} onBack={onBack} onDone={setNext} />;
  return (
    <AskPin
      title={t("safety-old-pin")}
      why={t("safety-old-pin-why")}
      onBack={() => {
        setNext(null);
      }}
      onPin={async (pin) => {
        if (await changePin(pin, next)) setDone(true);
      }}
    />
  );
}

type DuressStep = { readonly is: "told" | "new" | "off" } | { readonly is: "sure"; readonly pin: string } | { readonly is: "done"; readonly said: string };

export function Duress({ onBack }: { readonly onBack: () => void }) {
  const [step, setStep] = useState<DuressStep>({ is: "told" });
  const told = () => {
    setStep({ is: "told" });
  };
  switch (step.is) {
    case "told":
      return (
        <Page
          title={t("duress-title")}
          onBack={onBack}
          action={
            <>
              <Button
                kind="main"
                onClick={() => {
                  setStep({ is: "new" });
                }}
              >
                {t("duress-set")}
              </Button>
              <Button
                onClick={() => {
                  setStep({ is: "off" });
                }}
              >
                {t("duress-off")}
              </Button>
            </>
          }
        >
          <p>{t("duress-what")}</p>
          <Note kind="care">
            <p>{t("duress-gone")}</p>
            <p>{t("duress-not-hidden")}</p>
          </Note>
          <p class="hint">{t("duress-unknown")}</p>
        </Page>
      );
    case "new":
      return (
        <NewPin
          title={t("duress-new")}
          onBack={told}
          onDone={(pin) => {
            setStep({ is: "sure", pin });
          }}
        >
          <p class="hint">{t("duress-different")}</p>
        </NewPin>
      );
    case "sure":
    case "off":
      return (
        <AskPin
          title={t("safety-old-pin")}
          why={t(step.is === "sure" ? "duress-sure-why" : "duress-off-why")}
          onBack={told}
          onPin={async (pin) => {
            if (await setDuress(pin, step.is === "sure" ? step.pin : null)) {
              setStep({ is: "done", said: t(step.is === "sure" ? "duress-is-on" : "duress-is-off") });
            }
          }}
        />
      );
    case "done":
      return <Done title={t("duress-title")} said={step.said} onBack={onBack} />;
  }
}
