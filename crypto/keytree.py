"""The tree that members' keys come from, and the covers that leave removed members out (protocol §3.1, §3.2).

Complete-subtree broadcast encryption: Naor, Naor, Lotspiech, "Revocation and Tracing Schemes for Stateless Receivers",
CRYPTO 2001, §3.1. Nodes are heap-numbered from the root, 1.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Final

from .announced import FIRST_LEAF, TREE_DEPTH, is_leaf
from .context import Purpose, derive
from .errors import BadInput, NotAllowed, WrongLength
from .secrets import NodeKey, TreeSeed

PATH_LENGTH: Final = TREE_DEPTH + 1
PATH_KEYS_SIZE: Final = PATH_LENGTH * NodeKey.size


def node_key(seed: TreeSeed, collective: bytes, planting: int, node: int) -> NodeKey:
    """The key of one node."""
    return derive(NodeKey, seed, Purpose.NODE, collective, planting, node)


def path(leaf: int) -> list[int]:
    """The 21 nodes from ``leaf`` up to the root.

    Raises:
        BadInput: not a leaf.
    """
    if not is_leaf(leaf):
        raise BadInput("not a leaf of the tree")
    return [leaf >> level for level in range(PATH_LENGTH)]


def path_keys(seed: TreeSeed, collective: bytes, planting: int, leaf: int) -> dict[int, NodeKey]:
    """The keys a member holds, from her leaf to the root, in that order."""
    return {node: node_key(seed, collective, planting, node) for node in path(leaf)}


def encode_path_keys(keys: dict[int, NodeKey]) -> bytes:
    """672 bytes, leaf first."""
    return b"".join(key.reveal() for key in keys.values())


def decode_path_keys(leaf: int, encoded: bytes) -> dict[int, NodeKey]:
    """The keys of ``leaf`` from their 672 bytes.

    Raises:
        WrongLength: there are not 672.
    """
    if len(encoded) != PATH_KEYS_SIZE:
        raise WrongLength(f"path keys have {PATH_KEYS_SIZE} bytes")
    return {node: NodeKey(encoded[32 * i : 32 * i + 32]) for i, node in enumerate(path(leaf))}


def cover(removed: Iterable[int]) -> list[int]:
    """The roots of the maximal subtrees without a removed leaf, ascending; ``[1]`` if none is removed, empty if all are.

    Always computed, never received: a sent cover could leave honest members out.

    Raises:
        BadInput: one of ``removed`` is not a leaf.
    """
    marked = set(removed)  # removed leaves, and with each round their ancestors, a level at a time
    if not all(map(is_leaf, marked)):
        raise BadInput("not a leaf of the tree")
    if not marked:
        return [1]
    found: list[int] = []
    while marked != {1}:
        found += [node ^ 1 for node in marked if node ^ 1 not in marked]
        marked = {node >> 1 for node in marked}
    return sorted(found)


def unused_leaf(used: Iterable[int]) -> int:
    """A random leaf that is not in ``used``: numbers in order would show in what order members came.

    Raises:
        NotAllowed: every leaf has been used.
    """
    taken = set(used)
    if len(taken) >= FIRST_LEAF:
        raise NotAllowed("this collective has used all its places; it has to found itself anew")
    while (leaf := FIRST_LEAF + secrets.randbelow(FIRST_LEAF)) in taken:
        pass
    return leaf
