/** One removal of members of a tree of 2^20 leaves, and what each part of it costs; for the benches in Node and in a browser. */

import * as announced from "../src/crypto/announced";
import { Approval } from "../src/crypto/approvals";
import { Bundle } from "../src/crypto/bundle";
import { compare } from "../src/crypto/bytes";
import * as epochs from "../src/crypto/epochs";
import * as keytree from "../src/crypto/keytree";
import { EpochSecret, SigningSeed } from "../src/crypto/secrets";
import { publicKey } from "../src/crypto/signing";

const COLLECTIVE = Uint8Array.from({ length: 32 }, (_, i) => i);

/** What one removal took, in milliseconds and bytes; times are of work alone, without writing or sending. */
export interface Removal {
  readonly made: number;
  readonly sealed: number;
  readonly opened: number;
  readonly wraps: number;
  readonly blob: number;
}

/** What `work` gives, and the milliseconds it took. */
export function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
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

/** A collective of three moderators past its first epoch announces the second, cosigned twice, without `count` members. All keys are new. */
export function remove(count: number): Removal {
  const removed = leaves(count);
  const bundle = Bundle.random(1);
  const secret = EpochSecret.random();
  const previous = { hash: new Uint8Array(32), secret: EpochSecret.random() };
  const devices = [SigningSeed.random(), SigningSeed.random()];
  const present = oneTimeKeys();
  const cosigners = oneTimeKeys().map(publicKey);
  const [shown, made] = timed(() => epochs.announce(bundle, secret, COLLECTIVE, { epoch: 2, removed, previous, desk: 1, cosigners }));
  const [blob, sealed] = timed(() => {
    const inner = epochs.makeInner({ charter: 1, deskKey: null, head: { seq: 1, hash: new Uint8Array(32) }, until: 1_800_000_000 });
    const approvals = devices.map((device, i) => new Approval(new Uint8Array(16).fill(i), 0, epochs.approve(device, shown, inner, COLLECTIVE)));
    const cosigns = present.slice(0, 2).map((seed, i): announced.Cosign => [i, announced.cosign(seed, shown, COLLECTIVE)]);
    return epochs.sealAnnouncement(shown, inner, approvals, secret, COLLECTIVE, cosigns);
  });
  announced.checkCosigned(present.map(publicKey), blob, COLLECTIVE); // outside the clock: what is reported is what the relay takes
  const path = keytree.pathKeys(bundle.tree, COLLECTIVE, 1, keytree.unusedLeaf(removed));
  const [split] = announced.splitAnnouncement(blob); // not measured: this process has seen its keys already, and remembers that they are good
  const [found, opened] = timed(() => epochs.openWrap(split, COLLECTIVE, path));
  if (!found.equals(secret)) throw new Error("it opened to another secret");
  return { made, sealed, opened, wraps: shown.wraps.length, blob: blob.length };
}
