/** Mail: what moderators send back to a report's receipt, recognised by tags only that device knows (protocol §8.4). */

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat } from "../crypto/bytes";
import { context, derive, digest, Purpose } from "../crypto/context";
import { NotAModerator, WrongShape } from "../crypto/errors";
import { open, seal } from "../crypto/sealing";
import { AeadKey, randomBytes, type AnswerKey, type SigningSeed, type TagKey } from "../crypto/secrets";
import { MAIL_BLOBS, MAIL_TAG_SIZE } from "../crypto/shelves";
import * as signing from "../crypto/signing";
import * as wire from "../crypto/wire";
import type { Charter } from "./charter";
import { Faceless } from "./faces";
import { sameBytes } from "./keyed";
import type { LetterBody } from "./receipt";

export const KINDS = ["received", "question", "status", "preview"] as const;
export type LetterKind = (typeof KINDS)[number];
/** What a letter may say of a report: what moderators can bring about. That she withdrew it, or has not sent it, only she can. */
export const STATUSES = [
  "received",
  "claimed",
  "needs-info",
  "shown",
  "approved",
  "held",
  "so-far",
  "published",
  "declined",
  "merged",
  "retracted",
] as const;
export type LetterStatus = (typeof STATUSES)[number];
const NONCE = 16;

const ITEM = { tag: wire.isBytes(MAIL_TAG_SIZE), blob: wire.isBytes(...MAIL_BLOBS) };
const MAIL = { body: wire.isBytes(), signer: wire.isBytes(32), signature: wire.isBytes(64) };
const BODY = {
  report: wire.isBytes(16),
  kind: wire.isOneOf(...KINDS),
  charter: wire.isUint,
  time: wire.isUint,
  text: wire.isText(0, 8000),
  status: wire.nullable(wire.isOneOf(...STATUSES)),
  question: wire.nullable(wire.isUint),
  preview: wire.nullable(wire.isMap),
};

/** As it travels: a 32-byte tag and a sealed blob. */
export class MailItem {
  readonly tag: Uint8Array;
  readonly blob: Uint8Array;

  constructor(tag: Uint8Array, blob: Uint8Array) {
    this.tag = tag;
    this.blob = blob;
  }

  value(): { tag: Uint8Array; blob: Uint8Array } {
    return { tag: this.tag, blob: this.blob };
  }
}

/** A piece of mail whose signature holds, by the person of the charter who sent it. */
export class Letter extends Faceless {
  readonly person: Uint8Array;
  readonly body: LetterBody;

  constructor(person: Uint8Array, body: LetterBody) {
    super();
    this.person = person;
    this.body = body;
  }

  protected override get face(): string {
    return "Letter";
  }
}

/**
 * A mail item from its decoded form.
 *
 * @throws WrongShape malformed, or of a size no padding gives.
 */
export function parseMail(value: wire.Value): MailItem {
  const f = wire.shaped(value, "mail", ITEM);
  return new MailItem(f.tag, f.blob);
}

function tagOf(key: TagKey, collective: Uint8Array, nonce: Uint8Array): Uint8Array {
  const mac = hmac(sha256, key.reveal(), context(Purpose.MAIL_TAG, collective, nonce));
  return concat(nonce, mac.slice(0, MAIL_TAG_SIZE - NONCE));
}

/** Whether this mail is for the report with this tag key. Nobody measures how long it takes: the answer leaves no device. */
export function isFor(key: TagKey, collective: Uint8Array, item: MailItem): boolean {
  return sameBytes(tagOf(key, collective, item.tag.slice(0, NONCE)), item.tag);
}

function sealOf(answer: AnswerKey, collective: Uint8Array, tag: Uint8Array): [AeadKey, Uint8Array] {
  return [derive(AeadKey, answer, Purpose.MAIL, collective), context(Purpose.MAIL, collective, tag)];
}

/** What {@link writeMail} needs: to which report, by whose device, under which charter, when (Unix seconds), and what it says. */
export interface LetterPlan {
  readonly report: Uint8Array;
  readonly answer: AnswerKey;
  readonly tag: TagKey;
  readonly device: SigningSeed;
  readonly collective: Uint8Array;
  readonly charter: number;
  readonly now: number;
  readonly kind: LetterKind;
  readonly text?: string;
  readonly status?: LetterStatus | null;
  readonly question?: number | null;
  readonly preview?: wire.ValueMap | null;
}

/** A piece of mail to one report, signed by a moderator's device. */
export function writeMail(plan: LetterPlan): MailItem {
  const { report, answer, tag, device, collective, charter, now, kind, text = "", status = null, question = null, preview = null } = plan;
  const body = wire.encode({ report, kind, charter, time: now, text, status, question, preview });
  const signed = {
    body,
    signer: signing.publicKey(device),
    signature: signing.sign(device, Purpose.MAIL, collective, digest(body)),
  };
  const itsTag = tagOf(tag, collective, randomBytes(NONCE));
  return new MailItem(itsTag, seal(...sealOf(answer, collective, itsTag), wire.pad(wire.encode(signed), wire.STATEMENT_SIZES)));
}

/** Whose letter it should be, and by which charter its writer is judged. */
export interface Addressee {
  readonly report: Uint8Array;
  readonly answer: AnswerKey;
  readonly collective: Uint8Array;
  readonly charter: Charter;
}

/**
 * The letter, if a moderator of the newest charter wrote it to this report.
 *
 * @throws CannotOpen, WrongPadding, WrongShape, NotDeterministic, BadSignature it is no letter to this report.
 * @throws NotAModerator whoever wrote it is no moderator, or not any more.
 */
export function readMail(item: MailItem, { report, answer, collective, charter }: Addressee): Letter {
  const plaintext = wire.unpad(open(...sealOf(answer, collective, item.tag), item.blob), wire.STATEMENT_SIZES);
  const f = wire.shaped(wire.decode(plaintext), "mail", MAIL);
  signing.verify(f.signer, f.signature, Purpose.MAIL, collective, digest(f.body));
  const body = wire.shaped(wire.decode(f.body), "mail", BODY);
  if (!sameBytes(body.report, report)) throw new WrongShape("mail: to another report");
  if ((body.kind === "preview") !== (body.preview !== null)) {
    throw new WrongShape("mail: a preview without its text, or a text that is no preview");
  }
  const place = charter.placeOf(f.signer);
  if (place === null) throw new NotAModerator("mail by somebody who is no moderator, or not any more");
  return new Letter(place[0], { ...body });
}
