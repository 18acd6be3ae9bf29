/** The newest alerts beside the board: what they show is what stood at exactly the head that was written, and nothing that stands no more. */

import "fake-indexeddb/auto";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Member } from "../../src/alerts/member";
import { DataKey } from "../../src/crypto/secrets";
import { Records } from "../../src/crypto/vault";
import * as wire from "../../src/crypto/wire";
import { earlyList } from "../../src/features/opening/early";
import { listOf } from "../../src/features/alerts/shown";
import { Home } from "../../src/vault/home";
import { newestFrom, newestOf } from "../../src/vault/newest";
import { Store } from "../../src/vault/store";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";
import { hex } from "../vectors";

const FOLDER = new URL("../../../tests/vectors/scenarios/", import.meta.url);

async function played(name: string, then: (reader: Member) => unknown): Promise<Member> {
  const scenario = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Scenario;
  const reader = await readerOf(scenario.given);
  for (const response of scenario.responses) {
    await answer(reader, response, new Told());
    await then(reader);
  }
  return reader;
}

test("after every answer of every scenario, they are what the board itself would show", async () => {
  let shown = 0;
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith(".json"))) {
    await played(name, ({ board }) => {
      if (!board.founded) {
        expect(newestOf(board)).toBeNull();
        return;
      }
      const kept = newestFrom(newestOf(board), board.chain.hashes.length);
      expect(kept, name).not.toBeNull();
      for (const now of [board.chain.time, board.chain.time + 40 * 86_400, board.chain.time + 4 * 365 * 86_400]) {
        const stands = listOf(board, now).filter(({ standing }) => standing === "stands");
        // All of them here: no scenario has more alerts than are kept.
        const early = earlyList(kept?.alerts ?? [], now).map((one) => ({ ...one, before: null }));
        expect(early, name).toEqual(stands.map((one) => ({ ...one, before: null })));
        shown += early.length;
        expect(kept?.withheld).toBe(board.withheld.length);
      }
    });
  }
  expect(shown).toBeGreaterThan(0);
}, 300_000);

async function withAlert(): Promise<Member> {
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith(".json"))) {
    const reader = await played(name, () => undefined);
    if (reader.board.founded && reader.board.alerts.some((thing) => !thing.retracted)) return reader;
  }
  throw new Error("no scenario ends with an alert");
}

test("they rest sealed, in a record of one size, and are erased with everything", async () => {
  const store = await Store.open("newest");
  const key = DataKey.random();
  const reader = await withAlert();
  await new Home(store, key).save(reader);
  expect((await new Home(store, key).newest())?.alerts.length).toBeGreaterThan(0);
  const [sealed] = (await store.read("records", [new Records(key).name("newest")])) as [Uint8Array];
  expect(sealed.length).toBe(64 * 1024 + 40);
  const [alert] = reader.board.alerts;
  expect(hex(sealed).includes(hex(alert?.id ?? new Uint8Array(1)))).toBe(false);
  expect(await new Home(store, DataKey.random()).newest()).toBeNull();
  await store.erase();
  expect(await new Home(await Store.open("newest"), key).newest()).toBeNull();
});

test("a record of another head, of another form, or that says what no alert says is not read", async () => {
  const { board } = await withAlert();
  const entries = board.chain.hashes.length;
  const record = newestOf(board) as wire.ValueMap;
  expect(newestFrom(record, entries)).not.toBeNull();
  const [first, ...others] = record["alerts"] as wire.ValueMap[];
  const bad: wire.Value[] = [
    null, [], { ...record, form: 2 }, { ...record, entries: entries - 1 }, { ...record, more: 1 }, { ...record, topics: [1] },
    { ...record, alerts: [{ ...first, id: new Uint8Array(3) }, ...others] }, { ...record, alerts: [{ ...first, content: {} }] },
  ];
  for (const [at, one] of bad.entries()) expect(newestFrom(one, entries), String(at)).toBeNull();
  expect(newestFrom(record, entries + 1)).toBeNull();
  expect(newestFrom(record, undefined)).toBeNull();
});

test("as entries come, the record follows in the same write", async () => {
  const store = await Store.open("newest follows");
  const key = DataKey.random();
  const home = new Home(store, key);
  const seen: number[] = [];
  await played("honest-life.json", async (reader) => {
    await home.save(reader);
    const kept = await new Home(store, key).newest();
    expect(kept).toEqual(newestFrom(newestOf(reader.board), reader.entries.length));
    if (kept !== null) seen.push(kept.of);
  });
  expect(seen.length).toBeGreaterThan(0);
});
