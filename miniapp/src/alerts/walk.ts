/** Walking back: from what a device can open to E of every epoch before (protocol §3.4). */

import { splitAnnouncement, type Public } from "../crypto/announced";
import { ANNOUNCEMENT, type Entry } from "../crypto/chain";
import * as epochs from "../crypto/epochs";
import { NotAddressed, Refused, WrongCommitment } from "../crypto/errors";
import type { EpochSecret } from "../crypto/secrets";
import { BytesMap } from "./keyed";

/** E by the hash of the announcement's entry, as far as this device can know. */
export type Secrets = BytesMap<EpochSecret>;
/** Opens an announcement's public part, or throws {@link Refused}. */
export type Opener = (shown: Public) => EpochSecret;

/**
 * E of every announcement among `entries` that this device can open, directly or by walking back (protocol §3.4).
 *
 * Judges nothing: an E found here is only *an* E with the right commitment; whether its announcement counts is for the board
 * to say.
 *
 * @param known what was found before; part of the result.
 * @param openers functions that take an announcement's public part and return E or throw {@link Refused}.
 */
export function findSecrets(entries: Iterable<Entry>, collective: Uint8Array, known: Secrets, openers: readonly Opener[]): Secrets {
  const found = known.copy();
  const announcements = announcementsOf(entries, collective);
  const byHash = new BytesMap(announcements);
  for (const [hash, shown] of announcements.toReversed()) {
    let entryHash = hash;
    let secret = found.get(hash) ?? openFirst(shown, openers);
    for (let own = byHash.get(entryHash); secret !== null && own !== undefined; own = byHash.get(entryHash)) {
      found.set(entryHash, secret);
      const previous = stepBack(own, secret, collective, found, byHash);
      if (previous === null) break;
      entryHash = previous.hash;
      secret = previous.secret;
    }
  }
  return found;
}

/** The announcement before, if this device did not have its E and the link leads to it. */
function stepBack(
  shown: Public,
  secret: EpochSecret,
  collective: Uint8Array,
  found: Secrets,
  byHash: BytesMap<Public>,
): epochs.Previous | null {
  try {
    const previous = epochs.walkBack(shown, secret, collective);
    const before = previous === null ? undefined : byHash.get(previous.hash);
    if (previous === null || before === undefined || found.has(previous.hash)) return null;
    epochs.checkCommitment(before, previous.secret, collective);
    return previous;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function announcementsOf(entries: Iterable<Entry>, collective: Uint8Array): [hash: Uint8Array, shown: Public][] {
  const found: [Uint8Array, Public][] = [];
  for (const entry of entries) {
    if (entry.place.kind !== ANNOUNCEMENT || entry.blob === null) continue;
    try {
      found.push([entry.hash(collective), splitAnnouncement(entry.blob)[0]]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return found;
}

function openFirst(shown: Public, openers: readonly Opener[]): EpochSecret | null {
  for (const opener of openers) {
    try {
      return opener(shown);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return null;
}

/**
 * Why none of the openers gives E of this announcement.
 *
 * {@link WrongCommitment} if the device's own wrap opens, to another E than was committed to: then it is not that this device was
 * removed, but that somebody made a wrap for it which nobody honest makes (protocol §3.3). {@link NotAddressed} otherwise.
 */
export function whyClosed(shown: Public, openers: readonly Opener[]): Refused {
  for (const opener of openers) {
    try {
      opener(shown);
    } catch (error) {
      if (error instanceof WrongCommitment) return error;
      if (!(error instanceof Refused)) throw error;
    }
  }
  return new NotAddressed("this device cannot open it; it may have been removed, and its moderators can tell");
}
