import { useState } from "preact/hooks";
import { find } from "../../alerts/finding";
import { type IdentifierMap, PARTIALS, TYPES, identifier, isType } from "../../alerts/identifiers";
import { line, word } from "../../alerts/wording";
import { BadInput } from "../../crypto/errors";
import type { ValueMap } from "../../crypto/wire";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { say } from "../said";
import { type Draft, type Reading, identifiersOf, mapsOf } from "./drafts";
import { shownIdentifier } from "./lines";

interface Props {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly onPaste: (pasted: string) => void;
  readonly onChange: (identifiers: ValueMap[], pasted: string) => void;
}

/** Numbers, names, links, plates: paste anything, they are found in it. What is not found can be said what it is. */
export function Identifiers({ draft, reading, onPaste, onChange }: Props) {
  const given = mapsOf(draft.answers, "identifiers");
  const known = identifiersOf(draft, reading);
  const found = known.slice(given.length);
  const none = draft.pasted.trim() !== "" && find(draft.pasted, reading.country, reading.spoken).length === 0;
  return (
    <>
      <Field label={t("identifiers-field")} hint={t("identifiers-hint")} value={draft.pasted} rows={2} limit={10_000} onInput={onPaste} />
      {known.length === 0 ? null : (
        <>
          <h2>{t("identifiers-noted")}</h2>
          <ul class="plain">
            {given.map((one, at) => (
              <li key={at}>
                <span dir="auto">{shownIdentifier(one)}</span>
                <button
                  type="button"
                  class="bar-button"
                  onClick={() => {
                    onChange(given.filter((_, other) => other !== at), draft.pasted);
                  }}
                >
                  {t("report-take-out")}
                </button>
              </li>
            ))}
            {found.map((one, at) => (
              <li key={`found-${at}`}>
                <span dir="auto">{shownIdentifier(one)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {none ? (
        <ByHand
          typed={draft.pasted}
          country={reading.country}
          onAdd={(one) => {
            onChange([...given, one], "");
          }}
        />
      ) : null}
    </>
  );
}

interface ByHandProps {
  readonly typed: string;
  readonly country: string | null;
  readonly onAdd: (one: IdentifierMap) => void;
}

/** Nothing was found in what was typed: whoever typed it can say what it is. */
export function ByHand({ typed, country, onAdd }: ByHandProps) {
  const [type, setType] = useState("");
  const [part, setPart] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);

  function add(): void {
    if (!isType(type)) return;
    try {
      onAdd(identifier(type, typed, { partial: part === "" ? null : part, country }).toMap());
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      setWrong(typed);
    }
  }

  return (
    <>
      <p>{t("identifiers-none-found")}</p>
      <Select
        label={t("identifiers-type")}
        value={type}
        options={[{ value: "", label: t("report-dont-know") }, ...TYPES.map((one) => ({ value: one, label: say(word("types", one)) }))]}
        onChange={setType}
      />
      <Select
        label={t("identifiers-part")}
        value={part}
        options={[{ value: "", label: t("identifiers-whole") }, ...PARTIALS.map((one) => ({ value: one, label: say(line(`partials-${one}`, { value: "…" })) }))]}
        onChange={setPart}
      />
      {wrong === typed ? (
        <p class="fault" role="alert">
          {t("identifiers-cannot")}
        </p>
      ) : null}
      <Button disabled={type === ""} onClick={add}>
        {t("identifiers-add")}
      </Button>
    </>
  );
}
