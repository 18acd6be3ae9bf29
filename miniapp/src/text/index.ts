/** What is said on screen, from the Fluent catalogues in `locales/`, which the bot reads too. One language is loaded at a time. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";

/** Read when it is needed: nobody pays for seven languages. */
const FILES = import.meta.glob(["../../../locales/*/app.ftl", "../../../locales/*/alerts.ftl"], { query: "?raw", import: "default" });

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
const FIRST = "en";

/** The languages there are, by their codes. A language is added by adding its folder, and is there once the app's own file is. */
export const LANGUAGES: readonly string[] = Object.keys(FILES)
  .filter((path) => path.endsWith("/app.ftl"))
  .map((path) => path.split("/").at(-2) ?? FIRST)
  .sort();

/** The language on screen. */
export const language = signal(FIRST);
const bundle = signal<FluentBundle | null>(null);

/** A language's own name for itself, for the list people choose from. */
export function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** The first of somebody's languages that there is; English if none is. */
export function bestOf(wanted: readonly string[]): string {
  for (const one of wanted) {
    const code = one.toLowerCase().split("-")[0] ?? "";
    if (LANGUAGES.includes(code)) return code;
  }
  return FIRST;
}

/** The files of a language; English ones in the place of those that it has not. */
function filesOf(code: string): (() => Promise<unknown>)[] {
  return ["app", "alerts"].flatMap((name) => FILES[`../../../locales/${code}/${name}.ftl`] ?? FILES[`../../../locales/${FIRST}/${name}.ftl`] ?? []);
}

/** Loads a language and shows everything in it. */
export async function speak(code: string): Promise<void> {
  const loaded = await Promise.all(filesOf(code).map((load) => load()));
  // Isolation marks keep a number or a name readable inside a sentence of the other direction.
  const next = new FluentBundle(code, { useIsolating: RIGHT_TO_LEFT.has(code) });
  for (const text of loaded) next.addResource(new FluentResource(String(text)));
  bundle.value = next;
  language.value = code;
  if (typeof document !== "undefined") {
    document.documentElement.lang = code;
    document.documentElement.dir = RIGHT_TO_LEFT.has(code) ? "rtl" : "ltr";
  }
}

/** A message in the language on screen. An id that no catalogue has is shown as it is: the build refuses that, so nobody sees it. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const [name = id, attribute] = id.split(".");
  const message = bundle.value?.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (pattern === undefined || pattern === null || bundle.value === null) return id;
  return bundle.value.formatPattern(pattern, values ?? null, []);
}

/** Whether there is such a message, for values that may be newer than this app. */
export function has(id: string): boolean {
  return bundle.value?.hasMessage(id) === true;
}
