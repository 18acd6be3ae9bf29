import { word } from "../../alerts/wording";
import { t } from "../../text";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { useDevice } from "../opened";
import { capital, say } from "../said";
import { Entries } from "./Entries";
import { Health } from "./Health";
import { grouped, resourcesOf } from "./resources";

/** Help near me: the collective's list, and what holds anywhere. Before joining there is the latter alone. */
export function Help() {
  const open = useDevice();
  const board = open?.member.board;
  const groups = board?.founded === true ? grouped(resourcesOf(board)) : [];
  const health = groups.find((group) => group.kind === "health")?.items ?? [];
  return (
    <Page title={t("help-title")} open={open === null}>
      <Note>
        <p>{t("help-no-emergency-line")}</p>
        <p>{t("help-in-danger")}</p>
      </Note>
      <h2>{t("help-health")}</h2>
      <Health places={health} />
      {groups
        .filter((group) => group.kind !== "health")
        .map((group) => (
          <section key={group.kind}>
            <h2>{group.known ? capital(say(word("supports", group.kind))) : capital(group.kind)}</h2>
            <Entries items={group.items} />
          </section>
        ))}
      {groups.length > 0 ? <p class="hint">{t("help-from-us")}</p> : <p>{open === null ? t("help-before-joining") : t("help-no-list")}</p>}
      <h2>{t("help-anywhere")}</h2>
      <ul>
        <li>{t("help-any-clinic")}</li>
        <li>{t("help-no-police-needed")}</li>
        <li>{t("help-somebody-with-you")}</li>
        <li>{t("help-keep-clothes")}</li>
      </ul>
    </Page>
  );
}
