/** What leaves a member's device, when, and in which bytes (protocol §5.6, §8.2, §8.3); and what her letters may bring her to. */

import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { contentHash } from "../../src/alerts/contents";
import type { Member } from "../../src/alerts/member";
import { AGAIN_AFTER, Joining, KEEP_POSTED, oneOf, type Outgoing } from "../../src/alerts/outgoing";
import type { LetterBody, Receipt } from "../../src/alerts/receipt";
import { validateReport } from "../../src/alerts/report";
import { inviteFromCode } from "../../src/crypto/invites";
import { InviteCode } from "../../src/crypto/secrets";
import { parseDeskItem } from "../../src/crypto/shelves";
import * as wire from "../../src/crypto/wire";
import { hex, refusal } from "../vectors";
import { answer, readerOf, reopened, Told, type Scenario } from "./scenarioPlayer";

const NOW = 1_800_001_000;
const SCENARIO = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/scenarios/honest-mail.json", import.meta.url), "utf8"),
) as Scenario;

const ALERT = {
  kinds: ["assault"], severity: "dangerous", verification: "unconfirmed", by: null, areas: [], when: null, people: null, persons: [],
  vehicles: [], identifiers: [], text: "Locks the door.", language: "en", what_to_do: "", so_far: false, disputed: false, expires: NOW,
}; // prettier-ignore

let member: Member;

beforeEach(async () => {
  member = await readerOf({ ...SCENARIO.given, receipts: [] });
  for (const response of SCENARIO.responses) await answer(member, { ...response, mail: [] }, new Told());
});

function reports(): Receipt {
  const { policy, country } = member.board.charter;
  return member.report(validateReport({ kinds: ["assault"], happened: "words" }, { policy, country }), NOW);
}

/** Sends what is due, as a sync does. */
async function sends(now: number): Promise<Outgoing<unknown>[]> {
  const items = await member.toSend(now);
  for (const item of items) member.sent(item, now);
  return items;
}

const bytes = (items: readonly Outgoing<unknown>[]) => items.map(({ item }) => hex(item));

describe("what the relay has not taken", () => {
  test("goes at once, all of it, and has the same bytes until it is taken", async () => {
    member.prepareJoin(inviteFromCode(InviteCode.random()), { moderator: false });
    const receipt = reports();
    member.followUp(receipt.id, "answer", { text: "more words" });
    const first = await member.toSend(NOW);
    expect(first.map(({ of }) => of)).toEqual([member.joining, receipt, member.outbox[0]]);
    const again = await member.toSend(NOW);
    expect(bytes(again).slice(0, 2)).toEqual(bytes(first).slice(0, 2));
    expect(parseDeskItem(first[0]?.item ?? new Uint8Array()).join).toEqual(member.joining?.hash);
    expect(parseDeskItem(first[1]?.item ?? new Uint8Array()).inviteBox).toBeNull();
    for (const item of first) member.sent(item, NOW);
    expect(await member.toSend(NOW)).toEqual([]);
    expect([member.outbox, member.posted.length, receipt.sentAt]).toEqual([[], 1, NOW]);
  });

  test("is sealed anew when the desk key is retired", async () => {
    reports();
    const first = await member.toSend(NOW);
    member.reseal();
    expect(bytes(await member.toSend(NOW))).not.toEqual(bytes(first));
  });

  test("outlasts the vault's being closed, in the same bytes", async () => {
    member.prepareJoin(inviteFromCode(InviteCode.random()), { moderator: true });
    reports();
    const first = await member.toSend(NOW);
    member = await reopened(member);
    expect(member.joining).toBeInstanceOf(Joining);
    expect(bytes(await member.toSend(NOW))).toEqual(bytes(first));
  });
});

