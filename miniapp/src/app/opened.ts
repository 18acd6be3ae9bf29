/** The open device at work: one piece of work at a time, everything written down, news fetched in between. */

import { type Signal, signal } from "@preact/signals";
import type { Member } from "../alerts/member";
import { Session, type Outcome } from "../alerts/session";
import { RelayClient } from "../alerts/sync";
import type { Synced } from "../alerts/syncing";
import { NotAllowed, StorageFailed } from "../crypto/errors";
import type { Value } from "../crypto/wire";
import type { ClientStorage } from "../bridge/storage";
import type { Home } from "../vault/home";
import { breath } from "./breathing";
import { SecondHome } from "../vault/second";
import type { OpenDevice, Progressed } from "./device";
import { type Settings, SETTINGS, settings, settingsValue, used } from "./settings";
import { comeToNothing } from "./unfinished";

/**
 * The copy is written at each opening, and then this often, in milliseconds, for as long as it is open; never because of what she did: its
 * times lie open to Telegram's client, and that the app is open it knows anyway.
 */
export const COPY_EVERY = 30 * 60_000;
/** Home is on screen first. Milliseconds. */
export const COPY_AFTER = 2000;
/** A record of the first vaults that changed with every report. */
const FORMER = "copied";

/** Unix seconds. */
export function clock(): number {
  return Math.floor(Date.now() / 1000);
}

/** The relay is where the page is from: no other address is ever asked. */
export function ourRelay(): RelayClient {
  return new RelayClient(location.origin, clock);
}

/** A session that says when it had all the news there is. */
class Listening extends Session {
  onSynced: (synced: Synced) => void = () => undefined;

  override async sync(): Promise<Synced> {
    const synced = await super.sync();
    this.onSynced(synced);
    return synced;
  }
}

/** One device, its vault and its relay, until it is shut. */
export class Opened implements OpenDevice {
  readonly session: Session;
  readonly changed: Signal<number> = signal(0);
  readonly synced: Signal<number | null>;
  /** What the last sync brought. */
  readonly news: Signal<Synced | null> = signal(null);
  readonly progress: Signal<Progressed | null> = signal(null);
  readonly draft: OpenDevice["draft"];
  readonly home: Home;
  private readonly relay: RelayClient;
  /** Of what the relay's client has carried, what is written down already. */
  private counted = 0;
  private last: Promise<unknown> = Promise.resolve();
  /** Whether the work that is under way is a sync that nobody waits for. */
  private inBackground = false;
  private brokenOff = false;
  private isShut = false;

  constructor(home: Home, member: Member) {
    this.home = home;
    this.relay = ourRelay();
    this.synced = signal(settings.peek().synced);
    const tell = async (what: string, done: number, of: number): Promise<void> => {
      this.checkOpen();
      this.progress.value = { what, done, of };
      await breath();
    };
    const session = new Listening(member, this.relay, clock, (changed) => this.write(changed), tell);
    session.onSynced = (synced) => {
      this.news.value = synced;
      this.synced.value = clock();
    };
    // She may have written them down before this software kept a box for another phone.
    if (settings.peek().words) member.recoverable.wanted = true;
    this.session = session;
    // Read in turn too: whoever goes back to a screen sees what was put a moment ago.
    this.draft = { get: (name) => this.lastWritten.then(() => home.draft(name)), put: (name, value) => this.putDraft(name, value) };
  }

  /** Asked anew: it changes while a sync is under way. */
  private hasBrokenOff(): boolean {
    return this.brokenOff;
  }

  get isOpen(): boolean {
    return !this.isShut;
  }

  get member(): Member {
    return this.session.device;
  }

  /** @throws NotAllowed the app was locked meanwhile; and whatever the work throws. */
  do<T>(work: (session: Session) => Promise<T>): Promise<T> {
    // Somebody waits: news that nobody asked for can be fetched again later.
    if (this.inBackground) {
      this.brokenOff = true;
      this.relay.interrupt();
    }
    return this.queued(work);
  }

  /** News, when nothing else is to do. What stood in its way is in the outcome; `null`: it was broken off for other work. */
  async syncQuietly(): Promise<Outcome | null> {
    return this.queued(async (session) => {
      this.inBackground = true;
      this.brokenOff = false;
      try {
        const outcome = await session.syncIfPossible();
        if (this.hasBrokenOff()) return null;
        if (outcome.trouble === null) await this.noteNews();
        return outcome;
      } finally {
        this.inBackground = false;
      }
    });
  }

