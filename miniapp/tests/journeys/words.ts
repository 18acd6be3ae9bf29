/** What the app says, in each language, from the catalogues it is built from: so that a journey can be walked in a language its author can't read. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const LOCALES = resolve(import.meta.dirname, "../../../locales");
const RIGHT_TO_LEFT = ["ar"];

export class Words {
  private readonly bundle: FluentBundle;

  constructor(language: string) {
    this.bundle = new FluentBundle(language, { useIsolating: RIGHT_TO_LEFT.includes(language) });
    for (const file of ["app.ftl", "alerts.ftl"]) this.bundle.addResource(new FluentResource(readFileSync(join(LOCALES, language, file), "utf8")));
  }

  /** A message, whole. Throws if there is none of this id: a journey that looks for nothing finds it. */
  say(id: string, values: Record<string, FluentVariable> = {}): string {
    const pattern = this.bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`the catalogue has no ${id}`);
    return this.bundle.formatPattern(pattern, values, []);
  }

  /** Whatever begins as this message does, up to its first blank: a button's name goes on with its hint. */
  begins(id: string): RegExp {
    const pattern = this.bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`the catalogue has no ${id}`);
    const first = typeof pattern === "string" ? pattern : pattern[0];
    const text = typeof first === "string" ? first : "";
    if (text.trim() === "") throw new Error(`${id} begins with a blank`);
    return new RegExp(`^${text.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+")}`, "i");
  }
}
