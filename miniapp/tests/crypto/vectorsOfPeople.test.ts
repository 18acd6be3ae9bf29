/** The vectors of what people hold: codes, boxes, devices, words (protocol §2.1, §6.7, §7.1, §7.4). The vault's are in `vault.test.ts`. */

import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, test } from "vitest";
import * as base32 from "../../src/crypto/base32";
import * as boxes from "../../src/crypto/boxes";
import { Bundle } from "../../src/crypto/bundle";
import { digest, context, derive, Purpose } from "../../src/crypto/context";
import * as device from "../../src/crypto/device";
import * as handover from "../../src/crypto/handover";
import * as invites from "../../src/crypto/invites";

import * as keytree from "../../src/crypto/keytree";
import * as recovery from "../../src/crypto/recovery";
import { AeadKey, BoxSecret, DeviceEntropy, EpochSecret, GateSeed, HandoverSeed, InviteCode, KemSeed, NotesKey, TreeSeed } from "../../src/crypto/secrets";
import * as wire from "../../src/crypto/wire";
import { b, each, hex, rejected, thrown, topic } from "./vectorsAtHand";

type Hex = string;

// ---- invites ------------------------------------------------------------------------------------------------------

const INVITES = topic("invites") as {
  codes: { code: Hex; text: string; plain: boolean }[];
  typed: { text: string; code: Hex }[];
  bad_codes: { name: string; text: string; error: string; detail: string }[];
  invite: { code: Hex; box: Hex; key: Hex; sign_seed: Hex; public_key: Hex };
  boxes: { collective: Hex; epoch: number; secret: Hex; announcement: Hex; moderator: boolean; nonce: Hex; sealed: Hex }[];
  refused_boxes: { name: string; sealed: Hex; error: string }[];
};

describe("invites", () => {
  const invite = invites.inviteFromCode(new InviteCode(b(INVITES.invite.code)));

  each("codes", INVITES.codes, (one) => {
    expect(base32.encodeCode(b(one.code))).toBe(one.text);
    expect(hex(base32.decodeCode(one.text))).toBe(one.code);
    expect(base32.checkIsPlain(b(one.code))).toBe(one.plain);
    expect(invites.showCode(invites.readCode(one.text))).toBe(one.text);
  });

  each("codes as people type them", INVITES.typed, (one) => {
    expect(hex(invites.readCode(one.text).reveal())).toBe(one.code);
  });

  each("bad codes say what is wrong without the code", INVITES.bad_codes, (one) => {
    const error = thrown(() => invites.readCode(one.text));
    expect([error.name, error.detail]).toEqual([one.error, one.detail]);
    expect(one.text !== "" && error.detail.includes(one.text)).toBe(false);
  });

  test("what follows from a code", () => {
    const { box, key, sign_seed, public_key } = INVITES.invite;
    expect([invite.box, invite.key.reveal(), invite.sign.reveal(), invite.publicKey].map(hex)).toEqual([box, key, sign_seed, public_key]);
  });

  each("an invite's box opens", INVITES.boxes, (one) => {
    const { secret, ...welcome } = invites.openBox(invite, b(one.sealed));
    expect(welcome).toEqual({ collective: b(one.collective), epoch: one.epoch, announcement: b(one.announcement), moderator: one.moderator });
    expect([hex(secret.reveal()), one.sealed.slice(0, 48), one.sealed.length]).toEqual([one.secret, one.nonce, 2 * wire.SMALL_BOX]);
    expect(secret).toBeInstanceOf(EpochSecret);
  });

  each("boxes that are not this invite's", INVITES.refused_boxes, (one) => {
    expect(thrown(() => invites.openBox(invite, b(one.sealed))).name).toBe(one.error);
  });

  test("a filled box opens again", () => {
    const welcome = { collective: new Uint8Array(32).fill(1), epoch: 3, secret: EpochSecret.random(), announcement: new Uint8Array(32), moderator: true };
    const filled = invites.fillBox(invite.box, invite.key, welcome);
    expect(filled.length).toBe(wire.SMALL_BOX);
    const opened = invites.openBox(invite, filled);
    expect({ ...opened, secret: opened.secret.equals(welcome.secret) }).toEqual({ ...welcome, secret: true });
  });

  test("codes that are given out end in a letter or digit, and differ", () => {
    const shown = Array.from({ length: 200 }, () => invites.showCode(invites.newCode()));
    expect(shown.every((text) => /^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{3}$/u.test(text))).toBe(true);
    expect(new Set(shown).size).toBe(200);
  });
});

// ---- boxes --------------------------------------------------------------------------------------------------------

