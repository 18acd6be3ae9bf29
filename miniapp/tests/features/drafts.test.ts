import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../src/alerts/charter";
import { BadInput } from "../../src/crypto/errors";
import * as wire from "../../src/crypto/wire";
import type { Value } from "../../src/crypto/wire";
import { keyOf, idOf } from "../../src/features/keys";
import { type Draft, Drafts, type Shelf, answered, fieldsOf, identifiersOf, newDraft, reconciled } from "../../src/features/report/drafts";

const READING = { policy: DEFAULT_POLICY, country: "GB", language: "pl" };

/** A shelf that is as slow as the test wants, and keeps what passed through the encoding of a vault. */
class SlowShelf implements Shelf {
  kept: Value | null = null;
  writes = 0;
  fails = false;
  release: (() => void) | null = null;

  get(): Promise<Value | null> {
    return Promise.resolve(this.kept);
  }

  async put(_: string, value: Value | null): Promise<void> {
    this.writes += 1;
    await new Promise<void>((done) => {
      this.release = done;
    });
    if (this.fails) throw new Error("full");
    this.kept = value === null ? null : wire.decode(wire.encode(value));
  }
}

async function settled(shelf: SlowShelf, work: Promise<unknown>): Promise<void> {
  const state = { done: false };
  const finished = work.finally(() => {
    state.done = true;
  });
  finished.catch(() => undefined);
  while (!state.done) {
    shelf.release?.();
    shelf.release = null;
    await new Promise((next) => setTimeout(next, 0));
  }
  await finished;
}

const begun = (over: Partial<Draft> = {}): Draft => ({ ...newDraft(1_000), ...over });

describe("a draft", () => {
  it("loses an answer that says nothing any more, and keeps all others", () => {
    const one = answered(answered(begun(), "kinds", ["condom"]), "area", "North");
    expect(answered(one, "area", "").answers).toEqual({ kinds: ["condom"] });
    expect(answered(one, "kinds", []).answers).toEqual({ area: "North" });
    expect(answered(one, "place", null).unsent).toBe(true);
  });

  it("has a name of its own even if two are begun in one second", () => {
    const first = newDraft(1_000);
    expect(newDraft(1_000, [first]).name).not.toBe(first.name);
  });

  it("can be sent with a kind alone, and not without one", () => {
    expect(fieldsOf(begun({ answers: { kinds: ["felt-wrong"] } }), READING)).toEqual({ kinds: ["felt-wrong"] });
    expect(() => fieldsOf(begun(), READING)).toThrow(BadInput);
  });

  it("says the language of what is written in it, and none if nothing is", () => {
    const kinds = ["condom"];
    expect(fieldsOf(begun({ answers: { kinds, happened: "…" } }), READING).language).toBe("pl");
    expect(fieldsOf(begun({ answers: { kinds, happened: "…", language: "ro" } }), READING).language).toBe("ro");
    expect(fieldsOf(begun({ answers: { kinds, happened: "  ", language: "ro" } }), READING).language).toBeUndefined();
  });

  it("sends what stands in the pasted text beside what was given one by one, each once", () => {
    const plate = { type: "plate", value: "KX", partial: "ends" };
    const draft = begun({ answers: { identifiers: [plate] }, pasted: "07700 900123, plate ends KX" });
    expect(identifiersOf(draft, "GB")).toEqual([plate, { type: "phone", value: "+447700900123" }]);
  });

  it("never has more numbers than a report takes, whatever was pasted", () => {
    const pasted = Array.from({ length: 60 }, (_, n) => `@name_${n}_x`).join(" ");
    expect(fieldsOf(begun({ answers: { kinds: ["condom"] }, pasted }), READING).identifiers).toHaveLength(32);
  });
});

describe("drafts are kept", () => {
  it("after every change, and are there for the next page", async () => {
    const shelf = new SlowShelf();
    const drafts = new Drafts(shelf);
    await drafts.load();
    await settled(shelf, drafts.keep(begun({ answers: { kinds: ["condom"] } })));
    const next = new Drafts(shelf);
    expect((await next.load())[0]?.answers).toEqual({ kinds: ["condom"] });
  });

  it("newest state last, however slow the shelf is, and without a write for each letter", async () => {
    const shelf = new SlowShelf();
    const drafts = new Drafts(shelf);
    await drafts.load();
    const writes = ["h", "he", "hel", "hell", "hello"].map((happened) => drafts.keep(begun({ answers: { happened } })));
    await settled(shelf, Promise.all(writes));
    const [kept] = await new Drafts(shelf).load();
    expect(kept?.answers).toEqual({ happened: "hello" });
    expect(shelf.writes).toBeLessThan(5);
  });

  it("several of them, and each is forgotten alone", async () => {
    const shelf = new SlowShelf();
    const drafts = new Drafts(shelf);
    await drafts.load();
    const [one, two] = [newDraft(1_000), newDraft(2_000)];
    await settled(shelf, Promise.all([drafts.keep(one), drafts.keep(two)]));
    expect(drafts.list.map((draft) => draft.name)).toEqual([two.name, one.name]);
    await settled(shelf, drafts.forget(two.name));
    expect((await new Drafts(shelf).load()).map((draft) => draft.name)).toEqual([one.name]);
  });

  it("or it is said that they were not; the next change tries again with all of it", async () => {
    const shelf = new SlowShelf();
    const drafts = new Drafts(shelf);
    await drafts.load();
    shelf.fails = true;
    await expect(settled(shelf, drafts.keep(begun({ answers: { area: "North" } })))).rejects.toThrow("full");
    shelf.fails = false;
    await settled(shelf, drafts.keep(newDraft(2_000)));
    expect(await new Drafts(shelf).load()).toHaveLength(2);
  });

  it("what is no draft is passed over", async () => {
    const shelf = new SlowShelf();
    shelf.kept = ["?", { name: "1" }];
    expect(await new Drafts(shelf).load()).toEqual([]);
  });
});

describe("a phone that died right after sending", () => {
  const answers = { kinds: ["condom"], area: "North " };
  const fields = { kinds: ["condom"], area: "North" };
  const receipt = { id: idOf("00112233445566778899aabbccddeeff"), unsent: wire.encode({ type: "report", fields }) };

  it("does not send the same report twice", () => {
    const [draft] = reconciled([begun({ answers, unsent: true })], [receipt], READING);
    expect(draft).toMatchObject({ sentAs: keyOf(receipt.id), unsent: false });
  });

  it("keeps a draft that says anything else", () => {
    const other = begun({ answers: { ...answers, place: "car" }, unsent: true });
    expect(reconciled([other], [receipt], READING)).toEqual([other]);
    expect(reconciled([other], [{ ...receipt, unsent: null }], READING)).toEqual([other]);
    expect(reconciled([begun()], [receipt], READING)).toEqual([begun()]);
  });
});
