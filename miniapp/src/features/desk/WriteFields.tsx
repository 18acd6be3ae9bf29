/** What is asked of a public text, in the order in which members read it. Each answer changes the text, and nothing else. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type ShownIdentifier, dateWords, shownWords } from "../../alerts/alert";
import type { Charter } from "../../alerts/charter";
import * as coded from "../../alerts/coded";
import { find } from "../../alerts/finding";
import type { When } from "../../alerts/forms";
import type { IdentifierMap } from "../../alerts/identifiers";
import { NAMED_LANGUAGES, type Word, word } from "../../alerts/wording";
import { isMap, type ValueMap } from "../../crypto/wire";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Select } from "../../ui/Select";
import { useSpoken } from "../check/spoken";
import { Fold } from "../report/Fold";
import { ByHand } from "../report/Identifiers";
import { personWords, shownIdentifier, vehicleWords } from "../report/lines";
import { Kinds } from "../report/Questions";
import { capital, say } from "../said";
import { DAYS, type Kept, type Show, type Writing, areasOf, byOf, hasEnd, mayCarry, numbersIn, usualDays, withNumber } from "./writing";

interface Props {
  readonly writing: Writing;
  readonly rules: Charter;
  readonly amends: boolean;
  /** What its reporter wrote: a number may stand in it. */
  readonly words: readonly string[];
  readonly onChange: (writing: Writing) => void;
  readonly hints: ComponentChildren;
}

export function WriteFields({ writing, rules, amends, words, onChange, hints }: Props) {
  const set = (changes: Partial<Writing>): void => {
    onChange({ ...writing, ...changes });
  };
  const when = writing.from["when"];
  const areas = areasOf(writing, rules.topics);
  const from = rules.rule("identifiers_from");
  return (
    <>
      <Field
        label={t("write-text")}
        hint={t("write-text-hint")}
        rows={5}
        limit={4_000}
        value={writing.text}
        onInput={(text) => {
          set({ text });
        }}
      />
      {hints}
      <Select
        label={t("write-language")}
        value={writing.language}
        options={NAMED_LANGUAGES.filter((one) => !one.includes("-")).map((one) => ({ value: one, label: say(word("languages", one)) }))}
        onChange={(language) => {
          set({ language });
        }}
      />
      <Select
        label={t("write-severity")}
        value={writing.severity}
        options={coded.SEVERITIES.values.map((one) => ({ value: one, label: say(word("severities", one)) }))}
        onChange={(severity) => {
          set({ severity });
        }}
      />
      <Select
        label={t("write-verification")}
        value={writing.verification}
        options={coded.VERIFICATIONS.values.map((one) => ({
          value: one,
          label: t(one === "corroborated" ? "verifications-corroborated-pick" : `verifications-${one}`),
        }))}
        onChange={(verification) => {
          set({ verification });
        }}
      />
      {writing.verification === "corroborated" ? (
        <Field
          label={t("write-by")}
          value={writing.by}
          keys="numeric"
          limit={3}
          fault={writing.by !== "" && byOf(writing.by) === null ? t("write-by-fault") : null}
          onInput={(by) => {
            set({ by });
          }}
        />
      ) : null}
      {areas.length === 0 ? null : (
        <Choice
          label={t("write-areas")}
          many
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={writing.areas}
          onChange={(next) => {
            set({ areas: areas.map(({ id }) => id).filter((id) => next.includes(id)) });
          }}
        />
      )}
      <section>
        <h2>{t("write-identifiers")}</h2>
        {writing.identifiers.length === 0 || mayCarry(writing, rules) ? null : (
          <Note>
            <p>{t("write-identifiers-too-mild", { severity: typeof from === "string" ? say(word("severities", from)) : "" })}</p>
          </Note>
        )}
        {writing.identifiers.map((kept, at) => (
          <Identifier
            key={at}
            kept={kept}
            onShow={(show) => {
              set({ identifiers: writing.identifiers.with(at, { ...kept, show }) });
            }}
          />
        ))}
        <AddNumber writing={writing} rules={rules} words={words} onChange={onChange} />
      </section>
      <Described label={t("write-persons")} items={writing.persons} words={personWords} onChange={(persons) => { set({ persons }); }} />
      <Described label={t("write-vehicles")} items={writing.vehicles} words={vehicleWords} onChange={(vehicles) => { set({ vehicles }); }} />
      {when !== undefined && isMap(when) ? (
        <Choice
          label={t("write-when")}
          many
          options={[{ value: "say", label: t("write-when-keep", { when: say(dateWords(when as unknown as When)) }) }]}
          chosen={writing.sayWhen ? ["say"] : []}
          onChange={(next) => {
            set({ sayWhen: next.length > 0 });
          }}
        />
      ) : null}
      <Fold label={t("write-kinds")} answer={say(writing.kinds.map((kind) => word("kinds", kind)))}>
        <Kinds
          answers={{ kinds: [...writing.kinds] }}
          onChange={(_, kinds) => {
            if (Array.isArray(kinds) && kinds.length > 0) set({ kinds: kinds.filter((one) => typeof one === "string") });
          }}
        />
      </Fold>
      <Field
        label={t("write-what-to-do")}
        rows={2}
        limit={1_000}
        value={writing.whatToDo}
        onInput={(whatToDo) => {
          set({ whatToDo });
        }}
      />
      <Select
        label={t("write-expires")}
        value={writing.days === null ? "" : String(writing.days)}
        options={[
          { value: "", label: hasEnd(writing) ? t("write-expires-kept") : t("write-expires-usual", { days: usualDays(writing.severity) }) },
          ...DAYS.map((days) => ({ value: String(days), label: t("write-expires-days", { days }) })),
        ]}
        onChange={(days) => {
          set({ days: days === "" ? null : Number(days) });
        }}
      />
      {amends ? (
        <Choice
          quiet
          label={t("write-disputed")}
          many
          options={[{ value: "disputed", label: t("write-disputed"), hint: t("write-disputed-hint") }]}
          chosen={writing.disputed ? ["disputed"] : []}
          onChange={(next) => {
            set({ disputed: next.length > 0 });
          }}
        />
      ) : null}
    </>
  );
}

