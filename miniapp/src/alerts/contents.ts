/** The contents of statements other than charters and alerts (protocol §6.6), as one table. */

import { digest } from "../crypto/context";
import { WrongShape } from "../crypto/errors";
import * as wire from "../crypto/wire";
import { checkAlert } from "./alert";
import { isShaped } from "./shapes";

const LANGUAGE = wire.isText(2, 16);

const isEntryName = isShaped({ seq: wire.isUint, hash: wire.isBytes(32) });
const isResource = isShaped({
  name: wire.isText(1, 120),
  kind: wire.isText(1, 32),
  text: wire.isText(0, 1000),
  contact: wire.isText(0, 300),
  language: LANGUAGE,
});
const isCounts: wire.Check = (value) => wire.isMap(value) && Object.values(value).every((count) => wire.isUint(count));

export const ERASURE = { object: wire.isBytes(16), entries: wire.isListOf(isEntryName, 1, 500) };

// Maps, not objects: what is looked up in them came from somebody else.
export const CONTENTS: ReadonlyMap<string, Readonly<Record<string, wire.Check>>> = new Map<string, Record<string, wire.Check>>([
  ["retraction", { reason: wire.isText(0, 500) }],
  ["erase", ERASURE],
  ["resources", { items: wire.isListOf(isResource, 0, 200) }],
  ["figures", { from: wire.isUint, to: wire.isUint, counts: isCounts, note: wire.isText(0, 1000) }],
  ["question", { text: wire.isText(1, 1000), language: LANGUAGE, choices: wire.isListOf(wire.isText(1, 200), 0, 12) }],
  ["notice", { text: wire.isText(1, 4000), language: LANGUAGE }],
]);
export const ALERT_KINDS: readonly string[] = ["alert", "amendment", "retraction"];
export const KINDS: readonly string[] = ["charter", "alert", "amendment", ...CONTENTS.keys()];

/** What the `urgent` of a header may be for each kind (protocol §6.2). */
export const URGENT: ReadonlyMap<string, readonly number[]> = new Map([
  ["charter", [0]],
  ["erase", [0]],
  ["alert", [0, 1, 2]],
  ["amendment", [0, 1, 2]],
  ["retraction", [0, 1, 2]],
  ["resources", [0, 1]],
  ["figures", [0, 1]],
  ["question", [0, 1]],
  ["notice", [0, 1]],
]);

/** 32 bytes that name a text as people read it: H of its encoding. A reporter agrees to this (protocol §8.3). */
export function contentHash(content: wire.ValueMap): Uint8Array {
  return digest(wire.encode(content));
}

/**
 * Returns if `content` has the form of its kind; a charter's is checked by `parseCharter`.
 *
 * @throws WrongShape it has not.
 * @throws TooLarge an alert that can fit no statement.
 */
export function checkContent(kind: string, content: wire.ValueMap): void {
  const fields = CONTENTS.get(kind);
  if (kind === "alert" || kind === "amendment") checkAlert(content);
  else if (fields !== undefined) wire.shaped(content, kind, fields);
  else if (kind !== "charter") throw new WrongShape("statement: a kind that is not known");
}
