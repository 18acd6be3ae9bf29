/** A tour of every screen of a member and of a moderator, in any language: what they do from coming in to erasing, and a look at each stop. */

import type { Locator } from "playwright-core";
import type { Person, Stage } from "./stage";
import type { Words } from "./words";

const PIN = "739164";
const NUMBER = "07700 900466";
const TEXT = "A man was reported to have locked the door and kept the money.";
const REASON = "It was another man.";

/** Called at each stop, with the stop's name. */
export type Look = (who: Person, name: string) => Promise<void>;

/** Somebody who walks: she presses and types by the names in the catalogue. */
export class Walker {
  readonly person: Person;
  private readonly words: Words;
  private readonly looks: Look;

  constructor(person: Person, words: Words, looks: Look) {
    this.person = person;
    this.words = words;
    this.looks = looks;
    person.page.setDefaultTimeout(60_000);
  }

  button(id: string): Locator {
    return this.person.page.getByRole("button", { name: this.words.begins(id) }).first();
  }

  async presses(...ids: string[]): Promise<void> {
    for (const id of ids) await this.button(id).click();
  }

  /** The button of a note that asks whether she is sure. */
  async isSure(): Promise<void> {
    await this.person.page.locator(".note .button.grave").click();
  }

  async types(id: string, text: string): Promise<void> {
    await this.person.page.getByLabel(this.words.begins(id)).first().fill(text);
  }

  async sees(id: string): Promise<void> {
    await this.person.sees(this.words.begins(id));
  }

  async reads(id: string): Promise<void> {
    await this.person.page.getByText(this.words.begins(id)).first().waitFor();
  }

  async keys(pin: string, done: string): Promise<void> {
    await this.person.keys(pin, this.words.say(done));
  }

  async opens(what: string): Promise<void> {
    await this.person.page.locator(what).first().click();
  }

  async look(name: string): Promise<void> {
    await this.looks(this.person, name);
  }

  async home(): Promise<void> {
    const { page } = this.person;
    const title = page.getByRole("heading", { level: 1, name: this.words.begins("home-title") });
    while (!(await title.isVisible())) {
      await page.locator("header .bar-button").first().click();
      await page.waitForTimeout(50);
    }
  }

  async fetches(): Promise<void> {
    await this.home();
    await this.presses("home-fetch");
    await this.button("home-fetch").and(this.person.page.locator(":enabled")).waitFor();
  }

  /** From the code to home. `moderates`: by a code that asks her to. */
  async comesIn(code: string, alias: string, moderates: boolean): Promise<string[]> {
    const { page } = this.person;
    await this.person.opens();
    await this.sees("welcome-title");
    await this.presses("welcome-code");
    await this.types("join-code", code);
    await this.presses("pin-next");
    if (moderates) {
      await this.sees("join-asked-title");
      await this.look("04-asked");
      await this.presses("join-asked-yes");
    }
    await this.sees("join-name-title");
    await page.locator("main input").first().fill(alias);
    if (moderates) await this.look("05-name");
    await this.presses("pin-next");
    await this.sees("stay-title");
    if (moderates) await this.look("06-stay");
    await this.presses("pin-next");
    await this.sees("join-pin-title");
    if (moderates) {
      await this.keys("123456", "pin-next");
      await this.look("07-pin-fault");
      for (let i = 0; i < 6; i++) await this.presses("pin-delete");
    }
    await this.keys(PIN, "pin-next");
    await this.sees("pin-again");
    if (moderates) await this.look("08-pin-again");
    await this.keys(PIN, "pin-next");
    await this.sees("words-title");
    await this.look(moderates ? "09-words" : "09-words-of-a-member");
    let kept: string[] = [];
    if (moderates) kept = await this.keepsWords();
    else await this.presses("words-later");
    await this.sees("prefer-title");
    if (moderates) await this.look("12-prefer");
    await this.presses("join-done");
    await this.sees("home-title");
    return kept;
  }

  /** Has twelve words shown, and gives three of them back. */
  async keepsWords(): Promise<string[]> {
    const { page } = this.person;
    await this.presses("words-show");
    await page.locator("ol.words").waitFor();
    await this.look("10-words-shown");
    const kept = await page.locator("ol.words li").allInnerTexts();
    await this.presses("words-written");
    await this.sees("words-asked");
    for (const [at, word] of kept.entries()) {
      const field = page.getByLabel(this.words.say("words-number", { number: at + 1 }), { exact: true });
      if ((await field.count()) > 0) await field.fill(word);
    }
    await this.look("11-words-asked");
    await this.presses("words-check");
    return kept;
  }
}

