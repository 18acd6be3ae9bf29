/** The receipt of a report: what stays with the person who wrote it (protocol §8.2). */

import { NotAllowed } from "../crypto/errors";
import { AnswerKey, SigningSeed, TagKey } from "../crypto/secrets";
import * as wire from "../crypto/wire";
import { Faceless } from "./faces";
import { BytesSet, sameBytes } from "./keyed";

/** *Two have it* is all a reporter needs to know; a third acknowledgement would cost every member's data for nothing. */
export const ENOUGH_HAVE_IT = 2;

/**
 * What her own word brings about at the desk (the table of `desk.ts`, where something waited for it): no letter tells her so, and who has
 * answered must not be asked again.
 */
export const AFTER_HER_WORD: readonly (readonly [status: string, kind: string, then: string])[] = [
  ["needs-info", "answer", "answered"],
  ["needs-info", "correct", "answered"],
  ["shown", "answer", "answered"],
  ["shown", "correct", "answered"],
  ["shown", "agree", "agreed"],
  ["held", "release", "approved"],
];

/** What a letter says (`alerts/mail.py`). */
export interface LetterBody extends wire.ValueMap {
  report: Uint8Array;
  kind: string;
  charter: number;
  time: number;
  text: string;
  status: string | null;
  question: number | null;
  preview: wire.ValueMap | null;
}

/** What she wrote in a follow-up: when, and to which question if it was to one. */
export interface Told extends wire.ValueMap {
  time: number;
  text: string;
  question: number | null;
}

/** What {@link Receipt.state} writes down. */
interface ReceiptState extends wire.ValueMap {
  id: Uint8Array;
  answer: Uint8Array;
  tag: Uint8Array;
  follow: Uint8Array;
  kinds: string[];
  sent: number;
  counter: number;
  status: string;
  unsent: Uint8Array | null;
  sealed: Uint8Array | null;
  sent_at: number | null;
  acknowledged: Uint8Array[];
  messages: LetterBody[];
  read: Uint8Array[];
  posts: number;
  taken: number;
  looked: Uint8Array | null;
  told: Told[];
}

/** Nothing but this can follow the report up or read its mail. Forgetting a report erases it. */
export class Receipt extends Faceless {
  readonly id: Uint8Array;
  readonly answer: AnswerKey;
  readonly tag: TagKey;
  readonly follow: SigningSeed;
  readonly kinds: readonly string[];
  /** When it was written, in Unix seconds. */
  readonly sent: number;
  counter = 0;
  status = "sent";
  /** The report itself, encoded, and as it was last sealed: kept only until enough people have it (protocol §8.4). */
  unsent: Uint8Array | null = null;
  sealed: Uint8Array | null = null;
  /** When the relay first took it, in Unix seconds; `null` while it is on this device only. */
  sentAt: number | null = null;
  /** The people who have it. Counted, never shown by name. */
  acknowledged: Uint8Array[] = [];
  /** Questions, news and previews, oldest first. */
  messages: LetterBody[] = [];
  /** Tags of the mail that was read: a relay that shows a letter twice changes nothing. */
  read: Uint8Array[] = [];
  /** How often the relay has taken it, and when it did last. */
  posts = 0;
  taken = 0;
  /** The public text that this device showed her last, by its hash: what she can agree to without reading it again. */
  looked: Uint8Array | null = null;
  /** What she wrote in follow-ups, oldest first. */
  told: Told[] = [];

  constructor(id: Uint8Array, answer: AnswerKey, tag: TagKey, follow: SigningSeed, kinds: readonly string[], sent: number) {
    super();
    this.id = id;
    this.answer = answer;
    this.tag = tag;
    this.follow = follow;
    this.kinds = kinds;
    this.sent = sent;
  }

  protected override get face(): string {
    return "Receipt";
  }

  /**
   * The report's item, to be sealed again.
   *
   * @throws NotAllowed it was acknowledged, and is not kept any more.
   */
  content(): wire.Value {
    if (this.unsent === null) throw new NotAllowed("this report has arrived; its text is not kept on this device any more");
    return wire.decode(this.unsent);
  }

