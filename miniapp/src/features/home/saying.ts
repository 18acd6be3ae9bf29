/** What home has to say beside the time of the last news: what is missing, what was refused, what looks wrong. In plain words. Pure. */

import type { Board } from "../../alerts/board";
import { FRESH_FOR } from "../../alerts/statements";
import type { News } from "../../app/news";

/** One sentence, and how much it matters. */
export interface Saying {
  readonly id: string;
  readonly values?: Record<string, string | number>;
  readonly kind: "calm" | "care" | "trouble";
}

interface Given {
  readonly news: Omit<News, "running">;
  readonly board: Pick<Board, "withheld" | "epoch" | "founded">;
  /** Whether the join has not been answered by a moderator's device. */
  readonly waits: boolean;
  /** Whether she moderates: nobody is told to go and tell herself. */
  readonly moderates: boolean;
  /** Whether she said that she would. */
  readonly willing?: boolean;
  /** Unix seconds. */
  readonly now: number;
}

const DAY = 86_400;
/** What only a moderator's device can see (protocol §3.6), and the sentence for it. */
const ALARMS: Readonly<Record<string, string>> = { WrongGate: "home-alarm-gate", WrongCover: "home-alarm-cover", WrongDeskKey: "home-alarm-desk" };

/** What somebody who is out sent once comes again when keys are made anew, or somebody begins to moderate: it frightens, and means nothing. */
const HARMLESS = new Set(["RemovedDevice"]);

export function saysOf({ news, board, waits, moderates, willing = false, now }: Given): Saying[] {
  const forMe = (id: string, values: Record<string, number>): Saying =>
    moderates ? { id: `${id}-desk`, kind: "care" } : { id, values, kind: "care" };
  const said: Saying[] = [];
  // Moderators are told who signed, and what to do (`desk/Alarms.tsx`).
  for (const [name, id] of moderates ? [] : Object.entries(ALARMS)) if (news.refused.some(({ error }) => error === name)) said.push({ id, kind: "trouble" });
  const refused = news.refused.filter(({ error }) => !Object.hasOwn(ALARMS, error) && !HARMLESS.has(error));
  if (news.trouble !== null) said.push({ id: "home-trouble", values: { sentence: news.trouble }, kind: "trouble" });
  if (refused.length > 0) said.push(forMe("home-refused", { count: refused.length }));
  if (board.withheld.length > 0) said.push(forMe("home-withheld", { count: board.withheld.length }));
  if (board.founded && now - board.epoch.time >= FRESH_FOR) said.push(forMe("home-stale", { count: Math.floor((now - board.epoch.time) / DAY) }));
  if (news.healing && !moderates) said.push({ id: "home-healing", kind: "calm" });
  if (news.clockDiffers > 0) said.push({ id: "home-clock", values: { count: Math.round(news.clockDiffers / 60) }, kind: "care" });
  if (waits) said.push({ id: "home-waits", kind: "calm" });
  if (willing && !moderates) said.push({ id: "home-willing", kind: "calm" });
  return said;
}
