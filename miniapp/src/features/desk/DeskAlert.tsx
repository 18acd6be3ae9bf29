/** An alert that is out, for moderators: what is proposed for it, changing it, taking it back. */

import { useState } from "preact/hooks";
import { checkAlert } from "../../alerts/alert";
import * as casework from "../../alerts/casework";
import type { Moderator } from "../../alerts/moderator";
import type { Proposal } from "../../alerts/records";
import type { Session } from "../../alerts/session";
import type { OpenDevice } from "../../app/device";
import { go, here } from "../../app/places";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Kept } from "../../ui/Kept";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { AlertText } from "../alerts/AlertPage";
import { alertCalled } from "../alerts/shown";
import { useDraft } from "../drafted";
import { idOf, keyOf } from "../keys";
import { useDevice, useWork } from "../opened";
import { moderatorOf, nameOf } from "../people";
import { Sure } from "../Sure";
import { ago, now } from "../said";
import { LookFirst, readyToSign } from "./CaseText";
import { hasApproved } from "./cases";
import { NotForYou } from "./Desk";

export function DeskAlert() {
  const open = useDevice();
  const moderator = moderatorOf(open);
  if (open === null) return null;
  if (moderator === null) return <NotForYou />;
  return <One open={open} moderator={moderator} changed={open.changed.value} />;
}

/** `changed` rises with every change: a proposal that comes while she looks is shown. */
function One({ open, moderator }: { readonly open: OpenDevice; readonly moderator: Moderator; readonly changed: number }) {
  const key = here().id ?? "";
  const time = now();
  const work = useWork();
  const [done, setDone] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const draft = useDraft(open, `retract-${key}`);
  const reason = draft.value;
  const shown = alertCalled(moderator.board, key, time);
  const thing = moderator.board.things.get(idOf(key));
  if (shown === null || thing === undefined) {
    return (
      <Page title={t("alerts-gone")}>
        <p>{t("alerts-gone-why")}</p>
      </Page>
    );
  }
  const { topics } = moderator.board.charter;
  const changes = casework.openChanges(moderator, thing, time);
  const about = casework.about(moderator, thing);

  function act(what: (session: Session) => Promise<boolean>, said: () => void = () => undefined): void {
    setDone(null);
    void work.run(async () => {
      const out = await open.do(what);
      const missing = casework
        .openChanges(moderator, thing ?? casework.findAlert(moderator, idOf(key)), now())
        .map((one) => moderator.neededFor(one.body) - moderator.approvalsOf(one).length);
      setDone(out ? t("deskalert-out") : t("deskalert-waits", { count: Math.max(1, ...missing) }));
      setOpened(false);
      said();
      window.scrollTo(0, 0);
    });
  }

  return (
    <Page title={t("deskalert-title")}>
      {work.busy ? <Busy what={t("desk-working")} /> : null}
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      {done === null ? null : (
        <Note live>
          <p>{done}</p>
        </Note>
      )}
      {shown.standing === "taken-back" ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-taken-back")}</strong> · {ago(time - shown.changed)}
          </p>
          <p dir="auto">{shown.reason}</p>
        </Note>
      ) : null}
      {shown.standing === "ended" ? <p class="stamp">{t("alerts-ended")}</p> : null}
      {shown.soFar && !shown.content.so_far ? <p class="stamp">{t("alerts-so-far-short")}</p> : null}
      <div class="card">
        <AlertText content={shown.content} topics={topics} />
      </div>
      {changes.map((proposal) => (
        <Change
          key={keyOf(proposal.body.hash)}
          moderator={moderator}
          proposal={proposal}
          busy={work.busy}
          onApprove={(hash) => {
            act((session) => session.approveChange(thing.id, { shown: hash }));
          }}
        />
      ))}
      {about.length === 0 ? null : <h2>{t("deskalert-from")}</h2>}
      {about.map(({ report }) => (
        <Button
          key={keyOf(report.id)}
          onClick={() => {
            go("desk-case", keyOf(report.id));
          }}
        >
          {t("deskalert-to-report")}
        </Button>
      ))}
      {shown.standing === "taken-back" ? null : (
        <section>
          <h2>{t("desk-steps")}</h2>
          <Button
            onClick={() => {
              go("desk-amend", key);
            }}
          >
            {t("deskalert-amend")}
          </Button>
          <Sure
            open={opened}
            onToggle={() => {
              setOpened(!opened);
            }}
            label={t("deskalert-retract")}
            what={t("deskalert-retract-what")}
            sure={t("deskalert-retract-sure")}
            busy={work.busy || reason.trim() === ""}
            onSure={() => {
              act((session) => session.retract(thing.id, reason.trim()), draft.forget);
            }}
          >
            <Field label={t("deskalert-retract-field")} rows={3} limit={500} value={reason} onInput={draft.set} />
            {draft.begun ? <Kept trouble={draft.trouble} /> : null}
          </Sure>
        </section>
      )}
    </Page>
  );
}

interface ChangeProps {
  readonly moderator: Moderator;
  readonly proposal: Proposal;
  readonly busy: boolean;
  readonly onApprove: (hash: Uint8Array) => void;
}

/** A proposed change, whole: what she agrees to is exactly what stands here. */
function Change({ moderator, proposal, busy, onApprove }: ChangeProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  const { body } = proposal;
  const retracts = body.kind === "retraction";
  const reason = body.content["reason"];
  return (
    <section>
      <h2>{t(retracts ? "deskalert-proposed-retraction" : "deskalert-proposed-amendment")}</h2>
      <div class="card">
        {retracts ? (
          <p class="free" dir="auto">
            {typeof reason === "string" ? reason : ""}
          </p>
        ) : (
          <AlertText content={checkAlert(body.content)} topics={moderator.board.charter.topics} />
        )}
      </div>
      <p>
        {t("waiting-by", { name: nameOf(moderator, proposal.by) })}{" "}
        {t("waiting-approvals", { count: moderator.approvalsOf(proposal).length, needed: moderator.neededFor(body) })}
      </p>
      {hasApproved(moderator, proposal) ? (
        <p>{t("waiting-mine")}</p>
      ) : (
        <>
          {retracts ? null : <LookFirst ticked={ticked} onTick={setTicked} asked={asked} />}
          <Button
            kind="main"
            disabled={busy}
            onClick={() => {
              if (retracts || readyToSign(ticked)) onApprove(body.hash);
              else setAsked(asked + 1);
            }}
          >
            {t("deskalert-approve")}
          </Button>
        </>
      )}
    </section>
  );
}
