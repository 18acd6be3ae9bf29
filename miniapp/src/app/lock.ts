/**
 * Whether somebody has joined here, whether the app is open, and what locking means. What is heavy (the vault, all of the cryptography) is
 * loaded when it is needed: this file is in the first screen.
 */

import { signal } from "@preact/signals";
import type { ClientStorage } from "../bridge/storage";
import { post } from "../bridge/telegram";
import type { Door, Stay } from "../vault/pin";
import type { Home } from "../vault/home";
import type { Newest } from "../vault/newest";
import { Store } from "../vault/store";
import type { Member } from "../alerts/member";
import { device } from "./device";
import { breath } from "./breathing";
import { Erasing } from "./erasing";
import { onHide } from "./hiding";
import type { Opened } from "./opened";
import { goHome } from "./places";
import { NO_SETTINGS, settings, SETTINGS, settingsFrom, settingsValue } from "./settings";
import { forgetLanguage } from "./speaking";

/**
 * `opening`: unlocked, and the board is being read; {@link early} can be read meanwhile. `fresh`: nobody has joined here. `elsewhere`: another tab has it open. `broken`: this browser does not give us what it kept, or keeps
 * nothing.
 */
export type Phase = "starting" | "fresh" | "locked" | "elsewhere" | "opening" | "open" | "broken";

export const phase = signal<Phase>("starting");
/** The newest alerts as they were kept, and how far the board is, while it is being opened; `null` at any other time. */
export const early = signal<{ readonly newest: Newest; readonly synced: number | null; readonly done: number; readonly of: number } | null>(null);
/** Whether what was kept here is gone, and not by her hand: the first screen says so. `copied`: her words bring back all of it. */
export const lost = signal<"nothing" | "all" | "copied">("nothing");
/** The open device, with what only the app's own frame needs of it. */
export const opened = signal<Opened | null>(null);

/** Names of locks between tabs, and of what they tell each other. */
const TURN = "vault-open";
const LET_GO = "let go";
const GONE = "gone";
/** How long another tab may take to let go. Milliseconds. */
const PATIENCE = 5000;

let store: Store | null = null;
let door: Door | null = null;
let release: (() => void) | null = null;
let stopNews: () => void = () => undefined;

const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("vault") : null;

/** The parts that the first screen does without. Once they are here they stay. */
async function heavy(): Promise<[typeof import("../vault/pin"), typeof import("./opened"), typeof import("./news")]> {
  const [workers, ...parts] = await Promise.all([import("../worker/ours"), import("../vault/pin"), import("./opened"), import("./news")]);
  workers.stretchAside();
  workers.verifyAside();
  return parts;
}

/** Fetches what opening and coming in need, so that it is there when it is wanted. */
export function prepare(): void {
  void heavy().catch(() => undefined);
}

/** Does it when what is on screen has been drawn: nothing that comes over the line may come before that. */
function whenPainted(work: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(work);
  });
}

async function theDoor(): Promise<Door> {
  const [{ Door }, { clock }] = await heavy();
  store ??= await openStore();
  // The door is shut by then: what is on screen must not stay behind.
  door ??= new Door(store, clock, { onDeadline: () => void lockNow(), besides });
  return door;
}

let storage: ClientStorage | null = null;
const erasing = new Erasing(() => localStorage);

/** What Telegram's client may keep for us, from now on. */
export function useStorage(its: ClientStorage | null): void {
  storage = its;
}

/** The same; `null` in a browser, or in a client that keeps nothing. */
export function clientsOwn(): ClientStorage | null {
  return storage;
}

/** Whether there is a copy of what was here: then this phone has lost it, since whoever erases erases that too. */
async function lookForCopy(): Promise<void> {
  try {
    // Somebody may be standing beside her: what an erasure has left is no loss, and is asked to go once more.
    if (!(await erasing.again(storage))) return;
    if (storage !== null && (await storage.get("kept")) !== null) lost.value = "copied";
  } catch {
    // The client does not answer. Her words are asked for at the server, then.
  }
}