/** Walks through everything, with two browsers of one collective that has a founder at the command line. */
export async function tour(stage: Stage, founder: string, people: { member: Person; moderator: Person }, words: Words, looks: Look): Promise<void> {
  const her = new Walker(people.member, words, looks);
  const mod = new Walker(people.moderator, words, looks);
  await beforeComingIn(mod);
  const kept = await mod.comesIn(stage.invite(founder, "--moderator"), "Mona", true);
  await her.comesIn(stage.invite(founder), "Heather", false);
  await her.fetches();
  await her.look("13-home");
  await mod.fetches();
  stage.parasol(founder, ["sync"]);
  stage.parasol(founder, ["promote", "Mona"]);
  await mod.fetches();
  await mod.button("home-desk").waitFor();
  await mod.look("14-home-of-a-moderator");
  await reportsWhatHappened(her, words);
  await askedAndAnswered(mod, her);
  await shownAndPublished(mod, her);
  await readsAndChecks(her);
  await changedAndTakenBack(mod, her);
  await theCollective(mod);
  await takenOff(mod, her, stage, founder);
  await safety(her);
  await lockedOut(mod, kept);
}

async function beforeComingIn(one: Walker): Promise<void> {
  await one.person.opens();
  await one.sees("welcome-title");
  await one.look("01-welcome");
  await one.presses("welcome-help");
  await one.sees("help-title");
  await one.look("02-help-before");
  await one.presses("app-back", "welcome-code");
  await one.sees("join-title");
  await one.look("03-code");
  await one.types("join-code", "ABCD-EFGH");
  await one.presses("pin-next");
  await one.look("03-code-short");
  await one.presses("join-have-words");
  await one.sees("recover-title");
  await one.look("03-recover");
}

/** The questions of a report, in order; and what she answers to some. */
async function reportsWhatHappened(her: Walker, words: Words): Promise<void> {
  const { page } = her.person;
  await her.home();
  await her.presses("home-alerts");
  await her.sees("alerts-title");
  await her.look("15-alerts-none");
  await her.home();
  await her.presses("home-report");
  await her.presses("kinds-sexual-assault", "kinds-weapon");
  await her.look("20-report-kinds");
  await her.presses("report-step-by-step");
  const asked = [
    "health", "consent", "relationship", "when", "area", "place", "contact", "persons", "identifiers", "vehicles", "happened", "pattern", "injuries",
    "ongoing", "support",
  ];
  for (const question of asked) {
    await her.sees(`report-${question}`);
    if (question === "consent") await her.presses("consent-peers", "consent-show-first-wish");
    if (question === "when") await her.presses("when-today");
    if (question === "area") await page.getByRole("button", { name: "Harbour" }).click();
    if (question === "identifiers") await page.locator("textarea").fill(`${NUMBER} plate ends KX, he drove off`);
    if (question === "happened") await page.locator("textarea").fill("He locked the door. He also writes from 07700 900467.");
    if (question === "persons" || question === "vehicles") {
      const fold = page.locator("main details summary").first();
      if ((await fold.count()) > 0) await fold.click();
    }
    await her.look(`21-report-${question}`);
    await page.locator("footer button").first().click();
  }
  await her.sees("report-review");
  // What she wrote elsewhere than where it counts is offered.
  await her.reads("identifiers-in-text");
  await her.reads("identifiers-rest");
  await her.look("22-report-review");
  await her.presses("report-send-and-keep");
  await page.getByRole("heading", { level: 1, name: new RegExp(`^(?:${words.say("sent-title-taken")}|${words.say("sent-title-received")})$`) }).waitFor();
  await her.look("23-sent");
  await her.presses("mine-title");
  await her.look("24-mine");
  await her.opens("button.card");
  await her.look("25-mine-one");
}

async function opensTheCase(mod: Walker): Promise<void> {
  await mod.fetches();
  await mod.presses("home-desk");
  await mod.sees("desk-title");
  await mod.opens("button.card");
  await mod.reads("desk-told");
}

async function opensHerReport(her: Walker): Promise<void> {
  await her.fetches();
  await her.presses("home-mine");
  await her.opens("button.card");
}

