/**
 * The rehearsal as people see it: three phones on one page of a real Chromium, each with its chat and with the app in it; relay, bot, stand-in
 * and the sample's moderators are real processes. Whoever reads this test has read what Parasol does.
 *
 * Pictures of every screen go to the folder that is printed: PARASOL_PICTURES, or a fresh one.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { built, CHROMIUM, missing, PYTHON } from "./stage";

const ROOT = resolve(import.meta.dirname, "../../..");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // The driver switches off what gives a frame a storage of its own, as every browser does that people have. The last such flag counts.
  "--disable-features=Translate",
];
/** For what other processes do on a busy machine. Milliseconds. */
const PATIENCE = 90_000;
const PIN = "739164";
/** In the sample: an alert about the number of somebody who takes the condom off. */
const LISTED = "07700 900140";
const NEW_NUMBER = "07700 900466";
const WORDS = "Heliotrope staircase, he kept asking about the marmalade";
const TEXT = "Takes phones and bags. Asks about breakfast first.";
const REASON = "It was somebody else, who was elsewhere that night.";
const ALIASES = { Ana: "Anemone", Bea: "Bluebell", Carmen: "Campion" } as const;
type Name = keyof typeof ALIASES;

const lacks = missing();
if (lacks !== null) process.stdout.write(`the phones of the rehearsal were not tried: ${lacks}\n`);

/** One phone on the page: what its owner sees, and how often she touches it. */
class Phone {
  readonly app: FrameLocator;
  readonly chat: Locator;
  taps = 0;
  private readonly element: Locator;
  private readonly page: Page;
  private readonly name: Name;
  private readonly pictures: string;

  constructor(page: Page, name: Name, pictures: string) {
    this.page = page;
    this.name = name;
    this.pictures = pictures;
    this.element = page.locator(".phone").filter({ has: page.getByRole("heading", { name: `${name}’s phone` }) });
    this.app = this.element.frameLocator("iframe");
    this.chat = this.element.locator(".bubbles");
  }

  /** What lies on paper beside it. */
  paper(): Promise<string> {
    return this.element.locator(".paper code").innerText();
  }

  /** What she types without touching anything first, because the field is ready. */
  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  async touches(what: Locator): Promise<void> {
    this.taps += 1;
    await what.click();
  }

  async start(): Promise<void> {
    await this.touches(this.element.getByRole("button", { name: "Start", exact: true }));
    await this.chat.getByText("Tap Open").waitFor();
  }

  async open(): Promise<void> {
    await this.touches(this.chat.getByRole("button", { name: "Open", exact: true }).last());
    await this.app.locator("h1").waitFor();
  }

  /** Back to the chat. */
  async close(): Promise<void> {
    await this.touches(this.element.getByRole("button", { name: "Close, back to the chat" }));
    await this.element.locator(".app").waitFor({ state: "hidden" });
  }

  backArrow(): Locator {
    return this.element.getByRole("button", { name: "Back", exact: true });
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.touches(this.app.getByRole("button", { name, exact: true }).first());
  }

  /** The whole PIN, which counts as one tap. */
  async pin(done: string): Promise<void> {
    for (const digit of PIN) await this.app.getByRole("button", { name: digit, exact: true }).click();
    await this.presses(done);
  }

  async sees(title: string | RegExp): Promise<void> {
    await this.app.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  text(): Promise<string> {
    return this.app.locator("main").innerText();
  }

  /** Opens the app, which is locked, up to home. */
  async unlocks(): Promise<void> {
    await this.open();
    await this.sees("Locked");
    await this.pin("Open");
    await this.sees("What do you need?");
  }

  /** Looks for news until the page has this. */
  async fetches(): Promise<void> {
    await this.presses("Look for news now");
    await this.app.getByRole("button", { name: "Look for news now" }).and(this.app.locator(":enabled")).waitFor();
  }

  async joins(): Promise<void> {
    await this.open();
    await this.sees("Peers warn each other here.");
    await this.picture("1-welcome");
    await this.presses("I have a code");
    await this.app.getByLabel("Code").first().fill(await this.paper());
    await this.picture("2-code");
    await this.presses("Next");
    await this.sees("A name in here");
    await this.app.locator("main input").first().fill(ALIASES[this.name]);
    await this.presses("Next");
    await this.sees("When to ask for the PIN");
    await this.presses("Next");
    await this.picture("3-pin");
    await this.pin("Next");
    await this.sees("The same PIN again");
    await this.pin("Next");
    await this.sees("Recovery words");
    await this.picture("4-words");
    await this.presses("Later");
    await this.sees("Areas and languages");
    await this.presses("Done");
    await this.sees("What do you need?");
    await this.picture("5-home");
  }

  async picture(what: string): Promise<void> {
    await this.element.locator(".screen").screenshot({ path: join(this.pictures, `${this.name.toLowerCase()}-${what}.png`), animations: "disabled" });
  }
}

/** Everything that runs, and everything that should never happen in it. */
class Rehearsal {
  readonly folder = mkdtempSync(join(tmpdir(), "parasol-phones-"));
  readonly pictures = process.env["PARASOL_PICTURES"] ?? mkdtempSync(join(tmpdir(), "parasol-pictures-"));
  readonly wrong: string[] = [];
  /** Everything that went out from the browser: addresses, headers and bodies. */
  readonly sent: Buffer[] = [];
  bodies = 0;
  private process: ChildProcess | null = null;
  private browser: Browser | null = null;
  private page: Page | null = null;
  private said = { ready: "", relay: "", people: "", passphrase: "" };

