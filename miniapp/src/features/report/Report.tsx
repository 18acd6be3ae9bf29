import { useState } from "preact/hooks";
import { type OpenDevice, troubleOf } from "../../app/device";
import { back, here, replace } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Health } from "../help/Health";
import { ofKinds, resourcesOf } from "../help/resources";
import { useDevice, useWork } from "../opened";
import { ago, now } from "../said";
import { Persons, Vehicles } from "./Described";
import { type Draft, type Drafts, answered, newDraft } from "./drafts";
import { Identifiers } from "./Identifiers";
import { readingOf, send, useDrafts } from "./kept";
import { nameOfDraft } from "./names";
import { Area, Consent, Kinds, Pick, WhenAsked, Write } from "./Questions";
import { OfferedNumbers, Unsent } from "./Offered";
import { Review } from "./Review";
import { REVIEW, type Step, after, before, kindsOf, progress, stepCalled, stepsFor } from "./steps";

/** A report: a new one, or the draft that the place names. */
export function Report() {
  const open = useDevice();
  const { drafts, trouble } = useDrafts(open);
  const name = here().id;
  if (open === null) return null;
  if (drafts === null) {
    return (
      <Page title={t("report-title")}>
        {trouble === null ? null : (
          <Note kind="trouble" live>
            <p>{trouble}</p>
          </Note>
        )}
      </Page>
    );
  }
  const found = name === undefined ? null : drafts.find(name);
  return <Form key={found?.name ?? "new"} open={open} drafts={drafts} begun={found} />;
}

interface Props {
  readonly open: OpenDevice;
  readonly drafts: Drafts;
  readonly begun: Draft | null;
}

