import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../text";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onDone: () => void;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly disabled?: boolean;
  /** What the last key says. */
  readonly done: string;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** A PIN: one field, and large keys of our own, so that no keyboard learns it. Who wants letters gets the phone's keyboard. */
export function Pin({ label, value, onInput, onDone, hint, fault, disabled = false, done }: Props) {
  const id = useId();
  const [letters, setLetters] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, [letters, disabled]);
  const described = [hint === undefined ? "" : `${id}-hint`, fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return (
    <div class="pin">
      <div class="field">
        <label for={id}>{label}</label>
        {hint === undefined ? null : (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <input
          ref={field}
          id={id}
          type="password"
          value={value}
          disabled={disabled}
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          inputMode={letters ? "text" : "none"}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => {
            onInput(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") onDone();
          }}
        />
        {fault ? (
          <p class="fault" id={`${id}-fault`} role="alert">
            {fault}
          </p>
        ) : null}
      </div>
      {letters ? null : (
        <div class="keys" role="group" aria-label={t("pin-keys")} dir="ltr">
          {DIGITS.map((digit) => (
            <Key key={digit} disabled={disabled} onPress={() => { onInput(value + digit); }}>
              {digit}
            </Key>
          ))}
          <Key disabled={disabled || value === ""} small onPress={() => { onInput(Array.from(value).slice(0, -1).join("")); }}>
            {t("pin-delete")}
          </Key>
          <Key disabled={disabled} onPress={() => { onInput(`${value}0`); }}>
            0
          </Key>
          <Key disabled={disabled} small main onPress={onDone}>
            {done}
          </Key>
        </div>
      )}
      {letters ? (
        <button type="button" class="button main" disabled={disabled} onClick={onDone}>
          {done}
        </button>
      ) : null}
      <button
        type="button"
        class="link"
        disabled={disabled}
        onClick={() => {
          setLetters(!letters);
        }}
      >
        {t(letters ? "pin-digits" : "pin-letters")}
      </button>
    </div>
  );
}

interface KeyProps {
  readonly children: string;
  readonly onPress: () => void;
  readonly disabled: boolean;
  readonly small?: boolean;
  readonly main?: boolean;
}

function Key({ children, onPress, disabled, small = false, main = false }: KeyProps) {
  return (
    <button type="button" class={`key${small ? " small" : ""}${main ? " main" : ""}`} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
