/** One report: what she told, what was asked and answered, the text for members, and every step it can take. */

import { useEffect, useState } from "preact/hooks";
import * as casework from "../../alerts/casework";
import type { Case } from "../../alerts/casework";
import type { Event } from "../../alerts/desk";
import { sameBytes } from "../../alerts/keyed";
import type { Moderator } from "../../alerts/moderator";
import { suggestedSeverity } from "../../alerts/report";
import type { Session } from "../../alerts/session";
import { languageWord, word } from "../../alerts/wording";
import type { OpenDevice } from "../../app/device";
import { go, here, replace } from "../../app/places";
import { language, t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Severity } from "../alerts/Marks";
import { keyOf } from "../keys";
import { useDevice, useWork } from "../opened";
import { moderatorOf, nameOf } from "../people";
import { linesOf } from "../report/lines";
import { SaidLines } from "../report/Review";
import { ago, capital, now, say } from "../said";
import { CaseSteps } from "./CaseSteps";
import { CaseText, readyToSign } from "./CaseText";
import { type Row, alikeWords, canGoAlone, caseCalled, compareHidden, offersOf, queueOf } from "./cases";
import { NotForYou } from "./Desk";

/** What a screen of one report works with. */
export interface AtCase {
  readonly open: OpenDevice;
  readonly moderator: Moderator;
  readonly found: Case;
  readonly row: Row;
  readonly busy: boolean;
  /** Does a step; `done` is said once it went well. */
  readonly act: (work: (session: Session) => Promise<unknown>, done: string) => Promise<boolean>;
}

export function CasePage() {
  const open = useDevice();
  const key = here().id ?? "";
  const moderator = moderatorOf(open);
  if (open === null) return null;
  if (moderator === null) return <NotForYou />;
  const found = caseCalled(moderator, key);
  const row = queueOf(moderator, now()).find((one) => one.key === key);
  if (found === null || row === undefined) {
    return (
      <Page title={t("desk-gone")}>
        <p>{t("desk-gone-why")}</p>
      </Page>
    );
  }
  return <OneCase open={open} moderator={moderator} found={found} row={row} />;
}

/** Somebody has taken it between what was on screen and what was pressed. */
class TakenJustNow extends Error {}

