/**
 * A member: takes what the relay gives, keeps what can be believed, and gives out what is to be posted (protocol §3, §7, §8). Its half that
 * reads is in `membership.ts`; in Python both are one file, `alerts/member.py`.
 *
 * Pure: clock and network are somebody else's. What it holds can be written down ({@link Member.state}) and read back.
 */

import type { Public } from "../crypto/announced";
import type { PathKeys } from "../crypto/boxes";
import type { Entry } from "../crypto/chain";
import { digest } from "../crypto/context";
import { deviceFromEntropy, type Device } from "../crypto/device";
import { BadInput, NotAllowed, Refused } from "../crypto/errors";
import type { Invite } from "../crypto/invites";
import { DeviceEntropy } from "../crypto/secrets";
import { parseDeskItem } from "../crypto/shelves";
import type * as wire from "../crypto/wire";
import { checkAlert } from "./alert";
import { contentHash } from "./contents";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import { isFor, readMail, type MailItem } from "./mail";
import { type Breathe, Membership, type ReadingState } from "./membership";
import { isDueAgain, Joining, KEEP_POSTED, oneOf, Outgoing, Posted, type JoiningState, type PostedState } from "./outgoing";
import {
  makeAccept,
  makeFollowUp,
  makeJoin,
  makeReport,
  sealItem,
  type AcceptItem,
  type FollowUpItem,
  type FollowUpKind,
  type FollowUpPlan,
} from "./posts";
import { Receipt } from "./receipt";
import { Recoverable, type RecoverableState } from "./recoverable";
import type { Report } from "./report";

export { maybeRemoved, type Breathe, type Gate, type Path } from "./membership";

const DAY = 86_400;
/** How often all mail is fetched again, in seconds (protocol §5.3): rarely, since everybody fetches and pays for all of it. */
export const FETCH_AGAIN = 28 * DAY;

/** What waits to be sent for the first time: contents, sealed when they are sent. */
export type Waiting = (FollowUpItem | AcceptItem) & wire.ValueMap;
/** What an item at the door is made of. */
export type Source = Receipt | Joining | Waiting | Posted;

/** What {@link Member.state} writes down. */
export interface MemberState extends ReadingState {
  receipts: ReturnType<Receipt["state"]>[];
  mail_after: number;
  mail_again: number;
  joining: JoiningState | null;
  posted: PostedState[];
  rolled_back: boolean;
  reposted: Uint8Array[];
  outbox: Waiting[];
  recoverable: RecoverableState;
}

/** One device's membership in one collective. */
export class Member extends Membership {
  receipts = new BytesMap<Receipt>();
  mailAfter = 0;
  /** When all mail was fetched again last: a letter that was held back, or passed over, is found then. */
  mailAgain: number;
  /** The join, posted again until path keys are there. */
  joining: Joining | null = null;
  /** Follow-ups that the relay has taken: they heal a restored relay. Never joins; reports wait in their receipts. */
  posted: Posted[] = [];
  /** Whether the relay was seen to have lost what this device has, and what was posted again since it is being healed. */
  rolledBack = false;
  reposted = new BytesSet();
  /** Follow-ups the relay has not taken yet: contents, sealed when they are sent. */
  outbox: Waiting[] = [];
  recoverable = new Recoverable();

  constructor(entropy: DeviceEntropy, device: Device, collective: Uint8Array, alias: string, joined: number) {
    super(entropy, device, collective, alias, joined);
    this.mailAgain = joined;
  }

  protected override get face(): string {
    return "Member";
  }

  // ---- joining ----------------------------------------------------------------------------------------------------

  /** Makes the join, to be sent until path keys are there. */
  prepareJoin(invite: Invite, { moderator }: { moderator: boolean }): void {
    const [content, bodyHash] = makeJoin(this.device, invite, this.collective, this.alias, { moderator });
    this.joining = new Joining(content, invite.box, bodyHash);
  }

  override async takePathKeys(blob: Uint8Array, shown: Public): Promise<PathKeys> {
    const found = await super.takePathKeys(blob, shown);
    if (this.board.founded && found.planting === this.board.charter.planting) this.joining = null;
    return found;
  }

  // ---- reports ----------------------------------------------------------------------------------------------------

  /**
   * A new report, ready to be sent. The device keeps it until two people have it, or one where there is one (protocol §8.4).
   *
   * @param fields as `validateReport` gives them.
   */
  report(fields: Report, now: number, { signed = false } = {}): Receipt {
    const plan = { head: this.board.epoch.hash, now, collective: this.collective, signedBy: signed ? this.device : null };
    const [, receipt] = makeReport(fields, plan);
    this.receipts.set(receipt.id, receipt);
    return receipt;
  }

