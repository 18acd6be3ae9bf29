import { useState } from "preact/hooks";
import { dateOf } from "../../alerts/alert";
import { openInvites } from "../../alerts/admitting";
import { day } from "../../alerts/wording";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { keyOf } from "../keys";
import { nameOf } from "../people";
import { Sure } from "../Sure";
import { ago, now, say } from "../said";
import { CodePicture } from "./CodePicture";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How long a code is good, in days. */
const LASTS: readonly (readonly [days: number, label: string])[] = [[1, "invite-lasts-day"], [3, "invite-lasts-three"], [7, "invite-lasts-week"]];

/** A code for one person, and the codes that can still be used. */
export const Invite = moderatorsOnly(Inviting);

interface Fresh {
  readonly code: string;
  readonly expires: number;
}

function Inviting({ open, moderator }: ForModerators) {
  const [kind, setKind] = useState<string>("member");
  const [days, setDays] = useState("3");
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [opened, setOpened] = useState("");
  const doing = useDoing(open);
  if (fresh !== null) {
    return (
      <Code
        fresh={fresh}
        onBack={() => {
          setFresh(null);
        }}
      />
    );
  }
  const time = now();
  const invites = openInvites(moderator, time);
  function make(): void {
    const expires = now() + Number(days) * DAY;
    void doing.run(async (session) => {
      setFresh({ code: await session.invite(expires, { moderator: kind === "moderator" }), expires });
      return null;
    });
  }
  return (
    <Page
      title={t("invite-title")}
      action={
        <Button kind="main" disabled={doing.busy} onClick={make}>
          {t("invite-make")}
        </Button>
      }
    >
      <Came doing={doing} />
      <p>{t("invite-why")}</p>
      <Choice
        label={t("invite-for")}
        options={["member", "moderator"].map((value) => ({ value, label: t(`invite-${value}`), hint: t(`invite-${value}-hint`) }))}
        chosen={[kind]}
        onChange={(next) => {
          setKind(next[0] ?? kind);
        }}
      />
      <Choice
        label={t("invite-lasts")}
        options={LASTS.map(([value, label]) => ({ value: String(value), label: t(label) }))}
        chosen={[days]}
        onChange={(next) => {
          setDays(next[0] ?? days);
        }}
      />
      <h2>{t("invite-open")}</h2>
      {invites.length === 0 ? <p>{t("invite-open-none")}</p> : null}
      {invites.map((invite) => {
        const key = keyOf(invite.publicKey);
        return (
          <div class="card" key={key}>
            <p>
              {t(invite.moderator ? "invite-open-moderator" : "invite-open-one", { date: say(day(dateOf(invite.expires))) })}
              {invite.expires - time > 2 * DAY ? null : ` · ${t("invite-left", { count: Math.max(1, Math.round((invite.expires - time) / HOUR)) })}`}
            </p>
            <p class="hint">
              {t("invite-made-by", { name: nameOf(moderator, invite.by) })}
              {invite.made === null ? null : ` · ${ago(time - invite.made)}`}
            </p>
            <Sure
              open={opened === key}
              onToggle={() => {
                setOpened(opened === key ? "" : key);
              }}
              label={t("invite-call-back")}
              what={t("invite-call-back-what")}
              sure={t("invite-call-back-sure")}
              busy={doing.busy}
              onSure={() => {
                setOpened("");
                void doing.run(async (session) => {
                  // Somebody may have come in by it since.
                  await session.sync();
                  if ((session.moderator.log.invites.get(invite.publicKey)?.usedBy ?? null) !== null) return t("invite-used-meanwhile");
                  await session.callBackInvite(invite.publicKey);
                  return t("invite-called-back");
                });
              }}
            />
          </div>
        );
      })}
    </Page>
  );
}

/** The code, large: to be shown or said. */
function Code({ fresh, onBack }: { readonly fresh: Fresh; readonly onBack: () => void }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  return (
    <Page title={t("invite-code-title")} onBack={onBack}>
      <p class="code large" dir="ltr" translate={false}>
        {fresh.code}
      </p>
      <CodePicture code={fresh.code} />
      <p>
        {t("invite-code-until", { date: say(day(dateOf(fresh.expires))) })} <strong>{t("invite-code-once")}</strong>
      </p>
      <p>{t("invite-code-where", { address: location.origin })}</p>
      <Note kind="care">
        <p>{t("invite-why")}</p>
      </Note>
      <Button
        onClick={() => {
          navigator.clipboard.writeText(fresh.code).then(
            () => {
              setCopied("yes");
            },
            () => {
              setCopied("failed");
            },
          );
        }}
      >
        {t("invite-copy")}
      </Button>
      {copied === "no" ? null : <p role="status">{t(copied === "yes" ? "invite-copied" : "pings-not-copied")}</p>}
    </Page>
  );
}
