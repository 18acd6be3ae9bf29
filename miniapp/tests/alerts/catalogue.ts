/** What people read, from the English catalogue. A message that it lacks is an error here. */

import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { type Word, speak } from "../../src/alerts/wording";

export const FTL = readFileSync(new URL("../../../locales/en/alerts.ftl", import.meta.url), "utf8");

// Marks around what is filled in would only hide what the tests compare.
const bundle = new FluentBundle("en", { useIsolating: false });
for (const error of bundle.addResource(new FluentResource(FTL))) throw error;

export function english(said: Word): string {
  return speak(said, (key, args) => {
    const value = bundle.getMessage(key)?.value;
    if (value === null || value === undefined) throw new Error(`the catalogue has no ${key}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(value, args, errors);
    for (const error of errors) throw error;
    return text;
  });
}
