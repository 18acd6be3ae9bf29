/** A device in its vault: what is kept, what a locked one shows, and what is said of a damaged one. The twin of the tests of `alerts/home.py`. */

import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Member } from "../../src/alerts/member";
import { FORM } from "../../src/alerts/migrations";
import { Moderator } from "../../src/alerts/moderator";
import { makeFollowUp } from "../../src/alerts/posts";
import { validateReport, type Report } from "../../src/alerts/report";
import { Entry } from "../../src/crypto/chain";
import { digest, Purpose } from "../../src/crypto/context";
import { DataKey } from "../../src/crypto/secrets";
import * as signing from "../../src/crypto/signing";
import { Records } from "../../src/crypto/vault";
import * as wire from "../../src/crypto/wire";
import { BLOCK, Kept, oldName } from "../../src/vault/blocks";
import { Home } from "../../src/vault/home";
import { Store, type Change } from "../../src/vault/store";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";
import { asyncRefusal, hex } from "../vectors";

const NOW = 1_800_000_500;
let count = 0;

/** A store that notes what is written into it. */
async function fresh(): Promise<{ store: Store; written: Change[] }> {
  const store = await Store.open(`home ${(count += 1)}`);
  const written: Change[] = [];
  const write = store.write.bind(store);
  store.write = async (changes) => {
    await write(changes);
    written.push(...changes);
  };
  return { store, written };
}

