import { useState } from "preact/hooks";
import { word } from "../../alerts/wording";
import { go } from "../../app/places";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { AlertCard } from "../alerts/AlertCard";
import { Severity } from "../alerts/Marks";
import { shownAlert } from "../alerts/shown";
import { removalsOpen, undecided, waitsForHer } from "../collective/proposals";
import { keyOf } from "../keys";
import { useDevice, useWork } from "../opened";
import { moderatorOf, nameOf } from "../people";
import { WordsDue } from "../WordsDue";
import { ago, capital, now, say } from "../said";
import { Alarms } from "./Alarms";
import { Whole } from "./Whole";
import { type Row, alikeWords, changesOf, queueOf } from "./cases";

/** What a phone can draw at once. */
const PAGE = 40;

/** What waits for moderators, the most urgent first. */
export function Desk() {
  const open = useDevice();
  const [finished, setFinished] = useState(false);
  const [alerts, setAlerts] = useState(false);
  const [most, setMost] = useState(PAGE);
  const work = useWork();
  const moderator = moderatorOf(open);
  if (open === null) return null;
  if (moderator === null) return <NotForYou />;
  const time = now();
  const rows = queueOf(moderator, time);
  const waiting = rows.filter((row) => !row.finished);
  const over = rows.length - waiting.length;
  const changes = changesOf(moderator, time);
  const decisions = undecided(moderator, time).length + removalsOpen(moderator).length;
  const mine = waitsForHer(moderator, time);
  const shown = finished ? rows : waiting;
  return (
    <Page
      title={t("desk-title")}
      action={
        <Button
          disabled={work.busy}
          onClick={() => {
            void work.run(() => open.do((session) => session.sync()));
          }}
        >
          {t("desk-look")}
        </Button>
      }
    >
      {work.busy ? <Busy what={t("desk-looking")} /> : null}
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      <Alarms moderator={moderator} />
      <Whole open={open} />
      <WordsDue />
      {waiting.length === 0 ? (
        <Note>
          <p>{t("desk-none")}</p>
          <p>{t("desk-none-hint")}</p>
        </Note>
      ) : (
        <p role="status">{t("desk-waiting", { count: waiting.length })}</p>
      )}
      {shown.slice(0, most).map((row) => (
        <CaseCard key={row.key} row={row} now={time} />
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
      {over === 0 ? null : (
        <Button
          onClick={() => {
            setFinished(!finished);
          }}
        >
          {finished ? t("desk-hide-finished") : t("desk-show-finished", { count: over })}
        </Button>
      )}
      {changes.length === 0 ? null : (
        <section>
          <h2>{t("desk-changes")}</h2>
          {changes.map(({ thing, proposal }) => (
            <Button
              key={keyOf(proposal.body.hash)}
              hint={t("waiting-approvals", { count: moderator.approvalsOf(proposal).length, needed: moderator.neededFor(proposal.body) })}
              onClick={() => {
                go("desk-alert", keyOf(thing.id));
              }}
            >
              {t(proposal.body.kind === "retraction" ? "desk-proposes-retraction" : "desk-proposes-amendment", {
                name: nameOf(moderator, proposal.by),
              })}
            </Button>
          ))}
        </section>
      )}
      <section>
        <h2>{t("home-more")}</h2>
        {decisions === 0 ? null : (
          <Button
            {...(mine === 0 ? {} : { hint: t("desk-decisions-count", { count: mine }) })}
            onClick={() => {
              go("collective-waiting");
            }}
          >
            {t("desk-decisions")}
          </Button>
        )}
        <Button
          hint={t("pings-desk-hint")}
          onClick={() => {
            go("safety", "pings-desk");
          }}
        >
          {t("pings-desk-title")}
        </Button>
        <Button
          hint={t("desk-alerts-hint")}
          onClick={() => {
            setAlerts(!alerts);
          }}
        >
          {t("desk-alerts")}
        </Button>
        {alerts ? (
          <>
            {moderator.board.alerts
              .map((thing) => shownAlert(thing, time))
              .filter(({ standing }) => standing === "stands")
              .sort((a, b) => b.changed - a.changed)
              .slice(0, PAGE)
              .map((alert) => (
                <AlertCard key={alert.key} alert={alert} topics={moderator.board.charter.topics} now={time} to="desk-alert" />
              ))}
          </>
        ) : null}
      </section>
    </Page>
  );
}

/** One report of the list: how grave, what, where it stands, whose it is. Pressing it opens it. */
function CaseCard({ row, now: time }: { readonly row: Row; readonly now: number }) {
  const { found } = row;
  const kinds = capital(say(found.report.fields.kinds.map((kind) => word("kinds", kind))));
  const alike = [...new Set(row.alike.map((one) => say(alikeWords(one))))];
  return (
    <button
      type="button"
      class="card alert"
      onClick={() => {
        go("desk-case", row.key);
      }}
    >
      {row.urgent ? <p class="stamp">{t("desk-urgent")}</p> : null}
      {row.mine ? <p class="stamp">{t("desk-yours")}</p> : null}
      <p class="kinds">{kinds}</p>
      <Severity content={row} />
      <p>
        {say(row.state)} {row.late ? t("desk-late") : null}
      </p>
      {row.task === null ? null : (
        <p>
          <strong>{t(`desk-task-${row.task}`)}</strong>
        </p>
      )}
      {row.reminder === null ? null : (
        <p>
          <strong>{t("desk-reminder", { hours: row.reminder })}</strong>
        </p>
      )}
      {alike.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <small class="where">
        {t("desk-came", { ago: ago(time - found.report.arrived) })}
        {row.holder === null || found.state === "claimed" || row.finished ? null : ` · ${t("desk-taken-by", { name: row.holder || t("desk-somebody") })}`}
      </small>
    </button>
  );
}

/** For whoever is here and does not moderate (any more). */
export function NotForYou() {
  return (
    <Page title={t("desk-title")}>
      <p>{t("desk-only-moderators")}</p>
    </Page>
  );
}
