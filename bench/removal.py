"""What it costs to remove members of a tree of 2^20 leaves: `python -m bench.removal`.

Beside it, in the same run, the plain way: the new secret sealed to every remaining member by X-Wing, for 10,000 members.
Nothing is extrapolated: the yardstick is for 10,000, the tree is for all its 1,048,576 leaves whoever stands on them.

A collective lists its moderators' one-time keys and two of the last ones cosign (protocol §4.3). So the first removal is measured
twice: as three moderators send it, and with no cosigner listed and none signed, which is what the tree costs by itself.

Every run makes its keys, removed leaves and secrets anew. Times are of the calling thread's work, without writing or sending.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bench._report import report
from crypto import announced, chain, epochs, gates, keytree, wire
from crypto.approvals import Approval
from crypto.bundle import Bundle
from crypto.sealing import kem_public_key, seal_to
from crypto.secrets import EpochSecret, KemSeed, SigningSeed
from crypto.signing import public_key

RUNS = 5
MEMBERS = 10_000
MANY = 1_000
INFO = b"yardstick"
COLLECTIVE = bytes(range(32))
#: What is measured: how many are removed, how many cosigners are listed and were listed before, and what it is called.
CASES = {
    "cosigned": (1, 3, "first removal, three moderators, two cosigned"),
    "plain": (1, 0, "first removal, no cosigners listed"),
    "many": (MANY, 3, f"{MANY} removed, three moderators, two cosigned"),
}
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` gives, and the milliseconds it took."""
    started = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - started) * 1000


def leaves(count: int) -> tuple[int, ...]:
    """Random different leaves, ascending: members stand at random places."""
    return tuple(sorted(random.sample(range(announced.FIRST_LEAF, 2 * announced.FIRST_LEAF), count)))


class Collective:
    """Founded and past its first epoch, about to announce the second, which so many cosigners may sign and again as many stand in."""

    def __init__(self, cosigners: int) -> None:
        self.bundle = Bundle.random(1)
        self.moderators = [SigningSeed.random(), SigningSeed.random()]
        self.previous = epochs.Previous(bytes(32), EpochSecret.random())
        self.present = sorted((SigningSeed.random() for _ in range(cosigners)), key=public_key)
        self.next = tuple(sorted(public_key(SigningSeed.random()) for _ in range(cosigners)))

    def announce(self, removed: tuple[int, ...]) -> announced.Public:
        """The public part, from secrets alone."""
        return self._announce(EpochSecret.random(), removed)

    def _announce(self, secret: EpochSecret, removed: tuple[int, ...]) -> announced.Public:
        return epochs.announce(
            self.bundle, secret, COLLECTIVE, epoch=2, removed=removed, previous=self.previous, desk=1, cosigners=self.next
        )

    def entry(self, removed: tuple[int, ...]) -> chain.Entry:
        """Everything up to the entry as it is sent: two approvals and the cosignatures it needs, the seal, the gate's signature."""
        secret = EpochSecret.random()
        public = self._announce(secret, removed)
        inner = epochs.make_inner(charter=1, desk_key=None, head=(1, bytes(32)), until=1_800_000_000)
        approvals = [
            Approval(bytes([i]) * 16, 0, epochs.approve(device, public, inner, COLLECTIVE)) for i, device in enumerate(self.moderators)
        ]
        needed = announced.cosigners_needed(len(self.present))
        cosigns = [(i, announced.cosign(seed, public, COLLECTIVE)) for i, seed in enumerate(self.present[:needed])]
        blob = epochs.seal_announcement(public, inner, approvals, secret, COLLECTIVE, cosigns)
        place = chain.Place("board", 2, bytes(32), chain.ANNOUNCEMENT, 1, 1_800_000_000)
        return chain.make_entry(place, blob, gates.moderator_gate(self.bundle.gate, COLLECTIVE, 1), COLLECTIVE)


def seal_to_everybody(keys: list[bytes]) -> int:
    """The bytes of one secret sealed to each of these keys."""
    secret = EpochSecret.random().reveal()
    return sum(len(seal_to(key, INFO, secret)) for key in keys)


def main() -> None:
    found: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    # The keys are the members' and are not made at a removal: so they are made once, outside the clock.
    keys = [kem_public_key(KemSeed.random()) for _ in range(MEMBERS)]
    Collective(3).entry(leaves(1))  # loads what is loaded at first use
    for _ in range(RUNS):
        for what, (count, cosigners, _title) in CASES.items():
            collective, removed = Collective(cosigners), leaves(count)
            _, public_ms = timed(partial(collective.announce, removed))
            entry, entry_ms = timed(partial(collective.entry, removed))
            public, _ = announced.split_announcement(entry.blob or b"")
            # Outside the clock: what is reported is what the relay takes.
            announced.check_cosigned(tuple(map(public_key, collective.present)), entry.blob or b"", COLLECTIVE)
            member = next(leaf for leaf in leaves(MANY + 1) if leaf not in removed)
            path = keytree.path_keys(collective.bundle.tree, COLLECTIVE, 1, member)
            _, open_ms = timed(partial(epochs.open_wrap, public, COLLECTIVE, path))
            note(f"{what}: public ms", public_ms)
            note(f"{what}: entry ms", entry_ms)
            note(f"{what}: open ms", open_ms)
            note(f"{what}: wraps", len(public.wraps))
            note(f"{what}: public", len(public.encoded))
            note(f"{what}: blob", len(entry.blob or b""))
            note(f"{what}: entry", len(wire.encode(entry.value())))
        total, ms = timed(partial(seal_to_everybody, keys))
        note("yardstick bytes", total)
        note("yardstick ms", ms)

    sizes, times = found["yardstick bytes"], found["yardstick ms"]
    against = f"one X-Wing seal for each of {MEMBERS} remaining members"
    report("removal", f"yardstick, {MEMBERS} members: size", sizes, "bytes")
    report("removal", f"yardstick, {MEMBERS} members: sealed", times, "ms")
    for what, (_, _, title) in CASES.items():
        for part, name in (
            ("wraps", "wraps"), ("public", "public part"), ("blob", "announcement (blob)"), ("entry", "whole entry with header and signature"),
        ):  # fmt: skip
            report("removal", f"{title}: {name}", found[f"{what}: {part}"], "bytes", against=against, yardstick=sizes)
        # The ratio above has three decimals; how many times smaller says more.
        smaller = [size / blob for size, blob in zip(sizes, found[f"{what}: blob"], strict=True)]
        report("removal", f"{title}: how many times smaller than the yardstick the announcement is", smaller, "times", against=against)
        for part, name in (
            ("public ms", "public part made"), ("entry ms", "entry made, approved twice, cosigned if it has cosigners, sealed and signed"), ("open ms", "opened by a member"),
        ):  # fmt: skip
            report("removal", f"{title}: {name}", found[f"{what}: {part}"], "ms", against=against, yardstick=times)


if __name__ == "__main__":
    main()
