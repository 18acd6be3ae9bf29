/** The box by which one device hands everything that makes it one to another, beside it (protocol §7.7). */

import { context, derive, deriveBytes, digest, Purpose } from "./context";
import { BadInput } from "./errors";
import { belongingsValue, parseBelongings, type Belongings } from "./recovery";
import { open, seal, SEAL_OVERHEAD } from "./sealing";
import { AeadKey, DeviceEntropy, HandoverSeed, type InviteCode } from "./secrets";
import { SALT_SIZE, stretch } from "./stretch";
import * as wire from "./wire";

/** How long the box lies there at most, in seconds: whoever has seen the code can ask for one name after the other meanwhile. */
export const LASTS = 60;
/** How long the second device waits for its digits to be typed, in seconds. Nothing lies anywhere meanwhile. */
export const WAITS = 600;
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

/**
 * What the box's name and key come from. Stretched, so that each guess at the digits costs whoever has seen the code.
 *
 * @throws {@link StorageFailed} this machine does not have the memory.
 */
export async function handoverSeed(code: InviteCode, digits: number): Promise<HandoverSeed> {
  const salt = digest(context(Purpose.HANDOVER_SEED, null)).slice(0, SALT_SIZE);
  const typed = new TextEncoder().encode(String(digits).padStart(DIGITS, "0"));
  return new HandoverSeed(await stretch(Uint8Array.of(...code.reveal(), ...typed), salt));
}

/** The 32-byte id of the box. */
export function handoverBox(seed: HandoverSeed): Uint8Array {
  return deriveBytes(seed, Purpose.HANDOVER_BOX, null);
}

/** The 4,096 bytes of the box. */
export function sealHandover(seed: HandoverSeed, { entropy, belongings, words, period }: Handover): Uint8Array {
  const value = { entropy: entropy.reveal(), belongings: belongingsValue(belongings), words, period };
  return seal(keyOf(seed), placeOf(seed), wire.pad(wire.encode(value), PADDED));
}

/**
 * What stands in the box.
 *
 * @throws {@link CannotOpen}, {@link WrongPadding}, {@link WrongShape}, {@link WrongLength}, {@link NotDeterministic} it is not a box of this code and these digits.
 */
export function openHandover(seed: HandoverSeed, blob: Uint8Array): Handover {
  const f = wire.shaped(wire.decode(wire.unpad(open(keyOf(seed), placeOf(seed), blob), PADDED)), "handover", HANDOVER);
  return { ...f, entropy: new DeviceEntropy(f.entropy), belongings: parseBelongings(f.belongings) };
}

function keyOf(seed: HandoverSeed): AeadKey {
  return derive(AeadKey, seed, Purpose.HANDOVER_KEY, null);
}

function placeOf(seed: HandoverSeed): Uint8Array {
  return context(Purpose.HANDOVER, null, handoverBox(seed));
}
