import type { Alert, Topic } from "../../alerts/alert";
import { word } from "../../alerts/wording";
import { here } from "../../app/places";
import { language, t } from "../../text";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { ago, capital, now, say } from "../said";
import { Doubts } from "./Age";
import { Severity, Verification } from "./Marks";
import { alertCalled, corrected, wholeOf } from "./shown";

/** One alert, whole. */
export function AlertPage() {
  const open = useDevice();
  if (open === null) return null;
  const { board } = open.member;
  const time = now();
  const shown = alertCalled(board, here().id ?? "", time);
  if (shown === null) {
    return (
      <Page title={t("alerts-gone")}>
        <p>{t("alerts-gone-why")}</p>
      </Page>
    );
  }
  const { topics } = board.charter;
  const { content, standing } = shown;
  const before = corrected(shown, language.value, topics, say);
  const title = capital(say(content.kinds.map((kind) => word("kinds", kind))));
  return (
    <Page title={title}>
      {standing === "taken-back" ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-taken-back")}</strong> · {ago(time - shown.changed)}
          </p>
          {shown.reason === "" ? null : <p dir="auto">{shown.reason}</p>}
          <p>{t("alerts-taken-back-what")}</p>
        </Note>
      ) : null}
      {standing === "ended" ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-ended")}</strong>
          </p>
          <p>{t("alerts-ended-what")}</p>
        </Note>
      ) : null}
      {shown.soFar && standing === "stands" ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-so-far-short")}</strong>
          </p>
          <p>{t("alerts-so-far")}</p>
        </Note>
      ) : null}
      {content.disputed && standing !== "taken-back" ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-disputed")}</strong>
          </p>
          <p>{t("alerts-disputed-what")}</p>
        </Note>
      ) : null}
      <div class={standing === "stands" ? "" : "over"}>
        <AlertText content={content} topics={topics} headed />
      </div>
      {before.length === 0 ? null : (
        <>
          <h2>{t("alerts-corrected", { ago: ago(time - shown.changed) })}</h2>
          <p>{t("alerts-said-before")}</p>
          <ul>
            {before.map((one) => (
              <li key={one}>
                <del dir="auto">{one}</del>
              </li>
            ))}
          </ul>
        </>
      )}
      <Doubts board={board} />
      <p class="age">
        {t("alerts-published", { ago: ago(time - shown.published) })} {t("alerts-approved-by", { count: shown.people })}
      </p>
      {content.identifiers.length === 0 ? null : <p class="age">{t("alerts-can-be-faked")}</p>}
    </Page>
  );
}

interface TextProps {
  readonly content: Alert;
  readonly topics: readonly Topic[];
  /** Whether the screen says already what happened, and what makes it less sure. */
  readonly headed?: boolean;
}

/** All that an alert says, in the reader's language; free text names its own. */
export function AlertText({ content, topics, headed = false }: TextProps) {
  const foreign = content.language !== null && content.language !== language.value;
  const { kinds, stamps, body } = wholeOf(content, language.value, topics);
  return (
    <div class="alert-text">
      {headed ? null : (
        <>
          <p class="kinds">{capital(say(kinds))}</p>
          {stamps.map((one) => (
            <p key={say(one)} class="stamp">
              {say(one)}
            </p>
          ))}
        </>
      )}
      <Severity content={content} />
      <Verification content={content} />
      {body.map((parts, at) => {
        const key = parts.map((part) => (typeof part === "object" && "key" in part ? part.key : "")).join(" ");
        const free = key.startsWith("alert-text") || key === "alert-what-to-do";
        return (
          <p key={at} class={free ? "free" : ""} dir="auto" lang={free && foreign ? (content.language ?? undefined) : undefined}>
            {parts.map(say).join(" · ")}
          </p>
        );
      })}
    </div>
  );
}
