import { useEffect } from "preact/hooks";
import { HEALTH_KINDS } from "../../alerts/coded";
import { go, goHome, here, replace } from "../../app/places";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Entries } from "../help/Entries";
import { Health } from "../help/Health";
import { ofKinds, resourcesOf, usualHours } from "../help/resources";
import { idOf } from "../keys";
import { standingOf } from "../mine/standing";
import { useDevice, useWork } from "../opened";
import { keptFields, pickedOf } from "./drafts";
import { useDrafts, wasCared } from "./kept";
import { promised } from "./promise";
import { REVIEW } from "./steps";

/** What became of a report: it is kept here, our server has it, or moderators have it. Said from the first second, and kept true. */
export function Sent() {
  const open = useDevice();
  const { drafts } = useDrafts(open);
  const work = useWork();
  const id = here().id ?? "";
  useEffect(() => {
    // What is on the screen before is true already; this tries to make it better.
    if (open !== null) void work.run(() => open.do((session) => session.sync()));
  }, []);
  const receipt = open?.member.receipts.get(idOf(id));
  if (open === null || receipt === undefined) return null;
  const { board } = open.member;
  const standing = standingOf(receipt, open.member.outbox);
  const draft = drafts?.ofReport(id) ?? null;
  const hours = usualHours(board);
  const resources = resourcesOf(board);
  const fields = draft?.answers ?? keptFields(receipt);
  const said = fields ?? {};
  const promise = promised(standing, receipt.kinds, fields);
  const wanted = pickedOf(said, "support").filter((one) => one !== "none" && one !== "health");
  const health = receipt.kinds.some((kind) => HEALTH_KINDS.has(kind)) && !wasCared(id);
  // She has been asked all there is: nothing is left that she came for.
  const whole = draft === null || draft.step === REVIEW;
  const heldBack = standing.waiting.length > 0;
  const state = standing.arrival === "received" ? "received" : standing.arrival === "taken" ? "taken" : "here";
  return (
    <Page
      title={t(heldBack ? "sent-title-added" : `sent-title-${state}`)}
      onBack={goHome}
      action={
        <>
          {whole ? (
            <Button kind="main" onClick={goHome}>
              {t("sent-done")}
            </Button>
          ) : null}
          {draft === null ? null : (
            <Button
              kind={whole ? "plain" : "main"}
              onClick={() => {
                replace("report", draft.name);
              }}
            >
              {t("sent-tell-more")}
            </Button>
          )}
          {whole ? null : <Button onClick={goHome}>{t("sent-done")}</Button>}
        </>
      }
    >
      {work.busy ? <Busy what={t("sent-sending")} /> : null}
      <Note kind={state === "here" && work.trouble !== null ? "care" : "calm"} live>
        <p>
          <strong>{t(`sent-${state}`)}</strong>
        </p>
        {work.trouble === null ? null : <p>{work.trouble}</p>}
        {state === "received" ? null : <p>{t("sent-maybe-nobody-awake")}</p>}
        {promise === "asked" ? <p>{t("sent-asks-you")}</p> : null}
        {promise === "hours" && hours !== null ? <p>{t("sent-hours", { count: hours })}</p> : null}
      </Note>
      {health ? <Health places={ofKinds(resources, ["health"])} /> : null}
      <Entries items={ofKinds(resources, wanted)} />
      {draft === null || drafts === null ? null : (
        <>
          <p>{t("sent-kept")}</p>
          <Button
            onClick={() => {
              void work.run(async () => {
                await drafts.forget(draft.name);
                await open.do(() => Promise.resolve());
              });
            }}
          >
            {t("sent-forget-words")}
          </Button>
        </>
      )}
      <Button
        onClick={() => {
          replace("mine");
        }}
      >
        {t("mine-title")}
      </Button>
      <Button
        onClick={() => {
          go("help");
        }}
      >
        {t("help-title")}
      </Button>
    </Page>
  );
}
