"""An invite on paper, as it lies beside a phone: shown on the page, and in no chat."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paper:
    """``code`` is good for one person, unless ``used``: then somebody has joined by it, or it is not good any more.

    Whoever comes in with one that is to ``moderate`` becomes a moderator.
    """

    code: str = field(repr=False)
    used: bool = False
    moderate: bool = False
