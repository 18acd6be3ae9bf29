/**
 * Epochs: announce, open, walk back (protocol §3.3 to §3.5).
 *
 * Given E and the moderators' bundle, every byte of an announcement's public part follows. So approvers do not trust the
 * proposer: they make it again and compare.
 */

import { type Cosign, encodePublic, joinAnnouncement, type Public, WRAP_SIZE } from "./announced";
import { Approval, isApprovals } from "./approvals";
import type { Bundle } from "./bundle";
import { concat, equal } from "./bytes";
import { context, derive, deriveBytes, digest, Purpose } from "./context";
import { BrokenLink, CannotOpen, NotAddressed, NotAllowed, WrongCommitment, WrongCover } from "./errors";
import { memberGate, moderatorGate } from "./gates";
import * as keytree from "./keytree";
import { KEM_PUBLIC_KEY_SIZE, open, openOnce, seal, sealOnce } from "./sealing";
import { AeadKey, EpochSecret, type GateSeed, type NodeKey, PingCode, type SigningSeed } from "./secrets";
import * as signing from "./signing";
import * as wire from "./wire";

/** The last valid announcement: the hash of its entry, and its E. */
export interface Previous {
  readonly hash: Uint8Array;
  readonly secret: EpochSecret;
}

/** What of an announcement only members see. `encoded` is exactly as received; approvals are over it and the public part. */
export interface Inner {
  readonly charter: number;
  readonly deskKey: Uint8Array | null;
  readonly headSeq: number | null;
  readonly headHash: Uint8Array | null;
  readonly until: number;
  readonly encoded: Uint8Array;
}

const HEAD = { seq: wire.isUint, hash: wire.isBytes(32) };
const INNER = {
  charter: wire.isUint,
  desk_key: wire.nullable(wire.isBytes(KEM_PUBLIC_KEY_SIZE)),
  head: wire.nullable(wire.isMap),
  until: wire.isUint,
};
const SEALED = { inner: wire.isBytes(), approvals: isApprovals };

/** 32 bytes that bind E: derived under a purpose of its own, so it shows nothing of E. */
export function commitment(secret: EpochSecret, collective: Uint8Array, planting: number, epoch: number): Uint8Array {
  return deriveBytes(secret, Purpose.COMMIT, collective, planting, epoch);
}

/** What an announcement says beside what follows from the bundle and E. */
export interface Announcing {
  readonly epoch: number;
  /** Removed leaves, ascending. */
  readonly removed: readonly number[];
  /** The last valid announcement; `null` in the founding one. */
  readonly previous: Previous | null;
  /** The desk key's number. */
  readonly desk: number;
  /** One-time public keys of the moderators, ascending (protocol §4.3). */
  readonly cosigners?: readonly Uint8Array[];
}

/**
 * The public part of the announcement of epoch `epoch` with this E. The same arguments give the same bytes.
 *
 * @throws {@link NotAllowed} nobody would be left.
 */
export function announce(bundle: Bundle, secret: EpochSecret, collective: Uint8Array, announcing: Announcing): Public {
  const { epoch, removed, previous, desk, cosigners = [] } = announcing;
  const nodes = keytree.cover(removed);
  if (nodes.length === 0) throw new NotAllowed("an announcement must leave somebody in");
  const bound = commitment(secret, collective, bundle.planting, epoch);
  const wraps = nodes.map((node) =>
    wrap(keytree.nodeKey(bundle.tree, collective, bundle.planting, node), secret, [collective, bundle.planting, epoch, node, bound]),
  );
  return encodePublic({
    planting: bundle.planting,
    epoch,
    removed,
    wraps: concat(...wraps),
    commitment: bound,
    previous: previous?.hash ?? null,
    link: previous && linkTo(secret, collective, epoch, previous),
    memberGate: signing.publicKey(memberGate(secret, collective, epoch)),
    moderatorGate: signing.publicKey(moderatorGate(bundle.gate, collective, epoch)),
    desk,
    memberPing: pingHash(collective, memberPing(secret, collective, epoch)),
    moderatorPing: pingHash(collective, moderatorPing(bundle.gate, collective, epoch)),
    cosigners,
  });
}

type WrapPlace = [collective: Uint8Array, planting: number, epoch: number, node: number, commitment: Uint8Array];