  /** Whether nobody has said yet that she has it. */
  get waits(): boolean {
    return this.unsent !== null && this.acknowledged.length === 0;
  }

  /**
   * Drops the report's text once two of `people`, who moderate now, have it; the one, where there is one.
   *
   * One alone could say that she has it, and lose it.
   */
  settle(people: readonly Uint8Array[]): void {
    const now = new BytesSet(people);
    if (this.acknowledged.filter((person) => now.has(person)).length >= Math.min(ENOUGH_HAVE_IT, people.length)) {
      this.unsent = this.sealed = null;
    }
  }

  /**
   * A letter from one of the moderators; whoever writes one has the report.
   *
   * @param now a letter that claims to be of a later time counts as of this one: none can outlast those after it.
   */
  take(person: Uint8Array, letter: LetterBody, tag: Uint8Array, now: number): void {
    if (this.read.some((one) => sameBytes(one, tag))) return;
    this.read.push(tag);
    const body = { ...letter, time: Math.min(letter.time, now) };
    if (!this.acknowledged.some((one) => sameBytes(one, person))) this.acknowledged.push(person);
    if (body.kind === "received") {
      if (this.status === "sent") this.status = "received";
      return;
    }
    // Letters can overtake one another: the newest says how things stand.
    const newest = this.messages.every((message) => body.time >= message.time);
    if (body.status !== null && this.status !== "withdrawn" && newest) this.status = body.status;
    this.messages = [...this.messages, body].sort((a, b) => a.time - b.time);
  }

  /**
   * Her own follow-up of this kind: what waited for it waits no more, and nothing moves one that she withdrew.
   *
   * @param now as this device's clock says. What she wrote counts as of no earlier time than what she had read: moderators' clocks may be
   * ahead, and an answer stands after its question.
   */
  tell(kind: string, text = "", question: number | null = null, now = 0): void {
    if (text !== "") {
      const time = Math.max(now, this.sent, ...this.messages.map((message) => message.time));
      this.told = [...this.told, { time, text, question }];
    }
    const [, , then = this.status] = AFTER_HER_WORD.find(([status, told]) => status === this.status && told === kind) ?? [];
    this.status = kind === "withdraw" ? "withdrawn" : then;
  }

  /** The number of the newest question that waits for an answer. */
  get openQuestion(): number | null {
    const asked = this.messages.findLast((message) => message.kind === "question");
    return asked !== undefined && this.status === "needs-info" ? asked.question : null;
  }

  /** The newest public text that moderators showed her; `null` if they have shown none. */
  get preview(): wire.ValueMap | null {
    return this.messages.findLast((message) => message.preview !== null)?.preview ?? null;
  }

  /** As a value for `wire.encode`. */
  state(): ReceiptState {
    return {
      id: this.id,
      answer: this.answer.reveal(),
      tag: this.tag.reveal(),
      follow: this.follow.reveal(),
      kinds: [...this.kinds],
      sent: this.sent,
      counter: this.counter,
      status: this.status,
      unsent: this.unsent,
      sealed: this.sealed,
      sent_at: this.sentAt,
      acknowledged: [...this.acknowledged],
      messages: [...this.messages],
      read: [...this.read],
      posts: this.posts,
      taken: this.taken,
      looked: this.looked,
      told: [...this.told],
    };
  }

  /** A receipt as {@link Receipt.state} wrote it down. */
  static fromState(value: wire.Value): Receipt {
    const state = value as ReceiptState; // from this device's own vault
    const keys = [new AnswerKey(state.answer), new TagKey(state.tag), new SigningSeed(state.follow)] as const;
    const receipt = new Receipt(state.id, ...keys, state.kinds, state.sent);
    const { counter, status, unsent, sealed, sent_at: sentAt, acknowledged, messages, read, posts, taken, looked, told } = state;
    return Object.assign(receipt, { counter, status, unsent, sealed, sentAt, acknowledged, messages, read, posts, taken, looked, told });
  }
}
