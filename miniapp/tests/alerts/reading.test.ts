/** What scenarios do not show of reading: trials, texts that come late, keys made of bytes, cosigners, posts, and faces. */

import { shake256 } from "@noble/hashes/sha3.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { Board } from "../../src/alerts/board";
import { parseCharter } from "../../src/alerts/charter";
import { acceptable, firstKeys, isComplete, leftOut, listed, mine, notesDue } from "../../src/alerts/cosigning";
import { checkContent } from "../../src/alerts/contents";
import { beganAt } from "../../src/alerts/inbox";
import { BytesMap, BytesSet, sameBytes } from "../../src/alerts/keyed";
import type { Member } from "../../src/alerts/member";
import { Moderator } from "../../src/alerts/moderator";
import {
  checkAccept,
  checkFollowUp,
  checkJoin,
  founderJoin,
  makeAccept,
  makeFollowUp,
  makeReport,
  openItem,
  sealItem,
} from "../../src/alerts/posts";
import { Receipt } from "../../src/alerts/receipt";
import { makeBody } from "../../src/alerts/statements";
import { sealPathKeys } from "../../src/crypto/boxes";
import { Entry, parseEntry } from "../../src/crypto/chain";
import { cosigner, deviceFromEntropy } from "../../src/crypto/device";
import { decodePathKeys } from "../../src/crypto/keytree";
import { kemPublicKey } from "../../src/crypto/sealing";
import { DeviceEntropy, KemSeed } from "../../src/crypto/secrets";
import type { ValueMap } from "../../src/crypto/wire";
import * as wire from "../../src/crypto/wire";
import { b, hex, opt, refusal } from "../vectors";
import { readerOf, reopened, type Scenario } from "./scenarioPlayer";