  /** When there was news, and what it has cost, with all since the last time: both are written at once. */
  private async noteNews(): Promise<void> {
    const { carried } = this.relay;
    const more = carried - this.counted;
    await this.set(({ data }) => ({ synced: this.synced.peek(), data: used(data, more, new Date(clock() * 1000)) }));
    this.counted = carried;
  }

  /** Bytes that went over another line for this device, when it came in. */
  hasCost(bytes: number): void {
    this.counted -= bytes;
  }

  /**
   * Writes some settings down.
   *
   * @param changes what changes, or what follows from those there are then.
   */
  async set(changes: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<void> {
    await this.inTurn(async () => {
      const now = settings.peek();
      const next = { ...now, ...(typeof changes === "function" ? changes(now) : changes) };
      await this.home.put({ [SETTINGS]: settingsValue(next) });
      if (!this.isShut) settings.value = next;
    });
  }

  /** Ends all work: what is under way breaks off as if the connection were lost, and nothing is written any more. */
  shut(): void {
    this.isShut = true;
    clearTimeout(this.copyTimer);
    this.relay.close();
  }

  private async queued<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      this.checkOpen();
      try {
        return await work(this.session);
      } catch (error) {
        if (error instanceof StorageFailed) await this.takeBack();
        throw error;
      } finally {
        if (!this.isShut) await this.keep();
        this.forgetUnfinished();
      }
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private second: SecondHome | null = null;

  /** Where a copy is kept for her who has her words; nowhere, in a browser. */
  copyTo(storage: ClientStorage | null): void {
    this.second = storage === null ? null : new SecondHome(storage);
    if (this.second !== null) this.copyIn(COPY_AFTER);
  }

  private copying: Promise<unknown> = Promise.resolve();
  private copyTimer: ReturnType<typeof setTimeout> | undefined;

  private copyIn(pause: number): void {
    clearTimeout(this.copyTimer);
    if (this.isShut) return;
    this.copyTimer = setTimeout(() => {
      this.copySoon();
      this.copyIn(COPY_EVERY);
    }, pause);
  }

  /** Writes the copy. Nothing waits for it: without it everything works until the browser forgets. */
  copySoon(): void {
    this.copying = this.copying.then(() => this.copy()).catch(() => undefined);
  }

  private async copy(): Promise<void> {
    if (this.second === null || this.isShut || !settings.peek().words) return;
    if ((await this.home.get(FORMER)) !== null) await this.forgetFormer();
    // An erasure may have begun meanwhile, and what is told the client after its order to clear would stay.
    if (!this.hasShut()) await this.second.keep(this.member);
  }

  private async forgetFormer(): Promise<void> {
    if (!this.isShut) await this.home.put({ [FORMER]: null });
  }

  /** Asked anew: it is shut while something is waited for. */
  private hasShut(): boolean {
    return this.isShut;
  }

  private async keep(): Promise<void> {
    try {
      await this.session.save();
    } catch (error) {
      await this.takeBack();
      throw error;
    } finally {
      this.changed.value += 1;
    }
  }

  /** What could not be written down has not happened: she is told so, does it again, and it must not be there twice then. */
  private async takeBack(): Promise<void> {
    // What a sync brought comes again with the next one.
    if (this.inBackground || this.isShut) return;
    const kept = await this.home.load();
    if (kept !== null) this.session.device = kept;
  }

  private async write(member: Member): Promise<void> {
    this.checkOpen();
    await this.home.save(member);
  }

  private async putDraft(name: string, value: Value): Promise<void> {
    await this.inTurn(() => this.home.putDraft(name, value));
  }

  /** Drops what was begun about somebody once that is over. Nothing waits for it: what cannot be dropped now is at the next piece of work. */
  private forgetUnfinished(): void {
    const write = async (): Promise<void> => {
      const over = comeToNothing(this.member, await this.home.draftNames());
      if (over.length > 0 && !this.hasShut()) await this.home.forgetDrafts(over);
    };
    this.inTurn(write).catch(() => undefined);
  }

  private lastWritten: Promise<unknown> = Promise.resolve();

  /** Several drafts stand in one record, and so do all settings: each is written upon what the one before it has written, or one undoes the other. */
  private async inTurn(write: () => Promise<void>): Promise<void> {
    const turn = this.lastWritten.then(() => {
      this.checkOpen();
      return write();
    });
    this.lastWritten = turn.catch(() => undefined);
    await turn;
  }

  private checkOpen(): void {
    if (this.isShut) throw new NotAllowed("the app was locked");
  }
}