function wrap(nodeKey: NodeKey, secret: EpochSecret, place: WrapPlace): Uint8Array {
  // The key depends on the commitment, so racing announcements of one epoch never wrap two secrets under one key.
  return sealOnce(derive(AeadKey, nodeKey, Purpose.WRAP, ...place), context(Purpose.WRAP, ...place), secret.reveal());
}

type LinkPlace = [collective: Uint8Array, epoch: number, previous: Uint8Array];

function linkTo(secret: EpochSecret, collective: Uint8Array, epoch: number, previous: Previous): Uint8Array {
  const place: LinkPlace = [collective, epoch, previous.hash];
  return sealOnce(derive(AeadKey, secret, Purpose.LINK, ...place), context(Purpose.LINK, ...place), previous.secret.reveal());
}

/**
 * E of this announcement, by a member's path keys (leaf to root) or by any set of node keys.
 *
 * @throws {@link WrongCover} there are not as many wraps as the computed cover has nodes.
 * @throws {@link NotAddressed} no key is for a node of the cover.
 * @throws {@link CannotOpen} the wrap is not one of this announcement.
 * @throws {@link WrongCommitment} it opens to something else than was committed to.
 */
export function openWrap(shown: Public, collective: Uint8Array, keys: keytree.NodeKeys): EpochSecret {
  const nodes = keytree.cover(shown.removed);
  if (nodes.length * WRAP_SIZE !== shown.wraps.length) throw new WrongCover("the wraps do not match the removed places");
  for (const [index, node] of nodes.entries()) {
    const key = keys.get(node);
    if (key === undefined) continue;
    const place: WrapPlace = [collective, shown.planting, shown.epoch, node, shown.commitment];
    const wrapped = shown.wraps.subarray(index * WRAP_SIZE, (index + 1) * WRAP_SIZE);
    const secret = new EpochSecret(openOnce(derive(AeadKey, key, Purpose.WRAP, ...place), context(Purpose.WRAP, ...place), wrapped));
    checkCommitment(shown, secret, collective);
    return secret; // the first node that there is a key for, and no other: a wrap does not commit to its key
  }
  throw new NotAddressed("this device is not among those the announcement is for");
}

/**
 * E of this announcement by the tree seed: any wrap that opens will do, so that what one member can read moderators can too.
 *
 * Throws as {@link openWrap}; {@link WrongCommitment} rather than {@link CannotOpen} if one opens to another E and none to the right one.
 */
export function openWrapAsModerator(shown: Public, collective: Uint8Array, bundle: Bundle): EpochSecret {
  const nodes = keytree.cover(shown.removed);
  if (shown.planting !== bundle.planting || nodes.length === 0) {
    throw new NotAddressed("not an announcement of the moderators' present keys");
  }
  let refused: CannotOpen | WrongCommitment = new CannotOpen("none of the wraps opens");
  for (const node of nodes) {
    try {
      return openWrap(shown, collective, new Map([[node, keytree.nodeKey(bundle.tree, collective, bundle.planting, node)]]));
    } catch (error) {
      if (error instanceof WrongCommitment) refused = error;
      else if (!(error instanceof CannotOpen)) throw error;
    }
  }
  throw refused;
}

/**
 * Returns if E is the one committed to.
 *
 * @throws {@link WrongCommitment} it is not.
 */
export function checkCommitment(shown: Public, secret: EpochSecret, collective: Uint8Array): void {
  if (!equal(commitment(secret, collective, shown.planting, shown.epoch), shown.commitment)) {
    throw new WrongCommitment("the epoch's secret is not the one committed to");
  }
}

/**
 * The announcement before, by the link in this one; `null` from the first.
 *
 * @throws {@link BrokenLink} the link does not open.
 */
export function walkBack(shown: Public, secret: EpochSecret, collective: Uint8Array): Previous | null {
  if (shown.previous === null || shown.link === null) return null;
  const place: LinkPlace = [collective, shown.epoch, shown.previous];
  let found: Uint8Array;
  try {
    found = openOnce(derive(AeadKey, secret, Purpose.LINK, ...place), context(Purpose.LINK, ...place), shown.link);
  } catch (error) {
    if (error instanceof CannotOpen) throw new BrokenLink("the link back does not open");
    throw error;
  }
  return { hash: shown.previous, secret: new EpochSecret(found) };
}