async function openStore(): Promise<Store> {
  const its = await Store.open();
  its.onGone = () => {
    if (!erasing.isOrdered && (isOpen() || phase.peek() === "locked")) lost.value = "all";
    goneElsewhere();
    void lookForCopy();
  };
  return its;
}

/** Looks what there is, and shows the first screen that fits. */
export async function look(): Promise<void> {
  onHide(() => {
    void hideNow();
  });
  if (others !== null) {
    others.onmessage = ({ data }) => {
      if (data === LET_GO) letGo();
      if (data === GONE) goneElsewhere();
    };
  }
  try {
    // It may have been broken off anywhere: it is ended before anything is shown.
    if (erasing.isOrdered && (store !== null || (await Store.exists()))) await eraseStore(besides);
    if (store === null && !(await Store.exists())) {
      void lookForCopy();
      phase.value = "fresh";
      return;
    }
    store ??= await openStore();
    const [lock, staying] = await store.read("locks", ["lock", "stay"]);
    const nothing = await store.isEmpty("records");
    if (lock !== undefined && nothing && !(await takeTurn())) {
      // Another tab is joining: what it has made so far is not for this one to clear away.
      phase.value = "elsewhere";
    } else if (lock === undefined || nothing) {
      // A join that was broken off leaves a lock on nothing, or a store with nothing in it. An erasure that was leaves records without a lock.
      await eraseStore(nothing ? undefined : besides);
      giveTurn();
      void lookForCopy();
      phase.value = "fresh";
    } else if (staying === undefined) {
      phase.value = "locked";
    } else {
      await resume();
    }
  } catch {
    phase.value = "broken";
  } finally {
    // Who only looks pays for nothing that she may not want; who has a lock to open is spared the wait.
    if (phase.peek() === "locked") whenPainted(prepare);
  }
}

async function resume(): Promise<void> {
  if (!(await takeTurn())) {
    phase.value = "elsewhere";
    return;
  }
  const home = await (await theDoor()).resume();
  if (home === null) {
    giveTurn();
    phase.value = "locked";
  } else {
    await openWith(home);
  }
}

/**
 * Opens with the PIN. With the duress PIN nothing is left, and it looks as if nobody had ever joined.
 *
 * @throws WrongPassphrase it does not open.
 * @throws NotAllowed it is too early to try again: {@link waiting} says how long.
 * @throws StorageFailed this browser does not give us what it kept, or has no memory.
 */
export async function unlock(pin: string): Promise<void> {
  await opening((at) => at.open(pin));
}

/**
 * Opens with the recovery words, and sets a new PIN.
 *
 * @throws BadInput, WrongPassphrase they are none, or not this vault's.
 */
export async function unlockWithWords(words: string, newPin: string): Promise<void> {
  await opening((at) => at.openWithWords(words, newPin));
}

async function opening(open: (at: Door) => Promise<Home | "erased">): Promise<void> {
  const at = await theDoor();
  // Asked first: two tabs must not both write, and no try is spent for nothing.
  if (!(await takeTurn())) {
    phase.value = "elsewhere";
    return;
  }
  try {
    const home = await open(at);
    if (home === "erased") notErased(true);
    else await openWith(home);
  } catch (error) {
    giveTurn();
    throw error;
  }
}

/** Seconds until a PIN may be tried again; 0: now. */
export async function waiting(): Promise<number> {
  return (await theDoor()).wait();
}

/**
 * A vault with what `join` makes in it, open. Until it is written whole there is nothing on this device.
 *
 * @param join gets what writes the new vault down; it is called once.
 */
export async function beginWith(pin: string, stay: Stay, join: (save: (member: Opened["member"]) => Promise<void>) => Promise<void>): Promise<void> {
  const at = await theDoor();
  if (!(await takeTurn())) {
    phase.value = "elsewhere";
    return;
  }
  await erasing.beginAnew(storage);
  // In a list, since it is filled by somebody else.
  const made: [Home, Member][] = [];
  try {
    await join(async (member) => {
      const home = made[0]?.[0] ?? (await at.create(pin));
      made[0] = [home, member];
      await home.save(member);
    });
  } catch (error) {
    if (made.length > 0) await eraseStore(undefined);
    giveTurn();
    throw error;
  }
  for (const [home, member] of made) await openWith(home, { stay }, member);
}

