/** What `browser.ts` has Chromium do: the app's own code over a real board, and a clock. No part of the app. */

import { Member } from "../../src/alerts/member";
import { Index } from "../../src/alerts/listing";
import { breath } from "../../src/app/breathing";
import { check, Tokens } from "../../src/alerts/search";
import { parseEntry, type Entry } from "../../src/crypto/chain";
import { Device } from "../../src/crypto/device";
import { decodePathKeys } from "../../src/crypto/keytree";
import { verifyIn } from "../../src/crypto/platform";
import { kemPublicKey, sealTo } from "../../src/crypto/sealing";
import { BoxSecret, DataKey, DeviceEntropy, EpochSecret, KemSeed, SigningSeed } from "../../src/crypto/secrets";
import * as wire from "../../src/crypto/wire";
import { indexOf, listedOf } from "../../src/features/check/checking";
import { Home } from "../../src/vault/home";
import { Store } from "../../src/vault/store";
import { verifyAside } from "../../src/worker/ours";
import { remove, type Removal } from "../removing";

const LARGEST = 64 * 1024 * 1024;
const READER = { collective: wire.isBytes(32), paths: wire.isListOf(wire.isMap), pages: wire.isUint, alerts: wire.isUint, now: wire.isUint };
const PATH = { planting: wire.isUint, leaf: wire.isUint, keys: wire.isBytes() };

