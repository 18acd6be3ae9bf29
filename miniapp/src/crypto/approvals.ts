/** Approvals: who signed, as place in the charter, and the signature (protocol §3.5, §6.2). */

import * as wire from "./wire";

export const PERSON_SIZE = 16;

/** An approval as it travels. */
export type ApprovalValue = [person: Uint8Array, device: number, signature: Uint8Array];

/** `person`: 16-byte id in the charter; `device`: index in her list; `signature`: 64 bytes. */
export class Approval {
  readonly person: Uint8Array;
  readonly device: number;
  readonly signature: Uint8Array;

  constructor(person: Uint8Array, device: number, signature: Uint8Array) {
    this.person = person;
    this.device = device;
    this.signature = signature;
  }

  value(): ApprovalValue {
    return [this.person, this.device, this.signature];
  }

  /** From a value that passed {@link isApproval}. */
  static parse(value: ApprovalValue): Approval {
    return new Approval(...value);
  }
}

const isPerson = wire.isBytes(PERSON_SIZE);
const isSignature = wire.isBytes(64);

export function isApproval(value: wire.Value): value is ApprovalValue {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [person = null, device = null, signature = null] = value;
  return isPerson(person) && wire.isUint(device) && isSignature(signature);
}

export const isApprovals = wire.isListOf(isApproval, 1, 64);
