/** What a device takes with it to another phone, and how it begins again there (protocol §7.6). */

import { deviceFromEntropy, type Device } from "../crypto/device";
import { NotAllowed, Refused, WrongCommitment } from "../crypto/errors";
import { BEFORE, KEPT, PERIOD, openRecovery, periodOf, recoveryBox, sealRecovery, type Belongings } from "../crypto/recovery";
import type { DeviceEntropy } from "../crypto/secrets";
import { sameBytes } from "./keyed";
import { Member } from "./member";
import { Moderator } from "./moderator";
import type { BoxFill, RelayClient } from "./sync";

/**
 * What this device needs to begin again elsewhere.
 *
 * @throws NotAllowed it does not have all of it yet: its path keys, and the bundle if the charter names it.
 */
export function belongingsOf(device: Member): Belongings {
  const { board, collective, alias, joined } = device;
  const path = board.founded ? device.paths.get(board.charter.planting) : undefined;
  if (path === undefined) throw new NotAllowed("no moderator's phone has let this device in yet; it will, and then you can do this");
  let bundle = null;
  if (board.charter.placeOf(device.device.signingKey) !== null) {
    if (!(device instanceof Moderator) || !device.moderates) {
      throw new NotAllowed("this device waits for the moderators' keys; sync again, and then you can do this");
    }
    bundle = device.bundle;
  }
  return { collective, alias, joined, announcement: board.epoch.hash, planting: board.charter.planting, leaf: path.leaf, keys: path.keys, bundle };
}

/** Whether {@link belongingsOf} has all that it needs. */
export function hasBelongings(device: Member): boolean {
  try {
    belongingsOf(device);
    return true;
  } catch (error) {
    if (error instanceof NotAllowed) return false;
    throw error;
  }
}

/** The recovery box that is to be posted now, and its period; `null` if there is none. */
export function boxDue(device: Member, now: number): { readonly period: number; readonly fill: BoxFill } | null {
  const period = periodOf(now);
  if (!hasBelongings(device) || !device.recoverable.isDue(period, now)) return null;
  const blob = sealRecovery(device.device, period, belongingsOf(device));
  return { period, fill: { id: recoveryBox(device.device, period), blob, expires: period * PERIOD + KEPT, burnable: false } };
}

/** The same device, as it is before it has read anything. */
export function beginAgain(entropy: DeviceEntropy, device: Device, belongings: Belongings, now: number): Member {
  const { collective, alias, joined, planting, leaf, keys, bundle } = belongings;
  const kind = bundle === null ? Member : Moderator;
  const again = new kind(entropy, device, collective, alias, joined);
  again.paths.set(planting, { leaf, keys });
  if (again instanceof Moderator && bundle !== null) again.bundles.set(planting, bundle);
  again.now = now;
  // Letters are for receipts, and those stayed on the other phone.
  again.mailAgain = now;
  return again;
}

/**
 * Returns if the announcement that was the newest when this was written is a valid one of the board that was read.
 *
 * @throws WrongCommitment it is not: the relay shows another history, or one that ends before it.
 */
export function checkHistory(device: Member, { announcement }: Belongings): void {
  if (![...device.board.epochs.values()].some((epoch) => sameBytes(epoch.hash, announcement))) {
    throw new WrongCommitment("what the relay shows is another history than this device knew, or an older one");
  }
}

/** What the words lead to. */
export interface Found {
  readonly device: Device;
  readonly period: number;
  readonly belongings: Belongings;
}

/**
 * The newest recovery box that is still there of the device behind this entropy; `null` if there is none.
 *
 * @throws Refused none of those that are there is this device's.
 */
export async function findRecovery(relay: RelayClient, entropy: DeviceEntropy, now: number): Promise<Found | null> {
  const device = await deviceFromEntropy(entropy);
  let refused: Refused | null = null;
  for (let period = periodOf(now); period >= Math.max(0, periodOf(now) - BEFORE); period--) {
    const blob = await relay.box(recoveryBox(device, period));
    if (blob === null) continue;
    try {
      return { device, period, belongings: openRecovery(device, period, blob) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused = error;
    }
  }
  if (refused !== null) throw refused;
  return null;
}
