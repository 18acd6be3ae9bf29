import { useEffect, useState } from "preact/hooks";
import type { FollowUpPlan } from "../../alerts/posts";
import type { Receipt } from "../../alerts/receipt";
import { checkReport } from "../../alerts/report";
import type { OpenDevice } from "../../app/device";
import { back, go, here } from "../../app/places";
import { BadInput, Refused } from "../../crypto/errors";
import { type ValueMap, isMap } from "../../crypto/wire";
import { language, t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Kept } from "../../ui/Kept";
import { AlertText } from "../alerts/AlertPage";
import { aboutReport, useDraft } from "../drafted";
import { idOf, keyOf } from "../keys";
import { useDevice, useWork, type Working } from "../opened";
import { type Draft, type Drafts, fieldsOf, keptFields, newDraft } from "../report/drafts";
import { readingOf, useDrafts } from "../report/kept";
import { linesOf, type Said } from "../report/lines";
import { SaidLines } from "../report/Review";
import { ago, now } from "../said";
import { saveAsFile, spokenCopy } from "./copy";
import { kindsIn } from "./Mine";
import { type Standing, canRelease, conversationOf, hasUnreadableText, standingOf, statusId } from "./standing";

/** One report of hers: how it stands, what they ask, what she can do. */
export function MyReport() {
  const open = useDevice();
  const { drafts } = useDrafts(open);
  const work = useWork();
  const [opened, setOpened] = useState<Opened>("");
  if (open === null) return null;
  const receipt = open.member.receipts.get(idOf(here().id ?? ""));
  if (receipt === undefined) return <Page title={t("mine-gone")}>{null}</Page>;
  const standing = standingOf(receipt, open.member.outbox);
  const shared = { open, receipt, standing, work };
  return (
    <Page title={kindsIn(receipt)}>
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      <Note live>
        <p>
          <strong>{t(statusId(standing))}</strong>
        </p>
        <p>{t(`mine-have-${standing.have}`)}</p>
        {standing.waiting.length > 0 ? <p>{t("mine-waiting")}</p> : null}
        <p class="hint">{t("mine-sent-ago", { ago: ago(now() - receipt.sent) })}</p>
      </Note>
      {standing.question === null ? null : <Answering {...shared} question={standing.question} />}
      <PublicText
        {...shared}
        onChange={
          drafts === null || !standing.open
            ? null
            : () => {
                setOpened("change");
              }
        }
      />
      <Letters receipt={receipt} but={standing.question} />
      {drafts === null ? null : <More {...shared} drafts={drafts} opened={opened} setOpened={setOpened} />}
    </Page>
  );
}

interface Props {
  readonly open: OpenDevice;
  readonly receipt: Receipt;
  readonly standing: Standing;
  readonly work: Working;
}

type Kind = "withdraw" | "answer" | "agree" | "release";

/** Keeps what she says for good, and then tries to send it. Says whether it is kept: being offline changes nothing of that. */
async function tell({ open, receipt, work }: Pick<Props, "open" | "receipt" | "work">, kind: Kind, plan: FollowUpPlan = {}): Promise<boolean> {
  const kept = await work.run(() =>
    open.do((session) => {
      session.device.followUp(receipt.id, kind, { now: now(), ...plan });
      return Promise.resolve();
    }),
  );
  if (kept) void work.run(() => open.do((session) => session.sync()));
  return kept;
}

/** The newest question, and her answer. */
function Answering({ open, receipt, work, question }: Props & { readonly question: number }) {
  const draft = useDraft(open, `answer-${keyOf(receipt.id)}`);
  const text = draft.value;
  const asked = receipt.messages.findLast((message) => message.kind === "question" && message.question === question);
  return (
    <section>
      <h2>{t("mine-they-ask")}</h2>
      <p class="free" dir="auto">
        {asked?.text ?? ""}
      </p>
      <p class="hint">{t("mine-need-not-answer")}</p>
      <Field label={t("mine-your-answer")} rows={4} limit={2_000} value={text} onInput={draft.set} />
      {draft.begun ? <Kept trouble={draft.trouble} /> : null}
      <Button
        kind="main"
        disabled={work.busy || text.trim() === ""}
        onClick={() => {
          void tell({ open, receipt, work }, "answer", { text: text.trim(), question }).then((kept) => {
            if (kept) draft.forget();
          });
        }}
      >
        {t("mine-send-answer")}
      </Button>
    </section>
  );
}

