/** The catalogues as the build sees them: no language may lack a message, and no message may want what it is not given. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type Entry } from "@fluent/syntax";
import type { Plugin } from "vite";

/** The files the app reads; the bot has its own. */
export const FILES = ["alerts.ftl", "app.ftl"] as const;
/** The language that is written first, and that others are made from. */
export const FIRST = "en";

/** What one message wants from its caller: the names of its variables. */
export type Wants = ReadonlyMap<string, ReadonlySet<string>>;

/** Every message of one language, with the variables it uses. Throws on a file that is broken or says one thing twice. Of a file that is not there, none. */
export function messagesOf(folder: string, language: string, files: readonly string[] = FILES): Wants {
  const found = new Map<string, ReadonlySet<string>>();
  for (const name of files) {
    if (!existsSync(join(folder, language, name))) continue;
    for (const entry of parse(readFileSync(join(folder, language, name), "utf8"), { withSpans: false }).body) {
      for (const [id, wants] of idsOf(entry, `${language}/${name}`)) {
        if (found.has(id)) throw new Error(`${language}/${name}: ${id} is there twice`);
        found.set(id, wants);
      }
    }
  }
  return found;
}

function* idsOf(entry: Entry, where: string): Generator<[string, Set<string>]> {
  if (entry.type === "Junk") throw new Error(`${where}: this cannot be read: ${JSON.stringify(entry).slice(0, 120)}`);
  if (entry.type !== "Message") return;
  const message = entry as unknown as { id: { name: string }; value: unknown; attributes: { id: { name: string }; value: unknown }[] };
  if (message.value !== null) yield [message.id.name, variablesIn(message.value)];
  for (const attribute of message.attributes) yield [`${message.id.name}.${attribute.id.name}`, variablesIn(attribute.value)];
}

function variablesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) variablesIn(part, found);
  else if (typeof node === "object" && node !== null) {
    const { type, id } = node as { type?: string; id?: { name: string } };
    if (type === "VariableReference" && id !== undefined) found.add(id.name);
    else for (const part of Object.values(node)) variablesIn(part, found);
  }
  return found;
}

/** The languages there are: each is a folder with the app's own file in it. */
export function languagesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, "app.ftl"))).sort();
}

/** What is wrong with the catalogues, a line each; nothing if all is well. A file that a language does not have is spoken in {@link FIRST}. */
export function faultsIn(folder: string): string[] {
  return languagesIn(folder).flatMap((language) => {
    if (language === FIRST) return [];
    const its = FILES.filter((name) => existsSync(join(folder, language, name)));
    const first = messagesOf(folder, FIRST, its);
    const other = messagesOf(folder, language);
    const missing = [...first.keys()].filter((id) => !other.has(id)).map((id) => `${language}: ${id} is missing`);
    const strange = [...other].flatMap(([id, wants]) => {
      const given = first.get(id);
      if (given === undefined) return [`${language}: ${id} is said in no other language`];
      return [...wants].filter((name) => !given.has(name)).map((name) => `${language}: ${id} wants $${name}, which nobody gives it`);
    });
    return [...missing, ...strange];
  });
}

/** Stops the build when a language lacks something. */
export function catalogues(folder: string): Plugin {
  return {
    name: "catalogues",
    buildStart() {
      const faults = faultsIn(folder);
      if (faults.length > 0) this.error(`the catalogues do not agree:\n${faults.join("\n")}`);
    },
  };
}
