/** The part of an announcement that stands in clear: what the relay, too, sees of it (protocol §3.5). */

import { compare } from "./bytes";
import { MAX_ANNOUNCEMENT } from "./chain";
import { digest, Purpose } from "./context";
import { BadSignature, BelowQuorum, WrongCover, WrongShape } from "./errors";
import type { SigningSeed } from "./secrets";
import * as signing from "./signing";
import * as wire from "./wire";

export const TREE_DEPTH = 20;
export const FIRST_LEAF = 1 << TREE_DEPTH;
export const WRAP_SIZE = 48;
export const MAX_COSIGNERS = 64;

/** Whether `value` is the node number of a leaf (protocol §3.1). */
export function isLeaf(value: unknown): value is number {
  return Number.isInteger(value) && FIRST_LEAF <= (value as number) && (value as number) < 2 * FIRST_LEAF;
}

/** What the public part of an announcement says. Gates and cosigners are Ed25519 public keys, hashes and commitment 32 bytes. */
export interface PublicFields {
  readonly planting: number;
  readonly epoch: number;
  /** Removed leaves, ascending. */
  readonly removed: readonly number[];
  /** 48 bytes for each node of the cover. */
  readonly wraps: Uint8Array;
  readonly commitment: Uint8Array;
  readonly previous: Uint8Array | null;
  readonly link: Uint8Array | null;
  readonly memberGate: Uint8Array;
  readonly moderatorGate: Uint8Array;
  readonly desk: number;
  readonly memberPing: Uint8Array;
  readonly moderatorPing: Uint8Array;
  readonly cosigners: readonly Uint8Array[];
}

/** What everybody, the relay included, sees of an announcement (protocol §3.5). `encoded` is exactly as received. */
export interface Public extends PublicFields {
  readonly encoded: Uint8Array;
}

/** Index among the last epoch's cosigners, and signature. */
export type Cosign = readonly [index: number, signature: Uint8Array];

/** One for each role. */
type Pair = { member: Uint8Array; moderator: Uint8Array };

function isPair(check: wire.Check): wire.Guard<Pair> {
  return (value): value is Pair =>
    wire.isMap(value) &&
    Object.keys(value).length === 2 &&
    ["member", "moderator"].every((role) => Object.hasOwn(value, role)) &&
    Object.values(value).every(check);
}

const isSignature = wire.isBytes(64);

function isCosign(value: wire.Value): value is [index: number, signature: Uint8Array] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [index = null, signature = null] = value;
  return wire.isUint(index) && isSignature(signature);
}

const PUBLIC = {
  planting: wire.isUint,
  epoch: wire.isUint,
  removed: wire.isListOf(isLeaf, 0, FIRST_LEAF - 1),
  wraps: wire.isBytes(),
  commitment: wire.isBytes(32),
  previous: wire.nullable(wire.isBytes(32)),
  link: wire.nullable(wire.isBytes(WRAP_SIZE)),
  gates: isPair(signing.isPublicKey),
  desk: wire.isUint,
  pings: isPair(wire.isBytes(32)),
  cosigners: wire.isListOf(signing.isPublicKey, 0, MAX_COSIGNERS),
};
const BLOB = {
  public: wire.isBytes(),
  sealed: wire.isBytes(),
  cosigns: wire.isListOf(isCosign, 0, MAX_COSIGNERS),
};

/** The public part of an announcement with these fields. */
export function encodePublic(fields: PublicFields): Public {
  return parsePublic(
    wire.encode({
      planting: fields.planting,
      epoch: fields.epoch,
      removed: [...fields.removed],
      wraps: fields.wraps,
      commitment: fields.commitment,
      previous: fields.previous,
      link: fields.link,
      gates: { member: fields.memberGate, moderator: fields.moderatorGate },
      desk: fields.desk,
      pings: { member: fields.memberPing, moderator: fields.moderatorPing },
      cosigners: [...fields.cosigners],
    }),
  );
}

/**
 * The public part from its encoding.
 *
 * @throws {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge} malformed, removed leaves not ascending, or numbers from below 1.
 * @throws {@link WrongCover} wraps that cannot be of any cover.
 */
