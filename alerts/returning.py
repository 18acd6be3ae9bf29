"""What a device takes with it to another phone, and how it begins again there (protocol §7.6)."""

from __future__ import annotations

from crypto.device import device_from_entropy
from crypto.errors import NotAllowed, Refused, WrongCommitment
from crypto.recovery import BEFORE, KEPT, PERIOD, Belongings, open_recovery, period_of, recovery_box, seal_recovery
from crypto.secrets import DeviceEntropy

from .member import Member, Path
from .moderator import BoxFill, Moderator
from .sync import RelayClient


def belongings_of(device: Member) -> Belongings:
    """What this device needs to begin again elsewhere.

    Raises:
        NotAllowed: it does not have all of it yet: its path keys, and the bundle if the charter names it.
    """
    board = device.board
    path = device.paths.get(board.charter.planting) if board.founded else None
    if path is None:
        raise NotAllowed("no moderator's phone has let this device in yet; it will, and then you can do this")
    bundle = None
    if board.charter.place_of(device.device.signing_key) is not None:
        bundle = device.bundle if isinstance(device, Moderator) and device.moderates else None
        if bundle is None:
            raise NotAllowed("this device waits for the moderators' keys; sync again, and then you can do this")
    return Belongings(
        device.collective, device.alias, device.joined, board.epoch.hash, board.charter.planting, path.leaf, path.keys, bundle
    )  # fmt: skip


def box_due(device: Member, now: int) -> tuple[int, BoxFill] | None:
    """The recovery box that is to be posted now, and its period; ``None`` if there is none."""
    period = period_of(now)
    try:
        belongings = belongings_of(device)
    except NotAllowed:
        return None
    if not device.recoverable.is_due(period, now):
        return None
    expires = period * PERIOD + KEPT
    return period, BoxFill(recovery_box(device.device, period), seal_recovery(device.device, period, belongings), expires)


def begin_again(entropy: DeviceEntropy, belongings: Belongings, now: int) -> Member:
    """The same device, as it is before it has read anything."""
    kind = Member if belongings.bundle is None else Moderator
    device = kind(entropy, belongings.collective, belongings.alias, belongings.joined)
    device.paths[belongings.planting] = Path(belongings.leaf, belongings.keys)
    if isinstance(device, Moderator) and belongings.bundle is not None:
        device.bundles[belongings.planting] = belongings.bundle
    # Letters are for receipts, and those stayed on the other phone.
    device.now = device.mail_again = now
    return device


def check_history(device: Member, belongings: Belongings) -> None:
    """Returns if the announcement that was the newest when this was written is a valid one of the board that was read.

    Raises:
        WrongCommitment: it is not: the relay shows another history, or one that ends before it.
    """
    if not any(epoch.hash == belongings.announcement for epoch in device.board.epochs.values()):
        raise WrongCommitment("what the relay shows is another history than this device knew, or an older one")


async def find_recovery(relay: RelayClient, entropy: DeviceEntropy, now: int) -> tuple[int, Belongings] | None:
    """The newest recovery box that is still there of the device behind this entropy, and its period; ``None`` if there is none.

    Raises:
        Refused: none of those that are there is this device's.
    """
    device, refused = device_from_entropy(entropy), None
    for period in range(period_of(now), max(-1, period_of(now) - BEFORE - 1), -1):
        blob = await relay.box(recovery_box(device, period))
        if blob is not None:
            try:
                return period, open_recovery(device, period, blob)
            except Refused as error:
                refused = error
    if refused is not None:
        raise refused
    return None
