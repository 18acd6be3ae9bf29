/** Epochs: who can open one, that moderators who race give nothing away, and the way back (protocol §3.3 to §3.5); who cosigned the next (§4.3). */

import { describe, expect, test } from "vitest";
import * as announced from "../../src/crypto/announced";
import { FIRST_LEAF, type Public, WRAP_SIZE } from "../../src/crypto/announced";
import { Approval } from "../../src/crypto/approvals";
import { Bundle } from "../../src/crypto/bundle";
import { compare, concat, equal } from "../../src/crypto/bytes";
import { context, derive, Purpose } from "../../src/crypto/context";
import { cosigner, Device } from "../../src/crypto/device";
import * as epochs from "../../src/crypto/epochs";
import * as keytree from "../../src/crypto/keytree";
import { sealOnce } from "../../src/crypto/sealing";
import { AeadKey, BoxSecret, EpochSecret, GateSeed, KemSeed, NotesKey, SigningSeed, TreeSeed } from "../../src/crypto/secrets";
import * as signing from "../../src/crypto/signing";
import * as wire from "../../src/crypto/wire";
import { type Random, trials } from "./trials";
import { hex, thrown } from "./vectorsAtHand";

const COLLECTIVE = new Uint8Array(32).fill(7);
const BUNDLE = new Bundle(1, new TreeSeed(filled(1)), new GateSeed(filled(2)), new NotesKey(filled(3)));
const DEVICE = new SigningSeed(filled(4));
const E = new EpochSecret(filled(8));

function filled(byte: number, size = 32): Uint8Array {
  return new Uint8Array(size).fill(byte);
}

function announce(secret: EpochSecret, removed: readonly number[] = [], more: Partial<epochs.Announcing> = {}): Public {
  return epochs.announce(BUNDLE, secret, COLLECTIVE, { epoch: 1, removed, previous: null, desk: 1, ...more });
}

/** The one-time keys of so many moderators in the order in which they are listed, and their public halves. */
function cosigning(count: number, index = 0): [SigningSeed[], Uint8Array[]] {
  const moderators = Array.from({ length: count }, (_, n) => deviceWith(concat(...Array<Uint8Array>(16).fill(Uint8Array.of(1, n)))));
  const seeds = moderators.map((moderator) => cosigner(moderator, COLLECTIVE, index));
  seeds.sort((one, other) => compare(signing.publicKey(one), signing.publicKey(other)));
  return [seeds, seeds.map(signing.publicKey)];
}

function deviceWith(seed: Uint8Array): Device {
  return new Device(new SigningSeed(seed), new KemSeed(filled(0)), new BoxSecret(filled(0)));
}

function openAs(leaf: number, shown: Public): EpochSecret {
  return epochs.openWrap(shown, COLLECTIVE, keytree.pathKeys(BUNDLE.tree, COLLECTIVE, 1, leaf));
}

function changed(shown: Public, fields: wire.ValueMap): Public {
  return announced.parsePublic(wire.encode({ ...(wire.decode(shown.encoded) as wire.ValueMap), ...fields }));
}

function someRemoved(random: Random): number[] {
  const high = random.one(2 * FIRST_LEAF - 1, FIRST_LEAF + 12);
  const removed = new Set(Array.from({ length: random.below(7) }, () => random.between(FIRST_LEAF, high)));
  return [...removed].sort((one, other) => one - other);
}

