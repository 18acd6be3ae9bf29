/** Covers: each remaining leaf once, no removed one ever (protocol §3.1, §3.2); and the tree's vectors. */

import { describe, expect, test } from "vitest";
import { FIRST_LEAF, TREE_DEPTH } from "../../src/crypto/announced";
import { digest } from "../../src/crypto/context";
import * as keytree from "../../src/crypto/keytree";
import { NodeKey, TreeSeed } from "../../src/crypto/secrets";
import { encode } from "../../src/crypto/wire";
import { type Random, trials } from "./trials";
import { b, each, hex, thrown, topic } from "./vectorsAtHand";

const TREE = topic("keytree") as {
  seed: string;
  collective: string;
  planting: number;
  depth: number;
  node_keys: { planting: number; node: number; key: string }[];
  paths: { leaf: number; nodes: number[] }[];
  path_keys: { leaf: number; encoded: string }[];
  covers: { name: string; removed: number[]; cover: number[] }[];
  large_covers: { name: string; removed: number[]; nodes: number; sha256: string }[];
  ranges: { name: string; from: number; to: number; but: number[]; cover: number[] }[];
  not_leaves: number[];
};
const SEED = new TreeSeed(b(TREE.seed));
const COLLECTIVE = b(TREE.collective);
const LAST_LEAF = 2 * FIRST_LEAF - 1;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

describe("vectors", () => {
  test("the depth", () => {
    expect(TREE.depth).toBe(TREE_DEPTH);
  });

  each("node keys", TREE.node_keys, (one) => {
    expect(hex(keytree.nodeKey(SEED, COLLECTIVE, one.planting, one.node).reveal())).toBe(one.key);
  });

  each("paths go from the leaf to the root", TREE.paths, (one) => {
    expect(keytree.path(one.leaf)).toEqual([...one.nodes]);
  });

  each("path keys", TREE.path_keys, (one) => {
    const keys = keytree.pathKeys(SEED, COLLECTIVE, TREE.planting, one.leaf);
    expect(hex(keytree.encodePathKeys(keys))).toBe(one.encoded);
    expect(shown(keytree.decodePathKeys(one.leaf, b(one.encoded)))).toEqual(shown(keys));
  });

  each("covers", TREE.covers, (one) => {
    expect(keytree.cover(one.removed)).toEqual([...one.cover]);
  });

  each("large covers", TREE.large_covers, (one) => {
    const nodes = keytree.cover(one.removed);
    expect(nodes.length).toBe(one.nodes);
    expect(hex(digest(encode(nodes)))).toBe(one.sha256);
  });

  each("covers when whole branches are removed", TREE.ranges, (one) => {
    const but = new Set([...one.but]);
    expect(keytree.cover(range(one.from, one.to).filter((leaf) => !but.has(leaf)))).toEqual([...one.cover]);
  });

  each("only leaves have paths and are removed", TREE.not_leaves, (node) => {
    expect(thrown(() => keytree.path(node)).name).toBe("BadInput");
    expect(thrown(() => keytree.cover([node])).name).toBe("BadInput");
  });
});

/** Scattered over the whole tree, or crowded into a corner of it, where branches empty and sisters meet. */
function someRemoved(random: Random): Set<number> {
  const high = random.one(LAST_LEAF, FIRST_LEAF + 40);
  return new Set(Array.from({ length: random.below(31) }, () => random.between(FIRST_LEAF, high)));
}

/** The first leaf under a node, and the one after the last. */
function span(node: number): [number, number] {
  const size = 1 << (TREE_DEPTH - Math.floor(Math.log2(node)));
  return [node * size, (node + 1) * size];
}

