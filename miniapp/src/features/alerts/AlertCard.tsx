import { type ComponentChildren, Fragment } from "preact";
import type { Topic } from "../../alerts/alert";
import { languageWord, word } from "../../alerts/wording";
import { go } from "../../app/places";
import { settings } from "../../app/settings";
import { language, t } from "../../text";
import { ago, capital, say } from "../said";
import { Severity, Verification } from "./Marks";
import { type ShownAlert, glanceOf, otherLanguage } from "./shown";

interface Props {
  readonly alert: ShownAlert;
  readonly topics: readonly Topic[];
  readonly now: number;
  /** Why it is shown here; above all else. */
  readonly children?: ComponentChildren;
  /** The screen that shows it whole. */
  readonly to?: string;
}

/** One alert of a list: what, by what one knows them, how grave, how sure, where and how old. Pressing it shows it whole. */
export function AlertCard({ alert, topics, now, children, to = "alert" }: Props) {
  const { content, standing } = alert;
  const names = content.areas.map((id) => topics.find((topic) => topic.id === id)?.name ?? id);
  const kinds = capital(say(content.kinds.map((kind) => word("kinds", kind))));
  const tongue = otherLanguage(content, [language.value, ...settings.value.languages]);
  const takenBack = standing === "taken-back";
  const glance = glanceOf(content).map((part) => say(part));
  return (
    <button
      type="button"
      class="card alert"
      onClick={() => {
        go(to, alert.key);
      }}
    >
      {children}
      {takenBack ? <p class="stamp">{t("alerts-taken-back")}</p> : null}
      {standing === "ended" ? <p class="stamp">{t("alerts-ended")}</p> : null}
      {takenBack ? <del>{kinds}</del> : <p class="kinds">{kinds}</p>}
      {takenBack ? (
        <p>{alert.reason}</p>
      ) : (
        <>
          {glance.length === 0 ? null : (
            <p>
              {glance.map((part, at) => (
                <Fragment key={at}>
                  {at === 0 ? null : " · "}
                  <bdi>{at === 0 ? capital(part) : part}</bdi>
                </Fragment>
              ))}
            </p>
          )}
          <Severity content={content} />
          <Verification content={content} />
          {alert.soFar ? <p class="stamp">{t("alerts-so-far-short")}</p> : null}
          {content.disputed ? <p class="stamp">{t("alerts-disputed")}</p> : null}
          {alert.versions > 1 ? <p class="stamp">{t("alerts-corrected-short")}</p> : null}
        </>
      )}
      {tongue === null || takenBack ? null : <small>{t("alerts-other-language", { language: say(languageWord(tongue)) })}</small>}
      <small class="where">{[...names, ago(now - alert.changed)].join(" · ")}</small>
    </button>
  );
}