function load(name: string): Scenario {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/scenarios/${name}.json`, import.meta.url), "utf8")) as Scenario;
}

function entriesOf(values: readonly { header: string; signature: string; blob: string | null }[], shelf: "board" | "log"): Entry[] {
  return values.map(({ header, signature, blob }) => parseEntry({ header: b(header), signature: b(signature), blob: opt(blob) }, shelf));
}

function boardOf(scenario: Scenario): Entry[] {
  return scenario.responses.flatMap((response) => entriesOf(response.entries, "board"));
}

function stub(entry: Entry): Entry {
  return new Entry(entry.header, entry.signature, null, entry.place, entry.blobHash);
}

function alertsOf(reader: Member): unknown[] {
  return reader.board.alerts.map((thing) => [hex(thing.id), thing.versions.length, thing.retracted, thing.soFar]);
}

/** A board with an alert, nothing refused, and the entry of the alert's first version. */
async function alerted(): Promise<{ scenario: Scenario; entries: Entry[]; whole: Member; seq: number }> {
  const scenario = load("published-twice");
  const whole = await readerOf(scenario.given);
  const entries = boardOf(scenario);
  whole.readBoard(entries);
  const seq = whole.board.alerts[0]?.first.seq;
  if (seq === undefined) throw new Error("this scenario has an alert");
  return { scenario, entries, whole, seq };
}

describe("a text that was withheld", () => {
  test("is taken in when it comes, and verified as if it had never been away", async () => {
    const { scenario, entries, whole, seq } = await alerted();
    const original = entries[seq];
    if (original === undefined) throw new Error("no such entry");
    const reader = await readerOf(scenario.given);
    reader.readBoard(entries.with(seq, stub(original)));
    expect(reader.board.withheld).toEqual([seq]);
    expect(reader.board.alerts[0]?.first.seq).not.toBe(seq); // the repetition counts meanwhile
    expect(reader.board.refused).toEqual([]);

    expect(reader.takeWithheld(stub(original))).toBe(false);
    expect(reader.takeWithheld(entries[0] ?? original)).toBe(false);
    expect(reader.board.withheld).toEqual([seq]);

    expect(reader.takeWithheld(original)).toBe(true);
    expect(reader.board.withheld).toEqual([]);
    expect(reader.board.alerts[0]?.first.seq).toBe(seq);
    expect(reader.board.refused).toEqual(whole.board.refused);
    expect(alertsOf(reader)).toEqual(alertsOf(whole));
    expect(alertsOf(await reopened(reader))).toEqual(alertsOf(whole));
    expect(reader.takeWithheld(original)).toBe(false);
  });
});

test("whatever breaks reading off, nothing is learned from what was not read", async () => {
  const scenario = load("link-in-a-response-that-is-refused");
  const reader = await readerOf(scenario.given);
  const [first, second] = scenario.responses.map((response) => entriesOf(response.entries, "board"));
  reader.readBoard(first ?? []);
  const known = [...reader.secrets.keys()].map(hex);
  const claims = vi.spyOn(Board.prototype, "claims").mockImplementation(() => { throw new Error("out of memory"); });
  await expect(reader.readBoardSlowly(second ?? [], () => Promise.resolve())).rejects.toThrow("out of memory");
  claims.mockRestore();
  expect([...reader.secrets.keys()].map(hex)).toEqual(known);
  expect(reader.entries.length).toBe(first?.length);
});

describe("a trial", () => {
  test("says what readers would refuse, and changes nothing", async () => {
    const { scenario, entries, whole } = await alerted();
    const refused = whole.board.refused.at(-1);
    const reader = await readerOf(scenario.given);
    const fresh = entries.slice(0, -1);
    const last = entries.at(-1);
    if (last === undefined || refused?.seq !== fresh.length) throw new Error("the last entry of this scenario is refused");
    reader.readBoard(fresh);
    const before = inspectBoard(reader);
    expect(reader.board.wouldAccept([last], reader.secrets)).toEqual(refused);
    const forged = new Entry(last.header, last.signature.map((byte) => byte ^ 1), last.blob, last.place, last.blobHash);
    expect(reader.board.wouldAccept([forged], reader.secrets)?.error).toBe("BadSignature");
    expect(inspectBoard(reader)).toEqual(before);
  });

  test("accepts what readers accept", async () => {
    const { scenario, entries, seq } = await alerted();
    const reader = await readerOf(scenario.given);
    const last = entries[seq];
    if (last === undefined) throw new Error("no such entry");
    reader.readBoard(entries.slice(0, seq));
    const before = inspectBoard(reader);
    expect(reader.board.wouldAccept([last], reader.secrets)).toBeNull();
    expect(inspectBoard(reader)).toEqual(before);
    reader.readBoard([last]);
    expect(inspectBoard(reader)).not.toEqual(before);
  });
});

function inspectBoard(reader: Member): unknown {
  const { board } = reader;
  return [board.head, alertsOf(reader), [...board.unjudged], board.nextEpoch, board.refused.length, board.alarms.length];
}

describe("content that somebody else wrote", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("may call a kind or a rule %s, and finds nothing there", (name) => {
    expect(refusal(() => { checkContent(name, {}); }).name).toBe("WrongShape");
    const field = Object.fromEntries([[name, true]]) as ValueMap;
    expect(refusal(() => { checkContent("notice", { text: "x", language: "en", ...field }); }).name).toBe("WrongShape");
  });

  test("keeps a rule called __proto__ as one that is not known", async () => {
    const { whole } = await alerted();
    const policy = wire.decode(wire.encode(Object.fromEntries([["__proto__", { alert_quorum: 7 }]])));
    const charter = parseCharter(2, { ...whole.board.charter.content(), policy }, new Uint8Array(32));
    expect(charter.rule("alert_quorum")).toBe(2);
    expect(charter.rule("constructor")).toBeNull();
    expect(wire.encode(charter.content())).toEqual(wire.encode({ ...whole.board.charter.content(), policy }));
  });
});

describe("keys made of bytes", () => {
  const one = Uint8Array.of(1, 2);
  const same = Uint8Array.of(1, 2);

  test("are compared by what they hold, and keep their order", () => {
    const map = new BytesMap([[one, "a"], [Uint8Array.of(0), "b"]]);
    expect([map.get(same), map.has(Uint8Array.of(1)), map.size]).toEqual(["a", false, 2]);
    map.set(same, "c");
    expect([...map.values()]).toEqual(["c", "b"]);
    const copy = map.copy();
    copy.delete(one);
    expect([map.size, copy.size]).toEqual([2, 1]);
    expect(map.setDefault(same, () => "d")).toBe("c");
  });

  test("and so are sets", () => {
    const set = new BytesSet([one, same]);
    expect([set.size, set.has(same)]).toEqual([1, true]);
    expect(set.isWithin(new BytesSet([one, Uint8Array.of(3)]))).toBe(true);
    expect(new BytesSet([one, Uint8Array.of(3)]).isWithin(set)).toBe(false);
    expect([set.meets(new BytesSet([same])), set.meets(new BytesSet())]).toEqual([true, false]);
    expect([sameBytes(null, null), sameBytes(one, null), sameBytes(one, same)]).toEqual([true, false, true]);
  });
});

/** A moderator who has read board and log. */
async function moderator(): Promise<Moderator> {
  const scenario = load("honest-log");
  const reader = await readerOf(scenario.given);
  if (!(reader instanceof Moderator)) throw new Error("this scenario is a moderator's");
  for (const response of scenario.responses) {
    reader.readBoard(entriesOf(response.entries, "board"));
    reader.readLog(entriesOf(response.log?.entries ?? [], "log"));
  }
  return reader;
}

test("one-time keys are published when few are left, and are this device's own", async () => {
  const reader = await moderator();
  const [me] = reader.me;
  const seedOf = (index: number) => cosigner(reader.device, reader.collective, index);
  reader.log.cosigners.delete(me);
  const [note] = notesDue(reader);
  const keys = note?.[1]["keys"] as Uint8Array[];
  expect(note?.[0]).toBe("cosigners");
  expect(keys.map(hex)).toEqual(firstKeys(seedOf).map(hex));
  reader.log.cosigners.set(me, keys);
  expect(notesDue(reader)).toEqual([]);
  expect(listed(reader, reader.board.charter).map(hex)).toContain(hex(keys[0] ?? new Uint8Array()));
  const shown = reader.board.epoch.public;
  expect(leftOut(reader)).toBe(false);
  expect(isComplete(reader)).toBe(false); // she has keys now, and the announcement names none of hers
  expect(mine(reader, shown)).toBeNull();
  const others = keys.slice(0, 2);
  expect(acceptable(reader, others.slice(0, 1), reader.board.charter)).toBe(true);
  expect(acceptable(reader, others, reader.board.charter)).toBe(false); // two keys of one person
  expect(acceptable(reader, [new Uint8Array(32)], reader.board.charter)).toBe(false); // nobody's
});

test("what is posted opens at the desk, and nowhere else", async () => {
  const reader = await moderator();
  const seed = KemSeed.random();
  const desk = { ...reader.desk(), publicKey: kemPublicKey(seed) };
  const { collective, secret } = desk;
  const [item, receipt] = makeReport({ kinds: ["threats"] }, { head: reader.board.epoch.hash, now: 5, collective });
  const sealed = await sealItem(item, desk);
  expect(await openItem(sealed, seed, secret, collective)).toEqual(item);
  await expect(openItem(sealed, KemSeed.random(), secret, collective)).rejects.toMatchObject({ name: "CannotOpen" });
  const strange = await sealItem({ type: "constructor" }, desk);
  await expect(openItem(strange, seed, secret, collective)).rejects.toMatchObject({ name: "WrongShape" });

  const followUp = makeFollowUp(receipt, collective, "answer", { text: "yes", question: 1 });
  expect(checkFollowUp(followUp, item.follow, collective)).toMatchObject({ kind: "answer", text: "yes", shown: null });
  expect(refusal(() => checkFollowUp({ ...followUp, counter: 2 }, item.follow, collective)).name).toBe("NotTheReceipt");
  const empty = makeFollowUp(receipt, collective, "agree");
  expect(refusal(() => checkFollowUp(empty, item.follow, collective)).name).toBe("WrongShape");

  const accept = makeAccept(reader.device, collective, 1);
  expect(checkAccept(accept.body, accept.signature, collective, 2)).toEqual(reader.device.signingKey);
  expect(refusal(() => checkAccept(accept.body, accept.signature, collective, 3)).name).toBe("WrongEpoch");

  const kept = Receipt.fromState(wire.decode(wire.encode(receipt.state())));
  expect(kept.state()).toEqual(receipt.state());
  expect(kept.content()).toEqual(item);
});

test("when the desk was looked at last is told by the earlier of two clocks, and a relay's clock that stands still does not hold it back", () => {
  const now = 1_800_000_000;
  expect(beganAt(now, now)).toBe(now);
  expect(beganAt(now + 3600, now)).toBe(now);
  expect(beganAt(now, now + 3600)).toBe(now);
  expect(beganAt(now, 0)).toBe(now);
  for (const says of [1, now - 30 * 86_400, now - 86_400]) expect(beganAt(now, says)).toBe(now - 86_400);
});

test("keys of the next planting stay if somebody who stays signed them, and not if the moderator did who goes", async () => {
  const { given, responses } = load("honest-replant");
  const entries = responses.flatMap((response) => entriesOf(response.entries, "board"));
  const [now, next] = given.paths;
  if (now === undefined || next === undefined) throw new Error("the scenario gives keys of two plantings");
  const whole = await readerOf(given);
  whole.readBoard(entries);
  const shown = whole.board.epoch.public;
  // The scenarios' devices follow from their names (`tests/partners/scribe.py`).
  const seedOf = (name: string) => new DeviceEntropy(shake256(utf8ToBytes(`parasol scenarios: device ${name}`), { dkLen: 16 }));
  const stays: boolean[] = [];
  for (const name of ["ana", "bea", "cleo"]) {
    const signer = await deviceFromEntropy(seedOf(name));
    stays.push(whole.board.charter.placeOf(signer.signingKey) !== null);
    const her = await readerOf({ ...given, bundles: [], paths: [now] });
    const switched = entries.findIndex((entry) => entry.hash(her.collective).join() === whole.board.epoch.hash.join()) - 1;
    her.readBoard(entries.slice(0, switched));
    expect(her.board.charter.placeOf(signer.signingKey)).not.toBeNull();
    const { device, collective } = her;
    const to = { kemKey: kemPublicKey(device.kem), device: device.signingKey, collective, signer: signer.sign };
    await her.takePathKeys(await sealPathKeys(decodePathKeys(next.leaf, b(next.keys)), next.leaf, shown.planting, to), shown);
    her.readBoard(entries.slice(switched));
    expect([her.board.charter.planting, her.hasPathKeys]).toEqual([shown.planting, stays.at(-1)]);
  }
  expect(stays).toEqual([true, true, false]);
});

test("what people wrote, and what names their boxes, has no readable face", async () => {
  const reader = await moderator();
  const join = checkJoin(founderJoin(reader.device, reader.collective, "aliasmark"), reader.collective);
  const content = { text: "contentmark", language: "en" };
  const body = makeBody("notice", content, { collective: reader.collective, charter: 1, objectId: b("01".repeat(16)), until: 1 });
  const [, receipt] = makeReport({ kinds: ["kindmark"] }, { head: body.hash, now: 1, collective: reader.collective });
  const holders: object[] = [join, body, receipt, reader, reader.board, reader.log, reader.board.charter, ...reader.log.members.values()];
  const asText: (value: unknown) => string = String;
  const shown = holders.flatMap((value) => [inspect(value, { depth: null }), JSON.stringify({ value }), asText(value)]).join("\n");
  const aliases = reader.members().map((member) => member.alias);
  expect(aliases).not.toEqual([]);
  for (const mark of ["aliasmark", "contentmark", "kindmark", reader.board.charter.name, ...aliases]) expect(shown).not.toContain(mark);
  expect(shown).toContain("<Moderator>");
  expect([join.alias, body.content["text"], receipt.kinds[0]]).toEqual(["aliasmark", "contentmark", "kindmark"]);
});
