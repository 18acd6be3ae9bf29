/** The vectors of epochs: announcements, their sealed part, links, pings, cosigning (protocol §3.3 to §3.5, §4.3, §12). */

import { describe, expect, test } from "vitest";
import * as announced from "../../src/crypto/announced";
import { Bundle } from "../../src/crypto/bundle";
import { cosigner, Device } from "../../src/crypto/device";
import * as epochs from "../../src/crypto/epochs";
import * as keytree from "../../src/crypto/keytree";
import { BoxSecret, EpochSecret, GateSeed, KemSeed, NotesKey, SigningSeed, TreeSeed } from "../../src/crypto/secrets";
import * as signing from "../../src/crypto/signing";
import * as wire from "../../src/crypto/wire";
import { b, each, hex, opt, thrown, topic } from "./vectorsAtHand";

type Hex = string;
type Cosigns = [index: number, signature: Hex][];

interface Shown {
  planting: number;
  epoch: number;
  removed: number[];
  wraps: Hex;
  commitment: Hex;
  previous: Hex | null;
  link: Hex | null;
  member_gate: Hex;
  moderator_gate: Hex;
  desk: number;
  member_ping: Hex;
  moderator_ping: Hex;
  cosigners: Hex[];
  encoded: Hex;
}

interface Cosigned {
  name: string;
  cosigners: Hex[];
  public: "founding" | "second";
  cosigns: Cosigns;
}

const EPOCHS = topic("epochs") as {
  collective: Hex;
  bundle: {
    planting: number;
    tree: Hex;
    gate: Hex;
    notes: Hex;
    commitments: Record<"tree" | "gate" | "notes", Hex>;
    founding_commitments: Record<"tree" | "gate" | "notes", Hex>;
  };
  announced: { secret: Hex; previous: { hash: Hex; secret: Hex } | null; public: Shown; opened_by: number[] }[];
  unopened: { name: string; leaf: number; public: Hex; error: string }[];
  malformed: { name: string; public: Hex; error: string }[];
  broken_links: { name: string; public: Hex; secret: Hex; error: string }[];
  inner: { charter: number; desk_key: Hex | null; head: { seq: number; hash: Hex } | null; until: number; encoded: Hex }[];
  inner_refused: { name: string; inner: Hex; error: string }[];
  blob: {
    public: Hex;
    secret: Hex;
    inner: Hex;
    approvals: { person: Hex; device: number; device_key: Hex; signature: Hex }[];
    sealed: Hex;
    cosigns: Cosigns;
    blob: Hex;
  };
  blob_refused: { name: string; public: Hex; secret: Hex; sealed: Hex; error: string }[];
  pings: { role: "member" | "moderator"; epoch: number; code: Hex; text: string; hash: Hex }[];
  cosigning: {
    devices: { sign_seed: Hex; cosigners: { index: number; seed: Hex; public_key: Hex }[] }[];
    needed: { cosigners: number; needed: number }[];
    publics: Record<"founding" | "second", Hex>;
    accepted: Cosigned[];
    refused: (Cosigned & { error: string })[];
    misshapen: { name: string; blob: Hex; error: string }[];
  };
};

const COLLECTIVE = b(EPOCHS.collective);
const BUNDLE = new Bundle(
  EPOCHS.bundle.planting,
  new TreeSeed(b(EPOCHS.bundle.tree)),
  new GateSeed(b(EPOCHS.bundle.gate)),
  new NotesKey(b(EPOCHS.bundle.notes)),
);

function secretOf(one: { secret: Hex }): EpochSecret {
  return new EpochSecret(b(one.secret));
}

function openedBy(leaf: number, shown: announced.Public): EpochSecret {
  return epochs.openWrap(shown, COLLECTIVE, keytree.pathKeys(BUNDLE.tree, COLLECTIVE, BUNDLE.planting, leaf));
}

function cosignsOf(cosigns: Cosigns): announced.Cosign[] {
  return cosigns.map(([index, signature]) => [index, b(signature)]);
}

