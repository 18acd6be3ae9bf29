/** What reports and statements may say, alike in both implementations (`tests/vectors/contents.json`, protocol §6.6). */

import { expect, test } from "vitest";
import { checkAlert } from "../../src/alerts/alert";
import { checkContent } from "../../src/alerts/contents";
import { checkReport } from "../../src/alerts/report";
import type { Value, ValueMap } from "../../src/crypto/wire";
import { cases, refusal, type Json } from "../vectors";

interface Case {
  readonly kind?: string;
  readonly value: Json;
  readonly error: string | null;
}

/** The value that stands there in short. */
function whole(short: Json): Value {
  if (typeof short !== "object" || short === null) return short;
  if (Array.isArray(short)) return short.map(whole);
  const { repeat, times } = short;
  if (typeof times === "number" && typeof repeat === "string") return repeat.repeat(times);
  if (typeof times === "number" && Array.isArray(repeat)) return Array.from({ length: times }, () => whole(repeat[0] ?? null));
  return Object.fromEntries(Object.entries(short).map(([name, item]) => [name, whole(item)]));
}

function judged(judge: (value: Value, kind: string) => unknown) {
  return (_: string, { kind = "", value, error }: Case) => {
    const act = () => judge(whole(value), kind);
    if (error === null) expect(act).not.toThrow();
    else expect(refusal(act).name).toBe(error);
  };
}

test.each(cases<Case>("contents", "reports"))("%s", judged(checkReport));
test.each(cases<Case>("contents", "alerts"))("%s", judged(checkAlert));
test.each(cases<Case>("contents", "others"))("%s", judged((value, kind) => {
  checkContent(kind, value as ValueMap);
}));
