/**
 * The tree that members' keys come from, and the covers that leave removed members out (protocol §3.1, §3.2).
 *
 * Complete-subtree broadcast encryption: Naor, Naor, Lotspiech, "Revocation and Tracing Schemes for Stateless Receivers",
 * CRYPTO 2001, §3.1. Nodes are heap-numbered from the root, 1.
 */

import { FIRST_LEAF, isLeaf, TREE_DEPTH } from "./announced";
import { concat } from "./bytes";
import { derive, Purpose } from "./context";
import { BadInput, NotAllowed, WrongLength } from "./errors";
import { NodeKey, randomBytes, type TreeSeed } from "./secrets";

export const PATH_LENGTH = TREE_DEPTH + 1;
export const PATH_KEYS_SIZE = PATH_LENGTH * NodeKey.size;

/** Keys by the number of their node. A member's stand in the order from her leaf to the root. */
export type NodeKeys = ReadonlyMap<number, NodeKey>;

/** The key of one node. */
export function nodeKey(seed: TreeSeed, collective: Uint8Array, planting: number, node: number): NodeKey {
  return derive(NodeKey, seed, Purpose.NODE, collective, planting, node);
}

/**
 * The 21 nodes from `leaf` up to the root.
 *
 * @throws {@link BadInput} not a leaf.
 */
export function path(leaf: number): number[] {
  if (!isLeaf(leaf)) throw new BadInput("not a leaf of the tree");
  return Array.from({ length: PATH_LENGTH }, (_, level) => leaf >> level);
}

/** The keys a member holds, from her leaf to the root, in that order. */
export function pathKeys(seed: TreeSeed, collective: Uint8Array, planting: number, leaf: number): NodeKeys {
  return new Map(path(leaf).map((node) => [node, nodeKey(seed, collective, planting, node)]));
}

/** 672 bytes, leaf first. */
export function encodePathKeys(keys: NodeKeys): Uint8Array {
  return concat(...Array.from(keys.values(), (key) => key.reveal()));
}

/**
 * The keys of `leaf` from their 672 bytes.
 *
 * @throws {@link WrongLength} there are not 672.
 */
export function decodePathKeys(leaf: number, encoded: Uint8Array): NodeKeys {
  if (encoded.length !== PATH_KEYS_SIZE) throw new WrongLength(`path keys have ${PATH_KEYS_SIZE} bytes`);
  return new Map(path(leaf).map((node, i) => [node, new NodeKey(encoded.slice(32 * i, 32 * i + 32))]));
}

/**
 * The roots of the maximal subtrees without a removed leaf, ascending; `[1]` if none is removed, empty if all are.
 *
 * Always computed, never received: a sent cover could leave honest members out.
 *
 * @throws {@link BadInput} one of `removed` is not a leaf.
 */
export function cover(removed: Iterable<number>): number[] {
  let marked = new Set(removed); // removed leaves, and with each round their ancestors, a level at a time
  for (const leaf of marked) if (!isLeaf(leaf)) throw new BadInput("not a leaf of the tree");
  if (marked.size === 0) return [1];
  const found: number[] = [];
  while (!marked.has(1)) {
    const parents = new Set<number>();
    for (const node of marked) {
      if (!marked.has(node ^ 1)) found.push(node ^ 1);
      parents.add(node >> 1);
    }
    marked = parents;
  }
  return found.sort((a, b) => a - b);
}

/**
 * A random leaf that is not in `used`: numbers in order would show in what order members came.
 *
 * @throws {@link NotAllowed} every leaf has been used.
 */
export function unusedLeaf(used: Iterable<number>): number {
  const taken = new Set(used);
  if (taken.size >= FIRST_LEAF) throw new NotAllowed("this collective has used all its places; it has to found itself anew");
  for (;;) {
    // 2^20 divides 2^24, so the low bits of three random bytes are even over all leaves.
    const [a = 0, b = 0, c = 0] = randomBytes(3);
    const leaf = FIRST_LEAF + (((a << 16) | (b << 8) | c) & (FIRST_LEAF - 1));
    if (!taken.has(leaf)) return leaf;
  }
}
