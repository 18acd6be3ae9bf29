/** What members post to the desk: reports, follow-ups, joins, acceptances; and how moderators open them (protocol §7.3, §8). */

import { context, deriveBytes, digest, Purpose } from "../crypto/context";
import type { Device } from "../crypto/device";
import { BadSignature, NotTheReceipt, WrongCollective, WrongEpoch, WrongShape } from "../crypto/errors";
import type { Invite } from "../crypto/invites";
import * as sealing from "../crypto/sealing";
import { AnswerKey, BoxSecret, randomBytes, SigningSeed, TagKey, type EpochSecret, type KemSeed } from "../crypto/secrets";
import { encodeDeskItem, type DeskItem } from "../crypto/shelves";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import { faceless } from "./faces";
import { sameBytes } from "./keyed";
import { Receipt } from "./receipt";

export const REPORT_ID_SIZE = 16;
export const FOLLOW_UPS = ["correct", "withdraw", "answer", "agree", "release"] as const;
export type FollowUpKind = (typeof FOLLOW_UPS)[number];

const REPORT = {
  type: wire.isOneOf("report"),
  id: wire.isBytes(REPORT_ID_SIZE),
  fields: wire.isMap,
  answer: wire.isBytes(32),
  tag: wire.isBytes(32),
  follow: signing.isPublicKey,
  head: wire.isBytes(32),
  signed: wire.nullable(wire.isMap),
};
const FOLLOW_UP = {
  type: wire.isOneOf("follow-up"),
  report: wire.isBytes(REPORT_ID_SIZE),
  counter: wire.isUint,
  body: wire.isBytes(),
  signature: wire.isBytes(64),
};
const JOIN = {
  type: wire.isOneOf("join"),
  body: wire.isBytes(),
  invite_signature: wire.isBytes(64),
  device_signature: wire.isBytes(64),
};
const ACCEPT = { type: wire.isOneOf("accept"), body: wire.isBytes(), signature: wire.isBytes(64) };

export type ReportItem = wire.Shaped<typeof REPORT>;
export type FollowUpItem = wire.Shaped<typeof FOLLOW_UP>;
export type JoinItem = wire.Shaped<typeof JOIN>;
export type AcceptItem = wire.Shaped<typeof ACCEPT>;
/** What may lie at the desk. */
export type Item = ReportItem | FollowUpItem | JoinItem | AcceptItem;

const JOIN_BODY = {
  collective: wire.isBytes(32),
  invite: wire.nullable(wire.isBytes(32)),
  sign: signing.isPublicKey,
  kem: wire.isBytes(sealing.KEM_PUBLIC_KEY_SIZE),
  box: wire.isBytes(32),
  alias: wire.isText(1, 40),
  moderator: wire.isBool,
};
const ACCEPT_BODY = { collective: wire.isBytes(32), sign: signing.isPublicKey, planting: wire.isUint };
const FOLLOW_UP_BODY = {
  kind: wire.isOneOf(...FOLLOW_UPS),
  text: wire.isText(0, 8000),
  fields: wire.nullable(wire.isMap),
  question: wire.nullable(wire.isUint),
  shown: wire.nullable(wire.isBytes(32)),
};
export type FollowUpBody = wire.Shaped<typeof FOLLOW_UP_BODY>;
const SIGNED = { device: wire.isBytes(32), signature: wire.isBytes(64) };

/** What one needs to post: the collective, the desk key and its number, the epoch and its E. */
export interface Desk {
  readonly collective: Uint8Array;
  readonly number: number;
  readonly publicKey: Uint8Array;
  readonly epoch: number;
  readonly secret: EpochSecret;
}

function info(collective: Uint8Array, desk: number, epoch: number, secret: EpochSecret): Uint8Array {
  // Whoever does not know E cannot make this: neither the relay nor a former moderator can inject.
  const membership = deriveBytes(secret, Purpose.DESK_MEMBERSHIP, collective, epoch);
  return context(Purpose.DESK, collective, desk, epoch, membership);
}

/**
 * A desk item, sealed and padded.
 *
 * @param invite a join also names its invite's box and H(body).
 * @throws TooLarge it does not fit into 64 KiB.
 */
export async function sealItem(
  value: wire.Value,
  desk: Desk,
  invite: { readonly box: Uint8Array; readonly join: Uint8Array } | null = null,
): Promise<DeskItem> {
  const padded = wire.pad(wire.encode(value), wire.DESK_SIZES);
  const sealed = await sealing.sealTo(desk.publicKey, info(desk.collective, desk.number, desk.epoch, desk.secret), padded);
  return encodeDeskItem(desk.number, desk.epoch, sealed, invite);
}

/**
 * The item's content, of one of the known types and in its form; signatures and epochs are not judged yet.
 *
 * @throws CannotOpen, WrongPadding, WrongShape, NotDeterministic it is none.
 */