/** @param made the device, if it is here already: whoever has just joined need not have it read again. */
async function openWith(home: Home, changes: { readonly stay?: Stay } = {}, made: Member | null = null): Promise<void> {
  const [, { Opened }, { fetchNews }] = await heavy();
  const mine = (openings += 1);
  const stillWanted = (): boolean => mine === openings;
  const member = made ?? (await loaded(home, stillWanted));
  if (!stillWanted()) return;
  if (member === null) {
    // A join that was broken off: what it left is a lock on nothing.
    await eraseStore(undefined);
    firstDay();
    return;
  }
  const hers = { ...settingsFrom(await home.get(SETTINGS)), ...changes };
  if (changes.stay !== undefined) await home.put({ [SETTINGS]: settingsValue(hers) });
  // Asked after the last wait: from here on it is open before anything else can happen, and then Hide finds it so.
  if (!stillWanted()) return;
  settings.value = hers;
  const its = new Opened(home, member);
  its.copyTo(storage);
  opened.value = device.value = its;
  early.value = null;
  lost.value = "nothing";
  phase.value = "open";
  stopNews = fetchNews(its);
  // What keeps it unlocked later is written again with her next touch. It is open: whoever gave up its turn now would let another tab write too.
  await stayOpen().catch(() => undefined);
}

/** Counts what was opened: whoever is overtaken while reading knows it by that. */
let openings = 0;

/** Whether something is on screen that nobody else may see. */
function isOpen(): boolean {
  return phase.peek() === "open" || phase.peek() === "opening";
}

/** Reads the device in, with the newest alerts on screen meanwhile. If she hides, it breaks off, and what comes of it is not wanted. */
async function loaded(home: Home, stillWanted: () => boolean): Promise<Member | null> {
  const newest = await home.newest();
  const { synced } = settingsFrom(await home.get(SETTINGS));
  if (!stillWanted()) return null;
  if (newest !== null && newest.alerts.length > 0) {
    early.value = { newest, synced, done: 0, of: 0 };
    phase.value = "opening";
  }
  let shown = 0;
  try {
    return await home.load(async (_, done, of) => {
      await breath();
      if (!stillWanted()) throw new HidMeanwhile();
      if (newest !== null && phase.peek() === "opening" && performance.now() - shown > SHOW_EVERY) {
        early.value = { newest, synced, done, of };
        shown = performance.now();
      }
    });
  } catch (error) {
    if (error instanceof HidMeanwhile) return null;
    early.value = null;
    if (stillWanted() && phase.peek() === "opening") phase.value = "broken";
    throw error;
  }
}

/** How often the screen is drawn anew while it is being opened, in milliseconds. */
const SHOW_EVERY = 200;

class HidMeanwhile extends Error {}

let staying: Promise<void> = Promise.resolve();

/** From now on it stays unlocked as long as she chose, also if the page is closed. */
export async function stayOpen(): Promise<void> {
  const turn = staying.then(async () => {
    if (phase.peek() === "open") await door?.stay(settings.peek().stay);
  });
  staying = turn.catch(() => undefined);
  await turn;
}

/** The door of the open vault, for Safety. */
export function openDoor(): Door | null {
  return phase.peek() === "open" ? door : null;
}

// ---- locking --------------------------------------------------------------------------------------------------------

/** Closes and locks, at once: what is on screen goes first, then the keys. */
export async function lockNow(): Promise<void> {
  if (!isOpen()) return;
  shut("locked");
  // Whatever is being written about staying open is written before it is taken back.
  await staying;
  await door?.hide();
  giveTurn();
}

async function hideNow(): Promise<void> {
  const written = lockNow();
  // Inside Telegram the window goes too, as soon as it is written down that nothing stays open.
  await written.finally(() => {
    post("web_app_close");
  });
}

