/** The desk: the transition table, the queue's order, and reports that belong together. The twin of `tests/alerts/test_desk.py`. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  ALERT_STATES, CLOSED, EVENTS, type Event, type Facts, GUARDS, type GuardName, NOTHING_KNOWN, OVER, REPORTER_EVENTS, REPORT_STATES, STATES,
  type State, type Waiting, after, cannotWait, escalatesAt, factsOf, isEscalated, isLate, moveOf, possible, queue, related, reminders, soFarEnds, step, waiting,
  whyNot,
} from "../../src/alerts/desk";
import { AFTER_HER_WORD } from "../../src/alerts/receipt";
import { type Report, validateReport } from "../../src/alerts/report";
import { NotAllowed } from "../../src/crypto/errors";
import type { ValueMap } from "../../src/crypto/wire";
import { EXAMPLE_REPORT } from "./examples";

const READY: Facts = { ...NOTHING_KNOWN, share: "peers", showFirst: false, approvals: 2, quorum: 2, severity: "dangerous" };
const PAIRS = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

function walk(start: State, ...events: Event[]): State {
  return events.reduce((state, event) => step(state, event, READY), start);
}

function refusal(state: State, event: Event, facts: Facts): string {
  try {
    step(state, event, facts);
  } catch (error) {
    expect(error).toBeInstanceOf(NotAllowed);
    return (error as NotAllowed).detail;
  }
  throw new Error("it was not refused");
}

// ---- the table ----

test("what her own word brings about is what the desk makes of it", () => {
  for (const [status, kind, then] of AFTER_HER_WORD) expect(moveOf(status as State, kind as Event)?.to).toBe(then);
  // Nothing that asks her something is left asking once she has said it.
  const said = (event: Event): string[] => AFTER_HER_WORD.filter(([, kind]) => kind === event).map(([status]) => status).toSorted();
  expect([said("answer"), said("agree")]).toEqual([["needs-info", "shown"], ["shown"]]);
});

test("a question she never answers freezes nothing", () => {
  const ours = possible("needs-info").filter((event) => !REPORTER_EVENTS.has(event));
  expect(ours.toSorted()).toEqual(["ask", "claim", "decline", "draft", "hand-back", "merge", "show"]);
  expect(walk("received", "claim", "ask", "draft", "approve", "publish")).toBe("published");
  expect(walk("received", "claim", "ask", "ask")).toBe("needs-info");
  expect(walk("received", "claim", "ask", "hand-back")).toBe("received");
});

test("a late answer is read wherever the work has gone on to", () => {
  expect(walk("received", "claim", "ask", "claim", "answer")).toBe("answered");
  expect(walk("received", "claim", "ask", "draft", "approve", "answer")).toBe("answered");
  expect(walk("received", "claim", "ask", "hand-back", "answer")).toBe("received");
});

test("a shown text can be taken over or handed back, and her yes still counts", () => {
  expect(walk("received", "claim", "show", "claim", "agree")).toBe("agreed");
  expect(walk("received", "claim", "show", "hand-back")).toBe("received");
  expect(walk("received", "claim", "show", "hand-back", "claim", "agree")).toBe("agreed");
});

test("the table is the one that is drawn in docs/desk.md", () => {
  const document = readFileSync(new URL("../../../docs/desk.md", import.meta.url), "utf8");
  const rows = document.split("\n").filter((row) => row.startsWith("| ")).map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim()));
  const steps = rows.filter((row) => row.length === 5 && row[0] !== "from");
  const whose = (event: Event): string => (REPORTER_EVENTS.has(event) ? "reporter" : event === "expire" ? "clock" : "moderator");
  const here = PAIRS.flatMap(([state, event]) => {
    const move = moveOf(state, event);
    return move ? [[state, event, whose(event), move.to, move.guards.map((name) => name.replaceAll("-", " ")).join(", ")]] : [];
  });
  expect(steps).toEqual(here);
  const sentences = rows.filter((row) => row.length === 2 && row[0] !== "guard");
  expect(sentences).toEqual(Object.entries(GUARDS).map(([name, guard]) => [name.replaceAll("-", " "), guard.sentence]));
});

test("every pair is listed or refused", () => {
  for (const [state, event] of PAIRS) {
    const move = moveOf(state, event);
    if (move) expect(step(state, event, { ...READY, hold: move.guards.includes("on-hold") })).toBe(move.to);
    else expect(refusal(state, event, READY)).toContain(`that is ${state} cannot take the step ${event}`);
  }
});

test("every guard stops its step with its sentence", () => {
  const failing: Readonly<Record<GuardName, Facts>> = {
    "consented": { ...READY, share: null },
    "not-moderators-only": { ...READY, share: "moderators", agreed: true },
    "agreed-if-asked": { ...READY, showFirst: true },
    "on-hold": READY,
    "not-on-hold": { ...READY, hold: true },
    "quorum": { ...READY, approvals: 1 },
    "one-approval": { ...READY, approvals: 0 },
    "dangerous": { ...READY, severity: "risky" },
  };
  const used = new Set<GuardName>();
  for (const [state, event] of PAIRS) {
    for (const guard of moveOf(state, event)?.guards ?? []) {
      used.add(guard);
      expect(refusal(state, event, failing[guard])).toBe(GUARDS[guard].sentence);
      expect(whyNot(state, event, failing[guard])?.key).toBe(`guard-${guard}`);
    }
  }
  expect([...used].sort()).toEqual(Object.keys(GUARDS).sort());
});

test("nothing leads out of what is closed, and reports and alerts never turn into each other", () => {
  const ofAlert = (state: State): boolean => ALERT_STATES.some((one) => one === state);
  for (const state of STATES) {
    const moves = EVENTS.flatMap((event) => moveOf(state, event) ?? []);
    expect(moves.length === 0).toBe(CLOSED.includes(state));
    for (const move of moves) expect(ofAlert(move.to)).toBe(ofAlert(state));
  }
});

test("nothing known lets nothing out", () => {
  const out: readonly State[] = ["published", "so-far", "approved"];
  for (const state of REPORT_STATES.filter((one) => !out.includes(one) && one !== "held")) {
    expect(possible(state).map((event) => moveOf(state, event)?.to).filter((to) => to && out.includes(to))).toEqual([]);
  }
});

/** Every state that can be reached from `received`, with what is then known, whatever happens in whatever order. */
function reachable(start: Facts): [State, Facts][] {
  const seen = new Map<string, [State, Facts]>();
  const ahead: [State, Facts][] = [["received", start]];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [state, facts] = next;
    const key = JSON.stringify(next);
    if (seen.has(key)) continue;
    seen.set(key, next);
    for (const event of possible(state, facts)) ahead.push([step(state, event, facts), { ...after(event, facts), approvals: 9 }]);
  }
  return [...seen.values()];
}

