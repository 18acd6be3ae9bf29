/** A tour of what one person does with two phones, with what she asked to be told of, and while her app opens: in any language, and a look at each stop. */

import { heldBreath } from "./holding";
import type { Person, Stage } from "./stage";
import { type Look, Walker } from "./tour";
import type { Words } from "./words";

const PIN = "739164";
const OTHER_PIN = "402958";
const NUMBER = "07700 900477";

/** Whose phones they are: hers; another one that is with it; and one with nothing but her words. */
export interface Phones {
  readonly first: Person;
  readonly second: Person;
  readonly found: Person;
}

/** Walks through everything, as a member of a collective whose one moderator is at the command line. */
export async function tourOfPhones(stage: Stage, founder: string, phones: Phones, words: Words, looks: Look): Promise<void> {
  const her = new Walker(phones.first, words, looks);
  await her.comesIn(stage.invite(founder), "Heather", false);
  await isToldLater(stage, founder, her);
  await opensSlowly(her);
  const kept = await keepsHerWords(stage, founder, her);
  await addsAPhone(her, new Walker(phones.second, words, looks), words);
  await comesBack(new Walker(phones.found, words, looks), kept);
}

/** She marks a number; it is listed; home says so. */
async function isToldLater(stage: Stage, founder: string, her: Walker): Promise<void> {
  const { page } = her.person;
  await her.presses("home-check");
  await page.locator("textarea").fill(NUMBER);
  await her.presses("watch-tell");
  await page.locator("main .busy").waitFor({ state: "detached" });
  await her.look("a1-watch");
  const fields = { kinds: ["robbery"], consent: { share: "peers" }, identifiers: [{ type: "phone", value: NUMBER }] };
  const report = String(stage.parasol(founder, ["report", "--file", "-"], JSON.stringify(fields))["report"]);
  stage.parasol(founder, ["sync"]);
  stage.parasol(founder, ["desk", "claim", report]);
  stage.parasol(founder, ["desk", "draft", report, "--text", "-"], "A man was reported to have robbed a worker.");
  stage.parasol(founder, ["desk", "approve", report]);
  stage.parasol(founder, ["desk", "publish", report]);
  await her.fetches();
  await her.reads("watch-listed");
  await her.look("a2-watch-listed");
}

/** The newest alerts while the board is being opened, and two places that are not there yet. */
async function opensSlowly(her: Walker): Promise<void> {
  const { page } = her.person;
  await page.addInitScript(heldBreath);
  await page.reload();
  await her.keys(PIN, "locked-open");
  await her.reads("opening-newest");
  await her.look("b1-opening");
  await her.presses("home-report");
  await her.reads("opening-soon");
  await her.look("b2-opening-report");
  await her.presses("app-back", "home-check");
  await her.reads("opening-check");
  await her.look("b3-opening-check");
  await page.evaluate(() => {
    (globalThis as unknown as { go: () => void }).go();
  });
  await page.locator("textarea").waitFor();
  await her.home();
}

async function keepsHerWords(stage: Stage, founder: string, her: Walker): Promise<string[]> {
  stage.parasol(founder, ["sync"]);
  await her.fetches();
  await her.presses("home-safety", "safety-words");
  await her.keys(PIN, "pin-next");
  const kept = await her.keepsWords();
  // They work elsewhere once a box for them was sent, with a sync of its own.
  await her.fetches();
  await her.fetches();
  return kept;
}

async function addsAPhone(her: Walker, second: Walker, words: Words): Promise<void> {
  await her.home();
  await her.presses("home-safety", "safety-device");
  await her.look("c1-device");
  await her.presses("device-show");
  await her.look("c2-device-pin");
  await her.keys(PIN, "pin-next");
  await her.sees("device-code-title");
  await her.look("c3-device-code");
  const code = await her.person.page.locator("p.code").innerText();
  await second.person.opens();
  await second.presses("welcome-code", "join-other-phone");
  await second.look("c4-beside");
  await second.types("join-code", code);
  await second.presses("pin-next");
  await second.sees("stay-title");
  await second.presses("pin-next");
  await second.keys(OTHER_PIN, "pin-next");
  await second.keys(OTHER_PIN, "pin-next");
  await second.sees("beside-digits-title");
  await second.look("c5-beside-digits");
  await her.types("device-digits", "12345");
  await her.presses("device-give");
  await her.reads("device-digits-wrong");
  await her.look("c6-device-digits-wrong");
  await her.types("device-digits", await second.person.page.locator("p.code").innerText());
  await her.presses("device-give");
  await second.sees("beside-in-title");
  await second.look("c7-beside-in");
  await her.person.page.getByText(words.say("device-taken")).waitFor();
  await her.look("c8-device-taken");
}

async function comesBack(found: Walker, kept: readonly string[]): Promise<void> {
  await found.person.opens();
  await found.presses("welcome-code", "join-have-words");
  await found.types("forgot-words", `${"abandon ".repeat(11)}about`);
  await found.presses("pin-next");
  await found.reads("recover-nothing");
  await found.look("d1-recover-nothing");
  await found.types("forgot-words", kept.join(" "));
  await found.look("d2-recover-words");
  await found.presses("pin-next");
  await found.sees("stay-title");
  await found.presses("pin-next");
  await found.keys(OTHER_PIN, "pin-next");
  await found.keys(OTHER_PIN, "pin-next");
  await found.sees("recover-back-title");
  await found.look("d3-recover-back");
}
