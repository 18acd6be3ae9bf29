/** Erasing while somebody watches: whatever fails on the way, it looks like the first day, and nothing comes back. */

import { describe, expect, it } from "vitest";
import { Erasing, type Notes } from "../../src/app/erasing";
import { type ClientStorage, NotKept } from "../../src/bridge/storage";

class Client implements ClientStorage {
  readonly done: string[] = [];
  silent = false;
  get(): Promise<string | null> {
    return Promise.resolve(null);
  }
  set(): Promise<void> {
    return Promise.resolve();
  }
  clear(): Promise<void> {
    this.done.push("clear");
    return this.silent ? Promise.reject(new NotKept("no answer")) : Promise.resolve();
  }
}

function notesIn(kept: Map<string, string>): () => Notes {
  return () => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  });
}

describe("erasing", () => {
  it("stops the open device before the client is told, and tells it before anything is waited for", () => {
    const client = new Client();
    const stop = (): void => void client.done.push("stop");
    void new Erasing(notesIn(new Map())).order({ storage: client, stop, forget: [] });
    expect(client.done).toEqual(["stop", "clear"]);
  });

  it("never fails, whatever does, and goes on with the rest", async () => {
    const client = new Client();
    client.silent = true;
    const stop = (): never => {
      throw new Error("stop");
    };
    const forget = [
      (): never => {
        throw new Error("language");
      },
      () => Promise.reject(new Error("offline")),
      () => client.done.push("last"),
    ];
    const refuses = (): never => {
      throw new Error("no storage here");
    };
    await new Erasing(refuses).order({ storage: client, stop, forget });
    expect(client.done).toEqual(["clear", "last"]);
  });

  it("leaves no note once vault and copy are gone", async () => {
    const kept = new Map<string, string>();
    const erasing = new Erasing(notesIn(kept));
    await erasing.order({ storage: new Client(), stop: () => undefined, forget: [] });
    expect(erasing.isOrdered).toBe(true);
    erasing.vaultIsGone();
    expect(kept.size).toBe(0);
  });

  it("that the client has not answered is asked again at the next start, and announces nothing until it has", async () => {
    const kept = new Map<string, string>();
    const client = new Client();
    client.silent = true;
    const first = new Erasing(notesIn(kept));
    await first.order({ storage: client, stop: () => undefined, forget: [] });
    first.vaultIsGone();
    const next = new Erasing(notesIn(kept));
    expect(await next.again(client)).toBe(false);
    expect(next.isOrdered).toBe(true);
    client.silent = false;
    expect(await next.again(client)).toBe(true);
    expect(kept.size).toBe(0);
    const asked = client.done.length;
    // With nothing ordered nothing is cleared: there may be a copy that somebody wants back.
    expect(await next.again(client)).toBe(true);
    expect(client.done).toHaveLength(asked);
  });

  it("ends where somebody begins anew: her copy is never taken for what was erased", async () => {
    const kept = new Map<string, string>();
    const client = new Client();
    client.silent = true;
    const erasing = new Erasing(notesIn(kept));
    await erasing.order({ storage: client, stop: () => undefined, forget: [] });
    await erasing.beginAnew(client);
    expect(client.done).toEqual(["clear", "clear"]);
    expect(erasing.isOrdered).toBe(false);
  });
});