async function askedAndAnswered(mod: Walker, her: Walker): Promise<void> {
  await mod.fetches();
  await mod.presses("home-desk");
  await mod.sees("desk-title");
  await mod.look("30-desk");
  await mod.opens("button.card");
  await mod.reads("desk-told");
  await mod.look("31-case");
  await mod.presses("desk-claim");
  await mod.reads("desk-done-claimed");
  await mod.look("32-case-taken");
  await mod.presses("desk-decline");
  await mod.look("33-decline");
  await mod.presses("desk-decline", "desk-merge");
  await mod.look("34-merge");
  await mod.presses("desk-merge", "desk-ask");
  await mod.types("desk-ask-field", "Which pier was it?");
  await mod.look("35-ask");
  await mod.presses("desk-ask-send");
  await mod.reads("desk-done-asked");
  await her.fetches();
  await her.look("40-home-asked");
  await her.presses("home-mine");
  await her.look("41-mine-asked");
  await her.opens("button.card");
  await her.types("mine-your-answer", "The north pier.");
  await her.look("42-mine-question");
  await her.presses("mine-send-answer");
  await her.person.page.getByLabel(/./).first().waitFor({ state: "attached" }).catch(() => undefined);
  await her.button("mine-send-answer").waitFor({ state: "hidden" });
  await her.look("43-mine-answered");
}

async function ticksBoth(mod: Walker): Promise<void> {
  await mod.presses("write-only-she-know", "write-only-she-is");
}

async function shownAndPublished(mod: Walker, her: Walker): Promise<void> {
  await her.fetches();
  await opensTheCase(mod);
  await mod.look("36-case-answered");
  await mod.presses("desk-write");
  await mod.sees("write-title");
  await mod.reads("write-identifiers-in-words");
  await mod.types("write-text", `He is a thief. ${TEXT}`);
  await mod.look("37-write");
  await mod.types("write-text", TEXT);
  await mod.presses("write-read");
  await mod.sees("write-read-title");
  await mod.look("38-write-read");
  await ticksBoth(mod);
  await mod.presses("write-save-show");
  await mod.reads("desk-told");
  await mod.look("39-case-shown");
  await opensHerReport(her);
  await her.button("mine-agree").waitFor();
  await her.look("44-mine-text");
  await her.presses("mine-agree");
  await her.button("mine-agree").waitFor({ state: "hidden" });
  await her.look("45-mine-agreed");
  await her.fetches();
  await opensTheCase(mod);
  await mod.reads("desk-text-agreed");
  await mod.look("46-case-agreed");
  await ticksBoth(mod);
  await mod.presses("desk-approve");
  await mod.reads("desk-done-approved");
  await mod.look("47-case-approved");
  await mod.presses("desk-publish");
  await mod.reads("desk-done-published");
  await mod.look("48-case-out");
}

async function readsAndChecks(her: Walker): Promise<void> {
  const { page } = her.person;
  await her.fetches();
  await her.presses("home-alerts");
  await page.locator("button.alert").first().waitFor();
  await her.look("50-alerts");
  await her.opens("button.alert");
  await her.look("51-alert");
  await her.home();
  await her.presses("home-check");
  await her.sees("check-title");
  await her.look("52-check");
  const answers = async (query: string, name: string): Promise<void> => {
    await page.locator("textarea").fill(query);
    await page.locator("main .note").first().waitFor();
    // Hidden numbers take a second or two; then nothing turns any more.
    await page.locator("main .busy").waitFor({ state: "detached" });
    await her.look(name);
  };
  await answers(NUMBER, "53-check-match");
  await answers("07700 900999", "54-check-none");
  await answers("ends KX", "55-check-part");
  await her.home();
  await her.presses("home-help");
  await her.sees("help-title");
  await her.look("56-help");
}

async function opensTheAlert(mod: Walker): Promise<void> {
  await mod.home();
  await mod.presses("home-desk", "desk-alerts");
  await mod.look("60-desk-alerts");
  await mod.person.page.locator("section").last().locator("button.alert").first().click();
  await mod.sees("deskalert-title");
}

async function changedAndTakenBack(mod: Walker, her: Walker): Promise<void> {
  await opensTheAlert(mod);
  await mod.look("61-deskalert");
  await mod.presses("deskalert-amend");
  await mod.sees("write-title-amend");
  await mod.look("62-amend");
  await mod.types("write-text", `${TEXT} Two people by now.`);
  await mod.presses("write-read");
  await mod.sees("write-read-title");
  await ticksBoth(mod);
  await mod.presses("write-save-amend");
  await mod.sees("deskalert-title");
  await mod.look("63-deskalert-changed");
  await her.fetches();
  await her.presses("home-alerts");
  await her.opens("button.alert");
  await her.look("64-alert-corrected");
  await mod.presses("deskalert-retract");
  await mod.types("deskalert-retract-field", REASON);
  await mod.look("65-retract");
  await mod.isSure();
  await mod.reads("deskalert-out");
  await mod.look("66-deskalert-taken-back");
  await her.fetches();
  await her.presses("home-alerts");
  await her.person.page.getByText(REASON).first().waitFor();
  await her.look("67-alerts-taken-back");
  await her.opens("button.alert");
  await her.look("68-alert-taken-back");
}

