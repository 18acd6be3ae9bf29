/** Where somebody is in the app, and the way back. Kept in memory alone: no address ever says what she looks at. */

import { signal } from "@preact/signals";

/** A screen, and which report, alert or person it shows, if any. */
export interface Place {
  readonly screen: string;
  readonly id?: string;
}

const HOME: Place = { screen: "home" };

/** The way from home to here; the last is on screen. */
export const way = signal<readonly Place[]>([HOME]);

/** Goes to a screen. */
export function go(screen: string, id?: string): void {
  way.value = [...way.value, id === undefined ? { screen } : { screen, id }];
}

/** One step back; at home it does nothing. */
export function back(): void {
  if (way.value.length > 1) way.value = way.value.slice(0, -1);
}

/** Home, and nothing to go back to. */
export function goHome(): void {
  way.value = [HOME];
}

/** Another screen in place of this one, so that Back does not return to it. */
export function replace(screen: string, id?: string): void {
  way.value = [...way.value.slice(0, -1), id === undefined ? { screen } : { screen, id }];
}

/** This screen, and nothing to go back to. */
export function settle(screen: string): void {
  way.value = [{ screen }];
}

/** The place on screen. */
export function here(): Place {
  return way.value.at(-1) ?? HOME;
}

/** The way back inside the screen that is shown, if it has steps of its own. */
const inner = signal<(() => void) | null>(null);

/** A screen says what its own way back is; `null`: it has none. */
export function backIs(step: (() => void) | null): void {
  inner.value = step;
}

/** Whether there is a way back, inside the screen or out of it. */
export function canGoBack(): boolean {
  return inner.value !== null || way.value.length > 1;
}

/** What the way back on screen does, for the phone's own buttons. */
export function goBack(): void {
  (inner.peek() ?? back)();
}
