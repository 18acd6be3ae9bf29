/** Coming in, a step at a time: a code, a name, a PIN; then the recovery words, areas and languages. Nothing is kept before the PIN is set. */

import { useState } from "preact/hooks";
import { troubleOf } from "../../app/device";
import { comeIn, lookAt } from "../../app/joining";
import { opened, phase } from "../../app/lock";
import { back, go, goHome, settle } from "../../app/places";
import { keepWords } from "../../app/returning";
import { toWords } from "../../crypto/device";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Page } from "../../ui/Page";
import type { Stay } from "../../vault/pin";
import { Prefer, preferred } from "../Prefer";
import { Words } from "../words";
import { LONGEST_ALIAS, suggested } from "./aliases";
import { judge } from "./codes";
import { type JoinFault, faultOf } from "./faults";
import { CodeField, ComingStep, OtherFault, PinStep, StayStep, useDoing, useHere } from "./steps";

type Step = "code" | "asked" | "name" | "stay" | "pin" | "coming" | "words" | "prefer";

export function Join() {
  const [step, setStep] = useState<Step>("code");
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState(false);
  const [willing, setWilling] = useState(false);
  const [alias, setAlias] = useState(suggested);
  const [stay, setStay] = useState<Stay>(0);
  const [fault, setFault] = useState<JoinFault | null>(null);
  const doing = useDoing();
  const [chosen, setChosen] = useState(preferred);
  const here = useHere();

  async function look(): Promise<void> {
    if (doing.what !== null) return;
    const judged = judge(code);
    if (judged.is !== "good") {
      setFault({ id: `join-code-${judged.is}`, values: { count: judged.count }, ofCode: true });
      return;
    }
    doing.say(t("join-looking"));
    try {
      const looked = await lookAt(judged.code);
      if (looked === null) {
        setFault({ id: "join-code-gone", ofCode: true });
      } else {
        setAsked(looked.moderator);
        setCode(judged.code);
        setStep(looked.moderator ? "asked" : "name");
      }
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      doing.say(null);
    }
  }

  async function come(pin: string): Promise<void> {
    setStep("coming");
    setFault(null);
    doing.say(t("join-reading"));
    try {
      await comeIn({ code, alias: alias.trim() || suggested(), pin, stay, willing: asked && willing }, () => here.current, doing.progress);
      setCode("");
      // Nothing of the way in is left to go back to; and who moderates does not go on without her words.
      settle("join");
      setStep("words");
    } catch (error) {
      setFault(faultOf(error));
      setStep("code");
    } finally {
      doing.say(null);
    }
  }

  async function finish(): Promise<void> {
    // What she prefers can be chosen again; that it could not be kept must not keep her out.
    await opened.peek()?.set({ ...chosen, willing: asked && willing }).catch((error: unknown) => troubleOf(error));
    goHome();
  }

  switch (step) {
    case "code":
      return (
        <Page
          title={t("join-title")}
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
          <CodeField
            code={code}
            fault={fault}
            onInput={(value) => {
              setFault(null);
              setCode(value);
            }}
            onEnter={() => {
              void look();
            }}
          />
          {doing.what === null ? null : <Busy what={doing.what} />}
          <OtherFault fault={fault} />
          <p class="hint">{t("join-never-chat")}</p>
          <div class="links">
          <button type="button" class="link" onClick={() => { go("recover"); }}>
            {t("join-have-words")}
          </button>
          <button type="button" class="link" onClick={() => { go("beside"); }}>
            {t("join-other-phone")}
          </button>
          </div>
        </Page>
      );
    case "asked": {
      const answer = (yes: boolean) => () => {
        setWilling(yes);
        setStep("name");
      };
      return (
        <Page
          title={t("join-asked-title")}
          open
          onBack={() => {
            setStep("code");
          }}
        >
          <p>{t("join-asked")}</p>
          <Button hint={t("join-asked-yes-hint")} onClick={answer(true)}>
            {t("join-asked-yes")}
          </Button>
          <Button hint={t("join-asked-no-hint")} onClick={answer(false)}>
            {t("join-asked-no")}
          </Button>
        </Page>
      );
    }
    case "name":
      return (
        <Page
          title={t("join-name-title")}
          open
          onBack={() => {
            setStep(asked ? "asked" : "code");
          }}
          action={
            <Button
              kind="main"
              onClick={() => {
                setStep("stay");
              }}
            >
              {t("pin-next")}
            </Button>
          }
        >
          <Field label={t("join-name")} hint={t("join-name-hint")} value={alias} limit={LONGEST_ALIAS} onInput={setAlias} onEnter={() => { setStep("stay"); }} />
          <button type="button" class="link" onClick={() => { setAlias(suggested()); }}>
            {t("join-name-other")}
          </button>
        </Page>
      );
    case "stay":
      return (
        <StayStep
          stay={stay}
          onStay={setStay}
          onBack={() => {
            setStep("name");
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
    case "words": {
      const device = opened.value;
      if (device === null || phase.value !== "open") return null;
      const skip = () => {
        setStep("prefer");
      };
      return (
        <Words
          words={toWords(device.member.entropy)}
          onKept={async () => {
            await keepWords(device);
            setStep("prefer");
          }}
          {...(asked && willing ? {} : { onSkip: skip, onBack: goHome })}
        />
      );
    }
    case "prefer":
      return (
        <Page
          title={t("prefer-title")}
          onBack={goHome}
          action={
            <Button
              kind="main"
              onClick={() => {
                void finish();
              }}
            >
              {t("join-done")}
            </Button>
          }
        >
          <Prefer value={chosen} onChange={setChosen} />
        </Page>
      );
  }
}