  get data(): string {
    return join(this.folder, "data");
  }

  async start(): Promise<void> {
    mkdirSync(this.pictures, { recursive: true });
    process.stdout.write(`pictures of the phones: ${this.pictures}\n`);
    const app = join(this.folder, "app");
    await built(app);
    const command = ["-m", "cli", "rehearse", "--headless", "--port", "0", "--json", "--data", this.data];
    const child = spawn(PYTHON, command, { cwd: ROOT, env: this.environment({ PARASOL_APP: app }), stdio: ["ignore", "pipe", "ignore"] });
    this.process = child;
    this.said = await new Promise<typeof this.said>((found, failed) => {
      let text = "";
      child.stdout.on("data", (part: Buffer) => {
        text += part.toString();
        if (text.trimEnd().endsWith("}")) found(JSON.parse(text) as typeof this.said);
      });
      child.once("exit", () => {
        failed(new Error("the rehearsal did not start"));
      });
    });
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true });
    // As wide as three phones of 360 pixels.
    const context = await this.browser.newContext({ viewport: { width: 1160, height: 960 }, locale: "en-GB" });
    context.setDefaultTimeout(PATIENCE);
    await this.listen(context);
    this.page = await context.newPage();
    await this.page.goto(this.said.ready);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    const child = this.process;
    if (child !== null && child.exitCode === null) {
      await new Promise((ended) => {
        child.once("exit", ended);
        child.kill("SIGTERM");
      });
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  phone(name: Name): Phone {
    if (this.page === null) throw new Error("the rehearsal has not started");
    return new Phone(this.page, name, this.pictures);
  }

  async whole(what: string): Promise<void> {
    await this.page?.screenshot({ path: join(this.pictures, `${what}.png`) });
  }

  /** She taps a link that somebody shows her, on her phone. */
  async tapsLink(name: Name, link: string): Promise<void> {
    const status = await this.page?.evaluate(
      async ([owner, address]) => {
        const { phones } = (await (await fetch("/view")).json()) as { phones: { id: number; name: string }[] };
        const id = phones.find((one) => one.name === owner)?.id ?? 0;
        const answer = await fetch(`/phones/${id}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ do: "tap", link: address }),
        });
        return answer.status;
      },
      [name, link] as const,
    );
    expect(status).toBe(200);
  }

  /** A command of one of the sample's people; its answer. */
  parasol(who: string, command: readonly string[], input = ""): Record<string, unknown> {
    const done = spawnSync(PYTHON, ["-m", "cli", "--home", join(this.said.people, who), ...command, "--json"], {
      cwd: ROOT,
      env: this.environment({ PARASOL_PASSPHRASE: this.said.passphrase }),
      input,
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`parasol ${command.slice(0, 2).join(" ")} ended with ${done.status ?? "nothing"}: ${done.stderr}`);
    return JSON.parse(done.stdout) as Record<string, unknown>;
  }

  /** Every file of relay, bot and stand-in; not the vaults of the sample's people, who may know what they moderate. */
  files(): Buffer[] {
    const found = readdirSync(this.data, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith("people"));
    return found.map((name) => join(this.data, name)).filter((path) => statSync(path).isFile()).map((path) => readFileSync(path));
  }

  private environment(more: Record<string, string>): Record<string, string> {
    const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !/^(?:PARASOL|PYTHON)/.test(name)) as [string, string][];
    return { ...Object.fromEntries(kept), PYTHONPATH: ROOT, PYTHONDONTWRITEBYTECODE: "1", HOME: this.folder, ...more };
  }

  private async listen(context: BrowserContext): Promise<void> {
    const page = new URL(this.said.ready);
    const { port } = new URL(this.said.relay);
    context.on("request", (request) => {
      const url = new URL(request.url());
      const app = url.port === port && url.protocol === "http:" && /^(?:ana|bea|carmen)-00[123]\.localhost$/.test(url.hostname);
      if (!app && url.origin !== page.origin && url.protocol !== "blob:" && url.protocol !== "data:") this.wrong.push(`asked ${url.origin}`);
      const body = request.postDataBuffer();
      if (body !== null && app) this.bodies += 1;
      this.sent.push(Buffer.from(`${request.url()}\n${JSON.stringify(request.headers())}\n`), ...(body === null ? [] : [body]));
    });
    context.on("weberror", (error) => {
      this.wrong.push(`error ${error.error().stack ?? error.error().message}`);
    });
    context.on("console", (message) => {
      // A box that is gone: the browser itself writes those.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) this.wrong.push(`console ${message.text()}`);
    });
    await context.exposeFunction("tellViolation", (said: string) => {
      this.wrong.push(said);
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { tellViolation } = window as unknown as { tellViolation: (said: string) => void };
        tellViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }

  /** What the page says against the app, if anything. */
  async faults(): Promise<string[]> {
    return (await this.page?.locator(".fault:not([hidden])").allInnerTexts()) ?? [];
  }
}

/** Where a text stands readable in some bytes: as it is, in lower case, as UTF-16, in base64 or in hex. */
function readable(text: string, places: readonly Buffer[]): boolean {
  const plain = Buffer.from(text);
  const forms = [plain, Buffer.from(text, "utf16le"), Buffer.from(encodeURIComponent(text)), Buffer.from(plain.toString("hex"))];
  // Whichever place it has in a longer text: what all of its base64 has in common.
  for (const before of [0, 1, 2]) {
    const coded = Buffer.concat([Buffer.alloc(before), plain]).toString("base64").slice(4, -4);
    forms.push(Buffer.from(coded), Buffer.from(coded.replaceAll("+", "-").replaceAll("/", "_")));
  }
  // What is shorter stands somewhere in any noise.
  const telling = forms.filter((form) => form.length >= 6);
  return places.some((bytes) => telling.some((form) => bytes.includes(form)));
}

describe.skipIf(lacks !== null)("three phones, each with its chat and the app", () => {
  const stage = new Rehearsal();
  let ana: Phone, bea: Phone, carmen: Phone;
  let alert = "";

  beforeAll(async () => {
    await stage.start();
    [ana, bea, carmen] = [stage.phone("Ana"), stage.phone("Bea"), stage.phone("Carmen")];
  }, 480_000);
  afterAll(async () => {
    await stage.stop();
  }, 60_000);

  it("everybody starts the bot, opens the app and comes in with the code on her paper", async () => {
    for (const phone of [ana, bea, carmen]) {
      await phone.start();
      await phone.joins();
    }
    await stage.whole("all-joined");
    for (const phone of [ana, bea, carmen]) await phone.close();
    expect(await stage.faults()).toEqual([]);
  }, 480_000);

  it("a check takes at most four taps, from the phone in her hand to the answer", async () => {
    ana.taps = 0;
    await ana.unlocks();
    await ana.presses(/^Check/);
    await ana.sees("Check");
    await ana.types(LISTED);
    await ana.app.locator("button.alert").first().waitFor();
    expect(ana.taps).toBeLessThanOrEqual(4);
    expect(await ana.text()).toContain("Condom");
    await ana.picture("6-check");
    // The phone's own way back, which the app asked Telegram for.
    await ana.backArrow().click();
    await ana.sees("What do you need?");
    expect(await ana.backArrow().isVisible()).toBe(false);
    await ana.close();
  }, 240_000);

  it("a first report takes at most five; then she tells more, and lets others be warned", async () => {
    bea.taps = 0;
    await bea.unlocks();
    await bea.presses(/^Report/);
    await bea.presses("Robbed");
    await bea.picture("6-report");
    await bea.presses(/^Send now, tell more later/);
    await bea.sees(/^(?:Sent|Received)$/);
    expect(bea.taps).toBeLessThanOrEqual(5);
    await bea.picture("7-sent");
    await bea.presses("Tell more");
    await bea.sees("Who may know?");
    await bea.presses(/^Warn others/);
    await bea.picture("8-consent");
    while (!(await bea.app.getByRole("heading", { level: 1, name: "Numbers, names, links, plates" }).isVisible())) await bea.presses(/^(?:Next|Skip)$/);
    await bea.app.locator("main textarea").fill(NEW_NUMBER);
    await bea.picture("9-number");
    while (!(await bea.app.getByRole("heading", { level: 1, name: "What happened, in your words" }).isVisible())) await bea.presses(/^(?:Next|Skip)$/);
    await bea.app.locator("main textarea").fill(WORDS);
    await bea.presses("Send what I added");
    await bea.sees(/^(?:Sent|Received|What you added)$/);
    await bea.close();
  }, 240_000);

  it("two moderators publish it; her peer gets an empty ping and reads it", async () => {
    await stage.tapsLink("Ana", String(stage.parasol("tess", ["pings", "--bot", "rehearsal_bot"])["link"]));
    await ana.chat.getByText("Notifications are on").waitFor();
    stage.parasol("noor", ["sync"]);
    const { reports } = stage.parasol("noor", ["desk", "list"]) as { reports: { id: string; status: string; kinds: string[] }[] };
    const report = reports.find((one) => one.status === "received" && one.kinds.join() === "robbery")?.id ?? "";
    const seen = JSON.stringify(stage.parasol("noor", ["desk", "show", report]));
    expect(seen).toContain(WORDS);
    stage.parasol("noor", ["desk", "claim", report]);
    stage.parasol("noor", ["desk", "draft", report, "--text", "-"], TEXT);
    stage.parasol("noor", ["desk", "approve", report]);
    stage.parasol("oksana", ["sync"]);
    stage.parasol("oksana", ["desk", "show", report]);
    stage.parasol("oksana", ["desk", "approve", report]);
    stage.parasol("oksana", ["desk", "publish", report]);
    await ana.chat.getByText(/^\d+ new items?/).first().waitFor();
    await ana.picture("7-ping");
    expect(await ana.chat.innerText()).not.toContain("phones");
    await ana.unlocks();
    await ana.fetches();
    await ana.presses(/^Alerts/);
    await ana.app.locator("button.alert").first().click();
    await ana.app.getByText(TEXT).waitFor();
    await ana.picture("8-alert");
    await ana.close();
    const { alerts } = stage.parasol("oksana", ["alerts"]) as { alerts: { id: string; text: string }[] };
    alert = alerts.find((one) => one.text === TEXT)?.id ?? "";
    expect(alert).not.toBe("");
  }, 480_000);

  it("who is removed reads what she has, sees nothing newer, and is told so", async () => {
    await carmen.unlocks();
    await carmen.fetches();
    await carmen.presses(/^Alerts/);
    await carmen.app.getByText("Robbed").first().waitFor();
    await carmen.close();
    stage.parasol("noor", ["sync"]);
    stage.parasol("noor", ["remove", ALIASES.Carmen, "--yes"]);
    stage.parasol("oksana", ["remove", ALIASES.Carmen, "--yes"]);
    stage.parasol("noor", ["sync"]);
    stage.parasol("noor", ["desk", "retract", alert, "--reason", REASON]);
    stage.parasol("oksana", ["desk", "show", alert]);
    stage.parasol("oksana", ["desk", "retract", alert, "--reason", REASON]);
    await carmen.unlocks();
    await carmen.fetches();
    await carmen.app.getByText("Perhaps it was taken off the list").waitFor();
    await carmen.picture("6-removed");
    await carmen.presses(/^Alerts/);
    await carmen.app.getByText("Robbed").first().waitFor();
    expect(await carmen.text()).not.toContain(REASON);
    await carmen.picture("7-removed-alerts");
    await carmen.close();
  }, 480_000);

  it("an alert that is taken back says so, and why", async () => {
    await ana.unlocks();
    await ana.fetches();
    await ana.presses(/^Alerts/);
    await ana.app.getByText(REASON).waitFor();
    expect(await ana.text()).toMatch(/taken back/i);
    await ana.picture("9-taken-back");
  }, 240_000);

  it("Hide closes the app; who erases stands at the first screen again", async () => {
    await ana.presses("Hide");
    await ana.chat.waitFor();
    await expect.poll(() => ana.app.locator("h1").count()).toBe(0);
    await bea.unlocks();
    await bea.presses(/^Safety/);
    await bea.presses("Erase");
    await bea.picture("A-erase");
    await bea.presses("Go on");
    await bea.presses("Erase everything now");
    await bea.sees("Peers warn each other here.");
    await bea.close();
    await bea.open();
    await bea.sees("Peers warn each other here.");
    await stage.whole("the-end");
  }, 240_000);

  it("nothing was asked of anybody else, no policy was broken, and nobody in between can read a word", async () => {
    expect(await stage.faults()).toEqual([]);
    expect(stage.wrong).toEqual([]);
    expect(stage.bodies).toBeGreaterThan(5);
    const typed = [WORDS, NEW_NUMBER, NEW_NUMBER.replace(" ", ""), "447700900466", LISTED, "447700900140", PIN, TEXT, REASON, ...Object.values(ALIASES)];
    const files = stage.files();
    expect(files.length).toBeGreaterThan(3);
    expect(typed.filter((text) => readable(text, stage.sent))).toEqual([]);
    expect(typed.filter((text) => readable(text, files))).toEqual([]);
    // The search itself finds what is there.
    expect(readable("ana-001.localhost", stage.sent)).toBe(true);
  });
});
