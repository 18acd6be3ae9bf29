/** A device at work with its relay: what people do on purpose, on top of the one routine of `syncing.ts`; and joining. */

import { deviceFromEntropy, fromWords, type Device } from "../crypto/device";
import { BadInput, ParasolError, RelayRefused, RolledBack } from "../crypto/errors";
import { handoverBox, LASTS, openHandover, sealHandover } from "../crypto/handover";
import { inviteFromCode, openBox, readCode } from "../crypto/invites";
import type { Belongings } from "../crypto/recovery";
import { DeviceEntropy, type HandoverSeed } from "../crypto/secrets";
import type { Founding } from "./founding";
import { Member } from "./member";
import { ModeratorSession } from "./moderatorSession";
import type { FollowUpKind, FollowUpPlan } from "./posts";
import type { Receipt } from "./receipt";
import type { Report } from "./report";
import { beginAgain, belongingsOf, checkHistory, findRecovery } from "./returning";
import type { RelayClient } from "./sync";
import { nothingSynced, type Progress, type Save, type Synced } from "./syncing";

/** What a sync brought; if it broke off, what stood in its way. What was written before is on this device in any case. */
export interface Outcome {
  readonly synced: Synced;
  readonly trouble: ParasolError | null;
}

/** One device, its relay and its vault, and what its owner can do. Moderators sync first: decisions are made on what is here. */
export class Session extends ModeratorSession {
  // ---- one's own reports (in Python `commands/reporting.py` does these steps) -----------------------------------------

  /**
   * A new report: written down first, then sent, as far as the relay can be reached.
   *
   * @param fields as `validateReport` gives them.
   * @param signed show moderators the alias; they see none otherwise.
   */
  async report(fields: Report, { signed = false } = {}): Promise<{ receipt: Receipt } & Outcome> {
    const receipt = this.device.report(fields, this.clock(), { signed });
    await this.save();
    return { receipt, ...(await this.syncIfPossible()) };
  }

  /**
   * A follow-up of one's own report, written down first, then sent.
   *
   * @throws BadInput, NotAllowed as `Member.followUp`.
   */
  async followUp(report: Uint8Array, kind: FollowUpKind, plan: FollowUpPlan = {}): Promise<Outcome> {
    this.device.followUp(report, kind, { now: this.clock(), ...plan });
    await this.save();
    return this.syncIfPossible();
  }

  // ---- a second device (protocol §7.7) ----------------------------------------------------------------------------

  /**
   * Writes the box from which whoever has this code and showed these digits takes this device over, for a minute.
   *
   * @throws NotAllowed this device does not have all that makes it one yet.
   */
  async handOver(seed: HandoverSeed): Promise<void> {
    const { device } = this;
    // Something may have been announced while she typed; and what is handed over is to be the newest.
    const newest = await this.relay.newest(this.collective);
    await this.fetchBoard(newest);
    const { wanted: words, period } = device.recoverable;
    const blob = sealHandover(seed, { entropy: device.entropy, belongings: belongingsOf(device), words, period });
    // By the relay's clock, which ends it: a minute is less than clocks differ.
    const fill = { id: handoverBox(seed), blob, expires: newest.time + LASTS, burnable: true };
    try {
      await this.naming.postBox(this.collective, fill, device.gate());
    } catch (error) {
      if (!(error instanceof RelayRefused) || error.code !== "box-exists") throw error; // typed twice
    }
  }

  /** Whether the box that {@link handOver} wrote is gone. */
  async wasTaken(seed: HandoverSeed): Promise<boolean> {
    return (await this.naming.box(handoverBox(seed))) === null;
  }

  /** Agrees to become a moderator (protocol §7.5). */
  async acceptModeration(): Promise<Outcome> {
    this.device.acceptModeration();
    await this.save();
    return this.syncIfPossible();
  }

  /** Erases all that belongs to one's own report on this device. */
  async forget(report: Uint8Array): Promise<void> {
    this.device.forget(report);
    await this.save();
  }

  /** {@link sync}, if the relay can be reached and believed; what stood in its way otherwise. */
  async syncIfPossible(): Promise<Outcome> {
    try {
      return { synced: await this.sync(), trouble: null };
    } catch (error) {
      if (!(error instanceof ParasolError) || (error.fault !== "transport" && error.fault !== "peer")) throw error;
      return { synced: this.result, trouble: error };
    } finally {
      this.result = nothingSynced();
    }
  }
}

/**
 * Founds a collective that this device has made and written down, or finishes a founding that was interrupted: what stands is not posted
 * again.
 *
 * @param code what the relay's operator gave, 16 bytes.
 * @param notes what its log begins with, as `founding.ts` made it.
 * @throws RelayRefused the relay does not know the code.
 */
