import { describe, expect, it } from "vitest";
import { checkPin, LEAST_LENGTH } from "../../src/vault/pin";
import { LEAST, pinFault } from "../../src/features/pins";
import { placesOf } from "../../src/features/words";

describe("a PIN", () => {
  it.each([
    ["73916", "short"],
    ["", "short"],
    ["000000", "same"],
    ["121212", "same"],
    ["123456", "run"],
    ["98765432", "run"],
    ["abcdef", "run"],
    ["311299", "date"],
    ["123199", "date"],
    ["19870423", "date"],
    ["23041987", "date"],
    ["990412", "date"],
    ["739164", null],
    ["99887755", null],
    ["correct horse", null],
  ])("%j: %s", (pin, fault) => {
    expect(pinFault(pin)).toBe(fault);
  });

  it("that is let through here is one that the vault takes", () => {
    expect(LEAST).toBe(LEAST_LENGTH);
    for (const pin of ["739164", "99887755", "correct horse"]) {
      expect(() => {
        checkPin(pin);
      }).not.toThrow();
    }
  });
});

it("words are asked back at different places, in order", () => {
  expect(placesOf(3, 12, () => 0)).toEqual([0, 1, 2]);
  expect(placesOf(3, 12, (below) => below - 1)).toEqual([9, 10, 11]);
  expect(new Set(placesOf(3, 12)).size).toBe(3);
});