async function readerOfScenario(name: string): Promise<Member> {
  const file = new URL(`../../../tests/vectors/scenarios/${name}.json`, import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  const reader = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(reader, response, new Told());
  expect(reader.board.founded).toBe(true);
  return reader;
}

function reportOf(member: Member, happened: string): Report {
  const { policy, country } = member.board.charter;
  return validateReport({ kinds: ["assault"], happened }, { policy, country });
}

let member: Member;
let moderator: Moderator;

beforeAll(async () => {
  member = await readerOfScenario("honest-mail");
  const reads = await readerOfScenario("honest-log");
  if (!(reads instanceof Moderator)) throw new Error("a moderator's scenario is read by a member");
  moderator = reads;
});

function same(one: Member | null, other: Member): void {
  expect(one).not.toBeNull();
  expect(one?.state()).toEqual(other.state());
  expect(one?.entries.map((entry) => entry.value())).toEqual(other.entries.map((entry) => entry.value()));
  expect(one?.board.alerts.map((thing) => hex(thing.id))).toEqual(other.board.alerts.map((thing) => hex(thing.id)));
}

test("a member and a moderator come back as they were", async () => {
  for (const device of [member, moderator]) {
    const { store } = await fresh();
    const key = DataKey.random();
    await new Home(store, key).save(device);
    const again = await new Home(store, key).load();
    same(again, device);
    expect(again instanceof Moderator).toBe(device instanceof Moderator);
    if (again instanceof Moderator) expect(again.logEntries.length).toBe(moderator.logEntries.length);
  }
  expect(member.receipts.size * moderator.logEntries.length).toBeGreaterThan(0);
});

test("a new vault has nobody in it, and another key opens nothing", async () => {
  const { store } = await fresh();
  expect(await new Home(store, DataKey.random()).load()).toBeNull();
  await new Home(store, DataKey.random()).save(member);
  expect(await new Home(store, DataKey.random()).load()).toBeNull();
});

test("only what changed is written; a text of one's own shows only in that the two records which every change writes are written", async () => {
  const { store, written } = await fresh();
  const home = new Home(store, DataKey.random());
  await home.save(member);
  expect(written.length).toBe(Math.ceil(member.entries.length / BLOCK) + 5);
  written.length = 0;
  await home.save(member);
  expect(written).toEqual([]);
  const receipt = member.report(reportOf(member, "a".repeat(3000)), NOW);
  await home.save(member);
  const afterReport = sizes(written);
  member.forget(receipt.id);
  written.length = 0;
  member.mailAfter += 1;
  await home.save(member);
  expect(sizes(written)).toEqual(afterReport);
  expect(afterReport).toEqual([65_576, 262_184]);
});

test("the vault of somebody who has reported, and begun another, looks like that of somebody who has not", async () => {
  const looks = async (act: (home: Home) => Promise<void>) => {
    const { store, written } = await fresh();
    const home = new Home(store, DataKey.random());
    await act(home);
    await home.save(member);
    return sizes([...new Map(written.map((change) => [hex(change[1] as Uint8Array), change])).values()]);
  };
  const quiet = await looks(() => Promise.resolve());
  const receipt = member.report(reportOf(member, "words"), NOW);
  const busy = await looks((home) => home.putDraft("report", { happened: "more words" }));
  member.forget(receipt.id);
  expect(busy).toEqual(quiet);
});

test("what is begun is kept by its name, and forgotten", async () => {
  const { store } = await fresh();
  const key = DataKey.random();
  const home = new Home(store, key);
  await home.putDraft("report", { kinds: ["assault"] });
  await home.putDraft("answer", "yes");
  await home.save(member);
  const again = new Home(store, key);
  expect([await again.draft("report"), await again.draft("answer"), await again.draft("other")]).toEqual([
    { kinds: ["assault"] },
    "yes",
    null,
  ]);
  await again.putDraft("report", null);
  expect(await again.draft("report")).toBeNull();
  expect(await again.draft("answer")).toBe("yes");
});

test("what is begun is listed, and several are forgotten at once; no less is kept then, to look at", async () => {
  const { store, written } = await fresh();
  const home = new Home(store, DataKey.random());
  for (const name of ["ask-01", "text-02", "reports"]) await home.putDraft(name, name);
  expect((await home.draftNames()).sort()).toEqual(["ask-01", "reports", "text-02"]);
  const before = sizes(written);
  written.length = 0;
  await home.forgetDrafts(["ask-01", "text-02", "never there"]);
  expect([written.length, ...sizes(written)]).toEqual([1, before[0]]);
  expect(await home.draftNames()).toEqual(["reports"]);
  await home.forgetDrafts(["reports"]);
  expect(await home.draftNames()).toEqual([]);
  expect(sizes(written)).toEqual([before[0], before[0]]);
});

test.each([
  ["none before", undefined, "newer"],
  ["an older one before", "older", "newer"],
  ["one that is forgotten meanwhile", "older", null],
])("what is begun while a device is saved stays: %s", async (_, before, then) => {
  const { store } = await fresh();
  const key = DataKey.random();
  if (before !== undefined) await new Home(store, key).putDraft("report", before);
  const home = new Home(store, key);
  const read = store.read.bind(store);
  store.read = async (...asked) => {
    const found = await read(...asked);
    store.read = read;
    await home.putDraft("report", then);
    return found;
  };
  await home.save(member);
  expect(await new Home(store, key).draft("report")).toBe(then);
});

test("nothing that was written can be read in the store", async () => {
  const { store, written } = await fresh();
  const home = new Home(store, DataKey.random());
  const receipt = member.report(reportOf(member, "canary of what happened"), NOW);
  await home.save(member);
  member.forget(receipt.id);
  const all = written.map(([, name, value]) => hex(name as Uint8Array) + hex(value as Uint8Array)).join("");
  const words = ["canary of what happened", "reader", "assault"].map((word) => hex(new TextEncoder().encode(word)));
  for (const secret of [...words, hex(member.entropy.reveal()), hex(member.collective)]) {
    expect(hex(wire.encode(member.state())).includes(secret) || secret === words[0] || secret === words[2]).toBe(true);
    expect(all.includes(secret)).toBe(false);
  }
});

test("a record that is changed, swapped or gone is told by name", async () => {
  for (const harm of ["changed", "swapped", "gone"]) {
    const { store } = await fresh();
    const key = DataKey.random();
    const records = new Records(key);
    await new Home(store, key).save(member);
    const [name, other] = [records.name("board/block/0"), records.name("device")];
    const [value] = (await store.read("records", [harm === "swapped" ? other : name])) as [Uint8Array];
    const now = harm === "gone" ? undefined : harm === "changed" ? value.with(30, (value[30] ?? 0) ^ 1) : value;
    await store.write([["records", name, now]]);
    const error = await asyncRefusal(() => new Home(store, key).load());
    expect([error.name, error.detail]).toEqual(["StorageFailed", "this device's vault is damaged"]);
  }
});

test("a text that came to a stub is written again, and one that was erased is not kept", async () => {
  const { store, written } = await fresh();
  const key = DataKey.random();
  const home = new Home(store, key);
  await home.save(member);
  written.length = 0;
  const entry = member.entries[1];
  if (entry === undefined) throw new Error("the board is too short");
  const { header, signature, place, blobHash } = entry;
  const stub = Object.assign(Object.create(Object.getPrototypeOf(entry) as object) as typeof entry, {
    header, signature, place, blobHash, blob: null,
  }); // prettier-ignore
  member.entries[1] = stub;
  await home.save(member);
  // The record with the entry, and no other.
  expect(written.map(([, name]) => hex(name as Uint8Array))).toEqual([hex(new Records(key).name("board/block/0"))]);
  const kept = new Records(key).open("board/block/0", written[0]?.[2] as Uint8Array);
  expect(hex(kept).includes(hex(entry.blob ?? new Uint8Array(1)))).toBe(false);
  member.entries[1] = entry;
  written.length = 0;
  await home.save(member);
  expect(written.length).toBe(1);
  same(await new Home(store, key).load(), member);
});

test("a vault in which each entry is a record of its own is read, and written in blocks at the next save", async () => {
  const { store, written } = await fresh();
  const key = DataKey.random();
  const records = new Records(key);
  for (const device of [member, moderator]) {
    await new Home(store, key).save(device);
    const shelves = [["board", device.entries], ["log", device instanceof Moderator ? device.logEntries : []]] as const;
    const old = shelves.flatMap(([shelf, entries]) =>
      entries.map((entry, seq): Change => ["records", records.name(oldName(shelf, seq)), records.seal(oldName(shelf, seq), wire.encode(entry.value()))]),
    );
    const blocks = shelves.map(([shelf]): Change => ["records", records.name(`${shelf}/block/0`), undefined]);
    await store.write([...old, ...blocks, ["records", records.name("newest"), undefined]]);
    const home = new Home(store, key);
    expect(await home.newest()).toBeNull();
    const again = await home.load();
    same(again, device);
    if (again === null) throw new Error("nobody is there");
    written.length = 0;
    await home.save(again);
    for (const [, name] of old) expect(await store.read("records", [name])).toEqual([undefined]);
    same(await new Home(store, key).load(), device);
    written.length = 0;
    await home.save(again);
    expect(written).toEqual([]);
  }
});

test("many entries rest in several records, and a new one writes the last of them alone", () => {
  const [entry] = member.entries;
  if (entry === undefined) throw new Error("the board is empty");
  const kept = new Kept("board");
  const many = Array.from({ length: 2 * BLOCK + 1 }, () => entry);
  expect(Object.keys(kept.changes(many))).toEqual(["board/block/0", "board/block/1", "board/block/2"]);
  kept.mark(many);
  expect(kept.changes(many)).toEqual({});
  expect(Object.keys(kept.changes([...many, entry]))).toEqual(["board/block/2"]);
  expect(Object.keys(kept.changes(many.with(3, new Entry(entry.header, entry.signature, null, entry.place, entry.blobHash))))).toEqual(["board/block/0"]);
});

test("reading stops for a breath, and breaks off when that is not given", async () => {
  const { store } = await fresh();
  const key = DataKey.random();
  await new Home(store, key).save(member);
  const told: [string, number][] = [];
  const again = await new Home(store, key).load((what, _, of) => {
    told.push([what, of]);
    return Promise.resolve();
  });
  same(again, member);
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told.map(([what, of]) => `${what} ${of}`))).toEqual(new Set([`opening ${member.entries.length}`]));
  await expect(new Home(store, key).load(() => Promise.reject(new Error("she hid")))).rejects.toThrow("she hid");
});