/** The public text, as others would read it; and her yes to exactly this, or her no, which says why. */
function PublicText({ open, receipt, standing, work, onChange }: Props & { readonly onChange: (() => void) | null }) {
  const { text } = standing;
  useEffect(() => {
    if (text === null || (receipt.looked !== null && keyOf(receipt.looked) === keyOf(text.hash))) return;
    // Her yes is for the text that stood on this very screen.
    void work.run(() =>
      open.do(() => {
        receipt.looked = text.hash;
        return Promise.resolve();
      }),
    );
  }, [text === null ? "" : keyOf(text.hash)]);
  if (text === null) {
    return hasUnreadableText(receipt) ? (
      <Note kind="care">
        <p>{t("mine-text-unreadable")}</p>
      </Note>
    ) : null;
  }
  return (
    <section>
      <h2>{t("mine-text")}</h2>
      <div class="card">
        <AlertText content={text.content} topics={open.member.board.charter.topics} />
      </div>
      {text.asked ? (
        <>
          <p>{t("mine-text-asked")}</p>
          <Button
            kind="main"
            disabled={work.busy}
            hint={t("mine-agree-hint")}
            onClick={() => {
              void tell({ open, receipt, work }, "agree", { shown: text.hash });
            }}
          >
            {t("mine-agree")}
          </Button>
          {onChange === null ? null : <Button onClick={onChange}>{t("mine-change")}</Button>}
          <p class="hint">{t("mine-disagree")}</p>
        </>
      ) : null}
    </section>
  );
}