const BOXES = topic("boxes", ["kept"]) as {
  collective: Hex;
  box_secret: Hex;
  kem_seed: Hex;
  device: Hex;
  signer: Hex;
  boxes: { planting: number; path_keys: Hex; bundle: Hex }[];
  path_keys: { planting: number; leaf: number; keys: Hex; body: Hex; sealed: Hex };
  bundle: Record<"tree" | "gate" | "notes" | "sealed", Hex> & {
    planting: number;
    commitments: Record<"tree" | "gate" | "notes", Hex>;
    founding_commitments: Record<"tree" | "gate" | "notes", Hex>;
  };
  refused: { name: string; sealed: Hex; error: string }[];
};

describe("a device's boxes", () => {
  const by: boxes.By = { kem: new KemSeed(b(BOXES.kem_seed)), device: b(BOXES.device), collective: b(BOXES.collective) };

  each("names", BOXES.boxes, (one) => {
    const secret = new BoxSecret(b(BOXES.box_secret));
    expect(hex(boxes.pathBox(secret, by.collective, one.planting))).toBe(one.path_keys);
    expect(hex(boxes.bundleBox(secret, by.collective, one.planting))).toBe(one.bundle);
  });

  test("path keys open", async () => {
    const { planting, leaf, keys, body, sealed } = BOXES.path_keys;
    const found = await boxes.openPathKeys(b(sealed), 1, by);
    expect([found.planting, found.leaf, hex(found.signer), hex(keytree.encodePathKeys(found.keys))]).toEqual([planting, leaf, BOXES.signer, keys]);
    expect(b(sealed).length).toBe(wire.SMALL_BOX);
    expect(wire.decode(b(body))).toEqual({ planting, leaf, keys: b(keys), device: by.device });
  });

  test("a bundle opens and is what was committed to", async () => {
    const { planting, tree, gate, notes, sealed, commitments, founding_commitments } = BOXES.bundle;
    const { bundle, signer } = await boxes.openBundle(b(sealed), 1, by);
    expect([bundle.planting, ...[bundle.tree, bundle.gate, bundle.notes].map((part) => hex(part.reveal())), hex(signer)]).toEqual([
      planting,
      tree,
      gate,
      notes,
      BOXES.signer,
    ]);
    expect([bundle.tree, bundle.gate, bundle.notes].map((part) => part.constructor)).toEqual([TreeSeed, GateSeed, NotesKey]);
    for (const [made, named] of [[bundle.commitments(by.collective), commitments], [bundle.commitments(null), founding_commitments]] as const) {
      expect([made.tree, made.gate, made.notes].map(hex)).toEqual([named.tree, named.gate, named.notes]);
    }
    // What is committed to is the bundle, so the same three under another number are another bundle.
    const later = new Bundle(2, bundle.tree, bundle.gate, bundle.notes);
    expect(thrown(() => { later.check(bundle.commitments(by.collective), by.collective); }).name).toBe("WrongCommitment");
  });

  each("that are not path keys for this device", BOXES.refused, async (one) => {
    expect((await rejected(() => boxes.openPathKeys(b(one.sealed), 1, by))).name).toBe(one.error);
  });

  test("are sealed as they open, for one device, planting and collective", async () => {
    const me = await device.deviceFromEntropy(DeviceEntropy.random());
    const moderator = await device.deviceFromEntropy(DeviceEntropy.random());
    const mine: boxes.By = { kem: me.kem, device: me.signingKey, collective: by.collective };
    const to: boxes.To = { kemKey: me.kemKey, device: me.signingKey, collective: by.collective, signer: moderator.sign };
    const bundle = Bundle.random(2);
    const leaf = keytree.unusedLeaf([]);
    const keys = keytree.pathKeys(bundle.tree, by.collective, 2, leaf);
    const sealed = { keys: await boxes.sealPathKeys(keys, leaf, 2, to), bundle: await boxes.sealBundle(bundle, to) };
    expect([sealed.keys.length, sealed.bundle.length]).toEqual([wire.SMALL_BOX, wire.SMALL_BOX]);
    const opened = { keys: await boxes.openPathKeys(sealed.keys, 2, mine), bundle: await boxes.openBundle(sealed.bundle, 2, mine) };
    expect([opened.keys.leaf, opened.keys.signer, opened.bundle.signer]).toEqual([leaf, moderator.signingKey, moderator.signingKey]);
    expect(keytree.encodePathKeys(opened.keys.keys)).toEqual(keytree.encodePathKeys(keys));
    opened.bundle.bundle.check(bundle.commitments(by.collective), by.collective);
    const wrong = [
      () => boxes.openPathKeys(sealed.keys, 1, mine),
      () => boxes.openPathKeys(sealed.keys, 2, { ...mine, kem: moderator.kem }),
      () => boxes.openPathKeys(sealed.keys, 2, { ...mine, device: moderator.signingKey }),
      () => boxes.openPathKeys(sealed.keys, 2, { ...mine, collective: new Uint8Array(32) }),
      () => boxes.openBundle(sealed.keys, 2, mine),
      () => boxes.openPathKeys(sealed.bundle, 2, mine),
    ];
    for (const attempt of wrong) expect((await rejected(attempt)).name).toBe("CannotOpen");
  });
});

