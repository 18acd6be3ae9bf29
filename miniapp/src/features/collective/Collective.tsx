import { useState } from "preact/hooks";
import { opened } from "../../app/lock";
import { go } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { moderatorOf } from "../people";
import { Sure } from "../Sure";
import { now, say } from "../said";
import { newsOf } from "./counting";
import { Came, useDoing } from "./Frame";
import { waitsForHer } from "./proposals";
import { rulesOf } from "./rules";

/** Who we are together: for everybody; and for moderators, what they decide on. */
export function Collective() {
  const open = useDevice();
  const [willing, setWilling] = useState(false);
  const doing = useDoing(open);
  if (open === null) return null;
  const moderator = moderatorOf(open);
  const { board } = open.member;
  const mine = moderator === null ? 0 : waitsForHer(moderator, now());
  return (
    <Page title={board.charter.name}>
      <Came doing={doing} />
      <p>
        <strong>{t("collective-people", { count: board.charter.people.length })}</strong> {t("collective-nobody-knows")}
      </p>
      {moderator === null ? null : (
        <section>
          <h2>{t("collective-moderate")}</h2>
          <Button
            {...(mine === 0 ? {} : { hint: t("desk-decisions-count", { count: mine }) })}
            onClick={() => {
              go("collective-waiting");
            }}
          >
            {t("collective-waiting")}
          </Button>
          <To screen="collective-invite" label="collective-invite" />
          <Button
            hint={t("collective-members-hint", { count: moderator.members().length })}
            onClick={() => {
              go("collective-members");
            }}
          >
            {t("collective-members")}
          </Button>
          <To screen="collective-write" label="news-write" id="notice" />
          <To screen="collective-write" label="news-ask" id="question" />
          <To screen="collective-rules-change" label="collective-change-rules" />
          <To screen="collective-help" label="collective-edit-help" />
        </section>
      )}
      <h2>{t("collective-title")}</h2>
      <To screen="collective-rules" label="collective-rules" hint={t("collective-rules-hint")} />
      <To screen="collective-figures" label="collective-figures" hint={t("collective-figures-hint")} />
      <To screen="collective-news" label="collective-news" hint={t("collective-news-hint", { count: newsOf(board).length })} />
      {moderator !== null ? null : (
        <Sure
          open={willing}
          onToggle={() => {
            setWilling(!willing);
          }}
          label={t("collective-volunteer")}
          what={t("collective-volunteer-what")}
          sure={t("collective-volunteer-sure")}
          mild
          busy={doing.busy}
          onSure={() => {
            void doing
              .run(async (session) => {
                await session.acceptModeration();
                await opened.peek()?.set({ willing: true });
                return t("collective-volunteered");
              })
              .then(() => {
                setWilling(false);
              });
          }}
        />
      )}
    </Page>
  );
}

function To({ screen, label, hint, id }: { readonly screen: string; readonly label: string; readonly hint?: string; readonly id?: string }) {
  return (
    <Button
      {...(hint === undefined ? {} : { hint })}
      onClick={() => {
        go(screen, id);
      }}
    >
      {t(label)}
    </Button>
  );
}

/** Our rules in words. */
export function Rules() {
  const open = useDevice();
  if (open === null) return null;
  const { charter } = open.member.board;
  return (
    <Page title={t("collective-rules")}>
      <ul>
        {rulesOf(charter).map((said) => (
          <li key={said.key}>{say(said)}</li>
        ))}
      </ul>
      <p class="quiet">{t("rules-number", { number: charter.number })}</p>
    </Page>
  );
}