async function theCollective(mod: Walker): Promise<void> {
  const { page } = mod.person;
  const opens = async (id: string, title: string, name: string): Promise<void> => {
    await mod.home();
    await mod.presses("home-collective", id);
    await mod.sees(title);
    await mod.look(name);
  };
  await mod.fetches();
  await mod.presses("home-collective");
  await mod.look("70-collective");
  await opens("collective-waiting", "waiting-title", "71-waiting");
  await opens("collective-invite", "invite-title", "72-invite");
  await mod.presses("invite-make");
  await mod.sees("invite-code-title");
  await mod.look("73-invite-code");
  await opens("collective-invite", "invite-title", "74-invite-open");
  await opens("collective-members", "members-title", "75-members");
  await opens("news-write", "news-write", "76-news-write");
  await mod.types("news-text", "The night clinic opens at eight.");
  await mod.presses("news-send");
  await mod.reads("collective-done");
  await mod.look("77-news-sent");
  await opens("news-ask", "news-ask", "78-news-ask");
  await opens("collective-rules-change", "collective-change-rules", "79-rules-change").catch(async () => {
    await opens("collective-change-rules", "collective-change-rules", "79-rules-change");
  });
  await mod.types("rules-areas-field", "Harbour\nStation\nOld town\nNorth side");
  await mod.presses("rules-review");
  await mod.button("rules-propose").waitFor();
  await mod.look("80-rules-review");
  await opens("collective-edit-help", "helpedit-title", "81-help-edit");
  await mod.presses("helpedit-add");
  await page.locator("main details summary").first().click();
  await mod.look("82-help-edit-one");
  await opens("collective-rules", "collective-rules", "83-rules");
  await opens("collective-figures", "collective-figures", "84-figures");
  await opens("collective-news", "news-title", "85-news");
}

async function takenOff(mod: Walker, her: Walker, stage: Stage, founder: string): Promise<void> {
  await mod.home();
  await mod.presses("home-collective", "collective-members");
  await mod.person.page.getByRole("button", { name: /^Heather/ }).click();
  await mod.look("86-member");
  await mod.presses("members-remove");
  await mod.look("87-member-sure");
  await mod.isSure();
  await mod.person.page.locator("main .note").first().waitFor();
  await mod.look("88-member-gone");
  await mod.fetches();
  stage.parasol(founder, ["sync"]);
  await her.fetches();
  await her.reads("home-trouble");
  await her.look("89-home-taken-off");
}

async function safety(her: Walker): Promise<void> {
  const { page } = her.person;
  await her.home();
  await her.presses("home-collective");
  await her.look("69-collective-of-a-member");
  await her.home();
  await her.presses("home-safety");
  await her.sees("safety-title");
  await her.look("90-safety");
  for (const [button, title] of [
    ["safety-pin", "safety-change"], ["safety-duress", "duress-title"], ["safety-stay", "stay-title"], ["safety-words", "words-title"],
    ["safety-compare", "compare-title"], ["safety-pings", "pings-title"], ["safety-prefer", "prefer-title"], ["safety-offline", "safety-offline"],
    ["safety-language", "safety-language"], ["safety-erase", "erase-title"],
  ] as const) {
    await her.presses(button);
    await her.sees(title);
    if (button === "safety-compare") await page.locator(".compare").waitFor();
    await her.look(`91-${button}`);
    if (button === "safety-erase") {
      await her.presses("erase-next");
      await her.look("92-erase-sure");
      await her.presses("erase-now");
      await her.sees("welcome-title");
      await her.look("93-erased");
    } else await page.locator("header .bar-button").first().click();
  }
}

async function lockedOut(mod: Walker, kept: readonly string[]): Promise<void> {
  const { page } = mod.person;
  await mod.presses("app-hide");
  await mod.sees("locked-title");
  await mod.look("94-locked");
  await mod.keys("000000", "locked-open");
  await mod.reads("trouble-wrong-pin");
  await mod.look("95-locked-wrong");
  await mod.presses("locked-forgot");
  await mod.look("96-forgot");
  await page.locator("header .bar-button").first().click();
  for (let i = 0; i < 4; i++) {
    await mod.keys(`00000${i}`, "locked-open");
    // The last one too many: then she is told to wait.
    if (i < 3) await mod.reads("trouble-wrong-pin");
    else await page.locator(".keys button:disabled").first().waitFor();
  }
  await mod.look("97-locked-wait");
  // The words open it at once, and set a new PIN.
  await mod.presses("locked-forgot");
  await mod.types("forgot-words", kept.join(" "));
  await mod.presses("pin-next");
  await mod.keys("402958", "pin-next");
  await mod.keys("402958", "pin-next");
  await mod.sees("home-title");
}
