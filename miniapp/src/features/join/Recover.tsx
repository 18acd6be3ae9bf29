/** Coming back by the 12 words, a step at a time: the words, a PIN, and then what is here and what is gone. Nothing is kept before the PIN is set. */

import { useEffect, useRef, useState } from "preact/hooks";
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
import { NewPin } from "../NewPin";
import { StayOpen } from "../StayOpen";
import { faultOfWords, type JoinFault } from "./faults";

type Step = "words" | "stay" | "pin" | "coming" | "back";

export function Recover() {
  const [step, setStep] = useState<Step>("words");
  const [words, setWords] = useState("");
  const [again, setAgain] = useState<Again | null>(null);
  const [stay, setStay] = useState<Stay>(0);
  const [fault, setFault] = useState<JoinFault | null>(null);
  const [working, setWorking] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );

  async function look(): Promise<void> {
    if (working !== null) return;
    setFault(null);
    setWorking(t("recover-looking"));
    try {
      setAgain(await lookUnder(words));
      setStep("stay");
    } catch (error) {
      setFault(faultOfWords(error, words));
    } finally {
      setWorking(null);
    }
  }

  async function come(pin: string): Promise<void> {
    if (again === null) return;
    setStep("coming");
    setWorking(t("join-reading"));
    try {
      await comeBack({ again, pin, stay }, () => here.current, (_, done, of) => {
        setWorking(done < of ? t("join-checking", { count: of }) : t("join-locking"));
      });
      setWords("");
      settle("recover");
      setStep("back");
    } catch (error) {
      setFault(faultOfWords(error, words));
      setStep("words");
    } finally {
      setWorking(null);
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
              disabled={working !== null}
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
          {working === null ? null : <Busy what={working} />}
          {fault === null || fault.ofCode ? null : (
            <Note kind="trouble" live>
              <p>{t(fault.id, fault.values)}</p>
            </Note>
          )}
          <p class="hint">{t("recover-never-chat")}</p>
        </Page>
      );
    case "stay":
      return (
        <Page
          title={t("stay-title")}
          open
          onBack={() => {
            setStep("words");
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
    case "coming":
      return (
        <Page title={t("join-coming")} onBack={goHome} open>
          <Busy what={working ?? t("join-reading")} />
          <p class="hint">{t("join-coming-hint")}</p>
        </Page>
      );
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