function Form({ open, drafts, begun }: Props) {
  const [draft, setDraft] = useState<Draft>(() => begun ?? newDraft(now(), drafts.list));
  const [notKept, setNotKept] = useState<string | null>(null);
  const work = useWork();
  const steps = stepsFor(draft.answers, draft.cared && draft.step !== "health");
  const step = draft.step === REVIEW ? null : stepCalled(draft.step, steps);
  const at = step?.name ?? REVIEW;
  const ready = kindsOf(draft.answers).length > 0;

  function keep(next: Draft): void {
    setDraft(next);
    // Whoever only looks around leaves no draft behind.
    if (begun === null && !next.unsent) return;
    drafts.keep(next).then(
      () => {
        setNotKept(null);
      },
      (error: unknown) => {
        setNotKept(troubleOf(error));
      },
    );
  }
  function move(to: string): void {
    keep({ ...draft, step: to, cared: draft.cared || at === "health" });
  }
  function goOn(): void {
    move(after(at, steps));
  }
  function goBack(): void {
    const to = before(at, steps);
    if (to === null) back();
    else move(to);
  }
  function sendIt(keepHere: boolean): void {
    void work.run(async () => {
      replace("sent", await send(open, drafts, draft, keepHere));
    });
  }

  const { at: number, of } = progress(at, steps);
  const others = begun === null && !draft.unsent ? drafts.list.filter((one) => one.sentAs === null) : [];
  const first = at === "kinds";
  const sendLabel = draft.sentAs === null ? t("report-send-now") : t("report-send-added");
  const canSend = ready && !work.busy && (draft.sentAs === null || draft.unsent);
  return (
    <Page
      title={t(at === REVIEW ? "report-review" : `report-${at}`)}
      onBack={goBack}
      action={
        at === REVIEW ? (
          <ReviewActions draft={draft} ready={canSend} onSend={sendIt} />
        ) : (
          <>
            {first && draft.sentAs === null ? (
              <>
                <Button
                  kind="main"
                  disabled={!canSend}
                  hint={t("report-send-now-means")}
                  onClick={() => {
                    sendIt(true);
                  }}
                >
                  {sendLabel}
                </Button>
                <Button disabled={!ready} onClick={goOn}>
                  {t("report-step-by-step")}
                </Button>
              </>
            ) : (
              <>
                <Button kind="main" onClick={goOn}>
                  {isAnswered(draft, at) ? t("report-next") : t("report-skip")}
                </Button>
                <Button
                  disabled={!canSend}
                  onClick={() => {
                    sendIt(true);
                  }}
                >
                  {sendLabel}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      {notKept === null ? null : (
        <Note kind="trouble" live>
          <p>{t("report-not-kept")}</p>
          <p>{notKept}</p>
        </Note>
      )}
      {first ? <p>{t("report-nobody-asks")}</p> : null}
      {first || step === null || at === "health" ? null : <p class="hint">{t("report-progress", { at: number, of })}</p>}
      {others.map((one) => (
        <Button
          key={one.name}
          hint={ago(now() - one.began)}
          onClick={() => {
            replace("report", one.name);
          }}
        >
          {t("report-go-on", { kinds: nameOfDraft(one) })}
        </Button>
      ))}
      {step === null ? <Review open={open} draft={draft} keep={keep} onStep={move} /> : <Question key={step.name} open={open} draft={draft} step={step} keep={keep} />}
      {!first && step !== null && step.name !== "health" ? <p class="hint">{t("report-kept")}</p> : null}
    </Page>
  );
}

function isAnswered(draft: Draft, name: string): boolean {
  if (name === "health") return true;
  if (name === "identifiers" && draft.pasted !== "") return true;
  if (name === "persons" && draft.answers["people"] !== undefined) return true;
  return draft.answers[name] !== undefined;
}

function ReviewActions({ draft, ready, onSend }: { readonly draft: Draft; readonly ready: boolean; readonly onSend: (keep: boolean) => void }) {
  return (
    <>
      <Button
        kind="main"
        disabled={!ready}
        onClick={() => {
          onSend(false);
        }}
      >
        {draft.sentAs === null ? t("report-send") : t("report-send-added")}
      </Button>
      <Button
        disabled={!ready}
        hint={t("report-send-and-keep-hint")}
        onClick={() => {
          onSend(true);
        }}
      >
        {t("report-send-and-keep")}
      </Button>
    </>
  );
}

interface QuestionProps {
  readonly open: OpenDevice;
  readonly draft: Draft;
  readonly step: Step;
  readonly keep: (draft: Draft) => void;
}

function Question({ open, draft, step, keep }: QuestionProps) {
  const { charter } = open.member.board;
  const shared = {
    answers: draft.answers,
    onChange: (name: string, answer: Parameters<typeof answered>[2]) => {
      keep(answered(draft, name, answer));
    },
  };
  if (step.kind === "pick") return <Pick {...shared} step={step} />;
  if (step.kind === "write") {
    return (
      <Write {...shared} step={step}>
        <OfferedNumbers draft={draft} reading={readingOf(open)} keep={keep} />
      </Write>
    );
  }
  switch (step.name) {
    case "kinds":
      return <Kinds {...shared} />;
    case "health":
      return <Health places={ofKinds(resourcesOf(open.member.board), ["health"])} />;
    case "consent":
      return (
        <Consent
          {...shared}
          signed={draft.signed}
          alias={open.member.alias}
          onChange={(name, answer, signed) => {
            keep({ ...answered(draft, name, answer), signed });
          }}
        />
      );
    case "when":
      return <WhenAsked {...shared} />;
    case "area":
      return <Area {...shared} areas={charter.topics.map((topic) => topic.name)} />;
    case "persons":
      return (
        <Persons
          {...shared}
          ethnicity={readingOf(open).policy["ethnicity"] === true}
          onPeople={(people) => {
            keep(answered(draft, "people", people));
          }}
        />
      );
    case "identifiers":
      return (
        <>
          <Identifiers
            draft={draft}
            reading={readingOf(open)}
            onPaste={(pasted) => {
              keep({ ...draft, pasted, unsent: true });
            }}
            onChange={(identifiers, pasted) => {
              keep({ ...answered(draft, "identifiers", identifiers), pasted });
            }}
          />
          <Unsent draft={draft} reading={readingOf(open)} keep={keep} />
          <OfferedNumbers draft={draft} reading={readingOf(open)} keep={keep} />
        </>
      );
    case "vehicles":
      return <Vehicles {...shared} />;
  }
}
