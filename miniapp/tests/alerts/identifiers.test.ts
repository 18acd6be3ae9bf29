/** Identifiers: one normal form for every spelling, masks, and matching (protocol §9). The twin of `tests/alerts/test_identifiers.py`. */

import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { find } from "../../src/alerts/finding";
import { Identifier, PARTIALS, TYPES, checkMasked, identifier } from "../../src/alerts/identifiers";
import { BadInput, WrongShape } from "../../src/crypto/errors";
import * as wire from "../../src/crypto/wire";
import type { Value } from "../../src/crypto/wire";

const COLLECTIVE = Uint8Array.from({ length: 32 }, (_, i) => i);

// ---- vectors ----

interface Vectors {
  collective: string;
  find: { text: string; country: string | null; found: Value[] }[];
  normal: { type: string; text: string; country: string | null; platform: string | null; partial: string | null; normal: Value; of: string | null; token: number | null }[];
  refused: { type: string; text: string; country: string | null; partial: string | null }[];
}
const VECTORS = JSON.parse(readFileSync(new URL("../../../tests/vectors/identifiers.json", import.meta.url), "utf8")) as Vectors;

test("the file holds nothing that is not read here", () => {
  expect(Object.keys(VECTORS).sort()).toEqual(["collective", "find", "normal", "refused"]);
  expect(VECTORS.collective).toBe(Buffer.from(COLLECTIVE).toString("hex"));
});

/** Many spellings are one identifier; its token is computed once. */
const tokens = new Map<string, Promise<number>>();

test.each(VECTORS.normal)("$type $text of $country is $normal", async (one) => {
  expect(Object.keys(one).sort()).toEqual(["country", "normal", "of", "partial", "platform", "text", "token", "type"]);
  const made = identifier(one.type, one.text, one);
  expect(made.toMap()).toEqual(one.normal);
  expect(made.country).toBe(one.of);
  if (made.partial !== null) {
    expect(one.token).toBeNull();
    return;
  }
  if (!tokens.has(made.key)) tokens.set(made.key, made.matchToken(COLLECTIVE));
  expect(await tokens.get(made.key)).toBe(one.token);
});

test.each(VECTORS.refused)("$type $text of $country is refused", (one) => {
  expect(Object.keys(one).sort()).toEqual(["country", "partial", "text", "type"]);
  expect(() => identifier(one.type, one.text, one)).toThrow(BadInput);
});

test.each(VECTORS.find)("in $text everything is found", (one) => {
  expect(find(one.text, one.country).map((each) => each.toMap())).toEqual(one.found);
});

// ---- normal forms ----

test.each(["07700 900123", "+44 7700 900123", "0044 (0)7700-900-123"])("three spellings of one number are one number: %s", (spelling) => {
  expect(identifier("phone", spelling, { country: "GB" })).toEqual(new Identifier("phone", "+447700900123"));
  expect(find(spelling, "GB")).toEqual([new Identifier("phone", "+447700900123")]);
});

test("fictional numbers of North America work", () => {
  expect(identifier("phone", "(202) 555-0123", { country: "US" }).value).toBe("+12025550123");
  expect(identifier("phone", "+1 555 0123", { country: "GB" }).country).toBe("US");
});

test("a plate in Cyrillic, Greek or full width is the plate it reads as", () => {
  for (const spelling of ["KX12 ABH", "кх12 авн", "ΚΧ12-ΑΒΗ", "ＫＸ１２ＡＢＨ", "k\u200bx12abh"]) {
    expect(identifier("plate", spelling).value).toBe("KX12ABH");
  }
});

test("a profile link and its handle are one identifier", () => {
  expect(identifier("link", "https://www.instagram.com/Some.One/?igsh=1")).toEqual(identifier("handle", "@some.one", { platform: "IG" }));
  expect(identifier("link", "https://wa.me/447700900123")).toEqual(identifier("phone", "07700 900123", { country: "GB" }));
});

test("a link to a post stays a link", () => {
  expect(identifier("link", "https://instagram.com/p/abc").type).toBe("link");
});

test("messages of refusals never repeat what was typed", () => {
  let refused = 0;
  for (const kind of TYPES) {
    for (const partial of [null, ...PARTIALS]) {
      try {
        identifier(kind, "\u2014\u2014zq9q\u2014", { partial, country: "GB" });
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
        expect((error as BadInput).detail).not.toContain("zq9q");
        refused += 1;
      }
    }
  }
  expect(refused).toBeGreaterThan(0);
});

