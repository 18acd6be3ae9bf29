import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sameBytes } from "../../src/alerts/keyed";
import { Moderator } from "../../src/alerts/moderator";
import { leavingOf, othersNeeded, removalsOpen, waitsForHer } from "../../src/features/collective/proposals";
import { byAlias } from "../../src/features/people";
import { answer, readerOf, Told, type Scenario } from "../alerts/scenarioPlayer";

/** Ana, who moderates with Bea; both want Dina off the list. */
async function moderator(): Promise<Moderator> {
  const file = new URL("../../../tests/vectors/scenarios/honest-log.json", import.meta.url);
  const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
  const reader = await readerOf(scenario.given);
  for (const response of scenario.responses) await answer(reader, response, new Told());
  if (!(reader instanceof Moderator)) throw new Error("the scenario's reader does not moderate");
  return reader;
}

it("nobody is said to be waited for whose word is not needed", () => {
  expect(othersNeeded({ count: 0, needed: 1, mine: false })).toBe(0);
  expect(othersNeeded({ count: 1, needed: 1, mine: true })).toBe(0);
  expect(othersNeeded({ count: 1, needed: 1, mine: false })).toBe(0);
  expect(othersNeeded({ count: 0, needed: 2, mine: false })).toBe(1);
  expect(othersNeeded({ count: 1, needed: 2, mine: true })).toBe(1);
  expect(othersNeeded({ count: 1, needed: 3, mine: false })).toBe(1);
});

it("a member whose removal waits for a second is told to whoever has not agreed, and to nobody else", async () => {
  const ana = await moderator();
  const dina = ana.members().find(({ alias }) => alias === "dina");
  if (dina === undefined) throw new Error("there is no Dina in the scenario");
  const approvals = ana.log.removals.get(dina.leaf);
  const [me] = ana.me;
  const bea = [...(approvals?.keys() ?? [])].find((person) => !sameBytes(person, me));
  if (approvals === undefined || bea === undefined) throw new Error("two agree in the scenario");
  const [signature, beas] = [approvals.get(me), approvals.get(bea)] as [Uint8Array, Uint8Array];

  (ana.board.charter.quorums as Record<string, number>)["remove"] = 2;

  // Two of two: it waits for phones, and for nobody's word.
  expect(leavingOf(ana, dina)).toEqual({ count: 2, needed: 2, mine: true });
  expect([removalsOpen(ana).map(({ member }) => member.alias), waitsForHer(ana, 0)]).toEqual([["dina"], 0]);
  approvals.delete(me);
  expect([removalsOpen(ana)[0]?.leaving, waitsForHer(ana, 0)]).toEqual([{ count: 1, needed: 2, mine: false }, 1]);
  approvals.set(me, signature);
  approvals.delete(bea);
  expect([removalsOpen(ana)[0]?.leaving, waitsForHer(ana, 0)]).toEqual([{ count: 1, needed: 2, mine: true }, 0]);
  approvals.delete(me);
  expect(removalsOpen(ana)).toEqual([]);

  // Somebody who moderates no more has no word in it.
  approvals.set(new Uint8Array(16).fill(9), beas);
  expect(removalsOpen(ana)).toEqual([]);
});

it("an invite says when it was made: when the log's entry says so", async () => {
  // Every entry of the scenario's log is of this second.
  expect([...(await moderator()).log.invites.values()].map(({ made }) => made)).toEqual([1_800_000_000, 1_800_000_000, 1_800_000_000]);
});

it("people stand in the order of their names, whatever the letters' size and accents", () => {
  const names = ["mo", "Zoë", "ana", "Élodie", "Bea"].map((alias) => ({ alias }));
  expect(byAlias(names).map(({ alias }) => alias)).toEqual(["ana", "Bea", "Élodie", "mo", "Zoë"]);
});

it("a moderator's removal is a proposal of new rules, and is not told twice", async () => {
  const ana = await moderator();
  const { log } = ana;
  const [me] = ana.me;
  const bea = ana.board.charter.people.find(({ id }) => !sameBytes(id, me));
  const record = [...log.members.values()][0];
  if (bea?.devices[0] === undefined || record === undefined) throw new Error("the scenario has two moderators and a member");
  // As if she had moderated only since somebody wanted her off the list.
  log.members.set(bea.devices[0], { ...record, sign: bea.devices[0], leaf: record.leaf });
  log.members.delete(record.sign);
  expect(log.removals.has(record.leaf)).toBe(true);
  expect(removalsOpen(ana)).toEqual([]);
});
