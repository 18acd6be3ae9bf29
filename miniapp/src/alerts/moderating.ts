/**
 * What a moderator's device does at a sync beside what a member's does (protocol §3.5 to §3.8, §5.4, §8). The second half of what is
 * one file in Python, `alerts/syncing.py`.
 *
 * It does no deciding of its own: it writes what the moderator says is due. When somebody else was quicker it fetches and asks again.
 */

import type { Bundle } from "../crypto/bundle";
import type { Entry } from "../crypto/chain";
import { NotAllowed, Refused, RelayRefused } from "../crypto/errors";
import * as admitting from "./admitting";
import * as announcing from "./announcing";
import * as casework from "./casework";
import type { Work } from "./casework";
import * as duties from "./duties";
import { beganAt, KEEP } from "./inbox";
import { BytesSet, sameBytes } from "./keyed";
import type { MailItem } from "./mail";
import { Moderator, type NoteDraft } from "./moderator";
import { shuffled } from "./outgoing";
import * as replant from "./replant";
import { Conflict, type BoxFill } from "./sync";
import { ENTRIES_AT_ONCE, Syncing } from "./syncing";
import type { Refusal } from "./things";

/** Somebody else may be quicker this many times before we say that the relay is busy. */
const TRIES = 25;
const LETTERS_AT_ONCE = 100;
const OF_LOG = { role: "moderator", purpose: "log" } as const;
const OF_BOARD = { role: "member", purpose: "read" } as const;

/** One device, its relay and its vault, and what it does by itself if it moderates. */
export class Moderating extends Syncing {
  protected override async moderate(): Promise<void> {
    const moderator = this.moderator;
    // At every sync, as long as it is the newest: no people should be shut out without being told (protocol §3.6).
    this.tell(moderator.board.alarmed);
    await this.fetchLog();
    this.tell(announcing.alarms(moderator));
    await this.fetchStaged();
    await this.fetchDesk();
    if (this.result.healing) return;
    await this.writeNotes(() => duties.notesDue(moderator, this.clock()));
    for (let tries = 0; tries < TRIES; tries++) {
      if (!(await this.publish(() => listed(duties.boardEntryDue(moderator, this.clock()))))) break;
      await this.writeNotes(() => duties.notesDue(moderator, this.clock()));
    }
    for (const report of casework.untold(moderator)) {
      await this.do(() => casework.toldNow(moderator, casework.findCase(moderator, report), this.clock()));
    }
    await this.signReplants();
    await this.publishReplant();
    if (!this.moderates) return;
    await this.fillBoxes();
    await this.watchErasures();
    const letters = duties.acknowledgements(moderator, this.clock());
    await this.mail(letters.map(([, letter]) => letter));
    for (const [report] of letters) moderator.inbox.acknowledged.add(report);
    await this.save();
  }

  protected override refusedAtDesk(): Refusal[] {
    if (!(this.device instanceof Moderator)) return [];
    const { refused } = this.device.inbox;
    this.device.inbox.refused = [];
    return refused;
  }

  // ---- fetching ---------------------------------------------------------------------------------------------------

  protected async fetchLog(): Promise<void> {
    const moderator = this.moderator;
    const known = moderator.logEntries.length;
    const refused = moderator.log.refused.length;
    const { entries, head } = await this.relay.entries(this.collective, "log", known, moderator.moderatorGate(), OF_LOG);
    if (!this.result.healing) moderator.log.chain.compare(head);
    // Somebody may have announced, or changed the charter, since the board was fetched: notes are judged by what they could know.
    if (entries.length > 0) await this.fetchBoard();
    moderator.readLog(entries);
    this.result.refused.push(...moderator.log.refused.slice(refused));
    await this.save();
  }

  /** Bundles of replants that somebody proposes, to compare and to sign. */
  protected async fetchStaged(): Promise<void> {
    const moderator = this.moderator;
    for (const { charter } of replant.proposed(moderator, this.clock())) {
      if (moderator.stagedFor(charter) !== null || charter.placeOf(moderator.device.signingKey) === null) continue;
      const blob = await this.naming.box(moderator.bundleBoxFor(charter.planting), this.collective);
      if (blob === null) continue;
      try {
        await moderator.takeBundle(blob, charter);
      } catch (error) {
        if (!(error instanceof Refused)) throw error; // another proposal's, or somebody's who must not choose it
      }
    }
  }

