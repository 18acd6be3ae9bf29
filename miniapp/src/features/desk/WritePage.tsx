/** Writing what members will read: from a report, or an alert anew. Kept as it is written; shown as members will read it before it goes on. */

import { useEffect, useState } from "preact/hooks";
import { type Alert, checkAlert, textHints } from "../../alerts/alert";
import { consentOf } from "../../alerts/report";
import { BadInput } from "../../crypto/errors";
import { type OpenDevice, troubleOf } from "../../app/device";
import type { Moderator } from "../../alerts/moderator";
import { back, here, replace } from "../../app/places";
import { language, t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { AlertText } from "../alerts/AlertPage";
import { idOf } from "../keys";
import { useDevice, useWork } from "../opened";
import { moderatorOf } from "../people";
import { now } from "../said";
import { LookFirst, readyToSign } from "./CaseText";
import { caseCalled } from "./cases";
import { NotForYou } from "./Desk";
import { WriteFields } from "./WriteFields";
import { type Writing, byOf, contentOf, fromAlert, fromReport, isCountedOnly, valueOf, wordsOf, writingFrom } from "./writing";

/** A report's text. */
export function WritePage() {
  return <Either amends={false} />;
}

/** An alert that is out, anew. */
export function AmendPage() {
  return <Either amends />;
}

function Either({ amends }: { readonly amends: boolean }) {
  const open = useDevice();
  const moderator = moderatorOf(open);
  if (open === null) return null;
  if (moderator === null) return <NotForYou />;
  return <Write open={open} moderator={moderator} amends={amends} />;
}

interface Props {
  readonly open: OpenDevice;
  readonly moderator: Moderator;
  readonly amends: boolean;
}

/** What it begins with: what was kept, what stands already, or the report. `null`: there is nothing of this name here. */
async function begun({ open, moderator, amends }: Props, key: string, anew: boolean): Promise<Writing | null> {
  const kept = anew ? null : writingFrom(await open.draft.get(nameOf(key)));
  if (kept !== null) return kept;
  if (amends) {
    const thing = moderator.board.things.get(idOf(key));
    return thing?.isAlert === true ? fromAlert(checkAlert(thing.content), language.value) : null;
  }
  const found = caseCalled(moderator, key);
  if (found === null) return null;
  if (found.draft !== null && !anew) return fromAlert(checkAlert({ ...found.draft.body.content, so_far: false }), language.value);
  return fromReport(found.report.fields, moderator.board.charter, { now: now(), collective: moderator.collective, language: language.value });
}

function nameOf(key: string): string {
  return `text-${key}`;
}

function Write({ open, moderator, amends }: Props) {
  const key = here().id ?? "";
  const [writing, setWriting] = useState<Writing | "reading" | "gone">("reading");
  const [content, setContent] = useState<Alert | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const work = useWork();
  const begin = (anew: boolean): void => {
    begun({ open, moderator, amends }, key, anew).then(
      (found) => {
        setWriting(found ?? "gone");
      },
      (error: unknown) => {
        setFault(troubleOf(error));
      },
    );
  };
  useEffect(() => {
    begin(false);
  }, []);
  const title = t(amends ? "write-title-amend" : "write-title");
  if (writing === "reading") {
    return (
      <Page title={title}>
        <Busy what={t("app-loading")} />
        {fault === null ? null : <p class="fault">{fault}</p>}
      </Page>
    );
  }
  if (writing === "gone") {
    return (
      <Page title={t("desk-gone")}>
        <p>{t("desk-gone-why")}</p>
      </Page>
    );
  }
  const rules = moderator.board.charter;
  const found = amends ? null : caseCalled(moderator, key);
  const showFirst = found !== null && consentOf(found.report.fields).show_first;
  const given = { now: now(), collective: moderator.collective };

  function change(next: Writing): void {
    setWriting(next);
    setFault(null);
    setTicked([]);
    // What cannot be kept is said where it matters: when the text goes on.
    void open.draft.put(nameOf(key), valueOf(next)).catch((error: unknown) => {
      setFault(troubleOf(error));
    });
  }

  function read(of: Writing): void {
    if (of.text.trim() === "") {
      setFault(t("write-empty"));
      return;
    }
    if (of.verification === "corroborated" && byOf(of.by) === null) {
      setFault(t("write-by-fault"));
      return;
    }
    if (isCountedOnly(of, rules)) {
      setFault(t("write-nuisance"));
      return;
    }
    void work.run(async () => {
      try {
        setContent(await contentOf(of, rules, given));
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        setFault(t("write-cannot"));
      }
    });
  }

  function keep(of: Alert): void {
    if (!readyToSign(ticked)) {
      setAsked(asked + 1);
      return;
    }
    const id = idOf(key);
    void work
      .run(async () => {
        await open.do(async (session) => {
          if (amends) await session.amend(id, of);
          else await session.draft(id, of);
        });
        await open.draft.put(nameOf(key), null);
      })
      .then((well) => {
        if (!well) return;
        if (amends) replace("desk-alert", key);
        else back();
      });
  }

  if (content !== null) {
    return (
      <Page
        title={t("write-read-title")}
        onBack={() => {
          setContent(null);
        }}
        action={
          <Button
            kind="main"
            disabled={work.busy}
            onClick={() => {
              keep(content);
            }}
          >
            {t(amends ? "write-save-amend" : showFirst ? "write-save-show" : "write-save")}
          </Button>
        }
      >
        <div class="card">
          <AlertText content={content} topics={rules.topics} />
        </div>
        <Hints text={`${content.text} ${content.what_to_do}`} />
        <LookFirst ticked={ticked} onTick={setTicked} asked={asked} />
        {showFirst ? <p>{t("write-shown-first")}</p> : null}
        {work.busy ? <Busy what={t("desk-working")} /> : null}
        {work.trouble === null ? null : (
          <Note kind="trouble" live>
            <p>{work.trouble}</p>
          </Note>
        )}
        <Button
          onClick={() => {
            setContent(null);
          }}
        >
          {t("write-change")}
        </Button>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      action={
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <Button
            kind="main"
            disabled={work.busy}
            onClick={() => {
              read(writing);
            }}
          >
            {t("write-read")}
          </Button>
        </>
      }
    >
      {amends ? <p>{t("write-whole")}</p> : null}
      {showFirst ? (
        <Note>
          <p>{t("write-shown-first")}</p>
        </Note>
      ) : null}
      <WriteFields writing={writing} rules={rules} amends={amends} words={found === null ? [] : wordsOf(found.report.fields)} onChange={change} hints={<Hints text={`${writing.text} ${writing.whatToDo}`} />} />
      {work.busy ? <Busy what={t("write-computing")} /> : null}
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      <p class="quiet">{t("write-kept")}</p>
      {amends ? null : (
        <Button
          onClick={() => {
            begin(true);
          }}
        >
          {t("write-again")}
        </Button>
      )}
    </Page>
  );
}

/** What a person is asked to look at again. */
function Hints({ text }: { readonly text: string }) {
  const hints = textHints(text);
  if (hints.length === 0) return null;
  return (
    <Note kind="care">
      {hints.map(({ key }) => (
        <p key={key}>{t(key)}</p>
      ))}
    </Note>
  );
}