test.each([true, false])("moderators only is never published, whatever happens (hold: %s)", (hold) => {
  const reached = reachable({ ...READY, share: "moderators", hold, approvals: 9 });
  expect(reached.length).toBeGreaterThan(3);
  expect(reached.filter(([state]) => ["approved", "held", "so-far", "published"].includes(state))).toEqual([]);
});

test.each([null, "peers"])("what she wants to see, or to hold, is not published before (share: %s)", (share) => {
  for (const hold of [true, false]) {
    for (const [state, facts] of reachable({ ...READY, share, showFirst: true, hold, approvals: 9 })) {
      for (const event of ["publish", "publish-so-far"] as const) {
        if (whyNot(state, event, facts) !== null) continue;
        expect(facts.agreed && (facts.released || !hold)).toBe(true);
      }
    }
  }
});

// ---- ways through it ----

test("the plain way from received to published", () => {
  expect(walk("received", "claim", "draft", "approve", "approve", "publish")).toBe("published");
});

test("questions and answers come back to work", () => {
  expect(walk("received", "claim", "ask", "answer")).toBe("answered");
  expect(possible("answered", READY)).toContain("approve");
});

test("a text she wants to see goes through shown and agreed", () => {
  const facts = { ...READY, showFirst: true };
  expect(refusal("claimed", "approve", facts)).toContain("see the public text first");
  const agreed = after("agree", facts);
  expect(step("shown", "agree", facts)).toBe("agreed");
  expect(step("agreed", "approve", agreed)).toBe("approved");
  expect(after("draft", agreed)).toEqual({ ...facts, agreed: false, approvals: 0 });
});

test("a report on hold waits for her word", () => {
  const facts = { ...READY, hold: true };
  expect(refusal("approved", "publish", facts)).toContain("hold it until she says so");
  expect(step("approved", "hold", facts)).toBe("held");
  expect(step("held", "release", facts)).toBe("approved");
  expect(step("approved", "publish", after("release", facts))).toBe("published");
});

test("one moderator so far is kept by a second or expires", () => {
  const one = { ...READY, approvals: 1 };
  expect(step("approved", "publish-so-far", one)).toBe("so-far");
  expect(refusal("so-far", "publish", one)).toContain("not enough people");
  expect(step("so-far", "publish", READY)).toBe("published");
  expect(step("so-far", "expire", one)).toBe("claimed");
});