describe("what it has taken and nobody has acknowledged", () => {
  test("goes again after 6 hours, then 12, 24, 48 and 96, each time in other bytes", async () => {
    const receipt = reports();
    let at = NOW;
    const sent = [...bytes(await sends(at))];
    for (const factor of [1, 2, 4, 8, 16, 16]) {
      expect(await member.toSend(at + AGAIN_AFTER * factor - 1)).toEqual([]);
      at += AGAIN_AFTER * factor;
      member = await reopened(member);
      sent.push(...bytes(await sends(at)));
    }
    expect(new Set(sent).size).toBe(7);
    expect([...member.receipts.values()][0]?.posts).toBe(7);
    expect(receipt.sentAt).toBe(NOW);
  });

  test("goes one at a time, and never beside anything else", async () => {
    const [one, two] = [reports(), reports()];
    await sends(NOW);
    const later = NOW + 100 * AGAIN_AFTER;
    const third = reports();
    expect((await sends(later)).map(({ of }) => of)).toEqual([third]);
    const of = [...(await sends(later)), ...(await sends(later))].map((item) => item.of);
    expect(new Set(of)).toEqual(new Set([one, two]));
    expect(await sends(later)).toEqual([]);
  });

  test("goes no more when enough people have it, and its text is not kept", async () => {
    const receipt = reports();
    await sends(NOW);
    receipt.acknowledged = member.board.charter.people.map((person) => person.id);
    expect(await member.toSend(NOW + 100 * AGAIN_AFTER)).toEqual([]);
    expect([receipt.unsent, receipt.sealed]).toEqual([null, null]);
  });
});

describe("a relay that is being healed", () => {
  test("gets reports that not enough people have, one in a sync, each once, and no join", async () => {
    member.prepareJoin(inviteFromCode(InviteCode.random()), { moderator: false });
    const [one, two] = [reports(), reports()];
    const first = bytes(await sends(NOW));
    const given: unknown[] = [];
    for (let item = await member.toHeal(); item !== null; item = await member.toHeal()) {
      expect(first).not.toContain(hex(item.item));
      given.push(item.of);
      member.healed(item, NOW);
    }
    expect(new Set(given)).toEqual(new Set([one, two]));
    expect(given.length).toBe(2);
  });

  test("gets follow-ups as they were, only if it has lost something", async () => {
    const receipt = reports();
    receipt.unsent = null;
    member.followUp(receipt.id, "answer", { text: "more words" });
    const sent = bytes(await sends(NOW));
    expect(await member.toHeal()).toBeNull();
    member.rolledBack = true;
    const item = await member.toHeal();
    if (item === null) throw new Error("nothing to heal");
    expect(bytes([item])).toEqual(sent);
    member.healed(item, NOW);
    expect(await member.toHeal()).toBeNull();
    member.relayIsWhole();
    expect([member.rolledBack, member.reposted.size]).toEqual([false, 0]);
  });

  test("gets no follow-up that is older than 30 days", async () => {
    const receipt = reports();
    member.followUp(receipt.id, "answer", { text: "more words" });
    await sends(NOW);
    member.followUp(receipt.id, "answer", { text: "still more" });
    await sends(NOW + KEEP_POSTED);
    expect(member.posted.map((posted) => posted.then)).toEqual([NOW + KEEP_POSTED]);
  });
});

