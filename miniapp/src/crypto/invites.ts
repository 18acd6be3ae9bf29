/** Invite codes, what is derived from them, and the box they open (protocol §7.1, §7.2). */

import { checkIsPlain, decodeCode, encodeCode } from "./base32";
import { context, derive, deriveBytes, Purpose } from "./context";
import { open, seal, SEAL_OVERHEAD } from "./sealing";
import { AeadKey, EpochSecret, InviteCode, SigningSeed } from "./secrets";
import * as signing from "./signing";
import * as wire from "./wire";

const PADDED = [wire.SMALL_BOX - SEAL_OVERHEAD];

/** What follows from a code. `publicKey` names the invite in the log; `box` and `key` let moderators refill its box. */
export interface Invite {
  readonly box: Uint8Array;
  readonly key: AeadKey;
  readonly sign: SigningSeed;
  readonly publicKey: Uint8Array;
}

/** What a newcomer finds in the box: where she is going, the present E, and whether she is asked to moderate. No path keys: a code found later must open little. */
export interface Welcome {
  readonly collective: Uint8Array;
  readonly epoch: number;
  readonly secret: EpochSecret;
  readonly announcement: Uint8Array;
  readonly moderator: boolean;
}

/** Fresh, drawn again until its check symbol is a letter or a digit (32 of 37 are: 127.8 bits remain). */
export function newCode(): InviteCode {
  for (;;) {
    const code = InviteCode.random();
    if (checkIsPlain(code.reveal())) return code;
  }
}

/** As a person reads it: `XXXX-XXXX-…`. */
export function showCode(code: InviteCode): string {
  return encodeCode(code.reveal());
}

/**
 * From what a person typed.
 *
 * @throws {@link BadInput} it is no code; the message says why.
 */
export function readCode(text: string): InviteCode {
  return new InviteCode(decodeCode(text));
}

/** Everything that follows from the code. */
export function inviteFromCode(code: InviteCode): Invite {
  const sign = derive(SigningSeed, code, Purpose.INVITE_SIGN, null);
  return {
    box: deriveBytes(code, Purpose.INVITE_BOX, null),
    key: derive(AeadKey, code, Purpose.INVITE_KEY, null),
    sign,
    publicKey: signing.publicKey(sign),
  };
}

/** The 4,096 bytes of an invite's box. */
export function fillBox(box: Uint8Array, key: AeadKey, welcome: Welcome): Uint8Array {
  const plaintext = wire.encode({
    collective: welcome.collective,
    epoch: welcome.epoch,
    secret: welcome.secret.reveal(),
    announcement: welcome.announcement,
    moderator: welcome.moderator,
  });
  return seal(key, context(Purpose.INVITE, null, box), wire.pad(plaintext, PADDED));
}

const WELCOME = {
  collective: wire.isBytes(32),
  epoch: wire.isUint,
  secret: wire.isBytes(32),
  announcement: wire.isBytes(32),
  moderator: wire.isBool,
};

/**
 * What stands in an invite's box.
 *
 * @throws {@link CannotOpen}, {@link WrongPadding}, {@link WrongShape}, {@link NotDeterministic} it is not a box of this invite.
 */
export function openBox(invite: Invite, blob: Uint8Array): Welcome {
  const plaintext = wire.unpad(open(invite.key, context(Purpose.INVITE, null, invite.box), blob), PADDED);
  const f = wire.shaped(wire.decode(plaintext), "invite's box", WELCOME);
  return { ...f, secret: new EpochSecret(f.secret) };
}