// ---- devices, words -----------------------------------------------------------------------------------------------

const DEVICE = topic("device") as {
  salt: Hex;
  devices: Record<"entropy" | "words" | "sign_seed" | "signing_key" | "kem_seed" | "kem_key_sha256" | "box_secret", string>[];
  typed: { words: string; entropy: Hex }[];
  bad_words: { name: string; words: string; error: string; detail: string }[];
};

describe("devices", () => {
  test("the salt", () => {
    expect(hex(digest(context(Purpose.DEVICE_SEED, null))).slice(0, 32)).toBe(DEVICE.salt);
  });

  each("follow from their entropy", DEVICE.devices, async (one) => {
    const entropy = new DeviceEntropy(b(one.entropy));
    const made = await device.deviceFromEntropy(entropy);
    expect(device.toWords(entropy)).toBe(one.words);
    expect(device.fromWords(one.words).equals(entropy)).toBe(true);
    expect([made.sign, made.kem, made.box].map((seed) => hex(seed.reveal()))).toEqual([one.sign_seed, one.kem_seed, one.box_secret]);
    expect([hex(made.signingKey), hex(digest(made.kemKey))]).toEqual([one.signing_key, one.kem_key_sha256]);
  });

  each("recovery words as people type them", DEVICE.typed, (one) => {
    expect(hex(device.fromWords(one.words).reveal())).toBe(one.entropy);
  });

  each("bad recovery words say what is wrong without a word", DEVICE.bad_words, (one) => {
    const error = thrown(() => device.fromWords(one.words));
    expect([error.name, error.detail, error.cause]).toEqual([one.error, one.detail, undefined]);
  });

  test("what is typed as words is never repeated", () => {
    const words = device.toWords(DeviceEntropy.random());
    for (const typed of ["parasol", `${words} zoo`, words.replace(/^\w+/u, "parasol"), "abandon ".repeat(12), words.replace("a", "\uff41")]) {
      const error = thrown(() => device.fromWords(typed));
      expect([error.name, error.cause]).toEqual(["BadInput", undefined]);
      const said =
        /^(?:there are 12 recovery words; these are \d+|word \d+ is not one of the words there are; please compare it again|these 12 words do not belong together: one of them is another, or their order is)$/u;
      expect(error.detail).toMatch(said);
    }
  });
});

const RECOVERY = topic("recovery") as {
  entropy: Hex;
  periods: { time: number; period: number; box: Hex }[];
  key: Hex;
  period: number;
  boxes: {
    collective: Hex;
    alias: string;
    joined: number;
    announcement: Hex;
    planting: number;
    leaf: number;
    keys: Hex;
    bundle: (Record<"tree" | "gate" | "notes", Hex> & { planting: number }) | null;
    plaintext: Hex;
    nonce: Hex;
    sealed: Hex;
  }[];
  refused: { name: string; sealed: Hex; error: string }[];
};

