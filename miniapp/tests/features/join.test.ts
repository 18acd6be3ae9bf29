import { describe, expect, it } from "vitest";
import { newCode, showCode } from "../../src/crypto/invites";
import { NotAddressed, StorageFailed, Unreachable, BadInput, Forked } from "../../src/crypto/errors";
import { suggested } from "../../src/features/join/aliases";
import { codeIn, judge } from "../../src/features/join/codes";
import { faultOf } from "../../src/features/join/faults";

describe("a code", () => {
  const code = showCode(newCode());

  it.each([
    ["as it is shown", code],
    ["small", code.toLowerCase()],
    ["with spaces", code.replaceAll("-", " ")],
    ["in one piece", code.replaceAll("-", "")],
    ["with look-alikes", code.replaceAll("0", "O").replaceAll("1", "l")],
    ["in a message", `Hi! Your code:\n${code}\nDon't lose it.`],
    ["with room around it", `  ${code} `],
  ])("is found %s", (_, text) => {
    expect(judge(text).is).toBe("good");
  });

  it("is wrong with one digit changed, and it says which kind of wrong", () => {
    const first = code.startsWith("2") ? "3" : "2";
    expect(judge(first + code.slice(1)).is).toBe("wrong");
    expect(judge(`U${code.slice(1)}`).is).toBe("strange");
    expect(judge(`!${code.slice(1)}`).is).toBe("strange");
    expect(judge(code.slice(1))).toEqual({ is: "short", count: 26 });
    expect(judge(`${code}X`)).toEqual({ is: "long", count: 28 });
    expect(judge("")).toEqual({ is: "short", count: 0 });
  });

  it("is not looked for inside something longer", () => {
    const longer = `x${code.replaceAll("-", "")}`;
    expect(codeIn(longer)).toBe(longer);
  });
});

it("each fault on the way in has its sentence", () => {
  expect(faultOf(new Unreachable("")).id).toBe("join-offline");
  expect(faultOf(new BadInput(""))).toEqual({ id: "join-code-gone", ofCode: true });
  expect(faultOf(new NotAddressed("")).id).toBe("join-code-waits");
  expect(faultOf(new StorageFailed("")).id).toBe("join-not-kept");
  expect(faultOf(new Forked(""))).toEqual({ id: "join-refused", ofCode: false });
  expect(faultOf(new Error("")).id).toBe("trouble-unknown");
});

it("a suggested name is short enough, and there is one for each throw of the dice", () => {
  const all = new Set(Array.from({ length: 256 }, (_, byte) => suggested(() => byte)));
  expect(all.size).toBe(256);
  expect(Math.max(...[...all].map((name) => name.length))).toBeLessThanOrEqual(40);
});
