/** The box that brings a device back on another phone: its 12 words name it and open it (protocol §7.6). */

import { isLeaf } from "./announced";
import { Bundle } from "./bundle";
import { context, derive, deriveBytes, Purpose } from "./context";
import type { Device } from "./device";
import * as keytree from "./keytree";
import { open, seal, SEAL_OVERHEAD } from "./sealing";
import { AeadKey, GateSeed, NotesKey, TreeSeed } from "./secrets";
import * as wire from "./wire";

/** One box in each period of so many seconds. It lies there for several, so that months without a connection lose nothing. */
export const PERIOD = 90 * 86_400;
/** When a box expires, in seconds after its period began: a clock that is wrong does not show. The relay takes none for longer than 400 days. */
export const KEPT = 390 * 86_400;
/** How many periods before the present one can still have a box. */
export const BEFORE = 4;

const PADDED = [wire.SMALL_BOX - SEAL_OVERHEAD];

/** What a device needs beside its own keys to begin again: where it belongs, and the keys it was given there. */
export interface Belongings {
  readonly collective: Uint8Array;
  readonly alias: string;
  /** Unix seconds. */
  readonly joined: number;
  /** Entry hash of the newest valid announcement when this was written, 32 bytes. */
  readonly announcement: Uint8Array;
  readonly planting: number;
  readonly leaf: number;
  /** Path keys of `planting`, by node. */
  readonly keys: keytree.NodeKeys;
  /** The moderators' bundle of the same planting, if the device moderates. */
  readonly bundle: Bundle | null;
}

const BELONGINGS = {
  collective: wire.isBytes(32),
  alias: wire.isText(1, 40),
  joined: wire.isUint,
  announcement: wire.isBytes(32),
  planting: wire.isUint,
  leaf: isLeaf,
  keys: wire.isBytes(keytree.PATH_KEYS_SIZE),
  bundle: wire.nullable(wire.isMap),
};
const BUNDLE = { tree: wire.isBytes(32), gate: wire.isBytes(32), notes: wire.isBytes(32) };

/** As a value for `wire.encode`. */
export function belongingsValue({ collective, alias, joined, announcement, planting, leaf, keys, bundle }: Belongings): wire.ValueMap {
  return {
    collective,
    alias,
    joined,
    announcement,
    planting,
    leaf,
    keys: keytree.encodePathKeys(keys),
    bundle: bundle && { tree: bundle.tree.reveal(), gate: bundle.gate.reveal(), notes: bundle.notes.reveal() },
  };
}

/**
 * Back from {@link belongingsValue}.
 *
 * @throws {@link WrongShape}, {@link WrongLength} it is none.
 */
export function parseBelongings(value: wire.Value): Belongings {
  const f = wire.shaped(value, "belongings", BELONGINGS);
  const its = f.bundle === null ? null : wire.shaped(f.bundle, "belongings", BUNDLE);
  const bundle = its && new Bundle(f.planting, new TreeSeed(its.tree), new GateSeed(its.gate), new NotesKey(its.notes));
  return { ...f, keys: keytree.decodePathKeys(f.leaf, f.keys), bundle };
}

/** The number of the period that a time, in Unix seconds, lies in. */
export function periodOf(now: number): number {
  return Math.floor(now / PERIOD);
}

/** The 32-byte id of a device's recovery box in a period. From the sign seed, which nobody else has: moderators know the box secret. */
export function recoveryBox(device: Device, period: number): Uint8Array {
  return deriveBytes(device.sign, Purpose.RECOVERY_BOX, null, period);
}

function keyOf(device: Device, period: number): AeadKey {
  return derive(AeadKey, device.sign, Purpose.RECOVERY_KEY, null, period);
}

function placeOf(device: Device, period: number): Uint8Array {
  return context(Purpose.RECOVERY, null, recoveryBox(device, period));
}

/** The 4,096 bytes of a recovery box. */
export function sealRecovery(device: Device, period: number, belongings: Belongings): Uint8Array {
  return seal(keyOf(device, period), placeOf(device, period), wire.pad(wire.encode(belongingsValue(belongings)), PADDED));
}

/**
 * What stands in a device's recovery box of this period.
 *
 * @throws {@link CannotOpen}, {@link WrongPadding}, {@link WrongShape}, {@link WrongLength}, {@link NotDeterministic} it is not this device's.
 */
export function openRecovery(device: Device, period: number, blob: Uint8Array): Belongings {
  return parseBelongings(wire.decode(wire.unpad(open(keyOf(device, period), placeOf(device, period), blob), PADDED)));
}
