/** Whatever is parsed: whole it passes, cut anywhere or with more behind it is refused, and so is a changed bit. */

import { describe, expect, test } from "vitest";
import { concat } from "../../src/crypto/bytes";
import * as chain from "../../src/crypto/chain";
import { Refused } from "../../src/crypto/errors";
import { kemPublicKey, open, openOnce, openSealed, seal, sealOnce, sealTo } from "../../src/crypto/sealing";
import { AeadKey, KemSeed, SigningSeed } from "../../src/crypto/secrets";
import { DESK_SEALED, encodeDeskItem, parseDeskItem } from "../../src/crypto/shelves";
import { publicKey, signMessage, verifyMessage } from "../../src/crypto/signing";
import * as wire from "../../src/crypto/wire";
import { asyncRefusal, hex } from "../vectors";

const of = (byte: number) => new Uint8Array(32).fill(byte);
const COLLECTIVE = of(7);
const [KEM, KEY, GATE] = [new KemSeed(of(5)), new AeadKey(of(6)), new SigningSeed(of(11))];
const [CTX, TEXT] = [Uint8Array.of(1, 2), Uint8Array.of(3, 4, 5)];
const PLACE = new chain.Place({ shelf: "board", seq: 0, prev: chain.NO_ENTRY, kind: chain.STATEMENT, epoch: 1, time: 1_800_000_000 });
const ENTRY = chain.makeEntry(PLACE, new Uint8Array(chain.STATEMENT_BLOBS[0] ?? 0), GATE, COLLECTIVE);
const DESK_ITEM = encodeDeskItem(1, 1, new Uint8Array(DESK_SEALED[0] ?? 0), { box: of(0), join: of(0) });

function parseHeader(header: Uint8Array): chain.Entry {
  return chain.parseEntry({ header, signature: ENTRY.signature, blob: null }, "board");
}

type Parse = (data: Uint8Array) => unknown;

/** Encodings: a changed bit may give another good value, but never the same one again. */
const PLAIN: [string, Uint8Array, Parse][] = [
  ["value", wire.encode({ a: [1, "b", null], c: Uint8Array.of(100) }), (data) => wire.decode(data)],
  ["desk item", DESK_ITEM.encoded, parseDeskItem],
  ["header", ENTRY.header, (data) => parseHeader(data).header],
];

/** Under a key or a signature: any changed bit is refused. */
const BOUND: [string, Uint8Array, Parse][] = [
  [
    "signed header",
    ENTRY.header,
    (data) => {
      parseHeader(data).checkSignature(publicKey(GATE), COLLECTIVE);
    },
  ],
  [
    "signature",
    signMessage(GATE, TEXT),
    (data) => {
      verifyMessage(publicKey(GATE), data, TEXT);
    },
  ],
  ["seal", seal(KEY, CTX, TEXT), (data) => open(KEY, CTX, data)],
  ["seal once", sealOnce(KEY, CTX, TEXT), (data) => openOnce(KEY, CTX, data)],
  ["seal to a key", await sealTo(kemPublicKey(KEM), CTX, TEXT), (data) => openSealed(KEM, CTX, data)],
  ["padded", wire.pad(new Uint8Array(0), [1]), (data) => wire.unpad(data, [1])],
];

async function refused(parse: Parse, data: Uint8Array): Promise<void> {
  expect(await asyncRefusal(() => Promise.resolve().then(() => parse(data)))).toBeInstanceOf(Refused);
}

/** Every place of what is short; of what is long the beginning, the end and some between. */
function places(length: number): number[] {
  return Array.from({ length }, (_, at) => at).filter((at) => length < 400 || at < 80 || at > length - 20 || at % 31 === 0);
}

describe.each([...PLAIN, ...BOUND])("%s", (_, whole, parse) => {
  test("whole it passes", async () => {
    await parse(whole);
  });

  test("cut anywhere it is refused", async () => {
    for (const cut of places(whole.length)) await refused(parse, whole.slice(0, cut));
  });

  test("with more behind it is refused", async () => {
    for (const more of [[0], [0x80], [0xff], [0xf6], whole]) await refused(parse, concat(whole, Uint8Array.from(more)));
  });
});

test.each(BOUND)("%s: with a bit changed it is refused", async (_, whole, parse) => {
  for (const at of places(whole.length)) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    await refused(parse, changed);
  }
});

test.each(PLAIN)("%s: with a bit changed it is never the same value", (_, whole, parse) => {
  const value = parse(whole);
  let others = 0;
  for (const at of places(whole.length)) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    try {
      expect(parse(changed)).not.toEqual(value);
      others++;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  expect(others).toBeGreaterThan(0);
});

test.each([...PLAIN, ...BOUND].slice(1))("%s: other bytes are refused", async (_, whole, parse) => {
  const ones = new Uint8Array(whole.length).fill(0xff);
  for (const other of [new Uint8Array(0), new Uint8Array(whole.length), ones, wire.encode({ header: CTX })]) {
    await refused(parse, other);
  }
});

test("a place is the header without the blob's hash", () => {
  const { blob, ...rest } = wire.decode(ENTRY.header) as wire.ValueMap;
  expect(blob).toEqual(ENTRY.blobHash);
  expect(hex(ENTRY.place.encode())).toBe(hex(wire.encode(rest)));
});
