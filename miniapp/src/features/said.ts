/** What is said on screen of times, of places and of what the catalogues call by keys. */

import type { Word } from "../alerts/wording";
import { speak } from "../alerts/wording";
import { t } from "../text";

/** A message of `alerts/`, with all that fills its blanks, in the language on screen. */
export function say(said: Word): string {
  return speak(said, (key, args) => t(key, { ...args }));
}

/** What begins a line, written as one. Most words of the catalogues stand in the middle of one. */
export function capital(text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase() + rest.join("");
}

/** The clock in Unix seconds. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long ago, coarsely: nobody counts minutes of last month. */
export function ago(seconds: number): string {
  if (seconds < 2 * MINUTE) return t("ago-now");
  if (seconds < 2 * HOUR) return t("ago-minutes", { count: Math.floor(seconds / MINUTE) });
  if (seconds < 2 * DAY) return t("ago-hours", { count: Math.floor(seconds / HOUR) });
  if (seconds < 60 * DAY) return t("ago-days", { count: Math.floor(seconds / DAY) });
  return t("ago-months", { count: Math.floor(seconds / (30 * DAY)) });
}
