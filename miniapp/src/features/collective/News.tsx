import { useState } from "preact/hooks";
import { NAMED_LANGUAGES, languageWord, word } from "../../alerts/wording";
import { here } from "../../app/places";
import { language, t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Kept } from "../../ui/Kept";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";
import { useDrafted } from "../drafted";
import { useDevice } from "../opened";
import { ago, now, say } from "../said";
import { type News as One, type WrittenNews, choicesFrom, newsOf, writtenNewsFrom } from "./counting";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";
import { missingOf, proposalOf } from "./proposals";

/** What the moderators said to everybody, and what they ask. */
export function News() {
  const open = useDevice();
  if (open === null) return null;
  const all = newsOf(open.member.board);
  const time = now();
  return (
    <Page title={t("news-title")}>
      {all.length === 0 ? <p>{t("news-none")}</p> : null}
      {all.map((one, at) => (
        <div key={at}>
          <NewsText news={one} />
          <p class="age">
            {ago(time - one.time)}
            {one.kind === "question" ? ` · ${t("news-tell")}` : ""}
          </p>
        </div>
      ))}
    </Page>
  );
}

export function NewsText({ news }: { readonly news: One }) {
  const foreign = news.language !== language.value;
  return (
    <div class="card">
      {news.kind === "question" ? <p class="stamp">{t("news-question")}</p> : null}
      <p class="free" dir="auto" lang={news.language}>
        {news.text}
      </p>
      {news.choices.length === 0 ? null : (
        <>
          <p>{t("news-choices")}</p>
          <ul lang={news.language} dir="auto">
            {news.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        </>
      )}
      {foreign ? <small>{t("help-in-language", { language: say(languageWord(news.language)) })}</small> : null}
    </div>
  );
}

/** A word, or a question, to all members. */
export const WriteNews = moderatorsOnly(Write);

function Write({ open }: ForModerators) {
  const asks = here().id === "question";
  const draft = useDrafted<WrittenNews>(open, asks ? "question" : "notice", { text: "", choices: "", language: language.value }, writtenNewsFrom);
  const { text, choices, language: tongue } = draft.value;
  const change = (changes: Partial<WrittenNews>): void => {
    draft.set({ ...draft.value, ...changes });
  };
  const [fault, setFault] = useState<string | null>(null);
  const doing = useDoing(open);
  function send(): void {
    const found = choicesFrom(choices);
    if (text.trim() === "") setFault(t("news-empty"));
    else if (found === null) setFault(t("news-too-many"));
    else {
      setFault(null);
      const content = { text: text.trim(), language: tongue };
      void doing
        .run(async (session) => {
          const [body, out] = asks
            ? await session.proposeStatement("question", { ...content, choices: found }, { fresh: true })
            : await session.proposeStatement("notice", content, { fresh: true });
          const proposal = proposalOf(session.moderator, body.hash);
          if (out) return t("collective-done");
          return t("collective-proposed", { count: proposal === null ? 1 : missingOf(session.moderator, proposal) });
        })
        .then((well) => {
          if (well) draft.forget();
        });
    }
  }
  return (
    <Page
      title={t(asks ? "news-ask" : "news-write")}
      action={
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <Button kind="main" disabled={doing.busy} onClick={send}>
            {t("news-send")}
          </Button>
        </>
      }
    >
      <Came doing={doing} />
      <p>{t("news-write-hint")}</p>
      <Field label={t("news-text")} rows={6} limit={asks ? 1_000 : 4_000} value={text} onInput={(next) => { change({ text: next }); }} />
      {asks ? <Field label={t("news-choices-field")} hint={t("news-choices-hint")} rows={4} value={choices} onInput={(next) => { change({ choices: next }); }} /> : null}
      <Select
        label={t("news-language")}
        value={tongue}
        options={NAMED_LANGUAGES.filter((one) => !one.includes("-")).map((one) => ({ value: one, label: say(word("languages", one)) }))}
        onChange={(next) => {
          change({ language: next });
        }}
      />
      {draft.begun ? <Kept trouble={draft.trouble} /> : null}
    </Page>
  );
}
