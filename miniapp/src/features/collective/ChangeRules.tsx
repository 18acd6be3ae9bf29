import { useState } from "preact/hooks";
import { SEVERITIES } from "../../alerts/coded";
import { hasNumbers } from "../../alerts/phones";
import { word } from "../../alerts/wording";
import { BadInput } from "../../crypto/errors";
import type { ValueMap } from "../../crypto/wire";
import { back } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Kept } from "../../ui/Kept";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";
import { useDrafted } from "../drafted";
import { nameOf } from "../people";
import { capital, say } from "../said";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";
import { isSame } from "../../alerts/casework";
import { now } from "../said";
import { missingOf, undecided } from "./proposals";
import { TYPES, type Wanted, canBeHome, contentFrom, differences, wantedAgain, wantedFrom } from "./rules";

/** Other rules, proposed to the other moderators. */
export const ChangeRules = moderatorsOnly(Change);

/** What is wanted instead of the rules of this number. */
type Begun = Wanted & { readonly number: number };

function Change({ open, moderator }: ForModerators) {
  const { charter } = moderator.board;
  // Wishes for other rules than those in force by now are none.
  const draft = useDrafted<Begun>(open, "rules", { ...wantedFrom(charter), number: charter.number }, (kept) => {
    const again = wantedAgain(kept);
    return again?.number === charter.number ? again : null;
  });
  const wanted = draft.value;
  const [content, setContent] = useState<ValueMap | null>(null);
  // As they stood when she looked them over: once they are in force nothing differs.
  const [changes, setChanges] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const doing = useDoing(open);
  const set = (changes: Partial<Wanted>): void => {
    setFault(null);
    draft.set({ ...wanted, ...changes });
  };

  function review(): void {
    try {
      const next = contentFrom(charter, wanted);
      if (next === null) setFault(t("rules-unchanged"));
      else setChanges(differences(charter, next, (person) => nameOf(moderator, person)).map((said) => capital(say(said))));
      setContent(next);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      setFault(t(canBeHome(charter, wanted.country) ? "rules-cannot" : "rules-country-fault"));
    }
  }

  if (content !== null) {
    return (
      <Page
        title={t("collective-change-rules")}
        onBack={() => {
          if (doing.done === null) setContent(null);
          else back();
        }}
        action={
          doing.done !== null ? (
            <Button kind="main" onClick={back}>
              {t("safety-done")}
            </Button>
          ) : (
            <Button
              kind="main"
              disabled={doing.busy}
              onClick={() => {
                void doing.run(async (session) => {
                  const out = await session.proposeCharter(content);
                  draft.forget();
                  if (out) return t("collective-done");
                  const same = undecided(session.moderator, now()).find(({ body }) => isSame(body.content, content));
                  return t("collective-proposed", { count: same === undefined ? 1 : missingOf(session.moderator, same) });
                });
              }}
            >
              {t("rules-propose")}
            </Button>
          )
        }
      >
        <Came doing={doing} />
        {doing.done === null ? <p>{t("rules-changes")}</p> : null}
        <ul>
          {changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Page>
    );
  }
  const wishes = [...(wanted.nuisance ? ["nuisance"] : []), ...(wanted.ethnicity ? ["ethnicity"] : [])];
  const named = wanted.name.trim();
  return (
    <Page
      title={t("collective-change-rules")}
      action={
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <Button kind="main" onClick={review}>
            {t("rules-review")}
          </Button>
        </>
      }
    >
      <Select
        label={t("rules-quorum")}
        value={wanted.quorum}
        options={[...new Set(["1", "2", "3", "4", "5", wanted.quorum])].map((value) => ({ value, label: value }))}
        onChange={(quorum) => {
          set({ quorum });
        }}
      />
      <p class="hint">{t("rules-quorum-hint")}</p>
      <Field
        label={t("rules-areas-field")}
        hint={t("rules-areas-hint")}
        rows={5}
        value={wanted.areas}
        onInput={(areas) => {
          set({ areas });
        }}
      />
      <Select
        label={t("rules-severity")}
        value={wanted.severity}
        options={SEVERITIES.values.map((value) => ({ value, label: say(word("severities", value)) }))}
        onChange={(severity) => {
          set({ severity });
        }}
      />
      <Choice
        label={t("rules-masked-field")}
        many
        options={TYPES.map((value) => ({ value, label: say(word("types", value)) }))}
        chosen={wanted.masked}
        onChange={(masked) => {
          set({ masked });
        }}
      />
      <Choice
        label={t("rules-wishes")}
        many
        options={[
          { value: "nuisance", label: t("rules-nuisance") },
          { value: "ethnicity", label: t("rules-ethnicity"), hint: t("rules-ethnicity-hint") },
        ]}
        chosen={wishes}
        onChange={(next) => {
          set({ nuisance: next.includes("nuisance"), ethnicity: next.includes("ethnicity") });
        }}
      />
      <Field
        label={t("rules-name")}
        value={wanted.name}
        limit={80}
        fault={named === "" ? t("rules-name-fault") : null}
        onInput={(name) => {
          set({ name });
        }}
      />
      <Field
        label={t("rules-country-field")}
        value={wanted.country}
        kind="plain"
        limit={2}
        fault={hasNumbers(wanted.country.trim().toUpperCase()) ? null : t("rules-country-fault")}
        onInput={(country) => {
          set({ country });
        }}
      />
      {draft.begun ? (
        <>
          <Kept trouble={draft.trouble} />
          <Button onClick={draft.forget}>{t("draft-anew")}</Button>
        </>
      ) : null}
    </Page>
  );
}
