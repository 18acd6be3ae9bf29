import { useEffect, useState } from "preact/hooks";
import { troubleOf } from "../../app/device";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";

interface Shown {
  readonly number: number;
  readonly words: string;
  readonly digits: string;
}

/** Six words that two phones show alike if both were told the same. */
export function Compare({ onBack }: { readonly onBack: () => void }) {
  const member = useDevice()?.member ?? null;
  const [shown, setShown] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const epoch = member?.board.epoch.number;
  useEffect(() => {
    let wanted = true;
    member?.safetyWords().then(
      ([number, words, digits]) => {
        if (wanted) setShown({ number, words, digits });
      },
      (error: unknown) => {
        if (wanted) setTrouble(troubleOf(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [member, epoch]);
  return (
    <Page title={t("compare-title")} onBack={onBack}>
      <p>{t("compare-how")}</p>
      {shown === null ? (
        trouble === null ? <Busy what={t("compare-making")} /> : <Note kind="trouble" live><p>{trouble}</p></Note>
      ) : (
        <div class="card compare">
          <p class="hint">{t("compare-number", { number: String(shown.number) })}</p>
          <p class="spoken" lang="en" dir="ltr" translate={false}>
            {shown.words}
          </p>
          <p class="spoken" dir="ltr" translate={false}>
            {shown.digits}
          </p>
        </div>
      )}
      <p>{t("compare-same")}</p>
      <Note kind="care">
        <p>{t("compare-different")}</p>
      </Note>
    </Page>
  );
}
