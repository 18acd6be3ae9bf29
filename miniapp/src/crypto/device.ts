/** A device's keys, and the words they can be written down as (protocol §2.1). */

import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist as WORDS } from "@scure/bip39/wordlists/english.js";

import { context, derive, digest, Purpose } from "./context";
import { BadInput } from "./errors";
import { kemPublicKey } from "./sealing";
import { BoxSecret, DeviceEntropy, DeviceSeed, KemSeed, SigningSeed } from "./secrets";
import * as signing from "./signing";
import { stretch } from "./stretch";

/** Everything a device can do follows from this. Nothing of it is ever linked to a Telegram id. */
export class Device {
  readonly sign: SigningSeed;
  readonly kem: KemSeed;
  readonly box: BoxSecret;

  constructor(sign: SigningSeed, kem: KemSeed, box: BoxSecret) {
    this.sign = sign;
    this.kem = kem;
    this.box = box;
  }

  /** Ed25519 public key, 32 bytes. */
  get signingKey(): Uint8Array {
    return signing.publicKey(this.sign);
  }

  /** X-Wing public key, 1,216 bytes. */
  get kemKey(): Uint8Array {
    return kemPublicKey(this.kem);
  }
}

/** One of a moderator's one-time keys to cosign announcements with, so that the relay cannot tell who cosigns (protocol §4.3). */
export function cosigner(device: Device, collective: Uint8Array, index: number): SigningSeed {
  return derive(SigningSeed, device.sign, Purpose.COSIGNER, collective, index);
}

/** The device behind 128 random bits. Stretched, so that guessing at a half-read list of words is slow. */
export async function deviceFromEntropy(entropy: DeviceEntropy): Promise<Device> {
  const salt = digest(context(Purpose.DEVICE_SEED, null)).slice(0, 16);
  const seed = new DeviceSeed(await stretch(entropy.reveal(), salt));
  return new Device(
    derive(SigningSeed, seed, Purpose.DEVICE_SIGN, null),
    derive(KemSeed, seed, Purpose.DEVICE_KEM, null),
    derive(BoxSecret, seed, Purpose.DEVICE_BOX, null),
  );
}

/** 12 words of the English BIP-39 list. */
export function toWords(entropy: DeviceEntropy): string {
  return entropyToMnemonic(entropy.reveal(), WORDS);
}

/** How many words 128 bits are. */
export const WORDS_COUNT = 12;

/** What is wrong with recovery words: how many there are, the place of the first that is none (from 1), or that they do not belong together. */
export type WordsFault =
  | { readonly is: "count"; readonly count: number }
  | { readonly is: "word"; readonly place: number }
  | { readonly is: "together" };

/** The entropy behind 12 words, in any case and spacing; or what is wrong with them. Never a word. */
export function judgeWords(words: string): DeviceEntropy | WordsFault {
  const typed = words.toLowerCase().split(/\s+/u).filter(Boolean);
  // 15 to 24 words are good BIP-39 too, but of another length. The library would fold look-alikes first; the twin does not.
  if (typed.length !== WORDS_COUNT) return { is: "count", count: typed.length };
  const place = typed.findIndex((word) => !WORDS.includes(word));
  if (place >= 0) return { is: "word", place: place + 1 };
  try {
    return new DeviceEntropy(mnemonicToEntropy(typed.join(" "), WORDS));
  } catch {
    return { is: "together" };
  }
}

/**
 * Back from the 12 words, in any case and spacing.
 *
 * @throws {@link BadInput} not 12 words of the list, or their checksum is wrong. The message says which; never a word.
 */
export function fromWords(words: string): DeviceEntropy {
  const judged = judgeWords(words);
  if (judged instanceof DeviceEntropy) return judged;
  switch (judged.is) {
    case "count":
      throw new BadInput(`there are ${WORDS_COUNT} recovery words; these are ${judged.count}`);
    case "word":
      throw new BadInput(`word ${judged.place} is not one of the words there are; please compare it again`);
    case "together":
      throw new BadInput("these 12 words do not belong together: one of them is another, or their order is");
  }
}

/**
 * Six words and twenty digits, two faces of the same 66 bits, to compare with a friend (protocol §6.7).
 *
 * @param announcementHash - entry hash of the newest valid announcement, 32 bytes.
 */
export async function safetyWords(collective: Uint8Array, announcementHash: Uint8Array): Promise<[words: string, digits: string]> {
  const password = context(Purpose.SAFETY_WORDS, collective, announcementHash);
  const stretched = await stretch(password, digest(password).slice(0, 16), { size: 16 });
  const number = stretched.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n) >> 62n;
  const words = Array.from({ length: 6 }, (_, i) => WORDS[Number((number >> BigInt(55 - 11 * i)) & 2047n)]);
  const digits = number.toString().padStart(20, "0");
  return [words.join(" "), digits.match(/.{5}/gu)?.join(" ") ?? ""];
}
