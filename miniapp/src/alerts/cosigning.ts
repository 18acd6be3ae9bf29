/** Cosigning: one-time keys by which the relay sees that more than one moderator wants the next epoch, and not who (protocol §4.3). */

import { cosign, cosignersNeeded, type Cosign, type Public } from "../crypto/announced";
import { compare } from "../crypto/bytes";
import { cosigner } from "../crypto/device";
import type { SigningSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import type { Charter } from "./charter";
import { BytesMap, BytesSet, sameBytes } from "./keyed";
import type { Moderator, NoteDraft } from "./moderator";
import type { Announcing } from "./records";

/** Keys published at a time, and how few may be left before the next ones are: who then sleeps is out of them after a month at the soonest. */
const KEYS = 64;
const FEW = 64;
/** More keys than a moderator uses in a lifetime of weekly announcements. */
const MOST = 4096;

/** The public keys a founder begins with; `seedOf` gives the seed of an index. */
export function firstKeys(seedOf: (index: number) => SigningSeed): Uint8Array[] {
  return Array.from({ length: KEYS }, (_, index) => signing.publicKey(seedOf(index)));
}

function usedBefore(moderator: Moderator): BytesSet {
  return new BytesSet([...moderator.board.epochs.values()].flatMap((epoch) => epoch.public.cosigners));
}

/** The first key of each person of this charter that no announcement has named; only of those who have one. */
function unusedOf(moderator: Moderator, charter: Charter): BytesMap<Uint8Array> {
  const used = usedBefore(moderator);
  const first = charter.people.flatMap((person): [Uint8Array, Uint8Array][] => {
    const key = moderator.log.cosigners.get(person.id)?.find((one) => !used.has(one));
    return key === undefined ? [] : [[person.id, key]];
  });
  return new BytesMap(first);
}

/** More one-time keys of this person, when few are left. */
export function notesDue(moderator: Moderator): NoteDraft[] {
  const [me] = moderator.me;
  const used = usedBefore(moderator);
  const known = new BytesSet(moderator.log.cosigners.get(me) ?? []);
  if ([...known].filter((key) => !used.has(key)).length >= FEW) return [];
  // After a replant the log knows the last of them alone; what the board shows to be used is not published again.
  const fresh: Uint8Array[] = [];
  for (let index = 0; index < MOST && fresh.length < KEYS; index++) {
    const key = signing.publicKey(cosigner(moderator.device, moderator.collective, index));
    if (!known.has(key) && !used.has(key)) fresh.push(key);
  }
  return fresh.length > 0 ? [["cosigners", { keys: fresh }]] : [];
}

/** The keys for the next announcement: the first unused one of each person of this charter who has one, ascending. */
export function listed(moderator: Moderator, charter: Charter): Uint8Array[] {
  return [...unusedOf(moderator, charter).values()].sort(compare);
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

/** Whether everybody who moderates and could be listed is among the present cosigners. Who is out of keys could not be. */
export function isComplete(moderator: Moderator): boolean {
  const charter = moderator.board.charter;
  const present = staying(moderator, moderator.board.epoch.public.cosigners, charter);
  return [...unusedOf(moderator, charter).keys()].every((person) => present.has(person));
}

/**
 * Whether the newest announcement leaves out a person who was among the cosigners of this planting, or of the epoch before, and still
 * moderates and could be listed. Who announces twice hides nothing: nobody who was listed is ever left out by honest devices.
 */
export function leftOut(moderator: Moderator): boolean {
  const { epochs, epoch, charter } = moderator.board;
  const before = [...epochs.values()].filter(({ number }) => number < epoch.number).sort((a, b) => a.number - b.number);
  const counting = before.filter((one, index) => one.planting === epoch.planting || index === before.length - 1);
  const present = staying(moderator, epoch.public.cosigners, charter);
  const could = unusedOf(moderator, charter);
  const keys = [...new BytesSet(counting.flatMap((one) => one.public.cosigners))];
  return [...staying(moderator, keys, charter)].some((person) => could.has(person) && !present.has(person));
}

/**
 * Whether these may be the next cosigners: one unused key each of different moderators, everybody who has one, and all present ones who stay.
 *
 * So nobody is announced while a present one is out of keys: the fewer are listed, the fewer signatures the relay asks for. A replant,
 * which may shut out who used them up, passes her over if the relay asks for as many without her (protocol §4.3).
 */
export function acceptable(moderator: Moderator, cosigners: readonly Uint8Array[], charter: Charter): boolean {
  const used = usedBefore(moderator);
  // As many people as keys: each key is somebody's who stays, and no two are one person's.
  const owners = staying(moderator, cosigners, charter);
  if (owners.size !== cosigners.length || cosigners.some((key) => used.has(key))) return false;
  if ([...unusedOf(moderator, charter).keys()].some((person) => !owners.has(person))) return false;
  const { epoch, charter: old } = moderator.board;
  const replants = charter.planting !== old.planting;
  if (staying(moderator, epoch.public.cosigners, charter).isWithin(owners)) return true;
  return replants && cosignersNeeded(owners.size) === cosignersNeeded(charter.people.length);
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
