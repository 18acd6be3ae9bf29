/** Joining from the app: a code is looked at first, then everything is made, verified, and written down in one go. */

import type { Member } from "../alerts/member";
import { join } from "../alerts/session";
import type { Progress } from "../alerts/syncing";
import { BadInput } from "../crypto/errors";
import { inviteFromCode, openBox, readCode } from "../crypto/invites";
import type { Stay } from "../vault/pin";
import { breath } from "./breathing";
import { beginWith, opened } from "./lock";
import { clock, ourRelay } from "./opened";

/** What a code opens, as far as can be told before joining. */
export interface Looked {
  /** Whether whoever gave it asks her to moderate. */
  readonly moderator: boolean;
}

/**
 * Whether this code still lets somebody in; `null` if it was used, called back or is late.
 *
 * @throws Unreachable, NotARelay, RelayRefused nobody could be asked.
 * @throws Refused what is there is not what moderators make.
 */
export async function lookAt(code: string): Promise<Looked | null> {
  const relay = ourRelay();
  try {
    const invite = inviteFromCode(readCode(code));
    const blob = await relay.box(invite.box);
    return blob === null ? null : { moderator: openBox(invite, blob).moderator };
  } finally {
    relay.close();
  }
}

/** What somebody gives to come in. */
export interface Coming {
  readonly code: string;
  readonly alias: string;
  readonly pin: string;
  readonly stay: Stay;
  /** If the code is for a moderator: whether she agrees to become one. */
  readonly willing: boolean;
}

/** Raised inside the last step when she went away meanwhile: nothing is kept. */
export class WentAway extends BadInput {}

/**
 * What saves and tells while somebody comes in, for as long as she is there. Each of them, and `check`, is a WentAway afterwards.
 *
 * @param wanted whether she is still there.
 */
export function whileThere(wanted: () => boolean, write: (member: Member) => Promise<void>, tell: Progress) {
  const check = (): void => {
    if (!wanted()) throw new WentAway("she went away");
  };
  const save = async (member: Member): Promise<void> => {
    check();
    await write(member);
  };
  const progress: Progress = async (...far) => {
    check();
    await tell(...far);
    await breath();
  };
  return { check, save, progress };
}

/**
 * Joins. Before it returns nothing is on this device; afterwards it is open, and the join is sent with the first sync.
 *
 * @param wanted whether she is still there: nothing is written for somebody who hid meanwhile.
 * @throws BadInput the code is no good any more; WentAway, if she is gone.
 * @throws NotAddressed the code waits for a moderator's device; Refused: what is there cannot be believed.
 */
export async function comeIn({ code, alias, pin, stay, willing }: Coming, wanted: () => boolean, progress: Progress): Promise<void> {
  const relay = ourRelay();
  try {
    await beginWith(pin, stay, async (save) => {
      const there = whileThere(wanted, save, progress);
      await join(relay, code, alias, clock, there.save, there.progress, { willing });
      there.check();
    });
    opened.peek()?.hasCost(relay.carried);
  } finally {
    relay.close();
  }
}
