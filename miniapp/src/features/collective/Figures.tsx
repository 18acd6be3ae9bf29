import { useState } from "preact/hooks";
import { dateOf } from "../../alerts/alert";
import { day } from "../../alerts/wording";
import type { ValueMap } from "../../crypto/wire";
import { t } from "../../text";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { moderatorOf } from "../people";
import { Sure } from "../Sure";
import { capital, now, say } from "../said";
import { type Figure, counted, figuresOf, publishedFigures } from "./counting";
import { Came, useDoing } from "./Frame";
import { missingOf, proposalOf } from "./proposals";

/** What came in, what went out, how long it took, and how that was counted. */
export function Figures() {
  const open = useDevice();
  const [opened, setOpened] = useState(false);
  const doing = useDoing(open);
  if (open === null) return null;
  const published = publishedFigures(open.member.board);
  const moderator = moderatorOf(open);
  const fresh = moderator === null ? null : counted(moderator, now());
  return (
    <Page title={t("figures-title")}>
      <Came doing={doing} />
      {published === null ? <p>{t("figures-none")}</p> : <FigureLines content={published} />}
      {fresh === null ? null : (
        <>
          <h2>{t("figures-now")}</h2>
          <FigureLines content={{ ...fresh }} />
          <Sure
            open={opened}
            onToggle={() => {
              setOpened(!opened);
            }}
            label={t("figures-publish")}
            what={t("figures-publish-what")}
            sure={t("figures-publish")}
            mild
            busy={doing.busy}
            onSure={() => {
              setOpened(false);
              void doing.run(async (session) => {
                const [body, out] = await session.proposeStatement("figures", { ...fresh }, { fresh: false });
                const proposal = proposalOf(session.moderator, body.hash);
                if (out) return t("collective-done");
                return t("collective-proposed", { count: proposal === null ? 1 : missingOf(session.moderator, proposal) });
              });
            }}
          />
        </>
      )}
    </Page>
  );
}

export function FigureLines({ content }: { readonly content: ValueMap }) {
  const { main, kinds } = figuresOf(content);
  const date = (moment: unknown): string => (typeof moment === "number" ? say(day(dateOf(moment))) : "");
  // The last day that is counted, not the first one that is not.
  const last = typeof content["to"] === "number" ? content["to"] - 1 : null;
  return (
    <div class="card">
      <p>{t("figures-from-to", { from: date(content["from"]), to: date(last) })}</p>
      <Lines figures={main} />
      {kinds.length === 0 ? null : (
        <>
          <h2>{t("figures-kinds")}</h2>
          <Lines figures={kinds} />
        </>
      )}
      <p class="hint">{t("figures-how")}</p>
    </div>
  );
}

function Lines({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ what, count }, at) => (
        <div key={at}>
          <dt>{capital(say(what))}</dt>
          <dd>{say(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