export async function openItem(item: DeskItem, deskSeed: KemSeed, secret: EpochSecret, collective: Uint8Array): Promise<Item> {
  const padded = await sealing.openSealed(deskSeed, info(collective, item.desk, item.epoch, secret), item.sealed);
  const value = wire.decode(wire.unpad(padded, wire.DESK_SIZES), wire.DESK_SIZES.at(-1));
  const type = wire.isMap(value) && Object.hasOwn(value, "type") ? value["type"] : null;
  if (type === "report") return wire.shaped(value, "desk item", REPORT);
  if (type === "follow-up") return wire.shaped(value, "desk item", FOLLOW_UP);
  if (type === "join") return wire.shaped(value, "desk item", JOIN);
  if (type === "accept") return wire.shaped(value, "desk item", ACCEPT);
  throw new WrongShape("desk item: of a type that is not known");
}

// ---- reports --------------------------------------------------------------------------------------------------------

/** What {@link makeReport} needs beside the fields. */
export interface ReportPlan {
  /** The hash of the last valid announcement, not of the head: a precise one would fingerprint the reporter. */
  readonly head: Uint8Array;
  /** Unix seconds. */
  readonly now: number;
  readonly collective: Uint8Array;
  /** Show moderators this device's alias. */
  readonly signedBy?: Device | null;
}

/**
 * A report's item and its receipt, with fresh keys.
 *
 * @param fields as `validateReport` gives them.
 */
export function makeReport(
  fields: wire.ValueMap & { kinds: string[] },
  { head, now, collective, signedBy = null }: ReportPlan,
): [item: ReportItem, receipt: Receipt] {
  const id = randomBytes(REPORT_ID_SIZE);
  const receipt = new Receipt(id, AnswerKey.random(), TagKey.random(), SigningSeed.random(), [...fields.kinds], now);
  const follow = signing.publicKey(receipt.follow);
  const signed = signedBy && {
    device: signedBy.signingKey,
    signature: signing.sign(signedBy.sign, Purpose.ALIAS, collective, id, follow),
  };
  const item: ReportItem = {
    type: "report",
    id,
    fields,
    answer: receipt.answer.reveal(),
    tag: receipt.tag.reveal(),
    follow,
    head,
    signed,
  };
  receipt.unsent = wire.encode(item);
  return [item, receipt];
}

/**
 * The device key that signed a report, if one did.
 *
 * @throws WrongShape, BadSignature it claims one that did not.
 */
export function checkAlias(item: ReportItem, collective: Uint8Array): Uint8Array | null {
  if (item.signed === null) return null;
  const signed = wire.shaped(item.signed, "report's signature", SIGNED);
  signing.verify(signed.device, signed.signature, Purpose.ALIAS, collective, item.id, item.follow);
  return signed.device;
}

/** What a follow-up says beside its kind. */
export interface FollowUpPlan {
  readonly text?: string;
  readonly fields?: wire.ValueMap | null;
  readonly question?: number | null;
  /** With `agree`, and only then: the hash of the public text that she agrees to. */
  readonly shown?: Uint8Array | null;
  /** This device's clock, in Unix seconds; without it, just after what she read last. It stays on the device. */
  readonly now?: number;
}

/** The next follow-up of a report; counts the receipt's counter up. */
export function makeFollowUp(receipt: Receipt, collective: Uint8Array, kind: FollowUpKind, plan: FollowUpPlan = {}): FollowUpItem {
  const { text = "", fields = null, question = null, shown = null } = plan;
  receipt.counter += 1;
  const body = wire.encode({ kind, text, fields, question, shown });
  const signature = signing.sign(receipt.follow, Purpose.FOLLOW_UP, collective, receipt.id, receipt.counter, digest(body));
  return { type: "follow-up", report: receipt.id, counter: receipt.counter, body, signature };
}

/**
 * The body of a follow-up that the report's receipt signed: `{"kind", "text", "fields", "question", "shown"}`.
 *
 * @throws NotTheReceipt it did not.
 * @throws WrongShape, NotDeterministic malformed, or a yes that names no text.
 */
export function checkFollowUp(item: FollowUpItem, followKey: Uint8Array, collective: Uint8Array): FollowUpBody {
  try {
    signing.verify(followKey, item.signature, Purpose.FOLLOW_UP, collective, item.report, item.counter, digest(item.body));
  } catch (error) {
    if (error instanceof BadSignature) throw new NotTheReceipt("a follow-up that the report's receipt did not sign");
    throw error;
  }
  const body = wire.shaped(wire.decode(item.body), "follow-up", FOLLOW_UP_BODY);
  if ((body.kind === "agree") !== (body.shown !== null)) {
    throw new WrongShape("follow-up: a yes that names no text, or a text without a yes");
  }
  return body;
}

