import { useState } from "preact/hooks";
import { memberPing } from "../../crypto/epochs";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { botIn, linkTo, shownCode } from "./pinging";

/** Being told in Telegram that something is new. What bot that is, this phone does not know. */
export function Pings({ onBack }: { readonly onBack: () => void }) {
  const member = useDevice()?.member ?? null;
  const [bot, setBot] = useState("");
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  if (member === null) return null;
  const { epoch } = member.board;
  const code = shownCode(memberPing(epoch.secret, member.collective, epoch.number).reveal());
  const name = botIn(bot);
  const text = name === null ? `/start ${code}` : linkTo(name, code);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  }
  return (
    <Page
      title={t("pings-title")}
      onBack={onBack}
      action={
        <Button
          kind="main"
          onClick={() => {
            void copy();
          }}
        >
          {t(copied === "yes" ? "pings-copied" : "pings-copy")}
        </Button>
      }
    >
      <p>{t("pings-what")}</p>
      <Note kind="care">
        <p>{t("pings-knows")}</p>
      </Note>
      <Field
        label={t("pings-bot")}
        hint={t("pings-bot-hint")}
        value={bot}
        kind="plain"
        fault={bot.trim() !== "" && name === null ? t("pings-bot-wrong") : null}
        onInput={(value) => {
          setCopied("no");
          setBot(value);
        }}
      />
      <p>{t(name === null ? "pings-how" : "pings-how-link")}</p>
      <p class="spoken code" dir="ltr" translate={false}>
        {text}
      </p>
      {copied === "failed" ? <p class="fault">{t("pings-not-copied")}</p> : null}
      <p class="hint">{t("pings-ends")}</p>
    </Page>
  );
}
