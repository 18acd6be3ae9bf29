/** How a report of hers stands, for her: what has arrived, what is asked of her, what she can still do. Pure. */

import type { Receipt } from "../../alerts/receipt";
import { contentHash } from "../../alerts/contents";
import { checkAlert, type Alert } from "../../alerts/alert";
import { Refused } from "../../crypto/errors";
import * as wire from "../../crypto/wire";

/** How far it has come. */
export type Arrival = "here" | "taken" | "received";

/** What {@link standingOf} reads of a receipt. */
export type Followed = Pick<Receipt, "id" | "status" | "sentAt" | "acknowledged" | "openQuestion" | "preview" | "kinds" | "sent" | "messages">;

/** A follow-up that the server has not taken yet, as it stands in the outbox. */
export interface Waiting {
  readonly report?: Uint8Array;
  readonly body?: Uint8Array;
}

export interface Standing {
  readonly arrival: Arrival;
  /** How many moderators have it: none, one, or two and more. */
  readonly have: 0 | 1 | 2;
  /** What the moderators say of it. */
  readonly status: string;
  /** Kinds of follow-ups that have not left this device. */
  readonly waiting: readonly string[];
  /** The number of the question that waits for her answer. */
  readonly question: number | null;
  /** The public text she may agree to. */
  readonly text: ShownText | null;
  /** Whether she can still write to them. */
  readonly open: boolean;
}

/** A public text, as it is shown to her before it goes out. */
export interface ShownText {
  readonly content: Alert;
  /** Names exactly this text (protocol §8.3). */
  readonly hash: Uint8Array;
  /** Whether it waits for her word. */
  readonly asked: boolean;
}

const OVER: ReadonlySet<string> = new Set(["withdrawn"]);
/** Where her yes is what is waited for. */
const ASKED: ReadonlySet<string> = new Set(["shown"]);

/** How a report stands; `outbox` is all that the device still has to send. */
export function standingOf(receipt: Followed, outbox: Iterable<Waiting>): Standing {
  const waiting = Array.from(outbox)
    .filter((item) => item.report !== undefined && sameId(item.report, receipt.id))
    .map((item) => kindOf(item.body));
  const have = Math.min(2, receipt.acknowledged.length) as 0 | 1 | 2;
  return {
    arrival: have > 0 ? "received" : receipt.sentAt === null ? "here" : "taken",
    have,
    status: receipt.status,
    waiting,
    question: waiting.includes("answer") ? null : receipt.openQuestion,
    text: textOf(receipt, waiting),
    open: !OVER.has(receipt.status),
  };
}

function sameId(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function kindOf(body: Uint8Array | undefined): string {
  const value = body === undefined ? null : wire.decode(body);
  const kind = value !== null && wire.isMap(value) ? value["kind"] : null;
  return typeof kind === "string" ? kind : "";
}

/** A text that this device cannot show is none: nobody can agree to it. */
function textOf(receipt: Followed, waiting: readonly string[]): ShownText | null {
  if (receipt.preview === null) return null;
  try {
    const content = checkAlert(receipt.preview);
    return { content, hash: contentHash(receipt.preview), asked: ASKED.has(receipt.status) && !waiting.includes("agree") };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** Whether moderators sent a text that cannot be shown here. */
export function hasUnreadableText(receipt: Followed): boolean {
  return receipt.preview !== null && textOf(receipt, []) === null;
}

/** The sentence for a status: its message's id. Moderators may one day say what this app does not know. */
export function statusId(standing: Pick<Standing, "status" | "arrival" | "waiting">): string {
  if (standing.waiting.includes("withdraw")) return "status-withdrawing";
  if (standing.arrival === "here" && standing.status === "sent") return "status-here";
  return STATUSES.includes(standing.status) ? `status-${standing.status}` : "status-other";
}

export const STATUSES: readonly string[] = [
  "sent", "received", "claimed", "needs-info", "answered", "shown", "agreed", "approved", "held", "so-far", "published", "declined",
  "merged", "withdrawn", "retracted",
];

/** One thing that was written about a report, by moderators or by her. */
export interface Written {
  readonly hers: boolean;
  /** Unix seconds. */
  readonly time: number;
  readonly text: string;
  readonly status: string | null;
}

/**
 * What was written about a report, oldest first; an answer stands after its question.
 *
 * @param but - the question that waits for her, which is shown on its own.
 */
export function conversationOf({ messages, told }: Pick<Receipt, "messages" | "told">, but: number | null): Written[] {
  const theirs = messages.filter((one) => (one.text !== "" || one.status !== null) && (but === null || one.question !== but));
  return [
    ...theirs.map(({ time, text, status }) => ({ hers: false, time, text, status })),
    // Of two of one time hers comes later: so they were kept.
    ...told.map(({ time, text }) => ({ hers: true, time, text, status: null })),
  ].sort((a, b) => a.time - b.time);
}

/** Whether something is asked of her. */
export function wantsHer(standing: Standing): boolean {
  return standing.open && (standing.question !== null || standing.text?.asked === true);
}

/**
 * Whether she holds it, and can say that it may go out now.
 *
 * @param asked - whether she asked to hold it, if what she wrote is still kept here.
 */
export function canRelease(standing: Standing, asked: boolean): boolean {
  const over = ["published", "so-far", "declined", "merged", "retracted"].includes(standing.status);
  return standing.open && !over && !standing.waiting.includes("release") && (asked || standing.status === "held");
}