describe("an announcement", () => {
  test("opens for every remaining leaf, and for a removed one never", () => {
    trials(60, (random) => {
      const removed = someRemoved(random);
      const secret = new EpochSecret(random.bytes(32));
      const shown = announce(secret, removed);
      for (const out of removed) expect(thrown(() => openAs(out, shown)).name).toBe("NotAddressed");
      const leaf = random.between(FIRST_LEAF, 2 * FIRST_LEAF - 1);
      if (!removed.includes(leaf)) expect(openAs(leaf, shown).equals(secret)).toBe(true);
      expect(epochs.openWrapAsModerator(shown, COLLECTIVE, BUNDLE).equals(secret)).toBe(true);
    });
  });

  test("has no wrap that any key of a removed leaf opens, whatever node it is used for", () => {
    const out = FIRST_LEAF + 5;
    const shown = announce(new EpochSecret(filled(9)), [out]);
    for (const key of keytree.pathKeys(BUNDLE.tree, COLLECTIVE, 1, out).values()) {
      for (const node of keytree.cover([out])) {
        expect(thrown(() => epochs.openWrap(shown, COLLECTIVE, new Map([[node, key]]))).name).toBe("CannotOpen");
      }
    }
  });

  test("never shares a wrap key with another that races it", () => {
    trials(30, (random) => {
      const epoch = random.between(1, 50);
      const secrets = [new EpochSecret(random.bytes(32)), new EpochSecret(random.bytes(32))] as const;
      const [first, second] = secrets.map((secret) => announce(secret, [FIRST_LEAF], { epoch })) as [Public, Public];
      const difference = xor(secrets[0].reveal(), secrets[1].reveal());
      for (const [index, node] of keytree.cover([FIRST_LEAF]).entries()) {
        const key = keytree.nodeKey(BUNDLE.tree, COLLECTIVE, 1, node);
        const wrapKey = (shown: Public) => derive(AeadKey, key, Purpose.WRAP, COLLECTIVE, 1, epoch, node, shown.commitment);
        expect(wrapKey(first).equals(wrapKey(second))).toBe(false);
        // With one key and one nonce, the ciphertexts would differ exactly where the secrets do.
        const wrap = (shown: Public) => shown.wraps.slice(index * WRAP_SIZE, index * WRAP_SIZE + 32);
        expect(equal(xor(wrap(first), wrap(second)), difference)).toBe(false);
      }
    });
  });

  test("that shared a key would be seen by the check above", () => {
    const key = new AeadKey(filled(0));
    const [one, other] = [sealOnce(key, filled(1), filled(1)), sealOnce(key, filled(2), filled(2))];
    expect(xor(one.slice(0, 32), other.slice(0, 32))).toEqual(filled(3));
  });

  test("has no two wraps alike", () => {
    const shown = announce(E, [FIRST_LEAF, FIRST_LEAF + 77_777]);
    const count = shown.wraps.length / WRAP_SIZE;
    const wraps = Array.from({ length: count }, (_, i) => hex(shown.wraps.slice(i * WRAP_SIZE, (i + 1) * WRAP_SIZE)));
    expect([new Set(wraps).size, count]).toEqual([count, keytree.cover(shown.removed).length]);
  });

  test("is made again alike by other moderators", () => {
    const more = { epoch: 2, previous: { hash: filled(5), secret: new EpochSecret(filled(6)) } };
    expect(announce(E, [FIRST_LEAF], more)).toEqual(announce(E, [FIRST_LEAF], more));
  });

  test("has other bytes with any other argument", () => {
    const base = announce(E, [FIRST_LEAF], { epoch: 2 });
    const others = [
      announce(new EpochSecret(filled(10)), [FIRST_LEAF], { epoch: 2 }),
      announce(E, [FIRST_LEAF + 1], { epoch: 2 }),
      announce(E, [FIRST_LEAF], { epoch: 3 }),
      announce(E, [FIRST_LEAF], { epoch: 2, desk: 2 }),
      announce(E, [FIRST_LEAF], { epoch: 2, cosigners: cosigning(1)[1] }),
      announce(E, [FIRST_LEAF], { epoch: 2, previous: { hash: filled(0), secret: E } }),
      epochs.announce(BUNDLE, E, filled(0), { epoch: 2, removed: [FIRST_LEAF], previous: null, desk: 1 }),
    ];
    expect(others.map((other) => hex(other.encoded))).not.toContain(hex(base.encoded));
  });

  test("with a secret that was not committed to is refused", () => {
    const shown = announce(E);
    const place = [COLLECTIVE, 1, 1, 1, shown.commitment] as const;
    const key = derive(AeadKey, keytree.nodeKey(BUNDLE.tree, COLLECTIVE, 1, 1), Purpose.WRAP, ...place);
    const falseWrap = sealOnce(key, context(Purpose.WRAP, ...place), filled(11));
    expect(thrown(() => openAs(FIRST_LEAF, changed(shown, { wraps: falseWrap }))).name).toBe("WrongCommitment");
  });

  test("with a wrap too few or too many is refused", () => {
    const shown = announce(E, [FIRST_LEAF]);
    const { wraps } = shown;
    for (const wrong of [wraps.slice(0, -WRAP_SIZE), concat(wraps, filled(0, WRAP_SIZE)), wraps.slice(0, WRAP_SIZE)]) {
      expect(thrown(() => openAs(FIRST_LEAF + 9, changed(shown, { wraps: wrong }))).name).toBe("WrongCover");
    }
  });

  test("whose cover leaves out an honest member is refused", () => {
    // A rogue who drops a leaf from `removed`, or adds one, changes the computed cover and with it the number of wraps.
    const shown = announce(E, [FIRST_LEAF]);
    for (const removed of [[], [FIRST_LEAF, FIRST_LEAF + 1000]]) {
      expect(thrown(() => openAs(FIRST_LEAF + 9, changed(shown, { removed }))).name).toBe("WrongCover");
    }
  });

  test("is not opened by a moderator's keys of another planting", () => {
    const later = new Bundle(2, BUNDLE.tree, BUNDLE.gate, BUNDLE.notes);
    expect(thrown(() => epochs.openWrapAsModerator(announce(E), COLLECTIVE, later)).name).toBe("NotAddressed");
  });

  test("that leaves nobody in, or with removed leaves out of order, is not made", () => {
    const all = Array.from({ length: FIRST_LEAF }, (_, i) => FIRST_LEAF + i);
    expect(thrown(() => announce(E, all)).name).toBe("NotAllowed");
    expect(thrown(() => announce(E, [FIRST_LEAF + 9, FIRST_LEAF])).name).toBe("WrongShape");
  });

  test("leads back to the first, link by link", () => {
    trials(10, (random) => {
      const chain: [Public, epochs.Previous][] = [];
      for (let epoch = 1; epoch <= random.between(1, 8); epoch++) {
        const secret = new EpochSecret(random.bytes(32));
        chain.push([announce(secret, [], { epoch, previous: chain.at(-1)?.[1] ?? null }), { hash: filled(epoch), secret }]);
      }
      let secret = chain.at(-1)?.[1].secret ?? E;
      for (const [index, [shown]] of [...chain.entries()].reverse()) {
        const found = epochs.walkBack(shown, secret, COLLECTIVE);
        const before = chain[index - 1]?.[1];
        expect(found?.hash).toEqual(before?.hash);
        expect(found?.secret.equals(before?.secret)).toBe(before && true);
        secret = found?.secret ?? secret;
      }
    });
  });
});