test("she can withdraw at any time", () => {
  for (const state of REPORT_STATES.filter((one) => one !== "withdrawn")) expect(step(state, "withdraw")).toBe("withdrawn");
});

test("correcting sends an approved report back to be read and voids approvals", () => {
  expect([step("approved", "correct", READY), after("correct", READY).approvals]).toEqual(["answered", 0]);
  expect(walk("received", "claim", "decline", "correct")).toBe("received");
});

test("an alert is amended, disputed, settled and ended", () => {
  expect(walk("live", "amend", "dispute", "settle", "retract")).toBe("retracted");
  expect(walk("disputed", "expire")).toBe("expired");
});

test("facts come from her consent, and what is not said stops things", () => {
  const facts = factsOf(validateReport(EXAMPLE_REPORT, { policy: {}, country: "GB" }), { approvals: 2, quorum: 2 });
  expect(facts).toEqual(READY);
  const silent = factsOf({ kinds: ["assault"] }, { approvals: 2 });
  expect(silent.showFirst).toBe(true);
  expect(possible("claimed", silent)).not.toContain("approve");
  expect(possible("agreed", factsOf({ kinds: ["assault"] }, { agreed: true }))).toContain("approve");
});

test.each(REPORT_STATES.filter((state) => state !== "withdrawn"))("nothing she says is dropped in %s", (state) => {
  expect([...REPORTER_EVENTS].filter((event) => moveOf(state, event) === undefined)).toEqual([]);
});

test("what she says when it is out or over moves nothing, and is new until it is read", () => {
  for (const state of OVER) {
    for (const event of ["answer", "agree", "release"] as const) expect([step(state, event), isLate(state, event)]).toEqual([state, true]);
    expect([step(state, "read"), isLate(state, "read"), isLate(state, "correct")]).toEqual([state, false, state === "merged"]);
  }
  for (const state of REPORT_STATES.filter((one) => !OVER.includes(one))) expect(EVENTS.filter((event) => isLate(state, event))).toEqual([]);
});

// ---- the queue ----

const DAY = 86_400;
/** Noon of 20 November 2026, UTC. */
const NOON = 1_795_176_000;
const BEFORE: readonly State[] = ["received", "claimed", "needs-info", "answered", "shown", "agreed", "approved"];

function item(number: number, severity = "risky", arrived = 0, state: State = "received", ongoing = false): Waiting {
  return { id: Uint8Array.of(number), state, severity, arrived, ongoing };
}

test("unclaimed urgent reports escalate after 30 minutes and not before", () => {
  const urgent = item(1, "dangerous", 100);
  expect([escalatesAt(urgent), isEscalated(urgent, 1899), isEscalated(urgent, 1900)]).toEqual([1900, false, true]);
  expect(escalatesAt(item(1, "dangerous", 0, "claimed"))).toBeNull();
  expect([escalatesAt(item(1, "risky")), escalatesAt(item(1, "risky", 0, "received", true))]).toEqual([null, 1800]);
});

test.each<[Parameters<typeof cannotWait>[1], State, number, boolean]>([
  [{ kinds: ["threats"], ongoing: ["is-nearby"] }, "received", -9 * DAY, true],
  [{ kinds: ["harassment"], ongoing: ["keeps-contacting"] }, "claimed", -9 * DAY, true],
  [{ kinds: ["no-show"], ongoing: ["knows-my-name"] }, "received", 0, false],
  [{ kinds: ["threats"], ongoing: ["none"] }, "received", 0, false],
  [{ kinds: ["assault"] }, "received", -DAY + 1, true],
  [{ kinds: ["assault"] }, "received", -DAY, false],
  [{ kinds: ["weapon"], when: { date: "2026-11-19", precision: "day" } }, "answered", 0, true],
  [{ kinds: ["weapon"], when: { date: "2026-11-18", precision: "day" } }, "received", 0, false],
  [{ kinds: ["confinement"], when: { date: "2026-11-20", precision: "week" } }, "received", 0, false],
  [{ kinds: ["condom", "robbery", "threats"] }, "received", 0, false],
  [{ kinds: ["drugging"] }, "needs-info", 0, true],
  ...REPORT_STATES.map((state): [Parameters<typeof cannotWait>[1], State, number, boolean] => [{ kinds: ["sexual-assault"] }, state, 0, BEFORE.includes(state)]),
])("urgent is what goes on, or was violent in the last day, and is not out: %j %s %d is %s", (report, state, arrived, urgent) => {
  expect(cannotWait(state, report, NOON + arrived, NOON)).toBe(urgent);
});

