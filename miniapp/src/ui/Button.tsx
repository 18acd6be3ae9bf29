import type { ComponentChildren } from "preact";

interface Props {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  /** `main`: what one came for. `plain`: everything else. `grave`: cannot be taken back. */
  readonly kind?: "main" | "plain" | "grave";
  readonly disabled?: boolean;
  /** Said under the words, smaller. */
  readonly hint?: string;
}

/** Something to press, as wide as the screen and high enough for any thumb. */
export function Button({ children, onClick, kind = "plain", disabled = false, hint }: Props) {
  return (
    <button type="button" class={`button ${kind}`} disabled={disabled} onClick={onClick}>
      <span>{children}</span>
      {hint === undefined ? null : <small>{hint}</small>}
    </button>
  );
}
