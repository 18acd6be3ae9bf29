/** Walking back: from what a device can open to E of every epoch before (protocol §3.4). */

import { splitAnnouncement, type Public } from "../crypto/announced";
import { ANNOUNCEMENT, type Entry } from "../crypto/chain";
import * as epochs from "../crypto/epochs";
import { NotAddressed, Refused, WrongCommitment } from "../crypto/errors";
import type { EpochSecret } from "../crypto/secrets";
import { BytesMap, sameBytes } from "./keyed";

/** E by the hash of the announcement's entry, as far as this device can know. */
export type Secrets = BytesMap<EpochSecret>;
/** Opens an announcement's public part, or throws {@link Refused}. */
export type Opener = (shown: Public) => EpochSecret;

/**
 * An E that only the link of a later announcement gives, of an announcement that others between the two pass over: they name the same one as
 * their previous. It is to be used only if none of these `rivals`, entry hashes, counts (protocol §3.6).
 */
export interface Disputed {
  /** Its place among the announcements, from 0. */
  readonly number: number;
  readonly hash: Uint8Array;
  readonly secret: EpochSecret;
  readonly rivals: readonly Uint8Array[];
}

/** What {@link findSecrets} found: E by the announcement's entry hash; and what is disputed, the latest first. */
export interface Found {
  readonly secrets: Secrets;
  readonly disputed: readonly Disputed[];
}

/** An announcement, and its place among them, from 0. */
interface Numbered {
  readonly number: number;
  readonly hash: Uint8Array;
  readonly public: Public;
}

/**
 * E of every announcement among `entries` that this device can open, directly or by walking back (protocol §3.4).
 *
 * Judges nothing: an E found here is only *an* E with the right commitment; whether its announcement counts is for the board
 * to say.
 *
 * @param entries in the order of the chain.
 * @param known what was found before; part of the result.
 * @param openers functions that take an announcement's public part and return E or throw {@link Refused}.
 */
export function findSecrets(entries: Iterable<Entry>, collective: Uint8Array, known: Secrets, openers: readonly Opener[]): Found {
  const found = known.copy();
  const disputed = new BytesMap<Disputed>();
  const announcements = announcementsOf(entries, collective).map(([hash, shown], number) => ({ number, hash, public: shown }));
  const places = new BytesMap<Numbered>(announcements.map((one) => [one.hash, one]));
  // The earliest first: the sooner an E could be known, the fewer can have passed over its announcement.
  for (const root of announcements) {
    let at: Numbered = root;
    let secret = found.get(root.hash) ?? openFirst(root.public, openers);
    while (secret !== null) {
      found.set(at.hash, secret);
      const step = stepBack(at.public, secret, collective, found, places);
      if (step === null) break;
      [at, secret] = step;
      const rivals = rivalsOf(at, root, announcements);
      if (rivals.length === 0) continue;
      const { number, hash } = at;
      const dispute = { number, hash, secret, rivals };
      disputed.setDefault(hash, () => dispute);
      break;
    }
  }
  const open = [...disputed.values()].filter(({ hash }) => !found.has(hash));
  return { secrets: found, disputed: open.sort((a, b) => b.number - a.number) };
}

/** Those between the two that name the same announcement as their previous. */
function rivalsOf(at: Numbered, root: Numbered, announcements: readonly Numbered[]): Uint8Array[] {
  const between = announcements.slice(at.number + 1, root.number);
  return between.filter((one) => sameBytes(one.public.previous, at.public.previous)).map(({ hash }) => hash);
}

/** The announcement before and its E, if this device did not have it and the link leads to it. */
function stepBack(
  shown: Public,
  secret: EpochSecret,
  collective: Uint8Array,
  found: Secrets,
  places: BytesMap<Numbered>,
): [before: Numbered, secret: EpochSecret] | null {
  try {
    const previous = epochs.walkBack(shown, secret, collective);
    const before = previous === null ? undefined : places.get(previous.hash);
    if (previous === null || before === undefined || found.has(previous.hash)) return null;
    epochs.checkCommitment(before.public, previous.secret, collective);
    return [before, previous.secret];
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
