import { useEffect, useState } from "preact/hooks";
import { fetchNow, news } from "../../app/news";
import { troubleOf } from "../../app/device";
import { opened } from "../../app/lock";
import { go } from "../../app/places";
import { SCREENS } from "../../app/screens";
import { settings } from "../../app/settings";
import { connected } from "../../bridge/telegram";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import type { ListedNow } from "../check/Watch";
import { standingOf, wantsHer } from "../mine/standing";
import { listOf } from "../alerts/shown";
import { Alarms } from "../desk/Alarms";
import { Whole } from "../desk/Whole";
import { useDevice } from "../opened";
import { moderatorOf } from "../people";
import { ago, now } from "../said";
import { WordsDue } from "../WordsDue";
import { BegunReport } from "./Begun";
import { type Saying, saysOf } from "./saying";
import { waitsAtDesk } from "./waiting";

/** Its name in `check/watching.ts`, which is not loaded for it. */
const WATCHED = "watched";
/** What one comes for, at one size. */
const FIRST = ["check", "report", "alerts"] as const;

/** From so many new messages on, how far they are is shown. */
const MANY = 200;

export function Home() {
  const open = useDevice();
  const frame = opened.value;
  const [Listed, setListed] = useState<typeof ListedNow | null>(null);
  useEffect(() => {
    // Home is drawn first: comparing is heavy, and hardly anybody has marked anything.
    let wanted = true;
    void open?.draft.get(WATCHED).then(async (kept) => {
      // Fetched whether she has or not: who serves this app would know otherwise.
      const { ListedNow } = await import("../check/Watch");
      if (wanted && kept !== null) setListed(() => ListedNow);
    }).catch(() => undefined); // prettier-ignore
    return () => {
      wanted = false;
    };
  }, [open]);
  if (open === null || frame === null) return null;
  const { member } = open;
  const time = now();
  const { running, ...last } = news.value;
  const mine = Array.from(member.receipts.values());
  const asked = mine.filter((receipt) => wantsHer(standingOf(receipt, member.outbox))).length;
  const synced = open.synced?.value ?? null;
  const moderator = moderatorOf(open);
  const moderates = moderator !== null;
  const said = saysOf({ news: last, board: member.board, waits: member.joining !== null, moderates, willing: settings.value.willing, now: time });
  const far = open.progress?.value ?? null;
  const reading = far?.what === "reading" && far.done < far.of && far.of >= MANY ? far : null;
  return (
    <Page title={t("home-title")}>
      <nav class="tiles" aria-label={t("home-title")}>
        {FIRST.map((screen) => (
          <button
            key={screen}
            type="button"
            class="tile"
            onClick={() => {
              go(screen);
            }}
          >
            <strong>{t(`home-${screen}`)}</strong>
            <small>{t(`home-${screen}-hint`)}</small>
          </button>
        ))}
      </nav>
      {Listed === null ? null : <Listed />}
      {last.offline && connected() ? (
        <Note>
          <p>{t("home-offline-telegram")}</p>
        </Note>
      ) : null}
      <Said said={said.filter(({ kind }) => kind !== "calm")} />
      {moderator === null ? null : (
        <>
          <Promoted />
          <Alarms moderator={moderator} />
          <Whole open={open} />
          <WordsDue />
        </>
      )}
      <nav class="rows" aria-label={t("home-more")}>
        <BegunReport open={open} />
        {moderator === null ? null : <Row screen="desk" count={waitsAtDesk(moderator, time)} />}
        <Row screen="mine" count={asked} />
        <Row screen="collective" />
        <Row screen="safety" />
        <Row screen="help" />
      </nav>
      <Said said={said.filter(({ kind }) => kind === "calm")} />
      {running && reading !== null ? <Busy what={t("join-checking", { count: reading.of })} done={reading.done} of={reading.of} /> : null}
      <p class="quiet" role="status">
        {running ? t("home-fetching") : synced === null ? t("home-never") : t("home-synced", { ago: ago(time - synced) })}
        {" · "}
        {t("home-alerts-count", { count: listOf(member.board, time).length })}
        {last.offline ? ` · ${t("home-offline")}` : null}
      </p>
      <button type="button" class="link" disabled={running} onClick={() => { void fetchNow(frame); }}>
        {t("home-fetch")}
      </button>
    </Page>
  );
}

/** Once, for who moderates from now on. */
function Promoted() {
  if (settings.value.told) return null;
  return (
    <Note>
      <p>{t("home-promoted")}</p>
      <Button
        onClick={() => {
          // That it could not be kept must not keep her out: she is told once more.
          void opened.peek()?.set({ told: true }).catch((error: unknown) => troubleOf(error));
          go("desk");
        }}
      >
        {t("home-promoted-desk")}
      </Button>
    </Note>
  );
}

function Said({ said }: { readonly said: readonly Saying[] }) {
  return said.map(({ id, values, kind }) => (
    <Note key={id} kind={kind}>
      <p>{t(id, values)}</p>
    </Note>
  ));
}

function Row({ screen, count = 0 }: { readonly screen: string; readonly count?: number }) {
  // What is not part of this build yet is not offered.
  if (!Object.hasOwn(SCREENS, screen) && screen !== "help") return null;
  return (
    <button
      type="button"
      class="row"
      onClick={() => {
        go(screen);
      }}
    >
      <span>{t(`home-${screen}`)}</span>
      {count === 0 ? null : <span class="count">{t("home-asked", { count })}</span>}
    </button>
  );
}
