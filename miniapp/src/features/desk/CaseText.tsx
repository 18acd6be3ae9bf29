/** The text for members as it stands, what was said of it, and what stands in its way. */

import { useEffect, useRef } from "preact/hooks";
import { checkAlert } from "../../alerts/alert";
import { consentOf } from "../../alerts/report";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Note } from "../../ui/Note";
import { AlertText } from "../alerts/AlertPage";
import { nameOf } from "../people";
import { now, say } from "../said";
import type { AtCase } from "./CasePage";
import { type Offer, hasApproved } from "./cases";

/** What is to be looked at before a text goes on. */
export const LOOKED_AT = ["know", "is"] as const;

export function readyToSign(ticked: readonly string[]): boolean {
  return LOOKED_AT.every((one) => ticked.includes(one));
}

interface TickProps {
  readonly ticked: readonly string[];
  readonly onTick: (ticked: string[]) => void;
  /** How often she went on without. */
  readonly asked: number;
}

/** *Could only she know this?* and *never what somebody is*: looked at by a person, each time. */
export function LookFirst({ ticked, onTick, asked }: TickProps) {
  const place = useRef<HTMLDivElement>(null);
  const lacking = asked > 0 && !readyToSign(ticked);
  // What stops her may be far from what she pressed.
  useEffect(() => {
    if (!lacking) return;
    place.current?.scrollIntoView({ block: "center" });
    place.current?.querySelector<HTMLElement>('[aria-pressed="false"]')?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <div ref={place}>
      <Choice
        label={t("write-only-she")}
        many
        options={LOOKED_AT.map((value) => ({ value, label: t(`write-only-she-${value}`) }))}
        chosen={ticked}
        onChange={onTick}
      />
      {lacking ? (
        <p class="fault" role="alert">
          {t("write-tick")}
        </p>
      ) : null}
    </div>
  );
}

interface Props extends TickProps {
  readonly at: AtCase;
  readonly offers: readonly Offer[];
  /** Whether the text is another by now than the one she began to read. */
  readonly moved: boolean;
  readonly onRead: () => void;
}

export function CaseText({ at, offers, moved, onRead, ...ticks }: Props) {
  const { moderator, found } = at;
  const { draft } = found;
  if (draft === null) return null;
  const approvals = moderator.approvalsOf(draft);
  const offer = (event: string): Offer | undefined => offers.find((one) => one.event === event);
  const approving = offer("approve");
  const why = approving?.why ?? offer("publish")?.why ?? null;
  const void_ = !moderator.isOpen(draft, now()) && !moderator.board.has(draft.body);
  const names = approvals.map((one) => nameOf(moderator, one.person)).join(t("list-comma"));
  return (
    <section>
      <h2>{t("desk-text")}</h2>
      <div class="card">
        <AlertText content={checkAlert(draft.body.content)} topics={moderator.board.charter.topics} />
      </div>
      {moved ? (
        <Note kind="care" live>
          <p>{t("desk-text-changed")}</p>
          <Button kind="main" onClick={onRead}>
            {t("desk-text-read")}
          </Button>
        </Note>
      ) : null}
      <p>{t(agreementOf(at))}</p>
      {found.agreedElsewhere && !found.agreed ? (
        <Note kind="care">
          <p>{t("desk-text-elsewhere")}</p>
        </Note>
      ) : null}
      <p>
        {t("desk-text-approved", { count: approvals.length, needed: moderator.board.charter.quorums.alert })}{" "}
        {names === "" ? null : t("desk-text-approved-by", { names })}
      </p>
      {void_ ? <p>{t("desk-approve-again")}</p> : null}
      {hasApproved(moderator, draft) && approvals.length < moderator.neededFor(draft.body) ? <p>{t("desk-text-yours")}</p> : null}
      {why === null ? null : (
        <Note>
          <p>{t("desk-not-yet", { why: say(why) })}</p>
        </Note>
      )}
      {approving?.why === null && !moved ? <LookFirst {...ticks} /> : null}
    </section>
  );
}

/** What she has said to the text: a message's id. */
function agreementOf({ found }: AtCase): string {
  if (found.agreed) return "desk-text-agreed";
  return consentOf(found.report.fields).show_first ? "desk-text-not-agreed" : "desk-text-not-asked";
}
