/** Seals with bound context: to a public key (HPKE with X-Wing), and under a shared key (XChaCha20-Poly1305) (protocol §1.1, §1.4). */

import { chacha20poly1305, xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ml_kem768_x25519 as xWing } from "@noble/post-quantum/hybrid.js";
import { concat } from "./bytes";
import { BadInput, CannotOpen, WrongLength, WrongShape } from "./errors";
import { randomBytes, type KemSeed, type Secret } from "./secrets";

export const KEM_PUBLIC_KEY_SIZE = 1216;
export const HPKE_OVERHEAD = 1136; // enc 1,120 and tag 16
export const NONCE_SIZE = 24;
export const TAG_SIZE = 16;
export const SEAL_OVERHEAD = NONCE_SIZE + TAG_SIZE;

const ENC_SIZE = 1120;
const EMPTY = new Uint8Array(0);
const ONCE = new Uint8Array(NONCE_SIZE);

// ---- to a public key ----------------------------------------------------------------------------------------------

/** The 1,216-byte X-Wing public key of `seed` (draft-connolly-cfrg-xwing-kem §5.2). */
export function kemPublicKey(seed: KemSeed): Uint8Array {
  return xWing.keygen(seed.reveal()).publicKey;
}

/**
 * HPKE base mode, single shot (RFC 9180 §6.1), `enc` ‖ ciphertext: 1,136 bytes more than `plaintext`.
 *
 * It authenticates nobody: what must be believed is signed inside `plaintext`.
 *
 * @param theirPublicKey - X-Wing, 1,216 bytes.
 * @param info - the context (protocol §1.3).
 * @throws {@link WrongLength} the key does not have 1,216 bytes.
 * @throws {@link BadInput} it has, but is no X-Wing public key.
 */
export function sealTo(theirPublicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array> {
  return soon(() => {
    if (theirPublicKey.length !== KEM_PUBLIC_KEY_SIZE) throw new WrongLength(`an X-Wing public key has ${KEM_PUBLIC_KEY_SIZE} bytes`);
    const { cipherText: enc, sharedSecret } = encapsulate(theirPublicKey);
    return concat(enc, aead(sharedSecret, info).encrypt(plaintext));
  });
}

/**
 * Returns if something can be sealed to this key: better refused when it comes in than when something has to go out.
 *
 * @throws {@link WrongShape} it is no X-Wing public key.
 */
export function checkKemKey(theirPublicKey: Uint8Array): void {
  try {
    encapsulate(theirPublicKey);
  } catch {
    throw new WrongShape("not an X-Wing public key");
  }
}

/**
 * What {@link sealTo} was given.
 *
 * @throws {@link CannotOpen} not sealed to this key with this `info`, or changed.
 */
export function openSealed(ourSeed: KemSeed, info: Uint8Array, sealed: Uint8Array): Promise<Uint8Array> {
  return soon(() => {
    if (sealed.length < HPKE_OVERHEAD) throw new CannotOpen("too short to be sealed");
    try {
      const sharedSecret = xWing.decapsulate(sealed.subarray(0, ENC_SIZE), ourSeed.reveal());
      return aead(sharedSecret, info).decrypt(sealed.subarray(ENC_SIZE));
    } catch {
      throw new CannotOpen("does not open with this key and context");
    }
  });
}

/** What is given out as a promise could be had at once today; so that a platform's own ML-KEM, or a worker, can take its place. */
function soon<T>(work: () => T): Promise<T> {
  return Promise.resolve().then(work);
}

function encapsulate(theirPublicKey: Uint8Array): { cipherText: Uint8Array; sharedSecret: Uint8Array } {
  try {
    // It refuses coefficients above the modulus (FIPS 203 §7.2), and X25519 keys of small order, which give zeros (RFC 7748 §6.1).
    return xWing.encapsulate(theirPublicKey);
  } catch {
    throw new BadInput("not an X-Wing public key");
  }
}

const SUITE = concat(ascii("HPKE"), Uint8Array.of(0x64, 0x7a, 0x00, 0x01, 0x00, 0x03)); // X-Wing, HKDF-SHA256, ChaCha20-Poly1305
const MODE_BASE = Uint8Array.of(0);

/** The key schedule in base mode (RFC 9180 §5.1), cut down to the first message: sequence number 0, so its nonce is the base nonce. */
function aead(sharedSecret: Uint8Array, info: Uint8Array) {
  const schedule = concat(MODE_BASE, labeledExtract(EMPTY, "psk_id_hash", EMPTY), labeledExtract(EMPTY, "info_hash", info));
  const secret = labeledExtract(sharedSecret, "secret", EMPTY);
  return chacha20poly1305(labeledExpand(secret, "key", schedule, 32), labeledExpand(secret, "base_nonce", schedule, 12));
}

/** RFC 9180 §4. */
function labeledExtract(salt: Uint8Array, label: string, ikm: Uint8Array): Uint8Array {
  return extract(sha256, concat(ascii("HPKE-v1"), SUITE, ascii(label), ikm), salt);
}

/** RFC 9180 §4, for at most 255 bytes. */
function labeledExpand(prk: Uint8Array, label: string, info: Uint8Array, size: number): Uint8Array {
  return expand(sha256, prk, concat(Uint8Array.of(0, size), ascii("HPKE-v1"), SUITE, ascii(label), info), size);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

// ---- under a shared key -------------------------------------------------------------------------------------------

/**
 * Random nonce ‖ ciphertext ‖ tag: 40 bytes more than `plaintext` (draft-irtf-cfrg-xchacha-03 §2).
 *
 * 192 random bits of nonce: 2^64 seals under one key collide with a probability under 2^-64.
 */
export function seal(key: Secret, ctx: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_SIZE);
  return concat(nonce, xchacha20poly1305(key.reveal(), nonce, ctx).encrypt(plaintext));
}

/**
 * What {@link seal} was given. Never try several keys: the seal does not commit to its key (protocol §1.4).
 *
 * @throws {@link CannotOpen} not sealed under this key with this context, or changed.
 */
export function open(key: Secret, ctx: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (sealed.length < SEAL_OVERHEAD) throw new CannotOpen("too short to be sealed");
  return decrypt(key, ctx, sealed.subarray(0, NONCE_SIZE), sealed.subarray(NONCE_SIZE));
}

/**
 * Ciphertext ‖ tag, 16 bytes more than `plaintext`, with a nonce of zeros.
 *
 * Safe only because `key` is derived for exactly this one plaintext; the same bytes may be computed again.
 */
export function sealOnce(key: Secret, ctx: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return xchacha20poly1305(key.reveal(), ONCE, ctx).encrypt(plaintext);
}

/**
 * What {@link sealOnce} was given.
 *
 * @throws {@link CannotOpen} not sealed under this key with this context, or changed.
 */
export function openOnce(key: Secret, ctx: Uint8Array, sealed: Uint8Array): Uint8Array {
  return decrypt(key, ctx, ONCE, sealed);
}

function decrypt(key: Secret, ctx: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  try {
    return xchacha20poly1305(key.reveal(), nonce, ctx).decrypt(ciphertext);
  } catch {
    throw new CannotOpen("does not open with this key and context");
  }
}
