import { useState } from "preact/hooks";
import type { Receipt } from "../../alerts/receipt";
import { word } from "../../alerts/wording";
import { go } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { keyOf } from "../keys";
import { useDevice, useWork } from "../opened";
import type { Draft, Drafts } from "../report/drafts";
import { useDrafts } from "../report/kept";
import { nameOfDraft } from "../report/names";
import { ago, capital, now, say } from "../said";
import { standingOf, statusId, wantsHer } from "./standing";

/** Her own reports: those begun, and what became of those sent. */
export function Mine() {
  const open = useDevice();
  const { drafts, trouble } = useDrafts(open);
  const work = useWork();
  if (open === null) return null;
  // Whoever is told *nothing*, or misses the one she began, writes it again; so nothing is said before all has been read.
  if (drafts === null) {
    return (
      <Page title={t("mine-title")}>
        {trouble === null ? null : (
          <Note kind="trouble" live>
            <p>{trouble}</p>
          </Note>
        )}
      </Page>
    );
  }
  const { member } = open;
  const rows = [...member.receipts.values()]
    .map((receipt) => ({ receipt, standing: standingOf(receipt, member.outbox) }))
    // What asks something of her comes first.
    .sort((a, b) => Number(wantsHer(b.standing)) - Number(wantsHer(a.standing)) || b.receipt.sent - a.receipt.sent);
  const begun = drafts.list.filter((draft) => draft.sentAs === null);
  return (
    <Page
      title={t("mine-title")}
      action={
        <>
          {rows.length === 0 ? null : (
            <Button
              disabled={work.busy}
              onClick={() => {
                void work.run(() => open.do((session) => session.sync()));
              }}
            >
              {work.busy ? t("alerts-fetching") : t("mine-look")}
            </Button>
          )}
          <Button
            kind="main"
            onClick={() => {
              go("report");
            }}
          >
            {t("mine-new")}
          </Button>
        </>
      }
    >
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      {rows.length === 0 && begun.length === 0 ? <p>{t("mine-none")}</p> : null}
      {begun.map((draft) => (
        <Begun key={draft.name} draft={draft} drafts={drafts} />
      ))}
      {rows.map(({ receipt, standing }) => (
        <button
          key={keyOf(receipt.id)}
          type="button"
          class="card"
          onClick={() => {
            go("mine-one", keyOf(receipt.id));
          }}
        >
          {wantsHer(standing) ? <p class="stamp">{t(standing.question === null ? "mine-asked-text" : "mine-asked-question")}</p> : null}
          <p class="kinds">{kindsIn(receipt)}</p>
          {wantsHer(standing) ? null : <p>{t(statusId(standing))}</p>}
          {drafts.ofReport(keyOf(receipt.id))?.unsent === true ? <p class="stamp">{t("mine-added-not-sent")}</p> : null}
          {standing.waiting.length > 0 ? <p>{t("mine-waiting")}</p> : null}
          <small>{t("mine-sent-ago", { ago: ago(now() - receipt.sent) })}</small>
        </button>
      ))}
      <p class="hint">{t("mine-only-here")}</p>
    </Page>
  );
}

export function kindsIn(receipt: Pick<Receipt, "kinds">): string {
  return capital(say(receipt.kinds.map((kind) => word("kinds", kind))));
}

function Begun({ draft, drafts }: { readonly draft: Draft; readonly drafts: Drafts }) {
  const [sure, setSure] = useState(false);
  const [gone, setGone] = useState(false);
  const work = useWork();
  if (gone) return null;
  return (
    <div class="card">
      <p class="stamp">{t("mine-begun")}</p>
      <p class="kinds">{nameOfDraft(draft)}</p>
      <small>{ago(now() - draft.began)}</small>
      <Button
        onClick={() => {
          go("report", draft.name);
        }}
      >
        {t("mine-go-on")}
      </Button>
      {sure ? (
        <Button
          kind="grave"
          onClick={() => {
            void work
              .run(() => drafts.forget(draft.name))
              .then((done) => {
                setGone(done);
              });
          }}
        >
          {t("mine-throw-away-sure")}
        </Button>
      ) : (
        <Button
          onClick={() => {
            setSure(true);
          }}
        >
          {t("mine-throw-away")}
        </Button>
      )}
    </div>
  );
}