export async function establish(
  relay: RelayClient,
  code: Uint8Array,
  { founder, notes }: Pick<Founding, "founder" | "notes">,
  clock: () => number,
  save: Save,
  progress?: Progress,
): Promise<Session> {
  if (!(await stands(relay, founder.collective))) await relay.found(founder.collective, code, founder.entries);
  const session = new Session(founder, relay, clock, save, progress);
  await session.writeFirstNotes(notes);
  return session;
}

async function stands(relay: RelayClient, collective: Uint8Array): Promise<boolean> {
  try {
    await relay.newest(collective);
  } catch (error) {
    if (error instanceof RelayRefused && error.code === "unknown-collective") return false;
    throw error;
  }
  return true;
}

/**
 * Joins by an invite's code: verified from the founding charter up, then one post. Nobody else need be awake.
 *
 * The join itself is sent with the first sync.
 *
 * @param willing if the code is for a moderator: whether she agrees to become one. If not she comes in as a member (protocol §7.5).
 * @throws BadInput the code is none, or no invite (any more): used, called back or late.
 * @throws Refused the board does not hold.
 */
export async function join(
  relay: RelayClient,
  codeText: string,
  alias: string,
  clock: () => number,
  save: Save,
  progress?: Progress,
  { willing = true } = {},
): Promise<Session> {
  const invite = inviteFromCode(readCode(codeText));
  const blob = await relay.box(invite.box);
  if (blob === null) throw new BadInput("this code is not good any more: it was used, called back or is too old. Ask for another");
  const welcome = openBox(invite, blob);
  const entropy = DeviceEntropy.random();
  const member = new Member(entropy, await deviceFromEntropy(entropy), welcome.collective, alias, clock());
  member.now = clock();
  const newest = await relay.newest(welcome.collective);
  const gate = member.welcome(welcome, newest.announcement);
  const { entries, head } = await relay.entries(welcome.collective, "board", 0, gate, { role: "member", purpose: "read" });
  await member.readBoardSlowly(entries, async (_, done, of) => {
    await progress?.("reading", done, of);
  });
  if (!member.board.founded) throw new RolledBack("the relay shows an empty board");
  member.checkWelcome(welcome);
  if (head !== null) member.compare(head);
  member.mailAfter = await relay.lastMail(welcome.collective, gate);
  member.prepareJoin(invite, { moderator: welcome.moderator && willing });
  await save(member);
  return new Session(member, relay, clock, save, progress);
}

/** A device that was found again, and what it belongs to. */
export interface Again {
  readonly entropy: DeviceEntropy;
  readonly device: Device;
  readonly belongings: Belongings;
  /** Whether its owner was shown the words, and the newest period whose recovery box stands. */
  readonly words: boolean;
  readonly period: number | null;
  /** Gives the device what was its own, once it has read everything, if that was found too. */
  readonly giveBack?: (device: Member) => void;
}

/** What was typed is well made, and leads nowhere. */
export class NothingKept extends BadInput {}

/**
 * What is kept under 12 words. With {@link returnWith} it is `recover` of `alerts/session.py`.
 *
 * @throws BadInput they are no recovery words.
 * @throws NothingKept nothing is kept under them.
 * @throws Refused what is kept is not this device's.
 */
export async function findWords(relay: RelayClient, words: string, now: number): Promise<Again> {
  const entropy = fromWords(words);
  const found = await findRecovery(relay, entropy, now);
  if (found === null) {
    throw new NothingKept(
      "nothing is kept under these words: one of them may be another, or their phone was never online after it showed them, or not for a " +
        "year. Compare them again; else ask for a new invite",
    );
  }
  return { entropy, words: true, ...found };
}

/**
 * The device that another one hands over by this code to whoever showed these digits; `null` if its box is not there yet. With
 * {@link returnWith} it is `take_over` of `alerts/session.py`.
 *
 * @throws Refused what lies there does not hold.
 */
export async function findHandover(relay: RelayClient, seed: HandoverSeed): Promise<Again | null> {
  const box = handoverBox(seed);
  const blob = await relay.box(box);
  if (blob === null) return null;
  const handed = openHandover(seed, blob);
  // First of all: whoever saw both screens comes too late from now on.
  await relay.burn(box);
  return { ...handed, device: await deviceFromEntropy(handed.entropy) };
}

/**
 * The same device on another phone: the same keys, the same place. Nobody else need be awake.
 *
 * @throws NotAddressed the device was removed, as far as it can tell.
 * @throws Refused the board does not hold.
 */
export async function returnWith(relay: RelayClient, again: Again, clock: () => number, save: Save, progress?: Progress): Promise<Session> {
  const { entropy, device, belongings, words, period, giveBack } = again;
  const session = new Session(beginAgain(entropy, device, belongings, clock()), relay, clock, save, progress);
  await session.readAll();
  checkHistory(session.device, belongings);
  session.device.recoverable.wanted = words;
  if (period !== null) session.device.recoverable.stands(period);
  giveBack?.(session.device);
  await session.save();
  return session;
}