  private async fetchDesk(): Promise<void> {
    const { relay, collective, moderator } = this;
    const { inbox, board, log } = moderator;
    const began = this.clock();
    // It never goes back, so a relay that begins to say it is late gains nothing for what ended before.
    const looked = beganAt(began, this.relaySays);
    inbox.begin(looked);
    const last = await relay.lastDesk(collective, moderator.moderatorGate());
    for (const { position, arrived, item } of await relay.desk(collective, inbox.start(last, began), moderator.moderatorGate())) {
      await inbox.take(position, arrived, item, board, log);
      this.result.desk += 1;
    }
    inbox.end(looked);
    inbox.forget(began);
    await this.save();
  }

  /** This device as a moderator's, with what others have written since the last sync. */
  protected async caughtUp(): Promise<Moderator> {
    await this.fetchBoard();
    await this.fetchLog();
    return this.moderator;
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  /**
   * Writes what `decide` says into the log; when somebody else was quicker, fetches and asks again.
   *
   * @param ahead a staged bundle, for what a leaving moderator must not read.
   */
  protected async writeNotes(decide: () => readonly NoteDraft[], { ahead = null }: { ahead?: Bundle | null } = {}): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const moderator = this.moderator;
      const drafts = decide();
      if (drafts.length === 0) return;
      const entries = moderator.noteEntries(drafts, this.clock(), { ahead });
      try {
        for (let start = 0; start < entries.length; start += ENTRIES_AT_ONCE) {
          const part = entries.slice(start, start + ENTRIES_AT_ONCE);
          await this.naming.append(this.collective, "log", part, moderator.moderatorGate());
          moderator.readLog(part);
        }
      } catch (error) {
        await this.behind(error);
        await this.fetchLog();
        continue;
      }
      await this.save();
      return;
    }
    throw new NotAllowed("others are writing at the same time; try again in a moment");
  }

  /** Fetches the board if somebody else was quicker, with an entry or with the next epoch; throws `error` if it says anything else. */
  private async behind(error: unknown): Promise<void> {
    if (!(error instanceof Conflict) && !(error instanceof RelayRefused && error.code === "old-epoch")) throw error;
    await this.fetchBoard();
  }

  /**
   * Appends what `decide` says to the board; says whether there was anything. Asks again when somebody else was quicker.
   *
   * What readers would refuse is never appended: it would stand in the chain for good, and change nothing.
   */
  protected async publish(decide: () => readonly Entry[] | null): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      const [first, ...more] = decide() ?? [];
      if (first === undefined || this.moderator.wouldRefuse([first, ...more]) !== null) return false;
      try {
        await this.naming.append(this.collective, "board", [first, ...more], this.moderator.moderatorGate());
      } catch (error) {
        await this.behind(error);
        continue;
      }
      this.device.readBoard([first, ...more]);
      await this.save();
      return true;
    }
    throw new NotAllowed("others are publishing at the same time; try again in a moment");
  }

  /** Posts mail, and keeps it to heal a restored relay. */
  protected async mail(letters: readonly MailItem[]): Promise<void> {
    if (letters.length === 0) return;
    const moderator = this.moderator;
    const now = this.clock();
    moderator.written = moderator.written.filter(([then]) => now - then < KEEP);
    for (const letter of letters) moderator.written.push([now, letter.value()]);
    await this.save();
    await this.naming.postMail(this.collective, letters, moderator.moderatorGate());
  }

  /** Casework: notes first, then mail. `decide` is asked again when somebody else was quicker, and may then refuse. */
  protected async do(decide: () => Work): Promise<void> {
    const decided: Work[] = [];
    await this.writeNotes(() => {
      const work = decide();
      decided.push(work);
      return work.notes;
    });
    await this.mail(decided.at(-1)?.letters ?? []);
  }

  // ---- boxes and erasures -----------------------------------------------------------------------------------------

  private async fillBoxes(): Promise<void> {
    const { moderator } = this;
    const now = this.clock();
    moderator.forgetBoxesIfDue(now);
    const { bundle, filled } = moderator;
    const fills: BoxFill[] = [];
    const waiting = moderator.members().filter((member) => moderator.rewrite.has(member.sign));
    for (const [done, member] of waiting.entries()) {
      this.progress("keys", done, waiting.length);
      fills.push(await admitting.pathFill(moderator, member, bundle, now));
      if (moderator.board.charter.placeOf(member.sign) !== null) fills.push(await moderator.bundleFill(member, bundle, now));
      filled.add(bundle.planting, member.sign);
    }
    for (const [member, fill] of await admitting.pathFills(moderator, now)) {
      if ((await this.naming.box(fill.id, this.collective)) === null) fills.push(fill);
      filled.add(bundle.planting, member.sign);
    }
    // In the order of leaves, each bundle after its owner's path keys, the relay would see which devices moderate.
    if (fills.length > 0) await this.naming.fillBoxes(this.collective, shuffled(fills), moderator.moderatorGate());
    await this.fillInvites();
    filled.forgetBefore(bundle.planting);
    moderator.rewrite = new BytesSet();
    await this.save();
  }

  /** Puts the present E into the boxes of open invites that hold an older one, or none yet. */
  protected async fillInvites(): Promise<void> {
    const moderator = this.moderator;
    const now = this.clock();
    const refills = admitting.inviteRefills(moderator, now);
    if (refills.length > 0) await this.naming.fillBoxes(this.collective, refills, moderator.moderatorGate());
    for (const invite of admitting.openInvites(moderator, now)) moderator.refilled.set(invite.publicKey, moderator.board.epoch.number);
  }

  private async watchErasures(): Promise<void> {
    const { relay, collective, moderator } = this;
    const gate = moderator.moderatorGate();
    const pending = await relay.erasures(collective, gate);
    const strays = duties.strays(moderator, pending);
    if (strays.length > 0) await this.naming.erase(collective, strays, gate, { stop: true });
    for (const seq of await this.erasedThere(duties.toErase(moderator, pending))) moderator.erasedAtRelay.add(seq);
    const stillThere = duties.toErase(moderator, pending);
    if (stillThere.length > 0) await this.naming.erase(collective, stillThere, gate);
  }

  /** Those of these board entries of which the relay gives the stub. */
  private async erasedThere(seqs: readonly number[]): Promise<number[]> {
    const asked = new Set(seqs);
    const stubs: number[] = [];
    while (asked.size > 0) {
      const first = Math.min(...asked);
      for (const { place, blob } of await this.relay.page(this.collective, "board", first, this.device.gate(), OF_BOARD)) {
        if (asked.delete(place.seq) && blob === null) stubs.push(place.seq);
      }
      asked.delete(first);
    }
    return stubs;
  }

  // ---- replanting -------------------------------------------------------------------------------------------------

  /** What this device owes the announcements of replants whose charter its owner has approved. */
  private async signReplants(): Promise<void> {
    const moderator = this.moderator;
    for (const { charter, proposal } of replant.proposed(moderator, this.clock())) {
      const bundle = moderator.stagedFor(charter);
      if (bundle === null) continue;
      const due = () => {
        const now = this.clock();
        const again = replant.proposed(moderator, now).filter((one) => sameBytes(one.proposal.body.hash, proposal.body.hash));
        return again.flatMap((one) => replant.announcementNotes(moderator, one, now));
      };
      await this.writeNotes(due, { ahead: bundle });
    }
  }

  /** Appends a replant's charter and announcement, if enough people have approved both. */
  private async publishReplant(): Promise<boolean> {
    const moderator = this.moderator;
    const decide = (): Entry[] | null => {
      if (!this.moderates) return null;
      for (const proposed of replant.proposed(moderator, this.clock())) {
        const entries = replant.entries(moderator, proposed, this.clock());
        if (entries !== null) return entries;
      }
      return null;
    };
    if (decide() === null) return false;
    // The one who goes could write boxes until now. Under the new gate she cannot: everybody's are written again.
    for (const member of moderator.members()) moderator.rewrite.add(member.sign);
    await this.save();
    if (!(await this.publish(decide))) return false;
    if (this.moderates) {
      await this.fetchLog();
      await this.moderate();
    }
    return true;
  }

  // ---- healing (protocol §5.6) ------------------------------------------------------------------------------------

  protected override async healAsModerator(): Promise<void> {
    const { relay, collective, moderator } = this;
    const { head } = await relay.entries(collective, "log", 0, moderator.moderatorGate(), OF_LOG);
    const first = head === null ? 0 : head.seq + 1;
    if (first < moderator.logEntries.length) moderator.relayWasRestored(this.clock(), { behind: true });
    await this.repost("log", moderator.logEntries, first);
    for (const { encoded } of moderator.inbox.items.values()) {
      await this.naming.heal(collective, { desk: [encoded] }, moderator.moderatorGate(), "moderator");
    }
    const now = this.clock();
    const letters = moderator.written.filter(([then]) => now - then < KEEP).map(([, item]) => item);
    for (let start = 0; start < letters.length; start += LETTERS_AT_ONCE) {
      await this.naming.heal(collective, { mail: letters.slice(start, start + LETTERS_AT_ONCE) }, moderator.moderatorGate(), "moderator");
    }
  }

  /** A moderator says that a restored relay has everything again. */
  async declareWhole(): Promise<void> {
    await this.naming.whole(this.collective, this.moderator.moderatorGate());
  }
}

/** What {@link Moderating.publish} takes, of one entry or none. */
export function listed(entry: Entry | null): Entry[] | null {
  return entry === null ? null : [entry];
}
