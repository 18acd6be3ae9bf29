/** Gates: the relay knows that somebody belongs, not who she is (protocol §4). */

import { derive, Purpose } from "./context";
import { SigningSeed, type EpochSecret, type GateSeed } from "./secrets";
import * as signing from "./signing";

export type Role = "member" | "moderator";

export const CHALLENGE_SIZE = 32;

/** What a token of each purpose may do, and which roles can have it (protocol §4.2). */
export const TOKEN_PURPOSES = {
  read: ["member"],
  desk: ["member"],
  box: ["member", "moderator"],
  board: ["moderator"],
  log: ["moderator"],
  inbox: ["moderator"],
  mail: ["moderator"],
  erase: ["moderator"],
  heal: ["member", "moderator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type TokenPurpose = keyof typeof TOKEN_PURPOSES;

/** The gate that all members of an epoch share. */
export function memberGate(secret: EpochSecret, collective: Uint8Array, epoch: number): SigningSeed {
  return derive(SigningSeed, secret, Purpose.GATE, collective, "member", epoch);
}

/** The gate that all moderators share in an epoch. */
export function moderatorGate(seed: GateSeed, collective: Uint8Array, epoch: number): SigningSeed {
  return derive(SigningSeed, seed, Purpose.GATE, collective, "moderator", epoch);
}

/** The 64-byte signature that earns a token of `tokenPurpose`. */
export function answerChallenge(
  gate: SigningSeed,
  collective: Uint8Array,
  tokenPurpose: TokenPurpose,
  role: Role,
  epoch: number,
  challenge: Uint8Array,
): Uint8Array {
  return signing.sign(gate, Purpose.GATE_CHALLENGE, collective, tokenPurpose, role, epoch, challenge);
}

/**
 * Returns if the answer holds.
 *
 * @throws {@link BadSignature} it does not.
 */
export function checkAnswer(
  gatePublicKey: Uint8Array,
  signature: Uint8Array,
  collective: Uint8Array,
  tokenPurpose: TokenPurpose,
  role: Role,
  epoch: number,
  challenge: Uint8Array,
): void {
  signing.verify(gatePublicKey, signature, Purpose.GATE_CHALLENGE, collective, tokenPurpose, role, epoch, challenge);
}