test("the bundle is that of its commitments, and of no others", () => {
  for (const [named, made] of [
    [EPOCHS.bundle.commitments, BUNDLE.commitments(COLLECTIVE)],
    [EPOCHS.bundle.founding_commitments, BUNDLE.commitments(null)],
  ] as const) {
    const commitments = { tree: b(named.tree), gate: b(named.gate), notes: b(named.notes) };
    expect(made).toEqual(commitments);
    BUNDLE.check(commitments, COLLECTIVE);
    const swapped = { ...commitments, gate: commitments.tree };
    expect(thrown(() => { BUNDLE.check(swapped, COLLECTIVE); }).name).toBe("WrongCommitment");
  }
  expect(thrown(() => { BUNDLE.check(BUNDLE.commitments(new Uint8Array(32)), COLLECTIVE); }).name).toBe("WrongCommitment");
});

describe("announcements", () => {
  each("follow from the secret and the bundle", EPOCHS.announced, (one) => {
    const { public: expected, previous: before } = one;
    const secret = secretOf(one);
    const previous = before && { hash: b(before.hash), secret: secretOf(before) };
    const shown = epochs.announce(BUNDLE, secret, COLLECTIVE, {
      epoch: expected.epoch,
      removed: [...expected.removed],
      previous,
      desk: expected.desk,
      cosigners: expected.cosigners.map(b),
    });
    expect(shown).toEqual({
      planting: expected.planting,
      epoch: expected.epoch,
      removed: [...expected.removed],
      wraps: b(expected.wraps),
      commitment: b(expected.commitment),
      previous: opt(expected.previous),
      link: opt(expected.link),
      memberGate: b(expected.member_gate),
      moderatorGate: b(expected.moderator_gate),
      desk: expected.desk,
      memberPing: b(expected.member_ping),
      moderatorPing: b(expected.moderator_ping),
      cosigners: expected.cosigners.map(b),
      encoded: b(expected.encoded),
    });
    expect(announced.parsePublic(shown.encoded)).toEqual(shown);
    expect(one.opened_by.length).toBeGreaterThan(0);
    for (const leaf of one.opened_by) expect(openedBy(leaf, shown).equals(secret)).toBe(true);
    expect(epochs.openWrapAsModerator(shown, COLLECTIVE, BUNDLE).equals(secret)).toBe(true);
    const found = epochs.walkBack(shown, secret, COLLECTIVE);
    expect(found && [hex(found.hash), hex(found.secret.reveal())]).toEqual(before && [before.hash, before.secret]);
  });

  each("that a member must not believe", EPOCHS.unopened, (one) => {
    const shown = announced.parsePublic(b(one.public));
    expect(thrown(() => openedBy(one.leaf, shown)).name).toBe(one.error);
  });

  each("that are malformed", EPOCHS.malformed, (one) => {
    expect(thrown(() => announced.parsePublic(b(one.public))).name).toBe(one.error);
  });

  each("whose links do not lead back", EPOCHS.broken_links, (one) => {
    const shown = announced.parsePublic(b(one.public));
    expect(thrown(() => epochs.walkBack(shown, secretOf(one), COLLECTIVE)).name).toBe(one.error);
  });
});

describe("the inner part", () => {
  each("is made and read alike", EPOCHS.inner, (one) => {
    const head = one.head && { seq: one.head.seq, hash: b(one.head.hash) };
    const inner = epochs.makeInner({ charter: one.charter, deskKey: opt(one.desk_key), head, until: one.until });
    expect(hex(inner.encoded)).toBe(one.encoded);
    expect(epochs.parseInner(b(one.encoded))).toEqual(inner);
    expect([inner.charter, inner.deskKey, inner.headSeq, inner.headHash, inner.until]).toEqual([
      one.charter,
      opt(one.desk_key),
      head?.seq ?? null,
      head?.hash ?? null,
      one.until,
    ]);
  });

  each("is refused", EPOCHS.inner_refused, (one) => {
    expect(thrown(() => epochs.parseInner(b(one.inner))).name).toBe(one.error);
  });
});