// ---- joining and accepting ------------------------------------------------------------------------------------------

/** A join as it is signed: at the desk, or in the log, where whoever reads it can verify it again. Only a founder's has no invite. */
export interface SignedJoin {
  readonly body: Uint8Array;
  readonly invite_signature: Uint8Array | null;
  readonly device_signature: Uint8Array;
}

/** A join and its signatures. `box` names the device's boxes. */
export interface Join {
  readonly invite: Uint8Array | null;
  readonly sign: Uint8Array;
  readonly kem: Uint8Array;
  readonly box: BoxSecret;
  readonly alias: string;
  readonly moderator: boolean;
  readonly signed: SignedJoin;
}

/** A join's item, and H(body), which the relay uses to take one join per invite. */
export function makeJoin(
  device: Device,
  invite: Invite,
  collective: Uint8Array,
  alias: string,
  { moderator }: { moderator: boolean },
): [item: JoinItem, bodyHash: Uint8Array] {
  const body = joinBody(device, invite.publicKey, collective, alias, moderator);
  const item: JoinItem = {
    type: "join",
    body,
    invite_signature: signing.sign(invite.sign, Purpose.JOIN_INVITE, collective, digest(body)),
    device_signature: signing.sign(device.sign, Purpose.JOIN_DEVICE, collective, digest(body)),
  };
  return [item, digest(body)];
}

/** How a founder stands in the log: as if she had joined, without an invite. */
export function founderJoin(device: Device, collective: Uint8Array, alias: string): SignedJoin {
  const body = joinBody(device, null, collective, alias, true);
  return { body, invite_signature: null, device_signature: signing.sign(device.sign, Purpose.JOIN_DEVICE, collective, digest(body)) };
}

function joinBody(device: Device, invite: Uint8Array | null, collective: Uint8Array, alias: string, moderator: boolean): Uint8Array {
  return wire.encode({
    collective,
    invite,
    sign: device.signingKey,
    kem: device.kemKey,
    box: device.box.reveal(),
    alias,
    moderator,
  });
}

/**
 * The join, if invite and device both signed it. Whether the invite is any good is for the log to say.
 *
 * @param verified this device has verified this very item before.
 * @throws BadSignature, WrongCollective, WrongShape, NotDeterministic it is not to be believed.
 */
export function checkJoin(item: SignedJoin, collective: Uint8Array, { verified = false } = {}): Join {
  const f = wire.shaped(wire.decode(item.body), "join", JOIN_BODY);
  if (!sameBytes(f.collective, collective)) throw new WrongCollective("a join of another collective");
  if ((f.invite === null) !== (item.invite_signature === null)) {
    throw new WrongShape("join: an invite without its signature, or a signature without an invite");
  }
  if (!verified) {
    if (f.invite !== null && item.invite_signature !== null) {
      signing.verify(f.invite, item.invite_signature, Purpose.JOIN_INVITE, collective, digest(item.body));
    }
    signing.verify(f.sign, item.device_signature, Purpose.JOIN_DEVICE, collective, digest(item.body));
    sealing.checkKemKey(f.kem);
  }
  const { body, invite_signature, device_signature } = item;
  const signed = { body, invite_signature, device_signature };
  const { invite, sign, kem, alias, moderator } = f;
  return faceless("Join", { invite, sign, kem, box: new BoxSecret(f.box), alias, moderator, signed });
}

/** A member agrees to become a moderator, if the collective wants her. */
export function makeAccept(device: Device, collective: Uint8Array, planting: number): AcceptItem {
  const body = wire.encode({ collective, sign: device.signingKey, planting });
  return { type: "accept", body, signature: signing.sign(device.sign, Purpose.ACCEPT, collective, digest(body)) };
}

/**
 * The signing key of the device that accepted.
 *
 * @param planting the present one. An acceptance given in the one just before still counts; an older one is not what she said now.
 * @throws BadSignature, WrongCollective, WrongEpoch, WrongShape, NotDeterministic it is not to be believed.
 */
export function checkAccept(body: Uint8Array, signature: Uint8Array, collective: Uint8Array, planting: number): Uint8Array {
  const f = wire.shaped(wire.decode(body), "acceptance", ACCEPT_BODY);
  if (!sameBytes(f.collective, collective)) throw new WrongCollective("an acceptance of another collective");
  if (!stillAccepts(body, planting)) throw new WrongEpoch("an acceptance of another planting");
  signing.verify(f.sign, signature, Purpose.ACCEPT, collective, digest(body));
  return f.sign;
}

/** Whether an acceptance was given in this planting, or the one just before. */
export function stillAccepts(body: Uint8Array, planting: number): boolean {
  const given = wire.shaped(wire.decode(body), "acceptance", ACCEPT_BODY).planting;
  return planting - 1 <= given && given <= planting;
}
