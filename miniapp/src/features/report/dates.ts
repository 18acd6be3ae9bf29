/** Days as people say them: today, yesterday, this week. In the phone's own time zone: it is her night, not Greenwich's. */

import type { When } from "../../alerts/forms";

export const NEAR = ["today", "yesterday", "this-week", "this-month"] as const;
export type Near = (typeof NEAR)[number];

/** A date of the calendar, `2026-11-20`, some days before `today`. */
export function dayBefore(today: Date, days: number): string {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What one of the near days is, as a report says it. */
export function nearDay(near: Near, today: Date): When {
  switch (near) {
    case "today":
      return { date: dayBefore(today, 0), precision: "day" };
    case "yesterday":
      return { date: dayBefore(today, 1), precision: "day" };
    case "this-week":
      return { date: dayBefore(today, 3), precision: "week" };
    case "this-month":
      return { date: dayBefore(today, 0).slice(0, 7), precision: "month" };
  }
}

/** Which of the near days an answer is, so that it shows as picked; `null` if none. */
export function nearOf(when: When | null, today: Date): Near | null {
  if (when === null) return null;
  return NEAR.find((near) => {
    const one = nearDay(near, today);
    return one.date === when.date && one.precision === when.precision;
  }) ?? null;
}

/** A day she picked, if it is not in the future. */
export function pickedDay(date: string, today: Date): When | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date) || date < "1900" || date > dayBefore(today, 0)) return null;
  return { date, precision: "day" };
}