describe("the sealed part", () => {
  test("opens, and its approvals hold", () => {
    const one = EPOCHS.blob;
    const [shown, sealed] = announced.splitAnnouncement(b(one.blob));
    expect([hex(shown.encoded), hex(sealed)]).toEqual([one.public, one.sealed]);
    const [inner, approvals] = epochs.openAnnouncement(shown, sealed, secretOf(one), COLLECTIVE);
    expect(hex(inner.encoded)).toBe(one.inner);
    expect(approvals.map((a) => [hex(a.person), a.device, hex(a.signature)])).toEqual(one.approvals.map((a) => [a.person, a.device, a.signature]));
    for (const a of one.approvals) epochs.checkApproval(b(a.device_key), b(a.signature), shown, inner, COLLECTIVE);
    expect(hex(announced.joinAnnouncement(shown, sealed, cosignsOf(one.cosigns)))).toBe(one.blob);
    expect(hex(announced.joinAnnouncement(shown, sealed, cosignsOf(one.cosigns).reverse()))).toBe(one.blob);
  });

  each("does not open", EPOCHS.blob_refused, (one) => {
    const shown = announced.parsePublic(b(one.public));
    expect(thrown(() => epochs.openAnnouncement(shown, b(one.sealed), secretOf(one), COLLECTIVE)).name).toBe(one.error);
  });
});

describe("ping codes", () => {
  each("follow from the epoch, and their hashes stand in the announcement", EPOCHS.pings, (one) => {
    const of = EPOCHS.announced[one.epoch - 1];
    if (!of) throw new Error("a ping of no epoch");
    const shown = announced.parsePublic(b(of.public.encoded));
    const [code, hash] =
      one.role === "member"
        ? [epochs.memberPing(secretOf(of), COLLECTIVE, one.epoch), shown.memberPing]
        : [epochs.moderatorPing(BUNDLE.gate, COLLECTIVE, one.epoch), shown.moderatorPing];
    expect(["member", "moderator"]).toContain(one.role);
    expect(hex(code.reveal())).toBe(one.code);
    expect(btoa(String.fromCharCode(...code.reveal())).replaceAll("+", "-").replaceAll("/", "_")).toBe(`${one.text}==`);
    expect([hex(epochs.pingHash(COLLECTIVE, code)), hex(hash)]).toEqual([one.hash, one.hash]);
  });
});

describe("cosigning", () => {
  const { devices, needed, publics, accepted, refused, misshapen } = EPOCHS.cosigning;

  /** As it travels: the order of the file is kept, so that a reader cannot depend on it. */
  function blobOf(one: Cosigned): Uint8Array {
    const cosigns = cosignsOf(one.cosigns).map((cosign) => [...cosign]);
    return wire.encode({ public: b(publics[one.public]), sealed: new TextEncoder().encode("sealed"), cosigns });
  }

  each("keys follow from the device", devices, (one) => {
    const device = new Device(new SigningSeed(b(one.sign_seed)), new KemSeed(new Uint8Array(32)), new BoxSecret(new Uint8Array(32)));
    for (const { index, seed, public_key } of one.cosigners) {
      const made = cosigner(device, COLLECTIVE, index);
      expect([hex(made.reveal()), hex(signing.publicKey(made))]).toEqual([seed, public_key]);
    }
  });

  each("needs so many", needed, (one) => {
    expect(announced.cosignersNeeded(one.cosigners)).toBe(one.needed);
  });

  each("by enough", accepted, (one) => {
    announced.checkCosigned(one.cosigners.map(b), blobOf(one), COLLECTIVE);
  });

  each("that is refused", refused, (one) => {
    const [keys, blob] = [one.cosigners.map(b), blobOf(one)];
    expect(thrown(() => { announced.checkCosigned(keys, blob, COLLECTIVE); }).name).toBe(one.error);
  });

  each("in a blob of another shape", misshapen, (one) => {
    expect(thrown(() => announced.splitAnnouncement(b(one.blob))).name).toBe(one.error);
    expect(thrown(() => { announced.checkCosigned([], b(one.blob), COLLECTIVE); }).name).toBe(one.error);
  });
});
