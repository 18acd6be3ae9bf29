"""Covers: each remaining leaf once, no removed one ever (protocol §3.1, §3.2)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto import keytree
from crypto.announced import FIRST_LEAF, TREE_DEPTH
from crypto.errors import BadInput, NotAllowed, WrongLength
from crypto.secrets import NodeKey, TreeSeed

LEAVES = st.integers(FIRST_LEAF, 2 * FIRST_LEAF - 1)
#: Scattered over the whole tree, and crowded into a corner of it, where branches empty and sisters meet.
REMOVED = st.sets(LEAVES, max_size=30) | st.sets(st.integers(FIRST_LEAF, FIRST_LEAF + 40), max_size=41)

SEED, COLLECTIVE = TreeSeed(bytes(range(32))), bytes(32)


def size(node: int) -> int:
    """How many leaves stand under a node."""
    return 1 << TREE_DEPTH - (node.bit_length() - 1)


def span(node: int) -> tuple[int, int]:
    """The first leaf under a node, and the one after the last."""
    first = node * size(node)
    return first, first + size(node)


@given(REMOVED)
def test_a_cover_holds_each_remaining_leaf_exactly_once_and_no_removed_one(removed: set[int]) -> None:
    spans = sorted(span(node) for node in keytree.cover(removed))
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))  # disjoint: none twice
    assert sum(end - start for start, end in spans) == FIRST_LEAF - len(removed)  # so with the next line: each remaining one
    assert not any(start <= leaf < end for leaf in removed for start, end in spans)


@given(REMOVED)
def test_a_cover_is_ascending_and_has_no_two_nodes_that_one_could_replace(removed: set[int]) -> None:
    nodes = keytree.cover(removed)
    assert nodes == sorted(set(nodes))
    assert not any(node ^ 1 in set(nodes) for node in nodes)


@given(REMOVED)
def test_a_cover_is_the_one_of_the_specifications_formula(removed: set[int]) -> None:
    marked = {leaf >> level for leaf in removed for level in range(TREE_DEPTH + 1)}
    children = {child for node in marked if node < FIRST_LEAF for child in (2 * node, 2 * node + 1)}
    assert keytree.cover(removed) == (sorted(children - marked) if removed else [1])


@given(REMOVED, LEAVES)
def test_a_path_meets_the_cover_once_or_if_removed_never(removed: set[int], leaf: int) -> None:
    met = set(keytree.path(leaf)) & set(keytree.cover(removed))
    assert len(met) == (0 if leaf in removed else 1)


@given(st.sets(LEAVES, min_size=1, max_size=200))
@settings(max_examples=30)
def test_a_cover_is_no_larger_than_the_published_bound(removed: set[int]) -> None:
    # Naor, Naor, Lotspiech: r · log2(N/r); for sums of depths below, r · depth is the plain bound.
    assert len(keytree.cover(removed)) <= len(removed) * TREE_DEPTH


@given(st.lists(LEAVES, max_size=20))
def test_a_cover_does_not_depend_on_the_order_or_on_repetition(removed: list[int]) -> None:
    assert keytree.cover(removed) == keytree.cover(reversed(removed + removed)) == keytree.cover(set(removed))


def test_when_everybody_is_removed_the_cover_is_empty() -> None:
    assert keytree.cover(range(FIRST_LEAF, 2 * FIRST_LEAF)) == []


def test_when_one_remains_the_cover_is_her_leaf() -> None:
    assert keytree.cover(set(range(FIRST_LEAF, 2 * FIRST_LEAF)) - {FIRST_LEAF + 77}) == [FIRST_LEAF + 77]


@pytest.mark.parametrize("node", [0, 1, 3, FIRST_LEAF - 1, 2 * FIRST_LEAF, -1])
def test_what_is_no_leaf_is_refused_and_not_walked_up_for_ever(node: int) -> None:
    for removed in ([node], [FIRST_LEAF, node]):
        with pytest.raises(BadInput):
            keytree.cover(removed)


def test_node_keys_are_all_different() -> None:
    keys = {
        keytree.node_key(seed, collective, planting, node).reveal()
        for seed in (SEED, TreeSeed(bytes(32)))
        for collective in (COLLECTIVE, b"\x01" * 32)
        for planting in (1, 2)
        for node in (1, 2, 3, FIRST_LEAF)
    }
    assert len(keys) == 32


@given(LEAVES)
@settings(max_examples=20)
def test_path_keys_come_back_from_their_672_bytes(leaf: int) -> None:
    keys = keytree.path_keys(SEED, COLLECTIVE, 1, leaf)
    encoded = keytree.encode_path_keys(keys)
    assert (len(encoded), list(keys)[0], list(keys)[-1]) == (672, leaf, 1)
    assert keytree.decode_path_keys(leaf, encoded) == keys
    assert all(type(key) is NodeKey for key in keys.values())


@pytest.mark.parametrize("length", [0, 1, 640, 671, 673, 704])
def test_path_keys_of_another_length_are_refused(length: int) -> None:
    with pytest.raises(WrongLength):
        keytree.decode_path_keys(FIRST_LEAF, bytes(length))


def test_an_unused_leaf_is_one_that_is_not_used() -> None:
    used = set(range(FIRST_LEAF, 2 * FIRST_LEAF, 2))
    found = {keytree.unused_leaf(used) for _ in range(20)}
    assert all(FIRST_LEAF <= leaf < 2 * FIRST_LEAF and leaf not in used for leaf in found)
    assert len(found) > 1


def test_when_all_leaves_are_used_there_is_none() -> None:
    with pytest.raises(NotAllowed):
        keytree.unused_leaf(range(FIRST_LEAF, 2 * FIRST_LEAF))
