/** Claims on their way to a worker: one piece of memory, handed over. To copy each key, signature and message by itself takes longer than to verify some of them. */

import type { Claim } from "../crypto/signing";

const KEY = 32;
const SIGNATURE = 64;
const LENGTH = 4;
const HEAD = KEY + SIGNATURE + LENGTH;

/** @param claims well-formed ones: keys of 32 bytes, signatures of 64. */
export function packed(claims: readonly Claim[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(claims.reduce((size, { message }) => size + HEAD + message.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const { key, signature, message } of claims) {
    whole.set(key, at);
    whole.set(signature, at + KEY);
    view.setUint32(at + KEY + SIGNATURE, message.length);
    whole.set(message, at + HEAD);
    at += HEAD + message.length;
  }
  return whole;
}

/** What {@link packed} was given. */
export function unpacked(whole: Uint8Array): Claim[] {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length);
  const claims: Claim[] = [];
  for (let at = 0; at < whole.length; ) {
    const end = at + HEAD + view.getUint32(at + KEY + SIGNATURE);
    claims.push({
      key: whole.subarray(at, at + KEY),
      signature: whole.subarray(at + KEY, at + KEY + SIGNATURE),
      message: whole.subarray(at + HEAD, end),
    });
    at = end;
  }
  return claims;
}
