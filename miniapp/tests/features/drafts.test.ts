import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../src/alerts/charter";
import { ENGLISH, Spoken, type Words } from "../../src/alerts/spoken";
import { BadInput } from "../../src/crypto/errors";
import * as wire from "../../src/crypto/wire";
import type { Value } from "../../src/crypto/wire";
import { keyOf, idOf } from "../../src/features/keys";
import { begunOf } from "../../src/features/report/begun";
import { type Draft, Drafts, type Shelf, answered, fieldsOf, identifiersOf, intoWords, newDraft, offeredOf, reconciled, saysMore, withIdentifier } from "../../src/features/report/drafts";

const READING = { policy: DEFAULT_POLICY, country: "GB", language: "pl", spoken: ENGLISH };

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
    expect(identifiersOf(draft, READING)).toEqual([plate, { type: "phone", value: "+447700900123" }]);
  });

  it("never has more numbers than a report takes, whatever was pasted", () => {
    const pasted = Array.from({ length: 60 }, (_, n) => `@name_${n}_x`).join(" ");
    expect(fieldsOf(begun({ answers: { kinds: ["condom"] }, pasted }), READING).identifiers).toHaveLength(32);
  });
});

describe("what is begun, for home", () => {
  it("is the newest report that was not sent; one to which something was added only if there is no other", () => {
    const sent = { ...newDraft(3_000), sentAs: "aa", unsent: true };
    const kept = (...drafts: Draft[]): Value => drafts.map((one) => ({ ...one }));
    expect(begunOf(kept(newDraft(1_000), newDraft(2_000), sent))).toEqual({ newest: "2000", count: 2, added: false });
    expect(begunOf(kept(sent))).toEqual({ newest: "3000", count: 1, added: true });
    expect(begunOf(kept({ ...sent, unsent: false }))).toBeNull();
    for (const nothing of [null, [], "?", ["?"], [{}]]) expect(begunOf(nothing)).toBeNull();
  });
});

describe("what she wrote elsewhere than where it counts", () => {
  const phone = { type: "phone", value: "+447700900123" };
  const part = { type: "plate", value: "KX", partial: "ends" };
  const spanish = new Spoken(JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../locales/es/looks.json"), "utf8")) as Words);

  it("a number in her words is offered, once, until it is one of the report's", () => {
    const draft = begun({ answers: { kinds: ["threats"], happened: "Call me on 07700 900123, he said", pattern: "07700900123, plate ends KX", injuries: "@dave_k did it" } });
    expect(offeredOf(draft, READING)).toEqual([phone, part, { type: "handle", value: "dave_k" }]);
    const added = withIdentifier(withIdentifier(draft, phone), phone);
    expect(fieldsOf(added, READING).identifiers).toEqual([phone]);
    expect(offeredOf({ ...added, pasted: "plate ends KX" }, READING)).toEqual([{ type: "handle", value: "dave_k" }]);
  });

  it("none is offered for which there is no room", () => {
    const pasted = Array.from({ length: 31 }, (_, n) => `@name_${n}_x`).join(" ");
    expect(offeredOf(begun({ pasted, answers: { happened: "07700 900123 or 07700 900456" } }), READING)).toEqual([phone]);
    expect(offeredOf(begun({ pasted: `${pasted} @one_more`, answers: { happened: "07700 900123" } }), READING)).toEqual([]);
  });

  it("words beside numbers are told apart from numbers alone, and so are numbers that do not fit", () => {
    const says = (pasted: string): boolean => saysMore(begun({ pasted }), READING);
    expect(says("07700 900123, plate ends KX\n@dave_k")).toBe(false);
    expect(says("07700 900123 he has a knife")).toBe(true);
    expect(says("white van")).toBe(true);
    expect(says(Array.from({ length: 33 }, (_, n) => `@name_${n}_x`).join(" "))).toBe(true);
  });

  it("they go among her words by one tap, and the numbers stay", () => {
    const draft = begun({ answers: { happened: "He came at ten.\n" }, pasted: " 07700 900123 he has a knife " });
    const moved = intoWords(draft, READING);
    expect(moved).toMatchObject({ pasted: "", unsent: true, answers: { identifiers: [phone], happened: "He came at ten.\n\n07700 900123 he has a knife" } });
    expect(moved === null ? null : offeredOf(moved, READING)).toEqual([]);
    expect(intoWords({ ...draft, answers: { happened: "x".repeat(13_990) } }, READING)).toBeNull();
  });

  it("her own language is understood, and nothing is found that is not sent", () => {
    const reading = { ...READING, spoken: spanish };
    const draft = begun({ answers: { kinds: ["threats"], happened: "la placa termina en KX" }, pasted: "placa empieza por AB" });
    expect(offeredOf(draft, READING)).toEqual([]);
    expect(offeredOf(draft, reading)).toEqual([part]);
    expect(fieldsOf(draft, reading).identifiers).toEqual([{ type: "plate", value: "AB", partial: "starts" }]);
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
