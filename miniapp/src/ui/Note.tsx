import type { ComponentChildren } from "preact";

interface Props {
  readonly children: ComponentChildren;
  /** `calm`: to know. `care`: to mind. `trouble`: something did not work. */
  readonly kind?: "calm" | "care" | "trouble";
  /** Said aloud when it appears. */
  readonly live?: boolean;
}

/** A few sentences set apart. A mark at the side says how much they matter, without colour. */
export function Note({ children, kind = "calm", live = false }: Props) {
  return (
    <div class={`note ${kind}`} role={live ? (kind === "trouble" ? "alert" : "status") : undefined}>
      {children}
    </div>
  );
}