/** Another tab wants it. Here it is closed, but what she chose about staying unlocked still holds. */
function letGo(): void {
  if (!isOpen()) return;
  shut("elsewhere");
  door?.letGo();
  door = null;
  giveTurn();
}

/** Another tab has erased everything. */
function goneElsewhere(): void {
  shut("fresh");
  store = door = null;
  giveTurn();
}

function shut(next: Phase): void {
  openings += 1;
  early.value = null;
  stopNews();
  opened.peek()?.shut();
  goHome();
  opened.value = device.value = null;
  settings.value = NO_SETTINGS;
  phase.value = next;
}

// ---- tabs -----------------------------------------------------------------------------------------------------------

function takeTurn(): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (release !== null || locks === undefined) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    locks
      .request(TURN, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((free) => {
          release = free;
        });
      })
      .catch(reject);
  });
}

function giveTurn(): void {
  release?.();
  release = null;
}

/** Takes it over from another tab; says whether that one let go. */
export async function useHere(): Promise<boolean> {
  others?.postMessage(LET_GO);
  const until = Date.now() + PATIENCE;
  while (!(await takeTurn())) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  giveTurn();
  await look();
  return true;
}

// ---- erasing --------------------------------------------------------------------------------------------------------

/**
 * Wipes everything of this app in this browser.
 *
 * @throws StorageFailed some of it is still there.
 */
export async function eraseAll(): Promise<void> {
  if (isOpen()) shut("starting");
  await eraseStore(besides);
  firstDay();
}

async function eraseStore(also: (() => Promise<void>) | undefined): Promise<void> {
  store ??= await openStore();
  await store.erase(also);
  if (also === besides) erasing.vaultIsGone();
  store = door = null;
  others?.postMessage(GONE);
}

/**
 * What is kept beside the vault. Whatever is open stops first: a sync that ends now would write the copy again. Then Telegram's client is told,
 * and not waited for before the rest is gone.
 */
function besides(): Promise<void> {
  const stop = (): void => opened.peek()?.shut();
  return erasing.order({ storage, stop, forget: [forgetLanguage, async () => (await import("../worker/ours")).forgetOffline()] });
}

/** The first screen, as on the first day. */
function firstDay(): void {
  lost.value = "nothing";
  store = door = null;
  giveTurn();
  goHome();
  phase.value = "fresh";
}

// ---- what Safety asks of the door -----------------------------------------------------------------------------------

/**
 * Returns if this is the PIN of the open vault. With the duress PIN everything is erased, here as at the lock.
 *
 * @throws WrongPassphrase, NotAllowed as {@link unlock}.
 */
export async function confirmPin(pin: string): Promise<boolean> {
  return notErased((await (await theDoor()).open(pin)) === "erased");
}

/**
 * Another PIN; says whether there is still a vault.
 *
 * @throws BadInput this one cannot be taken.
 * @throws WrongPassphrase, NotAllowed as {@link unlock}.
 */
export async function changePin(pin: string, newPin: string): Promise<boolean> {
  const kept = notErased((await (await theDoor()).change(pin, newPin)) === "erased");
  if (kept) await stayOpen();
  return kept;
}

/**
 * Sets the PIN that erases, or takes it away; says whether there is still a vault.
 *
 * @throws BadInput this one cannot be taken.
 * @throws WrongPassphrase, NotAllowed as {@link unlock}.
 */
export async function setDuress(pin: string, duressPin: string | null): Promise<boolean> {
  return notErased((await (await theDoor()).setDuress(pin, duressPin)) === "erased");
}

function notErased(erased: boolean): boolean {
  if (!erased) return true;
  // The door says so whatever its store did. What that may have left goes at the next start.
  void Store.exists().then(
    (still) => {
      if (!still) erasing.vaultIsGone();
    },
    () => undefined,
  );
  others?.postMessage(GONE);
  if (isOpen()) shut("starting");
  firstDay();
  return false;
}