async function got(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/board/${name}`, { cache: "no-store" })).arrayBuffer());
}

/** A member of the board's collective who has her path keys and nothing else, and the relay's answers as they came. */
async function newcomer(): Promise<{ member: Member; answers: Uint8Array[]; alerts: number; now: number }> {
  const reader = wire.shaped(wire.decode(await got("reader.cbor")), "reader", READER);
  const device = new Device(SigningSeed.random(), KemSeed.random(), BoxSecret.random());
  const member = new Member(DeviceEntropy.random(), device, reader.collective, "dina", reader.now);
  for (const value of reader.paths) {
    const { planting, leaf, keys } = wire.shaped(value, "path", PATH);
    member.paths.set(planting, { leaf, keys: decodePathKeys(leaf, keys) });
  }
  const answers: Uint8Array[] = [];
  for (let page = 0; page < reader.pages; page++) answers.push(await got(`page-${page}.cbor`));
  return { member, answers, alerts: reader.alerts, now: reader.now };
}

function* pagesOf(answers: readonly Uint8Array[]): Generator<Entry[]> {
  for (const answer of answers) {
    const { entries } = wire.shaped(wire.decode(answer, LARGEST), "answer", { entries: wire.isListOf(wire.isMap) });
    yield entries.map((value) => parseEntry(value, "board"));
  }
}

/** A breath, and the longest that the page went without one. */
class Breaths {
  longest = 0;
  private last = performance.now();

  readonly take = async (): Promise<void> => {
    this.longest = Math.max(this.longest, performance.now() - this.last);
    await breath();
    this.last = performance.now();
  };
}

function checkWhole(member: Member, alerts: number): void {
  if (member.board.alerts.length !== alerts || member.board.refused.length > 0) throw new Error("the board was not read as it was written");
}

verifyAside();

let here: { readonly index: Index; readonly now: number; readonly collective: Uint8Array } | null = null;

const measures = {
  /**
   * From the relay's answers to an index that a check can ask; and what JSON makes of the same alerts in plaintext. How long the page was held is of the reading.
   *
   * @param aside whether workers may verify.
   */
  async cold(aside: boolean): Promise<{ whole: number; indexed: number; longest: number; json: number }> {
    if (!aside) verifyIn(() => null);
    const plain = new TextDecoder().decode(await got("plain.json"));
    const { member, answers, alerts } = await newcomer();
    const before = performance.now();
    const parsed = JSON.parse(plain) as unknown[];
    const json = performance.now() - before;
    if (parsed.length !== alerts) throw new Error("the plaintext has other alerts");
    const started = performance.now();
    const entries = [...pagesOf(answers)].flat();
    const breaths = new Breaths();
    await member.readBoardSlowly(entries, breaths.take);
    await breaths.take();
    const read = performance.now();
    Index.of(listedOf(member.board));
    const ended = performance.now();
    checkWhole(member, alerts);
    return { whole: ended - started, indexed: ended - read, longest: breaths.longest, json };
  },

  /** The floor: nothing but the signatures of such a board, four for each alert, verified by the platform on the page's own thread. */
  async floor(): Promise<number> {
    const { alerts } = await newcomer();
    const { privateKey, publicKey } = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    const message = crypto.getRandomValues(new Uint8Array(200));
    const signature = await crypto.subtle.sign("Ed25519", privateKey, message);
    const started = performance.now();
    for (let i = 0; i < 4 * alerts; i++) {
      if (!(await crypto.subtle.verify("Ed25519", publicKey, signature, message))) throw new Error("a good signature was refused");
    }
    return performance.now() - started;
  },

  /** Reads the board once and keeps it in this browser's vault; the key is what a PIN would give. */
  async keep(): Promise<string> {
    const { member, answers } = await newcomer();
    await member.readBoardSlowly([...pagesOf(answers)].flat(), breath);
    const key = DataKey.random();
    await new Home(await Store.open(), key).save(member);
    return JSON.stringify([...key.reveal()]);
  },

  /** From the vault's key to the text of the newest alert, as it is kept beside the board; and to the whole board, which is read behind it. */
  async warm(key: string): Promise<{ readable: number; whole: number; longest: number; json: number }> {
    const plain = new TextDecoder().decode(await got("plain.json"));
    const dataKey = new DataKey(Uint8Array.from(JSON.parse(key) as number[]));
    const before = performance.now();
    JSON.parse(plain);
    const json = performance.now() - before;
    const started = performance.now();
    const home = new Home(await Store.open(), dataKey);
    const [newest] = (await home.newest())?.alerts ?? [];
    const text = newest?.content.text;
    const readable = performance.now() - started;
    const breaths = new Breaths();
    const member = await home.load(breaths.take);
    const whole = performance.now() - started;
    const same = newest === undefined ? undefined : member?.board.things.get(newest.id)?.content["text"];
    if (typeof text !== "string" || text !== same) throw new Error("no alert is there, or another than on the board");
    return { readable, whole, longest: breaths.longest, json };
  },

  /** Makes the index that {@link measures.type} asks, from the vault. */
  async prepare(key: string): Promise<void> {
    const member = await new Home(await Store.open(), new DataKey(Uint8Array.from(JSON.parse(key) as number[]))).load();
    if (member === null) throw new Error("nothing is there");
    here = { index: indexOf(member.board), now: member.board.epoch.time, collective: member.collective };
  },

  /** Types a query letter by letter: the milliseconds of each key stroke, and how many alerts fit the whole. */
  type(query: string): { strokes: number[]; fitting: number } {
    if (here === null) throw new Error("nothing is prepared");
    const checking = { now: here.now, country: "GB", tokens: new Tokens(here.collective) };
    const strokes: number[] = [];
    let fitting = 0;
    for (let length = 1; length <= query.length; length++) {
      const started = performance.now();
      fitting = check(query.slice(0, length), here.index, checking).fitting;
      strokes.push(performance.now() - started);
    }
    return { strokes, fitting };
  },

  /** One member is removed; and, the plain way, the same secret is sealed to so many others. */
  async removal(members: number): Promise<Removal & { each: number }> {
    const keys = Array.from({ length: members }, () => kemPublicKey(KemSeed.random()));
    const removal = remove(1);
    const secret = EpochSecret.random().reveal();
    const started = performance.now();
    for (const key of keys) await sealTo(key, new Uint8Array(), secret);
    return { ...removal, each: performance.now() - started };
  },
};

export type Measures = typeof measures;
(globalThis as unknown as { measures: Measures }).measures = measures;
