"""The moderators' bundle: three independent secrets, so that a moderator who left can derive nothing later (protocol §2.3)."""

from __future__ import annotations

from dataclasses import dataclass

from .context import Purpose, derive_bytes
from .errors import WrongCommitment
from .secrets import GateSeed, NotesKey, TreeSeed


@dataclass(frozen=True, slots=True)
class Bundle:
    """What moderators share during one planting."""

    planting: int
    tree: TreeSeed
    gate: GateSeed
    notes: NotesKey

    @classmethod
    def random(cls, planting: int) -> Bundle:
        return cls(planting, TreeSeed.random(), GateSeed.random(), NotesKey.random())

    def commitments(self, collective: bytes | None) -> dict[str, bytes]:
        """``{"tree", "gate", "notes"}``: 32 bytes each, as they stand in the charter."""
        return {
            part: derive_bytes(value, Purpose.BUNDLE_COMMIT, collective, part, self.planting)
            for part, value in (("tree", self.tree), ("gate", self.gate), ("notes", self.notes))
        }

    def check(self, commitments: dict[str, bytes], collective: bytes) -> None:
        """Returns if this is the bundle of a charter with these commitments; a founding charter's stand without the collective's id.

        Raises:
            WrongCommitment: it is not.
        """
        if commitments not in (self.commitments(collective), self.commitments(None)):
            raise WrongCommitment("the moderators' keys are not those of the charter")
