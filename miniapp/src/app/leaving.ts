/** When she looks away: the screen is covered at once, and locked when it is time. */

import { on } from "../bridge/telegram";
import { lockNow, phase, stayOpen } from "./lock";
import { settings } from "./settings";

/** How long the app stays open without her: away from it, and in front of it without a touch. Seconds. */
export interface Patience {
  readonly away: number;
  readonly still: number;
}

const MINUTE = 60;
const HOUR = 3600;

/** By what she chose about the PIN, in seconds. Even who wants it every time may fetch a number from another app. */
export function patienceOf(stay: number): Patience {
  return { away: Math.max(MINUTE / 2, stay), still: Math.max(5 * MINUTE, stay) };
}

/**
 * How many seconds are left until the app locks; 0 or less: now.
 *
 * @param touched when she touched it last, and `left` when she left it, or `null` if it is in front of her. Unix seconds, as `now`.
 */
export function left(patience: Patience, touched: number, away: number | null, now: number): number {
  // A clock that was set back must not keep it open.
  if (now < touched) return 0;
  const still = touched + patience.still - now;
  return away === null ? still : Math.min(still, away + patience.away - now);
}

/** How long a touch may have been before what keeps the vault open is put off again. Seconds: each time writes to the phone's storage. */
const RENEW_AFTER = MINUTE;

/** Whether the time she chose is to begin anew with this touch: while she uses it, it is not running out. */
export function isDue(renewed: number, now: number): boolean {
  return now < renewed || now - renewed >= RENEW_AFTER;
}

/** Watches for her leaving, once. */
export function watchLeaving(): void {
  let touched = seconds();
  let away: number | null = null;
  let renewed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const decide = (): void => {
    clearTimeout(timer);
    if (phase.peek() !== "open" && phase.peek() !== "opening") return;
    const rest = left(patienceOf(settings.peek().stay), touched, away, seconds());
    if (rest <= 0) void lockNow();
    else timer = setTimeout(decide, Math.min(rest, HOUR) * 1000);
  };
  const touch = (): void => {
    // Time may have passed while the phone slept: first whether it is late already.
    decide();
    touched = seconds();
    if (phase.peek() === "open" && away === null && isDue(renewed, touched)) stayOn();
  };
  const stayOn = (): void => {
    renewed = seconds();
    void stayOpen().catch(() => undefined);
  };
  const leave = (): void => {
    document.documentElement.classList.add("covered");
    if (away !== null) return;
    away = seconds();
    decide();
    // The time she chose begins when she leaves.
    stayOn();
  };
  const comeBack = (): void => {
    decide();
    away = null;
    touched = seconds();
    document.documentElement.classList.remove("covered");
    decide();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave();
    else comeBack();
  });
  window.addEventListener("blur", leave);
  window.addEventListener("focus", comeBack);
  window.addEventListener("pagehide", leave);
  on("visibility_changed", (data) => {
    if (data["is_visible"] === false) leave();
    else comeBack();
  });
  for (const kind of ["pointerdown", "keydown", "scroll"]) window.addEventListener(kind, touch, { passive: true, capture: true });
  phase.subscribe((now) => {
    if (now !== "open" && now !== "opening") return;
    touched = renewed = seconds();
    decide();
  });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
