/** Letting a second phone in, with this one in hand: a code here, six digits from there, and only then is anything given out. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { hasBelongings } from "../../alerts/returning";
import { troubleOf } from "../../app/device";
import { confirmPin } from "../../app/lock";
import { handOver } from "../../app/returning";
import { BadInput } from "../../crypto/errors";
import { readDigits } from "../../crypto/handover";
import { newCode, showCode } from "../../crypto/invites";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { CodePicture } from "../collective/CodePicture";
import { useDevice } from "../opened";
import { AskPin } from "./AskPin";

type Step = "told" | "pin" | "code" | "waiting" | "taken" | "late";

export function AddDevice({ onBack }: { readonly onBack: () => void }) {
  const open = useDevice();
  const [step, setStep] = useState<Step>("told");
  const code = useMemo(newCode, []);
  const [digits, setDigits] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  /** Counts up when she goes away or types other digits: what was given out before is then taken back. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current++;
    },
    [],
  );
  if (open === null) return null;

  async function give(): Promise<void> {
    if (open === null || step === "waiting") return;
    setFault(null);
    let number: number;
    try {
      number = readDigits(digits);
    } catch (error) {
      setFault(error instanceof BadInput ? t("device-digits-wrong") : troubleOf(error));
      return;
    }
    setStep("waiting");
    const mine = ++turn.current;
    const wanted = () => turn.current === mine;
    try {
      const taken = await handOver(open, code, number, wanted);
      if (taken || wanted()) setStep(taken ? "taken" : "late");
    } catch (error) {
      if (!wanted()) return;
      setFault(troubleOf(error));
      setStep("code");
    }
  }

  switch (step) {
    case "told":
      return (
        <Page
          title={t("device-title")}
          onBack={onBack}
          action={
            <Button
              kind="main"
              disabled={!hasBelongings(open.member)}
              onClick={() => {
                setStep("pin");
              }}
            >
              {t("device-show")}
            </Button>
          }
        >
          <p>{t("device-why")}</p>
          <p>{t("device-stay")}</p>
          <Note kind="care">
            <p>{t(hasBelongings(open.member) ? "device-alone" : "device-not-yet")}</p>
          </Note>
        </Page>
      );
    case "pin":
      return (
        <AskPin
          title={t("device-title")}
          why={t("device-pin-why")}
          onBack={onBack}
          onPin={async (pin) => {
            if (await confirmPin(pin)) setStep("code");
          }}
        />
      );
    case "code":
    case "waiting":
      return (
        <Page
          title={t("device-code-title")}
          onBack={onBack}
          action={
            <Button
              kind="main"
              disabled={step === "waiting"}
              onClick={() => {
                void give();
              }}
            >
              {t("device-give")}
            </Button>
          }
        >
          <p class="code large" dir="ltr" translate={false}>
            {showCode(code)}
          </p>
          <CodePicture code={showCode(code)} />
          <p>{t("device-code-how")}</p>
          <Field
            label={t("device-digits")}
            hint={t("device-digits-hint")}
            value={digits}
            kind="plain"
            keys="numeric"
            fault={fault}
            onInput={(value) => {
              setFault(null);
              setDigits(value);
              if (step === "waiting") {
                turn.current++;
                setStep("code");
              }
            }}
            onEnter={() => {
              void give();
            }}
          />
          {step === "waiting" ? <Busy what={t("device-waiting")} /> : null}
        </Page>
      );
    case "taken":
    case "late":
      return (
        <Page
          title={t("device-title")}
          onBack={onBack}
          action={
            <Button kind="main" onClick={onBack}>
              {t("safety-done")}
            </Button>
          }
        >
          <Note live kind={step === "taken" ? "calm" : "trouble"}>
            <p>{t(step === "taken" ? "device-taken" : "device-late")}</p>
          </Note>
          {step === "late" ? null : (
            <>
              <p>{t("device-stay")}</p>
              <Note kind="care">
                <p>{t("device-not-yours")}</p>
              </Note>
            </>
          )}
        </Page>
      );
  }
}