describe("one's own report", () => {
  test("takes nothing more once it is withdrawn, and nothing of it stays when it is forgotten", async () => {
    const receipt = reports();
    member.followUp(receipt.id, "answer", { text: "more words" });
    await sends(NOW);
    member.followUp(receipt.id, "withdraw");
    member.acceptModeration();
    expect(refusal(() => { member.followUp(receipt.id, "answer", { text: "no" }); }).name).toBe("NotAllowed"); // prettier-ignore
    member.forget(receipt.id);
    expect([member.receipts.size, member.posted, member.outbox.map((item) => item.type)]).toEqual([0, [], ["accept"]]);
    expect(refusal(() => member.findReceipt(receipt.id)).name).toBe("BadInput");
  });

  test("asks her nothing any more once she has answered or said yes, also when her word has left, until a newer letter asks anew", async () => {
    const receipt = reports();
    const letter = (time: number, of: Partial<LetterBody>) => {
      const body = { report: receipt.id, kind: "status", charter: 1, time, text: "", status: null, question: null, preview: null, ...of };
      receipt.take(new Uint8Array(16), body, Uint8Array.of(time), NOW);
    };
    letter(1, { kind: "question", status: "needs-info", question: 1, text: "Which street?" });
    expect(receipt.openQuestion).toBe(1);
    member.followUp(receipt.id, "answer", { text: "the long one", question: 1 });
    await sends(NOW);
    member = await reopened(member);
    const kept = member.findReceipt(receipt.id);
    expect([kept.status, kept.openQuestion, member.outbox]).toEqual(["answered", null, []]);
    letter(2, { kind: "question", status: "needs-info", question: 2, text: "And when?" });
    expect(receipt.openQuestion).toBe(2);
    letter(3, { kind: "preview", status: "shown", preview: ALERT });
    member = await reopened(member);
    const shown = member.findReceipt(receipt.id);
    shown.status = "shown";
    shown.messages = [...receipt.messages];
    member.followUp(receipt.id, "agree", { shown: contentHash(ALERT) });
    await sends(NOW);
    expect([shown.status, member.outbox]).toEqual(["agreed", []]);
  });

  test("keeps what she wrote beside what she was asked, after it whatever the clocks say, until she forgets it", async () => {
    const receipt = reports();
    const asked = { report: receipt.id, kind: "question", charter: 1, time: NOW + 900, text: "Which street?", status: "needs-info", question: 1, preview: null };
    receipt.take(new Uint8Array(16), asked, Uint8Array.of(1), NOW + 1_000);
    member.followUp(receipt.id, "answer", { text: "the long one", question: 1, now: NOW + 600 });
    member.followUp(receipt.id, "answer", { text: "and I am safe", now: NOW + 2_000 });
    member.followUp(receipt.id, "release", { now: NOW + 3_000 });
    member = await reopened(member);
    expect(member.findReceipt(receipt.id).told).toEqual([
      { time: NOW + 900, text: "the long one", question: 1 },
      { time: NOW + 2_000, text: "and I am safe", question: null },
    ]);
    member.forget(receipt.id);
    expect(JSON.stringify(member.state().receipts)).not.toContain("the long one");
  });

  test("is agreed to only in the newest text she was shown, and only if it can be shown", () => {
    const receipt = reports();
    const agrees = (shown: Uint8Array | null) => refusal(() => { member.followUp(receipt.id, "agree", { shown }); }).detail; // prettier-ignore
    const letter = (time: number, preview: wire.ValueMap) => {
      const body = { report: receipt.id, kind: "preview", charter: 1, time, text: "", status: "shown", question: null, preview };
      receipt.take(new Uint8Array(16), body, Uint8Array.of(time), NOW);
    };
    expect(agrees(new Uint8Array(32))).toMatch(/have not shown you/);
    letter(1, { text: "no alert" });
    expect(agrees(contentHash({ text: "no alert" }))).toMatch(/cannot be shown/);
    letter(2, ALERT);
    const changed = { ...ALERT, text: "Locks the doors." };
    letter(3, changed);
    expect(agrees(contentHash(ALERT))).toMatch(/is another than/);
    expect(agrees(null)).toMatch(/is another than/);
    member.followUp(receipt.id, "agree", { shown: contentHash(changed) });
    const [item] = member.outbox;
    if (item?.type !== "follow-up") throw new Error("nothing waits");
    expect((wire.decode(item.body) as wire.ValueMap)["shown"]).toEqual(contentHash(changed));
  });
});

test("mail is fetched from the beginning after four weeks, and when the relay has less than was seen", () => {
  member.mailAfter = 7;
  member.mailAgain = NOW;
  expect(member.mailFrom(7, NOW)).toBe(7);
  expect(member.mailFrom(6, NOW)).toBe(0);
  member.mailAfter = 7;
  expect(member.mailFrom(9, NOW + 28 * 86_400 - 1)).toBe(7);
  expect(member.mailFrom(9, NOW + 28 * 86_400)).toBe(0);
});

test("one of several is drawn, each of them sometimes, and of none none", () => {
  expect(oneOf([])).toEqual([]);
  const drawn = new Set(Array.from({ length: 200 }, () => oneOf(["a", "b", "c"])[0]));
  expect(drawn).toEqual(new Set(["a", "b", "c"]));
});
