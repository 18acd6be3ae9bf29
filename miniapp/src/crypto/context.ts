/** Purposes, and the context that binds every derivation, seal and signature to one (protocol §1.3, §1.7). */

import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Kind, Secret } from "./secrets";
import { encode, type Value } from "./wire";

export const PROTOCOL = "parasol/1";
export const VERSION = 1;

/** Every purpose there is. No two uses share one (protocol §1.7). */
export const Purpose = {
  DEVICE_SEED: "device-seed",
  DEVICE_SIGN: "device-sign",
  DEVICE_KEM: "device-kem",
  DEVICE_BOX: "device-box",
  NODE: "node",
  COMMIT: "commit",
  WRAP: "wrap",
  LINK: "link",
  ANNOUNCEMENT: "announcement",
  APPROVE_ANNOUNCEMENT: "approve-announcement",
  COSIGNER: "cosigner",
  COSIGN: "cosign",
  GATE: "gate",
  GATE_ENTRY: "gate-entry",
  GATE_CHALLENGE: "gate-challenge",
  ENTRY: "entry",
  BOARD: "board",
  APPROVE: "approve",
  PUBLISH: "publish",
  SAFETY_WORDS: "safety-words",
  LOG: "log",
  BUNDLE_COMMIT: "bundle-commit",
  INVITE_BOX: "invite-box",
  INVITE_KEY: "invite-key",
  INVITE_SIGN: "invite-sign",
  INVITE: "invite",
  JOIN_INVITE: "join-invite",
  JOIN_DEVICE: "join-device",
  ACCEPT: "accept",
  BOX_PATH: "box-path",
  BOX_BUNDLE: "box-bundle",
  PATH_KEYS: "path-keys",
  BUNDLE: "bundle",
  RECOVERY_BOX: "recovery-box",
  RECOVERY_KEY: "recovery-key",
  RECOVERY: "recovery",
  HANDOVER_SEED: "handover-seed",
  HANDOVER_BOX: "handover-box",
  HANDOVER_KEY: "handover-key",
  HANDOVER: "handover",
  DESK_MEMBERSHIP: "desk-membership",
  DESK: "desk",
  FOLLOW_UP: "follow-up",
  ALIAS: "alias",
  MAIL_TAG: "mail-tag",
  MAIL: "mail",
  MATCH_SALT: "match-salt",
  MATCH_TOKEN: "match-token",
  PING: "ping",
  PING_CODE: "ping-code",
  VAULT_KEY: "vault-key",
  VAULT_NAME: "vault-name",
  VAULT_RECORD: "vault-record",
  SECOND_HOME: "second-home",
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

/**
 * The deterministic CBOR of `["parasol/1", purpose, collective, …rest]` (protocol §1.3).
 *
 * @param collective - the 32-byte collective id, or `null` where none is known yet.
 * @param rest - further values that {@link encode} takes.
 */
export function context(purpose: Purpose, collective: Uint8Array | null, ...rest: Value[]): Uint8Array {
  return encode([PROTOCOL, purpose, collective, ...rest]);
}

/** 32 bytes of HKDF-SHA256 without salt, with the context as `info` (RFC 5869). For what is not secret: names of boxes, commitments. */
export function deriveBytes(key: Secret, purpose: Purpose, collective: Uint8Array | null, ...rest: Value[]): Uint8Array {
  return hkdf(sha256, key.reveal(), undefined, context(purpose, collective, ...rest), 32);
}

/** As {@link deriveBytes}, cut to the size of `kind` and wrapped in it. Kinds of 16 bytes take the first 16 of 32. */
export function derive<S extends Secret>(kind: Kind<S>, key: Secret, purpose: Purpose, collective: Uint8Array | null, ...rest: Value[]): S {
  return new kind(deriveBytes(key, purpose, collective, ...rest).subarray(0, kind.size));
}

/** SHA-256, 32 bytes. */
export function digest(data: Uint8Array): Uint8Array {
  return sha256(data);
}
