/** Coming back on another phone by the 12 words, or with the first phone in hand; and what makes that possible from this one. */

import { NotKept } from "../bridge/storage";
import { deviceFromEntropy, fromWords } from "../crypto/device";
import { giveBack, KEPT, SecondHome } from "../vault/second";
import { findHandover, findWords, returnWith, type Again } from "../alerts/session";
import type { Progress } from "../alerts/syncing";
import { ParasolError, Unreachable } from "../crypto/errors";
import { handoverBox, handoverSeed, LASTS, readDigits, WAITS } from "../crypto/handover";
import { readCode } from "../crypto/invites";
import type { HandoverSeed, InviteCode } from "../crypto/secrets";
import type { Stay } from "../vault/pin";
import type { OpenDevice } from "./device";
import { whileThere } from "./joining";
import { beginWith, clientsOwn, openDoor, opened } from "./lock";
import { clock, ourRelay, type Opened } from "./opened";

/**
 * What is kept under the words.
 *
 * @throws BadInput they are no recovery words; NothingKept, if nothing is.
 * @throws Unreachable, NotARelay, RelayRefused nobody could be asked.
 */
export async function lookUnder(words: string): Promise<Again> {
  const here = await onThisPhone(words);
  if (here !== null) return here;
  const relay = ourRelay();
  try {
    return await findWords(relay, words, clock());
  } finally {
    relay.close();
  }
}

/** What Telegram's client has kept for who has these words; `null` if that is nothing. It knows of her reports too, which no server does. */
async function onThisPhone(words: string): Promise<Again | null> {
  const storage = clientsOwn();
  const entropy = fromWords(words);
  if (storage === null) return null;
  try {
    if ((await storage.get(KEPT)) === null) return null;
    const device = await deviceFromEntropy(entropy);
    const copy = await new SecondHome(storage).find(device);
    if (copy === null) return null;
    const { belongings, own } = copy;
    return {
      entropy,
      device,
      belongings,
      words: true,
      period: null,
      giveBack: (member) => {
        giveBack(member, own);
      },
    };
  } catch (error) {
    if (error instanceof NotKept) return null;
    throw error;
  }
}

/** How often the other phone's box is looked for, in milliseconds. */
const EVERY = 2000;

/**
 * What the other phone hands over by this code, once these digits were typed there; `null` if they were not within ten minutes.
 *
 * @param wanted whether she is still there.
 * @throws Refused what lies there is not to be believed. Without a connection it goes on trying.
 */
export async function awaitHandover(code: string, digits: string, wanted: () => boolean): Promise<Again | null> {
  const relay = ourRelay();
  const until = clock() + WAITS;
  try {
    const seed = await handoverSeed(readCode(code), readDigits(digits));
    while (wanted() && clock() < until) {
      try {
        const again = await findHandover(relay, seed);
        if (again !== null) return again;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    return null;
  } finally {
    relay.close();
  }
}

/**
 * Hands this device over; says whether the other phone has taken it, within a minute and while somebody waits. Nothing stays there if not.
 *
 * @param wanted whether she is still there, and these are still the digits.
 */
export async function handOver(open: OpenDevice, code: InviteCode, digits: number, wanted: () => boolean): Promise<boolean> {
  const seed = await handoverSeed(code, digits);
  let taken = false;
  try {
    if (wanted()) await open.do((session) => session.handOver(seed));
    const until = clock() + LASTS;
    while (wanted() && clock() < until) {
      try {
        taken = await open.do((session) => session.wasTaken(seed));
        if (taken) return true;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
    return false;
  } finally {
    if (!taken) await takeBack(seed);
  }
}

/** Over a connection of its own: the device may be locked by now. Without one the box ends by itself. */
async function takeBack(seed: HandoverSeed): Promise<void> {
  const relay = ourRelay();
  try {
    await relay.burn(handoverBox(seed));
  } catch (error) {
    if (!(error instanceof ParasolError)) throw error;
  } finally {
    relay.close();
  }
}

/** What somebody gives to come back. */
export interface Returning {
  readonly again: Again;
  readonly pin: string;
  readonly stay: Stay;
}

/**
 * Comes back. Before it returns nothing is on this phone; afterwards it is open, and the words open it too.
 *
 * @param wanted whether she is still there: nothing is written for somebody who hid meanwhile.
 * @throws NotAddressed she was removed, as far as can be told; Refused: what is there cannot be believed.
 */
export async function comeBack({ again, pin, stay }: Returning, wanted: () => boolean, progress: Progress): Promise<void> {
  const relay = ourRelay();
  try {
    await beginWith(pin, stay, async (save) => {
      const there = whileThere(wanted, save, progress);
      await returnWith(relay, again, clock, there.save, there.progress);
      there.check();
    });
    const open = opened.peek();
    open?.hasCost(relay.carried);
    if (open !== null && again.words) await keepWords(open);
  } finally {
    relay.close();
  }
}

/** From now on the words open this vault, and bring her back on another phone once this one has been online. */
export async function keepWords(open: Opened): Promise<void> {
  await openDoor()?.rememberWords(open.member.entropy);
  await open.set({ words: true });
  // In its turn, which saves: in the middle of a sync there may be half a board, with links from an answer that is refused yet.
  await open.do((session) => {
    session.device.recoverable.wanted = true;
    return Promise.resolve();
  });
}
