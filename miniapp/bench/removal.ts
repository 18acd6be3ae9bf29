/**
 * What it costs to remove members of a tree of 2^20 leaves, in Node: `npm run bench`. The twin of `bench/removal.py`, which has more figures.
 *
 * Beside it, in the same run, the plain way: the new secret sealed to every remaining member by X-Wing, for 200 members. Nothing is
 * extrapolated: the yardstick is for 200, the tree is for all its 1,048,576 leaves whoever stands on them. Every run makes its keys,
 * removed leaves and secrets anew. Times are of work alone, without writing or sending; a phone's browser is slower than this.
 */

import * as announced from "../src/crypto/announced";
import { Approval } from "../src/crypto/approvals";
import { Bundle } from "../src/crypto/bundle";
import { compare } from "../src/crypto/bytes";
import * as epochs from "../src/crypto/epochs";
import * as keytree from "../src/crypto/keytree";
import { kemPublicKey, sealTo } from "../src/crypto/sealing";
import { EpochSecret, KemSeed, SigningSeed } from "../src/crypto/secrets";
import { publicKey } from "../src/crypto/signing";
import { report } from "./_report";

const RUNS = 5;
const MEMBERS = 200;
const COLLECTIVE = Uint8Array.from({ length: 32 }, (_, i) => i);
const INFO = new TextEncoder().encode("yardstick");
/** How many are removed, and what it is called. */
const CASES = [
  [1, "first removal, three moderators, two cosigned"],
  [1000, "1000 removed, three moderators, two cosigned"],
] as const;

const found = new Map<string, number[]>();

function note(name: string, value: number): void {
  found.set(name, [...of(name), value]);
}

function of(name: string): readonly number[] {
  return found.get(name) ?? [];
}

/** What `work` gives; the milliseconds it took are noted. */
function timed<T>(name: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  note(name, performance.now() - started);
  return result;
}

/** Random different leaves, ascending: members stand at random places. */
function leaves(count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(keytree.unusedLeaf(drawn));
  return [...drawn].sort((a, b) => a - b);
}

function oneTimeKeys(): SigningSeed[] {
  const seeds = Array.from({ length: 3 }, () => SigningSeed.random());
  return seeds.sort((a, b) => compare(publicKey(a), publicKey(b)));
}

/** A collective past its first epoch announces the second, without those removed. */
function remove(count: number, title: string): void {
  const removed = leaves(count);
  const bundle = Bundle.random(1);
  const secret = EpochSecret.random();
  const previous = { hash: new Uint8Array(32), secret: EpochSecret.random() };
  const devices = [SigningSeed.random(), SigningSeed.random()];
  const present = oneTimeKeys();
  const cosigners = oneTimeKeys().map(publicKey);
  const shown = timed(`${title}: public part made`, () => epochs.announce(bundle, secret, COLLECTIVE, { epoch: 2, removed, previous, desk: 1, cosigners }));
  const blob = timed(`${title}: approved twice, cosigned twice and sealed`, () => {
    const inner = epochs.makeInner({ charter: 1, deskKey: null, head: { seq: 1, hash: new Uint8Array(32) }, until: 1_800_000_000 });
    const approvals = devices.map((device, i) => new Approval(new Uint8Array(16).fill(i), 0, epochs.approve(device, shown, inner, COLLECTIVE)));
    const cosigns = present.slice(0, 2).map((seed, i): announced.Cosign => [i, announced.cosign(seed, shown, COLLECTIVE)]);
    return epochs.sealAnnouncement(shown, inner, approvals, secret, COLLECTIVE, cosigns);
  });
  announced.checkCosigned(present.map(publicKey), blob, COLLECTIVE); // outside the clock: what is reported is what the relay takes
  const path = keytree.pathKeys(bundle.tree, COLLECTIVE, 1, keytree.unusedLeaf(removed));
  const [split] = announced.splitAnnouncement(blob); // not measured: this process has seen its keys already, and remembers that they are good
  const opened = timed(`${title}: opened by a member`, () => epochs.openWrap(split, COLLECTIVE, path));
  if (!opened.equals(secret)) throw new Error("it opened to another secret");
  note(`${title}: wraps`, shown.wraps.length);
  note(`${title}: announcement (blob)`, blob.length);
}

// The keys are the members' and are not made at a removal: so they are made once, outside the clock.
const keys = Array.from({ length: MEMBERS }, () => kemPublicKey(KemSeed.random()));
for (const [count, title] of CASES) remove(count, title); // once beforehand, for what is compiled at first use
found.clear();
for (let run = 0; run < RUNS; run++) {
  for (const [count, title] of CASES) remove(count, title);
  const secret = EpochSecret.random().reveal();
  const started = performance.now();
  let size = 0;
  for (const key of keys) size += (await sealTo(key, INFO, secret)).length;
  note("yardstick ms", performance.now() - started);
  note("yardstick bytes", size);
}

const what = `one X-Wing seal for each of ${MEMBERS} remaining members`;
report("miniapp/removal", `yardstick, ${MEMBERS} members: size`, of("yardstick bytes"), "bytes");
report("miniapp/removal", `yardstick, ${MEMBERS} members: sealed`, of("yardstick ms"), "ms");
for (const [name, values] of found) {
  if (name.startsWith("yardstick")) continue;
  const unit = name.endsWith("wraps") || name.endsWith("(blob)") ? "bytes" : "ms";
  report("miniapp/removal", name, values, unit, { what, values: of(`yardstick ${unit}`) });
}