test("a vault of a newer form is refused, and stays as it is", async () => {
  const { store } = await fresh();
  const key = DataKey.random();
  const home = new Home(store, key);
  await home.save(member);
  const state = (await home.get("state")) as wire.ValueMap;
  expect(state["form"]).toBe(FORM);
  for (const [form, name] of [[FORM + 1, "UnknownVersion"], [0, "WrongShape"], ["2", "WrongShape"]] as const) {
    await home.put({ state: { ...state, form } });
    expect((await asyncRefusal(() => new Home(store, key).load())).name).toBe(name);
  }
});

test("a vault of the first form is brought forward: an answer that waits is signed anew, a yes to no text is dropped", async () => {
  const { store } = await fresh();
  const key = DataKey.random();
  const home = new Home(store, key);
  const receipt = member.report(reportOf(member, "words"), NOW);
  member.followUp(receipt.id, "answer", { text: "the other street" });
  member.acceptModeration();
  const old = (item: wire.ValueMap): wire.ValueMap => {
    if (item["type"] !== "follow-up") return item;
    const { shown, ...body } = wire.decode(item["body"] as Uint8Array) as wire.ValueMap;
    expect(shown !== undefined).toBe(true);
    return { ...item, body: wire.encode(body) };
  };
  const yes = makeFollowUp(receipt, member.collective, "agree", { shown: new Uint8Array(32) });
  await home.save(member);
  const { form, ...state } = (await home.get("state")) as wire.ValueMap;
  const own = (await home.get("own")) as wire.ValueMap;
  const receipts = (own["receipts"] as wire.ValueMap[]).map(({ looked, told, ...rest }) => (looked === null && Array.isArray(told) ? rest : {}));
  const outbox = [...(own["outbox"] as wire.ValueMap[]), yes].map(old);
  expect(form).toBe(FORM);
  await home.put({ state, own: { ...own, receipts, outbox } });
  const again = await new Home(store, key).load();
  expect(again?.outbox.map((item) => item.type)).toEqual(["follow-up", "accept"]);
  expect(again?.findReceipt(receipt.id).told).toEqual([]);
  const [item] = again?.outbox ?? [];
  if (item?.type !== "follow-up") throw new Error("the answer is gone");
  expect((wire.decode(item.body) as wire.ValueMap)["shown"]).toBeNull();
  const follow = signing.publicKey(receipt.follow);
  signing.verify(follow, item.signature, Purpose.FOLLOW_UP, member.collective, receipt.id, item.counter, digest(item.body));
  member.forget(receipt.id);
  member.outbox = [];
});

function sizes(changes: readonly Change[]): number[] {
  return changes.map(([, , value]) => (value as Uint8Array).length).sort((a, c) => a - c);
}
