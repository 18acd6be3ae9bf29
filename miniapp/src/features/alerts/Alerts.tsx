import { useState } from "preact/hooks";
import * as coded from "../../alerts/coded";
import { word } from "../../alerts/wording";
import { settings } from "../../app/settings";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";
import { useDevice, useWork } from "../opened";
import { now, say } from "../said";
import { AlertCard } from "./AlertCard";
import { Age, Doubts } from "./Age";
import { EVERYTHING, forAreas, listOf } from "./shown";

/** How many are shown at once: a cheap phone need not draw ten thousand. */
const PAGE = 30;

/** A severity and all that is worse; of the last, nothing is. */
function fromOn(severity: string): string {
  const said = say(word("severities", severity));
  return severity === coded.SEVERITIES.values.at(-1) ? said : t("alerts-from", { severity: said });
}

/** The alerts that stand, newest first. */
export function Alerts() {
  const open = useDevice();
  const [narrowed, setNarrowed] = useState(EVERYTHING);
  const [everywhere, setEverywhere] = useState(false);
  const [most, setMost] = useState(PAGE);
  const work = useWork();
  if (open === null) return null;
  const { board } = open.member;
  const time = now();
  const all = listOf(board, time);
  const { topics } = board.charter;
  const asked = listOf(board, time, narrowed);
  const { areas } = settings.value;
  // Who picks an area here means that one.
  const hers = narrowed.area === "" ? forAreas(asked, areas, topics) : asked;
  const left = asked.length - hers.length;
  const shown = everywhere ? asked : hers;
  const names = topics.filter(({ id }) => areas.includes(id)).map(({ name }) => name);
  return (
    <Page
      title={t("alerts-title")}
      action={
        <Button
          disabled={work.busy}
          onClick={() => {
            void work.run(() => open.do((session) => session.sync()));
          }}
        >
          {t("alerts-fetch")}
        </Button>
      }
    >
      {work.busy ? <Busy what={t("alerts-fetching")} /> : null}
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      <Age open={open} />
      <Doubts board={board} />
      {all.length < 2 ? null : (
        <div class="filters">
          {topics.length < 2 ? null : (
            <Select
              label={t("alerts-area")}
              value={narrowed.area}
              options={[{ value: "", label: t("alerts-all-areas") }, ...topics.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(area) => {
                setNarrowed({ ...narrowed, area });
              }}
            />
          )}
          <Select
            label={t("alerts-severity")}
            value={narrowed.severity}
            options={[
              { value: "", label: t("alerts-all") },
              ...coded.SEVERITIES.values.slice(1).map((one) => ({ value: one, label: fromOn(one) })),
            ]}
            onChange={(severity) => {
              setNarrowed({ ...narrowed, severity });
            }}
          />
        </div>
      )}
      {left === 0 ? null : (
        <Note>
          <p>{everywhere ? t("alerts-everywhere") : t("alerts-yours", { areas: names.join(t("list-comma")), count: left })}</p>
          <Button
            onClick={() => {
              setEverywhere(!everywhere);
            }}
          >
            {everywhere ? t("alerts-only-yours") : t("alerts-show-all")}
          </Button>
        </Note>
      )}
      {shown.length === 0 ? (
        <Note>
          <p>{t(all.length === 0 ? "alerts-none" : "alerts-none-such")}</p>
          <p>{t("alerts-not-safe")}</p>
        </Note>
      ) : (
        <p role="status">{t("alerts-count", { count: shown.length })}</p>
      )}
      {shown.slice(0, most).map((alert) => (
        <AlertCard key={alert.key} alert={alert} topics={topics} now={time} />
      ))}
      {shown.length > most ? (
        <Button
          onClick={() => {
            setMost(most + PAGE);
          }}
        >
          {t("alerts-more")}
        </Button>
      ) : null}
    </Page>
  );
}