test("normalising twice is normalising once, and it survives the wire", () => {
  const texts = ["+44 (0)7700 900123", "ŉAme", "ＩＢＡＮ ﬀ", "ẞtraße", "İstanbul", "ıIi", "Σίσυφος", "x?a=%E9&b=1+2#f", "ex.org/ä?q=ä%C3", "a\u0345\u0301", "Ꭰꭰ", "ᾳ@x.yz", "٠٧٧٠٠٩٠٠١٢٣", "@@//", "a\ud800b"];
  let made = 0;
  for (const type of TYPES) {
    for (const text of texts) {
      for (const partial of [null, ...PARTIALS]) {
        let one: Identifier;
        try {
          one = identifier(type, text, { partial, country: "GB", platform: text });
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
          continue;
        }
        made += 1;
        expect(identifier(one.type, one.value, { partial: one.partial, platform: one.platform, country: "GB" })).toEqual(one);
        expect(Identifier.fromMap(wire.decode(wire.encode(one.toMap())))).toEqual(one);
      }
    }
  }
  expect(made).toBeGreaterThan(100);
});

// ---- shapes ----

test.each<[Value]>([
  [null],
  [{}],
  [{ type: "phone" }],
  [{ type: "phone", value: "07700 900123" }],
  [{ type: "phone", value: "+447700900123", note: "x" }],
  [{ type: "phone", value: 447700900123 }],
  [{ type: "phone", value: "+447700900123", partial: null }],
  [{ type: "phone", value: "+447700900123", platform: "x" }],
  [{ type: "car", value: "X" }],
  [{ type: "plate", value: "kx12abc" }],
  [{ type: "plate", value: "K", partial: "ends" }],
  [{ type: "handle", value: "Dave" }],
  [{ type: "handle", value: "dave", platform: "" }],
  [{ type: "link", value: "https://example.org/a b" }],
  [{ type: "email", value: "dave" }],
  [{ type: "phone", value: "+44770090012345678" }],
  [{ type: "phone", value: "+\u0664\u0664770090012" }],
])("what is not in normal form is refused when received: %j", (value) => {
  expect(() => Identifier.fromMap(value)).toThrow(WrongShape);
});

test("what is received is not judged by this machine's table of numbers", () => {
  for (const value of ["+999123456", "+8812345678901"]) expect(Identifier.fromMap({ type: "phone", value }).value).toBe(value);
  expect(() => Identifier.fromMap({ type: "phone", value: "+447" })).toThrow(WrongShape);
});

test("it has no readable face", () => {
  const one = new Identifier("phone", "+447700900123");
  expect([String(one), inspect(one), JSON.stringify(one)]).toEqual(["Identifier(phone)", "Identifier(phone)", '"Identifier(phone)"']);
});

// ---- matching ----

test.each([
  ["starts", "0770", true],
  ["starts", "0771", false],
  ["ends", "123", true],
  ["ends", "124", false],
  ["contains", "07700", true],
  ["contains", "9001", true],
])("a part that %s %s matches the numbers it fits: %s", (partial, text, fits) => {
  const whole = identifier("phone", "07700 900123", { country: "GB" });
  const part = identifier("phone", text, { partial, country: "GB" });
  expect([part.matches(whole), whole.matches(part)]).toEqual([fits, fits]);
});

test("handles match across an unsaid platform and not across two different ones", () => {
  const [plain, telegram, snap] = [null, "tg", "snap"].map((platform) => identifier("handle", "dave", { platform })) as [Identifier, Identifier, Identifier];
  expect([plain.matches(telegram), telegram.matches(plain), telegram.matches(snap)]).toEqual([true, true, false]);
});

test("different types never match", () => {
  expect(identifier("handle", "dave").matches(identifier("payment", "dave"))).toBe(false);
});

// ---- masks ----

describe("masks", () => {
  test("a mask shows kind and country only, and its token has 20 bits", async () => {
    const masked = await identifier("phone", "07700 900123", { country: "GB" }).masked(COLLECTIVE);
    expect(Object.keys(masked).sort()).toEqual(["country", "token", "type"]);
    expect(masked.country).toBe("GB");
    expect(masked.token).toBeLessThan(1 << 20);
    expect(checkMasked(wire.decode(wire.encode(masked)))).toEqual(masked);
  });

  test("tokens of two collectives differ", async () => {
    const one = identifier("email", "x@example.org");
    expect(await one.matchToken(COLLECTIVE)).not.toBe(await one.matchToken(new Uint8Array(32)));
  });

  test("a part has no token", async () => {
    const part = identifier("phone", "123", { partial: "ends" });
    expect(await part.masked(COLLECTIVE)).toEqual({ type: "phone", country: null, token: null });
    await expect(part.matchToken(COLLECTIVE)).rejects.toThrow(BadInput);
  });

  test.each<[{ [key: string]: Value }]>([[{ token: 1 << 20 }], [{ token: -1 }], [{ country: "gb" }], [{ country: "GBR" }], [{ type: "car" }], [{ more: 1 }]])(
    "a malformed mask is refused: %j",
    (change) => {
      expect(() => checkMasked({ type: "phone", country: "GB", token: 1, ...change })).toThrow(WrongShape);
    },
  );
});