/** What moderators wrote and what she answered, oldest first. */
function Letters({ receipt, but }: { readonly receipt: Receipt; readonly but: number | null }) {
  const written = conversationOf(receipt, but);
  if (written.length === 0) return null;
  return (
    <section>
      <h2>{t("mine-letters")}</h2>
      <ol class="plain">
        {written.map(({ hers, time, text, status }, at) => (
          <li key={at}>
            <small>{t(hers ? "mine-you-wrote" : "mine-they-wrote", { ago: ago(now() - time) })}</small>
            {status === null ? null : <p>{t(statusId({ status, arrival: "received", waiting: [] }))}</p>}
            {text === "" ? null : (
              <p class="free" dir="auto">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What she wrote, if it is still kept here: as its draft, or until enough moderators have it. */
function ownWords(open: OpenDevice, receipt: Receipt, drafts: Drafts): { readonly fields: ValueMap; readonly lines: Said[] } | null {
  const draft = drafts.ofReport(keyOf(receipt.id));
  try {
    const fields = draft === null ? keptFields(receipt) : { ...fieldsOf(draft, readingOf(open)) };
    return fields === null ? null : { fields, lines: linesOf(checkReport(fields)) };
  } catch (error) {
    // A draft of more than fits, or answers of a later version of this app.
    if (error instanceof Refused || error instanceof BadInput) return null;
    throw error;
  }
}

/** What is open below; `change`: the message, which she came to from the text above. */
type Opened = "" | "write" | "change" | "withdraw" | "forget" | "copy" | "save";

interface MoreProps extends Props {
  readonly drafts: Drafts;
  readonly opened: Opened;
  readonly setOpened: (next: Opened) => void;
}

function More({ open, receipt, standing, work, drafts, opened, setOpened }: MoreProps) {
  const message = useDraft(open, `message-${keyOf(receipt.id)}`);
  const text = message.value;
  const words = ownWords(open, receipt, drafts);
  const consent = words?.fields["consent"];
  const held = consent !== undefined && isMap(consent) && consent["hold"] === true;
  const copy = drafts.ofReport(keyOf(receipt.id));
  const toggle = (next: Opened): void => {
    setOpened(opened === next ? "" : next);
  };

  function correct(): void {
    const known = drafts.ofReport(keyOf(receipt.id));
    const answers = words?.fields ?? { kinds: [...receipt.kinds] };
    const draft: Draft = known ?? { ...newDraft(now(), drafts.list), answers, sentAs: keyOf(receipt.id), cared: true };
    void work.run(() => drafts.keep(draft)).then((done) => {
      if (done) go("report", draft.name);
    });
  }

  return (
    <section>
      <h2>{t("mine-more")}</h2>
      {standing.open ? (
        <>
          {canRelease(standing, held) ? (
            <Button
              hint={t("mine-release-hint")}
              disabled={work.busy}
              onClick={() => {
                void tell({ open, receipt, work }, "release");
              }}
            >
              {t("mine-release")}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              toggle(opened === "change" ? "change" : "write");
            }}
          >
            {t("mine-write")}
          </Button>
          {opened === "write" || opened === "change" ? (
            <>
              <Field key={opened} focus={opened === "change"} label={t("mine-message")} rows={4} limit={2_000} value={text} onInput={message.set} />
              {message.begun ? <Kept trouble={message.trouble} /> : null}
              <Button
                kind="main"
                disabled={work.busy || text.trim() === ""}
                onClick={() => {
                  void tell({ open, receipt, work }, "answer", { text: text.trim() }).then((kept) => {
                    if (!kept) return;
                    message.forget();
                    setOpened("");
                  });
                }}
              >
                {t("mine-send-message")}
              </Button>
            </>
          ) : null}
          <Button hint={words === null ? t("mine-correct-anew") : t("mine-correct-hint")} onClick={correct}>
            {t("mine-correct")}
          </Button>
        </>
      ) : null}
      <Button
        disabled={words === null}
        hint={words === null ? t("mine-no-copy") : t("mine-copy-hint")}
        onClick={() => {
          toggle("copy");
        }}
      >
        {t("mine-copy")}
      </Button>
      {words !== null && (opened === "copy" || opened === "save") ? (
        <div class="card">
          <SaidLines lines={words.lines} />
          {copy === null ? null : (
            <Button
              onClick={() => {
                void work.run(() => drafts.forget(copy.name)).then(() => {
                  setOpened("");
                });
              }}
            >
              {t("mine-forget-copy")}
            </Button>
          )}
          {opened === "copy" ? (
            <Button
              onClick={() => {
                setOpened("save");
              }}
            >
              {t("mine-save")}
            </Button>
          ) : (
            <Note kind="care">
              <p>{t("mine-save-warning")}</p>
              <Button
                kind="grave"
                onClick={() => {
                  saveAsFile(spokenCopy(words.lines, receipt.sent, language.value));
                  setOpened("");
                }}
              >
                {t("mine-save-sure")}
              </Button>
            </Note>
          )}
        </div>
      ) : null}
      {standing.open ? (
        <Confirmed
          open={opened === "withdraw"}
          onToggle={() => {
            toggle("withdraw");
          }}
          label={t("mine-withdraw")}
          what={t("mine-withdraw-what")}
          sure={t("mine-withdraw-sure")}
          onSure={() => {
            void tell({ open, receipt, work }, "withdraw");
            setOpened("");
          }}
        />
      ) : null}
      <Confirmed
        open={opened === "forget"}
        onToggle={() => {
          toggle("forget");
        }}
        label={t("mine-forget")}
        what={t(standing.arrival === "here" || standing.waiting.length > 0 ? "mine-forget-not-sent" : "mine-forget-what")}
        sure={t("mine-forget-sure")}
        onSure={() => {
          void work
            .run(async () => {
              const draft = drafts.ofReport(keyOf(receipt.id));
              if (draft !== null) await drafts.forget(draft.name);
              for (const name of aboutReport(keyOf(receipt.id))) await open.draft.put(name, null);
              await open.do((session) => {
                session.device.forget(receipt.id);
                return Promise.resolve();
              });
            })
            .then((done) => {
              if (done) back();
            });
        }}
      />
    </section>
  );
}

interface ConfirmedProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly label: string;
  readonly what: string;
  readonly sure: string;
  readonly onSure: () => void;
}

/** What cannot be taken back is said once more before it is done. */
function Confirmed({ open, onToggle, label, what, sure, onSure }: ConfirmedProps) {
  return (
    <>
      <Button onClick={onToggle}>{label}</Button>
      {open ? (
        <Note kind="care" live>
          <p>{what}</p>
          <Button kind="grave" onClick={onSure}>
            {sure}
          </Button>
        </Note>
      ) : null}
    </>
  );
}
