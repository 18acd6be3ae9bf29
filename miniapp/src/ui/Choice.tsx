import { useId } from "preact/hooks";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** Whether several may be chosen. One that is chosen can always be let go again: nothing is compulsory. */
  readonly many?: boolean;
  readonly hint?: string;
  /** Whether the label is for listeners only, because the screen's name says the same. */
  readonly quiet?: boolean;
}

/** One or several of a few, as large buttons. What is chosen has a mark, not only a colour. */
export function Choice({ label, options, chosen, onChange, many = false, hint, quiet = false }: Props) {
  const id = useId();
  function press(value: string): void {
    const others = chosen.filter((one) => one !== value);
    if (chosen.includes(value)) onChange(others);
    else onChange(many ? [...others, value] : [value]);
  }
  return (
    <div class={`choice ${many ? "many" : "one"}`} role="group" aria-labelledby={id}>
      <p id={id} class={quiet ? "heard" : "label"}>
        {label}
      </p>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <div class="options">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            class="option"
            aria-pressed={chosen.includes(option.value)}
            onClick={() => {
              press(option.value);
            }}
          >
            <span class="mark" aria-hidden="true" />
            <span>
              {option.label}
              {option.hint === undefined ? null : <small>{option.hint}</small>}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