export function parsePublic(encoded: Uint8Array): Public {
  const f = wire.shaped(wire.decode(encoded, MAX_ANNOUNCEMENT), "announcement", PUBLIC);
  if (f.removed.some((leaf, i) => i > 0 && leaf <= (f.removed[i - 1] ?? 0))) {
    throw new WrongShape("announcement: removed leaves are not ascending");
  }
  if (Math.min(f.planting, f.epoch, f.desk) < 1 || (f.previous === null) !== (f.link === null)) {
    throw new WrongShape("announcement: numbers or link have the wrong form");
  }
  if (f.cosigners.some((key, i) => i > 0 && compare(key, f.cosigners[i - 1] ?? key) <= 0)) {
    throw new WrongShape("announcement: cosigners are not in order");
  }
  if (f.wraps.length === 0 || f.wraps.length % WRAP_SIZE !== 0) throw new WrongCover("the wraps are not of any cover");
  const { gates, pings, ...rest } = f;
  return {
    ...rest,
    memberGate: gates.member,
    moderatorGate: gates.moderator,
    memberPing: pings.member,
    moderatorPing: pings.moderator,
    encoded,
  };
}

function parseBlob(blob: Uint8Array): wire.Shaped<typeof BLOB> {
  return wire.shaped(wire.decode(blob, MAX_ANNOUNCEMENT), "announcement", BLOB);
}

/**
 * The public part of an announcement's blob, and its sealed part.
 *
 * @throws {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge}, {@link WrongCover} malformed.
 */
export function splitAnnouncement(blob: Uint8Array): [shown: Public, sealed: Uint8Array] {
  const f = parseBlob(blob);
  return [parsePublic(f.public), f.sealed];
}

/** The blob of an announcement; `cosigns` are index and signature, for the relay. */
export function joinAnnouncement(shown: Public, sealed: Uint8Array, cosigns: readonly Cosign[]): Uint8Array {
  const ordered = [...cosigns].sort((a, b) => a[0] - b[0] || compare(a[1], b[1]));
  return wire.encode({ public: shown.encoded, sealed, cosigns: ordered.map((cosign) => [...cosign]) });
}

// ---- cosigning: what lets the relay, too, see that more than one person wants the next epoch (protocol §4.3) ------

/** How many of the last epoch's cosigners an announcement needs: two from three people on, as one of two may be lost for good. */
export function cosignersNeeded(cosigners: number): number {
  return cosigners <= 2 ? Math.min(cosigners, 1) : 2;
}

/** A cosigner's 64-byte signature over the public part of the next announcement. */
export function cosign(seed: SigningSeed, shown: Public, collective: Uint8Array): Uint8Array {
  return signing.sign(seed, Purpose.COSIGN, collective, digest(shown.encoded));
}

/**
 * Returns if this cosigner signed.
 *
 * @throws {@link BadSignature} it did not.
 */
export function checkCosign(cosigner: Uint8Array, signature: Uint8Array, shown: Public, collective: Uint8Array): void {
  signing.verify(cosigner, signature, Purpose.COSIGN, collective, digest(shown.encoded));
}

/**
 * Returns if enough of the last epoch's cosigners signed this announcement.
 *
 * @throws {@link BelowQuorum} too few did.
 * @throws {@link BadSignature} a signature does not hold, or is by none of them.
 * @throws {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge}, {@link WrongCover} the blob is malformed.
 */
export function checkCosigned(cosigners: readonly Uint8Array[], blob: Uint8Array, collective: Uint8Array): void {
  const f = parseBlob(blob);
  const shown = parsePublic(f.public);
  const signed = new Set<number>();
  for (const [index, signature] of f.cosigns) {
    const cosigner = cosigners[index];
    if (cosigner === undefined) throw new BadSignature("signed by none of the last epoch's cosigners");
    checkCosign(cosigner, signature, shown, collective);
    signed.add(index);
  }
  if (signed.size < cosignersNeeded(cosigners.length)) {
    throw new BelowQuorum("signed by fewer of the last epoch's cosigners than an announcement needs");
  }
}
