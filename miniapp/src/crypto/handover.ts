/** The box by which one device hands everything that makes it one to another, beside it (protocol §7.7). */

import { context, derive, deriveBytes, Purpose } from "./context";
import { BadInput } from "./errors";
import { belongingsValue, parseBelongings, type Belongings } from "./recovery";
import { open, seal, SEAL_OVERHEAD } from "./sealing";
import { AeadKey, DeviceEntropy, type InviteCode } from "./secrets";
import * as wire from "./wire";

/** How long the box lies there at most, in seconds. */
export const LASTS = 600;
/** How many digits the second device shows. */
export const DIGITS = 6;

const PADDED = [wire.SMALL_BOX - SEAL_OVERHEAD];

/** A device, whole but for its receipts. */
export interface Handover {
  readonly entropy: DeviceEntropy;
  readonly belongings: Belongings;
  /** Whether its owner was shown the words. */
  readonly words: boolean;
  /** The newest period whose recovery box stands. */
  readonly period: number | null;
}

const HANDOVER = { entropy: wire.isBytes(16), belongings: wire.isMap, words: wire.isBool, period: wire.nullable(wire.isUint) };

/** What the second device shows: six digits, drawn at random. */
export function newDigits(): string {
  // What would make some numbers likelier than others is drawn again.
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    if (drawn < 4_294_000_000) return String(drawn % 10 ** DIGITS).padStart(DIGITS, "0");
  }
}

/**
 * What was typed of them, with spaces and hyphens anywhere.
 *
 * @throws {@link BadInput} not six digits.
 */
export function readDigits(text: string): number {
  const typed = text.replaceAll(/[\s-]/gu, "");
  if (!/^[0-9]{6}$/u.test(typed)) throw new BadInput(`the other device shows ${DIGITS} digits; type them as they stand there`);
  return Number(typed);
}

/** The 32-byte id of the box. */
export function handoverBox(code: InviteCode, digits: number): Uint8Array {
  return deriveBytes(code, Purpose.HANDOVER_BOX, null, digits);
}

/** The 4,096 bytes of the box. */
export function sealHandover(code: InviteCode, digits: number, { entropy, belongings, words, period }: Handover): Uint8Array {
  const value = { entropy: entropy.reveal(), belongings: belongingsValue(belongings), words, period };
  return seal(keyOf(code, digits), placeOf(code, digits), wire.pad(wire.encode(value), PADDED));
}

/**
 * What stands in the box.
 *
 * @throws {@link CannotOpen}, {@link WrongPadding}, {@link WrongShape}, {@link WrongLength}, {@link NotDeterministic} it is not a box of this code and these digits.
 */
export function openHandover(code: InviteCode, digits: number, blob: Uint8Array): Handover {
  const f = wire.shaped(wire.decode(wire.unpad(open(keyOf(code, digits), placeOf(code, digits), blob), PADDED)), "handover", HANDOVER);
  return { ...f, entropy: new DeviceEntropy(f.entropy), belongings: parseBelongings(f.belongings) };
}

function keyOf(code: InviteCode, digits: number): AeadKey {
  return derive(AeadKey, code, Purpose.HANDOVER_KEY, null, digits);
}

function placeOf(code: InviteCode, digits: number): Uint8Array {
  return context(Purpose.HANDOVER, null, handoverBox(code, digits));
}
