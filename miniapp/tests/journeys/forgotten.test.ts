/**
 * A phone that throws away what the app kept, inside a Telegram that keeps texts for it: with her 12 words all of it comes back. In a real
 * browser with a real relay; the client is spoken to as those on phones are.
 */

import { describe, expect, it } from "vitest";
import { missing, type Person, sampleStage } from "./stage";

const lacks = missing();
if (lacks !== null) process.stderr.write(`phones that forget are not tried: ${lacks}\n`);
const PIN = "739164";
const DURESS = "582047";
/** What a client of this version says of itself in the address. */
const INSIDE = "/#tgWebAppPlatform=android&tgWebAppVersion=9.0";

interface Fields {
  readonly req_id: string;
  readonly key?: string;
  readonly value?: string | null;
}

/** A Telegram client, as far as it keeps texts. What is said to it otherwise needs no answer here. */
class Client {
  readonly kept = new Map<string, string>();
  readonly wrong: string[] = [];
  /** It does not answer, nor do it, when it is told to clear. */
  deaf = false;

  async around(her: Person): Promise<void> {
    await her.context.exposeFunction("tellClient", (type: string, text: string) => this.answers(type, JSON.parse(text) as Fields));
    await her.context.addInitScript(() => {
      const page = window as unknown as {
        tellClient(type: string, text: string): Promise<{ type: string; data: unknown } | null>;
        Telegram?: { WebView: { receiveEvent(type: string, data: unknown): void } };
        TelegramWebviewProxy: { postEvent(type: string, text: string): void };
      };
      page.TelegramWebviewProxy = {
        postEvent: (type, text) => {
          void page.tellClient(type, text).then((answer) => {
            if (answer !== null) page.Telegram?.WebView.receiveEvent(answer.type, answer.data);
          });
        },
      };
    });
  }

  private answers(type: string, { req_id, key = "", value }: Fields): { type: string; data: unknown } | null {
    switch (type) {
      case "web_app_device_storage_save_key":
        if (typeof value !== "string" || value.length > 5 << 20) this.wrong.push("something too large, or no text");
        this.kept.set(key, value ?? "");
        return { type: "device_storage_key_saved", data: { req_id } };
      case "web_app_device_storage_get_key":
        return { type: "device_storage_key_received", data: { req_id, value: this.kept.get(key) ?? null } };
      case "web_app_device_storage_clear":
        if (this.deaf) return null;
        this.kept.clear();
        return { type: "device_storage_cleared", data: { req_id } };
      default:
        return null;
    }
  }
}

describe.skipIf(lacks !== null)("a phone that forgets", () => {
  const stage = sampleStage();

  async function news(her: Person): Promise<void> {
    await her.sees("What do you need?");
    await her.presses("Look for news now");
    await her.page.getByRole("button", { name: "Look for news now" }).and(her.page.locator(":enabled")).waitFor();
  }

  /** She writes her words down, as Safety has it. */
  async function words(her: Person): Promise<string[]> {
    await her.presses(/^Safety/);
    await her.presses(/^Recovery words/);
    await her.keys(PIN, "Next");
    await her.presses("Show the words");
    await her.page.locator("ol.words").waitFor();
    const found = await her.page.locator("ol.words li").allInnerTexts();
    await her.presses("I have written them down");
    await her.sees("Three of them, to be sure");
    for (const [at, word] of found.entries()) {
      const field = her.page.getByLabel(`Word ${at + 1}`, { exact: true });
      if ((await field.count()) > 0) await field.fill(word);
    }
    await her.presses("Check");
    await her.sees("Recovery words");
    await her.opens();
    await her.sees("Locked");
    await her.keys(PIN, "Open");
    return found;
  }

  it("says so, and with the 12 words she is back with her reports; Erase clears that too", async () => {
    const client = new Client();
    const her = await stage.person();
    await client.around(her);
    await her.joins(stage.invite("ana"), PIN, INSIDE);
    await news(her);
    stage.parasol("ana", ["sync"]);
    await news(her);
    await her.presses(/^Report/);
    await her.page.getByRole("button", { name: "Robbed" }).first().click();
    await her.presses(/^Send now, tell more later/);
    await her.sees(/^(?:Sent|Received)$/);
    await her.presses("Done for now");
    // Nothing could open it yet, so nothing is there.
    expect(client.kept.size).toBe(0);
    const hers = await words(her);
    await her.sees("What do you need?");
    await expect.poll(() => client.kept.size, { timeout: 20_000 }).toBe(1);

    const devtools = await her.context.newCDPSession(her.page);
    await devtools.send("Storage.clearDataForOrigin", { origin: stage.url, storageTypes: "all" });
    await her.opens(INSIDE);
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    await her.page.getByText("With your 12 words all of it comes back").waitFor();
    await her.presses("I have my 12 words");
    await her.types(/12 words/, hers.join(" "));
    await her.presses("Next");
    await her.sees("When to ask for the PIN");
    await her.presses("Next");
    await her.keys(PIN, "Next");
    await her.keys(PIN, "Next");
    await her.sees("You are back");
    await her.page.getByText("Your reports and their answers are here too").waitFor();
    await her.presses("Go on");
    await her.presses(/^My reports/);
    await expect.poll(() => her.page.locator("button.card").count()).toBe(1);
    await her.presses("Back");

    await her.presses(/^Safety/);
    await her.presses("Erase");
    await her.presses("Go on");
    await her.presses("Erase everything now");
    await her.sees("Peers warn each other here.");
    expect(client.kept.size).toBe(0);
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    expect(await her.page.getByText("thrown away").count()).toBe(0);
    expect([...her.wrong, ...client.wrong]).toEqual([]);
    await her.context.close();
  }, 300_000);

  it("forgets at the PIN that erases, and shows nothing of it", async () => {
    const client = new Client();
    const her = await stage.person();
    await client.around(her);
    await her.joins(stage.invite("ana"), PIN, INSIDE);
    await news(her);
    stage.parasol("ana", ["sync"]);
    await news(her);
    await words(her);
    await her.sees("What do you need?");
    await expect.poll(() => client.kept.size, { timeout: 20_000 }).toBe(1);
    await her.presses(/^Safety/);
    await her.presses(/^A PIN that erases/);
    await her.presses("Set this PIN");
    await her.keys(DURESS, "Next");
    await her.keys(DURESS, "Next");
    await her.keys(PIN, "Next");
    await her.page.getByText("It is set.").waitFor();
    // Typed inside Safety, where everything is open and news may be coming in.
    await her.presses("Back");
    await her.presses(/^Recovery words/);
    client.deaf = true;
    await her.keys(DURESS, "Next");
    await her.sees("Peers warn each other here.");
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    // Longer than a client is waited for: neither then nor now does anything say that there was something.
    await her.page.waitForTimeout(4000);
    expect(await her.page.getByText("With your 12 words").count()).toBe(0);
    expect(client.kept.size).toBe(1);
    client.deaf = false;
    await her.page.reload();
    await her.sees("Peers warn each other here.");
    await expect.poll(() => client.kept.size, { timeout: 20_000 }).toBe(0);
    expect(await her.page.getByText("With your 12 words").count()).toBe(0);
    expect(await her.page.evaluate(() => localStorage.length)).toBe(0);
    expect([...her.wrong, ...client.wrong]).toEqual([]);
    await her.context.close();
  }, 240_000);
});