test("the queue puts escalated first, then urgent and unclaimed, then severity, then age, and what is not ours last", () => {
  const items = [
    item(1, "risky", 10), item(2, "very-dangerous", 5000), item(3, "dangerous", 0), item(4, "very-dangerous", 0, "needs-info"),
    item(5, "risky", 5), item(6, "very-dangerous", 10, "claimed"), item(7, "risky", 5010, "answered", true),
  ];
  expect(queue(items, 5010).map((one) => one.id[0])).toEqual([3, 2, 6, 7, 5, 1, 4]);
});

test("the queue sees severity and a risk that goes on", () => {
  const report = validateReport(EXAMPLE_REPORT, { policy: {}, country: "GB" });
  expect(waiting(Uint8Array.of(1), "received", report, 7)).toEqual(item(1, "dangerous", 7, "received", true));
  expect(waiting(Uint8Array.of(1), "received", { kinds: ["no-show"], ongoing: ["none"] }, 7).ongoing).toBe(false);
});

test("reminders come after 24 and 48 hours and end at 72", () => {
  const hour = 3600;
  expect([24 * hour - 1, 24 * hour, 48 * hour, 72 * hour].map((now) => reminders(0, now))).toEqual([[], [24 * hour], [24 * hour, 48 * hour], []]);
  expect(soFarEnds(0)).toBe(72 * hour);
});

// ---- related ----

function sharing(reports: Readonly<Record<string, ValueMap>>): string[] {
  const read = Object.entries(reports).map(([name, value]): [Uint8Array, Report] => {
    const report = validateReport({ kinds: ["threats"], ...value }, { policy: { ethnicity: true }, country: "GB" });
    return [new TextEncoder().encode(name), report];
  });
  return related(read).map(({ one, other, by }) => `${new TextDecoder().decode(one)} ${new TextDecoder().decode(other)} ${by}`);
}

test("reports that share a number in two spellings are related", () => {
  expect(sharing({ b: { phone: "0044 (0)7700-900-123" }, a: { phone: "07700 900123" }, c: { phone: "07700 900456" } })).toEqual(["a b number"]);
});

test("a part of a plate relates reports unless the cars differ", () => {
  const [van, red] = [{ type: "van", colour: "white" }, { type: "van", colour: "red" }];
  const part = { identifiers: ["plate ends BC"] };
  expect(sharing({ a: { plate: "KX12 ABC" }, b: part })).toEqual(["a b plate"]);
  expect(sharing({ a: { plate: "KX12 ABC", vehicles: [van] }, b: { ...part, vehicles: [van] } })).toEqual(["a b plate"]);
  expect(sharing({ a: { plate: "KX12 ABC", vehicles: [van] }, b: { ...part, vehicles: [red] } })).toEqual([]);
  expect(sharing({ a: { plate: "KX12 ABC" }, b: { plate: "kx12abc" } })).toEqual(["a b plate"]);
});

test("a car needs more than type and colour", () => {
  const van = { type: "van", colour: "white" };
  expect(sharing({ a: { vehicles: [van] }, b: { vehicles: [van] } })).toEqual([]);
  expect(sharing({ a: { vehicles: [{ ...van, make: "Ford" }] }, b: { vehicles: [{ ...van, make: "FORD" }] } })).toEqual(["a b car"]);
  expect(sharing({ a: { vehicles: [{ ...van, marks: ["dent"] }] }, b: { vehicles: [{ ...van, marks: ["dent", "rust"] }] } })).toEqual(["a b car"]);
});

test("a look needs three answers that agree and something that sets apart", () => {
  const look = { gender: "man", age: "40s", build: "heavy" };
  const marked = { ...look, marks: ["tattoo-neck"] };
  expect(sharing({ a: { persons: [look] }, b: { persons: [look] } })).toEqual([]);
  expect(sharing({ a: { persons: [marked] }, b: { persons: [{ ...marked, hair: "red" }] } })).toEqual(["a b look"]);
  expect(sharing({ a: { persons: [marked] }, b: { persons: [{ ...marked, age: "20s", build: "slim" }] } })).toEqual([]);
});

test("perceived ethnicity never relates reports", () => {
  const look = { gender: "man", age: "40s", ethnicity: "white", names: ["Dave"] };
  expect(sharing({ a: { persons: [look] }, b: { persons: [look] } })).toEqual([]);
});

test("every pair among many that share a number is found once", () => {
  const same = { phone: "07700 900123", plate: "KX12 ABC" };
  const found = sharing({ a: same, b: same, c: same, d: same });
  expect([found.length, new Set(found).size]).toEqual([12, 12]);
});