describe("recovery boxes", async () => {
  const hers = await device.deviceFromEntropy(new DeviceEntropy(b(RECOVERY.entropy)));

  each("names", RECOVERY.periods, (one) => {
    expect(recovery.periodOf(one.time)).toBe(one.period);
    expect(hex(recovery.recoveryBox(hers, one.period))).toBe(one.box);
  });

  test("the key", () => {
    expect(hex(derive(AeadKey, hers.sign, Purpose.RECOVERY_KEY, null, RECOVERY.period).reveal())).toBe(RECOVERY.key);
  });

  each("open", RECOVERY.boxes, (one) => {
    const { keys, bundle, ...rest } = recovery.openRecovery(hers, RECOVERY.period, b(one.sealed));
    const { collective, alias, joined, announcement, planting, leaf } = one;
    expect(rest).toEqual({ collective: b(collective), alias, joined, announcement: b(announcement), planting, leaf });
    expect(hex(keytree.encodePathKeys(keys))).toBe(one.keys);
    const parts = (["tree", "gate", "notes"] as const).map((part) => bundle && hex(bundle[part].reveal()));
    expect([bundle?.planting, ...parts]).toEqual(one.bundle ? [one.bundle.planting, one.bundle.tree, one.bundle.gate, one.bundle.notes] : [undefined, null, null, null]);
    expect(hex(wire.encode(recovery.belongingsValue({ ...rest, keys, bundle })))).toBe(one.plaintext);
    expect([one.sealed.slice(0, 48), one.sealed.length]).toEqual([one.nonce, 2 * wire.SMALL_BOX]);
  });

  each("that are not this device's", RECOVERY.refused, (one) => {
    expect(thrown(() => recovery.openRecovery(hers, RECOVERY.period, b(one.sealed))).name).toBe(one.error);
  });

  test("what is sealed opens again, and for nobody else", async () => {
    const belongings = recovery.openRecovery(hers, RECOVERY.period, b(RECOVERY.boxes[0]?.sealed ?? ""));
    const sealed = recovery.sealRecovery(hers, 3, belongings);
    expect(sealed.length).toBe(wire.SMALL_BOX);
    expect(recovery.openRecovery(hers, 3, sealed).alias).toBe(belongings.alias);
    const other = await device.deviceFromEntropy(DeviceEntropy.random());
    // Moderators know all but the sign seed.
    for (const who of [other, new device.Device(other.sign, hers.kem, hers.box)]) {
      expect(recovery.recoveryBox(who, 3)).not.toEqual(recovery.recoveryBox(hers, 3));
      expect(thrown(() => recovery.openRecovery(who, 3, sealed)).name).toBe("CannotOpen");
    }
  });
});

const HANDOVER = topic("handover") as {
  code: Hex;
  digits: number;
  seed: Hex;
  box: Hex;
  key: Hex;
  typed: { text: string; digits: number }[];
  bad_digits: { text: string; error: string }[];
  boxes: { entropy: Hex; words: boolean; period: number | null; belongings: Hex; nonce: Hex; sealed: Hex }[];
  refused: { name: string; sealed: Hex; error: string }[];
};

describe("handovers", () => {
  const code = new InviteCode(b(HANDOVER.code));

  const seed = new HandoverSeed(b(HANDOVER.seed));

  test("the box and its key", async () => {
    expect(hex((await handover.handoverSeed(code, HANDOVER.digits)).reveal())).toBe(HANDOVER.seed);
    expect(hex(handover.handoverBox(seed))).toBe(HANDOVER.box);
    expect(hex(derive(AeadKey, seed, Purpose.HANDOVER_KEY, null).reveal())).toBe(HANDOVER.key);
  });

  each("digits as people type them", HANDOVER.typed, (one) => {
    expect(handover.readDigits(one.text)).toBe(one.digits);
  });

  each("what are no six digits", HANDOVER.bad_digits, (one) => {
    expect(thrown(() => handover.readDigits(one.text)).name).toBe(one.error);
  });

  test("digits that are shown are six, and differ", () => {
    const shown = Array.from({ length: 100 }, handover.newDigits);
    expect(shown.every((digits) => /^[0-9]{6}$/u.test(digits))).toBe(true);
    expect(new Set(shown).size).toBeGreaterThan(90);
  });

  each("open", HANDOVER.boxes, (one) => {
    const { entropy, belongings, words, period } = handover.openHandover(seed, b(one.sealed));
    expect([hex(entropy.reveal()), words, period]).toEqual([one.entropy, one.words, one.period]);
    expect(hex(wire.encode(recovery.belongingsValue(belongings)))).toBe(one.belongings);
    expect([one.sealed.slice(0, 48), one.sealed.length]).toEqual([one.nonce, 2 * wire.SMALL_BOX]);
    const again = handover.openHandover(seed, handover.sealHandover(seed, { entropy, belongings, words, period }));
    expect(again.entropy.equals(entropy)).toBe(true);
  });

  each("boxes that are not this one's", HANDOVER.refused, (one) => {
    expect(thrown(() => handover.openHandover(seed, b(one.sealed))).name).toBe(one.error);
  });
});

const SAFETY = topic("safety") as { shown: { collective: Hex; announcement: Hex; words: string; digits: string }[] };

describe("safety words", () => {
  each("and digits", SAFETY.shown, async (one) => {
    expect(await device.safetyWords(b(one.collective), b(one.announcement))).toEqual([one.words, one.digits]);
  });

  each("and digits are the same 66 bits", SAFETY.shown, (one) => {
    const number = one.words.split(" ").reduce((value, word) => (value << 11n) | BigInt(wordlist.indexOf(word)), 0n);
    expect(number.toString().padStart(20, "0")).toBe(one.digits.replaceAll(" ", ""));
  });
});