function OneCase({ open, moderator, found, row }: Pick<AtCase, "open" | "moderator" | "found" | "row">) {
  const work = useWork();
  const [done, setDone] = useState<string | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  // What is approved is what was on screen when she began to read, not what a sync has put there since.
  const [read, setRead] = useState<Uint8Array | null>(found.draft?.body.hash ?? null);
  const [, setCompared] = useState(false);
  useEffect(() => {
    let wanted = true;
    compareHidden(moderator, found, now()).then(
      () => {
        if (wanted) setCompared(true);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  const { report } = found;
  const time = now();
  const offers = offersOf(moderator, found);
  const can = (event: Event): boolean => offers.some((one) => one.event === event && one.why === null);
  const moved = found.draft !== null && read !== null && !sameBytes(found.draft.body.hash, read);
  if (found.draft !== null && read === null) setRead(found.draft.body.hash);

  async function act(what: (session: Session) => Promise<unknown>, said: string): Promise<boolean> {
    setDone(null);
    const well = await work.run(async () => {
      try {
        await open.do(what);
      } catch (error) {
        if (error instanceof TakenJustNow) {
          setDone(error.message);
          return;
        }
        throw error;
      }
      setDone(said);
    });
    if (well) window.scrollTo(0, 0);
    return well;
  }
  const at: AtCase = { open, moderator, found, row, busy: work.busy, act };

  /** Takes it, unless somebody else has since. */
  function claim(): void {
    const before = found.claimedBy;
    void act(async (session) => {
      await session.sync();
      const { claimedBy } = casework.findCase(session.moderator, report.id);
      if (claimedBy !== null && !sameBytes(claimedBy, before) && !sameBytes(claimedBy, session.moderator.me[0])) {
        throw new TakenJustNow(t("desk-taken-just-now", { name: nameOf(session.moderator, claimedBy) }));
      }
      await session.claim(report.id);
    }, t("desk-done-claimed"));
  }

  /** What she said late counts as read as far as it stood on this screen. */
  function hasRead(): void {
    const newest = report.counter;
    void act((session) => session.read(report.id, newest), t("desk-done-read"));
  }

  /** Signs what is on screen, once both questions are answered. */
  function signed(what: (session: Session, shown: Uint8Array) => Promise<unknown>, said: string): void {
    if (read === null || moved) return;
    if (!readyToSign(ticked)) {
      setAsked(asked + 1);
      return;
    }
    void act((session) => what(session, read), said);
  }
  const approve = (): void => {
    signed((session, shown) => session.approve(report.id, { shown }), t("desk-done-approved"));
  };
  const alone = (): void => {
    signed((session, shown) => session.publishSoFar(report.id, { shown }), t("desk-done-so-far"));
  };
  function publish(): void {
    if (read === null || moved) return;
    void act(async (session) => {
      await session.publishCase(report.id, { shown: read });
      await session.sync();
    }, t("desk-done-published"));
  }
  const next = nextOf(found, can, moved);
  const kinds = capital(say(report.fields.kinds.map((kind) => word("kinds", kind))));
  const signer = report.signedBy === null ? null : (moderator.log.members.get(report.signedBy)?.alias ?? t("desk-somebody"));
  const tongue = report.fields.language;
  return (
    <Page
      title={kinds}
      action={
        next === null ? undefined : (
          <Button
            kind="main"
            disabled={work.busy}
            onClick={() => {
              if (next === "read") hasRead();
              else if (next === "claim") claim();
              else if (next === "draft") go("desk-write", row.key);
              else if (next === "approve") approve();
              else publish();
            }}
            {...(next === "publish" ? { hint: t("desk-publish-hint") } : {})}
          >
            {t({ read: "desk-read", claim: "desk-claim", draft: "desk-write", approve: "desk-approve", publish: "desk-publish" }[next])}
          </Button>
        )
      }
    >
      {row.urgent ? <p class="stamp">{t("desk-urgent")}</p> : null}
      <Severity content={{ severity: suggestedSeverity(report.fields.kinds) }} />
      <p>
        <strong>{say(row.state)}</strong> {row.late ? t("desk-late") : null}
      </p>
      {work.busy ? <Busy what={t("desk-working")} /> : null}
      {work.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{work.trouble}</p>
        </Note>
      )}
      {done === null ? null : (
        <Note live>
          <p>{done}</p>
        </Note>
      )}
      {row.task === null ? null : (
        <Note kind="care">
          <p>{t(`desk-task-${row.task}`)}</p>
        </Note>
      )}
      {row.reminder === null ? null : (
        <Note kind="care">
          <p>{t("desk-reminder", { hours: row.reminder })}</p>
        </Note>
      )}
      {row.holder === null || row.finished ? null : (
        <Note kind="care">
          <p>{t("desk-not-yours", { name: row.holder || t("desk-somebody") })}</p>
        </Note>
      )}
      {found.mergedInto === null ? null : <To screen="desk-case" to={keyOf(found.mergedInto)} label={t("desk-state-merged")} />}
      {found.alert === null || !moderator.board.things.has(found.alert) ? null : (
        <To screen="desk-alert" to={keyOf(found.alert)} label={t("desk-to-alert")} />
      )}
      <h2>{t("desk-told")}</h2>
      <SaidLines lines={linesOf(report.fields)} />
      <p class="age">
        {t("desk-came", { ago: ago(time - report.arrived) })} · {signer === null ? t("desk-no-name") : t("desk-her-name", { name: signer })}
        {tongue === undefined || tongue === language.value ? null : ` · ${t("desk-written-in", { language: say(languageWord(tongue)) })}`}
      </p>
      <Talk found={found} />
      {row.alike.length === 0 ? null : (
        <>
          <h2>{t("desk-alike")}</h2>
          {row.alike.map((alike) => (
            <To key={alike.key} screen={alike.isAlert ? "desk-alert" : "desk-case"} to={alike.key} label={say(alikeWords(alike))} />
          ))}
        </>
      )}
      <CaseText
        at={at}
        offers={offers}
        moved={moved}
        onRead={() => {
          setTicked([]);
          setRead(found.draft?.body.hash ?? null);
        }}
        ticked={ticked}
        onTick={setTicked}
        asked={asked}
      />
      <CaseSteps at={at} offers={offers} next={next} onClaim={claim} onAlone={canGoAlone(moderator, found) && !moved ? alone : null} />
    </Page>
  );
}

/** The one thing to do next, if there is one. */
type Next = "read" | "claim" | "draft" | "approve" | "publish";

export function nextOf(found: Pick<Case, "state" | "draft">, can: (event: Event) => boolean, moved: boolean): Next | null {
  // What she says late may change what is signed.
  if (can("read")) return "read";
  if (found.state === "received" && can("claim")) return "claim";
  if (!moved && can("publish")) return "publish";
  if (!moved && can("approve")) return "approve";
  // A question is open: first of all it is her turn.
  return found.draft === null && found.state !== "needs-info" && can("draft") ? "draft" : null;
}

function To({ screen, to, label }: { readonly screen: string; readonly to: string; readonly label: string }) {
  return (
    <Button
      onClick={() => {
        if (screen === here().screen) replace(screen, to);
        else go(screen, to);
      }}
    >
      {label}
    </Button>
  );
}

/** What was asked, what she wrote, and why it was declined. */
function Talk({ found }: { readonly found: Case }) {
  const answers = found.answers.filter((one) => one !== "");
  const declined = found.reason !== "" && found.state === "declined";
  if (found.questions.length === 0 && answers.length === 0 && !declined) return null;
  return (
    <>
      <h2>{t("desk-talk")}</h2>
      <dl class="said">
        {found.questions.map((text, at) => (
          <Said key={`asked-${at}`} who={t("desk-we-asked")} text={text} />
        ))}
        {answers.map((text, at) => (
          <Said key={`said-${at}`} who={t("desk-she-says")} text={text} />
        ))}
        {declined ? <Said who={t("desk-why-declined")} text={found.reason} /> : null}
      </dl>
      {answers.length === 0 && found.state === "needs-info" ? <p class="hint">{t("desk-no-answer")}</p> : null}
    </>
  );
}

function Said({ who, text }: { readonly who: string; readonly text: string }) {
  return (
    <div>
      <dt>{who}</dt>
      <dd class="free" dir="auto">
        {text}
      </dd>
    </div>
  );
}
