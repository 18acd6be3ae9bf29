/** The desk's inbox on a moderator's device: items opened, judged and sorted (protocol §7.3, §8). */

import { digest } from "../crypto/context";
import { BadInput, CannotOpen, CounterWentBack, Forked, Refused, ReportChanged, ReportEpoch } from "../crypto/errors";
import { kemPublicKey } from "../crypto/sealing";
import { AnswerKey, TagKey } from "../crypto/secrets";
import { parseDeskItem, type DeskItem } from "../crypto/shelves";
import * as wire from "../crypto/wire";
import type { Board } from "./board";
import { faceless, Faceless } from "./faces";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import { HEARD, SEEN, type Log } from "./log";
import * as posts from "./posts";
import { checkReport, type Report as ReportFields } from "./report";
import { DAY } from "./statements";
import type { Refusal } from "./things";

/** Clocks differ by as much, in seconds (protocol §5.1, §8.1). */
export const CLOCK_TOLERANCE = 15 * 60;
/** How long a moderator's device keeps what it fetched, to heal a restored relay (protocol §5.6). Seconds. */
export const KEEP = 90 * DAY;
/** How often the whole desk is fetched again, so that an item that was held back is found (protocol §5.3). Seconds. */
export const FETCH_AGAIN = 7 * DAY;
/** A relay's clock counts as so much behind a device's own at most (protocol §8.1). Seconds. */
export const BEHIND = DAY;

/**
 * When a fetch of the desk counts as having begun, by a device's clock and the relay's (0 if that is not known).
 *
 * The earlier of the two: else a device whose clock is ahead would turn real reports away. Within a day: else a relay whose clock stands
 * still could say for ever that what somebody sealed who is out by now came while she was in.
 */
export function beganAt(ours: number, theirs: number): number {
  return Math.max(Math.min(ours, theirs || ours), ours - BEHIND);
}

/** A follow-up as the desk has it. */
export interface FollowUp {
  readonly counter: number;
  readonly arrived: number;
  readonly body: posts.FollowUpBody;
}

/** A report as the desk has it. */
export class Report extends Faceless {
  readonly id: Uint8Array;
  /** As the reporter last corrected them. */
  fields: ReportFields;
  readonly answer: AnswerKey;
  readonly tag: TagKey;
  readonly follow: Uint8Array;
  readonly arrived: number;
  /** The item, encoded. */
  readonly content: Uint8Array;
  readonly signedBy: Uint8Array | null;
  counter = 0;
  /** In the order in which they came. */
  readonly followUps: FollowUp[] = [];

  constructor(item: posts.ReportItem, fields: ReportFields, arrived: number, content: Uint8Array, signedBy: Uint8Array | null) {
    super();
    this.id = item.id;
    this.fields = fields;
    this.answer = new AnswerKey(item.answer);
    this.tag = new TagKey(item.tag);
    this.follow = item.follow;
    this.arrived = arrived;
    this.content = content;
    this.signedBy = signedBy;
  }

  protected override get face(): string {
    return "Report";
  }
}

/**
 * A join whose signatures hold, until the log has decided: when it arrived, and under which epoch it was sealed. `fresh` if it came just
 * now, and was not read again from what this device keeps.
 */
export interface WaitingJoin {
  readonly arrived: number;
  readonly epoch: number;
  readonly join: posts.Join;
  readonly fresh: boolean;
}

/** What a *seen* note says of a report: the hash of its content. */
export function seen(content: Uint8Array): wire.ValueMap {
  return { hash: digest(content) };
}

/** What a *heard* note says of a follow-up: its counter, and the hash of its body. */
export function heard(counter: number, body: posts.FollowUpBody): wire.ValueMap {
  return { counter, hash: digest(wire.encode(body)) };
}

/** Whether a note about a report says this very thing. */
export function saysSo(data: wire.ValueMap, said: wire.ValueMap): boolean {
  return sameBytes(wire.encode(data), wire.encode(said));
}

/** What {@link Inbox.state} writes down. */
export type InboxState = {
  items: [arrived: number, encoded: Uint8Array][];
  after: number;
  again: number;
  told: [hash: Uint8Array, arrived: number][];
  fetched: number;
  acknowledged: Uint8Array[];
};

