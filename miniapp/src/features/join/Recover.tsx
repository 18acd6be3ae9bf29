/** Coming back by the 12 words, a step at a time: the words, a PIN, and then what is here and what is gone. Nothing is kept before the PIN is set. */

import { useState } from "preact/hooks";
import type { Again } from "../../alerts/session";
import { back, goHome, settle } from "../../app/places";
import { comeBack, lookUnder } from "../../app/returning";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import type { Stay } from "../../vault/pin";
import { faultOfWords, type JoinFault } from "./faults";
import { ComingStep, OtherFault, PinStep, StayStep, useDoing, useHere } from "./steps";

type Step = "words" | "stay" | "pin" | "coming" | "back";

export function Recover() {
  const [step, setStep] = useState<Step>("words");
  const [words, setWords] = useState("");
  const [again, setAgain] = useState<Again | null>(null);
  const [stay, setStay] = useState<Stay>(0);
  const [fault, setFault] = useState<JoinFault | null>(null);
  const doing = useDoing();
  const here = useHere();

  async function look(): Promise<void> {
    if (doing.what !== null) return;
    setFault(null);
    doing.say(t("recover-looking"));
    try {
      setAgain(await lookUnder(words));
      setStep("stay");
    } catch (error) {
      setFault(faultOfWords(error, words));
    } finally {
      doing.say(null);
    }
  }

  async function come(pin: string): Promise<void> {
    if (again === null) return;
    setStep("coming");
    doing.say(t("join-reading"));
    try {
      await comeBack({ again, pin, stay }, () => here.current, doing.progress);
      setWords("");
      settle("recover");
      setStep("back");
    } catch (error) {
      setFault(faultOfWords(error, words));
      setStep("words");
    } finally {
      doing.say(null);
    }
  }

  switch (step) {
    case "words":
      return (
        <Page
          title={t("recover-title")}
          open
          onBack={back}
          action={
            <Button
              kind="main"
              disabled={doing.what !== null}
              onClick={() => {
                void look();
              }}
            >
              {t("pin-next")}
            </Button>
          }
        >
          <p>{t("recover-how")}</p>
          <Field
            label={t("forgot-words")}
            value={words}
            rows={3}
            kind="plain"
            focus
            fault={fault?.ofCode === true ? t(fault.id, fault.values) : null}
            onInput={(value) => {
              setFault(null);
              setWords(value);
            }}
          />
          {doing.what === null ? null : <Busy what={doing.what} />}
          <OtherFault fault={fault} />
          <p class="hint">{t("recover-never-chat")}</p>
        </Page>
      );
    case "stay":
      return (
        <StayStep
          stay={stay}
          onStay={setStay}
          onBack={() => {
            setStep("words");
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
    case "coming":
      return <ComingStep doing={doing} />;
    case "back":
      return (
        <Page
          title={t("recover-back-title")}
          onBack={goHome}
          action={
            <Button kind="main" onClick={goHome}>
              {t("recover-go-on")}
            </Button>
          }
        >
          <p>{t("recover-back")}</p>
          <p>{t(again?.giveBack === undefined ? "recover-gone" : "recover-with-reports")}</p>
          <Note kind="care">
            <p>{t("recover-old-phone")}</p>
          </Note>
        </Page>
      );
  }
}
