/** Statements: bodies, approvals over them, and the blob they stand in on the board (protocol §6.1, §6.2). */

import { Approval, isApproval, isApprovals } from "../crypto/approvals";
import type { Place } from "../crypto/chain";
import { context, derive, digest, Purpose } from "../crypto/context";
import { WrongShape } from "../crypto/errors";
import { open, seal } from "../crypto/sealing";
import { AeadKey, randomBytes, type EpochSecret, type SigningSeed } from "../crypto/secrets";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import { Faceless } from "./faces";
import { sameBytes } from "./keyed";

export const OBJECT_SIZE = 16;
/** `charter`, `resources` and `figures`: there is one of each, so it needs no id of its own. */
export const SINGLE = new Uint8Array(OBJECT_SIZE);
export const SINGLE_KINDS: readonly string[] = ["charter", "resources", "figures"];

export const DAY = 86_400;
/** The board is fresh while its last valid announcement is younger, in seconds (protocol §6.4). */
export const FRESH_FOR = 14 * DAY;
/** Approvals are void after this long, in seconds (protocol §6.2). */
export const APPROVAL_LIFE = 14 * DAY;
/** By so much less they are made to last: whoever publishes may have a clock that is behind. */
export const CLOCKS_DIFFER = 3600;

const BODY = {
  kind: wire.isText(1, 32),
  collective: wire.nullable(wire.isBytes(32)),
  charter: wire.isUint,
  object: wire.isBytes(OBJECT_SIZE),
  version: wire.isUint,
  previous: wire.nullable(wire.isBytes(32)),
  until: wire.isUint,
  content: wire.isMap,
};
const STATEMENT = { body: wire.isBytes(), approvals: isApprovals, publisher: isApproval };

/** What is approved. `encoded` is exactly as received or made; approvals and ids are over it. */
export class Body extends Faceless {
  readonly kind: string;
  readonly collective: Uint8Array | null;
  readonly charter: number;
  readonly object: Uint8Array;
  readonly version: number;
  readonly previous: Uint8Array | null;
  readonly until: number;
  readonly content: wire.ValueMap;
  readonly encoded: Uint8Array;
  /** SHA-256 of `encoded`. */
  readonly hash: Uint8Array;

  constructor(fields: wire.Shaped<typeof BODY>, encoded: Uint8Array) {
    super();
    this.kind = fields.kind;
    this.collective = fields.collective;
    this.charter = fields.charter;
    this.object = fields.object;
    this.version = fields.version;
    this.previous = fields.previous;
    this.until = fields.until;
    this.content = fields.content;
    this.encoded = encoded;
    this.hash = digest(encoded);
  }

  protected override get face(): string {
    return "Body";
  }
}

/** A body with its approvals, and who publishes it; nothing judged yet. */
export interface Statement {
  readonly body: Body;
  readonly approvals: readonly Approval[];
  readonly publisher: Approval;
}

/** A fresh 16-byte object id. */
export function newObject(): Uint8Array {
  return randomBytes(OBJECT_SIZE);
}

/** What {@link makeBody} is to write. `previous` is the version it continues. */
export interface BodyPlan {
  readonly collective: Uint8Array | null;
  readonly charter: number;
  readonly objectId: Uint8Array;
  readonly until: number;
  readonly previous?: Body | null;
}

/** The body of a statement. */
export function makeBody(kind: string, content: wire.ValueMap, { collective, charter, objectId, until, previous = null }: BodyPlan): Body {
  return parseBody(
    wire.encode({
      kind,
      collective,
      charter,
      object: objectId,
      version: previous === null ? 1 : previous.version + 1,
      previous: previous === null ? null : previous.hash,
      until,
      content,
    }),
  );
}

/**
 * A body from its encoding; its content is not judged yet.
 *
 * @throws WrongShape, NotDeterministic, TooLarge malformed.
 */
export function parseBody(encoded: Uint8Array): Body {
  const f = wire.shaped(wire.decode(encoded, wire.STATEMENT_SIZES.at(-1)), "statement", BODY);
  const single = SINGLE_KINDS.includes(f.kind);
  if ((f.version === 1) !== (f.previous === null) || f.version < 1 || single !== sameBytes(f.object, SINGLE)) {
    throw new WrongShape("statement: version and object do not go together");
  }
  return new Body(f, encoded);
}

/** A device's 64-byte signature over the body alone: losing the race for the head costs no human anything. */
export function approve(device: SigningSeed, body: Body): Uint8Array {
  return signing.sign(device, Purpose.APPROVE, body.collective, body.hash);
}

/**
 * Returns if the device approved.
 *
 * @throws BadSignature it did not.
 */
export function checkApproval(deviceKey: Uint8Array, signature: Uint8Array, body: Body): void {
  signing.verify(deviceKey, signature, Purpose.APPROVE, body.collective, body.hash);
}

/** The publisher's signature over where the body stands. */
export function signPublication(device: SigningSeed, place: Place, body: Body, collective: Uint8Array): Uint8Array {
  return signing.sign(device, Purpose.PUBLISH, collective, digest(place.encode()), body.hash);
}

/**
 * Returns if this device published the body at this place.
 *
 * @throws BadSignature it did not.
 */
export function checkPublication(deviceKey: Uint8Array, signature: Uint8Array, place: Place, body: Body, collective: Uint8Array): void {
  signing.verify(deviceKey, signature, Purpose.PUBLISH, collective, digest(place.encode()), body.hash);
}

/** The key of the last statement that was sealed or opened, for it is the next one's too: it stays as long as E does, from which anybody could derive it. */
const keys = new WeakMap<EpochSecret, { readonly collective: Uint8Array; readonly epoch: number; readonly key: AeadKey }>();

function keyOf(secret: EpochSecret, collective: Uint8Array, epoch: number): AeadKey {
  const known = keys.get(secret);
  if (known?.epoch === epoch && sameBytes(known.collective, collective)) return known.key;
  const key = derive(AeadKey, secret, Purpose.BOARD, collective, epoch);
  keys.set(secret, { collective: collective.slice(), epoch, key });
  return key;
}

function sealOf(secret: EpochSecret, place: Place, collective: Uint8Array): [AeadKey, Uint8Array] {
  return [keyOf(secret, collective, place.epoch), context(Purpose.BOARD, collective, place.encode())];
}

/**
 * The blob for `place`, under the E of its epoch.
 *
 * @throws TooLarge the body does not fit into 64 KiB.
 */
export function sealStatement(statement: Statement, place: Place, secret: EpochSecret, collective: Uint8Array): Uint8Array {
  const plaintext = wire.encode({
    body: statement.body.encoded,
    approvals: statement.approvals.map((approval) => approval.value()),
    publisher: statement.publisher.value(),
  });
  return seal(...sealOf(secret, place, collective), wire.pad(plaintext, wire.STATEMENT_SIZES));
}

/**
 * The statement of a blob, not judged yet.
 *
 * @throws CannotOpen, WrongPadding, WrongShape, NotDeterministic, TooLarge it is none, or not of this place.
 */
export function openStatement(blob: Uint8Array, place: Place, secret: EpochSecret, collective: Uint8Array): Statement {
  const plaintext = wire.unpad(open(...sealOf(secret, place, collective), blob), wire.STATEMENT_SIZES);
  const f = wire.shaped(wire.decode(plaintext), "statement", STATEMENT);
  return { body: parseBody(f.body), approvals: f.approvals.map((value) => Approval.parse(value)), publisher: Approval.parse(f.publisher) };
}
