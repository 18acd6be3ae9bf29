/**
 * Reports that are begun: kept after every change, so that nothing she wrote is lost, whatever happens to the page.
 *
 * Answers are kept as she typed them; `validateReport` reads them when they are sent.
 */

import type { Policy } from "../../alerts/charter";
import { beside, find } from "../../alerts/finding";
import { isSame } from "../../alerts/forms";
import { type Report, validateReport } from "../../alerts/report";
import type { Spoken } from "../../alerts/spoken";
import { BadInput } from "../../crypto/errors";
import * as wire from "../../crypto/wire";
import type { Value, ValueMap } from "../../crypto/wire";
import { keyOf } from "../keys";
import { DRAFTS } from "./begun";
import { MOST_HAPPENED } from "./steps";

/** Where a device keeps what is not finished. */
export interface Shelf {
  get(name: string): Promise<Value | null>;
  put(name: string, value: Value | null): Promise<void>;
}

export interface Draft {
  /** How the screens call it. */
  readonly name: string;
  /** Unix seconds. */
  readonly began: number;
  /** The fields of a report, as typed. */
  readonly answers: ValueMap;
  /** What she pasted or typed where numbers, links and plates are asked for; they are found in it when it is sent. */
  readonly pasted: string;
  /** The question she is at. */
  readonly step: string;
  /** The report it was sent as, if it was: she tells more of it. Its id, as the screens call it. */
  readonly sentAs: string | null;
  /** Whether there is something in it that was not sent yet. */
  readonly unsent: boolean;
  /** Whether moderators are to see her name here. */
  readonly signed: boolean;
  /** Whether she was shown which help cannot wait. */
  readonly cared: boolean;
}

/** A report that begins now. */
export function newDraft(now: number, others: readonly Draft[] = []): Draft {
  // Two may be begun in one second.
  const began = Math.max(now, ...others.map((one) => one.began + 1));
  return { name: String(began), began, answers: {}, pasted: "", step: "kinds", sentAs: null, unsent: false, signed: false, cared: false };
}

/** The draft with one answer changed; `null`, an empty text and an empty list take it away. */
export function answered(draft: Draft, name: string, answer: Value): Draft {
  const others = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => key !== name));
  return { ...draft, unsent: true, answers: saysNothing(answer) ? others : { ...others, [name]: answer } };
}

/** A map of answers with one changed, as {@link answered} does it. */
export function changedIn(map: ValueMap, name: string, answer: Value): ValueMap {
  const others = Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
  return saysNothing(answer) ? others : { ...others, [name]: answer };
}

function saysNothing(answer: Value): boolean {
  if (answer === null || answer === "") return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return wire.isMap(answer) && Object.keys(answer).length === 0;
}

/** What a report is read under. */
export interface Reading {
  readonly policy: Policy;
  readonly country: string | null;
  /** The language on screen: what she wrote is taken to be in it, unless she said another. */
  readonly language: string;
  /** How the language on screen says *plate ends* and the like. */
  readonly spoken: Spoken;
}

type Words = Pick<Draft, "answers" | "pasted">;
type Found = Pick<Reading, "country" | "spoken">;

/** As many fit into a report. */
const MOST_IDENTIFIERS = 32;
const WRITTEN = ["happened", "pattern", "injuries"];

/** The numbers, links and plates of a draft: those she gave one by one, and those that stand in what she pasted. */
export function identifiersOf({ answers, pasted }: Words, { country, spoken }: Found): ValueMap[] {
  const found = find(pasted, country, spoken).map((one): ValueMap => one.toMap());
  return joined(mapsOf(answers, "identifiers"), found).slice(0, MOST_IDENTIFIERS);
}

/** The second list's at the end of the first, each once. */
function joined(some: readonly ValueMap[], more: readonly ValueMap[]): ValueMap[] {
  return more.reduce<ValueMap[]>((all, one) => (all.some((other) => isSame(one, other)) ? all : [...all, one]), [...some]);
}

/**
 * Numbers, links and plates that stand in her own words and are not among those of the report: no check would find them.
 *
 * None once the report has as many as fit.
 */
export function offeredOf(draft: Words, reading: Found): ValueMap[] {
  const known = identifiersOf(draft, reading);
  const { country, spoken } = reading;
  const written = WRITTEN.flatMap((name) => find(textOf(draft.answers, name), country, spoken)).map((one): ValueMap => one.toMap());
  return joined(known, written).slice(known.length, MOST_IDENTIFIERS);
}

/** The draft with one more number, link or plate. */
export function withIdentifier(draft: Draft, one: ValueMap): Draft {
  return answered(draft, "identifiers", joined(mapsOf(draft.answers, "identifiers"), [one]));
}

/** Whether what she pasted says more than the numbers that are taken from it: the rest is not sent. */
export function saysMore({ answers, pasted }: Words, { country, spoken }: Found): boolean {
  const all = joined(mapsOf(answers, "identifiers"), find(pasted, country, spoken).map((one): ValueMap => one.toMap()));
  return all.length > MOST_IDENTIFIERS || beside(pasted, country, spoken);
}

