/**
 * What a moderator's device does at a sync beside what a member's does (protocol §3.6, §5.4). The second half of what is one file in Python,
 * `alerts/syncing.py`.
 *
 * So far it reads the log, and raises the alarms that follow from the board.
 */

import { ENTRIES_AT_ONCE, Syncing } from "./syncing";
import type { Refusal } from "./things";

/** The relay takes at most this many notes in one append. */
export const NOTES_AT_ONCE = ENTRIES_AT_ONCE;

/** One device, its relay and its vault; a moderator's too. */
export class Moderating extends Syncing {
  protected override async moderate(): Promise<void> {
    // At every sync, as long as it is the newest: no people should be shut out without being told (protocol §3.6).
    this.tell(this.moderator.board.alarmed);
    await this.fetchLog();
  }

  protected override async healAsModerator(): Promise<void> {
    const moderator = this.moderator;
    const from = { role: "moderator", purpose: "log" } as const;
    const { head } = await this.relay.entries(this.collective, "log", 0, moderator.moderatorGate(), from);
    await this.repost("log", moderator.logEntries, head === null ? 0 : head.seq + 1);
  }

  protected override refusedAtDesk(): Refusal[] {
    return [];
  }

  protected async fetchLog(): Promise<void> {
    const moderator = this.moderator;
    const known = moderator.logEntries.length;
    const refused = moderator.log.refused.length;
    const from = { role: "moderator", purpose: "log" } as const;
    const { entries, head } = await this.relay.entries(this.collective, "log", known, moderator.moderatorGate(), from);
    if (!this.result.healing) moderator.log.chain.compare(head);
    // Somebody may have announced, or changed the charter, since the board was fetched: notes are judged by what they could know.
    if (entries.length > 0) await this.fetchBoard();
    moderator.readLog(entries);
    this.result.refused.push(...moderator.log.refused.slice(refused));
    await this.save();
  }
}
