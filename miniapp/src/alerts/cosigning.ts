/** Cosigning: one-time keys by which the relay sees that more than one moderator wants the next epoch, and not who (protocol §4.3). */

import { cosign, cosignersNeeded, type Cosign, type Public } from "../crypto/announced";
import { compare } from "../crypto/bytes";
import { cosigner } from "../crypto/device";
import type { SigningSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import type { Charter } from "./charter";
import { BytesSet, sameBytes } from "./keyed";
import type { Moderator, NoteDraft } from "./moderator";
import type { Announcing } from "./records";

/** Keys published at a time, and how few may be left before the next ones are. */
const KEYS = 32;
const FEW = 8;
/** More keys than a moderator uses in a lifetime of weekly announcements. */
const MOST = 4096;

/** The public keys a founder begins with; `seedOf` gives the seed of an index. */
export function firstKeys(seedOf: (index: number) => SigningSeed): Uint8Array[] {
  return Array.from({ length: KEYS }, (_, index) => signing.publicKey(seedOf(index)));
}

function usedBefore(moderator: Moderator): BytesSet {
  return new BytesSet([...moderator.board.epochs.values()].flatMap((epoch) => epoch.public.cosigners));
}

/** More one-time keys of this person, when few are left. */
export function notesDue(moderator: Moderator): NoteDraft[] {
  const [me] = moderator.me;
  const used = usedBefore(moderator);
  const known = new BytesSet(moderator.log.cosigners.get(me) ?? []);
  if ([...known].filter((key) => !used.has(key)).length >= FEW) return [];
  const fresh: Uint8Array[] = [];
  for (let index = 0; index < MOST && fresh.length < KEYS; index++) {
    const key = signing.publicKey(cosigner(moderator.device, moderator.collective, index));
    if (!known.has(key)) fresh.push(key);
  }
  return fresh.length > 0 ? [["cosigners", { keys: fresh }]] : [];
}

/** The keys for the next announcement: the first unused one of each person of this charter who has one, ascending. */
export function listed(moderator: Moderator, charter: Charter): Uint8Array[] {
  const used = usedBefore(moderator);
  const first = charter.people.flatMap((person) => moderator.log.cosigners.get(person.id)?.find((key) => !used.has(key)) ?? []);
  return first.sort(compare);
}

function ownerOf(moderator: Moderator, key: Uint8Array): Uint8Array | null {
  const found = [...moderator.log.cosigners].find(([, keys]) => keys.some((own) => sameBytes(own, key)));
  return found === undefined ? null : found[0];
}

/** Those of the owners of these keys who moderate by this charter. */
function staying(moderator: Moderator, keys: readonly Uint8Array[], charter: Charter): BytesSet {
  const owners = keys.map((key) => ownerOf(moderator, key)).filter((owner) => owner !== null);
  return new BytesSet(owners.filter((owner) => charter.person(owner) !== null));
}

/** Whether everybody who moderates and has keys is among the present cosigners. */
export function isComplete(moderator: Moderator): boolean {
  const charter = moderator.board.charter;
  const present = staying(moderator, moderator.board.epoch.public.cosigners, charter);
  const withKeys = charter.people.filter((person) => (moderator.log.cosigners.get(person.id)?.length ?? 0) > 0);
  return withKeys.every((person) => present.has(person.id));
}

/** Whether the newest announcement leaves out a person who was among the cosigners before it and still moderates. */
export function leftOut(moderator: Moderator): boolean {
  const { epochs, epoch, charter } = moderator.board;
  const before = [...epochs.values()].filter(({ number }) => number < epoch.number).sort((a, b) => b.number - a.number)[0];
  if (before === undefined) return false;
  return !staying(moderator, before.public.cosigners, charter).isWithin(staying(moderator, epoch.public.cosigners, charter));
}

/** Whether a proposed announcement names one unused key each of different moderators, and leaves none of the present ones out. */
export function acceptable(moderator: Moderator, shown: Public, charter: Charter): boolean {
  const used = usedBefore(moderator);
  // As many people as keys: each key is somebody's who stays, and no two are one person's.
  const owners = staying(moderator, shown.cosigners, charter);
  const present = staying(moderator, moderator.board.epoch.public.cosigners, charter);
  return owners.size === shown.cosigners.length && present.isWithin(owners) && !shown.cosigners.some((key) => used.has(key));
}

/** This device's cosignature on the next announcement, as it stands in a note; `null` if it is not among the present cosigners. */
export function mine(moderator: Moderator, shown: Public): { key: Uint8Array; signature: Uint8Array } | null {
  const [me] = moderator.me;
  const present = new BytesSet(moderator.board.epoch.public.cosigners);
  const keys = (moderator.log.cosigners.get(me) ?? []).filter((key) => present.has(key));
  const seed = seedOf(moderator, new BytesSet(keys));
  return seed && { key: signing.publicKey(seed), signature: cosign(seed, shown, moderator.collective) };
}

function seedOf(moderator: Moderator, keys: BytesSet): SigningSeed | null {
  for (let index = 0; keys.size > 0 && index < MOST; index++) {
    const seed = cosigner(moderator.device, moderator.collective, index);
    if (keys.has(signing.publicKey(seed))) return seed;
  }
  return null;
}

/** Index and signature of each cosigner who signed; `null` if they are too few for the relay. */
export function counted(moderator: Moderator, announcing: Announcing): Cosign[] | null {
  const present = moderator.board.epoch.public.cosigners;
  const signed = present.flatMap((key, index): Cosign[] => {
    const signature = announcing.cosigns.get(key);
    return signature === undefined ? [] : [[index, signature]];
  });
  return signed.length >= cosignersNeeded(present.length) ? signed : null;
}
