import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/alerts/contents";
import * as wire from "../../src/crypto/wire";
import { idOf, keyOf } from "../../src/features/keys";
import { STATUSES, type Followed, canRelease, conversationOf, hasUnreadableText, standingOf, statusId, wantsHer } from "../../src/features/mine/standing";
import { PREVIEW } from "../journeys/everyday/invented";

const ID = new Uint8Array(16).fill(7);
const TEXT = PREVIEW(1_000) as unknown as wire.ValueMap;

function receipt(over: Partial<Followed> = {}): Followed {
  return { id: ID, status: "sent", sentAt: null, acknowledged: [], openQuestion: null, preview: null, kinds: ["condom"], sent: 1, messages: [], ...over };
}

const followUp = (kind: string, report = ID) => ({ report, body: wire.encode({ kind, text: "", fields: null, question: null, shown: null }) });

describe("how far a report has come", () => {
  it("is never said to be further than it is", () => {
    expect(standingOf(receipt(), []).arrival).toBe("here");
    expect(standingOf(receipt({ sentAt: 5 }), []).arrival).toBe("taken");
    expect(standingOf(receipt({ sentAt: 5, acknowledged: [ID] }), [])).toMatchObject({ arrival: "received", have: 1 });
    expect(standingOf(receipt({ acknowledged: [ID, ID, ID] }), []).have).toBe(2);
  });

  it("says what has not left the phone, of this report alone", () => {
    const outbox = [followUp("correct"), followUp("withdraw", new Uint8Array(16)), {}];
    expect(standingOf(receipt(), outbox).waiting).toEqual(["correct"]);
  });

  it("a withdrawal that has not left is not said to have", () => {
    expect(statusId(standingOf(receipt({ status: "withdrawn", sentAt: 5 }), [followUp("withdraw")]))).toBe("status-withdrawing");
    expect(statusId(standingOf(receipt({ status: "withdrawn", sentAt: 5 }), []))).toBe("status-withdrawn");
  });

  it("has words for every status, and some for one it does not know", () => {
    expect(STATUSES).toHaveLength(15);
    expect(statusId({ status: "from a later version", arrival: "received", waiting: [] })).toBe("status-other");
    expect(statusId(standingOf(receipt(), []))).toBe("status-here");
  });
});

describe("what is asked of her", () => {
  it("a question, until her answer is on its way", () => {
    const asked = receipt({ status: "needs-info", openQuestion: 3 });
    expect(wantsHer(standingOf(asked, []))).toBe(true);
    expect(wantsHer(standingOf(asked, [followUp("answer")]))).toBe(false);
  });

  it("her yes to exactly the text that is shown", () => {
    const shown = receipt({ status: "shown", preview: TEXT });
    const { text } = standingOf(shown, []);
    expect(text?.asked).toBe(true);
    expect(keyOf(text?.hash ?? ID)).toBe(keyOf(contentHash(TEXT)));
    expect(standingOf(shown, [followUp("agree")]).text?.asked).toBe(false);
    expect(standingOf(receipt({ status: "agreed", preview: TEXT }), []).text?.asked).toBe(false);
  });

  it("never a yes to a text that cannot be shown", () => {
    const broken = receipt({ status: "shown", preview: { ...TEXT, severity: "???" } });
    expect(standingOf(broken, []).text).toBeNull();
    expect(hasUnreadableText(broken)).toBe(true);
    expect(hasUnreadableText(receipt())).toBe(false);
  });

  it("nothing once she has withdrawn", () => {
    expect(wantsHer(standingOf(receipt({ status: "withdrawn", openQuestion: 1, preview: TEXT }), []))).toBe(false);
  });
});

it("what she holds she can let go, until it is out or closed, and once", () => {
  expect(canRelease(standingOf(receipt({ status: "held" }), []), false)).toBe(true);
  expect(canRelease(standingOf(receipt({ status: "claimed" }), []), true)).toBe(true);
  expect(canRelease(standingOf(receipt({ status: "claimed" }), []), false)).toBe(false);
  expect(canRelease(standingOf(receipt({ status: "held" }), [followUp("release")]), true)).toBe(false);
  for (const status of ["published", "declined", "merged", "retracted", "withdrawn"]) {
    expect(canRelease(standingOf(receipt({ status }), []), true)).toBe(false);
  }
});

it("keys of the screens name the id they are made of, and nothing else", () => {
  expect(keyOf(idOf("00ff10"))).toBe("00ff10");
  for (const none of ["0", "zz", "00FF", "__proto__"]) expect(idOf(none)).toHaveLength(0);
});

it("what was written is in order, her answer after its question, and what waits for her is not said twice", () => {
  const letter = (time: number, over: object) => ({ report: ID, kind: "status", charter: 1, time, text: "", status: null, question: null, preview: null, ...over });
  const messages = [letter(5, { kind: "question", text: "Where?", status: "needs-info", question: 1 }), letter(9, { kind: "question", text: "When?", question: 2 })];
  const told = [{ time: 5, text: "By the water", question: 1 }, { time: 7, text: "I am safe", question: null }];
  const said = (but: number | null): string[] => conversationOf({ messages, told }, but).map(({ hers, text }) => `${hers ? "she" : "they"}: ${text}`);
  expect(said(null)).toEqual(["they: Where?", "she: By the water", "she: I am safe", "they: When?"]);
  expect(said(2)).toEqual(["they: Where?", "she: By the water", "she: I am safe"]);
  expect(conversationOf({ messages: [letter(1, {})], told: [] }, null)).toEqual([]);
});
