/** Gates, entries, desk items and codes against the vectors (protocol §4, §5.2, §5.3, §7.1). */

import { expect, test } from "vitest";
import * as base32 from "../../src/crypto/base32";
import * as chain from "../../src/crypto/chain";
import * as gates from "../../src/crypto/gates";
import { EpochSecret, GateSeed, InviteCode, SigningSeed } from "../../src/crypto/secrets";
import * as shelves from "../../src/crypto/shelves";
import * as signing from "../../src/crypto/signing";
import { stretch } from "../../src/crypto/stretch";
import { asyncRefusal, b, cases, expectNamed, fromJson, fromRuns, hex, opt, refusal, topic, type Json } from "../vectors";

// ---- gates --------------------------------------------------------------------------------------------------------

interface Gates {
  collective: string;
  epoch_secret: string;
  gate_seed: string;
  epoch: number;
  gates: Record<gates.Role, { seed: string; public_key: string }>;
  token_purposes: Record<string, string[]>;
}
const GATES = topic<Gates>("gates");

test("gates follow from the epoch", () => {
  const seeds = {
    member: gates.memberGate(new EpochSecret(b(GATES.epoch_secret)), b(GATES.collective), GATES.epoch),
    moderator: gates.moderatorGate(new GateSeed(b(GATES.gate_seed)), b(GATES.collective), GATES.epoch),
  };
  for (const role of ["member", "moderator"] as const) {
    expect(hex(seeds[role].reveal())).toBe(GATES.gates[role].seed);
    expect(hex(signing.publicKey(seeds[role]))).toBe(GATES.gates[role].public_key);
  }
  expect(gates.TOKEN_PURPOSES).toEqual(GATES.token_purposes);
});

interface Answer {
  token_purpose: gates.TokenPurpose;
  role: gates.Role;
  epoch: number;
  challenge: string;
  signature: string;
}

function checkAnswer(each: Answer): void {
  gates.checkAnswer(
    b(GATES.gates[each.role].public_key),
    b(each.signature),
    b(GATES.collective),
    each.token_purpose,
    each.role,
    each.epoch,
    b(each.challenge),
  );
}

test.each(cases<Answer>("gates", "answers"))("%s", (_, each) => {
  const seed = new SigningSeed(b(GATES.gates[each.role].seed));
  const answer = gates.answerChallenge(seed, b(GATES.collective), each.token_purpose, each.role, each.epoch, b(each.challenge));
  expect(hex(answer)).toBe(each.signature);
  checkAnswer(each);
});

test.each(cases<Answer & { error: string }>("gates", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => {
      checkAnswer(each);
    }),
    each,
  );
});

// ---- the chain ----------------------------------------------------------------------------------------------------

interface Entry {
  shelf: chain.Shelf;
  seq: number;
  prev: string;
  kind: chain.EntryKind;
  epoch: number;
  time: number;
  urgent: number;
  place: string;
  blob_hash: string;
  header: string;
  signature: string;
  hash: string;
  blob: string | { zeros: number };
}
interface Chain {
  collective: string;
  gate_seed: string;
  gate: string;
  statement_blobs: number[];
  note_blobs: number[];
  entries: Entry[];
  stub: { header: string; signature: string; hash: string };
}
const CHAIN = topic<Chain>("chain");
const COLLECTIVE = b(CHAIN.collective);

function blobOf(each: Entry): Uint8Array {
  return typeof each.blob === "string" ? b(each.blob) : new Uint8Array(each.blob.zeros);
}

test.each(cases<Entry>("chain", "entries"))("%s", (_, each) => {
  const place = new chain.Place({ ...each, prev: b(each.prev) });
  const entry = chain.makeEntry(place, blobOf(each), new SigningSeed(b(CHAIN.gate_seed)), COLLECTIVE);
  expect([place.encode(), entry.header, entry.signature, entry.blobHash, entry.hash(COLLECTIVE)].map(hex)).toEqual([
    each.place, each.header, each.signature, each.blob_hash, each.hash,
  ]);
  expect(chain.parseEntry(entry.value(), each.shelf)).toStrictEqual(entry);
  entry.checkSignature(b(CHAIN.gate), COLLECTIVE);
});

test("entries name the one before", () => {
  const board = CHAIN.entries.filter((each) => each.shelf === "board");
  expect(board.map((each) => each.prev)).toEqual([hex(chain.NO_ENTRY), ...board.slice(0, -1).map((each) => each.hash)]);
});

test("a stub still verifies", () => {
  const { header, signature, hash } = CHAIN.stub;
  const entry = chain.parseEntry({ header: b(header), signature: b(signature), blob: null }, "board");
  entry.checkSignature(b(CHAIN.gate), COLLECTIVE);
  expect([entry.blob, hex(entry.hash(COLLECTIVE))]).toEqual([null, hash]);
  expect(hex(entry.hash(new Uint8Array(32)))).not.toBe(hash);
});

test.each(cases<{ shelf: chain.Shelf; entry: Json; error: string }>("chain", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => chain.parseEntry(fromJson(each.entry), each.shelf)),
    each,
  );
});

test.each(cases<{ header: string; signature: string; collective: string; error: string }>("chain", "bad_signatures"))("%s", (_, each) => {
  const entry = chain.parseEntry({ header: b(each.header), signature: b(each.signature), blob: null }, "board");
  expectNamed(
    refusal(() => {
      entry.checkSignature(b(CHAIN.gate), b(each.collective));
    }),
    each,
  );
});

