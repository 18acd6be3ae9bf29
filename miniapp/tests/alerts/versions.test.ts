/**
 * A vault that went past rules for later software, opened by this one: it stops there, and believes nothing that it has not verified
 * (protocol §2.2). The twin of `tests/alerts/hostile/test_hostile_versions.py`.
 */

import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { Member } from "../../src/alerts/member";
import { Moderator } from "../../src/alerts/moderator";
import { makeBody, newObject, sealStatement, SINGLE, type Body } from "../../src/alerts/statements";
import { Approval } from "../../src/crypto/approvals";
import { Entry, makeEntry, Place } from "../../src/crypto/chain";
import { VERSION } from "../../src/crypto/context";
import { DataKey, SigningSeed } from "../../src/crypto/secrets";
import { BLOCK } from "../../src/vault/blocks";
import { Home } from "../../src/vault/home";
import { Store } from "../../src/vault/store";
import { hex, refusal } from "../vectors";
import { answer, readerOf, reopened, Told, type Scenario } from "./scenarioPlayer";

async function readerOfScenario(name: string): Promise<Member> {
  const file = new URL(`../../../tests/vectors/scenarios/${name}.json`, import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  const reader = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(reader, response, new Told());
  expect(reader.board.founded).toBe(true);
  return reader;
}

let member: Member;

beforeEach(async () => {
  member = await readerOfScenario("charter-for-a-later-version");
});

const plan = () => ({ collective: member.collective, charter: member.board.charter.number, until: member.board.chain.time + 60 });

function alert(): Body {
  const [thing] = member.board.alerts;
  if (thing === undefined) throw new Error("this board has an alert");
  return makeBody("alert", thing.first.body.content, { ...plan(), objectId: newObject() });
}

function charter(changes: Record<string, number>): Body {
  const content = { ...member.board.charter.content(), ...changes };
  return makeBody("charter", content, { ...plan(), objectId: SINGLE, previous: member.board.charterBody });
}

/** An entry after `last` in which every signature is zeros: whoever is a member can write it, with the relay. */
function byNobody(body: Body, last: Entry | undefined): Entry {
  const { collective, board } = member;
  if (last === undefined) throw new Error("an empty board");
  const [seq, prev] = [last.place.seq + 1, last.hash(collective)];
  const place = new Place({ shelf: "board", seq, prev, kind: "statement", epoch: board.epoch.number, time: board.chain.time });
  const approvals = board.charter.people.map(({ id }) => new Approval(id, 0, new Uint8Array(64)));
  const [publisher] = approvals;
  if (publisher === undefined) throw new Error("nobody moderates");
  const blob = sealStatement({ body, approvals, publisher }, place, board.epoch.secret, collective);
  const { header, blobHash } = makeEntry(place, blob, SigningSeed.random(), collective);
  return new Entry(header, new Uint8Array(64), blob, place, blobHash);
}

/** The board goes on for so many alerts, then has rules for later software, then as many again. Newer software verified all of it. */
function goesOn(before: number): void {
  const bodies = [...Array.from({ length: before }, alert), charter({ minimum: VERSION + 1 }), ...Array.from({ length: before }, alert)];
  for (const body of bodies) member.entries.push(byNobody(body, member.entries.at(-1)));
  member.verified = member.entries.length;
}

test.each(["an alert", "a charter"])("stopped there, she does not believe %s that nobody signed", async (what) => {
  const whole = member.entries.length;
  goesOn(1);
  const again = await reopened(member);
  expect([again.entries.length, again.verified]).toEqual([whole + 1, whole + 1]);
  const forged = byNobody(what === "an alert" ? alert() : charter({ minimum: VERSION }), again.entries.at(-1));
  const before = [again.board.charter.number, again.board.alerts.length];
  expect(refusal(() => { again.readBoard([forged]); }).name).toBe("BadSignature");
  expect([again.board.charter.number, again.board.alerts.length]).toEqual(before);
});

test.each([3, 14, 20, 40])("a vault that goes on for %i entries before it and after it opens, is saved, and opens again", async (before) => {
  const whole = member.entries.length;
  goesOn(before);
  const store = await Store.open(`versions ${before}`);
  const key = DataKey.random();
  await new Home(store, key).save(member);

  const home = new Home(store, key);
  const again = await home.load();
  if (again === null) throw new Error("nobody is there");
  expect([again.entries.length, again.board.chain.hashes.length]).toEqual([whole + before, whole + before]);
  await home.save(again);
  const last = Math.floor((whole + 2 * before) / BLOCK);
  const rests = await home.get(`board/block/${last}`);
  expect(rests === null).toBe(last * BLOCK >= whole + before);

  const once = await new Home(store, key).load();
  expect(once?.entries.map((entry) => hex(entry.header))).toEqual(again.entries.map((entry) => hex(entry.header)));
  expect(once?.verified).toBe(whole + before);
});

test("a moderator's log ends where the board has stopped, and goes on with it", async () => {
  const moderator = await readerOfScenario("honest-log-over-a-replant");
  if (!(moderator instanceof Moderator)) throw new Error("this scenario is a moderator's");
  const { entries, logEntries } = moderator;
  const stop = entries.findIndex(({ place }) => place.kind === "announcement" && place.epoch === moderator.board.epoch.number);
  const under = logEntries.findIndex(({ place }) => place.epoch === moderator.board.epoch.number);
  expect(under).toBeGreaterThan(0);
  // The charter that began the planting waits for its announcement: without either, the board ends before both.
  const older = await Moderator.fromState(moderator.state(), entries.slice(0, stop - 1), moderator.device, undefined, logEntries);
  expect([older.logEntries.length, older.logVerified]).toEqual([under, under]);
  older.readLogAgain();
  expect(older.logEntries.length).toBe(under);
  older.readBoard(entries.slice(stop - 1));
  older.readLog(logEntries.slice(under));
  expect([...older.log.invites.keys()].map(hex)).toEqual([...moderator.log.invites.keys()].map(hex));
  expect(older.logEntries.length).toBe(logEntries.length);
});
