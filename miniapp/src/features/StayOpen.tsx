import { t } from "../text";
import { Choice } from "../ui/Choice";
import type { Stay } from "../vault/pin";

/** The three there are, as the vault counts them: seconds. */
const STAYS: readonly Stay[] = [0, 900, 28_800];

interface Props {
  readonly value: Stay;
  readonly onChange: (value: Stay) => void;
  /** Whether the screen's name says what this is. */
  readonly quiet?: boolean;
}

/** How long the app stays open without the PIN. */
export function StayOpen({ value, onChange, quiet = false }: Props) {
  return (
    <Choice
      label={t("stay-title")}
      quiet={quiet}
      options={STAYS.map((one) => ({ value: String(one), label: t(`stay-${one}`), hint: t(`stay-${one}-hint`) }))}
      chosen={[String(value)]}
      onChange={([chosen]) => {
        onChange(STAYS.find((one) => String(one) === chosen) ?? value);
      }}
    />
  );
}
