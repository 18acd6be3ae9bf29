/** The everyday screens in a real browser: how many taps they take, what survives a tab that is killed, and whether everybody can read them. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { type ViteDevServer, createServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const BROWSERS = [process.env["PARASOL_CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const CHROMIUM = BROWSERS.find((path) => existsSync(path));
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];
if (CHROMIUM === undefined) process.stdout.write("the everyday screens were not looked at: there is no Chromium here; PARASOL_CHROMIUM can say where it stands\n");

describe.skipIf(CHROMIUM === undefined)("the everyday screens", () => {
  const profile = mkdtempSync(join(tmpdir(), "everyday-"));
  const pictures = process.env["PARASOL_PICTURES"] ?? mkdtempSync(join(tmpdir(), "parasol-pictures-"));
  let server: ViteDevServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    process.stdout.write(`pictures of the everyday screens, and of the desk with an alarm: ${pictures}\n`);
    server = await createServer({
      configFile: resolve(import.meta.dirname, "everyday/vite.config.ts"),
      server: { port: 0, strictPort: false, hmr: false, watch: null },
      logLevel: "silent",
    });
    await server.listen();
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM ?? "",
      headless: true,
      args: FLAGS,
      viewport: { width: 360, height: 740 },
    });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  });

  async function open(screen: string, query = ""): Promise<void> {
    page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ""}?${query}#${screen}`);
    await page.waitForSelector("h1");
  }
  const tap = (text: string): Promise<void> => page.getByRole("button", { name: text }).first().click();
  const title = (): Promise<string> => page.locator("h1").innerText();

  it("a first report is sent by two taps on its screen, and goes out later if there is no network", async () => {
    await open("report");
    await tap("Sexual assault");
    await tap("Send now, tell more later");
    await expect.poll(title).toBe("Kept, goes out soon");
    await expect.poll(() => page.locator("main").innerText()).toContain("You are offline");
    expect(await page.locator("main").innerText()).toContain("within 72 hours");
  });

  it("it says Sent once the server has it, and more can be told, where she was not asked yet", async () => {
    await open("report", "online=yes");
    await tap("Did not pay");
    await tap("Send now, tell more later");
    await expect.poll(title).toBe("Sent");
    expect(await page.locator("main").innerText()).not.toContain("72 hours");
    await tap("Tell more");
    await expect.poll(title).toBe("Who may know?");
    await tap("Moderators only");
    await tap("Send what I added");
    await expect.poll(title).toBe("Sent");
  });

  it("a tab that is killed at any question loses nothing", async () => {
    await open("report", "online=yes");
    await tap("Robbed");
    await tap("Tell more first");
    for (const question of ["Who may know?", "Whom did it happen to?", "When was it?", "Where was it?", "What kind of place?"]) {
      await expect.poll(title).toBe(question);
      const option = page.locator("main button[aria-pressed]").first();
      await option.click();
      const chosen = await option.innerText();
      await page.reload();
      await tap("Go on with: Robbed");
      await expect.poll(title).toBe(question);
      expect(await page.locator('main button[aria-pressed="true"]').first().innerText()).toBe(chosen);
      await tap("Next");
    }
  });

  it("what is being written is kept with every letter", async () => {
    await open("report");
    await tap("Robbed");
    await tap("Tell more first");
    while ((await title()) !== "What happened, in your words") await page.locator("footer button").first().click();
    await page.locator("textarea").pressSequentially("He took my ph");
    await page.reload();
    await tap("Go on with: Robbed");
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("He took my ph");
  });

  it("a field grows with what is written, up to a part of the screen, whatever the browser does by itself", async () => {
    for (const able of [true, false]) {
      await open("report", "online=yes");
      if (!able) {
        await page.addStyleTag({ content: ".field textarea { field-sizing: fixed !important }" });
        await page.evaluate(() => {
          CSS.supports = () => false;
        });
      }
      await tap("Robbed");
      await tap("Tell more first");
      while ((await title()) !== "What happened, in your words") await page.locator("footer button").first().click();
      const height = (): Promise<number> => page.locator("textarea").evaluate((area) => (area as HTMLElement).offsetHeight);
      const empty = await height();
      await page.locator("textarea").fill("One line.\n".repeat(12));
      await expect.poll(height).toBeGreaterThan(empty + 50);
      await page.locator("textarea").fill("One line.\n".repeat(200));
      await expect.poll(height).toBeLessThan(740);
      await page.locator("textarea").fill("");
      await expect.poll(height).toBe(empty);
      await page.evaluate(() => {
        sessionStorage.clear();
      });
    }
  });

  it("an answer and a message that are being written are kept with every letter, and gone once they are sent", async () => {
    await open("mine", "online=yes");
    const again = async (): Promise<void> => {
      await page.reload();
      await tap("They have a question for you");
    };
    await tap("They have a question for you");
    await page.getByLabel("Your answer").pressSequentially("The one by the wat");
    await tap("Write to the moderators");
    await page.getByLabel("Your message").pressSequentially("I am safe n");
    await again();
    await expect.poll(() => page.getByLabel("Your answer").inputValue()).toBe("The one by the wat");
    await tap("Write to the moderators");
    await expect.poll(() => page.getByLabel("Your message").inputValue()).toBe("I am safe n");
    await tap("Send the answer");
    await sent("Your answer is with them");
    const kept = (): Promise<string[]> => page.evaluate(() => Object.entries(sessionStorage).filter(([, value]) => value !== "null").map(([name]) => name));
    expect((await kept()).filter((name) => /^(?:answer|message)/.test(name))).toEqual([`message-${"02".repeat(16)}`]);
    await tap("Forget it on this phone");
    await tap("Yes, forget it");
    await expect.poll(title).toBe("My reports");
    expect((await kept()).filter((name) => /^(?:answer|message)/.test(name))).toEqual([]);
    await page.evaluate(() => {
      sessionStorage.clear();
    });
  });

  it("check is ready to be typed into, and answers as one types", async () => {
    await open("check");
    await page.keyboard.type("white van, plate ends KX");
    await expect.poll(() => page.locator("button.alert").count()).toBe(1);
    await page.locator("textarea").fill("07700 900999");
    await expect.poll(() => page.locator("main").innerText(), { timeout: 20_000 }).toContain("Not the same as safe.");
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  });

  it("what she marks to hear of later stays marked, here and after the page was loaded again, until she takes it back", async () => {
    const box = () => page.getByRole("button", { name: "Tell me if this is listed later" });
    const asks = async (): Promise<void> => {
      await page.locator("textarea").fill("07700 900999");
      await box().waitFor({ timeout: 20_000 });
    };
    await open("check");
    await asks();
    expect(await box().getAttribute("aria-pressed")).toBe("false");
    await box().click();
    await page.reload();
    await asks();
    await expect.poll(() => box().getAttribute("aria-pressed")).toBe("true");
    await box().click();
    expect(await page.evaluate(() => sessionStorage.getItem("watched"))).toBe("null");
    // A look is nobody's number.
    await page.locator("textarea").fill("white van");
    await expect.poll(() => box().count()).toBe(0);
    await page.evaluate(() => {
      sessionStorage.clear();
    });
  });

  it("her yes is for the text on screen", async () => {
    await open("mine", "online=yes");
    await tap("They show you a text");
    const text = await page.locator(".alert-text").innerText();
    expect(text).toContain("taken off the condom without agreement");
    // What happened is coded, and part of what she says yes to; so is that somebody disputes it.
    for (const coded of ["Sexual assault", "condom", "Disputed"]) expect(text).toContain(coded);
    await tap("Yes, exactly this");
    await sent("You said yes to the text");
    expect(await page.getByRole("button", { name: "Yes, exactly this" }).count()).toBe(0);
    await tap("Back");
    expect(await page.getByRole("button", { name: "They show you a text" }).count()).toBe(0);
  });

  it("who has answered is not asked again, also once her answer has left", async () => {
    await open("mine", "online=yes");
    await tap("They have a question for you");
    await page.getByLabel("Your answer").fill("The one by the water.");
    await tap("Send the answer");
    await sent("Your answer is with them");
    expect(await page.getByLabel("Your answer").count()).toBe(0);
    // What she was asked, and what she said to it, stays in sight.
    const written = await page.locator("ol.plain").innerText();
    expect(written.indexOf("which end of the street")).toBeGreaterThan(-1);
    expect(written.indexOf("The one by the water.")).toBeGreaterThan(written.indexOf("which end of the street"));
    await tap("Back");
    expect(await page.getByRole("button", { name: "They have a question for you" }).count()).toBe(0);
  });

  /** Waits until it says so, and then until nothing waits to be sent: what is asked for afterwards is asked for again. */
  async function sent(status: string): Promise<void> {
    const main = (): Promise<string> => page.locator("main").innerText();
    await expect.poll(main).toContain(status);
    await expect.poll(main).not.toContain("has not left this phone yet");
    expect(await main()).toContain(status);
  }

  it("a moderator is told of wrong keys: what, whose word it was, and what to do", async () => {
    await open("desk");
    const said = await page.locator("[role=alert], [aria-live]").first().innerText();
    for (const part of ["our newest keys are wrong", "Signed by: Ana, Bea", "YOUR OWN phone", "by voice or face to face"]) expect(said).toContain(part);
    expect(await page.getByRole("button", { name: "Members" }).count()).toBe(1);
  });

  const axe = readFileSync(resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf-8");
  /** What axe-core finds wrong with this screen, 320 pixels wide; a picture of it is taken. */
  async function faultsOf(picture: string): Promise<string[]> {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.screenshot({ path: join(pictures, `${picture}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      const { violations } = await run.run();
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    });
  }

  for (const scheme of ["light", "dark"] as const) {
    it.each(["check", "alerts", `alert/${"1".padStart(32, "0")}`, "report", "mine", "help", "desk"])(`%s can be used by everybody, ${scheme}`, async (screen) => {
      await open(screen);
      await page.emulateMedia({ colorScheme: scheme });
      expect(await faultsOf(`${screen.replace("/", "-")}-${scheme}`)).toEqual([]);
    });
  }

  it("an alarm at the desk can be read by everybody, from right to left", async () => {
    await open("desk", "language=ar");
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    expect(await faultsOf("desk-ar")).toEqual([]);
  });
});
