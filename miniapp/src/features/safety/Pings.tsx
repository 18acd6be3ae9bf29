import { useEffect, useState } from "preact/hooks";
import { connected, post } from "../../bridge/telegram";
import { memberPing, moderatorPing } from "../../crypto/epochs";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { moderatorOf } from "../people";
import { botChosen, botNamed, linkTo, pathTo, shownCode } from "./pinging";

interface Props {
  readonly onBack: () => void;
  /** The moderators' own ping: when something waits at the desk. */
  readonly desk?: boolean;
  /** To the moderators' own, if she moderates. */
  readonly onDesk?: () => void;
}

/** Asks our server which bot there is; `null` if it does not say. Nothing of hers is in the question. */
async function askForBot(): Promise<string | null> {
  try {
    const answer = await fetch("/app.json", { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
    return answer.ok ? botNamed(await answer.json()) : null;
  } catch {
    // Offline, or an older server: she can still type its name.
    return null;
  }
}

/** Being told in Telegram that something is new. */
export function Pings({ onBack, desk = false, onDesk }: Props) {
  const open = useDevice();
  const [known, setKnown] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [agreed, setAgreed] = useState(!desk);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  useEffect(() => {
    let wanted = true;
    void askForBot().then((bot) => {
      if (wanted) setKnown(bot);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const moderator = moderatorOf(open);
  if (open === null || (desk && moderator === null)) return null;
  const title = t(desk ? "pings-desk-title" : "pings-title");
  if (!agreed) {
    return (
      <Page
        title={title}
        onBack={onBack}
        action={
          <Button
            kind="main"
            onClick={() => {
              setAgreed(true);
            }}
          >
            {t("pings-desk-agree")}
          </Button>
        }
      >
        <p>{t("pings-desk-what")}</p>
        <Note kind="care">
          <p>
            <strong>{t("pings-desk-knows")}</strong>
          </p>
          <p>{t("pings-desk-without")}</p>
        </Note>
      </Page>
    );
  }
  const { member } = open;
  const { epoch } = member.board;
  const secret = desk && moderator !== null ? moderatorPing(moderator.bundle.gate, member.collective, epoch.number) : memberPing(epoch.secret, member.collective, epoch.number);
  const code = shownCode(secret.reveal());
  const name = botChosen(typed, known);
  const text = name === null ? `/start ${code}` : linkTo(name, code);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  }
  const copying = (
    <Button
      kind={name === null ? "main" : "plain"}
      onClick={() => {
        void copy();
      }}
    >
      {t(copied === "yes" ? "pings-copied" : "pings-copy")}
    </Button>
  );
  return (
    <Page
      title={title}
      onBack={onBack}
      action={
        name === null ? (
          copying
        ) : (
          <>
            <ToTheBot bot={name} code={code} />
            {copying}
          </>
        )
      }
    >
      <p>{t(desk ? "pings-desk-what" : "pings-what")}</p>
      {desk ? null : (
        <Note kind="care">
          <p>{t("pings-knows")}</p>
        </Note>
      )}
      {name === null ? null : <p>{t("pings-tap", { bot: `@${name}` })}</p>}
      <Field
        label={t(known === null ? "pings-bot" : "pings-other")}
        hint={t(known === null ? "pings-bot-hint" : "pings-other-hint")}
        value={typed}
        kind="plain"
        fault={typed.trim() !== "" && name === null ? t("pings-bot-wrong") : null}
        onInput={(value) => {
          setCopied("no");
          setTyped(value);
        }}
      />
      <p>{t(name === null ? "pings-how" : "pings-how-link")}</p>
      <p class="spoken code" dir="ltr" translate={false}>
        {text}
      </p>
      {copied === "failed" ? <p class="fault">{t("pings-not-copied")}</p> : null}
      <p class="hint">{t("pings-ends")}</p>
      {onDesk === undefined || moderator === null ? null : (
        <Button hint={t("pings-desk-hint")} onClick={onDesk}>
          {t("pings-desk-title")}
        </Button>
      )}
    </Page>
  );
}

/** One tap: inside Telegram the client is asked to go there, since a page in it cannot; a browser has a link. */
function ToTheBot({ bot, code }: { readonly bot: string; readonly code: string }) {
  if (connected()) {
    return (
      <Button
        kind="main"
        onClick={() => {
          post("web_app_open_tg_link", { path_full: pathTo(bot, code) });
        }}
      >
        {t("pings-open")}
      </Button>
    );
  }
  return (
    <a class="button main" href={linkTo(bot, code)} target="_blank" rel="noopener noreferrer">
      {t("pings-open")}
    </a>
  );
}
