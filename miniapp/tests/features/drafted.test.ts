/** What was kept while it was being written comes back as it was, and what is none of ours does not come back at all. */

import { describe, expect, it } from "vitest";
import * as wire from "../../src/crypto/wire";
import type { Value } from "../../src/crypto/wire";
import { writtenNewsFrom } from "../../src/features/collective/counting";
import { wantedAgain } from "../../src/features/collective/rules";
import { aboutReport } from "../../src/features/drafted";
import { resourcesAgain } from "../../src/features/help/resources";

const NEWS = { text: "We meet on Sunday", choices: "yes\nno", language: "en" };
const RULES = {
  name: "Sample", country: "GB", areas: "Harbour\n", quorum: "2", severity: "risky", masked: ["phone"], nuisance: false, ethnicity: false, number: 3,
}; // prettier-ignore
const HELP = [{ name: "Night clinic", kind: "health", text: "", contact: "07700 900801", language: "en" }];

describe.each([
  ["news", NEWS, writtenNewsFrom],
  ["rules", RULES, wantedAgain],
  ["help", HELP, resourcesAgain],
] as readonly [string, Value, (kept: Value) => unknown][])("%s", (_, value, read) => {
  it("comes back as it was, through the vault", () => {
    expect(read(wire.decode(wire.encode(value)))).toEqual(value);
  });

  it("does not come back if it is something else", () => {
    for (const other of [null, "", 1, {}, [1], { ...NEWS, text: 1 }, { ...RULES, masked: [1] }, { ...RULES, number: "3" }, [{ name: "x" }]]) {
      expect(read(other as Value)).toBeNull();
    }
  });
});

it("everything begun about a report has that report's name", () => {
  for (const name of aboutReport("ab12")) expect(name).toMatch(/^[a-z]+-ab12$/);
});