/** What came to the desk. Items are kept sealed; what they say is read again when the device is opened. */
export class Inbox extends Faceless {
  readonly collective: Uint8Array;
  items = new BytesMap<{ readonly arrived: number; readonly encoded: Uint8Array }>();
  after = 0;
  /** When the whole desk was fetched again last. */
  again = 0;
  /** When the last complete fetch began: what was not there then cannot have arrived before. */
  fetched = 0;
  /** When the fetch that is under way began. */
  private began = 0;
  readonly reports = new BytesMap<Report>();
  joins = new BytesMap<WaitingJoin>();
  readonly accepts = new BytesMap<readonly [body: Uint8Array, signature: Uint8Array]>();
  /** Reports this person has acknowledged. */
  acknowledged = new BytesSet();
  refused: Refusal[] = [];
  /** What was refused, by hash, with its arrival. */
  told = new BytesMap<number>();

  constructor(collective: Uint8Array) {
    super();
    this.collective = collective;
  }

  protected override get face(): string {
    return "Inbox";
  }

  /**
   * Opens a desk item and sorts it: joins and acceptances wait for the log, reports and follow-ups for people.
   *
   * What is refused is remembered by name, and changes nothing. The relay says when an item arrived; it cannot make it
   * older than this device's last fetch. One at a time: whoever calls this waits for it.
   *
   * @param judged this device took it before, so it came in time.
   */
  async take(position: number, claimed: number, encoded: Uint8Array, board: Board, log: Log, { judged = false } = {}): Promise<void> {
    this.after = Math.max(this.after, position);
    const arrived = Math.max(claimed, (this.fetched || this.began) - CLOCK_TOLERANCE);
    try {
      const item = parseDeskItem(encoded);
      if (this.items.has(item.id)) return;
      const content = await this.open(item, board, log);
      if (!judged) checkEpoch(content, item, arrived, board, log);
      if (content.type === "report" && ![...board.epochs.values()].some((epoch) => sameBytes(epoch.hash, content.head))) {
        // Read all the same: she needs help. But somebody shows her another board than ours.
        this.refused.push({ seq: position, error: new Forked().name, detail: "a report from somebody who is shown another board" });
      }
      this.sort(content, item, arrived, board.charter.planting, judged);
      this.items.set(item.id, { arrived, encoded });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Judged again whenever it comes again: what was missing may be here by then. Told of once.
      const name = digest(encoded);
      if (this.told.has(name)) return;
      this.refused.push({ seq: position, error: error.name, detail: error.detail });
      this.told.set(name, arrived);
    }
  }

  /**
   * One report.
   *
   * @throws BadInput there is none with this id.
   */
  find(report: Uint8Array): Report {
    const found = this.reports.get(report);
    if (found === undefined) throw new BadInput("no report has this id");
    return found;
  }

  /** Before a fetch that counts as begun at `looked` ({@link beganAt}). Who begins to moderate has seen nothing come. */
  begin(looked: number): void {
    this.began = looked;
  }

  /** Everything was fetched that was there at `looked`. */
  end(looked: number): void {
    // What came before this device moderated was the others' to judge: that it is late for this one tells nothing.
    if (this.fetched === 0) this.refused = this.refused.filter(({ error }) => error !== new ReportEpoch().name);
    this.fetched = Math.max(this.fetched, looked);
  }

  /** The position to fetch after; `last` is what the relay says is its newest. As for mail: see `Member.mailFrom`. */
  start(last: number, now: number): number {
    if (last < this.after || now - this.again >= FETCH_AGAIN) {
      this.after = 0;
      this.again = now;
    }
    return this.after;
  }

  /** Drops what is older than 90 days. */
  forget(now: number): void {
    this.items = new BytesMap([...this.items].filter(([, { arrived }]) => now - arrived < KEEP));
    this.told = new BytesMap([...this.told].filter(([, arrived]) => now - arrived < KEEP));
  }

  private async open(item: DeskItem, board: Board, log: Log): Promise<posts.Item> {
    const epoch = board.epochs.get(item.epoch);
    if (epoch === undefined) throw new ReportEpoch("a desk item under an epoch that no valid announcement began");
    const publicKey = board.deskKeys.get(item.desk) ?? null;
    for (const seed of log.deskSeeds.get(item.desk) ?? []) {
      if (sameBytes(kemPublicKey(seed), publicKey)) return posts.openItem(item, seed, epoch.secret, this.collective);
    }
    throw new CannotOpen("a desk item to a key this device does not have");
  }

