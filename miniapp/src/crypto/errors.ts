/**
 * One family of errors. Each says whose fault it is, and carries a name that is the same in every implementation.
 *
 * `name` is what scenarios and vectors expect, and what protocol §10 lists. `detail` says in plain words what was wrong; it never holds
 * what people wrote, ids of chats, addresses or keys.
 */

/** Who has to do something about it. */
export const Fault = {
  /** The caller asked for something that cannot be. */
  OURS: "ours",
  /** Somebody else sent something that must be refused (protocol §10). */
  PEER: "peer",
  /** The relay cannot be reached, or answers nonsense. */
  TRANSPORT: "transport",
  /** This machine: a wrong passphrase, a full disk. */
  DEVICE: "device",
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** Root of the family. The name is written out in each class: minifiers rename classes. */
export class ParasolError extends Error {
  override readonly name: string = "ParasolError";
  readonly fault: Fault = Fault.OURS;
  readonly detail: string;

  constructor(detail = "") {
    super(detail);
    this.detail = detail;
  }

  override toString(): string {
    return this.detail || this.name;
  }
}

// ---- ours -----------------------------------------------------------------------------------------------------------

/** What a person or a caller handed in cannot be used. */
export class BadInput extends ParasolError {
  override readonly name = "BadInput";
}

/** This device may not do that, or not now. */
export class NotAllowed extends ParasolError {
  override readonly name = "NotAllowed";
}

// ---- the peer's: refused (protocol §10) -----------------------------------------------------------------------------

/** Something received must not be believed. */
export class Refused extends ParasolError {
  override readonly name: string = "Refused";
  override readonly fault = Fault.PEER;
}

/** Bytes that are not the one deterministic encoding of an allowed value (protocol §1.2). */
export class NotDeterministic extends Refused {
  override readonly name = "NotDeterministic";
}

/** Padding that is not 0x80 and zeros, or a padded size that is not allowed (protocol §1.8). */
export class WrongPadding extends Refused {
  override readonly name = "WrongPadding";
}

/** A byte string of a length it cannot have. */
export class WrongLength extends Refused {
  override readonly name = "WrongLength";
}

/** More than the protocol allows. */
export class TooLarge extends Refused {
  override readonly name = "TooLarge";
}

/** A field is missing, unknown or of the wrong type. */
export class WrongShape extends Refused {
  override readonly name = "WrongShape";
}

/** Speaks a version of the protocol this software does not. */
export class UnknownVersion extends Refused {
  override readonly name = "UnknownVersion";
}

/** A signature the strict rule does not accept (protocol §1.5). */
export class BadSignature extends Refused {
  override readonly name = "BadSignature";
}

/** A ciphertext that does not open under the key and context it must have. */
export class CannotOpen extends Refused {
  override readonly name = "CannotOpen";
}

/** Another collective's data. */
export class WrongCollective extends Refused {
  override readonly name = "WrongCollective";
}

/** An entry is missing, or entries are out of order. */
export class Gap extends Refused {
  override readonly name = "Gap";
}

/** An entry does not name the hash of the one before it. */
export class BrokenChain extends Refused {
  override readonly name = "BrokenChain";
}

/** The relay offers less than this device has already seen. */
export class RolledBack extends Refused {
  override readonly name = "RolledBack";
}

/** The relay offers another history than this device has already seen. */
export class Forked extends Refused {
  override readonly name = "Forked";
}

/** A blob that is not the one its header names. */
export class WrongBlob extends Refused {
  override readonly name = "WrongBlob";
}

/** An entry claims to be older than the one before it. */
export class TimeWentBack extends Refused {
  override readonly name = "TimeWentBack";
}

/** An entry claims to be from more than a day ahead of this device's clock; nothing could follow it. */
export class TimeAhead extends Refused {
  override readonly name = "TimeAhead";
}

/** A stub that no valid erase statement names. */
export class Withheld extends Refused {
  override readonly name = "Withheld";
}

/** The same approved body stands on the board already. */
export class PublishedTwice extends Refused {
  override readonly name = "PublishedTwice";
}

/** Published after the last date of its approvals, or with a last date too far ahead. */
export class ApprovalsExpired extends Refused {
  override readonly name = "ApprovalsExpired";
}

/** Not the successor of the last valid version of its object. */
export class WrongVersion extends Refused {
  override readonly name = "WrongVersion";
}

/** A new version of something that was retracted. */
export class AlreadyRetracted extends Refused {
  override readonly name = "AlreadyRetracted";
}

/** Names another charter than the one in force at its place. */
export class WrongCharter extends Refused {
  override readonly name = "WrongCharter";
}

/** Signed by someone who is no moderator, or not any more. */
export class NotAModerator extends Refused {
  override readonly name = "NotAModerator";
}

/** Approved by fewer people than needed; two devices of one person are one person. */
export class BelowQuorum extends Refused {
  override readonly name = "BelowQuorum";
}

/** *One moderator so far*, outside the conditions of protocol §6.3. */
export class SoFarNotAllowed extends Refused {
  override readonly name = "SoFarNotAllowed";
}

/** Names something that cannot be erased, or not every version of it. */
export class CannotErase extends Refused {
  override readonly name = "CannotErase";
}

/** A charter that breaks the rules of protocol §2.2. */
export class BadCharter extends Refused {
  override readonly name = "BadCharter";
}

/** An announcement or an entry with an epoch number it cannot have. */
export class WrongEpoch extends Refused {
  override readonly name = "WrongEpoch";
}

/** An entry under an epoch that is not the newest valid one at its place. */
export class OldEpoch extends Refused {
  override readonly name = "OldEpoch";
}

/** An epoch's secret, or a bundle, that is not what was committed to. */
export class WrongCommitment extends Refused {
  override readonly name = "WrongCommitment";
}

/** The link back does not open to the epoch before, or names another announcement than the last valid one. */
export class BrokenLink extends Refused {
  override readonly name = "BrokenLink";
}

/** The wraps do not match the cover computed from the removed leaves. */
export class WrongCover extends Refused {
  override readonly name = "WrongCover";
}

/** A removed leaf is missing from a later announcement of the same planting. */
export class RemovedReturns extends Refused {
  override readonly name = "RemovedReturns";
}

/** Gates that do not follow from the epoch. */
export class WrongGate extends Refused {
  override readonly name = "WrongGate";
}

/** A desk key that does not follow from the one before. */
export class WrongDeskKey extends Refused {
  override readonly name = "WrongDeskKey";
}

/** An announcement this device cannot open: it may have been removed; its moderators can tell. */
export class NotAddressed extends Refused {
  override readonly name = "NotAddressed";
}

/** A join by an invite the log does not know. */
export class UnknownInvite extends Refused {
  override readonly name = "UnknownInvite";
}

/** A join by an invite another device has used. */
export class InviteUsed extends Refused {
  override readonly name = "InviteUsed";
}

/** A join that arrived after its invite expired. */
export class InviteExpired extends Refused {
  override readonly name = "InviteExpired";
}

/** A join by an invite that was called back. */
export class InviteWithdrawn extends Refused {
  override readonly name = "InviteWithdrawn";
}

/** A join or restore by a device that was removed. */
export class RemovedDevice extends Refused {
  override readonly name = "RemovedDevice";
}

/** A desk item under an epoch it cannot have at its arrival. */
export class ReportEpoch extends Refused {
  override readonly name = "ReportEpoch";
}

/** A follow-up that the report's receipt did not sign. */
export class NotTheReceipt extends Refused {
  override readonly name = "NotTheReceipt";
}

/** A follow-up whose counter is not above the last. */
export class CounterWentBack extends Refused {
  override readonly name = "CounterWentBack";
}

/** The id of a known report with another content. */
export class ReportChanged extends Refused {
  override readonly name = "ReportChanged";
}

// ---- the transport's ------------------------------------------------------------------------------------------------

/** The relay does not answer. */
export class Unreachable extends ParasolError {
  override readonly name = "Unreachable";
  override readonly fault = Fault.TRANSPORT;
}

/** Something answers, but not a Parasol relay. */
export class NotARelay extends ParasolError {
  override readonly name = "NotARelay";
  override readonly fault = Fault.TRANSPORT;
}

/** The relay said no; `code` is the stable code of its problem document (protocol §5.8). */
export class RelayRefused extends ParasolError {
  override readonly name = "RelayRefused";
  override readonly fault = Fault.TRANSPORT;
  readonly code: string;
  readonly status: number;
  /** Seconds to wait before asking again, where the relay said so. */
  readonly retryAfter: number | null;

  constructor(code: string, detail = "", { status = 0, retryAfter = null }: { status?: number; retryAfter?: number | null } = {}) {
    super(detail || code);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

// ---- the device's ---------------------------------------------------------------------------------------------------

/** The vault does not open with this passphrase. */
export class WrongPassphrase extends ParasolError {
  override readonly name = "WrongPassphrase";
  override readonly fault = Fault.DEVICE;
}

/** This machine could not keep what it was asked to keep. */
export class StorageFailed extends ParasolError {
  override readonly name = "StorageFailed";
  override readonly fault = Fault.DEVICE;
}
