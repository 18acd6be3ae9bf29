/** What Telegram's client keeps for us: asked as Telegram documents it, believed only where it answers to what was asked. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clientStorage, NotKept, type ClientStorage } from "../../src/bridge/storage";
import { connect } from "../../src/bridge/telegram";

interface Said {
  readonly type: string;
  readonly data: { readonly req_id: string; readonly key?: string; readonly value?: string | null };
}

/** A client that keeps what it is told to; `tell` says whatever it likes. */
class Client {
  readonly kept = new Map<string, string>();
  readonly heard: Said[] = [];
  answers = true;
  full = false;

  readonly host = {
    TelegramWebviewProxy: {
      postEvent: (type: string, text: string): void => {
        const data = JSON.parse(text) as Said["data"];
        this.heard.push({ type, data });
        if (this.answers) this.does(type, data);
      },
    },
  };

  tell(type: string, data: unknown): void {
    (globalThis as unknown as { window: { Telegram: { WebView: { receiveEvent(type: string, data: unknown): void } } } }).window.Telegram.WebView.receiveEvent(type, data);
  }

  private does(type: string, { req_id, key = "", value }: Said["data"]): void {
    if (type === "web_app_device_storage_get_key") this.tell("device_storage_key_received", { req_id, value: this.kept.get(key) ?? null });
    if (type === "web_app_device_storage_clear") {
      this.kept.clear();
      this.tell("device_storage_cleared", { req_id });
    }
    if (type !== "web_app_device_storage_save_key") return;
    if (this.full) {
      this.tell("device_storage_failed", { req_id, error: "QUOTA_EXCEEDED" });
      return;
    }
    this.kept.set(key, value ?? "");
    this.tell("device_storage_key_saved", { req_id });
  }
}

describe("the client's storage", () => {
  let client: Client;
  let storage: ClientStorage;

  beforeEach(() => {
    client = new Client();
    const host = client.host as unknown as Window;
    Object.assign(host, { parent: host });
    vi.stubGlobal("window", host);
    connect({ inside: true, platform: "android", version: "9.0", theme: null });
    storage = clientStorage({ inside: true, version: "9.0" }) as ClientStorage;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("keeps, gives back and forgets", async () => {
    expect(await storage.get("kept")).toBeNull();
    await storage.set("kept", "abc");
    expect(await storage.get("kept")).toBe("abc");
    await storage.clear();
    expect(await storage.get("kept")).toBeNull();
    const fields = client.heard.filter(({ type }) => type.startsWith("web_app_device_storage")).map(({ data }) => Object.keys(data).sort());
    expect(fields).toEqual([["key", "req_id"], ["key", "req_id", "value"], ["key", "req_id"], ["req_id"], ["key", "req_id"]]);
  });

  it("believes only the answer to what was asked", async () => {
    client.answers = false;
    const asked = storage.get("kept");
    const { data } = client.heard.at(-1) as Said;
    client.tell("device_storage_key_received", { req_id: `${data.req_id}0`, value: "somebody else's" });
    client.tell("device_storage_failed", { req_id: "another", error: "UNKNOWN_ERROR" });
    client.tell("device_storage_key_received", { req_id: data.req_id, value: 7 });
    expect(await asked).toBeNull();
  });

  it("says when the client is full, or says nothing at all", async () => {
    client.full = true;
    await expect(storage.set("kept", "abc")).rejects.toThrow(NotKept);
    client.answers = false;
    vi.useFakeTimers();
    const asked = storage.get("kept");
    const refused = expect(asked).rejects.toThrow(NotKept);
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
  });

  it("is not there in a browser, or in a client that is too old", () => {
    expect(clientStorage({ inside: true, version: "8.0" })).toBeNull();
    expect(clientStorage({ inside: false, version: "9.0" })).toBeNull();
    vi.stubGlobal("window", {});
    expect(clientStorage({ inside: true, version: "9.0" })).toBeNull();
  });
});
