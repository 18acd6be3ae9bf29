import { useState } from "preact/hooks";
import { shownWords } from "../../alerts/alert";
import { find } from "../../alerts/finding";
import { isSame } from "../../alerts/forms";
import { Identifier, PARTIALS, TYPES, identifier, isType } from "../../alerts/identifiers";
import { line, word } from "../../alerts/wording";
import { BadInput, WrongShape } from "../../crypto/errors";
import type { Value } from "../../crypto/wire";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { say } from "../said";
import { type Draft, mapsOf, textOf } from "./drafts";

interface Props {
  readonly draft: Draft;
  readonly country: string | null;
  readonly onPaste: (pasted: string) => void;
  readonly onChange: (identifiers: Value[], pasted: string) => void;
}

/** How one reads; empty for what this app cannot read. */
function shown(value: Value): string {
  try {
    return say(shownWords(Identifier.fromMap(value).toMap()));
  } catch (error) {
    if (error instanceof WrongShape) return "";
    throw error;
  }
}

/** Numbers, names, links, plates: paste anything, they are found in it. What is not found can be said what it is. */
export function Identifiers({ draft, country, onPaste, onChange }: Props) {
  const [type, setType] = useState("");
  const [part, setPart] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const given = mapsOf(draft.answers, "identifiers");
  const found = find(draft.pasted, country).map((one) => one.toMap());
  const known = [...given, ...found];
  const written = ["happened", "pattern"].flatMap((name) => find(textOf(draft.answers, name), country)).map((one) => one.toMap());
  const offered = written.filter((one) => !known.some((other) => isSame(one, other)));

  function add(): void {
    if (!isType(type)) return;
    try {
      onChange([...given, identifier(type, draft.pasted, { partial: part === "" ? null : part, country }).toMap()], "");
      setType("");
      setPart("");
      setFault(null);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      setFault(t("identifiers-cannot"));
    }
  }

  return (
    <>
      <Field label={t("identifiers-field")} hint={t("identifiers-hint")} value={draft.pasted} rows={2} limit={10_000} fault={fault} onInput={onPaste} />
      {known.length === 0 ? null : (
        <>
          <h2>{t("identifiers-noted")}</h2>
          <ul class="plain">
            {given.map((one, at) => (
              <li key={at}>
                <span dir="auto">{shown(one)}</span>
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
                <span dir="auto">{shown(one)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {draft.pasted.trim() === "" || found.length > 0 ? null : (
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
          <Button disabled={type === ""} onClick={add}>
            {t("identifiers-add")}
          </Button>
        </>
      )}
      {offered.length === 0 ? null : (
        <>
          <h2>{t("identifiers-in-text")}</h2>
          {offered.map((one) => (
            <Button
              key={shown(one)}
              onClick={() => {
                onChange([...given, one], draft.pasted);
              }}
            >
              {t("identifiers-take-in", { value: shown(one) })}
            </Button>
          ))}
        </>
      )}
    </>
  );
}
