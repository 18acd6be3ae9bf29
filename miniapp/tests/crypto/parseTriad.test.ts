/** What of announcements, boxes and records is parsed: whole it passes, cut anywhere or with more behind it is refused, and so is a changed bit. */

import { describe, expect, test } from "vitest";
import * as announced from "../../src/crypto/announced";
import { Approval } from "../../src/crypto/approvals";
import * as boxes from "../../src/crypto/boxes";
import { Bundle } from "../../src/crypto/bundle";
import { compare, concat } from "../../src/crypto/bytes";
import * as epochs from "../../src/crypto/epochs";
import { ParasolError, Refused } from "../../src/crypto/errors";
import * as invites from "../../src/crypto/invites";
import * as keytree from "../../src/crypto/keytree";
import { kemPublicKey } from "../../src/crypto/sealing";
import { DataKey, EpochSecret, GateSeed, InviteCode, KemSeed, NotesKey, SigningSeed, TreeSeed } from "../../src/crypto/secrets";
import * as signing from "../../src/crypto/signing";
import { Records } from "../../src/crypto/vault";

function filled(byte: number, size = 32): Uint8Array {
  return new Uint8Array(size).fill(byte);
}

const COLLECTIVE = filled(7);
const LEAF = announced.FIRST_LEAF + 4711;
const BUNDLE = new Bundle(1, new TreeSeed(filled(1)), new GateSeed(filled(2)), new NotesKey(filled(3)));
const [DEVICE, KEM, E] = [new SigningSeed(filled(4)), new KemSeed(filled(5)), new EpochSecret(filled(8))];
const INVITE = invites.inviteFromCode(new InviteCode(filled(9, 16)));
const RECORDS = new Records(new DataKey(filled(10)));

const COSIGNERS = [12, 13].map((n) => signing.publicKey(new SigningSeed(filled(n)))).sort(compare);
const PUBLIC = epochs.announce(BUNDLE, E, COLLECTIVE, { epoch: 1, removed: [LEAF], previous: null, desk: 1, cosigners: COSIGNERS });
const INNER = epochs.makeInner({ charter: 1, deskKey: null, head: { seq: 1, hash: filled(0) }, until: 1_800_000_000 });
const BEFORE = new SigningSeed(filled(14)); // a cosigner of the epoch before
const COSIGN = announced.cosign(BEFORE, PUBLIC, COLLECTIVE);
const BLOB = epochs.sealAnnouncement(PUBLIC, INNER, [new Approval(filled(0, 16), 0, filled(0, 64))], E, COLLECTIVE, [[0, COSIGN]]);

const TO: boxes.To = { kemKey: kemPublicKey(KEM), device: signing.publicKey(DEVICE), collective: COLLECTIVE, signer: DEVICE };
const BY: boxes.By = { kem: KEM, device: TO.device, collective: COLLECTIVE };

type Parsed = readonly [whole: Uint8Array, parse: (data: Uint8Array) => unknown];

/** Encodings: a changed bit may give another good value. */
const PLAIN: Record<string, Parsed> = {
  "public part of an announcement": [PUBLIC.encoded, announced.parsePublic],
  "inner part of an announcement": [INNER.encoded, epochs.parseInner],
  "blob of an announcement": [BLOB, announced.splitAnnouncement],
};

/** Under a key or a signature: any changed bit is refused. */
const BOUND: Record<string, Parsed> = {
  cosignature: [COSIGN, (s) => { announced.checkCosign(signing.publicKey(BEFORE), s, PUBLIC, COLLECTIVE); }],
  "cosigned public part of an announcement": [
    PUBLIC.encoded, (s) => { announced.checkCosign(signing.publicKey(BEFORE), COSIGN, announced.parsePublic(s), COLLECTIVE); },
  ],
  "sealed part of an announcement": [announced.splitAnnouncement(BLOB)[1], (s) => epochs.openAnnouncement(PUBLIC, s, E, COLLECTIVE)],
  "box of an invite": [
    invites.fillBox(INVITE.box, INVITE.key, { collective: COLLECTIVE, epoch: 1, secret: E, announcement: filled(0), moderator: false }),
    (s) => invites.openBox(INVITE, s),
  ],
  "path keys": [
    await boxes.sealPathKeys(keytree.pathKeys(BUNDLE.tree, COLLECTIVE, 1, LEAF), LEAF, 1, TO), (s) => boxes.openPathKeys(s, 1, BY),
  ],
  bundle: [await boxes.sealBundle(BUNDLE, TO), (s) => boxes.openBundle(s, 1, BY)],
  "record of a vault": [RECORDS.seal("state", filled(1, 4)), (s) => RECORDS.open("state", s)],
};

/** Whether it is refused, as somebody else's fault. What is none of the family fails. */
async function refused([, parse]: Parsed, data: Uint8Array): Promise<boolean> {
  try {
    await parse(data);
  } catch (error) {
    if (error instanceof ParasolError) return error instanceof Refused;
    throw error;
  }
  return false;
}

/** Every place of what is short; of what is longer so many, at odd distances, that each of its parts is met; and the last. */
function places(length: number): number[] {
  const step = length < 400 ? 1 : length < 1400 ? 7 : 31;
  return Array.from({ length }, (_, at) => at).filter((at) => at % step === 0 || at === length - 1);
}

for (const [what, parsed] of Object.entries({ ...PLAIN, ...BOUND })) {
  const [whole] = parsed;
  describe(what, () => {
    test("whole it passes", async () => {
      await parsed[1](whole);
    });

    test("cut anywhere it is refused", async () => {
      for (const cut of places(whole.length)) expect(await refused(parsed, whole.slice(0, cut)), `cut at ${cut}`).toBe(true);
    });

    test("with more behind it is refused", async () => {
      for (const more of [[0x00], [0x80], [0xff], [0xf6], whole]) expect(await refused(parsed, concat(whole, Uint8Array.from(more)))).toBe(true);
    });
  });
}

for (const [what, parsed] of Object.entries(BOUND)) {
  test(`with a bit changed it is refused: ${what}`, async () => {
    const [whole] = parsed;
    for (const at of places(whole.length)) {
      const changed = whole.map((byte, i) => (i === at ? byte ^ (1 << at % 8) : byte));
      expect(await refused(parsed, changed), `byte ${at}`).toBe(true);
    }
  });
}
