import { FluentBundle, FluentResource } from "@fluent/bundle";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FILES, FIRST, faultsIn, languagesIn, messagesOf } from "../build/catalogues";
import { LANGUAGES } from "../src/text";

const LOCALES = resolve(import.meta.dirname, "../../locales");
const SOURCES = resolve(import.meta.dirname, "../src");

describe("the catalogues", () => {
  it("say the same things in every language", () => {
    expect(languagesIn(LOCALES)).toContain(FIRST);
    expect(faultsIn(LOCALES)).toEqual([]);
  });

  it("are offered once the app itself speaks the language", () => {
    expect(LANGUAGES).toEqual(languagesIn(LOCALES));
  });

  it("keep their direction where a message has no letter of its own", () => {
    // Each blank of it is isolated, so inside another message nothing else says which way it is read.
    const known = [...messagesOf(LOCALES, "ar").keys()];
    const bundle = new FluentBundle("ar");
    for (const name of FILES) bundle.addResource(new FluentResource(readFileSync(join(LOCALES, "ar", name), "utf8")));
    const texts = known.flatMap((id) => {
      const value = bundle.getMessage(id)?.value ?? null;
      return value === null || typeof value === "string" || value.length < 2 ? [] : [[id, value.filter((part) => typeof part === "string").join("")] as const];
    });
    const silent = texts.filter(([, text]) => !/\p{L}/u.test(text));
    expect(silent.map(([id]) => id)).toContain("date-day");
    expect(silent.filter(([, text]) => !text.includes("\u200f")).map(([id]) => id)).toEqual([]);
  });

  it("have every message that the app asks for by name", () => {
    const known = messagesOf(LOCALES, FIRST);
    const asked = sources(SOURCES).flatMap((path) => [...readFileSync(path, "utf8").matchAll(/\bt\(\s*"([^"]+)"/g)].map((found) => found[1] ?? ""));
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("a language that lacks something stops the build", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "catalogues-"));
    write(FIRST, "one = One\ntwo = { $count } of them\n");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(language: string, text: string): void {
    if (!existsSync(join(folder, language))) mkdirSync(join(folder, language));
    for (const name of FILES) writeFileSync(join(folder, language, name), name === "app.ftl" ? text : "");
  }

  it.each([
    ["a message", "one = Uno\n", "xx: two is missing"],
    ["the right variable", "one = Uno\ntwo = { $number } de ellos\n", "xx: two wants $number, which nobody gives it"],
    ["restraint", "one = Uno\ntwo = Dos\nthree = Tres\n", "xx: three is said in no other language"],
  ])("%s", (_, text, fault) => {
    write("xx", text);
    expect(faultsIn(folder)).toEqual([fault]);
  });

  it("but a file that it does not have is spoken in English", () => {
    writeFileSync(join(folder, FIRST, "alerts.ftl"), "kinds-robbery = robbed\n");
    write("xx", "one = Uno\ntwo = { $count } de ellos\n");
    expect(faultsIn(folder)).toEqual(["xx: kinds-robbery is missing"]);
    rmSync(join(folder, "xx", "alerts.ftl"));
    expect(faultsIn(folder)).toEqual([]);
  });

  it("and so does one that says a thing twice, or that nobody can read", () => {
    write("xx", "one = Uno\none = Uno\n");
    expect(() => faultsIn(folder)).toThrow("twice");
    write("xx", "one = Uno\ntwo = { \n");
    expect(() => faultsIn(folder)).toThrow("cannot be read");
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