  /**
   * What the relay has not taken yet: the join, reports, follow-ups. If there is nothing, then one at most of what it has taken long ago and
   * not enough people have acknowledged, sealed anew (protocol §8.2).
   */
  async toSend(now: number): Promise<Outgoing<Source>[]> {
    this.settle();
    const waiting: (Receipt | Joining)[] = [...this.receipts.values()].filter((receipt) => receipt.unsent !== null);
    if (this.joining !== null) waiting.unshift(this.joining);
    let first = waiting.filter((one) => one.posts === 0);
    if (first.length === 0 && this.outbox.length === 0) {
      first = oneOf(waiting.filter((one) => isDueAgain(one, now)));
      for (const one of first) one.sealed = null;
    }
    const items: Outgoing<Source>[] = [];
    for (const one of first) items.push(new Outgoing<Source>(await this.sealed(one), one));
    for (const value of [...this.outbox]) items.push(new Outgoing<Source>((await sealItem(value, this.desk())).encoded, value));
    return items;
  }

  /**
   * One item to post again to a relay that is being healed: a report that not enough people have, sealed anew; or, if the relay was seen to
   * have lost something, a follow-up as it was. Each once, in an order that tells nothing.
   */
  async toHeal(): Promise<Outgoing<Receipt | Posted> | null> {
    this.settle();
    const waiting: (Receipt | Posted)[] = [...this.receipts.values()].filter(
      (receipt) => receipt.unsent !== null && !this.reposted.has(receipt.id),
    );
    if (this.rolledBack) waiting.push(...this.posted.filter((posted) => !this.reposted.has(digest(posted.item))));
    const [one] = oneOf(waiting);
    if (one === undefined) return null;
    if (one instanceof Posted) return new Outgoing<Receipt | Posted>(one.item, one);
    one.sealed = null;
    return new Outgoing<Receipt | Posted>(await this.sealed(one), one);
  }

  /** A relay that is being healed has taken this item. */
  healed(outgoing: Outgoing<Receipt | Posted>, now: number): void {
    if (outgoing.of instanceof Receipt) {
      this.sent(outgoing, now);
      this.reposted.add(outgoing.of.id);
    } else {
      this.reposted.add(digest(outgoing.item));
    }
  }

  /** The relay does not say that it is being healed (any more). */
  relayIsWhole(): void {
    this.rolledBack = false;
    this.reposted = new BytesSet();
  }

  private settle(): void {
    const people = this.board.charter.people.map((person) => person.id);
    for (const receipt of this.receipts.values()) receipt.settle(people);
  }

  private async sealed(one: Receipt | Joining): Promise<Uint8Array> {
    const invite = one instanceof Joining ? { box: one.box, join: one.hash } : null;
    const content = one instanceof Joining ? one.content : one.content();
    return (one.sealed = await this.sealAgain(content, one.sealed, invite));
  }

  private async sealAgain(
    content: wire.Value,
    sealed: Uint8Array | null,
    invite: { readonly box: Uint8Array; readonly join: Uint8Array } | null,
  ): Promise<Uint8Array> {
    // Under the newest epoch and desk key always: an item under an epoch that is over is refused (protocol §8.1).
    const desk = this.desk();
    if (sealed !== null) {
      const item = parseDeskItem(sealed);
      if (item.epoch === desk.epoch && item.desk === desk.number) return sealed;
    }
    return (await sealItem(content, desk, invite)).encoded;
  }

  /** The relay says that the desk key is retired: what waits is sealed anew. */
  reseal(): void {
    for (const receipt of this.receipts.values()) receipt.sealed = null;
    if (this.joining !== null) this.joining.sealed = null;
  }

  /** The relay has taken this item. */
  sent(outgoing: Outgoing<Source>, now: number): void {
    this.posted = this.posted.filter((posted) => now - posted.then < KEEP_POSTED);
    const one = outgoing.of;
    if (one instanceof Receipt) one.sentAt ??= now;
    if (one instanceof Receipt || one instanceof Joining) {
      one.posts += 1;
      one.taken = now;
      return;
    }
    this.outbox = this.outbox.filter((value) => value !== one);
    this.posted.push(new Posted(now, reportOf(one), outgoing.item));
  }

  /** @throws BadInput no report of this device has this id. */
  findReceipt(report: Uint8Array): Receipt {
    const receipt = this.receipts.get(report);
    if (receipt === undefined) throw new BadInput("no report of yours has this id");
    return receipt;
  }

  /**
   * Queues a follow-up of one's own report. What she writes in it stays in the receipt.
   *
   * @param plan its `shown` counts with `agree` alone: the hash of the public text that she read (`contentHash`).
   * @throws BadInput no report has this id.
   * @throws NotAllowed it was withdrawn, or is closed; or the text is not the newest she was shown.
   */
  followUp(report: Uint8Array, kind: FollowUpKind, plan: FollowUpPlan = {}): void {
    const receipt = this.findReceipt(report);
    if (receipt.status === "withdrawn") throw new NotAllowed("this report was withdrawn");
    const shown = plan.shown ?? null;
    if (kind === "agree") checkAgreed(receipt, shown);
    const followUp = makeFollowUp(receipt, this.collective, kind, { ...plan, shown: kind === "agree" ? shown : null });
    this.outbox.push(followUp);
    receipt.tell(kind, plan.text, plan.question, plan.now);
  }

