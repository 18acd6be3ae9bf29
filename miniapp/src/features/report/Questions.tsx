/** The questions of a report: one a screen. Each changes the draft, and nothing else. */

import type { ComponentChildren } from "preact";
import * as coded from "../../alerts/coded";
import type { When } from "../../alerts/forms";
import { NAMED_LANGUAGES, word } from "../../alerts/wording";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";
import { language, t } from "../../text";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Select } from "../../ui/Select";
import { capital, say } from "../said";
import { NEAR, type Near, nearDay, nearOf, pickedDay } from "./dates";
import { changedIn, pickedOf, textOf } from "./drafts";
import { type Picked, type Written, alone, kindsOf } from "./steps";

interface Props {
  readonly answers: ValueMap;
  readonly onChange: (name: string, answer: Value) => void;
}

function options(codes: coded.Codes, table: string) {
  return codes.values.map((value) => ({ value, label: capital(say(word(table, value))) }));
}

/** What happened: every kind there is, in groups. */
export function Kinds({ answers, onChange }: Props) {
  const chosen = kindsOf(answers);
  return (
    <>
      {Object.entries(coded.KIND_GROUPS).map(([group, kinds]) => (
        <section key={group}>
          <Choice
            label={say(word("kind-groups", group))}
            many
            options={kinds.map((kind) => ({ value: kind, label: capital(say(word("kinds", kind))) }))}
            chosen={chosen}
            onChange={(next) => {
              onChange(
                "kinds",
                coded.KINDS.values.filter((kind) => next.includes(kind)),
              );
            }}
          />
        </section>
      ))}
    </>
  );
}

export function Pick({ answers, onChange, step }: Props & { readonly step: Picked }) {
  const chosen = pickedOf(answers, step.name);
  return (
    <Choice
      quiet
      label={t(`report-${step.name}`)}
      many={step.many}
      options={options(step.codes, step.table)}
      chosen={chosen}
      onChange={(next) => {
        onChange(step.name, step.many ? alone(chosen, next) : (next[0] ?? null));
      }}
    />
  );
}

export function Write({ answers, onChange, step, children }: Props & { readonly step: Written; readonly children: ComponentChildren }) {
  const value = textOf(answers, step.name);
  const tongue = textOf(answers, "language");
  return (
    <>
      <Field
        label={t(`report-${step.name}-field`)}
        hint={t("report-own-words")}
        rows={8}
        limit={step.limit}
        value={value}
        onInput={(typed) => {
          onChange(step.name, typed);
        }}
      />
      {step.limit - value.length < 200 ? <p role="status">{t("report-room-left", { count: step.limit - value.length })}</p> : null}
      {children}
      <Select
        label={t("report-language")}
        value={tongue === "" ? language.value : tongue}
        options={NAMED_LANGUAGES.filter((one) => !one.includes("-")).map((one) => ({ value: one, label: say(word("languages", one)) }))}
        onChange={(next) => {
          onChange("language", next);
        }}
      />
    </>
  );
}

interface ConsentProps {
  readonly answers: ValueMap;
  readonly onChange: (name: string, answer: Value, signed: boolean) => void;
  readonly signed: boolean;
  readonly alias: string;
}

/** Who may know. What she does not say keeps her safer: nothing goes out before she has seen it. */
export function Consent({ answers, onChange, signed, alias }: ConsentProps) {
  const given = answers["consent"];
  const consent: ValueMap = given !== undefined && wire.isMap(given) ? given : {};
  const share = textOf(consent, "share");
  const set = (name: string, value: Value): void => {
    onChange("consent", changedIn(consent, name, value), signed);
  };
  const wishes = [
    ...(consent["show_first"] === true ? ["show_first"] : []),
    ...(consent["hold"] === true ? ["hold"] : []),
    ...(consent["figures"] === false ? ["no-figures"] : []),
    ...(signed ? ["signed"] : []),
  ];
  const offered = [
    ...(share === "peers" ? [{ value: "show_first", label: t("consent-show-first-wish") }] : []),
    ...(share === "moderators" ? [] : [{ value: "hold", label: t("consent-hold-wish"), hint: t("consent-hold-hint") }]),
    { value: "no-figures", label: t("consent-no-figures-wish"), hint: t("consent-no-figures-hint") },
    { value: "signed", label: t("consent-signed", { alias }), hint: t("consent-signed-hint") },
  ];
  return (
    <>
      <p>{t("consent-own-words")}</p>
      <Choice
        quiet
        label={t("report-consent")}
        options={[
          { value: "peers", label: t("consent-peers"), hint: t("consent-peers-hint") },
          { value: "moderators", label: t("consent-moderators"), hint: t("consent-moderators-hint") },
        ]}
        chosen={share === "" ? [] : [share]}
        onChange={(next) => {
          set("share", next[0] ?? null);
        }}
      />
      {share === "" ? (
        <Note>
          <p>{t("consent-nothing-said")}</p>
        </Note>
      ) : null}
      <Choice
        label={t("consent-wishes")}
        many
        options={offered}
        chosen={wishes}
        onChange={(next) => {
          const wanted = (name: string): boolean | null => (next.includes(name) ? true : null);
          const first = changedIn(changedIn(consent, "show_first", wanted("show_first")), "hold", wanted("hold"));
          onChange("consent", changedIn(first, "figures", next.includes("no-figures") ? false : null), next.includes("signed"));
        }}
      />
    </>
  );
}

/** When it was: near days by one tap, any other by the calendar, and about what time. */
export function WhenAsked({ answers, onChange }: Props) {
  const today = new Date();
  const given = answers["when"];
  const when = given !== undefined && wire.isMap(given) ? (given as unknown as When) : null;
  const near = nearOf(when, today);
  const set = (next: When | null): void => {
    onChange("when", next === null ? null : { ...next, ...(when?.band !== undefined && next.precision === "day" ? { band: when.band } : {}) });
  };
  return (
    <>
      <Choice
        quiet
        label={t("report-when")}
        options={NEAR.map((value) => ({ value, label: t(`when-${value}`) }))}
        chosen={near === null ? [] : [near]}
        onChange={(next) => {
          set(next[0] === undefined ? null : nearDay(next[0] as Near, today));
        }}
      />
      <Field
        label={t("when-another-day")}
        kind="date"
        value={when?.precision === "day" ? when.date : ""}
        onInput={(typed) => {
          set(pickedDay(typed, today));
        }}
      />
      {when?.precision === "day" ? (
        <Choice
          label={t("when-what-time")}
          options={options(coded.BANDS, "bands")}
          chosen={when.band === undefined ? [] : [when.band]}
          onChange={(next) => {
            const day = { date: when.date, precision: when.precision };
            onChange("when", next[0] === undefined ? day : { ...day, band: next[0] });
          }}
        />
      ) : null}
    </>
  );
}

/** Coarsely where: one of the areas, or her own words for it. */
export function Area({ answers, onChange, areas }: Props & { readonly areas: readonly string[] }) {
  const area = textOf(answers, "area");
  return (
    <>
      {areas.length === 0 ? null : (
        <Choice
          quiet
          label={t("report-area")}
          options={areas.map((name) => ({ value: name, label: name }))}
          chosen={areas.includes(area) ? [area] : []}
          onChange={(next) => {
            onChange("area", next[0] ?? null);
          }}
        />
      )}
      <Field
        label={t("area-other")}
        hint={t("area-hint")}
        limit={80}
        value={areas.includes(area) ? "" : area}
        onInput={(typed) => {
          onChange("area", typed);
        }}
      />
    </>
  );
}
