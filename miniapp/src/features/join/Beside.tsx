/** Coming in beside one's other phone: its code, a PIN for this one, and six digits that are typed there. Nothing is kept before they were. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { back, goHome, settle } from "../../app/places";
import { awaitHandover, comeBack } from "../../app/returning";
import { newDigits } from "../../crypto/handover";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import type { Stay } from "../../vault/pin";
import { NewPin } from "../NewPin";
import { StayOpen } from "../StayOpen";
import { counted, judge } from "./codes";
import { faultOfWords, type JoinFault } from "./faults";

type Step = "code" | "stay" | "pin" | "digits" | "coming" | "in";

export function Beside() {
  const [step, setStep] = useState<Step>("code");
  const [code, setCode] = useState("");
  const [stay, setStay] = useState<Stay>(0);
  const digits = useMemo(newDigits, [step === "code"]);
  const [fault, setFault] = useState<JoinFault | null>(null);
  const [working, setWorking] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );

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
      setWorking(t("join-reading"));
      await comeBack({ again, pin, stay }, () => here.current, (_, done, of) => {
        setWorking(done < of ? t("join-checking", { count: of }) : t("join-locking"));
      });
      setCode("");
      settle("beside");
      setStep("in");
    } catch (error) {
      setFault(faultOfWords(error, ""));
      setStep("code");
    } finally {
      setWorking(null);
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
          <Field
            label={t("join-code")}
            hint={t("join-code-hint", { count: counted(code) })}
            value={code}
            kind="plain"
            focus
            fault={fault?.ofCode === true ? t(fault.id, fault.values) : null}
            onInput={(value) => {
              setFault(null);
              setCode(value);
            }}
            onEnter={look}
          />
          {fault === null || fault.ofCode ? null : (
            <Note kind="trouble" live>
              <p>{t(fault.id, fault.values)}</p>
            </Note>
          )}
          <p class="hint">{t("join-never-chat")}</p>
        </Page>
      );
    case "stay":
      return (
        <Page
          title={t("stay-title")}
          open
          onBack={() => {
            setStep("code");
          }}
          action={
            <Button
              kind="main"
              onClick={() => {
                setStep("pin");
              }}
            >
              {t("pin-next")}
            </Button>
          }
        >
          <p>{t("stay-why")}</p>
          <StayOpen quiet value={stay} onChange={setStay} />
        </Page>
      );
    case "pin":
      return (
        <NewPin
          open
          title={t("join-pin-title")}
          onBack={() => {
            setStep("stay");
          }}
          onDone={(pin) => {
            void come(pin);
          }}
        >
          <p class="hint">{t("join-pin-why")}</p>
        </NewPin>
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
      return (
        <Page title={t("join-coming")} onBack={goHome} open>
          <Busy what={working ?? t("join-reading")} />
          <p class="hint">{t("join-coming-hint")}</p>
        </Page>
      );
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