/** The draft with all that she pasted among her words, and the numbers in it given one by one; `null` if there is no room for it. */
export function intoWords(draft: Draft, reading: Found): Draft | null {
  const words = [textOf(draft.answers, "happened").trimEnd(), draft.pasted.trim()].filter((one) => one !== "").join("\n\n");
  if (words.length > MOST_HAPPENED) return null;
  return { ...answered(answered(draft, "identifiers", identifiersOf(draft, reading)), "happened", words), pasted: "" };
}

/**
 * The fields of a draft, ready to be sent.
 *
 * @throws {@link BadInput} no kind is picked, or there is more than fits.
 */
export function fieldsOf(draft: Words, reading: Reading): Report {
  const { policy, country, language } = reading;
  const answers = { ...draft.answers, identifiers: identifiersOf(draft, reading) };
  const written = WRITTEN.some((name) => textOf(draft.answers, name).trim() !== "");
  const { language: said, ...others }: ValueMap = answers;
  return validateReport(written ? { ...others, language: said ?? language } : others, { policy, country });
}

/** An answer in her own words; empty if there is none. */
export function textOf(answers: ValueMap, name: string): string {
  const answer = answers[name];
  return typeof answer === "string" ? answer : "";
}

/** What was picked of a list, one or several. */
export function pickedOf(answers: ValueMap, name: string): string[] {
  const answer = answers[name];
  const several = Array.isArray(answer) ? answer : [answer];
  return several.filter((one) => typeof one === "string");
}

/** The maps of a list, such as persons. */
export function mapsOf(answers: ValueMap, name: string): ValueMap[] {
  const answer = answers[name];
  return Array.isArray(answer) ? answer.filter((one) => wire.isMap(one)) : [];
}

/** What a receipt says of a report that is still kept here (`alerts/receipt`). */
export interface Kept {
  readonly id: Uint8Array;
  readonly unsent: Uint8Array | null;
}

/** The fields of a report, while this device keeps them. */
export function keptFields(receipt: Kept): ValueMap | null {
  if (receipt.unsent === null) return null;
  const item = wire.decode(receipt.unsent);
  const fields = wire.isMap(item) ? item["fields"] : undefined;
  return fields !== undefined && wire.isMap(fields) ? fields : null;
}

/**
 * The drafts, with those marked as sent that were.
 *
 * A phone can die after a report was sent and before its draft knew of it; she would send it twice.
 */
export function reconciled(drafts: readonly Draft[], receipts: Iterable<Kept>, reading: Reading): Draft[] {
  const kept = Array.from(receipts, (receipt) => ({ id: keyOf(receipt.id), fields: keptFields(receipt) }));
  return drafts.map((draft) => {
    if (draft.sentAs !== null) return draft;
    const fields = fieldsOr(draft, reading);
    const sent = fields && kept.find((one) => one.fields !== null && isSame(one.fields, fields));
    return sent ? { ...draft, sentAs: sent.id, unsent: false } : draft;
  });
}

function fieldsOr(draft: Draft, reading: Reading): ValueMap | null {
  try {
    return { ...fieldsOf(draft, reading) };
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** All drafts of a device. One write at a time, and the newest state last. */
export class Drafts {
  readonly #shelf: Shelf;
  #drafts: Draft[] = [];
  #loading: Promise<void> | null = null;
  #writing: Promise<void> | null = null;
  #changed = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Reads what is kept; once, and again if it failed. */
  async load(reconcile: (drafts: Draft[]) => Draft[] = (drafts) => drafts): Promise<readonly Draft[]> {
    this.#loading ??= this.#read(reconcile).catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    await this.#loading;
    return this.list;
  }

  async #read(reconcile: (drafts: Draft[]) => Draft[]): Promise<void> {
    const value = await this.#shelf.get(DRAFTS);
    this.#drafts = reconcile(Array.isArray(value) ? value.filter(isDraft) : []);
  }

  /** Newest first. */
  get list(): readonly Draft[] {
    return this.#drafts.toSorted((a, b) => b.began - a.began);
  }

  find(name: string): Draft | null {
    return this.#drafts.find((one) => one.name === name) ?? null;
  }

  /** The draft of a report that was sent, if it is still kept. */
  ofReport(id: string): Draft | null {
    return this.#drafts.find((one) => one.sentAs === id) ?? null;
  }

  /** Keeps a draft as it is now; returns when that, or something newer, is written. */
  async keep(draft: Draft): Promise<void> {
    this.#drafts = [...this.#drafts.filter((one) => one.name !== draft.name), draft];
    await this.#write();
  }

  async forget(name: string): Promise<void> {
    this.#drafts = this.#drafts.filter((one) => one.name !== name);
    await this.#write();
  }

  async #write(): Promise<void> {
    this.#changed = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#changed) {
      this.#changed = false;
      const value = this.#drafts.map((draft) => ({ ...draft }));
      await this.#shelf.put(DRAFTS, value.length === 0 ? null : value);
    }
  }
}

function isDraft(value: Value): value is ValueMap & Draft {
  return wire.isMap(value) && typeof value["name"] === "string" && wire.isMap(value["answers"] ?? null);
}
