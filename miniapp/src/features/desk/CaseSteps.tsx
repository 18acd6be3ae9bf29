/** Every other step a report can take: each says what it does, and asks once if it concerns somebody. */

import { useState } from "preact/hooks";
import { suggestedSeverity } from "../../alerts/report";
import { word } from "../../alerts/wording";
import { go, replace } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Kept } from "../../ui/Kept";
import { Note } from "../../ui/Note";
import { type Drafted, useDraft } from "../drafted";
import { idOf } from "../keys";
import { nameOf } from "../people";
import { Sure } from "../Sure";
import { ago, capital, now, say } from "../said";
import type { AtCase } from "./CasePage";
import { type Offer, alikeWords, isMine, queueOf } from "./cases";
import { isCountedOnly } from "./writing";

interface Props {
  readonly at: AtCase;
  readonly offers: readonly Offer[];
  /** What the large button does already. */
  readonly next: string | null;
  readonly onClaim: () => void;
  /** Publishes with her word alone; `null` where that cannot be. */
  readonly onAlone: (() => void) | null;
}

export function CaseSteps({ at, offers, next, onClaim, onAlone }: Props) {
  const { moderator, found, row, act, busy } = at;
  const [opened, setOpened] = useState("");
  const [other, setOther] = useState("");
  const question = useDraft(at.open, `ask-${row.key}`);
  const reason = useDraft(at.open, `decline-${row.key}`);
  const { report } = found;
  const toggle = (name: string): void => {
    setOther("");
    setOpened(opened === name ? "" : name);
  };
  const offered = (name: string): boolean => offers.some(({ event, why }) => event === name && why === null);
  const did =
    (draft: Drafted<string> | null) =>
    (well: boolean): void => {
      if (!well) return;
      draft?.forget();
      toggle("");
    };
  const others = found.claimedBy !== null && !isMine(moderator, found);
  const counted = isCountedOnly({ severity: suggestedSeverity(report.fields.kinds) }, moderator.board.charter);
  const any = offers.some(({ event, why }) => why === null && event !== next);
  return (
    <section>
      <h2>{t("desk-steps")}</h2>
      {any || onAlone !== null || next !== null ? null : <p>{t("desk-nothing")}</p>}
      {offered("claim") && next !== "claim" ? (
        others ? (
          <Sure
            open={opened === "claim"}
            onToggle={() => {
              toggle("claim");
            }}
            label={t("desk-take-over")}
            what={t("desk-take-over-what", { name: nameOf(moderator, found.claimedBy) })}
            sure={t("desk-take-over-sure")}
            mild
            busy={busy}
            onSure={() => {
              toggle("");
              onClaim();
            }}
          />
        ) : (
          <Button disabled={busy} onClick={onClaim}>
            {t("desk-claim")}
          </Button>
        )
      ) : null}
      {offered("draft") && next !== "draft" ? (
        <Button
          {...(found.draft === null ? {} : { hint: t("desk-write-again-hint") })}
          onClick={() => {
            go("desk-write", row.key);
          }}
        >
          {t(found.draft === null ? "desk-write" : "desk-write-again")}
        </Button>
      ) : null}
      {counted && offered("draft") ? (
        <Note>
          <p>{t("write-nuisance")}</p>
        </Note>
      ) : null}
      {onAlone === null ? null : (
        <Sure
          open={opened === "alone"}
          onToggle={() => {
            toggle("alone");
          }}
          label={t("desk-so-far")}
          what={t("desk-so-far-what")}
          sure={t("desk-so-far-sure")}
          busy={busy}
          onSure={onAlone}
        />
      )}
      {offered("ask") ? (
        <Sure
          open={opened === "ask"}
          onToggle={() => {
            toggle("ask");
          }}
          label={t("desk-ask")}
          what={t("desk-ask-hint")}
          sure={t("desk-ask-send")}
          mild
          busy={busy || question.value.trim() === ""}
          onSure={() => {
            void act((session) => session.ask(report.id, question.value.trim()), t("desk-done-asked")).then(did(question));
          }}
        >
          <Field label={t("desk-ask-field")} rows={3} limit={2_000} value={question.value} onInput={question.set} />
          {question.begun ? <Kept trouble={question.trouble} /> : null}
        </Sure>
      ) : null}
      {offered("hand-back") ? (
        <Button
          hint={t("desk-hand-back-hint")}
          disabled={busy}
          onClick={() => {
            void act((session) => session.handBack(report.id), t("desk-done-handed-back"));
          }}
        >
          {t("desk-hand-back")}
        </Button>
      ) : null}
      {offered("merge") ? (
        <Sure
          open={opened === "merge"}
          onToggle={() => {
            toggle("merge");
          }}
          label={t("desk-merge")}
          what={t("desk-merge-what")}
          sure={t("desk-merge-sure")}
          busy={busy || other === ""}
          onSure={() => {
            const into = other;
            void act((session) => session.merge(report.id, idOf(into)), t("desk-done-merged")).then((well) => {
              if (well) replace("desk-case", into);
            });
          }}
        >
          <Others at={at} chosen={other} onChoose={setOther} />
        </Sure>
      ) : null}
      {offered("decline") ? (
        <Sure
          open={opened === "decline"}
          onToggle={() => {
            toggle("decline");
          }}
          label={t("desk-decline")}
          what={t("desk-decline-what")}
          sure={t("desk-decline-sure")}
          busy={busy || reason.value.trim() === ""}
          onSure={() => {
            void act((session) => session.decline(report.id, reason.value.trim()), t("desk-done-declined")).then(did(reason));
          }}
        >
          <Field label={t("desk-decline-field")} rows={3} limit={500} value={reason.value} onInput={reason.set} />
          {reason.begun ? <Kept trouble={reason.trouble} /> : null}
        </Sure>
      ) : null}
    </section>
  );
}

/** The reports it can be joined with: those that share something first. */
function Others({ at, chosen, onChoose }: { readonly at: AtCase; readonly chosen: string; readonly onChoose: (key: string) => void }) {
  const time = now();
  const alike = new Map(at.row.alike.map((one) => [one.key, one]));
  const others = queueOf(at.moderator, time)
    .filter(({ key, found }) => key !== at.row.key && !["withdrawn", "merged", "declined"].includes(found.state))
    .sort((a, b) => Number(alike.has(b.key)) - Number(alike.has(a.key)));
  if (others.length === 0) return <p>{t("desk-merge-none")}</p>;
  return (
    <Choice
      quiet
      label={t("desk-merge")}
      options={others.slice(0, 20).map(({ key, found }) => {
        const shares = alike.get(key);
        const came = t("desk-came", { ago: ago(time - found.report.arrived) });
        return {
          value: key,
          label: capital(say(found.report.fields.kinds.map((kind) => word("kinds", kind)))),
          hint: shares === undefined ? came : `${came} · ${say(alikeWords(shares))}`,
        };
      })}
      chosen={chosen === "" ? [] : [chosen]}
      onChange={(next) => {
        onChoose(next[0] ?? "");
      }}
    />
  );
}
