/**
 * The rehearsal on a stage: its page in a real Chromium, three phones on it, each with its chat and with the app in it; relay, bot, stand-in and the
 * sample's moderators are real processes. It keeps all that goes out of the browser, and everything that should never happen in it.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { CHROMIUM, PYTHON, theApp } from "./stage";

const ROOT = resolve(import.meta.dirname, "../../..");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // The driver switches off what gives a frame a storage of its own, as every browser does that people have. The last such flag counts.
  "--disable-features=Translate",
];
/** For what other processes do on a busy machine. Milliseconds. */
const PATIENCE = 90_000;
export const PIN = "739164";
/** What each of them calls herself in there. Bea moderates: her paper says so. */
export const ALIASES = { Ana: "Anemone", Bea: "Bluebell", Carmen: "Campion" } as const;
type Name = keyof typeof ALIASES;

/** One phone on the page: what its owner sees, and how often she touches it. */
export class Phone {
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

  /** Comes in with what is on her paper. Whoever is to moderate must keep her recovery words; a member may do it later. */
  async joins(): Promise<void> {
    await this.open();
    await this.sees("Peers warn each other here.");
    await this.picture("1-welcome");
    await this.presses("I have a code");
    await this.app.getByLabel("Code").first().fill(await this.paper());
    await this.picture("2-code");
    await this.presses("Next");
    await this.sees(/^(?:A name in here|You are asked to moderate)$/);
    const yes = this.app.getByRole("button", { name: /^Yes, I will moderate/ });
    if ((await yes.count()) > 0) await this.touches(yes);
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
    const later = this.app.getByRole("button", { name: "Later", exact: true });
    if ((await later.count()) > 0) await this.touches(later);
    else await this.writesWordsDown();
    await this.sees("Areas and languages");
    await this.presses("Done");
    await this.sees("What do you need?");
    await this.picture("5-home");
  }

  private async writesWordsDown(): Promise<void> {
    await this.presses("Show the words");
    const list = this.app.locator("ol.words li");
    await list.first().waitFor();
    const words = await list.allInnerTexts();
    await this.presses("I have written them down");
    await this.sees("Three of them, to be sure");
    for (const [at, word] of words.entries()) {
      const field = this.app.getByLabel(`Word ${at + 1}`, { exact: true });
      if ((await field.count()) > 0) await field.fill(word);
    }
    await this.presses("Check");
  }

  /** Writes into the field of this name. */
  async writes(label: string | RegExp, text: string): Promise<void> {
    await this.app.getByLabel(label).first().fill(text);
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.app.getByText(text).first().waitFor();
  }

  /** By the phone's own arrow, which the app asked Telegram for. */
  async backHome(): Promise<void> {
    const home = this.app.getByRole("heading", { level: 1, name: "What do you need?" });
    while (!(await home.isVisible())) {
      const here = await this.app.locator("h1").innerText();
      await this.backArrow().click();
      await expect.poll(() => this.app.locator("h1").innerText(), { timeout: PATIENCE }).not.toBe(here);
    }
  }

  async picture(what: string): Promise<void> {
    await this.element.locator(".screen").screenshot({ path: join(this.pictures, `${this.name.toLowerCase()}-${what}.png`), animations: "disabled" });
  }
}

/** Everything that runs, and everything that should never happen in it. */
export class Rehearsal {
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
    const app = await theApp();
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
export function readable(text: string, places: readonly Buffer[]): boolean {
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
