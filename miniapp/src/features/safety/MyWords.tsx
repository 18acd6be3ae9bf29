import { useState } from "preact/hooks";
import { confirmPin, opened } from "../../app/lock";
import { fetchNow } from "../../app/news";
import { keepWords } from "../../app/returning";
import { toWords } from "../../crypto/device";
import { t } from "../../text";
import { useDevice } from "../opened";
import { Words } from "../words";
import { AskPin } from "./AskPin";
import { Done } from "./Done";

/** The recovery words, after the PIN: an unlocked phone that lies about must not give them away. */
export function MyWords({ onBack }: { readonly onBack: () => void }) {
  const [step, setStep] = useState<"pin" | "words" | "done">("pin");
  const device = opened.value;
  if (device === null) return null;
  if (step === "done") return <Kept onBack={onBack} />;
  if (step === "words") {
    return (
      <Words
        words={toWords(device.member.entropy)}
        onBack={onBack}
        onKept={async () => {
          await keepWords(device);
          setStep("done");
          void fetchNow(device);
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

/** That they open this app; and whether another phone, too, by now. */
function Kept({ onBack }: { readonly onBack: () => void }) {
  const elsewhere = useDevice()?.member.recoverable.period ?? null;
  return <Done title={t("words-title")} said={`${t("words-kept")} ${t(elsewhere === null ? "words-elsewhere-later" : "words-elsewhere")}`} onBack={onBack} />;
}
