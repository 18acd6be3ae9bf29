/** The twelve recovery words: shown when nobody looks, and three of them asked back. */

import { useMemo, useState } from "preact/hooks";
import { t } from "../text";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Note } from "../ui/Note";
import { Page } from "../ui/Page";

interface Props {
  /** The words, with spaces between. */
  readonly words: string;
  /** Called when three were given back; what it does is waited for. */
  readonly onKept: () => Promise<void>;
  /** For whom they are not compulsory. */
  readonly onSkip?: () => void;
  readonly onBack?: () => void;
}

/** How many are asked back. */
const ASKED = 3;

/** Different places, in order, by chance. */
export function placesOf(count: number, among: number, dice: (below: number) => number = random): number[] {
  const left = Array.from({ length: among }, (_, place) => place);
  return Array.from({ length: count }, () => left.splice(dice(left.length), 1)[0] ?? 0).sort((a, b) => a - b);
}

function random(below: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below;
}

export function Words({ words, onKept, onSkip, onBack }: Props) {
  const [step, setStep] = useState<"alone" | "shown" | "asked" | "keeping">("alone");
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [fault, setFault] = useState(false);
  const all = words.split(" ");
  const places = useMemo(() => placesOf(ASKED, all.length), [words]);
  const skip = onSkip === undefined ? null : <Button onClick={onSkip}>{t("words-later")}</Button>;
  const back = onBack === undefined ? {} : { onBack };

  function check(): void {
    if (places.some((place, at) => answers[at]?.trim().toLowerCase() !== all[place])) {
      setFault(true);
      return;
    }
    setStep("keeping");
    onKept().catch(() => {
      setStep("asked");
    });
  }

  if (step === "alone") {
    return (
      <Page
        title={t("words-title")}
        {...back}
        action={
          <>
            <Button
              kind="main"
              onClick={() => {
                setStep("shown");
              }}
            >
              {t("words-show")}
            </Button>
            {skip}
          </>
        }
      >
        <p>{t("words-why")}</p>
        <Note kind="care">
          <p>{t("words-paper")}</p>
          <p>{t("words-alone")}</p>
        </Note>
      </Page>
    );
  }
  if (step === "shown") {
    return (
      <Page
        title={t("words-title")}
        {...back}
        action={
          <Button
            kind="main"
            onClick={() => {
              setStep("asked");
            }}
          >
            {t("words-written")}
          </Button>
        }
      >
        <ol class="words" lang="en" dir="ltr" translate={false}>
          {all.map((word, at) => (
            <li key={at}>{word}</li>
          ))}
        </ol>
        <p class="hint">{t("words-paper")}</p>
      </Page>
    );
  }
  return (
    <Page
      title={t("words-asked")}
      onBack={() => {
        setFault(false);
        setStep("shown");
      }}
      action={
        <Button kind="main" disabled={step === "keeping"} onClick={check}>
          {t("words-check")}
        </Button>
      }
    >
      {fault ? (
        <Note kind="trouble" live>
          <p>{t("words-wrong")}</p>
        </Note>
      ) : null}
      {places.map((place, at) => (
        <Field
          key={place}
          label={t("words-number", { number: place + 1 })}
          value={answers[at] ?? ""}
          kind="plain"
          onInput={(value) => {
            setFault(false);
            setAnswers(places.map((_, other) => (other === at ? value : (answers[other] ?? ""))));
          }}
          onEnter={check}
        />
      ))}
      {step === "keeping" ? <Busy what={t("words-keeping")} /> : null}
    </Page>
  );
}
