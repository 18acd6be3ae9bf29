/** Desk items, mail and boxes as they travel: their fields and fixed sizes (protocol §5.3). */

import { STATEMENT_BLOBS } from "./chain";
import { digest } from "./context";
import * as wire from "./wire";

export const HPKE_OVERHEAD = 1136;
export const DESK_SEALED: readonly number[] = wire.DESK_SIZES.map((size) => size + HPKE_OVERHEAD);
export const MAX_DESK_ITEM = Math.max(...DESK_SEALED) + 512;

/** A desk item as it travels (protocol §5.3). `encoded` is exactly as received; its SHA-256 is the item's id. */
export class DeskItem {
  readonly desk: number;
  readonly epoch: number;
  readonly sealed: Uint8Array;
  readonly inviteBox: Uint8Array | null;
  readonly join: Uint8Array | null;
  readonly encoded: Uint8Array;

  constructor(
    desk: number,
    epoch: number,
    sealed: Uint8Array,
    inviteBox: Uint8Array | null,
    join: Uint8Array | null,
    encoded: Uint8Array,
  ) {
    this.desk = desk;
    this.epoch = epoch;
    this.sealed = sealed;
    this.inviteBox = inviteBox;
    this.join = join;
    this.encoded = encoded;
  }

  get id(): Uint8Array {
    return digest(this.encoded);
  }
}

const DESK_ITEM = {
  desk: wire.isUint,
  epoch: wire.isUint,
  sealed: wire.isBytes(...DESK_SEALED),
  invite: wire.nullable(wire.isMap),
};

const INVITE = { box: wire.isBytes(32), join: wire.isBytes(32) };

/** A desk item with these fields; a join also names its invite's box and H(body). */
export function encodeDeskItem(
  desk: number,
  epoch: number,
  sealed: Uint8Array,
  invite: { readonly box: Uint8Array; readonly join: Uint8Array } | null = null,
): DeskItem {
  return parseDeskItem(wire.encode({ desk, epoch, sealed, invite: invite && { box: invite.box, join: invite.join } }));
}

/**
 * A desk item from its encoding.
 *
 * @throws {@link WrongShape}, {@link NotDeterministic}, {@link TooLarge} malformed, or of a size no padding gives.
 */
export function parseDeskItem(encoded: Uint8Array): DeskItem {
  const f = wire.shaped(wire.decode(encoded, MAX_DESK_ITEM), "desk item", DESK_ITEM);
  const invite = f.invite && wire.shaped(f.invite, "desk item's invite", INVITE);
  return new DeskItem(f.desk, f.epoch, f.sealed, invite && invite.box, invite && invite.join, encoded);
}

// ---- mail and boxes -----------------------------------------------------------------------------------------------

export const MAIL_TAG_SIZE = 32;
export const MAIL_BLOBS = STATEMENT_BLOBS;
export const BOX_ID_SIZE = 32;
export const BOX_BLOBS: readonly number[] = [wire.SMALL_BOX, wire.LARGE_BOX];
