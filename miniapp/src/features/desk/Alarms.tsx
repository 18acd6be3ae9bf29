import { news } from "../../app/news";
import { go } from "../../app/places";
import type { Moderator } from "../../alerts/moderator";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { alarmsOf } from "./alarms";

/** What is wrong with our keys, who signed, and what to do, in that order: whoever reads this is frightened. */
export function Alarms({ moderator }: { readonly moderator: Moderator }) {
  const alarms = alarmsOf(moderator, news.value.refused);
  if (alarms.length === 0) return null;
  return (
    <Note kind="trouble" live>
      {alarms.map(({ what, signedBy, mine, mended }) => (
        <section key={`${what} ${String(mended)}`}>
          <p>
            <strong>{t(mended ? "alarm-was" : "alarm-is")}</strong>
          </p>
          <p>{t(`alarm-${what}`)}</p>
          <p>{t("alarm-signed", { names: signedBy.join(t("list-comma")) })}</p>
          {mine ? (
            <p>
              <strong>{t("alarm-you")}</strong>
            </p>
          ) : null}
        </section>
      ))}
      <ol>
        <li>{t("alarm-do-talk")}</li>
        {alarms.every(({ mended }) => mended) ? null : <li>{t("alarm-do-open")}</li>}
        <li>{t("alarm-do-remove")}</li>
        <li>{t("alarm-do-new")}</li>
      </ol>
      <Button
        onClick={() => {
          go("collective-members");
        }}
      >
        {t("collective-members")}
      </Button>
    </Note>
  );
}
