import { useState } from "preact/hooks";
import { confirmPin, opened, openDoor } from "../../app/lock";
import { toWords } from "../../crypto/device";
import { t } from "../../text";
import { Words } from "../words";
import { AskPin } from "./AskPin";
import { Done } from "./Done";

/** The recovery words, after the PIN: an unlocked phone that lies about must not give them away. */
export function MyWords({ onBack }: { readonly onBack: () => void }) {
  const [step, setStep] = useState<"pin" | "words" | "done">("pin");
  const device = opened.value;
  if (device === null) return null;
  if (step === "done") return <Done title={t("words-title")} said={t("words-kept")} onBack={onBack} />;
  if (step === "words") {
    return (
      <Words
        words={toWords(device.member.entropy)}
        onBack={onBack}
        onKept={async () => {
          await openDoor()?.rememberWords(device.member.entropy);
          await device.set({ words: true });
          setStep("done");
        }}
      />
    );
  }
  return (
    <AskPin
      title={t("words-title")}
      why={t("words-pin-why")}
      onBack={onBack}
      onPin={async (pin) => {
        if (await confirmPin(pin)) setStep("words");
      }}
    />
  );
}
