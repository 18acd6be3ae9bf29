/** A stage for journeys: this app built, a real relay that serves it, people with the command line, and a real browser that keeps count. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, inject } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const APP = resolve(ROOT, "miniapp");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const PYTHON = process.env["PARASOL_PYTHON"] ?? [join(ROOT, ".venv/bin/python")].find(existsSync) ?? "python3";
export const CHROMIUM = process.env["PARASOL_CHROMIUM"] ?? BROWSERS.find(existsSync) ?? "";

/** What is missing for a journey; `null` if all is there. */
export function missing(): string | null {
  if (CHROMIUM === "" || !existsSync(CHROMIUM)) return "no Chromium: set PARASOL_CHROMIUM to where it stands";
  const python = spawnSync(PYTHON, ["-c", "import aiohttp, nacl"], { cwd: ROOT });
  return python.status === 0 ? null : "no Python with this project's packages: run make setup, or set PARASOL_PYTHON";
}

/** Builds the app into a folder: this one, or one with its sources elsewhere. */
export async function built(folder: string, app = APP): Promise<void> {
  await build({ root: app, configFile: join(app, "vite.config.ts"), logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
}

/** How often it is looked whether the app is built by now. Milliseconds. */
const LOOK = 100;

/**
 * The folder of the app, built once for all tests of a run: they only read it.
 *
 * @throws Error it could not be built, here or where it was tried first.
 */
export async function theApp(): Promise<string> {
  const run = inject("run");
  const [app, making, failed] = ["app", "making", "failed"].map((name) => join(run, name)) as [string, string, string];
  // Test files run side by side: whoever makes this folder builds, the others wait.
  if (mkdirSync(making, { recursive: true }) === undefined) {
    while (!existsSync(app)) {
      if (existsSync(failed)) throw new Error("the app could not be built: another test file says why");
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    return app;
  }
  try {
    await built(join(making, "app"));
    renameSync(join(making, "app"), app);
    return app;
  } catch (error) {
    writeFileSync(failed, "");
    throw error;
  }
}

/** One relay with the app, and a browser. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "parasol-journey-"));
  url = "";
  private app = "";
  private relay: ChildProcess | null = null;
  private browser: Browser | null = null;

  /** @param app the folder of another app than this one. */
  async start(app?: string): Promise<void> {
    this.app = app ?? (await theApp());
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    await this.serve(0);
  }

  /** Starts the relay, where it was before if it was. */
  private async serve(port: number): Promise<void> {
    const relay = spawn(PYTHON, ["-m", "cli", "serve", "--data", this.data, "--listen", `127.0.0.1:${port}`, "--app", this.app], {
      cwd: ROOT,
      env: this.environment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.relay = relay;
    const line = await new Promise<string>((found, failed) => {
      createInterface(relay.stdout).once("line", found);
      relay.once("exit", () => {
        failed(new Error("the relay did not start"));
      });
    });
    // A page that may keep workers and use the platform's keys has a name of this machine's.
    this.url = line.replace(/^.*:(\d+)$/, "http://localhost:$1");
  }

  /** Everything the relay keeps. */
  get data(): string {
    return join(this.folder, "relay");
  }

  /** Copies what the relay has, as its operator does; the copy's folder. */
  backsUp(): string {
    const copy = join(this.folder, "copy");
    this.parasol("operator", ["backup", "--data", this.data, "--to", copy]);
    return copy;
  }

  /** Ends the relay, puts a copy in the place of all it has, and starts it again at the same address. */
  async restores(copy: string): Promise<void> {
    const { relay } = this;
    if (relay === null) throw new Error("the stage has not started");
    await new Promise((ended) => {
      relay.once("exit", ended);
      relay.kill("SIGTERM");
    });
    this.parasol("operator", ["restore", "--data", this.data, "--from", copy]);
    await this.serve(Number(new URL(this.url).port));
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    this.relay?.kill("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !/^(?:PARASOL|PYTHON)/.test(name)) as [string, string][];
    return {
      ...Object.fromEntries(kept),
      PARASOL_PASSPHRASE: "a passphrase for the stage",
      PARASOL_VAULT_COST: "least",
      PYTHONPATH: ROOT,
      PYTHONDONTWRITEBYTECODE: "1",
      HOME: this.folder,
    };
  }

  /** A command of `parasol`, by somebody with a vault of her own; its answer. */
  parasol(who: string, command: readonly string[], input = ""): Record<string, unknown> {
    const home = join(this.folder, "people");
    mkdirSync(home, { recursive: true });
    const done = spawnSync(PYTHON, ["-m", "cli", "--home", join(home, who), ...command, "--json"], {
      cwd: ROOT,
      env: this.environment(),
      input,
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`parasol ${command[0] ?? ""} ended with ${done.status ?? "nothing"}: ${done.stderr}`);
    return JSON.parse(done.stdout) as Record<string, unknown>;
  }

  /** A collective and its founder. */
  found(name: string, founder: string, areas: readonly string[]): void {
    const { code } = this.parasol("operator", ["founding-code", "--data", this.data]);
    const topics = areas.flatMap((area) => ["--topic", area]);
    this.parasol(founder, ["found", "--relay", this.url, "--name", name, "--alias", founder, ...topics], String(code));
  }

  /** A code that lets somebody in. */
  invite(who: string, ...more: string[]): string {
    return String(this.parasol(who, ["invite", ...more])["code"]);
  }

  /** Somebody's browser: nothing is shared with anybody else's. */
  async person(options: BrowserContextOptions = {}): Promise<Person> {
    if (this.browser === null) throw new Error("the stage has not started");
    return Person.with(this.url, await this.browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB", ...options }));
  }
}

/** A stage for all tests of a group, with a collective that `ana` has founded. */
export function sampleStage(): Stage {
  const stage = new Stage();
  beforeAll(async () => {
    await stage.start();
    stage.found("Sample", "ana", ["Harbour", "Station"]);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
  });
  return stage;
}

/** A browser of one's own, and everything in it that should never happen. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  private readonly url: string;
  /** Requests to anybody but the relay, policies that were broken, errors nobody caught, anything on the console. */
  wrong: string[] = [];
  requests: string[] = [];

  private constructor(url: string, context: BrowserContext, page: Page) {
    this.url = url;
    this.context = context;
    this.page = page;
  }

  static async with(url: string, context: BrowserContext): Promise<Person> {
    const person = new Person(url, context, await context.newPage());
    context.on("request", (request) => {
      person.requests.push(request.url());
      if (!request.url().startsWith(`${url}/`)) person.wrong.push(`asked ${request.url()}`);
    });
    await context.exposeFunction("tellViolation", (said: string) => {
      person.wrong.push(said);
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        (window as unknown as { tellViolation(said: string): void }).tellViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    person.watch(person.page);
    return person;
  }

  /** Another tab of the same browser. */
  async tab(): Promise<Page> {
    const page = await this.context.newPage();
    this.watch(page);
    await page.goto(this.url);
    return page;
  }

  /** The same person in front of another tab. */
  besides(page: Page): Person {
    const other = new Person(this.url, this.context, page);
    other.wrong = this.wrong;
    other.requests = this.requests;
    return other;
  }

  private watch(page: Page): void {
    page.on("pageerror", (error) => {
      this.wrong.push(`error ${error.stack ?? error.message}`);
    });
    page.on("console", (message) => {
      // A box that is gone, a fetch while there is no connection: the browser itself writes those.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) this.wrong.push(`console ${message.text()}`);
    });
  }

  async opens(path = "/"): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Presses what has this name: the whole of it, or what an expression finds. */
  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async types(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(text);
  }

  /** Types a PIN with the large keys. */
  async keys(pin: string, done: string): Promise<void> {
    for (const digit of pin) await this.page.getByRole("button", { name: digit, exact: true }).click();
    await this.page.getByRole("button", { name: done, exact: true }).click();
  }

  /** Waits until the screen has this name. */
  async sees(title: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 45_000 });
  }

  /** Comes in with a code, up to home. */
  async joins(code: string, pin: string, path = "/"): Promise<void> {
    await this.opens(path);
    await this.presses("I have a code");
    await this.types("Code", code);
    await this.presses("Next");
    await this.sees("A name in here");
    await this.presses("Next");
    await this.sees("When to ask for the PIN");
    await this.presses("Next");
    await this.keys(pin, "Next");
    await this.sees("The same PIN again");
    await this.keys(pin, "Next");
    await this.sees("Recovery words");
    await this.presses("Later");
    await this.sees("Areas and languages");
    await this.presses("Done");
    await this.sees("What do you need?");
  }
}
