/**
 * What it costs to remove members of a tree of 2^20 leaves, in Node: `npm run bench`. The twin of `bench/removal.py`, which has more figures.
 *
 * Beside it, in the same run, the plain way: the new secret sealed to every remaining member by X-Wing, for 200 members. Nothing is
 * extrapolated: the yardstick is for 200, the tree is for all its 1,048,576 leaves whoever stands on them. Every run makes its keys,
 * removed leaves and secrets anew. A phone's browser is slower than this; `bench/miniapp.py` measures in one.
 */

import { kemPublicKey, sealTo } from "../src/crypto/sealing";
import { EpochSecret, KemSeed } from "../src/crypto/secrets";
import { report } from "./_report";
import { remove, type Removal } from "./removing";

const RUNS = 5;
const MEMBERS = 200;
const INFO = new TextEncoder().encode("yardstick");
/** How many are removed, and what it is called. */
const CASES = [
  [1, "first removal, three moderators, two cosigned"],
  [1000, "1000 removed, three moderators, two cosigned"],
] as const;
const PARTS: readonly (readonly [part: keyof Removal, name: string, unit: "ms" | "bytes"])[] = [
  ["made", "public part made", "ms"],
  ["sealed", "approved twice, cosigned twice and sealed", "ms"],
  ["opened", "opened by a member", "ms"],
  ["wraps", "wraps", "bytes"],
  ["blob", "announcement (blob)", "bytes"],
];

// The keys are the members' and are not made at a removal: so they are made once, outside the clock.
const keys = Array.from({ length: MEMBERS }, () => kemPublicKey(KemSeed.random()));
for (const [count] of CASES) remove(count); // once beforehand, for what is compiled at first use
const runs = CASES.map((): Removal[] => []);
const yardstick: Record<"ms" | "bytes", number[]> = { ms: [], bytes: [] };
for (let run = 0; run < RUNS; run++) {
  CASES.forEach(([count], i) => runs[i]?.push(remove(count)));
  const secret = EpochSecret.random().reveal();
  const started = performance.now();
  let size = 0;
  for (const key of keys) size += (await sealTo(key, INFO, secret)).length;
  yardstick.ms.push(performance.now() - started);
  yardstick.bytes.push(size);
}

const what = `one X-Wing seal for each of ${MEMBERS} remaining members`;
report("miniapp/removal", `yardstick, ${MEMBERS} members: size`, yardstick.bytes, "bytes");
report("miniapp/removal", `yardstick, ${MEMBERS} members: sealed`, yardstick.ms, "ms");
CASES.forEach(([, title], i) => {
  for (const [part, name, unit] of PARTS) {
    const values = runs[i]?.map((removal) => removal[part]) ?? [];
    report("miniapp/removal", `${title}: ${name}`, values, unit, { what, values: yardstick[unit] });
  }
});
