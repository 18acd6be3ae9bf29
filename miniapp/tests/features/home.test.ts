import { resolve } from "node:path";
import { expect, it } from "vitest";
import { messagesOf } from "../../build/catalogues";
import type { Epoch } from "../../src/alerts/things";
import { saysOf } from "../../src/features/home/saying";
import { botIn, botNamed, linkTo, pathTo, shownCode } from "../../src/features/safety/pinging";

const KNOWN = messagesOf(resolve(import.meta.dirname, "../../../locales"), "en");
const DAY = 86_400;
const QUIET = { offline: false, trouble: null, refused: [], healing: false, clockDiffers: 0 };
const board = (time: number, withheld: number[] = []) => ({ founded: true, withheld, epoch: { time } as Epoch });

it("says nothing when all is well", () => {
  expect(saysOf({ news: QUIET, board: board(DAY), waits: false, moderates: false, now: DAY })).toEqual([]);
});

it("names alarms in plain words, each with a message that exists", () => {
  const refused = ["WrongGate", "WrongCover", "WrongDeskKey", "BelowQuorum", "BelowQuorum"].map((error, seq) => ({ seq, error, detail: "" }));
  const said = saysOf({
    news: { ...QUIET, trouble: "No.", refused, healing: true, clockDiffers: 7200 },
    board: board(0, [4, 9]),
    waits: true,
    moderates: false,
    now: 20 * DAY,
  });
  expect(said.map(({ id }) => id)).toEqual([
    "home-alarm-gate", "home-alarm-cover", "home-alarm-desk", "home-trouble", "home-refused", "home-withheld", "home-stale", "home-healing",
    "home-clock", "home-waits",
  ]);
  expect(said.find(({ id }) => id === "home-refused")?.values).toEqual({ count: 2 });
  expect(said.find(({ id }) => id === "home-stale")?.values).toEqual({ count: 20 });
  for (const { id, values = {} } of said) expect([...(KNOWN.get(id) ?? ["missing"])].sort()).toEqual(Object.keys(values).sort());
});

it("frightens nobody with what somebody who is out sent once", () => {
  const news = { ...QUIET, refused: [{ seq: 1, error: "RemovedDevice", detail: "" }] };
  for (const moderates of [true, false]) expect(saysOf({ news, board: board(DAY), waits: false, moderates, now: DAY })).toEqual([]);
});

it("does not tell a moderator to tell a moderator", () => {
  const refused = ["BelowQuorum", "WrongGate"].map((error, seq) => ({ seq, error, detail: "" }));
  const given = { news: { ...QUIET, refused }, board: board(0, [4]), waits: false, now: 20 * DAY };
  const said = (moderates: boolean): string[] => saysOf({ ...given, moderates }).map(({ id }) => id);
  // Who signed, and what to do, is said to moderators in full.
  expect(said(false)).toEqual(["home-alarm-gate", "home-refused", "home-withheld", "home-stale"]);
  expect(said(true)).toEqual(["home-refused-desk", "home-withheld-desk", "home-stale-desk"]);
  expect([...said(true), ...said(false)].filter((id) => !KNOWN.has(id))).toEqual([]);
});

it("says what happens next to who said that she would moderate, until she does", () => {
  const given = { news: QUIET, board: board(DAY), waits: false, willing: true, now: DAY };
  expect(saysOf({ ...given, moderates: false })).toEqual([{ id: "home-willing", kind: "calm" }]);
  expect(saysOf({ ...given, moderates: true })).toEqual([]);
  for (const id of ["home-willing", "home-promoted", "home-promoted-desk"]) expect(KNOWN.has(id)).toBe(true);
});

it("messages that are asked for by parts of their names exist", () => {
  const parts = {
    "home-": ["check", "report", "alerts", "mine", "desk", "collective", "safety", "help", "check-hint", "report-hint", "alerts-hint"],
    "pin-fault-": ["short", "same", "run", "date"],
    "stay-": ["0", "900", "28800", "0-hint", "900-hint", "28800-hint"],
    "join-code-": ["short", "long", "strange", "wrong", "gone", "waits"],
    "safety-": ["pin", "duress", "stay", "words", "compare", "pings", "prefer", "offline", "language"].flatMap((one) => [one, `${one}-hint`]),
  };
  expect(Object.entries(parts).flatMap(([begin, ends]) => ends.map((end) => begin + end)).filter((id) => !KNOWN.has(id))).toEqual([]);
});

it("a bot is named with @, by its link, or as it is", () => {
  for (const text of ["our_bot", "@our_bot", "t.me/our_bot", " https://t.me/our_bot?start=x ", "http://t.me/our_bot/"]) expect(botIn(text)).toBe("our_bot");
  for (const text of ["", "bot", "our bot", "https://example.org/our_bot", "@@our_bot"]) expect(botIn(text)).toBeNull();
});

it("a ping code is base64url without padding", () => {
  const code = shownCode(Uint8Array.from({ length: 16 }, (_, i) => 255 - i));
  expect(code).toBe("__79_Pv6-fj39vX08_Lx8A");
  expect(linkTo("our_bot", code)).toBe("https://t.me/our_bot?start=__79_Pv6-fj39vX08_Lx8A");
});

it("the bot that our server names is taken only if it can be one, and a link to it leads nowhere else", () => {
  expect(botNamed({ bot: "our_bot" })).toBe("our_bot");
  for (const wrong of [null, "our_bot", {}, { bot: null }, { bot: "bot" }, { bot: "a/../b_bot" }, { bot: "our_bot?x" }, { bot: "our bot" }, { bot: 5 }]) {
    expect(botNamed(wrong)).toBeNull();
  }
  expect(`https://t.me${pathTo("our_bot", "code")}`).toBe(linkTo("our_bot", "code"));
});
