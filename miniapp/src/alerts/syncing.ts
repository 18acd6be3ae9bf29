/**
 * Syncing: fetch, judge, do what is due, send what waits. One routine for every occasion (protocol §5.5).
 *
 * It does no deciding of its own: it brings entries to the member or moderator, and writes what they say is due. What a moderator's device
 * does beside is in `moderating.ts`; in Python both are one file, `alerts/syncing.py`.
 */

import { splitAnnouncement } from "../crypto/announced";
import type { Entry, Shelf } from "../crypto/chain";
import { NotAddressed, NotAModerator, ParasolError, Refused, RelayRefused, RolledBack } from "../crypto/errors";
import { sameBytes } from "./keyed";
import { maybeRemoved, type Gate, type Member } from "./member";
import { Moderator } from "./moderator";
import { oneOf } from "./outgoing";
import { boxDue } from "./returning";
import { Newest, type RelayClient } from "./sync";
import type { Refusal } from "./things";

/** The relay takes at most this many entries in one append. */
export const ENTRIES_AT_ONCE = 50;
/** How far the relay's clock and this device's may differ without a word, in seconds (protocol §8.1). */
const CLOCK_TOLERANCE = 15 * 60;

/** What a sync brought: new entries and items, and what was refused, by name. */
export interface Synced {
  board: number;
  desk: number;
  mail: number;
  refused: Refusal[];
  healing: boolean;
  /** Seconds between the relay's clock and this device's, if too many: then one of them is wrong. */
  clockDiffers: number;
}

export function nothingSynced(): Synced {
  return { board: 0, desk: 0, mail: 0, refused: [], healing: false, clockDiffers: 0 };
}

/** Told what long work is doing and how far it is. If it gives a promise, reading goes on when that is kept, and breaks off when it is not. */
export type Progress = (what: "reading" | "healing" | "keys", done: number, of: number) => unknown;

/** Writes the device down; called before anything is sent that must not be forgotten, and after every change. */
export type Save = (device: Member) => Promise<void>;

/** One device, its relay and its vault. */
export abstract class Syncing {
  device: Member;
  readonly relay: RelayClient;
  /** Unix seconds. */
  protected readonly clock: () => number;
  protected readonly progress: Progress;
  private readonly write: Save;
  result: Synced = nothingSynced();
  /** The relay's clock in the last answer; 0 before the first. */
  protected relaySays = 0;
  /** Whether something went out since the last sync that shows whose device this is, or what it does. */
  private named = false;

  constructor(device: Member, relay: RelayClient, clock: () => number, save: Save, progress: Progress = () => undefined) {
    this.device = device;
    this.relay = relay;
    this.clock = clock;
    this.write = save;
    this.progress = progress;
  }

  // ---- what a moderator's device does beside (`moderating.ts`) -----------------------------------------------------

  /** Reads log and desk, and does what is due; called only while the device moderates. */
  protected abstract moderate(): Promise<void>;

  /** Gives log, desk and mail back to a relay that is being healed; called only while the device moderates. */
  protected abstract healAsModerator(): Promise<void>;

  /** What was refused at the desk since the last sync, once. */
  protected abstract refusedAtDesk(): Refusal[];

  // ---- shorthands -------------------------------------------------------------------------------------------------

  get collective(): Uint8Array {
    return this.device.collective;
  }

  /**
   * This device as a moderator's.
   *
   * @throws NotAModerator it is not one.
   */
  get moderator(): Moderator {
    if (!(this.device instanceof Moderator) || !this.device.moderates) throw new NotAModerator("only moderators can do this");
    return this.device;
  }

  get moderates(): boolean {
    return this.device instanceof Moderator && this.device.moderates;
  }

  /** The relay, for whatever names a box or leaves something there: a recovery box beside it would be linked to it (protocol §7.6). */
  protected get naming(): RelayClient {
    this.named = true;
    return this.relay;
  }

  async save(): Promise<void> {
    await this.write(this.device);
  }

  // ---- the one routine --------------------------------------------------------------------------------------------

  /**
   * Fetches everything, verifies it, does what is due, sends what waits.
   *
   * @throws Refused the relay's answer is refused as a whole (rolled back, forked, changed); what the device has is kept.
   * @throws Unreachable, NotARelay, RelayRefused the relay does not answer, or says no.
   */
  async sync(): Promise<Synced> {
    this.result = nothingSynced();
    try {
      await this.fetchAndSend();
    } finally {
      this.named = false;
      this.result.refused.push(...this.device.refusals, ...this.refusedAtDesk());
      this.device.refusals = [];
      await this.save();
    }
    return this.result;
  }

