/** What holds secrets does not show them: not as text, not as JSON, not on a console, not in an error (house style 7). */

import { readdirSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { PathKeys, SignedBundle } from "../../src/crypto/boxes";
import { Bundle } from "../../src/crypto/bundle";
import { Device, fromWords } from "../../src/crypto/device";
import type { Previous } from "../../src/crypto/epochs";
import { type Invite, readCode, type Welcome } from "../../src/crypto/invites";
import type { Handover } from "../../src/crypto/handover";
import type { Belongings } from "../../src/crypto/recovery";
import { decodePathKeys } from "../../src/crypto/keytree";
import { AeadKey, BoxSecret, DataKey, DeviceEntropy, EpochSecret, GateSeed, KemSeed, NodeKey, NotesKey, SigningSeed, TreeSeed } from "../../src/crypto/secrets";
import { openLock, Records } from "../../src/crypto/vault";
import { hex, rejected, thrown } from "./vectorsAtHand";

const MARK = Uint8Array.from({ length: 32 }, (_, i) => [0x5e, 0xc3, 0xe7][i % 3] ?? 0);
const NOTHING = new Uint8Array(32);

/** How these bytes could show in a text. */
function faces(value: Uint8Array): string[] {
  const text = String.fromCharCode(...value);
  return [hex(value), hex(value).toUpperCase(), btoa(text), text, value.join(","), value.join(", "), `${BigInt(`0x${hex(value)}`)}`];
}

function shows(text: string): boolean {
  // Eight bytes of it are enough to be called a leak.
  const plain = text.replaceAll(/\s+/gu, " "); // a console sets numbers in columns
  return [MARK, MARK.slice(0, 8)].some((part) => faces(part).some((face) => plain.includes(face)));
}

/** Everything that a person or a log could be shown of a value. */
function shown(value: object): string {
  const deep = { depth: null, showHidden: true, getters: false } as const;
  const visible = Object.values(value).map(String);
  return [JSON.stringify(value), JSON.stringify([value]), inspect(value, deep), inspect({ value }, deep), ...visible].join("\n");
}

const bundle = new Bundle(1, new TreeSeed(MARK), new GateSeed(MARK), new NotesKey(MARK));
const sign = new SigningSeed(MARK);
const secret = new EpochSecret(MARK);

const belongings = {
  collective: NOTHING,
  alias: "fern",
  joined: 1,
  announcement: NOTHING,
  planting: 1,
  leaf: 1 << 20,
  keys: new Map([[1, new NodeKey(MARK)]]),
  bundle,
} satisfies Belongings;

const HOLDERS = {
  Bundle: bundle,
  Device: new Device(sign, new KemSeed(MARK), new BoxSecret(MARK)),
  Previous: { hash: NOTHING, secret } satisfies Previous,
  Invite: { box: NOTHING, key: new AeadKey(MARK), sign, publicKey: NOTHING } satisfies Invite,
  Welcome: { collective: NOTHING, epoch: 1, secret, announcement: NOTHING, moderator: true } satisfies Welcome,
  PathKeys: { planting: 1, leaf: 1 << 20, keys: new Map([[1, new NodeKey(MARK)]]), signer: NOTHING } satisfies PathKeys,
  SignedBundle: { bundle, signer: NOTHING } satisfies SignedBundle,
  Handover: { entropy: new DeviceEntropy(MARK.slice(0, 16)), belongings, words: true, period: null } satisfies Handover,
  Belongings: belongings,
  Records: new Records(new DataKey(MARK)),
  To: { kemKey: NOTHING, device: NOTHING, collective: NOTHING, signer: sign },
  By: { kem: new KemSeed(MARK), device: NOTHING, collective: NOTHING },
};

describe("what holds secrets", () => {
  test("would be seen if it showed them", () => {
    for (const face of faces(MARK)) expect(shows(`key=${face}!`)).toBe(true);
    expect(shows(shown({ key: MARK }))).toBe(true);
    expect(shows(shown({ keys: new Map([[1, MARK]]) }))).toBe(true);
  });

  for (const [name, holder] of Object.entries(HOLDERS)) {
    test(`does not show them: ${name}`, () => {
      expect(shows(shown(holder))).toBe(false);
    });
  }

  test("is all among those checked", () => {
    const room = new URL("../../src/crypto/", import.meta.url);
    const source = (name: string) => readFileSync(new URL(name, room), "utf8");
    const kinds = Array.from(source("secrets.ts").matchAll(/class (\w+) extends Secret/gu), (found) => found[1]);
    expect(kinds.length).toBeGreaterThan(10);
    const field = new RegExp(`^  readonly #?\\w+: (?:${kinds.join("|")}|Bundle|keytree\\.NodeKeys)\\b`, "mu");
    const holding = readdirSync(room)
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => Array.from(source(name).matchAll(/^export (?:class|interface) (\w+)[^{]*\{\n(.*?)^\}/gmsu)))
      .filter(([, , body = ""]) => field.test(body))
      .map(([, name]) => name);
    expect(holding.sort()).toEqual(Object.keys(HOLDERS).sort());
  });
});

test("errors show nothing of what was tried", async () => {
  const text = hex(MARK);
  const attempts = [
    () => decodePathKeys(1 << 20, MARK),
    () => readCode(text),
    () => fromWords(text),
    () => { bundle.check({ tree: NOTHING, gate: NOTHING, notes: NOTHING }, NOTHING); },
    () => new Records(new DataKey(MARK)).open("state", MARK),
  ];
  const errors = [...attempts.map((attempt) => thrown(attempt)), await rejected(() => openLock(MARK, text))];
  for (const error of errors) {
    expect(error.cause).toBe(undefined);
    expect(shows([shown(error), error.stack, error.message].join("\n"))).toBe(false);
  }
});
