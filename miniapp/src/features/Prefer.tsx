import { NAMED_LANGUAGES } from "../alerts/wording";
import { settings } from "../app/settings";
import { bestOf, LANGUAGES, nameOf, t } from "../text";
import { Choice } from "../ui/Choice";
import { useDevice } from "./opened";

export interface Preferred {
  readonly areas: readonly string[];
  readonly languages: readonly string[];
}

/** Her languages, to begin with: the phone's that we have a name for. */
export function likely(): string[] {
  const codes = navigator.languages.map((one) => one.toLowerCase().split("-")[0] ?? "");
  return [...new Set(codes.filter((code) => NAMED_LANGUAGES.includes(code)))];
}

/** What she chose, or what is likely. */
export function preferred(): Preferred {
  const { areas, languages } = settings.peek();
  return { areas, languages: languages.length > 0 ? languages : likely() };
}

interface Props {
  readonly value: Preferred;
  readonly onChange: (value: Preferred) => void;
}

/** Areas and languages. They stay on this phone. */
export function Prefer({ value, onChange }: Props) {
  const topics = useDevice()?.member.board.charter.topics ?? [];
  const languages = [...new Set([...likely(), ...LANGUAGES, ...value.languages, bestOf(navigator.languages)])];
  return (
    <>
      <p>{t("prefer-here-only")}</p>
      {topics.length < 2 ? null : (
        <Choice
          many
          label={t("prefer-areas")}
          hint={t("prefer-areas-hint")}
          options={topics.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={value.areas}
          onChange={(areas) => {
            onChange({ ...value, areas });
          }}
        />
      )}
      <Choice
        many
        label={t("prefer-languages")}
        hint={t("prefer-languages-hint")}
        options={languages.map((code) => ({ value: code, label: nameOf(code) }))}
        chosen={value.languages}
        onChange={(chosen) => {
          onChange({ ...value, languages: chosen });
        }}
      />
    </>
  );
}
