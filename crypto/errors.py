"""One family of errors. Each says whose fault it is, and carries a name that is the same in every implementation.

``name`` is what ``parasol sync`` prints, what scenarios and vectors expect, and what protocol §10 lists. ``detail`` says
in plain words what was wrong; it never holds what people wrote, ids of chats, addresses or keys.
"""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Who has to do something about it."""

    OURS = "ours"  # the caller asked for something that cannot be
    PEER = "peer"  # somebody else sent something that must be refused (protocol §10)
    TRANSPORT = "transport"  # the relay cannot be reached, or answers nonsense
    DEVICE = "device"  # this machine: a wrong passphrase, a full disk


class ParasolError(Exception):
    """Root of the family. ``fault`` is the class's, ``name`` is the class name."""

    fault: Fault = Fault.OURS

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def name(self) -> str:
        return type(self).__name__

    def __str__(self) -> str:
        return self.detail or self.name


# ---- ours ---------------------------------------------------------------------------------------------------------


class BadInput(ParasolError):
    """What a person or a caller handed in cannot be used."""


class NotAllowed(ParasolError):
    """This device may not do that, or not now."""


# ---- the peer's: refused (protocol §10) ---------------------------------------------------------------------------


class Refused(ParasolError):
    """Something received must not be believed."""

    fault = Fault.PEER


class NotDeterministic(Refused):
    """Bytes that are not the one deterministic encoding of an allowed value (protocol §1.2)."""


class WrongPadding(Refused):
    """Padding that is not 0x80 and zeros, or a padded size that is not allowed (protocol §1.8)."""


class WrongLength(Refused):
    """A byte string of a length it cannot have."""


class TooLarge(Refused):
    """More than the protocol allows."""


class WrongShape(Refused):
    """A field is missing, unknown or of the wrong type."""


class UnknownVersion(Refused):
    """Speaks a version of the protocol this software does not."""


class BadSignature(Refused):
    """A signature the strict rule does not accept (protocol §1.5)."""


class CannotOpen(Refused):
    """A ciphertext that does not open under the key and context it must have."""


class WrongCollective(Refused):
    """Another collective's data."""


class Gap(Refused):
    """An entry is missing, or entries are out of order."""


class BrokenChain(Refused):
    """An entry does not name the hash of the one before it."""


class RolledBack(Refused):
    """The relay offers less than this device has already seen."""


class Forked(Refused):
    """The relay offers another history than this device has already seen."""


class WrongBlob(Refused):
    """A blob that is not the one its header names."""


class TimeWentBack(Refused):
    """An entry claims to be older than the one before it."""


class TimeAhead(Refused):
    """An entry claims to be from more than a day ahead of this device's clock; nothing could follow it."""


class Withheld(Refused):
    """A stub that no valid erase statement names."""


class PublishedTwice(Refused):
    """The same approved body stands on the board already."""


class ApprovalsExpired(Refused):
    """Published after the last date of its approvals, or with a last date too far ahead."""


class WrongVersion(Refused):
    """Not the successor of the last valid version of its object."""


class AlreadyRetracted(Refused):
    """A new version of something that was retracted."""


class WrongCharter(Refused):
    """Names another charter than the one in force at its place."""


class NotAModerator(Refused):
    """Signed by someone who is no moderator, or not any more."""


class BelowQuorum(Refused):
    """Approved by fewer people than needed; two devices of one person are one person."""


class SoFarNotAllowed(Refused):
    """*One moderator so far*, outside the conditions of protocol §6.3."""


class CannotErase(Refused):
    """Names something that cannot be erased, or not every version of it."""


class BadCharter(Refused):
    """A charter that breaks the rules of protocol §2.2."""


class WrongEpoch(Refused):
    """An announcement or an entry with an epoch number it cannot have."""


class OldEpoch(Refused):
    """An entry under an epoch that is not the newest valid one at its place."""


class WrongCommitment(Refused):
    """An epoch's secret, or a bundle, that is not what was committed to."""


class BrokenLink(Refused):
    """The link back does not open to the epoch before, or names another announcement than the last valid one."""


class WrongCover(Refused):
    """The wraps do not match the cover computed from the removed leaves."""


class RemovedReturns(Refused):
    """A removed leaf is missing from a later announcement of the same planting."""


class WrongGate(Refused):
    """Gates that do not follow from the epoch."""


class WrongDeskKey(Refused):
    """A desk key that does not follow from the one before."""


class NotAddressed(Refused):
    """An announcement this device cannot open: it may have been removed; its moderators can tell."""


class UnknownInvite(Refused):
    """A join by an invite the log does not know."""


class InviteUsed(Refused):
    """A join by an invite another device has used."""


class InviteExpired(Refused):
    """A join that arrived after its invite expired."""


class InviteWithdrawn(Refused):
    """A join by an invite that was called back."""


class RemovedDevice(Refused):
    """A join or restore by a device that was removed."""


class ReportEpoch(Refused):
    """A desk item under an epoch it cannot have at its arrival."""


class NotTheReceipt(Refused):
    """A follow-up that the report's receipt did not sign."""


class CounterWentBack(Refused):
    """A follow-up whose counter is not above the last."""


class ReportChanged(Refused):
    """The id of a known report with another content."""


# ---- the transport's ----------------------------------------------------------------------------------------------


class Unreachable(ParasolError):
    """The relay does not answer."""

    fault = Fault.TRANSPORT


class NotARelay(ParasolError):
    """Something answers, but not a Parasol relay."""

    fault = Fault.TRANSPORT


class RelayRefused(ParasolError):
    """The relay said no; ``code`` is the stable code of its problem document (protocol §5.8). ``detail`` is never the relay's."""

    fault = Fault.TRANSPORT

    def __init__(self, code: str, detail: str = "", *, status: int = 0, retry_after: int | None = None) -> None:
        super().__init__(detail or code)
        self.code = code
        self.status = status
        self.retry_after = retry_after


# ---- the device's -------------------------------------------------------------------------------------------------


class WrongPassphrase(ParasolError):
    """The vault does not open with this passphrase."""

    fault = Fault.DEVICE


class StorageFailed(ParasolError):
    """This machine could not keep what it was asked to keep."""

    fault = Fault.DEVICE
