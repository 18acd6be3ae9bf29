/** What Telegram appends to the address: read once, gone from it, and no reason to fail where a frame may keep nothing. */

import { describe, expect, it } from "vitest";
import { knows, launched } from "../../src/bridge/telegram";

function page(hash: string, storage: () => Storage): { host: Window; cleared: string[] } {
  const cleared: string[] = [];
  const host = {
    location: { hash, pathname: "/" },
    history: { replaceState: (_: unknown, __: string, to: string) => cleared.push(to) },
    get sessionStorage() {
      return storage();
    },
  };
  return { host: host as unknown as Window, cleared };
}

function kept(): Storage {
  const values = new Map<string, string>();
  return { getItem: (name: string) => values.get(name) ?? null, setItem: (name: string, value: string) => values.set(name, value) } as unknown as Storage;
}

const denied = (): Storage => {
  throw new DOMException("Access is denied for this document.", "SecurityError");
};

describe("the launch", () => {
  it("is cleared from the address, and remembered over a reload", () => {
    const storage = kept();
    const first = page("#tgWebAppData=user%3Dsomebody&tgWebAppPlatform=web&tgWebAppVersion=9.1&tgWebAppThemeParams=%7B%7D", () => storage);
    expect(launched(first.host)).toEqual({ inside: true, platform: "web", version: "9.1", theme: {} });
    expect(first.cleared).toEqual(["/"]);
    expect(launched(page("", () => storage).host)).toEqual({ inside: true, platform: "web", version: "9.1", theme: null });
    expect(JSON.stringify([storage.getItem("launch")])).not.toContain("somebody");
  });

  it("works where a browser denies storage to frames", () => {
    expect(launched(page("#tgWebAppPlatform=web", denied).host).inside).toBe(true);
    expect(launched(page("", denied).host).inside).toBe(false);
  });
});

describe("what a client knows", () => {
  it.each([
    ["9.0", "9.0", true],
    ["9.1", "9.0", true],
    ["10.0", "9.0", true],
    ["8.9", "9.0", false],
    ["6.10", "6.9", true],
    ["", "9.0", false],
    ["new", "9.0", false],
  ])("of version %s, asked for what came with %s", (version, since, known) => {
    expect(knows({ inside: true, version }, since)).toBe(known);
    expect(knows({ inside: false, version }, since)).toBe(false);
  });
});