  private sort(content: posts.Item, item: DeskItem, arrived: number, planting: number, judged: boolean): void {
    if (content.type === "report") this.takeReport(content, arrived);
    else if (content.type === "follow-up") this.takeFollowUp(content, arrived);
    else if (content.type === "join") {
      const join = posts.checkJoin(content, this.collective);
      this.joins.setDefault(join.sign, () => ({ arrived, epoch: item.epoch, join, fresh: !judged }));
    } else {
      const sign = posts.checkAccept(content.body, content.signature, this.collective, planting);
      this.accepts.set(sign, [content.body, content.signature]);
    }
  }

  private takeReport(content: posts.ReportItem, arrived: number): void {
    const known = this.reports.get(content.id);
    const encoded = wire.encode(content);
    if (known !== undefined) {
      if (!sameBytes(known.content, encoded)) throw new ReportChanged("another report under an id that is known");
      // She has not heard of the first acknowledgement: it is sent again.
      this.acknowledged.delete(content.id);
      return;
    }
    const fields = checkReport(content.fields);
    this.reports.set(content.id, new Report(content, fields, arrived, encoded, posts.checkAlias(content, this.collective)));
  }

  private takeFollowUp(content: posts.FollowUpItem, arrived: number): void {
    const report = this.reports.get(content.report);
    if (report === undefined) throw new ReportChanged("a follow-up of a report that is not here");
    const body = posts.checkFollowUp(content, report.follow, this.collective);
    // Sealed and sent again, because an answer of the relay got lost.
    if (report.followUps.some((known) => known.counter === content.counter && saysSo(known.body, body))) return;
    if (content.counter <= report.counter) throw new CounterWentBack("a follow-up whose counter is not above the last");
    if (body.fields !== null) report.fields = checkReport(body.fields);
    report.counter = content.counter;
    report.followUps.push(faceless("FollowUp", { counter: content.counter, arrived, body }));
  }

  // ---- writing down and reading back ------------------------------------------------------------------------------

  /** As a value for `wire.encode`. */
  state(): InboxState {
    return {
      items: [...this.items.values()].map(({ arrived, encoded }) => [arrived, encoded]),
      after: this.after,
      again: this.again,
      told: [...this.told],
      fetched: this.fetched,
      acknowledged: [...this.acknowledged],
    };
  }

  /** Reads the items again, with the keys the log holds. */
  async load(state: InboxState, board: Board, log: Log): Promise<void> {
    for (const [arrived, encoded] of state.items) await this.take(0, arrived, encoded, board, log, { judged: true });
    this.refused = [];
    this.told = new BytesMap(state.told);
    this.after = state.after;
    this.again = state.again;
    this.fetched = state.fetched;
    this.acknowledged = new BytesSet(state.acknowledged);
  }
}

function checkEpoch(content: posts.Item, item: DeskItem, arrived: number, board: Board, log: Log): void {
  // Whoever may post knows the newest E, so an item under an epoch that was over when it arrived is by somebody who is out,
  // or was posted again to a restored relay: then some moderator has read it in its time, and the log says so.
  const ended = board.epochEnded(item.epoch);
  if (ended === null || arrived <= ended + CLOCK_TOLERANCE) return;
  const late = "a desk item under an epoch that was over when it arrived";
  const said = saidOf(content);
  if (said === null) throw new ReportEpoch(late);
  // By people who moderate now, in the item's epoch or the next one, of this very item: else somebody who is out could have said
  // so beforehand, of something she means to write one day. Who reads has not said it herself, so two need not be three.
  const steps = (log.steps.get(said.report) ?? []).filter((step) => step.event === said.event && step.epoch <= item.epoch + 1);
  const saying = new BytesSet(steps.filter((step) => saysSo(step.data, said.data)).map((step) => step.person));
  const people = board.charter.people.filter((person) => saying.has(person.id));
  if (people.length < Math.max(1, Math.min(2, board.charter.people.length - 1))) throw new ReportEpoch(late);
}

/** What a note would say of this report or follow-up; `null` of anything else. */
function saidOf(content: posts.Item): { report: Uint8Array; event: string; data: wire.ValueMap } | null {
  if (content.type === "report") return { report: content.id, event: SEEN, data: seen(wire.encode(content)) };
  if (content.type !== "follow-up") return null;
  const { counter, body } = content;
  // As `heard` says it, whatever form the body has: it is not judged yet.
  return { report: content.report, event: HEARD, data: { counter, hash: digest(wire.encode(wire.decode(body))) } };
}
