"""Who is who, for moderators' eyes."""

from __future__ import annotations

from alerts.charter import person_id
from alerts.log import MemberRecord
from alerts.moderator import Moderator


def id_of(member: MemberRecord) -> bytes:
    """How a member is named: by her first device."""
    return person_id(member.sign)


def name_of(moderator: Moderator, person: bytes | None) -> str:
    """The alias of a person."""
    found = next((m.alias for m in moderator.log.members.values() if person is not None and id_of(m) == person), None)
    return found or "somebody"