  private async fetchAndSend(): Promise<void> {
    this.device.now = this.clock();
    let newest = await this.relay.newest(this.collective);
    this.result.healing = newest.healing;
    this.relaySays = newest.time;
    const differs = Math.abs(newest.time - this.clock());
    this.result.clockDiffers = differs > CLOCK_TOLERANCE ? differs : 0;
    if (newest.healing) {
      if (this.device instanceof Moderator) {
        this.device.relayWasRestored(this.clock(), { behind: newest.head.seq + 1 < this.device.entries.length });
      }
      newest = await this.heal(newest);
    } else this.device.relayIsWhole();
    this.device.compare(newest.head);
    await this.fetchBoard(newest);
    await this.fetchWithheld();
    await this.fetchPathKeys();
    await this.fetchBundle();
    const trouble = this.moderates ? await this.moderateInSpite() : null;
    await this.fetchMail();
    if (!this.result.healing && !(await this.send()) && !this.named) await this.stayRecoverable();
    if (trouble !== null) throw trouble;
  }

  /** What stands in a moderator's way must not keep her own mail and reports. */
  private async moderateInSpite(): Promise<ParasolError | null> {
    try {
      await this.moderate();
    } catch (error) {
      if (error instanceof ParasolError) return error;
      throw error;
    }
    return null;
  }

  protected tell(alarms: readonly Refusal[]): void {
    const known = (alarm: Refusal) => this.result.refused.some(({ seq, error }) => seq === alarm.seq && error === alarm.error);
    for (const alarm of alarms) if (!known(alarm)) this.result.refused.push(alarm);
  }

  // ---- the board --------------------------------------------------------------------------------------------------

  protected async fetchBoard(given: Newest | null = null): Promise<void> {
    this.device.now = this.clock();
    const newest = given ?? (await this.relay.newest(this.collective));
    const known = this.device.entries.length;
    const refused = this.device.board.refused.length;
    const alarms = this.device.board.alarms.length;
    if (newest.head.seq < known) return;
    const gate = await this.provisional(newest);
    const { entries, head } = await this.relay.entries(this.collective, "board", known, gate, { role: "member", purpose: "read" });
    if (head !== null && head.seq > known + entries.length - 1) throw new RolledBack("the relay holds back entries it says it has");
    await this.device.readBoardSlowly(entries, async (_, done, of) => {
      await this.progress("reading", done, of);
    });
    await this.progress("reading", entries.length, entries.length);
    this.result.board += entries.length;
    this.result.refused.push(...this.device.board.refused.slice(refused));
    this.tell(this.device.board.alarms.slice(alarms));
    await this.save();
  }

  /**
   * Reads the board from its beginning, on a device that knows where it belongs and has read nothing yet.
   *
   * @throws RolledBack there is none.
   * @throws NotAddressed its keys open nothing new: the device was removed, as far as it can tell.
   */
  async readAll(): Promise<void> {
    const device = this.device;
    const gate = await this.provisional(await this.relay.newest(this.collective));
    const { entries, head } = await this.relay.entries(this.collective, "board", 0, gate, { role: "member", purpose: "read" });
    await device.readBoardSlowly(entries, async (_, done, of) => {
      await this.progress("reading", done, of);
    });
    await this.progress("reading", entries.length, entries.length);
    if (!device.board.founded) throw new RolledBack("the relay shows an empty board");
    if (head !== null) device.compare(head);
    device.mailAfter = await this.relay.lastMail(this.collective, device.gate());
  }

  /** Asks for one stub again that no statement names, by chance, with what comes in the same answer: a relay may have changed its mind. */
  private async fetchWithheld(): Promise<void> {
    const device = this.device;
    const [seq] = oneOf(device.board.withheld);
    if (seq === undefined) return;
    const gate = await this.provisional(await this.relay.newest(this.collective));
    for (const entry of await this.relay.page(this.collective, "board", seq, gate, { role: "member", purpose: "read" })) {
      this.result.board += Number(device.takeWithheld(entry));
    }
    await this.save();
  }

  private async provisional(newest: Newest): Promise<Gate> {
    const device = this.device;
    const entry = newest.announcement;
    const hash = entry.hash(this.collective);
    if ([...device.board.epochs.values()].some((epoch) => sameBytes(epoch.hash, hash))) return device.gate();
    try {
      return device.provisionalGate(entry);
    } catch (error) {
      if (!(error instanceof NotAddressed) || entry.blob === null) throw error;
      // A replant while this device was away: new keys lie in a box that only it can open.
      const [shown] = splitAnnouncement(entry.blob);
      if (device.paths.has(shown.planting)) throw error;
      const blob = await this.naming.box(device.pathBox(shown.planting), this.collective);
      if (blob === null) throw error;
      try {
        await device.takePathKeys(blob, shown);
      } catch (why) {
        if (why instanceof Refused) throw maybeRemoved();
        throw why;
      }
      return device.provisionalGate(entry);
    }
  }