describe("covers", () => {
  test("hold each remaining leaf exactly once and no removed one", () => {
    trials(300, (random) => {
      const removed = someRemoved(random);
      const spans = keytree
        .cover(removed)
        .map(span)
        .sort((one, other) => one[0] - other[0]);
      // Disjoint, so none twice; and as many leaves as remain, so with the next line each remaining one.
      expect(spans.every(([start], i) => i === 0 || (spans[i - 1]?.[1] ?? 0) <= start)).toBe(true);
      expect(spans.reduce((sum, [start, end]) => sum + end - start, 0)).toBe(FIRST_LEAF - removed.size);
      expect(spans.some(([start, end]) => [...removed].some((leaf) => start <= leaf && leaf < end))).toBe(false);
    });
  });

  test("are ascending and have no two nodes that one could replace", () => {
    trials(300, (random) => {
      const nodes = keytree.cover(someRemoved(random));
      expect(nodes).toEqual([...new Set(nodes)].sort((one, other) => one - other));
      expect(nodes.some((node) => nodes.includes(node ^ 1))).toBe(false);
    });
  });

  test("are those of the specification's formula", () => {
    trials(300, (random) => {
      const removed = someRemoved(random);
      const marked = new Set([...removed].flatMap((leaf) => keytree.path(leaf)));
      const children = [...marked].filter((node) => node < FIRST_LEAF).flatMap((node) => [2 * node, 2 * node + 1]);
      const formula = children.filter((child) => !marked.has(child)).sort((one, other) => one - other);
      expect(keytree.cover(removed)).toEqual(removed.size === 0 ? [1] : formula);
    });
  });

  test("are met by a path once or, if it is a removed leaf's, never", () => {
    trials(300, (random) => {
      const removed = someRemoved(random);
      const leaf = random.one(random.between(FIRST_LEAF, LAST_LEAF), random.between(FIRST_LEAF, FIRST_LEAF + 40));
      for (const each of [leaf, ...removed]) {
        const nodes = new Set(keytree.cover(removed));
        expect(keytree.path(each).filter((node) => nodes.has(node)).length).toBe(removed.has(each) ? 0 : 1);
      }
    });
  });

  test("do not depend on the order or on repetition", () => {
    trials(100, (random) => {
      const removed = [...someRemoved(random)];
      expect(keytree.cover([...removed, ...removed].reverse())).toEqual(keytree.cover(removed));
    });
  });

  test("are empty when everybody is removed, and her leaf when one remains", () => {
    const all = range(FIRST_LEAF, 2 * FIRST_LEAF);
    expect(keytree.cover(all)).toEqual([]);
    expect(keytree.cover(all.filter((leaf) => leaf !== FIRST_LEAF + 77))).toEqual([FIRST_LEAF + 77]);
  });

  test("are of leaves alone: nothing else is walked up for ever", () => {
    for (const node of [0, 1, 3, FIRST_LEAF - 1, 2 * FIRST_LEAF, -1, FIRST_LEAF + 0.5, NaN, Infinity]) {
      for (const removed of [[node], [FIRST_LEAF, node]]) expect(thrown(() => keytree.cover(removed)).name).toBe("BadInput");
    }
  });
});

/** Keys by node, in their order, as text. */
function shown(keys: keytree.NodeKeys): [number, string][] {
  return Array.from(keys, ([node, key]) => [node, hex(key.reveal())]);
}

describe("keys", () => {
  test("of nodes are all different", () => {
    const keys = [SEED, new TreeSeed(new Uint8Array(32))].flatMap((seed) =>
      [COLLECTIVE, new Uint8Array(32)].flatMap((collective) =>
        [1, 2].flatMap((planting) =>
          [1, 2, 3, FIRST_LEAF].map((node) => hex(keytree.nodeKey(seed, collective, planting, node).reveal())),
        ),
      ),
    );
    expect(new Set(keys).size).toBe(32);
  });

  test("of a path come back from their 672 bytes", () => {
    trials(20, (random) => {
      const leaf = random.between(FIRST_LEAF, LAST_LEAF);
      const keys = keytree.pathKeys(SEED, COLLECTIVE, 1, leaf);
      const encoded = keytree.encodePathKeys(keys);
      expect([encoded.length, ...keys.keys()]).toEqual([672, ...keytree.path(leaf)]);
      expect(shown(keytree.decodePathKeys(leaf, encoded))).toEqual(shown(keys));
      expect([...keys.values()].every((key) => key instanceof NodeKey)).toBe(true);
    });
  });

  test("of a path of another length are refused", () => {
    for (const length of [0, 1, 640, 671, 673, 704]) {
      expect(thrown(() => keytree.decodePathKeys(FIRST_LEAF, new Uint8Array(length))).name).toBe("WrongLength");
    }
  });
});

describe("an unused leaf", () => {
  test("is one that is not used", () => {
    const used = new Set(range(FIRST_LEAF, 2 * FIRST_LEAF).filter((leaf) => leaf % 2 === 0));
    const found = Array.from({ length: 4 }, () => keytree.unusedLeaf(used));
    expect(found.every((leaf) => FIRST_LEAF <= leaf && leaf <= LAST_LEAF && !used.has(leaf))).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(1);
  });

  test("is not there when all leaves are used", () => {
    expect(thrown(() => keytree.unusedLeaf(range(FIRST_LEAF, 2 * FIRST_LEAF))).name).toBe("NotAllowed");
  });
});