/** A number, name or plate that the report does not have among its own: one from her words by one tap, or any that is typed. */
function AddNumber({ writing, rules, words, onChange }: Pick<Props, "writing" | "rules" | "words" | "onChange">) {
  const [typed, setTyped] = useState("");
  const given = { country: rules.country, spoken: useSpoken() };
  const inWords = numbersIn(words, writing, given);
  const inTyped = numbersIn([typed], writing, given);
  const add = (one: IdentifierMap): void => {
    onChange(withNumber(writing, one, rules));
  };
  return (
    <>
      {inWords.length === 0 ? null : <p class="hint">{t("write-identifiers-in-words")}</p>}
      {inWords.map((one) => (
        <AddOne key={shownIdentifier(one)} one={one} onAdd={add} />
      ))}
      <Fold label={t("write-identifiers-add")} answer="">
        <Field label={t("write-identifiers-add")} hint={t("check-hint")} value={typed} limit={200} onInput={setTyped} />
        {inTyped.map((one) => (
          <AddOne
            key={shownIdentifier(one)}
            one={one}
            onAdd={() => {
              add(one);
              setTyped("");
            }}
          />
        ))}
        {typed.trim() === "" || find(typed, given.country, given.spoken).length > 0 ? null : (
          <ByHand
            typed={typed}
            country={given.country}
            onAdd={(one) => {
              add(one);
              setTyped("");
            }}
          />
        )}
      </Fold>
    </>
  );
}

function AddOne({ one, onAdd }: { readonly one: IdentifierMap; readonly onAdd: (one: IdentifierMap) => void }) {
  return (
    <Button
      onClick={() => {
        onAdd(one);
      }}
    >
      {t("identifiers-take-in", { value: shownIdentifier(one) })}
    </Button>
  );
}

/** One number, name or plate: shown, hidden, or left out. What was hidden cannot be shown again from here: nobody here knows it. */
function Identifier({ kept, onShow }: { readonly kept: Kept<ShownIdentifier>; readonly onShow: (show: Show) => void }) {
  const offered: readonly Show[] = "value" in kept.item ? ["open", "hidden", "out"] : ["hidden", "out"];
  const said = { open: "write-shown", hidden: "write-show-hidden", out: "write-left-out" }[kept.show];
  const name = say(shownWords(kept.item));
  return (
    <Fold label={name} answer={t(said)}>
      <Choice
        quiet
        label={name}
        options={offered.map((value) => ({
          value,
          label: t(`write-show-${value}`),
          ...(value === "out" ? {} : { hint: t(`write-show-${value}-hint`) }),
        }))}
        chosen={[kept.show]}
        onChange={(next) => {
          const [show] = next;
          if (show !== undefined) onShow(show as Show);
        }}
      />
    </Fold>
  );
}

interface DescribedProps {
  readonly label: string;
  readonly items: readonly Kept<ValueMap>[];
  readonly words: (item: ValueMap) => readonly Word[];
  readonly onChange: (items: Kept<ValueMap>[]) => void;
}

/** People or vehicles she described, each to be kept or left out. */
function Described({ label, items, words, onChange }: DescribedProps) {
  if (items.length === 0) return null;
  return (
    <Choice
      label={label}
      many
      options={items.map(({ item }, at) => ({ value: String(at), label: capital(say(words(item))) }))}
      chosen={items.flatMap(({ show }, at) => (show === "out" ? [] : [String(at)]))}
      onChange={(next) => {
        onChange(items.map(({ item }, at) => ({ item, show: next.includes(String(at)) ? "open" : "out" })));
      }}
    />
  );
}