  private async fetchPathKeys(): Promise<void> {
    const device = this.device;
    if (device.hasPathKeys) return;
    const blob = await this.naming.box(device.pathBox(), this.collective);
    if (blob === null) return;
    await this.taking(() => device.takePathKeys(blob, device.board.epoch.public));
    await this.save();
  }

  private async fetchBundle(): Promise<void> {
    const charter = this.device.board.charter;
    if (charter.placeOf(this.device.device.signingKey) === null) return;
    const device = this.device instanceof Moderator ? this.device : Moderator.fromMember(this.device);
    if (device.bundles.has(charter.planting)) return;
    const blob = await this.naming.box(device.bundleBoxFor(charter.planting), this.collective);
    // If it is refused, somebody wrote something else there: a moderator who promotes her again writes it anew.
    if (blob === null || !(await this.taking(() => device.takeBundle(blob, charter)))) return;
    this.device = device;
    await this.save();
  }

  /** Whether what lay in a box of this device was taken. What was not is told by name, and refuses nothing else. */
  private async taking(take: () => Promise<unknown>): Promise<boolean> {
    try {
      await take();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.device.refusals.push({ seq: 0, error: error.name, detail: error.detail });
      return false;
    }
    return true;
  }

  // ---- healing (protocol §5.6) ------------------------------------------------------------------------------------

  /** Re-posts what this device has and a restored relay may have lost. */
  private async heal(given: Newest): Promise<Newest> {
    const device = this.device;
    let newest = given;
    if (!device.board.founded) return newest;
    try {
      device.compare(newest.head);
    } catch (error) {
      // A fork is for people to decide.
      if (!(error instanceof RolledBack)) throw error;
      device.rolledBack = true;
      device.recoverable.mayBeLost(this.clock());
      await this.repost("board", device.entries, newest.head.seq + 1);
      newest = await this.relay.newest(this.collective);
    }
    if (!sameBytes(newest.announcement.hash(this.collective), device.board.epoch.hash)) return newest;
    // One for each sync, under a token of its own: a relay may also only say that it was restored.
    const outgoing = await device.toHeal();
    if (outgoing !== null) {
      await this.naming.healDesk(this.collective, outgoing.item, device.gate());
      device.healed(outgoing, this.clock());
    }
    if (this.moderates) await this.healAsModerator();
    return newest;
  }

  protected async repost(shelf: Shelf, entries: readonly Entry[], first: number): Promise<void> {
    const missing = entries.slice(first);
    for (let start = 0; start < missing.length; start += ENTRIES_AT_ONCE) {
      this.progress("healing", start, missing.length);
      const values = missing.slice(start, start + ENTRIES_AT_ONCE).map((entry) => entry.value());
      await this.naming.heal(this.collective, { [shelf]: values }, null, "member");
    }
  }

  // ---- mail and sending -------------------------------------------------------------------------------------------

  private async fetchMail(): Promise<void> {
    const device = this.device;
    if (!device.board.founded) return;
    try {
      const last = await this.relay.lastMail(this.collective, device.gate());
      const items = await this.relay.mail(this.collective, device.mailFrom(last, this.clock()), device.gate());
      for (const { position, item } of items) this.result.mail += Number(device.takeMail(position, item, this.clock()));
    } catch (error) {
      if (error instanceof RelayRefused && error.code === "old-epoch") return;
      throw error;
    }
    await this.save();
  }

  /**
   * Posts reports, follow-ups and the join that nobody has acknowledged; says whether there was any. Provisional epochs never get anything.
   */
  async send(): Promise<boolean> {
    const device = this.device;
    const now = this.clock();
    for (let last = false; ; last = true) {
      try {
        const sent = await device.toSend(now);
        for (const outgoing of sent) {
          await this.naming.postDesk(this.collective, outgoing.item, device.gate());
          device.sent(outgoing, now);
        }
        await this.save();
        return sent.length > 0;
      } catch (error) {
        if (!(error instanceof RelayRefused) || error.code !== "retired-desk-key" || last) throw error;
        device.reseal();
        await this.fetchBoard();
      }
    }
  }

  /** Posts the recovery box that is due (protocol §7.6). Never beside anything else: it would show whose box it is. */
  private async stayRecoverable(): Promise<void> {
    const found = boxDue(this.device, this.clock());
    if (found === null) return;
    try {
      await this.relay.postBox(this.collective, found.fill, this.device.gate());
    } catch (error) {
      if (!(error instanceof RelayRefused)) throw error;
      // Nobody else can name it. So what lies there already is hers: an answer that got lost, or another phone with the same words.
      if (error.code !== "box-exists") return; // something was announced in this moment, or the relay is busy: the next sync tries again
    }
    this.device.recoverable.stands(found.period);
    await this.save();
  }
}
