import { describe, expect, it } from "vitest";
import { contrast, insets, usable } from "../../src/bridge/theme";

const LIGHT = {
  bg_color: "#ffffff",
  secondary_bg_color: "#f1f1f4",
  text_color: "#000000",
  subtitle_text_color: "#5f6368",
  button_color: "#1d5f9e",
  button_text_color: "#ffffff",
  accent_text_color: "#1d5f9e",
};

describe("Telegram's colours", () => {
  it("are taken when they can be read", () => {
    expect(usable(LIGHT)).toMatchObject({ bg_color: "#ffffff", button_color: "#1d5f9e" });
  });

  it.each([
    ["text that vanishes", { text_color: "#eeeeee" }],
    ["small text that is too pale", { subtitle_text_color: "#a0a0a0" }],
    ["a button nobody can read", { button_color: "#ffe680" }],
    ["no colour at all", { bg_color: "url(https://elsewhere.example)" }],
    ["something missing", { text_color: undefined }],
  ])("are left alone with %s", (_, changes) => {
    expect(usable({ ...LIGHT, ...changes })).toEqual({});
  });

  it("are left alone when they are no theme", () => {
    for (const given of [null, undefined, "dark", 3, []]) expect(usable(given)).toEqual({});
  });

  it("are compared as WCAG says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
  });
});

describe("the edges of a screen", () => {
  it("are read side by side, in whole pixels", () => {
    expect(insets({ top: 24, bottom: 33.6, left: 0, right: 8 })).toEqual({ top: 24, bottom: 34, left: 0, right: 8 });
  });

  it.each([{ top: -1 }, { top: 200 }, { top: "24" }, { top: NaN }, {}])("are nothing where they cannot be: %o", (data) => {
    expect(insets(data).top).toBe(0);
  });
});