  /** Queues the agreement to become a moderator (protocol §7.5). */
  acceptModeration(): void {
    this.outbox.push(makeAccept(this.device, this.collective, this.board.charter.planting));
  }

  /** Erases the receipt, and all that belongs to it: nobody can follow this report up any more, this device included. */
  forget(report: Uint8Array): void {
    this.findReceipt(report);
    this.receipts.delete(report);
    this.outbox = this.outbox.filter((value) => !sameBytes(reportOf(value), report));
    this.posted = this.posted.filter((posted) => !sameBytes(posted.report, report));
    this.reposted.delete(report);
  }

  // ---- mail -------------------------------------------------------------------------------------------------------

  /**
   * The position to fetch mail after; `last` is what the relay says is its newest.
   *
   * From the beginning about once a week, and when the relay has less than this device has seen: a cursor may have been led astray.
   */
  mailFrom(last: number, now: number): number {
    if (last < this.mailAfter || now - this.mailAgain >= FETCH_AGAIN) {
      this.mailAfter = 0;
      this.mailAgain = now;
    }
    return this.mailAfter;
  }

  /** Reads a mail item if it is for one of this device's reports; says whether it was. */
  takeMail(position: number, item: MailItem, now: number): boolean {
    this.mailAfter = Math.max(this.mailAfter, position);
    const receipt = [...this.receipts.values()].find(({ tag }) => isFor(tag, this.collective, item));
    if (receipt === undefined || receipt.read.some((tag) => sameBytes(tag, item.tag))) return false;
    const { id, answer } = receipt;
    try {
      const letter = readMail(item, { report: id, answer, collective: this.collective, charter: this.board.charter });
      receipt.take(letter.person, letter.body, item.tag, now);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refusals.push({ seq: position, error: error.name, detail: error.detail });
      return false;
    }
    this.settle();
    return true;
  }

  // ---- writing down and reading back ------------------------------------------------------------------------------

  /** Everything but the board's entries, as a value for `wire.encode`. */
  state(): MemberState {
    return {
      ...this.readingState(),
      receipts: [...this.receipts.values()].map((receipt) => receipt.state()),
      mail_after: this.mailAfter,
      mail_again: this.mailAgain,
      joining: this.joining?.state() ?? null,
      posted: this.posted.map((posted) => posted.state()),
      rolled_back: this.rolledBack,
      reposted: [...this.reposted],
      outbox: [...this.outbox],
      recoverable: this.recoverable.state(),
    };
  }

  protected async load(state: MemberState, entries: readonly Entry[], breathe?: Breathe): Promise<void> {
    this.receipts = new BytesMap(state.receipts.map((receipt) => [receipt.id, Receipt.fromState(receipt)]));
    this.mailAfter = state.mail_after;
    this.mailAgain = state.mail_again;
    this.joining = state.joining && Joining.fromState(state.joining);
    this.posted = state.posted.map((posted) => new Posted(...posted));
    this.rolledBack = state.rolled_back;
    this.reposted = new BytesSet(state.reposted);
    this.outbox = [...state.outbox];
    this.recoverable = Recoverable.fromState(state.recoverable);
    await this.loadReading(state, entries, breathe);
  }

  /**
   * A member as it was written down, with its board's entries read again (signatures it verified before are trusted).
   *
   * @param device what follows from the entropy, if the caller has made it already: that takes a moment.
   * @param breathe called now and then while entries are read.
   */
  static async fromState(state: MemberState, entries: readonly Entry[], device: Device | null = null, breathe?: Breathe): Promise<Member> {
    const entropy = new DeviceEntropy(state.entropy);
    const its = device ?? (await deviceFromEntropy(entropy));
    const member = new Member(entropy, its, state.collective, state.alias, state.joined);
    await member.load(state, entries, breathe);
    return member;
  }
}

function reportOf(value: Waiting | Posted): Uint8Array | null {
  if (value instanceof Posted) return value.report;
  return value.type === "follow-up" ? value.report : null;
}

/** What she says yes to is hashed here, from what came: no letter says what its text is called. */
function checkAgreed(receipt: Receipt, shown: Uint8Array | null): void {
  const preview = receipt.preview;
  if (preview === null) throw new NotAllowed("they have not shown you a text yet");
  try {
    checkAlert(preview);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new NotAllowed("the text they sent cannot be shown, so nobody can agree to it; ask them to send it again");
  }
  if (shown === null || !sameBytes(shown, contentHash(preview))) {
    throw new NotAllowed("the text is another than the one you were shown; look at it again");
  }
}
