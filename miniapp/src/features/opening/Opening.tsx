/** While the board is being opened: the newest alerts, as they were kept. What needs all of them says that it will come, and comes by itself. */

import { FRESH_FOR } from "../../alerts/statements";
import { word } from "../../alerts/wording";
import { early } from "../../app/lock";
import { go, here } from "../../app/places";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import "../../ui/everyday.css";
import { AlertCard } from "../alerts/AlertCard";
import { AlertText } from "../alerts/AlertPage";
import { ago, capital, now, say } from "../said";
import { type EarlyAlert, earlyList } from "./early";

/** What one comes for; where she goes meanwhile opens by itself. */
const FIRST = ["check", "report", "alerts"] as const;

export function Opening() {
  const known = early.value;
  if (known === null) return null;
  const { newest, synced, done, of } = known;
  const time = now();
  const alerts = earlyList(newest.alerts, time);
  const { screen, id } = here();
  const one = screen === "alert" ? alerts.find((alert) => alert.key === id) : undefined;
  if (one !== undefined) return <One alert={one} topics={newest.topics} time={time} />;
  const stale = time - newest.announced >= FRESH_FOR;
  const busy = <Busy what={t("locked-opening")} done={done} of={of} />;
  if (screen === "check") {
    return (
      <Page title={t("check-title")}>
        {busy}
        <Note live>
          <p>{t("opening-check")}</p>
        </Note>
      </Page>
    );
  }
  const home = screen === "home";
  if (!home && screen !== "alerts") {
    return (
      <Page title={t("app-loading")}>
        {busy}
        <Note live>
          <p>{t("opening-soon")}</p>
        </Note>
      </Page>
    );
  }
  return (
    <Page title={home ? t("home-title") : t("alerts-title")}>
      {home ? (
        <nav class="tiles" aria-label={t("home-title")}>
          {FIRST.map((place) => (
            <button key={place} type="button" class="tile" onClick={() => { go(place); }}>
              <strong>{t(`home-${place}`)}</strong>
              <small>{t(`home-${place}-hint`)}</small>
            </button>
          ))}
        </nav>
      ) : null}
      {busy}
      {home ? <h2>{t("opening-newest")}</h2> : null}
      {synced === null ? null : <p class="age">{t("alerts-as-of", { ago: ago(time - synced) })}</p>}
      {newest.withheld > 0 || stale ? (
        <Note kind="care">
          {newest.withheld > 0 ? <p>{t("alerts-withheld", { count: newest.withheld })}</p> : null}
          {stale ? <p>{t("alerts-stale")}</p> : null}
        </Note>
      ) : null}
      {alerts.map((alert) => (
        <AlertCard key={alert.key} alert={alert} topics={newest.topics} now={time} />
      ))}
      {alerts.length < newest.of ? <p class="quiet">{t("opening-more")}</p> : null}
    </Page>
  );
}

interface OneProps {
  readonly alert: EarlyAlert;
  readonly topics: Parameters<typeof AlertText>[0]["topics"];
  readonly time: number;
}

/** One of them, whole. */
function One({ alert, topics, time }: OneProps) {
  const { content } = alert;
  return (
    <Page title={capital(say(content.kinds.map((kind) => word("kinds", kind))))}>
      {alert.soFar ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-so-far-short")}</strong>
          </p>
          <p>{t("alerts-so-far")}</p>
        </Note>
      ) : null}
      {content.disputed ? (
        <Note kind="care">
          <p>
            <strong>{t("alerts-disputed")}</strong>
          </p>
          <p>{t("alerts-disputed-what")}</p>
        </Note>
      ) : null}
      <AlertText content={content} topics={topics} headed />
      <p class="age">
        {t("alerts-published", { ago: ago(time - alert.published) })} {t("alerts-approved-by", { count: alert.people })}
      </p>
      {content.identifiers.length === 0 ? null : <p class="age">{t("alerts-can-be-faked")}</p>}
    </Page>
  );
}