function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, i) => byte ^ (other[i] ?? 0));
}

describe("what members see of an announcement", () => {
  const INNER = { charter: 1, deskKey: null, head: { seq: 3, hash: filled(0) }, until: 1_800_000_000 };

  test("is approved as a whole", () => {
    const [shown, key, inner] = [announce(E), signing.publicKey(DEVICE), epochs.makeInner(INNER)];
    const signature = epochs.approve(DEVICE, shown, inner, COLLECTIVE);
    epochs.checkApproval(key, signature, shown, inner, COLLECTIVE);
    const later = epochs.makeInner({ ...INNER, until: 1_800_000_001 });
    for (const [of, what, where] of [
      [changed(shown, { desk: 2 }), inner, COLLECTIVE], [shown, later, COLLECTIVE], [shown, inner, filled(0)],
    ] as const) {
      expect(thrown(() => { epochs.checkApproval(key, signature, of, what, where); }).name).toBe("BadSignature");
    }
  });

  test("stands under its secret", () => {
    const shown = announce(E);
    const inner = epochs.makeInner({ ...INNER, deskKey: filled(0, 1216), head: null });
    const approvals = Array.from({ length: 64 }, (_, n) => new Approval(filled(n, 16), 0, filled(n, 64)));
    const [split, sealed] = announced.splitAnnouncement(epochs.sealAnnouncement(shown, inner, approvals, E, COLLECTIVE));
    expect(split).toEqual(shown);
    expect(epochs.openAnnouncement(split, sealed, E, COLLECTIVE)).toEqual([inner, approvals]);
    expect(thrown(() => epochs.openAnnouncement(split, sealed, new EpochSecret(filled(0)), COLLECTIVE)).name).toBe("CannotOpen");
  });

  test("has no other shape", () => {
    const good = { charter: 1, desk_key: null, head: null, until: 1 };
    for (const inner of [
      {}, { ...good, desk_key: filled(0, 1215) }, { ...good, head: { seq: 1 } }, { ...good, head: {} },
      { ...good, head: { seq: 1, hash: filled(0, 31) } }, { ...good, until: "1" }, { ...good, more: 1 },
    ]) {
      expect(thrown(() => epochs.parseInner(wire.encode(inner))).name).toBe("WrongShape");
    }
  });

  test("has from 1 to 64 approvals of one shape", () => {
    const shown = announce(E);
    const inner = epochs.makeInner(INNER);
    const good = new Approval(filled(0, 16), 0, filled(0, 64));
    const bad = [[], Array<Approval>(65).fill(good), [new Approval(filled(0, 15), 0, filled(0, 64))], [new Approval(filled(0, 16), 0, filled(0, 63))]];
    for (const approvals of bad) {
      const [split, sealed] = announced.splitAnnouncement(epochs.sealAnnouncement(shown, inner, approvals, E, COLLECTIVE));
      expect(thrown(() => epochs.openAnnouncement(split, sealed, E, COLLECTIVE)).name).toBe("WrongShape");
    }
  });
});

