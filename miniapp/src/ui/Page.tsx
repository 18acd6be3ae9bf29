/** A screen: its name, the way back, Hide, what it shows, and one thing to do at the bottom, where the thumb is. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hide } from "../app/hiding";
import { back, backIs, way } from "../app/places";
import { t } from "../text";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The main thing to do here. Drawn by us inside Telegram too: what it says is nobody's there (ADR 0018). */
  readonly action?: ComponentChildren;
  /** Before there is anything to hide. */
  readonly open?: boolean;
  /** Another way back than the last place: a step inside this screen. */
  readonly onBack?: () => void;
}

export function Page({ title, children, action, open = false, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  // Whoever hears the screen instead of seeing it is told where she is now; and nobody lands in the middle of a long page.
  useEffect(() => {
    // A field that is there to be typed into has asked for the keyboard before this, and keeps it.
    if (main.current?.querySelector("input:focus, textarea:focus") == null) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  // The phone's own way back does the same as ours.
  useEffect(() => {
    backIs(onBack ?? null);
    return () => {
      backIs(null);
    };
  }, [onBack]);
  const canGoBack = onBack !== undefined || way.value.length > 1;
  return (
    <div class="page">
      <header class="bar">
        {canGoBack ? (
          <button type="button" class="bar-button" onClick={onBack ?? back}>
            <span class="back-arrow" aria-hidden="true" />
            {t("app-back")}
          </button>
        ) : (
          <span />
        )}
        {open ? (
          <span />
        ) : (
          <button type="button" class="bar-button" onClick={hide}>
            {t("app-hide")}
          </button>
        )}
      </header>
      <main ref={main}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
      {action === undefined ? null : <footer class="action">{action}</footer>}
    </div>
  );
}
