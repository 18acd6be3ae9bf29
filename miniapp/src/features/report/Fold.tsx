import type { ComponentChildren } from "preact";

interface Props {
  readonly label: string;
  /** What was answered, in short. */
  readonly answer: string;
  readonly children: ComponentChildren;
}

/** A question that opens when it is pressed, with its answer beside its name. */
export function Fold({ label, answer, children }: Props) {
  return (
    <details class="fold">
      <summary>
        <span>{label}</span>
        {answer === "" ? null : <small>{answer}</small>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