describe("cosigning (protocol §4.3)", () => {
  test("passes with two different cosigners, or one where there are but two", () => {
    trials(40, (random) => {
      const count = random.below(6);
      const [seeds, keys] = cosigning(count);
      const shown = announce(new EpochSecret(random.bytes(32)), [], { epoch: 2 });
      const who = Array.from({ length: random.below(7) }, () => random.below(5)).filter((index) => index < count);
      const cosigns = who.map((index): announced.Cosign => [index, announced.cosign(seeds[index] ?? DEVICE, shown, COLLECTIVE)]);
      const blob = announced.joinAnnouncement(shown, filled(0), cosigns);
      const check = () => { announced.checkCosigned(keys, blob, COLLECTIVE); };
      if (new Set(who).size >= (([0, 1, 1, 2, 2, 2] as const)[count] ?? 2)) check();
      else expect(thrown(check).name).toBe("BelowQuorum");
    });
  });

  test("is for one public part in one collective by one key", () => {
    const [seeds, keys] = cosigning(3);
    const shown = announce(E, [], { epoch: 2, cosigners: cosigning(3, 1)[1] });
    const [seed = DEVICE] = seeds;
    const [key = filled(0), another = filled(0)] = keys;
    const signature = announced.cosign(seed, shown, COLLECTIVE);
    announced.checkCosign(key, signature, shown, COLLECTIVE);
    const without = announce(E, [], { epoch: 2, cosigners: cosigning(2, 1)[1] });
    for (const [by, of, where] of [
      [another, shown, COLLECTIVE], [key, changed(shown, { desk: 2 }), COLLECTIVE], [key, without, COLLECTIVE], [key, shown, filled(0)],
    ] as const) {
      expect(thrown(() => { announced.checkCosign(by, signature, of, where); }).name).toBe("BadSignature");
    }
  });

  test("is not done by an approval, even by the same key", () => {
    const [[seed = DEVICE], [key = filled(0)]] = cosigning(1);
    const shown = announce(E, [], { epoch: 2 });
    const inner = epochs.makeInner({ charter: 1, deskKey: null, head: { seq: 3, hash: filled(0) }, until: 1_800_000_000 });
    const approval = epochs.approve(seed, shown, inner, COLLECTIVE);
    expect(thrown(() => { announced.checkCosign(key, approval, shown, COLLECTIVE); }).name).toBe("BadSignature");
  });

  test("by enough does not make up for one signature that does not hold", () => {
    // Otherwise the relay would keep, for good, bytes of which nobody knows what they are.
    const [seeds, keys] = cosigning(4);
    const shown = announce(E, [], { epoch: 2 });
    const good = seeds.slice(0, 2).map((seed, index): announced.Cosign => [index, announced.cosign(seed, shown, COLLECTIVE)]);
    const second = good[1]?.[1] ?? filled(0, 64);
    for (const bad of [[2, filled(0, 64)], [2, second], [4, second], [Number.MAX_SAFE_INTEGER, second]] as const) {
      const blob = announced.joinAnnouncement(shown, filled(0), [...good, bad]);
      expect(thrown(() => { announced.checkCosigned(keys, blob, COLLECTIVE); }).name).toBe("BadSignature");
    }
  });

  test("keys of a device, a collective and an index have nothing in common", () => {
    const devices = [deviceWith(filled(1)), deviceWith(filled(2))];
    const keys = devices.flatMap((device) =>
      [COLLECTIVE, filled(0)].flatMap((collective) =>
        Array.from({ length: 8 }, (_, index) => hex(signing.publicKey(cosigner(device, collective, index)))),
      ),
    );
    expect(new Set([...keys, ...devices.map((device) => hex(device.signingKey))]).size).toBe(34);
  });

  test("keys out of order, repeated or too many are not announced", () => {
    const [, keys] = cosigning(65);
    expect(announce(E, [], { cosigners: keys.slice(0, 64) }).cosigners).toEqual(keys.slice(0, 64));
    const [first = filled(0), second = filled(0)] = keys;
    for (const cosigners of [keys, [second, first], [first, first], [filled(0)], [filled(0, 0)]]) {
      expect(thrown(() => announce(E, [], { cosigners })).name).toBe("WrongShape");
    }
  });

  test("signatures travel in order and beside what they sign", () => {
    const [seeds, keys] = cosigning(3);
    const shown = announce(E, [], { epoch: 2, cosigners: cosigning(3, 1)[1] });
    const inner = epochs.makeInner({ charter: 1, deskKey: null, head: null, until: 1 });
    const [first, third] = [0, 2].map((i): announced.Cosign => [i, announced.cosign(seeds[i] ?? DEVICE, shown, COLLECTIVE)]) as [announced.Cosign, announced.Cosign];
    const blob = epochs.sealAnnouncement(shown, inner, [new Approval(filled(0, 16), 0, filled(0, 64))], E, COLLECTIVE, [third, first]);
    expect((wire.decode(blob) as wire.ValueMap)["cosigns"]).toEqual([first, third]);
    announced.checkCosigned(keys, blob, COLLECTIVE);
  });
});