/** What {@link makeInner} makes an inner part of. */
export interface InnerFields {
  readonly charter: number;
  /** 1,216 bytes, only when its number is new: it is as large as all the rest. */
  readonly deskKey: Uint8Array | null;
  readonly head: { readonly seq: number; readonly hash: Uint8Array } | null;
  /** Unix time in seconds. */
  readonly until: number;
}

/** What members see, ready to be approved. */
export function makeInner({ charter, deskKey, head, until }: InnerFields): Inner {
  return parseInner(wire.encode({ charter, desk_key: deskKey, head: head && { seq: head.seq, hash: head.hash }, until }));
}

/**
 * From its encoding.
 *
 * @throws {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge} malformed.
 */
export function parseInner(encoded: Uint8Array): Inner {
  const f = wire.shaped(wire.decode(encoded, 4096), "announcement", INNER);
  const head = f.head && wire.shaped(f.head, "announcement's head", HEAD);
  return { charter: f.charter, deskKey: f.desk_key, headSeq: head?.seq ?? null, headHash: head?.hash ?? null, until: f.until, encoded };
}

/** A device's 64-byte signature over all of the announcement. */
export function approve(device: SigningSeed, shown: Public, inner: Inner, collective: Uint8Array): Uint8Array {
  return signing.sign(device, Purpose.APPROVE_ANNOUNCEMENT, collective, digest(shown.encoded), digest(inner.encoded));
}

/**
 * Returns if the device approved.
 *
 * @throws {@link BadSignature} it did not.
 */
export function checkApproval(devicePublicKey: Uint8Array, signature: Uint8Array, shown: Public, inner: Inner, collective: Uint8Array): void {
  signing.verify(devicePublicKey, signature, Purpose.APPROVE_ANNOUNCEMENT, collective, digest(shown.encoded), digest(inner.encoded));
}

function innerSeal(shown: Public, secret: EpochSecret, collective: Uint8Array): [key: AeadKey, ctx: Uint8Array] {
  return [
    derive(AeadKey, secret, Purpose.ANNOUNCEMENT, collective, shown.epoch),
    context(Purpose.ANNOUNCEMENT, collective, shown.epoch, digest(shown.encoded)),
  ];
}

/**
 * The blob of the announcement's entry.
 *
 * @param cosigns - for the relay: index among the last epoch's cosigners, and signature (protocol §4.3).
 */
export function sealAnnouncement(
  shown: Public,
  inner: Inner,
  approvals: readonly Approval[],
  secret: EpochSecret,
  collective: Uint8Array,
  cosigns: readonly Cosign[] = [],
): Uint8Array {
  const plaintext = wire.encode({ inner: inner.encoded, approvals: approvals.map((approval) => approval.value()) });
  return joinAnnouncement(shown, seal(...innerSeal(shown, secret, collective), plaintext), cosigns);
}

/**
 * What members see of an announcement, and its approvals, not yet judged.
 *
 * @throws {@link CannotOpen}, {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge} it is not what it should be.
 */
export function openAnnouncement(shown: Public, sealed: Uint8Array, secret: EpochSecret, collective: Uint8Array): [Inner, Approval[]] {
  const plaintext = open(...innerSeal(shown, secret, collective), sealed);
  const f = wire.shaped(wire.decode(plaintext, 32768), "announcement", SEALED);
  return [parseInner(f.inner), f.approvals.map((approval) => Approval.parse(approval))];
}

// ---- ping codes (protocol §12) ------------------------------------------------------------------------------------

/** The code any member shows the bot. */
export function memberPing(secret: EpochSecret, collective: Uint8Array, epoch: number): PingCode {
  return derive(PingCode, secret, Purpose.PING, collective, "member", epoch);
}

/** The code a moderator shows the bot to get desk pings too. */
export function moderatorPing(seed: GateSeed, collective: Uint8Array, epoch: number): PingCode {
  return derive(PingCode, seed, Purpose.PING, collective, "moderator", epoch);
}

/** What stands in the announcement, so that the bot can check a code without being able to make one. */
export function pingHash(collective: Uint8Array, code: PingCode): Uint8Array {
  return digest(context(Purpose.PING_CODE, collective, code.reveal()));
}