// ---- shelves ------------------------------------------------------------------------------------------------------

test("sizes on the wire", () => {
  const sizes = topic<Record<"desk_sealed" | "mail_blobs" | "box_blobs", number[]>>("shelves");
  expect([chain.STATEMENT_BLOBS, chain.NOTE_BLOBS]).toEqual([CHAIN.statement_blobs, CHAIN.note_blobs]);
  expect([shelves.DESK_SEALED, shelves.MAIL_BLOBS, shelves.BOX_BLOBS]).toEqual([sizes.desk_sealed, sizes.mail_blobs, sizes.box_blobs]);
});

interface DeskItem {
  desk: number;
  epoch: number;
  sealed_zeros: number;
  invite: { box: string; join: string } | null;
  length: number;
  id: string;
}

test.each(cases<DeskItem>("shelves", "desk_items"))("%s", (_, each) => {
  const invite = each.invite && { box: b(each.invite.box), join: b(each.invite.join) };
  const item = shelves.encodeDeskItem(each.desk, each.epoch, new Uint8Array(each.sealed_zeros), invite);
  expect([item.encoded.length, hex(item.id)]).toEqual([each.length, each.id]);
  expect(shelves.parseDeskItem(item.encoded)).toStrictEqual(item);
  expect([item.inviteBox, item.join]).toEqual([opt(each.invite?.box ?? null), opt(each.invite?.join ?? null)]);
});

test.each(cases<{ runs: (string | number)[]; error: string }>("shelves", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => shelves.parseDeskItem(fromRuns(each.runs))),
    each,
  );
});

// ---- codes and ids ------------------------------------------------------------------------------------------------

test.each(cases<{ bytes: string; id: string }>("base32", "ids"))("%s", (_, each) => {
  expect(base32.encodeId(b(each.bytes))).toBe(each.id);
  if (each.id) expect([each.id, each.id.toUpperCase()].map(base32.normaliseId)).toEqual([each.id, each.id]);
});

test.each(cases<{ text: string; id: string }>("base32", "typed"))("%s", (_, each) => {
  expect(base32.normaliseId(each.text)).toBe(each.id);
});

test.each(cases<{ text: string; error: string }>("base32", "refused"))("%s", (_, each) => {
  expectNamed(
    refusal(() => base32.normaliseId(each.text)),
    each,
  );
});

test.each(cases<{ code: string; text: string; plain: boolean }>("invites", "codes"))("%s", (_, each) => {
  expect(base32.encodeCode(b(each.code))).toBe(each.text);
  expect(hex(base32.decodeCode(each.text))).toBe(each.code);
  expect(base32.checkIsPlain(b(each.code))).toBe(each.plain);
});

test.each(cases<{ code: string; text: string }>("invites", "typed"))("%s", (_, each) => {
  expect(hex(base32.decodeCode(each.text))).toBe(each.code);
});

test.each(cases<{ text: string; detail: string; error: string }>("invites", "bad_codes"))("%s", (_, each) => {
  const error = refusal(() => base32.decodeCode(each.text));
  expectNamed(error, each);
  expect(error.detail).toBe(each.detail);
});

test("one wrong digit, and two neighbours swapped, are always noticed", () => {
  for (const code of [InviteCode.random().reveal(), new Uint8Array(16)]) {
    const symbols = Array.from(base32.encodeCode(code).replaceAll("-", ""));
    const wrong = symbols.slice(0, -1).flatMap((was, at) => [
      ...Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ").filter((digit) => digit !== was).map((digit) => symbols.with(at, digit)),
      ...(at < 25 && symbols[at + 1] !== was ? [symbols.with(at, symbols[at + 1] ?? "").with(at + 1, was)] : []),
    ]);
    expect(new Set(wrong.map((typed) => refusal(() => base32.decodeCode(typed.join(""))).name))).toEqual(new Set(["BadInput"]));
  }
});

// ---- Argon2id -----------------------------------------------------------------------------------------------------

const SALT = Uint8Array.from({ length: 16 }, (_, i) => i);

// Made by `crypto/stretch.py`, that is by libsodium. (device.json has more, for the parameters that two devices share.)
test.each([
  ["password", {}, "39903a34cd393876436e671cd690dfe8ab9ce7b13459a7e04ec0e4f0694ddb0d"],
  ["", { size: 16, passes: 3, memory: 8192 }, "c295444bfb0f3a2915719153cf05fc83"],
  [
    "\u00fc".repeat(40),
    { size: 64 },
    "09714a4e861a6b0a8a2077b27f6fa499e77313963ec4ebdf8918d56871831652ec73a9da46686b68c33368bae6370b5adfb260cb7b557b669bd07f0456e485bd",
  ],
])("%j is stretched with %j as libsodium does it", async (password, how, expected) => {
  expect(hex(await stretch(new TextEncoder().encode(password), SALT, how))).toBe(expected);
});

test("a machine without the memory says so", async () => {
  expect((await asyncRefusal(() => stretch(SALT, SALT, { memory: 2 ** 31 }))).name).toBe("StorageFailed");
});

test.each([[15, 32], [17, 32], [0, 32], [16, 15], [16, 65]])("a salt of %i bytes for %i bytes is our own mistake", async (salt, size) => {
  expect((await asyncRefusal(() => stretch(new Uint8Array(1), new Uint8Array(salt), { size }))).name).toBe("BadInput");
});
