"""Epochs: who can open one, that moderators who race give nothing away, and the way back (protocol §3.3 to §3.5); who cosigned the next (§4.3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto import announced, epochs, keytree, signing, wire
from crypto.announced import FIRST_LEAF, WRAP_SIZE, Public
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.context import Purpose, context, derive
from crypto.device import Device, cosigner
from crypto.errors import BadSignature, BelowQuorum, CannotOpen, NotAddressed, NotAllowed, WrongCommitment, WrongCover, WrongShape
from crypto.sealing import kem_public_key, seal_once
from crypto.secrets import AeadKey, BoxSecret, EpochSecret, GateSeed, KemSeed, NotesKey, SigningSeed, TreeSeed

COLLECTIVE = b"\x07" * 32
BUNDLE = Bundle(1, TreeSeed(b"\x01" * 32), GateSeed(b"\x02" * 32), NotesKey(b"\x03" * 32))
DEVICE = SigningSeed(b"\x04" * 32)

LEAVES = st.integers(FIRST_LEAF, 2 * FIRST_LEAF - 1)
SECRETS = st.binary(min_size=32, max_size=32).map(EpochSecret)
REMOVED = st.sets(LEAVES, max_size=6) | st.sets(st.integers(FIRST_LEAF, FIRST_LEAF + 12), max_size=12)


def announce(
    secret: EpochSecret, removed: tuple[int, ...] = (), *, epoch: int = 1, previous: epochs.Previous | None = None, desk: int = 1,
    cosigners: tuple[bytes, ...] = (),
) -> Public:  # fmt: skip
    return epochs.announce(BUNDLE, secret, COLLECTIVE, epoch=epoch, removed=removed, previous=previous, desk=desk, cosigners=cosigners)


def cosigning(count: int, index: int = 0) -> tuple[list[SigningSeed], tuple[bytes, ...]]:
    """The one-time keys of so many moderators in the order in which they are listed, and their public halves."""
    moderators = [Device(SigningSeed(bytes([1, n]) * 16), KemSeed(bytes(32)), BoxSecret(bytes(32))) for n in range(count)]
    seeds = sorted((cosigner(moderator, COLLECTIVE, index) for moderator in moderators), key=signing.public_key)
    return seeds, tuple(map(signing.public_key, seeds))


def open_as(leaf: int, public: Public) -> EpochSecret:
    return epochs.open_wrap(public, COLLECTIVE, keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, leaf))


def changed(public: Public, **fields: Any) -> Public:
    return announced.parse_public(wire.encode(wire.decode(public.encoded) | fields))


@given(REMOVED, LEAVES, SECRETS)
@settings(max_examples=60, deadline=None)
def test_every_remaining_leaf_opens_an_announcement_and_a_removed_one_never(removed: set[int], leaf: int, secret: EpochSecret) -> None:
    public = announce(secret, tuple(sorted(removed)))
    for out in removed:
        with pytest.raises(NotAddressed):
            open_as(out, public)
    if leaf not in removed:
        assert open_as(leaf, public) == secret


def test_no_key_of_a_removed_leaf_opens_any_wrap_whatever_node_it_is_used_for() -> None:
    out = FIRST_LEAF + 5
    public = announce(EpochSecret(b"\x09" * 32), (out,))
    for key in keytree.path_keys(BUNDLE.tree, COLLECTIVE, 1, out).values():
        for node in keytree.cover((out,)):
            with pytest.raises(CannotOpen):
                epochs.open_wrap(public, COLLECTIVE, {node: key})


@given(SECRETS, SECRETS, st.integers(1, 50))
@settings(max_examples=30, deadline=None)
def test_racing_announcements_of_one_number_never_share_a_wrap_key(one: EpochSecret, other: EpochSecret, epoch: int) -> None:
    if one == other:
        return
    removed = (FIRST_LEAF,)
    first, second = announce(one, removed, epoch=epoch), announce(other, removed, epoch=epoch)
    difference = bytes(a ^ b for a, b in zip(one.reveal(), other.reveal(), strict=True))
    for index, node in enumerate(keytree.cover(removed)):
        key = keytree.node_key(BUNDLE.tree, COLLECTIVE, 1, node)
        keys = [derive(AeadKey, key, Purpose.WRAP, COLLECTIVE, 1, epoch, node, public.commitment) for public in (first, second)]
        assert keys[0] != keys[1]
        # With one key and one nonce, the ciphertexts would differ exactly where the secrets do.
        wraps = [public.wraps[index * WRAP_SIZE : index * WRAP_SIZE + 32] for public in (first, second)]
        assert bytes(a ^ b for a, b in zip(*wraps, strict=True)) != difference


def test_the_check_above_would_see_a_shared_key() -> None:
    key = AeadKey(bytes(32))
    one, other = seal_once(key, b"one", b"\x01" * 32)[:32], seal_once(key, b"other", b"\x02" * 32)[:32]
    assert bytes(a ^ b for a, b in zip(one, other, strict=True)) == b"\x03" * 32


def test_no_two_wraps_of_an_announcement_are_alike() -> None:
    public = announce(EpochSecret(bytes(32)), (FIRST_LEAF, FIRST_LEAF + 77_777))
    wraps = [public.wraps[at : at + WRAP_SIZE] for at in range(0, len(public.wraps), WRAP_SIZE)]
    assert len(set(wraps)) == len(wraps) == len(keytree.cover(public.removed))


def test_moderators_make_the_same_bytes_again() -> None:
    previous = epochs.Previous(b"\x05" * 32, EpochSecret(b"\x06" * 32))
    secret = EpochSecret(b"\x08" * 32)
    assert announce(secret, (FIRST_LEAF,), epoch=2, previous=previous) == announce(secret, (FIRST_LEAF,), epoch=2, previous=previous)


def test_any_other_argument_gives_other_bytes() -> None:
    secret = EpochSecret(b"\x08" * 32)
    base = announce(secret, (FIRST_LEAF,), epoch=2)
    others = [
        announce(EpochSecret(b"\x0a" * 32), (FIRST_LEAF,), epoch=2),
        announce(secret, (FIRST_LEAF + 1,), epoch=2),
        announce(secret, (FIRST_LEAF,), epoch=3),
        announce(secret, (FIRST_LEAF,), epoch=2, desk=2),
        announce(secret, (FIRST_LEAF,), epoch=2, cosigners=cosigning(1)[1]),
        epochs.announce(BUNDLE, secret, bytes(32), epoch=2, removed=(FIRST_LEAF,), previous=None, desk=1),
        announce(secret, (FIRST_LEAF,), epoch=2, previous=epochs.Previous(bytes(32), secret)),
    ]
    assert base.encoded not in [other.encoded for other in others]


def test_a_secret_that_was_not_committed_to_is_refused() -> None:
    public = announce(EpochSecret(b"\x08" * 32))
    place = (COLLECTIVE, 1, 1, 1, public.commitment)
    key = derive(AeadKey, keytree.node_key(BUNDLE.tree, COLLECTIVE, 1, 1), Purpose.WRAP, *place)
    false_wrap = seal_once(key, context(Purpose.WRAP, *place), b"\x0b" * 32)
    with pytest.raises(WrongCommitment):
        open_as(FIRST_LEAF, changed(public, wraps=false_wrap))


def test_one_wrap_too_few_or_too_many_is_refused() -> None:
    public = announce(EpochSecret(b"\x08" * 32), (FIRST_LEAF,))
    for wraps in (public.wraps[:-WRAP_SIZE], public.wraps + bytes(WRAP_SIZE), public.wraps[:WRAP_SIZE]):
        with pytest.raises(WrongCover):
            open_as(FIRST_LEAF + 9, changed(public, wraps=wraps))


def test_a_cover_that_leaves_out_an_honest_member_is_refused() -> None:
    # A rogue who drops a leaf from `removed`, or adds one, changes the computed cover and with it the number of wraps.
    public = announce(EpochSecret(b"\x08" * 32), (FIRST_LEAF,))
    with pytest.raises(WrongCover):
        open_as(FIRST_LEAF + 9, changed(public, removed=[]))
    with pytest.raises(WrongCover):
        open_as(FIRST_LEAF + 9, changed(public, removed=[FIRST_LEAF, FIRST_LEAF + 1000]))


def test_a_moderators_keys_of_another_planting_open_nothing() -> None:
    public = announce(EpochSecret(b"\x08" * 32))
    with pytest.raises(NotAddressed):
        epochs.open_wrap_as_moderator(public, COLLECTIVE, Bundle(2, BUNDLE.tree, BUNDLE.gate, BUNDLE.notes))


def test_an_announcement_that_leaves_nobody_in_is_not_made() -> None:
    with pytest.raises(NotAllowed):
        announce(EpochSecret(bytes(32)), tuple(range(FIRST_LEAF, 2 * FIRST_LEAF)))


def test_removed_leaves_out_of_order_are_not_announced() -> None:
    with pytest.raises(WrongShape):
        announce(EpochSecret(bytes(32)), (FIRST_LEAF + 9, FIRST_LEAF))


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=8, unique=True))
@settings(max_examples=20, deadline=None)
def test_whoever_holds_the_newest_secret_walks_back_to_the_first(values: list[bytes]) -> None:
    chain: list[tuple[Public, epochs.Previous]] = []
    for epoch, value in enumerate(values, start=1):
        public = announce(EpochSecret(value), epoch=epoch, previous=chain[-1][1] if chain else None)
        chain.append((public, epochs.Previous(bytes([epoch]) * 32, EpochSecret(value))))
    secret = chain[-1][1].secret
    for index in range(len(chain) - 1, -1, -1):
        found = epochs.walk_back(chain[index][0], secret, COLLECTIVE)
        if index == 0:
            assert found is None
        else:
            assert found == chain[index - 1][1]
            secret = found.secret


def test_an_approval_is_for_all_of_an_announcement() -> None:
    secret = EpochSecret(b"\x08" * 32)
    public, key = announce(secret), signing.public_key(DEVICE)
    inner = epochs.make_inner(charter=1, desk_key=None, head=(3, bytes(32)), until=1_800_000_000)
    signature = epochs.approve(DEVICE, public, inner, COLLECTIVE)
    epochs.check_approval(key, signature, public, inner, COLLECTIVE)
    later = epochs.make_inner(charter=1, desk_key=None, head=(3, bytes(32)), until=1_800_000_001)
    for other in [(changed(public, desk=2), inner, COLLECTIVE), (public, later, COLLECTIVE), (public, inner, bytes(32))]:
        with pytest.raises(BadSignature):
            epochs.check_approval(key, signature, *other)


def test_what_members_see_of_an_announcement_stands_under_its_secret() -> None:
    secret = EpochSecret(b"\x08" * 32)
    public = announce(secret)
    inner = epochs.make_inner(charter=1, desk_key=kem_public_key(KemSeed(bytes(32))), head=None, until=1_800_000_000)
    approvals = [Approval(bytes([person]) * 16, 0, epochs.approve(DEVICE, public, inner, COLLECTIVE)) for person in range(64)]
    blob = epochs.seal_announcement(public, inner, approvals, secret, COLLECTIVE)
    assert epochs.open_announcement(*announced.split_announcement(blob), secret, COLLECTIVE) == (inner, approvals)
    with pytest.raises(CannotOpen):
        epochs.open_announcement(*announced.split_announcement(blob), EpochSecret(bytes(32)), COLLECTIVE)


@pytest.mark.parametrize(
    "inner",
    [{}, {"charter": 1, "desk_key": bytes(1215), "head": None, "until": 1}, {"charter": 1, "desk_key": None, "head": {"seq": 1}, "until": 1},
     {"charter": 1, "desk_key": None, "head": {}, "until": 1}, {"charter": 1, "desk_key": None, "head": {"seq": 1, "hash": bytes(31)}, "until": 1},
     {"charter": 1, "desk_key": None, "head": None, "until": "1"}, {"charter": 1, "desk_key": None, "head": None, "until": 1, "more": 1}],
)  # fmt: skip
def test_an_inner_part_of_another_shape_is_refused(inner: dict[str, Any]) -> None:
    with pytest.raises(WrongShape):
        epochs.parse_inner(wire.encode(inner))


def test_no_approvals_too_many_or_of_another_shape_are_refused() -> None:
    secret, place = EpochSecret(b"\x08" * 32), announce(EpochSecret(b"\x08" * 32))
    inner = epochs.make_inner(charter=1, desk_key=None, head=None, until=1)
    good = Approval(bytes(16), 0, bytes(64))
    for approvals in ([], [good] * 65, [Approval(bytes(15), 0, bytes(64))], [Approval(bytes(16), 0, bytes(63))]):
        blob = epochs.seal_announcement(place, inner, approvals, secret, COLLECTIVE)
        with pytest.raises(WrongShape):
            epochs.open_announcement(*announced.split_announcement(blob), secret, COLLECTIVE)


# ---- cosigning (protocol §4.3) ------------------------------------------------------------------------------------


@given(st.integers(0, 5), st.lists(st.integers(0, 4), max_size=6), SECRETS)
@settings(max_examples=60, deadline=None)
def test_an_announcement_passes_with_two_different_cosigners_or_one_where_there_are_but_two(
    count: int, signing_ones: list[int], secret: EpochSecret
) -> None:
    seeds, keys = cosigning(count)
    public = announce(secret, epoch=2)
    indices = [index for index in signing_ones if index < count]
    cosigns = [(index, announced.cosign(seeds[index], public, COLLECTIVE)) for index in indices]
    blob = announced.join_announcement(public, b"sealed", cosigns)
    needed = (0, 1, 1, 2, 2, 2)[count]
    if len(set(indices)) >= needed:
        announced.check_cosigned(keys, blob, COLLECTIVE)
    else:
        with pytest.raises(BelowQuorum):
            announced.check_cosigned(keys, blob, COLLECTIVE)


def test_a_cosignature_is_for_one_public_part_in_one_collective_by_one_key() -> None:
    seeds, keys = cosigning(3)
    public = announce(EpochSecret(b"\x08" * 32), epoch=2, cosigners=cosigning(3, 1)[1])
    signature = announced.cosign(seeds[0], public, COLLECTIVE)
    announced.check_cosign(keys[0], signature, public, COLLECTIVE)
    without = announce(EpochSecret(b"\x08" * 32), epoch=2, cosigners=cosigning(2, 1)[1])
    for key, shown, collective in [
        (keys[1], public, COLLECTIVE), (keys[0], changed(public, desk=2), COLLECTIVE), (keys[0], without, COLLECTIVE), (keys[0], public, bytes(32)),
    ]:  # fmt: skip
        with pytest.raises(BadSignature):
            announced.check_cosign(key, signature, shown, collective)


def test_an_approval_is_no_cosignature_even_by_the_same_key() -> None:
    seeds, keys = cosigning(1)
    public = announce(EpochSecret(b"\x08" * 32), epoch=2)
    inner = epochs.make_inner(charter=1, desk_key=None, head=(3, bytes(32)), until=1_800_000_000)
    with pytest.raises(BadSignature):
        announced.check_cosign(keys[0], epochs.approve(seeds[0], public, inner, COLLECTIVE), public, COLLECTIVE)


def test_enough_cosignatures_do_not_make_up_for_one_that_does_not_hold() -> None:
    """Otherwise the relay would keep, for good, bytes of which nobody knows what they are."""
    seeds, keys = cosigning(4)
    public = announce(EpochSecret(b"\x08" * 32), epoch=2)
    good = [(index, announced.cosign(seed, public, COLLECTIVE)) for index, seed in enumerate(seeds[:2])]
    for bad in [(2, bytes(64)), (2, good[1][1]), (4, good[1][1]), (2**53 - 1, good[1][1])]:
        with pytest.raises(BadSignature):
            announced.check_cosigned(keys, announced.join_announcement(public, b"sealed", [*good, bad]), COLLECTIVE)


def test_one_time_keys_of_a_device_a_collective_and_an_index_have_nothing_in_common() -> None:
    devices = [Device(SigningSeed(bytes([n]) * 32), KemSeed(bytes(32)), BoxSecret(bytes(32))) for n in (1, 2)]
    keys = {signing.public_key(cosigner(d, c, i)) for d in devices for c in (COLLECTIVE, bytes(32)) for i in range(8)}
    assert len(keys) == 32 and not keys & {d.signing_key for d in devices}


def test_cosigners_out_of_order_repeated_or_too_many_are_not_announced() -> None:
    _, keys = cosigning(65)
    assert announce(EpochSecret(bytes(32)), cosigners=keys[:64]).cosigners == keys[:64]
    for bad in (keys, keys[:2][::-1], (keys[0], keys[0]), (bytes(32),), (b"",)):
        with pytest.raises(WrongShape):
            announce(EpochSecret(bytes(32)), cosigners=bad)


def test_cosigns_travel_in_order_and_beside_what_they_sign() -> None:
    seeds, keys = cosigning(3)
    secret = EpochSecret(b"\x08" * 32)
    public = announce(secret, epoch=2, cosigners=cosigning(3, 1)[1])
    inner = epochs.make_inner(charter=1, desk_key=None, head=(3, bytes(32)), until=1_800_000_000)
    approvals = [Approval(bytes(16), 0, epochs.approve(DEVICE, public, inner, COLLECTIVE))]
    cosigns = [(index, announced.cosign(seeds[index], public, COLLECTIVE)) for index in (2, 0)]
    blob = epochs.seal_announcement(public, inner, approvals, secret, COLLECTIVE, cosigns)
    assert wire.decode(blob)["cosigns"] == [list(cosigns[1]), list(cosigns[0])]
    announced.check_cosigned(keys, blob, COLLECTIVE)
    assert epochs.open_announcement(*announced.split_announcement(blob), secret, COLLECTIVE) == (inner, approvals)
