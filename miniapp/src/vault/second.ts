/**
 * The second home (protocol §11, ADR 0019): a sealed copy, kept by Telegram's client, of what cannot be had again when a webview's own store
 * is thrown away. Her 12 words open it, and nothing else: no PIN is strong enough for a copy that lies outside the vault.
 *
 * Somebody whose words were never shown has none.
 */

import type { ClientStorage } from "../bridge/storage";
import { BytesMap } from "../alerts/keyed";
import type { Member, MemberState } from "../alerts/member";
import { bringForward, FORM } from "../alerts/migrations";
import { Receipt } from "../alerts/receipt";
import { belongingsOf, hasBelongings } from "../alerts/returning";
import { context, derive, Purpose } from "../crypto/context";
import type { Device } from "../crypto/device";
import { Refused, WrongShape } from "../crypto/errors";
import { belongingsValue, parseBelongings, type Belongings } from "../crypto/recovery";
import { open, seal } from "../crypto/sealing";
import { AeadKey } from "../crypto/secrets";
import * as wire from "../crypto/wire";

/** A name that says nothing to who looks at what a client keeps. */
export const KEPT = "kept";
/** Always so much, so that nobody sees whether she reports; and no more, since there is room for 5 MB as text. Bytes. */
const SIZE = 1024 * 1024;
/** Room for all that is not a receipt. Bytes. */
const OTHERS = 256 * 1024;

/** As many follow-ups of one report may have been said since a copy was made. */
const SAID_SINCE = 64;

const COPY = { form: wire.isUint, belongings: wire.isMap, receipts: wire.isListOf(wire.isMap), outbox: wire.isListOf(wire.isMap) };

/** What a copy brings back, beside the device's own keys. */
export interface Copy {
  readonly belongings: Belongings;
  /** Her reports, their answers, and what she had not sent. */
  readonly own: Pick<MemberState, "receipts" | "outbox">;
}

function keyOf(device: Device): AeadKey {
  return derive(AeadKey, device.sign, Purpose.SECOND_HOME, null);
}

/** The copy of a device, ready to be sealed; `null` while the device has nowhere to come back to. */
function copyOf(device: Member): wire.ValueMap | null {
  if (!hasBelongings(device)) return null;
  // A restored relay asks for what was posted; that is the vault's to give.
  const { receipts, outbox } = device.state();
  let room = SIZE - OTHERS;
  const newest = receipts
    .toSorted((one, other) => other.sent - one.sent)
    // Sealed again when it is sent again.
    .map((receipt) => ({ ...receipt, sealed: null }))
    .filter((receipt) => (room -= wire.encode(receipt).length) > 0);
  return { form: FORM, belongings: belongingsValue(belongingsOf(device)), receipts: newest, outbox };
}

/** The copy that Telegram's client keeps for this device. */
export class SecondHome {
  private readonly storage: ClientStorage;

  constructor(storage: ClientStorage) {
    this.storage = storage;
  }

  /**
   * Writes the copy, in whole and sealed anew, whether it says something new or not: when it is written must not tell what she did. A device
   * that has nowhere to come back to yet has none.
   *
   * The client is told before this returns, so that what is told it afterwards comes after.
   *
   * @throws NotKept the client does not keep it; what stood there stands there still.
   * @throws TooLarge there is more than is ever kept there.
   */
  async keep(device: Member): Promise<void> {
    const copy = copyOf(device);
    if (copy === null) return;
    const sealed = seal(keyOf(device.device), context(Purpose.SECOND_HOME, null), wire.pad(wire.encode(copy), [SIZE]));
    await this.storage.set(KEPT, toText(sealed));
  }

  /**
   * The copy of this device; `null` if there is none, or it is somebody else's.
   *
   * @throws NotKept the client does not answer.
   */
  async find(device: Device): Promise<Copy | null> {
    const text = await this.storage.get(KEPT);
    if (text === null) return null;
    try {
      return read(wire.unpad(open(keyOf(device), context(Purpose.SECOND_HOME, null), fromText(text)), [SIZE]));
    } catch (error) {
      // Whatever else lies there, or a later version's: then the relay may know.
      if (error instanceof Refused) return null;
      throw error;
    }
  }
}

function read(bytes: Uint8Array): Copy {
  const { form, belongings, receipts, outbox } = wire.shaped(wire.decode(bytes), "second home", COPY);
  const its = parseBelongings(belongings);
  return { belongings: its, own: bringForward({ form, collective: its.collective, receipts, outbox }) as unknown as Copy["own"] };
}

/** Gives a device that begins again what was its own. */
export function giveBack(device: Member, { receipts, outbox }: Copy["own"]): void {
  device.receipts = new BytesMap(receipts.map((receipt) => [receipt.id, Receipt.fromState(receipt)]));
  // The copy may be older than what she said last, and moderators' devices take no number twice (protocol §8.3).
  for (const receipt of device.receipts.values()) receipt.counter += SAID_SINCE;
  device.outbox = [...outbox];
  // Letters came meanwhile: they are asked for from the beginning, once.
  device.mailAgain = 0;
}

/** Base64: a client keeps texts. */
function toText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x6000) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  return parts.join("");
}

function fromText(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    throw new WrongShape("second home: it is no base64");
  }
}
