/** Coming in beside one's other phone: its code, a PIN for this one, and six digits that are typed there. Nothing is kept before they were. */

import { useMemo, useState } from "preact/hooks";
import { back, goHome, settle } from "../../app/places";
import { awaitHandover, comeBack } from "../../app/returning";
import { newDigits } from "../../crypto/handover";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import type { Stay } from "../../vault/pin";
import { judge } from "./codes";
import { faultOfWords, type JoinFault } from "./faults";
import { CodeField, ComingStep, OtherFault, PinStep, StayStep, useDoing, useHere } from "./steps";

type Step = "code" | "stay" | "pin" | "digits" | "coming" | "in";

export function Beside() {
  const [step, setStep] = useState<Step>("code");
  const [code, setCode] = useState("");
  const [stay, setStay] = useState<Stay>(0);
  const digits = useMemo(newDigits, [step === "code"]);
  const [fault, setFault] = useState<JoinFault | null>(null);
  const doing = useDoing();
  const here = useHere();

  function look(): void {
    const judged = judge(code);
    if (judged.is === "good") {
      setCode(judged.code);
      setStep("stay");
    } else {
      setFault({ id: `join-code-${judged.is}`, values: { count: judged.count }, ofCode: true });
    }
  }

  async function come(pin: string): Promise<void> {
    setStep("digits");
    setFault(null);
    try {
      const again = await awaitHandover(code, digits, () => here.current);
      if (!here.current) return;
      if (again === null) {
        setFault({ id: "beside-late", ofCode: true });
        setStep("code");
        return;
      }
      setStep("coming");
      doing.say(t("join-reading"));
      await comeBack({ again, pin, stay }, () => here.current, doing.progress);
      setCode("");
      settle("beside");
      setStep("in");
    } catch (error) {
      setFault(faultOfWords(error, ""));
      setStep("code");
    } finally {
      doing.say(null);
    }
  }

  switch (step) {
    case "code":
      return (
        <Page
          title={t("join-other-phone")}
          open
          onBack={back}
          action={
            <Button kind="main" onClick={look}>
              {t("pin-next")}
            </Button>
          }
        >
          <p>{t("beside-how")}</p>
          <CodeField
            code={code}
            fault={fault}
            onInput={(value) => {
              setFault(null);
              setCode(value);
            }}
            onEnter={look}
          />
          <OtherFault fault={fault} />
          <p class="hint">{t("join-never-chat")}</p>
        </Page>
      );
    case "stay":
      return (
        <StayStep
          stay={stay}
          onStay={setStay}
          onBack={() => {
            setStep("code");
          }}
          onNext={() => {
            setStep("pin");
          }}
        />
      );
    case "pin":
      return (
        <PinStep
          onBack={() => {
            setStep("stay");
          }}
          onDone={(pin) => {
            void come(pin);
          }}
        />
      );
    case "digits":
      return (
        <Page title={t("beside-digits-title")} onBack={goHome} open>
          <p class="code large" dir="ltr" translate={false}>
            {`${digits.slice(0, 3)} ${digits.slice(3)}`}
          </p>
          <p>{t("beside-digits-why")}</p>
          <Busy what={t("device-waiting")} />
        </Page>
      );
    case "coming":
      return <ComingStep doing={doing} />;
    case "in":
      return (
        <Page
          title={t("beside-in-title")}
          onBack={goHome}
          action={
            <Button kind="main" onClick={goHome}>
              {t("recover-go-on")}
            </Button>
          }
        >
          <p>{t("beside-in")}</p>
          <p>{t("beside-reports")}</p>
        </Page>
      );
  }
}
